//! The OpenAPI 3.1 document, made from the table of routes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;
use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, ParameterBuilder, ParameterIn, PathItem,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{AdditionalProperties, SchemaType};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    ArrayBuilder, ComponentsBuilder, Content, InfoBuilder, KnownFormat, License, ObjectBuilder,
    OpenApi, OpenApiBuilder, PathsBuilder, RefOr, Required, Response, ResponseBuilder, Schema,
    SchemaFormat, Type,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use super::fields::{Field, Kind};
use super::problem::{CODES, ProblemBody};
use super::routes::{Method, ROUTES, Route, Target};
use crate::domain::operator::Role;
use crate::domain::scope::Scope;

const PROBLEM: &str = "application/problem+json";

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
    let mut items: BTreeMap<&str, PathItem> = BTreeMap::new();
    for route in ROUTES {
        let operation = operation(route, &mut schemas);
        let item = PathItem::new(http_method(route.method), operation);
        match items.get_mut(route.path) {
            Some(known) => known.merge_operations(item),
            None => {
                items.insert(route.path, item);
            }
        }
    }
    let paths = items
        .into_iter()
        .fold(PathsBuilder::new(), |all, (path, item)| {
            all.path(path, item)
        });
    let bearer = |what: &str| {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(what));
        SecurityScheme::Http(scheme.build())
    };
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        super::SESSION_COOKIE,
        "An operator's session, from `POST /api/operators/login`.",
    )));
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .security_scheme("api_key", bearer("A customer's API key, `sk-…`."))
        .security_scheme("operator_token", bearer("An operator's token, `op-…`."))
        .security_scheme("session", cookie);
    let info = InfoBuilder::new()
        .title("Portcullis")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "May this AI agent do this action on this resource, now? Every answer is on record \
             before it is given.",
        ))
        .license(Some(License::new("Apache-2.0")));
    OpenApiBuilder::new()
        .info(info)
        .paths(paths)
        .components(Some(components.build()))
        .build()
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

fn operation(route: &Route, schemas: &mut Vec<(String, RefOr<Schema>)>) -> Operation {
    let doc = &route.doc;
    let mut operation = OperationBuilder::new()
        .tag(doc.tag)
        .operation_id(Some(operation_id(route)))
        .summary(Some(doc.summary))
        .description(Some(who(route)))
        .response(doc.status.to_string(), success(route, schemas));
    for status in refusals(route) {
        operation = operation.response(status.to_string(), refusal(status));
    }
    for segment in route.path.split('/') {
        if let Some(name) = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            operation = operation.parameter(
                ParameterBuilder::new()
                    .name(name)
                    .parameter_in(ParameterIn::Path)
                    .required(Required::True)
                    .schema(Some(ObjectBuilder::new().schema_type(Type::String))),
            );
        }
    }
    for param in route.query {
        operation = operation.parameter(
            ParameterBuilder::new()
                .name(param.name)
                .parameter_in(ParameterIn::Query)
                .description(Some(param.about))
                .schema(Some(ObjectBuilder::new().schema_type(Type::String))),
        );
    }
    if !route.body.is_empty() {
        let is_required = route.body.iter().any(|field| field.is_required);
        let required = if is_required {
            Required::True
        } else {
            Required::False
        };
        let mut content = Content::new(Some(object(route.body)));
        content.example = Some(example(route.body));
        operation = operation.request_body(Some(
            RequestBodyBuilder::new()
                .content("application/json", content)
                .required(Some(required))
                .build(),
        ));
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
        .replace(['{', '}'], "")
        .replace(['/', '-', '.'], "_");
    format!("{}{path}", route.method.word().to_lowercase())
}

/// Who may call, in words.
fn who(route: &Route) -> String {
    if route.need.anyone {
        return "Anybody may call this.".to_owned();
    }
    let scopes: Vec<String> = route
        .need
        .scopes
        .iter()
        .map(|scope| format!("`{}`", Scope::word(*scope)))
        .collect();
    let roles: Vec<String> = route
        .need
        .roles
        .iter()
        .map(|role| format!("`{}`", Role::word(role)))
        .collect();
    let mut who = Vec::new();
    if !scopes.is_empty() {
        who.push(format!(
            "a customer key with the scope {}",
            scopes.join(" or ")
        ));
    }
    if !roles.is_empty() {
        who.push(format!("an operator with the role {}", roles.join(", ")));
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
        requirements.push(SecurityRequirement::new("session", none));
    }
    requirements
}

fn success(route: &Route, schemas: &mut Vec<(String, RefOr<Schema>)>) -> Response {
    let doc = &route.doc;
    let mut content = Content::new(doc.shape.map(|shape| shape(schemas)));
    content.example = serde_json::from_str(doc.example).ok();
    let response = ResponseBuilder::new()
        .description(doc.summary)
        .content(doc.media, content);
    match super::resources::also_produces(route.path) {
        Some(media) => response
            .content(media, Content::new(None::<RefOr<Schema>>))
            .build(),
        None => response.build(),
    }
}

/// The statuses that a caller of the route must be ready for.
fn refusals(route: &Route) -> Vec<u16> {
    let mut statuses: Vec<u16> = route.doc.refusals.to_vec();
    let mut also = |applies: bool, more: &[u16]| {
        if applies {
            statuses.extend_from_slice(more);
        }
    };
    // Also where none is needed: who sends a credential means it.
    also(true, &[401, 403]);
    also(route.is_charged && !route.need.scopes.is_empty(), &[429]);
    also(
        !route.body.is_empty() || route.method == Method::Post,
        &[400, 413, 415, 422],
    );
    also(
        !route.query.is_empty() || route.target == Target::Query,
        &[400],
    );
    also(
        route.target != Target::Own || route.path.contains('{'),
        &[404],
    );
    also(
        route.audit.is_some() || route.path.contains("/agent"),
        &[503],
    );
    also(true, &[406, 408, 431, 500, 503]);
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

fn refusal(status: u16) -> Response {
    let codes = CODES.iter().filter(|(_, of, _)| *of == status);
    let words: Vec<String> = codes
        .clone()
        .map(|(code, _, _)| format!("`{code}`"))
        .collect();
    let (code, title) = codes
        .clone()
        .next()
        .map_or(("", ""), |(code, _, title)| (*code, *title));
    let mut content = Content::new(Some(utoipa::openapi::Ref::from_schema_name(
        ProblemBody::name(),
    )));
    content.example = Some(serde_json::json!({
        "type": format!("https://portcullis.invalid/problems/{code}"), "title": title,
        "status": status, "detail": title.to_lowercase(), "instance": "/api", "code": code,
        "request_id": "5f0c6a52c1a84f0c9d3e1b7a2f4d8e90",
    }));
    ResponseBuilder::new()
        .description(words.join(", "))
        .content(PROBLEM, content)
        .build()
}

/// The schema of a body.
fn object(fields: &[Field]) -> Schema {
    let mut object =
        ObjectBuilder::new().additional_properties(Some(AdditionalProperties::FreeForm(false)));
    for field in fields {
        object = object.property(field.name, value(field));
        if field.is_required {
            object = object.required(field.name);
        }
    }
    object.build().into()
}

fn value(field: &Field) -> RefOr<Schema> {
    let types = |of: Type| {
        let mut types = vec![of];
        if !field.is_required {
            types.push(Type::Null);
        }
        SchemaType::from_iter(types)
    };
    let words = |words: &[&str]| {
        words
            .iter()
            .map(|word| Value::from(*word))
            .collect::<Vec<_>>()
    };
    let about = Some(field.about);
    match field.kind {
        Kind::Text { min, max } => ObjectBuilder::new()
            .schema_type(types(Type::String))
            .min_length(Some(min))
            .max_length(Some(max))
            .description(about)
            .build()
            .into(),
        Kind::Secret => ObjectBuilder::new()
            .schema_type(types(Type::String))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
            .description(about)
            .build()
            .into(),
        Kind::Time => ObjectBuilder::new()
            .schema_type(types(Type::String))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(about)
            .build()
            .into(),
        Kind::Word(known) => {
            let mut known = words(known);
            if !field.is_required {
                known.push(Value::Null);
            }
            ObjectBuilder::new()
                .schema_type(types(Type::String))
                .enum_values(Some(known))
                .description(about)
                .build()
                .into()
        }
        Kind::Words(known) => ArrayBuilder::new()
            .schema_type(types(Type::Array))
            .items(
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some(words(known))),
            )
            .min_items(Some(1))
            .unique_items(true)
            .description(about)
            .build()
            .into(),
        Kind::Flag => ObjectBuilder::new()
            .schema_type(types(Type::Boolean))
            .description(about)
            .build()
            .into(),
        Kind::Number { min, max } => ObjectBuilder::new()
            .schema_type(types(Type::Integer))
            .minimum(Some(min))
            .maximum(Some(max))
            .description(about)
            .build()
            .into(),
        Kind::Object => ObjectBuilder::new()
            .schema_type(types(Type::Object))
            .description(about)
            .build()
            .into(),
        Kind::Members(inner) => object(inner).into(),
    }
}

/// An example of a body, from the examples of its members.
fn example(fields: &[Field]) -> Value {
    let members = fields.iter().filter_map(|field| {
        let value: Value = serde_json::from_str(field.example).ok()?;
        (!value.is_null()).then(|| (field.name.to_owned(), value))
    });
    Value::Object(members.collect())
}
