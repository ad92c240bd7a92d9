//! On whose account a request takes a worker. What a credential is good for is for the gate to say;
//! here it only tells whose requests belong together.

use super::Http;
use super::gate::credential;
use super::wire::{Head, Party};
use crate::domain::id::{CustomerId, OperatorId};
use crate::live::{Credential, Live};

impl Http {
    /// The customer or the operator that a request comes from; nobody where it has no credential that
    /// is known, and for the local owner.
    pub(super) fn party(&self, head: &Head) -> Option<Party> {
        let certified = || self.certified(head.certificate.as_deref(), self.app.now());
        let credential = credential(|name| head.header(name), head.lane, certified);
        party_of(&self.app.live(), &credential)
    }
}

fn party_of(live: &Live, credential: &Credential) -> Option<Party> {
    let customer = |id: CustomerId| Party::Customer(id.to_bytes());
    let operator = |id: OperatorId| Party::Operator(id.to_bytes());
    match credential {
        Credential::Key(digest) => live.key(digest).map(|key| customer(key.key.customer_id)),
        Credential::CertifiedKey(id) => {
            live.key_by_id(*id).map(|key| customer(key.key.customer_id))
        }
        Credential::PortalSession(digest) => {
            let session = live.portal_session(digest);
            session.map(|session| customer(session.customer_id))
        }
        Credential::Token(digest) => live.token(digest).map(|token| operator(token.operator_id)),
        Credential::Session(digest) => {
            let session = live.session(digest);
            session.map(|session| operator(session.operator_id))
        }
        Credential::CertifiedOperator(name) => {
            let known = live.operator_by_name(name);
            known.map(|known| operator(known.id))
        }
        Credential::Nobody | Credential::Local | Credential::Unreadable => None,
    }
}
