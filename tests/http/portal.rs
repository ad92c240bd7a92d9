//! Customers' sessions in the portal: signing in with a key, what a session may do, and when it
//! ends.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Call, Customer, PASSWORD, TestApp, text};
use crate::tidy::Tidy;

fn login<'a>(app: &'a TestApp, key: &str) -> Call<'a> {
    app.post("/api/portal/login", &json!({"api_key": key}))
}

fn who<'a>(app: &'a TestApp, cookie: &str) -> Call<'a> {
    app.get("/api/session").session(cookie)
}

fn customer<'a>(app: &'a TestApp, cookie: &str) -> Call<'a> {
    app.get("/api/customers/me").session(cookie)
}

/// The session is over: what needs one refuses, what needs none sees nobody.
#[track_caller]
fn is_over(app: &TestApp, cookie: &str) {
    customer(app, cookie).refused(401, "invalid_key");
    assert_eq!(who(app, cookie).ok(200)["kind"], "nobody");
}

#[test]
fn a_customer_signs_in_with_a_key_and_out() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let answered = login(&app, &format!(" {} ", acme.key)).send();
    let mut tidy = Tidy::default();
    assert_json_snapshot!("portal_signed_in", tidy.value(&answered.json()));
    assert_eq!(
        tidy.text(answered.header("set-cookie").unwrap()),
        "__Host-portcullis=pse-[secret]; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict"
    );
    let secret = answered.cookie().split_once('=').unwrap().1.to_owned();
    assert!(!answered.text().contains(&secret), "it is in the cookie");
    let cookie = answered.cookie();
    assert_eq!(who(&app, &cookie).ok(200), answered.json());
    let record = app.log("limit=1&action=portal.login").remove(0);
    assert_json_snapshot!("portal_login_record", Tidy::default().value(&record));
    // As a bearer it opens nothing: a session is a browser's.
    app.get("/api/customers/me")
        .bearer(&secret)
        .refused(401, "invalid_key");
    let out = app.call("POST", "/api/portal/logout").session(&cookie);
    let out = out.send();
    assert_eq!(out.status, 200, "{out}");
    let cleared = "__Host-portcullis=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";
    assert_eq!(out.header("set-cookie"), Some(cleared));
    is_over(&app, &cookie);
    login(&app, &acme.key).ok(200);
}

#[test]
fn what_it_does_is_on_record_with_the_session_and_its_key() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let cookie = app.portal(&acme.key);
    let id = text(&who(&app, &cookie).ok(200), "session_id");
    let agent = json!({"id": "bot", "name": "Bot", "owner": "ops"});
    let make = app.post("/api/admin/agents", &agent).session(&cookie);
    make.ok(201);
    let record = app.log("limit=1").remove(0);
    let actor = json!({"kind": "portal", "id": id, "via": acme.key_id});
    assert_eq!(record["actor"], actor, "{record}");
    let holder = app.key(&acme, &json!({"scopes": ["manage"], "holder": "Ada"}));
    let cookie = app.portal(&holder);
    app.delete("/api/admin/agents/bot").session(&cookie).ok(200);
    assert_eq!(app.log("limit=1")[0]["actor"]["name"], "Ada");
}

#[test]
fn a_wrong_key_is_told_one_thing_and_is_on_record() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let expired = app.in_a(Duration::from_mins(1));
    let expired = app.key(&acme, &json!({"name": "short", "expires_at": expired}));
    let body = json!({"name": "revoked"});
    let target = format!("/api/customers/{}/api-keys/generate", acme.id);
    let made = app.post(&target, &body).local().ok(201);
    let target = format!(
        "/api/customers/{}/api-keys/{}",
        acme.id,
        text(&made, "key_id")
    );
    app.delete(&target).local().ok(200);
    app.advance(Duration::from_secs(61));
    let operator = app.operator("ada", "owner");
    let mut told: Vec<Value> = Vec::new();
    for wrong in [
        "",
        "nonsense",
        "sk-0000000000000000000000000000000000000000000000",
        &expired,
        &text(&made, "api_key"),
        &operator.token,
    ] {
        let head = app.head();
        let answered = login(&app, wrong).send();
        assert_eq!(answered.header("set-cookie"), None);
        let mut problem = answered.json();
        assert_eq!(
            (answered.status, &problem["code"]),
            (401, &json!("invalid_key"))
        );
        problem["request_id"].take();
        told.push(problem);
        let record = app.log("limit=1").remove(0);
        assert_eq!(app.head(), head + 1);
        assert_eq!(record["action"], "portal.login");
        assert_eq!(record["reason"], "invalid_key");
        assert_eq!(record["actor"], json!({"kind": "nobody"}));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    // The customer sees that somebody tried with a key that it had revoked.
    let own = app.get("/api/logs?action=portal.login").bearer(&acme.key);
    assert_eq!(own.ok(200).as_array().unwrap().len(), 2);
}

#[test]
fn a_key_that_only_asks_does_not_sign_in() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    let checks = app.key(&acme, &json!({"scopes": ["check"]}));
    let agents = app.key(&acme, &json!({"agent_id": "bot"}));
    for key in [checks, agents] {
        login(&app, &key).refused(403, "insufficient_scope");
    }
    app.delete(&format!("/api/customers/{}", acme.id))
        .local()
        .ok(200);
    login(&app, &acme.key).refused(403, "customer_inactive");
}

#[test]
fn signing_in_is_for_safe_connections() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let head = app.head();
    let refused = login(&app, &acme.key).plain().send();
    assert_eq!(refused.json()["code"], "insecure_connection", "{refused}");
    assert_eq!(refused.header("set-cookie"), None);
    assert_eq!(app.head(), head);
    let here = app.get("/api/session");
    assert_eq!(here.ok(200)["may_sign_in"], true);
    let there = app.get("/api/session").plain();
    assert_eq!(there.ok(200)["may_sign_in"], false);
    login(&app, &acme.key).plain().host("localhost").ok(200);
}

#[test]
fn guesses_are_throttled_by_address() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    for _ in 0..20 {
        login(&app, "sk-guess").refused(401, "invalid_key");
    }
    let head = app.head();
    let refused = login(&app, &acme.key).send();
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (429, Some("3")),
        "{refused}"
    );
    assert_eq!(app.head(), head);
    // It is one door: who guesses at keys does not guess at passwords from there.
    let body = json!({"username": "ada", "password": PASSWORD});
    app.post("/api/operators/login", &body)
        .refused(429, "rate_limited");
    login(&app, &acme.key).from("192.0.2.7").ok(200);
}

#[test]
fn whom_the_cookie_stands_for() {
    let app = TestApp::with(|setup| setup.live.registration_is_open = false);
    let nobody = |needs_setup| {
        json!({"kind": "nobody", "may_sign_in": true, "needs_setup": needs_setup,
            "registration": "closed", "public_url": null})
    };
    assert_eq!(app.get("/api/session").ok(200), nobody(true));
    let ada = app.operator("ada", "auditor");
    assert_eq!(app.get("/api/session").ok(200), nobody(false));
    for cookie in ["__Host-portcullis=", "__Host-portcullis=pse-x", "a=b"] {
        assert_eq!(who(&app, cookie).ok(200), nobody(false));
    }
    // What is sent on purpose must be valid, here as everywhere.
    app.get("/api/session")
        .bearer("sk-typo")
        .refused(401, "invalid_key");
    let body = json!({"username": "ada", "password": PASSWORD});
    let cookie = app.post("/api/operators/login", &body).send().cookie();
    let mut tidy = Tidy::default();
    assert_json_snapshot!("who_operator", tidy.value(&who(&app, &cookie).ok(200)));
    let by_token = app.get("/api/session").bearer(&ada.token).ok(200);
    assert_eq!(by_token["username"], "ada");
    assert_eq!(by_token["session_id"], Value::Null);
    let local = app.get("/api/session").local().ok(200);
    assert_eq!(
        (&local["role"], &local["id"]),
        (&json!("owner"), &Value::Null)
    );
    let acme = app.register("Acme");
    let by_key = app.get("/api/session").bearer(&acme.key).ok(200);
    assert_eq!(by_key["key_id"], acme.key_id);
    assert_eq!(by_key["expires_at"], Value::Null);
}

#[test]
fn one_browser_has_one_session() {
    let app = TestApp::new();
    app.operator("ada", "owner");
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    let body = json!({"username": "ada", "password": PASSWORD});
    let operator = app.post("/api/operators/login", &body).send().cookie();
    let visit = login(&app, &acme.key).session(&operator).send().cookie();
    assert_eq!(who(&app, &operator).ok(200)["kind"], "nobody");
    let other = login(&app, &globex.key).session(&visit).send().cookie();
    is_over(&app, &visit);
    let me = customer(&app, &other).ok(200);
    assert_eq!(me["id"], globex.id);
    let again = app.post("/api/operators/login", &body).session(&other);
    let again = again.send().cookie();
    is_over(&app, &other);
    assert_eq!(who(&app, &again).ok(200)["kind"], "operator");
    // What was not the right key changes nothing.
    login(&app, "sk-x")
        .session(&again)
        .refused(401, "invalid_key");
    assert_eq!(who(&app, &again).ok(200)["kind"], "operator");
    // Nobody chooses a session's secret beforehand.
    let planted = "__Host-portcullis=pse-0000000000000000000000000000000000000000000000";
    let fresh = login(&app, &acme.key).session(planted).send().cookie();
    assert_ne!(fresh, planted);
    is_over(&app, planted);
}

#[test]
fn a_session_changes_things_from_its_own_page_only() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let other = app.register("Globex");
    let cookie = app.portal(&acme.key);
    let head = app.head();
    let calls = || {
        let agent = json!({"name": "Bot", "owner": "ops"});
        let switch = json!({"enabled": true});
        let question = json!({"agent_id": "a", "action": "b", "resource": "c", "dry_run": true});
        [
            app.post("/api/admin/agents", &agent),
            app.post(&format!("/api/customers/{}/kill-switch", acme.id), &switch),
            app.post("/api/agents/check", &question),
            app.call("POST", "/api/portal/logout"),
            // Nor is a browser signed in to another's portal from elsewhere.
            login(&app, &other.key),
        ]
    };
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "http://gate.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
    ] {
        for call in calls() {
            call.header("cookie", &cookie)
                .header(name, value)
                .refused(403, "foreign_origin");
        }
    }
    assert_eq!(app.head(), head);
    assert_eq!(who(&app, &cookie).ok(200)["kind"], "customer");
    let [make, ..] = calls();
    make.header("cookie", &cookie)
        .header("origin", "https://gate.example")
        .ok(201);
}

#[test]
fn a_session_is_not_charged_but_for_checks() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "free");
    let cookie = app.portal(&acme.key);
    let made = json!({"id": "bot", "name": "Bot", "owner": "ops"});
    app.post("/api/admin/agents", &made)
        .session(&cookie)
        .ok(201);
    for _ in 0..30 {
        customer(&app, &cookie).ok(200);
    }
    let calls = |app: &TestApp| {
        app.http.app().flush_usage();
        let target = format!("/api/customers/{}", acme.id);
        app.get(&target).local().ok(200)["total_api_calls"].take()
    };
    assert_eq!(calls(&app), 0);
    let ask = |is_dry: bool| {
        let body = json!({"agent_id": "bot", "action": "a", "resource": "b", "dry_run": is_dry});
        app.post("/api/agents/check", &body).session(&cookie)
    };
    for is_dry in [true, false].into_iter().cycle().take(10) {
        ask(is_dry).ok(200);
    }
    assert_eq!(calls(&app), 10);
    ask(true).refused(429, "rate_limited");
    let record = app.log("limit=1&action=a").remove(0);
    assert_eq!(record["actor"]["via"], acme.key_id, "{record}");
    // Reading goes on, up to a limit of its own.
    for _ in 0..(600 - 31) {
        customer(&app, &cookie).ok(200);
    }
    let refused = customer(&app, &cookie).send();
    assert_eq!(refused.status, 429, "{refused}");
    assert_eq!(refused.header("retry-after"), Some("1"));
    // It is the session's own, and kill switches are not held up.
    let another = app.portal(&acme.key);
    customer(&app, &another).ok(200);
    let kill = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &kill).session(&cookie).ok(200);
}

#[test]
fn a_session_ends_with_its_key_or_its_customer() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let target = format!("/api/customers/{}/api-keys/generate", acme.id);
    let made = app.post(&target, &json!({})).bearer(&acme.key).ok(201);
    let cookie = app.portal(&text(&made, "api_key"));
    let stays = app.portal(&acme.key);
    customer(&app, &cookie).ok(200);
    let target = format!(
        "/api/customers/{}/api-keys/{}",
        acme.id,
        text(&made, "key_id")
    );
    app.delete(&target).session(&stays).ok(200);
    is_over(&app, &cookie);
    customer(&app, &stays).ok(200);

    let path = format!("/api/customers/{}", acme.id);
    app.delete(&path).local().ok(200);
    is_over(&app, &stays);
    let back = app.call("POST", &format!("{path}/reactivate"));
    back.local().ok(200);
    is_over(&app, &stays);
    let cookie = app.portal(&acme.key);
    customer(&app, &cookie).ok(200);
    // A session may end its own key, and is answered once more.
    let target = format!("{path}/api-keys/{}", acme.key_id);
    app.delete(&target).session(&cookie).ok(200);
    is_over(&app, &cookie);
}

#[test]
fn a_session_ends_in_time() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let ends = app.in_a(Duration::from_hours(1));
    let key = app.key(&acme, &json!({"expires_at": ends}));
    let answered = login(&app, &key).send();
    assert_eq!(answered.json()["expires_at"], ends);
    assert!(
        answered
            .header("set-cookie")
            .unwrap()
            .contains("Max-Age=35")
    );
    let (short, long) = (answered.cookie(), app.portal(&acme.key));
    for _ in 0..2 {
        app.advance(Duration::from_mins(29));
        customer(&app, &short).ok(200);
        customer(&app, &long).ok(200);
    }
    app.advance(Duration::from_mins(3));
    is_over(&app, &short);
    // Looking whether one is signed in keeps no session awake; anything else does.
    for _ in 0..2 {
        app.advance(Duration::from_mins(13));
        assert_eq!(who(&app, &long).ok(200)["kind"], "customer");
    }
    app.advance(Duration::from_mins(2));
    is_over(&app, &long);
    let cookie = app.portal(&acme.key);
    for _ in 0..(12 * 60 / 20 - 1) {
        app.advance(Duration::from_mins(20));
        customer(&app, &cookie).ok(200);
    }
    app.advance(Duration::from_mins(20));
    is_over(&app, &cookie);
}

#[test]
fn one_key_holds_so_many_sessions_and_no_more() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let other = app.key(&acme, &json!({}));
    let untouched = app.portal(&other);
    let mut cookies: Vec<String> = Vec::new();
    for _ in 0..21 {
        app.advance(Duration::from_secs(5));
        cookies.push(app.portal(&acme.key));
    }
    is_over(&app, &cookies[0]);
    for cookie in cookies.iter().skip(1).chain([&untouched]) {
        customer(&app, cookie).ok(200);
    }
}

#[test]
fn a_session_reaches_no_further_than_its_customer_and_its_key() {
    let app = TestApp::new();
    let (acme, globex): (Customer, Customer) = (app.register("Acme"), app.register("Globex"));
    let cookie = app.portal(&app.key(&acme, &json!({"scopes": ["read"]})));
    let get = |target: &str| app.get(target).session(&cookie);
    get(&format!("/api/customers/{}", acme.id)).ok(200);
    get(&format!("/api/customers/{}", globex.id)).refused(404, "not_found");
    get(&format!("/api/logs?customer_id={}", globex.id)).refused(404, "not_found");
    get("/api/customers").refused(403, "operator_role");
    get("/api/operators").refused(403, "operator_role");
    get("/metrics").refused(403, "operator_role");
    let generate = format!("/api/customers/{}/api-keys/generate", acme.id);
    let mint = |cookie: &str, body: Value| app.post(&generate, &body).session(cookie);
    mint(&cookie, json!({})).refused(403, "insufficient_scope");
    // A key that a session mints has what the session's key has, and no more.
    let ends = app.in_a(Duration::from_hours(1));
    let manage = app.key(
        &acme,
        &json!({"scopes": ["read", "manage"], "expires_at": ends}),
    );
    let cookie = app.portal(&manage);
    mint(&cookie, json!({"scopes": ["check"]})).refused(403, "insufficient_scope");
    mint(&cookie, json!({"scopes": ["approve"], "holder": "Ada"}))
        .refused(403, "insufficient_scope");
    mint(&cookie, json!({})).ok(201);
    let keys = app.get(&format!("/api/customers/{}/api-keys", acme.id));
    let minted = keys
        .local()
        .ok(200)
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(minted["scopes"], json!(["read", "manage"]));
    assert_eq!(minted["expires_at"], ends);
}

#[test]
fn nobody_answers_what_they_asked_by_way_of_a_session() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "*", "*"));
    let both = json!({"scopes": ["check", "read", "manage", "approve"], "holder": "Ada"});
    let key = app.key(&acme, &both);
    let ask = |call: &dyn Fn(Call<'_>) -> Value, what: &str| {
        let body = json!({"agent_id": "bot", "action": "pay", "resource": what});
        let asked = call(app.post("/api/agents/check", &body));
        text(&asked["approval"], "request_id")
    };
    let cookie = app.portal(&key);
    let approve = |id: &str| app.post("/api/agent/approve", &json!({"request_id": id}));
    // Asked by the session, by its key, and by a key that the session minted.
    let minted = app.post(
        &format!("/api/customers/{}/api-keys/generate", acme.id),
        &json!({"scopes": ["check"]}),
    );
    let minted = text(&minted.session(&cookie).ok(201), "api_key");
    let asked = [
        ask(&|call| call.session(&cookie).ok(200), "a"),
        ask(&|call| call.bearer(&key).ok(200), "b"),
        ask(&|call| call.bearer(&minted).ok(200), "c"),
    ];
    let again = app.portal(&key);
    for id in &asked {
        approve(id)
            .session(&again)
            .refused(403, "insufficient_scope");
        approve(id).bearer(&key).refused(403, "insufficient_scope");
    }
    // Another person's does, and the record says whose.
    let body = json!({"scopes": ["approve"], "holder": "Bob"});
    let other = app.portal(&app.key(&acme, &body));
    for id in &asked {
        approve(id).session(&other).ok(200);
    }
    let record = app.log("limit=1&action=approval.approve").remove(0);
    assert_eq!(record["actor"]["name"], "Bob", "{record}");
}

fn open<'a>(app: &'a TestApp, token: &str) -> Call<'a> {
    app.post("/api/portal/open", &json!({"token": token}))
}

fn links(app: &TestApp, customer: &Customer) -> Value {
    let target = format!("/api/customers/{}/portal-links", customer.id);
    app.get(&target).local().ok(200)
}

#[test]
fn an_operator_sends_a_link_that_works_once() {
    let app = TestApp::with(|setup| {
        setup.http.public_url = Some("https://portcullis.example".to_owned());
    });
    let acme = app.register("Acme");
    let admin = app.operator("bob", "admin");
    let target = format!("/api/customers/{}/portal-links", acme.id);
    let body = json!({"holder": "Ada Lovelace", "expires_in_hours": 1});
    let made = app.post(&target, &body).bearer(&admin.token).ok(201);
    let token = text(&made, "token");
    assert_eq!(
        made["url"],
        format!("https://portcullis.example/portal#{token}")
    );
    assert_json_snapshot!("portal_link", Tidy::default().value(&made));
    let listed = links(&app, &acme);
    assert_json_snapshot!("portal_links", Tidy::default().value(&listed));
    assert!(!listed.to_string().contains(&token));
    let answered = open(&app, &format!(" {token} ")).send();
    assert_json_snapshot!("portal_opened", Tidy::default().value(&answered.json()));
    assert_eq!(links(&app, &acme), json!([]));
    let record = app.log("limit=1").remove(0);
    assert_json_snapshot!("portal_open_record", Tidy::default().value(&record));
    let cookie = answered.cookie();
    assert_eq!(who(&app, &cookie).ok(200), answered.json());
    let head = app.head();
    open(&app, &token).refused(410, "portal_link_over");
    assert_eq!(app.head(), head + 1);
    assert_eq!(app.log("limit=1")[0]["actor"], json!({"kind": "nobody"}));
    // What is done with it says by whom.
    let change = app.post(
        "/api/admin/agents",
        &json!({"id": "bot", "name": "Bot", "owner": "ops"}),
    );
    change
        .header("cookie", &cookie)
        .header("origin", "https://portcullis.example")
        .ok(201);
    let actor = app.log("limit=1")[0]["actor"].take();
    assert_eq!(
        actor,
        json!({"kind": "portal", "id": answered.json()["session_id"],
            "name": "Ada Lovelace", "via": made["link_id"]})
    );
}

#[test]
fn a_link_that_is_over_opens_nothing() {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    let late = app.portal_link(&acme, &json!({"expires_in_hours": 1}));
    app.advance(Duration::from_hours(1));
    let withdrawn = app.portal_link(&acme, &json!({}));
    let id = text(&links(&app, &acme)[0], "id");
    assert_eq!(links(&app, &acme).as_array().unwrap().len(), 1);
    let target = |customer: &Customer| format!("/api/customers/{}/portal-links/{id}", customer.id);
    app.delete(&target(&globex))
        .local()
        .refused(404, "not_found");
    app.delete(&target(&acme)).local().ok(200);
    app.delete(&target(&acme)).local().refused(404, "not_found");
    let never = "plk-0000000000000000000000000000000000000000000000";
    let mut told: Vec<Value> = Vec::new();
    for token in [late.as_str(), &withdrawn, never, "nonsense", "", &acme.key] {
        let answered = open(&app, token).send();
        assert_eq!(answered.header("set-cookie"), None);
        let mut problem = answered.json();
        assert_eq!(
            (answered.status, &problem["code"]),
            (410, &json!("portal_link_over"))
        );
        problem["request_id"].take();
        told.push(problem);
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    // Links go with the customer, and with the operator who made them.
    let waiting = app.portal_link(&globex, &json!({}));
    let path = format!("/api/customers/{}", globex.id);
    app.delete(&path).local().ok(200);
    let link = app.post(&format!("{path}/portal-links"), &json!({}));
    link.local().refused(409, "conflict");
    app.call("POST", &format!("{path}/reactivate"))
        .local()
        .ok(200);
    open(&app, &waiting).refused(410, "portal_link_over");
}

/// Whoever may send no links any more may have sent one to themselves, and be in already.
#[test]
fn links_and_the_sessions_that_rest_on_one_end_with_their_sender() {
    let app = TestApp::new();
    let globex = app.register_on("Globex", "pro");
    let path = format!("/api/customers/{}", globex.id);
    let sent_by = |token: &str, kind: &str, body: &Value| {
        let call = app.post(&format!("{path}/{kind}"), body).bearer(token);
        call.ok(201)
    };
    let enter = |token: &str| {
        app.advance(Duration::from_mins(1));
        let answered = open(&app, token).send();
        assert_eq!(answered.status, 200, "{answered}");
        answered.cookie()
    };
    app.operator("ida", "owner");
    let stays = enter(&app.portal_link(&globex, &json!({})));
    for (name, role, change, ends) in [
        ("eve", "admin", json!({"is_disabled": true}), true),
        ("mal", "admin", json!({"role": "approver"}), true),
        ("una", "owner", json!({"role": "auditor"}), true),
        ("bob", "owner", json!({"role": "admin"}), false),
    ] {
        let operator = app.operator(name, role);
        let sent = |kind: &str, body: &Value| sent_by(&operator.token, kind, body);
        let inside = enter(&text(&sent("portal-links", &json!({})), "token"));
        customer(&app, &inside).ok(200);
        let waiting = text(&sent("portal-links", &json!({})), "token");
        let key_link = text(&sent("key-links", &json!({"delivery": "link"})), "link");
        let key_link = key_link.split_once('#').unwrap().1;
        let others = app.portal_link(&globex, &json!({}));
        app.patch(&format!("/api/operators/{}", operator.id), &change)
            .local()
            .ok(200);
        let record = text(&app.log("limit=1&action=operator.update")[0], "id");
        let record = app.get(&format!("/api/logs/{record}")).local().ok(200);
        let details = record["details"].clone();
        let redeemed = app.post("/api/key-links/redeem", &json!({"link": key_link}));
        if ends {
            // Nothing comes back with the right.
            let back = json!({"is_disabled": false, "role": role});
            app.patch(&format!("/api/operators/{}", operator.id), &back)
                .local()
                .ok(200);
            is_over(&app, &inside);
            open(&app, &waiting).refused(410, "portal_link_over");
            redeemed.refused(404, "not_found");
            assert_eq!(
                (&details["links_ended"], &details["portal_sessions_closed"]),
                (&json!(2), &json!(1)),
                "{details}"
            );
        } else {
            customer(&app, &inside).ok(200);
            enter(&waiting);
            redeemed.ok(201);
            assert_eq!(details.get("links_ended"), None, "{details}");
        }
        enter(&others);
    }
    customer(&app, &stays).ok(200);
}

#[test]
fn a_link_gives_what_it_says_and_to_whom() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let target = format!("/api/customers/{}/portal-links", acme.id);
    let ask = |body: Value| app.post(&target, &body).local();
    for (field, body) in [
        ("scopes", json!({"scopes": []})),
        ("scopes", json!({"scopes": ["check"]})),
        ("holder", json!({"scopes": ["approve"]})),
        ("expires_in_hours", json!({"expires_in_hours": 0})),
        ("expires_in_hours", json!({"expires_in_hours": 169})),
    ] {
        let problem = ask(body).refused(422, "validation_failed");
        assert_eq!(problem["errors"][0]["field"], field);
    }
    // Approvals carry the holder; what the link's own session asked it does not answer.
    app.agent(&acme, "bot");
    app.permit(&acme, "require_approval", ("bot", "*", "*"));
    let all = json!({"scopes": ["check", "read", "manage", "approve"], "holder": "Ada"});
    let cookie = app.portal_by_link(&acme, &all);
    let question = json!({"agent_id": "bot", "action": "pay", "resource": "own"});
    let asked = app.post("/api/agents/check", &question).session(&cookie);
    let own = text(&asked.ok(200)["approval"], "request_id");
    let asked = app.check(&acme, ("bot", "pay", "other"));
    let other = text(&asked["approval"], "request_id");
    let approve = |id: &str| app.post("/api/agent/approve", &json!({"request_id": id}));
    approve(&own)
        .session(&cookie)
        .refused(403, "insufficient_scope");
    approve(&other).session(&cookie).ok(200);
    assert_eq!(app.log("limit=1")[0]["actor"]["name"], "Ada");
    // Nor does it mint a key that could.
    let generate = format!("/api/customers/{}/api-keys/generate", acme.id);
    let mint = |cookie: &str, body: Value| app.post(&generate, &body).session(cookie);
    mint(&cookie, json!({"scopes": ["approve"], "holder": "Ada"}))
        .refused(403, "insufficient_scope");
    let few = app.portal_by_link(&acme, &json!({"scopes": ["manage"]}));
    mint(&few, json!({"scopes": ["read"]})).refused(403, "insufficient_scope");
    let minted = text(&mint(&few, json!({})).ok(201), "api_key");
    app.get("/api/customers/me")
        .bearer(&minted)
        .refused(403, "insufficient_scope");
    assert_eq!(who(&app, &few).ok(200)["scopes"], json!(["manage"]));
}

#[test]
fn only_so_many_links_wait_at_once() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    for _ in 0..100 {
        app.portal_link(&acme, &json!({"expires_in_hours": 1}));
    }
    let target = format!("/api/customers/{}/portal-links", acme.id);
    let one_more = || app.post(&target, &json!({})).local();
    one_more().refused(403, "limit_reached");
    app.advance(Duration::from_hours(1));
    one_more().ok(201);
    assert_eq!(links(&app, &acme).as_array().unwrap().len(), 1);
}

#[test]
fn sessions_are_listed_and_ended_one_by_one() {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    let path = |customer: &Customer| format!("/api/customers/{}/sessions", customer.id);
    let by_key = app.portal(&acme.key);
    let by_link = app.portal_by_link(&acme, &json!({"holder": "Ada"}));
    let theirs = app.portal(&globex.key);
    let listed = app.get(&path(&acme)).session(&by_link).ok(200);
    assert_json_snapshot!("portal_sessions", Tidy::default().value(&listed));
    app.get(&path(&acme))
        .session(&theirs)
        .refused(404, "not_found");
    let end = |customer: &Customer, id: &str| app.delete(&format!("{}/{id}", path(customer)));
    let id = text(&listed[0], "id");
    end(&globex, &id).session(&theirs).refused(404, "not_found");
    end(&acme, "ses_x")
        .session(&by_link)
        .refused(404, "not_found");
    end(&acme, &id).session(&by_link).ok(200);
    is_over(&app, &by_key);
    end(&acme, &id).session(&by_link).refused(404, "not_found");
    app.advance(Duration::from_mins(31));
    let idle = app.get(&path(&acme)).bearer(&acme.key).ok(200);
    assert_eq!(idle, json!([]), "what was idle for too long is no session");
}

#[test]
fn operators_see_and_end_their_own_sessions() {
    let app = TestApp::new();
    let (ada, bob) = (app.operator("ada", "owner"), app.operator("bob", "auditor"));
    let login = |name: &str| {
        let body = json!({"username": name, "password": PASSWORD});
        app.post("/api/operators/login", &body).send().cookie()
    };
    let (one, other, owner) = (login("bob"), login("bob"), login("ada"));
    let path = |id: &str| format!("/api/operators/{id}/sessions");
    let listed = app.get(&path(&bob.id)).session(&other).ok(200);
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert_eq!(listed[0]["last_used_at"], Value::Null);
    let is_current = |number: usize| listed[number]["is_current"].clone();
    assert_eq!((is_current(0), is_current(1)), (json!(false), json!(true)));
    let id = text(&listed[0], "id");
    app.get(&path(&ada.id))
        .session(&other)
        .refused(403, "operator_role");
    // Another's session is not found under one's own name.
    let owners = app.get(&path(&ada.id)).session(&owner).ok(200);
    let target = format!("{}/{}", path(&bob.id), text(&owners[0], "id"));
    app.delete(&target)
        .session(&other)
        .refused(404, "not_found");
    let target = format!("{}/{}", path(&ada.id), text(&owners[0], "id"));
    app.delete(&target)
        .session(&other)
        .refused(403, "operator_role");
    let target = format!("{}/{id}", path(&bob.id));
    app.delete(&target).session(&other).ok(200);
    assert_eq!(who(&app, &one).ok(200)["kind"], "nobody");
    let target = format!("{}/{}", path(&bob.id), text(&listed[1], "id"));
    app.delete(&target).session(&owner).ok(200);
    assert_eq!(who(&app, &other).ok(200)["kind"], "nobody");
    assert_eq!(who(&app, &owner).ok(200)["kind"], "operator");
}
