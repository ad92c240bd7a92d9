//! The tour that README gives, on the real binary: from the registration to the revoked key.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::path::Path;
use std::process::{Command, Stdio};

use nix::sys::signal::Signal;
use program::client::Client;
use program::proof::Log;
use program::{Place, QUIET, text};
use serde_json::{Value, json};

/// Set for the run inside the empty network.
const INSIDE: &str = "TEST_INSIDE_AN_EMPTY_NETWORK";

#[test]
fn the_journey() {
    let place = Place::with_settings(QUIET);
    let operator = place.operator("ada", "owner");
    let server = place.serve();
    let mut stranger = Client::new(&server.address);
    let body = json!({"name": "Northgate", "email": "it@northgate.example"});
    let made = stranger.post("/api/customers/register", &body);
    let (id, key) = (text(&made, "customer_id"), text(&made, "api_key"));
    let mut customer = Client::bearing(&server.address, &key);
    let mut person = Client::bearing(&server.address, &operator);

    let body = json!({"id": "bot", "name": "Refund desk", "owner": "payments"});
    customer.post("/api/admin/agents", &body);
    for (action, effect) in [("read", "allow"), ("refund", "require_approval")] {
        let body = json!({
            "agent_id": "bot", "action": action, "resource": "orders/*", "effect": effect,
        });
        customer.post("/api/admin/permissions", &body);
    }
    let mut reasons = Vec::new();
    let mut check = |customer: &mut Client, action, result, reason: &str| {
        let answer = customer.check("bot", action, "orders/1");
        assert_eq!(
            (&answer["result"], &answer["reason"]),
            (&json!(result), &json!(reason))
        );
        reasons.push(reason.to_owned());
        answer
    };
    check(&mut customer, "read", "approved", "all_checks_passed");
    check(&mut customer, "delete", "denied", "permission_rule_failed");
    customer.post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": false}),
    );
    check(&mut customer, "read", "denied", "agent_kill_switch_enabled");
    customer.post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": true}),
    );
    check(&mut customer, "read", "approved", "all_checks_passed");

    let held = check(&mut customer, "refund", "denied", "approval_required");
    let request = text(&held["approval"], "request_id");
    let waiting = check(&mut customer, "refund", "denied", "approval_pending");
    assert_eq!(waiting["approval"]["request_id"], request);
    let pending = customer.get("/api/agent/pending-approvals");
    assert_eq!(pending[0]["request_id"], request);
    let answer = json!({"request_id": request, "human_id": "ada"});
    let refused = customer.ask("POST", "/api/agent/approve", &answer);
    assert_eq!(
        (refused.status, refused.code()),
        (403, "insufficient_scope".to_owned())
    );
    person.post("/api/agent/approve", &answer);
    let again = person.ask("POST", "/api/agent/approve", &answer);
    assert_eq!((again.status, again.code()), (409, "conflict".to_owned()));
    check(&mut customer, "refund", "approved", "human_override");
    check(&mut customer, "refund", "denied", "approval_required");

    let log = customer.get("/api/logs?limit=100");
    let decisions = log.as_array().unwrap().iter().rev();
    let decided = decisions.filter(|record| text(record, "id").starts_with("dec_"));
    let decided: Vec<String> = decided.map(|record| text(record, "reason")).collect();
    assert_eq!(decided, reasons);
    let settled = &customer.get("/api/logs?action=approval.approve")[0];
    assert_eq!(
        (&settled["actor"]["name"], &settled["actor"]["claim"]),
        (&json!("ada"), &json!("ada"))
    );

    let upgrade = format!("/api/customers/{id}/upgrade");
    let upgraded = customer.done("PUT", &upgrade, &json!({"subscription_tier": "pro"}));
    assert_eq!(upgraded["max_requests_per_minute"], 1000);
    let keys = format!("/api/customers/{id}/api-keys");
    let new = customer.post(&format!("{keys}/generate"), &json!({"name": "second"}));
    let mut second = Client::bearing(&server.address, &text(&new, "api_key"));
    assert_eq!(second.get("/api/customers/me")["id"], id);
    let target = format!("{keys}/{}", text(&new, "key_id"));
    customer.done("DELETE", &target, &Value::Null);
    let refused = second.ask("GET", "/api/customers/me", &Value::Null);
    assert_eq!(
        (refused.status, refused.code()),
        (401, "invalid_key".to_owned())
    );

    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let log = Log::prove(&place.data_dir());
    let last = log.records.last().unwrap();
    assert_eq!(last["action"], "api_key.revoke");
}

#[test]
fn the_tour_of_the_readme_runs_as_it_stands() {
    if !runs(Command::new("curl").arg("--version")) {
        eprintln!("SKIPPED: the_tour_of_the_readme_runs_as_it_stands needs curl");
        return;
    }
    let place = Place::with_settings(QUIET);
    let server = place.serve();
    let operator = place.operator("ada", "owner");
    // Twice, because nothing in it may depend on a fresh appliance.
    for _ in 0..2 {
        let toured = tour(&server.address, &operator);
        let said = String::from_utf8_lossy(&toured.stdout);
        assert!(toured.status.success(), "{said}{toured:?}");
        assert!(said.ends_with("== That was the tour\n"), "{said}");
    }
    // And it notices when an answer is not what the step says.
    person_kills_everything(&server.address, &operator);
    let toured = tour(&server.address, &operator);
    assert_eq!(toured.status.code(), Some(1), "{toured:?}");
    let said = String::from_utf8_lossy(&toured.stderr);
    assert!(
        said.contains("expected status 200 with \"result\":\"approved\""),
        "{said}"
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

/// README's own lines, with the variables that a demo prints.
#[test]
fn the_lines_of_the_readme_run_as_they_stand() {
    if !runs(Command::new("curl").arg("--version")) {
        eprintln!("SKIPPED: the_lines_of_the_readme_run_as_they_stand needs curl");
        return;
    }
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let lines = readme.split("```bash\n").nth(1).unwrap();
    let lines = lines.split("```").next().unwrap();
    let place = Place::with_settings(QUIET);
    let server = place.serve();
    let operator = place.operator("ada", "owner");
    let ran = Command::new("bash")
        .args(["-euc", lines])
        .env("PORTCULLIS_URL", format!("http://{}", server.address))
        .env("PORTCULLIS_OPERATOR_TOKEN", operator)
        .env("no_proxy", "*")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{ran:?}");
    let mut left = &*said;
    for expected in [
        "\"effect\":\"allow\"",
        "\"effect\":\"require_approval\"",
        "all_checks_passed",
        "permission_rule_failed",
        "\"result\":\"disabled\"",
        "agent_kill_switch_enabled",
        "\"result\":\"enabled\"",
        "\"result\":\"approved\",\"reason\":\"human_override\"",
        "\"result\":\"approved\",\"reason\":\"human_override\"",
        "\"action\":\"approval.approve\"",
        "\"action\":\"customer.register\"",
        "\"subscription_tier\":\"pro\"",
        "API key revoked successfully",
        "HTTP/1.1 401",
        "\"code\":\"invalid_key\"",
    ] {
        let place = left.find(expected);
        left = &left[place.unwrap_or_else(|| panic!("no {expected} in {left}"))..];
        left = &left[expected.len()..];
    }
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

fn tour(address: &str, operator: &str) -> std::process::Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tour.sh");
    Command::new("bash")
        .arg(script)
        .env("PORTCULLIS_URL", format!("http://{address}"))
        .env("PORTCULLIS_OPERATOR_TOKEN", operator)
        // A proxy of the machine has no business between the tour and the loopback address.
        .env("no_proxy", "*")
        .output()
        .unwrap()
}

fn person_kills_everything(address: &str, operator: &str) {
    let mut person = Client::bearing(address, operator);
    let target = "/api/agent/system-kill-switch";
    person.post(target, &json!({"enabled": true, "reason": "drill"}));
}

/// The same journey where there is no network at all but the loopback interface.
#[test]
fn the_journey_needs_no_network() {
    if std::env::var_os(INSIDE).is_some() {
        return;
    }
    if !runs(Command::new("unshare").args(["--net", "ip", "link", "set", "lo", "up"])) {
        eprintln!("SKIPPED: the_journey_needs_no_network may not make a network namespace");
        return;
    }
    let myself = std::env::current_exe().unwrap();
    let inside = "ip link set lo up && ! ip route get 192.0.2.1 && exec \"$0\" --exact the_journey \
                  the_tour_of_the_readme_runs_as_it_stands";
    let ran = Command::new("unshare")
        .args(["--net", "sh", "-c", inside])
        .arg(myself)
        .env(INSIDE, "yes")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{ran:?}");
    assert!(said.contains("2 passed"), "{said}");
}

fn runs(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
