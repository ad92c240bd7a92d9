//! The walls between the rooms, read from the sources: who may name whom, and what only one room
//! may name.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What each room may name of the others: `cli -> edge -> http -> app -> {ledger, live, domain}`
/// and so on, with everything below what it names. Whoever is not a key may name nobody.
const MAY_NAME: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "edge",
            "http",
            "app",
            "backup",
            "ledger",
            "live",
            "store",
            "domain",
            "config",
            "metrics",
            "outbox",
            "telemetry",
            "tls",
        ],
    ),
    ("edge", &["http", "tls"]),
    (
        "http",
        &["app", "ledger", "live", "domain", "metrics", "tls"],
    ),
    (
        "app",
        &["backup", "ledger", "live", "domain", "metrics", "outbox"],
    ),
    ("backup", &["store", "domain"]),
    ("ledger", &["store", "live", "domain", "metrics"]),
    ("store", &["domain"]),
    ("live", &["domain"]),
    (
        "config",
        &["backup", "domain", "outbox", "telemetry", "tls"],
    ),
    ("metrics", &[]),
    // What goes outside, one attempt at a time; the application says when.
    ("outbox", &["domain"]),
    ("telemetry", &[]),
    // Certificates and whom they speak for: a leaf, but for the identifiers of keys and operators.
    ("tls", &["domain"]),
    ("domain", &[]),
    // The program runs a command, and a command is all that it sees.
    ("main", &["cli"]),
];

/// What only some rooms may name, as it is spelt in a path.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("r2d2", &["store"]),
    ("r2d2_sqlite", &["store"]),
    ("rouille", &["http"]),
    ("utoipa", &["http"]),
    ("rust_embed", &["http"]),
    ("flate2", &["http"]),
    ("pulldown_cmark", &["http"]),
    // The outbox lends its resolver a runtime, and waits for it like for anything else.
    ("tokio", &["edge", "outbox"]),
    ("hyper", &["edge"]),
    ("http_body_util", &["edge"]),
    ("async", &["edge"]),
    ("await", &["edge"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("rustls", &["tls", "outbox"]),
    ("rustls_native_certs", &["outbox"]),
    ("lettre", &["outbox"]),
    ("idna", &["outbox"]),
    ("hickory_resolver", &["outbox"]),
    ("rcgen", &["tls"]),
    ("x509_parser", &["tls"]),
    ("tokio_rustls", &["edge"]),
    ("ipnet", &["config", "edge"]),
    ("governor", &["app"]),
    ("argon2", &["app"]),
    ("hmac", &["domain", "outbox"]),
    ("age", &["backup"]),
    ("csv", &["domain"]),
    ("tar", &["backup"]),
];

/// Lines that a file may have; STYLE asks to think again at 600.
const MAX_LINES: usize = 600;

/// A source file, without what is not code.
struct Source {
    /// Its path below `src`.
    path: String,
    room: String,
    lines: usize,
    /// Words in their order, strings and comments left out, without the tests in it.
    words: Vec<String>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(source(&root, &path));
            }
        }
    }
    assert!(found.len() > 80, "only {} files were found", found.len());
    found
}

fn source(base: &Path, path: &PathBuf) -> Source {
    let text = std::fs::read_to_string(path).unwrap();
    let path = path
        .strip_prefix(base)
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let room = path.split(['/', '.']).next().unwrap().to_owned();
    let is_tests = path.ends_with("/tests.rs");
    let code = code_of(&text);
    let code = if is_tests { "" } else { without_tests(&code) };
    Source {
        room,
        lines: text.lines().count(),
        words: words_of(code),
        path,
    }
}

/// The text without comments, strings and characters.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |end| end + 2)
        } else if let Some(raw) = rest.strip_prefix("r\"") {
            raw.find('"').map_or(rest.len(), |end| end + 3)
        } else if c == '"' {
            string_length(rest)
        } else if rest.starts_with("'\\") || (c == '\'' && rest.chars().nth(2) == Some('\'')) {
            1 + rest[1..]
                .char_indices()
                .skip(1)
                .find(|(_, c)| *c == '\'')
                .unwrap()
                .0
                + 1
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (place, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    text.len()
}

/// Tests stand at the end of a file, and may name what they like.
fn without_tests(code: &str) -> &str {
    let tests = code.find("#[cfg(test)]\nmod tests {");
    tests.map_or(code, |start| &code[..start])
}

/// Identifiers, and `::`, which tells a path from a name.
fn words_of(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c == ':' && chars.peek() == Some(&':') {
            chars.next();
            words.push("::".to_owned());
        } else if "{},;".contains(c) {
            words.push(c.to_string());
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// The rooms that the file names after `crate` (or, in the program, after `portcullis`).
fn rooms_named(source: &Source) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    let root = |word: &str| word == "crate" || word == "portcullis";
    for (place, window) in source.words.windows(3).enumerate() {
        let [first, second, third] = window else {
            continue;
        };
        if !root(first) || second != "::" {
            continue;
        }
        if third == "{" {
            named.extend(group(&source.words[place + 3..]));
        } else {
            named.insert(third.clone());
        }
    }
    // Up from a room's own file is the crate itself.
    let is_room = source.path.ends_with("/mod.rs") || !source.path.contains('/');
    for window in source.words.windows(3) {
        if is_room && window[0] == "super" && window[1] == "::" {
            named.insert(window[2].clone());
        }
    }
    named
}

/// The first words of the members of a group `{a::b, c::{d, e}}`.
fn group(words: &[String]) -> Vec<String> {
    let mut depth = 0;
    let mut is_first = true;
    let mut named = Vec::new();
    for word in words {
        match word.as_str() {
            "{" => depth += 1,
            "}" if depth == 0 => break,
            "}" => depth -= 1,
            "," if depth == 0 => is_first = true,
            _ if is_first => {
                named.push(word.clone());
                is_first = false;
            }
            _ => {}
        }
    }
    named
}

/// Everything in which the file breaks the rules about names.
fn broken(source: &Source) -> Vec<String> {
    let Source { path, room, .. } = source;
    let mut broken = Vec::new();
    if room != "lib" {
        let (_, allowed) = MAY_NAME
            .iter()
            .find(|(known, _)| known == room)
            .unwrap_or_else(|| panic!("the room `{room}` has no rule"));
        for named in rooms_named(source) {
            let is_room = MAY_NAME.iter().any(|(known, _)| *known == named);
            if is_room && named != *room && !allowed.contains(&named.as_str()) {
                broken.push(format!("{path} names the room `{named}`"));
            }
        }
    }
    for (name, rooms) in ONLY_IN {
        let is_keyword = ["async", "await"].contains(name);
        let is_named = source.words.windows(2).enumerate().any(|(place, pair)| {
            let is_start = place == 0 || source.words[place - 1] != "::";
            let is_path = is_start && pair[0] == *name && pair[1] == "::";
            let is_used = pair[0] == "use" && pair[1] == *name;
            is_path || is_used || (is_keyword && pair[0] == *name)
        });
        if is_named && !rooms.contains(&room.as_str()) {
            broken.push(format!("{path} names `{name}`"));
        }
    }
    broken
}

#[test]
fn rooms_name_only_what_lies_below() {
    let broken: Vec<String> = sources().iter().flat_map(broken).collect();
    assert_eq!(broken, Vec::<String>::new());
}

/// A rule that nobody could break is no rule.
#[test]
fn what_is_only_in_one_room_is_there() {
    let sources = sources();
    for (name, rooms) in ONLY_IN {
        let is_there = sources
            .iter()
            .filter(|source| rooms.contains(&source.room.as_str()))
            .any(|source| source.words.iter().any(|word| word == name));
        assert!(is_there, "nobody names `{name}`");
    }
}

#[test]
fn every_room_is_listed_and_says_what_it_is_for() {
    let sources = sources();
    let rooms: BTreeSet<&str> = sources.iter().map(|source| source.room.as_str()).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in rooms
        .into_iter()
        .filter(|room| !["lib", "main"].contains(room))
    {
        assert!(MAY_NAME.iter().any(|(known, _)| *known == room), "{room}");
        let folder = root.join(room).join("mod.rs");
        let is_folder = folder.exists();
        let file = if is_folder {
            folder
        } else {
            root.join(format!("{room}.rs"))
        };
        let text = std::fs::read_to_string(&file).unwrap();
        let comment: Vec<&str> = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        // What for, what enters and leaves, what is deliberately not there.
        let least = if is_folder { 3 } else { 1 };
        assert!(comment.len() >= least, "{room} does not say what it is for");
        if is_folder {
            let comment = comment.join(" ");
            assert!(
                comment.contains("Deliberately absent"),
                "{room}: what is not there?"
            );
        }
    }
}

#[test]
fn files_stay_short() {
    let mut long = Vec::new();
    for source in sources() {
        if source.lines > MAX_LINES {
            long.push(format!("{} has {} lines", source.path, source.lines));
        }
    }
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn the_reader_sees_what_it_should() {
    let read = |room: &str, text: &str| {
        let code = code_of(text);
        Source {
            path: format!("{room}/x.rs"),
            room: room.to_owned(),
            lines: 1,
            words: words_of(without_tests(&code)),
        }
    };
    for (room, text) in [
        ("domain", "use crate::live::Live;"),
        ("live", "use crate::{domain::time, store::Reader};"),
        ("app", "fn f() { crate::http::x() }"),
        ("http", "use crate::store::{Reader};"),
        ("app", "use rouille::Request;"),
        ("http", "use rusqlite;"),
        ("ledger", "fn f() -> rusqlite::Result<()> {}"),
        ("app", "async fn f() {}"),
        ("cli", "x().await;"),
        ("edge", "let s = \"//\"; use crate::domain::id;"),
    ] {
        assert_eq!(broken(&read(room, text)).len(), 1, "{room}: {text}");
    }
    for (room, text) in [
        ("domain", "// use crate::live::Live;"),
        (
            "domain",
            "//! tokio::spawn\nlet s = \"use crate::live::x; rusqlite::y\";",
        ),
        (
            "domain",
            "let s = r#\"rouille::x\"#; let c = '\"'; let d = '\\'';",
        ),
        ("live", "use crate::domain::{decide::Live, store};"),
        ("http", "use super::wire; call(x.tokio); mod config;"),
        (
            "store",
            "#[cfg(test)]\nmod tests {\n use crate::ledger::x; }",
        ),
    ] {
        assert_eq!(
            broken(&read(room, text)),
            Vec::<String>::new(),
            "{room}: {text}"
        );
    }
}
