//! The documents for people: the Markdown that stands in the source tree, embedded in the program,
//! as pages with contents, anchors and neighbours, and as an index to search. What they say of
//! settings and tiers is made from those in force.

mod facts;
mod generated;
mod library;
mod money;
pub mod own;
pub mod reference;
mod render;
mod tables;

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

pub use facts::Facts;
pub use generated::{Fault, Filled, fill};
pub use library::{Edition, Library};
use render::Lead;
pub use render::{Heading, Section};

/// Everything under `docs/`, of which Markdown and pictures are used.
#[derive(RustEmbed)]
#[folder = "docs/"]
struct Files;

const README: &str = include_str!("../../../README.md");
const CHANGELOG: &str = include_str!("../../../CHANGELOG.md");

/// The documents in the order in which they are read, in groups. Those that no group names follow:
/// decisions, as they are numbered.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "Start",
        &[
            "README",
            "GETTING_STARTED",
            "INSTALL",
            "CONFIGURATION",
            "CLI",
        ],
    ),
    (
        "Use",
        &[
            "SUBSCRIPTION_GUIDE",
            "POLICY",
            "HELP",
            "API_DOCS",
            "CUSTOMERS",
        ],
    ),
    ("Sell", &["DEMO_GUIDE", "SALES"]),
    (
        "Run",
        &[
            "OPERATIONS",
            "CONSOLE",
            "BACKUP",
            "BILLING",
            "MAIL",
            "TLS",
            "CORS",
            "PERFORMANCE",
        ],
    ),
    (
        "Understand",
        &[
            "ARCHITECTURE",
            "AUDIT_FORMAT",
            "IMPROVEMENTS_SUMMARY",
            "CHANGELOG",
        ],
    ),
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
    /// As it was written, with its parts filled.
    pub markdown: String,
    /// As a page shows it.
    pub html: String,
    /// Its headings below the first, for the contents.
    pub headings: Vec<Heading>,
    /// Its text by headings, for the search.
    pub sections: Vec<Section>,
}

/// The groups in their order.
pub fn groups() -> impl Iterator<Item = &'static str> {
    let named = GROUPS.iter().map(|(group, _)| *group);
    named.chain(std::iter::once(DECISIONS))
}

/// All documents in reading order.
pub struct Shelf {
    documents: Vec<Document>,
}

impl Shelf {
    /// The documents as they are under what is in force.
    pub fn of(facts: &Facts<'_>) -> Self {
        Self::without(facts, &[])
    }

    /// The same without those of the names given.
    pub fn without(facts: &Facts<'_>, hidden: &[String]) -> Self {
        Self {
            documents: read(facts, hidden),
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Document] {
        &self.documents
    }

    /// The document of that name.
    pub fn find(&self, name: &str) -> Option<&Document> {
        let mut all = self.documents.iter();
        all.find(|document| document.name == name)
    }

    /// The documents before and after one, where there are such.
    pub fn neighbours(&self, name: &str) -> (Option<&Document>, Option<&Document>) {
        let mut all = self.documents.iter();
        let place = all.position(|document| document.name == name);
        let before = place.and_then(|place| place.checked_sub(1));
        (
            before.and_then(|before| self.documents.get(before)),
            place.and_then(|place| self.documents.get(place + 1)),
        )
    }
}

/// The pictures of the documents, which have a folder of their own, by their path below `docs/`.
pub fn pictures() -> impl Iterator<Item = (String, std::borrow::Cow<'static, [u8]>)> {
    let is_picture = |path: &str| path.starts_with("images/");
    Files::iter()
        .filter(move |path| is_picture(path))
        .filter_map(|path| Files::get(&path).map(|file| (path.into_owned(), file.data)))
}

/// The names of all documents.
pub fn names() -> Vec<String> {
    let written = written().into_keys();
    let own = own::ALL.iter().map(|own| own.name.to_owned());
    written.chain(own).collect()
}

/// Every document as it was written.
fn written() -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = Files::iter()
        .filter_map(|path| {
            let name = path.strip_suffix(".md")?.to_owned();
            let text = Files::get(&path)?.data.into_owned();
            Some((name, String::from_utf8(text).ok()?))
        })
        .collect();
    texts.insert("README".to_owned(), README.to_owned());
    texts.insert("CHANGELOG".to_owned(), CHANGELOG.to_owned());
    texts
}

fn read(facts: &Facts<'_>, hidden: &[String]) -> Vec<Document> {
    let mut texts = written();
    for (own, text) in [(own::POLICY, facts.policy), (own::HELP, facts.help)] {
        texts.insert(own.name.to_owned(), own.document(text));
    }
    let titles: BTreeMap<String, String> = texts
        .iter()
        .map(|(name, text)| (name.clone(), title(text)))
        .collect();
    let lead = |name: &str| match titles.get(name) {
        Some(title) if hidden.iter().any(|one| one == name) => Lead::Hidden(title),
        Some(title) => Lead::Page(title),
        None => Lead::Nowhere,
    };
    texts.retain(|name, _| !hidden.contains(name));
    let mut documents: Vec<Document> = texts
        .into_iter()
        .map(|(name, markdown)| {
            // What cannot be made stays as it was written; a test holds that nothing is of that kind.
            // What the operator wrote is taken word for word.
            let markdown = if own::is_one(&name) {
                markdown
            } else {
                fill(&markdown, facts).plain
            };
            let rendered = render::render(&name, &markdown, &lead);
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

/// The title as it was written, without the marks of Markdown.
fn title(markdown: &str) -> String {
    let mut lines = markdown.lines();
    let title = lines.find_map(|line| line.strip_prefix("# "));
    title.unwrap_or_default().trim().replace(['`', '*'], "")
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
    use crate::domain::settings::LiveSettings;

    #[test]
    fn hidden_documents_are_gone_with_the_links_to_them() {
        let documents = crate::domain::settings::DocumentSettings {
            hidden: vec!["CUSTOMERS".to_owned()],
            policy: Some("# Ours\n\nAsk the desk.\n".into()),
            help: Some("Ring 4711.\n".into()),
        };
        let live = LiveSettings {
            documents: std::sync::Arc::new(documents),
            ..LiveSettings::default()
        };
        let facts = Facts::of(&live);
        let all = Shelf::of(&facts);
        assert_eq!(names().len(), all.all().len());
        assert!(all.find("CUSTOMERS").is_some());
        let shelf = Shelf::without(&facts, &live.documents.hidden);
        assert_eq!(shelf.all().len(), all.all().len() - 1);
        assert!(shelf.find("CUSTOMERS").is_none());
        let leads = |shelf: &Shelf| {
            let mut pages = shelf.all().iter();
            pages.any(|one| one.html.contains("\"/docs/CUSTOMERS"))
        };
        assert_eq!((leads(&all), leads(&shelf)), (true, false));
        let told = "Lists of customers, prospects and quotes (not shown here)";
        let sales = shelf.find("SALES").unwrap();
        assert!(
            sales.html.contains(told),
            "what is said stays, and that it is not here"
        );
        assert!(!all.find("SALES").unwrap().html.contains(told));
        assert_eq!(shelf.find("POLICY").unwrap().title, "Ours");
        assert_eq!(shelf.find("HELP").unwrap().title, "Where to get help");
        let start = shelf.find("GETTING_STARTED").unwrap();
        assert!(start.html.contains("Ring 4711."));
        let guide = shelf.find("SUBSCRIPTION_GUIDE").unwrap();
        assert!(guide.html.contains("Ask the desk."));
    }

    #[test]
    fn every_document_has_its_place_and_a_title() {
        let shelf = Shelf::of(&Facts::of(&LiveSettings::default()));
        let all = shelf.all();
        assert!(all.len() > 20);
        assert_eq!(all[0].name, "README");
        let named = GROUPS.iter().flat_map(|(_, names)| *names);
        for name in named {
            assert!(shelf.find(name).is_some(), "{name} is gone");
        }
        for document in all {
            assert!(!document.title.is_empty(), "{}", document.name);
            assert_eq!(document.title, title(&document.markdown));
            let is_decision = document.name.starts_with("decisions/");
            assert_eq!(
                document.group == DECISIONS,
                is_decision,
                "{} is in no group",
                document.name
            );
            assert!(
                !document.markdown.contains("<!-- from:"),
                "{}",
                document.name
            );
        }
    }
}
