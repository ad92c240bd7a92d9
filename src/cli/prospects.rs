//! `portcullis prospects`: a seller's list, and the tier that fits each row.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::context::Context;
use super::error::CliError;
use super::export::{printed, template};
use super::import::file_of;
use super::output::Outcome;
use super::request::Request;

/// Bytes of one list at most.
const MAX_BYTES: u64 = 1 << 20;

#[derive(Debug, Subcommand)]
pub(super) enum ProspectsCommand {
    /// Print the columns of a list of prospects, to fill in
    Template,
    /// Print the list with the tier that fits each row
    Recommend(Recommend),
}

#[derive(Debug, Args)]
pub(super) struct Recommend {
    /// The list: CSV in UTF-8, whose first line names the columns
    file: PathBuf,
}

impl ProspectsCommand {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Template => template(context, "prospects"),
            Self::Recommend(recommend) => recommend.run(context),
        }
    }
}

impl Recommend {
    fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        let file = file_of(&self.file, MAX_BYTES)?;
        let client = context.client("prospects recommend")?;
        let request = Request::post("/api/prospects/recommend", json!({})).with_table(file);
        if context.json() {
            let found = client.ask(&request)?;
            return Ok(Outcome::done(found, ""));
        }
        let (table, _) = client.fetch(&request.wanting_table())?;
        printed(&table)?;
        Ok(Outcome::Printed)
    }
}
