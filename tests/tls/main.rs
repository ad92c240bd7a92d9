//! TLS over real sockets and the real binary: what is served, who is let in, and what is replaced
//! while it runs. Certificates are made when a test runs, so none can expire in the repository.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

#[path = "../program/mod.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod program;

mod certificates;
mod client;
mod clients;
mod commands;
mod crowd;
mod proxies;
mod redirect;
mod reload;
mod serving;
