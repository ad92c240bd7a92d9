//! The log as it is read back: filtered, by name, and as the lines that others verify.

use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension as _, ToSql, params_from_iter};

use super::error::StoreError;
use super::load::Head;
use super::read::Reader;
use crate::domain::id::{CustomerId, time_of};
use crate::domain::record::{ChainHash, StoredRecord};
use crate::domain::time::Timestamp;

/// How long one search of the log may hold a connection that others wait for.
const SEARCH_AT_MOST: Duration = Duration::from_millis(500);
/// Steps of SQLite's machine between two looks at the clock; some tens of microseconds.
const OPERATIONS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;

/// How long before and after the time in its identifier a record can be, the likely first. The
/// identifier is drawn while its batch is worked off, so the record's time is a little earlier; a
/// clock that was set back makes it up to an hour later, which is all that the ledger bears.
const NEARBY: [(Duration, Duration); 5] = [
    (Duration::from_millis(3), Duration::from_millis(1)),
    (Duration::from_millis(30), Duration::from_millis(1)),
    (Duration::from_millis(300), Duration::from_millis(1)),
    (Duration::from_secs(10), Duration::from_secs(1)),
    (Duration::from_secs(10), Duration::from_mins(61)),
];

/// Which records are wanted. Of those left, the newest come first; with `after`, the oldest.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// Only those of this customer; its own numbers are then meant by `before` and `after`.
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
    /// Only those that this request led to.
    pub request_id: Option<String>,
    /// Only those by this actor: its identifier, its name, or its kind.
    pub actor: Option<String>,
    /// Only those whose number is smaller.
    pub before: Option<u64>,
    /// Only those whose number is larger; they then come in the order in which they were written.
    pub after: Option<u64>,
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

/// Records that a filter left.
#[derive(Debug, Clone, Default)]
pub struct LogPage {
    /// At most as many as were wanted.
    pub rows: Vec<LogRow>,
    /// Whether there would have been more, but for their bytes.
    pub is_cut: bool,
}

/// What one record is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordName {
    /// Its number in the asker's space.
    Number(u64),
    /// Its identifier, or the start of one that holds the whole time in it.
    Id(String),
}

/// One record, whole, with its place in the chain.
#[derive(Debug, Clone)]
pub struct WholeRecord {
    /// The number that the asker sees, and the record.
    pub row: LogRow,
    /// The canonical JSON, as it was hashed.
    pub canonical: String,
    /// Its link of the chain.
    pub hash: ChainHash,
    /// The link before it.
    pub previous_hash: ChainHash,
}

/// A record as others verify it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainedRecord {
    /// Its global number.
    pub seq: u64,
    /// Its link of the chain.
    pub hash: ChainHash,
    /// The canonical JSON, as it was hashed.
    pub canonical: String,
}

impl Reader {
    /// How many records the log has.
    pub fn records(&self) -> Result<u64, StoreError> {
        let connection = self.connection()?;
        let newest = Space { customer_no: None }.newest(&connection);
        newest.map_err(StoreError::sqlite("cannot read the end of the log"))
    }

    /// The records that the filter leaves, at most `limit` of them.
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<LogRow>, StoreError> {
        Ok(self.log_within(filter, usize::MAX)?.rows)
    }

    /// The same, and no more than fit into so many bytes of canonical JSON; one fits always.
    pub fn log_within(&self, filter: &LogFilter, max_bytes: usize) -> Result<LogPage, StoreError> {
        self.watched(|connection| search(connection, filter, max_bytes))
    }

    /// The record of that name, if the asker's space has it.
    pub fn record(
        &self,
        customer: Option<CustomerId>,
        name: &RecordName,
    ) -> Result<Option<WholeRecord>, StoreError> {
        self.watched(|connection| {
            let Some(space) = Space::of(connection, customer)? else {
                return Ok(None);
            };
            match name {
                RecordName::Number(number) => space.by_number(connection, *number),
                RecordName::Id(id) => space.by_id(connection, id),
            }
        })
    }

    /// Records from that global number on, in order, with their links: at most `limit`, and no
    /// more than fit into so many bytes; one fits always.
    pub fn chained(
        &self,
        from: u64,
        limit: usize,
        max_bytes: usize,
    ) -> Result<Vec<ChainedRecord>, StoreError> {
        self.watched(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT seq, hash, record FROM audit_records WHERE seq >= ?1 ORDER BY seq LIMIT ?2",
            )?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut rows = statement.query((from.min(u64::MAX >> 1).cast_signed(), limit))?;
            let (mut found, mut bytes) = (Vec::new(), 0_usize);
            while let Some(row) = rows.next()? {
                let canonical: String = row.get(2)?;
                bytes = bytes.saturating_add(canonical.len());
                if bytes > max_bytes && !found.is_empty() {
                    break;
                }
                found.push(ChainedRecord {
                    seq: row.get::<_, i64>(0)?.cast_unsigned(),
                    hash: ChainHash::from_bytes(row.get(1)?),
                    canonical,
                });
            }
            Ok(found)
        })
    }

    /// The last record, and the epoch that it belongs to.
    pub fn head(&self) -> Result<(Option<Head>, u64), StoreError> {
        self.watched(|connection| {
            let head = connection
                .prepare_cached(
                    "SELECT seq, hash, at FROM audit_records ORDER BY seq DESC LIMIT 1",
                )?
                .query_row([], |row| {
                    Ok(Head {
                        seq: row.get::<_, i64>(0)?.cast_unsigned(),
                        hash: ChainHash::from_bytes(row.get(1)?),
                        at: Timestamp::from_micros(row.get(2)?),
                    })
                })
                .optional()?;
            let epoch: Option<String> = connection
                .prepare_cached("SELECT value FROM meta WHERE name = 'epoch'")?
                .query_row([], |row| row.get(0))
                .optional()?;
            let epoch = epoch.and_then(|text| text.parse().ok()).unwrap_or(1);
            Ok((head, epoch))
        })
    }

    /// Runs a search that is given up when it holds its connection for too long.
    pub(super) fn watched<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let connection = self.pool.get()?;
        let until = Instant::now() + SEARCH_AT_MOST;
        let is_late = move || Instant::now() > until;
        let watch = |handler| connection.progress_handler(OPERATIONS_BETWEEN_LOOKS, handler);
        watch(Some(is_late)).map_err(StoreError::sqlite("cannot watch a search"))?;
        let found = work(&connection);
        watch(None).map_err(StoreError::sqlite("cannot end the watch over a search"))?;
        found.map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationInterrupted) => StoreError::TooSlow,
            Some(_) | None => StoreError::sqlite("cannot read the log")(error),
        })
    }
}

/// The space in which records are numbered for the asker: the customer's own, or the whole.
struct Space {
    customer_no: Option<i64>,
}

impl Space {
    /// The space of a customer, or the whole; `None` when there is no such customer.
    fn of(connection: &Connection, customer: Option<CustomerId>) -> rusqlite::Result<Option<Self>> {
        let Some(id) = customer else {
            let customer_no = None;
            return Ok(Some(Self { customer_no }));
        };
        let number: Option<i64> = connection
            .prepare_cached("SELECT no FROM customers WHERE id = ?1")?
            .query_row([&id.to_bytes()[..]], |row| row.get(0))
            .optional()?;
        Ok(number.map(|number| Self {
            customer_no: Some(number),
        }))
    }

    /// The column that numbers its records.
    fn number(&self) -> &'static str {
        if self.customer_no.is_some() {
            "customer_seq"
        } else {
            "seq"
        }
    }

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

    fn by_number(
        &self,
        connection: &Connection,
        number: u64,
    ) -> rusqlite::Result<Option<WholeRecord>> {
        let Ok(number) = i64::try_from(number) else {
            return Ok(None);
        };
        self.whole(connection, "r.{number} = ?", vec![Box::new(number)])
    }

    /// Finds a record without an index on identifiers: an identifier tells its time, a binary
    /// search finds the records of that time, and of those few each is looked at.
    fn by_id(&self, connection: &Connection, id: &str) -> rusqlite::Result<Option<WholeRecord>> {
        let Some(at) = id.split_once('_').and_then(|(_, digits)| time_of(digits)) else {
            return Ok(None);
        };
        for (before, after) in NEARBY {
            let (from, to) = (at.minus(before), at.plus(after));
            let chars = i64::try_from(id.len()).unwrap_or(i64::MAX);
            let low = self.first(connection, |at| at >= from)?;
            let high = self.first(connection, |at| at > to)?;
            // The text is a net in front of the JSON, which is read only where it may be it.
            let found = self.whole(
                connection,
                "r.{number} >= ? AND r.{number} < ? AND CASE WHEN instr(r.record, ?) > 0
                 THEN substr(r.record ->> '$.id', 1, ?) = ? ELSE 0 END",
                vec![
                    Box::new(low.cast_signed()),
                    Box::new(high.cast_signed()),
                    Box::new(format!("\"id\":\"{id}")),
                    Box::new(chars),
                    Box::new(id.to_owned()),
                ],
            )?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn whole(
        &self,
        connection: &Connection,
        condition: &str,
        mut values: Vec<Box<dyn ToSql>>,
    ) -> rusqlite::Result<Option<WholeRecord>> {
        let number = self.number();
        let mut condition = condition.replace("{number}", number);
        if let Some(customer) = self.customer_no {
            condition.push_str(" AND r.customer_no = ?");
            values.push(Box::new(customer));
        }
        let sql = format!(
            "SELECT r.{number}, r.record, r.hash,
               (SELECT hash FROM audit_records WHERE seq = r.seq - 1)
             FROM audit_records r WHERE {condition} LIMIT 1"
        );
        connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(values), |row| {
                let previous: Option<[u8; 32]> = row.get(3)?;
                Ok(WholeRecord {
                    row: log_row(row)?,
                    canonical: row.get(1)?,
                    hash: ChainHash::from_bytes(row.get(2)?),
                    previous_hash: previous.map_or(ChainHash::GENESIS, ChainHash::from_bytes),
                })
            })
            .optional()
    }
}

/// A number and a record, from the first two columns.
fn log_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<LogRow> {
    let record = serde_json::from_str(row.get_ref(1)?.as_str()?).map_err(|error| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(1, kind, Box::new(error))
    })?;
    Ok(LogRow {
        seq: row.get::<_, i64>(0)?.cast_unsigned(),
        record,
    })
}

fn search(
    connection: &Connection,
    filter: &LogFilter,
    max_bytes: usize,
) -> rusqlite::Result<LogPage> {
    let Some(space) = Space::of(connection, filter.customer)? else {
        return Ok(LogPage::default());
    };
    // The numbers wanted are low <= number < high. SQLite's integers end at 2^63 - 1, and no log
    // gets there.
    let last = u64::MAX >> 1;
    let mut low = filter.after.map_or(1, |after| after.min(last - 1) + 1);
    let mut high = filter.before.unwrap_or(last).min(last);
    if let Some(start) = filter.start_time {
        low = low.max(space.first(connection, |at| at >= start)?);
    }
    if let Some(end) = filter.end_time {
        high = high.min(space.first(connection, |at| at > end)?);
    }
    if low >= high {
        return Ok(LogPage::default());
    }

    let number = space.number();
    let mut conditions: Vec<String> = Vec::new();
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    let mut want = |condition: &str, value: Box<dyn ToSql>| {
        values.push(value);
        conditions.push(condition.replace('?', &format!("?{}", values.len())));
    };
    if let Some(customer) = space.customer_no {
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
    also("record ->> '$.request_id' = ?", &filter.request_id);
    also(
        "? IN (record ->> '$.actor.id', record ->> '$.actor.name', record ->> '$.actor.kind')",
        &filter.actor,
    );
    let order = if filter.after.is_some() {
        "ASC"
    } else {
        "DESC"
    };
    let sql = format!(
        "SELECT {number}, record FROM audit_records WHERE {} ORDER BY {number} {order} LIMIT {}",
        conditions.join(" AND "),
        filter.limit,
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(values))?;
    let (mut page, mut bytes) = (LogPage::default(), 0_usize);
    while let Some(row) = found.next()? {
        bytes = bytes.saturating_add(row.get_ref(1)?.as_str()?.len());
        if bytes > max_bytes && !page.rows.is_empty() {
            page.is_cut = true;
            break;
        }
        page.rows.push(log_row(row)?);
    }
    Ok(page)
}
