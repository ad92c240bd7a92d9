-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-8AVNwFLhpryyW1ZoGaTttLpVTkI55gFojnOcANIa4WmWTe
-- approved_request = apr_01m835437heac93t43s79trtgb
-- approver_key = sk-1KVbFNWFAykh1G9A6y7Jva6Xz8rkaNrX7Sog631h0nd9gJ
-- cancelled_request = apr_01m8354380evksehvmpbtrx2gc
-- dated_key = sk-k1rc7I4AKZp3i7kIvjaDUdOqd6aFIOSL0wL5iqGY0Y7bXV
-- lost_token = op-hRp7up8lT8tXvN78o7LWa0EaHRlXiY26ZrYxw8mj3kJTxg
-- north_id = cus_01m835436ceb6vx2mcrfpbg2z3
-- north_key = sk-YBB9WLgGpGfJTDHDJv81lm2ZyBJ2nfsIudtr0oso2YOGWP
-- owner_token = op-m9mnjCoMgB2I454JzVIUOO8FcElFUaKcpl1wCQAC0mJ8jj
-- pending_request = apr_01m835437fe5vsg157b7nxb815
-- rejected_request = apr_01m835437se5mv4e3hr9b9b4a6
-- revoked_key = sk-todFOTFV4NzCrvUbE70opG480ywnjhYfevOHcY4n1Kg29k
-- south_id = cus_01m835436geq2vg97cbc1mq70y
-- south_key = sk-YMdJYqUv2ODImGgBY4tc7rtOB3Dwa9ggXALJNbbX37ELzS
-- used_request = apr_01m835437we0wbbmr9pmaznq2e
-- west_id = cus_01m835436mfsas7wtptt4160ks
-- west_key = sk-4ZzvcmWiPtTrX4qtXqxU4eAoxEemWZcVJTtn918F4V9vyc
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
INSERT INTO activity_minutes VALUES(29923372,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923372,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923372,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923372,'human_override',1);
INSERT INTO activity_minutes VALUES(29923372,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795402370265769,1795402370265769);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795402370266688,1795402370270590);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795402370267512,1795402370267512);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795402370268262,1795402370268262);
INSERT INTO api_keys VALUES(X'01A206520CCC7B5391A906D0DCDFADFC',1,'first key','sk-YBB9…',X'56D4C57BCE252B9A9B36580B1ED13122BFD60500F3A01F8FF75F60FD8277086E',7,NULL,NULL,1795402370252178,'operator:op_01m83542saf7mbpmh5mqjsstra:ada',NULL,NULL,1795402370265647);
INSERT INTO api_keys VALUES(X'01A206520CD07560B0013E88EB6F42B7',2,'first key','sk-YMdJ…',X'3E979807AF7135FA7B200C1D609B97AB928536A2653CA5533BC425A1879A959E',7,NULL,NULL,1795402370255960,'operator:op_01m83542saf7mbpmh5mqjsstra:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206520CD4795FA91B4E27323A50C5',3,'first key','sk-4Zzv…',X'A99BC304E2DD136A3B454F1D4C361302E64F21D5DD9D2262A9A505792F145E8B',7,NULL,NULL,1795402370260172,'operator:op_01m83542saf7mbpmh5mqjsstra:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206520CE4732783CC9044C4982798',1,'unnamed key','sk-8AVN…',X'9D1210DEA3A59AC1644AA8EACAA5FD92651435E0971B3B19EBC306FAD113997F',1,'bot',NULL,1795402370276653,'api_key:key_01m835436cfd9s3a86t3edzbfw',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206520CE575639FE074834EB829B9',1,'revoked','sk-todF…',X'5477F5265E40B22E6A3972E9546C16C2B170D264F10235DFA60C41CB8DC4B0C8',7,NULL,NULL,1795402370277584,'api_key:key_01m835436cfd9s3a86t3edzbfw',NULL,1795402370279488,NULL);
INSERT INTO api_keys VALUES(X'01A206520CE87C0E8874152450DE074F',1,'unnamed key','sk-k1rc…',X'DFE62AC3CEECE6D7C39AE451613B8BE48A415E9FC3B9B57C318BB54ABDE2CB85',2,NULL,NULL,1795402370280455,'api_key:key_01m835436cfd9s3a86t3edzbfw',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206520CE9722793ECACDAFAAE4E46',1,'unnamed key','sk-1KVb…',X'3959F4BE3393132EA5C380F21DAB06EA04D134696B6FF32454295395C7057E36',8,NULL,'Ada Byron',1795402370281330,'operator:op_01m83542saf7mbpmh5mqjsstra:ada',NULL,NULL,1795402370290871);
INSERT INTO approvals VALUES(X'01A206520CEF71779804A759EBD5A025',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835436cfd9s3a86t3edzbfw','pending',1795402370287891,1795488770287891,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A206520CF1729891E883C9D3AC6A0B',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835436cfd9s3a86t3edzbfw','approved',1795402370289305,1795488770289305,1795402370295319,'api_key:key_01m8354379e8ks7v5cvbxawkj6','Ada','because');
INSERT INTO approvals VALUES(X'01A206520CF97169B23871C256959146',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835436cfd9s3a86t3edzbfw','rejected',1795402370297679,1795488770297679,1795402370299249,'api_key:key_01m8354379e8ks7v5cvbxawkj6','Ada','because');
INSERT INTO approvals VALUES(X'01A206520CFC7038B5D309B515FADC4E',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835436cfd9s3a86t3edzbfw','used',1795402370300530,1795488770300530,1795402370301860,'api_key:key_01m8354379e8ks7v5cvbxawkj6','Ada','because');
INSERT INTO approvals VALUES(X'01A206520D0076E7974774B2F58E8A0C',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354373f5v8tc3hdcrwpseb requires a person''s approval","permission_id":"perm_01m8354373f5v8tc3hdcrwpseb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835436cfd9s3a86t3edzbfw','cancelled',1795402370304076,1795488770304076,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795402369834375,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:49.834375Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m83542saf6rvbm7rszjne1ka","username":"ada"},"epoch":1,"format":1,"id":"rec_01m83542sae4ga7p8h603xz1gs","kind":"change","node":"da7e0bab","reason":null,"request_id":"613619644f7186adbd8e697735006881","resource":"op_01m83542saf7mbpmh5mqjsstra","result":"done","seq":1,"trace":[]}',X'D9509D7E322AB660B0AFB99917AF63C96DA287400D49CBFB88320E142F3FA163');
INSERT INTO audit_records VALUES(10,2,1,1795402370255960,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.255960Z","customer_id":"cus_01m835436geq2vg97cbc1mq70y","customer_seq":1,"details":{"api_key":"key_01m835436gengb009yh3npygnq","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m835436gf1sbn0qcsv52cjrj","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436geq2vg97cbc1mq70y","result":"done","seq":10,"trace":[]}',X'2CC9F9AC6E5CE2FDC0AED2031D25C958BC79418A9F28058D68DC2F9318EE961B');
INSERT INTO audit_records VALUES(11,3,1,1795402370260172,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.260172Z","customer_id":"cus_01m835436mfsas7wtptt4160ks","customer_seq":1,"details":{"api_key":"key_01m835436mf5ftj6te4ws3mm65","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m835436me4qvqqvzbe3pj7a2","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436mfsas7wtptt4160ks","result":"done","seq":11,"trace":[]}',X'8DD33AC993D3C00627AE570763B4C7E2A338243E04FE34C7F04B3E93F4E8CE00');
INSERT INTO audit_records VALUES(12,1,2,1795402370262318,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.262318Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m835436pf6psgqx1zzraqck7","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436ceb6vx2mcrfpbg2z3","result":"done","seq":12,"trace":[]}',X'80A75A15C5A7A5118A8FFFA3BCB1F45281DD5806129F4D99EE2245573F27DF88');
INSERT INTO audit_records VALUES(13,2,2,1795402370263378,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.263378Z","customer_id":"cus_01m835436geq2vg97cbc1mq70y","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m835436qffyb9t0yc9a505cf","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436geq2vg97cbc1mq70y","result":"done","seq":13,"trace":[]}',X'D8DF3662B50EFD89D35A794183E8FB00D4116B144CDC171902059CFC1E0A64F6');
INSERT INTO audit_records VALUES(14,3,2,1795402370264745,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.264745Z","customer_id":"cus_01m835436mfsas7wtptt4160ks","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m835436re5qvgn5pykz8tqr8","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436mfsas7wtptt4160ks","result":"enabled","seq":14,"trace":[]}',X'79DE12E84569F2C554770226DA947E86C7D546A6A41CBE0AA3A896399E16209D');
INSERT INTO audit_records VALUES(15,1,3,1795402370265769,'bot','done','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.265769Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835436sf738cbjgmm5n6dxm","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'141EEF5D9F9440457905108500C3F13DFF0A10F51D5F1EA62335BE46BD60AC69');
INSERT INTO audit_records VALUES(16,1,4,1795402370266688,'resting','done','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:52:50.266688Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835436tf7hvnejzarwyqt77","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'16CDED74257EE893C1787202AF68CCA86D25BED671002BD922C824572803D8D7');
INSERT INTO audit_records VALUES(17,1,5,1795402370267512,'killed','done','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:52:50.267512Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835436vee091n6zxq020t62","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'9B2A4ADBE3E4C6FCA0D90661BE88E6971396ABD88ABD8D266B31358088EEC81A');
INSERT INTO audit_records VALUES(18,1,6,1795402370268262,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:52:50.268262Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835436wedbsr1e3cq0yahqw","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'007E1F75ADC572B8BCACA8A41F181A59F3D57673E311F25DFC4B9A284E66E00F');
INSERT INTO audit_records VALUES(19,1,7,1795402370269030,'gone','done','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:52:50.269030Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835436xfg0ac1q1qqtypxr1","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'78D4FB99686A1990C019E35FEF096E3457DFFD5A688C63CC179CB4328BB49F0E');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795402369931016,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:49.931016Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m83542wbeyjandsrjce98tfj","kind":"change","node":"da7e0bab","reason":null,"request_id":"754ecdc9387ed8f0ab6b98b1de5dc035","resource":"op_01m83542wbexybwnm8xpvbchg9","result":"done","seq":2,"trace":[]}',X'4B482614F73D9318EE2DE77B1B1225F734259235741FF8DC626DC4E2DC89E0FB');
INSERT INTO audit_records VALUES(20,1,8,1795402370269859,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.269859Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m835436xf9g9s756ydzx8v9k","kind":"change","node":"da7e0bab","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'424155E9DF4EB73D0D3FD32FE3E86845ACFF96AF961FE657A591A1971CDBA53E');
INSERT INTO audit_records VALUES(21,1,9,1795402370270590,'resting','done','{"action":"agent.update","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:52:50.270590Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m835436yeqyra9ge0mce1ps3","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'552AE1693D4094A05A2FB1993E082747C9C2658BE581BABA6E537DCBABF76378');
INSERT INTO audit_records VALUES(22,1,10,1795402370271452,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.271452Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m835436zf0b9tnhccs9qbevg","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m835436zfdxap9wzcqwnjsst","result":"done","seq":22,"trace":[]}',X'42B468681C6B63BBE8435B96A32FC7EC2568A28FB817C795062E1BB2630E974C');
INSERT INTO audit_records VALUES(23,1,11,1795402370272445,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.272445Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m8354370fbv80a0hbgj9k0d8","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m8354370fs4rj0vxex9v8ypr","result":"done","seq":23,"trace":[]}',X'C50FC3527F88D91E2B864D2AA1BD027FDCD6C37DB5EE006C3785156980BEB02C');
INSERT INTO audit_records VALUES(24,1,12,1795402370273274,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.273274Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8354371etg8xpx54ns5cp02","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m8354371ea8bfbqbedht0gqt","result":"done","seq":24,"trace":[]}',X'DA7FDB5ABE7825BCB44C25FA1CD9AC36EECDB6E52F49EAC3656E9EAD6E06C615');
INSERT INTO audit_records VALUES(25,1,13,1795402370274109,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.274109Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m8354372f8rtnj0rqk7k91bk","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m8354372e2785rbtm6888km3","result":"done","seq":25,"trace":[]}',X'DAEF5C863A649FC89D79C66FFC59E4638A2C806122524A76B6183B84B9BD005C');
INSERT INTO audit_records VALUES(26,1,14,1795402370274998,'killed','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:52:50.274998Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8354373fvm8jtky5ves9hhs","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m8354373f5v8tc3hdcrwpseb","result":"done","seq":26,"trace":[]}',X'0AE26B353988C38DC92F9C37839B6110E597483B95853B18ACBDBFC18476C395');
INSERT INTO audit_records VALUES(27,1,15,1795402370275801,'gone','done','{"action":"permission.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:52:50.275801Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m8354373e04vkayc3pzeehrw","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"perm_01m8354373e638m1darhw1khth","result":"done","seq":27,"trace":[]}',X'F18BCCD69A41C5572CD7023B0E522446EC87CD2FF5457B8D54497F37526206A4');
INSERT INTO audit_records VALUES(28,1,16,1795402370276653,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.276653Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-8AVN…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m8354374ezzr0vnrf05c8h6q","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"key_01m8354374eckr7k4g8k29g9wr","result":"done","seq":28,"trace":[]}',X'C0054BAE0CA2C1EF813431C4CF90399DE10013EFEEC0689850B37E563FA486FE');
INSERT INTO audit_records VALUES(29,1,17,1795402370277584,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.277584Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-todF…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m8354375e8yr20qzv26ykg96","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"key_01m8354375enhszr3mgd7bgads","result":"done","seq":29,"trace":[]}',X'50EDD5C21AB49F89D051CCA25C5E797D14A2B095A71107BC948E54517497988F');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795402370008413,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:50.008413Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m83542yre2ctv7f4kmneh4kq","kind":"change","node":"da7e0bab","reason":null,"request_id":"700a4dddff14ac8d15bc9c921657e8e6","resource":"op_01m83542yrearsbjjr2qbsfyyy","result":"done","seq":3,"trace":[]}',X'CB4692FB509C880434A4C144B84185015018410286EF81C831C8A8A012A1948F');
INSERT INTO audit_records VALUES(30,1,18,1795402370279488,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.279488Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":18,"details":{"name":"revoked","prefix":"sk-todF…"},"epoch":1,"format":1,"id":"rec_01m8354377fhnvycfnrkww7p64","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"key_01m8354375enhszr3mgd7bgads","result":"done","seq":30,"trace":[]}',X'A07FC6C0F80DD9A2E476FDCC456C2BAE097A394DBFA5A630DB1FFCD1E06BB25D');
INSERT INTO audit_records VALUES(31,1,19,1795402370280455,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.280455Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-k1rc…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m8354378f1vs9cc7wbg3fxxc","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"key_01m8354378fg78gx0n4h8dw1tf","result":"done","seq":31,"trace":[]}',X'64BCB283259DC2BDFD8599D7397F295ED3F9E83495C79DEF4EB2013A103E0746');
INSERT INTO audit_records VALUES(32,1,20,1795402370281330,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.281330Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-1KVb…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m8354379f7h8zv05vetsedc7","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"key_01m8354379e8ks7v5cvbxawkj6","result":"done","seq":32,"trace":[]}',X'9BF57BC37ACAEF5E1CDB612BD1D9A9DF267DB334F18985B6B607313EABAC8995');
INSERT INTO audit_records VALUES(33,1,21,1795402370282093,'bot','approved','{"action":"read","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.282093Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m835437afy69d5jmecy41wa9","kind":"decision","node":"da7e0bab","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m835436zfdxap9wzcqwnjsst","permission_id":"perm_01m835436zfdxap9wzcqwnjsst","rule_checked":"permission_rule","rule_result":"passed"}]}',X'A8B74A739EC63AC46F3F8F9A25FAFE37CFC3F5DE236C53C6EA5C73C73E936C93');
INSERT INTO audit_records VALUES(34,1,22,1795402370285093,'bot','denied','{"action":"read","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.285093Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m835437decrr7dwwp8nd88yq","kind":"decision","node":"da7e0bab","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m8354370fs4rj0vxex9v8ypr","permission_id":"perm_01m8354370fs4rj0vxex9v8ypr","rule_checked":"permission_rule","rule_result":"failed"}]}',X'07611F022DA72DFBA0FE4E95A891702C8B17086C554BBBE47F7AFC62D4722BCA');
INSERT INTO audit_records VALUES(35,1,23,1795402370286029,'nobody','denied','{"action":"read","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:52:50.286029Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m835437efnzvs19yx079yh9s","kind":"decision","node":"da7e0bab","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'AD4DEB5E3718157CAFC8B5B0B0FC8AF4875D1756DF5F2B496CEE5FDB9E61A37A');
INSERT INTO audit_records VALUES(36,1,24,1795402370286846,'bot','approved','{"action":"read","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.286846Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m835437eevt9nztabrz4794m","kind":"decision","node":"da7e0bab","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m835436zfdxap9wzcqwnjsst","permission_id":"perm_01m835436zfdxap9wzcqwnjsst","rule_checked":"permission_rule","rule_result":"passed"}]}',X'851644407FAC5054F6B322DA1C64F9A8FEBDF9E0692FEB9C923BEE2DEFB2E65E');
INSERT INTO audit_records VALUES(37,1,25,1795402370287891,'bot','denied','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.287891Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m835437ge55veesftesdbe6b","kind":"decision","node":"da7e0bab","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'986BEB2872343576D17C28F53049FB76ADE6E8F8C42044BD48B1656C8D44B640');
INSERT INTO audit_records VALUES(38,1,26,1795402370289305,'bot','denied','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.289305Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m835437hfb8rzttfrtnt8d4b","kind":"decision","node":"da7e0bab","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'279FCBDD178DD8C5E09325BD15218685E7C149079846946B76855D1666A1DF51');
INSERT INTO audit_records VALUES(39,1,27,1795402370295319,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8354379e8ks7v5cvbxawkj6","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.295319Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:52:50.289305Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m835437qe04sn3b1mbyvdz1s","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"apr_01m835437heac93t43s79trtgb","result":"done","seq":39,"trace":[]}',X'5F1147828C5658153BD4B66F02FBBAEB697E83AAF66314FCB56CD10383E41596');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795402370035162,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:50.035162Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m83542zkf6v992nnaz8xatp3","kind":"change","node":"da7e0bab","reason":null,"request_id":"0c43f7de481a8e9c3c90d72470ce9927","resource":"op_01m83542yrearsbjjr2qbsfyyy","result":"done","seq":4,"trace":[]}',X'88185BF6C6EADB4CF0E604570B1C49E8A3E0447C85A8BB081AC4D36847CC219E');
INSERT INTO audit_records VALUES(40,1,28,1795402370297679,'bot','denied','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.297679Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m835437set88ctss0wddhxh3","kind":"decision","node":"da7e0bab","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'F75CF39C8D882EC1D2D416D71D39B9CDA88F240552AD719E05F3871894AE7495');
INSERT INTO audit_records VALUES(41,1,29,1795402370299249,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m8354379e8ks7v5cvbxawkj6","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.299249Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:52:50.297679Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m835437vef9v8zkt4y3sb6d5","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"apr_01m835437se5mv4e3hr9b9b4a6","result":"done","seq":41,"trace":[]}',X'18FF13F69269B04959346D0A5A331674AE5A4EC31D697D2BBDD0B57CBD45ECC4');
INSERT INTO audit_records VALUES(42,1,30,1795402370300530,'bot','denied','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.300530Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m835437wfbjr5b4qj4jth906","kind":"decision","node":"da7e0bab","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'C4DB4972F6D8E91A1BE659AA125BEFB7C22AD9FFF70B496E5244468E0E7E3C02');
INSERT INTO audit_records VALUES(43,1,31,1795402370301860,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8354379e8ks7v5cvbxawkj6","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:52:50.301860Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:52:50.300530Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m835437yfy9acz8bt9073pas","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"apr_01m835437we0wbbmr9pmaznq2e","result":"done","seq":43,"trace":[]}',X'9F5A370000A8D7D8E0A614FAF8D5D276333E951AAAA18DA75B36BC921CD25EA1');
INSERT INTO audit_records VALUES(44,1,32,1795402370303101,'bot','approved','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:52:50.303101Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m835437ze2hv4b2fkkcezv7z","kind":"decision","node":"da7e0bab","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354371ea8bfbqbedht0gqt requires a person''s approval","permission_id":"perm_01m8354371ea8bfbqbedht0gqt","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m835437we0wbbmr9pmaznq2e was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'ED74BD765F47FD69AF7D504FE82C2E887E6505B8A8E70562543ECA5C50D6A32B');
INSERT INTO audit_records VALUES(45,1,33,1795402370304076,'killed','denied','{"action":"refund","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:52:50.304076Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m8354380esvtd0bk6n3f22a3","kind":"decision","node":"da7e0bab","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8354373f5v8tc3hdcrwpseb requires a person''s approval","permission_id":"perm_01m8354373f5v8tc3hdcrwpseb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'DDDDB8292B978F951BB18A7E427E07A9A7547D9C250145835F9D525DB78CF4D4');
INSERT INTO audit_records VALUES(46,1,34,1795402370304976,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:52:50.304976Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m8354381fhtt29m0rybydzj8","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'82B80172A45C2E10905AB3EEBC10183BA02C76C273B50E3644655D95AB3E58C5');
INSERT INTO audit_records VALUES(47,1,35,1795402370305990,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:52:50.305990Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m8354382fme92835a88krh7p","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'214667DD8432DC1D2F0EA88130D390DFC9E2B9E74ABC0FA80A8AD66DDE3E6C8D');
INSERT INTO audit_records VALUES(48,1,36,1795402370306797,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m835436cfd9s3a86t3edzbfw","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:52:50.306797Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m8354383escawt6sq06tf70a","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'61280902A0F45DAD5A4E2C1B44B860EF5AD2144E1E5DA36721DC40AB0298E6DA');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795402370069728,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:50.069728Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m835430pfph9hbnbxynwthcs","kind":"change","node":"da7e0bab","reason":null,"request_id":"7a0e9330907be555afdba26b642c6cba","resource":"tok_01m835430neh8ttgarsf0fe3k9","result":"done","seq":5,"trace":[]}',X'F19435EC6D2C04CDF02CE82FED0CB818A0BC03D9E51B1E1F504D43BAC37C2A58');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795402370104616,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:52:50.104616Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-hRp7…"},"epoch":1,"format":1,"id":"rec_01m835431rf6zr0tggc1tr7smr","kind":"change","node":"da7e0bab","reason":null,"request_id":"e4303e111fdfd4f0fabea25f9f9f03ec","resource":"tok_01m835430neh8ttgarsf0fe3k9","result":"done","seq":6,"trace":[]}',X'2B7C06B739D3D1736D436D8A378C34FF064C181445DB33CD5588354DA084037A');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795402370135648,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:52:50.135648Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"0ebe05298393bcc3f1d74cacf28c8fc8da6d643ed459fee29bdde77b90061313","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpye4nm8/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m835432reaps1ta7rkw89kbb","kind":"change","node":"da7e0bab","reason":null,"request_id":"89c641585564b712636e434bdbc3d698","resource":null,"result":"done","seq":7,"trace":[]}',X'8CBB49179502CB50F83A1ADB74275677EDE4FD3AE369956351BCED875B9A24CD');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795402370233451,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m83542wbexybwnm8xpvbchg9","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:52:50.233451Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:52:50.233451Z","session":"ses_01m835435sfx0avk2yjdsz3cq3"},"epoch":1,"format":1,"id":"rec_01m835435setr9q3qfr13f2q2k","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"op_01m83542wbexybwnm8xpvbchg9","result":"done","seq":8,"trace":[]}',X'800BF7C4DAFBEE7B6E30E65CB2A497EBCB6EACA8EE2593EFB4AD04F31DB31827');
INSERT INTO audit_records VALUES(9,1,1,1795402370252178,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83542saf7mbpmh5mqjsstra","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:52:50.252178Z","customer_id":"cus_01m835436ceb6vx2mcrfpbg2z3","customer_seq":1,"details":{"api_key":"key_01m835436cfd9s3a86t3edzbfw","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m835436ceanrsyyr3jjdr3xt","kind":"change","node":"da7e0bab","reason":null,"request_id":"test","resource":"cus_01m835436ceb6vx2mcrfpbg2z3","result":"done","seq":9,"trace":[]}',X'C208B7946D988A1E60B03341AADDF719185FB7FD6B8CF26C3D2058EB85009D99');
INSERT INTO customers VALUES(1,X'01A206520CCC72CDBE8A8CC3ECB80BE3','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795402370252178,1795402370262318);
INSERT INTO customers VALUES(2,X'01A206520CD075C5B824EC5B034B9C1E','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795402370255960,1795402370263378);
INSERT INTO customers VALUES(3,X'01A206520CD47E5593F356D688130279','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795402370260172,1795402370260172);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m835436cfd9s3a86t3edzbfw',NULL,1795402370304976);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m83542saf7mbpmh5mqjsstra:ada','audit',1795402370305990);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m83542saf7mbpmh5mqjsstra:ada','unpaid',1795402370264745);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpye4nm8/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":true,"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:52:49.831772Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','da7e0bab');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A206520CB97F40ADCC5E9373F1B2E3',X'01A206520B8B777CBE5688EDB6B64609',X'A95431ED4C6DDE7D3C44FB7E4CD0FBF6E72AFE4EF5EA0F0DB53D85E4ABAB37D3',1795402370233451,1795445570233451);
INSERT INTO operator_tokens VALUES(X'01A206520B2A79B1B5D0F8CFE557066A',X'01A206520B2A79E8BB5225A5E59CEB0A','first token','op-m9mn…',X'29D56B108026913605F01D9F7E7753348AABC251A9B845B91D3906EBA010A090',1795402369834375,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A206520C157451AD4158CBC0F70E69',X'01A206520B2A79E8BB5225A5E59CEB0A','lost','op-hRp7…',X'C9D720BB6A7D0F7349065A517AAB0BE75B3C160F43C39CA8D41F0295F2651C1D',1795402370069728,NULL,1795402370104616);
INSERT INTO operators VALUES(X'01A206520B2A79E8BB5225A5E59CEB0A','ada','owner',NULL,0,1795402369834375,1795402369834375);
INSERT INTO operators VALUES(X'01A206520B8B777CBE5688EDB6B64609','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$oYCEfdvcjzjJlSCp/rnOpg$RzUe5krKSPpJEIVBHjT8+1HIcYt9NinV/fC8cGDy7IQ',0,1795402369931016,1795402369931016);
INSERT INTO operators VALUES(X'01A206520BD872B195CA5815D797FBDE','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$9kDVyLS0mKnN42QTXilB1g$5Owgoq0x0lVs9YVaMHcFyOtGY+Adqj8pks7ikJyp1A8',1,1795402370008413,1795402370035162);
INSERT INTO permissions VALUES(X'01A206520CDF7B7AAB279F65F959673A',1,'read','orders/*','allow',NULL,NULL,1795402370271452);
INSERT INTO permissions VALUES(X'01A206520CE07E4989037D7753B47AD8',1,'read','orders/secret','deny',NULL,NULL,1795402370272445);
INSERT INTO permissions VALUES(X'01A206520CE17290B7AEEB7363A042FA',1,'refund','orders/*','require_approval',NULL,NULL,1795402370273274);
INSERT INTO permissions VALUES(X'01A206520CE2708E82E17AA190844E83',1,'*','archive/**','allow',NULL,4102444800000000,1795402370274109);
INSERT INTO permissions VALUES(X'01A206520CE379768D30716B31CB65CB',3,'refund','orders/*','require_approval',NULL,NULL,1795402370274998);
INSERT INTO usage_daily VALUES(1,20780,3,7,21,1);
CREATE INDEX stripe_subscriptions_by_customer ON stripe_subscriptions (customer_no);
CREATE INDEX stripe_events_by_time ON stripe_events (received_at);
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
