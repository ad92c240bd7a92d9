-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-tgIRaFwCqX1PEQ50uYwHUEeFGdS8096MoblTa8oE4CUbZ2
-- approved_request = apr_01m8334d0aezkvx15zchs2c8sz
-- approver_key = sk-3MCH50GGC6Wh2PZrLiNGWZOeOWY6hol1ReYPcJZy07ZRjC
-- cancelled_request = apr_01m8334d0pea9br653dn0t170g
-- dated_key = sk-5KbkPpgqdDdnJsL7b0IRureqYDyiwHyuH4882bbP1fEWhB
-- lost_token = op-ufHf5KK6KyIESQiB5H0fdaFnXn7O8BPbGzqqcFxa4RTj5Y
-- north_id = cus_01m8334cz8fh18ctxyxgmhrbjq
-- north_key = sk-26lRzLmgWY8rDWzpDFMXWpGyZWhLSIrNVBinOmTV1R8l6X
-- owner_token = op-JssvE1HFLKi6ldBFzrYvMEEhTSFX17IsZbaNT5Ab28yPEi
-- pending_request = apr_01m8334d08e9gr145nrhh6c336
-- rejected_request = apr_01m8334d0efcptesfannrew7bd
-- revoked_key = sk-eHwQycR8s7dr8IItBJqLhKAwnj8aX68BfQospM2N1lUUAQ
-- south_id = cus_01m8334czaen9ay4ehyzry8fmw
-- south_key = sk-7PPowMGHPUjJmvPI5URJtxNh9nIgGTeAmP6GDhKf0EMREt
-- used_request = apr_01m8334d0he94rxmtjwte9kb4m
-- west_id = cus_01m8334czbfy3vp0vxz2avetn8
-- west_key = sk-0eRsaDz1e5mF3iRtTDvby8Vicfw4yYrvOqqjFxMl4VzzqT
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
INSERT INTO activity_minutes VALUES(29923338,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923338,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923338,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923338,'human_override',1);
INSERT INTO activity_minutes VALUES(29923338,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795400283121127,1795400283121127);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795400283122036,1795400283126061);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795400283122862,1795400283122862);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795400283123734,1795400283123734);
INSERT INTO api_keys VALUES(X'01A2063233E870DF8503785F4EF419DD',1,'first key','sk-26lR…',X'67381069C292DB83100CB2E7FB8BB42E9B2B808C6F2DB28D8472005440E71317',7,NULL,NULL,1795400283112073,'operator:op_01m8334crwehyrvg1be8c8b17z:ada',NULL,NULL,1795400283120986);
INSERT INTO api_keys VALUES(X'01A2063233EA79A0B0B55B944D1D439E',2,'first key','sk-7PPo…',X'C4AD34EA2304EC073736CD64B9281563FB1671C60D5596E7AB92ADCB701A240E',7,NULL,NULL,1795400283114121,'operator:op_01m8334crwehyrvg1be8c8b17z:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063233EB7541BDCEB90510EB8765',3,'first key','sk-0eRs…',X'5CABF9ACFD0E8E0B9648004546C9A1203772C766E150CC64E59288EA0D135751',7,NULL,NULL,1795400283115626,'operator:op_01m8334crwehyrvg1be8c8b17z:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063233FD73FC9AA2D1C3A34AF7D8',1,'unnamed key','sk-tgIR…',X'D4978CCF2BCF1E5250CF619633CFEF9F15E0268C541897DC4B272EB339B360DA',1,'bot',NULL,1795400283132954,'api_key:key_01m8334cz8e3fra0vrbx7f86ex',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063233FE7F2EB5BB842E26646FF7',1,'revoked','sk-eHwQ…',X'50EDDABEE02E7D1A72F5F623C64903C8533D7AF81BB37C0E9FEC26526C0D413C',7,NULL,NULL,1795400283134192,'api_key:key_01m8334cz8e3fra0vrbx7f86ex',NULL,1795400283135349,NULL);
INSERT INTO api_keys VALUES(X'01A2063234017E4CA3EF196185D7D429',1,'unnamed key','sk-5Kbk…',X'6313C90FB484C9FC2443BD4D3A4E073DE59A6A31DC6233A9A6F97DF6C10E1E50',2,NULL,NULL,1795400283136952,'api_key:key_01m8334cz8e3fra0vrbx7f86ex',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063234027A3680813FA27F00181B',1,'unnamed key','sk-3MCH…',X'AC88E1E819393441AD6DEC291FD350957DCF3DDC4E8BB1A2DF1A99679C11EA09',8,NULL,'Ada Byron',1795400283138481,'operator:op_01m8334crwehyrvg1be8c8b17z:ada',NULL,NULL,1795400283148483);
INSERT INTO approvals VALUES(X'01A20632340872618090B5C462660C66',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8334cz8e3fra0vrbx7f86ex','pending',1795400283144954,1795486683144954,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20632340A77E7BE84BF647226233F',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8334cz8e3fra0vrbx7f86ex','approved',1795400283146689,1795486683146689,1795400283148737,'api_key:key_01m8334d02f8v8109zm9zg060v','Ada','because');
INSERT INTO approvals VALUES(X'01A20632340E7B2DA765EAAD70EE1D6D',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8334cz8e3fra0vrbx7f86ex','rejected',1795400283150494,1795486683150494,1795400283152214,'api_key:key_01m8334d02f8v8109zm9zg060v','Ada','because');
INSERT INTO approvals VALUES(X'01A20632341172498ED352E69C99AC94',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8334cz8e3fra0vrbx7f86ex','used',1795400283153804,1795486683153804,1795400283155654,'api_key:key_01m8334d02f8v8109zm9zg060v','Ada','because');
INSERT INTO approvals VALUES(X'01A2063234167292BC18A36D41A09C10',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334cztedxtdnvwm73hggpb requires a person''s approval","permission_id":"perm_01m8334cztedxtdnvwm73hggpb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m8334cz8e3fra0vrbx7f86ex','cancelled',1795400283158467,1795486683158467,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795400282908616,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:02.908616Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m8334crwet89cs0r69gzk4bn","username":"ada"},"epoch":1,"format":1,"id":"rec_01m8334crxf8eteydq057eay1c","kind":"change","node":"e39b5e04","reason":null,"request_id":"719f50a64da1c44144306d783f48b7f0","resource":"op_01m8334crwehyrvg1be8c8b17z","result":"done","seq":1,"trace":[]}',X'CB0D1FAC50E10C956B063981FE68E336FD6B95C416C7A8B70D0924104119155D');
INSERT INTO audit_records VALUES(10,2,1,1795400283114121,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.114121Z","customer_id":"cus_01m8334czaen9ay4ehyzry8fmw","customer_seq":1,"details":{"api_key":"key_01m8334czaf6gb1davjh6htgwy","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m8334czae4arrqce1j17wxv3","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334czaen9ay4ehyzry8fmw","result":"done","seq":10,"trace":[]}',X'7927D05EBF59E06B2F53749AF1BA6B969EBB7BCEB48925E91BE347AF66995FED');
INSERT INTO audit_records VALUES(11,3,1,1795400283115626,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.115626Z","customer_id":"cus_01m8334czbfy3vp0vxz2avetn8","customer_seq":1,"details":{"api_key":"key_01m8334czben0vvkns0m8eq1v5","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m8334czbfrmbqpf6a9mn2ar8","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334czbfy3vp0vxz2avetn8","result":"done","seq":11,"trace":[]}',X'5B161DD96D58002CCC9D2B0D7B393FBA5B13925B594E18594D9A353D193E5383');
INSERT INTO audit_records VALUES(12,1,2,1795400283117836,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.117836Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_checks_per_month":null,"max_requests_per_minute":50000,"price_usd_month":null},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m8334czdefk9b4fek3pwjwvz","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334cz8fh18ctxyxgmhrbjq","result":"done","seq":12,"trace":[]}',X'C1B6EC1345F8DC75B1B662B5BAE2A49612E71B83F0333C2CF94E0B5F882CBC15');
INSERT INTO audit_records VALUES(13,2,2,1795400283118890,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.118890Z","customer_id":"cus_01m8334czaen9ay4ehyzry8fmw","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m8334czff2n9cfva58b2at9m","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334czaen9ay4ehyzry8fmw","result":"done","seq":13,"trace":[]}',X'67EB660A320EE14093D4A8021E43EA1C77CD2C77BA2A3AC7FF40F9293ED01C17');
INSERT INTO audit_records VALUES(14,3,2,1795400283120089,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.120089Z","customer_id":"cus_01m8334czbfy3vp0vxz2avetn8","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m8334czgfqastme65j10gkts","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334czbfy3vp0vxz2avetn8","result":"enabled","seq":14,"trace":[]}',X'6A780320FA5C6B76065AA26A1609DB21CB7D982450895700745B6A47DFE18A88');
INSERT INTO audit_records VALUES(15,1,3,1795400283121127,'bot','done','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.121127Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8334czhf008h0he8v4jyrbp","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'8C9A115269161E7D872555E1FDDD3D41DDB94A6E77042F2A412D05D549C01E29');
INSERT INTO audit_records VALUES(16,1,4,1795400283122036,'resting','done','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:18:03.122036Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8334czjfbqs8ps5s36k11ga","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'18D32B3237CCD967BDBB379DCC91B208D72092CA12185E5622C5E5C3E7397703');
INSERT INTO audit_records VALUES(17,1,5,1795400283122862,'killed','done','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:18:03.122862Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8334czjf0bsksw8p2c0j3yr","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'754F3B7BE0632E143D953D4CD63BDBF19033DD0641B40E22095A4ECF3F5837B6');
INSERT INTO audit_records VALUES(18,1,6,1795400283123734,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:18:03.123734Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8334czkf06rf8kc6vnj6p34","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'3B146540943B4138062B39CA2CCBC23CAAD8CFA4B3248B5168BD78BD39DAD781');
INSERT INTO audit_records VALUES(19,1,7,1795400283124522,'gone','done','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:18:03.124522Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m8334czmevz8shj52trv9k1w","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'97EF276090FE7E9702236056B5B1E0EC75C6263C0FD7946B4D138BA239BF413A');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795400282965692,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:02.965692Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m8334ctpejjbcw3vqepmvg46","kind":"change","node":"e39b5e04","reason":null,"request_id":"ef2636161be0862b1ce13345339086f1","resource":"op_01m8334ctnf46tjb2m2nv6hfmf","result":"done","seq":2,"trace":[]}',X'9B98198ED6A0A40B77B5CD42A9A4681EF5D343C4CC829A225D8BFD3BEA185E8F');
INSERT INTO audit_records VALUES(20,1,8,1795400283125285,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.125285Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m8334cznf28rypke71dxp33d","kind":"change","node":"e39b5e04","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'7D285F89BB7B3C968C96E1E6D07376465930C73A46DDC301057F6B12A838BCF5');
INSERT INTO audit_records VALUES(21,1,9,1795400283126061,'resting','done','{"action":"agent.update","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:18:03.126061Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m8334czpe2dr9b1t5peepkcg","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'FAF2031959626003BC31CFC5F37815934B7E98DFBA4AA13B6BF0AC444C6E5D2F');
INSERT INTO audit_records VALUES(22,1,10,1795400283126892,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.126892Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8334czqeeetkr7955sjm3n0","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334czpen7s92skwa6csvzq","result":"done","seq":22,"trace":[]}',X'8716809F385EA9BF99B094D024F011890F0852C91A073E018CC64BC1F09AFDBC');
INSERT INTO audit_records VALUES(23,1,11,1795400283128037,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.128037Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m8334czre6ard3zrhqjzqt46","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334czrf0ha376vz2q08rze","result":"done","seq":23,"trace":[]}',X'30EDA79095E659D817F2E64342014488C702032DFE7F94960F384285C55B6C0C');
INSERT INTO audit_records VALUES(24,1,12,1795400283128954,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.128954Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8334czsed5stf5x9khvefdn","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334czrfckb4r3pdmjdw99q","result":"done","seq":24,"trace":[]}',X'E0D08EDAB52F171AF2F2BB464A158A6F18695A8186E8969CD209E39D1163B4FA');
INSERT INTO audit_records VALUES(25,1,13,1795400283129823,'bot','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.129823Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m8334czsfzbamm2693qavqse","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334czsewbaaan4htrvkmps","result":"done","seq":25,"trace":[]}',X'871E8F651F9066248FD07CE661331990906C84DCAB086FD1FA7B5C59D6B7A67F');
INSERT INTO audit_records VALUES(26,1,14,1795400283130833,'killed','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:18:03.130833Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m8334cztec7t8h12wdf6ptrs","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334cztedxtdnvwm73hggpb","result":"done","seq":26,"trace":[]}',X'CAFE4928E9855BCB6503E36DD676ED140AABC2047CFD3A96181A3F7A681F629E');
INSERT INTO audit_records VALUES(27,1,15,1795400283131936,'gone','done','{"action":"permission.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:18:03.131936Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m8334czweddtqakga4xa1r63","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"perm_01m8334czve3kb6r0ryn47bqwr","result":"done","seq":27,"trace":[]}',X'06D56E74775165C4784C72E2332F8B60F377BE18190B9EA55B829AEEE478C41A');
INSERT INTO audit_records VALUES(28,1,16,1795400283132954,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.132954Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-tgIR…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m8334czxeyzsjzr61725v6k8","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"key_01m8334czxefy9n8phrehmnxyr","result":"done","seq":28,"trace":[]}',X'6628C998FF00CD790EB6D47F1EBEE6D630A7EF501F8C0E10F4EC631974B0F4A4');
INSERT INTO audit_records VALUES(29,1,17,1795400283134192,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.134192Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-eHwQ…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m8334czyfw09jjjyzv1rjxrq","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"key_01m8334czyfwqbbew45rk68vzq","result":"done","seq":29,"trace":[]}',X'981018E069D6D283F17C42F23C7D32463DDFDD764DEE49A43C3D36B0E2A8D7C9');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795400283001263,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:03.001263Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m8334cvsfe5vae54vghp7ztp","kind":"change","node":"e39b5e04","reason":null,"request_id":"0ccb67d1bd9678b109049f81a8f9bf82","resource":"op_01m8334cvsff3vjz2scfdyrxxa","result":"done","seq":3,"trace":[]}',X'8E7AA649BAFC95FFCF3694F01E03122526702D79E8D51B59C9AF96935D255B1B');
INSERT INTO audit_records VALUES(30,1,18,1795400283135349,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.135349Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":18,"details":{"name":"revoked","prefix":"sk-eHwQ…"},"epoch":1,"format":1,"id":"rec_01m8334czze7zs3vpe295kgj52","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"key_01m8334czyfwqbbew45rk68vzq","result":"done","seq":30,"trace":[]}',X'001C8F92E126412A02AF63F95E18A5AF7EE6C293FB167480FD8C41477C668529');
INSERT INTO audit_records VALUES(31,1,19,1795400283136952,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.136952Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-5Kbk…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m8334d01f35amragn2wxraec","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"key_01m8334d01fs6a7vrsc62xfn19","result":"done","seq":31,"trace":[]}',X'72403DA772A9F90FFDF01368CBCEE862A2B9960AB6608923B9DA3F40FA2DA16B');
INSERT INTO audit_records VALUES(32,1,20,1795400283138481,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.138481Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-3MCH…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m8334d02embsx2xtgmk3vjyj","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"key_01m8334d02f8v8109zm9zg060v","result":"done","seq":32,"trace":[]}',X'6DFE249477F119BC76117E5E7656B3D9C70554477A3B1A68F6E2810EDB49DE6E');
INSERT INTO audit_records VALUES(33,1,21,1795400283139894,'bot','approved','{"action":"read","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.139894Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m8334d03f3zbqjm2b4k1hw5y","kind":"decision","node":"e39b5e04","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8334czpen7s92skwa6csvzq","permission_id":"perm_01m8334czpen7s92skwa6csvzq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'682CC16FDB519C6891D02A34EA61B487379CF2A756429A090AB5DF19100992DF');
INSERT INTO audit_records VALUES(34,1,22,1795400283141155,'bot','denied','{"action":"read","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.141155Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m8334d05fvd8q1k78fy98z2d","kind":"decision","node":"e39b5e04","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m8334czrf0ha376vz2q08rze","permission_id":"perm_01m8334czrf0ha376vz2q08rze","rule_checked":"permission_rule","rule_result":"failed"}]}',X'96692738C438A2BC73419D892C464A49C47652D075FD4DB960B75FC85B5EF97B');
INSERT INTO audit_records VALUES(35,1,23,1795400283142335,'nobody','denied','{"action":"read","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:18:03.142335Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m8334d06ev4tegyars49vzg6","kind":"decision","node":"e39b5e04","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'4648949166DE9FCAE8E9491A970BB164A56CA281F07434C5694B60FD28445771');
INSERT INTO audit_records VALUES(36,1,24,1795400283143660,'bot','approved','{"action":"read","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.143660Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m8334d07fdhsf5k9w9sbbnxp","kind":"decision","node":"e39b5e04","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m8334czpen7s92skwa6csvzq","permission_id":"perm_01m8334czpen7s92skwa6csvzq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'D635C30F293AAAE568C5D6883BBE22532C8A4511CEAE7243B1BBBD5321D6400A');
INSERT INTO audit_records VALUES(37,1,25,1795400283144954,'bot','denied','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.144954Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m8334d09eb0v3zb7dh070m2m","kind":"decision","node":"e39b5e04","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'4F9231E46D5E6CC2B229B39012F8318700D782F3B6486282DB7334EFDDCBB340');
INSERT INTO audit_records VALUES(38,1,26,1795400283146689,'bot','denied','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.146689Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m8334d0bfxmr40a5g9g2zg6k","kind":"decision","node":"e39b5e04","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'346926D7997D14529688FA69718F83E83675E524F9120FB013AE452361A2B358');
INSERT INTO audit_records VALUES(39,1,27,1795400283148737,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8334d02f8v8109zm9zg060v","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.148737Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:18:03.146689Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m8334d0de1q9sh8c2y0t62b0","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"apr_01m8334d0aezkvx15zchs2c8sz","result":"done","seq":39,"trace":[]}',X'EB5E30B93B3C783091D0FDE229BF418127FA4988C638336C15E524A6309D6D4E');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795400283019727,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:03.019727Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m8334cwcf8pvv15fkbxh4byb","kind":"change","node":"e39b5e04","reason":null,"request_id":"a1fa94f49062d848150d8195a843e4b6","resource":"op_01m8334cvsff3vjz2scfdyrxxa","result":"done","seq":4,"trace":[]}',X'3E5694EB73A543A84EC9652EC65022023CB52B0CD5AD45D140D288A3662BFBE1');
INSERT INTO audit_records VALUES(40,1,28,1795400283150494,'bot','denied','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.150494Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m8334d0efd898yffmessg3ee","kind":"decision","node":"e39b5e04","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'345BE9745BDD8DB6C39D6165D89C4097204050983469C42AB30A7C8569200853');
INSERT INTO audit_records VALUES(41,1,29,1795400283152214,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m8334d02f8v8109zm9zg060v","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.152214Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:18:03.150494Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m8334d0gfgev94wytap3hh16","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"apr_01m8334d0efcptesfannrew7bd","result":"done","seq":41,"trace":[]}',X'15F3D72B64941B47613C3CD309D10E24F48FCBD3577E2B37658072A49AE058FB');
INSERT INTO audit_records VALUES(42,1,30,1795400283153804,'bot','denied','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.153804Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m8334d0he6zbf690n49yz5df","kind":"decision","node":"e39b5e04","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'C7F3DBFC071DF9E3B5EC4D0EDE1F58A14F4C94A66061B2BEF40BC07B55A58F40');
INSERT INTO audit_records VALUES(43,1,31,1795400283155654,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m8334d02f8v8109zm9zg060v","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:18:03.155654Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:18:03.153804Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m8334d0ke0jsen6481k4qr7e","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"apr_01m8334d0he94rxmtjwte9kb4m","result":"done","seq":43,"trace":[]}',X'A8168311BA83203AF1F4A7463946A066946B6FEF08A5B3F7AB40340FCD7C4916');
INSERT INTO audit_records VALUES(44,1,32,1795400283157083,'bot','approved','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:18:03.157083Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m8334d0nfzarvhdefgxcf13d","kind":"decision","node":"e39b5e04","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334czrfckb4r3pdmjdw99q requires a person''s approval","permission_id":"perm_01m8334czrfckb4r3pdmjdw99q","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m8334d0he94rxmtjwte9kb4m was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'BE75BE99491BDFF8C55634EEA15F774351760A70C3EAE43D0EF8B9EC4467653D');
INSERT INTO audit_records VALUES(45,1,33,1795400283158467,'killed','denied','{"action":"refund","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:18:03.158467Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m8334d0pfbqvdhx4hezvhjqm","kind":"decision","node":"e39b5e04","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m8334cztedxtdnvwm73hggpb requires a person''s approval","permission_id":"perm_01m8334cztedxtdnvwm73hggpb","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'34279B826F5A106622953F109FB7AC4828A632CCF511F5EE4CBA0D1F6A16C0C8');
INSERT INTO audit_records VALUES(46,1,34,1795400283159815,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:18:03.159815Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m8334d0reeevr5fhtn8rz0q6","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'F48348D6357B31B4BD852E22379DEFF905FB715DEFDB8EDB9292CF7935636DEB');
INSERT INTO audit_records VALUES(47,1,35,1795400283161205,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:18:03.161205Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m8334d0sftc8mdnmjc6jq432","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'C949E296891A0033253DB7009111C678EC5FBA2167CCF3D0F0D20653AA51513F');
INSERT INTO audit_records VALUES(48,1,36,1795400283162337,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m8334cz8e3fra0vrbx7f86ex","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:18:03.162337Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m8334d0tepda15wq28d4h7ph","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'1275CE8FFA7424269A740C4A44CF7D4B829256671ABE1EE87CCBC2EBC20E599D');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795400283035753,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:03.035753Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m8334cwwejxaz6rsbg17xdrt","kind":"change","node":"e39b5e04","reason":null,"request_id":"855104a1a6188cce67440c688dc5fceb","resource":"tok_01m8334cwvepws45argxwjkqcy","result":"done","seq":5,"trace":[]}',X'EB3A3DA1FE2132214219FD414669576D37A6E97D0FBD1DC14EDCCE44CAA87F0E');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795400283052033,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:18:03.052033Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-ufHf…"},"epoch":1,"format":1,"id":"rec_01m8334cxcfp3t4c2zch3h2v2h","kind":"change","node":"e39b5e04","reason":null,"request_id":"dded710bbcf68330074a1dd0df009c94","resource":"tok_01m8334cwvepws45argxwjkqcy","result":"done","seq":6,"trace":[]}',X'C4CF7F6ED83FB8B3CDCFBF02805B56841681D2B9B256290F782E4A7EB944E2E6');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795400283073450,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:18:03.073450Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"3323d619c152fa2c8c660f6cec4c1457816a22054cdac27e05a71c0de4ddf8b8","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpWnYCZe/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m8334cy1e7y854sx42w2688v","kind":"change","node":"e39b5e04","reason":null,"request_id":"1c0497033b052758a144669577e31fae","resource":null,"result":"done","seq":7,"trace":[]}',X'E634E0031399728A750A8742184D5DA119EFCE751917E09ABA0FD9F62B3C5830');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795400283109895,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m8334ctnf46tjb2m2nv6hfmf","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:18:03.109895Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:18:03.109895Z","session":"ses_01m8334cz6fdm9s11aqhgye6mq"},"epoch":1,"format":1,"id":"rec_01m8334cz6etmbpgj6qccw2qt9","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"op_01m8334ctnf46tjb2m2nv6hfmf","result":"done","seq":8,"trace":[]}',X'58857D32ED487434B5A108EC5FCC8D221CF83F13732C842996B32943F6C2961D');
INSERT INTO audit_records VALUES(9,1,1,1795400283112073,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m8334crwehyrvg1be8c8b17z","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:18:03.112073Z","customer_id":"cus_01m8334cz8fh18ctxyxgmhrbjq","customer_seq":1,"details":{"api_key":"key_01m8334cz8e3fra0vrbx7f86ex","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m8334cz8ee7ajfj9bxyys0ed","kind":"change","node":"e39b5e04","reason":null,"request_id":"test","resource":"cus_01m8334cz8fh18ctxyxgmhrbjq","result":"done","seq":9,"trace":[]}',X'7E097501433A80D154E6722E4392C56C6B8D7A3FCAE3162EE340CABF42355B83');
INSERT INTO customers VALUES(1,X'01A2063233E87C42866BBEEC291C2E57','Nørth','ops@north.example','enterprise',7,50000,NULL,NULL,NULL,'Europe/Berlin',1,1795400283112073,1795400283117836);
INSERT INTO customers VALUES(2,X'01A2063233EA7552AF11D1F7F1E43E9C','south','ops@south.example','pro',NULL,NULL,NULL,NULL,NULL,'UTC',0,1795400283114121,1795400283118890);
INSERT INTO customers VALUES(3,X'01A2063233EB7F87BB037DF895B76AA8','west','ops@west.example','free',NULL,NULL,NULL,NULL,NULL,'UTC',1,1795400283115626,1795400283115626);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m8334cz8e3fra0vrbx7f86ex',NULL,1795400283159815);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m8334crwehyrvg1be8c8b17z:ada','audit',1795400283161205);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m8334crwehyrvg1be8c8b17z:ada','unpaid',1795400283120089);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpWnYCZe/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_checks_per_month":10000,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:18:02.907138Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','e39b5e04');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2063233E67B689C842ABC61E71A97',X'01A206323355790DA92C54157668BE8F',X'D74909F620CB3C87622F7381AFD38743944DE2BE118877DC4E1D8EC38D936436',1795400283109895,1795443483109895);
INSERT INTO operator_tokens VALUES(X'01A20632331C76909664183261F99175',X'01A20632331C747D8DC02B72188584FF','first token','op-Jssv…',X'0C3D925BA4978D8D7DA7D7685B014AE26B3BE4A5B26165DBE8D307BB1245BBCB',1795400282908616,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A20632339B75B9921558877929DD9E',X'01A20632331C747D8DC02B72188584FF','lost','op-ufHf…',X'C751F5E7B82F5F1CCC27F932A2EB13F6B80BBF66824F41B2EFAC4F2995778B53',1795400283035753,NULL,1795400283052033);
INSERT INTO operators VALUES(X'01A20632331C747D8DC02B72188584FF','ada','owner',NULL,0,1795400282908616,1795400282908616);
INSERT INTO operators VALUES(X'01A206323355790DA92C54157668BE8F','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$8VFTALopM5gCfmbMnA9O1g$19ZYIjN0rbIckzW0crQAJB/Sh4SERAZmH+MxWdfAgNc',0,1795400282965692,1795400282965692);
INSERT INTO operators VALUES(X'01A2063233797BC7B97C5963DBEC77AA','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$Ur7v+JcFlFMXXuG8+Qj5FA$PQMxmCQ9I+lik28mTEoWVtwHqeI63hiiz4iu9Z4tiCQ',1,1795400283001263,1795400283019727);
INSERT INTO permissions VALUES(X'01A2063233F6754F948B33E28CCCEFF7',1,'read','orders/*','allow',NULL,NULL,1795400283126892);
INSERT INTO permissions VALUES(X'01A2063233F87822A19CDBF8AE0463EE',1,'read','orders/secret','deny',NULL,NULL,1795400283128037);
INSERT INTO permissions VALUES(X'01A2063233F87B26B260766D24DE2537',1,'refund','orders/*','require_approval',NULL,NULL,1795400283128954);
INSERT INTO permissions VALUES(X'01A2063233F97716A52AA48EB1B9D2D9',1,'*','archive/**','allow',NULL,4102444800000000,1795400283129823);
INSERT INTO permissions VALUES(X'01A2063233FA737BA6D77CA1C71842CB',3,'refund','orders/*','require_approval',NULL,NULL,1795400283130833);
INSERT INTO usage_daily VALUES(1,20780,3,7,21,1);
CREATE INDEX permissions_by_agent ON permissions (agent_no);
CREATE UNIQUE INDEX kill_switches_by_target
    ON kill_switches (level, coalesce(customer_no, 0), coalesce(agent_id, ''));
CREATE INDEX approvals_standing ON approvals (expires_at)
    WHERE status IN ('pending', 'approved', 'rejected');
CREATE INDEX approvals_by_customer ON approvals (customer_no, id);
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
