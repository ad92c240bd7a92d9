//! `portcullis quote`: what people ask for at the public page.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value, json};

use super::context::Context;
use super::error::CliError;
use super::members::insert;
use super::output::{Column, Outcome, fields, table};
use super::request::{Request, Target};

const COLUMNS: &[Column<'_>] = &[
    ("ID", "id"),
    ("COMPANY", "company"),
    ("CONTACT", "contact"),
    ("EMAIL", "email"),
    ("TIER", "subscription_tier"),
    ("FITS", "recommended_tier"),
    ("STATE", "state"),
    ("ASKED", "created_at"),
];

#[derive(Debug, Clone, Copy, ValueEnum)]
enum State {
    Open,
    Answered,
    Won,
    Lost,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum QuoteCommand {
    /// List requests for a quote, newest first
    List(List),
    /// Show one request
    Show(Named),
    /// Say how far a request has come, or note something about it
    Set(Set),
    /// Delete a request, and all that is known of the people behind it
    Delete(Named),
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Only those in this state
    #[arg(long, value_enum)]
    state: Option<State>,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    /// The request's id
    quote: String,
}

#[derive(Debug, Args)]
pub(super) struct Set {
    /// The request's id
    quote: String,
    /// How far it has come
    #[arg(long, value_enum)]
    state: Option<State>,
    /// Notes for operators; "" for none
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

impl QuoteCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::List(list) => list.run(context),
            Self::Show(named) => {
                let client = context.client("quote show")?;
                Ok(shown(client.ask(&Request::get(path(&named.quote)))?))
            }
            Self::Set(set) => set.run(context),
            Self::Delete(named) => {
                let client = context.client("quote delete")?;
                let answer = client.ask(&Request::delete(path(&named.quote)))?;
                Ok(Outcome::message(answer, "the request is deleted"))
            }
        }
    }
}

impl List {
    fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        let client = context.client("quote list")?;
        let state = self.state.map(State::word);
        let found = client.list(|| Target::new("/api/quotes").query_if("state", state))?;
        let text = table(&found.0, COLUMNS, "no requests for a quote");
        Ok(Outcome::done(found.document(), text))
    }
}

impl Set {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut body = Map::new();
        insert(&mut body, "state", self.state.map(State::word));
        insert(&mut body, "notes", self.notes);
        if body.is_empty() {
            return Err(CliError::Usage(
                "nothing to set: give `--state` or `--notes`".to_owned(),
            ));
        }
        let client = context.client("quote set")?;
        let request = Request::patch(path(&self.quote), json!(body));
        Ok(shown(client.ask(&request)?))
    }
}

fn shown(quote: Value) -> Outcome {
    let text = fields(&quote);
    Outcome::done(quote, text)
}

fn path(quote: &str) -> Target {
    Target::new("/api/quotes").segment(quote)
}
