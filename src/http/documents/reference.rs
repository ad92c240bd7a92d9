//! The reference of the API for people, made from the table of routes: what each row says, with a
//! command that works.

use std::sync::LazyLock;

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

/// The codes that every route can refuse with, for what has nothing to do with the route.
static EVERYWHERE: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let has = |route: &Route, code: &str| {
        let refused = openapi::refused(route);
        refused.iter().any(|refused| refused.codes.contains(&code))
    };
    let codes = CODES.iter().map(|(code, _, _)| *code);
    codes
        .filter(|code| ROUTES.iter().all(|route| has(route, code)))
        .collect()
});

/// The same, for the text.
pub(super) fn everywhere() -> String {
    let codes: Vec<String> = EVERYWHERE.iter().map(|code| format!("`{code}`")).collect();
    codes.join(", ")
}

/// Every code, with an example of what it says.
pub(super) fn errors() -> String {
    let mut table =
        "| Status | `code` | Means | Says, for example |\n|--:|---|---|---|\n".to_owned();
    for (code, status, title) in CODES {
        let detail = openapi::detail_of(code);
        table.extend([format!("| {status} | `{code}` | {title} | {detail} |\n")]);
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
    let command = format!("\n```sh\n{}\n```\n", command(route));
    entry + &command + &answer(route) + &refusals(route)
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
    path.split('/').filter_map(|segment| {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        Some(name.trim_end_matches('*'))
    })
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
    if !route.doc.command.is_empty() {
        return route.doc.command.to_owned();
    }
    let mut lines = Vec::new();
    let has_none = route.body.is_empty() && route.file.is_none();
    let method = match (route.method, has_none) {
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
    if let Some(media) = route.file {
        lines.push(format!("-H 'Content-Type: {media}'"));
        lines.push(format!("--data-binary $'{}'", route.doc.request));
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
    let example = laid_out(doc.example, 0);
    format!("\nAnswers {}:\n\n```json\n{example}\n```\n", doc.status)
}

/// JSON with its members in their order, a line each where all do not fit on one.
fn laid_out(json: &str, depth: usize) -> String {
    const WIDTH: usize = 100;
    let json = json.trim();
    let inner = json
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .or_else(|| {
            json.strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
        });
    let (Some(inner), Some(open), Some(close)) = (inner, json.get(..1), json.get(json.len() - 1..))
    else {
        return json.to_owned();
    };
    let items = items(inner);
    let spaced = |item: &str| match member(item) {
        Some((name, value)) if open == "{" => (format!("{name}: "), value),
        Some(_) | None => (String::new(), item.to_owned()),
    };
    let in_a_line: Vec<String> = items
        .iter()
        .map(|item| {
            let (name, value) = spaced(item);
            name + &laid_out(&value, usize::MAX)
        })
        .collect();
    let line = format!("{open}{}{close}", in_a_line.join(", "));
    let indent = depth.saturating_mul(2);
    if depth == usize::MAX || items.is_empty() || line.chars().count() + indent <= WIDTH {
        return line;
    }
    let inner = "  ".repeat(depth + 1);
    let lines: Vec<String> = items
        .iter()
        .map(|item| {
            let (name, value) = spaced(item);
            format!("{inner}{name}{}", laid_out(&value, depth + 1))
        })
        .collect();
    format!(
        "{open}\n{}\n{}{close}",
        lines.join(",\n"),
        "  ".repeat(depth)
    )
}

/// What stands between the commas of an object or a list.
fn items(inner: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut start = 0;
    for (place, letter) in outside_of_all(inner) {
        if letter == ',' {
            items.extend(inner.get(start..place).map(str::trim));
            start = place + 1;
        }
    }
    let last = inner.get(start..).map_or("", str::trim);
    items.extend((!last.is_empty()).then_some(last));
    items
}

/// The name of a member, with its quotation marks, and its value.
fn member(item: &str) -> Option<(&str, String)> {
    let (place, _) = outside_of_all(item).find(|(_, letter)| *letter == ':')?;
    let (name, value) = item.split_at_checked(place)?;
    Some((name.trim(), value.get(1..)?.trim().to_owned()))
}

/// The letters that stand in no text, object or list within this one.
fn outside_of_all(json: &str) -> impl Iterator<Item = (usize, char)> {
    let mut depth = 0;
    let mut is_text = false;
    let mut is_escaped = false;
    json.char_indices().filter(move |(_, letter)| {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            '{' | '[' if !is_text => depth += 1,
            '}' | ']' if !is_text => depth -= 1,
            _ => return depth == 0 && !is_text,
        }
        false
    })
}

/// The codes that not every route can refuse with.
fn refusals(route: &Route) -> String {
    let mut refused = Vec::new();
    for Refused { status, codes } in openapi::refused(route) {
        let codes = codes.into_iter().filter(|code| !EVERYWHERE.contains(code));
        let codes: Vec<String> = codes.map(|code| format!("`{code}`")).collect();
        if !codes.is_empty() {
            refused.push(format!("{status} {}", codes.join(", ")));
        }
    }
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
    fn examples_are_laid_out_and_stay_what_they_are() {
        assert_eq!(
            laid_out(r#"{"b":[1,2],"a":"x, {y: \"}"}"#, 0),
            r#"{"b": [1, 2], "a": "x, {y: \"}"}"#
        );
        let mut long = 0;
        for route in ROUTES.iter().filter(|route| !route.doc.example.is_empty()) {
            let Ok(value) = serde_json::from_str::<Value>(route.doc.example) else {
                continue;
            };
            let shown = laid_out(route.doc.example, 0);
            assert_eq!(
                serde_json::from_str::<Value>(&shown).unwrap(),
                value,
                "{shown}"
            );
            long += usize::from(shown.lines().count() > 3);
        }
        assert!(long > 10, "{long}");
    }

    #[test]
    fn the_bodies_that_rows_give_are_json() {
        for route in ROUTES.iter().filter(|route| route.file.is_none()) {
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
