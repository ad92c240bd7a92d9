//! `portcullis completions`: what a shell needs to complete the commands and options.

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate};
use serde_json::json;

use super::CommandLine;
use super::output::Outcome;

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Outcome {
        let script = script(self.shell);
        let document = json!({"script": script, "shell": self.shell.to_string()});
        Outcome::done(document, script)
    }
}

fn script(shell: Shell) -> String {
    let mut bytes = Vec::new();
    generate(shell, &mut CommandLine::command(), "portcullis", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    #[test]
    fn every_shell_learns_every_command() {
        for shell in Shell::value_variants() {
            let script = script(*shell);
            for command in CommandLine::command().get_subcommands() {
                let name = command.get_name();
                let is_known = command.is_hide_set() || script.contains(name);
                assert!(is_known, "{shell} does not know `{name}`");
            }
        }
    }
}
