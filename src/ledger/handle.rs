//! The ledger as the rest of the program sees it.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::batch::Origin;
use super::chain::Chain;
use super::entry::{
    Accepted, ChangeError, ChangeMeta, CheckEntry, CheckRefused, Coded, Entry, Failure, Moment,
    RecordedChange, RecordedCheck, TypedChange, UsageReport, WaitingCheck, WaitingUsage,
};
use super::meter::Meter;
use super::queue::{Lane, Next, Queue};
use super::watch::{QuotaWatch, Watched};
use super::writer::WriterThread;
use crate::domain::environment::Environment;
use crate::domain::id::CustomerId;
use crate::domain::settings::LiveSettings;
use crate::domain::tier::Tiers;
use crate::domain::time::Timestamp;
use crate::live::{Live, Published};
use crate::metrics::Metrics;
use crate::store::{DataDir, Durability, Reader, Severity, StoreError, Writer};

/// Limits and durations of the ledger.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What a flush survives.
    pub durability: Durability,
    /// Entries that may wait.
    pub queue_entries: usize,
    /// Bytes that waiting entries may hold.
    pub queue_bytes: usize,
    /// How long an entry may wait.
    pub queue_age: Duration,
    /// Entries in one transaction.
    pub batch_entries: usize,
    /// How often what was decided is counted in the store.
    pub meter_every: Duration,
    /// Makes every flush that slow: a test hook.
    pub flush_delay: Option<Duration>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            durability: Durability::Power,
            queue_entries: 16_384,
            queue_bytes: 64 << 20,
            queue_age: Duration::from_secs(10),
            batch_entries: 1024,
            meter_every: Duration::from_secs(1),
            flush_delay: None,
        }
    }
}

/// Whether the ledger can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// It can.
    Ready,
    /// Not until there is room on the disk again.
    DiskFull,
    /// Not until the clock is right again: it says a time that cannot be, or one that lies an hour
    /// or more before the last record.
    ClockWrong,
    /// Never again in this process.
    Failed,
}

/// Why the ledger could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A customer is on a tier that is not on offer.
    #[error(
        "customer {customer} is on the tier `{tier}`, which the configuration does not offer: \
         offer it, or move the customer first"
    )]
    UnknownTier {
        /// The customer.
        customer: CustomerId,
        /// Its tier.
        tier: Arc<str>,
    },
    /// The writer's thread could not be started.
    #[error("cannot start the ledger's thread: {0}")]
    Thread(#[from] std::io::Error),
}

type OnFatal = Box<dyn FnOnce() + Send>;

/// Whom the ledger tells how it fares; it knows nobody by name.
pub struct Hooks {
    /// Called once if the writer has to stop for good.
    pub failed: Box<dyn FnOnce() + Send>,
    /// Called whenever the ledger has got on: while it reads much back, and after every round of
    /// its writer, which is one a second at least. It must be quick and wait for nobody.
    pub progressed: Arc<dyn Fn() + Send + Sync>,
}

impl Hooks {
    /// Tells only whether the writer failed.
    pub fn failing(failed: impl FnOnce() + Send + 'static) -> Self {
        Self {
            failed: Box::new(failed),
            progressed: Arc::new(|| {}),
        }
    }
}

impl Default for Hooks {
    /// Nobody.
    fn default() -> Self {
        Self::failing(|| {})
    }
}

pub(super) struct Shared {
    pub(super) queue: Queue,
    pub(super) live: Published,
    pub(super) settings: Settings,
    pub(super) environment: Arc<dyn Environment>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) quotas: QuotaWatch,
    health: AtomicU8,
    has_written: AtomicBool,
    last_at: AtomicI64,
    log_head: AtomicU64,
    holds_counts: AtomicBool,
    on_fatal: Mutex<Option<OnFatal>>,
    pub(super) progressed: Arc<dyn Fn() + Send + Sync>,
}

impl Shared {
    pub(super) fn health(&self) -> Health {
        match self.health.load(Ordering::Acquire) {
            0 => Health::Ready,
            1 => Health::DiskFull,
            3 => Health::ClockWrong,
            _ => Health::Failed,
        }
    }

    /// Notes a batch that is on the disk.
    pub(super) fn set_written(&self, at: Timestamp) {
        self.has_written.store(true, Ordering::Release);
        self.last_at.store(at.as_micros(), Ordering::Release);
    }

    /// Notes the last record on the disk.
    pub(super) fn set_log_head(&self, seq: u64) {
        self.log_head.store(seq, Ordering::Release);
    }

    /// Notes whether the log holds decisions that are not counted in the store.
    pub(super) fn set_holds_counts(&self, holds: bool) {
        self.holds_counts.store(holds, Ordering::Release);
    }

    /// Returns whether it was otherwise before.
    pub(super) fn set_health(&self, health: Health) -> bool {
        let number = match health {
            Health::Ready => 0,
            Health::DiskFull => 1,
            Health::ClockWrong => 3,
            Health::Failed => 2,
        };
        self.health.load(Ordering::Relaxed) != number
            && self.health.swap(number, Ordering::AcqRel) != number
    }

    /// Stops for good: what waits is told so, and the process is asked to end.
    pub(super) fn stop(&self) {
        self.set_health(Health::Failed);
        self.queue.close();
        while let Next::Batch(batch) = self.queue.take(usize::MAX, Duration::ZERO) {
            for queued in batch {
                queued.entry.fail(Failure::Unavailable);
            }
        }
        self.tell_fatal();
    }

    fn tell_fatal(&self) {
        let told = self
            .on_fatal
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(tell) = told {
            tell();
        }
    }
}

/// The ledger: one queue, one writer, one published state.
pub struct Ledger {
    shared: Arc<Shared>,
    reader: Reader,
    thread: Mutex<Option<JoinHandle<()>>>,
    directory: DataDir,
    node: String,
    configuration_before: Option<String>,
}

impl Ledger {
    /// Opens the data directory's database, reads it back, and starts the writer.
    pub fn open(
        directory: DataDir,
        settings: Settings,
        live_settings: Arc<LiveSettings>,
        environment: Arc<dyn Environment>,
        metrics: Arc<Metrics>,
        hooks: Hooks,
    ) -> Result<Self, OpenError> {
        let Hooks { failed, progressed } = hooks;
        let gets_on = Arc::clone(&progressed);
        let mut store = Writer::open_telling(&directory, settings.durability, move || gets_on())?;
        let mut live = Live::empty(live_settings);
        let loaded = store.load(&mut |mutation| live.apply(&mutation))?;
        let now = environment.now().max(loaded.head.at);
        let meter = Meter::catch_up(&mut store, loaded.head.seq, now, settings.meter_every)?;
        store.tell_no_more()?;
        live.set_counters(&loaded.calls, &loaded.last_used);
        live.set_log_heads(&loaded.customer_heads);
        live.set_month_checks(loaded.head.at.month(), &loaded.month_checks);
        for state in live.customers() {
            let customer = state.customer();
            if live.tier_of(customer).is_none() {
                let (customer, tier) = (customer.id, Arc::clone(&customer.tier));
                return Err(OpenError::UnknownTier { customer, tier });
            }
        }
        let origin = origin(&mut store, &loaded.meta, &*environment)?;
        offer_first(&mut store, live.tiers(), now)?;
        let node = origin.node.clone();
        if let Some(delay) = settings.flush_delay {
            store.slow_flushes(delay);
        }
        let reader = Reader::open(directory.path())?;
        let shared = Arc::new(Shared {
            queue: Queue::new(settings.queue_entries, settings.queue_bytes),
            live: Published::new(live),
            settings,
            environment,
            metrics,
            quotas: QuotaWatch::new(),
            health: AtomicU8::new(0),
            has_written: AtomicBool::new(false),
            last_at: AtomicI64::new(loaded.head.at.as_micros()),
            log_head: AtomicU64::new(loaded.head.seq),
            holds_counts: AtomicBool::new(meter.holds_any()),
            on_fatal: Mutex::new(Some(failed)),
            progressed,
        });
        let configuration_before = loaded.configuration().map(str::to_owned);
        let chain = Chain::new(loaded.head, loaded.customer_heads);
        let writer = WriterThread {
            shared: Arc::clone(&shared),
            store,
            chain,
            meter,
            origin,
        };
        let guard = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("ledger".to_owned())
            .spawn(move || {
                let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| writer.run()));
                if ran.is_err() {
                    tracing::error!("the ledger stops: its writer panicked");
                    guard.stop();
                }
            })?;
        Ok(Self {
            shared,
            reader,
            thread: Mutex::new(Some(thread)),
            directory,
            node,
            configuration_before,
        })
    }

    /// The state as of the last commit.
    pub fn live(&self) -> &Published {
        &self.shared.live
    }

    /// The data directory.
    pub fn directory(&self) -> &std::path::Path {
        self.directory.path()
    }

    /// The name of this appliance.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// Every setting, as JSON, that was in force when a server ran last on this data.
    pub fn configuration_before(&self) -> Option<&str> {
        self.configuration_before.as_deref()
    }

    /// Queries for lists and logs.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Time and randomness.
    pub fn environment(&self) -> &Arc<dyn Environment> {
        &self.shared.environment
    }

    /// The counters.
    pub fn metrics(&self) -> &Arc<Metrics> {
        &self.shared.metrics
    }

    /// Whether the ledger can write.
    pub fn health(&self) -> Health {
        self.shared.health()
    }

    /// Whether anything is on the disk since it was opened; a server begins with its own record.
    pub fn has_written(&self) -> bool {
        self.shared.has_written.load(Ordering::Acquire)
    }

    /// The global number of the last record on the disk.
    pub fn log_head(&self) -> u64 {
        self.shared.log_head.load(Ordering::Acquire)
    }

    /// The time that decides: the later of the clock and the last record's.
    pub fn now(&self) -> Timestamp {
        let last = Timestamp::from_micros(self.shared.last_at.load(Ordering::Acquire));
        self.shared.environment.now().max(last)
    }

    /// How many entries may wait, and how many bytes they may hold.
    pub fn queue_limits(&self) -> (usize, usize) {
        let settings = &self.shared.settings;
        (settings.queue_entries, settings.queue_bytes)
    }

    /// How many entries wait.
    pub fn queue_depth(&self) -> usize {
        self.shared.queue.len()
    }

    /// Queues a check; the answer comes when its record is on the disk.
    pub fn check(
        &self,
        entry: CheckEntry,
    ) -> oneshot::Receiver<Result<RecordedCheck, CheckRefused>> {
        let (reply, receiver) = oneshot::channel();
        self.submit(
            Lane::Normal,
            Entry::Check(Box::new(WaitingCheck { entry, reply })),
        );
        receiver
    }

    /// Queues a change; `work` validates it on the state as it is when its turn comes.
    pub fn change<T, E, F>(
        &self,
        lane: Lane,
        meta: ChangeMeta,
        work: F,
    ) -> oneshot::Receiver<Result<RecordedChange<T>, ChangeError<E>>>
    where
        T: Send + 'static,
        E: std::error::Error + Coded + Send + 'static,
        F: FnOnce(&Live, &Moment<'_>) -> Result<Accepted<T>, E> + Send + 'static,
    {
        let (change, receiver) = TypedChange::new(meta, work);
        self.submit(lane, Entry::Change(Box::new(change)));
        receiver
    }

    /// Queues calls that left no record of their own; `true` comes back when they are on the disk.
    pub fn usage(&self, report: UsageReport) -> oneshot::Receiver<bool> {
        let (reply, receiver) = oneshot::channel();
        self.submit(Lane::Urgent, Entry::Usage(WaitingUsage { report, reply }));
        receiver
    }

    /// Queues that all decisions answered so far are counted in the store; nothing when they are.
    pub fn settle_meter(&self) -> Option<oneshot::Receiver<bool>> {
        let holds_any = self.shared.holds_counts.load(Ordering::Acquire);
        holds_any.then(|| {
            self.usage(UsageReport {
                settles_meter: true,
                ..UsageReport::default()
            })
        })
    }

    /// Takes whose quota has come to a mark since the last time: those who checked, those whose terms
    /// changed, and everybody where a configuration came into force, and the first time.
    pub fn take_watched(&self) -> Watched {
        self.shared.quotas.take()
    }

    /// Notes customers that are to be taken again the next time.
    pub fn watch(&self, customers: impl Iterator<Item = CustomerId>) {
        self.shared.quotas.note(Watched::These(customers.collect()));
    }

    /// Takes nothing more, works off what waits, and ends the writer. Calling it again is fine.
    pub fn close(&self) {
        self.shared.queue.close();
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread
            && thread.join().is_err()
        {
            tracing::error!("the ledger's thread panicked");
        }
    }

    fn submit(&self, lane: Lane, entry: Entry) {
        if self.shared.health() == Health::Failed {
            entry.fail(Failure::Unavailable);
            return;
        }
        if let Err((entry, is_closed)) = self.shared.queue.push(lane, entry) {
            if is_closed {
                entry.fail(Failure::Unavailable);
            } else {
                self.shared.metrics.overloaded.inc();
                entry.fail(Failure::Overloaded);
            }
        }
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        self.close();
    }
}

/// Notes from when on these tiers are offered, where nothing was ever noted of them. What is another
/// offer than before is noted with the record of a start or a reload, and not because a command was
/// run with another configuration. What a full disk or a wrong clock does not let be noted now is noted
/// with that record too.
fn offer_first(store: &mut Writer, tiers: &Tiers, now: Timestamp) -> Result<(), StoreError> {
    if !now.is_plausible() {
        return Ok(());
    }
    let noted = store
        .begin()
        .and_then(|()| store.offer_first(tiers, now))
        .and_then(|()| store.commit());
    let Err(error) = noted else {
        return Ok(());
    };
    match (error.severity(), store.rollback()) {
        (Severity::Full, Ok(())) => Ok(()),
        (Severity::Full | Severity::Refused | Severity::Fatal, _) => Err(error),
    }
}

/// The name of this appliance and the age of its database; made when the database is new.
fn origin(
    store: &mut Writer,
    meta: &std::collections::HashMap<String, String>,
    environment: &dyn Environment,
) -> Result<Origin, StoreError> {
    let epoch = meta.get("epoch").and_then(|text| text.parse().ok());
    if let (Some(node), Some(epoch)) = (meta.get("node"), epoch) {
        return Ok(Origin {
            node: node.clone(),
            epoch,
        });
    }
    let mut random = [0u8; 4];
    environment.fill(&mut random);
    let node = format!("{:08x}", u32::from_be_bytes(random));
    store.begin()?;
    store.set_meta("node", &node)?;
    store.set_meta("epoch", "1")?;
    store.set_meta("created_at", &environment.now().to_string())?;
    store.commit()?;
    Ok(Origin { node, epoch: 1 })
}
