//! The texts of letters: built in, and replaced by files of the same name.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Fault, Letter, read_file};
use crate::domain::outbox::Template;

/// More than any letter is long.
const MAX_FILE_BYTES: u64 = 64 * 1024;
/// What the first line starts with.
const SUBJECT: &str = "Subject:";
/// The name of what only some letters have, and what is a secret.
const LINK: &str = "link";

/// The built-in text.
fn built_in(template: Template) -> &'static str {
    match template {
        Template::Invitation => include_str!("../../assets/mail/invitation.txt"),
        Template::KeyLink => include_str!("../../assets/mail/key-link.txt"),
        Template::QuotaNotice => include_str!("../../assets/mail/quota-notice.txt"),
        Template::QuoteRequest => include_str!("../../assets/mail/quote-request.txt"),
        Template::Test => include_str!("../../assets/mail/test.txt"),
    }
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Name(String),
}

/// One text, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateText {
    subject: Vec<Piece>,
    text: Vec<Piece>,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct BadTemplate {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub why: String,
}

impl TemplateText {
    /// Takes a text apart. Ends of lines and a mark at the start may be those of any system.
    pub fn parse(template: Template, text: &str) -> Result<Self, BadTemplate> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let bad = |line, why: &str| BadTemplate {
            line,
            why: why.to_owned(),
        };
        let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let subject = first.strip_prefix(SUBJECT).map(str::trim);
        let subject = subject.filter(|subject| !subject.is_empty());
        let subject =
            subject.ok_or_else(|| bad(1, "must be `Subject:` and the subject of the letter"))?;
        let (second, body) = rest.split_once('\n').unwrap_or((rest, ""));
        if !second.trim().is_empty() {
            return Err(bad(2, "must be empty: the text follows after it"));
        }
        if body.trim().is_empty() {
            return Err(bad(3, "must begin the text of the letter"));
        }
        let strange = |letter: char| letter.is_control() && !"\n\t".contains(letter);
        for (place, line) in text.split('\n').enumerate() {
            if line.chars().any(strange) {
                return Err(bad(place + 1, "holds a control character"));
            }
        }
        let subject = pieces(template, subject, 1)?;
        let text = pieces(template, body, 3)?;
        if template.names().contains(&LINK) {
            let link = Piece::Name(LINK.to_owned());
            if subject.contains(&link) {
                let why = "must not hold `{{link}}`: relays write subjects into their logs";
                return Err(bad(1, why));
            }
            if !text.contains(&link) {
                let why = "must begin a text with `{{link}}`: the letter is sent for it";
                return Err(bad(3, why));
            }
        }
        Ok(Self { subject, text })
    }

    /// The letter, with the facts in their places; what is not told is empty.
    pub fn letter(&self, facts: &BTreeMap<String, String>) -> Letter {
        let written = |pieces: &[Piece]| -> String {
            let written = pieces.iter().map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Name(name) => facts.get(name).map_or("", String::as_str),
            });
            written.collect()
        };
        Letter {
            subject: written(&self.subject),
            text: written(&self.text),
        }
    }
}

fn pieces(template: Template, text: &str, first: usize) -> Result<Vec<Piece>, BadTemplate> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let line_of = |rest: &str| {
        let before = text.len().saturating_sub(rest.len());
        let before = text.get(..before).unwrap_or_default();
        first + before.matches('\n').count()
    };
    while let Some((before, after)) = rest.split_once("{{") {
        let line = line_of(after);
        let inner = after
            .split_once("}}")
            .filter(|(name, _)| !name.contains('\n'));
        let Some((name, after)) = inner else {
            let why = "has `{{` without `}}` on the same line".to_owned();
            return Err(BadTemplate { line, why });
        };
        let name = name.trim();
        if !template.names().contains(&name) {
            let known: Vec<String> = template
                .names()
                .iter()
                .map(|name| format!("`{{{{{name}}}}}`"))
                .collect();
            let shown: String = name.chars().take(60).collect();
            let why = format!(
                "`{{{{{shown}}}}}` is not known here; this text may use {}",
                known.join(", ")
            );
            return Err(BadTemplate { line, why });
        }
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(Piece::Name(name.to_owned()));
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

/// All texts in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates(BTreeMap<Template, TemplateText>);

impl Templates {
    /// The built-in texts, replaced by those of the directory that have their names.
    pub fn load(directory: Option<&Path>) -> Result<Self, Fault> {
        let mut texts = BTreeMap::new();
        for template in Template::ALL {
            texts.insert(*template, load(*template, directory)?);
        }
        Ok(Self(texts))
    }

    /// The letter that a template gives with these facts.
    pub fn letter(&self, template: Template, facts: &BTreeMap<String, String>) -> Option<Letter> {
        self.0.get(&template).map(|text| text.letter(facts))
    }

    /// The text in force as it stands in its file, and whether a file replaces the built-in one.
    pub fn source(template: Template, directory: Option<&Path>) -> Result<(String, bool), Fault> {
        let Some((path, bytes)) = replacing(template, directory)? else {
            return Ok((built_in(template).to_owned(), false));
        };
        let text = String::from_utf8(bytes).map_err(|_| not_utf8(&path))?;
        Ok((text, true))
    }
}

const KEY: &str = "mail.templates_dir";

fn load(template: Template, directory: Option<&Path>) -> Result<TemplateText, Fault> {
    let (text, path) = match replacing(template, directory)? {
        Some((path, bytes)) => {
            let text = String::from_utf8(bytes).map_err(|_| not_utf8(&path))?;
            (text, path)
        }
        None => (built_in(template).to_owned(), template.word().to_owned()),
    };
    TemplateText::parse(template, &text).map_err(|bad| {
        let text = format!("has `{path}`, {bad}");
        Fault::new(
            KEY,
            text,
            "correct the file, or remove it for the built-in text",
        )
    })
}

/// The file that replaces a text, if there is one.
fn replacing(
    template: Template,
    directory: Option<&Path>,
) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let Some(directory) = directory else {
        return Ok(None);
    };
    if !directory.is_dir() {
        let text = format!("is `{}`, which is no directory", directory.display());
        return Err(Fault::new(KEY, text, "make it, or take the key out"));
    }
    let path = directory.join(format!("{}.txt", template.word()));
    // Whether it is there may be hidden too: then reading it says why.
    if matches!(path.try_exists(), Ok(false)) {
        return Ok(None);
    }
    let bytes = read_file(KEY, &path, MAX_FILE_BYTES)?;
    Ok(Some((path.display().to_string(), bytes)))
}

fn not_utf8(path: &str) -> Fault {
    Fault::new(
        KEY,
        format!("has `{path}`, which is not UTF-8"),
        "save the file as UTF-8",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn every_built_in_text_is_sound_and_uses_what_it_should() {
        for template in Template::ALL {
            let text = TemplateText::parse(*template, built_in(*template));
            let text = text.unwrap_or_else(|bad| panic!("{}: {bad}", template.word()));
            let named = |name: &str| {
                let all = text.subject.iter().chain(&text.text);
                all.into_iter()
                    .any(|piece| *piece == Piece::Name(name.to_owned()))
            };
            match template {
                Template::Invitation | Template::KeyLink => {
                    assert!(named("link") && named("expires_at"));
                }
                Template::QuotaNotice => assert!(named("percent") && named("customer_name")),
                Template::QuoteRequest => assert!(named("company") && named("message")),
                Template::Test => assert!(named("sent_at")),
            }
        }
    }

    #[test]
    fn files_of_other_systems_are_read() {
        let text =
            "\u{feff}Subject: Hi {{ sent_at }}\r\n\r\nAt {{sent_at}}.\r\n{{product_url}}\r\n";
        let text = TemplateText::parse(Template::Test, text).unwrap();
        let letter = text.letter(&facts(&[("sent_at", "noon {{link}}")]));
        assert_eq!(
            letter.subject, "Hi noon {{link}}",
            "facts are never taken apart"
        );
        assert_eq!(letter.text, "At noon {{link}}.\n\n");
    }

    #[test]
    fn mistakes_have_their_line() {
        for (text, line, part) in [
            ("", 1, "Subject"),
            ("Hello\n\ntext", 1, "Subject"),
            ("Subject:  \n\ntext", 1, "Subject"),
            ("Subject: a\nb\n\ntext", 2, "empty"),
            ("Subject: a\n\n \n", 3, "begin"),
            ("Subject: {{x}}\n\ntext", 1, "`{{x}}` is not known"),
            ("Subject: a\n\nb\n{{link}}", 4, "may use `{{sent_at}}`"),
            ("Subject: a\n\nb\n\n{{sent_at", 5, "without"),
            ("Subject: a\n\n{{sent\n_at}}", 3, "without"),
            ("Subject: a\n\nb\u{0}", 3, "control"),
        ] {
            let bad = TemplateText::parse(Template::Test, text).unwrap_err();
            assert_eq!(bad.line, line, "{text:?}: {bad}");
            assert!(bad.why.contains(part), "{text:?}: {bad}");
        }
    }

    #[test]
    fn a_letter_for_a_link_holds_it_and_its_subject_does_not() {
        for template in [Template::Invitation, Template::KeyLink] {
            for (text, line, part) in [
                ("Subject: Hi\n\nHello {{customer_name}}", 3, "`{{link}}`"),
                ("Subject: {{link}}\n\n{{link}}", 1, "relays write subjects"),
            ] {
                let bad = TemplateText::parse(template, text).unwrap_err();
                assert_eq!(bad.line, line, "{text:?}: {bad}");
                assert!(bad.why.contains(part), "{text:?}: {bad}");
            }
            let text = "Subject: Hi\n\nHello,\n\n{{ link }}\n";
            assert!(TemplateText::parse(template, text).is_ok());
        }
    }

    #[test]
    fn a_file_replaces_its_text_and_no_other() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path();
        let before = Templates::load(Some(path)).unwrap();
        assert_eq!(before, Templates::load(None).unwrap());
        std::fs::write(path.join("test.txt"), "Subject: Mine\n\nOurs.\n").unwrap();
        let after = Templates::load(Some(path)).unwrap();
        let letter = after.letter(Template::Test, &BTreeMap::new()).unwrap();
        assert_eq!((&*letter.subject, &*letter.text), ("Mine", "Ours.\n"));
        std::fs::write(path.join("test.txt"), "Subject: Mine\n\n{{key}}\n").unwrap();
        let fault = Templates::load(Some(path)).unwrap_err().to_string();
        assert!(
            fault.contains("test.txt`, line 3: `{{key}}` is not known"),
            "{fault}"
        );
        std::fs::write(path.join("test.txt"), b"Subject: \xff\n\na\n").unwrap();
        let fault = Templates::load(Some(path)).unwrap_err().to_string();
        assert!(fault.contains("not UTF-8"), "{fault}");
        let fault = Templates::load(Some(&path.join("gone"))).unwrap_err();
        assert!(fault.to_string().contains("no directory"), "{fault}");
    }
}
