//! A thread that does one thing again and again until it is stopped.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::error::CliError;

/// The thread. Dropping it stops the work too, and does not wait for it.
pub(super) struct Repeat {
    name: &'static str,
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Repeat {
    /// Does the work after every such while.
    pub(super) fn start(
        name: &'static str,
        every: Duration,
        work: impl Fn() + Send + 'static,
    ) -> Result<Self, CliError> {
        let (stop, stopped) = channel::<()>();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                while stopped.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                    work();
                }
            })
            .map_err(|source| CliError::failed("cannot start a thread", source))?;
        Ok(Self { name, stop, thread })
    }

    /// Stops it, and waits until what it is doing is done.
    pub(super) fn stop(self) {
        drop(self.stop);
        if self.thread.join().is_err() {
            tracing::error!(thread = self.name, "a thread panicked");
        }
    }
}
