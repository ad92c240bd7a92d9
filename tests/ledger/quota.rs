//! Monthly quotas: exactly so many checks are recorded, whoever asks at once and however it ends.

use std::sync::Arc;

use portcullis::domain::customer::{Customer, DeactivatedBy, Overrides};
use portcullis::domain::mutation::Mutation;
use portcullis::domain::quota::QuotaExceeded;
use portcullis::domain::time::Timestamp;
use portcullis::ledger::{CheckRefused, Lane, Settings};

use crate::Gate;
use crate::desk::{Checked, Desk, Fixed, meta, request, settings};
use crate::fixtures::{customer, raw};

/// Customer 1 with a quota of its own.
fn with_quota(quota: Option<u64>) -> Mutation {
    Mutation::SaveCustomer(Arc::new(Customer {
        overrides: Overrides {
            max_checks_per_month: quota,
            ..Overrides::default()
        },
        ..Customer::clone(&customer(1))
    }))
}

fn exceeded(checked: &Checked) -> Option<&QuotaExceeded> {
    match checked {
        Err(CheckRefused::QuotaExceeded(exceeded)) => Some(exceeded),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

/// Decisions about customer 1 in the file.
fn recorded(desk: &Desk) -> i64 {
    let sql = "SELECT count(*) FROM audit_records
               WHERE customer_no = 1 AND result IN ('approved', 'denied')";
    raw(&desk.path)
        .query_row(sql, [], |row| row.get(0))
        .unwrap()
}

#[test]
fn of_those_in_one_batch_exactly_the_quota_is_recorded() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    desk.save("customer.update", vec![with_quota(Some(7))])
        .unwrap();
    let held = Gate::hold(&desk);
    let asked: Vec<_> = (0..20)
        .map(|number| {
            // Denied ones count like approved ones; those of another customer do not.
            let action = ["read", "delete"][number % 2];
            let entry = desk.entry(1, request("bot", action, "db"));
            let other = desk.entry(2, request("bot", action, "db"));
            (desk.ledger.check(entry), desk.ledger.check(other))
        })
        .collect();
    held.open();
    for (number, (own, other)) in asked.into_iter().enumerate() {
        let own = own.recv().unwrap();
        assert_eq!(exceeded(&own).is_some(), number >= 7, "{number}: {own:?}");
        assert!(other.recv().unwrap().is_ok());
    }
    assert_eq!(recorded(&desk), 7);
}

/// What raises a quota lets the very next check of the same batch pass, and nothing before it.
#[test]
fn a_raised_quota_counts_from_its_place_in_the_order_on() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    desk.save("customer.update", vec![with_quota(Some(2))])
        .unwrap();
    let held = Gate::hold(&desk);
    let ask = || {
        desk.ledger
            .check(desk.entry(1, request("bot", "read", "db")))
    };
    let before: Vec<_> = (0..4).map(|_| ask()).collect();
    let raised = desk.submit(
        Lane::Normal,
        meta("customer.update", None),
        vec![with_quota(Some(3))],
    );
    let after: Vec<_> = (0..2).map(|_| ask()).collect();
    held.open();
    raised.recv().unwrap().unwrap();
    let answers: Vec<bool> = before
        .into_iter()
        .chain(after)
        .map(|check| exceeded(&check.recv().unwrap()).is_none())
        .collect();
    assert_eq!(answers, [true, true, false, false, true, false]);
    assert_eq!(recorded(&desk), 3);
    // Without one of its own, the tier's holds, which has none.
    desk.save("customer.update", vec![with_quota(None)])
        .unwrap();
    assert!(desk.ask(1, "read").is_ok());
}

#[test]
fn many_at_once_get_exactly_the_quota() {
    let directory = tempfile::tempdir().unwrap();
    // Batches of a few, so that many of them meet the end of the quota.
    let settings = Settings {
        batch_entries: 3,
        ..settings()
    };
    let desk = Desk::furnished(directory.path(), settings);
    desk.save("customer.update", vec![with_quota(Some(100))])
        .unwrap();
    let passed: usize = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let answers = (0..40).map(|_| desk.ask(1, "read"));
                    answers.filter(|answer| exceeded(answer).is_none()).count()
                })
            })
            .collect();
        askers.into_iter().map(|asker| asker.join().unwrap()).sum()
    });
    assert_eq!(passed, 100);
    assert_eq!(recorded(&desk), 100);
}

#[test]
fn the_count_outlives_the_process_and_ends_with_the_month() {
    let directory = tempfile::tempdir().unwrap();
    let mut clock: Timestamp = "2026-11-30T23:59:58Z".parse().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    desk.save("customer.update", vec![with_quota(Some(3))])
        .unwrap();
    desk.ask(1, "read").unwrap();
    desk.clock.set(clock);
    desk.ask(1, "delete").unwrap();
    drop(desk);

    // However late it is started again: what counts is the month of the decision.
    let desk = Desk::open(directory.path(), settings(), Fixed::at(clock));
    desk.ask(1, "read").unwrap();
    let over = desk.ask(1, "read");
    let over = exceeded(&over).unwrap();
    assert_eq!((over.quota, over.retry_after_seconds), (3, 2));
    assert_eq!(over.resets_at.to_string(), "2026-12-01T00:00:00.000000Z");
    assert_eq!(over.more, None, "another tier would not help");
    drop(desk);
    clock = "2026-12-01T00:00:00Z".parse().unwrap();
    let desk = Desk::open(directory.path(), settings(), Fixed::at(clock));
    for _ in 0..3 {
        desk.ask(1, "read").unwrap();
    }
    assert!(exceeded(&desk.ask(1, "read")).is_some());
    // A clock that is set back by a little does not bring the old month back.
    desk.clock.set("2026-11-30T23:59:59Z".parse().unwrap());
    assert!(exceeded(&desk.ask(1, "read")).is_some());
    desk.clock.set("2027-01-01T00:00:00Z".parse().unwrap());
    assert!(desk.ask(1, "read").is_ok());
}

/// A quota that is used up stops checks and nothing else, and a check that it stops uses nothing up.
#[test]
fn what_is_over_is_not_decided() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    desk.save("customer.update", vec![with_quota(Some(1))])
        .unwrap();
    desk.ask(1, "read").unwrap();
    let over = desk.ask(1, "pay");
    assert!(exceeded(&over).is_some());
    let live = desk.ledger.live().load_full();
    let state = live.customer(customer(1).id).unwrap();
    assert_eq!(state.approvals().count(), 0, "no request was opened");
    // A key that is withdrawn is told so rather than that the month is over.
    let entry = desk.entry(1, request("bot", "read", "db"));
    desk.save(
        "customer.deactivate",
        vec![Mutation::SaveCustomer(Arc::new(Customer {
            is_active: false,
            deactivated_by: Some(DeactivatedBy::Operator),
            ..Customer::clone(state.customer())
        }))],
    )
    .unwrap();
    let refused = desk.ledger.check(entry).recv().unwrap();
    assert!(matches!(refused, Err(CheckRefused::NotAdmitted(_))));
}
