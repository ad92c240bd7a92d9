//! `/api/admin/agents`, `/api/admin/permissions`, `/api/permissions`.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{TestApp, text};
use crate::tidy::Tidy;

#[test]
fn an_agent_is_made_changed_and_deleted() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let key = &acme.key;
    let body = json!({"id": "bot", "name": " Bot ", "owner": "finance"});
    let made = app.post("/api/admin/agents", &body).bearer(key).ok(201);
    assert_json_snapshot!("agent", Tidy::default().value(&made));
    app.post("/api/admin/agents", &body)
        .bearer(key)
        .refused(409, "agent_exists");
    let change = |body: Value| app.put("/api/admin/agents/bot", &body).bearer(key).ok(200);
    let changed = change(json!({"status": "disabled"}));
    assert_eq!(
        (&changed["status"], &changed["name"]),
        (&json!("disabled"), &json!("Bot"))
    );
    assert!(text(&changed, "updated_at") > text(&made, "updated_at"));
    assert_eq!(changed["created_at"], made["created_at"]);
    assert_eq!(
        change(json!({"owner": "audit"}))["status"],
        "disabled",
        "partial"
    );
    assert_eq!(
        app.check(&acme, ("bot", "read", "db"))["reason"],
        "agent_disabled"
    );

    let nameless = json!({"name": "Made up", "owner": "finance"});
    let made_up = app.post("/api/admin/agents", &nameless).bearer(key).ok(201);
    assert!(text(&made_up, "id").starts_with("agent_"), "{made_up}");
    let list = app.get("/api/admin/agents?limit=1").bearer(key).ok(200);
    assert_eq!(
        (&list["has_more"], list["data"].as_array().unwrap().len()),
        (&json!(true), 1)
    );
    let next = format!(
        "/api/admin/agents?limit=1&cursor={}",
        text(&list, "next_cursor")
    );
    let second = app.get(&next).bearer(key).ok(200);
    assert_eq!(
        (&second["has_more"], &second["data"][0]["id"]),
        (&json!(false), &json!("bot"))
    );

    app.permit(&acme, "allow", ("bot", "read", "db"));
    app.delete("/api/admin/agents/bot").bearer(key).ok(200);
    app.get("/api/admin/agents/bot")
        .bearer(key)
        .refused(404, "not_found");
    app.delete("/api/admin/agents/bot")
        .bearer(key)
        .refused(404, "not_found");
    let rules = app.get("/api/admin/permissions").bearer(key).ok(200);
    assert_eq!(rules["data"], json!([]), "its permissions went along");
    let log = app.get("/api/logs?agent_id=bot").bearer(key).ok(200);
    assert!(log.as_array().unwrap().len() >= 6, "its log stays: {log}");
    app.agent(&acme, "bot");
    let rules = app.get("/api/permissions?agent_id=bot").bearer(key).ok(200);
    assert_eq!(
        rules,
        json!([]),
        "a new agent of that name starts with nothing"
    );
}

#[test]
fn the_tier_bounds_agents() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    app.without_rate_limit(&acme);
    for number in 0..5 {
        app.agent(&acme, &format!("bot-{number}"));
    }
    let sixth = json!({"name": "Six", "owner": "finance"});
    let post = || app.post("/api/admin/agents", &sixth).bearer(&acme.key);
    assert_json_snapshot!(
        "limit_reached",
        Tidy::default().value(&{
            let mut problem = post().refused(403, "limit_reached");
            problem["request_id"].take();
            problem
        })
    );
    app.delete("/api/admin/agents/bot-0")
        .bearer(&acme.key)
        .ok(200);
    post().ok(201);
}

#[test]
fn an_operator_names_the_customer() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let admin = app.operator("bob", "admin");
    let body = json!({"id": "bot", "name": "Bot", "owner": "finance"});
    app.post("/api/admin/agents", &body)
        .bearer(&admin.token)
        .refused(400, "bad_parameter");
    let target = format!("/api/admin/agents?customer_id={}", acme.id);
    app.post(&target, &body).bearer(&admin.token).ok(201);
    assert_eq!(
        app.get("/api/admin/agents/bot").bearer(&acme.key).ok(200)["id"],
        "bot"
    );
    for (bad, status, code) in [
        ("acme", 400, "bad_parameter"),
        ("cus_01k00000000000000000000000", 404, "not_found"),
    ] {
        let target = format!("/api/admin/agents?customer_id={bad}");
        app.get(&target).bearer(&admin.token).refused(status, code);
        app.post(&target, &body)
            .bearer(&admin.token)
            .refused(status, code);
    }
    // A key may name its own customer, which is what is meant anyway.
    app.get(&target).bearer(&acme.key).ok(200);
}

#[test]
fn a_permission_is_added_listed_and_withdrawn() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.agent(&acme, "other");
    let key = &acme.key;
    let post = |body: &Value| app.post("/api/admin/permissions", body).bearer(key);
    let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/*"});
    let made = post(&body).ok(201);
    let mut tidy = Tidy::default();
    assert_json_snapshot!("permission", tidy.value(&made));
    let until = app.in_a(Duration::from_hours(1));
    let ends = json!({"agent_id": "bot", "action": "*", "resource": "*", "effect": "deny", "expires_at": until});
    let second = post(&ends).ok(201);
    assert_eq!(second["expires_at"], until);
    post(&json!({"agent_id": "nobody", "action": "a", "resource": "b"})).refused(404, "not_found");

    let of_bot = app.get("/api/permissions?agent_id=bot").bearer(key).ok(200);
    assert_eq!(of_bot, json!([made, second]), "oldest first");
    let listed = app
        .get("/api/admin/permissions?agent_id=bot")
        .bearer(key)
        .ok(200);
    assert_eq!(listed["data"], of_bot);
    let page = app
        .get("/api/admin/permissions?limit=1")
        .bearer(key)
        .ok(200);
    assert_eq!(page["data"], json!([made]));
    for target in [
        "/api/permissions?agent_id=other",
        "/api/admin/permissions?agent_id=other",
    ] {
        let found = app.get(target).bearer(key).ok(200);
        let found = found.get("data").unwrap_or(&found);
        assert_eq!(*found, json!([]));
    }
    app.get("/api/permissions?agent_id=nobody")
        .bearer(key)
        .refused(404, "not_found");
    app.get("/api/permissions")
        .bearer(key)
        .refused(400, "bad_parameter");

    assert_eq!(
        app.check(&acme, ("bot", "read", "orders/1"))["reason"],
        "permission_denied"
    );
    let target = format!("/api/admin/permissions/{}", text(&second, "id"));
    let done = app.delete(&target).bearer(key).ok(200);
    assert_eq!(done, json!({"message": "permission deleted"}));
    app.delete(&target).bearer(key).refused(404, "not_found");
    assert_eq!(
        app.check(&acme, ("bot", "read", "orders/1"))["result"],
        "approved"
    );
}

#[test]
fn a_permission_ends_when_it_was_to_end() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    let until = app.in_a(Duration::from_mins(1));
    let body = json!({"agent_id": "bot", "action": "read", "resource": "db", "expires_at": until});
    app.post("/api/admin/permissions", &body)
        .bearer(&acme.key)
        .ok(201);
    assert_eq!(
        app.check(&acme, ("bot", "read", "db"))["result"],
        "approved"
    );
    app.advance(Duration::from_mins(1));
    assert_eq!(
        app.check(&acme, ("bot", "read", "db"))["reason"],
        "permission_rule_failed"
    );
    let problem = app
        .post("/api/admin/permissions", &body)
        .bearer(&acme.key)
        .refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "expires_at");
}

#[test]
fn a_condition_is_refused_and_never_ignored() {
    let app = TestApp::new();
    for tier in ["free", "enterprise"] {
        let customer = app.register_on(tier, tier);
        app.agent(&customer, "bot");
        let body = json!({
            "agent_id": "bot", "action": "read", "resource": "db",
            "condition": "context.amount < 100",
        });
        let post = app
            .post("/api/admin/permissions", &body)
            .bearer(&customer.key);
        let problem = post.refused(422, "validation_failed");
        assert_json_snapshot!("condition", problem["errors"]);
        let rules = app
            .get("/api/admin/permissions")
            .bearer(&customer.key)
            .ok(200);
        assert_eq!(rules["data"], json!([]));
    }
}

#[test]
fn what_a_tier_lacks_is_not_made_but_stays_binding() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "refund", "*"));
    app.permit(&acme, "deny", ("bot", "delete", "*"));
    app.permit(&acme, "allow", ("bot", "*", "*"));
    let down = format!("/api/customers/{}/upgrade?new_tier=free", acme.id);
    app.call("PUT", &down).bearer(&acme.key).ok(200);
    app.without_rate_limit(&acme);
    let body = json!({
        "agent_id": "bot", "action": "x", "resource": "y", "effect": "require_approval",
    });
    let post = app.post("/api/admin/permissions", &body).bearer(&acme.key);
    let problem = post.refused(403, "feature_not_in_tier");
    assert_eq!(
        problem["detail"],
        "the customer's tier does not have `approvals`; the tier `starter` has it"
    );
    assert_eq!(
        app.check(&acme, ("bot", "refund", "o"))["reason"],
        "approval_required"
    );
    assert_eq!(
        app.check(&acme, ("bot", "delete", "o"))["reason"],
        "permission_denied"
    );
    assert_eq!(app.check(&acme, ("bot", "read", "o"))["result"], "approved");
}

#[test]
fn the_list_says_what_there_is_about_each_agent() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.without_rate_limit(&acme);
    for bot in ["a-bot", "b-bot", "c-bot", "d-bot"] {
        app.agent(&acme, bot);
    }
    app.permit(&acme, "allow", ("a-bot", "read", "*"));
    app.permit(&acme, "deny", ("a-bot", "read", "secrets/*"));
    app.key(&acme, &json!({"agent_id": "a-bot"}));
    let key = json!({"agent_id": "a-bot", "expires_at": app.in_a(Duration::from_mins(5))});
    app.key(&acme, &key);
    for bot in ["b-bot", "d-bot"] {
        let body = json!({"agent_id": bot, "enabled": false, "reason": "double refunds"});
        app.post("/api/agent/kill", &body).bearer(&acme.key).ok(200);
    }
    for bot in ["c-bot", "d-bot"] {
        let target = format!("/api/admin/agents/{bot}");
        let body = json!({"status": "disabled", "owner": "Marketing"});
        app.put(&target, &body).bearer(&acme.key).ok(200);
    }
    let list = |query: &str| {
        let target = format!("/api/admin/agents?{query}");
        let list = app.get(&target).bearer(&acme.key).ok(200);
        let ids = list["data"].as_array().unwrap().iter();
        let ids: Vec<String> = ids.map(|agent| crate::harness::text(agent, "id")).collect();
        (ids.join(" "), list)
    };
    let (ids, all) = list("");
    assert_eq!(ids, "a-bot b-bot c-bot d-bot");
    let mut tidy = Tidy::default();
    assert_json_snapshot!(
        "listed",
        tidy.value(&all["data"].as_array().unwrap()[..2].into())
    );
    for (place, id) in ["a-bot", "b-bot", "c-bot", "d-bot"].iter().enumerate() {
        let shown = app.get(&format!("/api/admin/agents/{id}"));
        assert_eq!(shown.bearer(&acme.key).ok(200), all["data"][place]);
    }
    for (query, expected) in [
        ("status=active", "a-bot"),
        ("status=disabled", "c-bot d-bot"),
        ("status=killed", "b-bot d-bot"),
        ("q=C-BOT", "c-bot"),
        ("q=market", "c-bot d-bot"),
        ("q=market&status=killed", "d-bot"),
        ("q=nothing", ""),
    ] {
        assert_eq!(list(query).0, expected, "{query}");
    }
    let (first, page) = list("status=disabled&limit=1");
    assert_eq!((first.as_str(), &page["has_more"]), ("c-bot", &json!(true)));
    let cursor = crate::harness::text(&page, "next_cursor");
    let (rest, page) = list(&format!("status=disabled&limit=1&cursor={cursor}"));
    assert_eq!((rest.as_str(), &page["has_more"]), ("d-bot", &json!(false)));
    app.advance(Duration::from_mins(6));
    assert_eq!(list("q=a-bot").1["data"][0]["keys"], 1, "one key is over");
}

#[test]
fn permissions_are_found_by_effect_and_by_what_is_in_them() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    app.agent(&acme, "a-bot");
    app.agent(&acme, "b-bot");
    let allow = app.permit(&acme, "allow", ("a-bot", "read", "Orders/*"));
    let deny = app.permit(&acme, "deny", ("a-bot", "refund", "orders/*"));
    let ask = app.permit(&acme, "require_approval", ("b-bot", "refund", "*"));
    for (query, expected) in [
        ("effect=deny", vec![&deny]),
        ("q=ORDERS", vec![&allow, &deny]),
        ("q=refund&agent_id=a-bot", vec![&deny]),
        ("q=refund", vec![&deny, &ask]),
        ("q=b-bot", vec![&ask]),
        ("effect=allow&q=refund", vec![]),
        (&format!("q={ask}"), vec![&ask]),
    ] {
        let target = format!("/api/admin/permissions?{query}");
        let list = app.get(&target).bearer(&acme.key).ok(200);
        let ids = list["data"].as_array().unwrap().iter();
        let ids: Vec<String> = ids.map(|rule| crate::harness::text(rule, "id")).collect();
        assert_eq!(ids.iter().collect::<Vec<_>>(), expected, "{query}");
    }
}
