//! `POST /api/agents/check`, also as `POST /api/agent/request`.

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::tidy::Tidy;

fn fixture() -> (TestApp, Customer) {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.without_rate_limit(&acme);
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "*"));
    app.permit(&acme, "deny", ("bot", "*", "secrets/*"));
    app.permit(&acme, "require_approval", ("bot", "refund", "orders/*"));
    (app, acme)
}

#[test]
fn every_answer_has_its_whole_trace() {
    let (app, acme) = fixture();
    let mut tidy = Tidy::default();
    let mut answers = serde_json::Map::new();
    for (name, question) in [
        ("allowed", ("bot", "read", "database")),
        ("silence", ("bot", "write", "database")),
        ("denied", ("bot", "read", "secrets/key")),
        ("held", ("bot", "refund", "orders/4711")),
        ("unknown", ("nobody", "read", "database")),
    ] {
        let answer = app.check(&acme, question);
        answers.insert(name.to_owned(), tidy.value(&answer));
    }
    assert_json_snapshot!("traces", answers);
}

#[test]
fn both_paths_are_one_route() {
    let (app, acme) = fixture();
    let body = json!({"agent_id": " bot ", "action": "read", "resource": "database\n"});
    let ask = |path: &str| {
        let mut answer = app.post(path, &body).bearer(&acme.key).ok(200);
        let seq = answer["seq"].take().as_u64().unwrap();
        answer["decision_id"].take();
        (answer, seq)
    };
    let (one, first) = ask("/api/agents/check");
    let (other, second) = ask("/api/agent/request");
    assert_eq!((one, first + 1), (other, second));
}

#[test]
fn a_check_is_in_the_log_as_it_was_answered() {
    let (app, acme) = fixture();
    let body = json!({
        "agent_id": "bot", "action": "read", "resource": "database",
        "context": {"b": 1.0, "a": "\u{e9}"},
    });
    let answer = app
        .post("/api/agents/check", &body)
        .header("x-request-id", "check-1")
        .bearer(&acme.key)
        .ok(200);
    let log = app.get("/api/logs?limit=1").bearer(&acme.key).ok(200);
    let record = &log[0];
    assert_eq!(record["id"], answer["decision_id"]);
    assert_eq!(record["decision_trace"], answer["decision_trace"]);
    assert_eq!(record["seq"], answer["seq"]);
    assert_eq!(record["request_id"], "check-1");
    assert_eq!(record["context"], json!({"a": "\u{e9}", "b": 1}));
    assert_eq!(
        record["actor"],
        json!({"kind": "api_key", "id": acme.key_id})
    );
}

#[test]
fn a_dry_run_leaves_and_uses_nothing() {
    let (app, acme) = fixture();
    let ask = |resource: &str, action: &str| {
        let body = json!({
            "agent_id": "bot", "action": action, "resource": resource, "dry_run": true,
        });
        app.post("/api/agents/check", &body)
            .bearer(&acme.key)
            .ok(200)
    };
    let head = app.head();
    let dry = ask("database", "read");
    assert_json_snapshot!("dry_run", Tidy::default().value(&dry));
    assert_eq!(ask("orders/1", "refund")["reason"], "approval_required");
    assert_eq!(
        ask("orders/1", "refund")["reason"],
        "approval_required",
        "nothing was opened"
    );
    assert_eq!(app.head(), head);
    let pending = app
        .get("/api/agent/pending-approvals")
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(pending, json!([]));

    // A standing request is shown, a grant is seen and not spent.
    let asked = app.check(&acme, ("bot", "refund", "orders/1"));
    let dry = ask("orders/1", "refund");
    assert_eq!(
        (&dry["reason"], &dry["approval"]),
        (&json!("approval_pending"), &asked["approval"])
    );
    let answer = json!({"request_id": asked["approval"]["request_id"]});
    app.post("/api/agent/approve", &answer).local().ok(200);
    for _ in 0..2 {
        assert_eq!(ask("orders/1", "refund")["reason"], "human_override");
    }
    let used = app.check(&acme, ("bot", "refund", "orders/1"));
    assert_eq!(used["reason"], "human_override");
    assert_eq!(ask("orders/1", "refund")["reason"], "approval_required");
}

#[test]
fn a_dry_run_needs_a_good_key_and_a_scope_like_any_other() {
    let (app, acme) = fixture();
    let reader = app.key(&acme, &json!({"scopes": ["read", "manage"]}));
    let admin = app.operator("bob", "admin");
    for dry_run in [true, false] {
        let body = json!({"agent_id": "bot", "action": "a", "resource": "b", "dry_run": dry_run});
        let ask = || app.post("/api/agents/check", &body);
        ask().refused(401, "unauthenticated");
        ask().bearer(&reader).refused(403, "insufficient_scope");
        ask()
            .bearer(&admin.token)
            .refused(403, "insufficient_scope");
        ask().local().refused(403, "insufficient_scope");
    }
}

#[test]
fn resources_have_one_spelling() {
    let (app, acme) = fixture();
    let ask = |resource: &str| {
        let body = json!({"agent_id": "bot", "action": "read", "resource": resource});
        app.post("/api/agents/check", &body).bearer(&acme.key)
    };
    for slipping in [
        "x/../secrets/key",
        "./secrets/key",
        "secrets//key",
        "//secrets/key",
        "secrets/\u{200b}key",
        "secrets/key\u{0}",
        "secrets/\u{7f}",
    ] {
        let problem = ask(slipping).refused(422, "not_canonical");
        assert_eq!(problem["errors"][0]["field"], "resource", "{slipping:?}");
    }
    // Composed and decomposed are one.
    app.permit(&acme, "deny", ("bot", "read", "caf\u{e9}/*"));
    assert_eq!(ask("cafe\u{301}/1").ok(200)["reason"], "permission_denied");
    assert_eq!(ask("secrets/key").ok(200)["reason"], "permission_denied");
}

#[test]
fn the_context_is_bounded_and_exact() {
    let (app, acme) = fixture();
    let ask = |context: &Value| {
        let body = json!({
            "agent_id": "bot", "action": "read", "resource": "db", "context": context,
        });
        app.post("/api/agents/check", &body).bearer(&acme.key)
    };
    let of = |bytes: usize| json!({"a": "x".repeat(bytes - r#"{"a":""}"#.len())});
    ask(&of(16 * 1024)).ok(200);
    for (bad, what) in [
        (of(16 * 1024 + 1), "too large"),
        (json!({"n": 9_007_199_254_740_993_u64}), "not exact"),
        (
            json!({"n": [{"n": -9_007_199_254_740_993_i64}]}),
            "not exact",
        ),
        (json!({"n": 1e300}), "not exact"),
    ] {
        let problem = ask(&bad).refused(422, "validation_failed");
        assert_eq!(problem["errors"][0]["field"], "context", "{what}");
    }
    ask(&json!({"n": 9_007_199_254_740_992_u64})).ok(200);
}

#[test]
fn what_is_approved_is_bound_to_the_very_question() {
    let (app, acme) = fixture();
    let ask = |context: Value| {
        let body = json!({
            "agent_id": "bot", "action": "refund", "resource": "orders/1", "context": context,
        });
        app.post("/api/agents/check", &body)
            .bearer(&acme.key)
            .ok(200)
    };
    let one = ask(json!({"amount": 100, "to": "a"}));
    let same = ask(json!({"to": "a", "amount": 1e2}));
    assert_eq!(
        same["approval"], one["approval"],
        "one meaning, one question"
    );
    for other in [
        json!({"amount": 100}),
        json!({"amount": 101, "to": "a"}),
        json!({}),
        json!(null),
    ] {
        let answer = ask(other.clone());
        assert_ne!(answer["approval"], one["approval"], "{other}");
    }
    assert_eq!(
        ask(json!({}))["reason"],
        "approval_pending",
        "absent, null and empty are one"
    );
    let request = text(&one["approval"], "request_id");
    app.post("/api/agent/approve", &json!({"request_id": request}))
        .local()
        .ok(200);
    assert_eq!(
        ask(json!({"amount": 1000, "to": "a"}))["reason"],
        "approval_required"
    );
    assert_eq!(ask(json!({"amount": 100, "to": "a"}))["result"], "approved");
}
