//! Secrets that are shown once, and the digests that stay.
//!
//! A key is a prefix, 40 random base62 characters (238 bits), and 6 base62 characters of the
//! CRC-32 of all before them: a typo is told from a revoked key without a look-up, and secret
//! scanners can match it. Only its SHA-256 is kept; a random secret of this length needs no salt.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::environment::Environment;

/// The base62 alphabet, digits first.
const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Random characters in a secret.
const RANDOM_LEN: usize = 40;
/// Checksum characters in a secret.
const CHECK_LEN: usize = 6;
/// Characters of the whole secret that may be shown later, to tell keys apart.
const SHOWN_LEN: usize = 7;

/// What a secret opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// A customer's API key, `sk-…`.
    ApiKey,
    /// An operator's token, `op-…`.
    OperatorToken,
    /// An operator's session, `se-…`; it travels in a cookie.
    Session,
    /// A setup link, `set-…`; it makes one operator, or lets one in again.
    SetupLink,
    /// A customer's session, `pse-…`; it travels in the same cookie as an operator's.
    PortalSession,
    /// A link into a customer's portal, `plk-…`; it opens one session.
    PortalLink,
    /// A link to a key, `kl-…`; it makes one key and shows it.
    KeyLink,
}

impl SecretKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::ApiKey,
        Self::OperatorToken,
        Self::Session,
        Self::SetupLink,
        Self::PortalSession,
        Self::PortalLink,
        Self::KeyLink,
    ];

    /// What the secret's text starts with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::ApiKey => "sk-",
            Self::OperatorToken => "op-",
            Self::Session => "se-",
            Self::SetupLink => "set-",
            Self::PortalSession => "pse-",
            Self::PortalLink => "plk-",
            Self::KeyLink => "kl-",
        }
    }
}

/// A secret in clear; it is wiped when dropped and has neither `Display` nor a telling `Debug`.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Secret(String);

impl Secret {
    /// A new secret from the randomness given.
    pub fn fresh(kind: SecretKind, environment: &dyn Environment) -> Self {
        let mut text = String::with_capacity(kind.prefix().len() + RANDOM_LEN + CHECK_LEN);
        text.push_str(kind.prefix());
        let wanted = text.len() + RANDOM_LEN;
        let mut bytes = [0u8; 64];
        while text.len() < wanted {
            environment.fill(&mut bytes);
            // 248 is the largest multiple of 62 in a byte: what is above would favour some letters.
            let letters = bytes
                .iter()
                .filter(|byte| **byte < 248)
                .map(|byte| letter(*byte % 62));
            text.extend(letters.take(wanted - text.len()));
        }
        bytes.zeroize();
        let check = checksum(text.as_bytes());
        text.push_str(&check);
        Self(text)
    }

    /// Reads a secret; `None` when its form or its checksum is wrong.
    pub fn parse(kind: SecretKind, text: &str) -> Option<Self> {
        let body = text.strip_prefix(kind.prefix())?;
        if body.len() != RANDOM_LEN + CHECK_LEN || !body.bytes().all(|b| b.is_ascii_alphanumeric())
        {
            return None;
        }
        let (signed, check) = text.split_at_checked(text.len() - CHECK_LEN)?;
        (checksum(signed.as_bytes()) == check).then(|| Self(text.to_owned()))
    }

    /// The digest that is kept and looked up.
    pub fn digest(&self) -> SecretDigest {
        SecretDigest::of(&self.0)
    }

    /// The first characters, by which a person tells keys apart.
    pub fn shown_prefix(&self) -> String {
        let mut shown: String = self.0.chars().take(SHOWN_LEN).collect();
        shown.push('\u{2026}');
        shown
    }

    /// The secret itself, for the one answer that shows it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

/// The SHA-256 of a secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecretDigest([u8; 32]);

impl SecretDigest {
    /// The bytes that the store keeps.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Of a secret that was not made here.
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    /// From the bytes that the store keeps.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for SecretDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretDigest(hidden)")
    }
}

fn letter(value: u8) -> char {
    ALPHABET
        .get(usize::from(value))
        .map_or('0', |byte| char::from(*byte))
}

fn checksum(bytes: &[u8]) -> String {
    let mut rest = crc32fast::hash(bytes);
    let mut letters = ['0'; CHECK_LEN];
    for place in letters.iter_mut().rev() {
        *place = letter(u8::try_from(rest % 62).unwrap_or(0));
        rest /= 62;
    }
    letters.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Timestamp;

    struct Counting(std::sync::atomic::AtomicU8);

    impl Environment for Counting {
        fn now(&self) -> Timestamp {
            Timestamp::default()
        }
        fn monotonic_nanos(&self) -> u64 {
            0
        }
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.fetch_add(7, std::sync::atomic::Ordering::Relaxed);
            }
        }
    }

    fn sample() -> Secret {
        Secret::fresh(SecretKind::ApiKey, &Counting(0.into()))
    }

    #[test]
    fn has_the_promised_form() {
        let secret = sample();
        let text = secret.reveal();
        assert_eq!(text.len(), 49);
        assert!(text.starts_with("sk-"));
        assert_eq!(
            Secret::parse(SecretKind::ApiKey, text).unwrap().digest(),
            secret.digest()
        );
        assert_eq!(secret.shown_prefix(), format!("{}\u{2026}", &text[..7]));
    }

    #[test]
    fn every_single_typo_is_noticed() {
        let text = sample().reveal().to_owned();
        for place in 3..text.len() {
            let mut typo = text.clone().into_bytes();
            typo[place] = if typo[place] == b'a' { b'b' } else { b'a' };
            let typo = String::from_utf8(typo).unwrap();
            assert!(
                Secret::parse(SecretKind::ApiKey, &typo).is_none(),
                "{place}"
            );
        }
        assert!(Secret::parse(SecretKind::OperatorToken, &text).is_none());
        assert!(Secret::parse(SecretKind::ApiKey, "").is_none());
        assert!(
            Secret::parse(SecretKind::ApiKey, &format!("sk-{}", "\u{e9}".repeat(23))).is_none()
        );
    }

    #[test]
    fn debug_tells_nothing() {
        let secret = sample();
        assert_eq!(
            format!("{secret:?} {:?}", secret.digest()),
            "Secret(hidden) SecretDigest(hidden)"
        );
    }
}
