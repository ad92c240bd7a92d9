//! Certificates: read from files, checked, kept in force, and replaced without a restart.
//!
//! Enters: paths, and the certificates that clients show. Leaves: what the sockets encrypt with, the
//! facts about it (names, fingerprint, expiry), and whom a client's certificate speaks for.
//! Deliberately absent: sockets and handshakes (those are the edge's), whether whoever a certificate
//! speaks for may do something (that is `live`'s), fetching certificates from anywhere, early data
//! (0-RTT), and any algorithm that rustls calls weak.

mod facts;
mod fault;
mod files;
mod identity;
mod keeper;
mod material;
mod self_signed;
mod settings;
mod watch;

pub use facts::{Facts, Fingerprint, Name};
pub use fault::{Caution, Fault, Part};
pub use files::read_certificates;
pub use identity::{ActsAs, Identity, PeerCertificate};
pub use keeper::{Keeper, Prepared, Reloaded, Terms};
pub use self_signed::{SelfSigned, SelfSignedError, self_signed};
pub use settings::{ClientCertificates, ClientSettings, MinVersion, Settings};
