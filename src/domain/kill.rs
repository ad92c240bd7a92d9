//! Kill switches: records of their own, by level and name, with the authority that engaged them.

use super::actor::Actor;
use super::id::CustomerId;
use super::text::AgentId;
use super::time::Timestamp;

/// What a kill switch stops.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KillTarget {
    /// Every agent of every customer.
    System,
    /// Every agent of one customer.
    Customer(CustomerId),
    /// One agent, by name: deleting and making it again changes nothing.
    Agent(CustomerId, AgentId),
}

/// Who may release what: an equal or higher authority than the one that engaged it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// One of the customer's own keys.
    Customer,
    /// An operator of the appliance.
    Operator,
    /// An owner of the appliance: what a restore engages.
    Owner,
}

impl Authority {
    /// Its word in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Operator => "operator",
            Self::Owner => "owner",
        }
    }

    /// From its word in the store; anything unknown is the highest.
    pub fn from_word(word: &str) -> Self {
        match word {
            "customer" => Self::Customer,
            "operator" => Self::Operator,
            _ => Self::Owner,
        }
    }
}

/// A kill switch that is engaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KillSwitch {
    /// What it stops.
    pub target: KillTarget,
    /// With what authority it was engaged.
    pub authority: Authority,
    /// Who engaged it.
    pub engaged_by: Actor,
    /// Why, in that person's words.
    pub reason: Option<String>,
    /// When.
    pub engaged_at: Timestamp,
}
