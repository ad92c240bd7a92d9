//! `/api/exports`: customers, agents and permissions as files.

use rouille::Response;
use serde_json::{Map, Value, json};

use super::audit::LINES;
use crate::app::Error;
use crate::domain::id::{CustomerId, PermissionId};
use crate::domain::permission::Permission;
use crate::domain::sheet::Sheet;
use crate::domain::text::AgentId;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::page::{Paging, export_limit, next_link};
use crate::http::sheet;
use crate::live::{AgentState, CustomerState};

/// A list as it is written: its name, its columns, and for each row its key and cells.
struct List<'a> {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Box<dyn Iterator<Item = (String, Vec<Value>)> + 'a>,
}

const CUSTOMERS: &[&str] = &[
    "customer_id",
    "name",
    "email",
    "subscription_tier",
    "time_zone",
    "max_agents",
    "max_requests_per_minute",
    "max_api_keys",
    "max_checks_per_month",
    "price_usd_month",
    "is_active",
    "agents",
    "total_api_calls",
    "created_at",
    "updated_at",
];

const AGENTS: &[&str] = &[
    "customer_id",
    "agent_id",
    "name",
    "owner",
    "status",
    "permissions",
    "created_at",
    "updated_at",
];

const PERMISSIONS: &[&str] = &[
    "customer_id",
    "permission_id",
    "agent_id",
    "action",
    "resource",
    "effect",
    "expires_at",
    "created_at",
];

/// `GET /api/exports/customers`.
pub fn customers(call: &Call<'_>) -> Handled {
    let after = Paging::cursor(call)?.after(str::parse::<CustomerId>)?;
    let found = call.live.customers_after(after);
    let rows = found.map(|state| (state.customer().id.to_string(), of_customer(state)));
    let list = List {
        name: "customers",
        columns: CUSTOMERS,
        rows: Box::new(rows),
    };
    written(call, list)
}

/// What is set for the customer alone stands in its columns, as an import takes it.
fn of_customer(state: &CustomerState) -> Vec<Value> {
    let customer = state.customer();
    let over = &customer.overrides;
    let calls = state.calls().load(std::sync::atomic::Ordering::Relaxed);
    vec![
        json!(customer.id),
        json!(customer.name),
        json!(customer.email),
        json!(&*customer.tier),
        json!(customer.time_zone),
        json!(over.max_agents),
        json!(over.max_requests_per_minute),
        json!(over.max_api_keys),
        json!(over.max_checks_per_month),
        json!(over.price_usd_month),
        json!(customer.is_active),
        json!(state.agent_count()),
        json!(calls),
        json!(customer.created_at),
        json!(customer.updated_at),
    ]
}

/// `GET /api/exports/agents`.
pub fn agents(call: &Call<'_>) -> Handled {
    let after = cursor(call, |text| AgentId::parse(text).ok())?;
    let rows = states(call, after.as_ref())?.flat_map(|state| {
        let id = state.customer().id;
        let key = after.as_ref().filter(|(of, _)| *of == id);
        let agents = state.agents_after(key.map(|(_, agent)| agent));
        agents.map(move |agent| {
            let key = format!("{id}/{}", agent.agent.id);
            (key, of_agent(id, agent))
        })
    });
    let list = List {
        name: "agents",
        columns: AGENTS,
        rows: Box::new(rows),
    };
    written(call, list)
}

fn of_agent(customer: CustomerId, state: &AgentState) -> Vec<Value> {
    let agent = &state.agent;
    vec![
        json!(customer),
        json!(agent.id),
        json!(agent.name),
        json!(agent.owner),
        json!(agent.status.word()),
        json!(state.permissions.len()),
        json!(agent.created_at),
        json!(agent.updated_at),
    ]
}

/// `GET /api/exports/permissions`.
pub fn permissions(call: &Call<'_>) -> Handled {
    let after = cursor(call, |text| text.parse::<PermissionId>().ok())?;
    let rows = states(call, after.as_ref())?.flat_map(|state| {
        let id = state.customer().id;
        let key = after.as_ref().filter(|(of, _)| *of == id);
        let permissions = state.permissions_after(key.map(|(_, permission)| *permission));
        permissions.map(move |permission| {
            let key = format!("{id}/{}", permission.id);
            (key, of_permission(permission))
        })
    });
    let list = List {
        name: "permissions",
        columns: PERMISSIONS,
        rows: Box::new(rows),
    };
    written(call, list)
}

fn of_permission(permission: &Permission) -> Vec<Value> {
    vec![
        json!(permission.customer_id),
        json!(permission.id),
        json!(permission.agent_id),
        json!(permission.action.as_str()),
        json!(permission.resource.as_str()),
        json!(permission.effect.word()),
        json!(permission.expires_at),
        json!(permission.created_at),
    ]
}

/// The last row of the page before: a customer's, and which of its own.
fn cursor<K>(
    call: &Call<'_>,
    parse: impl Fn(&str) -> Option<K>,
) -> Result<Option<(CustomerId, K)>, Error> {
    Paging::cursor(call)?.after(|text| {
        let (customer, own) = text.split_once('/').ok_or(())?;
        let customer = customer.parse().map_err(|_| ())?;
        Ok::<_, ()>((customer, parse(own).ok_or(())?))
    })
}

/// The customer that is meant, or all of them from the one where the page before ended.
fn states<'a, K>(
    call: &'a Call<'_>,
    after: Option<&(CustomerId, K)>,
) -> Result<Box<dyn Iterator<Item = &'a CustomerState> + 'a>, Error> {
    if call.customer.is_some() {
        return Ok(Box::new(std::iter::once(call.state()?.as_ref())));
    }
    let first = after.map_or(CustomerId::from_bytes([0; 16]), |(id, _)| *id);
    let found = call.live.customers_from(first);
    Ok(Box::new(found.map(AsRef::as_ref)))
}

/// The page that was asked for, as a file.
fn written(call: &Call<'_>, list: List<'_>) -> Handled {
    let is_csv = match call.query("format").as_deref() {
        None | Some("csv") => true,
        Some("ndjson") => false,
        Some(_) => return Err(bad_parameter("format", "must be `csv` or `ndjson`")),
    };
    let limit = export_limit(call)?;
    let List {
        name,
        columns,
        rows,
    } = list;
    let mut rows: Vec<(String, Vec<Value>)> = rows.take(limit + 1).collect();
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let name = format!("{name}-{}", call.now.day());
    let response = if is_csv {
        let mut table = Sheet::new(columns.iter().copied());
        for (_, cells) in &rows {
            table.row(cells.iter().map(cell));
        }
        sheet::file(table, &format!("{name}.csv"))
    } else {
        Response::from_data(LINES, as_lines(columns, &rows))
            .with_content_disposition_attachment(&format!("{name}.ndjson"))
    };
    let next = rows.last().filter(|_| has_more);
    Ok(Outcome::Ready(match next {
        Some((key, _)) => response.with_unique_header("Link", next_link(call, key)),
        None => response,
    }))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            other.to_string()
        }
    }
}

fn as_lines(columns: &[&str], rows: &[(String, Vec<Value>)]) -> Vec<u8> {
    let mut lines = Vec::new();
    for (_, cells) in rows {
        let members = columns.iter().map(|column| (*column).to_owned());
        let line: Map<String, Value> = members.zip(cells.iter().cloned()).collect();
        lines.extend_from_slice(Value::Object(line).to_string().as_bytes());
        lines.push(b'\n');
    }
    lines
}
