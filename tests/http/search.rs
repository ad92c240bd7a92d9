//! `GET /api/search`.

use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::world::{AGENT, World};

fn ask(app: &TestApp, secret: &str, query: &str) -> Vec<Value> {
    let found = app.get(&format!("/api/search?{query}")).bearer(secret);
    let Value::Array(found) = found.ok(200) else {
        panic!("no array")
    };
    found
}

/// Kinds and titles.
fn shown(found: &[Value]) -> Vec<(String, String)> {
    let shown = |hit: &Value| (text(hit, "kind"), text(hit, "title"));
    found.iter().map(shown).collect()
}

fn first(found: &[Value]) -> (&str, &str) {
    let member = |name: &str| found[0][name].as_str().unwrap();
    (member("kind"), member("id"))
}

#[test]
fn an_identifier_finds_its_own_and_its_start_those_that_begin_so() {
    let world = World::new();
    let (app, acme, token) = (&world.app, &world.acme, &world.auditor.token);
    let check = app.check(acme, (AGENT, "read", "db/orders"));
    let newest = app.log("limit=1").remove(0);
    for (kind, id) in [
        ("customer", acme.id.clone()),
        ("key", acme.key_id.clone()),
        ("permission", world.permission_id.clone()),
        ("approval", world.request_id.clone()),
        ("operator", world.owner.id.clone()),
        ("record", text(&check, "decision_id")),
    ] {
        let found = ask(app, token, &format!("q={id}"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(first(&found), (kind, id.as_str()));
        for length in [kind_length(&id) + 10, id.len() - 1] {
            let found = ask(app, token, &format!("q={}", &id[..length]));
            let ids: Vec<&str> = found.iter().filter_map(|hit| hit["id"].as_str()).collect();
            assert!(ids.contains(&id.as_str()), "{id}: {ids:?}");
        }
    }
    let by_number = ask(app, token, &format!("q={}", newest["seq"]));
    assert_eq!(
        first(&by_number),
        ("record", newest["id"].as_str().unwrap())
    );
    let record = ask(app, token, &format!("q={}", text(&check, "decision_id")));
    assert_eq!(record[0]["title"], "read db/orders");
    assert_eq!(record[0]["customer_id"], json!(acme.id));
    let permission = ask(app, token, &format!("q={}", world.permission_id));
    assert_eq!(permission[0]["title"], "require_approval refund orders/*");
    // Wherever it comes from, it is named once.
    let all = ask(app, token, "q=cus_0");
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(ask(app, token, "q=cus_zz"), [] as [Value; 0]);
}

fn kind_length(id: &str) -> usize {
    id.find('_').unwrap() + 1
}

#[test]
fn names_are_found_by_part_and_the_best_come_first() {
    let world = World::new();
    let (app, token) = (&world.app, &world.auditor.token);
    let hits = |query: &str| shown(&ask(app, token, query));
    let hit = |kind: &str, title: &str| (kind.to_owned(), title.to_owned());
    assert_eq!(hits("q=acme"), [hit("customer", "Acme")]);
    assert_eq!(hits("q=ACM"), [hit("customer", "Acme")]);
    assert_eq!(hits("q=s%40glob"), [hit("customer", "Globex")]);
    assert_eq!(hits("q=ada"), [hit("operator", "ada")]);
    assert_eq!(hits("q=ing-B").len(), 2, "the agents of both");
    assert_eq!(hits("q=nothing-like-it"), []);
    for (id, name) in [("acme", "Zed"), ("x", "My acme bot"), ("y", "Acme first")] {
        let body = json!({"id": id, "name": name, "owner": "it"});
        let made = app.post("/api/admin/agents", &body);
        made.bearer(&world.globex.key).ok(201);
    }
    assert_eq!(
        hits("q=acme"),
        [
            hit("customer", "Acme"),
            hit("agent", "Zed"),
            hit("agent", "Acme first"),
            hit("agent", "My acme bot"),
        ]
    );
    let globex = format!("q=acme&customer_id={}", world.globex.id);
    assert_eq!(hits(&globex).len(), 3);
    let never = "/api/search?q=acme&customer_id=cus_01k00000000000000000000000";
    app.get(never).bearer(token).refused(404, "not_found");
    app.get("/api/search")
        .bearer(token)
        .refused(400, "bad_parameter");
    let long = format!("/api/search?q={}", "a".repeat(101));
    app.get(&long).bearer(token).refused(400, "bad_parameter");
}

#[test]
fn a_customer_finds_what_is_its_own() {
    let world = World::new();
    let (app, acme, globex) = (&world.app, &world.acme, &world.globex);
    let theirs = app.check(globex, (AGENT, "read", "db"));
    let own = app.check(acme, (AGENT, "read", "db"));
    for hidden in [
        "globex".to_owned(),
        globex.id.clone(),
        globex.key_id.clone(),
        text(&theirs, "decision_id"),
        world.owner.id.clone(),
        "ada".to_owned(),
    ] {
        let found = ask(app, &acme.key, &format!("q={hidden}"));
        assert_eq!(found, [] as [Value; 0], "{hidden}");
    }
    let agents = ask(app, &acme.key, &format!("q={AGENT}"));
    assert_eq!(agents.len(), 1);
    assert_eq!(agents[0]["customer_id"], json!(acme.id));
    let record = format!("q={}", text(&own, "decision_id"));
    assert_eq!(ask(app, &acme.key, &record).len(), 1);
    let seq = format!("q=0{}", own["seq"]);
    assert_eq!(
        ask(app, &acme.key, &seq),
        [] as [Value; 0],
        "no number is written so"
    );
    // A key finds what its scopes let it see.
    let reads = app.key(acme, &json!({"scopes": ["read"]}));
    assert_eq!(ask(app, &reads, "q=acme").len(), 1);
    for hidden in [AGENT, &world.request_id] {
        assert_eq!(ask(app, &reads, &format!("q={hidden}")), [] as [Value; 0]);
        assert_eq!(ask(app, &acme.key, &format!("q={hidden}")).len(), 1);
    }
}

#[test]
fn an_answered_request_is_found_too_and_there_are_twenty_at_most() {
    let world = World::new();
    let (app, acme) = (&world.app, &world.acme);
    let body = json!({"request_id": world.request_id});
    app.post("/api/agent/approve", &body)
        .bearer(&world.owner.token)
        .ok(200);
    app.check(acme, (AGENT, "refund", "orders/4711"));
    let query = format!("q={}", world.request_id);
    for secret in [&acme.key, &world.auditor.token] {
        let found = ask(app, secret, &query);
        assert_eq!(first(&found), ("approval", world.request_id.as_str()));
    }
    assert_eq!(ask(app, &world.globex.key, &query), [] as [Value; 0]);
    let customers: Vec<Customer> = (0..30).map(|n| app.register(&format!("Many{n}"))).collect();
    for query in ["q=many", "q=cus_", "q=key_0"] {
        assert_eq!(ask(app, &world.auditor.token, query).len(), 20, "{query}");
    }
    app.agent(&customers[29], "many");
    let best = ask(app, &world.auditor.token, "q=many");
    assert_eq!(
        first(&best).0,
        "agent",
        "the whole name beats thirty starts"
    );
}
