//! Checks: may this agent do this action on this resource, now?

use super::caller::{Caller, Draft, Promise};
use super::{App, Error};
use crate::domain::check::{CheckRequest, Decision};
use crate::domain::quota::QuotaExceeded;
use crate::domain::time::{Timestamp, earlier};
use crate::ledger::{CheckEntry, CheckRefused, RecordedCheck};
use crate::live::{CustomerState, Live};

/// What becomes of a check.
pub enum Asked {
    /// The ledger answers when it is on the disk.
    Recorded(oneshot::Receiver<Result<RecordedCheck, CheckRefused>>),
    /// A dry run: decided, explained, recorded nowhere.
    Dry(Box<(CheckRequest, Decision)>),
    /// The customer's month is used up; nothing is decided or recorded.
    Exceeded(QuotaExceeded),
    /// The key speaks for another agent; the ledger records that it was refused.
    Refused(Promise<()>),
}

impl App {
    /// Decides a question of one of the customer's own agents on the state given, and queues it
    /// for the record.
    pub fn check(
        &self,
        caller: &Caller,
        (live, customer): (&Live, &CustomerState),
        request: CheckRequest,
        is_dry_run: bool,
        now: Timestamp,
    ) -> Asked {
        let bound = caller.principal.bound_agent();
        if let Some(bound) = bound.filter(|bound| **bound != request.agent_id) {
            let draft = Draft {
                action: "agent.check",
                customer_id: Some(customer.customer().id),
                agent_id: Some(request.agent_id.clone()),
                object: Some(request.resource.to_string()),
                ..Draft::default()
            };
            let error = Error::WrongAgent {
                bound: bound.clone(),
                asked: request.agent_id,
            };
            return Asked::Refused(self.refuse(caller, draft, error));
        }
        let decision = live.decide(customer, &request, now);
        if is_dry_run {
            return Asked::Dry(Box::new((request, decision)));
        }
        // The ledger asks again in this check's turn; what is over already does not go there.
        if let Err(exceeded) = live.within_quota(customer, 0, now) {
            return Asked::Exceeded(exceeded);
        }
        let valid_until = earlier(decision.valid_until, caller.principal.ends_at());
        Asked::Recorded(self.ledger.check(CheckEntry {
            credential: caller.credential.clone(),
            customer_id: customer.customer().id,
            actor: caller.principal.actor(),
            request,
            stamp: live.stamp(customer),
            decision,
            valid_until,
            request_id: caller.request_id.clone(),
        }))
    }
}
