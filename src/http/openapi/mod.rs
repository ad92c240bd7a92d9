//! The OpenAPI 3.1 document, made from the table of routes.

mod about;
mod answers;
mod members;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::{Tag, TagBuilder};
use utoipa::openapi::{
    Components, ComponentsBuilder, InfoBuilder, License, OpenApi, OpenApiBuilder, Paths, RefOr,
    Response, ResponseBuilder, Schema, Server,
};
use utoipa::{PartialSchema as _, ToSchema as _};

pub use about::of_tag;
pub(super) use answers::{Refused, detail_of, refused};
pub(super) use members::segment;

use super::problem::ProblemBody;
use super::routes::{Method, ROUTES, Route};
use crate::domain::operator::{Role, Roles};
use crate::domain::scope::Scope;

static DOCUMENT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    document()
        .to_json()
        .map(String::into_bytes)
        .unwrap_or_default()
});

/// The document as JSON; made once.
pub fn as_json() -> &'static [u8] {
    &DOCUMENT
}

/// The document.
pub fn document() -> OpenApi {
    let mut schemas: Vec<(String, RefOr<Schema>)> =
        vec![(ProblemBody::name().into_owned(), ProblemBody::schema())];
    ProblemBody::schemas(&mut schemas);
    let mut responses = BTreeMap::new();
    let mut paths = Paths::new();
    for route in ROUTES {
        let item = PathItem::new(
            http_method(route.method),
            operation(route, &mut schemas, &mut responses),
        );
        let path = route.documented_path();
        match paths.paths.get_mut(&*path) {
            Some(known) => known.merge_operations(item),
            None => {
                paths.paths.insert(path.into_owned(), item);
            }
        }
    }
    let info = InfoBuilder::new()
        .title("Portcullis")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(about::DESCRIPTION))
        .license(Some(license()));
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .tags(Some(tags()))
        .paths(paths)
        .components(Some(components(schemas, responses)))
        .build()
}

fn license() -> License {
    let mut license = License::new("Apache-2.0");
    license.identifier = Some("Apache-2.0".to_owned());
    license
}

/// The groups in the order of the table.
fn tags() -> Vec<Tag> {
    let mut names: Vec<&str> = Vec::new();
    for route in ROUTES {
        if !names.contains(&route.doc.tag) {
            names.push(route.doc.tag);
        }
    }
    let tag = |name: &str| {
        TagBuilder::new()
            .name(name)
            .description(Some(about::of_tag(name)))
            .build()
    };
    names.into_iter().map(tag).collect()
}

fn components(
    schemas: Vec<(String, RefOr<Schema>)>,
    responses: BTreeMap<String, Response>,
) -> Components {
    let bearer = |what: &str| {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(what));
        SecurityScheme::Http(scheme.build())
    };
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        super::SESSION_COOKIE,
        "A session, from `POST /api/operators/login` or `POST /api/portal/login`; the browser keeps it.",
    )));
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .responses_from_iter(responses)
        .security_scheme("api_key", bearer("A customer's API key, `sk-…`."))
        .security_scheme("operator_token", bearer("An operator's token, `op-…`."))
        .security_scheme("session", cookie);
    answers::shared(components).build()
}

fn http_method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::Get,
        Method::Post => HttpMethod::Post,
        Method::Put => HttpMethod::Put,
        Method::Patch => HttpMethod::Patch,
        Method::Delete => HttpMethod::Delete,
    }
}

fn operation(
    route: &Route,
    schemas: &mut Vec<(String, RefOr<Schema>)>,
    responses: &mut BTreeMap<String, Response>,
) -> Operation {
    let doc = &route.doc;
    let mut operation = OperationBuilder::new()
        .tag(doc.tag)
        .operation_id(Some(operation_id(route)))
        .summary(Some(doc.summary))
        .description(Some(description(route)))
        .request_body(members::body(route))
        .response(doc.status.to_string(), answers::success(route, schemas));
    for parameter in members::parameters(route) {
        operation = operation.parameter(parameter);
    }
    if answers::has_etag(route) {
        let unchanged = ResponseBuilder::new().description("You have it already");
        operation = operation.response("304", unchanged.build());
    }
    for (status, refusal) in answers::refusals(route, responses) {
        operation = operation.response(status.to_string(), refusal);
    }
    for requirement in security(route) {
        operation = operation.security(requirement);
    }
    operation.build()
}

/// `POST /api/agents/check` is `post_api_agents_check`.
fn operation_id(route: &Route) -> String {
    let path = route
        .path
        .replace(['{', '}', '*'], "")
        .replace(['/', '-', '.'], "_");
    format!("{}{path}", route.method.word().to_lowercase())
}

/// Who may call, what it costs and what it leaves, in words.
pub(super) fn description(route: &Route) -> String {
    let mut sentences = vec![who(route)];
    if answers::is_charged(route) {
        sentences.push("Counts against the customer's rate limit.".to_owned());
    }
    if let Some(action) = route.audit {
        sentences.push(format!("Leaves the audit record `{action}`."));
    }
    sentences.join(" ")
}

/// Who may call.
fn who(route: &Route) -> String {
    let need = &route.need;
    if need.anyone {
        return "Anybody may call this.".to_owned();
    }
    let quoted = |words: Vec<&str>| {
        let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        quoted.join(" or ")
    };
    let mut who = Vec::new();
    if !need.scopes.is_empty() {
        let scopes = need.scopes.iter().map(|scope| Scope::word(*scope));
        who.push(format!(
            "a customer's key with the scope {}",
            quoted(scopes.collect())
        ));
    }
    if need.roles == Roles::ANY {
        who.push("any operator".to_owned());
    } else if need.roles != Roles::NONE {
        let roles = need.roles.iter().map(Role::word);
        who.push(format!(
            "an operator with the role {}",
            quoted(roles.collect())
        ));
    }
    format!("For {}.", who.join(", or "))
}

fn security(route: &Route) -> Vec<SecurityRequirement> {
    let none: [&str; 0] = [];
    if route.need.anyone {
        return Vec::new();
    }
    let mut requirements = Vec::new();
    if !route.need.scopes.is_empty() {
        requirements.push(SecurityRequirement::new("api_key", none));
    }
    if route.need.roles.iter().next().is_some() {
        requirements.push(SecurityRequirement::new("operator_token", none));
    }
    requirements.push(SecurityRequirement::new("session", none));
    requirements
}
