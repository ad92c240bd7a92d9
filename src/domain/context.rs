//! What an agent says about the situation it asks in: a JSON object, kept in one spelling.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

/// The most bytes that a context may have in canonical form.
pub const MAX_CONTEXT_BYTES: usize = 16 * 1024;
/// The largest integer that every reader of JSON agrees about (RFC 8785, section 3.2.2.3).
const MAX_EXACT: u64 = 1 << 53;

/// Why a context was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadContext {
    /// Larger than it may be.
    #[error("must have at most {MAX_CONTEXT_BYTES} bytes")]
    TooLarge,
    /// A number that not every reader would read alike.
    #[error("must hold no number beyond 2^53 (`{0}`): send it as a string")]
    Number(String),
    /// It has no canonical form.
    #[error("cannot be brought into canonical form: {0}")]
    NotCanonical(String),
}

/// A JSON object in the canonical form of RFC 8785; absent is `{}`.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Context(Option<Arc<str>>);

impl Context {
    /// Checks and canonicalises an object.
    pub fn new(object: Map<String, Value>) -> Result<Self, BadContext> {
        if object.is_empty() {
            return Ok(Self(None));
        }
        let value = Value::Object(object);
        exact_numbers(&value)?;
        let text = serde_json_canonicalizer::to_string(&value)
            .map_err(|error| BadContext::NotCanonical(error.to_string()))?;
        if text.len() > MAX_CONTEXT_BYTES {
            return Err(BadContext::TooLarge);
        }
        Ok(Self(Some(text.into())))
    }

    /// What the store kept; it was canonical when it was written.
    pub fn from_stored(text: &str) -> Self {
        if text == "{}" {
            Self(None)
        } else {
            Self(Some(text.into()))
        }
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or("{}")
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Context {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &serde_json::value::RawValue =
            serde_json::from_str(self.as_str()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

fn exact_numbers(value: &Value) -> Result<(), BadContext> {
    match value {
        Value::Number(number) => {
            #[expect(clippy::cast_precision_loss, reason = "2^53 is exact in binary64")]
            let limit = MAX_EXACT as f64;
            let exact = match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(unsigned), _, _) => unsigned <= MAX_EXACT,
                (None, Some(signed), _) => signed.unsigned_abs() <= MAX_EXACT,
                // Written with a fraction or an exponent it was rounded before it came here, so the
                // limit itself may stand for a larger number.
                (None, None, Some(float)) => float.abs() < limit,
                (None, None, None) => false,
            };
            if exact {
                Ok(())
            } else {
                Err(BadContext::Number(number.to_string()))
            }
        }
        Value::Array(items) => items.iter().try_for_each(exact_numbers),
        Value::Object(members) => members.values().try_for_each(exact_numbers),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(text: &str) -> Result<Context, BadContext> {
        Context::new(serde_json::from_str(text).unwrap())
    }

    #[test]
    fn one_spelling_for_one_meaning() {
        let one = context(r#"{"b":1.0,"a":"\u00e9","c":[1e2,-0.0]}"#).unwrap();
        assert_eq!(one.as_str(), "{\"a\":\"\u{e9}\",\"b\":1,\"c\":[100,0]}");
        assert_eq!(
            context(r#"{ "c":[100,0], "a":"\u00E9","b":1 }"#).unwrap(),
            one
        );
        assert_eq!(context("{}").unwrap(), Context::default());
    }

    #[test]
    fn numbers_that_lose_their_value_are_refused() {
        assert!(context(r#"{"n":9007199254740992}"#).is_ok());
        for bad in [
            "9007199254740993",
            "-9007199254740993",
            "123456789012345678901",
            "1e20",
        ] {
            let text = format!(r#"{{"deep":[{{"n":{bad}}}]}}"#);
            assert!(
                matches!(context(&text), Err(BadContext::Number(_))),
                "{bad}"
            );
        }
    }

    #[test]
    fn size_is_bounded() {
        let text = format!(r#"{{"a":"{}"}}"#, "x".repeat(MAX_CONTEXT_BYTES));
        assert_eq!(context(&text), Err(BadContext::TooLarge));
    }
}
