//! An agent: software acting for a customer.

use std::str::FromStr;

use super::id::CustomerId;
use super::text::{AgentId, Name};
use super::time::Timestamp;

/// Whether an agent may act at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentStatus {
    /// Its permissions apply.
    Active,
    /// Every check is denied.
    Disabled,
}

impl AgentStatus {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }
}

/// The text names no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be `active` or `disabled`")]
pub struct BadAgentStatus;

impl FromStr for AgentStatus {
    type Err = BadAgentStatus;

    fn from_str(text: &str) -> Result<Self, BadAgentStatus> {
        match text {
            "active" => Ok(Self::Active),
            "disabled" => Ok(Self::Disabled),
            _ => Err(BadAgentStatus),
        }
    }
}

/// An agent, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Whose it is.
    pub customer_id: CustomerId,
    /// The customer's own name for it.
    pub id: AgentId,
    /// A name for people.
    pub name: Name,
    /// Who answers for it.
    pub owner: Name,
    /// Whether it may act at all.
    pub status: AgentStatus,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
