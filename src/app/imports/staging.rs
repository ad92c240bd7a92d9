//! Where an import stands, from its first part to its keys.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::apply::{Applied, Issued, Mode, Registering};
use super::rows::{ImportFile, RowError};
use super::{MAX_BYTES, PART_BYTES, conflict};
use crate::app::{Caller, Error, FieldError};
use crate::domain::actor::Actor;
use crate::domain::id::ImportId;
use crate::domain::time::Timestamp;
use crate::ledger::Coded as _;
use crate::live::Live;

/// Files that are held at once; each may take some tens of megabytes.
const MAX_OPEN: usize = 2;
/// Imports that are remembered at once, those included that hold nothing any more.
const MAX_KNOWN: usize = 64;
/// How long an import is open.
const LIVES: Duration = Duration::from_hours(1);
/// How long its operator may leave it alone before another one of theirs may take its place, unless
/// it has keys to be fetched.
const IDLE: Duration = Duration::from_mins(5);
/// How long keys wait to be fetched.
const KEYS_LIVE: Duration = Duration::from_mins(10);
/// Errors that a summary names.
const SUMMED_UP: usize = 100;

/// The keys that an import gave, filled while it is applied.
pub(super) type Keys = Arc<Mutex<Vec<Issued>>>;

/// How far an import has come, with what it holds for that.
#[derive(Clone)]
pub(super) enum Stage {
    /// The bytes so far, and the digest of each part.
    Receiving(Arc<Vec<u8>>, Vec<[u8; 32]>),
    /// It is being read.
    Checking,
    /// It was read.
    Checked(Arc<ImportFile>),
    /// It is being applied; so many customers are made.
    Applying(Arc<ImportFile>, Arc<AtomicUsize>),
    /// It was applied. The keys, until they are fetched or too old.
    Applied(Applied, Option<(Keys, Timestamp)>),
    /// It cannot be applied any more.
    Failed,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Parts of the file are being received.
    Receiving,
    /// The file was read, and can be applied.
    Checked,
    /// It is being applied.
    Applying,
    /// It was applied.
    Applied,
    /// It was no list, or could not be applied.
    Failed,
}

impl State {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Receiving => "receiving",
            Self::Checked => "checked",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Failed => "failed",
        }
    }
}

/// What was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// Parts so far.
    pub parts: usize,
    /// Bytes so far.
    pub bytes: usize,
}

/// What a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its rows.
    pub rows: usize,
    /// Those that would make a customer.
    pub good: usize,
    /// Those that would not.
    pub bad: usize,
    /// The columns that it has.
    pub columns: Vec<&'static str>,
    /// Customers that it would make, by tier.
    pub tiers: BTreeMap<Arc<str>, usize>,
    /// What is wrong first, by line.
    pub errors: Vec<(u32, RowError)>,
}

impl Summary {
    pub(super) fn of(file: &ImportFile, live: &Live) -> Self {
        let mut tiers = BTreeMap::new();
        let (mut bad, mut errors) = (0, Vec::new());
        for row in &file.rows {
            if row.is_bad(live) {
                bad += 1;
                let room = SUMMED_UP.saturating_sub(errors.len());
                if room > 0 {
                    let found = row.errors(live).into_iter().take(room);
                    errors.extend(found.map(|error| (row.line, error)));
                }
            } else if let Some(tier) = row.tier(live) {
                *tiers.entry(Arc::clone(&tier.name)).or_insert(0) += 1;
            }
        }
        let rows = file.rows.len();
        Self {
            rows,
            good: rows - bad,
            bad,
            columns: file.columns.clone(),
            tiers,
            errors,
        }
    }
}

/// One import.
#[derive(Clone)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it is forgotten.
    pub expires_at: Timestamp,
    /// Whether each customer is given a first key.
    pub gives_keys: bool,
    /// What the file would do; once it was checked.
    pub summary: Option<Summary>,
    /// Who opened it.
    pub owner: Actor,
    pub(super) stage: Stage,
    used_at: Timestamp,
}

impl Import {
    pub(super) fn new(id: ImportId, owner: Actor, gives_keys: bool, now: Timestamp) -> Self {
        Self {
            id,
            opened_at: now,
            expires_at: now.plus(LIVES),
            gives_keys,
            summary: None,
            owner,
            stage: Stage::Receiving(Arc::default(), Vec::new()),
            used_at: now,
        }
    }

    /// How far it has come.
    pub fn state(&self) -> State {
        match &self.stage {
            Stage::Receiving(..) | Stage::Checking => State::Receiving,
            Stage::Checked(_) => State::Checked,
            Stage::Applying(..) => State::Applying,
            Stage::Applied(..) => State::Applied,
            Stage::Failed => State::Failed,
        }
    }

    /// The file, while it can be looked at.
    pub fn file(&self) -> Option<&Arc<ImportFile>> {
        match &self.stage {
            Stage::Checked(file) | Stage::Applying(file, _) => Some(file),
            Stage::Receiving(..) | Stage::Checking | Stage::Applied(..) | Stage::Failed => None,
        }
    }

    /// Customers that were made so far.
    pub fn done(&self) -> usize {
        match &self.stage {
            Stage::Applying(_, done) => done.load(Ordering::Relaxed),
            Stage::Applied(applied, _) => applied.imported,
            Stage::Receiving(..) | Stage::Checking | Stage::Checked(_) | Stage::Failed => 0,
        }
    }

    /// What it came to, once it was applied.
    pub fn applied(&self) -> Option<Applied> {
        match &self.stage {
            Stage::Applied(applied, _) => Some(*applied),
            Stage::Receiving(..)
            | Stage::Checking
            | Stage::Checked(_)
            | Stage::Applying(..)
            | Stage::Failed => None,
        }
    }

    /// Whether there are keys to be fetched at that time.
    pub fn has_keys(&self, now: Timestamp) -> bool {
        matches!(&self.stage, Stage::Applied(_, Some((_, until))) if now < *until)
    }

    pub(super) fn is_applying(&self) -> bool {
        matches!(self.stage, Stage::Applying(..))
    }

    /// Whether it still is there at that time. Keys that nobody fetched are wiped on the way.
    pub(super) fn outlives(&mut self, now: Timestamp) -> bool {
        if let Stage::Applied(_, keys) = &mut self.stage
            && keys.as_ref().is_some_and(|(_, until)| *until <= now)
        {
            *keys = None;
        }
        now < self.expires_at || self.is_applying()
    }

    pub(super) fn receive(&mut self, number: usize, part: &[u8]) -> Result<Received, Error> {
        let Stage::Receiving(bytes, parts) = &mut self.stage else {
            return Err(conflict(
                "the file was checked already: open another import",
            ));
        };
        let invalid = |message: String| Error::Invalid(vec![FieldError::new("file", message)]);
        if part.is_empty() || part.len() > PART_BYTES {
            let message = format!("must come in parts of 1 to {PART_BYTES} bytes");
            return Err(invalid(message));
        }
        let digest: [u8; 32] = Sha256::digest(part).into();
        match parts.get(number) {
            Some(known) if *known == digest => {}
            Some(_) => {
                let why = format!("part {number} was received already, with other bytes");
                return Err(conflict(why));
            }
            None if number > parts.len() => {
                let why = format!("part {} is missing: send parts in their order", parts.len());
                return Err(conflict(why));
            }
            None if bytes.len() + part.len() > MAX_BYTES => {
                return Err(invalid(format!(
                    "must have at most {MAX_BYTES} bytes: split it"
                )));
            }
            None => {
                Arc::make_mut(bytes).extend_from_slice(part);
                parts.push(digest);
            }
        }
        Ok(Received {
            parts: parts.len(),
            bytes: bytes.len(),
        })
    }

    /// Hands over what is to be checked.
    pub(super) fn begin_check(&mut self) -> Result<Stage, Error> {
        match &self.stage {
            Stage::Receiving(..) | Stage::Checked(_) => {
                Ok(std::mem::replace(&mut self.stage, Stage::Checking))
            }
            Stage::Checking => Err(conflict("it is being checked")),
            Stage::Applying(..) => Err(conflict("it is being applied")),
            Stage::Applied(..) => Err(conflict("it is applied already")),
            Stage::Failed => Err(conflict("it failed: open another import")),
        }
    }

    /// Hands over what is to be applied.
    pub(super) fn begin_apply(&mut self, mode: Mode) -> Result<Registering, Error> {
        let file = match &self.stage {
            Stage::Checked(file) => Arc::clone(file),
            Stage::Receiving(..) | Stage::Checking => return Err(conflict("check it first")),
            Stage::Applying(..) => return Err(conflict("it is being applied")),
            Stage::Applied(..) => return Err(conflict("it is applied already")),
            Stage::Failed => return Err(conflict("it failed: open another import")),
        };
        let registering = Registering::new(self.id, file, mode, self.gives_keys);
        let done = Arc::clone(&registering.done);
        self.stage = Stage::Applying(Arc::clone(&registering.file), done);
        Ok(registering)
    }

    /// Notes what became of it. What was refused, or could not be recorded now, can be tried again.
    pub(super) fn settle(
        &mut self,
        outcome: &Result<Applied, Error>,
        file: Arc<ImportFile>,
        issued: Keys,
        now: Timestamp,
    ) {
        self.stage = match outcome {
            Ok(applied) => {
                let until = now.plus(KEYS_LIVE);
                if applied.has_keys {
                    // However late it was applied, keys wait for as long as they are said to.
                    self.expires_at = self.expires_at.max(until);
                }
                Stage::Applied(*applied, applied.has_keys.then_some((issued, until)))
            }
            Err(error) if error.code() == "internal" => Stage::Failed,
            Err(_) => Stage::Checked(file),
        };
    }

    pub(super) fn take_keys(&mut self, now: Timestamp) -> Option<Vec<Issued>> {
        let Stage::Applied(_, keys) = &mut self.stage else {
            return None;
        };
        let (keys, until) = keys.take()?;
        let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
        (now < until).then(|| std::mem::take(&mut *keys))
    }

    fn is_held(&self) -> bool {
        !matches!(self.stage, Stage::Applied(_, None) | Stage::Failed)
    }

    /// Whether it may go for another: what is being recorded may not, nor may keys that can still be
    /// fetched, which are nowhere else.
    fn may_go(&self) -> bool {
        match self.stage {
            Stage::Receiving(..) | Stage::Checking | Stage::Checked(_) => true,
            Stage::Applying(..) | Stage::Applied(..) | Stage::Failed => false,
        }
    }
}

/// The caller's import of that identifier; another operator's is as absent as one that never was.
pub(super) fn of<'a>(
    open: &'a mut BTreeMap<ImportId, Import>,
    caller: &Caller,
    id: ImportId,
    now: Timestamp,
) -> Result<&'a mut Import, Error> {
    let owner = caller.principal.actor();
    let import = open.get_mut(&id).filter(|import| import.owner == owner);
    let import = import.ok_or(Error::NotFound("import"))?;
    import.used_at = now;
    Ok(import)
}

/// Sees that one more fits: one of the same operator's that was left alone goes.
pub(super) fn make_room(
    open: &mut BTreeMap<ImportId, Import>,
    owner: &Actor,
    now: Timestamp,
) -> Result<(), Error> {
    if open.values().filter(|import| import.is_held()).count() >= MAX_OPEN {
        let is_left = |import: &Import| {
            let is_idle = now.since(import.used_at) >= IDLE;
            import.may_go() && import.owner == *owner && is_idle
        };
        let left = open.values().find(|import| is_left(import));
        let left = left.map(|import| import.id).ok_or_else(|| {
            conflict(
                "two imports are open already: finish or delete one of yours, which \
                 `GET /api/imports` lists, or wait until one is over",
            )
        })?;
        open.remove(&left);
    }
    while open.len() >= MAX_KNOWN {
        let over = open.values().find(|import| !import.is_held());
        let Some(id) = over.map(|import| import.id) else {
            break;
        };
        open.remove(&id);
    }
    Ok(())
}
