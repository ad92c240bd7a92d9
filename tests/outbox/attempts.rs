//! One attempt at a time.

use std::time::{Duration, Instant};

use portcullis::domain::id::MessageId;
use portcullis::domain::text::Email;
use portcullis::domain::time::Timestamp;
use portcullis::outbox::{
    Endpoint, Letter, Mailbox, Outcome, Outside, RelaySettings, Security, Settings, Stop, Timing,
    WebhookSettings, WebhookUrl, read_webhook_secret,
};
use rstest::rstest;
use tempfile::TempDir;

use crate::receiver::{Receiver, SECRET};
use crate::relay::{After, Manners, Relay};

/// Little patience.
pub const QUICK: Timing = Timing {
    connect: Duration::from_secs(2),
    answer: Duration::from_millis(800),
    receipt: Duration::from_millis(800),
};

/// The ways out with that relay; the authority that it trusts is the relay's, or another's.
fn outside(relay: &Relay, host: &str, security: Security, trusted: &str) -> (Outside, TempDir) {
    let directory = tempfile::tempdir().unwrap();
    let ca_file = directory.path().join("ca.pem");
    std::fs::write(&ca_file, trusted).unwrap();
    let endpoint = Endpoint::parse(&format!("{host}:{}", relay.address.port())).unwrap();
    let settings = Settings {
        mail: Some(RelaySettings {
            endpoint,
            security,
            credentials: None,
            from: Mailbox::parse("T\u{fc}rh\u{fc}ter <gate@example.com>").unwrap(),
            reply_to: Mailbox::parse("help@example.com"),
            ca_file: Some(ca_file),
        }),
        timing: QUICK,
        ..Settings::default()
    };
    (Outside::open(settings).unwrap().unwrap(), directory)
}

fn send_to(outside: &Outside, to: &str) -> (Outcome, bool) {
    let mut was_made = false;
    let mut make = || {
        was_made = true;
        Some(Letter {
            subject: "Gr\u{fc}\u{df}e".to_owned(),
            text: "Hello\n.\n..dots\nhttps://gate.example/welcome#kl-1\n".to_owned(),
        })
    };
    let to = Email::parse(to).unwrap();
    let id = MessageId::from_bytes([7; 16]);
    let outcome = outside.send_letter(id, &to, &mut make, &Stop::default());
    (outcome, was_made)
}

fn send(outside: &Outside) -> (Outcome, bool) {
    send_to(outside, "ops@acme.example")
}

/// A line that has no end within reason.
static LONG_LINE: &[u8] = &[b'x'; 20_000];

#[rstest]
#[case(Security::None, false, false)]
#[case(Security::StartTls, true, false)]
#[case(Security::Tls, false, true)]
fn a_letter_arrives_whole(
    #[case] security: Security,
    #[case] offers_starttls: bool,
    #[case] is_implicit: bool,
) {
    let manners = Manners {
        is_implicit,
        offers_starttls,
        ..Manners::default()
    };
    let relay = Relay::start(manners, "localhost");
    let (outside, _kept) = outside(&relay, "localhost", security, &relay.ca);
    let (outcome, _) = send(&outside);
    assert_eq!(outcome, Outcome::Sent("250 queued as 42".to_owned()));
    let got = relay.next();
    assert_eq!(got.was_encrypted, security != Security::None);
    assert!(
        got.commands
            .contains(&"MAIL FROM:<gate@example.com>".to_owned()),
        "{got:?}"
    );
    assert!(
        got.commands
            .contains(&"RCPT TO:<ops@acme.example>".to_owned()),
        "{got:?}"
    );
    assert!(got.letter.is_ascii());
    assert!(
        got.letter
            .ends_with("\n\nHello\n.\n..dots\nhttps://gate.example/welcome#kl-1\n")
    );
    for header in [
        "Auto-Submitted: auto-generated",
        "Reply-To: help@example.com",
        "Message-ID: <msg_",
        "Date: ",
        "Subject: =?utf-8?b?",
    ] {
        assert!(got.letter.contains(header), "{header}: {}", got.letter);
    }
}

#[rstest]
// What may pass is tried again, and no text is made before the address is taken.
#[case(Manners { greeting: b"554 go away\r\n", ..Manners::default() }, "shut", false)]
#[case(Manners { greeting: b"HTTP/1.1 400 Bad Request\r\n\r\n", ..Manners::default() }, "shut", false)]
#[case(Manners { greeting: b"", ..Manners::default() }, "shut", false)]
#[case(Manners { greeting: LONG_LINE, ..Manners::default() }, "shut", false)]
#[case(Manners { mail: "550 you? no", ..Manners::default() }, "later", false)]
#[case(Manners { rcpt: "451 greylisted", ..Manners::default() }, "later", false)]
#[case(Manners { rcpt: "550 5.1.1 no such user", ..Manners::default() }, "never", false)]
#[case(Manners { data: "451 not now", ..Manners::default() }, "later", true)]
#[case(Manners { data: "554 no", ..Manners::default() }, "never", true)]
#[case(Manners { after: After::Reply("452 full"), ..Manners::default() }, "later", true)]
#[case(Manners { after: After::Reply("554 spam"), ..Manners::default() }, "never", true)]
// What was handed over and not answered may have arrived.
#[case(Manners { after: After::Drop, ..Manners::default() }, "uncertain", true)]
#[case(Manners { after: After::Hang(2), ..Manners::default() }, "uncertain", true)]
#[case(Manners { after: After::Reply("nonsense"), ..Manners::default() }, "uncertain", true)]
fn what_a_relay_does_is_told_apart(
    #[case] manners: Manners,
    #[case] expected: &str,
    #[case] is_made: bool,
) {
    let relay = Relay::start(manners, "localhost");
    let (outside, _kept) = outside(&relay, "127.0.0.1", Security::None, &relay.ca);
    let began = Instant::now();
    let (outcome, was_made) = send(&outside);
    let word = match &outcome {
        Outcome::Sent(_) => "sent",
        Outcome::Later(_) => "later",
        Outcome::Shut(_) => "shut",
        Outcome::Never(_) => "never",
        Outcome::Uncertain(_) => "uncertain",
        Outcome::Withdrawn => "withdrawn",
    };
    assert_eq!((word, was_made), (expected, is_made), "{outcome:?}");
    assert!(began.elapsed() < Duration::from_secs(5), "{outcome:?}");
}

#[test]
fn what_a_relay_quotes_of_a_letter_is_not_kept() {
    let secret = "kl-9fAzMnSShcqxT63vrr3GpD7GvuzyN4G9Ks6yYgTc2IQ90Z";
    for (reply, expected) in [
        (
            "550 5.7.1 blocked http://gate.example/welcome#kl-9fAzMnSShcqxT63vrr3GpD7GvuzyN4G9Ks6yYgTc2IQ90Z",
            "refuses the letter with 550 5.7.1 blocked http://gate.example/welcome#kl-\u{2026}",
        ),
        (
            "451 see welcome%23kl%2D9fAzMnSShcqxT63vrr3GpD7GvuzyN4G9Ks6yYgTc2IQ90Z (queue AM6PR08MB1234)",
            "refuses the letter with 451 see welcome%23kl%\u{2026} (queue AM6PR08MB1234)",
        ),
    ] {
        let manners = Manners {
            after: After::Reply(reply),
            ..Manners::default()
        };
        let relay = Relay::start(manners, "localhost");
        let (outside, _kept) = outside(&relay, "127.0.0.1", Security::None, &relay.ca);
        let (outcome, _) = send(&outside);
        let told = format!("{outcome:?}");
        assert!(!told.contains(&secret[3..]), "{told}");
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn nothing_is_said_without_encryption_where_it_is_wanted() {
    for (manners, trusts, host, why) in [
        (Manners::default(), true, "localhost", "no STARTTLS"),
        (
            Manners {
                offers_starttls: true,
                ..Manners::default()
            },
            false,
            "localhost",
            "certificate",
        ),
        (
            Manners {
                offers_starttls: true,
                ..Manners::default()
            },
            true,
            "127.0.0.1",
            "certificate",
        ),
        (
            Manners {
                offers_starttls: true,
                smuggles: true,
                ..Manners::default()
            },
            true,
            "localhost",
            "before the encryption",
        ),
    ] {
        let relay = Relay::start(manners, "localhost");
        let other = Relay::start(Manners::default(), "localhost");
        let trusted = if trusts { &relay.ca } else { &other.ca };
        let (outside, _kept) = outside(&relay, host, Security::StartTls, trusted);
        let (outcome, was_made) = send(&outside);
        let Outcome::Shut(told) = &outcome else {
            panic!("{outcome:?}")
        };
        assert!(told.contains(why), "{told}");
        assert!(!was_made);
        let got = relay.next();
        assert!(
            !got.commands.iter().any(|line| line.starts_with("MAIL")),
            "{got:?}"
        );
    }
}

#[test]
fn a_password_is_shown_to_who_asks_and_a_wrong_one_is_told() {
    for (auth, is_sent) in [("235 welcome", true), ("535 5.7.8 bad credentials", false)] {
        let manners = Manners {
            offers: &["AUTH PLAIN LOGIN"],
            auth,
            ..Manners::default()
        };
        let relay = Relay::start(manners, "localhost");
        let settings = Settings {
            mail: Some(RelaySettings {
                endpoint: Endpoint::parse(&relay.address.to_string()).unwrap(),
                security: Security::None,
                credentials: Some(("gate".to_owned(), "hunter2".to_owned().into())),
                from: Mailbox::parse("gate@example.com").unwrap(),
                reply_to: None,
                ca_file: None,
            }),
            timing: QUICK,
            ..Settings::default()
        };
        let outside = Outside::open(settings).unwrap().unwrap();
        let (outcome, _) = send(&outside);
        assert_eq!(matches!(outcome, Outcome::Sent(_)), is_sent, "{outcome:?}");
        assert!(!format!("{outcome:?}").contains("hunter2"));
        // `\0gate\0hunter2`, RFC 4616.
        let got = relay.next();
        assert!(
            got.commands
                .contains(&"AUTH PLAIN AGdhdGUAaHVudGVyMg==".to_owned()),
            "{got:?}"
        );
    }
}

#[test]
fn addresses_beyond_ascii_need_a_relay_that_takes_them() {
    let relay = Relay::start(Manners::default(), "localhost");
    let (way, _kept) = outside(&relay, "127.0.0.1", Security::None, &relay.ca);
    let (outcome, _) = send_to(&way, "j\u{f6}rg@acme.example");
    assert!(matches!(outcome, Outcome::Never(_)), "{outcome:?}");
    let manners = Manners {
        offers: &["SMTPUTF8"],
        ..Manners::default()
    };
    let relay = Relay::start(manners, "localhost");
    let (way, _kept) = outside(&relay, "127.0.0.1", Security::None, &relay.ca);
    let (outcome, _) = send_to(&way, "j\u{f6}rg@acme.example");
    assert!(matches!(outcome, Outcome::Sent(_)), "{outcome:?}");
    let relay = Relay::start(Manners::default(), "localhost");
    let (way, _kept) = outside(&relay, "127.0.0.1", Security::None, &relay.ca);
    let (outcome, _) = send_to(&way, "ops@b\u{fc}cher.example");
    assert!(matches!(outcome, Outcome::Sent(_)), "{outcome:?}");
    let got = relay.next();
    let to = "RCPT TO:<ops@xn--bcher-kva.example>".to_owned();
    assert!(got.commands.contains(&to), "any relay takes it: {got:?}");
    assert!(
        got.letter.contains("To: ops@xn--bcher-kva.example"),
        "{got:?}"
    );
    for odd in [
        "a<b>@acme.example",
        "\"a b\"@x.example",
        "a@[not-an-address]",
    ] {
        let Ok(to) = Email::parse(odd) else { continue };
        let (outcome, _) = send_to(&way, to.as_str());
        assert!(matches!(outcome, Outcome::Never(_)), "{odd}: {outcome:?}");
    }
}

#[test]
fn a_stop_breaks_off_what_nobody_took_yet() {
    let manners = Manners {
        greeting: b"",
        ..Manners::default()
    };
    let relay = Relay::start(manners, "localhost");
    let mut settings = Settings {
        timing: Timing::default(),
        ..Settings::default()
    };
    settings.mail = Some(RelaySettings {
        endpoint: Endpoint::parse(&relay.address.to_string()).unwrap(),
        security: Security::None,
        credentials: None,
        from: Mailbox::parse("gate@example.com").unwrap(),
        reply_to: None,
        ca_file: None,
    });
    let outside = Outside::open(settings).unwrap().unwrap();
    let stop = Stop::default();
    let later = stop.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        later.now();
    });
    let began = Instant::now();
    let to = Email::parse("ops@acme.example").unwrap();
    let outcome = outside.send_letter(MessageId::from_bytes([1; 16]), &to, &mut || None, &stop);
    assert!(matches!(outcome, Outcome::Shut(_)), "{outcome:?}");
    assert!(began.elapsed() < Duration::from_secs(3));
}

fn hook(receiver: &Receiver) -> Outside {
    let url = format!("http://{}/hooks/x?y=z", receiver.address);
    let settings = Settings {
        webhook: Some(WebhookSettings {
            url: WebhookUrl::parse(&url).unwrap(),
            secret: read_webhook_secret(SECRET).unwrap().into(),
            ca_file: None,
        }),
        timing: QUICK,
        ..Settings::default()
    };
    Outside::open(settings).unwrap().unwrap()
}

#[test]
fn webhooks_are_signed_and_have_one_identifier() {
    let receiver = Receiver::start(&[
        b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 410 Gone\r\n\r\n",
        b"220 relay.test ESMTP\r\n\r\n",
    ]);
    let outside = hook(&receiver);
    let id = MessageId::from_bytes([9; 16]);
    let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let tell = || outside.send_webhook(id, now, b"{\"a\":\"\xc3\xa9\"}", &Stop::default());
    let outcomes = [tell(), tell(), tell(), tell()];
    assert_eq!(
        outcomes[0],
        Outcome::Later("the receiver answers 503".to_owned())
    );
    assert_eq!(outcomes[1], Outcome::Sent("204".to_owned()));
    assert!(matches!(outcomes[2], Outcome::Never(_)), "{outcomes:?}");
    assert!(matches!(outcomes[3], Outcome::Shut(_)), "{outcomes:?}");
    for _ in 0..4 {
        let event = receiver.next();
        assert!(event.is_signed, "{event:?}");
        assert_eq!(event.path, "/hooks/x?y=z");
        assert_eq!(event.headers["webhook-id"], id.to_string());
        assert_eq!(event.body, "{\"a\":\"\u{e9}\"}");
    }
}

#[test]
fn a_receiver_that_never_comes_to_an_answer_is_left() {
    const ENDLESS: &[u8] = &{
        let one = *b"HTTP/1.1 102 Processing\r\n\r\n";
        let mut all = [0; 27 * 1000];
        let mut place = 0;
        while place < all.len() {
            all[place] = one[place % one.len()];
            place += 1;
        }
        all
    };
    let receiver = Receiver::start(&[ENDLESS]);
    let outside = hook(&receiver);
    let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let id = MessageId::from_bytes([9; 16]);
    let outcome = outside.send_webhook(id, now, b"{}", &Stop::default());
    let Outcome::Shut(why) = &outcome else {
        panic!("{outcome:?}")
    };
    assert!(why.contains("never comes to an answer"), "{why}");
}
