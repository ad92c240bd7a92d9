//! `POST /api/admin/permissions/try`.

use serde_json::{Value, json};

use crate::harness::{Call, Customer, TestApp, text};

fn fixture() -> (TestApp, Customer) {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.without_rate_limit(&acme);
    app.agent(&acme, "bot");
    (app, acme)
}

fn ask<'a>(
    app: &'a TestApp,
    customer: &Customer,
    question: (&str, &str),
    draft: &Value,
) -> Call<'a> {
    let (action, resource) = question;
    let mut body = json!({"agent_id": "bot", "action": action, "resource": resource});
    for (name, value) in draft.as_object().unwrap() {
        body[name] = value.clone();
    }
    app.post("/api/admin/permissions/try", &body)
        .bearer(&customer.key)
}

#[test]
fn a_draft_is_decided_like_a_check_beside_the_answer_without_it() {
    let (app, acme) = fixture();
    let allow = app.permit(&acme, "allow", ("bot", "refund", "orders/*"));
    let before = app.head();
    let draft = json!({"add": [
        {"action": "read", "resource": "*"},
        {"action": "refund", "resource": "orders/4*", "effect": "deny"},
    ]});
    let tried = ask(&app, &acme, ("refund", "orders/4711"), &draft).ok(200);
    assert_eq!(tried["reason"], "permission_denied");
    assert_eq!(tried["dry_run"], true);
    let step = &tried["decision_trace"][2];
    assert_eq!(step["permission_id"], "draft-2");
    assert_eq!(step["notes"], "denied by draft-2");
    assert!(!tried.to_string().contains("perm_7z"), "{tried}");

    let check = json!({"agent_id": "bot", "action": "refund", "resource": "orders/4711",
        "dry_run": true});
    let check = app
        .post("/api/agents/check", &check)
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(tried["current"], check);
    assert_eq!(check["decision_trace"][2]["permission_id"], allow.as_str());

    let without = json!({"remove": [allow]});
    let tried = ask(&app, &acme, ("refund", "orders/4711"), &without).ok(200);
    assert_eq!(tried["reason"], "permission_rule_failed");
    let swapped = json!({"remove": [allow], "add": [
        {"action": "refund", "resource": "orders/*", "effect": "require_approval"}]});
    let tried = ask(&app, &acme, ("refund", "orders/4711"), &swapped).ok(200);
    assert_eq!(tried["reason"], "approval_required");
    assert_eq!(tried["action_required"], "human_intervention");
    assert_eq!(
        tried["decision_trace"][2]["notes"],
        "draft-1 requires a person's approval"
    );
    // Nothing was recorded, opened or changed.
    assert_eq!(app.head(), before);
    let open = app.get("/api/agent/pending-approvals").bearer(&acme.key);
    assert_eq!(open.ok(200), json!([]));
    let same = app.check(&acme, ("bot", "refund", "orders/4711"));
    assert_eq!(same["reason"], "all_checks_passed");
}

#[test]
fn the_rule_that_stands_is_named_before_an_equal_one_of_the_draft() {
    let (app, acme) = fixture();
    let allow = app.permit(&acme, "allow", ("bot", "read", "*"));
    let draft =
        json!({"add": [{"action": "*", "resource": "*"}, {"action": "r*", "resource": "*"}]});
    let tried = ask(&app, &acme, ("read", "db"), &draft).ok(200);
    assert_eq!(tried["decision_trace"][2]["permission_id"], allow.as_str());
    let without = json!({"add": draft["add"], "remove": [allow]});
    let tried = ask(&app, &acme, ("read", "db"), &without).ok(200);
    assert_eq!(tried["decision_trace"][2]["permission_id"], "draft-1");
}

#[test]
fn a_kill_and_a_missing_agent_decide_a_draft_too() {
    let (app, acme) = fixture();
    let draft = json!({"add": [{"action": "*", "resource": "*"}]});
    let nobody = json!({"add": draft["add"], "agent_id": "nobody"});
    let tried = ask(&app, &acme, ("read", "db"), &nobody).ok(200);
    assert_eq!(tried["reason"], "agent_not_found");
    let kill = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &kill).bearer(&acme.key).ok(200);
    let tried = ask(&app, &acme, ("read", "db"), &draft).ok(200);
    assert_eq!(tried["reason"], "agent_kill_switch_enabled");
}

#[test]
fn what_could_not_be_saved_is_refused_with_its_place() {
    let (app, acme) = fixture();
    let other = app.register("Other");
    app.agent(&other, "bot");
    let foreign = app.permit(&other, "allow", ("bot", "read", "*"));
    let rule = |members: Value| {
        let mut rule = json!({"action": "read", "resource": "*"});
        for (name, value) in members.as_object().unwrap() {
            rule[name] = value.clone();
        }
        json!({"add": [{"action": "a", "resource": "b"}, rule]})
    };
    for (draft, field, code) in [
        (
            rule(json!({"expires_at": "2020-01-01T00:00:00Z"})),
            "add.1.expires_at",
            "validation_failed",
        ),
        (
            rule(json!({"expires_at": "soon"})),
            "add.1.expires_at",
            "validation_failed",
        ),
        (
            rule(json!({"effect": "maybe"})),
            "add.1.effect",
            "validation_failed",
        ),
        (
            rule(json!({"resource": "a/../b"})),
            "add.1.resource",
            "not_canonical",
        ),
        (
            rule(json!({"action": null})),
            "add.1.action",
            "validation_failed",
        ),
        (
            rule(json!({"agent_id": "bot"})),
            "add.1.agent_id",
            "validation_failed",
        ),
        (json!({"remove": [foreign]}), "remove", "validation_failed"),
        (json!({"remove": ["perm_0"]}), "remove", "validation_failed"),
        (json!({"remove": "all"}), "remove", "validation_failed"),
    ] {
        let problem = ask(&app, &acme, ("read", "db"), &draft).refused(422, code);
        assert_eq!(problem["errors"][0]["field"], field, "{problem}");
        assert_eq!(problem["errors"].as_array().unwrap().len(), 1, "{problem}");
    }
    let free = app.register_on("Free", "free");
    app.agent(&free, "bot");
    let held = rule(json!({"effect": "require_approval"}));
    ask(&app, &free, ("read", "db"), &held).refused(403, "feature_not_in_tier");
}

#[test]
fn an_operator_names_the_customer_and_others_see_nothing() {
    let (app, acme) = fixture();
    app.permit(&acme, "allow", ("bot", "read", "*"));
    let auditor = app.operator("ada", "auditor");
    let body = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    let target = format!("/api/admin/permissions/try?customer_id={}", acme.id);
    let tried = app.post(&target, &body).bearer(&auditor.token).ok(200);
    assert_eq!(tried["current"]["result"], "approved");
    let other = app.register("Other");
    let seen = app
        .post("/api/admin/permissions/try", &body)
        .bearer(&other.key)
        .ok(200);
    assert_eq!(seen["reason"], "agent_not_found");
    app.post(&target, &body)
        .bearer(&other.key)
        .refused(404, "not_found");
    let reader = app.key(&acme, &json!({"scopes": ["read", "check"]}));
    app.post("/api/admin/permissions/try", &body)
        .bearer(&reader)
        .refused(403, "insufficient_scope");
    let id = text(&tried["current"]["decision_trace"][2], "permission_id");
    assert!(id.starts_with("perm_"));
}
