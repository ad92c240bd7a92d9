//! `portcullis upgrade-check`: what a newer program would make of this appliance, tried on a copy.

use std::fmt::Write as _;
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use clap::Args;
use nix::sched::{CloneFlags, unshare};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::{Pid, geteuid};
use serde_json::{Value, json};

use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Outcome, clean};
use super::owner::become_owner;
use super::scratch::Scratch;
use crate::backup;
use crate::ledger::{self, DataDir};
use crate::store::{DATABASE_FILE, DatabaseFile, Stop, newest_schema};

/// The directory in the data directory that holds the copy.
const STAGE: &str = "upgrade-check";
/// How often it is looked whether the other program is done.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// How long the other program may take to say its version.
const VERSION_DEADLINE: Duration = Duration::from_secs(10);
/// How long its last words may take to arrive after its end.
const LAST_WORDS: Duration = Duration::from_secs(2);
/// The most that is read of what the other program says.
const MAX_ANSWER_BYTES: u64 = 1 << 20;

/// Tries a newer program on a copy of the data. Nothing is changed, and the server may run.
#[derive(Debug, Args)]
pub(super) struct UpgradeCheck {
    /// The newer program
    new_binary: PathBuf,
    /// Seconds that it may take
    #[arg(long, value_name = "SECONDS", default_value_t = 3600,
          value_parser = clap::value_parser!(u64).range(1..=604_800))]
    timeout_seconds: u64,
}

/// What the other program runs: everything that a start would do to the data, on a copy.
#[derive(Debug, Args)]
pub(super) struct Rehearse {}

impl Rehearse {
    pub(super) fn run(context: &Context) -> Result<Outcome, CliError> {
        let config = context.load()?.config;
        let path = config.server.data_dir.clone();
        if !path.ends_with(STAGE) || context.named_data_dir().is_none() {
            return Err(CliError::Usage(
                "this is for `portcullis upgrade-check`, on the copy that it makes".to_owned(),
            ));
        }
        let failed = |doing: &'static str| move |source| CliError::failed(doing, source);
        let file = path.join(DATABASE_FILE);
        let before = DatabaseFile::open(&file)
            .and_then(|database| database.identity())
            .map_err(failed("the new program cannot use the database"))?;
        let directory = DataDir::take(&path, "rehearse")
            .map_err(|source| CliError::failed("cannot use the copy", source))?;
        let start = Instant::now();
        ledger::begin_epoch(&directory, before.epoch)
            .map_err(failed("the new program cannot upgrade the database"))?;
        let migration = start.elapsed();
        let start = Instant::now();
        let live = ledger::read_state(&directory, Arc::new(config.tiers.clone().into()))
            .map_err(failed("the new program cannot load the data"))?;
        let load = start.elapsed();
        let unknown = live
            .customers()
            .find(|state| live.tier_of(state.customer()).is_none());
        if let Some(state) = unknown {
            return Err(CliError::Plain(format!(
                "customer {} is on the tier `{}`, which the configuration does not offer",
                state.customer().id,
                state.customer().tier
            )));
        }
        drop(live);
        let start = Instant::now();
        let after = DatabaseFile::open(&file)
            .and_then(|database| database.prove(&Stop::default()))
            .map_err(failed("the upgraded database does not verify"))?;
        let proof = start.elapsed();
        let bytes = std::fs::metadata(&file).map_or(0, |found| found.len());
        Ok(Outcome::done(
            json!({
                "bytes_after": bytes, "load_ms": millis(load), "migration_ms": millis(migration),
                "proof_ms": millis(proof), "records": after.log.head.seq,
                "schema_after": after.identity.schema, "schema_before": before.schema,
                "version": env!("CARGO_PKG_VERSION"),
            }),
            "rehearsed",
        ))
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl UpgradeCheck {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let binary = self.new_binary.canonicalize().map_err(|source| {
            CliError::failed(
                format!("cannot find `{}`", self.new_binary.display()),
                source,
            )
        })?;
        let doubts = look_at(&binary)?;
        let config = context.load()?.config;
        let data_dir = config.server.data_dir;
        // Only root can be cut off without becoming somebody else; others are told.
        let is_cut_off = geteuid().is_root() && unshare(CloneFlags::CLONE_NEWNET).is_ok();
        become_owner(&data_dir)?;
        if !Client::has_data(&data_dir)? {
            return Err(CliError::Plain(format!(
                "`{}` holds no Portcullis data; name another directory with `--data-dir`",
                data_dir.display()
            )));
        }
        refuse_as_root(&doubts)?;
        let mut warnings = doubts;
        if !is_cut_off {
            warnings
                .push("the new program was not cut off from the network: run as root".to_owned());
        }
        let version = version_of(&binary)?;
        let stage = Scratch::make(data_dir.join(STAGE))?;
        let copied = copy(&data_dir, stage.path())?;
        let rehearsed = self.rehearse(context, &binary, stage.path())?;
        drop(stage);
        let document = json!({
            "bytes_before": copied, "current_version": env!("CARGO_PKG_VERSION"),
            "is_cut_off": is_cut_off, "new": rehearsed, "new_version": version,
            "would_upgrade": true, "warnings": warnings,
        });
        let text = told(&document, &data_dir);
        Ok(Outcome::done(document, text))
    }

    fn rehearse(&self, context: &Context, binary: &Path, stage: &Path) -> Result<Value, CliError> {
        let mut command = Command::new(binary);
        command
            .args(["rehearse", "--json", "--data-dir"])
            .arg(stage);
        if let Some(config) = context.named_config_file() {
            command.arg("--config").arg(config);
        }
        let deadline = Duration::from_secs(self.timeout_seconds);
        let said = run(command, deadline, binary)?;
        if said.code == 2 && said.stderr.contains("unrecognized subcommand") {
            return Err(CliError::Plain(format!(
                "`{}` does not know how to rehearse an upgrade: it is older than this check; try it \
                 on a copy of the data directory, on another machine",
                binary.display()
            )));
        }
        let document: Value = serde_json::from_str(said.stdout.trim()).unwrap_or(Value::Null);
        if said.code != 0 || !document.is_object() {
            let why = document
                .text("error")
                .map_or_else(|| said.stderr.clone(), str::to_owned);
            return Err(CliError::Plain(format!(
                "the upgrade would fail, and nothing was changed: {}",
                clean(why.trim())
            )));
        }
        Ok(document)
    }
}

/// What an operator should know about a file before running it.
fn look_at(binary: &Path) -> Result<Vec<String>, CliError> {
    let name = binary.display();
    let found = std::fs::metadata(binary)
        .map_err(|source| CliError::failed(format!("cannot look at `{name}`"), source))?;
    if !found.is_file() || found.permissions().mode() & 0o111 == 0 {
        return Err(CliError::Plain(format!(
            "`{name}` is not a program; name the new `portcullis`, and make it executable"
        )));
    }
    let mut warnings = Vec::new();
    if found.permissions().mode() & 0o022 != 0 {
        warnings.push(format!(
            "`{name}` can be changed by others than its owner; `chmod go-w` it"
        ));
    }
    if found.uid() != 0 && found.uid() != geteuid().as_raw() {
        warnings.push(format!(
            "`{name}` belongs to user {}, neither you nor root",
            found.uid()
        ));
    }
    Ok(warnings)
}

/// Where the data are root's, the other program runs as root: then it must be nobody else's.
fn refuse_as_root(doubts: &[String]) -> Result<(), CliError> {
    match doubts.first() {
        Some(doubt) if geteuid().is_root() => Err(CliError::Plain(format!(
            "the data belong to root, so that the new program would run as root, and {doubt}"
        ))),
        Some(_) | None => Ok(()),
    }
}

fn version_of(binary: &Path) -> Result<String, CliError> {
    let mut command = Command::new(binary);
    command.args(["version", "--json"]);
    let said = run(command, VERSION_DEADLINE, binary)?;
    let document: Value = serde_json::from_str(said.stdout.trim()).unwrap_or(Value::Null);
    match (document.text("name"), document.text("version")) {
        (Some("portcullis"), Some(version)) if said.code == 0 => Ok(clean(version)),
        _ => Err(CliError::Plain(format!(
            "`{}` is not a `portcullis`: it does not say its version",
            binary.display()
        ))),
    }
}

/// A consistent copy of the database, in a data directory of its own; gives its size.
fn copy(data_dir: &Path, stage: &Path) -> Result<u64, CliError> {
    let failed = |source| CliError::failed("cannot copy the database for the check", source);
    let source = DatabaseFile::open(&data_dir.join(DATABASE_FILE)).map_err(failed)?;
    let bytes = source.size_bytes().map_err(failed)?;
    // The copy, the copy that the upgrade makes of it, and its write-ahead log.
    let needed = bytes.saturating_mul(3);
    backup::need_room(stage, needed, "a copy of the database, upgraded")
        .map_err(|source| CliError::failed("the upgrade cannot be tried here", source))?;
    source
        .copy_to(&stage.join(DATABASE_FILE), &Stop::default())
        .map_err(failed)?;
    Ok(bytes)
}

/// What a program said, and how it ended.
struct Said {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs a program with no more than it needs, for so long at most.
fn run(mut command: Command, deadline: Duration, binary: &Path) -> Result<Said, CliError> {
    let failed = |source| CliError::failed(format!("cannot run `{}`", binary.display()), source);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .map_err(failed)?;
    let stdout = child.stdout.take().map(reading);
    let stderr = child.stderr.take().map(reading);
    let code = wait(&mut child, deadline);
    // What it started and left behind goes with it. The group is gone when there is nothing.
    if let Ok(group) = i32::try_from(child.id()) {
        killpg(Pid::from_raw(group), Signal::SIGKILL).ok();
    }
    let Some(code) = code.map_err(failed)? else {
        return Err(CliError::Plain(format!(
            "`{}` was not done within {} s and was ended; nothing was changed",
            binary.display(),
            deadline.as_secs()
        )));
    };
    Ok(Said {
        code,
        stdout: stdout.as_ref().map(said).unwrap_or_default(),
        stderr: stderr.as_ref().map(said).unwrap_or_default(),
    })
}

/// Reads all that comes, on a thread of its own.
fn reading(from: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = sync_channel(1);
    // Nobody listens any more when the other end waited long enough.
    std::thread::spawn(move || sender.send(read_all(from)).ok());
    receiver
}

/// What was read of a program that has ended. One that it left behind outside its group may keep the
/// pipe open for ever: nobody waits for that.
fn said(reading: &Receiver<String>) -> String {
    reading.recv_timeout(LAST_WORDS).unwrap_or_default()
}

fn read_all(from: impl std::io::Read) -> String {
    let mut bytes = Vec::new();
    // What came until it broke off is what there is to say.
    from.take(MAX_ANSWER_BYTES).read_to_end(&mut bytes).ok();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The exit code; none when the time is over, and the program with it.
fn wait(child: &mut Child, deadline: Duration) -> std::io::Result<Option<i32>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.code().unwrap_or(-1)));
        }
        if start.elapsed() > deadline {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        sleep(LOOK_EVERY);
    }
}

fn told(document: &Value, data_dir: &Path) -> String {
    let new = document.member("new");
    let mut text = format!(
        "version {} can take over from version {}\n\
         schema {} becomes {}; {} records verify afterwards\n\
         migration {} ms, load {} ms, proof of the whole log {} ms, {} bytes become {}\n",
        clean(document.text("new_version").unwrap_or("-")),
        env!("CARGO_PKG_VERSION"),
        new.member("schema_before"),
        new.member("schema_after"),
        new.member("records"),
        new.member("migration_ms"),
        new.member("load_ms"),
        new.member("proof_ms"),
        document.member("bytes_before"),
        new.member("bytes_after"),
    );
    for warning in document.member("warnings").rows() {
        writeln!(
            text,
            "warning: {}",
            clean(warning.as_str().unwrap_or_default())
        )
        .ok();
    }
    let database = data_dir.join(DATABASE_FILE);
    let after = new.member("schema_after").as_u64().unwrap_or(0);
    if after > newest_schema() as u64 {
        writeln!(
            text,
            "the way back: the upgrade leaves `{}.before-upgrade-from-{}`; install this version \
             again and restore that",
            database.display(),
            newest_schema()
        )
        .ok();
    } else {
        text.push_str("the way back: the schema stays as it is; install this version again\n");
    }
    text.push_str("a backup before the upgrade costs nothing: `portcullis backup`\n");
    text
}
