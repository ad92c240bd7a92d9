-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-tQXLKcJXEVsyjsqN3SGtdE0PKuCv8joQeqlzfrjm3YaxDH
-- approved_request = apr_01m826x780esx97eha09k5sf26
-- approver_key = sk-BOful6hz86co6Q0Moiur54lU3HC6Y3KjTk2I7ywK3irJ9b
-- cancelled_request = apr_01m826x78aefktsvzz72benr2b
-- dated_key = sk-L3XG1DZ0HthwYmJAaGbZlr118PYcVK29a9cR3nfa4R998n
-- lost_token = op-dqpfAAihUpTYoZesnVxe527s1eaq2w1T6X5KtWl938RGC1
-- north_id = cus_01m826x768f89rwzskb41e0rzb
-- north_key = sk-35iPBamp75XqfWm9N8l4vqfRg8fDwtwpYZ2pEcf327gIBz
-- owner_token = op-fAkn4mgWPOOpfnKwtZ6yrDDNmgCZ4ezeyygr0IPi16twSJ
-- pending_request = apr_01m826x77zfrs81sppbem2mtq1
-- rejected_request = apr_01m826x785ecr8bw76mgbrc040
-- revoked_key = sk-kGWL0kj2lXuS2WaWZBENIEmGns1cd2V93zhnvCus1NjGdP
-- south_id = cus_01m826x76af02s9b6zdet2q56b
-- south_key = sk-L45znzZLauPo6NGlu1S6UYauaTCnGFgbzNiexuw60OTvB7
-- used_request = apr_01m826x787fvcb122ffafxjmk3
-- west_id = cus_01m826x76bfzksb5efn480j8x5
-- west_key = sk-So6yWUEgd5u3YAd1PzOYOurIqq4i4u7KvpMcCgF00UPRYa
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795370687702122,1795370687702122);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795370687704982,1795370687720179);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795370687707005,1795370687707005);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795370687714098,1795370687714098);
INSERT INTO api_keys VALUES(X'01A2046E9CC8752DBF99AF88D18E66F7',1,'first key','sk-35iP…',X'338CCC9C6083782EA7C9195C83B9DB4E6BE3F892B65237823EC9863722BC06C8',7,NULL,NULL,1795370687688636,'operator:op_01m826x705fw6agrx0fe75z60s:ada',NULL,NULL,1795370687702036);
INSERT INTO api_keys VALUES(X'01A2046E9CCA7C32B7602F34DFCB5983',2,'first key','sk-L45z…',X'4F3858F1BEC6F55070CC4A8CC4B142B86812F8F66BDDB2621F27AEDA08D1639E',7,NULL,NULL,1795370687690423,'operator:op_01m826x705fw6agrx0fe75z60s:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2046E9CCB7A619BE37A9D7C882A90',3,'first key','sk-So6y…',X'2191FD1AEB3E66F5300E40CB36C89C3BADE07C9448235561555734C44ACAD1C4',7,NULL,NULL,1795370687691300,'operator:op_01m826x705fw6agrx0fe75z60s:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2046E9CF17B6F992C2A2E369B4BFF',1,'unnamed key','sk-tQXL…',X'7D9C55D4592EAC5F5249CCF9B2117155BFBC751B9B4698AF7E232EC9DA9C9B8D',1,'bot',NULL,1795370687729804,'api_key:key_01m826x768empvz6dfh38rwsqq',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2046E9CF27A2BB5F0C1EFC8ECA448',1,'revoked','sk-kGWL…',X'6F2A99C3DD625ECE19D040107D945C5559AC3EDE58ECD8D7B7790A9226B67855',7,NULL,NULL,1795370687730597,'api_key:key_01m826x768empvz6dfh38rwsqq',NULL,1795370687731365,NULL);
INSERT INTO api_keys VALUES(X'01A2046E9CF67D888861B28E1A56B816',1,'unnamed key','sk-L3XG…',X'13414F9590E8D490390020FFB7F6BFC9903188B788B20BA197F0876A38DB17A2',2,NULL,NULL,1795370687734713,'api_key:key_01m826x768empvz6dfh38rwsqq',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2046E9CF874F98AEBC1FF98041D72',1,'unnamed key','sk-BOfu…',X'D629B901A29B3EE4F04E0076340DD7F32D0494F6D0D06D1E72863FA8E9F4B85B',8,NULL,'Ada Byron',1795370687736274,'operator:op_01m826x705fw6agrx0fe75z60s:ada',NULL,NULL,1795370687744892);
INSERT INTO approvals VALUES(X'01A2046E9CFF7E3280E6D65BA82A6AE1',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m826x768empvz6dfh38rwsqq','pending',1795370687743027,1795457087743027,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2046E9D00767A93BA2A02665CBC46',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m826x768empvz6dfh38rwsqq','approved',1795370687744049,1795457087744049,1795370687745007,'api_key:key_01m826x77rekwrnty1zyc087bj','Ada','because');
INSERT INTO approvals VALUES(X'01A2046E9D05733085F0E6A417860080',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m826x768empvz6dfh38rwsqq','rejected',1795370687749269,1795457087749269,1795370687750202,'api_key:key_01m826x77rekwrnty1zyc087bj','Ada','because');
INSERT INTO approvals VALUES(X'01A2046E9D077ED8B0884F7A9FD95263',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m826x768empvz6dfh38rwsqq','used',1795370687751191,1795457087751191,1795370687752482,'api_key:key_01m826x77rekwrnty1zyc087bj','Ada','because');
INSERT INTO approvals VALUES(X'01A2046E9D0A73E7ACEFFF3896EAE04B',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77deen8dyn1vkncjpr9 requires a person''s approval","permission_id":"perm_01m826x77deen8dyn1vkncjpr9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m826x768empvz6dfh38rwsqq','cancelled',1795370687754585,1795457087754585,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795370687493374,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.493374Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m826x705fnw92ev4e1vaydn4","username":"ada"},"epoch":1,"format":1,"id":"rec_01m826x705emhscj53rt9yaeea","kind":"change","node":"3c83c213","reason":null,"request_id":"417a08d63cee2dbfe4e0c299342946dc","resource":"op_01m826x705fw6agrx0fe75z60s","result":"done","seq":1,"trace":[]}',X'D99DE9857507F29C950052761B463962E5C13EDB2C7FAC0E1A5B6E80281202E4');
INSERT INTO audit_records VALUES(10,3,1,1795370687691300,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.691300Z","customer_id":"cus_01m826x76bfzksb5efn480j8x5","customer_seq":1,"details":{"api_key":"key_01m826x76bf9gsqrvtkny8gamg","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m826x76bf8ar88xcgcvxbntf","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x76bfzksb5efn480j8x5","result":"done","seq":10,"trace":[]}',X'2A3CBEB283C823209DC9A05318AAF3DF8BB353759DEBBBA9B96157EB7A1969EF');
INSERT INTO audit_records VALUES(11,1,2,1795370687693533,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.693533Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m826x76dehwscynab5p2w66h","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x768f89rwzskb41e0rzb","result":"done","seq":11,"trace":[]}',X'44D353E0BF971BCA8DB4FB94692BF318BB863B114DE0E6052FF7BA53209F9E03');
INSERT INTO audit_records VALUES(12,2,2,1795370687698889,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.698889Z","customer_id":"cus_01m826x76af02s9b6zdet2q56b","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m826x76ke4h9qd22jmvp6436","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x76af02s9b6zdet2q56b","result":"done","seq":12,"trace":[]}',X'43F505ED1C7CB0A2BF8CE481FDEB6115E1BA668B7D82D30C93508EE722EB97F6');
INSERT INTO audit_records VALUES(13,3,2,1795370687700923,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.700923Z","customer_id":"cus_01m826x76bfzksb5efn480j8x5","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m826x76nerxbvjmwp3jew9d2","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x76bfzksb5efn480j8x5","result":"enabled","seq":13,"trace":[]}',X'B224023E8B5C3D4813671368993735B7397FC8D38A83216AFA212D3D0116072A');
INSERT INTO audit_records VALUES(14,1,3,1795370687702122,'bot','done','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.702122Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m826x76pf5x8tjt19jyergkr","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"bot","result":"done","seq":14,"trace":[]}',X'C052FE719EDE9AE5FC4DF661FC44F09B1A0F4CDBDA7686D995CD88FF9D881DD1');
INSERT INTO audit_records VALUES(15,1,4,1795370687704982,'resting','done','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T18:04:47.704982Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m826x76sfj0va05fsqmc1scn","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"resting","result":"done","seq":15,"trace":[]}',X'C5C9D216702DB39136ACB0318416A59001DAFA6E0CACAB2C7340F707FFA3A400');
INSERT INTO audit_records VALUES(16,1,5,1795370687707005,'killed','done','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:04:47.707005Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m826x76ve88tg2g7dekmc17d","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"killed","result":"done","seq":16,"trace":[]}',X'01E5AEAB904FEBD77C45D9D4B423CAF4819F2A7C1553966E87143853D9518256');
INSERT INTO audit_records VALUES(17,1,6,1795370687714098,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T18:04:47.714098Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m826x772fw1vq7fdcjvmtpe0","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":17,"trace":[]}',X'98CCE3B1E441E09989493E8DF0D30B47B463BE8F72FE57C9B2CA26136B50B5C6');
INSERT INTO audit_records VALUES(18,1,7,1795370687715737,'gone','done','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:04:47.715737Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m826x773eh29rasrzhjsjc1q","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"gone","result":"done","seq":18,"trace":[]}',X'F62175BFEF4D95F07EDA0F05782CA1E996105E23FAC0094DD1379ED703582AF8');
INSERT INTO audit_records VALUES(19,1,8,1795370687718814,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.718814Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m826x776f5mrb312xrck1vbm","kind":"change","node":"3c83c213","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":19,"trace":[]}',X'36C3AA8019660C83E2353B7A6E4E7A1670A4FCD6FD6D1B061797479C9B4AF731');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795370687524699,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.524699Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m826x715etw94zehtk8g0npa","kind":"change","node":"3c83c213","reason":null,"request_id":"58f189071cdc323cab9c7376dd4ecb1b","resource":"op_01m826x714e9aa4s25svwgvhj3","result":"done","seq":2,"trace":[]}',X'CE060F3AC8677B8A1EFD2B7585631A6F0A96B47F5272794316CDFF4CA777C7C1');
INSERT INTO audit_records VALUES(20,1,9,1795370687720179,'resting','done','{"action":"agent.update","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T18:04:47.720179Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m826x778ehqsbg0b34brzsyn","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"resting","result":"done","seq":20,"trace":[]}',X'30E7879DE5853CB7FE0D84C608FB7332409B7D4998CDDFC39EDABDE5E80E0990');
INSERT INTO audit_records VALUES(21,1,10,1795370687721199,'bot','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.721199Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m826x779fdvb584zcqag6j5y","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x779ecsa9mj8ty79e3hq","result":"done","seq":21,"trace":[]}',X'874DB9D0BBF307C5098AA0F011AF810A7D208D53CC7687BC568B7204433DAA0A');
INSERT INTO audit_records VALUES(22,1,11,1795370687722288,'bot','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.722288Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m826x77aeh0vadsyhtbkj2b4","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x77aeckbwzwyb2tbxeqw","result":"done","seq":22,"trace":[]}',X'90585E68B7B927490E2FAA03AFA8C37533CD30FCC31D0A8BB58CB38E3FB5E6BB');
INSERT INTO audit_records VALUES(23,1,12,1795370687723668,'bot','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.723668Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m826x77be3qrnfqssh354jbb","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x77bfjvrbv2kcjg39czm","result":"done","seq":23,"trace":[]}',X'F41D62F8EEA5B6E29FE3F990B157278BEB75D581BB1B73F1082202BAF19EC762');
INSERT INTO audit_records VALUES(24,1,13,1795370687724381,'bot','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.724381Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m826x77cftqssefzknsserkr","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x77cfqtsm1awvwrwn7gh","result":"done","seq":24,"trace":[]}',X'DB71D3461B0923EB52D25032D653D0F0A543A81702B9BC4E2A17AEBDB460B4D7');
INSERT INTO audit_records VALUES(25,1,14,1795370687725191,'killed','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:04:47.725191Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m826x77defqr06x1ycsqv9h7","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x77deen8dyn1vkncjpr9","result":"done","seq":25,"trace":[]}',X'D0BB02FACBB6943D1A4D67BB500ACD2668D1A9FD418A438839CDC1B6C3509052');
INSERT INTO audit_records VALUES(26,1,15,1795370687726061,'gone','done','{"action":"permission.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:04:47.726061Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m826x77ef2c9wcg8sk5m8tja","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"perm_01m826x77eerkb2e5dpw0k1fav","result":"done","seq":26,"trace":[]}',X'FDC28F4B1B1DB55BC723B8717A0CBDC496DC79AF587F43BBC611B7345AC67E35');
INSERT INTO audit_records VALUES(27,1,16,1795370687729804,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.729804Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-tQXL…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m826x77he3da3pt6av8d822z","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"key_01m826x77hfdqsjb1a5rv9pjzz","result":"done","seq":27,"trace":[]}',X'49542A4CF88B1081F5AD66360E69C15134BBEE5FD62F0B80601C0763FDCA9BC6');
INSERT INTO audit_records VALUES(28,1,17,1795370687730597,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.730597Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-kGWL…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m826x77jesw90fanvwcmngqs","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"key_01m826x77jf8nvbw61xz4es928","result":"done","seq":28,"trace":[]}',X'2EEEA6F02045EFDD4F0EDFB48F2C4130B149C86B4F7956E36A54C65099D89812');
INSERT INTO audit_records VALUES(29,1,18,1795370687731365,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.731365Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":18,"details":{"name":"revoked","prefix":"sk-kGWL…"},"epoch":1,"format":1,"id":"rec_01m826x77kenfsgbzbr2fxf396","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"key_01m826x77jf8nvbw61xz4es928","result":"done","seq":29,"trace":[]}',X'2EA82A3914888BA113C6C458277996967C6CC17BB68ED5E5F660792A06CE4473');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795370687571410,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.571410Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m826x72kfj3vqva5kmzhtg80","kind":"change","node":"3c83c213","reason":null,"request_id":"8889214bb9f1ea4041170662f30a9832","resource":"op_01m826x72kfppsjsq8mag67n0e","result":"done","seq":3,"trace":[]}',X'7838F907C8BA3AAB0DF0FD136034C87C9A00D3B0B9C85C76E927ACE72CBFEB47');
INSERT INTO audit_records VALUES(30,1,19,1795370687734713,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.734713Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-L3XG…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m826x77pecgs2fe7rcejkjp6","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"key_01m826x77pfp48grdjhrd5de0p","result":"done","seq":30,"trace":[]}',X'9D6A38B0D82D9921280EA58F4E1C3FD63413295AC846BC2A125A1CCEA30002FB');
INSERT INTO audit_records VALUES(31,1,20,1795370687736274,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.736274Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-BOfu…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m826x77rf91b886av8d6tc47","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"key_01m826x77rekwrnty1zyc087bj","result":"done","seq":31,"trace":[]}',X'779133CEB0BB0312C74190CE8A5B963BE9724070EF1E08F9F9F3B4DA61052E46');
INSERT INTO audit_records VALUES(32,1,21,1795370687738512,'bot','approved','{"action":"read","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.738512Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m826x77teydr4nkcjezycyt6","kind":"decision","node":"3c83c213","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":32,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m826x779ecsa9mj8ty79e3hq","permission_id":"perm_01m826x779ecsa9mj8ty79e3hq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'088239239DE4CBE791275DB957277A3E4E7BDDEDD032D65125C0B8A0E541F7D5');
INSERT INTO audit_records VALUES(33,1,22,1795370687740376,'bot','denied','{"action":"read","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.740376Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m826x77wfpqsfbfpwr9amrep","kind":"decision","node":"3c83c213","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m826x77aeckbwzwyb2tbxeqw","permission_id":"perm_01m826x77aeckbwzwyb2tbxeqw","rule_checked":"permission_rule","rule_result":"failed"}]}',X'AD356421698D35EF187535B8C9130DAE0B06E519E67368988DB89508C4FEC87F');
INSERT INTO audit_records VALUES(34,1,23,1795370687741447,'nobody','denied','{"action":"read","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T18:04:47.741447Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m826x77xe6nrsemv0qp2xv3e","kind":"decision","node":"3c83c213","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'5DF6206D8163EA8F8E01DFCE817385303EA02C44C8A94238D93D60C3AC187D2C');
INSERT INTO audit_records VALUES(35,1,24,1795370687742160,'bot','approved','{"action":"read","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.742160Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m826x77yem8rtqp4cazek18z","kind":"decision","node":"3c83c213","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m826x779ecsa9mj8ty79e3hq","permission_id":"perm_01m826x779ecsa9mj8ty79e3hq","rule_checked":"permission_rule","rule_result":"passed"}]}',X'53030B62E0ECA8369D690180F49EC3F11AEFC21F0F80A2C8FE56880909229E87');
INSERT INTO audit_records VALUES(36,1,25,1795370687743027,'bot','denied','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.743027Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m826x77zf4b8s62sgnpv5jqf","kind":"decision","node":"3c83c213","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'BCD95498C332D26706668A90EDA9F0DB3EDA58213B11762805D128E38DC2B831');
INSERT INTO audit_records VALUES(37,1,26,1795370687744049,'bot','denied','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.744049Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m826x780frqrnr3h6d18afkr","kind":"decision","node":"3c83c213","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'76081D4FD5E67CE7DCE9B675F2643D048A917BEA9659E7FDE3EEE44AB9CB2505');
INSERT INTO audit_records VALUES(38,1,27,1795370687745007,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m826x77rekwrnty1zyc087bj","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.745007Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T18:04:47.744049Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m826x781fsrtj2kpne82bg79","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"apr_01m826x780esx97eha09k5sf26","result":"done","seq":38,"trace":[]}',X'F81BF4D8D606208F104BD80A5207028CF06F6E0AC027A2DA49F77A33753D5E93');
INSERT INTO audit_records VALUES(39,1,28,1795370687749269,'bot','denied','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.749269Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m826x785f04amn1qsx9bx51z","kind":"decision","node":"3c83c213","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":39,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'E6C864A5E111ABA04CB00EC5988C13DA2DA922103D9E0101F0E427ABE8AF4564');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795370687593273,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.593273Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m826x739ec4vbqs4303hadf8","kind":"change","node":"3c83c213","reason":null,"request_id":"5b2da7cdf6f47d188ebb5fb351e31b13","resource":"op_01m826x72kfppsjsq8mag67n0e","result":"done","seq":4,"trace":[]}',X'9E2C8C3355238AFF63831AEB4794A7AE6798AFB6FA15129C42CD3D0EE5E66479');
INSERT INTO audit_records VALUES(40,1,29,1795370687750202,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m826x77rekwrnty1zyc087bj","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.750202Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T18:04:47.749269Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m826x786fdgvtqnwx21m2nw0","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"apr_01m826x785ecr8bw76mgbrc040","result":"done","seq":40,"trace":[]}',X'6C647855BBFE14E3624F1D827EC4FC03B7470A29BE87FF15E41DA965C0E4A4EE');
INSERT INTO audit_records VALUES(41,1,30,1795370687751191,'bot','denied','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.751191Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m826x787eryve70epwqmg9ez","kind":"decision","node":"3c83c213","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":41,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'76D15FD76E2226DBB0C1C3BB1F33FFCE1887A05ABEBC58D626FA89DF76AFD497');
INSERT INTO audit_records VALUES(42,1,31,1795370687752482,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m826x77rekwrnty1zyc087bj","kind":"api_key"},"agent_id":null,"at":"2026-11-22T18:04:47.752482Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T18:04:47.751191Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m826x788f95r20nhy6v5qqa6","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"apr_01m826x787fvcb122ffafxjmk3","result":"done","seq":42,"trace":[]}',X'5D652E9F6F5C7BAF699C19ED2D56F4FE086A2D6367D2D2DB0406EBE89B8F4BCA');
INSERT INTO audit_records VALUES(43,1,32,1795370687753662,'bot','approved','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T18:04:47.753662Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m826x789e0yty5md4wtyq448","kind":"decision","node":"3c83c213","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":43,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77bfjvrbv2kcjg39czm requires a person''s approval","permission_id":"perm_01m826x77bfjvrbv2kcjg39czm","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m826x787fvcb122ffafxjmk3 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'DA1F63D8550F774BBA3F81D788BCF32172972DA5E73DAA2709AD61460996BE1C');
INSERT INTO audit_records VALUES(44,1,33,1795370687754585,'killed','denied','{"action":"refund","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:04:47.754585Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m826x78afcjacpfe7nv4ba5s","kind":"decision","node":"3c83c213","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m826x77deen8dyn1vkncjpr9 requires a person''s approval","permission_id":"perm_01m826x77deen8dyn1vkncjpr9","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'D8CA016342892C14C541AC83B257A351C583046E3AAFD07758C0E8459975C46D');
INSERT INTO audit_records VALUES(45,1,34,1795370687759475,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T18:04:47.759475Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m826x78gf8hvhkemb29bzqqf","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"killed","result":"done","seq":45,"trace":[]}',X'A9C81537F446EE225F6102055D28C17005FEC90125E61F829E4EC33CAE195063');
INSERT INTO audit_records VALUES(46,1,35,1795370687762291,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T18:04:47.762291Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m826x78jf6err2339jdqsgza","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":46,"trace":[]}',X'192A7C3F43ED35E02E7B3D9DED6589A65EC71DD44BD8C501B0D828A7EAB773E2');
INSERT INTO audit_records VALUES(47,1,36,1795370687763401,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m826x768empvz6dfh38rwsqq","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T18:04:47.763401Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m826x78kerea0zdvdw6j7njj","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"gone","result":"done","seq":47,"trace":[]}',X'9E412BB7E517F114B9DCDB9DF90FA3BB436BC0C737DAAC6885B06FF782D4C373');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795370687611291,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.611291Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m826x73vee7rxrsp69r548e7","kind":"change","node":"3c83c213","reason":null,"request_id":"503270e83a67e73d1ea620ceff2e3c47","resource":"tok_01m826x73vfwztvxwds2at4d4q","result":"done","seq":5,"trace":[]}',X'A2F08129EB5946E276A047705C006AD5376A181C679EFA7F0D673FC18E435F3C');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795370687637042,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T18:04:47.637042Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-dqpf…"},"epoch":1,"format":1,"id":"rec_01m826x74nf0vammj31cbd00yb","kind":"change","node":"3c83c213","reason":null,"request_id":"a62d8a695dd0f07e0e6d8cc466f414de","resource":"tok_01m826x73vfwztvxwds2at4d4q","result":"done","seq":6,"trace":[]}',X'F0E9193FE42B062F59419D2669CEC7F8B1D3406482C1807003FCB9E441F6D8FD');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795370687686827,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m826x714e9aa4s25svwgvhj3","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T18:04:47.686827Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T06:04:47.686827Z","session":"ses_01m826x767e63v3fhtn6w6a0r3"},"epoch":1,"format":1,"id":"rec_01m826x767fbsvah5hyd6ms1p4","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"op_01m826x714e9aa4s25svwgvhj3","result":"done","seq":7,"trace":[]}',X'4E00FF4FAE9FBCFCF9EBCD06EE13964AC2562140CD63EEFFF4426B38DA032DB4');
INSERT INTO audit_records VALUES(8,1,1,1795370687688636,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.688636Z","customer_id":"cus_01m826x768f89rwzskb41e0rzb","customer_seq":1,"details":{"api_key":"key_01m826x768empvz6dfh38rwsqq","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m826x768fbhb3d4sw0ynxxwc","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x768f89rwzskb41e0rzb","result":"done","seq":8,"trace":[]}',X'AB9F717BF0EA5163F6CD057CB3BC0657604ACB8F15045486D68E4200430937D5');
INSERT INTO audit_records VALUES(9,2,1,1795370687690423,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m826x705fw6agrx0fe75z60s","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T18:04:47.690423Z","customer_id":"cus_01m826x76af02s9b6zdet2q56b","customer_seq":1,"details":{"api_key":"key_01m826x76afgsber1f6kfwppc3","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m826x76afvnrk9a4g6zy24p1","kind":"change","node":"3c83c213","reason":null,"request_id":"test","resource":"cus_01m826x76af02s9b6zdet2q56b","result":"done","seq":9,"trace":[]}',X'3C47F2C9C34B6539DB2A65CBF0A1C70847476D83CF0E35C9CCBE06922B509049');
INSERT INTO customers VALUES(1,X'01A2046E9CC87A138E7F335902E063EB','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795370687688636,1795370687693533);
INSERT INTO customers VALUES(2,X'01A2046E9CCA780594ACDF6BB42B94CB','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795370687690423,1795370687698889);
INSERT INTO customers VALUES(3,X'01A2046E9CCB7FE79595CFA9100923A5','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795370687691300,1795370687691300);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m826x768empvz6dfh38rwsqq',NULL,1795370687759475);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m826x705fw6agrx0fe75z60s:ada','audit',1795370687762291);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m826x705fw6agrx0fe75z60s:ada','unpaid',1795370687700923);
INSERT INTO meta VALUES('created_at','2026-11-22T18:04:47.490216Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','3c83c213');
INSERT INTO operator_sessions VALUES(X'01A2046E9CC77187B1BE3AA9B8650303',X'01A2046E9C247254A26445CEF90DC643',X'E27A11674F0C51C399169E5230C0D8C0B0BA5D6B35509EE224C90365DB299E67',1795370687686827,1795413887686827);
INSERT INTO operator_tokens VALUES(X'01A2046E9C057D78913B647076AF36A4',X'01A2046E9C057F0CA863A07B8E5F9819','first token','op-fAkn…',X'446241147D7998D3CE6F7A6B93BFD1CD1D7199F79F4F955595EDF5CC714F01D4',1795370687493374,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2046E9C7B7F3FADF78DC895A23497',X'01A2046E9C057F0CA863A07B8E5F9819','lost','op-dqpf…',X'2C6E866F4EFAD79CDC099D4B3762CAFED295C0A19A9F43AD0D15C49BA7BBC7DB',1795370687611291,NULL,1795370687637042);
INSERT INTO operators VALUES(X'01A2046E9C057F0CA863A07B8E5F9819','ada','owner',NULL,0,1795370687493374,1795370687493374);
INSERT INTO operators VALUES(X'01A2046E9C247254A26445CEF90DC643','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$HMA3NVNvvZSzzdxOt34VHQ$9ihy1Mvdld0HwYxCa2H08mDwmxr4NNQc3QOwBtldTOs',0,1795370687524699,1795370687524699);
INSERT INTO operators VALUES(X'01A2046E9C537DAD9966E8A2A063D40E','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$o8ztpQAi4f3Ogs5jPtURNA$tHfgVCUcoW1wWwTjgt0xD0wwjrflFtDrUhFkD2ooWro',1,1795370687571410,1795370687593273);
INSERT INTO permissions VALUES(X'01A2046E9CE97332A4D248D78E970E37',1,'read','orders/*','allow',NULL,NULL,1795370687721199);
INSERT INTO permissions VALUES(X'01A2046E9CEA7326BE7F9E58B4BEBAFC',1,'read','orders/secret','deny',NULL,NULL,1795370687722288);
INSERT INTO permissions VALUES(X'01A2046E9CEB7CB785EC5364A034B3F4',1,'refund','orders/*','require_approval',NULL,NULL,1795370687723668);
INSERT INTO permissions VALUES(X'01A2046E9CEC7DF59A055CDF31CA9E11',1,'*','archive/**','allow',NULL,4102444800000000,1795370687724381);
INSERT INTO permissions VALUES(X'01A2046E9CED73AA86FAA1DCEAC95B09',3,'refund','orders/*','require_approval',NULL,NULL,1795370687725191);
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
CREATE TRIGGER audit_records_follow BEFORE INSERT ON audit_records
BEGIN
    SELECT RAISE(ABORT, 'audit records follow one another without a gap')
    WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_records)
       OR (NEW.customer_no IS NOT NULL
           AND NEW.customer_seq <> (SELECT coalesce(max(customer_seq), 0) + 1
                                    FROM audit_records WHERE customer_no = NEW.customer_no));
END;
COMMIT;
