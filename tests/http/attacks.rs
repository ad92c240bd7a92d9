//! What a hostile reader tried once, so that nobody tries it with success again.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{TestApp, text};

fn question(context: &Value) -> Value {
    json!({"agent_id": "bot", "action": "pay", "resource": "bank", "context": context})
}

#[test]
fn a_key_does_not_approve_what_a_key_of_its_making_asked_for() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "pay", "*"));
    let generate = format!("/api/customers/{}/api-keys/generate", acme.id);
    let all = json!({"scopes": ["check", "read", "manage", "approve"], "holder": "Ada"});
    let ada = text(&app.post(&generate, &all).local().ok(201), "api_key");
    let minted = app
        .post(&generate, &json!({"scopes": ["check", "manage"]}))
        .bearer(&ada)
        .ok(201);
    let minted = text(&minted, "api_key");
    let again = app
        .post(&generate, &json!({"scopes": ["check"]}))
        .bearer(&minted)
        .ok(201);
    let again = text(&again, "api_key");
    for (number, key) in [ada.clone(), minted, again].iter().enumerate() {
        let asked = app.post("/api/agents/check", &question(&json!({"n": number})));
        let asked = asked.bearer(key).ok(200);
        let settle = json!({"request_id": asked["approval"]["request_id"]});
        app.post("/api/agent/approve", &settle)
            .bearer(&ada)
            .refused(403, "insufficient_scope");
    }
    let asked = app
        .post("/api/agents/check", &question(&json!({})))
        .bearer(&acme.key)
        .ok(200);
    let settle = json!({"request_id": asked["approval"]["request_id"]});
    app.post("/api/agent/approve", &settle).bearer(&ada).ok(200);
}

#[test]
fn a_key_mints_none_that_outlives_it() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let generate = format!("/api/customers/{}/api-keys/generate", acme.id);
    let end = app.in_a(Duration::from_mins(10));
    let contractor = app.key(
        &acme,
        &json!({"expires_at": end, "scopes": ["read", "manage"]}),
    );
    let later = json!({"expires_at": app.in_a(Duration::from_mins(11))});
    app.post(&generate, &later)
        .bearer(&contractor)
        .refused(422, "validation_failed");
    let minted = app
        .post(&generate, &json!({"name": "forever"}))
        .bearer(&contractor)
        .ok(201);
    let minted = text(&minted, "api_key");
    app.get("/api/customers/me").bearer(&minted).ok(200);
    app.advance(Duration::from_mins(10));
    app.get("/api/customers/me")
        .bearer(&minted)
        .refused(401, "invalid_key");
}

#[test]
fn kill_switches_that_change_nothing_do_not_fill_the_log() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    app.agent(&acme, "bot");
    let kill = |agent: &str| {
        app.post(
            "/api/agent/kill",
            &json!({"agent_id": agent, "enabled": false}),
        )
        .bearer(&acme.key)
    };
    kill("bot").ok(200);
    let before = app.head();
    for _ in 0..700 {
        kill("bot").ok(200);
        kill("nobody").refused(404, "not_found");
    }
    assert_eq!(app.head() - before, 600, "and no more, within a minute");
    let release = json!({"agent_id": "bot", "enabled": true});
    app.post("/api/agent/kill", &release)
        .bearer(&acme.key)
        .refused(429, "rate_limited");
    app.advance(Duration::from_secs(1));
    app.post("/api/agent/kill", &release)
        .bearer(&acme.key)
        .ok(200);
    kill("bot").ok(200);
}

#[test]
fn pending_approvals_come_in_pages() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "pay", "*"));
    for number in 0..5 {
        let asked = app.post("/api/agents/check", &question(&json!({"n": number})));
        asked.bearer(&acme.key).ok(200);
    }
    let mut target = "/api/agent/pending-approvals?limit=2".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = app.get(&target).bearer(&acme.key).send();
        let listed = page.json();
        seen.extend(
            listed
                .as_array()
                .unwrap()
                .iter()
                .map(|one| text(one, "request_id")),
        );
        let Some(link) = page.header("link") else {
            break;
        };
        target = link.split(['<', '>']).nth(1).unwrap().to_owned();
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((seen.len(), &sorted), (5, &seen), "each once, oldest first");
}

#[test]
fn an_owner_that_cannot_get_in_is_no_owner() {
    let app = TestApp::new();
    let ada = app.operator("ada", "owner");
    let ghost = json!({"username": "ghost", "role": "owner"});
    app.post("/api/operators", &ghost).local().ok(201);
    let target = format!("/api/operators/{}", ada.id);
    let off = json!({"is_disabled": true});
    app.patch(&target, &off)
        .bearer(&ada.token)
        .refused(409, "conflict");
    app.operator("grace", "owner");
    app.patch(&target, &off).bearer(&ada.token).ok(200);
}

#[test]
fn what_changes_something_is_not_refused_for_the_form_of_its_answer() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    app.agent(&acme, "bot");
    app.post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": false}),
    )
    .bearer(&acme.key)
    .header("accept", "text/plain")
    .ok(200);
}
