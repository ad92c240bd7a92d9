//! The one switch that ends the edge: stop accepting, answer what is in flight, leave.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::futures::OwnedNotified;
use tokio::sync::{Notify, oneshot};

/// A handle that starts the graceful drain from any thread; clones are the same switch.
#[derive(Clone, Default)]
pub struct Stopper {
    switch: Arc<Switch>,
}

#[derive(Default)]
struct Switch {
    stopping: AtomicBool,
    told: Arc<Notify>,
    /// Whoever outside wants to know.
    tell: Option<Box<dyn Fn() + Send + Sync>>,
}

impl std::fmt::Debug for Stopper {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let is_stopping = self.is_stopping();
        formatter
            .debug_struct("Stopper")
            .field("is_stopping", &is_stopping)
            .finish_non_exhaustive()
    }
}

impl Stopper {
    /// A switch that nobody has used yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same; `tell` is called once, when the drain starts, and must be quick.
    pub fn telling(tell: impl Fn() + Send + Sync + 'static) -> Self {
        let switch = Switch {
            tell: Some(Box::new(tell)),
            ..Switch::default()
        };
        Self {
            switch: Arc::new(switch),
        }
    }

    /// Starts the drain; to call it again changes nothing.
    pub fn stop(&self) {
        let was_stopping = self.switch.stopping.swap(true, Ordering::SeqCst);
        self.switch.told.notify_waiters();
        if let Some(tell) = self.switch.tell.as_ref().filter(|_| !was_stopping) {
            tell();
        }
    }

    /// Whether the drain was started.
    pub fn is_stopping(&self) -> bool {
        self.switch.stopping.load(Ordering::SeqCst)
    }

    /// Wakes whoever polled it once, when the drain starts. Poll first, then look at
    /// [`Self::is_stopping`]: in that order no start is missed.
    pub(super) fn told(&self) -> OwnedNotified {
        Arc::clone(&self.switch.told).notified_owned()
    }

    /// Ends when the drain starts.
    pub(super) async fn stopped(&self) {
        let mut told = pin!(self.told());
        poll_fn(|context| {
            if told.as_mut().poll(context).is_ready() || self.is_stopping() {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
    }
}

/// The two stop signals, caught.
pub(super) struct StopSignals {
    term: Signal,
    int: Signal,
}

impl StopSignals {
    /// Catches SIGTERM and SIGINT from now on. Needs the runtime.
    pub(super) fn catch() -> std::io::Result<Self> {
        Ok(Self {
            term: signal(SignalKind::terminate())?,
            int: signal(SignalKind::interrupt())?,
        })
    }

    /// The first signal starts the drain, the second is reported through `forced`. A drain that
    /// something else started does not count as a signal: a service manager that adds its
    /// SIGTERM to a drain under way must not cut it short.
    pub(super) async fn obey(mut self, stopper: Stopper, forced: oneshot::Sender<i32>) {
        let first = self.next().await;
        tracing::info!(signal = first, "stop signal: draining");
        stopper.stop();
        let second = self.next().await;
        tracing::warn!(signal = second, "second stop signal: ending at once");
        forced.send(second).ok();
    }

    /// The number of the next signal.
    async fn next(&mut self) -> i32 {
        poll_fn(|context| {
            if self.term.poll_recv(context).is_ready() {
                Poll::Ready(SignalKind::terminate().as_raw_value())
            } else if self.int.poll_recv(context).is_ready() {
                Poll::Ready(SignalKind::interrupt().as_raw_value())
            } else {
                Poll::Pending
            }
        })
        .await
    }
}
