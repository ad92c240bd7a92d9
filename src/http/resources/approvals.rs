//! `/api/agent/pending-approvals`, `/api/agent/approve`, `/api/agent/deny`.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::StepBody;
use super::logs::ActorBody;
use crate::app::approvals::Answer;
use crate::domain::actor::ActorRecord;
use crate::domain::approval::Approval;
use crate::domain::check::{Rule, RuleResult, Step};
use crate::domain::context::Context;
use crate::domain::id::{ApprovalId, CustomerId, PermissionId};
use crate::domain::text::prose;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Field, Kind};
use crate::http::page::{Paging, next_link};

/// `POST /api/agent/approve`, `POST /api/agent/deny`.
pub const SETTLE: &[Field] = &[
    Field::needed(
        "request_id",
        Kind::Text { min: 1, max: 64 },
        "The request, as a check or the list of pending approvals names it.",
        "\"apr_01k0000000000000000000000\"",
    ),
    Field::optional(
        "human_id",
        Kind::Text { min: 0, max: 255 },
        "Who the person says to be; a claim beside the credential.",
        "\"ada@acme.example\"",
    ),
    Field::optional(
        "notes",
        Kind::Text { min: 0, max: 500 },
        "What the person has to say.",
        "\"checked with the customer\"",
    ),
];

/// A request that waits for a person.
#[derive(Serialize, ToSchema)]
#[schema(as = PendingApproval)]
pub struct PendingBody<'a> {
    #[schema(value_type = String)]
    request_id: ApprovalId,
    #[schema(value_type = String)]
    customer_id: CustomerId,
    customer_name: Option<&'a str>,
    agent_id: &'a str,
    action: &'a str,
    resource: &'a str,
    #[schema(value_type = Object)]
    context: &'a Context,
    /// SHA-256 of the question, in hexadecimal: a grant is for this question and no other.
    binding: String,
    reason: &'static str,
    #[schema(value_type = Vec<StepBody>)]
    decision_trace: &'a [Step],
    action_required: &'static str,
    /// The permission that asked for a person.
    #[schema(value_type = Option<String>)]
    permission_id: Option<PermissionId>,
    /// The credential that asked.
    #[schema(value_type = ActorBody)]
    asked_by: ActorRecord,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// What a person answered.
#[derive(Serialize, ToSchema)]
#[schema(as = Settled)]
pub struct SettledBody<'a> {
    /// `approved` or `denied`.
    result: &'static str,
    /// Always `human_override`.
    reason: &'static str,
    #[schema(value_type = Vec<StepBody>)]
    decision_trace: &'a [Step],
    /// Always `null`: nothing is left to do.
    action_required: Option<&'static str>,
}

/// `GET /api/agent/pending-approvals`: of the customer, or of all.
pub fn pending(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(str::parse::<ApprovalId>)?;
    let states: Vec<_> = match call.customer {
        Some(_) => vec![call.state()?],
        None => call.live.customers().collect(),
    };
    let mut open: Vec<&Arc<Approval>> = states
        .into_iter()
        .flat_map(|state| state.approvals())
        .filter(|approval| {
            approval.is_open(call.now) && after.is_none_or(|after| approval.id > after)
        })
        .collect();
    open.sort_unstable_by_key(|approval| approval.id);
    let last = open
        .get(paging.limit.saturating_sub(1))
        .map(|approval| approval.id);
    let bodies: Vec<PendingBody<'_>> = open
        .iter()
        .take(paging.limit)
        .map(|approval| shown(call, approval))
        .collect();
    let response = answer::json(&bodies)?;
    Ok(Outcome::Ready(
        match last.filter(|_| open.len() > paging.limit) {
            Some(last) => response.with_unique_header("Link", next_link(call, &last.to_string())),
            None => response,
        },
    ))
}

/// A request as it is listed.
fn shown<'a>(call: &Call<'a>, approval: &'a Approval) -> PendingBody<'a> {
    let state = call.live.customer(approval.customer_id);
    PendingBody {
        request_id: approval.id,
        customer_id: approval.customer_id,
        customer_name: state.map(|state| state.customer().name.as_str()),
        agent_id: approval.agent_id.as_str(),
        action: approval.action.as_str(),
        resource: approval.resource.as_str(),
        context: &approval.context,
        binding: approval.binding.to_string(),
        reason: "approval_required",
        decision_trace: &approval.trace,
        action_required: "human_intervention",
        permission_id: approval.permission_id(),
        asked_by: approval.asked_by.described(),
        created_at: approval.created_at,
        expires_at: approval.expires_at,
    }
}

/// `POST /api/agent/approve`.
pub fn approve(call: &Call<'_>) -> Handled {
    settle(call, true)
}

/// `POST /api/agent/deny`.
pub fn deny(call: &Call<'_>) -> Handled {
    settle(call, false)
}

fn settle(call: &Call<'_>, approve: bool) -> Handled {
    let mut body = call.body(SETTLE)?;
    let request_id = body.text("request_id", str::parse::<ApprovalId>);
    let human_id = body.text("human_id", |text| prose(text, 255));
    let notes = body.text("notes", |text| prose(text, 500));
    let Some(request_id) = request_id else {
        return Err(body.error());
    };
    body.finish()?;
    let said = |text: Option<String>| text.filter(|text| !text.is_empty());
    let (human_id, notes) = (said(human_id), said(notes));
    let promise = call.app.settle(
        call.caller,
        Answer {
            request_id,
            approve,
            human_id,
            notes,
        },
    )?;
    Ok(answer::after_change(promise, move |approval| {
        let by = approval
            .settlement
            .as_ref()
            .map_or_else(String::new, |s| format!(" by {}", s.by));
        let (result, rule_result, word) = if approve {
            ("approved", RuleResult::Passed, "approved")
        } else {
            ("denied", RuleResult::Failed, "refused")
        };
        let mut trace = approval.trace.to_vec();
        trace.push(Step::new(
            Rule::HumanDecision,
            rule_result,
            format!("{word}{by}"),
        ));
        answer::json(&SettledBody {
            result,
            reason: "human_override",
            decision_trace: &trace,
            action_required: None,
        })
    }))
}
