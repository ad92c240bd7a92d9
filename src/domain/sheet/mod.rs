//! Tables as CSV (RFC 4180): one way to write them and one to read them, both with care for the
//! spreadsheets that people open them in.

mod read;
mod write;

pub use read::{BadSheet, Column, Row, read};
pub use write::Sheet;

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula. Names in a table come from strangers.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell as it is written: what would be taken for a formula gets an apostrophe in front.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// A cell as it was meant: without the apostrophe that [`guarded`] put in front.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(meant) if meant.starts_with(FORMULA) => meant,
        Some(_) | None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_come_off_again() {
        for cell in [
            "", "Acme", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'tis", "O'Hara", "1=1",
            "'",
        ] {
            assert_eq!(unguarded(&guarded(cell)), cell, "{cell:?}");
            assert!(!guarded(cell).starts_with(FORMULA), "{cell:?}");
        }
    }
}
