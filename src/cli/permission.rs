//! `portcullis permission`: what a customer's agents may do.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::insert;
use super::output::{Column, Outcome, table};
use super::request::{Request, Target};

const COLUMNS: &[Column<'_>] = &[
    ("AGENT", "agent_id"),
    ("EFFECT", "effect"),
    ("ACTION", "action"),
    ("RESOURCE", "resource"),
    ("EXPIRES", "expires_at"),
    ("ID", "id"),
];

#[derive(Debug, Subcommand)]
pub(super) enum PermissionCommand {
    /// Make a permission
    Add(Add),
    /// List a customer's permissions
    List(List),
    /// Remove a permission; in force when the command returns
    Remove(Remove),
}

#[derive(Debug, Args)]
pub(super) struct Add {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The agent's id
    #[arg(long)]
    agent: String,
    /// The action, or a pattern in which `*` stands for anything
    #[arg(long)]
    action: String,
    /// The resource, or a pattern in which `*` stands for anything
    #[arg(long)]
    resource: String,
    /// `allow`, `deny` or `require_approval`
    #[arg(long)]
    effect: Option<String>,
    /// When it ends, for example 2027-01-31T00:00:00Z
    #[arg(long, value_name = "TIME")]
    expires_at: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// Only this agent's
    #[arg(long)]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Remove {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The permission's id
    permission_id: String,
}

impl PermissionCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let path = || Target::new("/api/admin/permissions");
        match self {
            Self::Add(add) => {
                let mut body = Map::new();
                body.insert("agent_id".to_owned(), json!(add.agent));
                body.insert("action".to_owned(), json!(add.action));
                body.insert("resource".to_owned(), json!(add.resource));
                insert(&mut body, "effect", add.effect);
                insert(&mut body, "expires_at", add.expires_at);
                let client = context.client("permission add")?;
                let customer = browse::customer_id(&client, &add.customer)?;
                let path = path().query("customer_id", &customer);
                let made = client.ask(&Request::post(path, Value::Object(body)))?;
                let text = table(std::slice::from_ref(&made), COLUMNS, "");
                Ok(Outcome::done(made, text))
            }
            Self::List(list) => {
                let client = context.client("permission list")?;
                let customer = browse::customer_id(&client, &list.customer)?;
                let found = client.list(|| {
                    let path = path().query("customer_id", &customer);
                    path.query_if("agent_id", list.agent.as_deref())
                })?;
                let text = table(&found.0, COLUMNS, "no permissions");
                Ok(Outcome::done(found.document(), text))
            }
            Self::Remove(remove) => {
                let client = context.client("permission remove")?;
                let customer = browse::customer_id(&client, &remove.customer)?;
                let path = path().segment(&remove.permission_id);
                let path = path.query("customer_id", &customer);
                let answer = client.ask(&Request::delete(path))?;
                Ok(Outcome::message(answer, "the permission is removed"))
            }
        }
    }
}
