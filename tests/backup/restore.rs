//! What a restored appliance is like.

use nix::sys::signal::Signal;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::program::client::Client;
use crate::program::proof::Log;
use crate::program::{Place, QUIET, text};
use crate::{back_up, path, refused, skip};

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

/// Who was an owner at the backup and is none any more could release the kill switch.
#[test]
fn a_role_that_was_lowered_stays_lowered() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let demoted = place.operator("eve", "owner");
    place.operator("bob", "auditor");
    let backup = back_up(&place);
    place.json(&["operator", "role", "eve", "auditor"]).fine();
    place.json(&["operator", "role", "bob", "admin"]).fine();
    let restored = place
        .json(&["restore", path(&backup), "--discard-newer"])
        .fine();
    assert_eq!(
        restored["carried_over"]["roles lowered"],
        json!(["eve: `auditor`, not `owner`"])
    );
    assert_eq!(
        restored["changed_since"]["roles raised"],
        json!(["bob: `auditor` again, was `admin`"])
    );
    let server = place.serve();
    let mut eve = Client::bearing(&server.address, &demoted);
    let switch = "/api/agent/system-kill-switch";
    let release = json!({"enabled": false, "reason": "mine"});
    assert_eq!(eve.ask("POST", switch, &release).status, 403);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

/// The verifier in `docs/AUDIT_FORMAT.md` accepts the new epoch, and no other way into one.
fn prove_with_the_document(place: &Place) {
    let document = include_str!("../../docs/AUDIT_FORMAT.md");
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
        skip("the verifier in the document, because there is no python3");
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
