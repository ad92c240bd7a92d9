//! What a check-up says of backups.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use nix::sys::signal::Signal;
use nix::unistd::{Uid, chown, geteuid};
use serde_json::{Value, json};

use super::program::{self, Place, text};
use super::{back_up, with_directory};

/// The findings of that name, worst first: severity and what was found.
fn said(place: &Place, name: &str) -> Vec<(String, String)> {
    let document = place.json(&["doctor"]).document();
    let all = document["findings"].as_array().unwrap();
    let named = all.iter().filter(|finding| finding["name"] == name);
    let mut said: Vec<_> = named
        .map(|finding| (text(finding, "severity"), text(finding, "found")))
        .collect();
    let order = ["problem", "warning", "note", "ok"];
    said.sort_by_key(|(severity, _)| order.iter().position(|word| word == severity));
    said
}

fn worst(place: &Place, name: &str) -> String {
    said(place, name).remove(0).0
}

fn mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_newest_of_this_appliance_counts_and_no_other() {
    let place = Place::new();
    assert!(said(&place, "backup").is_empty(), "nothing to back up yet");
    place.json(&["init"]).fine();
    place.customer();
    assert_eq!(worst(&place, "backup"), "note", "none yet");
    let made = back_up(&place);
    assert_eq!(worst(&place, "backup"), "ok");
    assert_eq!(worst(&place, "backup_directory"), "note", "the same disk");
    let name = made.file_name().unwrap().to_str().unwrap();
    let (head, time) = name.rsplit_once('-').unwrap();
    // From the future, of another appliance, and no backup at all.
    let other = made.with_file_name(format!("portcullis-00000000-{time}"));
    std::fs::write(&other, "x").unwrap();
    let future = made.with_file_name(format!("{head}-20990101T000000Z.tar"));
    std::fs::copy(&made, &future).unwrap();
    let old = made.with_file_name(format!("{head}-20260101T000000Z.tar"));
    std::fs::rename(&made, &old).unwrap();
    assert_eq!(worst(&place, "backup"), "problem", "of last winter");
    place.file(program::SETTINGS_FILE, "[backup]\nevery_hours = 0\n");
    assert_eq!(worst(&place, "backup"), "note", "no schedule");
    place.file(program::SETTINGS_FILE, "[backup]\nevery_hours = 8760\n");
    assert_eq!(worst(&place, "backup"), "ok", "once a year");
}

#[test]
fn a_place_that_is_no_good_is_a_problem() {
    let place = with_directory("copies", "");
    place.json(&["init"]).fine();
    place.customer();
    let directory = place.path().join("copies");
    assert_eq!(worst(&place, "backup_directory"), "problem", "absent");
    let made = back_up(&place);
    assert_eq!(worst(&place, "backup_directory"), "note");
    mode(&made, 0o644);
    assert_eq!(worst(&place, "backup_directory"), "problem", "others read");
    mode(&made, 0o600);
    mode(&directory, 0o777);
    assert_eq!(worst(&place, "backup_directory"), "problem", "others write");
    mode(&directory, 0o500);
    // Root writes anywhere; a check-up is the user of the data.
    if geteuid().is_root() {
        let user = Some(Uid::from_raw(65534));
        mode(place.path(), 0o755);
        chown(&place.data_dir(), user, None).unwrap();
        for entry in std::fs::read_dir(place.data_dir()).unwrap() {
            chown(&entry.unwrap().path(), user, None).unwrap();
        }
        for path in [&directory, &made] {
            chown(path, user, None).unwrap();
        }
    }
    let found = said(&place, "backup_directory").remove(0);
    assert_eq!(found.0, "problem");
    assert!(found.1.contains("cannot be written to"), "{found:?}");
    mode(&directory, 0o700);
    assert_eq!(worst(&place, "backup_directory"), "note");
    std::fs::remove_dir_all(&directory).unwrap();
    std::fs::write(&directory, "a file").unwrap();
    assert_eq!(worst(&place, "backup_directory"), "problem", "a file");
}

#[test]
fn the_last_one_that_failed_is_told_until_one_is_made() {
    let place = with_directory("copies", "");
    place.json(&["init"]).fine();
    let owner = place.operator("ada", "owner");
    back_up(&place);
    let server = place.serve();
    assert_eq!(worst(&place, "backup"), "ok");
    let directory = place.path().join("copies");
    let aside = place.path().join("aside");
    std::fs::rename(&directory, &aside).unwrap();
    std::fs::write(&directory, "a file").unwrap();
    assert_eq!(place.run(&["backup"]).code, 1);
    std::fs::remove_file(&directory).unwrap();
    std::fs::rename(&aside, &directory).unwrap();
    let found = said(&place, "backup");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].0, "problem");
    assert!(
        found[0].1.starts_with("the last one could not be made: "),
        "{found:?}"
    );
    back_up(&place);
    assert_eq!(worst(&place, "backup"), "ok");
    let bearer = format!("authorization: Bearer {owner}\r\n\r\n");
    let (_, metrics) = server.ask("GET", "/metrics", &bearer).unwrap();
    assert!(
        metrics.contains("portcullis_backup_interval_seconds 86400"),
        "{metrics}"
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn the_schedule_does_not_go_by_backups_of_other_appliances() {
    let shared = with_directory("shared", "");
    shared.operator("ada", "owner");
    let directory = shared.path().join("shared");
    back_up(&shared);
    let place = Place::new();
    let settings = format!("[backup]\ndirectory = \"{}\"\n", directory.display());
    place.file(program::SETTINGS_FILE, &settings);
    let owner = place.operator("bob", "owner");
    let server = place.serve();
    let bearer = format!("authorization: Bearer {owner}\r\n\r\n");
    let (status, metrics) = server.ask("GET", "/metrics", &bearer).unwrap();
    assert_eq!(status, 200);
    let none = "portcullis_backup_last_success_timestamp_seconds 0\n";
    assert!(metrics.contains(none), "{metrics}");
    let (_, listed) = server.ask("GET", "/api/system/backups", &bearer).unwrap();
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["last"], json!(null));
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
    assert_eq!(worst(&place, "backup"), "note", "none of its own yet");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}
