//! Figures that were measured stand in `docs/PERFORMANCE.md`; where they are said again, they are the same.

use std::fs;
use std::path::Path;

use crate::docs;

/// Where a figure is said, its words there, and the row of the tables that it is from.
const SAID: &[(&str, &str, &str)] = &[
    ("README", "34,700: ", "| **Portcullis** | 128 | 34,749 |"),
    (
        "README",
        ": 8.3 times Cerbos",
        "| Portcullis / Cerbos | 128 | 8.29 |",
    ),
    (
        "README",
        ", 0.31 of nginx",
        "| Portcullis / nginx | 128 | 0.31 |",
    ),
    ("README", "34 µs: ", "10.8 ms | 33.9 µs |"),
    ("README", ": 0.08 of Cerbos", "| 8.29 | 0.08 |"),
    ("README", ", 4.1 times nginx", "| 0.31 | 4.07 |"),
    ("README", "17,000 checks a second", "| checks/s | 17,005 |"),
    (
        "README",
        "after 0.8 s, ",
        "| start to the first approval | 36 ms | 819 ms |",
    ),
    (
        "README",
        "355 MiB",
        "| RSS after start | 25 MiB | 355 MiB |",
    ),
    (
        "README",
        ", 0.74 of the rate",
        "Throughput of the large one is 0.74 of",
    ),
    (
        "README",
        "| 22 MiB; ",
        "| RSS after 5 s at rest | 22.3 MiB |",
    ),
    ("README", "after 29 ms", "| start to /health 200 | 29 ms |"),
    ("README", "after 76 to 216 ms", "after 76 to 216 ms"),
    (
        "SALES",
        "answered 8.3 times as many checks",
        "| Portcullis / Cerbos | 128 | 8.29 |",
    ),
    (
        "SALES",
        "34,700 checks a second",
        "| **Portcullis** | 128 | 34,749 |",
    ),
    ("SALES", "34 µs of CPU", "10.8 ms | 33.9 µs |"),
];

/// The numbers in a text, without what parts their digits.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
    text.replace(',', "")
        .split(|letter| !is_part(letter))
        .filter_map(|part| part.trim_matches('.').parse().ok())
        .collect()
}

/// What is said differently from what was measured. A figure may be rounded, and told in seconds.
fn faults(said: &[(&str, &str, &str)], read: &dyn Fn(&str) -> String) -> Vec<String> {
    let measured = read("PERFORMANCE").replace('\n', " ");
    let mut faults = Vec::new();
    for (document, words, row) in said {
        let text = read(document).replace('\n', " ");
        let figures = numbers(words);
        let rows = numbers(row);
        let fits = |figure: &f64| {
            let is_near = |row: &f64| (figure - row).abs() <= row * 0.025;
            rows.iter()
                .any(|row| is_near(row) || is_near(&(row / 1000.0)))
        };
        if !text.contains(words) {
            faults.push(format!("{document} does not say `{words}`"));
        } else if !measured.contains(row) {
            faults.push(format!(
                "`{words}` of {document} was `{row}`, which is measured anew"
            ));
        } else if figures.is_empty() || !figures.iter().all(fits) {
            faults.push(format!("{document} says `{words}`, measured was `{row}`"));
        }
    }
    faults
}

fn text_of(name: &str) -> String {
    let path = match name {
        "README" => Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"),
        name => docs().join(format!("{name}.md")),
    };
    fs::read_to_string(path).unwrap()
}

#[test]
fn figures_are_those_that_were_measured() {
    let faults = faults(SAID, &text_of);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_figure_that_was_not_measured_is_found() {
    let read = |name: &str| match name {
        "PERFORMANCE" => "| checks/s | 17,005 |".to_owned(),
        _ => "17,000 checks a second\nand 18,000 more".to_owned(),
    };
    let row = "| checks/s | 17,005 |";
    assert!(faults(&[("A", "17,000 checks", row)], &read).is_empty());
    for lie in [
        ("A", "18,000 more", row),
        ("A", "17,000 requests", row),
        ("A", "17,000 checks", "| checks/s | 16,995 |"),
        ("A", "checks a second", row),
    ] {
        assert_eq!(faults(&[lie], &read).len(), 1, "{lie:?}");
    }
}
