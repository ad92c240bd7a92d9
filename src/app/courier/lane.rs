//! One way out: a thread that sends what is due on it, one message after the other. A relay that hangs
//! keeps letters waiting, and no webhook.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::told;
use crate::app::App;
use crate::domain::id::MessageId;
use crate::domain::outbox::{Message, MessageStatus, Way};
use crate::domain::time::Timestamp;
use crate::metrics::MessageLabels;
use crate::outbox::{Outcome, Outside};

/// How often it looks for what is due.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long a way that does not open is left alone, so that a relay that is down is not asked again
/// for every letter.
const REST: Duration = Duration::from_secs(30);
/// Between attempts to write an outcome down, at first; twice as long each time, up to [`REST`].
const WRITE_AGAIN: Duration = Duration::from_secs(1);

/// The thread of a way, while it is configured.
#[derive(Default)]
pub(super) struct Lane {
    thread: Mutex<Option<JoinHandle<()>>>,
    /// The way leads elsewhere now: it may be tried at once.
    is_other: AtomicBool,
}

impl Lane {
    fn thread(&self) -> MutexGuard<'_, Option<JoinHandle<()>>> {
        self.thread.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the thread, so that it sees that it is to end, and hands it over to be waited for.
    pub(super) fn end(&self) -> Option<JoinHandle<()>> {
        let thread = self.thread().take();
        if let Some(thread) = &thread {
            thread.thread().unpark();
        }
        thread
    }
}

/// Starts the thread of a way that is configured, unless it runs.
pub(super) fn open(app: &Arc<App>, way: Way) {
    let lane = app.courier.lane(way);
    lane.is_other.store(true, Ordering::SeqCst);
    let mut thread = lane.thread();
    let is_running = thread.as_ref().is_some_and(|thread| !thread.is_finished());
    if is_running || !app.courier.is_open(way) {
        return;
    }
    let name = match way {
        Way::Letters => "letters",
        Way::Webhooks => "webhooks",
    };
    let app = Arc::downgrade(app);
    let started = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || run(&app, way));
    match started {
        Ok(handle) => *thread = Some(handle),
        Err(error) => tracing::error!(%error, name, "nothing is sent: cannot start a thread"),
    }
}

/// A way that does not open, left alone.
#[derive(Debug, Clone, Copy)]
struct Rest {
    until: Instant,
    /// What was queued, or asked for by an operator, after this is tried all the same.
    since: Timestamp,
}

impl Rest {
    fn keeps(&self, message: &Message) -> bool {
        let is_fresh = message.attempts == 0 && message.next_at.is_some_and(|at| at > self.since);
        !is_fresh && Instant::now() < self.until
    }
}

/// The thread: ends with the application, with a stop, or when the way is not configured any more.
fn run(app: &Weak<App>, way: Way) {
    let mut rest: Option<Rest> = None;
    while let Some(app_now) = app.upgrade() {
        if is_over(&app_now, way) {
            return;
        }
        if app_now
            .courier
            .lane(way)
            .is_other
            .swap(false, Ordering::SeqCst)
        {
            rest = None;
        }
        let outside = app_now.outside();
        let Some((outside, message)) = outside.zip(due(&app_now, way, rest)) else {
            drop(app_now);
            std::thread::park_timeout(LOOK_EVERY);
            continue;
        };
        let since = app_now.now();
        let outcome = attempt(&app_now, &outside, &message);
        told(&message, &outcome);
        rest = matches!(outcome, Outcome::Shut(_)).then(|| Rest {
            until: Instant::now() + REST,
            since,
        });
        if is_broken_off(&app_now, message.id, &outcome) {
            return;
        }
        drop((app_now, outside));
        write_down(app, &message, &outcome);
    }
}

/// Whether the thread has nothing more to do. It gives itself up under the lock, so that whoever
/// configures the way again finds one that goes on, or none.
fn is_over(app: &App, way: Way) -> bool {
    let courier = &app.courier;
    if courier.is_open(way) {
        return false;
    }
    let mut thread = courier.lane(way).thread();
    let is_over = !courier.is_open(way);
    if is_over {
        *thread = None;
    }
    is_over
}

fn due(app: &App, way: Way, rest: Option<Rest>) -> Option<Arc<Message>> {
    let now = app.now();
    let live = app.live();
    let mut due = live
        .messages_due(way)
        .take_while(|message| message.next_at.is_some_and(|at| at <= now));
    due.find(|message| rest.is_none_or(|rest| !rest.keeps(message)))
        .cloned()
}

/// One attempt. A defect costs this one, and not the thread and with it all that would follow.
fn attempt(app: &App, outside: &Outside, message: &Message) -> Outcome {
    let sent = catch_unwind(AssertUnwindSafe(|| app.send(outside, message)));
    sent.unwrap_or_else(|_| {
        let why = "a defect of the program: its log says more".to_owned();
        if is_marked(app, message.id) {
            Outcome::Uncertain(why)
        } else {
            Outcome::Later(why)
        }
    })
}

/// Whether a stop ended the attempt: it did not fail, and unless it was marked already, the message
/// waits as it did.
fn is_broken_off(app: &App, id: MessageId, outcome: &Outcome) -> bool {
    let may_be = match outcome {
        Outcome::Later(_) | Outcome::Shut(_) | Outcome::Withdrawn => true,
        Outcome::Sent(_) | Outcome::Never(_) | Outcome::Uncertain(_) => false,
    };
    may_be && app.courier.stop.is_said() && !is_marked(app, id)
}

fn is_marked(app: &App, id: MessageId) -> bool {
    let live = app.live();
    let message = live.message(id);
    message.is_some_and(|message| message.status == MessageStatus::Sending)
}

/// Writes the outcome down, however long the ledger takes nothing: what is known must not be asked
/// again, and nothing else is sent meanwhile. A stop ends it; a letter is then uncertain.
fn write_down(app: &Weak<App>, message: &Message, outcome: &Outcome) {
    let mut pause = WRITE_AGAIN;
    while let Some(app_now) = app.upgrade() {
        if app_now.settle_message(message.id, outcome.clone()) {
            if let Outcome::Sent(_) = outcome {
                let channel = message.channel.word();
                let sent = &app_now.ledger.metrics().messages_sent;
                sent.get_or_create(&MessageLabels { channel }).inc();
            }
            return;
        }
        if app_now.courier.stop.is_said() {
            return;
        }
        drop(app_now);
        std::thread::park_timeout(pause);
        pause = (pause * 2).min(REST);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::outbox::{Channel, Template};

    #[test]
    fn a_way_that_rests_takes_what_is_asked_for_since() {
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        let queued = |seconds| {
            let id = MessageId::from_bytes([1; 16]);
            Message::new(
                id,
                Channel::Webhook,
                Template::Test,
                BTreeMap::new(),
                at(seconds),
            )
        };
        let rest = |left: Duration| Rest {
            until: Instant::now() + left,
            since: at(10),
        };
        let minute = Duration::from_mins(1);
        assert!(rest(minute).keeps(&queued(9)));
        assert!(rest(minute).keeps(&queued(10)), "the one that failed");
        assert!(!rest(minute).keeps(&queued(11)));
        assert!(!rest(Duration::ZERO).keeps(&queued(9)));
        let tried = queued(5).begun().put_off("no route".to_owned(), at(20));
        assert!(rest(minute).keeps(&tried));
        assert!(!rest(minute).keeps(&tried.again(at(21))), "by an operator");
    }
}
