//! Taking a backup's file apart again, believing nothing of it.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use super::archive::{AGE_MAGIC, Digesting, copy};
use super::error::{BackupError, file};
use super::manifest::{
    DATABASE_MEMBER, MANIFEST_MEMBER, MAX_MANIFEST_BYTES, Manifest, Member, MemberDigest,
};
use crate::store::{DatabaseFile, ProvedDatabase, Stop};

/// What a database of SQLite begins with.
const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// The largest configuration that is read.
const MAX_CONFIG_BYTES: u64 = 64 << 20;
/// The largest file of identities that is read.
const MAX_IDENTITY_BYTES: u64 = 1 << 20;

/// What kind of file it is, by what it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An archive.
    Archive,
    /// An encrypted archive.
    Encrypted,
    /// A bare database, such as an upgrade leaves behind.
    Database,
}

/// The keys that open encrypted backups.
pub struct Identities(Vec<Box<dyn age::Identity + Send + Sync>>);

impl Identities {
    /// Reads a file of age identities (`AGE-SECRET-KEY-1…`, one a line).
    pub fn read(path: &Path) -> Result<Self, BackupError> {
        let bad = |why: String| BackupError::BadIdentity {
            path: path.to_owned(),
            why,
        };
        let opened = File::open(path).map_err(file("cannot open", path))?;
        let input = BufReader::new(opened.take(MAX_IDENTITY_BYTES));
        let read = age::IdentityFile::from_buffer(input).map_err(|error| bad(error.to_string()))?;
        let identities = read
            .into_identities()
            .map_err(|error| bad(error.to_string()))?;
        if identities.is_empty() {
            return Err(bad("it is empty".to_owned()));
        }
        Ok(Self(identities))
    }
}

/// A backup that was taken apart: its members are what its manifest says, byte by byte.
#[derive(Debug)]
pub struct Extracted {
    /// The manifest; a bare database has none.
    pub manifest: Option<Manifest>,
    /// The configuration that was in force.
    pub config: Option<Vec<u8>>,
    /// Where the database was written to.
    pub database: PathBuf,
    source: PathBuf,
}

/// Opens a file, finds out what it is, and leaves it at its start.
pub fn open(path: &Path) -> Result<(File, Kind), BackupError> {
    let mut opened = File::open(path).map_err(file("cannot open", path))?;
    let kind = kind_of(path, &mut opened)?;
    Ok((opened, kind))
}

/// Finds out what a file is, and leaves it at its start.
pub fn kind_of(path: &Path, opened: &mut File) -> Result<Kind, BackupError> {
    let reading = || file("cannot read", path);
    let mut start = Vec::new();
    let metadata = opened.metadata().map_err(reading())?;
    if !metadata.is_file() {
        return Err(BackupError::NotABackup(path.to_owned()));
    }
    Read::by_ref(opened)
        .take(512)
        .read_to_end(&mut start)
        .map_err(reading())?;
    opened.rewind().map_err(reading())?;
    if start.starts_with(AGE_MAGIC) {
        Ok(Kind::Encrypted)
    } else if start.starts_with(SQLITE_MAGIC) {
        Ok(Kind::Database)
    } else if start.starts_with(MANIFEST_MEMBER.as_bytes()) {
        Ok(Kind::Archive)
    } else {
        Err(BackupError::NotABackup(path.to_owned()))
    }
}

/// Only the manifest of a file that is not encrypted; nothing else is looked at.
pub(super) fn read_manifest(path: &Path) -> Result<Manifest, BackupError> {
    let (opened, _) = open(path)?;
    let mut archive = tar::Archive::new(opened);
    let mut entries = archive
        .entries()
        .map_err(file("cannot read", path))?
        .raw(true);
    first_member(path, &mut entries)
}

impl Extracted {
    /// Takes a file apart: the database goes to `target`, which must not be there yet, and is
    /// flushed. `path` is the file's name, for errors.
    pub fn from(
        path: &Path,
        opened: File,
        kind: Kind,
        identities: Option<&Identities>,
        target: &Path,
    ) -> Result<Self, BackupError> {
        let input = BufReader::with_capacity(256 * 1024, opened);
        match (kind, identities) {
            (Kind::Database, _) => Self::bare(path, input, target),
            (Kind::Archive, _) => Self::unpack(path, input, target),
            (Kind::Encrypted, None) => Err(BackupError::IdentityNeeded(path.to_owned())),
            (Kind::Encrypted, Some(identities)) => {
                let wrong = |error: age::DecryptError| BackupError::WrongIdentity {
                    path: path.to_owned(),
                    why: error.to_string(),
                };
                let sealed = age::Decryptor::new_buffered(input).map_err(wrong)?;
                let keys = identities.0.iter().map(|key| &**key as &dyn age::Identity);
                Self::unpack(path, sealed.decrypt(keys).map_err(wrong)?, target)
            }
        }
    }

    fn bare(path: &Path, mut input: impl Read, target: &Path) -> Result<Self, BackupError> {
        write_new(target, &mut input).map_err(file("cannot copy the database to", target))?;
        Ok(Self {
            manifest: None,
            config: None,
            database: target.to_owned(),
            source: path.to_owned(),
        })
    }

    fn unpack(path: &Path, input: impl Read, target: &Path) -> Result<Self, BackupError> {
        let damaged = |error: io::Error| BackupError::damaged(path, error.to_string());
        let mut archive = tar::Archive::new(input);
        // Raw: a name that needs an extension is none of ours.
        let mut entries = archive.entries().map_err(damaged)?.raw(true);
        let manifest = first_member(path, &mut entries)?;
        let mut config = Vec::new();
        for member in &manifest.members {
            let entry = next_member(path, &mut entries, &member.name)?;
            if entry.size() != member.digest.bytes {
                let what = format!("`{}` has another size than the manifest says", member.name);
                return Err(BackupError::damaged(path, what));
            }
            let mut entry = Digesting::new(entry);
            if member.name == DATABASE_MEMBER {
                write_new(target, &mut entry)
                    .map_err(|error| read_or_write(path, target, error))?;
            } else {
                let most = MAX_CONFIG_BYTES;
                entry
                    .by_ref()
                    .take(most)
                    .read_to_end(&mut config)
                    .map_err(damaged)?;
            }
            same(path, member, &entry.end().1)?;
        }
        if entries.next().is_some() {
            return Err(BackupError::damaged(
                path,
                "it holds more than the manifest says",
            ));
        }
        nothing_behind(path, archive.into_inner())?;
        Ok(Self {
            manifest: Some(manifest),
            config: Some(config),
            database: target.to_owned(),
            source: path.to_owned(),
        })
    }

    /// Proves the database, from its first page to its last audit record, and against the manifest.
    pub fn prove(&self, stop: &Stop) -> Result<ProvedDatabase, BackupError> {
        let proved = DatabaseFile::open(&self.database)?.prove(stop)?;
        let differs = self
            .manifest
            .as_ref()
            .and_then(|said| said.differs_from(&proved));
        match differs {
            Some(what) => {
                let what = format!("the manifest says another {what} than the database");
                Err(BackupError::damaged(&self.source, what))
            }
            None => Ok(proved),
        }
    }
}

fn same(path: &Path, member: &Member, found: &MemberDigest) -> Result<(), BackupError> {
    if member.digest == *found {
        return Ok(());
    }
    let what = format!(
        "`{}` has another SHA-256 than the manifest says",
        member.name
    );
    Err(BackupError::damaged(path, what))
}

fn first_member<R: Read>(
    path: &Path,
    entries: &mut tar::Entries<'_, R>,
) -> Result<Manifest, BackupError> {
    let entry = next_member(path, entries, MANIFEST_MEMBER)?;
    let mut text = Vec::new();
    entry
        .take(MAX_MANIFEST_BYTES)
        .read_to_end(&mut text)
        .map_err(|error| BackupError::damaged(path, error.to_string()))?;
    Manifest::read(path, &text)
}

fn next_member<'a, R: Read>(
    path: &Path,
    entries: &mut tar::Entries<'a, R>,
    name: &str,
) -> Result<tar::Entry<'a, R>, BackupError> {
    let damaged = |what: String| BackupError::damaged(path, what);
    let entry = entries
        .next()
        .ok_or_else(|| damaged(format!("`{name}` is missing: it was cut off")))?
        .map_err(|error| damaged(error.to_string()))?;
    let is_it = entry.path_bytes().as_ref() == name.as_bytes()
        && entry.header().entry_type() == tar::EntryType::Regular;
    if is_it {
        return Ok(entry);
    }
    let found = String::from_utf8_lossy(&entry.path_bytes()).replace(char::is_control, "?");
    Err(damaged(format!("`{found}` stands where `{name}` belongs")))
}

/// Reads to the end, which proves that nothing was cut off an encrypted file, and nothing put behind
/// an archive.
fn nothing_behind(path: &Path, mut rest: impl Read) -> Result<(), BackupError> {
    let mut buffer = vec![0u8; 64 * 1024];
    loop {
        match rest.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                if buffer.iter().take(count).any(|byte| *byte != 0) {
                    return Err(BackupError::damaged(
                        path,
                        "something stands behind its end",
                    ));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(BackupError::damaged(path, error.to_string())),
        }
    }
}

fn write_new(target: &Path, input: &mut dyn Read) -> io::Result<()> {
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(target)?;
    let mut output = BufWriter::with_capacity(256 * 1024, opened);
    copy(input, &mut output)?;
    output.flush()?;
    output.get_ref().sync_all()
}

/// A full disk is told from a broken backup.
fn read_or_write(path: &Path, target: &Path, error: io::Error) -> BackupError {
    match error.raw_os_error() {
        Some(_) => file("cannot write", target)(error),
        None => BackupError::damaged(path, error.to_string()),
    }
}
