//! `portcullis customer export` and `template`: lists as files, on stdout.

use std::io::{self, Write as _};

use clap::{Args, ValueEnum};

use super::client::Client;
use super::context::Context;
use super::error::CliError;
use super::output::Outcome;
use super::request::{Request, Target};

/// Rows asked for at once.
const PAGE: &str = "10000";

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Customers,
    Agents,
    Permissions,
    /// What was checked, by day, agent, action and result
    Usage,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Ndjson,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// What is wanted
    #[arg(long, value_enum, default_value = "customers")]
    kind: Kind,
    /// As a table for spreadsheets, or as one JSON object a line
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// The first UTC day of usage; the month's first unless given
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last UTC day of usage; today unless given
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
}

impl Export {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        // One document is what `--json` promises, and a table is none.
        if context.json() {
            return Err(CliError::Usage(
                "an export is no single JSON document: use `--format ndjson` instead of `--json`"
                    .to_owned(),
            ));
        }
        let target = self.target()?;
        let is_table = matches!(self.format, Format::Csv);
        let client = context.client("customer export")?;
        paged(&client, target, is_table)?;
        Ok(Outcome::Printed)
    }

    /// What is asked for, without how much of it at once.
    fn target(&self) -> Result<Target, CliError> {
        let list = match self.kind {
            Kind::Customers => "customers",
            Kind::Agents => "agents",
            Kind::Permissions => "permissions",
            Kind::Usage => return self.usage(),
        };
        if self.from.is_some() || self.to.is_some() {
            return Err(CliError::Usage(format!(
                "`--from` and `--to` are for `--kind usage`: {list} are printed as they are now"
            )));
        }
        let format = match self.format {
            Format::Csv => "csv",
            Format::Ndjson => "ndjson",
        };
        let target = Target::new("/api/exports").segment(list);
        Ok(target.query("format", format))
    }

    fn usage(&self) -> Result<Target, CliError> {
        if matches!(self.format, Format::Ndjson) {
            return Err(CliError::Usage(
                "usage is printed as a table: leave `--format` out".to_owned(),
            ));
        }
        let mut target = Target::new("/api/metering").query("format", "csv");
        for (name, day) in [("from", &self.from), ("to", &self.to)] {
            if let Some(day) = day {
                target = target.query(name, day);
            }
        }
        Ok(target)
    }
}

/// Prints a list page by page, as one table or as lines.
pub(super) fn paged(client: &Client, target: Target, is_table: bool) -> Result<(), CliError> {
    let mut next = Some(String::from(target.query("limit", PAGE)));
    let mut is_first = true;
    while let Some(target) = next {
        let (page, following) = client.fetch(&Request::get(target))?;
        let rows = match (is_table, is_first) {
            (true, false) => without_head(&page),
            (true | false, _) => &page,
        };
        if !printed(rows)? {
            break;
        }
        is_first = false;
        next = following;
    }
    Ok(())
}

/// Prints the columns of a list, to fill in.
pub(super) fn template(context: &Context, kind: &str) -> Result<Outcome, CliError> {
    let client = context.client("template")?;
    let target = Target::new("/api/imports/template").query("kind", kind);
    let (table, _) = client.fetch(&Request::get(target))?;
    printed(&table)?;
    Ok(Outcome::Printed)
}

/// The rows of a page behind its first line, which names the columns and has no line end within.
fn without_head(page: &[u8]) -> &[u8] {
    let end = page.iter().position(|byte| *byte == b'\n');
    end.and_then(|end| page.get(end + 1..)).unwrap_or_default()
}

/// Writes to stdout as it is; false when whoever reads it has seen enough.
pub(super) fn printed(bytes: &[u8]) -> Result<bool, CliError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(source) => Err(CliError::failed("cannot write to stdout", source)),
    }
}
