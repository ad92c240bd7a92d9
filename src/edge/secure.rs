//! From a TCP connection to an encrypted one: in the connection's own task and on its own seat, with
//! the deadline that its first head has, so that whoever stalls a handshake stalls nobody else.

use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Poll;

use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::Stopper;
use super::arrival::Desk;
use super::clock::Patience;
use super::connection::{Guest, converse};
use super::head::Origin;
use super::house::House;
use super::seats::Seat;
use super::socket::Socket;
use crate::http::wire::Refusal;
use crate::tls::{Keeper, PeerCertificate};

/// The first byte of every TLS record that opens a handshake (RFC 8446, section 5.1).
const HANDSHAKE: u8 = 22;

/// What a peer begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Greeting {
    /// A TLS handshake.
    Tls,
    /// What looks like a request without encryption.
    PlainHttp,
    /// Something else.
    Noise,
    /// Nothing: it left without a word, as those do who only look whether a port is open.
    Nothing,
}

impl Greeting {
    fn of(first: Option<u8>) -> Self {
        match first {
            None => Self::Nothing,
            Some(HANDSHAKE) => Self::Tls,
            Some(b'A'..=b'Z') => Self::PlainHttp,
            Some(_) => Self::Noise,
        }
    }
}

/// Serves one connection where TLS is spoken, to its end.
pub(super) async fn serve_secured(
    stream: TcpStream,
    keeper: Arc<Keeper>,
    mut origin: Origin,
    seat: Seat,
    house: Arc<House>,
) {
    let _guest = Guest::enter(&house, seat.kind);
    let deadline = Patience::new(&house.config, seat.kind).first_deadline();
    let greeted = timeout_at(deadline, greeting(&stream));
    let greeting = match until_drain(greeted, &house.stopper).await {
        Some(Ok(Ok(greeting))) => greeting,
        // It reset the connection, said nothing in time, or the drain began: nobody is answered.
        Some(Ok(Err(_)) | Err(_)) | None => Greeting::Nothing,
    };
    let desk = Arc::new(Desk::default());
    match greeting {
        Greeting::Nothing => {}
        Greeting::Noise => failed(&house, &origin, "the peer does not speak TLS"),
        Greeting::PlainHttp => {
            failed(&house, &origin, "the peer speaks HTTP without TLS");
            let socket = Socket::new(stream, Arc::clone(&desk));
            let refusal = Some(Refusal::HttpsNeeded);
            converse(socket, desk, origin, seat, &house, deadline, refusal).await;
        }
        Greeting::Tls => {
            let socket = Socket::new(stream, Arc::clone(&desk));
            let handshake = shake_hands(socket, &keeper, deadline);
            let (stream, certificate) = match until_drain(handshake, &house.stopper).await {
                Some(Ok(secured)) => secured,
                Some(Err(error)) => return failed(&house, &origin, &error.to_string()),
                None => return,
            };
            let stats = &house.application.stats;
            stats.tls_handshakes_total.fetch_add(1, Ordering::Relaxed);
            origin.secure = true;
            origin.certificate = certificate.map(Arc::new);
            converse(stream, desk, origin, seat, &house, deadline, None).await;
        }
    }
}

/// Looks at the first byte, and leaves it there.
async fn greeting(stream: &TcpStream) -> io::Result<Greeting> {
    let mut first = [0; 1];
    let count = stream.peek(&mut first).await?;
    Ok(Greeting::of(first.first().copied().filter(|_| count > 0)))
}

type Secured = (TlsStream<Socket<TcpStream>>, Option<PeerCertificate>);

async fn shake_hands(
    socket: Socket<TcpStream>,
    keeper: &Keeper,
    deadline: Instant,
) -> io::Result<Secured> {
    let terms = keeper.terms();
    let acceptor = TlsAcceptor::from(terms.server_config());
    let stream = timeout_at(deadline, acceptor.accept(socket)).await??;
    let certificate = terms.certificate_of(stream.get_ref().1);
    Ok((stream, certificate))
}

/// Runs something until the drain begins: nobody who has not asked anything yet is waited for.
async fn until_drain<T>(work: impl Future<Output = T>, stopper: &Stopper) -> Option<T> {
    let mut work = pin!(work);
    let mut drain = pin!(stopper.stopped());
    poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        drain.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn failed(house: &House, origin: &Origin, why: &str) {
    let stats = &house.application.stats;
    stats
        .tls_handshakes_failed_total
        .fetch_add(1, Ordering::Relaxed);
    let peer = origin.peer.map(|peer| peer.to_string());
    tracing::debug!(peer, why, "TLS handshake failed");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_tells() {
        for (first, expect) in [
            (None, Greeting::Nothing),
            (Some(22), Greeting::Tls),
            (Some(b'G'), Greeting::PlainHttp),
            (Some(b'\n'), Greeting::Noise),
            (Some(0x80), Greeting::Noise),
            (Some(21), Greeting::Noise),
        ] {
            assert_eq!(Greeting::of(first), expect, "{first:?}");
        }
    }
}
