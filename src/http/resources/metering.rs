//! `GET /api/customers/{id}/metering`, `GET /api/metering`: what was decided, counted by day, to bill
//! from.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::domain::check::{Outcome, Reason};
use crate::domain::id::CustomerId;
use crate::domain::sheet::Sheet;
use crate::domain::text::{Action, AgentId};
use crate::domain::time::Day;
use crate::http::answer::{self, Handled, Outcome as Answered};
use crate::http::call::{Call, bad_parameter};
use crate::http::csv;
use crate::http::page::{Page, Paging, export_limit, next_link};
use crate::ledger::{MeteredKey, MeteredRow, MeteringFilter};

/// How often one was decided so, on one day.
#[derive(Serialize, ToSchema)]
#[schema(as = MeteredCount)]
pub struct MeteredBody {
    /// The UTC day, `2026-11-22`.
    day: String,
    /// The agent; `null` for checks about agents that there were not.
    agent_id: Option<String>,
    action: String,
    /// `approved` or `denied`, as in the log.
    result: &'static str,
    /// The reason's code.
    reason: String,
    count: u64,
}

/// The same with whose agent it is.
#[derive(Serialize, ToSchema)]
#[schema(as = CustomerMeteredCount)]
pub struct MeteredOfBody {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    #[serde(flatten)]
    counted: MeteredBody,
}

impl From<&MeteredRow> for MeteredBody {
    fn from(row: &MeteredRow) -> Self {
        let key = &row.key;
        Self {
            day: key.day.to_string(),
            agent_id: Some(key.agent_id.clone()).filter(|agent| !agent.is_empty()),
            action: key.action.clone(),
            result: result_of(&key.reason),
            reason: key.reason.clone(),
            count: row.count,
        }
    }
}

/// The result that the log says beside such a reason.
fn result_of(reason: &str) -> &'static str {
    match Reason::from_word(reason).map(Reason::outcome) {
        Some(Outcome::Approved) => "approved",
        // What a newer version knew denied, as far as this one can tell.
        Some(Outcome::Denied | Outcome::Held) | None => "denied",
    }
}

/// `GET /api/customers/{id}/metering`.
pub fn of_customer(call: &Call<'_>) -> Handled {
    call.state()?;
    listed(call, |row| MeteredBody::from(row))
}

/// `GET /api/metering`.
pub fn of_all(call: &Call<'_>) -> Handled {
    if call.customer.is_some() {
        call.state()?;
    }
    listed(call, |row| MeteredOfBody {
        customer_id: row.key.customer,
        counted: MeteredBody::from(row),
    })
}

fn listed<T: Serialize>(call: &Call<'_>, show: fn(&MeteredRow) -> T) -> Handled {
    let is_sheet = csv::is_wanted(call)?;
    let paging = if is_sheet {
        Paging {
            limit: export_limit(call)?,
            ..Paging::cursor(call)?
        }
    } else {
        Paging::of(call)?
    };
    let today = call.now.day();
    let day = |name| call.parameter(name, |text| text.replace(' ', "+").parse::<Day>());
    let from = day("from")?;
    let to = day("to")?.unwrap_or_else(|| today.max(from.unwrap_or(today)));
    let agent = call.parameter("agent_id", AgentId::parse)?;
    let action = call.parameter("action", Action::parse)?;
    let rows = call.app.metered(&MeteringFilter {
        customer: call.customer,
        agent_id: agent.map(|agent| agent.to_string()),
        action: action.map(|action| action.to_string()),
        from: from.unwrap_or_else(|| to.first_of_month()),
        to,
        after: paging.after(parsed)?,
        limit: paging.limit + 1,
    })?;
    let shown = rows.get(..paging.limit).unwrap_or(&rows);
    let last = shown.last().filter(|_| rows.len() > paging.limit);
    if is_sheet {
        let response = csv::file(sheet(call, shown), &format!("metering-{today}.csv"));
        return Ok(Answered::Ready(match last {
            Some(last) => {
                response.with_unique_header("Link", next_link(call, &written(&last.key)?))
            }
            None => response,
        }));
    }
    let last = last.map(|last| written(&last.key)).transpose()?;
    let data = shown.iter().map(show).collect();
    answer::ready(&Page::before(data, last.as_deref()))
}

/// Whose a row is stands in each, so that files of several customers can be put together.
fn sheet(call: &Call<'_>, rows: &[MeteredRow]) -> Sheet {
    let columns = [
        "day",
        "customer_id",
        "customer_name",
        "agent_id",
        "action",
        "result",
        "reason",
        "count",
    ];
    let mut sheet = Sheet::new(columns);
    for row in rows {
        let MeteredKey {
            day,
            customer,
            agent_id,
            action,
            reason,
        } = &row.key;
        let state = call.live.customer(*customer);
        sheet.row([
            day.to_string().as_str(),
            &customer.to_string(),
            state.map_or("", |state| state.customer().name.as_str()),
            agent_id,
            action,
            result_of(reason),
            reason,
            &row.count.to_string(),
        ]);
    }
    sheet
}

/// A key as a cursor holds it.
fn written(key: &MeteredKey) -> Result<String, Error> {
    let parts = (
        key.day.number(),
        key.customer.to_string(),
        &key.agent_id,
        &key.action,
        &key.reason,
    );
    serde_json::to_string(&parts)
        .map_err(|error| Error::Internal(format!("a cursor cannot be written: {error}")))
}

fn parsed(text: &str) -> Result<MeteredKey, Error> {
    let wrong = || bad_parameter("cursor", "is not one that a list gave");
    let (day, customer, agent_id, action, reason): (i64, String, String, String, String) =
        serde_json::from_str(text).map_err(|_| wrong())?;
    Ok(MeteredKey {
        day: Day::from_number(day),
        customer: customer.parse().map_err(|_| wrong())?,
        agent_id,
        action,
        reason,
    })
}
