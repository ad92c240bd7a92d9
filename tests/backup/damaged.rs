//! What was damaged or made up is refused before anything is touched.

use std::io::{Cursor, Read as _};
use std::path::Path;

use nix::sys::signal::Signal;
use rusqlite::Connection;
use serde_json::Value;

use crate::program::{Place, QUIET, text};
use crate::{back_up, path, refused, sha256};

/// Name and bytes of each member of a tar file.
type Members = Vec<(String, Vec<u8>)>;

const REGULAR: tar::EntryType = tar::EntryType::Regular;

/// The members of a tar file.
fn members(file: &Path) -> Members {
    let mut archive = tar::Archive::new(Cursor::new(std::fs::read(file).unwrap()));
    let entries = archive.entries().unwrap();
    entries
        .map(|entry| {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().to_str().unwrap().to_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

/// A tar file of these members, whatever their names and kinds.
fn packed(members: &[(String, Vec<u8>)], kind: tar::EntryType) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (place, (name, bytes)) in members.iter().enumerate() {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_entry_type(if place == 1 {
            kind
        } else {
            tar::EntryType::Regular
        });
        header.set_cksum();
        builder.append(&header, bytes.as_slice()).unwrap();
    }
    builder.into_inner().unwrap()
}

/// A place with a backup, and the backup's members.
fn fixture() -> (Place, Vec<u8>, Members) {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    place.customer();
    let good = back_up(&place);
    let bytes = std::fs::read(&good).unwrap();
    let members = members(&good);
    (place, bytes, members)
}

/// Neither proved nor restored, for that reason.
fn refused_as(place: &Place, damaged: &[u8], saying: &str) {
    let file = place.path().join("damaged.tar");
    std::fs::write(&file, damaged).unwrap();
    let file = path(&file);
    refused(place, &["backup", "verify", file], 1, saying);
    refused(place, &["restore", file, "--discard-newer"], 1, saying);
}

#[test]
fn damaged_files_are_refused() {
    let (place, bytes, _) = fixture();
    let mut flipped = bytes.clone();
    flipped[8192] ^= 1;
    let mut behind = bytes.clone();
    behind.extend([7; 512]);
    for (damaged, saying) in [
        (&flipped[..], "another SHA-256"),
        (&bytes[..bytes.len() / 2], "is damaged"),
        (&bytes[..1000], "is not a backup"),
        (&behind, "behind its end"),
        (b"Dear diary", "is not a backup"),
        (b"", "is not a backup"),
    ] {
        refused_as(&place, damaged, saying);
    }
    let words = |args: &[&str], code, saying| refused(&place, args, code, saying);
    words(&["backup", "verify", "nowhere.tar"], 1, "cannot open");
    words(&["backup", "verify", "data"], 1, "is not a backup");
    words(&["backup", "verify"], 2, "");
    words(&["audit", "verify", "--noted", "x"], 2, "64 hexadecimal");
    words(&["restore", "nowhere.tar"], 1, "cannot open");
    let kept = place.file("kept.toml", "mine");
    let file = place.path().join("good.tar");
    std::fs::write(&file, &bytes).unwrap();
    let args = ["restore", path(&file), "--config-to", path(&kept)];
    words(&args, 1, "cannot make");
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "mine");
}

#[test]
fn other_members_than_ours_are_refused() {
    let (place, _, members) = fixture();
    let try_with = |change: &dyn Fn(&mut Members), saying| {
        let mut changed = members.clone();
        change(&mut changed);
        refused_as(&place, &packed(&changed, REGULAR), saying);
    };
    for name in [
        "../portcullis.db",
        "/etc/cron.d/x",
        "portcullis.db/",
        "PORTCULLIS.DB",
    ] {
        try_with(&|members| members[1].0 = name.into(), "stands where");
    }
    try_with(&|members| members.swap(1, 2), "stands where");
    try_with(&|members| drop(members.pop()), "cut off");
    try_with(
        &|members| members.push(("more".into(), vec![1])),
        "holds more",
    );
    for kind in [
        tar::EntryType::Symlink,
        tar::EntryType::Link,
        tar::EntryType::GNULongName,
    ] {
        refused_as(&place, &packed(&members, kind), "stands where");
    }
}

#[test]
fn a_manifest_that_says_otherwise_is_refused() {
    let (place, _, members) = fixture();
    let said: Value = serde_json::from_slice(&members[0].1).unwrap();
    let head = format!("\"seq\": {}", said["head"]["seq"]);
    for (from, to, saying) in [
        ("\"format\": 1", "\"format\": 2", "in format 2"),
        (&head, "\"seq\": 1", "another last audit record"),
        (
            "\"customers\": 1",
            "\"customers\": 2",
            "another number of rows",
        ),
        ("\"epoch\": 1", "\"epoch\": 9", "another epoch"),
        (
            "\"portcullis.toml\"",
            "\"other.toml\"",
            "names other members",
        ),
        ("\"rows\"", "\"columns\"", "its manifest"),
        ("{", "[", "is not a backup"),
    ] {
        let mut changed = members.clone();
        let text = String::from_utf8(changed[0].1.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        changed[0].1 = text.replacen(from, to, 1).into_bytes();
        refused_as(&place, &packed(&changed, REGULAR), saying);
    }
}

/// Whoever may write to the backups' directory must not be able to end backups by it.
#[test]
fn a_manifest_of_monstrous_sizes_is_no_backup_and_stops_none() {
    let (place, _, members) = fixture();
    let mut changed = members.clone();
    let mut said: Value = serde_json::from_slice(&changed[0].1).unwrap();
    for member in said["members"].as_array_mut().unwrap() {
        member["bytes"] = u64::MAX.into();
    }
    changed[0].1 = said.to_string().into_bytes();
    let name = format!("portcullis-{}-20200101T000000Z.tar", text(&said, "node"));
    let file = place.data_dir().join("backups").join(name);
    std::fs::write(&file, packed(&changed, REGULAR)).unwrap();
    back_up(&place);
    let listed = place.json(&["backup", "list"]).fine();
    assert_eq!(listed["data"].as_array().unwrap().len(), 2, "{listed}");
    assert!(file.exists(), "it is not ours to remove");
}

#[test]
fn an_altered_log_is_found_behind_digests_that_are_right() {
    let (place, _, mut members) = fixture();
    let database = place.path().join("altered.db");
    std::fs::write(&database, &members[1].1).unwrap();
    let altered = Connection::open(&database).unwrap();
    altered
        .execute_batch(
            "DROP TRIGGER audit_records_stay;
             UPDATE audit_records SET record = replace(record, 'ada', 'eve') WHERE seq = 1",
        )
        .unwrap();
    drop(altered);
    let bytes = std::fs::read(&database).unwrap();
    let text = String::from_utf8(members[0].1.clone()).unwrap();
    let text = text.replace(&sha256(&members[1].1), &sha256(&bytes));
    members[0].1 = text.into_bytes();
    members[1].1.clone_from(&bytes);
    let file = place.path().join("altered.tar");
    std::fs::write(&file, packed(&members, REGULAR)).unwrap();
    for args in [
        &["backup", "verify", path(&file)][..],
        &["restore", path(&file), "--discard-newer"],
        &["audit", "verify", path(&file)],
        &["audit", "verify", path(&database)],
    ] {
        refused(&place, args, 1, "audit record 1 does not follow");
    }
    assert!(std::fs::read_dir(place.path()).unwrap().all(|entry| {
        let name = entry.unwrap().file_name();
        !name.to_str().unwrap().starts_with("portcullis-backup-")
    }));
}

#[test]
fn the_log_is_proved_and_what_was_noted_is_still_there() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let proved = place.json(&["audit", "verify"]).fine();
    let noted = format!(
        "{}:{}",
        proved["head"]["seq"],
        text(&proved["head"], "hash")
    );
    place.operator("bob", "admin");
    let server = place.serve();
    place.json(&["audit", "verify", "--noted", &noted]).fine();
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let ahead = format!("99:{}", "0".repeat(64));
    refused(
        &place,
        &["audit", "verify", "--noted", &ahead],
        1,
        "were cut off",
    );
    let other = format!("1:{}", "0".repeat(64));
    refused(
        &place,
        &["audit", "verify", "--noted", &other],
        1,
        "another hash than was noted",
    );
}
