//! `/docs/…`: the documents, their list, and the index that is searched.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the table of routes wants every handler in one shape"
)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use super::pages::{Place, framed};
use crate::app::Error;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::Call;
use crate::http::documents::{self, Document, Heading, Section};
use crate::http::fixed::{Fixed, Keep};
use crate::http::text::escaped;

const DOCUMENT: &str = include_str!("../../../assets/document.html");
const INDEX: &str = include_str!("../../../assets/documents.html");

/// `GET /docs/{name*}`: one document.
pub fn show(call: &Call<'_>) -> Handled {
    static PAGES: LazyLock<BTreeMap<&'static str, Fixed>> = LazyLock::new(|| {
        let all = documents::all().iter();
        all.map(|document| (document.name.as_str(), Fixed::html(page(document))))
            .collect()
    });
    let page = PAGES.get(call.params.get("name"));
    let page = page.ok_or(Error::NotFound("document"))?;
    Ok(Outcome::Ready(page.answer(call.request, Keep::Ask)))
}

/// `GET /docs/index`: the list of all documents, with the search.
pub fn index(call: &Call<'_>) -> Handled {
    static PAGE: LazyLock<Fixed> = LazyLock::new(|| {
        let page = framed(INDEX, Place::Documents);
        Fixed::html(page.replace("<!-- list -->", &shelf()))
    });
    Ok(Outcome::Ready(PAGE.answer(call.request, Keep::Ask)))
}

/// One document, as the search reads it.
#[derive(Serialize, ToSchema)]
#[schema(as = SearchedDocument)]
pub struct Searched<'a> {
    /// Its address below `/docs/`.
    name: &'a str,
    title: &'a str,
    sections: &'a [Section],
}

/// `GET /docs/search.json`: all text by headings.
pub fn search(call: &Call<'_>) -> Handled {
    static INDEX: LazyLock<Fixed> = LazyLock::new(|| {
        let all: Vec<Searched<'_>> = documents::all()
            .iter()
            .map(|document| Searched {
                name: &document.name,
                title: &document.title,
                sections: &document.sections,
            })
            .collect();
        // Text and lists of text are always written.
        Fixed::new(
            "application/json",
            serde_json::to_vec(&all).unwrap_or_default(),
        )
    });
    Ok(Outcome::Ready(INDEX.answer(call.request, Keep::Ask)))
}

fn page(document: &Document) -> String {
    let (before, after) = documents::neighbours(&document.name);
    let neighbour = |which: &str, label: &str, document: Option<&Document>| {
        document.map_or(String::new(), |document| {
            format!(
                "<a class=\"{which}\" rel=\"{which}\" href=\"/docs/{}\"><span>{label}</span> {}</a>",
                document.name,
                escaped(&document.title)
            )
        })
    };
    let neighbours = neighbour("prev", "Previous", before) + &neighbour("next", "Next", after);
    let html = crate::http::bundle::bundle().hashed(&document.html);
    framed(DOCUMENT, Place::Documents)
        .replace("<!-- title -->", &escaped(&document.title))
        .replace("<!-- list -->", &list(document))
        .replace("<!-- contents -->", &contents(&document.headings))
        .replace("<!-- neighbours -->", &neighbours)
        .replace("<!-- document -->", &html)
}

/// The documents by groups, for the page that lists them.
fn shelf() -> String {
    let mut shelf = String::new();
    for group in documents::groups() {
        let id = group.to_lowercase();
        shelf.extend([
            "<section aria-labelledby=\"",
            &id,
            "\"><h2 id=\"",
            &id,
            "\">",
            group,
            "</h2>",
        ]);
        shelf += &links(group, None);
        shelf.push_str("</section>\n");
    }
    shelf
}

/// The same beside a document, which is marked.
fn list(current: &Document) -> String {
    documents::groups().fold(String::new(), |mut list, group| {
        list.extend([
            "<p class=\"group\">",
            group,
            "</p>\n",
            &links(group, Some(current)),
        ]);
        list
    })
}

fn links(group: &str, current: Option<&Document>) -> String {
    let of_group = documents::all().iter().filter(|one| one.group == group);
    let mut links = String::from("<ul>\n");
    for document in of_group {
        let is_current = current.is_some_and(|current| current.name == document.name);
        let mark = if is_current {
            " aria-current=\"page\""
        } else {
            ""
        };
        let title = escaped(&document.title);
        links.extend([
            "<li><a href=\"/docs/",
            &document.name,
            "\"",
            mark,
            ">",
            &title,
            "</a></li>\n",
        ]);
    }
    links + "</ul>\n"
}

/// The headings of the first two levels below the title.
fn contents(headings: &[Heading]) -> String {
    let shown = headings.iter().filter(|heading| heading.level <= 3);
    shown.fold(String::new(), |mut contents, heading| {
        let Heading {
            level,
            anchor,
            text,
        } = heading;
        let text = escaped(text);
        let level = level.to_string();
        contents.extend([
            "<li class=\"level-",
            &level,
            "\"><a href=\"#",
            anchor,
            "\">",
            &text,
            "</a></li>\n",
        ]);
        contents
    })
}
