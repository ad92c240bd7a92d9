//! What documents name of the source tree is there: files and folders, and tests.

use std::fs;
use std::path::Path;

use crate::docs;

const FOLDERS: &[&str] = &[
    "src/",
    "tests/",
    "docs/",
    "packaging/",
    "benches/",
    "assets/",
    "systemd/",
    ".ci/",
];

/// What stands between backquotes, outside of fences.
fn spans(document: &str) -> Vec<(usize, String)> {
    let mut spans = Vec::new();
    let mut is_fenced = false;
    for (place, line) in document.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            let inside = line.split('`').skip(1).step_by(2);
            spans.extend(inside.map(|span| (place + 1, span.to_owned())));
        }
    }
    spans
}

/// What is named and is not there.
fn absent(name: &str, document: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut absent = Vec::new();
    for (line, span) in spans(document) {
        let path = span.split("::").next().unwrap();
        let is_path = FOLDERS.iter().any(|folder| path.starts_with(folder))
            && !path.contains(['*', '{', '<', '…', ' ', '$']);
        // What is said of other projects names files of theirs.
        let is_ours = name != "SALES" || !path.starts_with("docs/");
        if is_path && is_ours && !root.join(path).exists() {
            absent.push(format!("{name}:{line}: `{path}` is not there"));
        }
        // A test is named with the file that it stands in.
        let named = span
            .split_once("::")
            .filter(|_| is_path && Path::new(path).extension().is_some_and(|end| end == "rs"));
        if let Some((path, test)) = named {
            let source = fs::read_to_string(root.join(path)).unwrap_or_default();
            if !source.contains(&format!("fn {test}(")) {
                absent.push(format!("{name}:{line}: there is no test `{span}`"));
            }
        }
    }
    absent
}

#[test]
fn what_documents_name_of_the_source_tree_is_there() {
    let mut faults = Vec::new();
    for entry in fs::read_dir(docs()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "md") {
            let text = fs::read_to_string(&path).unwrap();
            faults.extend(absent(crate::stem(&path), &text));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    // What is wrong is found.
    let wrong = "`src/nothing.rs`\n`tests/cli.rs::nothing`\n`src/lib.rs` `max_agents` `docs/`\n";
    assert_eq!(absent("A", wrong).len(), 2);
}
