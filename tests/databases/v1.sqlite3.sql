-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-NgT3bk3gaHZxd37VaGFFIBkuQ2B77qnv1OPz44UB0vV1PG
-- approved_request = apr_01m82v6mmhfx3verygecey30az
-- approver_key = sk-d47KPXircoKsxpd74G7be3vVOSasQU1gaTpDEC2d0ILV1s
-- cancelled_request = apr_01m82v6mmveej8m61ky5tqcje7
-- dated_key = sk-hvwwUzPlCTmZbFL1MBYzmcuOIDjd4bb1ohOt0eJ742VSvd
-- lost_token = op-7asDshGmENXom5x3kiBxkxdDBYMfFv9DKtqN6gjG2QsAIH
-- north_id = cus_01m82v6mkqehbs6t3vnhv3n1gc
-- north_key = sk-i0etbFdp1SpVyh7o6C0Y482BEAYnVp1pBJwsdNbu1omt3c
-- owner_token = op-HGjTDCzg9k1bDL9O5I8xvEw3wGFF3osdyLYTL9xG1Enkfq
-- pending_request = apr_01m82v6mmgeres015rrdfn7r1v
-- rejected_request = apr_01m82v6mmne1w9p2twc0hs6yw5
-- revoked_key = sk-XZjz6cjBRMsvK9CxTEmuelzqU4XU0OVlxlUfiQNi1N0c3S
-- south_id = cus_01m82v6mksfa2tzt3a9h92wjm7
-- south_key = sk-JRsKKo3l9aQ9CE4TnmnPEgOPkwwfZ0j9IypMggRX0kmiFG
-- used_request = apr_01m82v6mmrf1wr3ym9j3p8800v
-- west_id = cus_01m82v6mktftks1cdcvrv2cftt
-- west_key = sk-cVsm1JYaEVyssUuWQoXIycMW0790GHmGHGeRWQvF1qk1NL
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
INSERT INTO activity_hours VALUES(498719,1,'agent_not_found',1);
INSERT INTO activity_hours VALUES(498719,1,'all_checks_passed',2);
INSERT INTO activity_hours VALUES(498719,1,'approval_required',5);
INSERT INTO activity_hours VALUES(498719,1,'human_override',1);
INSERT INTO activity_hours VALUES(498719,1,'permission_denied',1);
INSERT INTO activity_minutes VALUES(29923199,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923199,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923199,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923199,'human_override',1);
INSERT INTO activity_minutes VALUES(29923199,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795391967870688,1795391967870688);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795391967871483,1795391967874929);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795391967872204,1795391967872204);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795391967872871,1795391967872871);
INSERT INTO api_keys VALUES(X'01A205B352777637BDB84F2E76A7B9B8',1,'first key','sk-i0et…',X'749278D907FA5B132DE199180AABFFAADD493EC830DA30828E38419DD874A227',7,NULL,NULL,1795391967863814,'operator:op_01m82v6kpcetgszkw02n39x6aq:ada',NULL,NULL,1795391967870581);
INSERT INTO api_keys VALUES(X'01A205B352797C2DAE9DCA907F8511A3',2,'first key','sk-JRsK…',X'3154AF4CCBEE5FD03AF271444BB3C2436AC080E39B797B18D80551515A601F2D',7,NULL,NULL,1795391967865372,'operator:op_01m82v6kpcetgszkw02n39x6aq:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205B3527A7757BDD4A7D8D51F0D43',3,'first key','sk-cVsm…',X'C6F2A57579968799697049F680BFEDB11915323FF126EA022230179AD51A5A47',7,NULL,NULL,1795391967866448,'operator:op_01m82v6kpcetgszkw02n39x6aq:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205B35288707FBFE2CBE4A1E8C6CF',1,'revoked','sk-XZjz…',X'F2CCB0F3AA5CAA83D3758CD87D07FB647789592C0985A400E70687567C7F9C03',7,NULL,NULL,1795391967880823,'api_key:key_01m82v6mkqervvve2f5svafedr',NULL,1795391967881523,NULL);
INSERT INTO api_keys VALUES(X'01A205B352887DD684B5D7093C30F8FF',1,'unnamed key','sk-NgT3…',X'F29D8FE66E2778F5AA5710B7628FF0E4358C75F6386889D754F6FDAF2C232B2E',1,'bot',NULL,1795391967880058,'api_key:key_01m82v6mkqervvve2f5svafedr',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205B3528A7F729B31BADE18F13E0C',1,'unnamed key','sk-hvww…',X'5580DA9738715392371672B62C65D56D8D253C5D740F5B81DE8AFA008AD47AA9',2,NULL,NULL,1795391967882536,'api_key:key_01m82v6mkqervvve2f5svafedr',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205B3528B7483B09C327968359419',1,'unnamed key','sk-d47K…',X'585EFEA91297229623DCBD6E2BCFB5E3A92F671B1FC8BED1B16905FE227E625D',8,NULL,'Ada Byron',1795391967883628,'operator:op_01m82v6kpcetgszkw02n39x6aq:ada',NULL,NULL,1795391967890518);
INSERT INTO approvals VALUES(X'01A205B35290761D9004B8C35F53E03B',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82v6mkqervvve2f5svafedr','pending',1795391967888308,1795478367888308,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A205B352917F47B763D0731DE1815F',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82v6mkqervvve2f5svafedr','approved',1795391967889525,1795478367889525,1795391967890635,'api_key:key_01m82v6mmbej1v171jf5m3b50s','Ada','because');
INSERT INTO approvals VALUES(X'01A205B3529570789B0B5C6023937B85',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82v6mkqervvve2f5svafedr','rejected',1795391967893907,1795478367893907,1795391967895319,'api_key:key_01m82v6mmbej1v171jf5m3b50s','Ada','because');
INSERT INTO approvals VALUES(X'01A205B35298787981FA8990EC84001B',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82v6mkqervvve2f5svafedr','used',1795391967896368,1795478367896368,1795391967897413,'api_key:key_01m82v6mmbej1v171jf5m3b50s','Ada','because');
INSERT INTO approvals VALUES(X'01A205B3529B73A48A1833F1757649C7',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm6emyb45nq0cbhb2qc requires a person''s approval","permission_id":"perm_01m82v6mm6emyb45nq0cbhb2qc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82v6mkqervvve2f5svafedr','cancelled',1795391967899259,1795478367899259,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795391966924265,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:26.924265Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82v6kpcf8dvk2jmxtgzqca6","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82v6kpce6qvzw8khevwew4a","kind":"change","node":"bef6ea8d","reason":null,"request_id":"2f8b3527a98b05eebddde6477fd2c912","resource":"op_01m82v6kpcetgszkw02n39x6aq","result":"done","seq":1,"trace":[]}',X'FE967344A5FEAB7A65801CB07E5EF4833AC8BDE5F2CDED7C7F3F0808F1912DF1');
INSERT INTO audit_records VALUES(10,2,1,1795391967865372,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.865372Z","customer_id":"cus_01m82v6mksfa2tzt3a9h92wjm7","customer_seq":1,"details":{"api_key":"key_01m82v6mksfgptx7eaj1zra4d3","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82v6mksedpt905z1p8zj111","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mksfa2tzt3a9h92wjm7","result":"done","seq":10,"trace":[]}',X'4E6B026B9CF04F9BFA51D139F350D73858D246DF785E365B5CB4471D86BD8CEE');
INSERT INTO audit_records VALUES(11,3,1,1795391967866448,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.866448Z","customer_id":"cus_01m82v6mktftks1cdcvrv2cftt","customer_seq":1,"details":{"api_key":"key_01m82v6mktexbvvn57v3ahy3a3","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82v6mktenavfpjv8j5r384z","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mktftks1cdcvrv2cftt","result":"done","seq":11,"trace":[]}',X'065114DAAACFCEB68918946CF86BAF267181C34807642B1C92AB81B1ABDF8A78');
INSERT INTO audit_records VALUES(12,1,2,1795391967868206,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.868206Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82v6mkwf09vsehmjt1yhzm9","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mkqehbs6t3vnhv3n1gc","result":"done","seq":12,"trace":[]}',X'C57D41B085E4B818FCD6B12A7EDA68BB80209928BCF5D501806A992DCABF5230');
INSERT INTO audit_records VALUES(13,2,2,1795391967869012,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.869012Z","customer_id":"cus_01m82v6mksfa2tzt3a9h92wjm7","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82v6mkxectad6s79dqqkhgz","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mksfa2tzt3a9h92wjm7","result":"done","seq":13,"trace":[]}',X'C7DEC4366FB1754E979FA3B83B0F9F87B97B7C403A7CD60FE84E795C072676BF');
INSERT INTO audit_records VALUES(14,3,2,1795391967869843,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.869843Z","customer_id":"cus_01m82v6mktftks1cdcvrv2cftt","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82v6mkxf1f9286nq3cs3srv","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mktftks1cdcvrv2cftt","result":"enabled","seq":14,"trace":[]}',X'A24020A38E4E24FC8E4AE21EA2548D47E8A26753409F006001B2857CF9B774AD');
INSERT INTO audit_records VALUES(15,1,3,1795391967870688,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.870688Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82v6mkyex8s1vam9n92j2zc","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'3CD64762950E2C2A4662F52BE7CC8D1ACF0766ABF4C20FDB44F8E71017B904DD');
INSERT INTO audit_records VALUES(16,1,4,1795391967871483,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:59:27.871483Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82v6mkzfvn8arv7pnw9j7w0","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'7B47E92E27741F8CAF8438114615797BE1806D6278D48A16E2E6F820EA8E37C8');
INSERT INTO audit_records VALUES(17,1,5,1795391967872204,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:59:27.872204Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82v6mm0fc6afpzvw5643qt7","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'0DA6BABB9A3F7FCA10DDC4746446C4B8D39D1B9FD987C0838D26E74A7553EE4C');
INSERT INTO audit_records VALUES(18,1,6,1795391967872871,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:59:27.872871Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82v6mm0f2rbbxkqg4yymw78","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'8AFC23B021BE5B900E794251C1BD6AB2C509D6265D5B3FE75DAC0C2BC89BF42E');
INSERT INTO audit_records VALUES(19,1,7,1795391967873557,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:59:27.873557Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82v6mm1faxbf0pawk9h1g59","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'4E505A8B766A04269439609087EA42C5D01941A26461D2F9EB8C451768AE2268');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795391967486942,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:27.486942Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82v6m7zekqssx484gxbaxwp","kind":"change","node":"bef6ea8d","reason":null,"request_id":"d67aec80c4a0aa4719e49f7bce521d9b","resource":"op_01m82v6m7zefns73h6ce5c9awm","result":"done","seq":2,"trace":[]}',X'72AFF07874FAFD89D21991FA489073402C33EF9966F68310B0C4A34EFE0C1F8B');
INSERT INTO audit_records VALUES(20,1,8,1795391967874288,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.874288Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82v6mm2fj98bcgssmh076m3","kind":"change","node":"bef6ea8d","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'4F018FEDD44187FC5BC4F2A9336DB240700391F86B9DB715FA9B486E6C600F3C');
INSERT INTO audit_records VALUES(21,1,9,1795391967874929,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:59:27.874929Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82v6mm2e6xb1z2n309eb21s","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'D13B7FB1285731F5E5A478597B646191488EF67D6558D2B8A27F4198E98420C4');
INSERT INTO audit_records VALUES(22,1,10,1795391967875632,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.875632Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82v6mm3f1ca1czpk8e99gf1","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm3fah89388dwce3pf7","result":"done","seq":22,"trace":[]}',X'3B0B4E54B51460E53A2129BDEADE289A0539E3F9D5B0583CAD89ADE567652C63');
INSERT INTO audit_records VALUES(23,1,11,1795391967876516,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.876516Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82v6mm4ehdty0yk1f3b8a5r","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm4e2qvcyr7qaatze92","result":"done","seq":23,"trace":[]}',X'2AC9C59C81F8DF25438EB6B5055D7866E99175EDC16474BB42A3AC7B5FE2F180');
INSERT INTO audit_records VALUES(24,1,12,1795391967877225,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.877225Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82v6mm5fxpv0kkgxrfzk26n","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm5f749jzen9ktsjh46","result":"done","seq":24,"trace":[]}',X'FEE3239D5652CCB6EC69400B457615572A6D2506F323F7FE7800E0CDAB42A974');
INSERT INTO audit_records VALUES(25,1,13,1795391967877915,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.877915Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82v6mm5fe38n9qphymw8tz2","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm5f768x71g01397t8z","result":"done","seq":25,"trace":[]}',X'A9DB043607DB5094CDB1EAEACD1C528606EB2F0076DC856E41F8B8D87C7BC500');
INSERT INTO audit_records VALUES(26,1,14,1795391967878630,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:59:27.878630Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82v6mm6e9w9wrt2xkvtm2cb","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm6emyb45nq0cbhb2qc","result":"done","seq":26,"trace":[]}',X'04541E12CB0FCB05DD18989A89014E5686EAFEC6970E2D8A110F214972D3CD49');
INSERT INTO audit_records VALUES(27,1,15,1795391967879339,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:59:27.879339Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82v6mm7ej8bb8f73d6vymck","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"perm_01m82v6mm7fh5r3sp0913qa1aj","result":"done","seq":27,"trace":[]}',X'B1C617FDC1C1B3E4F02D6F0D5C3D7965F08EA46F0A235DE9B5DCC05554E3B4E9');
INSERT INTO audit_records VALUES(28,1,16,1795391967880058,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.880058Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-NgT3…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82v6mm8fmhrd2e7ydnq0gws","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"key_01m82v6mm8fqb89deq14y31y7z","result":"done","seq":28,"trace":[]}',X'8D4C8EB9A0FB1A7AFC49B6A3B58DFF244323D36AFB0F388135E5362F040F452E');
INSERT INTO audit_records VALUES(29,1,17,1795391967880823,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.880823Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-XZjz…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82v6mm8fjkb3wyf2j29nnrj","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"key_01m82v6mm8e1zvzrpbwjgyhhpf","result":"done","seq":29,"trace":[]}',X'FC6FA5AF628A72EB60838E468719FC7D3EC9933C542FE6215A04DEB9C7BA7884');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795391967548521,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:27.548521Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82v6m9wecvr0tpd0hs84r9h","kind":"change","node":"bef6ea8d","reason":null,"request_id":"d5a74343f39e988af4a46e61ec89e7fa","resource":"op_01m82v6m9wfda9th6f7xke2xz8","result":"done","seq":3,"trace":[]}',X'28875328D4953D70CE3BCD3CB0AFAD1D13BDFA34D671508CBF325B0ED6B8A1CA');
INSERT INTO audit_records VALUES(30,1,18,1795391967881523,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.881523Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":18,"details":{"name":"revoked","prefix":"sk-XZjz…"},"epoch":1,"format":1,"id":"rec_01m82v6mm9fnwrfrjc9sg9ge6x","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"key_01m82v6mm8e1zvzrpbwjgyhhpf","result":"done","seq":30,"trace":[]}',X'7C97D6597565B60A501E2F61BE1BD7270D9EB9E63B536AB0F3D033F31D06D9E4');
INSERT INTO audit_records VALUES(31,1,19,1795391967882536,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.882536Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-hvww…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82v6mmae6hvzeze7cy849cx","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"key_01m82v6mmafxs9pcdtvrcf2fgc","result":"done","seq":31,"trace":[]}',X'2F64EB96DFCF02C6F00983EA2EC182B32DEDDC3199965AD2F174067BF92F23E0');
INSERT INTO audit_records VALUES(32,1,20,1795391967883628,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.883628Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-d47K…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82v6mmbfqat80563xjv38rs","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"key_01m82v6mmbej1v171jf5m3b50s","result":"done","seq":32,"trace":[]}',X'366F9BF48AA2C2631DD56BC319E855FE8B6BCA42099046D454BD1C4A636AEA04');
INSERT INTO audit_records VALUES(33,1,21,1795391967885131,'bot','approved','{"action":"read","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.885131Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82v6mmdfzatrhh85mv33zjw","kind":"decision","node":"bef6ea8d","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82v6mm3fah89388dwce3pf7","permission_id":"perm_01m82v6mm3fah89388dwce3pf7","rule_checked":"permission_rule","rule_result":"passed"}]}',X'A91FEB61B498C5878C4FBA24CDA137CFBABE78F44BD33478DF5632AD25961F98');
INSERT INTO audit_records VALUES(34,1,22,1795391967885898,'bot','denied','{"action":"read","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.885898Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82v6mmdekmsrewwsp9gjr56","kind":"decision","node":"bef6ea8d","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82v6mm4e2qvcyr7qaatze92","permission_id":"perm_01m82v6mm4e2qvcyr7qaatze92","rule_checked":"permission_rule","rule_result":"failed"}]}',X'9B99945BEDC6E46B0157B8DA5464FFD8BADDCFCC30D860CEA66F28606D47497B');
INSERT INTO audit_records VALUES(35,1,23,1795391967886689,'nobody','denied','{"action":"read","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:59:27.886689Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82v6mmee99a248c6f0bb4q5","kind":"decision","node":"bef6ea8d","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'4811F1FB625A4C9350D4A8E1656649FC68DAF7A2A1764FA656F962D6D386A4EE');
INSERT INTO audit_records VALUES(36,1,24,1795391967887448,'bot','approved','{"action":"read","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.887448Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82v6mmffjjr3r1v2h2t2m3y","kind":"decision","node":"bef6ea8d","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82v6mm3fah89388dwce3pf7","permission_id":"perm_01m82v6mm3fah89388dwce3pf7","rule_checked":"permission_rule","rule_result":"passed"}]}',X'842ED4B194C881008843CCF1D8224A1D9E7F4DED3D08EE56F0345E6C94557667');
INSERT INTO audit_records VALUES(37,1,25,1795391967888308,'bot','denied','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.888308Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82v6mmgedftpk7fgcb1ts4d","kind":"decision","node":"bef6ea8d","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'CD2A042D2415F2156CBEF049DC4267734B9CF8960277A07F008D79EB6CAAEB38');
INSERT INTO audit_records VALUES(38,1,26,1795391967889525,'bot','denied','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.889525Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82v6mmhfmaa6fgesfxw0159","kind":"decision","node":"bef6ea8d","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'EBE06F7FF60AD92B2C0F0E14CB83841F34E338A127063D027B955D4402BACAB3');
INSERT INTO audit_records VALUES(39,1,27,1795391967890635,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82v6mmbej1v171jf5m3b50s","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.890635Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:59:27.889525Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82v6mmjeqq81e4k5gj5n1bn","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"apr_01m82v6mmhfx3verygecey30az","result":"done","seq":39,"trace":[]}',X'05D238E50363286FA5CBE8C3F20DBBF3C6E53AF724318036657369A380011291');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795391967595018,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:27.595018Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82v6mbbfwjsytmym95wvz8d","kind":"change","node":"bef6ea8d","reason":null,"request_id":"2022c853857c29029c3f81af62fc3bbd","resource":"op_01m82v6m9wfda9th6f7xke2xz8","result":"done","seq":4,"trace":[]}',X'EDE8B8CFF0418C58815D1E4595791291908F4B60CE648ACFA4186E147DA873DC');
INSERT INTO audit_records VALUES(40,1,28,1795391967893907,'bot','denied','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.893907Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82v6mmnen7996kw1g53j3n6","kind":"decision","node":"bef6ea8d","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'66D2075E96AA34DE4775C52B13BFD3FC28164AA5C15BD271D63353C28FEDF8C1');
INSERT INTO audit_records VALUES(41,1,29,1795391967895319,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82v6mmbej1v171jf5m3b50s","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.895319Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:59:27.893907Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82v6mmqfv5rvjhff4023qjz","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"apr_01m82v6mmne1w9p2twc0hs6yw5","result":"done","seq":41,"trace":[]}',X'ABAC9415F19342988BC4A422AE1661D4E7F31D5D546516F7A39339366D79F470');
INSERT INTO audit_records VALUES(42,1,30,1795391967896368,'bot','denied','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.896368Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82v6mmre4cbz9kbrd03vnew","kind":"decision","node":"bef6ea8d","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'B3C46B07952CBADEFF65AD6DCB7023E9CE68EB6A96CA7A5C7745CA81D88D76C2');
INSERT INTO audit_records VALUES(43,1,31,1795391967897413,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82v6mmbej1v171jf5m3b50s","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:59:27.897413Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:59:27.896368Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82v6mmsek0byscq1xexzanc","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"apr_01m82v6mmrf1wr3ym9j3p8800v","result":"done","seq":43,"trace":[]}',X'5C28525240366491A446D84B8C9A3454A89E842F14D098F8EFCCEC3CFB04DED6');
INSERT INTO audit_records VALUES(44,1,32,1795391967898330,'bot','approved','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:59:27.898330Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82v6mmtean9149748gahkct","kind":"decision","node":"bef6ea8d","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm5f749jzen9ktsjh46 requires a person''s approval","permission_id":"perm_01m82v6mm5f749jzen9ktsjh46","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82v6mmrf1wr3ym9j3p8800v was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'437E19089A0ED4F27592679F3DB6BAC268FDDCF4F7BEA3105563B8323F5182CA');
INSERT INTO audit_records VALUES(45,1,33,1795391967899259,'killed','denied','{"action":"refund","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:59:27.899259Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82v6mmvfvvvasqtc2faz12n","kind":"decision","node":"bef6ea8d","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82v6mm6emyb45nq0cbhb2qc requires a person''s approval","permission_id":"perm_01m82v6mm6emyb45nq0cbhb2qc","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'04291C3E9C2C02F37BF661A260BDFD1E40D684C62DAE3AEB6E846F9F52ECBFEE');
INSERT INTO audit_records VALUES(46,1,34,1795391967900155,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:59:27.900155Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82v6mmwezxv9fypq6zd6b26","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'C610CBA6A9E322DF3B19C37AF8D18E5834906FD4554CCC0A6D11A7985BABF16F');
INSERT INTO audit_records VALUES(47,1,35,1795391967901070,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:59:27.901070Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82v6mmxe52rqfj7qxtpxdyr","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'F78E7D051E8D7622325835EB6E0570C27D2D4417D96D241415EFE86AE289B883');
INSERT INTO audit_records VALUES(48,1,36,1795391967901758,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82v6mkqervvve2f5svafedr","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:59:27.901758Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82v6mmxf3jv9j0rh2k8qhkg","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'9A8A661436D307ED8A58032F2F6824B4D46F5F9D5D2AC5082BD30A1CDEB4FEB4');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795391967677829,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:27.677829Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82v6mdye0mb9fxjtea8kdt7","kind":"change","node":"bef6ea8d","reason":null,"request_id":"b4126c7a61d36823b73f84c59fe5cd98","resource":"tok_01m82v6mdxff8a0mp8g6sp2pp5","result":"done","seq":5,"trace":[]}',X'1A06030799EB76B1E2E6AA5CB3A41B0D393CF8617E0DE4CE03D1BF94564C5935');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795391967725321,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:59:27.725321Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-7asD…"},"epoch":1,"format":1,"id":"rec_01m82v6mfdfj1s0k076zjkwwv9","kind":"change","node":"bef6ea8d","reason":null,"request_id":"6cf67cb324edc57c3d5256df832512cf","resource":"tok_01m82v6mdxff8a0mp8g6sp2pp5","result":"done","seq":6,"trace":[]}',X'B3ACDBE61037D140ACA901A19D806257E7E31FE22FBB7CE511BAD90D1806F679');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795391967782454,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:59:27.782454Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"dadc765b4161bbab3c0d6ff1ea0946fd2099f28f55c8b3a5245cf55f78b1457d","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpkCG1MN/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82v6mh6ffktr1kpgzhyygrm","kind":"change","node":"bef6ea8d","reason":null,"request_id":"f9e8c8f58d372df9955cb427cdc67124","resource":null,"result":"done","seq":7,"trace":[]}',X'A3DFB03D44357B15E6118EEE83DF72FF644377E4204497A787C1DB7DB80E2986');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795391967854995,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82v6m7zefns73h6ce5c9awm","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:59:27.854995Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:59:27.854995Z","session":"ses_01m82v6mkfetqbgy1jq5xe2kn1"},"epoch":1,"format":1,"id":"rec_01m82v6mkffnpsygeq0hpfx5by","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"op_01m82v6m7zefns73h6ce5c9awm","result":"done","seq":8,"trace":[]}',X'34E205012BA6EF17A3DEDFA63EB945C5FE0EA00935093E1CC4B370F9CF73726B');
INSERT INTO audit_records VALUES(9,1,1,1795391967863814,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82v6kpcetgszkw02n39x6aq","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:59:27.863814Z","customer_id":"cus_01m82v6mkqehbs6t3vnhv3n1gc","customer_seq":1,"details":{"api_key":"key_01m82v6mkqervvve2f5svafedr","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82v6mkreev87ref0yk4854m","kind":"change","node":"bef6ea8d","reason":null,"request_id":"test","resource":"cus_01m82v6mkqehbs6t3vnhv3n1gc","result":"done","seq":9,"trace":[]}',X'AB5E80FE2BBDEE66B10D4B6B8EA20AAAF09157EDDAEBAED9F726FB6DC63FED12');
INSERT INTO customers VALUES(1,X'01A205B35277745793687BAC763A860C','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795391967863814,1795391967868206);
INSERT INTO customers VALUES(2,X'01A205B352797A85AFE86A4C522E4A87','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795391967865372,1795391967869012);
INSERT INTO customers VALUES(3,X'01A205B3527A7EA790B1ACDE36263F5A','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795391967866448,1795391967866448);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82v6mkqervvve2f5svafedr',NULL,1795391967900155);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82v6kpcetgszkw02n39x6aq:ada','audit',1795391967901070);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82v6kpcetgszkw02n39x6aq:ada','unpaid',1795391967869843);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpkCG1MN/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:59:26.911231Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','bef6ea8d');
INSERT INTO metered_daily VALUES(20779,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20779,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A205B3526F76AEB87832B97AE14EA1',X'01A205B350FF73EB938E26638AC4AB94',X'FB0EEF5269FA1C86A2479349342F0CEDA06EAB641B6AF9B421E4C22BD1112837',1795391967854995,1795435167854995);
INSERT INTO operator_tokens VALUES(X'01A205B34ECC7A1BB98A54EEA1FBB146',X'01A205B34ECC76A19FCF8015469E9957','first token','op-HGjT…',X'9C7ABAA803A30791C5A0AB5434C396BA99196AE4EB315A069AF3AE1722F8B2D9',1795391966924265,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A205B351BD7BD0A052C881B3615AC5',X'01A205B34ECC76A19FCF8015469E9957','lost','op-7asD…',X'06553943F6F51FC80543893A1FA777B12F444C468678A246EECD2A1642CBCB3D',1795391967677829,NULL,1795391967725321);
INSERT INTO operators VALUES(X'01A205B34ECC76A19FCF8015469E9957','ada','owner',NULL,0,1795391966924265,1795391966924265);
INSERT INTO operators VALUES(X'01A205B350FF73EB938E26638AC4AB94','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$Bsy12yoas3TdZvS2e9fviQ$gvLyjzzjWyrX6mpnYeeqJ9RRZss3s6bVgVrPtaNlUrU',0,1795391967486942,1795391967486942);
INSERT INTO operators VALUES(X'01A205B3513C7B549D44CF3F66E177E8','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$LXRx1hlorhxuWivGh0Rs6Q$pASyKemX1IrKhc630rdMYpNIyf7M11C1TSaIlkbItnI',1,1795391967548521,1795391967595018);
INSERT INTO permissions VALUES(X'01A205B352837AA2848D086F18E1D9E7',1,'read','orders/*','allow',NULL,NULL,1795391967875632);
INSERT INTO permissions VALUES(X'01A205B3528470AFB67B07BA95AFB922',1,'read','orders/secret','deny',NULL,NULL,1795391967876516);
INSERT INTO permissions VALUES(X'01A205B3528579C8997DD54CF5994486',1,'refund','orders/*','require_approval',NULL,NULL,1795391967877225);
INSERT INTO permissions VALUES(X'01A205B3528579CC8E9C30004693E91F',1,'*','archive/**','allow',NULL,4102444800000000,1795391967877915);
INSERT INTO permissions VALUES(X'01A205B35286753CB216B70317158AEC',3,'refund','orders/*','require_approval',NULL,NULL,1795391967878630);
INSERT INTO usage_daily VALUES(1,20779,3,7,21,1);
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
