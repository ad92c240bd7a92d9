//! Operators: the people who run the appliance, their tokens and sessions.

use std::str::FromStr;

use super::actor::Actor;
use super::id::{OperatorId, SessionId, SetupLinkId, TokenId};
use super::secret::SecretDigest;
use super::text::{Name, Username};
use super::time::Timestamp;

/// What an operator may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Everything, operators included.
    Owner,
    /// Customers, keys, tiers, agents, permissions, kill switches.
    Admin,
    /// Answer approvals, read.
    Approver,
    /// Read only.
    Auditor,
}

impl Role {
    /// All of them, highest first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Admin, Self::Approver, Self::Auditor];

    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Approver => "approver",
            Self::Auditor => "auditor",
        }
    }
}

/// The text names no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be one of `owner`, `admin`, `approver`, `auditor`")]
pub struct BadRole;

impl FromStr for Role {
    type Err = BadRole;

    fn from_str(text: &str) -> Result<Self, BadRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.word() == text)
            .ok_or(BadRole)
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// None: no operator, whatever its role.
    pub const NONE: Self = Self(0);
    /// `owner`.
    pub const OWNER: Self = Self(1);
    /// `owner` and `admin`.
    pub const ADMIN: Self = Self(1 | 2);
    /// `owner`, `admin` and `approver`.
    pub const APPROVER: Self = Self(1 | 2 | 4);
    /// Every role.
    pub const ANY: Self = Self(1 | 2 | 4 | 8);

    /// Whether the role is among them.
    pub fn has(self, role: Role) -> bool {
        let bit = match role {
            Role::Owner => 1,
            Role::Admin => 2,
            Role::Approver => 4,
            Role::Auditor => 8,
        };
        self.0 & bit != 0
    }

    /// One by one, highest first.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

/// An Argon2id hash in PHC form; its `Debug` tells nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Wraps a PHC string.
    pub fn from_phc(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string, for the store and the verifier.
    pub fn as_phc(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(hidden)")
    }
}

/// An operator, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Its identifier.
    pub id: OperatorId,
    /// The name to sign in with; unique.
    pub username: Username,
    /// What it may do.
    pub role: Role,
    /// The password's hash; `None` when it can use tokens only.
    pub password: Option<PasswordHash>,
    /// Whether nothing of it works.
    pub is_disabled: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// An operator's token without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorToken {
    /// Its identifier.
    pub id: TokenId,
    /// Whose it is.
    pub operator_id: OperatorId,
    /// A name for people.
    pub name: Name,
    /// The secret's first characters.
    pub prefix: String,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl OperatorToken {
    /// Whether it opens anything at that time.
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

/// A signed-in browser, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    /// Whose it is.
    pub operator_id: OperatorId,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

/// What a setup link does when it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetupPurpose {
    /// It makes one operator.
    Make {
        /// The name; without one, whoever uses the link chooses it.
        username: Option<Username>,
        /// What the operator may do.
        role: Role,
    },
    /// It gives an operator that is locked out a new password.
    Recover(OperatorId),
}

/// The setup link in force, without its secret; there is at most one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupLink {
    /// Its identifier.
    pub id: SetupLinkId,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// What it does.
    pub purpose: SetupPurpose,
    /// Who made it.
    pub opened_by: Actor,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}
