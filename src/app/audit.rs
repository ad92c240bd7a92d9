//! The audit log proved while the server runs: one proof at a time, on a thread and a connection of
//! its own, so that neither the ledger's writer nor a worker waits for it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::caller::{Caller, Draft, Promise};
use super::{App, Error};
use crate::domain::time::Timestamp;
use crate::ledger::{
    Accepted, ChainedRecord, DATABASE_FILE, DatabaseFile, Head, Ledger, ProvedLog, Stop, StoreError,
};

/// How a proof came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofResult {
    /// Every record follows from the one before it.
    Ok,
    /// One does not.
    Broken,
    /// The log could not be read to its end.
    Failed,
}

impl ProofResult {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Broken => "broken",
            Self::Failed => "failed",
        }
    }
}

/// The last proof since the start of the server.
#[derive(Debug, Clone)]
pub struct LastProof {
    /// When it was over.
    pub at: Timestamp,
    /// The last record that is proved.
    pub through_seq: u64,
    /// How it came out.
    pub result: ProofResult,
    /// What is wrong, or what is proved.
    pub message: String,
}

/// The proof that is under way.
#[derive(Debug, Clone, Copy)]
pub struct RunningProof {
    /// When it was begun.
    pub started_at: Timestamp,
    /// Records proved so far.
    pub checked: u64,
    /// Records that there are to prove; not known in the first moment.
    pub total: Option<u64>,
}

/// Where the log stands.
#[derive(Debug, Clone)]
pub struct AuditStatus {
    /// The last record.
    pub head: Option<Head>,
    /// How often the database has been restored, counted from 1.
    pub epoch: u64,
    /// The last proof.
    pub verified: Option<LastProof>,
    /// The one that is under way.
    pub running: Option<RunningProof>,
}

#[derive(Default)]
struct State {
    running_since: Option<Timestamp>,
    last: Option<LastProof>,
    is_closed: bool,
}

/// Proofs of one ledger's log.
#[derive(Default)]
pub(super) struct Proofs {
    state: Mutex<State>,
    checked: AtomicU64,
    /// 0 while it is not known.
    total: AtomicU64,
    ended: Condvar,
    stop: Stop,
}

impl Proofs {
    fn lock(&self) -> MutexGuard<'_, State> {
        // Every change of it is one assignment: a panic leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps others from beginning until the right is given back.
    fn reserve(self: &Arc<Self>, now: Timestamp) -> Result<ProofSlot, Error> {
        let mut state = self.lock();
        if state.is_closed {
            return Err(Error::Unavailable);
        }
        if let Some(since) = state.running_since {
            let why = format!("the log is being verified already, since {since}");
            return Err(Error::Conflict(why));
        }
        state.running_since = Some(now);
        self.checked.store(0, Ordering::Release);
        self.total.store(0, Ordering::Release);
        Ok(ProofSlot {
            proofs: Arc::clone(self),
            started_at: now,
        })
    }
}

/// The right to prove the log; given back when it is dropped.
pub struct ProofSlot {
    proofs: Arc<Proofs>,
    started_at: Timestamp,
}

impl Drop for ProofSlot {
    fn drop(&mut self) {
        self.proofs.lock().running_since = None;
        self.proofs.ended.notify_all();
    }
}

impl ProofSlot {
    /// When it was begun.
    pub fn started_at(&self) -> Timestamp {
        self.started_at
    }

    fn work(self, ledger: &Ledger) {
        let proofs = &self.proofs;
        let told = |checked, total| {
            proofs.checked.store(checked, Ordering::Release);
            proofs.total.store(total, Ordering::Release);
        };
        let proved = DatabaseFile::open(&ledger.directory().join(DATABASE_FILE))
            .and_then(|database| database.prove_log_telling(&HashMap::new(), &proofs.stop, &told));
        let last = outcome(proved, proofs.checked.load(Ordering::Acquire), ledger.now());
        proofs.lock().last = Some(last);
    }
}

fn outcome(proved: Result<ProvedLog, StoreError>, checked: u64, at: Timestamp) -> LastProof {
    let (through_seq, result, message) = match proved {
        Ok(log) => {
            let message = format!("{} records verify", log.head.seq);
            (log.head.seq, ProofResult::Ok, message)
        }
        Err(StoreError::Stopped) => {
            tracing::warn!("a verification of the audit log was given up: the server stops");
            let message = StoreError::Stopped.to_string();
            (checked, ProofResult::Failed, message)
        }
        Err(ref error @ StoreError::AlteredLog { seq, .. }) => {
            tracing::error!(%error, "the audit log does not verify");
            (
                seq.saturating_sub(1),
                ProofResult::Broken,
                error.to_string(),
            )
        }
        Err(error) => {
            let told = error.to_string();
            let error = &error as &dyn std::error::Error;
            tracing::error!(error, "the audit log could not be verified");
            (checked, ProofResult::Failed, told)
        }
    };
    LastProof {
        at,
        through_seq,
        result,
        message,
    }
}

impl App {
    /// Begins to prove the log, and answers when it is on record that it was begun. Whoever has
    /// the right hands it to [`App::prove_log`].
    pub fn begin_proof(&self, caller: &Caller) -> Result<Promise<ProofSlot>, Error> {
        let slot = self.proofs.reserve(self.now())?;
        let draft = Draft {
            action: "audit.verify",
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |_, _, _| {
            Ok(Accepted::done(slot, Vec::new(), serde_json::Value::Null))
        }))
    }

    /// Proves the log on a thread of its own.
    pub fn prove_log(&self, slot: ProofSlot) -> Result<(), Error> {
        let ledger = Arc::clone(&self.ledger);
        std::thread::Builder::new()
            .name("audit".to_owned())
            .spawn(move || slot.work(&ledger))
            .map(drop)
            .map_err(|error| Error::Internal(format!("cannot start a thread: {error}")))
    }

    /// Where the log stands. Blocks on the database.
    pub fn audit_status(&self) -> Result<AuditStatus, Error> {
        let (head, epoch) = self.ledger.reader().head()?;
        let proofs = &self.proofs;
        let state = proofs.lock();
        let total = proofs.total.load(Ordering::Acquire);
        Ok(AuditStatus {
            head,
            epoch,
            verified: state.last.clone(),
            running: state.running_since.map(|started_at| RunningProof {
                started_at,
                checked: proofs.checked.load(Ordering::Acquire),
                total: (total > 0).then_some(total),
            }),
        })
    }

    /// Records from that global number on with their links of the chain. Blocks on the database.
    pub fn chained_records(
        &self,
        from: u64,
        limit: usize,
        max_bytes: usize,
    ) -> Result<Vec<ChainedRecord>, Error> {
        Ok(self.ledger.reader().chained(from, limit, max_bytes)?)
    }

    /// Ends the proof that is under way, begins no other, and waits until it is over.
    pub fn stop_proofs(&self) {
        self.proofs.stop.ask();
        let mut state = self.proofs.lock();
        state.is_closed = true;
        let is_running = |state: &mut State| state.running_since.is_some();
        drop(self.proofs.ended.wait_while(state, is_running));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_none_after_the_end() {
        let now = Timestamp::from_micros(0);
        let proofs = Arc::new(Proofs::default());
        let slot = proofs.reserve(now).unwrap();
        assert!(matches!(proofs.reserve(now), Err(Error::Conflict(_))));
        drop(slot);
        drop(proofs.reserve(now).unwrap());
        proofs.lock().is_closed = true;
        assert!(matches!(proofs.reserve(now), Err(Error::Unavailable)));
    }

    #[test]
    fn what_is_broken_is_told_from_what_could_not_be_read() {
        let at = Timestamp::from_micros(7);
        let why = "has another time";
        let told = outcome(Err(StoreError::AlteredLog { seq: 5, why }), 3, at);
        assert_eq!((told.through_seq, told.result), (4, ProofResult::Broken));
        assert!(told.message.contains(why), "{}", told.message);
        let told = outcome(Err(StoreError::Stopped), 3, at);
        assert_eq!((told.through_seq, told.result), (3, ProofResult::Failed));
    }
}
