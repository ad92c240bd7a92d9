//! `/api/operators`: operators and their tokens.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{PASSWORD, TestApp, text};
use crate::tidy::Tidy;

#[test]
fn the_local_owner_makes_the_first_operator() {
    let app = TestApp::new();
    let mut tidy = Tidy::default();
    let body = json!({"username": "ada", "role": "owner", "token": true});
    app.post("/api/operators", &body)
        .refused(401, "unauthenticated");
    let made = app.post("/api/operators", &body).local().ok(201);
    let token = text(&made, "token");
    let me = app.get("/api/operators/me").bearer(&token).ok(200);
    let local = app.get("/api/operators/me").local().ok(200);
    assert_json_snapshot!(
        "made",
        tidy.value(&json!({"made": made, "me": me, "local": local}))
    );
    app.post("/api/operators", &body)
        .local()
        .refused(409, "conflict");
    let bare = json!({"username": "bob", "role": "auditor"});
    let bare = app.post("/api/operators", &bare).bearer(&token).ok(201);
    assert_eq!(
        (bare.get("token"), &bare["has_password"]),
        (None, &json!(false))
    );
}

#[test]
fn operators_are_listed_shown_and_changed() {
    let app = TestApp::new();
    let owner = app.operator("ada", "owner");
    let admin = app.operator("bob", "admin");
    let list = app
        .get("/api/operators?limit=1")
        .bearer(&admin.token)
        .ok(200);
    assert_eq!(
        (&list["data"][0]["username"], &list["has_more"]),
        (&json!("ada"), &json!(true))
    );
    let next = format!("/api/operators?cursor={}", text(&list, "next_cursor"));
    let rest = app.get(&next).bearer(&admin.token).ok(200);
    assert_eq!(
        (&rest["data"][0]["username"], &rest["has_more"]),
        (&json!("bob"), &json!(false))
    );
    let path = format!("/api/operators/{}", admin.id);
    let shown = app.get(&path).bearer(&admin.token).ok(200);
    assert_eq!(shown, rest["data"][0]);
    app.get("/api/operators/op_1")
        .bearer(&admin.token)
        .refused(404, "not_found");

    app.patch(&path, &json!({"role": "owner"}))
        .bearer(&admin.token)
        .refused(403, "operator_role");
    app.patch(&path, &json!({"role": "auditor"}))
        .bearer(&owner.token)
        .ok(200);
    let customer = json!({"name": "Acme", "email": "ops@acme.example"});
    app.post("/api/customers/register", &customer).ok(201);
    let list = app.get("/api/customers").bearer(&admin.token).ok(200);
    let target = format!("/api/customers/{}", text(&list["data"][0], "id"));
    app.delete(&target)
        .bearer(&admin.token)
        .refused(403, "operator_role");
    let off = app
        .patch(&path, &json!({"is_disabled": true}))
        .bearer(&owner.token)
        .ok(200);
    assert_eq!(
        (&off["is_disabled"], &off["role"]),
        (&json!(true), &json!("auditor"))
    );
    app.get("/api/operators/me")
        .bearer(&admin.token)
        .refused(401, "invalid_key");
    app.patch(&path, &json!({"is_disabled": false}))
        .bearer(&owner.token)
        .ok(200);
    // Its tokens were revoked for good; its password counts again.
    app.get("/api/operators/me")
        .bearer(&admin.token)
        .refused(401, "invalid_key");
    let body = json!({"username": "bob", "password": PASSWORD});
    app.post("/api/operators/login", &body).ok(200);
}

#[test]
fn a_token_that_ends_leaves_nothing_that_lasts_longer() {
    let app = TestApp::new();
    let owner = app.operator("ada", "owner");
    let scripts = json!({"username": "ci", "role": "admin"});
    let id = text(&app.post("/api/operators", &scripts).local().ok(201), "id");
    let end = app.in_a(Duration::from_hours(1));
    let tokens = format!("/api/operators/{id}/tokens");
    let issue = |body: Value, token: &str| app.post(&tokens, &body).bearer(token);
    let short = text(
        &issue(json!({"expires_at": end}), &owner.token).ok(201),
        "token",
    );
    let later = app.in_a(Duration::from_hours(2));
    let problem = issue(json!({"expires_at": later}), &short).refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "expires_at");
    assert_eq!(issue(json!({}), &short).ok(201)["expires_at"], json!(end));
    let sooner = app.in_a(Duration::from_mins(5));
    let asked = issue(json!({"expires_at": sooner}), &short).ok(201);
    assert_eq!(asked["expires_at"], json!(sooner));
    // Nor does it set a first password.
    let body = json!({"password": "a first and lasting one"});
    let target = format!("/api/operators/{id}/password");
    let problem = app
        .post(&target, &body)
        .bearer(&short)
        .refused(422, "validation_failed");
    assert_eq!(problem["errors"][0]["field"], "password");
    // Nor, as an owner's, does it make an operator whose first token lasts.
    let tokens = format!("/api/operators/{}/tokens", owner.id);
    let body = json!({"expires_at": end});
    let short = text(
        &app.post(&tokens, &body).bearer(&owner.token).ok(201),
        "token",
    );
    let eve = json!({"username": "eve", "role": "auditor", "token": true});
    let eve = text(
        &app.post("/api/operators", &eve).bearer(&short).ok(201),
        "token",
    );
    app.advance(Duration::from_hours(1));
    app.get("/api/operators/me")
        .bearer(&eve)
        .refused(401, "invalid_key");
}

#[test]
fn the_last_owner_stays_one() {
    let app = TestApp::new();
    let ada = app.operator("ada", "owner");
    let path = |id: &str| format!("/api/operators/{id}");
    let demote = json!({"role": "admin"});
    let disable = json!({"is_disabled": true});
    for body in [&demote, &disable] {
        app.patch(&path(&ada.id), body)
            .bearer(&ada.token)
            .refused(409, "conflict");
        app.patch(&path(&ada.id), body)
            .local()
            .refused(409, "conflict");
    }
    let eve = app.operator("eve", "owner");
    app.patch(&path(&eve.id), &disable)
        .bearer(&ada.token)
        .ok(200);
    app.patch(&path(&ada.id), &demote)
        .bearer(&ada.token)
        .refused(409, "conflict");
    app.patch(&path(&eve.id), &json!({"is_disabled": false}))
        .bearer(&ada.token)
        .ok(200);
    app.patch(&path(&ada.id), &demote)
        .bearer(&ada.token)
        .ok(200);
    app.post("/api/operators", &json!({"username": "x", "role": "owner"}))
        .bearer(&ada.token)
        .refused(403, "operator_role");
}

#[test]
fn tokens_are_issued_listed_and_revoked_for_oneself_or_by_an_owner() {
    let app = TestApp::new();
    let owner = app.operator("ada", "owner");
    let auditor = app.operator("dan", "auditor");
    let other = app.operator("eve", "admin");
    let target = format!("/api/operators/{}/tokens", auditor.id);
    let soon = app.in_a(Duration::from_mins(1));
    let body = json!({"name": "script", "expires_at": soon});
    let issued = app.post(&target, &body).bearer(&auditor.token).ok(201);
    let mut tidy = Tidy::default();
    let listed = app.get(&target).bearer(&owner.token).ok(200);
    assert_json_snapshot!("tokens", tidy.value(&json!([issued, listed])));
    for answer in [
        app.post(&target, &body).bearer(&other.token),
        app.get(&target).bearer(&other.token),
        app.delete(&format!("{target}/{}", auditor.token_id))
            .bearer(&other.token),
        app.delete(&format!("/api/operators/{}/sessions", auditor.id))
            .bearer(&other.token),
    ] {
        answer.refused(403, "operator_role");
    }
    let token = text(&issued, "token");
    app.get("/api/operators/me").bearer(&token).ok(200);
    app.advance(Duration::from_mins(1));
    app.get("/api/operators/me")
        .bearer(&token)
        .refused(401, "invalid_key");
    let past = app
        .post(&target, &body)
        .bearer(&owner.token)
        .refused(422, "validation_failed");
    assert_eq!(past["errors"][0]["field"], "expires_at");

    let one = format!("{target}/{}", auditor.token_id);
    app.delete(&one).bearer(&owner.token).ok(200);
    app.get("/api/operators/me")
        .bearer(&auditor.token)
        .refused(401, "invalid_key");
    app.delete(&one).bearer(&owner.token).ok(200);
    app.delete(&format!("{target}/{}", owner.token_id))
        .bearer(&owner.token)
        .refused(404, "not_found");
    let path = format!("/api/operators/{}", auditor.id);
    app.patch(&path, &json!({"is_disabled": true}))
        .bearer(&owner.token)
        .ok(200);
    app.post(&target, &json!({}))
        .bearer(&owner.token)
        .refused(409, "conflict");
}

#[test]
fn a_password_is_set_by_its_operator_or_an_owner() {
    let app = TestApp::new();
    let owner = app.operator("ada", "owner");
    let bob = app.operator("bob", "admin");
    let target = format!("/api/operators/{}/password", bob.id);
    let set = |body: Value, token: &str| app.post(&target, &body).bearer(token);
    let login = |password: &str| {
        app.post(
            "/api/operators/login",
            &json!({"username": "bob", "password": password}),
        )
    };
    for wrong in [
        json!({"password": "a new and longer one"}),
        json!({
            "password": "a new and longer one", "current_password": "guessed",
        }),
    ] {
        let head = app.head();
        let problem = set(wrong, &bob.token).refused(422, "validation_failed");
        assert_eq!(problem["errors"][0]["field"], "current_password");
        let record = app.log("limit=1").remove(0);
        assert_eq!(
            (&record["result"], app.head()),
            (&json!("refused"), head + 1)
        );
    }
    let right = json!({"password": "a new and longer one", "current_password": PASSWORD});
    set(right, &bob.token).ok(200);
    login(PASSWORD).refused(401, "invalid_key");
    login("a new and longer one").ok(200);
    // An owner sets another's without knowing it, and nobody else does.
    set(json!({"password": "the owner said so"}), &owner.token).ok(200);
    login("the owner said so").ok(200);
    let eve = app.operator("eve", "admin");
    set(json!({"password": "eve would like it"}), &eve.token).refused(403, "operator_role");
    for short in ["", "elevenchars"] {
        set(json!({"password": short}), &owner.token).refused(422, "validation_failed");
    }
}

#[test]
fn ones_own_password_is_guessed_no_faster_than_at_the_door() {
    let app = TestApp::new();
    let bob = app.operator("bob", "admin");
    let target = format!("/api/operators/{}/password", bob.id);
    let body = json!({"password": "a new and longer one", "current_password": "guessed"});
    for _ in 0..5 {
        app.post(&target, &body)
            .bearer(&bob.token)
            .refused(422, "validation_failed");
    }
    app.post(&target, &body)
        .bearer(&bob.token)
        .refused(429, "rate_limited");
}
