//! The use cases: who may, validate, decide or change, submit to the ledger.
//!
//! Enters: typed requests with the caller that was admitted. Leaves: values, or promises that the
//! ledger keeps. Deliberately absent: HTTP, SQL, and any write that is not a ledger entry.

pub mod activity;
pub mod agents;
pub mod approvals;
pub mod audit;
pub mod backups;
pub mod billing;
mod caller;
pub mod checks;
mod configuration;
mod courier;
pub mod customers;
pub mod drafts;
pub mod environment;
mod error;
pub mod imports;
pub mod key_links;
pub mod keys;
pub mod kills;
mod limits;
pub mod links;
pub mod messages;
mod meter;
pub mod metering;
pub mod operators;
pub mod outbox;
pub mod overview;
mod passwords;
pub mod permissions;
pub mod portal;
pub mod portal_links;
pub mod prospects;
pub mod queries;
pub mod quotas;
pub mod quotes;
pub mod restores;
pub mod search;
pub mod sessions;
pub mod setup;
pub mod statements;
pub mod tiers;
pub mod versions;

use std::sync::{Arc, Mutex, OnceLock};

pub use caller::{Caller, Draft, Promise};
pub use configuration::{
    ConfigurationSource, Proposal, ReloadOutcome, Reloaded, Setting, SettingSource,
};
pub use error::{Error, FieldError};
pub use limits::{Allowance, Charged};
pub use passwords::{BadPassword, Password};

use crate::domain::environment::Environment;
use crate::domain::time::Timestamp;
use crate::ledger::{Health, Ledger};
use crate::live::Live;

/// The application.
pub struct App {
    ledger: Arc<Ledger>,
    limits: limits::Limits,
    imports: imports::Imports,
    meter: meter::Meter,
    passwords: passwords::Passwords,
    sessions: sessions::Activity,
    backups: Arc<backups::Backups>,
    courier: courier::Courier,
    proofs: Arc<audit::Proofs>,
    source: OnceLock<Box<dyn ConfigurationSource>>,
    reloading: Mutex<()>,
    telling: Mutex<()>,
    started_at: Timestamp,
}

impl App {
    /// Puts the use cases over a ledger.
    pub fn new(ledger: Arc<Ledger>) -> Self {
        let environment = Arc::clone(ledger.environment());
        Self {
            limits: limits::Limits::new(Arc::clone(&environment)),
            imports: imports::Imports::default(),
            meter: meter::Meter::default(),
            passwords: passwords::Passwords::default(),
            sessions: sessions::Activity::new(environment.now()),
            backups: Arc::new(backups::Backups::new(ledger.directory(), environment.now())),
            courier: courier::Courier::default(),
            proofs: Arc::default(),
            source: OnceLock::new(),
            reloading: Mutex::new(()),
            telling: Mutex::new(()),
            started_at: environment.now(),
            ledger,
        }
    }

    /// The ledger beneath.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The state as of the last commit.
    pub fn live(&self) -> arc_swap::Guard<Arc<Live>> {
        self.ledger.live().load()
    }

    /// Time and randomness.
    pub fn environment(&self) -> &dyn Environment {
        &**self.ledger.environment()
    }

    /// The time now; it never runs backwards.
    pub fn now(&self) -> Timestamp {
        self.ledger.now()
    }

    /// When this process began to serve.
    pub fn started_at(&self) -> Timestamp {
        self.started_at
    }

    /// Whether the ledger can write.
    pub fn health(&self) -> Health {
        self.ledger.health()
    }

    /// An identifier for a request that came with none.
    pub fn fresh_request_id(&self) -> String {
        let mut random = [0u8; 16];
        self.environment().fill(&mut random);
        format!("{:032x}", u128::from_be_bytes(random))
    }

    /// Writes the calls that were counted since the last time, and wipes what nobody fetched; called about once a second, and
    /// once more before the ledger is closed. Blocks until they are on the disk.
    pub fn flush_usage(&self) {
        self.meter.flush(&self.ledger);
        self.tidy_imports();
    }
}
