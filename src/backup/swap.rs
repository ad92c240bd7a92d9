//! Finished files put in their places: a backup copied elsewhere, a database put in force.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use nix::errno::Errno;
use nix::fcntl::{AT_FDCWD, RenameFlags, renameat2};

use super::archive::{Digesting, copy};
use super::error::{BackupError, file};
use super::flush_directory;
use crate::domain::time::Timestamp;
use crate::store::DATABASE_FILE;

/// Copies a backup into another directory, under its own name, and proves the copy by its digest.
/// Others may write to that directory: what lies there under the names that are used is replaced,
/// never followed or written into.
pub fn copy_out(source: &Path, directory: &Path, sha256: &str) -> Result<PathBuf, BackupError> {
    let name = source.file_name().unwrap_or_default();
    let target = directory.join(name);
    let mut partial = target.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let copied = copy_to(source, &partial).and_then(|found| {
        if found != sha256 {
            return Err(BackupError::damaged(
                source,
                "it changed while it was copied",
            ));
        }
        fs::rename(&partial, &target).map_err(file("cannot rename", &partial))?;
        flush_directory(directory)
    });
    if copied.is_err() {
        fs::remove_file(&partial).ok();
    }
    copied.map(|()| target)
}

fn copy_to(source: &Path, target: &Path) -> Result<String, BackupError> {
    let mut input = Digesting::new(File::open(source).map_err(file("cannot open", source))?);
    match fs::remove_file(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(file("cannot remove", target)(error));
        }
        Ok(()) | Err(_) => {}
    }
    let mut output = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(target)
        .map_err(file("cannot write", target))?;
    copy(&mut input, &mut output)
        .and_then(|_| output.sync_all())
        .map_err(file("cannot write", target))?;
    Ok(input.end().1.sha256)
}

/// Puts a closed, flushed database in force in place of the one in a data directory, which stays
/// beside it under the name that is given back. At every moment one of the two is in force, whole:
/// no write-ahead log of the one is ever found beside the other.
///
/// `is_settled` says that the one in force was closed cleanly. One that cannot be opened keeps its
/// write-ahead log, under its new name.
pub fn swap_in(
    staged: &Path,
    data_dir: &Path,
    now: Timestamp,
    is_settled: bool,
) -> Result<Option<PathBuf>, BackupError> {
    let target = data_dir.join(DATABASE_FILE);
    let aside = fresh_name(data_dir, now);
    for end in ["-wal", "-shm"] {
        let beside = with_end(&target, end);
        match fs::metadata(&beside) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(file("cannot look at", &beside)(error)),
            Ok(found) if is_settled && end == "-wal" && found.len() > 0 => {
                let what = "another program has it open; end that program first";
                return Err(BackupError::damaged(&target, what));
            }
            Ok(_) if is_settled => {
                fs::remove_file(&beside).map_err(file("cannot remove", &beside))?;
            }
            Ok(_) => {
                fs::rename(&beside, with_end(&aside, end))
                    .map_err(file("cannot rename", &beside))?;
            }
        }
    }
    flush_directory(data_dir)?;
    if !target.exists() {
        fs::rename(staged, &target).map_err(file("cannot rename", staged))?;
        flush_directory(data_dir)?;
        return Ok(None);
    }
    exchange(staged, &target, &aside)?;
    flush_directory(data_dir)?;
    Ok(Some(aside))
}

/// Where the file system can, both names change hands in one step. Where it cannot, the old one gets
/// its second name first, and then loses the first one in one step.
fn exchange(staged: &Path, target: &Path, aside: &Path) -> Result<(), BackupError> {
    fs::rename(staged, aside).map_err(file("cannot rename", staged))?;
    match renameat2(
        AT_FDCWD,
        aside,
        AT_FDCWD,
        target,
        RenameFlags::RENAME_EXCHANGE,
    ) {
        Ok(()) => Ok(()),
        Err(Errno::EINVAL | Errno::ENOSYS) => {
            fs::rename(aside, staged).map_err(file("cannot rename", aside))?;
            fs::hard_link(target, aside).map_err(file("cannot link", target))?;
            fs::rename(staged, target).map_err(file("cannot rename", staged))
        }
        Err(errno) => Err(file("cannot put in force", target)(errno.into())),
    }
}

fn fresh_name(data_dir: &Path, now: Timestamp) -> PathBuf {
    let digits = |c: &char| c.is_ascii_digit() || *c == 'T';
    let time: String = now.to_string().chars().take(19).filter(digits).collect();
    let base = data_dir.join(format!("{DATABASE_FILE}.before-restore-{time}Z"));
    let mut name = base.clone();
    let mut number = 1;
    while name.exists() {
        number += 1;
        name = with_end(&base, &format!("-{number}"));
    }
    name
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    /// The directory may be one that others write to, and the name can be guessed.
    #[test]
    fn a_copy_goes_through_nobodys_link_and_into_nobodys_file() {
        let from = tempfile::tempdir().unwrap();
        let source = from.path().join("backup.tar");
        fs::write(&source, "secret").unwrap();
        let sha256 = super::super::archive::digest_of(&source, &crate::store::Stop::default())
            .unwrap()
            .sha256;
        let victim = from.path().join("victim");
        fs::write(&victim, "precious").unwrap();

        let linked = tempfile::tempdir().unwrap();
        symlink(&victim, linked.path().join("backup.tar.partial")).unwrap();
        symlink(&victim, linked.path().join("backup.tar")).unwrap();
        let copied = copy_out(&source, linked.path(), &sha256).unwrap();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        assert!(fs::symlink_metadata(&copied).unwrap().is_file());

        let waiting = tempfile::tempdir().unwrap();
        let planted = waiting.path().join("backup.tar.partial");
        fs::write(&planted, "").unwrap();
        fs::set_permissions(&planted, fs::Permissions::from_mode(0o666)).unwrap();
        let mut held = File::open(&planted).unwrap();
        let copied = copy_out(&source, waiting.path(), &sha256).unwrap();
        let mode = fs::metadata(&copied).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(copy(&mut held, &mut io::sink()).unwrap(), 0, "it was read");
    }
}
