//! A directory of one command alone, which goes with it.

use std::fs::{DirBuilder, File, remove_dir_all};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::error::CliError;
use crate::app::environment::SystemEnvironment;
use crate::backup;
use crate::domain::environment::Environment as _;

/// Where large temporary files belong (file-hierarchy(7)); `TMPDIR` wins.
const LARGE_TEMPORARY: &str = "/var/tmp";

/// A directory that is removed when the value is dropped.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// Makes one where the database of a backup finds room.
    pub(super) fn for_file(path: &Path, opened: &File) -> Result<Self, CliError> {
        let parent = std::env::var_os("TMPDIR")
            .filter(|name| !name.is_empty())
            .map_or_else(|| PathBuf::from(LARGE_TEMPORARY), PathBuf::from);
        let bytes = opened.metadata().map_or(0, |found| found.len());
        let what = "the database of the backup (set TMPDIR to name another place)";
        backup::need_room(&parent, bytes, what).map_err(|source| {
            CliError::failed(format!("cannot take `{}` apart", path.display()), source)
        })?;
        let mut random = [0u8; 8];
        SystemEnvironment::default().fill(&mut random);
        let name = format!("portcullis-backup-{:016x}", u64::from_be_bytes(random));
        Self::make(parent.join(name))
    }

    /// Makes one of that name, in place of one that was left behind.
    pub(super) fn make(path: PathBuf) -> Result<Self, CliError> {
        let doing = || format!("cannot make the directory `{}`", path.display());
        match remove_dir_all(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(source) => return Err(CliError::failed(doing(), source)),
        }
        DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .map_err(|source| CliError::failed(doing(), source))?;
        Ok(Self(path))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is said by whoever looks for room next.
        remove_dir_all(&self.0).ok();
    }
}
