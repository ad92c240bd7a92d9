//! Backups and restores with the real program: under load, damaged, encrypted, killed half-way, and
//! what a restored appliance answers.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use nix::sys::signal::Signal;
use program::client::Client;
use program::proof::Log;
use program::{Place, QUIET, Ran, text};
use rusqlite::Connection;
use serde_json::{Value, json};

const BACKUPS: &str = "/api/system/backups";

/// The path of a backup that is made now.
fn back_up(place: &Place) -> PathBuf {
    let made = place.json(&["backup"]).fine();
    place.path().join(text(&made, "path"))
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
        let mode = std::os::unix::fs::PermissionsExt::mode(
            &std::fs::metadata(&file).unwrap().permissions(),
        );
        assert_eq!(mode & 0o777, 0o600);
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

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
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
    let place = Place::with_settings("[backup]\nkeep = 2\ndirectory = \"copies\"\n");
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
    let place = Place::with_settings("[backup]\ndirectory = \"settings.toml/below\"\n");
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
    let place = Place::with_settings("[backup]\ndirectory = \"small\"\n");
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
        writeln!(
            std::io::stderr(),
            "\nSKIPPED, NOT TESTED HERE: a backup on a full disk\n"
        )
        .unwrap();
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

/// The members of a tar file.
fn members(file: &Path) -> Vec<(String, Vec<u8>)> {
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

#[test]
fn what_was_damaged_or_made_up_is_refused_before_anything_is_touched() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    place.customer();
    let good = back_up(&place);
    let bytes = std::fs::read(&good).unwrap();
    let parts = members(&good);
    let (database_at, regular) = (1024 + 512 + 100, tar::EntryType::Regular);
    let changed = |change: &dyn Fn(&mut Vec<(String, Vec<u8>)>)| {
        let mut parts = parts.clone();
        change(&mut parts);
        parts
    };
    let manifest = |from: &str, to: &str| {
        let parts = changed(&|parts| {
            let text = String::from_utf8(parts[0].1.clone()).unwrap();
            assert!(text.contains(from), "{from}");
            parts[0].1 = text.replacen(from, to, 1).into_bytes();
        });
        packed(&parts, regular)
    };
    let mut flipped = bytes.clone();
    flipped[database_at + 4096] ^= 1;
    let mut behind = bytes.clone();
    behind.extend([7; 512]);
    let seq = members(&good)[0].1.clone();
    let seq: Value = serde_json::from_slice(&seq).unwrap();
    let head = format!("\"seq\": {}", seq["head"]["seq"]);
    for (damaged, saying) in [
        (flipped, "another SHA-256"),
        (bytes[..bytes.len() / 2].to_vec(), "is damaged"),
        (bytes[..1000].to_vec(), "is"),
        (behind, "behind its end"),
        (b"Dear diary".to_vec(), "is not a backup"),
        (Vec::new(), "is not a backup"),
        (
            packed(
                &changed(&|parts| parts[1].0 = "../portcullis.db".into()),
                regular,
            ),
            "stands where",
        ),
        (
            packed(
                &changed(&|parts| parts[1].0 = "/etc/cron.d/x".into()),
                regular,
            ),
            "stands where",
        ),
        (packed(&parts, tar::EntryType::Symlink), "stands where"),
        (
            packed(&changed(&|parts| parts.swap(1, 2)), regular),
            "stands where",
        ),
        (
            packed(&changed(&|parts| drop(parts.pop())), regular),
            "cut off",
        ),
        (
            packed(
                &changed(&|parts| parts.push(("more".into(), vec![1]))),
                regular,
            ),
            "holds more",
        ),
        (manifest("\"format\": 1", "\"format\": 2"), "in format 2"),
        (manifest(&head, "\"seq\": 1"), "another last audit record"),
        (
            manifest("\"customers\": 1", "\"customers\": 2"),
            "another number of rows",
        ),
        (manifest("\"epoch\": 1", "\"epoch\": 9"), "another epoch"),
    ] {
        let file = place.path().join("damaged.tar");
        std::fs::write(&file, &damaged).unwrap();
        refused(&place, &["backup", "verify", path(&file)], 1, saying);
        refused(
            &place,
            &["restore", path(&file), "--discard-newer"],
            1,
            saying,
        );
    }
    refused(
        &place,
        &["backup", "verify", "nowhere.tar"],
        1,
        "cannot open",
    );
    refused(&place, &["backup", "verify", "data"], 1, "is not a backup");
    refused(&place, &["backup", "verify"], 2, "");
    refused(
        &place,
        &["audit", "verify", "--noted", "x"],
        2,
        "64 hexadecimal",
    );

    // A log that was altered, in a file whose digests are right.
    let database = place.path().join("altered.db");
    std::fs::write(&database, &parts[1].1).unwrap();
    let altered = Connection::open(&database).unwrap();
    altered
        .execute_batch(
            "DROP TRIGGER audit_records_stay;
             UPDATE audit_records SET record = replace(record, 'ada', 'eve') WHERE seq = 1",
        )
        .unwrap();
    drop(altered);
    let bytes = std::fs::read(&database).unwrap();
    let whole = changed(&|parts| {
        let text = String::from_utf8(parts[0].1.clone()).unwrap();
        let text = text.replace(&sha256(&parts[1].1), &sha256(&bytes));
        parts[0].1 = text.into_bytes();
        parts[1].1.clone_from(&bytes);
    });
    let file = place.path().join("altered.tar");
    std::fs::write(&file, packed(&whole, regular)).unwrap();
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

#[test]
fn an_encrypted_one_opens_with_its_identity_and_no_other() {
    let [right, wrong] = [0, 1].map(|_| age::x25519::Identity::generate());
    let settings = format!(
        "{QUIET}[backup]\nrecipients = [\"{}\"]\n",
        right.to_public()
    );
    let place = Place::with_settings(&settings);
    let identity = |name: &str, identity: &age::x25519::Identity| {
        let secret = identity.to_string();
        place.file(
            name,
            &format!("{}\n", age::secrecy::ExposeSecret::expose_secret(&secret)),
        )
    };
    let (right, wrong) = (identity("right.txt", &right), identity("wrong.txt", &wrong));
    place.operator("ada", "owner");
    let sealed = back_up(&place);
    assert!(path(&sealed).ends_with(".tar.age"));
    let bytes = std::fs::read(&sealed).unwrap();
    for secret in ["operators", "manifest.json", "portcullis.db"] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes())
        );
    }
    let sealed_path = path(&sealed);
    refused(
        &place,
        &["backup", "verify", sealed_path],
        1,
        "is encrypted",
    );
    for (file, saying) in [
        (&wrong, "cannot be opened with this identity"),
        (&place.file("no.txt", "nothing"), "holds no age identity"),
    ] {
        let args = ["backup", "verify", sealed_path, "--identity", path(file)];
        refused(&place, &args, 1, saying);
        let args = [
            "restore",
            sealed_path,
            "--discard-newer",
            "--identity",
            path(file),
        ];
        refused(&place, &args, 1, saying);
    }
    for cut in [bytes.len() - 1, bytes.len() / 2, 300] {
        let file = place.path().join("cut.tar.age");
        std::fs::write(&file, &bytes[..cut]).unwrap();
        let args = [
            "restore",
            path(&file),
            "--discard-newer",
            "--identity",
            path(&right),
        ];
        refused(&place, &args, 1, "cannot be used");
    }
    let args = ["backup", "verify", sealed_path, "--identity", path(&right)];
    let proved = place.json(&args).fine();
    let other = place.path().join("other");
    let restored = [
        "restore",
        sealed_path,
        "--identity",
        path(&right),
        "--data-dir",
        path(&other),
        "--config-to",
        "found.toml",
    ];
    let restored = place.json(&restored).fine();
    assert_eq!(restored["node"], proved["node"]);
    let found = std::fs::read_to_string(place.path().join("found.toml")).unwrap();
    assert!(found.contains("recipients = [\"age1"), "{found}");
    let checked = ["config", "check", "--config", "found.toml", "--json"];
    place.run(&checked).fine();

    // The secret key in the place of the public one is refused, and not repeated.
    let secret = std::fs::read_to_string(&right).unwrap();
    let place = Place::with_settings(&format!("[backup]\nrecipients = \"{}\"\n", secret.trim()));
    let ran = place.run(&["config", "check"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("is no age public key"), "{ran:?}");
    assert!(!ran.stderr.contains(secret.trim()), "{ran:?}");
}

/// Everything that a restored appliance must not give back by itself.
#[test]
fn a_restored_appliance_stands_still_until_an_owner_releases_it() {
    let place = Place::with_settings(QUIET);
    let owner = place.operator("ada", "owner");
    let admin = place.operator("bob", "admin");
    let lost = place.operator("eve", "admin");
    let add = [
        "operator",
        "add",
        "--username",
        "max",
        "--role",
        "admin",
        "--password-stdin",
    ];
    place
        .feed(&[&add[..], &["--json"]].concat(), "correct horse battery\n")
        .fine();
    let (customer, key) = place.customer();
    let server = place.serve();
    let mut person = Client::bearing(&server.address, &owner);
    let mut own = Client::bearing(&server.address, &key);
    let keys = format!("/api/customers/{customer}/api-keys");
    let leaked = own.post(&format!("{keys}/generate"), &json!({"name": "leaked"}));
    let body = json!({"agent_id": "bot", "action": "print", "resource": "orders/*"});
    let printing = own.post("/api/admin/permissions", &body);
    assert_eq!(own.check("bot", "print", "orders/1")["result"], "approved");
    let pending = own.check("bot", "refund", "orders/1");
    let granted = own.check("bot", "refund", "orders/2");
    let rejected = own.check("bot", "refund", "orders/3");
    for (held, answer) in [(&granted, "approve"), (&rejected, "deny")] {
        let body = json!({"request_id": held["approval"]["request_id"]});
        person.post(&format!("/api/agent/{answer}"), &body);
    }
    let login = json!({"username": "max", "password": "correct horse battery"});
    let session = Client::new(&server.address).ask("POST", "/api/operators/login", &login);
    let cookie = session.header("set-cookie").unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let backup = back_up(&place);

    // What happens after the backup, and must not be undone by it.
    own.done(
        "DELETE",
        &format!("{keys}/{}", text(&leaked, "key_id")),
        &Value::Null,
    );
    let target = format!("/api/admin/permissions/{}", text(&printing, "id"));
    own.done("DELETE", &target, &Value::Null);
    own.post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": false}),
    );
    let later = own.post(&format!("{keys}/generate"), &json!({"name": "later"}));
    place.json(&["operator", "disable", "eve"]).fine();
    let busy = place.run(&["restore", path(&backup)]);
    assert_eq!(busy.code, 6, "{busy:?}");
    assert!(busy.stderr.contains("stop it first"), "{busy:?}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let before = Log::prove(&place.data_dir());
    refused(&place, &["restore", path(&backup)], 1, "is newer");

    let restored = place
        .json(&["restore", path(&backup), "--discard-newer"])
        .fine();
    let carried = &restored["carried_over"];
    assert_eq!(carried["API keys revoked"].as_array().unwrap().len(), 1);
    assert_eq!(
        carried["permissions withdrawn"].as_array().unwrap().len(),
        1
    );
    assert_eq!(
        carried["kill switches engaged"].as_array().unwrap().len(),
        1
    );
    assert_eq!(carried["operators disabled"], json!(["eve"]));
    let issued = restored["changed_since"]["API keys issued"][0]
        .as_str()
        .unwrap();
    assert!(issued.starts_with(&text(&later, "key_id")), "{issued}");
    assert_eq!(
        (&restored["epoch"], &restored["sessions_closed"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(restored["approvals_cancelled"], 2);

    // The database before is whole, under its other name.
    let aside = place.path().join(text(&restored, "put_aside"));
    let proved = place.json(&["audit", "verify", path(&aside)]).fine();
    assert_eq!(proved["head"]["seq"], before.records.len());

    let log = Log::prove(&place.data_dir());
    let record = log.records.last().unwrap();
    assert_eq!(
        (&record["action"], &record["epoch"]),
        (&json!("appliance.restore"), &json!(2))
    );
    let details = &record["details"];
    let file = backup.file_name().unwrap().to_str().unwrap();
    assert_eq!(details["backup"]["file"], file);
    assert_eq!(details["backup"]["head_seq"], log.records.len() - 1);
    assert_eq!(details["put_aside"]["head_seq"], before.records.len());

    let server = place.serve();
    let mut own = Client::bearing(&server.address, &key);
    let denied = own.check("bot", "read", "orders/1");
    assert_eq!(denied["reason"], "system_kill_switch_enabled");
    let gone = [
        (text(&leaked, "api_key"), "/api/customers/me"),
        (text(&later, "api_key"), "/api/customers/me"),
        (lost, "/api/operators/me"),
    ];
    for (secret, target) in gone {
        let mut client = Client::bearing(&server.address, &secret);
        assert_eq!(
            client.ask("GET", target, &Value::Null).status,
            401,
            "{target}"
        );
    }
    let rest = format!("cookie: {cookie}\r\n\r\n");
    let (status, _) = server.ask("GET", "/api/operators/me", &rest).unwrap();
    assert_eq!(status, 401, "the session is over");

    let switch = "/api/agent/system-kill-switch";
    let release = json!({"enabled": false, "reason": "looked at"});
    let mut admin = Client::bearing(&server.address, &admin);
    let refused = admin.ask("POST", switch, &release);
    assert_eq!(
        (refused.status, refused.code()),
        (403, "operator_role".to_owned())
    );
    assert_eq!(admin.get(switch)["authority"], "owner");
    // Engaging it again does not make it the admin's.
    admin.post(switch, &json!({"enabled": true}));
    assert_eq!(admin.ask("POST", switch, &release).status, 403);
    let mut person = Client::bearing(&server.address, &owner);
    person.post(switch, &release);

    assert_eq!(
        own.check("bot", "read", "orders/1")["reason"],
        "agent_kill_switch_enabled"
    );
    own.post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": true}),
    );
    assert_eq!(
        own.check("bot", "read", "orders/1")["reason"],
        "all_checks_passed"
    );
    assert_eq!(own.check("bot", "print", "orders/1")["result"], "denied");
    for (order, reason) in [
        ("orders/1", "approval_required"),
        ("orders/2", "approval_required"),
        ("orders/3", "approval_rejected"),
    ] {
        assert_eq!(
            own.check("bot", "refund", order)["reason"],
            reason,
            "{order}"
        );
    }
    let body = json!({"request_id": pending["approval"]["request_id"]});
    assert_eq!(person.ask("POST", "/api/agent/approve", &body).status, 409);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    Log::prove(&place.data_dir());
    let proved = place.json(&["audit", "verify"]).fine();
    assert_eq!(
        proved["restores"],
        json!([{"epoch": 2, "seq": log.records.len()}])
    );
    prove_with_the_document(&place);
}

/// The verifier in `docs/AUDIT_FORMAT.md` accepts the new epoch, and no other way into one.
fn prove_with_the_document(place: &Place) {
    let document = include_str!("../docs/AUDIT_FORMAT.md");
    let program = document.split("```python\n").nth(1).unwrap();
    let script = place.file("verify.py", program.split("```").next().unwrap());
    let database = place.data_dir().join("portcullis.db");
    let verify = || {
        let ran = std::process::Command::new("python3")
            .args([&script, &database])
            .output();
        ran.map(|output| {
            (
                output.status.success(),
                String::from_utf8_lossy(&output.stderr).into_owned(),
            )
        })
    };
    let Ok(verified) = verify() else {
        let text = "\nSKIPPED, NOT TESTED HERE: the verifier in the document, without python3\n";
        writeln!(std::io::stderr(), "{text}").unwrap();
        return;
    };
    assert_eq!(verified, (true, String::new()));
    // An epoch that begins without the record that says why, chained as it should be.
    let connection = Connection::open(&database).unwrap();
    connection
        .execute_batch("DROP TRIGGER audit_records_stay")
        .unwrap();
    let (seq, record, before): (i64, String, Vec<u8>) = connection
        .query_row(
            "SELECT a.seq, a.record, b.hash FROM audit_records a JOIN audit_records b
             ON b.seq = a.seq - 1 ORDER BY a.seq DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let made_up = record.replace("\"epoch\":2", "\"epoch\":3");
    assert_ne!(made_up, record);
    let hash: [u8; 32] = {
        use sha2::{Digest as _, Sha256};
        Sha256::new()
            .chain_update(before)
            .chain_update(&made_up)
            .finalize()
            .into()
    };
    let update = "UPDATE audit_records SET record = ?1, hash = ?2 WHERE seq = ?3";
    connection
        .execute(update, (&made_up, &hash[..], seq))
        .unwrap();
    drop(connection);
    let saying = "has another epoch than the one before it";
    refused(place, &["audit", "verify"], 1, saying);
    let (is_right, said) = verify().unwrap();
    assert!(!is_right && said.contains(saying), "{said}");
}

#[test]
fn another_machine_an_empty_one_and_somebody_elses() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let (_, key) = place.customer();
    let backup = back_up(&place);
    let backup = path(&backup);
    // A machine on which a server ran once, and nothing was recorded.
    let fresh = Place::with_settings(QUIET);
    fresh.json(&["init"]).fine();
    let restored = fresh.json(&["restore", backup]).fine();
    assert_eq!(restored["rows"]["customers"], 1);
    let (code, denied) = fresh.check(&key, "read");
    assert_eq!(
        (code, text(&denied, "reason")),
        (4, "system_kill_switch_enabled".into())
    );
    fresh.json(&["kill", "off"]).fine();
    assert_eq!(fresh.check(&key, "read").0, 0);

    let other = Place::with_settings(QUIET);
    other.operator("eve", "owner");
    refused(
        &other,
        &["restore", backup],
        1,
        "belongs to another appliance",
    );
    let broken = Place::with_settings(QUIET);
    broken.operator("eve", "owner");
    std::fs::write(
        broken.data_dir().join("portcullis.db"),
        "Dear diary,\n".repeat(999),
    )
    .unwrap();
    std::fs::write(broken.data_dir().join("portcullis.db-wal"), "and more").unwrap();
    refused(&broken, &["restore", backup], 1, "cannot be read");
    for place in [&other, &broken] {
        let restored = place.json(&["restore", backup, "--discard-newer"]).fine();
        assert_eq!(restored["compared"], false);
        assert!(place.path().join(text(&restored, "put_aside")).exists());
        assert!(!place.data_dir().join("portcullis.db-wal").exists());
        Log::prove(&place.data_dir());
    }
    // The write-ahead log of the broken one went aside with it.
    let kept = names(&broken.data_dir());
    assert!(kept.iter().any(|name| name.ends_with("Z-wal")), "{kept:?}");

    let tiers = "[[subscriptions.tiers]]\nname = \"solo\"\ntitle = \"Solo\"\nmax_agents = 1\n\
                 max_requests_per_minute = 1\nmax_api_keys = 1\nprice_usd_month = 1\n\
                 support = \"none\"\nfeatures = []\nfeature_list = []\n";
    let settings = format!(
        "{QUIET}[subscriptions]\nself_service_max = \"solo\"\nregistration_default = \"solo\"\n{tiers}"
    );
    let narrow = Place::with_settings(&settings);
    narrow.json(&["init"]).fine();
    refused(
        &narrow,
        &["restore", backup],
        1,
        "tiers that the configuration does not offer: `pro` (1)",
    );
}

/// Whatever moment a restore is killed at, the old database or the new one is in force, whole.
#[test]
fn a_restore_that_is_killed_leaves_the_old_or_the_new() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let (_, key) = place.customer();
    let server = place.serve();
    let mut own = Client::bearing(&server.address, &key);
    for _ in 0..600 {
        let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/1"});
        own.ask("POST", "/api/agents/check", &body);
    }
    let backup = back_up(&place);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let taken = Log::prove(&place.data_dir()).records.len();
    place.json(&["operator", "list"]).fine();

    let args = ["restore", path(&backup), "--discard-newer", "--json"];
    let whole = std::time::Instant::now();
    place.json(&args[..3]).fine();
    let whole = whole.elapsed();
    let (mut old, mut new) = (0, 0);
    for round in 0..40u32 {
        let before = Log::prove(&place.data_dir());
        let epoch = before.records.last().unwrap()["epoch"].as_u64().unwrap();
        let mut child = place.program(&args).spawn().unwrap();
        std::thread::sleep(whole * round / 38);
        child.kill().ok();
        child.wait().unwrap();
        let after = Log::prove(&place.data_dir());
        let is_new = after.records.last().unwrap()["epoch"].as_u64().unwrap() == epoch + 1;
        if is_new {
            new += 1;
            assert_eq!(after.records.last().unwrap()["action"], "appliance.restore");
        } else {
            old += 1;
            assert_eq!(after.records, before.records);
        }
        // It answers, and denies: every state since the first restore is a restored one.
        let (code, denied) = place.check(&key, "read");
        if code != 3 {
            assert_eq!(
                (code, text(&denied, "reason")),
                (4, "system_kill_switch_enabled".into())
            );
        }
    }
    assert!(
        old > 3 && new > 0,
        "{old} old, {new} new, of {taken} records"
    );
    place.json(&args[..3]).fine();
    assert!(!names(&place.data_dir()).contains(&"restoring".to_owned()));
    place.json(&["audit", "verify"]).fine();
}

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
            .unwrap()
    };
    change("PRAGMA user_version = 2");
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
