//! `/api/imports`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Answered, Operator, TestApp, text};

/// Somebody who imports.
struct Importer<'a> {
    app: &'a TestApp,
    operator: Operator,
}

impl Importer<'_> {
    fn open(&self, body: &Value) -> String {
        let open = self.app.post("/api/imports", body);
        text(&open.bearer(&self.operator.token).ok(201), "import_id")
    }

    fn send(&self, id: &str, number: usize, part: &[u8]) -> Answered {
        let target = format!("/api/imports/{id}/parts/{number}");
        let call = self.app.call("PUT", &target).bytes(part);
        let call = call.header("content-type", "text/csv; charset=utf-8");
        call.bearer(&self.operator.token).send()
    }

    fn post(&self, id: &str, what: &str, body: &Value) -> Answered {
        let target = format!("/api/imports/{id}/{what}");
        let call = self.app.post(&target, body);
        call.bearer(&self.operator.token).send()
    }

    fn get(&self, target: &str) -> Answered {
        let call = self.app.get(&format!("/api/imports/{target}"));
        call.bearer(&self.operator.token).send()
    }

    /// An import of that file, sent and checked, with what the check said.
    fn checked(&self, file: &str) -> (String, Answered) {
        let id = self.open(&json!({"kind": "customers"}));
        assert_eq!(self.send(&id, 0, file.as_bytes()).status, 200);
        let checked = self.post(&id, "check", &json!({}));
        (id, checked)
    }

    fn apply(&self, id: &str, mode: &str) -> Answered {
        self.post(id, "apply", &json!({"mode": mode}))
    }
}

fn importer(app: &TestApp) -> Importer<'_> {
    let operator = app.operator("ivy", "admin");
    Importer { app, operator }
}

fn customers(app: &TestApp) -> Vec<String> {
    let listed = app.get("/api/customers?limit=100").local().ok(200);
    let rows = listed["data"].as_array().unwrap();
    rows.iter().map(|row| text(row, "email")).collect()
}

const THREE: &str = "\u{feff}email;name;subscription_tier;max_agents;price_usd_month;time_zone\r\n\
    ops@acme.example;Acme, Inc.;pro;77;450;europe/berlin\r\n\
    \r\n\
    IT@Globex.example;'=Globex;;;;\r\n\
    a@b.example;Ünïcode ✓;enterprise;;9000;\r\n";

#[test]
fn a_file_becomes_customers_each_with_its_record_and_key() {
    let app = TestApp::new();
    let importer = importer(&app);
    let head = app.head();
    let (id, checked) = importer.checked(THREE);
    let mut body = checked.json();
    assert_eq!(
        (
            body["import_id"].take(),
            body["expires_at"].take().is_string()
        ),
        (json!(id), true)
    );
    insta::assert_json_snapshot!("checked", body);
    assert_eq!(
        (app.head(), customers(&app).len()),
        (head, 0),
        "nothing happened"
    );

    let applied = importer.apply(&id, "all");
    assert_eq!(
        applied.json(),
        json!({"imported": 3, "skipped": 0, "keys_available": true})
    );
    assert_eq!(app.head(), head + 4);
    let emails = ["ops@acme.example", "it@globex.example", "a@b.example"];
    // Those of one millisecond stand in no order.
    let made: BTreeSet<String> = customers(&app).into_iter().collect();
    assert_eq!(made, emails.map(str::to_owned).into());
    let records = app.log("limit=4");
    let whole = &records[0];
    assert_eq!(
        (&whole["action"], &whole["customer_id"]),
        (&json!("customer.import"), &Value::Null)
    );
    assert_eq!(whole["details"]["imported"], 3, "{whole}");
    for (record, email) in records[1..].iter().rev().zip(emails) {
        assert_eq!(record["action"], "customer.register");
        assert_eq!(record["details"]["email"], email);
        assert_eq!(record["details"]["import"], id.as_str());
        assert_eq!(record["request_id"], whole["request_id"]);
    }

    // The keys: a look takes nothing, a fetch takes all.
    let target = format!("/api/imports/{id}/keys");
    let look = app
        .call("HEAD", &target)
        .bearer(&importer.operator.token)
        .send();
    assert_eq!(look.status, 200, "{look}");
    let fetched = importer.get(&format!("{id}/keys"));
    assert_eq!(fetched.header("cache-control"), Some("no-store"));
    let lines: Vec<&str> = fetched.text().lines().collect();
    assert_eq!(lines[0], "customer_id,name,email,key_id,api_key");
    assert!(
        lines[2].contains(",'=Globex,it@globex.example,key_"),
        "{}",
        lines[2]
    );
    assert_eq!(importer.get(&format!("{id}/keys")).status, 404, "once");
    let keys: BTreeSet<&str> = lines[1..]
        .iter()
        .map(|line| line.rsplit(',').next().unwrap())
        .collect();
    assert_eq!(keys.len(), 3);
    let first = lines[1].rsplit(',').next().unwrap();
    let acme = app.get("/api/customers/me").bearer(first).ok(200);
    assert_eq!(
        (&acme["name"], &acme["max_agents"]),
        (&json!("Acme, Inc."), &json!(77))
    );
    assert_eq!(acme["overrides"]["price_usd_month"], 450);
    assert_eq!(acme["time_zone"], "Europe/Berlin");
    let own = app.get("/api/logs").bearer(first).ok(200);
    assert_eq!(
        (own[0]["seq"].as_u64(), own.as_array().unwrap().len()),
        (Some(1), 1)
    );
    let log = Value::Array(app.log("limit=100")).to_string();
    assert!(
        keys.iter().all(|key| !log.contains(key)),
        "no key is on record"
    );

    // Twice is once too often, and what was applied stays applied.
    let twice = importer.apply(&id, "all");
    assert_eq!(
        (twice.status, &twice.json()["code"]),
        (409, &json!("conflict"))
    );
    assert_eq!(customers(&app).len(), 3);
    let state = importer.get(&id).json();
    assert_eq!(
        (&state["state"], &state["done"]),
        (&json!("applied"), &json!(3))
    );
}

#[test]
fn rows_that_are_wrong_are_told_by_line_and_left_out_or_not() {
    let app = TestApp::new();
    app.register("Acme");
    let importer = importer(&app);
    let long = "x".repeat(256);
    let file = format!(
        "name,email,subscription_tier,max_agents,max_requests_per_minute\n\
         Good,good@x.example,pro,5,1\n\
         ,bad,gold,-1,0\n\
         {long},long@x.example,,,\n\
         Taken,OPS@acme.example,,,\n\
         Again,Good@X.example,,,\n\
         Tier,tier@x.example,gold,,\n\
         few,few@x.example\n\
         =HYPERLINK(),link@x.example,,1.5,+5\n\
         Last,last@x.example,,,\n"
    );
    let (id, checked) = importer.checked(&file);
    let body = checked.json();
    assert_eq!((&body["good"], &body["bad"]), (&json!(2), &json!(7)));
    insta::assert_json_snapshot!("errors", body["errors"]);
    let bad = importer.get(&format!("{id}/rows?only=bad&limit=2")).json();
    assert_eq!(bad["data"][0]["outcome"], "error");
    let cursor = text(&bad, "next_cursor");
    let next = importer.get(&format!("{id}/rows?only=bad&limit=100&cursor={cursor}"));
    assert_eq!(next.json()["data"].as_array().unwrap().len(), 5);
    let good = importer.get(&format!("{id}/rows?only=good")).json();
    insta::assert_json_snapshot!("good_rows", good);
    assert_eq!(importer.get(&format!("{id}/rows?only=ugly")).status, 400);

    let head = app.head();
    let refused = importer.apply(&id, "all");
    let detail = text(&refused.json(), "detail");
    assert_eq!(refused.status, 409, "{refused}");
    assert_eq!(
        detail,
        "7 of 9 rows cannot be imported; the first is in line 3: `name` is required"
    );
    assert_eq!(
        (customers(&app).len(), app.head()),
        (1, head + 1),
        "the refusal is on record"
    );
    let applied = importer.apply(&id, "skip_bad");
    assert_eq!(applied.json()["imported"], 2, "{applied}");
    assert_eq!(customers(&app).len(), 3);
}

#[test]
fn what_changed_since_the_check_is_seen() {
    let app = TestApp::new();
    let importer = importer(&app);
    let file = "name,email\nA,a@x.example\nAcme,ops@acme.example\n";
    let (id, checked) = importer.checked(file);
    assert_eq!(checked.json()["good"], 2);
    let (other, _) = importer.checked(file);
    app.register("Acme");
    let refused = importer.apply(&id, "all");
    let detail = text(&refused.json(), "detail");
    assert!(
        detail.contains("line 3: `email` belongs to a customer already"),
        "{detail}"
    );
    let again = importer.post(&id, "check", &json!({})).json();
    assert_eq!(
        (&again["good"], &again["state"]),
        (&json!(1), &json!("checked"))
    );
    assert_eq!(importer.apply(&id, "skip_bad").json()["imported"], 1);
    // The same addresses from somebody else: nothing is left to import.
    let refused = importer.apply(&other, "skip_bad");
    assert_eq!(text(&refused.json(), "detail"), "there is no row to import");
    assert_eq!(customers(&app).len(), 2);
}

#[test]
fn parts_come_in_order_and_again_and_nothing_else() {
    let app = TestApp::new();
    let importer = importer(&app);
    let id = importer.open(&json!({"kind": "customers", "keys": "none"}));
    let first = b"name,em".as_slice();
    assert_eq!(importer.send(&id, 1, first).status, 409, "out of order");
    assert_eq!(importer.send(&id, 0, b"").status, 422);
    assert_eq!(
        importer.send(&id, 0, &vec![b'x'; (512 << 10) + 1]).status,
        422
    );
    let once = importer.send(&id, 0, first).json();
    assert_eq!(once, json!({"parts": 1, "bytes": 7}));
    assert_eq!(importer.send(&id, 0, first).json(), once, "again");
    assert_eq!(
        importer.send(&id, 0, b"name,tier").status,
        409,
        "other bytes"
    );
    assert_eq!(importer.send(&id, 2, first).status, 409, "one is missing");
    assert_eq!(importer.send(&id, 1, b"ail\nA,a@x.example").status, 200);
    assert_eq!(importer.apply(&id, "all").status, 409, "not checked");
    assert_eq!(importer.get(&format!("{id}/rows")).status, 409);
    assert_eq!(importer.post(&id, "check", &json!({})).json()["good"], 1);
    assert_eq!(importer.send(&id, 2, first).status, 409, "checked already");
    for nothing in ["parts/x", "parts/-1"] {
        let call = app.call("PUT", &format!("/api/imports/{id}/{nothing}"));
        let call = call.bytes("x").header("content-type", "text/csv");
        call.bearer(&importer.operator.token)
            .refused(404, "not_found");
    }
    let json = app.put(&format!("/api/imports/{id}/parts/0"), &json!({}));
    let json = json.bearer(&importer.operator.token);
    assert_eq!(
        json.refused(415, "unsupported_media_type")["detail"],
        "send `Content-Type: text/csv`"
    );
    let applied = importer.apply(&id, "all").json();
    assert_eq!(applied["keys_available"], false);
    assert_eq!(importer.get(&format!("{id}/keys")).status, 404);
    let made = app.get("/api/customers").local().ok(200);
    let keys = format!("/api/customers/{}/api-keys", text(&made["data"][0], "id"));
    assert_eq!(app.get(&keys).local().ok(200), json!([]));
}

#[test]
fn what_is_no_list_is_refused_in_words() {
    let app = TestApp::new();
    let importer = importer(&app);
    for (file, word) in [
        (&b"\n\n"[..], "empty"),
        (b"\xff\xfen\0a\0", "UTF-16"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"\x7fELF\x02\0\0", "zero byte"),
        (b"name,email\n\xff\xfe", "line 2"),
        (b"name\n", "no column `email`"),
        (b"name,email,Name\n", "`name` twice"),
        (b"name,email,password\n", "`password`, which is not known"),
        (b"name,email\n\"A,a@x.example\n", "quotation mark in line 2"),
    ] {
        let id = importer.open(&json!({"kind": "customers"}));
        importer.send(&id, 0, file);
        let refused = importer.post(&id, "check", &json!({}));
        assert_eq!(refused.status, 422, "{refused}");
        let error = refused.json()["errors"][0].clone();
        assert_eq!(error["field"], "file");
        assert!(text(&error, "message").contains(word), "{word}: {error}");
        assert_eq!(importer.get(&id).json()["state"], "failed");
        assert_eq!(importer.apply(&id, "all").status, 409);
    }
    let (id, checked) = importer.checked("name,email\n");
    assert_eq!(checked.json()["rows"], 0);
    assert_eq!(importer.apply(&id, "all").status, 409);
}

#[test]
fn files_are_bounded() {
    let app = TestApp::new();
    let importer = importer(&app);
    let id = importer.open(&json!({"kind": "customers"}));
    let part = vec![b'\n'; 512 << 10];
    for number in 0..64 {
        assert_eq!(importer.send(&id, number, &part).status, 200);
    }
    let over = importer.send(&id, 64, b"\n");
    assert_eq!(over.status, 422, "{over}");
    let target = format!("/api/imports/{id}");
    app.delete(&target).bearer(&importer.operator.token).ok(200);
    assert_eq!(importer.get(&id).status, 404);

    let mut rows = "name,email\n".to_owned();
    for number in 0..=100_000 {
        writeln!(rows, "a,{number}@x").unwrap();
    }
    let id = importer.open(&json!({"kind": "customers"}));
    for (number, part) in rows.as_bytes().chunks(512 << 10).enumerate() {
        assert_eq!(importer.send(&id, number, part).status, 200);
    }
    let refused = importer.post(&id, "check", &json!({})).json();
    assert_eq!(
        refused["errors"][0]["message"],
        "has more than 100000 rows: split it"
    );
}

#[test]
fn an_import_is_its_operators_alone_and_does_not_last() {
    let app = TestApp::new();
    let importer = importer(&app);
    let other = app.operator("bob", "owner");
    let (id, _) = importer.checked("name,email\nA,a@x.example\n");
    for (method, what) in [
        ("GET", ""),
        ("GET", "/rows"),
        ("GET", "/keys"),
        ("POST", "/check"),
        ("DELETE", ""),
    ] {
        let call = app.call(method, &format!("/api/imports/{id}{what}"));
        call.bearer(&other.token).refused(404, "not_found");
    }
    let apply = app.post(&format!("/api/imports/{id}/apply"), &json!({"mode": "all"}));
    apply.bearer(&other.token).refused(404, "not_found");
    // Two at once; one that its operator left alone makes room.
    let second = importer.open(&json!({"kind": "customers"}));
    let third = || app.post("/api/imports", &json!({"kind": "customers"}));
    third()
        .bearer(&importer.operator.token)
        .refused(409, "conflict");
    app.advance(Duration::from_mins(5));
    third().bearer(&other.token).refused(409, "conflict");
    importer.get(&second);
    third().bearer(&importer.operator.token).ok(201);
    assert_eq!(importer.get(&id).status, 404, "it was left alone");
    assert_eq!(importer.get(&second).status, 200);
    app.advance(Duration::from_hours(1));
    assert_eq!(importer.get(&second).status, 404);

    // Keys wait for ten minutes.
    let (id, _) = importer.checked("name,email\nA,a@x.example\n");
    assert_eq!(importer.apply(&id, "all").status, 200);
    app.advance(Duration::from_mins(9));
    assert_eq!(importer.get(&id).json()["keys_available"], true);
    app.advance(Duration::from_mins(1));
    assert_eq!(importer.get(&id).json()["keys_available"], false);
    assert_eq!(importer.get(&format!("{id}/keys")).status, 404);
}

#[test]
fn keys_wait_their_ten_minutes_whatever_else_goes_on() {
    let app = TestApp::new();
    let importer = importer(&app);
    let (late, _) = importer.checked("name,email\nA,a@x.example\n");
    app.advance(Duration::from_mins(59));
    assert_eq!(importer.get(&late).json()["state"], "checked");
    assert_eq!(importer.apply(&late, "all").status, 200);
    // The hour of the import is over, and other imports want its place.
    app.advance(Duration::from_mins(6));
    let second = importer.open(&json!({"kind": "customers"}));
    let third = app.post("/api/imports", &json!({"kind": "customers"}));
    let refused = third
        .bearer(&importer.operator.token)
        .refused(409, "conflict");
    assert!(
        text(&refused, "detail").contains("GET /api/imports"),
        "{refused}"
    );
    app.advance(Duration::from_secs(3 * 60 + 59));
    assert_eq!(importer.get(&late).json()["keys_available"], true);
    let keys = importer.get(&format!("{late}/keys"));
    assert_eq!((keys.status, keys.text().lines().count()), (200, 2));
    assert_eq!(importer.get(&second).status, 200);
    // With its keys gone it is gone as well, for its hour is over.
    assert_eq!(importer.get(&format!("{late}/keys")).status, 404);
    app.advance(Duration::from_mins(1));
    assert_eq!(importer.get(&late).status, 404);
}

#[test]
fn imports_are_listed_for_all_and_looking_uses_none() {
    let app = TestApp::new();
    let importer = importer(&app);
    let other = app.operator("bob", "owner");
    let auditor = app.operator("dan", "auditor");
    let list = |token: &str| app.get("/api/imports").bearer(token);
    let none = list(&importer.operator.token).ok(200);
    let empty = json!({"data": [], "has_more": false, "next_cursor": null});
    assert_eq!(none, empty);
    list(&auditor.token).refused(403, "operator_role");
    let (id, _) = importer.checked("name,email\nA,a@x.example\nB,b\n");
    app.advance(Duration::from_mins(1));
    let theirs = app.post(
        "/api/imports",
        &json!({"kind": "customers", "keys": "none"}),
    );
    let theirs = text(&theirs.bearer(&other.token).ok(201), "import_id");

    let mut listed = list(&importer.operator.token).ok(200);
    let rows = listed["data"].as_array_mut().unwrap();
    for (row, (id, state, is_own)) in rows
        .iter()
        .zip([(&theirs, "receiving", false), (&id, "checked", true)])
    {
        assert_eq!(row["import_id"], id.as_str(), "newest first: {row}");
        assert_eq!(
            (&row["state"], &row["is_own"]),
            (&json!(state), &json!(is_own))
        );
    }
    let own = rows.remove(1);
    let ivy = json!({"kind": "operator", "id": importer.operator.id, "name": "ivy"});
    assert_eq!(own["opened_by"], ivy);
    let counts = ["rows", "good", "bad", "done", "keys", "keys_available"];
    let counts = counts.map(|name| own[name].clone());
    let expected = [
        json!(2),
        json!(1),
        json!(1),
        json!(0),
        json!("file"),
        json!(false),
    ];
    assert_eq!(counts, expected);
    assert!(
        !own.to_string().contains("x.example"),
        "counts, and no customers: {own}"
    );
    assert_eq!(rows[0]["keys"], "none");
    assert_eq!(list(&other.token).ok(200)["data"][1]["is_own"], false);
    let first = app.get("/api/imports?limit=1").bearer(&other.token).ok(200);
    assert_eq!(first["data"][0]["import_id"], theirs.as_str());
    let cursor = text(&first, "next_cursor");
    let next = app.get(&format!("/api/imports?limit=1&cursor={cursor}"));
    let next = next.bearer(&other.token).ok(200);
    assert_eq!(
        (&next["data"][0]["import_id"], &next["has_more"]),
        (&json!(id), &json!(false))
    );

    // Whoever only looks does not keep an import from making room.
    app.advance(Duration::from_mins(5));
    list(&importer.operator.token).ok(200);
    let third = app.post("/api/imports", &json!({"kind": "customers"}));
    third.bearer(&importer.operator.token).ok(201);
    let gone = app.delete(&format!("/api/imports/{id}"));
    gone.bearer(&importer.operator.token)
        .refused(404, "not_found");
    let discarded = app.delete(&format!("/api/imports/{theirs}"));
    discarded.bearer(&other.token).ok(200);
    let left = list(&other.token).ok(200);
    assert_eq!(left["data"].as_array().unwrap().len(), 1);
}

#[test]
fn templates_hold_the_columns() {
    let app = TestApp::new();
    let importer = importer(&app);
    for (query, header) in [
        ("", "name,email,subscription_tier,time_zone,max_agents,"),
        ("?kind=customers", "name,email,"),
        ("?kind=prospects", "company,contact,email,agents_today,"),
    ] {
        let answered = importer.get(&format!("template{query}"));
        assert!(answered.text().starts_with(header), "{answered}");
        assert_eq!(answered.text().lines().count(), 1);
    }
    assert_eq!(importer.get("template?kind=x").status, 400);
    let (_, checked) = importer.checked(importer.get("template").text());
    assert_eq!(
        checked.json()["bad"],
        0,
        "a template is a list without rows"
    );
}
