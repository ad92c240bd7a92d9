//! The bounded pool for requests that may block: plain threads and a queue with a limit.

use std::io;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::house::{Application, Share};
use super::turns::{Full, Turns};
use crate::http::wire::{Answer, Incoming, Party, Refusal};

/// A request on its way to a worker.
pub(super) struct Job {
    pub(super) incoming: Incoming,
    /// Its body's share of the memory for bodies, kept until the handler is done.
    pub(super) share: Option<Share>,
    /// On whose account it takes a worker.
    pub(super) party: Option<Party>,
    /// Where the answer goes; `None` is sent when the handler panicked.
    pub(super) answer: oneshot::Sender<Option<Answer>>,
}

/// The pool. Dropping it does not stop the threads; [`Workers::finish`] does.
pub(super) struct Workers {
    pool: Arc<Pool>,
}

struct Pool {
    application: Application,
    state: Mutex<State>,
    /// A job came, or the pool is closed.
    changed: Condvar,
    /// A worker left.
    left: Condvar,
}

struct State {
    turns: Turns<Job>,
    workers: usize,
    is_closed: bool,
}

impl Workers {
    /// Starts `threads` workers with a queue of at most `capacity` jobs.
    pub(super) fn start(
        application: Application,
        threads: usize,
        capacity: usize,
    ) -> io::Result<Self> {
        let pool = Arc::new(Pool {
            application,
            state: Mutex::new(State {
                turns: Turns::new(capacity, threads),
                workers: 0,
                is_closed: false,
            }),
            changed: Condvar::new(),
            left: Condvar::new(),
        });
        let workers = Self { pool };
        for number in 0..threads {
            if let Err(error) = workers.start_one(number) {
                workers.close();
                return Err(error);
            }
        }
        Ok(workers)
    }

    fn start_one(&self, number: usize) -> io::Result<()> {
        let pool = Arc::clone(&self.pool);
        pool.lock().workers += 1;
        thread::Builder::new()
            .name(format!("worker-{number}"))
            .spawn(move || pool.work())
            .map(drop)
            .inspect_err(|_| self.pool.leave())
    }

    /// Puts a job in the queue, or gives it back when there is no room for it.
    pub(super) fn submit(&self, job: Job) -> Result<(), (Refusal, Box<Job>)> {
        let counts = &self.pool.application.stats;
        let mut state = self.pool.lock();
        if state.is_closed {
            return Err((Refusal::Overloaded, Box::new(job)));
        }
        if state.turns.room(job.party).is_err() {
            let left = state.turns.forget(|job| job.answer.is_closed()) as u64;
            counts.workers_queued.fetch_sub(left, Ordering::Relaxed);
        }
        if let Err(full) = state.turns.room(job.party) {
            let refusal = match full {
                Full::Queue => Refusal::Overloaded,
                Full::Party => Refusal::TooManyWaiting,
            };
            return Err((refusal, Box::new(job)));
        }
        state.turns.wait(job.party, job);
        // Counted before a worker can take it, so that the gauge never runs below nothing.
        counts.workers_queued.fetch_add(1, Ordering::Relaxed);
        drop(state);
        self.pool.changed.notify_one();
        Ok(())
    }

    /// Takes no more jobs and drops those whose turn has not come.
    fn close(&self) {
        let mut state = self.pool.lock();
        state.is_closed = true;
        let dropped = state.turns.leave();
        drop(state);
        let counts = &self.pool.application.stats;
        counts
            .workers_queued
            .fetch_sub(dropped.len() as u64, Ordering::Relaxed);
        self.pool.changed.notify_all();
    }

    /// Closes the pool and waits for the handlers that are running; `false` when some are still
    /// running after `patience`. Their threads cannot be stopped and end with the process.
    pub(super) fn finish(&self, patience: Duration) -> bool {
        self.close();
        let deadline = Instant::now() + patience;
        let mut state = self.pool.lock();
        while state.workers > 0 {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            (state, _) = self
                .pool
                .left
                .wait_timeout(state, left)
                .unwrap_or_else(PoisonError::into_inner);
        }
        true
    }
}

impl Pool {
    /// No panic can happen under this lock, so a poisoned one is as good as a sound one.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        let mut served = None;
        while let Some((party, job)) = self.next(served) {
            served = party;
            let stats = &self.application.stats;
            stats.workers_queued.fetch_sub(1, Ordering::Relaxed);
            // A caller that left while its request waited gets nothing done in its name.
            if job.answer.is_closed() {
                continue;
            }
            stats.workers_busy.fetch_add(1, Ordering::Relaxed);
            let answer = self.application.answer(job.incoming);
            stats.workers_busy.fetch_sub(1, Ordering::Relaxed);
            drop(job.share);
            // Fails when the caller left meanwhile; the answer is dropped with it.
            job.answer.send(answer).ok();
        }
        self.leave();
    }

    /// Says who was served, and waits for a job; `None` when the pool is closed.
    fn next(&self, served: Option<Party>) -> Option<(Option<Party>, Job)> {
        let mut state = self.lock();
        state.turns.done(served);
        if served.is_some() {
            // Who waited for that turn may be others than whom this worker takes now.
            self.changed.notify_one();
        }
        loop {
            if let Some(next) = state.turns.next() {
                return Some(next);
            }
            if state.is_closed {
                return None;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn leave(&self) {
        self.lock().workers -= 1;
        self.left.notify_all();
    }
}
