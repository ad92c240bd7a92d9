//! The caller of a use case, and the one way in which any use case changes anything.

use super::{App, Error};
use crate::domain::id::CustomerId;
use crate::domain::operator::Roles;
use crate::domain::text::AgentId;
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane, Moment, RecordedChange};
use crate::live::{Credential, Live, Need, Principal};

/// Who calls, as admitted when the request arrived.
#[derive(Clone)]
pub struct Caller {
    /// What was proved; asked again when the change's turn comes.
    pub credential: Credential,
    /// What was needed.
    pub need: Need,
    /// Who it turned out to be.
    pub principal: Principal,
    /// The customer that the call was charged to.
    pub charged_to: Option<CustomerId>,
    /// The request's identifier.
    pub request_id: String,
}

impl Caller {
    /// Whether it acts for the appliance rather than for a customer.
    pub fn is_operator(&self) -> bool {
        self.principal.role().is_some()
    }

    /// Whether it may change what customers have. On a route that is open to anybody, operators
    /// who only read or answer approvals are anybody.
    pub fn is_administrator(&self) -> bool {
        self.principal
            .role()
            .is_some_and(|role| Roles::ADMIN.has(role))
    }
}

/// What a change is about, before it is validated.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// `<noun>.<verb>`.
    pub action: &'static str,
    /// The customer it is about.
    pub customer_id: Option<CustomerId>,
    /// The agent it is about.
    pub agent_id: Option<AgentId>,
    /// The object it is about.
    pub object: Option<String>,
    /// What the body claims about the person.
    pub claim: Option<String>,
    /// Whether it overtakes: kill switches do.
    pub is_urgent: bool,
}

/// A change's outcome, kept by the ledger when the batch is down.
pub type Promise<T> = oneshot::Receiver<Result<RecordedChange<T>, ChangeError<Error>>>;

impl App {
    /// Submits a change: when its turn comes the caller is admitted again, then `work` validates
    /// it on the state as it then is. Whatever comes of it is recorded.
    pub fn change<T, F>(&self, caller: &Caller, draft: Draft, work: F) -> Promise<T>
    where
        T: Send + 'static,
        F: FnOnce(&Live, &Moment<'_>, &Principal) -> Result<Accepted<T>, Error> + Send + 'static,
    {
        let is_local = matches!(caller.principal, Principal::Local);
        let lane = if draft.is_urgent || is_local {
            Lane::Urgent
        } else {
            Lane::Normal
        };
        let meta = ChangeMeta {
            action: draft.action,
            actor: caller.principal.actor(),
            claim: draft.claim,
            customer_id: draft.customer_id,
            agent_id: draft.agent_id,
            object: draft.object,
            charged_to: caller.charged_to,
            request_id: caller.request_id.clone(),
        };
        let (credential, need) = (caller.credential.clone(), caller.need);
        self.ledger.change(lane, meta, move |live, moment| {
            let principal = live.admit(&credential, &need, moment.now)?;
            work(live, moment, &principal)
        })
    }

    /// Records that something was refused before it came to the ledger.
    pub fn refuse(&self, caller: &Caller, draft: Draft, error: Error) -> Promise<()> {
        self.change(caller, draft, move |_, _, _| Err(error))
    }
}
