-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-dFn8OqqUiasxf5IY6x9TYYgNWqFNeTPRyv1OQR9G23lgEp
-- approved_request = apr_01m82e7pqae4m9tpmbp97455hq
-- approver_key = sk-4B37nI96usn3W0KZfkFVqSFm7j9b03ZmqTtBfNox3vqKcN
-- cancelled_request = apr_01m82e7pqgffbsr032f1h1yykx
-- dated_key = sk-5lQjKG7EKFFdh11r1tvdlpsbdh8t2r6ETmAYBKoF2VZ2GE
-- lost_token = op-52i5JTJ8G9YAixn8qqdKC2MHCKdPzd6C8ujhH7nl376iVS
-- north_id = cus_01m82e7ppbfgxtfgmsffn9m6fv
-- north_key = sk-ceNht9IXf9DXxucdLZ2lAyEzsjOEph0bPUvrSJg42pPnRh
-- owner_token = op-HuLpudCkfEcZ3F8k2LIafHLuqHaRpTe8JJQYrKeG20VITu
-- pending_request = apr_01m82e7pqae1mvhversw40jav2
-- rejected_request = apr_01m82e7pqcf2cbaqg7gts5yzxr
-- revoked_key = sk-iLkHOe3Nhn839FGMHPJy5WuIUzOJFgSVElbnL7Fv3GCsDz
-- south_id = cus_01m82e7ppff14r3zsvg431ar06
-- south_key = sk-1hp9ODSPchvbdxrmcdNACL4uhaxsBcQJ5iuHlRhE0Ssthm
-- used_request = apr_01m82e7pqefdjaa4pbc5sx1e00
-- west_id = cus_01m82e7ppkeydamekd2jgdwb6k
-- west_key = sk-NmQXz65DCkEOS6cb67M1p3CmGaSMXlDTxrLdDNK23xCBTl
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795378371288157,1795378371288157);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795378371288876,1795378371294828);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795378371289527,1795378371289527);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795378371290156,1795378371290156);
INSERT INTO api_keys VALUES(X'01A204E3DACB78CF85B32D364A77F3D1',1,'first key','sk-ceNh…',X'934697CD810D2CEAB3F80D0E7C1101F95035723F75F5FC7B17EA650068C7BE45',7,NULL,NULL,1795378371275833,'operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada',NULL,NULL,1795378371288069);
INSERT INTO api_keys VALUES(X'01A204E3DACF7487A5A07D45BD3FFEE0',2,'first key','sk-1hp9…',X'07518A8B7C98748EE196A8917B073D6D363FCD90286CB0AA691751E93D4613B1',7,NULL,NULL,1795378371279550,'operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204E3DAD373FAB72DB0AA7B9FF8BF',3,'first key','sk-NmQX…',X'C31034CF70FC0C2E4C13B735CB5942B05EC29B9E48F34576BD52C5BA1F1D919C',7,NULL,NULL,1795378371283503,'operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204E3DAE3714594F2CD52F6144D3F',1,'unnamed key','sk-dFn8…',X'EC6788C5D28401C2816DAE4AA1B181DC169185EF903EEB473DE8791B1D57BBC5',1,'bot',NULL,1795378371299855,'api_key:key_01m82e7ppbf37rbcsd6s57fwyh',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204E3DAE47A59BDBB1A4B87F6B361',1,'revoked','sk-iLkH…',X'B2212BB7D5929DBA5CB27977592E787DC957100457EB3A697DE723990659A7F8',7,NULL,NULL,1795378371300552,'api_key:key_01m82e7ppbf37rbcsd6s57fwyh',NULL,1795378371301229,NULL);
INSERT INTO api_keys VALUES(X'01A204E3DAE6766AA5CAB8E885F097EC',1,'unnamed key','sk-5lQj…',X'9D9E1A0ECE9FE81513521534779DA9C0BA35DB5C339EC2D9294F25759426BA6D',2,NULL,NULL,1795378371301997,'api_key:key_01m82e7ppbf37rbcsd6s57fwyh',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204E3DAE67D31B7E96FB27AADC304',1,'unnamed key','sk-4B37…',X'2F891E008602F7D00A349AF60D7644B9252A788A17A4E323407653B9D1ABA188',8,NULL,'Ada Byron',1795378371302699,'operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada',NULL,NULL,1795378371307741);
INSERT INTO approvals VALUES(X'01A204E3DAEA7069B8EDD8CF08092B62',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82e7ppbf37rbcsd6s57fwyh','pending',1795378371305988,1795464771305988,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A204E3DAEA71289D5A8BB24E429637',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82e7ppbf37rbcsd6s57fwyh','approved',1795378371306976,1795464771306976,1795378371307843,'api_key:key_01m82e7pq6fmrvftbfp9xavgr4','Ada','because');
INSERT INTO approvals VALUES(X'01A204E3DAEC7898B55E0786B25F7FB8',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82e7ppbf37rbcsd6s57fwyh','rejected',1795378371308738,1795464771308738,1795378371309570,'api_key:key_01m82e7pq6fmrvftbfp9xavgr4','Ada','because');
INSERT INTO approvals VALUES(X'01A204E3DAEE7B64A512CB6173D0B800',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82e7ppbf37rbcsd6s57fwyh','used',1795378371310361,1795464771310361,1795378371311182,'api_key:key_01m82e7pq6fmrvftbfp9xavgr4','Ada','because');
INSERT INTO approvals VALUES(X'01A204E3DAF07BD79C006278621F7A7D',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq2ed7bnbc0d13tntv1 requires a person''s approval","permission_id":"perm_01m82e7pq2ed7bnbc0d13tntv1","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82e7ppbf37rbcsd6s57fwyh','cancelled',1795378371312718,1795464771312718,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795378370779092,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:50.779092Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82e7p6vf2c9k1d42ckvvfww","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82e7p6vfwpa7v93yrw5qcq4","kind":"change","node":"5311eea4","reason":null,"request_id":"9fa78a4925a59af0a8df46d08006c086","resource":"op_01m82e7p6vfvmaqy5f6fpf7nbn","result":"done","seq":1,"trace":[]}',X'ECAE589567DF1F7868C245797B77512E5EF04E19A6319338E5423C2C7241CBC7');
INSERT INTO audit_records VALUES(10,2,1,1795378371279550,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.279550Z","customer_id":"cus_01m82e7ppff14r3zsvg431ar06","customer_seq":1,"details":{"api_key":"key_01m82e7ppfej3tb83x8pykzzq0","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82e7ppfesnra5845zscbvac","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppff14r3zsvg431ar06","result":"done","seq":10,"trace":[]}',X'6C046A29EA431CD6CE9C9B4D21B3BD0A717985540FCCC92D0526897DB2CD1D0E');
INSERT INTO audit_records VALUES(11,3,1,1795378371283503,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.283503Z","customer_id":"cus_01m82e7ppkeydamekd2jgdwb6k","customer_seq":1,"details":{"api_key":"key_01m82e7ppkefxbebdgn9xszy5z","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82e7ppke819kr96749mw912","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppkeydamekd2jgdwb6k","result":"done","seq":11,"trace":[]}',X'4B3850083484A9680DD4972270CEDA4D1B5472A7FE042D0A2F78CBC83D460C82');
INSERT INTO audit_records VALUES(12,1,2,1795378371285735,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.285735Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82e7ppnfp4brskvj3wp0xba","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppbfgxtfgmsffn9m6fv","result":"done","seq":12,"trace":[]}',X'963499DC574A9D4D238AAD2439F56F178F734292B203A46F95A19ECF2D6EEF6A');
INSERT INTO audit_records VALUES(13,2,2,1795378371286503,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.286503Z","customer_id":"cus_01m82e7ppff14r3zsvg431ar06","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82e7pppesw94whgmz2s0hf1","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppff14r3zsvg431ar06","result":"done","seq":13,"trace":[]}',X'D3300F616F61FF07EBD27BEE5A0C8506D2389E91F3D51B7F4E0D37CCDA2B3046');
INSERT INTO audit_records VALUES(14,3,2,1795378371287347,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.287347Z","customer_id":"cus_01m82e7ppkeydamekd2jgdwb6k","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82e7ppqe8583g20gf7fasbg","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppkeydamekd2jgdwb6k","result":"enabled","seq":14,"trace":[]}',X'101C6CACA72D643D17459215632B21E23E7197ED0B804E4DAE00EC9B585D803D');
INSERT INTO audit_records VALUES(15,1,3,1795378371288157,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.288157Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82e7pprfj7t5t0m006c7ckt","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'03DABC3428B743A868FE134F254E2A5E53E061D0FB31CA3A256776DEB61A3AFA');
INSERT INTO audit_records VALUES(16,1,4,1795378371288876,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T20:12:51.288876Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82e7pprfkhvphhq18adx33x","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'003D16250C281FBB0B56E1B975BD9CA61C1B88FA856D7E7078BB15748FCE8E27');
INSERT INTO audit_records VALUES(17,1,5,1795378371289527,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:12:51.289527Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82e7ppsfayrrp9wtta2gg27","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'3FA226685E5D9B83116306C1E35F50DAA0229B098D1F5A3D0E48D73F99733E6D');
INSERT INTO audit_records VALUES(18,1,6,1795378371290156,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T20:12:51.290156Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82e7pptf4as8v534eah43xr","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'F1A20DF98D8544CBAFA928FB36EE903DB20B1EB2E169B03BF2965FF9A132181B');
INSERT INTO audit_records VALUES(19,1,7,1795378371290853,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:12:51.290853Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82e7ppte0fbdargpk2qsrz3","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'9B4140281F1268DC5F7574F7F51F31A6CDA1C66BCCD73ECEA52C3358F2BD040C');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795378370976246,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:50.976246Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82e7pd0fn1t1v0z7a3xqwpv","kind":"change","node":"5311eea4","reason":null,"request_id":"35a0c52a6495648b5c91d6b4aac0aa04","resource":"op_01m82e7pd0ep8s0bjvemjrzr9r","result":"done","seq":2,"trace":[]}',X'4523537BDFF66BF8E510992A6A0169DE2D47BA8D66A084C7E96C2CBCB08E7E12');
INSERT INTO audit_records VALUES(20,1,8,1795378371294227,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.294227Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82e7ppyfmr87hnmvc7ckksw","kind":"change","node":"5311eea4","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'0307DA843BCE397FF1FB8DED61E208EDA39E516033F49F884C6AB9C8432215E6');
INSERT INTO audit_records VALUES(21,1,9,1795378371294828,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T20:12:51.294828Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82e7ppyf0wsnf1v5bj6894g","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'0436EB0B134EFE186943AACD0D19C1906F3C71B63A9DECD332E7514746D479C0');
INSERT INTO audit_records VALUES(22,1,10,1795378371295547,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.295547Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82e7ppze4aaa4z8be9t3bra","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7ppze8ar4tfcxdj32bqn","result":"done","seq":22,"trace":[]}',X'E32775217FCEA08AFF01C8FCAB47DE6D1E992C99F75BCC1620A8504BAA180255');
INSERT INTO audit_records VALUES(23,1,11,1795378371296395,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.296395Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82e7pq0ed0r525efv8rmqae","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7pq0fzc93d31gsrka2y7","result":"done","seq":23,"trace":[]}',X'30208B43F4D95EE6FAF96787E7BA4EF8E4A302BF6ED6E5AE72E50F827E3CBE24');
INSERT INTO audit_records VALUES(24,1,12,1795378371297068,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.297068Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82e7pq1edzrsy7tsfx40nnv","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7pq1fbrrv0kzkzbkqraj","result":"done","seq":24,"trace":[]}',X'BF08F1DFBDB9250B1DA2784625E7987F957B41BF4D5F4487761C2473D6996450');
INSERT INTO audit_records VALUES(25,1,13,1795378371297787,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.297787Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82e7pq1edbty1a01rmjnpht","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7pq1e0cbaycg3pzb9jkf","result":"done","seq":25,"trace":[]}',X'367D0AF75F0DE613B70355122542C1B0EABED0DA010BFDF23BF3F2A85AF58A12');
INSERT INTO audit_records VALUES(26,1,14,1795378371298454,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:12:51.298454Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82e7pq2eas9mwhbn5x8m880","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7pq2ed7bnbc0d13tntv1","result":"done","seq":26,"trace":[]}',X'66899BE0C80E48AFA54676B0BD736CB28F1FBAF5CC11B4547E79D9548C438CE1');
INSERT INTO audit_records VALUES(27,1,15,1795378371299172,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:12:51.299172Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82e7pq3fv0vwnf2ffn3cr56","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"perm_01m82e7pq3ep7ayzetcg82mkef","result":"done","seq":27,"trace":[]}',X'F53C033328A42A252A1B38CA1FEA39F00106B01D3EA6643E43C38AE04C5B8B69');
INSERT INTO audit_records VALUES(28,1,16,1795378371299855,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.299855Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-dFn8…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82e7pq3ebktrkd5y2zrgrx7","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"key_01m82e7pq3e52s9wpdabv18k9z","result":"done","seq":28,"trace":[]}',X'2AEA493EE9E030B3EF80D8C06A5B8D7716F7196FA3309B35FC29BE3AC1BF982E');
INSERT INTO audit_records VALUES(29,1,17,1795378371300552,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.300552Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-iLkH…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82e7pq4fpx9wy05xfrqc1r3","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"key_01m82e7pq4f9cvvert9e3zdcv1","result":"done","seq":29,"trace":[]}',X'B7AFF00E55F1AE12ADF31117D861BCEC35E592E3F61CA7792564BD624498E337');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795378371042970,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:51.042970Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82e7pf3f08a6esj4m60nk7b","kind":"change","node":"5311eea4","reason":null,"request_id":"89555b7c109280021278709eaa0e0ad3","resource":"op_01m82e7pf3e2ybg05v04z1d5s7","result":"done","seq":3,"trace":[]}',X'477DE42F6F68FE7D08AEB01348835646154E4A04D9E8BCB6176FDF3CE30D3E64');
INSERT INTO audit_records VALUES(30,1,18,1795378371301229,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.301229Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":18,"details":{"name":"revoked","prefix":"sk-iLkH…"},"epoch":1,"format":1,"id":"rec_01m82e7pq5fsp8c6dn4h9p2t1e","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"key_01m82e7pq4f9cvvert9e3zdcv1","result":"done","seq":30,"trace":[]}',X'CBD572E8455E2D6A54ACA32D1D03914FEF9253111777F55788C27863F4DBB8A2');
INSERT INTO audit_records VALUES(31,1,19,1795378371301997,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.301997Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-5lQj…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82e7pq6ekgsrstt26bv06f7","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"key_01m82e7pq6esnabjnrx22z15zc","result":"done","seq":31,"trace":[]}',X'3522744206FAB5303697743589E3EC38C72BDFFF0469AA13C6FEAC57701B527B');
INSERT INTO audit_records VALUES(32,1,20,1795378371302699,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.302699Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-4B37…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82e7pq6fax8w7cq8xzv0v99","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"key_01m82e7pq6fmrvftbfp9xavgr4","result":"done","seq":32,"trace":[]}',X'9EFAF252F66AFA345F0FFF40E157D3EC9F7D9E5CFC060E1F451ABCF494AA8B72');
INSERT INTO audit_records VALUES(33,1,21,1795378371303358,'bot','approved','{"action":"read","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.303358Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82e7pq7ea8bx8v7f3px698z","kind":"decision","node":"5311eea4","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82e7ppze8ar4tfcxdj32bqn","permission_id":"perm_01m82e7ppze8ar4tfcxdj32bqn","rule_checked":"permission_rule","rule_result":"passed"}]}',X'91262C98A99924E5734FE09161E01B480286115FC833C830E87785C72C6E1081');
INSERT INTO audit_records VALUES(34,1,22,1795378371304034,'bot','denied','{"action":"read","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.304034Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82e7pq8f3jvh35q2nvs3qxt","kind":"decision","node":"5311eea4","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82e7pq0fzc93d31gsrka2y7","permission_id":"perm_01m82e7pq0fzc93d31gsrka2y7","rule_checked":"permission_rule","rule_result":"failed"}]}',X'DB3807FCFFFB9CF9FDD0599207644DABD483DB46C8566815835C3125E3FEB0D6');
INSERT INTO audit_records VALUES(35,1,23,1795378371304607,'nobody','denied','{"action":"read","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T20:12:51.304607Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82e7pq8ecntrt4fmkgb9x6w","kind":"decision","node":"5311eea4","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'33F3A9BA0DBC3D1206DE9C63F71D7C1D1B1DA8DE16613A3B8A05A2BCA129428E');
INSERT INTO audit_records VALUES(36,1,24,1795378371305253,'bot','approved','{"action":"read","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.305253Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82e7pq9fmy9pz4c1q7qg27a","kind":"decision","node":"5311eea4","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82e7ppze8ar4tfcxdj32bqn","permission_id":"perm_01m82e7ppze8ar4tfcxdj32bqn","rule_checked":"permission_rule","rule_result":"passed"}]}',X'6037991E23ECBAB50A57F88E427A449BBC39C554BF04DCF897609CC6A377705F');
INSERT INTO audit_records VALUES(37,1,25,1795378371305988,'bot','denied','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.305988Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82e7pqaf0fvj6fxbnzwgthv","kind":"decision","node":"5311eea4","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A88475207434297C79E197BA7EA2BF174FD5CFD9D2E904A117C000205A73E6B6');
INSERT INTO audit_records VALUES(38,1,26,1795378371306976,'bot','denied','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.306976Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82e7pqbft0rz1mcph2k54rm","kind":"decision","node":"5311eea4","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'B3CAEB04A3B601105DA96D5B9E62CBE005B1DED4CEB79543338D3CA5DCD4DE49');
INSERT INTO audit_records VALUES(39,1,27,1795378371307843,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82e7pq6fmrvftbfp9xavgr4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.307843Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T20:12:51.306976Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82e7pqceqe9yemghvm0960h","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"apr_01m82e7pqae4m9tpmbp97455hq","result":"done","seq":39,"trace":[]}',X'A958B2045E72B7A58259E2539C9DBE435DCD47765D57650C30B0846C49D98EE2');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795378371065693,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:51.065693Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82e7pfsf0yb1nrtn68p4421","kind":"change","node":"5311eea4","reason":null,"request_id":"179005ff6e3ea7eaae59bc0cac19a8c0","resource":"op_01m82e7pf3e2ybg05v04z1d5s7","result":"done","seq":4,"trace":[]}',X'9044CBD964911DECBD85F9826705C6E3E6B0D2A1F0ECD141FEF6BBA28DE2E2FB');
INSERT INTO audit_records VALUES(40,1,28,1795378371308738,'bot','denied','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.308738Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82e7pqceh2te8vzc254det8","kind":"decision","node":"5311eea4","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'77DD86CC69F1AEA0F8F9ED22ACC19549ADBEE47CBC41AA377EE5307F875CDA0A');
INSERT INTO audit_records VALUES(41,1,29,1795378371309570,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82e7pq6fmrvftbfp9xavgr4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.309570Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T20:12:51.308738Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82e7pqdfmystspyfr73dchy","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"apr_01m82e7pqcf2cbaqg7gts5yzxr","result":"done","seq":41,"trace":[]}',X'6063642C4D35940D79F121C17364B481FBC81E47964B13CEA41361B238B6E8D4');
INSERT INTO audit_records VALUES(42,1,30,1795378371310361,'bot','denied','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.310361Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82e7pqeedrvc2wqf24h7cza","kind":"decision","node":"5311eea4","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'B64F8BBEDB291A72C3870E4D7CC5140505392B0604D3F89D6A0166ABB5477A20');
INSERT INTO audit_records VALUES(43,1,31,1795378371311182,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82e7pq6fmrvftbfp9xavgr4","kind":"api_key"},"agent_id":null,"at":"2026-11-22T20:12:51.311182Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T20:12:51.310361Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82e7pqffewr2abnj66cte1c","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"apr_01m82e7pqefdjaa4pbc5sx1e00","result":"done","seq":43,"trace":[]}',X'0DAC46FD15AD7DB883BC74B2BAA876BF079A8ACA911B9E79BE81E0C2E44D85D7');
INSERT INTO audit_records VALUES(44,1,32,1795378371311964,'bot','approved','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T20:12:51.311964Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82e7pqgf8ds3kd56agkqxc8","kind":"decision","node":"5311eea4","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq1fbrrv0kzkzbkqraj requires a person''s approval","permission_id":"perm_01m82e7pq1fbrrv0kzkzbkqraj","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82e7pqefdjaa4pbc5sx1e00 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'A73C5130C62A6D747803E67B51A5DFD3157AA892B685AECEFAC5C870F89BB926');
INSERT INTO audit_records VALUES(45,1,33,1795378371312718,'killed','denied','{"action":"refund","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:12:51.312718Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82e7pqgesprvfw1ye00zzyj","kind":"decision","node":"5311eea4","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82e7pq2ed7bnbc0d13tntv1 requires a person''s approval","permission_id":"perm_01m82e7pq2ed7bnbc0d13tntv1","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'C1841B2FC3F8B587AEBEB0E5574A4F6D36184C6744F51EA6B2FB9D3AA0FAEEB5');
INSERT INTO audit_records VALUES(46,1,34,1795378371313437,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T20:12:51.313437Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82e7pqhed6aw13n6jz77kse","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'DBF8E78805BB99B61624374974B81265B644D29639D87459927187DB2D056948');
INSERT INTO audit_records VALUES(47,1,35,1795378371314212,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T20:12:51.314212Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82e7pqjf279a61692s3t919","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'A1A06CBF30971FD0BEF39DC3A0D8AA4B850B29BD8DC8252215A7E95E9919857E');
INSERT INTO audit_records VALUES(48,1,36,1795378371314802,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82e7ppbf37rbcsd6s57fwyh","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T20:12:51.314802Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82e7pqjf2ptfmmt0npynq7y","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'1A0ED2F67FEDAFD3CDDC111A1E40EEA98A51817C7C04241473A1E047A0ABE157');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795378371088711,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:51.088711Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82e7pggfe4amd56pg39q3ha","kind":"change","node":"5311eea4","reason":null,"request_id":"0bf62c6c91d65c3c0ca171fda091ae99","resource":"tok_01m82e7pggfnjtmqda2nkt71t3","result":"done","seq":5,"trace":[]}',X'58FCB8613672ACA7CAF13DA2021ADD1D19932F6B6B35C456F93DB784C57421F0');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795378371113930,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T20:12:51.113930Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-52i5…"},"epoch":1,"format":1,"id":"rec_01m82e7phaeatrbffztgsp1y5a","kind":"change","node":"5311eea4","reason":null,"request_id":"be1c392fabe330733d49a040af4aa3f4","resource":"tok_01m82e7pggfnjtmqda2nkt71t3","result":"done","seq":6,"trace":[]}',X'A1CB4936D6CADC28CB504E628C76100B3688BBE423A1188C824ED51CCA144E7A');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795378371143445,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T20:12:51.143445Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"5378f6a5ca53b91e97f50043daa4c954e998240eda115597d9b2dc91045327b5","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmpfvRbI7/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82e7pj7e3gayxjwym7neq7e","kind":"change","node":"5311eea4","reason":null,"request_id":"febe39a932efb063924084e5a686100b","resource":null,"result":"done","seq":7,"trace":[]}',X'44D0F60F7B5D88FE9FC22B36487C77B92E4B8A54BBECE97B4833D9B6642E5109');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795378371262959,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82e7pd0ep8s0bjvemjrzr9r","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T20:12:51.262959Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T08:12:51.262959Z","session":"ses_01m82e7pnzff8tmsjm4gm5fqgs"},"epoch":1,"format":1,"id":"rec_01m82e7pnzf8c9g4mkd8arc6c3","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"op_01m82e7pd0ep8s0bjvemjrzr9r","result":"done","seq":8,"trace":[]}',X'BDB041E6EFEC88F94BDF42FF330D66C80992287B752C6F5AD2CBB952E8067530');
INSERT INTO audit_records VALUES(9,1,1,1795378371275833,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82e7p6vfvmaqy5f6fpf7nbn","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T20:12:51.275833Z","customer_id":"cus_01m82e7ppbfgxtfgmsffn9m6fv","customer_seq":1,"details":{"api_key":"key_01m82e7ppbf37rbcsd6s57fwyh","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82e7ppcejba4hcgbjdyeakm","kind":"change","node":"5311eea4","reason":null,"request_id":"test","resource":"cus_01m82e7ppbfgxtfgmsffn9m6fv","result":"done","seq":9,"trace":[]}',X'73469CC162B1C1C71F2A4F57E53E374F606A0BB8DC81365DCB4BFB243B96EBD5');
INSERT INTO customers VALUES(1,X'01A204E3DACB7C3BA7C2997BEA9A19FB','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795378371275833,1795378371285735);
INSERT INTO customers VALUES(2,X'01A204E3DACF784981FF3B8106156006','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795378371279550,1795378371286503);
INSERT INTO customers VALUES(3,X'01A204E3DAD3779AAA3A6D14A0DE2CD3','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795378371283503,1795378371283503);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82e7ppbf37rbcsd6s57fwyh',NULL,1795378371313437);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada','audit',1795378371314212);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82e7p6vfvmaqy5f6fpf7nbn:ada','unpaid',1795378371287347);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"human","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmpfvRbI7/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter"}');
INSERT INTO meta VALUES('created_at','2026-11-22T20:12:50.771329Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','5311eea4');
INSERT INTO operator_sessions VALUES(X'01A204E3DABF7BD1AA6654242857DE19',X'01A204E3D9A07591902E5B75258FE138',X'6387E5F31BA23D273BDC8483371A8C4CFF2D344ECAA7D03CC821FE7FBCA83E10',1795378371262959,1795421571262959);
INSERT INTO operator_tokens VALUES(X'01A204E3D8DB78989985A41327BDBF9C',X'01A204E3D8DB7EE8ABF8AF33ECF3D575','first token','op-HuLp…',X'3340F9B8BED8406EE8B5BF3A27A3FDF0E5F0A8113F41DCAD9516D8E6B7C8E930',1795378370779092,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A204E3DA107D65AA5DAA1567A38743',X'01A204E3D8DB7EE8ABF8AF33ECF3D575','lost','op-52i5…',X'36568A967178F51DB80FE0B15AEFB96FC3B9CEBA93A2B3B7FA55B112AEFD01B4',1795378371088711,NULL,1795378371113930);
INSERT INTO operators VALUES(X'01A204E3D8DB7EE8ABF8AF33ECF3D575','ada','owner',NULL,0,1795378370779092,1795378370779092);
INSERT INTO operators VALUES(X'01A204E3D9A07591902E5B75258FE138','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$CimzBnMunRvfPmFLukNKHA$493tZqaApsyj9BXOkwvbm1YWbq5N/x8c1CauoglnbVk',0,1795378370976246,1795378370976246);
INSERT INTO operators VALUES(X'01A204E3D9E370BCB800BB013E169727','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$wEH4mzEXXINJ3MM/dnlQWA$BIkIDtjifpvz0c+/MfW58JM4mVu6fRIy4PiCDOUsjv0',1,1795378371042970,1795378371065693);
INSERT INTO permissions VALUES(X'01A204E3DADF72158269ECEB64312EF5',1,'read','orders/*','allow',NULL,NULL,1795378371295547);
INSERT INTO permissions VALUES(X'01A204E3DAE07FD891B4618671350BC7',1,'read','orders/secret','deny',NULL,NULL,1795378371296395);
INSERT INTO permissions VALUES(X'01A204E3DAE17018B579901DBEB4CA6F',1,'*','archive/**','allow',NULL,4102444800000000,1795378371297787);
INSERT INTO permissions VALUES(X'01A204E3DAE17AF18D827F9FD73BE152',1,'refund','orders/*','require_approval',NULL,NULL,1795378371297068);
INSERT INTO permissions VALUES(X'01A204E3DAE2734EBAAD806847AAEB61',3,'refund','orders/*','require_approval',NULL,NULL,1795378371298454);
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
