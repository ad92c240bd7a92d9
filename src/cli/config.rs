//! `portcullis config`: look at the configuration before a restart does.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Outcome, cell, clean, note};
use super::request::Request;
use crate::app::environment::SystemEnvironment;
use crate::config::{Config, document, print_effective, process_environment, sample_file};
use crate::domain::environment::Environment as _;

/// Where a data directory comes from that the command line names.

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Find mistakes in the file and the environment
    Check,
    /// Print every setting in force
    Print(Print),
    /// Print a file with every key, its meaning and its default
    Sample,
    /// Print the reference of all keys, in Markdown
    Document,
    /// Make the running server read its configuration again
    Reload,
}

#[derive(Debug, Args)]
pub(super) struct Print {
    /// Say where each value comes from
    #[arg(long)]
    origin: bool,
}

impl ConfigCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Check => check(context),
            Self::Print(print) => print.run(context),
            Self::Document => {
                let page = document();
                Ok(Outcome::done(json!({"document": page}), page))
            }
            Self::Reload => reload(context),
            Self::Sample => {
                let sample = sample_file();
                Ok(Outcome::done(json!({"sample": sample}), sample))
            }
        }
    }
}

fn check(context: &Context) -> Result<Outcome, CliError> {
    let file = context.config_file();
    let mut loaded = Config::load(file, process_environment())?;
    loaded.check_secrets()?;
    super::docs::check(&loaded)?;
    // The certificates are looked at as the server would, and let go.
    loaded.open_tls(SystemEnvironment::default().now())?;
    loaded.open_outside()?;
    for warning in &loaded.warnings {
        note(&format!("warning: {warning}"));
    }
    let warnings = loaded.warnings.iter().map(|warning| {
        let (key, text) = (&warning.key, &warning.text);
        json!({"key": key, "text": text})
    });
    let document = json!({
        "file": file.map(|file| file.display().to_string()), "problems": [], "valid": true, "warnings": warnings.collect::<Vec<_>>(),
    });
    let text = match file {
        Some(file) => format!("`{}` can be used", file.display()),
        None => "there is no file; the built-in settings can be used".to_owned(),
    };
    Ok(Outcome::done(document, text))
}

/// Asks the server; what it refuses has changed nothing.
fn reload(context: &Context) -> Result<Outcome, CliError> {
    let client = context.client("config reload")?;
    let answer = client.ask(&Request::post("/api/system/reload", json!({})))?;
    let mut text = String::new();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let changes = answer.member("changes").as_object();
    let files = answer.member("files_changed").as_array();
    for (key, change) in changes.into_iter().flatten() {
        let (from, to) = (change.member("from"), change.member("to"));
        add(&clean(&format!("{key}: {from} -> {to}")));
    }
    for key in files.into_iter().flatten() {
        add(&format!(
            "{}: what is behind it is something else",
            cell(key)
        ));
    }
    if text.is_empty() {
        text.push_str("nothing changes without a restart\n");
    }
    let listed = |name: &str| answer.member(name).as_array().cloned().unwrap_or_default();
    for key in listed("needs_restart") {
        note(&format!(
            "warning: `{}` has changed, which takes a restart",
            cell(&key)
        ));
    }
    for warning in listed("warnings") {
        note(&format!("warning: {}", cell(&warning)));
    }
    Ok(Outcome::done(answer, text))
}

impl Print {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let loaded = context.load()?;
        let settings: Value = toml::from_str(&print_effective(&loaded, false))
            .map_err(|source| CliError::failed("cannot read the settings back", source))?;
        if !self.origin {
            return Ok(Outcome::done(settings, print_effective(&loaded, false)));
        }
        let origins: Map<String, Value> = loaded
            .origins
            .iter()
            .map(|(key, origin)| (key.to_owned(), json!(origin.to_string())))
            .collect();
        Ok(Outcome::done(
            json!({"config": settings, "origins": origins}),
            print_effective(&loaded, true),
        ))
    }
}
