-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-lBX2EZuaVTQrasU2x1MiOVoGkE2QwxOwaiTom0d54UPq2A
-- approved_request = apr_01m833ywnjej8v57fsxmxh4m84
-- approver_key = sk-8Y34brHeoZ27H3xf5NwYQtBDZDzw8pM1RkKVeeOJ3JtGBV
-- cancelled_request = apr_01m833ywnzewjb4pxx4gqn6945
-- dated_key = sk-NTAzMM2bQI4kW6IKgJdl5fNk58XYzv6UrUAxJ0cQ1d3jyo
-- lost_token = op-odZGqdSXPVIfU6oTw7XDotNpTf3u3dUm3FGR2fFP0MPoKv
-- north_id = cus_01m833ywkhek68sjp058hsnmv5
-- north_key = sk-1toZR1quPWQVxoTw3qyq4goPKtWdRg1ldUgRYyBH3T1GeA
-- owner_token = op-4I1aVWLeqmxxwLL8h2yMOBkjVOVjqFVEpLzdvnQ3247tm3
-- pending_request = apr_01m833ywngebe9ppfvf4szhnjh
-- rejected_request = apr_01m833ywnre9p9ennf0e4ctpd4
-- revoked_key = sk-Y40hahfTIuXnZCkLpCJkA5lltBTbE3QX5BB4kwJj1GtuUS
-- south_id = cus_01m833ywkveh5a02gnx26tt9wk
-- south_key = sk-tgmxGAQt9pgFOczchC3jlv93JA57SD9w0SVH6tKo2SCZVH
-- used_request = apr_01m833ywnwebytays20n9gnckz
-- west_id = cus_01m833ywkyfjnr60xnsy6ahdqy
-- west_key = sk-KqFNcsyQmrFnKbiaW2t7ck1swxUoCxLQb2tiMhf21HMKEt
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
INSERT INTO activity_minutes VALUES(29923352,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923352,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923352,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923352,'human_override',1);
INSERT INTO activity_minutes VALUES(29923352,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795401151114109,1795401151114109);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795401151115236,1795401151127039);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795401151116169,1795401151116169);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795401151117492,1795401151117492);
INSERT INTO api_keys VALUES(X'01A2063F7271725581AB58FFCA2052D3',1,'first key','sk-1toZ…',X'A80970EF5C098E37D202A8988A7EF894703D7C884F920D0CC8D3927B280B1F7E',7,NULL,NULL,1795401151089394,'operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada',NULL,NULL,1795401151114002);
INSERT INTO api_keys VALUES(X'01A2063F727B7222A6B270AC4554AA79',2,'first key','sk-tgmx…',X'A70F362FB5AD5562B99E1A60ACFA235DDCCDC769FD85BC82368C35299D3CCB0A',7,NULL,NULL,1795401151099775,'operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063F727E77DCB858ABE4FBE5EA57',3,'first key','sk-KqFN…',X'6148A862D6C7E64068CCF0A13B536BE4874EBCC12085978C8E4F79DA3529A78A',7,NULL,NULL,1795401151102941,'operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063F72A07B3195F855ECB9A9C352',1,'unnamed key','sk-lBX2…',X'45AECD2A622200C20EB3EA916BF2DC28BD08462E228FE8005EE34A4FC504EBA0',1,'bot',NULL,1795401151136865,'api_key:key_01m833ywkhe9ar3atrzz520mpk',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063F72A17DD098E0BC52DA113074',1,'revoked','sk-Y40h…',X'02962B1A2985F7606FA83D52C3FEDF453860494B34EB8EFE3A494957BEF8DFCF',7,NULL,NULL,1795401151137819,'api_key:key_01m833ywkhe9ar3atrzz520mpk',NULL,1795401151138694,NULL);
INSERT INTO api_keys VALUES(X'01A2063F72A772568A40A02B26957E6C',1,'unnamed key','sk-NTAz…',X'61CE11161AE48A1D60708F51DE998847AE74A1D348FE26C23D7536DCAA78E76F',2,NULL,NULL,1795401151143314,'api_key:key_01m833ywkhe9ar3atrzz520mpk',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063F72A8767EBAB3AA8796264F96',1,'unnamed key','sk-8Y34…',X'62B1845802D1AD93444A4FDB0589C6F8B246AEB20AB0557A197F5DFE3E4BAECE',8,NULL,'Ada Byron',1795401151144167,'operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada',NULL,NULL,1795401151159381);
INSERT INTO approvals VALUES(X'01A2063F72B072DC9B59FB7933F8D651',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833ywkhe9ar3atrzz520mpk','pending',1795401151152727,1795487551152727,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2063F72B27491B29DF9ED3B125104',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833ywkhe9ar3atrzz520mpk','approved',1795401151153984,1795487551153984,1795401151159499,'api_key:key_01m833ywn8eszbncxagyb2ckwp','Ada','because');
INSERT INTO approvals VALUES(X'01A2063F72B8726C9756AF0388CD59A4',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833ywkhe9ar3atrzz520mpk','rejected',1795401151160863,1795487551160863,1795401151162024,'api_key:key_01m833ywn8eszbncxagyb2ckwp','Ada','because');
INSERT INTO approvals VALUES(X'01A2063F72BC72FDA57B2205530AB27F',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833ywkhe9ar3atrzz520mpk','used',1795401151164235,1795487551164235,1795401151165230,'api_key:key_01m833ywn8eszbncxagyb2ckwp','Ada','because');
INSERT INTO approvals VALUES(X'01A2063F72BF7724B25BBD242F532485',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmzfd8tb9h7b3k8571n requires a person''s approval","permission_id":"perm_01m833ywmzfd8tb9h7b3k8571n","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833ywkhe9ar3atrzz520mpk','cancelled',1795401151167027,1795487551167027,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795401150495731,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.495731Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m833yw0zenzb8s12shkkpp4t","username":"ada"},"epoch":1,"format":1,"id":"rec_01m833yw10e98s0k669f636890","kind":"change","node":"829f49d1","reason":null,"request_id":"bb73d4e0ae62259ee8962843ad50615b","resource":"op_01m833yw0zfz2tm1ryqhn1q1jf","result":"done","seq":1,"trace":[]}',X'16A71BFDAE5A3265BE0DA4E1183B4DBEF2E97CEB53D6C141CA88284BF03E16D2');
INSERT INTO audit_records VALUES(10,2,1,1795401151099775,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.099775Z","customer_id":"cus_01m833ywkveh5a02gnx26tt9wk","customer_seq":1,"details":{"api_key":"key_01m833ywkve8hadckgnh2n9aks","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m833ywkwfkw9gxdmt19v3cgq","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkveh5a02gnx26tt9wk","result":"done","seq":10,"trace":[]}',X'E8ACC8DE42058C42B6CB921C2CDB683103995583035455A4587061595B899805');
INSERT INTO audit_records VALUES(11,3,1,1795401151102941,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.102941Z","customer_id":"cus_01m833ywkyfjnr60xnsy6ahdqy","customer_seq":1,"details":{"api_key":"key_01m833ywkyezebgp5bwkxybtjq","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m833ywkzed097pp895ja4xbn","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkyfjnr60xnsy6ahdqy","result":"done","seq":11,"trace":[]}',X'A307FA23FDDB4A4658FA70C54CDD63C4DD57639E0D006F6568F8479CADDFF34B');
INSERT INTO audit_records VALUES(12,1,2,1795401151107054,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.107054Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m833ywm3ej18sw6cnq9rrp4t","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkhek68sjp058hsnmv5","result":"done","seq":12,"trace":[]}',X'75A2ECE720A0949F4C40DF797EF377814D14B29A51F1E039A072E8C119E2609E');
INSERT INTO audit_records VALUES(13,2,2,1795401151111576,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.111576Z","customer_id":"cus_01m833ywkveh5a02gnx26tt9wk","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m833ywm7f0nt2gnnfdns7qd4","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkveh5a02gnx26tt9wk","result":"done","seq":13,"trace":[]}',X'B6544CCA078268114D89970538D5A87FEC61FAE766834ABBDD2A940C27886614');
INSERT INTO audit_records VALUES(14,3,2,1795401151112785,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.112785Z","customer_id":"cus_01m833ywkyfjnr60xnsy6ahdqy","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m833ywm9entr5aw6ttpdepd3","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkyfjnr60xnsy6ahdqy","result":"enabled","seq":14,"trace":[]}',X'83FBB02ADD5021CDC57E3B234D87D453CF7E9E30DF738E9964024F168178B503');
INSERT INTO audit_records VALUES(15,1,3,1795401151114109,'bot','done','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.114109Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833ywmaefkrqxt0wtrm2jy0","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'F7FEE061BA38556D549AA3E4F5441E14ADDC45B73CD8712759B690E570485B2E');
INSERT INTO audit_records VALUES(16,1,4,1795401151115236,'resting','done','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:32:31.115236Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833ywmbecrsna4m8ztnzm70","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'FAA6EF0873A881E33DB4C1E591BEDD841A43AE4F947592622096F4F6EAE874A9');
INSERT INTO audit_records VALUES(17,1,5,1795401151116169,'killed','done','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:32:31.116169Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833ywmcf1fam4xdnynxmcd3","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'0F969B11DF8A47D4921C4AADC319A6B27FEB23405EF52B54C1688978EA736D99');
INSERT INTO audit_records VALUES(18,1,6,1795401151117492,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:32:31.117492Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833ywmdfshazxx5zyfa1z0v","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'579CA395EBEE8DAD5D2685E2FAEB9EF10025ED33BC5043045868A7462FAF8B7E');
INSERT INTO audit_records VALUES(19,1,7,1795401151118708,'gone','done','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:32:31.118708Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833ywmhft79cmggac5mvrvn","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'2168B03E36E47846DA4656ABC40B6C728FFF773D14409BF2D8B2B89EFF18F61C');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795401150586970,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.586970Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m833yw3vfs6bqnkfp8e8ye9w","kind":"change","node":"829f49d1","reason":null,"request_id":"6fa9af602f9fbed7ed248415bb1765ad","resource":"op_01m833yw3veavseey4y0rc4691","result":"done","seq":2,"trace":[]}',X'230B03B81EE6C3B62BFE0984716002B00B96AE491B898AE330BDC1E4D41BED6E');
INSERT INTO audit_records VALUES(20,1,8,1795401151125533,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.125533Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m833ywmne7atxkd2g6c6aqxe","kind":"change","node":"829f49d1","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'C70B4D5BD3A97FEEC9A4B714AA67CAFE6855C8BEB1658BCE9C9C30A14019B674');
INSERT INTO audit_records VALUES(21,1,9,1795401151127039,'resting','done','{"action":"agent.update","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:32:31.127039Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m833ywmqf2bbzkjhkvbrq51g","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'FCA5763B0A368DB4CC9AE31E3FA1768F292C270FFEAF8C50A8D996AAD94B8178');
INSERT INTO audit_records VALUES(22,1,10,1795401151128212,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.128212Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833ywmread9f8e1g0zb59wg","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywmredda9bvdkgjtnnpz","result":"done","seq":22,"trace":[]}',X'8BE5B7241BDE07FFBA116B0DC3B9215F29807458E1556A9D74DFC720FF35186F');
INSERT INTO audit_records VALUES(23,1,11,1795401151132866,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.132866Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m833ywmwf5194xva91a3g2wr","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywmwfyq9v433sf5jm77g","result":"done","seq":23,"trace":[]}',X'B04C6A6C94A4A1D0E651A595E7160EEF312B3CC6400AB70108B4DB37FFF21F29');
INSERT INTO audit_records VALUES(24,1,12,1795401151133746,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.133746Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833ywmxf3t8a561mg33adz9","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywmxfeqv3pcw57cam7at","result":"done","seq":24,"trace":[]}',X'EC6D0BED131190C3420C691C7D9DB95EA4F080421C38CE7B02B833048352FFF4');
INSERT INTO audit_records VALUES(25,1,13,1795401151134563,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.134563Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m833ywmyf37azqk107szkyqv","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywmye72901edyf8vr05j","result":"done","seq":25,"trace":[]}',X'46A39ABB4CC7A15A83F8858F0DD4373FAE3172A0A5107BCE42A8FA3617F99924');
INSERT INTO audit_records VALUES(26,1,14,1795401151135346,'killed','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:32:31.135346Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833ywmzfrd9qdaq1jkj4aqk","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywmzfd8tb9h7b3k8571n","result":"done","seq":26,"trace":[]}',X'29AF56892B16C9238205D380F2D915077100D539A18D7BC59B1453C9BACCABD7');
INSERT INTO audit_records VALUES(27,1,15,1795401151136102,'gone','done','{"action":"permission.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:32:31.136102Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m833ywn0esctmbj9thw1wcz3","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"perm_01m833ywn0e88r7tg0fg5mwqt7","result":"done","seq":27,"trace":[]}',X'AAF7E4515E37760A1FFFA8E0EDDBD51A0411CC3DACA397B8201A111CAF256FDA');
INSERT INTO audit_records VALUES(28,1,16,1795401151136865,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.136865Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-lBX2…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m833ywn0eptvn609zy4k3em8","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"key_01m833ywn0fcrsby2nxjwtkgtj","result":"done","seq":28,"trace":[]}',X'C184339B02BD9FBC83FB318D843A7BEAE640945F7901EA5ED5DEB80171B3935E');
INSERT INTO audit_records VALUES(29,1,17,1795401151137819,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.137819Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-Y40h…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m833ywn1f9gaxgkqpcs7p452","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"key_01m833ywn1fq89hr5wabd12c3m","result":"done","seq":29,"trace":[]}',X'45756A47EADB3BB63811F0CD423F6658C6E807F4097C16905922BC10DEE36F02');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795401150738943,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.738943Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m833yw8kf5a90zx746tj41mj","kind":"change","node":"829f49d1","reason":null,"request_id":"b8ffbcd76675c0544c25a35382ebc4be","resource":"op_01m833yw8kfnhbfzzbz52amr4h","result":"done","seq":3,"trace":[]}',X'6E0DFED336510DFC78EB56D1C3A25F163567DAD30B11AF5C2B26FF37297BC393');
INSERT INTO audit_records VALUES(30,1,18,1795401151138694,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.138694Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":18,"details":{"name":"revoked","prefix":"sk-Y40h…"},"epoch":1,"format":1,"id":"rec_01m833ywn2fp6s1rzj7smcdt42","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"key_01m833ywn1fq89hr5wabd12c3m","result":"done","seq":30,"trace":[]}',X'F24F993734FF61954EB0F35267655B1F8767B2333BC9733FD4A6AEB26C84B506');
INSERT INTO audit_records VALUES(31,1,19,1795401151143314,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.143314Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-NTAz…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m833ywn7fds9k9wnyyhy4fv6","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"key_01m833ywn7e9b8mg505ck9azkc","result":"done","seq":31,"trace":[]}',X'08BDFE7423D3DE577FE74CD778A69ADDBD2686BA791D0EFA1F5286760A4FEAF4');
INSERT INTO audit_records VALUES(32,1,20,1795401151144167,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.144167Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-8Y34…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m833ywn8ewj9yx66exjeh5qn","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"key_01m833ywn8eszbncxagyb2ckwp","result":"done","seq":32,"trace":[]}',X'0E8970D8FD60857C6C6C098BA89C9BDC39C7C7DE2B90EB327B2F181231E5FFAD');
INSERT INTO audit_records VALUES(33,1,21,1795401151144994,'bot','approved','{"action":"read","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.144994Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m833ywn9faat9v58jxxqbevn","kind":"decision","node":"829f49d1","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m833ywmredda9bvdkgjtnnpz","permission_id":"perm_01m833ywmredda9bvdkgjtnnpz","rule_checked":"permission_rule","rule_result":"passed"}]}',X'C48B40302984D9F487EC17DA5C5447E734D02DCBE9124686264A54BA3DD8CB31');
INSERT INTO audit_records VALUES(34,1,22,1795401151145664,'bot','denied','{"action":"read","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.145664Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m833ywn9efzswx752gks1x1e","kind":"decision","node":"829f49d1","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m833ywmwfyq9v433sf5jm77g","permission_id":"perm_01m833ywmwfyq9v433sf5jm77g","rule_checked":"permission_rule","rule_result":"failed"}]}',X'57AC13CEE940F593C61BD21A97B335D09BB2A6375C3B582A0B1FC7607A943ECB');
INSERT INTO audit_records VALUES(35,1,23,1795401151146712,'nobody','denied','{"action":"read","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:32:31.146712Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m833ywnaepntr9xt5hqaz2d2","kind":"decision","node":"829f49d1","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'C28E09E98461BCA679BA2922743724A1BFC8069B066E28B61BA054D9BB91BC8F');
INSERT INTO audit_records VALUES(36,1,24,1795401151149752,'bot','approved','{"action":"read","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.149752Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m833ywnder7r7vjw5yv0vz3h","kind":"decision","node":"829f49d1","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m833ywmredda9bvdkgjtnnpz","permission_id":"perm_01m833ywmredda9bvdkgjtnnpz","rule_checked":"permission_rule","rule_result":"passed"}]}',X'5D1FDA902BDC278649D346C11EA588B77217D163D01ED58299A2B8C682E93ADA');
INSERT INTO audit_records VALUES(37,1,25,1795401151152727,'bot','denied','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.152727Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m833ywnhftstxe6jv3zkm9yg","kind":"decision","node":"829f49d1","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0202C123F13E95A6796D6D0AAB6AAB853C2FED7F6E9C66ECC9B8A1E7F4155979');
INSERT INTO audit_records VALUES(38,1,26,1795401151153984,'bot','denied','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.153984Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m833ywnjeqg8qbcm4v4bbz1j","kind":"decision","node":"829f49d1","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A5773D3ED328C77615DE5673B32D92CFD1C37DEE0E6846F007CC11172C0EF0CF');
INSERT INTO audit_records VALUES(39,1,27,1795401151159499,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m833ywn8eszbncxagyb2ckwp","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.159499Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:32:31.153984Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m833ywnqens90q6xandy33ay","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"apr_01m833ywnjej8v57fsxmxh4m84","result":"done","seq":39,"trace":[]}',X'243FC867F44B447E396162942F9E73C09212DD0C2F686CE04D323DE07B5351B7');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795401150802440,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.802440Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m833ywajfbgsdwawgjj1xsb4","kind":"change","node":"829f49d1","reason":null,"request_id":"29f0ef53318a85bdb19bfe3f2fc02a29","resource":"op_01m833yw8kfnhbfzzbz52amr4h","result":"done","seq":4,"trace":[]}',X'D15E388A61B24FA9AE950A6234064811956FB949DB2D8B18E4B3F682A43BD871');
INSERT INTO audit_records VALUES(40,1,28,1795401151160863,'bot','denied','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.160863Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m833ywnrfwraf9hwmwbbdhsp","kind":"decision","node":"829f49d1","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'EDED7F65277490303F745BC4A08F2BF3BDB1C6EF44386138D603D977342DCABF');
INSERT INTO audit_records VALUES(41,1,29,1795401151162024,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m833ywn8eszbncxagyb2ckwp","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.162024Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:32:31.160863Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m833ywntf0hrgm7bk32p7snm","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"apr_01m833ywnre9p9ennf0e4ctpd4","result":"done","seq":41,"trace":[]}',X'D159EE4B2AC6ED3AE467CC8CF7007CF1D97DFD899E6D19D9EE55D66A1AFA9F7E');
INSERT INTO audit_records VALUES(42,1,30,1795401151164235,'bot','denied','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.164235Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m833ywnwft2r4k1d3tyrcp3b","kind":"decision","node":"829f49d1","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'09D568249E9C75A1C91C5F0B8DD5EBEF7DF69642547608D8783A888880E7B5F5');
INSERT INTO audit_records VALUES(43,1,31,1795401151165230,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m833ywn8eszbncxagyb2ckwp","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:32:31.165230Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:32:31.164235Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m833ywnxf4wac0y8pfvd6a46","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"apr_01m833ywnwebytays20n9gnckz","result":"done","seq":43,"trace":[]}',X'B83FE5AFCD05446E6A8306D65FBD7DF423A2BBED265FCB0D3DD842227DFC74B2');
INSERT INTO audit_records VALUES(44,1,32,1795401151166101,'bot','approved','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:32:31.166101Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m833ywnyed4sm88xja2w18mw","kind":"decision","node":"829f49d1","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmxfeqv3pcw57cam7at requires a person''s approval","permission_id":"perm_01m833ywmxfeqv3pcw57cam7at","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m833ywnwebytays20n9gnckz was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'04E41A1351955B36FE158AA96D3A951DA55E30663CF970FD554875C76267240F');
INSERT INTO audit_records VALUES(45,1,33,1795401151167027,'killed','denied','{"action":"refund","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:32:31.167027Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m833ywnzea39tj04cerg1e32","kind":"decision","node":"829f49d1","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833ywmzfd8tb9h7b3k8571n requires a person''s approval","permission_id":"perm_01m833ywmzfd8tb9h7b3k8571n","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A6DA619E742A7B484832DDFC63764721947360AC8A6E5E99E9C0162AC10206E7');
INSERT INTO audit_records VALUES(46,1,34,1795401151167880,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:32:31.167880Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m833ywp0edwa524qb5rc1gyy","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'6A2AB80D141E53FA7D8867E67B3187BF91307C12156B8797D0FEC10862AD0D23');
INSERT INTO audit_records VALUES(47,1,35,1795401151168757,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:32:31.168757Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m833ywp0edms1qevdxf75jws","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'F35585806181450BEF4A2DB05B72E0AF29323C74361B07621E4275402E39CA8A');
INSERT INTO audit_records VALUES(48,1,36,1795401151169415,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m833ywkhe9ar3atrzz520mpk","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:32:31.169415Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m833ywp1f0atqg289xemeynp","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'CBBEF8238FED2C9087984652517AD91891BDF6F512E097B07F75A5D79B152E0F');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795401150860194,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.860194Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m833ywccf3hsccn4nknjct93","kind":"change","node":"829f49d1","reason":null,"request_id":"52dace527f3c707602b8f64b1a6c1087","resource":"tok_01m833ywcceqnsz35ndmr2vg3a","result":"done","seq":5,"trace":[]}',X'7C7168D22DE0CA376F9CBEFC5CDFB3E07ACEEA2F96F65ADC73F6632DC033B542');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795401150923004,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:32:30.923004Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-odZG…"},"epoch":1,"format":1,"id":"rec_01m833ywebemr8v05rwqh1gevc","kind":"change","node":"829f49d1","reason":null,"request_id":"e16c1ec3ba6fc846a9ec835f0520abe3","resource":"tok_01m833ywcceqnsz35ndmr2vg3a","result":"done","seq":6,"trace":[]}',X'60A1AFEFAC05A877C3600B374327CBDCA2E1D11994493C57CAD070868285CE63');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795401150969149,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:32:30.969149Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"a4e49499f6dc3b082c2128836048b12cef417b614ced3e47c46119eb7cf65369","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpNEIX0m/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m833ywfsf899shy4st7dv4hq","kind":"change","node":"829f49d1","reason":null,"request_id":"73dc960bf50780204fa61813ed8acf5a","resource":null,"result":"done","seq":7,"trace":[]}',X'72514B98916D548B66CF349BDB9A2208B1F9FED0E3738078C7131490CDBD0730');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795401151083641,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m833yw3veavseey4y0rc4691","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:32:31.083641Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:32:31.083641Z","session":"ses_01m833ywkbezssf215jyg9pz2s"},"epoch":1,"format":1,"id":"rec_01m833ywkcem9sa775gwfhm92x","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"op_01m833yw3veavseey4y0rc4691","result":"done","seq":8,"trace":[]}',X'27C102072C361E24F12A77742BFC12D2F541A717EC881898B24A83766DA6A88C');
INSERT INTO audit_records VALUES(9,1,1,1795401151089394,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833yw0zfz2tm1ryqhn1q1jf","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:32:31.089394Z","customer_id":"cus_01m833ywkhek68sjp058hsnmv5","customer_seq":1,"details":{"api_key":"key_01m833ywkhe9ar3atrzz520mpk","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m833ywkkfn0bke79ccy5wzkk","kind":"change","node":"829f49d1","reason":null,"request_id":"test","resource":"cus_01m833ywkhek68sjp058hsnmv5","result":"done","seq":9,"trace":[]}',X'933B6DCD92B9415EDB3C995912D78A76CFD5119B0805FE6CD000615B1D952B84');
INSERT INTO customer_terms VALUES(1,1,1795401151089394,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795401151099775,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795401151111576,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795401151102941,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A2063F727174CC8CCAC02A239AD365','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,1795401151089394,1795401151107054);
INSERT INTO customers VALUES(2,X'01A2063F727B744AA00A15E88DAD2793','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,1795401151099775,1795401151111576);
INSERT INTO customers VALUES(3,X'01A2063F727E7CAB8303B5CF8CA8B6FE','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,1795401151102941,1795401151102941);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m833ywkhe9ar3atrzz520mpk',NULL,1795401151167880);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada','audit',1795401151168757);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m833yw0zfz2tm1ryqhn1q1jf:ada','unpaid',1795401151112785);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpNEIX0m/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:32:30.470984Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','829f49d1');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2063F726B77F397882597A09B7C59',X'01A2063F707B72B7973BC4F030C21921',X'A8A748E1905DB6B70C4A212C22D0B66E26CF03CBA143426D1003A83CADAC3F54',1795401151083641,1795444351083641);
INSERT INTO operator_tokens VALUES(X'01A2063F701F757EB46422CC673B589A',X'01A2063F701F7FC5AA071EBC6A1B864F','first token','op-4I1a…',X'6C124DB80414A94A73AE5522215BBC978AAEF2203D088F54121024A632CD4D25',1795401150495731,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2063F718C75EB9F8CB56D302DC06A',X'01A2063F701F7FC5AA071EBC6A1B864F','lost','op-odZG…',X'9A360640D9179FD9A06745141B1B699E122F409F69EAB75D3A8303A9629090C1',1795401150860194,NULL,1795401150923004);
INSERT INTO operators VALUES(X'01A2063F701F7FC5AA071EBC6A1B864F','ada','owner',NULL,0,1795401150495731,1795401150495731);
INSERT INTO operators VALUES(X'01A2063F707B72B7973BC4F030C21921','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$HU7NGKZBSEDuP4370y9OZA$E4Q8h6lNTbDnbu4AqQsbBIUgPQwlqawlPPsPU+3IwZ0',0,1795401150586970,1795401150586970);
INSERT INTO operators VALUES(X'01A2063F71137D62B7FFEBF944AA6091','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$awK478Fy9FQ7Cfe9BCUzfg$m2FZZo1ni2uiv4Veqij111ph+zPdpoPsv4kigvG68zw',1,1795401150738943,1795401150802440);
INSERT INTO permissions VALUES(X'01A2063F7298735AA4AF6D9C25AAD6DF',1,'read','orders/*','allow',NULL,NULL,1795401151128212);
INSERT INTO permissions VALUES(X'01A2063F729C7FAE9D9063CBCB2A1CF0',1,'read','orders/secret','deny',NULL,NULL,1795401151132866);
INSERT INTO permissions VALUES(X'01A2063F729D7BAFB1D99C29D8AA1D5A',1,'refund','orders/*','require_approval',NULL,NULL,1795401151133746);
INSERT INTO permissions VALUES(X'01A2063F729E71C49005CDF3D1BC00B2',1,'*','archive/**','allow',NULL,4102444800000000,1795401151134563);
INSERT INTO permissions VALUES(X'01A2063F729F7B51A5A62758E6829C35',3,'refund','orders/*','require_approval',NULL,NULL,1795401151135346);
INSERT INTO tier_terms VALUES(1,1795401150470731,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795401150470731,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795401150470731,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795401150470731,'enterprise','Enterprise',NULL,NULL);
INSERT INTO usage_daily VALUES(1,20780,3,7,21,1);
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
