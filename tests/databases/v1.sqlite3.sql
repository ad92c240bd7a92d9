-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-khK4C11vd1BevZEsdtuAlSdRkKHoaRNRCqLu3W672eIsVS
-- approved_request = apr_01m83f14g8fbqvha1yrgf0b9cx
-- approver_key = sk-5lMMKSsC4Oe6nmOWGL1aqKyb3w9q6cOTXsra7G0O2Jj3Os
-- cancelled_request = apr_01m83f14h1fckacbsqfnqjteqk
-- dated_key = sk-XAhd3DhKFwhTJxKTDypc6gEnwEh8grWrcyHkMKQj2tCRp2
-- lost_token = op-nc81WBRVViT6jUogT5zNf0IwWDR8vGoGyxWCwVqZ3lPv4j
-- north_id = cus_01m83f14b5e4cb4x71rb2gr524
-- north_key = sk-yeV0grD6XTiDpvxZNBQp5xesE0fk0TSVDp3NO72c1n8C7z
-- owner_token = op-sxqanfuozMhBkWNySdhu2GGDKxLt2js34Wuhev4W3B49Fj
-- pending_request = apr_01m83f14g0er7vs73z5dnftx6f
-- rejected_request = apr_01m83f14grf0fbx1ryrsjzkbb7
-- revoked_key = sk-rIz56FW9cuDd8th2xdY9zvZkPyk5AgshOOvqGv2D2HCDiz
-- south_id = cus_01m83f14bbf94vfenjw13warpy
-- south_key = sk-9ONEpMKVqpoER93xPz5fgBRdd4y3ulLn4GZtafIZ05InPG
-- used_request = apr_01m83f14gwfnyvwx326pd0stx4
-- west_id = cus_01m83f14bqewqv3pw1gq7zejdv
-- west_key = sk-3BnPkmTESA2VdhhViFJXjCIeCI8t7Amw3861RwZj3cjlY3
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
INSERT INTO activity_hours VALUES(498725,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498725,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498725,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498725,1,'human_override',1);
INSERT INTO activity_hours VALUES(498725,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923545,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923545,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923545,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923545,'human_override',1);
INSERT INTO activity_minutes VALUES(29923545,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795412758916829,1795412758916829);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795412758917987,1795412758931313);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795412758919082,1795412758919082);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795412758920024,1795412758920024);
INSERT INTO api_keys VALUES(X'01A206F0916573A4AAC8DBA2B55A67FF',1,'first key','sk-yeV0…',X'93AF1C10EE72866858C41A91E93CD4C3C9AEB1D498B8CD17CEF6F5FA05BF4A69',7,NULL,NULL,1795412758885274,'operator:op_01m83f13tmfz6s6y32tva309k3:ada',NULL,NULL,1795412759005885);
INSERT INTO api_keys VALUES(X'01A206F0916B73309D19615A23E857CA',2,'first key','sk-9ONE…',X'B7FB80C0A8DF8E8810EEDD39986B40017B56B231BB8A0BB18CA163E2C8FDD84E',7,NULL,NULL,1795412758891662,'operator:op_01m83f13tmfz6s6y32tva309k3:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F0917773F7BADB27EEF4074635',3,'first key','sk-3BnP…',X'A3506758A19E8C081DF9B5F067F89CAA16374DF5F71CB913485CDF1B323BBEA2',7,NULL,NULL,1795412758903787,'operator:op_01m83f13tmfz6s6y32tva309k3:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F091C075F08CF6071055519353',1,'unnamed key','sk-khK4…',X'5419C516A13EF847396636ABC86B33B1A834F5C7327203A41CF9E3CFB21F2103',1,'bot',NULL,1795412758975944,'api_key:key_01m83f14b5eejanj6vmatnmszz',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F091C47E1C8633E3E3B22ECDE3',1,'revoked','sk-rIz5…',X'1403702D4C6310427E61BD0AC40C6EEC311C6DC94F4F4541C0352AAD6C027833',7,NULL,NULL,1795412758980157,'api_key:key_01m83f14b5eejanj6vmatnmszz',NULL,1795412758983794,NULL);
INSERT INTO api_keys VALUES(X'01A206F091CB7060873D3ECCE71CBF7C',1,'unnamed key','sk-XAhd…',X'AFFE7B60A581F33CD5C5F413B5C963881157CEDF7D33747D0BF183B0207C68ED',2,NULL,NULL,1795412758987199,'api_key:key_01m83f14b5eejanj6vmatnmszz',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F091D37172B26EFB8FF2C5150E',1,'unnamed key','sk-5lMM…',X'76D3DF04F9A5C718FA77DB91DD4C0407757169E141A1B8F79517FDD1B02A9026',8,NULL,'Ada Byron',1795412758995232,'operator:op_01m83f13tmfz6s6y32tva309k3:ada',NULL,NULL,1795412759059215);
INSERT INTO approvals VALUES(X'01A206F09200760FBC9C7F2B6AFD74CF',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f14b5eejanj6vmatnmszz','pending',1795412759040253,1795499159040253,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A206F092087AEFB8A83EC41E05A59D',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f14b5eejanj6vmatnmszz','approved',1795412759048816,1795499159048816,1795412759059476,'api_key:key_01m83f14eke5sb4vqvhzsca58e','Ada','because');
INSERT INTO approvals VALUES(X'01A206F09218781EBE871EC665F9AD67',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f14b5eejanj6vmatnmszz','rejected',1795412759064956,1795499159064956,1795412759066801,'api_key:key_01m83f14eke5sb4vqvhzsca58e','Ada','because');
INSERT INTO approvals VALUES(X'01A206F0921C7D7DBE7462359A0CEBA4',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f14b5eejanj6vmatnmszz','used',1795412759068483,1795499159068483,1795412759069942,'api_key:key_01m83f14eke5sb4vqvhzsca58e','Ada','because');
INSERT INTO approvals VALUES(X'01A206F092217B26A62F377D6F2D3AF3',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14drfaxr8jcat8wsyts0 requires a person''s approval","permission_id":"perm_01m83f14drfaxr8jcat8wsyts0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f14b5eejanj6vmatnmszz','cancelled',1795412759073392,1795499159073392,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795412758356525,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.356525Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m83f13tme5hap62mcgrd8as6","username":"ada"},"epoch":1,"format":1,"id":"rec_01m83f13tmej29kbfkff51mqxv","kind":"change","node":"bb412b42","reason":null,"request_id":"c668973529a2025a065d9165777a4f27","resource":"op_01m83f13tmfz6s6y32tva309k3","result":"done","seq":1,"trace":[]}',X'8BC5AD31CEAF9800E7B8D689D03066CFC57D935911418CBD98758207DFE7B6E5');
INSERT INTO audit_records VALUES(10,2,1,1795412758891662,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.891662Z","customer_id":"cus_01m83f14bbf94vfenjw13warpy","customer_seq":1,"details":{"api_key":"key_01m83f14bbecr9t6b1b8hygnya","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m83f14bcezeajnz5mbfwqexv","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14bbf94vfenjw13warpy","result":"done","seq":10,"trace":[]}',X'6AF4844AEA4CA31283CAEF24EFFECC4A082DCBFB2CA142307A4A35C4F1E0AF33');
INSERT INTO audit_records VALUES(11,3,1,1795412758903787,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.903787Z","customer_id":"cus_01m83f14bqewqv3pw1gq7zejdv","customer_seq":1,"details":{"api_key":"key_01m83f14bqefvvnps7xvt0ehhn","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m83f14bre2badf0ekg9j7p9m","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14bqewqv3pw1gq7zejdv","result":"done","seq":11,"trace":[]}',X'1C1DBBF95093F3C0F04BBFDA46DB89435922EFB980E9A92840D8FC53504D4F2E');
INSERT INTO audit_records VALUES(12,1,2,1795412758907247,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.907247Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m83f14bvfnjaag602jt518zh","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14b5e4cb4x71rb2gr524","result":"done","seq":12,"trace":[]}',X'6E4F4CC36508271D7822BDFC02F717E21D9F8CF6AB25610AA46CFAC1F6326726');
INSERT INTO audit_records VALUES(13,2,2,1795412758912094,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.912094Z","customer_id":"cus_01m83f14bbf94vfenjw13warpy","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m83f14c0f8vsecz0a0shjw33","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14bbf94vfenjw13warpy","result":"done","seq":13,"trace":[]}',X'92EE38CA38EA652D8AF063BFAF692D05B656DE5B1A5261C87068ABBCF846C701');
INSERT INTO audit_records VALUES(14,3,2,1795412758915375,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.915375Z","customer_id":"cus_01m83f14bqewqv3pw1gq7zejdv","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m83f14c3fywa16s8vh5h877z","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14bqewqv3pw1gq7zejdv","result":"enabled","seq":14,"trace":[]}',X'4C8CCC0D78EEB6F9581BA7FF602E5DBB9D789B07DD8A3D2C10ABE23B45D7E004');
INSERT INTO audit_records VALUES(15,1,3,1795412758916829,'bot','done','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.916829Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f14c4ff9vywx20mqrqbqg","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'B4E424661C28CE12B25A982153AE815221C140564CC083B228B00A54C43078D0');
INSERT INTO audit_records VALUES(16,1,4,1795412758917987,'resting','done','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T05:45:58.917987Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f14c6fy7ayspqbr3bgskg","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'F377BDF0C9494158B4856E2C0DC8CE3F25AD0ACEDCBB02BD3ECC2C0AD881D0E2');
INSERT INTO audit_records VALUES(17,1,5,1795412758919082,'killed','done','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:45:58.919082Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f14c7e67t9p2vhqz4va4x","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'43C9CF78CD0F510744F6F935B0DE991E444DAC7184D8CCB9E0152C855E13F9C9');
INSERT INTO audit_records VALUES(18,1,6,1795412758920024,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T05:45:58.920024Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f14c8fj5b47bmejf828c8","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'D43A8DEFD29A35D81EF218F96B38CE9E135B022BF97F4FD93841795F09BF2ED1');
INSERT INTO audit_records VALUES(19,1,7,1795412758921023,'gone','done','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:45:58.921023Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f14c9fdn9ypqykh14xm4n","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'5792748171A67FCCB2989241FF575DD00717AEBD719EF94E38826471333A7B03');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795412758457989,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.457989Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m83f13xtfpbr0xbvektv7e9x","kind":"change","node":"bb412b42","reason":null,"request_id":"d79bf75ba416bf3b9dfbb599c4ff5631","resource":"op_01m83f13xtenntyfrwqp017cq1","result":"done","seq":2,"trace":[]}',X'6D45C0144966A671BB7A7D1259D8622F79C6FF301F158F94F258537608061CC1');
INSERT INTO audit_records VALUES(20,1,8,1795412758927420,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.927420Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m83f14cfff88pa9nqsfxk3a0","kind":"change","node":"bb412b42","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'BA4CF7B3B7B402BA854659373C2D2722E74C804DC206B685E3C9DAAC555E4409');
INSERT INTO audit_records VALUES(21,1,9,1795412758931313,'resting','done','{"action":"agent.update","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T05:45:58.931313Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m83f14ckfpmtd9fty1hb5xxe","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'DADA35185E9612DA4284B2D2AE2AD583D9FE381443E310B6D52B0D5FF06C833B');
INSERT INTO audit_records VALUES(22,1,10,1795412758943745,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.943745Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f14d0f8qsbcqaqswdz9jd","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14czetav5319gp7nqaxh","result":"done","seq":22,"trace":[]}',X'B41E2EDE41B146A457A9881DB2240EC12EE8F312A1AB09C85F99E0ADF3C50AA8');
INSERT INTO audit_records VALUES(23,1,11,1795412758947965,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.947965Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m83f14d4fhsbcm9sy5s8anms","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14d4e58b09smgb101h5k","result":"done","seq":23,"trace":[]}',X'89A9198974F096839254FD21F5E9C98CD8E2AE970FB07AF1A40AAF9FC06126D2');
INSERT INTO audit_records VALUES(24,1,12,1795412758959630,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.959630Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f14dff79szh9fwx60zxnw","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14dfe31v5wykcwddhr4j","result":"done","seq":24,"trace":[]}',X'873121D5C5AFF802E8C69082987D81FBAC5423F3439F0E79584E52EC1E5DEAFB');
INSERT INTO audit_records VALUES(25,1,13,1795412758961205,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.961205Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m83f14dherm80cwqfcc828gd","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14dhe3zrp5e3hasg0qd6","result":"done","seq":25,"trace":[]}',X'BC87092EDADD8AED0CE8A8E4A7F563F01578EA78517CA902D75AEA129B603452');
INSERT INTO audit_records VALUES(26,1,14,1795412758967998,'killed','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:45:58.967998Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f14dresjrcanwaj2nywv7","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14drfaxr8jcat8wsyts0","result":"done","seq":26,"trace":[]}',X'2216DAC153D90A8844DC006F6F8FEADF7200A9BC62DADAC7671F31C00BA41BF8');
INSERT INTO audit_records VALUES(27,1,15,1795412758971695,'gone','done','{"action":"permission.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:45:58.971695Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m83f14dvecpbwswfq61j1gjm","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"perm_01m83f14dvfgyrym3t0ky3bfz1","result":"done","seq":27,"trace":[]}',X'B481BCA97449C3A03BE4DECEF1359F888599DC5639589BBA8484D7797038028B');
INSERT INTO audit_records VALUES(28,1,16,1795412758975944,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:58.975944Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-khK4…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m83f14e0e4na5ardc1qv8qf3","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"key_01m83f14e0eqr8sxg721an34tk","result":"done","seq":28,"trace":[]}',X'BEDAF85F679D6409D7725161FFC624016DECCB57500AD4AEB91FE92B52627A39');
INSERT INTO audit_records VALUES(29,1,17,1795412758980157,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:58.980157Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-rIz5…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m83f14e4e3m9awf1cm6m937z","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"key_01m83f14e4fre8ccz3wes2xkf3","result":"done","seq":29,"trace":[]}',X'1E3D4C7C517704903D65D579901E5BFB5A110AD937728199763B0DED4F5721B8');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795412758534574,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.534574Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m83f1407ftbvtgea0dxs7cgx","kind":"change","node":"bb412b42","reason":null,"request_id":"21d3bd8d9686048b456fcab9db9a590f","resource":"op_01m83f1406fvzsvnpprcszssva","result":"done","seq":3,"trace":[]}',X'8002BD53E8C1729C06F45EF2E0807DD6AD49B2116DEC26945D1F20AEB1C7F64B');
INSERT INTO audit_records VALUES(30,1,18,1795412758983794,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:58.983794Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":18,"details":{"name":"revoked","prefix":"sk-rIz5…"},"epoch":1,"format":1,"id":"rec_01m83f14e7f82989ttwmt56r93","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"key_01m83f14e4fre8ccz3wes2xkf3","result":"done","seq":30,"trace":[]}',X'F52228BD44A7EF76F8A9125F5FB22DC9661179BB3AC57128C294C5755720E03F');
INSERT INTO audit_records VALUES(31,1,19,1795412758987199,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:58.987199Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-XAhd…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m83f14ebe1pbjetrezsmrqzf","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"key_01m83f14ebe1g8ef9yskkhsfvw","result":"done","seq":31,"trace":[]}',X'79C2100B78A60F5A48878EB7AE2989AC7A789C338DA26644BC0F39A162D813E1');
INSERT INTO audit_records VALUES(32,1,20,1795412758995232,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.995232Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-5lMM…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m83f14ekfzja8wf39cw6dqxa","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"key_01m83f14eke5sb4vqvhzsca58e","result":"done","seq":32,"trace":[]}',X'DC290BB0F327BB9AD5AED5FA0B45BD1839DF192549A72240FFEBFB0903EF57FD');
INSERT INTO audit_records VALUES(33,1,21,1795412759006160,'bot','approved','{"action":"read","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.006160Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m83f14eyedjabw3hzj43wpg6","kind":"decision","node":"bb412b42","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83f14czetav5319gp7nqaxh","permission_id":"perm_01m83f14czetav5319gp7nqaxh","rule_checked":"permission_rule","rule_result":"passed"}]}',X'D0B3215A826EDEE837255C34F1CECD87B50C3CAD2CD7AA876B699A92259B89EE');
INSERT INTO audit_records VALUES(34,1,22,1795412759012036,'bot','denied','{"action":"read","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.012036Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m83f14f4fkct8mw20g75dxt2","kind":"decision","node":"bb412b42","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m83f14d4e58b09smgb101h5k","permission_id":"perm_01m83f14d4e58b09smgb101h5k","rule_checked":"permission_rule","rule_result":"failed"}]}',X'668A983E818B3BEF75EC6E61994463BBC69D74D48F92906CB8279F00A9356682');
INSERT INTO audit_records VALUES(35,1,23,1795412759020005,'nobody','denied','{"action":"read","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T05:45:59.020005Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m83f14fcffna2vaqr6tzt7sx","kind":"decision","node":"bb412b42","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'69D8DA880FCA05840A0EBAD1B125876C363A247744B7DBBA20DD600055C9219F');
INSERT INTO audit_records VALUES(36,1,24,1795412759032075,'bot','approved','{"action":"read","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.032075Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m83f14frenav9q0w1qzrs4sz","kind":"decision","node":"bb412b42","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83f14czetav5319gp7nqaxh","permission_id":"perm_01m83f14czetav5319gp7nqaxh","rule_checked":"permission_rule","rule_result":"passed"}]}',X'9605054D83FBE720AE7A5618FFF79CD019383844E1FEC25C6BC418B4FC31E52B');
INSERT INTO audit_records VALUES(37,1,25,1795412759040253,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.040253Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m83f14g0fvpr5bbwwed1t90f","kind":"decision","node":"bb412b42","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'4F74D3BF5352F556059E408A4A70D54CA0DAC7F6325865F41684511D17FBD98A');
INSERT INTO audit_records VALUES(38,1,26,1795412759048816,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.048816Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m83f14g9e7zvtvs0nt2n2vdy","kind":"decision","node":"bb412b42","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'EAE9F6AA334ABC79D146BE0D3384F9285D854F1621E2720340CDE30AA61FC2EA');
INSERT INTO audit_records VALUES(39,1,27,1795412759059476,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83f14eke5sb4vqvhzsca58e","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:59.059476Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T05:45:59.048816Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m83f14gkfxabtqetav48mpwp","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"apr_01m83f14g8fbqvha1yrgf0b9cx","result":"done","seq":39,"trace":[]}',X'A5426E015F4BFF282C158F90FB1C60F1830BEAC513AD1DCFB6A22733F52130F6');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795412758576419,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.576419Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m83f141gfy8assdr6g7k1w9m","kind":"change","node":"bb412b42","reason":null,"request_id":"6dcb1f3960c8a1916a3bc0e3387574f6","resource":"op_01m83f1406fvzsvnpprcszssva","result":"done","seq":4,"trace":[]}',X'530B2521B6B354A08D4196AB7C8E0AA367B584285CCD81B4E1723F78A4EA3430');
INSERT INTO audit_records VALUES(40,1,28,1795412759064956,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.064956Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m83f14gsfaqb0y5jaf7arfjp","kind":"decision","node":"bb412b42","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'1DB3F27066F2BB8146DB975826C07D868EF67E016D3E809509367A95A8272CAC');
INSERT INTO audit_records VALUES(41,1,29,1795412759066801,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m83f14eke5sb4vqvhzsca58e","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:59.066801Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T05:45:59.064956Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m83f14gvftgrbx0rsvdgay0s","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"apr_01m83f14grf0fbx1ryrsjzkbb7","result":"done","seq":41,"trace":[]}',X'2FC8A711C595E3ABF6EAA6324A50EB34FF2C728907209D6EB65586E703B3161E');
INSERT INTO audit_records VALUES(42,1,30,1795412759068483,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.068483Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m83f14gwerf8ypxmh9gnm4bd","kind":"decision","node":"bb412b42","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'FD7C137A44AE8909948F1F4FC01FA04D30226693C1414A0C96BA60FEE32EB00A');
INSERT INTO audit_records VALUES(43,1,31,1795412759069942,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83f14eke5sb4vqvhzsca58e","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:45:59.069942Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T05:45:59.068483Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m83f14gyfk1r9asn1s70ek3g","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"apr_01m83f14gwfnyvwx326pd0stx4","result":"done","seq":43,"trace":[]}',X'2F0F9951AE5B171215A9B55B16D90808355F8351FF9636AB42FDE88F3DEAF8D0');
INSERT INTO audit_records VALUES(44,1,32,1795412759071701,'bot','approved','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:45:59.071701Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m83f14h0fx4vmy1r8qzcyezb","kind":"decision","node":"bb412b42","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14dfe31v5wykcwddhr4j requires a person''s approval","permission_id":"perm_01m83f14dfe31v5wykcwddhr4j","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m83f14gwfnyvwx326pd0stx4 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'E25D6D38F92E048BF334DB6C5F9045F6340078AC132320C050501184686E5561');
INSERT INTO audit_records VALUES(45,1,33,1795412759073392,'killed','denied','{"action":"refund","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:45:59.073392Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m83f14h1eg6r313nm5fm2rq2","kind":"decision","node":"bb412b42","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f14drfaxr8jcat8wsyts0 requires a person''s approval","permission_id":"perm_01m83f14drfaxr8jcat8wsyts0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'CA4D349895FCD3C53C2204FED4D5F7F8A82EB309611751DED4E615ADDD64CDA9');
INSERT INTO audit_records VALUES(46,1,34,1795412759075333,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:45:59.075333Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m83f14h3fc19enhg4htvsfzt","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'FA5506D738EB40631025F50F3E5E7C3C0E240940B5B62330C753FDF180481101');
INSERT INTO audit_records VALUES(47,1,35,1795412759077248,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T05:45:59.077248Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m83f14h5e1mvqqjh6f5yhq74","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'642AECAB29418762927F7AE6B3994FD1DCFEB48E7279D95D883BDCA069775898');
INSERT INTO audit_records VALUES(48,1,36,1795412759087042,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m83f14b5eejanj6vmatnmszz","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:45:59.087042Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m83f14hfe1d9gz1q51nkbh9y","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'1B378FC107107629601EAD4491DCB1B50A40B5C7329BD3AC23EF651469EB60FD');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795412758622450,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.622450Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m83f142yf1nt055n4qzg8ytd","kind":"change","node":"bb412b42","reason":null,"request_id":"6a07fc2250786dd9079c77ce1bbc7ed2","resource":"tok_01m83f142yfpkrrsek601jz7vb","result":"done","seq":5,"trace":[]}',X'6232AF31E2C49FE874C6E0F8BB7ED5153AAE5A46F2A6C50BBDFA5BD63577E1D9');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795412758682256,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:45:58.682256Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-nc81…"},"epoch":1,"format":1,"id":"rec_01m83f144tevbrtw1nnghh1e6c","kind":"change","node":"bb412b42","reason":null,"request_id":"bbe9756ee9b7cc5a32ac5ec9c237d7ff","resource":"tok_01m83f142yfpkrrsek601jz7vb","result":"done","seq":6,"trace":[]}',X'2072299FD40F8E2087A142699AAD2C125364C2C5D7E6D8B81F782BFBF72FCD90');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795412758742955,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T05:45:58.742955Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"bde0a353641b1b594a4eef6b19bcf4c5e75ab72203582697e7e0f4724638521e","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpjov4Ep/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m83f1474fd7971stdz7wq7d3","kind":"change","node":"bb412b42","reason":null,"request_id":"b17739c319bac66307cc9e6fb610f41c","resource":null,"result":"done","seq":7,"trace":[]}',X'A0F8909EDF4AA4262BDC5CFE63ED62DBB3D0AD880FB5265F7A7A326C52773655');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795412758878432,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m83f13xtenntyfrwqp017cq1","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T05:45:58.878432Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T17:45:58.878432Z","session":"ses_01m83f14ayfpfssg42xystdswz"},"epoch":1,"format":1,"id":"rec_01m83f14b3ez4rhe464nc0k5x9","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"op_01m83f13xtenntyfrwqp017cq1","result":"done","seq":8,"trace":[]}',X'B29AABB85B24AA11641AEF5EC41937D6CFD06D1B085CC67D5B2E4BCE1F090708');
INSERT INTO audit_records VALUES(9,1,1,1795412758885274,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f13tmfz6s6y32tva309k3","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:45:58.885274Z","customer_id":"cus_01m83f14b5e4cb4x71rb2gr524","customer_seq":1,"details":{"api_key":"key_01m83f14b5eejanj6vmatnmszz","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m83f14b6f5yvs5x820a5nfgp","kind":"change","node":"bb412b42","reason":null,"request_id":"test","resource":"cus_01m83f14b5e4cb4x71rb2gr524","result":"done","seq":9,"trace":[]}',X'C250A044366EC1D6CB32D10E6F971BEECE49E9148209A433563DBF9D14881B45');
INSERT INTO customer_terms VALUES(1,1,1795412758885274,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795412758891662,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795412758912094,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795412758903787,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A206F091657118B274E1C2C50C1444','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795412758885274,1795412758907247);
INSERT INTO customers VALUES(2,X'01A206F0916B7A49B7BAB2E047C562DE','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795412758891662,1795412758912094);
INSERT INTO customers VALUES(3,X'01A206F09177772FB1DB8185CFF749BB','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795412758903787,1795412758903787);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m83f14b5eejanj6vmatnmszz',NULL,1795412759075333);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m83f13tmfz6s6y32tva309k3:ada','audit',1795412759077248);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m83f13tmfz6s6y32tva309k3:ada','unpaid',1795412758915375);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"billing.policy_file":"","cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"documents.hidden":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"mail.ca_file":"","mail.from":"","mail.password_file":"","mail.relay":"","mail.reply_to":"","mail.security":"starttls","mail.templates_dir":"","mail.username":"","metrics.listen":"","metrics.tls":false,"metrics.token_file":"","notices.email_to":[],"notices.webhook_secret_file":"","notices.webhook_url":"","outbox.keep_days":90,"quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpjov4Ep/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":false,"stripe.payment_links":{},"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T05:45:58.347746Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','bb412b42');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A206F0915E7D9F9CC082EFB3A6E79F',X'01A206F08FBA756BAF3F1CBD8013B2E1',X'41718F830C2D55D7641A1A7B64B497281865306F78BF9E46B10839C23A6172BD',1795412758878432,1795455958878432);
INSERT INTO operator_tokens VALUES(X'01A206F08F547162AB18546430D42B26',X'01A206F08F547FCD937862D6D4302663','first token','op-sxqa…',X'684F4A7E4F7A3270086FE0014F3A695A6181A74A80E4765F91F374B643CCC224',1795412758356525,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A206F0905E7DA78C65D330032F9F6B',X'01A206F08F547FCD937862D6D4302663','lost','op-nc81…',X'8A43C5293BBF06A1CC8AAF105450E5A4BA77ACC1AF5B252992D1C2429B366FD9',1795412758622450,NULL,1795412758682256);
INSERT INTO operators VALUES(X'01A206F08F547FCD937862D6D4302663','ada','owner',NULL,0,1795412758356525,1795412758356525);
INSERT INTO operators VALUES(X'01A206F08FBA756BAF3F1CBD8013B2E1','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$+TB7aSvLPscb30dvWWEsJw$mPiz2OQ8O6yIuUVvh0fI2wovtkLuu1jUosXgxwdfAoQ',0,1795412758457989,1795412758457989);
INSERT INTO operators VALUES(X'01A206F090067EFF9DD6D6C333FCE76A','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$6GcC+bqokYQukIqNpiAy8w$1PclLxRhtsi0SDvrdmgyZAwvNAMqTNZqa/CwpT2a0sE',1,1795412758534574,1795412758576419);
INSERT INTO permissions VALUES(X'01A206F0919F7695B28C29858F5BABB1',1,'read','orders/*','allow',NULL,NULL,1795412758943745);
INSERT INTO permissions VALUES(X'01A206F091A47150B0273482C200C4B3',1,'read','orders/secret','deny',NULL,NULL,1795412758947965);
INSERT INTO permissions VALUES(X'01A206F091AF70C3B2F3D3671AD8E092',1,'refund','orders/*','require_approval',NULL,NULL,1795412758959630);
INSERT INTO permissions VALUES(X'01A206F091B170FF8B15C38AB3005DA6',1,'*','archive/**','allow',NULL,4102444800000000,1795412758961205);
INSERT INTO permissions VALUES(X'01A206F091B87ABB84498AD2399F6B20',3,'refund','orders/*','require_approval',NULL,NULL,1795412758967998);
INSERT INTO tier_terms VALUES(1,1795412758347546,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795412758347546,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795412758347546,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795412758347546,'enterprise','Enterprise',NULL,NULL);
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
