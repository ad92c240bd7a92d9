//! What every command is given: the configuration, the data directory, how to print.

use std::path::{Path, PathBuf};

use super::client::Client;
use super::error::CliError;
use super::owner::become_owner;
use crate::config::{self, Config, Loaded};
use crate::telemetry::{LogFormat, LogLevel, LoggingError, init_logging};

/// The options that every command takes.
#[derive(Debug, Clone)]
pub(super) struct Context {
    config: Option<PathBuf>,
    data_dir: Option<PathBuf>,
    json: bool,
}

/// Whether a command may make a data directory that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// It makes one.
    Make,
    /// It says that there is none: a mistyped directory must not become an empty database.
    Refuse,
}

impl Context {
    pub(super) fn new(config: Option<PathBuf>, data_dir: Option<PathBuf>, json: bool) -> Self {
        Self {
            config,
            data_dir,
            json,
        }
    }

    /// Whether one JSON document is wanted.
    pub(super) fn json(&self) -> bool {
        self.json
    }

    /// The file that will be read.
    pub(super) fn config_file(&self) -> Option<&Path> {
        let default = Path::new(config::DEFAULT_PATH);
        // When it cannot be known whether it exists, reading it says why.
        let has_default = || default.try_exists().unwrap_or(true);
        match &self.config {
            Some(path) => Some(path),
            None => has_default().then_some(default),
        }
    }

    /// The file that was asked for, and no other.
    pub(super) fn named_config_file(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// The data directory that was asked for on the command line.
    pub(super) fn named_data_dir(&self) -> Option<&Path> {
        self.data_dir.as_deref()
    }

    /// The configuration, with what the command line says about it.
    pub(super) fn load(&self) -> Result<Loaded, CliError> {
        let mut loaded = Config::load(self.config_file(), config::process_environment())?;
        if let Some(directory) = &self.data_dir {
            loaded.config.server.data_dir.clone_from(directory);
            loaded
                .origins
                .set_by_option("server.data_dir", "--data-dir");
        }
        Ok(loaded)
    }

    /// The way to the data of an existing data directory. Whatever a command reads as the user who
    /// started it, such as a password file, it reads before this.
    pub(super) fn client(&self, purpose: &str) -> Result<Client, CliError> {
        self.client_for(purpose, Missing::Refuse)
    }

    /// The same, where the data directory may be missing.
    pub(super) fn client_for(&self, purpose: &str, missing: Missing) -> Result<Client, CliError> {
        let config = self.load()?.config;
        let directory = &config.server.data_dir;
        become_owner(directory)?;
        if missing == Missing::Refuse && !Client::has_data(directory)? {
            return Err(CliError::Plain(format!(
                "`{}` holds no Portcullis data; run `portcullis init --data-dir {0}` first, or \
                 name another directory",
                directory.display()
            )));
        }
        // What goes wrong inside is logged, not answered: a person needs to see it here.
        match init_logging(LogFormat::Human, LogLevel::Warn, &config.log.modules) {
            Ok(_) | Err(LoggingError::AlreadySet(_)) => {}
            Err(source @ (LoggingError::Reload(_) | LoggingError::NoJournal(_))) => {
                return Err(CliError::failed("cannot set up the log", source));
            }
        }
        Client::open(&config, purpose)
    }
}
