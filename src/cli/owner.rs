//! Whose files they are: the data directory's owner acts, never root beside it.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use nix::sys::stat::{Mode, umask};
use nix::unistd::{Gid, Uid, geteuid, setgid, setgroups, setuid};

use super::error::CliError;

/// Makes every new file of this process its owner's alone.
pub(super) fn guard_new_files() {
    umask(Mode::from_bits_truncate(0o077));
}

/// As root, on a data directory that belongs to somebody else, becomes that somebody for good, so
/// that no file is left behind that the server cannot open. By number: no name is looked up.
/// Must be called before any thread starts and any file is made.
pub(super) fn become_owner(directory: &Path) -> Result<(), CliError> {
    if !geteuid().is_root() {
        return Ok(());
    }
    // A directory that is missing will be made by us, and any other trouble shows when it is used.
    let Ok(found) = fs::metadata(directory) else {
        return Ok(());
    };
    if found.uid() == 0 {
        return Ok(());
    }
    let (user, group) = (Uid::from_raw(found.uid()), Gid::from_raw(found.gid()));
    setgroups(&[group])
        .and_then(|()| setgid(group))
        .and_then(|()| setuid(user))
        .map_err(|source| {
            let doing = format!(
                "cannot act as user {user}, the owner of `{}`",
                directory.display()
            );
            CliError::failed(doing, source)
        })
}
