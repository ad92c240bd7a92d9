-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-wgqpvaoigc7lrzNh8e76LAcOwxRNmlDUM3tIiAxW3krsxh
-- approved_request = apr_01m839ph5qf7ztmxbv3axj71nh
-- approver_key = sk-dTs3UUurG1u9bApdlIww9HockIeeAazWZQwtUxHD0hIeGJ
-- cancelled_request = apr_01m839ph60frqr0m5tq6g8bks8
-- dated_key = sk-AQyfxcIyWegc7utiy7Bf2xJofD1LPBVB52wVVgtq2CRw6U
-- lost_token = op-HX76MiowVjeVIVah2twZVfDOabZGM8FEljCeBUgv4UuSM6
-- north_id = cus_01m839ph4rf82r6f8v3xmpprp5
-- north_key = sk-NT2exo3w93O0DH2x26l3N23Vg0ujazElnjop6tWi2vUY8f
-- owner_token = op-vG7EdljjyBxBpM73DOYffYYCH1A0R9MA2eJhvzFQ3TiOTP
-- pending_request = apr_01m839ph5pfp8b0dw6xerp2cr7
-- rejected_request = apr_01m839ph5tez38g0sjp3w32zx7
-- revoked_key = sk-f7EwdqAYBC31SxRUvx0ykSwJf7oa0IsHGHvGvLrI0WABzn
-- south_id = cus_01m839ph4tfw2thxw61tj6tjbq
-- south_key = sk-fSIauSZ2ODHSpJeIumxJvMmaeKKPQmUrbYk44Djp3GbfuA
-- used_request = apr_01m839ph5xezva7s61gbhzne4x
-- west_id = cus_01m839ph4veq9vd69chffdsrpb
-- west_key = sk-KNIlshNjjeEKItzy1bQ7uYY9qPIe5juqHLRAUoKr06qD7O
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
INSERT INTO activity_hours VALUES(498724,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498724,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498724,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498724,1,'human_override',1);
INSERT INTO activity_hours VALUES(498724,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923452,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923452,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923452,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923452,'human_override',1);
INSERT INTO activity_minutes VALUES(29923452,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795407168673688,1795407168673688);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795407168674700,1795407168679066);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795407168675619,1795407168675619);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795407168676452,1795407168676452);
INSERT INTO api_keys VALUES(X'01A2069B449872408A11182525EF2C61',1,'first key','sk-NT2e…',X'BA8834041E323E864697D92AC10D8505EBB015CE85CF63BB38A15FC596F4AE5A',7,NULL,NULL,1795407168664121,'operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada',NULL,NULL,1795407168673541);
INSERT INTO api_keys VALUES(X'01A2069B449A70F081C9280F514AA273',2,'first key','sk-fSIa…',X'25C2FE5EC342EE26D0625AE4AA0A4B7B2A1ABA0FCC7E28DA0AB647BB0EEDD350',7,NULL,NULL,1795407168666020,'operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2069B449B7E2EB3BE528F0180F769',3,'first key','sk-KNIl…',X'D0643719B0C931416D3A30897863E88F17BF01C0A272CC75741961A3E5AAE161',7,NULL,NULL,1795407168667550,'operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2069B44AD7BB39E71C32FD9734F57',1,'unnamed key','sk-wgqp…',X'46FC8412A1CD1D646ABD78763C6B1FD74B7C9BC700FA8BD21A01D00B6BE80387',1,'bot',NULL,1795407168685694,'api_key:key_01m839ph4re908m48r4mjyyb31',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2069B44AE79E3BD48AC60DDCA2B8E',1,'revoked','sk-f7Ew…',X'59DD4C149479AFB03E73ABC5C16B0A0D13A8B7E9DCC9D9A7D919BC404FDC2B50',7,NULL,NULL,1795407168686710,'api_key:key_01m839ph4re908m48r4mjyyb31',NULL,1795407168687711,NULL);
INSERT INTO api_keys VALUES(X'01A2069B44B070E7AF64A182A77E709F',1,'unnamed key','sk-AQyf…',X'9115A503C995F4985FE7C77C4AD2B8415D0F5EB2A8212EF35E785E39C94C828A',2,NULL,NULL,1795407168688784,'api_key:key_01m839ph4re908m48r4mjyyb31',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2069B44B17C4D8004C813378A85BA',1,'unnamed key','sk-dTs3…',X'D0EEB08A3279882E53BEC709E66957C4AE5FC46DB39177819DF1D9FACC11FED5',8,NULL,'Ada Byron',1795407168689862,'operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada',NULL,NULL,1795407168697006);
INSERT INTO approvals VALUES(X'01A2069B44B67D90B03786EBB1613307',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m839ph4re908m48r4mjyyb31','pending',1795407168694439,1795493568694439,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2069B44B779FFAA757B1ABB2386B1',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m839ph4re908m48r4mjyyb31','approved',1795407168695873,1795493568695873,1795407168697158,'api_key:key_01m839ph5hfh6r01682cvrn1dt','Ada','because');
INSERT INTO approvals VALUES(X'01A2069B44BA77C6880332B0F8317FA7',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m839ph4re908m48r4mjyyb31','rejected',1795407168698447,1795493568698447,1795407168699805,'api_key:key_01m839ph5hfh6r01682cvrn1dt','Ada','because');
INSERT INTO approvals VALUES(X'01A2069B44BD77F6A3E4C182E3FAB89D',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m839ph4re908m48r4mjyyb31','used',1795407168701218,1795493568701218,1795407168702401,'api_key:key_01m839ph5hfh6r01682cvrn1dt','Ada','because');
INSERT INTO approvals VALUES(X'01A2069B44C07E2F8050BAB9A085CF28',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph5bfzfsv4jtpg4ztje2 requires a person''s approval","permission_id":"perm_01m839ph5bfzfsv4jtpg4ztje2","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m839ph4re908m48r4mjyyb31','cancelled',1795407168704567,1795493568704567,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795407168447898,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.447898Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m839pgy0enb9ac0gv31a7dae","username":"ada"},"epoch":1,"format":1,"id":"rec_01m839pgy0e5397pcpm4whwejz","kind":"change","node":"7414e587","reason":null,"request_id":"cf6bb9b83a50a1cfd58eba851f1da2ad","resource":"op_01m839pgy0fgfvbf5asfdv2m7j","result":"done","seq":1,"trace":[]}',X'846BD7B0EDEF24C9FFF9FACA0B7B8041A5EC4BF9D994C51E07BB65B6E8513342');
INSERT INTO audit_records VALUES(10,2,1,1795407168666020,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.666020Z","customer_id":"cus_01m839ph4tfw2thxw61tj6tjbq","customer_seq":1,"details":{"api_key":"key_01m839ph4te3r83j981x8mn8kk","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m839ph4teza8g86y0gceqe0w","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4tfw2thxw61tj6tjbq","result":"done","seq":10,"trace":[]}',X'771592A0E8DF9B9CD23A61220D0FD80B4DDD1044CC793A1EB0584331F344A159');
INSERT INTO audit_records VALUES(11,3,1,1795407168667550,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.667550Z","customer_id":"cus_01m839ph4veq9vd69chffdsrpb","customer_seq":1,"details":{"api_key":"key_01m839ph4vfrqb7fjjhw0r1xv9","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m839ph4vfvdssjzhhpf68zhj","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4veq9vd69chffdsrpb","result":"done","seq":11,"trace":[]}',X'7AA0788A77FCCF54357F709A4938B9CC4CE02F5EF32673719435C6366C157754');
INSERT INTO audit_records VALUES(12,1,2,1795407168670343,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.670343Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m839ph4yfb4bsrydwva3wv71","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4rf82r6f8v3xmpprp5","result":"done","seq":12,"trace":[]}',X'0CB923FF6FA937490DFAE4F5D99901608F677895A7EDD3E5A205537B2EE960E4');
INSERT INTO audit_records VALUES(13,2,2,1795407168671539,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.671539Z","customer_id":"cus_01m839ph4tfw2thxw61tj6tjbq","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m839ph4zesn9z6q3hdasxzrf","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4tfw2thxw61tj6tjbq","result":"done","seq":13,"trace":[]}',X'00C60F058DC1E3EB0F30C882D97BDE07868AEB9035AF7B1D4AB69B0039C9999E');
INSERT INTO audit_records VALUES(14,3,2,1795407168672637,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.672637Z","customer_id":"cus_01m839ph4veq9vd69chffdsrpb","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m839ph50ez7bpa0kym1ykbf4","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4veq9vd69chffdsrpb","result":"enabled","seq":14,"trace":[]}',X'F47A94F4D601077AED1AB24D01119E49A60B3926F3E39D671681198E1C01593F');
INSERT INTO audit_records VALUES(15,1,3,1795407168673688,'bot','done','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.673688Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m839ph51f4v87m3phmced5sy","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'ED85063A439D1221A727585608B614DF17D3A91B50B5E3F6493DBEE6A70F7F01');
INSERT INTO audit_records VALUES(16,1,4,1795407168674700,'resting','done','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T04:12:48.674700Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m839ph52fhatr4tbe0gwgpfm","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'DC49E95A396F8C23B3CE173A8C924FAAFF6A85EDC1ECDF4924A0687A3D00D2C7');
INSERT INTO audit_records VALUES(17,1,5,1795407168675619,'killed','done','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T04:12:48.675619Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m839ph53fh7vj359n54yefvc","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'1C50E1E8B0F65FC5AFE0E6B5B6C0B5AE3FCE5DECCE4ED0A4CCBE6EFC2B410901');
INSERT INTO audit_records VALUES(18,1,6,1795407168676452,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T04:12:48.676452Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m839ph54fyqrfntzwg9zhwmq","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'4054A5C64CAC15EBEE732DD3C5AF8C10B03E3386721FE8A294FB1D4BAB14FE62');
INSERT INTO audit_records VALUES(19,1,7,1795407168677350,'gone','done','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T04:12:48.677350Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m839ph55f2qs1vnfjtjpnwhc","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'2CF227A6B8FB4AF9D7B79626AE47D2495E571546132084E5F2D36922DA75DE28');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795407168514501,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.514501Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m839ph03e9c8rs3ctnyvk3kc","kind":"change","node":"7414e587","reason":null,"request_id":"9fa58aa1421f103a13c1a4b20b544b08","resource":"op_01m839ph02f468cjxq8cry70y4","result":"done","seq":2,"trace":[]}',X'3CD6500F5085B93C9F584563F64066ACA905EB0ABF35F78260CDD9E30C99607C');
INSERT INTO audit_records VALUES(20,1,8,1795407168678272,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.678272Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m839ph56fqxap0709qam6ema","kind":"change","node":"7414e587","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'134F33048ECEE3EAE52E9E85DB0A9E2DDDFE78829F0B644743B925BE25894C20');
INSERT INTO audit_records VALUES(21,1,9,1795407168679066,'resting','done','{"action":"agent.update","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T04:12:48.679066Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m839ph57ef7ahd4bjvd3axw4","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'2D0DA2C8729F49D52BF19B40E21C63ACA9EC90782582C4FE91692FD7C89C5FF2');
INSERT INTO audit_records VALUES(22,1,10,1795407168679947,'bot','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.679947Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m839ph58e209j4m90xfepq2r","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph57eb0af6m3cn1sz9gs","result":"done","seq":22,"trace":[]}',X'84189C613172CE1378A35BEEBEEB43138AC956D3DDD37511D90AA1DCE3662106');
INSERT INTO audit_records VALUES(23,1,11,1795407168680936,'bot','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.680936Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m839ph59e7stnerswem3he0a","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph58er0t5sxqvy4yf2m2","result":"done","seq":23,"trace":[]}',X'035F7A7CD5095127126750F01FF19CE0B8E57946CF35768327F0CF7E2FDBD774');
INSERT INTO audit_records VALUES(24,1,12,1795407168681969,'bot','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.681969Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m839ph5aekgbfw4mj377jj3f","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph59ecf84mddppx4ecdc","result":"done","seq":24,"trace":[]}',X'14DF7312C3FF1BB1432A198AD904B44C74AF9F192354447DB9470F12817D2FB4');
INSERT INTO audit_records VALUES(25,1,13,1795407168682933,'bot','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.682933Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m839ph5beqxrmes4qh3yte3f","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph5afk2vwc278apdhqrc","result":"done","seq":25,"trace":[]}',X'2CC5B781E3537518F407F87540A29CBF8478AFE60D644278438BB42FE5C064DC');
INSERT INTO audit_records VALUES(26,1,14,1795407168683864,'killed','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T04:12:48.683864Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m839ph5beykrensn9mdj96jb","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph5bfzfsv4jtpg4ztje2","result":"done","seq":26,"trace":[]}',X'CCC09961F9BD5915CE3DFD4949ADDD5B98EDE720F04E11AA78E97402F89D75CE');
INSERT INTO audit_records VALUES(27,1,15,1795407168684773,'gone','done','{"action":"permission.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T04:12:48.684773Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m839ph5cebsv277qyzv77e4v","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"perm_01m839ph5cfgvsyvygyyfgegc7","result":"done","seq":27,"trace":[]}',X'AFF6AA7B10277A4B0D3C236FF662D1E0CE11B86857319F5A58593430CE131418');
INSERT INTO audit_records VALUES(28,1,16,1795407168685694,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.685694Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-wgqp…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m839ph5dexjanm22b85shvg0","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"key_01m839ph5dfesswwe35zcq6ktq","result":"done","seq":28,"trace":[]}',X'44E457590BA197D323DDCDA5E7D39B03897A4AECA81E9F60C55FA6BF58026BAB');
INSERT INTO audit_records VALUES(29,1,17,1795407168686710,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.686710Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-f7Ew…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m839ph5efywshpgkxe86zv2f","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"key_01m839ph5ef7hvtj5cc3ewmawe","result":"done","seq":29,"trace":[]}',X'1AAA5AF110589D39F0CAA041468EC14D007103DF086CCC0E6B8DAF905F2B2702');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795407168560361,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.560361Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m839ph1gf0zbf79qp5tw9btw","kind":"change","node":"7414e587","reason":null,"request_id":"8d1b76d15a221818c25cfa51ccfd6e09","resource":"op_01m839ph1gfw98skn88f74w6eh","result":"done","seq":3,"trace":[]}',X'6DF392D9E25E70444FA48BF503F02FC0835A732CA1FF567425C9E6A2E1C38A31');
INSERT INTO audit_records VALUES(30,1,18,1795407168687711,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.687711Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":18,"details":{"name":"revoked","prefix":"sk-f7Ew…"},"epoch":1,"format":1,"id":"rec_01m839ph5fer094zgggantsvcm","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"key_01m839ph5ef7hvtj5cc3ewmawe","result":"done","seq":30,"trace":[]}',X'4779546338AE2A8E96822FC658572AEEA3B72707643BD5C204E57031EF4E254B');
INSERT INTO audit_records VALUES(31,1,19,1795407168688784,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.688784Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-AQyf…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m839ph5geywve9dybgvcwkfy","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"key_01m839ph5ge3ktys51gakqww4z","result":"done","seq":31,"trace":[]}',X'1C61B1699C1012E451F5C964F5583B42F82052347E5C6D758FB7C69ACDDEA900');
INSERT INTO audit_records VALUES(32,1,20,1795407168689862,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.689862Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-dTs3…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m839ph5jfgg8x96echb6wkjz","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"key_01m839ph5hfh6r01682cvrn1dt","result":"done","seq":32,"trace":[]}',X'964E06505F876D6612716CB40BC19A5BA26E69A73BF6461067CE2B17CDC55973');
INSERT INTO audit_records VALUES(33,1,21,1795407168690935,'bot','approved','{"action":"read","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.690935Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m839ph5jey38efx4q5y15nge","kind":"decision","node":"7414e587","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m839ph57eb0af6m3cn1sz9gs","permission_id":"perm_01m839ph57eb0af6m3cn1sz9gs","rule_checked":"permission_rule","rule_result":"passed"}]}',X'0AF1BE18A8BF583C67AB5DF35107F8680A413AEA1E872F9467BC6FF481B3F5C7');
INSERT INTO audit_records VALUES(34,1,22,1795407168691840,'bot','denied','{"action":"read","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.691840Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m839ph5kfw1atqdbpdj53j5c","kind":"decision","node":"7414e587","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m839ph58er0t5sxqvy4yf2m2","permission_id":"perm_01m839ph58er0t5sxqvy4yf2m2","rule_checked":"permission_rule","rule_result":"failed"}]}',X'93AC1E7A1FF86EB86732757D3B33160317757D4C799AD97B7070D3887E6A7F1C');
INSERT INTO audit_records VALUES(35,1,23,1795407168692598,'nobody','denied','{"action":"read","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T04:12:48.692598Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m839ph5mesvrxwkd64zb526n","kind":"decision","node":"7414e587","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'00DEEFBE5937353ED9855BA7EF26083AAFF72BEBD0B9DD2D2903A2F0AFFD9D46');
INSERT INTO audit_records VALUES(36,1,24,1795407168693464,'bot','approved','{"action":"read","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.693464Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m839ph5ne8ctjkpn37dw79kc","kind":"decision","node":"7414e587","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m839ph57eb0af6m3cn1sz9gs","permission_id":"perm_01m839ph57eb0af6m3cn1sz9gs","rule_checked":"permission_rule","rule_result":"passed"}]}',X'C5BEED895C5FEDA38056902DDFF8ADE43DDBBA5FF0E1367DC7BA0F9838405668');
INSERT INTO audit_records VALUES(37,1,25,1795407168694439,'bot','denied','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.694439Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m839ph5persb65xa3j7ycp7t","kind":"decision","node":"7414e587","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'DBB952F1A5E265E3EB6359525093DBFC9AA4063899500990A2EE620CE2D7E341');
INSERT INTO audit_records VALUES(38,1,26,1795407168695873,'bot','denied','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.695873Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m839ph5qf4ybddvn34k38q2p","kind":"decision","node":"7414e587","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'52F986A70C690FFA6DA4C34F2EF08D5FA211E139C6BF7732D6EC43BCE3DF147B');
INSERT INTO audit_records VALUES(39,1,27,1795407168697158,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m839ph5hfh6r01682cvrn1dt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.697158Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T04:12:48.695873Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m839ph5seb3sbz3bk4h36cm4","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"apr_01m839ph5qf7ztmxbv3axj71nh","result":"done","seq":39,"trace":[]}',X'E95394B0E79AE6A60A459DB816FA448616B3539BA067E4F831F5BAC2A660F6D7');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795407168579665,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.579665Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m839ph24eb08y2yzgxcey1pj","kind":"change","node":"7414e587","reason":null,"request_id":"5d32051b00b527344f4ec157aa21c9c2","resource":"op_01m839ph1gfw98skn88f74w6eh","result":"done","seq":4,"trace":[]}',X'A789F65F15F43635DFF8394CEE0B77CD1DAD09EBF9E4AC64456C8C336ABE23D4');
INSERT INTO audit_records VALUES(40,1,28,1795407168698447,'bot','denied','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.698447Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m839ph5teafsca0tt40ywata","kind":"decision","node":"7414e587","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'5CFAE3AF5B020134CBBE5476928205BFABE1FC0F0C17BDF42D441CC074BAD8CD');
INSERT INTO audit_records VALUES(41,1,29,1795407168699805,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m839ph5hfh6r01682cvrn1dt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.699805Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T04:12:48.698447Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m839ph5vf70st4rjcssm7fgc","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"apr_01m839ph5tez38g0sjp3w32zx7","result":"done","seq":41,"trace":[]}',X'1F43888DA6EA456F4C862CB2D9645D12F8A858C9F0CFF86D88B6531979E65098');
INSERT INTO audit_records VALUES(42,1,30,1795407168701218,'bot','denied','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.701218Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m839ph5xf8986fx2gs2yqzq2","kind":"decision","node":"7414e587","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'F9D38F7061A74C4CC3142A396E36D1CD4467223CA3A7883C5395AA905EE15B02');
INSERT INTO audit_records VALUES(43,1,31,1795407168702401,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m839ph5hfh6r01682cvrn1dt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T04:12:48.702401Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T04:12:48.701218Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m839ph5yf1qv30p9d3aab0wf","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"apr_01m839ph5xezva7s61gbhzne4x","result":"done","seq":43,"trace":[]}',X'1DCE4DE1B668A56DE99EAE051398491D7134E8A57D94F7AA949249B816D502C0');
INSERT INTO audit_records VALUES(44,1,32,1795407168703526,'bot','approved','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T04:12:48.703526Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m839ph5zfyfsr0q1fc5s8rxz","kind":"decision","node":"7414e587","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph59ecf84mddppx4ecdc requires a person''s approval","permission_id":"perm_01m839ph59ecf84mddppx4ecdc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m839ph5xezva7s61gbhzne4x was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'0A59FF57A5792B9E3085C8CA43883D222F3951F42EF6C9DA3583B880F3F3F5F3');
INSERT INTO audit_records VALUES(45,1,33,1795407168704567,'killed','denied','{"action":"refund","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T04:12:48.704567Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m839ph60f60b20xgvkw0br1a","kind":"decision","node":"7414e587","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m839ph5bfzfsv4jtpg4ztje2 requires a person''s approval","permission_id":"perm_01m839ph5bfzfsv4jtpg4ztje2","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'82D72633E20F548F18D4915325269A26F63BACBE0A2C7E33617BF149CC4CBB24');
INSERT INTO audit_records VALUES(46,1,34,1795407168705915,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T04:12:48.705915Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m839ph62e4rvqdbw0kj0j15v","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'AA10C24E5B20B7E56F260FFDDCDA9CF219639F3550F68D430DF5F313014B46A6');
INSERT INTO audit_records VALUES(47,1,35,1795407168707026,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T04:12:48.707026Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m839ph63eq5axkd8hwfqt8ha","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'2DBC5D8B2FB57619B8B5084B6278048DE84440FD51CE57E0A1BEC005B730BF72');
INSERT INTO audit_records VALUES(48,1,36,1795407168707989,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m839ph4re908m48r4mjyyb31","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T04:12:48.707989Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m839ph64eprbh3wt2ry2sy0b","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'31487E7EB879442746B7389AC3D4DC6383A973D4157AD6C2B0CDB4B37AC14B09');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795407168599230,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.599230Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m839ph2qebnt0m9sbjbzkcbn","kind":"change","node":"7414e587","reason":null,"request_id":"e1fc745c6e7599a82cdecefc6ef738ee","resource":"tok_01m839ph2qf5s9nkh8wf4asyn0","result":"done","seq":5,"trace":[]}',X'BDDFD80B4BB42C48AEE24B4EF185B46FD7750E79CCB9D3A708E2FA74BCFB38B3');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795407168617520,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T04:12:48.617520Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-HX76…"},"epoch":1,"format":1,"id":"rec_01m839ph39efh9cnbtt8myw656","kind":"change","node":"7414e587","reason":null,"request_id":"29e471e4cf2b1b08f6f0b4acf52a20b0","resource":"tok_01m839ph2qf5s9nkh8wf4asyn0","result":"done","seq":6,"trace":[]}',X'BFB98CEBB33F58754046E47AB179DFE933D7B485591B507BE572E34647C704ED');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795407168638229,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T04:12:48.638229Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"96a9a676d23142ba0d7e3e26d518db38a08460bb7f712cfe445667410ac76092","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmppR4Jrq/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m839ph3yea88npaf09cy0fs5","kind":"change","node":"7414e587","reason":null,"request_id":"25bb0c3e5f14cb97fcb4c6d3339f301f","resource":null,"result":"done","seq":7,"trace":[]}',X'515E18CDE7A5C1F0FA49CF8600929557F5F9CD8145CD12DEC2668C1080C1B24C');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795407168661929,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m839ph02f468cjxq8cry70y4","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T04:12:48.661929Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T16:12:48.661929Z","session":"ses_01m839ph4pfyqsyds2e1xmws6g"},"epoch":1,"format":1,"id":"rec_01m839ph4peq885z6b8hy6wqvk","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"op_01m839ph02f468cjxq8cry70y4","result":"done","seq":8,"trace":[]}',X'E211482E4D83355125FEFE89EFF92A9BD0995157781BD3C815ABDFEBBE32A4CC');
INSERT INTO audit_records VALUES(9,1,1,1795407168664121,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m839pgy0fgfvbf5asfdv2m7j","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T04:12:48.664121Z","customer_id":"cus_01m839ph4rf82r6f8v3xmpprp5","customer_seq":1,"details":{"api_key":"key_01m839ph4re908m48r4mjyyb31","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m839ph4rf768hy430hb83m7t","kind":"change","node":"7414e587","reason":null,"request_id":"test","resource":"cus_01m839ph4rf82r6f8v3xmpprp5","result":"done","seq":9,"trace":[]}',X'9662237064754AAED3CF09273282320DCCCF457BF5E5491B0F34D9C62BF8FF74');
INSERT INTO customer_terms VALUES(1,1,1795407168664121,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795407168666020,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795407168671539,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795407168667550,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A2069B44987A05833D1B1F696B62C5','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795407168664121,1795407168670343);
INSERT INTO customers VALUES(2,X'01A2069B449A7F05A8F7860EA46D4977','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795407168666020,1795407168671539);
INSERT INTO customers VALUES(3,X'01A2069B449B75D3B6992C8BDEDCE2CB','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795407168667550,1795407168667550);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m839ph4re908m48r4mjyyb31',NULL,1795407168705915);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada','audit',1795407168707026);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m839pgy0fgfvbf5asfdv2m7j:ada','unpaid',1795407168672637);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"billing.policy_file":"","cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"documents.hidden":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"mail.ca_file":"","mail.from":"","mail.password_file":"","mail.relay":"","mail.reply_to":"","mail.security":"starttls","mail.templates_dir":"","mail.username":"","metrics.listen":"","metrics.tls":false,"metrics.token_file":"","notices.email_to":[],"notices.webhook_secret_file":"","notices.webhook_url":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmppR4Jrq/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":false,"stripe.payment_links":{},"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T04:12:48.446110Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','7414e587');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2069B44967FAF9F3722707B4E64D0',X'01A2069B4402790C864BB74331E383C4',X'F01E15944AAB66CD88D7FBBACE2F10121C7EA68ADF008BB75A466BF3A79BED05',1795407168661929,1795450368661929);
INSERT INTO operator_tokens VALUES(X'01A2069B43C07556953010D8C2A3B54E',X'01A2069B43C07C1FB5BCAACBDBB150F2','first token','op-vG7E…',X'D554E2671A0757AB45566F5ADED609ECD7EAB1CE32B8AE6E4BE337F5DA848A4C',1795407168447898,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2069B445779729ACE28E3C8ACFAA0',X'01A2069B43C07C1FB5BCAACBDBB150F2','lost','op-HX76…',X'53205BC5FCB66E7422AD6EA9264C7CEEB8EEDD37B9D5DBF114EEB5C991906159',1795407168599230,NULL,1795407168617520);
INSERT INTO operators VALUES(X'01A2069B43C07C1FB5BCAACBDBB150F2','ada','owner',NULL,0,1795407168447898,1795407168447898);
INSERT INTO operators VALUES(X'01A2069B4402790C864BB74331E383C4','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$5bUxFD5yBJAuSqCTnat1zg$wd8FWFInadl3qU5xmM5DJza9G3Z3gs4L2zQcsv1bg9w',0,1795407168514501,1795407168514501);
INSERT INTO operators VALUES(X'01A2069B44307F128CCEA843CE4E19D1','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$LKz17g2xFodN/jBMZL+YIA$B7MVzol7R0JM9VBiFzf0LlkuOz/h+Ssa91PRCDQrqQ4',1,1795407168560361,1795407168579665);
INSERT INTO permissions VALUES(X'01A2069B44A772C0A79A8365439FA619',1,'read','orders/*','allow',NULL,NULL,1795407168679947);
INSERT INTO permissions VALUES(X'01A2069B44A87601A2E7B7DF89E78A82',1,'read','orders/secret','deny',NULL,NULL,1795407168680936);
INSERT INTO permissions VALUES(X'01A2069B44A9731E8251ADB5BA4731AC',1,'refund','orders/*','require_approval',NULL,NULL,1795407168681969);
INSERT INTO permissions VALUES(X'01A2069B44AA7CC5BE304742ACD8DF0C',1,'*','archive/**','allow',NULL,4102444800000000,1795407168682933);
INSERT INTO permissions VALUES(X'01A2069B44AB7FDF9D925AB409FD49C2',3,'refund','orders/*','require_approval',NULL,NULL,1795407168683864);
INSERT INTO tier_terms VALUES(1,1795407168445947,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795407168445947,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795407168445947,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795407168445947,'enterprise','Enterprise',NULL,NULL);
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
