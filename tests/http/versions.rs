//! Two who edit the same thing: whoever comes second hears of it, and overwrites nothing unseen.

use portcullis::http::routes::{Method, ROUTES, Route};
use serde_json::{Value, json};

use crate::harness::{Answered, Call, PASSWORD, TestApp};
use crate::schema;
use crate::world::World;

fn etag(answered: &Answered) -> String {
    let tag = answered.header("etag").expect("a version");
    let name = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
    assert!(name.is_some_and(|name| name.len() == 32), "{tag}");
    tag.to_owned()
}

/// The routes that say in the reference that they take `If-Match`.
fn conditional() -> Vec<&'static Route> {
    let takes = |route: &&Route| {
        let parameters = schema::operation(route)["parameters"].as_array();
        parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "If-Match"))
    };
    ROUTES.iter().filter(takes).collect()
}

fn change<'a>(world: &'a World, route: &Route) -> Call<'a> {
    let target = world.operators_target(route);
    let call = world.app.call(route.method.word(), &target);
    let call = match route.path {
        "/api/customers/{id}/upgrade" => call.json(&json!({"subscription_tier": "enterprise"})),
        _ if route.body.is_empty() => call,
        _ => call.json(&Value::Object(world.body(route))),
    };
    call.bearer(&world.owner.token)
}

fn read(world: &World, route: &Route) -> Answered {
    let path = world.operators_target(route).replace("/upgrade", "");
    world.app.get(&path).bearer(&world.owner.token).send()
}

#[test]
fn a_change_is_made_on_the_version_that_was_read_or_not_at_all() {
    let routes = conditional();
    let named: Vec<String> = routes
        .iter()
        .map(|route| format!("{} {}", route.method.word(), route.path))
        .collect();
    assert_eq!(
        named,
        [
            "PUT /api/customers/{id}/upgrade",
            "PATCH /api/customers/{id}",
            "DELETE /api/customers/{id}",
            "PUT /api/admin/agents/{agent_id}",
            "DELETE /api/admin/agents/{agent_id}",
            "PATCH /api/quotes/{quote_id}",
            "PATCH /api/operators/{operator_id}",
        ]
    );
    for route in routes {
        let world = World::new();
        let before = (world.state(), world.app.head());
        let tag = etag(&read(&world, route));
        let zeros = "\"00000000000000000000000000000000\"";
        for stale in [
            zeros.to_owned(),
            format!("W/{tag}"),
            format!("{zeros}, W/{tag}"),
        ] {
            let head = world.app.head();
            let refused = change(&world, route).header("if-match", &stale);
            refused.refused(412, "edit_conflict");
            let record = world.app.log("limit=1").remove(0);
            assert_eq!(world.app.head(), head + 1);
            assert_eq!(
                (&record["action"], &record["reason"]),
                (&json!(route.audit), &json!("edit_conflict"))
            );
        }
        for nonsense in ["", "x", "\"", &tag[1..], "\"a\"b\"", "*, *", "\"a\","] {
            let refused = change(&world, route).header("if-match", nonsense);
            let problem = refused.refused(400, "bad_parameter");
            assert!(
                problem["detail"]
                    .as_str()
                    .unwrap()
                    .starts_with("`If-Match`")
            );
        }
        assert_eq!(world.state(), before.0);
        let made = change(&world, route).header("if-match", &format!("{zeros}, {tag}"));
        let made = made.send();
        assert_eq!(made.status, route.doc.status, "{made}");
        if route.path.contains("{agent_id}") && route.method == Method::Delete {
            continue;
        }
        let new = etag(&made);
        assert_ne!(new, tag, "{made}");
        assert_eq!(etag(&read(&world, route)), new);
        change(&world, route)
            .header("if-match", &tag)
            .refused(412, "edit_conflict");
        // Whoever does not ask for a version, or asks for any, changes what is there.
        for call in [
            change(&world, route),
            change(&world, route).header("if-match", "*"),
        ] {
            assert_eq!(call.send().status, route.doc.status);
        }
    }
}

#[test]
fn a_version_is_of_what_can_be_edited_and_not_of_what_is_counted() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    let path = format!("/api/customers/{}", acme.id);
    let customer = || etag(&app.get(&path).local().send());
    let agent = || etag(&app.get("/api/admin/agents/bot").bearer(&acme.key).send());
    let before = (customer(), agent());
    app.check(&acme, ("bot", "read", "db"));
    app.permit(&acme, "allow", ("bot", "read", "*"));
    app.agent(&acme, "another");
    app.key(&acme, &json!({}));
    app.http.app().flush_usage();
    assert_eq!((customer(), agent()), before);
    let mine = app.get("/api/customers/me").bearer(&acme.key).send();
    assert_eq!(etag(&mine), before.0);
    // What is as it was is the version that it was.
    let edit = |body: Value| app.patch(&path, &body).local().ok(200);
    edit(json!({"name": "Other"}));
    assert_ne!(customer(), before.0);
    edit(json!({"name": "Acme"}));
    assert_eq!(customer(), before.0);
    edit(json!({"overrides": {"max_agents": 7}}));
    assert_ne!(customer(), before.0);
    // Another agent of the same name is another one.
    app.delete("/api/admin/agents/bot")
        .bearer(&acme.key)
        .ok(200);
    app.agent(&acme, "bot");
    assert_ne!(agent(), before.1);
    // A password is not part of what is edited with the role.
    let ada = app.operator("ada", "admin");
    let path = format!("/api/operators/{}", ada.id);
    let operator = || etag(&app.get(&path).local().send());
    let before = operator();
    let body = json!({"password": format!("{PASSWORD} anew")});
    app.post(&format!("{path}/password"), &body).local().ok(200);
    assert_eq!(operator(), before);
}

#[test]
fn a_preview_says_what_the_move_then_does() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    for number in 0..6 {
        app.agent(&acme, &format!("bot-{number}"));
    }
    app.key(&acme, &json!({}));
    let path = format!("/api/customers/{}", acme.id);
    let head = app.head();
    for tier in ["free", "starter", "pro", "enterprise"] {
        let target = format!("{path}/tier-preview?subscription_tier={tier}");
        let told = app.get(&target).bearer(&acme.key).ok(200);
        assert_eq!(app.get(&target).local().ok(200), told);
        assert_eq!(
            (&told["subscription_tier"], &told["from"]),
            (&json!(tier), &json!("pro"))
        );
        assert_eq!(told["is_self_service"], json!(tier != "enterprise"));
        assert_eq!(app.head(), head, "nothing is changed or recorded");
        // The same move, made by an operator elsewhere.
        let twin = TestApp::new();
        let same = twin.register_on("Acme", "pro");
        for number in 0..6 {
            twin.agent(&same, &format!("bot-{number}"));
        }
        twin.key(&same, &json!({}));
        let path = format!("/api/customers/{}", same.id);
        let before = twin.get(&path).local().ok(200);
        let body = json!({"subscription_tier": tier});
        let moved = twin.put(&format!("{path}/upgrade"), &body).local().ok(200);
        assert_eq!(told["over_limit"], moved["over_limit"], "{tier}");
        for limit in ["max_agents", "max_requests_per_minute", "max_api_keys"] {
            assert_eq!(told["limits"][limit], moved[limit], "{tier}");
        }
        // Words that open nothing are neither gained nor lost.
        let opens = |feature: &&Value| {
            ["approvals", "audit_export"]
                .map(Value::from)
                .contains(feature)
        };
        let features = |customer: &Value| -> Vec<Value> {
            let all = customer["features"].as_array().unwrap();
            all.iter().filter(opens).cloned().collect()
        };
        let (was, is) = (features(&before), features(&moved));
        let without = |all: &[Value], those: &[Value]| -> Value {
            all.iter()
                .filter(|one| !those.contains(one))
                .cloned()
                .collect()
        };
        assert_eq!(told["features_gained"], without(&is, &was), "{tier}");
        assert_eq!(told["features_lost"], without(&was, &is), "{tier}");
    }
    let free = app.get(&format!("{path}/tier-preview?subscription_tier=free"));
    let free = free.local().ok(200);
    assert_eq!(
        free["over_limit"],
        json!([{"limit": "max_agents", "allowed": 5, "used": 6},
            {"limit": "max_api_keys", "allowed": 1, "used": 2}])
    );
    assert_eq!(free["price_usd_month"], 0);
    assert_eq!(free["features_lost"], json!(["approvals", "audit_export"]));
    app.get(&format!("{path}/tier-preview"))
        .local()
        .refused(400, "bad_parameter");
    let read = app.key(&acme, &json!({"scopes": ["read"]}));
    app.get(&format!("{path}/tier-preview?subscription_tier=free"))
        .bearer(&read)
        .refused(403, "insufficient_scope");
}
