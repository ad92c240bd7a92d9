//! What decisions do to approvals when they are recorded.

use std::sync::Arc;
use std::time::Duration;

use portcullis::domain::actor::Actor;
use portcullis::domain::approval::{Approval, ApprovalStatus, Settlement};
use portcullis::domain::check::{Reason, Verdict};
use portcullis::domain::id::ApprovalId;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::settings::LiveSettings;
use portcullis::ledger::RecordedCheck;

use crate::Gate;
use crate::desk::{Desk, request, settings};
use crate::fixtures::{audited, customer, noon, raw};

/// Asks the same question several times, so that all the answers are found in one batch.
fn ask_at_once(desk: &Desk, times: usize) -> Vec<RecordedCheck> {
    let gate = Gate::hold(desk);
    let waiting: Vec<_> = (0..times)
        .map(|_| {
            desk.ledger
                .check(desk.entry(1, request("bot", "pay", "bank")))
        })
        .collect();
    gate.open();
    let answers = waiting.into_iter();
    answers
        .map(|check| check.recv().unwrap().unwrap())
        .collect()
}

fn reasons(answers: &[RecordedCheck]) -> Vec<Reason> {
    answers
        .iter()
        .map(|answer| answer.decision.reason)
        .collect()
}

fn settle(desk: &Desk, id: ApprovalId, status: ApprovalStatus) {
    let live = desk.ledger.live().load_full();
    let approval = live.customer_of_approval(id).unwrap().approval(id).unwrap();
    let settled = Approval {
        status,
        settlement: Some(Settlement {
            by: Actor::Local,
            claim: None,
            notes: None,
            at: noon(0),
        }),
        ..Approval::clone(approval)
    };
    desk.save(
        "approval.settled",
        vec![Mutation::SaveApproval(Arc::new(settled))],
    )
    .unwrap();
}

/// How many approvals the file has, by status.
fn stored(desk: &Desk) -> Vec<(String, i64)> {
    let connection = raw(&desk.path);
    let mut statement = connection
        .prepare("SELECT status, count(*) FROM approvals GROUP BY status ORDER BY status")
        .unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_same_question_twice_in_one_batch_opens_one_request() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let answers = ask_at_once(&desk, 3);
    assert_eq!(
        reasons(&answers),
        [
            Reason::ApprovalRequired,
            Reason::ApprovalPending,
            Reason::ApprovalPending
        ]
    );
    let ids: Vec<_> = answers
        .iter()
        .map(|answer| answer.approval.as_ref().unwrap().id)
        .collect();
    assert_eq!(ids, [ids[0]; 3]);
    assert_eq!(stored(&desk), [("pending".to_owned(), 1)]);
    let opened = answers[0].approval.as_ref().unwrap();
    assert_eq!(opened.created_at, noon(0));
    assert_eq!(opened.expires_at, noon(86_400));
    assert_eq!(opened.binding, request("bot", "pay", "bank").binding());
    assert_eq!(&*opened.trace, &answers[0].decision.trace[..]);
}

#[test]
fn a_grant_is_spent_once_however_many_ask_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let opened = ask_at_once(&desk, 1)[0].approval.as_ref().unwrap().id;
    settle(&desk, opened, ApprovalStatus::Approved);

    let answers = ask_at_once(&desk, 3);
    assert_eq!(
        reasons(&answers),
        [
            Reason::HumanOverride,
            Reason::ApprovalRequired,
            Reason::ApprovalPending
        ]
    );
    let approved = |answer: &&RecordedCheck| answer.decision.verdict == Verdict::Approved;
    assert_eq!(answers.iter().filter(approved).count(), 1);
    assert_eq!(
        stored(&desk),
        [("pending".to_owned(), 1), ("used".to_owned(), 1)]
    );
    let rows = audited(directory.path());
    let overrides = rows
        .iter()
        .filter(|row| row.json()["reason"] == "human_override");
    assert_eq!(overrides.count(), 1);

    // The same after a restart: a grant that was used is not there again.
    drop(desk);
    let desk = Desk::open(
        directory.path(),
        settings(),
        crate::desk::Fixed::at(noon(1)),
    );
    let again = ask_at_once(&desk, 1);
    assert_eq!(reasons(&again), [Reason::ApprovalPending]);
}

#[test]
fn a_grant_waits_for_the_next_check_across_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let opened = ask_at_once(&desk, 1)[0].approval.as_ref().unwrap().id;
    settle(&desk, opened, ApprovalStatus::Approved);
    drop(desk);
    let clock = crate::desk::Fixed::at(noon(1));
    let desk = Desk::open(directory.path(), settings(), clock);
    assert_eq!(reasons(&ask_at_once(&desk, 1)), [Reason::HumanOverride]);
}

#[test]
fn an_expired_request_is_replaced_by_one_new_one() {
    let directory = tempfile::tempdir().unwrap();
    let limits = LiveSettings {
        approvals_expire_after: Duration::from_mins(1),
        ..LiveSettings::default()
    };
    let desk = Desk::furnished_with(directory.path(), limits);
    let first = ask_at_once(&desk, 1);
    desk.clock.set(noon(60));
    let answers = ask_at_once(&desk, 2);
    assert_eq!(
        reasons(&answers),
        [Reason::ApprovalExpired, Reason::ApprovalPending]
    );
    let id = |answer: &RecordedCheck| answer.approval.as_ref().unwrap().id;
    assert_ne!(id(&answers[0]), id(&first[0]));
    assert_eq!(id(&answers[0]), id(&answers[1]));
}

#[test]
fn beyond_the_limit_nothing_is_opened_and_the_check_is_denied() {
    let directory = tempfile::tempdir().unwrap();
    let limits = LiveSettings {
        approvals_max_open: 1,
        ..LiveSettings::default()
    };
    let desk = Desk::furnished_with(directory.path(), limits);
    let ask = |resource| {
        let entry = desk.entry(1, request("bot", "pay", resource));
        desk.ledger.check(entry).recv().unwrap().unwrap()
    };
    assert!(ask("bank/1").approval.is_some());
    let second = ask("bank/2");
    assert_eq!(second.decision.verdict, Verdict::Denied);
    assert!(second.approval.is_none());
    assert_eq!(stored(&desk), [("pending".to_owned(), 1)]);
    let state = desk.ledger.live().load_full();
    assert_eq!(state.customer(customer(1).id).unwrap().approval_count(), 1);
}
