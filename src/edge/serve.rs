//! The life of the edge: start, run, drain, end.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

use super::accept::Door;
use super::drain::StopSignals;
use super::house::{Application, House};
use super::workers::Workers;
use super::{EdgeConfig, EdgeError, Listener, Stopper};
use crate::http::wire::{EdgeStats, Service};

/// Serves `service` on `listeners` and blocks until the drain is over.
///
/// The drain starts with `stopper`, or (with `handle_signals`) with the first SIGTERM or SIGINT:
/// the listeners close, idle connections close at once, requests that have begun are read and
/// answered with `Connection: close`. It is over when the last connection has left, or after
/// `drain_deadline`, when the rest is cut off.
///
/// # Errors
/// [`EdgeError::Start`] or [`EdgeError::ControlOverTcp`] before anything was served;
/// [`EdgeError::Forced`] at once on a second signal, see [`EdgeError::exit_status`].
pub fn serve(
    listeners: Vec<Listener>,
    config: EdgeConfig,
    service: Arc<dyn Service>,
    stats: Arc<EdgeStats>,
    stopper: Stopper,
) -> Result<(), EdgeError> {
    let config = config.clamped();
    let runtime = start_runtime(config.io_threads)?;
    let application = Application { service, stats };
    let workers = Workers::start(
        application.clone(),
        config.worker_threads,
        config.worker_queue,
    )
    .map_err(EdgeError::Start)?;
    let house = Arc::new(House::new(config, application, workers, stopper));
    let end = runtime.block_on(live(listeners, &house));
    if let Ok(deadline) = &end {
        // Cuts off what is left of the connections and drops their promises, so that nobody
        // waits for the ledger any more when this returns.
        runtime.shutdown_timeout(LAST_LOOK);
        let left = deadline.saturating_duration_since(Instant::now());
        if !house.workers.finish(left.max(LAST_LOOK)) {
            tracing::warn!("the drain ended while a handler was still running");
        }
    } else {
        runtime.shutdown_background();
        house.workers.finish(Duration::ZERO);
    }
    end.map(drop)
}

/// What handlers that run to their end anyway have left when the drain's deadline is over.
const LAST_LOOK: Duration = Duration::from_millis(100);

fn start_runtime(io_threads: usize) -> Result<Runtime, EdgeError> {
    Builder::new_multi_thread()
        .worker_threads(io_threads)
        // Nothing here blocks on that pool; one thread is the least that can be asked for.
        .max_blocking_threads(1)
        .thread_name("io")
        .enable_all()
        .build()
        .map_err(EdgeError::Start)
}

/// Runs until the drain is over; gives the drain's deadline.
async fn live(listeners: Vec<Listener>, house: &Arc<House>) -> Result<Instant, EdgeError> {
    let stopper = &house.stopper;
    let (force, forced) = oneshot::channel();
    if house.config.handle_signals {
        let signals = StopSignals::catch().map_err(EdgeError::Start)?;
        tokio::spawn(signals.obey(stopper.clone(), force));
    }
    let doors = listeners
        .into_iter()
        .map(Door::open)
        .collect::<Result<Vec<_>, _>>()?;
    let (present, mut left) = mpsc::channel(1);
    let attendants: Vec<_> = doors
        .into_iter()
        .map(|door| tokio::spawn(door.attend(Arc::clone(house), present.clone())))
        .collect();
    drop(present);

    stopper.stopped().await;
    let stats = &house.application.stats;
    stats.is_draining.store(true, Ordering::Relaxed);
    let deadline = Instant::now() + house.config.drain_deadline;
    for attendant in attendants {
        attendant.abort();
        // Ends as soon as the listener is closed; that it was aborted is no news.
        attendant.await.ok();
    }
    let all_left = async {
        if timeout_at(deadline, left.recv()).await.is_err() {
            tracing::warn!("the drain's deadline is over; cutting off what is in flight");
        }
    };
    first_of(all_left, forced).await?;
    Ok(deadline)
}

/// Waits for the drain, or for the second signal.
async fn first_of(
    all_left: impl Future<Output = ()>,
    forced: oneshot::Receiver<i32>,
) -> Result<(), EdgeError> {
    let mut all_left = pin!(all_left);
    let mut forced = pin!(forced);
    let mut may_be_forced = true;
    poll_fn(|context| {
        if all_left.as_mut().poll(context).is_ready() {
            return Poll::Ready(Ok(()));
        }
        if may_be_forced {
            match forced.as_mut().poll(context) {
                Poll::Ready(Ok(signal)) => return Poll::Ready(Err(EdgeError::Forced { signal })),
                // Nobody listens for signals.
                Poll::Ready(Err(_)) => may_be_forced = false,
                Poll::Pending => {}
            }
        }
        Poll::Pending
    })
    .await
}
