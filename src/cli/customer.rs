//! `portcullis customer`: who agents act for.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::export;
use super::import;
use super::imports::ImportsCommand;
use super::members::{Members as _, insert};
use super::output::{Column, Outcome, cell, clean, fields, table};
use super::request::{Request, Target};
use super::terms::Terms;

const COLUMNS: &[Column<'_>] = &[
    ("ID", "id"),
    ("NAME", "name"),
    ("EMAIL", "email"),
    ("TIER", "subscription_tier"),
    ("AGENTS", "agents"),
    ("ACTIVE", "is_active"),
];

const USAGE_COLUMNS: &[Column<'_>] = &[
    ("DAY", "day"),
    ("APPROVED", "approved"),
    ("DENIED", "denied"),
    ("CHANGES", "changes"),
    ("READS", "reads"),
    ("TOTAL", "total"),
];

#[derive(Debug, Subcommand)]
pub(super) enum CustomerCommand {
    /// Register a customer and print its first API key, once
    Register(Register),
    /// Register a customer without a key, and make the link that shows it its first one, once
    Invite(Invite),
    /// List customers
    List(List),
    /// Show one customer
    Show(Named),
    /// Move a customer to another tier, up or down
    Upgrade(Upgrade),
    /// Change a customer's name, address, time zone, single limits or price
    Set(Set),
    /// Deactivate a customer: its keys stop working, its data stays
    Deactivate(Named),
    /// Activate a customer again
    Reactivate(Named),
    /// Show a customer's calls by day
    Usage(Usage),
    /// Make customers from a CSV file, after looking at every row
    Import(import::Import),
    /// List imports that are open, and throw one away
    #[command(subcommand)]
    Imports(ImportsCommand),
    /// Print the columns of a file of customers, to fill in
    Template,
    /// Print customers, agents, permissions or usage as CSV or lines of JSON
    Export(export::Export),
}

#[derive(Debug, Args)]
pub(super) struct Register {
    /// The customer's name
    #[arg(long)]
    name: String,
    /// Its address
    #[arg(long)]
    email: String,
    /// Its tier; the configured default otherwise
    #[arg(long)]
    tier: Option<String>,
    #[command(flatten)]
    terms: Terms,
}

#[derive(Debug, Args)]
pub(super) struct Invite {
    /// The customer's name
    #[arg(long)]
    name: String,
    /// Its address
    #[arg(long)]
    email: String,
    /// Its tier; the configured default otherwise
    #[arg(long)]
    tier: Option<String>,
    #[command(flatten)]
    terms: Terms,
    /// Minutes that the link waits to be used; three days unless given
    #[arg(long, value_name = "MINUTES")]
    expires_in_minutes: Option<u32>,
    /// Send the link to the address instead of printing it
    #[arg(long)]
    send: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Only those whose name or address contains this
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Only those on this tier
    #[arg(long)]
    tier: Option<String>,
    /// Only active ones, or only inactive ones
    #[arg(long, value_name = "BOOL")]
    active: Option<bool>,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    /// Id or e-mail address
    customer: String,
}

#[derive(Debug, Args)]
pub(super) struct Upgrade {
    /// Id or e-mail address
    customer: String,
    /// The tier's name
    #[arg(long)]
    tier: String,
}

#[derive(Debug, Args)]
pub(super) struct Set {
    /// Id or e-mail address
    customer: String,
    /// Another name
    #[arg(long)]
    name: Option<String>,
    /// Another address
    #[arg(long)]
    email: Option<String>,
    /// Another time zone, for example Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    #[command(flatten)]
    terms: Terms,
}

#[derive(Debug, Args)]
pub(super) struct Usage {
    /// Id or e-mail address
    customer: String,
    /// The first day, for example 2027-01-01
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
}

impl CustomerCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Register(register) => register.run(context),
            Self::Invite(invite) => invite.run(context),
            Self::List(list) => list.run(context),
            Self::Show(named) => {
                let client = context.client("customer show")?;
                let path = browse::customer(&client, &named.customer)?;
                Ok(shown(client.ask(&Request::get(path))?))
            }
            Self::Upgrade(upgrade) => {
                let client = context.client("customer upgrade")?;
                let path = browse::customer(&client, &upgrade.customer)?.then("/upgrade");
                let body = json!({"subscription_tier": upgrade.tier});
                Ok(shown(client.ask(&Request::put(path, body))?))
            }
            Self::Set(set) => set.run(context),
            Self::Deactivate(named) => {
                let client = context.client("customer deactivate")?;
                let path = browse::customer(&client, &named.customer)?;
                let answer = client.ask(&Request::delete(path))?;
                Ok(Outcome::message(answer, "the customer is deactivated"))
            }
            Self::Reactivate(named) => {
                let client = context.client("customer reactivate")?;
                let path = browse::customer(&client, &named.customer)?.then("/reactivate");
                let answer = client.ask(&Request::post(path, json!({})))?;
                Ok(Outcome::message(answer, "the customer is active again"))
            }
            Self::Usage(usage) => usage.run(context),
            Self::Import(import) => import.run(context),
            Self::Imports(imports) => imports.run(context),
            Self::Template => export::template(context, "customers"),
            Self::Export(export) => export.run(context),
        }
    }
}

fn shown(customer: Value) -> Outcome {
    let text = fields(&customer);
    Outcome::done(customer, text)
}

impl Register {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut body = Map::new();
        body.insert("name".to_owned(), json!(self.name));
        body.insert("email".to_owned(), json!(self.email));
        insert(&mut body, "subscription_tier", self.tier);
        self.terms.insert_into(&mut body);
        let client = context.client("customer register")?;
        let request = Request::post("/api/customers/register", Value::Object(body));
        let made = client.ask(&request)?;
        let text = format!(
            "registered {}\n{}\nkeep this API key: it is not shown again (its id is {})",
            cell(made.member("customer_id")),
            cell(made.member("api_key")),
            cell(made.member("key_id"))
        );
        Ok(Outcome::done(made, text))
    }
}

impl Invite {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let delivery = if self.send { "email" } else { "link" };
        let mut body = Map::new();
        body.insert("name".to_owned(), json!(self.name));
        body.insert("email".to_owned(), json!(self.email));
        body.insert("delivery".to_owned(), json!(delivery));
        insert(&mut body, "subscription_tier", self.tier);
        self.terms.insert_into(&mut body);
        insert(&mut body, "expires_in_minutes", self.expires_in_minutes);
        let client = context.client("customer invite")?;
        let request = Request::post("/api/customers/invite", Value::Object(body));
        let made = client.ask(&request)?;
        let (id, until) = (
            cell(made.member("customer_id")),
            cell(made.member("expires_at")),
        );
        let text = match made.text("link") {
            Some(link) => format!(
                "registered {id}\n{}\nhand this link over: it shows the key once, until {until}",
                clean(link)
            ),
            None => format!(
                "registered {id}\nthe link goes to {} by letter ({}); it is good until {until}",
                self.email,
                cell(made.member("message_id"))
            ),
        };
        Ok(Outcome::done(made, text))
    }
}

impl List {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let active = self.active.map(|active| active.to_string());
        let client = context.client("customer list")?;
        let found = client.list(|| {
            Target::new("/api/customers")
                .query_if("q", self.search.as_deref())
                .query_if("tier", self.tier.as_deref())
                .query_if("active", active.as_deref())
        })?;
        let text = table(&found.0, COLUMNS, "no customers");
        Ok(Outcome::done(found.document(), text))
    }
}

impl Set {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut body = Map::new();
        insert(&mut body, "name", self.name);
        insert(&mut body, "email", self.email);
        insert(&mut body, "time_zone", self.time_zone);
        self.terms.insert_into(&mut body);
        if body.is_empty() {
            return Err(CliError::Usage(
                "nothing to set: name at least one of the options in `--help`".to_owned(),
            ));
        }
        let client = context.client("customer set")?;
        let path = browse::customer(&client, &self.customer)?;
        let changed = client.ask(&Request::patch(path, Value::Object(body)))?;
        Ok(shown(changed))
    }
}

impl Usage {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let client = context.client("customer usage")?;
        let path = browse::customer(&client, &self.customer)?.then("/usage");
        let path = path
            .query_if("from", self.from.as_deref())
            .query_if("to", self.to.as_deref());
        let usage = client.ask(&Request::get(path))?;
        let text = usage_text(&usage);
        Ok(Outcome::done(usage, text))
    }
}

/// The numbers first, then the days.
fn usage_text(usage: &Value) -> String {
    let mut numbers = usage.clone();
    if let Some(members) = numbers.as_object_mut() {
        members.remove("days");
    }
    let days = usage.member("days").rows();
    let days = table(days, USAGE_COLUMNS, "no calls on these days");
    format!("{}\n{days}", fields(&numbers))
}
