//! What holds for every row of the table of routes.

use std::collections::BTreeSet;

use portcullis::http::routes::{Found, Method, ROUTES, Route, Target, find};
use serde_json::{Value, json};

use crate::harness::{Call, Customer, TestApp};
use crate::schema;
use crate::world::World;

/// The route with a body that it takes, if it takes one.
fn call<'a>(world: &'a World, route: &Route, target: &str) -> Call<'a> {
    let call = world.app.call(route.method.word(), target);
    if route.body.is_empty() {
        call
    } else {
        call.json(&Value::Object(world.body(route)))
    }
}

#[test]
fn strangers_get_401_on_every_route_that_is_not_public() {
    let world = World::new();
    let before = (world.state(), world.app.head());
    let mut public = BTreeSet::new();
    for route in ROUTES {
        if route.need.anyone {
            public.insert(route.path);
            continue;
        }
        call(&world, route, &world.path(route)).refused(401, "unauthenticated");
        for wrong in ["sk-typo", &world.acme.key.replacen("sk-", "op-", 1)] {
            call(&world, route, &world.path(route))
                .bearer(wrong)
                .refused(401, "invalid_key");
        }
        for nonsense in ["se-nonsense", "pse-nonsense", ""] {
            call(&world, route, &world.path(route))
                .header("cookie", &format!("__Host-portcullis={nonsense}"))
                .refused(401, "invalid_key");
        }
    }
    assert_eq!((world.state(), world.app.head()), before);
    let expected = [
        "/",
        "/api/customers/register",
        "/api/key-links/open",
        "/api/key-links/redeem",
        "/api/operators/login",
        "/api/portal/login",
        "/api/portal/open",
        "/api/quotes",
        "/api/session",
        "/api/setup",
        "/api/tiers",
        "/assets/{path*}",
        "/console",
        "/console/{place*}",
        "/docs",
        "/docs/index",
        "/docs/search.json",
        "/docs/{name*}",
        "/health",
        "/metrics",
        "/openapi.json",
        "/portal",
        "/portal/{place*}",
        "/pricing",
        "/ready",
        "/setup",
        "/welcome",
    ];
    assert_eq!(public, BTreeSet::from(expected));
}

#[test]
fn every_route_refuses_other_methods_and_names_its_own() {
    let world = World::new();
    let before = (world.state(), world.app.head());
    for route in ROUTES {
        let path = world.path(route);
        for method in [
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "BREW", "get",
        ] {
            let Found::OtherMethods(_) = find(method, &path) else {
                continue;
            };
            let answered = world
                .app
                .call(method, &path)
                .bearer(&world.owner.token)
                .send();
            assert_eq!(answered.status, 405, "{answered}");
            let allowed: Vec<&str> = answered.header("allow").unwrap().split(", ").collect();
            assert!(allowed.contains(&route.method.word()), "{answered}");
            assert!(!allowed.contains(&method), "{answered}");
            assert_eq!(
                allowed.contains(&"HEAD"),
                allowed.contains(&"GET"),
                "{answered}"
            );
        }
        let asked = world.app.call("BREW", &path).send();
        assert_eq!(asked.status, 405, "{asked}");
    }
    assert_eq!((world.state(), world.app.head()), before);
}

#[test]
fn another_customers_object_is_absent_on_every_route() {
    let world = World::new();
    let approving = world.app.key(
        &world.globex,
        &json!({"scopes": ["check", "read", "manage", "approve"], "holder": "Mallory"}),
    );
    let cookie = world.app.portal(&approving);
    let before = world.state();
    let mut crossed = 0;
    for route in ROUTES {
        let targets_customer = match route.target {
            Target::Path | Target::Query | Target::QueryOrAll => true,
            Target::Own => route.path.contains("approve") || route.path.contains("deny"),
        };
        if !targets_customer {
            continue;
        }
        crossed += 1;
        let is_allowed = !route.need.scopes.is_empty();
        let target = world.operators_target(route);
        let answered = call(&world, route, &target).bearer(&approving).send();
        let expected = if is_allowed { 404 } else { 403 };
        assert_eq!(answered.status, expected, "{answered}");
        let by_session = call(&world, route, &target).session(&cookie).send();
        assert_eq!(by_session.status, expected, "{by_session}");
        assert_eq!(by_session.json()["detail"], answered.json()["detail"]);
        let own = world.app.get(&format!("/api/customers/{}", world.acme.id));
        let absent = own.bearer(&approving).refused(404, "not_found")["detail"].take();
        if is_allowed && route.path.contains("customers") {
            assert_eq!(
                answered.json()["detail"],
                absent,
                "no different from absent"
            );
        }
    }
    assert!(crossed >= 24, "{crossed}");
    // Where the objects of both have one name, the key's own is meant.
    let own = || world.app.get("/api/admin/agents/billing-bot");
    own().bearer(&world.globex.key).ok(200);
    own().session(&cookie).ok(200);
    for target in [
        format!("/api/admin/permissions/{}", world.permission_id),
        format!(
            "/api/customers/{}/api-keys/{}",
            world.globex.id, world.acme.key_id
        ),
    ] {
        world
            .app
            .delete(&target)
            .bearer(&world.globex.key)
            .refused(404, "not_found");
        let by_session = world.app.delete(&target).session(&cookie);
        by_session.refused(404, "not_found");
    }
    assert_eq!(world.state(), before);
}

#[test]
fn another_customers_object_is_told_like_one_that_never_was() {
    let world = World::new();
    let never = "cus_01k00000000000000000000000";
    let (app, key) = (&world.app, &world.globex.key);
    for tail in ["", "/api-keys", "/usage", "/kill-switch"] {
        let told = |id: &str| {
            let answer = app.get(&format!("/api/customers/{id}{tail}")).bearer(key);
            let mut problem = answer.refused(404, "not_found");
            problem["instance"].take();
            problem["request_id"].take();
            problem
        };
        assert_eq!(told(&world.acme.id), told(never), "{tail}");
        assert_eq!(told(&world.acme.id), told("me-and-you"), "{tail}");
    }
}

/// The action that a route's record has; a switch says what it did.
fn action(route: &Route) -> &'static str {
    route.audit.unwrap()
}

#[test]
fn every_change_leaves_one_record() {
    let changes = ROUTES.iter().filter(|route| route.audit.is_some());
    for route in changes {
        let world = World::new();
        let before = world.app.head();
        let target = world.operators_target(route);
        let answered = call(&world, route, &target)
            .header("x-request-id", "the-change")
            .by_owner(&world, route)
            .send();
        assert_eq!(answered.status, route.doc.status, "{answered}");
        // What a backup came to is a record of its own, when it is over.
        let query = format!("limit=1&action={}", action(route));
        if route.path.starts_with("/api/imports/") {
            // The customer's own comes before that of the whole.
            assert_eq!(world.app.head(), before + 2, "{answered}");
        } else if route.path == "/api/system/backups" {
            assert!(world.app.head() > before, "{answered}");
        } else {
            assert_eq!(world.app.head(), before + 1, "{answered}");
        }
        let record = world.app.log(&query).remove(0);
        assert_eq!(record["action"], action(route), "{record}");
        let results = ["done", "enabled", "disabled"];
        assert!(
            results.contains(&record["result"].as_str().unwrap()),
            "{record}"
        );
        assert_eq!(record["reason"], Value::Null, "{record}");
        assert_eq!(record["decision_trace"], json!([]), "{record}");
        assert_eq!(record["request_id"], "the-change", "{record}");
        let expected = match route.path {
            "/api/customers/register" | "/api/quotes" => json!({"kind": "nobody"}),
            "/api/setup" => json!({"kind": "setup_link", "id": record["actor"]["id"]}),
            "/api/portal/open" => json!({"kind": "portal_link", "id": record["actor"]["id"]}),
            "/api/key-links/redeem" => json!({"kind": "key_link", "id": record["actor"]["id"]}),
            path if path.starts_with("/api/portal/log") => {
                json!({"kind": "api_key", "id": world.acme.key_id})
            }
            _ => json!({"kind": "operator", "id": world.owner.id, "name": "ada"}),
        };
        let mut actor = record["actor"].clone();
        if let Some(actor) = actor.as_object_mut() {
            actor.remove("claim");
        }
        assert_eq!(actor, expected, "{record}");
    }
}

impl Call<'_> {
    /// Public routes are called by nobody, those that take no operator by a customer, and all
    /// others by an owner.
    fn by_owner(self, world: &World, route: &Route) -> Self {
        if route.need.anyone {
            self
        } else if route.need.roles.iter().next().is_none() {
            self.bearer(&world.acme.key)
        } else {
            self.bearer(&world.owner.token)
        }
    }
}

/// How each route is refused by the rules, with a request that reads well.
fn refused_change(world: &World, route: &Route) -> Option<(String, Option<Value>, u16)> {
    let nobody = "op_01k00000000000000000000000";
    let path = |from: &str, to: &str| world.operators_target(route).replace(from, to);
    let body = || Some(Value::Object(world.body(route)));
    let with = |name: &str, value: Value| {
        let mut body = world.body(route);
        body.insert(name.to_owned(), value);
        Some(Value::Object(body))
    };
    let never = "cus_01k00000000000000000000000";
    Some(match (route.method, route.path) {
        (_, "/api/customers/register" | "/api/customers/invite") => {
            (path("", ""), with("email", json!("ops@acme.example")), 409)
        }
        (_, "/api/operators/login") => (path("", ""), with("password", json!("wrong")), 401),
        (_, "/api/key-links/redeem") => (path("", ""), with("link", json!("kl-wrong")), 404),
        (_, messages) if messages.contains("{message_id}") => (
            path(&world.message_id, "msg_01k00000000000000000000000"),
            None,
            404,
        ),
        (_, "/api/portal/open") => (path("", ""), with("token", json!("plk-wrong")), 410),
        (_, "/api/portal/login") => (path("", ""), with("api_key", json!("sk-wrong")), 401),
        // Whoever may sign out has something to sign out of.
        // Nor is anything above an operator who switches.
        // What a reload refuses is in the file; tests/reload.rs writes files.
        // A thousand requests for a quote are too many; tests/http/quotes.rs makes them.
        // A letter to try the way is refused where there is none; tests/http/outbox.rs has none.
        // A second backup or verification is refused while one runs, which is over too soon here.
        (
            _,
            "/api/operators/logout"
            | "/api/portal/logout"
            | "/api/agent/system-kill-switch"
            | "/api/quotes"
            | "/api/system/reload"
            | "/api/system/probe"
            | "/api/outbox/test"
            | "/api/system/audit/verify"
            | "/api/system/backups",
        ) => {
            return None;
        }
        (_, "/api/operators" | "/api/operators/setup-link" | "/api/setup") => {
            (path("", ""), with("username", json!("ada")), 409)
        }
        (Method::Patch, "/api/operators/{operator_id}") => {
            let id = &world.owner.id;
            (
                path(&world.auditor.id, id),
                Some(json!({"role": "admin"})),
                409,
            )
        }
        (_, operators) if operators.starts_with("/api/operators/") => {
            let body = (!route.body.is_empty()).then(body).flatten();
            (path(&world.auditor.id, nobody), body, 404)
        }
        (_, "/api/admin/agents") => (path("", ""), with("id", json!("billing-bot")), 409),
        (_, "/api/admin/permissions" | "/api/agent/kill") => {
            (path("", ""), with("agent_id", json!("nobody")), 404)
        }
        (_, "/api/agent/approve" | "/api/agent/deny") => {
            let absent = json!("apr_01k00000000000000000000000");
            (path("", ""), with("request_id", absent), 404)
        }
        (_, agents) if agents.contains("{agent_id}") => {
            let body = (!route.body.is_empty()).then(body).flatten();
            (path("billing-bot", "nobody"), body, 404)
        }
        (_, imports) if imports.contains("{import_id}") => {
            (path(&world.import_id, "imp_1"), body(), 404)
        }
        (_, quotes) if quotes.contains("{quote_id}") => {
            let body = (!route.body.is_empty()).then(body).flatten();
            (path(&world.quote_id, "quo_1"), body, 404)
        }
        (_, permissions) if permissions.contains("{permission_id}") => {
            (path(&world.permission_id, "perm_1"), None, 404)
        }
        _ => {
            let body = (!route.body.is_empty()).then(body).flatten();
            (path(&world.acme.id, never), body, 404)
        }
    })
}

#[test]
fn every_refused_change_leaves_one_record() {
    let world = World::new();
    for route in ROUTES.iter().filter(|route| route.audit.is_some()) {
        let Some((target, body, status)) = refused_change(&world, route) else {
            continue;
        };
        let before = (world.state(), world.app.head());
        let mut call = world
            .app
            .call(route.method.word(), &target)
            .by_owner(&world, route);
        if let Some(body) = &body {
            call = call.json(body);
        }
        let answered = call.send();
        assert_eq!(answered.status, status, "{answered}");
        assert_eq!(
            (world.state(), world.app.head()),
            (before.0, before.1 + 1),
            "{answered}"
        );
        let record = world.app.log("limit=1").remove(0);
        let expected = (
            json!(action(route)),
            json!("refused"),
            &answered.json()["code"],
        );
        assert_eq!(
            (
                record["action"].clone(),
                record["result"].clone(),
                &record["reason"]
            ),
            expected,
            "{record}"
        );
    }
}

#[test]
fn the_reference_has_every_route_and_its_examples_are_true() {
    let mut listed = 0;
    for route in ROUTES {
        let operation = schema::operation(route);
        listed += 1;
        let responses = operation["responses"].as_object().unwrap();
        assert!(
            responses.contains_key(&route.doc.status.to_string()),
            "{}",
            route.path
        );
        for status in route.doc.refusals {
            assert!(
                responses.contains_key(&status.to_string()),
                "{}",
                route.path
            );
        }
        if let Some(schema) = schema::of_answer(route, route.doc.status, route.doc.media) {
            let content = &responses[&route.doc.status.to_string()]["content"];
            let mistakes = schema::mistakes(schema, &content[route.doc.media]["example"]);
            assert_eq!(mistakes, Vec::<String>::new(), "{}", route.path);
        }
        if let Some(schema) = schema::of_body(route) {
            let example = &operation["requestBody"]["content"]["application/json"]["example"];
            let mistakes = schema::mistakes(schema, example);
            assert_eq!(mistakes, Vec::<String>::new(), "{}", route.path);
        }
        for (status, response) in responses {
            let response = schema::shared(response);
            assert!(
                response["description"].is_string(),
                "{} {status}",
                route.path
            );
            if let Some(problem) = response["content"].get("application/problem+json") {
                let examples = problem["examples"].as_object().unwrap();
                assert!(!examples.is_empty(), "{} {status}", route.path);
                for (code, example) in examples {
                    let example = &schema::example(example)["value"];
                    let mistakes = schema::mistakes(&problem["schema"], example);
                    assert_eq!(mistakes, Vec::<String>::new(), "{} {code}", route.path);
                    assert_eq!(example["code"], json!(code), "{}", route.path);
                    assert_eq!(example["status"].to_string(), *status, "{}", route.path);
                }
            }
        }
    }
    let paths = schema::DOCUMENT["paths"].as_object().unwrap();
    let documented: usize = paths
        .values()
        .map(|path| path.as_object().unwrap().len())
        .sum();
    assert_eq!(documented, listed);
    assert_eq!(schema::DOCUMENT["openapi"], "3.1.0");
}

#[test]
fn what_is_charged_is_what_a_customer_may_call() {
    for route in ROUTES {
        let is_kill = route.path.contains("kill") && route.method == Method::Post;
        let is_public = route.need.anyone;
        if is_kill || (is_public && !route.path.ends_with("/login")) {
            assert!(!route.is_charged, "{}", route.path);
        } else {
            assert!(route.is_charged, "{}", route.path);
        }
    }
}

#[test]
fn paths_have_one_spelling() {
    let world = World::new();
    let (app, token) = (&world.app, &world.owner.token);
    for path in [
        "/api/customers/../operators",
        "/api/./tiers",
        "/api//tiers",
        "//api/tiers",
        "/api/tiers/",
        "/api/tiers%00",
        "/api/tiers%2f",
        "/api%2ftiers",
        "/API/tiers",
        "/api/%74iers",
        "/api/tiers;x=1",
        "/assets/%2e%2e%2ffront.html",
        "/assets/..%2f..%2fsrc%2fmain.rs",
        "/assets/../front.html",
        "/assets/%00",
        "/assets/%ff",
        "/%ff",
        "/%",
        "/api/customers/%ff",
        "/*",
        "*",
        "",
    ] {
        let problem = app.get(path).bearer(token).refused(404, "not_found");
        assert_eq!(problem["instance"], path);
    }
    // In a segment that is a name, what is encoded is part of the name.
    let customer = &world.acme;
    for (name, encoded) in [("a/b c", "a%2Fb%20c"), ("..", "%2e%2e"), ("b+c", "b+c")] {
        app.agent(customer, name);
        let target = format!("/api/admin/agents/{encoded}");
        let shown = app.get(&target).bearer(&customer.key).ok(200);
        assert_eq!(shown["id"], name);
    }
    for bad in ["%00", "a%0a", "%20", "%e2%80%8b", "%ff", "%c0%ae"] {
        let target = format!("/api/admin/agents/{bad}");
        app.get(&target)
            .bearer(&customer.key)
            .refused(404, "not_found");
        app.delete(&target)
            .bearer(&customer.key)
            .refused(404, "not_found");
    }
}

/// Unused customers are customers too.
#[test]
fn fixtures_are_what_they_say() {
    let app = TestApp::new();
    let customer: Customer = app.register("Acme");
    let me = app.get("/api/customers/me").bearer(&customer.key).ok(200);
    assert_eq!(me["id"], customer.id);
}
