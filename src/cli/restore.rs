//! `portcullis restore`: a backup put in force, in a new epoch, with everything stopped until an
//! owner has looked.
//!
//! All work is done in a data directory of its own inside the data directory; the last step puts the
//! finished database in force, whole, in place of the one that is there.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde_json::{Value, json};

use super::backup::{Opening, cannot_use, described, told};
use super::client::{Taken, take};
use super::context::Context;
use super::error::CliError;
use super::output::{Outcome, clean, shell_word};
use super::owner::become_owner;
use super::scratch::Scratch;
use super::server::ledger_settings;
use crate::app::environment::SystemEnvironment;
use crate::app::restores::{Gap, Sealed, Since, seal};
use crate::backup::{self, Extracted, Identities, Kind};
use crate::config::Config;
use crate::domain::environment::Environment as _;
use crate::ledger::{self, DataDir, Hooks, Ledger, OpenError};
use crate::live::Live;
use crate::metrics::Metrics;
use crate::store::{
    DATABASE_FILE, DatabaseFile, Identity, ProvedDatabase, Stop, StoreError, newest_schema, settle,
};

/// The data directory in which the work is done; one that was left behind is removed.
const STAGE: &str = "restoring";
/// Lines of one kind that are printed for people.
const LINES_AT_MOST: usize = 20;

#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The backup, or a bare database that an upgrade or a restore put aside
    file: PathBuf,
    #[command(flatten)]
    opening: Opening,
    /// Go on although the database that is there holds records that the backup does not, or is
    /// another appliance's, or cannot be read; it is put aside, not removed
    #[arg(long)]
    discard_newer: bool,
    /// Let what was revoked, disabled or withdrawn after the backup be as it was in the backup
    #[arg(long)]
    forget_revocations: bool,
    /// Write the configuration in the backup to this new file, to compare; it is not put in force
    #[arg(long, value_name = "FILE")]
    config_to: Option<PathBuf>,
}

/// The database that is in force before the restore.
enum Present {
    /// There is none; or it is another machine's own, and nobody was ever registered in it: a
    /// package that is installed starts a server, which makes one.
    Nothing { is_there: bool },
    /// What it says about itself.
    Known(Identity),
    /// It cannot be read.
    Unreadable(String),
}

impl Restore {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        // What the user who started this may read and write, before the data's owner acts.
        let (opened, kind) = backup::open(&self.file).map_err(cannot_use)?;
        let identities = self.opening.identities()?;
        let config_to = self.config_to.as_deref().map(new_file).transpose()?;
        let config = context.load()?.config;
        let data_dir = config.server.data_dir.clone();
        become_owner(&data_dir)?;
        let directory = take_for_restore(&data_dir)?;
        let stage = Scratch::make(data_dir.join(STAGE))?;
        let (extracted, proved) = self.extract(opened, kind, identities.as_ref(), stage.path())?;
        let present = Present::look(&data_dir, &proved.identity);
        self.may_replace(&present, &proved.identity)?;
        tiers_are_offered(&extracted.database, &config)?;

        let epoch = next_epoch(&proved.identity, &present);
        let staged = take_stage(stage.path())?;
        ledger::begin_epoch(&staged, epoch)
            .map_err(|source| CliError::failed("the backup cannot be upgraded", source))?;
        let known = self.present_state(&present, &proved.identity, &directory, &config);
        let now = SystemEnvironment::default().now();
        let gap = self.gap(&extracted, &proved, &present);
        let sealed = sealed(staged, &config, gap, known.as_ref().ok().cloned().flatten())?;
        let finished = stage.path().join(DATABASE_FILE);
        let after = DatabaseFile::open(&finished)
            .and_then(|database| database.prove(&Stop::default()))
            .map_err(|source| CliError::failed("the restored database does not verify", source))?;
        let is_settled = present.settle(&data_dir)?;
        let aside = backup::swap_in(&finished, &data_dir, now, is_settled).map_err(|source| {
            CliError::failed("the restored database could not be put in force", source)
        })?;
        if let Some((mut output, bytes)) = config_to.zip(extracted.config.as_deref()) {
            output
                .write_all(bytes)
                .and_then(|()| output.sync_all())
                .map_err(|source| CliError::failed("cannot write the configuration", source))?;
        }
        let restored = Restored {
            restore: &self,
            data_dir: &data_dir,
            extracted: &extracted,
            after: &after,
            aside: aside.as_deref(),
            sealed: &sealed,
            uncompared: known.err(),
        };
        Ok(Outcome::done(restored.document(), restored.text()))
    }

    fn extract(
        &self,
        opened: File,
        kind: Kind,
        identities: Option<&Identities>,
        stage: &Path,
    ) -> Result<(Extracted, ProvedDatabase), CliError> {
        let bytes = opened.metadata().map_or(0, |found| found.len());
        // The database, and its upgrade.
        backup::need_room(stage, bytes.saturating_mul(2), "the restored database")
            .map_err(cannot_use)?;
        let target = stage.join(DATABASE_FILE);
        let extracted =
            Extracted::from(&self.file, opened, kind, identities, &target).map_err(cannot_use)?;
        let proved = extracted.prove(&Stop::default()).map_err(cannot_use)?;
        Ok((extracted, proved))
    }

    /// Refuses to put a database aside that knows more than the backup, unless that is wanted.
    fn may_replace(&self, present: &Present, backup: &Identity) -> Result<(), CliError> {
        let why = match present {
            _ if self.discard_newer => return Ok(()),
            Present::Unreadable(why) => format!(
                "the database that is there cannot be read ({}), so that nobody knows what was \
                 recorded in it after the backup",
                clean(why)
            ),
            Present::Known(known) if known.node != backup.node => format!(
                "the database that is there belongs to another appliance: node {}, the backup is \
                 of {}",
                known.node.as_deref().unwrap_or("-"),
                backup.node.as_deref().unwrap_or("-")
            ),
            Present::Known(known)
                if (known.epoch, known.head.seq) > (backup.epoch, backup.head.seq) =>
            {
                format!(
                    "the database that is there is newer: its last record is {} of epoch {}, of \
                     {}; the backup ends with {} of epoch {}, of {}",
                    known.head.seq,
                    known.epoch,
                    known.head.at,
                    backup.head.seq,
                    backup.epoch,
                    backup.head.at
                )
            }
            Present::Known(_) | Present::Nothing { .. } => return Ok(()),
        };
        Err(CliError::Plain(format!(
            "{why}; nothing was changed. With `--discard-newer` it is put aside and the backup is \
             put in force"
        )))
    }

    /// The state that is replaced, to carry over what it had withdrawn; or why it is not compared.
    fn present_state(
        &self,
        present: &Present,
        backup: &Identity,
        directory: &DataDir,
        config: &Config,
    ) -> Result<Option<Live>, String> {
        match present {
            Present::Nothing { .. } => Ok(None),
            Present::Unreadable(why) => Err(why.clone()),
            Present::Known(known) if known.node != backup.node => {
                Err("it belongs to another appliance".to_owned())
            }
            Present::Known(known) if known.schema != newest_schema() => Err(format!(
                "it has schema {}, which is not this program's",
                known.schema
            )),
            Present::Known(_) if self.forget_revocations => {
                Err("`--forget-revocations` was given".to_owned())
            }
            Present::Known(_) => {
                ledger::read_state(directory, Arc::new(config.tiers.clone().into()))
                    .map(Some)
                    .map_err(|error| error.to_string())
            }
        }
    }

    fn gap(&self, extracted: &Extracted, proved: &ProvedDatabase, present: &Present) -> Gap {
        let identity = &proved.identity;
        let manifest = extracted.manifest.as_ref();
        let taken_at = manifest.map_or(identity.head.at, |manifest| manifest.created_at);
        let head = |identity: &Identity| {
            json!({
                "epoch": identity.epoch, "head_at": identity.head.at,
                "head_hash": identity.head.hash.to_string(), "head_seq": identity.head.seq,
                "node": identity.node,
            })
        };
        let mut backup = head(identity);
        if let Some(members) = backup.as_object_mut() {
            let name = self.file.file_name().unwrap_or_default().to_string_lossy();
            members.insert("file".to_owned(), json!(name));
            members.insert("taken_at".to_owned(), json!(taken_at));
        }
        let put_aside = match present {
            Present::Nothing { .. } => Value::Null,
            Present::Known(known) => head(known),
            Present::Unreadable(why) => json!({"unreadable": clean(why)}),
        };
        let reason = format!(
            "restored from a backup taken at {taken_at}: look at what changed since, then release"
        );
        Gap {
            backup,
            put_aside,
            reason,
        }
    }
}

impl Present {
    fn look(data_dir: &Path, backup: &Identity) -> Self {
        let path = data_dir.join(DATABASE_FILE);
        if !path.exists() {
            return Self::Nothing { is_there: false };
        }
        let read = || {
            let file = DatabaseFile::open(&path)?;
            let identity = file.identity_of_any_version()?;
            let is_fresh =
                identity.head.seq == 0 || (identity.node != backup.node && !file.has_anybody()?);
            Ok::<_, StoreError>((identity, is_fresh))
        };
        match read() {
            Ok((_, true)) => Self::Nothing { is_there: true },
            Ok((identity, false)) => Self::Known(identity),
            Err(error) => Self::Unreadable(error.to_string()),
        }
    }

    /// Leaves its write-ahead log empty and gone, if it can be opened; says whether it could.
    fn settle(&self, data_dir: &Path) -> Result<bool, CliError> {
        let path = data_dir.join(DATABASE_FILE);
        match self {
            Self::Unreadable(_) | Self::Nothing { is_there: false } => Ok(false),
            Self::Nothing { is_there: true } | Self::Known(_) => {
                settle(&path).map(|()| true).map_err(|source| {
                    CliError::failed("the database that is there cannot be put aside", source)
                })
            }
        }
    }
}

/// Never one that there was before, on either side.
fn next_epoch(backup: &Identity, present: &Present) -> u64 {
    let other = match present {
        Present::Known(known) if known.node == backup.node => known.epoch,
        Present::Known(_) | Present::Nothing { .. } | Present::Unreadable(_) => 0,
    };
    backup.epoch.max(other) + 1
}

fn new_file(path: &Path) -> Result<File, CliError> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|source| CliError::failed(format!("cannot make `{}`", path.display()), source))
}

fn take_for_restore(data_dir: &Path) -> Result<DataDir, CliError> {
    match take(data_dir, "restore")? {
        Taken::Ours(directory) => Ok(directory),
        Taken::Theirs { holder, .. } => Err(CliError::Busy(format!(
            "the data directory `{}` is in use by {holder}; stop it first (`systemctl stop \
             portcullis`)",
            data_dir.display()
        ))),
    }
}

fn take_stage(stage: &Path) -> Result<DataDir, CliError> {
    DataDir::take(stage, "restore")
        .map_err(|source| CliError::failed("cannot use the directory for the restore", source))
}

/// Customers whose tier is not on offer would keep the server from starting.
fn tiers_are_offered(database: &Path, config: &Config) -> Result<(), CliError> {
    let used = DatabaseFile::open(database)
        .and_then(|file| file.tiers_in_use())
        .map_err(|source| cannot_use(source.into()))?;
    let missing: Vec<String> = used
        .iter()
        .filter(|(tier, _)| config.tiers.find(tier).is_none())
        .map(|(tier, count)| format!("`{}` ({count})", clean(tier)))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(CliError::Plain(format!(
        "customers in the backup are on tiers that the configuration does not offer: {}; nothing \
         was changed. Offer them in `subscriptions.tiers` first; the configuration of the backup \
         is `portcullis.toml` in it",
        missing.join(", ")
    )))
}

/// Opens the staged database as a server would, and writes the first record of the epoch.
fn sealed(
    staged: DataDir,
    config: &Config,
    gap: Gap,
    present: Option<Live>,
) -> Result<Sealed, CliError> {
    let environment = Arc::new(SystemEnvironment::default());
    let mut random = [0u8; 16];
    environment.fill(&mut random);
    let request_id = format!("restore-{:032x}", u128::from_be_bytes(random));
    let ledger = Ledger::open(
        staged,
        ledger_settings(config)?,
        Arc::new(config.tiers.clone().into()),
        environment,
        Arc::new(Metrics::default()),
        Hooks::default(),
    )
    .map_err(|source: OpenError| CliError::failed("the backup cannot be opened", source))?;
    let sealed = seal(&ledger, gap, present, request_id).map_err(|source| {
        let doing = "the restore cannot be recorded (does the clock stand before the backup?)";
        CliError::failed(doing, source)
    });
    ledger.close();
    sealed
}

/// What was done, to be told.
struct Restored<'a> {
    restore: &'a Restore,
    data_dir: &'a Path,
    extracted: &'a Extracted,
    after: &'a ProvedDatabase,
    aside: Option<&'a Path>,
    sealed: &'a Sealed,
    uncompared: Option<String>,
}

impl Restored<'_> {
    fn document(&self) -> Value {
        let mut document = described(self.after);
        if let Some(members) = document.as_object_mut() {
            let sealed = self.sealed;
            let more = json!({
                "approvals_cancelled": sealed.approvals_cancelled,
                "carried_over": sealed.since.carried, "changed_since": sealed.since.lost,
                "compared": self.uncompared.is_none(),
                "data_dir": self.data_dir.display().to_string(),
                "manifest": self.extracted.manifest, "not_compared_because": self.uncompared,
                "put_aside": self.aside.map(|path| path.display().to_string()),
                "restored": true, "sessions_closed": sealed.sessions_closed,
            });
            members.extend(more.as_object().cloned().unwrap_or_default());
        }
        document
    }

    fn text(&self) -> String {
        let (file, data_dir) = (self.restore.file.display(), self.data_dir.display());
        let mut text = format!("`{file}` is restored to `{data_dir}`\n");
        text.push_str(&told(self.extracted.manifest.as_ref(), self.after));
        let mut say = |line: String| {
            text.push_str(&line);
            text.push('\n');
        };
        if let Some(aside) = self.aside {
            say(format!("the database before is `{}`", aside.display()));
        }
        say(format!(
            "{} sessions were ended, {} requests and grants cancelled",
            self.sealed.sessions_closed, self.sealed.approvals_cancelled
        ));
        match (&self.uncompared, self.aside) {
            (Some(why), Some(_)) => say(format!(
                "NOT COMPARED with the database before ({}): keys, tokens and permissions that were \
                 withdrawn after the backup are good again; look for them before you release",
                clean(why)
            )),
            (None, Some(_)) => say(compared(&self.sealed.since)),
            (_, None) => say(
                "there was nothing to compare with: keys, tokens and permissions that were \
                 withdrawn after the backup are good again; look for them before you release"
                    .to_owned(),
            ),
        }
        if let Some(path) = &self.restore.config_to {
            say(format!(
                "the configuration of the backup is in `{}`",
                path.display()
            ));
        }
        let here = shell_word(&data_dir.to_string());
        say(format!(
            "\nTHE SYSTEM KILL SWITCH IS ENGAGED: every check is denied until an owner releases it.\n\
             next:\n\n  systemctl start portcullis      (or `portcullis serve`)\n  \
             portcullis kill status --data-dir {here}\n  \
             portcullis kill off --data-dir {here} --reason \"looked at\"\n"
        ));
        text
    }
}

fn compared(since: &Since) -> String {
    let mut text = String::new();
    let mut part = |title: &str, kinds: &std::collections::BTreeMap<&'static str, Vec<String>>| {
        for (kind, lines) in kinds {
            // Writing into a `String` cannot fail.
            writeln!(text, "{title}: {kind} ({})", lines.len()).ok();
            for line in lines.iter().take(LINES_AT_MOST) {
                writeln!(text, "  {}", clean(line)).ok();
            }
            if lines.len() > LINES_AT_MOST {
                writeln!(text, "  … (all with --json)").ok();
            }
        }
    };
    part("stays so", &since.carried);
    part("changed after the backup, and lost or back", &since.lost);
    if text.is_empty() {
        text.push_str("the database before had nothing that the backup has not, but for its log\n");
    }
    text.pop();
    text
}
