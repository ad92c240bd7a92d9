//! The courier over a ledger that cannot always write.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use portcullis::domain::id::MessageId;
use portcullis::domain::outbox::MessageStatus;
use portcullis::outbox::{Endpoint, Mailbox, Outside, RelaySettings, Security, Settings};
use serde_json::json;

use crate::harness::{TestApp, text};
use crate::world::mailing;

/// A relay that takes every letter once it is told to; it tells when it has one.
fn relay() -> (SocketAddr, Receiver<()>, Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (has_one, told) = channel();
    let (go_on, may) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            take(&stream.unwrap(), &has_one, &may);
        }
    });
    (address, told, go_on)
}

fn take(stream: &TcpStream, has_one: &Sender<()>, may: &Receiver<()>) {
    let mut out = stream;
    let mut say = |line: &str| out.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    say("220 relay.test");
    let mut is_letter = false;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let word = line.split(' ').next().unwrap();
        match word {
            "." if is_letter => {
                is_letter = false;
                has_one.send(()).unwrap();
                may.recv().unwrap();
                say("250 taken");
            }
            _ if is_letter => {}
            "DATA" => {
                is_letter = true;
                say("354 go on");
            }
            "QUIT" => return,
            _ => say("250 relay.test"),
        }
    }
}

#[test]
fn an_outcome_that_cannot_be_written_now_is_written_later() {
    let app = TestApp::with(|setup| setup.live.outbox = mailing());
    let (address, has_letter, go_on) = relay();
    let settings = Settings {
        mail: Some(RelaySettings {
            endpoint: Endpoint::parse(&address.to_string()).unwrap(),
            security: Security::None,
            credentials: None,
            from: Mailbox::parse("gate@example.com").unwrap(),
            reply_to: None,
            ca_file: None,
        }),
        ..Settings::default()
    };
    let outside = Outside::open(settings).unwrap().map(Arc::new);
    let queued = app.post("/api/outbox/test", &json!({"to": "ops@acme.example"}));
    let id: MessageId = text(&queued.local().ok(201), "id").parse().unwrap();
    let status = || {
        app.http
            .app()
            .live()
            .message(id)
            .map(|message| message.status)
    };
    let patience = Duration::from_secs(30);
    app.http.app().configure_outside(outside);
    has_letter.recv_timeout(patience).unwrap();
    assert_eq!(status(), Some(MessageStatus::Sending));
    let right = app.in_a(Duration::ZERO);
    app.set_clock("1990-01-01T00:00:00Z");
    go_on.send(()).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(
        status(),
        Some(MessageStatus::Sending),
        "nothing can be written"
    );
    app.set_clock(&right);
    let until = Instant::now() + patience;
    while status().is_some() {
        assert!(Instant::now() < until, "{:?}", status());
        std::thread::sleep(Duration::from_millis(20));
    }
    let sent = app.get(&format!("/api/outbox/{id}")).local().ok(200);
    assert_eq!(
        (&sent["status"], &sent["attempts"]),
        (&json!("sent"), &json!(1))
    );
    assert!(has_letter.try_recv().is_err(), "it was sent twice");
    app.http.app().stop_courier();
}
