//! The rules, pure: what may an agent do, and why.
//!
//! Enters: facts as values, the time as an argument. Leaves: decisions, records, mutations.
//! Deliberately absent: I/O, clocks, SQL, HTTP, locks. This room knows no other room.

pub mod actor;
pub mod agent;
pub mod approval;
pub mod billing;
pub mod check;
pub mod context;
pub mod customer;
pub mod decide;
pub mod environment;
pub mod id;
pub mod json;
pub mod key;
pub mod key_link;
pub mod kill;
pub mod link;
pub mod month;
pub mod mutation;
pub mod operator;
pub mod origin;
pub mod outbox;
pub mod pattern;
pub mod permission;
pub mod portal;
pub mod quota;
pub mod quote;
pub mod recommend;
pub mod record;
pub mod scope;
pub mod secret;
pub mod settings;
pub mod sheet;
pub mod stripe;
pub mod terms;
pub mod text;
pub mod tier;
pub mod time;
