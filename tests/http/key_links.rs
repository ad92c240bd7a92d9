//! Links that show a key once, and invitations.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::world::mailing;

fn mailing_app() -> TestApp {
    TestApp::with(|setup| setup.live.outbox = mailing())
}

fn links(app: &TestApp, customer: &str) -> Value {
    let target = format!("/api/customers/{customer}/key-links");
    app.get(&target).local().ok(200)
}

fn redeem(app: &TestApp, link: &str) -> crate::harness::Answered {
    let call = app.post("/api/key-links/redeem", &json!({"link": link}));
    call.send()
}

#[test]
fn a_link_shows_a_key_once_and_looking_does_not_use_it_up() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let body =
        json!({"delivery": "link", "name": "ci", "scopes": ["check"], "expires_in_minutes": 5});
    let link = app.key_link(&acme, &body);
    let open = links(&app, &acme.id);
    assert_eq!(open[0]["name"], "ci");
    assert!(!open.to_string().contains(&link), "{open}");
    for _ in 0..3 {
        let body = json!({"link": link});
        let told = app.post("/api/key-links/open", &body).ok(200);
        assert_eq!(
            (&told["customer_name"], &told["is_open"]),
            (&json!("Acme"), &json!(true))
        );
    }
    let made = redeem(&app, &link);
    assert_eq!(made.status, 201, "{made}");
    let made = made.json();
    assert_eq!(
        (&made["customer_id"], &made["customer_name"]),
        (&json!(acme.id), &json!("Acme"))
    );
    assert_eq!(links(&app, &acme.id), json!([]));
    // The key works, and can no more than the link said.
    let key = Customer {
        key: text(&made, "api_key"),
        ..acme.clone()
    };
    app.agent(&acme, "bot");
    app.check(&key, ("bot", "read", "orders"));
    let read = app.get("/api/customers/me").bearer(&key.key);
    read.refused(403, "insufficient_scope");
    // The record names the link, and no secret.
    let record = app.log("limit=1&action=key_link.redeem").remove(0);
    assert_eq!(record["actor"]["kind"], "key_link");
    assert!(!record.to_string().contains(&key.key));
}

#[test]
fn whatever_is_wrong_with_a_link_is_said_in_the_same_words() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let globex = app.register_on("Globex", "pro");
    let body = json!({"delivery": "link", "expires_in_minutes": 5});
    let used = app.key_link(&acme, &body);
    assert_eq!(redeem(&app, &used).status, 201);
    let over = app.key_link(&globex, &body);
    app.advance(Duration::from_mins(5));
    let withdrawn = app.key_link(&acme, &body);
    let id = text(&links(&app, &acme.id)[0], "id");
    let target = format!("/api/customers/{}/key-links/{id}", acme.id);
    app.delete(&target).local().ok(200);
    app.delete(&target).local().refused(404, "not_found");
    let typo = format!("{}0", &used[..used.len() - 1]);
    let mut told = Vec::new();
    for link in [&used, &over, &withdrawn, &typo, "kl-", "", &"x".repeat(200)] {
        for path in ["open", "redeem"] {
            app.advance(Duration::from_mins(1));
            let target = format!("/api/key-links/{path}");
            let answered = app.post(&target, &json!({"link": link})).send();
            if link.is_empty() {
                continue;
            }
            assert_eq!(answered.status, 404, "{link}: {answered}");
            told.push(answered.json()["detail"].clone());
        }
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn of_many_who_press_at_once_one_gets_the_key() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let link = app.key_link(&acme, &json!({"delivery": "link"}));
    let mut statuses: Vec<u16> = std::thread::scope(|scope| {
        let pressing: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| redeem(&app, &link).status))
            .collect();
        pressing
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 404, 404, 404, 404, 404, 404, 404]);
    let keys = app.get(&format!("/api/customers/{}/api-keys", acme.id));
    assert_eq!(keys.local().ok(200).as_array().unwrap().len(), 2);
}

/// The customer sees who tried what was sent to it, and when.
#[test]
fn a_link_that_is_over_is_tried_on_record() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let link = app.key_link(&acme, &json!({"delivery": "link", "expires_in_minutes": 5}));
    let id = text(&links(&app, &acme.id)[0], "id");
    app.advance(Duration::from_mins(5));
    assert_eq!(redeem(&app, &link).status, 404);
    let record = app.log("limit=1").remove(0);
    let told = [
        &record["action"],
        &record["result"],
        &record["actor"]["kind"],
        &record["resource"],
        &record["customer_id"],
    ];
    let expected = ["key_link.redeem", "refused", "nobody", &id, &acme.id];
    assert_eq!(told.map(|member| member.as_str().unwrap()), expected);
}

#[test]
fn a_link_stays_where_no_key_can_be_made() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    let link = app.key_link(&acme, &json!({"delivery": "link"}));
    let refused = redeem(&app, &link);
    assert_eq!(refused.status, 403, "{refused}");
    assert_eq!(refused.json()["code"], "limit_reached");
    let target = format!("/api/customers/{}/upgrade", acme.id);
    let moved = app
        .call("PUT", &target)
        .json(&json!({"subscription_tier": "pro"}));
    moved.local().ok(200);
    app.delete(&format!("/api/customers/{}", acme.id))
        .local()
        .ok(200);
    for path in ["open", "redeem"] {
        let target = format!("/api/key-links/{path}");
        let call = app.post(&target, &json!({"link": link}));
        call.refused(403, "customer_inactive");
    }
    let target = format!("/api/customers/{}/key-links", acme.id);
    let call = app.post(&target, &json!({"delivery": "link"}));
    call.local().refused(409, "conflict");
    let target = format!("/api/customers/{}/reactivate", acme.id);
    app.call("POST", &target).local().ok(200);
    assert_eq!(redeem(&app, &link).status, 201);
}

#[test]
fn guessing_is_throttled() {
    let app = TestApp::new();
    let statuses: Vec<u16> = (0..25).map(|_| redeem(&app, "kl-guess").status).collect();
    assert_eq!(statuses[0], 404);
    assert_eq!(statuses[24], 429, "{statuses:?}");
    let call = app.post("/api/key-links/open", &json!({"link": "kl-guess"}));
    call.refused(429, "rate_limited");
}

#[test]
fn only_administrators_make_links_and_bad_ones_are_told() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let target = format!("/api/customers/{}/key-links", acme.id);
    let fine = json!({"delivery": "link"});
    app.post(&target, &fine)
        .bearer(&acme.key)
        .refused(403, "operator_role");
    for (body, field) in [
        (json!({}), "delivery"),
        (json!({"delivery": "fax"}), "delivery"),
        (json!({"delivery": "link", "scopes": []}), "scopes"),
        (json!({"delivery": "link", "scopes": ["approve"]}), "scopes"),
        (
            json!({"delivery": "link", "expires_in_minutes": 4}),
            "expires_in_minutes",
        ),
        (
            json!({"delivery": "link", "expires_in_minutes": 43_201}),
            "expires_in_minutes",
        ),
        (json!({"delivery": "link", "name": ""}), "name"),
        (json!({"delivery": "link", "to": "x"}), "to"),
    ] {
        let problem = app
            .post(&target, &body)
            .local()
            .refused(422, "validation_failed");
        assert_eq!(problem["errors"][0]["field"], field, "{body}: {problem}");
    }
    for _ in 0..100 {
        app.key_link(&acme, &fine);
    }
    app.post(&target, &fine)
        .local()
        .refused(403, "limit_reached");
}

#[test]
fn an_invitation_is_a_customer_without_a_key_and_a_link() {
    let app = TestApp::new();
    let body = json!({"name": "Acme", "email": "Ops@Acme.example", "delivery": "link"});
    let invited = app.post("/api/customers/invite", &body).local().ok(201);
    let id = text(&invited, "customer_id");
    let keys = app.get(&format!("/api/customers/{id}/api-keys"));
    assert_eq!(keys.local().ok(200), json!([]));
    assert_eq!(invited["message_id"], Value::Null);
    let link = text(&invited, "link");
    assert!(link.starts_with("/welcome#kl-"), "{link}");
    let made = redeem(&app, link.split_once('#').unwrap().1);
    assert_eq!(made.status, 201, "{made}");
    let me = app
        .get("/api/customers/me")
        .bearer(&text(&made.json(), "api_key"));
    assert_eq!(me.ok(200)["email"], "ops@acme.example");
    app.post("/api/customers/invite", &body)
        .local()
        .refused(409, "email_taken");
    let odd = json!({"name": "A", "email": "a@b.example", "delivery": "link", "subscription_tier": "gold"});
    let refused = app.post("/api/customers/invite", &odd);
    refused.local().refused(422, "validation_failed");
    let record = app
        .log("limit=1&action=customer.invite&result=done")
        .remove(0);
    assert_eq!(record["resource"], json!(id), "{record}");
}

#[test]
fn a_letter_takes_a_relay_and_holds_no_secret() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let target = format!("/api/customers/{}/key-links", acme.id);
    let body = json!({"delivery": "email"});
    let refused = app
        .post(&target, &body)
        .local()
        .refused(409, "mail_not_configured");
    assert!(text(&refused, "detail").contains("mail.relay"), "{refused}");
    let invitation = json!({"name": "B", "email": "b@b.example", "delivery": "email"});
    let call = app.post("/api/customers/invite", &invitation);
    call.local().refused(409, "mail_not_configured");
    assert_eq!(app.get("/api/outbox").local().ok(200)["data"], json!([]));

    let app = mailing_app();
    let acme = app.register_on("Acme", "pro");
    let target = format!("/api/customers/{}/key-links", acme.id);
    let made = app.post(&target, &body).local().ok(201);
    assert_eq!(
        (&made["link"], &made["delivery"]),
        (&Value::Null, &json!("email"))
    );
    let message = text(&made, "message_id");
    let shown = app.get(&format!("/api/outbox/{message}")).local().ok(200);
    assert_eq!(shown["to"], json!("ops@acme.example"));
    assert_eq!(
        (&shown["template"], &shown["status"]),
        (&json!("key-link"), &json!("waiting"))
    );
    assert!(!shown.to_string().contains("kl-"), "{shown}");
    let invited = app
        .post("/api/customers/invite", &invitation)
        .local()
        .ok(201);
    let message = text(&invited, "message_id");
    let shown = app.get(&format!("/api/outbox/{message}")).local().ok(200);
    assert_eq!(shown["to"], "b@b.example");
    assert_eq!(shown["customer_id"], invited["customer_id"]);
}
