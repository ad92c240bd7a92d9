//! Encrypted connections: what the clock sees of them, and how they end.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use portcullis::domain::time::Timestamp;
use portcullis::edge::{EdgeConfig, Listener};
use portcullis::http::wire::Lane;
use portcullis::tls::{Keeper, MinVersion, Settings, self_signed};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use tempfile::TempDir;

use crate::harness::{Client, Edge, config, get, post};

struct Secured {
    edge: Edge,
    address: SocketAddr,
    config: Arc<ClientConfig>,
    _directory: TempDir,
}

type Stream = StreamOwned<ClientConnection, TcpStream>;

impl Secured {
    fn start(config: EdgeConfig) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let micros = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let now = Timestamp::from_micros(i64::try_from(micros.unwrap().as_micros()).unwrap());
        let made = self_signed(&["localhost".to_owned()], Duration::from_hours(9), now).unwrap();
        let (certificate_file, key_file) = (
            directory.path().join("certificate.pem"),
            directory.path().join("key.pem"),
        );
        std::fs::write(&certificate_file, &made.certificate_pem).unwrap();
        std::fs::write(&key_file, made.key_pem.as_bytes()).unwrap();
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(&key_file, private).unwrap();
        let settings = Settings {
            certificate_file,
            key_file,
            min_version: MinVersion::Tls12,
            client: None,
        };
        let keeper = Arc::new(Keeper::open(settings, now).unwrap());
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let listener = Listener::bind(loopback, Lane::Network).unwrap();
        let address = listener.address().unwrap();
        let mut roots = RootCertStore::empty();
        let pem = made.certificate_pem.as_bytes();
        roots
            .add(CertificateDer::from_pem_slice(pem).unwrap())
            .unwrap();
        let client = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self {
            edge: Edge::start_with(config, vec![listener.with_tls(&keeper)]),
            address,
            config: Arc::new(client),
            _directory: directory,
        }
    }

    fn connect(&self) -> Client<Stream> {
        let socket = TcpStream::connect(self.address).unwrap();
        let patience = Some(Duration::from_secs(20));
        socket.set_read_timeout(patience).unwrap();
        let name = ServerName::try_from("localhost").unwrap();
        let connection = ClientConnection::new(Arc::clone(&self.config), name).unwrap();
        Client::new(StreamOwned::new(connection, socket))
    }

    fn wait_until_alone(&self) {
        self.edge
            .wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 0);
    }
}

#[test]
fn every_way_to_answer_works_encrypted() {
    let secured = Secured::start(config());
    let mut client = secured.connect();
    for path in [
        "/inline",
        "/worker",
        "/panic-inline",
        "/bad-header",
        "/inline",
    ] {
        client.send(&get(path));
        let answer = client.answer().unwrap();
        assert!(
            answer.head.contains("strict-transport-security"),
            "{answer:?}"
        );
    }
    client.send(&post("/worker", &"x".repeat(200_000)));
    assert!(client.answer().unwrap().body.contains("200000 bytes"));
    client.send(&get("/big"));
    assert_eq!(client.answer().unwrap().body.len(), 5_000_000);
    let pipelined = format!("{}{}", get("/one"), get("/two"));
    client.send(&pipelined);
    for path in ["/one", "/two"] {
        assert!(client.answer().unwrap().body.contains(path));
    }
    // A refusal in the middle of a body arrives although the body does not end.
    client.send("POST /worker HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\nx");
    let refused = client.answer().unwrap();
    assert_eq!(refused.status, 413);
    assert!(refused.closes());
    client.assert_closed();
    secured.wait_until_alone();
    let stats = &secured.edge.stats;
    assert_eq!(stats.tls_handshakes_total.load(Ordering::Relaxed), 1);
    assert_eq!(stats.tls_handshakes_failed_total.load(Ordering::Relaxed), 0);
}

/// What the encryption has put by does not hide from the clock that the peer takes nothing.
#[test]
fn a_peer_that_takes_no_answer_is_cut_off() {
    for path in ["/big", "/inline"] {
        let secured = Secured::start(EdgeConfig {
            write_deadline: Duration::from_millis(300),
            ..config()
        });
        let mut client = secured.connect();
        // So many that their answers fill every buffer on the way, however small each is.
        let socket = client.stream.sock.try_clone().unwrap();
        let timeout = Some(Duration::from_millis(200));
        socket.set_write_timeout(timeout).unwrap();
        for _ in 0..200_000 {
            let stream = &mut client.stream;
            let is_stuck = stream.write_all(get(path).as_bytes()).is_err();
            if is_stuck || (path == "/big" && stream.flush().is_ok()) {
                break;
            }
        }
        secured.wait_until_alone();
    }
}

#[test]
fn idle_connections_end_with_a_goodbye() {
    let secured = Secured::start(EdgeConfig {
        idle_deadline: Duration::from_millis(100),
        ..config()
    });
    let mut client = secured.connect();
    client.send(&get("/inline"));
    assert_eq!(client.answer().unwrap().status, 200);
    // Not an end out of nowhere, which rustls would report as an error.
    assert!(!client.fill());
    secured.wait_until_alone();
}

#[test]
fn a_drain_answers_what_has_begun_and_says_goodbye() {
    let mut secured = Secured::start(config());
    let mut busy = secured.connect();
    busy.send(&get("/later"));
    let mut idle = secured.connect();
    idle.send(&get("/inline"));
    assert_eq!(idle.answer().unwrap().status, 200);
    secured
        .edge
        .wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    secured.edge.stopper.stop();
    assert!(!idle.fill());
    secured.edge.promises.keep();
    let answer = busy.answer().unwrap();
    assert_eq!(answer.body, "kept");
    assert!(answer.closes());
    assert!(!busy.fill());
    secured.edge.finish().unwrap();
}
