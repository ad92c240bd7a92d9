-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-HXui31s7GCnXzBSbrCqZLFvYBR4TppuLHNFBYvsl2OFpMM
-- approved_request = apr_01m835c1bge5aak09428w4cwnw
-- approver_key = sk-63X5KmiMFRX37E9AS91Zp0gntPAyaI2UbxDg6FoI1w0HDp
-- cancelled_request = apr_01m835c1bqfm5abacq13fvdeft
-- dated_key = sk-tkCj6oD5c8GM7ZzcI8OjNxo16X45KqrbBHtNyVfz1kGHKQ
-- lost_token = op-lQk2kFZ3gHkw4iEoCOkbsH3ejnixsJ7jeN7yeyLN1sjDZf
-- north_id = cus_01m835c1aqf1evgjfpyveenapw
-- north_key = sk-3RYFMiGF6ZAQP3a4lFeAdWetF0j2JRRSwDJBVQue2sXNxx
-- owner_token = op-jYu5Rd2MgAGqoxu737bGxikO3f2ao8ltuHsYTRfS3YUUNo
-- pending_request = apr_01m835c1bfe98r8epr520n9za1
-- rejected_request = apr_01m835c1bjfm0s73tgkbq7km08
-- revoked_key = sk-RYQvWkznCz0MQbhLTjN6bF6n8xoppm4tq0b8sAQB2JL0Tl
-- south_id = cus_01m835c1ase35v1t9wnwz3cra0
-- south_key = sk-CO0gvtB8VEFKvENs6yr8It2NeMLRNfWPUFSLF0Hg1QZZjr
-- used_request = apr_01m835c1bnf2m9gpk7zkvg888q
-- west_id = cus_01m835c1ate04vtt9081ck65d4
-- west_key = sk-4HSKvsLUQvMKAe9gnRB7sAVN80hLK5tDwPzCsNvk2yP5pt
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
INSERT INTO activity_minutes VALUES(29923377,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923377,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923377,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923377,'human_override',1);
INSERT INTO activity_minutes VALUES(29923377,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795402630495109,1795402630495109);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795402630495896,1795402630499266);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795402630496605,1795402630496605);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795402630497244,1795402630497244);
INSERT INTO api_keys VALUES(X'01A206560557701BBF55945E3D6CABBD',1,'first key','sk-3RYF…',X'616400B1B62EF166927CE6675298EF661DE0B44FFCF453B5C00D084CF2BF489F',7,NULL,NULL,1795402630487568,'operator:op_01m835c14xfcysbxtp8kgm9kmm:ada',NULL,NULL,1795402630494992);
INSERT INTO api_keys VALUES(X'01A2065605597820AB86310B30924A12',2,'first key','sk-CO0g…',X'7C0E0244CD5684892EC6E947EB22090431DB280C5A7BFA2580E7CCB79BD7776C',7,NULL,NULL,1795402630489507,'operator:op_01m835c14xfcysbxtp8kgm9kmm:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20656055A79BF8C1FBAE1EDA208C0',3,'first key','sk-4HSK…',X'0AE927F7458380A99602E2C6D7C4A22C92FF9A02EA029F3AB628C0314057B98D',7,NULL,NULL,1795402630490588,'operator:op_01m835c14xfcysbxtp8kgm9kmm:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2065605687E1DA47F5F7D115537D1',1,'unnamed key','sk-HXui…',X'69D77BD75996B2040AE03592C7CBFD1D897BB357967B4E7CA45CB449E90C4CBC',1,'bot',NULL,1795402630504360,'api_key:key_01m835c1aqe0dvyncmbrypsaxx',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20656056976C4AEE6B9DB7449497C',1,'revoked','sk-RYQv…',X'12569585504AA034AEF9D98C06EDDF24E0D84C1BDFB6E66EEE3B4BAA592A558A',7,NULL,NULL,1795402630505160,'api_key:key_01m835c1aqe0dvyncmbrypsaxx',NULL,1795402630505866,NULL);
INSERT INTO api_keys VALUES(X'01A20656056A7424A9DB4FDAE435E9D8',1,'unnamed key','sk-tkCj…',X'294EDED47DE05DDC6BEC7656B30364E22E273E97BBC821ADF73B4A1C2D7FF71A',2,NULL,NULL,1795402630506737,'api_key:key_01m835c1aqe0dvyncmbrypsaxx',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20656056B7AF2B9218B431A75F06D',1,'unnamed key','sk-63X5…',X'2EFF8697D578A65E32F8BF80D754B01228BEC272755D58051035CCF25EC905AF',8,NULL,'Ada Byron',1795402630507515,'operator:op_01m835c14xfcysbxtp8kgm9kmm:ada',NULL,NULL,1795402630513728);
INSERT INTO approvals VALUES(X'01A20656056F7251843AD8288154FD41',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835c1aqe0dvyncmbrypsaxx','pending',1795402630511507,1795489030511507,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2065605707154A9812412384672BC',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835c1aqe0dvyncmbrypsaxx','approved',1795402630512772,1795489030512772,1795402630513832,'api_key:key_01m835c1bbfbsbj8cb8cd7bw3d','Ada','because');
INSERT INTO approvals VALUES(X'01A2065605727D01938F509AEE79D008',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835c1aqe0dvyncmbrypsaxx','rejected',1795402630514972,1795489030514972,1795402630516050,'api_key:key_01m835c1bbfbsbj8cb8cd7bw3d','Ada','because');
INSERT INTO approvals VALUES(X'01A20656057578A8985A67FCF7042117',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835c1aqe0dvyncmbrypsaxx','used',1795402630516993,1795489030516993,1795402630518032,'api_key:key_01m835c1bbfbsbj8cb8cd7bw3d','Ada','because');
INSERT INTO approvals VALUES(X'01A2065605777D0AA5A99708DFB6B9FA',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b6fntb59qdwsgczta8 requires a person''s approval","permission_id":"perm_01m835c1b6fntb59qdwsgczta8","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m835c1aqe0dvyncmbrypsaxx','cancelled',1795402630519968,1795489030519968,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795402630301065,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.301065Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m835c14xfvkbbgcn37bpjdvm","username":"ada"},"epoch":1,"format":1,"id":"rec_01m835c14xfm790z431f8d4wxb","kind":"change","node":"f4656521","reason":null,"request_id":"7edb06cc05eb6529f84853d5bfa475a8","resource":"op_01m835c14xfcysbxtp8kgm9kmm","result":"done","seq":1,"trace":[]}',X'0A9C2C6373AC32539AC1AAA10174F552FB5B6A2F918AAE092BE3CB0E462F8D80');
INSERT INTO audit_records VALUES(10,2,1,1795402630489507,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.489507Z","customer_id":"cus_01m835c1ase35v1t9wnwz3cra0","customer_seq":1,"details":{"api_key":"key_01m835c1asf0gaq1hh1cr94jgj","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m835c1asfsvs5gn668qrq6b4","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1ase35v1t9wnwz3cra0","result":"done","seq":10,"trace":[]}',X'1CBC2D32D7C793CD1C6E3F0BBAECA9E6849E9FDFD10D92634570F18AC846F315');
INSERT INTO audit_records VALUES(11,3,1,1795402630490588,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.490588Z","customer_id":"cus_01m835c1ate04vtt9081ck65d4","customer_seq":1,"details":{"api_key":"key_01m835c1atf6zrr7xtw7pt4260","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m835c1atedsvy3cxxqwgzc21","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1ate04vtt9081ck65d4","result":"done","seq":11,"trace":[]}',X'7D34210039FDA02CC74FB6DF466DD28E82406492052A2C6D2D5F09DCC8E4B81D');
INSERT INTO audit_records VALUES(12,1,2,1795402630492411,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.492411Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m835c1awf4ysbkh65fepdb5v","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1aqf1evgjfpyveenapw","result":"done","seq":12,"trace":[]}',X'8037FE2E53CE539349D42D5F45B94D52A18F427B5849B1305A4762B89D845335');
INSERT INTO audit_records VALUES(13,2,2,1795402630493323,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.493323Z","customer_id":"cus_01m835c1ase35v1t9wnwz3cra0","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m835c1axf9991fk9pbesgemt","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1ase35v1t9wnwz3cra0","result":"done","seq":13,"trace":[]}',X'E4468EA1DBC87FA00779581A3379B1C91EB2DCF1096788D520660BD498E3490E');
INSERT INTO audit_records VALUES(14,3,2,1795402630494120,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.494120Z","customer_id":"cus_01m835c1ate04vtt9081ck65d4","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m835c1ayf6k9w11vajm32k8r","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1ate04vtt9081ck65d4","result":"enabled","seq":14,"trace":[]}',X'D147966BBAD2B53152D1E4421EA1C0D8AF51D8450D6B6FFF112AA53CEED53BE3');
INSERT INTO audit_records VALUES(15,1,3,1795402630495109,'bot','done','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.495109Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835c1aze1n8bwzwfdgt1bp1","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'A34D062473513E16FDDBE695E6F945046BB99CB19F940DC42655CBE46E9F1FAF');
INSERT INTO audit_records VALUES(16,1,4,1795402630495896,'resting','done','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:57:10.495896Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835c1azf31s8bzrkgwtcem9","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'3318B2112D902B4ED556C9C7C56A8319E045718802E2EBA0614BE8339F60F9C4');
INSERT INTO audit_records VALUES(17,1,5,1795402630496605,'killed','done','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:57:10.496605Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835c1b0e5grxg46vkgwgnre","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'FD8E23347564526CD3DBF8F5CE862EAD5B5E063D1FF53834EFE6768A8EFF0155');
INSERT INTO audit_records VALUES(18,1,6,1795402630497244,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:57:10.497244Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835c1b1f778qf5c6n9spmdt","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'253437CAB4F956AB4E2B1E11CF7444F28A1498A527B3DEECB446956B9B43BB8F');
INSERT INTO audit_records VALUES(19,1,7,1795402630497893,'gone','done','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:57:10.497893Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m835c1b1ewa9cemgbq809cfx","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'A8136C4F8EA69FD6C3AC0301B947B6555F32D4C13EE04D45A3F8CBE9F34B6AB5');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795402630349936,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.349936Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m835c16eff6tw9mmwx2gk3af","kind":"change","node":"f4656521","reason":null,"request_id":"ebd944c402c75467d20a73f789571b17","resource":"op_01m835c16eftyrksd8cmahk9yw","result":"done","seq":2,"trace":[]}',X'E1951015777A0EC1042CE7AB859793C922BF15549BC700F69F2925EB382D21DC');
INSERT INTO audit_records VALUES(20,1,8,1795402630498627,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.498627Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m835c1b2e7zbv7kww83maz1n","kind":"change","node":"f4656521","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'848537919B492D462AA3A5F207E920C5F07DA0F15D3DF9A74C4B74B51CF633F6');
INSERT INTO audit_records VALUES(21,1,9,1795402630499266,'resting','done','{"action":"agent.update","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:57:10.499266Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m835c1b3f2hrker82gbx7jwv","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'4CCB50225C434126A0A92FAB56CAB62EE0F168C2493C9A20163EBB9E5A415253');
INSERT INTO audit_records VALUES(22,1,10,1795402630499953,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.499953Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m835c1b4etparkey2bazb0h7","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b3fdvrtypb7tv52m3h","result":"done","seq":22,"trace":[]}',X'0DC78FC8D500FD2810059671F57FD0E6109E15328B2747CDDD4EF99D16823603');
INSERT INTO audit_records VALUES(23,1,11,1795402630500785,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.500785Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m835c1b4es0a3pp7p03h9ey8","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b4e9t80ff4rej9vs22","result":"done","seq":23,"trace":[]}',X'9195C6063F8591885938D86E99C0C2328D78D3BDBAAE9D36F385A2FA4B31B231');
INSERT INTO audit_records VALUES(24,1,12,1795402630501474,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.501474Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m835c1b5fwd8yhz4hrzs4p13","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b5ed4t4x5seam0w000","result":"done","seq":24,"trace":[]}',X'D926627E866CD64879ED8CE9E3A7536C6933DAB4A99C27326A4C411CE732961D');
INSERT INTO audit_records VALUES(25,1,13,1795402630502179,'bot','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.502179Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m835c1b6fz5t6evtjpefwgmh","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b6e76vymv4z5w4w6sz","result":"done","seq":25,"trace":[]}',X'2DB091DB3A33B404E48FDD9C1CF5D00C1795D13C708A1F6FA31CCACA39D043DD');
INSERT INTO audit_records VALUES(26,1,14,1795402630502872,'killed','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:57:10.502872Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m835c1b6fkfavw0nsahye7n2","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b6fntb59qdwsgczta8","result":"done","seq":26,"trace":[]}',X'9D157465C5ACD30187D4FCECDE22182E582B4F2FC21A4BA5790C4AD1B7693038');
INSERT INTO audit_records VALUES(27,1,15,1795402630503607,'gone','done','{"action":"permission.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:57:10.503607Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m835c1b7e5t9b9810seerb6x","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"perm_01m835c1b7e939fkf84qqp91nr","result":"done","seq":27,"trace":[]}',X'13F459B87700C064B23C5541ECC298786E98BD511A63B0E2A9FB750682075F07');
INSERT INTO audit_records VALUES(28,1,16,1795402630504360,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.504360Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-HXui…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m835c1b8ffctzwp3zt3eag93","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"key_01m835c1b8fret8ztzfm8nadyh","result":"done","seq":28,"trace":[]}',X'18FE3967E8E120F16D9D0F6CA6A4E9B1C3AE5EDB4B986C729686FF6BD44A4A69');
INSERT INTO audit_records VALUES(29,1,17,1795402630505160,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.505160Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-RYQv…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m835c1b9fkjaqnf0mpaf3k1f","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"key_01m835c1b9ev2axsnsvdt4jjbw","result":"done","seq":29,"trace":[]}',X'392374CDC44C9B165A7A10A3849229822ABF1F152A952B36123B64A7A63B1049');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795402630391159,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.391159Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m835c17qewctg6gkaky5act3","kind":"change","node":"f4656521","reason":null,"request_id":"431cfcadde5b69d732b404bbcd68aaea","resource":"op_01m835c17qe5zsy9cdrfb3xm36","result":"done","seq":3,"trace":[]}',X'E6A418BBD1FEAA561B3BF19A9E02985E3BF18C9CB9648F1C2143D44BB406734C');
INSERT INTO audit_records VALUES(30,1,18,1795402630505866,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.505866Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":18,"details":{"name":"revoked","prefix":"sk-RYQv…"},"epoch":1,"format":1,"id":"rec_01m835c1b9ewz95ke4kdd9dk1m","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"key_01m835c1b9ev2axsnsvdt4jjbw","result":"done","seq":30,"trace":[]}',X'08155C6FE98AEFF0DB71271286CBE07004CCF6D6629160D2D55EC4A021351319');
INSERT INTO audit_records VALUES(31,1,19,1795402630506737,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.506737Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-tkCj…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m835c1bafx5sn2v4hfpjr5wy","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"key_01m835c1baegjakptfvbj3bter","result":"done","seq":31,"trace":[]}',X'A58F54D0FBAE91487BD7FAFFE20C3A2E4FD897D0273148BF4EEF1BC2D8C547A7');
INSERT INTO audit_records VALUES(32,1,20,1795402630507515,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.507515Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-63X5…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m835c1bbfxjajprzx5cyw8nf","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"key_01m835c1bbfbsbj8cb8cd7bw3d","result":"done","seq":32,"trace":[]}',X'A6FC40A31DCC8FDED2A94510F45C07B3EAC2A6CDBE4BBB3E4649A9041B8BE44E');
INSERT INTO audit_records VALUES(33,1,21,1795402630508366,'bot','approved','{"action":"read","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.508366Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m835c1bcemya9jxnxq2a7zra","kind":"decision","node":"f4656521","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m835c1b3fdvrtypb7tv52m3h","permission_id":"perm_01m835c1b3fdvrtypb7tv52m3h","rule_checked":"permission_rule","rule_result":"passed"}]}',X'D49D128AAED073F64E7606B1D33AA4EA5D956E39BB4A9F04978A81145C5FCF7C');
INSERT INTO audit_records VALUES(34,1,22,1795402630509082,'bot','denied','{"action":"read","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.509082Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m835c1bden08vy8phtqqkmht","kind":"decision","node":"f4656521","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m835c1b4e9t80ff4rej9vs22","permission_id":"perm_01m835c1b4e9t80ff4rej9vs22","rule_checked":"permission_rule","rule_result":"failed"}]}',X'9350F9C44770D1A33EBE705C43397662DE90458C7562820CB289DDB7B0346C86');
INSERT INTO audit_records VALUES(35,1,23,1795402630509753,'nobody','denied','{"action":"read","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:57:10.509753Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m835c1bdf36862s3yatx5mpv","kind":"decision","node":"f4656521","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'FD9D8A59EC58A81605AD4000C9C5788A374975D8DFE8627FB684566E4C1411BA');
INSERT INTO audit_records VALUES(36,1,24,1795402630510571,'bot','approved','{"action":"read","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.510571Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m835c1befqk9k6s9z6v5jskd","kind":"decision","node":"f4656521","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m835c1b3fdvrtypb7tv52m3h","permission_id":"perm_01m835c1b3fdvrtypb7tv52m3h","rule_checked":"permission_rule","rule_result":"passed"}]}',X'442F6E84DC1054C9EC327D73BEEA10551DBE57682AE14DADEBC20BC841E08271');
INSERT INTO audit_records VALUES(37,1,25,1795402630511507,'bot','denied','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.511507Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m835c1bfff1b19yf9veak272","kind":"decision","node":"f4656521","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0E3360BB820D6AB42A076A87CDEE7C80311ABEA7BD2A4727B42CF936DED1DEBD');
INSERT INTO audit_records VALUES(38,1,26,1795402630512772,'bot','denied','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.512772Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m835c1bgeva9wfa8t88nwst0","kind":"decision","node":"f4656521","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'20441C610558CEFAA82C38F1212A174842618B25730FA1345E10090BD027C463');
INSERT INTO audit_records VALUES(39,1,27,1795402630513832,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m835c1bbfbsbj8cb8cd7bw3d","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.513832Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:57:10.512772Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m835c1bjfz3vn024x29ds66e","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"apr_01m835c1bge5aak09428w4cwnw","result":"done","seq":39,"trace":[]}',X'C0C93E12100376F07CAFD5BF327FE84C1184ADDC7CF8FF2965E729DCE4BDE128');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795402630411024,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.411024Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m835c18bfy3s1nrserpn63bk","kind":"change","node":"f4656521","reason":null,"request_id":"8049d5e88d3f4ac92269e99b4f2c487b","resource":"op_01m835c17qe5zsy9cdrfb3xm36","result":"done","seq":4,"trace":[]}',X'7FFD821660352C833C45E02693CF660D9FF01DE0BA3A8448AF70398EE1B8A828');
INSERT INTO audit_records VALUES(40,1,28,1795402630514972,'bot','denied','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.514972Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m835c1bke5maw1z767nezgfe","kind":"decision","node":"f4656521","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'56370A804F4BAEF63619E502AAE4D45C8FBB2FD58B30B8D925063C8551C94C4A');
INSERT INTO audit_records VALUES(41,1,29,1795402630516050,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m835c1bbfbsbj8cb8cd7bw3d","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.516050Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:57:10.514972Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m835c1bme8qr673kyk6fy92d","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"apr_01m835c1bjfm0s73tgkbq7km08","result":"done","seq":41,"trace":[]}',X'E0004095B212A0CF575B47BA97F947DE80EFC19AB9292855951828E091786924');
INSERT INTO audit_records VALUES(42,1,30,1795402630516993,'bot','denied','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.516993Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m835c1bneydbj1ez707sds3k","kind":"decision","node":"f4656521","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'186575F09A8D195C805D219B74352E0020F53D9CDC217C9498A9546A09F9FA28');
INSERT INTO audit_records VALUES(43,1,31,1795402630518032,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m835c1bbfbsbj8cb8cd7bw3d","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:57:10.518032Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:57:10.516993Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m835c1bpffvt2mvbddwe6rm1","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"apr_01m835c1bnf2m9gpk7zkvg888q","result":"done","seq":43,"trace":[]}',X'2FF0EE1AA114609BCF3D55FBB9EEC78DAECFC5A9E7B6DC836A86C56947A1DE50');
INSERT INTO audit_records VALUES(44,1,32,1795402630519033,'bot','approved','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:57:10.519033Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m835c1bqfaz9ea9h615qwamy","kind":"decision","node":"f4656521","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b5ed4t4x5seam0w000 requires a person''s approval","permission_id":"perm_01m835c1b5ed4t4x5seam0w000","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m835c1bnf2m9gpk7zkvg888q was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'0353764AEE2D991B7BD3476186B2E7CEFD2EAF1B39D4D807DEA1E19E64BCB326');
INSERT INTO audit_records VALUES(45,1,33,1795402630519968,'killed','denied','{"action":"refund","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:57:10.519968Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m835c1brfq7rrf9y76f14jny","kind":"decision","node":"f4656521","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m835c1b6fntb59qdwsgczta8 requires a person''s approval","permission_id":"perm_01m835c1b6fntb59qdwsgczta8","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'083EFEE45952037BB0B954DD24B433A2AEC8D9B904F68040EDA0D3A392A9DC62');
INSERT INTO audit_records VALUES(46,1,34,1795402630520882,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:57:10.520882Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m835c1bsff0rnxxcx9yvw20d","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'F7D26B1E1F7E5F890C8A7715C9F5FA89A3E34C2E163C834A9C2B9EE1043998AF');
INSERT INTO audit_records VALUES(47,1,35,1795402630521865,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:57:10.521865Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m835c1bsfwxs641tyf6pehgg","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'6C89FBCFC6A10248B8F5F83EB4F1404200FA35889651FA5D6FA35608D07C297F');
INSERT INTO audit_records VALUES(48,1,36,1795402630522557,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m835c1aqe0dvyncmbrypsaxx","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:57:10.522557Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m835c1btf9vv3d38dw4kxh34","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'6341E645BDF87D755F3E42ECCD549E0A251544260C828B6E4DEF0248C5BE1D1B');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795402630431118,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.431118Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m835c18zfd5r4qfacrfzs6fq","kind":"change","node":"f4656521","reason":null,"request_id":"031b954d3123ce737b40cc17df3519d8","resource":"tok_01m835c18zfp982txb5pgzzh0e","result":"done","seq":5,"trace":[]}',X'95C6F77D25163AEC4AA52519900DEDF75941B3AE2155C76DD6B3192DC94D0E4B');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795402630447217,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:57:10.447217Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-lQk2…"},"epoch":1,"format":1,"id":"rec_01m835c19fekyv9y4gmc1ezmpc","kind":"change","node":"f4656521","reason":null,"request_id":"602e207281c51f0cc38eeb2e288cf258","resource":"tok_01m835c18zfp982txb5pgzzh0e","result":"done","seq":6,"trace":[]}',X'52430575AB50DCFE4427049E1E19F24ADF038A1F251312EF8206726E1A23AD13');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795402630463933,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:57:10.463933Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"b9c71bb33c49048b6bbc157d19f1a79573191d08f4741163ae4354fcfe4fe5e2","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp0G7DtQ/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m835c1a0f308vnwqfja1srsz","kind":"change","node":"f4656521","reason":null,"request_id":"b6fae0eeee32228c2ffa4d0159278761","resource":null,"result":"done","seq":7,"trace":[]}',X'F9D8F6CD44BEA4B495D4458DC98172B201AA921D4DEE14BC9F921B4A069B0297');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795402630485442,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m835c16eftyrksd8cmahk9yw","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:57:10.485442Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:57:10.485442Z","session":"ses_01m835c1ane22rspd6bhvqap2k"},"epoch":1,"format":1,"id":"rec_01m835c1ane1rs3fgfy51wtrj0","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"op_01m835c16eftyrksd8cmahk9yw","result":"done","seq":8,"trace":[]}',X'0AE6E615FA040AE8EBF3A65AEE4DD39F5E5573A9B930ADC270E0D1F0F03C8939');
INSERT INTO audit_records VALUES(9,1,1,1795402630487568,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m835c14xfcysbxtp8kgm9kmm","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:57:10.487568Z","customer_id":"cus_01m835c1aqf1evgjfpyveenapw","customer_seq":1,"details":{"api_key":"key_01m835c1aqe0dvyncmbrypsaxx","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m835c1arezm9zn4gznzps5qj","kind":"change","node":"f4656521","reason":null,"request_id":"test","resource":"cus_01m835c1aqf1evgjfpyveenapw","result":"done","seq":9,"trace":[]}',X'D4698CECC5B40D18A23709B2267653CB796F673935E1E572F23723AFC2C6B373');
INSERT INTO customer_terms VALUES(1,1,1795402630487568,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795402630489507,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795402630493323,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795402630490588,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A206560557785DB849F6F6DCEAAADC','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,1795402630487568,1795402630492411);
INSERT INTO customers VALUES(2,X'01A20656055970CBB0E93CAF3E366140','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,1795402630489507,1795402630493323);
INSERT INTO customers VALUES(3,X'01A20656055A7009BD692040593315A4','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,1795402630490588,1795402630490588);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m835c1aqe0dvyncmbrypsaxx',NULL,1795402630520882);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m835c14xfcysbxtp8kgm9kmm:ada','audit',1795402630521865);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m835c14xfcysbxtp8kgm9kmm:ada','unpaid',1795402630494120);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp0G7DtQ/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:57:10.299388Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','f4656521');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A20656055570858CD9A65C77755853',X'01A2065604CE7EBD89E5A8651519A7DC',X'A9D82CCE6455F748F3C5382A432015A2536F431453FC9E0A567BD6311F08BB5C',1795402630485442,1795445830485442);
INSERT INTO operator_tokens VALUES(X'01A20656049D7EE6B5C19519D7693774',X'01A20656049D7B3D95F75644E144CE94','first token','op-jYu5…',X'7549630FB13EA13D444B06DC8B78EA2C8DA5E723DF94B65D0DDB4910BB541D7A',1795402630301065,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A20656051F7D92816BAB2DA1FFC40E',X'01A20656049D7B3D95F75644E144CE94','lost','op-lQk2…',X'8E8099ECAF1B66B005B6F26AE65032EBA695FA1E12AACE651BC51A470DBB7C67',1795402630431118,NULL,1795402630447217);
INSERT INTO operators VALUES(X'01A20656049D7B3D95F75644E144CE94','ada','owner',NULL,0,1795402630301065,1795402630301065);
INSERT INTO operators VALUES(X'01A2065604CE7EBD89E5A8651519A7DC','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$N4qbKcHUdR6aPN0v3kskoQ$dI+w4IgsbQEibn7o455i/CPOCwX1918ryrFM6Uiu+qk',0,1795402630349936,1795402630349936);
INSERT INTO operators VALUES(X'01A2065604F7717F9F258DC3D63ED066','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$CiWO1n7CKp23HIdRS0answ$Uum9js85kL5A2/9bwvzl6m06RZjci4izsJDDNZI3ThY',1,1795402630391159,1795402630411024);
INSERT INTO permissions VALUES(X'01A2065605637B778D7ACB3EB6515071',1,'read','orders/*','allow',NULL,NULL,1795402630499953);
INSERT INTO permissions VALUES(X'01A2065605647274803DE4C3A49DE442',1,'read','orders/secret','deny',NULL,NULL,1795402630500785);
INSERT INTO permissions VALUES(X'01A2065605657349A274B972A80E0000',1,'refund','orders/*','require_approval',NULL,NULL,1795402630501474);
INSERT INTO permissions VALUES(X'01A20656056671CDBF5364F9784E1B3F',1,'*','archive/**','allow',NULL,4102444800000000,1795402630502179);
INSERT INTO permissions VALUES(X'01A2065605667D74B2A6EDE660CFE948',3,'refund','orders/*','require_approval',NULL,NULL,1795402630502872);
INSERT INTO tier_terms VALUES(1,1795402630299229,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795402630299229,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795402630299229,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795402630299229,'enterprise','Enterprise',NULL,NULL);
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
