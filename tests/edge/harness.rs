//! An edge with a small service behind it, and a client that knows raw sockets only.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;
use std::time::Duration;

use portcullis::edge::{EdgeConfig, EdgeError, Listener, Stopper, serve};
use portcullis::http::wire::{
    Answer, EdgeStats, Head, Incoming, Lane, Party, Pending, Piece, Plan, Refusal, Reply, Run,
    Service, Source,
};

pub(crate) const BODY_LIMIT: usize = 256 * 1024;

/// Echoes what it saw. The path says how: `/inline`, `/worker`, `/later`, `/panic-inline`,
/// `/panic-worker`, `/panic-plan`, `/hold-inline`, `/hold-worker`, `/big`, `/bad-header`, `/stream-…` (see [`Teller`]), `/health` (has a reserved seat).
#[derive(Default)]
pub(crate) struct Echo {
    pub(crate) promises: Arc<Promises>,
}

/// The promises that were made, kept all at once by `keep`.
#[derive(Default)]
pub(crate) struct Promises {
    pub(crate) made: AtomicUsize,
    pub(crate) dropped: AtomicUsize,
    pub(crate) asked: AtomicUsize,
    pub(crate) kept: Mutex<bool>,
    pub(crate) wakers: Mutex<Vec<Waker>>,
}

impl Promises {
    pub(crate) fn keep(&self) {
        *self.kept.lock().unwrap() = true;
        for waker in self.wakers.lock().unwrap().drain(..) {
            waker.wake();
        }
    }
}

pub(crate) struct Promise(Arc<Promises>);

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

/// Tells a numbered piece on each tick: `/stream-on` without end, `/stream-three` three and no more,
/// `/stream-silent` only the first, `/stream-flood` a megabyte each, `/stream-panic` panics after
/// the first.
pub(crate) struct Teller {
    path: String,
    told: usize,
    promises: Arc<Promises>,
}

impl Source for Teller {
    fn next(&mut self) -> Piece {
        self.told += 1;
        self.promises.asked.fetch_add(1, Ordering::SeqCst);
        let piece = format!("piece {}\n", self.told).into_bytes();
        match (self.path.as_str(), self.told) {
            ("/stream-three", 3) => Piece::Last(piece),
            ("/stream-silent", 2..) => Piece::Nothing,
            ("/stream-flood", _) => Piece::More(vec![b'x'; 1 << 20]),
            ("/stream-panic", 2..) => panic!("as asked"),
            _ => Piece::More(piece),
        }
    }

    fn farewell(&mut self) -> Vec<u8> {
        b"farewell\n".to_vec()
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.promises.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

pub(crate) fn reply(status: u16, body: &str) -> Reply {
    Reply {
        status,
        headers: vec![("X-Test".to_owned(), "yes".to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

impl Service for Echo {
    fn plan(&self, head: &Head) -> Plan {
        assert_ne!(head.path(), "/panic-plan", "as asked");
        let runs_on_worker = ["/worker", "/panic-worker", "/hold-worker"].contains(&head.path());
        Plan {
            run: if runs_on_worker {
                Run::Worker
            } else {
                Run::Inline
            },
            reserved_seat: ["/health", "/stream-reserved"].contains(&head.path()),
            max_body_bytes: BODY_LIMIT,
            party: head
                .header("x-customer")
                .and_then(|number| number.parse().ok())
                .map(|number| Party::Customer([number; 16])),
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
            "/hold-inline" | "/hold-worker" => {
                self.promises.made.fetch_add(1, Ordering::SeqCst);
                while !*self.promises.kept.lock().unwrap() {
                    std::thread::sleep(Duration::from_millis(1));
                }
                Answer::Now(reply(200, "held"))
            }
            path if path.starts_with("/stream") => {
                self.promises.made.fetch_add(1, Ordering::SeqCst);
                let teller = Teller {
                    path: path.to_owned(),
                    told: 0,
                    promises: Arc::clone(&self.promises),
                };
                Answer::Stream(reply(200, ""), Box::new(teller))
            }
            "/big" => Answer::Now(reply(200, &"x".repeat(5_000_000))),
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
            Refusal::MalformedRequest | Refusal::HttpsNeeded => 400,
            Refusal::RequestTimeout => 408,
            Refusal::BodyTooLarge { .. } => 413,
            Refusal::HeadTooLarge => 431,
            Refusal::Overloaded => 503,
            Refusal::TooManyWaiting => 429,
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
pub(crate) struct Edge {
    pub(crate) address: SocketAddr,
    pub(crate) stopper: Stopper,
    pub(crate) stats: Arc<EdgeStats>,
    pub(crate) promises: Arc<Promises>,
    pub(crate) thread: Option<JoinHandle<Result<(), EdgeError>>>,
}

pub(crate) fn config() -> EdgeConfig {
    EdgeConfig {
        io_threads: 2,
        worker_threads: 4,
        handle_signals: false,
        drain_deadline: Duration::from_secs(5),
        ..EdgeConfig::default()
    }
}

impl Edge {
    pub(crate) fn start(config: EdgeConfig) -> Self {
        Self::start_with(config, Vec::new())
    }

    pub(crate) fn start_with(config: EdgeConfig, mut listeners: Vec<Listener>) -> Self {
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

    pub(crate) fn connect(&self) -> Client<TcpStream> {
        let stream = TcpStream::connect(self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        Client::new(stream)
    }

    pub(crate) fn ask(&self, request: &str) -> Answered {
        let mut client = self.connect();
        client.send(request);
        client.answer().unwrap()
    }

    pub(crate) fn wait_until(&self, condition: impl Fn(&Self) -> bool) {
        // Bounded by the test harness's own patience only: 20 s in steps of 10 ms.
        for _ in 0..2000 {
            if condition(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the condition never came true");
    }

    pub(crate) fn finish(&mut self) -> Result<(), EdgeError> {
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

pub(crate) struct Client<S> {
    pub(crate) stream: S,
    pub(crate) buffer: Vec<u8>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answered {
    pub(crate) fn closes(&self) -> bool {
        self.head.contains("\r\nconnection: close")
    }
}

impl<S: Read + Write> Client<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self {
            stream,
            buffer: Vec::new(),
        }
    }

    pub(crate) fn send(&mut self, bytes: &str) {
        self.send_bytes(bytes.as_bytes());
    }

    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        // The edge may have refused and closed before it took everything.
        self.stream.write_all(bytes).ok();
    }

    /// One read into the buffer; `false` at the end of the connection.
    pub(crate) fn fill(&mut self) -> bool {
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

    pub(crate) fn head(&mut self) -> Option<String> {
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
    pub(crate) fn answer(&mut self) -> Option<Answered> {
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

    /// The next chunk of a body, `None` at its end.
    pub(crate) fn chunk(&mut self) -> Option<String> {
        let line = loop {
            let text = String::from_utf8_lossy(&self.buffer).into_owned();
            if let Some((line, _)) = text.split_once("\r\n") {
                break line.to_owned();
            }
            assert!(self.fill(), "the connection ended before a chunk");
        };
        let length = usize::from_str_radix(&line, 16).unwrap();
        let whole = line.len() + 2 + length + 2;
        while self.buffer.len() < whole {
            assert!(self.fill(), "the connection ended in the middle of a chunk");
        }
        let bytes = self.buffer.drain(..whole);
        let chunk: Vec<u8> = bytes.skip(line.len() + 2).take(length).collect();
        (length > 0).then(|| String::from_utf8(chunk).unwrap())
    }

    pub(crate) fn assert_closed(&mut self) {
        assert_eq!(self.answer(), None);
    }
}

pub(crate) fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n")
}

pub(crate) fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Runs one test, named with its module, in a process of its own; `true` inside that process.
pub(crate) fn alone(test: &str) -> bool {
    const INSIDE: &str = "EDGE_TEST_ALONE";
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env(INSIDE, "1")
        .status()
        .unwrap();
    assert!(status.success());
    false
}
