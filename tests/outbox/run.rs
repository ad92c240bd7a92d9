//! The real binary with a relay and a receiver.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::Place;
use crate::program::client::Client;
use crate::receiver::{Receiver, SECRET};
use crate::relay::{After, Manners, Relay};

/// A place whose server sends to that relay, and tells that receiver.
fn place(relay: &Relay, receiver: Option<&Receiver>) -> Place {
    let place = Place::new();
    let secret = place.file("secret", SECRET);
    let mut settings = format!(
        "[server]\npublic_url = \"https://gate.example\"\n\
         [log]\nlevel = \"error\"\nrequests = false\n\
         [mail]\nrelay = \"{}\"\nsecurity = \"none\"\nfrom = \"gate@example.com\"\n",
        relay.address
    );
    if let Some(receiver) = receiver {
        let notices = format!(
            "[notices]\nwebhook_url = \"http://{}/hook\"\nwebhook_secret_file = \"{}\"\n",
            receiver.address,
            secret.display()
        );
        settings.push_str(&notices);
    }
    place.file("settings.toml", &settings);
    place
}

fn invite(place: &Place) -> Value {
    let args = [
        "customer",
        "invite",
        "--name",
        "Acme",
        "--email",
        "ops@acme.example",
        "--send",
    ];
    place.json(&args).fine()
}

fn messages(place: &Place) -> Vec<Value> {
    let found = place.json(&["mail", "list"]).fine();
    let rows = found.as_array().or_else(|| found["data"].as_array());
    rows.unwrap().clone()
}

/// The first message, once it stands so.
fn wait_for(place: &Place, status: &str) -> Value {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let found = messages(place);
        if let Some(message) = found.first().filter(|message| message["status"] == status) {
            return message.clone();
        }
        assert!(Instant::now() < until, "never `{status}`: {found:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn link_in(letter: &str) -> String {
    let start = letter.find("/welcome#").unwrap() + "/welcome#".len();
    letter[start..].lines().next().unwrap().to_owned()
}

#[test]
fn an_invitation_arrives_and_shows_a_key_once() {
    let relay = Relay::start(Manners::default(), "localhost");
    let place = place(&relay, None);
    let server = place.serve();
    let invited = invite(&place);
    assert_eq!(invited["link"], Value::Null);
    let letter = relay.next().letter;
    let message = wait_for(&place, "sent");
    assert_eq!(message["id"], invited["message_id"]);
    assert!(
        letter.contains("https://gate.example/welcome#kl-"),
        "{letter}"
    );
    let body = json!({"link": link_in(&letter)}).to_string();
    let (status, open) = server.post("/api/key-links/open", &body);
    assert_eq!(status, 200, "{open}");
    let (status, made) = server.post("/api/key-links/redeem", &body);
    assert_eq!(status, 201, "{made}");
    let (status, again) = server.post("/api/key-links/redeem", &body);
    assert_eq!(status, 404, "{again}");
    place
        .json(&["mail", "test", "--to", "ada@example.com"])
        .fine();
    assert!(relay.next().letter.contains("can send letters"));
    // No secret of a link is in the database, nor in what is kept beside it.
    assert_eq!(server.stop(nix::sys::signal::Signal::SIGTERM), 0);
    let file = std::fs::read(place.data_dir().join("portcullis.db")).unwrap();
    let secret = link_in(&letter);
    assert!(
        !file
            .windows(secret.len())
            .any(|part| part == secret.as_bytes())
    );
}

#[test]
fn a_letter_that_was_handed_over_when_the_process_died_is_never_sent_twice() {
    let manners = Manners {
        after: After::Hang(2),
        ..Manners::default()
    };
    let ended = Arc::clone(&manners.ended);
    let relay = Relay::start(manners, "localhost");
    let place = place(&relay, None);
    let server = place.serve();
    invite(&place);
    wait_for(&place, "sending");
    while ended.load(Ordering::SeqCst) == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    server.kill_9();
    relay.next();
    let server = place.serve();
    let message = wait_for(&place, "uncertain");
    assert!(
        message["last_error"]
            .as_str()
            .unwrap()
            .contains("server ended"),
        "{message}"
    );
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(
        relay.got.lock().unwrap().len(),
        1,
        "it was tried again by itself"
    );
    // Whoever looked into it may send it again: the link in it is another one then.
    let id = message["id"].as_str().unwrap();
    place.json(&["mail", "retry", id]).fine();
    let second = relay.next().letter;
    assert_eq!(relay.letters().len(), 2);
    let first = link_in(&relay.letters()[0]);
    assert_ne!(link_in(&second), first);
    let body = json!({"link": first}).to_string();
    assert_eq!(server.post("/api/key-links/open", &body).0, 404);
    let body = json!({"link": link_in(&second)}).to_string();
    assert_eq!(server.post("/api/key-links/open", &body).0, 200);
    server.stop(nix::sys::signal::Signal::SIGTERM);
}

#[test]
fn what_cannot_be_sent_waits_over_a_restart_and_a_relay_that_comes_back_gets_it() {
    let gone = Relay::start(
        Manners {
            rcpt: "451 not now",
            ..Manners::default()
        },
        "localhost",
    );
    let there = Relay::start(Manners::default(), "localhost");
    let place = place(&gone, None);
    let server = place.serve();
    invite(&place);
    gone.next();
    let mut message = wait_for(&place, "waiting");
    while message["attempts"] == 0 {
        message = wait_for(&place, "waiting");
    }
    assert!(
        message["last_error"]
            .as_str()
            .unwrap()
            .contains("451 not now")
    );
    let id = message["id"].as_str().unwrap().to_owned();
    let tried = place.json(&["mail", "test", "--to", "nobody"]);
    assert_ne!(tried.code, 0, "{tried:?}");
    // The relay changes with a reload, and what waits goes there when it is told to.
    let settings = std::fs::read_to_string(place.path().join("settings.toml")).unwrap();
    let settings = settings.replace(&gone.address.to_string(), &there.address.to_string());
    place.file("settings.toml", &settings);
    place.json(&["config", "reload"]).fine();
    place.json(&["mail", "retry", &id]).fine();
    assert!(there.next().letter.contains("/welcome#kl-"));
    wait_for(&place, "sent");
    assert_eq!(server.stop(nix::sys::signal::Signal::SIGTERM), 0);
}

#[test]
fn a_month_that_runs_out_is_told_by_letter_and_webhook_once_a_mark() {
    let relay = Relay::start(Manners::default(), "localhost");
    let receiver = Receiver::start(&[b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"]);
    let place = place(&relay, Some(&receiver));
    let server = place.serve();
    let made = place.json(&[
        "customer",
        "register",
        "--name",
        "Acme",
        "--email",
        "ops@acme.example",
    ]);
    let key = made.fine()["api_key"].as_str().unwrap().to_owned();
    let own_quota = [
        "customer",
        "set",
        "ops@acme.example",
        "--max-checks-per-month",
        "5",
    ];
    place.json(&own_quota).fine();
    let mut agent = Client::bearing(&server.address, &key);
    let mut check = |times: usize| {
        let question = json!({"agent_id": "bot", "action": "read", "resource": "orders/7"});
        for _ in 0..times {
            agent.post("/api/agents/check", &question);
        }
    };
    let told = |used: &str, percent: &str| {
        let letter = relay.next().letter;
        assert!(letter.contains("To: ops@acme.example"), "{letter}");
        assert!(
            letter.contains(&format!("{percent} % of the checks")),
            "{letter}"
        );
        let event = receiver.next();
        assert!(event.is_signed);
        let body: Value = serde_json::from_str(&event.body).unwrap();
        assert_eq!(body["type"], "quota.reached");
        let data = &body["data"];
        assert_eq!(
            (&data["percent"], &data["used"]),
            (&json!(percent), &json!(used))
        );
    };
    check(4);
    told("4", "80");
    // Two marks at once are one message, and a restart repeats none.
    check(1);
    told("5", "100");
    assert_eq!(server.stop(nix::sys::signal::Signal::SIGTERM), 0);
    let server = place.serve();
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(relay.letters().len(), 2);
    let all = messages(&place);
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(
        all.iter().all(|message| message["status"] == "sent"),
        "{all:?}"
    );
    server.stop(nix::sys::signal::Signal::SIGTERM);
}

#[test]
fn what_waited_in_a_backup_is_not_sent_by_itself_after_a_restore() {
    let manners = Manners {
        rcpt: "451 not now",
        ..Manners::default()
    };
    let gone = Relay::start(manners, "localhost");
    let there = Relay::start(Manners::default(), "localhost");
    let place = place(&gone, None);
    let server = place.serve();
    invite(&place);
    gone.next();
    let backup = place.json(&["backup"]).fine();
    assert_eq!(server.stop(nix::sys::signal::Signal::SIGTERM), 0);
    let settings = std::fs::read_to_string(place.path().join("settings.toml")).unwrap();
    let settings = settings.replace(&gone.address.to_string(), &there.address.to_string());
    place.file("settings.toml", &settings);
    let file = backup["path"].as_str().unwrap();
    place.json(&["restore", file, "--discard-newer"]).fine();
    let server = place.serve();
    let message = wait_for(&place, "uncertain");
    let why = message["last_error"].as_str().unwrap();
    assert!(why.contains("may have been sent since"), "{message}");
    let doctor = place.json(&["doctor"]);
    let document: Value = serde_json::from_str(&doctor.stdout).unwrap();
    let findings = document["findings"].as_array().unwrap();
    let about = |name: &str| findings.iter().find(|one| one["name"] == name).unwrap();
    let found = about("messages");
    assert_eq!(found["severity"], "warning", "{found}");
    assert_eq!(found["found"], "failed: 0, uncertain: 1, waiting: 0");
    // The link in it is void since the restore: nothing is sent for it, nor the relay asked.
    let id = message["id"].as_str().unwrap();
    place.json(&["mail", "retry", id]).fine();
    let cancelled = wait_for(&place, "cancelled");
    assert_eq!(cancelled["attempts"], 0, "{cancelled}");
    assert!(there.got.lock().unwrap().is_empty());
    server.stop(nix::sys::signal::Signal::SIGTERM);
}

#[test]
fn a_relay_that_hangs_keeps_no_webhook_waiting() {
    let manners = Manners {
        after: After::Hang(60),
        ..Manners::default()
    };
    let relay = Relay::start(manners, "localhost");
    let receiver = Receiver::start(&[b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"]);
    let place = place(&relay, Some(&receiver));
    let server = place.serve();
    invite(&place);
    wait_for(&place, "sending");
    // A form that anybody may fill in: told by letter, which waits, and by webhook.
    let quote = json!({"company": "Acme", "contact": "Ada", "email": "ada@acme.example"});
    let (status, asked) = server.post("/api/quotes", &quote.to_string());
    assert_eq!(status, 201, "{asked}");
    let event = receiver.next();
    assert!(
        event.is_signed && event.body.contains("quote.requested"),
        "{event:?}"
    );
    let standing: Vec<String> = messages(&place)
        .iter()
        .filter(|message| message["channel"] == "email")
        .map(|message| message["status"].to_string())
        .collect();
    assert_eq!(standing, ["\"sending\""], "the relay still hangs");
    server.kill_9();
}

#[test]
fn without_a_way_out_there_is_no_courier_and_nothing_waits() {
    let place = Place::new();
    let server = place.serve();
    let refused = place.json(&["mail", "test", "--to", "ada@example.com"]);
    assert_ne!(refused.code, 0);
    assert!(
        refused.stdout.contains("mail_not_configured"),
        "{refused:?}"
    );
    let threads = std::fs::read_dir(format!("/proc/{}/task", server.pid())).unwrap();
    for thread in threads {
        let name = std::fs::read_to_string(thread.unwrap().path().join("comm")).unwrap();
        assert!(!["letters", "webhooks"].contains(&name.trim()), "{name}");
    }
    assert_eq!(messages(&place), Vec::<Value>::new());
    server.stop(nix::sys::signal::Signal::SIGTERM);
}

#[test]
fn a_text_that_is_wrong_is_told_before_anything_starts() {
    let place = Place::new();
    let texts = place.path().join("texts");
    std::fs::create_dir(&texts).unwrap();
    std::fs::write(texts.join("invitation.txt"), "Subject: Hi\n\n{{key}}\n").unwrap();
    place.file(
        "settings.toml",
        &format!("[mail]\ntemplates_dir = \"{}\"\n", texts.display()),
    );
    let checked = place.run(&["config", "check"]);
    assert_ne!(checked.code, 0);
    assert!(
        checked.stderr.contains("invitation.txt`, line 3"),
        "{checked:?}"
    );
    let shown = place.run(&["mail", "show", "invitation"]);
    assert_ne!(shown.code, 0);
    assert!(shown.stderr.contains("line 3"), "{shown:?}");
    std::fs::write(texts.join("invitation.txt"), "Subject: Hi\n\n{{link}}\n").unwrap();
    let shown = place.json(&["mail", "show", "invitation"]).fine();
    assert_eq!(shown["is_replaced"], true);
    assert_eq!(place.run(&["mail", "show", "nothing"]).code, 3);
}
