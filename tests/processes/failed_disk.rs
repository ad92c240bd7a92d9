//! A write that fails otherwise than for want of room: it is unknown what is on the disk, so the
//! ledger acknowledges nothing more and asks the process to end.

use std::collections::HashSet;

use portcullis::ledger::{ChangeError, CheckRefused, Health};

use crate::desk::{Desk, Fixed, settings};
use crate::fixtures::{audited, noon};
use crate::{alone, as_child, lines_of, run_child};

/// Run as a child by the test below.
#[test]
fn works_until_a_write_fails() {
    let Some(directory) = as_child() else { return };
    let desk = Desk::furnished(&directory, settings());
    let mut acknowledged = Vec::new();
    let ask_until_refused = || {
        let mut seqs = Vec::new();
        loop {
            match desk.ask(1, "read") {
                Ok(recorded) => seqs.push(recorded.seq),
                Err(refused) => break (seqs, refused),
            }
        }
    };
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..4).map(|_| scope.spawn(ask_until_refused)).collect();
        for asked in asking {
            let (seqs, refused) = asked.join().unwrap();
            assert_eq!(refused, CheckRefused::Unavailable);
            acknowledged.extend(seqs);
        }
    });
    desk.fatal.lock().unwrap().recv().unwrap();
    assert_eq!(desk.ledger.health(), Health::Failed);
    assert_eq!(desk.ask(2, "read").unwrap_err(), CheckRefused::Unavailable);
    let change = desk.save("test", Vec::new());
    assert!(matches!(change, Err(ChangeError::Unavailable)));
    let told_again = desk.fatal.lock().unwrap().recv();
    assert!(told_again.is_err(), "told once, and the teller is gone");
    println!();
    for seq in acknowledged {
        println!("acknowledged {seq}");
    }
}

#[test]
fn a_failed_write_ends_it_and_what_was_acknowledged_is_there() {
    let _alone = alone();
    let directory = tempfile::tempdir().unwrap();
    // No file may grow beyond four megabytes: a write beyond fails with EFBIG, which is no full disk.
    let script = "trap '' XFSZ; ulimit -f 8192; exec \"$@\"";
    let test = "failed_disk::works_until_a_write_fails";
    let output = run_child(&[], script, test, directory.path());
    let acknowledged: HashSet<i64> = lines_of(&output, "acknowledged")
        .iter()
        .map(|number| number.parse().unwrap())
        .collect();
    assert!(acknowledged.len() > 10, "{acknowledged:?}");

    let rows = audited(directory.path());
    let numbers = rows.iter().filter_map(|row| row.customer_seq);
    let recorded: HashSet<i64> = numbers.collect();
    let missing: Vec<_> = acknowledged.difference(&recorded).collect();
    assert!(
        missing.is_empty(),
        "acknowledged and not in the file: {missing:?}"
    );

    // The next process reads the file again and goes on.
    let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(1)));
    let next = recorded.len() as u64 + 1;
    assert_eq!(desk.ask(1, "read").unwrap().seq, next);
    assert_eq!(audited(directory.path()).len(), rows.len() + 1);
}
