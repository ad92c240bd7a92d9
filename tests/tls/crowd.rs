//! Handshakes that stall: they hold a seat until their deadline, and nothing else.

use std::io::Write as _;
use std::net::TcpStream;

use crate::client::{Site, get};

/// The beginning of a hello that never goes on.
const BEGUN: &[u8] = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03";

fn stalled(address: &str, count: usize) -> Vec<TcpStream> {
    (0..count)
        .map(|number| {
            let mut socket = TcpStream::connect(address).unwrap();
            // Every other one says nothing at all.
            if number % 2 == 0 {
                socket.write_all(BEGUN).unwrap();
            }
            socket
        })
        .collect()
}

#[test]
fn stalled_handshakes_do_not_stop_others() {
    let site = Site::new();
    site.configure("", "[server]\nhead_seconds = 300\n");
    let (running, _) = site.serve();
    let _stalled = stalled(&running.address, 200);
    for _ in 0..20 {
        assert_eq!(site.client().get(&running.address, "/health").status, 200);
    }
}

/// In a full house the reserved seats still answer who may have one, and a stalled handshake gives
/// its seat back at the deadline of a head.
#[test]
fn a_house_full_of_stalled_handshakes_empties_itself() {
    let site = Site::new();
    site.configure(
        "",
        "[server]\nmax_connections = 16\nreserved_seats = 16\nhead_seconds = 3\n[log]\nlevel = \"off\"\n",
    );
    let (running, _) = site.serve();
    let _stalled = stalled(&running.address, 16);
    let client = site.client();
    // Which of the two is accepted first is the system's to say; what counts is that both come true.
    let mut was_full = false;
    let mut was_served = false;
    for _ in 0..2000 {
        match client.ask(&running.address, &get("/api/tiers", "")) {
            Ok(answer) if answer.status == 503 => {
                was_full = true;
                assert_eq!(answer.json()["code"], "overloaded");
                let health = client.ask(&running.address, &get("/health", ""));
                assert_eq!(health.unwrap().status, 200, "a seat is kept for it");
            }
            Ok(answer) => {
                assert_eq!(answer.status, 200, "{answer:?}");
                if was_full {
                    was_served = true;
                    break;
                }
            }
            Err(error) => panic!("{error}"),
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(
        was_full && was_served,
        "full: {was_full}, served: {was_served}"
    );
}

/// A drain waits for nobody who has not asked anything yet.
#[test]
fn a_stalled_handshake_does_not_hold_the_drain() {
    let site = Site::new();
    site.configure("", "[server]\nhead_seconds = 300\ndrain_seconds = 600\n");
    let (running, _) = site.serve();
    let _stalled = stalled(&running.address, 8);
    assert_eq!(site.client().get(&running.address, "/health").status, 200);
    // The test program gives up on a process that does not end within a minute.
    assert_eq!(running.stop(nix::sys::signal::Signal::SIGTERM), 0);
}
