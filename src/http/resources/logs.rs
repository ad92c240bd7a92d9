//! `GET /api/logs`.

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::StepBody;
use crate::domain::actor::ActorRecord;
use crate::domain::check::Step;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::page::{Paging, next_link};
use crate::ledger::{LogFilter, LogRow};

/// Who acted.
#[derive(Serialize, ToSchema)]
#[schema(as = Actor)]
pub struct ActorBody {
    /// `api_key`, `operator`, `local`, `setup_link`, `portal_link`, `portal`, `nobody` or `system`.
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

/// `GET /api/logs`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let before = paging.after(str::parse::<u64>)?;
    if call.customer.is_some() {
        call.state()?;
    }
    let filter = LogFilter {
        customer: call.customer,
        agent_id: call.query("agent_id"),
        start_time: call.time_parameter("start_time")?,
        end_time: call.time_parameter("end_time")?,
        result: call.query("result"),
        action: call.query("action"),
        resource: call.query("resource"),
        reason: call.query("reason"),
        before,
        limit: paging.limit + 1,
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
        Some(last) => response.with_unique_header("Link", next_link(call, &last.seq.to_string())),
        None => response,
    }))
}
