//! Queries for lists and logs, on connections that cannot write.

use std::path::Path;
use std::time::{Duration, Instant};

use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, ToSql, params_from_iter};

use super::connection::{DATABASE_FILE, prepare_reader};
use super::error::StoreError;
use super::room::Room;
use crate::domain::id::{ApprovalId, CustomerId};
use crate::domain::record::StoredRecord;
use crate::domain::time::{Day, Timestamp};

/// Connections in the pool.
const POOL_SIZE: u32 = 8;

/// How long one search of the log may hold a connection that others wait for.
const SEARCH_AT_MOST: Duration = Duration::from_millis(500);
/// Steps of SQLite's machine between two looks at the clock; some tens of microseconds.
const OPERATIONS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;

/// Which records are wanted. Of those left, the newest come first.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// Only those of this customer; its own numbers are then meant by `before`.
    pub customer: Option<CustomerId>,
    /// Only those about this agent.
    pub agent_id: Option<String>,
    /// Only those at or after this time.
    pub start_time: Option<Timestamp>,
    /// Only those at or before this time.
    pub end_time: Option<Timestamp>,
    /// Only those with this result.
    pub result: Option<String>,
    /// Only those with this action.
    pub action: Option<String>,
    /// Only those with this resource.
    pub resource: Option<String>,
    /// Only those with this reason.
    pub reason: Option<String>,
    /// Only those whose number is smaller.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: usize,
}

/// A record with the number that the asker sees.
#[derive(Debug, Clone)]
pub struct LogRow {
    /// The customer's own number, or the global one when no customer was named.
    pub seq: u64,
    /// The record.
    pub record: StoredRecord,
}

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
    pool: r2d2::Pool<SqliteConnectionManager>,
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

    /// The newest records that the filter leaves, at most `limit` of them.
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<LogRow>, StoreError> {
        let connection = self.pool.get()?;
        let until = Instant::now() + SEARCH_AT_MOST;
        let is_late = move || Instant::now() > until;
        let watch = |handler| connection.progress_handler(OPERATIONS_BETWEEN_LOOKS, handler);
        watch(Some(is_late)).map_err(StoreError::sqlite("cannot watch a search"))?;
        let found = search(&connection, filter);
        watch(None).map_err(StoreError::sqlite("cannot end the watch over a search"))?;
        found.map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationInterrupted) => StoreError::TooSlow,
            Some(_) | None => StoreError::sqlite("cannot read the log")(error),
        })
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
        let read = || {
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
            rows.collect::<rusqlite::Result<Vec<UsageDay>>>()
        };
        read().map_err(StoreError::sqlite("cannot read usage"))
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

    /// How many records the log has.
    pub fn records(&self) -> Result<u64, StoreError> {
        let connection = self.pool.get()?;
        let newest = Space { customer_no: None }.newest(&connection);
        newest.map_err(StoreError::sqlite("cannot read the end of the log"))
    }

    /// The room on the file system that the database is on.
    pub fn room(&self) -> Result<Room, StoreError> {
        let connection = self.pool.get()?;
        let path = connection.path().map(Path::new).and_then(Path::parent);
        Room::of(path.unwrap_or(Path::new("/")))
    }
}

/// The space in which records are numbered for the asker: the customer's own, or the whole.
struct Space {
    customer_no: Option<i64>,
}

impl Space {
    /// The time of the record with that number or, if it is not there, of the next.
    fn at_or_after(
        &self,
        connection: &Connection,
        number: u64,
    ) -> rusqlite::Result<Option<Timestamp>> {
        let read = |row: &rusqlite::Row<'_>| row.get(0).map(Timestamp::from_micros);
        match self.customer_no {
            Some(customer) => connection
                .prepare_cached(
                    "SELECT at FROM audit_records
                     WHERE customer_no = ?1 AND customer_seq >= ?2 ORDER BY customer_seq LIMIT 1",
                )?
                .query_row((customer, number.cast_signed()), read)
                .optional(),
            None => connection
                .prepare_cached(
                    "SELECT at FROM audit_records WHERE seq >= ?1 ORDER BY seq LIMIT 1",
                )?
                .query_row([number.cast_signed()], read)
                .optional(),
        }
    }

    fn newest(&self, connection: &Connection) -> rusqlite::Result<u64> {
        let newest: Option<i64> = match self.customer_no {
            Some(customer) => connection.query_row(
                "SELECT max(customer_seq) FROM audit_records WHERE customer_no = ?1",
                [customer],
                |row| row.get(0),
            )?,
            None => {
                connection.query_row("SELECT max(seq) FROM audit_records", [], |row| row.get(0))?
            }
        };
        Ok(newest.map_or(0, i64::cast_unsigned))
    }

    /// The number of the first record for which `late` holds. Times never run backwards along the
    /// log, so a binary search finds it without an index on time.
    fn first(
        &self,
        connection: &Connection,
        late: impl Fn(Timestamp) -> bool,
    ) -> rusqlite::Result<u64> {
        let (mut low, mut high) = (1, self.newest(connection)? + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.at_or_after(connection, middle)? {
                Some(at) if !late(at) => low = middle + 1,
                Some(_) | None => high = middle,
            }
        }
        Ok(low)
    }
}

fn search(connection: &Connection, filter: &LogFilter) -> rusqlite::Result<Vec<LogRow>> {
    let customer_no = match filter.customer {
        None => None,
        Some(id) => {
            let number: Option<i64> = connection
                .prepare_cached("SELECT no FROM customers WHERE id = ?1")?
                .query_row([&id.to_bytes()[..]], |row| row.get(0))
                .optional()?;
            match number {
                None => return Ok(Vec::new()),
                found => found,
            }
        }
    };
    let space = Space { customer_no };
    // The numbers wanted are low <= number < high.
    let mut low = 1;
    // SQLite's integers end at 2^63 - 1, and no log gets there.
    let mut high = filter.before.unwrap_or(u64::MAX).min(u64::MAX >> 1);
    if let Some(start) = filter.start_time {
        low = space.first(connection, |at| at >= start)?;
    }
    if let Some(end) = filter.end_time {
        high = high.min(space.first(connection, |at| at > end)?);
    }
    if low >= high {
        return Ok(Vec::new());
    }

    let mut conditions: Vec<String> = Vec::new();
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    let mut want = |condition: &str, value: Box<dyn ToSql>| {
        values.push(value);
        conditions.push(condition.replace('?', &format!("?{}", values.len())));
    };
    let number = if customer_no.is_some() {
        "customer_seq"
    } else {
        "seq"
    };
    if let Some(customer) = customer_no {
        want("customer_no = ?", Box::new(customer));
    }
    want(&format!("{number} >= ?"), Box::new(low.cast_signed()));
    want(&format!("{number} < ?"), Box::new(high.cast_signed()));
    let mut also = |condition: &str, value: &Option<String>| {
        if let Some(value) = value {
            want(condition, Box::new(value.clone()));
        }
    };
    also("agent_id = ?", &filter.agent_id);
    also("result = ?", &filter.result);
    also("record ->> '$.action' = ?", &filter.action);
    also("record ->> '$.resource' = ?", &filter.resource);
    also("record ->> '$.reason' = ?", &filter.reason);
    let sql = format!(
        "SELECT {number}, record FROM audit_records WHERE {} ORDER BY {number} DESC LIMIT {}",
        conditions.join(" AND "),
        filter.limit,
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| {
        let record = serde_json::from_str(row.get_ref(1)?.as_str()?).map_err(|error| {
            let kind = rusqlite::types::Type::Text;
            rusqlite::Error::FromSqlConversionFailure(1, kind, Box::new(error))
        })?;
        Ok(LogRow {
            seq: row.get::<_, i64>(0)?.cast_unsigned(),
            record,
        })
    })?;
    rows.collect()
}
