//! Whose turn it is among those who wait for a worker: of those who wait, whoever has the fewest; among
//! them, whoever was served longest ago. So nobody waits for all that another has asked, and nobody is
//! given so many at once that the others wait for them.

use std::collections::{HashMap, VecDeque};

use crate::http::wire::Party;

/// Workers that one customer has at once at most. What holds one for long reads the database, of
/// whose connections there are eight.
const AT_ONCE_OF_CUSTOMER: usize = 2;
/// Workers that all customers have at once at most: two connections are left for operators.
const AT_ONCE_OF_CUSTOMERS: usize = 6;
/// Workers that one operator has at once at most.
const AT_ONCE_OF_OPERATOR: usize = 4;
/// Workers that all those have at once at most who are only refused.
const AT_ONCE_OF_STRANGERS: usize = 2;
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

/// How a party stands that is being served, or waits after it was.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    served: usize,
    waiting: usize,
    /// When it was last served, counted in turns; 0 is longest ago.
    last_turn: u64,
}

/// Those who wait, and how many of each party are being served.
pub(super) struct Turns<J> {
    waiting: VecDeque<(Option<Party>, J)>,
    standings: HashMap<Party, Standing>,
    customers_served: usize,
    customers_at_once: usize,
    turn: u64,
    capacity: usize,
}

impl<J> Turns<J> {
    /// A queue of at most `capacity` before so many workers.
    pub(super) fn new(capacity: usize, workers: usize) -> Self {
        Self {
            waiting: VecDeque::new(),
            standings: HashMap::new(),
            customers_served: 0,
            customers_at_once: AT_ONCE_OF_CUSTOMERS.min(workers.saturating_sub(1)).max(1),
            turn: 0,
            capacity,
        }
    }

    /// Whether somebody may wait too.
    pub(super) fn room(&self, party: Option<Party>) -> Result<(), Full> {
        if self.standing(party).waiting >= WAITING_OF_PARTY {
            return Err(Full::Party);
        }
        if self.waiting.len() >= self.capacity {
            return Err(Full::Queue);
        }
        Ok(())
    }

    /// Puts somebody at the end.
    pub(super) fn wait(&mut self, party: Option<Party>, job: J) {
        self.change(party, |standing| standing.waiting += 1);
        self.waiting.push_back((party, job));
    }

    /// Sends away those who left meanwhile; how many these were.
    pub(super) fn forget(&mut self, has_left: impl Fn(&J) -> bool) -> usize {
        let before = self.waiting.len();
        for (party, job) in std::mem::take(&mut self.waiting) {
            if has_left(&job) {
                self.change(party, |standing| standing.waiting -= 1);
            } else {
                self.waiting.push_back((party, job));
            }
        }
        before - self.waiting.len()
    }

    /// Whoever is served next, if anybody may be now. Their worker says when it is free again.
    pub(super) fn next(&mut self) -> Option<(Option<Party>, J)> {
        let may = self.waiting.iter().enumerate();
        let may = may.filter(|(_, (party, _))| self.may(*party));
        let (place, _) = may.min_by_key(|(place, (party, _))| {
            let Standing {
                served, last_turn, ..
            } = self.standing(*party);
            (served, last_turn, *place)
        })?;
        let (party, job) = self.waiting.remove(place)?;
        self.turn += 1;
        let turn = self.turn;
        self.change(party, |standing| {
            standing.waiting -= 1;
            standing.served += 1;
            standing.last_turn = turn;
        });
        self.customers_served += usize::from(is_customer(party));
        Some((party, job))
    }

    /// A worker is free again.
    pub(super) fn done(&mut self, party: Option<Party>) {
        let is_one = usize::from(is_customer(party));
        self.customers_served = self.customers_served.saturating_sub(is_one);
        self.change(party, |standing| {
            standing.served = standing.served.saturating_sub(1);
        });
    }

    /// Everybody who waits.
    pub(super) fn leave(&mut self) -> VecDeque<(Option<Party>, J)> {
        for (party, _) in &self.waiting {
            if let Some(standing) = party.and_then(|party| self.standings.get_mut(&party)) {
                standing.waiting -= 1;
            }
        }
        std::mem::take(&mut self.waiting)
    }

    fn standing(&self, party: Option<Party>) -> Standing {
        let known = party.and_then(|party| self.standings.get(&party));
        known.copied().unwrap_or_default()
    }

    /// Changes how a party stands; one that has nothing here is forgotten.
    fn change(&mut self, party: Option<Party>, change: impl FnOnce(&mut Standing)) {
        let Some(party) = party else { return };
        let standing = self.standings.entry(party).or_default();
        change(standing);
        if standing.served == 0 && standing.waiting == 0 {
            self.standings.remove(&party);
        }
    }

    fn may(&self, party: Option<Party>) -> bool {
        let served = self.standing(party).served;
        match party {
            None => true,
            Some(Party::Customer(_)) => {
                served < AT_ONCE_OF_CUSTOMER && self.customers_served < self.customers_at_once
            }
            Some(Party::Operator(_)) => served < AT_ONCE_OF_OPERATOR,
            Some(Party::Stranger) => served < AT_ONCE_OF_STRANGERS,
        }
    }
}

fn is_customer(party: Option<Party>) -> bool {
    matches!(party, Some(Party::Customer(_)))
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
        assert_eq!(served(&mut turns), [1, 6, 7, 8, 2], "the fewest first");
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
        assert!(turns.standings.is_empty() && turns.customers_served == 0);
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

    #[test]
    fn whoever_has_a_little_to_ask_does_not_wait_for_all_that_others_ask() {
        let mut turns = Turns::new(1000, 16);
        let crowd = [1, 2, 3];
        for round in 0..60 {
            for number in crowd {
                turns.wait(Some(other(number)), u32::from(number) * 100 + round);
            }
        }
        assert_eq!(served(&mut turns), [100, 200, 300, 101, 201, 301]);
        turns.wait(Some(other(9)), 900);
        turns.done(Some(other(3)));
        assert_eq!(served(&mut turns), [900], "as soon as one is free");
        // Among those who have as many, whoever was served longest ago.
        turns.done(Some(other(1)));
        assert_eq!(served(&mut turns), [102]);
        turns.done(Some(other(2)));
        turns.done(Some(other(1)));
        assert_eq!(served(&mut turns), [202, 302]);
    }

    #[test]
    fn who_is_only_refused_takes_nobodys_turn() {
        let mut turns = Turns::new(100, 16);
        for job in 0..64 {
            turns.wait(Some(Party::Stranger), job);
        }
        assert_eq!(turns.room(Some(Party::Stranger)), Err(Full::Party));
        assert_eq!(turns.room(ACME), Ok(()));
        turns.wait(ACME, 100);
        turns.wait(ACME, 101);
        assert_eq!(served(&mut turns), [0, 100, 1, 101]);
        assert_eq!(turns.leave().len(), 62);
    }
}
