//! Whether an event comes from Stripe: `Stripe-Signature`, as Stripe's documentation of webhooks has
//! it under "Verify webhook signatures manually".

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::domain::time::Timestamp;

/// Seconds that an event's time may be off, in either direction.
pub const TOLERANCE_SECONDS: u64 = 300;
/// Signatures that are looked at: one for each secret that Stripe signs with at the time.
const MAX_SIGNATURES: usize = 16;

/// What Stripe signs the events for one endpoint with, `whsec_…`. It is wiped when dropped and has no
/// telling `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(Zeroizing<String>);

impl WebhookSecret {
    /// A secret as it stands in a line; nothing where it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        let is_secret = text.starts_with("whsec_") && (16..=255).contains(&text.len()) && is_plain;
        is_secret.then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// The whole text is the key, its prefix included.
    fn mac(&self) -> Option<Hmac<Sha256>> {
        Hmac::new_from_slice(self.0.as_bytes()).ok()
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(…)")
    }
}

/// Why nothing proves that Stripe sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSignature {
    /// There is none, or more than one.
    #[error("there must be one header `Stripe-Signature`")]
    Missing,
    /// It is not made as it should be.
    #[error("the header `Stripe-Signature` must have one `t=` in seconds and at least one `v1=`")]
    Garbled,
    /// It is too old, or of the future.
    #[error(
        "the time in `Stripe-Signature` is off by more than {TOLERANCE_SECONDS} seconds: check the clocks"
    )]
    Untimely,
    /// None of the secrets made any of the signatures.
    #[error("no signature fits the body: check the secret of this endpoint")]
    Wrong,
}

/// Checks the signature of a body, byte for byte as it came.
pub fn verify<'h>(
    headers: impl Iterator<Item = &'h str>,
    body: &[u8],
    secrets: &[WebhookSecret],
    now: Timestamp,
) -> Result<(), BadSignature> {
    let mut headers = headers;
    let (Some(header), None) = (headers.next(), headers.next()) else {
        return Err(BadSignature::Missing);
    };
    let signed = Signed::parse(header).ok_or(BadSignature::Garbled)?;
    if now.as_seconds().abs_diff(signed.at_seconds) > TOLERANCE_SECONDS {
        return Err(BadSignature::Untimely);
    }
    let mut macs = secrets.iter().filter_map(|secret| {
        let mut mac = secret.mac()?;
        mac.update(signed.at.as_bytes());
        mac.update(b".");
        mac.update(body);
        Some(mac)
    });
    let fits = |mac: &Hmac<Sha256>| {
        let is_this = |signature: &[u8; 32]| mac.clone().verify_slice(signature).is_ok();
        signed.signatures.iter().any(is_this)
    };
    if macs.any(|mac| fits(&mac)) {
        Ok(())
    } else {
        Err(BadSignature::Wrong)
    }
}

/// What the header says.
struct Signed<'h> {
    at: &'h str,
    at_seconds: i64,
    signatures: Vec<[u8; 32]>,
}

impl<'h> Signed<'h> {
    fn parse(header: &'h str) -> Option<Self> {
        let mut at = None;
        let mut signatures = Vec::new();
        for pair in header.split(',') {
            let (name, value) = pair.trim().split_once('=')?;
            match name {
                "t" if at.is_some() => return None,
                "t" => at = Some(value),
                // One that cannot be read fits nothing; another may.
                "v1" if signatures.len() < MAX_SIGNATURES => signatures.push(bytes_of(value)),
                // Other schemes, such as the `v0` of test events, prove nothing.
                _ => {}
            }
        }
        let at =
            at.filter(|at| at.len() <= 12 && at.bytes().all(|digit| digit.is_ascii_digit()))?;
        if signatures.is_empty() {
            return None;
        }
        Some(Self {
            at,
            at_seconds: at.parse().ok()?,
            signatures: signatures.into_iter().flatten().collect(),
        })
    }
}

/// 32 bytes in lower-case hexadecimal.
fn bytes_of(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let is_hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 64 || !text.bytes().all(is_hex) {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        let digits = text.get(place * 2..place * 2 + 2)?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_correct_horse_battery_staple";
    const OTHER: &str = "whsec_an_old_and_rusty_portcullis";
    const BODY: &[u8] = br#"{"id":"evt_1","object":"event"}"#;
    const AT: i64 = 1_795_363_200;
    // Of `1795363200.` and the body, by another program:
    //   python3 -c 'import hmac; print(hmac.new(SECRET, b"1795363200." + BODY, "sha256").hexdigest())'
    const BY_SECRET: &str = "284568070307b2ce8ea9206794299cb4fdb58ea7bc07d76cff6b18d5725cb495";
    const BY_OTHER: &str = "416a007a4d8f096cf5123899f7e423e847f478987ee79f6fbb52848df01d57c3";

    fn secret(text: &str) -> WebhookSecret {
        WebhookSecret::parse(text).unwrap()
    }

    fn checked(header: &str, body: &[u8], now: i64) -> Result<(), BadSignature> {
        let now = Timestamp::from_micros(now * 1_000_000);
        verify(std::iter::once(header), body, &[secret(SECRET)], now)
    }

    #[test]
    fn one_good_signature_is_enough() {
        let zeros = "0".repeat(64);
        for header in [
            format!("t={AT},v1={BY_SECRET}"),
            format!("t={AT},v1={zeros},v1={BY_SECRET},v0={zeros}"),
            format!("v1={BY_SECRET},t={AT}"),
            format!("t={AT}, v1={BY_SECRET}"),
            format!("t={AT},v1=x,v1={BY_SECRET}"),
        ] {
            assert_eq!(checked(&header, BODY, AT), Ok(()), "{header}");
        }
    }

    #[test]
    fn what_proves_nothing_is_refused() {
        use BadSignature::{Garbled, Wrong};
        let upper = BY_SECRET.to_uppercase();
        let others = format!("v1={},", "0".repeat(64)).repeat(MAX_SIGNATURES);
        for (header, why) in [
            (format!("t={AT},v1={BY_OTHER}"), Wrong),
            (format!("t={AT},v1={}", &BY_SECRET[..62]), Wrong),
            (format!("t={AT},v1={BY_SECRET}00"), Wrong),
            (format!("t={AT},v1="), Wrong),
            (format!("t={AT},v1={upper}"), Wrong),
            (format!("t=0{AT},v1={BY_SECRET}"), Wrong),
            (format!("t={AT},v0={BY_SECRET}"), Garbled),
            (format!("t={AT}"), Garbled),
            (format!("v1={BY_SECRET}"), Garbled),
            (format!("t={AT},t={AT},v1={BY_SECRET}"), Garbled),
            (format!("t=-{AT},v1={BY_SECRET}"), Garbled),
            (format!("t=,v1={BY_SECRET}"), Garbled),
            (format!("t=9999999999999,v1={BY_SECRET}"), Garbled),
            (format!("t={AT},v1=\u{e4}{BY_SECRET}"), Wrong),
            (format!("t={AT},{others}v1={BY_SECRET}"), Wrong),
            (format!("t={AT},v1={BY_SECRET},"), Garbled),
            (format!("t={AT},,v1={BY_SECRET}"), Garbled),
            (format!("t = {AT},v1={BY_SECRET}"), Garbled),
            (format!("t=\u{661},v1={BY_SECRET}"), Garbled),
            ("nonsense".to_owned(), Garbled),
            (String::new(), Garbled),
        ] {
            assert_eq!(checked(&header, BODY, AT), Err(why), "{header}");
        }
        let header = format!("t={AT},v1={BY_SECRET}");
        assert_eq!(checked(&header, b"{}", AT), Err(Wrong));
        assert_eq!(checked(&header, b"", AT), Err(Wrong));
    }

    #[test]
    fn the_time_may_be_off_by_so_much_and_no_more() {
        let header = format!("t={AT},v1={BY_SECRET}");
        for (off, expect) in [
            (300, Ok(())),
            (-300, Ok(())),
            (301, Err(BadSignature::Untimely)),
            (-301, Err(BadSignature::Untimely)),
        ] {
            assert_eq!(checked(&header, BODY, AT + off), expect, "{off}");
        }
    }

    #[test]
    fn there_is_one_header_and_any_secret() {
        let (now, header) = (
            Timestamp::from_micros(AT * 1_000_000),
            format!("t={AT},v1={BY_OTHER}"),
        );
        let with = |headers: &[&str], secrets: &[WebhookSecret]| {
            verify(headers.iter().copied(), BODY, secrets, now)
        };
        let both = [secret(SECRET), secret(OTHER)];
        assert_eq!(with(&[&header], &both), Ok(()));
        assert_eq!(with(&[&header], &both[..1]), Err(BadSignature::Wrong));
        assert_eq!(with(&[&header], &[]), Err(BadSignature::Wrong));
        assert_eq!(with(&[], &both), Err(BadSignature::Missing));
        assert_eq!(with(&[&header, &header], &both), Err(BadSignature::Missing));
    }

    #[test]
    fn a_secret_is_not_shown() {
        assert_eq!(format!("{:?}", secret(SECRET)), "WebhookSecret(…)");
        for bad in [
            "",
            "whsec_",
            "whsec_short",
            "sk_live_0123456789abcdef",
            "whsec_with a space in it",
        ] {
            assert_eq!(WebhookSecret::parse(bad), None, "{bad}");
        }
    }
}
