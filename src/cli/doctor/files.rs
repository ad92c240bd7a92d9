//! The data directory and the files with secrets: whose they are, who reads them, where they lie.

use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use nix::sys::statfs::{TMPFS_MAGIC, statfs};
use nix::unistd::geteuid;

use super::finding::{Finding, Severity};
use crate::config::{Loaded, Warning, read_text};
use crate::ledger::DATABASE_FILE;
use crate::store::{Room, refuse_network_file_system};

const GIB: u64 = 1 << 30;
const MIB: u64 = 1 << 20;
/// Below this the appliance may stop at any moment.
const ROOM_NEEDED_BYTES: u64 = 200 * MIB;
/// Below this it is time to act.
const ROOM_WANTED_BYTES: u64 = 2 * GIB;
/// Files that a journal, a backup and a lock take, many times over.
const INODES_WANTED: u64 = 1000;

/// What the configuration says about itself.
pub(super) fn configuration(loaded: &Loaded, file: Option<&Path>) -> Vec<Finding> {
    let name = "configuration";
    if loaded.warnings.is_empty() {
        let found = match file {
            Some(file) => format!("`{}` is sound", file.display()),
            None => "no file; the built-in settings are in force".to_owned(),
        };
        return vec![Finding::ok(name, found)];
    }
    let finding = |warning: &Warning| {
        let remedy = "see `portcullis config check`, and docs/CONFIGURATION.md for the key";
        Finding::new(name, Severity::Warning, warning.to_string(), remedy)
    };
    loaded.warnings.iter().map(finding).collect()
}

/// Whether the documents of the operator's own can be read as the server reads them.
pub(super) fn own_texts(loaded: &Loaded) -> Vec<Finding> {
    let read = |(key, path): (&str, &Path)| {
        let (name, shown) = ("own_text", path.display());
        match read_text(path) {
            Ok(_) => Finding::ok(name, format!("`{shown}` can be read")),
            Err(error) => Finding::new(
                name,
                Severity::Problem,
                format!("`{key}` is `{shown}`, which {error}"),
                "mend it, or take the key out for the built-in text: the server does not start so",
            ),
        }
    };
    loaded.own_texts().map(read).collect()
}

/// Whether files with secrets, which the configuration names, can be read by who runs the server.
pub(super) fn secret_files(loaded: &Loaded) -> Vec<Finding> {
    let config = &loaded.config;
    let paths = [
        config.metrics.token_file.as_deref(),
        config.stripe.webhook_secret_file.as_deref(),
        config.tls.key_file.as_deref(),
    ];
    let read = |path: &Path| match File::open(path) {
        Ok(_) => Finding::ok("secret_file", format!("`{}` can be read", path.display())),
        Err(error) => Finding::new(
            "secret_file",
            Severity::Problem,
            format!("`{}` cannot be read: {error}", path.display()),
            "let the user of the server read it, and nobody else: chown root:portcullis, chmod 0640",
        ),
    };
    paths.into_iter().flatten().map(read).collect()
}

/// The directory itself, and what lies in it.
pub(super) fn data_directory(path: &Path) -> Vec<Finding> {
    let name = "data_directory";
    let found = match fs::metadata(path) {
        Ok(found) if found.is_dir() => found,
        Ok(_) => {
            let text = format!("`{}` is not a directory", path.display());
            let remedy = "set `server.data_dir` to a directory";
            return vec![Finding::new(name, Severity::Problem, text, remedy)];
        }
        Err(error) => {
            let text = format!("`{}` cannot be used: {error}", path.display());
            let remedy = "run `portcullis init`, or name the right directory with `--data-dir`";
            return vec![Finding::new(name, Severity::Problem, text, remedy)];
        }
    };
    let mut findings = vec![of_mode(name, path, &found, 0o077)];
    findings.extend(foreign_files(path, found.uid()));
    findings.push(file_system(path));
    findings
}

/// Nobody but the owner has anything to do there.
fn of_mode(name: &'static str, path: &Path, found: &fs::Metadata, forbidden: u32) -> Finding {
    let mode = found.permissions().mode() & 0o7777;
    let (shown, owner) = (path.display(), found.uid());
    if mode & forbidden != 0 {
        return Finding::new(
            name,
            Severity::Problem,
            format!("`{shown}` has mode {mode:04o}: others than its owner can use it"),
            format!("chmod go= {shown}"),
        );
    }
    let me = geteuid();
    if !me.is_root() && me.as_raw() != owner {
        let text = format!("`{shown}` belongs to user {owner}, and this is user {me}");
        let remedy = "run this as that user, or as root";
        return Finding::new(name, Severity::Problem, text, remedy);
    }
    Finding::ok(
        name,
        format!("`{shown}` has mode {mode:04o} and belongs to user {owner}"),
    )
}

/// Files of the database that another user made, or that others can read: the server cannot open
/// the ones, and need not be asked for the others.
fn foreign_files(directory: &Path, owner: u32) -> Vec<Finding> {
    let name = "data_files";
    let mut findings = Vec::new();
    for suffix in ["", "-wal", "-shm"] {
        let path = directory.join(format!("{DATABASE_FILE}{suffix}"));
        let Ok(found) = fs::metadata(&path) else {
            continue;
        };
        let mode = found.permissions().mode() & 0o7777;
        let shown = path.display();
        if found.uid() != owner {
            findings.push(Finding::new(
                name,
                Severity::Problem,
                format!(
                    "`{shown}` belongs to user {}, its directory to user {owner}",
                    found.uid()
                ),
                format!("stop the server, then: chown {owner} {shown}"),
            ));
        } else if mode & 0o077 != 0 {
            findings.push(Finding::new(
                name,
                Severity::Problem,
                format!("`{shown}` has mode {mode:04o}: others than its owner can use it"),
                format!("chmod go= {shown}"),
            ));
        }
    }
    if findings.is_empty() {
        let text = "the files of the database are their owner's alone";
        findings.push(Finding::ok(name, text));
    }
    findings
}

fn file_system(path: &Path) -> Finding {
    let name = "file_system";
    if let Err(error) = refuse_network_file_system(path) {
        let remedy = "move the data to a local disk: docs/OPERATIONS.md says how";
        return Finding::new(name, Severity::Problem, error.to_string(), remedy);
    }
    match statfs(path) {
        Ok(found) if found.filesystem_type() == TMPFS_MAGIC => Finding::new(
            name,
            Severity::Warning,
            format!(
                "`{}` is in memory: a restart of the machine loses it",
                path.display()
            ),
            "set `server.data_dir` to a directory on a disk",
        ),
        Ok(_) => Finding::ok(name, "a local file system"),
        Err(error) => Finding::new(
            name,
            Severity::Warning,
            format!("cannot be examined: {error}"),
            "look at the log of the kernel: dmesg",
        ),
    }
}

/// Room for the database to grow, and for a copy of it.
pub(super) fn room(path: &Path) -> Vec<Finding> {
    if !path.is_dir() {
        // Said already.
        return Vec::new();
    }
    let room = match Room::of(path) {
        Ok(room) => room,
        Err(error) => {
            let remedy = "look at the log of the kernel: dmesg";
            return vec![Finding::new(
                "disk_space",
                Severity::Problem,
                error.to_string(),
                remedy,
            )];
        }
    };
    let database = fs::metadata(path.join(DATABASE_FILE)).map_or(0, |found| found.len());
    let mut findings = vec![space(room, database)];
    if let Some(free) = room.free_inodes {
        findings.push(if free < INODES_WANTED {
            Finding::new(
                "disk_inodes",
                Severity::Problem,
                format!("{free} files can still be made"),
                "remove small files that nobody needs from this file system",
            )
        } else {
            Finding::ok("disk_inodes", format!("{free} files can still be made"))
        });
    }
    findings
}

fn space(room: Room, database: u64) -> Finding {
    let name = "disk_space";
    let found = format!(
        "{} of {} free, the database has {}",
        size(room.free_bytes),
        size(room.total_bytes),
        size(database)
    );
    let full = "see `Disk full` in docs/OPERATIONS.md";
    if room.free_bytes < ROOM_NEEDED_BYTES {
        return Finding::new(
            name,
            Severity::Problem,
            found,
            format!("make room now; {full}"),
        );
    }
    if room.free_bytes < ROOM_WANTED_BYTES.min(room.total_bytes / 10) {
        return Finding::new(
            name,
            Severity::Warning,
            found,
            format!("make room soon; {full}"),
        );
    }
    if room.free_bytes < database {
        let remedy = "an upgrade copies the database first: make as much room as it has";
        return Finding::new(name, Severity::Warning, found, remedy);
    }
    Finding::ok(name, found)
}

/// Bytes for people.
fn size(bytes: u64) -> String {
    let tenths = |unit: u64| {
        let tenths = u128::from(bytes) * 10 / u128::from(unit);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match bytes {
        GIB.. => format!("{} GiB", tenths(GIB)),
        MIB.. => format!("{} MiB", tenths(MIB)),
        _ => format!("{} KiB", tenths(1024)),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn room_is_judged_by_what_is_left_and_by_the_database() {
        let judged = |free_bytes, total_bytes, database| {
            let room = Room {
                free_bytes,
                total_bytes,
                free_inodes: None,
            };
            space(room, database).severity
        };
        assert_eq!(judged(100 * MIB, 100 * GIB, MIB), Severity::Problem);
        assert_eq!(judged(GIB, 100 * GIB, MIB), Severity::Warning);
        assert_eq!(judged(3 * GIB, 100 * GIB, 4 * GIB), Severity::Warning);
        assert_eq!(judged(50 * GIB, 100 * GIB, 4 * GIB), Severity::Ok);
        assert_eq!(
            judged(GIB, 2 * GIB, MIB),
            Severity::Ok,
            "a small disk, half empty"
        );
        assert_eq!(size(1536 * MIB), "1.5 GiB");
        assert_eq!(size(2048), "2.0 KiB");
    }

    #[test]
    fn who_else_can_read_the_data_is_told() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("data");
        let of = |name: &str| {
            let all = data_directory(&path);
            all.into_iter().find(|finding| finding.name == name)
        };
        assert_eq!(
            of("data_directory").unwrap().severity,
            Severity::Problem,
            "missing"
        );
        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, PermissionsExt::from_mode(0o750)).unwrap();
        assert_eq!(of("data_directory").unwrap().severity, Severity::Problem);
        fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
        assert_eq!(of("data_directory").unwrap().severity, Severity::Ok);
        let database = path.join(DATABASE_FILE);
        fs::write(&database, "x").unwrap();
        fs::set_permissions(&database, PermissionsExt::from_mode(0o644)).unwrap();
        let found = of("data_files").unwrap();
        assert_eq!(found.severity, Severity::Problem);
        assert!(found.remedy.unwrap().starts_with("chmod go= /"));
        fs::set_permissions(&database, PermissionsExt::from_mode(0o600)).unwrap();
        assert_eq!(of("data_files").unwrap().severity, Severity::Ok);
    }
}
