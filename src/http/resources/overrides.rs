//! `overrides`: single limits and a price of one customer, over its tier's.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::customers::OverridesPatch;
use crate::domain::customer::Overrides;
use crate::http::fields::{Body, Field, Kind};

const LIMIT: Kind = Kind::Number {
    min: 0,
    max: 10_000_000,
};
/// A rate of nothing would be no rate.
const RATE: Kind = Kind::Number {
    min: 1,
    max: 10_000_000,
};

/// A quota of nothing would be a deactivated customer.
const QUOTA: Kind = Kind::Number {
    min: 1,
    max: 1_000_000_000_000,
};

/// The members of `overrides`.
pub const OVERRIDES: &[Field] = &[
    Field::optional(
        "max_agents",
        LIMIT,
        "Agents at once; `null` for the tier's.",
        "80",
    ),
    Field::optional(
        "max_requests_per_minute",
        RATE,
        "Charged calls per minute; `null` for the tier's.",
        "500",
    ),
    Field::optional(
        "max_api_keys",
        LIMIT,
        "Active API keys; `null` for the tier's.",
        "10",
    ),
    Field::optional(
        "max_checks_per_month",
        QUOTA,
        "Recorded checks in a month; `null` for the tier's.",
        "250000",
    ),
    Field::optional(
        "price_usd_month",
        LIMIT,
        "The agreed price, US dollars a month; `null` for the tier's.",
        "750",
    ),
];

/// What was agreed with a customer that an operator makes: in force with the customer.
pub const AGREED: Field = agreed_field(
    "Single limits and a price over the tier's, in force from the start.",
    "{\"price_usd_month\":750}",
);

/// The same where customers make themselves too, who have agreed nothing with anybody.
pub const AGREED_BY_OPERATOR: Field = agreed_field(
    "Single limits and a price over the tier's, in force from the start; from operators alone.",
    "null",
);

const fn agreed_field(about: &'static str, example: &'static str) -> Field {
    Field::optional("overrides", Kind::Members(OVERRIDES), about, example)
}

/// Single limits over the tier's; `null` where the tier's is in force.
#[derive(Serialize, ToSchema)]
#[schema(as = Overrides)]
pub struct OverridesBody {
    max_agents: Option<u32>,
    max_requests_per_minute: Option<u32>,
    max_api_keys: Option<u32>,
    max_checks_per_month: Option<u64>,
    price_usd_month: Option<u32>,
}

impl From<Overrides> for OverridesBody {
    fn from(overrides: Overrides) -> Self {
        Self {
            max_agents: overrides.max_agents,
            max_requests_per_minute: overrides.max_requests_per_minute,
            max_api_keys: overrides.max_api_keys,
            max_checks_per_month: overrides.max_checks_per_month,
            price_usd_month: overrides.price_usd_month,
        }
    }
}

/// What a body says of single limits; `"overrides":null` gives all of them back to the tier.
pub fn given(body: &mut Body) -> OverridesPatch {
    if body.is_null("overrides") {
        return OverridesPatch::TIER;
    }
    let Some(given) = body.members("overrides", OVERRIDES) else {
        return OverridesPatch::default();
    };
    let large = |name| {
        if given.is_null(name) {
            Some(None)
        } else {
            given.large_number(name).map(Some)
        }
    };
    let limit = |name| {
        let small = |given: u64| u32::try_from(given).ok();
        large(name).map(|given| given.and_then(small))
    };
    OverridesPatch {
        max_agents: limit("max_agents"),
        max_requests_per_minute: limit("max_requests_per_minute"),
        max_api_keys: limit("max_api_keys"),
        max_checks_per_month: large("max_checks_per_month"),
        price_usd_month: limit("price_usd_month"),
    }
}

/// What a body says was agreed with a customer that is to be made.
pub fn agreed(body: &mut Body) -> Overrides {
    given(body).over(Overrides::default())
}
