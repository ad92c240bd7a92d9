//! Backups: whether there is a recent one, and whether the place that they go to is a good one.

use std::fs::{self, Metadata};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::unistd::{AccessFlags, access};
use serde_json::Value;

use super::finding::{Finding, Severity};
use crate::backup::{self, Found};
use crate::cli::members::Members as _;
use crate::config::Config;
use crate::domain::time::Timestamp;
use crate::store::Origin;

const AGE: &str = "backup";
const PLACE: &str = "backup_directory";
const HOUR: Duration = Duration::from_hours(1);

/// What is known of the backups before the disk is looked at. What a running server says counts for
/// more than the file, which may not be in force yet.
pub(super) struct Known {
    data_dir: PathBuf,
    directory: PathBuf,
    /// Whether the server makes the directory where it is missing without a doubt about it.
    is_default: bool,
    every: Duration,
    /// Why the last one since the start of the server could not be made.
    failure: Option<String>,
    origin: Option<Origin>,
}

impl Known {
    /// By the configuration and by what the server told.
    pub(super) fn of(config: &Config, told: Option<Value>, origin: Option<Origin>) -> Self {
        let told = told.unwrap_or_default();
        let data_dir = config.server.data_dir.clone();
        let own = data_dir.join("backups");
        let directory = told.text("directory").map(PathBuf::from);
        let directory = directory.unwrap_or_else(|| config.backup_directory());
        let hours = told.member("every_hours").as_u64();
        let last = told.member("last");
        Self {
            data_dir,
            is_default: directory == own,
            directory,
            every: Duration::from_secs(hours.unwrap_or(config.backup.every_hours) * 3600),
            failure: last.text("error").map(str::to_owned),
            origin,
        }
    }

    /// Looks at the directory and at what is in it.
    pub(super) fn examine(&self, now: Timestamp) -> Vec<Finding> {
        let mut findings = Vec::new();
        match backup::list(&self.directory) {
            Ok(found) => {
                let newest = found.iter().find(|found| self.is_own(found, now));
                findings.push(self.age(newest.map(|found| found.name.at()), now));
                findings.push(self.place(&found));
            }
            Err(error) => findings.push(Finding::new(
                PLACE,
                Severity::Problem,
                error.to_string(),
                "see whether the directory is mounted, and belongs to the user of the server",
            )),
        }
        findings.extend(self.failure.as_ref().map(|why| {
            Finding::new(
                AGE,
                Severity::Problem,
                format!("the last one could not be made: {why}"),
                "mend what it says, then: portcullis backup",
            )
        }));
        findings
    }

    /// Of this appliance, and not from a future that a wrong clock believed in.
    fn is_own(&self, found: &Found, now: Timestamp) -> bool {
        let origin = self.origin.as_ref();
        let is_ours = origin.is_none_or(|origin| origin.node == found.name.node());
        is_ours && found.name.at() <= now
    }

    fn age(&self, newest: Option<Timestamp>, now: Timestamp) -> Finding {
        let age = newest.map(|newest| now.since(newest));
        let found = age.map_or_else(
            || format!("there is none in `{}`", self.directory.display()),
            |age| format!("the newest is {} old", words(age)),
        );
        if self.every.is_zero() {
            let found = format!("{found}, and there is no schedule");
            let remedy = "run `portcullis backup` by another clock, or set `backup.every_hours`";
            return Finding::new(AGE, Severity::Note, found, remedy);
        }
        let found = format!("{found}; one is due every {}", words(self.every));
        // The schedule has time to make one, and to try again.
        let patience = self.every + (self.every / 2).max(HOUR);
        let Some(age) = age else {
            let database = self.origin.as_ref().map(|origin| origin.created_at);
            let is_new = database.is_some_and(|made| now.since(made) < patience);
            let severity = if is_new {
                Severity::Note
            } else {
                Severity::Warning
            };
            let remedy = "run `portcullis backup`; the server makes its first five minutes after \
                          a start";
            return Finding::new(AGE, severity, found, remedy);
        };
        let severity = match age {
            age if age <= patience => return Finding::ok(AGE, found),
            age if age <= self.every * 3 => Severity::Warning,
            _ => Severity::Problem,
        };
        let remedy = "see `PortcullisBackupOld` in docs/OPERATIONS.md";
        Finding::new(AGE, severity, found, remedy)
    }

    fn place(&self, files: &[Found]) -> Finding {
        let shown = self.directory.display();
        let problem =
            |found: String, remedy: String| Finding::new(PLACE, Severity::Problem, found, remedy);
        let Ok(metadata) = fs::metadata(&self.directory) else {
            if self.is_default {
                return self.of_disk(fs::metadata(&self.data_dir).ok().as_ref());
            }
            let remedy = format!(
                "mount it, or make it: install -d -m 0700 -o portcullis -g portcullis {shown}"
            );
            return problem(format!("`{shown}` is not there"), remedy);
        };
        let mode = metadata.permissions().mode() & 0o7777;
        if mode & 0o022 != 0 {
            let found = format!("`{shown}` has mode {mode:04o}: others can remove backups");
            return problem(found, format!("chmod go= {shown}"));
        }
        if access(&self.directory, AccessFlags::W_OK | AccessFlags::X_OK).is_err() {
            let found = format!("`{shown}` cannot be written to by the user of the server");
            let remedy = format!(
                "give it to that user (chown portcullis: {shown}), and mount it \
                                  for writing"
            );
            return problem(found, remedy);
        }
        if let Some(file) = files.iter().find(|file| is_open(&file.path)) {
            let file = file.path.display();
            let found = format!("`{file}` can be read by others than its owner");
            return problem(found, format!("chmod go= {file}"));
        }
        self.of_disk(Some(&metadata))
    }

    /// A disk that fails takes along what is on it.
    fn of_disk(&self, metadata: Option<&Metadata>) -> Finding {
        let data = fs::metadata(&self.data_dir).ok().map(|found| found.dev());
        let shown = self.directory.display();
        if data.is_none() || data != metadata.map(Metadata::dev) {
            return Finding::ok(
                PLACE,
                format!("`{shown}` is on another file system than the data"),
            );
        }
        Finding::new(
            PLACE,
            Severity::Note,
            format!("`{shown}` is on the file system of the data"),
            "keep copies on another machine, or set `backup.directory` to another disk: \
             docs/BACKUP.md",
        )
    }
}

fn is_open(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

/// A duration for people: one that is not short in whole hours or days.
fn words(duration: Duration) -> String {
    let hours = duration.as_secs() / 3600;
    match hours {
        0 => format!("{} min", duration.as_secs() / 60),
        1..72 => format!("{hours} h"),
        _ => format!("{} days", hours / 24),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-22T16:00:00Z".parse().unwrap()
    }

    fn ago(hours: u64) -> Timestamp {
        let micros = i64::try_from(hours * 3_600_000_000).unwrap();
        Timestamp::from_micros(now().as_micros() - micros)
    }

    fn known(root: &Path, every_hours: u64, made: Option<Timestamp>) -> Known {
        let mut config = Config::default();
        config.server.data_dir = root.to_owned();
        config.backup.every_hours = every_hours;
        let origin = made.map(|created_at| Origin {
            node: "0a1b2c3d".to_owned(),
            created_at,
        });
        Known::of(&config, None, origin)
    }

    #[test]
    fn the_age_is_judged_by_the_schedule() {
        let root = tempfile::tempdir().unwrap();
        let judged = |every, hours| {
            let known = known(root.path(), every, Some(ago(9999)));
            known.age(Some(ago(hours)), now()).severity
        };
        assert_eq!(judged(24, 0), Severity::Ok);
        assert_eq!(judged(24, 36), Severity::Ok);
        assert_eq!(judged(24, 37), Severity::Warning);
        assert_eq!(judged(24, 73), Severity::Problem);
        assert_eq!(judged(1, 2), Severity::Ok, "there is time to make one");
        assert_eq!(judged(1, 3), Severity::Warning);
        assert_eq!(judged(0, 0), Severity::Note);
        assert_eq!(judged(0, 9999), Severity::Note);
    }

    #[test]
    fn none_yet_is_judged_by_the_age_of_the_database() {
        let root = tempfile::tempdir().unwrap();
        let judged = |made| known(root.path(), 24, made).age(None, now()).severity;
        assert_eq!(judged(Some(ago(1))), Severity::Note);
        assert_eq!(judged(Some(ago(37))), Severity::Warning);
        assert_eq!(judged(None), Severity::Warning, "nobody knows");
    }

    #[test]
    fn the_place_is_judged_by_what_others_can_do_there() {
        let root = tempfile::tempdir().unwrap();
        let mut known = known(root.path(), 24, None);
        let judged = |known: &Known| known.place(&[]).severity;
        let mode = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        assert_eq!(judged(&known), Severity::Note, "the server makes it there");
        let directory = root.path().join("backups");
        fs::create_dir(&directory).unwrap();
        mode(&directory, 0o755);
        assert_eq!(judged(&known), Severity::Note, "the same disk");
        mode(&directory, 0o775);
        assert_eq!(judged(&known), Severity::Problem);
        mode(&directory, 0o700);
        known.directory = PathBuf::from("/proc");
        assert_eq!(judged(&known), Severity::Ok, "another file system");
        known.directory = root.path().join("absent");
        known.is_default = false;
        assert_eq!(judged(&known), Severity::Problem, "absent");
    }
}
