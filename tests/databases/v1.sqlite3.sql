-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-CtnxettYhiQ6VxDVGQ7LL4JZ7sqDisikalbJr2Ha16loM0
-- approved_request = apr_01m83392twe8rsq8hqd13bdvbh
-- approver_key = sk-HT9SFWogk1fx4b1bHkjOW7AbcSN5YsYaHkc2rXJF1TQ1N6
-- cancelled_request = apr_01m83392v8ep9sw2c5h6x3ew00
-- dated_key = sk-nu3jKtFNVvPWozDkiSWpgMQ88Lgg137Xj4yv1Tkx1QgYW1
-- lost_token = op-iTK0hweLECaA0qFKPqLi19dtQC2L7eNTWUOLfiEc1DBspV
-- north_id = cus_01m83392swftftnxh80pf1dsta
-- north_key = sk-aJtWFw3PlshPk1trJnNFQ2afzKCQ7YU8qkWPrOC719TVwJ
-- owner_token = op-9qq7mfSKO6PPFkrVxLEMx2JHgILv6X5OTypLUEw64AAaH7
-- pending_request = apr_01m83392tvfwe898w209b4jpc5
-- rejected_request = apr_01m83392tzezmrmdz965xyh86x
-- revoked_key = sk-xl3BAYEsAC3GSbmCQ5LgbCA8d2ybSTlZYdBM0q371EHKun
-- south_id = cus_01m83392syfkwtyraz3x0xh7vf
-- south_key = sk-gNXQi6uc2eNnudGIHtJ3DDjdEVfubYLNuaosqGJ53LpkPp
-- used_request = apr_01m83392v4fjgvmgpcsd8v2hx8
-- west_id = cus_01m83392szf0qshgcmkzre9kss
-- west_key = sk-KHbpkiffwiPvk73yok9ENNsHfSH1ZXTEAOc73SYi4Qjfrn
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
    authority   TEXT NOT NULL CHECK (authority IN ('customer', 'operator', 'owner')),
    engaged_by  TEXT NOT NULL,
    reason      TEXT,
    engaged_at  INTEGER NOT NULL,
    CHECK ((level = 'system') = (customer_no IS NULL)),
    CHECK ((level = 'agent') = (agent_id IS NOT NULL)),
    CHECK (level <> 'system' OR authority <> 'customer')
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
        CHECK (status IN ('pending', 'approved', 'used', 'rejected', 'cancelled', 'expired')),
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
CREATE TABLE setup_links (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    username    TEXT,
    role        TEXT CHECK (role IN ('owner', 'admin', 'approver', 'auditor')),
    operator_id BLOB REFERENCES operators (id),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK ((role IS NULL) = (operator_id IS NOT NULL)),
    CHECK (username IS NULL OR role IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE portal_sessions (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    key_id      BLOB REFERENCES api_keys (id),
    link_id     BLOB CHECK (length(link_id) = 16),
    scopes      INTEGER CHECK (scopes BETWEEN 1 AND 15),
    holder      TEXT,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK ((key_id IS NULL) = (link_id IS NOT NULL)),
    CHECK ((link_id IS NULL) = (scopes IS NULL)),
    CHECK (holder IS NULL OR link_id IS NOT NULL),
    CHECK (scopes IS NULL OR scopes & 8 = 0 OR holder IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE portal_links (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    scopes      INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 15),
    holder      TEXT,
    opened_by   TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK (scopes & 8 = 0 OR holder IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE key_links (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    name        TEXT NOT NULL,
    scopes      INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 7),
    digest      BLOB UNIQUE CHECK (length(digest) = 32),
    opened_by   TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbound_messages (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    channel     TEXT NOT NULL CHECK (channel IN ('email', 'webhook')),
    recipient   TEXT,
    template    TEXT NOT NULL CHECK (length(template) > 0),
    customer_no INTEGER REFERENCES customers (no),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    status      TEXT NOT NULL
        CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
    attempts    INTEGER NOT NULL CHECK (attempts >= 0),
    next_at     INTEGER,
    last_error  TEXT,
    created_at  INTEGER NOT NULL,
    settled_at  INTEGER,
    CHECK ((channel = 'email') = (recipient IS NOT NULL)),
    CHECK ((status = 'waiting') = (next_at IS NOT NULL)),
    CHECK ((status IN ('waiting', 'sending')) = (settled_at IS NULL))
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
CREATE TABLE metered_daily (
    day         INTEGER NOT NULL,
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    agent_id    TEXT NOT NULL,
    action      TEXT NOT NULL CHECK (length(action) > 0),
    reason      TEXT NOT NULL CHECK (length(reason) > 0),
    count       INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (day, customer_no, agent_id, action, reason)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_hours (
    hour        INTEGER NOT NULL,
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    reason      TEXT NOT NULL CHECK (length(reason) > 0),
    count       INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (hour, customer_no, reason)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_minutes (
    minute INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    count  INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (minute, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO activity_hours VALUES(498722,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498722,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498722,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498722,1,'human_override',1);
INSERT INTO activity_hours VALUES(498722,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923340,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923340,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923340,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923340,'human_override',1);
INSERT INTO activity_minutes VALUES(29923340,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795400436550113,1795400436550113);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795400436551332,1795400436555950);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795400436552354,1795400436552354);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795400436553355,1795400436553355);
INSERT INTO api_keys VALUES(X'01A206348B3C7C289357CC98CC8AF7B5',1,'first key','sk-aJtW…',X'27D2C804E9AE97491ECFA3DA1F0165CC662B50635C2315EA98B5EACE264CFEA1',7,NULL,NULL,1795400436540021,'operator:op_01m83392m0fr7rb84d8m5ya1pr:ada',NULL,NULL,1795400436549943);
INSERT INTO api_keys VALUES(X'01A206348B3E73FBB0C51843794F54D4',2,'first key','sk-gNXQ…',X'524014CF3E2C1F5D223E00B16AAC4DA690DCCC1D026A8C5ED6838C117B882C58',7,NULL,NULL,1795400436542184,'operator:op_01m83392m0fr7rb84d8m5ya1pr:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206348B3F7F85938EBD9FCB0AC8BF',3,'first key','sk-KHbp…',X'70AC2536BC9BAC562A3D94EEFD5CA1396C6B77D49A76A3A60C531F78F52D5C6E',7,NULL,NULL,1795400436543585,'operator:op_01m83392m0fr7rb84d8m5ya1pr:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206348B527D4D944B60216C683A45',1,'unnamed key','sk-Ctnx…',X'0CD00D57E9A8818FAE33842E0AEB85A455331B615D5EB4A17D99B48AD15A2FF5',1,'bot',NULL,1795400436562765,'api_key:key_01m83392swfgm96nyck368nxxn',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206348B5372F2843DB0EE01C09A43',1,'revoked','sk-xl3B…',X'4690C6B8291611421030BFD39DB4FBF10640927C5AC775CBBF3E74D7C238D760',7,NULL,NULL,1795400436563761,'api_key:key_01m83392swfgm96nyck368nxxn',NULL,1795400436564620,NULL);
INSERT INTO api_keys VALUES(X'01A206348B557C79BEECF8BA99E978E5',1,'unnamed key','sk-nu3j…',X'7962D3A09E7A298C8E19AA97BE94BE60B3A976E709CDB2C80D180089D756B1DF',2,NULL,NULL,1795400436565619,'api_key:key_01m83392swfgm96nyck368nxxn',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206348B56773AA1C6C4503CE116D7',1,'unnamed key','sk-HT9S…',X'CF6ABD735A5957ED6B3D2F2512AECCCE91F1D3AECAE6549E78D97EAC97EE9372',8,NULL,'Ada Byron',1795400436566556,'operator:op_01m83392m0fr7rb84d8m5ya1pr:ada',NULL,NULL,1795400436573704);
INSERT INTO approvals VALUES(X'01A206348B5B7F1C84A3820256495985',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83392swfgm96nyck368nxxn','pending',1795400436571274,1795486836571274,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A206348B5C72319BA2376846B6ED71',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83392swfgm96nyck368nxxn','approved',1795400436572673,1795486836572673,1795400436573827,'api_key:key_01m83392tpewxa3hp4a0ye25pq','Ada','because');
INSERT INTO approvals VALUES(X'01A206348B5F77E98A37E9317BE8A0DD',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83392swfgm96nyck368nxxn','rejected',1795400436575330,1795486836575330,1795400436579604,'api_key:key_01m83392tpewxa3hp4a0ye25pq','Ada','because');
INSERT INTO approvals VALUES(X'01A206348B647CA1BA42CCCB51B147A8',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83392swfgm96nyck368nxxn','used',1795400436580881,1795486836580881,1795400436582003,'api_key:key_01m83392tpewxa3hp4a0ye25pq','Ada','because');
INSERT INTO approvals VALUES(X'01A206348B6875939E098589BA377000',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tgfzzs9ddd0gfe30n0 requires a person''s approval","permission_id":"perm_01m83392tgfzzs9ddd0gfe30n0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83392swfgm96nyck368nxxn','cancelled',1795400436584029,1795486836584029,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795400436352051,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.352051Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m83392m0emm98w8wyth0n1hk","username":"ada"},"epoch":1,"format":1,"id":"rec_01m83392m0ej69fqy2e0z5y8bf","kind":"change","node":"c8ed01a3","reason":null,"request_id":"173b5b59e1323c278488b4b9c2938a45","resource":"op_01m83392m0fr7rb84d8m5ya1pr","result":"done","seq":1,"trace":[]}',X'1BB023D185050A2D3684D14573834E3BDC380F490E0F1E9C3E5BBF09B04B4AFB');
INSERT INTO audit_records VALUES(10,2,1,1795400436542184,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.542184Z","customer_id":"cus_01m83392syfkwtyraz3x0xh7vf","customer_seq":1,"details":{"api_key":"key_01m83392syefxv1h8r8dwmyn6m","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m83392syen9887qzzdnc6nwg","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392syfkwtyraz3x0xh7vf","result":"done","seq":10,"trace":[]}',X'B757F72CD972BD4710AFA07AF1B0861D1F971D43934F67184A030DA89A4D0055');
INSERT INTO audit_records VALUES(11,3,1,1795400436543585,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.543585Z","customer_id":"cus_01m83392szf0qshgcmkzre9kss","customer_seq":1,"details":{"api_key":"key_01m83392szfy2s73nxkz5gnj5z","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m83392szfarterpp9hwy2swp","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392szf0qshgcmkzre9kss","result":"done","seq":11,"trace":[]}',X'545922C6FC7F879FFAECEBE6306C592CE3528F46DD4C168F6A1F984DBAAEDC3B');
INSERT INTO audit_records VALUES(12,1,2,1795400436545792,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.545792Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m83392t1e94bme7wx2xp0g1h","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392swftftnxh80pf1dsta","result":"done","seq":12,"trace":[]}',X'80BAC137656E872DC63A2B965F2B7F02320B823B5DA29A4E4606892469501F10');
INSERT INTO audit_records VALUES(13,2,2,1795400436547468,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.547468Z","customer_id":"cus_01m83392syfkwtyraz3x0xh7vf","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m83392t3f4baaebmd8czzde9","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392syfkwtyraz3x0xh7vf","result":"done","seq":13,"trace":[]}',X'F2C7A87E31147DCCF60346FB6910C165FB0D14B7FA21B76152F86E8B3F315085');
INSERT INTO audit_records VALUES(14,3,2,1795400436548755,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.548755Z","customer_id":"cus_01m83392szf0qshgcmkzre9kss","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m83392t4etm8m43ca120tta7","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392szf0qshgcmkzre9kss","result":"enabled","seq":14,"trace":[]}',X'CF0B211BA7AE64FD6EC7586C635BF80AE2195D77CDEB35E78785F862E53F95EC');
INSERT INTO audit_records VALUES(15,1,3,1795400436550113,'bot','done','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.550113Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83392t6f5mv0w84acy4kehk","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'5C3D642D409B1A2FE1AA9F48FDCA1C3F46B249E1E3D348B5949E1A2226314424');
INSERT INTO audit_records VALUES(16,1,4,1795400436551332,'resting','done','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:20:36.551332Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83392t7fwms3mj61ttj3mb0","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'DDCA23BD04FB9F8C92D51B538A58653B311BC842D69CC48BA4937CEECCDC1DD7');
INSERT INTO audit_records VALUES(17,1,5,1795400436552354,'killed','done','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:20:36.552354Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83392t8em9rwd25f57kff8j","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'A9F658967DD58963DE080D7B61C5D58BA5FEC0BCB20CFD0F7710C5000D5FF9DB');
INSERT INTO audit_records VALUES(18,1,6,1795400436553355,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:20:36.553355Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83392t9epwv7za84101kywf","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'63F74D644C2602C9B24C75F1A658B01826FD81A61BFD0844B3352D48C80CE50F');
INSERT INTO audit_records VALUES(19,1,7,1795400436554307,'gone','done','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:20:36.554307Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83392tae98vvfp524my07bb","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'0BE2A5FEFA33B6B81D1DED3AAAA6C22E0DDA31F59B3EAEBF1B7864C97E50CE55');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795400436395161,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.395161Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m83392nbeypabvyfdmm9e7ry","kind":"change","node":"c8ed01a3","reason":null,"request_id":"2767f372d3c0c763f3a877f6b7a89765","resource":"op_01m83392nbfakakfegkn0ck9g1","result":"done","seq":2,"trace":[]}',X'E49887FF1BEB26E69F23EB1E6A3DA760090F9483C9E6211463275E18ECDDD9D7');
INSERT INTO audit_records VALUES(20,1,8,1795400436555212,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.555212Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m83392tbfafvza6vwwgb103g","kind":"change","node":"c8ed01a3","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'6E68FE02116BE511268D99C157202315193B753B9D02E8B1E903E49852652913');
INSERT INTO audit_records VALUES(21,1,9,1795400436555950,'resting','done','{"action":"agent.update","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:20:36.555950Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m83392tcer9bd088esbyav4z","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'2E8C7FE4DD7D933001416065B121B520F353F265BFA9F6EB967D5BAFEC92C924');
INSERT INTO audit_records VALUES(22,1,10,1795400436556882,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.556882Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83392tdf2ya0tnhtty3t4ay","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392tcfecvdev2m4dd2tvv","result":"done","seq":22,"trace":[]}',X'B857C69E6CD631047A7B587E2185CBA267C79C92F2F22FB90CA1E07613050E64');
INSERT INTO audit_records VALUES(23,1,11,1795400436558017,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.558017Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m83392tefyftk858zw5wr3s2","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392tefw2trwzp973md5ha","result":"done","seq":23,"trace":[]}',X'92DE11F419465249288C355FE613646A463E9DC65174DEF2BC2AF1B9449A6D16');
INSERT INTO audit_records VALUES(24,1,12,1795400436559051,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.559051Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83392tfe0j9nj4d54d4jbnh","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392tffxzbjqpek5tk7hvd","result":"done","seq":24,"trace":[]}',X'D292F90D596B5B0D9B479E0BE63D8DDE4BD48C79E63FC90C1F8EC48BAFBE9820');
INSERT INTO audit_records VALUES(25,1,13,1795400436560013,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.560013Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m83392tgev09q65be6zjata5","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392tgf9avzfd0vhh5f5j3","result":"done","seq":25,"trace":[]}',X'081AC6536D495EB465824628A8D07AFEE85B6DEE196441F2FF86B89383251FE1');
INSERT INTO audit_records VALUES(26,1,14,1795400436560928,'killed','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:20:36.560928Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83392tge0rad954vmv2tdwy","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392tgfzzs9ddd0gfe30n0","result":"done","seq":26,"trace":[]}',X'1E2FE548206190FDE1D58E7B23C5E54EA3F9EB24478C57906CBE16AEFD72C37F');
INSERT INTO audit_records VALUES(27,1,15,1795400436561869,'gone','done','{"action":"permission.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:20:36.561869Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m83392thevrt17wybwkgmxn7","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"perm_01m83392thede9svkt84nynz2j","result":"done","seq":27,"trace":[]}',X'AE1C116C6D7931B861F8682D31E5B2F2DF0D8A5732CE5092AFF70D80FCD03513');
INSERT INTO audit_records VALUES(28,1,16,1795400436562765,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.562765Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-Ctnx…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m83392tjezs9n9j9qqbq247y","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"key_01m83392tjfn6s8jv045p6gej5","result":"done","seq":28,"trace":[]}',X'E43CAFC13D3052EA2C9F9153FB3898B77C6BFC0D283A2F47416133F5744692E6');
INSERT INTO audit_records VALUES(29,1,17,1795400436563761,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.563761Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-xl3B…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m83392tkf1jtjrd0w184c6j1","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"key_01m83392tkebs88fdgxr0w16j3","result":"done","seq":29,"trace":[]}',X'FD1E734D774D72E3B62F11F9E30E56267AB3F3698B4828C473C6778699572EC1');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795400436430822,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.430822Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m83392pffzqrxjp9dbzybf5d","kind":"change","node":"c8ed01a3","reason":null,"request_id":"e9d50e32ff59c04fbea7953e09f28bdd","resource":"op_01m83392pff5d9ptztrmz3239j","result":"done","seq":3,"trace":[]}',X'77C7BD5FC17EAB7F1809626C6DC8D71EB85E24D5AA3FAE7B12BC51022C4B0F17');
INSERT INTO audit_records VALUES(30,1,18,1795400436564620,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.564620Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":18,"details":{"name":"revoked","prefix":"sk-xl3B…"},"epoch":1,"format":1,"id":"rec_01m83392tmfbkr99mmp83m4yk5","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"key_01m83392tkebs88fdgxr0w16j3","result":"done","seq":30,"trace":[]}',X'6B530E896E714AABB98BA027AF9245C95E4C6EDC6A5929A4613B8F6F3BFBFB70');
INSERT INTO audit_records VALUES(31,1,19,1795400436565619,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.565619Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-nu3j…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m83392tnf4frw9bjqwg2q0tp","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"key_01m83392tnfhwvxv7rqacyjy75","result":"done","seq":31,"trace":[]}',X'8B109FD70018859447A3F22104E01A3C983FE2DB7BD11A34F76D01B33D5B3857');
INSERT INTO audit_records VALUES(32,1,20,1795400436566556,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.566556Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-HT9S…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m83392tpe0fa984agswe71kv","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"key_01m83392tpewxa3hp4a0ye25pq","result":"done","seq":32,"trace":[]}',X'49B6D0CE15EC5BD43D240E942AA703038A2F014D488BB2D10BF6130C9173C0A6');
INSERT INTO audit_records VALUES(33,1,21,1795400436567480,'bot','approved','{"action":"read","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.567480Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m83392tqee8tfpbh6r4eykw3","kind":"decision","node":"c8ed01a3","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83392tcfecvdev2m4dd2tvv","permission_id":"perm_01m83392tcfecvdev2m4dd2tvv","rule_checked":"permission_rule","rule_result":"passed"}]}',X'FE9DA60C985DBFC5527B726455A2176470B43E1F90CDB08B41E94883F942F568');
INSERT INTO audit_records VALUES(34,1,22,1795400436568361,'bot','denied','{"action":"read","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.568361Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m83392treahr73d6qadq10vr","kind":"decision","node":"c8ed01a3","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m83392tefw2trwzp973md5ha","permission_id":"perm_01m83392tefw2trwzp973md5ha","rule_checked":"permission_rule","rule_result":"failed"}]}',X'E324B7A8578DE35BB0CC787F27D44F2976E0B78A2AE5DD73245BB86F47EAF73A');
INSERT INTO audit_records VALUES(35,1,23,1795400436569195,'nobody','denied','{"action":"read","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:20:36.569195Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m83392tsfxjs9vc9sks1tbp9","kind":"decision","node":"c8ed01a3","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'DCAFBA33D7AF2B49AD669BEC685341EBF165DE657CE5A19F4B6FB4758F745700');
INSERT INTO audit_records VALUES(36,1,24,1795400436570198,'bot','approved','{"action":"read","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.570198Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m83392ttfs98warbjds5qjs7","kind":"decision","node":"c8ed01a3","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83392tcfecvdev2m4dd2tvv","permission_id":"perm_01m83392tcfecvdev2m4dd2tvv","rule_checked":"permission_rule","rule_result":"passed"}]}',X'123CB7107A4D252D664BF5497B5B94998FCC80497895FB2BA10389C44C96BBCD');
INSERT INTO audit_records VALUES(37,1,25,1795400436571274,'bot','denied','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.571274Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m83392tvetxa0k587g58cv2h","kind":"decision","node":"c8ed01a3","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0810192BE37E78BEFF0085F1B71D16F18B32E1F3B31DDCA715ED2DFE0200BE92');
INSERT INTO audit_records VALUES(38,1,26,1795400436572673,'bot','denied','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.572673Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m83392twev9byvzy3pk1amwd","kind":"decision","node":"c8ed01a3","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'9F035F4791B54BADB42C715D7A4EB4320FE577F46CBA4FF9F3B57681D2CF3584');
INSERT INTO audit_records VALUES(39,1,27,1795400436573827,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83392tpewxa3hp4a0ye25pq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.573827Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:20:36.572673Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m83392tyfgvbh3a5stpnwtjw","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"apr_01m83392twe8rsq8hqd13bdvbh","result":"done","seq":39,"trace":[]}',X'A0522F261AF47514D05781A532DDF0FA7DFEF93EF90C2E2B9807B59D36EA5BAC');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795400436447825,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.447825Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m83392q0fgf9qppz4qef5pfm","kind":"change","node":"c8ed01a3","reason":null,"request_id":"fbde16cb304ec3cd5ba31c25bb74122b","resource":"op_01m83392pff5d9ptztrmz3239j","result":"done","seq":4,"trace":[]}',X'4F257CEBF1217BFF230EE59042C3E5F5AB6663B6BB400F470B71C92731094438');
INSERT INTO audit_records VALUES(40,1,28,1795400436575330,'bot','denied','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.575330Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m83392tzejrrjn33bhtx434a","kind":"decision","node":"c8ed01a3","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'2661998AF9D17A5D6A01E0478FEF83C8F808F9B13C116821D477E52A9E4B236F');
INSERT INTO audit_records VALUES(41,1,29,1795400436579604,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m83392tpewxa3hp4a0ye25pq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.579604Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:20:36.575330Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m83392v3enzbz3wbv2kcwccs","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"apr_01m83392tzezmrmdz965xyh86x","result":"done","seq":41,"trace":[]}',X'4B0AA2652F8E8C7210A3AB7CCB98EA3BBD33EF5E1DA80309F1B6DC672042BD3E');
INSERT INTO audit_records VALUES(42,1,30,1795400436580881,'bot','denied','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.580881Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m83392v4etvrgvpnxv4njqg8","kind":"decision","node":"c8ed01a3","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'CB861DE0B6C0B3E25C5B646314B58772C99F40F8440D483B6927C029AB6B09EB');
INSERT INTO audit_records VALUES(43,1,31,1795400436582003,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83392tpewxa3hp4a0ye25pq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:20:36.582003Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:20:36.580881Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m83392v6fhw9w28r3t85wfsb","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"apr_01m83392v4fjgvmgpcsd8v2hx8","result":"done","seq":43,"trace":[]}',X'3A97F519B32667CF2305A7BBA6BFE8901EFD98B58039388250B2654AB82DB744');
INSERT INTO audit_records VALUES(44,1,32,1795400436583077,'bot','approved','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:20:36.583077Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m83392v7f93s9xa3y6dbswqt","kind":"decision","node":"c8ed01a3","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tffxzbjqpek5tk7hvd requires a person''s approval","permission_id":"perm_01m83392tffxzbjqpek5tk7hvd","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m83392v4fjgvmgpcsd8v2hx8 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'153E76328EC982766DA3FBF49B40122DB300EDA62E086F17E3BA1AE2CFD6C67F');
INSERT INTO audit_records VALUES(45,1,33,1795400436584029,'killed','denied','{"action":"refund","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:20:36.584029Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m83392v8ft7ryck7cqb7sd69","kind":"decision","node":"c8ed01a3","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83392tgfzzs9ddd0gfe30n0 requires a person''s approval","permission_id":"perm_01m83392tgfzzs9ddd0gfe30n0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'79BD2F0EB0124FD851A0FDC28B2B6201625C602DD8FBB41DCCEA98061AF76ECA');
INSERT INTO audit_records VALUES(46,1,34,1795400436585020,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:20:36.585020Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m83392v9ewrsj9vfzkcd2syh","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'E712B6E73618ADD82574395F85F3D02453E36642C6C5468EF95EF325968D590A');
INSERT INTO audit_records VALUES(47,1,35,1795400436586040,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:20:36.586040Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m83392vaecdv97b8k5zz9qrp","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'936E94639F8B0688591ECD08853E65C74055EA9BD64D3E15583668F9F79D7877');
INSERT INTO audit_records VALUES(48,1,36,1795400436586775,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m83392swfgm96nyck368nxxn","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:20:36.586775Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m83392vae67vtdf77sjgnkrh","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'7E8F95DCB7CC0DE8BBDE46DA8921C7410A038BE004289E676256FA7E834F3FFC');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795400436464664,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.464664Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m83392qhfmvvkhyegjrsd1cf","kind":"change","node":"c8ed01a3","reason":null,"request_id":"171b488b0c1279d98860c395766018e9","resource":"tok_01m83392qge7n9kzc7gex62nm8","result":"done","seq":5,"trace":[]}',X'3329372B90EF41813F05894BC0F8966AAEC1F3383125628096E11F6071F938FF');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795400436487786,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:20:36.487786Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-iTK0…"},"epoch":1,"format":1,"id":"rec_01m83392r8fzds2zkmmxebzqk3","kind":"change","node":"c8ed01a3","reason":null,"request_id":"a924f5de7089bd596dbb1765f6f5920b","resource":"tok_01m83392qge7n9kzc7gex62nm8","result":"done","seq":6,"trace":[]}',X'1EC91EC7BD37F46EC936EC41C525EBF3D52FC4BE3CBE939EAC811254939A2A9C');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795400436508037,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:20:36.508037Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"02d15be3d7e19387f7684182513a30cc4061e3041bf6fb7b02e5ab10ff6c4985","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmponjb8w/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m83392rwf65vde68r82bc50m","kind":"change","node":"c8ed01a3","reason":null,"request_id":"f678782702292695d7f113351ba69937","resource":null,"result":"done","seq":7,"trace":[]}',X'F798F0DFE560007BAD15D10699951B0182334ACF310AC8AE796D042BD056D088');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795400436537650,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m83392nbfakakfegkn0ck9g1","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:20:36.537650Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:20:36.537650Z","session":"ses_01m83392ssecvty6ajcnanapmw"},"epoch":1,"format":1,"id":"rec_01m83392stea1v37xpg7rxhyrd","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"op_01m83392nbfakakfegkn0ck9g1","result":"done","seq":8,"trace":[]}',X'70434DA252CE6458DAB2C8D9247B328921E5AE345699A3ED49530E97CCE86630');
INSERT INTO audit_records VALUES(9,1,1,1795400436540021,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83392m0fr7rb84d8m5ya1pr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:20:36.540021Z","customer_id":"cus_01m83392swftftnxh80pf1dsta","customer_seq":1,"details":{"api_key":"key_01m83392swfgm96nyck368nxxn","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m83392swff78ejqymdh67jrw","kind":"change","node":"c8ed01a3","reason":null,"request_id":"test","resource":"cus_01m83392swftftnxh80pf1dsta","result":"done","seq":9,"trace":[]}',X'A3C84D4C21421C6F58126C5970A6B95E5D5C9E88EACB44600EDEACA94AA2D163');
INSERT INTO customers VALUES(1,X'01A206348B3C7E9FAAF628059E16E74A','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795400436540021,1795400436545792);
INSERT INTO customers VALUES(2,X'01A206348B3E7CF9AF615F1F41D89F6F','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795400436542184,1795400436547468);
INSERT INTO customers VALUES(3,X'01A206348B3F782F98C1949FF0E4CF39','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795400436543585,1795400436543585);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m83392swfgm96nyck368nxxn',NULL,1795400436585020);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m83392m0fr7rb84d8m5ya1pr:ada','audit',1795400436586040);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m83392m0fr7rb84d8m5ya1pr:ada','unpaid',1795400436548755);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmponjb8w/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:20:36.350657Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','c8ed01a3');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A206348B397337AF19526555555A9C',X'01A206348AAB7AA6A9BDD09D40C9A601',X'55B7AB486EFE7EAF92BD9BDBD81D1A1A6C367DE872E7F7942D109694C562820F',1795400436537650,1795443636537650);
INSERT INTO operator_tokens VALUES(X'01A206348A80752894711CF6A20A8633',X'01A206348A807E0F85A08D450BE506D8','first token','op-9qq7…',X'B6BB8AEB2AF3359B8361F5781F77D3F529D762A95A1D079B8659DA4DB7D451D2',1795400436352051,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A206348AF071EA99FD8783BA615688',X'01A206348A807E0F85A08D450BE506D8','lost','op-iTK0…',X'3B8814CB6DCC4359B7D842240374814B1E0455C9E06FC6147F63F41FEAAAD39F',1795400436464664,NULL,1795400436487786);
INSERT INTO operators VALUES(X'01A206348A807E0F85A08D450BE506D8','ada','owner',NULL,0,1795400436352051,1795400436352051);
INSERT INTO operators VALUES(X'01A206348AAB7AA6A9BDD09D40C9A601','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$SaG17u11XIEXRIne+rilNA$xTATBa/ktXqlYrDH2Gi4fTa1zEw9XV93Bk0cG1N+sh4',0,1795400436395161,1795400436395161);
INSERT INTO operators VALUES(X'01A206348ACF795A9B6BFAC53E310D32','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$IiKMqJEHQn7fbv5ccTqNaw$2w1xVYz6XDLXiOxx6JV9c5k2TiLjX1LtvGHCzey+mSs',1,1795400436430822,1795400436447825);
INSERT INTO permissions VALUES(X'01A206348B4C7B99B6BB62A11AD16B7B',1,'read','orders/*','allow',NULL,NULL,1795400436556882);
INSERT INTO permissions VALUES(X'01A206348B4E7F05AC73F649C746962A',1,'read','orders/secret','deny',NULL,NULL,1795400436558017);
INSERT INTO permissions VALUES(X'01A206348B4F7F7EB95ECE997533C76D',1,'refund','orders/*','require_approval',NULL,NULL,1795400436559051);
INSERT INTO permissions VALUES(X'01A206348B507A55BFBDA0DC62579643',1,'*','archive/**','allow',NULL,4102444800000000,1795400436560013);
INSERT INTO permissions VALUES(X'01A206348B507FFF94B5AD041EE182A0',3,'refund','orders/*','require_approval',NULL,NULL,1795400436560928);
INSERT INTO usage_daily VALUES(1,20780,3,7,21,1);
CREATE INDEX permissions_by_agent ON permissions (agent_no);
CREATE UNIQUE INDEX kill_switches_by_target
    ON kill_switches (level, coalesce(customer_no, 0), coalesce(agent_id, ''));
CREATE INDEX approvals_standing ON approvals (expires_at)
    WHERE status IN ('pending', 'approved', 'rejected');
CREATE INDEX approvals_by_customer ON approvals (customer_no, id);
CREATE INDEX outbound_messages_by_status ON outbound_messages (status, settled_at);
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
