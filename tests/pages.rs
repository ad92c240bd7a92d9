//! The pages: what strangers see, what their browsers are told, and what the API reference says.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use portcullis::app::App;
use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::settings::{DocumentSettings, LiveSettings};
use portcullis::domain::tier::{Tier, Tiers};
use portcullis::http::routes::ROUTES;
use portcullis::http::wire::{EdgeStats, Head, Incoming, Lane, Reply, Service as _};
use portcullis::http::{self, Http, openapi};
use portcullis::ledger::{Hooks, Ledger};
use portcullis::metrics::Metrics;
use portcullis::store::DataDir;
use serde_json::Value;

const STRICT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";
const WITH_STYLES: &str = "default-src 'none'; script-src 'self'; \
     style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; font-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// An appliance in a directory of its own.
struct Appliance {
    http: Http,
    _directory: tempfile::TempDir,
}

impl Appliance {
    fn new() -> Self {
        Self::with(LiveSettings::default(), None)
    }

    fn with(settings: LiveSettings, public_url: Option<&str>) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(
            DataDir::take(directory.path(), "a test").unwrap(),
            portcullis::ledger::Settings::default(),
            Arc::new(settings),
            Arc::new(SystemEnvironment::default()),
            Arc::new(Metrics::default()),
            Hooks::default(),
        );
        let app = App::new(Arc::new(ledger.unwrap()));
        let settings = http::Settings {
            public_url: public_url.map(str::to_owned),
            ..http::Settings::default()
        };
        Self {
            http: Http::new(Arc::new(app), settings, Arc::new(EdgeStats::default())),
            _directory: directory,
        }
    }

    fn get(&self, target: &str) -> Reply {
        self.get_with(target, &[("host", "gate.example:8080")])
    }

    fn get_with(&self, target: &str, headers: &[(&str, &str)]) -> Reply {
        let head = Head {
            method: "GET".to_owned(),
            target: target.to_owned(),
            headers: headers
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            peer: Some("192.0.2.1:40000".parse().unwrap()),
            lane: Lane::Network,
            secure: false,
            certificate: None,
        };
        let body = Vec::new();
        self.http.answer(Incoming { head, body }).wait()
    }

    fn page(&self, target: &str) -> String {
        let reply = self.get(target);
        assert_eq!(reply.status, 200, "{target}");
        String::from_utf8(reply.body).unwrap()
    }
}

/// The value of a header that is there once.
fn header<'a>(reply: &'a Reply, name: &str) -> &'a str {
    let mut values = reply
        .headers
        .iter()
        .filter(|(known, _)| known.eq_ignore_ascii_case(name));
    let (_, value) = values.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(values.next().is_none(), "{name} is there twice");
    value
}

#[test]
fn pages_and_their_files_tell_the_browser_what_they_are() {
    let appliance = Appliance::new();
    for (target, media, policy) in [
        ("/", "text/html; charset=utf-8", STRICT),
        ("/pricing", "text/html; charset=utf-8", STRICT),
        ("/pricing?agents=9", "text/html; charset=utf-8", STRICT),
        ("/docs", "text/html; charset=utf-8", WITH_STYLES),
        ("/docs/index", "text/html; charset=utf-8", STRICT),
        ("/docs/index?q=backup", "text/html; charset=utf-8", STRICT),
        ("/docs/search.json", "application/json", STRICT),
        ("/docs/OPERATIONS", "text/html; charset=utf-8", STRICT),
        (
            "/docs/decisions/0003-sqlite",
            "text/html; charset=utf-8",
            STRICT,
        ),
        ("/assets/docs/images/console.png", "image/png", STRICT),
        ("/setup", "text/html; charset=utf-8", STRICT),
        ("/console", "text/html; charset=utf-8", STRICT),
        ("/console/", "text/html; charset=utf-8", STRICT),
        ("/console/log/dec_0?q=a", "text/html; charset=utf-8", STRICT),
        ("/portal", "text/html; charset=utf-8", STRICT),
        ("/portal/keys", "text/html; charset=utf-8", STRICT),
        ("/openapi.json", "application/json", STRICT),
        ("/assets/tokens.css", "text/css; charset=utf-8", STRICT),
        ("/assets/page.css", "text/css; charset=utf-8", STRICT),
        ("/assets/docs.css", "text/css; charset=utf-8", STRICT),
        ("/assets/setup.css", "text/css; charset=utf-8", STRICT),
        ("/assets/setup.js", "text/javascript; charset=utf-8", STRICT),
        ("/assets/mark.svg", "image/svg+xml", STRICT),
        ("/assets/icons.svg", "image/svg+xml", STRICT),
        (
            "/assets/vendor/openapi-explorer/openapi-explorer.min.js",
            "text/javascript; charset=utf-8",
            STRICT,
        ),
        (
            "/assets/vendor/openapi-explorer/LICENSE",
            "text/plain; charset=utf-8",
            STRICT,
        ),
    ] {
        let reply = appliance.get(target);
        assert_eq!(reply.status, 200, "{target}");
        assert!(!reply.body.is_empty(), "{target}");
        assert_eq!(header(&reply, "Content-Type"), media, "{target}");
        assert_eq!(
            header(&reply, "Content-Security-Policy"),
            policy,
            "{target}"
        );
        assert_eq!(header(&reply, "Cache-Control"), "no-cache", "{target}");
        assert_eq!(header(&reply, "X-Content-Type-Options"), "nosniff");
        assert_eq!(header(&reply, "X-Frame-Options"), "DENY");
        assert_eq!(header(&reply, "Referrer-Policy"), "no-referrer");
    }
}

#[test]
fn what_the_reader_has_is_not_sent_again() {
    let appliance = Appliance::new();
    for target in ["/", "/docs", "/openapi.json", "/assets/page.css"] {
        let host = ("host", "gate.example:8080");
        let first = appliance.get(target);
        let etag = header(&first, "ETag").to_owned();
        assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
        let policy = header(&first, "Content-Security-Policy").to_owned();
        for known in [
            etag.clone(),
            format!("\"other\", {etag}"),
            format!("W/{etag}"),
            "*".to_owned(),
        ] {
            let again = appliance.get_with(target, &[host, ("if-none-match", &known)]);
            assert_eq!(
                (again.status, again.body.len()),
                (304, 0),
                "{target} {known}"
            );
            assert_eq!(header(&again, "ETag"), etag);
            assert_eq!(header(&again, "Content-Security-Policy"), policy);
        }
        let other = appliance.get_with(target, &[host, ("if-none-match", "\"other\"")]);
        assert_eq!((other.status, &other.body), (200, &first.body), "{target}");
    }
}

#[test]
fn nothing_but_the_named_files_is_served() {
    let appliance = Appliance::new();
    for target in [
        "/assets/",
        "/assets/nothing.css",
        "/assets/front.html",
        "/assets/README.md",
        "/assets/LICENSE",
        "/assets/vendor/README.md",
        "/assets/vendor/SHA256SUMS",
        "/assets/vendor/openapi-explorer%2fLICENSE",
        "/assets/0123456789abcdef/page.css",
        "/assets/docs/tour.sh",
        "/docs/",
        "/docs/NOTHING",
        "/docs/operations",
        "/docs/OPERATIONS.md",
        "/docs/../Cargo",
        "/docs/decisions/",
        "/docs/decisions%2f0003-sqlite",
        "/assets/..",
        "/assets/../Cargo.toml",
        "/assets/..%2ffront.html",
        "/assets/%2e%2e%2fvendor%2fREADME.md",
        "/assets/..%5cfront.html",
        "/assets/%2fetc%2fpasswd",
        "/assets/openapi-explorer%2fLICENSE",
        "/assets/page.css%00.js",
        "/assets/page.css/",
        "/assets/PAGE.css",
    ] {
        let reply = appliance.get(target);
        assert_eq!(reply.status, 404, "{target}");
        assert_eq!(
            header(&reply, "Content-Type"),
            "application/problem+json",
            "{target}"
        );
    }
}

#[test]
fn an_asset_is_given_to_whoever_takes_its_kind() {
    let appliance = Appliance::new();
    for accept in ["text/css", "text/css,*/*;q=0.1", "*/*"] {
        let reply = appliance.get_with("/assets/page.css", &[("accept", accept)]);
        assert_eq!(reply.status, 200, "{accept}");
    }
}

/// The addresses of the files that a page loads.
fn loaded(page: &str) -> Vec<&str> {
    let all = links(page).into_iter();
    all.filter(|link| link.starts_with("/assets/")).collect()
}

#[test]
fn what_a_page_loads_is_of_its_build_and_kept_for_good() {
    let appliance = Appliance::new();
    let mut hashes = BTreeSet::new();
    for page in ["/", "/pricing", "/docs", "/setup", "/console", "/portal"] {
        let page = appliance.page(page);
        assert!(!loaded(&page).is_empty());
        for link in loaded(&page) {
            let path = link.split('#').next().unwrap();
            let reply = appliance.get(path);
            assert_eq!(reply.status, 200, "{path}");
            let kept = "public, max-age=31536000, immutable";
            assert_eq!(header(&reply, "Cache-Control"), kept, "{path}");
            let (hash, file) = path["/assets/".len()..].split_once('/').unwrap();
            hashes.insert(hash.to_owned());
            let same = appliance.get(&format!("/assets/{file}"));
            assert_eq!((same.status, &same.body), (200, &reply.body), "{file}");
            assert_eq!(header(&same, "Cache-Control"), "no-cache", "{file}");
        }
    }
    assert_eq!(hashes.len(), 1, "{hashes:?}");
    assert!(hashes.iter().all(|hash| hash.len() == 16));
}

#[test]
fn bodies_are_sent_compressed_to_those_who_take_them_so() {
    let appliance = Appliance::new();
    for target in [
        "/",
        "/docs",
        "/console",
        "/openapi.json",
        "/assets/page.css",
    ] {
        let plain = appliance.get(target);
        assert_eq!(header(&plain, "Vary"), "Accept-Encoding", "{target}");
        assert!(
            !plain
                .headers
                .iter()
                .any(|(name, _)| name == "Content-Encoding")
        );
        let accept = ("accept-encoding", "gzip, deflate, br");
        let packed = appliance.get_with(target, &[("host", "gate.example:8080"), accept]);
        assert_eq!(header(&packed, "Content-Encoding"), "gzip", "{target}");
        assert_eq!(header(&packed, "Vary"), "Accept-Encoding", "{target}");
        assert!(packed.body.len() < plain.body.len() / 2 + 200, "{target}");
        let mut unpacked = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(&packed.body[..]);
        std::io::Read::read_to_end(&mut decoder, &mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body, "{target}");
        // Each form has a validator of its own, and one is not taken for the other.
        let (own, other) = (header(&packed, "ETag"), header(&plain, "ETag"));
        assert_ne!(own, other);
        let host = ("host", "gate.example:8080");
        for (etag, status) in [(own, 304), (other, 200)] {
            let again = appliance.get_with(target, &[host, accept, ("if-none-match", etag)]);
            assert_eq!(again.status, status, "{target}");
        }
    }
}

/// Every `href` and `src` of a page, in the order they stand.
fn links(page: &str) -> Vec<&str> {
    let mut links = Vec::new();
    for attribute in ["href=\"", "src=\"", "spec-url=\""] {
        for rest in page.split(attribute).skip(1) {
            links.push(rest.split('"').next().unwrap());
        }
    }
    links
}

/// Follows every link of every page that is no document.
fn follow_all(appliance: &Appliance) {
    for target in [
        "/",
        "/pricing",
        "/welcome",
        "/setup",
        "/console",
        "/portal",
        "/docs",
        "/docs/index",
    ] {
        let page = appliance.page(target);
        assert!(!page.contains("<style") && !page.contains(" style="));
        assert!(!page.contains("<script>") && !page.contains(" onclick="));
        assert!(!page.contains("<!-- "), "a place was not filled");
        for link in links(&page) {
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            assert!(
                path.is_empty() || (path.starts_with('/') && !path.starts_with("//")),
                "{link}"
            );
            let there = if path.is_empty() {
                page.clone()
            } else {
                appliance.page(path)
            };
            let id = format!("id=\"{fragment}\"");
            assert!(fragment.is_empty() || there.contains(&id), "{link}");
        }
    }
}

#[test]
fn pages_lead_nowhere_else_and_to_nothing_that_is_missing() {
    follow_all(&Appliance::new());
}

/// Settings with all documents hidden but one.
fn nearly_without_documents(is_open: bool) -> LiveSettings {
    let mut hidden = portcullis::http::documents::names();
    hidden.retain(|name| name != "CLI");
    LiveSettings {
        documents: Arc::new(DocumentSettings {
            hidden,
            ..DocumentSettings::default()
        }),
        registration_is_open: is_open,
        quotes_are_open: is_open,
        ..LiveSettings::default()
    }
}

#[test]
fn no_page_offers_a_document_that_is_left_out() {
    for is_open in [true, false] {
        let appliance = Appliance::with(nearly_without_documents(is_open), None);
        assert_eq!(appliance.get("/docs/HELP").status, 404);
        follow_all(&appliance);
        let page = appliance.page("/docs/CLI");
        assert!(page.contains("(not shown here)"));
        let documents = links(&page)
            .into_iter()
            .filter(|link| link.starts_with("/docs/"));
        assert!(
            documents
                .into_iter()
                .all(|link| link.starts_with("/docs/CLI") || link == "/docs/index")
        );
        // What makes itself in the browser is told what there is not.
        for target in ["/console", "/portal"] {
            let page = appliance.page(target);
            let told = page.split("data-hidden-documents=\"").nth(1).unwrap();
            let told: Vec<&str> = told.split('"').next().unwrap().split(' ').collect();
            assert!(told.contains(&"HELP") && !told.contains(&"CLI"), "{told:?}");
        }
    }
    let page = Appliance::new().page("/console");
    assert!(page.contains("data-hidden-documents=\"\""));
}

#[test]
fn whom_to_ask_is_on_every_page_and_what_the_operator_says() {
    let help = |help: Option<&str>| LiveSettings {
        documents: Arc::new(DocumentSettings {
            help: help.map(Into::into),
            ..DocumentSettings::default()
        }),
        ..LiveSettings::default()
    };
    let appliance = Appliance::with(help(Some("Ring **4711**, day and night.")), None);
    for target in ["/", "/pricing", "/welcome", "/docs/index", "/docs/CLI"] {
        let page = appliance.page(target);
        assert!(links(&page).contains(&"/docs/HELP"), "{target}");
    }
    for target in ["/docs/HELP", "/docs/GETTING_STARTED"] {
        assert!(
            appliance
                .page(target)
                .contains("Ring <strong>4711</strong>")
        );
        let built_in = Appliance::with(help(None), None).page(target);
        assert!(built_in.contains("has not written here yet whom to ask"));
    }
}

#[test]
fn the_pricing_table_shows_the_tiers_in_force() {
    for target in ["/", "/pricing"] {
        let page = Appliance::new().page(target);
        for text in [
            "<th scope=\"row\" role=\"rowheader\">Enterprise</th>",
            ">free of charge</td>",
            ">$499 a month</td>",
            ">on request</td>",
            ">10,000</td>",
            ">no quota</td>",
            "<li>Human approvals</li>",
            "<li>Exports of the audit log</li>",
        ] {
            assert!(page.contains(text), "{target}: {text}");
        }
        assert_eq!(page.matches("<tr role=\"row\">").count(), 1 + 4);
        let columns = page.matches("scope=\"col\" role=\"columnheader\"").count();
        assert_eq!(columns, 8);
    }
}

#[test]
fn text_from_the_configuration_is_not_markup() {
    let tiers: Vec<Tier> = Tiers::built_in()
        .iter()
        .map(|tier| Tier {
            title: "<b>\"Tom\" & Co</b><!-- start -->".into(),
            support: "<script>alert(1)</script>".into(),
            feature_list: vec!["</ul><img src=x>".into()],
            ..Tier::clone(tier)
        })
        .collect();
    let tiers = Tiers::new(tiers, "pro", "starter").unwrap();
    let page = Appliance::with(tiers.into(), None).page("/");
    for markup in ["<b>", "<script>", "<img", "</ul><"] {
        let page = page.replace("</ul></td>", "").replace("</li>\n</ul>", "");
        assert!(!page.contains(markup), "{markup}");
    }
    let title = "&lt;b&gt;&quot;Tom&quot; &amp; Co&lt;/b&gt;&lt;!-- start --&gt;";
    // Rows, default tier, and those that a registration may name.
    assert_eq!(page.matches(title).count(), 4 + 1 + 3);
}

#[test]
fn the_page_says_truly_whether_anybody_may_register() {
    let open = Appliance::new().page("/");
    assert!(open.contains(
        "curl -s <span id=\"origin\">http://gate.example:8080</span>/api/customers/register"
    ));
    assert!(open.contains("on the tier Starter"));
    assert!(!open.contains("closed"));
    let settings = LiveSettings {
        registration_is_open: false,
        ..LiveSettings::default()
    };
    let closed = Appliance::with(settings, None).page("/");
    assert!(closed.contains("Registration is closed on this appliance"));
    assert!(!closed.contains("/api/customers/register"));
    assert!(!closed.contains("<form") && !closed.contains("id=\"ask\""));
}

#[test]
fn the_form_for_a_quote_is_there_where_requests_are_taken() {
    assert!(
        Appliance::new()
            .page("/pricing")
            .contains("id=\"quote-form\"")
    );
    let settings = LiveSettings {
        quotes_are_open: false,
        ..LiveSettings::default()
    };
    let closed = Appliance::with(settings, None).page("/pricing");
    assert!(closed.contains("takes no requests here"));
    assert!(!closed.contains("id=\"quote-form\"") && !closed.contains("<!-- "));
}

#[test]
fn every_document_leads_to_places_that_are_there() {
    let appliance = Appliance::new();
    let index = appliance.page("/docs/index");
    let list = index.split("<footer").next().unwrap();
    let names: Vec<&str> = links(list)
        .into_iter()
        .filter(|link| link.starts_with("/docs/") && *link != "/docs/index")
        .collect();
    assert!(names.len() > 20, "{names:?}");
    let pages: BTreeMap<&str, String> = names
        .iter()
        .map(|name| (*name, appliance.page(name)))
        .collect();
    let mut followed = 0;
    for (name, page) in &pages {
        assert!(
            !page.contains("<style") && !page.contains(" style="),
            "{name}"
        );
        assert!(!page.contains("<!-- "), "{name}");
        assert_eq!(page.matches("<h1>").count(), 1, "{name}");
        assert!(page.matches("aria-current=\"page\"").count() == 2, "{name}");
        let mut ids: Vec<&str> = page.split(" id=\"").skip(1).collect();
        for id in &mut ids {
            *id = id.split('"').next().unwrap();
        }
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(
            unique.len(),
            ids.len(),
            "{name}: an id is there twice: {ids:?}"
        );
        for link in links(page) {
            if link.starts_with("https://") {
                continue;
            }
            followed += 1;
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let there = match path {
                "" => page,
                path if pages.contains_key(path) => &pages[path],
                path => {
                    let reply = appliance.get(path);
                    assert_eq!(reply.status, 200, "{name}: {link}");
                    &String::from_utf8_lossy(&reply.body).into_owned()
                }
            };
            let id = format!("id=\"{fragment}\"");
            assert!(fragment.is_empty() || there.contains(&id), "{name}: {link}");
        }
    }
    assert!(followed > 1000, "{followed}");
    // One after the other, from the first to the last.
    let mut place = names[0];
    let mut read = 1;
    while let Some((_, rest)) = pages[place].split_once("<a class=\"next\" rel=\"next\" href=\"") {
        let next = rest.split('"').next().unwrap();
        let back = format!("<a class=\"prev\" rel=\"prev\" href=\"{place}\"");
        assert!(pages[next].contains(&back), "{next}");
        place = names.iter().find(|name| **name == next).unwrap();
        read += 1;
    }
    assert_eq!(read, names.len());
}

#[test]
fn the_search_has_every_section_with_its_place() {
    let appliance = Appliance::new();
    let index: Value = serde_json::from_slice(&appliance.get("/docs/search.json").body).unwrap();
    let documents = index.as_array().unwrap();
    assert!(documents.len() > 20);
    for document in documents {
        let name = document["name"].as_str().unwrap();
        let page = appliance.page(&format!("/docs/{name}"));
        for section in document["sections"].as_array().unwrap() {
            let anchor = section["anchor"].as_str().unwrap();
            let id = format!(" id=\"{anchor}\"");
            assert!(anchor.is_empty() || page.contains(&id), "{name} {anchor}");
        }
    }
    let all = index.to_string();
    for word in ["PORTCULLIS_SERVER__", "synchronous", "setup link"] {
        assert!(all.contains(word), "{word}");
    }
}

#[test]
fn a_registration_may_name_the_tiers_that_have_a_price() {
    let page = Appliance::new().page("/");
    assert_eq!(page.matches("<option ").count(), 3);
    assert!(page.contains("<option value=\"starter\" selected>Starter, $99 a month</option>"));
    assert!(!page.contains("value=\"enterprise\""));
}

#[test]
fn the_command_names_the_address_that_reaches_the_appliance() {
    let public = Some("https://gate.example");
    let appliance = Appliance::with(LiveSettings::default(), public);
    assert!(
        appliance
            .page("/")
            .contains("curl -s <span id=\"origin\">https://gate.example</span>/api/")
    );
    let appliance = Appliance::new();
    for host in ["a;reboot", "a$(id)", "<b>", "a b", "", "a/../b", "a'b"] {
        let reply = appliance.get_with("/", &[("host", host)]);
        let page = String::from_utf8(reply.body).unwrap();
        assert!(
            page.contains("curl -s <span id=\"origin\">http://localhost</span>/api/"),
            "{host}"
        );
    }
}

fn document() -> Value {
    serde_json::from_slice(openapi::as_json()).expect("the document is JSON")
}

/// What a `#/…` reference leads to.
fn referred<'a>(document: &'a Value, reference: &str) -> &'a Value {
    let pointer = reference.strip_prefix('#').expect(reference);
    document
        .pointer(pointer)
        .unwrap_or_else(|| panic!("{reference} leads nowhere"))
}

fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => resolved(document, referred(document, reference)),
        None => value,
    }
}

fn walk(value: &Value, visit: &mut impl FnMut(&Value)) {
    visit(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        Value::Object(members) => members.values().for_each(|member| walk(member, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every operation, as `(method, path, operation)`.
fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            item.iter()
                .map(move |(method, operation)| (method.as_str(), path.as_str(), operation))
        })
        .collect()
}

#[test]
fn the_document_is_openapi_and_its_references_resolve() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "/");
    let about = document["info"]["description"].as_str().unwrap();
    for chapter in ["## Credentials", "## Errors", "## Limits", "## Paging"] {
        assert!(about.contains(chapter), "{chapter}");
    }
    walk(&document, &mut |value| {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            referred(&document, reference);
        }
    });
    for scheme in ["api_key", "operator_token", "session"] {
        assert!(document["components"]["securitySchemes"][scheme].is_object());
    }
}

#[test]
fn every_route_is_one_operation_in_the_order_of_the_table() {
    let document = document();
    let operations = operations(&document);
    assert_eq!(operations.len(), ROUTES.len());
    let ids: BTreeSet<&str> = operations
        .iter()
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), ROUTES.len(), "identifiers are unique");
    let mut tags: Vec<&str> = ROUTES.iter().map(|route| route.doc.tag).collect();
    tags.dedup();
    let told: Vec<&str> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| {
            assert_ne!(tag["description"], "", "{tag}");
            tag["name"].as_str().unwrap()
        })
        .collect();
    assert_eq!(told, tags);
    for route in ROUTES {
        let method = route.method.word().to_lowercase();
        let operation = &document["paths"][&*route.documented_path()][&method];
        assert_eq!(operation["tags"][0], route.doc.tag, "{}", route.path);
        assert_eq!(operation["summary"], route.doc.summary);
        assert_eq!(
            operation["security"].is_array(),
            !route.need.anyone,
            "{}",
            route.path
        );
    }
}

/// A simple reading of JSON Schema, enough for the schemas that this document has.
fn fits(document: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        fits(document, referred(document, reference), value)?;
    }
    if let Some(all) = schema["allOf"].as_array() {
        all.iter()
            .try_for_each(|part| fits(document, part, value))?;
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fitting = choices
            .iter()
            .filter(|choice| fits(document, choice, value).is_ok());
        if fitting.count() != 1 {
            return Err(format!("{value} fits none of, or several of {choices:?}"));
        }
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_kind = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        Value::String(one) => one == kind || (one == "number" && kind == "integer"),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => true,
    };
    if !is_kind {
        return Err(format!("{value} is not {}", schema["type"]));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        return Err(format!("{value} is none of {words:?}"));
    }
    if let Some(items) = value.as_array() {
        return items
            .iter()
            .try_for_each(|item| fits(document, &schema["items"], item));
    }
    let Some(members) = value.as_object() else {
        return Ok(());
    };
    for name in schema["required"].as_array().into_iter().flatten() {
        if !members.contains_key(name.as_str().unwrap()) {
            return Err(format!("{value} lacks {name}"));
        }
    }
    let known = schema["properties"].as_object();
    for (name, member) in members {
        match known.and_then(|known| known.get(name)) {
            Some(schema) => fits(document, schema, member)?,
            None if schema["additionalProperties"] == false => {
                return Err(format!("{name} is not a member"));
            }
            None => {}
        }
    }
    Ok(())
}

/// Checks the example of a body, or its examples, against its schema; gives how many there are.
fn examples_fit(document: &Value, content: &Value, at: &str) -> usize {
    let mut examples: Vec<&Value> = content.get("example").into_iter().collect();
    let named = content["examples"].as_object();
    for example in named.into_iter().flat_map(|named| named.values()) {
        examples.push(&resolved(document, example)["value"]);
    }
    for example in &examples {
        if let Err(why) = fits(document, &content["schema"], example) {
            panic!("{at}: {why}");
        }
    }
    examples.len()
}

#[test]
fn every_json_body_has_examples_that_fit_its_schema() {
    let document = document();
    for (method, path, operation) in operations(&document) {
        let body = &operation["requestBody"];
        if body.is_object() {
            let content = body["content"].as_object().unwrap();
            let at = format!("{method} {path}");
            for (media, content) in content {
                // The file of an upload is no JSON, and its example is in the reference.
                if media == "application/json" {
                    assert_eq!(examples_fit(&document, content, &at), 1, "{at}");
                }
            }
            assert_eq!(content.len(), 1, "{at}");
        }
        for (status, response) in operation["responses"].as_object().unwrap() {
            let response = resolved(&document, response);
            let at = format!("{method} {path} {status}");
            assert_ne!(response["description"], "", "{at}");
            let content = response["content"].as_object();
            for (media, content) in content.into_iter().flatten() {
                // Lines of documents are no document.
                let is_document = media.ends_with("json") && !media.ends_with("ndjson");
                let is_json = is_document && path != "/openapi.json";
                let examples = examples_fit(&document, content, &at);
                assert!(!is_json || examples > 0, "{at} {media} has no example");
            }
        }
    }
}

#[test]
fn refusals_are_problems_and_charged_successes_tell_the_limits() {
    let document = document();
    for route in ROUTES {
        let method = route.method.word().to_lowercase();
        let responses = &document["paths"][&*route.documented_path()][&method]["responses"];
        for (status, response) in responses.as_object().unwrap() {
            let response = resolved(&document, response);
            if status.as_str() >= "400" {
                let problem = &response["content"]["application/problem+json"];
                assert_eq!(problem["schema"]["$ref"], "#/components/schemas/Problem");
                let examples = problem["examples"].as_object().unwrap();
                for example in examples.values() {
                    let example = &resolved(&document, example)["value"];
                    assert_eq!(example["status"].to_string(), *status);
                }
            }
        }
        let is_charged = route.is_charged && !route.need.anyone && !route.need.scopes.is_empty();
        let success = &responses[route.doc.status.to_string()]["headers"];
        assert!(success["X-Request-Id"].is_object(), "{}", route.path);
        for name in ["RateLimit-Policy", "RateLimit", "X-RateLimit-Limit"] {
            assert_eq!(success[name].is_object(), is_charged, "{}", route.path);
        }
        assert_eq!(
            responses["429"].is_object(),
            is_charged || route.waits_its_turn() || route.doc.refusals.contains(&429),
            "{}",
            route.path
        );
    }
}
