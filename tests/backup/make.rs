//! Making backups: beside a busy server, by whom, how many stay, and what is left when it fails.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use nix::sys::signal::Signal;
use serde_json::{Value, json};

use crate::program::client::Client;
use crate::program::proof::Log;
use crate::program::{Place, QUIET, text};
use crate::{back_up, names, path, refused, sha256, skip, with_directory};

const BACKUPS: &str = "/api/system/backups";

#[test]
fn a_backup_of_a_busy_server_is_whole_and_nobody_waits_for_it() {
    let place = Place::with_settings(QUIET);
    let owner = place.operator("ada", "owner");
    let (_, key) = place.customer();
    let server = place.serve();
    let (stop, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
    let made: Vec<Value> = std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut client = Client::bearing(&server.address, &key);
                while !stop.load(Ordering::SeqCst) {
                    // Whether a limit holds it or not, it is answered.
                    let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/1"});
                    let answer = client.ask("POST", "/api/agents/check", &body);
                    assert!([200, 429].contains(&answer.status), "{answer:?}");
                    asked.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        while asked.load(Ordering::SeqCst) < 100 {
            std::thread::sleep(Duration::from_millis(1));
        }
        let made = (0..3).map(|_| place.json(&["backup"]).fine()).collect();
        stop.store(true, Ordering::SeqCst);
        made
    });
    let listed = place.json(&["backup", "list"]).fine();
    assert_eq!(listed["data"].as_array().unwrap().len(), 3);
    assert_eq!(listed["running_since"], Value::Null);
    assert_eq!(server.stop(Signal::SIGTERM), 0);

    let log = Log::prove(&place.data_dir());
    for backup in &made {
        let file = place.path().join(text(backup, "path"));
        let proved = place.json(&["backup", "verify", path(&file)]).fine();
        assert_eq!(proved["head"]["seq"], backup["head_seq"]);
        // It is the log as it was then.
        let seq = proved["head"]["seq"].as_u64().unwrap();
        let record = &log.records[usize::try_from(seq).unwrap() - 1];
        assert_eq!(proved["head"]["at"], record["at"]);
        let digest = sha256(&std::fs::read(&file).unwrap());
        assert_eq!(backup["sha256"], digest);
        let permissions = std::fs::metadata(&file).unwrap().permissions();
        assert_eq!(permissions.mode() & 0o777, 0o600);
    }
    let records: Vec<&Value> = log
        .records
        .iter()
        .filter(|record| record["action"] == "backup.make")
        .collect();
    assert_eq!(records.len(), 3);
    for (record, backup) in records.iter().zip(&made) {
        for member in ["file", "bytes", "sha256", "head_seq"] {
            assert_eq!(record["details"][member], backup[member], "{record}");
        }
    }
    drop(owner);
}

#[test]
fn who_may_and_what_is_counted() {
    let place = Place::with_settings(QUIET);
    let admin = place.operator("bob", "admin");
    let auditor = place.operator("dan", "auditor");
    let (_, key) = place.customer();
    let server = place.serve();
    for (secret, status) in [(&auditor, 403), (&key, 403), (&admin, 202)] {
        let mut client = Client::bearing(&server.address, secret);
        assert_eq!(client.ask("POST", BACKUPS, &Value::Null).status, status);
    }
    let mut client = Client::bearing(&server.address, &admin);
    let status = loop {
        let status = client.get(BACKUPS);
        if status["last"].is_object() && status["running_since"].is_null() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(status["last"]["result"], "done");
    assert_eq!(status["every_hours"], 24);
    assert!(status["next_at"].is_string());
    let metrics = client.ask("GET", "/metrics", &Value::Null);
    let metrics = format!("{metrics:?}");
    let size = format!(
        "portcullis_backup_last_size_bytes {}",
        status["last"]["bytes"]
    );
    assert!(metrics.contains(&size), "{metrics}");
    assert!(metrics.contains("portcullis_backup_failures_total 0"));
    assert!(!metrics.contains("last_success_timestamp_seconds 0"));
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn old_ones_go_and_what_is_not_ours_stays() {
    let place = with_directory("copies", "keep = 2\n");
    place.operator("ada", "owner");
    let first = back_up(&place);
    let node = text(
        &place.json(&["backup", "verify", path(&first)]).fine(),
        "node",
    );
    let directory = place.path().join("copies");
    let others = [
        "portcullis-00000000-20000101T000000Z.tar".to_owned(),
        format!("portcullis-{node}-20000101T000000Z.tar"),
        format!("portcullis-{node}-20000101T000000Z.tar.gz"),
        format!("portcullis-{node}-20000101T000001Z.tar.age"),
        "notes.txt".to_owned(),
    ];
    std::fs::copy(&first, directory.join(&others[0])).unwrap();
    for other in &others[1..] {
        std::fs::write(directory.join(other), "mine").unwrap();
    }
    // What one that was killed left behind goes.
    let partial = format!("portcullis-{node}-20000101T000000Z.tar.partial");
    std::fs::write(directory.join(&partial), "half").unwrap();
    std::fs::write(
        place.data_dir().join("portcullis.db.backup-in-progress"),
        "half",
    )
    .unwrap();
    let (second, third) = (back_up(&place), back_up(&place));
    let mut wanted: Vec<String> = others.to_vec();
    for kept in [&second, &third] {
        wanted.push(kept.file_name().unwrap().to_str().unwrap().to_owned());
    }
    wanted.sort();
    assert_eq!(names(&directory), wanted);
    assert_eq!(
        names(&place.data_dir()),
        ["portcullis.db", "portcullis.lock"]
    );
    let record = Log::prove(&place.data_dir()).records.pop().unwrap();
    let removed = first.file_name().unwrap().to_str().unwrap();
    assert_eq!(record["details"]["removed"], json!([removed]));
    let shown = place.path().join("elsewhere");
    refused(
        &place,
        &["backup", "--to", path(&shown)],
        1,
        "is not a directory",
    );
    std::fs::create_dir(&shown).unwrap();
    let copied = place.json(&["backup", "--to", path(&shown)]).fine();
    let copy = PathBuf::from(text(&copied, "copied_to"));
    assert_eq!(
        sha256(&std::fs::read(copy).unwrap()),
        text(&copied, "sha256")
    );
}

#[test]
fn a_backup_that_cannot_be_made_leaves_nothing_and_a_record() {
    let place = with_directory("settings.toml/below", "");
    place.operator("ada", "owner");
    refused_backup(&place, "settings.toml");
    assert_eq!(
        names(&place.data_dir()),
        ["portcullis.db", "portcullis.lock"]
    );
    let record = Log::prove(&place.data_dir()).records.pop().unwrap();
    assert_eq!(
        (&record["action"], &record["result"], &record["reason"]),
        (
            &json!("backup.make"),
            &json!("refused"),
            &json!("backup_failed")
        )
    );

    // A disk that is too small for it.
    let place = with_directory("small", "");
    place.operator("ada", "owner");
    let small = place.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let mount = "mount -t tmpfs -o size=200k tmpfs \"$SMALL\"";
    let way = [&["-m"][..], &["-Urm"]].into_iter().find(|way| {
        let tried = std::process::Command::new("unshare")
            .args(*way)
            .args(["sh", "-c", mount])
            .env("SMALL", &small)
            .output();
        tried.is_ok_and(|output| output.status.success())
    });
    let Some(way) = way else {
        skip("a backup on a full disk");
        return;
    };
    let program = place.program(&["backup"]);
    let script = format!("{mount} && \"$@\"; code=$?; ls -A \"$SMALL\"; exit $code");
    let output = std::process::Command::new("unshare")
        .args(way)
        .args(["sh", "-c", &script, "sh"])
        .arg(program.get_program())
        .args(program.get_args())
        .env("SMALL", &small)
        .current_dir(place.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("there is not enough room"), "{said}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "",
        "left on the small disk"
    );
    assert_eq!(
        names(&place.data_dir()),
        ["portcullis.db", "portcullis.lock"]
    );
}

fn refused_backup(place: &Place, saying: &str) {
    let ran = place.run(&["backup"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("no backup was made"), "{ran:?}");
    assert!(ran.stderr.contains(saying), "{ran:?}");
}
