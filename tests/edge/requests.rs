//! What a client gets that keeps to the rules.

use std::net::Shutdown;
use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis::edge::EdgeConfig;

use crate::harness::{BODY_LIMIT, Edge, config, get, post};

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
fn a_big_answer_arrives_whole_and_the_connection_goes_on() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    for _ in 0..2 {
        client.send(&get("/big"));
        assert_eq!(client.answer().unwrap().body.len(), 5_000_000);
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
fn a_request_that_is_read_together_with_its_end_is_answered() {
    let edge = Edge::start(EdgeConfig {
        io_threads: 1,
        ..config()
    });
    let mut client = edge.connect();
    client.send(&get("/inline"));
    assert_eq!(client.answer().unwrap().status, 200);
    // The one thread that reads is held while both arrive.
    let mut holder = edge.connect();
    holder.send(&get("/hold-inline"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    client.send(&get("/inline"));
    client.stream.shutdown(Shutdown::Write).unwrap();
    edge.promises.keep();
    assert_eq!(client.answer().unwrap().status, 200);
    client.assert_closed();
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
