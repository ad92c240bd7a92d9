//! Signing in and out with a password.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::operators::{find, owners_link_ended, self_or_owner};
use super::{App, Error, Password};
use crate::domain::actor::Actor;
use crate::domain::id::{OperatorId, SessionId};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, Session};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::Username;
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta, Lane};
use crate::live::{Credential, Live, Principal};

/// When each session was last used. It is not written down: after a restart every session counts
/// as used at the start.
pub(super) struct Activity {
    started_at: Timestamp,
    last_seen: Mutex<HashMap<SessionId, Timestamp>>,
}

impl Activity {
    /// Sessions remembered before those that have been idle too long are forgotten.
    const CLEAN_AT: usize = 1024;

    pub(super) fn new(started_at: Timestamp) -> Self {
        Self {
            started_at,
            last_seen: Mutex::default(),
        }
    }

    /// Notes a use, if it is one, unless the session had been idle for too long.
    fn touch(&self, session: Opened, idle: Duration, now: Timestamp, is_use: bool) -> bool {
        let (id, created_at) = session;
        let mut seen = self
            .last_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let first = created_at.max(self.started_at);
        let last = seen.get(&id).copied().unwrap_or(first);
        if now.since(last) > idle {
            seen.remove(&id);
            return false;
        }
        if is_use {
            if seen.len() >= Self::CLEAN_AT {
                seen.retain(|_, last| now.since(*last) <= idle);
            }
            seen.insert(id, now);
        }
        true
    }
}

/// A session and when it was opened.
pub type Opened = (SessionId, Timestamp);

/// A session whose secret travels in a cookie now and is never shown.
#[derive(Debug)]
pub struct SignedIn {
    /// Who signed in.
    pub operator: Arc<Operator>,
    /// The cookie's value.
    pub secret: Secret,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
    /// How long that is from now.
    pub lasts: Duration,
}

impl App {
    /// Signs an operator in. Blocks while the password is verified. A wrong name and a wrong
    /// password are one answer and take one time; both are on record.
    pub fn sign_in(
        &self,
        caller: &Caller,
        address: Option<IpAddr>,
        username: &Username,
        password: &Password,
    ) -> Result<Promise<SignedIn>, Error> {
        self.pass_login(address, username)?;
        let operator = self.live().operator_by_name(username).cloned();
        let known = operator
            .as_ref()
            .and_then(|operator| operator.password.as_ref());
        let is_right = self.passwords.verify(password, known);
        let verified = operator.filter(|operator| is_right && !operator.is_disabled);
        let actor = verified.as_ref().map_or(Actor::Nobody, |operator| {
            Actor::Operator(operator.id, operator.username.clone())
        });
        let meta = ChangeMeta {
            action: "operator.login",
            actor,
            claim: verified.is_none().then(|| username.to_string()),
            customer_id: None,
            agent_id: None,
            object: verified.as_ref().map(|operator| operator.id.to_string()),
            charged_to: None,
            request_id: caller.request_id.clone(),
        };
        let before = caller.credential.clone();
        Ok(self.ledger.change(Lane::Normal, meta, move |live, moment| {
            // The account as it is now: disabled, or given another password meanwhile, is refused.
            let verified = verified.ok_or(Error::BadLogin)?;
            let operator = live
                .operator(verified.id)
                .filter(|now| !now.is_disabled && now.password == verified.password);
            let operator = Arc::clone(operator.ok_or(Error::BadLogin)?);
            let absolute = live.settings().session_absolute;
            let secret = Secret::fresh(SecretKind::Session, moment.environment);
            let session = Session {
                id: SessionId::fresh(moment.environment),
                operator_id: operator.id,
                digest: secret.digest(),
                created_at: moment.now,
                expires_at: moment.now.plus(absolute),
            };
            let expires_at = session.expires_at;
            let over = live
                .sessions()
                .filter(|session| session.expires_at <= moment.now);
            let mut mutations: Vec<Mutation> = over
                .map(|session| Mutation::CloseSession(Arc::clone(session)))
                .collect();
            mutations.extend(left_behind(live, &before));
            let details = json!({"expires_at": expires_at, "session": session.id});
            mutations.push(Mutation::OpenSession(Arc::new(session)));
            let signed_in = SignedIn {
                operator,
                secret,
                expires_at,
                lasts: absolute,
            };
            Ok(Accepted::done(signed_in, mutations, details))
        }))
    }

    /// Signs out of the session that the caller came with, if it came with one.
    pub fn sign_out(&self, caller: &Caller) -> Promise<()> {
        let draft = Draft {
            action: "operator.logout",
            ..Draft::default()
        };
        self.change(caller, draft, |_, _, principal| {
            let session = match principal {
                Principal::Operator {
                    session: Some(session),
                    ..
                } => Some(Arc::clone(session)),
                Principal::Operator { .. }
                | Principal::Key { .. }
                | Principal::Portal { .. }
                | Principal::Local
                | Principal::Nobody => None,
            };
            let closed = session.map(Mutation::CloseSession).into_iter().collect();
            Ok(Accepted::done((), closed, serde_json::Value::Null))
        })
    }

    /// Notes that a session was used, unless the call only looks whether it is there; false when it
    /// had been idle for too long.
    pub fn touch_session(&self, session: Opened, now: Timestamp, is_use: bool) -> bool {
        let idle = self.live().settings().session_idle;
        self.sessions.touch(session, idle, now, is_use)
    }
}

impl App {
    /// When a session was last used; none when it was not since the start.
    pub fn session_last_used(&self, session: SessionId) -> Option<Timestamp> {
        let seen = self.sessions.last_seen.lock();
        let seen = seen.unwrap_or_else(PoisonError::into_inner);
        seen.get(&session).copied()
    }

    /// Closes one session of an operator: one's own, or by an owner. A setup link that is open ends
    /// with an owner's.
    pub fn close_session(
        &self,
        caller: &Caller,
        operator: OperatorId,
        session: SessionId,
    ) -> Promise<()> {
        let draft = Draft {
            action: "operator_session.close",
            object: Some(session.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, _, principal| {
            self_or_owner(principal, operator)?;
            let known = find(live, operator)?;
            let mut own = live.sessions().filter(|one| one.operator_id == operator);
            let found = own.find(|one| one.id == session);
            let found = Arc::clone(found.ok_or(Error::NotFound("session"))?);
            let mut mutations = vec![Mutation::CloseSession(found)];
            mutations.extend(owners_link_ended(live, known));
            let details = json!({"username": known.username});
            Ok(Accepted::done((), mutations, details))
        })
    }
}

/// Closes the session that a browser brings along when it signs in: it has one cookie, and what it
/// held before would go on unseen.
pub(super) fn left_behind(live: &Live, credential: &Credential) -> Option<Mutation> {
    match credential {
        Credential::Session(digest) => {
            let session = live.session(digest)?;
            Some(Mutation::CloseSession(Arc::clone(session)))
        }
        Credential::PortalSession(digest) => {
            let session = live.portal_session(digest)?;
            Some(Mutation::ClosePortalSession(Arc::clone(session)))
        }
        Credential::Nobody
        | Credential::Key(_)
        | Credential::Token(_)
        | Credential::CertifiedKey(_)
        | Credential::CertifiedOperator(_)
        | Credential::Local
        | Credential::Unreadable => None,
    }
}
