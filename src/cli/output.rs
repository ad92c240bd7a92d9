//! What a command prints: one JSON document, or text for people; always on stdout, once.

use std::io::{self, Write as _};

use serde_json::Value;

use super::error::CliError;
use super::members::Members as _;

/// What a command came to.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Something to print.
    Print {
        /// For programs.
        document: Value,
        /// For people.
        text: String,
        /// The exit code.
        code: u8,
    },
    /// It printed what there was to print when it was time.
    Printed,
}

impl Outcome {
    /// Something to print after all went well.
    pub(super) fn done(document: Value, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Print {
            document,
            text,
            code: 0,
        }
    }

    /// An answer's own `message`, or another sentence where it has none.
    pub(super) fn message(document: Value, otherwise: impl Into<String>) -> Self {
        let text = document
            .text("message")
            .map_or_else(|| otherwise.into(), clean);
        Self::done(document, text)
    }

    pub(super) fn print(self, as_json: bool) -> Result<u8, CliError> {
        match self {
            Self::Print {
                document,
                text,
                code,
            } => {
                if as_json {
                    print_document(&document)?;
                } else {
                    print_text(&text)?;
                }
                Ok(code)
            }
            Self::Printed => Ok(0),
        }
    }
}

/// Prints one JSON document on one line.
pub(super) fn print_document(document: &Value) -> Result<(), CliError> {
    print_text(&document.to_string())
}

/// Prints text on stdout, with one line end.
pub(super) fn print_text(text: &str) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    let printed = writeln!(stdout, "{}", text.trim_end_matches('\n')).and_then(|()| stdout.flush());
    match printed {
        // Whoever closed the pipe, as `head` does, has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|source| CliError::failed("cannot write to stdout", source)),
    }
}

/// Says something to the person at the terminal, on stderr.
pub(super) fn note(text: &str) {
    // When stderr is gone there is nobody left to tell.
    writeln!(io::stderr(), "{text}").ok();
}

/// A column of a table: its title, and the member that it shows.
pub(super) type Column<'c> = (&'c str, &'c str);

/// A table for people, or a sentence when there is nothing to show.
pub(super) fn table(rows: &[Value], columns: &[Column<'_>], when_empty: &str) -> String {
    if rows.is_empty() {
        return when_empty.to_owned();
    }
    let titles = columns.iter().map(|(title, _)| (*title).to_owned());
    let mut lines: Vec<Vec<String>> = vec![titles.collect()];
    lines.extend(rows.iter().map(|row| {
        let cells = columns.iter().map(|(_, member)| cell(row.member(member)));
        cells.collect()
    }));
    aligned(&lines)
}

/// An object for people: a member a line, those of inner objects after the name of theirs.
pub(super) fn fields(object: &Value) -> String {
    let mut lines = Vec::new();
    add_fields(&mut lines, "", object);
    aligned(&lines)
}

fn add_fields(lines: &mut Vec<Vec<String>>, before: &str, object: &Value) {
    for (name, value) in object.as_object().into_iter().flatten() {
        let name = format!("{before}{}", name.replace('_', " "));
        if value.is_object() {
            add_fields(lines, &format!("{name} "), value);
        } else {
            lines.push(vec![name, cell(value)]);
        }
    }
}

/// Lines of cells, each column as wide as its widest cell, the last one open.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let padded: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        text.push_str(padded.join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// A value for people.
pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => clean(text),
        Value::Array(values) if values.is_empty() => "-".to_owned(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(", "),
        Value::Object(_) => clean(&value.to_string()),
    }
}

/// Text from elsewhere, without what a terminal would obey.
pub(super) fn clean(text: &str) -> String {
    text.replace(char::is_control, "?")
}

/// A word that a shell reads as it stands.
pub(super) fn shell_word(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@%+=,".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tables_line_up_and_obey_nobody() {
        let rows = [
            json!({"id": "a", "scopes": ["check", "read"], "on": true}),
            json!({"id": "long\u{1b}[1m", "scopes": [], "on": null}),
        ];
        let text = table(
            &rows,
            &[("ID", "id"), ("SCOPES", "scopes"), ("ON", "on")],
            "",
        );
        insta::assert_snapshot!(text, @r"
        ID        SCOPES       ON
        a         check, read  yes
        long?[1m  -            -
        ");
        assert_eq!(table(&[], &[], "no keys"), "no keys");
    }

    #[test]
    fn a_shell_reads_what_was_meant() {
        assert_eq!(shell_word("/var/lib/x-1.y"), "/var/lib/x-1.y");
        assert_eq!(shell_word("it's here"), r"'it'\''s here'");
        assert_eq!(shell_word(""), "''");
    }

    #[test]
    fn fields_stand_one_a_line() {
        let text = fields(&json!({"max_agents": 5, "month": {"total": 2}, "name": "Acme"}));
        assert_eq!(text, "max agents   5\nmonth total  2\nname         Acme\n");
    }
}
