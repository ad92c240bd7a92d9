//! What answers so slowly, or so much, that it never comes to an end is left within its time.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use portcullis::domain::id::MessageId;
use portcullis::domain::text::Email;
use portcullis::outbox::{
    Endpoint, Mailbox, Outcome, Outside, RelaySettings, Security, Settings, Stop,
};
use rstest::rstest;
use rustls::{ServerConnection, StreamOwned};

use crate::attempts::QUICK;
use crate::relay::certified;

/// Between the bytes, or the lines: far less than any single wait.
const DRIP: Duration = Duration::from_millis(30);
/// A record that says it has 16 KiB more.
const ENDLESS_HANDSHAKE: &[u8] = &[0x16, 3, 3, 0x40, 0, 2, 0, 0x3f, 0xfc];
const ENDLESS_RECORD: &[u8] = &[0x17, 3, 3, 0x40, 0];

/// Listens once, and does that with who comes.
fn listen(work: impl FnOnce(TcpStream) + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || work(listener.accept().unwrap().0));
    address
}

fn drip(mut stream: &TcpStream, part: &[u8]) {
    while stream.write_all(part).is_ok() {
        std::thread::sleep(DRIP);
    }
}

/// What a letter's way comes to, and whether it took far longer than an answer may.
fn sent(address: SocketAddr, security: Security, ca: Option<&str>) -> String {
    let directory = tempfile::tempdir().unwrap();
    let ca_file = ca.map(|ca| {
        let path = directory.path().join("ca.pem");
        std::fs::write(&path, ca).unwrap();
        path
    });
    let settings = Settings {
        mail: Some(RelaySettings {
            endpoint: Endpoint::parse(&format!("localhost:{}", address.port())).unwrap(),
            security,
            credentials: None,
            from: Mailbox::parse("gate@example.com").unwrap(),
            reply_to: None,
            ca_file,
        }),
        timing: QUICK,
        ..Settings::default()
    };
    let outside = Outside::open(settings).unwrap().unwrap();
    let to = Email::parse("ops@acme.example").unwrap();
    let id = MessageId::from_bytes([1; 16]);
    let began = Instant::now();
    let outcome = outside.send_letter(id, &to, &mut || None, &Stop::default());
    assert!(began.elapsed() < Duration::from_secs(4), "{outcome:?}");
    let Outcome::Shut(why) = outcome else {
        panic!("{outcome:?}")
    };
    why
}

#[test]
fn an_answer_of_ever_more_lines_ends_with_its_time() {
    let address = listen(|stream| drip(&stream, b"220-one moment\r\n"));
    let why = sent(address, Security::None, None);
    assert!(why.contains("no answer within 0.8 seconds"), "{why}");
}

#[rstest]
#[case(true)]
#[case(false)]
fn encryption_byte_by_byte_ends_with_its_time(#[case] is_handshake: bool) {
    let (tls, ca) = certified("localhost");
    let address = listen(move |mut stream| {
        if is_handshake {
            stream.read_exact(&mut [0; 5]).unwrap();
            stream.write_all(ENDLESS_HANDSHAKE).unwrap();
            return drip(&stream, &[0]);
        }
        let mut stream = StreamOwned::new(ServerConnection::new(tls).unwrap(), stream);
        stream.write_all(b"220 relay.test ESMTP\r\n").unwrap();
        stream.read_exact(&mut [0; 4]).unwrap();
        stream.sock.write_all(ENDLESS_RECORD).unwrap();
        drip(&stream.sock, &[0]);
    });
    let why = sent(address, Security::Tls, Some(&ca));
    assert!(why.contains("no answer within 0.8 seconds"), "{why}");
}
