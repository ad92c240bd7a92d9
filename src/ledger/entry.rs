//! What goes into the queue, and what comes back.

use std::sync::Arc;

use crate::domain::actor::Actor;
use crate::domain::approval::Approval;
use crate::domain::check::{CheckRequest, Decision};
use crate::domain::environment::Environment;
use crate::domain::id::{CustomerId, DecisionId, KeyId};
use crate::domain::mutation::Mutation;
use crate::domain::quota::QuotaExceeded;
use crate::domain::text::AgentId;
use crate::domain::time::{Day, Timestamp};
use crate::live::{Credential, Live, NotAdmitted, Stamp};

/// A check with the decision that was made when it arrived.
pub struct CheckEntry {
    /// What the caller proved; asked again when the rules have moved.
    pub credential: Credential,
    /// Whose agent it is.
    pub customer_id: CustomerId,
    /// Who asks, as the record names it.
    pub actor: Actor,
    /// The question.
    pub request: CheckRequest,
    /// The answer so far.
    pub decision: Decision,
    /// What it was made on.
    pub stamp: Stamp,
    /// The first moment at which it must be made again (an expiry of key, permission, approval).
    pub valid_until: Option<Timestamp>,
    /// The request that it came with.
    pub request_id: String,
}

/// A check whose answer is on the disk.
#[derive(Debug)]
pub struct RecordedCheck {
    /// The decision's identifier.
    pub id: DecisionId,
    /// The customer's own number for it.
    pub seq: u64,
    /// The question.
    pub request: CheckRequest,
    /// The answer.
    pub decision: Decision,
    /// The approval that it opened or that stands, if one does.
    pub approval: Option<Arc<Approval>>,
}

/// Why a check was not recorded, and therefore not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckRefused {
    /// The credential was withdrawn while it waited.
    #[error(transparent)]
    NotAdmitted(NotAdmitted),
    /// The customer's month is used up.
    #[error(transparent)]
    QuotaExceeded(#[from] QuotaExceeded),
    /// The queue was full, or the check waited too long in it.
    #[error("too much is waiting to be recorded; try again")]
    Overloaded,
    /// The ledger cannot write.
    #[error("decisions cannot be recorded now")]
    Unavailable,
}

/// An error with a stable code, which is what a refused change's record holds.
pub trait Coded {
    /// The code.
    fn code(&self) -> &'static str;
}

/// What is known of a change before it is validated.
#[derive(Debug, Clone)]
pub struct ChangeMeta {
    /// `<noun>.<verb>`.
    pub action: &'static str,
    /// The credential that acts.
    pub actor: Actor,
    /// What the body claimed about the person behind it.
    pub claim: Option<String>,
    /// The customer it is about, if it is about one that exists.
    pub customer_id: Option<CustomerId>,
    /// The agent it is about.
    pub agent_id: Option<AgentId>,
    /// The object it is about, as far as it is known.
    pub object: Option<String>,
    /// The customer whose call it is, when it is charged.
    pub charged_to: Option<CustomerId>,
    /// The request that it came with.
    pub request_id: String,
}

/// The moment at which an entry's turn has come.
pub struct Moment<'a> {
    /// The time that the record will have.
    pub now: Timestamp,
    /// Time and randomness.
    pub environment: &'a dyn Environment,
}

/// A change that was found right: what it does and what is said about it.
#[derive(Debug)]
pub struct Accepted<T> {
    /// For the caller.
    pub value: T,
    /// What it does.
    pub mutations: Vec<Mutation>,
    /// The customer it turned out to be about.
    pub customer_id: Option<CustomerId>,
    /// The object it turned out to be about.
    pub object: Option<String>,
    /// `done`, or `enabled`/`disabled` for kill switches.
    pub result: &'static str,
    /// What it did, without secrets, for the record.
    pub details: serde_json::Value,
    /// What it does besides, part by part, before its own record.
    pub parts: Option<Box<dyn Parts>>,
}

/// One of many things that a change does, with a record of its own.
#[derive(Debug)]
pub struct Part {
    /// `<noun>.<verb>` of its record.
    pub action: &'static str,
    /// The customer it is about; one that it makes begins its log with this record.
    pub customer_id: Option<CustomerId>,
    /// The object it is about.
    pub object: String,
    /// What it does.
    pub mutations: Vec<Mutation>,
    /// What it did, without secrets, for the record.
    pub details: serde_json::Value,
}

/// The parts of a change, each made when its turn has come, so that a hundred thousand of them are
/// never in memory together. All are made in one transaction, or none is.
pub trait Parts: Send {
    /// The next part; nothing when that was all. It was validated with the whole: it cannot be
    /// refused any more.
    fn next(&mut self, moment: &Moment<'_>) -> Option<Part>;
}

impl std::fmt::Debug for dyn Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Parts")
    }
}

impl<T> Accepted<T> {
    /// A change with the result `done`.
    pub fn done(value: T, mutations: Vec<Mutation>, details: serde_json::Value) -> Self {
        Self {
            value,
            mutations,
            customer_id: None,
            object: None,
            result: "done",
            details,
            parts: None,
        }
    }

    /// Does these parts besides, each with a record of its own.
    #[must_use]
    pub fn in_parts(mut self, parts: impl Parts + 'static) -> Self {
        self.parts = Some(Box::new(parts));
        self
    }

    /// Names the object it is about.
    #[must_use]
    pub fn about(mut self, object: &impl ToString) -> Self {
        self.object = Some(object.to_string());
        self
    }

    /// Adds a member to what its record tells.
    #[must_use]
    pub fn telling(mut self, name: &str, value: impl serde::Serialize) -> Self {
        if let Some(details) = self.details.as_object_mut() {
            details.insert(name.to_owned(), serde_json::json!(value));
        }
        self
    }

    /// Names the customer it is about.
    #[must_use]
    pub fn of(mut self, customer: CustomerId) -> Self {
        self.customer_id = Some(customer);
        self
    }
}

/// A change whose record is on the disk.
#[derive(Debug)]
pub struct RecordedChange<T> {
    /// What the change gave.
    pub value: T,
    /// The global number of its record.
    pub seq: u64,
}

/// Why a change was not made.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError<E: std::error::Error> {
    /// A rule refused it; the refusal is on record.
    #[error(transparent)]
    Refused(E),
    /// The queue was full, or the change waited too long in it.
    #[error("too much is waiting to be recorded; try again")]
    Overloaded,
    /// The ledger cannot write.
    #[error("changes cannot be recorded now")]
    Unavailable,
    /// The store refused what the rules had accepted, or the rules panicked; nothing was changed.
    #[error("the change could not be made")]
    Internal,
}

/// Calls that left no record of their own, and uses of keys.
#[derive(Debug, Clone, Default)]
pub struct UsageReport {
    /// Charged calls by customer and day.
    pub reads: Vec<(CustomerId, Day, u32)>,
    /// When keys were last used.
    pub last_used: Vec<(KeyId, Timestamp)>,
    /// Whether what was decided so far is to be counted in the store too.
    pub settles_meter: bool,
}

/// Why an entry could not be settled as it wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    Overloaded,
    Unavailable,
    Internal,
}

/// What a change says once it was validated.
pub(super) enum Verdict {
    Accepted(Accepted<()>),
    Refused(&'static str),
}

/// A change with its types forgotten.
pub(super) trait Change: Send {
    fn meta(&self) -> &ChangeMeta;
    /// Validates the change on the state as it now is; called once.
    fn run(&mut self, live: &Live, moment: &Moment<'_>) -> Verdict;
    fn settle(self: Box<Self>, outcome: Result<u64, Failure>);
}

type ChangeReply<T, E> = Result<RecordedChange<T>, ChangeError<E>>;

pub(super) struct TypedChange<T, E: std::error::Error, F> {
    meta: ChangeMeta,
    work: Option<F>,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<ChangeReply<T, E>>,
}

impl<T, E: std::error::Error, F> TypedChange<T, E, F> {
    pub(super) fn new(meta: ChangeMeta, work: F) -> (Self, oneshot::Receiver<ChangeReply<T, E>>) {
        let (reply, receiver) = oneshot::channel();
        (
            Self {
                meta,
                work: Some(work),
                outcome: None,
                reply,
            },
            receiver,
        )
    }
}

impl<T, E, F> Change for TypedChange<T, E, F>
where
    T: Send + 'static,
    E: std::error::Error + Coded + Send + 'static,
    F: FnOnce(&Live, &Moment<'_>) -> Result<Accepted<T>, E> + Send,
{
    fn meta(&self) -> &ChangeMeta {
        &self.meta
    }

    fn run(&mut self, live: &Live, moment: &Moment<'_>) -> Verdict {
        let Some(work) = self.work.take() else {
            return Verdict::Refused("internal");
        };
        match work(live, moment) {
            Ok(Accepted {
                value,
                mutations,
                customer_id,
                object,
                result,
                details,
                parts,
            }) => {
                self.outcome = Some(Ok(value));
                let value = ();
                Verdict::Accepted(Accepted {
                    value,
                    mutations,
                    customer_id,
                    object,
                    result,
                    details,
                    parts,
                })
            }
            Err(error) => {
                let code = error.code();
                self.outcome = Some(Err(error));
                Verdict::Refused(code)
            }
        }
    }

    fn settle(self: Box<Self>, outcome: Result<u64, Failure>) {
        let reply = match (outcome, self.outcome) {
            (Ok(seq), Some(Ok(value))) => Ok(RecordedChange { value, seq }),
            (Ok(_), Some(Err(error))) => Err(ChangeError::Refused(error)),
            (Ok(_), None) | (Err(Failure::Internal), _) => Err(ChangeError::Internal),
            (Err(Failure::Overloaded), _) => Err(ChangeError::Overloaded),
            (Err(Failure::Unavailable), _) => Err(ChangeError::Unavailable),
        };
        // A caller that is gone is told nothing; its change is on record all the same.
        self.reply.send(reply).ok();
    }
}

/// A check with the place for its answer.
pub(super) struct WaitingCheck {
    pub(super) entry: CheckEntry,
    pub(super) reply: oneshot::Sender<Result<RecordedCheck, CheckRefused>>,
}

/// A usage report with the place for its receipt.
pub(super) struct WaitingUsage {
    pub(super) report: UsageReport,
    pub(super) reply: oneshot::Sender<bool>,
}

/// One entry of the queue.
pub(super) enum Entry {
    Check(Box<WaitingCheck>),
    Change(Box<dyn Change>),
    Usage(WaitingUsage),
}

impl Entry {
    /// About how many bytes it holds while it waits.
    pub(super) fn bytes(&self) -> usize {
        const FIXED: usize = 1024;
        match self {
            Self::Check(waiting) => FIXED + waiting.entry.request.context.as_str().len(),
            Self::Change(_) => FIXED * 4,
            Self::Usage(_) => FIXED,
        }
    }

    /// Whether what was decided so far is to be counted in the store with it.
    pub(super) fn settles_meter(&self) -> bool {
        matches!(self, Self::Usage(waiting) if waiting.report.settles_meter)
    }

    pub(super) fn caller_is_gone(&self) -> bool {
        match self {
            Self::Check(waiting) => waiting.reply.is_closed(),
            // A change is made whether or not somebody still waits to hear of it: whoever threw a
            // kill switch and lost the connection meant it.
            Self::Change(_) | Self::Usage(_) => false,
        }
    }

    /// Answers that it was not recorded.
    pub(super) fn fail(self, failure: Failure) {
        match self {
            Self::Check(waiting) => {
                let refused = match failure {
                    Failure::Overloaded => CheckRefused::Overloaded,
                    Failure::Unavailable | Failure::Internal => CheckRefused::Unavailable,
                };
                waiting.reply.send(Err(refused)).ok();
            }
            Self::Change(change) => change.settle(Err(failure)),
            Self::Usage(waiting) => {
                waiting.reply.send(false).ok();
            }
        }
    }
}
