//! Backups: one at a time, on request or by the clock, and on record either way.
//!
//! The copying runs on a thread of its own with a connection of its own. The ledger's writer goes on
//! meanwhile, and no worker waits for it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::{App, Error};
use crate::backup::{BackupError, Found, Made, Name, Plan, Recipient, list, make, prune};
use crate::domain::actor::Actor;
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta, Coded, Lane, Ledger, Stop, StoreError};

/// How long after the start the clock may ask for a backup at the earliest: a start has other work.
const QUIET_START: Duration = Duration::from_mins(5);
/// How long after a failure it is tried again; doubled with each failure in a row.
const FIRST_RETRY: Duration = Duration::from_mins(5);
/// The longest wait between two tries.
const LAST_RETRY: Duration = Duration::from_hours(6);

/// What the configuration says about backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupSettings {
    /// The directory that they go to; `backups` in the data directory unless given.
    pub directory: Option<PathBuf>,
    /// How often one is made without being asked for; never when there is none.
    pub every: Option<Duration>,
    /// How many are kept.
    pub keep: usize,
    /// Who can read them.
    pub recipients: Vec<Recipient>,
    /// The configuration in force, as text.
    pub config: Arc<str>,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self {
            directory: None,
            every: None,
            keep: 7,
            recipients: Vec::new(),
            config: Arc::from(""),
        }
    }
}

/// How the last one came out.
#[derive(Debug, Clone)]
pub struct LastBackup {
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it was over.
    pub finished_at: Timestamp,
    /// What was made, or why nothing was.
    pub outcome: Result<Made, Arc<BackupError>>,
}

/// Where backups stand.
#[derive(Debug, Clone)]
pub struct BackupStatus {
    /// What the configuration says.
    pub settings: Arc<BackupSettings>,
    /// Where they go.
    pub directory: PathBuf,
    /// When the one that is being made was begun.
    pub running_since: Option<Timestamp>,
    /// The last one since this process was started.
    pub last: Option<LastBackup>,
    /// When the next one is made by itself.
    pub next_at: Option<Timestamp>,
    /// Those in the directory, newest first.
    pub found: Vec<Found>,
    /// Why the directory cannot be read.
    pub directory_error: Option<String>,
}

/// Where backups stand, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupSummary {
    /// When the newest one was made.
    pub last_done_at: Option<Timestamp>,
    /// When the last one failed, unless one was made since.
    pub last_failed_at: Option<Timestamp>,
    /// How often one is made without being asked for.
    pub every: Option<Duration>,
}

#[derive(Default)]
struct State {
    running_since: Option<Timestamp>,
    last: Option<LastBackup>,
    failures: u32,
    is_closed: bool,
}

/// Backups of one ledger.
pub(super) struct Backups {
    settings: Mutex<Arc<BackupSettings>>,
    data_dir: PathBuf,
    started_at: Timestamp,
    /// The newest success on the disk or since, in microseconds; 0 when none is known.
    newest: AtomicI64,
    state: Mutex<State>,
    /// Moves when one is begun and when it is over.
    revision: AtomicU64,
    ended: Condvar,
    stop: Stop,
}

impl Backups {
    pub(super) fn new(data_dir: &Path, started_at: Timestamp) -> Self {
        Self {
            data_dir: data_dir.to_owned(),
            settings: Mutex::default(),
            started_at,
            newest: AtomicI64::new(0),
            state: Mutex::default(),
            revision: AtomicU64::new(0),
            ended: Condvar::new(),
            stop: Stop::default(),
        }
    }

    /// What is in force now.
    fn settings(&self) -> Arc<BackupSettings> {
        Arc::clone(&self.settings.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn directory(&self, settings: &BackupSettings) -> PathBuf {
        let directory = settings.directory.clone();
        directory.unwrap_or_else(|| self.data_dir.join("backups"))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Every change of it is one assignment: a panic leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps others from beginning until the slot is given back.
    fn reserve(self: &Arc<Self>, now: Timestamp) -> Result<Slot, Error> {
        let mut state = self.lock();
        if state.is_closed {
            return Err(Error::Unavailable);
        }
        if let Some(since) = state.running_since {
            let why = format!("a backup is being made already, since {since}");
            return Err(Error::Conflict(why));
        }
        state.running_since = Some(now);
        self.revision.fetch_add(1, Ordering::AcqRel);
        Ok(Slot {
            backups: Arc::clone(self),
            started_at: now,
        })
    }

    fn newest(&self) -> Option<Timestamp> {
        let newest = self.newest.load(Ordering::Acquire);
        (newest > 0).then(|| Timestamp::from_micros(newest))
    }

    /// One from the future was made by a clock that was wrong: nobody waits for it.
    fn next_at(&self, now: Timestamp) -> Option<Timestamp> {
        let newest = self.newest().filter(|newest| *newest <= now);
        let state = self.lock();
        let failed = state.last.as_ref().filter(|last| last.outcome.is_err());
        let failed = failed.map(|last| (last.finished_at.min(now), state.failures));
        Some(due(
            self.settings().every?,
            self.started_at.min(now),
            newest,
            failed,
        ))
    }
}

/// When the next backup is due: so long after the newest one; after a failure, when it may be tried
/// again; and never in the first minutes.
fn due(
    every: Duration,
    started_at: Timestamp,
    newest: Option<Timestamp>,
    failed: Option<(Timestamp, u32)>,
) -> Timestamp {
    let earliest = started_at.plus(QUIET_START);
    let regular = newest.map_or(earliest, |newest| newest.plus(every).max(earliest));
    match failed {
        None => regular,
        Some((at, failures)) => {
            let doubled = FIRST_RETRY.saturating_mul(1 << failures.saturating_sub(1).min(16));
            regular.max(at.plus(doubled.min(LAST_RETRY)))
        }
    }
}

/// The right to make a backup; given back when it is dropped.
pub struct Slot {
    backups: Arc<Backups>,
    started_at: Timestamp,
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.backups.lock().running_since = None;
        self.backups.revision.fetch_add(1, Ordering::AcqRel);
        self.backups.ended.notify_all();
    }
}

/// Who wants it.
struct Order {
    actor: Actor,
    request_id: String,
}

impl Slot {
    /// When the backup was begun.
    pub fn started_at(&self) -> Timestamp {
        self.started_at
    }

    /// Makes it, puts it on record, and removes what is beyond the number that is kept.
    fn work(self, ledger: &Ledger, order: Order) {
        let backups = &self.backups;
        let settings = backups.settings();
        let directory = backups.directory(&settings);
        let plan = Plan {
            data_dir: &backups.data_dir,
            directory: &directory,
            recipients: &settings.recipients,
            config: &settings.config,
        };
        let outcome = make(&plan, self.started_at, &backups.stop);
        let removed = outcome.as_ref().map_or_else(
            |_| Vec::new(),
            |made| {
                let removed = prune(&directory, made.name.node(), settings.keep);
                removed.unwrap_or_else(|error| {
                    tracing::warn!(%error, "old backups could not be removed");
                    Vec::new()
                })
            },
        );
        report(ledger, &outcome);
        record(ledger, order, &outcome, &removed);
        let mut state = backups.lock();
        match &outcome {
            Ok(made) => {
                let at = made.manifest.created_at.as_micros();
                backups.newest.store(at, Ordering::Release);
                state.failures = 0;
            }
            Err(_) => state.failures = state.failures.saturating_add(1),
        }
        state.last = Some(LastBackup {
            started_at: self.started_at,
            finished_at: ledger.environment().now(),
            outcome: outcome.map_err(Arc::new),
        });
        drop(state);
    }
}

fn report(ledger: &Ledger, outcome: &Result<Made, BackupError>) {
    let metrics = ledger.metrics();
    match outcome {
        Ok(made) => {
            metrics.backup_succeeded(made.manifest.created_at.as_seconds(), made.file.bytes);
            let (file, bytes) = (made.path.display(), made.file.bytes);
            tracing::info!(%file, bytes, "a backup was made");
        }
        Err(BackupError::Store(StoreError::Stopped)) => {
            tracing::warn!("a backup was given up: the server stops");
        }
        Err(error) => {
            metrics.backup_failures.inc();
            let error = error as &dyn std::error::Error;
            tracing::error!(error, "a backup could not be made");
        }
    }
}

/// Why there is no backup, as the record says it: the log of the program says more.
#[derive(Debug, thiserror::Error)]
#[error("the backup could not be made")]
struct Failed;

impl Coded for Failed {
    fn code(&self) -> &'static str {
        "backup_failed"
    }
}

fn record(ledger: &Ledger, order: Order, outcome: &Result<Made, BackupError>, removed: &[String]) {
    let meta = ChangeMeta {
        action: "backup.make",
        actor: order.actor,
        claim: None,
        customer_id: None,
        agent_id: None,
        object: outcome.as_ref().ok().map(|made| made.name.to_string()),
        charged_to: None,
        request_id: order.request_id,
    };
    let details = outcome.as_ref().ok().map(|made| {
        json!({
            "bytes": made.file.bytes, "file": made.name.to_string(),
            "head_hash": made.manifest.head.hash, "head_seq": made.manifest.head.seq,
            "is_encrypted": made.name.is_encrypted(), "removed": removed,
            "sha256": made.file.sha256,
        })
    });
    let promise = ledger.change(Lane::Normal, meta, move |_, _| match details {
        Some(details) => Ok(Accepted::done((), Vec::new(), details)),
        None => Err(Failed),
    });
    // The refused record of a failure comes back as an error; so does a ledger that cannot write.
    match promise.recv() {
        Ok(Ok(_) | Err(crate::ledger::ChangeError::Refused(_))) => {}
        Ok(Err(error)) => tracing::error!(%error, "the backup is not on record"),
        Err(_) => tracing::error!("the backup is not on record: the ledger is gone"),
    }
}

impl App {
    /// Begins a backup, and answers when it is on record that it was begun. Whoever has the slot
    /// hands it to [`App::make_backup`].
    pub fn begin_backup(&self, caller: &Caller) -> Result<Promise<Slot>, Error> {
        let slot = self.backups.reserve(self.now())?;
        let draft = Draft {
            action: "backup.start",
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |_, _, _| {
            Ok(Accepted::done(slot, Vec::new(), serde_json::Value::Null))
        }))
    }

    /// Makes the backup on a thread of its own.
    pub fn make_backup(&self, slot: Slot, caller: &Caller) -> Result<(), Error> {
        let order = Order {
            actor: caller.principal.actor(),
            request_id: caller.request_id.clone(),
        };
        let ledger = Arc::clone(&self.ledger);
        std::thread::Builder::new()
            .name("backup".to_owned())
            .spawn(move || slot.work(&ledger, order))
            .map(drop)
            .map_err(|error| Error::Internal(format!("cannot start a thread: {error}")))
    }

    /// Makes a backup if the schedule asks for one now. Blocks until it is made.
    pub fn make_backup_if_due(&self) {
        let now = self.now();
        let Some(next) = self.backups.next_at(now).filter(|next| *next <= now) else {
            return;
        };
        let Ok(slot) = self.backups.reserve(now) else {
            return;
        };
        tracing::debug!(%next, "the schedule asks for a backup");
        let order = Order {
            actor: Actor::System,
            request_id: self.fresh_request_id(),
        };
        slot.work(&self.ledger, order);
    }

    /// Looks for the backups that are on the disk already: the schedule goes on from the newest.
    pub fn look_for_backups(&self) {
        let settings = self.backups.settings();
        match list(&self.backups.directory(&settings)) {
            Ok(found) => {
                // One from the future was made by a clock that was wrong: nobody waits for it.
                let (now, node) = (self.now(), self.ledger.node());
                let is_ours = |name: &Name| name.node() == node && name.at() <= now;
                if let Some(newest) = found.iter().find(|found| is_ours(&found.name)) {
                    let at = newest.name.at();
                    self.backups.newest.store(at.as_micros(), Ordering::Release);
                    let metrics = self.ledger.metrics();
                    metrics.backup_succeeded(at.as_seconds(), newest.bytes);
                }
            }
            Err(error) => tracing::warn!(%error, "cannot look for backups"),
        }
    }

    /// Takes over what the configuration says about backups; one that is being made goes on as it
    /// was begun.
    pub fn configure_backups(&self, settings: BackupSettings) {
        let mut known = self
            .backups
            .settings
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let every = settings.every.unwrap_or_default();
        self.ledger.metrics().backups_are_due_every(every);
        *known = Arc::new(settings);
    }

    /// The newest backup and the last failure, as far as this process knows; asks no disk.
    pub fn backup_summary(&self) -> BackupSummary {
        let newest = self.backups.newest.load(Ordering::Acquire);
        let last = self.backups.lock().last.clone();
        let failed = last.filter(|last| last.outcome.is_err());
        BackupSummary {
            last_done_at: (newest > 0).then(|| Timestamp::from_micros(newest)),
            last_failed_at: failed.map(|last| last.finished_at),
            every: self.backups.settings().every,
        }
    }

    /// Where backups stand. Blocks on the disk.
    pub fn backup_status(&self) -> BackupStatus {
        let settings = self.backups.settings();
        let directory = self.backups.directory(&settings);
        let (found, directory_error) = match list(&directory) {
            Ok(found) => (found, None),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let next_at = self.backups.next_at(self.now());
        let state = self.backups.lock();
        BackupStatus {
            settings,
            directory,
            running_since: state.running_since,
            last: state.last.clone(),
            next_at,
            found,
            directory_error,
        }
    }

    /// Moves when a backup is begun and when it is over.
    pub fn backup_revision(&self) -> u64 {
        self.backups.revision.load(Ordering::Acquire)
    }

    /// Ends the backup that is being made, begins no other, and waits until it is over.
    pub fn stop_backups(&self) {
        self.backups.stop.ask();
        let mut state = self.backups.lock();
        state.is_closed = true;
        let is_running = |state: &mut State| state.running_since.is_some();
        drop(self.backups.ended.wait_while(state, is_running));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_none_after_the_end() {
        let now = Timestamp::from_micros(0);
        let backups = Arc::new(Backups::new(Path::new("nowhere"), now));
        let slot = backups.reserve(now).unwrap();
        assert!(matches!(backups.reserve(now), Err(Error::Conflict(_))));
        drop(slot);
        drop(backups.reserve(now).unwrap());
        backups.lock().is_closed = true;
        assert!(matches!(backups.reserve(now), Err(Error::Unavailable)));
    }

    #[test]
    fn a_clock_that_was_ahead_stops_no_backups() {
        let at = |hours: u64| Timestamp::from_micros(0).plus(Duration::from_hours(hours));
        let backups = Backups::new(Path::new("nowhere"), at(100));
        let every = Some(Duration::from_hours(24));
        *backups.settings.lock().unwrap() = Arc::new(BackupSettings {
            every,
            ..BackupSettings::default()
        });
        backups
            .newest
            .store(at(90_000).as_micros(), Ordering::Release);
        let soon = at(100).plus(QUIET_START);
        assert_eq!(
            backups.next_at(at(200)),
            Some(soon),
            "the clock was set back"
        );
        assert_eq!(backups.next_at(at(90_001)), Some(at(90_024)));
    }

    #[test]
    fn backups_are_due_by_the_newest_on_the_disk_and_not_at_once() {
        let at = |hours: u64| Timestamp::from_micros(0).plus(Duration::from_hours(hours));
        let day = Duration::from_hours(24);
        let minutes = |at: Timestamp, minutes: u64| at.plus(Duration::from_mins(minutes));
        assert_eq!(due(day, at(100), None, None), minutes(at(100), 5));
        assert_eq!(due(day, at(100), Some(at(90)), None), at(114));
        // Long overdue: soon after the start.
        assert_eq!(due(day, at(100), Some(at(10)), None), minutes(at(100), 5));
        for (failures, wait) in [(1, 5), (2, 10), (3, 20), (7, 320), (8, 360), (99, 360)] {
            let failed = Some((at(200), failures));
            assert_eq!(due(day, at(100), None, failed), minutes(at(200), wait));
        }
    }
}
