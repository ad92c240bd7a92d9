//! What links to keys and links into portals have in common: so many wait, each works once and for a
//! while, and they end with whoever made them.

use std::sync::Arc;

use super::Error;
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, OperatorId};
use crate::domain::link::OneTimeLink;
use crate::domain::mutation::Mutation;
use crate::domain::secret::Secret;
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta};
use crate::live::{Links, Live};

/// Links of one kind and one customer that may be in force at once.
const LINKS_PER_CUSTOMER: u32 = 100;

/// Those links of a customer that can still be used, oldest first.
pub fn in_force<L: OneTimeLink>(
    links: &Links<L>,
    customer: CustomerId,
    now: Timestamp,
) -> impl Iterator<Item = &Arc<L>> {
    links.of(customer).filter(move |link| link.is_in_time(now))
}

/// The link that a secret opens now.
pub(super) fn opened_by<'a, L: OneTimeLink>(
    links: &'a Links<L>,
    secret: Option<&Secret>,
    now: Timestamp,
) -> Option<&'a Arc<L>> {
    let link = links.find(&secret?.digest());
    link.filter(|link| link.is_in_time(now))
}

/// What the record of a use says, come of it what may. Who tries a link that is over is nobody, but whose
/// link it was is known.
pub(super) fn use_of<L: OneTimeLink>(
    links: &Links<L>,
    secret: Option<&Secret>,
    now: Timestamp,
    action: &'static str,
    request_id: &str,
) -> ChangeMeta {
    let known = secret.and_then(|secret| links.find(&secret.digest()));
    let in_time = known.filter(|link| link.is_in_time(now));
    ChangeMeta {
        action,
        actor: in_time.map_or(Actor::Nobody, |link| link.user()),
        claim: None,
        customer_id: known.map(|link| link.customer_id()),
        agent_id: None,
        object: known.and_then(|link| link.user().described().id),
        charged_to: None,
        request_id: request_id.to_owned(),
    }
}

/// Makes room for one more link of a customer, if there may be one: those whose time is over are
/// cleared away.
pub(super) fn room<L: OneTimeLink>(
    links: &Links<L>,
    customer: CustomerId,
    limit: &'static str,
    now: Timestamp,
) -> Result<Vec<Mutation>, Error> {
    if in_force(links, customer, now).count() >= LINKS_PER_CUSTOMER as usize {
        return Err(Error::LimitReached {
            limit,
            value: LINKS_PER_CUSTOMER,
            more: None,
        });
    }
    let over = links.of(customer).filter(|link| !link.is_in_time(now));
    Ok(over.map(|link| L::closed(Arc::clone(link))).collect())
}

/// The link of a customer that is to be withdrawn, while it can be used.
pub(super) fn withdrawn<L: OneTimeLink>(
    links: &Links<L>,
    customer: CustomerId,
    id: [u8; 16],
    now: Timestamp,
) -> Result<Arc<L>, Error> {
    let found = in_force(links, customer, now).find(|link| link.id_bytes() == id);
    found.cloned().ok_or(Error::NotFound("open link"))
}

/// The change that takes the right to send links from an operator, who may have sent one to themselves:
/// those that nobody used end, of either kind, and the sessions that were opened with one. Keys stay:
/// they are listed, and the customer's.
pub(super) fn without_links<T>(
    live: &Live,
    operator: OperatorId,
    mut accepted: Accepted<T>,
) -> Accepted<T> {
    let mut links = made_by(live.portal_links(), operator);
    links.extend(made_by(live.key_links(), operator));
    let sessions = live.portal_sessions();
    let theirs = sessions.filter(|session| session.basis.is_sent_by(operator));
    let sessions: Vec<Mutation> = theirs
        .map(|session| Mutation::ClosePortalSession(Arc::clone(session)))
        .collect();
    let (links_ended, sessions_closed) = (links.len(), sessions.len());
    accepted.mutations.extend(links);
    accepted.mutations.extend(sessions);
    accepted
        .telling("links_ended", links_ended)
        .telling("portal_sessions_closed", sessions_closed)
}

fn made_by<L: OneTimeLink>(links: &Links<L>, operator: OperatorId) -> Vec<Mutation> {
    let theirs = links
        .all()
        .filter(|link| link.opened_by().is_operator(operator));
    theirs.map(|link| L::closed(Arc::clone(link))).collect()
}
