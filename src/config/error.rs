//! Where a value comes from, and what can be wrong with it.

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// The configuration file.
    File {
        /// The file as it was named.
        path: Arc<Path>,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// An environment variable.
    Environment {
        /// Its name.
        variable: String,
    },
    /// An option of the command line, which beats both.
    Option {
        /// Its name, for example `--data-dir`.
        name: &'static str,
    },
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => write!(formatter, "default"),
            Self::File { path, line, .. } => write!(formatter, "{}:{line}", path.display()),
            Self::Environment { variable } => write!(formatter, "environment {variable}"),
            Self::Option { name } => write!(formatter, "option {name}"),
        }
    }
}

/// One thing that is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub origin: Origin,
    /// The key, for example `server.drain_seconds`; `None` when the text is not TOML at all.
    pub key: Option<String>,
    /// What is wrong, to be read after the key.
    pub text: String,
    /// What to do next.
    pub remedy: String,
}

impl Problem {
    /// Sorts as people read: the file from top to bottom, then the environment.
    pub(super) fn place(&self) -> (usize, usize) {
        match self.origin {
            Origin::File { line, column, .. } => (line, column),
            Origin::Default | Origin::Environment { .. } | Origin::Option { .. } => (usize::MAX, 0),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Default => {}
            Origin::File { path, line, column } => {
                write!(formatter, "{}:{line}:{column}: ", path.display())?;
            }
            Origin::Environment { variable } => write!(formatter, "{variable}: ")?,
            Origin::Option { name } => write!(formatter, "{name}: ")?,
        }
        if let Some(key) = &self.key {
            write!(formatter, "`{key}` ")?;
        }
        write!(formatter, "{}; {}", self.text, self.remedy)
    }
}

/// Why there is no configuration to run with.
#[derive(Debug)]
pub enum ConfigError {
    /// The file cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It can be read but not used; every problem found, in the order of the file, then the
    /// environment's. Never empty.
    Invalid(Vec<Problem>),
}

impl ConfigError {
    /// What is wrong, one by one; empty when the file could not be read at all.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Read { .. } => &[],
            Self::Invalid(problems) => problems,
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, .. } => write!(
                formatter,
                "cannot read the configuration `{}`; check that it is there and that this user \
                 may read it",
                path.display()
            ),
            Self::Invalid(problems) => {
                for (place, problem) in problems.iter().enumerate() {
                    if place > 0 {
                        writeln!(formatter)?;
                    }
                    write!(formatter, "{problem}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for ConfigError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } => Some(source),
            Self::Invalid(_) => None,
        }
    }
}

/// A value that a setting does not take; the reader adds the key and the place.
#[derive(Debug)]
pub(super) struct Refused {
    /// Bytes of the text that are to blame.
    pub(super) span: Range<usize>,
    /// The way from the key to the failing part, for example `[1].max_agents`.
    pub(super) within: String,
    /// What is wrong, to be read after the key.
    pub(super) text: String,
    /// What to do next.
    pub(super) remedy: String,
}

impl Refused {
    /// The same refusal, seen from one level further out.
    pub(super) fn below(mut self, step: &str) -> Self {
        self.within.insert_str(0, step);
        self
    }
}

/// Line and column, both from 1 and the column in characters, of a byte offset.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text
        .char_indices()
        .take_while(|(place, _)| *place < offset)
        .map(|(_, character)| character);
    before.fold((1, 1), |(line, column), character| {
        if character == '\n' {
            (line + 1, 1)
        } else {
            (line, column + 1)
        }
    })
}

/// A value in backticks, fit to stand in a message.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", shown(text))
}

/// A value as it may stand in a message: on one line, and not endless.
pub(super) fn shown(text: &str) -> String {
    const LONGEST_CHARS: usize = 80;
    let mut shown = String::new();
    for character in text.chars().take(LONGEST_CHARS) {
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    if text.chars().nth(LONGEST_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

/// The nearest of the names, when it is near enough to be meant.
pub(super) fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    names
        .into_iter()
        .map(|name| (distance(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 5)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Edits between two words (Levenshtein), row by row.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (line, from) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut last = line + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(right.chars()) {
            let above = *cell;
            *cell = (diagonal + usize::from(from != to)).min(above.min(last) + 1);
            diagonal = above;
            last = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (left, right, edits) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("drain_second", "drain_seconds", 1),
        ] {
            assert_eq!(distance(left, right), edits, "{left} {right}");
        }
        assert_eq!(nearest("zzz", ["listen", "mode"]), None);
    }

    #[test]
    fn columns_are_characters() {
        assert_eq!(line_and_column("é\nüx", 5), (2, 2));
        assert_eq!(line_and_column("", 0), (1, 1));
    }

    #[test]
    fn shows_no_control_characters_and_no_novels() {
        assert_eq!(quoted("a\u{1b}[31m"), "`a\\u{1b}[31m`");
        assert_eq!(quoted(&"é".repeat(90)).chars().count(), 83);
    }
}
