//! The accept loops: one task for each listener.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::connection::serve_connection;
use super::head::Origin;
use super::house::House;
use super::{EdgeError, Listener};
use crate::http::wire::Lane;

/// How long the loop rests when the system gives it no socket: no descriptors, no memory.
const PAUSE_AFTER_ERROR: Duration = Duration::from_millis(100);

/// Between two looks for a free place when even the door is crowded.
const PAUSE_AT_CROWDED_DOOR: Duration = Duration::from_millis(20);

/// A listener that the runtime knows.
pub(super) enum Door {
    Tcp(TcpListener, Lane),
    Unix(UnixListener, Lane),
}

impl Door {
    /// Registers a listener with the runtime that this is called in.
    pub(super) fn open(listener: Listener) -> Result<Self, EdgeError> {
        match listener {
            Listener::Tcp {
                lane: Lane::Control,
                ..
            } => Err(EdgeError::ControlOverTcp),
            Listener::Tcp { socket, lane } => {
                socket.set_nonblocking(true).map_err(EdgeError::Start)?;
                let socket = TcpListener::from_std(socket).map_err(EdgeError::Start)?;
                Ok(Self::Tcp(socket, lane))
            }
            Listener::Unix { socket, lane } => {
                socket.set_nonblocking(true).map_err(EdgeError::Start)?;
                let socket = UnixListener::from_std(socket).map_err(EdgeError::Start)?;
                Ok(Self::Unix(socket, lane))
            }
        }
    }

    /// Accepts until it is aborted. Every connection holds a clone of `present`, so that the
    /// channel closes when the last one has left.
    pub(super) async fn attend(self, house: Arc<House>, present: mpsc::Sender<()>) {
        let mut trouble = Trouble::default();
        match self {
            Self::Tcp(listener, lane) => loop {
                let Some((socket, peer)) = trouble.survive(listener.accept().await).await else {
                    continue;
                };
                // Fails only on a socket that its peer has reset already.
                socket.set_nodelay(true).ok();
                let peer = Some(peer);
                let secure = false;
                let origin = Origin { peer, lane, secure };
                seat(socket, origin, &house, &present).await;
            },
            Self::Unix(listener, lane) => loop {
                let Some((socket, _)) = trouble.survive(listener.accept().await).await else {
                    continue;
                };
                let origin = Origin {
                    peer: None,
                    lane,
                    secure: false,
                };
                seat(socket, origin, &house, &present).await;
            },
        }
    }
}

/// Errors of `accept`. None is a reason to stop: a connection that was reset before it was taken
/// costs nothing, and descriptors or memory come back.
#[derive(Default)]
struct Trouble {
    is_known: bool,
}

impl Trouble {
    /// The socket, or `None` after the pause that the error asks for. Told once, not at every
    /// try: it may last, and the log is on a disk too.
    async fn survive<T>(&mut self, accepted: io::Result<T>) -> Option<T> {
        match accepted {
            Ok(socket) => {
                self.is_known = false;
                Some(socket)
            }
            Err(error) if is_about_the_peer(&error) => None,
            Err(error) => {
                if !self.is_known {
                    tracing::error!(%error, "cannot accept connections; trying again");
                    self.is_known = true;
                }
                sleep(PAUSE_AFTER_ERROR).await;
                None
            }
        }
    }
}

fn is_about_the_peer(error: &io::Error) -> bool {
    [
        io::ErrorKind::ConnectionAborted,
        io::ErrorKind::ConnectionReset,
        io::ErrorKind::Interrupted,
    ]
    .contains(&error.kind())
}

/// Finds a seat for a connection and serves it in a task of its own. While there is none, not
/// even a place to be refused at, nobody else is accepted.
async fn seat<S>(socket: S, origin: Origin, house: &Arc<House>, present: &mpsc::Sender<()>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let seat = loop {
        match house.seats.take(origin.lane) {
            Some(seat) => break seat,
            None => sleep(PAUSE_AT_CROWDED_DOOR).await,
        }
    };
    let house = Arc::clone(house);
    let present = present.clone();
    tokio::spawn(async move {
        serve_connection(socket, origin, seat, house).await;
        drop(present);
    });
}
