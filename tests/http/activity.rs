//! `/api/activity`.

use std::sync::mpsc;
use std::time::Duration;

use portcullis::app::Error;
use portcullis::app::activity::Span;
use portcullis::domain::actor::Actor;
use portcullis::ledger::{Accepted, ChangeMeta, Lane};
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};

fn fixture() -> (TestApp, Customer, Customer) {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    for customer in [&acme, &globex] {
        app.without_rate_limit(customer);
        for bot in ["a-bot", "b-bot"] {
            app.agent(customer, bot);
            app.permit(customer, "allow", (bot, "read", "*"));
            app.permit(customer, "require_approval", (bot, "refund", "*"));
        }
    }
    (app, acme, globex)
}

fn activity(app: &TestApp, query: &str) -> Value {
    app.get(&format!("/api/activity?{query}")).local().ok(200)
}

/// The steps that have checks: their places, and approved, denied, held.
fn busy(activity: &Value) -> Vec<(usize, [u64; 3])> {
    let points = activity["points"].as_array().unwrap();
    let numbers =
        |point: &Value| ["approved", "denied", "held"].map(|name| point[name].as_u64().unwrap());
    let places = points.iter().map(numbers).enumerate();
    places.filter(|(_, numbers)| *numbers != [0; 3]).collect()
}

#[test]
fn each_step_has_what_was_decided_in_it() {
    // 16:00:00; a call takes a millisecond.
    let (app, acme, globex) = fixture();
    let ask = |customer: &Customer, bot: &str, action: &str| {
        app.check(customer, (bot, action, "db"));
    };
    ask(&acme, "a-bot", "read");
    ask(&acme, "a-bot", "delete");
    app.advance(Duration::from_mins(20));
    ask(&acme, "a-bot", "refund");
    ask(&acme, "a-bot", "refund");
    ask(&acme, "nobody", "read");
    ask(&globex, "b-bot", "read");
    app.advance(Duration::from_mins(30));
    ask(&globex, "b-bot", "read");

    // 16:50: the minutes from 15:51 to 16:50.
    let hour = activity(&app, "span=hour");
    assert_eq!(hour["step_seconds"], 60);
    assert_eq!(hour["points"].as_array().unwrap().len(), 60);
    assert_eq!(hour["from"], "2026-11-22T15:51:00.000000Z");
    assert_eq!(hour["points"][0]["at"], hour["from"]);
    assert_eq!(hour["points"][59]["at"], "2026-11-22T16:50:00.000000Z");
    assert_eq!(
        busy(&hour),
        [(9, [1, 1, 0]), (29, [1, 1, 2]), (59, [1, 0, 0])]
    );
    assert_eq!(
        hour["totals"],
        json!({"approved": 3, "denied": 2, "held": 2})
    );
    let reasons = json!([
        {"reason": "all_checks_passed", "count": 3},
        {"reason": "agent_not_found", "count": 1},
        {"reason": "approval_pending", "count": 1},
        {"reason": "approval_required", "count": 1},
        {"reason": "permission_rule_failed", "count": 1},
    ]);
    assert_eq!(hour["reasons"], reasons);
    let customers = json!([
        {"customer_id": acme.id, "name": "Acme", "count": 5},
        {"customer_id": globex.id, "name": "Globex", "count": 2},
    ]);
    assert_eq!(hour["busiest_customers"], customers);
    assert_eq!(hour["customers_since"], "2026-11-22T15:00:00.000000Z");
    let agents = json!([
        {"customer_id": acme.id, "agent_id": "a-bot", "count": 4},
        {"customer_id": globex.id, "agent_id": "b-bot", "count": 2},
    ]);
    assert_eq!(
        hour["busiest_agents"], agents,
        "what is no agent is not busy"
    );
    assert_eq!(hour["agents_since"], "2026-11-22T00:00:00.000000Z");

    let day = activity(&app, "span=day");
    assert_eq!(
        (
            &day["step_seconds"],
            day["points"].as_array().unwrap().len()
        ),
        (&json!(900), 96)
    );
    assert_eq!(
        busy(&day),
        [(92, [1, 1, 0]), (93, [1, 1, 2]), (95, [1, 0, 0])]
    );
    let week = activity(&app, "span=week");
    assert_eq!(
        (
            &week["step_seconds"],
            week["points"].as_array().unwrap().len()
        ),
        (&json!(3600), 168)
    );
    assert_eq!(week["from"], "2026-11-15T17:00:00.000000Z");
    assert_eq!(busy(&week), [(167, [3, 2, 2])]);
}

#[test]
fn a_customer_sees_its_own_by_the_hour() {
    let (app, acme, globex) = fixture();
    app.check(&acme, ("a-bot", "read", "db"));
    app.check(&globex, ("b-bot", "read", "db"));
    app.advance(Duration::from_hours(3));
    app.check(&acme, ("b-bot", "read", "db"));
    app.check(&acme, ("b-bot", "delete", "db"));
    let own = |span: &str| {
        let target = format!("/api/activity?span={span}");
        app.get(&target).bearer(&acme.key).ok(200)
    };
    let day = own("day");
    assert_eq!(
        (
            &day["step_seconds"],
            day["points"].as_array().unwrap().len()
        ),
        (&json!(3600), 24)
    );
    assert_eq!(busy(&day), [(20, [1, 0, 0]), (23, [1, 1, 0])]);
    let agents = json!([
        {"customer_id": acme.id, "agent_id": "b-bot", "count": 2},
        {"customer_id": acme.id, "agent_id": "a-bot", "count": 1},
    ]);
    assert_eq!(day["busiest_agents"], agents);
    assert_eq!(
        day["busiest_customers"],
        Value::Null,
        "of others it learns nothing"
    );
    let week = own("week");
    assert_eq!(busy(&week), [(164, [1, 0, 0]), (167, [1, 1, 0])]);
    let named = activity(&app, &format!("span=week&customer_id={}", acme.id));
    assert_eq!(named["points"], week["points"]);
    assert_eq!(named["reasons"], week["reasons"]);
    app.get("/api/activity?span=hour")
        .bearer(&acme.key)
        .refused(400, "bad_parameter");
    app.get("/api/activity")
        .local()
        .refused(400, "bad_parameter");
    app.get("/api/activity?span=day&customer_id=cus_01k00000000000000000000000")
        .local()
        .refused(404, "not_found");

    app.advance(Duration::from_hours(24 * 7));
    assert_eq!(busy(&own("week")), []);
    assert_eq!(
        own("week")["totals"],
        json!({"approved": 0, "denied": 0, "held": 0})
    );
}

#[test]
fn dry_runs_and_refused_calls_are_no_decisions() {
    let (app, acme, _) = fixture();
    let question = json!({"agent_id": "a-bot", "action": "read", "resource": "db"});
    let mut dry = question.clone();
    dry["dry_run"] = json!(true);
    app.post("/api/agents/check", &dry)
        .bearer(&acme.key)
        .ok(200);
    let reader = app.key(&acme, &json!({"scopes": ["read"]}));
    app.post("/api/agents/check", &question)
        .bearer(&reader)
        .refused(403, "insufficient_scope");
    assert_eq!(busy(&activity(&app, "span=hour")), []);
    app.post("/api/agents/check", &question)
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(busy(&activity(&app, "span=hour")).len(), 1);
    // Twice the same: reading counts nothing.
    let first = activity(&app, "span=week");
    let again = activity(&app, "span=week");
    assert_eq!(first["totals"], again["totals"]);
    assert!(text(&first, "to") < text(&again, "to"));
}

/// A ledger that stands still, on a disk that hardly moves, keeps no thread from other questions for good.
#[test]
fn a_question_waits_for_the_ledger_only_so_long() {
    let (app, acme, _) = fixture();
    let refusals = (0..10).filter(|_| {
        app.check(&acme, ("a-bot", "read", "orders"));
        let meta = ChangeMeta {
            action: "ledger.probe",
            actor: Actor::System,
            claim: None,
            customer_id: None,
            agent_id: None,
            object: None,
            charged_to: None,
            request_id: "held".to_owned(),
        };
        let (at_work, is_at_work) = mpsc::channel();
        let (release, held) = mpsc::channel::<()>();
        let ledger = app.http.app().ledger();
        let promise = ledger.change(Lane::Normal, meta, move |_, _| {
            at_work.send(()).unwrap();
            held.recv().ok();
            Ok::<_, Error>(Accepted::done((), Vec::new(), Value::Null))
        });
        is_at_work.recv().unwrap();
        let asked = app
            .http
            .app()
            .activity(None, Span::Day, app.http.app().now());
        drop(release);
        promise.recv().unwrap().unwrap();
        // What the ledger happened to write down in between is not waited for.
        let is_refused = matches!(asked, Err(Error::Overloaded));
        assert!(is_refused || asked.is_ok());
        is_refused
    });
    assert_eq!(refusals.take(1).count(), 1);
    let counted = &activity(&app, "span=day")["totals"]["approved"];
    assert_ne!(counted, 0);
}
