//! The record of a start: with which settings, and what is new in them since the last one.

use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use super::error::CliError;
use super::manager::Manager;
use crate::app::{App, Promise};
use crate::config::{Config, Values, differences_json};
use crate::domain::settings::Configuration;
use crate::ledger::{ChangeError, Health, newest_schema};

/// Between two tries to record the start.
const PAUSE: Duration = Duration::from_millis(500);

/// A start on its way into the log.
pub(super) struct Start {
    app: Arc<App>,
    configuration: Arc<Configuration>,
    details: Value,
    promise: Promise<()>,
}

impl Start {
    /// Queues the record. Called before anybody is served, it is the first of this run.
    pub(super) fn record(app: &Arc<App>, config: &Config) -> Result<Self, CliError> {
        let configuration = Arc::new(configuration(app, config)?);
        let details = details(app, config)?;
        let promise = app.start(Arc::clone(&configuration), details.clone());
        Ok(Self {
            app: Arc::clone(app),
            configuration,
            details,
            promise,
        })
    }

    /// Waits until it is on the disk. A disk that is full and a clock that is wrong are waited for;
    /// until then the server runs, and answers that it cannot record.
    pub(super) fn wait(mut self, manager: &Manager) -> Result<(), CliError> {
        let mut is_told = false;
        loop {
            match self.promise.recv() {
                Ok(Ok(_)) => return Ok(()),
                Ok(Err(ChangeError::Unavailable | ChangeError::Overloaded))
                    if self.app.health() != Health::Failed => {}
                Ok(Err(error)) => {
                    return Err(CliError::failed("cannot record the start", error));
                }
                Err(error) => return Err(CliError::failed("cannot record the start", error)),
            }
            if !is_told {
                let why = why(self.app.health());
                tracing::error!("cannot record the start: {why}; trying again");
                manager.status(&format!("cannot record the start: {why}"));
                is_told = true;
            }
            sleep(PAUSE);
            let configuration = Arc::clone(&self.configuration);
            self.promise = self.app.start(configuration, self.details.clone());
        }
    }
}

fn why(health: Health) -> &'static str {
    match health {
        Health::DiskFull => "the disk is full, make room on it",
        Health::ClockWrong => "the clock cannot be right, set it",
        Health::Ready | Health::Failed => "the ledger does not take it",
    }
}

/// The configuration as the ledger takes it, with the live settings that it was opened with.
fn configuration(app: &App, config: &Config) -> Result<Configuration, CliError> {
    Ok(Configuration {
        live: Arc::clone(app.live().settings()),
        settings: values(config)?.to_json().into(),
    })
}

/// Every setting by its key.
pub(super) fn values(config: &Config) -> Result<Values, CliError> {
    Values::of(config).map_err(|source| CliError::failed("cannot read the settings back", source))
}

/// What the record says: the settings that are not at their default, and what is otherwise than it
/// was when a server ran last.
fn details(app: &App, config: &Config) -> Result<Value, CliError> {
    let now = values(config)?;
    let default = values(&Config::default())?;
    let set = now.since(&default).into_iter();
    let set: serde_json::Map<String, Value> = set.map(|set| (set.key, set.to)).collect();
    let before = app
        .ledger()
        .configuration_before()
        .and_then(Values::from_json);
    let changes = before.map(|before| differences_json(&now.since(&before)));
    Ok(json!({
        "changes": changes,
        "configuration_sha256": now.sha256(),
        "schema": newest_schema(),
        "settings": set,
        "version": env!("CARGO_PKG_VERSION"),
    }))
}
