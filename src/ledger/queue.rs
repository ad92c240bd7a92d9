//! The bounded queue in front of the writer, with a lane that overtakes.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::entry::Entry;

/// Entries that the urgent lane holds; kills and the local owner are few.
const URGENT_ENTRIES: usize = 1024;

/// Which lane an entry takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// In turn.
    Normal,
    /// Before all that wait in the normal lane: kill switches, and the local owner.
    Urgent,
}

/// An entry with the moment it began to wait.
pub(super) struct Queued {
    pub(super) entry: Entry,
    pub(super) since: Instant,
}

struct Waiting {
    urgent: VecDeque<Queued>,
    normal: VecDeque<Queued>,
    bytes: usize,
    is_closed: bool,
}

pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
    max_entries: usize,
    max_bytes: usize,
}

/// What the writer finds when it looks for work.
pub(super) enum Next {
    /// Work, the urgent first.
    Batch(Vec<Queued>),
    /// Nothing within the time it waited.
    Idle,
    /// Nothing, and nothing will come.
    Closed,
}

impl Queue {
    pub(super) fn new(max_entries: usize, max_bytes: usize) -> Self {
        let waiting = Waiting {
            urgent: VecDeque::new(),
            normal: VecDeque::new(),
            bytes: 0,
            is_closed: false,
        };
        Self {
            waiting: Mutex::new(waiting),
            arrived: Condvar::new(),
            max_entries,
            max_bytes,
        }
    }

    /// Lets an entry wait for its turn, or gives it back when there is no room or the queue is
    /// closed (`true`).
    pub(super) fn push(&self, lane: Lane, entry: Entry) -> Result<(), (Entry, bool)> {
        let bytes = entry.bytes();
        let mut waiting = self.lock();
        if waiting.is_closed {
            return Err((entry, true));
        }
        let has_room = match lane {
            Lane::Urgent => waiting.urgent.len() < URGENT_ENTRIES,
            Lane::Normal => {
                waiting.normal.len() < self.max_entries && waiting.bytes + bytes <= self.max_bytes
            }
        };
        if !has_room {
            return Err((entry, false));
        }
        let queued = Queued {
            entry,
            since: Instant::now(),
        };
        match lane {
            Lane::Urgent => waiting.urgent.push_back(queued),
            Lane::Normal => waiting.normal.push_back(queued),
        }
        waiting.bytes += bytes;
        drop(waiting);
        self.arrived.notify_one();
        Ok(())
    }

    /// Takes what has gathered, at most `max` entries; waits at most `patience` for the first.
    pub(super) fn take(&self, max: usize, patience: Duration) -> Next {
        let nothing = |waiting: &mut Waiting| {
            waiting.urgent.is_empty() && waiting.normal.is_empty() && !waiting.is_closed
        };
        let (mut waiting, _) = self
            .arrived
            .wait_timeout_while(self.lock(), patience, nothing)
            .unwrap_or_else(PoisonError::into_inner);
        let mut batch = Vec::with_capacity(max.min(waiting.urgent.len() + waiting.normal.len()));
        while batch.len() < max {
            let next = match waiting.urgent.pop_front() {
                Some(urgent) => Some(urgent),
                None => waiting.normal.pop_front(),
            };
            let Some(queued) = next else { break };
            waiting.bytes = waiting.bytes.saturating_sub(queued.entry.bytes());
            batch.push(queued);
        }
        match (batch.is_empty(), waiting.is_closed) {
            (false, _) => Next::Batch(batch),
            (true, true) => Next::Closed,
            (true, false) => Next::Idle,
        }
    }

    /// Takes no more entries; what waits is still handed out.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
        self.arrived.notify_all();
    }

    /// How many entries wait.
    pub(super) fn len(&self) -> usize {
        let waiting = self.lock();
        waiting.urgent.len() + waiting.normal.len()
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // The lock guards no invariant that a panic between two statements could break.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::{UsageReport, WaitingUsage};

    fn usage() -> Entry {
        let (reply, _) = oneshot::channel();
        Entry::Usage(WaitingUsage {
            report: UsageReport::default(),
            reply,
        })
    }

    #[test]
    fn urgent_overtakes_and_room_is_bounded() {
        let queue = Queue::new(2, 1 << 20);
        assert!(queue.push(Lane::Normal, usage()).is_ok());
        assert!(queue.push(Lane::Normal, usage()).is_ok());
        assert!(
            matches!(queue.push(Lane::Normal, usage()), Err((_, false))),
            "full"
        );
        assert!(queue.push(Lane::Urgent, usage()).is_ok(), "its own room");
        assert_eq!(queue.len(), 3);
        let Next::Batch(batch) = queue.take(2, Duration::ZERO) else {
            panic!("work waits")
        };
        assert_eq!(batch.len(), 2);
        queue.close();
        assert!(
            matches!(queue.push(Lane::Urgent, usage()), Err((_, true))),
            "closed"
        );
        assert!(matches!(queue.take(9, Duration::ZERO), Next::Batch(rest) if rest.len() == 1));
        assert!(matches!(queue.take(9, Duration::ZERO), Next::Closed));
    }

    #[test]
    fn bytes_are_bounded_too() {
        let queue = Queue::new(100, usage().bytes() * 2);
        assert!(queue.push(Lane::Normal, usage()).is_ok());
        assert!(queue.push(Lane::Normal, usage()).is_ok());
        assert!(queue.push(Lane::Normal, usage()).is_err());
        assert!(matches!(queue.take(9, Duration::ZERO), Next::Batch(_)));
        assert!(queue.push(Lane::Normal, usage()).is_ok());
    }
}
