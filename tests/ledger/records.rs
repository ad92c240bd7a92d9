//! What is recorded of checks: the exact record, the numbers, the times, and what is counted.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use portcullis::domain::actor::Actor;
use portcullis::domain::check::CheckRequest;
use portcullis::domain::context::Context;
use portcullis::domain::id::{CustomerId, KeyId};
use portcullis::domain::json;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::time::{Day, Timestamp};
use portcullis::ledger::{
    Accepted, ChangeError, ChangeMeta, CheckRefused, Health, Lane, LogFilter, OpenError,
    UsageReport,
};
use serde_json::json;

use crate::desk::{Desk, Fixed, No, meta, request, settings};
use crate::fixtures::{audited, customer, digest, noon};

#[test]
fn a_checks_record_holds_the_question_and_the_evaluation() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let context = json::parse(br#"{"z":1.50,"a":{"\u00e9":[true,null]}}"#).unwrap();
    let serde_json::Value::Object(context) = context else {
        panic!("an object was written")
    };
    let question = CheckRequest {
        context: Context::new(context).unwrap(),
        ..request("bot", "read", "db/orders")
    };
    desk.clock.advance(1);
    let checked = desk.ledger.check(desk.entry(1, question)).recv();
    let checked = checked.unwrap().unwrap();
    let row = &audited(directory.path())[1];
    let node = row.json()["node"].clone();
    assert_eq!(
        row.json(),
        json!({
            "action": "read",
            "actor": {"id": KeyId::from_bytes([1; 16]), "kind": "api_key"},
            "agent_id": "bot",
            "at": "2026-11-22T12:00:01.000000Z",
            "context": {"a": {"\u{e9}": [true, null]}, "z": 1.5},
            "customer_id": customer(1).id,
            "customer_seq": 1,
            "epoch": 1,
            "format": 1,
            "id": checked.id,
            "kind": "decision",
            "node": node,
            "reason": "all_checks_passed",
            "request_id": "req-check",
            "resource": "db/orders",
            "result": "approved",
            "seq": 2,
            "trace": [
                {
                    "notes": "no kill switch is on",
                    "rule_checked": "kill_switch",
                    "rule_result": "passed",
                },
                {"notes": "agent active", "rule_checked": "agent_status", "rule_result": "passed"},
                {
                    "notes": "allowed by perm_01040g2081040g2081040g2081",
                    "permission_id": "perm_01040g2081040g2081040g2081",
                    "rule_checked": "permission_rule",
                    "rule_result": "passed",
                },
            ],
        })
    );
    let canonical = serde_json_canonicalizer::to_string(&row.json()).unwrap();
    assert_eq!(row.record, canonical);
    assert_eq!(checked.seq, 1, "a customer sees its own number");

    let filter = LogFilter {
        customer: Some(customer(1).id),
        limit: 9,
        ..LogFilter::default()
    };
    let listed = desk.ledger.reader().log(&filter).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].record.id, checked.id.to_string());
    assert_eq!(listed[0].record.trace, checked.decision.trace);
}

#[test]
fn a_check_without_context_has_none_in_its_record() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    desk.ask(1, "write").unwrap();
    let record = audited(directory.path())[1].json();
    assert!(record.get("context").is_none());
    assert_eq!(record["result"], "denied");
    assert_eq!(record["reason"], "permission_rule_failed");
}

#[test]
fn numbers_are_gapless_for_each_customer_and_for_all() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let seqs: Vec<u64> = [1, 2, 2, 1, 1, 2]
        .into_iter()
        .map(|key| desk.ask(key, "read").unwrap().seq)
        .collect();
    assert_eq!(seqs, [1, 1, 2, 2, 3, 3]);
    assert_eq!(audited(directory.path()).len(), 7);
}

#[test]
fn a_restart_goes_on_with_the_numbers_the_chain_and_the_counters() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    for key in [1, 2, 1] {
        desk.ask(key, "read").unwrap();
    }
    let node = audited(directory.path())[0].json()["node"].clone();
    drop(desk);
    for round in 1..=3 {
        let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(round)));
        let live = desk.ledger.live().load_full();
        let calls = live.customer(customer(1).id).unwrap().calls();
        let round = u64::try_from(round).unwrap();
        assert_eq!(calls.load(Ordering::Relaxed), 1 + round);
        assert_eq!(desk.ask(1, "read").unwrap().seq, 2 + round);
        assert_eq!(calls.load(Ordering::Relaxed), 2 + round);
    }
    let rows = audited(directory.path());
    assert_eq!(rows.len(), 7);
    for row in rows {
        assert_eq!(row.json()["node"], node);
        assert_eq!(row.json()["epoch"], 1);
    }
}

#[test]
fn a_ledger_with_customers_on_a_tier_that_is_gone_is_not_opened() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let mut moved = portcullis::domain::customer::Customer::clone(&customer(1));
    moved.tier = "gone".into();
    desk.save(
        "customer.change",
        vec![Mutation::SaveCustomer(Arc::new(moved))],
    )
    .unwrap();
    drop(desk);
    let directory = portcullis::ledger::DataDir::take(directory.path(), "test").unwrap();
    let refused = portcullis::ledger::Ledger::open(
        directory,
        settings(),
        Arc::default(),
        Fixed::at(noon(1)),
        Arc::default(),
        portcullis::ledger::Hooks::default(),
    );
    let refused = refused.err();
    assert!(
        matches!(&refused, Some(OpenError::UnknownTier { tier, .. }) if &**tier == "gone"),
        "{refused:?}"
    );
}

#[test]
fn decision_time_never_runs_backwards() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let times = [10, 5, -3589, 11, 10].map(|second| {
        desk.clock.set(noon(second));
        desk.ask(1, "read").unwrap();
        audited(directory.path()).last().unwrap().at
    });
    assert_eq!(
        times,
        [10, 10, 10, 11, 11].map(|second| noon(second).as_micros())
    );

    // A clock that is further behind than that is not believed: nothing would ever expire by it.
    desk.clock.set(noon(-3590));
    assert_eq!(desk.ask(1, "read").unwrap_err(), CheckRefused::Unavailable);
    assert_eq!(desk.ledger.health(), Health::ClockWrong);
    desk.clock.set(noon(0));
    desk.ask(1, "read").unwrap();
    assert_eq!(desk.ledger.health(), Health::Ready);

    // Nor across a restart.
    drop(desk);
    let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(0)));
    desk.ask(1, "read").unwrap();
    assert_eq!(
        audited(directory.path()).last().unwrap().at,
        noon(11).as_micros()
    );
}

#[test]
fn a_clock_that_cannot_be_right_decides_nothing() {
    let broken = ["1970-01-01T00:00:00Z", "2024-12-31T23:59:59Z"];
    for time in broken.map(|time| time.parse::<Timestamp>().unwrap()) {
        let directory = tempfile::tempdir().unwrap();
        // Before the first record, and after it.
        let desk = Desk::open(directory.path(), settings(), Fixed::at(time));
        let refused = desk.save("world.made", Vec::new());
        assert!(
            matches!(refused, Err(ChangeError::Unavailable)),
            "{refused:?}"
        );
        drop(desk);
        let desk = Desk::furnished(directory.path(), settings());
        let entry = desk.entry(1, request("bot", "read", "db"));
        desk.clock.set(time);
        let refused = desk.ledger.check(entry).recv().unwrap().unwrap_err();
        assert_eq!(refused, CheckRefused::Unavailable, "{time}");
        assert_eq!(audited(directory.path()).len(), 1);

        desk.clock.set(noon(1));
        assert_eq!(desk.ask(1, "read").unwrap().seq, 1);
        assert_eq!(desk.ledger.health(), Health::Ready);
    }
}

#[test]
fn uses_of_keys_and_reads_are_counted_without_records() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let (one, two) = (customer(1).id, customer(2).id);
    let key = desk.ledger.live().load().key(&digest(1)).unwrap().key.id;
    let today = noon(0).day();
    let report = || UsageReport {
        reads: vec![(one, today, 3), (two, today, 1), (one, today, 2)],
        last_used: vec![(key, noon(42))],
        ..UsageReport::default()
    };
    assert!(desk.ledger.usage(report()).recv().unwrap());
    assert!(desk.ledger.usage(report()).recv().unwrap());
    assert_eq!(audited(directory.path()).len(), 1);
    let reads = |id| desk.ledger.reader().usage(id, today, today).unwrap()[0].reads;
    assert_eq!((reads(one), reads(two)), (10, 2));
    drop(desk);
    let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(1)));
    let live = desk.ledger.live().load_full();
    assert_eq!(live.key(&digest(1)).unwrap().last_used_at(), Some(noon(42)));
    assert_eq!(live.key(&digest(2)).unwrap().last_used_at(), None);
}

#[test]
fn calls_of_a_customer_that_is_not_there_stop_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let (one, stranger) = (customer(1).id, customer(99).id);
    let today = noon(0).day();
    let report = UsageReport {
        reads: vec![(stranger, today, 3), (one, today, 1)],
        last_used: vec![(KeyId::from_bytes([99; 16]), noon(0))],
        ..UsageReport::default()
    };
    assert!(desk.ledger.usage(report).recv().unwrap());
    let of_stranger = ChangeMeta {
        charged_to: Some(stranger),
        ..meta("test.charged", None)
    };
    let changed = desk.submit(Lane::Normal, of_stranger, Vec::new());
    assert_eq!(changed.recv().unwrap().unwrap().seq, 2);
    assert_eq!(desk.ledger.health(), Health::Ready);
    let days = desk.ledger.reader().usage(one, today, today).unwrap();
    assert_eq!(days[0].total(), 1);
}

/// A charged change of the customer with that number, done or refused.
fn charged(desk: &Desk, number: u8, is_refused: bool) {
    let id = customer(number).id;
    let meta = ChangeMeta {
        actor: Actor::Key(KeyId::from_bytes([number; 16])),
        charged_to: Some(id),
        ..meta("test.charged", Some(id))
    };
    let changed = desk.ledger.change(Lane::Normal, meta, move |_, _| {
        if is_refused {
            Err(No)
        } else {
            Ok(Accepted::done((), Vec::new(), serde_json::Value::Null))
        }
    });
    let changed = changed.recv().unwrap();
    assert_eq!(changed.is_err(), is_refused, "{changed:?}");
}

#[test]
fn usage_is_what_the_log_says_after_a_mixed_run() {
    const THREADS: u64 = 4;
    const ROUNDS: u64 = 60;
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    // Two days before midnight is passed and some after, by all threads together.
    let steps = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (desk, steps) = (&desk, &steps);
            scope.spawn(move || {
                for round in 0..ROUNDS {
                    if steps.fetch_add(1, Ordering::SeqCst).is_multiple_of(20) {
                        desk.clock.advance(4 * 3600);
                    }
                    let number = if (thread + round) % 3 == 0 { 2 } else { 1 };
                    match (thread * 7 + round * 5) % 6 {
                        0 | 1 => assert!(desk.ask(number, "read").is_ok()),
                        2 => assert!(desk.ask(number, "write").is_ok()),
                        3 => assert!(desk.ask(1, "pay").is_ok()),
                        4 => charged(desk, number, false),
                        _ => charged(desk, number, true),
                    }
                }
            });
        }
    });

    // By customer and day: approved, denied, changes.
    let mut logged = BTreeMap::<(CustomerId, i64), [u64; 3]>::new();
    let rows = audited(directory.path());
    for row in &rows {
        let record = row.json();
        let Some(id) = record["customer_id"].as_str() else {
            continue;
        };
        let day = Timestamp::from_micros(row.at).day().number();
        let counts = logged.entry((id.parse().unwrap(), day)).or_default();
        counts[match row.result.as_str() {
            "approved" => 0,
            "denied" => 1,
            _ => 2,
        }] += 1;
    }
    let total: u64 = logged.values().flatten().sum();
    assert_eq!(total, THREADS * ROUNDS);
    assert!(logged.len() > 3, "more than one day: {logged:?}");

    let mut counted = BTreeMap::new();
    let live = desk.ledger.live().load_full();
    for number in [1, 2] {
        let id = customer(number).id;
        let days = desk.ledger.reader();
        let days = days.usage(id, Day::from_number(0), Day::from_number(99_999));
        let days = days.unwrap();
        let calls = live.customer(id).unwrap().calls();
        let sum: u64 = days.iter().map(|day| day.total()).sum();
        assert_eq!(calls.load(Ordering::Relaxed), sum);
        for day in days {
            let counts = [day.approved, day.denied, day.changes];
            counted.insert((id, day.day.number()), counts);
        }
    }
    assert_eq!(counted, logged);
}
