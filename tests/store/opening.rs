//! Which files are opened.

use portcullis::domain::mutation::Mutation;
use portcullis::store::{DATABASE_FILE, DataDir, Durability, StoreError, Writer};
use rusqlite::Connection;

use crate::Store;
use crate::fixtures::{customer, raw};

fn open(directory: &DataDir) -> Result<Writer, StoreError> {
    Writer::open(directory, Durability::Power)
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    drop(Store::open(directory.path()));
    raw(directory.path())
        .pragma_update(None, "user_version", 7)
        .unwrap();
    let path = directory.path().join(DATABASE_FILE);
    let before = std::fs::read(&path).unwrap();
    let taken = DataDir::take(directory.path(), "test").unwrap();
    let refused = open(&taken).unwrap_err();
    assert!(
        matches!(
            refused,
            StoreError::Newer {
                found: 7,
                known: 1,
                ..
            }
        ),
        "{refused:?}"
    );
    assert!(
        refused.to_string().contains("use the newer program"),
        "{refused}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join(DATABASE_FILE);
    let theirs = Connection::open(&path).unwrap();
    theirs
        .execute_batch("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)")
        .unwrap();
    drop(theirs);
    let before = std::fs::read(&path).unwrap();
    let taken = DataDir::take(directory.path(), "test").unwrap();
    assert!(matches!(open(&taken), Err(StoreError::NotOurs(refused)) if refused == path));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join(DATABASE_FILE);
    let letter = "Dear diary, ".repeat(1000);
    std::fs::write(&path, &letter).unwrap();
    let taken = DataDir::take(directory.path(), "test").unwrap();
    let refused = open(&taken).unwrap_err().to_string();
    assert!(refused.contains("not a database"), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[test]
fn a_store_that_was_not_closed_is_read_back_from_its_write_ahead_log() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path());
    store.save(&[Mutation::SaveCustomer(customer(1))]);
    // What is begun and not committed is not there afterwards.
    store.writer.begin().unwrap();
    store
        .writer
        .apply(&Mutation::SaveCustomer(customer(2)))
        .unwrap();
    let copy = tempfile::tempdir().unwrap();
    for file in [DATABASE_FILE.to_owned(), format!("{DATABASE_FILE}-wal")] {
        std::fs::copy(directory.path().join(&file), copy.path().join(&file)).unwrap();
    }
    let (live, _) = Store::open(copy.path()).load().unwrap();
    let names: Vec<_> = live
        .customers()
        .map(|state| state.customer().name.as_str().to_owned())
        .collect();
    assert_eq!(names, ["Customer 1"]);
}
