//! Portcullis decides, and proves, what AI agents may do.

pub mod config;
pub mod domain;
pub mod http;
pub mod telemetry;
