//! Whom a client's certificate speaks for: an exact certificate or an exact name stands for one
//! API key or one operator, and nothing is derived from anything.

use std::fmt;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;

use super::facts::{Facts, Fingerprint, Name};
use super::material::Trust;
use crate::domain::id::KeyId;
use crate::domain::text::Username;

/// One line of who stands for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The certificate itself, when it must be this very one.
    pub fingerprint: Option<Fingerprint>,
    /// A name that the certificate must have.
    pub name: Option<Name>,
    /// Whom it speaks for.
    pub acts_as: ActsAs,
}

/// Whom a certificate speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActsAs {
    /// A customer, by one of its API keys.
    Key(KeyId),
    /// An operator.
    Operator(Username),
}

impl Identity {
    /// Whether both take the same certificates: one of the two is too many.
    pub fn has_same_certificate(&self, other: &Self) -> bool {
        (self.fingerprint, &self.name) == (other.fingerprint, &other.name)
    }

    fn is_of(&self, facts: &Facts) -> bool {
        let is_it = |known: &Fingerprint| *known == facts.fingerprint;
        let has_it = |known: &Name| facts.names.contains(known);
        // A line without either is for nobody; the configuration does not take one.
        (self.fingerprint.is_some() || self.name.is_some())
            && self.fingerprint.as_ref().is_none_or(is_it)
            && self.name.as_ref().is_none_or(has_it)
    }
}

/// Whom the certificate speaks for; nobody when no line is of it, or lines that differ are: which
/// of them was meant cannot be known.
pub(super) fn find<'i>(identities: &'i [Identity], facts: &Facts) -> Option<&'i ActsAs> {
    let mut fitting = identities.iter().filter(|identity| identity.is_of(facts));
    let first = &fitting.next()?.acts_as;
    fitting
        .all(|other| other.acts_as == *first)
        .then_some(first)
}

/// The certificate that a client showed and whose key it has, vouched for by an authority that was
/// in force then.
pub struct PeerCertificate {
    pub(super) facts: Facts,
    pub(super) chain: Vec<CertificateDer<'static>>,
    pub(super) vouched_by: Arc<Trust>,
}

impl PeerCertificate {
    /// What it says.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }
}

impl fmt::Debug for PeerCertificate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PeerCertificate")
            .field("subject", &self.facts.subject)
            .field("fingerprint", &self.facts.fingerprint.to_string())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Timestamp;

    fn facts(names: &[&str]) -> Facts {
        Facts {
            subject: String::new(),
            issuer: String::new(),
            names: names.iter().map(|name| name.parse().unwrap()).collect(),
            not_before: Timestamp::from_micros(0),
            not_after: Timestamp::from_micros(0),
            fingerprint: Fingerprint::of(b"this"),
        }
    }

    fn line(fingerprint: Option<&[u8]>, name: Option<&str>, operator: &str) -> Identity {
        Identity {
            fingerprint: fingerprint.map(Fingerprint::of),
            name: name.map(|name| name.parse().unwrap()),
            acts_as: ActsAs::Operator(Username::parse(operator).unwrap()),
        }
    }

    fn found(lines: &[Identity], names: &[&str]) -> Option<String> {
        match find(lines, &facts(names))? {
            ActsAs::Operator(name) => Some(name.to_string()),
            ActsAs::Key(key) => Some(key.to_string()),
        }
    }

    #[test]
    fn all_that_a_line_names_must_be_there() {
        let (this, other) = (Some(&b"this"[..]), Some(&b"other"[..]));
        let name = Some("dns:a.example");
        for (line, names, expect) in [
            (line(this, None, "ada"), &["dns:b.example"][..], true),
            (line(other, None, "ada"), &["dns:a.example"], false),
            (
                line(None, name, "ada"),
                &["dns:b.example", "dns:a.example"],
                true,
            ),
            (line(None, name, "ada"), &["uri:a.example"], false),
            (line(None, name, "ada"), &["dns:*.example"], false),
            (line(this, name, "ada"), &["dns:a.example"], true),
            (line(other, name, "ada"), &["dns:a.example"], false),
            (line(this, name, "ada"), &[], false),
            (line(None, None, "ada"), &["dns:a.example"], false),
        ] {
            let found = found(std::slice::from_ref(&line), names);
            assert_eq!(found.is_some(), expect, "{line:?} {names:?}");
        }
    }

    #[test]
    fn a_certificate_of_two_speaks_for_neither() {
        let this = Some(&b"this"[..]);
        let one = line(this, None, "ada");
        let other = line(None, Some("dns:a.example"), "bob");
        let both = ["dns:a.example"];
        assert_eq!(found(&[one.clone(), other.clone()], &both), None);
        assert_eq!(found(&[one.clone(), other], &[]), Some("ada".to_owned()));
        let same = line(None, Some("dns:a.example"), "ada");
        assert_eq!(found(&[one, same], &both), Some("ada".to_owned()));
    }
}
