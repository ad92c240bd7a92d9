//! `portcullis docs`: the documents that are in the program, for where there is no browser.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::error::CliError;
use super::fold::folded;
use super::output::{Outcome, note};
use crate::config::{self, Config, ConfigError, Loaded};
use crate::http::documents::own::{self, Own};
use crate::http::documents::{self, Document, Facts, Shelf};

#[derive(Debug, Args)]
pub(super) struct Docs {
    /// The document, such as `OPERATIONS`; without one, all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Fold lines to that many columns, and tell tables row by row that are wider [default: 80 on a
    /// terminal; elsewhere the Markdown stays as it is]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
}

/// What a terminal has at least.
const TERMINAL_COLUMNS: u16 = 80;

impl Docs {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let config = configuration(context);
        let library = Shelf::of(&Facts {
            tiers: &config.tiers,
            settings: &config::shown(&config),
            policy: &text_of(&own::POLICY, config.billing.policy_file.as_deref()),
            help: &text_of(&own::HELP, config.documents.help_file.as_deref()),
        });
        let on_terminal = io::stdout().is_terminal().then_some(TERMINAL_COLUMNS);
        match self.name {
            None => Ok(list(&library)),
            Some(name) => print(&library, &name, self.width.or(on_terminal)),
        }
    }
}

/// Tells what a configuration says of the documents that cannot be.
pub(super) fn check(loaded: &Loaded) -> Result<(), ConfigError> {
    loaded.check_documents(&documents::names())
}

/// What the operator wrote in place of a built-in document, as far as it can be read.
fn text_of(own: &Own, path: Option<&Path>) -> String {
    let Some(path) = path else {
        return own.built_in.to_owned();
    };
    config::read_text(path).unwrap_or_else(|error| {
        let (name, path) = (own.name, path.display());
        note(&format!(
            "the text of `{name}` is `{path}`, which {error}; the documents show the built-in one"
        ));
        own.built_in.to_owned()
    })
}

/// What the documents show figures of. Whoever may not read the file, or cannot because it has a
/// mistake, still gets to read the documents.
fn configuration(context: &Context) -> Config {
    match context.load() {
        Ok(loaded) => loaded.config,
        Err(error) => {
            note(&format!(
                "{}; the documents show the built-in settings",
                super::error::chain(&error)
            ));
            Config::default()
        }
    }
}

fn list(shelf: &Shelf) -> Outcome {
    let all = shelf.all();
    let width = all.iter().map(|one| one.name.chars().count()).max();
    let width = width.unwrap_or(0);
    let lines = all
        .iter()
        .map(|document| format!("{:<width$}  {}\n", document.name, document.title));
    let rows: Vec<_> = all
        .iter()
        .map(|document| json!({"name": document.name, "title": document.title}))
        .collect();
    Outcome::done(json!(rows), lines.collect::<String>())
}

/// Prints the Markdown, as it is or folded.
fn print(shelf: &Shelf, name: &str, width: Option<u16>) -> Result<Outcome, CliError> {
    let document = found(shelf, name).ok_or_else(|| {
        CliError::Refused(format!(
            "there is no document `{name}`; `portcullis docs` lists all of them"
        ))
    })?;
    let told = json!({
        "markdown": document.markdown, "name": document.name, "title": document.title,
    });
    let text = match width {
        Some(width) => folded(&document.markdown, width.into()),
        None => document.markdown.clone(),
    };
    Ok(Outcome::done(told, text))
}

/// By name; small letters, an ending and a decision's number alone will do.
fn found<'a>(shelf: &'a Shelf, name: &str) -> Option<&'a Document> {
    let name = name.strip_suffix(".md").unwrap_or(name);
    let is_it = |document: &&Document| {
        let known = document.name.as_str();
        let number = known
            .strip_prefix("decisions/")
            .and_then(|rest| rest.split('-').next());
        known.eq_ignore_ascii_case(name) || number == Some(name)
    };
    shelf.all().iter().find(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_what_people_type() {
        let (config, settings) = (Config::default(), config::shown(&Config::default()));
        let shelf = Shelf::of(&Facts {
            tiers: &config.tiers,
            settings: &settings,
            policy: own::POLICY.built_in,
            help: own::HELP.built_in,
        });
        for (typed, name) in [
            ("OPERATIONS", "OPERATIONS"),
            ("operations", "OPERATIONS"),
            ("Backup.md", "BACKUP"),
            ("decisions/0003-sqlite", "decisions/0003-sqlite"),
            ("0003", "decisions/0003-sqlite"),
        ] {
            assert_eq!(found(&shelf, typed).unwrap().name, name, "{typed}");
        }
        for typed in ["", "OPERATION", "../README", ".md"] {
            assert!(found(&shelf, typed).is_none(), "{typed}");
        }
    }
}
