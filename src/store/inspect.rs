//! Looking at a database without touching it: for a check-up, beside a server or without one.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::audit::prove;
use super::connection::{APPLICATION_ID, DATABASE_FILE, prepare_reader};
use super::error::StoreError;
use super::load::parsed;
use super::lock::DataDir;
use super::migrate::newest;
use crate::domain::outbox::MessageStatus;
use crate::domain::record::ChainHash;
use crate::domain::time::Timestamp;

/// Which fact of a database says that a demo began it.
pub(super) const BEGUN_BY: &str = "begun_by";
pub(super) const DEMO: &str = "demo";
/// Faults of the file that are told; one is enough to know that it is broken.
const FAULTS_TOLD: usize = 5;

/// A connection that looks and changes nothing.
pub struct Inspector {
    connection: Connection,
}

/// What a database says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Whether this program made it.
    pub is_ours: bool,
    /// The number of its schema.
    pub schema: u32,
    /// The number of the newest schema that this program knows.
    pub newest: u32,
}

/// Whose database it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The name of the appliance.
    pub node: String,
    /// When the database was made.
    pub created_at: Timestamp,
}

/// A stretch of the log, verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Records that were verified.
    pub records: u64,
    /// The number of the last record; 0 when there is none.
    pub head: u64,
    /// When the last record was made.
    pub head_at: Timestamp,
    /// The first record that does not follow from the one before it.
    pub broken_at: Option<u64>,
}

impl Inspector {
    /// Opens the database of a directory that a server uses. Its process has locks on the file,
    /// which another process cannot drop.
    pub fn beside_a_server(directory: &Path) -> Result<Self, StoreError> {
        Self::open(&directory.join(DATABASE_FILE), "")
    }

    /// Opens the database of a directory that this process has taken. Where nothing waits in the
    /// write-ahead log, not even the files are made that SQLite keeps beside a database in use.
    pub fn alone(directory: &DataDir) -> Result<Self, StoreError> {
        let path = directory.path().join(DATABASE_FILE);
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let waits = std::fs::metadata(&log).is_ok_and(|found| found.len() > 0);
        Self::open(&path, if waits { "" } else { "?immutable=1" })
    }

    fn open(path: &Path, options: &str) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let uri = format!("file:{}{options}", escaped(path));
        let connection = Connection::open_with_flags(uri, flags)
            .map_err(StoreError::sqlite("cannot open the database"))?;
        prepare_reader(&connection)?;
        Ok(Self { connection })
    }

    /// What it says it is.
    pub fn header(&self) -> Result<Header, StoreError> {
        let number = |pragma| {
            let value = self
                .connection
                .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
            value.map_err(StoreError::sqlite("cannot read the header of the database"))
        };
        Ok(Header {
            is_ours: number("application_id")? == i64::from(APPLICATION_ID),
            schema: u32::try_from(number("user_version")?).unwrap_or(u32::MAX),
            newest: u32::try_from(newest()).unwrap_or(u32::MAX),
        })
    }

    /// Whose it is; nothing where nobody has written to it yet.
    pub fn origin(&self) -> Result<Option<Origin>, StoreError> {
        let created_at = self.fact("created_at")?.and_then(|text| text.parse().ok());
        Ok(self
            .fact("node")?
            .zip(created_at)
            .map(|(node, created_at)| Origin { node, created_at }))
    }

    /// Whether a demo began it, with [`Writer::note_demo`](super::Writer::note_demo).
    pub fn is_of_demo(&self) -> Result<bool, StoreError> {
        Ok(self.fact(BEGUN_BY)?.as_deref() == Some(DEMO))
    }

    fn fact(&self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM meta WHERE name = ?1";
        let value = self
            .connection
            .query_row(sql, [name], |row| row.get(0))
            .optional();
        value.map_err(StoreError::sqlite("cannot read whose the database is"))
    }

    /// How many messages to the outside stand, by what became of them.
    pub fn messages_standing(&self) -> Result<HashMap<MessageStatus, u32>, StoreError> {
        let failed = || StoreError::sqlite("cannot count the messages to the outside");
        let sql = "SELECT status, count(*) FROM outbound_messages
                   WHERE status NOT IN ('sent', 'cancelled') GROUP BY status";
        let mut statement = self.connection.prepare(sql).map_err(failed())?;
        let rows = statement.query_map([], |row| Ok((parsed(row, 0)?, row.get(1)?)));
        let rows: Result<_, _> = rows.map_err(failed())?.collect();
        rows.map_err(failed())
    }

    /// What is wrong with the file, if anything; `deep` also compares indexes with their tables.
    pub fn faults(&self, deep: bool) -> Result<Vec<String>, StoreError> {
        let check = if deep {
            "integrity_check"
        } else {
            "quick_check"
        };
        let sql = format!("PRAGMA {check}({FAULTS_TOLD})");
        let failed = || StoreError::sqlite("cannot check the database");
        let mut statement = self.connection.prepare(&sql).map_err(failed())?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0));
        let lines: Result<Vec<String>, _> = lines.map_err(failed())?.collect();
        let mut lines = lines.map_err(failed())?;
        lines.retain(|line| line != "ok");
        Ok(lines)
    }

    /// Verifies the whole log, as `audit verify` does.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        match prove(&self.connection, &HashMap::new(), &|_, _| {}) {
            Ok(log) => Ok(Verified {
                records: log.head.seq,
                head: log.head.seq,
                head_at: log.head.at,
                broken_at: None,
            }),
            Err(StoreError::AlteredLog { seq, .. }) => Ok(Verified {
                records: seq.saturating_sub(1),
                head: seq,
                head_at: Timestamp::default(),
                broken_at: Some(seq),
            }),
            Err(other) => Err(other),
        }
    }

    /// Verifies that the last records of the log follow each other: what a check-up has time for.
    pub fn verify_end(&self, records: u64) -> Result<Verified, StoreError> {
        let failed = || StoreError::sqlite("cannot read the audit log");
        let head: u64 = self
            .connection
            .query_row(
                "SELECT coalesce(max(seq), 0) FROM audit_records",
                [],
                |row| row.get::<_, i64>(0).map(i64::cast_unsigned),
            )
            .map_err(failed())?;
        // The first of the stretch is only what the second is verified against.
        let before = head.saturating_sub(records);
        let mut statement = self
            .connection
            .prepare("SELECT seq, at, record, hash FROM audit_records WHERE seq >= ?1 ORDER BY seq")
            .map_err(failed())?;
        let mut rows = statement.query([before.cast_signed()]).map_err(failed())?;
        let mut verified = Verified {
            records: 0,
            head,
            head_at: Timestamp::default(),
            broken_at: None,
        };
        let mut previous = (before == 0).then_some(ChainHash::GENESIS);
        let mut expected = before.max(1);
        while let Some(row) = rows.next().map_err(failed())? {
            let seq = row.get::<_, i64>(0).map_err(failed())?.cast_unsigned();
            let record: String = row.get(2).map_err(failed())?;
            let hash = ChainHash::from_bytes(row.get(3).map_err(failed())?);
            let follows = previous.is_none_or(|before| before.next(record.as_bytes()) == hash);
            if seq != expected || !follows {
                verified.broken_at = Some(expected);
                return Ok(verified);
            }
            verified.records += u64::from(previous.is_some());
            verified.head_at = Timestamp::from_micros(row.get(1).map_err(failed())?);
            previous = Some(hash);
            expected += 1;
        }
        Ok(verified)
    }
}

/// A path as a URI has it (<https://www.sqlite.org/uri.html>).
fn escaped(path: &Path) -> String {
    let path = path.to_string_lossy();
    path.replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23")
}
