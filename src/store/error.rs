//! What can go wrong with the store, and what must follow from it.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// An error of the store; its text is for the log, never for a caller.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("{doing}: {source}")]
    Sqlite {
        /// What was being done.
        doing: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A file operation failed.
    #[error("{doing} `{path}`: {source}")]
    File {
        /// What was being done.
        doing: &'static str,
        /// To which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The SQLite in this binary has a known defect that loses committed writes.
    #[error("SQLite {found} can lose committed writes; 3.51.3 or later is needed")]
    SqliteTooOld {
        /// Its version.
        found: &'static str,
    },
    /// The file is not a database of this program.
    #[error("`{0}` is not a Portcullis database")]
    NotOurs(PathBuf),
    /// The file was written by a newer program.
    #[error(
        "`{path}` has schema version {found}, and this program knows {known}: use the newer \
         program; {way_back}"
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its version.
        found: usize,
        /// The newest version known here.
        known: usize,
        /// What else there is to do.
        way_back: String,
    },
    /// A migration failed; the database is as it was.
    #[error("the database could not be upgraded: {0}")]
    Migration(#[from] rusqlite_migration::Error),
    /// SQLite did not take a setting that the promises depend on.
    #[error("SQLite did not take `{pragma}`: it answered `{answer}`")]
    Setting {
        /// The setting.
        pragma: &'static str,
        /// What came back.
        answer: String,
    },
    /// The directory is on a file system whose locks or flushes cannot be relied on.
    #[error("`{path}` is on {kind}, where a database is not safe: use a local disk")]
    NetworkFileSystem {
        /// The data directory.
        path: PathBuf,
        /// The kind of file system.
        kind: &'static str,
    },
    /// The end of the audit log does not verify.
    #[error("audit record {seq} does not follow from the one before it: the log was altered")]
    BrokenChain {
        /// The first record that does not verify.
        seq: u64,
    },
    /// The log was altered, as a look at all of it shows.
    #[error("audit record {seq} {why}: the log was altered")]
    AlteredLog {
        /// The first record that does not verify.
        seq: u64,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The log ends before a record that somebody noted.
    #[error("audit records were cut off: the last is {last}, and {noted} was noted")]
    CutLog {
        /// The last record there is.
        last: u64,
        /// The one that was noted.
        noted: u64,
    },
    /// The file is damaged.
    #[error("the database `{0}` is damaged: {1}")]
    Damaged(PathBuf, String),
    /// There is not enough room on the disk for what is about to be written.
    #[error(
        "there is not enough room at `{path}`: {needed_bytes} bytes are needed for {what}, and \
         {free_bytes} are free; make room first, nothing was changed"
    )]
    NoRoom {
        /// Where it would be written.
        path: PathBuf,
        /// What for.
        what: &'static str,
        /// Bytes that are needed.
        needed_bytes: u64,
        /// Bytes that are free.
        free_bytes: u64,
    },
    /// Long work was asked to end early.
    #[error("it was stopped")]
    Stopped,
    /// A row holds what no version of this program writes.
    #[error("{what} cannot be read back: {why}")]
    Unreadable {
        /// What was read.
        what: &'static str,
        /// Why it cannot be right.
        why: String,
    },
    /// What a mutation refers to is not there.
    #[error("there is no such {0} in the database")]
    Missing(&'static str),
    /// A search ran for longer than one may.
    #[error("the search was ended: it would have held a connection for too long")]
    TooSlow,
    /// No connection for reading was free in time.
    #[error("no connection for reading was free: {0}")]
    Pool(#[from] r2d2::Error),
}

/// What must follow from an error of the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// This entry cannot be stored; others can.
    Refused,
    /// Nothing can be stored now, but later perhaps: the disk is full.
    Full,
    /// It is not known what is on the disk: stop, and read the file again in a new process.
    Fatal,
}

impl StoreError {
    pub(super) fn sqlite(doing: &'static str) -> impl FnOnce(rusqlite::Error) -> Self {
        move |source| Self::Sqlite { doing, source }
    }

    /// What must follow when the writer meets this error.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Sqlite { source, .. } => match source.sqlite_error_code() {
                Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig) => Severity::Refused,
                Some(ErrorCode::DiskFull) => Severity::Full,
                Some(_) | None => Severity::Fatal,
            },
            Self::Missing(_) => Severity::Refused,
            Self::File { .. }
            | Self::SqliteTooOld { .. }
            | Self::NotOurs(_)
            | Self::Newer { .. }
            | Self::Migration(_)
            | Self::Setting { .. }
            | Self::NetworkFileSystem { .. }
            | Self::BrokenChain { .. }
            | Self::AlteredLog { .. }
            | Self::CutLog { .. }
            | Self::Damaged(..)
            | Self::NoRoom { .. }
            | Self::Stopped
            | Self::Unreadable { .. }
            | Self::TooSlow
            | Self::Pool(_) => Severity::Fatal,
        }
    }
}
