//! Portcullis decides, and proves, what AI agents may do.

pub mod edge;
pub mod http;
