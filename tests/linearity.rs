//! Decisions and changes form one order: many checks at once while kill switches, keys and
//! permissions change under them, and then the log alone is read to show that no decision
//! contradicts the records before it, and that no answer contradicts a change answered earlier.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail loudly"
)]

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use portcullis::app::App;
use portcullis::app::environment::SystemEnvironment;
use portcullis::http::Http;
use portcullis::http::wire::{EdgeStats, Head, Incoming, Lane, Service as _};
use portcullis::ledger::{DataDir, Hooks, Ledger};
use portcullis::metrics::Metrics;
use serde_json::{Value, json};

const AGENTS: usize = 4;
const ASKERS: usize = 8;
const CHANGES: usize = 160;

struct World {
    http: Http,
    ledger: Arc<Ledger>,
    directory: tempfile::TempDir,
}

/// An answer that a caller got, with the last change that had been answered before it asked.
struct Got {
    asked_after: u64,
    answer: Value,
}

impl World {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let ledger = Arc::new(
            Ledger::open(
                DataDir::take(directory.path(), "test").unwrap(),
                portcullis::ledger::Settings::default(),
                Arc::default(),
                Arc::new(SystemEnvironment::default()),
                Arc::new(Metrics::default()),
                Hooks::failing(|| panic!("the ledger failed")),
            )
            .unwrap(),
        );
        let app = Arc::new(App::new(Arc::clone(&ledger)));
        let http = Http::new(
            app,
            portcullis::http::Settings::default(),
            Arc::new(EdgeStats::default()),
        );
        Self {
            http,
            ledger,
            directory,
        }
    }

    fn call(&self, method: &str, target: &str, key: Option<&str>, body: &Value) -> (u16, Value) {
        let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        if let Some(key) = key {
            headers.push(("authorization".to_owned(), format!("Bearer {key}")));
        }
        let head = Head {
            method: method.to_owned(),
            target: target.to_owned(),
            headers,
            peer: None,
            lane: Lane::Control,
            secure: false,
            certificate: None,
        };
        let body = if body.is_null() {
            Vec::new()
        } else {
            body.to_string().into_bytes()
        };
        let reply = self.http.answer(Incoming { head, body }).wait();
        (
            reply.status,
            serde_json::from_slice(&reply.body).unwrap_or(Value::Null),
        )
    }

    fn made(&self, target: &str, body: &Value) -> Value {
        let (status, made) = self.call("POST", target, None, body);
        assert!((200..300).contains(&status), "{target}: {made}");
        made
    }
}

fn text(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .expect(name)
        .to_owned()
}

#[test]
fn no_decision_contradicts_the_records_before_it() {
    let world = World::new();
    let registered = world.made(
        "/api/customers/register",
        &json!({"name": "Acme", "email": "ops@acme.example", "subscription_tier": "enterprise"}),
    );
    let customer = text(&registered, "customer_id");
    let patch = json!({"overrides": {"max_requests_per_minute": 10_000_000}});
    assert_eq!(
        world
            .call("PATCH", &format!("/api/customers/{customer}"), None, &patch)
            .0,
        200
    );
    let query = format!("?customer_id={customer}");
    for agent in 0..AGENTS {
        let body = json!({"id": format!("agent-{agent}"), "name": "a", "owner": "o"});
        world.made(&format!("/api/admin/agents{query}"), &body);
    }
    let issue = format!("/api/customers/{customer}/api-keys/generate");
    let keys: Mutex<Vec<(String, String)>> = Mutex::default();
    let new_key = || {
        let made = world.made(&issue, &json!({"scopes": ["check"]}));
        keys.lock()
            .unwrap()
            .push((text(&made, "key_id"), text(&made, "api_key")));
    };
    (0..3).for_each(|_| new_key());

    let is_over = AtomicBool::new(false);
    let answered_changes = std::sync::atomic::AtomicU64::new(0);
    let answers: Mutex<Vec<Got>> = Mutex::default();
    std::thread::scope(|scope| {
        for asker in 0..ASKERS {
            let (world, keys, answers) = (&world, &keys, &answers);
            let (is_over, answered_changes) = (&is_over, &answered_changes);
            scope.spawn(move || {
                let mut turn = asker;
                while !is_over.load(Ordering::SeqCst) {
                    turn += 1;
                    let key = {
                        let keys = keys.lock().unwrap();
                        let place = turn % keys.len();
                        keys.get(place).unwrap().1.clone()
                    };
                    let body = json!({
                        "agent_id": format!("agent-{}", turn % AGENTS),
                        "action": "read", "resource": "orders/1",
                    });
                    let asked_after = answered_changes.load(Ordering::SeqCst);
                    let (status, answer) =
                        world.call("POST", "/api/agents/check", Some(&key), &body);
                    assert!(status == 200 || status == 401, "{answer}");
                    if status == 200 {
                        answers.lock().unwrap().push(Got {
                            asked_after,
                            answer,
                        });
                    }
                }
            });
        }
        let mut permissions: HashMap<usize, String> = HashMap::new();
        for turn in 0..CHANGES {
            let agent = turn % AGENTS;
            match (turn / AGENTS) % 4 {
                0 => {
                    let body = json!({
                        "agent_id": format!("agent-{agent}"), "action": "*", "resource": "orders/*",
                    });
                    let made = world.made(&format!("/api/admin/permissions{query}"), &body);
                    permissions.insert(agent, text(&made, "id"));
                }
                1 | 2 => {
                    let enabled = (turn / AGENTS) % 4 == 2;
                    let body = json!({"agent_id": format!("agent-{agent}"), "enabled": enabled});
                    world.made(&format!("/api/agent/kill{query}"), &body);
                }
                _ => {
                    if let Some(id) = permissions.remove(&agent) {
                        let target = format!("/api/admin/permissions/{id}{query}");
                        assert_eq!(world.call("DELETE", &target, None, &Value::Null).0, 200);
                    }
                    new_key();
                    let oldest = keys.lock().unwrap().remove(0).0;
                    let target = format!("/api/customers/{customer}/api-keys/{oldest}");
                    assert_eq!(world.call("DELETE", &target, None, &Value::Null).0, 200);
                }
            }
            // Nobody else changes anything, so the newest change on record is the one just answered.
            let target = format!("/api/logs{query}&result=done&limit=1");
            let (_, newest) = world.call("GET", &target, None, &Value::Null);
            let seq = newest
                .get(0)
                .and_then(|record| record.get("seq"))
                .and_then(Value::as_u64);
            answered_changes.store(seq.unwrap(), Ordering::SeqCst);
        }
        is_over.store(true, Ordering::SeqCst);
    });
    world.ledger.close();

    let records = records(&world.directory);
    let decisions = replay(&records);
    let answers = answers.into_inner().unwrap();
    assert!(
        answers.len() > 200,
        "only {} checks ran beside the changes",
        answers.len()
    );
    for Got {
        asked_after,
        answer,
    } in &answers
    {
        let id = text(answer, "decision_id");
        let record = decisions
            .get(&id)
            .unwrap_or_else(|| panic!("{id} was answered unrecorded"));
        let seq = record.get("customer_seq").and_then(Value::as_u64).unwrap();
        assert_eq!(answer.get("seq").and_then(Value::as_u64), Some(seq));
        for name in ["result", "reason"] {
            assert_eq!(answer.get(name), record.get(name), "{id}");
        }
        assert!(
            seq > *asked_after,
            "{id} stands before a change that was answered before it"
        );
    }
}

/// All records in their order.
fn records(directory: &tempfile::TempDir) -> Vec<Value> {
    let database = rusqlite::Connection::open(directory.path().join("portcullis.db")).unwrap();
    let mut rows = database
        .prepare("SELECT record FROM audit_records ORDER BY seq")
        .unwrap();
    let texts = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
    texts
        .map(|text| serde_json::from_str(&text.unwrap()).unwrap())
        .collect()
}

/// Holds each decision against what the records before it say; returns the decisions by id.
fn replay(records: &[Value]) -> HashMap<String, &Value> {
    let mut killed: HashSet<String> = HashSet::new();
    let mut permissions: HashMap<String, String> = HashMap::new();
    let mut keys: HashSet<String> = HashSet::new();
    let mut decisions = HashMap::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (place, record) in records.iter().enumerate() {
        assert_eq!(
            record.get("seq").and_then(Value::as_u64),
            u64::try_from(place + 1).ok()
        );
        let (action, result) = (text(record, "action"), text(record, "result"));
        let agent = record
            .get("agent_id")
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_owned();
        let object = record
            .get("resource")
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_owned();
        if text(record, "kind") == "change" {
            assert_eq!(result, "done", "{record}");
            match action.as_str() {
                "agent.kill" => drop(killed.insert(agent)),
                "agent.release" => drop(killed.remove(&agent)),
                "permission.create" => drop(permissions.insert(object, agent)),
                "permission.delete" => drop(permissions.remove(&object)),
                "api_key.create" => drop(keys.insert(object)),
                "api_key.revoke" => assert!(keys.remove(&object)),
                "customer.register" | "customer.update" | "agent.create" => {}
                other => panic!("an unexpected change: {other}"),
            }
            continue;
        }
        let reason = text(record, "reason");
        *seen.entry(reason.clone()).or_default() += 1;
        let actor = record.get("actor").map(|actor| text(actor, "id")).unwrap();
        assert!(
            keys.contains(&actor),
            "decided for a key that was revoked before: {record}"
        );
        let is_allowed = permissions.values().any(|of| *of == agent);
        let expected = match (killed.contains(&agent), is_allowed) {
            (true, _) => "agent_kill_switch_enabled",
            (false, true) => "all_checks_passed",
            (false, false) => "permission_rule_failed",
        };
        assert_eq!(reason, expected, "{record}");
        decisions.insert(text(record, "id"), record);
    }
    for reason in [
        "agent_kill_switch_enabled",
        "all_checks_passed",
        "permission_rule_failed",
    ] {
        assert!(
            seen.get(reason).is_some_and(|count| *count > 5),
            "{reason} was hardly tried: {seen:?}"
        );
    }
    decisions
}
