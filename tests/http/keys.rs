//! `/api/customers/{id}/api-keys`.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::tidy::Tidy;

fn generate(customer: &Customer) -> String {
    format!("/api/customers/{}/api-keys/generate", customer.id)
}

#[test]
fn a_key_makes_keys_like_itself() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let made = app
        .post(&generate(&acme), &json!({"name": "production"}))
        .bearer(&acme.key)
        .ok(201);
    let mut tidy = Tidy::default();
    assert_json_snapshot!("issued", tidy.value(&made));
    let by_query = format!("{}?key_name=ci+server", generate(&acme));
    app.call("POST", &by_query).bearer(&acme.key).ok(201);
    app.post(&by_query, &json!({"name": "another"}))
        .bearer(&acme.key)
        .refused(400, "bad_parameter");

    let target = format!("/api/customers/{}/api-keys", acme.id);
    let listed = app.get(&target).bearer(&text(&made, "api_key")).send();
    assert_json_snapshot!("listed", tidy.value(&listed.json()));
    for secret in [&acme.key, &text(&made, "api_key")] {
        assert!(!listed.text().contains(&secret[8..]), "{listed}");
    }
    assert!(!listed.text().contains("digest"), "{listed}");
}

#[test]
fn a_key_gives_no_more_than_it_has() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let ask = |key: &str, body: Value| app.post(&generate(&acme), &body).bearer(key);
    let manager = ask(&acme.key, json!({"scopes": ["manage", "read"]})).ok(201);
    let manager = text(&manager, "api_key");
    ask(&manager, json!({"scopes": ["check"]})).refused(403, "insufficient_scope");
    ask(&manager, json!({"scopes": ["approve"], "holder": "Ada"}))
        .refused(403, "insufficient_scope");
    let heir = text(&ask(&manager, json!({})).ok(201), "api_key");
    let question = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    app.post("/api/agents/check", &question)
        .bearer(&heir)
        .refused(403, "insufficient_scope");
    let reader = text(
        &ask(&manager, json!({"scopes": ["read"]})).ok(201),
        "api_key",
    );
    ask(&reader, json!({})).refused(403, "insufficient_scope");
}

#[test]
fn approve_is_given_by_an_operator_to_a_named_person() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let wanted = json!({"scopes": ["approve"], "holder": "Ada Lovelace"});
    app.post(&generate(&acme), &wanted)
        .bearer(&acme.key)
        .refused(403, "insufficient_scope");
    let nameless = json!({"scopes": ["approve", "read"]});
    let problem = app
        .post(&generate(&acme), &nameless)
        .local()
        .refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "holder");
    let approver = app.key(&acme, &wanted);
    // Who holds it cannot hand it on.
    app.post(&generate(&acme), &wanted)
        .bearer(&approver)
        .refused(403, "insufficient_scope");
    let both = json!({"scopes": ["approve", "manage"], "holder": "Ada"});
    let manager = app.key(&acme, &both);
    app.post(&generate(&acme), &wanted)
        .bearer(&manager)
        .refused(403, "insufficient_scope");
    let heir = app
        .post(&generate(&acme), &json!({}))
        .bearer(&manager)
        .ok(201);
    let target = format!("/api/customers/{}/api-keys", acme.id);
    let keys = app.get(&target).local().ok(200);
    let made = keys
        .as_array()
        .unwrap()
        .iter()
        .find(|key| key["id"] == heir["key_id"]);
    assert_eq!(
        made.unwrap()["scopes"],
        json!(["manage"]),
        "all but `approve`"
    );
}

#[test]
fn the_tier_bounds_active_keys_but_not_agent_keys() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    app.without_rate_limit(&acme);
    app.agent(&acme, "bot");
    let ask = |body: Value| app.post(&generate(&acme), &body).bearer(&acme.key);
    let problem = ask(json!({})).refused(403, "limit_reached");
    assert_eq!(
        problem["detail"],
        "the limit `max_api_keys` of 1 is reached; the tier `starter` has more"
    );
    for _ in 0..2 {
        ask(json!({"agent_id": "bot"})).ok(201);
    }
    let third = ask(json!({"agent_id": "bot"})).refused(403, "limit_reached");
    assert!(
        text(&third, "detail").contains("`keys_per_agent` of 2"),
        "{third}"
    );
    ask(json!({"agent_id": "nobody"})).refused(404, "not_found");
    let problem = ask(json!({"agent_id": "bot", "scopes": ["check", "read"]}))
        .refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "scopes");

    // A key that has ended makes room.
    let up = format!("/api/customers/{}/upgrade?new_tier=starter", acme.id);
    app.call("PUT", &up).bearer(&acme.key).ok(200);
    for _ in 0..4 {
        ask(json!({"expires_at": app.in_a(Duration::from_hours(1))})).ok(201);
    }
    ask(json!({})).refused(403, "limit_reached");
    app.advance(Duration::from_hours(1));
    ask(json!({})).ok(201);
}

#[test]
fn an_agent_key_speaks_for_its_agent_only() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    for agent in ["bot", "other"] {
        app.agent(&acme, agent);
        app.permit(&acme, "allow", (agent, "*", "*"));
    }
    let key = app.key(&acme, &json!({"agent_id": "bot"}));
    let ask = |agent: &str, dry_run: bool| {
        let body =
            json!({"agent_id": agent, "action": "read", "resource": "db", "dry_run": dry_run});
        app.post("/api/agents/check", &body).bearer(&key)
    };
    assert_eq!(ask("bot", false).ok(200)["result"], "approved");
    for dry_run in [false, true] {
        let head = app.head();
        ask("other", dry_run).refused(403, "wrong_agent");
        assert_eq!(app.head(), head + 1);
        let record = app.log("limit=1").remove(0);
        assert_json_snapshot!(
            "wrong_agent_record",
            Tidy::default().value(&json!({
                "action": record["action"], "agent_id": record["agent_id"],
                "result": record["result"], "reason": record["reason"],
            }))
        );
    }
    app.get("/api/customers/me")
        .bearer(&key)
        .refused(403, "insufficient_scope");
    // With the agent goes the key.
    app.delete("/api/admin/agents/bot")
        .bearer(&acme.key)
        .ok(200);
    ask("bot", false).refused(401, "invalid_key");
}

#[test]
fn a_revoked_key_is_dead_when_the_answer_is_there() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let made = app
        .post(&generate(&acme), &json!({}))
        .bearer(&acme.key)
        .ok(201);
    let (key, id) = (text(&made, "api_key"), text(&made, "key_id"));
    app.get("/api/customers/me").bearer(&key).ok(200);
    let target = format!("/api/customers/{}/api-keys/{id}", acme.id);
    let done = app.delete(&target).bearer(&acme.key).ok(200);
    assert_eq!(done, json!({"message": "API key revoked successfully"}));
    let refused = app.get("/api/customers/me").bearer(&key).send();
    assert_eq!(
        (refused.status, refused.header("www-authenticate")),
        (
            401,
            Some("Bearer realm=\"portcullis\", error=\"invalid_token\"")
        )
    );
    // Again is fine, and changes nothing.
    app.delete(&target).bearer(&acme.key).ok(200);
    let absent = format!("/api/customers/{}/api-keys/key_1", acme.id);
    app.delete(&absent)
        .bearer(&acme.key)
        .refused(404, "not_found");
    // A key may end itself, and with it the customer's last way in.
    let own = format!("/api/customers/{}/api-keys/{}", acme.id, acme.key_id);
    app.delete(&own).bearer(&acme.key).ok(200);
    app.delete(&own)
        .bearer(&acme.key)
        .refused(401, "invalid_key");
}

#[test]
fn a_key_ends_when_it_was_to_end() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let soon = app.in_a(Duration::from_mins(1));
    let key = app.key(&acme, &json!({"scopes": ["read"], "expires_at": soon}));
    app.get("/api/customers/me").bearer(&key).ok(200);
    app.advance(Duration::from_mins(1));
    app.get("/api/customers/me")
        .bearer(&key)
        .refused(401, "invalid_key");
    let past = app.in_a(Duration::ZERO);
    let problem = app
        .post(&generate(&acme), &json!({"expires_at": past}))
        .bearer(&acme.key)
        .refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "expires_at");
}

#[test]
fn keys_come_page_by_page_and_are_filtered() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "enterprise");
    app.agent(&acme, "bot");
    app.key(&acme, &json!({"agent_id": "bot"}));
    let made: Vec<String> = (0..70)
        .map(|_| {
            text(
                &app.post(&generate(&acme), &json!({})).local().ok(201),
                "key_id",
            )
        })
        .collect();
    for id in &made[..60] {
        let target = format!("/api/customers/{}/api-keys/{id}", acme.id);
        app.delete(&target).local().ok(200);
    }
    let pages = |query: &str| {
        let mut target = format!("/api/customers/{}/api-keys{query}", acme.id);
        let (mut ids, mut sizes) = (Vec::new(), Vec::new());
        loop {
            let page = app.get(&target).local().send();
            assert_eq!(page.status, 200, "{page}");
            let rows = page.json();
            let rows = rows.as_array().unwrap();
            sizes.push(rows.len());
            ids.extend(rows.iter().map(|row| text(row, "id")));
            let Some(link) = page.header("link") else {
                return (ids, sizes);
            };
            let (next, _) = link[1..].split_once('>').unwrap();
            next.clone_into(&mut target);
        }
    };
    let (all, sizes) = pages("");
    assert_eq!(sizes, [50, 22], "the first key, the agent's, and seventy");
    assert!(all.is_sorted(), "oldest first");
    assert_eq!(pages("?limit=100"), (all.clone(), vec![72]));
    assert_eq!(pages("?limit=7").0, all);
    let (active, sizes) = pages("?active=true&limit=5");
    assert_eq!(sizes, [5, 5, 2]);
    let (over, _) = pages("?active=false");
    assert_eq!(over, made[..60]);
    assert!(active.iter().all(|id| !over.contains(id)));
    let (of_agent, _) = pages("?agent_id=bot");
    assert_eq!(of_agent.len(), 1);
    assert!(!made.contains(&of_agent[0]));
    assert_eq!(pages("?agent_id=nobody").0.len(), 0);
    for bad in [
        "limit=0",
        "limit=101",
        "cursor=61",
        "active=yes",
        "agent_id=%20",
    ] {
        let target = format!("/api/customers/{}/api-keys?{bad}", acme.id);
        app.get(&target).local().refused(400, "bad_parameter");
    }
}
