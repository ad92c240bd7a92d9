//! `/docs/…`: the documents, their list, and the index that is searched.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the table of routes wants every handler in one shape"
)]

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::pages::{Place, framed};
use crate::app::Error;
use crate::domain::settings::DocumentSettings;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::Call;
use crate::http::documents::{self, Document, Edition, Heading, Section, Shelf};
use crate::http::fixed::{Fixed, Keep};
use crate::http::text::escaped;

const DOCUMENT: &str = include_str!("../../../assets/document.html");
const INDEX: &str = include_str!("../../../assets/documents.html");

/// `GET /docs/{name*}`: one document.
pub fn show(call: &Call<'_>) -> Handled {
    let edition = edition(call);
    let settings = &call.live.settings().documents;
    let pages = edition.pages.get_or_init(|| {
        let shelf = &edition.shelf;
        let all = shelf.all().iter();
        all.map(|document| {
            (
                document.name.clone(),
                Fixed::html(page(shelf, document, settings)),
            )
        })
        .collect()
    });
    let page = pages.get(call.params.get("name"));
    let page = page.ok_or(Error::NotFound("document"))?;
    Ok(Outcome::Ready(page.answer(call.request, Keep::Ask)))
}

/// `GET /docs/index`: the list of all documents, with the search.
pub fn index(call: &Call<'_>) -> Handled {
    let edition = edition(call);
    let settings = &call.live.settings().documents;
    let page = edition.index.get_or_init(|| {
        let page = framed(INDEX, Place::Documents, settings);
        Fixed::html(page.replace("<!-- list -->", &list_of_all(&edition.shelf)))
    });
    Ok(Outcome::Ready(page.answer(call.request, Keep::Ask)))
}

/// The documents under what is in force.
fn edition(call: &Call<'_>) -> Arc<Edition> {
    call.http.library.edition(call.live.settings())
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
    let edition = edition(call);
    let index = edition.search.get_or_init(|| {
        let all: Vec<Searched<'_>> = edition
            .shelf
            .all()
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
    Ok(Outcome::Ready(index.answer(call.request, Keep::Ask)))
}

fn page(shelf: &Shelf, document: &Document, settings: &DocumentSettings) -> String {
    let (before, after) = shelf.neighbours(&document.name);
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
    framed(DOCUMENT, Place::Documents, settings)
        .replace("<!-- title -->", &escaped(&document.title))
        .replace("<!-- list -->", &list(shelf, document))
        .replace("<!-- contents -->", &contents(&document.headings))
        .replace("<!-- neighbours -->", &neighbours)
        .replace("<!-- document -->", &html)
}

/// The documents by groups, for the page that lists them.
fn list_of_all(shelf: &Shelf) -> String {
    let mut list = String::new();
    for group in documents::groups() {
        let id = group.to_lowercase();
        list.extend([
            "<section aria-labelledby=\"",
            &id,
            "\"><h2 id=\"",
            &id,
            "\">",
            group,
            "</h2>",
        ]);
        list += &links(shelf, group, None);
        list.push_str("</section>\n");
    }
    list
}

/// The same beside a document, which is marked.
fn list(shelf: &Shelf, current: &Document) -> String {
    documents::groups().fold(String::new(), |mut list, group| {
        list.extend([
            "<p class=\"group\">",
            group,
            "</p>\n",
            &links(shelf, group, Some(current)),
        ]);
        list
    })
}

fn links(shelf: &Shelf, group: &str, current: Option<&Document>) -> String {
    let of_group = shelf.all().iter().filter(|one| one.group == group);
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

/// The headings of the first two levels below the title, where there are any.
fn contents(headings: &[Heading]) -> String {
    let shown = headings.iter().filter(|heading| heading.level <= 3);
    let list = shown.fold(String::new(), |mut contents, heading| {
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
    });
    if list.is_empty() {
        return list;
    }
    format!(
        "<nav class=\"book-contents\" aria-label=\"On this page\">\n<details class=\"fold\">\n\
         <summary>On this page</summary>\n<ul>\n{list}</ul>\n</details>\n</nav>"
    )
}
