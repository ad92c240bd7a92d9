//! `/api/agent/pending-approvals`, `/api/agent/approve`, `/api/agent/deny`.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::tidy::Tidy;

const QUESTION: (&str, &str, &str) = ("bot", "refund", "orders/1");

fn fixture() -> (TestApp, Customer) {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.without_rate_limit(&acme);
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "refund", "orders/*"));
    (app, acme)
}

/// Asks, expects that reason, and gives the request that the answer names.
fn ask(app: &TestApp, acme: &Customer, reason: &str) -> String {
    let answer = app.check(acme, QUESTION);
    assert_eq!(answer["reason"], reason, "{answer}");
    text(&answer["approval"], "request_id")
}

fn settle(app: &TestApp, verb: &str, request: &str) -> Value {
    let body = json!({"request_id": request});
    app.post(&format!("/api/agent/{verb}"), &body)
        .local()
        .ok(200)
}

#[test]
fn a_person_approves_once() {
    let (app, acme) = fixture();
    let approver = app.operator("cleo", "approver");
    let request = ask(&app, &acme, "approval_required");
    assert_eq!(ask(&app, &acme, "approval_pending"), request);
    let mut tidy = Tidy::default();
    let pending = app
        .get("/api/agent/pending-approvals")
        .bearer(&acme.key)
        .ok(200);
    assert_json_snapshot!("pending", tidy.value(&pending));

    let body = json!({"request_id": request, "human_id": "ada@acme.example", "notes": " a\nb "});
    let settled = app
        .post("/api/agent/approve", &body)
        .bearer(&approver.token)
        .ok(200);
    assert_json_snapshot!("approved", tidy.value(&settled));
    let record = app.log("limit=1").remove(0);
    assert_eq!(
        record["actor"],
        json!({"kind": "operator", "id": approver.id, "name": "cleo", "claim": "ada@acme.example"})
    );
    assert_eq!(record["details"]["notes"], "a\nb");
    let none = app
        .get("/api/agent/pending-approvals")
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(none, json!([]));

    let granted = app.check(&acme, QUESTION);
    assert_json_snapshot!("human_override", tidy.value(&granted));
    let next = ask(&app, &acme, "approval_required");
    assert_ne!(next, request, "the grant was used");
    for verb in ["approve", "deny"] {
        let target = format!("/api/agent/{verb}");
        app.post(&target, &json!({"request_id": request}))
            .local()
            .refused(409, "conflict");
    }
}

#[test]
fn a_refusal_stands_until_the_request_expires() {
    let (app, acme) = fixture();
    let request = ask(&app, &acme, "approval_required");
    let denied = settle(&app, "deny", &request);
    assert_eq!(
        (&denied["result"], &denied["reason"]),
        (&json!("denied"), &json!("human_override"))
    );
    for _ in 0..2 {
        let answer = app.check(&acme, QUESTION);
        assert_eq!(answer["reason"], "approval_rejected");
        assert_eq!(
            answer["action_required"],
            Value::Null,
            "no person can lift it now"
        );
        assert_eq!(answer["approval"]["status"], "rejected");
    }
    let approve = json!({"request_id": request});
    app.post("/api/agent/approve", &approve)
        .local()
        .refused(409, "conflict");
    app.advance(Duration::from_hours(24));
    assert_ne!(ask(&app, &acme, "approval_required"), request);
}

#[test]
fn requests_and_grants_expire() {
    let (app, acme) = fixture();
    let first = ask(&app, &acme, "approval_required");
    app.advance(Duration::from_hours(24));
    let late = json!({"request_id": first});
    app.post("/api/agent/approve", &late)
        .local()
        .refused(409, "conflict");
    let pending = app
        .get("/api/agent/pending-approvals")
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(pending, json!([]), "what is over waits for nobody");
    let second = ask(&app, &acme, "approval_expired");
    assert_ne!(second, first);
    settle(&app, "approve", &second);
    app.advance(Duration::from_hours(24));
    let third = ask(&app, &acme, "approval_expired");
    assert_ne!(third, second, "the grant ended with its request");
}

#[test]
fn a_grant_counts_only_while_the_rule_asks_for_one() {
    let (app, acme) = fixture();
    let request = ask(&app, &acme, "approval_required");
    settle(&app, "approve", &request);
    let deny = app.permit(&acme, "deny", QUESTION);
    assert_eq!(app.check(&acme, QUESTION)["reason"], "permission_denied");
    let target = format!("/api/admin/permissions/{deny}");
    app.delete(&target).bearer(&acme.key).ok(200);
    assert_eq!(
        app.check(&acme, QUESTION)["reason"],
        "human_override",
        "not used by a denial"
    );
}

#[test]
fn the_asking_key_does_not_answer() {
    let (app, acme) = fixture();
    let body = json!({"scopes": ["check", "approve"], "holder": "Ada"});
    let (asking, other) = (app.key(&acme, &body), app.key(&acme, &body));
    let question = json!({"agent_id": "bot", "action": "refund", "resource": "orders/1"});
    let held = app
        .post("/api/agents/check", &question)
        .bearer(&asking)
        .ok(200);
    let answer = json!({"request_id": held["approval"]["request_id"]});
    for verb in ["approve", "deny"] {
        let target = format!("/api/agent/{verb}");
        app.post(&target, &answer)
            .bearer(&asking)
            .refused(403, "insufficient_scope");
        app.post(&target, &answer)
            .bearer(&acme.key)
            .refused(403, "insufficient_scope");
    }
    app.post("/api/agent/approve", &answer)
        .bearer(&other)
        .ok(200);
}

#[test]
fn another_customers_approver_finds_nothing() {
    let (app, acme) = fixture();
    let globex = app.register("Globex");
    let stranger = app.key(
        &globex,
        &json!({"scopes": ["approve"], "holder": "Mallory"}),
    );
    let request = ask(&app, &acme, "approval_required");
    for verb in ["approve", "deny"] {
        let target = format!("/api/agent/{verb}");
        let theirs = app
            .post(&target, &json!({"request_id": request}))
            .bearer(&stranger);
        let theirs = theirs.refused(404, "not_found");
        let never = json!({"request_id": "apr_01k00000000000000000000000"});
        let never = app
            .post(&target, &never)
            .bearer(&stranger)
            .refused(404, "not_found");
        assert_eq!(theirs["detail"], never["detail"]);
    }
    let none = app
        .get("/api/agent/pending-approvals")
        .bearer(&stranger)
        .ok(200);
    assert_eq!(none, json!([]));
    let log = app.get(&format!(
        "/api/logs?customer_id={}&action=approval.approve",
        acme.id
    ));
    assert_eq!(
        log.local().ok(200),
        json!([]),
        "not in the log of whose it is"
    );
    assert_eq!(ask(&app, &acme, "approval_pending"), request);
}

#[test]
fn operators_see_the_requests_of_all_or_of_one() {
    let (app, acme) = fixture();
    let globex = app.register("Globex");
    app.agent(&globex, "bot");
    app.permit(&globex, "require_approval", ("bot", "*", "*"));
    let one = ask(&app, &acme, "approval_required");
    let two = ask(&app, &globex, "approval_required");
    let auditor = app.operator("dan", "auditor");
    let list = |query: &str| -> Vec<String> {
        let target = format!("/api/agent/pending-approvals{query}");
        let found = app.get(&target).bearer(&auditor.token).ok(200);
        let found = found.as_array().unwrap().clone();
        found
            .iter()
            .map(|request| text(request, "request_id"))
            .collect()
    };
    assert_eq!(list(""), [one.clone(), two.clone()]);
    assert_eq!(list(&format!("?customer_id={}", acme.id)), [one]);
    let body = json!({"request_id": two});
    app.post("/api/agent/approve", &body)
        .bearer(&auditor.token)
        .refused(403, "operator_role");
}

#[test]
fn a_kill_ends_requests_and_grants() {
    let (app, acme) = fixture();
    let switch = |enabled: bool| {
        let body = json!({"agent_id": "bot", "enabled": enabled});
        app.post("/api/agent/kill", &body).bearer(&acme.key).ok(200)
    };
    let pending = ask(&app, &acme, "approval_required");
    switch(false);
    let body = json!({"request_id": pending});
    app.post("/api/agent/approve", &body)
        .local()
        .refused(409, "conflict");
    switch(true);
    let granted = ask(&app, &acme, "approval_required");
    assert_ne!(granted, pending);
    settle(&app, "approve", &granted);
    switch(false);
    switch(true);
    let again = ask(&app, &acme, "approval_required");
    // What a person refused stays refused.
    settle(&app, "deny", &again);
    switch(false);
    switch(true);
    assert_eq!(app.check(&acme, QUESTION)["reason"], "approval_rejected");
}
