//! The kill switches that are engaged, and what engaging one would do.

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::logs::ActorBody;
use crate::app::Error;
use crate::app::kills::{Effect, effect};
use crate::domain::actor::ActorRecord;
use crate::domain::id::CustomerId;
use crate::domain::kill::{KillSwitch, KillTarget};
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::domain::text::AgentId;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::page::{Paging, next_link};
use crate::http::routes::either;

/// A kill switch that is engaged.
#[derive(Serialize, ToSchema)]
#[schema(as = EngagedKillSwitch)]
pub struct EngagedBody<'a> {
    /// What it stops: `system`, `customer` or `agent`.
    level: &'static str,
    #[schema(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
    customer_name: Option<&'a str>,
    agent_id: Option<&'a str>,
    /// Why; of the system's, told to operators only.
    reason: Option<&'a str>,
    /// Who engaged it; of the system's, told to operators only.
    #[schema(value_type = Option<ActorBody>)]
    engaged_by: Option<ActorRecord>,
    /// With what authority it was engaged: `customer`, `operator` or `owner`. An equal or higher one
    /// releases it.
    authority: &'static str,
    #[schema(value_type = String, format = DateTime)]
    engaged_at: Timestamp,
    /// Whether the caller may release it.
    may_release: bool,
}

/// What engaging a kill switch would do now.
#[derive(Serialize, ToSchema)]
#[schema(as = KillSwitchEffect)]
pub struct EffectBody {
    /// Agents that may act now and would be stopped.
    agents: usize,
    /// Open requests for approval that would be cancelled; the system's switch cancels none.
    approvals_open: usize,
    /// Grants, not used yet, that would be cancelled; the system's switch cancels none.
    grants: usize,
}

/// `GET /api/kill-switches`: the system's first, then customers', then agents'.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(read_key)?;
    let states: Vec<_> = match call.customer {
        Some(_) => vec![call.state()?],
        None => call.live.customers().collect(),
    };
    let of_customers = states
        .iter()
        .flat_map(|state| state.kill().into_iter().chain(state.agent_kills()));
    let mut engaged: Vec<&KillSwitch> = call
        .live
        .system_kill()
        .into_iter()
        .chain(of_customers)
        .map(AsRef::as_ref)
        .filter(|kill| after.as_ref().is_none_or(|after| kill.target > *after))
        .collect();
    engaged.sort_unstable_by(|one, other| one.target.cmp(&other.target));
    let page = paging.page(
        engaged.into_iter(),
        |kill| key(&kill.target),
        |kill| (key(&kill.target), shown(call, kill)),
    );
    let last = page
        .data
        .last()
        .map(|(key, _)| key)
        .filter(|_| page.has_more);
    let bodies: Vec<&EngagedBody<'_>> = page.data.iter().map(|(_, body)| body).collect();
    let response: Response = answer::json(&bodies)?;
    Ok(Outcome::Ready(match last {
        Some(last) => response.with_unique_header("Link", next_link(call, last)),
        None => response,
    }))
}

/// Customers see in their own log who stopped them and why; the system's record is not in it.
fn shown<'a>(call: &Call<'a>, kill: &'a KillSwitch) -> EngagedBody<'a> {
    let (level, customer_id, agent_id) = match &kill.target {
        KillTarget::System => ("system", None, None),
        KillTarget::Customer(id) => ("customer", Some(*id), None),
        KillTarget::Agent(id, agent) => ("agent", Some(*id), Some(agent.as_str())),
    };
    let is_told = customer_id.is_some() || call.caller.is_operator();
    let state = customer_id.and_then(|id| call.live.customer(id));
    EngagedBody {
        level,
        customer_id,
        customer_name: state.map(|state| state.customer().name.as_str()),
        agent_id,
        reason: kill.reason.as_deref().filter(|_| is_told),
        engaged_by: is_told.then(|| kill.engaged_by.described()),
        authority: kill.authority.word(),
        engaged_at: kill.engaged_at,
        may_release: may_release(call, kill),
    }
}

/// Asked of the one who admits, with the need of the route that releases.
fn may_release(call: &Call<'_>, kill: &KillSwitch) -> bool {
    let scopes: &[Scope] = match kill.target {
        KillTarget::System => &[],
        KillTarget::Customer(_) | KillTarget::Agent(..) => &[Scope::Manage],
    };
    let need = either(scopes, Roles::ADMIN);
    let admitted = call.live.admit(&call.caller.credential, &need, call.now);
    admitted.is_ok_and(|principal| principal.authority() >= kill.authority)
}

/// A target as a cursor holds it.
fn key(target: &KillTarget) -> String {
    match target {
        KillTarget::System => "system".to_owned(),
        KillTarget::Customer(id) => format!("customer {id}"),
        KillTarget::Agent(id, agent) => format!("agent {id} {agent}"),
    }
}

fn read_key(text: &str) -> Result<KillTarget, ()> {
    let mut parts = text.splitn(3, ' ');
    let level = parts.next();
    let id = parts.next().map(str::parse::<CustomerId>).transpose();
    let target = match (level, id.map_err(drop)?, parts.next()) {
        (Some("system"), None, None) => KillTarget::System,
        (Some("customer"), Some(id), None) => KillTarget::Customer(id),
        (Some("agent"), Some(id), Some(agent)) => {
            KillTarget::Agent(id, AgentId::parse(agent).map_err(drop)?)
        }
        (Some(_) | None, _, _) => return Err(()),
    };
    Ok(target)
}

/// `GET /api/kill-switches/effect`.
pub fn show_effect(call: &Call<'_>) -> Handled {
    let needed = |name| bad_parameter(name, "is needed for this level");
    let agent_id = call.parameter("agent_id", AgentId::parse)?;
    let target = match call.query("level").as_deref() {
        Some("system") if !call.caller.is_operator() => {
            let why = "an operator alone stops the whole system";
            return Err(Error::OperatorNeeded(why.to_owned()));
        }
        Some("system") => KillTarget::System,
        Some("customer") => {
            KillTarget::Customer(call.customer.ok_or_else(|| needed("customer_id"))?)
        }
        Some("agent") => KillTarget::Agent(
            call.customer.ok_or_else(|| needed("customer_id"))?,
            agent_id.ok_or_else(|| needed("agent_id"))?,
        ),
        Some(_) | None => {
            let message = "must be `system`, `customer` or `agent`";
            return Err(bad_parameter("level", message));
        }
    };
    let Effect {
        agents,
        approvals_open,
        grants,
    } = effect(call.live, &target, call.now)?;
    answer::ready(&EffectBody {
        agents,
        approvals_open,
        grants,
    })
}
