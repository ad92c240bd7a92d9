//! Writing a table.

use super::guarded;

/// A table in the making: its columns, then a row at a time.
#[derive(Debug)]
pub struct Sheet {
    writer: csv::Writer<Vec<u8>>,
}

impl Sheet {
    /// A table with these columns and no rows.
    pub fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Self {
        let writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(Vec::new());
        let mut sheet = Self { writer };
        sheet.row(columns);
        sheet
    }

    /// Adds a row; none of its cells is a formula.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for cell in cells {
            // Writing to memory cannot fail.
            self.writer.write_field(&*guarded(cell.as_ref())).ok();
        }
        self.writer.write_record(None::<&[u8]>).ok();
    }

    /// The bytes of the whole table.
    pub fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        for (cell, written) in [
            ("", ""),
            ("db/orders", "db/orders"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("1=1", "1=1"),
        ] {
            let mut sheet = Sheet::new(["a", "b"]);
            sheet.row([cell, "x"]);
            let bytes = sheet.into_bytes();
            let expected = format!("a,b\r\n{written},x\r\n");
            assert_eq!(String::from_utf8(bytes).unwrap(), expected, "{cell:?}");
        }
    }
}
