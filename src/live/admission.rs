//! Who a credential belongs to now, and whether it may do what is wanted.
//!
//! The same function admits a request when it arrives and again, on the state as it then is, when
//! the ledger reaches it: a key revoked in between is a key revoked.

use std::sync::Arc;

use super::{CustomerState, KeyState, Live};
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::kill::Authority;
use crate::domain::operator::{Operator, Role, Roles, Session};
use crate::domain::scope::Scope;
use crate::domain::secret::SecretDigest;
use crate::domain::text::Username;
use crate::domain::time::Timestamp;

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
    /// A customer key with any of these scopes; the first is the one named when it has none.
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
            Self::Key { .. } | Self::Nobody => None,
        }
    }

    /// The customer it acts for, when it is one.
    pub fn own_customer(&self) -> Option<CustomerId> {
        match self {
            Self::Key { customer, .. } => Some(customer.customer().id),
            Self::Operator { .. } | Self::Local | Self::Nobody => None,
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

    fn enabled_operator(
        &self,
        id: crate::domain::id::OperatorId,
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
        (Principal::Key { key, .. }, _) => {
            let mut wanted = need.scopes.iter();
            match need.scopes.first() {
                Some(_) if wanted.any(|scope| key.key.scopes.has(*scope)) => Ok(()),
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
