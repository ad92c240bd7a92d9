//! What a certificate says: whose it is, under which names, and until when.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use x509_parser::prelude::{FromDer as _, GeneralName, X509Certificate};

use crate::domain::time::Timestamp;

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Whose it is, as a distinguished name.
    pub subject: String,
    /// Who issued it, as a distinguished name.
    pub issuer: String,
    /// The names it is for (RFC 5280, section 4.2.1.6), in its order.
    pub names: Vec<Name>,
    /// From when it is valid.
    pub not_before: Timestamp,
    /// Until when.
    pub not_after: Timestamp,
    /// SHA-256 of the whole certificate.
    pub fingerprint: Fingerprint,
}

impl Facts {
    /// Reads a certificate in DER; `None` when it is none.
    pub fn read(der: &[u8]) -> Option<Self> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let names = certificate.subject_alternative_name().ok()?;
        let names = names.map_or_else(Vec::new, |extension| {
            let names = extension.value.general_names.iter();
            names.filter_map(Name::of).collect()
        });
        let validity = certificate.validity();
        Some(Self {
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            names,
            not_before: at(validity.not_before.timestamp()),
            not_after: at(validity.not_after.timestamp()),
            fingerprint: Fingerprint::of(der),
        })
    }

    /// Whether nobody but itself vouches for it.
    pub fn is_self_signed(&self) -> bool {
        self.subject == self.issuer
    }

    /// How long it is still valid; zero when it is over.
    pub fn left(&self, now: Timestamp) -> Duration {
        self.not_after.since(now)
    }

    /// Whether it is over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now > self.not_after
    }

    /// Whether it is for that host: a name, or an address without brackets (RFC 6125, section 6.4:
    /// a `*` stands for one whole first label).
    pub fn covers(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        if let Ok(address) = host.parse::<IpAddr>() {
            return self.names.contains(&Name::Address(address));
        }
        let rest = host.split_once('.').map(|(_, rest)| rest);
        self.names.iter().any(|name| match name {
            Name::Dns(known) => match known.strip_prefix("*.") {
                Some(parent) => rest == Some(parent),
                None => *known == host,
            },
            Name::Address(_) | Name::Uri(_) | Name::Email(_) => false,
        })
    }
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds.saturating_mul(1_000_000))
}

/// One of the names that a certificate is for. Written with its kind, such as `dns:gate.example`,
/// so that a name of one kind is never taken for one of another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Name {
    /// A host name, in lower case.
    Dns(String),
    /// An address.
    Address(IpAddr),
    /// A URI, such as a SPIFFE identifier.
    Uri(String),
    /// An e-mail address.
    Email(String),
}

impl Name {
    fn of(name: &GeneralName<'_>) -> Option<Self> {
        match name {
            GeneralName::DNSName(name) => Some(Self::Dns(name.to_ascii_lowercase())),
            GeneralName::URI(name) => Some(Self::Uri((*name).to_owned())),
            GeneralName::RFC822Name(name) => Some(Self::Email((*name).to_owned())),
            GeneralName::IPAddress(bytes) => address(bytes).map(Self::Address),
            GeneralName::OtherName(..)
            | GeneralName::X400Address(_)
            | GeneralName::DirectoryName(_)
            | GeneralName::EDIPartyName(_)
            | GeneralName::RegisteredID(_)
            | GeneralName::Invalid(..) => None,
        }
    }
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    let four = <[u8; 4]>::try_from(bytes).map(|four| IpAddr::V4(Ipv4Addr::from(four)));
    let sixteen = || <[u8; 16]>::try_from(bytes).map(|all| IpAddr::V6(Ipv6Addr::from(all)));
    four.or_else(|_| sixteen()).ok()
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => write!(formatter, "dns:{name}"),
            Self::Address(address) => write!(formatter, "ip:{address}"),
            Self::Uri(uri) => write!(formatter, "uri:{uri}"),
            Self::Email(email) => write!(formatter, "email:{email}"),
        }
    }
}

/// The text does not have the form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a name like `dns:gate.example`, `uri:spiffe://…`, `email:…` or `ip:10.0.0.7`")]
pub struct BadName;

impl FromStr for Name {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let (kind, name) = text.split_once(':').ok_or(BadName)?;
        let is_plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic());
        match kind {
            "dns" if is_plain => Ok(Self::Dns(name.to_ascii_lowercase())),
            "uri" if is_plain => Ok(Self::Uri(name.to_owned())),
            "email" if is_plain && name.contains('@') => Ok(Self::Email(name.to_owned())),
            "ip" => name.parse().map(Self::Address).map_err(|_| BadName),
            _ => Err(BadName),
        }
    }
}

/// SHA-256 of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of a certificate in DER.
    pub fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// The text does not have the form of a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a SHA-256 fingerprint")]
pub struct BadFingerprint;

impl FromStr for Fingerprint {
    type Err = BadFingerprint;

    /// 64 hexadecimal digits of either case; the colons that OpenSSL writes may be there.
    fn from_str(text: &str) -> Result<Self, BadFingerprint> {
        let is_pairs = text.split(':').all(|pair| pair.len() == 2);
        let digits: Vec<u32> = text
            .chars()
            .filter(|c| *c != ':')
            .map(|c| c.to_digit(16).ok_or(BadFingerprint))
            .collect::<Result<_, _>>()?;
        if digits.len() != 64 || (text.contains(':') && !is_pairs) {
            return Err(BadFingerprint);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let value = pair.iter().fold(0, |value, digit| value * 16 + digit);
            *byte = u8::try_from(value).map_err(|_| BadFingerprint)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_read_with_and_without_colons() {
        let fingerprint = Fingerprint::of(b"x");
        let text = fingerprint.to_string();
        let pairs: Vec<&str> = (0..32).map(|at| &text[at * 2..at * 2 + 2]).collect();
        assert_eq!(text.parse(), Ok(fingerprint));
        assert_eq!(pairs.join(":").to_uppercase().parse(), Ok(fingerprint));
        for bad in [
            "",
            &text[1..],
            &format!("{text}0"),
            &format!("{}:{}", &text[..3], &text[3..]),
            &text.replacen(|c: char| c.is_ascii_hexdigit(), "g", 1),
        ] {
            assert_eq!(bad.parse::<Fingerprint>(), Err(BadFingerprint), "{bad}");
        }
    }

    #[test]
    fn names_are_read_with_their_kind() {
        for (text, expect) in [
            ("dns:Gate.Example", Ok("dns:gate.example")),
            ("uri:spiffe://acme/bot", Ok("uri:spiffe://acme/bot")),
            ("email:a@b.example", Ok("email:a@b.example")),
            ("ip:10.0.0.7", Ok("ip:10.0.0.7")),
            ("ip:::1", Ok("ip:::1")),
            ("gate.example", Err(BadName)),
            ("dns:", Err(BadName)),
            ("dns:a b", Err(BadName)),
            ("email:a", Err(BadName)),
            ("ip:gate", Err(BadName)),
            ("cn:gate", Err(BadName)),
        ] {
            let read = text.parse::<Name>().map(|name| name.to_string());
            assert_eq!(read, expect.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn a_star_stands_for_one_label() {
        let facts = Facts {
            subject: String::new(),
            issuer: String::new(),
            names: ["dns:gate.example", "dns:*.a.example", "ip:10.0.0.7"]
                .map(|name| name.parse().unwrap())
                .to_vec(),
            not_before: Timestamp::from_micros(0),
            not_after: Timestamp::from_micros(0),
            fingerprint: Fingerprint::of(b""),
        };
        for host in ["gate.example", "GATE.example", "b.a.example", "10.0.0.7"] {
            assert!(facts.covers(host), "{host}");
        }
        for host in [
            "a.example",
            "c.b.a.example",
            "10.0.0.8",
            "example",
            "",
            "*.a.example.evil",
        ] {
            assert!(!facts.covers(host), "{host}");
        }
    }
}
