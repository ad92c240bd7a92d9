//! Two processes want the same data directory.

use portcullis::store::{DataDir, LockError};

use crate::{alone, as_child, lines_of, run_child};

/// Run as a child by the test below.
#[test]
fn takes_the_directory() {
    let Some(path) = as_child() else { return };
    match DataDir::take(&path, "contender") {
        Err(LockError::Held { holder, .. }) => println!("\nheld by {holder}"),
        Err(other) => println!("\nrefused: {other}"),
        Ok(_) => println!("\ntaken"),
    }
}

#[test]
fn one_process_has_the_directory_and_others_are_told_which() {
    let _alone = alone();
    let directory = tempfile::tempdir().unwrap();
    let contend = |word| {
        let test = "contender::takes_the_directory";
        let output = run_child(&[], "exec \"$@\"", test, directory.path());
        lines_of(&output, word)
    };
    let first = DataDir::take(directory.path(), "serve").unwrap();
    let holder = format!("process {} (serve)", std::process::id());
    assert_eq!(contend("held by"), [holder]);
    let second = DataDir::take(directory.path(), "init");
    assert!(matches!(second, Err(LockError::Held { .. })), "{second:?}");
    drop(first);
    assert_eq!(contend("taken").len(), 1);
}
