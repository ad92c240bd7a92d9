//! The command line: one file per command.
//!
//! Every command that touches data is an HTTP request to the same routes that the network has, as
//! the local owner: over the control socket while a server runs, in process when none does (see
//! `client.rs`). Deliberately absent: a second road to the data, secrets as arguments, and rules.

mod agent;
mod audit;
mod backup;
mod browse;
mod check;
mod client;
mod completions;
mod config;
mod context;
mod customer;
mod demo;
mod demo_data;
mod docs;
mod doctor;
mod error;
mod export;
mod fold;
mod import;
mod imports;
mod init;
mod key;
mod kill;
mod local;
mod mail;
mod manager;
mod manual;
mod members;
mod operator;
mod output;
mod owner;
mod permission;
mod prospects;
mod quote;
mod recover;
mod reload;
mod repeat;
mod request;
mod restore;
mod scratch;
mod secret;
mod serve;
mod server;
mod setup_link;
mod socket;
mod start;
mod statement;
mod terminal;
mod terms;
mod tls;
mod token;
mod upgrade_check;
mod version;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use context::Context;
pub use error::{CliError, explain};
use output::Outcome;

/// What the help says about exit codes; docs/CLI.md says the same.
const EXIT_CODES: &str = "\
Exit codes:
  0    done; for `check`: approved
  1    it did not work
  2    the command line is wrong
  3    refused by a rule: unknown, not allowed, invalid, a limit, a conflict
  4    `check`: denied, or a person must answer first
  5    the ledger cannot record now (unavailable or overloaded): try again
  6    the data directory is in use by something that does not answer
  7    `doctor`: a warning, and no problem
  8    `doctor`: a problem
  130  stopped by a second Ctrl-C (143: by a second SIGTERM)

Without --config, /etc/portcullis/portcullis.toml is read when it exists.
While a server runs, commands reach it through its data directory; when none
runs, they open the data themselves.";

/// Decides, and proves, what AI agents may do.
#[derive(Debug, Parser)]
#[command(name = "portcullis", version, after_help = EXIT_CODES, max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub struct CommandLine {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
struct Common {
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The directory of the database; wins over the configuration
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Print exactly one JSON document on stdout
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Serve),
    /// Make the data directory and say how to make the first owner
    Init(init::Init),
    /// Look at everything that the appliance depends on, and say what to do
    Doctor(doctor::Doctor),
    /// Run a server with demo data, to try things out
    Demo(demo::Demo),
    /// Manage the people who run the appliance
    #[command(subcommand)]
    Operator(operator::OperatorCommand),
    /// Manage customers
    #[command(subcommand)]
    Customer(customer::CustomerCommand),
    /// Find the subscription tier that fits prospects
    #[command(subcommand)]
    Prospects(prospects::ProspectsCommand),
    /// Answer requests for a quote
    #[command(subcommand)]
    Quote(quote::QuoteCommand),
    /// Print what a month costs and why, of one customer or of all
    Statement(statement::Statement),
    /// Manage a customer's API keys
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// Send letters and webhooks, and see what became of them
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// Manage a customer's agents
    #[command(subcommand)]
    Agent(agent::AgentCommand),
    /// Manage a customer's permissions
    #[command(subcommand)]
    Permission(permission::PermissionCommand),
    /// Ask, as an agent would, whether something may be done
    Check(check::Check),
    /// Engage and release kill switches
    #[command(subcommand)]
    Kill(kill::KillCommand),
    /// Make a backup, list them, prove one
    Backup(backup::Backup),
    /// Put a backup in force
    Restore(restore::Restore),
    /// Prove the audit log
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Try a newer program on a copy of the data
    UpgradeCheck(upgrade_check::UpgradeCheck),
    #[command(hide = true)]
    Rehearse(upgrade_check::Rehearse),
    /// Check and show the configuration
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// List the documents that are in the program, or print one
    Docs(docs::Docs),
    /// Print a script with which a shell completes commands and options
    Completions(completions::Completions),
    /// Write the manual pages into a directory
    #[command(hide = true)]
    Manual(manual::Manual),
    /// Make and look at certificates
    #[command(subcommand)]
    Tls(tls::TlsCommand),
    /// Print the version
    Version,
}

impl CommandLine {
    /// Runs the command; gives the process's exit code. In JSON mode an error is a document on
    /// stdout too.
    pub fn run(self) -> Result<u8, CliError> {
        // Before any file and any thread is made: what this process makes is its owner's alone.
        owner::guard_new_files();
        let context = Context::new(self.common.config, self.common.data_dir, self.common.json);
        match dispatch(self.command, &context).and_then(|outcome| outcome.print(context.json())) {
            Ok(code) => Ok(code),
            Err(error) => {
                if context.json() {
                    output::print_document(&error.document())?;
                }
                Err(error)
            }
        }
    }
}

fn dispatch(command: Command, context: &Context) -> Result<Outcome, CliError> {
    match command {
        Command::Serve(serve) => serve.run(context),
        Command::Init(init) => init.run(context),
        Command::Doctor(doctor) => doctor.run(context),
        Command::Demo(demo) => demo.run(context),
        Command::Operator(command) => command.run(context),
        Command::Customer(command) => command.run(context),
        Command::Prospects(command) => command.run(context),
        Command::Quote(command) => command.run(context),
        Command::Statement(statement) => statement.run(context),
        Command::Key(command) => command.run(context),
        Command::Mail(command) => command.run(context),
        Command::Agent(command) => command.run(context),
        Command::Permission(command) => command.run(context),
        Command::Check(check) => check.run(context),
        Command::Kill(command) => command.run(context),
        Command::Backup(backup) => backup.run(context),
        Command::Restore(restore) => restore.run(context),
        Command::Audit(command) => command.run(context),
        Command::UpgradeCheck(check) => check.run(context),
        Command::Rehearse(_) => upgrade_check::Rehearse::run(context),
        Command::Config(command) => command.run(context),
        Command::Docs(docs) => docs.run(context),
        Command::Completions(completions) => Ok(completions.run()),
        Command::Manual(manual) => manual.run(),
        Command::Tls(command) => command.run(context),
        Command::Version => Ok(version::run()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn the_document_has_every_command_and_every_exit_code() {
        fn walk(command: &clap::Command, path: &str, page: &str) {
            if command.get_subcommands().next().is_none() && !command.is_hide_set() {
                assert!(page.contains(path), "docs/CLI.md has no `{path}`");
            }
            for below in command.get_subcommands() {
                walk(below, &format!("{path} {}", below.get_name()), page);
            }
        }
        let page = include_str!("../../docs/CLI.md");
        walk(&CommandLine::command(), "portcullis", page);
        for line in EXIT_CODES.lines().filter(|line| line.starts_with("  ")) {
            let code = line.split_whitespace().next().unwrap();
            assert!(page.contains(&format!("| {code} | ")), "{code}");
        }
    }

    /// A procedure with a command that does not exist is found when it is needed most.
    #[test]
    fn the_procedures_have_commands_that_exist() {
        let page = include_str!("../../docs/OPERATIONS.md");
        let indented = page.lines().filter(|line| line.starts_with("    "));
        let shown = indented.chain(page.split('`').skip(1).step_by(2));
        let commands: Vec<&str> = shown
            .map(str::trim)
            .filter(|text| text.starts_with("portcullis ") && !text.contains('…'))
            .collect();
        assert!(commands.len() > 30, "{commands:?}");
        for command in commands {
            let marks = ["  #", " >", " ||"].map(|mark| command.find(mark));
            let end = marks.into_iter().flatten().min().unwrap_or(command.len());
            let mut words: Vec<String> = Vec::new();
            for (place, part) in command[..end].split(['"', '\'']).enumerate() {
                if place % 2 == 1 {
                    words.push(part.to_owned());
                } else {
                    words.extend(part.split_whitespace().map(str::to_owned));
                }
            }
            let parsed = CommandLine::command().try_get_matches_from(words);
            assert!(parsed.is_ok(), "{command}: {}", parsed.unwrap_err());
        }
    }

    /// A secret in an argument is in every process list and in the shell's history.
    #[test]
    fn no_secret_is_an_argument() {
        fn walk(command: &clap::Command, found: &mut Vec<String>) {
            for argument in command.get_arguments() {
                let name = argument.get_id().as_str();
                let takes_value = argument.get_action().takes_values();
                let is_secret = ["password", "secret", "api_key", "token"].contains(&name);
                if is_secret && takes_value {
                    found.push(format!("{} {name}", command.get_name()));
                }
            }
            for below in command.get_subcommands() {
                walk(below, found);
            }
        }
        let mut found = Vec::new();
        walk(&CommandLine::command(), &mut found);
        assert_eq!(found, [""; 0]);
    }
}
