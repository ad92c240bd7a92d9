//! What was decided, counted: always what the log says, however the process ended.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use portcullis::domain::environment::Environment as _;
use portcullis::ledger::{Lane, Settings};
use serde_json::Value;

use crate::desk::{Desk, Fixed, request, settings};
use crate::fixtures::raw;

/// Rows of the three tables: the key as one text, and the count.
type Tables = [BTreeMap<String, i64>; 3];

const TABLES: [&str; 3] = [
    "SELECT day || ' ' || customer_no || ' ' || agent_id || ' ' || action || ' ' || reason, count
     FROM metered_daily",
    "SELECT hour || ' ' || customer_no || ' ' || reason, count FROM activity_hours",
    "SELECT minute || ' ' || reason, count FROM activity_minutes",
];

fn counted(path: &Path) -> Tables {
    let connection = raw(path);
    TABLES.map(|sql| {
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    })
}

/// The same, from the log alone, and how many decisions are in it.
fn recounted(path: &Path) -> (Tables, i64) {
    let connection = raw(path);
    let sql = "SELECT customer_no, at, record FROM audit_records ORDER BY seq";
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut tables = Tables::default();
    let mut decisions = 0;
    while let Some(row) = rows.next().unwrap() {
        let record: Value = serde_json::from_str(&row.get::<_, String>(2).unwrap()).unwrap();
        if record["kind"] != "decision" {
            continue;
        }
        decisions += 1;
        let customer: i64 = row.get(0).unwrap();
        let seconds = row.get::<_, i64>(1).unwrap() / 1_000_000;
        let text = |member: &str| record[member].as_str().unwrap().to_owned();
        let (action, reason) = (text("action"), text("reason"));
        let agent = match reason.as_str() {
            "agent_not_found" => String::new(),
            _ => text("agent_id"),
        };
        let (day, hour, minute) = (seconds / 86_400, seconds / 3600, seconds / 60);
        for (table, key) in tables.iter_mut().zip([
            format!("{day} {customer} {agent} {action} {reason}"),
            format!("{hour} {customer} {reason}"),
            format!("{minute} {reason}"),
        ]) {
            *table.entry(key).or_default() += 1;
        }
    }
    (tables, decisions)
}

fn through(path: &Path) -> i64 {
    let sql = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'metered_through'";
    raw(path).query_row(sql, [], |row| row.get(0)).unwrap_or(0)
}

fn every(every: Duration) -> Settings {
    Settings {
        meter_every: every,
        ..settings()
    }
}

const NEVER: Duration = Duration::from_hours(24);

/// Checks and changes as they come, the clock going on meanwhile.
fn traffic(desk: &Desk, seed: u64, turns: u64) {
    let mut state = seed;
    let mut next = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    let mut waiting = Vec::new();
    for _ in 0..turns {
        let key = u8::try_from(1 + next(2)).unwrap();
        let agent = ["bot", "bot", "bot", "nobody", "somebody"][usize::try_from(next(5)).unwrap()];
        let action = ["read", "read", "pay", "delete"][usize::try_from(next(4)).unwrap()];
        let asked = request(agent, action, &format!("db/{}", next(5)));
        waiting.push(desk.ledger.check(desk.entry(key, asked)));
        if next(10) == 0 {
            let meta = crate::desk::meta("nothing.changed", None);
            desk.submit(Lane::Normal, meta, Vec::new());
        }
        if next(8) == 0 {
            for answer in waiting.drain(..) {
                answer.recv().unwrap().unwrap();
            }
            desk.clock
                .advance([1, 20, 400, 5000][usize::try_from(next(4)).unwrap()]);
        }
    }
    for answer in waiting {
        answer.recv().unwrap().unwrap();
    }
}

fn settle(desk: &Desk) {
    if let Some(settled) = desk.ledger.settle_meter() {
        assert!(settled.recv().unwrap());
    }
}

#[test]
fn the_counts_are_what_the_log_says() {
    for (seed, meter_every) in [
        (1, Duration::ZERO),
        (2, Duration::from_millis(5)),
        (3, NEVER),
    ] {
        let place = tempfile::tempdir().unwrap();
        let desk = Desk::furnished(place.path(), every(meter_every));
        for round in 0..3 {
            traffic(&desk, seed * 10 + round, 300);
            settle(&desk);
            let (expected, decisions) = recounted(place.path());
            assert_eq!(decisions, 300 * i64::try_from(round + 1).unwrap());
            assert_eq!(
                counted(place.path()),
                expected,
                "seed {seed}, round {round}"
            );
            assert!(desk.ledger.settle_meter().is_none(), "nothing is left");
        }
        // In three tables of different keys, all decisions are there.
        for table in counted(place.path()) {
            assert_eq!(table.values().sum::<i64>(), 900);
        }
    }
}

/// The files as a killed process leaves them.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for name in ["portcullis.db", "portcullis.db-wal"] {
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).unwrap();
        }
    }
}

#[test]
fn what_was_not_counted_when_the_process_was_killed_is_counted_at_the_next_start() {
    let place = tempfile::tempdir().unwrap();
    let (path, killed) = (place.path().join("data"), place.path().join("killed"));
    let desk = Desk::furnished(&path, every(NEVER));
    traffic(&desk, 7, 200);
    settle(&desk);
    traffic(&desk, 8, 200);
    copied(&path, &killed);
    let (expected, decisions) = recounted(&killed);
    assert_eq!(decisions, 400);
    let before = counted(&killed);
    assert_eq!(before[2].values().sum::<i64>(), 200, "half was counted");

    // Killed again before anything is counted, and again; then it is counted, once.
    let mut stands = killed;
    for life in 0..3 {
        let again = Desk::open(&stands, every(NEVER), Fixed::at(desk.clock.now()));
        let next = place.path().join(format!("killed-{life}"));
        copied(&stands, &next);
        assert_eq!(counted(&next), before);
        settle(&again);
        assert_eq!(counted(&stands), expected);
        stands = next;
    }
    // One that ends in order leaves nothing to count.
    drop(desk);
    assert_eq!(counted(&path), expected);
    let last: i64 = raw(&path)
        .query_row("SELECT max(seq) FROM audit_records", [], |row| row.get(0))
        .unwrap();
    assert_eq!(through(&path), last);
}

#[test]
fn a_log_that_was_never_counted_is_counted_whole() {
    let place = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(place.path(), settings());
    traffic(&desk, 9, 500);
    let now = desk.clock.now();
    drop(desk);
    let (expected, _) = recounted(place.path());
    raw(place.path())
        .execute_batch(
            "DELETE FROM metered_daily; DELETE FROM activity_hours; DELETE FROM activity_minutes;
             DELETE FROM meta WHERE name = 'metered_through'",
        )
        .unwrap();
    let desk = Desk::open(place.path(), settings(), Fixed::at(now));
    settle(&desk);
    assert_eq!(counted(place.path()), expected);
}

#[test]
fn counts_of_records_that_are_gone_are_not_believed() {
    let place = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(place.path(), settings());
    traffic(&desk, 4, 20);
    let now = desk.clock.now();
    drop(desk);
    raw(place.path())
        .execute_batch("UPDATE meta SET value = '100000' WHERE name = 'metered_through'")
        .unwrap();
    let refused = std::panic::catch_unwind(|| Desk::open(place.path(), settings(), Fixed::at(now)));
    let why = refused.err().unwrap();
    let why = why.downcast_ref::<String>().unwrap();
    assert!(why.contains("CutLog"), "{why}");
}

#[test]
fn minutes_and_hours_are_let_go_and_days_stay() {
    let place = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(place.path(), every(NEVER));
    desk.ask(1, "read").unwrap();
    desk.clock.advance(86_400 * 7);
    desk.ask(1, "read").unwrap();
    settle(&desk);
    let rows = |place: &Path| counted(place).map(|table| table.len());
    assert_eq!(rows(place.path()), [2, 2, 2]);
    desk.clock.advance(86_400 * 2);
    desk.ask(1, "read").unwrap();
    settle(&desk);
    assert_eq!(
        rows(place.path()),
        [3, 3, 2],
        "the first minute is nine days old"
    );
    desk.clock.advance(86_400 * 36);
    for _ in 0..3 {
        desk.ask(1, "read").unwrap();
        settle(&desk);
    }
    assert_eq!(rows(place.path()), [4, 1, 1]);
}
