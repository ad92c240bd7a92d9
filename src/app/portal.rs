//! A customer's portal: people of a customer sign in with a key, or with a link that an operator
//! sent, and out again.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::sessions::left_behind;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, SessionId};
use crate::domain::key::ApiKey;
use crate::domain::mutation::Mutation;
use crate::domain::operator::Roles;
use crate::domain::portal::{PortalBasis, PortalOrigin, PortalSession};
use crate::domain::scope::Scope;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::time::{Timestamp, earlier};
use crate::ledger::{Accepted, ChangeMeta, Lane, Moment};
use crate::live::{Credential, CustomerState, KeyState, Live, Need, NotAdmitted, Principal};

/// How long a session in the portal lasts at most, whatever operators' sessions do.
const LASTS_AT_MOST: Duration = Duration::from_hours(12);
/// Sessions that rest on one key; the oldest makes room for another.
const SESSIONS_PER_KEY: usize = 20;
/// Sessions whose time is over that one sign-in clears away; there are hardly ever more.
const CLEARED_AT_ONCE: usize = 1000;

/// What a key must be good for to open the portal. One that only asks for decisions belongs to an
/// agent, which has no business there.
const DOOR: Need = Need {
    anyone: false,
    scopes: &[Scope::Read, Scope::Manage, Scope::Approve],
    roles: Roles::NONE,
};

/// A session whose secret travels in a cookie now and is never shown.
pub struct PortalSignedIn {
    /// Who signed in, with the session.
    pub principal: Principal,
    /// The cookie's value.
    pub secret: Secret,
    /// How long it lasts from now, used or not.
    pub lasts: Duration,
}

impl App {
    /// Exchanges an API key for a session that rests on it. What has not the form of a key is
    /// refused like a key that is unknown; both outcomes are on record.
    pub fn sign_in_with_key(
        &self,
        caller: &Caller,
        address: Option<IpAddr>,
        secret: Option<&Secret>,
    ) -> Result<Promise<PortalSignedIn>, Error> {
        self.pass_door(address)?;
        let digest = secret.map(Secret::digest);
        let credential = digest.map_or(Credential::Unreadable, Credential::Key);
        let (live, now) = (self.live(), self.now());
        let known = digest.and_then(|digest| live.key(&digest).cloned());
        let is_good = live.admit(&credential, &DOOR, now).is_ok();
        let actor = match &known {
            Some(key) if is_good => {
                self.note_key_use(key, now);
                Actor::Key(key.key.id)
            }
            Some(_) | None => Actor::Nobody,
        };
        let meta = ChangeMeta {
            action: "portal.login",
            actor,
            claim: None,
            customer_id: known.as_ref().map(|key| key.key.customer_id),
            agent_id: None,
            object: known.as_ref().map(|key| key.key.id.to_string()),
            charged_to: None,
            request_id: caller.request_id.clone(),
        };
        let before = caller.credential.clone();
        Ok(self.ledger.change(Lane::Normal, meta, move |live, moment| {
            // The key and its customer as they are now.
            let principal = live.admit(&credential, &DOOR, moment.now)?;
            let Principal::Key { customer, key } = principal else {
                return Err(NotAdmitted::Invalid.into());
            };
            let basis = PortalBasis::Key(key.key.id);
            let mut accepted = opened(live, moment, &customer, basis, Some(key));
            accepted.mutations.extend(left_behind(live, &before));
            Ok(accepted)
        }))
    }

    /// Ends the session in the portal that the caller came with, if it came with one.
    pub fn leave_portal(&self, caller: &Caller) -> Promise<()> {
        let draft = Draft {
            action: "portal.logout",
            customer_id: caller.principal.own_customer(),
            ..Draft::default()
        };
        self.change(caller, draft, |_, _, principal| {
            let closed = match principal {
                Principal::Portal { session, .. } => {
                    vec![Mutation::ClosePortalSession(Arc::clone(session))]
                }
                Principal::Key { .. }
                | Principal::Operator { .. }
                | Principal::Local
                | Principal::Nobody => Vec::new(),
            };
            Ok(Accepted::done((), closed, serde_json::Value::Null))
        })
    }
}

impl App {
    /// Closes one session in a customer's portal.
    pub fn close_portal_session(
        &self,
        caller: &Caller,
        id: CustomerId,
        session: SessionId,
    ) -> Promise<()> {
        let draft = Draft {
            action: "portal_session.close",
            customer_id: Some(id),
            object: Some(session.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, _, _| {
            find(live, id)?;
            let found = live.portal_sessions_of(id).find(|one| one.id == session);
            let found = Arc::clone(found.ok_or(Error::NotFound("session"))?);
            let details = json!({"via": found.basis.origin().to_string()});
            let mutations = vec![Mutation::ClosePortalSession(found)];
            Ok(Accepted::done((), mutations, details))
        })
    }
}

/// The change that opens a session; what is over, and one too many of the same key, is closed.
pub(super) fn opened(
    live: &Live,
    moment: &Moment<'_>,
    customer: &Arc<CustomerState>,
    basis: PortalBasis,
    key: Option<Arc<KeyState>>,
) -> Accepted<PortalSignedIn> {
    let customer_id = customer.customer().id;
    let at_most = live.settings().session_absolute.min(LASTS_AT_MOST);
    let latest = moment.now.plus(at_most);
    let key_ends = key.as_ref().and_then(|key| key.key.expires_at);
    let expires_at = earlier(Some(latest), key_ends).unwrap_or(latest);
    let secret = Secret::fresh(SecretKind::PortalSession, moment.environment);
    let session = Arc::new(PortalSession {
        id: SessionId::fresh(moment.environment),
        customer_id,
        basis,
        digest: secret.digest(),
        created_at: moment.now,
        expires_at,
    });
    let over = live
        .portal_sessions_over(moment.now)
        .take(CLEARED_AT_ONCE)
        .cloned();
    let mut closed: Vec<Arc<PortalSession>> = over.collect();
    if let Some(key) = &key {
        let own: Vec<_> = sessions_on(live, &key.key).collect();
        let surplus = (own.len() + 1).saturating_sub(SESSIONS_PER_KEY);
        closed.extend(own.into_iter().take(surplus));
    }
    let mut mutations: Vec<Mutation> = closed
        .into_iter()
        .map(Mutation::ClosePortalSession)
        .collect();
    mutations.push(Mutation::OpenPortalSession(Arc::clone(&session)));
    let details = json!({
        "expires_at": expires_at, "session": session.id,
        "via": session.basis.origin().to_string(),
    });
    let signed_in = PortalSignedIn {
        principal: Principal::Portal {
            customer: Arc::clone(customer),
            session,
            key,
        },
        secret,
        lasts: expires_at.since(moment.now),
    };
    Accepted::done(signed_in, mutations, details).of(customer_id)
}

/// The sessions that rest on a key, oldest first.
fn sessions_on(live: &Live, key: &ApiKey) -> impl Iterator<Item = Arc<PortalSession>> {
    let origin = PortalOrigin::Key(key.id);
    live.portal_sessions_of(key.customer_id)
        .filter(move |session| session.basis.origin() == origin)
        .cloned()
}

/// The mutations that close the sessions that rest on a key.
pub(super) fn sessions_of_key(live: &Live, key: &ApiKey) -> Vec<Mutation> {
    sessions_on(live, key)
        .map(Mutation::ClosePortalSession)
        .collect()
}

/// The mutations that leave nobody of a customer in its portal, nor a way in.
pub(super) fn portal_closed(live: &Live, customer: CustomerId) -> Vec<Mutation> {
    let sessions = live.portal_sessions_of(customer).cloned();
    let links = live.portal_links().of(customer).cloned();
    sessions
        .map(Mutation::ClosePortalSession)
        .chain(links.map(Mutation::ClosePortalLink))
        .collect()
}

/// Whether a session is one that somebody can still use, but for having been idle too long.
pub fn is_open(live: &Live, session: &PortalSession, now: Timestamp) -> bool {
    let credential = Credential::PortalSession(session.digest);
    let anybody = Need {
        anyone: true,
        scopes: &[],
        roles: Roles::NONE,
    };
    live.admit(&credential, &anybody, now).is_ok()
}
