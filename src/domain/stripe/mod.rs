//! What Stripe tells about subscriptions, and what follows from it for a customer.
//!
//! Events come late, twice and in any order. So nothing is done *by* an event: each one adds to what
//! is known of one subscription, where the newest word on each question stands, and what follows is a
//! function of what is known. Whatever the order, the end is the same.

mod event;
mod link;
mod signature;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use event::{BadEvent, Event, News};
pub use link::{BadLink, PaymentLink};
pub use signature::{BadSignature, TOLERANCE_SECONDS, WebhookSecret, verify};

use super::id::CustomerId;
use super::tier::Tiers;
use super::time::Timestamp;

/// Days for which the identifier of an event is remembered. Stripe delivers again for three days by
/// itself, and for thirty when it is asked to.
pub const EVENTS_KEPT_DAYS: u32 = 90;

/// What the operator set about Stripe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StripeSettings {
    /// What events are signed with; one more while it is changed. Without any, none is listened to.
    pub secrets: Vec<WebhookSecret>,
    /// The tier of each price or payment link.
    pub prices: std::collections::BTreeMap<String, String>,
    /// The tier of whoever's subscription has ended; without one they are suspended.
    pub ended_tier: Option<String>,
    /// Whether a customer is found by the address that was paid with.
    pub find_by_email: bool,
    /// The page of each tier where it is paid.
    pub payment_links: std::collections::BTreeMap<String, PaymentLink>,
}

/// An event that was taken, so that it is not taken again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenEvent {
    /// `evt_…`.
    pub id: Arc<str>,
    /// When it came.
    pub received_at: Timestamp,
}

impl SeenEvent {
    /// Those that came before are forgotten with this one.
    pub fn forgets_before(&self) -> Timestamp {
        const DAY_MICROS: i64 = 86_400_000_000;
        let kept = i64::from(EVENTS_KEPT_DAYS) * DAY_MICROS;
        Timestamp::from_micros(self.received_at.as_micros().saturating_sub(kept))
    }
}

/// Where an event stands among others about the same subscription: Stripe's clock counts seconds, and
/// within one the later stage of a subscription's life counts. The identifier only settles what is
/// left, always in the same way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// Seconds since 1970.
    pub created: i64,
    /// The stage of life.
    pub stage: u8,
    /// `evt_…`.
    pub event: Arc<str>,
}

/// The newest word on a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known<T> {
    /// When it was said.
    pub at: Stamp,
    /// What.
    pub what: T,
}

/// Stripe's word for how a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The first payment is missing.
    Incomplete,
    /// The first payment never came.
    IncompleteExpired,
    /// On trial.
    Trialing,
    /// Paid.
    Active,
    /// A payment is late, and is tried again.
    PastDue,
    /// Over.
    Canceled,
    /// A payment is late, and is not tried again.
    Unpaid,
    /// A trial is over without a way to pay.
    Paused,
}

impl Status {
    /// As Stripe writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::IncompleteExpired => "incomplete_expired",
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Unpaid => "unpaid",
            Self::Paused => "paused",
        }
    }

    /// Whether nothing is owed.
    fn is_well(self) -> bool {
        matches!(self, Self::Active | Self::Trialing)
    }

    /// Whether there was ever anything to suspend: nobody comes back from a beginning to before it.
    fn has_begun(self) -> bool {
        !matches!(self, Self::Incomplete | Self::IncompleteExpired)
    }
}

/// A subscription as `customer.subscription.…` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How it stands.
    pub status: Status,
    /// The prices of its items, `price_…`.
    pub prices: Vec<String>,
    /// Stripe's customer, `cus_…`; not one of ours.
    pub stripe_customer: Option<String>,
    /// Our customer, as its metadata names it.
    pub reference: Option<CustomerId>,
}

/// What became of an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// Paid.
    Paid,
    /// Not paid, and not tried again.
    Failed,
}

/// The last word on an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// When Stripe made the invoice, in seconds since 1970: a newer one is of a later period.
    pub invoice_created: i64,
    /// What became of it.
    pub payment: Payment,
}

/// What a checkout or an invoice says about who pays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Payer {
    /// Our customer, as it names it.
    pub reference: Option<CustomerId>,
    /// Stripe's customer.
    pub stripe_customer: Option<String>,
    /// The payment link, `plink_…`.
    pub payment_link: Option<String>,
    /// The payer's address, where it may name a customer.
    pub email: Option<String>,
    /// The payer's name.
    pub name: Option<String>,
}

/// What is known of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Itself.
    pub state: Option<Known<State>>,
    /// The newest of its invoices that was settled.
    pub payment: Option<Known<Settled>>,
    /// When Stripe last said that all is well with it.
    pub well_at: Option<Stamp>,
    /// The checkout that it came from.
    pub checkout: Option<Known<Payer>>,
    /// Its invoices.
    pub invoice: Option<Known<Payer>>,
}

/// A subscription at Stripe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// `sub_…`.
    pub id: Arc<str>,
    /// The customer that it was found to belong to.
    pub customer_id: Option<CustomerId>,
    /// What is known of it.
    pub facts: Facts,
    /// When something was learnt of it last.
    pub updated_at: Timestamp,
}

/// How a subscription counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not at all: it has not begun, or nothing is known of it yet.
    Pending,
    /// It is over.
    Ended,
    /// It is not paid for.
    Suspended,
    /// It is in force.
    Live,
}

impl Facts {
    /// Adds what an event says; `false` where a newer one has said it already.
    pub fn learn(&mut self, at: &Stamp, news: &News) -> bool {
        match news {
            News::Subscription { state, .. } => {
                let place =
                    |known: &Known<State>| (known.what.status.has_begun(), known.at.clone());
                let is_new = newer(&mut self.state, at, state, place);
                let is_well = state.status.is_well() && self.well_at.as_ref() < Some(at);
                if is_well {
                    self.well_at = Some(at.clone());
                }
                is_new || is_well
            }
            News::Checkout { payer, .. } => {
                newer(&mut self.checkout, at, payer, |known| known.at.clone())
            }
            News::Invoice { payer, settled, .. } => {
                // What is said late of an old invoice says nothing of a newer one.
                let place = |known: &Known<Settled>| (known.what.invoice_created, known.at.clone());
                let is_newest = settled
                    .as_ref()
                    .is_some_and(|settled| newer(&mut self.payment, at, settled, place));
                newer(&mut self.invoice, at, payer, |known| known.at.clone()) || is_newest
            }
            News::Other => false,
        }
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        let Some(state) = &self.state else {
            return Standing::Pending;
        };
        let is_suspended = match state.what.status {
            Status::Incomplete | Status::IncompleteExpired => return Standing::Pending,
            Status::Canceled => return Standing::Ended,
            Status::Paused => true,
            Status::Unpaid => !self.is_settled(Payment::Paid, Some(&state.at)),
            Status::Active | Status::Trialing | Status::PastDue => {
                self.is_settled(Payment::Failed, self.well_at.as_ref())
            }
        };
        if is_suspended {
            Standing::Suspended
        } else {
            Standing::Live
        }
    }

    /// Whether the newest invoice ended so, and not before that moment. So a failure is made good by
    /// a payment, or by a newer word that all is well; and what failed before all was well counts no
    /// more when a later invoice is late.
    fn is_settled(&self, payment: Payment, since: Option<&Stamp>) -> bool {
        self.payment.as_ref().is_some_and(|settled| {
            let is_since = since.is_none_or(|since| settled.at.created >= since.created);
            settled.what.payment == payment && is_since
        })
    }

    /// The tier that is paid for: the dearest of the known prices, or else that of the payment link.
    pub fn tier(&self, settings: &StripeSettings, tiers: &Tiers) -> Option<Arc<str>> {
        let known = |key: &String| settings.prices.get(key).map(String::as_str);
        let state = self.state.as_ref()?;
        let of_prices: Vec<&str> = state.what.prices.iter().filter_map(known).collect();
        let link = self
            .checkout
            .as_ref()
            .and_then(|known| known.what.payment_link.as_ref());
        let named = if of_prices.is_empty() {
            link.and_then(known).into_iter().collect()
        } else {
            of_prices
        };
        dearest(tiers, named.into_iter())
    }

    /// The customer that somebody named on purpose: who made the checkout before who made the
    /// subscription.
    pub fn references(&self) -> impl Iterator<Item = CustomerId> + '_ {
        let checkout = self
            .checkout
            .as_ref()
            .and_then(|known| known.what.reference);
        let state = self.state.as_ref().and_then(|known| known.what.reference);
        let invoice = self.invoice.as_ref().and_then(|known| known.what.reference);
        [checkout, state, invoice].into_iter().flatten()
    }

    /// Stripe's customer.
    pub fn stripe_customer(&self) -> Option<&str> {
        let state = self
            .state
            .as_ref()
            .and_then(|known| known.what.stripe_customer.as_deref());
        let checkout = self
            .checkout
            .as_ref()
            .and_then(|known| known.what.stripe_customer.as_deref());
        let invoice = self
            .invoice
            .as_ref()
            .and_then(|known| known.what.stripe_customer.as_deref());
        state.or(checkout).or(invoice)
    }

    /// Who pays, where an address was told that may name a customer.
    pub fn payer(&self) -> Option<&Payer> {
        let told = [&self.checkout, &self.invoice];
        let payers = told.into_iter().flatten().map(|known| &known.what);
        payers.into_iter().find(|payer| payer.email.is_some())
    }

    /// The newest event that told something of it.
    pub fn last_event(&self) -> Option<&Stamp> {
        let state = self.state.as_ref().map(|known| &known.at);
        let payment = self.payment.as_ref().map(|known| &known.at);
        let checkout = self.checkout.as_ref().map(|known| &known.at);
        let invoice = self.invoice.as_ref().map(|known| &known.at);
        [state, self.well_at.as_ref(), payment, checkout, invoice]
            .into_iter()
            .flatten()
            .max()
    }
}

/// The newest word stands.
fn newer<T: Clone, P: Ord>(
    known: &mut Option<Known<T>>,
    at: &Stamp,
    what: &T,
    place: impl Fn(&Known<T>) -> P,
) -> bool {
    let said = Known {
        at: at.clone(),
        what: what.clone(),
    };
    let is_newer = known
        .as_ref()
        .is_none_or(|known| place(known) < place(&said));
    if is_newer {
        *known = Some(said);
    }
    is_newer
}

/// The last of them in the pricing table.
fn dearest<'a>(tiers: &Tiers, names: impl Iterator<Item = &'a str>) -> Option<Arc<str>> {
    let place = |name: &str| tiers.iter().position(|tier| &*tier.name == name);
    let known = names.filter_map(|name| Some((place(name)?, name)));
    known.max().map(|(_, name)| Arc::from(name))
}

/// What follows for a customer from all its subscriptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The tier that it is on; what it has, where no known price says so.
    pub tier: Option<Arc<str>>,
    /// Whether it is suspended.
    pub is_suspended: bool,
}

/// What follows for a customer from its subscriptions, in any order: the dearest that is in force
/// counts, else one that is not paid for suspends, else they have ended. Nothing follows from none.
pub fn verdict<'a>(
    subscriptions: impl Iterator<Item = &'a Facts>,
    settings: &StripeSettings,
    tiers: &Tiers,
) -> Option<Verdict> {
    let all: Vec<(Standing, Option<Arc<str>>)> = subscriptions
        .map(|facts| (facts.standing(), facts.tier(settings, tiers)))
        .collect();
    let with = |standing: Standing| {
        let is_any = all.iter().any(|(is, _)| *is == standing);
        let those = all.iter().filter(|(is, _)| *is == standing);
        is_any.then(|| dearest(tiers, those.filter_map(|(_, tier)| tier.as_deref())))
    };
    if let Some(tier) = with(Standing::Live) {
        return Some(Verdict {
            tier,
            is_suspended: false,
        });
    }
    if let Some(tier) = with(Standing::Suspended) {
        return Some(Verdict {
            tier,
            is_suspended: true,
        });
    }
    let tier = with(Standing::Ended)?;
    Some(match &settings.ended_tier {
        Some(ended) => Verdict {
            tier: Some(Arc::from(ended.as_str())),
            is_suspended: false,
        },
        None => Verdict {
            tier,
            is_suspended: true,
        },
    })
}

#[cfg(test)]
mod tests;
