//! Log output: human or JSON lines on stderr, a level per module, reloadable while running.
//!
//! A leaf: every room but `domain` may use it, and it uses none. Deliberately absent: log files and
//! rotation (the service manager's work), metrics, and anything that leaves the machine.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, IsTerminal as _};

use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::reload;
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};
use tracing_subscriber::{Layer as _, Registry};

/// How a log line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// Text for people, in colour when stderr is a terminal.
    Human,
    /// One JSON object a line.
    Json,
}

impl LogFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Human, Self::Json];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
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
}

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
}

/// Sends this process's log to stderr. A module's level, by its path such as `portcullis::edge`,
/// wins over `level` for that module and those below it.
pub fn init_logging(
    format: LogFormat,
    level: LogLevel,
    modules: &BTreeMap<String, LogLevel>,
) -> Result<LogHandle, LoggingError> {
    let ansi = io::stderr().is_terminal();
    let (subscriber, handle) = subscriber(format, level, modules, ansi, io::stderr);
    subscriber.try_init().map_err(LoggingError::AlreadySet)?;
    Ok(handle)
}

fn subscriber<W>(
    format: LogFormat,
    level: LogLevel,
    modules: &BTreeMap<String, LogLevel>,
    ansi: bool,
    writer: W,
) -> (impl Subscriber + Send + Sync + 'static, LogHandle)
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let (filter, handle) = reload::Layer::new(targets(level, modules));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(writer)
        .with_ansi(ansi);
    let lines = match format {
        LogFormat::Human => lines.boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_ansi(false).boxed(),
    };
    let subscriber = tracing_subscriber::registry().with(filter).with(lines);
    (subscriber, LogHandle { filter: handle })
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
        let (subscriber, handle) =
            subscriber(format, level, &modules, false, move || writer.clone());
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
}
