//! The schema and its history.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::connection::APPLICATION_ID;
use super::copy::DatabaseFile;
use super::error::StoreError;

/// Bytes that an upgrade leaves free.
const ROOM_TO_SPARE_BYTES: u64 = 16 << 20;

static DIRECTORY: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/store/migrations");

/// The number of the newest schema that this program knows.
pub fn newest() -> usize {
    DIRECTORY.dirs().count()
}

/// What a database was found to be.
pub(super) enum Found {
    /// Nothing yet.
    New,
    /// Ours, with a schema of that number.
    Ours(usize),
}

/// Finds out what the database is. Refuses files of other programs and of newer versions of this
/// one; writes nothing.
pub(super) fn examine(connection: &Connection, path: &Path) -> Result<Found, StoreError> {
    examine_for(connection, path, newest())
}

fn examine_for(connection: &Connection, path: &Path, known: usize) -> Result<Found, StoreError> {
    let application: i32 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(StoreError::sqlite("cannot read the application id"))?;
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(StoreError::sqlite("cannot read the schema"))?;
    let found: usize = connection
        .pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0))
        .map_err(StoreError::sqlite("cannot read the schema version"))?
        .try_into()
        .unwrap_or(usize::MAX);
    // Also one whose making was ended after its first page.
    let is_nobodys = application == 0 || application == APPLICATION_ID;
    if tables == 0 && is_nobodys && found == 0 {
        return Ok(Found::New);
    }
    if application != APPLICATION_ID {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    if found > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known,
            way_back: way_back(path, known),
        });
    }
    Ok(Found::Ours(found))
}

/// Brings the database to the newest schema, after a backup of what was there.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    migrate_with(
        connection,
        path,
        &Migrations::from_directory(&DIRECTORY)?,
        newest(),
    )
}

fn migrate_with(
    connection: &mut Connection,
    path: &Path,
    migrations: &Migrations<'_>,
    newest: usize,
) -> Result<(), StoreError> {
    match examine_for(connection, path, newest)? {
        Found::Ours(version) if version < newest => back_up(connection, path, version)?,
        Found::Ours(_) | Found::New => {}
    }
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(StoreError::sqlite("cannot write the application id"))?;
    migrations.to_latest(connection)?;
    Ok(())
}

/// Where the database of that version is kept when it is upgraded.
fn kept_before_upgrade(path: &Path, version: usize) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".before-upgrade-from-{version}"));
    PathBuf::from(name)
}

/// What an operator does whose program is older than the database: the newest copy that an upgrade
/// left beside it and that this program knows, or any backup.
fn way_back(path: &Path, known: usize) -> String {
    let mut kept = (1..=known)
        .rev()
        .map(|version| kept_before_upgrade(path, version));
    match kept.find(|kept| kept.exists()) {
        Some(kept) => format!(
            "the way back is the copy that the upgrade left, without what was recorded since: \
             `portcullis restore {} --discard-newer`",
            kept.display()
        ),
        None => "or restore a backup made before the upgrade".to_owned(),
    }
}

/// Refuses an upgrade that would fill the disk: the copy, and the database once more in the
/// write-ahead log of the migration.
fn need_room(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let pages = |pragma| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(StoreError::sqlite("cannot read the size of the database"))
    };
    let bytes = (pages("page_count")? * pages("page_size")?).cast_unsigned();
    let needed_bytes = bytes.saturating_mul(2).saturating_add(ROOM_TO_SPARE_BYTES);
    let directory = path.parent().unwrap_or(Path::new("."));
    let found = nix::sys::statvfs::statvfs(directory).map_err(|errno| StoreError::File {
        doing: "cannot look for room in",
        path: directory.to_owned(),
        source: errno.into(),
    })?;
    let free_bytes = found
        .blocks_available()
        .saturating_mul(found.fragment_size());
    if needed_bytes <= free_bytes {
        return Ok(());
    }
    Err(StoreError::NoRoom {
        path: directory.to_owned(),
        what: "the upgrade of the database and the copy before it",
        needed_bytes,
        free_bytes,
    })
}

/// Copies the database beside itself before it is upgraded, and looks at every page of the copy.
/// Made anew each time: an upgrade that was interrupted begins again with what there is then.
fn back_up(connection: &Connection, path: &Path, version: usize) -> Result<(), StoreError> {
    need_room(connection, path)?;
    let target = kept_before_upgrade(path, version);
    let mut partial = target.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let file_error = |doing: &'static str| {
        let path = partial.clone();
        move |source| StoreError::File {
            doing,
            path,
            source,
        }
    };
    match std::fs::remove_file(&partial) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(file_error("cannot remove")(error)),
    }
    let text = partial.to_string_lossy().into_owned();
    connection
        .execute("VACUUM INTO ?1", [&text])
        .map_err(StoreError::sqlite(
            "cannot back the database up before the upgrade",
        ))?;
    DatabaseFile::open(&partial)?.prove_pages()?;
    std::fs::File::open(&partial)
        .and_then(|file| file.sync_all())
        .map_err(file_error("cannot flush"))?;
    std::fs::rename(&partial, &target).map_err(file_error("cannot rename"))?;
    let directory = path.parent().unwrap_or(Path::new("."));
    std::fs::File::open(directory)
        .and_then(|opened| opened.sync_all())
        .map_err(file_error("cannot flush the directory of"))
}

#[cfg(test)]
mod tests {
    use rusqlite_migration::M;

    use super::*;

    const FIRST: &str = include_str!("migrations/1-initial/up.sql");
    const SECOND: &str = "ALTER TABLE customers ADD COLUMN note TEXT";

    /// The migrations of a later program than this one.
    fn later(more: &[&'static str]) -> (Migrations<'static>, usize) {
        let all = std::iter::once(&FIRST).chain(more).map(|sql| M::up(sql));
        let all: Vec<_> = all.collect();
        let newest = all.len();
        (Migrations::new(all), newest)
    }

    fn number(connection: &Connection, sql: &str) -> i64 {
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// A database of the first schema with one thing in it, in a directory of its own.
    fn first() -> (tempfile::TempDir, PathBuf, Connection) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("portcullis.db");
        let mut connection = Connection::open(&path).unwrap();
        let (migrations, newest) = later(&[]);
        migrate_with(&mut connection, &path, &migrations, newest).unwrap();
        connection
            .execute("INSERT INTO meta VALUES ('node', 'first')", [])
            .unwrap();
        (directory, path, connection)
    }

    fn files(directory: &tempfile::TempDir) -> Vec<String> {
        let entries = std::fs::read_dir(directory.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    const BACKUP: &str = "portcullis.db.before-upgrade-from-1";

    #[test]
    fn an_older_database_is_backed_up_and_then_upgraded() {
        let (directory, path, mut connection) = first();
        assert_eq!(
            files(&directory),
            ["portcullis.db"],
            "a new one needs no backup"
        );
        let (migrations, newest) = later(&[SECOND]);
        for _ in 0..2 {
            migrate_with(&mut connection, &path, &migrations, newest).unwrap();
            assert_eq!(number(&connection, "PRAGMA user_version"), 2);
            assert_eq!(number(&connection, "SELECT count(note) FROM customers"), 0);
            assert_eq!(files(&directory), ["portcullis.db", BACKUP]);
        }
        let backup = Connection::open(directory.path().join(BACKUP)).unwrap();
        assert_eq!(number(&backup, "PRAGMA user_version"), 1);
        assert_eq!(
            number(&backup, "PRAGMA application_id"),
            i64::from(APPLICATION_ID)
        );
        assert_eq!(
            number(&backup, "SELECT count(*) FROM meta WHERE value = 'first'"),
            1
        );
        // The way back: the program of the first schema opens the backup, and not the upgraded.
        let (migrations, newest) = later(&[]);
        let refused = migrate_with(&mut connection, &path, &migrations, newest);
        assert!(
            matches!(
                refused,
                Err(StoreError::Newer {
                    found: 2,
                    known: 1,
                    ..
                })
            ),
            "{refused:?}"
        );
        drop(backup);
        let mut backup = Connection::open(directory.path().join(BACKUP)).unwrap();
        migrate_with(&mut backup, &path, &migrations, newest).unwrap();
    }

    #[test]
    fn an_upgrade_that_fails_leaves_the_database_as_it_was() {
        let (directory, path, mut connection) = first();
        // What an upgrade that was interrupted left behind is no obstacle.
        std::fs::write(directory.path().join(format!("{BACKUP}.partial")), "half").unwrap();
        let (migrations, newest) = later(&[SECOND, "CREATE TABLE meta (x)"]);
        for _ in 0..2 {
            let failed = migrate_with(&mut connection, &path, &migrations, newest);
            assert!(
                matches!(failed, Err(StoreError::Migration(_))),
                "{failed:?}"
            );
            assert_eq!(number(&connection, "PRAGMA user_version"), 1);
            assert!(connection.prepare("SELECT note FROM customers").is_err());
            assert_eq!(files(&directory), ["portcullis.db", BACKUP]);
        }
        let (migrations, newest) = later(&[SECOND]);
        migrate_with(&mut connection, &path, &migrations, newest).unwrap();
        assert_eq!(
            number(
                &connection,
                "SELECT count(*) FROM meta WHERE value = 'first'"
            ),
            1
        );
    }

    const ROWS: i64 = 60_000;
    /// Where the child upgrades; set for no other process.
    const CHILD: &str = "PORTCULLIS_TEST_UPGRADE";
    /// A migration that takes a while: every row is written anew.
    const SLOW: &str = "CREATE TABLE facts (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, \
                        length INTEGER NOT NULL) STRICT; \
                        INSERT INTO facts SELECT name, value, length(value) FROM meta; \
                        CREATE INDEX facts_by_value ON facts (value);";

    /// Run as a child by the test below.
    #[test]
    fn upgrades_in_the_directory_that_it_is_told() {
        let Some(path) = std::env::var_os(CHILD).map(PathBuf::from) else {
            return;
        };
        // The settings of the writer; it itself knows no later schema.
        let mut connection = Connection::open(&path).unwrap();
        connection
            .pragma_update(None, "journal_mode", "wal")
            .unwrap();
        let (migrations, newest) = later(&[SLOW]);
        migrate_with(&mut connection, &path, &migrations, newest).unwrap();
    }

    /// Whatever moment an upgrade is killed at, the next start goes on from a whole database.
    #[test]
    fn an_upgrade_that_is_killed_is_resumed() {
        let (directory, path, connection) = first();
        connection
            .execute(
                "INSERT INTO meta WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
                 WHERE i < ?1) SELECT 'name ' || i, 'value ' || i FROM n",
                [ROWS],
            )
            .unwrap();
        drop(connection);
        let pristine = std::fs::read(&path).unwrap();
        let start = || {
            std::process::Command::new(std::env::current_exe().unwrap())
                .args([
                    "--exact",
                    "store::migrate::tests::upgrades_in_the_directory_that_it_is_told",
                ])
                .env(CHILD, &path)
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        };
        let clear = || {
            for name in files(&directory) {
                std::fs::remove_file(directory.path().join(name)).unwrap();
            }
            std::fs::write(&path, &pristine).unwrap();
        };
        let clock = std::time::Instant::now();
        assert!(start().wait().unwrap().success());
        let whole = clock.elapsed();
        let (mut before, mut after, mut ended) = (0, 0, 0);
        // A little later each time, until it has ended by itself twice: then every moment was met,
        // however busy the machine is.
        for round in 0..300u32 {
            if ended == 2 {
                break;
            }
            clear();
            let mut child = start();
            std::thread::sleep(whole * round / 20);
            ended += u32::from(child.try_wait().unwrap().is_some());
            child.kill().ok();
            child.wait().unwrap();
            let found = Connection::open(&path).unwrap();
            let check: String = found
                .query_row("PRAGMA integrity_check", [], |row| row.get(0))
                .unwrap();
            assert_eq!(check, "ok");
            if number(&found, "PRAGMA user_version") == 2 {
                after += 1;
            } else {
                before += 1;
                assert_eq!(number(&found, "SELECT count(*) FROM meta"), ROWS + 1);
                assert!(found.prepare("SELECT * FROM facts").is_err());
            }
            drop(found);
            assert!(start().wait().unwrap().success());
            let done = Connection::open(&path).unwrap();
            assert_eq!(number(&done, "PRAGMA user_version"), 2);
            assert_eq!(number(&done, "SELECT count(*) FROM facts"), ROWS + 1);
            drop(done);
            let names = files(&directory);
            assert!(names.contains(&BACKUP.to_owned()), "{names:?}");
            assert!(
                !names.iter().any(|name| name.ends_with(".partial")),
                "{names:?}"
            );
            let kept = Connection::open(directory.path().join(BACKUP)).unwrap();
            assert_eq!(number(&kept, "PRAGMA user_version"), 1);
            assert_eq!(number(&kept, "SELECT count(*) FROM meta"), ROWS + 1);
        }
        assert!(
            before > 2 && after > 1 && ended == 2,
            "{before} before, {after} after"
        );
    }

    #[test]
    fn one_whose_making_was_ended_is_new() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("portcullis.db");
        let mut connection = Connection::open(&path).unwrap();
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        let (migrations, newest) = later(&[]);
        migrate_with(&mut connection, &path, &migrations, newest).unwrap();
        assert_eq!(files(&directory), ["portcullis.db"]);
    }

    #[test]
    fn migrations_are_valid_and_reach_the_newest() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, Path::new("x")).unwrap();
        migrate(&mut connection, Path::new("x")).unwrap();
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |r| r.get(0))
            .unwrap();
        assert_eq!(usize::try_from(version).unwrap(), newest());
    }

    #[test]
    fn refuses_newer_files_and_those_of_others() {
        let mut newer = Connection::open_in_memory().unwrap();
        migrate(&mut newer, Path::new("x")).unwrap();
        newer.pragma_update(None, "user_version", 99).unwrap();
        let refused = migrate(&mut newer, Path::new("x"));
        assert!(
            matches!(refused, Err(StoreError::Newer { found: 99, .. })),
            "{refused:?}"
        );

        let mut other = Connection::open_in_memory().unwrap();
        other
            .execute_batch("CREATE TABLE someone_elses (x)")
            .unwrap();
        assert!(matches!(
            migrate(&mut other, Path::new("x")),
            Err(StoreError::NotOurs(_))
        ));
    }
}
