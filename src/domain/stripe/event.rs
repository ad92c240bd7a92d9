//! Events as Stripe writes them. Members that are not named here are nobody's business: Stripe adds
//! some with every version of its API, and moved some in 2025, so both places are looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{Payer, Payment, Settled, Stamp, State, Status};
use crate::domain::id::CustomerId;

/// Characters of an identifier of Stripe's, at most (it promises 255).
const MAX_ID_CHARS: usize = 255;
/// Where our customer's identifier stands in the metadata of a checkout or a subscription.
const METADATA: &str = "portcullis_customer_id";

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Where it stands among others.
    pub stamp: Stamp,
    /// Its type, such as `invoice.paid`.
    pub kind: String,
    /// What it says.
    pub news: News,
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Somebody went through a checkout.
    Checkout {
        /// The subscription that came of it.
        subscription: Arc<str>,
        /// Who.
        payer: Payer,
    },
    /// A subscription stands otherwise.
    Subscription {
        /// It.
        subscription: Arc<str>,
        /// How.
        state: State,
    },
    /// An invoice was paid or not.
    Invoice {
        /// The subscription that it is for.
        subscription: Arc<str>,
        /// Who.
        payer: Payer,
        /// What became of it; nothing yet, where it is tried again.
        settled: Option<Settled>,
    },
    /// Nothing that matters here.
    Other,
}

impl News {
    /// The subscription that it is about.
    pub fn subscription(&self) -> Option<&Arc<str>> {
        match self {
            Self::Checkout { subscription, .. }
            | Self::Subscription { subscription, .. }
            | Self::Invoice { subscription, .. } => Some(subscription),
            Self::Other => None,
        }
    }
}

/// Why a body that Stripe signed is no event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadEvent {
    /// It is not JSON.
    #[error("{0}")]
    NotJson(String),
    /// It lacks what every event of its type has.
    #[error("{0}")]
    NotAnEvent(String),
}

impl Event {
    /// Reads a body.
    pub fn parse(body: &[u8]) -> Result<Self, BadEvent> {
        let value: Value =
            serde_json::from_slice(body).map_err(|error| BadEvent::NotJson(error.to_string()))?;
        let raw: Raw = read(value)?;
        let is_id = (1..=MAX_ID_CHARS).contains(&raw.id.len()) && raw.id.starts_with("evt_");
        if !is_id || raw.created < 0 || raw.kind.len() > MAX_ID_CHARS {
            let what = "`id` must be an `evt_…`, `created` seconds and `type` a word";
            return Err(BadEvent::NotAnEvent(what.to_owned()));
        }
        let (stage, news) = news(&raw.kind, raw.data.object)?;
        Ok(Self {
            stamp: Stamp {
                created: raw.created,
                stage,
                event: raw.id.into(),
            },
            kind: raw.kind,
            news,
        })
    }
}

/// The stage of life that the type is of, and what it says.
fn news(kind: &str, object: Value) -> Result<(u8, News), BadEvent> {
    Ok(match kind {
        "checkout.session.completed" => (0, read::<Checkout>(object)?.news()),
        "customer.subscription.created" => (0, read::<Subscription>(object)?.news()?),
        "customer.subscription.updated" => (1, read::<Subscription>(object)?.news()?),
        "customer.subscription.paused" | "customer.subscription.resumed" => {
            (2, read::<Subscription>(object)?.news()?)
        }
        "customer.subscription.deleted" => (3, read::<Subscription>(object)?.news()?),
        "invoice.payment_failed" => (0, read::<Invoice>(object)?.news(false)),
        "invoice.paid" => (1, read::<Invoice>(object)?.news(true)),
        _ => (0, News::Other),
    })
}

fn read<T: for<'de> Deserialize<'de>>(value: Value) -> Result<T, BadEvent> {
    serde_json::from_value(value).map_err(|error| BadEvent::NotAnEvent(error.to_string()))
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    created: i64,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Value,
}

/// An object by its identifier, or itself where it was expanded.
#[derive(Deserialize)]
#[serde(untagged)]
enum Reference {
    Id(String),
    Whole { id: String },
}

impl Reference {
    fn id(self) -> Option<String> {
        let (Self::Id(id) | Self::Whole { id }) = self;
        (1..=MAX_ID_CHARS).contains(&id.len()).then_some(id)
    }
}

type Metadata = Option<BTreeMap<String, Value>>;

/// Our customer, where the metadata name one.
fn named(metadata: &Metadata) -> Option<CustomerId> {
    metadata.as_ref()?.get(METADATA)?.as_str()?.parse().ok()
}

fn id(reference: Option<Reference>) -> Option<String> {
    reference.and_then(Reference::id)
}

#[derive(Deserialize)]
struct Checkout {
    mode: Option<String>,
    subscription: Option<Reference>,
    customer: Option<Reference>,
    client_reference_id: Option<String>,
    payment_link: Option<Reference>,
    customer_details: Option<Details>,
    customer_email: Option<String>,
    metadata: Metadata,
}

#[derive(Deserialize, Default)]
struct Details {
    email: Option<String>,
    name: Option<String>,
    business_name: Option<String>,
}

impl Checkout {
    fn news(self) -> News {
        let subscription = id(self.subscription);
        let Some(subscription) =
            subscription.filter(|_| self.mode.as_deref() == Some("subscription"))
        else {
            return News::Other;
        };
        let reference = self.client_reference_id.and_then(|text| text.parse().ok());
        let details = self.customer_details.unwrap_or_default();
        News::Checkout {
            subscription: subscription.into(),
            payer: Payer {
                reference: reference.or_else(|| named(&self.metadata)),
                stripe_customer: id(self.customer),
                payment_link: id(self.payment_link),
                email: details.email.or(self.customer_email),
                name: details.business_name.or(details.name),
            },
        }
    }
}

#[derive(Deserialize)]
struct Subscription {
    id: String,
    status: Status,
    customer: Option<Reference>,
    items: Option<Items>,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Items {
    data: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    price: Option<Reference>,
    plan: Option<Reference>,
}

impl Subscription {
    fn news(self) -> Result<News, BadEvent> {
        if !(1..=MAX_ID_CHARS).contains(&self.id.len()) {
            return Err(BadEvent::NotAnEvent("`id` must be a `sub_…`".to_owned()));
        }
        let items = self.items.map(|items| items.data).unwrap_or_default();
        Ok(News::Subscription {
            subscription: self.id.into(),
            state: State {
                status: self.status,
                prices: items
                    .into_iter()
                    .filter_map(|item| id(item.price).or_else(|| id(item.plan)))
                    .collect(),
                stripe_customer: id(self.customer),
                reference: named(&self.metadata),
            },
        })
    }
}

#[derive(Deserialize)]
struct Invoice {
    customer: Option<Reference>,
    customer_email: Option<String>,
    customer_name: Option<String>,
    collection_method: Option<String>,
    next_payment_attempt: Option<i64>,
    created: Option<i64>,
    /// Before 2025-03-31.
    subscription: Option<Reference>,
    #[serde(default, deserialize_with = "lenient")]
    subscription_details: Option<Parent>,
    /// Since then.
    #[serde(default, deserialize_with = "lenient")]
    parent: Option<InvoiceParent>,
}

#[derive(Deserialize)]
struct InvoiceParent {
    subscription_details: Option<Parent>,
}

#[derive(Deserialize)]
struct Parent {
    subscription: Option<Reference>,
    metadata: Metadata,
}

/// What is of another shape than it once was counts as absent.
fn lenient<'de, D: Deserializer<'de>, T: for<'a> Deserialize<'a>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

impl Invoice {
    fn news(self, is_paid: bool) -> News {
        let parent = self.parent.and_then(|parent| parent.subscription_details);
        let (now, before) = (parent, self.subscription_details);
        let reference = [&now, &before]
            .into_iter()
            .flatten()
            .find_map(|details| named(&details.metadata));
        let subscription = now.and_then(|details| id(details.subscription));
        let Some(subscription) = subscription.or_else(|| id(self.subscription)) else {
            return News::Other;
        };
        // One that is sent to be paid is never tried by Stripe, so a try that failed was a person's.
        let is_sent = self.collection_method.as_deref() == Some("send_invoice");
        let is_last = self.next_payment_attempt.is_none() && !is_sent;
        let payment = if is_paid {
            Some(Payment::Paid)
        } else {
            is_last.then_some(Payment::Failed)
        };
        // An address is taken only where no checkout can follow that says better who it is.
        News::Invoice {
            subscription: subscription.into(),
            payer: Payer {
                reference,
                stripe_customer: id(self.customer),
                payment_link: None,
                email: self.customer_email.filter(|_| is_sent),
                name: self.customer_name.filter(|_| is_sent),
            },
            settled: payment.map(|payment| Settled {
                // Every invoice of Stripe's says it.
                invoice_created: self.created.unwrap_or_default(),
                payment,
            }),
        }
    }
}
