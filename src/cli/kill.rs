//! `portcullis kill`: stop everything, one customer, or one agent; and release it again.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::Context;
use super::error::CliError;
use super::members::{Members as _, insert};
use super::output::Outcome;
use super::request::{Request, Target};

const SYSTEM: &str = "/api/agent/system-kill-switch";

/// Without `--customer`, the switch of the whole system is meant.
#[derive(Debug, Subcommand)]
pub(super) enum KillCommand {
    /// Engage a kill switch: every check below it is denied from now on
    On(Switch),
    /// Release a kill switch
    Off(Switch),
    /// Say whether the system's kill switch is engaged
    Status,
}

#[derive(Debug, Args)]
pub(super) struct Switch {
    /// Only this customer, by id or e-mail address
    #[arg(long)]
    customer: Option<String>,
    /// Only this agent of the customer
    #[arg(long, requires = "customer")]
    agent: Option<String>,
    /// Why; it is recorded
    #[arg(long)]
    reason: Option<String>,
}

impl KillCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::On(switch) => switch.set(context, true),
            Self::Off(switch) => switch.set(context, false),
            Self::Status => {
                let client = context.client("kill status")?;
                let answer = client.ask(&Request::get(SYSTEM))?;
                let text = if answer.member("status") == "enabled" {
                    "engaged: every check is denied"
                } else {
                    "released"
                };
                Ok(Outcome::done(answer, text))
            }
        }
    }
}

impl Switch {
    fn set(self, context: &Context, engage: bool) -> Result<Outcome, CliError> {
        let client = context.client("kill")?;
        let customer = self.customer.as_deref();
        let customer = customer
            .map(|name| browse::customer_id(&client, name))
            .transpose()?;
        let mut body = Map::new();
        let target = match (&customer, &self.agent) {
            (None, _) => Target::new(SYSTEM),
            (Some(customer), None) => Target::new("/api/customers")
                .segment(customer)
                .then("/kill-switch"),
            (Some(customer), Some(agent)) => {
                body.insert("agent_id".to_owned(), json!(agent));
                Target::new("/api/agent/kill").query("customer_id", customer)
            }
        };
        // The agent's route asks whether the agent is to run; the others, whether the switch is on.
        let enabled = if self.agent.is_some() {
            !engage
        } else {
            engage
        };
        body.insert("enabled".to_owned(), json!(enabled));
        insert(&mut body, "reason", self.reason);
        let answer = client.ask(&Request::post(target, Value::Object(body)))?;
        let otherwise = if engage {
            "the kill switch is engaged"
        } else {
            "the kill switch is released"
        };
        Ok(Outcome::message(answer, otherwise))
    }
}
