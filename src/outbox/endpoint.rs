//! Where a relay or a receiver is, as an operator writes it.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

/// How the way to a relay is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Plain at first, and encrypted before anything is said (RFC 3207); never without.
    StartTls,
    /// Encrypted from the first byte (RFC 8314).
    Tls,
    /// Not at all.
    None,
}

impl Security {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::StartTls, Self::Tls, Self::None];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::StartTls => "starttls",
            Self::Tls => "tls",
            Self::None => "none",
        }
    }
}

/// A host, by name or address, and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// The name, or the address without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Endpoint {
    /// Reads `host:port`, `192.0.2.7:25` or `[2001:db8::7]:25`.
    pub fn parse(text: &str) -> Option<Self> {
        let (host, port) = text.rsplit_once(':')?;
        let is_number = !port.is_empty() && port.chars().all(|digit| digit.is_ascii_digit());
        let port = port.parse().ok().filter(|port| *port > 0 && is_number)?;
        Some(Self {
            host: read_host(host)?,
            port,
        })
    }

    /// Its address, where it was given as one.
    pub fn address(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }

    /// Whether it is this very machine.
    pub fn is_loopback(&self) -> bool {
        let by_address = |address: IpAddr| address.to_canonical().is_loopback();
        self.address().map_or(self.host == "localhost", by_address)
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

/// A host name in lower case, or an address; IPv6 in brackets.
fn read_host(text: &str) -> Option<String> {
    if let Some(inner) = text.strip_prefix('[') {
        let address: Ipv6Addr = inner.strip_suffix(']')?.parse().ok()?;
        return Some(address.to_string());
    }
    let is_label = |label: &str| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        (1..=63).contains(&label.len()) && label.chars().all(plain)
    };
    let name = text.strip_suffix('.').unwrap_or(text);
    (name.len() <= 253 && name.split('.').all(is_label)).then(|| name.to_ascii_lowercase())
}

/// Where webhooks go. Its path may be a secret, so that nothing shows it: only the request has it.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookUrl {
    /// Whether the way is encrypted.
    pub is_https: bool,
    /// The host and the port.
    pub endpoint: Endpoint,
    /// Path and query, with the first slash.
    pub path: String,
}

impl WebhookUrl {
    /// Reads an `https://` or `http://` URL without user and fragment.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_https, rest) = match text.split_once("://")? {
            ("https", rest) => (true, rest),
            ("http", rest) => (false, rest),
            (_, _) => return None,
        };
        let start = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(start)?;
        let plain = |letter: char| letter.is_ascii_graphic() && letter != '#';
        if !path.chars().all(plain) || authority.contains('@') {
            return None;
        }
        let has_port = match authority.rfind(']') {
            Some(end) => authority.len() > end + 1,
            None => authority.contains(':'),
        };
        let endpoint = if has_port {
            Endpoint::parse(authority)?
        } else {
            Endpoint {
                host: read_host(authority)?,
                port: if is_https { 443 } else { 80 },
            }
        };
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(Self {
            is_https,
            endpoint,
            path: format!("{slash}{path}"),
        })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        let scheme = if self.is_https { "https" } else { "http" };
        format!("{scheme}://{}", self.endpoint)
    }
}

/// What stands where something is not shown; no URL has it.
const HIDDEN: char = '\u{2026}';

/// Where it leads, and no more.
impl fmt::Display for WebhookUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())?;
        if self.path != "/" {
            write!(f, "/{HIDDEN}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for WebhookUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebhookUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        for (text, expect) in [
            ("Relay.Example:587", Some("relay.example:587")),
            ("192.0.2.7:25", Some("192.0.2.7:25")),
            ("[2001:DB8::7]:465", Some("[2001:db8::7]:465")),
            ("localhost:25", Some("localhost:25")),
            ("relay.example", None),
            ("relay.example:0", None),
            ("relay.example:+5", None),
            ("relay.example:70000", None),
            ("::1:25", None),
            ("[::1]", None),
            ("smtp://relay.example:25", None),
            (":25", None),
            ("a b:25", None),
            ("relay\r\nQUIT:25", None),
        ] {
            let read = Endpoint::parse(text).map(|endpoint| endpoint.to_string());
            assert_eq!(read.as_deref(), expect, "{text:?}");
        }
        assert!(Endpoint::parse("127.0.0.1:25").unwrap().is_loopback());
        assert!(Endpoint::parse("[::1]:25").unwrap().is_loopback());
        assert!(!Endpoint::parse("10.0.0.1:25").unwrap().is_loopback());
    }

    #[test]
    fn urls() {
        for (text, expect) in [
            ("https://a.example", Some(("a.example:443", "/"))),
            ("https://a.example/x?y=z", Some(("a.example:443", "/x?y=z"))),
            ("http://[::1]:8080/hook", Some(("[::1]:8080", "/hook"))),
            ("https://[2001:db8::1]/", Some(("[2001:db8::1]:443", "/"))),
            ("https://a.example?x", Some(("a.example:443", "/?x"))),
            ("ftp://a.example/", None),
            ("https://me@a.example/", None),
            ("https://a.example/#x", None),
            ("https://a.example/a b", None),
            ("https://a.example/\r\nX: y", None),
            ("https://", None),
            ("a.example/x", None),
        ] {
            let read = WebhookUrl::parse(text);
            let read = read.map(|url| (url.endpoint.to_string(), url.path));
            let expect = expect.map(|(at, path)| (at.to_owned(), path.to_owned()));
            assert_eq!(read, expect, "{text:?}");
        }
    }

    #[test]
    fn nothing_shows_the_path_of_a_webhook() {
        let url = "https://hooks.example/services/T0/s3cret?token=s3cret";
        let read = WebhookUrl::parse(url).unwrap();
        let shown = read.to_string();
        assert_eq!(shown, "https://hooks.example:443/\u{2026}");
        assert_eq!(
            WebhookUrl::parse(&shown),
            None,
            "it must not be taken for one"
        );
        assert_eq!(format!("{read:?}"), format!("WebhookUrl({shown})"));
        let plain = WebhookUrl::parse("http://[::1]:8080/").unwrap();
        assert_eq!(plain.to_string(), "http://[::1]:8080");
        assert_eq!(WebhookUrl::parse(&plain.to_string()), Some(plain));
    }
}
