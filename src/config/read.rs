//! From text to values: the file, then the environment, and where each value came from.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use super::error::{Origin, Problem, Refused, line_and_column, nearest, quoted, shown};
use super::keys::SECTIONS;
use super::section::{Key, Section};
use super::setting::Found;

/// What the names of our environment variables begin with.
pub(super) const PREFIX: &str = "PORTCULLIS_";

/// Variables that begin so are for tests, whatever follows.
const TEST_PREFIX: &str = "PORTCULLIS_TEST_";

/// A configuration on its way.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The values so far.
    pub(super) config: Config,
    /// Where the keys that are not at their default came from, by path.
    pub(super) origins: BTreeMap<&'static str, Origin>,
    /// What is wrong so far.
    pub(super) problems: Vec<Problem>,
}

impl Reading {
    /// Reads a file.
    pub(super) fn file(&mut self, path: &Arc<Path>, bytes: &[u8]) {
        match std::str::from_utf8(bytes) {
            // Editors of other systems begin a file with a mark that is no part of its text.
            Ok(text) => self.text(path, text.strip_prefix('\u{feff}').unwrap_or(text)),
            Err(error) => {
                let text = String::from_utf8_lossy(bytes);
                let page = Page { path, text: &text };
                self.problems.push(Problem {
                    origin: page.place(error.valid_up_to()..error.valid_up_to()),
                    key: None,
                    text: "is not UTF-8".to_owned(),
                    remedy: "save the file as UTF-8".to_owned(),
                });
            }
        }
    }

    fn text(&mut self, path: &Arc<Path>, text: &str) {
        let page = Page { path, text };
        match DeTable::parse(text) {
            Ok(table) => {
                for (name, value) in table.get_ref() {
                    self.section(&page, name, value);
                }
            }
            Err(error) => self.problems.push(page.not_toml(&error)),
        }
    }

    fn section(
        &mut self,
        page: &Page<'_>,
        name: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let mut problem = |key: &str, text: &str, remedy: String| {
            self.problems.push(Problem {
                origin: page.place(name.span()),
                key: Some(key.to_owned()),
                text: text.to_owned(),
                remedy,
            });
        };
        let Some(section) = find_section(name.get_ref()) else {
            let (text, remedy) = unknown_section(name.get_ref());
            return problem(&shown(name.get_ref()), text, remedy);
        };
        let DeValue::Table(table) = value.get_ref() else {
            let remedy = format!("write `[{}]` and its keys below it", section.name);
            return problem(section.name, "is a section, not a value", remedy);
        };
        for (name, value) in table {
            let Some(key) = section.find(name.get_ref()) else {
                self.problems.push(Problem {
                    origin: page.place(name.span()),
                    key: Some(format!("{}.{}", section.name, shown(name.get_ref()))),
                    text: "is not a key".to_owned(),
                    remedy: known_keys(section, name.get_ref()),
                });
                continue;
            };
            let found = Found { value, raw: None };
            self.origins.insert(key.path, page.place(name.span()));
            if let Err(refused) = (key.set)(&mut self.config, &found, key.allowed.first()) {
                let origin = page.place(refused.span.clone());
                self.problems.push(refusal(key, origin, refused));
            }
        }
    }

    /// Reads the environment, which wins over the file.
    pub(super) fn environment(&mut self, variables: impl Iterator<Item = (String, String)>) {
        let mut ours: Vec<(String, String)> = variables
            .filter(|(name, _)| {
                name.strip_prefix(PREFIX)
                    .is_some_and(|rest| rest.contains("__"))
                    && !name.starts_with(TEST_PREFIX)
            })
            .collect();
        ours.sort();
        for (variable, raw) in ours {
            let known = SECTIONS.iter().find_map(|section| {
                section
                    .keys
                    .iter()
                    .find(|key| section.variable(key) == variable)
            });
            let origin = Origin::Environment {
                variable: variable.clone(),
            };
            let Some(key) = known else {
                self.problems.push(Problem {
                    origin,
                    key: None,
                    text: "is not a setting".to_owned(),
                    remedy: unknown_variable(&variable),
                });
                continue;
            };
            let value = value_of(&raw);
            let found = Found {
                value: &value,
                raw: Some(&raw),
            };
            if let Err(refused) = (key.set)(&mut self.config, &found, key.allowed.first()) {
                self.problems.push(refusal(key, origin.clone(), refused));
            }
            self.origins.insert(key.path, origin);
        }
    }
}

/// A text with its name, to say where a byte of it stands.
struct Page<'p> {
    path: &'p Arc<Path>,
    text: &'p str,
}

impl Page<'_> {
    fn not_toml(&self, error: &toml::de::Error) -> Problem {
        let start = error.span().map_or(0, |span| span.start);
        let (line, _) = line_and_column(self.text, start);
        let line = self.text.lines().nth(line - 1).unwrap_or_default();
        let remedy = if error.message().starts_with("duplicate") {
            "remove one of the two"
        } else {
            "correct the line, texts stand in quotes"
        };
        Problem {
            origin: self.place(start..start),
            key: None,
            text: format!("{} cannot be read: {}", named(line), error.message()),
            remedy: remedy.to_owned(),
        }
    }

    fn place(&self, span: Range<usize>) -> Origin {
        let (line, column) = line_and_column(self.text, span.start);
        Origin::File {
            path: Arc::clone(self.path),
            line,
            column,
        }
    }
}

/// A line that is no TOML, as it may stand in a message. Only one of a known name whose value is no
/// secret is repeated whole; of any other nobody can tell what it holds.
fn named(line: &str) -> String {
    let line = line.trim();
    let start = line.split('=').next().unwrap_or_default().trim();
    let bare = start.trim_matches(['"', '\'']);
    // Before the keys: a section has their names too (`tls`), and all its keys on this line.
    let section = bare.trim_matches(['[', ']', ' ']);
    if find_section(section).is_some() {
        return quoted(start);
    }
    let name = bare.rsplit('.').next().unwrap_or_default().trim();
    let mut namesakes = SECTIONS
        .iter()
        .filter_map(|section| section.find(name))
        .peekable();
    if namesakes.peek().is_some() {
        let is_hidden = namesakes.any(|key| key.is_hidden);
        return quoted(if is_hidden { name } else { line });
    }
    "the line".to_owned()
}

/// TOML where it is TOML, else the bare text.
fn value_of(raw: &str) -> Spanned<DeValue<'_>> {
    DeValue::parse(raw)
        .unwrap_or_else(|_| Spanned::new(0..raw.len(), DeValue::String(Cow::Borrowed(raw))))
}

fn refusal(key: &Key, origin: Origin, refused: Refused) -> Problem {
    Problem {
        origin,
        key: Some(format!("{}{}", key.path, refused.within)),
        text: refused.text,
        remedy: refused.remedy,
    }
}

fn find_section(name: &str) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.name == name)
}

fn unknown_section(name: &str) -> (&'static str, String) {
    if let Some(homes) = homes(name) {
        return (
            "stands outside its section",
            format!("write it below {homes}"),
        );
    }
    let remedy = nearest(name, SECTIONS.iter().map(|section| section.name)).map_or_else(
        || {
            let names: Vec<String> = SECTIONS
                .iter()
                .map(|section| format!("[{}]", section.name))
                .collect();
            format!("the sections are {}", names.join(", "))
        },
        |meant| format!("did you mean `[{meant}]`?"),
    );
    ("is not a section", remedy)
}

fn known_keys(section: &Section, name: &str) -> String {
    if let Some(homes) = homes(name) {
        return format!("write it below {homes}");
    }
    if let Some(meant) = nearest(name, section.keys.iter().map(|key| key.name)) {
        return format!("did you mean `{meant}`?");
    }
    let names: Vec<&str> = section.keys.iter().map(|key| key.name).collect();
    format!("the keys of `[{}]` are {}", section.name, names.join(", "))
}

/// The sections that have a key of that name.
fn homes(name: &str) -> Option<String> {
    let homes: Vec<String> = SECTIONS
        .iter()
        .filter(|section| section.find(name).is_some())
        .map(|section| format!("`[{}]`", section.name))
        .collect();
    (!homes.is_empty()).then(|| homes.join(" or "))
}

fn unknown_variable(variable: &str) -> String {
    let known: Vec<String> = SECTIONS
        .iter()
        .flat_map(|section| section.keys.iter().map(|key| section.variable(key)))
        .collect();
    nearest(
        &variable.to_ascii_uppercase(),
        known.iter().map(String::as_str),
    )
    .map_or_else(
        || format!("remove it, or name it {PREFIX}SECTION__KEY after a key of the file"),
        |meant| format!("did you mean `{meant}`?"),
    )
}
