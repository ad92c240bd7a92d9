//! Backups: whole, proved, consistent copies of the database, one file each.
//!
//! Enters: a data directory, and where to. Leaves: a tar file with a manifest, the database and the
//! configuration that was in force, encrypted where recipients are named; or such a file taken
//! apart again and proved. Deliberately absent: SQL, who may ask for a backup, when one is due, and
//! any way to write into a database.

mod archive;
mod error;
mod extract;
mod files;
mod make;
mod manifest;
mod swap;

pub use archive::Recipient;
pub use error::BackupError;
pub use extract::{Extracted, Identities, Kind, kind_of, open};
pub use files::{Found, Name, list, prune};
pub use make::{Made, Plan, make};
pub use manifest::{CONFIG_MEMBER, DATABASE_MEMBER, Manifest, Member, MemberDigest};

pub use swap::{copy_out, swap_in};

use std::path::Path;

use crate::store::StoreError;

/// Bytes that are left free beside what is about to be written.
const MARGIN_BYTES: u64 = 16 << 20;

/// Bytes that an ordinary user may still write to the file system of a directory.
pub fn free_bytes(directory: &Path) -> Result<u64, BackupError> {
    let found = nix::sys::statvfs::statvfs(directory)
        .map_err(|errno| error::file("cannot look for room in", directory)(errno.into()))?;
    Ok(found
        .blocks_available()
        .saturating_mul(found.fragment_size()))
}

/// Refuses early what would fill the disk.
pub fn need_room(directory: &Path, bytes: u64, what: &'static str) -> Result<(), BackupError> {
    let (needed_bytes, free_bytes) = (bytes.saturating_add(MARGIN_BYTES), free_bytes(directory)?);
    if needed_bytes <= free_bytes {
        return Ok(());
    }
    let path = directory.to_owned();
    Err(StoreError::NoRoom {
        path,
        what,
        needed_bytes,
        free_bytes,
    }
    .into())
}

/// Flushes a directory, so that the names in it survive a power cut.
pub fn flush_directory(directory: &Path) -> Result<(), BackupError> {
    std::fs::File::open(directory)
        .and_then(|opened| opened.sync_all())
        .map_err(error::file("cannot flush", directory))
}
