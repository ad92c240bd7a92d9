//! The sockets: listeners, seats, deadlines, HTTP/1.1 framing, worker threads, graceful drain.
//!
//! What may enter: bytes from strangers, and a [`Service`](crate::http::wire::Service) that turns
//! one whole, bounded request into one whole answer. This is the only room with async code.
//! Deliberately absent: routes, credentials, JSON, rouille, SQL, files of certificates; HTTP/2,
//! upgrades, requests whose bodies are handed on before they are whole; host names (listeners take
//! addresses); any way to wait without a limit on time and on memory.

mod accept;
mod arrival;
mod body;
mod chunks;
mod clock;
mod config;
mod connection;
mod drain;
mod error;
mod exchange;
mod forwarded;
mod gate;
mod head;
mod house;
mod listen;
mod reply;
mod seats;
mod secure;
mod serve;
mod socket;
mod turns;
mod workers;

pub use config::EdgeConfig;
pub use drain::Stopper;
pub use error::EdgeError;
pub use listen::Listener;
pub use serve::serve;
