//! SQLite: the only SQL in the program.
//!
//! Enters: records and mutations from the ledger's one writer, queries from lists and logs.
//! [`Writer`] holds the only writable connection; [`Reader`] is a pool that cannot write.
//! Deliberately absent: rules. What SQLite refuses here (CHECK, UNIQUE, triggers) is the net below
//! the rules in memory, not the method.

mod activity;
mod approvals;
mod audit;
mod connection;
mod copy;
mod error;
mod inspect;
mod load;
mod lock;
mod log;
mod meter;
mod metering;
mod migrate;
mod mutate;
mod outbox;
mod portal;
mod quotes;
mod read;
mod room;
mod terms;
mod write;

pub use activity::{ActivityCell, ActivityRows, BusyAgent, Steps};
pub use approvals::{ApprovalFilter, ApprovalPage};
pub use audit::ProvedLog;
pub use connection::{DATABASE_FILE, Durability, sqlite_version};
pub use copy::{DatabaseFile, Identity, ProvedDatabase, Stop, settle};
pub use error::{Severity, StoreError};
pub use inspect::{Header, Inspector, Origin, Verified};
pub use load::{Head, Loaded};
pub use lock::{DataDir, LockError};
pub use log::{ChainedRecord, LogFilter, LogPage, LogRow, RecordName, WholeRecord};
pub use meter::{MeterCounts, MeterKey};
pub use metering::{Account, Metered, MeteredKey, MeteredRow, MeteringFilter};
pub use migrate::newest as newest_schema;
pub use outbox::{MessageFilter, MessagePage};
pub use read::{Reader, UsageDay};
pub use room::{Room, refuse_network_file_system};
pub use write::{NewRecord, UsageDelta, Writer};
