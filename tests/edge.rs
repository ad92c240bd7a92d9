//! The edge over real sockets: limits, deadlines, refusals, order, drain.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;
use std::time::Duration;

use portcullis::edge::{EdgeConfig, EdgeError, Listener, Stopper, serve};
use portcullis::http::wire::{
    Answer, EdgeStats, Head, Incoming, Lane, Pending, Plan, Refusal, Reply, Run, Service,
};

const BODY_LIMIT: usize = 256 * 1024;

/// Echoes what it saw. The path says how: `/inline`, `/worker`, `/later`, `/panic-inline`,
/// `/panic-worker`, `/panic-plan`, `/bad-header`, `/health` (has a reserved seat).
#[derive(Default)]
struct Echo {
    promises: Arc<Promises>,
}

/// The promises that were made, kept all at once by `keep`.
#[derive(Default)]
struct Promises {
    made: AtomicUsize,
    dropped: AtomicUsize,
    kept: Mutex<bool>,
    wakers: Mutex<Vec<Waker>>,
}

impl Promises {
    fn keep(&self) {
        *self.kept.lock().unwrap() = true;
        for waker in self.wakers.lock().unwrap().drain(..) {
            waker.wake();
        }
    }
}

struct Promise(Arc<Promises>);

impl Pending for Promise {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Reply> {
        self.0.wakers.lock().unwrap().push(context.waker().clone());
        if *self.0.kept.lock().unwrap() {
            return Poll::Ready(reply(200, "kept"));
        }
        Poll::Pending
    }

    fn wait(self: Box<Self>) -> Reply {
        panic!("the edge never waits")
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

fn reply(status: u16, body: &str) -> Reply {
    Reply {
        status,
        headers: vec![("X-Test".to_owned(), "yes".to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

impl Service for Echo {
    fn plan(&self, head: &Head) -> Plan {
        assert_ne!(head.path(), "/panic-plan", "as asked");
        let runs_on_worker = ["/worker", "/panic-worker"].contains(&head.path());
        Plan {
            run: if runs_on_worker {
                Run::Worker
            } else {
                Run::Inline
            },
            reserved_seat: head.path() == "/health",
            max_body_bytes: BODY_LIMIT,
        }
    }

    fn answer(&self, incoming: Incoming) -> Answer {
        let head = &incoming.head;
        match head.path() {
            "/panic-inline" | "/panic-worker" => panic!("as asked"),
            "/bad-header" => Answer::Now(Reply {
                headers: vec![("X-Bad".to_owned(), "a\r\nb".to_owned())],
                ..reply(200, "")
            }),
            "/later" => {
                self.promises.made.fetch_add(1, Ordering::SeqCst);
                Answer::Later(Box::new(Promise(Arc::clone(&self.promises))))
            }
            _ => {
                let body = String::from_utf8_lossy(&incoming.body).into_owned();
                let shown = if body.len() > 64 {
                    format!("{} bytes", body.len())
                } else {
                    body
                };
                let lane = head.lane;
                Answer::Now(reply(
                    200,
                    &format!("{} {} {lane:?} [{shown}]", head.method, head.target),
                ))
            }
        }
    }

    fn refuse(&self, refusal: Refusal, head: Option<&Head>) -> Reply {
        let status = match refusal {
            Refusal::MalformedRequest => 400,
            Refusal::RequestTimeout => 408,
            Refusal::BodyTooLarge { .. } => 413,
            Refusal::HeadTooLarge => 431,
            Refusal::Overloaded => 503,
            Refusal::ExpectationFailed => 417,
            Refusal::Panicked => 500,
        };
        let path = head.map(|head| head.target.as_str());
        let mut reply = reply(status, &format!("{refusal:?} {path:?}"));
        if refusal == Refusal::Overloaded {
            reply
                .headers
                .push(("Retry-After".to_owned(), "1".to_owned()));
        }
        reply
    }
}

/// An edge on a free port of the loopback, drained when dropped.
struct Edge {
    address: SocketAddr,
    stopper: Stopper,
    stats: Arc<EdgeStats>,
    promises: Arc<Promises>,
    thread: Option<JoinHandle<Result<(), EdgeError>>>,
}

fn config() -> EdgeConfig {
    EdgeConfig {
        io_threads: 2,
        worker_threads: 4,
        handle_signals: false,
        drain_deadline: Duration::from_secs(5),
        ..EdgeConfig::default()
    }
}

impl Edge {
    fn start(config: EdgeConfig) -> Self {
        Self::start_with(config, Vec::new())
    }

    fn start_with(config: EdgeConfig, mut listeners: Vec<Listener>) -> Self {
        let tcp = Listener::bind(SocketAddr::from(([127, 0, 0, 1], 0)), Lane::Network).unwrap();
        let address = tcp.address().unwrap();
        listeners.push(tcp);
        let stopper = Stopper::new();
        let stats = Arc::new(EdgeStats::default());
        let echo = Echo::default();
        let promises = Arc::clone(&echo.promises);
        let thread = {
            let (stopper, stats) = (stopper.clone(), Arc::clone(&stats));
            std::thread::spawn(move || serve(listeners, config, Arc::new(echo), stats, stopper))
        };
        Self {
            address,
            stopper,
            stats,
            promises,
            thread: Some(thread),
        }
    }

    fn connect(&self) -> Client<TcpStream> {
        let stream = TcpStream::connect(self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        Client::new(stream)
    }

    fn ask(&self, request: &str) -> Answered {
        let mut client = self.connect();
        client.send(request);
        client.answer().unwrap()
    }

    fn wait_until(&self, condition: impl Fn(&Self) -> bool) {
        // Bounded by the test harness's own patience only: 20 s in steps of 10 ms.
        for _ in 0..2000 {
            if condition(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the condition never came true");
    }

    fn finish(&mut self) -> Result<(), EdgeError> {
        self.stopper.stop();
        self.thread.take().map_or(Ok(()), |t| t.join().unwrap())
    }
}

impl Drop for Edge {
    fn drop(&mut self) {
        let end = self.finish();
        if !std::thread::panicking() {
            end.unwrap();
        }
    }
}

struct Client<S> {
    stream: S,
    buffer: Vec<u8>,
}

#[derive(Debug, PartialEq)]
struct Answered {
    status: u16,
    head: String,
    body: String,
}

impl Answered {
    fn closes(&self) -> bool {
        self.head.contains("\r\nconnection: close")
    }
}

impl<S: Read + Write> Client<S> {
    fn new(stream: S) -> Self {
        Self {
            stream,
            buffer: Vec::new(),
        }
    }

    fn send(&mut self, bytes: &str) {
        self.send_bytes(bytes.as_bytes());
    }

    fn send_bytes(&mut self, bytes: &[u8]) {
        // The edge may have refused and closed before it took everything.
        self.stream.write_all(bytes).ok();
    }

    /// One read into the buffer; `false` at the end of the connection.
    fn fill(&mut self) -> bool {
        let mut piece = [0; 4096];
        match self.stream.read(&mut piece) {
            Ok(0) => false,
            Ok(count) => {
                self.buffer.extend(piece.iter().take(count));
                true
            }
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => false,
            Err(error) => panic!("no answer: {error}"),
        }
    }

    fn head(&mut self) -> Option<String> {
        loop {
            let text = String::from_utf8_lossy(&self.buffer).into_owned();
            if let Some((head, _)) = text.split_once("\r\n\r\n") {
                self.buffer.drain(..head.len() + 4);
                return Some(head.to_owned());
            }
            if !self.fill() {
                assert_eq!(text, "", "the connection ended in the middle of a head");
                return None;
            }
        }
    }

    /// The next whole answer, or `None` when the connection ended before one began.
    fn answer(&mut self) -> Option<Answered> {
        let head = self.head()?;
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |length| length.parse().unwrap());
        while self.buffer.len() < length {
            assert!(self.fill(), "the connection ended in the middle of a body");
        }
        let body = self.buffer.drain(..length).collect();
        Some(Answered {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            body: String::from_utf8(body).unwrap(),
            head,
        })
    }

    fn assert_closed(&mut self) {
        assert_eq!(self.answer(), None);
    }
}

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n")
}

fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{body}")
}

#[test]
fn a_connection_carries_one_request_after_another() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    for number in 0..20 {
        client.send(&post(&format!("/inline?{number}"), "body"));
        let answer = client.answer().unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, format!("POST /inline?{number} Network [body]"));
        assert!(answer.head.contains("\r\ndate: "));
        assert!(answer.head.contains("\r\nx-test: yes"));
        client.send(&get("/worker"));
        assert_eq!(client.answer().unwrap().body, "GET /worker Network []");
    }
    assert_eq!(edge.stats.requests_total.load(Ordering::Relaxed), 40);
    assert_eq!(edge.stats.connections_total.load(Ordering::Relaxed), 1);
}

#[test]
fn a_body_may_come_in_pieces_and_in_chunks() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    for path in ["/inline", "/worker"] {
        client.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"
        ));
        for piece in ["h", "ell", "o"] {
            std::thread::sleep(Duration::from_millis(5));
            client.send(piece);
        }
        assert!(client.answer().unwrap().body.ends_with("[hello]"));
        client.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        ));
        for piece in [
            "5\r\nhel",
            "lo\r",
            "\n1;x=y\r\n!\r\n0\r\nTrailer: x\r\n\r\n",
        ] {
            std::thread::sleep(Duration::from_millis(5));
            client.send(piece);
        }
        assert!(client.answer().unwrap().body.ends_with("[hello!]"));
        client.send(&post(path, &"x".repeat(BODY_LIMIT)));
        assert!(client.answer().unwrap().body.ends_with("[262144 bytes]"));
    }
}

#[test]
fn a_head_may_come_byte_by_byte_after_empty_lines() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    for byte in format!("\r\n\r\n{}", post("/inline", "b")).as_bytes() {
        client.send_bytes(&[*byte]);
    }
    assert_eq!(client.answer().unwrap().body, "POST /inline Network [b]");
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    let chunked = "POST /inline?5 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\
                   1\r\nx\r\n0\r\n\r\n";
    let mut all = String::new();
    for round in 0..20 {
        all += &get(&format!("/worker?1-{round}"));
        all += &post("/inline?2", "two");
        all += &get("/inline?3");
        all += &post("/worker?4", "four");
        all += chunked;
    }
    // In two pieces that cut a request in the middle.
    let (first, second) = all.split_at(all.len() / 2 + 7);
    client.send(first);
    std::thread::sleep(Duration::from_millis(20));
    client.send(second);
    for round in 0..20 {
        let worker = format!("GET /worker?1-{round} Network []");
        for expected in [
            worker.as_str(),
            "POST /inline?2 Network [two]",
            "GET /inline?3 Network []",
            "POST /worker?4 Network [four]",
            "POST /inline?5 Network [x]",
        ] {
            assert_eq!(client.answer().unwrap().body, expected);
        }
    }
}

#[test]
fn old_clients_are_served() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("GET /inline HTTP/1.0\r\n\r\n");
    assert!(client.answer().unwrap().head.starts_with("HTTP/1.0 200"));
    client.assert_closed();
    let mut client = edge.connect();
    for _ in 0..2 {
        client.send("GET /inline HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        let answer = client.answer().unwrap();
        assert!(answer.head.contains("\r\nconnection: keep-alive"));
    }
}

#[test]
fn a_head_request_gets_the_length_and_no_body() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("HEAD /inline HTTP/1.1\r\nHost: a\r\n\r\n");
    let head = client.head().unwrap();
    assert!(head.contains("\r\ncontent-length: 23"), "{head}");
    client.send(&get("/inline"));
    assert!(client.answer().unwrap().body.starts_with("GET"));
}

#[test]
fn a_client_that_wants_to_close_is_let_go() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("GET /inline HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert!(client.answer().unwrap().closes());
    client.assert_closed();
}

#[test]
fn a_client_that_sends_its_end_with_its_request_is_answered() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send(&get("/inline"));
    client.stream.shutdown(Shutdown::Write).unwrap();
    assert_eq!(client.answer().unwrap().status, 200);
    client.assert_closed();
}

#[test]
fn malformed_requests_are_refused_and_the_connection_ends() {
    let edge = Edge::start(config());
    let smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    for request in [
        "nonsense\r\n\r\n".to_owned(),
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}".to_owned(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\n\r\n".to_owned(),
        "GET /\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        "GET * HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        "GET a HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n\
             0\r\n\r\n{smuggled}"
        ),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n\
             0\r\n\r\n{smuggled}"
        ),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 4\r\n\r\n{smuggled}"
        ),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n{smuggled}"
        ),
        format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n{smuggled}"),
        format!("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n{smuggled}"),
        format!("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{smuggled}"),
        format!("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{smuggled}"),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\
             fffffffffffffffff\r\n{smuggled}"
        ),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n{smuggled}"
        ),
        format!(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\nx\n0\n\n{smuggled}"
        ),
    ] {
        let mut client = edge.connect();
        client.send(&request);
        let answer = client.answer().unwrap();
        assert_eq!(answer.status, 400, "{request:?}: {answer:?}");
        assert!(answer.body.starts_with("MalformedRequest"), "{answer:?}");
        assert!(answer.closes(), "{answer:?}");
        client.assert_closed();
    }
}

#[test]
fn a_refusal_waits_for_its_turn_behind_the_requests_before_it() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send(&format!(
        "{}{}nonsense\r\n\r\n",
        get("/worker"),
        post("/inline", "x")
    ));
    assert_eq!(client.answer().unwrap().body, "GET /worker Network []");
    assert_eq!(client.answer().unwrap().body, "POST /inline Network [x]");
    assert_eq!(client.answer().unwrap().status, 400);
    client.assert_closed();
}

#[test]
fn truncated_requests_are_refused() {
    let edge = Edge::start(config());
    for request in [
        "GET / HT",
        "POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
        "POST /inline HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
    ] {
        let mut client = edge.connect();
        client.send(request);
        client.stream.shutdown(Shutdown::Write).unwrap();
        assert_eq!(client.answer().unwrap().status, 400, "{request:?}");
        client.assert_closed();
    }
}

#[test]
fn absolute_targets_and_the_asterisk_mean_something_where_they_should() {
    let edge = Edge::start(config());
    let absolute = edge.ask("GET http://b/inline?x HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(absolute.body, "GET /inline?x Network []");
    let asterisk = edge.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(asterisk.body, "OPTIONS / Network []");
}

#[test]
fn heads_beyond_the_limits_are_refused() {
    let edge = Edge::start(EdgeConfig {
        max_headers: 10,
        ..config()
    });
    let long = format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}", "x".repeat(64 * 1024));
    let many = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: y\r\n".repeat(10));
    for request in [long, many] {
        let mut client = edge.connect();
        client.send(&request);
        let answer = client.answer().unwrap();
        assert_eq!(answer.status, 431);
        assert!(answer.closes());
        client.assert_closed();
    }
    let just = format!(
        "GET /inline HTTP/1.1\r\nHost: a\r\n{}\r\n",
        "X: y\r\n".repeat(9)
    );
    assert_eq!(edge.ask(&just).status, 200);
}

#[test]
fn bodies_beyond_the_limit_are_refused() {
    let edge = Edge::start(config());
    for (length, rest) in [
        ("1000000000000", ""),
        ("262145", "x"),
        ("18446744073709551000", ""),
    ] {
        let mut client = edge.connect();
        client.send(&format!(
            "POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{rest}"
        ));
        let answer = client.answer().unwrap();
        assert_eq!(answer.status, 413, "{length}");
        assert!(answer.body.contains("/inline"));
        assert!(answer.closes());
        client.assert_closed();
    }
    let mut client = edge.connect();
    client.send("POST /inline HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send(&format!("40001\r\n{}", "x".repeat(BODY_LIMIT + 1)));
    assert_eq!(client.answer().unwrap().status, 413);
    client.assert_closed();
}

#[test]
fn bodies_share_a_bounded_memory() {
    let edge = Edge::start(EdgeConfig {
        max_buffered_body_bytes: 100_000,
        ..config()
    });
    let mut stalled = edge.connect();
    stalled.send("POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 90001\r\n\r\n");
    stalled.send(&"x".repeat(90_000));
    let big = || {
        let mut client = edge.connect();
        client.send("POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n");
        client.send(&"x".repeat(50_000));
        client.answer().unwrap().status
    };
    edge.wait_until(|_| big() == 503);
    assert_eq!(edge.ask(&post("/inline", "small")).status, 200);
    stalled.send("x");
    assert_eq!(stalled.answer().unwrap().status, 200);
    edge.wait_until(|_| big() == 200);
}

#[test]
fn an_expectation_is_met_or_refused() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send(
        "POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
    );
    assert_eq!(client.head().unwrap(), "HTTP/1.1 100 Continue");
    client.send("ok");
    assert_eq!(client.answer().unwrap().body, "POST /inline Network [ok]");
    client.send(
        "POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 999999\r\nExpect: 100-continue\r\n\r\n",
    );
    let refused = client.answer().unwrap();
    assert_eq!(
        refused.status, 413,
        "no `100 Continue` for what is too large"
    );
    let other = edge.ask("POST /inline HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n");
    assert_eq!(other.status, 417);
}

#[test]
fn what_comes_too_slowly_is_refused_and_silence_is_not_answered() {
    let edge = Edge::start(EdgeConfig {
        head_deadline: Duration::from_millis(150),
        body_deadline: Duration::from_millis(150),
        idle_deadline: Duration::from_millis(150),
        ..config()
    });
    for request in [
        "GET / HTTP/1.1\r\nHost",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
    ] {
        let mut client = edge.connect();
        client.send(request);
        let answer = client.answer().unwrap();
        assert_eq!(answer.status, 408, "{request:?}");
        assert!(answer.closes());
        client.assert_closed();
        // The same as a second request on its connection.
        let mut client = edge.connect();
        client.send(&get("/inline"));
        assert_eq!(client.answer().unwrap().status, 200);
        client.send(request);
        assert_eq!(client.answer().unwrap().status, 408, "{request:?}");
        client.assert_closed();
    }
    edge.connect().assert_closed();
    let mut idle = edge.connect();
    idle.send(&get("/inline"));
    assert_eq!(idle.answer().unwrap().status, 200);
    idle.assert_closed();
}

#[test]
fn a_promise_may_take_longer_than_every_deadline() {
    let edge = Edge::start(EdgeConfig {
        head_deadline: Duration::from_millis(50),
        body_deadline: Duration::from_millis(50),
        idle_deadline: Duration::from_millis(50),
        write_deadline: Duration::from_millis(50),
        ..config()
    });
    let mut client = edge.connect();
    client.send(&post("/later", "x"));
    std::thread::sleep(Duration::from_millis(300));
    edge.promises.keep();
    assert_eq!(client.answer().unwrap().body, "kept");
}

#[test]
fn a_peer_that_takes_nothing_is_cut_off() {
    let edge = Edge::start(EdgeConfig {
        write_deadline: Duration::from_millis(100),
        ..config()
    });
    let mut client = edge.connect();
    client
        .stream
        .set_write_timeout(Some(Duration::from_millis(200)))
        .unwrap();
    // Answers pile up in the socket's buffers until neither side can write.
    let many = get("/inline").repeat(1000);
    while client.stream.write_all(many.as_bytes()).is_ok() {}
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 0);
}

#[test]
fn stalled_posts_stop_nobody() {
    let edge = Edge::start(config());
    let mut stalled: Vec<_> = (0..40).map(|_| edge.connect()).collect();
    for client in &mut stalled {
        client.send("POST /worker HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf");
    }
    for path in ["/inline", "/worker", "/health"] {
        assert_eq!(edge.ask(&get(path)).status, 200);
    }
}

#[test]
fn a_full_house_serves_who_has_a_reserved_seat() {
    let edge = Edge::start(EdgeConfig {
        max_connections: 2,
        reserved_seats: 2,
        full_house_head_deadline: Duration::from_millis(300),
        ..config()
    });
    let guests: Vec<_> = (0..2)
        .map(|_| {
            let mut client = edge.connect();
            client.send(&get("/inline"));
            assert_eq!(client.answer().unwrap().status, 200);
            client
        })
        .collect();
    let mut refused = edge.connect();
    refused.send(&get("/inline"));
    let answer = refused.answer().unwrap();
    assert_eq!(answer.status, 503);
    assert!(answer.head.contains("\r\nretry-after: 1"));
    assert!(answer.closes());
    let mut served = edge.connect();
    served.send(&get("/health"));
    let answer = served.answer().unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.closes(), "the seat is for one request");
    served.assert_closed();
    // Silence in a reserved seat ends soon, and without a word.
    edge.connect().assert_closed();
    // With the reserved seats taken too, the answer comes before any request.
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 2);
    let silent: Vec<_> = (0..2).map(|_| edge.connect()).collect();
    let mut turned_away = edge.connect();
    assert_eq!(turned_away.answer().unwrap().status, 503);
    turned_away.assert_closed();
    drop((silent, guests));
    edge.wait_until(|edge| edge.ask(&get("/inline")).status == 200);
}

#[test]
fn a_crowd_at_the_door_is_bounded_and_ends() {
    let edge = Edge::start(EdgeConfig {
        max_connections: 1,
        reserved_seats: 1,
        full_house_head_deadline: Duration::from_millis(100),
        ..config()
    });
    let mut first = edge.connect();
    first.send(&get("/inline"));
    assert_eq!(first.answer().unwrap().status, 200);
    let crowd: Vec<_> = (0..200).map(|_| edge.connect()).collect();
    // The door has 64 places; the others wait in the kernel.
    edge.wait_until(|edge| edge.stats.connections_refused_total.load(Ordering::Relaxed) >= 64);
    assert!(edge.stats.connections_open.load(Ordering::Relaxed) <= 1 + 1 + 64);
    drop(crowd);
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 1);
    first.send(&get("/inline"));
    assert_eq!(first.answer().unwrap().status, 200);
}

#[test]
fn a_full_queue_refuses_at_once_and_the_connection_goes_on() {
    let edge = Edge::start(EdgeConfig {
        worker_threads: 1,
        worker_queue: 1,
        ..config()
    });
    // Many at once: some find the one place in the queue taken; nobody is left without answer.
    let mut clients: Vec<_> = (0..50).map(|_| edge.connect()).collect();
    for client in &mut clients {
        client.send(&get("/worker"));
    }
    for client in &mut clients {
        let answer = client.answer().unwrap();
        assert!([200, 503].contains(&answer.status));
        assert!(!answer.closes());
        client.send(&get("/inline"));
        assert_eq!(client.answer().unwrap().status, 200);
    }
    edge.wait_until(|edge| edge.stats.workers_queued.load(Ordering::Relaxed) == 0);
    edge.wait_until(|edge| edge.stats.workers_busy.load(Ordering::Relaxed) == 0);
}

#[test]
fn a_panic_is_a_500_and_the_next_request_is_fine() {
    let edge = Edge::start(EdgeConfig {
        worker_threads: 1,
        ..config()
    });
    let mut client = edge.connect();
    for _ in 0..3 {
        for path in ["/panic-inline", "/panic-worker"] {
            client.send(&get(path));
            let answer = client.answer().unwrap();
            assert_eq!(answer.status, 500);
            assert_eq!(answer.body, format!("Panicked Some(\"{path}\")"));
        }
        client.send(&get("/worker"));
        assert_eq!(client.answer().unwrap().status, 200);
    }
    assert_eq!(edge.ask(&get("/panic-plan")).status, 500);
    assert_eq!(edge.stats.panics_total.load(Ordering::Relaxed), 7);
}

#[test]
fn a_header_that_cannot_be_written_is_a_500() {
    let edge = Edge::start(config());
    assert_eq!(edge.ask(&get("/bad-header")).status, 500);
}

#[test]
fn a_client_that_leaves_drops_its_promise() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send(&get("/later"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    assert_eq!(edge.promises.dropped.load(Ordering::SeqCst), 0);
    drop(client);
    edge.wait_until(|edge| edge.promises.dropped.load(Ordering::SeqCst) == 1);
}

#[test]
fn many_promises_hold_no_thread() {
    let edge = Edge::start(config());
    let mut clients: Vec<_> = (0..300).map(|_| edge.connect()).collect();
    for client in &mut clients {
        client.send(&get("/later"));
    }
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 300);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let threads: usize = status
        .lines()
        .find_map(|line| line.strip_prefix("Threads:"))
        .map(|count| count.trim().parse().unwrap())
        .unwrap();
    // The other tests of this process run at the same time, each with an edge of its own.
    assert!(threads < 200, "{threads} threads");
    edge.promises.keep();
    for client in &mut clients {
        assert_eq!(client.answer().unwrap().body, "kept");
    }
}

#[test]
fn a_drain_answers_what_has_begun_and_lets_the_rest_go() {
    let mut edge = Edge::start(config());
    let mut idle = edge.connect();
    idle.send(&get("/inline"));
    assert_eq!(idle.answer().unwrap().status, 200);
    let mut unused = edge.connect();
    let mut promised = edge.connect();
    promised.send(&get("/later"));
    let mut half_head = edge.connect();
    half_head.send("GET /inline HTTP/1.1\r\nHo");
    let mut half_body = edge.connect();
    half_body.send("POST /worker HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nha");
    edge.wait_until(|edge| {
        edge.stats.connections_open.load(Ordering::Relaxed) == 5
            && edge.promises.made.load(Ordering::SeqCst) == 1
    });
    // Nothing shows from outside that a half head or body was read; give it a moment.
    std::thread::sleep(Duration::from_millis(100));

    edge.stopper.stop();
    idle.assert_closed();
    unused.assert_closed();
    edge.wait_until(|edge| TcpStream::connect(edge.address).is_err());
    half_head.send("st: a\r\n\r\n");
    half_body.send("lf");
    edge.promises.keep();
    for (client, body) in [
        (&mut promised, "kept"),
        (&mut half_head, "GET /inline Network []"),
        (&mut half_body, "POST /worker Network [half]"),
    ] {
        let answer = client.answer().unwrap();
        assert_eq!(answer.body, body);
        assert!(answer.closes());
        client.assert_closed();
    }
    edge.finish().unwrap();
}

#[test]
fn a_drain_cuts_off_what_takes_too_long() {
    let mut edge = Edge::start(EdgeConfig {
        drain_deadline: Duration::from_millis(100),
        ..config()
    });
    let mut client = edge.connect();
    client.send(&get("/later"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    edge.finish().unwrap();
    client.assert_closed();
    assert_eq!(edge.promises.dropped.load(Ordering::SeqCst), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn the_control_lane_has_its_own_seats_on_a_private_socket() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::net::UnixStream;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("control.sock");
    let control = Listener::bind_unix(&path, Lane::Control).unwrap();
    let edge = Edge::start_with(
        EdgeConfig {
            max_connections: 1,
            reserved_seats: 0,
            side_lane_seats: 1,
            ..config()
        },
        vec![control],
    );
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
    let mut network = edge.connect();
    network.send(&get("/inline"));
    assert_eq!(network.answer().unwrap().status, 200);
    let mut local = Client::new(UnixStream::connect(&path).unwrap());
    local.send(&get("/inline"));
    assert_eq!(local.answer().unwrap().body, "GET /inline Control []");
    let mut second = Client::new(UnixStream::connect(&path).unwrap());
    second.send(&get("/inline"));
    assert_eq!(second.answer().unwrap().status, 503);
}
