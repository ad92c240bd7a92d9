//! Kill switches of an agent, a customer, the system.

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Call, Customer, TestApp};
use crate::tidy::Tidy;

fn fixture() -> (TestApp, Customer) {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "db"));
    (app, acme)
}

fn reason(app: &TestApp, customer: &Customer) -> Value {
    app.check(customer, ("bot", "read", "db"))["reason"].take()
}

fn kill<'a>(app: &'a TestApp, enabled: bool, query: &str) -> Call<'a> {
    let body = json!({"agent_id": "bot", "enabled": enabled, "reason": "double refunds"});
    app.post(&format!("/api/agent/kill{query}"), &body)
}

#[test]
fn a_customer_kills_and_releases_its_agent() {
    let (app, acme) = fixture();
    let mut tidy = Tidy::default();
    let killed = kill(&app, false, "").bearer(&acme.key).ok(200);
    let denied = app.check(&acme, ("bot", "read", "db"));
    let again = kill(&app, false, "").bearer(&acme.key).ok(200);
    assert_eq!(again, killed);
    let released = kill(&app, true, "").bearer(&acme.key).ok(200);
    assert_json_snapshot!("agent", tidy.value(&json!([killed, denied, released])));
    assert_eq!(reason(&app, &acme), "all_checks_passed");
    let log = app.get("/api/logs?resource=bot").bearer(&acme.key).ok(200);
    let actions: Vec<&Value> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["action"])
        .collect();
    assert_eq!(
        actions,
        ["agent.release", "agent.kill", "agent.kill", "agent.create"]
    );
    assert_eq!(log[2]["details"]["reason"], "double refunds");
}

#[test]
fn an_operators_kill_is_released_by_an_operator_only() {
    let (app, acme) = fixture();
    let admin = app.operator("bob", "admin");
    let auditor = app.operator("dan", "auditor");
    let query = format!("?customer_id={}", acme.id);
    kill(&app, false, &query)
        .bearer(&auditor.token)
        .refused(403, "operator_role");
    kill(&app, false, "")
        .bearer(&admin.token)
        .refused(400, "bad_parameter");
    kill(&app, false, &query).bearer(&admin.token).ok(200);
    kill(&app, true, "")
        .bearer(&acme.key)
        .refused(403, "operator_role");
    // Engaging it again does not make it the customer's.
    kill(&app, false, "").bearer(&acme.key).ok(200);
    kill(&app, true, "")
        .bearer(&acme.key)
        .refused(403, "operator_role");
    assert_eq!(reason(&app, &acme), "agent_kill_switch_enabled");
    // Nor does making the agent again.
    app.delete("/api/admin/agents/bot")
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(reason(&app, &acme), "agent_kill_switch_enabled");
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "db"));
    assert_eq!(reason(&app, &acme), "agent_kill_switch_enabled");
    kill(&app, true, &query).bearer(&admin.token).ok(200);
    assert_eq!(reason(&app, &acme), "all_checks_passed");

    // A customer's kill that an operator repeats is the operator's.
    kill(&app, false, "").bearer(&acme.key).ok(200);
    kill(&app, false, &query).bearer(&admin.token).ok(200);
    kill(&app, true, "")
        .bearer(&acme.key)
        .refused(403, "operator_role");
}

#[test]
fn the_owner_must_match_when_it_is_named() {
    let (app, acme) = fixture();
    let switch = |owner: &str| {
        let body = json!({"agent_id": "bot", "enabled": false, "owner": owner});
        app.post("/api/agent/kill", &body).bearer(&acme.key)
    };
    switch("sales").refused(403, "owner_mismatch");
    assert_eq!(reason(&app, &acme), "all_checks_passed");
    switch(" finance ").ok(200);
    assert_eq!(reason(&app, &acme), "agent_kill_switch_enabled");
    let body = json!({"agent_id": "nobody", "enabled": false});
    app.post("/api/agent/kill", &body)
        .bearer(&acme.key)
        .refused(404, "not_found");
}

#[test]
fn the_systems_switch_is_the_operators() {
    let (app, acme) = fixture();
    let target = "/api/agent/system-kill-switch";
    let switch = |enabled: bool| {
        app.post(
            target,
            &json!({"enabled": enabled, "reason": "incident 42"}),
        )
    };
    let admin = app.operator("bob", "admin");
    let approver = app.operator("cleo", "approver");
    switch(true).bearer(&acme.key).refused(403, "operator_role");
    switch(true)
        .bearer(&approver.token)
        .refused(403, "operator_role");
    let mut tidy = Tidy::default();
    let before = app.get(target).bearer(&acme.key).ok(200);
    let on = switch(true).bearer(&admin.token).ok(200);
    let shown = app.get(target).bearer(&acme.key).ok(200);
    let told = app.get(target).bearer(&approver.token).ok(200);
    assert_eq!(reason(&app, &acme), "system_kill_switch_enabled");
    let off = switch(false).bearer(&admin.token).ok(200);
    assert_json_snapshot!("system", tidy.value(&json!([before, on, shown, told, off])));
    assert_eq!(reason(&app, &acme), "all_checks_passed");
    let log = app.log("action=system_kill_switch");
    let results: Vec<&Value> = log.iter().map(|record| &record["result"]).collect();
    assert_eq!(results, ["disabled", "enabled"]);
}

#[test]
fn a_customers_switch_stops_that_customer() {
    let (app, acme) = fixture();
    let globex = app.register("Globex");
    app.agent(&globex, "bot");
    app.permit(&globex, "allow", ("bot", "read", "db"));
    let admin = app.operator("bob", "admin");
    let target = format!("/api/customers/{}/kill-switch", acme.id);
    let switch = |enabled: bool| app.post(&target, &json!({"enabled": enabled}));
    switch(true).bearer(&globex.key).refused(404, "not_found");
    switch(true).bearer(&acme.key).ok(200);
    assert_eq!(reason(&app, &acme), "customer_kill_switch_enabled");
    assert_eq!(reason(&app, &globex), "all_checks_passed");
    assert_eq!(
        app.get(&target).bearer(&acme.key).ok(200)["status"],
        "enabled"
    );
    switch(false).bearer(&acme.key).ok(200);
    assert_eq!(reason(&app, &acme), "all_checks_passed");
    switch(true).bearer(&admin.token).ok(200);
    switch(false)
        .bearer(&acme.key)
        .refused(403, "operator_role");
    switch(false).bearer(&admin.token).ok(200);
    assert_eq!(reason(&app, &acme), "all_checks_passed");
}

#[test]
fn the_widest_switch_is_named() {
    let (app, acme) = fixture();
    kill(&app, false, "").bearer(&acme.key).ok(200);
    assert_eq!(reason(&app, &acme), "agent_kill_switch_enabled");
    let target = format!("/api/customers/{}/kill-switch", acme.id);
    app.post(&target, &json!({"enabled": true})).local().ok(200);
    assert_eq!(reason(&app, &acme), "customer_kill_switch_enabled");
    let system = "/api/agent/system-kill-switch";
    app.post(system, &json!({"enabled": true})).local().ok(200);
    assert_eq!(reason(&app, &acme), "system_kill_switch_enabled");
}

#[test]
fn kills_pass_an_empty_bucket_and_cost_nothing() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    app.agent(&acme, "bot");
    for _ in 0..9 {
        app.get("/api/customers/me").bearer(&acme.key).ok(200);
    }
    app.get("/api/customers/me")
        .bearer(&acme.key)
        .refused(429, "rate_limited");
    let target = format!("/api/customers/{}/kill-switch", acme.id);
    for _ in 0..20 {
        let killed = kill(&app, false, "").bearer(&acme.key).send();
        assert_eq!(
            (killed.status, killed.header("x-ratelimit-remaining")),
            (200, Some("0"))
        );
        app.post(&target, &json!({"enabled": true}))
            .bearer(&acme.key)
            .ok(200);
    }
    let customer = app
        .get(&format!("/api/customers/{}", acme.id))
        .local()
        .ok(200);
    assert_eq!(customer["total_api_calls"], 10);
}
