//! A request that a command makes, and the answer: JSON both ways.

use std::fmt::Write as _;

use serde_json::Value;
use zeroize::Zeroizing;

use super::error::{CliError, Problem};

/// One request to the application.
pub(super) struct Request {
    /// The method.
    pub(super) method: &'static str,
    /// Path and query.
    pub(super) target: String,
    /// The body, where there is one.
    pub(super) body: Option<Value>,
    /// A table instead of a body.
    pub(super) table: Option<Vec<u8>>,
    /// Whether a table is wanted as the answer.
    pub(super) wants_table: bool,
    /// An API key or token to ask with; without one, the local owner asks.
    pub(super) secret: Option<Zeroizing<String>>,
}

impl Request {
    pub(super) fn get(target: impl Into<String>) -> Self {
        Self::new("GET", target, None)
    }

    pub(super) fn post(target: impl Into<String>, body: Value) -> Self {
        Self::new("POST", target, Some(body))
    }

    pub(super) fn put(target: impl Into<String>, body: Value) -> Self {
        Self::new("PUT", target, Some(body))
    }

    pub(super) fn patch(target: impl Into<String>, body: Value) -> Self {
        Self::new("PATCH", target, Some(body))
    }

    pub(super) fn delete(target: impl Into<String>) -> Self {
        Self::new("DELETE", target, None)
    }

    /// The same, asked with a key or token.
    pub(super) fn with_secret(mut self, secret: Zeroizing<String>) -> Self {
        self.secret = Some(secret);
        self
    }

    /// The same, with a table as its body.
    pub(super) fn with_table(mut self, table: Vec<u8>) -> Self {
        self.table = Some(table);
        self.body = None;
        self
    }

    /// The same, with a table as the answer where there is the choice.
    pub(super) fn wanting_table(mut self) -> Self {
        self.wants_table = true;
        self
    }

    fn new(method: &'static str, target: impl Into<String>, body: Option<Value>) -> Self {
        Self {
            method,
            target: target.into(),
            body,
            table: None,
            wants_table: false,
            secret: None,
        }
    }

    /// The body's bytes.
    pub(super) fn body_bytes(&self) -> Vec<u8> {
        match (&self.table, &self.body) {
            (Some(table), _) => table.clone(),
            (None, Some(body)) => body.to_string().into_bytes(),
            (None, None) => Vec::new(),
        }
    }

    /// The headers that describe it, in lower case, without its length.
    pub(super) fn headers(&self) -> Vec<(&'static str, Zeroizing<String>)> {
        let plain = |name, value: &str| (name, Zeroizing::new(value.to_owned()));
        // Metrics are no JSON, and wanted all the same.
        let accept = if self.wants_table {
            "text/csv, application/problem+json, */*;q=0.1"
        } else {
            "application/json, application/problem+json, */*;q=0.1"
        };
        let mut headers = vec![plain("host", "localhost"), plain("accept", accept)];
        if self.table.is_some() {
            headers.push(plain("content-type", "text/csv"));
        } else if self.body.is_some() {
            headers.push(plain("content-type", "application/json"));
        }
        if let Some(secret) = &self.secret {
            headers.push((
                "authorization",
                Zeroizing::new(format!("Bearer {}", secret.as_str())),
            ));
        }
        headers
    }
}

/// What came back.
#[derive(Debug)]
pub(super) struct Response {
    /// The status code.
    pub(super) status: u16,
    /// The body.
    pub(super) body: Vec<u8>,
    /// Where the next page is, when there is one.
    pub(super) next: Option<String>,
}

impl Response {
    /// The bytes of a success, or the problem as an error.
    pub(super) fn bytes(self) -> Result<(Vec<u8>, Option<String>), CliError> {
        if (200..300).contains(&self.status) {
            return Ok((self.body, self.next));
        }
        Err(self.document().err().unwrap_or_else(|| {
            CliError::Plain("the answer says nothing of what went wrong".to_owned())
        }))
    }

    /// The document of a success, or the problem as an error.
    pub(super) fn document(self) -> Result<Value, CliError> {
        let is_success = (200..300).contains(&self.status);
        match serde_json::from_slice(&self.body) {
            Ok(document) if is_success => Ok(document),
            Ok(document) => Err(CliError::Problem(Problem {
                status: self.status,
                document,
            })),
            Err(source) => Err(CliError::failed(
                format!("the answer (status {}) is not JSON", self.status),
                source,
            )),
        }
    }
}

/// The target that a `Link` header gives as the next page.
pub(super) fn next_page(link: &str) -> Option<String> {
    let (target, rest) = link.strip_prefix('<')?.split_once('>')?;
    rest.contains("rel=\"next\"").then(|| target.to_owned())
}

/// A path or query built from parts that may hold any character.
#[derive(Debug, Default)]
pub(super) struct Target {
    text: String,
    has_query: bool,
}

impl Target {
    /// Starts with a path that is fixed.
    pub(super) fn new(path: &str) -> Self {
        Self {
            text: path.to_owned(),
            has_query: false,
        }
    }

    /// Adds one segment, escaped.
    pub(super) fn segment(mut self, segment: &str) -> Self {
        self.text.push('/');
        self.escape(segment);
        self
    }

    /// Adds a path that is fixed.
    pub(super) fn then(mut self, path: &str) -> Self {
        self.text.push_str(path);
        self
    }

    /// Adds a parameter, escaped.
    pub(super) fn query(mut self, name: &str, value: &str) -> Self {
        self.text.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
        self.text.push_str(name);
        self.text.push('=');
        self.escape(value);
        self
    }

    /// Adds a parameter if there is a value.
    pub(super) fn query_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// Keeps what RFC 3986 (section 2.3) calls unreserved, and escapes every other byte.
    fn escape(&mut self, text: &str) {
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                self.text.push(char::from(byte));
            } else {
                // Writing into a `String` cannot fail.
                write!(self.text, "%{byte:02X}").ok();
            }
        }
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cannot_leave_their_place() {
        let target = Target::new("/api/admin/agents")
            .segment("a/b?c")
            .query("customer_id", "x&y=z ü")
            .query_if("limit", None);
        assert_eq!(
            String::from(target),
            "/api/admin/agents/a%2Fb%3Fc?customer_id=x%26y%3Dz%20%C3%BC"
        );
    }
}
