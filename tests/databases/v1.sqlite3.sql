-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-5W8ac4PN8xakvilM5FRNE3qRe8RnFmEqCSUIqR2c4JVJWT
-- approved_request = apr_01m82sv5xbedjrqvfxd2ymrttm
-- approver_key = sk-3xaUBJgi14cGsYNhCrGbTUN9fkpbDWj19OvTZJLk0b8aET
-- cancelled_request = apr_01m82sv5y5ev49wkfbfh4vkk8h
-- dated_key = sk-9Kc023EYBt3THi1aVeud7xdSX8CmLUt7fsxUawyr1amWlx
-- lost_token = op-dOibWNeLdrpyU9tesTqeZYPiXkOSEb7AUYAhL3ux3Np3eI
-- north_id = cus_01m82sv5q2ed9aymhpqy7th2ts
-- north_key = sk-XuLCupOUpjUjpqCikMZgTQH8bkORKbKhHUBRT31Q1AMhb3
-- owner_token = op-BuSWk4me9tSKMETtccT6ekXhnUH2fvvCqVW1eIGy1kJcPl
-- pending_request = apr_01m82sv5xaetxrmzht2nj79h4n
-- rejected_request = apr_01m82sv5xdfg7vd45ca54j081b
-- revoked_key = sk-AV3eqL3zo93ZZHaQN1gRjDNNDjw25j1LlFESsBc61LJpm7
-- south_id = cus_01m82sv5q5fg5b3yrj8948bxyz
-- south_key = sk-AB9KkUJ5vnv6Ai9essA2fAaxUc0nElTKM7QZhj5t4bDMAe
-- used_request = apr_01m82sv5xxfcs8v8mw2kbx17r2
-- west_id = cus_01m82sv5qmevfbk8h147eppg04
-- west_key = sk-xTmDggir8XlmK6x6Mvfzead78anCLGZUF4xq05Au2yM9Im
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
INSERT INTO activity_hours VALUES(498719,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498719,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498719,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498719,1,'human_override',1);
INSERT INTO activity_hours VALUES(498719,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923175,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923175,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923175,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923175,'human_override',1);
INSERT INTO activity_minutes VALUES(29923175,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795390543625601,1795390543625601);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795390543629501,1795390543688004);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795390543636730,1795390543636730);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795390543642512,1795390543642512);
INSERT INTO api_keys VALUES(X'01A2059D96E2727D993CB73316A6D23A',1,'first key','sk-XuLC…',X'FA9EC91A552CAF7BF5E0B98EFEA7212BF259AE850C0FEC9B38EC7D9F7749D1F2',7,NULL,NULL,1795390543586036,'operator:op_01m82sv4ycfc6azp4r80p0vazy:ada',NULL,NULL,1795390543625396);
INSERT INTO api_keys VALUES(X'01A2059D96E5706F9CE69C2347F859A8',2,'first key','sk-AB9K…',X'51CBD9407EE4E4B94F03BAB466948AAB970764EFA1B757A34766EBCCF1CB397B',7,NULL,NULL,1795390543589425,'operator:op_01m82sv4ycfc6azp4r80p0vazy:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059D96F4760D94553135A8E4D964',3,'first key','sk-xTmD…',X'1281B7526F265C99D2B474146388DEE2072BFB7956C824223DA00EC2D2839E97',7,NULL,NULL,1795390543603958,'operator:op_01m82sv4ycfc6azp4r80p0vazy:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059D9797768590DB9D57809A2438',1,'unnamed key','sk-5W8a…',X'B8215ED720FE95F14E771D6131470E9926056EFEF211138B0A8DF7ED3B655261',1,'bot',NULL,1795390543767669,'api_key:key_01m82sv5q2e9ysjf5q6cbadmht',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059D979F775EAD183AC2971D98CE',1,'revoked','sk-AV3e…',X'B0B947A8232A1F63A790076112877CE12A849DE788267AF7F82C9A0F81E8ADC5',7,NULL,NULL,1795390543775321,'api_key:key_01m82sv5q2e9ysjf5q6cbadmht',NULL,1795390543779575,NULL);
INSERT INTO api_keys VALUES(X'01A2059D97A4706BAD32B76595A1B7BF',1,'unnamed key','sk-9Kc0…',X'F11FE651672E9D38FBC955D95F6B4F41B7E9FC0527BDAA9A609AA6CE692A4BF1',2,NULL,NULL,1795390543780832,'api_key:key_01m82sv5q2e9ysjf5q6cbadmht',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059D97A57D8C9C1FF3AD5F90AEF7',1,'unnamed key','sk-3xaU…',X'92B3684CE28973D73E4284B7C86F60C51BFC9358855F4FD3D9C13429D97355E5',8,NULL,'Ada Byron',1795390543781906,'operator:op_01m82sv4ycfc6azp4r80p0vazy:ada',NULL,NULL,1795390543788565);
INSERT INTO approvals VALUES(X'01A2059D97AA76BB8A7E3A156474C495',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82sv5q2e9ysjf5q6cbadmht','pending',1795390543786238,1795476943786238,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2059D97AB73658BEDFD68BD4C6B54',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82sv5q2e9ysjf5q6cbadmht','approved',1795390543787589,1795476943787589,1795390543788663,'api_key:key_01m82sv5x5fp69r7zknnfs1bqq','Ada','because');
INSERT INTO approvals VALUES(X'01A2059D97AD7C0FB690AC514920202B',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82sv5q2e9ysjf5q6cbadmht','rejected',1795390543789738,1795476943789738,1795390543801167,'api_key:key_01m82sv5x5fp69r7zknnfs1bqq','Ada','because');
INSERT INTO approvals VALUES(X'01A2059D97BD7B328DA29C14D7D09F02',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82sv5q2e9ysjf5q6cbadmht','used',1795390543805056,1795476943805056,1795390543806688,'api_key:key_01m82sv5x5fp69r7zknnfs1bqq','Ada','because');
INSERT INTO approvals VALUES(X'01A2059D97C576C89E4DEB7C49B9CD11',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5w8ezz8p31wat6xx0w5 requires a person''s approval","permission_id":"perm_01m82sv5w8ezz8p31wat6xx0w5","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82sv5q2e9ysjf5q6cbadmht','cancelled',1795390543813586,1795476943813586,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795390542796692,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:42.796692Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82sv4yce1mrqhjr7tm7qzrx","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82sv4ydfs39fc673wgpjarb","kind":"change","node":"df1f59a6","reason":null,"request_id":"6defe9e6a3576810e259258f2b9585a1","resource":"op_01m82sv4ycfc6azp4r80p0vazy","result":"done","seq":1,"trace":[]}',X'8E8B466BCCCD777E7A0D3343EAD964151CA2AFE79C18B4FC809D8379EE5D3280');
INSERT INTO audit_records VALUES(10,2,1,1795390543589425,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.589425Z","customer_id":"cus_01m82sv5q5fg5b3yrj8948bxyz","customer_seq":1,"details":{"api_key":"key_01m82sv5q5e1qsssmw4d3zgpd8","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82sv5q5f2x99whrh3w5za2j","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5q5fg5b3yrj8948bxyz","result":"done","seq":10,"trace":[]}',X'3772BAFF5DAC227EEED16F5DA319DA070FF14856B272648BF4FCDE57A2CFB3C6');
INSERT INTO audit_records VALUES(11,3,1,1795390543603958,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.603958Z","customer_id":"cus_01m82sv5qmevfbk8h147eppg04","customer_seq":1,"details":{"api_key":"key_01m82sv5qmer6s8n9h6pme9pb4","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82sv5qmejstpzm410xdhrww","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5qmevfbk8h147eppg04","result":"done","seq":11,"trace":[]}',X'114F288FC2C058B83CA96F5E45A76807FFCCA84465F2B22247A3ECADF20E1F3E');
INSERT INTO audit_records VALUES(12,1,2,1795390543607419,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.607419Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82sv5qqf35awjna9z1k6gps","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5q2ed9aymhpqy7th2ts","result":"done","seq":12,"trace":[]}',X'D1497E890E93E62A7224219B021FC2C6ED5B81181A83C5FE8294666182A884CB');
INSERT INTO audit_records VALUES(13,2,2,1795390543614990,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.614990Z","customer_id":"cus_01m82sv5q5fg5b3yrj8948bxyz","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82sv5qzfkxt36t6mrggw98a","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5q5fg5b3yrj8948bxyz","result":"done","seq":13,"trace":[]}',X'6F6EF32A5FE51A3B25A63371A524D0DADAF0B8724CFF6875E8D2C7E1815D0626');
INSERT INTO audit_records VALUES(14,3,2,1795390543620863,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.620863Z","customer_id":"cus_01m82sv5qmevfbk8h147eppg04","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82sv5r5fs3bxp76rtgh67bd","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5qmevfbk8h147eppg04","result":"enabled","seq":14,"trace":[]}',X'32908E4CF83D6335C8E5CC378AA51BBAE9378C2FA40A072CE468499B2569066C');
INSERT INTO audit_records VALUES(15,1,3,1795390543625601,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.625601Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82sv5r9fkdvyv80phzc8mrz","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'37B60EECFAC94D211AF5F458EDAEAC0E9BED94B450B0F640BF68FF44AA72C3CF');
INSERT INTO audit_records VALUES(16,1,4,1795390543629501,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:35:43.629501Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82sv5rdesgantj4hq0mr2k8","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'C4E67DEF5433E9D2D7D21AB4BA57AEB76F2551253471F7D37DFB6CB00A4B6ADB');
INSERT INTO audit_records VALUES(17,1,5,1795390543636730,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:35:43.636730Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82sv5rmecwrt3q3t1qrbkzj","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'C1E25D9D27B53E575102AED8459B92C106A62389A2F3EEAAC038F498DABD9C58');
INSERT INTO audit_records VALUES(18,1,6,1795390543642512,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:35:43.642512Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82sv5rtfn9tmkmzhshaz0ec","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'9B08784E8F7FD8B9FD099813EE733A4EF08E6151860CCAC30F2A3245D437280E');
INSERT INTO audit_records VALUES(19,1,7,1795390543662967,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:35:43.662967Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82sv5sfe0krpk6kyrc4nma5","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'F0BAFDA7C5189E38025C822F138B03DE082C4C4BABB03DDA40D784DB8CDD33A7');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795390543124268,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:43.124268Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82sv58mfkfb8712gk5q1vj0","kind":"change","node":"df1f59a6","reason":null,"request_id":"f65c5d87c8bef046005f75bee3247ff1","resource":"op_01m82sv58mfv7s75g82092h21f","result":"done","seq":2,"trace":[]}',X'2CCE21BDB7830A640D299ED66EC3F35D859D95AC0F2229C196D926D2B6DA1203');
INSERT INTO audit_records VALUES(20,1,8,1795390543676211,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.676211Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82sv5swex8t9jyxt4f4nhy4","kind":"change","node":"df1f59a6","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'198B78471D73440668B36E449FACC83E1156A95D28F1721B7983C9452167E873');
INSERT INTO audit_records VALUES(21,1,9,1795390543688004,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:35:43.688004Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82sv5t8ff3vjb0v8ra9cs51","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'EBC9F1046DB1CBDD96262722B9AB63A1DB3C8A761694CB65938904E508F45829');
INSERT INTO audit_records VALUES(22,1,10,1795390543699986,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.699986Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82sv5tme68svbjsjbggssds","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5tme198ryhh131v35gc","result":"done","seq":22,"trace":[]}',X'8C328F07C1CF3EFB9DD2564D14287DBD2E5B8A0AB95043C8F22CC7566CA5C16F');
INSERT INTO audit_records VALUES(23,1,11,1795390543706937,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.706937Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82sv5tveq2ayy087ahte7np","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5tvetatawgedtdshaye","result":"done","seq":23,"trace":[]}',X'34E5DCD8AD444529025624229647D738CC3C41D0F6D8C0C6CF887A6CD22DC834');
INSERT INTO audit_records VALUES(24,1,12,1795390543716106,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.716106Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82sv5v4ez381sf5mcc7hv6g","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5v4fd3s6zdg21qfrgtk","result":"done","seq":24,"trace":[]}',X'7780F59BB66DA65EAD29A6EAD6C9B7A9489F3F8BAE46F2F0C93A99A715698541');
INSERT INTO audit_records VALUES(25,1,13,1795390543729091,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.729091Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82sv5vhee3sz0q287ja1fdg","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5vheet8pwr1cyt79vgs","result":"done","seq":25,"trace":[]}',X'F65C903F2E5739B563EDE4E182C6939DC34E7E87043D5B2C819F2AB5081011AE');
INSERT INTO audit_records VALUES(26,1,14,1795390543752041,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:35:43.752041Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82sv5w8ey1vy6sknmq91yba","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5w8ezz8p31wat6xx0w5","result":"done","seq":26,"trace":[]}',X'E8E9D389165D663A9DA1F574E067DCE1BB6A545A699C5C96E4CEAAC451184740');
INSERT INTO audit_records VALUES(27,1,15,1795390543758799,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:35:43.758799Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82sv5wfe2rt2hvt6p9etcph","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"perm_01m82sv5weec5v4mpnzrk0edc9","result":"done","seq":27,"trace":[]}',X'211F38ECD4EBBB0C97BE8855C1872A01089E03DA6A0869CA19A0D54C579F9592');
INSERT INTO audit_records VALUES(28,1,16,1795390543767669,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.767669Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-5W8a…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82sv5wqensa6rw6xxen8ky5","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"key_01m82sv5wqet2s1pwxay09m91r","result":"done","seq":28,"trace":[]}',X'17C9CD81536C7CFF249A593C01F957FC56356387E32D7934085073D84FE78A4C');
INSERT INTO audit_records VALUES(29,1,17,1795390543775321,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.775321Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-AV3e…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82sv5wzfyq8pttv1r18k4qw","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"key_01m82sv5wzexfat61trabhv66e","result":"done","seq":29,"trace":[]}',X'ED21AAB2FFC80707146321758DFB029C241FD5684388FBC175EA71DD02F2E812');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795390543234957,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:43.234957Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82sv5c3fawb149wz14paygg","kind":"change","node":"df1f59a6","reason":null,"request_id":"cc7822feb278007e0e20907ad9c79be1","resource":"op_01m82sv5c3e87ae5fq461a3v3t","result":"done","seq":3,"trace":[]}',X'FFE105FD1DB51FA94E9081EC545DCF9EE3F8E6FDC30D9DF2992F5DCA66718E7F');
INSERT INTO audit_records VALUES(30,1,18,1795390543779575,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.779575Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":18,"details":{"name":"revoked","prefix":"sk-AV3e…"},"epoch":1,"format":1,"id":"rec_01m82sv5x3fqe96cn84jk860m4","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"key_01m82sv5wzexfat61trabhv66e","result":"done","seq":30,"trace":[]}',X'C6CAE3D988D5C299EECF25CDEB21452E6F89AB2E285CE5FFFF7D5CE4FD4C704C');
INSERT INTO audit_records VALUES(31,1,19,1795390543780832,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.780832Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-9Kc0…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82sv5x4eretzx0j3dghfwa8","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"key_01m82sv5x4e1nttcnqcpat3dxz","result":"done","seq":31,"trace":[]}',X'68A0F52F8A19F0A92A30EA8BB365C4BE6C2725E0B47D3186161AFB66BAAF7DE2');
INSERT INTO audit_records VALUES(32,1,20,1795390543781906,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.781906Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-3xaU…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82sv5x6fdz8z0fsgdp1pxk9","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"key_01m82sv5x5fp69r7zknnfs1bqq","result":"done","seq":32,"trace":[]}',X'97100D1068CB9829C4842F792D97341CCF0658DFB1E0D9735BC872F428B9ADF4');
INSERT INTO audit_records VALUES(33,1,21,1795390543782849,'bot','approved','{"action":"read","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.782849Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82sv5x6e1s8k1j4yg9akhbn","kind":"decision","node":"df1f59a6","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82sv5tme198ryhh131v35gc","permission_id":"perm_01m82sv5tme198ryhh131v35gc","rule_checked":"permission_rule","rule_result":"passed"}]}',X'6521D7789B0E15120250C8F46651FD7156B548C7714DBCF4634910DD5CC64F67');
INSERT INTO audit_records VALUES(34,1,22,1795390543783753,'bot','denied','{"action":"read","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.783753Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82sv5x7fxt9cdyyahp4htt1","kind":"decision","node":"df1f59a6","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82sv5tvetatawgedtdshaye","permission_id":"perm_01m82sv5tvetatawgedtdshaye","rule_checked":"permission_rule","rule_result":"failed"}]}',X'DD6656956A130B4F70A29ED4E52A013B1AB6041AA07FA9941ED6C627EF63EB2C');
INSERT INTO audit_records VALUES(35,1,23,1795390543784473,'nobody','denied','{"action":"read","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:35:43.784473Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82sv5x8fzw9jpxe9bav9apd","kind":"decision","node":"df1f59a6","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'815AC303385E85C467CC4FFF9E32E70180F287690E76EAEC484A2A4C30580756');
INSERT INTO audit_records VALUES(36,1,24,1795390543785348,'bot','approved','{"action":"read","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.785348Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82sv5x9evdb07byw05h45rq","kind":"decision","node":"df1f59a6","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82sv5tme198ryhh131v35gc","permission_id":"perm_01m82sv5tme198ryhh131v35gc","rule_checked":"permission_rule","rule_result":"passed"}]}',X'1D60528F0304F6E335F63093E3224612C5C3E1A5D4627DA7CB94EC598148C999');
INSERT INTO audit_records VALUES(37,1,25,1795390543786238,'bot','denied','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.786238Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82sv5xaesgrten23x2wp03h","kind":"decision","node":"df1f59a6","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'01835B9025B7EDFBABBAE6E1FDE09DE4A568A418D20232103DDE609DE9918400');
INSERT INTO audit_records VALUES(38,1,26,1795390543787589,'bot','denied','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.787589Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82sv5xberm9w16jmpk1wx5t","kind":"decision","node":"df1f59a6","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'C57F39ED1FD9980419563EBAEC0969A75348F331CCC21BE03A3FDC1995DF8659');
INSERT INTO audit_records VALUES(39,1,27,1795390543788663,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82sv5x5fp69r7zknnfs1bqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.788663Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:35:43.787589Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82sv5xce4rrwjpj5danqpq7","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"apr_01m82sv5xbedjrqvfxd2ymrttm","result":"done","seq":39,"trace":[]}',X'91000CFA5CBB14A26A8F119E9556DB8327B25E09322B8D0915698914A2B10E9A');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795390543327630,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:43.327630Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82sv5ezfa5rtxhgwdw4h8k1","kind":"change","node":"df1f59a6","reason":null,"request_id":"3d88768ef2c00cd18779e2c678b6e0e6","resource":"op_01m82sv5c3e87ae5fq461a3v3t","result":"done","seq":4,"trace":[]}',X'574F5492A80E89CD763400A60B1FEFD5D23BF18AA077CA4D140A729638BCA47C');
INSERT INTO audit_records VALUES(40,1,28,1795390543789738,'bot','denied','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.789738Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82sv5xder5tnv9t2j0esm7a","kind":"decision","node":"df1f59a6","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'31F78AFFDFEE5DA36A97B674B5C31AF6F75266DB00DAF811A424976F1997CBF5');
INSERT INTO audit_records VALUES(41,1,29,1795390543801167,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82sv5x5fp69r7zknnfs1bqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.801167Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:35:43.789738Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82sv5xsexyv1sd686ke8x02","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"apr_01m82sv5xdfg7vd45ca54j081b","result":"done","seq":41,"trace":[]}',X'BFEAB1D87DC69D50EB3F92D0756821454BFF2330111D84FD9A14A89465ADAD8D');
INSERT INTO audit_records VALUES(42,1,30,1795390543805056,'bot','denied','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.805056Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82sv5xxfpmr7cpmtj6t3yhf","kind":"decision","node":"df1f59a6","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'727FD0A6B51D6E03DCD42663EE01A921E31D9210E631DC6FE1C5FD02F6CB1681');
INSERT INTO audit_records VALUES(43,1,31,1795390543806688,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82sv5x5fp69r7zknnfs1bqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:35:43.806688Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:35:43.805056Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82sv5xyehqshaxghna5bzah","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"apr_01m82sv5xxfcs8v8mw2kbx17r2","result":"done","seq":43,"trace":[]}',X'CC691B6E1FA57AE753D4E084F53832165C718F99507FEF7289F65F86E5CFF1A6');
INSERT INTO audit_records VALUES(44,1,32,1795390543808040,'bot','approved','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:35:43.808040Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82sv5y0f4dv9w7r8p3ptqy2","kind":"decision","node":"df1f59a6","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5v4fd3s6zdg21qfrgtk requires a person''s approval","permission_id":"perm_01m82sv5v4fd3s6zdg21qfrgtk","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82sv5xxfcs8v8mw2kbx17r2 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'767D484AE4C16DC3C0E4365F383D5B97805B362BACA79FE58DF9E3FD739D51BE');
INSERT INTO audit_records VALUES(45,1,33,1795390543813586,'killed','denied','{"action":"refund","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:35:43.813586Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82sv5y5f0asw30cvpdz9mcs","kind":"decision","node":"df1f59a6","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82sv5w8ezz8p31wat6xx0w5 requires a person''s approval","permission_id":"perm_01m82sv5w8ezz8p31wat6xx0w5","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'3F2170A6C4363B400FEB41F9CFC4FA2A44B49976C96AE3F29052DE3DE106B1C0');
INSERT INTO audit_records VALUES(46,1,34,1795390543814938,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:35:43.814938Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82sv5y7ebmr7z3mggxsxpd7","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'352AE4004A2FB248583EFC185D85096C19ABEF340144A9DAB8EFD6E4E4E1988E');
INSERT INTO audit_records VALUES(47,1,35,1795390543816116,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:35:43.816116Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82sv5y8fwjvhcn1kgmxc30h","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'120E1C3681E36C41DA2289EDDDFAACE416EFF38C39980D0ABB7C9ABF375C2C89');
INSERT INTO audit_records VALUES(48,1,36,1795390543819222,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82sv5q2e9ysjf5q6cbadmht","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:35:43.819222Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82sv5yben99x20jfvaaxhma","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'44040D5955E5C7C5D76641BC645738857E6571559F9513E9F1DBFFB865896FBF');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795390543404360,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:43.404360Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82sv5hcecc9m7f4gahrx0sq","kind":"change","node":"df1f59a6","reason":null,"request_id":"572400b4551d03badcd98bafa2526444","resource":"tok_01m82sv5hcez9r1tvw4ffyd2ph","result":"done","seq":5,"trace":[]}',X'7A56CB3F3E0FC05FB27C06A0CDA34C60C203EAE5CD06F9D444E9DC820F89009E');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795390543482195,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:35:43.482195Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-dOib…"},"epoch":1,"format":1,"id":"rec_01m82sv5ktepq948ka63zmvg26","kind":"change","node":"df1f59a6","reason":null,"request_id":"852f0d0e3872250458bb108fc8515972","resource":"tok_01m82sv5hcez9r1tvw4ffyd2ph","result":"done","seq":6,"trace":[]}',X'300564AE3019F90D2A93439CE461E0C75FC1243231C093E6078A0C1612F2A1D2');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795390543556377,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:35:43.556377Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"f3fc68dd0f42244162607f88ce4f2b6745aefe6c1a4cbfbca71d87aa1352aed3","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp0Pxiz7/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82sv5p4e1a921af87q1bvey","kind":"change","node":"df1f59a6","reason":null,"request_id":"290e9043b70f45e1023cc7c24becae08","resource":null,"result":"done","seq":7,"trace":[]}',X'D812A86494110D9A6FDBF3FC556665F9C499418E3D78BBE35362124979D1E05D');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795390543584014,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82sv58mfv7s75g82092h21f","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:35:43.584014Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:35:43.584014Z","session":"ses_01m82sv5q0exa9sbctws1yhay1"},"epoch":1,"format":1,"id":"rec_01m82sv5q0e7rahwk3kaphkrac","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"op_01m82sv58mfv7s75g82092h21f","result":"done","seq":8,"trace":[]}',X'7C7B3027F7BD1BBC8F43916DBFEF1307541EF7F0E38B586048553C0AEA1BFB38');
INSERT INTO audit_records VALUES(9,1,1,1795390543586036,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82sv4ycfc6azp4r80p0vazy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:35:43.586036Z","customer_id":"cus_01m82sv5q2ed9aymhpqy7th2ts","customer_seq":1,"details":{"api_key":"key_01m82sv5q2e9ysjf5q6cbadmht","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82sv5q2fcabj2tqxx2qjhyb","kind":"change","node":"df1f59a6","reason":null,"request_id":"test","resource":"cus_01m82sv5q2ed9aymhpqy7th2ts","result":"done","seq":9,"trace":[]}',X'4B37CD5CF5B7359D6E5A9F1528DE7582D0EFDB8FBE1B88103D8AEEE26026834B');
INSERT INTO customers VALUES(1,X'01A2059D96E27352AF5236BF8FA88B59','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795390543586036,1795390543607419);
INSERT INTO customers VALUES(2,X'01A2059D96E57C0AB1FB12424885F7DF','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795390543589425,1795390543614990);
INSERT INTO customers VALUES(3,X'01A2059D96F476DEB9A22121DD6B4004','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795390543603958,1795390543603958);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82sv5q2e9ysjf5q6cbadmht',NULL,1795390543814938);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82sv4ycfc6azp4r80p0vazy:ada','audit',1795390543816116);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82sv4ycfc6azp4r80p0vazy:ada','unpaid',1795390543620863);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp0Pxiz7/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:35:42.781865Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','df1f59a6');
INSERT INTO metered_daily VALUES(20779,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20779,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2059D96E077549CAD9AE643E8ABC1',X'01A2059D95147ECF939608101228882F',X'9C4C7F1D139D7A1D0D4ADB59A8E77D3E75A43B06C06B1363207FE5CA2079A655',1795390543584014,1795433743584014);
INSERT INTO operator_tokens VALUES(X'01A2059D93CC70698BC6583EA87BFF1D',X'01A2059D93CC7B0CAFD898402C0DABFE','first token','op-BuSW…',X'AF379DE4E1049126828F9F75B6EA6774F4863179FA0312D2FD8A62EC0AFF0EC6',1795390542796692,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2059D962C77D380EB7C23DFE68AD1',X'01A2059D93CC7B0CAFD898402C0DABFE','lost','op-dOib…',X'4E8EE1704D528EB89534DF6DAC8646E3BE01CC010A30A6D332EDB799F3E2EAC0',1795390543404360,NULL,1795390543482195);
INSERT INTO operators VALUES(X'01A2059D93CC7B0CAFD898402C0DABFE','ada','owner',NULL,0,1795390542796692,1795390542796692);
INSERT INTO operators VALUES(X'01A2059D95147ECF939608101228882F','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$llqFgBFPfYBSfobFz9xTHQ$uOJyMaRQkCI8obOEK/aKs/Om60U14Y7worvTXtb50NY',0,1795390543124268,1795390543124268);
INSERT INTO operators VALUES(X'01A2059D9583720EA715F72182A1EC7A','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$s4dZplcF4wskFDHmiGCFjA$3lExmDnQCon9lIN0PCwgUwe3vbOylilOCs+MYJ4Gogs',1,1795390543234957,1795390543327630);
INSERT INTO permissions VALUES(X'01A2059D975470528C7A3108C3B1960C',1,'read','orders/*','allow',NULL,NULL,1795390543699986);
INSERT INTO permissions VALUES(X'01A2059D975B7695A5720E6E9B98ABCE',1,'read','orders/secret','deny',NULL,NULL,1795390543706937);
INSERT INTO permissions VALUES(X'01A2059D97647B47937DB0106EFC4353',1,'refund','orders/*','require_approval',NULL,NULL,1795390543716106);
INSERT INTO permissions VALUES(X'01A2059D977173B48B730167B474EE19',1,'*','archive/**','allow',NULL,4102444800000000,1795390543729091);
INSERT INTO permissions VALUES(X'01A2059D978877FE8B0C3C568DDE8385',3,'refund','orders/*','require_approval',NULL,NULL,1795390543752041);
INSERT INTO usage_daily VALUES(1,20779,3,7,21,1);
CREATE INDEX permissions_by_agent ON permissions (agent_no);
CREATE UNIQUE INDEX kill_switches_by_target
    ON kill_switches (level, coalesce(customer_no, 0), coalesce(agent_id, ''));
CREATE INDEX approvals_standing ON approvals (expires_at)
    WHERE status IN ('pending', 'approved', 'rejected');
CREATE INDEX approvals_by_customer ON approvals (customer_no, id);
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
