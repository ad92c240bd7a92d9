-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-tUQ1AGyttU3dGHcYyE0If2OtcKwYVk4wOiXMqpND1yosoc
-- approved_request = apr_01m83grxp5fygaee4h2h544mk2
-- approver_key = sk-fyGOPo12b79hzv8eGWW1HQQw7ND5C9EpKroQmltq31usVw
-- cancelled_request = apr_01m83grxqkfjp89psfkhztscp7
-- dated_key = sk-4ZIrvy6BeC7dlljaQHJ5IwUfnjfH637GvMGVVDvM03LdXe
-- lost_token = op-Tit3nfJRUXXVCX5gZQfxkobdRnbZfUs3saIPy5aw3dA6gR
-- north_id = cus_01m83grxkge0tav7vmd4rkexbb
-- north_key = sk-YHZSGA43Ko7k3Q5bEX6vOdUGITcue5i2a9Db1uZx3XNLaU
-- owner_token = op-3EXUnfBDr7Ahu3ML8MLD7K9N5BFxhEkZ5YP5F8kj25mxOd
-- pending_request = apr_01m83grxp3fg9bxfnn607h71q7
-- rejected_request = apr_01m83grxprepjr0yxngb6q4hbz
-- revoked_key = sk-w4OF74NPiQl5yvMq83WVk6HFGtJqF3IegYafqn3i2jjFqs
-- south_id = cus_01m83grxkjfhcsn4q4rzc9anje
-- south_key = sk-VGrZjYapuvxeJbLy8t9KE07NFQGZed6Vopz8VBIV38DlYE
-- used_request = apr_01m83grxq2f33vtqadgdfbqxac
-- west_id = cus_01m83grxkmezsrg6dzjzcgn4h7
-- west_key = sk-h1FPIMXshxTwylHgeSLiculOrmjpe3WrhYdokKYE2PXo4s
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
    deactivated_by TEXT CHECK (deactivated_by IN ('operator', 'customer', 'billing')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL CHECK (updated_at >= created_at),
    CHECK ((is_active = 1) = (deactivated_by IS NULL))
) STRICT;
CREATE TABLE stripe_subscriptions (
    id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 255),
    customer_no INTEGER REFERENCES customers (no),
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE stripe_events (
    id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 255),
    received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE customer_terms (
    customer_no          INTEGER NOT NULL REFERENCES customers (no),
    place                INTEGER NOT NULL CHECK (place > 0),
    since                INTEGER NOT NULL,
    tier                 TEXT NOT NULL CHECK (length(tier) > 0),
    price_usd_month      INTEGER CHECK (price_usd_month >= 0),
    max_checks_per_month INTEGER CHECK (max_checks_per_month >= 1),
    is_active            INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    PRIMARY KEY (customer_no, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE tier_terms (
    no                   INTEGER PRIMARY KEY,
    since                INTEGER NOT NULL,
    tier                 TEXT NOT NULL CHECK (length(tier) > 0),
    title                TEXT NOT NULL,
    price_usd_month      INTEGER CHECK (price_usd_month >= 0),
    max_checks_per_month INTEGER CHECK (max_checks_per_month >= 1)
) STRICT;
CREATE TABLE quota_notices (
    customer_no INTEGER NOT NULL REFERENCES customers (no),
    month       INTEGER NOT NULL,
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    at          INTEGER NOT NULL,
    PRIMARY KEY (month, customer_no, percent)
) STRICT, WITHOUT ROWID;
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
    opened_by   TEXT NOT NULL,
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
    sent_by     TEXT,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK ((key_id IS NULL) = (link_id IS NOT NULL)),
    CHECK ((link_id IS NULL) = (scopes IS NULL)),
    CHECK ((link_id IS NULL) = (sent_by IS NULL)),
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
    queued_at   INTEGER NOT NULL CHECK (queued_at >= created_at),
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
INSERT INTO activity_hours VALUES(498726,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498726,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498726,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498726,1,'human_override',1);
INSERT INTO activity_hours VALUES(498726,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923576,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923576,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923576,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923576,'human_override',1);
INSERT INTO activity_minutes VALUES(29923576,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795414587021303,1795414587021303);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795414587027053,1795414587030698);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795414587027803,1795414587027803);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795414587028565,1795414587028565);
INSERT INTO api_keys VALUES(X'01A2070C76707A7C8D20056908995DB2',1,'first key','sk-YHZS…',X'E25582EF2A42CFD27ECE0BED6FEAA8427B37679019F2AB83578E1C949C53DCC9',7,NULL,NULL,1795414586992149,'operator:op_01m83grxaressvay4va7k50260:ada',NULL,NULL,1795414587021170);
INSERT INTO api_keys VALUES(X'01A2070C76727680B5140CAE0BE81D2C',2,'first key','sk-VGrZ…',X'47A37BBCD9D6FEEE1970D88B2064B645C2FE3B88FADECED61052B77FC8F2895F',7,NULL,NULL,1795414586994623,'operator:op_01m83grxaressvay4va7k50260:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2070C76747AFDBE454E0F7349AE88',3,'first key','sk-h1FP…',X'232AFD97ABE42DFB21AC412E63AB826106B12D758C51A7E9B554105937336864',7,NULL,NULL,1795414586996760,'operator:op_01m83grxaressvay4va7k50260:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2070C76A9705B9BD128B61C342AC3',1,'unnamed key','sk-tUQ1…',X'5911A334AC6777761C929385F9335E3273F20026C9A28F9E83F79F58E4768AB5',1,'bot',NULL,1795414587049901,'api_key:key_01m83grxkgf9y8t805d449jqdj',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2070C76AA730A83BCC7EF3A81AA11',1,'revoked','sk-w4OF…',X'72C35B14111B33642527CCC9E4E8FCA8ACA33A4DAD426C654FFEEB897FF6D500',7,NULL,NULL,1795414587050851,'api_key:key_01m83grxkgf9y8t805d449jqdj',NULL,1795414587053009,NULL);
INSERT INTO api_keys VALUES(X'01A2070C76AF7BDD88249719C1DBB360',1,'unnamed key','sk-4ZIr…',X'AAB8FBA0B91E093048074EDA15346DD19030B5BAF557DE5F7458E1E0EBB3E5D7',2,NULL,NULL,1795414587055306,'api_key:key_01m83grxkgf9y8t805d449jqdj',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2070C76B1776B83E489A61999E7B5',1,'unnamed key','sk-fyGO…',X'E8C5D602B328119BF9CF410AEF63FCCE59065EC12D5596B300388BF603722483',8,NULL,'Ada Byron',1795414587057327,'operator:op_01m83grxaressvay4va7k50260:ada',NULL,NULL,1795414587088449);
INSERT INTO approvals VALUES(X'01A2070C76C37C12BEBEB5300F1386E7',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83grxkgf9y8t805d449jqdj','pending',1795414587075439,1795500987075439,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2070C76C57FA0A73891144A425262',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83grxkgf9y8t805d449jqdj','approved',1795414587077881,1795500987077881,1795414587088860,'api_key:key_01m83grxnhexnr7s49mrcsksxn','Ada','because');
INSERT INTO approvals VALUES(X'01A2070C76D875A5807BB582CD72457F',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83grxkgf9y8t805d449jqdj','rejected',1795414587096007,1795500987096007,1795414587104407,'api_key:key_01m83grxnhexnr7s49mrcsksxn','Ada','because');
INSERT INTO approvals VALUES(X'01A2070C76E278C7BD5D4D835EBBF54C',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83grxkgf9y8t805d449jqdj','used',1795414587106311,1795500987106311,1795414587112849,'api_key:key_01m83grxnhexnr7s49mrcsksxn','Ada','because');
INSERT INTO approvals VALUES(X'01A2070C76F37CAC84DB2F9C7FACB2C7',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn8e3ybw50j6pc86gdb requires a person''s approval","permission_id":"perm_01m83grxn8e3ybw50j6pc86gdb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83grxkgf9y8t805d449jqdj','cancelled',1795414587123613,1795500987123613,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795414586712098,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.712098Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m83grxarffp91fqjrpjhm2mz","username":"ada"},"epoch":1,"format":1,"id":"rec_01m83grxare9j98efcae1ay7b4","kind":"change","node":"18fc7a00","reason":null,"request_id":"71c6f47dddd439667a0f8b5403bb0468","resource":"op_01m83grxaressvay4va7k50260","result":"done","seq":1,"trace":[]}',X'8DCD8D5FE4BF37C89D9364D8BA615BAF01D6044A57134B21E9368FC569FDFB6F');
INSERT INTO audit_records VALUES(10,2,1,1795414586994623,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:26.994623Z","customer_id":"cus_01m83grxkjfhcsn4q4rzc9anje","customer_seq":1,"details":{"api_key":"key_01m83grxkjet0ba50cnr5yg79c","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m83grxkjfx4ap95wf07s0qj3","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkjfhcsn4q4rzc9anje","result":"done","seq":10,"trace":[]}',X'9D604BFFB0FE22261AB8E9D41B285A51F864B3329AAD1DA9951CAFF7452489F2');
INSERT INTO audit_records VALUES(11,3,1,1795414586996760,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:26.996760Z","customer_id":"cus_01m83grxkmezsrg6dzjzcgn4h7","customer_seq":1,"details":{"api_key":"key_01m83grxkmfbyvwhae1xsmkbm8","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m83grxkmetkaqebmryzty9wr","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkmezsrg6dzjzcgn4h7","result":"done","seq":11,"trace":[]}',X'D0627B25D9DD6007BBFDC107D84A3B9812FE3F60E1F1B9FDE975333F0F4AECA5');
INSERT INTO audit_records VALUES(12,1,2,1795414586998808,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:26.998808Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m83grxkpehn90d9m12nvd55z","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkge0tav7vmd4rkexbb","result":"done","seq":12,"trace":[]}',X'EBD88C331FC2704226C914D6EECBB126F79E50B3D0DEBBC396DE2DBF8118817A');
INSERT INTO audit_records VALUES(13,2,2,1795414587005885,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:27.005885Z","customer_id":"cus_01m83grxkjfhcsn4q4rzc9anje","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m83grxkyf4wtvw26d63ng4g2","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkjfhcsn4q4rzc9anje","result":"done","seq":13,"trace":[]}',X'6610DA81D7F3EBBFCF0D84584BCC5DBA1AE6A9385FA1EA799C8C7B8C86B02E53');
INSERT INTO audit_records VALUES(14,3,2,1795414587015529,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:27.015529Z","customer_id":"cus_01m83grxkmezsrg6dzjzcgn4h7","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m83grxm7f67sab1jxqxqxymx","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkmezsrg6dzjzcgn4h7","result":"enabled","seq":14,"trace":[]}',X'4A2FE444E71290F472B43648CF52A98656744A8839D20260E49469D58542659B');
INSERT INTO audit_records VALUES(15,1,3,1795414587021303,'bot','done','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.021303Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83grxmdeppr8pdmr975ap3v","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'0468906A3A90373BBDA326AE9AFE7B8CABA4B68ABDAC5AC1A8AC51DF2FA4E895');
INSERT INTO audit_records VALUES(16,1,4,1795414587027053,'resting','done','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T06:16:27.027053Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83grxmkeb6vzvfj7hxxbm3t","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'2EF8BE7FDBDE201B3EBB858964E4733D1859BD9E73BE5576BC4704E8901F7EDA');
INSERT INTO audit_records VALUES(17,1,5,1795414587027803,'killed','done','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T06:16:27.027803Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83grxmkeaw845v2pvzd5rjb","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'93B4D02A0DD37D3796731A7EF14C5127FF386D61715E73B300BD72519E878FC7');
INSERT INTO audit_records VALUES(18,1,6,1795414587028565,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T06:16:27.028565Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83grxmmfxnb3mn3esway74h","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'B95E94EE0B73720FAD81E13671B6CCC4A82051F5F774EB0C2971238D34347AC0');
INSERT INTO audit_records VALUES(19,1,7,1795414587029341,'gone','done','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T06:16:27.029341Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83grxmnetcr2aekqf3batct","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'D824E3B4810B20862E55EBD20D449569127957CC118BE571B0E382A59F24EBC4');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795414586769542,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.769542Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m83grxcheyf8rxqs0rr5zhrr","kind":"change","node":"18fc7a00","reason":null,"request_id":"0170b8e36e728be73d1cde46c65f111a","resource":"op_01m83grxchefe8284ayv12vxfc","result":"done","seq":2,"trace":[]}',X'56006B938785812C183A3A733BE8A714D85C10B52FCE2603A9859DA583DDB1C8');
INSERT INTO audit_records VALUES(20,1,8,1795414587030031,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.030031Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m83grxmpev39b2gzpctae80p","kind":"change","node":"18fc7a00","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'66144BA724864F8E866AE7867125821F5D987B195A91AE4C0F54F9206B4C8C57');
INSERT INTO audit_records VALUES(21,1,9,1795414587030698,'resting','done','{"action":"agent.update","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T06:16:27.030698Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m83grxmpey1r39qnqb20ppqe","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'5346AD457AE242AA59512AB1D371738191D93B618ED4A184F330BC9CF0AE8EFF');
INSERT INTO audit_records VALUES(22,1,10,1795414587035329,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.035329Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83grxmveg4rmnz0v07zepv1","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxmvexcbnzvj43b6af13","result":"done","seq":22,"trace":[]}',X'A916E613A96EF7709952AD903401A40C1E7B866CB073D003B3A6BE1F4507B93E');
INSERT INTO audit_records VALUES(23,1,11,1795414587037304,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.037304Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m83grxmxfhk95rzc14tv3qq2","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxmxfm0bkdy27y2t09xd","result":"done","seq":23,"trace":[]}',X'15E5AF24E88E561B27D76D3061CA165D49E531F28456E28B2E59A439BF6459E6');
INSERT INTO audit_records VALUES(24,1,12,1795414587046937,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.046937Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83grxn7fd3r1p223591j1ne","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxn6f6zskkb3qwc8rp8q","result":"done","seq":24,"trace":[]}',X'C39234D263747B5AC34841D2784DD8FBB152AFD6E959B5C4069975262119F391');
INSERT INTO audit_records VALUES(25,1,13,1795414587047739,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.047739Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m83grxn7ecnt2h1f7x4mgr8g","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxn7ep8b6f8j9qk5dyfp","result":"done","seq":25,"trace":[]}',X'A0B151E9AA6C1B521988F4B0F37A50A4FAD17576ED6F21912D831E62A9723B05');
INSERT INTO audit_records VALUES(26,1,14,1795414587048447,'killed','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T06:16:27.048447Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83grxn8ekvs9nzv7a1ayvnk","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxn8e3ybw50j6pc86gdb","result":"done","seq":26,"trace":[]}',X'99B0FB73A564ADF7C4272512674E446A93ECA63862DC8F954731BC6E1ADE4649');
INSERT INTO audit_records VALUES(27,1,15,1795414587049163,'gone','done','{"action":"permission.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T06:16:27.049163Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m83grxn9exa9nzszh8vfvbfr","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"perm_01m83grxn9fxt930zqkybcb0eg","result":"done","seq":27,"trace":[]}',X'09D8A32BD2DE8CC8F7DC0FDA35EEAA42F807D5A836933257222AF2F567573BBC');
INSERT INTO audit_records VALUES(28,1,16,1795414587049901,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.049901Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-tUQ1…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m83grxnafdwv2zs3qpq8kg1k","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"key_01m83grxn9e1dsqm98pre38ap3","result":"done","seq":28,"trace":[]}',X'591D837AC98DE27A652861C64A114C735119389F729E789040031E13FC12BA80');
INSERT INTO audit_records VALUES(29,1,17,1795414587050851,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.050851Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-w4OF…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m83grxnbf3cbp05m85rb54fh","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"key_01m83grxnaec587f67xwx83agh","result":"done","seq":29,"trace":[]}',X'2F42F2DF59AC3F39E05CEA9CE38A1D5474E73AA63AA96C01D4C0AA9FEA7FFA55');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795414586821637,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.821637Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m83grxe6fwrtzxtd1jwezpkg","kind":"change","node":"18fc7a00","reason":null,"request_id":"af3878ed0e039f60166c0d837c98be30","resource":"op_01m83grxe5e10vcdyq4r2fsssv","result":"done","seq":3,"trace":[]}',X'B65AB35B6E3C451BB7E58C7F549BACF934906B9EADD813E1341C9221A6ABB795');
INSERT INTO audit_records VALUES(30,1,18,1795414587053009,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.053009Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":18,"details":{"name":"revoked","prefix":"sk-w4OF…"},"epoch":1,"format":1,"id":"rec_01m83grxndfntb9vr9rpqq2d1n","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"key_01m83grxnaec587f67xwx83agh","result":"done","seq":30,"trace":[]}',X'AE948078B1D87B88D1531D7B11733DD53253597AA9C4441C4803CBF0087A26C3');
INSERT INTO audit_records VALUES(31,1,19,1795414587055306,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.055306Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-4ZIr…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m83grxnfft1ab32t469vax3t","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"key_01m83grxnffferg94q370xqcv0","result":"done","seq":31,"trace":[]}',X'CE84FC958A47674EE83087E90190F0DCB2CDCC9DF2D412C6637EB959058089F9');
INSERT INTO audit_records VALUES(32,1,20,1795414587057327,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:27.057327Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-fyGO…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m83grxnhe92rr831jar69ec8","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"key_01m83grxnhexnr7s49mrcsksxn","result":"done","seq":32,"trace":[]}',X'258FD1935172A0E9825CBBF3DA7385337B6E1DBB0BF90E889D71839265D1678B');
INSERT INTO audit_records VALUES(33,1,21,1795414587061047,'bot','approved','{"action":"read","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.061047Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m83grxnnfbm9gtfhysy13faw","kind":"decision","node":"18fc7a00","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83grxmvexcbnzvj43b6af13","permission_id":"perm_01m83grxmvexcbnzvj43b6af13","rule_checked":"permission_rule","rule_result":"passed"}]}',X'47AEFA22D22592AE2A2C6CD4E5A6AC876F70C4E4216102C31184F5E19FDB5328');
INSERT INTO audit_records VALUES(34,1,22,1795414587063330,'bot','denied','{"action":"read","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.063330Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m83grxnqegks98myf9wzzg14","kind":"decision","node":"18fc7a00","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m83grxmxfm0bkdy27y2t09xd","permission_id":"perm_01m83grxmxfm0bkdy27y2t09xd","rule_checked":"permission_rule","rule_result":"failed"}]}',X'E17071DF19A580F1AB76E872C6E120AA4274540FA52855625FBFF3B7050566D4');
INSERT INTO audit_records VALUES(35,1,23,1795414587067297,'nobody','denied','{"action":"read","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T06:16:27.067297Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m83grxnvecfsaq26rmaw1jjy","kind":"decision","node":"18fc7a00","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'CBF6DB05AE5C2AAF4BDEFCA336EDE88691D6A9779AC6108B2F294FD8353BD771');
INSERT INTO audit_records VALUES(36,1,24,1795414587069551,'bot','approved','{"action":"read","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.069551Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m83grxnxe92v9gvkf51t95r1","kind":"decision","node":"18fc7a00","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83grxmvexcbnzvj43b6af13","permission_id":"perm_01m83grxmvexcbnzvj43b6af13","rule_checked":"permission_rule","rule_result":"passed"}]}',X'02992E820A03FF27C1EBAB9406244EE8E754F621CC3979E09DB8EB132C495BC9');
INSERT INTO audit_records VALUES(37,1,25,1795414587075439,'bot','denied','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.075439Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m83grxp3fm18va9nvrpagyg4","kind":"decision","node":"18fc7a00","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'5BD8CF224F474EB951905594BCEFECA5CC0688EB671BE5C7F12B8AA5843CC5A3');
INSERT INTO audit_records VALUES(38,1,26,1795414587077881,'bot','denied','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.077881Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m83grxp5egqtnyjpyrrs4rqb","kind":"decision","node":"18fc7a00","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'454DF9CCB1079EB944D41132295D63EDCC99F1D0185D94AC09E533B1B91C77D6');
INSERT INTO audit_records VALUES(39,1,27,1795414587088860,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83grxnhexnr7s49mrcsksxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.088860Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T06:16:27.077881Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m83grxphfwqagw952h5r8meq","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"apr_01m83grxp5fygaee4h2h544mk2","result":"done","seq":39,"trace":[]}',X'8A33D58886356C8C862B458D8CF70203EC1C38A47CE6646798BE39BED16F3397');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795414586852565,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.852565Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m83grxf5ewhsxdazjs4k6qvp","kind":"change","node":"18fc7a00","reason":null,"request_id":"51e6d293ac5cc0e2315380b28b0b42c5","resource":"op_01m83grxe5e10vcdyq4r2fsssv","result":"done","seq":4,"trace":[]}',X'59D9823F72AE9B4A2337FA223ACAA2AA0E6CAFAB140232286BFDDBD998001E83');
INSERT INTO audit_records VALUES(40,1,28,1795414587096007,'bot','denied','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.096007Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m83grxprega8zjvekma97fkt","kind":"decision","node":"18fc7a00","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'07C13251C30FEFFB836C4473D9D0C12D42E40777F9A353250A7515FFD0977EAD');
INSERT INTO audit_records VALUES(41,1,29,1795414587104407,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m83grxnhexnr7s49mrcsksxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.104407Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T06:16:27.096007Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m83grxq0frt9meqwv27fde5b","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"apr_01m83grxprepjr0yxngb6q4hbz","result":"done","seq":41,"trace":[]}',X'7CA290C5A04A3EB3B7951C18A117FCC8CF0410195AC7A59F2BBC3966899D084D');
INSERT INTO audit_records VALUES(42,1,30,1795414587106311,'bot','denied','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.106311Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m83grxq2fwbahwj52a00zht9","kind":"decision","node":"18fc7a00","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'86F6668A880C894C58EA2C3DCF40F31CEA8D4815EAA2E6669CED1AE0BAB9A8A2');
INSERT INTO audit_records VALUES(43,1,31,1795414587112849,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83grxnhexnr7s49mrcsksxn","kind":"api_key"},"agent_id":null,"at":"2026-11-23T06:16:27.112849Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T06:16:27.106311Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m83grxq9e2ftayq9gyh0qhqf","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"apr_01m83grxq2f33vtqadgdfbqxac","result":"done","seq":43,"trace":[]}',X'9B82825BA138395E2E1F0204B12C2438BD967AB99435CA0ED7E880F79F033C0E');
INSERT INTO audit_records VALUES(44,1,32,1795414587119336,'bot','approved','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T06:16:27.119336Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m83grxqffvbtswe2m4wp6sny","kind":"decision","node":"18fc7a00","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn6f6zskkb3qwc8rp8q requires a person''s approval","permission_id":"perm_01m83grxn6f6zskkb3qwc8rp8q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m83grxq2f33vtqadgdfbqxac was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'2F4B7A6E83E01D90602C0228CD2E7DF14ABEEB0B2434745424832597DB41453F');
INSERT INTO audit_records VALUES(45,1,33,1795414587123613,'killed','denied','{"action":"refund","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T06:16:27.123613Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m83grxqkfk0b0c83anqtf41y","kind":"decision","node":"18fc7a00","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83grxn8e3ybw50j6pc86gdb requires a person''s approval","permission_id":"perm_01m83grxn8e3ybw50j6pc86gdb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'737A6279391B0CBB9734B2DE64F617FF4EE36335FE53CDE266F420020519AB0C');
INSERT INTO audit_records VALUES(46,1,34,1795414587125141,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T06:16:27.125141Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m83grxqnf0bsj7xxjcsyf2g7","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'169799699CE8116D4783043F7A95886D17F67BF7F76B2C90EA255C4ECF5DE871');
INSERT INTO audit_records VALUES(47,1,35,1795414587126100,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T06:16:27.126100Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m83grxqpfxw8s8sj9yn5s9c0","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'D39D0606324AACE6A95A19E21D09E97B42E3FC409D7610FD932DE6A039E3BEC6');
INSERT INTO audit_records VALUES(48,1,36,1795414587126874,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m83grxkgf9y8t805d449jqdj","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T06:16:27.126874Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m83grxqqfdktpwwvf2x9ybeh","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'1E6C3B03691A364047D7FBAC2E393B9EF08A49C3141B91281F7FEFD3893BE59C');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795414586877587,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.877587Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m83grxfxf6zrjhhm2n667asm","kind":"change","node":"18fc7a00","reason":null,"request_id":"c8cea9b0f6eea974ef5908667280e9ba","resource":"tok_01m83grxfxecgv82n5h7wppjc4","result":"done","seq":5,"trace":[]}',X'DB2839CFA1879A5F3416267C37F881995BC6C654A64DC16A3D236BF9D682ACD0');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795414586920742,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T06:16:26.920742Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-Tit3…"},"epoch":1,"format":1,"id":"rec_01m83grxh9fd3tjr19r3cx9edv","kind":"change","node":"18fc7a00","reason":null,"request_id":"261d50dcc30d00913d7e76a140767239","resource":"tok_01m83grxfxecgv82n5h7wppjc4","result":"done","seq":6,"trace":[]}',X'E01217102AC39149267C15BED1ECF6F94825B785DC630AF141AFF1A914E6DCB9');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795414586966609,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T06:16:26.966609Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"a43e6f61a80272387dca28d7ad136679940ca884f7e003d93505c3272d6414cf","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp5mqCfL/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m83grxjqfjm9z6f8k86wsnqa","kind":"change","node":"18fc7a00","reason":null,"request_id":"f1acfa86429e3be8326dff2f7cd29b43","resource":null,"result":"done","seq":7,"trace":[]}',X'82D0A0146B8FC3A40CB72CE256ABFC8C478175F55CCFBE4A7D92E4CD0E873F91');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795414586986514,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m83grxchefe8284ayv12vxfc","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T06:16:26.986514Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T18:16:26.986514Z","session":"ses_01m83grxkaf82sw3m7j4jfmyjk"},"epoch":1,"format":1,"id":"rec_01m83grxkafeet0x9p199k44jn","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"op_01m83grxchefe8284ayv12vxfc","result":"done","seq":8,"trace":[]}',X'3FE3A2866FF335E4DFDD1CDDFD9DCD5F449FCA408A294A5DFB3F16D1868AF190');
INSERT INTO audit_records VALUES(9,1,1,1795414586992149,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83grxaressvay4va7k50260","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T06:16:26.992149Z","customer_id":"cus_01m83grxkge0tav7vmd4rkexbb","customer_seq":1,"details":{"api_key":"key_01m83grxkgf9y8t805d449jqdj","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m83grxkgf6nabchxdba81gdj","kind":"change","node":"18fc7a00","reason":null,"request_id":"test","resource":"cus_01m83grxkge0tav7vmd4rkexbb","result":"done","seq":9,"trace":[]}',X'48C9E08537719F6758A7C7253D5C28F77A7E6691A3B7B9F8FC834522C0E5E1D2');
INSERT INTO customer_terms VALUES(1,1,1795414586992149,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795414586994623,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795414587005885,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795414586996760,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A2070C76707034AD9F74693137756B','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795414586992149,1795414586998808);
INSERT INTO customers VALUES(2,X'01A2070C76727C599A92E4C7D895564E','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795414586994623,1795414587005885);
INSERT INTO customers VALUES(3,X'01A2070C767477F38819BF97D90A9227','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795414586996760,1795414586996760);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m83grxkgf9y8t805d449jqdj',NULL,1795414587125141);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m83grxaressvay4va7k50260:ada','audit',1795414587126100);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m83grxaressvay4va7k50260:ada','unpaid',1795414587015529);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"billing.policy_file":"","cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"documents.help_file":"","documents.hidden":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"mail.ca_file":"","mail.from":"","mail.password_file":"","mail.relay":"","mail.reply_to":"","mail.security":"starttls","mail.templates_dir":"","mail.username":"","metrics.listen":"","metrics.tls":false,"metrics.token_file":"","notices.email_to":[],"notices.webhook_secret_file":"","notices.webhook_url":"","outbox.keep_days":90,"quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp5mqCfL/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":false,"stripe.payment_links":{},"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Exports of the audit log"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T06:16:26.705897Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','18fc7a00');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2070C766A7A059E0E879124FA7A53',X'01A2070C759173DC81208AF6C22DF5EC',X'1981AEC8C747225AE16F379201E69B7CDC0BBCB850726DF6AE4A2C9A3D345E0A',1795414586986514,1795457786986514);
INSERT INTO operator_tokens VALUES(X'01A2070C75587BEC90BEF2C5A51A0A9F',X'01A2070C75587673B5789B51E65008C0','first token','op-3EXU…',X'1B90965A41BE4348C17F32980ACADF6DD2A2E7FE0A81E7B066701FB25A4943A0',1795414586712098,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2070C75FD7321B40AA589F96B4984',X'01A2070C75587673B5789B51E65008C0','lost','op-Tit3…',X'C8EB9993CFF3DA3C5EBF842E5B60D01B4BD9EFABE0DDF9FC06D70C689BC79CA0',1795414586877587,NULL,1795414586920742);
INSERT INTO operators VALUES(X'01A2070C75587673B5789B51E65008C0','ada','owner',NULL,0,1795414586712098,1795414586712098);
INSERT INTO operators VALUES(X'01A2070C759173DC81208AF6C22DF5EC','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$0GMjRXEwFnYf+jUAHmP/kg$ZPazBfGNBM5CIR1Vlom2sIhkEzW5AasiviaE1EQ0bWg',0,1795414586769542,1795414586769542);
INSERT INTO operators VALUES(X'01A2070C75C57041B637D72604FCE73B','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$BanUDi+xvJzVkCE+42Y2zA$UNia1EC+cd1Fvy7rGnAjYmf2Qm56uROUrr7TIFIA7wQ',1,1795414586821637,1795414586852565);
INSERT INTO permissions VALUES(X'01A2070C769B7758BAFF7220D6653C23',1,'read','orders/*','allow',NULL,NULL,1795414587035329);
INSERT INTO permissions VALUES(X'01A2070C769D7D00B9B7C23F85A027AD',1,'read','orders/secret','deny',NULL,NULL,1795414587037304);
INSERT INTO permissions VALUES(X'01A2070C76A679BF99CD63BF188C5917',1,'refund','orders/*','require_approval',NULL,NULL,1795414587046937);
INSERT INTO permissions VALUES(X'01A2070C76A77590B33D124DE656F9F6',1,'*','archive/**','allow',NULL,4102444800000000,1795414587047739);
INSERT INTO permissions VALUES(X'01A2070C76A870FCBE141235988341AB',3,'refund','orders/*','require_approval',NULL,NULL,1795414587048447);
INSERT INTO tier_terms VALUES(1,1795414586705703,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795414586705703,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795414586705703,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795414586705703,'enterprise','Enterprise',NULL,NULL);
INSERT INTO usage_daily VALUES(1,20780,3,7,21,1);
CREATE INDEX stripe_subscriptions_by_customer ON stripe_subscriptions (customer_no);
CREATE INDEX stripe_events_by_time ON stripe_events (received_at);
CREATE TRIGGER customer_terms_stay BEFORE UPDATE ON customer_terms
BEGIN
    SELECT RAISE(ABORT, 'terms are never changed');
END;
CREATE TRIGGER customer_terms_remain BEFORE DELETE ON customer_terms
BEGIN
    SELECT RAISE(ABORT, 'terms are never removed');
END;
CREATE TRIGGER tier_terms_stay BEFORE UPDATE ON tier_terms
BEGIN
    SELECT RAISE(ABORT, 'terms are never changed');
END;
CREATE TRIGGER tier_terms_remain BEFORE DELETE ON tier_terms
BEGIN
    SELECT RAISE(ABORT, 'terms are never removed');
END;
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
