//! What was decided, counted as it is recorded, and written about once a second.
//!
//! A record counts once it is on the disk: the counts in memory are those of the records after the
//! last that the store has counted, up to the last one that is committed. They go down in the
//! transaction of some later batch, with the number of that record. So whatever ends the process,
//! the next start finds in the log exactly what is not counted yet.

use std::time::{Duration, Instant};

use crate::domain::id::CustomerId;
use crate::domain::time::Timestamp;
use crate::store::{MeterCounts, MeterKey, Severity, StoreError, Writer};

use super::entry::RecordedCheck;

/// Different counts that are held before they are written however soon it is.
const HELD_AT_MOST: usize = 16_384;
/// Records that are counted at a time at the start.
const COUNTED_AT_ONCE: u64 = 20_000;

/// The counts that are not written yet.
pub(super) struct Meter {
    counts: MeterCounts,
    /// The last record that is in the counts or in the store.
    through: u64,
    written_at: Instant,
    every: Duration,
    is_asked: bool,
}

impl Meter {
    /// Counts what the store has not counted yet of a log that ends with that record. On a full disk
    /// it is held until there is room again.
    pub(super) fn catch_up(
        store: &mut Writer,
        head: u64,
        now: Timestamp,
        every: Duration,
    ) -> Result<Self, StoreError> {
        let mut this = Self {
            counts: MeterCounts::new(),
            through: store.metered_through()?,
            written_at: Instant::now(),
            every,
            is_asked: false,
        };
        if this.through > head {
            // Counted together with what is no longer there.
            let (last, noted) = (head, this.through);
            return Err(StoreError::CutLog { last, noted });
        }
        while this.through < head {
            let last = store.meter_log(this.through, COUNTED_AT_ONCE, &mut this.counts)?;
            if last == this.through {
                break;
            }
            this.through = last;
            if this.counts.len() >= HELD_AT_MOST {
                this.try_to_write(store, now)?;
            }
        }
        Ok(this)
    }

    fn try_to_write(&mut self, store: &mut Writer, now: Timestamp) -> Result<(), StoreError> {
        let written = store
            .begin()
            .and_then(|()| self.write(store, now))
            .and_then(|()| store.commit());
        match written {
            Ok(()) => {
                self.written();
                Ok(())
            }
            Err(error) => match (error.severity(), store.rollback()) {
                (Severity::Full, Ok(())) => Ok(()),
                (Severity::Full | Severity::Refused | Severity::Fatal, _) => Err(error),
            },
        }
    }

    /// Whether anything is not written yet.
    pub(super) fn holds_any(&self) -> bool {
        !self.counts.is_empty()
    }

    /// Whether it is time to write.
    pub(super) fn is_due(&self) -> bool {
        let is_late = self.is_asked
            || self.counts.len() >= HELD_AT_MOST
            || self.written_at.elapsed() >= self.every;
        is_late && self.holds_any()
    }

    /// The next batch writes what is held, however soon it is.
    pub(super) fn ask(&mut self) {
        self.is_asked = true;
    }

    /// Writes what is held, and lets go of what is old; belongs inside a batch.
    pub(super) fn write(&self, store: &mut Writer, now: Timestamp) -> Result<(), StoreError> {
        store.meter(&self.counts, self.through)?;
        store.forget_activity(now)
    }

    /// What was held is on the disk.
    pub(super) fn written(&mut self) {
        self.counts.clear();
        self.written_at = Instant::now();
        self.is_asked = false;
    }

    /// Counts a decision whose record is on the disk.
    pub(super) fn count(&mut self, at: Timestamp, customer: CustomerId, check: &RecordedCheck) {
        let (request, reason) = (&check.request, check.decision.reason);
        let key = MeterKey::new(at, customer, &request.agent_id, &request.action, reason);
        *self.counts.entry(key).or_default() += 1;
    }

    /// All records up to this one are counted.
    pub(super) fn counted_through(&mut self, seq: u64) {
        self.through = seq;
    }
}
