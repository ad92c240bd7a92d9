//! Encrypted backups.

use crate::program::{Place, QUIET};
use crate::{back_up, path, refused};

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
