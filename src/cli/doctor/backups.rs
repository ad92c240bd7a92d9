//! How old the newest backup is.

use std::time::Duration;

use super::finding::{Finding, Severity};
use crate::backup;
use crate::config::Config;
use crate::domain::time::Timestamp;

/// How old the newest one may be where none are made without being asked for.
const OLD_BY_HAND: Duration = Duration::from_hours(7 * 24);

/// Looks at the backup directory.
pub(super) fn newest(config: &Config, now: Timestamp) -> Finding {
    let name = "backup";
    let hours = config.backup.every_hours;
    let directory = config.backup_directory();
    let found = match backup::list(&directory) {
        Ok(found) => found,
        Err(error) => {
            let remedy = "make it readable for the owner of the data, or set `backup.directory`";
            return Finding::new(name, Severity::Warning, error.to_string(), remedy);
        }
    };
    let Some(newest) = found.first() else {
        let text = format!("there is none in `{}`", directory.display());
        let remedy = "make one: portcullis backup";
        return Finding::new(name, Severity::Note, text, remedy);
    };
    let age = now.since(newest.name.at());
    let text = format!(
        "{} of {} h ago, {} in all",
        newest.name,
        age.as_secs() / 3600,
        found.len()
    );
    let limit = match hours {
        0 => OLD_BY_HAND,
        hours => Duration::from_secs(hours.saturating_mul(2 * 3600)),
    };
    if age > limit {
        let remedy = "see why in the log, and make one: portcullis backup";
        return Finding::new(name, Severity::Warning, text, remedy);
    }
    Finding::ok(name, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_backup_is_a_warning_and_none_is_worth_a_note() {
        let directory = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.backup.directory = Some(directory.path().join("backups"));
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        let judged = |config: &Config| newest(config, now).severity;
        assert_eq!(judged(&config), Severity::Note);
        std::fs::create_dir(directory.path().join("backups")).unwrap();
        let make = |time: &str| {
            let name = format!("portcullis-0a1b2c3d-{time}.tar.age");
            let file = directory.path().join("backups").join(name);
            std::fs::write(file, "age-encryption.org/v1\n").unwrap();
        };
        make("20261110T120000Z");
        assert_eq!(judged(&config), Severity::Warning);
        make("20261119T120000Z");
        assert_eq!(judged(&config), Severity::Warning);
        config.backup.every_hours = 0;
        assert_eq!(judged(&config), Severity::Ok);
        make("20261122T110000Z");
        config.backup.every_hours = 24;
        assert_eq!(judged(&config), Severity::Ok);
        config.backup.directory = Some(directory.path().join("backups/file/below"));
        std::fs::write(directory.path().join("backups/file"), "x").unwrap();
        assert_eq!(judged(&config), Severity::Warning);
    }
}
