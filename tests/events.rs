//! Event streams of the real program over real sockets: two hundred that watch while ten thousand
//! questions are answered.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use program::client::Client;
use program::{Place, QUIET, Running, text};
use serde_json::{Value, json};

const CALLERS: usize = 25;
const STREAMS_EACH: usize = 8;
const CLIENTS: usize = 8;
const CHECKS_EACH: usize = 1250;

/// A stream, read line by line.
struct Stream(BufReader<TcpStream>);

impl Stream {
    fn open(server: &Running, secret: &str) -> Self {
        let mut socket = TcpStream::connect(&server.address).unwrap();
        socket
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        let request = format!(
            "GET /api/events HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {secret}\r\n\r\n",
            server.address
        );
        socket.write_all(request.as_bytes()).unwrap();
        let mut stream = Self(BufReader::new(socket));
        let status = stream.line().unwrap();
        assert!(status.contains(" 200 "), "{status}");
        stream
    }

    /// The next line, chunks' own among them; nothing at the end.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let count = self.0.read_line(&mut line).unwrap();
        (count > 0).then(|| line.trim_end().to_owned())
    }

    /// The next event with its data; nothing at the end.
    fn event(&mut self) -> Option<(String, Value)> {
        let mut event = String::new();
        loop {
            let line = self.line()?;
            if let Some(name) = line.strip_prefix("event: ") {
                name.clone_into(&mut event);
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((event, serde_json::from_str(data).unwrap()));
            }
        }
    }

    /// What is told until that number is reached: how many `changed` it took.
    fn changes_until(&mut self, seq: u64) -> usize {
        for count in 1.. {
            let (event, data) = self.event().unwrap();
            assert_eq!(
                (event.as_str(), &data["topics"]),
                ("changed", &json!(["log"]))
            );
            if data["seq"].as_u64().unwrap() >= seq {
                return count;
            }
        }
        unreachable!()
    }
}

fn streams_open(owner: &mut Client) -> u64 {
    let bytes = owner.request("test", "GET", "/metrics", &Value::Null);
    owner.send(&bytes).unwrap();
    let metrics = format!("{:?}", owner.read().unwrap());
    let line = metrics.split("\nportcullis_streams_open ").nth(1).unwrap();
    let number = line.lines().next().unwrap();
    number.trim_end_matches(".0").parse().unwrap()
}

fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn two_hundred_watch_while_ten_thousand_are_answered() {
    let place = Place::with_settings(QUIET);
    let server = place.serve();
    let (customer_id, key) = place.customer();
    let token = place.operator("ada", "owner");
    let mut owner = Client::bearing(&server.address, &token);
    let limits = json!({"overrides": {"max_requests_per_minute": 10_000_000}});
    owner.done("PATCH", &format!("/api/customers/{customer_id}"), &limits);
    let callers: Vec<String> = (0..CALLERS)
        .map(|number| {
            let body = json!({"username": format!("o{number}"), "role": "auditor", "token": true});
            text(&owner.post("/api/operators", &body), "token")
        })
        .collect();
    let before = (server.status("Threads"), server.status("VmRSS"));
    let mut streams: Vec<Stream> = callers
        .iter()
        .flat_map(|token| (0..STREAMS_EACH).map(|_| Stream::open(&server, token)))
        .collect();
    for stream in &mut streams {
        let (event, data) = stream.event().unwrap();
        assert_eq!(event, "hello", "{data}");
    }
    assert_eq!(streams_open(&mut owner), 200);
    assert_eq!(server.status("Threads"), before.0, "no thread is held");

    let begun = Instant::now();
    scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let mut client = Client::bearing(&server.address, &key);
                for number in 0..CHECKS_EACH {
                    let answer = client.check("bot", "read", &format!("orders/{number}"));
                    assert_eq!(answer["result"], "approved");
                }
            });
        }
    });
    let newest = owner.get("/api/logs?limit=1")[0]["seq"].as_u64().unwrap();
    assert!(newest > (CLIENTS * CHECKS_EACH) as u64);
    for stream in &mut streams {
        let count = stream.changes_until(newest);
        let most = 4 * usize::try_from(begun.elapsed().as_secs()).unwrap() + 8;
        assert!((1..=most).contains(&count), "{count} of {most}");
    }
    let grown_kib = server.status("VmRSS").saturating_sub(before.1);
    assert!(grown_kib < 64 * 1024, "{grown_kib} KiB more");

    // Who leaves makes room, and a revoked credential ends what it opened.
    streams.truncate(100);
    wait_until("places come back", || streams_open(&mut owner) == 100);
    let mut revoked = Stream::open(&server, &callers[24]);
    revoked.event().unwrap();
    let me = Client::bearing(&server.address, &callers[24]).get("/api/operators/me");
    let id = text(&me["operator"], "id");
    let disabled = json!({"is_disabled": true});
    owner.done("PATCH", &format!("/api/operators/{id}"), &disabled);
    let bye = (String::from("bye"), json!({"code": "session_over"}));
    while revoked.event().unwrap() != bye {}
    wait_until("its place comes back", || streams_open(&mut owner) == 100);

    let begun = Instant::now();
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "the drain waits for none"
    );
    let bye = (String::from("bye"), json!({"code": "draining"}));
    for stream in &mut streams {
        while stream.event().unwrap() != bye {}
    }
}
