//! The ways out: against a relay and a receiver that do as they are told, and with the real binary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod attempts;
#[expect(dead_code, reason = "each test program uses its part of the helpers")]
#[path = "../program/mod.rs"]
mod program;
mod receiver;
mod relay;
mod run;
mod slow;
