//! `GET /api/logs`, and one record of it.

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::StepBody;
use crate::app::Error;
use crate::domain::actor::ActorRecord;
use crate::domain::check::Step;
use crate::domain::id::{ChangeId, CustomerId, DecisionId};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::page::{Paging, next_link, next_link_with};
use crate::ledger::{LogFilter, LogRow, RecordName, WholeRecord};

/// Who acted.
#[derive(Serialize, ToSchema)]
#[schema(as = Actor)]
pub struct ActorBody {
    /// `api_key`, `operator`, `local`, `setup_link`, `portal_link`, `portal`, `nobody`,
    /// `stripe` or `system`.
    kind: String,
    /// The credential's identifier.
    id: Option<String>,
    /// The operator's name, or that of the person who holds a session in the portal.
    name: Option<String>,
    /// The key or the link that a session in the portal was opened with.
    via: Option<String>,
    /// What a body claimed about the person, beside the credential.
    claim: Option<String>,
}

/// A record of the log.
#[derive(Serialize, ToSchema)]
#[schema(as = LogRecord)]
pub struct RecordBody<'a> {
    id: &'a str,
    /// The customer's own gapless number; for an operator who named none, the global one.
    seq: u64,
    /// The customer it is about; null when it is about none.
    #[schema(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
    agent_id: Option<&'a str>,
    /// The action asked for, or `<noun>.<verb>` of a change.
    action: &'a str,
    /// The resource asked for, or the object changed.
    resource: Option<&'a str>,
    /// `approved`, `denied`; `done`, `refused`; `enabled`, `disabled`.
    result: &'a str,
    reason: Option<&'a str>,
    #[schema(value_type = String, format = DateTime)]
    timestamp: Timestamp,
    #[schema(value_type = Vec<StepBody>)]
    decision_trace: &'a [Step],
    request_id: &'a str,
    #[schema(value_type = ActorBody)]
    actor: &'a ActorRecord,
    /// What a change did, without secrets.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<&'a serde_json::Value>,
    /// The context of a check, when it had one.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<&'a serde_json::Value>,
}

impl<'a> From<&'a LogRow> for RecordBody<'a> {
    fn from(row: &'a LogRow) -> Self {
        let record = &row.record;
        Self {
            id: &record.id,
            seq: row.seq,
            customer_id: record.customer_id,
            agent_id: record.agent_id.as_deref(),
            action: &record.action,
            resource: record.resource.as_deref(),
            result: &record.result,
            reason: record.reason.as_deref(),
            timestamp: record.at,
            decision_trace: &record.trace,
            request_id: &record.request_id,
            actor: &record.actor,
            details: record.details.as_ref(),
            context: record.context.as_ref(),
        }
    }
}

/// A record with its place in the chain.
#[derive(Serialize, ToSchema)]
#[schema(as = WholeLogRecord)]
pub struct WholeBody<'a> {
    #[serde(flatten)]
    about: RecordBody<'a>,
    /// The customer's name, as it is now.
    customer_name: Option<&'a str>,
    /// The record's link of the chain, hexadecimal; null for customers, as are those below.
    hash: Option<String>,
    /// The link before it.
    previous_hash: Option<String>,
    /// The number among all records.
    global_seq: Option<u64>,
    /// The canonical JSON as it is stored: with the link before it, this is what was hashed.
    record: Option<&'a str>,
}

/// `GET /api/logs`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let before = paging.after(str::parse::<u64>)?;
    let after = call.number_parameter("after")?;
    if after.is_some() && before.is_some() {
        let message = "and `cursor` lead in opposite directions: give one of them";
        return Err(bad_parameter("after", message));
    }
    let filter = LogFilter {
        before,
        after,
        limit: paging.limit + 1,
        ..filter(call)?
    };
    let rows = call.app.log(&filter)?;
    let page = paging.page(
        rows.iter(),
        |row| row.seq.to_string(),
        |row| RecordBody::from(*row),
    );
    let last = rows
        .get(paging.limit.saturating_sub(1))
        .filter(|_| page.has_more);
    let response = answer::json(&page.data)?;
    Ok(Outcome::Ready(match last {
        Some(last) if after.is_some() => {
            let next = next_link_with(call, "after", &last.seq.to_string());
            response.with_unique_header("Link", next)
        }
        Some(last) => response.with_unique_header("Link", next_link(call, &last.seq.to_string())),
        None => response,
    }))
}

/// What narrows the log down, as every route over it reads it.
pub fn filter(call: &Call<'_>) -> Result<LogFilter, Error> {
    if call.customer.is_some() {
        call.state()?;
    }
    Ok(LogFilter {
        customer: call.customer,
        agent_id: call.query("agent_id"),
        start_time: call.time_parameter("start_time")?,
        end_time: call.time_parameter("end_time")?,
        result: call.query("result"),
        action: call.query("action"),
        resource: call.query("resource"),
        reason: call.query("reason"),
        request_id: call.query("request_id"),
        actor: call.query("actor"),
        ..LogFilter::default()
    })
}

/// `GET /api/logs/{record_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    if call.customer.is_some() {
        call.state()?;
    }
    let name = name(call.params.get("record_id")).ok_or(Error::NotFound("record"))?;
    let WholeRecord {
        row,
        canonical,
        hash,
        previous_hash,
    } = call.app.record(call.customer, &name)?;
    let customer_id = row.record.customer_id;
    let customer = customer_id.and_then(|id| call.live.customer(id));
    // Customers see their own numbers and nothing that the others' activity moves.
    let is_operator = call.caller.is_operator();
    answer::ready(&WholeBody {
        about: RecordBody::from(&row),
        customer_name: customer.map(|state| state.customer().name.as_str()),
        hash: is_operator.then(|| hash.to_string()),
        previous_hash: is_operator.then(|| previous_hash.to_string()),
        global_seq: is_operator.then_some(row.record.seq),
        record: is_operator.then_some(canonical.as_str()),
    })
}

/// A number, or an identifier in its one spelling.
fn name(text: &str) -> Option<RecordName> {
    if text.parse::<DecisionId>().is_ok() || text.parse::<ChangeId>().is_ok() {
        return Some(RecordName::Id(text.to_owned()));
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let number = is_number.then(|| text.parse().ok())?;
    number.map(RecordName::Number)
}
