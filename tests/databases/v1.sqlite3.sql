-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-0kBCNfpbC5bSJcllidM5X0arQualv3usxTxP19zT1AkwnE
-- approved_request = apr_01m8344mv7f7jv4aqt2bnr38nh
-- approver_key = sk-nSYdbVUujPzdfntgcWCMAtQsZrmU1MY08kkfIn9b0Grig9
-- cancelled_request = apr_01m8344mvgez4t4763gd00pgw0
-- dated_key = sk-22fiYnaV06VQeJsrfd6zZ6WKHzLIPol1ZhdHMvCm3nHpJ8
-- lost_token = op-CH9qtpVO4TQtmSbLwWHjBmw2z62RiPlcjaarQa0I0eg30L
-- north_id = cus_01m8344msvfy9r95hjfd92xx4p
-- north_key = sk-R6CosmuOCbYIlfyDLUIi1UFvtpxLMtb7GpFbxPuJ30rWyJ
-- owner_token = op-YbisnpPtyDXMgoiGz0AeOOu9jLHNWseIlBtGJnKY2Us075
-- pending_request = apr_01m8344mv6f308d7yxnbpgjj8a
-- rejected_request = apr_01m8344mvaf2yvm193sxz9rawk
-- revoked_key = sk-Y1tWTh4Q92aQKteoWJhnYUUAVxpp0jM1qR6Jxl6d2gMYGw
-- south_id = cus_01m8344msxethsf5dz48w6ga33
-- south_key = sk-shxXwtyt71AG5ZBdEcirRRB7lns92Mwp09SPBVW51uOtTL
-- used_request = apr_01m8344mvdeer92j9984jpba8a
-- west_id = cus_01m8344msyf83shzd1h6n28tpr
-- west_key = sk-1rM9tBFSrErn8yjQKks3JaXio5ZZ8MLgdiDPlLfZ4215iO
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
    max_checks_per_month    INTEGER CHECK (max_checks_per_month >= 1),
    price_usd_month         INTEGER CHECK (price_usd_month >= 0),
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
CREATE TABLE quotes (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    company          TEXT NOT NULL CHECK (length(company) BETWEEN 1 AND 255),
    contact          TEXT NOT NULL CHECK (length(contact) BETWEEN 1 AND 255),
    email            TEXT NOT NULL CHECK (length(email) BETWEEN 5 AND 255 AND instr(email, '@') > 1),
    tier             TEXT CHECK (length(tier) > 0),
    agents           INTEGER CHECK (agents >= 0),
    checks_per_month INTEGER CHECK (checks_per_month >= 0),
    message          TEXT CHECK (length(message) BETWEEN 1 AND 2000),
    state            TEXT NOT NULL CHECK (state IN ('open', 'answered', 'won', 'lost')),
    notes            TEXT CHECK (length(notes) BETWEEN 1 AND 2000),
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL CHECK (updated_at >= created_at)
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
INSERT INTO activity_minutes VALUES(29923355,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923355,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923355,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923355,'human_override',1);
INSERT INTO activity_minutes VALUES(29923355,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795401339718240,1795401339718240);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795401339720709,1795401339732673);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795401339727755,1795401339727755);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795401339728942,1795401339728942);
INSERT INTO api_keys VALUES(X'01A20642533B7C8E97F8BF70F854181C',1,'first key','sk-R6Co…',X'2ACD5AAB91E64D466321C31550E3A1EF8FE0D6B252AF6CD23957D9A4DFB02EBE',7,NULL,NULL,1795401339707847,'operator:op_01m8344mhxennsctb6dhjqs10s:ada',NULL,NULL,1795401339718122);
INSERT INTO api_keys VALUES(X'01A20642533D73B981F8194126675931',2,'first key','sk-shxX…',X'0C9C152AAB01045F03F2CEBFD062AB531F433CDE5B247C9B921397BCB155CE83',7,NULL,NULL,1795401339709509,'operator:op_01m8344mhxennsctb6dhjqs10s:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20642533E72C8A145BE4B8AD39928',3,'first key','sk-1rM9…',X'CC422C1DF43FDDEFB564C912D30F1B7200815221C595FE9B276FB468C4A6604E',7,NULL,NULL,1795401339710732,'operator:op_01m8344mhxennsctb6dhjqs10s:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20642535D70A982F42A8973F4B3A8',1,'unnamed key','sk-0kBC…',X'C6876CA5EE306376C82D25181D46FE999D0B6A8FAE0091F3BE958DDC6B58894A',1,'bot',NULL,1795401339741211,'api_key:key_01m8344msvfj79fy5ze3w5860w',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20642535E756CA81F166B55EEB59E',1,'revoked','sk-Y1tW…',X'B8D27CC6756A2DE61590769C8E3E979490A0F742E7D6AD3FD283AF274F51062A',7,NULL,NULL,1795401339742064,'api_key:key_01m8344msvfj79fy5ze3w5860w',NULL,1795401339742839,NULL);
INSERT INTO api_keys VALUES(X'01A20642535F7CACB985D4CAE773D07C',1,'unnamed key','sk-22fi…',X'A4320ECB7F5E3FC9513654A2FC97E5E7739D94EDAC71C3844600BC53FF96FB0A',2,NULL,NULL,1795401339743744,'api_key:key_01m8344msvfj79fy5ze3w5860w',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2064253607C70AAE5DD3E482F51D3',1,'unnamed key','sk-nSYd…',X'81F3B914AF741831F1C80C09009BEFFE3EA6A530A121280FADED8D1A186BCE8F',8,NULL,'Ada Byron',1795401339744565,'operator:op_01m8344mhxennsctb6dhjqs10s:ada',NULL,NULL,1795401339752856);
INSERT INTO approvals VALUES(X'01A20642536678C0869FDDAAED09490A',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8344msvfj79fy5ze3w5860w','pending',1795401339750238,1795487739750238,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20642536779E5B22AFA12EB81A2B1',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8344msvfj79fy5ze3w5860w','approved',1795401339751734,1795487739751734,1795401339752977,'api_key:key_01m8344mv0fhransex7s42ymek','Ada','because');
INSERT INTO approvals VALUES(X'01A20642536A78BDBA0523CF7E9C2B93',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8344msvfj79fy5ze3w5860w','rejected',1795401339754866,1795487739754866,1795401339755963,'api_key:key_01m8344mv0fhransex7s42ymek','Ada','because');
INSERT INTO approvals VALUES(X'01A20642536D73B0914929412565A90A',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8344msvfj79fy5ze3w5860w','used',1795401339757005,1795487739757005,1795401339758171,'api_key:key_01m8344mv0fhransex7s42ymek','Ada','because');
INSERT INTO approvals VALUES(X'01A20642537077C9A21CC383400B4380',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtvevb81mhg6k1799rf requires a person''s approval","permission_id":"perm_01m8344mtvevb81mhg6k1799rf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8344msvfj79fy5ze3w5860w','cancelled',1795401339760252,1795487739760252,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795401339452935,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.452935Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m8344mhxeq4s5sdpjkrhmsy1","username":"ada"},"epoch":1,"format":1,"id":"rec_01m8344mhxfpvb8mzqpg2trj28","kind":"change","node":"bb58d710","reason":null,"request_id":"4634693f478f0ff5702a01600b177968","resource":"op_01m8344mhxennsctb6dhjqs10s","result":"done","seq":1,"trace":[]}',X'8656F9328705B611BAB97BDC4D8D498892217A7DEBB16B9C04D7099F644CB42B');
INSERT INTO audit_records VALUES(10,2,1,1795401339709509,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.709509Z","customer_id":"cus_01m8344msxethsf5dz48w6ga33","customer_seq":1,"details":{"api_key":"key_01m8344msxeewr3y0s84k6ep9h","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m8344msxfh390gjqmfvmyzew","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msxethsf5dz48w6ga33","result":"done","seq":10,"trace":[]}',X'A1C9E7BC81C438276F176DB76999B04DD49C4F1913987FD37575D52963D9D97F');
INSERT INTO audit_records VALUES(11,3,1,1795401339710732,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.710732Z","customer_id":"cus_01m8344msyf83shzd1h6n28tpr","customer_seq":1,"details":{"api_key":"key_01m8344msyeb4a2hdy9e5d7698","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m8344msyephsa6sdxfpq49wc","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msyf83shzd1h6n28tpr","result":"done","seq":11,"trace":[]}',X'767312A3C27E9C10BFFC04E77AF557F403FF6C4BF0ABB0CEAF6D2AA06845941C');
INSERT INTO audit_records VALUES(12,1,2,1795401339714680,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.714680Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m8344mt2f258ahzdksz19wbe","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msvfy9r95hjfd92xx4p","result":"done","seq":12,"trace":[]}',X'07351693CE7A34D6C52A68F11B88981B99A7361A912D2EDC3AA6D643DB70D659');
INSERT INTO audit_records VALUES(13,2,2,1795401339716130,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.716130Z","customer_id":"cus_01m8344msxethsf5dz48w6ga33","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m8344mt4f3as096bej6rntyx","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msxethsf5dz48w6ga33","result":"done","seq":13,"trace":[]}',X'DAD80D48DE46B2AD9215118F66055B2A89E762685A6C5D6584089AF0BE00F7AE');
INSERT INTO audit_records VALUES(14,3,2,1795401339717171,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.717171Z","customer_id":"cus_01m8344msyf83shzd1h6n28tpr","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m8344mt5et4b9bqsnymq87mf","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msyf83shzd1h6n28tpr","result":"enabled","seq":14,"trace":[]}',X'D0D96F74AA96EE6B44AED9395CF96820B6BEAF2BFA72F5A38B1CA3CFD4162D7C');
INSERT INTO audit_records VALUES(15,1,3,1795401339718240,'bot','done','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.718240Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8344mt6evj8413658mnvwph","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'07EFDB4BB7580CFD8A6FE8C12C5FF3AEEA1280E932A866D36A98E49345A20A22');
INSERT INTO audit_records VALUES(16,1,4,1795401339720709,'resting','done','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:35:39.720709Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8344mt8ekx98g2s44z9ktqe","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'269C98915A568E7068E699671E03A63EEEC27355C0E9143891D92B2D1A0FF7A5');
INSERT INTO audit_records VALUES(17,1,5,1795401339727755,'killed','done','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:35:39.727755Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8344mtfe8qte9kw13q6b2bh","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'877B9A488B5F7EEEACA9E8AC51EE0FB1703B4C7AC9B67E6D8A00BDCA6D3B5116');
INSERT INTO audit_records VALUES(18,1,6,1795401339728942,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:35:39.728942Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8344mthebgabkn16jz55khg","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'4A17BB898E4AC1D8E96EA957A97471460558A2464B5D6D147B14F452BDB5ADC2');
INSERT INTO audit_records VALUES(19,1,7,1795401339729944,'gone','done','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:35:39.729944Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8344mtjfy2ae2m40dnaa271","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'FA5D543A141EE5FDB3DA53D02AB353BAB283CB14AA1700B84D0422C7CE0B24C5');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795401339498809,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.498809Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m8344mkbf929s3djw11ev5ea","kind":"change","node":"bb58d710","reason":null,"request_id":"c65345eb05053be679b8ac8ed1f845e2","resource":"op_01m8344mkbe08s4t968adwdcf8","result":"done","seq":2,"trace":[]}',X'A3E250A1501320CA759B0C33C0C4FE88F825921247B82AC12D73A2B2BC3F3FFC');
INSERT INTO audit_records VALUES(20,1,8,1795401339731618,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.731618Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m8344mtkevxses92sbvxtz3h","kind":"change","node":"bb58d710","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'2B94A137790331E8D91957BA7E977D4AFA9B3250D46F8E3E0B065BF112649D55');
INSERT INTO audit_records VALUES(21,1,9,1795401339732673,'resting','done','{"action":"agent.update","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:35:39.732673Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m8344mtmek9bhfybzbcrd37s","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'B32C564A4160F5F43174CCDE272FCE97863360A9B93BE6E8FA5B7D39E415E837');
INSERT INTO audit_records VALUES(22,1,10,1795401339736057,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.736057Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8344mtrf7mvaf6tvrc4g8me","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtrew69dx64g50yjc1f","result":"done","seq":22,"trace":[]}',X'41C83DE8DCFB1327458569363629ED12CD56EF7A2664A99716A06354DF6A90E1');
INSERT INTO audit_records VALUES(23,1,11,1795401339737270,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.737270Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m8344mtsekr8c56t507cecez","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtsf588zn48kvxxddwn","result":"done","seq":23,"trace":[]}',X'46C28A07F32C5B11B0519FC5E2039E43EB078AA7C5128B4282B590E819318923');
INSERT INTO audit_records VALUES(24,1,12,1795401339738102,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.738102Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8344mttevyadmwdytqc9w51","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtte4yvtb4dgyk528w7","result":"done","seq":24,"trace":[]}',X'926308AA7321CDCD59ED24A0CC10E83B92E4FFF5F93EFE220F01DBF6D266BE4A');
INSERT INTO audit_records VALUES(25,1,13,1795401339738890,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.738890Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m8344mttf3jars40p73pt4ga","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtte56s7e7q3j0x2bw1","result":"done","seq":25,"trace":[]}',X'5A70338B655C0BEE6B47638B70F3AE7A6BCB6056CE20CCB53987352FBDFDDA3C');
INSERT INTO audit_records VALUES(26,1,14,1795401339739681,'killed','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:35:39.739681Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8344mtvfe5t17xn8rj7t10c","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtvevb81mhg6k1799rf","result":"done","seq":26,"trace":[]}',X'AF3AFDA435A8D0521185B15B61E3EBDB591667EB9D319CA772DC42EE2672FD83');
INSERT INTO audit_records VALUES(27,1,15,1795401339740443,'gone','done','{"action":"permission.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:35:39.740443Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m8344mtwfj5sadv95x5wqp99","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"perm_01m8344mtwe7wrng1mwzct2vz6","result":"done","seq":27,"trace":[]}',X'3A73F9C841A971EE01BCC8827665AD9972B6F61D0C766E05F5436D3706C75E6B');
INSERT INTO audit_records VALUES(28,1,16,1795401339741211,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.741211Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-0kBC…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m8344mtxf818zqa2b0t87gp0","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"key_01m8344mtxe2mr5x1ah5sz9cx8","result":"done","seq":28,"trace":[]}',X'75FB1244EF2ECA9CA2EB85651BD935235562A867EA8B9BF7105C3DFA475E9454');
INSERT INTO audit_records VALUES(29,1,17,1795401339742064,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.742064Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-Y1tW…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m8344mtyfj0b9hky0rktp23e","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"key_01m8344mtyenpag7rpddayxdcy","result":"done","seq":29,"trace":[]}',X'F1973B4F496A577098D930159B6B10AED3E088070FD1E33A7DF6AB2A4306ACAD');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795401339557475,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.557475Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m8344mn6fa8t92nsvjbp4e32","kind":"change","node":"bb58d710","reason":null,"request_id":"0d49a3567bd83e53127c639c783cd50a","resource":"op_01m8344mn5eskvbz7mts28anpb","result":"done","seq":3,"trace":[]}',X'FF82EADA9CE620E63C1E625BF14FCCA5CA895CBA86D4B5AEB4F5777507B9CFAC');
INSERT INTO audit_records VALUES(30,1,18,1795401339742839,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.742839Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":18,"details":{"name":"revoked","prefix":"sk-Y1tW…"},"epoch":1,"format":1,"id":"rec_01m8344mtyf9h8390y4zybsqfx","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"key_01m8344mtyenpag7rpddayxdcy","result":"done","seq":30,"trace":[]}',X'FA89E192F348CF9A2329633D1C065AA43C4BFB1140B673097375F1DD2ABA1035');
INSERT INTO audit_records VALUES(31,1,19,1795401339743744,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.743744Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-22fi…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m8344mtzfhxr13bdfmm1wr57","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"key_01m8344mtzfjpbk1emsbkq7m3w","result":"done","seq":31,"trace":[]}',X'9E533E9081294F1D85A2D21DFEA3894A7C7488D724C330E54975E716959F7F29');
INSERT INTO audit_records VALUES(32,1,20,1795401339744565,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.744565Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-nSYd…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m8344mv0eqms04enwpgv4be0","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"key_01m8344mv0fhransex7s42ymek","result":"done","seq":32,"trace":[]}',X'6D4B8F52F0CCB8511539AF4F6247332ED0B10C94FD78FCF268696FF170A1546A');
INSERT INTO audit_records VALUES(33,1,21,1795401339745330,'bot','approved','{"action":"read","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.745330Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m8344mv1ejq8j8y9s7hhyj78","kind":"decision","node":"bb58d710","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8344mtrew69dx64g50yjc1f","permission_id":"perm_01m8344mtrew69dx64g50yjc1f","rule_checked":"permission_rule","rule_result":"passed"}]}',X'2EE8719B2530033FAD6D7D3EE8DEDD7A840CE99B27355F4D997DDC1A2DE04106');
INSERT INTO audit_records VALUES(34,1,22,1795401339747218,'bot','denied','{"action":"read","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.747218Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m8344mv3en79tdfgydk3d1jq","kind":"decision","node":"bb58d710","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m8344mtsf588zn48kvxxddwn","permission_id":"perm_01m8344mtsf588zn48kvxxddwn","rule_checked":"permission_rule","rule_result":"failed"}]}',X'8BF7E3FF60D30034CEBF70C363228DC2B89AE9D8F1989AC3903A3E4F9FAD0BC9');
INSERT INTO audit_records VALUES(35,1,23,1795401339748425,'nobody','denied','{"action":"read","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:35:39.748425Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m8344mv4esmr2t66kz9pjrcd","kind":"decision","node":"bb58d710","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'71E7EE39B4F83BF468195390BB1E65E321219957CC4397E367870776268F64A5');
INSERT INTO audit_records VALUES(36,1,24,1795401339749336,'bot','approved','{"action":"read","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.749336Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m8344mv5et2b8202dfejn6rc","kind":"decision","node":"bb58d710","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8344mtrew69dx64g50yjc1f","permission_id":"perm_01m8344mtrew69dx64g50yjc1f","rule_checked":"permission_rule","rule_result":"passed"}]}',X'A6A86D9DB44CFC93662696B4DAC2D7AE05001D1DC8E9A263D3110E8B287D47F5');
INSERT INTO audit_records VALUES(37,1,25,1795401339750238,'bot','denied','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.750238Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m8344mv6eaysfknr13396atw","kind":"decision","node":"bb58d710","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'EA13A6F2EB356F106C96F7F749AC89AF276E0DF087E3B1BABE234976C3A1599D');
INSERT INTO audit_records VALUES(38,1,26,1795401339751734,'bot','denied','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.751734Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m8344mv7frmaqrk8c9g19cgf","kind":"decision","node":"bb58d710","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'43588CC8A6F4A0208658B1C777F90C09167DB97903E998CB9AFE0F519C6C2B23');
INSERT INTO audit_records VALUES(39,1,27,1795401339752977,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8344mv0fhransex7s42ymek","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.752977Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:35:39.751734Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m8344mv9fyab13s2t8bj161s","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"apr_01m8344mv7f7jv4aqt2bnr38nh","result":"done","seq":39,"trace":[]}',X'5E12257FE66B8FEA31DBD5478E8DD0C56F1E44A6438ADC4EF779BCCBBCFA1389');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795401339587731,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.587731Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m8344mp4e8m8nfsrth0he2nz","kind":"change","node":"bb58d710","reason":null,"request_id":"020208991df271076e829f38d9496425","resource":"op_01m8344mn5eskvbz7mts28anpb","result":"done","seq":4,"trace":[]}',X'200EB9A53B715660DC153E6F9FD13E9F57113D9144698768D4D79B9FED383B8D');
INSERT INTO audit_records VALUES(40,1,28,1795401339754866,'bot','denied','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.754866Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m8344mvaf46r2s474rsdaq9q","kind":"decision","node":"bb58d710","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'7A76A9660B0C7491B0DAF227DCE5C1BE9B1FF52902915B98DD01BC55E74263B9');
INSERT INTO audit_records VALUES(41,1,29,1795401339755963,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m8344mv0fhransex7s42ymek","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.755963Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:35:39.754866Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m8344mvcf3casdk0jqpw7k5h","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"apr_01m8344mvaf2yvm193sxz9rawk","result":"done","seq":41,"trace":[]}',X'C67D297F2910E3F1FC7A02FAEEC33EA3C98584FBEB8498F3C7605691B50F7957');
INSERT INTO audit_records VALUES(42,1,30,1795401339757005,'bot','denied','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.757005Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m8344mvde37s8axqf3kted4x","kind":"decision","node":"bb58d710","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0672B4FE5647EF07B47677E9867842E3B5A8454C6C96CF11CDD8A020CE9AE3DF');
INSERT INTO audit_records VALUES(43,1,31,1795401339758171,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8344mv0fhransex7s42ymek","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:35:39.758171Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:35:39.757005Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m8344mvefpvr744ajxddw4j9","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"apr_01m8344mvdeer92j9984jpba8a","result":"done","seq":43,"trace":[]}',X'E772424B205FC027F6BC118664DE95CE7897E0BDB4D8D7E4577664C9A165DA0B');
INSERT INTO audit_records VALUES(44,1,32,1795401339759202,'bot','approved','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:35:39.759202Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m8344mvfe21tz4a07hpfpmt5","kind":"decision","node":"bb58d710","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtte4yvtb4dgyk528w7 requires a person''s approval","permission_id":"perm_01m8344mtte4yvtb4dgyk528w7","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m8344mvdeer92j9984jpba8a was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'A5E209B9BF1B1A5B8374F352F292FB2221230622825846CAC0BC540A3A84FE29');
INSERT INTO audit_records VALUES(45,1,33,1795401339760252,'killed','denied','{"action":"refund","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:35:39.760252Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m8344mvge2cvxfjwpym1y75e","kind":"decision","node":"bb58d710","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8344mtvevb81mhg6k1799rf requires a person''s approval","permission_id":"perm_01m8344mtvevb81mhg6k1799rf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'57FE8B742ED9F017A1B4538CE995F282FD6E7EEDCA9BC21A49B1FD52B0972B15');
INSERT INTO audit_records VALUES(46,1,34,1795401339761301,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:35:39.761301Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m8344mvhek9tbew95b82qak2","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'DAA1CBAB874C7A13A49FA43628A67499FD77E40687BD2185EE1A867AE7307196');
INSERT INTO audit_records VALUES(47,1,35,1795401339762812,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:35:39.762812Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m8344mvjfzq818rxggbczqea","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'FF2890D4F6F8D9EF19D050DC7EF6B4ADD9E75071457F739A5D1F91B7D592EC92');
INSERT INTO audit_records VALUES(48,1,36,1795401339763818,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m8344msvfj79fy5ze3w5860w","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:35:39.763818Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m8344mvke48rqny462dq6kwr","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'130111DBF13E59FB8912AFF9632E3342DDE17EACCA6001518539B51FBD4CD123');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795401339608437,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.608437Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m8344mprev79cw8135hnsc3d","kind":"change","node":"bb58d710","reason":null,"request_id":"c2497e0d914cbe5edbac43da60a02fb7","resource":"tok_01m8344mpredmts3w0hefwav5y","result":"done","seq":5,"trace":[]}',X'7B7B6CA6C06E5C439EA1110A29D8466AAD18E75C29905EE0FA92EA0BC59A56D1');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795401339625348,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:35:39.625348Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-CH9q…"},"epoch":1,"format":1,"id":"rec_01m8344mq9fa2vhwf5qpc7cm3b","kind":"change","node":"bb58d710","reason":null,"request_id":"8d8454639f8286e08cd2a2069d03c6c7","resource":"tok_01m8344mpredmts3w0hefwav5y","result":"done","seq":6,"trace":[]}',X'32B8639508ACBDB6D65E9B3541DC51A3756261416737B5A68630448FE804AACE');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795401339654398,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:35:39.654398Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"eb8d622c3ef4ffe04947f28ab12ca95ab880917cf21ea2ae06169625297e681a","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpmfOtwj/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m8344mr6ff3tgy1ttbcjhwsg","kind":"change","node":"bb58d710","reason":null,"request_id":"a917496ad69d9d249bc7f4b52dde57eb","resource":null,"result":"done","seq":7,"trace":[]}',X'9FA65F9C076692513C2DA4B92B21614488B5E7CADB16C0E883B658A4CAAACD19');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795401339705653,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m8344mkbe08s4t968adwdcf8","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:35:39.705653Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:35:39.705653Z","session":"ses_01m8344mssemc8g6j54cbv8qpt"},"epoch":1,"format":1,"id":"rec_01m8344mstfckshpm83va6g8na","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"op_01m8344mkbe08s4t968adwdcf8","result":"done","seq":8,"trace":[]}',X'7790C06495D340636D4A74B5159C8DA1869669E3A63A94F42DF00E79478BA8CC');
INSERT INTO audit_records VALUES(9,1,1,1795401339707847,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8344mhxennsctb6dhjqs10s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:35:39.707847Z","customer_id":"cus_01m8344msvfy9r95hjfd92xx4p","customer_seq":1,"details":{"api_key":"key_01m8344msvfj79fy5ze3w5860w","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m8344mswfdsvgfm46mvhqk5z","kind":"change","node":"bb58d710","reason":null,"request_id":"test","resource":"cus_01m8344msvfy9r95hjfd92xx4p","result":"done","seq":9,"trace":[]}',X'E41F7FEF83351CE1215ACBA28F8B0CDBF613414D18A150ED10EBE0A9C243A045');
INSERT INTO customers VALUES(1,X'01A20642533B7F938496327B522EF496','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,1795401339707847,1795401339714680);
INSERT INTO customers VALUES(2,X'01A20642533D76A39795BF2238682863','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,1795401339709509,1795401339716130);
INSERT INTO customers VALUES(3,X'01A20642533E7A0798FDA189AA246AD8','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,1795401339710732,1795401339710732);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m8344msvfj79fy5ze3w5860w',NULL,1795401339761301);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m8344mhxennsctb6dhjqs10s:ada','audit',1795401339762812);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m8344mhxennsctb6dhjqs10s:ada','unpaid',1795401339717171);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpmfOtwj/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:35:39.451435Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','bb58d710');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2064253397518881A452317B45EDA',X'01A20642526B7011926926429BC6B1E8',X'8DFE309797449551DE322FD9CF298696986513EBAAA04711C46F6495ADB1661A',1795401339705653,1795444539705653);
INSERT INTO operator_tokens VALUES(X'01A20642523D75C992E5B694F11A67C1',X'01A20642523D756B9669666C657C8419','first token','op-Ybis…',X'0052912DECBA10C1AC632DEEF17527A0F6EB981753DCC8D12FD5719495B121AC',1795401339452935,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2064252D87369AC8F808B9FC56CBE',X'01A20642523D756B9669666C657C8419','lost','op-CH9q…',X'12DBD724BA3B4A1A817F1FA3B367D4AFA3ED672612CCC18279B6F198B90A8E69',1795401339608437,NULL,1795401339625348);
INSERT INTO operators VALUES(X'01A20642523D756B9669666C657C8419','ada','owner',NULL,0,1795401339452935,1795401339452935);
INSERT INTO operators VALUES(X'01A20642526B7011926926429BC6B1E8','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$DM58H7sxK3icPYZKAOg67g$dVHKglKQ1b30Jl6tzurkHfStdhz6qoSPQ773qwo1oMM',0,1795401339498809,1795401339498809);
INSERT INTO operators VALUES(X'01A2064252A57667B5FCF4D6448556CB','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$ZMuns5ett6F2/Kt4ncjotg$KU8BbLzCD6UuouExBUWKa397DGsD2e+Yj2yBhkQ6EEg',1,1795401339557475,1795401339587731);
INSERT INTO permissions VALUES(X'01A206425358770C96F4C48141E9302F',1,'read','orders/*','allow',NULL,NULL,1795401339736057);
INSERT INTO permissions VALUES(X'01A20642535979508FD4889EFBD6B795',1,'read','orders/secret','deny',NULL,NULL,1795401339737270);
INSERT INTO permissions VALUES(X'01A20642535A713DBD2C8D87A6512387',1,'refund','orders/*','require_approval',NULL,NULL,1795401339738102);
INSERT INTO permissions VALUES(X'01A20642535A714D93B8F71C81D12F81',1,'*','archive/**','allow',NULL,4102444800000000,1795401339738890);
INSERT INTO permissions VALUES(X'01A20642535B76D680D23034C274A70F',3,'refund','orders/*','require_approval',NULL,NULL,1795401339739681);
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
