//! Why the edge could not start, or ended other than by a drain.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use thiserror::Error;

/// Why the edge could not start, or ended other than by a drain.
#[derive(Debug, Error)]
pub enum EdgeError {
    /// The address cannot be listened on.
    #[error("cannot listen on `{address}`")]
    BindAddress {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The Unix socket cannot be made.
    #[error("cannot listen on the socket `{}`", path.display())]
    BindPath {
        /// The path of the socket.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Another process answers on the Unix socket.
    #[error("the socket `{}` is in use: another process answers on it", path.display())]
    PathInUse {
        /// The path of the socket.
        path: PathBuf,
    },
    /// The path of the Unix socket is taken by something that is not a socket.
    #[error("`{}` exists and is not a socket; move it away", path.display())]
    NotASocket {
        /// The path.
        path: PathBuf,
    },
    /// A socket that the service manager passed cannot be used.
    #[error("cannot use the socket that was passed as number {index}")]
    PassedSocket {
        /// Its place in the list, from 0.
        index: usize,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The control lane was put on a TCP socket, where file permissions do not guard it.
    #[error("the control lane is for Unix sockets only, not for TCP")]
    ControlOverTcp,
    /// Threads, timers or signal handlers could not be set up.
    #[error("cannot start the network threads")]
    Start(#[source] io::Error),
    /// A second stop signal arrived while the drain was under way; what was in flight was cut off.
    #[error("stopped at once by a second signal ({signal})")]
    Forced {
        /// The signal's number.
        signal: i32,
    },
}

impl EdgeError {
    /// The process's exit status: 128 + the signal's number when a second signal ended it, as a
    /// shell would report it (143 for SIGTERM, 130 for SIGINT); 1 for everything else.
    pub fn exit_status(&self) -> u8 {
        match self {
            Self::Forced { signal } => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            Self::BindAddress { .. }
            | Self::BindPath { .. }
            | Self::PathInUse { .. }
            | Self::NotASocket { .. }
            | Self::PassedSocket { .. }
            | Self::ControlOverTcp
            | Self::Start(_) => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_signal_is_reported_as_a_shell_would() {
        assert_eq!(EdgeError::Forced { signal: 15 }.exit_status(), 143);
        assert_eq!(EdgeError::Forced { signal: 2 }.exit_status(), 130);
        assert_eq!(EdgeError::ControlOverTcp.exit_status(), 1);
    }
}
