//! `portcullis backup`: make one, look at those that are there, prove one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Column, Outcome, clean, table};
use super::owner::act_as_owner;
use super::request::Request;
use super::scratch::Scratch;
use crate::backup::{self, Extracted, Identities, Manifest};
use crate::store::{DatabaseFile, ProvedDatabase, Stop};

const BACKUPS: &str = "/api/system/backups";
/// How often it is asked whether the backup is done.
const LOOK_EVERY: Duration = Duration::from_millis(100);

const COLUMNS: &[Column<'_>] = &[
    ("FILE", "file"),
    ("BYTES", "bytes"),
    ("ENCRYPTED", "is_encrypted"),
    ("LAST RECORD", "head_seq"),
];

/// Makes a backup, with the server up or down.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Backup {
    #[command(subcommand)]
    command: Option<BackupCommand>,
    /// Put a copy of the finished file into this directory too
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum BackupCommand {
    /// List the backups that are there
    List,
    /// Prove that a backup can be restored
    Verify(Verify),
}

#[derive(Debug, Args)]
struct Verify {
    /// The backup, or a bare database
    file: PathBuf,
    #[command(flatten)]
    opening: Opening,
}

/// How a backup is opened.
#[derive(Debug, Args)]
pub(super) struct Opening {
    /// File of the age identity that opens an encrypted backup
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
}

impl Opening {
    /// Reads the identities, if any were named.
    pub(super) fn identities(&self) -> Result<Option<Identities>, CliError> {
        let read = self.identity.as_deref().map(Identities::read);
        read.transpose().map_err(cannot_use)
    }
}

/// A backup, or what is in it, is not what it should be.
pub(super) fn cannot_use(source: backup::BackupError) -> CliError {
    CliError::failed("the backup cannot be used", source)
}

impl Backup {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self.command {
            None => make(context, self.to.as_deref()),
            Some(BackupCommand::List) => list(context),
            Some(BackupCommand::Verify(verify)) => verify.run(),
        }
    }
}

fn make(context: &Context, to: Option<&Path>) -> Result<Outcome, CliError> {
    if let Some(to) = to.filter(|to| !to.is_dir()) {
        return Err(CliError::Plain(format!(
            "`{}` is not a directory; make it first",
            to.display()
        )));
    }
    // The copy is written by whoever asked for it, everything else by the data's owner.
    let acting = match to {
        Some(_) => Some(act_as_owner(&context.load()?.config.server.data_dir)?),
        None => None,
    };
    let client = context.client("backup")?;
    let started = client.ask(&Request::post(BACKUPS, json!({})))?;
    let status = finished(&client, started.text("started_at").unwrap_or_default())?;
    drop(client);
    if let Some(acting) = acting {
        acting.end()?;
    }
    let mut document = status.member("last").clone();
    if document.text("result") != Some("done") {
        let why = clean(document.text("error").unwrap_or("it was not finished"));
        return Err(CliError::Plain(format!("no backup was made: {why}")));
    }
    let text = |name: &str| clean(document.text(name).unwrap_or_default());
    let path = Path::new(status.text("directory").unwrap_or_default()).join(text("file"));
    let mut lines = format!(
        "made `{}`\n{} bytes, SHA-256 {}\n",
        path.display(),
        document.member("bytes"),
        text("sha256")
    );
    if let Some(to) = to {
        let copied = backup::copy_out(&path, to, &text("sha256"))
            .map_err(|source| CliError::failed("the backup was made, but not copied", source))?;
        writeln!(lines, "copied to `{}`", copied.display()).ok();
        set(
            &mut document,
            "copied_to",
            json!(copied.display().to_string()),
        );
    }
    if status.member("is_encrypted") == false {
        lines.push_str(
            "it is not encrypted; `backup.recipients` in the configuration names who can read it\n",
        );
    }
    set(&mut document, "path", json!(path.display().to_string()));
    Ok(Outcome::done(document, lines))
}

fn set(document: &mut Value, name: &str, value: Value) {
    if let Some(object) = document.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

/// Waits until the backup that was begun then is over.
fn finished(client: &Client, started_at: &str) -> Result<Value, CliError> {
    loop {
        let status = client.ask(&Request::get(BACKUPS))?;
        if status.member("last").text("started_at") == Some(started_at) {
            return Ok(status);
        }
        if status.text("running_since") != Some(started_at) {
            return Err(CliError::Plain(
                "the backup was given up: the server stopped while it was made".to_owned(),
            ));
        }
        sleep(LOOK_EVERY);
    }
}

fn list(context: &Context) -> Result<Outcome, CliError> {
    let status = context.client("backup list")?.ask(&Request::get(BACKUPS))?;
    let directory = clean(status.text("directory").unwrap_or_default());
    if let Some(why) = status.text("directory_error") {
        return Err(CliError::Plain(clean(why)));
    }
    let empty = format!("there are no backups in `{directory}`");
    let text = table(status.rows(), COLUMNS, &empty);
    Ok(Outcome::done(status, text))
}

impl Verify {
    fn run(self) -> Result<Outcome, CliError> {
        let identities = self.opening.identities()?;
        let (manifest, proved) = prove(&self.file, identities.as_ref())?;
        let file = self.file.display();
        let mut text = format!("`{file}` can be restored\n");
        text.push_str(&told(manifest.as_ref(), &proved));
        if manifest.is_none() {
            text.push_str("it is a bare database: nothing says what it should hold\n");
        }
        let mut document = described(&proved);
        set(&mut document, "file", json!(file.to_string()));
        set(&mut document, "manifest", json!(manifest));
        set(&mut document, "valid", json!(true));
        Ok(Outcome::done(document, text))
    }
}

/// Proves a backup or a bare database.
fn prove(
    file: &Path,
    identities: Option<&Identities>,
) -> Result<(Option<Manifest>, ProvedDatabase), CliError> {
    let (opened, kind) = backup::open(file).map_err(cannot_use)?;
    if kind == backup::Kind::Database {
        drop(opened);
        let proved = DatabaseFile::open(file)
            .and_then(|database| database.prove(&Stop::default()))
            .map_err(|source| cannot_use(source.into()))?;
        return Ok((None, proved));
    }
    let scratch = Scratch::for_file(file, &opened)?;
    let target = scratch.path().join(backup::DATABASE_MEMBER);
    let extracted = Extracted::from(file, opened, kind, identities, &target).map_err(cannot_use)?;
    let proved = extracted.prove(&Stop::default()).map_err(cannot_use)?;
    Ok((extracted.manifest, proved))
}

/// A database for programs.
pub(super) fn described(proved: &ProvedDatabase) -> Value {
    let identity = &proved.identity;
    json!({
        "epoch": identity.epoch,
        "head": {
            "at": identity.head.at, "hash": identity.head.hash.to_string(),
            "seq": identity.head.seq,
        },
        "node": identity.node, "rows": proved.rows, "schema_version": identity.schema,
    })
}

/// A database for people.
pub(super) fn told(manifest: Option<&Manifest>, proved: &ProvedDatabase) -> String {
    let (identity, head) = (&proved.identity, &proved.identity.head);
    let taken = manifest.map_or_else(String::new, |manifest| {
        let (at, by) = (manifest.created_at, clean(&manifest.product_version));
        format!("taken at {at} by version {by}\n")
    });
    let rows: BTreeMap<_, _> = proved
        .rows
        .iter()
        .filter(|(_, count)| **count > 0)
        .collect();
    let rows: Vec<String> = rows
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    format!(
        "{taken}node {}, epoch {}, schema {}\n{} audit records verify; the last one, of {}, has the \
         hash {}\nrows: {}\n",
        identity.node.as_deref().unwrap_or("-"),
        identity.epoch,
        identity.schema,
        head.seq,
        head.at,
        head.hash,
        rows.join(", "),
    )
}
