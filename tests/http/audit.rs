//! The audit log as a chain, over the API.

use std::time::{Duration, Instant};

use portcullis::domain::record::ChainHash;
use serde_json::{Value, json};

use crate::harness::{TestApp, text};
use crate::world::{AGENT, World};

fn status(world: &World) -> Value {
    let asked = world.app.get("/api/system/audit");
    asked.bearer(&world.auditor.token).ok(200)
}

/// The status when no verification is under way.
fn settled(world: &World) -> Value {
    let begun = Instant::now();
    loop {
        let status = status(world);
        if status["running"].is_null() {
            return status;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{status}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// All lines from there on, page by page.
fn export(app: &TestApp, token: &str, first: &str) -> Vec<String> {
    let mut target = first.to_owned();
    let mut lines = Vec::new();
    loop {
        let page = app.get(&target).bearer(token).send();
        assert_eq!(page.status, 200, "{page}");
        assert_eq!(page.header("content-type"), Some("application/x-ndjson"));
        lines.extend(page.text().lines().map(str::to_owned));
        let Some(link) = page.header("link") else {
            return lines;
        };
        let next = link.strip_prefix('<').unwrap();
        next.strip_suffix(">; rel=\"next\"")
            .unwrap()
            .clone_into(&mut target);
    }
}

#[test]
fn the_head_is_that_of_the_log_and_a_verification_proves_it() {
    let world = World::new();
    let before = status(&world);
    assert_eq!(
        (&before["verified"], &before["running"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&before["epoch"], &before["records"]),
        (&json!(1), &json!(world.app.head()))
    );
    let newest = world.app.get(&format!("/api/logs/{}", world.app.head()));
    let newest = newest.local().ok(200);
    assert_eq!(before["head"]["hash"], newest["hash"]);
    assert_eq!(before["head"]["at"], newest["timestamp"]);
    let started = world.app.call("POST", "/api/system/audit/verify");
    let started = started.bearer(&world.auditor.token).ok(200);
    assert_eq!(started["status"], "running");
    let after = settled(&world);
    let expected = json!({
        "at": after["verified"]["at"], "through_seq": world.app.head(), "result": "ok",
        "message": format!("{} records verify", world.app.head()),
    });
    assert_eq!(after["verified"], expected);
    // It can be asked for again, and what came meanwhile is part of it.
    world.app.check(&world.acme, (AGENT, "read", "x"));
    let again = world.app.call("POST", "/api/system/audit/verify");
    again.bearer(&world.owner.token).ok(200);
    let through = settled(&world)["verified"]["through_seq"].take();
    assert_eq!(through, json!(world.app.head()));
}

#[test]
fn an_altered_record_is_found_while_the_server_runs() {
    let world = World::new();
    let connection = rusqlite::Connection::open(world.app.database()).unwrap();
    connection
        .execute_batch(
            "DROP TRIGGER audit_records_stay;
             UPDATE audit_records SET record = replace(record, 'Acme', 'Evil') WHERE seq = 5;",
        )
        .unwrap();
    let altered: i64 = connection
        .query_row(
            "SELECT count(*) FROM audit_records WHERE record LIKE '%Evil%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(altered, 1);
    let started = world.app.call("POST", "/api/system/audit/verify");
    started.bearer(&world.owner.token).ok(200);
    let verified = settled(&world)["verified"].take();
    assert_eq!(verified["result"], "broken");
    assert_eq!(verified["through_seq"], json!(4));
    assert!(text(&verified, "message").contains('5'), "{verified}");
}

#[test]
fn an_export_verifies_without_the_program() {
    let world = World::new();
    for number in 0..5 {
        world
            .app
            .check(&world.acme, (AGENT, "refund", &format!("x/{number}")));
    }
    let token = &world.auditor.token;
    for limit in [1, 7, 1000] {
        let first = format!("/api/system/audit/export?limit={limit}");
        let lines = export(&world.app, token, &first);
        assert_eq!(lines.len() as u64, world.app.head());
        let mut hash = ChainHash::GENESIS;
        for (place, line) in lines.iter().enumerate() {
            let told: Value = serde_json::from_str(line).unwrap();
            assert_eq!(told["record"]["seq"], json!(place + 1));
            let record = line.split_once("\"record\":").unwrap().1;
            hash = hash.next(record.strip_suffix('}').unwrap().as_bytes());
            assert_eq!(told["hash"], hash.to_string());
            let canonical = serde_json_canonicalizer::to_string(&told).unwrap();
            assert_eq!(*line, canonical, "a line is canonical as a whole");
        }
        assert_eq!(status(&world)["head"]["hash"], hash.to_string());
    }
    let tail = export(&world.app, token, "/api/system/audit/export?from_seq=3");
    assert_eq!(tail.len() as u64, world.app.head() - 2);
    let beyond = "/api/system/audit/export?from_seq=9223372036854775807";
    let beyond = world.app.get(beyond).bearer(token).send();
    assert_eq!((beyond.status, beyond.body.len()), (200, 0));
    let name = beyond.header("content-disposition").unwrap();
    assert!(
        name.starts_with("attachment;") && name.ends_with(".ndjson"),
        "{name}"
    );
}
