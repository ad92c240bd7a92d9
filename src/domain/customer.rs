//! A customer: a company, or a department of one.

use std::sync::Arc;

use serde::Serialize;

use super::id::CustomerId;
use super::text::{Email, Name, ZoneName};
use super::tier::{Limits, Tier};
use super::time::Timestamp;

/// What an operator agreed with one customer, over what its tier says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Overrides {
    /// Instead of the tier's `max_agents`.
    pub max_agents: Option<u32>,
    /// Instead of the tier's `max_requests_per_minute`.
    pub max_requests_per_minute: Option<u32>,
    /// Instead of the tier's `max_api_keys`.
    pub max_api_keys: Option<u32>,
    /// Instead of the tier's `max_checks_per_month`.
    pub max_checks_per_month: Option<u64>,
    /// Instead of the tier's price.
    pub price_usd_month: Option<u32>,
}

/// Who stopped a customer: only they, or somebody above them, let it go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeactivatedBy {
    /// An operator.
    Operator,
    /// The customer itself.
    Customer,
    /// A subscription that is not paid for.
    Billing,
}

impl DeactivatedBy {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Customer => "customer",
            Self::Billing => "billing",
        }
    }

    /// Reads what [`Self::word`] wrote; who cannot be read is an operator, who is above the others.
    pub fn from_stored(text: &str) -> Self {
        match text {
            "customer" => Self::Customer,
            "billing" => Self::Billing,
            _ => Self::Operator,
        }
    }
}

/// A customer, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its identifier.
    pub id: CustomerId,
    /// Its name for people.
    pub name: Name,
    /// Its address; unique.
    pub email: Email,
    /// The name of its tier.
    pub tier: Arc<str>,
    /// Single limits over the tier's.
    pub overrides: Overrides,
    /// Where its clock is, for conditions on the time of day.
    pub time_zone: ZoneName,
    /// Whether its keys work.
    pub is_active: bool,
    /// Who stopped it, where it is not active.
    pub deactivated_by: Option<DeactivatedBy>,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Customer {
    /// A customer as it comes in: active, in UTC, with the limits of its tier.
    pub fn new(id: CustomerId, name: Name, email: Email, tier: Arc<str>, now: Timestamp) -> Self {
        Self {
            id,
            name,
            email,
            tier,
            overrides: Overrides::default(),
            time_zone: ZoneName::from_stored("UTC"),
            is_active: true,
            deactivated_by: None,
            created_at: now,
            updated_at: now,
        }
    }

    /// The same, stopped.
    #[must_use]
    pub fn deactivated(&self, by: DeactivatedBy) -> Self {
        Self {
            is_active: false,
            deactivated_by: Some(by),
            ..self.clone()
        }
    }

    /// The same, going on.
    #[must_use]
    pub fn reactivated(&self) -> Self {
        Self {
            is_active: true,
            deactivated_by: None,
            ..self.clone()
        }
    }

    /// The limits in force on this tier.
    pub fn limits(&self, tier: &Tier) -> Limits {
        let base = tier.limits;
        let over = &self.overrides;
        Limits {
            max_agents: over.max_agents.unwrap_or(base.max_agents),
            max_requests_per_minute: over
                .max_requests_per_minute
                .unwrap_or(base.max_requests_per_minute),
            max_api_keys: over.max_api_keys.unwrap_or(base.max_api_keys),
            max_checks_per_month: over.max_checks_per_month.or(base.max_checks_per_month),
        }
    }

    /// US dollars a month on this tier; `None` where none is agreed.
    pub fn price_usd_month(&self, tier: &Tier) -> Option<u32> {
        self.overrides.price_usd_month.or(tier.price_usd_month)
    }
}
