//! One batch in hand: entries in order, on a working state that is thrown away if it fails.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::chain::Chain;
use super::entry::{
    Accepted, Change, ChangeMeta, CheckEntry, CheckRefused, Entry, Failure, Moment, RecordedCheck,
    UsageReport, Verdict, WaitingCheck, WaitingUsage,
};
use super::watch::Watched;
use crate::domain::approval::{Approval, ApprovalStatus};
use crate::domain::check::{ApprovalUse, Verdict as Answer};
use crate::domain::decide::Approvals as _;
use crate::domain::environment::Environment;
use crate::domain::id::{ApprovalId, ChangeId, CustomerId, DecisionId};
use crate::domain::mutation::Mutation;
use crate::domain::operator::Roles;
use crate::domain::quota::QuotaExceeded;
use crate::domain::record::{FORMAT, Record, RecordKind};
use crate::domain::scope::Scope;
use crate::domain::time::{Day, Timestamp};
use crate::live::{Live, Need, NotAdmitted};
use crate::metrics::{ChangeLabels, CheckLabels, Metrics};
use crate::store::{Severity, StoreError, UsageDelta, Writer};

/// What a check needs of its credential.
const CHECK: Need = Need {
    anyone: false,
    scopes: &[Scope::Check],
    roles: Roles::NONE,
};

/// Parts of a change from one sign of life to the next.
const PARTS_BETWEEN_SIGNS: usize = 1000;

/// The appliance and the age of its database, as every record names them.
pub(super) struct Origin {
    pub(super) node: String,
    pub(super) epoch: u64,
}

/// An entry whose answer waits for the flush.
pub(super) enum Done {
    Check(Box<WaitingCheckDone>),
    Change(Box<dyn Change>, Result<u64, Failure>, ChangeLabels),
    Usage(WaitingUsage),
}

pub(super) struct WaitingCheckDone {
    customer_id: CustomerId,
    reply: oneshot::Sender<Result<RecordedCheck, CheckRefused>>,
    result: Result<RecordedCheck, CheckRefused>,
}

impl Done {
    /// The check that was recorded, with whose agent it is, if it is one.
    pub(super) fn recorded_check(&self) -> Option<(CustomerId, &RecordedCheck)> {
        match self {
            Self::Check(done) => {
                let check = done.result.as_ref().ok()?;
                Some((done.customer_id, check))
            }
            Self::Change(..) | Self::Usage(_) => None,
        }
    }

    /// Answers, after the batch was committed.
    pub(super) fn answer(self, metrics: &Metrics) {
        match self {
            Self::Check(done) => {
                if let Ok(recorded) = &done.result {
                    let labels = CheckLabels {
                        result: recorded.decision.verdict.word(),
                        reason: recorded.decision.reason.word(),
                    };
                    metrics.checks.get_or_create(&labels).inc();
                }
                done.reply.send(done.result).ok();
            }
            Self::Change(change, outcome, labels) => {
                metrics.changes.get_or_create(&labels).inc();
                change.settle(outcome);
            }
            Self::Usage(waiting) => {
                waiting.reply.send(true).ok();
            }
        }
    }

    /// Answers, after the batch was given up.
    pub(super) fn fail(self) {
        match self {
            Self::Check(done) => {
                done.reply.send(Err(CheckRefused::Unavailable)).ok();
            }
            Self::Change(change, _, _) => change.settle(Err(Failure::Unavailable)),
            Self::Usage(waiting) => {
                waiting.reply.send(false).ok();
            }
        }
    }
}

/// The batch in hand.
pub(super) struct Batch<'a> {
    pub(super) store: &'a mut Writer,
    pub(super) chain: &'a mut Chain,
    pub(super) live: Arc<Live>,
    pub(super) now: Timestamp,
    pub(super) environment: &'a dyn Environment,
    pub(super) origin: &'a Origin,
    pub(super) metrics: &'a Metrics,
    pub(super) usage: HashMap<CustomerId, UsageDelta>,
    /// Whose quota is to be looked at when it is on the disk.
    pub(super) watched: Watched,
    pub(super) done: Vec<Done>,
    /// Told now and then while one entry takes long: the writer is alive.
    pub(super) progressed: &'a (dyn Fn() + Send + Sync),
}

impl Batch<'_> {
    /// Works one entry off. Its answer joins those that wait for the flush, also when the store
    /// fails on it: then the whole batch is given up, and it is answered with the others.
    pub(super) fn work(&mut self, entry: Entry) -> Result<(), StoreError> {
        match entry {
            Entry::Check(waiting) => {
                let WaitingCheck { entry, reply } = *waiting;
                let customer_id = entry.customer_id;
                let (result, outcome) = match self.decide_and_record(entry) {
                    Ok(result) => (result, Ok(())),
                    Err(error) => (Err(CheckRefused::Unavailable), Err(error)),
                };
                self.done.push(Done::Check(Box::new(WaitingCheckDone {
                    customer_id,
                    reply,
                    result,
                })));
                outcome
            }
            Entry::Change(change) => self.change(change),
            Entry::Usage(waiting) => {
                let outcome = self.usage(&waiting.report);
                self.done.push(Done::Usage(waiting));
                outcome
            }
        }
    }

    /// Decides a check, again where the rules have moved, and records it.
    fn decide_and_record(
        &mut self,
        mut entry: CheckEntry,
    ) -> Result<Result<RecordedCheck, CheckRefused>, StoreError> {
        if let Err(refused) = self.decide_again_if_needed(&mut entry) {
            return Ok(Err(CheckRefused::NotAdmitted(refused)));
        }
        if let Err(exceeded) = self.within_quota(entry.customer_id) {
            return Ok(Err(CheckRefused::QuotaExceeded(exceeded)));
        }
        let CheckEntry {
            customer_id,
            actor,
            request,
            decision,
            request_id,
            ..
        } = entry;
        let approval = match &decision.approval {
            ApprovalUse::None => None,
            ApprovalUse::Standing(approval) => Some(Arc::clone(approval)),
            ApprovalUse::Spend(id) => {
                self.spend(customer_id, *id)?;
                None
            }
            ApprovalUse::Open(binding) => {
                let approval = Approval {
                    id: ApprovalId::fresh(self.environment),
                    customer_id,
                    binding: *binding,
                    agent_id: request.agent_id.clone(),
                    action: request.action.clone(),
                    resource: request.resource.clone(),
                    context: request.context.clone(),
                    trace: decision.trace.clone().into(),
                    asked_by: actor.clone(),
                    status: ApprovalStatus::Pending,
                    created_at: self.now,
                    expires_at: self.now.plus(self.live.settings().approvals_expire_after),
                    settlement: None,
                };
                self.open(approval)?
            }
        };
        let id = DecisionId::fresh(self.environment);
        let (id_text, actor) = (id.to_string(), actor.described());
        let context = if request.context.is_empty() {
            None
        } else {
            serde_json::from_str(request.context.as_str()).ok()
        };
        let (now, origin) = (self.now, self.origin);
        let record = |seq, customer_seq| Record {
            action: request.action.as_str(),
            actor: &actor,
            agent_id: Some(request.agent_id.as_str()),
            at: now,
            context,
            customer_id: Some(customer_id),
            customer_seq,
            details: None,
            epoch: origin.epoch,
            format: FORMAT,
            id: &id_text,
            kind: RecordKind::Decision,
            node: &origin.node,
            reason: Some(decision.reason.word()),
            request_id: &request_id,
            resource: Some(request.resource.as_str()),
            result: decision.verdict.word(),
            seq,
            trace: &decision.trace,
        };
        let (_, seq) = self.chain.append(self.store, Some(customer_id), record)?;
        let usage = self.usage.entry(customer_id).or_default();
        match decision.verdict {
            Answer::Approved => usage.approved += 1,
            Answer::Denied => usage.denied += 1,
        }
        let seq = seq.unwrap_or_default();
        Ok(Ok(RecordedCheck {
            id,
            seq,
            request,
            decision,
            approval,
        }))
    }

    /// Runs the whole admission and the decision again when the rules moved, or a time limit
    /// passed, since they were run.
    fn decide_again_if_needed(&mut self, entry: &mut CheckEntry) -> Result<(), NotAdmitted> {
        let state = self
            .live
            .customer(entry.customer_id)
            .ok_or(NotAdmitted::Invalid)?;
        let in_time = entry.valid_until.is_none_or(|end| self.now < end);
        if in_time && self.live.stamp(state) == entry.stamp {
            return Ok(());
        }
        self.live.admit(&entry.credential, &CHECK, self.now)?;
        entry.decision = self.live.decide(state, &entry.request, self.now);
        self.metrics.redecided.inc();
        Ok(())
    }

    /// Whether the customer's month has room for another check, after those of this batch: a batch
    /// that fails takes them along.
    fn within_quota(&self, customer: CustomerId) -> Result<(), QuotaExceeded> {
        let Some(state) = self.live.customer(customer) else {
            return Ok(());
        };
        let waiting = self.usage.get(&customer).map_or(0, UsageDelta::checks);
        self.live.within_quota(state, waiting, self.now)
    }

    fn apply(&mut self, mutation: &Mutation) -> Result<(), StoreError> {
        self.store.apply(mutation)?;
        Arc::make_mut(&mut self.live).apply(mutation);
        self.watch(mutation);
        Ok(())
    }

    /// What is made smaller may be used up without another check.
    fn watch(&mut self, mutation: &Mutation) {
        if let Mutation::SaveCustomer(customer) = mutation {
            let state = self.live.customer(customer.id);
            if state.is_some_and(|state| self.live.marks_due(state, self.now).next().is_some()) {
                self.watched.add(customer.id);
            }
        } else if let Mutation::Configure(..) = mutation {
            self.watched = Watched::Everyone;
        }
    }

    /// Opens a request for approval, unless too many are open: then the check is denied like one
    /// that waits, and nothing can be approved until some are answered.
    fn open(&mut self, approval: Approval) -> Result<Option<Arc<Approval>>, StoreError> {
        let state = self.live.customer(approval.customer_id);
        let is_open = |approval: &&Arc<Approval>| !approval.is_expired(self.now);
        let open = state.map_or(0, |state| state.approvals().filter(is_open).count());
        if open >= self.live.settings().approvals_max_open {
            return Ok(None);
        }
        // The expired one about the same question ends here, so that nothing brings it back. What
        // a person refused stays so on record; a new request takes its place.
        let before = state
            .and_then(|state| state.standing(&approval.binding))
            .filter(|before| before.status != ApprovalStatus::Rejected)
            .cloned();
        if let Some(expired) = before {
            let status = ApprovalStatus::Expired;
            let ended = Approval {
                status,
                ..Approval::clone(&expired)
            };
            self.apply(&Mutation::SaveApproval(Arc::new(ended)))?;
        }
        let approval = Arc::new(approval);
        self.apply(&Mutation::SaveApproval(Arc::clone(&approval)))?;
        Ok(Some(approval))
    }

    /// Uses a grant up.
    fn spend(&mut self, customer: CustomerId, id: ApprovalId) -> Result<(), StoreError> {
        let state = self.live.customer(customer);
        let Some(approval) = state.and_then(|state| state.approval(id)) else {
            return Err(StoreError::Missing("approval"));
        };
        let used = Approval {
            status: ApprovalStatus::Used,
            ..Approval::clone(approval)
        };
        self.apply(&Mutation::SaveApproval(Arc::new(used)))
    }

    /// Validates a change on the state as it now is, makes it if it is right, and records it
    /// either way.
    fn change(&mut self, mut change: Box<dyn Change>) -> Result<(), StoreError> {
        let action = change.meta().action;
        let moment = Moment {
            now: self.now,
            environment: self.environment,
        };
        let live = Arc::clone(&self.live);
        let ran = catch_unwind(AssertUnwindSafe(|| change.run(&live, &moment)));
        drop(live);
        let made = match ran {
            Ok(Verdict::Accepted(accepted)) => self.make(change.meta(), accepted),
            Ok(Verdict::Refused(code)) => self.record_refused(change.meta(), code).map(Ok),
            Err(_) => self
                .record_refused(change.meta(), "internal")
                .map(|_| Err(Failure::Internal)),
        };
        let (settled, result, outcome) = match made {
            Ok(Ok(Made { seq, result })) => (Ok(seq), result, Ok(())),
            Ok(Err(failure)) => (Err(failure), "refused", Ok(())),
            Err(error) => (Err(Failure::Unavailable), "refused", Err(error)),
        };
        self.done.push(Done::Change(
            change,
            settled,
            ChangeLabels { action, result },
        ));
        outcome
    }

    /// The savepoint is the net: mutations that the rules accepted and the store refuses are undone
    /// together, with the records between them, and the refusal is recorded.
    fn make(
        &mut self,
        meta: &ChangeMeta,
        mut accepted: Accepted<()>,
    ) -> Result<Result<Made, Failure>, StoreError> {
        let before = Arc::clone(&self.live);
        let mark = self.chain.mark();
        self.store.savepoint()?;
        if let Err(undone) = self.make_all(meta, &mut accepted) {
            let (action, request_id) = (meta.action, &meta.request_id);
            match undone {
                Undone::Store(error) if error.severity() == Severity::Refused => {
                    let why = "the store refused an accepted change";
                    tracing::error!(action, request_id, %error, why);
                }
                Undone::Store(error) => return Err(error),
                Undone::Panicked => {
                    tracing::error!(action, request_id, "a part of a change panicked");
                }
            }
            self.store.rollback_to_savepoint()?;
            self.chain.back_to(mark);
            self.live = before;
            self.record_refused(meta, "internal")?;
            return Ok(Err(Failure::Internal));
        }
        self.store.release()?;
        let said = Said {
            customer: accepted.customer_id.or(meta.customer_id),
            object: accepted.object.as_deref().or(meta.object.as_deref()),
            details: (!accepted.details.is_null()).then_some(&accepted.details),
            ..Said::new(meta.action, accepted.result)
        };
        self.record_change(meta, &said).map(Ok)
    }

    /// What it does, and then its parts, each with its record.
    fn make_all(&mut self, meta: &ChangeMeta, accepted: &mut Accepted<()>) -> Result<(), Undone> {
        for mutation in &accepted.mutations {
            self.apply(mutation)?;
        }
        let Some(parts) = &mut accepted.parts else {
            return Ok(());
        };
        let moment = Moment {
            now: self.now,
            environment: self.environment,
        };
        let mut next = || catch_unwind(AssertUnwindSafe(|| parts.next(&moment)));
        let mut made = 0_usize;
        while let Some(part) = next().map_err(|_| Undone::Panicked)? {
            for mutation in &part.mutations {
                self.apply(mutation)?;
            }
            let said = Said {
                customer: part.customer_id,
                object: Some(&part.object),
                details: (!part.details.is_null()).then_some(&part.details),
                ..Said::new(part.action, "done")
            };
            self.record(meta, &said)?;
            made += 1;
            if made.is_multiple_of(PARTS_BETWEEN_SIGNS) {
                (self.progressed)();
            }
        }
        Ok(())
    }

    fn record_refused(
        &mut self,
        meta: &ChangeMeta,
        code: &'static str,
    ) -> Result<Made, StoreError> {
        let said = Said {
            customer: meta.customer_id,
            object: meta.object.as_deref(),
            reason: Some(code),
            ..Said::new(meta.action, "refused")
        };
        self.record_change(meta, &said)
    }

    /// The record of the change itself, whose call is counted with it.
    fn record_change(&mut self, meta: &ChangeMeta, said: &Said<'_>) -> Result<Made, StoreError> {
        let seq = self.record(meta, said)?;
        // The calls of a customer that is not there could not be stored, and would stop the ledger.
        let charged = meta.charged_to;
        if let Some(charged) = charged.filter(|id| self.live.customer(*id).is_some()) {
            self.usage.entry(charged).or_default().changes += 1;
        }
        let result = said.result;
        Ok(Made { seq, result })
    }

    fn record(&mut self, meta: &ChangeMeta, said: &Said<'_>) -> Result<u64, StoreError> {
        // A customer that is not there has no numbers of its own; the attempt is the appliance's.
        let customer = said.customer.filter(|id| self.live.customer(*id).is_some());
        let id = ChangeId::fresh(self.environment).to_string();
        let mut actor = meta.actor.described();
        actor.claim.clone_from(&meta.claim);
        let (now, origin) = (self.now, self.origin);
        let record = |seq, customer_seq| Record {
            action: said.action,
            actor: &actor,
            agent_id: meta
                .agent_id
                .as_ref()
                .map(crate::domain::text::AgentId::as_str),
            at: now,
            context: None,
            customer_id: customer,
            customer_seq,
            details: said.details,
            epoch: origin.epoch,
            format: FORMAT,
            id: &id,
            kind: RecordKind::Change,
            node: &origin.node,
            reason: said.reason,
            request_id: &meta.request_id,
            resource: said.object,
            result: said.result,
            seq,
            trace: &[],
        };
        let (seq, _) = self.chain.append(self.store, customer, record)?;
        Ok(seq)
    }

    /// Counts calls that left no record of their own.
    fn usage(&mut self, report: &UsageReport) -> Result<(), StoreError> {
        for (customer, day, reads) in &report.reads {
            if self.live.customer(*customer).is_none() {
                continue;
            }
            let delta = UsageDelta {
                reads: *reads,
                ..UsageDelta::default()
            };
            self.store.count(*customer, *day, delta)?;
        }
        for (key, at) in &report.last_used {
            self.store.key_used(*key, *at)?;
        }
        Ok(())
    }

    /// Writes what the batch's entries counted, once per customer.
    pub(super) fn write_usage(&mut self) -> Result<(), StoreError> {
        let day: Day = self.now.day();
        for (customer, delta) in &self.usage {
            self.store.count(*customer, day, *delta)?;
        }
        Ok(())
    }

    /// Makes the batch's calls visible in memory, and notes who has come to a mark with them; after
    /// the commit.
    pub(super) fn publish_usage(&mut self) {
        for (customer, delta) in &self.usage {
            if let Some(state) = self.live.customer(*customer) {
                state.calls().fetch_add(delta.total(), Ordering::Relaxed);
                if delta.checks() > 0 {
                    state.month_checks().add(self.now.month(), delta.checks());
                    if self.live.marks_due(state, self.now).next().is_some() {
                        self.watched.add(*customer);
                    }
                }
            }
        }
    }
}

/// What a record says of a change or of a part of one.
struct Said<'a> {
    action: &'static str,
    customer: Option<CustomerId>,
    object: Option<&'a str>,
    result: &'static str,
    reason: Option<&'static str>,
    details: Option<&'a serde_json::Value>,
}

impl Said<'_> {
    fn new(action: &'static str, result: &'static str) -> Self {
        Self {
            action,
            customer: None,
            object: None,
            result,
            reason: None,
            details: None,
        }
    }
}

/// Why an accepted change is not made after all.
enum Undone {
    Store(StoreError),
    Panicked,
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A change that is on record.
struct Made {
    seq: u64,
    result: &'static str,
}
