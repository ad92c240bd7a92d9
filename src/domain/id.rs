//! Identifiers: a prefix and a `UUIDv7` in lower-case Crockford base32, so that they sort by time
//! of creation and say what they name.

use std::fmt;
use std::str::FromStr;

use super::environment::Environment;
use super::time::Timestamp;

/// Crockford's base32 alphabet in lower case.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters that 128 bits take at five bits each.
const ENCODED_LEN: usize = 26;

/// The text is not an identifier of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not an identifier that starts with `{prefix}`")]
pub struct BadId {
    /// The prefix that was wanted.
    pub prefix: &'static str,
}

fn encode(value: u128) -> [u8; ENCODED_LEN] {
    let mut text = [b'0'; ENCODED_LEN];
    let mut rest = value;
    for place in text.iter_mut().rev() {
        let digit = usize::try_from(rest & 31).unwrap_or(0);
        *place = ALPHABET.get(digit).copied().unwrap_or(b'0');
        rest >>= 5;
    }
    text
}

fn decode(text: &str) -> Option<u128> {
    if text.len() != ENCODED_LEN || !text.starts_with(|c: char| ('0'..='7').contains(&c)) {
        return None;
    }
    text.bytes().try_fold(0u128, |value, byte| {
        let digit = ALPHABET.iter().position(|known| *known == byte)?;
        Some((value << 5) | u128::try_from(digit).ok()?)
    })
}

/// Characters that hold an identifier's time: 48 of the 50 bits that they have.
const TIME_LEN: usize = 10;

/// The time, to the millisecond, at which an identifier was drawn, by what follows its prefix or
/// the first ten or more characters of that.
pub fn time_of(digits: &str) -> Option<Timestamp> {
    if !(TIME_LEN..=ENCODED_LEN).contains(&digits.len()) {
        return None;
    }
    let (first, _) = range_of(digits)?;
    let millis = i64::try_from(first >> 80).ok()?;
    Some(Timestamp::from_micros(millis.checked_mul(1000)?))
}

/// The first and the last value whose text starts like that.
fn range_of(start: &str) -> Option<(u128, u128)> {
    let padded = |with: char| {
        let missing = ENCODED_LEN.checked_sub(start.len())?;
        let rest: String = std::iter::repeat_n(with, missing).collect();
        decode(&format!("{start}{rest}"))
    };
    if start.is_empty() {
        return Some((0, u128::MAX));
    }
    padded('0').zip(padded('z'))
}

fn fresh(environment: &dyn Environment) -> u128 {
    let mut random = [0u8; 10];
    environment.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(environment.now().as_millis(), &random)
        .into_uuid()
        .as_u128()
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// What its text starts with.
            pub const PREFIX: &str = $prefix;

            /// A new one, from the time and the randomness given.
            pub fn fresh(environment: &dyn Environment) -> Self {
                Self(fresh(environment))
            }

            /// The first and the last of those whose text, after the prefix, starts like that.
            pub fn range_of(start: &str) -> Option<(Self, Self)> {
                range_of(start).map(|(first, last)| (Self(first), Self(last)))
            }

            /// The sixteen bytes that the store keeps.
            pub fn to_bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }

            /// From the sixteen bytes that the store keeps.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($prefix)?;
                f.write_str(std::str::from_utf8(&encode(self.0)).map_err(|_| fmt::Error)?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                text.strip_prefix($prefix)
                    .and_then(decode)
                    .map(Self)
                    .ok_or(BadId { prefix: $prefix })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

identifiers! {
    /// A customer.
    CustomerId = "cus_";
    /// An API key (not its secret).
    KeyId = "key_";
    /// A permission.
    PermissionId = "perm_";
    /// A decision.
    DecisionId = "dec_";
    /// A request for a person's approval, and the grant it may leave behind.
    ApprovalId = "apr_";
    /// An operator.
    OperatorId = "op_";
    /// An operator's token (not its secret).
    TokenId = "tok_";
    /// A session, of an operator or of a customer (not its secret).
    SessionId = "ses_";
    /// A setup link (not its secret).
    SetupLinkId = "stl_";
    /// A link into a customer's portal (not its secret).
    PortalLinkId = "plk_";
    /// A file that customers are imported from.
    ImportId = "imp_";
    /// A request for a quote.
    QuoteId = "quo_";
    /// A link to a key (not its secret).
    KeyLinkId = "kln_";
    /// A message to the outside.
    MessageId = "msg_";
    /// The audit record of a change.
    ChangeId = "rec_";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips() {
        for value in [0, 1, u128::MAX, 0x0190_1234_5678_7abc_8def_0123_4567_89ab] {
            let id = CustomerId(value);
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(CustomerId::from_bytes(id.to_bytes()), id);
        }
        assert_eq!(
            CustomerId(u128::MAX).to_string(),
            "cus_7zzzzzzzzzzzzzzzzzzzzzzzzz"
        );
    }

    #[test]
    fn refuses_other_kinds_and_other_spellings() {
        let key = KeyId(7).to_string();
        assert!(key.parse::<CustomerId>().is_err());
        assert!(key.to_uppercase().parse::<KeyId>().is_err());
        assert!(
            "key_8zzzzzzzzzzzzzzzzzzzzzzzzz".parse::<KeyId>().is_err(),
            "over 128 bits"
        );
        assert!("key_".parse::<KeyId>().is_err());
        assert!(
            "key_0000000000000000000000000u".parse::<KeyId>().is_err(),
            "not in the alphabet"
        );
    }

    #[test]
    fn the_start_of_a_text_tells_the_range_and_the_time() {
        let id = DecisionId(0x0190_1234_5678_7abc_8def_0123_4567_89ab);
        let text = id.to_string();
        let digits = text.strip_prefix("dec_").unwrap();
        let at = Timestamp::from_micros(0x0190_1234_5678 * 1000);
        for length in 1..=26 {
            let start = &digits[..length];
            let (first, last) = DecisionId::range_of(start).unwrap();
            assert!((first..=last).contains(&id), "{start}");
            assert!(first.to_string()[4..].starts_with(start), "{start}");
            assert!(last.to_string()[4..].starts_with(start), "{start}");
            assert_eq!(time_of(start), (length >= 10).then_some(at), "{start}");
        }
        assert_eq!(DecisionId::range_of(digits), Some((id, id)));
        for bad in ["8", "u", "0A", "é", &format!("{digits}0")] {
            assert_eq!(DecisionId::range_of(bad), None, "{bad}");
        }
        assert_eq!(time_of("01k0000u00"), None);
    }

    #[test]
    fn text_order_is_number_order() {
        let mut numbers = [3u128, 1 << 90, 77, u128::MAX, 1 << 40];
        numbers.sort_unstable();
        let texts: Vec<String> = numbers.iter().map(|n| DecisionId(*n).to_string()).collect();
        assert!(texts.is_sorted());
    }
}
