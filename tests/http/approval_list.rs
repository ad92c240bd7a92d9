//! `/api/approvals`: every request for approval there was, and what became of it.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};
use crate::tidy::Tidy;

fn fixture() -> (TestApp, Customer, Customer) {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    for customer in [&acme, &globex] {
        app.without_rate_limit(customer);
        app.agent(customer, "bot");
        app.permit(customer, "require_approval", ("bot", "refund", "*"));
    }
    (app, acme, globex)
}

fn ask(app: &TestApp, customer: &Customer, resource: &str) -> String {
    let asked = app.check(customer, ("bot", "refund", resource));
    text(&asked["approval"], "request_id")
}

fn settle(app: &TestApp, verb: &str, request: &str) {
    let body = json!({"request_id": request, "human_id": "ada@acme.example", "notes": "checked"});
    app.post(&format!("/api/agent/{verb}"), &body)
        .local()
        .ok(200);
}

/// Resources and how they stand, newest first.
fn standing(app: &TestApp, query: &str) -> Vec<(String, String)> {
    let list = app.get(&format!("/api/approvals?{query}")).local().ok(200);
    let items = list["data"].as_array().unwrap().iter();
    items
        .map(|item| (text(item, "resource"), text(item, "status")))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
    expected.iter().map(owned).collect()
}

#[test]
fn what_became_of_each_is_told() {
    let (app, acme, globex) = fixture();
    let used = ask(&app, &acme, "used");
    settle(&app, "approve", &used);
    app.check(&acme, ("bot", "refund", "used"));
    let lapsed = ask(&app, &acme, "granted in vain");
    settle(&app, "approve", &lapsed);
    ask(&app, &acme, "nobody answered");
    settle(&app, "deny", &ask(&app, &acme, "refused"));
    app.advance(Duration::from_hours(25));
    // Asked again, the one before ends for good; a refusal stays one.
    ask(&app, &acme, "nobody answered");
    ask(&app, &acme, "refused");
    let approved = ask(&app, &acme, "granted");
    settle(&app, "approve", &approved);
    ask(&app, &globex, "elsewhere");
    let expected = pairs(&[
        ("elsewhere", "pending"),
        ("granted", "approved"),
        ("refused", "pending"),
        ("nobody answered", "pending"),
        ("refused", "rejected"),
        ("nobody answered", "expired"),
        ("granted in vain", "expired"),
        ("used", "used"),
    ]);
    assert_eq!(standing(&app, ""), expected);
    let body = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &body).bearer(&acme.key).ok(200);
    let of_acme = format!("customer_id={}", acme.id);
    let cancelled = standing(&app, &format!("status=cancelled&{of_acme}"));
    assert!(
        cancelled.contains(&("granted".to_owned(), "cancelled".to_owned())),
        "{cancelled:?}"
    );
    assert_eq!(
        standing(&app, "status=pending"),
        pairs(&[("elsewhere", "pending")])
    );

    let mut tidy = Tidy::default();
    let shown = app.get(&format!("/api/approvals/{used}")).local().ok(200);
    assert_json_snapshot!("used", tidy.value(&shown));
    let own = app.get(&format!("/api/approvals/{used}"));
    assert_eq!(own.bearer(&acme.key).ok(200), shown);
    for (target, key) in [
        (format!("/api/approvals/{used}"), &globex.key),
        (
            "/api/approvals/apr_01k00000000000000000000000".to_owned(),
            &acme.key,
        ),
        ("/api/approvals/nonsense".to_owned(), &acme.key),
    ] {
        app.get(&target).bearer(key).refused(404, "not_found");
    }
    let theirs = format!("/api/approvals/{used}?customer_id={}", globex.id);
    app.get(&theirs).local().refused(404, "not_found");
}

#[test]
fn the_list_is_filtered_and_paged() {
    let (app, acme, globex) = fixture();
    let requests: Vec<String> = (0..5)
        .map(|n| ask(&app, &acme, &format!("orders/{n}")))
        .collect();
    ask(&app, &globex, "Invoices/1");
    let list = |query: &str, key: &str| {
        let answer = app
            .get(&format!("/api/approvals?{query}"))
            .bearer(key)
            .ok(200);
        answer["data"].as_array().unwrap().clone()
    };
    assert_eq!(list("", &acme.key).len(), 5, "its own alone");
    let found = list("q=INVOICES", &globex.key);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["customer_name"], "Globex");
    let binding = text(&found[0], "binding");
    assert_eq!(standing(&app, &format!("binding={binding}")).len(), 1);
    assert_eq!(standing(&app, &format!("q={}", requests[2])).len(), 1);
    for (query, count) in [
        ("resource=orders/3", 1),
        ("resource=orders", 0),
        ("action=refund", 6),
        ("agent_id=bot", 6),
        ("agent_id=bo", 0),
        ("status=used", 0),
        ("q=order", 5),
    ] {
        assert_eq!(standing(&app, query).len(), count, "{query}");
    }

    let mut seen: Vec<Value> = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = app.get(&format!("/api/approvals?limit=2&q=order{cursor}"));
        let page = page.bearer(&acme.key).ok(200);
        seen.extend(page["data"].as_array().unwrap().iter().cloned());
        if page["has_more"] == false {
            assert_eq!(page["next_cursor"], Value::Null);
            break;
        }
        cursor = format!("&cursor={}", text(&page, "next_cursor"));
    }
    assert_eq!(seen, list("", &acme.key));
    let ids: Vec<String> = seen.iter().rev().map(|r| text(r, "request_id")).collect();
    assert_eq!(ids, requests);

    let approver = app.key(&acme, &json!({"scopes": ["approve"], "holder": "Ada"}));
    assert_eq!(list("", &approver).len(), 5);
    let reader = app.key(&acme, &json!({"scopes": ["read"]}));
    app.get("/api/approvals")
        .bearer(&reader)
        .refused(403, "insufficient_scope");
    app.get("/api/approvals?customer_id=cus_01k00000000000000000000000")
        .local()
        .refused(404, "not_found");
}
