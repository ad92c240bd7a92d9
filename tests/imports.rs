//! Customers from a file, with the real binary: what is printed and where the keys go, and an import
//! whose server is killed in the middle, which is whole afterwards or not there.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::time::Instant;

use program::client::Client;
use program::proof::Log;
use program::{PATIENCE, Place, QUIET, text};
use serde_json::{Value, json};

/// A file of so many customers.
fn list(place: &Place, customers: usize) -> String {
    let mut file = "name,email\n".to_owned();
    for number in 0..customers {
        writeln!(file, "Customer {number},c{number}@many.example").unwrap();
    }
    let path = place.file("customers.csv", &file);
    path.to_str().unwrap().to_owned()
}

fn customers(place: &Place) -> usize {
    let listed = place.json(&["customer", "list"]).fine();
    listed["data"].as_array().unwrap().len()
}

/// Customers in the database that nobody has open.
fn in_the_file(place: &Place) -> usize {
    let file = place.data_dir().join("portcullis.db");
    let database = rusqlite::Connection::open(file).unwrap();
    let count: rusqlite::Result<i64> =
        database.query_row("SELECT count(*) FROM customers", [], |row| row.get(0));
    usize::try_from(count.unwrap()).unwrap()
}

#[test]
fn a_file_is_looked_at_then_imported_and_its_keys_work() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let file = list(&place, 3);
    let keys = place.path().join("keys.csv");
    let keys_path = keys.to_str().unwrap();
    let looked = place
        .json(&["customer", "import", &file, "--dry-run"])
        .fine();
    assert_eq!(
        (&looked["state"], &looked["good"]),
        (&json!("checked"), &json!(3))
    );
    assert_eq!((customers(&place), keys.exists()), (0, false));
    // Keys that have nowhere to go are not issued.
    let without = place.run(&["customer", "import", &file]);
    assert_eq!(without.code, 2, "{}", without.stderr);
    let nowhere = place.run(&[
        "customer",
        "import",
        &file,
        "--keys-file",
        "/nowhere/keys.csv",
    ]);
    assert_eq!(nowhere.code, 1, "{}", nowhere.stderr);
    assert!(
        nowhere.stderr.contains("nothing was imported"),
        "{}",
        nowhere.stderr
    );
    assert_eq!(customers(&place), 0);

    let server = place.serve();
    let import = ["customer", "import", &file, "--keys-file", keys_path];
    let done = place.json(&import).fine();
    assert_eq!(
        (&done["imported"], &done["keys_file"]),
        (&json!(3), &json!(keys_path))
    );
    assert_eq!(std::fs::metadata(&keys).unwrap().mode() & 0o777, 0o600);
    let table = std::fs::read_to_string(&keys).unwrap();
    let secrets: BTreeSet<&str> = table
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap())
        .collect();
    assert_eq!(secrets.len(), 3);
    for secret in secrets {
        let me = Client::bearing(&server.address, secret).get("/api/customers/me");
        assert!(text(&me, "email").ends_with("@many.example"), "{me}");
    }
    // A file that is there is never written over, and a list that is there is not imported again.
    assert_eq!(place.run(&import).code, 1);
    assert_eq!(std::fs::read_to_string(&keys).unwrap(), table);
    let again = place.run(&["customer", "import", &file, "--no-keys"]);
    assert_eq!(again.code, 3, "{}", again.stdout);
    assert!(
        again.stdout.contains("belongs to a customer already"),
        "{}",
        again.stdout
    );
    assert_eq!(customers(&place), 3);
    let exported = place.run(&["customer", "export"]);
    assert_eq!(exported.stdout.lines().count(), 4, "{}", exported.stdout);
    let secret = table.lines().nth(1).unwrap().rsplit(',').next().unwrap();
    let question = json!({"agent_id": "nobody", "action": "read", "resource": "orders/7"});
    Client::bearing(&server.address, secret).post("/api/agents/check", &question);
    let usage = place.run(&["customer", "export", "--kind", "usage"]);
    let rows: Vec<&str> = usage.stdout.lines().collect();
    assert_eq!(rows.len(), 2, "{usage:?}");
    assert!(
        rows[1].ends_with(",,read,denied,agent_not_found,1"),
        "{}",
        rows[1]
    );
    for wrong in [
        ["--kind", "usage", "--format", "ndjson"],
        ["--kind", "agents", "--from", "2026-11-01"],
    ] {
        let refused = place.run(&[["customer", "export"].as_slice(), &wrong].concat());
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    }
    let log = std::fs::read(place.data_dir().join("portcullis.db-wal")).unwrap_or_default();
    let in_log = |secret: &str| {
        log.windows(secret.len())
            .any(|window| window == secret.as_bytes())
    };
    assert!(
        !table
            .lines()
            .skip(1)
            .any(|line| in_log(line.rsplit(',').next().unwrap()))
    );
}

#[test]
fn keys_that_cannot_be_written_are_named() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let file = list(&place, 30);
    // A file of a kilobyte at most: the shell's units are of 1,024 bytes in bash, 512 in others.
    let keys = place.path().join("keys.csv");
    let program = place.program(&[
        "customer",
        "import",
        &file,
        "--keys-file",
        keys.to_str().unwrap(),
    ]);
    let words: Vec<String> = std::iter::once(program.get_program())
        .chain(program.get_args())
        .map(|word| word.to_str().unwrap().to_owned())
        .collect();
    // Fewer blocks than the keys take, and more than the program writes to a file of its own: the
    // server has the data, and is not bounded.
    let server = place.serve();
    let mut bounded = std::process::Command::new("sh");
    bounded.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh"]);
    let output = bounded.args(&words).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    let lost: Vec<&str> = stderr
        .lines()
        .filter(|line| line.starts_with("lost: cus_"))
        .collect();
    assert!((1..30).contains(&lost.len()), "{stderr}");
    assert!(lost[0].contains("@many.example key_"), "{stderr}");
    assert!(stderr.contains("portcullis key create"), "{stderr}");
    assert!(!stderr.contains("sk-"), "no key is shown");
    let kept = std::fs::read_to_string(&keys).unwrap();
    let whole = kept.lines().skip(1).filter(|line| {
        let secret = line.rsplit(',').next().unwrap();
        let me =
            Client::bearing(&server.address, secret).ask("GET", "/api/customers/me", &Value::Null);
        me.status == 200
    });
    assert_eq!(whole.count() + lost.len(), 30, "{stderr}");
    assert_eq!(customers(&place), 30);
}

#[test]
fn an_import_whose_server_is_killed_is_whole_or_not_there() {
    const ROWS: usize = 1500;
    let (mut whole, mut absent, mut in_the_middle) = (0, 0, 0);
    for enough in [0, 1, ROWS / 4, ROWS / 2, ROWS - 1] {
        let place = Place::with_settings(QUIET);
        let operator = place.operator("ada", "owner");
        let file = list(&place, ROWS);
        let slow = [("PORTCULLIS_TEST_FLUSH_DELAY_MS", "50")];
        let server = place.serve_with(&[], &slow);
        let mut asker = Client::bearing(&server.address, &operator);
        let import = json!({"kind": "customers", "keys": "none"});
        let id = text(&asker.post("/api/imports", &import), "import_id");
        let table = std::fs::read_to_string(&file).unwrap();
        let path = format!("/api/imports/{id}");
        let part = format!(
            "PUT {path}/parts/0 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {operator}\r\n\
             content-type: text/csv\r\ncontent-length: {}\r\n\r\n{table}",
            table.len()
        );
        asker.send(part.as_bytes()).unwrap();
        assert_eq!(asker.read().unwrap().status, 200);
        assert_eq!(
            asker.post(&format!("{path}/check"), &json!({}))["good"],
            ROWS
        );
        let apply = asker.request(
            "apply",
            "POST",
            &format!("{path}/apply"),
            &json!({"mode": "all"}),
        );
        asker.send(&apply).unwrap();
        let mut looker = Client::bearing(&server.address, &operator);
        let waiting = Instant::now();
        loop {
            let state = looker.get(&path);
            let done = state["done"].as_u64().unwrap();
            if done >= enough as u64 {
                in_the_middle += usize::from(state["state"] == "applying" && done > 0);
                break;
            }
            assert!(waiting.elapsed() < PATIENCE, "{state}");
        }
        server.kill_9();
        // The chain verifies, and who is there is in it.
        let log = Log::prove(&place.data_dir());
        let of = |action: &str| log.records.iter().filter(|r| r["action"] == action).count();
        let (made, imports) = (of("customer.register"), of("customer.import"));
        assert_eq!(in_the_file(&place), made);
        match (made, imports) {
            (0, 0) => absent += 1,
            (ROWS, 1) => whole += 1,
            half => panic!("half an import: {half:?}"),
        }
        // It can be done again, or is there.
        let again = place.run(&["customer", "import", &file, "--no-keys"]);
        assert_eq!(
            again.code,
            if made == 0 { 0 } else { 3 },
            "{}",
            again.stderr
        );
        assert_eq!(in_the_file(&place), ROWS);
    }
    assert_eq!(whole + absent, 5);
    assert!(absent > 0, "none was killed in time");
    assert!(in_the_middle > 0, "none was killed in the middle");
}
