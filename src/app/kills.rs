//! Kill switches: engage, release.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::{App, Error};
use crate::domain::agent::AgentStatus;
use crate::domain::approval::{Approval, ApprovalStatus};
use crate::domain::id::CustomerId;
use crate::domain::kill::{Authority, KillSwitch, KillTarget};
use crate::domain::mutation::Mutation;
use crate::domain::text::{AgentId, Name};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, Moment};
use crate::live::{AgentState, CustomerState, Live, Principal};

/// What is wanted of a kill switch.
#[derive(Debug, Clone)]
pub struct Switch {
    /// Engage it, or release it.
    pub engage: bool,
    /// Why, in the person's words.
    pub reason: Option<String>,
}

/// What engaging a kill switch would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effect {
    /// Agents that may act now and would be stopped.
    pub agents: usize,
    /// Open requests for approval that would be cancelled.
    pub approvals_open: usize,
    /// Grants, not used yet, that would be cancelled.
    pub grants: usize,
}

/// What engaging that kill switch would do on that state.
pub fn effect(live: &Live, target: &KillTarget, now: Timestamp) -> Result<Effect, Error> {
    let mut effect = Effect::default();
    if live.system_kill().is_none() {
        effect.agents = match target {
            KillTarget::System => live.customers().map(|state| acting(state, None)).sum(),
            KillTarget::Customer(id) => acting(find(live, *id)?, None),
            KillTarget::Agent(id, agent) => acting(find(live, *id)?, Some(agent)),
        };
    }
    let (state, agent) = match target {
        // The system's switch stops all and cancels nothing.
        KillTarget::System => return Ok(effect),
        KillTarget::Customer(id) => (find(live, *id)?, None),
        KillTarget::Agent(id, agent) => (find(live, *id)?, Some(agent)),
    };
    if agent.is_some_and(|id| state.agent(id).is_none() && state.agent_kill(id).is_none()) {
        return Err(Error::NotFound("agent"));
    }
    let covered = |approval: &&Arc<Approval>| agent.is_none_or(|id| approval.agent_id == *id);
    for approval in state.approvals().filter(covered) {
        effect.approvals_open += usize::from(approval.is_open(now));
        let is_grant = approval.status == ApprovalStatus::Approved && !approval.is_expired(now);
        effect.grants += usize::from(is_grant);
    }
    Ok(effect)
}

/// How many agents of a customer, or whether that one, no status and no switch of its own or of the
/// customer stops.
fn acting(state: &CustomerState, only: Option<&AgentId>) -> usize {
    if state.kill().is_some() || !state.customer().is_active {
        return 0;
    }
    let acts = |known: &AgentState| {
        known.agent.status == AgentStatus::Active && state.agent_kill(&known.agent.id).is_none()
    };
    match only {
        Some(id) => usize::from(state.agent(id).is_some_and(acts)),
        None => state.agents_after(None).filter(|known| acts(known)).count(),
    }
}

impl App {
    /// Engages or releases the kill switch of one agent. Engaging cancels what the agent had asked
    /// a person for, and what it was granted.
    pub fn switch_agent(
        &self,
        caller: &Caller,
        id: CustomerId,
        agent_id: AgentId,
        owner: Option<Name>,
        switch: Switch,
    ) -> Promise<()> {
        let draft = Draft {
            action: if switch.engage {
                "agent.kill"
            } else {
                "agent.release"
            },
            customer_id: Some(id),
            agent_id: Some(agent_id.clone()),
            object: Some(agent_id.to_string()),
            is_urgent: true,
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let state = find(live, id)?;
            let engaged = state.agent_kill(&agent_id);
            let agent = state.agent(&agent_id).map(|known| &known.agent);
            match (agent, &owner) {
                (None, _) if engaged.is_none() => return Err(Error::NotFound("agent")),
                (Some(agent), Some(owner)) if agent.owner != *owner => {
                    return Err(Error::OwnerMismatch(agent_id));
                }
                (Some(_) | None, _) => {}
            }
            let target = KillTarget::Agent(id, agent_id.clone());
            let cancelled = if switch.engage {
                cancelled_approvals(state, &agent_id)
            } else {
                Vec::new()
            };
            let switched = switched(engaged, target, &switch, principal, moment)?;
            Ok(with_cancelled(switched, cancelled))
        })
    }

    /// Engages or releases the kill switch of one customer.
    pub fn switch_customer(&self, caller: &Caller, id: CustomerId, switch: Switch) -> Promise<()> {
        let draft = Draft {
            action: "customer_kill_switch",
            customer_id: Some(id),
            object: Some(id.to_string()),
            is_urgent: true,
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let state = find(live, id)?;
            let cancelled = if switch.engage {
                state
                    .approvals()
                    .filter_map(|approval| cancelled(approval))
                    .collect()
            } else {
                Vec::new()
            };
            let target = KillTarget::Customer(id);
            let mut switched = switched(state.kill(), target, &switch, principal, moment)?;
            switched.result = if switch.engage { "enabled" } else { "disabled" };
            Ok(with_cancelled(switched, cancelled))
        })
    }

    /// Engages or releases the kill switch of the whole system.
    pub fn switch_system(&self, caller: &Caller, switch: Switch) -> Promise<()> {
        let draft = Draft {
            action: "system_kill_switch",
            is_urgent: true,
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let engaged = live.system_kill();
            let mut switched = switched(engaged, KillTarget::System, &switch, principal, moment)?;
            switched.result = if switch.engage { "enabled" } else { "disabled" };
            Ok(switched)
        })
    }
}

/// What the switch does, given whether and by whom it is engaged already.
fn switched(
    engaged: Option<&Arc<KillSwitch>>,
    target: KillTarget,
    switch: &Switch,
    principal: &Principal,
    moment: &Moment<'_>,
) -> Result<Accepted<()>, Error> {
    let may_release = principal.authority();
    // What an owner engages, any administrator on duty releases. Only a restore asks for an owner.
    let authority = may_release.min(Authority::Operator);
    let acted_with = if switch.engage {
        authority
    } else {
        may_release
    };
    let before = engaged.map(|kill| kill.authority);
    let mutation = match (switch.engage, before) {
        // Engaged with as much authority already: it stands as it is, since when it is.
        (true, Some(before)) if before >= authority => None,
        (true, _) => Some(engage(target, authority, switch, principal, moment.now)),
        (false, None) => None,
        (false, Some(before)) if may_release >= before => Some(Mutation::Release(target)),
        (false, Some(Authority::Owner)) => {
            let why = "this kill switch is engaged since the appliance was restored from a backup: \
                       an owner must look and release it";
            return Err(Error::OperatorNeeded(why.to_owned()));
        }
        (false, Some(Authority::Operator | Authority::Customer)) => {
            let why = "an operator engaged this kill switch, and an operator must release it";
            return Err(Error::OperatorNeeded(why.to_owned()));
        }
    };
    let details = json!({
        "authority": acted_with.word(), "changed": mutation.is_some(), "reason": switch.reason,
    });
    Ok(Accepted::done((), mutation.into_iter().collect(), details))
}

fn engage(
    target: KillTarget,
    authority: Authority,
    switch: &Switch,
    principal: &Principal,
    now: Timestamp,
) -> Mutation {
    Mutation::Engage(Arc::new(KillSwitch {
        target,
        authority,
        engaged_by: principal.actor(),
        reason: switch.reason.clone(),
        engaged_at: now,
    }))
}

fn with_cancelled(mut switched: Accepted<()>, cancelled: Vec<Mutation>) -> Accepted<()> {
    if let Some(details) = switched.details.as_object_mut() {
        details.insert("approvals_cancelled".to_owned(), json!(cancelled.len()));
    }
    switched.mutations.extend(cancelled);
    switched
}

/// The mutations that cancel what an agent had asked a person for and what it was granted. A
/// refusal stands.
pub(super) fn cancelled_approvals(state: &CustomerState, agent: &AgentId) -> Vec<Mutation> {
    let own = state
        .approvals()
        .filter(|approval| approval.agent_id == *agent);
    own.filter_map(|approval| cancelled(approval)).collect()
}

fn cancelled(approval: &Approval) -> Option<Mutation> {
    let lifts = matches!(
        approval.status,
        ApprovalStatus::Pending | ApprovalStatus::Approved
    );
    lifts.then(|| {
        let status = ApprovalStatus::Cancelled;
        Mutation::SaveApproval(Arc::new(Approval {
            status,
            ..approval.clone()
        }))
    })
}
