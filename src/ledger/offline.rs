//! Work on a data directory while no ledger runs on it.

use std::sync::Arc;

use crate::domain::settings::LiveSettings;
use crate::live::Live;
use crate::store::{DataDir, Durability, StoreError, Writer};

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
