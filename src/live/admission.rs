//! Who a credential belongs to now, and whether it may do what is wanted.
//!
//! The same function admits a request when it arrives and again, on the state as it then is, when
//! the ledger reaches it: a key revoked in between is a key revoked.

use std::sync::Arc;

use super::{CustomerState, KeyState, Live};
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, KeyId, OperatorId, SessionId};
use crate::domain::kill::Authority;
use crate::domain::operator::{Operator, Role, Roles, Session};
use crate::domain::portal::{PortalBasis, PortalOrigin, PortalSession};
use crate::domain::scope::{Scope, Scopes};
use crate::domain::secret::SecretDigest;
use crate::domain::text::{AgentId, Username};
use crate::domain::time::{Timestamp, earlier};

/// What a caller proved, before it is known whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// Nothing.
    Nobody,
    /// The secret of an API key.
    Key(SecretDigest),
    /// The secret of an operator's token.
    Token(SecretDigest),
    /// The secret of an operator's session.
    Session(SecretDigest),
    /// The secret of a customer's session in the portal.
    PortalSession(SecretDigest),
    /// A certificate that speaks for this API key.
    CertifiedKey(KeyId),
    /// A certificate that speaks for this operator.
    CertifiedOperator(Username),
    /// Access to the control socket or the data directory.
    Local,
    /// Something that has the place of a secret but not its form: a typo, a key of another kind.
    Unreadable,
}

/// Who may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Anybody, with or without a credential.
    pub anyone: bool,
    /// A customer's key, or session, with any of these scopes; the first is the one named when it has none.
    pub scopes: &'static [Scope],
    /// An operator with one of these roles.
    pub roles: Roles,
}

/// Who is asking.
#[derive(Clone)]
pub enum Principal {
    /// A customer, by one of its keys.
    Key {
        /// The customer, as it stood when it was admitted.
        customer: Arc<CustomerState>,
        /// The key.
        key: Arc<KeyState>,
    },
    /// A customer, by a session in the portal.
    Portal {
        /// The customer, as it stood when it was admitted.
        customer: Arc<CustomerState>,
        /// The session.
        session: Arc<PortalSession>,
        /// The key that it rests on, when it does not rest on a link.
        key: Option<Arc<KeyState>>,
    },
    /// An operator, by token, session or certificate.
    Operator {
        /// The operator.
        operator: Arc<Operator>,
        /// The session, when that is how it signed in.
        session: Option<Arc<Session>>,
    },
    /// The local owner.
    Local,
    /// Nobody known.
    Nobody,
}

impl Principal {
    /// As the records name it.
    pub fn actor(&self) -> Actor {
        match self {
            Self::Key { key, .. } => Actor::Key(key.key.id),
            Self::Portal { session, key, .. } => {
                let holder = match &session.basis {
                    PortalBasis::Key(_) => key.as_ref().and_then(|key| key.key.holder.clone()),
                    PortalBasis::Link { holder, .. } => holder.clone(),
                };
                Actor::Portal {
                    session: session.id,
                    origin: session.basis.origin(),
                    holder,
                }
            }
            Self::Operator { operator, .. } => {
                Actor::Operator(operator.id, operator.username.clone())
            }
            Self::Local => Actor::Local,
            Self::Nobody => Actor::Nobody,
        }
    }

    /// The role it acts with, when it acts for the appliance.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Operator { operator, .. } => Some(operator.role),
            Self::Local => Some(Role::Owner),
            Self::Key { .. } | Self::Portal { .. } | Self::Nobody => None,
        }
    }

    /// The state of the customer that it acts for, as it stood when it was admitted.
    pub fn own_state(&self) -> Option<&Arc<CustomerState>> {
        match self {
            Self::Key { customer, .. } | Self::Portal { customer, .. } => Some(customer),
            Self::Operator { .. } | Self::Local | Self::Nobody => None,
        }
    }

    /// The customer it acts for, when it is one.
    pub fn own_customer(&self) -> Option<CustomerId> {
        self.own_state().map(|state| state.customer().id)
    }

    /// The key that it came with, or that its session rests on.
    pub fn key(&self) -> Option<&Arc<KeyState>> {
        match self {
            Self::Key { key, .. } => Some(key),
            Self::Portal { key, .. } => key.as_ref(),
            Self::Operator { .. } | Self::Local | Self::Nobody => None,
        }
    }

    /// What a customer may be served for; `None` for whoever acts for the appliance or nobody.
    pub fn scopes(&self) -> Option<Scopes> {
        match self {
            Self::Key { key, .. } => Some(key.key.scopes),
            Self::Portal { session, key, .. } => Some(match (&session.basis, key) {
                (PortalBasis::Link { scopes, .. }, _) => *scopes,
                (PortalBasis::Key(_), Some(key)) => key.key.scopes,
                (PortalBasis::Key(_), None) => Scopes::default(),
            }),
            Self::Operator { .. } | Self::Local | Self::Nobody => None,
        }
    }

    /// The key or the link that stands behind a customer.
    pub fn origin(&self) -> Option<PortalOrigin> {
        match self {
            Self::Key { key, .. } => Some(PortalOrigin::Key(key.key.id)),
            Self::Portal { session, .. } => Some(session.basis.origin()),
            Self::Operator { .. } | Self::Local | Self::Nobody => None,
        }
    }

    /// The one agent that it speaks for, when it is bound to one.
    pub fn bound_agent(&self) -> Option<&AgentId> {
        self.key().and_then(|key| key.key.agent_id.as_ref())
    }

    /// When a customer's credential ends by itself.
    pub fn ends_at(&self) -> Option<Timestamp> {
        let key = self.key().and_then(|key| key.key.expires_at);
        match self {
            Self::Portal { session, .. } => earlier(Some(session.expires_at), key),
            Self::Key { .. } | Self::Operator { .. } | Self::Local | Self::Nobody => key,
        }
    }

    /// The session that it came with, and when that was opened.
    pub fn session(&self) -> Option<(SessionId, Timestamp)> {
        match self {
            Self::Portal { session, .. } => Some((session.id, session.created_at)),
            Self::Operator {
                session: Some(session),
                ..
            } => Some((session.id, session.created_at)),
            Self::Operator { session: None, .. }
            | Self::Key { .. }
            | Self::Local
            | Self::Nobody => None,
        }
    }

    /// With what authority it releases kill switches.
    pub fn authority(&self) -> Authority {
        match self.role() {
            Some(Role::Owner) => Authority::Owner,
            Some(Role::Admin | Role::Approver | Role::Auditor) => Authority::Operator,
            None => Authority::Customer,
        }
    }
}

/// Why a credential did not get in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmitted {
    /// There was none, and one is needed.
    #[error("a credential is needed: send `Authorization: Bearer …`")]
    Unauthenticated,
    /// It is unknown, mistyped, revoked or expired.
    #[error("the credential is not valid: it is unknown, mistyped, revoked or expired")]
    Invalid,
    /// The customer is deactivated.
    #[error("the customer is deactivated; ask the operator of this appliance")]
    CustomerInactive,
    /// The key lacks the scope.
    #[error("the key lacks the scope `{0}`")]
    InsufficientScope(Scope),
    /// Only an API key of a customer will do.
    #[error("this takes an API key of a customer, not an operator's credential")]
    KeyNeeded,
    /// Only an operator of certain roles will do.
    #[error("this takes an operator with one of the roles {0}")]
    OperatorRole(String),
}

impl Live {
    /// Finds out whose the credential is now and whether it may do what is wanted.
    pub fn admit(
        &self,
        credential: &Credential,
        need: &Need,
        now: Timestamp,
    ) -> Result<Principal, NotAdmitted> {
        let principal = match credential {
            Credential::Nobody => Principal::Nobody,
            Credential::Local => Principal::Local,
            Credential::Unreadable => return Err(NotAdmitted::Invalid),
            Credential::Key(digest) => self.key_holder(self.key(digest), now)?,
            Credential::CertifiedKey(id) => self.key_holder(self.key_by_id(*id), now)?,
            Credential::CertifiedOperator(name) => {
                let operator = self.operator_by_name(name).ok_or(NotAdmitted::Invalid)?;
                self.enabled_operator(operator.id, None)?
            }
            Credential::Token(digest) => {
                let token = self.token(digest).filter(|token| token.is_active(now));
                let token = token.ok_or(NotAdmitted::Invalid)?;
                self.enabled_operator(token.operator_id, None)?
            }
            Credential::Session(digest) => {
                let session = self
                    .session(digest)
                    .filter(|session| now < session.expires_at);
                let session = session.ok_or(NotAdmitted::Invalid)?;
                self.enabled_operator(session.operator_id, Some(Arc::clone(session)))?
            }
            Credential::PortalSession(digest) => {
                let session = self
                    .portal_session(digest)
                    .filter(|session| now < session.expires_at);
                self.portal_visitor(session.ok_or(NotAdmitted::Invalid)?, now)?
            }
        };
        allowed(&principal, need).map(|()| principal)
    }

    fn key_holder(
        &self,
        key: Option<&Arc<KeyState>>,
        now: Timestamp,
    ) -> Result<Principal, NotAdmitted> {
        let key = key.filter(|state| state.key.is_active(now));
        let key = key.ok_or(NotAdmitted::Invalid)?;
        let customer = self
            .customer(key.key.customer_id)
            .ok_or(NotAdmitted::Invalid)?;
        if !customer.customer().is_active {
            return Err(NotAdmitted::CustomerInactive);
        }
        Ok(Principal::Key {
            customer: Arc::clone(customer),
            key: Arc::clone(key),
        })
    }

    /// A session in the portal is as good as what it rests on is now.
    fn portal_visitor(
        &self,
        session: &Arc<PortalSession>,
        now: Timestamp,
    ) -> Result<Principal, NotAdmitted> {
        let customer = self
            .customer(session.customer_id)
            .ok_or(NotAdmitted::Invalid)?;
        let key = match &session.basis {
            PortalBasis::Key(id) => {
                let key = customer.key(*id).filter(|state| state.key.is_active(now));
                Some(Arc::clone(key.ok_or(NotAdmitted::Invalid)?))
            }
            PortalBasis::Link { .. } => None,
        };
        if !customer.customer().is_active {
            return Err(NotAdmitted::CustomerInactive);
        }
        Ok(Principal::Portal {
            customer: Arc::clone(customer),
            session: Arc::clone(session),
            key,
        })
    }

    fn enabled_operator(
        &self,
        id: OperatorId,
        session: Option<Arc<Session>>,
    ) -> Result<Principal, NotAdmitted> {
        let operator = self.operator(id).filter(|operator| !operator.is_disabled);
        let operator = Arc::clone(operator.ok_or(NotAdmitted::Invalid)?);
        Ok(Principal::Operator { operator, session })
    }
}

fn allowed(principal: &Principal, need: &Need) -> Result<(), NotAdmitted> {
    let roles = || {
        let words: Vec<String> = need
            .roles
            .iter()
            .map(|role| format!("`{}`", role.word()))
            .collect();
        NotAdmitted::OperatorRole(words.join(", "))
    };
    if need.anyone {
        return Ok(());
    }
    match (principal, principal.role()) {
        (Principal::Nobody, _) => Err(NotAdmitted::Unauthenticated),
        (Principal::Key { .. } | Principal::Portal { .. }, _) => {
            let scopes = principal.scopes().unwrap_or_default();
            let mut wanted = need.scopes.iter();
            match need.scopes.first() {
                Some(_) if wanted.any(|scope| scopes.has(*scope)) => Ok(()),
                Some(scope) => Err(NotAdmitted::InsufficientScope(*scope)),
                None => Err(roles()),
            }
        }
        (Principal::Operator { .. } | Principal::Local, Some(role)) if need.roles.has(role) => {
            Ok(())
        }
        (Principal::Operator { .. } | Principal::Local, _) if need.roles == Roles::NONE => {
            Err(NotAdmitted::KeyNeeded)
        }
        (Principal::Operator { .. } | Principal::Local, _) => Err(roles()),
    }
}
