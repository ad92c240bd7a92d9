//! The audit log proved from its first record to its last, as `docs/AUDIT_FORMAT.md` says.
//!
//! One pass over one query: memory grows with the number of customers, not with the log.

use std::collections::HashMap;

use rusqlite::{Connection, Row};
use serde::Deserialize;

use super::error::StoreError;
use super::load::{Head, customer, repeats_its_record, text};
use crate::domain::id::CustomerId;
use crate::domain::record::{ChainHash, FORMAT, RESTORE};
use crate::domain::time::Timestamp;

/// Steps of SQLite's machine between two looks at whether to stop; some tens of microseconds.
const OPERATIONS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;

/// A log that verifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvedLog {
    /// The last record.
    pub head: Head,
    /// The node that wrote the last record.
    pub node: Option<String>,
    /// The first record of each epoch after the first, with the epoch.
    pub restores: Vec<(u64, u64)>,
}

/// What verification looks at beside the columns.
#[derive(Deserialize)]
struct Marks {
    action: String,
    epoch: u64,
    format: u32,
    node: String,
}

/// Records that are read in one transaction: a reader that stays long keeps the write-ahead log from
/// being emptied, and a log that others append to is long.
const SLICE: u64 = 20_000;

/// Proves the whole log as it stands at the beginning. `noted` are numbers with the hashes that
/// somebody noted elsewhere; `told` hears how many records are proved and how many there are.
pub(super) fn prove(
    connection: &Connection,
    noted: &HashMap<u64, ChainHash>,
    told: &dyn Fn(u64, u64),
) -> Result<ProvedLog, StoreError> {
    let reading = || StoreError::sqlite("cannot read the log");
    // Before the customers are read: so those of all these records are among them.
    let last: Option<i64> = connection
        .query_row("SELECT max(seq) FROM audit_records", [], |row| row.get(0))
        .map_err(reading())?;
    let last = last.map_or(0, i64::cast_unsigned);
    let mut proof = Proof::start(connection, noted).map_err(reading())?;
    loop {
        let proved = proof.proved.head.seq;
        told(proved, last);
        if proved >= last {
            return proof.end();
        }
        if let Some(altered) = slice(connection, &mut proof, last).map_err(reading())? {
            return Err(altered);
        }
    }
}

/// Proves the next records; gives what is wrong with one.
fn slice(
    connection: &Connection,
    proof: &mut Proof<'_>,
    last: u64,
) -> rusqlite::Result<Option<StoreError>> {
    let from = proof.proved.head.seq;
    let mut statement = connection.prepare_cached(
        "SELECT seq, hash, at, record, customer_no, customer_seq, agent_id, result
         FROM audit_records WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3",
    )?;
    let bounds = (from.cast_signed(), last.cast_signed(), SLICE.cast_signed());
    let mut rows = statement.query(bounds)?;
    while let Some(row) = rows.next()? {
        if let Some(why) = proof.take(row)? {
            let seq = row.get::<_, i64>(0)?.cast_unsigned();
            return Ok(Some(StoreError::AlteredLog { seq, why }));
        }
    }
    if proof.proved.head.seq > from {
        return Ok(None);
    }
    // What was there a moment ago is not any more.
    let why = "is gone while the log is read";
    Ok(Some(StoreError::AlteredLog { seq: from + 1, why }))
}

struct Proof<'a> {
    customers: HashMap<i64, CustomerId>,
    own_numbers: HashMap<i64, u64>,
    noted: &'a HashMap<u64, ChainHash>,
    proved: ProvedLog,
    epoch: u64,
}

impl<'a> Proof<'a> {
    fn start(
        connection: &Connection,
        noted: &'a HashMap<u64, ChainHash>,
    ) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare("SELECT no, id FROM customers")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get(0)?, CustomerId::from_bytes(row.get(1)?)))
        })?;
        let head = Head {
            seq: 0,
            hash: ChainHash::GENESIS,
            at: Timestamp::default(),
        };
        Ok(Self {
            customers: rows.collect::<rusqlite::Result<_>>()?,
            own_numbers: HashMap::new(),
            noted,
            proved: ProvedLog {
                head,
                node: None,
                restores: Vec::new(),
            },
            epoch: 1,
        })
    }

    /// Takes the next record; gives what is wrong with it.
    fn take(&mut self, row: &Row<'_>) -> rusqlite::Result<Option<&'static str>> {
        let seq = row.get::<_, i64>(0)?.cast_unsigned();
        let (hash, record) = (ChainHash::from_bytes(row.get(1)?), text(row, 3)?);
        let at = Timestamp::from_micros(row.get(2)?);
        let head = &mut self.proved.head;
        if seq != head.seq + 1 || hash != head.hash.next(record.as_bytes()) {
            return Ok(Some("does not follow from the one before it"));
        }
        if self.noted.get(&seq).is_some_and(|noted| *noted != hash) {
            return Ok(Some("has another hash than was noted"));
        }
        if at < head.at {
            return Ok(Some("is earlier than the one before it"));
        }
        *head = Head { seq, hash, at };
        let Some(marks) = read_canonical(record).filter(|marks| marks.format == FORMAT) else {
            return Ok(Some("is not a record in canonical form"));
        };
        if let Some(number) = row.get::<_, Option<i64>>(4)? {
            customer(&self.customers, row, 4)?;
            let own = self.own_numbers.entry(number).or_default();
            *own += 1;
            if row.get::<_, Option<i64>>(5)?.map(i64::cast_unsigned) != Some(*own) {
                return Ok(Some("has not its customer's next number"));
            }
        }
        if !repeats_its_record(row, &self.customers)? {
            return Ok(Some("is contradicted by its columns"));
        }
        // An epoch begins with the record that names the gap, and with no other.
        let is_restore = marks.action == RESTORE && marks.epoch > self.epoch;
        if marks.epoch != self.epoch && !is_restore {
            return Ok(Some("has another epoch than the one before it"));
        }
        if is_restore {
            self.proved.restores.push((seq, marks.epoch));
        }
        self.epoch = marks.epoch;
        self.proved.node = Some(marks.node);
        Ok(None)
    }

    fn end(self) -> Result<ProvedLog, StoreError> {
        let last = self.proved.head.seq;
        match self.noted.keys().max() {
            Some(noted) if *noted > last => Err(StoreError::CutLog {
                last,
                noted: *noted,
            }),
            Some(_) | None => Ok(self.proved),
        }
    }
}

/// Reads a record that is its own canonical form: so no name is in it twice.
fn read_canonical(record: &str) -> Option<Marks> {
    let value: serde_json::Value = serde_json::from_str(record).ok()?;
    let canonical = serde_json_canonicalizer::to_string(&value).ok()?;
    (canonical == record).then(|| Marks::deserialize(&value).ok())?
}

/// Runs long work on a connection until it is done or `stop` says so.
pub(super) fn interruptible<T>(
    connection: &Connection,
    stop: &super::Stop,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let watch = StoreError::sqlite("cannot watch over long work");
    let asked = stop.clone();
    connection
        .progress_handler(OPERATIONS_BETWEEN_LOOKS, Some(move || asked.is_asked()))
        .map_err(watch)?;
    let done = work();
    let unwatch = StoreError::sqlite("cannot end the watch over long work");
    connection
        .progress_handler(0, None::<fn() -> bool>)
        .map_err(unwatch)?;
    done.map_err(|error| {
        if stop.is_asked() {
            StoreError::Stopped
        } else {
            error
        }
    })
}
