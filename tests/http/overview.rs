//! `/api/overview`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{TestApp, text};

#[test]
fn a_new_appliance_has_nothing_to_tell() {
    let app = TestApp::new();
    let overview = app.get("/api/overview").local().ok(200);
    let nothing = json!({"open": 0, "oldest_created_at": null, "next_expires_at": null});
    assert_eq!(overview["approvals"], nothing);
    assert_eq!(
        overview["kill_switches"],
        json!({"system": false, "count": 0})
    );
    let nobody = json!({"total": 0, "active": 0, "near_limit": []});
    assert_eq!(overview["customers"], nobody);
    let ledger = &overview["ledger"];
    assert_eq!(ledger["health"], "ready");
    assert_eq!(ledger["records"], 0);
    assert_eq!(ledger["commit_p50_ms"], Value::Null);
    let never = json!({"last_done_at": null, "last_failed_at": null, "every_hours": 0});
    assert_eq!(overview["backup"], never);
    assert_eq!(overview["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn what_waits_and_what_is_stopped_is_counted() {
    let app = TestApp::new();
    let started = app.get("/api/overview").local().ok(200)["started_at"].take();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    for customer in [&acme, &globex] {
        app.agent(customer, "bot");
        app.permit(customer, "require_approval", ("bot", "refund", "*"));
    }
    let asked = app.check(&acme, ("bot", "refund", "1"));
    app.advance(Duration::from_hours(1));
    app.check(&globex, ("bot", "refund", "1"));
    let auditor = app.operator("dan", "auditor");
    let show = || app.get("/api/overview").bearer(&auditor.token).ok(200);
    let overview = show();
    let approvals = &overview["approvals"];
    assert_eq!(approvals["open"], 2);
    assert_eq!(
        approvals["next_expires_at"],
        asked["approval"]["expires_at"]
    );
    let oldest: portcullis::domain::time::Timestamp =
        text(approvals, "oldest_created_at").parse().unwrap();
    let now: portcullis::domain::time::Timestamp = text(&overview, "now").parse().unwrap();
    assert_eq!(now.since(oldest).as_secs(), 3600);
    assert_eq!(
        (&overview["agents"], &overview["permissions"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(overview["ledger"]["records"], app.head());
    assert!(overview["ledger"]["commit_p99_ms"].as_f64().unwrap() > 0.0);
    assert!(overview["ledger"]["database_bytes"].as_u64().unwrap() > 0);
    assert_eq!(overview["started_at"], started);

    app.delete(&format!("/api/customers/{}", globex.id))
        .local()
        .ok(200);
    let body = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &body).bearer(&acme.key).ok(200);
    let body = json!({"enabled": true});
    app.post("/api/agent/system-kill-switch", &body)
        .local()
        .ok(200);
    let overview = show();
    assert_eq!(
        overview["kill_switches"],
        json!({"system": true, "count": 2})
    );
    assert_eq!(overview["approvals"]["open"], 1, "a kill cancelled one");
    assert_eq!(overview["customers"]["total"], 2);
    assert_eq!(overview["customers"]["active"], 1);
    app.get("/api/overview")
        .bearer(&acme.key)
        .refused(403, "operator_role");
}

#[test]
fn the_nearest_to_a_limit_comes_first() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    let globex = app.register_on("Globex", "free");
    let initech = app.register_on("Initech", "starter");
    // One key of one; four agents of five; nine calls of ten.
    for bot in ["a", "b", "c", "d"] {
        app.agent(&globex, bot);
    }
    for _ in 0..4 {
        app.get("/api/customers/me").bearer(&globex.key).ok(200);
    }
    for bot in ["a", "b", "c"] {
        app.agent(&acme, bot);
    }
    app.get("/api/customers/me").bearer(&initech.key).ok(200);
    let near = || {
        let overview = app.get("/api/overview").local().ok(200);
        let near = overview["customers"]["near_limit"]
            .as_array()
            .unwrap()
            .clone();
        near.iter()
            .map(|n| {
                format!(
                    "{} {} {}/{}",
                    text(n, "name"),
                    text(n, "limit"),
                    n["used"],
                    n["allowed"]
                )
            })
            .collect::<Vec<_>>()
    };
    let of_globex = "Globex max_agents 4/5";
    let expected = [
        "Acme max_api_keys 1/1",
        "Globex max_api_keys 1/1",
        of_globex,
        "Globex max_requests_per_minute 8/10",
    ];
    assert_eq!(near(), expected);
    app.advance(Duration::from_mins(1));
    assert_eq!(near(), expected[..3], "the bucket is full again");
    let target = format!("/api/customers/{}", globex.id);
    let body = json!({"overrides": {"max_agents": 3, "max_api_keys": 9}});
    app.patch(&target, &body).local().ok(200);
    assert_eq!(near(), ["Globex max_agents 4/3", "Acme max_api_keys 1/1"]);
    app.delete(&target).local().ok(200);
    assert_eq!(near(), ["Acme max_api_keys 1/1"]);
}
