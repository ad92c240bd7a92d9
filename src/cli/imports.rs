//! `portcullis customer imports`: those that the server holds, and throwing one away.

use clap::{Args, Subcommand};
use serde_json::Value;

use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Column, Outcome, table};
use super::request::{Request, Target};

const COLUMNS: &[Column<'_>] = &[
    ("ID", "import_id"),
    ("OPENED BY", "who"),
    ("STATE", "state"),
    ("ROWS", "rows"),
    ("BAD", "bad"),
    ("KEYS WAIT", "keys_available"),
    ("OPENED", "opened_at"),
    ("UNTIL", "expires_at"),
];

#[derive(Debug, Subcommand)]
pub(super) enum ImportsCommand {
    /// List imports that are open or were lately, newest first
    List,
    /// Throw an import of one's own away, with all that the server holds of it
    Discard(Discard),
}

#[derive(Debug, Args)]
pub(super) struct Discard {
    /// The import's id
    import: String,
}

impl ImportsCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::List => {
                let client = context.client("customer imports list")?;
                let found = client.list(|| Target::new("/api/imports"))?;
                let rows: Vec<Value> = found.0.iter().map(shown).collect();
                let text = table(&rows, COLUMNS, "no imports");
                Ok(Outcome::done(found.document(), text))
            }
            Self::Discard(discard) => {
                let client = context.client("customer imports discard")?;
                let path = Target::new("/api/imports").segment(&discard.import);
                let answer = client.ask(&Request::delete(path))?;
                Ok(Outcome::message(answer, "the import is thrown away"))
            }
        }
    }
}

/// A row with the name of who opened it; whoever asks on this machine has none.
fn shown(import: &Value) -> Value {
    let by = import.member("opened_by");
    let who = by.text("name").or_else(|| by.text("kind"));
    let mut row = import.clone();
    if let Some(members) = row.as_object_mut() {
        members.insert("who".to_owned(), who.into());
    }
    row
}
