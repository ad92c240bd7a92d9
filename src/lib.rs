//! Portcullis decides, and proves, what AI agents may do.

pub mod domain;
pub mod http;
