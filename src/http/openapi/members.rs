//! What goes in: path segments, query parameters and bodies.

use serde_json::Value;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{AdditionalProperties, SchemaType};
use utoipa::openapi::{
    ArrayBuilder, Content, KnownFormat, ObjectBuilder, RefOr, Required, Schema, SchemaFormat, Type,
};

use crate::http::fields::{Field, Kind};
use crate::http::routes::{Param, Route};

/// The variable segments of a path, then the query parameters.
pub fn parameters(route: &Route) -> Vec<Parameter> {
    let segments = route.path.split('/').filter_map(|segment| {
        segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
    });
    let segments = segments.map(|name| {
        let name = name.trim_end_matches('*');
        let (about, example) = segment(name);
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some(about))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
            .example(Some(example.into()))
            .build()
    });
    let version = super::answers::takes_version(route).then(if_match);
    segments
        .chain(route.query.iter().map(query))
        .chain(version)
        .collect()
}

/// The version that a change is meant for.
fn if_match() -> Parameter {
    ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "What the header `ETag` said when it was read: the change is made on that version only.",
        ))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}

/// What a variable segment names, with an example.
pub fn segment(name: &str) -> (&'static str, &'static str) {
    match name {
        "id" => ("The customer.", "cus_01k0000000000000000000000"),
        "key_id" => ("The API key.", "key_01k0000000000000000000000"),
        "agent_id" => ("The agent.", "billing-bot"),
        "permission_id" => ("The permission.", "perm_01k0000000000000000000000"),
        "operator_id" => ("The operator.", "op_01k0000000000000000000000"),
        "session_id" => ("The session.", "ses_01k0000000000000000000000"),
        "link_id" => ("The link.", "plk_01k0000000000000000000000"),
        "import_id" => ("The import.", "imp_01k0000000000000000000000"),
        "number" => ("The part, from 0.", "0"),
        "quote_id" => ("The request for a quote.", "quo_01k0000000000000000000000"),
        "token_id" => ("The operator token.", "tok_01k0000000000000000000000"),
        "place" => (
            "A place within the page, which the page itself reads.",
            "log",
        ),
        "name" => ("The document.", "OPERATIONS"),
        _ => (
            "The file; the content hash of all files may stand before it.",
            "mark.svg",
        ),
    }
}

fn query(param: &Param) -> Parameter {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let format = |format| text().format(Some(SchemaFormat::KnownFormat(format)));
    let schema = match param.name {
        "limit" => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(100))
            .default(Some(50.into())),
        "active" => ObjectBuilder::new().schema_type(Type::Boolean),
        "start_time" | "end_time" => format(KnownFormat::DateTime),
        "from" | "to" => format(KnownFormat::Date),
        _ => text(),
    };
    // The table says in words which ones cannot be left out.
    let required = if param.about.ends_with("; needed.") {
        Required::True
    } else {
        Required::False
    };
    ParameterBuilder::new()
        .name(param.name)
        .parameter_in(ParameterIn::Query)
        .required(required)
        .description(Some(param.about))
        .schema(Some(schema))
        .build()
}

/// The body, where the route takes one.
pub fn body(route: &Route) -> Option<RequestBody> {
    if let Some(media) = route.file {
        let text = ObjectBuilder::new().schema_type(Type::String).build();
        let body = RequestBodyBuilder::new()
            .content(media, Content::new(Some(Schema::from(text))))
            .required(Some(Required::True));
        return Some(body.build());
    }
    let fields = route.body;
    if fields.is_empty() {
        return None;
    }
    let is_required = fields.iter().any(|field| field.is_required);
    let required = if is_required {
        Required::True
    } else {
        Required::False
    };
    let mut content = Content::new(Some(object(fields)));
    content.example = Some(example(fields));
    let body = RequestBodyBuilder::new()
        .content("application/json", content)
        .required(Some(required));
    Some(body.build())
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
        Kind::Texts { max } => ArrayBuilder::new()
            .schema_type(types(Type::Array))
            .items(ObjectBuilder::new().schema_type(Type::String))
            .max_items(Some(max))
            .description(about)
            .build()
            .into(),
        Kind::Objects { of, max } => ArrayBuilder::new()
            .schema_type(types(Type::Array))
            .items(RefOr::from(object(of)))
            .max_items(Some(max))
            .description(about)
            .build()
            .into(),
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
