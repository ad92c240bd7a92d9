//! `portcullis customer export` and `template`: lists as files, on stdout.

use std::io::{self, Write as _};

use clap::{Args, ValueEnum};

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
}

impl Export {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, CliError> {
        let list = match self.kind {
            Kind::Customers => "customers",
            Kind::Agents => "agents",
            Kind::Permissions => "permissions",
        };
        // One document is what `--json` promises, and a table is none.
        if context.json() {
            return Err(CliError::Usage(
                "an export is no single JSON document: use `--format ndjson` instead of `--json`"
                    .to_owned(),
            ));
        }
        let (format, is_table) = match self.format {
            Format::Csv => ("csv", true),
            Format::Ndjson => ("ndjson", false),
        };
        let client = context.client("customer export")?;
        let target = Target::new("/api/exports").segment(list);
        let target = target.query("format", format).query("limit", PAGE);
        let mut next = Some(String::from(target));
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
        Ok(Outcome::Printed)
    }
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
