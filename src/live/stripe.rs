//! Subscriptions at Stripe, and the events that told of them.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::{Live, Topic};
use crate::domain::id::CustomerId;
use crate::domain::stripe::{SeenEvent, Subscription};
use crate::domain::time::Timestamp;

/// All that is known. They are as many as paying customers, and looked through only when Stripe tells
/// something or a person asks.
#[derive(Clone, Default)]
pub(super) struct Stripe {
    subscriptions: OrdMap<Arc<str>, Arc<Subscription>>,
    seen: OrdMap<Arc<str>, Timestamp>,
    seen_by_time: OrdSet<(Timestamp, Arc<str>)>,
}

impl Stripe {
    /// Gives the one before.
    pub(super) fn save(&mut self, subscription: &Arc<Subscription>) -> Option<Arc<Subscription>> {
        let id = Arc::clone(&subscription.id);
        self.subscriptions.insert(id, Arc::clone(subscription))
    }

    pub(super) fn note(&mut self, event: &SeenEvent) {
        let known = self.seen.insert(Arc::clone(&event.id), event.received_at);
        if let Some(at) = known {
            self.seen_by_time.remove(&(at, Arc::clone(&event.id)));
        }
        self.seen_by_time
            .insert((event.received_at, Arc::clone(&event.id)));
        let forgotten = event.forgets_before();
        while let Some(first) = self.seen_by_time.get_min().cloned()
            && first.0 < forgotten
        {
            self.seen_by_time.remove(&first);
            self.seen.remove(&first.1);
        }
    }
}

impl Live {
    pub(super) fn save_subscription(&mut self, subscription: &Arc<Subscription>) {
        let known = self.stripe.save(subscription);
        let before = known.and_then(|known| known.customer_id);
        let now = subscription.customer_id;
        for id in before.into_iter().filter(|id| now != Some(*id)).chain(now) {
            self.change(id, &[Topic::Customers], |_| {});
        }
    }

    /// What is known of a subscription.
    pub fn subscription(&self, id: &str) -> Option<&Arc<Subscription>> {
        self.stripe.subscriptions.get(id)
    }

    /// All subscriptions, by their identifiers.
    pub fn subscriptions(&self) -> impl Iterator<Item = &Arc<Subscription>> {
        self.stripe.subscriptions.values()
    }

    /// The subscriptions of a customer, by their identifiers.
    pub fn subscriptions_of(&self, id: CustomerId) -> impl Iterator<Item = &Arc<Subscription>> {
        self.subscriptions()
            .filter(move |subscription| subscription.customer_id == Some(id))
    }

    /// Whether an event of that identifier was taken.
    pub fn has_seen_event(&self, id: &str) -> bool {
        self.stripe.seen.contains_key(id)
    }
}
