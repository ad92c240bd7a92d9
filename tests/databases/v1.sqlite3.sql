-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-WIHEEfmsosCGPhwqMpsK75sbBhLdbR3XnwPSicw42Jk1RR
-- approved_request = apr_01m834gtm3fbvbwt4dk785vm3y
-- approver_key = sk-5WBFvyMcXLI5qGH1toJRrlYpQSFbTbOaygSdfe9814aNPK
-- cancelled_request = apr_01m834gtmdftcrczwb38gk4q5b
-- dated_key = sk-qmJ146dSSbs5CV7dgI65D6Km0sBtq1vnBv71egFU4ROl7S
-- lost_token = op-80d6AxNG9LFDUf5FAK710cWWqUrn74iYTjhE0QBg0BQlXH
-- north_id = cus_01m834gtk4e4v98m1gb1d5h099
-- north_key = sk-uaGlIUERhDfk8G4PZ1jMOPtxrYM6KkzJgNpdk1bP4fLOZp
-- owner_token = op-ytkYXdU0T0daWu1AYuB6k3dS350AxU838RIG8Yps1FiUWj
-- pending_request = apr_01m834gtm2fcv9x56gbnaak537
-- rejected_request = apr_01m834gtm6fhwsbpnskrha5nhh
-- revoked_key = sk-ia0czDb9LqiYo0v5qEb9rpU3ph7yylIzHFMZAXgZ1oghyb
-- south_id = cus_01m834gtk5eg3vfrd0ebys3zaw
-- south_key = sk-55mhHIRkLoANkPdrR5mfv1iSwuEbh1LkWRqzAvwr09w6tN
-- used_request = apr_01m834gtm9e279f01yect60gvj
-- west_id = cus_01m834gtk7e1q9mm2je6jrpn9y
-- west_key = sk-Mai2gmJ4Vb2cYCCyc80sxQzm6BLHHkUjOzL56Zr228i8UD
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
INSERT INTO activity_minutes VALUES(29923362,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923362,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923362,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923362,'human_override',1);
INSERT INTO activity_minutes VALUES(29923362,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795401738860280,1795401738860280);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795401738861309,1795401738867188);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795401738862209,1795401738862209);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795401738863124,1795401738863124);
INSERT INTO api_keys VALUES(X'01A206486A647063A1E20430140E6E5A',1,'first key','sk-uaGl…',X'FA274F6FD0160ACED74AB758372FB56B5A2DF70447787DD4DCEA18D334C2D847',7,NULL,NULL,1795401738852172,'operator:op_01m834gtd8fjgb2f719618wb4m:ada',NULL,NULL,1795401738860177);
INSERT INTO api_keys VALUES(X'01A206486A657D4FB022B656B233C75D',2,'first key','sk-55mh…',X'7C905E822F68E818BDFF75E9259FF6932B2CE2530C00689C0423E71D77C003CE',7,NULL,NULL,1795401738853784,'operator:op_01m834gtd8fjgb2f719618wb4m:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206486A677B32A073DA9DEECA2A8E',3,'first key','sk-Mai2…',X'0FCF6D43FDBC87635CB891B1EA41E9D9515F6B3E7527ADF8BC73D3804BD30018',7,NULL,NULL,1795401738855003,'operator:op_01m834gtd8fjgb2f719618wb4m:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206486A797D82AA6B739DBC79DCFB',1,'unnamed key','sk-WIHE…',X'5129FD5FB9622DC3B44F63D57A7CAE764FB05D8F422E44A2AFB1B32205B7EC0E',1,'bot',NULL,1795401738873800,'api_key:key_01m834gtk4e1ht3rg460a0wvjt',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206486A7A75179AD2D72C30D2B651',1,'revoked','sk-ia0c…',X'672F720B41B0D1A835A7D8181A47D2F89892FCB12FFEC4D3C98F051B52A2B2FA',7,NULL,NULL,1795401738874766,'api_key:key_01m834gtk4e1ht3rg460a0wvjt',NULL,1795401738875843,NULL);
INSERT INTO api_keys VALUES(X'01A206486A7C799D84B0A08AB49F50CD',1,'unnamed key','sk-qmJ1…',X'AD99E8B7C9CC3D0395FCCC6027A92ADC4366DE0C1EDC45C9E6D2D9156DE4F677',2,NULL,NULL,1795401738876908,'api_key:key_01m834gtk4e1ht3rg460a0wvjt',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206486A7D7D2ABBBD497655FFF804',1,'unnamed key','sk-5WBF…',X'7B070D778DB91ACD7297ED56406DB10EDC5EA73748C270E6BC48C2839EA49AC9',8,NULL,'Ada Byron',1795401738877856,'operator:op_01m834gtd8fjgb2f719618wb4m:ada',NULL,NULL,1795401738885045);
INSERT INTO approvals VALUES(X'01A206486A827B369E94D05D54A99467',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m834gtk4e1ht3rg460a0wvjt','pending',1795401738882289,1795488138882289,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A206486A837AF6BE688D99D05DD07E',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m834gtk4e1ht3rg460a0wvjt','approved',1795401738883865,1795488138883865,1795401738885188,'api_key:key_01m834gtkxfmnbqfa9esazzy04','Ada','because');
INSERT INTO approvals VALUES(X'01A206486A867C7995DAB99E22A2D631',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m834gtk4e1ht3rg460a0wvjt','rejected',1795401738886747,1795488138886747,1795401738888247,'api_key:key_01m834gtkxfmnbqfa9esazzy04','Ada','because');
INSERT INTO approvals VALUES(X'01A206486A89708E97803E7334604372',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m834gtk4e1ht3rg460a0wvjt','used',1795401738889591,1795488138889591,1795401738891007,'api_key:key_01m834gtkxfmnbqfa9esazzy04','Ada','because');
INSERT INTO approvals VALUES(X'01A206486A8D7E99867F8B1A21325CAB',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkrf4cr07ek54c2dxsr requires a person''s approval","permission_id":"perm_01m834gtkrf4cr07ek54c2dxsr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m834gtk4e1ht3rg460a0wvjt','cancelled',1795401738893504,1795488138893504,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795401738664859,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.664859Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m834gtd8f5may5kebwj4gat9","username":"ada"},"epoch":1,"format":1,"id":"rec_01m834gtd9ejjrcfs243ga9q5c","kind":"change","node":"efffab38","reason":null,"request_id":"ac7953986c1a1f6f6516022e4c010a72","resource":"op_01m834gtd8fjgb2f719618wb4m","result":"done","seq":1,"trace":[]}',X'E7258875BC2A6E3CCA589CC60F6A481D57D3949D4C18128C4A58B21098D70B4C');
INSERT INTO audit_records VALUES(10,2,1,1795401738853784,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.853784Z","customer_id":"cus_01m834gtk5eg3vfrd0ebys3zaw","customer_seq":1,"details":{"api_key":"key_01m834gtk5fn7v08npats37htx","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m834gtk5e07b0g689f52h2y3","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk5eg3vfrd0ebys3zaw","result":"done","seq":10,"trace":[]}',X'75A2D66FD69B5D671495B1B81E4FDAD4B0D065626B3C68D8A1756F3DA98A60C1');
INSERT INTO audit_records VALUES(11,3,1,1795401738855003,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.855003Z","customer_id":"cus_01m834gtk7e1q9mm2je6jrpn9y","customer_seq":1,"details":{"api_key":"key_01m834gtk7fcsa0wytkqqcmame","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m834gtk7ezra13r4md34gth1","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk7e1q9mm2je6jrpn9y","result":"done","seq":11,"trace":[]}',X'4F8CFA537E412CA2E8105B624A985BB93FB97CD04F5714AA48C39977A1BEAA32');
INSERT INTO audit_records VALUES(12,1,2,1795401738856935,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.856935Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m834gtk9f52vypgckjyp84c8","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk4e4v98m1gb1d5h099","result":"done","seq":12,"trace":[]}',X'6729E7237B4DB3FBDF3276EAF02F006C4C8428445ED7A4711C9DF7858C1B8492');
INSERT INTO audit_records VALUES(13,2,2,1795401738858015,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.858015Z","customer_id":"cus_01m834gtk5eg3vfrd0ebys3zaw","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m834gtkafjnsmjrmc9v7ch3t","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk5eg3vfrd0ebys3zaw","result":"done","seq":13,"trace":[]}',X'84CE9533A023427F61BFA94296893E2E8348C7BFE90A898F0B23AC795536E0F1');
INSERT INTO audit_records VALUES(14,3,2,1795401738859143,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.859143Z","customer_id":"cus_01m834gtk7e1q9mm2je6jrpn9y","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m834gtkbegha1amgs75dj7tw","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk7e1q9mm2je6jrpn9y","result":"enabled","seq":14,"trace":[]}',X'5B4242642B9447C11AA2A3AEF46B08F33B7828A98DA41EFCD28278F56E8749C6');
INSERT INTO audit_records VALUES(15,1,3,1795401738860280,'bot','done','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.860280Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m834gtkcf82b8yc003q5ctn0","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'D66C980CC27040B2003F471974B79D58F3FFF5E96E4A915DCA1E63001CA19C39');
INSERT INTO audit_records VALUES(16,1,4,1795401738861309,'resting','done','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:42:18.861309Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m834gtkdesetjhfy2mxaga7h","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'1DC5F11F83685AE5A55A9D27073A556B2FF46DCB396A930F430DD2F60B00BC4F');
INSERT INTO audit_records VALUES(17,1,5,1795401738862209,'killed','done','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:42:18.862209Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m834gtkeej3rhzht0pj7dfae","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'E3AA35BF6B7006D53B9D315DB8811A6A5D2ECC1A50ECB1CD93D1A5C6AB1C7D6C');
INSERT INTO audit_records VALUES(18,1,6,1795401738863124,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:42:18.863124Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m834gtkffq4v92y32ggb754s","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'E544A0D883A261ECC36D01464EC9493847184E47C7A4F69A66A20F11326329B6');
INSERT INTO audit_records VALUES(19,1,7,1795401738863995,'gone','done','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:42:18.863995Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m834gtkgfnnvmppj27kgadap","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'638B5C6DE301C6BB8DE74EA1B7829E238420C01852CE3F66768AB62CF404EC15');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795401738708634,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.708634Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m834gtenfkca6w4y3be4678e","kind":"change","node":"efffab38","reason":null,"request_id":"16625b35aaeee534c87b68d99e2536c0","resource":"op_01m834gteme0k8yvfr9txptz0q","result":"done","seq":2,"trace":[]}',X'8C2963F6153DF0B68773110F17E3C17FE2A1F340109AA4BEF8E67EC66502AFE4');
INSERT INTO audit_records VALUES(20,1,8,1795401738866242,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.866242Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m834gtkjf4gb0yafgvk0xgsg","kind":"change","node":"efffab38","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'10BC0AC6F100710BDB5FDB4502514D3AF3A427AD9C93D2DEE2F84AFC0DAB17D0');
INSERT INTO audit_records VALUES(21,1,9,1795401738867188,'resting','done','{"action":"agent.update","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:42:18.867188Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m834gtkkevcbgvs7xmchc6rd","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'BA7AA3E6BC868FA1E331D0A718CE78C5CE1A621CB4175F8FFC13B46C82BE33F6');
INSERT INTO audit_records VALUES(22,1,10,1795401738868158,'bot','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.868158Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m834gtkmewprcnh6jtyc75yn","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtkmep29rze8hxm498kq","result":"done","seq":22,"trace":[]}',X'59D7BD5F3FCB5A2DB11F2AB20528BA76845767F4C693E1538D2E2122823D9D0C');
INSERT INTO audit_records VALUES(23,1,11,1795401738869273,'bot','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.869273Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m834gtkneqkbtxyndca9q1fz","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtknfygafjshtc1wvvy7","result":"done","seq":23,"trace":[]}',X'71C9E6846DC982E6780F44D68616D91A2E2237957A6FB9DEA94A352513A335EF');
INSERT INTO audit_records VALUES(24,1,12,1795401738870178,'bot','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.870178Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m834gtkpex18bs1n8y22rjw9","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtkpf79bdmdd8kv3cj5s","result":"done","seq":24,"trace":[]}',X'96B328AD0F971B0E078BADE7A8DCEC0F2957147A51A1901D3A5C16C259EC446D');
INSERT INTO audit_records VALUES(25,1,13,1795401738871135,'bot','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.871135Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m834gtkqen4bq129g8qyp3km","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtkqf979n3emvxfz45dc","result":"done","seq":25,"trace":[]}',X'3F58D5F78A6A2753B51A4B775CC4777E266F06AA4D9757B8CB1B780908225A0D');
INSERT INTO audit_records VALUES(26,1,14,1795401738872025,'killed','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:42:18.872025Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m834gtkrfqwtecyjqstnn1vd","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtkrf4cr07ek54c2dxsr","result":"done","seq":26,"trace":[]}',X'DB297FAC8CE66B2D691292C3C23C0097B4CD295884323FF43AA598E726B1B8D8');
INSERT INTO audit_records VALUES(27,1,15,1795401738872903,'gone','done','{"action":"permission.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:42:18.872903Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m834gtkreh1tt8yzs435ftmb","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"perm_01m834gtkre0d9bmc7pppd893z","result":"done","seq":27,"trace":[]}',X'A06321A996EAE1F7EC168C37B51AE176C35DD0F82F7F09AC8F80C45EC11A86B3');
INSERT INTO audit_records VALUES(28,1,16,1795401738873800,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.873800Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-WIHE…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m834gtksf6wr7tq34pw3eqgq","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"key_01m834gtksfp1amtvkkpy7kq7v","result":"done","seq":28,"trace":[]}',X'4527ED0E3A7095638F7D21ACC4C2CEFBAECA64960CFD00863B5E7A64F4E8D75D');
INSERT INTO audit_records VALUES(29,1,17,1795401738874766,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.874766Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-ia0c…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m834gtktf6wtmm1ggk9qed3w","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"key_01m834gtktembsnmpq5grd5djh","result":"done","seq":29,"trace":[]}',X'6523D6619D01DD0E6583264CC2AF20C26923B3CB43217C0CCF84068E7CDEADD7');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795401738759683,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.759683Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m834gtg8f38vgzz7p6wgatzr","kind":"change","node":"efffab38","reason":null,"request_id":"87475da718d2737da52777389ec7b888","resource":"op_01m834gtg7fac8jvgh3k4666v8","result":"done","seq":3,"trace":[]}',X'D901BAF954B76C59ECC0CFDB5656064EFDB7C03326D722CBE9F5D8A3A7ABBA04');
INSERT INTO audit_records VALUES(30,1,18,1795401738875843,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.875843Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":18,"details":{"name":"revoked","prefix":"sk-ia0c…"},"epoch":1,"format":1,"id":"rec_01m834gtkve89bdwjwnzckedz3","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"key_01m834gtktembsnmpq5grd5djh","result":"done","seq":30,"trace":[]}',X'0674D38857EC8EE3C1911EAD80251003BF1BD73D680E0511BC19F9EF63C274ED');
INSERT INTO audit_records VALUES(31,1,19,1795401738876908,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.876908Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-qmJ1…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m834gtkxem5bxrpzggwvcw7x","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"key_01m834gtkwf6er9c50hat9ym6d","result":"done","seq":31,"trace":[]}',X'553F713BB6D7B8A74594956E002DEB98EDA45C689C4F8AC8C1A486AEB6C4CB94');
INSERT INTO audit_records VALUES(32,1,20,1795401738877856,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.877856Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-5WBF…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m834gtkxecwvk7m7dnsbsa36","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"key_01m834gtkxfmnbqfa9esazzy04","result":"done","seq":32,"trace":[]}',X'CBE9AFDDAEBB62B0EFC70A3A85D3D9FE23DCFC33F4C125825C3B94EF4952EF19');
INSERT INTO audit_records VALUES(33,1,21,1795401738878773,'bot','approved','{"action":"read","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.878773Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m834gtkyejstdkqpr5mn7vc2","kind":"decision","node":"efffab38","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m834gtkmep29rze8hxm498kq","permission_id":"perm_01m834gtkmep29rze8hxm498kq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'0C442BB1696EBF49FA11E68BCBF36A7B1AF40AB861E590598105F5D5E83B8537');
INSERT INTO audit_records VALUES(34,1,22,1795401738879628,'bot','denied','{"action":"read","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.879628Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m834gtkzegdr9v0z1tw22f1a","kind":"decision","node":"efffab38","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m834gtknfygafjshtc1wvvy7","permission_id":"perm_01m834gtknfygafjshtc1wvvy7","rule_checked":"permission_rule","rule_result":"failed"}]}',X'FF0199B1D7FF956A0541075AD5E3A6BF0321E94490C2851728A1C94603B1BC06');
INSERT INTO audit_records VALUES(35,1,23,1795401738880398,'nobody','denied','{"action":"read","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:42:18.880398Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m834gtm0f1errs7zg0ykkfcn","kind":"decision","node":"efffab38","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'35C8E3960DA0258D5EE01F594DC21507EEBA1335C2599C44778BA62CA9263073');
INSERT INTO audit_records VALUES(36,1,24,1795401738881295,'bot','approved','{"action":"read","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.881295Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m834gtm1fgq8y89wdbc8rtvq","kind":"decision","node":"efffab38","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m834gtkmep29rze8hxm498kq","permission_id":"perm_01m834gtkmep29rze8hxm498kq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'9BB9424B9AA08E4D62498D4D7EE17F1CF3AB3D234DCEF59E9A816AAF8307E72A');
INSERT INTO audit_records VALUES(37,1,25,1795401738882289,'bot','denied','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.882289Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m834gtm2e8092m8phjyy7sa2","kind":"decision","node":"efffab38","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'081387FDBF865BB8E0856840F9F527BA92DEB096CAC3A84F20CBB7344B20419E');
INSERT INTO audit_records VALUES(38,1,26,1795401738883865,'bot','denied','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.883865Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m834gtm3fhqsxecbe33p020r","kind":"decision","node":"efffab38","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'104D09FCB39AA5031161511C3207C11FCD865D2495BEE92BE1C63BCFD71246C5');
INSERT INTO audit_records VALUES(39,1,27,1795401738885188,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m834gtkxfmnbqfa9esazzy04","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.885188Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:42:18.883865Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m834gtm5fzdagq327afw6qxf","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"apr_01m834gtm3fbvbwt4dk785vm3y","result":"done","seq":39,"trace":[]}',X'F5FA9E6D3329BB858AF7D2DD388008C9AC70143074470F26CF8B01731A751253');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795401738779049,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.779049Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m834gtgvetv9cgtqekk6wsd8","kind":"change","node":"efffab38","reason":null,"request_id":"ea4323750145e304f96bc2cc134c2eb8","resource":"op_01m834gtg7fac8jvgh3k4666v8","result":"done","seq":4,"trace":[]}',X'474C6BE9696F3F7F82BE10FF64DF1A2710E7767DE0E45C5A93DA73C7684501A0');
INSERT INTO audit_records VALUES(40,1,28,1795401738886747,'bot','denied','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.886747Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m834gtm6es8bqzkt2ez6h6m2","kind":"decision","node":"efffab38","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'254E803563B3A643061AE90298CE7934384F0061CD227AD80CB88C72D854276A');
INSERT INTO audit_records VALUES(41,1,29,1795401738888247,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m834gtkxfmnbqfa9esazzy04","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.888247Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:42:18.886747Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m834gtm8ezqs73jkh5hf2ct4","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"apr_01m834gtm6fhwsbpnskrha5nhh","result":"done","seq":41,"trace":[]}',X'022F9FB4A19B0C953F6DCAAD1704743B816C5EAE61E38882250E2C091A531F7F');
INSERT INTO audit_records VALUES(42,1,30,1795401738889591,'bot','denied','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.889591Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m834gtm9eahbqx4g1jb6yt9p","kind":"decision","node":"efffab38","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'46BD8077427F92635455680FD82ADD07CAB17CAF06D8BCB503192480F45A71DF');
INSERT INTO audit_records VALUES(43,1,31,1795401738891007,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m834gtkxfmnbqfa9esazzy04","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:42:18.891007Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:42:18.889591Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m834gtmbejtbdj1vv93y73xt","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"apr_01m834gtm9e279f01yect60gvj","result":"done","seq":43,"trace":[]}',X'D3D756830D42280F02D42CC3C2E5CDBE425FFA9AF8532D1D5E4998D1792367BA');
INSERT INTO audit_records VALUES(44,1,32,1795401738892335,'bot','approved','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:42:18.892335Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m834gtmce6jv1c5j456nz4na","kind":"decision","node":"efffab38","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkpf79bdmdd8kv3cj5s requires a person''s approval","permission_id":"perm_01m834gtkpf79bdmdd8kv3cj5s","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m834gtm9e279f01yect60gvj was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'674514CE88C02967A81034A328DA964F86DED38437A60D6E0E27BB69C03E96D5');
INSERT INTO audit_records VALUES(45,1,33,1795401738893504,'killed','denied','{"action":"refund","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:42:18.893504Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m834gtmdf5jbrwk1jfqhw4k6","kind":"decision","node":"efffab38","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m834gtkrf4cr07ek54c2dxsr requires a person''s approval","permission_id":"perm_01m834gtkrf4cr07ek54c2dxsr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'08BEA04DCA334F6B9BB48DBDCA83DF11C99A51F86B208A061840E621BA22D9B6');
INSERT INTO audit_records VALUES(46,1,34,1795401738894689,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:42:18.894689Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m834gtmff2na7p2sccen3123","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'17579F1B7B0530E2474EB54803BD4452BC51B580A8C5583A738F4FB4A041C777');
INSERT INTO audit_records VALUES(47,1,35,1795401738896078,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:42:18.896078Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m834gtmgfa8agk8emw8sz4pb","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'6F8837BB973989941FC35620254A6EBAD77C8116193B51A5BC5C87C866359632');
INSERT INTO audit_records VALUES(48,1,36,1795401738896987,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m834gtk4e1ht3rg460a0wvjt","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:42:18.896987Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m834gtmhfs0rg96cj1pt5s7s","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'12367EF226B1790735760A24C8680FBC81CA7FA186E179DE25B1EA9C85449FC6');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795401738796749,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.796749Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m834gthdez78rcp5v9nh6p6f","kind":"change","node":"efffab38","reason":null,"request_id":"90b86bc485ad4f2db41937197336f517","resource":"tok_01m834gthcfnv8wpe58f15g01c","result":"done","seq":5,"trace":[]}',X'68FB7D73244DE04E12142276CABA99292C75703C0B942165D0736919967DA1C8');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795401738813428,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:42:18.813428Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-80d6…"},"epoch":1,"format":1,"id":"rec_01m834gthxeb0bmtx93s4cq02b","kind":"change","node":"efffab38","reason":null,"request_id":"be9c86b7c909ba65611efa067cc37313","resource":"tok_01m834gthcfnv8wpe58f15g01c","result":"done","seq":6,"trace":[]}',X'04CCB33910BB407751412C09B691CD93A8FE175AE449C9EF40F1965173A1FB5E');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795401738831280,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:42:18.831280Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"95c7b84deb24e4637c846c6c7910c0418809ce55b5da1c5b5af6527c4b4ae6dc","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpCg2dNX/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m834gtjffbmb69nmrrt72bcr","kind":"change","node":"efffab38","reason":null,"request_id":"43fe9a756f930df3cbbe49a260a8b24c","resource":null,"result":"done","seq":7,"trace":[]}',X'546FA0ABECD9788CBB69BE9F5F22C05480E339660C51C38ECF830532AFE942A9');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795401738850265,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m834gteme0k8yvfr9txptz0q","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:42:18.850265Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:42:18.850265Z","session":"ses_01m834gtk2efwsxvrwfg5axbcs"},"epoch":1,"format":1,"id":"rec_01m834gtk2fkkrsexbcntqzsf0","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"op_01m834gteme0k8yvfr9txptz0q","result":"done","seq":8,"trace":[]}',X'6AF5E0975DE857FE7D56DA9F8349EDCFD335F92155E100EF2CA5ABF32DA6C034');
INSERT INTO audit_records VALUES(9,1,1,1795401738852172,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m834gtd8fjgb2f719618wb4m","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:42:18.852172Z","customer_id":"cus_01m834gtk4e4v98m1gb1d5h099","customer_seq":1,"details":{"api_key":"key_01m834gtk4e1ht3rg460a0wvjt","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m834gtk4fv3vn9x7n35efbdc","kind":"change","node":"efffab38","reason":null,"request_id":"test","resource":"cus_01m834gtk4e4v98m1gb1d5h099","result":"done","seq":9,"trace":[]}',X'C9C81A3A626083257AB0B1C66D885E6E0C2ADED9C5748FE86648F3769D3F412B');
INSERT INTO customer_terms VALUES(1,1,1795401738852172,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795401738853784,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795401738858015,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795401738855003,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A206486A647136945030585A588129','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,1795401738852172,1795401738856935);
INSERT INTO customers VALUES(2,X'01A206486A657407B7E1A072FD91FD5C','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,1795401738853784,1795401738858015);
INSERT INTO customers VALUES(3,X'01A206486A67706E9A505271A58B553E','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,1795401738855003,1795401738855003);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m834gtk4e1ht3rg460a0wvjt',NULL,1795401738894689);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m834gtd8fjgb2f719618wb4m:ada','audit',1795401738896078);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m834gtd8fjgb2f719618wb4m:ada','unpaid',1795401738859143);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpCg2dNX/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:42:18.663192Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','efffab38');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A206486A6273F99EEF1C7C0AAEAD99',X'01A2064869D470268F6DF84EBB6D7C17',X'14ACE20A33E651D30749ADA5C2955EBCBE08D8DE5F2E850AA208C2173544C53E',1795401738850265,1795444938850265);
INSERT INTO operator_tokens VALUES(X'01A2064869A87968AF166E5F24482B49',X'01A2064869A87CA0B13CE149828E2C94','first token','op-ytkY…',X'819C83E30F26E8E892D7FD922C09BFE87D027B7BBBB4AA78D0AE9C6609987612',1795401738664859,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A206486A2C7D768E59C543C258002C',X'01A2064869A87CA0B13CE149828E2C94','lost','op-80d6…',X'D7C16AFFC7E8063C951C9775257A507A1EB68EBCEFA23C1A926B5594CE9660B4',1795401738796749,NULL,1795401738813428);
INSERT INTO operators VALUES(X'01A2064869A87CA0B13CE149828E2C94','ada','owner',NULL,0,1795401738664859,1795401738664859);
INSERT INTO operators VALUES(X'01A2064869D470268F6DF84EBB6D7C17','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$3cpbfZuq42UG6ROHR1VdLQ$T8Tg44jbt/f+MuA4Gax2YdVxiWYYJLEq5zareHcfDIA',0,1795401738708634,1795401738708634);
INSERT INTO operators VALUES(X'01A206486A077A98896E111CC8631B68','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$os/2IewxQS1PW1yQ4Qefug$RJSxfHfnI3C6T4TaJ5wZGDEgEchlBM3WZ5bx6C/5t2k',1,1795401738759683,1795401738779049);
INSERT INTO permissions VALUES(X'01A206486A7475849C7DC88F6844A277',1,'read','orders/*','allow',NULL,NULL,1795401738868158);
INSERT INTO permissions VALUES(X'01A206486A757FA0A7CB31D303CDEFC7',1,'read','orders/secret','deny',NULL,NULL,1795401738869273);
INSERT INTO permissions VALUES(X'01A206486A7679D2B6D1AD44F63648B9',1,'refund','orders/*','require_approval',NULL,NULL,1795401738870178);
INSERT INTO permissions VALUES(X'01A206486A777A4E9A8DD4DF5FF215AC',1,'*','archive/**','allow',NULL,4102444800000000,1795401738871135);
INSERT INTO permissions VALUES(X'01A206486A787919801DD3291826F738',3,'refund','orders/*','require_approval',NULL,NULL,1795401738872025);
INSERT INTO tier_terms VALUES(1,1795401738663030,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795401738663030,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795401738663030,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795401738663030,'enterprise','Enterprise',NULL,NULL);
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
