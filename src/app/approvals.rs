//! Approvals: a person answers what a permission says a person must answer.

use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::approval::{Approval, ApprovalStatus, Settlement};
use crate::domain::id::ApprovalId;
use crate::domain::mutation::Mutation;
use crate::domain::portal::PortalOrigin;
use crate::ledger::{Accepted, ApprovalFilter, ApprovalPage};
use crate::live::CustomerState;

/// What a person answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The request.
    pub request_id: ApprovalId,
    /// Agree, or refuse.
    pub approve: bool,
    /// Who the body claims to be.
    pub human_id: Option<String>,
    /// What they wrote.
    pub notes: Option<String>,
}

impl App {
    /// The newest requests for approval that the filter leaves, those long over included. Blocks on
    /// the database.
    pub fn approvals(&self, filter: &ApprovalFilter) -> Result<ApprovalPage, Error> {
        Ok(self.ledger.reader().approvals(filter)?)
    }

    /// One request, whatever became of it. Blocks on the database.
    pub fn approval(&self, id: ApprovalId) -> Result<Option<Approval>, Error> {
        Ok(self.ledger.reader().approval(id)?)
    }

    /// Settles a request. The actor on record is the credential; whoever asked never answers.
    pub fn settle(&self, caller: &Caller, answer: Answer) -> Result<Promise<Arc<Approval>>, Error> {
        let id = answer.request_id;
        let own = caller.principal.own_customer();
        let found = self
            .live()
            .customer_of_approval(id)
            .map(|state| state.customer().id);
        let customer_id = match found {
            Some(customer) => Some(customer),
            // Used, cancelled or long over: no decision depends on it, so it is not in memory.
            None => self.ledger.reader().customer_of_approval(id)?,
        };
        let customer_id = customer_id.filter(|customer| own.is_none_or(|own| own == *customer));
        let draft = Draft {
            action: if answer.approve {
                "approval.approve"
            } else {
                "approval.deny"
            },
            customer_id: customer_id.or(own),
            object: Some(id.to_string()),
            claim: answer.human_id.clone(),
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |live, moment, principal| {
            let customer = customer_id.ok_or(Error::NotFound("request for approval"))?;
            let state = super::customers::find(live, customer)?;
            let settled = || Error::Conflict("the request is settled already".to_owned());
            let approval = state.approval(id).ok_or_else(settled)?;
            if approval.status != ApprovalStatus::Pending {
                return Err(settled());
            }
            if approval.is_expired(moment.now) {
                return Err(Error::Conflict("the request has expired".to_owned()));
            }
            if let Some(origin) = principal.origin()
                && descends(state, &approval.asked_by, origin)
            {
                return Err(Error::OwnRequest(origin));
            }
            let status = if answer.approve {
                ApprovalStatus::Approved
            } else {
                ApprovalStatus::Rejected
            };
            let settlement = Settlement {
                by: principal.actor(),
                claim: answer.human_id,
                notes: answer.notes,
                at: moment.now,
            };
            let details = json!({
                "action": approval.action, "agent_id": approval.agent_id,
                "binding": format!("{:?}", approval.binding), "expires_at": approval.expires_at,
                "notes": settlement.notes, "resource": approval.resource,
            });
            let settled = Arc::new(Approval {
                status,
                settlement: Some(settlement),
                ..Approval::clone(approval)
            });
            let mutation = Mutation::SaveApproval(Arc::clone(&settled));
            Ok(Accepted::done(settled, vec![mutation], details))
        }))
    }
}

/// Whether a credential is that key or link, or was minted by it, or by one that was: nobody gets
/// around answering their own requests by asking through another. A session is the key or the link
/// that it was opened with.
fn descends(state: &CustomerState, asked_by: &Actor, from: PortalOrigin) -> bool {
    let mut asked_by = asked_by.clone();
    // Keys are made by keys that were there before, so this ends; the bound says so to the reader.
    for _ in 0..=state.keys().count() {
        let asked = match asked_by {
            Actor::Key(id) => PortalOrigin::Key(id),
            Actor::Portal { origin, .. } => origin,
            Actor::Operator(..)
            | Actor::Local
            | Actor::SetupLink(_)
            | Actor::PortalLink(_)
            | Actor::KeyLink(_)
            | Actor::Nobody
            | Actor::Stripe
            | Actor::System => return false,
        };
        if asked == from {
            return true;
        }
        let PortalOrigin::Key(id) = asked else {
            return false;
        };
        let Some(minted) = state.key(id) else {
            return false;
        };
        asked_by = minted.key.created_by.clone();
    }
    false
}
