//! The file system below the data: how much room it has, and of what kind it is.

use std::path::Path;

use nix::sys::statfs::{self, FsType};
use nix::sys::statvfs::statvfs;

use super::error::StoreError;

/// The room on a file system, as far as it is not kept for root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes that can still be written.
    pub free_bytes: u64,
    /// Bytes that there are.
    pub total_bytes: u64,
    /// Files that can still be made; nothing where the file system has no such number.
    pub free_inodes: Option<u64>,
}

impl Room {
    /// The room where the path is.
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        let found = statvfs(path).map_err(|errno| StoreError::File {
            doing: "cannot examine the file system of",
            path: path.to_owned(),
            source: errno.into(),
        })?;
        let block = found.fragment_size();
        Ok(Self {
            free_bytes: found.blocks_available().saturating_mul(block),
            total_bytes: found.blocks().saturating_mul(block),
            free_inodes: (found.files() > 0).then(|| found.files_available()),
        })
    }
}

/// Refuses file systems whose locks or flushes cannot be relied on.
pub fn refuse_network_file_system(path: &Path) -> Result<(), StoreError> {
    let found = statfs::statfs(path)
        .map_err(|errno| StoreError::File {
            doing: "cannot examine the file system of",
            path: path.to_owned(),
            source: errno.into(),
        })?
        .filesystem_type();
    match network_kind(found) {
        Some(kind) => Err(StoreError::NetworkFileSystem {
            path: path.to_owned(),
            kind,
        }),
        None => Ok(()),
    }
}

fn network_kind(found: FsType) -> Option<&'static str> {
    // Magic numbers that the C library has no name for: CIFS and SMB2 (linux/magic.h).
    let named = [
        (statfs::NFS_SUPER_MAGIC, "NFS"),
        (statfs::SMB_SUPER_MAGIC, "SMB"),
        (FsType(0xFF53_4D42), "CIFS"),
        (FsType(0xFE53_4D42), "SMB2"),
        (statfs::FUSE_SUPER_MAGIC, "FUSE"),
    ];
    let known = named.into_iter().find(|(magic, _)| *magic == found);
    known.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_here() {
        let directory = tempfile::tempdir().unwrap();
        let room = Room::of(directory.path()).unwrap();
        assert!(room.free_bytes > 0 && room.free_bytes <= room.total_bytes);
        assert!(Room::of(Path::new("/nowhere/at/all")).is_err());
        refuse_network_file_system(directory.path()).unwrap();
    }

    #[test]
    fn file_systems_over_a_network_are_known() {
        for (magic, kind) in [
            (0x6969, "NFS"),
            (0xFF53_4D42, "CIFS"),
            (0x6573_5546, "FUSE"),
        ] {
            assert_eq!(network_kind(FsType(magic)), Some(kind));
        }
        assert_eq!(network_kind(statfs::EXT4_SUPER_MAGIC), None);
    }
}
