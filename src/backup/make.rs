//! Making a backup: copy, prove the copy, pack, flush, and only then give it its name.

use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::archive::{Recipient, digest_of, write};
use super::error::{BackupError, file};
use super::files::{Name, names};
use super::manifest::{CONFIG_MEMBER, DATABASE_MEMBER, Manifest, Member, MemberDigest};
use super::{flush_directory, need_room};
use crate::domain::time::Timestamp;
use crate::store::{DATABASE_FILE, DatabaseFile, Stop, StoreError};

/// The copy on its way, in the data directory: it is as secret as the database.
const COPY_FILE: &str = "portcullis.db.backup-in-progress";
/// What the name of an archive on its way ends with.
const PARTIAL: &str = ".partial";

/// Of what, and where to.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The data directory.
    pub data_dir: &'a Path,
    /// The directory that the file goes to; made when it is missing.
    pub directory: &'a Path,
    /// Who can read it; everybody who can read the file when there are none.
    pub recipients: &'a [Recipient],
    /// The configuration in force, as text.
    pub config: &'a str,
}

/// A backup that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its name.
    pub name: Name,
    /// Where it is.
    pub path: PathBuf,
    /// Its size and digest.
    pub file: MemberDigest,
    /// What it holds.
    pub manifest: Manifest,
}

/// Makes a backup of the database, which may be in use. Only one runs at a time for a data
/// directory; what an earlier one that was killed left behind is removed.
pub fn make(plan: &Plan<'_>, now: Timestamp, stop: &Stop) -> Result<Made, BackupError> {
    make_directory(plan.directory)?;
    let copy = Temporary::fresh(plan.data_dir.join(COPY_FILE))?;
    let source = DatabaseFile::open(&plan.data_dir.join(DATABASE_FILE))?;
    let node = source.identity()?.node.unwrap_or_default();
    let bytes = source.size_bytes()?;
    room_for_both(plan, bytes)?;
    source.copy_to(&copy.0, stop)?;
    drop(source);
    let proved = DatabaseFile::open(&copy.0)?.prove(stop)?;
    let members = vec![
        Member {
            name: DATABASE_MEMBER.to_owned(),
            digest: digest_of(&copy.0, stop)?,
        },
        member_of_text(CONFIG_MEMBER, plan.config),
    ];
    let manifest = Manifest::of(&proved, now, members);
    clear_partial(plan.directory, &node)?;
    let taken = names(plan.directory)?.into_iter();
    let name = Name::fresh(taken, &node, now, !plan.recipients.is_empty());
    let path = plan.directory.join(name.to_string());
    let partial = Temporary::fresh(plan.directory.join(format!("{name}{PARTIAL}")))?;
    let mut database = fs::File::open(&copy.0).map_err(file("cannot open", &copy.0))?;
    let mut config = plan.config.as_bytes();
    let inputs: &mut [&mut dyn Read] = &mut [&mut database, &mut config];
    let written = write(&partial.0, &manifest, inputs, plan.recipients, stop).map_err(|error| {
        if stop.is_asked() {
            StoreError::Stopped.into()
        } else {
            error
        }
    })?;
    fs::rename(&partial.0, &path).map_err(file("cannot rename", &partial.0))?;
    flush_directory(plan.directory)?;
    Ok(Made {
        name,
        path,
        file: written,
        manifest,
    })
}

fn make_directory(directory: &Path) -> Result<(), BackupError> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
        .map_err(file("cannot make the directory", directory))
}

/// The copy and the archive are there at the same time.
fn room_for_both(plan: &Plan<'_>, bytes: u64) -> Result<(), BackupError> {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| {
        fs::metadata(path)
            .map(|found| found.dev())
            .map_err(file("cannot look at", path))
    };
    let what = "a backup on its way";
    if device(plan.data_dir)? == device(plan.directory)? {
        return need_room(plan.directory, bytes.saturating_mul(2), what);
    }
    need_room(plan.data_dir, bytes, what)?;
    need_room(plan.directory, bytes, what)
}

fn member_of_text(name: &str, text: &str) -> Member {
    let mut digesting = super::archive::Digesting::new(text.as_bytes());
    // Reading memory into nothing cannot fail.
    io::copy(&mut digesting, &mut io::sink()).ok();
    Member {
        name: name.to_owned(),
        digest: digesting.end().1,
    }
}

/// Removes what earlier ones of the same node left behind when they were killed.
fn clear_partial(directory: &Path, node: &str) -> Result<(), BackupError> {
    let reading = || file("cannot read the directory", directory);
    for entry in fs::read_dir(directory).map_err(reading())? {
        let entry = entry.map_err(reading())?;
        let is_ours = entry
            .file_name()
            .to_str()
            .and_then(|name| Name::parse(name.strip_suffix(PARTIAL)?))
            .is_some_and(|name| name.node() == node);
        if is_ours {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), BackupError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(file("cannot remove", path)(error)),
    }
}

/// A file that goes when the work is over, well or not, with what SQLite puts beside it.
struct Temporary(PathBuf);

impl Temporary {
    fn fresh(path: PathBuf) -> Result<Self, BackupError> {
        let fresh = Self(path);
        for path in fresh.all() {
            remove(&path)?;
        }
        Ok(fresh)
    }

    fn all(&self) -> [PathBuf; 4] {
        ["", "-journal", "-wal", "-shm"].map(|end| {
            let mut name = self.0.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        for path in self.all() {
            // The next one removes what stays.
            fs::remove_file(path).ok();
        }
    }
}
