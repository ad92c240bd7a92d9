//! Origins of pages (RFC 6454), and which of them may use which part of the API.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The origin of pages: scheme, host and port, spelt as browsers spell it in `Origin`, so that
/// comparing texts is comparing origins.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin(Box<str>);

impl Origin {
    /// Reads an origin of `http` or `https`. Capitals and the scheme's own port are forgiven;
    /// whatever a browser would never send is not.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let (scheme, authority) = text.split_once("://")?;
        let own_port = match scheme {
            "https" => 443,
            "http" => 80,
            _ => return None,
        };
        let (host, port) = match authority.rfind(']') {
            Some(end) => authority.split_at_checked(end + 1)?,
            None => authority.split_at_checked(authority.find(':').unwrap_or(authority.len()))?,
        };
        let host = host_as_sent(host)?;
        let port = match port.strip_prefix(':') {
            None if port.is_empty() => own_port,
            None => return None,
            Some(digits) => number(digits)?,
        };
        let text = if port == own_port {
            format!("{scheme}://{host}")
        } else {
            format!("{scheme}://{host}:{port}")
        };
        Some(Self(text.into_boxed_str()))
    }

    /// For example `https://app.example`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A port that somebody can listen on, in digits alone.
fn number(digits: &str) -> Option<u16> {
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|port| is_plain && *port > 0)
}

/// A name, an IPv4 address in four parts, or an IPv6 address in brackets (the URL standard,
/// section 3.5, without what it repairs).
fn host_as_sent(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[') {
        let address: Ipv6Addr = address.strip_suffix(']')?.parse().ok()?;
        // Browsers write the last part of these in hexadecimal; nobody has a page there.
        return (address.to_ipv4_mapped().is_none()).then(|| format!("[{address}]"));
    }
    let is_label = |label: &str| {
        let is_plain = |letter: u8| letter.is_ascii_alphanumeric() || b"-_".contains(&letter);
        (1..=63).contains(&label.len()) && label.bytes().all(is_plain)
    };
    if !host.split('.').all(is_label) {
        return None;
    }
    let last = host.rsplit('.').next().unwrap_or(host);
    if last.bytes().all(|digit| digit.is_ascii_digit()) {
        return host
            .parse::<Ipv4Addr>()
            .ok()
            .map(|address| address.to_string());
    }
    Some(host.to_owned())
}

/// The origins whose pages may use a part of the API.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origins {
    /// None but our own.
    #[default]
    None,
    /// These.
    These(Vec<Origin>),
    /// All there are.
    Any,
}

impl Origins {
    /// What `Access-Control-Allow-Origin` says to a page of that origin; nothing to others.
    pub fn answer<'a>(&self, origin: &'a str) -> Option<&'a str> {
        match self {
            Self::None => None,
            Self::These(known) => known
                .iter()
                .any(|known| known.as_str() == origin)
                .then_some(origin),
            Self::Any => Some("*"),
        }
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

/// A part of the API that pages of other origins may be let to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What needs no credential.
    Public,
    /// Checks.
    Checks,
    /// What else a customer's key may do.
    Customers,
}

/// Which origins may use which part of the API.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CrossOrigin {
    /// See [`Part::Public`].
    pub public: Origins,
    /// See [`Part::Checks`].
    pub checks: Origins,
    /// See [`Part::Customers`].
    pub customers: Origins,
}

impl CrossOrigin {
    /// Those that may use that part.
    pub fn of(&self, part: Part) -> &Origins {
        match part {
            Part::Public => &self.public,
            Part::Checks => &self.checks,
            Part::Customers => &self.customers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_spelt_as_browsers_spell_them() {
        for (text, expect) in [
            ("https://a.example", Some("https://a.example")),
            ("HTTPS://App.Example", Some("https://app.example")),
            ("https://a.example:443", Some("https://a.example")),
            ("http://a.example:80", Some("http://a.example")),
            ("http://a.example:443", Some("http://a.example:443")),
            ("https://a.example:08443", Some("https://a.example:8443")),
            ("http://10.0.0.1:8080", Some("http://10.0.0.1:8080")),
            ("https://[2001:DB8:0:0::1]", Some("https://[2001:db8::1]")),
            ("https://[::1]:8443", Some("https://[::1]:8443")),
            ("https://gate_1", Some("https://gate_1")),
            (
                "https://xn--bcher-kva.example",
                Some("https://xn--bcher-kva.example"),
            ),
            ("null", None),
            ("*", None),
            ("https://*.example", None),
            ("https://a.example/", None),
            ("https://a.example/app", None),
            ("https://a.example?x", None),
            ("https://a.example#x", None),
            ("https://me@a.example", None),
            ("https://bücher.example", None),
            ("a.example", None),
            ("//a.example", None),
            ("ftp://a.example", None),
            ("file://", None),
            ("https://", None),
            ("https://a..example", None),
            ("https://a.example.", None),
            ("https://a.example:", None),
            ("https://a.example:0", None),
            ("https://a.example:+1", None),
            ("https://a.example:65536", None),
            ("https://10.1", None),
            ("https://1.2.3.256", None),
            ("https://[::1", None),
            ("https://[::1]x", None),
            ("https://::1", None),
            ("https://[::ffff:10.0.0.1]", None),
            (" https://a.example", None),
        ] {
            let read = Origin::parse(text);
            assert_eq!(read.as_ref().map(Origin::as_str), expect, "{text}");
        }
    }

    #[test]
    fn only_the_very_origin_is_answered() {
        let one = Origins::These(vec![Origin::parse("https://a.example").unwrap()]);
        assert_eq!(one.answer("https://a.example"), Some("https://a.example"));
        for other in [
            "https://a.example:444",
            "http://a.example",
            "https://A.example",
            "https://a.example.evil",
            "https://evil-a.example",
            "null",
            "*",
            "",
        ] {
            assert_eq!(one.answer(other), None, "{other}");
            assert_eq!(Origins::Any.answer(other), Some("*"));
            assert_eq!(Origins::None.answer(other), None);
        }
    }
}
