//! What only processes show: who holds the directory, a disk that fills up or fails, and the
//! verifier of `docs/AUDIT_FORMAT.md`, which is not ours to trust.
//!
//! Apart from the other tests, because a process inherits open files, and with them the lock of a
//! data directory, from every thread between its fork and its exec.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod contender;
#[expect(dead_code, reason = "shared with tests that need more of it")]
#[path = "../fixtures/desk.rs"]
mod desk;
mod disk_full;
mod failed_disk;
#[expect(dead_code, reason = "shared with tests that need more of it")]
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod verifier;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where the child works; set for no other process.
const CHILD: &str = "PORTCULLIS_TEST_CHILD";

/// One test of this file at a time; see above.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The directory to work in, when this process is the child that runs the calling test.
pub(crate) fn as_child() -> Option<PathBuf> {
    std::env::var_os(CHILD).map(PathBuf::from)
}

/// Runs one test of this file in a process of its own, started by a shell script that ends in
/// `exec "$@"` and finds the directory in `$DIRECTORY`; `program` runs the shell.
pub(crate) fn run_child(program: &[&str], script: &str, test: &str, directory: &Path) -> Output {
    let mut words = program.to_vec();
    words.extend(["sh", "-c", script, "sh"]);
    Command::new(words[0])
        .args(&words[1..])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CHILD, directory)
        .env("DIRECTORY", directory)
        .output()
        .unwrap()
}

/// The child's lines that start with a word, without it; fails with all it said if it failed.
pub(crate) fn lines_of(output: &Output, word: &str) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{errors}");
    let lines = text.lines().filter_map(|line| line.strip_prefix(word));
    lines.map(|line| line.trim().to_owned()).collect()
}

/// Says, past the capturing of tests, that something was not tested here.
#[expect(clippy::explicit_write, reason = "`eprintln!` would be captured")]
pub(crate) fn skip(what: &str) {
    writeln!(std::io::stderr(), "\nSKIPPED, NOT TESTED HERE: {what}\n").unwrap();
}
