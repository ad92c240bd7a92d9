//! The part of JSON Schema that the API reference uses, held strictly: a member that the reference
//! does not know is a mistake, and so is a keyword that this does not know.

use std::sync::LazyLock;

use portcullis::http::openapi;
use portcullis::http::routes::Route;
use serde_json::Value;

/// The document as callers get it.
pub(crate) static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_slice(openapi::as_json()).unwrap());

/// What the document says about a route.
pub(crate) fn operation(route: &Route) -> &'static Value {
    let method = route.method.word().to_lowercase();
    let operation = &DOCUMENT["paths"][&*route.documented_path()][&method];
    assert!(operation.is_object(), "{method} {} is missing", route.path);
    operation
}

/// The schema of an answer, if it is one in that media type.
pub(crate) fn of_answer(route: &Route, status: u16, media: &str) -> Option<&'static Value> {
    let response = shared(&operation(route)["responses"][status.to_string()]);
    response["content"][media].get("schema")
}

/// A response, also where the document names one that several routes have.
pub(crate) fn shared(response: &'static Value) -> &'static Value {
    match response.get("$ref").and_then(Value::as_str) {
        Some(name) => {
            let name = name.strip_prefix("#/components/responses/").unwrap();
            &DOCUMENT["components"]["responses"][name]
        }
        None => response,
    }
}

/// An example, also where the document names one that several answers have.
pub(crate) fn example(example: &'static Value) -> &'static Value {
    match example.get("$ref").and_then(Value::as_str) {
        Some(name) => {
            let name = name.strip_prefix("#/components/examples/").unwrap();
            &DOCUMENT["components"]["examples"][name]
        }
        None => example,
    }
}

/// The schema of the body that a route takes.
pub(crate) fn of_body(route: &Route) -> Option<&'static Value> {
    operation(route)["requestBody"]["content"]["application/json"].get("schema")
}

/// Everything in which the value is not what the schema says.
pub(crate) fn mistakes(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    examine(schema, value, "$", &mut found);
    found
}

const KNOWN: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "description",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "oneOf",
    "properties",
    // Names of members are text, whatever the schema says of them.
    "propertyNames",
    "required",
    "type",
    "uniqueItems",
];

fn examine(schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let schema = &resolved(schema);
    let Value::Object(keywords) = schema else {
        found.push(format!("{place}: no schema: {schema}"));
        return;
    };
    for keyword in keywords.keys() {
        if !KNOWN.contains(&keyword.as_str()) {
            found.push(format!(
                "{place}: the keyword `{keyword}` is not known here"
            ));
        }
    }
    if let Some(choices) = keywords.get("oneOf").and_then(Value::as_array) {
        let fitting = choices
            .iter()
            .filter(|choice| mistakes(choice, value).is_empty())
            .count();
        if fitting != 1 {
            found.push(format!("{place}: {fitting} of `oneOf` fit {value}"));
        }
    }
    if let Some(kinds) = keywords.get("type") {
        let many = kinds
            .as_array()
            .map_or(std::slice::from_ref(kinds), Vec::as_slice);
        let kinds: Vec<&str> = many.iter().filter_map(Value::as_str).collect();
        if !kinds.iter().any(|kind| is_of(kind, value)) {
            found.push(format!("{place}: {value} is none of {kinds:?}"));
            return;
        }
    }
    if let Some(words) = keywords.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        found.push(format!("{place}: {value} is not one of {words:?}"));
    }
    match value {
        Value::Object(members) => examine_object(keywords, members, place, found),
        Value::Array(items) => {
            if let Some(schema) = keywords.get("items") {
                for (number, item) in items.iter().enumerate() {
                    examine(schema, item, &format!("{place}[{number}]"), found);
                }
            }
            let least = keywords.get("minItems").and_then(Value::as_u64);
            if least.is_some_and(|least| (items.len() as u64) < least) {
                found.push(format!("{place}: too few"));
            }
            let most = keywords.get("maxItems").and_then(Value::as_u64);
            if most.is_some_and(|most| items.len() as u64 > most) {
                found.push(format!("{place}: too many"));
            }
        }
        Value::String(text) => examine_text(keywords, text, place, found),
        Value::Number(number) => {
            let of = |keyword| keywords.get(keyword).and_then(Value::as_f64);
            let number = number.as_f64().unwrap();
            if of("minimum").is_some_and(|least| number < least)
                || of("maximum").is_some_and(|most| number > most)
            {
                found.push(format!("{place}: {number} is out of range"));
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn examine_object(
    keywords: &serde_json::Map<String, Value>,
    members: &serde_json::Map<String, Value>,
    place: &str,
    found: &mut Vec<String>,
) {
    for name in keywords
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if !members.contains_key(name.as_str().unwrap()) {
            found.push(format!("{place}: {name} is missing"));
        }
    }
    let Some(properties) = keywords.get("properties") else {
        return;
    };
    for (name, value) in members {
        match properties.get(name) {
            Some(schema) => examine(schema, value, &format!("{place}.{name}"), found),
            None => found.push(format!("{place}: `{name}` is not in the reference")),
        }
    }
}

fn examine_text(
    keywords: &serde_json::Map<String, Value>,
    text: &str,
    place: &str,
    found: &mut Vec<String>,
) {
    let chars = text.chars().count() as u64;
    let of = |keyword| keywords.get(keyword).and_then(Value::as_u64);
    if of("minLength").is_some_and(|least| chars < least)
        || of("maxLength").is_some_and(|most| chars > most)
    {
        found.push(format!("{place}: {chars} characters"));
    }
    if keywords.get("format").and_then(Value::as_str) == Some("date-time")
        && text.parse::<portcullis::domain::time::Timestamp>().is_err()
    {
        found.push(format!("{place}: `{text}` is no time"));
    }
}

/// Follows references and puts the parts of `allOf` together.
fn resolved(schema: &Value) -> Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.strip_prefix("#/components/schemas/").unwrap();
        return resolved(&DOCUMENT["components"]["schemas"][name]);
    }
    let Some(parts) = schema.get("allOf").and_then(Value::as_array) else {
        return schema.clone();
    };
    let mut whole = serde_json::json!({"type": "object", "properties": {}, "required": []});
    for part in parts {
        let part = resolved(part);
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            whole["properties"][name] = property.clone();
        }
        for name in part["required"].as_array().into_iter().flatten() {
            whole["required"].as_array_mut().unwrap().push(name.clone());
        }
    }
    whole
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => false,
    }
}

#[test]
fn mistakes_are_found() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"],
        "properties": {"a": {"type": ["string", "null"], "maxLength": 2}, "b": {"type": "integer"}},
    });
    let clean = |value| mistakes(&schema, &value).is_empty();
    assert!(clean(serde_json::json!({"a": null, "b": 1})));
    for bad in [
        serde_json::json!({}),
        serde_json::json!({"a": "abc"}),
        serde_json::json!({"a": "a", "b": "1"}),
        serde_json::json!({"a": "a", "c": 1}),
        serde_json::json!([]),
    ] {
        assert!(!clean(bad.clone()), "{bad}");
    }
}
