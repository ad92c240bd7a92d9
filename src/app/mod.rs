//! The use cases: who may, validate, decide or change, submit to the ledger.
//!
//! Enters: typed requests with the caller that was admitted. Leaves: values, or promises that the
//! ledger keeps. Deliberately absent: HTTP, SQL, and any write that is not a ledger entry.

pub mod agents;
pub mod approvals;
pub mod backups;
mod caller;
pub mod checks;
pub mod customers;
pub mod environment;
mod error;
pub mod keys;
pub mod kills;
mod limits;
mod meter;
pub mod operators;
mod passwords;
pub mod permissions;
pub mod queries;
pub mod restores;
pub mod sessions;

use std::sync::Arc;
use std::time::Duration;

pub use caller::{Caller, Draft, Promise};
pub use error::{Error, FieldError};
pub use limits::{Allowance, Charged};
pub use passwords::{BadPassword, Password};

use crate::domain::environment::Environment;
use crate::domain::time::Timestamp;
use crate::ledger::{Health, Ledger};
use crate::live::Live;

/// What the configuration says about use cases.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether anybody may register.
    pub registration_is_open: bool,
    /// Registrations from one address per minute.
    pub registrations_per_minute: u32,
    /// How long a session lasts unused.
    pub session_idle: Duration,
    /// How long a session lasts at most.
    pub session_absolute: Duration,
    /// Sign-ins to one account per minute.
    pub logins_per_account_per_minute: u32,
    /// Sign-ins from one address per minute.
    pub logins_per_address_per_minute: u32,
    /// Backups.
    pub backups: backups::BackupSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            registration_is_open: true,
            registrations_per_minute: 60,
            session_idle: Duration::from_mins(30),
            session_absolute: Duration::from_hours(12),
            logins_per_account_per_minute: 5,
            logins_per_address_per_minute: 20,
            backups: backups::BackupSettings::default(),
        }
    }
}

/// The application.
pub struct App {
    ledger: Arc<Ledger>,
    settings: Settings,
    limits: limits::Limits,
    meter: meter::Meter,
    passwords: passwords::Passwords,
    sessions: sessions::Activity,
    backups: Arc<backups::Backups>,
}

impl App {
    /// Puts the use cases over a ledger.
    pub fn new(ledger: Arc<Ledger>, settings: Settings) -> Self {
        let environment = Arc::clone(ledger.environment());
        Self {
            limits: limits::Limits::new(Arc::clone(&environment), &settings),
            meter: meter::Meter::default(),
            passwords: passwords::Passwords::default(),
            sessions: sessions::Activity::new(environment.now()),
            backups: Arc::new(backups::Backups::new(
                settings.backups.clone(),
                ledger.directory(),
                environment.now(),
            )),
            settings,
            ledger,
        }
    }

    /// What the configuration says.
    pub fn settings(&self) -> &Settings {
        &self.settings
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

    /// Whether the ledger can write.
    pub fn health(&self) -> Health {
        self.ledger.health()
    }

    /// Writes the calls that were counted since the last time; called about once a second, and
    /// once more before the ledger is closed. Blocks until they are on the disk.
    pub fn flush_usage(&self) {
        self.meter.flush(&self.ledger);
    }
}
