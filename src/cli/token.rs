//! `portcullis operator token`: what scripts use instead of a password.

use clap::{Args, Subcommand};
use serde_json::{Map, Value};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::{Members as _, insert};
use super::output::{Column, Outcome, cell, table};
use super::request::Request;

const COLUMNS: &[Column<'_>] = &[
    ("NAME", "name"),
    ("TOKEN", "prefix"),
    ("ACTIVE", "is_active"),
    ("EXPIRES", "expires_at"),
    ("ID", "id"),
];

#[derive(Debug, Subcommand)]
pub(super) enum TokenCommand {
    /// Issue a token and print it, once
    Add(Add),
    /// List an operator's tokens
    List(List),
    /// Revoke a token; in force when the command returns
    Revoke(Revoke),
}

#[derive(Debug, Args)]
pub(super) struct Add {
    /// Username or id
    operator: String,
    /// What the token is for
    #[arg(long)]
    name: Option<String>,
    /// When it ends, for example 2027-01-31T00:00:00Z
    #[arg(long, value_name = "TIME")]
    expires_at: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Username or id
    operator: String,
}

#[derive(Debug, Args)]
pub(super) struct Revoke {
    /// Username or id
    operator: String,
    /// The token's id
    token_id: String,
}

impl TokenCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Add(add) => {
                let client = context.client("operator token add")?;
                let path = browse::operator(&client, &add.operator)?.then("/tokens");
                let mut body = Map::new();
                insert(&mut body, "name", add.name);
                insert(&mut body, "expires_at", add.expires_at);
                let issued = client.ask(&Request::post(path, Value::Object(body)))?;
                let text = format!(
                    "{}\nkeep this token: it is not shown again (its id is {})",
                    cell(issued.member("token")),
                    cell(issued.member("token_id"))
                );
                Ok(Outcome::done(issued, text))
            }
            Self::List(list) => {
                let client = context.client("operator token list")?;
                let path = browse::operator(&client, &list.operator)?.then("/tokens");
                let found = client.ask(&Request::get(path))?;
                let text = table(found.rows(), COLUMNS, "it has no tokens");
                Ok(Outcome::done(found, text))
            }
            Self::Revoke(revoke) => {
                let client = context.client("operator token revoke")?;
                let path = browse::operator(&client, &revoke.operator)?.then("/tokens");
                let answer = client.ask(&Request::delete(path.segment(&revoke.token_id)))?;
                Ok(Outcome::message(answer, "the token is revoked"))
            }
        }
    }
}
