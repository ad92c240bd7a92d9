//! Permissions: grant, withdraw.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::{App, Error, error};
use crate::domain::id::{CustomerId, PermissionId};
use crate::domain::mutation::Mutation;
use crate::domain::pattern::Pattern;
use crate::domain::permission::{Effect, Permission};
use crate::domain::text::AgentId;
use crate::domain::tier::Feature;
use crate::domain::time::Timestamp;
use crate::ledger::Accepted;

/// Permissions that one agent may have: a check looks at each of them, and is to stay a matter of
/// microseconds.
pub const PERMISSIONS_PER_AGENT: u32 = 2000;

/// A permission as it was asked for.
#[derive(Debug, Clone)]
pub struct NewPermission {
    /// The agent it is about.
    pub agent_id: AgentId,
    /// The actions it is about.
    pub action: Pattern,
    /// The resources it is about.
    pub resource: Pattern,
    /// What it does where it matches.
    pub effect: Effect,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
}

impl App {
    /// Adds a permission. One that needs approvals takes a tier that has them; existing ones stay
    /// binding whatever the tier.
    pub fn create_permission(
        &self,
        caller: &Caller,
        id: CustomerId,
        new: NewPermission,
    ) -> Promise<Arc<Permission>> {
        let draft = Draft {
            action: "permission.create",
            customer_id: Some(id),
            agent_id: Some(new.agent_id.clone()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            let agent = state.agent(&new.agent_id).ok_or(Error::NotFound("agent"))?;
            let tier = live.tier_of(state.customer());
            let has_approvals = tier.is_some_and(|tier| tier.has(Feature::Approvals));
            if new.effect == Effect::RequireApproval && !has_approvals {
                let with = live.tiers().with_feature(Feature::Approvals);
                return Err(Error::FeatureNotInTier {
                    feature: Feature::Approvals,
                    tier: with.map(|tier| tier.name.to_string()),
                });
            }
            if agent.permissions.len() >= PERMISSIONS_PER_AGENT as usize {
                let limit = "permissions_per_agent";
                return Err(Error::LimitReached {
                    limit,
                    value: PERMISSIONS_PER_AGENT,
                    more: None,
                });
            }
            error::must_be_ahead(new.expires_at, moment.now)?;
            let permission = Arc::new(Permission {
                id: PermissionId::fresh(moment.environment),
                customer_id: id,
                agent_id: agent.agent.id.clone(),
                action: new.action,
                resource: new.resource,
                effect: new.effect,
                condition: None,
                expires_at: new.expires_at,
                created_at: moment.now,
            });
            let details = details(&permission);
            let object = permission.id;
            let mutation = Mutation::AddPermission(Arc::clone(&permission));
            Ok(Accepted::done(permission, vec![mutation], details).about(&object))
        })
    }

    /// Withdraws a permission; in force when answered.
    pub fn delete_permission(
        &self,
        caller: &Caller,
        id: CustomerId,
        permission: PermissionId,
    ) -> Promise<()> {
        let draft = Draft {
            action: "permission.delete",
            customer_id: Some(id),
            object: Some(permission.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, _, _| {
            let state = find(live, id)?;
            let known = state
                .permission(permission)
                .ok_or(Error::NotFound("permission"))?;
            let mutation = Mutation::DeletePermission(id, permission);
            Ok(Accepted::done((), vec![mutation], details(known)))
        })
    }
}

fn details(permission: &Permission) -> serde_json::Value {
    json!({
        "action": permission.action, "agent_id": permission.agent_id,
        "effect": permission.effect.word(), "expires_at": permission.expires_at,
        "resource": permission.resource,
    })
}
