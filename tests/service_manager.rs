//! The server under a service manager: what it tells it and when, sockets that it is passed, and how
//! it stops. The manager is this test, with a datagram socket.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::io::ErrorKind;
use std::os::unix::net::UnixDatagram;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use program::client::Client;
use program::{Place, QUIET, Running, text};
use serde_json::{Value, json};

/// How long a message may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A service manager that listens.
struct Manager {
    socket: UnixDatagram,
    path: String,
}

impl Manager {
    fn of(place: &Place) -> Self {
        let path = place.path().join("notify");
        Self {
            socket: UnixDatagram::bind(&path).unwrap(),
            path: path.to_str().unwrap().to_owned(),
        }
    }

    /// The next message within that time.
    fn next_within(&self, patience: Duration) -> Option<String> {
        self.socket.set_read_timeout(Some(patience)).unwrap();
        let mut buffer = [0; 4096];
        match self.socket.recv(&mut buffer) {
            Ok(length) => Some(String::from_utf8(buffer[..length].to_vec()).unwrap()),
            Err(error) if error.kind() == ErrorKind::WouldBlock => None,
            Err(error) => panic!("{error}"),
        }
    }

    /// The next message that has that line; what comes before it is given too.
    fn until(&self, line: &str) -> (Vec<String>, String) {
        let mut before = Vec::new();
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(message) = self.next_within(PATIENCE) {
                if message.lines().any(|known| known == line) {
                    return (before, message);
                }
                before.push(message);
            }
        }
        panic!("no {line}: {before:?}");
    }

    /// Forgets what it was told until now.
    fn forget(&self) {
        while self.next_within(Duration::from_millis(1)).is_some() {}
    }
}

/// All records, oldest first, read from the file.
fn records(place: &Place) -> Vec<Value> {
    let path = place.data_dir().join("portcullis.db");
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut statement = connection
        .prepare("SELECT record FROM audit_records ORDER BY seq")
        .unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0));
    let records = rows.unwrap();
    records
        .map(|record| serde_json::from_str(&record.unwrap()).unwrap())
        .collect()
}

fn start(place: &Place, manager: &Manager, environment: &[(&str, &str)]) -> Running {
    let told = [("NOTIFY_SOCKET", manager.path.as_str())];
    place.serve_with(&[], &[&told, environment].concat())
}

#[test]
fn readiness_is_told_after_the_first_record_and_the_stop_when_it_begins() {
    let place = Place::with_settings("[login]\nper_account_per_minute = 7\n");
    let manager = Manager::of(&place);
    let server = start(&place, &manager, &[("WATCHDOG_USEC", "4000000")]);
    let (before, ready) = manager.until("READY=1");
    assert!(before[0].contains("EXTEND_TIMEOUT_USEC="), "{before:?}");
    let main = format!("MAINPID={}", server.pid());
    assert!(ready.lines().any(|line| line == main), "{ready}");
    let status = format!("STATUS=answering on {}", server.address);
    assert!(ready.lines().any(|line| line == status), "{ready}");

    let first = records(&place).remove(0);
    assert_eq!(
        (&first["action"], &first["result"], &first["actor"]["kind"]),
        (&json!("appliance.start"), &json!("done"), &json!("system"))
    );
    let details = &first["details"];
    assert_eq!(details["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(details["schema"], 1);
    assert_eq!(details["changes"], Value::Null, "there was none before");
    let settings = &details["settings"];
    assert_eq!(settings["login.per_account_per_minute"], 7);
    assert_eq!(settings["server.drain_seconds"], Value::Null, "the default");

    // The ledger feeds the watchdog while nothing happens, too.
    let began = Instant::now();
    for _ in 0..3 {
        manager.until("WATCHDOG=1");
    }
    assert!(began.elapsed() < Duration::from_secs(10));
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    manager.until("STOPPING=1");

    // A command is no start.
    place.json(&["operator", "list"]).fine();
    place.file(
        program::SETTINGS_FILE,
        "[login]\nper_account_per_minute = 8\n",
    );
    let server = start(&place, &manager, &[]);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let records = records(&place);
    let starts: Vec<&Value> = records
        .iter()
        .filter(|record| record["action"] == "appliance.start")
        .collect();
    assert_eq!(starts.len(), 2);
    let changes = &starts[1]["details"]["changes"];
    assert_eq!(
        changes["login.per_account_per_minute"],
        json!({"from": 7, "to": 8})
    );
    assert_ne!(
        starts[0]["details"]["configuration_sha256"],
        starts[1]["details"]["configuration_sha256"]
    );
}

#[test]
fn a_ledger_that_hangs_in_a_flush_gives_no_sign_of_life() {
    let place = Place::new();
    let manager = Manager::of(&place);
    let slow = [
        ("WATCHDOG_USEC", "4000000"),
        ("PORTCULLIS_TEST_FLUSH_DELAY_MS", "6000"),
    ];
    let began = Instant::now();
    let server = start(&place, &manager, &slow);
    manager.until("READY=1");
    assert!(began.elapsed() > Duration::from_secs(6), "the first record");
    manager.until("WATCHDOG=1");
    let mut client = Client::new(&server.address);
    let body = json!({"name": "Acme", "email": "it@acme.example"});
    let register = client.request("r", "POST", "/api/customers/register", &body);
    client.send(&register).unwrap();
    // By then the writer is in the flush.
    std::thread::sleep(Duration::from_millis(1500));
    manager.forget();
    let silence = manager.next_within(Duration::from_secs(3));
    assert_eq!(
        silence, None,
        "the network answers, but nothing is recorded"
    );
    assert_eq!(server.ask("GET", "/health", "").unwrap().0, 200);
    assert_eq!(client.read().unwrap().status, 201);
    manager.until("WATCHDOG=1");
}

#[test]
fn a_watchdog_that_is_meant_for_another_process_is_not_fed() {
    let place = Place::new();
    let manager = Manager::of(&place);
    let others = [("WATCHDOG_USEC", "1000000"), ("WATCHDOG_PID", "1")];
    let server = start(&place, &manager, &others);
    manager.until("READY=1");
    assert_eq!(manager.next_within(Duration::from_secs(3)), None);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

/// Runs a command as a service manager does that has bound its sockets: numbered from 3 on.
fn with_sockets(command: &Command, names: &str) -> Command {
    const ACTIVATE: &str = "
import os, socket, sys
names = sys.argv[1].split(':')
sockets = []
for name in names:
    s = socket.socket()
    s.bind(('127.0.0.1', 0))
    s.listen()
    sockets.append(s)
for number, s in enumerate(sockets):
    os.dup2(s.fileno(), 100 + number)
for number in range(len(sockets)):
    os.dup2(100 + number, 3 + number)
    os.set_inheritable(3 + number, True)
    os.close(100 + number)
os.environ['LISTEN_FDS'] = str(len(sockets))
os.environ['LISTEN_PID'] = str(os.getpid())
os.environ['LISTEN_FDNAMES'] = sys.argv[1]
os.execv(sys.argv[2], sys.argv[2:])
";
    let mut activated = Command::new("python3");
    activated.args(["-c", ACTIVATE, names]);
    activated
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => activated.env(name, value),
            None => activated.env_remove(name),
        };
    }
    activated.stdout(std::process::Stdio::piped());
    activated
}

#[test]
fn sockets_that_are_passed_replace_the_configured_addresses() {
    // An address that cannot be bound: it must not even be tried.
    let place = Place::with_settings("[server]\nlisten = \"192.0.2.1:81\"\n");
    let serve = place.program(&["serve", "--json"]);
    let mut server = Running::start(with_sockets(&serve, "web:metrics"));
    let ready = server.document();
    let addresses = ready["addresses"].as_array().unwrap();
    assert_eq!(addresses.len(), 1, "the other is for metrics: {ready}");
    server.address = addresses[0].as_str().unwrap().to_owned();
    assert!(server.address.starts_with("127.0.0.1:"), "{ready}");
    server.wait_until_healthy();
    assert_eq!(server.ask("GET", "/api/tiers", "").unwrap().0, 200);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_tcp_socket_is_never_the_control_socket() {
    let place = Place::new();
    let serve = place.program(&["serve"]);
    let mut refused = with_sockets(&serve, "control");
    let ran = refused
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(said.contains("not for TCP"), "{said}");
}

#[test]
fn a_stop_under_load_answers_what_is_in_flight_within_seconds() {
    let place = Place::with_settings(QUIET);
    let server = place.serve();
    let (id, key) = place.customer();
    let lifted = [
        "customer",
        "set",
        &id,
        "--max-requests-per-minute",
        "1000000",
    ];
    place.json(&lifted).fine();
    let is_stopping = AtomicBool::new(false);
    let (answered, stopped_in) = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let mut client = Client::bearing(&server.address, &key);
                    let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/1"});
                    let mut answered = Vec::new();
                    loop {
                        match client.ask_as("load", "POST", "/api/agents/check", &body) {
                            Ok(answer) if answer.status == 200 => {
                                answered.push(text(&answer.json(), "decision_id"));
                            }
                            Ok(answer) => panic!("{answer:?}"),
                            Err(_) if is_stopping.load(Ordering::SeqCst) => return answered,
                            Err(error) => panic!("before the stop: {error}"),
                        }
                    }
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(700));
        is_stopping.store(true, Ordering::SeqCst);
        let began = Instant::now();
        server.signal(Signal::SIGTERM);
        let answered: Vec<Vec<String>> = askers
            .into_iter()
            .map(|asker| asker.join().unwrap())
            .collect();
        (answered.concat(), began)
    });
    assert_eq!(server.wait_for_end(), 0);
    assert!(stopped_in.elapsed() < Duration::from_secs(5));
    assert!(answered.len() > 50, "{}", answered.len());
    let recorded: std::collections::HashSet<String> = records(&place)
        .iter()
        .map(|record| text(record, "id"))
        .collect();
    assert!(answered.iter().all(|id| recorded.contains(id)));
}

/// The program on a disk without a byte of room; needs to mount one.
#[test]
fn a_start_on_a_full_disk_says_what_is_wrong() {
    const SCRIPT: &str = "
        mount -t tmpfs -o size=3m tmpfs \"$DIRECTORY\" || exit 77
        \"$1\" init --config \"$2\" --data-dir \"$DIRECTORY/data\" --non-interactive >/dev/null || exit 78
        rm \"$DIRECTORY/data/portcullis.lock\"
        dd if=/dev/zero of=\"$DIRECTORY/ballast\" bs=4k 2>/dev/null
        exec \"$1\" serve --config \"$2\" --data-dir \"$DIRECTORY/data\" --listen 127.0.0.1:0";
    let place = Place::new();
    let small = place.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let ran = [&["unshare", "-m"][..], &["unshare", "-Urm"]].map(|way| {
        Command::new(way[0])
            .args(&way[1..])
            .args(["sh", "-c", SCRIPT, "sh"])
            .arg(env!("CARGO_BIN_EXE_portcullis"))
            .arg(place.path().join(program::SETTINGS_FILE))
            .env("DIRECTORY", &small)
            .output()
    });
    let mounted = ran
        .into_iter()
        .flatten()
        .find(|output| output.status.code() == Some(1) && !output.stderr.is_empty());
    let Some(output) = mounted else {
        eprintln!("SKIPPED: a start on a full disk, because no small file system can be mounted");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("unshare") {
        eprintln!("SKIPPED: a start on a full disk: {said}");
        return;
    }
    assert!(said.contains("disk is full: make room on it"), "{said}");
}
