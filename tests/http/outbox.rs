//! The outbox as operators see it; nothing is sent here.

use std::sync::Arc;
use std::time::Duration;

use portcullis::app::Error;
use portcullis::domain::actor::Actor;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::outbox::MessageStatus;
use portcullis::ledger::{Accepted, ChangeMeta, Lane};
use serde_json::{Value, json};

use crate::harness::{TestApp, text};
use crate::world::mailing;

fn queue(app: &TestApp, to: &str) -> String {
    let queued = app.post("/api/outbox/test", &json!({"to": to}));
    text(&queued.local().ok(201), "id")
}

#[test]
fn without_a_relay_nothing_is_queued_and_it_says_so() {
    let app = TestApp::new();
    let body = json!({"to": "ops@acme.example"});
    let refused = app.post("/api/outbox/test", &body);
    refused.local().refused(409, "mail_not_configured");
    let status = app.get("/api/outbox/status").local().ok(200);
    assert_eq!(
        status["mail"],
        json!({"is_configured": false, "relay": null, "security": null, "from": null,
               "reason": "no relay is configured"})
    );
    assert_eq!(
        status["webhook"],
        json!({"is_configured": false, "url": null})
    );
    assert_eq!(status["waiting"], 0);
}

#[test]
fn messages_are_listed_tried_again_and_withdrawn() {
    let app = TestApp::with(|setup| setup.live.outbox = mailing());
    let ids: Vec<String> = (0..3)
        .map(|number| {
            app.advance(Duration::from_secs(1));
            queue(&app, &format!("ops{number}@acme.example"))
        })
        .collect();
    let page = app.get("/api/outbox?limit=2").local().ok(200);
    assert_eq!(page["has_more"], true);
    assert_eq!(
        (&page["data"][0]["id"], &page["data"][1]["id"]),
        (&json!(ids[2]), &json!(ids[1]))
    );
    let cursor = text(&page, "next_cursor");
    let page = app
        .get(&format!("/api/outbox?limit=2&cursor={cursor}"))
        .local()
        .ok(200);
    assert_eq!(
        (page["data"].as_array().unwrap().len(), &page["has_more"]),
        (1, &json!(false))
    );

    let target = format!("/api/outbox/{}/cancel", ids[0]);
    let cancelled = app.call("POST", &target).local().ok(200);
    assert_eq!(
        (&cancelled["status"], &cancelled["next_attempt_at"]),
        (&json!("cancelled"), &Value::Null)
    );
    app.call("POST", &target).local().refused(404, "not_found");
    let again = format!("/api/outbox/{}/retry", ids[0]);
    app.call("POST", &again).local().refused(404, "not_found");
    app.advance(Duration::from_secs(1));
    let again = format!("/api/outbox/{}/retry", ids[1]);
    let retried = app.call("POST", &again).local().ok(200);
    assert_eq!(retried["status"], "waiting");
    for (query, count) in [
        ("status=waiting", 2),
        ("status=cancelled", 1),
        ("status=sent", 0),
    ] {
        let page = app.get(&format!("/api/outbox?{query}")).local().ok(200);
        assert_eq!(page["data"].as_array().unwrap().len(), count, "{query}");
    }
    app.get("/api/outbox?status=gone")
        .local()
        .refused(400, "bad_parameter");
    app.get("/api/outbox/msg_x")
        .local()
        .refused(404, "not_found");
    assert_eq!(app.get("/api/outbox/status").local().ok(200)["waiting"], 2);
    for (bad, code) in [
        ("", "validation_failed"),
        ("nobody", "validation_failed"),
        ("a@b.example\r\nBcc: c@d.example", "not_canonical"),
    ] {
        let refused = app.post("/api/outbox/test", &json!({"to": bad})).local();
        refused.refused(422, code);
    }
}

const DAY: Duration = Duration::from_hours(24);

/// The message stands so from now on, whatever it is that came of it.
fn settle(app: &TestApp, id: &str, status: MessageStatus) {
    let ledger = app.http.app().ledger();
    let id = id.parse().unwrap();
    let meta = ChangeMeta {
        action: "message.settle",
        actor: Actor::System,
        claim: None,
        customer_id: None,
        agent_id: None,
        object: None,
        charged_to: None,
        request_id: "settling".to_owned(),
    };
    let settled = ledger.change(Lane::Normal, meta, move |live, moment| {
        let message = live.message(id).ok_or(Error::NotFound("message"))?;
        let message = message.settled(status, None, moment.now);
        let mutations = vec![Mutation::SaveMessage(Arc::new(message))];
        Ok::<_, Error>(Accepted::done((), mutations, json!(null)))
    });
    settled.recv().unwrap().unwrap();
}

#[test]
fn what_is_over_is_kept_for_its_days_and_what_is_not_stays() {
    let app = TestApp::with(|setup| setup.live.outbox = mailing());
    let queued: Vec<String> = (0..6)
        .map(|number| queue(&app, &format!("ops{number}@acme.example")))
        .collect();
    let over = [
        MessageStatus::Sent,
        MessageStatus::Failed,
        MessageStatus::Cancelled,
    ];
    for (id, status) in queued.iter().zip(over) {
        settle(&app, id, status);
    }
    settle(&app, &queued[3], MessageStatus::Uncertain);
    settle(&app, &queued[4], MessageStatus::Failed);
    let left = || -> Vec<Value> {
        let page = app.get("/api/outbox").local().ok(200);
        let mut ids: Vec<Value> = page["data"].as_array().unwrap().clone();
        ids.reverse();
        ids.iter().map(|message| message["id"].clone()).collect()
    };
    let forgotten = || {
        app.http.app().forget_old_messages();
        let log = app.get("/api/logs?action=message.forget").local().ok(200);
        let records = log.as_array().unwrap().clone();
        let counts = records
            .iter()
            .map(|record| record["details"]["messages"].clone());
        counts.collect::<Vec<_>>()
    };
    app.advance(DAY * 90);
    assert_eq!(forgotten(), [] as [Value; 0]);
    assert_eq!(left().len(), 6);
    // Somebody asked for one of them again in time: it begins anew.
    let again = format!("/api/outbox/{}/retry", queued[4]);
    app.call("POST", &again).local().ok(200);
    app.advance(DAY);
    assert_eq!(forgotten(), [json!(3)]);
    assert_eq!(
        left(),
        [json!(queued[3]), json!(queued[4]), json!(queued[5])]
    );
    assert_eq!(app.get("/api/outbox/status").local().ok(200)["failed"], 0);
    app.advance(DAY * 500);
    assert_eq!(forgotten(), [json!(3)], "once, and nothing else");
    assert_eq!(left().len(), 3);
}
