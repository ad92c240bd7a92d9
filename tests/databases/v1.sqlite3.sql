-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-5sR4HiWsZe8bLNE2V2ejPNoiUqEja5wi2ysCtdGf0QWfAJ
-- approved_request = apr_01m82rq3f7egzrqtw0vsz1wsew
-- approver_key = sk-EDdoFSLITUKhhV3Te8A8IkCs74FOdWTVHE5pBgYu2WsUA3
-- cancelled_request = apr_01m82rq3fzfqnt13jfhqfb7zyb
-- dated_key = sk-RF55Bzar3nkWo1u015686c5X3USMxKCT2xk0cQmh2aFbeC
-- lost_token = op-zDmFw7NmXxiZb40ZYJRRA9mMFspOokrsZDoAHntg1uIOMa
-- north_id = cus_01m82rq3acf2g82y4zbvd3cg1c
-- north_key = sk-3oOudsY4WovxJtz7olbQzjAvRIDUIwO4ErlnV9LE2Y3OKC
-- owner_token = op-cT85k4da1LNkycZVADoACNUNHjaVxgi765ig5aUr3udCs6
-- pending_request = apr_01m82rq3f3f31s2y0bs3w68jvc
-- rejected_request = apr_01m82rq3fffsr8cpnhf2h96mh0
-- revoked_key = sk-jmlgkx4E5GD6mQxGKF3c2cLoSKxkn3qsFSMhgvUl4LeN1i
-- south_id = cus_01m82rq3akfjzv47cj6e7vta30
-- south_key = sk-KjeaymFluH9JZvN9OBDrsiSiNJxM1sqOLSYzzmXT45Evxb
-- used_request = apr_01m82rq3fke94spr8zjx10thpv
-- west_id = cus_01m82rq3avfh7909c7vncaa2vp
-- west_key = sk-RIhRDeTUwDNzMDoc0Re9L8dobayYDOjwmIuF5sth00tYid
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795389361535381,1795389361535381);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795389361543349,1795389361575448);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795389361551350,1795389361551350);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795389361559408,1795389361559408);
INSERT INTO api_keys VALUES(X'01A2058B8D4C798488D8EC3C4E195A04',1,'first key','sk-3oOu…',X'66B6B1C7F8A6DC03046D3E8468BD8B9BE7EBE067ADCC48DEE4B1867C4F0D5C4A',7,NULL,NULL,1795389361484689,'operator:op_01m82rq2zae2jv3a7wq7datwqr:ada',NULL,NULL,1795389361535247);
INSERT INTO api_keys VALUES(X'01A2058B8D537D3EB3D7D8B4FC5EDFAD',2,'first key','sk-Kjea…',X'FAAEC211FB6F1B0D0A4D5AB6860AB49B9317D16690A5BF2D33AE311DF9BBA6C9',7,NULL,NULL,1795389361491593,'operator:op_01m82rq2zae2jv3a7wq7datwqr:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2058B8D5B7FA1B760FEB2E2702246',3,'first key','sk-RIhR…',X'F20FFFF83D0AD71D0FF219FFEA370B1625808E336823C2CB2205104231015ADF',7,NULL,NULL,1795389361499641,'operator:op_01m82rq2zae2jv3a7wq7datwqr:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2058B8DC370A0B454FB2AEFC0DA95',1,'unnamed key','sk-5sR4…',X'067F349B05EEBBBF66DBCDA037F4B06F06795B3C1394A73E683E66947D937B03',1,'bot',NULL,1795389361603420,'api_key:key_01m82rq3acf628hp7c7h71jpg4',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2058B8DC57E26B5F6113250E15BAF',1,'revoked','sk-jmlg…',X'DD6466C59C2AF8A477E2985CA140886D9FFD2F4C5F4EA456B340095FE6F05ACA',7,NULL,NULL,1795389361605050,'api_key:key_01m82rq3acf628hp7c7h71jpg4',NULL,1795389361607399,NULL);
INSERT INTO api_keys VALUES(X'01A2058B8DCB79A0AE2F7EAB81D07BF7',1,'unnamed key','sk-RF55…',X'3A1C2440EF7F991ACEA3F6AB0EB03743B7C2222B30092B6080298BEA250A7C53',2,NULL,NULL,1795389361611433,'api_key:key_01m82rq3acf628hp7c7h71jpg4',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2058B8DCF7536A792114065AE8ECA',1,'unnamed key','sk-EDdo…',X'17A685F4190BA3F821E6200FC48941FFC6D732D4A3AE84A0813DF55502B68288',8,NULL,'Ada Byron',1795389361615406,'operator:op_01m82rq2zae2jv3a7wq7datwqr:ada',NULL,NULL,1795389361643595);
INSERT INTO approvals VALUES(X'01A2058B8DE378C391780BC8F8644B6C',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82rq3acf628hp7c7h71jpg4','pending',1795389361635566,1795475761635566,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2058B8DE7743F8BEB80DE7E1E65DC',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82rq3acf628hp7c7h71jpg4','approved',1795389361639737,1795475761639737,1795389361643748,'api_key:key_01m82rq3efemvaf4gh81jtx3pa','Ada','because');
INSERT INTO approvals VALUES(X'01A2058B8DEF7E70865AB178A2935220',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82rq3acf628hp7c7h71jpg4','rejected',1795389361647631,1795475761647631,1795389361649251,'api_key:key_01m82rq3efemvaf4gh81jtx3pa','Ada','because');
INSERT INTO approvals VALUES(X'01A2058B8DF372499B611F97420D46DB',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82rq3acf628hp7c7h71jpg4','used',1795389361651571,1795475761651571,1795389361655625,'api_key:key_01m82rq3efemvaf4gh81jtx3pa','Ada','because');
INSERT INTO approvals VALUES(X'01A2058B8DFF7DEBA08E4F8DDEB3FFCB',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dveapbytm4jxydbr5a requires a person''s approval","permission_id":"perm_01m82rq3dveapbytm4jxydbr5a","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82rq3acf628hp7c7h71jpg4','cancelled',1795389361663569,1795475761663569,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795389361130796,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.130796Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82rq2zafv59xd0sz757yxfj","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82rq2zbe9er69kz2pnnhazy","kind":"change","node":"9430a7a4","reason":null,"request_id":"80160488ae67c1a951c6ecbf1a8a4955","resource":"op_01m82rq2zae2jv3a7wq7datwqr","result":"done","seq":1,"trace":[]}',X'58AFF9B5F8DD61B7953F4A946AD5B2D41A94E801F1B50A762905A707B36EB65F');
INSERT INTO audit_records VALUES(10,2,1,1795389361491593,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.491593Z","customer_id":"cus_01m82rq3akfjzv47cj6e7vta30","customer_seq":1,"details":{"api_key":"key_01m82rq3akfmzb7nyrpky5xqxd","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82rq3ake7ssnpj57fcnf0xn","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3akfjzv47cj6e7vta30","result":"done","seq":10,"trace":[]}',X'B91D9FE13AFC934093BA1306B394D9929BE8A6E050AEC08014DDB935E81FC40E');
INSERT INTO audit_records VALUES(11,3,1,1795389361499641,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.499641Z","customer_id":"cus_01m82rq3avfh7909c7vncaa2vp","customer_seq":1,"details":{"api_key":"key_01m82rq3avfygver7ypbh708j6","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82rq3avf1r9qerjrm6zeeva","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3avfh7909c7vncaa2vp","result":"done","seq":11,"trace":[]}',X'626147D8653BA72D2D591327D50E3AD6A004DAAA5EDF35AE774976EF082BB1B1');
INSERT INTO audit_records VALUES(12,1,2,1795389361509214,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.509214Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82rq3b5fntb9sz9nbzkrw8k","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3acf2g82y4zbvd3cg1c","result":"done","seq":12,"trace":[]}',X'D7173486FE2E7F76B7BC7A758FD97F3D45E5C297F97CB4C25F0B2D4FF95E40BB');
INSERT INTO audit_records VALUES(13,2,2,1795389361519543,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.519543Z","customer_id":"cus_01m82rq3akfjzv47cj6e7vta30","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82rq3bff6rthb5b0n3b9whr","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3akfjzv47cj6e7vta30","result":"done","seq":13,"trace":[]}',X'66AA02B9B19991B232408AB207DB29DAE80379E982AAA4A0C83657DBFB513A49');
INSERT INTO audit_records VALUES(14,3,2,1795389361527623,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.527623Z","customer_id":"cus_01m82rq3avfh7909c7vncaa2vp","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82rq3bqepgs0mrfpgn3k0ta","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3avfh7909c7vncaa2vp","result":"enabled","seq":14,"trace":[]}',X'17E3D87F0C42B8A0BD97E9B03A58B7DE021CC62E6E13A0BD43355D02D96FAE7F');
INSERT INTO audit_records VALUES(15,1,3,1795389361535381,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.535381Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82rq3bzfrqa54axrhz5c9as","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'21256A3751AB27F7737E1413E26944AD7B8C2C090E8A4A1DDCB386A668957D92');
INSERT INTO audit_records VALUES(16,1,4,1795389361543349,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:16:01.543349Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82rq3c7e15rp84nfr1qvy1t","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'A54B730E4C79A287453A6B1D2014C4226A85B309289E26BEB56D9B4E272F4C95');
INSERT INTO audit_records VALUES(17,1,5,1795389361551350,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:16:01.551350Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82rq3cfes9bebc3n8jb9hsz","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'09EEC925A08D013F130C13FBC4602ADB3A26D0C0A6CA1E7C451F5681E7D78293');
INSERT INTO audit_records VALUES(18,1,6,1795389361559408,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:16:01.559408Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82rq3cqed4vkjxc0d8v4tvc","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'1519F8063919089DCF7F46E5FDBE797A1F5FC06BC059805C7E2FC3D9BDA157C4');
INSERT INTO audit_records VALUES(19,1,7,1795389361563421,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:16:01.563421Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82rq3cvfa8rnf2nxv22jm2r","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'58DE3CBC3D06FD117198E422DEE5CD46CB908557B86EA507732C91C8689BA174');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795389361221085,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.221085Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82rq325es3re9rjvv4t6jss","kind":"change","node":"9430a7a4","reason":null,"request_id":"444ea68ad69f5e3310d496bbd9697c96","resource":"op_01m82rq325e1atm7d6063yfrq6","result":"done","seq":2,"trace":[]}',X'32C268BEDF087C7B3DE307E8F4F06121B79D27F59FCEC0B315955E6F63AC52ED');
INSERT INTO audit_records VALUES(20,1,8,1795389361571333,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.571333Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82rq3d3frm9dxn7774shn35","kind":"change","node":"9430a7a4","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'11102B39150C9287107E60CF088BD9316BC3CB2C4F310BCABAC292CB1AD48507');
INSERT INTO audit_records VALUES(21,1,9,1795389361575448,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:16:01.575448Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82rq3d7f72vpbgq2xtg2eqt","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'637647C4B36B80929B9107432B77CF1D8C538E6CCDC889B732E378E85B24EB5C');
INSERT INTO audit_records VALUES(22,1,10,1795389361579445,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.579445Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82rq3dbf9qtpjbw35yvynbn","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dbey2vqzfggkn4gk6g","result":"done","seq":22,"trace":[]}',X'8D87F211C1A3ACB4225D09ED581B5556781079BD00FE24A5C7978B0489FACDB6');
INSERT INTO audit_records VALUES(23,1,11,1795389361583402,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.583402Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82rq3dfe3f97c9x1xbkaxwt","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dfeaw8jjq7w5nrcnr6","result":"done","seq":23,"trace":[]}',X'61C8200EB0A5A95AD180EC049BBE74C799ADCCBC95DE25B1F11AC00B82DDC6FF');
INSERT INTO audit_records VALUES(24,1,12,1795389361587445,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.587445Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82rq3dkek5rbpf9bfc6q6hg","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dkegg8wye11c4dyn5j","result":"done","seq":24,"trace":[]}',X'AFA92C390809802D83EA2F7F36F72717C3EF32264B932652995E510341C65F18');
INSERT INTO audit_records VALUES(25,1,13,1795389361591431,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.591431Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82rq3dqf93955ry9j07bh6r","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dqe1n892mdv8ypjxqn","result":"done","seq":25,"trace":[]}',X'828CD7E0408797351C467A4F78866F6C1ACCCDE23BB046672E57F8D4E930385F');
INSERT INTO audit_records VALUES(26,1,14,1795389361595410,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:16:01.595410Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82rq3dvfa1v4hegybj548vj","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dveapbytm4jxydbr5a","result":"done","seq":26,"trace":[]}',X'27A176599F9BA1334A202A0C3E75657E15C5F98B0DD53FC83D4FE1FB6CF79B1A');
INSERT INTO audit_records VALUES(27,1,15,1795389361599010,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:16:01.599010Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82rq3dzfgstmj6bsbeakg92","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"perm_01m82rq3dzfter0ngksnj685cd","result":"done","seq":27,"trace":[]}',X'00770DAE410E13B3145A16CA6693AEB91B9370CCC792F144B21E8915019FB396');
INSERT INTO audit_records VALUES(28,1,16,1795389361603420,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.603420Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-5sR4…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82rq3e3f0qaffh30ndzvtrd","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"key_01m82rq3e3e2gb8n7v5bqw1pmn","result":"done","seq":28,"trace":[]}',X'4B5F7D9A6CCAACA97E0DA4C6631FF71ABF2DAA967DCF1A5B1BEF91431A4E06EC');
INSERT INTO audit_records VALUES(29,1,17,1795389361605050,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.605050Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-jmlg…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82rq3e5fnrrh02cr2dt1m6e","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"key_01m82rq3e5frkbbxgh698e2pxf","result":"done","seq":29,"trace":[]}',X'C2E931EE48924E9FAB9F2A45DFE7A43A08595ABB69910C70DE2A62A6E2FFE103');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795389361323386,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.323386Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82rq35be8gbpr8kgzr2dcrw","kind":"change","node":"9430a7a4","reason":null,"request_id":"6d85b0d820a53b6240d6a2d4d3a7b0b3","resource":"op_01m82rq35becxs05kmd5wzddqw","result":"done","seq":3,"trace":[]}',X'2A8B69874A4AC1B4BAED255B3117360765F073453A581D9ACD380E471F2AA77F');
INSERT INTO audit_records VALUES(30,1,18,1795389361607399,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.607399Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":18,"details":{"name":"revoked","prefix":"sk-jmlg…"},"epoch":1,"format":1,"id":"rec_01m82rq3e7ef9smdvjcbq6z21n","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"key_01m82rq3e5frkbbxgh698e2pxf","result":"done","seq":30,"trace":[]}',X'B4411C0FD01188BAF58117982880B28B7576C7653C22FF314F124BDE5902CE47');
INSERT INTO audit_records VALUES(31,1,19,1795389361611433,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.611433Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-RF55…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82rq3ebebs983rbyp5aagqf","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"key_01m82rq3ebf6gawbvyne0x0yzq","result":"done","seq":31,"trace":[]}',X'2FE3D3A45D3889C73A49A96EC453A57D52C6AF70CDB8F82B2138E3BF74FEE78A');
INSERT INTO audit_records VALUES(32,1,20,1795389361615406,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.615406Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-EDdo…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82rq3effa7rd7bm2s214kjw","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"key_01m82rq3efemvaf4gh81jtx3pa","result":"done","seq":32,"trace":[]}',X'FDA7C5814ECF76C6F9123A4851034E50D2B3EA7F6D3B169F68008E13C47FD8FB');
INSERT INTO audit_records VALUES(33,1,21,1795389361619382,'bot','approved','{"action":"read","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.619382Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82rq3ekfg0bav1k0jmmk57h","kind":"decision","node":"9430a7a4","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82rq3dbey2vqzfggkn4gk6g","permission_id":"perm_01m82rq3dbey2vqzfggkn4gk6g","rule_checked":"permission_rule","rule_result":"passed"}]}',X'EC1450BF0D83099F487DD9283E0E36DA0D09CA1769D6A2886EAB7A7EE3688E23');
INSERT INTO audit_records VALUES(34,1,22,1795389361623437,'bot','denied','{"action":"read","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.623437Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82rq3eqftc9kfscr5cwgct4","kind":"decision","node":"9430a7a4","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82rq3dfeaw8jjq7w5nrcnr6","permission_id":"perm_01m82rq3dfeaw8jjq7w5nrcnr6","rule_checked":"permission_rule","rule_result":"failed"}]}',X'515764AFCBA2010E90A4DD6FE650745696DFA9FE5662E1E430A4A31768A02A9E');
INSERT INTO audit_records VALUES(35,1,23,1795389361627439,'nobody','denied','{"action":"read","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:16:01.627439Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82rq3evf52bcjbqatbqkebv","kind":"decision","node":"9430a7a4","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'C266FF71A2EDC0074257071AC9C324A404F57E1906F2A6801EBE2D10CEB9B1FD');
INSERT INTO audit_records VALUES(36,1,24,1795389361631485,'bot','approved','{"action":"read","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.631485Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82rq3eze3ctbg3bxgez63dr","kind":"decision","node":"9430a7a4","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82rq3dbey2vqzfggkn4gk6g","permission_id":"perm_01m82rq3dbey2vqzfggkn4gk6g","rule_checked":"permission_rule","rule_result":"passed"}]}',X'4684AB73BF4A84B3280461E95C061EAEFBE5391C1FBBCF406B69AEDCB148333E');
INSERT INTO audit_records VALUES(37,1,25,1795389361635566,'bot','denied','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.635566Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82rq3f3ezm8z3snj162n907","kind":"decision","node":"9430a7a4","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'306026B579FE37935A139648B6D8EA76715D8F3907019F54512D9353474944E3');
INSERT INTO audit_records VALUES(38,1,26,1795389361639737,'bot','denied','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.639737Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82rq3f7fte9rwzz5ck139d2","kind":"decision","node":"9430a7a4","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'21D75BD156CF141288075A74692962AC53C3B16FA690502F3623D3CB19DBC840');
INSERT INTO audit_records VALUES(39,1,27,1795389361643748,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82rq3efemvaf4gh81jtx3pa","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.643748Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:16:01.639737Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82rq3fcefs99bkb9tjej92r","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"apr_01m82rq3f7egzrqtw0vsz1wsew","result":"done","seq":39,"trace":[]}',X'BC796C9CBB510E87BE63D84A14EFE74EE0F4BB3BB8137DB3F42989EEAA2B3855');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795389361359675,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.359675Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82rq36ffr0rzcdqee0f19hz","kind":"change","node":"9430a7a4","reason":null,"request_id":"a5118f10750ca64ef75e20191fcd680c","resource":"op_01m82rq35becxs05kmd5wzddqw","result":"done","seq":4,"trace":[]}',X'D03CEED58309815FE4AA1E0475F1211D85DBFBFA89C8C8AF466A9CA07F45B250');
INSERT INTO audit_records VALUES(40,1,28,1795389361647631,'bot','denied','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.647631Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82rq3fffqa8ze0dwh421tnq","kind":"decision","node":"9430a7a4","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A4C648033194A9433012C0FB2B40487E58801EEA35434F3014C433030596526A');
INSERT INTO audit_records VALUES(41,1,29,1795389361649251,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82rq3efemvaf4gh81jtx3pa","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.649251Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:16:01.647631Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82rq3fhf2ca71nr1zprz8vk","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"apr_01m82rq3fffsr8cpnhf2h96mh0","result":"done","seq":41,"trace":[]}',X'CBA6048E28988C839B8FA5E980A8B2A7DF28F9875D49861BE86AA787B0D29519');
INSERT INTO audit_records VALUES(42,1,30,1795389361651571,'bot','denied','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.651571Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82rq3fkegvrc3kw9a509689","kind":"decision","node":"9430a7a4","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'444471938AA6963B192AF36C7700B0E83B10212B515D52A29ED5850D1009FA81');
INSERT INTO audit_records VALUES(43,1,31,1795389361655625,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82rq3efemvaf4gh81jtx3pa","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:16:01.655625Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:16:01.651571Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82rq3fqey5a0m362a54pa1g","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"apr_01m82rq3fke94spr8zjx10thpv","result":"done","seq":43,"trace":[]}',X'B44AFDC384CFFC9ECF9950A1BEC1978FDE8820ADEA6316E5A35546C7BA585D60');
INSERT INTO audit_records VALUES(44,1,32,1795389361659516,'bot','approved','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:16:01.659516Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82rq3fvfhyaezdkfbx1tzq2","kind":"decision","node":"9430a7a4","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dkegg8wye11c4dyn5j requires a person''s approval","permission_id":"perm_01m82rq3dkegg8wye11c4dyn5j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82rq3fke94spr8zjx10thpv was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'02D3AC6BDB333E0D6E509EBDE80C3C63367EDE79BA2609014B77B72B8D9933C7');
INSERT INTO audit_records VALUES(45,1,33,1795389361663569,'killed','denied','{"action":"refund","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:16:01.663569Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82rq3fzfbz8dzy966hrkqk1","kind":"decision","node":"9430a7a4","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82rq3dveapbytm4jxydbr5a requires a person''s approval","permission_id":"perm_01m82rq3dveapbytm4jxydbr5a","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'C0FCF4D01DCB0827A1303F792E53D1B5066C02FF53241678FBAA12DF1E703CEB');
INSERT INTO audit_records VALUES(46,1,34,1795389361667545,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:16:01.667545Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82rq3g3ff1s5emsfc7ebkhg","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'E6709266F3787F11C9E6D2FBFFD1E8E504896EEEE126ADB7160A00D215909B53');
INSERT INTO audit_records VALUES(47,1,35,1795389361671415,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:16:01.671415Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82rq3g7fknan5nab6q4kykw","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'5EC6E432176E1F8E09F5E224B440E21764B74FAC53E9389C66D1B99600542C06');
INSERT INTO audit_records VALUES(48,1,36,1795389361679278,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82rq3acf628hp7c7h71jpg4","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:16:01.679278Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82rq3gfewjae1ny80eqhg8f","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'D9CACBB85E4AB4CB174A282C369B1EA5C487CF814B431214F931673558125648');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795389361393178,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.393178Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82rq37hesybra106etvbd0r","kind":"change","node":"9430a7a4","reason":null,"request_id":"d7c47f55bb0a8456c47d5246f157e0c8","resource":"tok_01m82rq37heq8resegrt6r800g","result":"done","seq":5,"trace":[]}',X'C20D40F096679C14619A016131B0936814F967399E3D05911CB23F6E99AC836B');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795389361427487,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:16:01.427487Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-zDmF…"},"epoch":1,"format":1,"id":"rec_01m82rq38kentbtka83mx42j0v","kind":"change","node":"9430a7a4","reason":null,"request_id":"bad11d59e2ced2b9e50288d3e36bcfdb","resource":"tok_01m82rq37heq8resegrt6r800g","result":"done","seq":6,"trace":[]}',X'C0E95EBF9381D5A03DF1E0C5FD13B7A005FCFA863DD1BCA2C5EEDCCB939A58D5');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795389361462650,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:16:01.462650Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"5e874438cf84ec3baaf6998f511ea84cc9d055ece301585d9c70415c911f9dd7","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp5AapEo/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82rq39qfja9x1224zfsg955","kind":"change","node":"9430a7a4","reason":null,"request_id":"4535d64247fd5c991b388cdb6144b8f7","resource":null,"result":"done","seq":7,"trace":[]}',X'233347B230E99AA0204BEEA6A0D9D9D2DEB5842A0C1C4F59BC01A6D7C8A7ADEF');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795389361481021,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82rq325e1atm7d6063yfrq6","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:16:01.481021Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:16:01.481021Z","session":"ses_01m82rq3a9f1kt06xp6smvgx0y"},"epoch":1,"format":1,"id":"rec_01m82rq3a9f7gvj064p58gvg8n","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"op_01m82rq325e1atm7d6063yfrq6","result":"done","seq":8,"trace":[]}',X'8656BAD5436B0D02316DC3930BB3B0765A1D09D51AFE1360BFE43922A38D53A8');
INSERT INTO audit_records VALUES(9,1,1,1795389361484689,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82rq2zae2jv3a7wq7datwqr","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:16:01.484689Z","customer_id":"cus_01m82rq3acf2g82y4zbvd3cg1c","customer_seq":1,"details":{"api_key":"key_01m82rq3acf628hp7c7h71jpg4","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82rq3adfghamdkxcmfete40","kind":"change","node":"9430a7a4","reason":null,"request_id":"test","resource":"cus_01m82rq3acf2g82y4zbvd3cg1c","result":"done","seq":9,"trace":[]}',X'4A56396806AEC7A04788DCFE849C6C618397D17C913F70D55987D2732A2DA3F3');
INSERT INTO customers VALUES(1,X'01A2058B8D4C78A081789F5EDA36402C','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795389361484689,1795389361509214);
INSERT INTO customers VALUES(2,X'01A2058B8D537CBFB21D92338FBD2860','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795389361491593,1795389361519543);
INSERT INTO customers VALUES(3,X'01A2058B8D5B7C4E902587DD58A50B76','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795389361499641,1795389361499641);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82rq3acf628hp7c7h71jpg4',NULL,1795389361667545);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82rq2zae2jv3a7wq7datwqr:ada','audit',1795389361671415);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82rq2zae2jv3a7wq7datwqr:ada','unpaid',1795389361527623);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp5AapEo/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:16:01.123370Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','9430a7a4');
INSERT INTO operator_sessions VALUES(X'01A2058B8D497867A01BB63669B8741E',X'01A2058B8C457055AA1DA60187E7E2E6',X'D25DFBF9FCC7E0875A6277E8B89AA7485ED4FC230A2D48C6C1BCF9B58C2DF903',1795389361481021,1795432561481021);
INSERT INTO operator_tokens VALUES(X'01A2058B8BEA7ECA9EB419F9CA7F75F2',X'01A2058B8BEA70A5B1A8FCB9DAAD72F8','first token','op-cT85…',X'80C9E242E38D621966B2C0D796749DFD2BF9AA19C4638993E7EADF841AF3BDAB',1795389361130796,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2058B8CF175D18765D0C68D840010',X'01A2058B8BEA70A5B1A8FCB9DAAD72F8','lost','op-zDmF…',X'92C194BAFD2A07343F097D6EBA6D18DAFF412535790A28F2E925790034AF4C4F',1795389361393178,NULL,1795389361427487);
INSERT INTO operators VALUES(X'01A2058B8BEA70A5B1A8FCB9DAAD72F8','ada','owner',NULL,0,1795389361130796,1795389361130796);
INSERT INTO operators VALUES(X'01A2058B8C457055AA1DA60187E7E2E6','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$E0/0KSddcP5FbdsIPXJGwQ$eXdJGO0mlEO/R+AJfGGMhotIDk4cZoxXibCvvIuQBVA',0,1795389361221085,1795389361221085);
INSERT INTO operators VALUES(X'01A2058B8CAB733B9016746979F6B6FC','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$0iN3Dmidmjkpc/DuS1ixJw$YJyh2hGj9mjeAxnzXlXx0pPOvZnwQoDY7gtCuSyO3MI',1,1795389361323386,1795389361359675);
INSERT INTO permissions VALUES(X'01A2058B8DAB7785BBFDF084EA484CD0',1,'read','orders/*','allow',NULL,NULL,1795389361579445);
INSERT INTO permissions VALUES(X'01A2058B8DAF72B8894AE7E16B865706',1,'read','orders/secret','deny',NULL,NULL,1795389361583402);
INSERT INTO permissions VALUES(X'01A2058B8DB374208E79C10B08DF54B2',1,'refund','orders/*','require_approval',NULL,NULL,1795389361587445);
INSERT INTO permissions VALUES(X'01A2058B8DB7706A848A8DDA3D6976F5',1,'*','archive/**','allow',NULL,4102444800000000,1795389361591431);
INSERT INTO permissions VALUES(X'01A2058B8DBB72ACBF6A84977CD5E0AA',3,'refund','orders/*','require_approval',NULL,NULL,1795389361595410);
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
