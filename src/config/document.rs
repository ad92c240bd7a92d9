//! The reference of all keys, `docs/CONFIGURATION.md`, made from the list of keys.

use super::keys::SECTIONS;
use super::print::{lines, range};
use super::section::{Key, Section};
use super::{Config, PREFIX};

/// The whole page, in Markdown.
pub fn document() -> String {
    let config = Config::default();
    let mut page = HEAD.replace("{PREFIX}", PREFIX);
    for section in SECTIONS {
        page.push_str(&head(section));
        for key in section.keys {
            page.push_str(&entry(section, key, &config));
        }
    }
    page
}

fn head(section: &Section) -> String {
    format!("\n## `[{}]`\n\n{}\n", section.name, prose(section.about))
}

fn entry(section: &Section, key: &Key, config: &Config) -> String {
    let fact = |name: &str, text: &str| format!("- {name}: {text}\n");
    let takes = range(key)
        .filter(|_| (key.kind)() != "true or false")
        .map(|range| fact("takes", &first_small(range.trim_end_matches('.'))));
    let written = lines(section, key, config);
    let start = format!("{} = ", key.name);
    let inline = match written.as_slice() {
        [line] => line.strip_prefix(&start),
        _ => None,
    };
    let default = match inline {
        Some("\"\"") => fact("default", "none (`\"\"`)"),
        Some(value) => fact("default", &format!("`{value}`")),
        None => fact("default", "what stands below"),
    };
    let changes = if key.is_live {
        "with a reload"
    } else {
        "with a restart"
    };
    let block = inline.is_none().then(|| {
        let tables = written.join("\n").replace("\n[[", "\n\n[[");
        format!("\n```toml\n{tables}\n```\n")
    });
    [
        format!("\n### `{}`\n\n{}\n\n", key.path, prose(key.about)),
        fact("type", (key.kind)()),
        takes.unwrap_or_default(),
        default,
        fact("variable", &format!("`{}`", section.variable(key))),
        fact("changes", changes),
        block.unwrap_or_default(),
    ]
    .concat()
}

/// The lines of a doc comment as one paragraph.
fn prose(about: &[&str]) -> String {
    let lines: Vec<&str> = about.iter().map(|line| line.trim()).collect();
    lines.join("\n")
}

fn first_small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

const HEAD: &str = "\
# Configuration

<!-- Made by `portcullis config document`; a test keeps it in step with the program. -->

One TOML file configures everything. Without `--config` it is `/etc/portcullis/portcullis.toml`, when
there is one. A key that is not given has its default, so an empty file is a good one. Unknown keys,
wrong types and values outside their range are errors with file, line and what to do; nothing is
guessed.

    portcullis config check             finds mistakes before a start does; needs no data
    portcullis config print --origin    every setting in force, and where it comes from
    portcullis config sample            a file with every key, its meaning and its default
    portcullis config reload            makes the running server read the file again

**Environment.** A variable beats the file. Its name is `{PREFIX}`, the section, two underscores and
the key: `PORTCULLIS_SERVER__DRAIN_SECONDS=60`. The value is TOML, or a bare text; `\"\"` takes back
what the file sets, where a key may be unset. A variable of this form that is no setting is an error.

**Secrets** never stand in the file or in the environment: a key that ends in `_file` names a file
that holds one, on one line of at most 4096 bytes, without the white space around it. A file that
every user of the machine can read is warned of. The files of `[tls]` are PEM, and the private key
must not be open to others at all: `docs/TLS.md`.

**Paths** are absolute, so that they mean the same wherever the program is started. `--data-dir` on
the command line may be relative.

**Reload.** `systemctl reload portcullis`, `portcullis config reload`, SIGHUP, or
`POST /api/system/reload` by an owner: the file is read again, by the user that the server runs as,
with the environment that it was started with. Keys marked `with a reload` are taken over in one step
of the ledger's order; keys marked `with a restart` are named, and stay as they were. When anything is
wrong, nothing changes. Each reload leaves an audit record, `configuration.reload`, with every value
that changed; each start leaves `appliance.start`, with the settings that are not at their default,
what is new in them, and the SHA-256 of all settings.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_docs_is_this_one() {
        let page = include_str!("../../docs/CONFIGURATION.md");
        assert!(
            page == document(),
            "run `cargo run -q -- config document > docs/CONFIGURATION.md`"
        );
    }

    #[test]
    fn every_key_says_all_there_is_to_say() {
        let page = document();
        for section in SECTIONS {
            for key in section.keys {
                let start = format!("\n### `{}`\n", key.path);
                let (_, entry) = page.split_once(&start).unwrap();
                let entry = entry.split("\n##").next().unwrap();
                for fact in ["type", "default", "variable", "changes"] {
                    let line = format!("\n- {fact}: ");
                    assert_eq!(entry.matches(&line).count(), 1, "{}: {fact}", key.path);
                }
                if let Some(allowed) = key.allowed.first() {
                    let takes = format!("from {} to {} {}", allowed.from, allowed.to, allowed.unit);
                    assert!(entry.contains(&takes), "{}", key.path);
                }
            }
        }
    }
}
