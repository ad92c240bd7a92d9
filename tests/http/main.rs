//! The HTTP room in process: no port, no sleep, and a clock that moves when a test says so.
//!
//! What holds for every answer is asserted on every answer, in `promises.rs`; the other modules
//! say what holds for one resource, or walk the table of routes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod access;
mod activity;
mod agents;
mod approval_list;
mod approvals;
mod attacks;
mod audit;
mod bad_input;
mod bad_queries;
mod billing;
mod checks;
mod cors;
mod courier;
mod customers;
mod drafts;
mod events;
mod exports;
mod harness;
mod imports;
mod key_links;
mod keys;
mod kill_list;
mod kills;
mod limits;
mod lists;
mod logs;
mod operators;
mod outbox;
mod overview;
mod portal;
mod promises;
mod quotes;
mod schema;
mod search;
mod secrets;
mod service;
mod sessions;
mod setup;
mod stripe;
mod system;
mod tidy;
mod versions;
mod walks;
mod world;
