//! The body of an answer: whole, or told piece by piece while things happen.
//!
//! A stream lives in its connection's own task: no thread, no task and no queue of its own. On
//! each tick of its timer it asks its source what there is to say, and while the peer takes
//! nothing it does not ask: what waits for a slow reader is the one piece that it did not take, and
//! the write deadline ends it. A stream counts as an answer that is being made until it is over, so
//! the deadlines for requests do not touch it.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::exchange::Visit;
use crate::http::wire::{Piece, Source};

/// How often a stream is asked what there is to say, and so how often it speaks at most.
const TICK: Duration = Duration::from_millis(250);

/// What hyper writes after a head.
pub(super) enum AnswerBody {
    /// It is all here.
    Whole(Full<Bytes>),
    /// It is told while things happen.
    Stream(Box<Stream>),
}

/// A body that is told while things happen.
pub(super) struct Stream {
    /// Nothing any more when all is said.
    source: Option<Box<dyn Source>>,
    visit: Arc<Visit>,
    ticks: Interval,
}

impl Stream {
    /// Begins one; its first piece is asked for at once.
    pub(super) fn begin(source: Box<dyn Source>, visit: Arc<Visit>) -> Self {
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let stats = &visit.house.application.stats;
        stats.streams_open.fetch_add(1, Ordering::Relaxed);
        Self {
            source: Some(source),
            visit,
            ticks,
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let house = &self.visit.house;
        let Some(mut source) = self.source.take() else {
            return Poll::Ready(None);
        };
        if house.stopper.is_stopping() {
            let last = house.application.survive(|| source.farewell());
            let last = last.filter(|bytes| !bytes.is_empty());
            return Poll::Ready(last.map(Bytes::from));
        }
        loop {
            if self.ticks.poll_tick(context).is_pending() {
                self.source = Some(source);
                return Poll::Pending;
            }
            if self.visit.desk.stalled_at().is_some() {
                continue;
            }
            // A source that panicked is not asked again: the stream ends.
            let piece = house.application.survive(|| source.next());
            match piece.unwrap_or_else(|| Piece::Last(Vec::new())) {
                Piece::Nothing => {}
                Piece::More(bytes) => {
                    self.source = Some(source);
                    return Poll::Ready(Some(Bytes::from(bytes)));
                }
                Piece::Last(bytes) if bytes.is_empty() => return Poll::Ready(None),
                Piece::Last(bytes) => return Poll::Ready(Some(Bytes::from(bytes))),
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.visit.desk.answer_given();
        let stats = &self.visit.house.application.stats;
        stats.streams_open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(whole) => Pin::new(whole).poll_frame(context),
            Self::Stream(stream) => {
                let piece = ready!(stream.poll(context));
                Poll::Ready(piece.map(|bytes| Ok(Frame::data(bytes))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Whole(whole) => whole.is_end_stream(),
            Self::Stream(stream) => stream.source.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(whole) => whole.size_hint(),
            Self::Stream(_) => SizeHint::default(),
        }
    }
}
