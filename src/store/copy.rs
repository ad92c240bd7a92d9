//! Whole databases as files: a consistent copy of one that is in use, and the proof that a file is
//! a database of ours, whole and unaltered.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::audit::{ProvedLog, interruptible, prove};
use super::connection::common_settings;
use super::error::StoreError;
use super::load::Head;
use super::migrate::{Found, examine};
use crate::domain::record::ChainHash;
use crate::domain::time::Timestamp;

/// Asks long work to end early. Clones ask together.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether it was asked.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// What a database file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The number of its schema.
    pub schema: usize,
    /// The appliance; none before the first start.
    pub node: Option<String>,
    /// How often it has been restored; 1 from the start.
    pub epoch: u64,
    /// The last record.
    pub head: Head,
}

/// A database that was examined from the first page to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvedDatabase {
    /// What it says about itself.
    pub identity: Identity,
    /// Its log.
    pub log: ProvedLog,
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
}

/// A database file that is only read.
#[derive(Debug)]
pub struct DatabaseFile {
    connection: Connection,
    path: std::path::PathBuf,
}

impl DatabaseFile {
    /// Opens a file that no other process has, or one beside the process that has it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)
            .map_err(StoreError::sqlite("cannot open the database"))?;
        common_settings(&connection)?;
        Ok(Self {
            connection,
            path: path.to_owned(),
        })
    }

    /// Writes what is committed now into a new file, while others go on writing. Until it is done
    /// the write-ahead log of the source cannot be emptied, and grows.
    pub fn copy_to(&self, target: &Path, stop: &Stop) -> Result<(), StoreError> {
        let text = target.to_string_lossy().into_owned();
        interruptible(&self.connection, stop, || {
            self.connection
                .execute("VACUUM INTO ?1", [&text])
                .map(drop)
                .map_err(StoreError::sqlite("cannot copy the database"))
        })
    }

    /// What it says about itself. Refuses what is not ours, and what is newer than this program.
    pub fn identity(&self) -> Result<Identity, StoreError> {
        match examine(&self.connection, &self.path)? {
            Found::Ours(schema) => self.read_identity(schema),
            Found::New => Err(StoreError::NotOurs(self.path.clone())),
        }
    }

    /// The same of a database whose schema this program may not know, as far as it can be read.
    pub fn identity_of_any_version(&self) -> Result<Identity, StoreError> {
        let schema: u32 = self
            .connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(StoreError::sqlite("cannot read the schema version"))?;
        self.read_identity(usize::try_from(schema).unwrap_or(usize::MAX))
    }

    fn read_identity(&self, schema: usize) -> Result<Identity, StoreError> {
        let read = || {
            let meta = |name: &str| -> rusqlite::Result<Option<String>> {
                let mut found = self
                    .connection
                    .prepare("SELECT value FROM meta WHERE name = ?1")?;
                found.query_row([name], |row| row.get(0)).optional()
            };
            let head = self
                .connection
                .query_row(
                    "SELECT seq, hash, at FROM audit_records ORDER BY seq DESC LIMIT 1",
                    [],
                    |row| {
                        Ok(Head {
                            seq: row.get::<_, i64>(0)?.cast_unsigned(),
                            hash: ChainHash::from_bytes(row.get(1)?),
                            at: Timestamp::from_micros(row.get(2)?),
                        })
                    },
                )
                .optional()?;
            let epoch = meta("epoch")?.and_then(|text| text.parse().ok());
            Ok(Identity {
                schema,
                node: meta("node")?,
                epoch: epoch.unwrap_or(1),
                head: head.unwrap_or(Head {
                    seq: 0,
                    hash: ChainHash::GENESIS,
                    at: Timestamp::default(),
                }),
            })
        };
        read().map_err(StoreError::sqlite("cannot read the database"))
    }

    /// Bytes of the database with what waits in its write-ahead log, at most.
    pub fn size_bytes(&self) -> Result<u64, StoreError> {
        let pages = |pragma| {
            self.connection
                .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
        };
        let size = pages("page_count").and_then(|count| Ok(count * pages("page_size")?));
        size.map(i64::cast_unsigned)
            .map_err(StoreError::sqlite("cannot read the size of the database"))
    }

    /// Whether anybody was ever registered: an operator or a customer, which are never removed. What
    /// a server records by itself, such as its starts, is no sign of anybody.
    pub fn has_anybody(&self) -> Result<bool, StoreError> {
        let found = "SELECT EXISTS (SELECT 1 FROM operators) OR EXISTS (SELECT 1 FROM customers)";
        self.connection
            .query_row(found, [], |row| row.get(0))
            .map_err(StoreError::sqlite("cannot read the database"))
    }

    /// The tiers that customers are on, each with the number of its customers.
    pub fn tiers_in_use(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        self.counted("SELECT tier, count(*) FROM customers GROUP BY tier")
    }

    /// Proves the whole audit log. `noted` are numbers with hashes that were noted elsewhere.
    pub fn prove_log(
        &self,
        noted: &HashMap<u64, ChainHash>,
        stop: &Stop,
    ) -> Result<ProvedLog, StoreError> {
        self.prove_log_telling(noted, stop, &|_, _| {})
    }

    /// The same; `told` hears now and then how many records are proved and how many there are.
    pub fn prove_log_telling(
        &self,
        noted: &HashMap<u64, ChainHash>,
        stop: &Stop,
        told: &dyn Fn(u64, u64),
    ) -> Result<ProvedLog, StoreError> {
        self.identity()?;
        interruptible(&self.connection, stop, || {
            prove(&self.connection, noted, told)
        })
    }

    /// Proves everything: the pages, the references between rows, and the whole audit log.
    pub fn prove(&self, stop: &Stop) -> Result<ProvedDatabase, StoreError> {
        let identity = self.identity()?;
        interruptible(&self.connection, stop, || {
            self.prove_pages()?;
            let log = prove(&self.connection, &HashMap::new(), &|_, _| {})?;
            Ok(ProvedDatabase {
                identity,
                log,
                rows: self.rows()?,
            })
        })
    }

    /// Looks at every page, and at every reference from one row to another.
    pub(super) fn prove_pages(&self) -> Result<(), StoreError> {
        let first: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(StoreError::sqlite("cannot examine the database"))?;
        if first != "ok" {
            return Err(StoreError::Damaged(self.path.clone(), first));
        }
        let dangling: Option<String> = self
            .connection
            .query_row("PRAGMA foreign_key_check", [], |row| row.get(0))
            .optional()
            .map_err(StoreError::sqlite("cannot examine the database"))?;
        match dangling {
            Some(table) => {
                let what = format!("a row of `{table}` refers to one that is not there");
                Err(StoreError::Damaged(self.path.clone(), what))
            }
            None => Ok(()),
        }
    }

    fn rows(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        let names = self.counted(
            "SELECT name, 0 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        )?;
        let mut rows = BTreeMap::new();
        for name in names.into_keys() {
            // The names are of our own schema, which was examined; quoting them costs nothing.
            let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            let count: i64 = self
                .connection
                .query_row(&sql, [], |row| row.get(0))
                .map_err(StoreError::sqlite("cannot count rows"))?;
            rows.insert(name, count.cast_unsigned());
        }
        Ok(rows)
    }

    fn counted(&self, sql: &str) -> Result<BTreeMap<String, u64>, StoreError> {
        let read = || {
            let mut statement = self.connection.prepare(sql)?;
            let rows = statement.query_map([], |row| {
                Ok((row.get(0)?, row.get::<_, i64>(1)?.cast_unsigned()))
            })?;
            rows.collect::<rusqlite::Result<_>>()
        };
        read().map_err(StoreError::sqlite("cannot read the database"))
    }
}

/// Moves what waits in the write-ahead log of a database into it, and closes it, so that nothing
/// stands beside it any more.
pub fn settle(path: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(StoreError::sqlite("cannot open the database"))?;
    common_settings(&connection)?;
    let is_busy: bool = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(StoreError::sqlite("cannot checkpoint"))?;
    if is_busy {
        let what = "another program has it open; end that program first".to_owned();
        return Err(StoreError::Damaged(path.to_owned(), what));
    }
    connection
        .close()
        .map_err(|(_, source)| StoreError::sqlite("cannot close the database")(source))
}
