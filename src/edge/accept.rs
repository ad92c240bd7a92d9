//! The accept loops: one task for each listener.

use std::io;
use std::net::SocketAddr;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Duration;

use socket2::SockRef;
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::connection::serve_connection;
use super::forwarded::Proxies;
use super::head::Origin;
use super::house::House;
use super::seats::Seat;
use super::secure::serve_secured;
use super::{EdgeError, Listener};
use crate::http::wire::Lane;
use crate::tls::Keeper;

/// How long the loop rests when the system gives it no socket: no descriptors, no memory.
const PAUSE_AFTER_ERROR: Duration = Duration::from_millis(100);

/// Between two looks for a free place when even the door is crowded.
const PAUSE_AT_CROWDED_DOOR: Duration = Duration::from_millis(20);

/// How long a peer may acknowledge nothing that was sent to it. One that went without a word (a lid
/// was closed, a network is gone) would keep its seat, and its stream, for a quarter of an hour: what
/// is sent to it waits in the kernel, where no deadline of ours sees it.
const GONE_AFTER: Duration = Duration::from_mins(1);

/// A listener that the runtime knows.
pub(super) enum Door {
    Tcp(TcpListener, Lane, Option<Arc<Keeper>>),
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
            Listener::Tcp { socket, lane, tls } => {
                socket.set_nonblocking(true).map_err(EdgeError::Start)?;
                let socket = TcpListener::from_std(socket).map_err(EdgeError::Start)?;
                Ok(Self::Tcp(socket, lane, tls))
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
            Self::Tcp(listener, lane, tls) => loop {
                let Some((stream, peer)) = trouble.survive(listener.accept().await).await else {
                    continue;
                };
                // Fails only on a socket that its peer has reset already.
                stream.set_nodelay(true).ok();
                give_up_on_the_gone(&stream).ok();
                let origin = origin(Some(peer), lane, &house);
                let seat = seat(lane, &house).await;
                match &tls {
                    None => spawn(&house, &present, |house| {
                        serve_connection(stream, origin, seat, house)
                    }),
                    Some(keeper) => spawn(&house, &present, |house| {
                        serve_secured(stream, Arc::clone(keeper), origin, seat, house)
                    }),
                }
            },
            Self::Unix(listener, lane) => loop {
                let Some((stream, _)) = trouble.survive(listener.accept().await).await else {
                    continue;
                };
                let origin = origin(None, lane, &house);
                let seat = seat(lane, &house).await;
                spawn(&house, &present, |house| {
                    serve_connection(stream, origin, seat, house)
                });
            },
        }
    }
}

fn origin(peer: Option<SocketAddr>, lane: Lane, house: &House) -> Origin {
    // Nobody stands between the control socket and its owner.
    let is_behind_proxy = |proxies: &&Arc<Proxies>| lane != Lane::Control && proxies.trust(peer);
    Origin {
        peer,
        lane,
        secure: false,
        certificate: None,
        proxies: house.proxies.as_ref().filter(is_behind_proxy).cloned(),
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

/// Finds a seat for a connection. While there is none, not even a place to be refused at, nobody
/// else is accepted.
async fn seat(lane: Lane, house: &House) -> Seat {
    loop {
        match house.seats.take(lane) {
            Some(seat) => return seat,
            None => sleep(PAUSE_AT_CROWDED_DOOR).await,
        }
    }
}

/// Serves a connection in a task of its own.
fn spawn<F>(house: &Arc<House>, present: &mpsc::Sender<()>, serve: impl FnOnce(Arc<House>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let present = present.clone();
    let serving = serve(Arc::clone(house));
    tokio::spawn(async move {
        serving.await;
        drop(present);
    });
}

/// Lets the kernel end a connection whose peer acknowledges nothing any more (RFC 5482).
fn give_up_on_the_gone(stream: &impl AsFd) -> io::Result<()> {
    SockRef::from(stream).set_tcp_user_timeout(Some(GONE_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_gives_up_on_peers_that_are_gone() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let stream = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        assert_eq!(SockRef::from(&stream).tcp_user_timeout().unwrap(), None);
        give_up_on_the_gone(&stream).unwrap();
        let set = SockRef::from(&stream).tcp_user_timeout().unwrap();
        assert_eq!(set, Some(GONE_AFTER));
    }
}
