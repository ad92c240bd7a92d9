//! Backups and restores with the real program: under load, damaged, encrypted, killed half-way, and
//! what a restored appliance answers.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

mod damaged;
mod doctor;
mod encrypted;
mod machines;
mod make;
#[expect(dead_code, reason = "each test program uses its part of the helpers")]
#[path = "../program/mod.rs"]
mod program;
mod restore;
mod upgrade;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use program::{Place, text};

/// The path of a backup that is made now.
fn back_up(place: &Place) -> PathBuf {
    let made = place.json(&["backup"]).fine();
    place.path().join(text(&made, "path"))
}

/// A place whose backups go to a directory of that name.
fn with_directory(name: &str, more: &str) -> Place {
    let place = Place::new();
    let directory = place.path().join(name);
    let settings = format!("[backup]\ndirectory = \"{}\"\n{more}", directory.display());
    place.file(program::SETTINGS_FILE, &settings);
    place
}

fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Refused, with a word about why; and the database is what it was.
fn refused(place: &Place, args: &[&str], code: i32, saying: &str) {
    let file = place.data_dir().join("portcullis.db");
    let before = std::fs::read(&file).ok();
    let ran = place.run(args);
    assert_eq!(ran.code, code, "{args:?} {ran:?}");
    assert!(
        ran.stderr.contains(saying),
        "{args:?}: `{saying}` in {ran:?}"
    );
    assert!(before == std::fs::read(&file).ok(), "{args:?} changed it");
    let left = names(&place.data_dir());
    let is_left = |name: &String| name.contains("restoring") || name.contains("progress");
    assert!(!left.iter().any(is_left), "{left:?}");
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Says, past the capturing of tests, that something was not tested here.
#[expect(clippy::explicit_write, reason = "`eprintln!` would be captured")]
fn skip(what: &str) {
    writeln!(std::io::stderr(), "\nSKIPPED, NOT TESTED HERE: {what}\n").unwrap();
}
