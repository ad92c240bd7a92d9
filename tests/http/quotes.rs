//! `/api/quotes`.

use std::sync::Arc;

use portcullis::domain::outbox::OutboxSettings;
use portcullis::domain::text::Email;
use serde_json::{Value, json};

use crate::harness::{TestApp, text};
use crate::world::mailing;

fn wish() -> Value {
    json!({
        "company": "=Initech", "contact": "Bill Lumbergh", "email": " Bill@Initech.Example ",
        "subscription_tier": "enterprise", "agents": 60, "checks_per_month": 2_000_000,
        "message": "two\nlines",
    })
}

/// Requests of one company that differ.
fn wish_of(number: usize) -> Value {
    let mut wish = wish();
    wish["agents"] = number.into();
    wish
}

fn ask(app: &TestApp, body: &Value) -> String {
    text(&app.post("/api/quotes", body).local().ok(201), "quote_id")
}

#[test]
fn what_was_asked_is_there_for_operators() {
    let app = TestApp::new();
    let auditor = app.operator("dan", "auditor");
    let id = ask(&app, &wish());
    let target = format!("/api/quotes/{id}");
    let mut shown = app.get(&target).bearer(&auditor.token).ok(200);
    assert_eq!(shown["created_at"], shown["updated_at"]);
    for made in ["id", "created_at", "updated_at"] {
        shown[made].take();
    }
    insta::assert_json_snapshot!("quote", shown);
    let listed = app.get("/api/quotes?state=open").bearer(&auditor.token);
    assert_eq!(listed.ok(200)["data"][0]["id"], id.as_str());
    // What names nobody is recommended nothing.
    let bare = json!({"company": "A", "contact": "B", "email": "a@b.example"});
    let bare = ask(&app, &bare);
    let bare = app.get(&format!("/api/quotes/{bare}")).local().ok(200);
    assert_eq!(bare["recommended_tier"], Value::Null);
    let first = app.get("/api/quotes?limit=1").local().ok(200);
    assert_eq!(first["data"][0]["id"], bare["id"], "newest first");
    let cursor = text(&first, "next_cursor");
    let next = app.get(&format!("/api/quotes?limit=1&cursor={cursor}"));
    assert_eq!(next.local().ok(200)["data"][0]["id"], id.as_str());
    app.get("/api/quotes?state=closed")
        .local()
        .refused(400, "bad_parameter");
}

#[test]
fn two_operators_do_not_overwrite_each_others_notes_unseen() {
    let app = TestApp::new();
    let target = format!("/api/quotes/{}", ask(&app, &wish()));
    let read = app.get(&target).local().send();
    let etag = read.header("etag").unwrap();
    let note = |notes: &str, etag: &str| {
        let call = app.patch(&target, &json!({"notes": notes})).local();
        call.header("if-match", etag).send()
    };
    let first = note("called", etag);
    assert_eq!(first.status, 200, "{first}");
    let second = note("wrote", etag);
    assert_eq!(
        (second.status, &second.json()["code"]),
        (412, &json!("edit_conflict"))
    );
    assert_eq!(app.get(&target).local().ok(200)["notes"], "called");
    assert_eq!(note("wrote", first.header("etag").unwrap()).status, 200);
    assert_eq!(note("any", "*").status, 200);
}

#[test]
fn people_are_in_the_table_alone_and_gone_with_it() {
    let app = TestApp::new();
    let id = ask(&app, &wish());
    let target = format!("/api/quotes/{id}");
    let notes = json!({"state": "answered", "notes": "Bill wants a trial"});
    let changed = app.patch(&target, &notes).local().ok(200);
    assert_eq!(changed["state"], "answered");
    assert_eq!(changed["notes"], "Bill wants a trial");
    let kept = app.patch(&target, &json!({"state": "won"})).local().ok(200);
    assert_eq!(kept["notes"], "Bill wants a trial");
    let cleared = app.patch(&target, &json!({"notes": null})).local().ok(200);
    assert_eq!(
        (&cleared["notes"], &cleared["state"]),
        (&Value::Null, &json!("won"))
    );
    app.delete(&target).local().ok(200);
    app.get(&target).local().refused(404, "not_found");
    app.delete(&target).local().refused(404, "not_found");
    let log = Value::Array(app.log("limit=100")).to_string();
    assert!(
        log.contains("quote.request") && log.contains("quote.delete"),
        "{log}"
    );
    for person in ["Bill", "initech", "Initech", "trial", "lines"] {
        assert!(!log.contains(person), "{person}: {log}");
    }
    let database = rusqlite::Connection::open(app.database()).unwrap();
    let rows = database.query_row("SELECT count(*) FROM quotes", [], |row| row.get(0));
    assert_eq!(rows, Ok(0));
}

#[test]
fn messages_about_a_deleted_request_are_withdrawn_with_all_they_hold() {
    let app = TestApp::with(|setup| {
        let mut outbox = OutboxSettings::clone(&mailing());
        outbox.notices_to = vec![Email::parse("sales@gate.example").unwrap()];
        setup.live.outbox = Arc::new(outbox);
    });
    let (gone, stays) = (ask(&app, &wish_of(1)), ask(&app, &wish_of(2)));
    let facts = || -> Vec<(String, String)> {
        let database = rusqlite::Connection::open(app.database()).unwrap();
        let mut rows = database
            .prepare("SELECT status, facts FROM outbound_messages ORDER BY id")
            .unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let holding = |id: &str| {
        let facts = facts().into_iter();
        facts.filter(|(_, facts)| facts.contains(id)).count()
    };
    let each = holding(&stays);
    assert!(each > 0 && holding(&gone) == each, "{:?}", facts());
    let target = format!("/api/quotes/{gone}");
    app.delete(&target).local().ok(200);
    assert_eq!((holding(&gone), holding(&stays)), (0, each));
    let withdrawn = app.get("/api/outbox?status=cancelled").local().ok(200);
    assert_eq!(withdrawn["data"].as_array().unwrap().len(), each);
    for message in withdrawn["data"].as_array().unwrap() {
        let why = "the request that it tells of was deleted";
        assert_eq!(message["last_error"], why);
    }
    let waiting = app.get("/api/outbox?status=waiting").local().ok(200);
    assert_eq!(waiting["data"].as_array().unwrap().len(), each);
}

#[test]
fn asking_again_in_the_same_words_is_one_request_while_it_is_open() {
    let app = TestApp::with(|setup| {
        let mut outbox = OutboxSettings::clone(&mailing());
        outbox.notices_to = vec![Email::parse("sales@gate.example").unwrap()];
        setup.live.outbox = Arc::new(outbox);
    });
    let count = |path: &str| {
        let found = app.get(path).local().ok(200);
        found["data"].as_array().unwrap().len()
    };
    let first = ask(&app, &wish());
    let told = count("/api/outbox?limit=100");
    assert!(told > 0);
    assert_eq!(ask(&app, &wish()), first);
    assert_eq!(count("/api/quotes"), 1);
    assert_eq!(count("/api/outbox?limit=100"), told, "nobody is told twice");
    for (field, other) in [
        ("company", json!("Initrode")),
        ("contact", json!("Peter Gibbons")),
        ("email", json!("peter@initech.example")),
        ("subscription_tier", json!("pro")),
        ("agents", json!(61)),
        ("checks_per_month", Value::Null),
        ("message", json!("three\nlines")),
    ] {
        let mut differs = wish();
        differs[field] = other;
        assert_ne!(ask(&app, &differs), first, "another {field}");
    }
    let answered = json!({"state": "answered"});
    app.patch(&format!("/api/quotes/{first}"), &answered)
        .local()
        .ok(200);
    assert_ne!(ask(&app, &wish()), first, "they ask anew");
}

#[test]
fn strangers_are_throttled_and_bounded_and_may_be_shut_out() {
    let app = TestApp::new();
    let from = |address: &str, number| {
        let call = app.post("/api/quotes", &wish_of(number));
        call.from(address).send()
    };
    for number in 0..5 {
        assert_eq!(from("198.51.100.9", number).status, 201);
    }
    let refused = from("198.51.100.9", 5);
    assert_eq!(refused.json()["code"], "rate_limited", "{refused}");
    assert_eq!(refused.header("retry-after"), Some("12"), "{refused}");
    assert_eq!(from("198.51.100.10", 5).status, 201);
    for number in 6..1000 {
        ask(&app, &wish_of(number));
    }
    let full = from("198.51.100.10", 1000);
    assert_eq!(
        (full.status, &full.json()["code"]),
        (429, &json!("too_many_quotes"))
    );
    let newest = text(
        &app.get("/api/quotes?limit=1").local().ok(200)["data"][0],
        "id",
    );
    let answered = json!({"state": "answered"});
    app.patch(&format!("/api/quotes/{newest}"), &answered)
        .local()
        .ok(200);
    assert_eq!(from("198.51.100.10", 1000).status, 201);

    let closed = TestApp::with(|setup| setup.live.quotes_are_open = false);
    let head = closed.head();
    let call = closed.post("/api/quotes", &wish());
    call.refused(403, "operator_role");
    assert_eq!(closed.head(), head, "strangers leave no record");
    ask(&closed, &wish());
}
