//! The first member of a backup: what the others must be.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::BackupError;
use crate::domain::time::Timestamp;
use crate::store::ProvedDatabase;

/// The version of the format; docs/BACKUP.md describes it.
const FORMAT: u32 = 1;
/// Its name in the archive.
pub(super) const MANIFEST_MEMBER: &str = "manifest.json";
/// The database's name in the archive.
pub const DATABASE_MEMBER: &str = "portcullis.db";
/// The configuration's name in the archive.
pub const CONFIG_MEMBER: &str = "portcullis.toml";
/// The largest manifest that is read.
pub(super) const MAX_MANIFEST_BYTES: u64 = 1 << 20;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the format.
    pub format: u32,
    /// The version of the program that made it.
    pub product_version: String,
    /// The number of the database's schema.
    pub schema_version: usize,
    /// The appliance.
    pub node: Option<String>,
    /// How often its database had been restored, 1 from the start.
    pub epoch: u64,
    /// When it was made.
    pub created_at: Timestamp,
    /// The last record of the audit log.
    pub head: ManifestHead,
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    /// The other members, in their order.
    pub members: Vec<Member>,
}

/// The last record of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestHead {
    /// Its number; 0 when there is none.
    pub seq: u64,
    /// Its link of the chain, in hexadecimal.
    pub hash: String,
    /// Its time.
    pub at: Timestamp,
}

/// A member of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its size and digest.
    #[serde(flatten)]
    pub digest: MemberDigest,
}

/// A size and a digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberDigest {
    /// Bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// Describes a database that was proved.
    pub(super) fn of(proved: &ProvedDatabase, created_at: Timestamp, members: Vec<Member>) -> Self {
        let identity = &proved.identity;
        Self {
            format: FORMAT,
            product_version: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version: identity.schema,
            node: identity.node.clone(),
            epoch: identity.epoch,
            created_at,
            head: ManifestHead {
                seq: identity.head.seq,
                hash: identity.head.hash.to_string(),
                at: identity.head.at,
            },
            rows: proved.rows.clone(),
            members,
        }
    }

    /// Reads one; of a newer format only that it is newer is known.
    pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Self, BackupError> {
        #[derive(Deserialize)]
        struct Marked {
            format: u32,
        }
        let marked: Marked =
            serde_json::from_slice(bytes).map_err(|_| BackupError::NotABackup(path.to_owned()))?;
        if marked.format != FORMAT {
            return Err(BackupError::NewerFormat {
                path: path.to_owned(),
                format: marked.format,
                known: FORMAT,
            });
        }
        let manifest: Self = serde_json::from_slice(bytes)
            .map_err(|error| BackupError::damaged(path, format!("its manifest: {error}")))?;
        let mut names = manifest.members.iter().map(|member| member.name.as_str());
        let has_all = names.next() == Some(DATABASE_MEMBER)
            && names.next() == Some(CONFIG_MEMBER)
            && names.next().is_none();
        if !has_all {
            return Err(BackupError::damaged(
                path,
                "its manifest names other members",
            ));
        }
        Ok(manifest)
    }

    /// Finds what a database is not that the manifest says it is.
    pub(super) fn differs_from(&self, proved: &ProvedDatabase) -> Option<&'static str> {
        let said = Self::of(proved, self.created_at, Vec::new());
        [
            (self.schema_version != said.schema_version, "schema"),
            (self.node != said.node, "node"),
            (self.epoch != said.epoch, "epoch"),
            (self.head != said.head, "last audit record"),
            (self.rows != said.rows, "number of rows"),
        ]
        .into_iter()
        .find_map(|(differs, what)| differs.then_some(what))
    }
}
