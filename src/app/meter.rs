//! Calls that leave no record of their own (reads, bad requests), counted in memory and written
//! about once a second.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use super::App;
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::time::{Day, Timestamp};
use crate::ledger::{Ledger, UsageReport};
use crate::live::{CustomerState, KeyState};

#[derive(Default)]
struct Counted {
    reads: HashMap<(CustomerId, Day), u32>,
    last_used: HashMap<KeyId, Timestamp>,
}

#[derive(Default)]
pub(super) struct Meter(Mutex<Counted>);

impl Meter {
    fn with<T>(&self, use_it: impl FnOnce(&mut Counted) -> T) -> T {
        use_it(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn flush(&self, ledger: &Ledger) {
        let counted = self.with(std::mem::take);
        if counted.reads.is_empty() && counted.last_used.is_empty() {
            return;
        }
        let report = UsageReport {
            reads: counted
                .reads
                .iter()
                .map(|((id, day), count)| (*id, *day, *count))
                .collect(),
            last_used: counted
                .last_used
                .iter()
                .map(|(id, at)| (*id, *at))
                .collect(),
            settles_meter: false,
        };
        let written = ledger.usage(report).recv().unwrap_or(false);
        if !written {
            // Kept for the next time; what was counted meanwhile is added.
            self.with(|now| {
                for (key, count) in counted.reads {
                    *now.reads.entry(key).or_default() += count;
                }
                for (key, at) in counted.last_used {
                    now.last_used.entry(key).or_insert(at);
                }
            });
        }
    }
}

impl App {
    /// Counts a charged call that left no record of its own.
    pub fn count_read(&self, customer: &CustomerState, now: Timestamp) {
        customer.calls().fetch_add(1, Ordering::Relaxed);
        let key = (customer.customer().id, now.day());
        self.meter
            .with(|counted| *counted.reads.entry(key).or_default() += 1);
    }

    /// Notes that a key was used.
    pub fn note_key_use(&self, key: &KeyState, now: Timestamp) {
        if key.touch(now) {
            self.meter
                .with(|counted| counted.last_used.insert(key.key.id, now));
        }
    }
}
