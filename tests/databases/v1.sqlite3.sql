-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-NHo2l8ZXHUUlQlw8x1FWUILaZPBAMLQVTyWnF0NE3Fnc6B
-- approved_request = apr_01m8373t5kejq8sr27242b4pza
-- approver_key = sk-EIZUsY97dVxD2peAOD5rF88gp1th7xlI7w3V7PvT0S2zLq
-- cancelled_request = apr_01m8373t5wfhm82w12akzm0pp9
-- dated_key = sk-1q70rcGXXGw9tzsq4PwVCdptV3vp5SAlTmbHtJBH1DiuhO
-- lost_token = op-QLFghLALczQ2C67pvkGz1kD9yQwJI2nLJ8s2WKVk4JnP7J
-- north_id = cus_01m8373t4pf8dv2x0a62ys0fqr
-- north_key = sk-Yda50Q0iA2YADZTXWVWJMtKBsIoOH1kO5J2wWIv52cSu13
-- owner_token = op-RaoD0HJlF9LzzzM4mRFOJm5o3GMh3KPY1MzEbrOc4YpJcw
-- pending_request = apr_01m8373t5jef9v569314trzc97
-- rejected_request = apr_01m8373t5pezk9frd254fm1pea
-- revoked_key = sk-TLEJZteqTwPChKbOfsbZiqjqH0zLRbzoJ0J9sPJu49GxYB
-- south_id = cus_01m8373t4qf7589wb8btbk03dy
-- south_key = sk-U5bf3vr3qZcccy5FkcvBeZucSH6lIkHXk2ZlUtpQ3ttB4Y
-- used_request = apr_01m8373t5rej0v9th02x655mw5
-- west_id = cus_01m8373t4resh9c6v2gkct6ny6
-- west_key = sk-F5BhE0s4TXj3TAiJ14P5ewOI4rXVLeupotQ1gTMn4aZcwm
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
INSERT INTO activity_hours VALUES(498723,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498723,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498723,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498723,1,'human_override',1);
INSERT INTO activity_hours VALUES(498723,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923407,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923407,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923407,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923407,'human_override',1);
INSERT INTO activity_minutes VALUES(29923407,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795404458142442,1795404458142442);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795404458143343,1795404458147505);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795404458144115,1795404458144115);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795404458144914,1795404458144914);
INSERT INTO api_keys VALUES(X'01A20671E8967D1C9DBA5857ED64330A',1,'first key','sk-Yda5…',X'FB42836BAE708FCB0275693F648A3862B22876768CDB4E94EBFFF66156473278',7,NULL,NULL,1795404458134046,'operator:op_01m8373sxxf1aayv09y6psx6h6:ada',NULL,NULL,1795404458142327);
INSERT INTO api_keys VALUES(X'01A20671E8977D4CA5EB27256544F145',2,'first key','sk-U5bf…',X'01F8FCA96997B6F50B1E4870A9AB7CB49F063693BDDF37CAFE7D5A724AF616E7',7,NULL,NULL,1795404458135792,'operator:op_01m8373sxxf1aayv09y6psx6h6:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20671E899792BAC0AAE87E60094C0',3,'first key','sk-F5Bh…',X'ED263C19E756AA24313637D75E764CA8ED9D28C1F7460E952920DF66DB228471',7,NULL,NULL,1795404458136972,'operator:op_01m8373sxxf1aayv09y6psx6h6:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20671E8A97D32909F2358DED97381',1,'unnamed key','sk-NHo2…',X'668419B59995C60A929DDAD24C14BB69E874739EC0C4F9CFFA93E8C3AC8C9B81',1,'bot',NULL,1795404458153543,'api_key:key_01m8373t4pfme9vejrazpp8cra',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20671E8AA76D39F92B322817C8793',1,'revoked','sk-TLEJ…',X'057C85A3D52BD762C3BAFA5BE205207FC933BD68A971D49D2F6FC352FD932C5D',7,NULL,NULL,1795404458154479,'api_key:key_01m8373t4pfme9vejrazpp8cra',NULL,1795404458155380,NULL);
INSERT INTO api_keys VALUES(X'01A20671E8AC71E884C5DFBBC0FBC885',1,'unnamed key','sk-1q70…',X'6821BA2AA112AF6D3978E0D9C8D13584768B463DBE712C84BE49209C727AAAB6',2,NULL,NULL,1795404458156454,'api_key:key_01m8373t4pfme9vejrazpp8cra',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20671E8AD78AFA1C74846CCE10B60',1,'unnamed key','sk-EIZU…',X'0E30E5A39605E550EA149FEBBCFDFC534FC77C9D960EA6EAD3EC7CC26AF98EEB',8,NULL,'Ada Byron',1795404458157426,'operator:op_01m8373sxxf1aayv09y6psx6h6:ada',NULL,NULL,1795404458164965);
INSERT INTO approvals VALUES(X'01A20671E8B273D3B2992309358FB127',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8373t4pfme9vejrazpp8cra','pending',1795404458162313,1795490858162313,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20671E8B374AE8CE0471104B25BEA',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8373t4pfme9vejrazpp8cra','approved',1795404458163863,1795490858163863,1795404458165116,'api_key:key_01m8373t5df2qt3ht88v6e22v0','Ada','because');
INSERT INTO approvals VALUES(X'01A20671E8B677E697E1A2291F40D9CA',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8373t4pfme9vejrazpp8cra','rejected',1795404458166320,1795490858166320,1795404458167553,'api_key:key_01m8373t5df2qt3ht88v6e22v0','Ada','because');
INSERT INTO approvals VALUES(X'01A20671E8B87481B4EA20174C52D385',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8373t4pfme9vejrazpp8cra','used',1795404458168853,1795490858168853,1795404458170152,'api_key:key_01m8373t5df2qt3ht88v6e22v0','Ada','because');
INSERT INTO approvals VALUES(X'01A20671E8BC7C6881702254FF405AC9',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t57fgr9fqwjctdzpzes requires a person''s approval","permission_id":"perm_01m8373t57fgr9fqwjctdzpzes","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8373t4pfme9vejrazpp8cra','cancelled',1795404458172289,1795490858172289,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795404457917010,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:37.917010Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m8373sxxe6dvn5pwn84sz2pw","username":"ada"},"epoch":1,"format":1,"id":"rec_01m8373sxxf6ergj5xkzbnm0az","kind":"change","node":"4e288e2b","reason":null,"request_id":"e00d7bb3515803eb0098c7bdbe4a3de9","resource":"op_01m8373sxxf1aayv09y6psx6h6","result":"done","seq":1,"trace":[]}',X'C438B16354D1172EAEDDB2182E6A53E8CC08BECB5768644B1F2CDB9D1B59AE87');
INSERT INTO audit_records VALUES(10,2,1,1795404458135792,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.135792Z","customer_id":"cus_01m8373t4qf7589wb8btbk03dy","customer_seq":1,"details":{"api_key":"key_01m8373t4qfn6abts74njm9wa5","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m8373t4qekfvabgm4t4m47sd","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4qf7589wb8btbk03dy","result":"done","seq":10,"trace":[]}',X'73DF0F5CBA7294FFED5D4FA94FEE020A920838C2C31A47381A6BE682E5D7DDFF');
INSERT INTO audit_records VALUES(11,3,1,1795404458136972,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.136972Z","customer_id":"cus_01m8373t4resh9c6v2gkct6ny6","customer_seq":1,"details":{"api_key":"key_01m8373t4sf4ntr2negzk01560","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m8373t4sep6vh5sdctfya2pr","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4resh9c6v2gkct6ny6","result":"done","seq":11,"trace":[]}',X'CDA91D6EBAF18070143EABCC7DC456FADDBD37A68754CA80ADC045C3718F52A9');
INSERT INTO audit_records VALUES(12,1,2,1795404458139549,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.139549Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m8373t4veyaar3t76e47dr5f","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4pf8dv2x0a62ys0fqr","result":"done","seq":12,"trace":[]}',X'B49876568B5BDE467C19EDF27EA97557343A4C7E15D70BDAE33B77F6DBE7124F');
INSERT INTO audit_records VALUES(13,2,2,1795404458140609,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.140609Z","customer_id":"cus_01m8373t4qf7589wb8btbk03dy","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m8373t4wfqtv497vt95e2ex8","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4qf7589wb8btbk03dy","result":"done","seq":13,"trace":[]}',X'4E53A00D71199435E53F007CF9CC69B359F0D99E80797ABCF7A7EC1D2432B104');
INSERT INTO audit_records VALUES(14,3,2,1795404458141490,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.141490Z","customer_id":"cus_01m8373t4resh9c6v2gkct6ny6","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m8373t4xfsrvjrqxjq4rpp3k","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4resh9c6v2gkct6ny6","result":"enabled","seq":14,"trace":[]}',X'EF25E593D935044E24FF1B0EEAF5BDDCEF6AB21640F7FF4EFB6A0B12CD2C8501');
INSERT INTO audit_records VALUES(15,1,3,1795404458142442,'bot','done','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.142442Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8373t4ye2prxhnd0enw6815","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'37A3AFA0F54390CBD0D15F0172BF50E19DEBBCD792F68E3EA311DAF8B1734C6E');
INSERT INTO audit_records VALUES(16,1,4,1795404458143343,'resting','done','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T03:27:38.143343Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8373t4zes9rc1hqnek62gzn","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'E5A5269A4BCE31E50CCF351E6EC82C0D32632571C57760594AA1D77C8EEE40CB');
INSERT INTO audit_records VALUES(17,1,5,1795404458144115,'killed','done','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T03:27:38.144115Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8373t50fr4at6cr3hseaehx","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'2B2E85837C450E00BE6C3993763C777F49B4A09070F7A6FB9117693C0E7F4F43');
INSERT INTO audit_records VALUES(18,1,6,1795404458144914,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T03:27:38.144914Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8373t50eqs8f8g76njxr4en","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'2C60A22F674F3185BB48D774709F1918DAA71D1AB35A5299A69661A74DC46955');
INSERT INTO audit_records VALUES(19,1,7,1795404458145791,'gone','done','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T03:27:38.145791Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8373t51efcb9xfdqpj2dnd5","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'4251728771CD3BA56AB9135E48E2EAE1DEEBC44C987F2BED624CA369B193412B');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795404457985763,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:37.985763Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m8373t02etxvnbkyew9ak5gd","kind":"change","node":"4e288e2b","reason":null,"request_id":"de073dd0fd94580e85c2f2b817b69b78","resource":"op_01m8373t01f7kr1n5y96evt58p","result":"done","seq":2,"trace":[]}',X'9A0305186752CA18D218717D82EE347B0646C96DDE69926C95D5A3E59F77FBDC');
INSERT INTO audit_records VALUES(20,1,8,1795404458146729,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.146729Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m8373t52e5t9qvvan44fq6re","kind":"change","node":"4e288e2b","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'D486311568F702E23CC4FB797CF59EA8295CB6166A2E61F0C957C14A8AE21F43');
INSERT INTO audit_records VALUES(21,1,9,1795404458147505,'resting','done','{"action":"agent.update","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T03:27:38.147505Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m8373t53f6rsmcya0ndyaaa9","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'B96BFCEAE9BA6DE7AF08AE2083523CA122E1D5F5C1AD403AE8D22B329D057B99');
INSERT INTO audit_records VALUES(22,1,10,1795404458148409,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.148409Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8373t54faer889jhzeje5xx","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t54eyj9pwrwtvt7kp5j","result":"done","seq":22,"trace":[]}',X'C0A1061583B9BBF8379C7D18A31DE8BBB40AE74423646526C6E3EF64954787CF');
INSERT INTO audit_records VALUES(23,1,11,1795404458149367,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.149367Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m8373t55ftdv7kw22748ea9q","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t55en39f1ry4vy7p0px","result":"done","seq":23,"trace":[]}',X'EBDA90A9B91A29E1DAD3865542A7EC07C48D7BA0389A1A3ABD6E062390EF6CAC');
INSERT INTO audit_records VALUES(24,1,12,1795404458150164,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.150164Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8373t56fcw8g6t0fy5vpdk0","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t56feta8g7gcjv1by9w","result":"done","seq":24,"trace":[]}',X'CF4C02F811D106F85710F6BAF4073C3FFC4F6B669C8F9C8EE68CC2485245381C');
INSERT INTO audit_records VALUES(25,1,13,1795404458151027,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.151027Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m8373t57fyp9stckgqd46xew","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t57ez4sey1gmwtnw9vc","result":"done","seq":25,"trace":[]}',X'30B2A25137022FC5391E46982278C67DEAE3EA99026EF4DA904AFE7948198ADA');
INSERT INTO audit_records VALUES(26,1,14,1795404458151896,'killed','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T03:27:38.151896Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8373t57f3ztyny62ndtx96w","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t57fgr9fqwjctdzpzes","result":"done","seq":26,"trace":[]}',X'E9FE8D2276B7409122D96B332000FF1A6A789641D06EA18E4A2288531F503AF7');
INSERT INTO audit_records VALUES(27,1,15,1795404458152713,'gone','done','{"action":"permission.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T03:27:38.152713Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m8373t58exxv4t3m337hhzcy","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"perm_01m8373t58fnxtazj7sk3gha0q","result":"done","seq":27,"trace":[]}',X'8440C8759660AD2E335091AC425596A7F23308571C8BEEF65C335E1EBE78EBF8');
INSERT INTO audit_records VALUES(28,1,16,1795404458153543,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.153543Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-NHo2…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m8373t59epaaqfvqjf4fkaq1","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"key_01m8373t59fms917s3b3fdjww1","result":"done","seq":28,"trace":[]}',X'72D828A792500102996489956708F77824F75C03E26A6E2A1E2406734CE84259');
INSERT INTO audit_records VALUES(29,1,17,1795404458154479,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.154479Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-TLEJ…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m8373t5afmp96079x77emqbv","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"key_01m8373t5aev9sz4nk4a0qs1wk","result":"done","seq":29,"trace":[]}',X'252D308C6884BB70EB1106D621DEF0068A69923B21A8D57D7C0AA28458BBDAE2');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795404458030544,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:38.030544Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m8373t1fepp8r3w22z7x2cjv","kind":"change","node":"4e288e2b","reason":null,"request_id":"5cd5ebe13daea529adf919a53a2b52d4","resource":"op_01m8373t1eeg4rzjcxh98q1z0v","result":"done","seq":3,"trace":[]}',X'0F8C23A73C6EF6775236D129EFE211282F0C30EF473789D699E19FDDA2199720');
INSERT INTO audit_records VALUES(30,1,18,1795404458155380,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.155380Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":18,"details":{"name":"revoked","prefix":"sk-TLEJ…"},"epoch":1,"format":1,"id":"rec_01m8373t5bf4ya7qa920p5peyr","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"key_01m8373t5aev9sz4nk4a0qs1wk","result":"done","seq":30,"trace":[]}',X'79EFE336F1A60535E38869D003E151922F284801C05BDEDC8FA2AF73AFBFCC7F');
INSERT INTO audit_records VALUES(31,1,19,1795404458156454,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.156454Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-1q70…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m8373t5ce4daafx70ptn352m","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"key_01m8373t5ce7m89hezqf0fqj45","result":"done","seq":31,"trace":[]}',X'949FC4A8EC9BEC9F4911307F1F7F425CE23975DB6F41D9B18DC84D7208ECE107');
INSERT INTO audit_records VALUES(32,1,20,1795404458157426,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.157426Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-EIZU…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m8373t5denzapzh5bjw7565v","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"key_01m8373t5df2qt3ht88v6e22v0","result":"done","seq":32,"trace":[]}',X'95FB1112888684989749E9EF3DE333BC4402FC746649ADD2DE1A841E1FA1BC1B');
INSERT INTO audit_records VALUES(33,1,21,1795404458158321,'bot','approved','{"action":"read","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.158321Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m8373t5ee0jahsptth9xcka6","kind":"decision","node":"4e288e2b","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8373t54eyj9pwrwtvt7kp5j","permission_id":"perm_01m8373t54eyj9pwrwtvt7kp5j","rule_checked":"permission_rule","rule_result":"passed"}]}',X'E3F37B73B56E023DF38606077D0B5989E6A49A9F980D9A55D089FE41017B9C74');
INSERT INTO audit_records VALUES(34,1,22,1795404458159175,'bot','denied','{"action":"read","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.159175Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m8373t5fern8x43xwmjfz8ba","kind":"decision","node":"4e288e2b","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m8373t55en39f1ry4vy7p0px","permission_id":"perm_01m8373t55en39f1ry4vy7p0px","rule_checked":"permission_rule","rule_result":"failed"}]}',X'562DA7C6A2599901816BBABEC08DB1E9CA04B4E2B77DD305E1D2727F38766C4C');
INSERT INTO audit_records VALUES(35,1,23,1795404458159925,'nobody','denied','{"action":"read","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T03:27:38.159925Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m8373t5ff8gbc8n1pc5qrhxk","kind":"decision","node":"4e288e2b","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'8C76151601C8E0D4669AD85EBA8A579CBCCA9E8F87D6DA26FF95B6A8AFB8EA89');
INSERT INTO audit_records VALUES(36,1,24,1795404458161092,'bot','approved','{"action":"read","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.161092Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m8373t5hf8d9jw6jvqcmapzc","kind":"decision","node":"4e288e2b","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8373t54eyj9pwrwtvt7kp5j","permission_id":"perm_01m8373t54eyj9pwrwtvt7kp5j","rule_checked":"permission_rule","rule_result":"passed"}]}',X'8DC2A833203860708D23178C60475C6EFB710D28F8FFF8FFDC2AD077E5FF5C29');
INSERT INTO audit_records VALUES(37,1,25,1795404458162313,'bot','denied','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.162313Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m8373t5jfsbrn0tpg7s89ytg","kind":"decision","node":"4e288e2b","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'68DC032E28B9FC48C6106382A08EDDFC44CBD15F7A5748C2C56B09BFD591C890');
INSERT INTO audit_records VALUES(38,1,26,1795404458163863,'bot','denied','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.163863Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m8373t5kf4e9m2se2r801w1s","kind":"decision","node":"4e288e2b","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'BB6FC2571D9B24C106989FE190AA50FB6F080CB186FC3E89574191040550FB32');
INSERT INTO audit_records VALUES(39,1,27,1795404458165116,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8373t5df2qt3ht88v6e22v0","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.165116Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T03:27:38.163863Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m8373t5nfcs88f57wnt4dj7s","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"apr_01m8373t5kejq8sr27242b4pza","result":"done","seq":39,"trace":[]}',X'EE1604B1014A38F0BD6DCB3966422323460FB0974133C580E4E6E04A4DCA225F');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795404458050356,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:38.050356Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m8373t22e08vt1vg5mr9mq9a","kind":"change","node":"4e288e2b","reason":null,"request_id":"9a68356dab5e20257e5f73a06b9a6931","resource":"op_01m8373t1eeg4rzjcxh98q1z0v","result":"done","seq":4,"trace":[]}',X'B09342BDEFF746426BAB616545A016BBB3FCF246E71C91C71218D7F440441EC6');
INSERT INTO audit_records VALUES(40,1,28,1795404458166320,'bot','denied','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.166320Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m8373t5pfb1v7gz64pgwnehs","kind":"decision","node":"4e288e2b","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'90648C22AC93F832926E9CF4B586D782045B2F401D7469E7AD0400076D20E6FF');
INSERT INTO audit_records VALUES(41,1,29,1795404458167553,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m8373t5df2qt3ht88v6e22v0","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.167553Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T03:27:38.166320Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m8373t5qff9re67ddnb5gvda","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"apr_01m8373t5pezk9frd254fm1pea","result":"done","seq":41,"trace":[]}',X'2066A51634ACFB1BD299CFE64416721C548620F1D93466795755B835FD749F40');
INSERT INTO audit_records VALUES(42,1,30,1795404458168853,'bot','denied','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.168853Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m8373t5re5gtqgd6yxzsw304","kind":"decision","node":"4e288e2b","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'8C9C10C169A9476A83F30EC3A999A67854E38F4032E2E15CA6AA362C6C133207');
INSERT INTO audit_records VALUES(43,1,31,1795404458170152,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8373t5df2qt3ht88v6e22v0","kind":"api_key"},"agent_id":null,"at":"2026-11-23T03:27:38.170152Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T03:27:38.168853Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m8373t5tf57t3ttd0t1b5hrq","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"apr_01m8373t5rej0v9th02x655mw5","result":"done","seq":43,"trace":[]}',X'A388AB6EA71F3F3090E8B323F00D4BA03B2BE8F52848178D03F7654D0DA99397');
INSERT INTO audit_records VALUES(44,1,32,1795404458171218,'bot','approved','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T03:27:38.171218Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m8373t5veva8ba33apqabtr9","kind":"decision","node":"4e288e2b","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t56feta8g7gcjv1by9w requires a person''s approval","permission_id":"perm_01m8373t56feta8g7gcjv1by9w","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m8373t5rej0v9th02x655mw5 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'AA5AD574A22B18236E6854A9DA11D334CC0E61664C6004A4B80D5C4C1B6C9309');
INSERT INTO audit_records VALUES(45,1,33,1795404458172289,'killed','denied','{"action":"refund","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T03:27:38.172289Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m8373t5wf60t945kgnsce34n","kind":"decision","node":"4e288e2b","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8373t57fgr9fqwjctdzpzes requires a person''s approval","permission_id":"perm_01m8373t57fgr9fqwjctdzpzes","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'EFE0184519157DF37A0E9CA0E3F2A0027A9FA795160B320B490FACA70DDD8ED7');
INSERT INTO audit_records VALUES(46,1,34,1795404458173273,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T03:27:38.173273Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m8373t5xfat9axqnyfx609f6","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'541B2FB4CCA16F6C2B9B6EC1F4B9BDAB6F0980647862DC3F0A6CA200E06FF1D1');
INSERT INTO audit_records VALUES(47,1,35,1795404458174329,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T03:27:38.174329Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m8373t5yes8rvs5kwng9g7ny","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'E4FCE95C8F62E7BD1EFAE8261E995DF25384D79388F78615AC47346C8787FC81');
INSERT INTO audit_records VALUES(48,1,36,1795404458175215,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m8373t4pfme9vejrazpp8cra","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T03:27:38.175215Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m8373t5zfss8k88fjggnsj22","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'E6131AFC31855F4511777341FBD9C4748B6536B4858FB26408AA75848D7ECCBA');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795404458071308,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:38.071308Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m8373t2qeskvrs6mev1wr1ws","kind":"change","node":"4e288e2b","reason":null,"request_id":"8089e84899c02416b0e2970caaa6f9b0","resource":"tok_01m8373t2qfm69m9gw64q8rrr7","result":"done","seq":5,"trace":[]}',X'9C08E09C88E9414AA80CF95CDF7BF06504F5B128ABF8497313D524DDF506A59A');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795404458092786,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T03:27:38.092786Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-QLFg…"},"epoch":1,"format":1,"id":"rec_01m8373t3ceajby9gv7qbrbrf8","kind":"change","node":"4e288e2b","reason":null,"request_id":"f3c5939083ef2f37c90652424d0c6612","resource":"tok_01m8373t2qfm69m9gw64q8rrr7","result":"done","seq":6,"trace":[]}',X'D16D9BDF34ACA7EC71C927D97F7B74B4499CA3F0C72BF8A787B3D8E3852BA846');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795404458112161,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T03:27:38.112161Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"40773d8e6269299cacfe3b94df921a22342c514ed9e8662f26b38292d325b955","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpHFubyE/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m8373t40ey7thq5x0zvwxyrp","kind":"change","node":"4e288e2b","reason":null,"request_id":"4625cda92e3503ddd9962605924e1195","resource":null,"result":"done","seq":7,"trace":[]}',X'5DD26AD6061889101A9343FE0F690F2D8F25D3858D9517ED7CD4256184C3DA8A');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795404458131838,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m8373t01f7kr1n5y96evt58p","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T03:27:38.131838Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T15:27:38.131838Z","session":"ses_01m8373t4mey78pjaebbmrt6f7"},"epoch":1,"format":1,"id":"rec_01m8373t4mfzet0x2zad1qstv6","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"op_01m8373t01f7kr1n5y96evt58p","result":"done","seq":8,"trace":[]}',X'45757564F3F030A271C317994765B8519D882E6B02FE85FB49725646BC63F444');
INSERT INTO audit_records VALUES(9,1,1,1795404458134046,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8373sxxf1aayv09y6psx6h6","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T03:27:38.134046Z","customer_id":"cus_01m8373t4pf8dv2x0a62ys0fqr","customer_seq":1,"details":{"api_key":"key_01m8373t4pfme9vejrazpp8cra","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m8373t4pf77a1cn7m7j4aa2h","kind":"change","node":"4e288e2b","reason":null,"request_id":"test","resource":"cus_01m8373t4pf8dv2x0a62ys0fqr","result":"done","seq":9,"trace":[]}',X'187B8D11FFC80041A7C35910850A121D69B29C13C06376EAA78EE83A6D506786');
INSERT INTO customer_terms VALUES(1,1,1795404458134046,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795404458135792,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795404458140609,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795404458136972,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A20671E8967A1BB1740A30BD903EF8','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795404458134046,1795404458139549);
INSERT INTO customers VALUES(2,X'01A20671E89779CA84F1685E97300DBE','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795404458135792,1795404458140609);
INSERT INTO customers VALUES(3,X'01A20671E8987662961B6284D9A357C6','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795404458136972,1795404458136972);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m8373t4pfme9vejrazpp8cra',NULL,1795404458173273);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m8373sxxf1aayv09y6psx6h6:ada','audit',1795404458174329);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m8373sxxf1aayv09y6psx6h6:ada','unpaid',1795404458141490);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"mail.ca_file":"","mail.from":"","mail.password_file":"","mail.relay":"","mail.reply_to":"","mail.security":"starttls","mail.templates_dir":"","mail.username":"","metrics.listen":"","metrics.tls":false,"metrics.token_file":"","notices.email_to":[],"notices.webhook_secret_file":"","notices.webhook_url":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpHFubyE/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":true,"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T03:27:37.915261Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','4e288e2b');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A20671E894778E8B494E5AE98D19E7',X'01A20671E80179E780D4BE499DBD1516',X'25175EAEB5449A12F435F6AADC418BF726344D3EB4C8668E908D975A2210915C',1795404458131838,1795447658131838);
INSERT INTO operator_tokens VALUES(X'01A20671E7BD719BBA96DCAA099F8ADC',X'01A20671E7BD7854AF6C09F1AD9E9A26','first token','op-RaoD…',X'6C585821CBD9E240261517178CBA24D48F1F46C8D3FECED20A2085AC60DBB2F1',1795404457917010,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A20671E8577D0C9A261C312E8C6307',X'01A20671E7BD7854AF6C09F1AD9E9A26','lost','op-QLFg…',X'D48615C56B4703434AFE679AE2823B766240E46B93BB024D5EB73714CC742C66',1795404458071308,NULL,1795404458092786);
INSERT INTO operators VALUES(X'01A20671E7BD7854AF6C09F1AD9E9A26','ada','owner',NULL,0,1795404457917010,1795404457917010);
INSERT INTO operators VALUES(X'01A20671E80179E780D4BE499DBD1516','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$JSYHeaBML3XKmLI4GdvTbQ$P+SoG6u/v6tNZSmdlbJmxAaR3ElrK3w6eMbii4NGPp4',0,1795404457985763,1795404457985763);
INSERT INTO operators VALUES(X'01A20671E82E74098FC99D8A5170FC1B','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$ZWyb7e3qADKtsqGzfiJcdA$VQzzCF1bWEBixQ+vBIdLaZ1R2GqnRQeSNqHd5Z8DYaU',1,1795404458030544,1795404458050356);
INSERT INTO permissions VALUES(X'01A20671E8A477A49B731CD6F479D8B2',1,'read','orders/*','allow',NULL,NULL,1795404458148409);
INSERT INTO permissions VALUES(X'01A20671E8A5754697871E26FC7B02DD',1,'read','orders/secret','deny',NULL,NULL,1795404458149367);
INSERT INTO permissions VALUES(X'01A20671E8A67BB4A440F064B615F93C',1,'refund','orders/*','require_approval',NULL,NULL,1795404458150164);
INSERT INTO permissions VALUES(X'01A20671E8A777C9977830A7355E276C',1,'*','archive/**','allow',NULL,4102444800000000,1795404458151027);
INSERT INTO permissions VALUES(X'01A20671E8A77C3097DF92669BFB7DD9',3,'refund','orders/*','require_approval',NULL,NULL,1795404458151896);
INSERT INTO tier_terms VALUES(1,1795404457915093,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795404457915093,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795404457915093,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795404457915093,'enterprise','Enterprise',NULL,NULL);
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
