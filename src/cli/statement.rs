//! `portcullis statement`: what a month costs and why, of one customer or of all.

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::browse;
use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::export::{paged, printed};
use super::members::Members as _;
use super::output::{Column, Outcome, fields, note, table};
use super::request::{Request, Target};
use crate::app::environment::SystemEnvironment;
use crate::domain::environment::Environment as _;

const LINES: &[Column<'_>] = &[
    ("TIER", "title"),
    ("FROM", "from"),
    ("TO", "to"),
    ("DAYS", "days"),
    ("USD A MONTH", "price_usd_month"),
    ("USD", "amount_usd"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One document
    Json,
    /// A table for spreadsheets
    Csv,
    /// A page to print, which needs no other file
    Html,
}

#[derive(Debug, Args)]
pub(super) struct Statement {
    /// Id or e-mail address
    #[arg(required_unless_present = "all", requires = "month")]
    customer: Option<String>,
    /// The UTC month, for example 2026-11
    #[arg(required_unless_present = "all")]
    month: Option<String>,
    /// Instead: all customers in that month, one line each, as CSV unless told otherwise
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["customer", "month"])]
    all: Option<String>,
    /// Text to read unless given
    #[arg(long, value_enum)]
    format: Option<Format>,
}

impl Statement {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let format = match (self.format, context.json()) {
            (Some(Format::Csv | Format::Html), true) => {
                return Err(CliError::Usage(
                    "a table or a page is no JSON document: use `--format` or `--json`, not both"
                        .to_owned(),
                ));
            }
            (_, true) => Some(Format::Json),
            (format, false) => format,
        };
        match (self.all, self.customer, self.month) {
            (Some(month), ..) => of_all(context, &month, format),
            (None, Some(customer), Some(month)) => of_one(context, &customer, &month, format),
            // The command line is read so that this cannot be.
            (None, ..) => Err(CliError::Usage("name a customer and a month".to_owned())),
        }
    }
}

fn of_one(
    context: &Context,
    customer: &str,
    month: &str,
    format: Option<Format>,
) -> Result<Outcome, CliError> {
    let client = context.client("statement")?;
    let path = browse::customer(&client, customer)?;
    let path = path.then("/statements").segment(month);
    match format {
        None => {
            let statement = client.ask(&Request::get(path))?;
            let text = text_of(&statement);
            Ok(Outcome::done(statement, text))
        }
        Some(Format::Json) => {
            let statement = client.ask(&Request::get(path))?;
            let text = statement.to_string();
            Ok(Outcome::done(statement, text))
        }
        Some(Format::Csv) => {
            let (sheet, _) = client.fetch(&Request::get(path.query("format", "csv")))?;
            tell_if_running(month);
            printed(&sheet)?;
            Ok(Outcome::Printed)
        }
        Some(Format::Html) => {
            let (page, _) = client.fetch(&Request::get(path.query("format", "html")))?;
            printed(&whole(&client, &page)?)?;
            Ok(Outcome::Printed)
        }
    }
}

fn of_all(context: &Context, month: &str, format: Option<Format>) -> Result<Outcome, CliError> {
    let target = || Target::new("/api/statements").query("month", month);
    match format {
        Some(Format::Html) => Err(CliError::Usage(
            "there is a page for each customer, and none for all: use `--format csv`".to_owned(),
        )),
        Some(Format::Json) => {
            let all = context.client("statement")?.list(target)?.document();
            let text = all.to_string();
            Ok(Outcome::done(all, text))
        }
        Some(Format::Csv) | None => {
            let client = context.client("statement")?;
            paged(&client, target().query("format", "csv"), true)?;
            tell_if_running(month);
            Ok(Outcome::Printed)
        }
    }
}

/// What stands in a file does not say that it will be otherwise tomorrow.
fn tell_if_running(month: &str) {
    if SystemEnvironment::default().now().month().to_string() == month {
        note(&format!("{month} is not over: these numbers are not final"));
    }
}

/// The numbers first, then what they are made of.
fn text_of(statement: &Value) -> String {
    let mut shown = Map::new();
    for name in [
        "number",
        "name",
        "email",
        "from",
        "to",
        "is_final",
        "total_usd",
    ] {
        shown.insert(name.to_owned(), statement.member(name).clone());
    }
    for name in ["has_unpriced_days", "usage", "quota"] {
        shown.insert(name.to_owned(), statement.member(name).clone());
    }
    let lines = table(
        statement.member("lines").rows(),
        LINES,
        "nothing is billed for this month",
    );
    format!("{}\n{lines}", fields(&Value::Object(shown)))
}

/// The page with its styles in it, since a file has no server that it could have them from.
fn whole(client: &Client, page: &[u8]) -> Result<Vec<u8>, CliError> {
    const BEFORE: &str = "<link rel=\"stylesheet\" href=\"";
    let page = String::from_utf8_lossy(page);
    let mut parts = page.split(BEFORE);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once("\">").unwrap_or((part, ""));
        let (style, _) = client.fetch(&Request::get(address))?;
        whole += "<style>\n";
        whole += &String::from_utf8_lossy(&style);
        whole += "</style>";
        whole += rest;
    }
    Ok(whole.into_bytes())
}
