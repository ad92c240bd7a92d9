//! Request bodies: what a route takes is data, read the same way by the parser, the OpenAPI
//! document and the tests that send it nonsense.

use std::fmt::Display;

use serde_json::{Map, Value};

use crate::app::{BadPassword, Error, FieldError};
use crate::domain::agent::BadAgentStatus;
use crate::domain::context::BadContext;
use crate::domain::id::BadId;
use crate::domain::json::{self, BadJson};
use crate::domain::operator::BadRole;
use crate::domain::permission::BadEffect;
use crate::domain::scope::BadScope;
use crate::domain::text::BadText;
use crate::domain::time::{BadTime, Timestamp};

/// What a member of a body holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Text of so many characters, after trimming.
    Text {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
    },
    /// A password; never logged, never echoed.
    Secret,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of these words, none twice.
    Words(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number {
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },
    /// An RFC 3339 time.
    Time,
    /// Any JSON object.
    Object,
    /// An object with these members.
    Members(&'static [Field]),
    /// A list of texts.
    Texts {
        /// How many, at most.
        max: usize,
    },
    /// A list of objects with these members.
    Objects {
        /// The members of each.
        of: &'static [Field],
        /// How many, at most.
        max: usize,
    },
}

/// One member of a body.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub is_required: bool,
    /// What it means, for the API reference.
    pub about: &'static str,
    /// An example, as JSON.
    pub example: &'static str,
}

impl Field {
    /// A member that must be there.
    pub const fn needed(
        name: &'static str,
        kind: Kind,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            kind,
            is_required: true,
            about,
            example,
        }
    }

    /// A member that may be left out, or be `null`.
    pub const fn optional(
        name: &'static str,
        kind: Kind,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            kind,
            is_required: false,
            about,
            example,
        }
    }
}

/// What can be wrong with one member.
pub trait Issue: Display {
    /// Whether it breaks the rule of one spelling.
    fn is_canonical_rule(&self) -> bool {
        false
    }
}

impl Issue for BadText {
    fn is_canonical_rule(&self) -> bool {
        BadText::is_canonical_rule(self)
    }
}
impl Issue for BadAgentStatus {}
impl Issue for BadContext {}
impl Issue for BadEffect {}
impl Issue for BadId {}
impl Issue for BadPassword {}
impl Issue for BadRole {}
impl Issue for BadScope {}
impl Issue for BadTime {}
impl Issue for std::convert::Infallible {}

/// A body that has been read: the members that hold what they should, and what is wrong with the
/// others. Every mistake is reported, not only the first.
#[derive(Debug)]
pub struct Body {
    members: Map<String, Value>,
    errors: Vec<FieldError>,
    prefix: String,
}

impl Body {
    /// Reads a body against what the route takes. An empty one is an empty object where nothing is
    /// required.
    pub fn read(bytes: &[u8], fields: &[Field]) -> Result<Self, Error> {
        if bytes.is_empty() {
            if fields.iter().any(|field| field.is_required) {
                return Err(Error::MalformedJson("it is empty".to_owned()));
            }
            return Ok(Self {
                members: Map::new(),
                errors: Vec::new(),
                prefix: String::new(),
            });
        }
        match json::parse(bytes) {
            Ok(Value::Object(members)) => Ok(Self::check(members, fields, String::new())),
            Ok(_) => Err(Error::Invalid(vec![FieldError::new(
                "",
                "must be a JSON object",
            )])),
            Err(BadJson::Malformed(why)) => Err(Error::MalformedJson(why)),
            Err(BadJson::Rule(why)) => Err(Error::Invalid(vec![FieldError::new("", why)])),
        }
    }

    fn check(mut members: Map<String, Value>, fields: &[Field], prefix: String) -> Self {
        let mut errors = Vec::new();
        for name in members.keys() {
            if !fields.iter().any(|field| field.name == name) {
                let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
                let known = if known.is_empty() {
                    "none".to_owned()
                } else {
                    known.join(", ")
                };
                let message = format!("is not a member here; there are {known}");
                errors.push(FieldError::new(format!("{prefix}{name}"), message));
            }
        }
        for field in fields {
            let wrong = match members.get(field.name) {
                None | Some(Value::Null) => field.is_required.then(|| "is required".to_owned()),
                Some(value) => mismatch(field.kind, value),
            };
            if let Some(message) = wrong {
                errors.push(FieldError::new(format!("{prefix}{}", field.name), message));
                members.remove(field.name);
            }
        }
        Self {
            members,
            errors,
            prefix,
        }
    }

    /// A text member as what it should be.
    pub fn text<T, E: Issue>(
        &mut self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.members.get(name)?.as_str()?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(issue) => {
                self.complain(name, &issue);
                None
            }
        }
    }

    /// A list of words as what it should be.
    pub fn words<T, E: Issue>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<Vec<T>> {
        let words = self.members.get(name)?.as_array()?.clone();
        let mut read = Vec::with_capacity(words.len());
        for word in words.iter().filter_map(Value::as_str) {
            match parse(word) {
                Ok(value) => read.push(value),
                Err(issue) => self.complain(name, &issue),
            }
        }
        Some(read)
    }

    /// A flag.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.members.get(name)?.as_bool()
    }

    /// A word that was found to be one of those that there are.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.members.get(name)?.as_str()
    }

    /// A time.
    pub fn time(&mut self, name: &str) -> Option<Timestamp> {
        self.text(name, str::parse)
    }

    /// A whole number that was found small enough when the body was read.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.members
            .get(name)?
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
    }

    /// The same of one that may be larger than most.
    pub fn large_number(&self, name: &str) -> Option<u64> {
        self.members.get(name)?.as_u64()
    }

    /// Whether the member is there and `null`.
    pub fn is_null(&self, name: &str) -> bool {
        self.members.get(name).is_some_and(Value::is_null)
    }

    /// An object with members of its own.
    pub fn members(&mut self, name: &str, fields: &[Field]) -> Option<Self> {
        let Some(Value::Object(members)) = self.members.get(name) else {
            return None;
        };
        let mut inner = Self::check(members.clone(), fields, format!("{}{name}.", self.prefix));
        self.errors.append(&mut inner.errors);
        Some(inner)
    }

    /// A list of objects, each read as a body of its own; what is wrong with one is named with its
    /// place, as `add.0.action`.
    pub fn each<T>(
        &mut self,
        name: &str,
        fields: &[Field],
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Vec<T> {
        let Some(Value::Array(items)) = self.members.remove(name) else {
            return Vec::new();
        };
        let mut found = Vec::with_capacity(items.len());
        for (place, item) in items.into_iter().enumerate() {
            if let Value::Object(members) = item {
                let prefix = format!("{}{name}.{place}.", self.prefix);
                let mut inner = Self::check(members, fields, prefix);
                found.extend(read(&mut inner));
                self.errors.append(&mut inner.errors);
            }
        }
        found
    }

    /// Any JSON object.
    pub fn take_object(&mut self, name: &str) -> Option<Map<String, Value>> {
        match self.members.remove(name) {
            Some(Value::Object(object)) => Some(object),
            Some(_) | None => None,
        }
    }

    /// Adds what is wrong with a member.
    pub fn complain(&mut self, name: &str, issue: &dyn Issue) {
        self.errors.push(FieldError {
            field: format!("{}{name}", self.prefix),
            message: issue.to_string(),
            is_canonical_rule: issue.is_canonical_rule(),
        });
    }

    /// All that is wrong, as one error; for where a required member could not be read.
    pub fn error(self) -> Error {
        Error::Invalid(self.errors)
    }

    /// Fine, or all that is wrong.
    pub fn finish(self) -> Result<(), Error> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(self.error())
        }
    }
}

/// What is wrong with a value, as far as its kind alone tells.
fn mismatch(kind: Kind, value: &Value) -> Option<String> {
    let is_fine = match (kind, value) {
        (Kind::Text { .. } | Kind::Secret | Kind::Time, value) => value.is_string(),
        (Kind::Word(words), Value::String(word)) => {
            let one_of = || format!("must be one of {}", quoted(words));
            return (!words.contains(&word.as_str())).then(one_of);
        }
        (Kind::Words(words), Value::Array(items)) => {
            let known = |item: &Value| item.as_str().is_some_and(|word| words.contains(&word));
            let twice = |(place, item)| items.iter().skip(place + 1).any(|other| other == item);
            let is_fine = !items.is_empty()
                && items.iter().all(known)
                && !items.iter().enumerate().any(twice);
            return (!is_fine)
                .then(|| format!("must hold one or more of {}, none twice", quoted(words)));
        }
        (Kind::Flag, value) => value.is_boolean(),
        (Kind::Number { min, max }, value) => {
            let is_fine = value
                .as_u64()
                .is_some_and(|number| (min..=max).contains(&number));
            return (!is_fine).then(|| format!("must be a whole number from {min} to {max}"));
        }
        (Kind::Object | Kind::Members(_), value) => value.is_object(),
        (Kind::Texts { max }, Value::Array(items)) => {
            items.len() <= max && items.iter().all(Value::is_string)
        }
        (Kind::Objects { max, .. }, Value::Array(items)) => {
            items.len() <= max && items.iter().all(Value::is_object)
        }
        (Kind::Word(_) | Kind::Words(_) | Kind::Texts { .. } | Kind::Objects { .. }, _) => false,
    };
    let wanted = match kind {
        Kind::Text { .. } | Kind::Secret => "text".to_owned(),
        Kind::Time => "a time like `2026-11-22T16:00:00Z`".to_owned(),
        Kind::Word(words) => format!("one of {}", quoted(words)),
        Kind::Words(words) => format!("a list of {}", quoted(words)),
        Kind::Flag => "true or false".to_owned(),
        Kind::Number { min, max } => format!("a whole number from {min} to {max}"),
        Kind::Object | Kind::Members(_) => "a JSON object".to_owned(),
        Kind::Texts { max } => format!("a list of at most {max} texts"),
        Kind::Objects { max, .. } => format!("a list of at most {max} JSON objects"),
    };
    (!is_fine).then(|| format!("must be {wanted}"))
}

fn quoted(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Name;

    const FIELDS: &[Field] = &[
        Field::needed("name", Kind::Text { min: 1, max: 5 }, "", "\"a\""),
        Field::optional("on", Kind::Flag, "", "true"),
        Field::optional("n", Kind::Number { min: 1, max: 9 }, "", "1"),
        Field::optional("words", Kind::Words(&["a", "b"]), "", "[\"a\"]"),
    ];

    fn fields_of(error: Error) -> Vec<String> {
        let Error::Invalid(errors) = error else {
            panic!("{error:?}")
        };
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn every_mistake_is_named() {
        let text = br#"{"name":7,"on":"yes","n":10,"words":["a","a"],"extra":1}"#;
        let body = Body::read(text, FIELDS).unwrap();
        assert_eq!(
            fields_of(body.error()),
            ["extra", "name", "on", "n", "words"]
        );
    }

    #[test]
    fn what_is_right_is_read() {
        let mut body = Body::read(br#"{"name":" x ","on":null,"n":3}"#, FIELDS).unwrap();
        assert_eq!(body.text("name", Name::parse).unwrap().as_str(), "x");
        assert_eq!((body.flag("on"), body.number("n")), (None, Some(3)));
        assert!(body.finish().is_ok());
    }

    #[test]
    fn an_empty_body_is_an_empty_object_only_where_nothing_is_required() {
        assert!(matches!(
            Body::read(b"", FIELDS),
            Err(Error::MalformedJson(_))
        ));
        assert!(Body::read(b"", FIELDS.get(1..).unwrap()).is_ok());
        assert!(matches!(Body::read(b"[]", FIELDS), Err(Error::Invalid(_))));
        assert!(matches!(
            Body::read(b"{", FIELDS),
            Err(Error::MalformedJson(_))
        ));
    }
}
