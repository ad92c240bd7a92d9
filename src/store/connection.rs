//! Connections, and the settings that the promises depend on.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::migrate::examine;

/// The database in the data directory.
pub const DATABASE_FILE: &str = "portcullis.db";
/// `PORT` in ASCII; SQLite's header holds it, so that `file` and we can tell our databases.
pub(super) const APPLICATION_ID: i32 = 0x504f_5254;
/// The first version without the WAL-reset defect (versions from 3.7.0 on could lose committed
/// writes when two or more connections were open).
const SQLITE_NEEDED: i32 = 3_051_003;
/// Bytes of a page. Records are appended in order and nearly a kilobyte long: larger pages mean fewer
/// of them, and fewer writes in each commit.
const PAGE_BYTES: &str = "16384";
/// Pages that the log may hold before they are moved into the database.
const CHECKPOINT_PAGES: i32 = 1000;

/// What SQLite keeps of the database in memory, in KiB (negative by its convention).
const CACHE_KIB: &str = "-16384";

/// What a flush survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// The loss of power: the disk is flushed before each answer.
    #[default]
    Power,
    /// The loss of the process (kill -9), but not of power.
    Process,
}

/// The version of the library that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Opens the one writable connection.
pub(super) fn open_writer(path: &Path, durability: Durability) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < SQLITE_NEEDED {
        return Err(StoreError::SqliteTooOld {
            found: rusqlite::version(),
        });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(StoreError::sqlite("cannot open the database"))?;
    common_settings(&connection)?;
    // Before the first setting that is written to the file: what is not ours stays as it is.
    examine(&connection, path)?;
    // Of a database that is new; the others keep theirs.
    set(&connection, "page_size", PAGE_BYTES)?;
    expect(&connection, "journal_mode", "wal", "wal")?;
    let (word, number) = match durability {
        Durability::Power => ("full", "2"),
        Durability::Process => ("normal", "1"),
    };
    expect(&connection, "synchronous", word, number)?;
    expect(&connection, "foreign_keys", "on", "1")?;
    // What is deleted is written over: people who asked for a quote are gone from the file as well.
    expect(&connection, "secure_delete", "on", "1")?;
    set(&connection, "cache_size", CACHE_KIB)?;
    set(
        &connection,
        "wal_autocheckpoint",
        &CHECKPOINT_PAGES.to_string(),
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Settings of a connection that only reads; the pool applies them to each of its own.
pub(super) fn prepare_reader(connection: &Connection) -> Result<(), StoreError> {
    common_settings(connection)?;
    expect(connection, "query_only", "on", "1")?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

pub(super) fn common_settings(connection: &Connection) -> Result<(), StoreError> {
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(StoreError::sqlite("cannot set the busy timeout"))?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .map_err(StoreError::sqlite("cannot set defensive mode"))?;
    expect(connection, "trusted_schema", "off", "0")?;
    expect(connection, "cell_size_check", "on", "1")?;
    expect(connection, "mmap_size", "0", "0")?;
    set(connection, "temp_store", "memory")
}

fn set(connection: &Connection, pragma: &'static str, value: &str) -> Result<(), StoreError> {
    connection
        .pragma_update(None, pragma, value)
        .map_err(StoreError::sqlite("cannot set a pragma"))
}

/// Sets a pragma and checks the value that comes back.
fn expect(
    connection: &Connection,
    pragma: &'static str,
    value: &str,
    wanted: &str,
) -> Result<(), StoreError> {
    set(connection, pragma, value)?;
    let answer = connection
        .pragma_query_value(None, pragma, |row| {
            row.get_ref(0).map(|value| match value {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Null
                | rusqlite::types::ValueRef::Real(_)
                | rusqlite::types::ValueRef::Blob(_) => String::new(),
            })
        })
        .map_err(StoreError::sqlite("cannot read a pragma back"))?;
    if answer == wanted {
        Ok(())
    } else {
        Err(StoreError::Setting { pragma, answer })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_sqlite_is_new_enough() {
        assert!(
            rusqlite::version_number() >= SQLITE_NEEDED,
            "{}",
            rusqlite::version()
        );
    }

    #[test]
    fn a_writer_flushes_and_a_reader_cannot_write() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        let writer = open_writer(&path, Durability::Power).unwrap();
        writer
            .execute_batch("CREATE TABLE t (x INTEGER) STRICT")
            .unwrap();
        let synchronous: i64 = writer
            .pragma_query_value(None, "synchronous", |r| r.get(0))
            .unwrap();
        assert_eq!(synchronous, 2);
        let reader = Connection::open(&path).unwrap();
        prepare_reader(&reader).unwrap();
        assert!(reader.execute("INSERT INTO t VALUES (1)", []).is_err());
        let loads = writer.query_row("SELECT load_extension('x')", [], |_| Ok(()));
        assert!(loads.unwrap_err().to_string().contains("no such function"));
        assert!(
            writer.prepare("SELECT \"not a column\" FROM t").is_err(),
            "DQS is off"
        );
    }

    #[test]
    fn what_is_deleted_is_gone_from_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        let writer = open_writer(&path, Durability::Power).unwrap();
        let has = |word: &str| {
            let moved = "PRAGMA wal_checkpoint(TRUNCATE)";
            writer.query_row(moved, [], |_| Ok(())).unwrap();
            let file = std::fs::read(&path).unwrap();
            file.windows(word.len())
                .any(|found| found == word.as_bytes())
        };
        // One row within a page, and one that takes pages of its own.
        let long = format!("begin{}final-words", "x".repeat(40_000));
        writer
            .execute_batch("CREATE TABLE t (x INTEGER PRIMARY KEY, y TEXT) STRICT")
            .unwrap();
        for text in ["somebody", &long, "stays"] {
            let insert = "INSERT INTO t (y) VALUES (?1)";
            writer.execute(insert, [text]).unwrap();
        }
        assert!(has("somebody") && has("final-words"));
        writer
            .execute("DELETE FROM t WHERE y != 'stays'", [])
            .unwrap();
        assert!(has("stays") && !has("somebody") && !has("final-words"));
    }
}
