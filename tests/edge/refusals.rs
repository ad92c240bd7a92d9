//! What the edge refuses itself, and how.

use std::io::Write;
use std::net::Shutdown;
use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis::edge::EdgeConfig;

use crate::harness::{BODY_LIMIT, Edge, config, get, post};

#[test]
fn who_is_refused_while_sending_is_not_reset() {
    let edge = Edge::start(config());
    let mut client = edge.connect();
    client.send("POST /inline HTTP/1.1\r\nHost: a\r\nContent-Length: 999999\r\n\r\n");
    assert_eq!(client.answer().unwrap().status, 413);
    for _ in 0..10 {
        // Long enough for a reset to arrive, far shorter than the edge lingers.
        std::thread::sleep(Duration::from_millis(5));
        client.stream.write_all(&[b'x'; 1000]).unwrap();
    }
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
fn bodies_share_a_bounded_memory_and_give_it_back() {
    let edge = Edge::start(EdgeConfig {
        max_buffered_body_bytes: 100_000,
        ..config()
    });
    let upload = |path: &str, length: usize| {
        let mut client = edge.connect();
        client.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n"
        ));
        client.send(&"x".repeat(length));
        client.answer().unwrap().status
    };
    assert_eq!(upload("/inline", 200_000), 503);
    for path in ["/inline", "/worker", "/inline", "/worker"] {
        assert_eq!(upload(path, 90_000), 200);
    }
    assert_eq!(upload("/inline", 200_000), 503);
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
