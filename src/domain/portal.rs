//! A customer's portal: the sessions that people of a customer have there, and the links that
//! operators send them.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::actor::Actor;
use super::id::{BadId, CustomerId, KeyId, OperatorId, PortalLinkId, SessionId};
use super::link::OneTimeLink;
use super::mutation::Mutation;
use super::scope::Scopes;
use super::secret::SecretDigest;
use super::text::Name;
use super::time::Timestamp;

/// What a session in the portal was opened with, as records name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PortalOrigin {
    /// An API key.
    Key(KeyId),
    /// A link that an operator sent.
    Link(PortalLinkId),
}

impl fmt::Display for PortalOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(id) => id.fmt(f),
            Self::Link(id) => id.fmt(f),
        }
    }
}

impl FromStr for PortalOrigin {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        text.parse()
            .map(Self::Key)
            .or_else(|_| text.parse().map(Self::Link))
    }
}

/// What a session in the portal rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PortalBasis {
    /// An API key: the session has its scopes, and ends with it.
    Key(KeyId),
    /// A link: it was used up, and said what the session may do.
    Link {
        /// The link.
        id: PortalLinkId,
        /// What the session may be used for.
        scopes: Scopes,
        /// The person whom the link was sent to; there where the session may approve.
        holder: Option<Name>,
        /// Who sent it: the session ends when they could send no such link any more.
        sent_by: Actor,
    },
}

impl PortalBasis {
    /// As records name it.
    pub fn origin(&self) -> PortalOrigin {
        match self {
            Self::Key(id) => PortalOrigin::Key(*id),
            Self::Link { id, .. } => PortalOrigin::Link(*id),
        }
    }

    /// Whether it rests on a link that this operator sent.
    pub fn is_sent_by(&self, operator: OperatorId) -> bool {
        match self {
            Self::Key(_) => false,
            Self::Link { sent_by, .. } => sent_by.is_operator(operator),
        }
    }
}

/// A customer's signed-in browser, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalSession {
    /// Its identifier.
    pub id: SessionId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// What it rests on.
    pub basis: PortalBasis,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

/// A link into a customer's portal, without its secret; it opens one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalLink {
    /// Its identifier.
    pub id: PortalLinkId,
    /// Whose portal it leads into.
    pub customer_id: CustomerId,
    /// What the session may be used for.
    pub scopes: Scopes,
    /// The person whom it is sent to; there where the session may approve.
    pub holder: Option<Name>,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// The operator who made it.
    pub opened_by: Actor,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

impl OneTimeLink for PortalLink {
    fn id_bytes(&self) -> [u8; 16] {
        self.id.to_bytes()
    }

    fn customer_id(&self) -> CustomerId {
        self.customer_id
    }

    fn digest(&self) -> Option<SecretDigest> {
        Some(self.digest)
    }

    fn opened_by(&self) -> &Actor {
        &self.opened_by
    }

    fn user(&self) -> Actor {
        Actor::PortalLink(self.id)
    }

    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    fn closed(link: Arc<Self>) -> Mutation {
        Mutation::ClosePortalLink(link)
    }
}
