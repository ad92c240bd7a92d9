//! The writer's thread: take what has gathered, work it off as one transaction, answer everyone.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::batch::{Batch, Done, Origin};
use super::chain::Chain;
use super::entry::{Entry, Failure};
use super::handle::{Health, Shared};
use super::meter::Meter;
use super::queue::{Next, Queued};
use super::watch::Watched;
use crate::metrics::Metrics;
use crate::store::{Severity, StoreError, Writer};

/// How long the writer waits for work before it looks after itself.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often approvals that nobody can use any more leave the memory.
const SWEEP_EVERY: Duration = Duration::from_mins(1);

/// How a batch ended.
enum Ended {
    /// On the disk.
    Committed,
    /// Not on the disk, and that is certain.
    Refused(StoreError),
    /// Unknown: this process must not answer any more.
    Unknown(StoreError),
}

pub(super) struct WriterThread {
    pub(super) shared: Arc<Shared>,
    pub(super) store: Writer,
    pub(super) chain: Chain,
    pub(super) meter: Meter,
    pub(super) origin: Origin,
}

impl WriterThread {
    /// Works until the queue is closed and empty, or the disk can no longer be believed.
    pub(super) fn run(mut self) {
        self.sweep();
        let mut swept = Instant::now();
        loop {
            match self
                .shared
                .queue
                .take(self.shared.settings.batch_entries, PATIENCE)
            {
                Next::Batch(batch) => {
                    if let Err(error) = self.work(batch) {
                        self.fail(&error);
                        return;
                    }
                }
                Next::Idle if self.meter.is_due() || self.shared.health() != Health::Ready => {
                    if let Err(error) = self.work(Vec::new()) {
                        self.fail(&error);
                        return;
                    }
                }
                Next::Idle => {}
                Next::Closed => break,
            }
            // Here and nowhere else: only a writer that has really gone round is alive. One that
            // hangs in a flush says nothing, one that a full disk refuses goes on.
            (self.shared.progressed)();
            if swept.elapsed() >= SWEEP_EVERY {
                swept = Instant::now();
                self.sweep();
            }
        }
        if self.meter.holds_any() {
            self.meter.ask();
            if let Err(error) = self.work(Vec::new()) {
                self.fail(&error);
                return;
            }
        }
        if let Err(error) = self.store.checkpoint() {
            tracing::warn!(%error, "the write-ahead log was not emptied; the next start does it");
        }
    }

    /// Works one batch off. An error means that this process must stop.
    fn work(&mut self, queued: Vec<Queued>) -> Result<(), StoreError> {
        let shared = Arc::clone(&self.shared);
        // The clock itself, not the later of it and the last record: by a clock that fell back to
        // 1970, no permission would ever end.
        let clock = shared.environment.now();
        if !self.chain.believes(clock) {
            if shared.set_health(Health::ClockWrong) {
                tracing::error!(%clock, "the clock cannot be right; nothing is decided by it");
            }
            give_up(Vec::new(), queued.into_iter());
            return Ok(());
        }
        let now = clock.max(self.chain.last_at());
        let metrics = &shared.metrics;
        let entries = queued.len();
        let meter = &mut self.meter;
        let is_metered = meter.is_due_with(&queued);
        let published = shared.live.load_full();
        let mut batch = Batch {
            store: &mut self.store,
            chain: &mut self.chain,
            live: Arc::clone(&published),
            now,
            environment: &*shared.environment,
            origin: &self.origin,
            metrics,
            usage: HashMap::new(),
            watched: Watched::default(),
            done: Vec::with_capacity(entries),
            progressed: &*shared.progressed,
        };
        let mut waits = Vec::with_capacity(entries);
        let mut rest = queued.into_iter();
        let mut run = || {
            batch.store.begin()?;
            if is_metered {
                meter.write(batch.store, now)?;
            }
            for Queued { entry, since } in rest.by_ref() {
                if entry.caller_is_gone() {
                    metrics.dropped.inc();
                } else if since.elapsed() > shared.settings.queue_age {
                    metrics.dropped.inc();
                    entry.fail(Failure::Overloaded);
                } else {
                    if matches!(entry, Entry::Check(_)) {
                        waits.push(since);
                    }
                    batch.work(entry)?;
                }
            }
            if entries == 0 && !is_metered {
                batch.store.set_meta("probed_at", &now.to_string())?;
            }
            batch.write_usage()
        };
        let worked = run();
        let committing = Instant::now();
        match end(batch.store, worked) {
            Ended::Committed => {
                let took = committing.elapsed();
                metrics.commit_seconds.observe(took.as_secs_f64());
                metrics.commits.observe(took);
                shared.set_written(now);
                if !Arc::ptr_eq(&batch.live, &published) {
                    shared.live.publish(Arc::clone(&batch.live));
                }
                let live = &batch.live;
                batch.chain.committed(|customer, number| {
                    if let Some(state) = live.customer(customer) {
                        state.log_head().store(number, Ordering::Release);
                    }
                });
                shared.set_log_head(batch.chain.committed_seq());
                batch.publish_usage();
                shared.quotas.note(std::mem::take(&mut batch.watched));
                meter.committed(&batch.done, now, batch.chain.committed_seq(), is_metered);
                shared.set_holds_counts(meter.holds_any());
                shared.set_health(Health::Ready);
                for entry in batch.done {
                    entry.answer(metrics);
                }
                observe(metrics, entries, &waits);
                Ok(())
            }
            Ended::Refused(error) => {
                batch.chain.rolled_back();
                give_up(batch.done, rest);
                if shared.set_health(Health::DiskFull) {
                    tracing::error!(%error, "the disk is full: nothing is decided until it is not");
                }
                // Whoever asks again at once is told the same at once; the disk is not hammered.
                std::thread::sleep(Duration::from_millis(20));
                Ok(())
            }
            Ended::Unknown(error) => {
                shared.set_health(Health::Failed);
                give_up(batch.done, rest);
                Err(error)
            }
        }
    }

    /// Stops for good: what waits is told so, and the process is asked to end.
    fn fail(&mut self, error: &StoreError) {
        tracing::error!(%error, "the ledger stops: it is unknown what is on the disk");
        self.shared.stop();
    }

    /// Lets approvals leave the memory whose end lies so far back that nobody waits for them.
    fn sweep(&mut self) {
        let published = self.shared.live.load_full();
        let now = self.shared.environment.now();
        let keep = published.settings().approvals_expire_after;
        let over = published.approvals_over(|approval| now.since(approval.expires_at) > keep);
        if !over.is_empty() {
            let mut live = published;
            Arc::make_mut(&mut live).forget_approvals(&over);
            self.shared.live.publish(live);
        }
    }
}

/// Notes how long the checks of a batch took, and how many entries shared it.
fn observe(metrics: &Metrics, entries: usize, waits: &[Instant]) {
    for since in waits {
        metrics.check_seconds.observe(since.elapsed().as_secs_f64());
    }
    if entries > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a batch is small")]
        metrics.batch_entries.observe(entries as f64);
    }
}

/// Tells those whose entries are not on the disk, worked off or not.
fn give_up(done: Vec<Done>, rest: impl Iterator<Item = Queued>) {
    for entry in done {
        entry.fail();
    }
    for queued in rest {
        queued.entry.fail(Failure::Unavailable);
    }
}

/// Commits, or rolls back what could not be worked off.
fn end(store: &mut Writer, worked: Result<(), StoreError>) -> Ended {
    let error = match worked.and_then(|()| store.commit()) {
        Ok(()) => return Ended::Committed,
        Err(error) => error,
    };
    match (error.severity(), store.rollback()) {
        (Severity::Full, Ok(())) => Ended::Refused(error),
        (Severity::Full | Severity::Refused | Severity::Fatal, _) => Ended::Unknown(error),
    }
}
