//! Values that are one of a few words, and the public address.

use std::fmt;

use super::error::{Refused, nearest, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};
use crate::domain::origin::Origin;
use crate::outbox::Security;
use crate::telemetry::{LogFormat, LogLevel};
use crate::tls::{ClientCertificates, MinVersion};

/// What an answered decision survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// A power cut: every batch is flushed to the disk before it is answered.
    Power,
    /// The end of the process, but not a power cut: the system flushes when it likes.
    Process,
}

impl Durability {
    /// Every durability.
    pub const ALL: &'static [Self] = &[Self::Power, Self::Process];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Power => "power",
            Self::Process => "process",
        }
    }
}

/// Who may register a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationMode {
    /// Anyone who can reach the listener.
    Open,
    /// Operators only.
    Closed,
}

impl RegistrationMode {
    /// Every mode.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Closed];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// A type that is one of a few words.
pub(super) trait Word: Copy + 'static {
    /// Every value.
    fn all() -> &'static [Self];
    /// The word of one.
    fn text(self) -> &'static str;
}

/// Reads one of a few words.
pub(super) fn read_word<W: Word>(found: &Found<'_>) -> Result<W, Refused> {
    let known = |text: &str| W::all().iter().copied().find(|word| word.text() == text);
    found.text().and_then(known).ok_or_else(|| {
        let words: Vec<String> = W::all()
            .iter()
            .map(|word| format!("`{}`", word.text()))
            .collect();
        let meant = found
            .text()
            .and_then(|text| nearest(text, W::all().iter().map(|word| word.text())))
            .map_or_else(String::new, |meant| format!(" (did you mean `{meant}`?)"));
        found.is_not(format!("give one of {}{meant}", words.join(", ")))
    })
}

macro_rules! words {
    ($($kind:ty),+) => {$(
        impl Word for $kind {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn text(self) -> &'static str {
                self.word()
            }
        }

        impl Setting for $kind {
            fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
                read_word(found)
            }

            fn show(&self) -> Shown {
                Shown::Inline(toml_string(self.word()))
            }

            fn words() -> Vec<&'static str> {
                Self::ALL.iter().map(|kind| kind.word()).collect()
            }

            fn kind() -> &'static str {
                "word"
            }
        }
    )+};
}

words!(
    Durability,
    RegistrationMode,
    LogFormat,
    LogLevel,
    MinVersion,
    ClientCertificates,
    Security
);

/// The address under which people and programs reach the appliance: scheme, host and port, in
/// lower case and without a final slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// For example `https://portcullis.example`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the way to it is encrypted (by this process or by a proxy before it).
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Reads an origin, with one final slash forgiven. It is spelt as browsers spell it, which name
    /// no port where it is the scheme's own.
    pub fn parse(text: &str) -> Option<Self> {
        let origin = Origin::parse(text.strip_suffix('/').unwrap_or(text))?;
        Some(Self(origin.as_str().to_owned()))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Setting for PublicUrl {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str = "give scheme, host and at most a port, such as \
                            \"https://portcullis.example\"";
        let Some(text) = found.text() else {
            return Err(found.is_not(FORM));
        };
        Self::parse(text)
            .ok_or_else(|| found.refused(format!("is {}, not an origin", quoted(text)), FORM))
    }

    fn show(&self) -> Shown {
        Shown::Inline(toml_string(&self.0))
    }

    fn kind() -> &'static str {
        "origin: scheme, host and at most a port"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins() {
        for (text, expect) in [
            ("https://a.example", Some("https://a.example")),
            ("HTTPS://A.Example/", Some("https://a.example")),
            ("http://10.0.0.1:8080", Some("http://10.0.0.1:8080")),
            ("https://[::1]:443", Some("https://[::1]")),
            ("https://[::1]", Some("https://[::1]")),
            ("https://gate_1", Some("https://gate_1")),
            ("https://[::1", None),
            ("https://::1", None),
            ("https://[::1]x", None),
            ("https://[a.example]", None),
            ("ftp://a.example", None),
            ("a.example", None),
            ("https://", None),
            ("https://a.example/path", None),
            ("https://a.example?x", None),
            ("https://me@a.example", None),
            ("https://a.example:0", None),
            ("https://a.example:+1", None),
            ("https://a.example:", None),
            ("https://a..example", None),
            ("https://a example", None),
        ] {
            let found = PublicUrl::parse(text);
            assert_eq!(found.as_ref().map(PublicUrl::as_str), expect, "{text}");
        }
    }
}
