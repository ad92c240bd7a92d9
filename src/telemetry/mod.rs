//! Log output: the journal's own protocol, or human or JSON lines on stderr; a level per module,
//! reloadable while running; what repeats itself without end is counted instead.
//!
//! A leaf: every room but `domain` may use it, and it uses none. Deliberately absent: log files and
//! rotation (the service manager's work), metrics, and anything that leaves the machine.

mod journal;
mod repeat;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, IsTerminal as _};

use tracing::level_filters::LevelFilter;
use tracing::{Level, Subscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Layered, SubscriberExt as _};
use tracing_subscriber::reload;
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};
use tracing_subscriber::{Layer, Registry};

use journal::Journal;
use repeat::{LeftOut, Repetition};

/// How a log line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// The journal's where stderr leads there, text for people elsewhere.
    Auto,
    /// The journal's own protocol, with fields.
    Journald,
    /// Text for people, in colour when stderr is a terminal.
    Human,
    /// One JSON object a line.
    Json,
}

impl LogFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Auto, Self::Journald, Self::Human, Self::Json];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Journald => "journald",
            Self::Human => "human",
            Self::Json => "json",
        }
    }
}

/// The least important message that is still written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What needs a person.
    Error,
    /// What may soon need one.
    Warn,
    /// What happened.
    Info,
    /// What helps to find a fault.
    Debug,
    /// Everything.
    Trace,
}

impl LogLevel {
    /// Every level, from silent to loud.
    pub const ALL: &'static [Self] = &[
        Self::Off,
        Self::Error,
        Self::Warn,
        Self::Info,
        Self::Debug,
        Self::Trace,
    ];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }

    fn filter(self) -> LevelFilter {
        match self {
            Self::Off => LevelFilter::OFF,
            Self::Error => LevelFilter::ERROR,
            Self::Warn => LevelFilter::WARN,
            Self::Info => LevelFilter::INFO,
            Self::Debug => LevelFilter::DEBUG,
            Self::Trace => LevelFilter::TRACE,
        }
    }
}

/// Why logging could not be set up or changed.
#[derive(Debug, thiserror::Error)]
pub enum LoggingError {
    /// The journal was asked for, and does not listen.
    #[error("the journal does not listen; set `log.format` to another format")]
    NoJournal(#[source] io::Error),
    /// Something in this process set it up before.
    #[error("logging is already set up in this process")]
    AlreadySet(#[source] TryInitError),
    /// The levels cannot be changed any more.
    #[error("the log levels cannot be changed any more")]
    Reload(#[source] reload::Error),
}

/// Changes the levels of a running log.
#[derive(Clone)]
pub struct LogHandle {
    filter: reload::Handle<Targets, Registry>,
    repetition: Repetition,
}

/// What tells of repetition is none.
const TARGET: &str = "portcullis::telemetry";

impl fmt::Debug for LogHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("LogHandle").finish_non_exhaustive()
    }
}

impl LogHandle {
    /// Replaces all levels; in force for the next message.
    pub fn set_levels(
        &self,
        level: LogLevel,
        modules: &BTreeMap<String, LogLevel>,
    ) -> Result<(), LoggingError> {
        self.filter
            .reload(targets(level, modules))
            .map_err(LoggingError::Reload)
    }

    /// Writes how often messages came that were left out, once their time is over; called about
    /// once a second.
    pub fn write_repeated(&self) {
        self.write_left_out(false);
    }

    /// The same for all that were left out, before the program ends.
    pub fn finish(&self) {
        self.write_left_out(true);
    }

    fn write_left_out(&self, is_end: bool) {
        for LeftOut {
            level,
            message,
            times,
        } in self.repetition.take(is_end)
        {
            match level {
                Level::ERROR => {
                    tracing::error!(target: TARGET, times, "also said, and left out: {message}");
                }
                Level::WARN => {
                    tracing::warn!(target: TARGET, times, "also said, and left out: {message}");
                }
                Level::INFO | Level::DEBUG | Level::TRACE => {
                    tracing::info!(target: TARGET, times, "also said, and left out: {message}");
                }
            }
        }
    }
}

/// Sends this process's log to stderr or to the journal. A module's level, by its path such as
/// `portcullis::edge`, wins over `level` for that module and those below it.
pub fn init_logging(
    format: LogFormat,
    level: LogLevel,
    modules: &BTreeMap<String, LogLevel>,
) -> Result<LogHandle, LoggingError> {
    let ansi = io::stderr().is_terminal();
    let output = match format {
        LogFormat::Journald => journal().map_err(LoggingError::NoJournal)?,
        LogFormat::Auto if journal::is_stderr() => {
            journal().unwrap_or_else(|_| lines(false, false, io::stderr))
        }
        LogFormat::Auto | LogFormat::Human => lines(false, ansi, io::stderr),
        LogFormat::Json => lines(true, false, io::stderr),
    };
    let (subscriber, handle) = subscriber(output, level, modules);
    subscriber.try_init().map_err(LoggingError::AlreadySet)?;
    Ok(handle)
}

/// Where events go, over the filters below it.
type Output = Box<dyn Layer<Filtered> + Send + Sync>;
type Filtered = Layered<Repetition, Layered<reload::Layer<Targets, Registry>, Registry>>;

fn journal() -> io::Result<Output> {
    Journal::of_this_machine().map(Layer::boxed)
}

fn lines<W>(is_json: bool, ansi: bool, writer: W) -> Output
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(writer)
        .with_ansi(ansi);
    if is_json {
        lines.json().flatten_event(true).boxed()
    } else {
        lines.boxed()
    }
}

fn subscriber(
    output: Output,
    level: LogLevel,
    modules: &BTreeMap<String, LogLevel>,
) -> (impl Subscriber + Send + Sync + 'static, LogHandle) {
    let (filter, handle) = reload::Layer::new(targets(level, modules));
    let repetition = Repetition::default();
    let subscriber = tracing_subscriber::registry()
        .with(filter)
        .with(repetition.clone())
        .with(output);
    let handle = LogHandle {
        filter: handle,
        repetition,
    };
    (subscriber, handle)
}

fn targets(level: LogLevel, modules: &BTreeMap<String, LogLevel>) -> Targets {
    Targets::new().with_default(level.filter()).with_targets(
        modules
            .iter()
            .map(|(module, level)| (module, level.filter())),
    )
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex, PoisonError};

    use super::*;

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl Page {
        fn take(&self) -> String {
            let bytes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
            String::from_utf8(bytes).unwrap()
        }
    }

    impl io::Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn page_of(format: LogFormat, level: LogLevel, work: impl FnOnce(&LogHandle)) -> String {
        let page = Page::default();
        let writer = page.clone();
        let modules = BTreeMap::from([("loud::part".to_owned(), LogLevel::Debug)]);
        let is_json = format == LogFormat::Json;
        let output = lines(is_json, false, move || writer.clone());
        let (subscriber, handle) = subscriber(output, level, &modules);
        tracing::subscriber::with_default(subscriber, || work(&handle));
        page.take()
    }

    #[test]
    fn a_module_may_be_louder_than_the_rest() {
        let page = page_of(LogFormat::Human, LogLevel::Warn, |_| {
            tracing::info!(target: "quiet", "unwanted");
            tracing::debug!(target: "loud::part::below", "wanted");
            tracing::warn!(target: "quiet", "wanted too");
        });
        assert!(!page.contains("unwanted"), "{page}");
        assert_eq!(page.lines().count(), 2, "{page}");
        assert!(!page.contains('\u{1b}'), "{page}");
    }

    #[test]
    fn levels_change_while_running() {
        let page = page_of(LogFormat::Human, LogLevel::Off, |handle| {
            tracing::error!(target: "quiet", "before");
            handle
                .set_levels(LogLevel::Trace, &BTreeMap::new())
                .unwrap();
            tracing::trace!(target: "quiet", "after");
        });
        assert!(!page.contains("before") && page.contains("after"), "{page}");
    }

    #[test]
    fn json_is_one_object_a_line() {
        let page = page_of(LogFormat::Json, LogLevel::Info, |_| {
            tracing::info!(target: "quiet", answer = 42, "two\nlines");
        });
        assert_eq!(page.lines().count(), 1, "{page}");
        let line: serde_json::Value = serde_json::from_str(&page).unwrap();
        assert_eq!(line["message"], "two\nlines");
        assert_eq!(line["answer"], 42);
        assert_eq!(line["level"], "INFO");
    }

    #[test]
    fn what_repeats_is_counted_and_errors_are_told_in_the_end() {
        let page = page_of(LogFormat::Human, LogLevel::Info, |handle| {
            for number in 0..1000 {
                tracing::error!(number, "the disk is full");
                tracing::info!(request_id = number, "answered");
            }
            handle.write_repeated();
            handle.finish();
        });
        assert_eq!(
            page.matches("answered").count(),
            1000,
            "requests repeat nothing"
        );
        let complaints: Vec<&str> = page
            .lines()
            .filter(|line| line.contains("the disk is full"))
            .collect();
        assert_eq!(complaints.len(), 10 + 1, "{complaints:?}");
        let last = complaints.last().unwrap();
        assert!(
            last.contains("ERROR") && last.ends_with("left out: the disk is full times=990"),
            "{last}"
        );
    }

    #[test]
    fn what_is_asked_for_in_full_is_written_in_full() {
        let page = page_of(LogFormat::Human, LogLevel::Trace, |_| {
            for _ in 0..100 {
                tracing::debug!("a detail");
            }
        });
        assert_eq!(page.matches("a detail").count(), 100);
    }
}
