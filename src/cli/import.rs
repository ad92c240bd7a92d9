//! `portcullis customer import`: customers from a file, and a file of their first keys.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions, remove_file};
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Column, Outcome, cell, clean, note, table};
use super::request::Request;

/// Bytes of one file at most.
const MAX_BYTES: u64 = 32 << 20;
/// How long a large file may take to be read or applied.
const PATIENCE: Duration = Duration::from_mins(20);
/// How often the progress is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(500);

const ERRORS: &[Column<'_>] = &[
    ("LINE", "line"),
    ("COLUMN", "field"),
    ("WHAT IS WRONG", "message"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    /// One bad row, and nothing is imported
    All,
    /// Bad rows are left out
    SkipBad,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: CSV in UTF-8, whose first line names the columns
    file: PathBuf,
    /// Say what would happen, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// What becomes of the others when rows are bad
    #[arg(long, value_enum, default_value = "all")]
    mode: Mode,
    /// A new file for the customers' first keys, its owner's alone
    #[arg(long, value_name = "FILE", conflicts_with = "no_keys")]
    #[arg(required_unless_present_any = ["no_keys", "dry_run"])]
    keys_file: Option<PathBuf>,
    /// Give the customers no keys
    #[arg(long)]
    no_keys: bool,
}

impl Import {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        let file = file_of(&self.file, MAX_BYTES)?;
        // Made before anything is asked: keys that have nowhere to go must not be issued.
        let path = self.keys_file.as_deref().filter(|_| !self.dry_run);
        let keys = path.map(KeysFile::create).transpose()?;
        let outcome = self.import(context, &file, keys.as_ref());
        if let (Some(keys), Ok(Done::Nothing(_)) | Err(_)) = (&keys, &outcome) {
            keys.remove_if_empty();
        }
        outcome.map(|done| match done {
            Done::Nothing(outcome) | Done::Imported(outcome) => outcome,
        })
    }

    fn import(
        &self,
        context: &Context,
        file: &[u8],
        keys: Option<&KeysFile>,
    ) -> Result<Done, CliError> {
        let client = context.client("customer import")?.patient(PATIENCE);
        let open =
            json!({"kind": "customers", "keys": if keys.is_some() { "file" } else { "none" }});
        let opened = client.ask(&Request::post("/api/imports", open))?;
        let import = Open {
            client: &client,
            path: format!(
                "/api/imports/{}",
                opened.text("import_id").unwrap_or_default()
            ),
        };
        let part_bytes = opened.member("part_bytes").as_u64().unwrap_or(1 << 14);
        let part_bytes = usize::try_from(part_bytes).unwrap_or(usize::MAX).max(1);
        for (number, part) in file.chunks(part_bytes).enumerate() {
            import.send(number, part)?;
        }
        let checked = import.ask("/check", json!({}))?;
        let bad = checked.member("bad").as_u64().unwrap_or_default();
        let good = checked.member("good").as_u64().unwrap_or_default();
        if self.dry_run || good == 0 || (self.mode == Mode::All && bad > 0) {
            return Ok(Done::Nothing(self.nothing(checked, good, bad)));
        }
        let applied = import.apply(self.mode, good)?;
        if let Some(keys) = keys {
            keys.fill(&import, &applied)?;
        }
        Ok(Done::Imported(imported(checked, &applied, keys)))
    }

    /// What would have happened.
    fn nothing(&self, checked: Value, good: u64, bad: u64) -> Outcome {
        let mut text = summary(&checked);
        text.push_str(match (self.dry_run, good, bad) {
            (_, 0, _) => "nothing can be imported",
            (true, _, _) => "nothing was done: leave out `--dry-run` to import",
            (false, _, _) => {
                "nothing was imported: correct these rows, or leave them out with `--mode skip-bad`"
            }
        });
        Outcome::Print {
            document: checked,
            text,
            code: if bad > 0 || good == 0 { 3 } else { 0 },
        }
    }
}

/// What the command came to.
enum Done {
    Nothing(Outcome),
    Imported(Outcome),
}

/// What was imported.
fn imported(checked: Value, applied: &Value, keys: Option<&KeysFile>) -> Outcome {
    let mut text = summary(&checked);
    let count = |name| cell(applied.member(name));
    writeln!(
        text,
        "imported {}, left out {}",
        count("imported"),
        count("skipped")
    )
    .ok();
    if let Some(keys) = keys {
        let path = keys.path.display();
        writeln!(text, "their first keys are in `{path}`, and nowhere else").ok();
    }
    let mut document = checked;
    if let Some(members) = document.as_object_mut() {
        for name in ["imported", "skipped"] {
            members.insert(name.to_owned(), applied.member(name).clone());
        }
        members.insert("state".to_owned(), json!("applied"));
        members.insert("done".to_owned(), applied.member("imported").clone());
        let path = keys.map(|keys| keys.path.display().to_string());
        members.insert("keys_file".to_owned(), json!(path));
    }
    Outcome::done(document, text)
}

/// What the file holds, and what is wrong with it first.
fn summary(checked: &Value) -> String {
    let count = |name| cell(checked.member(name));
    let mut text = format!(
        "{} rows: {} good, {} bad\n",
        count("rows"),
        count("good"),
        count("bad")
    );
    for (tier, number) in checked.member("tiers").as_object().into_iter().flatten() {
        writeln!(text, "  {} on {}", cell(number), clean(tier)).ok();
    }
    let errors = checked.member("errors").rows();
    if !errors.is_empty() {
        text.push_str(&table(errors, ERRORS, ""));
    }
    text
}

/// The file as the user who started the command can read it.
pub(super) fn file_of(path: &Path, max_bytes: u64) -> Result<Vec<u8>, CliError> {
    let doing = || format!("cannot read `{}`", path.display());
    let file = File::open(path).map_err(|source| CliError::failed(doing(), source))?;
    let mut bytes = Vec::new();
    file.take(max_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| CliError::failed(doing(), source))?;
    if bytes.len() as u64 > max_bytes {
        let path = path.display();
        return Err(CliError::Plain(format!(
            "`{path}` has more than {max_bytes} bytes: split it"
        )));
    }
    Ok(bytes)
}

/// An import that is open; dropping it forgets what the server holds of it.
struct Open<'a> {
    client: &'a Client,
    path: String,
}

impl Open<'_> {
    fn send(&self, number: usize, part: &[u8]) -> Result<(), CliError> {
        let target = format!("{}/parts/{number}", self.path);
        let request = Request::put(target, json!({})).with_table(part.to_vec());
        self.client.ask(&request).map(drop)
    }

    fn ask(&self, what: &str, body: Value) -> Result<Value, CliError> {
        let target = format!("{}{what}", self.path);
        self.client.ask(&Request::post(target, body))
    }

    /// Applies it, and shows how far it is to a person at a terminal.
    fn apply(&self, mode: Mode, good: u64) -> Result<Value, CliError> {
        let mode = match mode {
            Mode::All => "all",
            Mode::SkipBad => "skip_bad",
        };
        let body = json!({"mode": mode});
        if !io::stderr().is_terminal() {
            return self.ask("/apply", body);
        }
        std::thread::scope(|scope| {
            let applying = scope.spawn(|| self.ask("/apply", body));
            while !applying.is_finished() {
                std::thread::sleep(LOOK_EVERY);
                if let Ok(state) = self.client.ask(&Request::get(self.path.clone())) {
                    progress(state.member("done").as_u64().unwrap_or_default(), good);
                }
            }
            writeln!(io::stderr()).ok();
            applying
                .join()
                .unwrap_or_else(|_| Err(CliError::Plain("the import panicked".to_owned())))
        })
    }
}

/// A line that replaces itself.
fn progress(done: u64, all: u64) {
    let width = 30;
    let filled = usize::try_from(done.saturating_mul(width) / all.max(1)).unwrap_or(0);
    let rest = usize::try_from(width).unwrap_or(0).saturating_sub(filled);
    let bar = "#".repeat(filled) + &"-".repeat(rest);
    write!(io::stderr(), "\r[{bar}] {done} of {all} customers").ok();
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        // What cannot be forgotten now is forgotten within the hour.
        self.client.ask(&Request::delete(self.path.clone())).ok();
    }
}

/// The file that the keys go to: new, its owner's alone.
struct KeysFile {
    path: PathBuf,
    file: File,
}

impl KeysFile {
    fn create(path: &Path) -> Result<Self, CliError> {
        let doing = || {
            format!(
                "cannot make `{}` for the keys; nothing was imported",
                path.display()
            )
        };
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .and_then(|file| file.sync_all().map(|()| file))
            .map_err(|source| CliError::failed(doing(), source))?;
        Ok(Self {
            path: path.to_owned(),
            file,
        })
    }

    /// Fetches the keys and writes them down, to the disk, before anybody is told of success.
    fn fill(&self, import: &Open<'_>, applied: &Value) -> Result<(), CliError> {
        let target = format!("{}/keys", import.path);
        let fetched = import.client.fetch(&Request::get(target).wanting_table());
        let (keys, _) = fetched.map_err(|source| {
            let imported = cell(applied.member("imported"));
            let doing = format!(
                "{imported} customers were imported, but their keys could not be fetched and are \
                 lost; {HOW_TO_ISSUE}"
            );
            CliError::failed(doing, source)
        })?;
        let keys = Zeroizing::new(keys);
        let written = (&self.file)
            .write_all(&keys)
            .and_then(|()| self.file.sync_all());
        written.map_err(|source| {
            let kept = self.file.metadata().map_or(0, |found| found.len());
            for line in lost(&keys, kept) {
                note(&line);
            }
            let doing = format!(
                "cannot write `{}`; the customers were imported, and the keys of those named above \
                 are lost; {HOW_TO_ISSUE}",
                self.path.display()
            );
            CliError::failed(doing, source)
        })
    }

    /// A file that never held anything is not left behind.
    fn remove_if_empty(&self) {
        let is_empty = self.file.metadata().is_ok_and(|found| found.len() == 0);
        if is_empty && remove_file(&self.path).is_err() {
            note(&format!(
                "`{}` is empty and can be removed",
                self.path.display()
            ));
        }
    }
}

const HOW_TO_ISSUE: &str = "issue others with `portcullis key create --customer ADDRESS`, and \
                            revoke the lost ones, which `portcullis key list` shows as never used";

/// A line for each customer whose key does not stand whole in the first bytes: its identifier, its
/// address and the key's identifier, and never the key.
fn lost(keys: &[u8], kept: u64) -> Vec<String> {
    let kept = usize::try_from(kept).unwrap_or(usize::MAX);
    let mut end = 0;
    let mut lost = Vec::new();
    for (place, line) in keys.split_inclusive(|byte| *byte == b'\n').enumerate() {
        end += line.len();
        if place == 0 || end <= kept {
            continue;
        }
        let text = String::from_utf8_lossy(line);
        let cells: Vec<&str> = text.trim_end().rsplitn(4, ',').collect();
        if let [_, key_id, email, rest] = cells.as_slice() {
            let customer = rest.split(',').next().unwrap_or_default();
            lost.push(clean(&format!("lost: {customer} {email} {key_id}")));
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_keys_are_lost_is_told_and_no_key_is() {
        let keys = b"customer_id,name,email,key_id,api_key\r\n\
                     cus_1,\"Acme, \"\"Inc\"\"\",a@x.example,key_1,sk-one\r\n\
                     cus_2,Globex,b@x.example,key_2,sk-two\r\n";
        let all = [
            "lost: cus_1 a@x.example key_1",
            "lost: cus_2 b@x.example key_2",
        ];
        assert_eq!(lost(keys, 0), all);
        let first = keys.len() as u64 - 1;
        assert_eq!(lost(keys, first), all[1..]);
        assert_eq!(lost(keys, keys.len() as u64), [""; 0]);
    }

    #[test]
    fn a_keys_file_is_new_and_its_owners_alone() {
        use std::os::unix::fs::MetadataExt as _;

        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys.csv");
        let keys = KeysFile::create(&path).unwrap();
        assert_eq!(keys.file.metadata().unwrap().mode() & 0o777, 0o600);
        assert!(KeysFile::create(&path).is_err(), "it is there already");
        keys.remove_if_empty();
        assert!(!path.exists());
        assert!(KeysFile::create(&directory.path().join("no/keys.csv")).is_err());
    }
}
