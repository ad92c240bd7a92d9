//! A server with TLS in a place of its own, and clients that speak it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::client::Resumption;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned, SupportedProtocolVersion, version,
};
use serde_json::Value;

use crate::certificates::{Authority, Made, Valid, put};
use crate::program::{Place, Running, SETTINGS_FILE};

/// How long a client waits for anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// A place with an authority, and a certificate of it for the server.
pub(crate) struct Site {
    pub(crate) place: Place,
    pub(crate) authority: Authority,
}

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self {
            place: Place::new(),
            authority: Authority::new("Test authority"),
        };
        site.authority
            .server("first", Valid::Now)
            .write(site.place.path());
        put(
            &site.place.path().join("ca.pem"),
            &site.authority.certificate_pem,
            0o644,
        );
        site
    }

    /// Writes the configuration: `[tls]` with the certificate, then more of it, then other sections.
    pub(crate) fn configure(&self, more_tls: &str, other: &str) {
        let settings = format!("{}{more_tls}\n{other}", self.tls_section());
        put(&self.place.path().join(SETTINGS_FILE), &settings, 0o600);
    }

    pub(crate) fn tls_section(&self) -> String {
        let file = |name: &str| self.file(name);
        format!(
            "[tls]\ncertificate_file = \"{}\"\nkey_file = \"{}\"\n",
            file("certificate.pem"),
            file("key.pem")
        )
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.place.path().join(name).display().to_string()
    }

    /// Settings that ask clients for certificates of the authority.
    pub(crate) fn ask_clients(&self, how: &str) -> String {
        format!(
            "client_certificates = \"{how}\"\nclient_ca_file = \"{}\"\n",
            self.file("ca.pem")
        )
    }

    pub(crate) fn serve(&self) -> (Running, Value) {
        let args = ["serve", "--listen", "127.0.0.1:0", "--json"];
        let mut running = Running::start(self.place.program(&args));
        let ready = running.document();
        running.address = ready["addresses"][0].as_str().unwrap().into();
        (running, ready)
    }

    pub(crate) fn client(&self) -> TlsClient {
        TlsClient::new(&self.authority)
    }
}

/// A client that trusts one authority.
#[derive(Clone)]
pub(crate) struct TlsClient {
    roots: RootCertStore,
    versions: Vec<&'static SupportedProtocolVersion>,
    identity: Option<Arc<Made>>,
    protocols: Vec<Vec<u8>>,
}

pub(crate) type Stream = StreamOwned<ClientConnection, TcpStream>;

impl TlsClient {
    pub(crate) fn new(authority: &Authority) -> Self {
        Self::trusting(&authority.certificate_pem)
    }

    pub(crate) fn trusting(pem: &str) -> Self {
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap())
            .unwrap();
        Self {
            roots,
            versions: vec![&version::TLS13, &version::TLS12],
            identity: None,
            protocols: Vec::new(),
        }
    }

    pub(crate) fn only(mut self, version: &'static SupportedProtocolVersion) -> Self {
        self.versions = vec![version];
        self
    }

    pub(crate) fn with(mut self, identity: &Arc<Made>) -> Self {
        self.identity = Some(Arc::clone(identity));
        self
    }

    pub(crate) fn offering(mut self, protocol: &str) -> Self {
        self.protocols.push(protocol.as_bytes().to_vec());
        self
    }

    pub(crate) fn config(&self) -> Arc<ClientConfig> {
        let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&self.versions)
            .unwrap()
            .with_root_certificates(self.roots.clone());
        let mut config = match &self.identity {
            Some(made) => builder
                .with_client_auth_cert(vec![made.der()], made.key())
                .unwrap(),
            None => builder.with_no_client_auth(),
        };
        config.resumption = Resumption::in_memory_sessions(8);
        config.alpn_protocols.clone_from(&self.protocols);
        Arc::new(config)
    }

    /// A connection whose handshake is done, as far as this side can tell.
    pub(crate) fn connect(&self, address: &str) -> Result<Stream, String> {
        connect_with(&self.config(), address)
    }

    /// One request on a connection of its own.
    pub(crate) fn ask(&self, address: &str, request: &str) -> Result<Answer, String> {
        ask(&mut self.connect(address)?, request)
    }

    pub(crate) fn get(&self, address: &str, path: &str) -> Answer {
        self.ask(address, &get(path, "")).unwrap()
    }
}

pub(crate) fn connect_with(config: &Arc<ClientConfig>, address: &str) -> Result<Stream, String> {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut connection = ClientConnection::new(Arc::clone(config), name).unwrap();
    while connection.is_handshaking() {
        connection
            .complete_io(&mut socket)
            .map_err(|error| error.to_string())?;
    }
    Ok(StreamOwned::new(connection, socket))
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

pub(crate) fn get(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n")
}

pub(crate) fn post(path: &str, headers: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

/// Sends a request and reads its answer, on a connection that stays open.
pub(crate) fn ask(
    stream: &mut (impl std::io::Read + std::io::Write),
    request: &str,
) -> Result<Answer, String> {
    let failed = |error: std::io::Error| error.to_string();
    stream.write_all(request.as_bytes()).map_err(failed)?;
    stream.flush().map_err(failed)?;
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "))
                .map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return Ok(Answer {
                    status: head.split(' ').nth(1).unwrap().parse().unwrap(),
                    head: head.to_owned(),
                    body: body.to_owned(),
                });
            }
        }
        let mut piece = [0; 4096];
        match stream.read(&mut piece).map_err(failed)? {
            0 => return Err(format!("the connection ended after `{text}`")),
            count => bytes.extend(&piece[..count]),
        }
    }
}

/// One request without encryption; everything that came back.
pub(crate) fn plain(address: &str, request: &[u8]) -> String {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    socket.write_all(request).unwrap();
    let mut answer = Vec::new();
    // A reset after the answer is as good as an end.
    socket.read_to_end(&mut answer).ok();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The value of a metric.
pub(crate) fn metric(text: &str, name: &str) -> Option<f64> {
    let line = text
        .lines()
        .find(|line| line.split(' ').next() == Some(name))?;
    line.split(' ').nth(1)?.parse().ok()
}

/// What `openssl` or anybody else would see of the file.
pub(crate) fn mode_of(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o7777
}
