//! `/api/approvals`: every request for approval there was, and what became of it.

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::StepBody;
use super::logs::ActorBody;
use crate::app::Error;
use crate::domain::actor::ActorRecord;
use crate::domain::approval::{Approval, ApprovalStatus, Binding};
use crate::domain::check::Step;
use crate::domain::context::Context;
use crate::domain::id::{ApprovalId, CustomerId, PermissionId};
use crate::domain::record::{BadHash, ChainHash};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::page::{Page, Paging};
use crate::ledger::ApprovalFilter;

/// A request for approval, and what became of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Approval)]
pub struct ApprovalBody<'a> {
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
    /// `pending`, `approved` (the grant is not used yet), `used`, `rejected`, `cancelled` or
    /// `expired` (nobody answered in time, or the grant was not used in time).
    status: &'static str,
    reason: &'static str,
    #[schema(value_type = Vec<StepBody>)]
    decision_trace: &'a [Step],
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
    #[schema(value_type = Option<String>, format = DateTime)]
    settled_at: Option<Timestamp>,
    /// The credential that answered.
    #[schema(value_type = Option<ActorBody>)]
    settled_by: Option<ActorRecord>,
    /// Who the person said to be.
    claim: Option<&'a str>,
    /// What the person had to say.
    notes: Option<&'a str>,
}

/// `GET /api/approvals`: newest first.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    if call.customer.is_some() {
        call.state()?;
    }
    let filter = ApprovalFilter {
        customer: call.customer,
        status: call.parameter("status", status)?,
        agent_id: call.query("agent_id"),
        action: call.query("action"),
        resource: call.query("resource"),
        binding: call.parameter("binding", binding)?,
        text: call.query("q").map(|text| text.to_lowercase()),
        before: paging.after(str::parse::<ApprovalId>)?,
        now: call.now,
        limit: paging.limit,
    };
    let page = call.app.approvals(&filter)?;
    let bodies = page.found.iter().map(|approval| shown(call, approval));
    let last = page.last.map(|id| id.to_string());
    answer::ready(&Page::before(bodies.collect(), last.as_deref()))
}

/// `GET /api/approvals/{request_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let absent = || Error::NotFound("request for approval");
    if call.customer.is_some() {
        call.state()?;
    }
    let id = call.params.get("request_id").parse::<ApprovalId>();
    let approval = call.app.approval(id.map_err(|_| absent())?)?;
    let is_theirs = |approval: &Approval| {
        call.customer
            .is_none_or(|customer| customer == approval.customer_id)
    };
    let approval = approval.filter(is_theirs).ok_or_else(absent)?;
    answer::ready(&shown(call, &approval))
}

fn shown<'a>(call: &'a Call<'_>, approval: &'a Approval) -> ApprovalBody<'a> {
    let state = call.live.customer(approval.customer_id);
    let settled = approval.settlement.as_ref();
    ApprovalBody {
        request_id: approval.id,
        customer_id: approval.customer_id,
        customer_name: state.map(|state| state.customer().name.as_str()),
        agent_id: approval.agent_id.as_str(),
        action: approval.action.as_str(),
        resource: approval.resource.as_str(),
        context: &approval.context,
        binding: approval.binding.to_string(),
        status: approval.status_at(call.now).word(),
        reason: "approval_required",
        decision_trace: &approval.trace,
        permission_id: approval.permission_id(),
        asked_by: approval.asked_by.described(),
        created_at: approval.created_at,
        expires_at: approval.expires_at,
        settled_at: settled.map(|settled| settled.at),
        settled_by: settled.map(|settled| settled.by.described()),
        claim: settled.and_then(|settled| settled.claim.as_deref()),
        notes: settled.and_then(|settled| settled.notes.as_deref()),
    }
}

fn status(word: &str) -> Result<ApprovalStatus, String> {
    let mut all = ApprovalStatus::ALL.into_iter();
    all.find(|status| status.word() == word).ok_or_else(|| {
        let words = ApprovalStatus::ALL.map(|status| format!("`{}`", status.word()));
        format!("must be one of {}", words.join(", "))
    })
}

fn binding(text: &str) -> Result<Binding, BadHash> {
    let hash: ChainHash = text.parse()?;
    Ok(Binding::from_bytes(*hash.as_bytes()))
}
