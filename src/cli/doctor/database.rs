//! The database, looked at and not touched.

use super::finding::{Finding, Severity};
use crate::domain::time::Timestamp;
use crate::store::{Header, Inspector, Origin, StoreError};

/// Records at the end of the log that are verified without `--deep`.
const RECENT: u64 = 10_000;

/// What came of looking at a database.
pub(super) struct Examined {
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// When the last record was made.
    pub(super) last_record_at: Option<Timestamp>,
    /// Whose it is.
    pub(super) origin: Option<Origin>,
}

impl Examined {
    /// One that cannot be looked into.
    fn closed(finding: Finding) -> Self {
        Self {
            findings: vec![finding],
            last_record_at: None,
            origin: None,
        }
    }
}

/// Looks at a database.
pub(super) fn examine(opened: Result<Inspector, StoreError>, deep: bool) -> Examined {
    let broken = "see `Corrupted database` in docs/OPERATIONS.md; keep a copy of the data \
                  directory as it is";
    let problem =
        |name, error: &StoreError| Finding::new(name, Severity::Problem, error.to_string(), broken);
    let inspector = match opened {
        Ok(inspector) => inspector,
        Err(error) => return Examined::closed(problem("database", &error)),
    };
    let schema = match inspector.header() {
        Ok(header) => schema(header),
        Err(error) => return Examined::closed(problem("database", &error)),
    };
    if schema.severity == Severity::Problem {
        return Examined::closed(schema);
    }
    let database = match inspector.faults(deep) {
        Ok(faults) if faults.is_empty() => {
            let depth = if deep {
                "every page and index"
            } else {
                "every page"
            };
            Finding::ok("database", format!("{depth} is whole"))
        }
        Ok(faults) => Finding::new("database", Severity::Problem, faults.join("; "), broken),
        Err(error) => problem("database", &error),
    };
    let verified = if deep {
        inspector.verify()
    } else {
        inspector.verify_end(RECENT)
    };
    let (chain, last) = match verified {
        Ok(verified) => {
            let last = (verified.head > 0).then_some(verified.head_at);
            let finding = match verified.broken_at {
                None => {
                    let (count, head) = (verified.records, verified.head);
                    Finding::ok(
                        "chain",
                        format!("{count} of {head} records follow each other"),
                    )
                }
                Some(seq) => Finding::new(
                    "chain",
                    Severity::Problem,
                    format!("record {seq} does not follow from the one before it"),
                    "the log was altered: see `Corrupted database` in docs/OPERATIONS.md",
                ),
            };
            (finding, last.filter(|_| verified.broken_at.is_none()))
        }
        Err(error) => (problem("chain", &error), None),
    };
    let messages = match inspector.messages_standing() {
        Ok(standing) => super::mail::messages(&standing),
        Err(error) => problem("messages", &error),
    };
    Examined {
        findings: vec![schema, database, chain, messages],
        last_record_at: last,
        // One that cannot be read was told above.
        origin: inspector.origin().ok().flatten(),
    }
}

fn schema(found: Header) -> Finding {
    let name = "schema";
    let Header {
        is_ours,
        schema,
        newest,
    } = found;
    if !is_ours {
        let text = "the file is no database of Portcullis";
        let remedy = "name the right directory with `--data-dir`";
        return Finding::new(name, Severity::Problem, text, remedy);
    }
    if schema > newest {
        let text = format!("version {schema}, and this program knows {newest}");
        let remedy = "install the newer program again, or restore a backup made before the upgrade";
        return Finding::new(name, Severity::Problem, text, remedy);
    }
    if schema < newest {
        let text = format!("version {schema}; the next start makes it {newest}");
        let remedy = "nothing: the database is backed up before it is upgraded";
        return Finding::new(name, Severity::Note, text, remedy);
    }
    Finding::ok(name, format!("version {schema}"))
}
