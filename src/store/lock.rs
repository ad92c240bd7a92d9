//! The data directory: who may use it, and that only one process does.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use nix::sys::statfs::{self, FsType};

use super::error::StoreError;

/// The lock file in the data directory.
const LOCK_FILE: &str = "portcullis.lock";

/// Why the data directory could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it.
    #[error("the data directory `{path}` is in use by {holder}")]
    Held {
        /// The data directory.
        path: PathBuf,
        /// What that process wrote about itself.
        holder: String,
    },
    /// It cannot be used at all.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A data directory that this process alone uses, until the value is dropped.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    _lock: File,
}

impl DataDir {
    /// Makes the directory when it is missing (mode 0700), refuses network file systems, and takes
    /// the lock; `purpose` is what another process will be told.
    pub fn take(path: &Path, purpose: &str) -> Result<Self, LockError> {
        let file_error = |doing, path: &Path| {
            let path = path.to_owned();
            move |source| StoreError::File {
                doing,
                path,
                source,
            }
        };
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(file_error("cannot make the data directory", path))?;
        refuse_network_file_system(path)?;
        let lock_path = path.join(LOCK_FILE);
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&lock_path)
            .map_err(file_error("cannot open", &lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                let mut holder = String::new();
                lock.read_to_string(&mut holder).unwrap_or_default();
                let holder = match holder.trim() {
                    "" => "another process".to_owned(),
                    known => known.to_owned(),
                };
                return Err(LockError::Held {
                    path: path.to_owned(),
                    holder,
                });
            }
            Err(std::fs::TryLockError::Error(source)) => {
                return Err(file_error("cannot lock", &lock_path)(source).into());
            }
        }
        // The lock is held whatever stands in the file. On a full disk nothing does, and whoever
        // comes second is not told who the first is.
        lock.set_len(0)
            .and_then(|()| lock.rewind())
            .and_then(|()| writeln!(lock, "process {} ({purpose})", std::process::id()))
            .ok();
        Ok(Self {
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn refuse_network_file_system(path: &Path) -> Result<(), StoreError> {
    let found = statfs::statfs(path)
        .map_err(|errno| StoreError::File {
            doing: "cannot examine the file system of",
            path: path.to_owned(),
            source: errno.into(),
        })?
        .filesystem_type();
    // Magic numbers that the C library has no name for: CIFS and SMB2 (linux/magic.h).
    let named = [
        (statfs::NFS_SUPER_MAGIC, "NFS"),
        (statfs::SMB_SUPER_MAGIC, "SMB"),
        (FsType(0xFF53_4D42), "CIFS"),
        (FsType(0xFE53_4D42), "SMB2"),
        (statfs::FUSE_SUPER_MAGIC, "FUSE"),
    ];
    match named.into_iter().find(|(magic, _)| *magic == found) {
        Some((_, kind)) => Err(StoreError::NetworkFileSystem {
            path: path.to_owned(),
            kind,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_the_first_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("data");
        let first = DataDir::take(&path, "serve").unwrap();
        let refused = DataDir::take(&path, "init").unwrap_err().to_string();
        let pid = std::process::id();
        assert!(
            refused.ends_with(&format!("in use by process {pid} (serve)")),
            "{refused}"
        );
        drop(first);
        assert!(DataDir::take(&path, "init").is_ok());
    }
}
