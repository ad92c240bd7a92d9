//! Customers' sessions in the portal.

use std::ops::Bound;
use std::sync::Arc;

use imbl::{HashMap, OrdMap};

use super::Live;
use crate::domain::id::{CustomerId, SessionId};
use crate::domain::portal::PortalSession;
use crate::domain::secret::SecretDigest;
use crate::domain::time::Timestamp;

/// All of them, found by their secret, their owner, and the end of their time.
#[derive(Clone, Default)]
pub(super) struct Portal {
    sessions: HashMap<SecretDigest, Arc<PortalSession>>,
    sessions_by_customer: OrdMap<(CustomerId, SessionId), Arc<PortalSession>>,
    sessions_by_end: OrdMap<(Timestamp, SessionId), Arc<PortalSession>>,
}

impl Portal {
    pub(super) fn open_session(&mut self, session: &Arc<PortalSession>) {
        let shared = || Arc::clone(session);
        self.sessions.insert(session.digest, shared());
        self.sessions_by_customer
            .insert((session.customer_id, session.id), shared());
        self.sessions_by_end
            .insert((session.expires_at, session.id), shared());
    }

    pub(super) fn close_session(&mut self, session: &PortalSession) {
        self.sessions.remove(&session.digest);
        self.sessions_by_customer
            .remove(&(session.customer_id, session.id));
        self.sessions_by_end
            .remove(&(session.expires_at, session.id));
    }
}

impl Live {
    /// The customer's session with that digest, over or not.
    pub fn portal_session(&self, digest: &SecretDigest) -> Option<&Arc<PortalSession>> {
        self.portal.sessions.get(digest)
    }

    /// A customer's sessions, oldest first, over or not.
    pub fn portal_sessions_of(
        &self,
        customer: CustomerId,
    ) -> impl Iterator<Item = &Arc<PortalSession>> {
        let first = (customer, SessionId::from_bytes([0; 16]));
        let from = (Bound::Included(first), Bound::Unbounded);
        let sessions = self.portal.sessions_by_customer.range(from);
        sessions
            .take_while(move |((owner, _), _)| *owner == customer)
            .map(|(_, session)| session)
    }

    /// All customers' sessions.
    pub fn portal_sessions(&self) -> impl Iterator<Item = &Arc<PortalSession>> {
        self.portal.sessions_by_customer.values()
    }

    /// The customers' sessions whose time is over, the longest over first.
    pub fn portal_sessions_over(
        &self,
        now: Timestamp,
    ) -> impl Iterator<Item = &Arc<PortalSession>> {
        let by_end = self.portal.sessions_by_end.values();
        by_end.take_while(move |session| session.expires_at <= now)
    }
}
