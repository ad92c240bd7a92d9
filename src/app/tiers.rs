//! What a move to another tier would do, before it is made.

use std::sync::Arc;

use super::Error;
use super::customers::{OverLimit, over_limit, unknown_tier};
use crate::domain::tier::{Feature, Limits, Tier};
use crate::domain::time::Timestamp;
use crate::live::{CustomerState, Live};

/// What a move would do now.
#[derive(Debug, Clone)]
pub struct TierPreview {
    /// The tier to move to.
    pub tier: Arc<Tier>,
    /// The name of the tier that the customer is on.
    pub from: Arc<str>,
    /// The price that would be in force, the agreed one where there is one.
    pub price_usd_month: Option<u32>,
    /// The limits that would be in force, single ones that an operator set included.
    pub limits: Limits,
    /// What would no longer fit.
    pub over_limit: Vec<OverLimit>,
    /// The words of the features that it would have then and has not, of those that open something.
    pub features_gained: Vec<&'static str>,
    /// The words of the features that it has and would not have then.
    pub features_lost: Vec<&'static str>,
    /// Whether customers may make the move themselves.
    pub is_self_service: bool,
}

/// What moving the customer to the tier of that name would do, on the state given.
pub fn preview(
    live: &Live,
    state: &CustomerState,
    name: &str,
    now: Timestamp,
) -> Result<TierPreview, Error> {
    let customer = state.customer();
    let tier = live.tiers().find(name).ok_or_else(|| unknown_tier(live))?;
    let limits = customer.limits(tier);
    let features = |has: &Tier, lacks: Option<&Arc<Tier>>| {
        let is_missing = |feature| lacks.is_none_or(|lacks| !lacks.has(feature));
        let those = has.features.iter().copied();
        those
            .filter(|feature| feature.is_enforced() && is_missing(*feature))
            .map(Feature::word)
            .collect()
    };
    let present = live.tier_of(customer);
    Ok(TierPreview {
        from: Arc::clone(&customer.tier),
        over_limit: over_limit(&limits, state, now),
        features_gained: features(tier, present),
        features_lost: present.map_or_else(Vec::new, |present| features(present, Some(tier))),
        is_self_service: live.tiers().is_self_service(&tier.name),
        price_usd_month: customer.price_usd_month(tier),
        tier: Arc::clone(tier),
        limits,
    })
}
