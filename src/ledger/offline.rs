//! Work on a data directory while no ledger runs on it.

use std::sync::Arc;

use crate::domain::settings::LiveSettings;
use crate::live::Live;
use crate::store::{DATABASE_FILE, DataDir, Durability, Inspector, StoreError, Writer};

/// Begins a database that is known as a demo's for ever, unless there is one. False where an appliance
/// is in the directory that no demo began; nothing of it is changed then.
pub fn begin_demo(directory: &DataDir) -> Result<bool, StoreError> {
    if has_appliance(directory)? {
        return Inspector::alone(directory)?.is_of_demo();
    }
    let mut store = Writer::open(directory, Durability::Power)?;
    store.begin()?;
    store.note_demo()?;
    store.commit()?;
    store.checkpoint()?;
    Ok(true)
}

/// Whether somebody has begun a database. One without tables was given up while it was made.
fn has_appliance(directory: &DataDir) -> Result<bool, StoreError> {
    let path = directory.path().join(DATABASE_FILE);
    let found = path.try_exists().map_err(|source| StoreError::File {
        doing: "cannot look for",
        path,
        source,
    })?;
    Ok(found && Inspector::alone(directory)?.header()?.schema > 0)
}

/// Brings a database to the newest schema and begins an epoch in it. The next record must be the one
/// that says why.
pub fn begin_epoch(directory: &DataDir, epoch: u64) -> Result<(), StoreError> {
    let mut store = Writer::open(directory, Durability::Power)?;
    store.begin()?;
    store.set_meta("epoch", &epoch.to_string())?;
    store.commit()?;
    store.checkpoint()
}

/// Reads a database back as a ledger would, with the end of its log verified, and leaves its
/// write-ahead log empty.
pub fn read_state(directory: &DataDir, settings: Arc<LiveSettings>) -> Result<Live, StoreError> {
    let mut store = Writer::open(directory, Durability::Power)?;
    let mut live = Live::empty(settings);
    store.load(&mut |mutation| live.apply(&mutation))?;
    store.checkpoint()?;
    Ok(live)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_takes_what_is_new_or_a_demos_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| DataDir::take(&place.path().join(name), "test").unwrap();
        let new = at("new");
        assert!(begin_demo(&new).unwrap());
        assert!(begin_demo(&new).unwrap(), "its own");

        // Given up before anything stood in the file.
        let empty = at("empty");
        std::fs::write(empty.path().join(DATABASE_FILE), "").unwrap();
        assert!(begin_demo(&empty).unwrap());

        let appliance = at("appliance");
        begin_epoch(&appliance, 1).unwrap();
        let file = appliance.path().join(DATABASE_FILE);
        let before = std::fs::read(&file).unwrap();
        assert!(!begin_demo(&appliance).unwrap());
        assert_eq!(std::fs::read(&file).unwrap(), before);

        let foreign = at("foreign");
        std::fs::write(foreign.path().join(DATABASE_FILE), "a letter to a friend").unwrap();
        assert!(begin_demo(&foreign).is_err());
    }
}
