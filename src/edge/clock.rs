//! One timer for each connection, however many requests it carries.
//!
//! The deadlines move with every request, the timer does not: it is set again only when a
//! deadline comes before the time it is set to, or when it goes off before the deadline. On a
//! busy connection that is about once in `idle_deadline`.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep};

use super::EdgeConfig;
use super::arrival::{Desk, Stage};
use super::seats::SeatKind;

/// What the clock has to say after a poll of the connection.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tick {
    /// Nothing; the task will be woken in time.
    Quiet,
    /// What is being read came too late.
    ReadTooLate,
    /// The peer takes no more of its answer.
    WriteStalled,
}

/// The durations that apply to one connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    first_head: Duration,
    head: Duration,
    body: Duration,
    idle: Duration,
    write: Duration,
}

impl Patience {
    pub(super) fn new(config: &EdgeConfig, seat: SeatKind) -> Self {
        Self {
            first_head: match seat {
                SeatKind::Regular => config.head_deadline,
                SeatKind::Reserved | SeatKind::TurnedAway => config.full_house_head_deadline,
            },
            head: config.head_deadline,
            body: config.body_deadline,
            idle: config.idle_deadline,
            write: config.write_deadline,
        }
    }

    /// When the first head must be there, counted from now.
    pub(super) fn first_deadline(&self) -> Instant {
        Instant::now() + self.first_head
    }
}

/// The deadlines of one connection.
#[derive(Debug)]
pub(super) struct Clock {
    patience: Patience,
    /// What the read deadline belongs to; a new stage, or the same after another answer, starts
    /// a new one.
    reading: (Stage, u64),
    read_at: Option<Instant>,
    stalled_at: Option<u64>,
    write_at: Option<Instant>,
    /// What the timer is set to; `None` before its first poll.
    set_to: Option<Instant>,
}

impl Clock {
    /// A clock for a connection that was just accepted, with the deadline of its first head.
    pub(super) fn new(patience: Patience, first_deadline: Instant) -> Self {
        Self {
            patience,
            reading: (Stage::Idle, 0),
            read_at: Some(first_deadline),
            stalled_at: None,
            write_at: None,
            set_to: None,
        }
    }

    /// Looks at what the connection is doing now. Call after every poll of it that was pending.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
        mut timer: Pin<&mut Sleep>,
        desk: &Desk,
    ) -> Tick {
        self.follow(desk);
        let Some(next) = earlier(self.read_at, self.write_at) else {
            return Tick::Quiet;
        };
        let is_set = self.set_to.is_some_and(|set_to| set_to <= next);
        if is_set && !timer.is_elapsed() {
            return Tick::Quiet;
        }
        if self.set_to.is_none_or(|set_to| set_to != next) {
            timer.as_mut().reset(next);
        }
        self.set_to = Some(next);
        if timer.poll(context) == Poll::Pending {
            return Tick::Quiet;
        }
        if self.read_at == Some(next) {
            // Not asked again for the same stage: whoever reads has been told.
            self.read_at = None;
            Tick::ReadTooLate
        } else {
            Tick::WriteStalled
        }
    }

    /// Starts a deadline for each thing that was not going on before.
    fn follow(&mut self, desk: &Desk) {
        let reading = (desk.stage(), desk.answered());
        if reading != self.reading {
            // The first head is counted from accept, whenever its first byte came.
            let is_first_head = reading == (Stage::Head, 0);
            if !is_first_head {
                let duration = match reading.0 {
                    Stage::Idle => Some(self.patience.idle),
                    Stage::Head => Some(self.patience.head),
                    Stage::Body => Some(self.patience.body),
                    Stage::Answering => None,
                };
                self.read_at = duration.map(|duration| Instant::now() + duration);
            }
            self.reading = reading;
        }
        let stalled_at = desk.stalled_at();
        if stalled_at != self.stalled_at {
            self.write_at = stalled_at.map(|_| Instant::now() + self.patience.write);
            self.stalled_at = stalled_at;
        }
    }
}

fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (only, None) | (None, only) => only,
    }
}
