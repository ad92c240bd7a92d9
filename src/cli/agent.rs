//! `portcullis agent`: a customer's agents.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::insert;
use super::output::{Column, Outcome, table};
use super::request::{Request, Target};

const COLUMNS: &[Column<'_>] = &[
    ("ID", "id"),
    ("NAME", "name"),
    ("OWNER", "owner"),
    ("STATUS", "status"),
    ("CREATED", "created_at"),
];

#[derive(Debug, Subcommand)]
pub(super) enum AgentCommand {
    /// Make an agent
    Add(Add),
    /// List a customer's agents
    List(List),
    /// Change an agent
    Set(Set),
    /// Remove an agent and its permissions; its log stays
    Remove(Remove),
}

#[derive(Debug, Args)]
pub(super) struct Add {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The customer's own id for it; one is made otherwise
    #[arg(long)]
    id: Option<String>,
    /// A name for people
    #[arg(long)]
    name: String,
    /// Who answers for it
    #[arg(long)]
    owner: String,
    /// `active` or `disabled`
    #[arg(long)]
    status: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
}

#[derive(Debug, Args)]
pub(super) struct Set {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The agent's id
    agent_id: String,
    /// Another name for people
    #[arg(long)]
    name: Option<String>,
    /// Who answers for it from now on
    #[arg(long)]
    owner: Option<String>,
    /// `active` or `disabled`
    #[arg(long)]
    status: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Remove {
    /// The customer's id or e-mail address
    #[arg(long)]
    customer: String,
    /// The agent's id
    agent_id: String,
}

impl AgentCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let path = || Target::new("/api/admin/agents");
        match self {
            Self::Add(add) => {
                let mut body = Map::new();
                insert(&mut body, "id", add.id);
                body.insert("name".to_owned(), json!(add.name));
                body.insert("owner".to_owned(), json!(add.owner));
                insert(&mut body, "status", add.status);
                let client = context.client("agent add")?;
                let customer = browse::customer_id(&client, &add.customer)?;
                let path = path().query("customer_id", &customer);
                let made = client.ask(&Request::post(path, Value::Object(body)))?;
                Ok(shown(made))
            }
            Self::List(list) => {
                let client = context.client("agent list")?;
                let customer = browse::customer_id(&client, &list.customer)?;
                let found = client.list(|| path().query("customer_id", &customer))?;
                let text = table(&found.0, COLUMNS, "it has no agents");
                Ok(Outcome::done(found.document(), text))
            }
            Self::Set(set) => {
                let mut body = Map::new();
                insert(&mut body, "name", set.name);
                insert(&mut body, "owner", set.owner);
                insert(&mut body, "status", set.status);
                if body.is_empty() {
                    return Err(CliError::Usage(
                        "nothing to set: name at least one of `--name`, `--owner`, `--status`"
                            .to_owned(),
                    ));
                }
                let client = context.client("agent set")?;
                let customer = browse::customer_id(&client, &set.customer)?;
                let path = path().segment(&set.agent_id);
                let path = path.query("customer_id", &customer);
                let changed = client.ask(&Request::put(path, Value::Object(body)))?;
                Ok(shown(changed))
            }
            Self::Remove(remove) => {
                let client = context.client("agent remove")?;
                let customer = browse::customer_id(&client, &remove.customer)?;
                let path = path().segment(&remove.agent_id);
                let path = path.query("customer_id", &customer);
                let answer = client.ask(&Request::delete(path))?;
                Ok(Outcome::message(answer, "the agent is removed"))
            }
        }
    }
}

fn shown(agent: Value) -> Outcome {
    let text = table(std::slice::from_ref(&agent), COLUMNS, "");
    Outcome::done(agent, text)
}
