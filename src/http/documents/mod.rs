//! The documents for people: the Markdown that stands in the source tree, embedded in the program,
//! as pages with contents, anchors and neighbours, and as an index to search.

mod render;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_embed::RustEmbed;

pub use render::{Heading, Section};

/// Everything under `docs/`, of which Markdown and pictures are used.
#[derive(RustEmbed)]
#[folder = "docs/"]
struct Files;

const README: &str = include_str!("../../../README.md");
const CHANGELOG: &str = include_str!("../../../CHANGELOG.md");

/// The documents in the order in which they are read, in groups. Decisions follow, as they are
/// numbered.
const GROUPS: &[(&str, &[&str])] = &[
    ("Start", &["README", "INSTALL", "CONFIGURATION", "CLI"]),
    (
        "Run",
        &[
            "OPERATIONS",
            "CONSOLE",
            "BACKUP",
            "TLS",
            "CORS",
            "BILLING",
            "PERFORMANCE",
        ],
    ),
    ("Understand", &["ARCHITECTURE", "AUDIT_FORMAT", "CHANGELOG"]),
];
const DECISIONS: &str = "Decisions";

/// A document.
pub struct Document {
    /// Its path below `docs/` without the ending, which is also its address.
    pub name: String,
    /// Its first heading.
    pub title: String,
    /// The group that it stands in.
    pub group: &'static str,
    /// As it was written.
    pub markdown: String,
    /// As a page shows it.
    pub html: String,
    /// Its headings below the first, for the contents.
    pub headings: Vec<Heading>,
    /// Its text by headings, for the search.
    pub sections: Vec<Section>,
}

/// All documents in reading order, made at the first use.
pub fn all() -> &'static [Document] {
    static ALL: LazyLock<Vec<Document>> = LazyLock::new(read);
    &ALL
}

/// The groups in their order.
pub fn groups() -> impl Iterator<Item = &'static str> {
    let named = GROUPS.iter().map(|(group, _)| *group);
    named.chain(std::iter::once(DECISIONS))
}

/// The document of that name.
pub fn find(name: &str) -> Option<&'static Document> {
    all().iter().find(|document| document.name == name)
}

/// The documents before and after one, where there are such.
pub fn neighbours(name: &str) -> (Option<&'static Document>, Option<&'static Document>) {
    let all = all();
    let place = all.iter().position(|document| document.name == name);
    let before = place.and_then(|place| place.checked_sub(1));
    (
        before.and_then(|before| all.get(before)),
        place.and_then(|place| all.get(place + 1)),
    )
}

/// The pictures of the documents, which have a folder of their own, by their path below `docs/`.
pub fn pictures() -> impl Iterator<Item = (String, std::borrow::Cow<'static, [u8]>)> {
    let is_picture = |path: &str| path.starts_with("images/");
    Files::iter()
        .filter(move |path| is_picture(path))
        .filter_map(|path| Files::get(&path).map(|file| (path.into_owned(), file.data)))
}

fn read() -> Vec<Document> {
    let mut texts: BTreeMap<String, String> = Files::iter()
        .filter_map(|path| {
            let name = path.strip_suffix(".md")?.to_owned();
            let text = Files::get(&path)?.data.into_owned();
            Some((name, String::from_utf8(text).ok()?))
        })
        .collect();
    texts.insert("README".to_owned(), README.to_owned());
    texts.insert("CHANGELOG".to_owned(), CHANGELOG.to_owned());
    let names: Vec<String> = texts.keys().cloned().collect();
    let mut documents: Vec<Document> = texts
        .into_iter()
        .map(|(name, markdown)| {
            let rendered = render::render(&name, &markdown, &|other| {
                names.iter().any(|known| known == other)
            });
            Document {
                group: group(&name),
                title: rendered.title,
                html: rendered.html,
                headings: rendered.headings,
                sections: rendered.sections,
                name,
                markdown,
            }
        })
        .collect();
    documents.sort_by_cached_key(|document| (place(&document.name), document.name.clone()));
    documents
}

fn group(name: &str) -> &'static str {
    let named = GROUPS.iter().find(|(_, names)| names.contains(&name));
    named.map_or(DECISIONS, |(group, _)| group)
}

/// Where a document stands; those that no group names are the decisions, at the end.
fn place(name: &str) -> usize {
    let mut named = GROUPS.iter().flat_map(|(_, names)| *names);
    named.position(|known| *known == name).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_has_its_place_and_a_title() {
        let all = all();
        assert!(all.len() > 20);
        assert_eq!(all[0].name, "README");
        let named = GROUPS.iter().flat_map(|(_, names)| *names);
        for name in named {
            assert!(find(name).is_some(), "{name} is gone");
        }
        for document in all {
            assert!(!document.title.is_empty(), "{}", document.name);
            let is_decision = document.name.starts_with("decisions/");
            assert_eq!(
                document.group == DECISIONS,
                is_decision,
                "{} is in no group",
                document.name
            );
        }
    }
}
