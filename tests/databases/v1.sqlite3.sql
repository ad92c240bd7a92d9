-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-8Y3y2lU8kWics1yBy5j4LnXQT6ETDriTc51j1Tar01UfFT
-- approved_request = apr_01m82trtfyey4r40aqrpd2s894
-- approver_key = sk-4OCIJ7rgzYRzyrBcLVCd1Zbny1roqBYBUEsL5ATO2vlMtB
-- cancelled_request = apr_01m82trtj0fb0bgspjwa32k5fm
-- dated_key = sk-A0Ee6wpzXkKf9Gax3DGRGTkTupqYgUKxqVPnmEJG3sln6c
-- lost_token = op-cogR4jfbSiKr6CK3b5EJPxLX0WLKVRvA9RePTzhI3BHCvV
-- north_id = cus_01m82trsrme2893w376tcvcjpr
-- north_key = sk-ezIOkgCxB6aS00faiDF6sRdZjvrcwDkytLF3Ph6P2I717B
-- owner_token = op-lM2GEP6X7K7TNRLeAIQeHyTKzNcLmlDqzMYmDpl94Pyn1F
-- pending_request = apr_01m82trtfxfy5avzsa0zpgxxg8
-- rejected_request = apr_01m82trtgpfhna9540dn72xdq6
-- revoked_key = sk-W2gizklvNw59CRyDlJPaP3uuQC8wTALWgR8DjJ2S39YqVZ
-- south_id = cus_01m82trsrwff4v1t5gwjfmkpvr
-- south_key = sk-NkjYwoT726oXL9QhuPuzxvOATBjFKfXZOILPyXho1VcuZt
-- used_request = apr_01m82trthje01am4msthq4cnzx
-- west_id = cus_01m82trst6eperygqqdscb71jp
-- west_key = sk-JkMotU2ef10sfVCMlehEqdQ0Cq3ATA9Xbqg6ZBvK0Ht5k6
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
INSERT INTO activity_minutes VALUES(29923191,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923191,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923191,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923191,'human_override',1);
INSERT INTO activity_minutes VALUES(29923191,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795391514514782,1795391514514782);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795391514588412,1795391514629424);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795391514598961,1795391514598961);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795391514608001,1795391514608001);
INSERT INTO api_keys VALUES(X'01A205AC67147BAE9C92E91F617F3D03',1,'first key','sk-ezIO…',X'1B93E4CABDE56877C1FBF95A320F5CA9C4B7D29BFFE43562D71991F94EA9BA54',7,NULL,NULL,1795391514387938,'operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada',NULL,NULL,1795391515065450);
INSERT INTO api_keys VALUES(X'01A205AC671C7D6D98BCC3672F397362',2,'first key','sk-NkjY…',X'3F98E0B6AE14CE034AEE09223DB454DF5622B44826D06A3E10AC3CE76E8CCB04',7,NULL,NULL,1795391514396552,'operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205AC67467B408A2A4338CCCFC72C',3,'first key','sk-JkMo…',X'7236C54C990E1ED49EC4A0E9D8602980B2358F5B1C576369BDDAAFCF6D877D15',7,NULL,NULL,1795391514438677,'operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205AC686B7978B11D73AB377D394B',1,'unnamed key','sk-8Y3y…',X'4DD8778E3F77B3161B8646A854B9ECE07BD0BB9516A95BEAFD23D4E6965D1B3D',1,'bot',NULL,1795391514731004,'api_key:key_01m82trsrmfeq9s4q93xgqyf83',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205AC68787F70A06A61B2B377F377',1,'revoked','sk-W2gi…',X'01053DD23E61E0F8ACB855049A3A70378428698714AC21325FB7D2507391E12F',7,NULL,NULL,1795391514744209,'api_key:key_01m82trsrmfeq9s4q93xgqyf83',NULL,1795391514753452,NULL);
INSERT INTO api_keys VALUES(X'01A205AC689370C9BEB5D4463AAC7F4E',1,'unnamed key','sk-A0Ee…',X'113D2CF1D101B5B0816FBBA1C4416DFA64A8F0405AE72D75FF1E5B3FE4789164',2,NULL,NULL,1795391514770965,'api_key:key_01m82trsrmfeq9s4q93xgqyf83',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205AC689C7D7D8B8775B699E7D609',1,'unnamed key','sk-4OCI…',X'9083956B1D9C59AC104488E2416D336CD784EDBCED62A9EAD9DED83F0D541A31',8,NULL,'Ada Byron',1795391514780043,'operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada',NULL,NULL,1795391515139218);
INSERT INTO approvals VALUES(X'01A205AC69FD7F8AADFF2A07ED0EF608',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82trsrmfeq9s4q93xgqyf83','pending',1795391515133182,1795477915133182,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A205AC69FE7789820157C59A2CA124',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82trsrmfeq9s4q93xgqyf83','approved',1795391515134828,1795477915134828,1795391515149683,'api_key:key_01m82trt4wfnyrq1vnptcyfng9','Ada','because');
INSERT INTO approvals VALUES(X'01A205AC6A167C6AA494806D4E2EB6E6',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82trsrmfeq9s4q93xgqyf83','rejected',1795391515157902,1795477915157902,1795391515164762,'api_key:key_01m82trt4wfnyrq1vnptcyfng9','Ada','because');
INSERT INTO approvals VALUES(X'01A205AC6A327002AA1299D46E4657FD',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82trsrmfeq9s4q93xgqyf83','used',1795391515186232,1795477915186232,1795391515195808,'api_key:key_01m82trt4wfnyrq1vnptcyfng9','Ada','because');
INSERT INTO approvals VALUES(X'01A205AC6A407AC0B866D2E2862995F4',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt2geje9dh38ttvhk72h requires a person''s approval","permission_id":"perm_01m82trt2geje9dh38ttvhk72h","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82trsrmfeq9s4q93xgqyf83','cancelled',1795391515200454,1795477915200454,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795391513188118,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.188118Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82trrk4ft7a9c733bgqkhwh","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82trrk4ft8aq9dzs19p5rph","kind":"change","node":"9e446037","reason":null,"request_id":"b42fd660f072aede13fdf4a08aa892a0","resource":"op_01m82trrk4f6g9f9qgprrtbj0v","result":"done","seq":1,"trace":[]}',X'87CD23B2CC35261D57BF4D57E5240C8FBCBAA192BA1D65E6077DD526F50EF4ED');
INSERT INTO audit_records VALUES(10,2,1,1795391514396552,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.396552Z","customer_id":"cus_01m82trsrwff4v1t5gwjfmkpvr","customer_seq":1,"details":{"api_key":"key_01m82trsrwfnpshf63cwqkjwv2","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82trsrxfbtr4e8y40cc0bys","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trsrwff4v1t5gwjfmkpvr","result":"done","seq":10,"trace":[]}',X'C6FB09801A39F77B27465DF9B5EA5E9F5A3C7EAAB86F96E13B381B7E90D22F38');
INSERT INTO audit_records VALUES(11,3,1,1795391514438677,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.438677Z","customer_id":"cus_01m82trst6eperygqqdscb71jp","customer_seq":1,"details":{"api_key":"key_01m82trst6fd08maj3736czhsc","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82trst8fcrbqdmxv7k23gq8","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trst6eperygqqdscb71jp","result":"done","seq":11,"trace":[]}',X'5310C584147FE652F9CFC475CA7035653FE8D1997A9C2F1A0C7970A5B7EF36B8');
INSERT INTO audit_records VALUES(12,1,2,1795391514481361,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.481361Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82trsvhezyb13e4y59bbs7y","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trsrme2893w376tcvcjpr","result":"done","seq":12,"trace":[]}',X'FCD4BC2BBF8A9D3F1B100AAC8D0B7FC7C6590A745936ABCA12495209C5D0733B');
INSERT INTO audit_records VALUES(13,2,2,1795391514488202,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.488202Z","customer_id":"cus_01m82trsrwff4v1t5gwjfmkpvr","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82trsvre6htd4536spv2vjd","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trsrwff4v1t5gwjfmkpvr","result":"done","seq":13,"trace":[]}',X'B4A4EB7F9A722FC4CBAE9A153F576A1978CBBFABCCEE1C787255DD5DC5F620FF');
INSERT INTO audit_records VALUES(14,3,2,1795391514505011,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.505011Z","customer_id":"cus_01m82trst6eperygqqdscb71jp","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82trsw9f5stkdd62755gc0b","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trst6eperygqqdscb71jp","result":"enabled","seq":14,"trace":[]}',X'5D94A9A20351D7A317537468B9D62758FE6CB22841AC51B925F87D1D465C24D7');
INSERT INTO audit_records VALUES(15,1,3,1795391514514782,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.514782Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82trswnefxvkn5rwx10pxm1","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'BF911490178FD314048105FDA1A7BE92E7B7D8CC78BEE4895D7BF84C1C81355C');
INSERT INTO audit_records VALUES(16,1,4,1795391514588412,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:51:54.588412Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82trsywedt911xj9612drrp","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'FB0B122F4F1942F672FA40F39B6A762F0D31D2883041747D52880D04262BF907');
INSERT INTO audit_records VALUES(17,1,5,1795391514598961,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:51:54.598961Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82trsz7fqvr7pv4ev00rkwk","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'E720A34C615AF91150496AD40959EFDC001D166F241D874F2A0ED9F2A01E42EB');
INSERT INTO audit_records VALUES(18,1,6,1795391514608001,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:51:54.608001Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82trszgfzxr2f30tkn4zz8r","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'CFB7DC2112AB23FDDE0EC4B8640A8F9D1FE11C5DF11654D2B091A088700F6853');
INSERT INTO audit_records VALUES(19,1,7,1795391514612254,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:51:54.612254Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82trszmfz6svjah850165k9","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'CFF395A1D308C60D06FF02227062CB3DA838B51B1B9E803E4626E598C4D43679');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795391513528745,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.528745Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82trrxse7t88342z0smjq4v","kind":"change","node":"9e446037","reason":null,"request_id":"34d20fe8b256706b236125656e21c2e8","resource":"op_01m82trrxrej1t18x940zrmsh0","result":"done","seq":2,"trace":[]}',X'F400E51F19CF905B0838D0DEFEF885D09BB2632177E6667BBB96A84B2C2405D0');
INSERT INTO audit_records VALUES(20,1,8,1795391514616219,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.616219Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82trszre5vsbmcyv6kkz7wf","kind":"change","node":"9e446037","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'FF320F1DFB6B9930D77C5D965EFCFCB5FF6C8D0F0ADC532F8688F08933267526');
INSERT INTO audit_records VALUES(21,1,9,1795391514629424,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:51:54.629424Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82trt05ef8rp4nb07ptj2bq","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'FFC23EEA011BC413D1A9C2E3FCA07405F8F9D9007317152175C4EFC624DB75E3');
INSERT INTO audit_records VALUES(22,1,10,1795391514646165,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.646165Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82trt0pex0rrnqastjfd68k","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt0pf6hsv1xb5z0em3ew","result":"done","seq":22,"trace":[]}',X'2C3EB7D6721463EA7681177CD280FC189275B4EA9460CF76799FC94160F42098');
INSERT INTO audit_records VALUES(23,1,11,1795391514664639,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.664639Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82trt18ezh8dxys684k0e25","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt18fnx95jqq591txp82","result":"done","seq":23,"trace":[]}',X'4FDA4EF514D197FD169B06E1B22C26A2EA707CC5F36D4F9366A53A9BAA324B56');
INSERT INTO audit_records VALUES(24,1,12,1795391514679246,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.679246Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82trt1qe34vnd7tfcca0gec","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt1qf72tb23kmgtdc8tf","result":"done","seq":24,"trace":[]}',X'E048619CCB60B20747AF02A112BC664BC1CEFB8D247E40790043206C4C086BDB');
INSERT INTO audit_records VALUES(25,1,13,1795391514689858,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.689858Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82trt22f9staf4vkcrwx4bb","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt22f34v9rcw8csqwqne","result":"done","seq":25,"trace":[]}',X'DA5B7101F132B00DA8A8D05F7087BB125B8C43ADCD666344FBEB46A4B67C4C63');
INSERT INTO audit_records VALUES(26,1,14,1795391514704101,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:51:54.704101Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82trt2genybsfyxh0bd1zxp","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt2geje9dh38ttvhk72h","result":"done","seq":26,"trace":[]}',X'E71A9926F22F0C8E7A9964BED3B95E9AE979A570FD63A255DB76165120665449');
INSERT INTO audit_records VALUES(27,1,15,1795391514716297,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:51:54.716297Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82trt2wenhty58y74513d15","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"perm_01m82trt2wfcare3h3mawan56y","result":"done","seq":27,"trace":[]}',X'C2ED035B3853E956E0E572558F31B2AA7A6C83FC8E2E2E1355C4325063BC13AC');
INSERT INTO audit_records VALUES(28,1,16,1795391514731004,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.731004Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-8Y3y…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82trt3befrabp3b2rgc4456","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"key_01m82trt3bf5wb27bkncvqteab","result":"done","seq":28,"trace":[]}',X'162C25AC318AA2D49AA502383925D2928A9E4797D877CC010674C89BEE2BBDF0');
INSERT INTO audit_records VALUES(29,1,17,1795391514744209,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:54.744209Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-W2gi…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82trt3rfrrvdbt5m0fsnpe0","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"key_01m82trt3rfxra0tk1pasqfwvq","result":"done","seq":29,"trace":[]}',X'29ED32211986C3D79117D975296397786F0BA1CF4DA269B45C53C777F5FCA05F');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795391513698572,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.698572Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82trs33ek4tdga89ze2egjq","kind":"change","node":"9e446037","reason":null,"request_id":"19100ceea154647e011d81f39b2b1f1b","resource":"op_01m82trs32eqtr04cg16m86whz","result":"done","seq":3,"trace":[]}',X'3BE7D4B697E0115CC641628A4B922B649C55E2B3ACE51A9A276709245FFD990A');
INSERT INTO audit_records VALUES(30,1,18,1795391514753452,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:54.753452Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":18,"details":{"name":"revoked","prefix":"sk-W2gi…"},"epoch":1,"format":1,"id":"rec_01m82trt41e08v960f467vk2qr","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"key_01m82trt3rfxra0tk1pasqfwvq","result":"done","seq":30,"trace":[]}',X'53A9AAAE96E7CA424528982C0577BBBB9DB90EE444451F791FB8917132521436');
INSERT INTO audit_records VALUES(31,1,19,1795391514770965,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:54.770965Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-A0Ee…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82trt4mfx0vc41ez4w3at95","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"key_01m82trt4ke34vxdem8rxarzte","result":"done","seq":31,"trace":[]}',X'8F62568729E9745D5D17546EEB9C6F743AC5521FC6280359346F04E94BCBCD45');
INSERT INTO audit_records VALUES(32,1,20,1795391514780043,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.780043Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-4OCI…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82trt4wf5380rh8f5k7nm9v","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"key_01m82trt4wfnyrq1vnptcyfng9","result":"done","seq":32,"trace":[]}',X'7AB7FC498E0E6ABB48FB43CEAE7C1DC9BD45C3C61572441CC79BF1B00BBE3319');
INSERT INTO audit_records VALUES(33,1,21,1795391514802056,'bot','approved','{"action":"read","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:54.802056Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82trt5jf7gbatwgsjza5mh6","kind":"decision","node":"9e446037","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82trt0pf6hsv1xb5z0em3ew","permission_id":"perm_01m82trt0pf6hsv1xb5z0em3ew","rule_checked":"permission_rule","rule_result":"passed"}]}',X'9EACB67CCA62A18A728517B9FB124FB197B08F315C6B70ECCCE206C87240251C');
INSERT INTO audit_records VALUES(34,1,22,1795391515106222,'bot','denied','{"action":"read","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.106222Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82trtf2f9srq8g8deqhh3jn","kind":"decision","node":"9e446037","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82trt18fnx95jqq591txp82","permission_id":"perm_01m82trt18fnx95jqq591txp82","rule_checked":"permission_rule","rule_result":"failed"}]}',X'61B7B9E20D47E7F4CB808CB39EADD35416D71320CB9EF5B68C8A0D4F84DD4536');
INSERT INTO audit_records VALUES(35,1,23,1795391515123978,'nobody','denied','{"action":"read","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:51:55.123978Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82trtfmex8bvqak3dft11g7","kind":"decision","node":"9e446037","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'20A7F8B96F35E8549E29749608A18878074BD1F48242DBDB7C801D3E22E81E68');
INSERT INTO audit_records VALUES(36,1,24,1795391515131668,'bot','approved','{"action":"read","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.131668Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82trtfvfj1rzt49w934t9wf","kind":"decision","node":"9e446037","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82trt0pf6hsv1xb5z0em3ew","permission_id":"perm_01m82trt0pf6hsv1xb5z0em3ew","rule_checked":"permission_rule","rule_result":"passed"}]}',X'17BD83C4A56BC1D96EE9DE7A005AADD287E40ADC1EA9B8DE7D538E52718FB1FA');
INSERT INTO audit_records VALUES(37,1,25,1795391515133182,'bot','denied','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.133182Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82trtfxfx2stgmxp6ksm57v","kind":"decision","node":"9e446037","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'35B4EA22274F57AD1EB25D6EA300B11ED46DC6535647D021636A655656D2D26D');
INSERT INTO audit_records VALUES(38,1,26,1795391515134828,'bot','denied','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.134828Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82trtfzf7h9kp7896za61p5","kind":"decision","node":"9e446037","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'D0F335E8CC7B617DECF3E004A87433D446BBBA9931CC25B93ED1C4B68E0FF4CA');
INSERT INTO audit_records VALUES(39,1,27,1795391515149683,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82trt4wfnyrq1vnptcyfng9","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:55.149683Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:51:55.134828Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82trtgeegh9tqycc9qnrhy2","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"apr_01m82trtfyey4r40aqrpd2s894","result":"done","seq":39,"trace":[]}',X'AFE2A23D9A7628044DF92381DA5D78C590852B27360FF410A69805B0602DA14D');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795391513789092,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.789092Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82trs5xf9pa09qtwbhwp2ry","kind":"change","node":"9e446037","reason":null,"request_id":"089415718221163c42608a42f6b93bdc","resource":"op_01m82trs32eqtr04cg16m86whz","result":"done","seq":4,"trace":[]}',X'094B3C84249DDC5C1A88295287A3E266AE061BB7C276FF4324F6D0C2CA985101');
INSERT INTO audit_records VALUES(40,1,28,1795391515157902,'bot','denied','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.157902Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82trtgpekearn8dkv772r41","kind":"decision","node":"9e446037","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'CEBD4360961CE4CE909F48952BC6B3921348F3673F872B46CB7A2646961FBD45');
INSERT INTO audit_records VALUES(41,1,29,1795391515164762,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82trt4wfnyrq1vnptcyfng9","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:55.164762Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:51:55.157902Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82trth3esh83ftmf809rc9z","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"apr_01m82trtgpfhna9540dn72xdq6","result":"done","seq":41,"trace":[]}',X'6651C2E15AB523F5D942B868CD85CE613B816F28A31165009B8037BED4DBB073');
INSERT INTO audit_records VALUES(42,1,30,1795391515186232,'bot','denied','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.186232Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82trthjfwzbtvnygv4bz5h4","kind":"decision","node":"9e446037","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'26768CD05E7732ABFFC9BD3E97E3C78DC91EDBA9E3D613C656DB2AE5DEBC16D8');
INSERT INTO audit_records VALUES(43,1,31,1795391515195808,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82trt4wfnyrq1vnptcyfng9","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:51:55.195808Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:51:55.186232Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82trthwfq5b17grs1d1fnpj","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"apr_01m82trthje01am4msthq4cnzx","result":"done","seq":43,"trace":[]}',X'B8592F1D389946FC1403087C812763AFB766F34BC8E7046A6FB33D3E9AB2F9D0');
INSERT INTO audit_records VALUES(44,1,32,1795391515198582,'bot','approved','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:51:55.198582Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82trthyfcprcsfe9j6cdq1j","kind":"decision","node":"9e446037","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt1qf72tb23kmgtdc8tf requires a person''s approval","permission_id":"perm_01m82trt1qf72tb23kmgtdc8tf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82trthje01am4msthq4cnzx was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'30547D81096E57DD73542EF2982001CC66664CA8544542BDD548CFCFDCCFF0C4');
INSERT INTO audit_records VALUES(45,1,33,1795391515200454,'killed','denied','{"action":"refund","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:51:55.200454Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82trtj0e4fbh4959abjrwbs","kind":"decision","node":"9e446037","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82trt2geje9dh38ttvhk72h requires a person''s approval","permission_id":"perm_01m82trt2geje9dh38ttvhk72h","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'947A755C77248CAF77DD0A8A3B8EEF04E6692891B08FA5DEC9BE3C16DF081AF1');
INSERT INTO audit_records VALUES(46,1,34,1795391515202094,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:51:55.202094Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82trtj2f6192frhs1m35nqd","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'6679F3141E76F8692511B0E696C41B4EE595F346E5D0ED6A59635FC76B6CE369');
INSERT INTO audit_records VALUES(47,1,35,1795391515203381,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:51:55.203381Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82trtj3fk2tvw93b6vkgv4y","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'5E317D23ADB02A7136F2D242F84D9E39FC5B8A327DB72F9B036C72ED742983EB');
INSERT INTO audit_records VALUES(48,1,36,1795391515204287,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82trsrmfeq9s4q93xgqyf83","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:51:55.204287Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82trtj4ehdb9c2q0thakz94","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'17F84F69389CA4EFEB65401CD636FB2CE657CE49FBBC3F7F560F04A9FBF6CCA5');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795391513887243,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.887243Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82trs8ze5asnarvm258dr1v","kind":"change","node":"9e446037","reason":null,"request_id":"9d15c269f037081798af851454ea2f92","resource":"tok_01m82trs8zexebeftad8vbzx3y","result":"done","seq":5,"trace":[]}',X'ECA920C019BEE7F214447AD4E35637AFF9C64F9740ED4D972BA6CF6BE7D0B372');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795391513971199,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:51:53.971199Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-cogR…"},"epoch":1,"format":1,"id":"rec_01m82trsbkfg7s4xfzf9g4ysqb","kind":"change","node":"9e446037","reason":null,"request_id":"71fe18ce02eeb52060f3838ea94cd7ed","resource":"tok_01m82trs8zexebeftad8vbzx3y","result":"done","seq":6,"trace":[]}',X'B87FA3C01F182E7D64B989E21EE10B546FC9E679AE36B0786E1792BC1B301740');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795391514032879,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:51:54.032879Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"cf921d84021b43d150518f0aa092e0401142955d491a5c5e8cf247b134e2c114","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp6QVm90/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82trsdhfasaakg55y2j5gzd","kind":"change","node":"9e446037","reason":null,"request_id":"13e7d026dc20512983be58a145c67fb7","resource":null,"result":"done","seq":7,"trace":[]}',X'ED25B73E320E76BC9F5D9033E1C381267710842AFDBD0584EF6FF68B20B6167B');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795391514372283,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82trrxrej1t18x940zrmsh0","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:51:54.372283Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:51:54.372283Z","session":"ses_01m82trsr4f3gbam2be27gdjfx"},"epoch":1,"format":1,"id":"rec_01m82trsr4f8ps3xy54hayp2gy","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"op_01m82trrxrej1t18x940zrmsh0","result":"done","seq":8,"trace":[]}',X'870331382ABFA27C51871BB48D92AB71410C6AD446E69783E230C5A8AC1AF42B');
INSERT INTO audit_records VALUES(9,1,1,1795391514387938,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82trrk4f6g9f9qgprrtbj0v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:51:54.387938Z","customer_id":"cus_01m82trsrme2893w376tcvcjpr","customer_seq":1,"details":{"api_key":"key_01m82trsrmfeq9s4q93xgqyf83","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82trsrme6hacp6r556nj51r","kind":"change","node":"9e446037","reason":null,"request_id":"test","resource":"cus_01m82trsrme2893w376tcvcjpr","result":"done","seq":9,"trace":[]}',X'3B856B57BE7A1775D424B2F4E76C4AA48AA9C25EC2DDE7D3D140582BAAB9E538');
INSERT INTO customers VALUES(1,X'01A205AC6714709091F0673699B64AD8','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795391514387938,1795391514481361);
INSERT INTO customers VALUES(2,X'01A205AC671C7BC9B0E8B0E49F49DB78','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795391514396552,1795391514488202);
INSERT INTO customers VALUES(3,X'01A205AC6746759D8F42F76E58B38656','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795391514438677,1795391514438677);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82trsrmfeq9s4q93xgqyf83',NULL,1795391515202094);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada','audit',1795391515203381);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82trrk4f6g9f9qgprrtbj0v:ada','unpaid',1795391514505011);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp6QVm90/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:51:53.181797Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','9e446037');
INSERT INTO metered_daily VALUES(20779,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20779,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A205AC670478E0B5504B708F06C9FD',X'01A205AC63B87483A0A3A9203F8A6620',X'0C9169D6AFF20573648EF336C78FA5201B0059AA4B46C61DBB398E49367380B6',1795391514372283,1795434714372283);
INSERT INTO operator_tokens VALUES(X'01A205AC62647E8EA4B0E31AE179C791',X'01A205AC626479A097A6F0B631A5C81B','first token','op-lM2G…',X'6DB3B83AB0B11A6D557AE32FD162228E28B1679855B311F2FC17B4FAE2B7E3C9',1795391513188118,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A205AC651F775CB73F4A6A36BFF47E',X'01A205AC626479A097A6F0B631A5C81B','lost','op-cogR…',X'A9C5C60D1C7CBE12444E08EB2832F2329BE50AEFCC3624F0FF2BCC0D5B54E473',1795391513887243,NULL,1795391513971199);
INSERT INTO operators VALUES(X'01A205AC626479A097A6F0B631A5C81B','ada','owner',NULL,0,1795391513188118,1795391513188118);
INSERT INTO operators VALUES(X'01A205AC63B87483A0A3A9203F8A6620','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$umlscPYEyJC/QyV228L/RQ$fLLhZq418LqGFbV9iPV90NhecZamJhHIbwYmpQ/aW8I',0,1795391513528745,1795391513528745);
INSERT INTO operators VALUES(X'01A205AC646275F580119009A883723F','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$tBY+d24A4uCdlFqc1qFhKA$aHfFAay+OqS7VZYRto5Ga8Jki62pLHcO9ywt4s6PLiQ',1,1795391513698572,1795391513789092);
INSERT INTO permissions VALUES(X'01A205AC681679A39D87AB2FC0EA0DDC',1,'read','orders/*','allow',NULL,NULL,1795391514646165);
INSERT INTO permissions VALUES(X'01A205AC68287D7A92CAF72A43AED902',1,'read','orders/secret','deny',NULL,NULL,1795391514664639);
INSERT INTO permissions VALUES(X'01A205AC683779C5A58873A434D6234F',1,'refund','orders/*','require_approval',NULL,NULL,1795391514679246);
INSERT INTO permissions VALUES(X'01A205AC684278C9B4E19C43337E5EAE',1,'*','archive/**','allow',NULL,4102444800000000,1795391514689858);
INSERT INTO permissions VALUES(X'01A205AC6850749C96C468D6B7199C51',3,'refund','orders/*','require_approval',NULL,NULL,1795391514704101);
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
