//! A few lines of text, such as an address.

use super::error::Refused;
use super::setting::{Allowed, Found, Setting, Shown, toml_string};

const MAX_LINES: usize = 12;
const MAX_LINE_CHARS: usize = 200;

/// Lines as they are printed; none of them is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(pub Vec<String>);

impl Setting for Lines {
    /// One text, or an array of several; the empty text is none.
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        if found.is_empty_text() {
            return Ok(Self::default());
        }
        let Some(elements) = found.elements() else {
            return read_line(found).map(|line| Self(vec![line]));
        };
        let mut lines = Vec::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            lines.push(read_line(&element).map_err(|refused| refused.below(&step))?);
        }
        if lines.len() > MAX_LINES {
            let text = format!("has {} lines", lines.len());
            return Err(found.refused(text, format!("give at most {MAX_LINES} lines")));
        }
        Ok(Self(lines))
    }

    fn show(&self) -> Shown {
        let written: Vec<String> = self.0.iter().map(|line| toml_string(line)).collect();
        Shown::Inline(format!("[{}]", written.join(", ")))
    }

    fn kind() -> &'static str {
        "text, or an array of texts, one for each line"
    }
}

fn read_line(found: &Found<'_>) -> Result<String, Refused> {
    let fits = |text: &&str| {
        !text.trim().is_empty()
            && text.chars().count() <= MAX_LINE_CHARS
            && !text.contains(char::is_control)
    };
    found.text().filter(fits).map(str::to_owned).ok_or_else(|| {
        found.is_not(format!(
            "give a line of 1 to {MAX_LINE_CHARS} characters in quotes"
        ))
    })
}

#[cfg(test)]
mod tests {
    use crate::config::print_effective;
    use crate::config::tests::{fine, refused};

    #[test]
    fn lines_are_one_text_or_several() {
        for (text, lines) in [
            ("[billing]\nissuer = \"Gate Ltd\"\n", &["Gate Ltd"][..]),
            (
                "[billing]\nissuer = [\"Gate Ltd\", \"1 High Street\"]\n",
                &["Gate Ltd", "1 High Street"],
            ),
            ("[billing]\nissuer = []\n", &[]),
            ("[billing]\nissuer = \"\"\n", &[]),
        ] {
            let loaded = fine(text, &[]);
            assert_eq!(loaded.config.billing.issuer.0, lines);
            let again = fine(&print_effective(&loaded, true), &[]);
            assert_eq!(again.config, loaded.config);
        }
        let variable = ("PORTCULLIS_BILLING__ISSUER", "[\"Gate Ltd\", \"London\"]");
        assert_eq!(
            fine("", &[variable]).config.billing.issuer.0,
            ["Gate Ltd", "London"]
        );
    }

    #[test]
    fn what_is_no_line_is_refused() {
        insta::assert_snapshot!(refused("[billing]\nissuer = [\"a\", \" \"]\n", &[]), @"portcullis.toml:2:16: `billing.issuer[1]` is ` `; give a line of 1 to 200 characters in quotes");
        insta::assert_snapshot!(refused("[billing]\nissuer = \"a\\tb\"\n", &[]), @r"portcullis.toml:2:10: `billing.issuer` is `a\tb`; give a line of 1 to 200 characters in quotes");
        insta::assert_snapshot!(refused("[billing]\nissuer = 7\n", &[]), @"portcullis.toml:2:10: `billing.issuer` is `7`; give a line of 1 to 200 characters in quotes");
        let many = format!("[billing]\nissuer = [{}]\n", "\"a\", ".repeat(13));
        insta::assert_snapshot!(refused(&many, &[]), @"portcullis.toml:2:10: `billing.issuer` has 13 lines; give at most 12 lines");
    }
}
