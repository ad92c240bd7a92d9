//! A finding: what was looked at, what was measured, and what to do about it.

use serde_json::{Value, json};

use crate::cli::output::clean;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) enum Severity {
    /// As it should be.
    Ok,
    /// Worth knowing.
    Note,
    /// It works, and will not for ever.
    Warning,
    /// It does not work, or something may be lost.
    Problem,
}

impl Severity {
    /// Its word, in the output for programs too.
    pub(in crate::cli) fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Problem => "problem",
        }
    }

    /// The exit code of a check-up whose worst finding is of that severity.
    pub(in crate::cli) fn exit_code(self) -> u8 {
        match self {
            Self::Ok | Self::Note => 0,
            Self::Warning => 7,
            Self::Problem => 8,
        }
    }
}

/// What was found.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Finding {
    /// What was looked at; stable.
    pub(in crate::cli) name: &'static str,
    /// How bad it is.
    pub(in crate::cli) severity: Severity,
    /// What was measured.
    pub(in crate::cli) found: String,
    /// What to do; nothing where nothing is to be done.
    pub(in crate::cli) remedy: Option<String>,
}

impl Finding {
    /// As it should be.
    pub(in crate::cli) fn ok(name: &'static str, found: impl Into<String>) -> Self {
        Self {
            name,
            severity: Severity::Ok,
            found: found.into(),
            remedy: None,
        }
    }

    /// Not as it should be.
    pub(in crate::cli) fn new(
        name: &'static str,
        severity: Severity,
        found: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            name,
            severity,
            found: found.into(),
            remedy: Some(remedy.into()),
        }
    }

    /// For programs; the members are stable.
    pub(in crate::cli) fn document(&self) -> Value {
        json!({
            "found": self.found, "name": self.name, "remedy": self.remedy,
            "severity": self.severity.word(),
        })
    }
}

/// The worst of them.
pub(in crate::cli) fn worst(findings: &[Finding]) -> Severity {
    let severities = findings.iter().map(|finding| finding.severity);
    severities.max().unwrap_or(Severity::Ok)
}

/// For people: a line for each, and below it what to do.
pub(in crate::cli) fn lines(findings: &[Finding]) -> String {
    let width = findings.iter().map(|finding| finding.name.len()).max();
    let width = width.unwrap_or(0);
    let all = findings.iter().map(|finding| {
        let (name, word) = (finding.name, finding.severity.word());
        let found = clean(&finding.found);
        let line = format!("{word:<7}  {name:<width$}  {found}\n");
        match &finding.remedy {
            Some(remedy) => format!("{line}{:7}  {:width$}  -> {}\n", "", "", clean(remedy)),
            None => line,
        }
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_decides_and_lines_line_up() {
        let findings = [
            Finding::ok("clock", "it is now"),
            Finding::new("disk", Severity::Warning, "0.5 GiB free\u{1b}", "make room"),
        ];
        assert_eq!(worst(&findings), Severity::Warning);
        assert_eq!(worst(&findings).exit_code(), 7);
        assert_eq!(worst(&[]).exit_code(), 0);
        assert_eq!(Severity::Problem.exit_code(), 8);
        insta::assert_snapshot!(lines(&findings), @r"
        ok       clock  it is now
        warning  disk   0.5 GiB free?
                        -> make room
        ");
    }
}
