//! Why a command did not succeed, its exit code, and the one line that says so.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use serde_json::{Value, json};

use super::members::Members as _;
use crate::config::{self, ConfigError, Origin};
use crate::edge::EdgeError;

/// Why a command did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The command line asks for something that makes no sense.
    #[error("{0}")]
    Usage(String),
    /// Something that was read or found is not right.
    #[error("{0}")]
    Plain(String),
    /// A rule of this program refuses it, as an answer of 4xx would.
    #[error("{0}")]
    Refused(String),
    /// Something that was being done did not work.
    #[error("{doing}")]
    Failed {
        /// What was being done.
        doing: String,
        /// Why it did not work.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The application answered with a problem.
    #[error("{}", problem_text(.0))]
    Problem(Problem),
    /// The data directory is in use, and whoever uses it does not answer.
    #[error("{0}")]
    Busy(String),
    /// The network ended with an error.
    #[error(transparent)]
    Edge(#[from] EdgeError),
}

/// A problem document (RFC 9457) as it came back.
#[derive(Debug)]
pub struct Problem {
    /// The status code.
    pub status: u16,
    /// The document.
    pub document: Value,
}

impl CliError {
    /// Something that was being done did not work.
    pub(super) fn failed(
        doing: impl Into<String>,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Failed {
            doing: doing.into(),
            source: source.into(),
        }
    }

    /// The exit code of the process; the help and docs/CLI.md list them.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Plain(_) | Self::Failed { .. } | Self::Config(_) => 1,
            Self::Problem(problem) => match problem.status {
                503 => 5,
                400..=499 => 3,
                _ => 1,
            },
            Self::Refused(_) => 3,
            Self::Busy(_) => 6,
            Self::Edge(error) => error.exit_status(),
        }
    }

    /// The stable code of the problem that the application answered with.
    pub(super) fn code(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => problem.document.text("code"),
            Self::Usage(_)
            | Self::Plain(_)
            | Self::Refused(_)
            | Self::Failed { .. }
            | Self::Config(_)
            | Self::Busy(_)
            | Self::Edge(_) => None,
        }
    }

    /// What is printed on stdout where JSON was asked for.
    pub(super) fn document(&self) -> Value {
        match self {
            Self::Problem(problem) => problem.document.clone(),
            Self::Config(error) => {
                let problems: Vec<Value> = error.problems().iter().map(setting_problem).collect();
                json!({
                    "error": chain(self), "exit_code": self.exit_code(),
                    "problems": problems, "valid": false,
                })
            }
            Self::Usage(_)
            | Self::Plain(_)
            | Self::Refused(_)
            | Self::Failed { .. }
            | Self::Busy(_)
            | Self::Edge(_) => json!({"error": chain(self), "exit_code": self.exit_code()}),
        }
    }
}

/// Prints the error with its causes, on one line, on stderr.
pub fn explain(error: &CliError) {
    // When stderr is gone there is nobody left to tell.
    writeln!(std::io::stderr(), "error: {}", chain(error)).ok();
}

/// The error and its causes. Some errors repeat their cause in their own text: it is said once.
pub(super) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let below = error.to_string();
        if !text.contains(&below) {
            // Writing into a `String` cannot fail.
            write!(text, ": {below}").ok();
        }
        cause = error.source();
    }
    text
}

/// One mistake in the configuration, with its place.
fn setting_problem(problem: &config::Problem) -> Value {
    let (file, line, column, variable) = match &problem.origin {
        Origin::Default | Origin::Option { .. } => (None, None, None, None),
        Origin::File { path, line, column } => (
            Some(path.display().to_string()),
            Some(line),
            Some(column),
            None,
        ),
        Origin::Environment { variable } => (None, None, None, Some(variable)),
    };
    json!({
        "column": column, "file": file, "key": problem.key, "line": line,
        "remedy": problem.remedy, "text": problem.text, "variable": variable,
    })
}

fn problem_text(problem: &Problem) -> String {
    let member = |name: &str| problem.document.text(name);
    let mut text = member("detail")
        .or_else(|| member("title"))
        .map_or_else(|| format!("answered {}", problem.status), str::to_owned);
    for field in problem
        .document
        .member("errors")
        .as_array()
        .into_iter()
        .flatten()
    {
        let name = field.text("field").unwrap_or_default();
        let message = field.text("message").unwrap_or_default();
        if !text.contains(message) {
            write!(text, "; `{name}` {message}").ok();
        }
    }
    if problem.status >= 500
        && let Some(id) = member("request_id")
    {
        write!(text, " (request {id}; the log says more)").ok();
    }
    text.replace(char::is_control, "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("cannot open `x`: {source}")]
    struct Repeats {
        source: std::io::Error,
    }

    #[test]
    fn a_cause_is_said_once() {
        let source = std::io::Error::other("no room");
        let error = CliError::failed("cannot start", Repeats { source });
        assert_eq!(chain(&error), "cannot start: cannot open `x`: no room");
    }

    #[test]
    fn problems_name_their_fields_and_give_the_codes() {
        let problem = |status, document| CliError::Problem(Problem { status, document });
        let invalid = problem(
            422,
            json!({"detail": "the request breaks a rule", "code": "validation_failed",
                   "errors": [{"field": "email", "message": "must have an `@`"}]}),
        );
        assert_eq!(
            chain(&invalid),
            "the request breaks a rule; `email` must have an `@`"
        );
        assert_eq!(invalid.code(), Some("validation_failed"));
        assert_eq!(invalid.exit_code(), 3);
        let internal = problem(500, json!({"title": "broken\u{1b}[2J", "request_id": "r1"}));
        assert_eq!(
            chain(&internal),
            "broken?[2J (request r1; the log says more)"
        );
        assert_eq!(internal.exit_code(), 1);
        assert_eq!(problem(503, json!({})).exit_code(), 5);
        assert_eq!(CliError::Busy(String::new()).exit_code(), 6);
        assert_eq!(CliError::Usage(String::new()).exit_code(), 2);
    }
}
