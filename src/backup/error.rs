//! Why a backup cannot be made, or cannot be believed.

use std::path::{Path, PathBuf};

use crate::store::StoreError;

/// Why a backup cannot be made, or cannot be believed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database said no.
    #[error(transparent)]
    Store(#[from] StoreError),
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
    /// The file is neither a backup nor a database.
    #[error("`{0}` is not a backup of Portcullis")]
    NotABackup(PathBuf),
    /// The file was made by a newer program.
    #[error(
        "`{path}` is a backup in format {format}, and this program knows {known}: use the newer program"
    )]
    NewerFormat {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: u32,
        /// The newest format known here.
        known: u32,
    },
    /// The file is not what its manifest says, or not whole.
    #[error("`{path}` is damaged: {what}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The file is encrypted, and no identity was named.
    #[error("`{0}` is encrypted: name the file of its identity with `--identity`")]
    IdentityNeeded(PathBuf),
    /// The identities do not open the file.
    #[error("`{path}` cannot be opened with this identity: {why}")]
    WrongIdentity {
        /// The file.
        path: PathBuf,
        /// What age said.
        why: String,
    },
    /// The file of identities cannot be used.
    #[error("`{path}` holds no age identity: {why}")]
    BadIdentity {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// What goes into the archive cannot be written down.
    #[error("the manifest cannot be written: {0}")]
    Manifest(#[from] serde_json::Error),
    /// The recipients cannot be encrypted to.
    #[error("the backup cannot be encrypted: {0}")]
    Encrypt(#[from] age::EncryptError),
}

impl BackupError {
    pub(super) fn damaged(path: &Path, what: impl Into<String>) -> Self {
        Self::Damaged {
            path: path.to_owned(),
            what: what.into(),
        }
    }
}

/// Makes the error of a file operation.
pub(super) fn file(
    doing: &'static str,
    path: &Path,
) -> impl FnOnce(std::io::Error) -> BackupError + use<> {
    let path = path.to_owned();
    move |source| BackupError::File {
        doing,
        path,
        source,
    }
}
