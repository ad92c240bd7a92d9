//! Many clients at once: seats, queue, threads, lanes.

use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis::edge::EdgeConfig;
use portcullis::edge::Listener;
use portcullis::http::wire::Lane;

use crate::harness::{Client, Edge, alone, config, get};

#[test]
fn who_leaves_the_queue_gets_nothing_done() {
    let edge = Edge::start(EdgeConfig {
        worker_threads: 1,
        ..config()
    });
    let mut holder = edge.connect();
    holder.send(&get("/hold-worker"));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 1);
    let mut waiting = edge.connect();
    waiting.send(&get("/worker"));
    edge.wait_until(|edge| edge.stats.workers_queued.load(Ordering::Relaxed) == 1);
    drop(waiting);
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 1);
    edge.promises.keep();
    assert_eq!(holder.answer().unwrap().status, 200);
    assert_eq!(edge.ask(&get("/worker")).status, 200);
    assert_eq!(edge.stats.requests_total.load(Ordering::Relaxed), 2);
}

fn by_customer(path: &str, number: u8) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\nX-Customer: {number}\r\n\r\n")
}

/// One customer's questions that take long: two are worked on, the others wait, and nobody else does.
#[test]
fn a_customer_does_not_keep_the_workers_from_others() {
    let edge = Edge::start(config());
    let mut slow: Vec<_> = (0..6).map(|_| edge.connect()).collect();
    for client in &mut slow {
        client.send(&by_customer("/hold-worker", 1));
    }
    edge.wait_until(|edge| edge.stats.workers_queued.load(Ordering::Relaxed) == 4);
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 2);
    for request in [by_customer("/worker", 2), get("/worker")] {
        assert_eq!(edge.ask(&request).status, 200);
    }
    // Three of four workers for customers; the last is for those who run the appliance.
    let mut other = edge.connect();
    other.send(&by_customer("/hold-worker", 2));
    edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == 3);
    let mut third = edge.connect();
    third.send(&by_customer("/worker", 3));
    edge.wait_until(|edge| edge.stats.workers_queued.load(Ordering::Relaxed) == 5);
    assert_eq!(edge.ask(&get("/worker")).status, 200);
    assert_eq!(edge.promises.made.load(Ordering::SeqCst), 3);
    edge.promises.keep();
    for client in slow.iter_mut().chain([&mut other, &mut third]) {
        assert_eq!(client.answer().unwrap().status, 200);
    }
    assert_eq!(edge.promises.made.load(Ordering::SeqCst), 7);
    assert_eq!(edge.stats.workers_queued.load(Ordering::Relaxed), 0);
}

#[test]
fn a_customer_fills_the_queue_for_itself_alone() {
    let edge = Edge::start(config());
    let mut slow: Vec<_> = (0..66).map(|_| edge.connect()).collect();
    let (served, waiting) = slow.split_at_mut(2);
    for (clients, held) in [(served, 2), (waiting, 2)] {
        for client in clients {
            client.send(&by_customer("/hold-worker", 1));
        }
        edge.wait_until(|edge| edge.promises.made.load(Ordering::SeqCst) == held);
    }
    edge.wait_until(|edge| edge.stats.workers_queued.load(Ordering::Relaxed) == 64);
    assert_eq!(edge.ask(&by_customer("/worker", 1)).status, 429);
    assert_eq!(edge.ask(&by_customer("/worker", 2)).status, 200);
    // Who gave up makes room.
    drop(slow.pop());
    edge.wait_until(|edge| edge.stats.connections_open.load(Ordering::Relaxed) == 65);
    let mut again = edge.connect();
    again.send(&by_customer("/worker", 1));
    edge.promises.keep();
    assert_eq!(again.answer().unwrap().status, 200);
    for client in &mut slow {
        assert_eq!(client.answer().unwrap().status, 200);
    }
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

#[cfg(target_os = "linux")]
#[test]
fn many_promises_hold_no_thread() {
    if !alone("crowd::many_promises_hold_no_thread") {
        return;
    }
    let edge = Edge::start(EdgeConfig {
        handle_signals: false,
        ..EdgeConfig::default()
    });
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
    assert!(threads < 200, "{threads} threads");
    edge.promises.keep();
    for client in &mut clients {
        assert_eq!(client.answer().unwrap().body, "kept");
    }
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
