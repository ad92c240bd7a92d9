//! The parts of documents that are made: in the source tree they hold what the built-in defaults give.
//! `UPDATE_DOCUMENTS=1 cargo test --test guides generated` writes them.

use std::fs;
use std::path::{Path, PathBuf};

use portcullis::config::{self, Config};
use portcullis::http::documents::reference;
use portcullis::http::documents::{Facts, fill, own};

use crate::{docs, stem};

fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(docs()).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "md"));
    paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    paths.sort();
    paths
}

fn is_update() -> bool {
    std::env::var("UPDATE_DOCUMENTS").is_ok_and(|value| value == "1")
}

#[test]
fn generated_parts_hold_what_the_defaults_give() {
    let config = Config::default();
    let settings = config::shown(&config);
    let facts = Facts {
        tiers: &config.tiers,
        settings: &settings,
        policy: own::POLICY.built_in,
        help: own::HELP.built_in,
    };
    let mut faults = Vec::new();
    for path in documents() {
        let name = stem(&path).to_owned();
        let mut text = fs::read_to_string(&path).unwrap();
        if name == "API_DOCS" {
            text += &missing_chapters(&text);
        }
        let filled = fill(&text, &facts);
        faults.extend(filled.faults.iter().map(|fault| format!("{name}: {fault}")));
        for (place, line) in text.lines().enumerate() {
            let is_part = line.starts_with("<!-- from: ") || line.starts_with("<!-- end -->");
            if is_part && !line.ends_with(" -->") {
                let number = place + 1;
                faults.push(format!(
                    "{name}:{number}: a part in a line needs a word before it"
                ));
            }
        }
        let written = fs::read_to_string(&path).unwrap();
        if filled.marked != written {
            if is_update() {
                fs::write(&path, &filled.marked).unwrap();
            } else {
                let pair = filled.marked.lines().zip(written.lines());
                let first = pair.zip(1..).find(|((made, is), _)| made != is);
                faults.push(format!(
                    "{name}: run `UPDATE_DOCUMENTS=1 cargo test --test guides generated`: {first:?}"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_reference_has_each_operation_of_the_openapi_document_once() {
    let text = fs::read_to_string(docs().join("API_DOCS.md")).unwrap();
    let document = portcullis::http::openapi::as_json();
    let document: serde_json::Value = serde_json::from_slice(document).unwrap();
    let mut count = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let heading = format!(
                "### {}\n\n`{} {path}`\n",
                operation["summary"].as_str().unwrap(),
                method.to_uppercase()
            );
            assert_eq!(text.matches(&heading).count(), 1, "{heading}");
            count += 1;
        }
    }
    assert_eq!(
        text.matches("\n### ").count(),
        count,
        "another heading of the third level"
    );
}

/// The chapters of the API that its reference does not have yet, with what the table says of them.
fn missing_chapters(text: &str) -> String {
    let mut missing = String::new();
    for chapter in reference::chapters() {
        let start = format!("<!-- from: routes {chapter} -->");
        match text.matches(&start).count() {
            0 => {
                let introduction = reference::introduction(chapter);
                missing.extend([format!(
                    "\n## {chapter}\n\n{introduction}\n\n{start}\n\n<!-- end -->\n"
                )]);
            }
            1 => {}
            count => panic!("`{start}` is there {count} times"),
        }
    }
    missing
}
