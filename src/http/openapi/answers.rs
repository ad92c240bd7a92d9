//! What comes out: successes with their headers, and problems with an example of each code.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::ToSchema as _;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::{
    ComponentsBuilder, Content, Header, ObjectBuilder, Ref, RefOr, Response, ResponseBuilder,
    Schema, Type,
};

use crate::domain::operator::Roles;
use crate::http::problem::{CODES, ProblemBody};
use crate::http::resources;
use crate::http::routes::{Method, Route, Target};

const PROBLEM: &str = "application/problem+json";
const REQUEST_ID: &str = "X-Request-Id";

/// Headers of answers: name, what it says, an example.
const HEADERS: &[(&str, &str, &str)] = &[
    (
        REQUEST_ID,
        "The request's identifier, as in the log; yours, when you sent a plausible one.",
        "5f0c6a52c1a84f0c9d3e1b7a2f4d8e90",
    ),
    (
        "RateLimit-Policy",
        "On answers to a customer's key: `q` calls in `w` seconds.",
        "\"minute\";q=100;w=60",
    ),
    (
        "RateLimit",
        "On answers to a customer's key: `r` calls are left, and in `t` seconds all are back.",
        "\"minute\";r=99;t=1",
    ),
    (
        "X-RateLimit-Limit",
        "The calls a minute, as `q` of `RateLimit-Policy`.",
        "100",
    ),
    (
        "X-RateLimit-Remaining",
        "The calls left, as `r` of `RateLimit`.",
        "99",
    ),
    (
        "X-RateLimit-Reset",
        "When all calls are back, in seconds since 1970.",
        "1795363201",
    ),
    ("Retry-After", "Seconds until the next try can pass.", "3"),
    (
        "WWW-Authenticate",
        "What kind of credential is wanted; `error` when one was sent that is not valid.",
        "Bearer realm=\"portcullis\"",
    ),
    (
        "Link",
        "Where the next page is, when there is one.",
        "</api/logs?cursor=34373130>; rel=\"next\"",
    ),
    (
        "Set-Cookie",
        "The session.",
        "__Host-portcullis=se-…; Path=/; Secure; HttpOnly; SameSite=Strict",
    ),
    (
        "ETag",
        "The name of this version: of a page for `If-None-Match`, which answers 304; of an object for \
         `If-Match` on a change, which answers 412 when somebody else was faster.",
        "\"6bb3…\"",
    ),
];

const LIMIT_HEADERS: [&str; 5] = [
    "RateLimit-Policy",
    "RateLimit",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
];

/// Adds what the answers refer to.
pub fn shared(components: ComponentsBuilder) -> ComponentsBuilder {
    let components = HEADERS
        .iter()
        .fold(components, |all, (name, about, example)| {
            all.header(*name, header(about, example))
        });
    CODES.iter().fold(components, |all, (code, status, title)| {
        let example = ExampleBuilder::new()
            .summary(*title)
            .value(Some(problem(code, *status, title)))
            .build();
        all.example(*code, example)
    })
}

fn header(about: &str, example: &str) -> Header {
    let number = example.parse::<u64>().ok();
    let (kind, example) = match number {
        Some(number) => (Type::Integer, Value::from(number)),
        None => (Type::String, Value::from(example)),
    };
    HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(kind)))
        .description(Some(about))
        .example(Some(example))
        .build()
}

fn with_header(response: ResponseBuilder, name: &str) -> ResponseBuilder {
    let reference = Ref::new(format!("#/components/headers/{name}"));
    response.header_ref(name, reference)
}

/// Whether a customer's key may call it, and is charged for it.
pub fn is_charged(route: &Route) -> bool {
    route.is_charged && !route.need.anyone && !route.need.scopes.is_empty()
}

/// Whether it answers with a validator, and 304 to whoever has the same.
pub fn has_etag(route: &Route) -> bool {
    matches!(route.doc.media, "text/html" | "*/*")
        || matches!(route.path, "/openapi.json" | "/docs/search.json")
}

/// Whether its answer names the version of the object that it is about.
fn names_version(route: &Route) -> bool {
    let is_shown = matches!(
        route.path,
        "/api/customers/me" | "/api/customers/{id}/reactivate"
    );
    is_shown || has_versions(route) && !is_removal(route)
}

/// Whether it is about one object of a kind that people edit.
fn has_versions(route: &Route) -> bool {
    matches!(
        route.path,
        "/api/customers/{id}"
            | "/api/customers/{id}/upgrade"
            | "/api/admin/agents/{agent_id}"
            | "/api/operators/{operator_id}"
            | "/api/quotes/{quote_id}"
    )
}

fn is_removal(route: &Route) -> bool {
    route.method == Method::Delete && route.path != "/api/customers/{id}"
}

/// Whether a change can be asked for on one version only, with `If-Match`. A request for a quote is
/// deleted whatever somebody noted on it.
pub fn takes_version(route: &Route) -> bool {
    let is_change = route.method != Method::Get;
    has_versions(route)
        && is_change
        && !(route.path.starts_with("/api/quotes/") && is_removal(route))
}

/// Whether it gives a browser its session.
fn opens_session(path: &str) -> bool {
    matches!(
        path,
        "/api/operators/login" | "/api/portal/login" | "/api/portal/open"
    )
}

/// The answer when all goes well.
pub fn success(route: &Route, schemas: &mut Vec<(String, RefOr<Schema>)>) -> Response {
    let doc = &route.doc;
    let mut content = Content::new(doc.shape.map(|shape| shape(schemas)));
    content.example = serde_json::from_str(doc.example).ok();
    let outcome = if doc.status == 201 { "Made" } else { "Done" };
    let mut response = ResponseBuilder::new()
        .description(outcome)
        .content(doc.media, content);
    for media in resources::also_produces(route.path) {
        response = response.content(*media, Content::new(None::<RefOr<Schema>>));
    }
    response = with_header(response, REQUEST_ID);
    if is_charged(route) {
        for name in LIMIT_HEADERS {
            response = with_header(response, name);
        }
    }
    match route.path {
        "/api/logs"
        | "/api/logs/export"
        | "/api/kill-switches"
        | "/api/agent/pending-approvals"
        | "/api/metering"
        | "/api/customers/{id}/metering"
        | "/api/statements"
        | "/api/system/audit/export" => {
            response = with_header(response, "Link");
        }
        "/api/customers/{id}/api-keys" => response = with_header(response, "Link"),
        path if path.starts_with("/api/exports/") => response = with_header(response, "Link"),
        path if opens_session(path) => response = with_header(response, "Set-Cookie"),
        _ if has_etag(route) || names_version(route) => response = with_header(response, "ETag"),
        _ => {}
    }
    response.build()
}

/// The statuses that a caller of the route must be ready for, each with what answers it. Routes
/// that refuse alike refer to one answer, which is kept under the names of its codes.
pub fn refusals(route: &Route, kept: &mut BTreeMap<String, Response>) -> Vec<(u16, Ref)> {
    let mut refusals = Vec::new();
    for status in statuses(route) {
        let codes = codes_of(route, status);
        let mut name = codes.join(".");
        let tells_limits = status == 429 && is_charged(route);
        let told = match (route.path, status) {
            ("/health", 503) => Some(("Health", "unhealthy")),
            ("/ready", 503) => Some(("Ready", "not_ready")),
            _ => None,
        };
        if tells_limits {
            name.push_str(".of_key");
        }
        if let Some((_, word)) = told {
            name = format!("{name}.{word}");
        }
        refusals.push((status, Ref::from_response_name(&name)));
        kept.entry(name).or_insert_with(|| {
            let mut response = refusal(status, &codes);
            if tells_limits {
                response = LIMIT_HEADERS.into_iter().fold(response, with_header);
            }
            if let Some((schema, word)) = told {
                let mut unhealthy = Content::new(Some(Ref::from_schema_name(schema)));
                let example = json!({"status": word, "reason": "the disk is full"});
                unhealthy.example = Some(example);
                response = response
                    .description("The ledger cannot write; or `overloaded`")
                    .content(route.doc.media, unhealthy);
            }
            response.build()
        });
    }
    refusals
}

/// A status that a route refuses with, and the codes that come with it.
pub struct Refused {
    /// The status.
    pub status: u16,
    /// The codes.
    pub codes: Vec<&'static str>,
}

/// All that a route can refuse with.
pub fn refused(route: &Route) -> Vec<Refused> {
    let refused = statuses(route).into_iter().map(|status| Refused {
        status,
        codes: codes_of(route, status),
    });
    refused.collect()
}

/// What a code says, for example.
pub fn detail_of(code: &str) -> &'static str {
    happening(code).1
}

fn statuses(route: &Route) -> Vec<u16> {
    let mut statuses: Vec<u16> = route.doc.refusals.to_vec();
    let mut also = |applies: bool, more: &[u16]| {
        if applies {
            statuses.extend_from_slice(more);
        }
    };
    also(is_charged(route) || route.waits_its_turn(), &[429]);
    also(takes_version(route), &[412]);
    also(reads_a_body(route), &[413, 415, 422]);
    also(
        route.target != Target::Own || route.path.contains('{'),
        &[404],
    );
    // A credential that is sent must be valid, also where none is needed.
    also(true, &[400, 401, 403, 406, 408, 413, 417, 431, 500, 503]);
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

/// The codes that the route can refuse with, of those that have the status.
fn codes_of(route: &Route, status: u16) -> Vec<&'static str> {
    CODES
        .iter()
        .filter(|(code, of, _)| *of == status && applies(code, route))
        .map(|(code, _, _)| *code)
        .collect()
}

fn refusal(status: u16, codes: &[&str]) -> ResponseBuilder {
    let words: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
    let mut content = Content::new(Some(Ref::from_schema_name(ProblemBody::name())));
    for code in codes {
        let reference = Ref::new(format!("#/components/examples/{code}"));
        content
            .examples
            .insert((*code).to_owned(), RefOr::Ref(reference));
    }
    let response = ResponseBuilder::new()
        .description(words.join(", "))
        .content(PROBLEM, content);
    let response = with_header(response, REQUEST_ID);
    match status {
        401 => with_header(response, "WWW-Authenticate"),
        429 | 503 => with_header(response, "Retry-After"),
        _ => response,
    }
}

/// Whether a route can refuse with the code, given that it refuses with the code's status.
fn applies(code: &str, route: &Route) -> bool {
    let Route {
        path, need, audit, ..
    } = *route;
    let is_check = matches!(path, "/api/agents/check" | "/api/agent/request");
    let adds_permissions = path.starts_with("/api/admin/permissions") && reads_a_body(route);
    match code {
        "validation_failed" => reads_a_body(route) || path == "/api/system/reload",
        "malformed_json" | "not_canonical" => reads_a_body(route) && route.file.is_none(),
        "invalid_signature" => path.starts_with("/api/billing/"),
        // Also one that the route does not know.
        "bad_parameter" => path.starts_with("/api/"),
        "unauthenticated" => !need.anyone || path == "/metrics",
        "insufficient_scope" => {
            path == "/api/portal/login"
                || !need.anyone && (!need.scopes.is_empty() || need.roles == Roles::NONE)
        }
        "operator_role" => match path {
            "/api/customers/register"
            | "/api/kill-switches/effect"
            | "/api/quotes"
            | "/metrics" => true,
            _ if need.anyone => false,
            _ => need.scopes.is_empty() || !matches!(need.roles, Roles::ANY | Roles::NONE),
        },
        "foreign_origin" => route.method != Method::Get,
        "wrong_agent" | "quota_exceeded" => is_check,
        "too_many_streams" => route.stays_open,
        "too_many_quotes" => path == "/api/quotes",
        "owner_mismatch" => path == "/api/agent/kill",
        "feature_not_in_tier" => adds_permissions || path == "/api/logs/export",
        "limit_reached" => {
            let ends = ["/api/admin/agents", "/generate", "-links", "/redeem"];
            let adds = ends.iter().any(|end| path.ends_with(end));
            adds_permissions || (audit.is_some() && adds)
        }
        "insecure_connection" => opens_session(path) || path == "/api/setup",
        "email_taken" => path.starts_with("/api/customers") && !path.ends_with("-links"),
        "setup_link_over" => path == "/api/setup",
        "portal_link_over" => path == "/api/portal/open",
        "mail_not_configured" => [
            "/api/customers/{id}/key-links",
            "/api/customers/invite",
            "/api/outbox/test",
        ]
        .contains(&path),
        "agent_exists" => path == "/api/admin/agents",
        "conflict" => [
            "/api/operators",
            "/api/billing/",
            "/api/customers/{id}/portal-links",
            "/api/customers/{id}/key-links",
            "/api/customers/invite",
            "/api/outbox/",
            "/api/agent/",
            "/api/imports",
            "/api/setup",
            "/api/system/",
        ]
        .iter()
        .any(|start| path.starts_with(start)),
        "ledger_unavailable" => is_check || audit.is_some(),
        _ => true,
    }
}

/// A problem as it could be answered.
fn problem(code: &str, status: u16, title: &str) -> Value {
    let (instance, detail) = happening(code);
    let mut problem = json!({
        "type": format!("https://portcullis.invalid/problems/{code}"), "title": title,
        "status": status, "detail": detail, "instance": instance, "code": code,
        "request_id": "5f0c6a52c1a84f0c9d3e1b7a2f4d8e90",
    });
    let error = match code {
        "validation_failed" => Some(json!({"field": "agent_id", "message": "is required"})),
        "not_canonical" => Some(json!({"field": "resource",
            "message": "must be canonical: no empty, `.` or `..` segments between slashes"})),
        _ => None,
    };
    if let (Some(error), Some(members)) = (error, problem.as_object_mut()) {
        members.insert("errors".to_owned(), json!([error]));
    }
    problem
}

/// Where a problem happens, and what it says there.
fn happening(code: &str) -> (&'static str, &'static str) {
    let check = "/api/agents/check";
    match code {
        "malformed_json" => (
            check,
            "the body is not JSON: expected value at line 1 column 1",
        ),
        "bad_parameter" => ("/api/logs", "`limit` must be a number from 1 to 100"),
        "malformed_request" => ("/", "this is not an HTTP/1.1 request"),
        "https_needed" => ("/", "this port speaks TLS: use https://"),
        "insufficient_scope" => ("/api/admin/agents", "the key lacks the scope `manage`"),
        "wrong_agent" => (
            check,
            "the key speaks for agent `billing-bot` only, not for `mail-bot`",
        ),
        "owner_mismatch" => (
            "/api/agent/kill",
            "`owner` is not the owner of agent `billing-bot`",
        ),
        "customer_inactive" => (
            check,
            "the customer is deactivated; ask the operator of this appliance",
        ),
        "feature_not_in_tier" => (
            "/api/admin/permissions",
            "the customer's tier does not have `approvals`; the tier `starter` has it",
        ),
        "limit_reached" => (
            "/api/admin/agents",
            "the limit `max_agents` of 5 is reached; the tier `starter` has more",
        ),
        "operator_role" => (
            "/api/agent/kill",
            "an operator engaged this kill switch, and an operator must release it",
        ),
        "not_found" => ("/api/admin/agents/mail-bot", "there is no such agent"),
        "method_not_allowed" => ("/api/tiers", "this takes GET, HEAD"),
        "not_acceptable" => (
            "/api/tiers",
            "this answers `application/json`, which the `Accept` header excludes",
        ),
        "request_timeout" => (check, "the request did not arrive in time"),
        "invalid_signature" => (
            "/api/billing/stripe/webhook",
            "no signature fits the body: check the secret of this endpoint",
        ),
        "email_taken" => (
            "/api/customers/register",
            "a customer with this e-mail address is registered already",
        ),
        "agent_exists" => (
            "/api/admin/agents",
            "there is an agent `billing-bot` already",
        ),
        "conflict" => ("/api/agent/approve", "the request is settled already"),
        "edit_conflict" => (
            "/api/customers/cus_01k0000000000000000000000",
            "somebody else changed it meanwhile, at `2026-11-22T16:05:00.000000Z`: read it again, \
             and make the change on that",
        ),
        "body_too_large" => (check, "the body may have at most 1048576 bytes"),
        "unsupported_media_type" => (check, "send `Content-Type: application/json`"),
        "expectation_failed" => (check, "only `Expect: 100-continue` is understood"),
        "validation_failed" => (check, "`agent_id` is required"),
        "not_canonical" => (
            check,
            "`resource` must be canonical: no empty, `.` or `..` segments between slashes",
        ),
        "too_many_quotes" => (
            "/api/quotes",
            "too many requests for a quote wait for an answer; write to the operator instead",
        ),
        "too_many_streams" => ("/api/events", "too many event streams are open: close one"),
        "quota_exceeded" => (
            check,
            "the quota of 10000 checks in a month is used up until `2026-12-01T00:00:00.000000Z`; \
             the tier `starter` has more",
        ),
        "rate_limited" => (check, "too many requests: the next one passes in 3 s"),
        "head_too_large" => (
            "/",
            "the request line and headers are too large or too many",
        ),
        "ledger_unavailable" => (
            check,
            "the ledger cannot record now; nothing was decided or changed",
        ),
        "overloaded" => (
            check,
            "too much is waiting to be recorded; try again in a moment",
        ),
        _ => at_the_door(code).unwrap_or((
            check,
            "the appliance failed to answer; the log has more under this request id",
        )),
    }
}

/// The same for what becomes of credentials.
fn at_the_door(code: &str) -> Option<(&'static str, &'static str)> {
    let check = "/api/agents/check";
    Some(match code {
        "unauthenticated" => (
            check,
            "a credential is needed: send `Authorization: Bearer …`",
        ),
        "invalid_key" => (
            check,
            "the credential is not valid: it is unknown, mistyped, revoked or expired",
        ),
        "foreign_origin" => (
            "/api/operators",
            "the request did not come from this appliance's own page",
        ),
        "insecure_connection" => (
            "/api/operators/login",
            "signing in needs https, or http on localhost: set `server.public_url`, or use a key or \
             token instead",
        ),
        "setup_link_over" => (
            "/api/setup",
            "this setup link is not in force: it was used, is older than 30 minutes, or a newer \
             one replaced it; `portcullis operator setup-link` makes another",
        ),
        "mail_not_configured" => (
            "/api/outbox/test",
            "no mail relay is configured: set `mail.relay` and `mail.from`",
        ),
        "portal_link_over" => (
            "/api/portal/open",
            "this link is not in force: it was used, withdrawn, or waited for too long; ask whoever \
             sent it for another",
        ),
        _ => return None,
    })
}

/// Whether the route looks at the body: also one that takes no members refuses those it gets.
fn reads_a_body(route: &Route) -> bool {
    !route.body.is_empty() || route.file.is_some() || route.method == Method::Post
}
