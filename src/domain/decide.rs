//! The decision: pure, bounded, and the same however its rules are ordered.
//!
//! Deny wins over everything, then `require_approval`, then `allow`; silence denies.

use std::sync::Arc;

use super::agent::{Agent, AgentStatus};
use super::approval::{Approval, ApprovalStatus, Binding};
use super::check::{ApprovalUse, CheckRequest, Decision, Reason, Rule, RuleResult, Step, Verdict};
use super::kill::{KillSwitch, KillTarget};
use super::permission::{Effect, Permission};
use super::time::{Timestamp, earlier};

/// What is known about one question when it is decided.
pub struct Facts<'a> {
    /// The engaged kill switches that bear on the agent, the widest first.
    pub kills: [Option<&'a KillSwitch>; 3],
    /// The agent, if the customer has it.
    pub agent: Option<&'a Agent>,
    /// All permissions about the agent, in any order.
    pub permissions: &'a [Arc<Permission>],
    /// The approvals that stand.
    pub approvals: &'a dyn Approvals,
}

/// The approvals that stand, by the question they are about.
pub trait Approvals {
    /// The standing approval for the question, if there is one.
    fn standing(&self, binding: &Binding) -> Option<&Arc<Approval>>;
}

/// Decides one question on the facts given.
pub fn decide(facts: &Facts<'_>, request: &CheckRequest, now: Timestamp) -> Decision {
    let mut trace = Vec::with_capacity(4);
    let refused = |reason, trace| Decision {
        verdict: Verdict::Denied,
        reason,
        trace,
        approval: ApprovalUse::None,
        valid_until: None,
    };

    if let Some(kill) = facts.kills.iter().flatten().next() {
        trace.push(killed(kill));
        return refused(kill_reason(kill), trace);
    }
    trace.push(Step::new(
        Rule::KillSwitch,
        RuleResult::Passed,
        "no kill switch is on",
    ));

    match facts.agent.map(|agent| agent.status) {
        None => {
            trace.push(Step::new(
                Rule::AgentStatus,
                RuleResult::Failed,
                "no such agent",
            ));
            return refused(Reason::AgentNotFound, trace);
        }
        Some(AgentStatus::Disabled) => {
            trace.push(Step::new(
                Rule::AgentStatus,
                RuleResult::Failed,
                "agent disabled",
            ));
            return refused(Reason::AgentDisabled, trace);
        }
        Some(AgentStatus::Active) => {
            trace.push(Step::new(
                Rule::AgentStatus,
                RuleResult::Passed,
                "agent active",
            ));
        }
    }
    apply_permissions(facts, request, now, trace)
}

/// The strongest effect among the permissions that match, and the one that names it.
fn apply_permissions(
    facts: &Facts<'_>,
    request: &CheckRequest,
    now: Timestamp,
    mut trace: Vec<Step>,
) -> Decision {
    let mut strongest: Option<&Permission> = None;
    let mut valid_until: Option<Timestamp> = None;
    for permission in facts.permissions {
        if !matches(permission, request, now) {
            continue;
        }
        valid_until = earlier(valid_until, permission.expires_at);
        let stronger = strongest.is_none_or(|best| {
            // The oldest of equals, so that the order of the rules does not matter.
            permission.effect > best.effect
                || (permission.effect == best.effect && permission.id < best.id)
        });
        if stronger {
            strongest = Some(permission);
        }
    }
    let step = |result, notes: String, permission: &Permission| Step {
        permission_id: Some(permission.id),
        ..Step::new(Rule::PermissionRule, result, notes)
    };
    let decided = |verdict, reason, trace| Decision {
        verdict,
        reason,
        trace,
        approval: ApprovalUse::None,
        valid_until,
    };
    match strongest {
        None => {
            trace.push(Step::new(
                Rule::PermissionRule,
                RuleResult::Failed,
                "no permission allows it",
            ));
            decided(Verdict::Denied, Reason::PermissionRuleFailed, trace)
        }
        Some(permission) => match permission.effect {
            Effect::Deny => {
                trace.push(step(
                    RuleResult::Failed,
                    format!("denied by {}", permission.id),
                    permission,
                ));
                decided(Verdict::Denied, Reason::PermissionDenied, trace)
            }
            Effect::Allow => {
                trace.push(step(
                    RuleResult::Passed,
                    format!("allowed by {}", permission.id),
                    permission,
                ));
                decided(Verdict::Approved, Reason::AllChecksPassed, trace)
            }
            Effect::RequireApproval => {
                let notes = format!("{} requires a person's approval", permission.id);
                trace.push(step(RuleResult::Passed, notes, permission));
                let binding = request.binding();
                let standing = facts.approvals.standing(&binding);
                ask_a_person(
                    standing,
                    binding,
                    now,
                    decided(Verdict::Denied, Reason::ApprovalRequired, trace),
                )
            }
        },
    }
}

/// What the approval that stands for the question, if any, makes of a pending decision.
fn ask_a_person(
    standing: Option<&Arc<Approval>>,
    binding: Binding,
    now: Timestamp,
    mut decision: Decision,
) -> Decision {
    let (reason, result, notes, approval) = match standing {
        Some(approval) if approval.is_expired(now) => match approval.status {
            ApprovalStatus::Pending | ApprovalStatus::Approved => (
                Reason::ApprovalExpired,
                RuleResult::Pending,
                format!("{} expired; asked again", approval.id),
                ApprovalUse::Open(binding),
            ),
            ApprovalStatus::Rejected
            | ApprovalStatus::Used
            | ApprovalStatus::Cancelled
            | ApprovalStatus::Expired => opened(binding),
        },
        Some(approval) => match approval.status {
            ApprovalStatus::Pending => (
                Reason::ApprovalPending,
                RuleResult::Pending,
                format!("{} waits for a person", approval.id),
                ApprovalUse::Standing(Arc::clone(approval)),
            ),
            ApprovalStatus::Approved => (
                Reason::HumanOverride,
                RuleResult::Passed,
                format!("{} was approved; this uses the grant", approval.id),
                ApprovalUse::Spend(approval.id),
            ),
            ApprovalStatus::Rejected => (
                Reason::ApprovalRejected,
                RuleResult::Failed,
                format!("{} was refused", approval.id),
                ApprovalUse::Standing(Arc::clone(approval)),
            ),
            ApprovalStatus::Used | ApprovalStatus::Cancelled | ApprovalStatus::Expired => {
                opened(binding)
            }
        },
        None => opened(binding),
    };
    if let Some(approval) = standing.filter(|approval| !approval.is_expired(now)) {
        decision.valid_until = earlier(decision.valid_until, Some(approval.expires_at));
    }
    decision
        .trace
        .push(Step::new(Rule::Approval, result, notes));
    if reason == Reason::HumanOverride {
        decision.verdict = Verdict::Approved;
    }
    Decision {
        reason,
        approval,
        ..decision
    }
}

fn opened(binding: Binding) -> (Reason, RuleResult, String, ApprovalUse) {
    let notes = "a person must approve".to_owned();
    (
        Reason::ApprovalRequired,
        RuleResult::Pending,
        notes,
        ApprovalUse::Open(binding),
    )
}

fn matches(permission: &Permission, request: &CheckRequest, now: Timestamp) -> bool {
    permission.expires_at.is_none_or(|end| now < end)
        && permission.action.matches(request.action.as_str())
        && permission.resource.matches(request.resource.as_str())
        // No condition has a value yet (see `Condition`), so none can be passed over.
        && permission.condition.is_none_or(|condition| match condition {})
}

fn kill_reason(kill: &KillSwitch) -> Reason {
    match kill.target {
        KillTarget::System => Reason::SystemKillSwitchEnabled,
        KillTarget::Customer(_) => Reason::CustomerKillSwitchEnabled,
        KillTarget::Agent(_, _) => Reason::AgentKillSwitchEnabled,
    }
}

fn killed(kill: &KillSwitch) -> Step {
    let level = match kill.target {
        KillTarget::System => "system",
        KillTarget::Customer(_) => "customer",
        KillTarget::Agent(_, _) => "agent",
    };
    let notes = format!("the {level} kill switch is on since {}", kill.engaged_at);
    Step::new(Rule::KillSwitch, RuleResult::Failed, notes)
}
