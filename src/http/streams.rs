//! Who watches: so many streams for each caller and in all, and the places given back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::Error;
use crate::domain::actor::Actor;

/// Streams that one caller may have open at the same time: as many browser tabs.
pub const STREAMS_PER_CALLER: usize = 8;

/// The places of one server.
pub struct Streams {
    max: usize,
    open: Mutex<HashMap<Actor, usize>>,
}

/// A taken place; dropping it gives it back.
pub struct Place {
    streams: Arc<Streams>,
    actor: Actor,
}

impl Streams {
    pub fn new(max: usize) -> Self {
        Self {
            max,
            open: Mutex::default(),
        }
    }

    /// Takes a place, unless the caller has enough of them or all are taken.
    pub fn take(self: &Arc<Self>, actor: Actor) -> Result<Place, Error> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // At most as many entries as places, so to count them costs little.
        if open.values().sum::<usize>() >= self.max {
            return Err(Error::StreamsTaken);
        }
        let own = open.entry(actor.clone()).or_default();
        if *own >= STREAMS_PER_CALLER {
            return Err(Error::TooManyStreams);
        }
        *own += 1;
        drop(open);
        let streams = Arc::clone(self);
        Ok(Place { streams, actor })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self
            .streams
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.actor) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                open.remove(&self.actor);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bounded_for_each_and_in_all_and_come_back() {
        let streams = Arc::new(Streams::new(STREAMS_PER_CALLER + 2));
        let take = |actor: Actor| streams.take(actor).map_err(|error| error.to_string());
        let mut locals: Vec<Place> = (0..STREAMS_PER_CALLER)
            .map(|_| take(Actor::Local).unwrap())
            .collect();
        assert!(matches!(
            streams.take(Actor::Local),
            Err(Error::TooManyStreams)
        ));
        let others = [Actor::System, Actor::Nobody].map(|actor| take(actor).unwrap());
        assert!(matches!(
            streams.take(Actor::System),
            Err(Error::StreamsTaken)
        ));
        locals.pop();
        let again = take(Actor::Local).unwrap();
        drop((locals, others, again));
        assert!(streams.open.lock().unwrap().is_empty(), "nothing is kept");
    }
}
