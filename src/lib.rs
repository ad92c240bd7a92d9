//! Portcullis decides, and proves, what AI agents may do.

pub mod app;
pub mod backup;
pub mod cli;
pub mod config;
pub mod domain;
pub mod edge;
pub mod http;
pub mod ledger;
pub mod live;
pub mod metrics;
pub mod outbox;
pub mod store;
pub mod telemetry;
pub mod tls;
