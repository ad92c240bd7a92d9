//! `/api/exports` and `/api/prospects/recommend`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{Answered, TestApp};

fn fixture() -> (TestApp, crate::harness::Customer, crate::harness::Customer) {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let globex = app.register_on("Globex", "pro");
    for (customer, agents) in [(&acme, &["a", "=cmd()", "b/c"][..]), (&globex, &["a"])] {
        for agent in agents {
            app.agent(customer, agent);
            app.permit(customer, "allow", (agent, "read", "db/*"));
            app.permit(customer, "deny", (agent, "-drop", "db/*"));
        }
    }
    (app, acme, globex)
}

/// All pages of an export, without the heads of the later ones.
fn pages(app: &TestApp, target: &str, secret: Option<&str>) -> Vec<String> {
    let mut target = target.to_owned();
    let mut rows: Vec<String> = Vec::new();
    loop {
        let call = app.get(&target);
        let page: Answered = match secret {
            Some(secret) => call.bearer(secret).send(),
            None => call.local().send(),
        };
        assert_eq!(page.status, 200, "{page}");
        let is_csv = page.header("content-type").unwrap().starts_with("text/csv");
        let skipped = usize::from(is_csv && !rows.is_empty());
        rows.extend(page.text().lines().skip(skipped).map(str::to_owned));
        let Some(link) = page.header("link") else {
            return rows;
        };
        let (next, _) = link[1..].split_once('>').unwrap();
        next.clone_into(&mut target);
    }
}

#[test]
fn pages_of_every_list_lose_nothing() {
    let (app, acme, globex) = fixture();
    for (list, count) in [("customers", 2), ("agents", 4), ("permissions", 8)] {
        let target = format!("/api/exports/{list}");
        let whole = pages(&app, &target, None);
        assert_eq!(whole.len(), count + 1, "{whole:?}");
        for limit in [1, 2, 3] {
            let parts = pages(&app, &format!("{target}?limit={limit}"), None);
            assert_eq!(parts, whole, "{list} {limit}");
        }
        let lines = pages(&app, &format!("{target}?format=ndjson&limit=1"), None);
        assert_eq!(lines.len(), count);
        let first: Value = serde_json::from_str(&lines[0]).unwrap();
        assert_eq!(first["customer_id"], acme.id.as_str());
        for bad in [
            "format=xml",
            "limit=0",
            "limit=10001",
            "cursor=zz",
            "cursor=61",
        ] {
            let call = app.get(&format!("{target}?{bad}")).local();
            call.refused(400, "bad_parameter");
        }
    }
    // A customer's own, for itself and for operators who name it.
    let own = pages(&app, "/api/exports/agents?limit=1", Some(&globex.key));
    assert_eq!(own.len(), 2);
    let named = format!("/api/exports/agents?customer_id={}", globex.id);
    assert_eq!(pages(&app, &named, None), own);
    app.get(&named).bearer(&acme.key).refused(404, "not_found");
    app.get("/api/exports/customers")
        .bearer(&acme.key)
        .refused(403, "operator_role");
    let nobody = "/api/exports/agents?customer_id=cus_01k00000000000000000000000";
    app.get(nobody).local().refused(404, "not_found");
}

#[test]
fn what_a_spreadsheet_opens_holds_no_formula() {
    let (app, ..) = fixture();
    let agents = pages(&app, "/api/exports/agents", None).join("\n");
    assert!(
        agents.contains(",'=cmd(),'=cmd(),finance,active,2,"),
        "{agents}"
    );
    let permissions = pages(&app, "/api/exports/permissions", None).join("\n");
    assert!(
        permissions.contains(",a,'-drop,db/*,deny,,"),
        "{permissions}"
    );
}

/// The columns that an import takes mean the same in an export.
#[test]
fn what_was_exported_can_be_imported_elsewhere() {
    let (app, acme, _) = fixture();
    let body = json!({"overrides": {"max_agents": 80, "price_usd_month": 450}, "name": "+Acme"});
    app.patch(&format!("/api/customers/{}", acme.id), &body)
        .local()
        .ok(200);
    for (number, name) in ["'=Initech", "\u{ff1d}Hooli", "''-Umbrella", "'Tis"]
        .iter()
        .enumerate()
    {
        let email = format!("c{number}@x.example");
        let body = json!({"name": name, "email": email});
        app.post("/api/customers/register", &body).local().ok(201);
    }
    let rows = pages(&app, "/api/exports/customers", None);
    let kept = |row: &String| row.split(',').skip(1).take(9).collect::<Vec<_>>().join(",");
    let file: Vec<String> = rows.iter().map(kept).collect();
    let other = TestApp::new();
    let id = other
        .post("/api/imports", &json!({"kind": "customers"}))
        .local();
    let id = crate::harness::text(&id.ok(201), "import_id");
    let part = other.call("PUT", &format!("/api/imports/{id}/parts/0"));
    let part = part
        .bytes(file.join("\n"))
        .header("content-type", "text/csv");
    part.local().ok(200);
    other
        .call("POST", &format!("/api/imports/{id}/check"))
        .local()
        .ok(200);
    let apply = other.post(&format!("/api/imports/{id}/apply"), &json!({"mode": "all"}));
    apply.local().ok(200);
    // Those of one millisecond stand in no order.
    let again = pages(&other, "/api/exports/customers", None);
    let again: BTreeSet<String> = again.iter().map(kept).collect();
    assert_eq!(again, file.into_iter().collect());
    let names = |app: &TestApp| -> BTreeSet<String> {
        let listed = app.get("/api/customers").local().ok(200);
        let rows = listed["data"].as_array().unwrap();
        rows.iter()
            .map(|row| crate::harness::text(row, "name"))
            .collect()
    };
    assert_eq!(names(&other), names(&app));
}

#[test]
fn prospects_are_told_the_tier_that_fits() {
    let app = TestApp::new();
    let file = "company,contact,email,agents_today,checks_per_month,needs_approvals,next_step\n\
        Acme,Ada,ada@acme.example,12,200000,yes,demo\n\
        =Globex,,,9000,,no,\n\
        ,,nobody,many,,maybe,\n\
        Initech,Bill,bill@initech.example\n";
    let ask = |file: &str| {
        let call = app.call("POST", "/api/prospects/recommend").bytes(file);
        call.header("content-type", "text/csv").local()
    };
    let head = app.head();
    insta::assert_json_snapshot!("prospects", ask(file).ok(200));
    let table = ask(file).header("accept", "text/csv").send();
    insta::assert_snapshot!("prospects_as_table", table.text());
    for (bad, word) in [("", "empty"), ("company,colour\n", "colour")] {
        let problem = ask(bad).refused(422, "validation_failed");
        assert!(
            problem["detail"].as_str().unwrap().contains(word),
            "{problem}"
        );
    }
    let large = format!("company\n{}", "x\n".repeat(1 << 19));
    ask(&large).refused(422, "validation_failed");
    assert_eq!(app.head(), head, "nothing is kept");
}
