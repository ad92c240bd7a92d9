//! `portcullis key`: a customer's API keys.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::{Members as _, insert};
use super::output::{Column, Outcome, cell, table};
use super::request::Request;

const COLUMNS: &[Column<'_>] = &[
    ("NAME", "name"),
    ("KEY", "prefix"),
    ("SCOPES", "scopes"),
    ("ACTIVE", "is_active"),
    ("LAST USED", "last_used"),
    ("EXPIRES", "expires_at"),
    ("ID", "id"),
];

#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    /// Issue a key and print it, once
    Create(Create),
    /// List a customer's keys
    List(List),
    /// Revoke a key, for good; in force when the command returns
    Revoke(Revoke),
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// What the key is for
    #[arg(long)]
    name: Option<String>,
    /// What it may be used for: check, read, manage, approve; may be repeated
    #[arg(long = "scope", value_name = "SCOPE")]
    scopes: Vec<String>,
    /// The one agent that it speaks for; it may then check, and nothing else
    #[arg(long)]
    agent: Option<String>,
    /// The person who holds it; needed for the scope `approve`
    #[arg(long)]
    holder: Option<String>,
    /// When it ends, for example 2027-01-31T00:00:00Z
    #[arg(long, value_name = "TIME")]
    expires_at: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
}

#[derive(Debug, Args)]
pub(super) struct Revoke {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The key's id
    key_id: String,
}

impl KeyCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Create(create) => create.run(context),
            Self::List(list) => {
                let client = context.client("key list")?;
                let path = browse::customer(&client, &list.customer)?.then("/api-keys");
                let found = client.every(path)?;
                let text = table(found.rows(), COLUMNS, "it has no keys");
                Ok(Outcome::done(found, text))
            }
            Self::Revoke(revoke) => {
                let client = context.client("key revoke")?;
                let path = browse::customer(&client, &revoke.customer)?.then("/api-keys");
                let answer = client.ask(&Request::delete(path.segment(&revoke.key_id)))?;
                Ok(Outcome::message(answer, "the key is revoked"))
            }
        }
    }
}

impl Create {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut body = Map::new();
        insert(&mut body, "name", self.name);
        if !self.scopes.is_empty() {
            body.insert("scopes".to_owned(), json!(self.scopes));
        }
        insert(&mut body, "agent_id", self.agent);
        insert(&mut body, "holder", self.holder);
        insert(&mut body, "expires_at", self.expires_at);
        let client = context.client("key create")?;
        let path = browse::customer(&client, &self.customer)?.then("/api-keys/generate");
        let issued = client.ask(&Request::post(path, Value::Object(body)))?;
        let text = format!(
            "{}\nkeep this API key: it is not shown again (its id is {})",
            cell(issued.member("api_key")),
            cell(issued.member("key_id"))
        );
        Ok(Outcome::done(issued, text))
    }
}
