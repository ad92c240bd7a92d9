-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-Y3FXxsOihcJsgwjb8cCK3UZEwPbGbNclBbXOk5Lq4a38yw
-- approved_request = apr_01m82r5th3fa7b725j5eyf62a0
-- approver_key = sk-OkmSfr1fSjU6OUHhvamWVlTIStdlCzecfPeE4MxU3jfUYP
-- cancelled_request = apr_01m82r5thjekstam60xm8jbk6d
-- dated_key = sk-GkryUJg1BvsO3aFy7E9NccM8SlHkR6Z6FBwYQ4S73ZdsbC
-- lost_token = op-EUjqFXC2pxKpKK3GxxEZv3NDsBri4vYsuVPoKG8E1HKrpL
-- north_id = cus_01m82r5tefe6jrtnpam7ty23zs
-- north_key = sk-r9crTXdknUH7fLSYx8NvvWSCsLM4JlGNrYgLAha51OAhGH
-- owner_token = op-D6u0KAb0t5B7Qw4ckrIhcOqLmieabF7dWJGFeyqF3Iciiu
-- pending_request = apr_01m82r5tgweswa9pxqfn4d4c6d
-- rejected_request = apr_01m82r5th6ewqbpk3ancf0py2f
-- revoked_key = sk-8JQpOqIWAAOpDKJLSCS6R10W2auU8HEXsINljXp81j5olV
-- south_id = cus_01m82r5tekehwajcaq11r9hac6
-- south_key = sk-9DnzORgGF8zp0DuPRTNuNhpozNvjG1XDipnHcnWA3F4NjX
-- used_request = apr_01m82r5th8epx97yb9tvxt3rqx
-- west_id = cus_01m82r5teqejk99w4zfvqge7gm
-- west_key = sk-ENgLF6nBqULZZJoJxrwqn99ygKLoo0uqq8guQFgF3LN8R0
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
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795388795367476,1795388795367476);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795388795370689,1795388795384133);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795388795375644,1795388795375644);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795388795376554,1795388795376554);
INSERT INTO api_keys VALUES(X'01A20582E9CF72989685BF7B8E99609E',1,'first key','sk-r9cr…',X'F1CE30C9E466454DB98880B11A1CC30ABD91554123F821A193D78E148998233F',7,NULL,NULL,1795388795343936,'operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada',NULL,NULL,1795388795367345);
INSERT INTO api_keys VALUES(X'01A20582E9D37B3C98DFE858225AACD1',2,'first key','sk-9Dnz…',X'D2D7079F86C971A6BF500FF1AB093F4989D846A2A831900781CB8E85FE03E270',7,NULL,NULL,1795388795347580,'operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20582E9D774679B5EB76EE85ACC30',3,'first key','sk-ENgL…',X'1079B6C125BD4099B7A17B498771BE35FC51244876823AEB1380F6F877D15497',7,NULL,NULL,1795388795351699,'operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20582EA0B79FEB3FF841E272EF7F0',1,'unnamed key','sk-Y3FX…',X'59417D6FD7621016AE84D1B8F9807092D2D1C716ABA9F694CB52AC2443DAAC98',1,'bot',NULL,1795388795403620,'api_key:key_01m82r5tefeac9d1dzfe79jr4y',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20582EA0C72AC80ADFB7D14AC04AD',1,'revoked','sk-8JQp…',X'1FB3E203BE0E35619712974B44070DEC4CC8B3EDBE5E2E4CBE1CC1E2F53D308E',7,NULL,NULL,1795388795404531,'api_key:key_01m82r5tefeac9d1dzfe79jr4y',NULL,1795388795405219,NULL);
INSERT INTO api_keys VALUES(X'01A20582EA0F741DA3F69FA55DA4F293',1,'unnamed key','sk-Gkry…',X'B475F24927167BD4A128070A031642C9A25849BC43B976A45ECA8DBA7A31F1D0',2,NULL,NULL,1795388795407265,'api_key:key_01m82r5tefeac9d1dzfe79jr4y',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A20582EA1378CD92FC8DF646A067E3',1,'unnamed key','sk-OkmS…',X'6F3968EEA69CEAB59EC61DFDCD9442C97D965653A72852A3DBBC60BA59E1C05B',8,NULL,'Ada Byron',1795388795411525,'operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada',NULL,NULL,1795388795428933);
INSERT INTO approvals VALUES(X'01A20582EA1C7678A4DBB77D48D230CD',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82r5tefeac9d1dzfe79jr4y','pending',1795388795420924,1795475195420924,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A20582EA237A8EB388B22BBCF30940',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82r5tefeac9d1dzfe79jr4y','approved',1795388795427822,1795475195427822,1795388795429054,'api_key:key_01m82r5tgkf36s5z4dys3a0sz3','Ada','because');
INSERT INTO approvals VALUES(X'01A20582EA26772EBB4C6AAB1E0B784F',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82r5tefeac9d1dzfe79jr4y','rejected',1795388795430120,1795475195430120,1795388795431212,'api_key:key_01m82r5tgkf36s5z4dys3a0sz3','Ada','because');
INSERT INTO approvals VALUES(X'01A20582EA2875BA93F969D6FBA1E2FD',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82r5tefeac9d1dzfe79jr4y','used',1795388795432148,1795475195432148,1795388795433100,'api_key:key_01m82r5tgkf36s5z4dys3a0sz3','Ada','because');
INSERT INTO approvals VALUES(X'01A20582EA3274F3A550C0ED1125CCCD',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tg3f29s5fnme2tnjdbx requires a person''s approval","permission_id":"perm_01m82r5tg3f29s5fnme2tnjdbx","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m82r5tefeac9d1dzfe79jr4y','cancelled',1795388795442143,1795475195442143,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795388794987215,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:34.987215Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m82r5t3bega9p1qrg908q3e7","username":"ada"},"epoch":1,"format":1,"id":"rec_01m82r5t3bfcns9q8659q6s7dj","kind":"change","node":"cd0341a0","reason":null,"request_id":"d37fb2f0bc0b01106ef14f937908fcfa","resource":"op_01m82r5t3bev7b8xjdjan5bgrw","result":"done","seq":1,"trace":[]}',X'3615A8F2D1F787526FCB53E5820D014580DC103938DCBF3D5692B84D98F15DEB');
INSERT INTO audit_records VALUES(10,2,1,1795388795347580,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.347580Z","customer_id":"cus_01m82r5tekehwajcaq11r9hac6","customer_seq":1,"details":{"api_key":"key_01m82r5tekfcy9hqz8b0h5nb6h","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m82r5tekff9tq2b36hys1ke7","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5tekehwajcaq11r9hac6","result":"done","seq":10,"trace":[]}',X'23700D84ED842C37DE79DE7C5146D5AB223118B5D7982A36FBD736ED841C013B');
INSERT INTO audit_records VALUES(11,3,1,1795388795351699,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.351699Z","customer_id":"cus_01m82r5teqejk99w4zfvqge7gm","customer_seq":1,"details":{"api_key":"key_01m82r5teqehkspqnqdvm5nk1g","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m82r5teqfr0r2jxe7zadh2b2","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5teqejk99w4zfvqge7gm","result":"done","seq":11,"trace":[]}',X'82DCA0D275AE906CD421C57E515CCEF553478EEDCD13498FFD1F5B4EE9B958DB');
INSERT INTO audit_records VALUES(12,1,2,1795388795356303,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.356303Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m82r5tewegq9bjkc4gmwg4d8","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5tefe6jrtnpam7ty23zs","result":"done","seq":12,"trace":[]}',X'B5B3221AB97A422C7743C7E1BA5B8247DDC93F41ACB484DEFEE6EBEDDDF31488');
INSERT INTO audit_records VALUES(13,2,2,1795388795359416,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.359416Z","customer_id":"cus_01m82r5tekehwajcaq11r9hac6","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m82r5tezfk7t1zcbc2zx2q2z","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5tekehwajcaq11r9hac6","result":"done","seq":13,"trace":[]}',X'48746488C43638260B882669A3F2F62E60B08CC7E102E011330C6806000920D8');
INSERT INTO audit_records VALUES(14,3,2,1795388795363395,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.363395Z","customer_id":"cus_01m82r5teqejk99w4zfvqge7gm","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m82r5tf3f2s94adr7xgab3b6","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5teqejk99w4zfvqge7gm","result":"enabled","seq":14,"trace":[]}',X'85A3F6EC85F2910B5133F170B7F48853D49B8400644021252C49455DDAEEB6EC');
INSERT INTO audit_records VALUES(15,1,3,1795388795367476,'bot','done','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.367476Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82r5tf7f8dsg6j6y7zknbtn","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'460D541B8915B6ABA1856473861436DBB4A00D9F76657573134488AF410A0B44');
INSERT INTO audit_records VALUES(16,1,4,1795388795370689,'resting','done','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:06:35.370689Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82r5tfaf0nbntnqcpgr98ga","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'0FB4F9AD26B3B3ABCC9FB45ED5F7BA244250C0E2ED9F3620C2D5C5475A12D32E');
INSERT INTO audit_records VALUES(17,1,5,1795388795375644,'killed','done','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:06:35.375644Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82r5tfff4wa84fxh1rh7fg5","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'DFC2B20647B660A3C99C48642C53697E74912495F60159E4432BDDE984DBB969');
INSERT INTO audit_records VALUES(18,1,6,1795388795376554,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"stopped","at":"2026-11-22T23:06:35.376554Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82r5tfgfr2ayattmvsxr9p8","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'AA5F6CF98E3A60E368C74F9248F22551430C99CC58981E7C63C31D738F0FFA01');
INSERT INTO audit_records VALUES(19,1,7,1795388795378518,'gone','done','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:06:35.378518Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m82r5tfjerz97ks66zyzaatf","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'C840D39FAB1B3C38DCE5291BCD22CCBDE53ABC0735DA050BEC297AB7B7F42AAA');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795388795110090,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:35.110090Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m82r5t76f2vsfckyvxv8n2t8","kind":"change","node":"cd0341a0","reason":null,"request_id":"cc1f77afa0a29c2ace56ef3f1d3d4fbf","resource":"op_01m82r5t76efevjjnsqxnhmysa","result":"done","seq":2,"trace":[]}',X'BB25AFE92EEC75C840880273F84CD451CCF8DC5D2EE7F391FE5221315E794095');
INSERT INTO audit_records VALUES(20,1,8,1795388795383420,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.383420Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m82r5tfqevetnvb3m0az8zny","kind":"change","node":"cd0341a0","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'512A4F2B02DF91244B395B2F3B3025FA93C2F7D49F5C6638AFA5ACA3C78E725C');
INSERT INTO audit_records VALUES(21,1,9,1795388795384133,'resting','done','{"action":"agent.update","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"resting","at":"2026-11-22T23:06:35.384133Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m82r5tfrfmytckkdzefqv32j","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'2E95661B9C6C18DAAFF30BD160D43F5CE95928CB314366CBC3118DB798CBD1AE');
INSERT INTO audit_records VALUES(22,1,10,1795388795387334,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.387334Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82r5tfveqj9enyjx4d27m9j","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tfvefesyvd40nt7hs6k","result":"done","seq":22,"trace":[]}',X'C4D16F1EA8E44C68E16E7A56CB8911114D54214D147633A76ADA7848A0862850');
INSERT INTO audit_records VALUES(23,1,11,1795388795388217,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.388217Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m82r5tfwe83843dqmatns63n","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tfwe1dt63xx5pykptwd","result":"done","seq":23,"trace":[]}',X'1F6CD81C0526E2B23800FB9B732615D868FE5139D5D58B52386BA77599A7981C');
INSERT INTO audit_records VALUES(24,1,12,1795388795391356,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.391356Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82r5tfze9daq3e6xmcgh9x9","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tfzfvkrf68jtzg0gwwr","result":"done","seq":24,"trace":[]}',X'FAD621724F4A57FDD91BC104CA3FE7AB5F36B00206435A81720E50C104E30B13');
INSERT INTO audit_records VALUES(25,1,13,1795388795392751,'bot','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.392751Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m82r5tg0fzp96nx0t3s6m138","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tg0f8z9skkaxm045svd","result":"done","seq":25,"trace":[]}',X'1410B8BCC1B2D72EEC4CB050369E9DDAC06FC01445D1A22B10333428B79F55AB');
INSERT INTO audit_records VALUES(26,1,14,1795388795394980,'killed','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:06:35.394980Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m82r5tg3fr4bbzd5hjdw7m0m","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tg3f29s5fnme2tnjdbx","result":"done","seq":26,"trace":[]}',X'B9C57B4EE8EF8AF84B6EB10B9FA4EABA0564D5BBB04553C9FCE0406D1BECD86C');
INSERT INTO audit_records VALUES(27,1,15,1795388795397700,'gone','done','{"action":"permission.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:06:35.397700Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m82r5tg5f9sbdpys6f5pz7z8","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"perm_01m82r5tg5f9zbh2has73crkmn","result":"done","seq":27,"trace":[]}',X'63F116527C2D57BFC9EDBE934CF43BCFBA97C72FF34E9F6A40DD0048A91A9ECB');
INSERT INTO audit_records VALUES(28,1,16,1795388795403620,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.403620Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-Y3FX…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m82r5tgbfahsqmmeww7qergt","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"key_01m82r5tgbf7zb7zw43rkjxxzg","result":"done","seq":28,"trace":[]}',X'D2D2B0856349EB516CC1628B08E8E49CC519190BDE9E9C98CD90A6976ED0F67C');
INSERT INTO audit_records VALUES(29,1,17,1795388795404531,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.404531Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-8JQp…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m82r5tgcfdntzk6g6r6ke0b0","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"key_01m82r5tgceap81bfvfmaar15d","result":"done","seq":29,"trace":[]}',X'EBC2B440EBA5C2DB2A6DE60ADC17A0CBEBD6AA424348E2B9CEA252E2F795EAC8');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795388795157696,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:35.157696Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m82r5t8pfpdsgbywwtckbczn","kind":"change","node":"cd0341a0","reason":null,"request_id":"b4b38125c673902246bf2531cf82ed47","resource":"op_01m82r5t8necyr6sxey1gsf22w","result":"done","seq":3,"trace":[]}',X'292E714C23C6F37FCF0051F13B9D2C4C3CFECBC9FA41A7C8A977BC32CD49C4FC');
INSERT INTO audit_records VALUES(30,1,18,1795388795405219,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.405219Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":18,"details":{"name":"revoked","prefix":"sk-8JQp…"},"epoch":1,"format":1,"id":"rec_01m82r5tgdeq7bss8f4bevzkq4","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"key_01m82r5tgceap81bfvfmaar15d","result":"done","seq":30,"trace":[]}',X'B12092332690122847D030DC55A8779D7A259D962314C4279F07CA9ED5128F5B');
INSERT INTO audit_records VALUES(31,1,19,1795388795407265,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.407265Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-Gkry…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m82r5tgffm7ane938y64gq44","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"key_01m82r5tgfeget7xmzmnet9wmk","result":"done","seq":31,"trace":[]}',X'ACACB9CA4357D08F991FEEA122E6412923EA0997BFB57C7D53D9B8102B3EFA0A');
INSERT INTO audit_records VALUES(32,1,20,1795388795411525,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.411525Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-OkmS…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m82r5tgkeyct524zzrmwzwja","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"key_01m82r5tgkf36s5z4dys3a0sz3","result":"done","seq":32,"trace":[]}',X'62E3D78D2538EAFF99DE50EDF6A98CCF2FC725727926F48C1EF0F728ECE5E8F3');
INSERT INTO audit_records VALUES(33,1,21,1795388795412417,'bot','approved','{"action":"read","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.412417Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m82r5tgmes58bmyfwc0c3tnw","kind":"decision","node":"cd0341a0","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82r5tfvefesyvd40nt7hs6k","permission_id":"perm_01m82r5tfvefesyvd40nt7hs6k","rule_checked":"permission_rule","rule_result":"passed"}]}',X'2DA27FFECC88E683ECA74CA735336DD6E753237C8334FF1CD0555FEBC1EFD4ED');
INSERT INTO audit_records VALUES(34,1,22,1795388795413176,'bot','denied','{"action":"read","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.413176Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m82r5tgnffs9fgqgsv21g6g8","kind":"decision","node":"cd0341a0","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m82r5tfwe1dt63xx5pykptwd","permission_id":"perm_01m82r5tfwe1dt63xx5pykptwd","rule_checked":"permission_rule","rule_result":"failed"}]}',X'CF1573534DDC08E683AFE509F93B1CC9690C42A7376B36DE1885C45C8FD9E5DA');
INSERT INTO audit_records VALUES(35,1,23,1795388795415287,'nobody','denied','{"action":"read","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"nobody","at":"2026-11-22T23:06:35.415287Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m82r5tgqf19b8ekrbhp658ww","kind":"decision","node":"cd0341a0","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'264662BBFBFDD5CF5C2AA2E4D8D395426A93C540FD449E4572ED5FE385FDB14D');
INSERT INTO audit_records VALUES(36,1,24,1795388795419584,'bot','approved','{"action":"read","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.419584Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m82r5tgvet98vew5tdezvvc3","kind":"decision","node":"cd0341a0","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m82r5tfvefesyvd40nt7hs6k","permission_id":"perm_01m82r5tfvefesyvd40nt7hs6k","rule_checked":"permission_rule","rule_result":"passed"}]}',X'331067EE50925DBB5BA24BBA95C24D81951C558801284A08E0947C0DCBD293A1');
INSERT INTO audit_records VALUES(37,1,25,1795388795420924,'bot','denied','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.420924Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m82r5tgxfxnvjfxytw86v71n","kind":"decision","node":"cd0341a0","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'4B159C2D9181DAB2A7826176A45CA1C535F5A39ADBA7C8BA976360E93FF46827');
INSERT INTO audit_records VALUES(38,1,26,1795388795427822,'bot','denied','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.427822Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m82r5th3fb7rk1rhn6b7vstg","kind":"decision","node":"cd0341a0","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'8FB05E7CAA26C6CE184C9A3AAFDBF04C987A56D4CAAABAFF8BFDCF0C5380DFCF');
INSERT INTO audit_records VALUES(39,1,27,1795388795429054,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82r5tgkf36s5z4dys3a0sz3","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.429054Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-23T23:06:35.427822Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m82r5th5epwr6evs76c43gtw","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"apr_01m82r5th3fa7b725j5eyf62a0","result":"done","seq":39,"trace":[]}',X'9A908CF07DDB7E0899A2B940B07857CFAED519C015E513E0AD67DF4FFDFD2C23');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795388795190782,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:35.190782Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m82r5t9qemt9xnnkk67xdcgy","kind":"change","node":"cd0341a0","reason":null,"request_id":"a53f1a8d83b851a3d3d43c5cff4770b5","resource":"op_01m82r5t8necyr6sxey1gsf22w","result":"done","seq":4,"trace":[]}',X'E16A33E1CF0D63955AC5A8A3719675A8768ED2913A10FE2AA1AE8B05310477BB');
INSERT INTO audit_records VALUES(40,1,28,1795388795430120,'bot','denied','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.430120Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m82r5th6en49mh8s8zf27k62","kind":"decision","node":"cd0341a0","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'400ACCA070625F4EAEB137FD3489CA44CC130E902F775AC6FA4DF005599BEBF6');
INSERT INTO audit_records VALUES(41,1,29,1795388795431212,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m82r5tgkf36s5z4dys3a0sz3","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.431212Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-23T23:06:35.430120Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m82r5th7e25t8hqp7vx0xe9b","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"apr_01m82r5th6ewqbpk3ancf0py2f","result":"done","seq":41,"trace":[]}',X'A58CA8E9FB29B580E4531A7F4D2E456AEE7FF5D3300EDA88A1CD87968ABB892D');
INSERT INTO audit_records VALUES(42,1,30,1795388795432148,'bot','denied','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.432148Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m82r5th8ehwr2021cx9ykk1t","kind":"decision","node":"cd0341a0","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'25B8169ADDFF4E93DF7319D63CB720ED104EB8576810EEF26074CCFF3135A2E7');
INSERT INTO audit_records VALUES(43,1,31,1795388795433100,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m82r5tgkf36s5z4dys3a0sz3","kind":"api_key"},"agent_id":null,"at":"2026-11-22T23:06:35.433100Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-23T23:06:35.432148Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m82r5th9erzs7dr3eyqpmbgj","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"apr_01m82r5th8epx97yb9tvxt3rqx","result":"done","seq":43,"trace":[]}',X'A2E8C0B28937F839AF5A2929BCE31D7B827724C84F440921439F7C8DA27A822E');
INSERT INTO audit_records VALUES(44,1,32,1795388795433961,'bot','approved','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"bot","at":"2026-11-22T23:06:35.433961Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m82r5thae9hb2z2d2eb8n7t7","kind":"decision","node":"cd0341a0","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tfzfvkrf68jtzg0gwwr requires a person''s approval","permission_id":"perm_01m82r5tfzfvkrf68jtzg0gwwr","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m82r5th8epx97yb9tvxt3rqx was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'EAD0AB43EB4B29BDB87AD4419305840724FBDD7B284B70922C2F39756EF8F512');
INSERT INTO audit_records VALUES(45,1,33,1795388795442143,'killed','denied','{"action":"refund","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:06:35.442143Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m82r5thjf0zab52vs9n3nh5b","kind":"decision","node":"cd0341a0","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m82r5tg3f29s5fnme2tnjdbx requires a person''s approval","permission_id":"perm_01m82r5tg3f29s5fnme2tnjdbx","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'1B2B2E407573150C0F3829AF1B2F2AE404003B19216F575572576C7DC17FBC6B');
INSERT INTO audit_records VALUES(46,1,34,1795388795443909,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"killed","at":"2026-11-22T23:06:35.443909Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m82r5thmfy1s340hdk8qxqd1","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'6585A3E3FB91B125592DEB2B439E41E7155860B3B22FCA5BC1887F88BDFF92D7');
INSERT INTO audit_records VALUES(47,1,35,1795388795447429,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-22T23:06:35.447429Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m82r5thqee3b673q6td8hqrc","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'7F8B56D5649926296909EDF9A268A102714F35D9B3F23A4D7035772438750CD9');
INSERT INTO audit_records VALUES(48,1,36,1795388795448202,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m82r5tefeac9d1dzfe79jr4y","kind":"api_key"},"agent_id":"gone","at":"2026-11-22T23:06:35.448202Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m82r5threr69wgzg3hebfds8","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'D245719F4B42BD80A01EDBAFFDF8EED392B828A88DB276F3F0CCBBFB25D8318F');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795388795225028,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:35.225028Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m82r5tasfy1a5mxc1tb3bczb","kind":"change","node":"cd0341a0","reason":null,"request_id":"4d598785dfc24fdf81161628419850bf","resource":"tok_01m82r5tasfcg9n7wnz28pg49r","result":"done","seq":5,"trace":[]}',X'D21B90DB4358E51CF09F29FE244F0F03EDB42DB3783A31663FD42BF6E8EA9670');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795388795248106,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-22T23:06:35.248106Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-EUjq…"},"epoch":1,"format":1,"id":"rec_01m82r5tbgemn9311mpy8b7wpz","kind":"change","node":"cd0341a0","reason":null,"request_id":"a30d7a5fd181bb1c27ec5a7f88c4ec55","resource":"tok_01m82r5tasfcg9n7wnz28pg49r","result":"done","seq":6,"trace":[]}',X'A7C92E85CB35E2580A9FF2CFF47ED165FF6263217DF35633F736FBB8C0768DCF');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795388795286219,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-22T23:06:35.286219Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"1253efba9647bf51e1fbb1177ebe47ddb3697bf59c76077887fb545e4190e54e","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp41B6L9/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m82r5tcpek08y4dcsmy4gbhm","kind":"change","node":"cd0341a0","reason":null,"request_id":"a00dddfc4401535275387a76915035a8","resource":null,"result":"done","seq":7,"trace":[]}',X'D4DFB3F08F41512B5DF2C15413E1E65BD7C6514AA19B0B7FF21D3B6BD11EF1FC');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795388795340179,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m82r5t76efevjjnsqxnhmysa","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-22T23:06:35.340179Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T11:06:35.340179Z","session":"ses_01m82r5tece2h8sj0qae21v9bh"},"epoch":1,"format":1,"id":"rec_01m82r5tecf7d9p102234fmg6x","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"op_01m82r5t76efevjjnsqxnhmysa","result":"done","seq":8,"trace":[]}',X'56446E4D490ABBA6DCEB6E93E84C8A3BFE88DDE1B5E2A0FD47EE4323906CDBD0');
INSERT INTO audit_records VALUES(9,1,1,1795388795343936,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m82r5t3bev7b8xjdjan5bgrw","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-22T23:06:35.343936Z","customer_id":"cus_01m82r5tefe6jrtnpam7ty23zs","customer_seq":1,"details":{"api_key":"key_01m82r5tefeac9d1dzfe79jr4y","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m82r5tegefzv9bke92ymex95","kind":"change","node":"cd0341a0","reason":null,"request_id":"test","resource":"cus_01m82r5tefe6jrtnpam7ty23zs","result":"done","seq":9,"trace":[]}',X'BA90D2FCC5F1534C4FDB54A365338958BA4D12CA296E3D6A76A029C995A0490E');
INSERT INTO customers VALUES(1,X'01A20582E9CF71A58D56CAA1F5E10FF9','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795388795343936,1795388795356303);
INSERT INTO customers VALUES(2,X'01A20582E9D37478A93157087098A986','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795388795347580,1795388795359416);
INSERT INTO customers VALUES(3,X'01A20582E9D774A694F09F7EEF071E14','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795388795351699,1795388795351699);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m82r5tefeac9d1dzfe79jr4y',NULL,1795388795443909);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada','audit',1795388795447429);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m82r5t3bev7b8xjdjan5bgrw:ada','unpaid',1795388795363395);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp41B6L9/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-22T23:06:34.983385Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('node','cd0341a0');
INSERT INTO operator_sessions VALUES(X'01A20582E9CC70A28CC81753841DA571',X'01A20582E8E673DDB94AB9BF6B1A7B2A',X'3953FF21234717E623B81192100859974420393B2D4F22FBBC5893E2D92826CD',1795388795340179,1795431995340179);
INSERT INTO operator_tokens VALUES(X'01A20582E86B74149B06F882408B8DC7',X'01A20582E86B76CEB4764D92AA55C31C','first token','op-D6u0…',X'6E252354E06179436AD6478AAB9C72E994C1D73230F8B83B4C771EEFDC533622',1795388794987215,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A20582E9597B209A9F95F891681138',X'01A20582E86B76CEB4764D92AA55C31C','lost','op-EUjq…',X'300CA96F17686C6C04A153BF90B77C4BAA6312C64976CC183825789241FB7D7B',1795388795225028,NULL,1795388795248106);
INSERT INTO operators VALUES(X'01A20582E86B76CEB4764D92AA55C31C','ada','owner',NULL,0,1795388794987215,1795388794987215);
INSERT INTO operators VALUES(X'01A20582E8E673DDB94AB9BF6B1A7B2A','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$HzsRwKrl0d5mxM3J619nyg$jURdclgZKf1X5bGMnJR5JDKiojWAEf7KzGt+EXfHghM',0,1795388795110090,1795388795110090);
INSERT INTO operators VALUES(X'01A20582E915733D8367AEF06197885C','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$jzVNg8R5kcy+ztluaYolig$SAGisZ46w1K5C9cyZINbyjORrjKh7iPVtrfNX5H4aOk',1,1795388795157696,1795388795190782);
INSERT INTO permissions VALUES(X'01A20582E9FB73DD9F6DA4057478E4D3',1,'read','orders/*','allow',NULL,NULL,1795388795387334);
INSERT INTO permissions VALUES(X'01A20582E9FC705BA30FBD2DBD3B6B8D',1,'read','orders/secret','deny',NULL,NULL,1795388795388217);
INSERT INTO permissions VALUES(X'01A20582E9FF7EE7879912D7E0087398',1,'refund','orders/*','require_approval',NULL,NULL,1795388795391356);
INSERT INTO permissions VALUES(X'01A20582EA007A3E9CCE6AED0042E76D',1,'*','archive/**','allow',NULL,4102444800000000,1795388795392751);
INSERT INTO permissions VALUES(X'01A20582EA03789392BEB470B559357D',3,'refund','orders/*','require_approval',NULL,NULL,1795388795394980);
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
