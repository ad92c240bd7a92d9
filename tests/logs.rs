//! The program's own messages, of the real binary: in each format they name the request, and never
//! hold a secret.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::fs::File;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nix::sys::signal::Signal;
use program::client::Client;
use program::{Place, Running, SETTINGS_FILE, text};
use rstest::rstest;
use serde_json::{Value, json};

/// A journal that keeps what it is sent.
struct Journal {
    path: PathBuf,
    kept: Arc<Mutex<Vec<u8>>>,
}

impl Journal {
    fn of(place: &Place) -> Self {
        let path = place.path().join("journal");
        let socket = UnixDatagram::bind(&path).unwrap();
        let kept = Arc::<Mutex<Vec<u8>>>::default();
        let keep = Arc::clone(&kept);
        // It ends with the test's process.
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 18];
            while let Ok(length) = socket.recv(&mut buffer) {
                keep.lock().unwrap().extend_from_slice(&buffer[..length]);
            }
        });
        Self { path, kept }
    }

    fn text(&self) -> String {
        // What was sent before the process ended is in the socket by now, or read.
        std::thread::sleep(Duration::from_millis(200));
        String::from_utf8_lossy(&self.kept.lock().unwrap()).into_owned()
    }
}

/// A server whose log goes to a file, or to a journal.
struct Logged {
    place: Place,
    journal: Journal,
    server: Running,
}

impl Logged {
    fn start(place: Place, environment: &[(&str, String)]) -> Self {
        let journal = Journal::of(&place);
        let file = File::create(place.path().join("log")).unwrap();
        let mut command = place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]);
        command
            .stderr(file)
            .env("PORTCULLIS_TEST_JOURNAL_SOCKET", &journal.path)
            .envs(environment.iter().cloned());
        let mut server = Running::start_as_it_is(command);
        let ready = server.document();
        ready["addresses"][0]
            .as_str()
            .unwrap()
            .clone_into(&mut server.address);
        server.wait_until_healthy();
        Self {
            place,
            journal,
            server,
        }
    }

    /// Stops it; gives what stands in the file, and what the journal has.
    fn stop(self) -> (String, String) {
        assert_eq!(self.server.stop(Signal::SIGTERM), 0);
        let file = std::fs::read_to_string(self.place.path().join("log")).unwrap();
        (file, self.journal.text())
    }
}

const PASSWORD: &str = "an old and rusty portcullis";
const METRICS_TOKEN: &str = "scrape-me-quietly";
const IN_A_BODY: &str = "nobody-reads-bodies";

/// Makes and uses every kind of secret over the network and by commands, rightly and wrongly; gives
/// all of them, and the request that was named.
fn use_secrets(logged: &Logged) -> Vec<String> {
    let Logged { place, server, .. } = logged;
    let address = &server.address;
    let token = place.operator("ada", "owner");
    let add = [
        "operator",
        "add",
        "--username",
        "eve",
        "--role",
        "owner",
        "--password-stdin",
        "--json",
    ];
    place.feed(&add, PASSWORD).fine();
    place.file("password", "another good password");
    let file = place.path().join("password");
    let passwd = [
        "operator",
        "passwd",
        "eve",
        "--password-file",
        file.to_str().unwrap(),
    ];
    place.json(&passwd).fine();
    let (id, key) = place.customer();
    assert_eq!(place.check(&key, "read").0, 0);
    assert_eq!(place.check(&key, "refund").0, 4);
    let nearly = format!(
        "{}{}",
        &key[..48],
        if key.ends_with('a') { 'b' } else { 'a' }
    );

    let mut anybody = Client::new(address);
    let login = |anybody: &mut Client, password: &str| {
        let body = json!({"username": "eve", "password": password});
        anybody.ask("POST", "/api/operators/login", &body)
    };
    assert_eq!(login(&mut anybody, "a wrong password").status, 401);
    let signed_in = login(&mut anybody, "another good password");
    assert_eq!(signed_in.status, 200);
    let cookie = signed_in.header("set-cookie").unwrap();
    let session = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    let me = format!("cookie: __Host-portcullis={session}\r\n\r\n");
    assert_eq!(server.ask("GET", "/api/operators/me", &me).unwrap().0, 200);

    let mut owner = Client::bearing(address, &token);
    let agent_key = owner.post(
        &format!("/api/customers/{id}/api-keys/generate"),
        &json!({"agent_id": "bot", "name": IN_A_BODY}),
    );
    let agent_key = text(&agent_key, "api_key");
    let question = json!({"agent_id": "bot", "action": "read", "resource": "orders/1",
                          "context": {"x": IN_A_BODY}});
    Client::bearing(address, &agent_key).post("/api/agents/check", &question);
    let in_body = json!({"agent_id": "bot", "api_key": key});
    for bearer in [&key, &nearly, &token, &session] {
        let mut client = Client::bearing(address, bearer);
        client.ask("POST", "/api/agents/check", &in_body);
        client.ask("POST", "/api/system/reload", &in_body);
        for target in [
            format!("/api/customers/{key}"),
            format!("/api/customers/me?key={key}&token={token}"),
            format!("/{token}/x"),
            format!("/api/operators/{session}"),
        ] {
            client.ask("GET", &target, &Value::Null);
        }
    }
    for bearer in [METRICS_TOKEN, "scrape-me-not"] {
        let bearer = format!("authorization: Bearer {bearer}\r\n\r\n");
        server.ask("GET", "/metrics", &bearer).unwrap();
    }
    place.json(&["config", "reload"]).fine();
    let link = text(&place.json(&["operator", "setup-link"]).fine(), "token");
    let set_up = json!({"token": link, "username": "zoe", "password": PASSWORD});
    anybody.post("/api/setup", &set_up);
    assert_eq!(anybody.ask("POST", "/api/setup", &set_up).status, 410);
    anybody.ask("GET", &format!("/setup/{link}"), &Value::Null);
    vec![
        link,
        key,
        nearly,
        token,
        session,
        agent_key,
        PASSWORD.to_owned(),
        "another good password".to_owned(),
        "a wrong password".to_owned(),
        METRICS_TOKEN.to_owned(),
        "scrape-me-not".to_owned(),
        IN_A_BODY.to_owned(),
    ]
}

#[rstest]
#[case("human")]
#[case("json")]
#[case("journald")]
fn no_secret_is_written_at_any_level(#[case] format: &str) {
    let place = Place::new();
    let token = place.file("token", METRICS_TOKEN);
    let settings = format!(
        "[log]\nlevel = \"trace\"\nformat = \"{format}\"\n[metrics]\ntoken_file = \"{}\"\n",
        token.display()
    );
    place.file(SETTINGS_FILE, &settings);
    let logged = Logged::start(place, &[]);
    let secrets = use_secrets(&logged);
    let (file, journal) = logged.stop();
    let written = if format == "journald" {
        assert_eq!(file, "", "all of it goes to the journal");
        &journal
    } else {
        assert_eq!(journal, "");
        &file
    };
    for said in [
        "/api/operators/login",
        "/api/agents/check",
        "ready",
        "was read again",
    ] {
        assert!(written.contains(said), "no {said}: {written}");
    }
    for secret in secrets {
        assert!(!written.contains(&secret), "`{secret}`: {written}");
        let is_key = ["sk-", "op-", "se-", "set-"]
            .iter()
            .any(|kind| secret.starts_with(kind));
        // Not half of it either; the first characters tell keys apart.
        assert!(
            !is_key || !written.contains(&secret[7..20]),
            "a part of `{secret}`: {written}"
        );
    }
}

#[rstest]
#[case("human")]
#[case("json")]
#[case("journald")]
fn whatever_is_said_about_a_request_names_it(#[case] format: &str) {
    let settings = format!("[log]\nformat = \"{format}\"\nlevel = \"trace\"\n");
    let logged = Logged::start(Place::with_settings(&settings), &[]);
    let body = json!({"name": "Acme", "email": "it@acme.example"});
    let mut client = Client::new(&logged.server.address);
    let register = client.ask_as("my-request-7", "POST", "/api/customers/register", &body);
    assert_eq!(register.unwrap().status, 201);
    let (file, journal) = logged.stop();
    match format {
        "human" => {
            let line = file
                .lines()
                .find(|line| line.contains("/register"))
                .unwrap();
            assert!(line.contains("request_id=\"my-request-7\""), "{line}");
        }
        "json" => {
            let lines = file.lines().map(|line| serde_json::from_str(line).unwrap());
            let line = lines.into_iter().find(|line: &Value| {
                line["request_id"] == "my-request-7" && line["path"] == "/api/customers/register"
            });
            let line = line.unwrap_or_else(|| panic!("{file}"));
            assert_eq!(
                (&line["level"], &line["status"]),
                (&json!("INFO"), &json!(201))
            );
        }
        _ => {
            assert!(journal.contains("REQUEST_ID=my-request-7\n"), "{journal}");
            assert!(journal.contains("MESSAGE=answered method=POST path=/api/customers/register"));
            assert!(journal.contains("PRIORITY=6\nSYSLOG_IDENTIFIER=portcullis\n"));
        }
    }
}

/// By default the log goes to the journal where stderr leads there, and nowhere else.
#[test]
fn the_journal_is_found_by_what_the_service_manager_says() {
    for is_ours in [true, false] {
        let place = Place::new();
        let log = File::create(place.path().join("log")).unwrap();
        let meta = log.metadata().unwrap();
        let inode = meta.ino() + u64::from(!is_ours);
        let stream = format!("{}:{inode}", meta.dev());
        let logged = Logged::start(place, &[("JOURNAL_STREAM", stream)]);
        let (file, journal) = logged.stop();
        assert_eq!(journal.contains("MESSAGE=ready"), is_ours, "{journal}");
        assert_eq!(file.contains("ready"), !is_ours, "{file}");
    }
}

#[test]
fn a_journal_that_is_asked_for_and_not_there_is_an_error() {
    let place = Place::with_settings("[log]\nformat = \"journald\"\n");
    let nowhere = place.path().join("nowhere");
    let refused = place
        .program(&["serve"])
        .env("PORTCULLIS_TEST_JOURNAL_SOCKET", nowhere)
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(
        said.contains("set `log.format` to another format"),
        "{said}"
    );
}
