//! `POST /api/billing/stripe/webhook`, where Stripe tells, and `GET /api/customers/{id}/billing`, what
//! is known.

use std::io::Read as _;
use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::domain::customer::{Customer, DeactivatedBy};
use crate::domain::stripe::Subscription;
use crate::domain::tier::Tier;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::live::Live;

/// That an event came.
#[derive(Serialize, ToSchema)]
#[schema(as = StripeReceived)]
pub struct ReceivedBody {
    /// Always `true`.
    received: bool,
    /// `applied`; `ignored`, where it says nothing that matters here or a newer one has said it;
    /// `duplicate`, where it came before.
    outcome: &'static str,
    /// The event's identifier.
    event_id: String,
}

/// What is known of a customer's subscriptions.
#[derive(Serialize, ToSchema)]
#[schema(as = CustomerBilling)]
pub struct BillingBody {
    /// The pages where tiers are paid, for this customer.
    payment_links: Vec<PaymentLinkBody>,
    /// Its subscriptions at Stripe.
    subscriptions: Vec<SubscriptionBody>,
    /// Who stopped the customer: `operator`, `customer` or `billing`; `null` while it is active.
    deactivated_by: Option<&'static str>,
}

/// The page where a tier is paid.
#[derive(Serialize, ToSchema)]
#[schema(as = PaymentLink)]
pub struct PaymentLinkBody {
    /// The tier.
    subscription_tier: String,
    /// The page, with the customer's identifier and address.
    url: String,
}

/// A subscription at Stripe.
#[derive(Serialize, ToSchema)]
#[schema(as = StripeSubscription)]
pub struct SubscriptionBody {
    /// `sub_…`.
    id: String,
    /// Stripe's word for how it stands; `null` while Stripe has only told of its checkout.
    status: Option<&'static str>,
    /// The tier that its price means; `null` where no tier is set for it.
    subscription_tier: Option<String>,
    /// Its first price.
    price_id: Option<String>,
    /// When something was last learnt of it.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// The newest event that told of it.
    last_event_id: Option<String>,
}

impl SubscriptionBody {
    fn of(live: &Live, subscription: &Subscription) -> Self {
        let facts = &subscription.facts;
        let state = facts.state.as_ref().map(|known| &known.what);
        let tier = facts.tier(&live.settings().stripe, live.tiers());
        Self {
            id: subscription.id.to_string(),
            status: state.map(|state| state.status.word()),
            subscription_tier: tier.map(|tier| tier.to_string()),
            price_id: state.and_then(|state| state.prices.first().cloned()),
            updated_at: subscription.updated_at,
            last_event_id: facts.last_event().map(|stamp| stamp.event.to_string()),
        }
    }
}

/// `POST /api/billing/stripe/webhook`.
pub fn webhook(call: &Call<'_>) -> Handled {
    let mut body = Vec::new();
    if let Some(mut data) = call.request.data() {
        data.read_to_end(&mut body)
            .map_err(|error| Error::Internal(format!("the body cannot be read: {error}")))?;
    }
    let is_signature = |name: &str| name.eq_ignore_ascii_case("stripe-signature");
    let signatures = call
        .request
        .headers()
        .filter(|(name, _)| is_signature(name));
    let event = call
        .app
        .stripe_event(signatures.map(|(_, value)| value), &body)?;
    let event_id = event.stamp.event.to_string();
    let told = call.app.tell(call.caller, event)?;
    answer::ready(&ReceivedBody {
        received: true,
        outcome: told.word(),
        event_id,
    })
}

/// `GET /api/customers/{id}/billing`.
pub fn show(call: &Call<'_>) -> Handled {
    let customer = call.state()?.customer();
    let all = call.live.subscriptions_of(customer.id);
    answer::ready(&BillingBody {
        payment_links: payment_links(call.live, customer),
        subscriptions: all
            .map(|subscription| SubscriptionBody::of(call.live, subscription))
            .collect(),
        deactivated_by: customer.deactivated_by.map(DeactivatedBy::word),
    })
}

/// In the order of the tiers.
fn payment_links(live: &Live, customer: &Customer) -> Vec<PaymentLinkBody> {
    let links = &live.settings().stripe.payment_links;
    let of_tier = |tier: &Arc<Tier>| {
        let link = links.get(&*tier.name)?;
        Some(PaymentLinkBody {
            subscription_tier: tier.name.to_string(),
            url: link.of(customer.id, customer.email.as_str()),
        })
    };
    live.tiers().iter().filter_map(of_tier).collect()
}
