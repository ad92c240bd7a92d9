//! `portcullis tls`.

use std::path::Path;

use crate::client::{Site, TlsClient, mode_of};
use crate::program::{Place, SETTINGS_FILE};

fn make(place: &Place, more: &[&str]) -> crate::program::Ran {
    let out = place.path().join("certificates");
    let out = out.to_str().unwrap();
    let args = ["tls", "self-signed", "--out", out, "--name", "localhost"];
    place.json(&[&args[..], more].concat())
}

#[test]
fn a_self_signed_certificate_is_made_served_and_trusted() {
    let place = Place::new();
    let made = make(&place, &["--name", "127.0.0.1", "--days", "30"]).fine();
    let certificate = made["certificate_file"].as_str().unwrap();
    let key = made["key_file"].as_str().unwrap();
    assert_eq!(mode_of(Path::new(key)), 0o600);
    assert_eq!(mode_of(Path::new(certificate)), 0o644);
    assert_eq!(
        made["names"],
        serde_json::json!(["dns:localhost", "ip:127.0.0.1"])
    );
    assert_eq!(made["is_self_signed"], true);
    assert_eq!(made["days_left"], 30);
    let settings = format!("[tls]\ncertificate_file = \"{certificate}\"\nkey_file = \"{key}\"\n");
    place.file(SETTINGS_FILE, &settings);
    let site = Site {
        place,
        authority: crate::certificates::Authority::new("not asked"),
    };
    let (running, _) = site.serve();
    let pem = std::fs::read_to_string(certificate).unwrap();
    let client = TlsClient::trusting(&pem);
    assert_eq!(client.get(&running.address, "/health").status, 200);
    assert!(
        site.client().connect(&running.address).is_err(),
        "nobody vouches for it"
    );
    let shown = site.place.json(&["tls", "show"]).fine();
    assert_eq!(shown["certificates"][0]["fingerprint"], made["fingerprint"]);
}

#[test]
fn what_is_there_is_replaced_only_when_told() {
    let place = Place::new();
    let first = make(&place, &[]).fine();
    let again = make(&place, &[]);
    assert_eq!(again.code, 1, "{again:?}");
    assert!(again.stdout.contains("--force"), "{again:?}");
    let key = first["key_file"].as_str().unwrap();
    let before = std::fs::read_to_string(key).unwrap();
    let forced = make(&place, &["--force"]).fine();
    assert_ne!(forced["fingerprint"], first["fingerprint"]);
    assert_ne!(std::fs::read_to_string(key).unwrap(), before);
    let left = std::fs::read_dir(place.path().join("certificates")).unwrap();
    assert_eq!(left.count(), 2, "nothing else is left behind");
}

#[test]
fn people_are_told_loudly_when_it_ends() {
    let place = Place::new();
    let out = place.path().join("c");
    let args = [
        "tls",
        "self-signed",
        "--out",
        out.to_str().unwrap(),
        "--name",
        "a.example",
    ];
    let ran = place.run(&args);
    assert_eq!(ran.code, 0, "{ran:?}");
    for part in ["EXPIRES IN 90 DAYS", "--cacert", "[tls]", "fingerprint"] {
        assert!(ran.stdout.contains(part), "{part}: {ran:?}");
    }
}

#[test]
fn bad_input_is_refused() {
    let place = Place::new();
    for more in [
        &["--days", "0"][..],
        &["--days", "826"],
        &["--days", "many"],
    ] {
        assert_eq!(make(&place, more).code, 2, "{more:?}");
    }
    for name in ["", "a b", "https://a.example", "*"] {
        let ran = make(&place, &["--name", name]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(
            ran.stdout.contains("neither a host name nor an address"),
            "{ran:?}"
        );
    }
    assert!(
        !place.path().join("certificates").exists(),
        "nothing was made"
    );
    let nameless = place.run(&["tls", "self-signed", "--out", "x"]);
    assert_eq!(nameless.code, 2, "{nameless:?}");
    let file = place.file("file", "x");
    let out = [
        "tls",
        "self-signed",
        "--name",
        "a",
        "--out",
        file.to_str().unwrap(),
    ];
    let ran = place.run(&out);
    assert_eq!(ran.code, 1, "{ran:?}");
    let show = place.run(&["tls", "show"]);
    assert_eq!(show.code, 2, "no certificate is configured: {show:?}");
    for path in ["file", "absent", "."] {
        let ran = place.run(&["tls", "show", path]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(
            ran.stderr.contains(&format!("the file is `{path}`")),
            "{ran:?}"
        );
    }
}
