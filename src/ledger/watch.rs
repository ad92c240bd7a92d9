//! Whose quota has come to a mark: the writer notes it while it counts, and whoever tells it takes
//! it. So telling costs in proportion to those who have something to be told, however many customers
//! there are.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::domain::id::CustomerId;

/// Whose quota is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Watched {
    /// Everybody's: a process begins, or a configuration came into force.
    Everyone,
    /// Those of these customers.
    These(BTreeSet<CustomerId>),
}

impl Default for Watched {
    fn default() -> Self {
        Self::These(BTreeSet::new())
    }
}

impl Watched {
    /// One more.
    pub(super) fn add(&mut self, customer: CustomerId) {
        if let Self::These(customers) = self {
            customers.insert(customer);
        }
    }

    fn is_nobody(&self) -> bool {
        matches!(self, Self::These(customers) if customers.is_empty())
    }
}

/// What waits to be taken.
pub(super) struct QuotaWatch(Mutex<Watched>);

impl QuotaWatch {
    /// What was reached before is not known: everybody is looked at once.
    pub(super) fn new() -> Self {
        Self(Mutex::new(Watched::Everyone))
    }

    /// Adds to what waits.
    pub(super) fn note(&self, watched: Watched) {
        if watched.is_nobody() {
            return;
        }
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match watched {
            Watched::Everyone => *waiting = Watched::Everyone,
            Watched::These(customers) => customers.into_iter().for_each(|id| waiting.add(id)),
        }
    }

    pub(super) fn take(&self) -> Watched {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_taken_once_and_everybody_includes_each() {
        let (one, other) = (
            CustomerId::from_bytes([1; 16]),
            CustomerId::from_bytes([2; 16]),
        );
        let these = |all: &[CustomerId]| Watched::These(all.iter().copied().collect());
        let watch = QuotaWatch::new();
        watch.note(these(&[one]));
        assert_eq!(watch.take(), Watched::Everyone);
        assert_eq!(watch.take(), Watched::default());
        watch.note(these(&[one]));
        watch.note(Watched::default());
        watch.note(these(&[other, one]));
        assert_eq!(watch.take(), these(&[one, other]));
        watch.note(these(&[one]));
        watch.note(Watched::Everyone);
        watch.note(these(&[one]));
        assert_eq!(watch.take(), Watched::Everyone);
    }
}
