-- A database of schema version 1, as the program of its time left it.
-- The secrets were made for this file and open nothing else.
-- agent_key = sk-qwVzq4E9COFp2IEqFisbFRy1Aw4CDwUbdo06OwXM2wwTJF
-- approved_request = apr_01m833p9wnfkeb4sy9krgdpqse
-- approver_key = sk-BxvEdrNAQyWvmAdEzOr6npHbLPjFDvtfPgW7cDYp4KbeCH
-- cancelled_request = apr_01m833p9xnf0rb3hdynsg559x5
-- dated_key = sk-WOyJEXnQAx22JKGocV62MaJWIK3E3oXzLSUKMYAr4DSEYj
-- lost_token = op-pcS76fYQeqNLGmdoHpTJ61i4YNQ71IBpIFXWUdBn1045YC
-- north_id = cus_01m833p9rketft0xe5t8bggtqb
-- north_key = sk-XEDUbBfT0EheYfz9ggaZPf49OpcZVH3b78r7X9HK2NEh1g
-- owner_token = op-XaAYFcngFLYy1oRAVubHIMo8HILv9BHbJlMkTA5V3Eio4x
-- pending_request = apr_01m833p9wmfe1r2ez9fzpq0x6q
-- rejected_request = apr_01m833p9wsfmtv6q2hj594dkp5
-- revoked_key = sk-YoIATeP0zfKTlZ539bcppUMmYFrOOt7qBMU1vHSx44YxB3
-- south_id = cus_01m833p9rvf70r2wd24s6erhj6
-- south_key = sk-efcKzllte3zpkeDJSZU7FoMbSTkCwFozkp8vZPV908QWpy
-- used_request = apr_01m833p9x2e5mv6cva2knzzfpt
-- west_id = cus_01m833p9rzfes80zycenk4psn4
-- west_key = sk-JdTsltBaqUOjznbfCcF59jBEGIUK4jaK81QgHViP2msh4V
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
INSERT INTO activity_minutes VALUES(29923347,'agent_not_found',1);
INSERT INTO activity_minutes VALUES(29923347,'all_checks_passed',2);
INSERT INTO activity_minutes VALUES(29923347,'approval_required',5);
INSERT INTO activity_minutes VALUES(29923347,'human_override',1);
INSERT INTO activity_minutes VALUES(29923347,'permission_denied',1);
INSERT INTO agents VALUES(1,1,'bot','The bot','payments','active',1795400869675647,1795400869675647);
INSERT INTO agents VALUES(2,1,'resting','The resting','payments','disabled',1795400869676580,1795400869698959);
INSERT INTO agents VALUES(3,1,'killed','The killed','payments','active',1795400869677770,1795400869677770);
INSERT INTO agents VALUES(4,1,'stopped','The stopped','payments','active',1795400869678825,1795400869678825);
INSERT INTO api_keys VALUES(X'01A2063B27137323B7A867CA98C3AE97',1,'first key','sk-XEDU…',X'ACCA45A1239E3080397E50859313A8ABF363E9FB2BCE411F99D842AEB71F5CB2',7,NULL,NULL,1795400869651618,'operator:op_01m833p99cem4ryqv0f0aefsmy:ada',NULL,NULL,1795400870054405);
INSERT INTO api_keys VALUES(X'01A2063B271B74E58B356A7373BADB06',2,'first key','sk-efcK…',X'13C1326886D87A346AD7F9D652F8843D5E493B1D97CA7097EF9A7A1E28FA67B7',7,NULL,NULL,1795400869659110,'operator:op_01m833p99cem4ryqv0f0aefsmy:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063B271F7738975E69A0479FFD32',3,'first key','sk-JdTs…',X'7A88C4506EB0948FD21582943532E4638600EB6AFAE064A48090D4225D59E1A4',7,NULL,NULL,1795400869663446,'operator:op_01m833p99cem4ryqv0f0aefsmy:ada',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063B276C7122B7FF2EA03B3047D1',1,'unnamed key','sk-qwVz…',X'ABCBCDFA71454C71CCA12466A32273388304C3EB6E736A01604C55D440571570',1,'bot',NULL,1795400869740117,'api_key:key_01m833p9rkechvfa37sacc7bmq',NULL,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063B276F7010BE2996CDC4B0FA1A',1,'revoked','sk-YoIA…',X'5CB4ACC1D725EC2F6827CF9B5FAD2E4FEA2AAADDF060162F7B4A530669FCD217',7,NULL,NULL,1795400869743216,'api_key:key_01m833p9rkechvfa37sacc7bmq',NULL,1795400869746146,NULL);
INSERT INTO api_keys VALUES(X'01A2063B27767A68883CAF92C4AA699F',1,'unnamed key','sk-WOyJ…',X'63E08A459B162F46EA1C0F796ECAB4873D692BD8E76E6F8D3C14529A3D1A4B35',2,NULL,NULL,1795400869750331,'api_key:key_01m833p9rkechvfa37sacc7bmq',4102444800000000,NULL,NULL);
INSERT INTO api_keys VALUES(X'01A2063B277D71C1B1C102D54F29B433',1,'unnamed key','sk-BxvE…',X'91324A1EAB2FE1994B6B379F01554D7BE811EC71E914B81FEE9B93C1FFBD7058',8,NULL,'Ada Byron',1795400869757568,'operator:op_01m833p99cem4ryqv0f0aefsmy:ada',NULL,NULL,1795400869783473);
INSERT INTO approvals VALUES(X'01A2063B27947B83813BE97FED7074D7',1,X'28D2E0D248BF738A94F9664E8FB5AE8ACD9FAF93624B3A94BFCCF4B6EEC78083','bot','refund','orders/pending','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833p9rkechvfa37sacc7bmq','pending',1795400869780265,1795487269780265,NULL,NULL,NULL,NULL);
INSERT INTO approvals VALUES(X'01A2063B27957CDCB267C99E20DB5F2E',1,X'F694EB457E66E3AC85EFB9668196E497954606F03270CDB601A003A19F5BD407','bot','refund','orders/approved','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833p9rkechvfa37sacc7bmq','approved',1795400869781967,1795487269781967,1795400869783610,'api_key:key_01m833p9vxe70v3g82tn7jkd1k','Ada','because');
INSERT INTO approvals VALUES(X'01A2063B27997D35B35C51915246CEC5',1,X'FB7CB4B37E03E2C193132870C07ABF928703BF457A8BD125B1EA215DD0F18B8A','bot','refund','orders/rejected','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833p9rkechvfa37sacc7bmq','rejected',1795400869785582,1795487269785582,1795400869788861,'api_key:key_01m833p9vxe70v3g82tn7jkd1k','Ada','because');
INSERT INTO approvals VALUES(X'01A2063B27A27169B3336A14EBFFBEDA',1,X'7DA969121DA3472C8B2A8A37A88D5CFFBC6D99D896BB20EAF8C8BBF9CB43F601','bot','refund','orders/used','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833p9rkechvfa37sacc7bmq','used',1795400869794246,1795487269794246,1795400869799725,'api_key:key_01m833p9vxe70v3g82tn7jkd1k','Ada','because');
INSERT INTO approvals VALUES(X'01A2063B27B57830B1C5BEAE6052A7A5',1,X'E0915EAD710F5F58429CC53E74C34E90AA6C519B5C3CE5A2CD55C1F27BA57620','killed','refund','orders/cancelled','{}','[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9v7fc4a62bf2yxd8ezf requires a person''s approval","permission_id":"perm_01m833p9v7fc4a62bf2yxd8ezf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]','api_key:key_01m833p9rkechvfa37sacc7bmq','cancelled',1795400869813085,1795487269813085,NULL,NULL,NULL,NULL);
INSERT INTO audit_records VALUES(1,NULL,NULL,1795400869164299,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.164299Z","customer_id":null,"customer_seq":null,"details":{"role":"owner","token":"tok_01m833p99ce649dcq6feqxr92b","username":"ada"},"epoch":1,"format":1,"id":"rec_01m833p99cex7vm2k883d486q2","kind":"change","node":"1e004271","reason":null,"request_id":"889142f77ddf7a698014f79ce3cf6c78","resource":"op_01m833p99cem4ryqv0f0aefsmy","result":"done","seq":1,"trace":[]}',X'4396F778B18B3CD17B5D8C27EBA46C5DEA7807C3624AD2B3877060BB3D1C27E5');
INSERT INTO audit_records VALUES(10,2,1,1795400869659110,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.659110Z","customer_id":"cus_01m833p9rvf70r2wd24s6erhj6","customer_seq":1,"details":{"api_key":"key_01m833p9rvekjrpdbaedsvnpr6","email":"ops@south.example","name":"south","tier":"pro"},"epoch":1,"format":1,"id":"rec_01m833p9rvepktn6mns8hrpfwj","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rvf70r2wd24s6erhj6","result":"done","seq":10,"trace":[]}',X'CACBC89CE06C57F05F1DAFDE6E6CD292FE3270A982F285ED7A59A2676FE735F4');
INSERT INTO audit_records VALUES(11,3,1,1795400869663446,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.663446Z","customer_id":"cus_01m833p9rzfes80zycenk4psn4","customer_seq":1,"details":{"api_key":"key_01m833p9rzeww9eqk9m13szz9j","email":"ops@west.example","name":"west","tier":"free"},"epoch":1,"format":1,"id":"rec_01m833p9rzfad93v526409y0j3","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rzfes80zycenk4psn4","result":"done","seq":11,"trace":[]}',X'405CADEB357480583864A3A558C35E2F551D1EE221F89FD120A819F568590FF0');
INSERT INTO audit_records VALUES(12,1,2,1795400869669308,NULL,'done','{"action":"customer.update","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.669308Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":2,"details":{"name":"Nørth","overrides":{"max_agents":7,"max_api_keys":null,"max_requests_per_minute":50000},"time_zone":"Europe/Berlin"},"epoch":1,"format":1,"id":"rec_01m833p9s5febsz6aezvb9j3jv","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rketft0xe5t8bggtqb","result":"done","seq":12,"trace":[]}',X'B3120DF415719DB9138074397CAC1FDC768481CA48F8251297D900DFF789DCF7');
INSERT INTO audit_records VALUES(13,2,2,1795400869671841,NULL,'done','{"action":"customer.deactivate","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.671841Z","customer_id":"cus_01m833p9rvf70r2wd24s6erhj6","customer_seq":2,"epoch":1,"format":1,"id":"rec_01m833p9s8fckv5s4gyvx56gt9","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rvf70r2wd24s6erhj6","result":"done","seq":13,"trace":[]}',X'02E1592B0AE59A377CBB549546450C79DC342FB42623301B694606FCC37CCB65');
INSERT INTO audit_records VALUES(14,3,2,1795400869673215,NULL,'enabled','{"action":"customer_kill_switch","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.673215Z","customer_id":"cus_01m833p9rzfes80zycenk4psn4","customer_seq":2,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"unpaid"},"epoch":1,"format":1,"id":"rec_01m833p9s9e1yvrn4xtd87xfcf","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rzfes80zycenk4psn4","result":"enabled","seq":14,"trace":[]}',X'5444D4E0C0E96678481CFB1B8FE29B5EEF2F64927B7F43BD32CAD84843B0A543');
INSERT INTO audit_records VALUES(15,1,3,1795400869675647,'bot','done','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.675647Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":3,"details":{"name":"The bot","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833p9sbfpsb4g5pt3zpt5mj","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"bot","result":"done","seq":15,"trace":[]}',X'2A8FB8ED37F27866514C71FA4BCCEBED33717014C879BF3E3A88CC53E184D5EB');
INSERT INTO audit_records VALUES(16,1,4,1795400869676580,'resting','done','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:27:49.676580Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":4,"details":{"name":"The resting","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833p9scfvebbj7zc2n7tpa2","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"resting","result":"done","seq":16,"trace":[]}',X'074AC18EAD7BC7765491AF5EE259CE7E65E3567F54146509B820EF0D3BD58B2E');
INSERT INTO audit_records VALUES(17,1,5,1795400869677770,'killed','done','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:27:49.677770Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":5,"details":{"name":"The killed","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833p9sde66ay8g8xxpj4x5s","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"killed","result":"done","seq":17,"trace":[]}',X'A1416804180FACDE200FF7A779E5E9B2AFA402D9CDA164FDEE89140E4B4332A2');
INSERT INTO audit_records VALUES(18,1,6,1795400869678825,'stopped','done','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"stopped","at":"2026-11-23T02:27:49.678825Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":6,"details":{"name":"The stopped","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833p9see2a85yd8np0fphsh","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":18,"trace":[]}',X'BFEF51FE70DEA37DACBCDCAF3043F535C48154AE5013FCC1FDC566BA998ED030');
INSERT INTO audit_records VALUES(19,1,7,1795400869690978,'gone','done','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:27:49.690978Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":7,"details":{"name":"The gone","owner":"payments","status":"active"},"epoch":1,"format":1,"id":"rec_01m833p9svf9drxm2ycjg9q00q","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"gone","result":"done","seq":19,"trace":[]}',X'0307B57BBDCD982E8B9AC4D157AD9387CFF47066E7CA0C8579891E8FA57C4304');
INSERT INTO audit_records VALUES(2,NULL,NULL,1795400869256000,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.256000Z","customer_id":null,"customer_seq":null,"details":{"role":"admin","token":null,"username":"eve"},"epoch":1,"format":1,"id":"rec_01m833p9c8fjeabw7ammkkmbn3","kind":"change","node":"1e004271","reason":null,"request_id":"46a1df031ac135f2d32d0501b197c0cc","resource":"op_01m833p9c8ffftey9y1gs7pchp","result":"done","seq":2,"trace":[]}',X'93C9B8D4DCF0865BE2D988153D8682781993C0AD1DF67BD0BBED683917F10739');
INSERT INTO audit_records VALUES(20,1,8,1795400869695646,'bot','refused','{"action":"agent.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.695646Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":8,"epoch":1,"format":1,"id":"rec_01m833p9szfksrxgnhjy4rf16t","kind":"change","node":"1e004271","reason":"agent_exists","request_id":"test","resource":"bot","result":"refused","seq":20,"trace":[]}',X'5193D208A4F5F9CC8DDE931F2DDF2534402FD51C924B98FBD5CEDA4DF2653D62');
INSERT INTO audit_records VALUES(21,1,9,1795400869698959,'resting','done','{"action":"agent.update","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"resting","at":"2026-11-23T02:27:49.698959Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":9,"details":{"name":"The resting","owner":"payments","status":"disabled"},"epoch":1,"format":1,"id":"rec_01m833p9t3f9ka4z1mvc75jd20","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"resting","result":"done","seq":21,"trace":[]}',X'8E2DEC46820FD05840D7E38F4535F2FC64837B0ED6FA7FE5290A53D277ED03FD');
INSERT INTO audit_records VALUES(22,1,10,1795400869713707,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.713707Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":10,"details":{"action":"read","agent_id":"bot","effect":"allow","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833p9tjerc98gmyg1ahj3tt","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9thep3t9cjf0xmp2t0m","result":"done","seq":22,"trace":[]}',X'6047AEE03F9047A556EA67A275CC8DA54E757416C97B7016E2D18ADA0CBCF5B7');
INSERT INTO audit_records VALUES(23,1,11,1795400869719056,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.719056Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":11,"details":{"action":"read","agent_id":"bot","effect":"deny","expires_at":null,"resource":"orders/secret"},"epoch":1,"format":1,"id":"rec_01m833p9tqe5qr1gfy4gxvdz3s","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9tqexyrd7st7wgfcn1h","result":"done","seq":23,"trace":[]}',X'FCEDFBC67F0939EF1F1587C6748FF556F79FE160F2E32EB50C8FCE1F948D21C3');
INSERT INTO audit_records VALUES(24,1,12,1795400869722619,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.722619Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":12,"details":{"action":"refund","agent_id":"bot","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833p9tte4kvrj61x23er3mv","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9ttf6ar28f8c6j4h8qv","result":"done","seq":24,"trace":[]}',X'29B37C35B5CA57F021A83EF492FCEF08C59A656CFA1AF3D57E68BE7BAE367B17');
INSERT INTO audit_records VALUES(25,1,13,1795400869729643,'bot','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.729643Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":13,"details":{"action":"*","agent_id":"bot","effect":"allow","expires_at":"2100-01-01T00:00:00.000000Z","resource":"archive/**"},"epoch":1,"format":1,"id":"rec_01m833p9v1fx5txps3s14etvft","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9v1fz1t44byckm6tvrt","result":"done","seq":25,"trace":[]}',X'E9C7347CDEB86EFD8F6C36A3D2193CE71FA25B8F14B2DD84AE2EFD7ADAA55F98');
INSERT INTO audit_records VALUES(26,1,14,1795400869735504,'killed','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:27:49.735504Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":14,"details":{"action":"refund","agent_id":"killed","effect":"require_approval","expires_at":null,"resource":"orders/*"},"epoch":1,"format":1,"id":"rec_01m833p9v7et6tmxd508ayq1qa","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9v7fc4a62bf2yxd8ezf","result":"done","seq":26,"trace":[]}',X'FFB91C936A0DA07B4A98387FC6A119D78289E318C31C5E2ADE504CA46070396E');
INSERT INTO audit_records VALUES(27,1,15,1795400869738047,'gone','done','{"action":"permission.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:27:49.738047Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":15,"details":{"action":"read","agent_id":"gone","effect":"allow","expires_at":null,"resource":"*"},"epoch":1,"format":1,"id":"rec_01m833p9vaf4qbcskvs400bz96","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"perm_01m833p9vaf8wbc34v4pqp1sa0","result":"done","seq":27,"trace":[]}',X'432A03250B2E7E54B3B9AB09E388CAC2D8B5A91D211CD647306A7F4DE5D5217B');
INSERT INTO audit_records VALUES(28,1,16,1795400869740117,'bot','done','{"action":"api_key.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.740117Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":16,"details":{"agent_id":"bot","expires_at":null,"holder":null,"name":"unnamed key","prefix":"sk-qwVz…","scopes":["check"]},"epoch":1,"format":1,"id":"rec_01m833p9vcfh4tse4p7gf75dj7","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"key_01m833p9vce4hbfzsem0xk0hyh","result":"done","seq":28,"trace":[]}',X'2A9206FE42440031652EC27188984B8695185DB163C9EC98FF816C0E6E59B93A');
INSERT INTO audit_records VALUES(29,1,17,1795400869743216,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.743216Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":17,"details":{"agent_id":null,"expires_at":null,"holder":null,"name":"revoked","prefix":"sk-YoIA…","scopes":["check","read","manage"]},"epoch":1,"format":1,"id":"rec_01m833p9vffa6r2nfs2193xff1","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"key_01m833p9vfe08bwacpsq2b1ygt","result":"done","seq":29,"trace":[]}',X'BA7FCCC9046975F686641860235B3F33BBCB04DCCFBC952EB6F081CF3A637CED');
INSERT INTO audit_records VALUES(3,NULL,NULL,1795400869336439,NULL,'done','{"action":"operator.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.336439Z","customer_id":null,"customer_seq":null,"details":{"role":"auditor","token":null,"username":"max"},"epoch":1,"format":1,"id":"rec_01m833p9erfvaaegg33dccqxhx","kind":"change","node":"1e004271","reason":null,"request_id":"6ec6b42433b80e18ac12ab6a69d927b1","resource":"op_01m833p9erfg1tcysbpqdctehy","result":"done","seq":3,"trace":[]}',X'8B496B4C8AC18F5F30F79709016DF66650A967E9393EE98D089C83451C0B94EB');
INSERT INTO audit_records VALUES(30,1,18,1795400869746146,NULL,'done','{"action":"api_key.revoke","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.746146Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":18,"details":{"name":"revoked","prefix":"sk-YoIA…"},"epoch":1,"format":1,"id":"rec_01m833p9vje27bf974367wvqrs","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"key_01m833p9vfe08bwacpsq2b1ygt","result":"done","seq":30,"trace":[]}',X'B9A010677B0D0E0482BC6531BB412DCBC8C8A32C1276EB81DA4C19AE1F8ABF05');
INSERT INTO audit_records VALUES(31,1,19,1795400869750331,NULL,'done','{"action":"api_key.create","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.750331Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":19,"details":{"agent_id":null,"expires_at":"2100-01-01T00:00:00.000000Z","holder":null,"name":"unnamed key","prefix":"sk-WOyJ…","scopes":["read"]},"epoch":1,"format":1,"id":"rec_01m833p9vpfjtaypae41kt6aba","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"key_01m833p9vpf9m8gf5fjb2amtcz","result":"done","seq":31,"trace":[]}',X'875237E922FCABC1B684E7682B588FF993B54CD5F254D969F5020119C69CBBC0');
INSERT INTO audit_records VALUES(32,1,20,1795400869757568,NULL,'done','{"action":"api_key.create","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.757568Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":20,"details":{"agent_id":null,"expires_at":null,"holder":"Ada Byron","name":"unnamed key","prefix":"sk-BxvE…","scopes":["approve"]},"epoch":1,"format":1,"id":"rec_01m833p9vxf1dabeegmhqrzmgb","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"key_01m833p9vxe70v3g82tn7jkd1k","result":"done","seq":32,"trace":[]}',X'518C6A1E10F38CA68C13DDAEF62A18315F1637BC079BF12EE645D6BD6254E6A2');
INSERT INTO audit_records VALUES(33,1,21,1795400869763702,'bot','approved','{"action":"read","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.763702Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":21,"epoch":1,"format":1,"id":"dec_01m833p9w3eyps5g7y2jz2gfm1","kind":"decision","node":"1e004271","reason":"all_checks_passed","request_id":"test","resource":"orders/1","result":"approved","seq":33,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m833p9thep3t9cjf0xmp2t0m","permission_id":"perm_01m833p9thep3t9cjf0xmp2t0m","rule_checked":"permission_rule","rule_result":"passed"}]}',X'ED54F6C4DCA7FEF01AA1D4CDB8E297491A5380A2774EFA3883A48E799018BC87');
INSERT INTO audit_records VALUES(34,1,22,1795400869768077,'bot','denied','{"action":"read","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.768077Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":22,"epoch":1,"format":1,"id":"dec_01m833p9w8fvcafm4xk4ya92hj","kind":"decision","node":"1e004271","reason":"permission_denied","request_id":"test","resource":"orders/secret","result":"denied","seq":34,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"denied by perm_01m833p9tqexyrd7st7wgfcn1h","permission_id":"perm_01m833p9tqexyrd7st7wgfcn1h","rule_checked":"permission_rule","rule_result":"failed"}]}',X'EBD9EFB757B08143DB2E57F335586CFB54444427257065DE05EF6F7301EB1F19');
INSERT INTO audit_records VALUES(35,1,23,1795400869775080,'nobody','denied','{"action":"read","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"nobody","at":"2026-11-23T02:27:49.775080Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":23,"epoch":1,"format":1,"id":"dec_01m833p9wffhh8eqdm92yzgx8d","kind":"decision","node":"1e004271","reason":"agent_not_found","request_id":"test","resource":"orders/1","result":"denied","seq":35,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"no such agent","rule_checked":"agent_status","rule_result":"failed"}]}',X'23E352E22FB279B11DD281D39A02F4642A8C30D5EE611EC8F4D1DBF1264992FE');
INSERT INTO audit_records VALUES(36,1,24,1795400869777111,'bot','approved','{"action":"read","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.777111Z","context":{"a":[1,2.5,null,{"z":true}],"b":"\u0007\"ü"},"customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":24,"epoch":1,"format":1,"id":"dec_01m833p9wherhr87pvfcw7fyty","kind":"decision","node":"1e004271","reason":"all_checks_passed","request_id":"test","resource":"orders/ü","result":"approved","seq":36,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"allowed by perm_01m833p9thep3t9cjf0xmp2t0m","permission_id":"perm_01m833p9thep3t9cjf0xmp2t0m","rule_checked":"permission_rule","rule_result":"passed"}]}',X'A8ACEB1A050BD8D3D705B1BB5BF66E4DA2D0D1F76334C747DA90978A3F1DB81E');
INSERT INTO audit_records VALUES(37,1,25,1795400869780265,'bot','denied','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.780265Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":25,"epoch":1,"format":1,"id":"dec_01m833p9wmfgf9cwm524f739dj","kind":"decision","node":"1e004271","reason":"approval_required","request_id":"test","resource":"orders/pending","result":"denied","seq":37,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'BA953B6C03A7259BEFC13DE8B06A580E2E38254654BEC9149F3C07F97D44AED6');
INSERT INTO audit_records VALUES(38,1,26,1795400869781967,'bot','denied','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.781967Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":26,"epoch":1,"format":1,"id":"dec_01m833p9wpeznsnhp5zy39btyg","kind":"decision","node":"1e004271","reason":"approval_required","request_id":"test","resource":"orders/approved","result":"denied","seq":38,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'98C418228969A43F10FB9CB6143A0C663106334C8131E348046A07741C2A083C');
INSERT INTO audit_records VALUES(39,1,27,1795400869783610,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m833p9vxe70v3g82tn7jkd1k","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.783610Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":27,"details":{"action":"refund","agent_id":"bot","binding":"f694eb457e66e3ac85efb9668196e497954606f03270cdb601a003a19f5bd407","expires_at":"2026-11-24T02:27:49.781967Z","notes":"because","resource":"orders/approved"},"epoch":1,"format":1,"id":"rec_01m833p9wqeba96py66vy9bftw","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"apr_01m833p9wnfkeb4sy9krgdpqse","result":"done","seq":39,"trace":[]}',X'08AC628C52E77D6AEEA72920593760FFCFC2C447303AA0FBE55F849BE3AA1BD2');
INSERT INTO audit_records VALUES(4,NULL,NULL,1795400869394826,NULL,'done','{"action":"operator.update","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.394826Z","customer_id":null,"customer_seq":null,"details":{"is_disabled":true,"role":"auditor"},"epoch":1,"format":1,"id":"rec_01m833p9gkemfv58qr3xzy3h10","kind":"change","node":"1e004271","reason":null,"request_id":"c2b41ea3b96d70e161e7ec27cc3f8d9b","resource":"op_01m833p9erfg1tcysbpqdctehy","result":"done","seq":4,"trace":[]}',X'2D60743D0786123327BC5A2495D908246E12F68791BCF57F2723A771A872B61E');
INSERT INTO audit_records VALUES(40,1,28,1795400869785582,'bot','denied','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.785582Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":28,"epoch":1,"format":1,"id":"dec_01m833p9wsec4sssef2n09sjb8","kind":"decision","node":"1e004271","reason":"approval_required","request_id":"test","resource":"orders/rejected","result":"denied","seq":40,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'0F56F02922536AE92F3751AB0395CB535F53B772082BC11CF462B6A84BE829EB');
INSERT INTO audit_records VALUES(41,1,29,1795400869788861,NULL,'done','{"action":"approval.deny","actor":{"claim":"Ada","id":"key_01m833p9vxe70v3g82tn7jkd1k","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.788861Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":29,"details":{"action":"refund","agent_id":"bot","binding":"fb7cb4b37e03e2c193132870c07abf928703bf457a8bd125b1ea215dd0f18b8a","expires_at":"2026-11-24T02:27:49.785582Z","notes":"because","resource":"orders/rejected"},"epoch":1,"format":1,"id":"rec_01m833p9wxf8wvn2s7whjebcdt","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"apr_01m833p9wsfmtv6q2hj594dkp5","result":"done","seq":41,"trace":[]}',X'097D6309ECB22F88AC6FDBE48A0AE6096EB2D2B90A4958DFB38325569E181DDD');
INSERT INTO audit_records VALUES(42,1,30,1795400869794246,'bot','denied','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.794246Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":30,"epoch":1,"format":1,"id":"dec_01m833p9x2etgavdv6dgrctjqg","kind":"decision","node":"1e004271","reason":"approval_required","request_id":"test","resource":"orders/used","result":"denied","seq":42,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'66D9CBA1214DEA272717753B37C7CEC88EB54EF56C32B2225CB3A6F4AECF14D0');
INSERT INTO audit_records VALUES(43,1,31,1795400869799725,NULL,'done','{"action":"approval.approve","actor":{"claim":"Ada","id":"key_01m833p9vxe70v3g82tn7jkd1k","kind":"api_key"},"agent_id":null,"at":"2026-11-23T02:27:49.799725Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":31,"details":{"action":"refund","agent_id":"bot","binding":"7da969121da3472c8b2a8a37a88d5cffbc6d99d896bb20eaf8c8bbf9cb43f601","expires_at":"2026-11-24T02:27:49.794246Z","notes":"because","resource":"orders/used"},"epoch":1,"format":1,"id":"rec_01m833p9x7ey4a8rbahyb7gwcd","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"apr_01m833p9x2e5mv6cva2knzzfpt","result":"done","seq":43,"trace":[]}',X'CD06896C00BC4EF17E64A7B762B7698D5A40435FDDD37B83AE8DAC9C04A17036');
INSERT INTO audit_records VALUES(44,1,32,1795400869807819,'bot','approved','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"bot","at":"2026-11-23T02:27:49.807819Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":32,"epoch":1,"format":1,"id":"dec_01m833p9xgevps0qxw9s4236p5","kind":"decision","node":"1e004271","reason":"human_override","request_id":"test","resource":"orders/used","result":"approved","seq":44,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9ttf6ar28f8c6j4h8qv requires a person''s approval","permission_id":"perm_01m833p9ttf6ar28f8c6j4h8qv","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"apr_01m833p9x2e5mv6cva2knzzfpt was approved; this uses the grant","rule_checked":"approval","rule_result":"passed"}]}',X'E723FEFFFB30DD1EE13F6C9E107280DD8F1A8D1A0BC7F4958BFD08B4D3296E08');
INSERT INTO audit_records VALUES(45,1,33,1795400869813085,'killed','denied','{"action":"refund","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:27:49.813085Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":33,"epoch":1,"format":1,"id":"dec_01m833p9xne2yt19nynz5wezw1","kind":"decision","node":"1e004271","reason":"approval_required","request_id":"test","resource":"orders/cancelled","result":"denied","seq":45,"trace":[{"notes":"no kill switch is on","rule_checked":"kill_switch","rule_result":"passed"},{"notes":"agent active","rule_checked":"agent_status","rule_result":"passed"},{"notes":"perm_01m833p9v7fc4a62bf2yxd8ezf requires a person''s approval","permission_id":"perm_01m833p9v7fc4a62bf2yxd8ezf","rule_checked":"permission_rule","rule_result":"passed"},{"notes":"a person must approve","rule_checked":"approval","rule_result":"pending"}]}',X'F9632A37E5188DA99ABEAB3F81386AF9B56DC05404415A1026AFF3B5613E3BFC');
INSERT INTO audit_records VALUES(46,1,34,1795400869816817,'killed','done','{"action":"agent.kill","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"killed","at":"2026-11-23T02:27:49.816817Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":34,"details":{"approvals_cancelled":1,"authority":"customer","changed":true,"reason":null},"epoch":1,"format":1,"id":"rec_01m833p9xsf1nvh4yapmwqdam8","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"killed","result":"done","seq":46,"trace":[]}',X'7300063A6F0A7440F1DAFDF0C79ECAEDF616034D2611B1D2C9D9CF5F0B7F7182');
INSERT INTO audit_records VALUES(47,1,35,1795400869819866,'stopped','done','{"action":"agent.kill","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":"stopped","at":"2026-11-23T02:27:49.819866Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":35,"details":{"approvals_cancelled":0,"authority":"operator","changed":true,"reason":"audit"},"epoch":1,"format":1,"id":"rec_01m833p9xwf2vsf11gekwka45w","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"stopped","result":"done","seq":47,"trace":[]}',X'D37D7D3E77D3E634DEA032EB26D300674F30E7BED0085839616A47DA95113193');
INSERT INTO audit_records VALUES(48,1,36,1795400870054586,'gone','done','{"action":"agent.delete","actor":{"id":"key_01m833p9rkechvfa37sacc7bmq","kind":"api_key"},"agent_id":"gone","at":"2026-11-23T02:27:50.054586Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":36,"details":{"approvals_cancelled":0,"keys_revoked":0,"permissions_deleted":1},"epoch":1,"format":1,"id":"rec_01m833pa56fbf8fa2x525zp27y","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"gone","result":"done","seq":48,"trace":[]}',X'4C22C68B58B1D94DF3AEC2BAAFE8A0E7A3485878C473BE05FF42F4D4A2F663ED');
INSERT INTO audit_records VALUES(5,NULL,NULL,1795400869460833,NULL,'done','{"action":"operator_token.create","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.460833Z","customer_id":null,"customer_seq":null,"details":{"expires_at":null,"name":"lost"},"epoch":1,"format":1,"id":"rec_01m833p9jnf7gv3bdhe7qva5qf","kind":"change","node":"1e004271","reason":null,"request_id":"f9383267f781bc7c197cb67076a09921","resource":"tok_01m833p9jmeykrhx7rmdb6rxfq","result":"done","seq":5,"trace":[]}',X'2E18AD5892D316E546639FB0604FA255A6C2205806384C14DE86260FBFAE6E53');
INSERT INTO audit_records VALUES(6,NULL,NULL,1795400869525647,NULL,'done','{"action":"operator_token.revoke","actor":{"kind":"local"},"agent_id":null,"at":"2026-11-23T02:27:49.525647Z","customer_id":null,"customer_seq":null,"details":{"name":"lost","prefix":"op-pcS7…"},"epoch":1,"format":1,"id":"rec_01m833p9mne2t86wr5ykzs6v2k","kind":"change","node":"1e004271","reason":null,"request_id":"0ae724075a7a55ea41eb71b1e32603fb","resource":"tok_01m833p9jmeykrhx7rmdb6rxfq","result":"done","seq":6,"trace":[]}',X'E24291A7977F1802E2B62EDBB87EF026228D82647CFF3B5EB84E915E2DA82C3D');
INSERT INTO audit_records VALUES(7,NULL,NULL,1795400869594804,NULL,'done','{"action":"appliance.start","actor":{"kind":"system"},"agent_id":null,"at":"2026-11-23T02:27:49.594804Z","customer_id":null,"customer_seq":null,"details":{"changes":null,"configuration_sha256":"359b6ec990189fc7fe0596befe14c0d9deba7f81d87848473c25e1079007c995","schema":1,"settings":{"log.level":"error","log.requests":false,"server.data_dir":"/tmp/.tmp4IjBqT/data","server.listen":"127.0.0.1:0"},"version":"0.1.0"},"epoch":1,"format":1,"id":"rec_01m833p9pvex8tejmsd8e0j1xs","kind":"change","node":"1e004271","reason":null,"request_id":"5d75352c5c25e7461027c81d7dc065f9","resource":null,"result":"done","seq":7,"trace":[]}',X'E2D71171040942FFAEDBAE356A9F73CB98A34D44B283E27EA10DD0688204BF71');
INSERT INTO audit_records VALUES(8,NULL,NULL,1795400869645684,NULL,'done','{"action":"operator.login","actor":{"id":"op_01m833p9c8ffftey9y1gs7pchp","kind":"operator","name":"eve"},"agent_id":null,"at":"2026-11-23T02:27:49.645684Z","customer_id":null,"customer_seq":null,"details":{"expires_at":"2026-11-23T14:27:49.645684Z","session":"ses_01m833p9rdez4akzfghvk0ny4a"},"epoch":1,"format":1,"id":"rec_01m833p9reetpth3jm3y3dzp2v","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"op_01m833p9c8ffftey9y1gs7pchp","result":"done","seq":8,"trace":[]}',X'29101B9A4F5B6082FF52266EC00DFE7D7902284430F33C1CD8B3BB8E3AF4E0C7');
INSERT INTO audit_records VALUES(9,1,1,1795400869651618,NULL,'done','{"action":"customer.register","actor":{"id":"op_01m833p99cem4ryqv0f0aefsmy","kind":"operator","name":"ada"},"agent_id":null,"at":"2026-11-23T02:27:49.651618Z","customer_id":"cus_01m833p9rketft0xe5t8bggtqb","customer_seq":1,"details":{"api_key":"key_01m833p9rkechvfa37sacc7bmq","email":"ops@north.example","name":"north","tier":"enterprise"},"epoch":1,"format":1,"id":"rec_01m833p9rme4maytwecfshq4nd","kind":"change","node":"1e004271","reason":null,"request_id":"test","resource":"cus_01m833p9rketft0xe5t8bggtqb","result":"done","seq":9,"trace":[]}',X'5CF53B55F35474633B9A9F14B963CF5A69F0C088D9B4A16D9E651A8A70ACA280');
INSERT INTO customers VALUES(1,X'01A2063B2713769FA075C5D217086AEB','Nørth','ops@north.example','enterprise',7,50000,NULL,'Europe/Berlin',1,1795400869651618,1795400869669308);
INSERT INTO customers VALUES(2,X'01A2063B271B79C18171A2264CEC4646','south','ops@south.example','pro',NULL,NULL,NULL,'UTC',0,1795400869659110,1795400869671841);
INSERT INTO customers VALUES(3,X'01A2063B271F7BB2807FCC75664B66A4','west','ops@west.example','free',NULL,NULL,NULL,'UTC',1,1795400869663446,1795400869663446);
INSERT INTO kill_switches VALUES('agent',1,'killed','customer','api_key:key_01m833p9rkechvfa37sacc7bmq',NULL,1795400869816817);
INSERT INTO kill_switches VALUES('agent',1,'stopped','operator','operator:op_01m833p99cem4ryqv0f0aefsmy:ada','audit',1795400869819866);
INSERT INTO kill_switches VALUES('customer',3,NULL,'operator','operator:op_01m833p99cem4ryqv0f0aefsmy:ada','unpaid',1795400869673215);
INSERT INTO meta VALUES('configuration','{"approvals.expire_after_minutes":1440,"approvals.max_open_per_customer":1000,"backup.directory":"","backup.every_hours":24,"backup.keep":7,"backup.recipients":[],"ledger.batch_entries":1024,"ledger.durability":"power","ledger.queue_age_ms":10000,"ledger.queue_bytes":67108864,"ledger.queue_entries":16384,"log.format":"auto","log.level":"error","log.modules":{},"log.requests":false,"login.per_account_per_minute":5,"login.per_address_per_minute":20,"metrics.listen":"","metrics.tls":false,"metrics.token_file":"","quotes.is_open":true,"quotes.per_address_per_minute":5,"registration.mode":"open","registration.per_address_per_minute":60,"server.body_seconds":20,"server.data_dir":"/tmp/.tmp4IjBqT/data","server.drain_seconds":25,"server.head_seconds":10,"server.idle_seconds":75,"server.io_threads":0,"server.listen":"127.0.0.1:0","server.max_body_bytes":1048576,"server.max_connections":8192,"server.max_head_bytes":16384,"server.max_headers":100,"server.public_url":"","server.reserved_seats":64,"server.trusted_proxies":[],"server.unix_socket":"","server.worker_threads":16,"server.write_seconds":20,"sessions.absolute_hours":12,"sessions.idle_minutes":30,"subscriptions.registration_default":"starter","subscriptions.self_service_max":"pro","subscriptions.tiers.enterprise.feature_list":["Everything in Pro","Limits set per customer"],"subscriptions.tiers.enterprise.features":["approvals","conditions","groups","audit_export","webhooks","policies"],"subscriptions.tiers.enterprise.max_agents":5000,"subscriptions.tiers.enterprise.max_api_keys":100,"subscriptions.tiers.enterprise.max_requests_per_minute":10000,"subscriptions.tiers.enterprise.support":"Named contact","subscriptions.tiers.enterprise.title":"Enterprise","subscriptions.tiers.free.feature_list":["Allow and deny permissions","Kill switches","Tamper-evident audit log"],"subscriptions.tiers.free.features":[],"subscriptions.tiers.free.max_agents":5,"subscriptions.tiers.free.max_api_keys":1,"subscriptions.tiers.free.max_requests_per_minute":10,"subscriptions.tiers.free.price_usd_month":0,"subscriptions.tiers.free.support":"Community","subscriptions.tiers.free.title":"Free","subscriptions.tiers.pro.feature_list":["Everything in Starter","Higher limits for production fleets"],"subscriptions.tiers.pro.features":["approvals","conditions","groups","audit_export","webhooks"],"subscriptions.tiers.pro.max_agents":500,"subscriptions.tiers.pro.max_api_keys":20,"subscriptions.tiers.pro.max_requests_per_minute":1000,"subscriptions.tiers.pro.price_usd_month":499,"subscriptions.tiers.pro.support":"E-mail, one working day","subscriptions.tiers.pro.title":"Pro","subscriptions.tiers.starter.feature_list":["Everything in Free","Human approvals"],"subscriptions.tiers.starter.features":["approvals"],"subscriptions.tiers.starter.max_agents":50,"subscriptions.tiers.starter.max_api_keys":5,"subscriptions.tiers.starter.max_requests_per_minute":100,"subscriptions.tiers.starter.price_usd_month":99,"subscriptions.tiers.starter.support":"E-mail, two working days","subscriptions.tiers.starter.title":"Starter","tls.certificate_file":"","tls.client_ca_file":"","tls.client_certificates":"off","tls.client_identities":[],"tls.hsts_seconds":31536000,"tls.key_file":"","tls.min_version":"1.2","tls.redirect_listen":[]}');
INSERT INTO meta VALUES('created_at','2026-11-23T02:27:49.159449Z');
INSERT INTO meta VALUES('epoch','1');
INSERT INTO meta VALUES('metered_through','48');
INSERT INTO meta VALUES('node','1e004271');
INSERT INTO metered_daily VALUES(20780,1,'','read','agent_not_found',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','all_checks_passed',2);
INSERT INTO metered_daily VALUES(20780,1,'bot','read','permission_denied',1);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','approval_required',4);
INSERT INTO metered_daily VALUES(20780,1,'bot','refund','human_override',1);
INSERT INTO metered_daily VALUES(20780,1,'killed','refund','approval_required',1);
INSERT INTO operator_sessions VALUES(X'01A2063B270D77C8A9FDF08EE60AF88A',X'01A2063B25887BDFA7793E0C327B3236',X'5065F0CCCB797DE41534CB28B2FE5A29987AED000A9ACE9598D8AF5DC14DBE9C',1795400869645684,1795444069645684);
INSERT INTO operator_tokens VALUES(X'01A2063B252C718896B2E67BAFDC244B',X'01A2063B252C75098F5F607814E7E69E','first token','op-XaAY…',X'B52402F86A44C7BA9E7B39912BE5926C71B8A51818B75FF3EC66A6C72A861927',1795400869164299,NULL,NULL);
INSERT INTO operator_tokens VALUES(X'01A2063B265477A788F4F8A3566C75F7',X'01A2063B252C75098F5F607814E7E69E','lost','op-pcS7…',X'98500CB6F632671BF65255BC79DD98335C1C2B39421056FCD36FED3E7BFC788E',1795400869460833,NULL,1795400869525647);
INSERT INTO operators VALUES(X'01A2063B252C75098F5F607814E7E69E','ada','owner',NULL,0,1795400869164299,1795400869164299);
INSERT INTO operators VALUES(X'01A2063B25887BDFA7793E0C327B3236','eve','admin','$argon2id$v=19$m=19456,t=2,p=1$WZxsTktT0lPlGnXwL54Zjw$g0G5rOmrp/owQEBGuhCBHjxKLCQB+zzu+rvq7/a+GzI',0,1795400869256000,1795400869256000);
INSERT INTO operators VALUES(X'01A2063B25D87C03A67B2BB5DACD3A3E','max','auditor','$argon2id$v=19$m=19456,t=2,p=1$n18LMpDsy3LYTxeiWC0vfw$pFHo+LbgJJ9OV+QSZSwF+wN+X1LGiYSlJDK8ExWWinQ',1,1795400869336439,1795400869394826);
INSERT INTO permissions VALUES(X'01A2063B27517587A4B24F0769616814',1,'read','orders/*','allow',NULL,NULL,1795400869713707);
INSERT INTO permissions VALUES(X'01A2063B2757777D869F3A3F20F65431',1,'read','orders/secret','deny',NULL,NULL,1795400869719056);
INSERT INTO permissions VALUES(X'01A2063B275A79958121E861A448A2FB',1,'refund','orders/*','require_approval',NULL,NULL,1795400869722619);
INSERT INTO permissions VALUES(X'01A2063B27617FC3A2117E64E86D6F1A',1,'*','archive/**','allow',NULL,4102444800000000,1795400869729643);
INSERT INTO permissions VALUES(X'01A2063B27677B08A3096F17BAD43BEF',3,'refund','orders/*','require_approval',NULL,NULL,1795400869735504);
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
