//! The facts of one question, owned, so that they can be built, changed and decided on again.

use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;

use portcullis::domain::actor::Actor;
use portcullis::domain::agent::{Agent, AgentStatus};
use portcullis::domain::approval::{Approval, ApprovalStatus, Binding};
use portcullis::domain::check::{CheckRequest, Decision};
use portcullis::domain::context::Context;
use portcullis::domain::decide::{Approvals, Facts, decide};
use portcullis::domain::id::{ApprovalId, CustomerId, KeyId, PermissionId};
use portcullis::domain::json;
use portcullis::domain::kill::{Authority, KillSwitch, KillTarget};
use portcullis::domain::pattern::Pattern;
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::text::{Action, AgentId, Name, Resource};
use portcullis::domain::time::Timestamp;

/// Why a text was not taken as a fact.
pub(crate) type Refused = Box<dyn Error>;

/// Everything that a decision depends on.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) now: Timestamp,
    /// By level: system, customer, agent.
    pub(crate) kills: [Option<KillSwitch>; 3],
    pub(crate) agent: Option<Agent>,
    pub(crate) permissions: Vec<Arc<Permission>>,
    pub(crate) approvals: Book,
    pub(crate) request: CheckRequest,
}

impl World {
    pub(crate) fn decide(&self) -> Decision {
        let facts = Facts {
            kills: self.kills.each_ref().map(Option::as_ref),
            agent: self.agent.as_ref(),
            permissions: &self.permissions,
            approvals: &self.approvals,
        };
        decide(&facts, &self.request, self.now)
    }
}

/// The approvals that stand, by question.
#[derive(Debug, Clone, Default)]
pub(crate) struct Book(pub(crate) HashMap<Binding, Arc<Approval>>);

impl Approvals for Book {
    fn standing(&self, binding: &Binding) -> Option<&Arc<Approval>> {
        self.0.get(binding)
    }
}

/// The customer of every world.
pub(crate) fn customer_id() -> CustomerId {
    CustomerId::from_bytes([7; 16])
}

/// A question, from what a caller sent.
pub(crate) fn request(
    agent_id: &str,
    action: &str,
    resource: &str,
    context: Option<&str>,
) -> Result<CheckRequest, Refused> {
    let context = match context
        .map(|text| json::parse(text.as_bytes()))
        .transpose()?
    {
        None => Context::default(),
        Some(serde_json::Value::Object(object)) => Context::new(object)?,
        Some(other) => return Err(format!("the context is no object: {other}").into()),
    };
    Ok(CheckRequest {
        agent_id: AgentId::parse(agent_id)?,
        action: Action::parse(action)?,
        resource: Resource::parse(resource)?,
        context,
    })
}

/// The agent that asks.
pub(crate) fn agent(request: &CheckRequest, status: AgentStatus) -> Result<Agent, Refused> {
    Ok(Agent {
        customer_id: customer_id(),
        id: request.agent_id.clone(),
        name: Name::parse("Bot")?,
        owner: Name::parse("Ada")?,
        status,
        created_at: Timestamp::default(),
        updated_at: Timestamp::default(),
    })
}

/// A permission of the agent that asks.
pub(crate) fn permission(
    request: &CheckRequest,
    id: PermissionId,
    effect: Effect,
    (action, resource): (&str, &str),
    expires_at: Option<Timestamp>,
) -> Result<Arc<Permission>, Refused> {
    Ok(Arc::new(Permission {
        id,
        customer_id: customer_id(),
        agent_id: request.agent_id.clone(),
        action: Pattern::action(action)?,
        resource: Pattern::resource(resource)?,
        effect,
        condition: None,
        expires_at,
        created_at: Timestamp::default(),
    }))
}

/// An approval of the question.
pub(crate) fn approval(
    question: &CheckRequest,
    id: ApprovalId,
    status: ApprovalStatus,
    expires_at: Timestamp,
) -> Arc<Approval> {
    Arc::new(Approval {
        id,
        customer_id: customer_id(),
        binding: question.binding(),
        agent_id: question.agent_id.clone(),
        action: question.action.clone(),
        resource: question.resource.clone(),
        context: question.context.clone(),
        trace: Arc::from([]),
        asked_by: Actor::Key(KeyId::from_bytes([9; 16])),
        status,
        created_at: Timestamp::default(),
        expires_at,
        settlement: None,
    })
}

/// An engaged kill switch.
pub(crate) fn kill(target: KillTarget, engaged_at: Timestamp) -> KillSwitch {
    KillSwitch {
        target,
        authority: Authority::Operator,
        engaged_by: Actor::Local,
        reason: None,
        engaged_at,
    }
}
