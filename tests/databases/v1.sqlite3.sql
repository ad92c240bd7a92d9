-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-ikRdRAB2Wvf8X1s1JPAjUbZDqESKL5MMD4ib2HCB49L1tw
-- approved_request = apr_01m83f67k5f3ybhaepwpc2q30m
-- approver_key = sk-hgNNgOP39uzStfiXOLWh7yl5mirrnhvjn9nNvuqk1I6ts1
-- cancelled_request = apr_01m83f67m7f55t7tmtd9c6vrxg
-- dated_key = sk-VWpOUlO7FYMjWFCiC39eGt5D8EYJEdtfRF6CL6m60vO59l
-- lost_token = op-qwaj1hnene8rCZFoVU1wR9P1VlKWRoKPSXS796Ew3OP6b4
-- north_id = cus_01m83f67g0e4j99cvshebvebn0
-- north_key = sk-Vu9g51EqPfFZfXDuCn1UNdQhcJpjqkCUrIY3DDBs3yol25
-- owner_token = op-V05so24ekoPPZMQXXfikQqNhc8pqCVMWcGmkYDzT2XxIjd
-- pending_request = apr_01m83f67k4e7y87tdmynwqw95e
-- rejected_request = apr_01m83f67kffxkrm1scnnh56158
-- revoked_key = sk-xbYHSJGJXWKizmXI8lJgntaWCqcznN9YikKwE8jb3ri4Su
-- south_id = cus_01m83f67hke8c9axt8dcd6mzdx
-- south_key = sk-ZLvulqjoOBJaQqKIwM8Eh58N4VoHRJsdm2j2OvX40aahcS
-- used_request = apr_01m83f67kmeg0thz3e7fzgqsny
-- west_id = cus_01m83f67hwfqtrsk84wmcfzcga
-- west_key = sk-KiteOb6pqUrjOyid4b2MaTaosi3WI8txTP8cvuI42yop0g
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
INSERT INTO activity_minutes VALUES(29923548,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923548,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923548,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923548,'human_override',1);
INSERT INTO activity_minutes VALUES(29923548,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795412926026617,1795412926026617);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795412926031366,1795412926038395);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795412926035290,1795412926035290);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795412926036185,1795412926036185);
INSERT INTO api_keys VALUES(X'01A206F31E007025A1A4CA3F5D0DBCA0',1,'first key','sk-Vu9g…',X'D7B8F82F1F7834533B9B4312B5EC92E71BCF3321F6D42701E4038815BFFF84D2',7,NULL,NULL,1795412925952529,'operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada',NULL,NULL,1795412926026436);
INSERT INTO api_keys VALUES(X'01A206F31E33738485216610343B0F31',2,'first key','sk-ZLvu…',X'5B1CC121B2B78D669FF774B160814A76405F2ABB207FF631DEB28A4715642F93',7,NULL,NULL,1795412926003648,'operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F31E3C7A93A9612C92A8F03625',3,'first key','sk-Kite…',X'C0A9B6F8309F4CB9BFB25CA681E01C416F1DCE86D82A7A2E83610DE306B03F28',7,NULL,NULL,1795412926012647,'operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F31E5C7A74956A76E8132BFCA2',1,'unnamed key','sk-ikRd…',X'25C973666289A15E6B8CEA5578E732FBCB3711671BB528CEE7C8A258E4AEA714',1,'bot',NULL,1795412926044050,'api_key:key_01m83f67g0e0jt396a7xegvf50',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F31E5C7F188F69DCEB4F97EEF9',1,'revoked','sk-xbYH…',X'9B613BB881CE6C1F3DD3ECCBCA4D6E7E9BDBEBA75A54E39C5173E27835B13F86',7,NULL,NULL,1795412926044874,'api_key:key_01m83f67g0e0jt396a7xegvf50',NULL,1795412926045708,NULL);
INSERT INTO api_keys VALUES(X'01A206F31E5E7412BB3B9FA41913B957',1,'unnamed key','sk-VWpO…',X'FDEF069EBF0F086AD1F2F02319EECE5B7F131CE73602BB13FFD7202F06D466FB',2,NULL,NULL,1795412926046683,'api_key:key_01m83f67g0e0jt396a7xegvf50',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A206F31E5F79C08612B11BC07D55C9',1,'unnamed key','sk-hgNN…',X'0314F2D844A293B61B814F08627849FD98CA98AE25DC791056261D587CB0BC8A',8,NULL,'Ada Byron',1795412926047748,'operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada',NULL,NULL,1795412926058286);
INSERT INTO approvals VALUES(X'01A206F31E6471FC83E9B4F5797E24AE',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f67g0e0jt396a7xegvf50','pending',1795412926052129,1795499326052129,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A206F31E6578FCB8A9D6E5982B8C14',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f67g0e0jt396a7xegvf50','approved',1795412926053499,1795499326053499,1795412926058584,'api_key:key_01m83f67jzf708c4nh3f07tne9','Ada','because');
INSERT INTO approvals VALUES(X'01A206F31E6F7F678A072CAD625304A8',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f67g0e0jt396a7xegvf50','rejected',1795412926063966,1795499326063966,1795412926067516,'api_key:key_01m83f67jzf708c4nh3f07tne9','Ada','because');
INSERT INTO approvals VALUES(X'01A206F31E747401A8FC6E3BFF0BE6BE',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f67g0e0jt396a7xegvf50','used',1795412926068885,1795499326068885,1795412926079589,'api_key:key_01m83f67jzf708c4nh3f07tne9','Ada','because');
INSERT INTO approvals VALUES(X'01A206F31E87794BA3EA9A6A586DE3B0',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jtf19b7v1a6eg1ny2z requires a person''s approval","permission_id":"perm_01m83f67jtf19b7v1a6eg1ny2z","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m83f67g0e0jt396a7xegvf50','cancelled',1795412926087469,1795499326087469,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795412924408464,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:44.408464Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m83f65zrfm680wk6ej1ptwkg","username":"ada"},"epoch":1,"format":1,"id":"rec_01m83f65zrfmrtqfhp31j2qp2j","kind":"change","node":"6093326a","reason":null,"request_id":"038578158950700a23a67657d4318429","resource":"op_01m83f65zrfvpvpr4wp7qvxq3e","result":"done","seq":1,"trace":[]}',X'985E10871965A71355BAD35D508684E7F1FFF4B614FA196AB46234742CD6F14C');
INSERT INTO audit_records VALUES(10,2,1,1795412926003648,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.003648Z","customer_id":"cus_01m83f67hke8c9axt8dcd6mzdx","customer_seq":1,"details":{"api_key":"key_01m83f67hkee28a8b620t3p3sh","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m83f67hme1xstmdmwx96sd8b","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67hke8c9axt8dcd6mzdx","result":"done","seq":10,"trace":[]}',X'5740CE106B74A1AD1AA99B8CB268C49BD65EE2EB7DD796E122A0B812604F05ED');
INSERT INTO audit_records VALUES(11,3,1,1795412926012647,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.012647Z","customer_id":"cus_01m83f67hwfqtrsk84wmcfzcga","customer_seq":1,"details":{"api_key":"key_01m83f67hwfa9tjr9cjamf0dh5","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m83f67hwf21r2p4b9znze4vx","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67hwfqtrsk84wmcfzcga","result":"done","seq":11,"trace":[]}',X'FE2415A78ECE23380D14580E9BDABCDB9D0083D1CE6BE0BF88DDE78C274FCB03');
INSERT INTO audit_records VALUES(12,1,2,1795412926016914,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.016914Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m83f67j1f0br6xw6j37cbw39","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67g0e4j99cvshebvebn0","result":"done","seq":12,"trace":[]}',X'D209463DE16E1D49137D2D10A34D0428FE18E86F0851F797F8B8BCFAB3A28F91');
INSERT INTO audit_records VALUES(13,2,2,1795412926018070,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.018070Z","customer_id":"cus_01m83f67hke8c9axt8dcd6mzdx","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m83f67j2fv780zve9nmt6t4d","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67hke8c9axt8dcd6mzdx","result":"done","seq":13,"trace":[]}',X'7998B2E5872635A50AFB8547E2AEB14E6C82B6A02057E6E1848A60F63B8BA4F1');
INSERT INTO audit_records VALUES(14,3,2,1795412926023792,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.023792Z","customer_id":"cus_01m83f67hwfqtrsk84wmcfzcga","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m83f67j8fgc94pdf1kn908kt","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67hwfqtrsk84wmcfzcga","result":"enabled","seq":14,"trace":[]}',X'5B554927B848433D70ED154C965C6F2D11D287F9A66DB3F71C5957CED711ED5A');
INSERT INTO audit_records VALUES(15,1,3,1795412926026617,'bot','done','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.026617Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f67jaefks1mnwn308w7gw","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'22581A359147E275F7D41F534CE83525B70EE1EF54E5DDA328EE36182867EA38');
INSERT INTO audit_records VALUES(16,1,4,1795412926031366,'resting','done','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T05:48:46.031366Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f67jfeeradbb0rvhgnd63","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'6B0F00572B8AA61771B9447178C6C9EF0BA13A9B657DD2E8864529E240E5C690');
INSERT INTO audit_records VALUES(17,1,5,1795412926035290,'killed','done','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:48:46.035290Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f67jket381zx15sa7nj28","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'8E8C57BB3A45840CE9E38BD76D99BDCE0B352385877DBDAC0E3A6995A48256DA');
INSERT INTO audit_records VALUES(18,1,6,1795412926036185,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T05:48:46.036185Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f67jmfsva69svtf49swa4","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'541694E4F842CF55E7F0F8B481507F84A64D318648D0BE9054959E8186F48933');
INSERT INTO audit_records VALUES(19,1,7,1795412926036947,'gone','done','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:48:46.036947Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m83f67jmenps6efmdpye72s2","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'C2F10897FB2F5FE2B3CB1714F2438F4266F3F903004BD2DF63DFD39BD112857A');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795412925090972,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:45.090972Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m83f66n3e759qqahq0jhqkgz","kind":"change","node":"6093326a","reason":null,"request_id":"307f5462a727db1548c20a93bd69e4cd","resource":"op_01m83f66n3ekpateh28n38d9c2","result":"done","seq":2,"trace":[]}',X'3FB35F2F1A22DF63D6D1939C82362765CE52AA97326C7B2C0580AF29911A7068');
INSERT INTO audit_records VALUES(20,1,8,1795412926037707,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.037707Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m83f67jnftksy4y7zy4bq6am","kind":"change","node":"6093326a","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'5A85C670C0AC197FF4D946AF497BAC6F55DC1812EF0DD86B89EF020C9ED7EA6F');
INSERT INTO audit_records VALUES(21,1,9,1795412926038395,'resting','done','{"action":"agent.update","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T05:48:46.038395Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m83f67jpfhgvj89bf54emwx0","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'E97F2FAEC696827875961D560584170DCFC0DB1457E9DD8580A23ED5C45D1D49');
INSERT INTO audit_records VALUES(22,1,10,1795412926039227,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.039227Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f67jqezp8yqe9g7avfszz","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jqem4t9qwrf02jfn7r","result":"done","seq":22,"trace":[]}',X'B956B49A4FD8632970457A1E3ECB9C66410803A7BAE8111F5F9A91C83FEE4761');
INSERT INTO audit_records VALUES(23,1,11,1795412926040161,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.040161Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m83f67jresn9t9xve9ycg26q","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jrem48yjyezs4cm347","result":"done","seq":23,"trace":[]}',X'036246ED9BAF7899EF1396F6209C80B8C0C842F689FB16906C21606D7C07D7C6');
INSERT INTO audit_records VALUES(24,1,12,1795412926040951,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.040951Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f67jsen6v43jawm34xykd","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jre2ebxmh98mfvfjz9","result":"done","seq":24,"trace":[]}',X'8E5AEBB53215E41F26E93D1B615CE9856D7865702796950CF89E9CD8C65C3B80');
INSERT INTO audit_records VALUES(25,1,13,1795412926041732,'bot','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.041732Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m83f67jsfy2a1hf0n1mj0e16","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jsfckarca4g7gpjhsc","result":"done","seq":25,"trace":[]}',X'0234CC827F2D2504141476B8D4FEE020C154F35A5EC16ADF120D21F519FF403F');
INSERT INTO audit_records VALUES(26,1,14,1795412926042504,'killed','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:48:46.042504Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m83f67jtefz8sja1vg8vmga6","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jtf19b7v1a6eg1ny2z","result":"done","seq":26,"trace":[]}',X'32950CE93089E3E4B40885DC65D22481140FE526C7261FB72A7FFA8BA92D9123');
INSERT INTO audit_records VALUES(27,1,15,1795412926043271,'gone','done','{"action":"permission.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:48:46.043271Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m83f67jvewgs2gw2stg1yxsb","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"perm_01m83f67jvf399d731kkkca9h9","result":"done","seq":27,"trace":[]}',X'2C22125CA25C97EB0B85D8ADCCB1F68C526CC5AD08965B54B205508B16D254E2');
INSERT INTO audit_records VALUES(28,1,16,1795412926044050,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.044050Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-ikRd…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m83f67jwfzfta8jyfsbcv3zm","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"key_01m83f67jwf9t9atkpx09jqz52","result":"done","seq":28,"trace":[]}',X'98E3960A76BE55A17547C2A04DDAC47CC4EB5F8C4234403C8BAB5F8FAE170A32');
INSERT INTO audit_records VALUES(29,1,17,1795412926044874,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.044874Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-xbYH…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m83f67jweztrzfxpt5nmm111","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"key_01m83f67jwfwc8ytewxd7sfvqs","result":"done","seq":29,"trace":[]}',X'2A6059AD39863990B288EC5AA7B0147FE3922FB95BE97B5F600B34A2252E9787');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795412925270987,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:45.270987Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m83f66tqe2jbbs01560eycp0","kind":"change","node":"6093326a","reason":null,"request_id":"6466f48440e0b27aa646da5fa67c5ef5","resource":"op_01m83f66tqey099geh45d0bjhw","result":"done","seq":3,"trace":[]}',X'EBC8CC013A6B0F506E42FB376A6C6AC6CCE8B153A73B54F6CE6AB735402D6203');
INSERT INTO audit_records VALUES(30,1,18,1795412926045708,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.045708Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":18,"details":{"name":"revoked","prefix":"sk-xbYH…"},"epoch":1,"format":1,"id":"rec_01m83f67jxefgsr7gcb1qx293e","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"key_01m83f67jwfwc8ytewxd7sfvqs","result":"done","seq":30,"trace":[]}',X'5626D215AFFBFFB867396E7864492CB7580ACA75A2FD2392202CE91FBA9C22D6');
INSERT INTO audit_records VALUES(31,1,19,1795412926046683,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.046683Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-VWpO…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m83f67jye7et45dpx29tcfs8","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"key_01m83f67jyeg9bpewzmgch7eaq","result":"done","seq":31,"trace":[]}',X'FAAB914039672A0FF11608A4714427BAF344E3E61E64C3328441C99E2809176B');
INSERT INTO audit_records VALUES(32,1,20,1795412926047748,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:46.047748Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-hgNN…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m83f67jze8mtsk6g5nhrs2eb","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"key_01m83f67jzf708c4nh3f07tne9","result":"done","seq":32,"trace":[]}',X'21026E67C4860BAE2B65BA2B7F02EFC1E06A5CB42E07169CB5CE54DAFEF18369');
INSERT INTO audit_records VALUES(33,1,21,1795412926048709,'bot','approved','{"action":"read","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.048709Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m83f67k0f4g89v810btame46","kind":"decision","node":"6093326a","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83f67jqem4t9qwrf02jfn7r","permission_id":"perm_01m83f67jqem4t9qwrf02jfn7r","rule_checked":"permission_rule","rule_result":"passed"}]}',X'7DEAB914222BEE9F46BE5DFA0BC7C1B552058B5DE5D0E346EB1DCD76253B39D4');
INSERT INTO audit_records VALUES(34,1,22,1795412926049524,'bot','denied','{"action":"read","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.049524Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m83f67k1f86a5f15xrp4y544","kind":"decision","node":"6093326a","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m83f67jrem48yjyezs4cm347","permission_id":"perm_01m83f67jrem48yjyezs4cm347","rule_checked":"permission_rule","rule_result":"failed"}]}',X'9559CC61ACA3195F2BBD95FF3B7F40DC550B09306AC6D8E138C638730097D72C');
INSERT INTO audit_records VALUES(35,1,23,1795412926050314,'nobody','denied','{"action":"read","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T05:48:46.050314Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m83f67k2ey78zm0b6m82mg9f","kind":"decision","node":"6093326a","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'673154B207557EE305011C7B6B60EC76A4A3C6671CD51781C7534A4D6BA32335');
INSERT INTO audit_records VALUES(36,1,24,1795412926051205,'bot','approved','{"action":"read","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.051205Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m83f67k3exktf3n49mhspncm","kind":"decision","node":"6093326a","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m83f67jqem4t9qwrf02jfn7r","permission_id":"perm_01m83f67jqem4t9qwrf02jfn7r","rule_checked":"permission_rule","rule_result":"passed"}]}',X'EBA5770177706C62312E8CAC965E97B8BE5415C20E9D44D61EC334FFD3F055B5');
INSERT INTO audit_records VALUES(37,1,25,1795412926052129,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.052129Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m83f67k4fexvxyw15w5j9y2y","kind":"decision","node":"6093326a","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'DA9F73442AE5F6A4CBE2FDCD4C2393C928965421106B2EED2B2591FCC85B159F');
INSERT INTO audit_records VALUES(38,1,26,1795412926053499,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.053499Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m83f67k5e59b3pd8f8tt80zj","kind":"decision","node":"6093326a","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'98B3B0F1F538E7EBD6F0445AD9412CE3C5224090CA65ED8EE565E93CD71AC831');
INSERT INTO audit_records VALUES(39,1,27,1795412926058584,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83f67jzf708c4nh3f07tne9","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.058584Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T05:48:46.053499Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m83f67kaeewvgy4vddz1pxme","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"apr_01m83f67k5f3ybhaepwpc2q30m","result":"done","seq":39,"trace":[]}',X'16BD183AA951A761D064DD67C266FD26071E3704788332FEFC6D408D0E82F19E');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795412925379106,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:45.379106Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m83f66y3ef4bwx1wpx965wkh","kind":"change","node":"6093326a","reason":null,"request_id":"0a92b7c644f6aa24d65769ccda90bdeb","resource":"op_01m83f66tqey099geh45d0bjhw","result":"done","seq":4,"trace":[]}',X'76F56AA75EF92D2032C4AC998532D55F214C1A5FCB99EF9A2EF5FBA88278EE81');
INSERT INTO audit_records VALUES(40,1,28,1795412926063966,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.063966Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m83f67kgexes7wrfhj7jv65v","kind":"decision","node":"6093326a","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0D165CD0AD48B6A3FA67FEEB1F3CE54018E555B343C6AEB6D5140225F6BE8D36');
INSERT INTO audit_records VALUES(41,1,29,1795412926067516,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m83f67jzf708c4nh3f07tne9","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.067516Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T05:48:46.063966Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m83f67kked4vbxqgggztm9sf","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"apr_01m83f67kffxkrm1scnnh56158","result":"done","seq":41,"trace":[]}',X'8158007D1FD61D403C8814EC0A9B62ACCA1C021B61786EE9EC3622F99CE92C69');
INSERT INTO audit_records VALUES(42,1,30,1795412926068885,'bot','denied','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.068885Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m83f67kmeggbwzqx1pcyrqb1","kind":"decision","node":"6093326a","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'4EDC9DA39F0198A6734DDA3F5BBE71FBC6E8773FC98703AD7FEAE98C09FF20D7');
INSERT INTO audit_records VALUES(43,1,31,1795412926079589,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m83f67jzf708c4nh3f07tne9","kind":"api_key"},"agent_id":null,"at":"2026-11-23T05:48:46.079589Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T05:48:46.068885Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m83f67kzfyqtyq6fe5ggctb7","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"apr_01m83f67kmeg0thz3e7fzgqsny","result":"done","seq":43,"trace":[]}',X'6C0521742359B66E89033DD88F2B9983970DEFA6CE54A3252B0B71DF0FD01725');
INSERT INTO audit_records VALUES(44,1,32,1795412926081041,'bot','approved','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T05:48:46.081041Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m83f67m1fgxbeg3j0dkjv458","kind":"decision","node":"6093326a","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jre2ebxmh98mfvfjz9 requires a person''s approval","permission_id":"perm_01m83f67jre2ebxmh98mfvfjz9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m83f67kmeg0thz3e7fzgqsny was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'72EA02C8959D8516CCCF243D7F767C0B5CB557B0A9602FB1986C02B28BCC16F4');
INSERT INTO audit_records VALUES(45,1,33,1795412926087469,'killed','denied','{"action":"refund","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:48:46.087469Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m83f67m7ejh98n1jzdha3w0s","kind":"decision","node":"6093326a","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m83f67jtf19b7v1a6eg1ny2z requires a person''s approval","permission_id":"perm_01m83f67jtf19b7v1a6eg1ny2z","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A1038050398307344B2113A78834460D83985727FD0722A2C8A9C293106692B0');
INSERT INTO audit_records VALUES(46,1,34,1795412926091331,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T05:48:46.091331Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m83f67mbfc59baypcv478sgh","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'6E22EBB69A9C8C3CB96DECC27596E238B9CA94DAFF074A19CEACB2E3F36DB60B');
INSERT INTO audit_records VALUES(47,1,35,1795412926095315,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T05:48:46.095315Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m83f67mfetes595qk1t4t1fe","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'B6150B8C8CE18C57E9F2F6C5480A2FE2B5A05E4204FC4DA5F101C0BD01359B01');
INSERT INTO audit_records VALUES(48,1,36,1795412926096221,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m83f67g0e0jt396a7xegvf50","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T05:48:46.096221Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m83f67mgfzaseyw1z9k5cte6","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'9BFB97FDFCE3E8F40D5D12FE533F494FE6C11E1961C66BB5B1DD4604DDEE59BB');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795412925478981,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:45.478981Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m83f6717fxr87x0xy9n232ww","kind":"change","node":"6093326a","reason":null,"request_id":"52e24e16370882f36e2d4ab35149ddaa","resource":"tok_01m83f6717e25a5rv711cxgs1n","result":"done","seq":5,"trace":[]}',X'6610E5C8042DB79CCC9F48365CC9AB658EE41BD3D05870E638EDD9C6B613428B');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795412925584732,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T05:48:45.584732Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-qwaj…"},"epoch":1,"format":1,"id":"rec_01m83f674gee9vcv03e7hy724c","kind":"change","node":"6093326a","reason":null,"request_id":"ba8f6e1014dd3d0cbaa00f2ed8e3f477","resource":"tok_01m83f6717e25a5rv711cxgs1n","result":"done","seq":6,"trace":[]}',X'589D32888F9B166F30C703DE4FA5C9108A5D48B554ABBDC125402F5F87D1537D');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795412925673347,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T05:48:45.673347Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"689556e662e709066c340620bc2df8353edf8a31e1bc5af3720f79827a2b3f0d","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpB8OpvG/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m83f6779ea28npnyhafxrk8s","kind":"change","node":"6093326a","reason":null,"request_id":"c3f69926aadcfb89a8159d7920e24ac3","resource":null,"result":"done","seq":7,"trace":[]}',X'3760FB8634CFFDFC6BE4ED1FD5E72972EF6B23FA482C3FC807CC670FAE744165');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795412925935018,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m83f66n3ekpateh28n38d9c2","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T05:48:45.935018Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T17:48:45.935018Z","session":"ses_01m83f67fffpd99v4035gy8jnh"},"epoch":1,"format":1,"id":"rec_01m83f67ffe8zvj00appt0815t","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"op_01m83f66n3ekpateh28n38d9c2","result":"done","seq":8,"trace":[]}',X'B3A14E4423F8C3B7378AAC575825CD3CAB7DD48C9D3BD15499FA1C21687DF10D');
INSERT INTO audit_records VALUES(9,1,1,1795412925952529,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m83f65zrfvpvpr4wp7qvxq3e","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T05:48:45.952529Z","customer_id":"cus_01m83f67g0e4j99cvshebvebn0","customer_seq":1,"details":{"api_key":"key_01m83f67g0e0jt396a7xegvf50","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m83f67g1ecd9ds5hk58r87my","kind":"change","node":"6093326a","reason":null,"request_id":"test","resource":"cus_01m83f67g0e4j99cvshebvebn0","result":"done","seq":9,"trace":[]}',X'38C9CAD675067EC707611DEDF212B95FF7B32A260AA80617F271193D5F0A2004');
INSERT INTO customer_terms VALUES(1,1,1795412925952529,'enterprise',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,1,1795412926003648,'pro',NULL,NULL,1);
INSERT INTO customer_terms VALUES(2,2,1795412926018070,'pro',NULL,NULL,0);
INSERT INTO customer_terms VALUES(3,1,1795412926012647,'free',NULL,NULL,1);
INSERT INTO customers VALUES(1,X'01A206F31E00712494B3798B97B72EA0','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,NULL,1795412925952529,1795412926016914);
INSERT INTO customers VALUES(2,X'01A206F31E3372189577486B1A6A7DBD','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,'operator',1795412926003648,1795412926018070);
INSERT INTO customers VALUES(3,X'01A206F31E3C7DF58CCD04E518FFB20A','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,NULL,1795412926012647,1795412926012647);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m83f67g0e0jt396a7xegvf50',NULL,1795412926091331);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada','audit',1795412926095315);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m83f65zrfvpvpr4wp7qvxq3e:ada','unpaid',1795412926023792);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"billing.issuer":[],"billing.note":"","billing.payment_days":30,"billing.policy_file":"","cors.check_origins":[],"cors.customer_origins":[],"cors.public_origins":[],"documents.hidden":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"mail.ca_file":"","mail.from":"","mail.password_file":"","mail.relay":"","mail.reply_to":"","mail.security":"starttls","mail.templates_dir":"","mail.username":"","metrics.listen":"","metrics.tls":false,"metrics.token_file":"","notices.email_to":[],"notices.webhook_secret_file":"","notices.webhook_url":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpB8OpvG/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"stripe.ended_tier":"","stripe.find_by_email":false,"stripe.payment_links":{},"stripe.prices":{},"stripe.webhook_secret_file":"","subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T05:48:44.391687Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','6093326a');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A206F31DEF7D9A94EC801961E44AB1',X'01A206F31AA374ECAD3A22454686A582',X'66F837AB7474171A2253F03F698E170F4C69F26AF9DAB66EC8DBE217F96EA528',1795412925935018,1795456125935018);
INSERT INTO operator_tokens VALUES(X'01A206F317F87D0C80726674836D7270',X'01A206F317F87EEDBB609CB1EFBEDC6E','first token','op-V05s…',X'F1553C1C0ECB71C7FF2FB9322EB3CF83F83B4ED71D2E042A35C5A207E2AE02B3',1795412924408464,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A206F31C27708AA2E3670859D86435',X'01A206F317F87EEDBB609CB1EFBEDC6E','lost','op-qwaj…',X'361F5EC2222BBDE6DA2001EAD4EA209DA6BA92F5E7ED70F179F44B5BCBF6EFF2',1795412925478981,NULL,1795412925584732);
INSERT INTO operators VALUES(X'01A206F317F87EEDBB609CB1EFBEDC6E','ada','owner',NULL,0,1795412924408464,1795412924408464);
INSERT INTO operators VALUES(X'01A206F31AA374ECAD3A22454686A582','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$+ZkgDf7a4ztKf+wRitM11g$QehL2E3/BKSszDucwllLb+FboFGAF1T4EKJGVlI8ZzM',0,1795412925090972,1795412925090972);
INSERT INTO operators VALUES(X'01A206F31B57778094C1D1215A05CA3C','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$mHkYUOjHPAjSaMAqZSXbMw$4VVc25ph6ptW+yNrvvt7zb31Hjas/PMl2OGJBB7tRSE',1,1795412925270987,1795412925379106);
INSERT INTO permissions VALUES(X'01A206F31E577509A4DF98780527D4F8',1,'read','orders/*','allow',NULL,NULL,1795412926039227);
INSERT INTO permissions VALUES(X'01A206F31E58709CBED229451FB7CBE9',1,'refund','orders/*','require_approval',NULL,NULL,1795412926040951);
INSERT INTO permissions VALUES(X'01A206F31E5875088F4BCEFE48CA0C87',1,'read','orders/secret','deny',NULL,NULL,1795412926040161);
INSERT INTO permissions VALUES(X'01A206F31E597B26AC314481E169472C',1,'*','archive/**','allow',NULL,4102444800000000,1795412926041732);
INSERT INTO permissions VALUES(X'01A206F31E5A7852B3EC2A33A01AF85F',3,'refund','orders/*','require_approval',NULL,NULL,1795412926042504);
INSERT INTO tier_terms VALUES(1,1795412924391514,'free','Free',0,10000);
INSERT INTO tier_terms VALUES(2,1795412924391514,'starter','Starter',99,NULL);
INSERT INTO tier_terms VALUES(3,1795412924391514,'pro','Pro',499,NULL);
INSERT INTO tier_terms VALUES(4,1795412924391514,'enterprise','Enterprise',NULL,NULL);
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
