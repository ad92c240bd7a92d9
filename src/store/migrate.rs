//! The schema and its history.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::connection::APPLICATION_ID;
use super::error::StoreError;

static DIRECTORY: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/store/migrations");

/// The number of the newest schema that this program knows.
pub(super) fn newest() -> usize {
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
    if tables == 0 && application == 0 && found == 0 {
        return Ok(Found::New);
    }
    if application != APPLICATION_ID {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    if found > newest() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: newest(),
        });
    }
    Ok(Found::Ours(found))
}

/// Brings the database to the newest schema, after a backup of what was there.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let migrations = Migrations::from_directory(&DIRECTORY)?;
    match examine(connection, path)? {
        Found::Ours(version) if version < newest() => back_up(connection, path, version)?,
        Found::Ours(_) | Found::New => {}
    }
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(StoreError::sqlite("cannot write the application id"))?;
    migrations.to_latest(connection)?;
    Ok(())
}

/// Copies the database beside itself before it is upgraded, once per version.
fn back_up(connection: &Connection, path: &Path, version: usize) -> Result<(), StoreError> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".before-upgrade-from-{version}"));
    let target = PathBuf::from(name);
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
    std::fs::File::open(&partial)
        .and_then(|file| file.sync_all())
        .map_err(file_error("cannot flush"))?;
    std::fs::rename(&partial, &target).map_err(file_error("cannot rename"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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
