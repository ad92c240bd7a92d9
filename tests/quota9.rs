//! A quota when the process is killed: no check too many is recorded, and none that was recorded is
//! forgotten.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use nix::sys::signal::Signal;
use program::client::Client;
use program::proof::Log;
use program::{Place, QUIET, text};
use serde_json::{Value, json};

const QUOTA: usize = 600;
/// After how many answers the process is killed.
const KILLED_AFTER: [usize; 2] = [150, 200];
const ASKERS: usize = 6;

#[test]
fn a_quota_holds_however_often_the_process_is_killed() {
    let place = Place::with_settings(QUIET);
    let operator = place.operator("ada", "owner");
    let delay = [("PORTCULLIS_TEST_FLUSH_DELAY_MS", "2")];
    let mut server = place.serve_with(&[], &delay);
    let (id, key) = {
        let mut operator = Client::bearing(&server.address, &operator);
        let body = json!({"name": "North", "email": "ops@north.example"});
        let made = operator.post("/api/customers/register", &body);
        let id = text(&made, "customer_id");
        let overrides = json!({"overrides": {
            "max_requests_per_minute": 10_000_000, "max_checks_per_month": QUOTA,
        }});
        operator.done("PATCH", &format!("/api/customers/{id}"), &overrides);
        (id, text(&made, "api_key"))
    };
    let answered = AtomicUsize::new(0);
    let ask = |address: &str, limit: usize| {
        let mut client = Client::bearing(address, &key);
        let body = json!({"agent_id": "nobody", "action": "read", "resource": "orders/1"});
        for turn in 0..limit {
            let id = format!("turn-{turn}");
            let Ok(answer) = client.ask_as(&id, "POST", "/api/agents/check", &body) else {
                return;
            };
            match answer.status {
                200 => answered.fetch_add(1, Ordering::SeqCst),
                429 => {
                    assert_eq!(answer.json()["code"], "quota_exceeded", "{answer:?}");
                    continue;
                }
                _ => panic!("{answer:?}"),
            };
        }
    };
    let used = |operator: &str, address: &str| {
        let mut operator = Client::bearing(address, operator);
        let quota = operator.ask("GET", &format!("/api/customers/{id}/quota"), &Value::Null);
        usize::try_from(quota.json()["used"].as_u64().unwrap()).unwrap()
    };
    for killed_after in KILLED_AFTER {
        let before = answered.load(Ordering::SeqCst);
        std::thread::scope(|scope| {
            for _ in 0..ASKERS {
                scope.spawn(|| ask(&server.address, usize::MAX));
            }
            while answered.load(Ordering::SeqCst) < before + killed_after {
                std::thread::sleep(Duration::from_micros(200));
            }
            server.signal(Signal::SIGKILL);
        });
        server.kill_9();
        let in_the_log = decisions(&Log::prove(&place.data_dir()), &id);
        assert!(in_the_log >= answered.load(Ordering::SeqCst));
        assert!(in_the_log < QUOTA, "the quota was to outlast the process");
        server = place.serve_with(&[], &delay);
        assert_eq!(used(&operator, &server.address), in_the_log);
    }
    std::thread::scope(|scope| {
        for _ in 0..ASKERS {
            scope.spawn(|| ask(&server.address, QUOTA));
        }
    });
    assert_eq!(used(&operator, &server.address), QUOTA);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert_eq!(decisions(&Log::prove(&place.data_dir()), &id), QUOTA);
}

fn decisions(log: &Log, customer: &str) -> usize {
    let is_ours =
        |record: &&Value| record["kind"] == "decision" && record["customer_id"] == customer;
    log.records.iter().filter(is_ours).count()
}
