-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-73BUlSfP06M5js5r64xdYN4a9HBS36FvJ1bLI0XV4GKhoB
-- approved_request = apr_01m82915rvfhcsj3kmpvzn4056
-- approver_key = sk-zxeqiq2b5t9aQToVRmOYEGMYkhsPT30bFcE1ighI2FMfVd
-- cancelled_request = apr_01m82915s2fm6v74xhs6cd2e13
-- dated_key = sk-qeD6synZ6OykRi8us2osMwcUJxBW8JmMdWb4SA2t1i3iyZ
-- lost_token = op-OaQD9tkXkA3pSRxK8gnvKSbCiVdY9atVxNaYUrCE0lP4i7
-- north_id = cus_01m82915qyej7r1z9fsfjz77vy
-- north_key = sk-Oh526R04D0je1HPZGge4WTur1H6uOV0qmLsqra0t3SCbPX
-- owner_token = op-9FssJSXtEnHDwUV5jykq4K0Is0zS9L3opSV93Lbd0TIegM
-- pending_request = apr_01m82915rse5nsahfmdr6ak0av
-- rejected_request = apr_01m82915rxenpsqr2tqhcwsb4w
-- revoked_key = sk-RSaKpRnKRavMixZbrJXX83UKiZKa4tuSnvYWjgwx3c5j7G
-- south_id = cus_01m82915r0etxr8a9sjp68wxrw
-- south_key = sk-Ehj0RJBn9o3YRvrxs2aUyLpW9mnULq8dwLaUAUdW3IjWQn
-- used_request = apr_01m82915rzesb8nn8ndp2mt4gk
-- west_id = cus_01m82915r1fzbt4rb7chhn9ze7
-- west_key = sk-VNjMDKJZCD14pgeoJLtQHLfjEa3Et0jbQTX2DjRu0g72iM
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1347375700;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE customers (
    no         INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    email      TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 5 AND 255 AND instr(email, '@') > 1),
    tier       TEXT NOT NULL CHECK (length(tier) > 0),
    max_agents              INTEGER CHECK (max_agents >= 0),
    max_requests_per_minute INTEGER CHECK (max_requests_per_minute >= 1),
    max_api_keys            INTEGER CHECK (max_api_keys >= 0),
    time_zone  TEXT NOT NULL,
    is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL CHECK (updated_at >= created_at)
) STRICT;
CREATE TABLE api_keys (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    customer_no  INTEGER NOT NULL REFERENCES customers (no),
    name         TEXT NOT NULL,
    prefix       TEXT NOT NULL CHECK (length(prefix) < 12),
    digest       BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    scopes       INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 15),
    agent_id     TEXT,
    holder       TEXT,
    created_at   INTEGER NOT NULL,
    created_by   TEXT NOT NULL,
    expires_at   INTEGER,
    revoked_at   INTEGER,
    last_used_at INTEGER,
    CHECK (agent_id IS NULL OR scopes = 1),
    CHECK (scopes & 8 = 0 OR holder IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE agents (
    no          INTEGER PRIMARY KEY,
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    id          TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 255),
    name        TEXT NOT NULL,
    owner       TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    UNIQUE (customer_no, id)
) STRICT;
CREATE TABLE permissions (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    agent_no   INTEGER NOT NULL REFERENCES agents (no) ON DELETE CASCADE,
    action     TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
    resource   TEXT NOT NULL CHECK (length(resource) BETWEEN 1 AND 255),
    effect     TEXT NOT NULL CHECK (effect IN ('allow', 'deny', 'require_approval')),
    condition  TEXT CHECK (condition IS NULL),
    expires_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE kill_switches (
    level       TEXT NOT NULL CHECK (level IN ('system', 'customer', 'agent')),
    customer_no INTEGER REFERENCES customers (no),
    agent_id    TEXT,
    authority   TEXT NOT NULL CHECK (authority IN ('customer', 'operator')),
    engaged_by  TEXT NOT NULL,
    reason      TEXT,
    engaged_at  INTEGER NOT NULL,
    CHECK ((level = 'system') = (customer_no IS NULL)),
    CHECK ((level = 'agent') = (agent_id IS NOT NULL)),
    CHECK (level <> 'system' OR authority = 'operator')
) STRICT;
CREATE TABLE approvals (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    binding     BLOB NOT NULL CHECK (length(binding) = 32),
    agent_id    TEXT NOT NULL,
    action      TEXT NOT NULL,
    resource    TEXT NOT NULL,
    context     TEXT NOT NULL CHECK (json_valid(context)),
    trace       TEXT NOT NULL CHECK (json_valid(trace)),
    asked_by    TEXT NOT NULL,
    status      TEXT NOT NULL
        CHECK (status IN ('pending', 'approved', 'used', 'rejected', 'cancelled')),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at),
    settled_at  INTEGER,
    settled_by  TEXT,
    claim       TEXT,
    notes       TEXT,
    CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
    CHECK (status <> 'pending' OR settled_at IS NULL),
    CHECK (status NOT IN ('approved', 'used', 'rejected') OR settled_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE operators (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    username    TEXT NOT NULL UNIQUE,
    role        TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'approver', 'auditor')),
    password    TEXT CHECK (password LIKE '$argon2id$%'),
    is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE operator_tokens (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    operator_id BLOB NOT NULL REFERENCES operators (id),
    name        TEXT NOT NULL,
    prefix      TEXT NOT NULL CHECK (length(prefix) < 12),
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    revoked_at  INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE operator_sessions (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    operator_id BLOB NOT NULL REFERENCES operators (id),
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_records (
    seq          INTEGER PRIMARY KEY CHECK (seq > 0),
    customer_no  INTEGER REFERENCES customers (no),
    customer_seq INTEGER,
    at           INTEGER NOT NULL,
    agent_id     TEXT,
    result       TEXT NOT NULL
        CHECK (result IN ('approved', 'denied', 'done', 'refused', 'enabled', 'disabled')),
    record       TEXT NOT NULL,
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((customer_no IS NULL) = (customer_seq IS NULL))
) STRICT;
CREATE TABLE usage_daily (
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    day         INTEGER NOT NULL,
    approved    INTEGER NOT NULL DEFAULT 0 CHECK (approved >= 0),
    denied      INTEGER NOT NULL DEFAULT 0 CHECK (denied >= 0),
    changes     INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
    reads       INTEGER NOT NULL DEFAULT 0 CHECK (reads >= 0),
    PRIMARY KEY (customer_no, day)
) STRICT, WITHOUT ROWID;
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795372914440059,1795372914440059);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795372914440983,1795372914444679);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795372914441859,1795372914441859);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795372914442626,1795372914442626);
INSERT INTO api_keys VALUES(X'01A2049096FE7A28A176894E77A5B778',1,'first key','sk-Oh52…',X'16E32FC2238543EDFA948653CB62233B32B733FE13B2A7F7FAA309A833B4CE81',7,NULL,NULL,1795372914430631,'operator:op_01m82915jqf9t896h7kf94qbfk:ada',NULL,NULL,1795372914439947);
INSERT INTO api_keys VALUES(X'01A20490970076458D3ECA2878CF75F1',2,'first key','sk-Ehj0…',X'06FCA7610DB02A70B5B3732FF7D7E1D963D427FC80DA7012722EAE4EF90DD556',7,NULL,NULL,1795372914432099,'operator:op_01m82915jqf9t896h7kf94qbfk:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20490970179D5A1FA89A9AE4F80E3',3,'first key','sk-VNjM…',X'58B21A67F4710A5AC7DAF163EBE270F19E79145617A4510C9DD190B27331727F',7,NULL,NULL,1795372914433383,'operator:op_01m82915jqf9t896h7kf94qbfk:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204909712700092DAF135702B26B5',1,'unnamed key','sk-73BU…',X'E772361CFE699490AC3F34651826A7AD84E137B8E22B13FF902B2D8FA774D13B',1,'bot',NULL,1795372914450461,'api_key:key_01m82915qyf8ma2xm99svtbdvr',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2049097137A8FB3C78B0A70B8883F',1,'revoked','sk-RSaK…',X'1E417C7144465E2E33E989B36121823EA212E486AC8787ABF25AC6E920A1C035',7,NULL,NULL,1795372914451432,'api_key:key_01m82915qyf8ma2xm99svtbdvr',NULL,1795372914452217,NULL);
INSERT INTO api_keys VALUES(X'01A20490971574FD951C1A4923354801',1,'unnamed key','sk-zxeq…',X'CE63E3A19D3FC4531769F209F1E65B68B85C9878EB9228D0612B2F3C1460BD51',8,NULL,'Ada Byron',1795372914453905,'operator:op_01m82915jqf9t896h7kf94qbfk:ada',NULL,NULL,1795372914460259);
INSERT INTO api_keys VALUES(X'01A2049097157848B4B8626322E39F10',1,'unnamed key','sk-qeD6…',X'8D20EE0488EDBB75378880EEBA9DB2237B77F39AE45EA529A5EBED80194EFEA2',2,NULL,NULL,1795372914453115,'api_key:key_01m82915qyf8ma2xm99svtbdvr',4102444800000000,NULL,NULL);
INSERT INTO approvals VALUES(X'01A204909719716B9545F46E0CA9815B',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82915qyf8ma2xm99svtbdvr','pending',1795372914457831,1795459314457831,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20490971B7C59990E74B6FF5200A6',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82915qyf8ma2xm99svtbdvr','approved',1795372914459125,1795459314459125,1795372914460383,'api_key:key_01m82915rnekysa70t94hkaj01','Ada','because');
INSERT INTO approvals VALUES(X'01A20490971D756D9BE05ABC59CCAC9C',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82915qyf8ma2xm99svtbdvr','rejected',1795372914461378,1795459314461378,1795372914462358,'api_key:key_01m82915rnekysa70t94hkaj01','Ada','because');
INSERT INTO approvals VALUES(X'01A20490971F76568AD5156D854D1213',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82915qyf8ma2xm99svtbdvr','used',1795372914463281,1795459314463281,1795372914464243,'api_key:key_01m82915rnekysa70t94hkaj01','Ada','because');
INSERT INTO approvals VALUES(X'01A2049097227D0DB393B1C998D13823',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rgf3aad25yrk57pmz4 requires a person''s approval","permission_id":"perm_01m82915rgf3aad25yrk57pmz4","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82915qyf8ma2xm99svtbdvr','cancelled',1795372914466086,1795459314466086,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795372914263126,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.263126Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82915jqettv1rd6pnte76wy","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82915jqe8pswq02xvystnr2","kind":"change","node":"82fc676a","reason":null,"request_id":"3329cf54b5a08ce16efa8d863d265679","resource":"op_01m82915jqf9t896h7kf94qbfk","result":"done","seq":1,"trace":[]}',X'B299218FCDB7901DCE4D26B9F660E8E160A0191FE1FEB646664C2CB616963808');
INSERT INTO audit_records VALUES(10,3,1,1795372914433383,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.433383Z","customer_id":"cus_01m82915r1fzbt4rb7chhn9ze7","customer_seq":1,"details":{"api_key":"key_01m82915r1f7at3ym9n6q4z073","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82915r1fk4vqy5fxb5m9zm7","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915r1fzbt4rb7chhn9ze7","result":"done","seq":10,"trace":[]}',X'208E63050C4398D1C107593EBC4B1D4A709774D2A3E12A735F1C69B7F7AAD1F7');
INSERT INTO audit_records VALUES(11,1,2,1795372914436306,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.436306Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82915r4e6yszxt7xk09wcbr","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915qyej7r1z9fsfjz77vy","result":"done","seq":11,"trace":[]}',X'0FF3BA6EBEADCA9903089FBBB5167B428107806C1E7EF768104C51CC8DB2EC63');
INSERT INTO audit_records VALUES(12,2,2,1795372914438255,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.438255Z","customer_id":"cus_01m82915r0etxr8a9sjp68wxrw","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82915r6festjswgpq0wkc4k","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915r0etxr8a9sjp68wxrw","result":"done","seq":12,"trace":[]}',X'F5A91C24A9C2505D514ED2067634EEFEF09447A0A14043EBD3B04C354FAFE348');
INSERT INTO audit_records VALUES(13,3,2,1795372914439111,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.439111Z","customer_id":"cus_01m82915r1fzbt4rb7chhn9ze7","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82915r7eskagac3q9gw7yps","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915r1fzbt4rb7chhn9ze7","result":"enabled","seq":13,"trace":[]}',X'A775CAA47492E265AEACA5ABE4E7D54F07ADB70200A1BDC36B53E1A15C2B5655');
INSERT INTO audit_records VALUES(14,1,3,1795372914440059,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.440059Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82915r8fn8tnbszkyc2kcwq","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"bot","result":"done","seq":14,"trace":[]}',X'4EADD54046F6269A2F6A1698B21433EFE0FC7E38CB537601398970ED954CBA15');
INSERT INTO audit_records VALUES(15,1,4,1795372914440983,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T18:41:54.440983Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82915r9ec69trxef92a8f4j","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"resting","result":"done","seq":15,"trace":[]}',X'26E032500A27339AFD0FCFA03FCBDE0A0E36AC2D30D2DFB31174FB438DB21119');
INSERT INTO audit_records VALUES(16,1,5,1795372914441859,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:41:54.441859Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82915r9efhrt7nhatwpjdq9","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"killed","result":"done","seq":16,"trace":[]}',X'C3B2F86C8B5EFCA0E4023DF082FE750375A833213FB6124343E18613EE779613');
INSERT INTO audit_records VALUES(17,1,6,1795372914442626,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T18:41:54.442626Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82915raeyqsh1k7fmeg53zd","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":17,"trace":[]}',X'8E7848B241189CEDDC1AA3F48DF4875F69F555876323063561DE3EAAAC4F27D4');
INSERT INTO audit_records VALUES(18,1,7,1795372914443334,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:41:54.443334Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82915rbfg7s5d4dw6k6jww2","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"gone","result":"done","seq":18,"trace":[]}',X'B5B31A9ECC8E1D443F4B34047C5DE707679E07A60B58669841C6CDC54CD9AA3E');
INSERT INTO audit_records VALUES(19,1,8,1795372914444062,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.444062Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82915rce5dajpdj9ve29a0q","kind":"change","node":"82fc676a","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":19,"trace":[]}',X'37A39A7CDE61606D81C695BB7B00AE56F6F49CA7B005024DE7B1931575EFAF98');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795372914301469,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.301469Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82915kxer2sn32h8dzcf8xj","kind":"change","node":"82fc676a","reason":null,"request_id":"3a8bf317ec85947069de8ab0df75430c","resource":"op_01m82915kxe2st0hyvvwd171s9","result":"done","seq":2,"trace":[]}',X'B7FCCDFBB1E3010CB739582D03A41FA29298E560C8B30FD25697E72AF6BBD728');
INSERT INTO audit_records VALUES(20,1,9,1795372914444679,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T18:41:54.444679Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82915rcepkt9zadsd9jf5b6","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"resting","result":"done","seq":20,"trace":[]}',X'9A3143AA998148ED1A6547B19B28FF2EC3853D8F1150C4B9A42D310A7642C82F');
INSERT INTO audit_records VALUES(21,1,10,1795372914445520,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.445520Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82915rdehktc4qwjp9nha53","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915rdf2ctkkc1amfzjzhr","result":"done","seq":21,"trace":[]}',X'94AE9EF14BEB54D399F9A4A33A4429FA60A5F57B6F095F702256EFAB347DACF1');
INSERT INTO audit_records VALUES(22,1,11,1795372914446557,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.446557Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82915reft6rg1d5fft96pph","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915ref358041jbt5br4gd","result":"done","seq":22,"trace":[]}',X'D286DC3210E8F146C065A21729490112BAEBA3A576663502BB481AB77D4BBC37');
INSERT INTO audit_records VALUES(23,1,12,1795372914447295,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.447295Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82915rfemebcrkg8jpafka9","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915rfe4y9mbxtzqseqj01","result":"done","seq":23,"trace":[]}',X'71AB6E593D21CFF2939676F72C6808D6721759708F5EAF84E20B7A2D0AE62450');
INSERT INTO audit_records VALUES(24,1,13,1795372914448046,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.448046Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82915rgemkvg9d88ztnbj10","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915rgf82v28w60me60gve","result":"done","seq":24,"trace":[]}',X'341D0065925B3EA87B2C08F5AD503C8B3CCFA8613941E53E34C7547BA67F46AF');
INSERT INTO audit_records VALUES(25,1,14,1795372914448768,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:41:54.448768Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82915rgff3bzszs2cwktve9","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915rgf3aad25yrk57pmz4","result":"done","seq":25,"trace":[]}',X'1C2F8A5320CFB8E4F2B2BEC0309AA4877825478576D418371B59642515991A60');
INSERT INTO audit_records VALUES(26,1,15,1795372914449691,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:41:54.449691Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82915rhftvvrs7hp2zhdm0n","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"perm_01m82915rhemy89ad8vpvh52vn","result":"done","seq":26,"trace":[]}',X'307B4E36AD2ACFD4DD6818EDDFFA6F961A3882770A33296EC2BDCC21996D2A45');
INSERT INTO audit_records VALUES(27,1,16,1795372914450461,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.450461Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-73BU…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82915rjfe2bctedq7eevv46","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"key_01m82915rje0095pqh6nr2p9nn","result":"done","seq":27,"trace":[]}',X'1EC312DAB02FE82283B9DDBDBA8CEEFB45C2136BBE7A8973BE494B75CE2E0BAA');
INSERT INTO audit_records VALUES(28,1,17,1795372914451432,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.451432Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-RSaK…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82915rkfnhtg95gh2bdwaw9","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"key_01m82915rkfa7v7hwb19rbh21z","result":"done","seq":28,"trace":[]}',X'702FF6DB42A60B2F40FB73F5E9D1A94C66B4CE13BA2610DC428B52316CD9C906');
INSERT INTO audit_records VALUES(29,1,18,1795372914452217,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.452217Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":18,"details":{"name":"revoked","prefix":"sk-RSaK…"},"epoch":1,"format":1,"id":"rec_01m82915rmeyqapy7bvf7qsj5p","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"key_01m82915rkfa7v7hwb19rbh21z","result":"done","seq":29,"trace":[]}',X'FB96CBAE1BB85B10E0DB6243EA1F79253F50BBE1E27BCC2B8D6F77F2BB0DC401');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795372914352161,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.352161Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82915nheysak7zfnxpn447b","kind":"change","node":"82fc676a","reason":null,"request_id":"0f5c04b2f9439bffad195c0b3d8ab0b6","resource":"op_01m82915nge3nsyad06rp89beh","result":"done","seq":3,"trace":[]}',X'C1CABA66836BEED618A973B9E791B581A1A8944AAF4E76C2E58B6B9D12F3481A');
INSERT INTO audit_records VALUES(30,1,19,1795372914453115,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.453115Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-qeD6…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82915rnf6sbt91xf4q7r1j5","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"key_01m82915rnf14b9e32cche77rg","result":"done","seq":30,"trace":[]}',X'ACD66A8C66CD2544CF58F7DBD31403E8B3593CFFBF8FA65B9CA3611A6518BF6F');
INSERT INTO audit_records VALUES(31,1,20,1795372914453905,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.453905Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-zxeq…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82915rness966ex18w0gj7c","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"key_01m82915rnekysa70t94hkaj01","result":"done","seq":31,"trace":[]}',X'C0D5C4648E8E3A8D6F44594C66E94F7C7EEDCA16D2F2BDA3F7E026CCE90ADF73');
INSERT INTO audit_records VALUES(32,1,21,1795372914454646,'bot','approved','{"action":"read","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.454646Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82915rpe56vhmhr610q7wzx","kind":"decision","node":"82fc676a","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":32,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82915rdf2ctkkc1amfzjzhr","permission_id":"perm_01m82915rdf2ctkkc1amfzjzhr","rule_checked":"permission_rule","rule_result":"passed"}]}',X'B4E996B0068D3BFFAB1749F92FB82E059D0B7759AD07512512402582431646B5');
INSERT INTO audit_records VALUES(33,1,22,1795372914455454,'bot','denied','{"action":"read","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.455454Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82915rqe398garqad7hn7s7","kind":"decision","node":"82fc676a","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82915ref358041jbt5br4gd","permission_id":"perm_01m82915ref358041jbt5br4gd","rule_checked":"permission_rule","rule_result":"failed"}]}',X'A1F4112CE19AC85F740C75D17CB5289319E45E43E5DC29A9F16F10D5B11CE5D2');
INSERT INTO audit_records VALUES(34,1,23,1795372914456095,'nobody','denied','{"action":"read","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T18:41:54.456095Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82915rre53t16rd3swvf2fm","kind":"decision","node":"82fc676a","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'50336549B5376D2038226966BC96DEA74C368F216686F91FB39F0D4C988CA61B');
INSERT INTO audit_records VALUES(35,1,24,1795372914456883,'bot','approved','{"action":"read","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.456883Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82915rreb4tmafth1wdtndt","kind":"decision","node":"82fc676a","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82915rdf2ctkkc1amfzjzhr","permission_id":"perm_01m82915rdf2ctkkc1amfzjzhr","rule_checked":"permission_rule","rule_result":"passed"}]}',X'45523F51712C088BAF5C915557DCFA5AA5BDC2EAD8BBF883D422C34EE25B4BAE');
INSERT INTO audit_records VALUES(36,1,25,1795372914457831,'bot','denied','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.457831Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82915rtfb69nvwdndvg2qnt","kind":"decision","node":"82fc676a","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'DE04C2C1D6D073AD761CB4BCD8C75818E4DA7ED95C92A6D7D8803C1D57AE8DBD');
INSERT INTO audit_records VALUES(37,1,26,1795372914459125,'bot','denied','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.459125Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82915rvfjr800p0pd4s66yb","kind":"decision","node":"82fc676a","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'ABC64086714CE6EFD3A0333DEDCF024313BAA5A61008F66AF6537FF9B1F572FB');
INSERT INTO audit_records VALUES(38,1,27,1795372914460383,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82915rnekysa70t94hkaj01","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.460383Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T18:41:54.459125Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82915rwevrthkjerzysbq17","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"apr_01m82915rvfhcsj3kmpvzn4056","result":"done","seq":38,"trace":[]}',X'CBB94C42B62D54B879EF8EF83295037BF929779527062D1CBA2EED022634989B');
INSERT INTO audit_records VALUES(39,1,28,1795372914461378,'bot','denied','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.461378Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82915rxfx5rxhkx8qwwtjcn","kind":"decision","node":"82fc676a","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":39,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'5E2E64C52973C2B6FFAFCAEED562B190E6DE17E958BAD43E767A317A675895D5');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795372914369054,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.369054Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82915p1fndbbd7d97531ja1","kind":"change","node":"82fc676a","reason":null,"request_id":"11bec8119bcc0b3df7f2ebafc944369e","resource":"op_01m82915nge3nsyad06rp89beh","result":"done","seq":4,"trace":[]}',X'625B964C9CE9000829703D247345843D358D9B387107AC9A45AAD9AC4915DD97');
INSERT INTO audit_records VALUES(40,1,29,1795372914462358,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82915rnekysa70t94hkaj01","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.462358Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T18:41:54.461378Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82915rye1d8xnjd6q20zmhc","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"apr_01m82915rxenpsqr2tqhcwsb4w","result":"done","seq":40,"trace":[]}',X'2BB3A807E7E59E9DEF503C6738B916BA1A77B7F624D0CCE2A1A83D19A3DD90EF');
INSERT INTO audit_records VALUES(41,1,30,1795372914463281,'bot','denied','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.463281Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82915rzfj4v0erjw73b6qbg","kind":"decision","node":"82fc676a","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":41,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'485CE06BDC976887266ECFEA378323A11ABCEED6D11D35070691A29B684531F2');
INSERT INTO audit_records VALUES(42,1,31,1795372914464243,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82915rnekysa70t94hkaj01","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:41:54.464243Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T18:41:54.463281Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82915s0f9mtzse81cg51q0c","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"apr_01m82915rzesb8nn8ndp2mt4gk","result":"done","seq":42,"trace":[]}',X'47D49E13AA4A037B7443E17F335C3C7FBAFC85B756BF98178BC454E4BDC009F1');
INSERT INTO audit_records VALUES(43,1,32,1795372914465179,'bot','approved','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:41:54.465179Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82915s1f3d8vehtphk85jyk","kind":"decision","node":"82fc676a","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":43,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rfe4y9mbxtzqseqj01 requires a person''s approval","permission_id":"perm_01m82915rfe4y9mbxtzqseqj01","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82915rzesb8nn8ndp2mt4gk was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'0914998F6C3C8A027177C45385848905C9FC0349AFEF771EAC72867941108CD7');
INSERT INTO audit_records VALUES(44,1,33,1795372914466086,'killed','denied','{"action":"refund","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:41:54.466086Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82915s2e8st6nznh36svrh9","kind":"decision","node":"82fc676a","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82915rgf3aad25yrk57pmz4 requires a person''s approval","permission_id":"perm_01m82915rgf3aad25yrk57pmz4","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'812727AD77A98ECED307472B38EF8A2DC76696E4A21B55F96B1FEDB3A4CF25C0');
INSERT INTO audit_records VALUES(45,1,34,1795372914467067,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:41:54.467067Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82915s3eyn9rk5k6xyvw3b8","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"killed","result":"done","seq":45,"trace":[]}',X'00E1F301E084FFBD078996B25B1FFCA245C5FA387E5EE489C2BF4EEC6F65C461');
INSERT INTO audit_records VALUES(46,1,35,1795372914467919,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T18:41:54.467919Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82915s3fdha7bkdee30dkqg","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":46,"trace":[]}',X'97B56970EE52654B001AC505646C900E811FB7F4A4B38B2B5E89EFC177391AA0');
INSERT INTO audit_records VALUES(47,1,36,1795372914468594,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82915qyf8ma2xm99svtbdvr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:41:54.468594Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82915s4fpcvzscx5w97jxd3","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"gone","result":"done","seq":47,"trace":[]}',X'E9EEF93B6953D3C7A52CAD4B81CBB44BA8C31856D0024F43787B1AEFDC485D70');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795372914384095,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.384095Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82915pge57sm22sqdnhp9st","kind":"change","node":"82fc676a","reason":null,"request_id":"0059d9aa179fea9463860414e0269ccd","resource":"tok_01m82915pge6r9pyzsa1k085pz","result":"done","seq":5,"trace":[]}',X'D8AB48125E89C8F6A93D90E9E1010C2011FD328DF7B18E7FD64E4D5A08AADDD3');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795372914398368,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:41:54.398368Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-OaQD…"},"epoch":1,"format":1,"id":"rec_01m82915pyea4tm3yf4tzdj14z","kind":"change","node":"82fc676a","reason":null,"request_id":"2da9205e944c8e85c65a77ba9e491227","resource":"tok_01m82915pge6r9pyzsa1k085pz","result":"done","seq":6,"trace":[]}',X'E5EC0B172ABC2C3B41AA55AF8650D35F9AC484C5F20ECEDAF715B05826A4C1EE');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795372914428674,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82915kxe2st0hyvvwd171s9","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T18:41:54.428674Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T06:41:54.428674Z","session":"ses_01m82915qwfc59xmem09f32gww"},"epoch":1,"format":1,"id":"rec_01m82915qxfxbtm1zkdpn6cqn6","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"op_01m82915kxe2st0hyvvwd171s9","result":"done","seq":7,"trace":[]}',X'9560CA2540242BB117C0A5151911E1D6CF08D968238F175D5CBD87D1523A952E');
INSERT INTO audit_records VALUES(8,1,1,1795372914430631,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.430631Z","customer_id":"cus_01m82915qyej7r1z9fsfjz77vy","customer_seq":1,"details":{"api_key":"key_01m82915qyf8ma2xm99svtbdvr","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82915qzfjmtkebzj1avc3jh","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915qyej7r1z9fsfjz77vy","result":"done","seq":8,"trace":[]}',X'B798EF1BCB60145A845DADD11AAE8253484C5ED5F90FBB2850729F0C770D58ED');
INSERT INTO audit_records VALUES(9,2,1,1795372914432099,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82915jqf9t896h7kf94qbfk","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:41:54.432099Z","customer_id":"cus_01m82915r0etxr8a9sjp68wxrw","customer_seq":1,"details":{"api_key":"key_01m82915r0es2rtfpa51wcyxfh","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82915r0efvvt0xpezzm2se8","kind":"change","node":"82fc676a","reason":null,"request_id":"test","resource":"cus_01m82915r0etxr8a9sjp68wxrw","result":"done","seq":9,"trace":[]}',X'EBDB5271642E805E2378FABFCF8236D3C5D86B51329588D907FFAAA7C1216DE0');
INSERT INTO customers VALUES(1,X'01A2049096FE748F80FD2FCBE5F39F7E','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795372914430631,1795372914436306);
INSERT INTO customers VALUES(2,X'01A20490970076BB842939958C8E771C','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795372914432099,1795372914438255);
INSERT INTO customers VALUES(3,X'01A2049097017FD7A26167646354FDC7','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795372914433383,1795372914433383);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82915qyf8ma2xm99svtbdvr',NULL,1795372914467067);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82915jqf9t896h7kf94qbfk:ada','audit',1795372914467919);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82915jqf9t896h7kf94qbfk:ada','unpaid',1795372914439111);
INSERT INTO meta VALUES('created_at','2026-11-22T18:41:54.260511Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','82fc676a');
INSERT INTO operator_sessions VALUES(X'01A2049096FC7B0A9ED1D4025E31439C',X'01A20490967D70B3A047DBDF1A138729',X'9117D844220D04AA79B4740A0CAD97247E08A470751D38285813AF34C740C9DB',1795372914428674,1795416114428674);
INSERT INTO operator_tokens VALUES(X'01A20490965776B5B0E1A6B574E39B9E',X'01A2049096577A74849A279BD24BADF3','first token','op-9Fss…',X'00BC8F4CB2B7CE921A33F8859404510040CA495AF304AF4EF5931C91B8210F84',1795372914263126,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2049096D071B09B7BF950660416DF',X'01A2049096577A74849A279BD24BADF3','lost','op-OaQD…',X'F330844217606A8BE9764A70C453DA04578A6FD2461E7CD26A29EC30CAA2C5C4',1795372914384095,NULL,1795372914398368);
INSERT INTO operators VALUES(X'01A2049096577A74849A279BD24BADF3','ada','owner',NULL,0,1795372914263126,1795372914263126);
INSERT INTO operators VALUES(X'01A20490967D70B3A047DBDF1A138729','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$GOna1+6+lIBZOjU+fGp15g$e+wp6OlfYr81mM+Tgts8bLUw6mWqLDnCaXyD0wwKytU',0,1795372914301469,1795372914301469);
INSERT INTO operators VALUES(X'01A2049096B070EB9F29A0362C84ADD1','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$y7P+VFVOmLlJXVFwwM/iqg$lFfvgGr2f1uVCpFWbtijXnv8vnbACN9kBLSMaoRlcpo',1,1795372914352161,1795372914369054);
INSERT INTO permissions VALUES(X'01A20490970D7899A9CD81551FF97E38',1,'read','orders/*','allow',NULL,NULL,1795372914445520);
INSERT INTO permissions VALUES(X'01A20490970E78CA8010325E8ABC120D',1,'read','orders/secret','deny',NULL,NULL,1795372914446557);
INSERT INTO permissions VALUES(X'01A20490970F713C9A2FBAFDF2EBC801',1,'refund','orders/*','require_approval',NULL,NULL,1795372914447295);
INSERT INTO permissions VALUES(X'01A20490971078D4A688BEC4CA7B53E4',3,'refund','orders/*','require_approval',NULL,NULL,1795372914448768);
INSERT INTO permissions VALUES(X'01A2049097107A05B12386051C60436E',1,'*','archive/**','allow',NULL,4102444800000000,1795372914448046);
INSERT INTO usage_daily VALUES(1,20779,3,7,21,1);
CREATE INDEX permissions_by_agent ON permissions (agent_no);
CREATE UNIQUE INDEX kill_switches_by_target
    ON kill_switches (level, coalesce(customer_no, 0), coalesce(agent_id, ''));
CREATE INDEX approvals_standing ON approvals (expires_at)
    WHERE status IN ('pending', 'approved', 'rejected');
CREATE INDEX audit_records_by_customer
    ON audit_records (customer_no, customer_seq, agent_id, result)
    WHERE customer_no IS NOT NULL;
CREATE TRIGGER audit_records_stay BEFORE UPDATE ON audit_records
BEGIN
    SELECT RAISE(ABORT, 'audit records are never changed');
END;
CREATE TRIGGER audit_records_remain BEFORE DELETE ON audit_records
BEGIN
    SELECT RAISE(ABORT, 'audit records are never removed');
END;
COMMIT;
