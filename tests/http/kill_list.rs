//! The kill switches that are engaged, and what engaging one would do.

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::tidy::Tidy;

fn fixture() -> (TestApp, Customer, Customer) {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    for customer in [&acme, &globex] {
        app.without_rate_limit(customer);
        for bot in ["a-bot", "b-bot"] {
            app.agent(customer, bot);
        }
    }
    (app, acme, globex)
}

fn kill(app: &TestApp, customer: &Customer, bot: &str) {
    let body = json!({"agent_id": bot, "enabled": false, "reason": "double refunds"});
    app.post("/api/agent/kill", &body)
        .bearer(&customer.key)
        .ok(200);
}

/// Levels and agents of a list.
fn names(list: &Value) -> Vec<String> {
    let name = |kill: &Value| format!("{} {}", text(kill, "level"), kill["agent_id"]);
    list.as_array().unwrap().iter().map(name).collect()
}

#[test]
fn the_list_shows_each_caller_what_concerns_it() {
    let (app, acme, globex) = fixture();
    let admin = app.operator("bob", "admin");
    let auditor = app.operator("dan", "auditor");
    kill(&app, &acme, "b-bot");
    let switch = format!("/api/customers/{}/kill-switch", acme.id);
    let body = json!({"enabled": true, "reason": "incident 42"});
    app.post(&switch, &body).bearer(&admin.token).ok(200);
    app.post("/api/agent/system-kill-switch", &body)
        .bearer(&admin.token)
        .ok(200);
    kill(&app, &globex, "a-bot");

    let mut tidy = Tidy::default();
    let list = app.get("/api/kill-switches").bearer(&admin.token).ok(200);
    let own = app.get("/api/kill-switches").bearer(&acme.key).ok(200);
    assert_json_snapshot!(
        "list",
        tidy.value(&json!({"operator": list, "customer": own}))
    );
    let reads = app.get("/api/kill-switches").bearer(&auditor.token).ok(200);
    let may = |list: &Value| {
        list.as_array()
            .unwrap()
            .iter()
            .any(|k| k["may_release"] == true)
    };
    assert!(!may(&reads), "{reads}");
    let reader = app.key(&acme, &json!({"scopes": ["read"]}));
    let reads = app.get("/api/kill-switches").bearer(&reader).ok(200);
    assert!(!may(&reads), "{reads}");
    let one = format!("/api/kill-switches?customer_id={}", globex.id);
    let one = app.get(&one).local().ok(200);
    assert_eq!(names(&one), ["system null", "agent \"a-bot\""]);
    let never = "/api/kill-switches?customer_id=cus_01k00000000000000000000000";
    app.get(never).local().refused(404, "not_found");

    // What may be released, releases; what may not, does not.
    app.post(&switch, &json!({"enabled": false}))
        .bearer(&acme.key)
        .refused(403, "operator_role");
    app.post(
        "/api/agent/kill",
        &json!({"agent_id": "b-bot", "enabled": true}),
    )
    .bearer(&acme.key)
    .ok(200);
    let left = app.get("/api/kill-switches").bearer(&acme.key).ok(200);
    assert_eq!(names(&left), ["system null", "customer null"]);
}

#[test]
fn pages_follow_each_other_without_gap() {
    let (app, acme, globex) = fixture();
    for customer in [&acme, &globex] {
        kill(&app, customer, "a-bot");
        kill(&app, customer, "b-bot");
        let switch = format!("/api/customers/{}/kill-switch", customer.id);
        app.post(&switch, &json!({"enabled": true})).local().ok(200);
    }
    app.post("/api/agent/system-kill-switch", &json!({"enabled": true}))
        .local()
        .ok(200);
    let whole = app.get("/api/kill-switches").local().ok(200);
    let mut paged: Vec<Value> = Vec::new();
    let mut next = Some("/api/kill-switches?limit=2".to_owned());
    while let Some(target) = next {
        let answered = app.get(&target).local().send();
        paged.extend(answered.json().as_array().unwrap().iter().cloned());
        next = answered.header("link").map(|link| {
            let (target, _) = link.strip_prefix('<').unwrap().split_once('>').unwrap();
            target.to_owned()
        });
    }
    assert_eq!(paged.len(), 7);
    assert_eq!(Value::Array(paged), whole);
}

#[test]
fn the_effect_is_what_engaging_does() {
    let (app, acme, globex) = fixture();
    app.permit(&acme, "require_approval", ("a-bot", "refund", "*"));
    app.permit(&acme, "require_approval", ("b-bot", "refund", "*"));
    let mut requests = Vec::new();
    for question in [
        ("a-bot", "refund", "1"),
        ("a-bot", "refund", "2"),
        ("a-bot", "refund", "3"),
        ("b-bot", "refund", "1"),
    ] {
        let asked = app.check(&acme, question);
        requests.push(text(&asked["approval"], "request_id"));
    }
    for (verb, request) in [("approve", &requests[0]), ("deny", &requests[1])] {
        let body = json!({"request_id": request});
        app.post(&format!("/api/agent/{verb}"), &body)
            .local()
            .ok(200);
    }
    app.put("/api/admin/agents/b-bot", &json!({"status": "disabled"}))
        .bearer(&globex.key)
        .ok(200);
    let effect = |query: &str| {
        let effect = app.get(&format!("/api/kill-switches/effect?{query}"));
        let effect = effect.local().ok(200);
        ["agents", "approvals_open", "grants"].map(|name| effect[name].as_u64().unwrap())
    };
    let of_acme = format!("customer_id={}", acme.id);
    assert_eq!(effect("level=system"), [3, 0, 0]);
    assert_eq!(effect(&format!("level=customer&{of_acme}")), [2, 2, 1]);
    assert_eq!(
        effect(&format!("level=agent&agent_id=a-bot&{of_acme}")),
        [1, 1, 1]
    );
    assert_eq!(
        effect(&format!("level=agent&agent_id=b-bot&{of_acme}")),
        [1, 1, 0]
    );

    kill(&app, &acme, "a-bot");
    let log = app.log("action=agent.kill&limit=1").remove(0);
    assert_eq!(log["details"]["approvals_cancelled"], 2, "as was said");
    assert_eq!(
        effect(&format!("level=agent&agent_id=a-bot&{of_acme}")),
        [0, 0, 0]
    );
    assert_eq!(effect(&format!("level=customer&{of_acme}")), [1, 1, 0]);
    assert_eq!(effect("level=system"), [2, 0, 0]);
    let before = app.head();
    app.post("/api/agent/system-kill-switch", &json!({"enabled": true}))
        .local()
        .ok(200);
    assert_eq!(app.head(), before + 1, "asking left no record");
    assert_eq!(effect("level=system"), [0, 0, 0]);

    let ask = |query: &str| app.get(&format!("/api/kill-switches/effect?{query}"));
    ask("level=system")
        .bearer(&acme.key)
        .refused(403, "operator_role");
    for lacking in ["", "level=customer", &format!("level=agent&{of_acme}")] {
        ask(lacking).local().refused(400, "bad_parameter");
    }
    let nobody = format!("level=agent&agent_id=nobody&{of_acme}");
    ask(&nobody).local().refused(404, "not_found");
    let own = ask("level=customer").bearer(&acme.key).ok(200);
    assert_eq!(own["approvals_open"], 1);
}
