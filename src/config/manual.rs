//! The manual page of the file, `portcullis.toml(5)`, made from the list of keys.

use roff::{Inline, Roff, bold, italic, line_break, roman};

use super::keys::SECTIONS;
use super::print::{lines, range};
use super::section::{Key, Section};
use super::{Config, DEFAULT_PATH};

/// The page in roff, as `man` reads it.
pub fn manual_page() -> String {
    let mut page = Roff::new();
    let source = concat!("portcullis ", env!("CARGO_PKG_VERSION"));
    page.control("TH", ["portcullis.toml", "5", "", source, ""]);
    page.control("SH", ["NAME"]);
    page.text([roman("portcullis.toml - configuration of portcullis")]);
    page.control("SH", ["SYNOPSIS"]);
    page.text([italic(DEFAULT_PATH)]);
    description(&mut page);
    for section in SECTIONS {
        add_section(&mut page, section);
    }
    page.control("SH", ["SEE ALSO"]);
    page.text([bold("portcullis"), roman("(1)")]);
    page.render()
}

fn description(page: &mut Roff) {
    page.control("SH", ["DESCRIPTION"]);
    page.text([roman(
        "A TOML file with sections. Each key has the default that is shown with it; unknown keys \
         are errors.",
    )]);
    page.text([
        bold("portcullis config check"),
        roman(" finds mistakes, and "),
        bold("portcullis config print --origin"),
        roman(" prints what is in force and where it comes from."),
    ]);
    page.control("PP", []);
    page.text([roman(
        "The environment variable that is named with a key beats the file.",
    )]);
}

fn add_section(page: &mut Roff, section: &Section) {
    let title = format!("[{}]", section.name);
    page.control("SH", [title.as_str()]);
    page.text([roman(joined(section.about))]);
    for key in section.keys {
        add_key(page, section, key);
    }
}

fn add_key(page: &mut Roff, section: &Section, key: &Key) {
    let values = lines(section, key, &Config::default());
    page.control("TP", []);
    let is_inline = values.len() == 1;
    match values.first().filter(|_| is_inline) {
        Some(line) => page.text([bold(line.as_str())]),
        None => page.text([bold(key.name)]),
    };
    page.text([roman(joined(key.about))]);
    if let Some(range) = range(key) {
        page.text([roman(range)]);
    }
    let when = if key.is_live { "reload" } else { "restart" };
    page.text([roman(format!("Takes a {when}."))]);
    page.control("br", []);
    page.text([roman("Environment: "), italic(section.variable(key))]);
    if !is_inline {
        page.control("IP", []);
        page.text([roman("The default:")]);
        page.control("nf", []);
        let lines = values.iter().flat_map(|line| [roman(line), line_break()]);
        page.text(lines.collect::<Vec<Inline>>());
        page.control("fi", []);
    }
}

fn joined(about: &[&str]) -> String {
    let lines: Vec<&str> = about.iter().map(|line| line.trim()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_the_page_with_its_default_and_its_variable() {
        let page = manual_page();
        for section in SECTIONS {
            assert!(page.contains(&format!(".SH [{}]\n", section.name)));
            for key in section.keys {
                // A hyphen and a backslash are written otherwise in roff; names have neither.
                assert!(page.contains(key.name), "{}", key.path);
                let variable = section.variable(key);
                assert!(page.contains(&variable), "{variable}");
            }
        }
        assert!(page.contains("\\fBdrain_seconds = 25\\fR\n"), "{page}");
        assert!(page.contains("From 1 to 600 seconds.\n"));
        assert!(page.contains("One of: power, process.\nTakes a restart.\n"));
    }
}
