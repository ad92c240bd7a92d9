//! What is spoken, what is not, and what is refused at the start.

use std::sync::Arc;

use rustls::{ProtocolVersion, version};

use crate::certificates::{Authority, Valid, put};
use crate::client::{Site, ask, connect_with, get, metric, plain, post};
use crate::program::text;

#[test]
fn both_versions_are_spoken_and_carry_checks() {
    let site = Site::new();
    site.configure("", "");
    let (running, ready) = site.serve();
    let (_, key) = site.place.customer();
    assert_eq!(ready["tls"], true);
    for (version, expect) in [
        (&version::TLS12, ProtocolVersion::TLSv1_2),
        (&version::TLS13, ProtocolVersion::TLSv1_3),
    ] {
        let mut stream = site
            .client()
            .only(version)
            .connect(&running.address)
            .unwrap();
        assert_eq!(stream.conn.protocol_version(), Some(expect));
        let body = r#"{"agent_id":"bot","action":"read","resource":"orders/1"}"#;
        let bearer = format!("authorization: Bearer {key}\r\n");
        // Two on one connection: it stays open.
        for _ in 0..2 {
            let answer = ask(&mut stream, &post("/api/agents/check", &bearer, body)).unwrap();
            assert_eq!(answer.status, 200, "{answer:?}");
            assert_eq!(answer.json()["result"], "approved");
            assert_eq!(
                answer.header("strict-transport-security"),
                Some("max-age=31536000")
            );
        }
    }
    let metrics = site.client().get(&running.address, "/metrics");
    assert_eq!(metrics.status, 401, "{metrics:?}");
}

#[test]
fn only_the_newest_version_when_so_configured() {
    let site = Site::new();
    site.configure("min_version = \"1.3\"\nhsts_seconds = 0\n", "");
    let (running, _) = site.serve();
    let old = site.client().only(&version::TLS12);
    let error = old.connect(&running.address).unwrap_err();
    assert!(error.contains("ProtocolVersion"), "{error}");
    let answer = site.client().get(&running.address, "/health");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("strict-transport-security"), None);
}

/// A hello of TLS 1.1, byte by byte: rustls does not speak it, so no client of it could ask.
#[test]
fn older_versions_are_refused() {
    let site = Site::new();
    site.configure("", "");
    let (running, _) = site.serve();
    let mut body = vec![3, 2];
    body.extend([7; 32]);
    // No session, one suite, no compression; signature algorithms and groups that are fine.
    body.extend([0, 0, 2, 0xc0, 0x09, 1, 0, 0, 16]);
    body.extend([0, 13, 0, 4, 0, 2, 4, 3, 0, 10, 0, 4, 0, 2, 0, 23]);
    let mut hello = vec![1, 0, 0, u8::try_from(body.len()).unwrap()];
    hello.extend(&body);
    let mut record = vec![22, 3, 1, 0, u8::try_from(hello.len()).unwrap()];
    record.extend(&hello);
    let mut socket = std::net::TcpStream::connect(&running.address).unwrap();
    std::io::Write::write_all(&mut socket, &record).unwrap();
    let mut answer = Vec::new();
    std::io::Read::read_to_end(&mut socket, &mut answer).ok();
    // An alert (21), fatal (2), `protocol_version` (70).
    assert_eq!(answer.first(), Some(&21), "{answer:?}");
    assert_eq!(answer.get(5..7), Some(&[2, 70][..]), "{answer:?}");
}

#[test]
fn one_protocol_is_spoken_inside() {
    let site = Site::new();
    site.configure("", "");
    let (running, _) = site.serve();
    let stream = site
        .client()
        .offering("h2")
        .offering("http/1.1")
        .connect(&running.address)
        .unwrap();
    assert_eq!(stream.conn.alpn_protocol(), Some(&b"http/1.1"[..]));
    let error = site.client().offering("h2").connect(&running.address);
    assert!(error.unwrap_err().contains("NoApplicationProtocol"));
}

#[test]
fn sessions_are_resumed_and_carry_no_early_data() {
    let site = Site::new();
    site.configure("", "");
    let (running, _) = site.serve();
    let config = site.client().only(&version::TLS13).config();
    let mut first = connect_with(&config, &running.address).unwrap();
    // The ticket comes with the answer.
    ask(&mut first, &get("/health", "")).unwrap();
    let mut early = rustls::ClientConfig::clone(&config);
    early.enable_early_data = true;
    let name = rustls::pki_types::ServerName::try_from("localhost").unwrap();
    let mut connection = rustls::ClientConnection::new(Arc::new(early), name).unwrap();
    assert!(connection.early_data().is_none(), "no ticket allows it");
    let second = connect_with(&config, &running.address).unwrap();
    let kind = second.conn.handshake_kind();
    assert_eq!(kind, Some(rustls::HandshakeKind::Resumed));
}

#[test]
fn plain_http_on_the_port_is_told_so() {
    let site = Site::new();
    site.configure("", "");
    let (running, _) = site.serve();
    let told = plain(&running.address, get("/health", "").as_bytes());
    assert!(told.starts_with("HTTP/1.1 400 "), "{told}");
    assert!(told.contains("\"code\":\"https_needed\""), "{told}");
    assert!(!told.to_lowercase().contains("strict-transport"), "{told}");
    // A body that is still arriving does not turn the answer into a reset.
    let long = format!("{}{}", post("/x", "", ""), "x".repeat(200_000));
    assert!(plain(&running.address, long.as_bytes()).contains("https_needed"));
    for noise in [
        &b"\0\0\0"[..],
        b"\x80\x2e\x01\x00\x02",
        b"{}",
        b"\x15\x03\x01",
    ] {
        assert_eq!(plain(&running.address, noise), "", "{noise:?}");
    }
    let token = site.place.operator("ada", "owner");
    let bearer = format!("authorization: Bearer {token}\r\n");
    let metrics = site
        .client()
        .ask(&running.address, &get("/metrics", &bearer))
        .unwrap();
    let failed = metric(&metrics.body, "portcullis_tls_handshakes_failed").unwrap();
    assert!(failed >= 6.0, "{}", metrics.body);
    assert!(metric(&metrics.body, "portcullis_tls_handshakes").unwrap() >= 1.0);
    let expiry = "portcullis_tls_certificate_expiry_timestamp_seconds";
    assert!(metric(&metrics.body, expiry).unwrap() > 1.0e9);
    let of_clients = "portcullis_tls_client_ca_expiry_timestamp_seconds";
    assert_eq!(metric(&metrics.body, of_clients), None);
}

/// Signing in needs a connection that may hold a session; one that this process encrypts may.
#[test]
fn an_operator_signs_in_over_tls() {
    let site = Site::new();
    site.configure("", "");
    let password = site.place.file("password", "an old and rusty portcullis");
    let add = ["operator", "add", "--username", "ada", "--role", "owner"];
    let password = ["--password-file", password.to_str().unwrap()];
    site.place.json(&[&add[..], &password].concat()).fine();
    let (running, _) = site.serve();
    let body = r#"{"username":"ada","password":"an old and rusty portcullis"}"#;
    let host = |request: String| request.replace("host: localhost", "host: gate.example");
    let login = host(post("/api/operators/login", "", body));
    let answer = site.client().ask(&running.address, &login).unwrap();
    assert_eq!(answer.status, 200, "{answer:?}");
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.contains("Secure"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let me = |origin: &str| {
        let headers = format!("cookie: {cookie}\r\norigin: {origin}\r\n");
        let logout = host(post("/api/operators/logout", &headers, "{}"));
        site.client().ask(&running.address, &logout).unwrap().status
    };
    assert_eq!(me("http://gate.example"), 403, "another origin");
    assert_eq!(me("https://gate.example"), 200);
}

#[test]
fn the_metrics_listener_speaks_what_it_is_told() {
    let site = Site::new();
    for (tls, is_encrypted) in [("false", false), ("true", true)] {
        let metrics = format!("[metrics]\nlisten = \"127.0.0.1:0\"\ntls = {tls}\n");
        site.configure("", &metrics);
        let (_running, ready) = site.serve();
        let address = text(&ready, "metrics_address");
        let asked = plain(&address, get("/health", "connection: close\r\n").as_bytes());
        assert_eq!(asked.starts_with("HTTP/1.1 200 "), !is_encrypted, "{asked}");
        let secured = site.client().ask(&address, &get("/metrics", ""));
        assert_eq!(
            secured.is_ok_and(|answer| answer.status == 200),
            is_encrypted
        );
    }
}

/// Something that makes the files unusable.
type Spoil<'s> = &'s dyn Fn();

/// Whatever is wrong with the files is said at the start, with the line and what to do, by the
/// server and by `config check` alike.
#[test]
fn files_that_cannot_be_used_are_refused_with_a_remedy() {
    let site = Site::new();
    site.configure("", "");
    let other = Authority::new("Other").server("other", Valid::Now);
    let path = |name: &str| site.place.path().join(name);
    let good = site.authority.server("good", Valid::Now);
    let cases: [(&str, Spoil<'_>); 9] = [
        ("which cannot be read", &|| {
            std::fs::remove_file(path("key.pem")).unwrap();
        }),
        ("run `chmod 0640", &|| {
            put(&path("key.pem"), &good.key_pem, 0o644);
        }),
        ("which is not the key of the first certificate", &|| {
            put(&path("key.pem"), &other.key_pem, 0o600);
        }),
        ("which holds no private key", &|| {
            put(&path("key.pem"), "nothing", 0o600);
        }),
        ("whose key needs a passphrase", &|| {
            let locked = good.key_pem.replace("PRIVATE", "ENCRYPTED PRIVATE");
            put(&path("key.pem"), &locked, 0o600);
        }),
        ("which holds no certificate", &|| {
            put(&path("certificate.pem"), &good.key_pem, 0o600);
        }),
        ("whose certificate number 2 is not PEM", &|| {
            let cut = format!("{}-----BEGIN CERTIFICATE-----\nMII", good.certificate_pem);
            put(&path("certificate.pem"), &cut, 0o644);
        }),
        ("whose certificate number 1 cannot be read", &|| {
            let text = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
            put(&path("certificate.pem"), text, 0o644);
        }),
        ("it is not a regular file", &|| {
            std::fs::remove_file(path("certificate.pem")).unwrap();
            std::fs::create_dir(path("certificate.pem")).unwrap();
        }),
    ];
    for (expect, spoil) in cases {
        good.write(site.place.path());
        assert_eq!(site.place.run(&["config", "check"]).code, 0);
        spoil();
        for command in [&["config", "check"][..], &["serve"]] {
            let ran = site.place.run(command);
            assert_eq!(ran.code, 1, "{expect}: {ran:?}");
            assert!(ran.stderr.contains(expect), "{expect}: {ran:?}");
            assert!(ran.stderr.contains("settings.toml:"), "{ran:?}");
            assert!(ran.stderr.contains("; "), "{ran:?}");
        }
        // What needs no certificate goes on without one.
        assert_eq!(site.place.run(&["config", "print"]).code, 0);
    }
}

#[test]
fn an_expired_certificate_is_served_with_a_loud_word() {
    let site = Site::new();
    site.configure("", "");
    site.authority
        .server("late", Valid::Past)
        .write(site.place.path());
    let checked = site.place.run(&["config", "check"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(checked.stderr.contains("has EXPIRED"), "{checked:?}");
    let (running, _) = site.serve();
    let error = site.client().connect(&running.address).unwrap_err();
    assert!(error.contains("certificate expired"), "{error}");
}
