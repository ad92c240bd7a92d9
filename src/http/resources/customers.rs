//! `/api/customers`, `/api/tiers`.

use serde::Serialize;
use utoipa::ToSchema;

use super::overrides::{self, OVERRIDES, OverridesBody};
use crate::app::customers::{CustomerPatch, CustomerView, OverLimit, Registration, view};
use crate::app::versions::Expected;
use crate::app::{Error, FieldError, Promise};
use crate::domain::customer::{Customer, DeactivatedBy};
use crate::domain::id::CustomerId;
use crate::domain::text::{Email, Name, ZoneName};
use crate::domain::tier::Tier;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::fields::{Body, Field, Kind};
use crate::http::page::Paging;

/// `POST /api/customers/register`.
pub const REGISTER: &[Field] = &[
    Field::needed(
        "name",
        Kind::Text { min: 1, max: 255 },
        "The customer's name.",
        "\"Acme Retail\"",
    ),
    Field::needed(
        "email",
        Kind::Text { min: 5, max: 255 },
        "Its e-mail address; unique, kept in lower case.",
        "\"ops@acme.example\"",
    ),
    Field::optional(
        "subscription_tier",
        Kind::Text { min: 1, max: 64 },
        "The tier; `starter` unless configured otherwise. One with a custom price takes an operator.",
        "\"starter\"",
    ),
    overrides::AGREED_BY_OPERATOR,
];

/// `PUT /api/customers/{id}/upgrade`.
pub const UPGRADE: &[Field] = &[Field::optional(
    "subscription_tier",
    Kind::Text { min: 1, max: 64 },
    "The tier to move to; `?new_tier=` does as well.",
    "\"pro\"",
)];

/// `PATCH /api/customers/{id}`.
pub const PATCH: &[Field] = &[
    Field::optional(
        "name",
        Kind::Text { min: 1, max: 255 },
        "Another name.",
        "\"Acme Retail Ltd\"",
    ),
    Field::optional(
        "email",
        Kind::Text { min: 5, max: 255 },
        "Another address.",
        "\"it@acme.example\"",
    ),
    Field::optional(
        "time_zone",
        Kind::Text { min: 1, max: 64 },
        "Where its clock is.",
        "\"Europe/Berlin\"",
    ),
    Field::optional(
        "overrides",
        Kind::Members(OVERRIDES),
        "Single limits over the tier's; what is left out stays.",
        "{\"max_agents\":80}",
    ),
];

/// What a registration gives.
#[derive(Serialize, ToSchema)]
#[schema(as = Registered)]
pub struct RegisteredBody {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    /// The first key, with the scopes `check`, `read` and `manage`. It cannot be shown again.
    api_key: String,
    key_id: String,
    message: &'static str,
}

/// A customer.
#[derive(Serialize, ToSchema)]
#[schema(as = Customer)]
pub struct CustomerBody {
    #[schema(value_type = String)]
    id: CustomerId,
    name: String,
    email: String,
    subscription_tier: String,
    /// Agents that may exist at once.
    max_agents: u32,
    /// Charged calls per minute, all keys together.
    max_requests_per_minute: u32,
    /// Active API keys, agent keys apart.
    max_api_keys: u32,
    /// Recorded checks in a calendar month (UTC); `null` when there is no quota.
    max_checks_per_month: Option<u64>,
    /// The price in force, US dollars a month; `null` where none is agreed.
    price_usd_month: Option<u32>,
    /// Which of these limits are set for this customer alone.
    overrides: OverridesBody,
    /// Charged calls that were answered, since registration.
    total_api_calls: u64,
    /// How many agents there are.
    agents: usize,
    is_active: bool,
    /// Who stopped it, `operator`, `customer` or `billing`; `null` while it is active.
    deactivated_by: Option<&'static str>,
    time_zone: String,
    /// What the tier unlocks.
    features: Vec<&'static str>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// A customer after a move, with what it is now over.
#[derive(Serialize, ToSchema)]
#[schema(as = MovedCustomer)]
pub struct MovedBody {
    #[serde(flatten)]
    customer: CustomerBody,
    /// What no longer fits: it stays, but nothing new is admitted.
    over_limit: Vec<OverLimitBody>,
}

/// A limit that a customer is over.
#[derive(Serialize, ToSchema)]
#[schema(as = OverLimit)]
pub struct OverLimitBody {
    limit: &'static str,
    allowed: u32,
    used: usize,
}

/// A tier, as in the pricing table.
#[derive(Serialize, ToSchema)]
#[schema(as = Tier)]
pub struct TierBody {
    name: String,
    title: String,
    max_agents: u32,
    max_requests_per_minute: u32,
    max_api_keys: u32,
    /// Recorded checks in a calendar month (UTC); `null` when there is no quota.
    max_checks_per_month: Option<u64>,
    /// US dollars a month; `null` when the price is agreed with an operator.
    price_usd_month: Option<u32>,
    support: String,
    /// What it unlocks, for programs.
    features: Vec<&'static str>,
    /// What it offers, for people.
    feature_list: Vec<String>,
}

impl From<&CustomerView> for CustomerBody {
    fn from(view: &CustomerView) -> Self {
        let customer: &Customer = view.state.customer();
        Self {
            id: customer.id,
            name: customer.name.to_string(),
            email: customer.email.to_string(),
            subscription_tier: customer.tier.to_string(),
            max_agents: view.limits.max_agents,
            max_requests_per_minute: view.limits.max_requests_per_minute,
            max_api_keys: view.limits.max_api_keys,
            max_checks_per_month: view.limits.max_checks_per_month,
            price_usd_month: view.price_usd_month,
            overrides: OverridesBody::from(customer.overrides),
            total_api_calls: view
                .state
                .calls()
                .load(std::sync::atomic::Ordering::Relaxed),
            agents: view.state.agent_count(),
            is_active: customer.is_active,
            deactivated_by: customer.deactivated_by.map(DeactivatedBy::word),
            time_zone: customer.time_zone.to_string(),
            features: view.features.clone(),
            created_at: customer.created_at,
            updated_at: customer.updated_at,
        }
    }
}

impl From<&OverLimit> for OverLimitBody {
    fn from(over: &OverLimit) -> Self {
        Self {
            limit: over.limit,
            allowed: over.allowed,
            used: over.used,
        }
    }
}

impl From<&Tier> for TierBody {
    fn from(tier: &Tier) -> Self {
        Self {
            name: tier.name.to_string(),
            title: tier.title.to_string(),
            max_agents: tier.limits.max_agents,
            max_requests_per_minute: tier.limits.max_requests_per_minute,
            max_api_keys: tier.limits.max_api_keys,
            max_checks_per_month: tier.limits.max_checks_per_month,
            price_usd_month: tier.price_usd_month,
            support: tier.support.to_string(),
            features: tier.features.iter().map(|feature| feature.word()).collect(),
            feature_list: tier.feature_list.iter().map(ToString::to_string).collect(),
        }
    }
}

/// `POST /api/customers/register`.
pub fn register(call: &Call<'_>) -> Handled {
    if !call.caller.is_administrator() {
        call.app.pass_registration(call.request_address())?;
    }
    let mut body = call.body(REGISTER)?;
    let name = body.text("name", Name::parse);
    let email = body.text("email", Email::parse);
    let tier = tier_name(call, &mut body);
    let overrides = overrides::agreed(&mut body);
    let (Some(name), Some(email)) = (name, email) else {
        return Err(body.error());
    };
    body.finish()?;
    let wanted = Registration {
        name,
        email,
        tier,
        overrides,
    };
    let promise = call.app.register(call.caller, wanted)?;
    Ok(answer::after_change(promise, |registered| {
        answer::json_with(
            201,
            &RegisteredBody {
                customer_id: registered.customer_id,
                api_key: registered.key.secret.reveal().to_owned(),
                key_id: registered.key.id.to_string(),
                message: "keep the API key safe: it is shown this once and cannot be shown again",
            },
        )
    }))
}

/// The tier that a body names, when it is on offer.
pub fn tier_name(call: &Call<'_>, body: &mut Body) -> Option<String> {
    let tiers = call.live.tiers();
    body.text("subscription_tier", |name| match tiers.find(name) {
        Some(tier) => Ok(tier.name.to_string()),
        None => Err(UnknownTier(tiers.names())),
    })
}

/// A name that no tier has.
struct UnknownTier(String);

impl std::fmt::Display for UnknownTier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "must be one of {}", self.0)
    }
}

impl crate::http::fields::Issue for UnknownTier {}

/// `GET /api/customers/me`, `GET /api/customers/{id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let state = call.state()?;
    let view = view(call.live, state, call.now);
    answer::versioned(&CustomerBody::from(&view), state.customer().as_ref()).map(Outcome::Ready)
}

/// `GET /api/customers`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(str::parse::<CustomerId>)?;
    let wanted = call.query("q").map(|text| text.to_lowercase());
    let tier = call.query("tier");
    let active = call.flag_parameter("active")?;
    if let Some(name) = &tier
        && call.live.tiers().find(name).is_none()
    {
        let message = format!("must be one of {}", call.live.tiers().names());
        return Err(bad_parameter("tier", message));
    }
    let fits = |customer: &Customer| {
        let holds = |q: &String| {
            customer.name.as_str().to_lowercase().contains(q)
                || customer.email.as_str().contains(q.as_str())
                || customer.id.to_string() == *q
        };
        wanted.as_ref().is_none_or(holds)
            && tier.as_deref().is_none_or(|name| *customer.tier == *name)
            && active.is_none_or(|active| customer.is_active == active)
    };
    let found = call
        .live
        .customers_after(after)
        .filter(|state| fits(state.customer()));
    let page = paging.page(
        found,
        |state| state.customer().id.to_string(),
        |state| CustomerBody::from(&view(call.live, state, call.now)),
    );
    answer::ready(&page)
}

/// `PUT /api/customers/{id}/upgrade`.
pub fn upgrade(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let mut body = call.body(UPGRADE)?;
    let named = tier_name(call, &mut body);
    body.finish()?;
    let tier = match (named, call.query("new_tier")) {
        (Some(tier), None) | (None, Some(tier)) => tier,
        (Some(one), Some(other)) if one == other => one,
        (Some(_), Some(_)) => {
            return Err(bad_parameter(
                "new_tier",
                "differs from `subscription_tier` in the body",
            ));
        }
        (None, None) => {
            let error = FieldError::new("subscription_tier", "is required");
            return Err(Error::Invalid(vec![error]));
        }
    };
    let promise = call
        .app
        .change_tier(call.caller, id, tier, call.expected()?)?;
    let app = std::sync::Arc::clone(call.app);
    Ok(answer::after_change(promise, move |id| {
        let live = app.live();
        let state = live.customer(id).ok_or(Error::NotFound("customer"))?;
        let view = view(&live, state, app.now());
        let moved = MovedBody {
            customer: CustomerBody::from(&view),
            over_limit: view.over_limit.iter().map(OverLimitBody::from).collect(),
        };
        answer::versioned(&moved, state.customer().as_ref())
    }))
}

/// `PATCH /api/customers/{id}`.
pub fn patch(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let mut body = call.body(PATCH)?;
    let name = body.text("name", Name::parse);
    let email = body.text("email", Email::parse);
    let time_zone = body.text("time_zone", ZoneName::parse);
    let overrides = overrides::given(&mut body);
    body.finish()?;
    let patch = CustomerPatch {
        name,
        email,
        time_zone,
        overrides,
    };
    Ok(after_customer(
        call,
        call.app
            .patch_customer(call.caller, id, patch, call.expected()?),
    ))
}

/// `DELETE /api/customers/{id}`.
pub fn deactivate(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    Ok(after_customer(
        call,
        call.app
            .set_customer_active(call.caller, id, false, call.expected()?),
    ))
}

/// `POST /api/customers/{id}/reactivate`.
pub fn reactivate(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    let id = call.customer_id()?;
    Ok(after_customer(
        call,
        call.app
            .set_customer_active(call.caller, id, true, Expected::Anything),
    ))
}

/// The customer as the state that the change published has it.
fn after_customer(call: &Call<'_>, promise: Promise<CustomerId>) -> Outcome {
    let app = std::sync::Arc::clone(call.app);
    answer::after_change(promise, move |id| {
        let live = app.live();
        let state = live.customer(id).ok_or(Error::NotFound("customer"))?;
        let body = CustomerBody::from(&view(&live, state, app.now()));
        answer::versioned(&body, state.customer().as_ref())
    })
}

/// `GET /api/tiers`.
pub fn tiers(call: &Call<'_>) -> Handled {
    let tiers: Vec<TierBody> = call
        .live
        .tiers()
        .iter()
        .map(|tier| TierBody::from(tier.as_ref()))
        .collect();
    answer::ready(&tiers)
}
