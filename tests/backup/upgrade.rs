//! Upgrades tried before they are made, and the way back.

use nix::sys::signal::Signal;
use rusqlite::Connection;
use serde_json::json;

use crate::program::{Place, QUIET, Ran};
use crate::{names, path, refused, skip};

#[test]
fn the_way_back_from_a_newer_program_is_named_and_works() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let database = place.data_dir().join("portcullis.db");
    let kept = place.data_dir().join("portcullis.db.before-upgrade-from-1");
    // What an upgrade to a later schema leaves.
    std::fs::copy(&database, &kept).unwrap();
    let change = |sql: &str| {
        Connection::open(&database)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    };
    let backup = crate::back_up(&place);
    change("PRAGMA user_version = 2");
    let way = format!(
        "newest backup that this program can read is `{}`",
        backup.display()
    );
    refused(&place, &["operator", "list"], 1, &way);
    let way = format!("portcullis restore {} --discard-newer", kept.display());
    refused(&place, &["operator", "list"], 1, &way);
    let restored = place
        .json(&["restore", path(&kept), "--discard-newer"])
        .fine();
    assert_eq!(
        (&restored["epoch"], &restored["compared"]),
        (&json!(2), &json!(false))
    );
    place.json(&["operator", "list"]).fine();
    // A backup that only the newer program can read.
    let newer = place.path().join("newer.db");
    std::fs::copy(&kept, &newer).unwrap();
    Connection::open(&newer)
        .unwrap()
        .execute_batch("PRAGMA user_version = 2")
        .unwrap();
    refused(
        &place,
        &["restore", path(&newer), "--discard-newer"],
        1,
        "schema version 2",
    );
}

#[test]
fn an_upgrade_is_tried_on_a_copy() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let server = place.serve();
    let new = env!("CARGO_BIN_EXE_portcullis");
    let tried = place.json(&["upgrade-check", new]).fine();
    assert_eq!(
        (&tried["would_upgrade"], &tried["new"]["schema_after"]),
        (&json!(true), &json!(1))
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert!(!names(&place.data_dir()).contains(&"upgrade-check".to_owned()));

    let script = |name: &str, body: &str| {
        let file = place.file(name, &format!("#!/bin/sh\n{body}\n"));
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&file, mode).unwrap();
        file
    };
    let version =
        "[ \"$1\" = version ] && echo '{\"name\":\"portcullis\",\"version\":\"0.0.1\"}' && exit";
    for (name, body, saying) in [
        (
            "older",
            "echo \"error: unrecognized subcommand 'rehearse'\" >&2; exit 2",
            "is older",
        ),
        (
            "fails",
            "echo '{\"error\":\"no\\u001b way\"}'; exit 1",
            "would fail, and nothing was changed: no? way",
        ),
        ("babbles", "echo nonsense", "the upgrade would fail"),
        ("hangs", "exec sleep 100", "was not done within 1 s"),
    ] {
        let file = script(name, &format!("{version}\n{body}"));
        refused(
            &place,
            &["upgrade-check", path(&file), "--timeout-seconds", "1"],
            1,
            saying,
        );
        assert!(!names(&place.data_dir()).contains(&"upgrade-check".to_owned()));
    }
    // What it leaves behind holds its output open, in its group or in one of its own.
    for (name, left) in [("child", "sleep 100 &"), ("orphan", "setsid sleep 20 &")] {
        let file = script(name, &format!("{left}\n{version}\nexit 1"));
        let start = std::time::Instant::now();
        refused(&place, &["upgrade-check", path(&file)], 1, "");
        assert!(
            start.elapsed().as_secs() < 15,
            "{name}: {:?}",
            start.elapsed()
        );
    }
    if nix::unistd::geteuid().is_root() {
        let file = script("anybodys", version);
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o757);
        std::fs::set_permissions(&file, mode).unwrap();
        let saying = "would run as root, and";
        refused(&place, &["upgrade-check", path(&file)], 1, saying);
    } else {
        skip("a program that anybody may change, because this is not root");
    }
    let stranger = script("stranger", "echo hello");
    refused(
        &place,
        &["upgrade-check", path(&stranger)],
        1,
        "is not a `portcullis`",
    );
    let plain = place.file("plain", "text");
    refused(
        &place,
        &["upgrade-check", path(&plain)],
        1,
        "is not a program",
    );
    refused(&place, &["upgrade-check", "nowhere"], 1, "cannot find");
    refused(
        &place,
        &["upgrade-check", new, "--timeout-seconds", "0"],
        2,
        "",
    );
    refused(
        &place,
        &["rehearse"],
        2,
        "is for `portcullis upgrade-check`",
    );

    // A configuration that would keep the new program from starting.
    place.file("settings.toml", "[server]\nlisten = \"nonsense\"\n");
    let ran: Ran = place.run(&["upgrade-check", new]);
    assert_eq!(ran.code, 1, "{ran:?}");
}
