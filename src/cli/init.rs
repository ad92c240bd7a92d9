//! `portcullis init`: a data directory that works, and the one command that makes its owner.

use std::fs::{File, remove_file};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};

use super::client::Client;
use super::context::{Context, Missing};
use super::error::CliError;
use super::members::Members as _;
use super::output::{Outcome, cell, shell_word};
use super::request::{Request, Target};
use super::secret::prompt_new_password;

/// What is written to see how long a flush takes: a page of the database.
const PROBE_BYTES: usize = 4096;

#[derive(Debug, Args)]
pub(super) struct Init {
    /// Ask nothing, even on a terminal
    #[arg(long)]
    non_interactive: bool,
}

impl Init {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let directory = context.load()?.config.server.data_dir;
        let existed = Client::has_data(&directory)?;
        let client = context.client_for("init", Missing::Make)?;
        let flush = probe(&directory).map_err(|source| {
            CliError::failed(format!("cannot write to `{}`", directory.display()), source)
        })?;
        let is_served = client.is_served();
        let mut has_owner = has_owner(&client)?;
        // Nobody else waits for the data while a person thinks.
        drop(client);
        let may_ask = !self.non_interactive && !context.json() && io::stdin().is_terminal();
        if !has_owner && may_ask {
            has_owner = offer_owner(context)?;
        }
        let next = (!has_owner).then(|| owner_command(context));
        let text = text(&directory, existed, flush, is_served, next.as_deref());
        let document = json!({
            "created": !existed,
            "data_dir": directory.display().to_string(),
            "flush_ms": milliseconds(flush),
            "has_owner": has_owner,
            "is_served": is_served,
            "next": next,
        });
        Ok(Outcome::done(document, text))
    }
}

fn text(
    directory: &Path,
    existed: bool,
    flush: Duration,
    is_served: bool,
    next: Option<&str>,
) -> String {
    let name = directory.display();
    let first = match (existed, is_served) {
        (false, _) => format!("`{name}` is ready"),
        (true, false) => format!("`{name}` is initialised already; nothing was changed"),
        (true, true) => {
            format!("`{name}` is initialised already, and a server runs on it; nothing was changed")
        }
    };
    let second = format!(
        "it can be written to: a flush takes {:.2} ms",
        milliseconds(flush)
    );
    let third = match next {
        Some(command) => format!("next, make the owner:\n\n  {command}\n"),
        None => "it has an owner".to_owned(),
    };
    format!("{first}\n{second}\n{third}")
}

/// Writes a page and flushes it to the disk; gives the time that takes.
fn probe(directory: &Path) -> io::Result<Duration> {
    let path = directory.join(format!(".flush-probe.{}", std::process::id()));
    let mut file = File::create(&path)?;
    let start = Instant::now();
    let written = file
        .write_all(&[0; PROBE_BYTES])
        .and_then(|()| file.sync_all());
    let taken = start.elapsed();
    remove_file(&path)?;
    written.map(|()| taken)
}

fn milliseconds(duration: Duration) -> f64 {
    // Three digits after the point: microseconds.
    (duration.as_secs_f64() * 1_000_000.0).round() / 1000.0
}

fn has_owner(client: &Client) -> Result<bool, CliError> {
    let operators = client.list(|| Target::new("/api/operators"))?;
    let is_owner =
        |row: &Value| row.member("role") == "owner" && row.member("is_disabled") == false;
    Ok(operators.0.iter().any(is_owner))
}

/// Offers to make the owner now; gives whether there is one.
fn offer_owner(context: &Context) -> Result<bool, CliError> {
    let failed = |source| CliError::failed("cannot ask at the terminal", source);
    write!(io::stderr(), "username of the owner (empty: not now): ").map_err(failed)?;
    let mut username = String::new();
    io::stdin().read_line(&mut username).map_err(failed)?;
    let username = username.trim();
    if username.is_empty() {
        return Ok(false);
    }
    let password = prompt_new_password()?;
    let body = json!({
        "username": username, "role": "owner", "password": password.as_str(),
    });
    let client = context.client("init")?;
    let made = client.ask(&Request::post("/api/operators", body))?;
    writeln!(
        io::stderr(),
        "made the owner `{}`",
        cell(made.member("username"))
    )
    .map_err(failed)?;
    Ok(true)
}

fn owner_command(context: &Context) -> String {
    let mut command = "portcullis operator add --username owner --role owner".to_owned();
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
