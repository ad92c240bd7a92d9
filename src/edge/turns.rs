//! Whose turn it is among those who wait for a worker: first come, first served, but nobody is given
//! so many at once that the others wait for them.

use std::collections::{HashMap, VecDeque};

use crate::http::wire::Party;

/// Workers that one customer has at once at most. What holds one for long reads the database, of
/// whose connections there are eight.
const AT_ONCE_OF_CUSTOMER: usize = 2;
/// Workers that all customers have at once at most: two connections are left for operators.
const AT_ONCE_OF_CUSTOMERS: usize = 6;
/// Workers that one operator has at once at most.
const AT_ONCE_OF_OPERATOR: usize = 4;
/// Requests of one party that may wait: pages ask for a handful at a time.
const WAITING_OF_PARTY: usize = 64;

/// Why somebody may not wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// The queue is, whoever comes.
    Queue,
    /// The party has as many requests waiting as it may.
    Party,
}

/// Those who wait, and how many of each party are being served.
pub(super) struct Turns<J> {
    waiting: VecDeque<(Option<Party>, J)>,
    served: HashMap<Party, usize>,
    customers_served: usize,
    customers_at_once: usize,
    capacity: usize,
}

impl<J> Turns<J> {
    /// A queue of at most `capacity` before so many workers.
    pub(super) fn new(capacity: usize, workers: usize) -> Self {
        Self {
            waiting: VecDeque::new(),
            served: HashMap::new(),
            customers_served: 0,
            customers_at_once: AT_ONCE_OF_CUSTOMERS.min(workers.saturating_sub(1)).max(1),
            capacity,
        }
    }

    /// Whether somebody may wait too.
    pub(super) fn room(&self, party: Option<Party>) -> Result<(), Full> {
        let is_theirs = |one: &&(Option<Party>, J)| one.0 == party;
        if party.is_some() && self.waiting.iter().filter(is_theirs).count() >= WAITING_OF_PARTY {
            return Err(Full::Party);
        }
        if self.waiting.len() >= self.capacity {
            return Err(Full::Queue);
        }
        Ok(())
    }

    /// Puts somebody at the end.
    pub(super) fn wait(&mut self, party: Option<Party>, job: J) {
        self.waiting.push_back((party, job));
    }

    /// Sends away those who left meanwhile; how many these were.
    pub(super) fn forget(&mut self, has_left: impl Fn(&J) -> bool) -> usize {
        let before = self.waiting.len();
        self.waiting.retain(|(_, job)| !has_left(job));
        before - self.waiting.len()
    }

    /// Whoever is served next, if anybody may be now. Their worker says when it is free again.
    pub(super) fn next(&mut self) -> Option<(Option<Party>, J)> {
        let place = self
            .waiting
            .iter()
            .position(|(party, _)| self.may(*party))?;
        let (party, job) = self.waiting.remove(place)?;
        if let Some(party) = party {
            *self.served.entry(party).or_default() += 1;
            self.customers_served += usize::from(is_customer(party));
        }
        Some((party, job))
    }

    /// A worker is free again.
    pub(super) fn done(&mut self, party: Option<Party>) {
        let Some(party) = party else { return };
        self.customers_served = self
            .customers_served
            .saturating_sub(usize::from(is_customer(party)));
        if let Some(served) = self.served.get_mut(&party) {
            *served = served.saturating_sub(1);
            if *served == 0 {
                self.served.remove(&party);
            }
        }
    }

    /// Everybody who waits.
    pub(super) fn leave(&mut self) -> VecDeque<(Option<Party>, J)> {
        std::mem::take(&mut self.waiting)
    }

    fn may(&self, party: Option<Party>) -> bool {
        let Some(party) = party else { return true };
        let served = self.served.get(&party).copied().unwrap_or(0);
        match party {
            Party::Customer(_) => {
                served < AT_ONCE_OF_CUSTOMER && self.customers_served < self.customers_at_once
            }
            Party::Operator(_) => served < AT_ONCE_OF_OPERATOR,
        }
    }
}

fn is_customer(party: Party) -> bool {
    matches!(party, Party::Customer(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACME: Option<Party> = Some(other(1));
    const GLOBEX: Option<Party> = Some(other(2));
    const EVE: Option<Party> = Some(Party::Operator([1; 16]));

    const fn other(number: u8) -> Party {
        Party::Customer([number; 16])
    }

    fn served(turns: &mut Turns<u32>) -> Vec<u32> {
        std::iter::from_fn(|| turns.next().map(|(_, job)| job)).collect()
    }

    #[test]
    fn a_customer_has_two_workers_and_the_rest_wait_in_order() {
        let mut turns = Turns::new(100, 16);
        for job in 1..=5 {
            turns.wait(ACME, job);
        }
        turns.wait(GLOBEX, 6);
        turns.wait(EVE, 7);
        turns.wait(None, 8);
        assert_eq!(served(&mut turns), [1, 2, 6, 7, 8]);
        turns.done(ACME);
        assert_eq!(served(&mut turns), [3]);
        turns.done(None);
        turns.done(EVE);
        assert_eq!(served(&mut turns), [0; 0]);
        turns.done(ACME);
        turns.done(ACME);
        assert_eq!(served(&mut turns), [4, 5]);
        for party in [ACME, ACME, GLOBEX] {
            turns.done(party);
        }
        assert!(turns.served.is_empty() && turns.customers_served == 0);
    }

    #[test]
    fn customers_leave_workers_to_operators() {
        for (workers, at_once) in [(16, 6), (7, 6), (4, 3), (2, 1), (1, 1)] {
            let mut turns = Turns::new(100, workers);
            for number in 1..=20 {
                turns.wait(Some(other(number)), u32::from(number));
            }
            assert_eq!(served(&mut turns).len(), at_once, "{workers}");
            for job in 100..106 {
                turns.wait(EVE, job);
            }
            assert_eq!(served(&mut turns), [100, 101, 102, 103], "{workers}");
            turns.done(ACME);
            let next = u32::try_from(at_once).unwrap() + 1;
            assert_eq!(served(&mut turns), [next], "{workers}");
        }
    }

    #[test]
    fn a_party_fills_the_queue_for_itself_alone() {
        let mut turns = Turns::new(100, 16);
        for job in 0..64 {
            assert_eq!(turns.room(ACME), Ok(()));
            turns.wait(ACME, job);
        }
        assert_eq!(turns.room(ACME), Err(Full::Party));
        assert_eq!(turns.room(EVE), Ok(()));
        assert_eq!(turns.forget(|job| job % 2 == 0), 32);
        assert_eq!(turns.room(ACME), Ok(()));
        for job in 0..68 {
            turns.wait(None, job);
        }
        assert_eq!(turns.room(None), Err(Full::Queue));
        assert_eq!(turns.room(ACME), Err(Full::Queue));
    }
}
