//! Markdown for a terminal: paragraphs, lists and quotations folded to its width, tables that are wider
//! told row by row. What stands in fences stays as it is, since people copy it.

/// Folds a document to that many columns.
pub(super) fn folded(markdown: &str, width: usize) -> String {
    let mut folder = Folder {
        width,
        ..Folder::default()
    };
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with(['>', '|', '#'])
            || fence_of(line).is_some_and(|_| !line.starts_with(' '))
        {
            folder.end_paragraph();
            folder.hanging = 0;
        }
        if let Some(fence) = fence_of(line) {
            folder.verbatim(line);
            for line in lines.by_ref() {
                folder.out(line);
                if line.trim_start().starts_with(fence) {
                    break;
                }
            }
        } else if line.starts_with('>') {
            let mut inner = vec![unquoted(line)];
            while let Some(line) = lines.next_if(|line| line.starts_with('>')) {
                inner.push(unquoted(line));
            }
            folder.quotation(&inner.join("\n"));
        } else if line.starts_with('|') {
            let mut rows = vec![line];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(line);
            }
            folder.table(&rows);
        } else {
            folder.line(line);
        }
    }
    folder.end_paragraph();
    folder.done
}

#[derive(Default)]
struct Folder {
    width: usize,
    done: String,
    /// What begins the first line of the paragraph that is open, and its words.
    first: String,
    words: Vec<String>,
    /// Columns that what belongs to the list item before is moved in; 0 outside of lists.
    hanging: usize,
}

impl Folder {
    fn out(&mut self, line: &str) {
        self.done.push_str(line.trim_end());
        self.done.push('\n');
    }

    fn verbatim(&mut self, line: &str) {
        self.end_paragraph();
        self.out(line);
    }

    fn line(&mut self, line: &str) {
        let text = line.trim_start();
        let indent = columns(line) - columns(text);
        if text.is_empty() {
            self.verbatim("");
        } else if let Some(marker) = marker_of(text) {
            self.end_paragraph();
            self.hanging = indent + columns(marker);
            self.first = format!("{}{marker}", " ".repeat(indent));
            self.keep(text.get(marker.len()..).unwrap_or_default());
        } else if !self.words.is_empty() && !text.starts_with('#') {
            self.keep(text);
        } else if text.starts_with('#') || indent >= self.hanging + 4 {
            // Headings; and code, which is moved in further than what it belongs to.
            self.verbatim(line);
        } else {
            if indent == 0 {
                self.hanging = 0;
            }
            self.first = " ".repeat(self.hanging);
            self.keep(text);
        }
    }

    fn keep(&mut self, text: &str) {
        self.words
            .extend(text.split_whitespace().map(str::to_owned));
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let rest = " ".repeat(self.hanging);
        let first = std::mem::take(&mut self.first);
        self.write(&first, &rest, words.iter().map(String::as_str));
    }

    /// Writes words in lines of the width. A word that is longer has a line of its own.
    fn write<'w>(&mut self, first: &str, rest: &str, words: impl Iterator<Item = &'w str>) {
        let mut line = first.to_owned();
        let mut is_begun = false;
        for word in words {
            if is_begun && columns(&line) + 1 + columns(word) > self.width {
                self.out(&line);
                rest.clone_into(&mut line);
                is_begun = false;
            }
            if is_begun {
                line.push(' ');
            }
            line.push_str(word);
            is_begun = true;
        }
        self.out(&line);
    }

    fn quotation(&mut self, inner: &str) {
        self.end_paragraph();
        for line in folded(inner, self.width.saturating_sub(2)).lines() {
            self.out(&format!("> {line}"));
        }
    }

    /// As it is where it fits; otherwise each row by its first cell, and the others below it with the
    /// names of their columns.
    fn table(&mut self, rows: &[&str]) {
        self.end_paragraph();
        if rows.iter().all(|row| columns(row) <= self.width) {
            for row in rows {
                self.out(row);
            }
            return;
        }
        let mut rows = rows.iter();
        let names = rows.next().map_or_else(Vec::new, |row| cells(row));
        for (place, row) in rows.skip(1).enumerate() {
            if place > 0 {
                self.out("");
            }
            let row = cells(row);
            let mut row = row.iter();
            let head = row.next().map_or("", String::as_str);
            self.write("", "  ", head.split_whitespace());
            for (place, cell) in row.enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let name = names.get(place + 1).map_or("", String::as_str);
                let name = if name.is_empty() {
                    String::new()
                } else {
                    format!("{name}:")
                };
                let words = name.split_whitespace().chain(cell.split_whitespace());
                self.write("  ", "    ", words);
            }
        }
    }
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

fn fence_of(line: &str) -> Option<&'static str> {
    let text = line.trim_start();
    ["```", "~~~"]
        .into_iter()
        .find(|fence| text.starts_with(fence))
}

fn unquoted(line: &str) -> &str {
    let text = line.strip_prefix('>').unwrap_or(line);
    text.strip_prefix(' ').unwrap_or(text)
}

/// The marker of a list item, with the space behind it.
fn marker_of(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match text.get(digits..)?.chars().next()? {
        '-' | '*' | '+' if digits == 0 => 1,
        '.' | ')' if digits > 0 => digits + 1,
        _ => return None,
    };
    let is_marker = text.get(mark..)?.starts_with(' ');
    is_marker.then(|| text.get(..=mark)).flatten()
}

/// The cells of a row. A bar with a backslash is no end of one.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').unwrap_or(row).replace("\\|", "\u{0}");
    row.split('|')
        .map(|cell| cell.trim().replace('\u{0}', "|"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_folded_and_what_is_copied_is_not() {
        let text = "# A heading that is longer than the line may be\n\n\
                    One two three four five six\nseven eight.\n\n\
                    - first of a list that is long\n  and goes on\n- second\n\n\
                    10. tenth, which is longer\n    and goes on\n\n\
                    ```sh\na command that is longer than the line\n```\n\n\
                        \x20   curl -s https://gate.example/a/long/path\n\n\
                    > said by somebody who said\n> much\n";
        insta::assert_snapshot!(folded(text, 20), @r"
        # A heading that is longer than the line may be

        One two three four
        five six seven
        eight.

        - first of a list
          that is long and
          goes on
        - second

        10. tenth, which is
            longer and goes
            on

        ```sh
        a command that is longer than the line
        ```

            curl -s https://gate.example/a/long/path

        > said by somebody
        > who said much
        ");
    }

    #[test]
    fn a_table_that_is_too_wide_is_told_row_by_row() {
        let narrow = "| a | b |\n|---|--:|\n| c | 1 |\n";
        assert_eq!(folded(narrow, 20), narrow);
        let wide = "| product | what it is | |\n|---|---|---|\n| **One** | a thing that \\| is | x |\n\
                    | Two | | |\n\nEnd.\n";
        insta::assert_snapshot!(folded(wide, 24), @r"
        **One**
          what it is: a thing
            that | is
          x

        Two

        End.
        ");
    }

    #[test]
    fn the_words_stay_what_they_are() {
        let words =
            |text: &str| -> String { text.split_whitespace().collect::<Vec<_>>().join(" ") };
        let text = "A *word* and `code span`,\n  moved in\n\n* x\n\n  more of x\n\n1) y\n";
        for width in [1, 7, 20, 80, 1000] {
            assert_eq!(words(&folded(text, width)), words(text), "{width}");
        }
        assert_eq!(folded("", 80), "");
        assert_eq!(folded("```\nnever closed", 5), "```\nnever closed\n");
    }
}
