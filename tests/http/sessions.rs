//! Signing in with a password, and what a session may do.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Answered, Call, PASSWORD, TestApp, text};
use crate::tidy::Tidy;

fn login<'a>(app: &'a TestApp, username: &str, password: &str) -> Call<'a> {
    let body = json!({"username": username, "password": password});
    app.post("/api/operators/login", &body)
}

/// The `Cookie` header of whoever just signed in.
fn cookie(answered: &Answered) -> String {
    let set = answered.header("set-cookie").unwrap();
    set.split(';').next().unwrap().to_owned()
}

fn signed_in(app: &TestApp) -> String {
    let answered = login(app, "ada", PASSWORD).send();
    assert_eq!(answered.status, 200, "{answered}");
    cookie(&answered)
}

fn me<'a>(app: &'a TestApp, cookie: &str) -> Call<'a> {
    app.get("/api/operators/me").header("cookie", cookie)
}

#[test]
fn an_operator_signs_in_and_out() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let answered = login(&app, " ada ", PASSWORD).send();
    let mut tidy = Tidy::default();
    assert_json_snapshot!("signed_in", tidy.value(&answered.json()));
    assert_eq!(
        tidy.text(answered.header("set-cookie").unwrap()),
        "__Host-portcullis=se-[secret]; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict"
    );
    let cookie = cookie(&answered);
    assert_eq!(me(&app, &cookie).ok(200)["via"], "session");
    let out = app
        .call("POST", "/api/operators/logout")
        .header("cookie", &cookie)
        .send();
    assert_eq!(out.status, 200, "{out}");
    let cleared = "__Host-portcullis=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";
    assert_eq!(out.header("set-cookie"), Some(cleared));
    me(&app, &cookie).refused(401, "invalid_key");
    // A cookie that is over is no reason to keep anybody from a public page.
    app.get("/api/tiers").header("cookie", &cookie).ok(200);
}

#[test]
fn a_wrong_name_and_a_wrong_password_are_one_answer() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    app.operator("another", "owner");
    app.post(
        "/api/operators",
        &json!({"username": "tokens-only", "role": "owner"}),
    )
    .local()
    .ok(201);
    let told = |username: &str, password: &str| {
        let mut problem = login(&app, username, password).refused(401, "invalid_key");
        problem["request_id"].take();
        problem
    };
    let wrong = told("ada", "wrong");
    assert_eq!(told("nobody", PASSWORD), wrong);
    assert_eq!(told("tokens-only", ""), wrong);
    let record = app.log("limit=1").remove(0);
    assert_eq!(
        record["actor"],
        json!({"kind": "nobody", "claim": "tokens-only"})
    );
    assert_eq!(record["result"], "refused");
    let operators = app.get("/api/operators").local().ok(200);
    let id = text(&operators["data"][0], "id");
    let off = json!({"is_disabled": true});
    let disable = app.patch(&format!("/api/operators/{id}"), &off).local();
    disable.ok(200);
    assert_eq!(told("ada", PASSWORD), wrong, "disabled");
}

#[test]
fn a_session_changes_things_from_its_own_page_only() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let cookie = signed_in(&app);
    let change = || {
        let body = json!({"enabled": false});
        let call = app.post("/api/agent/system-kill-switch", &body);
        call.header("cookie", &cookie)
    };
    change().header("origin", "https://gate.example").ok(200);
    change().header("origin", "HTTPS://GATE.example").ok(200);
    change().header("sec-fetch-site", "same-origin").ok(200);
    let head = app.head();
    for origin in [
        "https://evil.example",
        "http://gate.example",
        "https://gate.example.evil.example",
        "https://gate.example:444",
        "null",
        "",
    ] {
        change()
            .header("origin", origin)
            .refused(403, "foreign_origin");
    }
    for site in ["cross-site", "same-site", "none"] {
        change()
            .header("sec-fetch-site", site)
            .refused(403, "foreign_origin");
    }
    assert_eq!(app.head(), head);
    // Reading is the browser's same-origin policy's business; tokens are not sent by browsers.
    me(&app, &cookie)
        .header("origin", "https://evil.example")
        .ok(200);
    let token = app.operator("bob", "admin").token;
    let body = json!({"enabled": false});
    let by_token = app
        .post("/api/agent/system-kill-switch", &body)
        .bearer(&token);
    by_token.header("origin", "https://evil.example").ok(200);
}

#[test]
fn the_public_url_is_the_origin_when_it_is_set() {
    let app = TestApp::with(|setup| {
        setup.http.public_url = Some("https://portcullis.example".to_owned());
    });
    app.operator("ada", "owner");
    // Behind a proxy that ends TLS, the connection itself is plain.
    let answered = login(&app, "ada", PASSWORD).plain().send();
    assert_eq!(answered.status, 200, "{answered}");
    let cookie = cookie(&answered);
    let change = |origin: &str| {
        let body = json!({"enabled": false});
        let call = app.post("/api/agent/system-kill-switch", &body).plain();
        call.header("cookie", &cookie).header("origin", origin)
    };
    change("https://portcullis.example").ok(200);
    change("https://gate.example").refused(403, "foreign_origin");
    change("http://gate.example").refused(403, "foreign_origin");
}

#[test]
fn passwords_travel_encrypted_or_not_at_all() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let head = app.head();
    for host in [
        "gate.example",
        "10.0.0.1:8080",
        "localhost.evil.example",
        "",
    ] {
        let answered = login(&app, "ada", PASSWORD).plain().host(host).send();
        assert_eq!(answered.json()["code"], "insecure_connection", "{answered}");
        assert_eq!(answered.header("set-cookie"), None);
    }
    assert_eq!(app.head(), head);
    for host in [
        "localhost",
        "localhost:8080",
        "127.0.0.1:8080",
        "[::1]:8080",
    ] {
        login(&app, "ada", PASSWORD).plain().host(host).ok(200);
    }
    login(&app, "ada", PASSWORD).ok(200);
}

#[test]
fn a_session_ends_when_it_is_idle() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let cookie = signed_in(&app);
    for _ in 0..3 {
        app.advance(Duration::from_mins(29));
        me(&app, &cookie).ok(200);
    }
    app.advance(Duration::from_mins(31));
    me(&app, &cookie).refused(401, "invalid_key");
    me(&app, &cookie).refused(401, "invalid_key");
}

#[test]
fn a_session_ends_when_its_time_is_over() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let cookie = signed_in(&app);
    for _ in 0..(12 * 60 / 20 - 1) {
        app.advance(Duration::from_mins(20));
        me(&app, &cookie).ok(200);
    }
    app.advance(Duration::from_mins(20));
    me(&app, &cookie).refused(401, "invalid_key");
}

#[test]
fn sessions_end_with_the_password_the_account_and_by_order() {
    let app = TestApp::new();
    let owner = app.operator("root", "owner");
    let ada = app.operator("ada", "admin");
    let ends = |change: &dyn Fn() -> Value| {
        app.advance(Duration::from_mins(1));
        let (one, other) = (signed_in(&app), signed_in(&app));
        change();
        for cookie in [one, other] {
            me(&app, &cookie).refused(401, "invalid_key");
        }
    };
    let path = format!("/api/operators/{}", ada.id);
    let set = json!({"password": PASSWORD});
    ends(&|| {
        let target = format!("{path}/password");
        app.post(&target, &set).bearer(&owner.token).ok(200)
    });
    ends(&|| {
        let off = json!({"is_disabled": true});
        app.patch(&path, &off).bearer(&owner.token).ok(200);
        let on = json!({"is_disabled": false});
        app.patch(&path, &on).bearer(&owner.token).ok(200)
    });
    ends(&|| {
        // The tokens that it had were revoked when it was disabled.
        let tokens = app.post(&format!("{path}/tokens"), &json!({})).local();
        let token = text(&tokens.ok(201), "token");
        app.delete(&format!("{path}/sessions"))
            .bearer(&token)
            .ok(200)
    });
}

#[test]
fn sign_ins_are_throttled_per_account_and_per_address() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    for number in 0..5 {
        let from = format!("192.0.2.{number}");
        login(&app, "ada", "wrong")
            .from(&from)
            .refused(401, "invalid_key");
    }
    let head = app.head();
    let refused = login(&app, "ada", PASSWORD).from("192.0.2.9").send();
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (429, Some("12")),
        "{refused}"
    );
    assert_eq!(app.head(), head);
    app.advance(Duration::from_secs(12));
    login(&app, "ada", PASSWORD).from("192.0.2.9").ok(200);

    for number in 0..20 {
        let name = format!("guess-{number}");
        login(&app, &name, "wrong")
            .from("198.51.100.1")
            .refused(401, "invalid_key");
    }
    login(&app, "another", "wrong")
        .from("198.51.100.1")
        .refused(429, "rate_limited");
    login(&app, "another", "wrong")
        .from("198.51.100.2")
        .refused(401, "invalid_key");
}
