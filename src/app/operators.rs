//! Operators and their tokens.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::links::without_links;
use super::versions::Expected;
use super::{App, Error, FieldError, Password, error};
use crate::domain::id::{OperatorId, TokenId};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, OperatorToken, PasswordHash, Role, Roles};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{Name, Username};
use crate::domain::time::Timestamp;
use crate::ledger::Accepted;
use crate::live::{Credential, Live, Principal};

/// Active tokens that one operator may have.
const TOKENS_PER_OPERATOR: u32 = 100;

/// A token whose secret is shown now and never again.
#[derive(Debug)]
pub struct IssuedToken {
    /// Its identifier.
    pub id: TokenId,
    /// The secret.
    pub secret: Secret,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
}

/// An operator as it was asked for.
#[derive(Debug)]
pub struct NewOperator {
    /// The name to sign in with.
    pub username: Username,
    /// What it may do.
    pub role: Role,
    /// The password; without one it can use tokens only.
    pub password: Option<Password>,
    /// Whether a token is issued with it.
    pub with_token: bool,
}

/// A new operator, and its token if one was wanted.
#[derive(Debug)]
pub struct MadeOperator {
    /// The operator.
    pub operator: Arc<Operator>,
    /// Its token.
    pub token: Option<IssuedToken>,
}

/// What changes about an operator; what is `None` stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct OperatorPatch {
    /// Another role.
    pub role: Option<Role>,
    /// Disabled, or enabled again.
    pub is_disabled: Option<bool>,
}

impl App {
    /// Makes an operator. Blocks while the password is hashed.
    pub fn create_operator(
        &self,
        caller: &Caller,
        new: NewOperator,
    ) -> Result<Promise<MadeOperator>, Error> {
        let password = self.hashed(new.password.as_ref())?;
        let credential = caller.credential.clone();
        let draft = Draft {
            action: "operator.create",
            object: Some(new.username.to_string()),
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |live, moment, _| {
            if live.operator_by_name(&new.username).is_some() {
                let why = format!("there is an operator `{}` already", new.username);
                return Err(Error::Conflict(why));
            }
            let operator = Arc::new(Operator {
                id: OperatorId::fresh(moment.environment),
                username: new.username,
                role: new.role,
                password,
                is_disabled: false,
                created_at: moment.now,
                updated_at: moment.now,
            });
            let mut mutations = vec![Mutation::SaveOperator(Arc::clone(&operator))];
            let token = new.with_token.then(|| {
                let name = Name::from_stored("first token");
                let end = end_of(live, &credential);
                let (issued, mutation) = issued(operator.id, name, end, moment);
                mutations.push(mutation);
                issued
            });
            let details = json!({
                "role": operator.role.word(), "token": token.as_ref().map(|token| token.id),
                "username": operator.username,
            });
            let object = operator.id;
            Ok(Accepted::done(MadeOperator { operator, token }, mutations, details).about(&object))
        }))
    }

    /// Changes an operator's role, or disables it: its sessions are closed, its tokens revoked for
    /// good. Either ends a setup link that is open, and, where it may send customers no links any more,
    /// those that it sent and the sessions that rest on one. The last owner that works stays one.
    pub fn update_operator(
        &self,
        caller: &Caller,
        id: OperatorId,
        patch: OperatorPatch,
        expected: Expected,
    ) -> Promise<Arc<Operator>> {
        self.change(
            caller,
            draft("operator.update", id),
            move |live, moment, _| {
                let known = find(live, id)?;
                expected.check(known.as_ref())?;
                let operator = Operator {
                    role: patch.role.unwrap_or(known.role),
                    is_disabled: patch.is_disabled.unwrap_or(known.is_disabled),
                    updated_at: moment.now,
                    ..Operator::clone(known)
                };
                let was_owner = known.role == Role::Owner && !known.is_disabled;
                let is_owner = operator.role == Role::Owner && !operator.is_disabled;
                if was_owner && !is_owner && working_owners(live, moment.now) <= 1 {
                    return Err(Error::Conflict("the last owner cannot be lost".to_owned()));
                }
                let details =
                    json!({"is_disabled": operator.is_disabled, "role": operator.role.word()});
                let mut mutations = if operator.is_disabled {
                    everything_ended(live, id, moment.now)
                } else if operator.role == known.role {
                    Vec::new()
                } else {
                    link_ended(live)
                };
                let sends_no_links = operator.is_disabled || !Roles::ADMIN.has(operator.role);
                let operator = Arc::new(operator);
                mutations.push(Mutation::SaveOperator(Arc::clone(&operator)));
                let accepted = Accepted::done(operator, mutations, details);
                Ok(if sends_no_links {
                    without_links(live, id, accepted)
                } else {
                    accepted
                })
            },
        )
    }

    /// Sets a password, closes the operator's sessions, and ends a setup link that is open. Whoever
    /// sets another's must be an owner; whoever sets their own gives the one they have. Blocks while passwords are hashed.
    pub fn set_password(
        &self,
        caller: &Caller,
        id: OperatorId,
        current: Option<&Password>,
        new: &Password,
    ) -> Result<Promise<()>, Error> {
        self_or_owner(&caller.principal, id)?;
        if own_id(&caller.principal) == Some(id) {
            let known = self.live().operator(id).cloned();
            let password = known.as_ref().and_then(|known| known.password.as_ref());
            let proven = match (&known, password, current) {
                (Some(operator), Some(password), Some(current)) => {
                    // Guessing here is guessing at the door: throttled and on record.
                    self.pass_login(None, &operator.username)?;
                    self.passwords.verify(current, Some(password))
                }
                (_, Some(_), None) => false,
                (_, None, _) | (None, _, _) => true,
            };
            if password.is_none() && end_of(&self.live(), &caller.credential).is_some() {
                let why = "cannot be a first one that a token with an end sets: an owner sets it";
                let error = Error::Invalid(vec![FieldError::new("password", why)]);
                return Ok(self.refuse(caller, draft("operator.password", id), error));
            }
            if !proven {
                let why = "must be the password that is in force";
                let error = Error::Invalid(vec![FieldError::new("current_password", why)]);
                return Ok(self.refuse(caller, draft("operator.password", id), error));
            }
        }
        let password = self.hashed(Some(new))?;
        Ok(self.change(
            caller,
            draft("operator.password", id),
            move |live, moment, principal| {
                self_or_owner(principal, id)?;
                let known = find(live, id)?;
                let operator = Operator {
                    password,
                    updated_at: moment.now,
                    ..Operator::clone(known)
                };
                let mut mutations = closed_sessions(live, id);
                mutations.extend(owners_link_ended(live, known));
                mutations.push(Mutation::SaveOperator(Arc::new(operator)));
                Ok(Accepted::done((), mutations, serde_json::Value::Null))
            },
        ))
    }

    /// Issues a token for an operator: for oneself, or by an owner.
    pub fn issue_token(
        &self,
        caller: &Caller,
        id: OperatorId,
        name: Option<Name>,
        expires_at: Option<Timestamp>,
    ) -> Promise<IssuedToken> {
        let credential = caller.credential.clone();
        self.change(
            caller,
            draft("operator_token.create", id),
            move |live, moment, principal| {
                self_or_owner(principal, id)?;
                let operator = find(live, id)?;
                if operator.is_disabled {
                    return Err(Error::Conflict("the operator is disabled".to_owned()));
                }
                error::must_be_ahead(expires_at, moment.now)?;
                let expires_at = within(expires_at, end_of(live, &credential))?;
                let active = live
                    .tokens_of(id)
                    .iter()
                    .filter(|t| t.is_active(moment.now))
                    .count();
                if active >= TOKENS_PER_OPERATOR as usize {
                    let limit = "tokens_per_operator";
                    return Err(Error::LimitReached {
                        limit,
                        value: TOKENS_PER_OPERATOR,
                        more: None,
                    });
                }
                let name = name.unwrap_or_else(|| Name::from_stored("unnamed token"));
                let details = json!({"expires_at": expires_at, "name": name});
                let (issued, mutation) = issued(id, name, expires_at, moment);
                let object = issued.id;
                Ok(Accepted::done(issued, vec![mutation], details).about(&object))
            },
        )
    }

    /// Revokes a token, for good, and ends a setup link that is open when it was an owner's. Revoking
    /// it again changes nothing.
    pub fn revoke_token(&self, caller: &Caller, id: OperatorId, token: TokenId) -> Promise<()> {
        let draft = Draft {
            action: "operator_token.revoke",
            object: Some(token.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            self_or_owner(principal, id)?;
            let known = live
                .token_by_id(token)
                .filter(|token| token.operator_id == id);
            let known = known.ok_or(Error::NotFound("operator token"))?;
            let details = json!({"name": known.name, "prefix": known.prefix});
            if known.revoked_at.is_some() {
                return Ok(Accepted::done((), Vec::new(), details));
            }
            let mut mutations = owners_link_ended(live, find(live, id)?);
            mutations.push(Mutation::SaveToken(Arc::new(OperatorToken {
                revoked_at: Some(moment.now),
                ..OperatorToken::clone(known)
            })));
            Ok(Accepted::done((), mutations, details))
        })
    }

    /// Closes all sessions of an operator: one's own, or by an owner. A setup link that is open ends
    /// with an owner's.
    pub fn close_sessions(&self, caller: &Caller, id: OperatorId) -> Promise<usize> {
        self.change(
            caller,
            draft("operator.sign_out", id),
            move |live, _, principal| {
                self_or_owner(principal, id)?;
                let mut mutations = closed_sessions(live, id);
                let count = mutations.len();
                mutations.extend(owners_link_ended(live, find(live, id)?));
                let details = json!({"sessions_closed": count});
                Ok(Accepted::done(count, mutations, details))
            },
        )
    }

    pub(super) fn hashed(
        &self,
        password: Option<&Password>,
    ) -> Result<Option<PasswordHash>, Error> {
        password
            .map(|chosen| self.passwords.hash(chosen, self.environment()))
            .transpose()
    }
}

fn draft(action: &'static str, id: OperatorId) -> Draft {
    Draft {
        action,
        object: Some(id.to_string()),
        ..Draft::default()
    }
}

pub(super) fn find(live: &Live, id: OperatorId) -> Result<&Arc<Operator>, Error> {
    live.operator(id).ok_or(Error::NotFound("operator"))
}

/// Owners that can get in: neither disabled nor without any means to prove themselves.
fn working_owners(live: &Live, now: Timestamp) -> usize {
    let can_prove = |owner: &Operator| {
        owner.password.is_some() || live.tokens_of(owner.id).iter().any(|t| t.is_active(now))
    };
    let owners = live
        .operators()
        .filter(|other| other.role == Role::Owner && !other.is_disabled);
    owners.filter(|owner| can_prove(owner)).count()
}

pub(super) fn own_id(principal: &Principal) -> Option<OperatorId> {
    match principal {
        Principal::Operator { operator, .. } => Some(operator.id),
        Principal::Key { .. } | Principal::Portal { .. } | Principal::Local | Principal::Nobody => {
            None
        }
    }
}

/// An operator's own secrets are that operator's business, and the owner's.
pub fn self_or_owner(principal: &Principal, id: OperatorId) -> Result<(), Error> {
    if own_id(principal) == Some(id) || principal.role() == Some(Role::Owner) {
        return Ok(());
    }
    Err(Error::OperatorNeeded(
        "only the operator itself or an owner may do this".to_owned(),
    ))
}

/// When the token ends by itself that a caller came with.
fn end_of(live: &Live, credential: &Credential) -> Option<Timestamp> {
    match credential {
        Credential::Token(digest) => live.token(digest)?.expires_at,
        Credential::Nobody
        | Credential::Key(_)
        | Credential::Session(_)
        | Credential::PortalSession(_)
        | Credential::CertifiedKey(_)
        | Credential::CertifiedOperator(_)
        | Credential::Local
        | Credential::Unreadable => None,
    }
}

/// The end of a new token: never after that of the one that asks for it.
fn within(wanted: Option<Timestamp>, most: Option<Timestamp>) -> Result<Option<Timestamp>, Error> {
    match (wanted, most) {
        (Some(wanted), Some(most)) if wanted > most => {
            let why = format!("must not be after `{most}`, when the token that asks ends");
            Err(Error::Invalid(vec![FieldError::new("expires_at", why)]))
        }
        (wanted, most) => Ok(wanted.or(most)),
    }
}

/// The mutations that leave an operator nothing to act with.
fn everything_ended(live: &Live, id: OperatorId, now: Timestamp) -> Vec<Mutation> {
    let tokens = live.tokens_of(id);
    let active = tokens.iter().filter(|token| token.revoked_at.is_none());
    let revoked = active.map(|token| {
        let revoked_at = Some(now);
        let token = OperatorToken {
            revoked_at,
            ..OperatorToken::clone(token)
        };
        Mutation::SaveToken(Arc::new(token))
    });
    closed_sessions(live, id)
        .into_iter()
        .chain(revoked)
        .chain(link_ended(live))
        .collect()
}

/// Whoever loses a credential or a role may have opened a setup link with it, which would outlive
/// the loss: none stays open.
fn link_ended(live: &Live) -> Vec<Mutation> {
    let link = live.open_setup_link();
    link.map(|link| Mutation::CloseSetupLink(link.id))
        .into_iter()
        .collect()
}

/// The same, where only an owner's loss matters: nobody else opens one.
pub(super) fn owners_link_ended(live: &Live, operator: &Operator) -> Vec<Mutation> {
    match operator.role {
        Role::Owner => link_ended(live),
        Role::Admin | Role::Approver | Role::Auditor => Vec::new(),
    }
}

/// The mutations that close all sessions of an operator.
pub(super) fn closed_sessions(live: &Live, id: OperatorId) -> Vec<Mutation> {
    let own = live.sessions().filter(|session| session.operator_id == id);
    own.map(|session| Mutation::CloseSession(Arc::clone(session)))
        .collect()
}

fn issued(
    operator_id: OperatorId,
    name: Name,
    expires_at: Option<Timestamp>,
    moment: &crate::ledger::Moment<'_>,
) -> (IssuedToken, Mutation) {
    let secret = Secret::fresh(SecretKind::OperatorToken, moment.environment);
    let token = OperatorToken {
        id: TokenId::fresh(moment.environment),
        operator_id,
        name,
        prefix: secret.shown_prefix(),
        digest: secret.digest(),
        created_at: moment.now,
        expires_at,
        revoked_at: None,
    };
    let id = token.id;
    (
        IssuedToken {
            id,
            secret,
            expires_at,
        },
        Mutation::SaveToken(Arc::new(token)),
    )
}
