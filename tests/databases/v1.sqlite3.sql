-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-d5n9Qv6FCbGF8aP9KxpobTz6ngtKfbopoLC7tRSK2DCo21
-- approved_request = apr_01m82dgmypfxpt8vndzzkhcc1d
-- approver_key = sk-tkrdFeauyejOofVXGkxLnqhF0kK0gHk3Z84KWXvl2xQkn8
-- cancelled_request = apr_01m82dgmywe8t8g5f8y8ap0v61
-- dated_key = sk-s1MKw7gyHnYqzaTiHWO1bBPqtnWwtMkG9aKGvbae3U3mt5
-- lost_token = op-L2U22HtoLFTqupY38w529XAwL5mwZtv4Db5Ac6sD0Ce3Kg
-- north_id = cus_01m82dgmxkes69sm0j8jjvjvh1
-- north_key = sk-CZWlDMjOWCiu0oO8XJHMCeMy7h5UsWOKFN8bsJJM4L0xvh
-- owner_token = op-t894FUAGNK8jggdxeQTarxx9ZrD6yFnf10dEb1wx21xLe0
-- pending_request = apr_01m82dgmymed89gx2pshzgrphj
-- rejected_request = apr_01m82dgmyrfy7b0hvd7jv8shqh
-- revoked_key = sk-KK97YAc5miNPoeFpLNNFUzvqOnDRJviaagCU5udc133wRQ
-- south_id = cus_01m82dgmxqfszsgs9b2h6eg6rk
-- south_key = sk-g8Rl6XN6bfg3jWcx1CifdFNm1isacMy8b4YGpQLc1Xz00y
-- used_request = apr_01m82dgmytehmtdkqqv56xcs2v
-- west_id = cus_01m82dgmxrfsgrtsjetwdj5x9e
-- west_key = sk-uIi4yDbugL6XrJFQKwFIRBzY4AkljZAeCeQKrF7x2kBuCB
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
    authority   TEXT NOT NULL CHECK (authority IN ('customer', 'operator')),
    engaged_by  TEXT NOT NULL,
    reason      TEXT,
    engaged_at  INTEGER NOT NULL,
    CHECK ((level = 'system') = (customer_no IS NULL)),
    CHECK ((level = 'agent') = (agent_id IS NOT NULL)),
    CHECK (level <> 'system' OR authority = 'operator')
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
        CHECK (status IN ('pending', 'approved', 'used', 'rejected', 'cancelled')),
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795377615805116,1795377615805116);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795377615805907,1795377615815988);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795377615806693,1795377615806693);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795377615811286,1795377615811286);
INSERT INTO api_keys VALUES(X'01A204D853B37921A7FBE00574D3F8A8',1,'first key','sk-CZWl…',X'1956111576CFBE90CDD8C66F2809A6065E51DD7037B7929F0F6657B955367A0C',7,NULL,NULL,1795377615795786,'operator:op_01m82dgmj0f4kbdz55sq8vabth:ada',NULL,NULL,1795377615805040);
INSERT INTO api_keys VALUES(X'01A204D853B778B1BA3777EF3D950FC7',2,'first key','sk-g8Rl…',X'CCB8056C33947A7D50CE15C76D6EA3285D91054EB7723722023872F81F345F53',7,NULL,NULL,1795377615799493,'operator:op_01m82dgmj0f4kbdz55sq8vabth:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204D853B872089372F015EEF66AB6',3,'first key','sk-uIi4…',X'9445FCC5E321C0890F4E744A9DF3E4A64FD107E2901435ABB09322B99F4BC0BF',7,NULL,NULL,1795377615800690,'operator:op_01m82dgmj0f4kbdz55sq8vabth:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204D853CD74369F32FA4043882D27',1,'unnamed key','sk-d5n9…',X'218D83C00BFDC1A548B6C10A1EB25B9A85383042A97510956B584A859867A3DC',1,'bot',NULL,1795377615821537,'api_key:key_01m82dgmxkf4gtfyz00ntd7y58',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204D853CE7886999894CDA02C1BDB',1,'revoked','sk-KK97…',X'9A60FED0BFF24639D0D3E0FB7DB671CF942462369B075EBEF01DC4D0D55A1C1A',7,NULL,NULL,1795377615822350,'api_key:key_01m82dgmxkf4gtfyz00ntd7y58',NULL,1795377615823188,NULL);
INSERT INTO api_keys VALUES(X'01A204D853D07284800B552D820A1E57',1,'unnamed key','sk-s1MK…',X'747F5570A60B5C347A7B4230C6A6B0D3E6581D84E8814D8888D850422FE1CB1A',2,NULL,NULL,1795377615824045,'api_key:key_01m82dgmxkf4gtfyz00ntd7y58',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204D853D0741AB9CEE393FE226FA4',1,'unnamed key','sk-tkrd…',X'DA18600A14FA601809277C4BF48B1B4AC8901810EED41545E1AC2FE643486428',8,NULL,'Ada Byron',1795377615824837,'operator:op_01m82dgmj0f4kbdz55sq8vabth:ada',NULL,NULL,1795377615831016);
INSERT INTO approvals VALUES(X'01A204D853D47350987456CC7F0C5A32',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82dgmxkf4gtfyz00ntd7y58','pending',1795377615828829,1795464015828829,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A204D853D67F6DA46EADFFE716302D',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82dgmxkf4gtfyz00ntd7y58','approved',1795377615830029,1795464015830029,1795377615831113,'api_key:key_01m82dgmygegdbkkq3jfz24vx4','Ada','because');
INSERT INTO approvals VALUES(X'01A204D853D87F8EB0476D3CB68CC6F1',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82dgmxkf4gtfyz00ntd7y58','rejected',1795377615832209,1795464015832209,1795377615833159,'api_key:key_01m82dgmygegdbkkq3jfz24vx4','Ada','because');
INSERT INTO approvals VALUES(X'01A204D853DA7469A6CEF7D94DD6645B',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82dgmxkf4gtfyz00ntd7y58','used',1795377615834126,1795464015834126,1795377615835157,'api_key:key_01m82dgmygegdbkkq3jfz24vx4','Ada','because');
INSERT INTO approvals VALUES(X'01A204D853DC72348815E8F215606CC1',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmybfdh8gv91dehbkxcz requires a person''s approval","permission_id":"perm_01m82dgmybfdh8gv91dehbkxcz","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82dgmxkf4gtfyz00ntd7y58','cancelled',1795377615836926,1795464015836926,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795377615424110,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.424110Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82dgmj0e9mrskc8bx65en0s","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82dgmj0fdct9xvczhnnt0fz","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"472d9cf748ef9fe5f311c215a83985c3","resource":"op_01m82dgmj0f4kbdz55sq8vabth","result":"done","seq":1,"trace":[]}',X'C62804866FF672DF4B833C9C25D5CA6D93C0412F9E55E18CF752419CA52DF3A7');
INSERT INTO audit_records VALUES(10,2,1,1795377615799493,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.799493Z","customer_id":"cus_01m82dgmxqfszsgs9b2h6eg6rk","customer_seq":1,"details":{"api_key":"key_01m82dgmxqf2rvmdvqxwysa3y7","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82dgmxqewprtj1a49sn20z0","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxqfszsgs9b2h6eg6rk","result":"done","seq":10,"trace":[]}',X'D6836A82F515BDD4500F5135D7119AB63DF9EDAF387D4B116453FF983D73E8C3');
INSERT INTO audit_records VALUES(11,3,1,1795377615800690,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.800690Z","customer_id":"cus_01m82dgmxrfsgrtsjetwdj5x9e","customer_seq":1,"details":{"api_key":"key_01m82dgmxre8496wqg2qqfctnp","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82dgmxrep2t2sjpfmqeq8ss","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxrfsgrtsjetwdj5x9e","result":"done","seq":11,"trace":[]}',X'AC6BF796CC213F831861AEF94154A74015054CC4896DE21149546FFFFDBEF7DC');
INSERT INTO audit_records VALUES(12,1,2,1795377615802601,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.802601Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82dgmxtexzra8rrrw7brpgq","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxkes69sm0j8jjvjvh1","result":"done","seq":12,"trace":[]}',X'7C9183B218C0788FA7770018C1EC0545F405D9C91BDC2DE36233BCAE792B4DCD');
INSERT INTO audit_records VALUES(13,2,2,1795377615803432,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.803432Z","customer_id":"cus_01m82dgmxqfszsgs9b2h6eg6rk","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82dgmxvffd9865sp2k6ja0j","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxqfszsgs9b2h6eg6rk","result":"done","seq":13,"trace":[]}',X'1C53873A94FDD0B7776DE6B56003E406B0DE9592ACEDDC0814552757B08D2B9A');
INSERT INTO audit_records VALUES(14,3,2,1795377615804202,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.804202Z","customer_id":"cus_01m82dgmxrfsgrtsjetwdj5x9e","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82dgmxwet5tpw42rb43df2x","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxrfsgrtsjetwdj5x9e","result":"enabled","seq":14,"trace":[]}',X'D43E3BDD22DFA9B23BA77C90F91B41344359CFF6F3A22B3798B750BDDCC14896');
INSERT INTO audit_records VALUES(15,1,3,1795377615805116,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.805116Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82dgmxxej39azqsza3m1qgn","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'EDFEE6DE09C2B0A5EAA4FB9799D6B64AAB63531B63DF6205C861B3ABE0B0F3FF');
INSERT INTO audit_records VALUES(16,1,4,1795377615805907,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T20:00:15.805907Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82dgmxxfd9s8aqrrzj18mnh","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'934E8BADFB30476B44C72E023B8F2F2DDA5DC0FD7F3B852F534C3DDE99A84F23');
INSERT INTO audit_records VALUES(17,1,5,1795377615806693,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:00:15.806693Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82dgmxyf7e8mfy1a3s6jxbk","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'CFD67467D89E5B9B16FC37329BBB6951644609218443604361A7357E7716DB18');
INSERT INTO audit_records VALUES(18,1,6,1795377615811286,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T20:00:15.811286Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82dgmy3epjab162t305r0en","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'6EB9DBF0173A6CECF888FC538A2C93B7D97F3929BB778CBA5F438A91E360548C');
INSERT INTO audit_records VALUES(19,1,7,1795377615812123,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:00:15.812123Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82dgmy4frg925t2mf3jcvbs","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'BDF9F67CAB192E67A49E24FFD3A0D2F7E2D3ECC4DD0BF070D31BC9117AAE5015');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795377615542265,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.542265Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82dgmnpfa3sczc0rqsesfyy","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"b447384960f106694838a8d3600f4c67","resource":"op_01m82dgmnpeavvzxwrawe2c682","result":"done","seq":2,"trace":[]}',X'5E9DA672D33E4CED9E7B6302F3437D8BC6D60E6DB8E03C2F99C9DE3FC41AF95A');
INSERT INTO audit_records VALUES(20,1,8,1795377615815256,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.815256Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82dgmy7egrv8rksmx0rjchs","kind":"change","node":"4bf5ecf2","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'8F30CB27E8FE3D77B8622BAC192C0E713FA44C9BDBFF862EACEEC32E6C1EF05F');
INSERT INTO audit_records VALUES(21,1,9,1795377615815988,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T20:00:15.815988Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82dgmy8eq3swk7bvwp1209h","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'BE02A49015564B1F6CA67B40188E87210BE353F86E1CD7EE53D77BDAA7863CF4');
INSERT INTO audit_records VALUES(22,1,10,1795377615816731,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.816731Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82dgmy8et5sn1vrcgz2f0r0","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmy8frna1b8ch714s9vm","result":"done","seq":22,"trace":[]}',X'D9F39BAF3C98D7892632F26452D6DDD739C0F71F7D61AC4CB0513A4B8F25C43F');
INSERT INTO audit_records VALUES(23,1,11,1795377615817644,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.817644Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82dgmy9f6aaaec9peb18svf","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmy9ezdvw7pz65tagdsz","result":"done","seq":23,"trace":[]}',X'1E9B577151D4C1AF60F52FB062E79D0E0521FC3A30A4EC9412C9942E767D0E6D');
INSERT INTO audit_records VALUES(24,1,12,1795377615818408,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.818408Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82dgmyafry9eepype9f347b","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmyafvergnekrp5hp4ax","result":"done","seq":24,"trace":[]}',X'917A8CD376243455FE720D9519625132667E31346C8F66F5FF0C42438D1C7F76');
INSERT INTO audit_records VALUES(25,1,13,1795377615819216,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.819216Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82dgmybfrm883zg00x26cz0","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmybfxyvztf607cxgy15","result":"done","seq":25,"trace":[]}',X'59C5057A7044198033BC79DB13470B20AFFECFE928B057B4C6CD79B7DDE503CE');
INSERT INTO audit_records VALUES(26,1,14,1795377615819935,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:00:15.819935Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82dgmybetxvpv6c9k3htexb","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmybfdh8gv91dehbkxcz","result":"done","seq":26,"trace":[]}',X'823DF42A1C4E68ACEB08BCAF9F67E9435148C3BC7D867C0364D950410D462E38');
INSERT INTO audit_records VALUES(27,1,15,1795377615820724,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:00:15.820724Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82dgmyceaxtjzm492aa6jd1","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"perm_01m82dgmycf6aszt3xgthazh2y","result":"done","seq":27,"trace":[]}',X'A1D60A37AFFDD36609D5170552B039F9AFA16A9749DC7AB45A39DD575AAC6831');
INSERT INTO audit_records VALUES(28,1,16,1795377615821537,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.821537Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-d5n9…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82dgmydf0a9tr6yfq7dfx1z","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"key_01m82dgmydegv9ycqt811rgb97","result":"done","seq":28,"trace":[]}',X'C9121736D3B5EA050E4DE78DBB5A257001132C731DF7B4CD5C58EED7AEAB396F');
INSERT INTO audit_records VALUES(29,1,17,1795377615822350,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.822350Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-KK97…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82dgmyee7vtdfg5083rje40","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"key_01m82dgmyef239k64mspg2r6yv","result":"done","seq":29,"trace":[]}',X'90D902B3C0908F665C3FFE04678A639FE24FF9B00F1362B2DFE5BC61DD0D0469');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795377615596732,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.596732Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82dgmqde4zrsp728bsygas9","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"a70675406aba406370b254671695d78e","resource":"op_01m82dgmqcf7890ab29mhhpw60","result":"done","seq":3,"trace":[]}',X'45A1D26D01C51E6045EF78C90EE0124CA02169FECFE80A41A957524AA086A836');
INSERT INTO audit_records VALUES(30,1,18,1795377615823188,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.823188Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":18,"details":{"name":"revoked","prefix":"sk-KK97…"},"epoch":1,"format":1,"id":"rec_01m82dgmyfefjagzbtacvqwk5m","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"key_01m82dgmyef239k64mspg2r6yv","result":"done","seq":30,"trace":[]}',X'6555888FAE702EE1FB2E05F7C6705A7EDEB0476DFC0BD8652D686298981DDE71');
INSERT INTO audit_records VALUES(31,1,19,1795377615824045,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.824045Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-s1MK…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82dgmyge40rr8akyp53q626","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"key_01m82dgmygea2802tn5p10m7jq","result":"done","seq":31,"trace":[]}',X'A5E6779838F32A9DCA3B082822C88F16EAED1C4B41605C9471534DCB02051303');
INSERT INTO audit_records VALUES(32,1,20,1795377615824837,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.824837Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-tkrd…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82dgmygfq9vv8gcc3avg0n7","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"key_01m82dgmygegdbkkq3jfz24vx4","result":"done","seq":32,"trace":[]}',X'2216C3305431AA02F50FDA05909DAED14F13D00741557585E100FE8474ACAB70');
INSERT INTO audit_records VALUES(33,1,21,1795377615825651,'bot','approved','{"action":"read","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.825651Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82dgmyhfckbrjew7hzz5714","kind":"decision","node":"4bf5ecf2","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82dgmy8frna1b8ch714s9vm","permission_id":"perm_01m82dgmy8frna1b8ch714s9vm","rule_checked":"permission_rule","rule_result":"passed"}]}',X'7798185A882DD6BBC2291B7DCEBBB24DAE0402856947474A3169316E2CCE8CFA');
INSERT INTO audit_records VALUES(34,1,22,1795377615826430,'bot','denied','{"action":"read","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.826430Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82dgmyje0av9fcxzfdxx9zx","kind":"decision","node":"4bf5ecf2","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82dgmy9ezdvw7pz65tagdsz","permission_id":"perm_01m82dgmy9ezdvw7pz65tagdsz","rule_checked":"permission_rule","rule_result":"failed"}]}',X'8F5016B0C8D0CF477DF05D7F2D0F7BF1551CD588CA12ACC99CC68C1B9C05B471');
INSERT INTO audit_records VALUES(35,1,23,1795377615827184,'nobody','denied','{"action":"read","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T20:00:15.827184Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82dgmykfpnr7pecasj9gx2v","kind":"decision","node":"4bf5ecf2","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'5575F76B0E4055E4524E8AC35766F6DFD500A41B50F3841D33C4CA5AEDC3166C');
INSERT INTO audit_records VALUES(36,1,24,1795377615827964,'bot','approved','{"action":"read","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.827964Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82dgmyke8craz0e441cppg2","kind":"decision","node":"4bf5ecf2","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82dgmy8frna1b8ch714s9vm","permission_id":"perm_01m82dgmy8frna1b8ch714s9vm","rule_checked":"permission_rule","rule_result":"passed"}]}',X'5065F36A975280EA62713CEE1E85729401580ED0418E78C841454EB11466BE35');
INSERT INTO audit_records VALUES(37,1,25,1795377615828829,'bot','denied','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.828829Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82dgmynejsssy63mmc52ndx","kind":"decision","node":"4bf5ecf2","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'535292CD496F49C342070A2F2871C5F842ABA10C6763BC12FA973551603D6995');
INSERT INTO audit_records VALUES(38,1,26,1795377615830029,'bot','denied','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.830029Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82dgmypf8kaknx21kbh71ca","kind":"decision","node":"4bf5ecf2","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'319820800494AB3E5500C3251B3E4838EFFEAB5EE7333EF1FD814FA187966602');
INSERT INTO audit_records VALUES(39,1,27,1795377615831113,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82dgmygegdbkkq3jfz24vx4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.831113Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T20:00:15.830029Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82dgmyqec1a044wyhp9b8ab","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"apr_01m82dgmypfxpt8vndzzkhcc1d","result":"done","seq":39,"trace":[]}',X'D57589D2FC7AAC421B7FE47B61774FBD92E9EE19F771257E7F33B3AD61F22C2E');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795377615641770,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.641770Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82dgmrteq7877c0jetcams8","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"65b37b7721cd7029a6b04a0999bb8ccc","resource":"op_01m82dgmqcf7890ab29mhhpw60","result":"done","seq":4,"trace":[]}',X'2DF501A2DED3C0648B95083FFEBD6FFA03CE782C945C2A780BDA2652C0B6C7CF');
INSERT INTO audit_records VALUES(40,1,28,1795377615832209,'bot','denied','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.832209Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82dgmyreedr1ycwt7n34cas","kind":"decision","node":"4bf5ecf2","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'F3C879E18154582F17A7E3E8587BE0A9CB3AA2C59CA90371084FEC650FB458D8');
INSERT INTO audit_records VALUES(41,1,29,1795377615833159,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82dgmygegdbkkq3jfz24vx4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.833159Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T20:00:15.832209Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82dgmysf0stvnd94dbfxkmf","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"apr_01m82dgmyrfy7b0hvd7jv8shqh","result":"done","seq":41,"trace":[]}',X'4ECD55A07C2B7A1B8F2A83D0B7F2E11D8B7CB4526E4D8FCA20F959F31349745C');
INSERT INTO audit_records VALUES(42,1,30,1795377615834126,'bot','denied','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.834126Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82dgmytfpjt63tnhx496x5j","kind":"decision","node":"4bf5ecf2","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'E6F79971C4354F5B6D2891B8200D995FFC9EA43C7D0CC5018BB724CA78BEECF5');
INSERT INTO audit_records VALUES(43,1,31,1795377615835157,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82dgmygegdbkkq3jfz24vx4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:00:15.835157Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T20:00:15.834126Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82dgmyvex9szrkavw4m9kk2","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"apr_01m82dgmytehmtdkqqv56xcs2v","result":"done","seq":43,"trace":[]}',X'FEFAF9B7BA066DA2DE6C8058E34915915F7E3D1B15EF7E9CD1BC25E1284489D3');
INSERT INTO audit_records VALUES(44,1,32,1795377615836078,'bot','approved','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:00:15.836078Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82dgmywfbtt3gpcj2qqr7he","kind":"decision","node":"4bf5ecf2","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmyafvergnekrp5hp4ax requires a person''s approval","permission_id":"perm_01m82dgmyafvergnekrp5hp4ax","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82dgmytehmtdkqqv56xcs2v was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'A267C0724853EEC312C8398ED2459F3CCDB24D1644CFB4DC4F44F8FB1ADCE624');
INSERT INTO audit_records VALUES(45,1,33,1795377615836926,'killed','denied','{"action":"refund","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:00:15.836926Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82dgmyxfy7thntz7hz2ntyv","kind":"decision","node":"4bf5ecf2","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82dgmybfdh8gv91dehbkxcz requires a person''s approval","permission_id":"perm_01m82dgmybfdh8gv91dehbkxcz","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'BA23047739CE946D6CA944A3C82929FAB9CC7FED6BC8B7A84CECCAD8BA9C2B64');
INSERT INTO audit_records VALUES(46,1,34,1795377615837812,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:00:15.837812Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82dgmyxejnvnxaaqnv499r2","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'FE997B0D8E835F43BB5E01B6CA2F55D0BEFDDA18260AE8B099CABE2B7660F67C');
INSERT INTO audit_records VALUES(47,1,35,1795377615838663,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T20:00:15.838663Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82dgmyyfdfbjkje6m709pwz","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'16796CA100165900C40D9E94503F4FA616064207C5AB69117D61B737964062FB');
INSERT INTO audit_records VALUES(48,1,36,1795377615839385,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82dgmxkf4gtfyz00ntd7y58","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:00:15.839385Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82dgmyzf3drx4v40nz8y5xa","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'344AB6F4967942241B9085FB6EBCB0992802437EF9F408FEB831E832B8F4D99A');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795377615662335,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.662335Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82dgmsef8yswaxpdz1h2yzk","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"22034f38ad7294b6b0f96b39c84b36d0","resource":"tok_01m82dgmseekpa2jkfxemaqj00","result":"done","seq":5,"trace":[]}',X'8FC76DFC51ECC751619CB763436A6E238FD3BD52EB761329E57D0E1D6EAC8407');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795377615692759,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:00:15.692759Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-L2U2…"},"epoch":1,"format":1,"id":"rec_01m82dgmtcf8tsyjbd6vbhxn5c","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"b1daf71ed354c52e38fdb3d0e96056b5","resource":"tok_01m82dgmseekpa2jkfxemaqj00","result":"done","seq":6,"trace":[]}',X'EE55D138B97783F0603FC22E37F39251DB5D9FA8090D3A9822C04F1C368093E5');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795377615729376,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T20:00:15.729376Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"bbef98f401ab58e2d05519b2e065be6c64b41f2866b5d4490975455fc8bfa5c6","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp9dWXEm/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82dgmvhfgcsh4az9weqem09","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"a3128ec91102fc615a3ee00ef455b544","resource":null,"result":"done","seq":7,"trace":[]}',X'6B14F93048FE6EC0376B649A21AAA1893906C640A1AC59A59D5827500A95CB10');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795377615790954,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82dgmnpeavvzxwrawe2c682","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T20:00:15.790954Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T08:00:15.790954Z","session":"ses_01m82dgmxffparpvd9mj697j74"},"epoch":1,"format":1,"id":"rec_01m82dgmxffb3b5nfqwfzbsavc","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"op_01m82dgmnpeavvzxwrawe2c682","result":"done","seq":8,"trace":[]}',X'24418E3D2F3C0D14F39477207C5892C54EA9405010CFE68807C304318B8E957D');
INSERT INTO audit_records VALUES(9,1,1,1795377615795786,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82dgmj0f4kbdz55sq8vabth","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:00:15.795786Z","customer_id":"cus_01m82dgmxkes69sm0j8jjvjvh1","customer_seq":1,"details":{"api_key":"key_01m82dgmxkf4gtfyz00ntd7y58","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82dgmxmf3fse04fhqxnnvqk","kind":"change","node":"4bf5ecf2","reason":null,"request_id":"test","resource":"cus_01m82dgmxkes69sm0j8jjvjvh1","result":"done","seq":9,"trace":[]}',X'31473D01697C95DE78D699361B5AE3E7EECC7B1DD3E8E5F5635DD4A8484A4385');
INSERT INTO customers VALUES(1,X'01A204D853B3764C9CD01244A5B96E21','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795377615795786,1795377615802601);
INSERT INTO customers VALUES(2,X'01A204D853B77E7F98652B144CE81B13','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795377615799493,1795377615803432);
INSERT INTO customers VALUES(3,X'01A204D853B87E618D664ED71B22F52E','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795377615800690,1795377615800690);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82dgmxkf4gtfyz00ntd7y58',NULL,1795377615837812);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82dgmj0f4kbdz55sq8vabth:ada','audit',1795377615838663);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82dgmj0f4kbdz55sq8vabth:ada','unpaid',1795377615804202);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"human","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp9dWXEm/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter"}');
INSERT INTO meta VALUES('created_at','2026-11-22T20:00:15.419577Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','4bf5ecf2');
INSERT INTO operator_sessions VALUES(X'01A204D853AF7D958B6DA9A48C93C8E4',X'01A204D852B672B7BFF798571C261902',X'67D777435AE62A95394375519AC05F51FDF25266F329727FBD8B644889BB400C',1795377615790954,1795420815790954);
INSERT INTO operator_tokens VALUES(X'01A204D8524072698CCD885F4C575419',X'01A204D852407926B6FCA5CDD1B52F51','first token','op-t894…',X'27691F1EF4F584918478C3C5E781CC04C808987A1F561BEE016E328A9815C0AE',1795377615424110,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A204D8532E74ECA14A6FEBA8ABC800',X'01A204D852407926B6FCA5CDD1B52F51','lost','op-L2U2…',X'1EEF0BE196DAC86B725316C494EE8605D3351DA9672700B766ABCB78F4503427',1795377615662335,NULL,1795377615692759);
INSERT INTO operators VALUES(X'01A204D852407926B6FCA5CDD1B52F51','ada','owner',NULL,0,1795377615424110,1795377615424110);
INSERT INTO operators VALUES(X'01A204D852B672B7BFF798571C261902','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$bt0A9pKKv+d4OFVvXl9GzQ$fNaJDNdkJhtlepaJRyPT6K2MJ2WYIXi+CN1aolm5lRo',0,1795377615542265,1795377615542265);
INSERT INTO operators VALUES(X'01A204D852EC79D09029624D231B70C0','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$LXRB3FP06I+JsD6mCTytoQ$CK/N364B3R4Q/gIXc2EMM98bifApv9XaSbD0gEF964E',1,1795377615596732,1795377615641770);
INSERT INTO permissions VALUES(X'01A204D853C87E2AA0AD0C89C24CA774',1,'read','orders/*','allow',NULL,NULL,1795377615816731);
INSERT INTO permissions VALUES(X'01A204D853C977DBBE1EDF3174A8373F',1,'read','orders/secret','deny',NULL,NULL,1795377615817644);
INSERT INTO permissions VALUES(X'01A204D853CA7EDD8855D3C58B1B115D',1,'refund','orders/*','require_approval',NULL,NULL,1795377615818408);
INSERT INTO permissions VALUES(X'01A204D853CB7B62886D216BA2B9F59F',3,'refund','orders/*','require_approval',NULL,NULL,1795377615819935);
INSERT INTO permissions VALUES(X'01A204D853CB7F7DBFE9E601D9D87825',1,'*','archive/**','allow',NULL,4102444800000000,1795377615819216);
INSERT INTO usage_daily VALUES(1,20779,3,7,21,1);
CREATE INDEX permissions_by_agent ON permissions (agent_no);
CREATE UNIQUE INDEX kill_switches_by_target
    ON kill_switches (level, coalesce(customer_no, 0), coalesce(agent_id, ''));
CREATE INDEX approvals_standing ON approvals (expires_at)
    WHERE status IN ('pending', 'approved', 'rejected');
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
