//! Permissions that are only thought of: what a check would be answered if they were in force.

use std::sync::Arc;

use super::permissions::PERMISSIONS_PER_AGENT;
use super::{App, Error, FieldError};
use crate::domain::check::{CheckRequest, Decision};
use crate::domain::id::PermissionId;
use crate::domain::pattern::Pattern;
use crate::domain::permission::{Effect, Permission};
use crate::domain::tier::Feature;
use crate::domain::time::Timestamp;
use crate::live::{CustomerState, Live};

/// A permission that is thought of.
#[derive(Debug, Clone)]
pub struct DraftPermission {
    /// The actions it is about.
    pub action: Pattern,
    /// The resources it is about.
    pub resource: Pattern,
    /// What it does where it matches.
    pub effect: Effect,
    /// When it would end by itself.
    pub expires_at: Option<Timestamp>,
}

/// What is thought of changing among the permissions of one agent.
#[derive(Debug, Clone, Default)]
pub struct PermissionDraft {
    /// Permissions that would be added.
    pub add: Vec<DraftPermission>,
    /// Permissions that would be withdrawn.
    pub remove: Vec<PermissionId>,
}

/// The answers with and without a draft.
#[derive(Debug)]
pub struct Tried {
    /// As things are.
    pub current: Decision,
    /// As they would be.
    pub with_draft: Decision,
    /// The stand-ins for the identifiers that permissions of the draft do not have yet, in the
    /// order of the draft.
    pub stand_ins: Vec<PermissionId>,
}

impl App {
    /// Decides a question on the state given, as it is and with a draft applied to it. Refuses what
    /// could not be saved; changes and records nothing.
    pub fn try_permissions(
        &self,
        live: &Live,
        customer: &CustomerState,
        request: &CheckRequest,
        draft: &PermissionDraft,
        now: Timestamp,
    ) -> Result<Tried, Error> {
        let agent = customer.agent(&request.agent_id);
        let in_force: &[Arc<Permission>] = agent.map_or(&[], |state| &state.permissions);
        could_be_saved(live, customer, draft, in_force, now)?;
        let stand_ins: Vec<PermissionId> = stand_ins(draft.add.len()).collect();
        let kept = in_force
            .iter()
            .filter(|permission| !draft.remove.contains(&permission.id))
            .cloned();
        let added = draft.add.iter().zip(&stand_ins).map(|(new, id)| {
            Arc::new(Permission {
                id: *id,
                customer_id: customer.customer().id,
                agent_id: request.agent_id.clone(),
                action: new.action.clone(),
                resource: new.resource.clone(),
                effect: new.effect,
                condition: None,
                expires_at: new.expires_at,
                created_at: now,
            })
        });
        let permissions: Vec<Arc<Permission>> = kept.chain(added).collect();
        Ok(Tried {
            current: live.decide(customer, request, now),
            with_draft: live.decide_with(customer, request, &permissions, now),
            stand_ins,
        })
    }
}

/// What would refuse the draft if somebody saved it.
fn could_be_saved(
    live: &Live,
    customer: &CustomerState,
    draft: &PermissionDraft,
    in_force: &[Arc<Permission>],
    now: Timestamp,
) -> Result<(), Error> {
    let mut errors = Vec::new();
    for (place, new) in draft.add.iter().enumerate() {
        if new.expires_at.is_some_and(|end| end <= now) {
            let field = format!("add.{place}.expires_at");
            errors.push(FieldError::new(field, "must be in the future"));
        }
    }
    let is_unknown = |id: &&PermissionId| !in_force.iter().any(|known| known.id == **id);
    for id in draft.remove.iter().filter(is_unknown) {
        let message = format!("`{id}` is no permission of this agent");
        errors.push(FieldError::new("remove", message));
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let asks = |new: &DraftPermission| new.effect == Effect::RequireApproval;
    let tier = live.tier_of(customer.customer());
    if draft.add.iter().any(asks) && !tier.is_some_and(|tier| tier.has(Feature::Approvals)) {
        let with = live.tiers().with_feature(Feature::Approvals);
        return Err(Error::FeatureNotInTier {
            feature: Feature::Approvals,
            tier: with.map(|tier| tier.name.to_string()),
        });
    }
    let left = in_force.len().saturating_sub(draft.remove.len());
    if left + draft.add.len() > PERMISSIONS_PER_AGENT as usize {
        return Err(Error::LimitReached {
            limit: "permissions_per_agent",
            value: PERMISSIONS_PER_AGENT,
            more: None,
        });
    }
    Ok(())
}

/// Identifiers that no permission has: they are of the last moment that one can name. So they are
/// younger than every other, as the permissions would be if they were saved.
fn stand_ins(count: usize) -> impl Iterator<Item = PermissionId> {
    let places = (0..count).rev();
    places.map(|before_last| {
        let number = u128::MAX - u128::try_from(before_last).unwrap_or(0);
        PermissionId::from_bytes(number.to_be_bytes())
    })
}
