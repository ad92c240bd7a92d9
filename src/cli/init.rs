//! `portcullis init`: a data directory that works, the owner or the way to one, and what comes next.

use std::net::TcpListener;

use clap::Args;
use serde_json::{Map, Value, json};

use super::client::Client;
use super::context::{Context, Missing};
use super::doctor::{self, Finding, Severity};
use super::error::CliError;
use super::members::Members as _;
use super::output::{Outcome, cell, note, shell_word};
use super::recover::ask;
use super::request::{Request, Target};
use super::secret::prompt_new_password;
use super::setup_link;
use super::terminal::{has_person, must_not_be_journal};
use crate::config::{Config, DEFAULT_PATH, Loaded};

#[derive(Debug, Args)]
pub(super) struct Init {
    /// Ask nothing, even on a terminal
    #[arg(long)]
    non_interactive: bool,
    /// Where there is no owner yet, print a link with which one is made, once, within 30 minutes
    #[arg(long)]
    setup_link: bool,
}

/// What was found and done.
struct Initialised {
    data_dir: String,
    existed: bool,
    is_served: bool,
    has_owner: bool,
    link: Option<(Value, String)>,
    checks: Vec<Finding>,
}

impl Init {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        if self.setup_link {
            must_not_be_journal("a setup link")?;
        }
        let loaded = context.load()?;
        let config = &loaded.config;
        let directory = &config.server.data_dir;
        let existed = Client::has_data(directory)?;
        let client = context.client_for("init", Missing::Make)?;
        let measured = doctor::measure_flush(directory).map_err(|source| {
            CliError::failed(format!("cannot write to `{}`", directory.display()), source)
        })?;
        let flush_ms = doctor::milliseconds(measured.median);
        let mut checks = doctor::of_place(&loaded, context.config_file());
        checks.push(doctor::judge_flush(Ok(measured), directory));
        checks.push(doctor::clock(None));
        let is_served = client.is_served();
        if !is_served {
            checks.extend(ports(config));
        }
        let mut has_owner = has_owner(&client)?;
        let mut link = None;
        if !has_owner && self.setup_link {
            let wanted = Map::from_iter([("role".to_owned(), json!("owner"))]);
            link = Some(setup_link::open(&client, config, wanted)?);
        }
        // Nobody else waits for the data while a person thinks.
        drop(client);
        let may_ask = !self.non_interactive && !context.json() && has_person();
        if !has_owner && link.is_none() && may_ask {
            has_owner = offer_owner(context)?;
        }
        let done = Initialised {
            data_dir: directory.display().to_string(),
            existed,
            is_served,
            has_owner,
            link,
            checks,
        };
        Ok(done.outcome(flush_ms, &loaded, context))
    }
}

impl Initialised {
    fn outcome(self, flush_ms: f64, loaded: &Loaded, context: &Context) -> Outcome {
        let next = (!self.has_owner && self.link.is_none())
            .then(|| command(context, "operator add --username owner --role owner"));
        let steps = self.steps(next.as_deref(), loaded, context);
        let text = self.text(&steps);
        let checks: Vec<Value> = self.checks.iter().map(Finding::document).collect();
        let steps: Vec<Value> = steps
            .iter()
            .map(|(what, command)| json!({"command": command, "what": what}))
            .collect();
        let document = json!({
            "checks": checks, "created": !self.existed, "data_dir": self.data_dir,
            "flush_ms": flush_ms, "has_owner": self.has_owner, "is_served": self.is_served,
            "next": next, "setup_link": self.link.map(|(link, _)| link), "steps": steps,
        });
        Outcome::done(document, text)
    }

    /// What comes next, each with a command that works as it stands.
    fn steps(
        &self,
        next: Option<&str>,
        loaded: &Loaded,
        context: &Context,
    ) -> Vec<(&'static str, String)> {
        let mut steps = Vec::new();
        if let Some(next) = next {
            steps.push(("make the owner", next.to_owned()));
            let link = command(context, "init --setup-link");
            steps.push(("or let the owner choose a password in a browser", link));
        }
        if !self.is_served {
            // Where the packages put the file, they put the unit.
            let is_packaged = context.config_file().is_some_and(|file| {
                file.as_os_str() == DEFAULT_PATH && context.named_data_dir().is_none()
            });
            let start = if is_packaged {
                "systemctl enable --now portcullis".to_owned()
            } else {
                command(context, "serve")
            };
            steps.push(("start the server", start));
        }
        let register = "customer register --name Acme --email ops@acme.example";
        steps.push((
            "register a customer, and keep its key",
            command(context, register),
        ));
        let health = format!("curl {}/health", setup_link::origin(&loaded.config));
        steps.push(("ask whether it is well", health));
        steps.push((
            "look at everything it depends on",
            command(context, "doctor"),
        ));
        steps
    }

    fn text(&self, steps: &[(&'static str, String)]) -> String {
        let name = &self.data_dir;
        let mut text = match (self.existed, self.is_served) {
            (false, _) => format!("`{name}` is ready\n"),
            (true, false) => format!("`{name}` is initialised already; nothing was changed\n"),
            (true, true) => format!(
                "`{name}` is initialised already, and a server runs on it; nothing was changed\n"
            ),
        };
        if self.has_owner {
            text.push_str("it has an owner\n");
        }
        text.push('\n');
        text.push_str(&doctor::lines(&self.checks));
        if let Some((_, link)) = &self.link {
            text.push('\n');
            text.push_str(link);
        }
        text.push_str("\nwhat comes next:\n");
        let steps = steps
            .iter()
            .map(|(what, command)| format!("\n  {what}:\n    {command}\n"));
        text.extend(steps);
        text
    }
}

/// Whether the addresses are free that the server will listen on.
fn ports(config: &Config) -> Vec<Finding> {
    let name = "port";
    let of = |address: &std::net::SocketAddr| match TcpListener::bind(address) {
        Ok(_) => Finding::ok(name, format!("`{address}` is free")),
        Err(error) => Finding::new(
            name,
            Severity::Problem,
            format!("`{address}` cannot be listened on: {error}"),
            "set `server.listen` to another address, or end what listens there: ss -ltnp",
        ),
    };
    config.server.listen.iter().map(of).collect()
}

fn has_owner(client: &Client) -> Result<bool, CliError> {
    let operators = client.list(|| Target::new("/api/operators"))?;
    let is_owner =
        |row: &Value| row.member("role") == "owner" && row.member("is_disabled") == false;
    Ok(operators.0.iter().any(is_owner))
}

/// Offers to make the owner now; gives whether there is one.
fn offer_owner(context: &Context) -> Result<bool, CliError> {
    let username = ask("username of the owner (empty: not now): ")?;
    if username.is_empty() {
        return Ok(false);
    }
    let password = prompt_new_password()?;
    let body = json!({
        "username": username, "role": "owner", "password": password.as_str(),
    });
    let client = context.client("init")?;
    let made = client.ask(&Request::post("/api/operators", body))?;
    let name = cell(made.member("username"));
    note(&format!("made the owner `{name}`"));
    Ok(true)
}

/// A command on the same configuration and data as this one.
fn command(context: &Context, what: &str) -> String {
    let mut command = format!("portcullis {what}");
    for (option, path) in [
        ("--config", context.named_config_file()),
        ("--data-dir", context.named_data_dir()),
    ] {
        if let Some(path) = path {
            command.push(' ');
            command.push_str(option);
            command.push(' ');
            command.push_str(&shell_word(&path.to_string_lossy()));
        }
    }
    command
}
