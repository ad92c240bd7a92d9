//! `portcullis operator recover`: lets in who is locked out. Whoever may run it has the disk, and
//! needs no password for that; the record says that it was done here.

use std::io::{self, Write as _};

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::error::CliError;
use super::members::Members as _;
use super::output::{Outcome, cell, note, table};
use super::request::{Request, Target};
use super::secret::{PasswordSource, prompt_new_password};
use super::setup_link;
use super::terminal::{has_person, must_not_be_journal};

#[derive(Debug, Args)]
pub(super) struct Recover {
    /// The operator to let in, whatever its role; without a name, the owner, where there is one
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    /// Print a setup link instead of setting a password here
    #[arg(long, conflicts_with_all = ["password_file", "password_stdin"])]
    setup_link: bool,
    #[command(flatten)]
    password: PasswordSource,
}

impl Recover {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        if self.setup_link {
            must_not_be_journal("a setup link")?;
        }
        // Read as the user who started it, before this process becomes the data's owner.
        let config = context.load()?.config;
        let given = self.password.read(false)?;
        let may_ask = has_person() && !context.json();
        if given.is_none() && !self.setup_link && !may_ask {
            return Err(CliError::Usage(
                "no password: run this on a terminal, or give `--password-file`, \
                 `--password-stdin` or `--setup-link`"
                    .to_owned(),
            ));
        }
        let client = context.client("operator recover")?;
        let operators = client.list(|| Target::new("/api/operators"))?.0;
        let chosen = choose(&operators, self.username.as_deref(), may_ask)?;
        let id = chosen.text("id").unwrap_or_default().to_owned();
        if self.setup_link {
            let mut wanted = Map::new();
            wanted.insert("operator_id".to_owned(), json!(id));
            let (link, text) = setup_link::open(&client, &config, wanted)?;
            return Ok(Outcome::done(link, text));
        }
        let (client, password) = if let Some(password) = given {
            (client, password)
        } else {
            // Nobody else waits for the data while a person thinks.
            drop(client);
            note(&format!("letting in `{}`", cell(chosen.member("username"))));
            let password = prompt_new_password()?;
            (context.client("operator recover")?, password)
        };
        let path = Target::new("/api/operators").segment(&id).then("/recover");
        let body = json!({"password": password.as_str()});
        let recovered = client.ask(&Request::post(path, body))?;
        let text = format!(
            "`{}` ({}) can sign in with the new password; its sessions have ended, its tokens are \
             as they were: `portcullis operator token list {0}`",
            cell(recovered.member("username")),
            cell(recovered.member("role")),
        );
        Ok(Outcome::done(recovered, text))
    }
}

/// The operator that is meant.
fn choose(operators: &[Value], named: Option<&str>, may_ask: bool) -> Result<Value, CliError> {
    let by_name = |name: &str| {
        let found = operators.iter().find(|row| row.member("username") == name);
        found.cloned().ok_or_else(|| {
            CliError::Refused(format!(
                "there is no operator `{name}`; `portcullis operator list` shows all"
            ))
        })
    };
    if let Some(name) = named {
        return by_name(name);
    }
    let is_owner = |row: &&Value| row.member("role") == "owner";
    let owners: Vec<Value> = operators.iter().filter(is_owner).cloned().collect();
    match owners.as_slice() {
        [] => Err(CliError::Plain(
            "there is no owner yet: run `portcullis init`".to_owned(),
        )),
        [only] => Ok(only.clone()),
        several => {
            let columns = [("OWNER", "username"), ("DISABLED", "is_disabled")];
            note(table(several, &columns, "").trim_end());
            if !may_ask {
                return Err(CliError::Usage(
                    "there are several owners: name one with `--username`".to_owned(),
                ));
            }
            by_name(&ask("which of them is locked out? ")?)
        }
    }
}

/// Asks for a line at the terminal.
pub(super) fn ask(question: &str) -> Result<String, CliError> {
    let failed = |source| CliError::failed("cannot ask at the terminal", source);
    write!(io::stderr(), "{question}").map_err(failed)?;
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(failed)?;
    Ok(line.trim().to_owned())
}
