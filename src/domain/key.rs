//! API keys: what is kept of them.

use super::actor::Actor;
use super::id::{CustomerId, KeyId};
use super::scope::Scopes;
use super::secret::{Secret, SecretDigest};
use super::text::{AgentId, Name};
use super::time::Timestamp;

/// An API key without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Its identifier.
    pub id: KeyId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// A name for people.
    pub name: Name,
    /// The secret's first characters.
    pub prefix: String,
    /// The secret's SHA-256.
    pub digest: SecretDigest,
    /// What it may be used for.
    pub scopes: Scopes,
    /// The one agent it speaks for, when it is an agent key.
    pub agent_id: Option<AgentId>,
    /// The person who holds it, when it may approve.
    pub holder: Option<Name>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: Actor,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl ApiKey {
    /// A customer's first key: what a new customer needs, and no end.
    pub fn first(
        id: KeyId,
        customer_id: CustomerId,
        secret: &Secret,
        created_by: Actor,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            customer_id,
            name: Name::from_stored("first key"),
            prefix: secret.shown_prefix(),
            digest: secret.digest(),
            scopes: Scopes::FIRST_KEY,
            agent_id: None,
            holder: None,
            created_at: now,
            created_by,
            expires_at: None,
            revoked_at: None,
        }
    }

    /// Whether it opens anything at that time.
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }

    /// Whether it counts against the tier's `max_api_keys` at that time.
    pub fn counts(&self, now: Timestamp) -> bool {
        self.agent_id.is_none() && self.is_active(now)
    }
}
