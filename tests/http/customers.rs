//! `/api/customers`, `/api/tiers`.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{TestApp, text};
use crate::tidy::Tidy;

#[test]
fn a_customer_registers_and_reads_itself() {
    let app = TestApp::new();
    let mut tidy = Tidy::default();
    let body = json!({"name": "  Acme  ", "email": " Ops@Acme.Example "});
    let made = app.post("/api/customers/register", &body).ok(201);
    assert_json_snapshot!("registered", tidy.value(&made));
    let key = text(&made, "api_key");
    assert_eq!(key.len(), 49);

    let me = app.get("/api/customers/me").bearer(&key).ok(200);
    assert_json_snapshot!("customer", tidy.value(&me));
    let path = format!("/api/customers/{}", text(&me, "id"));
    let mut by_id = app.get(&path).bearer(&key).ok(200);
    assert_eq!(by_id["total_api_calls"], 1, "the call before");
    by_id["total_api_calls"] = json!(0);
    assert_eq!(by_id, me);
    assert_eq!(app.get(&path).local().ok(200)["email"], "ops@acme.example");
}

#[test]
fn an_address_registers_once_however_it_is_spelt() {
    let app = TestApp::new();
    app.register("Acme");
    for email in [
        "ops@acme.example",
        " OPS@ACME.EXAMPLE\t",
        "Ops@acme.example",
    ] {
        let body = json!({"name": "Other", "email": email});
        app.post("/api/customers/register", &body)
            .refused(409, "email_taken");
    }
    let customers = app.get("/api/customers").local().ok(200);
    assert_eq!(customers["data"].as_array().unwrap().len(), 1);
}

#[test]
fn a_tier_with_a_custom_price_takes_an_operator() {
    let app = TestApp::new();
    let register = |tier: &str| {
        let email = format!("{tier}@acme.example");
        let body = json!({"name": "Acme", "email": email, "subscription_tier": tier});
        app.post("/api/customers/register", &body)
    };
    for (tier, limits) in [
        ("free", [5, 10, 1]),
        ("starter", [50, 100, 5]),
        ("pro", [500, 1000, 20]),
    ] {
        let key = text(&register(tier).ok(201), "api_key");
        let me = app.get("/api/customers/me").bearer(&key).ok(200);
        let found = ["max_agents", "max_requests_per_minute", "max_api_keys"]
            .map(|limit| me[limit].as_u64().unwrap());
        assert_eq!((&me["subscription_tier"], found), (&json!(tier), limits));
    }
    register("enterprise").refused(403, "operator_role");
    for role in ["auditor", "approver"] {
        let operator = app.operator(role, role);
        register("enterprise")
            .bearer(&operator.token)
            .refused(403, "operator_role");
    }
    let admin = app.operator("bob", "admin");
    register("enterprise").bearer(&admin.token).ok(201);
    let problem = register("gold").refused(422, "validation_failed");
    assert_json_snapshot!("unknown_tier", problem["errors"]);
}

/// What is in force for a customer, and what its first day, today, costs.
fn terms(app: &TestApp, customer: &str) -> (Value, Value) {
    let path = format!("/api/customers/{customer}");
    let shown = app.get(&path).local().ok(200);
    let month = app.get(&format!("{path}/statements")).local().ok(200);
    let month = text(&month["data"][0], "month");
    let statement = app
        .get(&format!("{path}/statements/{month}"))
        .local()
        .ok(200);
    let today = statement["days"].as_array().unwrap().last().unwrap();
    (shown, today["price_usd_month"].clone())
}

#[test]
fn what_operators_agree_counts_from_the_first_day() {
    let app = TestApp::new();
    let bob = app.operator("bob", "admin");
    let agreed = json!({"price_usd_month": 450, "max_agents": 7, "max_checks_per_month": 9});
    for (route, delivery) in [("register", None), ("invite", Some("link"))] {
        let email = format!("{route}@acme.example");
        let mut body = json!({
            "name": "Acme", "email": email, "subscription_tier": "enterprise", "overrides": agreed,
        });
        if let Some(delivery) = delivery {
            body["delivery"] = json!(delivery);
        }
        let target = format!("/api/customers/{route}");
        let made = app.post(&target, &body).bearer(&bob.token).ok(201);
        let (shown, price) = terms(&app, &text(&made, "customer_id"));
        assert_eq!(price, 450, "{route}");
        let expected = json!({
            "max_agents": 7, "max_requests_per_minute": null, "max_api_keys": null,
            "max_checks_per_month": 9, "price_usd_month": 450,
        });
        assert_eq!(shown["overrides"], expected);
        assert_eq!(
            (&shown["max_agents"], &shown["price_usd_month"]),
            (&json!(7), &json!(450))
        );
        assert_eq!(shown["created_at"], shown["updated_at"], "one change");
        let record = app.log("limit=1").remove(0);
        assert_eq!(record["action"], format!("customer.{route}"));
        assert_eq!(record["details"]["overrides"], expected);
        // What breaks a rule makes no customer.
        for (bad, field) in [
            (
                json!({"max_requests_per_minute": 0}),
                "overrides.max_requests_per_minute",
            ),
            (json!({"price_usd_month": -1}), "overrides.price_usd_month"),
            (json!({"max_agents": "7"}), "overrides.max_agents"),
            (json!({"colour": 7}), "overrides.colour"),
            (json!(7), "overrides"),
        ] {
            body["email"] = json!("bad@acme.example");
            body["overrides"] = bad;
            let refused = app.post(&target, &body).bearer(&bob.token);
            let refused = refused.refused(422, "validation_failed");
            assert_eq!(refused["errors"][0]["field"], field, "{refused}");
        }
    }
    let listed = app.get("/api/customers").local().ok(200);
    assert_eq!(listed["data"].as_array().unwrap().len(), 2);
}

#[test]
fn whoever_registers_alone_agrees_nothing() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let auditor = app.operator("dan", "auditor");
    let mut head = app.head();
    let mut address = 10;
    let ask = |overrides: Value| {
        let body = json!({"name": "B", "email": "b@x.example", "overrides": overrides});
        app.post("/api/customers/register", &body)
    };
    for agreed in [
        json!({"price_usd_month": 0}),
        json!({"max_agents": 10_000_000}),
        json!({"max_checks_per_month": 1}),
        json!({"max_requests_per_minute": 10_000_000}),
        json!({"max_api_keys": 0}),
    ] {
        for secret in [None, Some(&acme.key), Some(&auditor.token)] {
            let call = ask(agreed.clone());
            let call = match secret {
                Some(secret) => call.bearer(secret),
                None => call,
            };
            // Not from one address: they are throttled like any registration.
            address += 1;
            let call = call.from(&format!("198.51.100.{address}"));
            call.refused(403, "operator_role");
            // What an operator is refused is on record, as everywhere; strangers leave nothing.
            head += u64::from(secret == Some(&auditor.token));
            assert_eq!(app.head(), head);
        }
    }
    let listed = app.get("/api/customers").local().ok(200);
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
    // What says nothing is nothing to refuse.
    for nothing in [json!({}), json!({"max_agents": null}), Value::Null] {
        let made = ask(nothing).from("198.51.100.8").send();
        assert!(matches!(made.status, 201 | 409), "{made}");
    }
    let key = app.get("/api/customers?q=b@x.example").local().ok(200);
    assert_eq!(key["data"][0]["max_agents"], 50, "the tier's");
}

#[test]
fn closed_registration_is_for_operators() {
    let app = TestApp::with(|setup| setup.live.registration_is_open = false);
    let body = json!({"name": "Acme", "email": "ops@acme.example"});
    let register = || app.post("/api/customers/register", &body);
    let admin = app.operator("bob", "admin");
    let auditor = app.operator("dan", "auditor");
    register().refused(403, "operator_role");
    register()
        .bearer(&auditor.token)
        .refused(403, "operator_role");
    let customer = register().bearer(&admin.token).ok(201);
    register()
        .bearer(&text(&customer, "api_key"))
        .refused(403, "operator_role");
}

#[test]
fn registrations_are_throttled_per_address() {
    let app = TestApp::new();
    let register = |number: usize, address: &str| {
        let body = json!({"name": "Acme", "email": format!("{number}@{address}.example")});
        app.post("/api/customers/register", &body).from(address)
    };
    for number in 0..60 {
        register(number, "192.0.2.1").ok(201);
    }
    let answered = register(60, "192.0.2.1").send();
    assert_eq!(
        (answered.status, answered.header("retry-after")),
        (429, Some("1"))
    );
    assert_eq!(answered.json()["code"], "rate_limited");
    register(0, "192.0.2.2").ok(201);
    register(61, "192.0.2.1").local().ok(201);
    app.advance(Duration::from_secs(1));
    register(62, "192.0.2.1").ok(201);
    register(63, "192.0.2.1").refused(429, "rate_limited");
    // One customer of a provider commands a whole network of IPv6 addresses.
    for number in 0..60 {
        let body = json!({"name": "Acme", "email": format!("{number}@v6.example")});
        let from = format!("2001:db8::{number:x}");
        app.post("/api/customers/register", &body)
            .from(&from)
            .ok(201);
    }
    let body = json!({"name": "Acme", "email": "last@v6.example"});
    let call = |from| app.post("/api/customers/register", &body).from(from);
    call("2001:db8::ffff").refused(429, "rate_limited");
    call("2001:db8:0:1::1").ok(201);
}

#[test]
fn customers_are_listed_searched_and_paged() {
    let app = TestApp::new();
    let auditor = app.operator("dan", "auditor");
    let names = ["Acme", "Globex", "Initech", "Hooli"];
    let customers = names.map(|name| app.register(name));
    app.register_on("Umbrella", "enterprise");
    let gone = format!("/api/customers/{}", customers[2].id);
    app.delete(&gone).local().ok(200);
    let list = |query: &str| {
        let target = format!("/api/customers?{query}");
        app.get(&target).bearer(&auditor.token).ok(200)
    };
    let found = |query: &str| -> Vec<String> {
        let page = list(query);
        let data = page["data"].as_array().unwrap().clone();
        data.iter().map(|customer| text(customer, "name")).collect()
    };
    assert_eq!(found("").len(), 5);
    assert_eq!(found("q=LOB"), ["Globex"]);
    assert_eq!(found("q=ops%40hooli"), ["Hooli"]);
    assert_eq!(found(&format!("q={}", customers[0].id)), ["Acme"]);
    assert_eq!(found("tier=enterprise"), ["Umbrella"]);
    assert_eq!(found("active=false"), ["Initech"]);
    assert_eq!(
        found("active=true&tier=starter&q=o"),
        ["Acme", "Globex", "Hooli"]
    );
    assert_eq!(found("q=nobody"), [""; 0]);

    let mut cursor = String::new();
    let mut pages = Vec::new();
    loop {
        let page = list(&format!("limit=2{cursor}"));
        pages.push(page["data"].as_array().unwrap().len());
        assert_eq!(page["has_more"], !page["next_cursor"].is_null());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(pages, [2, 2, 1]);
    app.get("/api/customers").refused(401, "unauthenticated");
    app.get("/api/customers")
        .bearer(&customers[0].key)
        .refused(403, "operator_role");
    for bad in [
        "tier=gold",
        "active=yes",
        "limit=0",
        "limit=101",
        "cursor=x",
    ] {
        let target = format!("/api/customers?{bad}");
        app.get(&target).local().refused(400, "bad_parameter");
    }
}

#[test]
fn a_customer_moves_itself_up_and_down() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let target = format!("/api/customers/{}/upgrade", acme.id);
    let up = json!({"subscription_tier": "pro"});
    let moved = app.put(&target, &up).bearer(&acme.key).send();
    let moved = moved.json();
    assert_json_snapshot!("moved", Tidy::default().value(&moved));
    let next = app.get("/api/customers/me").bearer(&acme.key).send();
    assert_eq!(next.header("x-ratelimit-limit"), Some("1000"), "at once");

    // By query, without a body.
    let by_query = format!("{target}?new_tier=free");
    for number in 0..7 {
        app.agent(&acme, &format!("bot-{number}"));
    }
    app.key(&acme, &json!({"scopes": ["read"]}));
    let down = app.call("PUT", &by_query).bearer(&acme.key).ok(200);
    assert_eq!(
        down["over_limit"],
        json!([
            {"limit": "max_agents", "allowed": 5, "used": 7},
            {"limit": "max_api_keys", "allowed": 1, "used": 2},
        ])
    );
    assert_eq!(down["features"], json!([]));
    assert_eq!(down["agents"], 7, "nothing is taken away");
    app.without_rate_limit(&acme);
    let agent = json!({"name": "One", "owner": "more"});
    let refused = app.post("/api/admin/agents", &agent).bearer(&acme.key);
    let problem = refused.refused(403, "limit_reached");
    assert_eq!(
        problem["detail"],
        "the limit `max_agents` of 5 is reached; the tier `starter` has more"
    );

    app.put(&target, &json!({"subscription_tier": "enterprise"}))
        .bearer(&acme.key)
        .refused(403, "operator_role");
    app.put(&target, &json!({"subscription_tier": "enterprise"}))
        .local()
        .ok(200);
    for unknown in [format!("{target}?new_tier=gold"), target.clone()] {
        let body = json!({"subscription_tier": "gold"});
        let mut call = app.call("PUT", &unknown).bearer(&acme.key);
        if !unknown.contains("gold") {
            call = call.json(&body);
        }
        let problem = call.refused(422, "validation_failed");
        assert_eq!(problem["errors"][0]["field"], "subscription_tier");
    }
    app.put(&by_query, &up)
        .bearer(&acme.key)
        .refused(400, "bad_parameter");
    let problem = app
        .call("PUT", &target)
        .bearer(&acme.key)
        .refused(422, "validation_failed");
    assert_eq!(
        problem["errors"],
        json!([{"field": "subscription_tier", "message": "is required"}])
    );
}

#[test]
fn an_operator_changes_a_customer_and_clears_what_it_set() {
    let app = TestApp::new();
    let admin = app.operator("bob", "admin");
    let acme = app.register("Acme");
    app.register("Globex");
    let target = format!("/api/customers/{}", acme.id);
    let patch = |body: Value| app.patch(&target, &body).bearer(&admin.token);
    let changed = patch(json!({
        "name": " Acme Ltd ", "email": "IT@acme.example", "time_zone": "europe/berlin",
        "overrides": {"max_agents": 80, "max_api_keys": 0},
    }))
    .ok(200);
    assert_json_snapshot!("patched", Tidy::default().value(&changed));
    let limits = |customer: &Value| {
        ["max_agents", "max_requests_per_minute", "max_api_keys"]
            .map(|limit| customer[limit].as_u64().unwrap())
    };
    assert_eq!(limits(&changed), [80, 100, 0]);
    let some = patch(json!({"overrides": {"max_requests_per_minute": 7, "max_api_keys": null}}));
    assert_eq!(limits(&some.ok(200)), [80, 7, 5], "what is left out stays");
    // Limits of one's own outlive a move, and are told from the tier's.
    let up = format!("{target}/upgrade?new_tier=pro");
    let moved = app.call("PUT", &up).local().ok(200);
    assert_eq!(limits(&moved), [80, 7, 20]);
    let own = json!({
        "max_agents": 80, "max_requests_per_minute": 7, "max_api_keys": null,
        "max_checks_per_month": null, "price_usd_month": null,
    });
    assert_eq!(moved["overrides"], own);
    // The price and the quota go the same way, and the quota may be a large number.
    let terms = |customer: &Value| {
        ["price_usd_month", "max_checks_per_month"].map(|name| customer[name].clone())
    };
    assert_eq!(terms(&moved), [json!(499), Value::Null]);
    let agreed = json!({"price_usd_month": 750, "max_checks_per_month": 5_000_000_000_u64});
    let agreed = patch(json!({"overrides": agreed})).ok(200);
    assert_eq!(terms(&agreed), [json!(750), json!(5_000_000_000_u64)]);
    for (name, value) in [
        ("max_checks_per_month", json!(0)),
        ("max_checks_per_month", json!(-1)),
        ("price_usd_month", json!(1.5)),
        ("price_usd_month", json!(10_000_001)),
    ] {
        patch(json!({"overrides": {name: value}})).refused(422, "validation_failed");
    }
    assert_eq!(
        limits(&patch(json!({"overrides": null})).ok(200)),
        [500, 1000, 20]
    );
    assert_eq!(
        limits(&patch(json!({"overrides": {}})).ok(200)),
        [500, 1000, 20]
    );

    patch(json!({"email": "ops@globex.example"})).refused(409, "email_taken");
    patch(json!({"email": "it@ACME.example"})).ok(200);
    let free_again = json!({"name": "New", "email": "ops@acme.example"});
    app.post("/api/customers/register", &free_again).ok(201);
    let problem = patch(json!({"overrides": {"max_requests_per_minute": 0, "seats": 1}}))
        .refused(422, "validation_failed");
    assert_json_snapshot!("bad_overrides", problem["errors"]);
    app.patch(&target, &json!({"name": "Mine"}))
        .bearer(&acme.key)
        .refused(403, "operator_role");
}

#[test]
fn a_deactivated_customer_is_told_so_and_comes_back() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "db"));
    let target = format!("/api/customers/{}", acme.id);
    let ended = app.delete(&target).bearer(&acme.key).ok(200);
    assert_eq!(ended["is_active"], false);
    let question = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    let head = app.head();
    app.post("/api/agents/check", &question)
        .bearer(&acme.key)
        .refused(403, "customer_inactive");
    app.get("/api/customers/me")
        .bearer(&acme.key)
        .refused(403, "customer_inactive");
    assert_eq!(app.head(), head, "nothing was decided");
    let again = format!("{target}/reactivate");
    app.call("POST", &again)
        .bearer(&acme.key)
        .refused(403, "customer_inactive");
    let admin = app.operator("bob", "admin");
    let back = app.call("POST", &again).bearer(&admin.token).ok(200);
    assert_eq!(back["is_active"], true);
    assert_eq!(
        app.check(&acme, ("bot", "read", "db"))["result"],
        "approved"
    );
}

#[test]
fn the_pricing_table_is_public() {
    let app = TestApp::new();
    assert_json_snapshot!("tiers", app.get("/api/tiers").ok(200));
}

#[test]
fn usage_is_told_by_day_in_json_and_csv() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "*"));
    app.check(&acme, ("bot", "read", "db"));
    app.check(&acme, ("bot", "write", "db"));
    app.get("/api/customers/me").bearer(&acme.key).ok(200);
    app.advance(Duration::from_hours(24));
    app.check(&acme, ("bot", "read", "db"));
    let target = format!("/api/customers/{}/usage", acme.id);
    let usage = app.get(&target).bearer(&acme.key).ok(200);
    assert_json_snapshot!("usage", Tidy::default().value(&usage));

    let csv = app
        .get(&target)
        .header("accept", "text/csv")
        .bearer(&acme.key);
    let csv = csv.send();
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let disposition = csv.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment"), "{disposition}");
    assert_eq!(
        csv.text(),
        "day,approved,denied,changes,reads,total\r\n\
         2026-11-22,1,1,2,1,5\r\n\
         2026-11-23,1,0,0,1,2\r\n"
    );
    let one_day = format!("{target}?from=2026-11-23&to=2026-11-23");
    let days = app.get(&one_day).local().ok(200)["days"].take();
    assert_eq!(
        days,
        json!([{"day": "2026-11-23", "approved": 1, "denied": 0, "changes": 0, "reads": 2, "total": 3}])
    );
    for bad in [
        "from=x",
        "to=2026-13-01",
        "from=2026-11-23&to=2026-11-22",
        "from=1970-01-01",
    ] {
        let target = format!("{target}?{bad}");
        app.get(&target)
            .bearer(&acme.key)
            .refused(400, "bad_parameter");
    }
    let html = app
        .get(&target)
        .header("accept", "text/html")
        .bearer(&acme.key);
    html.refused(406, "not_acceptable");
}
