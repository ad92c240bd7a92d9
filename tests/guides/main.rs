//! The documents are run: every command in them against the real program, every answer that they show
//! compared with the one that comes, every figure made from what is in force. The rules are in
//! `docs/decisions/0023-documents-that-run.md`.
//!
//! `GUIDES_DOCS` names another directory of documents, `GUIDES_PORTCULLIS` another program,
//! `GUIDES_TYPESCRIPT` the folder of TypeScript's compiler.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod blocks;
mod clients;
mod compare;
mod figures;
mod generated;
mod liar;
mod named;
mod reference;
mod run;
mod session;
mod things;

use std::path::{Path, PathBuf};

use rstest::rstest;

/// Documents from before the rules, whose blocks show commands and are not run as they stand. A
/// document that is not named here is run.
const SHOWN_ONLY: &[&str] = &[
    "ARCHITECTURE",
    "AUDIT_FORMAT",
    "BACKUP",
    "CLI",
    "CONFIGURATION",
    "CONSOLE",
    "CORS",
    "INSTALL",
    "OPERATIONS",
    "PERFORMANCE",
    "TLS",
];

/// Where the documents are.
fn docs() -> PathBuf {
    match std::env::var_os("GUIDES_DOCS") {
        Some(directory) => directory.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"),
    }
}

fn stem(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

#[rstest]
fn every_block_of_a_document_is_true(#[files("docs/*.md")] path: PathBuf) {
    let name = stem(&path);
    if SHOWN_ONLY.contains(&name) {
        return;
    }
    let text = std::fs::read_to_string(docs().join(format!("{name}.md"))).unwrap();
    run::document(name, &text).unwrap_or_else(|fault| panic!("\n{fault}"));
}

/// For those who write: only the documents that `GUIDES_DOCUMENTS` names, or all in the directory.
#[test]
#[ignore = "for those who write documents"]
fn the_documents_that_are_asked_for() {
    let asked = std::env::var("GUIDES_DOCUMENTS").unwrap_or_default();
    let asked: Vec<&str> = asked.split_whitespace().collect();
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(docs()).unwrap() {
        let path = entry.unwrap().path();
        let is_wanted = path.extension().is_some_and(|end| end == "md")
            && if asked.is_empty() {
                !SHOWN_ONLY.contains(&stem(&path))
            } else {
                asked.contains(&stem(&path))
            };
        if is_wanted {
            let text = std::fs::read_to_string(&path).unwrap();
            let outcome = run::document(stem(&path), &text);
            eprintln!(
                "{}: {}",
                stem(&path),
                if outcome.is_ok() {
                    "holds"
                } else {
                    "does not hold"
                }
            );
            faults.extend(outcome.err());
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n\n"));
}
