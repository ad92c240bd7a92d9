//! The edge over real sockets: limits, deadlines, refusals, order, drain.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod crowd;
mod drain;
mod harness;
mod refusals;
mod requests;
mod streams;
mod tls;
