//! `GET /api/logs`.

use std::time::Duration;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp};
use crate::tidy::Tidy;

fn fixture() -> (TestApp, Customer, Customer) {
    let app = TestApp::new();
    let (acme, globex) = (app.register("Acme"), app.register("Globex"));
    for customer in [&acme, &globex] {
        app.without_rate_limit(customer);
        app.agent(customer, "bot");
        app.permit(customer, "allow", ("bot", "read", "*"));
    }
    for resource in ["a", "b=c"] {
        for customer in [&acme, &globex] {
            app.check(customer, ("bot", "read", resource));
            app.check(customer, ("bot", "write", resource));
        }
    }
    (app, acme, globex)
}

fn seqs(records: &Value) -> Vec<u64> {
    let records = records.as_array().unwrap();
    records
        .iter()
        .map(|record| record["seq"].as_u64().unwrap())
        .collect()
}

#[test]
fn a_customer_reads_its_own_log_with_its_own_numbers() {
    let (app, acme, globex) = fixture();
    let own = app.get("/api/logs").bearer(&acme.key).ok(200);
    // Registration, limit, agent, permission, four checks: gapless, newest first.
    assert_eq!(seqs(&own), [8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(own[7]["action"], "customer.register");
    assert_json_snapshot!("own", Tidy::default().value(&own));
    let named = app.get(&format!("/api/logs?customer_id={}", acme.id));
    assert_eq!(named.bearer(&acme.key).ok(200), own);
    let theirs = app.get(&format!("/api/logs?customer_id={}", globex.id));
    theirs.bearer(&acme.key).refused(404, "not_found");
}

#[test]
fn an_operator_reads_all_or_one() {
    let (app, acme, globex) = fixture();
    let auditor = app.operator("dan", "auditor");
    let read = |query: &str| {
        let target = format!("/api/logs{query}");
        app.get(&target).bearer(&auditor.token).ok(200)
    };
    let all = read("?limit=100");
    let count = all.as_array().unwrap().len() as u64;
    let expected: Vec<u64> = (1..=count).rev().collect();
    assert_eq!((seqs(&all), count), (expected, 17), "global, gapless");
    let of = |whose: Value| {
        let records = all.as_array().unwrap().iter();
        records
            .filter(|record| record["customer_id"] == whose)
            .count()
    };
    let counts = (of(json!(acme.id)), of(json!(globex.id)), of(Value::Null));
    assert_eq!(counts, (8, 8, 1), "each record says whose it is");
    let one = read(&format!("?customer_id={}", acme.id));
    assert_eq!(seqs(&one), [8, 7, 6, 5, 4, 3, 2, 1]);
    let never = "/api/logs?customer_id=cus_01k00000000000000000000000";
    app.get(never)
        .bearer(&auditor.token)
        .refused(404, "not_found");
}

#[test]
fn filters_narrow_and_add_up() {
    let (app, acme, _) = fixture();
    app.advance(Duration::from_mins(1));
    let late = app.in_a(Duration::ZERO);
    app.check(&acme, ("other", "read", "a"));
    let count = |query: &str| {
        let target = format!("/api/logs?{query}");
        let found = app.get(&target).bearer(&acme.key).ok(200);
        found.as_array().unwrap().len()
    };
    for (query, expected) in [
        ("agent_id=bot", 6),
        ("agent_id=other", 1),
        ("agent_id=nobody", 0),
        ("result=approved", 2),
        ("result=done", 4),
        ("action=read", 3),
        ("action=read&agent_id=bot", 2),
        ("resource=b%3Dc", 2),
        ("resource=b=c", 2),
        ("reason=permission_rule_failed", 2),
        ("reason=agent_not_found&result=denied", 1),
        ("result=denied&result=", 0),
        (&format!("start_time={late}"), 1),
        (&format!("end_time={late}"), 8),
        (&format!("start_time={late}&agent_id=bot"), 0),
        ("start_time=2026-11-22T17:00:00+01:00", 9),
        (
            "start_time=2026-11-22T17:00:00%2B01:00&end_time=2026-11-22T16:00:00Z",
            0,
        ),
        ("start_time=9999-12-30T00:00:00Z", 0),
        ("end_time=1970-01-01T00:00:00Z", 0),
    ] {
        if query == "result=denied&result=" {
            let target = format!("/api/logs?{query}");
            app.get(&target)
                .bearer(&acme.key)
                .refused(400, "bad_parameter");
        } else {
            assert_eq!(count(query), expected, "{query}");
        }
    }
    // Both ends are inclusive.
    let first = app
        .get("/api/logs?action=customer.register")
        .bearer(&acme.key)
        .ok(200);
    let at = first[0]["timestamp"].as_str().unwrap();
    assert_eq!(count(&format!("start_time={at}&end_time={at}")), 1);
}

#[test]
fn pages_are_linked() {
    let (app, acme, _) = fixture();
    let mut target = "/api/logs?limit=3&agent_id=bot".to_owned();
    let mut read = Vec::new();
    loop {
        let page = app.get(&target).bearer(&acme.key).send();
        assert_eq!(page.status, 200, "{page}");
        read.extend(seqs(&page.json()));
        let Some(link) = page.header("link") else {
            break;
        };
        let next = link.strip_prefix('<').unwrap();
        let next = next.strip_suffix(">; rel=\"next\"").unwrap();
        assert!(
            next.starts_with("/api/logs?limit=3&agent_id=bot&cursor="),
            "{link}"
        );
        target = next.to_owned();
        // What is added meanwhile does not move the pages.
        app.check(&acme, ("bot", "read", "later"));
    }
    assert_eq!(read, [8, 7, 6, 5, 4, 3]);
    let exact = app
        .get("/api/logs?limit=1&action=customer.register")
        .bearer(&acme.key);
    assert_eq!(exact.send().header("link"), None);
}

#[test]
fn a_stranger_cannot_write_into_a_customers_log() {
    let (app, acme, globex) = fixture();
    let target = format!("/api/customers/{}", acme.id);
    app.delete(&target)
        .bearer(&globex.key)
        .refused(404, "not_found");
    let last = |customer: &Customer| {
        let log = app.get("/api/logs?limit=1").bearer(&customer.key).ok(200);
        (
            log[0]["action"].clone(),
            log[0]["result"].clone(),
            log[0]["seq"].clone(),
        )
    };
    assert_eq!(
        last(&globex),
        (json!("customer.deactivate"), json!("refused"), json!(9))
    );
    assert_eq!(last(&acme).2, json!(8));
}

#[test]
fn requests_and_actors_narrow_too() {
    let (app, acme, globex) = fixture();
    let admin = app.operator("ada", "admin");
    let body = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    app.post("/api/agents/check", &body)
        .bearer(&acme.key)
        .header("x-request-id", "the-one")
        .ok(200);
    let target = format!("/api/customers/{}", acme.id);
    app.patch(&target, &json!({"name": "Acme II"}))
        .bearer(&admin.token)
        .ok(200);
    let found = |key: &str, query: &str| {
        let target = format!("/api/logs?{query}");
        let found = app.get(&target).bearer(key).ok(200);
        found.as_array().unwrap().len()
    };
    for (query, expected) in [
        ("request_id=the-one", 1),
        ("request_id=the", 0),
        ("request_id=the-one&action=write", 0),
        ("actor=ada", 1),
        (&format!("actor={}", admin.id), 1),
        (&format!("actor={}", acme.key_id), 7),
        (&format!("actor={}", globex.key_id), 0),
        ("actor=api_key", 7),
        ("actor=nobody", 0),
        ("actor=local", 2),
        ("actor=AD%", 0),
    ] {
        assert_eq!(found(&acme.key, query), expected, "{query}");
    }
    assert_eq!(found(&admin.token, "request_id=the-one"), 1);
    assert_eq!(found(&globex.key, "request_id=the-one"), 0);
}

#[test]
fn a_log_is_followed_upwards() {
    let (app, acme, _) = fixture();
    let read = |target: &str| app.get(target).bearer(&acme.key).send();
    let first = read("/api/logs?after=2&limit=3");
    assert_eq!(seqs(&first.json()), [3, 4, 5], "oldest first");
    let link = first.header("link").unwrap();
    assert_eq!(link, "</api/logs?limit=3&after=5>; rel=\"next\"");
    let rest = read("/api/logs?after=5&limit=3");
    assert_eq!(seqs(&rest.json()), [6, 7, 8]);
    assert_eq!(rest.header("link"), None);
    assert_eq!(seqs(&read("/api/logs?after=8").json()), [0u64; 0]);
    app.check(&acme, ("bot", "read", "new"));
    assert_eq!(seqs(&read("/api/logs?after=8").json()), [9]);
    assert_eq!(
        seqs(&read("/api/logs?after=6&agent_id=bot&result=denied").json()),
        [8]
    );
    app.get("/api/logs?after=1&cursor=3130")
        .bearer(&acme.key)
        .refused(400, "bad_parameter");
}

#[test]
fn one_record_is_found_by_its_names() {
    let (app, acme, globex) = fixture();
    let auditor = app.operator("dan", "auditor");
    let all = app
        .get("/api/logs?limit=100")
        .bearer(&auditor.token)
        .ok(200);
    let mut before = "0".repeat(64);
    for record in all.as_array().unwrap().iter().rev() {
        let get = |name: &str| {
            let target = format!("/api/logs/{name}");
            app.get(&target).bearer(&auditor.token).ok(200)
        };
        let shown = get(record["id"].as_str().unwrap());
        assert_eq!(shown, get(&record["seq"].to_string()));
        for (name, value) in record.as_object().unwrap() {
            assert_eq!(&shown[name], value, "{name}");
        }
        // What is shown is what was hashed.
        let canonical: Value = serde_json::from_str(shown["record"].as_str().unwrap()).unwrap();
        assert_eq!(canonical["id"], record["id"]);
        assert_eq!(canonical["customer_id"], shown["customer_id"]);
        assert_eq!(shown["global_seq"], record["seq"]);
        assert_eq!(shown["previous_hash"], before);
        before = crate::harness::text(&shown, "hash");
    }
    let own = app.get("/api/logs?limit=1").bearer(&acme.key).ok(200);
    let id = own[0]["id"].as_str().unwrap();
    for name in [id, "8"] {
        let target = format!("/api/logs/{name}");
        let shown = app.get(&target).bearer(&acme.key).ok(200);
        assert_eq!(shown["id"], own[0]["id"]);
        assert_eq!(
            (&shown["seq"], &shown["customer_id"]),
            (&json!(8), &json!(acme.id))
        );
        assert_eq!(shown["customer_name"], "Acme");
        for hidden in ["hash", "previous_hash", "global_seq", "record"] {
            assert_eq!(shown[hidden], Value::Null, "{hidden}");
        }
    }
    let target = format!("/api/logs/{id}");
    let stranger = app.get(&target).bearer(&globex.key);
    assert_eq!(
        stranger.refused(404, "not_found")["detail"],
        "there is no such record"
    );
    let named = format!("/api/logs/{id}?customer_id={}", globex.id);
    app.get(&named)
        .bearer(&auditor.token)
        .refused(404, "not_found");
    for absent in [
        "0",
        "9",
        "08",
        "-1",
        "18446744073709551615",
        "dec_",
        "x",
        id.to_uppercase().as_str(),
    ] {
        let target = format!("/api/logs/{absent}");
        app.get(&target).bearer(&acme.key).refused(404, "not_found");
    }
}

#[test]
fn a_record_is_found_although_the_clock_was_set_back() {
    let (app, acme, _) = fixture();
    app.advance(Duration::from_mins(50));
    app.check(&acme, ("bot", "read", "late"));
    app.set_clock("2026-11-22T16:00:01Z");
    let made = app.check(&acme, ("bot", "read", "early"));
    let id = made["decision_id"].as_str().unwrap();
    let shown = app
        .get(&format!("/api/logs/{id}"))
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(shown["seq"], made["seq"]);
    assert!(shown["timestamp"].as_str().unwrap() > "2026-11-22T16:50");
}
