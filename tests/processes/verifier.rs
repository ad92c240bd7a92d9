//! The verifier in `docs/AUDIT_FORMAT.md`, run as an auditor would run it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use portcullis::domain::mutation::Mutation;
use portcullis::store::DATABASE_FILE;

use crate::desk::{Desk, settings};
use crate::fixtures::{audited, customer, noon, raw};
use crate::{alone, skip};

const DOCUMENT: &str = include_str!("../../docs/AUDIT_FORMAT.md");

/// What an attacker does to the log, and the first record that does not verify then.
const ATTACKS: [(&str, u32); 10] = [
    (
        "UPDATE audit_records SET hash = zeroblob(32) WHERE seq = 7",
        7,
    ),
    (
        "UPDATE audit_records SET record = replace(record, 'ed', 'ED') WHERE seq = 9",
        9,
    ),
    ("DELETE FROM audit_records WHERE seq = 1", 2),
    ("DELETE FROM audit_records WHERE seq = 50", 51),
    ("UPDATE audit_records SET at = at + 1 WHERE seq = 12", 12),
    (
        "UPDATE audit_records SET result = 'refused' WHERE seq = 13",
        13,
    ),
    (
        "UPDATE audit_records SET agent_id = 'other' WHERE seq = 14",
        14,
    ),
    (
        "UPDATE audit_records SET customer_no = 3 WHERE seq = 15",
        15,
    ),
    (
        "UPDATE audit_records SET customer_seq = 1000 WHERE seq = 16",
        16,
    ),
    ("UPDATE audit_records SET seq = 1000 WHERE seq = 82", 1000),
];

/// The one Python program in the document.
fn program() -> &'static str {
    let mut programs = DOCUMENT.split("```python\n").skip(1);
    let (program, _) = programs.next().unwrap().split_once("```").unwrap();
    assert!(programs.next().is_none());
    program
}

/// Whether it verified, and what was said.
fn verify(script: &Path, database: &Path, noted: &[&str]) -> (bool, String) {
    let output: Output = Command::new("python3")
        .arg(script)
        .arg(database)
        .args(noted)
        .output()
        .unwrap();
    let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

fn tamper(data: &Path, attack: &str) {
    let connection = raw(data);
    connection
        .execute_batch(
            "PRAGMA foreign_keys = off;
             DROP TRIGGER audit_records_stay;
             DROP TRIGGER audit_records_remain;",
        )
        .unwrap();
    assert!(connection.execute(attack, []).unwrap() > 0, "{attack}");
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn write_log(data: &Path) -> Desk {
    let desk = Desk::furnished(data, settings());
    for second in 0..20 {
        desk.clock.set(noon(second / 2));
        for key in [1, 2, 1] {
            desk.ask(key, "read").unwrap();
        }
        desk.ask(1, "pay").unwrap();
    }
    let three = vec![Mutation::SaveCustomer(customer(3))];
    desk.save("customer.register", three).unwrap();
    desk
}

#[test]
fn accepts_what_the_ledger_wrote_and_finds_what_was_altered() {
    let _alone = alone();
    if Command::new("python3").arg("--version").output().is_err() {
        skip("the verifier in the document, because there is no python3");
        return;
    }
    let directory = tempfile::tempdir().unwrap();
    let script = directory.path().join("verify.py");
    std::fs::write(&script, program()).unwrap();
    let data = directory.path().join("data");
    let database = data.join(DATABASE_FILE);

    // While the ledger is at work, and after it was closed.
    let desk = write_log(&data);
    let rows = audited(&data);
    assert_eq!(rows.len(), 82);
    let head = hex(&rows[81].hash);
    let verified = (
        true,
        format!("82 records verify; the last one's hash is {head}\n"),
    );
    assert_eq!(verify(&script, &database, &[]), verified);
    drop(desk);
    assert_eq!(verify(&script, &database, &[]), verified);
    let noted = ["40", &hex(&rows[39].hash), "82", &head];
    assert_eq!(verify(&script, &database, &noted), verified);

    let pristine = std::fs::read(&database).unwrap();
    for (attack, first) in ATTACKS {
        tamper(&data, attack);
        let (is_right, said) = verify(&script, &database, &[]);
        let wanted = format!("record {first} ");
        assert!(!is_right && said.starts_with(&wanted), "{attack}: {said}");
        std::fs::write(&database, &pristine).unwrap();
    }

    // What the chain alone cannot show: an end that was cut off, a log that was written anew.
    tamper(&data, "DELETE FROM audit_records WHERE seq > 80");
    assert!(verify(&script, &database, &[]).0);
    let (is_right, said) = verify(&script, &database, &["82", &head]);
    assert!(
        !is_right && said.starts_with("records were cut off"),
        "{said}"
    );
    let (is_right, said) = verify(&script, &database, &["40", &"0".repeat(64)]);
    assert!(!is_right && said.starts_with("record 40 "), "{said}");
}
