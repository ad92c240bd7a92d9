//! Requests for a quote: what somebody who is no customer yet left at the public page.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::id::QuoteId;
use super::recommend::Demand;
use super::text::{Email, Name};
use super::time::Timestamp;

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteState {
    /// Nobody has answered.
    Open,
    /// Somebody has answered.
    Answered,
    /// They are a customer now.
    Won,
    /// They are not, and will not be.
    Lost,
}

impl QuoteState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Answered, Self::Won, Self::Lost];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

/// No state of a request has that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be `open`, `answered`, `won` or `lost`")]
pub struct BadQuoteState;

impl FromStr for QuoteState {
    type Err = BadQuoteState;

    fn from_str(text: &str) -> Result<Self, BadQuoteState> {
        let known = Self::ALL.into_iter().find(|state| state.word() == text);
        known.ok_or(BadQuoteState)
    }
}

/// A request for a quote. Names, address and texts are of people: they are in no record and in no
/// log, and gone when the request is deleted.
#[derive(Clone, PartialEq, Eq)]
pub struct Quote {
    /// Its identifier.
    pub id: QuoteId,
    /// The company that asks.
    pub company: Name,
    /// The person who asks.
    pub contact: Name,
    /// Where to answer.
    pub email: Email,
    /// The tier that they named.
    pub tier: Option<Arc<str>>,
    /// Agents that they run.
    pub agents: Option<u32>,
    /// Checks that they expect in a month.
    pub checks_per_month: Option<u64>,
    /// What else they wrote.
    pub message: Option<String>,
    /// How far it has come.
    pub state: QuoteState,
    /// What operators wrote about it.
    pub notes: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Quote {
    /// What they said they need.
    pub fn demand(&self) -> Demand {
        Demand {
            agents: self.agents.map(u64::from),
            checks_per_month: self.checks_per_month,
            ..Demand::default()
        }
    }
}

impl fmt::Debug for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, state, .. } = self;
        write!(f, "Quote({id}, {})", state.word())
    }
}
