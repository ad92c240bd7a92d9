//! The dashboard and the alerts that are shipped: every metric in them is one that a running server
//! has, with those labels, and every alert has its chapter.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use nix::sys::signal::Signal;
use program::{Place, Running};
use serde_json::Value;

const RULES: &str = include_str!("../packaging/prometheus/portcullis.rules.yml");
const SCRAPE: &str = include_str!("../packaging/prometheus/scrape.yml");
const DASHBOARD: &str = include_str!("../packaging/grafana/portcullis.json");
const OPERATIONS: &str = include_str!("../docs/OPERATIONS.md");

/// Labels that Prometheus adds to what it scrapes.
const ADDED: [&str; 2] = ["instance", "job"];

/// The values that each label of each metric has.
type Known = HashMap<String, BTreeMap<String, BTreeSet<String>>>;

/// What a server answers that has done a little of everything.
fn known() -> Known {
    let place = Place::new();
    let server = place.serve();
    let (_, key) = place.customer();
    assert_eq!(place.check(&key, "read").0, 0);
    assert_eq!(place.check(&key, "drop").0, 4);
    let wrong = r#"{"username":"ada","password":"a wrong one"}"#;
    assert_eq!(server.post("/api/operators/login", wrong).0, 401);
    let token = place.operator("ada", "auditor");
    let bearer = format!("authorization: Bearer {token}\r\n\r\n");
    let (status, text) = server.ask("GET", "/metrics", &bearer).unwrap();
    assert_eq!(status, 200, "{text}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let text = text + &of_a_server_with_tls();
    let mut known = Known::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, labels) = sample(line);
        let of_name = known.entry(name.to_owned()).or_default();
        for (label, value) in labels {
            of_name.entry(label).or_default().insert(value);
        }
    }
    // What Prometheus itself says of a target.
    known.insert("up".to_owned(), BTreeMap::new());
    known
}

/// What a server answers that speaks TLS, on its listener for metrics.
fn of_a_server_with_tls() -> String {
    let place = Place::new();
    let out = place.path().join("tls");
    let made = place.run(&[
        "tls",
        "self-signed",
        "--name",
        "localhost",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(made.code, 0, "{made:?}");
    let (certificate, key) = (out.join("certificate.pem"), out.join("key.pem"));
    let settings = format!(
        "[tls]\ncertificate_file = \"{}\"\nkey_file = \"{}\"\n\
         [metrics]\nlisten = \"127.0.0.1:0\"\n",
        certificate.display(),
        key.display(),
    );
    place.file(program::SETTINGS_FILE, &settings);
    let mut server = Running::start(place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]));
    let ready = server.document();
    server.address = ready["metrics_address"].as_str().unwrap().into();
    let (status, text) = server.ask("GET", "/metrics", "").unwrap();
    assert_eq!(status, 200, "{text}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    text
}

/// The name and the labels of a sample, or of a selector.
fn sample(text: &str) -> (&str, Vec<(String, String)>) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let inside = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let labels = inside.map_or("", |(labels, _)| labels);
    let pairs = labels.split("\",").filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (label, value) = pair.split_once('=').unwrap();
        // A pattern matches anything here: `=~` leaves its tilde.
        let value = if value.starts_with('~') { "" } else { value };
        (label.to_owned(), value.trim_matches('"').to_owned())
    });
    (name, pairs.collect())
}

/// Every metric that a query names, with the labels that it selects by, and all labels that it
/// groups by.
fn named(query: &str) -> (Vec<&str>, Vec<String>) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut selectors = Vec::new();
    let mut place = 0;
    let mut in_labels = false;
    while place < query.len() {
        let rest = &query[place..];
        let c = rest.chars().next().unwrap();
        match c {
            '{' => in_labels = true,
            '}' => in_labels = false,
            _ => {}
        }
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let is_metric = ["portcullis_", "process_"]
            .iter()
            .any(|start| word.starts_with(start));
        if !in_labels && (is_metric || word == "up") {
            selectors.push(rest);
        }
        place += end.max(c.len_utf8());
    }
    let by = query.split("by (").skip(1);
    let groups = by.flat_map(|rest| rest.split(')').next().unwrap().split(','));
    (
        selectors,
        groups.map(|label| label.trim().to_owned()).collect(),
    )
}

/// Holds a query to what there is.
fn hold(known: &Known, query: &str) {
    let (selectors, groups) = named(query);
    assert!(!selectors.is_empty(), "no metric: {query}");
    let mut labels_there: BTreeSet<&str> = BTreeSet::from(ADDED);
    for selector in selectors {
        let (name, labels) = sample(selector);
        let there = known.get(name);
        let there = there.unwrap_or_else(|| panic!("no `{name}` in an answer: {query}"));
        labels_there.extend(there.keys().map(String::as_str));
        for (label, value) in labels {
            if ADDED.contains(&label.as_str()) {
                continue;
            }
            let values = there.get(&label);
            let values = values.unwrap_or_else(|| panic!("`{name}` has no `{label}`: {query}"));
            let is_there = value.is_empty() || values.contains(&value);
            assert!(
                is_there,
                "`{name}` has no `{label}` `{value}`, but {values:?}: {query}"
            );
        }
    }
    for label in groups {
        assert!(
            labels_there.contains(label.as_str()),
            "no `{label}`: {query}"
        );
    }
}

/// One alert of the rules, read as strictly as they are written: a line that this does not know
/// fails the test.
fn alerts() -> Vec<BTreeMap<&'static str, String>> {
    let mut lines = RULES.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines.next(), Some("groups:"));
    assert_eq!(lines.next(), Some("  - name: portcullis"));
    assert_eq!(lines.next(), Some("    rules:"));
    let mut alerts: Vec<BTreeMap<&str, String>> = Vec::new();
    for line in lines {
        if let Some(name) = line.strip_prefix("      - alert: ") {
            alerts.push(BTreeMap::from([("alert", name.to_owned())]));
            continue;
        }
        let alert = alerts.last_mut().unwrap();
        if ["        labels:", "        annotations:"].contains(&line) {
            continue;
        }
        let known = [
            ("        ", "expr"),
            ("        ", "for"),
            ("          ", "severity"),
            ("          ", "summary"),
            ("          ", "description"),
            ("          ", "runbook"),
        ];
        let found = known.into_iter().find_map(|(indent, name)| {
            let value = line.strip_prefix(&format!("{indent}{name}: "))?;
            let quoted = value
                .strip_prefix('\'')
                .and_then(|rest| rest.strip_suffix('\''));
            let is_plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric());
            assert!(quoted.is_some() || is_plain, "quotes: {line}");
            Some((name, quoted.unwrap_or(value).replace("''", "'")))
        });
        let (name, value) = found.unwrap_or_else(|| panic!("what is this? {line}"));
        assert_eq!(alert.insert(name, value), None, "{line}");
    }
    alerts
}

/// The anchors of a page, as they are made from its headings.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let text = line.trim_start_matches('#').trim().to_lowercase();
        let kept = text
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

#[test]
fn alerts_and_panels_ask_for_what_there_is() {
    let known = known();
    let alerts = alerts();
    assert!(alerts.len() >= 15, "{}", alerts.len());
    for alert in &alerts {
        hold(&known, &alert["expr"]);
    }
    let dashboard: Value = serde_json::from_str(DASHBOARD).unwrap();
    let panels = dashboard["panels"].as_array().unwrap();
    let mut queries = 0;
    for panel in panels {
        for target in panel["targets"].as_array().into_iter().flatten() {
            hold(&known, target["expr"].as_str().unwrap());
            queries += 1;
        }
    }
    assert!(queries >= 30, "{queries}");
    // What is wrong is found, so that the above says something.
    for wrong in [
        "rate(portcullis_check_total[5m])",
        "portcullis_checks_total{outcome=\"denied\"}",
        "portcullis_checks_total{result=\"refused\"}",
        "sum by (colour) (portcullis_checks_total)",
        "vector(1)",
    ] {
        let held = std::panic::catch_unwind(|| hold(&known, wrong));
        assert!(held.is_err(), "{wrong}");
    }
}

#[test]
fn panels_have_titles_and_do_not_cover_each_other() {
    let dashboard: Value = serde_json::from_str(DASHBOARD).unwrap();
    let mut ids = BTreeSet::new();
    let mut taken = BTreeSet::new();
    for panel in dashboard["panels"].as_array().unwrap() {
        assert!(!panel["title"].as_str().unwrap().is_empty());
        assert!(ids.insert(panel["id"].as_u64().unwrap()), "{panel}");
        let place = &panel["gridPos"];
        let at = |name: &str| place[name].as_u64().unwrap();
        assert!(at("x") + at("w") <= 24, "{panel}");
        for x in at("x")..at("x") + at("w") {
            for y in at("y")..at("y") + at("h") {
                assert!(taken.insert((x, y)), "{panel}");
            }
        }
    }
}

#[test]
fn every_alert_says_what_to_do() {
    let anchors = anchors(OPERATIONS);
    let mut names = BTreeSet::new();
    for alert in alerts() {
        assert!(names.insert(alert["alert"].clone()), "{alert:?}");
        assert!(["critical", "warning", "info"].contains(&alert["severity"].as_str()));
        for member in ["summary", "description", "for"] {
            assert!(!alert[member].is_empty(), "{alert:?}");
        }
        let anchor = alert["runbook"]
            .strip_prefix("docs/OPERATIONS.md#")
            .unwrap();
        assert_eq!(anchor, alert["alert"].to_lowercase());
        assert!(anchors.contains(anchor), "no chapter for {alert:?}");
    }
    // What the program points to is there.
    for chapter in ["disk-full", "clock-wrong", "corrupted-database"] {
        assert!(anchors.contains(chapter), "{chapter}");
    }
    assert!(SCRAPE.contains("job_name: portcullis"));
}
