//! A full disk: nothing is answered that is not recorded, and when there is room again, the ledger
//! goes on by itself, without a gap.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use portcullis::domain::mutation::Mutation;
use portcullis::ledger::{Accepted, ChangeError, CheckRefused, Health, Lane, Moment, Part, Parts};

use crate::desk::{Desk, Fixed, No, meta, settings};
use crate::fixtures::{audited, customer, noon};
use crate::{alone, as_child, lines_of, run_child, skip};

/// Fills what is left of the file system, to the last byte.
fn fill(ballast: &Path) {
    let mut file = File::create(ballast).unwrap();
    for size in [65_536, 4096, 1] {
        while file.write(&vec![0; size]).is_ok() {}
    }
}

fn wait_until_ready(desk: &Desk) {
    let waiting = Instant::now();
    while desk.ledger.health() != Health::Ready {
        assert!(
            waiting.elapsed() < Duration::from_mins(1),
            "it never recovered"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Run as a child by the test below.
#[test]
fn works_on_a_small_disk() {
    let Some(small) = as_child() else { return };
    let (data, ballast) = (small.join("data"), small.join("ballast"));
    let desk = Desk::furnished(&data, settings());
    assert_eq!(desk.ask(1, "read").unwrap().seq, 1);
    for round in 0..3 {
        fill(&ballast);
        let before = desk.ledger.live().load_full();
        for _ in 0..3 {
            let refused = desk.ask(1, "read").unwrap_err();
            assert_eq!(refused, CheckRefused::Unavailable);
            // A check that would open a request, and a change, leave nothing in memory either.
            assert_eq!(desk.ask(1, "pay").unwrap_err(), CheckRefused::Unavailable);
            let change = desk.save("test", vec![Mutation::SaveCustomer(customer(9))]);
            assert!(
                matches!(change, Err(ChangeError::Unavailable)),
                "{change:?}"
            );
            assert_eq!(desk.ledger.health(), Health::DiskFull);
        }
        let after = desk.ledger.live().load_full();
        assert_eq!(after.sizes(), before.sizes());
        assert!(desk.fatal.lock().unwrap().try_recv().is_err());

        std::fs::remove_file(&ballast).unwrap();
        // Once by itself, then because somebody asks.
        if round == 0 {
            wait_until_ready(&desk);
        }
        assert_eq!(desk.ask(1, "read").unwrap().seq, 2 + round);
        assert_eq!(desk.ledger.health(), Health::Ready);
    }
    fills_up_in_the_middle(&desk);
    assert_eq!(desk.ask(1, "read").unwrap().seq, 5);
    let ten = vec![Mutation::SaveCustomer(customer(10))];
    desk.save("customer.register", ten).unwrap();
    assert_eq!(audited(&data).len(), 7);
    let live = desk.ledger.live().load_full();
    let day = noon(0).day();
    let usage = desk
        .ledger
        .reader()
        .usage(customer(1).id, day, day)
        .unwrap();
    assert_eq!(usage[0].approved, 5, "what was not recorded is not counted");
    drop(desk);
    let desk = Desk::open(&data, settings(), Fixed::at(noon(1)));
    assert_eq!(desk.ledger.live().load_full().sizes(), live.sizes());
    assert_eq!(desk.ask(1, "read").unwrap().seq, 6);
    println!("\nrecovered");
}

/// Customers whose records are more than the disk holds.
struct TooMany(std::ops::Range<u8>);

impl Parts for TooMany {
    fn next(&mut self, _: &Moment<'_>) -> Option<Part> {
        let customer = customer(self.0.next()?);
        Some(Part {
            action: "customer.register",
            customer_id: Some(customer.id),
            object: customer.id.to_string(),
            details: serde_json::json!("x".repeat(100_000)),
            mutations: vec![Mutation::SaveCustomer(customer)],
        })
    }
}

/// A change of many parts fills the disk itself: nothing of it stays, and there is room again.
fn fills_up_in_the_middle(desk: &Desk) {
    let before = desk.ledger.live().load_full().sizes();
    let change = desk
        .ledger
        .change(Lane::Normal, meta("customer.import", None), |_, _| {
            let accepted = Accepted::done((), Vec::new(), serde_json::Value::Null);
            Ok::<_, No>(accepted.in_parts(TooMany(100..200)))
        });
    let refused = change.recv().unwrap();
    assert!(
        matches!(refused, Err(ChangeError::Unavailable)),
        "{refused:?}"
    );
    assert_eq!(desk.ledger.live().load_full().sizes(), before);
    // It looks by itself whether there is room again, so it may be ready by now; it did not stop.
    assert!(desk.fatal.lock().unwrap().try_recv().is_err());
}

#[test]
fn a_full_disk_denies_and_recovers() {
    let _alone = alone();
    let directory = tempfile::tempdir().unwrap();
    // A file system of three megabytes that goes away with the process.
    let mount = "mount -t tmpfs -o size=3m tmpfs \"$DIRECTORY\"";
    let ways: [&[&str]; 2] = [&["unshare", "-m"], &["unshare", "-Urm"]];
    let can_mount = |way: &&&[&str]| {
        let tried = Command::new(way[0])
            .args(&way[1..])
            .args(["sh", "-c", mount])
            .env("DIRECTORY", directory.path())
            .output();
        tried.is_ok_and(|output| output.status.success())
    };
    let Some(way) = ways.iter().find(can_mount) else {
        skip("a full disk, because no small file system can be mounted");
        return;
    };
    let script = format!("{mount} && exec \"$@\"");
    let test = "disk_full::works_on_a_small_disk";
    let output = run_child(way, &script, test, directory.path());
    assert_eq!(lines_of(&output, "recovered").len(), 1);
}
