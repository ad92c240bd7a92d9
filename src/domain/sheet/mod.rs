//! Tables as CSV (RFC 4180): one way to write them and one to read them, both with care for the
//! spreadsheets that people open them in.

mod read;
mod write;

pub use read::{BadSheet, Column, Row, read};
pub use write::Sheet;

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula, in full width too, as some do where
/// such signs are typed. Names in a table come from strangers.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// A cell as it is written: what would be taken for a formula gets an apostrophe in front, and so
/// does what looks as if it had one, so that [`unguarded`] gives back what was written.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// A cell as it was meant: without the apostrophe that [`guarded`] put in front.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(meant) if is_formula(meant) => meant,
        Some(_) | None => cell,
    }
}

/// Whether a formula begins behind apostrophes and blanks, which some spreadsheets pass over.
fn is_formula(cell: &str) -> bool {
    let behind = cell.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    let before = cell.strip_suffix(behind).unwrap_or_default();
    behind.starts_with(FORMULA) || before.contains(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_come_off_again() {
        for cell in [
            "",
            "Acme",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "'tis",
            "O'Hara",
            "1=1",
            "'",
            "\n=1",
            "  =1",
            " \t",
            "\u{3000}=1",
            "'=1+1",
            "''=1",
            "'\t",
            "\u{ff1d}1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}x",
            "'\u{ff1d}1",
            "' -1",
        ] {
            assert_eq!(unguarded(&guarded(cell)), cell, "{cell:?}");
            let shown = guarded(cell);
            assert!(!shown.trim_start().starts_with(FORMULA), "{cell:?}");
        }
        // What nothing takes for a formula stays as it is.
        for cell in ["Acme", "'tis", "1=1", "", "' '", "a\t=1"] {
            assert_eq!(guarded(cell), cell);
        }
    }
}
