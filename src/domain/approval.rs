//! Requests for a person's approval, and the grants they leave behind.

use std::fmt;
use std::sync::Arc;

use super::actor::Actor;
use super::check::Step;
use super::context::Context;
use super::id::{ApprovalId, CustomerId, PermissionId};
use super::text::{Action, AgentId, Resource};
use super::time::Timestamp;

/// The digest of the exact question that an approval is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Binding([u8; 32]);

impl Binding {
    /// The bytes that the store keeps.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// From the bytes that the store keeps.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Binding {
    /// In hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where an approval stands, apart from its expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalStatus {
    /// Nobody has answered.
    Pending,
    /// A person agreed; the grant has not been used.
    Approved,
    /// The grant was used by a check.
    Used,
    /// A person refused; stands until the request expires.
    Rejected,
    /// A kill switch or the agent's removal ended it.
    Cancelled,
    /// Its time was over before anybody answered, or before the grant was used.
    Expired,
}

impl ApprovalStatus {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Pending,
        Self::Approved,
        Self::Used,
        Self::Rejected,
        Self::Cancelled,
        Self::Expired,
    ];

    /// Its word in the API and the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Used => "used",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// From its word; anything unknown admits nothing.
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|status| status.word() == word)
            .unwrap_or(Self::Cancelled)
    }

    /// Whether a decision can still depend on it.
    pub fn is_standing(self) -> bool {
        matches!(self, Self::Pending | Self::Approved | Self::Rejected)
    }
}

/// How a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// The credential that answered.
    pub by: Actor,
    /// Who the body claimed to be.
    pub claim: Option<String>,
    /// What they wrote.
    pub notes: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A request for approval of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Its identifier.
    pub id: ApprovalId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// The digest of the question.
    pub binding: Binding,
    /// The agent that asked.
    pub agent_id: AgentId,
    /// What it wants to do.
    pub action: Action,
    /// What it wants to do it to.
    pub resource: Resource,
    /// What it said about the situation.
    pub context: Context,
    /// The evaluation that led to the request.
    pub trace: Arc<[Step]>,
    /// The credential that asked; it never answers its own request.
    pub asked_by: Actor,
    /// Where it stands.
    pub status: ApprovalStatus,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When the request, its grant or its rejection ends.
    pub expires_at: Timestamp,
    /// How a person answered, once one did.
    pub settlement: Option<Settlement>,
}

impl Approval {
    /// Whether its time is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at <= now
    }

    /// Where it stands at that time: what waited for an answer or for its use past its end, expired.
    pub fn status_at(&self, now: Timestamp) -> ApprovalStatus {
        let waits = matches!(
            self.status,
            ApprovalStatus::Pending | ApprovalStatus::Approved
        );
        if waits && self.is_expired(now) {
            ApprovalStatus::Expired
        } else {
            self.status
        }
    }

    /// The permission that asked for a person, as the evaluation names it.
    pub fn permission_id(&self) -> Option<PermissionId> {
        self.trace.iter().rev().find_map(|step| step.permission_id)
    }

    /// Whether a person can answer it now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.status == ApprovalStatus::Pending && !self.is_expired(now)
    }
}
