//! Clients that mean no good, and a machine that runs out: the real binary goes on.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use nix::sys::signal::Signal;
use program::client::{Answer, Client, read_answer};
use program::proof::Log;
use program::{Place, QUIET, Running, text};
use serde_json::{Value, json};

/// The shortest deadlines that can be configured: what is slow meets them within the test.
const IMPATIENT: &str = "[server]\nhead_seconds = 1\nbody_seconds = 1\nidle_seconds = 3\n";
const MOST_KIB: u64 = 100 * 1024;
const HUGE_BYTES: usize = 100 << 20;

/// A server with a customer whose limits do not matter, and whose agent `bot` may read orders.
struct World {
    place: Place,
    server: Running,
    operator: String,
    key: String,
}

impl World {
    fn new(settings: &str) -> Self {
        Self::on(
            Place::with_settings(&format!("{QUIET}{settings}")),
            &[],
            &[],
        )
    }

    fn on(place: Place, options: &[&str], environment: &[(&str, &str)]) -> Self {
        let server = place.serve_with(options, environment);
        let operator = {
            let add = [
                "operator",
                "add",
                "--username",
                "ada",
                "--role",
                "owner",
                "--token",
            ];
            text(&place.json(&[&add[..], options].concat()).fine(), "token")
        };
        let mut person = Client::bearing(&server.address, &operator);
        let body = json!({
            "name": "Acme", "email": "ops@acme.example", "subscription_tier": "enterprise",
        });
        let made = person.post("/api/customers/register", &body);
        let (id, key) = (text(&made, "customer_id"), text(&made, "api_key"));
        let limits = json!({"overrides": {"max_requests_per_minute": 10_000_000}});
        person.done("PATCH", &format!("/api/customers/{id}"), &limits);
        let mut own = Client::bearing(&server.address, &key);
        own.post(
            "/api/admin/agents",
            &json!({"id": "bot", "name": "Bot", "owner": "ops"}),
        );
        let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/*"});
        own.post("/api/admin/permissions", &body);
        Self {
            place,
            server,
            operator,
            key,
        }
    }

    fn client(&self) -> Client {
        Client::bearing(&self.server.address, &self.key)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.server.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_mins(1)))
            .unwrap();
        stream
    }

    /// The service goes on for everybody else.
    fn still_serves(&self) {
        let answer = self.client().check("bot", "read", "orders/1");
        assert_eq!(answer["result"], "approved", "{answer}");
    }

    /// What the server answers to bytes that nobody should send, when it answers at all; the
    /// connection must end.
    fn provoke(&self, bytes: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // A server that has seen enough may end the connection before all of it is sent.
        stream.write_all(bytes).ok();
        stream.shutdown(Shutdown::Write).ok();
        let mut reader = BufReader::new(stream);
        let answer = read_answer(&mut reader).ok();
        let mut rest = Vec::new();
        match reader.read_to_end(&mut rest) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
        }
        assert!(rest.is_empty(), "{}", String::from_utf8_lossy(&rest));
        answer
    }

    fn head(&self, more: &str) -> String {
        format!(
            "POST /api/agents/check HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\n{more}",
            self.key
        )
    }

    fn ends_well(self) -> Log {
        self.still_serves();
        assert_eq!(self.server.stop(Signal::SIGTERM), 0);
        Log::prove(&self.place.data_dir())
    }
}

/// Sends until the peer takes no more, at most so many bytes; then the answer, if one came.
fn pour(mut stream: TcpStream, piece: &[u8], most_bytes: usize) -> (usize, Option<Answer>) {
    let mut sent = 0;
    while sent < most_bytes && stream.write_all(piece).is_ok() {
        sent += piece.len();
    }
    let answer = read_answer(&mut BufReader::new(&stream)).ok();
    (sent, answer)
}

#[test]
fn bodies_without_measure_take_no_memory() {
    let world = World::new(IMPATIENT);
    let kinds = [
        (
            format!("content-length: {HUGE_BYTES}\r\n\r\n"),
            vec![b'['; 64 << 10],
        ),
        ("transfer-encoding: chunked\r\n\r\n".to_owned(), {
            let mut chunk = b"10000\r\n".to_vec();
            chunk.resize(chunk.len() + 0x10000, b'[');
            chunk.extend(b"\r\n");
            chunk
        }),
    ];
    for (framing, piece) in &kinds {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut stream = world.connect();
                    stream.write_all(world.head(framing).as_bytes()).unwrap();
                    let (sent, answer) = pour(stream, piece, HUGE_BYTES);
                    assert!(sent < HUGE_BYTES, "it took all of it: {framing}");
                    // A reset may have overtaken the answer, but it can be no other.
                    if let Some(answer) = answer {
                        assert_eq!(
                            (answer.status, answer.code()),
                            (413, "body_too_large".into())
                        );
                        assert_eq!(answer.header("connection"), Some("close"));
                    }
                });
            }
        });
        // To who reads before it goes on sending, the refusal comes whole.
        let mut stream = world.connect();
        stream.write_all(world.head(framing).as_bytes()).unwrap();
        for _ in 0..17 {
            stream.write_all(piece).unwrap();
        }
        let mut reader = BufReader::new(stream);
        let answer = read_answer(&mut reader).unwrap();
        assert_eq!(
            (answer.status, answer.code()),
            (413, "body_too_large".into())
        );
    }
    // A body that never ends, a byte at a time, within every limit of size.
    let mut stream = world.connect();
    stream
        .write_all(world.head("content-length: 1000000\r\n\r\n").as_bytes())
        .unwrap();
    stream
        .set_read_timeout(Some(Duration::from_millis(20)))
        .unwrap();
    let mut reader = BufReader::new(stream);
    let answer = loop {
        match read_answer(&mut reader) {
            Ok(answer) => break answer,
            Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
        }
        reader.get_mut().write_all(b"[").unwrap();
    };
    assert_eq!(
        (answer.status, answer.code()),
        (408, "request_timeout".into())
    );
    let most_kib = world.server.status("VmHWM");
    assert!(most_kib < MOST_KIB, "{most_kib} KiB at most");
    world.ends_well();
}

#[test]
fn garbage_is_refused_and_changes_nothing() {
    let world = World::new("");
    let records = |world: &World| {
        let log = world.client().get("/api/logs?limit=100");
        log.as_array().unwrap().len()
    };
    let before = records(&world);
    let noise: Vec<u8> = (0..65_536u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[1])
        .collect();
    let hello = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03hello, may I have TLS";
    let with = |more: &str| world.head(more).into_bytes();
    let question = r#"{"agent_id":"bot","action":"read","resource":"orders/1"}"#;
    let length = question.len();
    let provocations: Vec<(Vec<u8>, u16)> = vec![
        (noise, 400),
        (hello.to_vec(), 400),
        (vec![0; 4096], 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), 400),
        (b"GET / HTTP/9.9\r\nhost: x\r\n\r\n".to_vec(), 400),
        (b"GET /a b HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(), 400),
        (b"GET / HTTP/1.1\r\nhost: x\r\na : b\r\n\r\n".to_vec(), 400),
        (
            b"GET / HTTP/1.1\r\nhost: x\r\n folded: b\r\n\r\n".to_vec(),
            400,
        ),
        (
            format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "y".repeat(70_000)).into_bytes(),
            431,
        ),
        (
            with(&format!(
                "content-length: {length}\r\ncontent-length: 3\r\n\r\n{question}"
            )),
            400,
        ),
        (
            with(&format!("content-length: {length}, 3\r\n\r\n{question}")),
            400,
        ),
        (
            with(&format!(
                "content-length: {length}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"
            )),
            400,
        ),
        (
            with("transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            400,
        ),
        (
            with("transfer-encoding: chunked\r\n\r\nnot hexadecimal\r\n"),
            400,
        ),
        (
            with(&format!("content-length: -{length}\r\n\r\n{question}")),
            400,
        ),
        (
            with(&format!("content-length: +{length}\r\n\r\n{question}")),
            400,
        ),
        (
            with(&format!("content-length: {length}\r\n\r\n{{\"agent_id\"")),
            400,
        ),
        (
            with("content-length: 99999999999999999999999999\r\n\r\n"),
            400,
        ),
        (with("content-length: 1000000000000\r\n\r\n"), 413),
    ];
    for (bytes, wanted) in &provocations {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(90)]);
        let answer = world
            .provoke(bytes)
            .unwrap_or_else(|| panic!("no answer: {shown}"));
        assert_eq!(answer.status, *wanted, "{shown}\n{answer:?}");
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{shown}"
        );
        let problem = answer.json();
        assert_eq!(problem["status"], *wanted, "{shown}");
        assert_eq!(
            Some(&*text(&problem, "request_id")),
            answer.header("x-request-id")
        );
    }
    assert_eq!(records(&world), before, "something was recorded");
    world.ends_well();
}

#[test]
fn no_spelling_of_a_path_leads_elsewhere() {
    let world = World::new("");
    let mut client = world.client();
    for path in [
        "/api/customers/%00",
        "/api/admin/agents/bot%00",
        "/api/admin/agents/..",
        "/api/admin/agents/%2e%2e",
        "/api/admin/agents/%2e%2e/permissions",
        "/api/../api/customers/me",
        "/../../../../etc/passwd",
        "/docs/../../../../etc/passwd",
        "/docs/..%2f..%2f..%2fetc%2fpasswd",
        "/docs/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%5c..%5cetc%5cpasswd",
        "//api/customers/me",
        "/api//customers/me",
        "/api/customers/me/",
        "/API/customers/me",
        "/api/customers/me%00",
        "/api/customers/me%",
        "/api/customers/me;x=y",
        "/%ff%fe",
    ] {
        let answer = client.ask("GET", path, &Value::Null);
        assert!([400, 404].contains(&answer.status), "{path}: {answer:?}");
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{path}"
        );
    }
    // The same in what a check asks about: one spelling, or none.
    for resource in [
        "orders/../users/1",
        "orders//1",
        "orders/./1",
        "orders/\u{0}1",
        "orders/1\n",
    ] {
        let body = json!({"agent_id": "bot", "action": "read", "resource": resource});
        let answer = client.ask("POST", "/api/agents/check", &body);
        if resource.trim() == "orders/1" {
            assert_eq!(answer.json()["result"], "approved", "trimmed");
        } else {
            assert_eq!(answer.status, 422, "{resource}: {answer:?}");
        }
    }
    world.ends_well();
}

#[test]
fn three_hundred_who_say_nothing_hinder_nobody() {
    let world = World::new("");
    let mut idle: Vec<TcpStream> = (0..300).map(|_| world.connect()).collect();
    for _ in 0..20 {
        world.still_serves();
    }
    assert!(world.server.status("Threads") < 200);
    // They were waiting, not turned away: each may still ask.
    for stream in &mut idle {
        stream
            .write_all(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n")
            .unwrap();
    }
    for stream in idle {
        assert_eq!(
            read_answer(&mut BufReader::new(stream)).unwrap().status,
            200
        );
    }
    world.ends_well();
}

#[test]
fn heads_that_never_end_hinder_nobody() {
    let world = World::new(IMPATIENT);
    let mut slow: Vec<TcpStream> = (0..100).map(|_| world.connect()).collect();
    for stream in &mut slow {
        stream
            .write_all(b"POST /api/agents/check HTTP/1.1\r\nhost: x\r\nx-slow: ")
            .unwrap();
    }
    // A byte more for each, again and again, until the deadline has met every one of them; and
    // all the time the others are served.
    let mut ended = 0;
    while !slow.is_empty() {
        world.still_serves();
        slow.retain_mut(|stream| {
            stream.write_all(b"y").ok();
            stream.set_nonblocking(true).unwrap();
            let has_answer = !matches!(
                stream.peek(&mut [0]),
                Err(error) if error.kind() == ErrorKind::WouldBlock
            );
            stream.set_nonblocking(false).unwrap();
            if has_answer {
                if let Ok(answer) = read_answer(&mut BufReader::new(stream)) {
                    assert_eq!(
                        (answer.status, answer.code()),
                        (408, "request_timeout".into())
                    );
                }
                ended += 1;
            }
            !has_answer
        });
    }
    assert_eq!(ended, 100);
    world.ends_well();
}

#[test]
fn pipelined_checks_are_answered_in_their_order() {
    let world = World::new("");
    let mut client = world.client();
    let bytes: Vec<u8> = (0..20)
        .flat_map(|number| {
            let action = ["read", "delete"][number % 2];
            let body = json!({"agent_id": "bot", "action": action, "resource": "orders/1"});
            client.request(
                &format!("once-{number}"),
                "POST",
                "/api/agents/check",
                &body,
            )
        })
        .collect();
    client.send(&bytes).unwrap();
    let mut last = 0;
    for number in 0..20 {
        let answer = client.read().unwrap();
        assert_eq!(
            answer.header("x-request-id"),
            Some(&*format!("once-{number}"))
        );
        let wanted = ["approved", "denied"][number % 2];
        assert_eq!(answer.json()["result"], wanted);
        let seq = answer.json()["seq"].as_u64().unwrap();
        assert!(seq > last, "{seq} after {last}");
        last = seq;
    }
    let log = world.ends_well();
    assert!(log.of_request("once-19").is_some());
}

#[test]
fn an_expectation_is_answered_before_the_body_is_sent() {
    let world = World::new("");
    let question = r#"{"agent_id":"bot","action":"read","resource":"orders/1"}"#;
    let mut stream = world.connect();
    let head = format!(
        "expect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        question.len()
    );
    stream.write_all(world.head(&head).as_bytes()).unwrap();
    let mut reader = BufReader::new(stream);
    assert_eq!(read_answer(&mut reader).unwrap().status, 100);
    reader.get_mut().write_all(question.as_bytes()).unwrap();
    let answer = read_answer(&mut reader).unwrap();
    assert_eq!(answer.json()["result"], "approved", "{answer:?}");
    // Who would send too much is told so before it does.
    let head = format!("expect: 100-continue\r\ncontent-length: {HUGE_BYTES}\r\n\r\n");
    let head = world.head(&head);
    reader.get_mut().write_all(head.as_bytes()).unwrap();
    assert_eq!(read_answer(&mut reader).unwrap().status, 413);
    world.ends_well();
}

#[test]
fn a_second_server_leaves_the_first_alone() {
    let world = World::new("");
    for _ in 0..3 {
        let second = world.place.run(&["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(second.code, 6, "{second:?}");
        world.still_serves();
        // Its control socket is still its own.
        assert_eq!(world.place.json(&["operator", "list"]).code, 0);
    }
    world.ends_well();
}

/// Two hundred connections whose checks all wait for one slow flush after another.
#[test]
fn a_slow_disk_holds_no_threads_and_a_kill_is_kept() {
    let place = Place::with_settings(QUIET);
    let world = World::on(place, &[], &[("PORTCULLIS_TEST_FLUSH_DELAY_MS", "5")]);
    let mut crowd: Vec<Client> = (0..200).map(|_| world.client()).collect();
    let is_killed = AtomicBool::new(false);
    let (mut waves_before, mut waves_after) = (0, 0);
    std::thread::scope(|scope| {
        let mut killer = None;
        while waves_after < 8 {
            // Only what is sent after the kill was answered must be denied.
            let was_killed = is_killed.load(Ordering::SeqCst);
            let wave = waves_before + waves_after;
            for (place, client) in crowd.iter_mut().enumerate() {
                let body = json!({"agent_id": "bot", "action": "read", "resource": "orders/1"});
                let id = format!("once-{wave}-{place}");
                let bytes = client.request(&id, "POST", "/api/agents/check", &body);
                client.send(&bytes).unwrap();
                if wave == 8 && place == 100 {
                    let (world, is_killed) = (&world, &is_killed);
                    killer = Some(scope.spawn(move || {
                        let body = json!({"agent_id": "bot", "enabled": false});
                        let answer = world.client().post("/api/agent/kill", &body);
                        assert_eq!(answer["result"], "disabled");
                        is_killed.store(true, Ordering::SeqCst);
                    }));
                }
            }
            let threads = world.server.status("Threads");
            assert!(threads < 200, "{threads} threads");
            for client in &mut crowd {
                let answer = client.read().unwrap();
                assert_eq!(answer.status, 200, "{answer:?}");
                let reason = text(&answer.json(), "reason");
                if was_killed {
                    assert_eq!(reason, "agent_kill_switch_enabled");
                } else if killer.is_none() {
                    assert_eq!(reason, "all_checks_passed");
                }
            }
            if was_killed {
                waves_after += 1;
            } else {
                waves_before += 1;
            }
        }
    });
    assert!(waves_before >= 8);
    // Released, it is as it was.
    world.client().post(
        "/api/agent/kill",
        &json!({"agent_id": "bot", "enabled": true}),
    );
    let log = world.ends_well();
    let killed = log
        .records
        .iter()
        .position(|record| record["action"] == "agent.kill");
    let released = log
        .records
        .iter()
        .position(|record| record["action"] == "agent.release");
    let under_it = &log.records[killed.unwrap()..released.unwrap()];
    assert!(under_it.len() > 1600);
    assert!(under_it.iter().all(|record| record["result"] != "approved"));
}

/// What a disk that is almost full has left.
const LEFT_BYTES: u64 = 4 * (512 << 10);

/// A small file system of its own, gone with the value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, mib: u32) -> Option<Self> {
        std::fs::create_dir(at).unwrap();
        let size = format!("size={mib}m,mode=0700");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(at)
            .output();
        let is_mounted = mount.is_ok_and(|ran| ran.status.success());
        is_mounted.then(|| Self(at.to_owned()))
    }

    /// Takes the room that is left, but for a few hundred checks.
    fn fill(&self) {
        let mut filler = File::create(self.0.join("filler")).unwrap();
        let full = std::io::copy(&mut std::io::repeat(0), &mut filler).unwrap_err();
        assert_eq!(full.kind(), ErrorKind::StorageFull);
        let taken = filler.metadata().unwrap().len();
        filler.set_len(taken - LEFT_BYTES).unwrap();
    }

    fn make_room(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a server that a failed test left behind must not keep the directory.
        Command::new("umount")
            .arg("--lazy")
            .arg(&self.0)
            .status()
            .ok();
    }
}

#[test]
fn a_full_disk_is_a_refusal_and_passes() {
    let place = Place::with_settings(QUIET);
    let root = place.path().join("disk");
    let Some(disk) = SmallDisk::mount(&root, 64) else {
        eprintln!("SKIPPED: a_full_disk_is_a_refusal_and_passes may not mount a small disk");
        return;
    };
    let data = root.join("data");
    let options = ["--data-dir", data.to_str().unwrap()];
    let world = World::on(place, &options, &[]);
    world.client().post(
        "/api/admin/agents",
        &json!({"id": "other", "name": "Other", "owner": "ops"}),
    );
    let mut asked = Vec::new();
    for round in 0..3 {
        disk.fill();
        let mut client = world.client();
        let mut ask = |turn: usize| {
            let id = format!("once-{round}-{turn}");
            let body = json!({
                "agent_id": "bot", "action": "read", "resource": "orders/1",
                "context": {"padding": "x".repeat(8000)},
            });
            let answer = client
                .ask_as(&id, "POST", "/api/agents/check", &body)
                .unwrap();
            let status = answer.status;
            asked.push((id, answer));
            status
        };
        // Until one is refused and the appliance says of itself that it cannot work.
        let turn = (0..10_000).find(|turn| {
            ask(*turn) == 503 && world.server.ask("GET", "/health", "").unwrap().0 == 503
        });
        for more in 1..10 {
            ask(turn.unwrap() + more);
        }
        // Something smaller may still fit: then it is in force, otherwise nothing of it is.
        let id = format!("once-kill-{round}");
        let change = json!({"agent_id": "other", "enabled": round % 2 == 1});
        let kill = world
            .client()
            .ask_as(&id, "POST", "/api/agent/kill", &change);
        asked.push((id, kill.unwrap()));
        // What only reads goes on.
        let mut person = Client::bearing(&world.server.address, &world.operator);
        assert_eq!(person.get("/api/customers")["data"][0]["name"], "Acme");
        disk.make_room();
        world.server.wait_for_health(200);
        world.still_serves();
    }
    let last = world.client().check("bot", "read", "orders/1");
    assert_eq!(world.server.stop(Signal::SIGTERM), 0);
    let log = Log::prove(&data);
    assert_eq!(
        log.records.last().map(|record| &record["id"]),
        Some(&last["decision_id"])
    );
    let mut counts = [0, 0];
    for (id, answer) in &asked {
        let record = log.of_request(id);
        match answer.status {
            200 => {
                counts[0] += 1;
                let record = record.unwrap_or_else(|| panic!("{id} is lost"));
                let decision = &answer.json()["decision_id"];
                assert!(decision.is_null() || *decision == record["id"], "{record}");
            }
            503 => {
                counts[1] += 1;
                assert_eq!(answer.code(), "ledger_unavailable");
                assert!(record.is_none(), "{id} was refused and is on record");
            }
            _ => panic!("{answer:?}"),
        }
    }
    assert!(counts[0] > 30 && counts[1] >= 30, "{counts:?}");
    drop(disk);
}
