//! Subscriptions at Stripe, and the events that told of them.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::{Live, Topic};
use crate::domain::id::CustomerId;
use crate::domain::stripe::{SeenEvent, Subscription};
use crate::domain::time::Timestamp;

/// All that is known. They are as many as paying customers, so those of one are found by an index.
#[derive(Clone, Default)]
pub(super) struct Stripe {
    subscriptions: OrdMap<Arc<str>, Arc<Subscription>>,
    /// By our customer, and the subscription.
    by_customer: OrdSet<(CustomerId, Arc<str>)>,
    /// By Stripe's customer, and the subscription.
    by_payer: OrdSet<(Arc<str>, Arc<str>)>,
    seen: OrdMap<Arc<str>, Timestamp>,
    seen_by_time: OrdSet<(Timestamp, Arc<str>)>,
}

impl Stripe {
    /// Gives the one before.
    pub(super) fn save(&mut self, subscription: &Arc<Subscription>) -> Option<Arc<Subscription>> {
        let id = Arc::clone(&subscription.id);
        let before = self.subscriptions.insert(id, Arc::clone(subscription));
        if let Some(before) = &before {
            let (customer, payer) = places(before);
            if let Some(place) = customer {
                self.by_customer.remove(&place);
            }
            if let Some(place) = payer {
                self.by_payer.remove(&place);
            }
        }
        let (customer, payer) = places(subscription);
        self.by_customer.extend(customer);
        self.by_payer.extend(payer);
        before
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

/// A place in an index: whose, and which.
type Place<T> = Option<(T, Arc<str>)>;

/// Where a subscription stands in the indexes.
fn places(of: &Subscription) -> (Place<CustomerId>, Place<Arc<str>>) {
    let id = || Arc::clone(&of.id);
    let payer = of.facts.stripe_customer();
    (
        of.customer_id.map(|customer| (customer, id())),
        payer.map(|payer| (Arc::from(payer), id())),
    )
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
        let from = self.stripe.by_customer.range((id, Arc::from(""))..);
        let those = from.take_while(move |(customer, _)| *customer == id);
        those.filter_map(|(_, subscription)| self.subscription(subscription))
    }

    /// The subscriptions of a customer of Stripe's, by their identifiers.
    pub fn subscriptions_paid_by(&self, payer: &str) -> impl Iterator<Item = &Arc<Subscription>> {
        let payer: Arc<str> = payer.into();
        let first = (Arc::clone(&payer), Arc::from(""));
        let from = self.stripe.by_payer.range(first..);
        let those = from.take_while(move |(other, _)| *other == payer);
        those.filter_map(|(_, subscription)| self.subscription(subscription))
    }

    /// Whether an event of that identifier was taken.
    pub fn has_seen_event(&self, id: &str) -> bool {
        self.stripe.seen.contains_key(id)
    }
}
