//! Customers' sessions in the portal, and the links that open them.

use std::ops::Bound;
use std::sync::Arc;

use imbl::{HashMap, OrdMap};

use super::Live;
use crate::domain::id::{CustomerId, PortalLinkId, SessionId};
use crate::domain::portal::{PortalLink, PortalSession};
use crate::domain::secret::SecretDigest;
use crate::domain::time::Timestamp;

/// All of them, found by their secret, their owner, and the end of their time.
#[derive(Clone, Default)]
pub(super) struct Portal {
    sessions: HashMap<SecretDigest, Arc<PortalSession>>,
    sessions_by_customer: OrdMap<(CustomerId, SessionId), Arc<PortalSession>>,
    sessions_by_end: OrdMap<(Timestamp, SessionId), Arc<PortalSession>>,
    links: HashMap<SecretDigest, Arc<PortalLink>>,
    links_by_customer: OrdMap<(CustomerId, PortalLinkId), Arc<PortalLink>>,
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

    pub(super) fn open_link(&mut self, link: &Arc<PortalLink>) {
        self.links.insert(link.digest, Arc::clone(link));
        self.links_by_customer
            .insert((link.customer_id, link.id), Arc::clone(link));
    }

    pub(super) fn close_link(&mut self, link: &PortalLink) {
        self.links.remove(&link.digest);
        self.links_by_customer.remove(&(link.customer_id, link.id));
    }
}

/// Everything of one customer in a map that is sorted by customer.
fn of<K: Copy + Ord, V>(
    map: &OrdMap<(CustomerId, K), V>,
    customer: CustomerId,
    first: K,
) -> impl Iterator<Item = &V> {
    let from = (Bound::Included((customer, first)), Bound::Unbounded);
    map.range(from)
        .take_while(move |((owner, _), _)| *owner == customer)
        .map(|(_, value)| value)
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
        let first = SessionId::from_bytes([0; 16]);
        of(&self.portal.sessions_by_customer, customer, first)
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

    /// The link into a portal with that digest, over or not.
    pub fn portal_link(&self, digest: &SecretDigest) -> Option<&Arc<PortalLink>> {
        self.portal.links.get(digest)
    }

    /// The links into a customer's portal that were not used, oldest first, over or not.
    pub fn portal_links_of(&self, customer: CustomerId) -> impl Iterator<Item = &Arc<PortalLink>> {
        let first = PortalLinkId::from_bytes([0; 16]);
        of(&self.portal.links_by_customer, customer, first)
    }

    /// The links into all portals that were not used.
    pub fn portal_links(&self) -> impl Iterator<Item = &Arc<PortalLink>> {
        self.portal.links_by_customer.values()
    }
}
