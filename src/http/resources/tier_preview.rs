//! `GET /api/customers/{id}/tier-preview`.

use serde::Serialize;
use utoipa::ToSchema;

use super::customers::OverLimitBody;
use crate::app::tiers::{TierPreview, preview};
use crate::http::answer::{self, Handled};
use crate::http::call::{Call, bad_parameter};

/// What a move to another tier would do now.
#[derive(Serialize, ToSchema)]
#[schema(as = TierPreview)]
pub struct PreviewBody {
    subscription_tier: String,
    /// The tier that the customer is on.
    from: String,
    /// The price that would be in force, US dollars a month: one that was agreed goes along; `null` when it
    /// is still to be agreed.
    price_usd_month: Option<u32>,
    limits: LimitsBody,
    /// What would no longer fit: it would stay, but nothing new would be admitted.
    over_limit: Vec<OverLimitBody>,
    features_gained: Vec<&'static str>,
    features_lost: Vec<&'static str>,
    /// Whether customers may make the move themselves.
    is_self_service: bool,
}

/// The limits that would be in force, single ones that an operator set included.
#[derive(Serialize, ToSchema)]
#[schema(as = Limits)]
#[expect(clippy::struct_field_names, reason = "the API names them so")]
pub struct LimitsBody {
    max_agents: u32,
    max_requests_per_minute: u32,
    max_api_keys: u32,
    max_checks_per_month: Option<u64>,
}

impl From<&TierPreview> for PreviewBody {
    fn from(preview: &TierPreview) -> Self {
        Self {
            subscription_tier: preview.tier.name.to_string(),
            from: preview.from.to_string(),
            price_usd_month: preview.price_usd_month,
            limits: LimitsBody {
                max_agents: preview.limits.max_agents,
                max_requests_per_minute: preview.limits.max_requests_per_minute,
                max_api_keys: preview.limits.max_api_keys,
                max_checks_per_month: preview.limits.max_checks_per_month,
            },
            over_limit: preview.over_limit.iter().map(OverLimitBody::from).collect(),
            features_gained: preview.features_gained.clone(),
            features_lost: preview.features_lost.clone(),
            is_self_service: preview.is_self_service,
        }
    }
}

/// `GET /api/customers/{id}/tier-preview`.
pub fn show(call: &Call<'_>) -> Handled {
    let state = call.state()?;
    let name = "subscription_tier";
    let wanted = call
        .query(name)
        .ok_or_else(|| bad_parameter(name, "is needed: name a tier"))?;
    if call.live.tiers().find(&wanted).is_none() {
        let message = format!("must be one of {}", call.live.tiers().names());
        return Err(bad_parameter(name, message));
    }
    let preview = preview(call.live, state, &wanted, call.now)?;
    answer::ready(&PreviewBody::from(&preview))
}
