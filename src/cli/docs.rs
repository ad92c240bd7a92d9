//! `portcullis docs`: the documents that are in the program, for where there is no browser.

use clap::Args;
use serde_json::json;

use super::error::CliError;
use super::output::Outcome;
use crate::http::documents::{self, Document};

#[derive(Debug, Args)]
pub(super) struct Docs {
    /// The document, such as `OPERATIONS`; without one, all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

impl Docs {
    pub(super) fn run(self) -> Result<Outcome, CliError> {
        match self.name {
            None => Ok(list()),
            Some(name) => print(&name),
        }
    }
}

fn list() -> Outcome {
    let all = documents::all();
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

/// Prints the Markdown as it was written, which reads well as it is.
fn print(name: &str) -> Result<Outcome, CliError> {
    let document = found(name).ok_or_else(|| {
        CliError::Plain(format!(
            "there is no document `{name}`; `portcullis docs` lists all of them"
        ))
    })?;
    let told = json!({
        "markdown": document.markdown, "name": document.name, "title": document.title,
    });
    Ok(Outcome::done(told, document.markdown.as_str()))
}

/// By name; small letters, an ending and a decision's number alone will do.
fn found(name: &str) -> Option<&'static Document> {
    let name = name.strip_suffix(".md").unwrap_or(name);
    let is_it = |document: &&Document| {
        let known = document.name.as_str();
        let number = known
            .strip_prefix("decisions/")
            .and_then(|rest| rest.split('-').next());
        known.eq_ignore_ascii_case(name) || number == Some(name)
    };
    documents::all().iter().find(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_what_people_type() {
        for (typed, name) in [
            ("OPERATIONS", "OPERATIONS"),
            ("operations", "OPERATIONS"),
            ("Backup.md", "BACKUP"),
            ("decisions/0003-sqlite", "decisions/0003-sqlite"),
            ("0003", "decisions/0003-sqlite"),
        ] {
            assert_eq!(found(typed).unwrap().name, name, "{typed}");
        }
        for typed in ["", "OPERATION", "../README", ".md"] {
            assert!(found(typed).is_none(), "{typed}");
        }
    }
}
