//! Written out: the settings in force, and the sample file.

use super::keys::SECTIONS;
use super::section::{Key, Section};
use super::setting::Shown;
use super::{Config, Loaded};

/// Every key with its value, as a file that gives the same settings again; with `with_origin`,
/// a comment says where each value came from.
pub fn print_effective(loaded: &Loaded, with_origin: bool) -> String {
    page(&loaded.config, |key| {
        let origin = loaded.origins.of(key.path).to_string();
        let note = format!("  # {}", origin.replace(char::is_control, "?"));
        with_origin.then_some(note)
    })
}

/// The same of a configuration that was not read just now.
pub fn print_settings(config: &Config) -> String {
    page(config, |_| None)
}

fn page(config: &Config, note: impl Fn(&Key) -> Option<String>) -> String {
    let mut page = String::new();
    for section in SECTIONS {
        gap(&mut page);
        line(&mut page, &format!("[{}]", section.name));
        for key in section.keys {
            let note = note(key).unwrap_or_default();
            for (place, text) in lines(section, key, config).iter().enumerate() {
                let opens = place == 0 || text.starts_with("[[");
                if text.starts_with("[[") {
                    gap(&mut page);
                }
                let note = if opens { note.as_str() } else { "" };
                line(&mut page, &format!("{text}{note}"));
            }
        }
    }
    page
}

/// The sample file: every key with what it does, its range and its default, each behind a `#`.
/// Without those `#` it gives the defaults.
pub fn sample_file() -> String {
    let config = Config::default();
    let mut page = SAMPLE_HEAD.to_owned();
    for section in SECTIONS {
        gap(&mut page);
        for about in section.about {
            line(&mut page, &format!("#{about}"));
        }
        line(&mut page, &format!("[{}]", section.name));
        for key in section.keys {
            gap(&mut page);
            for about in key.about {
                line(&mut page, &format!("#{about}"));
            }
            if let Some(range) = range(key) {
                line(&mut page, &format!("# {range}"));
            }
            if key.is_live {
                line(&mut page, "# Changes with a reload.");
            }
            for (place, text) in lines(section, key, &config).iter().enumerate() {
                if place > 0 && text.starts_with("[[") {
                    gap(&mut page);
                }
                line(&mut page, &format!("#{text}"));
            }
        }
    }
    page
}

const SAMPLE_HEAD: &str = "\
# Portcullis configuration.
#
# Every key stands here with its default. To change one, take the # off its line and edit it;
# its section, such as [server], is there already. Unknown keys are errors, not ignored.
# `portcullis config check` finds mistakes before a restart does. What changes with a reload is
# taken over by `systemctl reload portcullis`; all else takes a restart.
#
# An environment variable beats this file: PORTCULLIS_SERVER__DRAIN_SECONDS=60 sets
# `drain_seconds` of [server] (two underscores between section and key).
";

/// What a key takes, in a sentence.
pub(super) fn range(key: &Key) -> Option<String> {
    if let Some(allowed) = key.allowed.first() {
        return Some(format!(
            "From {} to {} {}.",
            allowed.from, allowed.to, allowed.unit
        ));
    }
    let words = (key.words)();
    (!words.is_empty()).then(|| format!("One of: {}.", words.join(", ")))
}

/// A key and its value as they stand in a file.
pub(super) fn lines(section: &Section, key: &Key, config: &Config) -> Vec<String> {
    match (key.show)(config) {
        Shown::Inline(value) => vec![format!("{} = {value}", key.name)],
        Shown::Tables(tables) => tables
            .into_iter()
            .flat_map(|table| {
                std::iter::once(format!("[[{}.{}]]", section.name, key.name)).chain(table)
            })
            .collect(),
    }
}

fn gap(page: &mut String) {
    if !page.is_empty() {
        page.push('\n');
    }
}

fn line(page: &mut String, text: &str) {
    page.push_str(text);
    page.push('\n');
}
