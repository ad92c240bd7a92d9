//! Agents: make, change, delete.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::kills::cancelled_approvals;
use super::versions::Expected;
use super::{App, Error};
use crate::domain::agent::{Agent, AgentStatus};
use crate::domain::id::CustomerId;
use crate::domain::mutation::Mutation;
use crate::domain::text::{AgentId, Name};
use crate::ledger::Accepted;
use crate::live::{CustomerState, Live};

/// An agent as it was asked for.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// The customer's own name for it; one is made up otherwise.
    pub id: Option<AgentId>,
    /// A name for people.
    pub name: Name,
    /// Who answers for it.
    pub owner: Name,
    /// Whether it may act.
    pub status: AgentStatus,
}

/// What changes about an agent; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct AgentPatch {
    /// Another name.
    pub name: Option<Name>,
    /// Another owner.
    pub owner: Option<Name>,
    /// Another status.
    pub status: Option<AgentStatus>,
}

impl App {
    /// Makes an agent, if the tier has room for one more.
    pub fn create_agent(
        &self,
        caller: &Caller,
        id: CustomerId,
        new: NewAgent,
    ) -> Promise<Arc<Agent>> {
        let draft = draft("agent.create", id, new.id.clone());
        self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            let agent_id = match new.id {
                Some(id) => id,
                None => made_up_id(moment.environment),
            };
            if state.agent(&agent_id).is_some() {
                return Err(Error::AgentExists(agent_id));
            }
            check_room(live, state)?;
            let agent = Arc::new(Agent {
                customer_id: id,
                id: agent_id,
                name: new.name,
                owner: new.owner,
                status: new.status,
                created_at: moment.now,
                updated_at: moment.now,
            });
            let object = agent.id.clone();
            Ok(saved(agent).about(&object))
        })
    }

    /// Changes an agent.
    pub fn update_agent(
        &self,
        caller: &Caller,
        id: CustomerId,
        agent_id: AgentId,
        patch: AgentPatch,
        expected: Expected,
    ) -> Promise<Arc<Agent>> {
        let draft = draft("agent.update", id, Some(agent_id.clone()));
        self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            let known = &state
                .agent(&agent_id)
                .ok_or(Error::NotFound("agent"))?
                .agent;
            expected.check(known.as_ref())?;
            Ok(saved(Arc::new(Agent {
                name: patch.name.unwrap_or_else(|| known.name.clone()),
                owner: patch.owner.unwrap_or_else(|| known.owner.clone()),
                status: patch.status.unwrap_or(known.status),
                updated_at: moment.now,
                ..Agent::clone(known)
            })))
        })
    }

    /// Deletes an agent with its permissions, its keys and what it had asked for. Its log and its
    /// kill switch stay.
    pub fn delete_agent(
        &self,
        caller: &Caller,
        id: CustomerId,
        agent_id: AgentId,
        expected: Expected,
    ) -> Promise<()> {
        let draft = draft("agent.delete", id, Some(agent_id.clone()));
        self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            let known = state.agent(&agent_id).ok_or(Error::NotFound("agent"))?;
            expected.check(known.agent.as_ref())?;
            let mut mutations = cancelled_approvals(state, &agent_id);
            let bound = |key: &AgentId| *key == agent_id;
            let keys = state
                .keys()
                .filter(|key| key.key.agent_id.as_ref().is_some_and(bound));
            let revoked: Vec<Mutation> = keys
                .filter_map(|key| super::keys::revoked(&key.key, moment.now))
                .collect();
            let details = json!({
                "approvals_cancelled": mutations.len(), "keys_revoked": revoked.len(),
                "permissions_deleted": known.permissions.len(),
            });
            mutations.extend(revoked);
            mutations.push(Mutation::DeleteAgent(id, agent_id.clone()));
            Ok(Accepted::done((), mutations, details))
        })
    }
}

fn draft(action: &'static str, id: CustomerId, agent: Option<AgentId>) -> Draft {
    let object = agent.as_ref().map(ToString::to_string);
    Draft {
        action,
        customer_id: Some(id),
        object,
        agent_id: agent,
        ..Draft::default()
    }
}

fn saved(agent: Arc<Agent>) -> Accepted<Arc<Agent>> {
    let details = json!({
        "name": agent.name, "owner": agent.owner, "status": agent.status.word(),
    });
    Accepted::done(
        Arc::clone(&agent),
        vec![Mutation::SaveAgent(agent)],
        details,
    )
}

fn made_up_id(environment: &dyn crate::domain::environment::Environment) -> AgentId {
    let id = crate::domain::id::ChangeId::fresh(environment).to_string();
    AgentId::from_stored(&id.replacen("rec_", "agent_", 1))
}

fn check_room(live: &Live, state: &CustomerState) -> Result<(), Error> {
    let allowed = live.limits_of(state.customer()).max_agents;
    if state.agent_count() >= allowed as usize {
        let more = live.tiers().with_more(allowed, |limits| limits.max_agents);
        let more = more.map(|tier| tier.name.to_string());
        return Err(Error::LimitReached {
            limit: "max_agents",
            value: allowed,
            more,
        });
    }
    Ok(())
}
