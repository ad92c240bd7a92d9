//! Patterns in permissions: `*` matches any run of characters, also none; all else is itself.

use std::fmt;
use std::sync::Arc;

use super::text::{BadText, canonical_resource, visible};

/// A pattern for an action or a resource; matching is case-sensitive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern(Arc<str>);

impl Pattern {
    /// A pattern for actions; 1-100 characters.
    pub fn action(text: &str) -> Result<Self, BadText> {
        visible(text, 1, 100).map(|ok| Self(ok.into()))
    }

    /// A pattern for resources; 1-255 characters, held to the same spelling as resources.
    pub fn resource(text: &str) -> Result<Self, BadText> {
        canonical_resource(text, 255).map(|ok| Self(ok.into()))
    }

    /// What the store kept; it was checked when it was written.
    pub fn from_stored(text: &str) -> Self {
        Self(text.into())
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text is one that the pattern describes. Takes at most
    /// `pattern.len() * text.len()` steps; both are bounded.
    pub fn matches(&self, text: &str) -> bool {
        matches_bytes(self.0.as_bytes(), text.as_bytes())
    }
}

/// Greedy matching with one point of return: the last `*` seen and how much it has taken.
fn matches_bytes(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(byte) = text.get(t) {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(expected) if expected == byte => {
                p += 1;
                t += 1;
            }
            Some(_) | None => match star {
                Some((star_p, star_t)) => {
                    p = star_p + 1;
                    t = star_t + 1;
                    star = Some((star_p, star_t + 1));
                }
                None => return false,
            },
        }
    }
    pattern
        .get(p..)
        .is_some_and(|rest| rest.iter().all(|byte| *byte == b'*'))
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl serde::Serialize for Pattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("read", "read", true)]
    #[case("read", "Read", false)]
    #[case("read", "reads", false)]
    #[case("*", "", true)]
    #[case("*", "anything/at all", true)]
    #[case("db/*", "db/orders/1", true)]
    #[case("db/*", "db", false)]
    #[case("*.csv", "a.csv.csv", true)]
    #[case("a*b*c", "a-b-b-c", true)]
    #[case("a*b*c", "a-c-b", false)]
    #[case("caf\u{e9}*", "caf\u{e9}s", true)]
    fn matches(#[case] pattern: &str, #[case] text: &str, #[case] expected: bool) {
        assert_eq!(Pattern::from_stored(pattern).matches(text), expected);
    }

    /// The definition, written down slowly.
    fn slow(pattern: &[u8], text: &[u8]) -> bool {
        match (pattern.split_first(), text.split_first()) {
            (None, None) => true,
            (Some((b'*', rest)), None) => slow(rest, text),
            (Some((b'*', rest)), Some((_, text_rest))) => {
                slow(rest, text) || slow(pattern, text_rest)
            }
            (Some((p, rest)), Some((t, text_rest))) if p == t => slow(rest, text_rest),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(pattern in "[ab*]{0,8}", text in "[ab]{0,10}") {
            prop_assert_eq!(
                matches_bytes(pattern.as_bytes(), text.as_bytes()),
                slow(pattern.as_bytes(), text.as_bytes())
            );
        }
    }
}
