//! What a call costs: the bucket, the headers about it, and what is counted.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Answered, Customer, TestApp};

fn left(answered: &Answered) -> u64 {
    answered
        .header("x-ratelimit-remaining")
        .unwrap()
        .parse()
        .unwrap()
}

fn me(app: &TestApp, customer: &Customer) -> Answered {
    app.get("/api/customers/me").bearer(&customer.key).send()
}

#[test]
fn the_bucket_is_the_customers_and_refills_evenly() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    let other = app.register_on("Globex", "free");
    app.agent(&acme, "bot");
    let agent_key = app.key(&acme, &json!({"agent_id": "bot"}));
    let question = json!({"agent_id": "bot", "action": "a", "resource": "b"});
    for _ in 0..4 {
        app.post("/api/agents/check", &question)
            .bearer(&agent_key)
            .ok(200);
    }
    for expected in (0..5).rev() {
        assert_eq!(left(&me(&app, &acme)), expected);
    }
    let refused = me(&app, &acme);
    assert_eq!(refused.status, 429, "{refused}");
    assert_eq!(refused.json()["code"], "rate_limited");
    assert_eq!(refused.header("retry-after"), Some("6"));
    assert_eq!(refused.header("ratelimit"), Some("\"minute\";r=0;t=60"));
    app.post("/api/agents/check", &question)
        .bearer(&agent_key)
        .refused(429, "rate_limited");
    assert_eq!(
        me(&app, &other).status,
        200,
        "another customer's bucket is its own"
    );

    app.advance(Duration::from_millis(5999));
    assert_eq!(me(&app, &acme).header("retry-after"), Some("1"));
    app.advance(Duration::from_millis(1));
    assert_eq!(me(&app, &acme).status, 200);
    assert_eq!(me(&app, &acme).status, 429);
    app.advance(Duration::from_mins(1));
    assert_eq!(left(&me(&app, &acme)), 9);
}

#[test]
fn what_passed_the_gate_is_charged_whatever_becomes_of_it() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let other = app.register("Globex");
    app.agent(&acme, "bot");
    let agent_key = app.key(&acme, &json!({"agent_id": "bot"}));
    let reader = app.key(&acme, &json!({"scopes": ["read"]}));
    let before = left(&me(&app, &acme));
    let check = |key: &str, body: Value| app.post("/api/agents/check", &body).bearer(key).send();
    let theirs = format!("/api/customers/{}", other.id);
    let own = json!({"id": "bot", "name": "Bot", "owner": "o"});
    let wrong = json!({"agent_id": "x", "action": "a", "resource": "b"});
    let charged = [
        (check(&acme.key, json!({})), 422),
        (check(&agent_key, wrong), 403),
        (app.get(&theirs).bearer(&acme.key).send(), 404),
        (
            app.post("/api/admin/agents", &own).bearer(&acme.key).send(),
            409,
        ),
        (app.get("/api/logs?limit=x").bearer(&acme.key).send(), 400),
        (
            app.get("/api/logs")
                .header("accept", "image/png")
                .bearer(&acme.key)
                .send(),
            406,
        ),
        (
            app.call("POST", "/api/agents/check")
                .bytes("x")
                .bearer(&acme.key)
                .send(),
            415,
        ),
    ];
    for (place, (answered, status)) in (1..).zip(&charged) {
        assert_eq!(answered.status, *status, "{answered}");
        assert_eq!(left(answered), before - place, "{answered}");
    }
    // What did not pass is not.
    let spent = before - charged.len() as u64;
    let free = [
        (check(&reader, json!({})), 403),
        (app.patch(&theirs, &json!({})).bearer(&acme.key).send(), 403),
        (app.get("/api/tiers").bearer(&acme.key).send(), 200),
        (app.get("/health").bearer(&acme.key).send(), 200),
    ];
    for (answered, status) in &free {
        assert_eq!(
            (answered.status, left(answered)),
            (*status, spent),
            "{answered}"
        );
    }
}

#[test]
fn calls_are_counted_as_the_contract_says() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    let target = format!("/api/customers/{}", acme.id);
    let total = || {
        app.get(&target).local().ok(200)["total_api_calls"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(total(), 0, "registration is not counted");
    let mut counted = 0;
    let mut expect = |answered: Answered, status: u16, counts: bool| {
        assert_eq!(answered.status, status, "{answered}");
        counted += u64::from(counts);
        assert_eq!(total(), counted, "{answered}");
    };
    let key = &acme.key;
    let agent = json!({"id": "bot", "name": "Bot", "owner": "o"});
    let check = json!({"agent_id": "bot", "action": "a", "resource": "b"});
    let post = |target: &str, body: &Value| app.post(target, body).bearer(key).send();
    expect(post("/api/admin/agents", &agent), 201, true);
    expect(post("/api/admin/agents", &agent), 409, true);
    expect(post("/api/admin/agents", &json!({})), 422, true);
    expect(post("/api/agents/check", &check), 200, true);
    let mut dry = check.clone();
    dry["dry_run"] = json!(true);
    expect(post("/api/agents/check", &dry), 200, true);
    expect(me(&app, &acme), 200, true);
    expect(app.get("/api/admin/agents/x").bearer(key).send(), 404, true);
    let kill = json!({"agent_id": "bot", "enabled": false});
    expect(post("/api/agent/kill", &kill), 200, false);
    expect(app.get("/api/tiers").bearer(key).send(), 200, false);
    expect(app.get("/api/customers").bearer(key).send(), 403, false);
    expect(app.get("/api/logs?limit=0").bearer(key).send(), 400, true);
    expect(
        app.delete("/api/admin/agents/x").bearer(key).send(),
        404,
        true,
    );
    expect(me(&app, &acme), 200, true);
    expect(me(&app, &acme), 429, false);
    expect(post("/api/agents/check", &check), 429, false);
    expect(post("/api/agent/kill", &kill), 200, false);
    let usage = app.get(&format!("{target}/usage")).local().ok(200);
    assert_eq!(usage["month"]["total"], 10);
    assert_eq!(
        usage["days"],
        json!([{"day": "2026-11-22", "approved": 0, "denied": 1, "changes": 3, "reads": 6, "total": 10}])
    );
    // What an operator does is not the customer's.
    let named = format!("/api/admin/agents?customer_id={}", acme.id);
    let other = json!({"name": "Bot", "owner": "o"});
    expect(app.post(&named, &other).local().send(), 201, false);
}

#[test]
fn another_limit_is_in_force_at_once_and_no_fresh_start() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    for _ in 0..10 {
        assert_eq!(me(&app, &acme).status, 200);
    }
    assert_eq!(me(&app, &acme).status, 429);
    let up = format!("/api/customers/{}/upgrade?new_tier=starter", acme.id);
    app.call("PUT", &up).local().ok(200);
    let next = me(&app, &acme);
    assert_eq!(
        (next.header("x-ratelimit-limit"), left(&next)),
        (Some("100"), 89)
    );
    let down = format!("/api/customers/{}/upgrade?new_tier=free", acme.id);
    app.call("PUT", &down).local().ok(200);
    assert_eq!(me(&app, &acme).status, 429);
}
