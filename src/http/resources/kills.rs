//! Kill switches of an agent, a customer, the system.

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::kills::Switch;
use crate::app::{Error, Promise};
use crate::domain::kill::KillSwitch;
use crate::domain::text::{AgentId, Name, prose};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Body, Field, Kind};
use crate::live::{AgentState, CustomerState};

/// Characters that a reason may have.
const REASON: Kind = Kind::Text { min: 0, max: 500 };

/// `POST /api/agent/kill`.
pub const AGENT: &[Field] = &[
    Field::needed(
        "agent_id",
        Kind::Text { min: 1, max: 255 },
        "The agent.",
        "\"billing-bot\"",
    ),
    Field::needed(
        "enabled",
        Kind::Flag,
        "Whether the agent may act: `false` engages its kill switch, `true` releases it.",
        "false",
    ),
    Field::optional(
        "owner",
        Kind::Text { min: 1, max: 255 },
        "Must be the agent's owner, when given.",
        "\"finance\"",
    ),
    Field::optional(
        "reason",
        REASON,
        "Why, for the record.",
        "\"double refunds since 14:00\"",
    ),
];

/// `POST /api/agent/system-kill-switch`, `POST /api/customers/{id}/kill-switch`.
pub const SWITCH: &[Field] = &[
    Field::needed(
        "enabled",
        Kind::Flag,
        "`true` engages the kill switch, `false` releases it.",
        "true",
    ),
    Field::optional("reason", REASON, "Why, for the record.", "\"incident 42\""),
];

/// What became of an agent.
#[derive(Serialize, ToSchema)]
#[schema(as = AgentSwitched)]
pub struct AgentSwitchedBody {
    /// `disabled` while the kill switch is engaged, `enabled` otherwise.
    result: &'static str,
    message: String,
}

/// Where a kill switch stands.
#[derive(Serialize, ToSchema)]
#[schema(as = KillSwitch)]
pub struct SwitchBody {
    /// `enabled` while it is engaged.
    status: &'static str,
    message: String,
    /// Since when it is engaged.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    engaged_at: Option<Timestamp>,
    /// Who engaged it; told to operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    engaged_by: Option<String>,
    /// Why; told to operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// With what authority it was engaged: `customer`, `operator` or `owner`. An equal or higher one
    /// releases it; `owner` is what a restore from a backup engages. Told to operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<&'static str>,
}

fn reason(body: &mut Body) -> Option<String> {
    body.text("reason", |text| prose(text, 500))
        .filter(|text| !text.is_empty())
}

/// `POST /api/agent/kill`.
pub fn switch_agent(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let mut body = call.body(AGENT)?;
    let agent_id = body.text("agent_id", AgentId::parse);
    let enabled = body.flag("enabled");
    let owner = body.text("owner", Name::parse);
    let reason = reason(&mut body);
    let (Some(agent_id), Some(enabled)) = (agent_id, enabled) else {
        return Err(body.error());
    };
    body.finish()?;
    let switch = Switch {
        engage: !enabled,
        reason,
    };
    if let Some(customer) = call.caller.principal.own_state() {
        let agent = customer.agent(&agent_id);
        let is_engaged = customer.agent_kill(&agent_id).is_some();
        let is_owner = |state: &AgentState| owner.as_ref().is_none_or(|o| *o == state.agent.owner);
        let weight = match (switch.engage, is_engaged) {
            (true, false) if agent.is_some_and(is_owner) => Weight::Engages,
            (false, true) if agent.is_none_or(is_owner) => Weight::Releases,
            (true | false, _) => Weight::Nothing,
        };
        if !weighed(call, customer, weight)? {
            return match agent {
                None if !is_engaged => Err(Error::NotFound("agent")),
                Some(state) if !is_owner(state) => Err(Error::OwnerMismatch(agent_id)),
                Some(_) | None => agent_switched(&agent_id, enabled).map(Outcome::Ready),
            };
        }
    }
    let named = agent_id.clone();
    let promise = call
        .app
        .switch_agent(call.caller, customer, agent_id, owner, switch);
    Ok(answer::after_change(promise, move |()| {
        agent_switched(&named, enabled)
    }))
}

fn agent_switched(agent: &AgentId, enabled: bool) -> Result<Response, Error> {
    let (result, what) = if enabled {
        (
            "enabled",
            "released: it may act again, within its permissions",
        )
    } else {
        (
            "disabled",
            "engaged: every check of it is denied from now on",
        )
    };
    let message = format!("the kill switch of agent `{agent}` is {what}");
    answer::json(&AgentSwitchedBody { result, message })
}

/// What a switch of a customer's own key would do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Stop what is not stopped.
    Engages,
    /// Let go what is stopped.
    Releases,
    /// Nothing: it is so already, or it is refused.
    Nothing,
}

/// Whether a switch of a customer's own key goes to the ledger. Engaging always does; all else could
/// be sent without end and fill the log, so it passes a throttle of its own. Beyond that, what
/// changes nothing is answered from what is published, without a record.
fn weighed(call: &Call<'_>, customer: &CustomerState, weight: Weight) -> Result<bool, Error> {
    if weight == Weight::Engages {
        return Ok(true);
    }
    match call.app.pass_switch(customer.customer().id) {
        Ok(()) => Ok(true),
        Err(throttled) if weight == Weight::Releases => Err(throttled),
        Err(_) => Ok(false),
    }
}

/// `GET /api/agent/system-kill-switch`.
pub fn show_system(call: &Call<'_>) -> Handled {
    shown(call, call.live.system_kill().map(AsRef::as_ref), "system")
}

/// `POST /api/agent/system-kill-switch`.
pub fn switch_system(call: &Call<'_>) -> Handled {
    let switch = read_switch(call)?;
    let engage = switch.engage;
    Ok(switched(
        call.app.switch_system(call.caller, switch),
        engage,
        "system",
    ))
}

/// `GET /api/customers/{id}/kill-switch`.
pub fn show_customer(call: &Call<'_>) -> Handled {
    shown(call, call.state()?.kill().map(AsRef::as_ref), "customer")
}

/// `POST /api/customers/{id}/kill-switch`.
pub fn switch_customer(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let switch = read_switch(call)?;
    let engage = switch.engage;
    if let Some(customer) = call.caller.principal.own_state() {
        let weight = match (engage, customer.kill().is_some()) {
            (true, false) => Weight::Engages,
            (false, true) => Weight::Releases,
            (true, true) | (false, false) => Weight::Nothing,
        };
        if !weighed(call, customer, weight)? {
            return level_switched(engage, "customer").map(Outcome::Ready);
        }
    }
    Ok(switched(
        call.app.switch_customer(call.caller, customer, switch),
        engage,
        "customer",
    ))
}

fn read_switch(call: &Call<'_>) -> Result<Switch, Error> {
    let mut body = call.body(SWITCH)?;
    let enabled = body.flag("enabled");
    let reason = reason(&mut body);
    let Some(engage) = enabled else {
        return Err(body.error());
    };
    body.finish()?;
    Ok(Switch { engage, reason })
}

fn switched(promise: Promise<()>, engage: bool, level: &'static str) -> Outcome {
    answer::after_change(promise, move |()| level_switched(engage, level))
}

fn level_switched(engage: bool, level: &str) -> Result<Response, Error> {
    let (status, what) = if engage {
        ("enabled", "engaged")
    } else {
        ("disabled", "released")
    };
    answer::json(&SwitchBody {
        status,
        message: format!("the {level} kill switch is {what}"),
        engaged_at: None,
        engaged_by: None,
        reason: None,
        authority: None,
    })
}

/// Operators are told who engaged it and why; customers that it is engaged, and since when.
fn shown(call: &Call<'_>, kill: Option<&KillSwitch>, level: &str) -> Handled {
    let told = kill.filter(|_| call.caller.is_operator());
    let (status, what) = match kill {
        Some(_) => ("enabled", "engaged"),
        None => ("disabled", "not engaged"),
    };
    answer::ready(&SwitchBody {
        status,
        message: format!("the {level} kill switch is {what}"),
        engaged_at: kill.map(|kill| kill.engaged_at),
        engaged_by: told.map(|kill| kill.engaged_by.to_string()),
        reason: told.and_then(|kill| kill.reason.clone()),
        authority: told.map(|kill| kill.authority.word()),
    })
}
