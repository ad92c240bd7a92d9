//! `portcullis mail`: what is sent outside, and the texts of letters.

use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Column, Outcome, cell, fields, table};
use super::request::{Request, Target};
use crate::domain::outbox::Template;
use crate::outbox::{TemplateText, Templates};

const COLUMNS: &[Column<'_>] = &[
    ("ID", "id"),
    ("TEMPLATE", "template"),
    ("TO", "to"),
    ("STATUS", "status"),
    ("ATTEMPTS", "attempts"),
    ("NEXT ATTEMPT", "next_attempt_at"),
    ("LAST ERROR", "last_error"),
];

/// How long a test waits for the relay's word.
const WAIT: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(250);

#[derive(Debug, Subcommand)]
pub(super) enum MailCommand {
    /// Show the ways out that are configured, and how many messages stand
    Status,
    /// Send a letter that says nothing but that it was sent, and wait for what becomes of it
    Test(Test),
    /// List messages to the outside, newest first
    List(List),
    /// Try a message again: one that was given up or is uncertain, or one that waits, now
    Retry(Named),
    /// Withdraw a message that is not on its way
    Cancel(Named),
    /// Print the text of a letter as it is in force, to be copied and changed
    Show(Show),
}

#[derive(Debug, Args)]
pub(super) struct Test {
    /// The address that the letter goes to
    #[arg(long, value_name = "ADDRESS")]
    to: String,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Only those that stand so: waiting, sending, sent, failed, uncertain or cancelled
    #[arg(long)]
    status: Option<String>,
    /// Only those about this customer: its id or e-mail address
    #[arg(long)]
    customer: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    /// The message's id
    message_id: String,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// The text: invitation, key-link, quota-notice, quote-request or test
    name: String,
}

impl MailCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Status => status(context),
            Self::Test(test) => test.run(context),
            Self::List(list) => list.run(context),
            Self::Retry(named) => named.change(context, "mail retry", "/retry", "tried again now"),
            Self::Cancel(named) => named.change(context, "mail cancel", "/cancel", "withdrawn"),
            Self::Show(show) => show.run(context),
        }
    }
}

fn status(context: &Context) -> Result<Outcome, CliError> {
    let found = context
        .client("mail status")?
        .ask(&Request::get("/api/outbox/status"))?;
    let text = fields(&found);
    Ok(Outcome::done(found, text))
}

impl Test {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let client = context.client("mail test")?;
        let body = json!({"to": self.to});
        let queued = client.ask(&Request::post("/api/outbox/test", body))?;
        let id = cell(queued.member("id"));
        let target = || Target::new("/api/outbox").segment(&id);
        let until = Instant::now() + WAIT;
        loop {
            let message = client.ask(&Request::get(target()))?;
            let status = cell(message.member("status"));
            let error = cell(message.member("last_error"));
            match (status.as_str(), message.member("last_error")) {
                ("sent", _) => {
                    let text = format!("the relay took the letter to {}", self.to);
                    return Ok(Outcome::done(message, text));
                }
                ("waiting" | "failed" | "uncertain", Value::String(_)) => {
                    let why = format!("the letter is `{status}`: {error} (its id is {id})");
                    return Err(CliError::Plain(why));
                }
                ("cancelled", _) => {
                    return Err(CliError::Plain(format!(
                        "the letter was withdrawn: {error}"
                    )));
                }
                _ if Instant::now() >= until => {
                    let why = format!(
                        "the letter is still `{status}`: look again with `portcullis mail list`"
                    );
                    return Err(CliError::Plain(why));
                }
                _ => std::thread::sleep(PAUSE),
            }
        }
    }
}

impl List {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let client = context.client("mail list")?;
        let customer = self.customer.as_deref();
        let customer = customer.map(|name| browse::customer_id(&client, name));
        let customer = customer.transpose()?;
        let found = client.list(|| {
            Target::new("/api/outbox")
                .query_if("status", self.status.as_deref())
                .query_if("customer_id", customer.as_deref())
        })?;
        let text = table(&found.0, COLUMNS, "there are no messages");
        Ok(Outcome::done(found.document(), text))
    }
}

impl Named {
    fn change(
        self,
        context: &Context,
        purpose: &'static str,
        verb: &str,
        done: &str,
    ) -> Result<Outcome, CliError> {
        let client = context.client(purpose)?;
        let target = Target::new("/api/outbox")
            .segment(&self.message_id)
            .then(verb);
        let changed = client.ask(&Request::post(target, Value::Null))?;
        let text = format!("message {} is {done}", cell(changed.member("id")));
        Ok(Outcome::done(changed, text))
    }
}

impl Show {
    /// Works without a server: whoever writes texts looks at them first.
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let Ok(template) = self.name.parse::<Template>() else {
            let all = Template::ALL.iter().map(|template| template.word());
            let all = all.collect::<Vec<_>>().join(", ");
            return Err(CliError::Refused(format!(
                "there is no text `{}`; the texts are {all}",
                self.name
            )));
        };
        let loaded = context.load()?;
        let directory = loaded.config.mail.templates_dir.as_deref();
        let (text, is_replaced) = Templates::source(template, directory)
            .map_err(|fault| CliError::Plain(fault.to_string()))?;
        TemplateText::parse(template, &text)
            .map_err(|bad| CliError::Plain(format!("the text in force is wrong: {bad}")))?;
        let document = json!({
            "is_replaced": is_replaced, "name": template.word(), "names": template.names(),
            "text": text,
        });
        Ok(Outcome::done(document, text))
    }
}
