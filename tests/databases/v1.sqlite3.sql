-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-XeTAPaep9V71n5HmLRNtQ5wSuiIHbHhsKCZKKOeM02iKKE
-- approved_request = apr_01m82scsrwfw6sp3t9w5bgp268
-- approver_key = sk-jf4cXG5kp7AfA2pbpR2ubIMdtHNNUTrRDTWU2Cjm2GRfKY
-- cancelled_request = apr_01m82scss7fse8tcjkdgvbgw21
-- dated_key = sk-iEZj4gDNqNhN9uBgSGxljzPaQySTeNaBfVl7gCVU1V2C9h
-- lost_token = op-IAPlwpomJnjw1YiNv6o8nnRuxLWy9y01ajSXmOGu2Owbyg
-- north_id = cus_01m82scsprf8qtrsb6mckabhh2
-- north_key = sk-Y1TUZv1UO45D2wC8tqmyJ1RndvNo1eP8XElZxZPM36gFK5
-- owner_token = op-VWKND0dE6rryL0dLnj0F1FBbVUWWoZKCXRl1oaXO0w8GiI
-- pending_request = apr_01m82scsrvf6tr9fna486t2rb0
-- rejected_request = apr_01m82scsrzfzvas8e1449vgsx5
-- revoked_key = sk-hbo1mRvCVv1RCQaOZw9glvmVFImOIqe6A7iiDoeL1s3lz1
-- south_id = cus_01m82scspveb1r7bdxxd8kxmrw
-- south_key = sk-g0gTphjMEfFwkZIbPeStOTX7JeVTUKLlFd09Ju704GvHr2
-- used_request = apr_01m82scss4fdkvt732j1a4dhgm
-- west_id = cus_01m82scspzfrjr51tpjgs60yhv
-- west_key = sk-NXiUR7wPqCKwa3YIXllZ1PGT4bYhibmgq8fHSIAO0RXG1w
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
INSERT INTO activity_minutes VALUES(29923167,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923167,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923167,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923167,'human_override',1);
INSERT INTO activity_minutes VALUES(29923167,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795390072561278,1795390072561278);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795390072562119,1795390072589477);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795390072562934,1795390072562934);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795390072563646,1795390072563646);
INSERT INTO api_keys VALUES(X'01A2059666D873ED999ACFA3A381BC0B',1,'first key','sk-Y1TU…',X'812FCA1DE44D9D4479BC21C55C4476663E50AE90B9E2A12BC538F4CE716F113A',7,NULL,NULL,1795390072536098,'operator:op_01m82scs8gfkw8nkaxay11ys5v:ada',NULL,NULL,1795390072561158);
INSERT INTO api_keys VALUES(X'01A2059666DB7E17854313F84D34D3F8',2,'first key','sk-g0gT…',X'A7FB364CC6B3DAFEDAED3A5331C61A73C60FA93CB861CE64D7E4EA60443ADC80',7,NULL,NULL,1795390072539549,'operator:op_01m82scs8gfkw8nkaxay11ys5v:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059666DF71D4BB9AD288A1A23829',3,'first key','sk-NXiU…',X'A2F629EC1FF6BDE809005F71CF68F366F3F8BC506F18294A8443AE4C7121C1D2',7,NULL,NULL,1795390072543457,'operator:op_01m82scs8gfkw8nkaxay11ys5v:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059667147BAE8C7277A4978D18AF',1,'unnamed key','sk-XeTA…',X'053E95C4360B14BF7B4E1B9439A11868A04D2DEC274717D7517758C86DA0A042',1,'bot',NULL,1795390072596679,'api_key:key_01m82scsprefpsk6pfmehr3f0b',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A205966715722C841DDC7CBFE4B7AB',1,'revoked','sk-hbo1…',X'E751A9C0C9AE7F2943DEFB5BC82553F5DE92B1BAC0B628388C5FF4E5B27FD169',7,NULL,NULL,1795390072597502,'api_key:key_01m82scsprefpsk6pfmehr3f0b',NULL,1795390072598259,NULL);
INSERT INTO api_keys VALUES(X'01A205966717749DA17AABC21D103D40',1,'unnamed key','sk-iEZj…',X'1FC186DD645F137123636AED5D43CC8C3753D0A34A67A104CABDEA0BBD84D688',2,NULL,NULL,1795390072599249,'api_key:key_01m82scsprefpsk6pfmehr3f0b',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2059667187285995DABA8CB33B80D',1,'unnamed key','sk-jf4c…',X'D99EEC7BD1FB9481E00438C091CDA6EA8BA8BBF475C7C9B07E2F6430B87CF9A9',8,NULL,'Ada Byron',1795390072600096,'operator:op_01m82scs8gfkw8nkaxay11ys5v:ada',NULL,NULL,1795390072606131);
INSERT INTO approvals VALUES(X'01A20596671B79B584BEAA220DA16160',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82scsprefpsk6pfmehr3f0b','pending',1795390072603733,1795476472603733,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20596671C7F0D9B0F49E1570B08C8',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82scsprefpsk6pfmehr3f0b','approved',1795390072604966,1795476472604966,1795390072606422,'api_key:key_01m82scsrrea2sjqdbn35k7e0d','Ada','because');
INSERT INTO approvals VALUES(X'01A20596671F7FF6ACA1C12113B867A5',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82scsprefpsk6pfmehr3f0b','rejected',1795390072607600,1795476472607600,1795390072611448,'api_key:key_01m82scsrrea2sjqdbn35k7e0d','Ada','because');
INSERT INTO approvals VALUES(X'01A2059667247B67BD1C62905446C614',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82scsprefpsk6pfmehr3f0b','used',1795390072612583,1795476472612583,1795390072613702,'api_key:key_01m82scsrrea2sjqdbn35k7e0d','Ada','because');
INSERT INTO approvals VALUES(X'01A2059667277E5C8D32536C36B87041',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrkeq9b8ncvg2mmjjr0 requires a person''s approval","permission_id":"perm_01m82scsrkeq9b8ncvg2mmjjr0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82scsprefpsk6pfmehr3f0b','cancelled',1795390072615492,1795476472615492,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795390072080319,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.080319Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82scs8ge3c89p8rhch2p684","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82scs8gfnxay3180ks2tc4w","kind":"change","node":"92912997","reason":null,"request_id":"1ad129d3c9e6b409db0b48ccb33cbee7","resource":"op_01m82scs8gfkw8nkaxay11ys5v","result":"done","seq":1,"trace":[]}',X'4790AC2CFE22DAED34432B99669B4AE79F7C70772EEEE0EE663BA7FE60B0311C');
INSERT INTO audit_records VALUES(10,2,1,1795390072539549,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.539549Z","customer_id":"cus_01m82scspveb1r7bdxxd8kxmrw","customer_seq":1,"details":{"api_key":"key_01m82scspvfrbragrkz16k9mzr","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82scspve09a9cg7p0ssjem9","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scspveb1r7bdxxd8kxmrw","result":"done","seq":10,"trace":[]}',X'6D860B44CFA7CDE90C81D71284E5544809F170126F2DD34109F6AE6E504BD67B');
INSERT INTO audit_records VALUES(11,3,1,1795390072543457,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.543457Z","customer_id":"cus_01m82scspzfrjr51tpjgs60yhv","customer_seq":1,"details":{"api_key":"key_01m82scspze7abq6pjh2gt4e19","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82scspzekftefs4xeqmdd0d","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scspzfrjr51tpjgs60yhv","result":"done","seq":11,"trace":[]}',X'A440CC08B3D229D57D909E3DF7FBD465A552B569A51C39C354194B964E921B71');
INSERT INTO audit_records VALUES(12,1,2,1795390072549725,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.549725Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82scsq5e9cb9acx2r8wzadf","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scsprf8qtrsb6mckabhh2","result":"done","seq":12,"trace":[]}',X'467CBC420C057BCC906A1D1128EEA0CCDEEE639EE549AA7CDFBB2FF39387806D');
INSERT INTO audit_records VALUES(13,2,2,1795390072550740,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.550740Z","customer_id":"cus_01m82scspveb1r7bdxxd8kxmrw","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82scsq6fex957bhbeqg1k5s","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scspveb1r7bdxxd8kxmrw","result":"done","seq":13,"trace":[]}',X'338ACA955067F0AE929697C36CBDEB7F324A9A6DFC19550F6B813024D6C69275');
INSERT INTO audit_records VALUES(14,3,2,1795390072560145,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.560145Z","customer_id":"cus_01m82scspzfrjr51tpjgs60yhv","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82scsqgesfaqxf3jnrtx27d","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scspzfrjr51tpjgs60yhv","result":"enabled","seq":14,"trace":[]}',X'14C505BBE0409A8CD98E1A6495BF6D72B3578A6CE4F0E6D03B2EF1D20BCFDDAD');
INSERT INTO audit_records VALUES(15,1,3,1795390072561278,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.561278Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82scsqhee3vnj13y01vd1sw","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'BF7E0BC033574C59010BD60845D2F1AA937B634D0139D60862ECF95F76ED62DB');
INSERT INTO audit_records VALUES(16,1,4,1795390072562119,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:27:52.562119Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82scsqjee5bntmr2egk213x","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'2F41F3AF63377A2951BBFF181A9F9D63B42145A4D09AB9D35711E5B5FB7CD187');
INSERT INTO audit_records VALUES(17,1,5,1795390072562934,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:27:52.562934Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82scsqjeqx94wnps2q5sysy","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'AF2C3AAAABADD188B182DDFCE042C1436D2A150503B4C3266A28253216A5C26D');
INSERT INTO audit_records VALUES(18,1,6,1795390072563646,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:27:52.563646Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82scsqkf6vsg4qf4k73yjp1","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'F946622ECE07DDAD4CFD001CA9F9EC77D6320C7BB03E2745F767CB585C1CC93D');
INSERT INTO audit_records VALUES(19,1,7,1795390072579650,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:27:52.579650Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82scsr3eacatxkc0xgama5z","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'F2CD1942523CB0BA3A34CCBB86F036D8C62481EA38CEE8E8F3614BD6132C4AEB');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795390072197975,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.197975Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82scsc6e76s51fe79qt34sb","kind":"change","node":"92912997","reason":null,"request_id":"1f9d13d9d4c03cebde4f25c1ee6b2489","resource":"op_01m82scsc6fs7sgvt80ww04j8w","result":"done","seq":2,"trace":[]}',X'38687FE18E5B9D5712482DCA34C7F92621AF7D75BA8D56434EBC5E6166C3C97E');
INSERT INTO audit_records VALUES(20,1,8,1795390072587847,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.587847Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82scsrbf32rpdw02c6t7tn2","kind":"change","node":"92912997","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'D6D75A1113CBEDC69444AE794A3280B0F931669C92EF07566D54D0FF12603131');
INSERT INTO audit_records VALUES(21,1,9,1795390072589477,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:27:52.589477Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82scsrde3ztm12b6ej3hcz9","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'B6562C895E1F38FE5E74DAD73E1C27297969A2A5BBEDE8A85015E95CFC90AC8E');
INSERT INTO audit_records VALUES(22,1,10,1795390072591355,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.591355Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82scsrff7ws7y4v251gqafn","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrff5ab0by0zfdkjcrv","result":"done","seq":22,"trace":[]}',X'3402BCB5BFB45DDF7F1C69CB672F6963A17E9556CA952442497AC15540388D0A');
INSERT INTO audit_records VALUES(23,1,11,1795390072592775,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.592775Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82scsrgfs1sqhqz75da5e47","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrge36vq64d9615r28b","result":"done","seq":23,"trace":[]}',X'E0B25880FAB87679632B0467F132DC49C1F48AC6ABE24FDEDB5684CCEC62EA2E');
INSERT INTO audit_records VALUES(24,1,12,1795390072593593,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.593593Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82scsrhevd9vbegby5r9b0a","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrhfn3ak29c1n1r42fm","result":"done","seq":24,"trace":[]}',X'0F7A4652F5D7CBB69DCD558B693C00FBDCE9F1D44183C05F6DFE61CC223B992C');
INSERT INTO audit_records VALUES(25,1,13,1795390072594362,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.594362Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82scsrje0qsb61yv15kdp92","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrjew8bmqyd5ytjbgqd","result":"done","seq":25,"trace":[]}',X'205593C3B5035FCAAAE437E7A35DAAAFE2B873FBE9895A3556011A3DFED3FC6B');
INSERT INTO audit_records VALUES(26,1,14,1795390072595190,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:27:52.595190Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82scsrke9v9m2jhbr3tn3pe","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrkeq9b8ncvg2mmjjr0","result":"done","seq":26,"trace":[]}',X'F4DABC13C88AE2D8F03A520F58571558658BFCAE0AB1E6C3CE14B090B03D85E7');
INSERT INTO audit_records VALUES(27,1,15,1795390072595937,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:27:52.595937Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82scsrkf9jvze7xmz1qff3z","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"perm_01m82scsrkf3e8yf6q408tvqbm","result":"done","seq":27,"trace":[]}',X'44C37C16CBCD78058F24DA1617FCEEC93256E2ADF33BA52118D26C79C78C12FE');
INSERT INTO audit_records VALUES(28,1,16,1795390072596679,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.596679Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-XeTA…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82scsrmfqs8kvcfsj9n6r53","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"key_01m82scsrmfeq8rwkqmjbrt65f","result":"done","seq":28,"trace":[]}',X'9AEAB94C36D2D7777121033A2952C8B4639F5BDAE8E95DE9C2582A23471B245A');
INSERT INTO audit_records VALUES(29,1,17,1795390072597502,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.597502Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-hbo1…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82scsrneh6tqqv7ra2fj0dy","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"key_01m82scsrne8p887ewfjzy9dxb","result":"done","seq":29,"trace":[]}',X'6094EAAF0B1D5D7C1CB4E3290FA212A2A2A5DC5FAD679C3523134B2D26CEF77A');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795390072262979,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.262979Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82scse7fgeb2wx448a67xr7","kind":"change","node":"92912997","reason":null,"request_id":"6842648a50e09f9782b94e4bba4e1cd4","resource":"op_01m82scse7edfv597yyn822dsa","result":"done","seq":3,"trace":[]}',X'B89A91432566D6F845676439A184EFFFBA94A61E6703CEE5E39032AC4C398BC5');
INSERT INTO audit_records VALUES(30,1,18,1795390072598259,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.598259Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":18,"details":{"name":"revoked","prefix":"sk-hbo1…"},"epoch":1,"format":1,"id":"rec_01m82scsrpfhb9wjvr2xxdqqmk","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"key_01m82scsrne8p887ewfjzy9dxb","result":"done","seq":30,"trace":[]}',X'86F7F62A3B08F720B69D918000B3EAE445E7A45F2236E570F0772E3B5983E151');
INSERT INTO audit_records VALUES(31,1,19,1795390072599249,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.599249Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-iEZj…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82scsrqev7st45g0qawt3pn","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"key_01m82scsrqejet2ynbr8eh0fa0","result":"done","seq":31,"trace":[]}',X'BCD8CDD4CF04D3B69F0EBAE574031A5EC978BBACD4E7DF8C10D7A60950FBAB8F');
INSERT INTO audit_records VALUES(32,1,20,1795390072600096,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.600096Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-jf4c…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82scsrre9cvaj55fjjtktqn","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"key_01m82scsrrea2sjqdbn35k7e0d","result":"done","seq":32,"trace":[]}',X'81B6AEE6836386BE8186BE4D47C4C61C8865C9487AFA414DBCBD8C29F9D8D11F');
INSERT INTO audit_records VALUES(33,1,21,1795390072600840,'bot','approved','{"action":"read","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.600840Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82scsrrewvvrndg8egf66j3","kind":"decision","node":"92912997","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82scsrff5ab0by0zfdkjcrv","permission_id":"perm_01m82scsrff5ab0by0zfdkjcrv","rule_checked":"permission_rule","rule_result":"passed"}]}',X'FEDBB7D61ECF9D88D0730CB829E19D0DC4FAAC9A71082EC1D4F3855B98DCC42E');
INSERT INTO audit_records VALUES(34,1,22,1795390072601555,'bot','denied','{"action":"read","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.601555Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82scsrsfffbcha4955806be","kind":"decision","node":"92912997","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82scsrge36vq64d9615r28b","permission_id":"perm_01m82scsrge36vq64d9615r28b","rule_checked":"permission_rule","rule_result":"failed"}]}',X'1167E29CD090F08FA6BAFD32F3683D1F92220AE77728E5EA88131A8FBC9BE30D');
INSERT INTO audit_records VALUES(35,1,23,1795390072602188,'nobody','denied','{"action":"read","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:27:52.602188Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82scsrted0sj94z3mz29jpf","kind":"decision","node":"92912997","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'952FFE657556024043977835559DBA8473A41B9D27AA666F33114894915A002E');
INSERT INTO audit_records VALUES(36,1,24,1795390072602888,'bot','approved','{"action":"read","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.602888Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82scsrte3jt9xjdtzxmcyrx","kind":"decision","node":"92912997","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82scsrff5ab0by0zfdkjcrv","permission_id":"perm_01m82scsrff5ab0by0zfdkjcrv","rule_checked":"permission_rule","rule_result":"passed"}]}',X'49ACE0582F8DDEDA09EFC086C40AAA6C27500F8C621CE64C55E3FF57D0B8AA0C');
INSERT INTO audit_records VALUES(37,1,25,1795390072603733,'bot','denied','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.603733Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82scsrwectt7xeys45krfcr","kind":"decision","node":"92912997","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'D8AE037A48CEFDCE247220598E4A8C95B0434923F122AA6344BF131CFA1E1C80');
INSERT INTO audit_records VALUES(38,1,26,1795390072604966,'bot','denied','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.604966Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82scsrxfga8d58s1rf24fzb","kind":"decision","node":"92912997","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'685D5967398978F436C172BABA9D4324C76FA62F9F631E2BEC429D1E7891EDD6');
INSERT INTO audit_records VALUES(39,1,27,1795390072606422,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82scsrrea2sjqdbn35k7e0d","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.606422Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:27:52.604966Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82scsryfy9vtvxzk5ck2pfx","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"apr_01m82scsrwfw6sp3t9w5bgp268","result":"done","seq":39,"trace":[]}',X'D16A48D3AA44083112D79C4339BB37342C45151F588713112B8FE18B1E3AC8D1');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795390072304007,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.304007Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82scsfgf61szkwtezfm40pf","kind":"change","node":"92912997","reason":null,"request_id":"83015e59a3a4eb20161830e505e5b1d5","resource":"op_01m82scse7edfv597yyn822dsa","result":"done","seq":4,"trace":[]}',X'87BCE8357A893DCFC96F208E8D371E00A22D45E38C4C5B5F916BCF5A98976277');
INSERT INTO audit_records VALUES(40,1,28,1795390072607600,'bot','denied','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.607600Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82scsrzeskspsfxfyavhje1","kind":"decision","node":"92912997","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'8FDFC0C4F2C0C6DFA8C8E6368D09ED11B33F11C24DAF0263C6F017EBB1733CA6');
INSERT INTO audit_records VALUES(41,1,29,1795390072611448,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82scsrrea2sjqdbn35k7e0d","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.611448Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:27:52.607600Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82scss3fgwa2zkf90ck58rp","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"apr_01m82scsrzfzvas8e1449vgsx5","result":"done","seq":41,"trace":[]}',X'5934854301F4BF5791F3A06905A377188F3ED783192A7CB2CE8C40BB48C55B02');
INSERT INTO audit_records VALUES(42,1,30,1795390072612583,'bot','denied','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.612583Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82scss4fejr47jyxgr3rkhr","kind":"decision","node":"92912997","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'7C1948C217680DC082650D154B4158302C51AF15DB53DE2731A0EC45FB3C2377');
INSERT INTO audit_records VALUES(43,1,31,1795390072613702,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82scsrrea2sjqdbn35k7e0d","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:27:52.613702Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:27:52.612583Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82scss5fqjadgbmwh04w1gv","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"apr_01m82scss4fdkvt732j1a4dhgm","result":"done","seq":43,"trace":[]}',X'9889CA526C9AB3677DA4927283D28874189287C401A95693C0C351038DCA59AF');
INSERT INTO audit_records VALUES(44,1,32,1795390072614607,'bot','approved','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:27:52.614607Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82scss6f3hbe5v1gs630v6e","kind":"decision","node":"92912997","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrhfn3ak29c1n1r42fm requires a person''s approval","permission_id":"perm_01m82scsrhfn3ak29c1n1r42fm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82scss4fdkvt732j1a4dhgm was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'E44B4C5DEC331D87CBD7E242F9283A3E0AC2C77B2B3D8E8D470977EAD30A400D');
INSERT INTO audit_records VALUES(45,1,33,1795390072615492,'killed','denied','{"action":"refund","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:27:52.615492Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82scss7e8pv7h0nmzams10m","kind":"decision","node":"92912997","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82scsrkeq9b8ncvg2mmjjr0 requires a person''s approval","permission_id":"perm_01m82scsrkeq9b8ncvg2mmjjr0","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'5E33CB89CAEB9AEBC64C64193413FA3D0BE98909ED25A18CED4190B903F4D82B');
INSERT INTO audit_records VALUES(46,1,34,1795390072616357,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:27:52.616357Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82scss8f6d9gdz4gg6r6yqr","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'F75EDD4FD6A056EE0B084A58F12B9BEDA7E23A4D533880B089367852DE2AE731');
INSERT INTO audit_records VALUES(47,1,35,1795390072617253,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:27:52.617253Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82scss9ecfb629qspmr5ygf","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'3C47021977023FBB92E88E4D5B07F9C214AA5F26263B9EAF828C77991D09BD53');
INSERT INTO audit_records VALUES(48,1,36,1795390072617916,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82scsprefpsk6pfmehr3f0b","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:27:52.617916Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82scssafc685ttw790kne1j","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'1B20F082F64E32E727627D794B6DCCBFB3891619052451EA52A380307E878E65');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795390072351129,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.351129Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82scsgzf55s4zqa55atxvmp","kind":"change","node":"92912997","reason":null,"request_id":"cd27ce01042b4a60427ac9c7ff6ad2bf","resource":"tok_01m82scsgzegrtstkbvrzxcpcp","result":"done","seq":5,"trace":[]}',X'962351BF2D0F94623723771C5AC0D8E1C4B6055C96967C54881536D08EE4BA15');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795390072394979,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:27:52.394979Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-IAPl…"},"epoch":1,"format":1,"id":"rec_01m82scsjbecra57qf87z6keff","kind":"change","node":"92912997","reason":null,"request_id":"77595edf69577429f89bca7924b37887","resource":"tok_01m82scsgzegrtstkbvrzxcpcp","result":"done","seq":6,"trace":[]}',X'C07900BF4E2BD7EFB73C16FE28EB5D45F4FD8945AFE992B69F5DD14792D32E2C');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795390072466355,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:27:52.466355Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"6c53deac9811f0638d458818e9ebfcbebd356fb333fb803360aecc1439ad7775","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpIjfHbm/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82scsmjfq0ahhpy86rnt37d","kind":"change","node":"92912997","reason":null,"request_id":"9a1b6c2c079003ad2dbe7ad86430dc8c","resource":null,"result":"done","seq":7,"trace":[]}',X'C83F02305E528EDFB494EC1010E401C2C3F16A0C69018913F3B857D1178421BB');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795390072531063,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82scsc6fs7sgvt80ww04j8w","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:27:52.531063Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:27:52.531063Z","session":"ses_01m82scspkeax83gc42db312tn"},"epoch":1,"format":1,"id":"rec_01m82scspkf6rvyavkffjza40h","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"op_01m82scsc6fs7sgvt80ww04j8w","result":"done","seq":8,"trace":[]}',X'108594A6E904018980673EE39DB4572ECD3613739CA16A2A5BCF4992516F6998');
INSERT INTO audit_records VALUES(9,1,1,1795390072536098,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82scs8gfkw8nkaxay11ys5v","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:27:52.536098Z","customer_id":"cus_01m82scsprf8qtrsb6mckabhh2","customer_seq":1,"details":{"api_key":"key_01m82scsprefpsk6pfmehr3f0b","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82scspre43tdw1yanp3nxkv","kind":"change","node":"92912997","reason":null,"request_id":"test","resource":"cus_01m82scsprf8qtrsb6mckabhh2","result":"done","seq":9,"trace":[]}',X'BBF49303F6FE9116D31A10F408400C78280FEF4B546BDD8CAFB042839BB4AEEF');
INSERT INTO customers VALUES(1,X'01A2059666D87A2FAC6566A326A5C622','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795390072536098,1795390072549725);
INSERT INTO customers VALUES(2,X'01A2059666DB72C383ADBDEB513ED31C','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795390072539549,1795390072550740);
INSERT INTO customers VALUES(3,X'01A2059666DF7E258287569432607A3B','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795390072543457,1795390072543457);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82scsprefpsk6pfmehr3f0b',NULL,1795390072616357);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82scs8gfkw8nkaxay11ys5v:ada','audit',1795390072617253);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82scs8gfkw8nkaxay11ys5v:ada','unpaid',1795390072560145);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpIjfHbm/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:27:52.073589Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','92912997');
INSERT INTO metered_daily VALUES(20779,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20779,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20779,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20779,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2059666D372BA81C1841356308B55',X'01A2059665867E4F986F48073802491C',X'F12C2861BD7A6D523AE3417CA9C9AE05CCC5F7548416B9194AEB6EDEE68484EF',1795390072531063,1795433272531063);
INSERT INTO operator_tokens VALUES(X'01A20596651070D884D9188B222B1904',X'01A2059665107CF88ACD5D57821F64BB','first token','op-VWKN…',X'5E72B56C6F54D08939EDD46F252DD10B9AA754BFA52A68075FCB7ACE184CA777',1795390072080319,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A20596661F7431ACEA6BDE3FD65996',X'01A2059665107CF88ACD5D57821F64BB','lost','op-IAPl…',X'500CD6A6FC3A1A9D7ACC79B49F95F4C3D836F7E98A1D8C2DFBEBAD7CD2262CA2',1795390072351129,NULL,1795390072394979);
INSERT INTO operators VALUES(X'01A2059665107CF88ACD5D57821F64BB','ada','owner',NULL,0,1795390072080319,1795390072080319);
INSERT INTO operators VALUES(X'01A2059665867E4F986F48073802491C','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$eBb+Vtmf0l79sPoyRqPR4Q$Ozw2xtolj/bjgKZ7XDZ64a1aD918bMfL5QlpXhbbinE',0,1795390072197975,1795390072197975);
INSERT INTO operators VALUES(X'01A2059665C7735FB2A4FEF55021372A','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$+pxYWTwK7x0vS7QfSHQk6w$UT/Qs2dNp4TKbvX5w8yWPFJhqUk2X5S3JhfCzUlRpTo',1,1795390072262979,1795390072304007);
INSERT INTO permissions VALUES(X'01A20596670F7954B02FC0FBDB39331B',1,'read','orders/*','allow',NULL,NULL,1795390072591355);
INSERT INTO permissions VALUES(X'01A20596671070CDBB988D49825C090B',1,'read','orders/secret','deny',NULL,NULL,1795390072592775);
INSERT INTO permissions VALUES(X'01A2059667117D46A9892C0D438209F4',1,'refund','orders/*','require_approval',NULL,NULL,1795390072593593);
INSERT INTO permissions VALUES(X'01A2059667127710BA5FCD2FB525C2ED',1,'*','archive/**','allow',NULL,4102444800000000,1795390072594362);
INSERT INTO permissions VALUES(X'01A20596671375D2B4559B80A9494B00',3,'refund','orders/*','require_approval',NULL,NULL,1795390072595190);
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
