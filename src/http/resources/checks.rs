//! `POST /api/agents/check`, also as `POST /api/agent/request`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::app::checks::Asked;
use crate::domain::approval::Approval;
use crate::domain::check::{ApprovalUse, CheckRequest, Decision, Rule, RuleResult, Step};
use crate::domain::context::Context;
use crate::domain::id::{ApprovalId, DecisionId};
use crate::domain::text::{Action, AgentId, Resource};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Body, Field, Kind};

/// `POST /api/agents/check`.
pub const CHECK: &[Field] = &[
    Field::needed(
        "agent_id",
        Kind::Text { min: 1, max: 255 },
        "Who wants to act.",
        "\"billing-bot\"",
    ),
    Field::needed(
        "action",
        Kind::Text { min: 1, max: 100 },
        "What it wants to do.",
        "\"refund\"",
    ),
    Field::needed(
        "resource",
        Kind::Text { min: 1, max: 255 },
        "What it wants to do it to, in one spelling.",
        "\"orders/4711\"",
    ),
    Field::optional(
        "context",
        Kind::Object,
        "What it says about the situation; at most 16 KiB, numbers within 2^53.",
        "{\"amount_eur\":120}",
    ),
    Field::optional(
        "dry_run",
        Kind::Flag,
        "Decide and explain, but record, open and use nothing.",
        "false",
    ),
];

/// A step of the decision trace.
#[derive(Serialize, ToSchema)]
#[schema(as = TraceStep)]
pub struct StepBody {
    /// `kill_switch`, `agent_status`, `permission_rule`, `approval` or `human_decision`.
    #[schema(value_type = String)]
    rule_checked: Rule,
    /// `passed`, `failed` or `pending`.
    #[schema(value_type = String)]
    rule_result: RuleResult,
    /// What was found, for people.
    notes: String,
    /// The permission that decided, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    permission_id: Option<String>,
}

impl StepBody {
    /// A step with other words for the permission in it.
    pub fn new(step: &Step, notes: String, permission_id: Option<String>) -> Self {
        Self {
            rule_checked: step.rule_checked,
            rule_result: step.rule_result,
            notes,
            permission_id,
        }
    }
}

/// A decision trace as it was evaluated, or told anew.
#[derive(Serialize)]
#[serde(untagged)]
enum Trace<'a> {
    Decided(&'a [Step]),
    Told(Vec<StepBody>),
}

/// The request for approval that a denial waits for.
#[derive(Serialize, ToSchema)]
#[schema(as = CheckApproval)]
pub struct ApprovalBody {
    #[schema(value_type = String)]
    request_id: ApprovalId,
    /// `pending` or `rejected`.
    status: &'static str,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// The answer to a check.
#[derive(Serialize, ToSchema)]
#[schema(as = CheckAnswer)]
pub struct AnswerBody<'a> {
    /// `null` for a dry run.
    #[schema(value_type = Option<String>)]
    decision_id: Option<DecisionId>,
    /// The customer's own gapless number for the record; `null` for a dry run.
    seq: Option<u64>,
    /// `approved` or `denied`.
    result: &'static str,
    /// A stable code.
    reason: &'static str,
    message: String,
    #[schema(value_type = Vec<StepBody>)]
    decision_trace: Trace<'a>,
    /// `human_intervention` when a person can lift the denial.
    action_required: Option<&'static str>,
    /// Whether asking the same again later can give another answer by itself.
    retryable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval: Option<ApprovalBody>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

impl<'a> AnswerBody<'a> {
    fn new(
        request: &CheckRequest,
        decision: &'a Decision,
        recorded: Option<(DecisionId, u64)>,
        approval: Option<&Approval>,
    ) -> Self {
        let needs_a_person = decision.reason.needs_a_person();
        let is_unopened = needs_a_person && recorded.is_some() && approval.is_none();
        Self {
            decision_id: recorded.map(|(id, _)| id),
            seq: recorded.map(|(_, seq)| seq),
            result: decision.verdict.word(),
            reason: decision.reason.word(),
            message: if is_unopened {
                "too many requests wait for a person already: none was opened for this".to_owned()
            } else {
                decision.message(request)
            },
            decision_trace: Trace::Decided(&decision.trace),
            action_required: (needs_a_person && !is_unopened).then_some("human_intervention"),
            retryable: needs_a_person,
            approval: approval.map(|approval| ApprovalBody {
                request_id: approval.id,
                status: approval.status.word(),
                expires_at: approval.expires_at,
            }),
            dry_run: recorded.is_none(),
        }
    }

    /// The answer to a question that leaves no record.
    pub fn dry(request: &CheckRequest, decision: &'a Decision) -> Self {
        let approval = match &decision.approval {
            ApprovalUse::Standing(approval) => Some(approval.as_ref()),
            ApprovalUse::None | ApprovalUse::Open(_) | ApprovalUse::Spend(_) => None,
        };
        Self::new(request, decision, None, approval)
    }

    /// The same with the trace told anew.
    pub fn with_trace(self, told: Vec<StepBody>) -> Self {
        Self {
            decision_trace: Trace::Told(told),
            ..self
        }
    }
}

/// Reads a question; none when a part of it is wrong, which the body then says.
pub fn question(body: &mut Body) -> Option<CheckRequest> {
    let agent_id = body.text("agent_id", AgentId::parse);
    let action = body.text("action", Action::parse);
    let resource = body.text("resource", Resource::parse);
    let context = match body.take_object("context").map(Context::new) {
        None => Some(Context::default()),
        Some(Ok(context)) => Some(context),
        Some(Err(issue)) => {
            body.complain("context", &issue);
            None
        }
    };
    Some(CheckRequest {
        agent_id: agent_id?,
        action: action?,
        resource: resource?,
        context: context?,
    })
}

/// `POST /api/agents/check`.
pub fn check(call: &Call<'_>) -> Handled {
    let customer = call.own_state()?;
    let mut body = call.body(CHECK)?;
    let is_dry_run = body.flag("dry_run").unwrap_or(false);
    let Some(request) = question(&mut body) else {
        return Err(body.error());
    };
    body.finish()?;
    let on = (call.live, customer.as_ref());
    match call
        .app
        .check(call.caller, on, request, is_dry_run, call.now)
    {
        Asked::Recorded(promise) => Ok(answer::after(promise, |recorded| {
            let on_record = Some((recorded.id, recorded.seq));
            let approval = recorded.approval.as_deref();
            answer::json(&AnswerBody::new(
                &recorded.request,
                &recorded.decision,
                on_record,
                approval,
            ))
        })),
        Asked::Dry(decided) => {
            let (request, decision) = &*decided;
            answer::ready(&AnswerBody::dry(request, decision))
        }
        Asked::Exceeded(exceeded) => Err(exceeded.into()),
        // The refusal itself is what the promise gives.
        Asked::Refused(promise) => Ok(answer::after_change(promise, |()| Err(Error::Unavailable))),
    }
}
