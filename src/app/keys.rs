//! API keys: issue, revoke.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::portal::sessions_of_key;
use super::{App, Error, FieldError, error};
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::key::ApiKey;
use crate::domain::mutation::Mutation;
use crate::domain::scope::{Scope, Scopes};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{AgentId, Name};
use crate::domain::time::Timestamp;
use crate::ledger::Accepted;
use crate::live::{CustomerState, Live, Principal};

/// Active keys that one agent may have: one in use, one to rotate to.
const KEYS_PER_AGENT: u32 = 2;

/// A key whose secret is shown now and never again.
#[derive(Debug)]
pub struct IssuedKey {
    /// Its identifier.
    pub id: KeyId,
    /// The secret.
    pub secret: Secret,
}

/// A key as it was asked for.
#[derive(Debug, Clone, Default)]
pub struct NewKey {
    /// A name for people.
    pub name: Option<Name>,
    /// What it may be used for; the asking key's otherwise.
    pub scopes: Option<Scopes>,
    /// The one agent it speaks for.
    pub agent_id: Option<AgentId>,
    /// The person who holds it.
    pub holder: Option<Name>,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
}

impl App {
    /// Issues a key. A key mints only what it has itself; `approve` comes from an operator alone,
    /// for a named person.
    pub fn issue_key(&self, caller: &Caller, id: CustomerId, wanted: NewKey) -> Promise<IssuedKey> {
        let draft = Draft {
            action: "api_key.create",
            customer_id: Some(id),
            agent_id: wanted.agent_id.clone(),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let state = find(live, id)?;
            let scopes = scopes_for(principal, &wanted)?;
            check_room(live, state, &wanted, moment.now)?;
            let expires_at = end_for(principal, wanted.expires_at)?;
            error::must_be_ahead(wanted.expires_at, moment.now)?;
            let secret = Secret::fresh(SecretKind::ApiKey, moment.environment);
            let key = ApiKey {
                id: KeyId::fresh(moment.environment),
                customer_id: id,
                name: wanted
                    .name
                    .unwrap_or_else(|| Name::from_stored("unnamed key")),
                prefix: secret.shown_prefix(),
                digest: secret.digest(),
                scopes,
                agent_id: wanted.agent_id,
                holder: wanted.holder,
                created_at: moment.now,
                created_by: principal.actor(),
                expires_at,
                revoked_at: None,
            };
            let details = json!({
                "agent_id": key.agent_id, "expires_at": key.expires_at, "holder": key.holder,
                "name": key.name, "prefix": key.prefix, "scopes": key.scopes,
            });
            let issued = IssuedKey { id: key.id, secret };
            let object = key.id;
            Ok(
                Accepted::done(issued, vec![Mutation::SaveKey(Arc::new(key))], details)
                    .about(&object),
            )
        })
    }

    /// Revokes a key, for good, and closes the sessions that rest on it; in force when answered. Revoking it again changes nothing.
    pub fn revoke_key(&self, caller: &Caller, id: CustomerId, key: KeyId) -> Promise<()> {
        let draft = Draft {
            action: "api_key.revoke",
            customer_id: Some(id),
            object: Some(key.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, _| {
            let state = find(live, id)?;
            let known = &state.key(key).ok_or(Error::NotFound("API key"))?.key;
            let details = json!({"name": known.name, "prefix": known.prefix});
            let mut mutations = sessions_of_key(live, known);
            mutations.extend(revoked(known, moment.now));
            Ok(Accepted::done((), mutations, details))
        })
    }
}

/// The mutation that revokes a key, unless it is revoked already.
pub(super) fn revoked(key: &Arc<ApiKey>, now: Timestamp) -> Option<Mutation> {
    key.revoked_at.is_none().then(|| {
        Mutation::SaveKey(Arc::new(ApiKey {
            revoked_at: Some(now),
            ..ApiKey::clone(key)
        }))
    })
}

/// What the key gets, out of what was asked for and what the asker has itself.
fn scopes_for(principal: &Principal, wanted: &NewKey) -> Result<Scopes, Error> {
    let own = principal.scopes();
    let default = match (&wanted.agent_id, own) {
        (Some(_), _) => Scopes::AGENT_KEY,
        (None, Some(own)) => own.without(Scope::Approve),
        (None, None) => Scopes::FIRST_KEY,
    };
    let scopes = wanted.scopes.unwrap_or(default);
    if wanted.agent_id.is_some() && scopes != Scopes::AGENT_KEY {
        let why = "an agent key has the scope `check` and no other";
        return Err(Error::Invalid(vec![FieldError::new("scopes", why)]));
    }
    if scopes.has(Scope::Approve) {
        if own.is_some() {
            let why = "the scope `approve` is given by an operator, to a named person";
            return Err(Error::ScopesBeyond(why.to_owned()));
        }
        if wanted.holder.is_none() {
            let why = "must name the person who may approve";
            return Err(Error::Invalid(vec![FieldError::new("holder", why)]));
        }
    }
    match own {
        Some(own) if !scopes.within(own) => Err(Error::ScopesBeyond(
            "a key gives only scopes that it has itself".to_owned(),
        )),
        Some(_) | None => Ok(scopes),
    }
}

/// When the key ends: no later than the key that mints it, itself or through a session.
fn end_for(principal: &Principal, wanted: Option<Timestamp>) -> Result<Option<Timestamp>, Error> {
    let own = principal.key().and_then(|key| key.key.expires_at);
    match (own, wanted) {
        (Some(own), Some(wanted)) if wanted > own => {
            let why = format!("must not be later than {own}, when the asking key ends");
            Err(Error::Invalid(vec![FieldError::new("expires_at", why)]))
        }
        (own, wanted) => Ok(wanted.or(own)),
    }
}

/// Whether the customer may have one more key.
pub(super) fn check_room(
    live: &Live,
    state: &CustomerState,
    wanted: &NewKey,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(agent) = &wanted.agent_id {
        if state.agent(agent).is_none() {
            return Err(Error::NotFound("agent"));
        }
        if state.active_agent_keys(agent, now) >= KEYS_PER_AGENT as usize {
            let limit = "keys_per_agent";
            return Err(Error::LimitReached {
                limit,
                value: KEYS_PER_AGENT,
                more: None,
            });
        }
        return Ok(());
    }
    let allowed = live.limits_of(state.customer()).max_api_keys;
    if state.counted_keys(now) >= allowed as usize {
        let more = live
            .tiers()
            .with_more(allowed, |limits| limits.max_api_keys);
        let more = more.map(|tier| tier.name.to_string());
        return Err(Error::LimitReached {
            limit: "max_api_keys",
            value: allowed,
            more,
        });
    }
    Ok(())
}
