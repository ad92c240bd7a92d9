//! Names that people and agents give, normalised and bounded once, at the edge.
//!
//! Every string is NFC-normalised and trimmed. What names something that rules are written about
//! is also held to one spelling, so that no other spelling slips past a deny.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Why a text was not taken; said about a field, without its name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing was left after trimming.
    #[error("must not be blank")]
    Blank,
    /// Longer than the field takes.
    #[error("must have at most {max} characters")]
    TooLong {
        /// The most characters it may have.
        max: usize,
    },
    /// Shorter than the field takes.
    #[error("must have at least {min} characters")]
    TooShort {
        /// The fewest characters it may have.
        min: usize,
    },
    /// A control character.
    #[error("must not hold control characters")]
    Control,
    /// A character that nobody sees: two names that look alike would be two.
    #[error("must not hold invisible characters")]
    Invisible,
    /// A resource or pattern with `.`, `..` or empty segments.
    #[error("must be canonical: no empty, `.` or `..` segments between slashes")]
    Segments,
    /// Not an e-mail address.
    #[error("must be an e-mail address like `ops@example.com`")]
    Email,
    /// Not a name for signing in.
    #[error("must be 1-64 of a-z, 0-9, `.`, `_` and `-`")]
    Username,
    /// Not a time zone of the IANA database.
    #[error("must be a time zone like `Europe/Berlin` or `UTC`")]
    TimeZone,
}

impl BadText {
    /// Whether the text breaks the rule of one spelling (`not_canonical`).
    pub fn is_canonical_rule(&self) -> bool {
        matches!(self, Self::Control | Self::Invisible | Self::Segments)
    }
}

/// NFC-normalises and trims, then holds the text to a number of characters.
pub fn bounded(text: &str, min: usize, max: usize) -> Result<String, BadText> {
    let normal: String = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.trim().to_owned(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect::<String>().trim().to_owned(),
    };
    let chars = normal.chars().count();
    if chars == 0 && min > 0 {
        return Err(BadText::Blank);
    }
    if chars < min {
        return Err(BadText::TooShort { min });
    }
    if chars > max {
        return Err(BadText::TooLong { max });
    }
    if normal.chars().any(char::is_control) {
        return Err(BadText::Control);
    }
    // Marks that join letters are part of names; those that turn the text around them are not, and
    // nothing else is a name that nobody sees.
    if normal.chars().any(is_override) || (chars > 0 && normal.chars().all(is_invisible)) {
        return Err(BadText::Invisible);
    }
    Ok(normal)
}

/// Whether it makes what follows read the other way, whatever its letters are: with it one text
/// looks like another (UAX #9, explicit directional overrides).
fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

/// Like [`bounded`], for what rules are written about: nothing in it is invisible, so that what a
/// person reads in a rule or a request is what is compared.
pub fn visible(text: &str, min: usize, max: usize) -> Result<String, BadText> {
    let normal = bounded(text, min, max)?;
    if normal.chars().any(is_invisible) {
        Err(BadText::Invisible)
    } else {
        Ok(normal)
    }
}

/// Unicode's `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`, 17.0), and the line and
/// paragraph separators.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Like [`bounded`], but line breaks and tabs are fine: notes and reasons that a person wrote.
pub fn prose(text: &str, max: usize) -> Result<String, BadText> {
    let flat: String = text.nfc().collect::<String>().trim().to_owned();
    if flat.chars().count() > max {
        return Err(BadText::TooLong { max });
    }
    if flat
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    {
        return Err(BadText::Control);
    }
    Ok(flat)
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident($parse:expr);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Normalises and checks what a caller sent.
            pub fn parse(text: &str) -> Result<Self, BadText> {
                let check: fn(&str) -> Result<String, BadText> = $parse;
                check(text).map(|ok| Self(ok.into()))
            }

            /// What the store kept; it was checked when it was written.
            pub fn from_stored(text: &str) -> Self {
                Self(text.into())
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`{}`", self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    )*};
}

names! {
    /// A customer's own name for an agent; 1-255 characters.
    AgentId(|text| visible(text, 1, 255));
    /// What an agent wants to do; 1-100 characters.
    Action(|text| visible(text, 1, 100));
    /// What it wants to do it to; 1-255 characters, one spelling.
    Resource(|text| canonical_resource(text, 255));
    /// A name for people; 1-255 characters.
    Name(|text| bounded(text, 1, 255));
    /// An e-mail address, trimmed and in lower case; 5-255 characters.
    Email(parse_email);
    /// A name to sign in with; 1-64 of `a-z0-9._-`.
    Username(parse_username);
    /// An IANA time zone name.
    ZoneName(parse_zone);
}

/// Holds a resource, or a pattern for one, to one spelling: after an optional `scheme://`, one
/// leading and one trailing slash are fine, and no segment is empty, `.` or `..`.
pub fn canonical_resource(text: &str, max: usize) -> Result<String, BadText> {
    let normal = visible(text, 1, max)?;
    let path = match normal.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => rest,
        Some(_) | None => normal.as_str(),
    };
    let inner = path.strip_prefix('/').unwrap_or(path);
    if inner.is_empty() {
        return Ok(normal);
    }
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner
        .split('/')
        .any(|segment| matches!(segment, "" | "." | ".."))
    {
        return Err(BadText::Segments);
    }
    Ok(normal)
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn parse_email(text: &str) -> Result<String, BadText> {
    let email = visible(text, 5, 255)?.to_lowercase();
    let plain = !email.chars().any(char::is_whitespace);
    match email.split_once('@') {
        Some((local, host)) if plain && !local.is_empty() && !host.is_empty() => {
            if host.contains('@') {
                Err(BadText::Email)
            } else {
                Ok(email)
            }
        }
        Some(_) | None => Err(BadText::Email),
    }
}

fn parse_username(text: &str) -> Result<String, BadText> {
    let name = bounded(text, 1, 64).map_err(|_| BadText::Username)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    if name.chars().all(plain) {
        Ok(name)
    } else {
        Err(BadText::Username)
    }
}

fn parse_zone(text: &str) -> Result<String, BadText> {
    let name = bounded(text, 1, 64).map_err(|_| BadText::TimeZone)?;
    match jiff::tz::TimeZone::get(&name) {
        Ok(zone) => Ok(zone.iana_name().unwrap_or(&name).to_owned()),
        Err(_) => Err(BadText::TimeZone),
    }
}

/// `10000` as `10,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("database", true)]
    #[case("/var/log/app", true)]
    #[case("/var/log/", true)]
    #[case("/", true)]
    #[case("s3://bucket/key", true)]
    #[case("file:///etc/hosts", true)]
    #[case("orders/4711", true)]
    #[case("a..b/c", true)]
    #[case("//", false)]
    #[case("a//b", false)]
    #[case("a/../b", false)]
    #[case("./a", false)]
    #[case("a/.", false)]
    #[case("..", false)]
    #[case("s3://bucket//key", false)]
    #[case("1s://x", false)]
    #[case("a://b://c", false)]
    fn resources_have_one_spelling(#[case] text: &str, #[case] fine: bool) {
        assert_eq!(Resource::parse(text).is_ok(), fine, "{text}");
    }

    #[test]
    fn text_is_composed_and_trimmed() {
        assert_eq!(
            Action::parse("  cafe\u{301} ").unwrap().as_str(),
            "caf\u{e9}"
        );
        assert_eq!(AgentId::parse(" \t "), Err(BadText::Blank));
        assert_eq!(AgentId::parse("a\u{0}b"), Err(BadText::Control));
        assert_eq!(
            Action::parse(&"x".repeat(101)),
            Err(BadText::TooLong { max: 100 })
        );
        assert!(
            Action::parse(&"\u{e9}".repeat(100)).is_ok(),
            "characters, not bytes"
        );
    }

    #[rstest]
    #[case("\u{200b}", false)]
    #[case("Acme \u{202e}liateR", false)]
    #[case("\u{634}\u{631}\u{643}\u{629} \u{200f}Acme", true)]
    #[case(
        "\u{646}\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
        true
    )]
    #[case("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} family", true)]
    fn names_are_seen_as_they_are_written(#[case] text: &str, #[case] fine: bool) {
        assert_eq!(Name::parse(text).is_ok(), fine, "{text:?}");
    }

    #[test]
    fn an_address_has_nothing_invisible_in_it() {
        let hidden = Email::parse("ops\u{200b}@example.com");
        assert_eq!(hidden, Err(BadText::Invisible));
    }

    #[test]
    fn emails_are_lower_case_and_plausible() {
        assert_eq!(
            Email::parse(" Ops@Example.COM ").unwrap().as_str(),
            "ops@example.com"
        );
        for bad in [
            "a@b",
            "nobody",
            "@example.com",
            "ops@",
            "a b@example.com",
            "a@b@c.de",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn zones_come_from_the_database() {
        assert_eq!(
            ZoneName::parse("europe/berlin").unwrap().as_str(),
            "Europe/Berlin"
        );
        assert!(ZoneName::parse("Mars/Olympus").is_err());
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (10_000, "10,000"),
            (4_294_967_295, "4,294,967,295"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }
}
