//! Reading a table that somebody else wrote: a spreadsheet, an editor, a program.

use super::unguarded;

/// Cells of one line at most.
const MAX_CELLS: usize = 1000;

/// A column that a table may have.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the header line.
    pub name: &'static str,
    /// Whether the table cannot do without it.
    pub is_needed: bool,
}

/// Why a file is no such table. What is wrong with single rows is told of these.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSheet {
    /// Nothing is in it.
    #[error("is empty: the first line names the columns")]
    Empty,
    /// It is in UTF-16, as some programs save text.
    #[error("is in UTF-16: save it as CSV in UTF-8")]
    Utf16,
    /// It is a spreadsheet itself, or an archive.
    #[error("is no CSV but a spreadsheet or an archive: save it as CSV in UTF-8")]
    Archive,
    /// Bytes that are not UTF-8.
    #[error("is not UTF-8 in line {line}: save it as CSV in UTF-8")]
    NotUtf8 {
        /// The line.
        line: u32,
    },
    /// Something that no text has.
    #[error("is no text: there is a zero byte in line {line}")]
    Binary {
        /// The line.
        line: u32,
    },
    /// A quotation mark without its fellow.
    #[error("has a quotation mark in line {line} that is never closed")]
    OpenQuote {
        /// The line.
        line: u32,
    },
    /// More cells in a line than any list has: they would take memory for nothing.
    #[error("has more than {MAX_CELLS} cells in line {line}")]
    TooWide {
        /// The line.
        line: u32,
    },
    /// A column whose name is empty.
    #[error("has no name for column {place}: the first line names each")]
    NamelessColumn {
        /// Which one, the first as 1.
        place: usize,
    },
    /// A column that nobody knows.
    #[error("has the column `{name}`, which is not known here; there are {known}")]
    UnknownColumn {
        /// Its name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// Two columns of one name.
    #[error("has the column `{0}` twice")]
    ColumnTwice(&'static str),
    /// A column without which nothing can be done.
    #[error("has no column `{name}`: the first line names the columns, of which there are {known}")]
    MissingColumn {
        /// Its name.
        name: &'static str,
        /// The names that there are.
        known: String,
    },
    /// More rows than are taken.
    #[error("has more than {max} rows: split it")]
    TooManyRows {
        /// How many are taken.
        max: usize,
    },
}

/// One row.
pub struct Row<'a> {
    record: &'a csv::StringRecord,
    places: &'a [&'static str],
}

impl<'a> Row<'a> {
    /// What stands in the column, trimmed; nothing where it is empty or the table has none.
    pub fn get(&self, column: &str) -> Option<&'a str> {
        let place = self.places.iter().position(|name| *name == column)?;
        let cell = unguarded(self.record.get(place)?.trim()).trim();
        (!cell.is_empty()).then_some(cell)
    }
}

/// Reads a table whose first line names its columns, in any order, and hands over its rows with
/// their line numbers, and what is wrong with the number of their cells. Lines without content are
/// left out. Gives the columns that it has.
pub fn read(
    bytes: &[u8],
    columns: &[Column],
    max_rows: usize,
    mut each: impl FnMut(u32, &Row<'_>, Option<String>),
) -> Result<Vec<&'static str>, BadSheet> {
    let text = text(bytes)?;
    let separator = separator(text);
    well_shaped(text, separator)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut places: Option<Vec<&'static str>> = None;
    let mut rows = 0;
    // Memory does not fail to be read, and what is in it is UTF-8.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.of(start);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(places) = &places else {
            places = Some(header(&record, columns)?);
            continue;
        };
        rows += 1;
        if rows > max_rows {
            return Err(BadSheet::TooManyRows { max: max_rows });
        }
        let row = Row {
            record: &record,
            places,
        };
        each(line, &row, uneven(record.len(), places.len()));
    }
    places.ok_or(BadSheet::Empty)
}

/// What is said of a row that has not a cell for each column.
fn uneven(cells: usize, columns: usize) -> Option<String> {
    let noun = if cells == 1 { "cell" } else { "cells" };
    (cells != columns).then(|| format!("has {cells} {noun}, where the first line has {columns}"))
}

/// The file as text, or what else it is.
fn text(bytes: &[u8]) -> Result<&str, BadSheet> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(BadSheet::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(BadSheet::Archive);
    }
    let line_at = |place: usize| Lines::new(bytes).of(place as u64);
    if let Some(place) = bytes.iter().position(|byte| *byte == 0) {
        // UTF-16 without its mark has a zero beside each letter.
        return Err(match place {
            0 | 1 => BadSheet::Utf16,
            _ => BadSheet::Binary {
                line: line_at(place),
            },
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| BadSheet::NotUtf8 {
        line: line_at(error.valid_up_to()),
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A semicolon where the first line has some and no comma, as spreadsheets write in half of Europe.
fn separator(text: &str) -> u8 {
    let ends = ['\r', '\n'];
    let content = text.trim_start_matches(ends);
    let first = content.split(ends).next().unwrap_or("");
    if first.contains(';') && !first.contains(',') {
        b';'
    } else {
        b','
    }
}

/// Sees that each quotation mark that opens a cell has its fellow, and that no line is too wide.
fn well_shaped(text: &str, separator: u8) -> Result<(), BadSheet> {
    let bytes = text.as_bytes();
    let (mut line, mut opened, mut cells) = (1, None, 1);
    let mut is_cell_start = true;
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        let next = bytes.get(place + 1);
        match (opened, byte) {
            (Some(_), b'"') if next == Some(&b'"') => place += 1,
            (Some(_), b'"') => opened = None,
            (None, b'"') if is_cell_start => opened = Some(line),
            (Some(_) | None, _) => {}
        }
        let is_end = opened.is_none() && matches!(byte, b'\r' | b'\n');
        is_cell_start = is_end || opened.is_none() && *byte == separator;
        cells = match (is_cell_start, is_end) {
            (_, true) => 1,
            (true, false) => cells + 1,
            (false, false) => cells,
        };
        if cells > MAX_CELLS {
            return Err(BadSheet::TooWide { line });
        }
        line += u32::from(ends_line(*byte, next));
        place += 1;
    }
    opened.map_or(Ok(()), |line| Err(BadSheet::OpenQuote { line }))
}

/// Whether a line ends with that byte: CR LF, LF alone, or CR alone.
fn ends_line(byte: u8, next: Option<&u8>) -> bool {
    byte == b'\n' || byte == b'\r' && next != Some(&b'\n')
}

/// The columns of a header line, in their order.
fn header(record: &csv::StringRecord, columns: &[Column]) -> Result<Vec<&'static str>, BadSheet> {
    let known = || {
        let names: Vec<String> = columns
            .iter()
            .map(|column| format!("`{}`", column.name))
            .collect();
        names.join(", ")
    };
    let mut places = Vec::with_capacity(record.len());
    for (place, cell) in record.iter().enumerate() {
        let name = unguarded(cell.trim());
        if name.is_empty() {
            return Err(BadSheet::NamelessColumn { place: place + 1 });
        }
        let column = columns
            .iter()
            .find(|column| column.name.eq_ignore_ascii_case(name))
            .ok_or_else(|| BadSheet::UnknownColumn {
                name: name.chars().filter(|c| !c.is_control()).take(80).collect(),
                known: known(),
            })?;
        if places.contains(&column.name) {
            return Err(BadSheet::ColumnTwice(column.name));
        }
        places.push(column.name);
    }
    let missing = columns
        .iter()
        .find(|column| column.is_needed && !places.contains(&column.name));
    match missing {
        Some(column) => Err(BadSheet::MissingColumn {
            name: column.name,
            known: known(),
        }),
        None => Ok(places),
    }
}

/// Counts lines up to places that only go forward.
struct Lines<'a> {
    bytes: &'a [u8],
    place: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            place: 0,
            line: 1,
        }
    }

    /// The line of what begins at that byte, or behind the line ends that stand there.
    fn of(&mut self, start: u64) -> u32 {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while let Some(byte) = self.bytes.get(self.place) {
            if self.place >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let next = self.bytes.get(self.place + 1);
            self.line += u32::from(ends_line(*byte, next));
            self.place += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column {
            name: "name",
            is_needed: true,
        },
        Column {
            name: "email",
            is_needed: true,
        },
        Column {
            name: "tier",
            is_needed: false,
        },
    ];

    type Found = Vec<(u32, Result<[Option<String>; 3], String>)>;

    fn rows(bytes: &[u8]) -> Result<Found, BadSheet> {
        let mut found = Vec::new();
        read(bytes, COLUMNS, 5, |line, row, wrong| {
            let own = |text: &str| text.to_owned();
            let cells = ["name", "email", "tier"].map(|of| row.get(of).map(own));
            found.push((line, wrong.map_or(Ok(cells), Err)));
        })?;
        Ok(found)
    }

    fn row(line: u32, cells: [&str; 3]) -> (u32, Result<[Option<String>; 3], String>) {
        let cell = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (line, Ok(cells.map(cell)))
    }

    #[test]
    fn tables_of_every_hand_are_read() {
        let (_, one) = row(2, ["Acme, Ltd", "a@b.c", "pro"]);
        for text in [
            "name,email,tier\n\"Acme, Ltd\",a@b.c,pro\n",
            "\u{feff}name,email,tier\r\n\"Acme, Ltd\",a@b.c,pro\r\n",
            "EMAIL; Name ;tier\r\na@b.c;Acme, Ltd;pro",
            "tier,name,email\rpro,\" Acme, Ltd \",a@b.c",
            "\r\rname;email;tier\rAcme, Ltd;a@b.c;pro\r",
        ] {
            let found = rows(text.as_bytes());
            let found = found.map(|rows| rows.into_iter().map(|(_, cells)| cells).collect());
            assert_eq!(found, Ok(vec![one.clone()]), "{text:?}");
        }
    }

    #[test]
    fn lines_are_those_that_an_editor_shows() {
        for end in ["\n", "\r\n"] {
            let text = [
                "",
                "name,email",
                "",
                "a,a@b.c",
                ",",
                "\"two",
                "lines\",b@b.c",
                "  ",
                "c",
                "d,d,d",
                "'=e,f",
            ]
            .join(end);
            let expected = vec![
                row(4, ["a", "a@b.c", ""]),
                row(6, [&format!("two{end}lines"), "b@b.c", ""]),
                (9, Err("has 1 cell, where the first line has 2".to_owned())),
                (
                    10,
                    Err("has 3 cells, where the first line has 2".to_owned()),
                ),
                row(11, ["=e", "f", ""]),
            ];
            assert_eq!(rows(text.as_bytes()), Ok(expected), "{end:?}");
        }
    }

    #[test]
    fn what_is_no_such_table_is_told_in_words() {
        let missing = |name| BadSheet::MissingColumn {
            name,
            known: "`name`, `email`, `tier`".to_owned(),
        };
        for (bytes, expected) in [
            (&b""[..], BadSheet::Empty),
            (b"\r\n\n", BadSheet::Empty),
            (b"\xff\xfen\0a\0", BadSheet::Utf16),
            (b"\xfe\xff\0n", BadSheet::Utf16),
            (b"n\0a\0m\0e\0", BadSheet::Utf16),
            (b"PK\x03\x04\x14", BadSheet::Archive),
            (b"name,email\n\xe9,x", BadSheet::NotUtf8 { line: 2 }),
            (b"name,email\na\0,x", BadSheet::Binary { line: 2 }),
            (
                b"name,email\na,b\n\"c,d\ne,f",
                BadSheet::OpenQuote { line: 3 },
            ),
            (b"name,email\na,\"b\"\"", BadSheet::OpenQuote { line: 2 }),
            (b"name,email,name", BadSheet::ColumnTwice("name")),
            (b"name,email,,\n", BadSheet::NamelessColumn { place: 3 }),
            (b"name", missing("email")),
            (b"email;tier", missing("name")),
            (
                b"name,email\n,\na,b\na,b\na,b\na,b\na,b\na,b",
                BadSheet::TooManyRows { max: 5 },
            ),
        ] {
            assert_eq!(rows(bytes), Err(expected), "{:?}", bytes.escape_ascii());
        }
        let wide = |cells: usize| format!("name,email\n\n{}\n", "x,".repeat(cells - 1));
        let told = rows(wide(MAX_CELLS).as_bytes()).unwrap();
        assert!(
            told[0].1.is_err(),
            "a line of {MAX_CELLS} cells is a row that is wrong"
        );
        let refused = rows(wide(MAX_CELLS + 1).as_bytes());
        assert_eq!(refused, Err(BadSheet::TooWide { line: 3 }));
        let quoted = format!("name,email\n\"{}\",a@b.c\n", ",".repeat(MAX_CELLS));
        assert!(rows(quoted.as_bytes()).unwrap()[0].1.is_ok());
        let unknown = rows(b"name,email,colour\n").unwrap_err().to_string();
        assert!(
            unknown.contains("`colour`") && unknown.contains("`tier`"),
            "{unknown}"
        );
    }
}
