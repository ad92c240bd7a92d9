//! Who watches: so many streams for each caller and in all, and the places given back.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::Error;
use crate::domain::actor::Actor;
use crate::domain::id::CustomerId;
use crate::live::Principal;

/// Streams that one caller may have open at the same time: as many browser tabs.
pub const STREAMS_PER_CALLER: usize = 8;

/// The places of one server.
pub struct Streams {
    max: usize,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    by_actor: HashMap<Actor, usize>,
    by_customer: HashMap<CustomerId, usize>,
}

/// A taken place; dropping it gives it back.
pub struct Place {
    streams: Arc<Streams>,
    actor: Actor,
    customer: Option<CustomerId>,
}

impl Streams {
    pub fn new(max: usize) -> Self {
        Self {
            max,
            open: Mutex::default(),
        }
    }

    /// Takes a place, unless the caller has enough of them or all are taken. A customer, who may
    /// have many keys and sessions, has a quarter of the places at most, and all customers
    /// together leave a quarter to the operators.
    pub fn take(self: &Arc<Self>, principal: &Principal) -> Result<Place, Error> {
        let (actor, customer) = (principal.actor(), principal.own_customer());
        let quarter = self.max / 4;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let of_customers: usize = open.by_customer.values().sum();
        let is_full = customer.is_some() && of_customers >= self.max - quarter;
        if is_full || open.all >= self.max {
            return Err(Error::StreamsTaken);
        }
        let of_actor = open.by_actor.get(&actor).copied().unwrap_or(0);
        let own = customer.and_then(|id| open.by_customer.get(&id).copied());
        if of_actor >= STREAMS_PER_CALLER
            || own.is_some_and(|own| own >= quarter.max(STREAMS_PER_CALLER))
        {
            return Err(Error::TooManyStreams);
        }
        open.all += 1;
        *open.by_actor.entry(actor.clone()).or_default() += 1;
        if let Some(id) = customer {
            *open.by_customer.entry(id).or_default() += 1;
        }
        drop(open);
        let streams = Arc::clone(self);
        Ok(Place {
            streams,
            actor,
            customer,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let open = &self.streams.open;
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all = open.all.saturating_sub(1);
        give_back(&mut open.by_actor, &self.actor);
        if let Some(id) = &self.customer {
            give_back(&mut open.by_customer, id);
        }
    }
}

/// One less; what has none is not kept.
fn give_back<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_of_those_who_are_gone() {
        let streams = Arc::new(Streams::new(100));
        let places: Vec<Place> = (0..STREAMS_PER_CALLER)
            .map(|_| streams.take(&Principal::Local).unwrap())
            .collect();
        let one_more = streams.take(&Principal::Local);
        assert_eq!(one_more.err(), Some(Error::TooManyStreams));
        drop(places);
        let open = streams.open.lock().unwrap();
        assert_eq!(open.all, 0);
        assert!(open.by_actor.is_empty() && open.by_customer.is_empty());
    }
}
