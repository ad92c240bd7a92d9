//! `/api/admin/agents`.

use std::collections::HashMap;

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
use crate::live::{AgentState, CustomerState};

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

/// The kill switch of an agent, while it is engaged.
#[derive(Serialize, ToSchema)]
#[schema(as = AgentKillSwitch)]
pub struct AgentKillBody {
    #[schema(value_type = String, format = DateTime)]
    engaged_at: Timestamp,
    /// Why.
    reason: Option<String>,
    /// With what authority it was engaged: `customer`, `operator` or `owner`.
    authority: &'static str,
}

/// An agent with what there is about it.
#[derive(Serialize, ToSchema)]
#[schema(as = AgentOverview)]
pub struct AgentOverviewBody {
    #[serde(flatten)]
    agent: AgentBody,
    /// Its own kill switch, when it is engaged.
    kill_switch: Option<AgentKillBody>,
    /// How many permissions it has.
    permissions: usize,
    /// How many active keys speak for it alone.
    keys: usize,
}

impl AgentOverviewBody {
    fn new(customer: &CustomerState, state: &AgentState, keys: usize) -> Self {
        let kill = customer.agent_kill(&state.agent.id);
        Self {
            agent: AgentBody::from(state.agent.as_ref()),
            kill_switch: kill.map(|kill| AgentKillBody {
                engaged_at: kill.engaged_at,
                reason: kill.reason.clone(),
                authority: kill.authority.word(),
            }),
            permissions: state.permissions.len(),
            keys,
        }
    }
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

/// Which agents a list shows.
#[derive(Clone, Copy)]
enum Shown {
    Active,
    Disabled,
    Killed,
}

fn shown(word: &str) -> Result<Shown, &'static str> {
    match word {
        "active" => Ok(Shown::Active),
        "disabled" => Ok(Shown::Disabled),
        "killed" => Ok(Shown::Killed),
        _ => Err("must be `active`, `disabled` or `killed`"),
    }
}

/// `GET /api/admin/agents`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(AgentId::parse)?;
    let wanted = call.query("q").map(|text| text.to_lowercase());
    let status = call.parameter("status", shown)?;
    let customer = call.state()?;
    let fits = |state: &&AgentState| {
        let agent = &state.agent;
        let is_killed = || customer.agent_kill(&agent.id).is_some();
        let is_active = agent.status == AgentStatus::Active;
        let stands = match status {
            None => true,
            Some(Shown::Active) => is_active && !is_killed(),
            Some(Shown::Disabled) => !is_active,
            Some(Shown::Killed) => is_killed(),
        };
        let holds = |q: &String| {
            [agent.id.as_str(), agent.name.as_str(), agent.owner.as_str()]
                .iter()
                .any(|text| text.to_lowercase().contains(q))
        };
        stands && wanted.as_ref().is_none_or(holds)
    };
    let found = customer.agents_after(after.as_ref()).filter(fits);
    let keys = active_keys(call, customer);
    let page = paging.page(
        found,
        |state| state.agent.id.to_string(),
        |state| {
            let keys = keys.get(&state.agent.id).copied().unwrap_or(0);
            AgentOverviewBody::new(customer, state, keys)
        },
    );
    answer::ready(&page)
}

/// Active agent keys, by their agent.
fn active_keys<'a>(call: &Call<'_>, customer: &'a CustomerState) -> HashMap<&'a AgentId, usize> {
    let active = customer
        .keys()
        .filter(|state| state.key.is_active(call.now));
    let mut keys = HashMap::new();
    for agent in active.filter_map(|state| state.key.agent_id.as_ref()) {
        *keys.entry(agent).or_default() += 1;
    }
    keys
}

/// `GET /api/admin/agents/{agent_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let customer = call.state()?;
    let id = named(call)?;
    let agent = customer.agent(&id).ok_or(Error::NotFound("agent"))?;
    let keys = customer.active_agent_keys(&id, call.now);
    let body = AgentOverviewBody::new(customer, agent, keys);
    answer::versioned(&body, agent.agent.as_ref()).map(Outcome::Ready)
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
