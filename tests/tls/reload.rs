//! Certificates that are replaced while the server runs.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::time::Duration;

use portcullis::domain::text::Username;
use portcullis::domain::time::Timestamp;
use portcullis::tls::{
    ActsAs, ClientSettings, Identity, Keeper, MinVersion, Part, PeerCertificate, Reloaded, Settings,
};
use rustls::{ClientConnection, ServerConnection};

use crate::certificates::{Authority, Made, Valid, put};
use crate::client::{Site, Stream, TlsClient, ask, get};

/// The common name of the certificate that the server shows.
fn shown_by(stream: &Stream) -> String {
    let chain = stream.conn.peer_certificates().unwrap();
    portcullis::tls::Facts::read(&chain[0]).unwrap().subject
}

/// Nobody tells the server: it sees the files by itself, and nobody who is connected notices.
#[test]
fn a_renewal_reaches_new_connections_and_ends_no_old_one() {
    let site = Site::new();
    site.configure("", "");
    let (running, _) = site.serve();
    let mut old = site.client().connect(&running.address).unwrap();
    assert_eq!(shown_by(&old), "CN=first");
    assert_eq!(ask(&mut old, &get("/health", "")).unwrap().status, 200);
    site.authority
        .server("second", Valid::Now)
        .write(site.place.path());
    let mut is_renewed = false;
    // A look every five seconds, and a second look to see that nobody is writing any more.
    for _ in 0..600 {
        let new = site.client().connect(&running.address).unwrap();
        assert_eq!(ask(&mut old, &get("/health", "")).unwrap().status, 200);
        if shown_by(&new) == "CN=second" {
            is_renewed = true;
            break;
        }
        assert_eq!(shown_by(&new), "CN=first");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(is_renewed, "the new certificate was never shown");
    assert_eq!(ask(&mut old, &get("/health", "")).unwrap().status, 200);
    assert_eq!(shown_by(&old), "CN=first");
}

fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::SystemTime::UNIX_EPOCH);
    Timestamp::from_micros(i64::try_from(since.unwrap().as_micros()).unwrap())
}

fn settings(site: &Site) -> Settings {
    Settings {
        certificate_file: site.file("certificate.pem").into(),
        key_file: site.file("key.pem").into(),
        min_version: MinVersion::Tls12,
        client: None,
    }
}

fn change(keeper: &Keeper, settings: Settings) -> Reloaded {
    keeper.adopt(keeper.prepare(settings).unwrap())
}

fn subject(keeper: &Keeper) -> String {
    keeper.certificate().unwrap().subject
}

#[test]
fn what_cannot_be_used_leaves_in_force_what_was() {
    let site = Site::new();
    let keeper = Keeper::open(settings(&site), now()).unwrap();
    assert_eq!(keeper.reload().unwrap().to_string(), "nothing changed");
    let before = keeper.terms().server_config();
    let second = site.authority.server("second", Valid::Now);
    put(
        &site.place.path().join("certificate.pem"),
        &second.certificate_pem,
        0o644,
    );
    let fault = keeper.reload().unwrap_err();
    assert_eq!(fault.part, Part::Key);
    assert!(
        fault.to_string().contains("not the key of the first"),
        "{fault}"
    );
    assert_eq!(subject(&keeper), "CN=first");
    assert!(Arc::ptr_eq(&before, &keeper.terms().server_config()));
    put(&site.place.path().join("key.pem"), &second.key_pem, 0o640);
    let reloaded = keeper.reload().unwrap();
    assert!(reloaded.certificate && !reloaded.client_ca && !reloaded.settings);
    assert_eq!(reloaded.to_string(), "the certificate changed");
    assert_eq!(subject(&keeper), "CN=second");
    assert!(keeper.expires_at(Part::Certificate).unwrap() > now());
    let mut other = settings(&site);
    other.min_version = MinVersion::Tls13;
    assert_eq!(change(&keeper, other).to_string(), "the settings changed");
    let mut broken = settings(&site);
    broken.key_file = site.file("absent.pem").into();
    assert!(keeper.prepare(broken).is_err());
    assert_eq!(
        keeper.reload().unwrap().to_string(),
        "nothing changed",
        "the old settings"
    );
}

#[test]
fn the_files_are_looked_at_until_they_settle() {
    let site = Site::new();
    let keeper = Keeper::open(settings(&site), now()).unwrap();
    let tend = || {
        keeper.tend(now());
        subject(&keeper)
    };
    assert_eq!(tend(), "CN=first");
    let second = site.authority.server("second", Valid::Now);
    put(
        &site.place.path().join("certificate.pem"),
        &second.certificate_pem,
        0o644,
    );
    assert_eq!(tend(), "CN=first", "seen, and not yet read");
    assert_eq!(tend(), "CN=first", "read, and it does not go with the key");
    assert_eq!(tend(), "CN=first");
    put(&site.place.path().join("key.pem"), &second.key_pem, 0o666);
    assert_eq!(tend(), "CN=first");
    assert_eq!(tend(), "CN=first", "anybody could have written that key");
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(site.place.path().join("key.pem"), mode).unwrap();
    assert_eq!(tend(), "CN=first");
    assert_eq!(tend(), "CN=second", "a changed mode is a change");
}

/// The certificate that a client has shown in a handshake in memory.
fn shake_hands(keeper: &Keeper, client: &TlsClient) -> PeerCertificate {
    let terms = keeper.terms();
    let name = rustls::pki_types::ServerName::try_from("localhost").unwrap();
    let mut client = ClientConnection::new(client.config(), name).unwrap();
    let mut server = ServerConnection::new(terms.server_config()).unwrap();
    while client.is_handshaking() || server.is_handshaking() {
        let mut bytes = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut bytes).unwrap();
        }
        let mut unread = &bytes[..];
        while !unread.is_empty() {
            server.read_tls(&mut unread).unwrap();
            server.process_new_packets().unwrap();
        }
        let mut bytes = Vec::new();
        while server.wants_write() {
            server.write_tls(&mut bytes).unwrap();
        }
        let mut unread = &bytes[..];
        while !unread.is_empty() {
            client.read_tls(&mut unread).unwrap();
            client.process_new_packets().unwrap();
        }
    }
    terms.certificate_of(&server).unwrap()
}

/// A connection may be older than what is in force: who it is, is asked for each of its requests.
#[test]
fn an_open_connection_is_only_as_good_as_what_is_in_force() {
    let site = Site::new();
    let ada = ActsAs::Operator(Username::parse("ada").unwrap());
    let with = |ca: &str, identities: Vec<Identity>| Settings {
        client: Some(ClientSettings {
            ca_file: site.file(ca).into(),
            is_required: true,
            identities,
        }),
        ..settings(&site)
    };
    let line = || Identity {
        fingerprint: None,
        name: Some("uri:spiffe://acme/ada".parse().unwrap()),
        acts_as: ada.clone(),
    };
    let keeper = Keeper::open(with("ca.pem", vec![line()]), now()).unwrap();
    let made: Arc<Made> = Arc::new(site.authority.client("spiffe://acme/ada", Valid::Now));
    let peer = shake_hands(&keeper, &site.client().with(&made));
    let who = |at: Timestamp| keeper.identify(&peer, at);
    assert_eq!(who(now()), Some(ada.clone()));
    let later = |days: u64| now().plus(Duration::from_hours(24 * days));
    assert_eq!(who(later(59)), Some(ada.clone()));
    assert_eq!(who(later(61)), None, "it has expired since");

    let elsewhere = Authority::new("Elsewhere");
    put(
        &site.place.path().join("other.pem"),
        &elsewhere.certificate_pem,
        0o644,
    );
    change(&keeper, with("other.pem", vec![line()]));
    assert_eq!(who(now()), None, "nobody vouches for it any more");
    let both = format!(
        "{}{}",
        elsewhere.certificate_pem, site.authority.certificate_pem
    );
    put(&site.place.path().join("other.pem"), &both, 0o644);
    let reloaded = keeper.reload().unwrap();
    assert!(reloaded.client_ca && !reloaded.certificate, "{reloaded}");
    assert_eq!(who(now()), Some(ada.clone()), "again, among others");

    change(&keeper, with("other.pem", Vec::new()));
    assert_eq!(who(now()), None, "no line is of it");
    change(&keeper, settings(&site));
    assert_eq!(who(now()), None, "clients are not asked any more");
}

/// `config reload` and SIGHUP are one road: all of the configuration or nothing of it.
#[test]
fn a_reload_takes_up_files_and_lines_at_once_and_is_on_record() {
    let site = Site::new();
    let asked = site.ask_clients("optional");
    site.configure(&asked, "");
    site.place.operator("ada", "auditor");
    let (running, _) = site.serve();
    let bot = Arc::new(site.authority.client("spiffe://acme/ada", Valid::Now));
    let client = site.client().with(&bot);
    let mut old = client.connect(&running.address).unwrap();
    let me = get("/api/operators/me", "");
    assert_eq!(ask(&mut old, &me).unwrap().status, 401);

    let second = site.authority.server("second", Valid::Now);
    put(&site.place.path().join("key.pem"), &second.key_pem, 0o600);
    let identity =
        "[[tls.client_identities]]\nname = \"uri:spiffe://acme/ada\"\noperator = \"ada\"\n";
    site.configure(&format!("{asked}{identity}"), "");
    let refused = site.place.json(&["config", "reload"]);
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.stdout.contains("tls.key_file"), "{refused:?}");
    assert_eq!(ask(&mut old, &me).unwrap().status, 401, "nothing of it");

    let path = site.place.path().join("certificate.pem");
    put(&path, &second.certificate_pem, 0o644);
    let done = site.place.json(&["config", "reload"]).fine();
    assert_eq!(
        done["files_changed"],
        serde_json::json!(["tls.certificate_file"])
    );
    let keys: Vec<&String> = done["changes"].as_object().unwrap().keys().collect();
    assert!(
        keys.iter()
            .all(|key| key.starts_with("tls.client_identities")),
        "{done}"
    );
    assert_eq!(
        shown_by(&site.client().connect(&running.address).unwrap()),
        "CN=second"
    );
    assert_eq!(shown_by(&old), "CN=first");
    assert_eq!(
        ask(&mut old, &me).unwrap().status,
        200,
        "the line counts for it too"
    );

    site.configure(&format!("{asked}min_version = \"1.3\"\n"), "");
    running.signal(nix::sys::signal::Signal::SIGHUP);
    let is_closed = (0..2000).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        ask(&mut old, &me).unwrap().status == 401
    });
    assert!(is_closed, "the line is gone");
    let outdated = site.client().only(&rustls::version::TLS12);
    assert!(outdated.connect(&running.address).is_err());

    // Whether TLS is spoken at all takes a restart.
    put(
        &site.place.path().join(crate::program::SETTINGS_FILE),
        "",
        0o600,
    );
    let done = site.place.json(&["config", "reload"]).fine();
    let waiting = done["needs_restart"].to_string();
    assert!(waiting.contains("tls.certificate_file"), "{done}");
    assert_eq!(site.client().get(&running.address, "/health").status, 200);
}
