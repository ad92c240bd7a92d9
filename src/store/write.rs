//! The one writer: begin a batch, append records, apply mutations, commit.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{CachedStatement, Connection, params};

use super::connection::{DATABASE_FILE, Durability, open_writer};
use super::error::StoreError;
use super::inspect::{BEGUN_BY, DEMO};
use super::lock::DataDir;
use super::migrate::migrate;
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::record::ChainHash;
use crate::domain::time::{Day, Timestamp};

/// One record, ready to be appended.
#[derive(Debug)]
pub struct NewRecord<'a> {
    /// Its global number.
    pub seq: u64,
    /// The customer it is about and the customer's own number for it.
    pub customer: Option<(CustomerId, u64)>,
    /// When.
    pub at: Timestamp,
    /// The agent it is about.
    pub agent_id: Option<&'a str>,
    /// How it came out.
    pub result: &'a str,
    /// The canonical JSON.
    pub record: &'a str,
    /// Its link in the chain.
    pub hash: ChainHash,
}

/// Under which name the settings in force are noted.
pub(super) const CONFIGURATION: &str = "configuration";

/// Steps of SQLite's machine between two signs that it gets on; about a tenth of a second.
const STEPS_BETWEEN_SIGNS: i32 = 2_000_000;

/// Calls to add to one customer's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UsageDelta {
    /// Checks answered `approved`.
    pub approved: u32,
    /// Checks answered `denied`.
    pub denied: u32,
    /// Changes, done or refused.
    pub changes: u32,
    /// Everything else that was charged.
    pub reads: u32,
}

impl UsageDelta {
    /// Recorded checks.
    pub fn checks(&self) -> u64 {
        u64::from(self.approved) + u64::from(self.denied)
    }

    /// All of them together.
    pub fn total(self) -> u64 {
        [self.approved, self.denied, self.changes, self.reads]
            .into_iter()
            .map(u64::from)
            .sum()
    }
}

/// The only writable connection. Every method but [`Writer::load`] and the last ones belongs
/// between [`Writer::begin`] and [`Writer::commit`].
#[derive(Debug)]
pub struct Writer {
    pub(super) connection: Connection,
    pub(super) customer_numbers: HashMap<CustomerId, i64>,
    /// Customers that the batch in hand made; their numbers go back if it is given up.
    pub(super) made_in_batch: Vec<CustomerId>,
    made_before_savepoint: usize,
    path: PathBuf,
    flush_delay: Option<Duration>,
}

impl Writer {
    /// Opens, and where needed makes or upgrades, the database of a data directory.
    pub fn open(directory: &DataDir, durability: Durability) -> Result<Self, StoreError> {
        Self::open_telling(directory, durability, || {})
    }

    /// The same; `progressed` is called from time to time while SQLite gets on, until
    /// [`Writer::tell_no_more`]: an upgrade, or reading much back, takes long.
    pub fn open_telling(
        directory: &DataDir,
        durability: Durability,
        mut progressed: impl FnMut() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let path = directory.path().join(DATABASE_FILE);
        let mut connection = open_writer(&path, durability)?;
        let sign = move || {
            progressed();
            // Nothing is interrupted.
            false
        };
        connection
            .progress_handler(STEPS_BETWEEN_SIGNS, Some(sign))
            .map_err(StoreError::sqlite("cannot watch the progress"))?;
        migrate(&mut connection, &path)?;
        Ok(Self {
            connection,
            customer_numbers: HashMap::new(),
            made_in_batch: Vec::new(),
            made_before_savepoint: 0,
            path,
            flush_delay: None,
        })
    }

    /// Ends the calls that [`Writer::open_telling`] began.
    pub fn tell_no_more(&mut self) -> Result<(), StoreError> {
        self.connection
            .progress_handler(0, None::<fn() -> bool>)
            .map_err(StoreError::sqlite("cannot end watching the progress"))
    }

    /// Waits that long in every commit: a slow disk, for tests and benchmarks.
    pub fn slow_flushes(&mut self, delay: Duration) {
        self.flush_delay = Some(delay);
    }

    /// Where the database is.
    pub fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Starts a batch.
    pub fn begin(&mut self) -> Result<(), StoreError> {
        self.run("BEGIN IMMEDIATE", "cannot begin a batch")
    }

    /// Makes the batch durable. An error leaves it unknown whether it is, unless
    /// [`Writer::rollback`] then succeeds.
    pub fn commit(&mut self) -> Result<(), StoreError> {
        if let Some(delay) = self.flush_delay {
            std::thread::sleep(delay);
        }
        self.run("COMMIT", "cannot commit a batch")?;
        self.made_in_batch.clear();
        Ok(())
    }

    /// Gives the batch up. Fine to call when SQLite has done so already.
    pub fn rollback(&mut self) -> Result<(), StoreError> {
        self.forget_customers_from(0);
        if self.connection.is_autocommit() {
            return Ok(());
        }
        self.run("ROLLBACK", "cannot roll a batch back")
    }

    /// Starts a part of the batch that can be given up alone.
    pub fn savepoint(&mut self) -> Result<(), StoreError> {
        self.made_before_savepoint = self.made_in_batch.len();
        self.run("SAVEPOINT entry", "cannot set a savepoint")
    }

    /// Keeps the part.
    pub fn release(&mut self) -> Result<(), StoreError> {
        self.run("RELEASE entry", "cannot release a savepoint")
    }

    /// Gives the part up.
    pub fn rollback_to_savepoint(&mut self) -> Result<(), StoreError> {
        self.forget_customers_from(self.made_before_savepoint);
        self.run("ROLLBACK TO entry", "cannot roll back to a savepoint")?;
        self.release()
    }

    /// Appends a record to the log.
    pub fn append(&mut self, record: &NewRecord<'_>) -> Result<(), StoreError> {
        let customer_no = match record.customer {
            Some((id, _)) => Some(self.customer_number(id)?),
            None => None,
        };
        let mut insert = self.prepare(
            "INSERT INTO audit_records
               (seq, customer_no, customer_seq, at, agent_id, result, record, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        insert
            .execute(params![
                record.seq.cast_signed(),
                customer_no,
                record.customer.map(|(_, seq)| seq.cast_signed()),
                record.at.as_micros(),
                record.agent_id,
                record.result,
                record.record,
                record.hash.as_bytes().as_slice(),
            ])
            .map_err(StoreError::sqlite("cannot append a record"))?;
        Ok(())
    }

    /// Adds calls to a customer's day.
    pub fn count(
        &mut self,
        customer: CustomerId,
        day: Day,
        calls: UsageDelta,
    ) -> Result<(), StoreError> {
        let number = self.customer_number(customer)?;
        let mut upsert = self.prepare(
            "INSERT INTO usage_daily (customer_no, day, approved, denied, changes, reads)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (customer_no, day) DO UPDATE SET
               approved = approved + excluded.approved, denied = denied + excluded.denied,
               changes = changes + excluded.changes, reads = reads + excluded.reads",
        )?;
        upsert
            .execute(params![
                number,
                day.number(),
                calls.approved,
                calls.denied,
                calls.changes,
                calls.reads
            ])
            .map_err(StoreError::sqlite("cannot count usage"))?;
        Ok(())
    }

    /// Notes when a key was last used.
    pub fn key_used(&mut self, key: KeyId, at: Timestamp) -> Result<(), StoreError> {
        let mut update = self.prepare("UPDATE api_keys SET last_used_at = ?2 WHERE id = ?1")?;
        update
            .execute(params![key.to_bytes().as_slice(), at.as_micros()])
            .map_err(StoreError::sqlite("cannot note the use of a key"))?;
        Ok(())
    }

    /// Notes a fact about the database itself.
    pub fn set_meta(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let mut upsert = self.prepare(
            "INSERT INTO meta (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?;
        upsert
            .execute([name, value])
            .map_err(StoreError::sqlite("cannot note a fact"))?;
        Ok(())
    }

    /// Notes for ever that a demo began this database.
    pub fn note_demo(&mut self) -> Result<(), StoreError> {
        self.set_meta(BEGUN_BY, DEMO)
    }

    /// Moves the write-ahead log into the database and empties it, before the program ends.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(StoreError::sqlite("cannot checkpoint"))
    }

    /// A number that was given back goes to the next customer: nobody may be found under it.
    fn forget_customers_from(&mut self, place: usize) {
        for id in self.made_in_batch.drain(place..) {
            self.customer_numbers.remove(&id);
        }
    }

    pub(super) fn customer_number(&self, id: CustomerId) -> Result<i64, StoreError> {
        self.customer_numbers
            .get(&id)
            .copied()
            .ok_or(StoreError::Missing("customer"))
    }

    pub(super) fn prepare(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        self.connection
            .prepare_cached(sql)
            .map_err(StoreError::sqlite("cannot prepare a statement"))
    }

    fn run(&self, sql: &'static str, doing: &'static str) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .map_err(StoreError::sqlite(doing))?;
        statement.execute([]).map_err(StoreError::sqlite(doing))?;
        Ok(())
    }
}
