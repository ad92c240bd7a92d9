//! Links that work once, found by their secret and by their customer.

use std::ops::Bound;
use std::sync::Arc;

use imbl::{HashMap, OrdMap};

use super::{Live, Topic};
use crate::domain::id::CustomerId;
use crate::domain::key_link::KeyLink;
use crate::domain::link::OneTimeLink;
use crate::domain::portal::PortalLink;
use crate::domain::secret::SecretDigest;

/// The links of one kind that were not used, over or not.
pub struct Links<L> {
    by_digest: HashMap<SecretDigest, Arc<L>>,
    by_customer: OrdMap<(CustomerId, [u8; 16]), Arc<L>>,
}

impl<L> Clone for Links<L> {
    fn clone(&self) -> Self {
        Self {
            by_digest: self.by_digest.clone(),
            by_customer: self.by_customer.clone(),
        }
    }
}

impl<L> Default for Links<L> {
    fn default() -> Self {
        Self {
            by_digest: HashMap::new(),
            by_customer: OrdMap::new(),
        }
    }
}

impl<L: OneTimeLink> Links<L> {
    /// New, or with another secret.
    fn save(&mut self, link: &Arc<L>) {
        self.close(link);
        if let Some(digest) = link.digest() {
            self.by_digest.insert(digest, Arc::clone(link));
        }
        self.by_customer.insert(place(&**link), Arc::clone(link));
    }

    fn close(&mut self, link: &L) {
        let known = self.by_customer.remove(&place(link));
        if let Some(digest) = known.and_then(|known| known.digest()) {
            self.by_digest.remove(&digest);
        }
    }

    /// The link whose secret has that digest.
    pub fn find(&self, digest: &SecretDigest) -> Option<&Arc<L>> {
        self.by_digest.get(digest)
    }

    /// A customer's, oldest first.
    pub fn of(&self, customer: CustomerId) -> impl Iterator<Item = &Arc<L>> {
        let from = (Bound::Included((customer, [0; 16])), Bound::Unbounded);
        self.by_customer
            .range(from)
            .take_while(move |((owner, _), _)| *owner == customer)
            .map(|(_, link)| link)
    }

    /// All customers'.
    pub fn all(&self) -> impl Iterator<Item = &Arc<L>> {
        self.by_customer.values()
    }
}

fn place<L: OneTimeLink>(link: &L) -> (CustomerId, [u8; 16]) {
    (link.customer_id(), link.id_bytes())
}

impl Live {
    /// The links to keys.
    pub fn key_links(&self) -> &Links<KeyLink> {
        &self.key_links
    }

    /// The links into portals.
    pub fn portal_links(&self) -> &Links<PortalLink> {
        &self.portal_links
    }

    pub(super) fn save_key_link(&mut self, link: &Arc<KeyLink>) {
        self.key_links.save(link);
        self.change(link.customer_id, &[Topic::Keys], |_| {});
    }

    pub(super) fn close_key_link(&mut self, link: &KeyLink) {
        self.key_links.close(link);
        self.change(link.customer_id, &[Topic::Keys], |_| {});
    }

    pub(super) fn save_portal_link(&mut self, link: &Arc<PortalLink>) {
        self.portal_links.save(link);
        self.change(link.customer_id, &[Topic::Keys], |_| {});
    }

    pub(super) fn close_portal_link(&mut self, link: &PortalLink) {
        self.portal_links.close(link);
        self.change(link.customer_id, &[Topic::Keys], |_| {});
    }
}
