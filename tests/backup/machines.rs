//! Restores on other machines, over other databases, and interrupted ones.

use nix::sys::signal::Signal;
use serde_json::json;

use crate::program::client::Client;
use crate::program::proof::Log;
use crate::program::{Place, QUIET, text};
use crate::{back_up, names, path, refused};

#[test]
fn another_machine_an_empty_one_and_somebody_elses() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let (_, key) = place.customer();
    let backup = back_up(&place);
    let backup = path(&backup);
    // A machine on which a server ran, as after an installation: it left records of its own.
    let fresh = Place::with_settings(QUIET);
    let server = fresh.serve();
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert!(!Log::prove(&fresh.data_dir()).records.is_empty());
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
    let (mut old, mut new, mut ended) = (0, 0, 0);
    // A little later each time, until it has ended by itself twice: then every moment was met,
    // however busy the machine is.
    for round in 0..400u32 {
        if ended == 2 {
            break;
        }
        let before = Log::prove(&place.data_dir());
        let epoch = before.records.last().unwrap()["epoch"].as_u64().unwrap();
        let mut child = place.program(&args).spawn().unwrap();
        std::thread::sleep(whole * round / 30);
        ended += u32::from(child.try_wait().unwrap().is_some());
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
        old > 3 && new > 1 && ended == 2,
        "{old} old, {new} new, of {taken} records"
    );
    place.json(&args[..3]).fine();
    assert!(!names(&place.data_dir()).contains(&"restoring".to_owned()));
    place.json(&["audit", "verify"]).fine();
}
