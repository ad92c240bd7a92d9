//! Permissions: standing rules about what an agent may do.

use std::str::FromStr;

use super::id::{CustomerId, PermissionId};
use super::pattern::Pattern;
use super::text::AgentId;
use super::time::Timestamp;

/// What a permission does where it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Grants.
    Allow,
    /// Grants when a person agrees.
    RequireApproval,
    /// Refuses, whatever else matches.
    Deny,
}

impl Effect {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::RequireApproval => "require_approval",
            Self::Deny => "deny",
        }
    }
}

/// The text names no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be `allow`, `deny` or `require_approval`")]
pub struct BadEffect;

impl FromStr for Effect {
    type Err = BadEffect;

    fn from_str(text: &str) -> Result<Self, BadEffect> {
        match text {
            "allow" => Ok(Self::Allow),
            "require_approval" => Ok(Self::RequireApproval),
            "deny" => Ok(Self::Deny),
            _ => Err(BadEffect),
        }
    }
}

/// A condition on context. The type has no value yet: while nothing can evaluate a condition,
/// no permission can hold one, and the compiler knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {}

/// A standing rule for one agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Its identifier.
    pub id: PermissionId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// The agent it is about.
    pub agent_id: AgentId,
    /// The actions it is about.
    pub action: Pattern,
    /// The resources it is about.
    pub resource: Pattern,
    /// What it does where it matches.
    pub effect: Effect,
    /// When it applies, beyond the patterns.
    pub condition: Option<Condition>,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}
