//! Where the log stands: the next numbers, the last link, and how to undo a batch that failed.

use std::collections::HashMap;
use std::time::Duration;

use crate::domain::id::CustomerId;
use crate::domain::record::Record;
use crate::domain::time::Timestamp;
use crate::store::{Head, NewRecord, StoreError, Writer};

/// How far the clock may be behind the last record; the time stands still meanwhile.
const BEHIND_AT_MOST: Duration = Duration::from_hours(1);

/// The end of the log as the writer knows it, ahead of the disk by the batch in hand.
pub(super) struct Chain {
    head: Head,
    customers: HashMap<CustomerId, u64>,
    committed: Head,
    undo: Vec<(CustomerId, Option<u64>)>,
    buffer: Vec<u8>,
}

/// Where the log stood in the middle of a batch.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    head: Head,
    undo: usize,
}

impl Chain {
    pub(super) fn new(head: Head, customers: HashMap<CustomerId, u64>) -> Self {
        Self {
            head,
            customers,
            committed: head,
            undo: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// Whether a clock that says this can be right: not before this program was written, and not
    /// long before the last record. By a clock that fell back, nothing would ever expire.
    pub(super) fn believes(&self, clock: Timestamp) -> bool {
        clock.is_plausible() && self.head.at.since(clock) <= BEHIND_AT_MOST
    }

    /// The number of the last record that is on the disk.
    pub(super) fn committed_seq(&self) -> u64 {
        self.committed.seq
    }

    /// The time of the last record.
    pub(super) fn last_at(&self) -> Timestamp {
        self.head.at
    }

    /// Numbers, chains and appends a record. `write` gets the global and the customer's number.
    /// Returns both.
    pub(super) fn append<'a>(
        &mut self,
        store: &mut Writer,
        customer: Option<CustomerId>,
        make: impl FnOnce(u64, Option<u64>) -> Record<'a>,
    ) -> Result<(u64, Option<u64>), StoreError> {
        let seq = self.head.seq + 1;
        let customer_seq = customer.map(|id| self.customers.get(&id).copied().unwrap_or(0) + 1);
        let record = make(seq, customer_seq);
        self.buffer.clear();
        let unreadable = |why: String| StoreError::Unreadable {
            what: "a record to append",
            why,
        };
        serde_json::to_writer(&mut self.buffer, &record)
            .map_err(|error| unreadable(error.to_string()))?;
        let canonical =
            std::str::from_utf8(&self.buffer).map_err(|error| unreadable(error.to_string()))?;
        let hash = self.head.hash.next(canonical.as_bytes());
        store.append(&NewRecord {
            seq,
            customer: customer.zip(customer_seq),
            at: record.at,
            agent_id: record.agent_id,
            result: record.result,
            record: canonical,
            hash,
        })?;
        self.head = Head {
            seq,
            hash,
            at: record.at,
        };
        if let (Some(id), Some(number)) = (customer, customer_seq) {
            let before = self.customers.insert(id, number);
            self.undo.push((id, before));
        }
        Ok((seq, customer_seq))
    }

    /// Where the log stands, to come back to when a part of the batch is given up.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            head: self.head,
            undo: self.undo.len(),
        }
    }

    /// A part of the batch is given up: as if nothing had been appended since.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.head = mark.head;
        self.undo_from(mark.undo);
    }

    /// The batch is on the disk. Each customer that it has records of is told with the number of
    /// its newest.
    pub(super) fn committed(&mut self, mut tell: impl FnMut(CustomerId, u64)) {
        self.committed = self.head;
        let mut told = None;
        for (customer, _) in self.undo.drain(..) {
            if told.replace(customer) != Some(customer)
                && let Some(number) = self.customers.get(&customer)
            {
                tell(customer, *number);
            }
        }
    }

    /// The batch is not on the disk: as if it had never been.
    pub(super) fn rolled_back(&mut self) {
        self.head = self.committed;
        self.undo_from(0);
    }

    fn undo_from(&mut self, place: usize) {
        for (id, before) in self.undo.drain(place..).rev() {
            match before {
                Some(number) => self.customers.insert(id, number),
                None => self.customers.remove(&id),
            };
        }
    }
}
