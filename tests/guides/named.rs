//! What documents name of the source tree is there: files and folders, and tests.

use std::collections::BTreeSet;
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

/// The names of all functions in the source tree that are tests, or could be.
fn functions() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("tests")];
    let mut functions = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("node_modules")).then_some(path));
            } else if path
                .extension()
                .is_some_and(|end| end == "rs" || end == "mjs")
            {
                let text = fs::read_to_string(&path).unwrap();
                let after = text.split("fn ").skip(1);
                functions.extend(after.filter_map(|rest| {
                    let name: String = rest
                        .chars()
                        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                        .collect();
                    (!name.is_empty()).then_some(name)
                }));
                let titles = text.split("test('").skip(1);
                functions
                    .extend(titles.filter_map(|rest| rest.split('\'').next().map(str::to_owned)));
            }
        }
    }
    functions
}

/// What is named and is not there.
fn absent(name: &str, document: &str, functions: &BTreeSet<String>) -> Vec<String> {
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
        let word = span.rsplit("::").next().unwrap();
        let is_plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        let is_test = word.chars().all(is_plain) && word.matches('_').count() > 3;
        if name == "IMPROVEMENTS_SUMMARY" && is_test && !functions.contains(word) {
            absent.push(format!("{name}:{line}: there is no test `{word}`"));
        }
    }
    absent
}

#[test]
fn what_documents_name_of_the_source_tree_is_there() {
    let functions = functions();
    assert!(functions.len() > 1000, "{}", functions.len());
    let mut faults = Vec::new();
    for entry in fs::read_dir(docs()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "md") {
            let text = fs::read_to_string(&path).unwrap();
            faults.extend(absent(crate::stem(&path), &text, &functions));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    // What is wrong is found.
    let name = "IMPROVEMENTS_SUMMARY";
    let wrong = "`src/nothing.rs`\n`a_test_that_nobody_wrote`\n`src/lib.rs` `max_agents`\n";
    assert_eq!(absent(name, wrong, &functions).len(), 2);
}
