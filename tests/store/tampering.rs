//! An attacker with the file drops the triggers first; the next start finds the altered records.

use std::path::Path;

use portcullis::domain::mutation::Mutation;
use portcullis::store::StoreError;
use rstest::rstest;

use crate::fixtures::{audited, customer, noon, raw};
use crate::{Said, Store};

/// More than the records at the end that every start verifies.
const MANY: u64 = 1010;

fn write_log(directory: &Path, records: u64) {
    let one = customer(1);
    let mut store = Store::open(directory);
    store.save(&[Mutation::SaveCustomer(one.clone())]);
    store.writer.begin().unwrap();
    for number in 1..=records {
        store.say(Said {
            customer: Some((one.id, number)),
            agent: Some("bot"),
            action: "read",
            resource: "db",
            result: "approved",
            reason: "all_checks_passed",
            at: noon(0),
        });
    }
    store.writer.commit().unwrap();
}

fn tamper(directory: &Path, attack: &str) {
    let connection = raw(directory);
    connection
        .execute_batch(
            "DROP TRIGGER audit_records_stay;
             DROP TRIGGER audit_records_remain;",
        )
        .unwrap();
    connection.execute_batch(attack).unwrap();
}

/// The first record that does not verify at the next start.
fn found_at(directory: &Path) -> Option<u64> {
    match Store::open(directory).load() {
        Ok(_) => None,
        Err(StoreError::BrokenChain { seq }) => Some(seq),
        Err(other) => panic!("{other}"),
    }
}

#[rstest]
#[case::nothing("", None)]
#[case::hash("UPDATE audit_records SET hash = zeroblob(32) WHERE seq = 4", Some(4))]
#[case::last_hash("UPDATE audit_records SET hash = zeroblob(32) WHERE seq = 6", Some(6))]
#[case::first_hash("UPDATE audit_records SET hash = zeroblob(32) WHERE seq = 1", Some(1))]
#[case::record_text(
    "UPDATE audit_records SET record = replace(record, 'approved', 'denied') WHERE seq = 3",
    Some(3)
)]
#[case::white_space(
    "UPDATE audit_records SET record = record || ' ' WHERE seq = 6",
    Some(6)
)]
#[case::first_record("UPDATE audit_records SET record = '{}' WHERE seq = 1", Some(1))]
#[case::removed_middle("DELETE FROM audit_records WHERE seq = 3", Some(4))]
#[case::removed_first("DELETE FROM audit_records WHERE seq = 1", Some(2))]
#[case::removed_first_ones("DELETE FROM audit_records WHERE seq <= 4", Some(5))]
#[case::removed_and_closed_up(
    "DELETE FROM audit_records WHERE seq = 3;
     UPDATE audit_records SET seq = seq - 1 WHERE seq > 3;",
    Some(3)
)]
#[case::swapped(
    "UPDATE audit_records SET seq = 100 WHERE seq = 2;
     UPDATE audit_records SET seq = 2 WHERE seq = 3;
     UPDATE audit_records SET seq = 3 WHERE seq = 100;",
    Some(2)
)]
#[case::added(
    "INSERT INTO audit_records VALUES (7, NULL, NULL, 1, NULL, 'done', '{}',
       zeroblob(32))",
    Some(7)
)]
fn is_found_at_the_next_start(#[case] attack: &str, #[case] first: Option<u64>) {
    let directory = tempfile::tempdir().unwrap();
    write_log(directory.path(), 6);
    assert_eq!(audited(directory.path()).len(), 6);
    tamper(directory.path(), attack);
    assert_eq!(found_at(directory.path()), first);
}

#[rstest]
#[case::within_the_tail("UPDATE audit_records SET record = '{}' WHERE seq = 11", Some(11))]
#[case::where_the_tail_starts("DELETE FROM audit_records WHERE seq = 10", Some(11))]
#[case::up_to_within_the_tail("DELETE FROM audit_records WHERE seq < 500", Some(500))]
// What lies before is the offline verifier's: a start does not read the whole log.
#[case::before_the_tail("UPDATE audit_records SET record = '{}' WHERE seq = 9", None)]
fn the_tail_is_what_a_start_verifies(#[case] attack: &str, #[case] first: Option<u64>) {
    let directory = tempfile::tempdir().unwrap();
    write_log(directory.path(), MANY);
    tamper(directory.path(), attack);
    assert_eq!(found_at(directory.path()), first);
}

/// The record says what was hashed; the columns beside it only repeat it, and a start believes
/// `at`. One that says otherwise is found too.
#[rstest]
#[case::time("UPDATE audit_records SET at = at + 1 WHERE seq = 6", Some(6))]
#[case::result("UPDATE audit_records SET result = 'denied' WHERE seq = 5", Some(5))]
#[case::agent("UPDATE audit_records SET agent_id = 'other' WHERE seq = 5", Some(5))]
#[case::no_agent("UPDATE audit_records SET agent_id = NULL WHERE seq = 5", Some(5))]
#[case::customers_number("UPDATE audit_records SET customer_seq = 9 WHERE seq = 6", Some(6))]
#[case::customer(
    "UPDATE audit_records SET customer_no = NULL, customer_seq = NULL WHERE seq = 4",
    Some(4)
)]
fn a_column_that_contradicts_its_record_is_found(#[case] attack: &str, #[case] first: Option<u64>) {
    let directory = tempfile::tempdir().unwrap();
    write_log(directory.path(), 6);
    tamper(directory.path(), attack);
    assert_eq!(found_at(directory.path()), first);
}
