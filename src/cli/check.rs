//! `portcullis check`: one question, asked as an agent would.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::error::CliError;
use super::members::{Members as _, insert};
use super::output::{Outcome, cell};
use super::request::Request;
use super::secret::api_key;

/// The exit code of a denial.
const DENIED: u8 = 4;

/// The API key comes from --key-file, else from `PORTCULLIS_API_KEY`, else from stdin.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The agent that asks
    #[arg(long, value_name = "ID")]
    agent: String,
    /// What it wants to do
    #[arg(long)]
    action: String,
    /// To what
    #[arg(long)]
    resource: String,
    /// The circumstances, as a JSON object
    #[arg(long, value_name = "JSON")]
    context: Option<String>,
    /// Decide and explain, but record nothing and open nothing
    #[arg(long)]
    dry_run: bool,
    /// Read the API key from this file
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

impl Check {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut body = Map::new();
        body.insert("agent_id".to_owned(), json!(self.agent));
        body.insert("action".to_owned(), json!(self.action));
        body.insert("resource".to_owned(), json!(self.resource));
        if let Some(text) = &self.context {
            let context: Value = serde_json::from_str(text)
                .map_err(|error| CliError::Usage(format!("`--context` is not JSON: {error}")))?;
            body.insert("context".to_owned(), context);
        }
        insert(&mut body, "dry_run", self.dry_run.then_some(true));
        let key = api_key(self.key_file.as_deref())?;
        let client = context.client("check")?;
        let request = Request::post("/api/agents/check", Value::Object(body)).with_secret(key);
        let decision = client.ask(&request)?;
        let code = if decision.member("result") == "approved" {
            0
        } else {
            DENIED
        };
        let text = explained(&decision);
        Ok(Outcome::Print {
            document: decision,
            text,
            code,
        })
    }
}

fn explained(decision: &Value) -> String {
    let mut lines = vec![format!(
        "{} ({}): {}",
        cell(decision.member("result")),
        cell(decision.member("reason")),
        cell(decision.member("message"))
    )];
    for step in decision
        .member("decision_trace")
        .as_array()
        .into_iter()
        .flatten()
    {
        lines.push(format!(
            "  {:<16}  {:<8}  {}",
            cell(step.member("rule_checked")),
            cell(step.member("rule_result")),
            cell(step.member("notes"))
        ));
    }
    if let Some(request) = decision.member("approval").text("request_id") {
        lines.push(format!("a person must answer request {request}"));
    }
    lines.join("\n")
}
