//! Repetition: the same message from the same place is written so often and no more; how often it
//! came is written afterwards. A disk that fills is not filled by its own complaints.
//!
//! Lines about a request (those with a `request_id`) are never repetition, nor is what is written at
//! the levels `debug` and `trace`: whoever asks for all gets all.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tracing::callsite::Identifier;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

/// How long a message and its repetitions are counted together.
const WINDOW: Duration = Duration::from_secs(10);
/// How often the same message is written in a window.
const WRITTEN: u32 = 10;
/// Different messages that are remembered; beyond that all are written.
const REMEMBERED: usize = 1024;

/// What was left out of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub(super) level: Level,
    pub(super) message: String,
    pub(super) times: u32,
}

struct Said {
    level: Level,
    message: String,
    since: Duration,
    times: u32,
}

impl Said {
    fn left_out(&self) -> Option<LeftOut> {
        (self.times > WRITTEN).then(|| LeftOut {
            level: self.level,
            message: self.message.clone(),
            times: self.times - WRITTEN,
        })
    }
}

/// What was said lately; time is an argument.
#[derive(Default)]
struct Memory {
    said: HashMap<(Identifier, u64), Said>,
    /// Of windows that are over and not told of yet.
    over: Vec<LeftOut>,
}

impl Memory {
    /// Whether a message is written now.
    fn admit(
        &mut self,
        key: (Identifier, u64),
        level: Level,
        message: &str,
        now: Duration,
    ) -> bool {
        let known = self.said.get_mut(&key);
        if let Some(said) = known.filter(|said| said.since + WINDOW > now) {
            said.times = said.times.saturating_add(1);
            return said.times <= WRITTEN;
        }
        if let Some(before) = self.said.remove(&key) {
            self.over.extend(before.left_out());
        }
        if self.said.len() < REMEMBERED {
            let said = Said {
                level,
                message: message.to_owned(),
                since: now,
                times: 1,
            };
            self.said.insert(key, said);
        }
        true
    }

    /// What was left out in windows that are over; all of it when `is_end`.
    fn take(&mut self, now: Duration, is_end: bool) -> Vec<LeftOut> {
        let mut over = std::mem::take(&mut self.over);
        self.said.retain(|_, said| {
            let is_over = is_end || said.since + WINDOW <= now;
            if is_over {
                over.extend(said.left_out());
            }
            !is_over
        });
        over
    }
}

/// The layer, and the handle to what it left out; clones are the same.
#[derive(Clone)]
pub(super) struct Repetition {
    memory: Arc<Mutex<Memory>>,
    hasher: RandomState,
    started: Instant,
}

impl fmt::Debug for Repetition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Repetition").finish_non_exhaustive()
    }
}

impl Default for Repetition {
    fn default() -> Self {
        Self {
            memory: Arc::default(),
            hasher: RandomState::new(),
            started: Instant::now(),
        }
    }
}

impl Repetition {
    /// What was left out and is to be told now.
    pub(super) fn take(&self, is_end: bool) -> Vec<LeftOut> {
        let now = self.started.elapsed();
        self.lock().take(now, is_end)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Subscriber> Layer<S> for Repetition {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        let metadata = event.metadata();
        if !may_repeat(metadata) {
            return true;
        }
        let mut message = Text::default();
        event.record(&mut message);
        let key = (metadata.callsite(), self.hasher.hash_one(&message.0));
        let now = self.started.elapsed();
        self.lock().admit(key, *metadata.level(), &message.0, now)
    }
}

fn may_repeat(metadata: &Metadata<'_>) -> bool {
    *metadata.level() <= Level::INFO
        && metadata.fields().field("request_id").is_none()
        && metadata.target() != super::TARGET
}

/// The message of an event, without its fields.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use tracing::Callsite as _;

    use super::*;

    fn second(second: u64) -> Duration {
        Duration::from_secs(second)
    }

    fn here() -> Identifier {
        tracing::callsite! { name: "here", kind: tracing::metadata::Kind::EVENT, fields: message }
            .metadata()
            .callsite()
    }

    #[test]
    fn what_repeats_is_written_so_often_and_counted() {
        let here = here();
        let mut memory = Memory::default();
        let say = |memory: &mut Memory, what: u64, at: u64| {
            memory.admit((here.clone(), what), Level::WARN, "full", second(at))
        };
        for _ in 0..WRITTEN {
            assert!(say(&mut memory, 1, 0));
        }
        for _ in 0..5 {
            assert!(!say(&mut memory, 1, 9));
        }
        assert!(say(&mut memory, 2, 9), "another message of the same place");
        assert_eq!(memory.take(second(9), false), [], "the window is open");
        let left_out = |times| LeftOut {
            level: Level::WARN,
            message: "full".to_owned(),
            times,
        };
        assert_eq!(memory.take(second(10), false), [left_out(5)]);
        assert_eq!(memory.take(second(10), true), [], "told once");

        // A window that the message itself finds over is told of all the same.
        for at in [20, 21] {
            for _ in 0..=WRITTEN {
                say(&mut memory, 1, at);
            }
        }
        assert!(say(&mut memory, 1, 30), "a new window");
        assert_eq!(memory.take(second(30), false), [left_out(WRITTEN + 2)]);
        // At the end everything is told.
        for _ in 0..WRITTEN {
            say(&mut memory, 1, 30);
        }
        assert_eq!(memory.take(second(31), true), [left_out(1)]);
    }

    #[test]
    fn what_cannot_be_remembered_is_written() {
        let here = here();
        let mut memory = Memory::default();
        for what in 0..2 * REMEMBERED as u64 {
            for _ in 0..2 * WRITTEN {
                let is_written =
                    memory.admit((here.clone(), what), Level::INFO, "x", Duration::ZERO);
                assert!(is_written || what < REMEMBERED as u64);
            }
        }
        assert_eq!(memory.said.len(), REMEMBERED);
    }
}
