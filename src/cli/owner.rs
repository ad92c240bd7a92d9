//! Whose files they are: the data directory's owner acts, never root beside it.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use nix::sys::stat::{Mode, umask};
use nix::unistd::{
    Gid, Uid, getegid, geteuid, getgroups, setegid, seteuid, setgid, setgroups, setuid,
};

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

/// What this process was before it acted as the data's owner for a while.
#[derive(Debug)]
pub(super) struct Acting {
    /// None when it changed nothing.
    before: Option<(Uid, Gid, Vec<Gid>)>,
}

/// As root, on a data directory that belongs to somebody else, acts as that somebody until told
/// otherwise. For commands that go on to write where only root may.
pub(super) fn act_as_owner(directory: &Path) -> Result<Acting, CliError> {
    let owner = fs::metadata(directory)
        .ok()
        .filter(|found| geteuid().is_root() && found.uid() != 0);
    let Some(found) = owner else {
        return Ok(Acting { before: None });
    };
    let (user, group) = (Uid::from_raw(found.uid()), Gid::from_raw(found.gid()));
    let act = || {
        let before = (geteuid(), getegid(), getgroups()?);
        setgroups(&[group])?;
        setegid(group)?;
        seteuid(user)?;
        Ok(before)
    };
    act()
        .map(|before| Acting {
            before: Some(before),
        })
        .map_err(|source: nix::Error| {
            let doing = format!(
                "cannot act as user {user}, the owner of `{}`",
                directory.display()
            );
            CliError::failed(doing, source)
        })
}

impl Acting {
    /// Is again what it was.
    pub(super) fn end(self) -> Result<(), CliError> {
        let Some((user, group, groups)) = self.before else {
            return Ok(());
        };
        seteuid(user)
            .and_then(|()| setegid(group))
            .and_then(|()| setgroups(&groups))
            .map_err(|source| CliError::failed("cannot be the user again who started this", source))
    }
}
