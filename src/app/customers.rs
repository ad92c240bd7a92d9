//! Customers: register, read, change tier, change, deactivate, reactivate.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::keys::IssuedKey;
use super::portal::portal_closed;
use super::versions::Expected;
use super::{App, Error};
use crate::domain::customer::{Customer, DeactivatedBy, Overrides};
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::key::ApiKey;
use crate::domain::mutation::Mutation;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{Email, Name, ZoneName};
use crate::domain::tier::Limits;
use crate::domain::time::Timestamp;
use crate::ledger::Accepted;
use crate::live::{CustomerState, Live};

/// A registration as it was asked for.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The customer's name.
    pub name: Name,
    /// Its address.
    pub email: Email,
    /// The tier asked for; the configured default otherwise.
    pub tier: Option<String>,
    /// What an operator agreed with it.
    pub overrides: Overrides,
}

/// What a registration gives.
#[derive(Debug)]
pub struct Registered {
    /// The customer.
    pub customer_id: CustomerId,
    /// Its first key.
    pub key: IssuedKey,
}

/// A limit that a customer is over, after a move to a smaller tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverLimit {
    /// The limit's name.
    pub limit: &'static str,
    /// What is allowed.
    pub allowed: u32,
    /// What there is.
    pub used: usize,
}

/// What an operator changes about a customer; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct CustomerPatch {
    /// Another name.
    pub name: Option<Name>,
    /// Another address.
    pub email: Option<Email>,
    /// Another time zone.
    pub time_zone: Option<ZoneName>,
    /// For each single limit: another value, or `Some(None)` for the tier's.
    pub overrides: OverridesPatch,
}

/// Changes of single limits, member by member of [`Overrides`]: to another value, or with
/// `Some(None)` back to the tier's.
#[derive(Debug, Clone, Copy, Default)]
pub struct OverridesPatch {
    /// The most agents that live.
    pub max_agents: Option<Option<u32>>,
    /// The most requests of a minute.
    pub max_requests_per_minute: Option<Option<u32>>,
    /// The most keys that live.
    pub max_api_keys: Option<Option<u32>>,
    /// The most recorded checks of a calendar month.
    pub max_checks_per_month: Option<Option<u64>>,
    /// The agreed price of a month, in US dollars.
    pub price_usd_month: Option<Option<u32>>,
}

impl OverridesPatch {
    /// All of them back to the tier's.
    pub const TIER: Self = Self {
        max_agents: Some(None),
        max_requests_per_minute: Some(None),
        max_api_keys: Some(None),
        max_checks_per_month: Some(None),
        price_usd_month: Some(None),
    };

    /// What there is, changed so.
    pub fn over(self, known: Overrides) -> Overrides {
        Overrides {
            max_agents: self.max_agents.unwrap_or(known.max_agents),
            max_requests_per_minute: self
                .max_requests_per_minute
                .unwrap_or(known.max_requests_per_minute),
            max_api_keys: self.max_api_keys.unwrap_or(known.max_api_keys),
            max_checks_per_month: self
                .max_checks_per_month
                .unwrap_or(known.max_checks_per_month),
            price_usd_month: self.price_usd_month.unwrap_or(known.price_usd_month),
        }
    }
}

/// A customer as it is shown: with the limits in force and the counters.
#[derive(Clone)]
pub struct CustomerView {
    /// The state that it was read from.
    pub state: Arc<CustomerState>,
    /// The limits in force.
    pub limits: Limits,
    /// The price in force, in US dollars a month; `None` where none is agreed.
    pub price_usd_month: Option<u32>,
    /// The words of the tier's features.
    pub features: Vec<&'static str>,
    /// What it is over, at the time of asking.
    pub over_limit: Vec<OverLimit>,
}

/// The state of a customer, or the one answer for what is absent and what is another's.
pub(super) fn find(live: &Live, id: CustomerId) -> Result<&Arc<CustomerState>, Error> {
    live.customer(id).ok_or(Error::NotFound("customer"))
}

/// Shows a customer as it is in that state.
pub fn view(live: &Live, state: &Arc<CustomerState>, now: Timestamp) -> CustomerView {
    let limits = live.limits_of(state.customer());
    let tier = live.tier_of(state.customer());
    let features = tier.map_or_else(Vec::new, |tier| {
        tier.features.iter().map(|feature| feature.word()).collect()
    });
    CustomerView {
        state: Arc::clone(state),
        over_limit: over_limit(&limits, state, now),
        limits,
        price_usd_month: tier.and_then(|tier| state.customer().price_usd_month(tier)),
        features,
    }
}

/// What a customer is over, under these limits.
pub(super) fn over_limit(limits: &Limits, state: &CustomerState, now: Timestamp) -> Vec<OverLimit> {
    let over = |limit, allowed: u32, used: usize| {
        (used > allowed as usize).then_some(OverLimit {
            limit,
            allowed,
            used,
        })
    };
    let all = [
        over("max_agents", limits.max_agents, state.agent_count()),
        over("max_api_keys", limits.max_api_keys, state.counted_keys(now)),
    ];
    all.into_iter().flatten().collect()
}

fn may_register(live: &Live, is_operator: bool) -> Result<(), Error> {
    if live.settings().registration_is_open || is_operator {
        return Ok(());
    }
    let why = "registration is closed here; ask the operator of this appliance";
    Err(Error::OperatorNeeded(why.to_owned()))
}

impl App {
    /// Registers a customer and issues its first key. Whoever is not an operator gets tiers that
    /// have a price and nothing that is agreed, and only while registration is open.
    pub fn register(
        &self,
        caller: &Caller,
        wanted: Registration,
    ) -> Result<Promise<Registered>, Error> {
        let is_operator = caller.is_administrator();
        // Asked before, so that strangers leave no records, and again in its turn.
        may_register(&self.live(), is_operator)?;
        if !is_operator && wanted.overrides != Overrides::default() {
            let why = "limits and a price of one's own are agreed with an operator: leave out \
                       `overrides`";
            return Err(Error::OperatorNeeded(why.to_owned()));
        }
        let draft = Draft {
            action: "customer.register",
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |live, moment, principal| {
            may_register(live, is_operator)?;
            let tiers = live.tiers();
            let name = wanted
                .tier
                .as_deref()
                .unwrap_or(tiers.registration_default());
            let tier = tiers.find(name).ok_or_else(|| unknown_tier(live))?;
            if tier.price_usd_month.is_none() && !is_operator {
                let why = format!(
                    "the tier `{}` has a custom price: ask the operator",
                    tier.name
                );
                return Err(Error::OperatorNeeded(why));
            }
            if live.customer_by_email(&wanted.email).is_some() {
                return Err(Error::EmailTaken);
            }
            let id = CustomerId::fresh(moment.environment);
            let tier = Arc::clone(&tier.name);
            let customer = Customer {
                overrides: wanted.overrides,
                ..Customer::new(id, wanted.name, wanted.email, tier, moment.now)
            };
            let secret = Secret::fresh(SecretKind::ApiKey, moment.environment);
            let key_id = KeyId::fresh(moment.environment);
            let key = ApiKey::first(key_id, id, &secret, principal.actor(), moment.now);
            let mut details = json!({
                "api_key": key.id, "email": customer.email, "name": customer.name,
                "tier": &*customer.tier,
            });
            note_agreed(&mut details, &customer);
            let registered = Registered {
                customer_id: id,
                key: IssuedKey { id: key_id, secret },
            };
            let mutations = vec![
                Mutation::SaveCustomer(Arc::new(customer)),
                Mutation::SaveKey(Arc::new(key)),
            ];
            Ok(Accepted::done(registered, mutations, details)
                .of(id)
                .about(&id))
        }))
    }

    /// Moves a customer to another tier, up or down. What no longer fits stays, but nothing new is
    /// admitted.
    pub fn change_tier(
        &self,
        caller: &Caller,
        id: CustomerId,
        tier: String,
        expected: Expected,
    ) -> Result<Promise<CustomerId>, Error> {
        // Known before the ledger is asked: a misspelt tier breaks a rule, it is not refused.
        if self.live().tiers().find(&tier).is_none() {
            return Err(unknown_tier(&self.live()));
        }
        let is_operator = caller.is_operator();
        let draft = draft("customer.upgrade", id);
        Ok(self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            expected.check(state.customer().as_ref())?;
            let wanted = live.tiers().find(&tier).ok_or_else(|| unknown_tier(live))?;
            if !is_operator && !live.tiers().is_self_service(&tier) {
                let why = format!("moving to the tier `{tier}` takes an operator");
                return Err(Error::OperatorNeeded(why));
            }
            let before = Arc::clone(&state.customer().tier);
            let details = json!({"from": &*before, "to": &*wanted.name});
            let tier = Arc::clone(&wanted.name);
            let moved = Customer {
                tier,
                updated_at: moment.now,
                ..Customer::clone(state.customer())
            };
            Ok(saved(moved, details))
        }))
    }

    /// Changes what an operator may change about a customer.
    pub fn patch_customer(
        &self,
        caller: &Caller,
        id: CustomerId,
        patch: CustomerPatch,
        expected: Expected,
    ) -> Promise<CustomerId> {
        self.change(
            caller,
            draft("customer.update", id),
            move |live, moment, _| {
                let state = find(live, id)?;
                expected.check(state.customer().as_ref())?;
                let mut customer = Customer::clone(state.customer());
                let mut details = serde_json::Map::new();
                if let Some(name) = patch.name {
                    details.insert("name".to_owned(), json!(name));
                    customer.name = name;
                }
                if let Some(email) = patch.email {
                    if live
                        .customer_by_email(&email)
                        .is_some_and(|other| other != id)
                    {
                        return Err(Error::EmailTaken);
                    }
                    details.insert("email".to_owned(), json!(email));
                    customer.email = email;
                }
                if let Some(zone) = patch.time_zone {
                    details.insert("time_zone".to_owned(), json!(zone));
                    customer.time_zone = zone;
                }
                customer.overrides = patch.overrides.over(customer.overrides);
                if customer.overrides != state.customer().overrides {
                    details.insert("overrides".to_owned(), json!(customer.overrides));
                }
                customer.updated_at = moment.now;
                Ok(saved(customer, details.into()))
            },
        )
    }

    /// Stops a customer's keys and checks, or lets them work again. Nothing is deleted.
    pub fn set_customer_active(
        &self,
        caller: &Caller,
        id: CustomerId,
        is_active: bool,
        expected: Expected,
    ) -> Promise<CustomerId> {
        let action = if is_active {
            "customer.reactivate"
        } else {
            "customer.deactivate"
        };
        let by = if caller.is_operator() {
            DeactivatedBy::Operator
        } else {
            DeactivatedBy::Customer
        };
        self.change(caller, draft(action, id), move |live, moment, _| {
            let state = find(live, id)?;
            expected.check(state.customer().as_ref())?;
            let mut customer = if is_active {
                state.customer().reactivated()
            } else {
                state.customer().deactivated(by)
            };
            customer.updated_at = moment.now;
            let mut accepted = saved(customer, serde_json::Value::Null);
            if !is_active {
                accepted.mutations.extend(portal_closed(live, id));
            }
            Ok(accepted)
        })
    }
}

/// A record of a customer that comes in tells what was agreed with it, where anything was.
pub(super) fn note_agreed(details: &mut serde_json::Value, customer: &Customer) {
    if customer.overrides != Overrides::default()
        && let Some(members) = details.as_object_mut()
    {
        members.insert("overrides".to_owned(), json!(customer.overrides));
    }
}

fn draft(action: &'static str, id: CustomerId) -> Draft {
    Draft {
        action,
        customer_id: Some(id),
        object: Some(id.to_string()),
        ..Draft::default()
    }
}

/// The customer is saved; who asked reads it back from the state that this published.
fn saved(customer: Customer, details: serde_json::Value) -> Accepted<CustomerId> {
    let id = customer.id;
    Accepted::done(
        id,
        vec![Mutation::SaveCustomer(Arc::new(customer))],
        details,
    )
}

/// A misspelt tier.
pub(super) fn unknown_tier(live: &Live) -> Error {
    let message = format!("must be one of {}", live.tiers().names());
    Error::Invalid(vec![super::FieldError::new("subscription_tier", message)])
}
