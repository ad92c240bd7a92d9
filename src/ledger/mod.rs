//! The one writer: it orders, decides again, chains, commits, publishes, answers.
//!
//! Enters: checks and changes, through one queue; there is no second road to a write. Leaves: an
//! answer for each, after its record is on the disk. Deliberately absent: HTTP, who may do what
//! (the entry brings that along and it is asked again here), any answer before the flush.

mod batch;
mod chain;
mod entry;
mod handle;
mod meter;
mod offline;
mod queue;
mod watch;
mod writer;

pub use crate::store::{
    Account, ActivityCell, ActivityRows, ApprovalFilter, ApprovalPage, BusyAgent, ChainedRecord,
    DATABASE_FILE, DataDir, DatabaseFile, Durability, Head, LockError, LogFilter, LogPage, LogRow,
    MessageFilter, MessagePage, Metered, MeteredKey, MeteredRow, MeteringFilter, ProvedLog, Reader,
    RecordName, Steps, Stop, StoreError, UsageDay, WholeRecord, newest_schema, sqlite_version,
};
pub use entry::{
    Accepted, ChangeError, ChangeMeta, CheckEntry, CheckRefused, Coded, Moment, Part, Parts,
    RecordedChange, RecordedCheck, UsageReport,
};
pub use handle::{Health, Hooks, Ledger, OpenError, Settings};
pub use offline::{begin_demo, begin_epoch, read_state};
pub use queue::Lane;
pub use watch::Watched;
