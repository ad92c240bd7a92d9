//! What waits: bounds, age, callers that are gone, and the end.

use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis::domain::mutation::Mutation;
use portcullis::ledger::{ChangeError, CheckRefused, Health, Lane, Settings, UsageReport};

use crate::desk::{Desk, Fixed, meta, request, settings};
use crate::fixtures::{audited, customer, noon};
use crate::{Gate, counter};

#[test]
fn beyond_its_bound_the_queue_turns_away_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let small = Settings {
        queue_entries: 2,
        ..settings()
    };
    let desk = Desk::furnished(directory.path(), small);
    let gate = Gate::hold(&desk);
    let ask = || {
        desk.ledger
            .check(desk.entry(1, request("bot", "read", "db")))
    };
    let waiting = [ask(), ask()];
    // The writer is held: these answers come from the queue alone.
    assert_eq!(ask().recv().unwrap().unwrap_err(), CheckRefused::Overloaded);
    let change = desk.submit(Lane::Normal, meta("test", None), Vec::new());
    assert!(matches!(
        change.recv().unwrap(),
        Err(ChangeError::Overloaded)
    ));
    let urgent = desk.submit(Lane::Urgent, meta("test", None), Vec::new());
    assert_eq!(counter(&desk, "overloaded_total"), 2);
    gate.open();
    urgent.recv().unwrap().unwrap();
    for check in waiting {
        check.recv().unwrap().unwrap();
    }
    assert_eq!(audited(directory.path()).len(), 5);
    assert!(desk.ask(1, "read").is_ok(), "there is room again");
}

#[test]
fn bytes_are_bounded_and_freed() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    drop(desk);
    let small = Settings {
        queue_bytes: 2000,
        ..settings()
    };
    let desk = Desk::open(directory.path(), small, Fixed::at(noon(1)));
    for _ in 0..3 {
        let gate = Gate::hold(&desk);
        let ask = || {
            desk.ledger
                .check(desk.entry(1, request("bot", "read", "db")))
        };
        let waiting = ask();
        assert_eq!(ask().recv().unwrap().unwrap_err(), CheckRefused::Overloaded);
        gate.open();
        waiting.recv().unwrap().unwrap();
    }
}

#[test]
fn what_waited_too_long_is_turned_away_unrecorded() {
    let directory = tempfile::tempdir().unwrap();
    drop(Desk::furnished(directory.path(), settings()));
    let impatient = Settings {
        queue_age: Duration::ZERO,
        ..settings()
    };
    let desk = Desk::open(directory.path(), impatient, Fixed::at(noon(1)));
    assert_eq!(desk.ask(1, "read").unwrap_err(), CheckRefused::Overloaded);
    let change = desk.save("test", vec![Mutation::SaveCustomer(customer(5))]);
    assert!(matches!(change, Err(ChangeError::Overloaded)));
    assert_eq!(audited(directory.path()).len(), 1);
    assert_eq!(counter(&desk, "dropped_total"), 2);
}

#[test]
fn a_caller_that_is_gone_uses_nothing_up() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let gate = Gate::hold(&desk);
    let pay = || {
        desk.ledger
            .check(desk.entry(1, request("bot", "pay", "bank")))
    };
    drop(pay());
    let save = vec![Mutation::SaveCustomer(customer(5))];
    drop(desk.submit(Lane::Normal, meta("test", None), save));
    let stays = pay();
    gate.open();
    let stays = stays.recv().unwrap().unwrap();
    assert_eq!(stays.seq, 1);
    assert_eq!(
        stays.decision.reason.word(),
        "approval_required",
        "the check that was dropped opened nothing"
    );
    assert!(
        desk.ledger.live().load().customer(customer(5).id).is_some(),
        "a change is made whether or not somebody still waits to hear of it"
    );
    assert_eq!(audited(directory.path()).len(), 4);
    assert_eq!(counter(&desk, "dropped_total"), 1);
}

#[test]
fn closing_works_off_what_waits_and_takes_nothing_more() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let gate = Gate::hold(&desk);
    let waiting = desk
        .ledger
        .check(desk.entry(1, request("bot", "read", "db")));
    std::thread::scope(|scope| {
        let closing = scope.spawn(|| desk.ledger.close());
        gate.open();
        closing.join().unwrap();
    });
    waiting.recv().unwrap().unwrap();
    assert_eq!(desk.ask(1, "read").unwrap_err(), CheckRefused::Unavailable);
    let change = desk.save("test", Vec::new());
    assert!(matches!(change, Err(ChangeError::Unavailable)));
    let report = desk.ledger.usage(UsageReport::default());
    assert!(!report.recv().unwrap());
    desk.ledger.close();
    assert_eq!(audited(directory.path()).len(), 3);
    assert!(
        desk.fatal.lock().unwrap().try_recv().is_err(),
        "an orderly end is not a fatal one"
    );
}

#[test]
fn a_batch_is_bounded_and_the_rest_is_the_next() {
    let directory = tempfile::tempdir().unwrap();
    drop(Desk::furnished(directory.path(), settings()));
    let small = Settings {
        batch_entries: 2,
        ..settings()
    };
    let desk = Desk::open(directory.path(), small, Fixed::at(noon(1)));
    let gate = Gate::hold(&desk);
    let waiting: Vec<_> = (0..5)
        .map(|_| {
            desk.ledger
                .check(desk.entry(1, request("bot", "read", "db")))
        })
        .collect();
    gate.open();
    let seqs: Vec<_> = waiting
        .into_iter()
        .map(|check| check.recv().unwrap().unwrap().seq)
        .collect();
    assert_eq!(seqs, [1, 2, 3, 4, 5]);
    // The last batch is counted before it is answered or just after: the next change shows it.
    desk.save("test", Vec::new()).unwrap();
    let batches = counter(&desk, "batch_entries_count");
    assert!(
        (4..=5).contains(&batches),
        "the gate, 2 + 2 + 1, the change: {batches}"
    );
}

#[test]
fn when_the_writer_dies_everyone_is_told() {
    let directory = tempfile::tempdir().unwrap();
    drop(Desk::furnished(directory.path(), settings()));
    let one_by_one = Settings {
        batch_entries: 1,
        ..settings()
    };
    let desk = Desk::open(directory.path(), one_by_one, Fixed::at(noon(1)));
    let entry = || desk.entry(1, request("bot", "read", "db"));
    let (first, second) = (entry(), entry());
    let gate = Gate::hold(&desk);
    // The held batch asks for the time once more and panics; what waits behind it must not wait for
    // ever.
    desk.clock.is_broken.store(true, Ordering::SeqCst);
    let checks = [desk.ledger.check(first), desk.ledger.check(second)];
    assert!(
        gate.opened().recv().is_err(),
        "nobody answers what was in hand"
    );
    for check in checks {
        let answer = check.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(answer.unwrap_err(), CheckRefused::Unavailable);
    }
    desk.fatal.lock().unwrap().recv().unwrap();
    assert_eq!(desk.ledger.health(), Health::Failed);
    let change = desk.save("test", Vec::new());
    assert!(matches!(change, Err(ChangeError::Unavailable)));
    assert!(
        desk.fatal.lock().unwrap().recv().is_err(),
        "told once, and the teller is gone"
    );
    assert_eq!(audited(directory.path()).len(), 1);
}
