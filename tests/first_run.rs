//! From an empty directory to the first owner, back in after being locked out, and a check-up of
//! everything: the real binary, and a place that is broken in one way at a time.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::{FileExt as _, MetadataExt as _, PermissionsExt as _};
use std::process::Stdio;

use nix::sys::signal::Signal;
use nix::unistd::{Uid, chown, geteuid};
use program::{Place, Ran, Running, text};
use rusqlite::Connection;
use serde_json::Value;

const PASSWORD: &str = "an old and rusty portcullis";

/// What a check-up or an `init` says about one thing; the worst, where it says several.
fn finding(list: &Value, name: &str) -> Value {
    let order = ["problem", "warning", "note", "ok"];
    let all: Vec<&Value> = list.as_array().unwrap().iter().collect();
    let found = order.iter().find_map(|severity| {
        let mut named = all.iter().filter(|found| found["name"] == name);
        named.find(|found| found["severity"] == *severity)
    });
    (*found.unwrap_or_else(|| panic!("no `{name}` in {list}"))).clone()
}

/// A check-up: its exit code is that of its worst finding, and each finding says what to do.
fn doctor(place: &Place, options: &[&str]) -> Value {
    let ran = place.json(&[&["doctor"], options].concat());
    let document = ran.document();
    let expected = match document["worst"].as_str().unwrap() {
        "ok" | "note" => 0,
        "warning" => 7,
        "problem" => 8,
        other => panic!("{other}"),
    };
    assert_eq!(ran.code, expected, "{ran:?}");
    for found in document["findings"].as_array().unwrap() {
        let is_ok = found["severity"] == "ok";
        assert_eq!(found["remedy"].is_null(), is_ok, "{found}");
        assert!(!text(found, "found").is_empty(), "{found}");
    }
    document["findings"].clone()
}

fn severity(place: &Place, options: &[&str], name: &str) -> String {
    text(&finding(&doctor(place, options), name), "severity")
}

fn set_up(server: &Running, token: &str, username: &str) -> (u16, String) {
    let body = format!(r#"{{"token":"{token}","username":"{username}","password":"{PASSWORD}"}}"#);
    server.post("/api/setup", &body)
}

fn login(server: &Running, username: &str, password: &str) -> u16 {
    let body = format!(r#"{{"username":"{username}","password":"{password}"}}"#);
    server.post("/api/operators/login", &body).0
}

fn mode(path: &std::path::Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

// init

#[test]
fn the_commands_that_init_prints_work_as_they_stand() {
    let place = Place::new();
    let first = place.json(&["init", "--non-interactive"]).fine();
    assert_eq!(
        finding(&first["checks"], "data_directory")["severity"],
        "ok"
    );
    assert_eq!(finding(&first["checks"], "flush")["name"], "flush");
    let steps = first["steps"].as_array().unwrap();
    let commands: Vec<String> = steps.iter().map(|step| text(step, "command")).collect();
    for start in [
        "portcullis operator add --username owner --role owner --config ",
        "portcullis init --setup-link --config ",
        "portcullis serve --config ",
        "portcullis customer register ",
        "curl http://127.0.0.1:8080/health",
        "portcullis doctor --config ",
    ] {
        assert!(
            commands.iter().any(|command| command.starts_with(start)),
            "{commands:?}"
        );
    }
    let register = commands
        .iter()
        .find(|command| command.contains("customer register"));
    let words: Vec<&str> = register.unwrap().split(' ').skip(1).collect();
    let made = place.json(&words).fine();
    assert!(text(&made, "api_key").starts_with("sk-"));
}

#[test]
fn init_says_that_a_port_is_taken() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let place = Place::with_settings(&format!("[server]\nlisten = \"{address}\"\n"));
    let first = place.json(&["init"]).fine();
    let port = finding(&first["checks"], "port");
    assert_eq!(port["severity"], "problem", "{port}");
    assert!(
        text(&port, "found").contains(&address.to_string()),
        "{port}"
    );
    drop(taken);
    let again = place.json(&["init"]).fine();
    assert_eq!(finding(&again["checks"], "port")["severity"], "ok");
}

#[test]
fn init_with_a_running_server_gives_a_link_that_makes_the_owner() {
    let place = Place::new();
    let server = place.serve();
    let first = place.json(&["init", "--setup-link"]).fine();
    assert_eq!(
        (&first["is_served"], &first["next"]),
        (&true.into(), &Value::Null)
    );
    let token = text(&first["setup_link"], "token");
    let url = text(&first["setup_link"], "url");
    assert_eq!(url, format!("http://127.0.0.1:8080/setup#{token}"));
    assert_eq!(set_up(&server, &token, "ada").0, 201);
    assert_eq!(login(&server, "ada", PASSWORD), 200);
    let second = place.json(&["init", "--setup-link"]).fine();
    assert_eq!(second["has_owner"], true);
    assert!(second["setup_link"].is_null(), "{second}");
    let person = place.run(&[
        "operator",
        "setup-link",
        "--username",
        "bob",
        "--role",
        "admin",
    ]);
    assert_eq!(person.code, 0, "{person:?}");
    assert!(person.stdout.contains("/setup#set-"), "{person:?}");
    assert!(
        person.stdout.contains("`bob`") && person.stdout.contains("`admin`"),
        "{person:?}"
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_link_is_not_shown_to_the_journal() {
    let place = Place::new();
    place.json(&["init"]).fine();
    for args in [
        &["operator", "setup-link"][..],
        &["init", "--setup-link"],
        &["operator", "recover", "--setup-link"],
    ] {
        let path = place.path().join("journal");
        let journal = File::create(&path).unwrap();
        let found = journal.metadata().unwrap();
        let mut command = place.program(args);
        command.env("JOURNAL_STREAM", format!("{}:{}", found.dev(), found.ino()));
        let status = command
            .stdout(journal)
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(2), "{args:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "", "{args:?}");
    }
    let log = place.data_dir().join("portcullis.db");
    let records: i64 = Connection::open(log)
        .unwrap()
        .query_row("SELECT count(*) FROM setup_links", [], |row| row.get(0))
        .unwrap();
    assert_eq!(records, 0, "none was made");
}

#[test]
fn a_link_is_in_no_log_and_in_no_file() {
    let place = Place::with_settings("[log]\nlevel = \"trace\"\n");
    let path = place.path().join("log");
    let log = File::create(&path).unwrap();
    let mut command = place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    let mut child = command.stderr(log).spawn().unwrap();
    let mut line = String::new();
    let mut stdout = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut stdout, &mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let token = text(&place.json(&["operator", "setup-link"]).fine(), "token");
    let address = ready["addresses"][0].as_str().unwrap();
    let body = format!(r#"{{"token":"{token}","username":"ada","password":"{PASSWORD}"}}"#);
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(
        stream,
        "POST /api/setup HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    nix::sys::signal::kill(
        nix::unistd::Pid::from_raw(child.id().try_into().unwrap()),
        Signal::SIGTERM,
    )
    .unwrap();
    assert!(child.wait().unwrap().success());
    let log = fs::read_to_string(&path).unwrap();
    assert!(log.contains("/api/setup"), "{log}");
    let mut looked_at = 0;
    for entry in fs::read_dir(place.data_dir()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        looked_at += 1;
        assert!(!String::from_utf8_lossy(&bytes).contains(&token[4..20]));
    }
    assert!(looked_at > 0 && !log.contains(&token[4..20]), "{log}");
}

#[test]
fn a_directory_that_cannot_be_used_is_said_so() {
    let place = Place::new();
    let file = place.file("file", "");
    let ran = place.run(&["init", "--data-dir", file.join("data").to_str().unwrap()]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("error: cannot"), "{ran:?}");
    // `/proc` takes no directory, whoever asks.
    let ran = place.run(&["init", "--data-dir", "/proc/portcullis"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    if geteuid().is_root() {
        // A directory of somebody else that this somebody cannot write to.
        let closed = place.path().join("closed");
        fs::create_dir(&closed).unwrap();
        mode(place.path(), 0o755);
        chown(&closed, Some(Uid::from_raw(65534)), None).unwrap();
        mode(&closed, 0o500);
        let ran = place.run(&["init", "--data-dir", closed.to_str().unwrap()]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.stderr.contains("ermission denied"), "{ran:?}");
    }
}

// recover

fn recover(place: &Place, args: &[&str], password: &str) -> Ran {
    let args = [
        &["operator", "recover"],
        args,
        &["--password-stdin", "--json"],
    ]
    .concat();
    place.feed(&args, password)
}

#[test]
fn the_locked_out_are_let_in_with_the_server_down_and_up() {
    let place = Place::new();
    let none = recover(&place, &[], PASSWORD);
    assert_eq!(none.code, 1, "{none:?}");
    place.operator("ada", "owner");
    let recovered = recover(&place, &[], PASSWORD).fine();
    assert_eq!(
        (&recovered["username"], &recovered["has_password"]),
        (&"ada".into(), &true.into())
    );

    let server = place.serve();
    assert_eq!(login(&server, "ada", PASSWORD), 200);
    // Throttled by wrong guesses, and let in at once.
    while login(&server, "ada", "wrong") != 429 {}
    assert_eq!(login(&server, "ada", "a second password"), 429);
    recover(&place, &["--username", "ada"], "a second password").fine();
    assert_eq!(login(&server, "ada", "a second password"), 200);

    // Of several owners one is named; one that is disabled is enabled.
    place.operator("eve", "owner");
    let several = recover(&place, &[], "a third password");
    assert_eq!(several.code, 2, "{several:?}");
    assert!(
        several.stderr.contains("ada") && several.stderr.contains("eve"),
        "{several:?}"
    );
    place.json(&["operator", "disable", "eve"]).fine();
    let recovered = recover(&place, &["--username", "eve"], "a third password").fine();
    assert_eq!(recovered["is_disabled"], false);
    assert_eq!(login(&server, "eve", "a third password"), 200);
    // Anybody, not owners alone; what is too short or nobody is refused.
    place.operator("dan", "auditor");
    recover(&place, &["--username", "dan"], "a fourth password").fine();
    assert_eq!(recover(&place, &["--username", "dan"], "short").code, 3);
    assert_eq!(recover(&place, &["--username", "nobody"], PASSWORD).code, 3);
    let unasked = place.json(&["operator", "recover", "--username", "ada"]);
    assert_eq!(unasked.code, 2, "{unasked:?}");

    let link = place
        .json(&["operator", "recover", "--username", "dan", "--setup-link"])
        .fine();
    assert_eq!(
        (&link["username"], &link["role"]),
        (&"dan".into(), &"auditor".into())
    );
    assert_eq!(set_up(&server, &text(&link, "token"), "dan").0, 201);
    assert_eq!(login(&server, "dan", PASSWORD), 200);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

// doctor

#[test]
fn a_sound_place_is_said_to_be_sound() {
    let place = Place::new();
    place.json(&["init"]).fine();
    place.customer();
    let down = doctor(&place, &["--deep"]);
    for name in [
        "configuration",
        "data_directory",
        "data_files",
        "schema",
        "database",
        "chain",
    ] {
        assert_eq!(finding(&down, name)["severity"], "ok", "{down}");
    }
    assert_eq!(finding(&down, "server")["severity"], "note", "{down}");
    // Nothing was left behind, and nothing was recorded.
    let names = fs::read_dir(place.data_dir()).unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["portcullis.db", "portcullis.lock"]);

    let server = place.serve();
    let up = doctor(&place, &[]);
    for name in [
        "server",
        "ready",
        "ledger_latency",
        "version",
        "queue",
        "database",
        "chain",
        "schema",
    ] {
        assert_eq!(finding(&up, name)["severity"], "ok", "{up}");
    }
    let people = place.run(&["doctor"]);
    assert!(people.stdout.contains("\nok       chain"), "{people:?}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn nothing_there_and_a_server_that_was_killed_are_told_apart() {
    let place = Place::new();
    assert_eq!(severity(&place, &[], "data_directory"), "problem");
    fs::create_dir(place.data_dir()).unwrap();
    mode(&place.data_dir(), 0o700);
    assert_eq!(severity(&place, &[], "database"), "warning");
    place.json(&["init"]).fine();
    let server = place.serve();
    server.kill_9();
    assert_eq!(severity(&place, &[], "server"), "warning");
    // What was answered before the kill is read through the write-ahead log.
    assert_eq!(severity(&place, &[], "chain"), "ok");
}

#[test]
fn a_server_that_hangs_is_a_problem() {
    let place = Place::new();
    place.json(&["init"]).fine();
    let path = place.data_dir().join("portcullis.lock");
    let lock = File::options().write(true).open(&path).unwrap();
    lock.lock().unwrap();
    fs::write(&path, "process 77 (serve)\n").unwrap();
    let found = finding(&doctor(&place, &[]), "server");
    assert_eq!(found["severity"], "problem");
    assert!(
        text(&found, "found").contains("process 77 (serve)"),
        "{found}"
    );
}

#[test]
fn modes_that_are_too_wide_are_a_problem() {
    let place = Place::new();
    place.json(&["init"]).fine();
    mode(&place.data_dir(), 0o755);
    assert_eq!(severity(&place, &[], "data_directory"), "problem");
    mode(&place.data_dir(), 0o700);
    mode(&place.data_dir().join("portcullis.db"), 0o644);
    assert_eq!(severity(&place, &[], "data_files"), "problem");
}

#[test]
fn a_configuration_that_is_wrong_or_unwise_is_told() {
    let place = Place::new();
    place.json(&["init"]).fine();
    place.file(program::SETTINGS_FILE, "[server]\nlisten = \"nowhere\"\n");
    assert_eq!(severity(&place, &[], "configuration"), "problem");
    let token = place.path().join("absent");
    let settings = format!("[metrics]\ntoken_file = \"{}\"\n", token.display());
    place.file(program::SETTINGS_FILE, &settings);
    assert_eq!(severity(&place, &[], "secret_file"), "problem");
    place.file(
        program::SETTINGS_FILE,
        "[server]\nlisten = \"0.0.0.0:8080\"\n",
    );
    assert_eq!(severity(&place, &[], "configuration"), "warning");
}

#[test]
fn a_clock_behind_the_last_record_is_a_problem() {
    let place = Place::new();
    place.json(&["init"]).fine();
    place.customer();
    let database = Connection::open(place.data_dir().join("portcullis.db")).unwrap();
    database
        .execute_batch(
            "DROP TRIGGER audit_records_stay;
             UPDATE audit_records SET at = at + 7200000000
               WHERE seq = (SELECT max(seq) FROM audit_records);",
        )
        .unwrap();
    drop(database);
    assert_eq!(severity(&place, &[], "clock"), "problem");
}

#[test]
fn a_broken_chain_and_a_newer_schema_are_problems() {
    let place = Place::new();
    place.json(&["init"]).fine();
    place.customer();
    let path = place.data_dir().join("portcullis.db");
    let edit = |sql: &str| Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    edit(
        "DROP TRIGGER audit_records_stay;
         UPDATE audit_records SET record = replace(record, 'Northgate', 'Southgate');",
    );
    let found = finding(&doctor(&place, &[]), "chain");
    assert_eq!(found["severity"], "problem", "{found}");
    assert!(text(&found, "found").starts_with("record "), "{found}");
    edit("PRAGMA user_version = 99");
    assert_eq!(severity(&place, &[], "schema"), "problem");
    edit("PRAGMA application_id = 1");
    assert_eq!(severity(&place, &[], "schema"), "problem");
}

#[test]
fn a_page_that_is_damaged_is_a_problem() {
    let place = Place::new();
    place.json(&["init"]).fine();
    place.customer();
    let path = place.data_dir().join("portcullis.db");
    let file = File::options().write(true).open(&path).unwrap();
    let pages = file.metadata().unwrap().len() / 16_384;
    // Every page but the first, which holds the schema.
    for page in 1..pages {
        file.write_all_at(&[0xa5; 512], page * 16_384).unwrap();
    }
    assert_eq!(severity(&place, &[], "database"), "problem");
    assert_eq!(severity(&place, &["--deep"], "database"), "problem");
    fs::write(&path, "no database at all, and long enough to be looked at").unwrap();
    assert_eq!(severity(&place, &[], "database"), "problem");
}

#[test]
fn a_server_with_too_few_descriptors_is_warned_of() {
    let place = Place::new();
    place.json(&["init"]).fine();
    let program = place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    let mut limited = std::process::Command::new("sh");
    limited
        .args(["-c", "ulimit -n 256 && exec \"$0\" \"$@\""])
        .arg(program.get_program())
        .args(program.get_args())
        .stdout(Stdio::piped())
        .stdin(Stdio::null());
    let mut server = Running::start(limited);
    let ready = server.document();
    server.address = ready["addresses"][0].as_str().unwrap().into();
    server.wait_until_healthy();
    let found = finding(&doctor(&place, &[]), "open_files");
    assert_eq!(found["severity"], "warning", "{found}");
    assert!(
        text(&found, "found").contains("may open 256 files"),
        "{found}"
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_slow_disk_shows_in_the_time_of_a_record() {
    let place = Place::new();
    place.json(&["init"]).fine();
    let server = place.serve_with(&[], &[("PORTCULLIS_TEST_FLUSH_DELAY_MS", "300")]);
    assert_eq!(severity(&place, &[], "ledger_latency"), "warning");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}
