//! One connection from accept to close: drives the HTTP engine, the clock and the drain.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use hyper::server::conn::http1;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, Sleep, sleep_until};

use super::arrival::{Desk, Stage};
use super::clock::{Clock, Patience, Tick};
use super::exchange::{Clerk, Visit};
use super::gate::Gate;
use super::head::Origin;
use super::house::House;
use super::seats::{Seat, SeatKind};
use super::socket::Socket;
use crate::http::wire::Refusal;

/// Serves one connection without encryption to its end. The seat is free again when this ends or
/// is dropped.
pub(super) async fn serve_connection<S>(stream: S, origin: Origin, seat: Seat, house: Arc<House>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let _guest = Guest::enter(&house, seat.kind);
    let first_deadline = Patience::new(&house.config, seat.kind).first_deadline();
    let desk = Arc::new(Desk::default());
    let socket = Socket::new(stream, Arc::clone(&desk));
    converse(socket, desk, origin, seat, &house, first_deadline, None).await;
}

/// Reads requests and writes answers until the connection ends. With a `refusal` nothing is read:
/// whoever is there is told so.
pub(super) async fn converse<S>(
    socket: S,
    desk: Arc<Desk>,
    origin: Origin,
    seat: Seat,
    house: &Arc<House>,
    first_deadline: Instant,
    refusal: Option<Refusal>,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let is_encrypted_here = origin.secure;
    let mut gate = Gate::new(
        socket,
        Arc::clone(&desk),
        origin,
        house.config.max_head_bytes,
        house.config.max_headers,
    );
    let is_turned_away = seat.kind == SeatKind::TurnedAway;
    if let Some(refusal) = refusal.or(is_turned_away.then_some(Refusal::Overloaded)) {
        gate.refuse(refusal, None);
    }
    let clerk = Clerk(Arc::new(Visit {
        house: Arc::clone(house),
        desk: Arc::clone(&desk),
        seat: seat.kind,
        is_encrypted_here,
    }));
    let patience = Patience::new(&house.config, seat.kind);
    let mut connection = Connection {
        engine: house.engine.serve_connection(gate, clerk),
        clock: Clock::new(patience, first_deadline),
        desk,
        house,
        is_leaving: false,
    };
    let mut timer = pin!(sleep_until(first_deadline));
    let mut told = pin!(house.stopper.told());
    let mut listens = false;
    let end = poll_fn(|context| {
        // Polled once, it wakes this task when the drain starts; polled every time, it would
        // make all connections wait for the one lock that it has inside.
        if !listens {
            listens = true;
            if told.as_mut().poll(context).is_ready() {
                tracing::trace!("accepted while the drain began");
            }
        }
        connection.poll(context, timer.as_mut())
    })
    .await;
    if end == End::Done {
        connection.engine.into_parts().io.close().await;
    }
}

/// How a connection ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// All that was to be written is written.
    Done,
    /// The peer is gone, or takes no more.
    Broken,
}

struct Connection<'a, S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    engine: http1::Connection<Gate<S>, Clerk>,
    clock: Clock,
    desk: Arc<Desk>,
    house: &'a House,
    /// The engine was told to end after the answer it is at.
    is_leaving: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<'_, S> {
    fn poll(&mut self, context: &mut Context<'_>, mut timer: Pin<&mut Sleep>) -> Poll<End> {
        loop {
            match self.engine.poll_without_shutdown(context) {
                Poll::Ready(Ok(())) => return Poll::Ready(End::Done),
                Poll::Ready(Err(error)) => {
                    tracing::debug!(%error, "connection ended early");
                    return Poll::Ready(End::Broken);
                }
                Poll::Pending => {}
            }
            if self.leaves_now() {
                Pin::new(&mut self.engine).graceful_shutdown();
                continue;
            }
            match self.clock.poll(context, timer.as_mut(), &self.desk) {
                Tick::Quiet => return Poll::Pending,
                Tick::WriteStalled => return Poll::Ready(End::Broken),
                Tick::ReadTooLate => self.desk.expire(),
            }
        }
    }

    /// Whether the drain reaches this connection now. The engine does not see a head before it
    /// is whole and would close; a request that has begun is waited for and answered.
    fn leaves_now(&mut self) -> bool {
        let leaves = !self.is_leaving
            && self.house.stopper.is_stopping()
            && self.desk.stage() != Stage::Head;
        self.is_leaving |= leaves;
        leaves
    }
}

/// Counts a connection in and, when dropped, out.
pub(super) struct Guest<'a> {
    house: &'a House,
}

impl<'a> Guest<'a> {
    pub(super) fn enter(house: &'a House, seat: SeatKind) -> Self {
        let stats = &house.application.stats;
        stats.connections_total.fetch_add(1, Ordering::Relaxed);
        stats.connections_open.fetch_add(1, Ordering::Relaxed);
        if seat == SeatKind::TurnedAway {
            stats
                .connections_refused_total
                .fetch_add(1, Ordering::Relaxed);
        }
        Self { house }
    }
}

impl Drop for Guest<'_> {
    fn drop(&mut self) {
        let stats = &self.house.application.stats;
        stats.connections_open.fetch_sub(1, Ordering::Relaxed);
    }
}
