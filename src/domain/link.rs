//! What links have in common that an operator gives a customer and that work once.

use std::sync::Arc;

use super::actor::Actor;
use super::id::CustomerId;
use super::mutation::Mutation;
use super::secret::SecretDigest;
use super::time::Timestamp;

/// A link that works once, without its secret.
pub trait OneTimeLink: Sized {
    /// Its identifier, which sorts by the time at which it was made.
    fn id_bytes(&self) -> [u8; 16];
    /// Whom it is for.
    fn customer_id(&self) -> CustomerId;
    /// The secret's SHA-256, once there is one.
    fn digest(&self) -> Option<SecretDigest>;
    /// Who made it.
    fn opened_by(&self) -> &Actor;
    /// Whoever uses it.
    fn user(&self) -> Actor;
    /// When it ends, used or not.
    fn expires_at(&self) -> Timestamp;
    /// The mutation that ends it.
    fn closed(link: Arc<Self>) -> Mutation;

    /// Whether its time is not over.
    fn is_in_time(&self, now: Timestamp) -> bool {
        now < self.expires_at()
    }
}
