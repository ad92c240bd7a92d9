//! `/api/admin/agents`.

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use crate::app::Error;
use crate::app::agents::{AgentPatch, NewAgent};
use crate::domain::agent::{Agent, AgentStatus};
use crate::domain::text::{AgentId, Name};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Field, Kind};
use crate::http::page::Paging;

const STATUS: Kind = Kind::Word(&["active", "disabled"]);
const NAME: Kind = Kind::Text { min: 1, max: 255 };

/// `POST /api/admin/agents`.
pub const CREATE: &[Field] = &[
    Field::optional(
        "id",
        NAME,
        "Your own name for it; one is made up otherwise.",
        "\"billing-bot\"",
    ),
    Field::needed("name", NAME, "A name for people.", "\"Billing bot\""),
    Field::needed("owner", NAME, "Who answers for it.", "\"finance\""),
    Field::optional("status", STATUS, "Whether it may act.", "\"active\""),
];

/// `PUT /api/admin/agents/{agent_id}`.
pub const UPDATE: &[Field] = &[
    Field::optional("name", NAME, "Another name.", "\"Billing bot\""),
    Field::optional("owner", NAME, "Another owner.", "\"finance\""),
    Field::optional("status", STATUS, "Another status.", "\"disabled\""),
];

/// An agent.
#[derive(Serialize, ToSchema)]
#[schema(as = Agent)]
pub struct AgentBody {
    id: String,
    name: String,
    owner: String,
    status: &'static str,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

impl From<&Agent> for AgentBody {
    fn from(agent: &Agent) -> Self {
        Self {
            id: agent.id.to_string(),
            name: agent.name.to_string(),
            owner: agent.owner.to_string(),
            status: agent.status.word(),
            created_at: agent.created_at,
            updated_at: agent.updated_at,
        }
    }
}

/// The agent that the path names.
fn named(call: &Call<'_>) -> Result<AgentId, Error> {
    AgentId::parse(call.params.get("agent_id")).map_err(|_| Error::NotFound("agent"))
}

/// `POST /api/admin/agents`.
pub fn create(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let mut body = call.body(CREATE)?;
    let id = body.text("id", AgentId::parse);
    let name = body.text("name", Name::parse);
    let owner = body.text("owner", Name::parse);
    let status = body.text("status", str::parse::<AgentStatus>);
    let (Some(name), Some(owner)) = (name, owner) else {
        return Err(body.error());
    };
    body.finish()?;
    let new = NewAgent {
        id,
        name,
        owner,
        status: status.unwrap_or(AgentStatus::Active),
    };
    Ok(answer::after_change(
        call.app.create_agent(call.caller, customer, new),
        |agent| answer::json_with(201, &AgentBody::from(agent.as_ref())),
    ))
}

/// `GET /api/admin/agents`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(AgentId::parse)?;
    let page = paging.page(
        call.state()?.agents_after(after.as_ref()),
        |state| state.agent.id.to_string(),
        |state| AgentBody::from(state.agent.as_ref()),
    );
    answer::ready(&page)
}

/// `GET /api/admin/agents/{agent_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let agent = call
        .state()?
        .agent(&named(call)?)
        .ok_or(Error::NotFound("agent"))?;
    let agent = agent.agent.as_ref();
    answer::versioned(&AgentBody::from(agent), agent).map(Outcome::Ready)
}

/// `PUT /api/admin/agents/{agent_id}`.
pub fn update(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let mut body = call.body(UPDATE)?;
    let patch = AgentPatch {
        name: body.text("name", Name::parse),
        owner: body.text("owner", Name::parse),
        status: body.text("status", str::parse::<AgentStatus>),
    };
    body.finish()?;
    let promise =
        call.app
            .update_agent(call.caller, customer, named(call)?, patch, call.expected()?);
    Ok(answer::after_change(promise, |agent| {
        answer::versioned(&AgentBody::from(agent.as_ref()), agent.as_ref())
    }))
}

/// `DELETE /api/admin/agents/{agent_id}`.
pub fn delete(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    Ok(answer::after_change(
        call.app
            .delete_agent(call.caller, customer, named(call)?, call.expected()?),
        |()| {
            answer::json(&MessageBody {
                message: "agent deleted, its permissions and keys with it",
            })
        },
    ))
}
