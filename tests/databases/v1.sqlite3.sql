-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-4XKMAtuPmwTr4SWvVK3Jj6TQj5aealJHpb2jed0M3B2T75
-- approved_request = apr_01m82cvffje8wvfz12qpcgf63x
-- approver_key = sk-D7IfnRetSS1t27FEZ6jWKcm1hUfJq8HKuJRhH8m31xxoG1
-- cancelled_request = apr_01m82cvffreh78sjkh5z7pm0kz
-- dated_key = sk-5dynoI2i3X66EKhQ2m1A6nJaFRNMzr8DRPS24I2G2pmUR8
-- lost_token = op-1DfGeXvNYlgwEc2MlKT6CPkud2xqvYuEQ1b97CAs1lcxyz
-- north_id = cus_01m82cvfevfmervpmpks7wvg3f
-- north_key = sk-is359MnReKiJmiu9hjaNLRLfathEHwWwFPdiUkje4Q31p5
-- owner_token = op-8JeaQ85e0z1uquMC1wL9FDXQBJKK4ZVZUNGv7jh60RWcyh
-- pending_request = apr_01m82cvffhf2gtbkmcbb4a8777
-- rejected_request = apr_01m82cvffmfy39krc7e5ms3rth
-- revoked_key = sk-e2JEB2rfUEZTDqIP1BbEJnFNM1zQijsc5CZTlx6F4UPDI8
-- south_id = cus_01m82cvfewez0bv1kr857g0js5
-- south_key = sk-3el4z49jXpHT8OmpXzln4M51dqE5lMiGciQdcSFT0Kuivn
-- used_request = apr_01m82cvffpevbs6vqjnsgsc9p8
-- west_id = cus_01m82cvfexfpra1kyee12qr53q
-- west_key = sk-vhxgPrjJxi6ZM4wDrytKo1iPHtwXBxd46sXaw0434Kgd2S
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795376922081743,1795376922081743);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795376922082516,1795376922085898);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795376922083262,1795376922083262);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795376922083938,1795376922083938);
INSERT INTO api_keys VALUES(X'01A204CDBDDB748BA565954CCC79E4A1',1,'first key','sk-is35…',X'94FD415718CD966FC390CE256336249FED9FC02D76DC2D096A0CFEC5AE9E4F23',7,NULL,NULL,1795376922075435,'operator:op_01m82cvf94fnzt8vh40tyrkfak:ada',NULL,NULL,1795376922081660);
INSERT INTO api_keys VALUES(X'01A204CDBDDC7DCABE6859A59B4F1020',2,'first key','sk-3el4…',X'E17EF66C5D2F432090197629A514DFE0099B7C6D9CDAD317035AEFB2608CCDD1',7,NULL,NULL,1795376922076639,'operator:op_01m82cvf94fnzt8vh40tyrkfak:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204CDBDDD71C7B029CB5F9FD0D15C',3,'first key','sk-vhxg…',X'0E6CB6D04F781B3839D40B11E27FA5182E8BF3E8EB031760DF55DD024F1D86C1',7,NULL,NULL,1795376922077545,'operator:op_01m82cvf94fnzt8vh40tyrkfak:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204CDBDEA7549B9E0F2A1D747DD00',1,'unnamed key','sk-4XKM…',X'C995C225659D67DCA2019F6C04750986D4F26DAD9DEF217FA48ECA7C7F3CD560',1,'bot',NULL,1795376922090965,'api_key:key_01m82cvfevej5tascn9k67ks51',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A204CDBDEB7CEA97F0781F4221512C',1,'revoked','sk-e2JE…',X'B685C02FEF6E21C02E489E67E60964883BE92EACCE1DC854D8182937F417C5BE',7,NULL,NULL,1795376922091709,'api_key:key_01m82cvfevej5tascn9k67ks51',NULL,1795376922092417,NULL);
INSERT INTO api_keys VALUES(X'01A204CDBDED730F9BFD310D8E27B379',1,'unnamed key','sk-D7If…',X'377559690A9F624C7493D235F23A8C4F4627C9679BFA6D0132AFC1B1714E5D0B',8,NULL,'Ada Byron',1795376922093905,'operator:op_01m82cvf94fnzt8vh40tyrkfak:ada',NULL,NULL,1795376922099479);
INSERT INTO api_keys VALUES(X'01A204CDBDED7432B1546F1711BFC019',1,'unnamed key','sk-5dyn…',X'8F6AE82AC0C0B0D749B975A84636F4E5FFBF7AC9C14DEECABDD77C3A91243975',2,NULL,NULL,1795376922093099,'api_key:key_01m82cvfevej5tascn9k67ks51',4102444800000000,NULL,NULL);
INSERT INTO approvals VALUES(X'01A204CDBDF178A1A5CE8C5AC8A41CE7',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82cvfevej5tascn9k67ks51','pending',1795376922097505,1795463322097505,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A204CDBDF27239B7FC22BD9907987D',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82cvfevej5tascn9k67ks51','approved',1795376922098657,1795463322098657,1795376922099585,'api_key:key_01m82cvffdec7sqz9h1p72fcvs','Ada','because');
INSERT INTO approvals VALUES(X'01A204CDBDF47F8699E187716991E351',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82cvfevej5tascn9k67ks51','rejected',1795376922100517,1795463322100517,1795376922101413,'api_key:key_01m82cvffdec7sqz9h1p72fcvs','Ada','because');
INSERT INTO approvals VALUES(X'01A204CDBDF676D7936EF2AE619626C8',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82cvfevej5tascn9k67ks51','used',1795376922102236,1795463322102236,1795376922103158,'api_key:key_01m82cvffdec7sqz9h1p72fcvs','Ada','because');
INSERT INTO approvals VALUES(X'01A204CDBDF8744E8CCA712FCF6A027F',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff9fy4ba04fc4m0c2bh requires a person''s approval","permission_id":"perm_01m82cvff9fy4ba04fc4m0c2bh","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82cvfevej5tascn9k67ks51','cancelled',1795376922104780,1795463322104780,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795376921892489,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:41.892489Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82cvf94f8etcfvfm514pp7p","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82cvf94e2ma2hhbtyrc9ez3","kind":"change","node":"f70eebb8","reason":null,"request_id":"fce4052ee6e178b014033bb17b7c8525","resource":"op_01m82cvf94fnzt8vh40tyrkfak","result":"done","seq":1,"trace":[]}',X'B83B9C4377BFF0108E5B0231AFB825C3FCFDEC3C759B20FFB1EABA09B834AE77');
INSERT INTO audit_records VALUES(10,3,1,1795376922077545,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.077545Z","customer_id":"cus_01m82cvfexfpra1kyee12qr53q","customer_seq":1,"details":{"api_key":"key_01m82cvfexe73v0aebbyfx1maw","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82cvfexe1dr0jxhy5h41xbd","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfexfpra1kyee12qr53q","result":"done","seq":10,"trace":[]}',X'21D4188F4ED192F49E6D84F4F1944D9C02400CF356E9C2D601A72DE37526D288');
INSERT INTO audit_records VALUES(11,1,2,1795376922079487,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.079487Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82cvfezf3h816z9mg8egvpz","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfevfmervpmpks7wvg3f","result":"done","seq":11,"trace":[]}',X'137D951AEEBC5EE8E1817B10E374F23DAB938CB58A7DD92E28020D64983C5E15');
INSERT INTO audit_records VALUES(12,2,2,1795376922080235,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.080235Z","customer_id":"cus_01m82cvfewez0bv1kr857g0js5","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82cvff0e6fr9b1g0y61s7jj","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfewez0bv1kr857g0js5","result":"done","seq":12,"trace":[]}',X'DA64D6A28B6626DC3EC6D4D35A06C50CCC72B5A8F6A07697E91A7B96D2869BFF');
INSERT INTO audit_records VALUES(13,3,2,1795376922080954,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.080954Z","customer_id":"cus_01m82cvfexfpra1kyee12qr53q","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82cvff1ffntmr7jqdxtesxc","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfexfpra1kyee12qr53q","result":"enabled","seq":13,"trace":[]}',X'AC08F2FC246730BDC9B30ABEC6BFA0E996C18771DC244028D276736E8C1C3F22');
INSERT INTO audit_records VALUES(14,1,3,1795376922081743,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.081743Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82cvff1eaftt1a6qmv1j2rn","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"bot","result":"done","seq":14,"trace":[]}',X'699E5503068D67D84F0D851B1443A725562A2CEFA7FFB0C790AF3DC5575E5F08');
INSERT INTO audit_records VALUES(15,1,4,1795376922082516,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T19:48:42.082516Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82cvff2ftrt1ngj0qsdeyc4","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"resting","result":"done","seq":15,"trace":[]}',X'7B37D9FB415B9F2264149A6DAA8191C4B5401506EF7302398643A525A3C1D9A1');
INSERT INTO audit_records VALUES(16,1,5,1795376922083262,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T19:48:42.083262Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82cvff3emc967x0pqsg8hc9","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"killed","result":"done","seq":16,"trace":[]}',X'252781DAC58B93905183B1F8ABDCADB768491185A2376A166605FC6780A44591');
INSERT INTO audit_records VALUES(17,1,6,1795376922083938,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T19:48:42.083938Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82cvff3fyw8j7yy2dxf9ybn","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":17,"trace":[]}',X'A2F5F41787D69F851650AB8F4B3ECF3B0A42CD15DED75588DDE60836C3CFB0FC');
INSERT INTO audit_records VALUES(18,1,7,1795376922084603,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T19:48:42.084603Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82cvff4e6svseycdteb5wsk","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"gone","result":"done","seq":18,"trace":[]}',X'FF34C1857A0640345DF8DF7107582CC00268EA2A514333AA6D96B99839BC9893');
INSERT INTO audit_records VALUES(19,1,8,1795376922085271,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.085271Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82cvff5fkprq0eytb6vc34n","kind":"change","node":"f70eebb8","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":19,"trace":[]}',X'A6F21ED7E34E03B39240913235A69BB4D12C6E2475FF28B3E0B5010DB1E4F91B');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795376921972674,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:41.972674Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82cvfbnft4v2k6p23gh7cm7","kind":"change","node":"f70eebb8","reason":null,"request_id":"3df67917f3775fcfbc54c17d8985f744","resource":"op_01m82cvfbmftjr7k67pvv5c7kt","result":"done","seq":2,"trace":[]}',X'C732AF9B548A69690FB51A536B7316373C0832E32C34A782337EAF76FE026EC3');
INSERT INTO audit_records VALUES(20,1,9,1795376922085898,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T19:48:42.085898Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82cvff5exere78mk85fzq5a","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"resting","result":"done","seq":20,"trace":[]}',X'F6DEFE7B3C8EABFEEA60C9D1AD554EF746C7FC53845650B55316679295E3F215');
INSERT INTO audit_records VALUES(21,1,10,1795376922086564,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.086564Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82cvff6e0ysstxbj572hvww","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvff6edq8wngej7y23stj","result":"done","seq":21,"trace":[]}',X'3D0ABF7E3251D8731BD68970E6A07138169691F3065E27387B3003BFB9EA9138');
INSERT INTO audit_records VALUES(22,1,11,1795376922087381,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.087381Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82cvff7ftfa6cyhqjnkw69a","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvff7fcyt9cxx4fnvvncz","result":"done","seq":22,"trace":[]}',X'50D7BA0A702B86064F44C80464DB8ECE2CEA0399BA5D1AB58BDD13E24A440674');
INSERT INTO audit_records VALUES(23,1,12,1795376922088127,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.088127Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82cvff8fd6v2hrfdvhkkc3q","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvff8fe8sdwpr8vfyac5d","result":"done","seq":23,"trace":[]}',X'C6D1D2B77B02D4610C6BF754367ED44E6C022A79367EAC1ABB5E9C6DEDDA140D');
INSERT INTO audit_records VALUES(24,1,13,1795376922088841,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.088841Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82cvff8e2ms0j4g41eb9c8t","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvff8fn8tpt07y3mryca9","result":"done","seq":24,"trace":[]}',X'EC37C52A591853395A51DAF4D028013558B7AA60687FC17D4EB4A06CC74F76F0');
INSERT INTO audit_records VALUES(25,1,14,1795376922089530,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T19:48:42.089530Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82cvff9fykrxmb05j7cft5g","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvff9fy4ba04fc4m0c2bh","result":"done","seq":25,"trace":[]}',X'9364291F332F97D3BE680DA0C2BC8B5059CFA4298B47BCACEF34EFB9995442BE');
INSERT INTO audit_records VALUES(26,1,15,1795376922090220,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T19:48:42.090220Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82cvffaer2961zx9rtad4y7","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"perm_01m82cvffaf0gsff1mq2068dwj","result":"done","seq":26,"trace":[]}',X'1FBFA3B822085884C575A7FEE12964C7FE18ABA3862C5BC3852CD0060842860C');
INSERT INTO audit_records VALUES(27,1,16,1795376922090965,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.090965Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-4XKM…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82cvffbexvtqpeykjj7p223","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"key_01m82cvffaen4vkr7jm7bmfq80","result":"done","seq":27,"trace":[]}',X'2899EDCE81AAAD9D9D8B78C5290C4FFD62598BCDEB5026B797688BC3A3D049B1');
INSERT INTO audit_records VALUES(28,1,17,1795376922091709,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.091709Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-e2JE…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82cvffbeab95634nmt085ce","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"key_01m82cvffbfkn9fw3r3x122m9c","result":"done","seq":28,"trace":[]}',X'0582656570A7A65719761254651DF27A35C9F66C4C0FA321865DB5B2E45917EE');
INSERT INTO audit_records VALUES(29,1,18,1795376922092417,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.092417Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":18,"details":{"name":"revoked","prefix":"sk-e2JE…"},"epoch":1,"format":1,"id":"rec_01m82cvffcezq9gpp5ew1heph1","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"key_01m82cvffbfkn9fw3r3x122m9c","result":"done","seq":29,"trace":[]}',X'426729E0DE1341D3CBD5E7B5F31867BB1A691B52E68235870975DD036456D69B');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795376922004072,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:42.004072Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82cvfcmf1n9pdfxp02qrrf1","kind":"change","node":"f70eebb8","reason":null,"request_id":"f3b3c65bb75ae14b386c39415a007d0c","resource":"op_01m82cvfcmewm9d33wa0jxzqkc","result":"done","seq":3,"trace":[]}',X'B9FB907969F429059E534A7CFB1BE6A8C91807DD64215C0473DB649D8C5B83CD');
INSERT INTO audit_records VALUES(30,1,19,1795376922093099,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.093099Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-5dyn…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82cvffdfqerz1ntyv01ye1h","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"key_01m82cvffdegsb2n3f2w8vzg0s","result":"done","seq":30,"trace":[]}',X'797C4F27899E3FEB1676BCD2F9094F75C4D3BDAB97A5A74E5C2D6CBB91B2D2C6');
INSERT INTO audit_records VALUES(31,1,20,1795376922093905,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.093905Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-D7If…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82cvffdej2tt80g1d3hkc0z","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"key_01m82cvffdec7sqz9h1p72fcvs","result":"done","seq":31,"trace":[]}',X'EDD8C2AB5E594C4398A84EAE82F432B3FF528593565A12A3ACC7A01118375F6E');
INSERT INTO audit_records VALUES(32,1,21,1795376922094575,'bot','approved','{"action":"read","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.094575Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82cvffee7mavjvjcsqkzkqr","kind":"decision","node":"f70eebb8","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":32,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82cvff6edq8wngej7y23stj","permission_id":"perm_01m82cvff6edq8wngej7y23stj","rule_checked":"permission_rule","rule_result":"passed"}]}',X'449B2AA55A399806CC91792B4AA1DC72792435C1ACE893CC6053ADC43F91334A');
INSERT INTO audit_records VALUES(33,1,22,1795376922095354,'bot','denied','{"action":"read","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.095354Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82cvffffaps7bpv1pg1xg8x","kind":"decision","node":"f70eebb8","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82cvff7fcyt9cxx4fnvvncz","permission_id":"perm_01m82cvff7fcyt9cxx4fnvvncz","rule_checked":"permission_rule","rule_result":"failed"}]}',X'2F8373DDBC8E8AC8A7391CD0DE9CCC54733502B1420542FA6E26E960CDE94668');
INSERT INTO audit_records VALUES(34,1,23,1795376922095958,'nobody','denied','{"action":"read","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T19:48:42.095958Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82cvffffb2sse6kv89gbrnj","kind":"decision","node":"f70eebb8","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'7EF87B76FA047B709EA65147C6CF808E49D3ADAEE96B55AA0C126C8DC0437072');
INSERT INTO audit_records VALUES(35,1,24,1795376922096661,'bot','approved','{"action":"read","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.096661Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82cvffge9rsn120gtrezxdx","kind":"decision","node":"f70eebb8","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82cvff6edq8wngej7y23stj","permission_id":"perm_01m82cvff6edq8wngej7y23stj","rule_checked":"permission_rule","rule_result":"passed"}]}',X'985E440102C5B469D1014DD2FD98E4EA4F1C17CE6A47947B846C7162A2DDEF2C');
INSERT INTO audit_records VALUES(36,1,25,1795376922097505,'bot','denied','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.097505Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82cvffhfrs85wxewc05mbvt","kind":"decision","node":"f70eebb8","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'3B308A57402B4AB39AC9A178BAB5963A33A5FF938826DAD74ABD8963ABF110FA');
INSERT INTO audit_records VALUES(37,1,26,1795376922098657,'bot','denied','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.098657Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82cvffjer09xv8px7d22r8m","kind":"decision","node":"f70eebb8","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'A9E37CD352F59621A97CBB1BBD9889DF03005015A7B1994E1F2F6F15C9681010');
INSERT INTO audit_records VALUES(38,1,27,1795376922099585,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82cvffdec7sqz9h1p72fcvs","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.099585Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T19:48:42.098657Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82cvffkeeavtpv1wghwwbnd","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"apr_01m82cvffje8wvfz12qpcgf63x","result":"done","seq":38,"trace":[]}',X'7757C2705C1D6D3B77BC1907309F5B305B896ECA0C1FFD087BFF035E32516C42');
INSERT INTO audit_records VALUES(39,1,28,1795376922100517,'bot','denied','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.100517Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82cvffme668p2cw131pdq8r","kind":"decision","node":"f70eebb8","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":39,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'F960493185EC27827D9C9E47C1E3E4043175164A2C942F290210B7EBA6D81F72');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795376922014108,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:42.014108Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82cvfcyeg0sc5a48jkmectm","kind":"change","node":"f70eebb8","reason":null,"request_id":"308fed36c70f898dc633758648f4ac75","resource":"op_01m82cvfcmewm9d33wa0jxzqkc","result":"done","seq":4,"trace":[]}',X'4969D415C5B20D66B9B6FB389628FAEF6E7C05F7EC58B5C220BFFD44609AF20A');
INSERT INTO audit_records VALUES(40,1,29,1795376922101413,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82cvffdec7sqz9h1p72fcvs","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.101413Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T19:48:42.100517Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82cvffner0rz91r9t9557pr","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"apr_01m82cvffmfy39krc7e5ms3rth","result":"done","seq":40,"trace":[]}',X'60566A8C5D2E6A2EDE11EAFE0FE9F4513A4B8035220F7A68663DDA3188405A9F');
INSERT INTO audit_records VALUES(41,1,30,1795376922102236,'bot','denied','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.102236Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82cvffpf3a83xzqeen5xf66","kind":"decision","node":"f70eebb8","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":41,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'ACDCD5A16F51343B678ECDBA3455CAD585BAE2E95F37E108EEB0666C3594D9D6');
INSERT INTO audit_records VALUES(42,1,31,1795376922103158,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82cvffdec7sqz9h1p72fcvs","kind":"api_key"},"agent_id":null,"at":"2026-11-22T19:48:42.103158Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T19:48:42.102236Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82cvffqf19tvcm97mb24hsx","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"apr_01m82cvffpevbs6vqjnsgsc9p8","result":"done","seq":42,"trace":[]}',X'D1ED905008688C0F7691434745953199AD39C4D2B5BC24B16BA2D545D395C9C0');
INSERT INTO audit_records VALUES(43,1,32,1795376922103964,'bot','approved','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T19:48:42.103964Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82cvffrfn3t0649nmxf7egh","kind":"decision","node":"f70eebb8","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":43,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff8fe8sdwpr8vfyac5d requires a person''s approval","permission_id":"perm_01m82cvff8fe8sdwpr8vfyac5d","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82cvffpevbs6vqjnsgsc9p8 was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'94A5C5E8A0CB22BB2D308FA78FA537FAAE56E8BFCDF8CEA8C278D728E63C3D07');
INSERT INTO audit_records VALUES(44,1,33,1795376922104780,'killed','denied','{"action":"refund","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T19:48:42.104780Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82cvffrenqt2yq8ecdd1jc5","kind":"decision","node":"f70eebb8","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82cvff9fy4ba04fc4m0c2bh requires a person''s approval","permission_id":"perm_01m82cvff9fy4ba04fc4m0c2bh","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'451CBDEA3BDF109429CB3A219BC0BF05E7675EA1B9FEF816DC34F8EF683927CF');
INSERT INTO audit_records VALUES(45,1,34,1795376922105563,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T19:48:42.105563Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82cvffsf0vrgdtw3zgj17pw","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"killed","result":"done","seq":45,"trace":[]}',X'B130B933354A68ECDBE9BF0376A96D9147A2D76EAD5712E5D770C96ECBB73C44');
INSERT INTO audit_records VALUES(46,1,35,1795376922106435,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T19:48:42.106435Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82cvffte86t0vq7kdhegjsm","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":46,"trace":[]}',X'ED0EF80622EB8A869E3DC3A2E10E26BC37BFD8CD1D49FDB31002BBE9F3A762EF');
INSERT INTO audit_records VALUES(47,1,36,1795376922107101,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82cvfevej5tascn9k67ks51","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T19:48:42.107101Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82cvffvedmvkxv9ksc0wcyp","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"gone","result":"done","seq":47,"trace":[]}',X'9E8D38ABF2EA5F1117D7A7D6C7E662E938AE49AC8BD22ABC76C47E59FC03ABFA');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795376922024743,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:42.024743Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82cvfd9f3f9ykjr4s68x8v4","kind":"change","node":"f70eebb8","reason":null,"request_id":"5e0b4a311a7e9184526dcee6a4467014","resource":"tok_01m82cvfd9f1atcm90ppf85sz3","result":"done","seq":5,"trace":[]}',X'EC7709B37E27AAE601D5C9D93F2682B938B3E9BC456270EA9460014EC5E5240A');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795376922040649,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T19:48:42.040649Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-1DfG…"},"epoch":1,"format":1,"id":"rec_01m82cvfdrf63vjw41349y553m","kind":"change","node":"f70eebb8","reason":null,"request_id":"7c39d521532337d3c36108e635f7ae09","resource":"tok_01m82cvfd9f1atcm90ppf85sz3","result":"done","seq":6,"trace":[]}',X'449386EAB2EC327468D5F35D7959596134D944D9B1A2884BAE29CAE4B57FEB31');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795376922073829,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82cvfbmftjr7k67pvv5c7kt","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T19:48:42.073829Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T07:48:42.073829Z","session":"ses_01m82cvfetfq9t2fk9rht4j1f3"},"epoch":1,"format":1,"id":"rec_01m82cvfetfkwsva9nqvb4y5j7","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"op_01m82cvfbmftjr7k67pvv5c7kt","result":"done","seq":7,"trace":[]}',X'2A264CC21404670E0C78F64C0B7771AF9E3B94E4E028781E2C2C1837AE1D0E62');
INSERT INTO audit_records VALUES(8,1,1,1795376922075435,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.075435Z","customer_id":"cus_01m82cvfevfmervpmpks7wvg3f","customer_seq":1,"details":{"api_key":"key_01m82cvfevej5tascn9k67ks51","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82cvfevfk7tjn89anwjedv5","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfevfmervpmpks7wvg3f","result":"done","seq":8,"trace":[]}',X'DDCA483EF484262C04C5AA142B01E40C01C973AAB582EE9FE173C3FAA8C27EEC');
INSERT INTO audit_records VALUES(9,2,1,1795376922076639,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82cvf94fnzt8vh40tyrkfak","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T19:48:42.076639Z","customer_id":"cus_01m82cvfewez0bv1kr857g0js5","customer_seq":1,"details":{"api_key":"key_01m82cvfewfq5bwt2smpdmy410","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82cvfeweysrw8n4nr11177d","kind":"change","node":"f70eebb8","reason":null,"request_id":"test","resource":"cus_01m82cvfewez0bv1kr857g0js5","result":"done","seq":9,"trace":[]}',X'F62ED506B8434EE7F4A4625A02D79A14FA846D52F20F1D896BFEA1FF9F811524');
INSERT INTO customers VALUES(1,X'01A204CDBDDB7D1D8DDA969E4FCDC06F','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795376922075435,1795376922079487);
INSERT INTO customers VALUES(2,X'01A204CDBDDC77C0BD8678414F004B25','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795376922076639,1795376922080235);
INSERT INTO customers VALUES(3,X'01A204CDBDDD7DB0A0CFCE70457C1477','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795376922077545,1795376922077545);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82cvfevej5tascn9k67ks51',NULL,1795376922105563);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82cvf94fnzt8vh40tyrkfak:ada','audit',1795376922106435);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82cvf94fnzt8vh40tyrkfak:ada','unpaid',1795376922080954);
INSERT INTO meta VALUES('created_at','2026-11-22T19:48:41.891636Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','f70eebb8');
INSERT INTO operator_sessions VALUES(X'01A204CDBDDA7DD3A13E69C4744905E3',X'01A204CDBD747EA583CCC7B6F6561E7A',X'B07AABE2D93DEF26FB0F359F193FD6B697A2683A9C4473434BB6E9ADDB1727B5',1795376922073829,1795420122073829);
INSERT INTO operator_tokens VALUES(X'01A204CDBD247A1DA63F6FA1424B58F6',X'01A204CDBD247D7FA46E2406BD89BD53','first token','op-8Jea…',X'674F020C1DFFC14560B3DB85B351E991633269AD552E74C1A138BF816CAE4411',1795376921892489,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A204CDBDA97855A65120B59E82E7E3',X'01A204CDBD247D7FA46E2406BD89BD53','lost','op-1DfG…',X'A598E017A3EE5A4600648029BF0269810BDBA09FBAB2FE29A343329036044947',1795376922024743,NULL,1795376922040649);
INSERT INTO operators VALUES(X'01A204CDBD247D7FA46E2406BD89BD53','ada','owner',NULL,0,1795376921892489,1795376921892489);
INSERT INTO operators VALUES(X'01A204CDBD747EA583CCC7B6F6561E7A','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$eAPXRLrn94muc5O/VgpbPg$X6uDRhEfcUZPTecEQ14LK+CU3+ewUBkpveYfIxkP72c',0,1795376921972674,1795376921972674);
INSERT INTO operators VALUES(X'01A204CDBD947728968C7C5025DFDE6C','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$DUEtXa5U916wi2tBiS5Wvw$OCOJaQ/qXORhX9a5iHpr8k8/zQ84GbPYBRk9FH5mgZo',1,1795376922004072,1795376922014108);
INSERT INTO permissions VALUES(X'01A204CDBDE6736E8E560E91FC21E752',1,'read','orders/*','allow',NULL,NULL,1795376922086564);
INSERT INTO permissions VALUES(X'01A204CDBDE77B3DA4B3BD23EBBDD59F',1,'read','orders/secret','deny',NULL,NULL,1795376922087381);
INSERT INTO permissions VALUES(X'01A204CDBDE87B9196F2D846DFE530AD',1,'refund','orders/*','require_approval',NULL,NULL,1795376922088127);
INSERT INTO permissions VALUES(X'01A204CDBDE87D51AB6807F0E98F3149',1,'*','archive/**','allow',NULL,4102444800000000,1795376922088841);
INSERT INTO permissions VALUES(X'01A204CDBDE97F88B5008F6128060971',3,'refund','orders/*','require_approval',NULL,NULL,1795376922089530);
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
