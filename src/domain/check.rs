//! One question, and the answer to it.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::approval::{Approval, Binding};
use super::context::Context;
use super::id::{ApprovalId, PermissionId};
use super::text::{Action, AgentId, Resource};
use super::time::Timestamp;

/// May this agent do this action on this resource, now?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRequest {
    /// The agent.
    pub agent_id: AgentId,
    /// What it wants to do.
    pub action: Action,
    /// What it wants to do it to.
    pub resource: Resource,
    /// What it says about the situation.
    pub context: Context,
}

impl CheckRequest {
    /// The digest that binds an approval to this very question: SHA-256 over the RFC 8785 form of
    /// `{"action", "agent_id", "context", "resource"}`. It does not name the customer: approvals are
    /// only ever looked up among one customer's own.
    pub fn binding(&self) -> Binding {
        #[derive(Serialize)]
        struct Question<'a> {
            action: &'a Action,
            agent_id: &'a AgentId,
            context: &'a Context,
            resource: &'a Resource,
        }
        let question = Question {
            action: &self.action,
            agent_id: &self.agent_id,
            context: &self.context,
            resource: &self.resource,
        };
        // Strings and an already canonical object cannot fail to serialise.
        let bytes = serde_json::to_vec(&question).unwrap_or_default();
        Binding::from_bytes(Sha256::digest(&bytes).into())
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The agent may.
    Approved,
    /// The agent may not.
    Denied,
}

impl Verdict {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Denied => "denied",
        }
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// Why it was answered so; a stable code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its word in the API.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

reasons! {
    /// A permission allows it and nothing speaks against it.
    AllChecksPassed = "all_checks_passed",
    /// A person approved this very question.
    HumanOverride = "human_override",
    /// No permission allows it.
    PermissionRuleFailed = "permission_rule_failed",
    /// A permission denies it.
    PermissionDenied = "permission_denied",
    /// The customer has no such agent.
    AgentNotFound = "agent_not_found",
    /// The agent's status is `disabled`.
    AgentDisabled = "agent_disabled",
    /// The agent's kill switch is engaged.
    AgentKillSwitchEnabled = "agent_kill_switch_enabled",
    /// The system's kill switch is engaged.
    SystemKillSwitchEnabled = "system_kill_switch_enabled",
    /// The customer's kill switch is engaged.
    CustomerKillSwitchEnabled = "customer_kill_switch_enabled",
    /// A person must approve; this check opened the request.
    ApprovalRequired = "approval_required",
    /// A person must approve; the request is open.
    ApprovalPending = "approval_pending",
    /// A person refused.
    ApprovalRejected = "approval_rejected",
    /// The request or its grant expired; this check opened a new one.
    ApprovalExpired = "approval_expired",
}

/// What an answer came to for the agent that asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It may.
    Approved,
    /// It may not.
    Denied,
    /// It may not yet: a person can lift the denial.
    Held,
}

impl Reason {
    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|reason| reason.word() == word)
    }

    /// What an answer for this reason came to.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::AllChecksPassed | Self::HumanOverride => Outcome::Approved,
            reason if reason.needs_a_person() => Outcome::Held,
            Self::PermissionRuleFailed
            | Self::PermissionDenied
            | Self::AgentNotFound
            | Self::AgentDisabled
            | Self::AgentKillSwitchEnabled
            | Self::SystemKillSwitchEnabled
            | Self::CustomerKillSwitchEnabled
            | Self::ApprovalRequired
            | Self::ApprovalPending
            | Self::ApprovalRejected
            | Self::ApprovalExpired => Outcome::Denied,
        }
    }

    /// Whether a person can lift the denial by answering a request.
    pub fn needs_a_person(self) -> bool {
        matches!(
            self,
            Self::ApprovalRequired | Self::ApprovalPending | Self::ApprovalExpired
        )
    }
}

/// A rule of the trace, in the order they are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// System, customer and agent kill switches.
    KillSwitch,
    /// Whether the agent is there and active.
    AgentStatus,
    /// What the permissions say.
    PermissionRule,
    /// Whether a person agreed.
    Approval,
    /// What the person said.
    HumanDecision,
}

/// How a rule came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleResult {
    /// Nothing against it.
    Passed,
    /// It decides against.
    Failed,
    /// It waits for a person.
    Pending,
}

/// One step of the decision trace; members in the order of RFC 8785.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was found, for people.
    pub notes: Cow<'static, str>,
    /// The permission that decided, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission_id: Option<PermissionId>,
    /// The rule.
    pub rule_checked: Rule,
    /// How it came out.
    pub rule_result: RuleResult,
}

impl Step {
    /// A step that no permission decided.
    pub fn new(rule: Rule, result: RuleResult, notes: impl Into<Cow<'static, str>>) -> Self {
        Self {
            notes: notes.into(),
            permission_id: None,
            rule_checked: rule,
            rule_result: result,
        }
    }
}

/// What a decision does to approvals when it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApprovalUse {
    /// Nothing.
    None,
    /// Opens a request for this question.
    Open(Binding),
    /// Points at the request that stands.
    Standing(Arc<Approval>),
    /// Uses the grant up.
    Spend(ApprovalId),
}

/// The answer to one question, with the evaluation that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The answer.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The evaluation, step by step.
    pub trace: Vec<Step>,
    /// What it does to approvals.
    pub approval: ApprovalUse,
    /// The first moment at which the same facts could be decided otherwise.
    pub valid_until: Option<Timestamp>,
}

impl Decision {
    /// The answer in a sentence.
    pub fn message(&self, request: &CheckRequest) -> String {
        let CheckRequest {
            agent_id,
            action,
            resource,
            ..
        } = request;
        match self.reason {
            Reason::AllChecksPassed => format!("permission granted for {action} on {resource}"),
            Reason::HumanOverride => {
                format!("a person approved {action} on {resource}, this once")
            }
            Reason::PermissionRuleFailed => format!("no permission allows {action} on {resource}"),
            Reason::PermissionDenied => format!("a permission denies {action} on {resource}"),
            Reason::AgentNotFound => format!("there is no agent `{agent_id}`"),
            Reason::AgentDisabled => format!("agent `{agent_id}` is disabled"),
            Reason::AgentKillSwitchEnabled => {
                format!("the kill switch of agent `{agent_id}` is engaged")
            }
            Reason::SystemKillSwitchEnabled => "the system kill switch is engaged".to_owned(),
            Reason::CustomerKillSwitchEnabled => "the customer's kill switch is engaged".to_owned(),
            Reason::ApprovalRequired => {
                format!("a person must approve {action} on {resource}; the request is open")
            }
            Reason::ApprovalPending => {
                format!("a person has not answered yet whether {action} on {resource} is approved")
            }
            Reason::ApprovalRejected => format!("a person refused {action} on {resource}"),
            Reason::ApprovalExpired => {
                format!("the approval for {action} on {resource} expired; a new request is open")
            }
        }
    }
}
