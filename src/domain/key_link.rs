//! A link that an operator gives a customer, and that shows a key once.

use std::sync::Arc;

use super::actor::Actor;
use super::id::{CustomerId, KeyLinkId};
use super::link::OneTimeLink;
use super::mutation::Mutation;
use super::scope::Scopes;
use super::secret::SecretDigest;
use super::text::Name;
use super::time::Timestamp;

/// A link to a key that is made when it is used, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLink {
    /// Its identifier.
    pub id: KeyLinkId,
    /// Whose key it makes.
    pub customer_id: CustomerId,
    /// The name of the key.
    pub name: Name,
    /// What the key may do.
    pub scopes: Scopes,
    /// The secret's SHA-256; none before the link has been sent: its secret is made then, and anew
    /// with each attempt.
    pub digest: Option<SecretDigest>,
    /// Who made it.
    pub opened_by: Actor,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

impl OneTimeLink for KeyLink {
    fn id_bytes(&self) -> [u8; 16] {
        self.id.to_bytes()
    }

    fn customer_id(&self) -> CustomerId {
        self.customer_id
    }

    fn digest(&self) -> Option<SecretDigest> {
        self.digest
    }

    fn opened_by(&self) -> &Actor {
        &self.opened_by
    }

    fn user(&self) -> Actor {
        Actor::KeyLink(self.id)
    }

    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    fn closed(link: Arc<Self>) -> Mutation {
        Mutation::CloseKeyLink(link)
    }
}
