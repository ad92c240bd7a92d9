//! How the edge ends.

use std::net::TcpStream;
use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis::edge::EdgeConfig;
use portcullis::edge::EdgeError;

use crate::harness::{Edge, alone, config, get};

#[test]
fn the_first_signal_drains_and_the_second_ends_at_once() {
    use nix::sys::signal::{Signal, raise};

    if !alone("drain::the_first_signal_drains_and_the_second_ends_at_once") {
        return;
    }
    let with_signals = || EdgeConfig {
        handle_signals: true,
        drain_deadline: Duration::from_mins(10),
        ..config()
    };
    let mut edge = Edge::start(with_signals());
    let mut promised = edge.connect();
    promised.send(&get("/later"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    raise(Signal::SIGTERM).unwrap();
    edge.wait_until(|edge| edge.stopper.is_stopping());
    edge.promises.keep();
    assert!(promised.answer().unwrap().closes());
    edge.finish().unwrap();

    let mut edge = Edge::start(with_signals());
    let mut promised = edge.connect();
    promised.send(&get("/later"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    raise(Signal::SIGTERM).unwrap();
    edge.wait_until(|edge| edge.stopper.is_stopping());
    raise(Signal::SIGINT).unwrap();
    let end = edge.finish().unwrap_err();
    assert!(matches!(end, EdgeError::Forced { signal: 2 }), "{end}");
    assert_eq!(end.exit_status(), 130);
    promised.assert_closed();
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
