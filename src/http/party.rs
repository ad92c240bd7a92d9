//! On whose account a request takes a worker. The gate says later, and for good, what a credential may;
//! here it tells whose requests belong together. One that the gate would refuse takes nobody's turn: else
//! whoever holds a revoked key could keep its customer waiting.

use super::Http;
use super::gate::credential;
use super::routes::Route;
use super::wire::{Head, Party};
use crate::live::Principal;

impl Http {
    /// The customer or the operator that a request comes from; nobody for the local owner.
    pub(super) fn party(&self, route: &Route, head: &Head) -> Option<Party> {
        let now = self.app.now();
        let certified = || self.certified(head.certificate.as_deref(), now);
        let credential = credential(|name| head.header(name), head.lane, certified);
        match self.app.live().admit(&credential, &route.need, now) {
            Ok(Principal::Key { customer, .. } | Principal::Portal { customer, .. }) => {
                Some(Party::Customer(customer.customer().id.to_bytes()))
            }
            Ok(Principal::Operator { operator, .. }) => {
                Some(Party::Operator(operator.id.to_bytes()))
            }
            Ok(Principal::Local) => None,
            Ok(Principal::Nobody) | Err(_) => Some(Party::Stranger),
        }
    }
}
