//! Answers that are told while things happen: their framing, their deadlines, their end.

use std::net::TcpStream;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use portcullis::edge::EdgeConfig;

use crate::harness::{Client, Edge, config, get};

fn open(edge: &Edge, path: &str) -> Client<TcpStream> {
    let mut client = edge.connect();
    client.send(&get(path));
    let head = client.head().unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("transfer-encoding: chunked"), "{head}");
    assert!(!head.contains("content-length"), "{head}");
    client
}

fn open_streams(edge: &Edge) -> u64 {
    edge.stats.streams_open.load(Ordering::Relaxed)
}

#[test]
fn a_stream_is_chunked_and_the_connection_goes_on_after_it() {
    let edge = Edge::start(config());
    let begun = Instant::now();
    let mut client = open(&edge, "/stream-three");
    assert_eq!(client.chunk().unwrap(), "piece 1\n");
    assert!(begun.elapsed() < Duration::from_millis(200), "at once");
    assert_eq!(client.chunk().unwrap(), "piece 2\n");
    assert_eq!(client.chunk().unwrap(), "piece 3\n");
    assert_eq!(client.chunk(), None);
    assert!(begun.elapsed() >= Duration::from_millis(500), "in its time");
    edge.wait_until(|edge| open_streams(edge) == 0);
    client.send(&get("/inline"));
    assert_eq!(client.answer().unwrap().status, 200);
}

#[test]
fn no_deadline_of_requests_ends_a_stream() {
    let short = Duration::from_millis(200);
    let edge = Edge::start(EdgeConfig {
        head_deadline: short,
        idle_deadline: short,
        body_deadline: short,
        write_deadline: short,
        ..config()
    });
    let mut silent = open(&edge, "/stream-silent");
    let mut client = open(&edge, "/stream-on");
    for number in 1..=8 {
        assert_eq!(client.chunk().unwrap(), format!("piece {number}\n"));
    }
    assert_eq!(silent.chunk().unwrap(), "piece 1\n");
    assert_eq!(open_streams(&edge), 2, "silence is no end");
    // Afterwards the deadlines count again.
    let mut over = open(&edge, "/stream-three");
    while over.chunk().is_some() {}
    over.assert_closed();
}

#[test]
fn who_takes_nothing_is_dropped_and_costs_no_more_than_one_piece() {
    let edge = Edge::start(EdgeConfig {
        write_deadline: Duration::from_millis(600),
        ..config()
    });
    let _never_reads = open(&edge, "/stream-flood");
    let begun = Instant::now();
    edge.wait_until(|edge| edge.promises.dropped.load(Ordering::SeqCst) == 1);
    assert_eq!(open_streams(&edge), 0);
    assert!(begun.elapsed() >= Duration::from_millis(600));
    // What the kernel takes for the two ends of a loopback connection, and one piece beyond it.
    let asked = edge.promises.asked.load(Ordering::SeqCst);
    assert!((1..=40).contains(&asked), "{asked} pieces");
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 0);
}

#[test]
fn a_slow_reader_is_told_later_what_it_did_not_take() {
    let edge = Edge::start(config());
    let mut client = open(&edge, "/stream-flood");
    let asked = || edge.promises.asked.load(Ordering::SeqCst);
    // It has stopped being asked: what is not taken is not made.
    let mut before = usize::MAX;
    while before != asked() {
        before = asked();
        std::thread::sleep(Duration::from_millis(700));
    }
    for _ in 0..before + 2 {
        assert_eq!(client.chunk().unwrap().len(), 1 << 20);
    }
    assert!(asked() >= before + 2, "it goes on");
}

#[test]
fn who_leaves_gives_its_place_back() {
    let edge = Edge::start(config());
    let clients: Vec<_> = (0..20).map(|_| open(&edge, "/stream-silent")).collect();
    assert_eq!(open_streams(&edge), 20);
    drop(clients);
    // Without a word being said to them.
    edge.wait_until(|edge| open_streams(edge) == 0);
    assert_eq!(edge.promises.dropped.load(Ordering::SeqCst), 20);
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 0);
}

#[test]
fn the_drain_says_farewell_and_waits_for_no_stream() {
    let mut edge = Edge::start(config());
    let mut clients = [open(&edge, "/stream-on"), open(&edge, "/stream-silent")];
    let begun = Instant::now();
    edge.finish().unwrap();
    assert!(begun.elapsed() < Duration::from_secs(2));
    for client in &mut clients {
        let mut last = String::new();
        while let Some(chunk) = client.chunk() {
            last = chunk;
        }
        assert_eq!(last, "farewell\n");
        client.assert_closed();
    }
    assert_eq!(open_streams(&edge), 0);
}

#[test]
fn a_stream_that_panics_ends_and_takes_nobody_along() {
    let edge = Edge::start(config());
    let mut client = open(&edge, "/stream-panic");
    let mut other = open(&edge, "/stream-on");
    assert_eq!(client.chunk().unwrap(), "piece 1\n");
    assert_eq!(client.chunk(), None);
    assert_eq!(edge.stats.panics_total.load(Ordering::Relaxed), 1);
    for _ in 0..3 {
        assert!(other.chunk().is_some());
    }
}

#[test]
fn to_http_1_0_the_end_of_the_connection_is_the_end() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("GET /stream-three HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    let head = client.head().unwrap();
    assert!(!head.contains("chunked"), "{head}");
    assert!(head.contains("connection: close"), "{head}");
    while client.fill() {}
    assert_eq!(client.buffer, b"piece 1\npiece 2\npiece 3\n");
}

#[test]
fn a_head_request_opens_no_stream() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("HEAD /stream-on HTTP/1.1\r\nHost: a\r\n\r\n");
    assert!(client.head().unwrap().starts_with("HTTP/1.1 200"));
    edge.wait_until(|edge| open_streams(edge) == 0);
    client.send(&get("/inline"));
    assert_eq!(client.answer().unwrap().status, 200);
}

#[test]
fn no_stream_keeps_a_reserved_seat() {
    let edge = Edge::start(EdgeConfig {
        max_connections: 1,
        reserved_seats: 2,
        ..config()
    });
    let _regular = open(&edge, "/stream-on");
    for path in ["/stream-on", "/stream-reserved"] {
        let mut refused = edge.connect();
        refused.send(&get(path));
        let answer = refused.answer().unwrap();
        assert_eq!((answer.status, answer.closes()), (503, true), "{path}");
    }
    assert_eq!(edge.ask(&get("/health")).status, 200);
    assert_eq!(open_streams(&edge), 1);
}

#[test]
fn what_is_sent_behind_a_stream_is_answered_after_it() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send(&format!("{}{}", get("/stream-three"), get("/inline")));
    assert!(client.head().unwrap().contains("chunked"));
    while client.chunk().is_some() {}
    assert_eq!(client.answer().unwrap().body, "GET /inline Network []");
}
