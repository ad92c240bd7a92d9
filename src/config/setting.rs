//! How one value is read from TOML and written back: numbers, truths, addresses, paths, levels.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeValue;

use super::error::{Refused, quoted};
use super::kinds::read_word;
use crate::backup::Recipient;
use crate::telemetry::LogLevel;

/// The numbers that a key takes, and what they count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowed {
    /// The least.
    pub(super) from: u64,
    /// The most.
    pub(super) to: u64,
    /// What they count, in the plural.
    pub(super) unit: &'static str,
}

/// A value as it was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'f> {
    /// As TOML, with the place of every part.
    pub(super) value: &'f Spanned<DeValue<'f>>,
    /// The whole text, when it comes from the environment, where quotes may be left out.
    pub(super) raw: Option<&'f str>,
}

impl<'f> Found<'f> {
    /// The string, or the bare text of an environment variable that merely looks like a number.
    pub(super) fn text(&self) -> Option<&'f str> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text),
            DeValue::Array(_) | DeValue::Table(_) => None,
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => self.raw,
        }
    }

    /// The elements of an array.
    pub(super) fn elements(&self) -> Option<impl Iterator<Item = Found<'f>> + use<'f>> {
        let array = self.value.get_ref().as_array()?;
        Some(array.iter().map(|value| Found { value, raw: None }))
    }

    /// Whether it is the empty string, which means "none" where a key may be unset.
    pub(super) fn is_empty_text(&self) -> bool {
        self.text() == Some("")
    }

    /// A refusal of this value: `text` says what it is, `remedy` what to do.
    pub(super) fn refused(&self, text: impl Into<String>, remedy: impl Into<String>) -> Refused {
        Refused {
            span: self.value.span(),
            within: String::new(),
            text: text.into(),
            remedy: remedy.into(),
        }
    }

    /// A refusal that shows the value.
    pub(super) fn is_not(&self, remedy: impl Into<String>) -> Refused {
        let shown = match self.value.get_ref() {
            DeValue::String(text) if text.is_empty() => "empty".to_owned(),
            DeValue::String(text) => quoted(text),
            DeValue::Integer(number) => quoted(&number.to_string()),
            DeValue::Float(number) => quoted(&number.to_string()),
            DeValue::Boolean(truth) => quoted(&truth.to_string()),
            DeValue::Datetime(time) => quoted(&time.to_string()),
            DeValue::Array(_) => "an array".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        };
        self.refused(format!("is {shown}"), remedy)
    }
}

/// How a value is written in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    /// After `key = `.
    Inline(String),
    /// As an array of tables, `[[section.key]]`: the lines of each table.
    Tables(Vec<Vec<String>>),
}

/// A type that a key may have.
pub(super) trait Setting: Sized {
    /// Whether a text for it may be or hold a secret: one that cannot be used is then repeated
    /// nowhere, and refusals say what is expected instead.
    const IS_HIDDEN: bool = false;

    /// Reads it.
    fn read(found: &Found<'_>, allowed: Option<&Allowed>) -> Result<Self, Refused>;

    /// Writes it, so that reading it gives the same value.
    fn show(&self) -> Shown;

    /// The words that it takes, when they are few.
    fn words() -> Vec<&'static str> {
        Vec::new()
    }

    /// What it is, for people.
    fn kind() -> &'static str;

    /// The file of a secret that it names.
    fn secret_file(&self) -> Option<&Path> {
        None
    }
}

/// A string in TOML's quotes.
pub(super) fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

macro_rules! whole_number {
    ($($number:ty),+) => {$(
        impl Setting for $number {
            fn read(found: &Found<'_>, allowed: Option<&Allowed>) -> Result<Self, Refused> {
                let (from, to, unit) = allowed
                    .map_or((0, u64::MAX, ""), |allowed| (allowed.from, allowed.to, allowed.unit));
                let number = match found.value.get_ref() {
                    DeValue::Integer(number) => {
                        u64::from_str_radix(number.as_str(), number.radix()).ok()
                    }
                    DeValue::String(_)
                    | DeValue::Float(_)
                    | DeValue::Boolean(_)
                    | DeValue::Datetime(_)
                    | DeValue::Array(_)
                    | DeValue::Table(_) => None,
                };
                number
                    .filter(|number| (from..=to).contains(number))
                    .and_then(|number| Self::try_from(number).ok())
                    .ok_or_else(|| {
                        found.is_not(format!("give a whole number of {unit} from {from} to {to}"))
                    })
            }

            fn show(&self) -> Shown {
                Shown::Inline(self.to_string())
            }

            fn kind() -> &'static str {
                "whole number"
            }
        }
    )+};
}

whole_number!(u32, u64, usize);

impl Setting for bool {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let truth = found.value.get_ref().as_bool();
        truth.ok_or_else(|| found.is_not("write `true` or `false`, without quotes"))
    }

    fn show(&self) -> Shown {
        Shown::Inline(self.to_string())
    }

    fn words() -> Vec<&'static str> {
        vec!["true", "false"]
    }

    fn kind() -> &'static str {
        "true or false"
    }
}

impl Setting for String {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        found
            .text()
            .filter(|text| !text.is_empty())
            .map(Self::from)
            .ok_or_else(|| found.is_not("give a text in quotes"))
    }

    fn show(&self) -> Shown {
        Shown::Inline(toml_string(self))
    }

    fn kind() -> &'static str {
        "text"
    }
}

impl Setting for PathBuf {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        found
            .text()
            .filter(|text| !text.is_empty() && !text.contains(['\0', '\u{fffd}']))
            .map(Self::from)
            .ok_or_else(|| found.is_not("give a path in quotes"))
            .and_then(|path: Self| {
                if path.is_absolute() {
                    return Ok(path);
                }
                // Where a service starts is nobody's intention.
                Err(found.refused(
                    format!("is {}, a relative path", quoted(&path.to_string_lossy())),
                    "write it from the root on, such as \"/var/lib/portcullis\"",
                ))
            })
    }

    fn show(&self) -> Shown {
        // A path from TOML or from `process_environment` is always UTF-8, so nothing is lost.
        Shown::Inline(toml_string(&self.to_string_lossy()))
    }

    fn kind() -> &'static str {
        "absolute path"
    }
}

impl Setting for SocketAddr {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str =
            "give an address and a port in quotes, such as \"127.0.0.1:8080\" or \"[::1]:8080\"";
        let Some(text) = found.text() else {
            return Err(found.is_not(FORM));
        };
        if let Ok(address) = text.parse() {
            return Ok(address);
        }
        if text.parse::<IpAddr>().is_ok() {
            return Err(found.refused(format!("is {} without a port", quoted(text)), FORM));
        }
        let is_name = text.split_once(':').is_some_and(|(host, port)| {
            port.parse::<u16>().is_ok()
                && host.chars().any(|letter| letter.is_ascii_alphabetic())
                && !host.contains(['/', '[', ']'])
        });
        if is_name {
            return Err(found.refused(
                format!("is {}, a host name", quoted(text)),
                "write the address in numbers, host names are never looked up",
            ));
        }
        Err(found.is_not(FORM))
    }

    fn show(&self) -> Shown {
        Shown::Inline(toml_string(&self.to_string()))
    }

    fn kind() -> &'static str {
        "address and port"
    }
}

impl Setting for Vec<SocketAddr> {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let Some(elements) = found.elements() else {
            return SocketAddr::read(found, None).map(|address| vec![address]);
        };
        let mut addresses = Self::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            let address =
                SocketAddr::read(&element, None).map_err(|refused| refused.below(&step))?;
            // Port 0 is a new port each time, so only a fixed one can be there twice.
            if address.port() != 0 && addresses.contains(&address) {
                return Err(element
                    .refused(format!("is `{address}` once more"), "remove one of the two")
                    .below(&step));
            }
            addresses.push(address);
        }
        Ok(addresses)
    }

    fn show(&self) -> Shown {
        let written: Vec<String> = self
            .iter()
            .map(|address| toml_string(&address.to_string()))
            .collect();
        Shown::Inline(match written.as_slice() {
            [one] => one.clone(),
            several => format!("[{}]", several.join(", ")),
        })
    }

    fn kind() -> &'static str {
        "address and port, or an array of them"
    }
}

/// Public keys: one text, or an array of several.
impl Setting for Vec<Recipient> {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str = "give an age public key in quotes, such as the `age1…` that \
                            `age-keygen` prints; never the secret one";
        let one = |found: &Found<'_>| {
            let read = found.text().and_then(|text| text.parse().ok());
            // A secret key that was put here by mistake is not repeated in a message.
            read.ok_or_else(|| found.refused("is no age public key", FORM))
        };
        let Some(elements) = found.elements() else {
            return one(found).map(|recipient| vec![recipient]);
        };
        elements
            .enumerate()
            .map(|(place, element)| {
                one(&element).map_err(|refused| refused.below(&format!("[{place}]")))
            })
            .collect()
    }

    fn show(&self) -> Shown {
        let keys = self.iter().map(|key| toml_string(&key.to_string()));
        Shown::Inline(format!("[{}]", keys.collect::<Vec<_>>().join(", ")))
    }

    fn kind() -> &'static str {
        "age public key, or an array of them"
    }
}

/// The empty string unsets it, so that the environment can take back what a file sets.
impl<T: Setting> Setting for Option<T> {
    const IS_HIDDEN: bool = T::IS_HIDDEN;

    fn read(found: &Found<'_>, allowed: Option<&Allowed>) -> Result<Self, Refused> {
        if found.is_empty_text() {
            return Ok(None);
        }
        T::read(found, allowed).map(Some)
    }

    fn show(&self) -> Shown {
        self.as_ref()
            .map_or_else(|| Shown::Inline(toml_string("")), T::show)
    }

    fn words() -> Vec<&'static str> {
        T::words()
    }

    fn kind() -> &'static str {
        T::kind()
    }

    fn secret_file(&self) -> Option<&Path> {
        self.as_ref().and_then(T::secret_file)
    }
}

/// Module paths with their levels.
impl Setting for BTreeMap<String, LogLevel> {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let Some(table) = found.value.get_ref().as_table() else {
            return Err(found.is_not("give a table, such as { \"portcullis::edge\" = \"debug\" }"));
        };
        let mut levels = Self::new();
        for (module, value) in table {
            let level = Found { value, raw: None };
            let step = format!(".{}", toml_string(module.get_ref()));
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "_:".contains(letter);
            if module.get_ref().is_empty() || !module.get_ref().chars().all(plain) {
                return Err(level
                    .refused(
                        "is not the path of a module",
                        "write it like `portcullis::edge`",
                    )
                    .below(&step));
            }
            let level = read_word(&level).map_err(|refused| refused.below(&step))?;
            levels.insert(module.get_ref().to_string(), level);
        }
        Ok(levels)
    }

    fn show(&self) -> Shown {
        let pairs = self.iter();
        shown_table(pairs.map(|(module, level)| (module.as_str(), level.word())))
    }

    fn kind() -> &'static str {
        "table of module paths and levels"
    }
}

/// A table of texts, in one line.
pub(super) fn shown_table<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Shown {
    let written: Vec<String> = pairs
        .map(|(key, value)| format!("{} = {}", toml_string(key), toml_string(value)))
        .collect();
    Shown::Inline(if written.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{ {} }}", written.join(", "))
    })
}

/// Prices with the tiers that they pay for.
impl Setting for BTreeMap<String, String> {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str = "give a table, such as { \"price_1Example\" = \"starter\" }";
        let Some(table) = found.value.get_ref().as_table() else {
            return Err(found.is_not(FORM));
        };
        let mut tiers = Self::new();
        for (key, value) in table {
            let tier = Found { value, raw: None };
            let step = format!(".{}", toml_string(key.get_ref()));
            let is_id = |text: &str| {
                let plain = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'_';
                (7..=255).contains(&text.len()) && text.bytes().all(plain)
            };
            let is_known = key.get_ref().starts_with("price_")
                || key.get_ref().starts_with("plink_")
                || key.get_ref().starts_with("plan_");
            if !is_known || !is_id(key.get_ref()) {
                let text = "is not the identifier of a price or a payment link";
                return Err(tier
                    .refused(text, "copy it from Stripe: `price_…` or `plink_…`")
                    .below(&step));
            }
            let tier = String::read(&tier, None).map_err(|refused| refused.below(&step))?;
            tiers.insert(key.get_ref().to_string(), tier);
        }
        Ok(tiers)
    }

    fn show(&self) -> Shown {
        let pairs = self.iter();
        shown_table(pairs.map(|(price, tier)| (price.as_str(), tier.as_str())))
    }

    fn kind() -> &'static str {
        "table of prices and tiers"
    }
}
