//! `portcullis operator`: the people who run the appliance.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value, json};

use super::browse;
use super::context::{Context, Missing};
use super::error::CliError;
use super::members::Members as _;
use super::output::{Column, Outcome, cell, note, table};
use super::recover::Recover;
use super::request::{Request, Target};
use super::secret::PasswordSource;
use super::setup_link::SetupLink;
use super::token::TokenCommand;

const COLUMNS: &[Column<'_>] = &[
    ("USERNAME", "username"),
    ("ROLE", "role"),
    ("DISABLED", "is_disabled"),
    ("ID", "id"),
    ("CREATED", "created_at"),
];

#[derive(Debug, Subcommand)]
pub(super) enum OperatorCommand {
    /// Make an operator
    Add(Add),
    /// List the operators
    List,
    /// Set an operator's password; its sessions end
    Passwd(Passwd),
    /// Disable an operator: its sessions end, its tokens are revoked for good
    Disable(Named),
    /// Enable an operator again
    Enable(Named),
    /// Give an operator another role
    Role(ChangeRole),
    /// End all of an operator's sessions
    SignOut(Named),
    /// Print a link with which one operator chooses name and password, once, within 30 minutes
    SetupLink(SetupLink),
    /// Let in an operator that is locked out: enabled, with a new password
    Recover(Recover),
    /// Manage an operator's tokens
    #[command(subcommand)]
    Token(TokenCommand),
}

/// What an operator may do.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum RoleName {
    /// Everything, operators included
    Owner,
    /// Customers, keys, tiers, agents, permissions, kill switches
    Admin,
    /// Answer approvals, and read
    Approver,
    /// Read only
    Auditor,
}

impl RoleName {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Approver => "approver",
            Self::Auditor => "auditor",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Add {
    /// The name to sign in with
    #[arg(long, value_name = "NAME")]
    username: String,
    /// What the operator may do
    #[arg(long)]
    role: RoleName,
    /// Issue a token and print it, once; no password is asked for
    #[arg(long)]
    token: bool,
    #[command(flatten)]
    password: PasswordSource,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    /// Username or id
    operator: String,
}

#[derive(Debug, Args)]
pub(super) struct Passwd {
    /// Username or id
    operator: String,
    #[command(flatten)]
    password: PasswordSource,
}

#[derive(Debug, Args)]
pub(super) struct ChangeRole {
    /// Username or id
    operator: String,
    /// What the operator may do from now on
    role: RoleName,
}

impl OperatorCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        match self {
            Self::Add(add) => add.run(context),
            Self::List => {
                let client = context.client("operator list")?;
                let found = client.list(|| Target::new("/api/operators"))?;
                let text = table(&found.0, COLUMNS, "there are no operators yet");
                Ok(Outcome::done(found.document(), text))
            }
            Self::Passwd(passwd) => passwd.run(context),
            Self::Disable(named) => change(context, &named.operator, &json!({"is_disabled": true})),
            Self::Enable(named) => change(context, &named.operator, &json!({"is_disabled": false})),
            Self::Role(wanted) => {
                let role = wanted.role.word();
                change(context, &wanted.operator, &json!({"role": role}))
            }
            Self::SignOut(named) => {
                let client = context.client("operator sign-out")?;
                let path = browse::operator(&client, &named.operator)?.then("/sessions");
                let answer = client.ask(&Request::delete(path))?;
                Ok(Outcome::message(answer, "all its sessions have ended"))
            }
            Self::SetupLink(link) => link.run(context),
            Self::Recover(recover) => recover.run(context),
            Self::Token(command) => command.run(context),
        }
    }
}

impl Add {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let password = self.password.read(!self.token)?;
        let mut body = Map::new();
        body.insert("username".to_owned(), json!(self.username));
        body.insert("role".to_owned(), json!(self.role.word()));
        body.insert("token".to_owned(), json!(self.token));
        if let Some(password) = &password {
            body.insert("password".to_owned(), json!(password.as_str()));
        }
        let client = context.client_for("operator add", Missing::Make)?;
        let request = Request::post("/api/operators", Value::Object(body));
        let made = client.ask(&request)?;
        if password.is_none() && !self.token {
            note(&format!(
                "`{0}` cannot sign in yet: run `portcullis operator passwd {0}` or `portcullis \
                 operator token add {0}`",
                self.username
            ));
        }
        let text = text_of_made(&made);
        Ok(Outcome::done(made, text))
    }
}

fn text_of_made(made: &Value) -> String {
    let about = format!(
        "made {} `{}` ({})",
        cell(made.member("role")),
        cell(made.member("username")),
        cell(made.member("id"))
    );
    match made.text("token") {
        Some(token) => format!("{about}\n{token}\nkeep this token: it is not shown again"),
        None => about,
    }
}

impl Passwd {
    fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let password = self.password.read(true)?.ok_or_else(|| {
            CliError::Usage(
                "no password: run this on a terminal, or give `--password-file` or \
                 `--password-stdin`"
                    .to_owned(),
            )
        })?;
        let client = context.client("operator passwd")?;
        let path = browse::operator(&client, &self.operator)?.then("/password");
        let body = json!({"password": password.as_str()});
        let answer = client.ask(&Request::post(path, body))?;
        Ok(Outcome::message(answer, "the password is set"))
    }
}

fn change(context: &Context, operator: &str, wanted: &Value) -> Result<Outcome, CliError> {
    let client = context.client("operator")?;
    let path = browse::operator(&client, operator)?;
    let changed = client.ask(&Request::patch(path, wanted.clone()))?;
    let text = table(std::slice::from_ref(&changed), COLUMNS, "");
    Ok(Outcome::done(changed, text))
}
