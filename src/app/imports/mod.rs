//! Lists of customers brought in from a file: sent in parts, checked, and applied as one change.
//!
//! A file and the keys that it gave are held in memory alone, by the process that was sent it, and
//! for the operator who sent it. Nothing of it is anybody's business until it is applied; then one
//! ledger entry makes every customer, each with a record of its own, or none.

mod apply;
mod rows;
mod staging;

pub use apply::{Applied, Issued, Mode};
pub use rows::{COLUMNS, ImportFile, ImportRow, RowError};
pub use staging::{Import, State, Summary};

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::apply::Registering;
use self::staging::{Received, Stage};
use super::caller::{Caller, Draft};
use super::{App, Error, FieldError};
use crate::domain::id::ImportId;
use crate::domain::time::Timestamp;
use crate::ledger::Accepted;
use crate::live::Live;

/// Rows of one file at most.
pub const MAX_ROWS: usize = 100_000;
/// Bytes of one file at most.
pub const MAX_BYTES: usize = 32 << 20;
/// Bytes of one part at most, where bodies may be that large.
pub const PART_BYTES: usize = 512 << 10;

/// The imports that are open in this process.
#[derive(Default)]
pub(super) struct Imports(Mutex<BTreeMap<ImportId, Import>>);

impl Imports {
    /// All that are not over at that time.
    fn lock(&self, now: Timestamp) -> MutexGuard<'_, BTreeMap<ImportId, Import>> {
        // What a panic could leave half done is a step of one import, which its owner sees.
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, import| import.outlives(now));
        open
    }
}

impl App {
    /// Opens an import for the caller.
    pub fn open_import(&self, caller: &Caller, gives_keys: bool) -> Result<Import, Error> {
        let now = self.now();
        let import = Import::new(
            ImportId::fresh(self.environment()),
            caller.principal.actor(),
            gives_keys,
            now,
        );
        let mut open = self.imports.lock(now);
        staging::make_room(&mut open, &import.owner, now)?;
        open.insert(import.id, import.clone());
        Ok(import)
    }

    /// All imports that this process knows, whoever opened them, the newest first: while two are
    /// open, somebody has to see whose. Looking at them is no use of them.
    pub fn imports(&self) -> Vec<Import> {
        let open = self.imports.lock(self.now());
        open.values().rev().cloned().collect()
    }

    /// Takes the next part of the file, or one again that was taken already.
    pub fn receive_import(
        &self,
        caller: &Caller,
        id: ImportId,
        number: usize,
        part: &[u8],
    ) -> Result<Received, Error> {
        let now = self.now();
        let mut open = self.imports.lock(now);
        staging::of(&mut open, caller, id, now)?.receive(number, part)
    }

    /// Reads the file that was received, and says what would become of it now. Doing so again looks
    /// at customers and tiers as they are then.
    pub fn check_import(&self, caller: &Caller, id: ImportId) -> Result<Import, Error> {
        let now = self.now();
        let stage = {
            let mut open = self.imports.lock(now);
            staging::of(&mut open, caller, id, now)?.begin_check()?
        };
        // Not under the lock: a large file takes a while.
        let checked = match stage {
            Stage::Receiving(bytes, _) => ImportFile::read(&bytes).map(Arc::new),
            Stage::Checked(file) => Ok(file),
            Stage::Checking | Stage::Applying(..) | Stage::Applied(..) | Stage::Failed => {
                return Err(Error::Conflict("it is not to be checked".to_owned()));
            }
        };
        let summary = checked
            .as_ref()
            .map(|file| Summary::of(file, &self.live()))
            .ok();
        let mut open = self.imports.lock(now);
        let import = staging::of(&mut open, caller, id, now)?;
        match checked {
            Ok(file) => {
                import.stage = Stage::Checked(file);
                import.summary = summary;
                Ok(import.clone())
            }
            Err(bad) => {
                import.stage = Stage::Failed;
                let error = FieldError::new("file", bad.to_string());
                Err(Error::Invalid(vec![error]))
            }
        }
    }

    /// Where the import stands.
    pub fn import(&self, caller: &Caller, id: ImportId) -> Result<Import, Error> {
        let now = self.now();
        let mut open = self.imports.lock(now);
        staging::of(&mut open, caller, id, now).map(|import| import.clone())
    }

    /// Applies the file: blocks until it is on the disk, or is refused. The inner outcome is the
    /// ledger's, and on record; the outer one never came to it.
    pub fn apply_import(
        &self,
        caller: &Caller,
        id: ImportId,
        mode: Mode,
    ) -> Result<Result<Applied, Error>, Error> {
        let registering = {
            let now = self.now();
            let mut open = self.imports.lock(now);
            staging::of(&mut open, caller, id, now)?.begin_apply(mode)?
        };
        let (file, issued) = (
            Arc::clone(&registering.file),
            Arc::clone(&registering.issued),
        );
        let draft = Draft {
            action: "customer.import",
            object: Some(id.to_string()),
            ..Draft::default()
        };
        let promise = self.change(caller, draft, move |live, _, principal| {
            registering.accepted(live, principal.actor())
        });
        let outcome = match promise.recv() {
            Ok(outcome) => outcome.map(|made| made.value).map_err(Error::from),
            Err(_) => Err(Error::Unavailable),
        };
        let now = self.now();
        let mut open = self.imports.lock(now);
        if let Some(import) = open.get_mut(&id) {
            import.settle(&outcome, file, issued, now);
        }
        Ok(outcome)
    }

    /// The keys of the customers that were made; once.
    pub fn take_import_keys(&self, caller: &Caller, id: ImportId) -> Result<Vec<Issued>, Error> {
        let now = self.now();
        let mut open = self.imports.lock(now);
        let import = staging::of(&mut open, caller, id, now)?;
        import.take_keys(now).ok_or(Error::NotFound(
            "file of keys: there was none, it was fetched, or it is older than ten minutes",
        ))
    }

    /// Forgets an import and all that it holds.
    pub fn drop_import(&self, caller: &Caller, id: ImportId) -> Result<(), Error> {
        let now = self.now();
        let mut open = self.imports.lock(now);
        if staging::of(&mut open, caller, id, now)?.is_applying() {
            let why = "it is being applied, which cannot be stopped";
            return Err(Error::Conflict(why.to_owned()));
        }
        open.remove(&id);
        Ok(())
    }

    /// Wipes what nobody fetched in time; called now and then.
    pub(super) fn tidy_imports(&self) {
        drop(self.imports.lock(self.now()));
    }
}

/// What is refused as a whole.
fn conflict(why: impl Into<String>) -> Error {
    Error::Conflict(why.into())
}

impl Registering {
    /// What the change does, on the state as it is in its turn.
    fn accepted(
        mut self,
        live: &Live,
        actor: crate::domain::actor::Actor,
    ) -> Result<Accepted<Applied>, Error> {
        let applied = self.plan(live, actor)?;
        let (object, details) = (self.id, self.details(applied));
        Ok(Accepted::done(applied, Vec::new(), details)
            .about(&object)
            .in_parts(self))
    }
}
