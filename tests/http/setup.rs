//! Setup links, and letting in who is locked out.

use std::time::Duration;

use portcullis::http::wire::Lane;
use serde_json::{Value, json};

use crate::harness::{Call, PASSWORD, TestApp, text};

const LINKS: &str = "/api/operators/setup-link";

/// The token of a new link, made on the appliance itself.
fn link(app: &TestApp, body: &Value) -> String {
    let made = app.post(LINKS, body).local().ok(201);
    assert_eq!(made["expires_at"], json!(app.in_a(Duration::from_mins(30))));
    text(&made, "token")
}

fn set_up<'a>(app: &'a TestApp, token: &str, username: Option<&str>) -> Call<'a> {
    let body = json!({"token": token, "username": username, "password": PASSWORD});
    app.post("/api/setup", &body)
}

fn login<'a>(app: &'a TestApp, username: &str, password: &str) -> Call<'a> {
    let body = json!({"username": username, "password": password});
    app.post("/api/operators/login", &body)
}

#[test]
fn a_link_makes_one_operator_and_is_used_up() {
    let app = TestApp::new();
    let token = link(&app, &json!({}));
    assert!(token.starts_with("set-") && token.len() == 50, "{token}");
    let made = set_up(&app, &token, Some("ada")).ok(201);
    assert_eq!(
        (&made["username"], &made["role"]),
        (&json!("ada"), &json!("owner"))
    );
    login(&app, "ada", PASSWORD).ok(200);
    set_up(&app, &token, Some("eve")).refused(410, "setup_link_over");
    // Opened by the local owner, used by the link, tried once more by nobody known.
    let log = app.log("limit=4");
    let told = |record: &Value| {
        let members = [
            &record["action"],
            &record["actor"]["kind"],
            &record["result"],
        ];
        members.map(|member| member.as_str().unwrap().to_owned())
    };
    let told: Vec<_> = log.iter().map(told).collect();
    assert_eq!(told[0], ["operator.create", "nobody", "refused"]);
    assert_eq!(told[2], ["operator.create", "setup_link", "done"]);
    assert_eq!(told[3], ["operator.setup_link", "local", "done"]);
    assert!(text(&log[2]["actor"], "id").starts_with("stl_"), "{log:?}");
    assert_eq!(log[2]["actor"]["id"], log[3]["resource"]);
    assert!(!format!("{log:?}").contains(&token[..12]), "{log:?}");
}

#[test]
fn the_record_of_its_use_names_the_link_and_who_made_it() {
    let app = TestApp::new();
    let ada = app.operator("ada", "owner");
    let bob = app.operator("bob", "auditor");
    for (body, name, action) in [
        (json!({"role": "auditor"}), "eve", "operator.create"),
        (json!({"operator_id": bob.id}), "bob", "operator.recover"),
    ] {
        let made = app.post(LINKS, &body).bearer(&ada.token).ok(201);
        set_up(&app, &text(&made, "token"), Some(name)).ok(201);
        let target = format!("limit=1&action={action}&actor=setup_link");
        let id = text(&app.log(&target)[0], "id");
        let record = app.get(&format!("/api/logs/{id}")).local().ok(200);
        assert_eq!(record["details"]["via"], made["link_id"], "{record}");
        assert_eq!(
            record["details"]["link_opened_by"],
            json!({"kind": "operator", "id": ada.id, "name": "ada"})
        );
    }
}

#[test]
fn a_link_lives_thirty_minutes() {
    let app = TestApp::new();
    let token = link(&app, &json!({}));
    app.advance(Duration::from_mins(29));
    set_up(&app, &token, Some("ada")).ok(201);
    let token = link(&app, &json!({}));
    app.advance(Duration::from_mins(30));
    set_up(&app, &token, Some("eve")).refused(410, "setup_link_over");
}

#[test]
fn a_new_link_ends_the_one_before() {
    let app = TestApp::new();
    let first = link(&app, &json!({}));
    let second = link(&app, &json!({"username": "ada", "role": "auditor"}));
    set_up(&app, &first, Some("eve")).refused(410, "setup_link_over");
    let made = set_up(&app, &second, None).ok(201);
    assert_eq!(
        (&made["username"], &made["role"]),
        (&json!("ada"), &json!("auditor"))
    );
}

#[test]
fn a_link_ends_when_an_operator_is_disabled() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let eve = app.operator("eve", "owner");
    let made = app
        .post(LINKS, &json!({"role": "owner"}))
        .bearer(&eve.token);
    let token = text(&made.ok(201), "token");
    app.patch(
        &format!("/api/operators/{}", eve.id),
        &json!({"is_disabled": true}),
    )
    .local()
    .ok(200);
    set_up(&app, &token, Some("eve2")).refused(410, "setup_link_over");
}

/// Whoever had an owner's credential may have opened a link with it, to come back by.
#[test]
fn a_link_ends_with_what_an_owner_loses() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let eve = app.operator("eve", "owner");
    let own = format!("/api/operators/{}", eve.id);
    let tokens = format!("{own}/tokens");
    let issued = app.post(&tokens, &json!({})).local().ok(201);
    let token = format!("{tokens}/{}", text(&issued, "token_id"));
    let password = json!({"password": "another long password"});
    let losses: [(&str, &dyn Fn()); 5] = [
        ("a token", &|| drop(app.delete(&token).local().ok(200))),
        ("its sessions", &|| {
            app.delete(&format!("{own}/sessions")).local().ok(200);
        }),
        ("its password", &|| {
            app.post(&format!("{own}/password"), &password)
                .local()
                .ok(200);
        }),
        ("all of it", &|| {
            app.post(&format!("{own}/recover"), &password)
                .local()
                .ok(200);
        }),
        ("its role", &|| {
            app.patch(&own, &json!({"role": "admin"})).local().ok(200);
        }),
    ];
    for (what, lose) in losses {
        let made = app.post(LINKS, &json!({})).bearer(&eve.token).ok(201);
        lose();
        let opened = text(&made, "token");
        set_up(&app, &opened, Some("eve2")).refused(410, "setup_link_over");
        assert!(app.log("limit=1")[0]["result"] == "refused", "{what}");
    }
    // What somebody loses who could not have opened one ends none.
    let bob = app.operator("bob", "admin");
    let opened = link(&app, &json!({}));
    app.delete(&format!("/api/operators/{}/sessions", bob.id))
        .bearer(&bob.token)
        .ok(200);
    set_up(&app, &opened, Some("max")).ok(201);
}

#[test]
fn what_does_not_fit_the_link_leaves_it_in_force() {
    let app = TestApp::new();
    app.operator("eve", "auditor");
    let token = link(&app, &json!({}));
    let field = |call: Call<'_>| {
        let problem = call.refused(422, "validation_failed");
        text(&problem["errors"][0], "field")
    };
    assert_eq!(field(set_up(&app, &token, None)), "username");
    assert_eq!(field(set_up(&app, &token, Some("No Spaces!"))), "username");
    set_up(&app, &token, Some("eve")).refused(409, "conflict");
    let short = json!({"token": token, "username": "ada", "password": "too short"});
    assert_eq!(field(app.post("/api/setup", &short)), "password");
    let typo = format!("{}x", &token[..49]);
    assert_eq!(field(set_up(&app, &typo, Some("ada"))), "token");
    set_up(&app, &token, Some("ada")).ok(201);
    let fixed = link(&app, &json!({"username": "bob"}));
    assert_eq!(field(set_up(&app, &fixed, Some("mallory"))), "username");
    set_up(&app, &fixed, Some("bob")).ok(201);
    // A link for a name that is taken is not made.
    app.post(LINKS, &json!({"username": "bob"}))
        .local()
        .refused(409, "conflict");
    let both = json!({"operator_id": "op_01k00000000000000000000000", "role": "owner"});
    app.post(LINKS, &both)
        .local()
        .refused(422, "validation_failed");
    let never = json!({"operator_id": "op_01k00000000000000000000000"});
    app.post(LINKS, &never).local().refused(404, "not_found");
}

#[test]
fn guessing_at_links_is_throttled_like_guessing_at_the_door() {
    let app = TestApp::new();
    let over = link(&app, &json!({}));
    let good = link(&app, &json!({}));
    for _ in 0..20 {
        set_up(&app, &over, Some("eve")).refused(410, "setup_link_over");
    }
    set_up(&app, &good, Some("eve")).refused(429, "rate_limited");
    set_up(&app, &good, Some("ada")).from("192.0.2.9").ok(201);
}

#[test]
fn a_password_is_set_over_no_connection_that_is_read_along() {
    let app = TestApp::new();
    let token = link(&app, &json!({}));
    let plain = || set_up(&app, &token, Some("ada")).plain();
    plain()
        .host("gate.example")
        .refused(403, "insecure_connection");
    plain()
        .host("10.0.0.7:8080")
        .refused(403, "insecure_connection");
    let page = app.get("/setup").plain().host("gate.example").send();
    assert!(!page.text().contains("<form"), "{page}");
    let page = app.get("/setup").plain().host("localhost:8080").send();
    assert!(page.text().contains("<form"), "{page}");
    plain().host("127.0.0.1:8080").from("127.0.0.1").ok(201);
}

#[test]
fn only_owners_make_links() {
    let app = TestApp::with(|setup| setup.http.public_url = Some("https://gate.example".into()));
    let owner = app.operator("ada", "owner");
    let admin = app.operator("bob", "admin");
    app.post(LINKS, &json!({}))
        .bearer(&admin.token)
        .refused(403, "operator_role");
    app.post(LINKS, &json!({})).refused(401, "unauthenticated");
    let made = app.post(LINKS, &json!({})).bearer(&owner.token).ok(201);
    let expected = format!("https://gate.example/setup#{}", text(&made, "token"));
    assert_eq!(made["url"], json!(expected));
    app.get("/setup")
        .lane(Lane::Metrics)
        .refused(404, "not_found");
}

#[test]
fn who_is_locked_out_is_let_in_again() {
    let app = TestApp::new();
    let ada = app.operator("ada", "owner");
    app.operator("eve", "owner");
    let path = format!("/api/operators/{}", ada.id);
    let signed_in = login(&app, "ada", PASSWORD).send();
    let cookie = signed_in
        .header("set-cookie")
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    app.advance(Duration::from_mins(1));
    for number in 0..5 {
        let call = login(&app, "ada", "forgotten for good");
        call.from(&format!("198.51.100.{number}"))
            .refused(401, "invalid_key");
    }
    let away = "198.51.100.77";
    login(&app, "ada", "a new and better one")
        .from(away)
        .refused(429, "rate_limited");
    let body = json!({"password": "a new and better one"});
    let recovered = app.post(&format!("{path}/recover"), &body).local().ok(200);
    assert_eq!(recovered["is_disabled"], false);
    // At once: the failed sign-ins are forgotten. The sessions before are over.
    login(&app, "ada", "a new and better one")
        .from(away)
        .ok(200);
    app.get("/api/operators/me")
        .header("cookie", &cookie)
        .refused(401, "invalid_key");
    let record = app.log("limit=2").remove(1);
    assert_eq!(record["action"], "operator.recover", "{record}");
    assert_eq!(record["actor"], json!({"kind": "local"}), "{record}");
}

#[test]
fn a_link_lets_in_who_is_disabled() {
    let app = TestApp::new();
    let ada = app.operator("ada", "admin");
    let path = format!("/api/operators/{}", ada.id);
    app.patch(&path, &json!({"is_disabled": true}))
        .local()
        .ok(200);
    login(&app, "ada", PASSWORD).refused(401, "invalid_key");
    let token = link(&app, &json!({"operator_id": ada.id}));
    let field = |name: &str| set_up(&app, &token, Some(name)).refused(422, "validation_failed");
    assert_eq!(field("eve")["errors"][0]["field"], "username");
    let made = set_up(&app, &token, None).ok(201);
    assert_eq!(
        (&made["id"], &made["role"]),
        (&json!(ada.id), &json!("admin"))
    );
    login(&app, "ada", PASSWORD).ok(200);
    set_up(&app, &token, None).refused(410, "setup_link_over");
    assert_eq!(app.log("limit=3").remove(2)["action"], "operator.recover");
    // Its tokens stay revoked.
    app.get("/api/operators/me")
        .bearer(&ada.token)
        .refused(401, "invalid_key");
}

#[test]
fn nobody_recovers_themselves_without_their_password() {
    let app = TestApp::new();
    let ada = app.operator("ada", "owner");
    let eve = app.operator("eve", "owner");
    let body = json!({"password": "a new and better one"});
    let path = |id: &str| format!("/api/operators/{id}/recover");
    app.post(&path(&ada.id), &body)
        .bearer(&ada.token)
        .refused(403, "operator_role");
    let own = json!({"operator_id": ada.id});
    app.post(LINKS, &own)
        .bearer(&ada.token)
        .refused(403, "operator_role");
    app.post(&path(&ada.id), &body).bearer(&eve.token).ok(200);
}
