//! What holds for every answer, whatever was asked.

use portcullis::domain::scope::Scope;
use portcullis::http::CODES;
use portcullis::http::routes::{Found, Route, find};
use portcullis::http::wire::{Head, Lane};
use serde_json::{Value, json};

use crate::harness::{Answered, TestApp};
use crate::schema;

/// Holds an answer to everything that the contract promises for all of them.
pub(crate) fn hold(app: &TestApp, sent: &Head, answered: &Answered) {
    assert!(answered.status < 500, "{answered}");
    // Browsers take an answer without a body to what they ask before a page's request.
    assert!(
        answered.status != 204 || sent.method == "OPTIONS",
        "{answered}"
    );
    shared_with_nobody_unasked(sent, answered);
    let route = match find(&sent.method, sent.path()) {
        // The metrics listener has two routes; the others are not there.
        Found::Route(_, _) if sent.lane == Lane::Metrics && answered.status == 404 => None,
        Found::Route(route, _) => Some(route),
        Found::OtherMethods(_) | Found::Nothing => None,
    };
    identified(sent, answered);
    protected(sent, route, answered);
    explained(sent, answered);
    let with_key = sent
        .header("authorization")
        .is_some_and(|value| value.starts_with("Bearer sk-"));
    // A check by a session in the portal is charged like one with a key; nothing else is.
    let is_check = route.is_some_and(|route| route.need.scopes == [Scope::Check]);
    let with_session = sent.header("authorization").is_none()
        && sent
            .header("cookie")
            .is_some_and(|value| value.contains("=pse-"));
    let is_stopped = answered.status == 403;
    let with_key = with_key || (with_session && is_check && !is_stopped);
    if with_key && route.is_some() && answered.status != 401 {
        metered(app, answered);
    } else {
        assert_eq!(answered.header("ratelimit"), None, "{answered}");
    }
    if let Some(route) = route {
        documented(sent, route, answered);
        if answered.status >= 400 {
            listed(route, answered);
        }
    }
}

/// No answer lets a page of another origin use what the browser sends by itself.
fn shared_with_nobody_unasked(sent: &Head, answered: &Answered) {
    assert_eq!(answered.header("access-control-allow-credentials"), None);
    let allowed = answered.header("access-control-allow-origin");
    assert!(
        allowed.is_none_or(|origin| origin == "*" || Some(origin) == sent.header("origin")),
        "{answered}"
    );
}

fn identified(sent: &Head, answered: &Answered) {
    let id = answered.header("x-request-id").expect("an identifier");
    let is_plausible = |id: &str| {
        (1..=128).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    assert!(is_plausible(id), "{answered}");
    if let Some(given) = sent.header("x-request-id").filter(|id| is_plausible(id)) {
        assert_eq!(id, given, "{answered}");
    }
}

fn protected(sent: &Head, route: Option<&Route>, answered: &Answered) {
    assert_eq!(answered.header("x-content-type-options"), Some("nosniff"));
    let is_for_programs = ["/health", "/ready", "/metrics"].contains(&sent.path());
    let media = answered.header("content-type").unwrap_or("");
    let is_page = media.starts_with("text/html");
    if (sent.path().starts_with("/api/") || is_for_programs) && !is_page {
        assert_eq!(answered.header("content-security-policy"), None);
        assert_eq!(
            answered.header("cache-control"),
            Some("no-store"),
            "{answered}"
        );
    } else if route.is_some() {
        assert_eq!(answered.header("x-frame-options"), Some("DENY"));
        assert_eq!(answered.header("referrer-policy"), Some("no-referrer"));
        let policy = answered.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-eval"), "{policy}");
        if sent.path() != "/docs" {
            assert!(!policy.contains("unsafe-inline"), "{policy}");
        }
    }
}

/// RFC 9457, and the headers that go with a status.
fn explained(sent: &Head, answered: &Answered) {
    let status = answered.status;
    let wants = |wanted: u16, name: &str| {
        assert_eq!(
            answered.header(name).is_some(),
            status == wanted,
            "`{name}` goes with {wanted}: {answered}"
        );
    };
    wants(401, "www-authenticate");
    wants(405, "allow");
    wants(429, "retry-after");
    if status < 400 {
        return;
    }
    assert_eq!(
        answered.header("content-type"),
        Some("application/problem+json")
    );
    let problem = answered.json();
    let code = problem["code"].as_str().unwrap();
    let (_, known_status, title) = CODES
        .iter()
        .find(|(known, _, _)| *known == code)
        .unwrap_or_else(|| panic!("`{code}` is not documented"));
    assert_eq!(*known_status, status, "{answered}");
    let mut expected = json!({
        "type": format!("https://portcullis.invalid/problems/{code}"),
        "title": title, "status": status, "detail": problem["detail"], "instance": sent.path(),
        "code": code, "request_id": answered.header("x-request-id"),
    });
    let detail = problem["detail"].as_str().unwrap();
    assert!(!detail.is_empty() && !detail.ends_with('.'), "{detail}");
    if status == 422 {
        let errors = problem["errors"].as_array().unwrap();
        assert!(!errors.is_empty(), "{answered}");
        expected["errors"] = json!(errors);
        for error in errors {
            assert!(error["field"].is_string() && error["message"].is_string());
        }
    }
    assert_eq!(problem, expected, "{answered}");
    if status == 401 {
        let challenge = answered.header("www-authenticate").unwrap();
        let realm = "Bearer realm=\"portcullis\"";
        if code == "unauthenticated" {
            assert_eq!(challenge, realm, "{answered}");
        } else {
            assert_eq!(challenge, format!("{realm}, error=\"invalid_token\""));
        }
    }
    if status == 429 {
        let seconds: u64 = answered.header("retry-after").unwrap().parse().unwrap();
        assert!(seconds >= 1, "{answered}");
    }
}

/// The customer's bucket, told twice in two spellings that must agree.
fn metered(app: &TestApp, answered: &Answered) {
    let number = |name: &str| -> u64 {
        let value = answered
            .header(name)
            .unwrap_or_else(|| panic!("no `{name}`: {answered}"));
        value.parse().unwrap()
    };
    let (limit, left) = (number("x-ratelimit-limit"), number("x-ratelimit-remaining"));
    assert!(left <= limit, "{answered}");
    let now = app.http.app().now().as_seconds().cast_unsigned();
    let full_after = number("x-ratelimit-reset") - now;
    assert_eq!(
        full_after,
        ((limit - left) * 60).div_ceil(limit),
        "{answered}"
    );
    let policy = format!("\"minute\";q={limit};w=60");
    let state = format!("\"minute\";r={left};t={full_after}");
    assert_eq!(answered.header("ratelimit-policy"), Some(&*policy));
    assert_eq!(answered.header("ratelimit"), Some(&*state));
}

/// The status is in the reference, and so is the shape of the body.
fn documented(sent: &Head, route: &Route, answered: &Answered) {
    let responses = &schema::operation(route)["responses"];
    let response = &responses[answered.status.to_string()];
    let shared = response["$ref"].as_str().map(|place| {
        let name = place.rsplit('/').next().unwrap();
        &schema::DOCUMENT["components"]["responses"][name]
    });
    let response = shared.unwrap_or(response);
    assert!(
        response.is_object(),
        "the status is not in the reference: {answered}"
    );
    let media = answered
        .header("content-type")
        .and_then(|value| value.split(';').next())
        .unwrap_or_else(|| panic!("no media type: {answered}"));
    assert!(
        response["content"].get(media).is_some() || route.doc.media == "*/*",
        "`{media}` is not in the reference: {answered}"
    );
    if sent.method == "HEAD" {
        return;
    }
    if let Some(schema) = schema::of_answer(route, answered.status, media) {
        let mistakes = schema::mistakes(schema, &answered.json());
        assert_eq!(mistakes, Vec::<String>::new(), "{answered}");
    } else {
        let is_json = media == "application/json" && route.path != "/openapi.json";
        assert!(!is_json, "no schema: {answered}");
    }
    if answered.status < 300 && media == "application/json" {
        let _: Value = answered.json();
    }
}

/// The reference names the code among those that the route can refuse with.
fn listed(route: &Route, answered: &Answered) {
    let responses = &schema::operation(route)["responses"];
    let response = schema::shared(&responses[answered.status.to_string()]);
    let examples = &response["content"]["application/problem+json"]["examples"];
    let code = answered.json()["code"].take();
    let is_listed = examples.get(code.as_str().unwrap()).is_some();
    assert!(is_listed, "the code is not in the reference: {answered}");
}
