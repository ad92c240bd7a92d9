//! `GET /api/logs/export`.

use serde_json::{Value, json};

use crate::harness::{Answered, Customer, TestApp, text};

fn fixture(tier: &str) -> (TestApp, Customer) {
    let app = TestApp::new();
    let acme = app.register_on("Acme", tier);
    app.without_rate_limit(&acme);
    for agent in ["bot", "=cmd()", "two, \"words\""] {
        app.agent(&acme, agent);
        app.check(&acme, (agent, "read", "db"));
    }
    (app, acme)
}

fn export(app: &TestApp, secret: &str, query: &str) -> Answered {
    let target = format!("/api/logs/export{query}");
    let answered = app.get(&target).bearer(secret).send();
    assert_eq!(answered.status, 200, "{answered}");
    let name = answered.header("content-disposition").unwrap();
    assert!(name.starts_with("attachment;"), "{name}");
    answered
}

#[test]
fn lines_are_the_records_of_the_list() {
    let (app, acme) = fixture("pro");
    let list = app.get("/api/logs?limit=100").bearer(&acme.key).ok(200);
    let answered = export(&app, &acme.key, "");
    assert_eq!(
        answered.header("content-type"),
        Some("application/x-ndjson")
    );
    let lines: Vec<Value> = answered
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(Value::Array(lines), list);
    let denied = export(&app, &acme.key, "?result=denied&agent_id=bot&format=ndjson");
    assert_eq!(denied.text().lines().count(), 1);
}

#[test]
fn pages_follow_each_other_and_lose_nothing() {
    let (app, acme) = fixture("pro");
    let whole = export(&app, &acme.key, "?format=csv");
    let mut query = "?limit=3&format=csv".to_owned();
    let mut rows: Vec<String> = Vec::new();
    loop {
        let page = export(&app, &acme.key, &query);
        let mut lines = page.text().split_terminator("\r\n");
        let head = lines.next().unwrap().to_owned();
        if rows.is_empty() {
            rows.push(head);
        }
        rows.extend(lines.map(str::to_owned));
        let Some(link) = page.header("link") else {
            break;
        };
        let next = link.strip_prefix("</api/logs/export").unwrap();
        next.strip_suffix(">; rel=\"next\"")
            .unwrap()
            .clone_into(&mut query);
    }
    assert_eq!(format!("{}\r\n", rows.join("\r\n")), whole.text());
}

#[test]
fn what_a_spreadsheet_opens_holds_no_formula() {
    let (app, acme) = fixture("pro");
    let answered = export(&app, &acme.key, "?format=csv");
    let media = answered.header("content-type");
    assert_eq!(media, Some("text/csv; charset=utf-8"));
    let csv = answered.text();
    assert!(csv.starts_with("seq,timestamp,id,customer_id,agent_id,action,resource,"));
    assert!(csv.contains(",'=cmd(),"), "{csv}");
    assert!(csv.contains(",\"two, \"\"words\"\"\","), "{csv}");
    assert!(!csv.contains(",=cmd"), "{csv}");
    // The columns of each row are those of the first.
    let columns = csv.lines().next().unwrap().split(',').count();
    let plain = csv
        .lines()
        .find(|line| line.contains(",bot,read,db,denied,"));
    assert!(plain.unwrap().split(',').count() >= columns, "{csv}");
}

#[test]
fn a_customer_needs_the_feature_and_an_operator_does_not() {
    let (app, acme) = fixture("starter");
    let refused = app.get("/api/logs/export").bearer(&acme.key);
    let problem = refused.refused(403, "feature_not_in_tier");
    assert!(text(&problem, "detail").contains("`pro`"), "{problem}");
    let auditor = app.operator("dan", "auditor");
    let query = format!("?customer_id={}", acme.id);
    let own = app.get("/api/logs?limit=100").bearer(&acme.key).ok(200);
    let count = own.as_array().unwrap().len();
    let exported = export(&app, &auditor.token, &query);
    assert_eq!(exported.text().lines().count(), count);
    let all = export(&app, &auditor.token, "");
    assert!(all.text().lines().count() > count);
    let never = "/api/logs/export?customer_id=cus_01k00000000000000000000000";
    app.get(never)
        .bearer(&auditor.token)
        .refused(404, "not_found");
    // A feature that is bought later opens it.
    let target = format!("/api/customers/{}/upgrade", acme.id);
    app.put(&target, &json!({"subscription_tier": "pro"}))
        .local()
        .ok(200);
    export(&app, &acme.key, "");
}

#[test]
fn an_export_has_a_bounded_size() {
    let (app, acme) = fixture("pro");
    let agent = "a".repeat(200);
    let context = json!({"note": "x".repeat(16_000)});
    for _ in 0..1200 {
        let body = json!({
            "agent_id": agent, "action": "read", "resource": "db", "context": context,
        });
        app.post("/api/agents/check", &body)
            .bearer(&acme.key)
            .ok(200);
    }
    let page = export(&app, &acme.key, "?limit=10000");
    assert!(
        (8 << 20..=20 << 20).contains(&page.body.len()),
        "{}",
        page.body.len()
    );
    assert!(page.header("link").is_some(), "the rest is behind it");
    let local = app.get("/api/system/audit/export?limit=10000").local();
    let audit = local.send();
    assert!(
        (8 << 20..=20 << 20).contains(&audit.body.len()),
        "{}",
        audit.body.len()
    );
    assert!(audit.header("link").is_some());
}
