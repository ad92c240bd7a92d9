//! The reference of the API for people, made from the table of routes: what each row says, with a
//! command that works.

use serde_json::{Map, Value};

use super::generated::Fault;
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::http::fields::{Field, Kind};
use crate::http::openapi::{self, Refused};
use crate::http::problem::CODES;
use crate::http::routes::{Method, Param, ROUTES, Route, Target};

/// One command of the reference, for the test that runs all of them.
pub struct Example {
    /// The route.
    pub route: &'static Route,
    /// The command, as it stands in the reference.
    pub command: String,
}

/// Every route with its command.
pub fn examples() -> Vec<Example> {
    let example = |route| Example {
        route,
        command: command(route),
    };
    ROUTES.iter().map(example).collect()
}

/// The chapters in the order of the table.
pub fn chapters() -> Vec<&'static str> {
    let mut chapters: Vec<&str> = Vec::new();
    for route in ROUTES {
        if !chapters.contains(&route.doc.tag) {
            chapters.push(route.doc.tag);
        }
    }
    chapters
}

/// What a chapter begins with, where nobody has written more.
pub fn introduction(chapter: &str) -> &'static str {
    openapi::of_tag(chapter)
}

/// The routes of a chapter.
pub(super) fn chapter(name: &str) -> Result<String, Fault> {
    let of_chapter = ROUTES.iter().filter(|route| route.doc.tag == name);
    let entries: Vec<String> = of_chapter.map(entry).collect();
    if entries.is_empty() {
        let asked = format!("routes {name}");
        return Err(Fault::Wrong(asked, "there is no such chapter"));
    }
    Ok(entries.join("\n"))
}

/// Every code, with an example of what it says.
pub(super) fn errors() -> String {
    let mut table =
        "| Status | `code` | Means | Says, for example |\n|--:|---|---|---|\n".to_owned();
    for (code, status, title) in CODES {
        let detail = openapi::detail_of(code);
        table += &format!("| {status} | `{code}` | {title} | {detail} |\n");
    }
    table
}

fn entry(route: &'static Route) -> String {
    let doc = &route.doc;
    let mut entry = format!(
        "### {}\n\n`{} {}`\n\n{}\n",
        doc.summary,
        route.method.word(),
        route.documented_path(),
        openapi::description(route),
    );
    entry += &parameters(route);
    entry += &members(route);
    entry += &format!("\n```sh\n{}\n```\n", command(route));
    entry += &answer(route);
    entry += &refusals(route);
    entry
}

/// What stands in the path and in the query.
fn parameters(route: &Route) -> String {
    let segments: Vec<String> = segments(route)
        .map(|name| format!("| `{name}` | path | {} |\n", openapi::segment(name).0))
        .collect();
    let query = route.query.iter();
    let query: Vec<String> = query
        .map(|Param { name, about }| format!("| `{name}` | query | {about} |\n"))
        .collect();
    if segments.is_empty() && query.is_empty() {
        return String::new();
    }
    let rows = segments.concat() + &query.concat();
    format!("\n| Parameter | In | |\n|---|---|---|\n{rows}")
}

fn segments(route: &Route) -> impl Iterator<Item = &'static str> {
    let path = route.path;
    let segments = path.split('/').filter_map(|segment| {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        Some(name.trim_end_matches('*'))
    });
    segments
}

/// The members of the body.
fn members(route: &Route) -> String {
    if route.body.is_empty() {
        return String::new();
    }
    let mut rows = Vec::new();
    add_members(route.body, "", &mut rows);
    format!(
        "\n| Member | Type | Needed | |\n|---|---|---|---|\n{}",
        rows.concat()
    )
}

fn add_members(fields: &[Field], prefix: &str, rows: &mut Vec<String>) {
    for field in fields {
        let Field { name, about, .. } = field;
        let needed = if field.is_required { "yes" } else { "no" };
        rows.push(format!(
            "| `{prefix}{name}` | {} | {needed} | {about} |\n",
            kind(field.kind)
        ));
        match field.kind {
            Kind::Members(inner) => add_members(inner, &format!("{prefix}{name}."), rows),
            Kind::Objects { of, .. } => add_members(of, &format!("{prefix}{name}[]."), rows),
            Kind::Text { .. }
            | Kind::Secret
            | Kind::Word(_)
            | Kind::Words(_)
            | Kind::Flag
            | Kind::Number { .. }
            | Kind::Time
            | Kind::Object
            | Kind::Texts { .. } => {}
        }
    }
}

fn kind(kind: Kind) -> String {
    let words = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        words.join(", ")
    };
    match kind {
        Kind::Text { min: 0, max } => format!("text of at most {max} characters"),
        Kind::Text { min, max } => format!("text of {min} to {max} characters"),
        Kind::Secret => "text, secret".to_owned(),
        Kind::Word(known) => format!("one of {}", words(known)),
        Kind::Words(known) => format!("a list of {}", words(known)),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Number { min, max } => format!("a whole number from {min} to {max}"),
        Kind::Time => "an RFC 3339 time".to_owned(),
        Kind::Object => "an object".to_owned(),
        Kind::Members(_) => "an object with the members below".to_owned(),
        Kind::Texts { max } => format!("a list of at most {max} texts"),
        Kind::Objects { max, .. } => format!("a list of at most {max} objects"),
    }
}

/// The command, with a variable for each thing that it names.
fn command(route: &Route) -> String {
    let mut lines = Vec::new();
    let method = match (route.method, route.body.is_empty()) {
        (Method::Get, _) | (Method::Post, false) => String::new(),
        (method, _) => format!(" -X {}", method.word()),
    };
    let stays = if route.stays_open { "N" } else { "" };
    lines.push(format!(
        "curl -sS{stays}{method} \"$PORTCULLIS_URL{}\"",
        target(route)
    ));
    if let Some(variable) = credential(route) {
        lines.push(format!("-H \"Authorization: Bearer ${variable}\""));
    }
    if !route.body.is_empty() {
        lines.push("-H 'Content-Type: application/json'".to_owned());
        let body = body(route).to_string();
        lines.push(format!("-d '{}'", body.replace('\'', "'\\''")));
    }
    lines.join(" \\\n  ")
}

/// Which credential the command carries, where one is needed: an operator's, where a customer's first
/// key would not do.
fn credential(route: &Route) -> Option<&'static str> {
    let first_key = [Scope::Check, Scope::Read, Scope::Manage];
    let need = &route.need;
    if need.anyone {
        // Such a route looks at credentials itself.
        let is_for_known = route.doc.refusals.contains(&401) && route.body.is_empty();
        return is_for_known.then_some("PORTCULLIS_OPERATOR_TOKEN");
    }
    let will_do = need.scopes.iter().any(|scope| first_key.contains(scope));
    Some(if will_do || need.roles == Roles::NONE {
        "PORTCULLIS_API_KEY"
    } else {
        "PORTCULLIS_OPERATOR_TOKEN"
    })
}

/// The path with variables for its segments, and the query that is needed.
fn target(route: &Route) -> String {
    let mut before = "";
    let segments = route.path.split('/').map(|segment| {
        let name = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        let shown = match name {
            Some(name) => stand_in(name, before),
            None => segment.to_owned(),
        };
        before = segment;
        shown
    });
    let path = segments.collect::<Vec<_>>().join("/");
    let is_operators = credential(route) == Some("PORTCULLIS_OPERATOR_TOKEN");
    let mut query: Vec<&str> = Vec::new();
    if is_operators && route.target == Target::Query {
        query.push("customer_id=$CUSTOMER_ID");
    }
    if !route.doc.query.is_empty() {
        query.push(route.doc.query);
    }
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// What stands for a variable segment: `id` of `/api/customers/{id}` is `$CUSTOMER_ID`.
fn stand_in(name: &str, before: &str) -> String {
    match name.strip_suffix('*') {
        Some("path") => return "mark.svg".to_owned(),
        Some("name") => return "OPERATIONS".to_owned(),
        Some(_) => return "log".to_owned(),
        None => {}
    }
    if name == "id" {
        let of = before.strip_suffix('s').unwrap_or(before);
        format!("${}_ID", of.replace('-', "_").to_uppercase())
    } else {
        format!("${}", name.to_uppercase())
    }
}

/// The body that the row gives, or one of the examples of all members.
fn body(route: &Route) -> Value {
    let given = serde_json::from_str(route.doc.request).ok();
    given.unwrap_or_else(|| {
        let members: Map<String, Value> = route
            .body
            .iter()
            .filter_map(|field| {
                let example: Value = serde_json::from_str(field.example).ok()?;
                (!example.is_null()).then(|| (field.name.to_owned(), example))
            })
            .collect();
        Value::Object(members)
    })
}

fn answer(route: &Route) -> String {
    let doc = &route.doc;
    if doc.example.is_empty() {
        return format!("\nAnswers {} with `{}`.\n", doc.status, doc.media);
    }
    let example: Option<Value> = serde_json::from_str(doc.example).ok();
    let pretty = example.and_then(|example| serde_json::to_string_pretty(&example).ok());
    let example = pretty.unwrap_or_else(|| doc.example.to_owned());
    format!("\nAnswers {}:\n\n```json\n{example}\n```\n", doc.status)
}

/// The codes that not every route can refuse with.
fn refusals(route: &Route) -> String {
    let refused: Vec<String> = openapi::refused(route)
        .into_iter()
        .filter(|Refused { status, .. }| !openapi::EVERYWHERE.contains(status))
        .filter(|Refused { codes, .. }| !codes.is_empty())
        .map(|Refused { status, codes }| {
            let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
            format!("{status} {}", codes.join(", "))
        })
        .collect();
    if refused.is_empty() {
        return String::new();
    }
    format!("\nRefused with: {}.\n", refused.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_in_a_path_are_named_after_what_they_are() {
        for (name, before, shown) in [
            ("id", "customers", "$CUSTOMER_ID"),
            ("id", "key-links", "$KEY_LINK_ID"),
            ("id", "outbox", "$OUTBOX_ID"),
            ("key_id", "api-keys", "$KEY_ID"),
            ("place*", "console", "log"),
        ] {
            assert_eq!(stand_in(name, before), shown);
        }
    }

    #[test]
    fn every_route_stands_in_a_chapter_with_an_introduction() {
        let mut entries = 0;
        for name in chapters() {
            entries += chapter(name).unwrap().matches("\n`").count();
            assert!(!introduction(name).is_empty(), "{name}");
        }
        assert!(entries >= ROUTES.len());
        assert!(chapter("Nothing").is_err());
    }

    #[test]
    fn the_bodies_that_rows_give_are_json() {
        for route in ROUTES {
            let given = route.doc.request;
            assert!(
                given.is_empty() || serde_json::from_str::<Map<String, Value>>(given).is_ok(),
                "{} {}",
                route.method.word(),
                route.path
            );
        }
    }
}
