//! Killed in the middle, again and again: every answer that anyone got is in the log.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use portcullis::domain::id::CustomerId;
use program::client::{Answer, Client};
use program::proof::Log;
use program::{Place, QUIET, Running, text};
use serde_json::{Value, json};

/// Answers after which each round ends, and how slow its flushes are: the slower, the more stands
/// in a batch that is not yet down.
const ROUNDS: [(usize, &str); 5] = [(40, "0"), (600, "0"), (300, "3"), (1500, "0"), (900, "1")];
const ASKERS_PER_CUSTOMER: usize = 4;
const AGENTS: usize = 3;

/// A customer with the secrets that its askers use.
struct Customer {
    id: String,
    key: String,
    check_key: String,
}

/// What a request was answered.
struct Answered {
    request: String,
    is_check: bool,
    status: u16,
    body: Value,
}

/// All who ask in one round.
struct Round<'a> {
    number: usize,
    server: &'a Running,
    operator: &'a str,
    count: AtomicUsize,
    answers: Mutex<Vec<Answered>>,
}

#[test]
fn what_was_answered_is_in_the_log_whenever_the_process_is_killed() {
    let place = Place::with_settings(QUIET);
    let operator = place.operator("ada", "owner");
    let mut customers = Vec::new();
    let mut answered: Vec<Answered> = Vec::new();
    let mut revoked: Vec<String> = Vec::new();
    for (number, (enough, delay_ms)) in ROUNDS.into_iter().enumerate() {
        let delay = [("PORTCULLIS_TEST_FLUSH_DELAY_MS", delay_ms)];
        let server = place.serve_with(&[], &delay);
        if number == 0 {
            customers = ["north", "south"]
                .map(|name| customer(&server, &operator, name))
                .into();
        } else {
            // It came up by itself; what was in force still is, and the numbers go on.
            let before = Log::prove(&place.data_dir());
            for customer in &customers {
                let mut asker = Client::bearing(&server.address, &customer.check_key);
                let next = asker.check("nobody", "read", "orders/1");
                assert_eq!(next["seq"], before.last_of(&customer.id) + 1);
            }
            for secret in &revoked {
                let mut gone = Client::bearing(&server.address, secret);
                let asked = gone.ask("GET", "/api/customers/me", &Value::Null);
                assert_eq!(asked.status, 401, "revoked and answered");
            }
        }
        let round = Round {
            number,
            server: &server,
            operator: &operator,
            count: AtomicUsize::new(0),
            answers: Mutex::default(),
        };
        let gone = Mutex::default();
        std::thread::scope(|scope| {
            let (round, gone) = (&round, &gone);
            for customer in &customers {
                for asker in 0..ASKERS_PER_CUSTOMER {
                    scope.spawn(move || round.ask_until_killed(customer, asker));
                }
                scope.spawn(move || round.change_until_killed(customer, gone));
            }
            while round.count.load(Ordering::SeqCst) < enough {
                std::thread::sleep(Duration::from_micros(200));
            }
            server.signal(nix::sys::signal::Signal::SIGKILL);
        });
        answered.extend(round.answers.into_inner().unwrap());
        revoked.extend(gone.into_inner().unwrap());
        server.kill_9();
        prove_answered(&Log::prove(&place.data_dir()), &answered);
    }
    assert!(answered.len() > ROUNDS.iter().map(|(enough, _)| enough).sum());
    for (action, at_least) in [("checks", 1500), ("changes", 20)] {
        let of_kind = answered
            .iter()
            .filter(|answer| answer.is_check == (action == "checks"));
        let count = of_kind.count();
        assert!(count >= at_least, "only {count} {action} were answered");
    }
    assert!(!revoked.is_empty(), "no key was revoked");

    // The server that comes after all of it reads the same log to whoever asks.
    let server = place.serve();
    prove_listed(&server, &operator, &Log::prove(&place.data_dir()));
    assert_eq!(server.stop(nix::sys::signal::Signal::SIGTERM), 0);
    let log = Log::prove(&place.data_dir());
    prove_answered(&log, &answered);
    prove_counted(&place.data_dir(), &log);
}

/// A customer without limits that matter here, with agents that may read orders.
fn customer(server: &Running, operator: &str, name: &str) -> Customer {
    let mut operator = Client::bearing(&server.address, operator);
    let body = json!({
        "name": name, "email": format!("ops@{name}.example"), "subscription_tier": "enterprise",
    });
    let made = operator.post("/api/customers/register", &body);
    let (id, key) = (text(&made, "customer_id"), text(&made, "api_key"));
    let limits = json!({"overrides": {
        "max_requests_per_minute": 10_000_000, "max_agents": 100_000, "max_api_keys": 100_000,
    }});
    operator.done("PATCH", &format!("/api/customers/{id}"), &limits);
    let mut own = Client::bearing(&server.address, &key);
    for agent in 0..AGENTS {
        let agent = format!("agent-{agent}");
        let body = json!({"id": agent, "name": "Agent", "owner": "ops"});
        own.post("/api/admin/agents", &body);
        for (action, effect) in [("read", "allow"), ("refund", "require_approval")] {
            let body = json!({
                "agent_id": agent, "action": action, "resource": "orders/*", "effect": effect,
            });
            own.post("/api/admin/permissions", &body);
        }
    }
    let target = format!("/api/customers/{id}/api-keys/generate");
    let made = own.post(&target, &json!({"name": "askers", "scopes": ["check"]}));
    Customer {
        id,
        key,
        check_key: text(&made, "api_key"),
    }
}

impl Round<'_> {
    fn ask_until_killed(&self, customer: &Customer, asker: usize) {
        let mut client = Client::bearing(&self.server.address, &customer.check_key);
        for turn in asker.. {
            let id = format!("once-{}-{}-{asker}-{turn}", self.number, customer.id);
            let action = ["read", "read", "refund", "delete"][turn % 4];
            let body = json!({
                "agent_id": format!("agent-{}", turn % AGENTS), "action": action,
                "resource": format!("orders/{}", turn % 50), "context": {"turn": turn % 7},
            });
            let Ok(answer) = client.ask_as(&id, "POST", "/api/agents/check", &body) else {
                return;
            };
            assert_eq!(answer.status, 200, "{answer:?}");
            self.keep(id, true, &answer);
        }
    }

    /// Agents, permissions, keys, kill switches, answers of people, and what is refused.
    fn change_until_killed(&self, customer: &Customer, revoked: &Mutex<Vec<String>>) {
        let own = Client::bearing(&self.server.address, &customer.key);
        let person = Client::bearing(&self.server.address, self.operator);
        let mut changer = Changer {
            round: self,
            customer,
            clients: [own, person],
            turn: 0,
        };
        while changer.change_once(revoked).is_some() {}
    }

    fn keep(&self, request: String, is_check: bool, answer: &Answer) {
        let answered = Answered {
            request,
            is_check,
            status: answer.status,
            body: answer.json(),
        };
        self.answers.lock().unwrap().push(answered);
        self.count.fetch_add(1, Ordering::SeqCst);
    }
}

/// One who changes things, by the customer's own key or as a person.
struct Changer<'a> {
    round: &'a Round<'a>,
    customer: &'a Customer,
    clients: [Client; 2],
    turn: usize,
}

const OWN: usize = 0;
const PERSON: usize = 1;

impl Changer<'_> {
    /// One change of each kind; nothing once the server is gone.
    fn change_once(&mut self, revoked: &Mutex<Vec<String>>) -> Option<()> {
        let keys = format!("/api/customers/{}/api-keys", self.customer.id);
        let agent = format!("made-{}-{}", self.round.number, self.turn);
        let body = json!({"id": agent, "name": "Made", "owner": "ops"});
        self.change(OWN, 201, "POST", "/api/admin/agents", &body)?;
        self.change(OWN, 409, "POST", "/api/admin/agents", &body)?;
        let body = json!({"agent_id": "agent-1", "action": "delete", "resource": "orders/1"});
        let made = self.change(OWN, 201, "POST", "/api/admin/permissions", &body)?;
        let body = json!({"agent_id": "agent-0", "enabled": false});
        self.change(OWN, 200, "POST", "/api/agent/kill", &body)?;
        let key = self.change(OWN, 201, "POST", &format!("{keys}/generate"), &json!({}))?;
        let target = format!("/api/admin/permissions/{}", text(&made, "id"));
        self.change(OWN, 200, "DELETE", &target, &Value::Null)?;
        let body = json!({"agent_id": "agent-0", "enabled": true});
        self.change(OWN, 200, "POST", "/api/agent/kill", &body)?;
        let target = format!("{keys}/{}", text(&key, "key_id"));
        self.change(OWN, 200, "DELETE", &target, &Value::Null)?;
        revoked.lock().unwrap().push(text(&key, "api_key"));
        let target = format!("/api/customers/{}/kill-switch", self.customer.id);
        self.change(PERSON, 200, "POST", &target, &json!({"enabled": true}))?;
        self.change(PERSON, 200, "POST", &target, &json!({"enabled": false}))?;
        let target = format!("/api/admin/agents/{agent}");
        self.change(OWN, 200, "DELETE", &target, &Value::Null)?;
        Some(())
    }

    fn change(
        &mut self,
        who: usize,
        wanted: u16,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Option<Value> {
        self.turn += 1;
        let id = format!(
            "once-{}-{}-c-{}",
            self.round.number, self.customer.id, self.turn
        );
        let answer = self.clients[who].ask_as(&id, method, path, body).ok()?;
        assert_eq!(answer.status, wanted, "{method} {path}: {answer:?}");
        self.round.keep(id, false, &answer);
        Some(answer.json())
    }
}

/// Each answer has its record, and the record says what the answer said.
fn prove_answered(log: &Log, answered: &[Answered]) {
    for Answered {
        request,
        is_check,
        status,
        body,
    } in answered
    {
        let record = log
            .of_request(request)
            .unwrap_or_else(|| panic!("{request} was answered unrecorded: {body}"));
        if *is_check {
            assert_eq!(body["decision_id"], record["id"]);
            assert_eq!(body["seq"], record["customer_seq"]);
            assert_eq!(body["result"], record["result"]);
            assert_eq!(body["reason"], record["reason"]);
            assert_eq!(body["decision_trace"], record["trace"]);
        } else if *status < 300 {
            let result = text(record, "result");
            assert!(
                ["done", "enabled", "disabled"].contains(&result.as_str()),
                "{record}"
            );
            let object = record["resource"].as_str();
            for made in ["id", "key_id"] {
                if let Some(id) = body[made].as_str() {
                    assert_eq!(Some(id), object, "{record}");
                }
            }
        } else {
            assert_eq!(record["result"], "refused", "{record}");
            assert_eq!(record["reason"], body["code"], "{record}");
        }
    }
}

/// What is counted for the bill is what is in the log: nothing was lost with a killed process, and
/// nothing counts twice.
fn prove_counted(data_dir: &Path, log: &Log) {
    let mut expected: BTreeMap<Vec<String>, i64> = BTreeMap::new();
    for record in log.records.iter().filter(|r| r["kind"] == "decision") {
        let reason = text(record, "reason");
        let agent = match reason.as_str() {
            "agent_not_found" => String::new(),
            _ => text(record, "agent_id"),
        };
        let day = text(record, "at")[..10].to_owned();
        let key = vec![
            day,
            text(record, "customer_id"),
            agent,
            text(record, "action"),
            reason,
        ];
        *expected.entry(key).or_default() += 1;
    }
    let connection = rusqlite::Connection::open(data_dir.join("portcullis.db")).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT date(day * 86400, 'unixepoch'), c.id, agent_id, action, reason, count
             FROM metered_daily m JOIN customers c ON c.no = m.customer_no",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        let text = |column| row.get::<_, String>(column);
        let customer = CustomerId::from_bytes(row.get(1)?).to_string();
        Ok((
            vec![text(0)?, customer, text(2)?, text(3)?, text(4)?],
            row.get(5)?,
        ))
    });
    let counted: BTreeMap<Vec<String>, i64> = rows.unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(counted, expected);
}

/// The log as the API gives it, page by page, is the log that is in the file.
fn prove_listed(server: &Running, operator: &str, log: &Log) {
    let mut operator = Client::bearing(&server.address, operator);
    let mut target = "/api/logs?limit=100".to_owned();
    let mut expected = log.records.iter().rev();
    loop {
        let page = operator.ask("GET", &target, &Value::Null);
        assert_eq!(page.status, 200, "{page:?}");
        for listed in page.json().as_array().unwrap() {
            let record = expected.next().unwrap();
            for (member, of_record) in [
                ("id", "id"),
                ("seq", "seq"),
                ("result", "result"),
                ("action", "action"),
                ("reason", "reason"),
                ("timestamp", "at"),
                ("request_id", "request_id"),
                ("decision_trace", "trace"),
            ] {
                assert_eq!(listed[member], record[of_record], "{record}");
            }
        }
        let Some(link) = page.header("link") else {
            break;
        };
        let next = link.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        next.unwrap().0.clone_into(&mut target);
    }
    assert_eq!(expected.next(), None, "a record that is not listed");
}
