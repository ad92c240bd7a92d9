//! What the three parts of one connection tell each other.
//!
//! The gate (which reads), the exchange (which answers) and the clock (which waits) all run in
//! the connection's one task and never at the same time, so the atomics are relaxed: the
//! scheduler orders one poll after the other. They are not a `Cell` because the task may move to
//! another thread between polls.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use crate::http::wire::{Head, Refusal};

/// A request that the gate let through, or the refusal of one that it did not.
///
/// `say_keep_alive`: the connection stays open for an HTTP/1.0 client, which must be told so.
#[derive(Debug)]
pub(super) enum Arrival {
    /// Refused by the gate; the connection ends with the answer.
    Refused(Refusal, Option<Box<Head>>),
    /// A request whose body is here already, because it came along with the head.
    Whole {
        head: Head,
        body: Vec<u8>,
        say_keep_alive: bool,
    },
    /// A request whose body the HTTP engine reads; `declared_bytes` is `None` when chunked.
    Streaming {
        head: Head,
        declared_bytes: Option<u64>,
        say_keep_alive: bool,
    },
}

/// What the connection is doing, as far as deadlines care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing has arrived since the last answer.
    Idle,
    /// A part of a head has arrived.
    Head,
    /// The body is being read.
    Body,
    /// The application has the request, or its answer is being written.
    Answering,
}

/// The table that the parts of a connection share.
#[derive(Debug, Default)]
pub(super) struct Desk {
    arrivals: Mutex<VecDeque<Arrival>>,
    arrived: AtomicU64,
    answered: AtomicU64,
    partial_head: AtomicBool,
    reading_body: AtomicBool,
    expired: AtomicBool,
    closing: AtomicBool,
    write_blocked: AtomicBool,
    written_bytes: AtomicU64,
}

impl Desk {
    /// The gate lets a request through.
    pub(super) fn put(&self, arrival: Arrival) {
        self.partial_head.store(false, Relaxed);
        self.arrived.fetch_add(1, Relaxed);
        self.arrivals
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(arrival);
    }

    /// The exchange takes it up.
    pub(super) fn take(&self) -> Option<Arrival> {
        self.arrivals
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
    }

    /// The exchange has handed its answer to the HTTP engine.
    pub(super) fn answer_given(&self) {
        self.answered.fetch_add(1, Relaxed);
    }

    /// Whether a request was let through that has no answer yet.
    pub(super) fn is_answering(&self) -> bool {
        self.arrived.load(Relaxed) != self.answered.load(Relaxed)
    }

    /// How many requests were answered.
    pub(super) fn answered(&self) -> u64 {
        self.answered.load(Relaxed)
    }

    /// Whether a part of a head is waiting for its rest.
    pub(super) fn set_partial_head(&self, partial: bool) {
        self.partial_head.store(partial, Relaxed);
    }

    /// Whether the exchange waits for more of a body.
    pub(super) fn set_reading_body(&self, reading: bool) {
        self.reading_body.store(reading, Relaxed);
    }

    /// What the connection is doing.
    pub(super) fn stage(&self) -> Stage {
        if self.reading_body.load(Relaxed) {
            Stage::Body
        } else if self.is_answering() {
            Stage::Answering
        } else if self.partial_head.load(Relaxed) {
            Stage::Head
        } else {
            Stage::Idle
        }
    }

    /// The clock says that what is being read came too late.
    pub(super) fn expire(&self) {
        self.expired.store(true, Relaxed);
    }

    /// Whether it said so.
    pub(super) fn is_expired(&self) -> bool {
        self.expired.load(Relaxed)
    }

    /// The connection ends with a refusal that the peer may not have stopped sending for.
    pub(super) fn close_after_refusal(&self) {
        self.closing.store(true, Relaxed);
    }

    /// Whether it does.
    pub(super) fn is_closing_after_refusal(&self) -> bool {
        self.closing.load(Relaxed)
    }

    /// The socket took so many bytes.
    pub(super) fn note_written(&self, bytes: usize) {
        self.write_blocked.store(false, Relaxed);
        self.written_bytes.fetch_add(bytes as u64, Relaxed);
    }

    /// The socket took nothing.
    pub(super) fn note_write_blocked(&self) {
        self.write_blocked.store(true, Relaxed);
    }

    /// The bytes written so far when the peer takes no more just now, else `None`.
    pub(super) fn stalled_at(&self) -> Option<u64> {
        self.write_blocked
            .load(Relaxed)
            .then(|| self.written_bytes.load(Relaxed))
    }
}
