//! Databases of every schema that was ever shipped, opened by the program as it is now.
//!
//! `tests/databases` has one file for each schema version, as SQL so that it can be read. Each was
//! made by the program of its time; `write_the_file_of_this_schema` makes the next.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use nix::sys::signal::Signal;
use program::client::Client;
use program::proof::Log;
use program::{Place, QUIET, Ran, text};
use rusqlite::Connection;
use serde_json::{Value, json};

const PASSWORD: &str = "not a real password";
const FAR_MICROS: i64 = 4_102_444_800_000_000;

/// What the files name in their first lines: secrets and ids that are known to nobody else.
type Names = HashMap<String, String>;

/// Asks as whom, and what.
struct Filling<'a> {
    address: &'a str,
    names: Names,
}

impl Filling<'_> {
    fn client(&self, name: &str) -> Client {
        Client::bearing(self.address, &self.names[name])
    }

    fn name(&mut self, name: &str, made: &Value, member: &str) {
        self.names.insert(name.to_owned(), text(made, member));
    }

    fn customer(&mut self, name: &str, tier: &str) {
        let body = json!({
            "name": name, "email": format!("ops@{name}.example"), "subscription_tier": tier,
        });
        let made = self
            .client("owner_token")
            .post("/api/customers/register", &body);
        self.name(&format!("{name}_id"), &made, "customer_id");
        self.name(&format!("{name}_key"), &made, "api_key");
    }

    /// A request for approval about one order, and what a person made of it.
    fn held(&mut self, agent: &str, order: &str, answer: Option<&str>) {
        let resource = format!("orders/{order}");
        let made = self.client("north_key").check(agent, "refund", &resource);
        assert_eq!(made["reason"], "approval_required", "{made}");
        self.name(&format!("{order}_request"), &made["approval"], "request_id");
        if let Some(answer) = answer {
            let body = json!({
                "request_id": self.names[&format!("{order}_request")], "human_id": "Ada",
                "notes": "because",
            });
            self.client("approver_key")
                .post(&format!("/api/agent/{answer}"), &body);
        }
    }
}

/// A bit of everything.
fn fill(place: &Place) -> Names {
    let mut names = Names::new();
    names.insert("owner_token".to_owned(), place.operator("ada", "owner"));
    for (username, role) in [("eve", "admin"), ("max", "auditor")] {
        let add = ["operator", "add", "--username", username, "--role", role];
        let add = [&add[..], &["--password-stdin", "--json"]].concat();
        place.feed(&add, &format!("{PASSWORD}\n")).fine();
    }
    place.json(&["operator", "disable", "max"]).fine();
    let token = ["operator", "token", "add", "ada", "--name", "lost"];
    let lost = place.json(&token).fine();
    names.insert("lost_token".to_owned(), text(&lost, "token"));
    let revoke = [
        "operator",
        "token",
        "revoke",
        "ada",
        &text(&lost, "token_id"),
    ];
    place.json(&revoke).fine();

    let server = place.serve();
    let mut filling = Filling {
        address: &server.address,
        names,
    };
    let body = json!({"username": "eve", "password": PASSWORD});
    Client::new(&server.address).post("/api/operators/login", &body);
    filling.customer("north", "enterprise");
    filling.customer("south", "pro");
    filling.customer("west", "free");
    let mut owner = filling.client("owner_token");
    let id = |name: &str, filling: &Filling<'_>| filling.names[&format!("{name}_id")].clone();
    let north = format!("/api/customers/{}", id("north", &filling));
    let patch = json!({
        "name": "Nørth", "time_zone": "Europe/Berlin",
        "overrides": {"max_agents": 7, "max_requests_per_minute": 50_000},
    });
    owner.done("PATCH", &north, &patch);
    owner.done(
        "DELETE",
        &format!("/api/customers/{}", id("south", &filling)),
        &Value::Null,
    );
    let west = format!("/api/customers/{}/kill-switch", id("west", &filling));
    owner.post(&west, &json!({"enabled": true, "reason": "unpaid"}));

    let mut own = filling.client("north_key");
    for agent in ["bot", "resting", "killed", "stopped", "gone"] {
        let body = json!({"id": agent, "name": format!("The {agent}"), "owner": "payments"});
        own.post("/api/admin/agents", &body);
    }
    let again = json!({"id": "bot", "name": "Bot", "owner": "payments"});
    assert_eq!(own.ask("POST", "/api/admin/agents", &again).status, 409);
    own.done(
        "PUT",
        "/api/admin/agents/resting",
        &json!({"status": "disabled"}),
    );
    for (agent, action, resource, effect, end) in [
        ("bot", "read", "orders/*", "allow", Value::Null),
        ("bot", "read", "orders/secret", "deny", Value::Null),
        ("bot", "refund", "orders/*", "require_approval", Value::Null),
        (
            "bot",
            "*",
            "archive/**",
            "allow",
            json!("2100-01-01T00:00:00Z"),
        ),
        (
            "killed",
            "refund",
            "orders/*",
            "require_approval",
            Value::Null,
        ),
        ("gone", "read", "*", "allow", Value::Null),
    ] {
        let body = json!({
            "agent_id": agent, "action": action, "resource": resource, "effect": effect,
            "expires_at": end,
        });
        own.post("/api/admin/permissions", &body);
    }
    let keys = format!("{north}/api-keys");
    for (name, body) in [
        ("agent", json!({"agent_id": "bot"})),
        ("revoked", json!({"name": "revoked"})),
        (
            "dated",
            json!({"scopes": ["read"], "expires_at": "2100-01-01T00:00:00Z"}),
        ),
    ] {
        let made = own.post(&format!("{keys}/generate"), &body);
        filling.name(&format!("{name}_key"), &made, "api_key");
        if name == "revoked" {
            let target = format!("{keys}/{}", text(&made, "key_id"));
            own.done("DELETE", &target, &Value::Null);
        }
    }
    let body = json!({"scopes": ["approve"], "holder": "Ada Byron"});
    let made = owner.post(&format!("{keys}/generate"), &body);
    filling.name("approver_key", &made, "api_key");

    own.check("bot", "read", "orders/1");
    own.check("bot", "read", "orders/secret");
    own.check("nobody", "read", "orders/1");
    own.post(
        "/api/agents/check",
        &json!({
            "agent_id": "bot", "action": "read", "resource": "orders/ü",
            "context": {"b": "\u{7}\"ü", "a": [1, 2.5, null, {"z": true}]},
        }),
    );
    filling.held("bot", "pending", None);
    filling.held("bot", "approved", Some("approve"));
    filling.held("bot", "rejected", Some("deny"));
    filling.held("bot", "used", Some("approve"));
    own.check("bot", "refund", "orders/used");
    filling.held("killed", "cancelled", None);
    own.post(
        "/api/agent/kill",
        &json!({"agent_id": "killed", "enabled": false}),
    );
    let stop = format!("/api/agent/kill?customer_id={}", id("north", &filling));
    owner.post(
        &stop,
        &json!({"agent_id": "stopped", "enabled": false, "reason": "audit"}),
    );
    own.done("DELETE", "/api/admin/agents/gone", &Value::Null);
    own.get("/api/customers/me");
    let names = filling.names;
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    names
}

/// Everything that [`fill`] made is there, and means what it meant.
fn find_everything(address: &str, names: &Names, before: &Log) {
    let client = |name: &str| Client::bearing(address, &names[name]);
    let mut owner = client("owner_token");
    assert_eq!(
        client("lost_token")
            .ask("GET", "/api/operators/me", &Value::Null)
            .status,
        401
    );
    for (username, status) in [("eve", 200), ("max", 401)] {
        let body = json!({"username": username, "password": PASSWORD});
        let login = Client::new(address).ask("POST", "/api/operators/login", &body);
        assert_eq!(login.status, status, "{username}: {login:?}");
    }
    let north = format!("/api/customers/{}", names["north_id"]);
    let customer = owner.get(&north);
    for (member, wanted) in [
        ("name", json!("Nørth")),
        ("email", json!("ops@north.example")),
        ("subscription_tier", json!("enterprise")),
        ("time_zone", json!("Europe/Berlin")),
        ("max_agents", json!(7)),
        ("max_requests_per_minute", json!(50_000)),
        ("agents", json!(4)),
        ("is_active", json!(true)),
    ] {
        assert_eq!(customer[member], wanted, "{member}");
    }
    let recorded = before.records.iter().filter(|record| {
        record["customer_id"] == names["north_id"].as_str()
            && record["actor"]["kind"] == "api_key"
            && !text(record, "action").starts_with("agent.kill")
    });
    // One call left no record: the customer looked at itself.
    assert_eq!(customer["total_api_calls"], recorded.count() + 1);
    let me = client("south_key").ask("GET", "/api/customers/me", &Value::Null);
    assert_eq!((me.status, me.code()), (403, "customer_inactive".into()));
    let denied = client("west_key").check("bot", "read", "orders/1");
    assert_eq!(denied["reason"], "customer_kill_switch_enabled");

    find_rules(address, names);
    find_approvals(address, names);
}

/// Agents, permissions, keys and kill switches, as they are listed and as they decide.
fn find_rules(address: &str, names: &Names) {
    let client = |name: &str| Client::bearing(address, &names[name]);
    let north = format!("/api/customers/{}", names["north_id"]);
    let mut own = client("north_key");
    let agents = own.get("/api/admin/agents");
    let mut found: Vec<(String, String)> = agents["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|agent| (text(agent, "id"), text(agent, "status")))
        .collect();
    found.sort();
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(id, status)| (&**id, &**status))
        .collect();
    let wanted = ["bot", "killed", "resting", "stopped"];
    assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), wanted);
    assert!(found.contains(&("resting", "disabled")));
    assert_eq!(
        own.get("/api/permissions?agent_id=bot")
            .as_array()
            .unwrap()
            .len(),
        4
    );
    assert_eq!(
        own.get(&format!("{north}/api-keys"))
            .as_array()
            .unwrap()
            .len(),
        5
    );

    for (agent, action, resource, reason) in [
        ("bot", "read", "orders/1", "all_checks_passed"),
        ("bot", "read", "orders/secret", "permission_denied"),
        ("bot", "print", "archive/1/2", "all_checks_passed"),
        ("bot", "delete", "orders/1", "permission_rule_failed"),
        ("resting", "read", "orders/1", "agent_disabled"),
        ("killed", "refund", "orders/1", "agent_kill_switch_enabled"),
        ("stopped", "read", "orders/1", "agent_kill_switch_enabled"),
        ("gone", "read", "orders/1", "agent_not_found"),
    ] {
        let answer = own.check(agent, action, resource);
        assert_eq!(answer["reason"], reason, "{agent} {action} {resource}");
    }
    let release = json!({"agent_id": "stopped", "enabled": true});
    let refused = own.ask("POST", "/api/agent/kill", &release);
    assert_eq!(
        (refused.status, refused.code()),
        (403, "operator_role".into())
    );
    let other = json!({"agent_id": "killed", "action": "read", "resource": "orders/1"});
    let refused = client("agent_key").ask("POST", "/api/agents/check", &other);
    assert_eq!(
        (refused.status, refused.code()),
        (403, "wrong_agent".into())
    );
    let refused = client("revoked_key").ask("GET", "/api/customers/me", &Value::Null);
    assert_eq!(refused.status, 401);
    let me = client("dated_key").get("/api/customers/me");
    assert_eq!(me["id"], names["north_id"].as_str());
}

/// What a person was asked, and what became of it.
fn find_approvals(address: &str, names: &Names) {
    let client = |name: &str| Client::bearing(address, &names[name]);
    let mut own = client("north_key");
    let mut refund = |agent: &str, order: &str, reason: &str| {
        let answer = own.check(agent, "refund", &format!("orders/{order}"));
        assert_eq!(answer["reason"], reason, "{agent} {order}");
    };
    refund("bot", "pending", "approval_pending");
    refund("bot", "rejected", "approval_rejected");
    refund("bot", "approved", "human_override");
    refund("bot", "approved", "approval_required");
    refund("bot", "used", "approval_required");
    let release = json!({"agent_id": "killed", "enabled": true});
    client("north_key").post("/api/agent/kill", &release);
    // Cancelled stays cancelled: it is asked anew.
    refund("killed", "cancelled", "approval_required");
    let pending = client("north_key").get("/api/agent/pending-approvals");
    let mut pending = pending.as_array().unwrap().iter();
    let known = names["pending_request"].as_str();
    assert!(pending.any(|request| request["request_id"] == known));
    let body = json!({"request_id": known});
    client("approver_key").post("/api/agent/approve", &body);
    refund("bot", "pending", "human_override");
}

#[test]
fn a_database_of_every_version_opens_with_everything_in_it() {
    let mut count = 0;
    for entry in std::fs::read_dir(databases()).unwrap() {
        let dump = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let place = Place::with_settings(QUIET);
        let (file, names) = build(&place, &dump);
        let old_version = version(&file);
        let before = Log::prove(&place.data_dir());
        let server = place.serve();
        find_everything(&server.address, &names, &before);
        assert_eq!(server.stop(Signal::SIGTERM), 0);
        let after = Log::prove(&place.data_dir());
        assert!(after.records.len() > before.records.len());
        assert_eq!(after.records[..before.records.len()], before.records);

        // The schema is what a new database has: a shipped migration is never changed.
        let fresh = Place::new();
        fresh.json(&["init"]).fine();
        assert_eq!(
            schema(&file),
            schema(&fresh.data_dir().join("portcullis.db"))
        );

        let backup = format!("portcullis.db.before-upgrade-from-{old_version}");
        let backup = place.data_dir().join(backup);
        assert_eq!(
            backup.exists(),
            version(&file) > old_version,
            "{}",
            backup.display()
        );
        if backup.exists() {
            assert_eq!(version(&backup), old_version);
        }
        count += 1;
    }
    assert!(count > 0, "no database was found");
}

#[test]
fn what_is_not_ours_or_not_known_is_refused_and_left_as_it_is() {
    let place = Place::with_settings(QUIET);
    place.json(&["init"]).fine();
    let file = place.data_dir().join("portcullis.db");
    let change = |sql: &str| Connection::open(&file).unwrap().execute_batch(sql).unwrap();
    change("PRAGMA user_version = 99");
    refused(
        &place,
        &[
            "schema version 99",
            "use the newer program; or restore a backup",
        ],
    );

    let stranger = |sql: &str| {
        std::fs::remove_file(&file).unwrap();
        change(sql);
    };
    stranger("CREATE TABLE notes (note TEXT); INSERT INTO notes VALUES ('mine')");
    refused(&place, &["is not a Portcullis database"]);
    stranger("PRAGMA application_id = 252006674; PRAGMA user_version = 1; CREATE TABLE t (x)");
    refused(&place, &["is not a Portcullis database"]);
    stranger("PRAGMA journal_mode = wal; CREATE TABLE notes (note TEXT)");
    refused(&place, &["is not a Portcullis database"]);
    std::fs::write(&file, "Dear diary,\n".repeat(1000)).unwrap();
    refused(&place, &["file is not a database"]);
}

/// The server and a command refuse the file, and leave each byte of it as it is.
fn refused(place: &Place, saying: &[&str]) {
    let file = place.data_dir().join("portcullis.db");
    let before = std::fs::read(&file).unwrap();
    let runs: [Ran; 2] = [
        place.run(&["serve", "--listen", "127.0.0.1:0"]),
        place.run(&["operator", "list"]),
    ];
    for ran in runs {
        assert_eq!(ran.code, 1, "{ran:?}");
        for words in saying {
            assert!(ran.stderr.contains(words), "{ran:?}");
        }
        assert!(
            ran.stderr.contains("portcullis.db") || ran.stderr.contains("data"),
            "{ran:?}"
        );
    }
    let is_as_it_was = before == std::fs::read(&file).unwrap();
    assert!(is_as_it_was, "the file was changed: {saying:?}");
}

#[test]
fn a_log_whose_end_was_altered_is_not_continued() {
    for (altered, named) in [
        (
            "UPDATE audit_records SET record = replace(record, '\"Eve\"', '\"Ada\"') WHERE seq = 2",
            2,
        ),
        ("DELETE FROM audit_records WHERE seq = 2", 3),
    ] {
        let place = Place::with_settings(QUIET);
        for (name, role) in [("ada", "owner"), ("eve", "owner"), ("max", "admin")] {
            place.operator(name, role);
        }
        let file = place.data_dir().join("portcullis.db");
        let database = Connection::open(&file).unwrap();
        let altered = altered.replace("Eve", "eve").replace("Ada", "ada");
        database
            .execute_batch("DROP TRIGGER audit_records_stay; DROP TRIGGER audit_records_remain")
            .unwrap();
        assert_eq!(database.execute(&altered, []).unwrap(), 1);
        drop(database);
        let ran = place.run(&["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        let wanted = format!("audit record {named} does not follow");
        assert!(ran.stderr.contains(&wanted), "{ran:?}");
    }
}

fn databases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases")
}

fn version(file: &Path) -> u32 {
    let database = Connection::open(file).unwrap();
    let version = database.pragma_query_value(None, "user_version", |row| row.get(0));
    version.unwrap()
}

fn schema(file: &Path) -> Vec<(String, String)> {
    let database = Connection::open(file).unwrap();
    let mut rows = database
        .prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name")
        .unwrap();
    let found = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    found.unwrap().map(Result::unwrap).collect()
}

/// Builds a data directory from a file of `tests/databases`.
fn build(place: &Place, dump: &str) -> (PathBuf, Names) {
    std::fs::create_dir(place.data_dir()).unwrap();
    let file = place.data_dir().join("portcullis.db");
    let database = Connection::open(&file).unwrap();
    database.execute_batch(dump).unwrap();
    // Requests for approval expire; these files must not.
    let lasting = "UPDATE approvals SET expires_at = ?1 WHERE status <> 'used'";
    assert!(database.execute(lasting, [FAR_MICROS]).unwrap() > 0);
    let names = dump.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("-- ")?.split_once(" = ")?;
        Some((name.to_owned(), value.to_owned()))
    });
    (file, names.collect())
}

/// Run by hand, once, when a schema is finished:
/// `cargo test --test upgrade -- --ignored write_the_file_of_this_schema`.
#[test]
#[ignore = "makes a file, and only once for each schema"]
fn write_the_file_of_this_schema() {
    let place = Place::with_settings(QUIET);
    let names = fill(&place);
    let file = place.data_dir().join("portcullis.db");
    let version = version(&file);
    let target = databases().join(format!("v{version}.sqlite3.sql"));
    assert!(!target.exists(), "{} is never made again", target.display());
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort();
    let mut dump = format!(
        "-- A database of schema version {version}, as the program of its time left it.\n\
         -- The secrets were made for this file and open nothing else.\n"
    );
    for (name, value) in names {
        writeln!(dump, "-- {name} = {value}").unwrap();
    }
    dump.push_str(&dumped(&Connection::open(&file).unwrap(), version));
    std::fs::create_dir_all(databases()).unwrap();
    std::fs::write(target, dump).unwrap();
}

/// A database as SQL: tables, rows, then what watches over them.
fn dumped(database: &Connection, version: u32) -> String {
    let texts = |sql: &str| -> Vec<String> {
        let mut rows = database.prepare(sql).unwrap();
        let found = rows.query_map([], |row| row.get(0)).unwrap();
        found.map(Result::unwrap).collect()
    };
    let application: i64 = database
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .unwrap();
    let mut dump = format!(
        "PRAGMA foreign_keys = OFF;\nPRAGMA application_id = {application};\n\
         PRAGMA user_version = {version};\nBEGIN;\n"
    );
    let schema = |kinds: &str| {
        texts(&format!(
            "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ({kinds})"
        ))
    };
    let mut lines = schema("'table'");
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
        let columns = texts(&format!(
            "SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"
        ));
        lines.extend(texts(&format!(
            "SELECT 'INSERT INTO {table} VALUES(' || {} || ');' FROM {table} ORDER BY 1",
            columns.join(" || ',' || ")
        )));
    }
    lines.extend(schema("'index', 'trigger'"));
    dump.push_str(&lines.join("\n"));
    dump.push_str("\nCOMMIT;\n");
    dump
}
