//! The ledger on a real file: what it records, in which order, and what it does not acknowledge.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod approvals;
mod audit_format;

mod changes;
#[path = "../fixtures/desk.rs"]
mod desk;
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod meter;
mod order;
mod parts;
mod queue;
mod quota;
mod records;

use std::sync::mpsc;

use portcullis::ledger::{Accepted, Lane};

use crate::desk::{Changed, Desk, meta};

/// Holds the writer in the middle of a batch until it is opened, so that what is queued meanwhile
/// is one batch afterwards.
pub(crate) struct Gate {
    open: mpsc::Sender<()>,
    passed: oneshot::Receiver<Changed>,
}

impl Gate {
    pub(crate) fn hold(desk: &Desk) -> Self {
        let (entered, inside) = mpsc::channel();
        let (open, opened) = mpsc::channel::<()>();
        let passed = desk
            .ledger
            .change(Lane::Urgent, meta("gate.held", None), move |_, _| {
                entered.send(()).unwrap();
                opened.recv().unwrap();
                Ok(Accepted::done((), Vec::new(), serde_json::Value::Null))
            });
        inside.recv().unwrap();
        Self { open, passed }
    }

    pub(crate) fn open(self) {
        self.opened().recv().unwrap().unwrap();
    }

    /// Opens without waiting for the answer to what held the writer.
    pub(crate) fn opened(self) -> oneshot::Receiver<Changed> {
        self.open.send(()).unwrap();
        self.passed
    }
}

/// The value of a counter.
pub(crate) fn counter(desk: &Desk, name: &str) -> u64 {
    let text = desk.ledger.metrics().render(Vec::new()).unwrap();
    let start = format!("portcullis_{name} ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start));
    line.unwrap().parse().unwrap()
}
