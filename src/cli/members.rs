//! Documents: looking into answers, and putting bodies together.

use serde_json::{Map, Value};

/// Members of a document; what is missing reads as null.
pub(super) trait Members {
    /// A member, or null.
    fn member(&self, name: &str) -> &Value;
    /// A member that is a text.
    fn text(&self, name: &str) -> Option<&str>;
    /// The rows of a list: a bare array, or what a page holds.
    fn rows(&self) -> &[Value];
}

impl Members for Value {
    fn member(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Self::Null)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    fn rows(&self) -> &[Value] {
        let rows = self.as_array().or_else(|| self.member("data").as_array());
        rows.map_or(&[], Vec::as_slice)
    }
}

/// Adds a member where there is a value.
pub(super) fn insert<V: Into<Value>>(body: &mut Map<String, Value>, name: &str, value: Option<V>) {
    if let Some(value) = value {
        body.insert(name.to_owned(), value.into());
    }
}
