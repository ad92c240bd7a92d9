//! The files in a backup directory: their names, which are ours, and which are kept.

use std::fmt;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::archive::AGE_MAGIC;
use super::error::{BackupError, file};
use super::extract::read_manifest;
use crate::domain::time::Timestamp;

/// `portcullis-<node>-<UTC time>.tar`, with `.age` behind it when it is encrypted. Names of one
/// node sort by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    node: String,
    /// To the second.
    at: Timestamp,
    is_encrypted: bool,
}

impl Name {
    /// A name that comes after those of the same node that are there, whatever the clock says: by
    /// their names it is told which are the oldest.
    pub(super) fn fresh(
        taken: impl Iterator<Item = Self>,
        node: &str,
        at: Timestamp,
        is_encrypted: bool,
    ) -> Self {
        let newest = taken.filter(|name| name.node == node).map(|name| name.at);
        let next = newest
            .map(|newest| newest.plus(Duration::from_secs(1)))
            .max();
        Self {
            node: node.to_owned(),
            at: next.unwrap_or_default().max(at).to_the_second(),
            is_encrypted,
        }
    }

    /// Reads the name of a file.
    pub fn parse(text: &str) -> Option<Self> {
        let (stem, is_encrypted) = match text.strip_suffix(".age") {
            Some(stem) => (stem, true),
            None => (text, false),
        };
        let rest = stem.strip_prefix("portcullis-")?.strip_suffix(".tar")?;
        let (node, time) = rest.split_once('-')?;
        let is_node = node.len() == 8 && node.bytes().all(|b| b.is_ascii_hexdigit());
        let name = Self {
            node: node.to_owned(),
            at: read_compact(time)?,
            is_encrypted,
        };
        (is_node && name.to_string() == text).then_some(name)
    }

    /// The appliance that it is a backup of.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// When it was made, to the second.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether it is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.at.to_string();
        let digits = |c: &char| c.is_ascii_digit() || *c == 'T';
        let compact: String = time.chars().take(19).filter(digits).collect();
        let end = if self.is_encrypted { ".age" } else { "" };
        write!(f, "portcullis-{}-{compact}Z.tar{end}", self.node)
    }
}

/// `20261122T193234Z`.
fn read_compact(text: &str) -> Option<Timestamp> {
    let part = |from: usize, to: usize| text.get(from..to);
    let long = format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0, 4)?,
        part(4, 6)?,
        part(6, 8)?,
        part(9, 11)?,
        part(11, 13)?,
        part(13, 15)?
    );
    long.parse().ok()
}

/// The names in a directory, whatever is in the files.
pub(super) fn names(directory: &Path) -> Result<Vec<Name>, BackupError> {
    let reading = || file("cannot read the directory", directory);
    let mut names = Vec::new();
    for entry in fs::read_dir(directory).map_err(reading())? {
        let name = entry.map_err(reading())?.file_name();
        names.extend(name.to_str().and_then(Name::parse));
    }
    Ok(names)
}

/// A file that is a backup by its name and by what it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: Name,
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// The last audit record in it; not known of one that is encrypted.
    pub head_seq: Option<u64>,
    /// The number of its schema; not known of one that is encrypted.
    pub schema_version: Option<usize>,
}

/// The backups in a directory, newest first. A directory that is not there has none. Files that are
/// named like backups and are none are left out.
pub fn list(directory: &Path) -> Result<Vec<Found>, BackupError> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(file("cannot read the directory", directory)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(file("cannot read the directory", directory))?;
        let name = entry.file_name();
        let Some(name) = name.to_str().and_then(Name::parse) else {
            continue;
        };
        found.extend(look(name, entry.path()));
    }
    found.sort_by(|one, other| (other.name.at, &other.name).cmp(&(one.name.at, &one.name)));
    Ok(found)
}

/// What is a backup by more than its name.
fn look(name: Name, path: PathBuf) -> Option<Found> {
    let metadata = fs::symlink_metadata(&path).ok()?;
    if !metadata.is_file() {
        return None;
    }
    let bytes = metadata.len();
    let (head_seq, schema_version) = if name.is_encrypted {
        let mut start = [0u8; AGE_MAGIC.len()];
        fs::File::open(&path).ok()?.read_exact(&mut start).ok()?;
        if start != *AGE_MAGIC {
            return None;
        }
        (None, None)
    } else {
        let manifest = read_manifest(&path).ok()?;
        let sizes = manifest.members.iter().map(|member| member.digest.bytes);
        // A manifest says what it likes.
        let members = sizes.fold(0, u64::saturating_add);
        if manifest.node.as_deref() != Some(name.node()) || bytes <= members {
            return None;
        }
        (Some(manifest.head.seq), Some(manifest.schema_version))
    };
    Some(Found {
        name,
        path,
        bytes,
        head_seq,
        schema_version,
    })
}

/// Removes the oldest backups of one node beyond the number that is kept; the newest always stays.
/// Gives the names of those removed.
pub fn prune(directory: &Path, node: &str, keep: usize) -> Result<Vec<String>, BackupError> {
    let mut removed = Vec::new();
    let ours = list(directory)?
        .into_iter()
        .filter(|found| found.name.node == node);
    for old in ours.skip(keep.max(1)) {
        fs::remove_file(&old.path).map_err(file("cannot remove", &old.path))?;
        removed.push(old.name.to_string());
    }
    if !removed.is_empty() {
        super::flush_directory(directory)?;
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip_and_others_are_left_alone() {
        let at: Timestamp = "2026-11-22T19:32:34.999Z".parse().unwrap();
        let name = Name::fresh(std::iter::empty(), "0a1b2c3d", at, false);
        assert_eq!(name.to_string(), "portcullis-0a1b2c3d-20261122T193234Z.tar");
        assert_eq!(Name::parse(&name.to_string()), Some(name));
        let sealed = Name::fresh(std::iter::empty(), "0a1b2c3d", at, true);
        assert_eq!(Name::parse(&sealed.to_string()), Some(sealed));
        for other in [
            "portcullis-0a1b2c3d-20261122T193234Z.tar.gz",
            "portcullis-0a1b2c3-20261122T193234Z.tar",
            "portcullis-0a1b2c3d-20261322T193234Z.tar",
            "portcullis-0a1b2c3d-20261122T193234Z.tar.partial",
            "portcullis-0a1b2c3d-2026é122T19323Z.tar",
            "portcullis-0a1b2c3d-.tar",
            "portcullis.tar",
        ] {
            assert_eq!(Name::parse(other), None, "{other}");
        }
    }

    #[test]
    fn the_next_name_is_later_than_those_that_are_there() {
        let taken = || {
            let names = [
                "portcullis-0a1b2c3d-20261122T193259Z.tar",
                "portcullis-0a1b2c3d-20251122T193259Z.tar",
                "portcullis-99999999-20301122T193259Z.tar",
            ];
            names.into_iter().filter_map(Name::parse)
        };
        for (clock, name) in [
            (
                "2026-11-22T19:32:59Z",
                "portcullis-0a1b2c3d-20261122T193300Z.tar.age",
            ),
            (
                "2024-01-01T00:00:00Z",
                "portcullis-0a1b2c3d-20261122T193300Z.tar.age",
            ),
            (
                "2026-11-22T20:00:00Z",
                "portcullis-0a1b2c3d-20261122T200000Z.tar.age",
            ),
        ] {
            let next = Name::fresh(taken(), "0a1b2c3d", clock.parse().unwrap(), true);
            assert_eq!(next.to_string(), name, "{clock}");
        }
    }
}
