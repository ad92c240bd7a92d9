//! A certificate that nobody but itself vouches for, to begin with.

use std::net::IpAddr;
use std::time::Duration;

use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair,
    KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, SanType, date_time_ymd,
};
use zeroize::Zeroizing;

use super::facts::Facts;
use crate::domain::time::Timestamp;

/// How far before now it is valid, for clients whose clock is late.
const LEEWAY: Duration = Duration::from_hours(1);

/// A certificate with its key.
pub struct SelfSigned {
    /// The certificate in PEM.
    pub certificate_pem: String,
    /// The key in PEM.
    pub key_pem: Zeroizing<String>,
    /// What it says.
    pub facts: Facts,
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum SelfSignedError {
    /// A name that a certificate cannot have.
    #[error("`{0}` is neither a host name nor an address")]
    BadName(String),
    /// The cryptography failed.
    #[error("the certificate cannot be made")]
    Made(#[from] rcgen::Error),
    /// What was made cannot be read back.
    #[error("the certificate that was made cannot be read")]
    Unreadable,
}

/// Makes a certificate for these hosts (names or addresses), valid from now for so long.
///
/// # Errors
/// [`SelfSignedError::BadName`] for a host that is none; otherwise only when the system has no
/// randomness.
pub fn self_signed(
    hosts: &[String],
    valid_for: Duration,
    now: Timestamp,
) -> Result<SelfSigned, SelfSignedError> {
    let mut params = CertificateParams::default();
    for host in hosts {
        params.subject_alt_names.push(name(host)?);
    }
    let mut subject = DistinguishedName::new();
    let first = hosts.first().map_or("portcullis", String::as_str);
    // RFC 5280, appendix A: a common name has at most 64 characters; nobody checks it.
    let common: String = first.chars().take(64).collect();
    subject.push(DnType::CommonName, common);
    params.distinguished_name = subject;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let epoch = date_time_ymd(1970, 1, 1);
    // A certificate counts in whole seconds; the last one is given in full.
    let since_epoch = Duration::from_secs(now.as_millis().div_ceil(1000));
    params.not_before = epoch + since_epoch.saturating_sub(LEEWAY);
    params.not_after = epoch + since_epoch.saturating_add(valid_for);
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let certificate = params.self_signed(&key)?;
    Ok(SelfSigned {
        facts: Facts::read(certificate.der()).ok_or(SelfSignedError::Unreadable)?,
        certificate_pem: certificate.pem(),
        key_pem: Zeroizing::new(key.serialize_pem()),
    })
}

fn name(host: &str) -> Result<SanType, SelfSignedError> {
    let bad = || SelfSignedError::BadName(host.to_owned());
    if let Ok(address) = host.parse::<IpAddr>() {
        return Ok(SanType::IpAddress(address));
    }
    let host = host.to_ascii_lowercase();
    let labels = host.strip_prefix("*.").unwrap_or(&host);
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    if host.len() > 253 || !labels.split('.').all(is_label) {
        return Err(bad());
    }
    host.try_into().map(SanType::DnsName).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_it_was_asked_for() {
        let now: Timestamp = "2026-11-22T16:00:00Z".parse().unwrap();
        let hosts = ["gate.example", "*.Gate.example", "10.0.0.7", "::1"].map(str::to_owned);
        let made = self_signed(&hosts, Duration::from_hours(24), now).unwrap();
        let names: Vec<String> = made.facts.names.iter().map(ToString::to_string).collect();
        assert_eq!(
            names,
            [
                "dns:gate.example",
                "dns:*.gate.example",
                "ip:10.0.0.7",
                "ip:::1"
            ]
        );
        assert_eq!(made.facts.subject, "CN=gate.example");
        assert!(made.facts.is_self_signed());
        assert_eq!(
            made.facts.not_after.to_string(),
            "2026-11-23T16:00:00.000000Z"
        );
        assert!(made.facts.not_before < now);
        assert!(made.key_pem.starts_with("-----BEGIN PRIVATE KEY-----"));
    }

    #[test]
    fn hosts_that_are_none_are_refused() {
        let now = Timestamp::from_micros(0);
        for host in [
            "",
            "a b",
            "https://a",
            "a/b",
            "a..b",
            "a:443",
            "[::1]",
            "é",
            "*",
            "a.*.b",
        ] {
            let made = self_signed(&[host.to_owned()], Duration::from_hours(1), now);
            assert!(matches!(made, Err(SelfSignedError::BadName(_))), "{host}");
        }
    }
}
