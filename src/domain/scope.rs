//! What an API key may be used for.

use std::fmt;
use std::str::FromStr;

/// One right of an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Ask for decisions.
    Check,
    /// Read the customer's own objects and log.
    Read,
    /// Change the customer's own objects.
    Manage,
    /// Answer approval requests; given by an operator alone, to a named person.
    Approve,
}

impl Scope {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 4] = [Self::Check, Self::Read, Self::Manage, Self::Approve];

    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Read => "read",
            Self::Manage => "manage",
            Self::Approve => "approve",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Check => 1,
            Self::Read => 2,
            Self::Manage => 4,
            Self::Approve => 8,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The text names no scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be one of `check`, `read`, `manage`, `approve`")]
pub struct BadScope;

impl FromStr for Scope {
    type Err = BadScope;

    fn from_str(text: &str) -> Result<Self, BadScope> {
        Self::ALL
            .into_iter()
            .find(|scope| scope.word() == text)
            .ok_or(BadScope)
    }
}

/// A set of scopes.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Scopes(u8);

impl Scopes {
    /// What a customer's first key has.
    pub const FIRST_KEY: Self = Self(1 | 2 | 4);
    /// What an agent key has.
    pub const AGENT_KEY: Self = Self(1);

    /// Whether the scope is among them.
    pub fn has(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }

    /// Whether all of these are among the others.
    pub fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// These without one.
    #[must_use]
    pub fn without(self, scope: Scope) -> Self {
        Self(self.0 & !scope.bit())
    }

    /// One by one, in the order they are listed.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.has(*scope))
    }

    /// The number that the store keeps.
    pub fn to_bits(self) -> u8 {
        self.0
    }

    /// From the number that the store keeps; unknown bits grant nothing.
    pub fn from_bits(bits: u8) -> Self {
        Self(bits & 15)
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().fold(0, |bits, scope| bits | scope.bit()))
    }
}

impl fmt::Debug for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl serde::Serialize for Scopes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Scope::word))
    }
}
