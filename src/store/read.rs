//! Queries on connections that cannot write; those about the log are in `log.rs`.

use std::path::Path;
use std::time::Duration;

use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::connection::{DATABASE_FILE, prepare_reader};
use super::error::StoreError;
use super::room::Room;
use crate::domain::id::{ApprovalId, CustomerId};
use crate::domain::time::Day;

/// Connections in the pool.
const POOL_SIZE: u32 = 8;

/// One customer's calls on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsageDay {
    /// The UTC day.
    pub day: Day,
    /// Checks answered `approved`.
    pub approved: u64,
    /// Checks answered `denied`.
    pub denied: u64,
    /// Changes, done or refused.
    pub changes: u64,
    /// Everything else that was charged.
    pub reads: u64,
}

impl UsageDay {
    /// Recorded checks.
    pub fn checks(self) -> u64 {
        self.approved + self.denied
    }

    /// All of them together.
    pub fn total(self) -> u64 {
        self.approved + self.denied + self.changes + self.reads
    }
}

/// A connection that goes back to the pool.
pub(super) type Pooled = r2d2::PooledConnection<SqliteConnectionManager>;

/// A pool of connections for reading.
#[derive(Debug, Clone)]
pub struct Reader {
    pub(super) pool: r2d2::Pool<SqliteConnectionManager>,
}

impl Reader {
    /// Opens the pool on the database of a data directory; the writer must have opened it before.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let manager = SqliteConnectionManager::file(directory.join(DATABASE_FILE))
            .with_flags(flags)
            .with_init(|connection| {
                prepare_reader(connection)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
            });
        let pool = r2d2::Pool::builder()
            .max_size(POOL_SIZE)
            .min_idle(Some(1))
            .idle_timeout(Some(Duration::from_mins(1)))
            .connection_timeout(Duration::from_secs(5))
            .build(manager)?;
        Ok(Self { pool })
    }

    /// One of the pool's connections.
    pub(super) fn connection(&self) -> Result<Pooled, StoreError> {
        Ok(self.pool.get()?)
    }

    /// The customer that an approval belongs to, whatever became of it.
    pub fn customer_of_approval(&self, id: ApprovalId) -> Result<Option<CustomerId>, StoreError> {
        let connection = self.pool.get()?;
        let read = || {
            connection
                .prepare_cached(
                    "SELECT c.id FROM approvals a JOIN customers c ON c.no = a.customer_no
                     WHERE a.id = ?1",
                )?
                .query_row([&id.to_bytes()[..]], |row| {
                    row.get(0).map(CustomerId::from_bytes)
                })
                .optional()
        };
        read().map_err(StoreError::sqlite("cannot find an approval"))
    }

    /// A customer's calls day by day, both ends included; days without any are left out.
    pub fn usage(
        &self,
        customer: CustomerId,
        from: Day,
        to: Day,
    ) -> Result<Vec<UsageDay>, StoreError> {
        let connection = self.pool.get()?;
        usage_of(&connection, customer, from, to).map_err(StoreError::sqlite("cannot read usage"))
    }

    /// Sizes of the database and its write-ahead log, in bytes.
    pub fn file_sizes(&self) -> Result<(u64, u64), StoreError> {
        let connection = self.pool.get()?;
        let pages =
            |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        let size = pages("page_count").and_then(|count| Ok(count * pages("page_size")?));
        let size = size.map_err(StoreError::sqlite("cannot read the size of the database"))?;
        let log = connection.path().and_then(|path| {
            // Looking at a file's size opens nothing, so no lock is dropped.
            std::fs::metadata(format!("{path}-wal"))
                .ok()
                .map(|metadata| metadata.len())
        });
        Ok((size.cast_unsigned(), log.unwrap_or(0)))
    }

    /// The room on the file system that the database is on.
    pub fn room(&self) -> Result<Room, StoreError> {
        let connection = self.pool.get()?;
        let path = connection.path().map(Path::new).and_then(Path::parent);
        Room::of(path.unwrap_or(Path::new("/")))
    }
}

pub(super) fn usage_of(
    connection: &Connection,
    customer: CustomerId,
    from: Day,
    to: Day,
) -> rusqlite::Result<Vec<UsageDay>> {
    let mut statement = connection.prepare_cached(
        "SELECT day, approved, denied, changes, reads FROM usage_daily
         WHERE customer_no = (SELECT no FROM customers WHERE id = ?1)
           AND day BETWEEN ?2 AND ?3 ORDER BY day",
    )?;
    let id = customer.to_bytes();
    let rows = statement.query_map((&id[..], from.number(), to.number()), |row| {
        let count = |column| row.get::<_, i64>(column).map(i64::cast_unsigned);
        Ok(UsageDay {
            day: Day::from_number(row.get(0)?),
            approved: count(1)?,
            denied: count(2)?,
            changes: count(3)?,
            reads: count(4)?,
        })
    })?;
    rows.collect()
}
