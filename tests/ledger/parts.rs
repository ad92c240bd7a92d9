//! Changes of many parts: each with its record, all in one transaction, or none.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use portcullis::domain::customer::Customer;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::text::Email;
use portcullis::ledger::{Accepted, ChangeError, Lane, Moment, Part, Parts};
use serde_json::json;

use crate::Gate;
use crate::desk::{Changed, Desk, No, meta, request, settings};
use crate::fixtures::{audited, customer};

/// Customers one after another, of which one may take another's address or never be made.
struct Several {
    made: Arc<AtomicUsize>,
    numbers: std::ops::Range<u8>,
    email_of_last: Option<&'static str>,
    panics_at: Option<u8>,
}

impl Several {
    fn of(numbers: std::ops::Range<u8>) -> Self {
        Self {
            made: Arc::default(),
            numbers,
            email_of_last: None,
            panics_at: None,
        }
    }
}

impl Parts for Several {
    fn next(&mut self, moment: &Moment<'_>) -> Option<Part> {
        let number = self.numbers.next()?;
        assert_ne!(self.panics_at, Some(number), "on purpose");
        let mut made = Customer::clone(&customer(number));
        if let Some(email) = self.email_of_last.filter(|_| self.numbers.is_empty()) {
            made.email = Email::parse(email).unwrap();
        }
        made.updated_at = moment.now;
        self.made.fetch_add(1, Ordering::SeqCst);
        Some(Part {
            action: "customer.register",
            customer_id: Some(made.id),
            object: made.id.to_string(),
            details: json!({"number": number}),
            mutations: vec![Mutation::SaveCustomer(Arc::new(made))],
        })
    }
}

fn submit(desk: &Desk, parts: Several) -> oneshot::Receiver<Changed> {
    desk.ledger
        .change(Lane::Normal, meta("customer.import", None), |_, _| {
            let accepted = Accepted::done((), Vec::new(), json!({"rows": 3}));
            Ok::<_, No>(accepted.about(&"imp_1").in_parts(parts))
        })
}

#[test]
fn each_part_has_its_record_and_the_whole_has_the_last() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let head = audited(directory.path()).len();
    let made = submit(&desk, Several::of(10..13)).recv().unwrap().unwrap();
    assert_eq!(usize::try_from(made.seq), Ok(head + 4));
    // The chain is verified on the way.
    let records = audited(directory.path());
    assert_eq!(records.len(), head + 4);
    for (record, number) in records[head..].iter().zip(10..13) {
        let record = record.json();
        assert_eq!(record["action"], "customer.register");
        assert_eq!(record["customer_id"], customer(number).id.to_string());
        assert_eq!(record["customer_seq"], 1, "the first of its own log");
        assert_eq!(record["details"]["number"], number);
    }
    let whole = records[head + 3].json();
    assert_eq!(
        (&whole["action"], &whole["resource"]),
        (&json!("customer.import"), &json!("imp_1"))
    );
    assert_eq!(whole["customer_id"], json!(null));
    let live = desk.ledger.live().load_full();
    let state = live.customer(customer(12).id).unwrap();
    assert_eq!(state.log_head().load(Ordering::Acquire), 1);
}

#[test]
fn a_part_that_cannot_be_made_undoes_all_and_the_batch_stands() {
    for panics in [false, true] {
        let directory = tempfile::tempdir().unwrap();
        let desk = Desk::furnished(directory.path(), settings());
        let head = audited(directory.path()).len();
        let gate = Gate::hold(&desk);
        let ask = || {
            desk.ledger
                .check(desk.entry(1, request("bot", "read", "db")))
        };
        let first = ask();
        let mut parts = Several::of(10..15);
        let made = Arc::clone(&parts.made);
        if panics {
            parts.panics_at = Some(13);
        } else {
            parts.email_of_last = Some("c2@example.com");
        }
        let broken = submit(&desk, parts);
        let fine = submit(&desk, Several::of(12..14));
        let last = ask();
        gate.open();
        assert_eq!(first.recv().unwrap().unwrap().seq, 1);
        let refused = broken.recv().unwrap();
        assert!(matches!(refused, Err(ChangeError::Internal)), "{refused:?}");
        assert_eq!(made.load(Ordering::SeqCst), if panics { 3 } else { 5 });
        fine.recv().unwrap().unwrap();
        assert_eq!(last.recv().unwrap().unwrap().seq, 2);

        let records: Vec<_> = audited(directory.path())[head..]
            .iter()
            .map(crate::fixtures::Row::json)
            .collect();
        let actions: Vec<_> = records
            .iter()
            .map(|record| record["action"].as_str().unwrap())
            .collect();
        let expected = [
            "gate.held",
            "read",
            "customer.import",
            "customer.register",
            "customer.register",
            "customer.import",
            "read",
        ];
        assert_eq!(actions, expected);
        assert_eq!(
            (&records[2]["result"], &records[2]["reason"]),
            (&json!("refused"), &json!("internal"))
        );
        assert_eq!(
            records[3]["customer_seq"], 1,
            "as if it had never been made"
        );
        let live = desk.ledger.live().load_full();
        let is_there = |number| live.customer(customer(number).id).is_some();
        assert_eq!(
            [10, 11, 12, 13, 14].map(is_there),
            [false, false, true, true, false]
        );
        drop(desk);
        // What is read back is what memory had.
        let again = Desk::open(
            directory.path(),
            settings(),
            crate::desk::Fixed::at(crate::fixtures::noon(0)),
        );
        let read = again.ledger.live().load_full();
        assert_eq!(read.customers().count(), live.customers().count());
    }
}
