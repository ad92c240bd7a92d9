//! The page of a payment provider where a tier is paid.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::id::CustomerId;

const MAX_BYTES: usize = 1000;
const SCHEME: &str = "https://";
const REFERENCE: &str = "client_reference_id";
const EMAIL: &str = "prefilled_email";

/// What stands in a query as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// An https URL, such as a payment link of Stripe's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentLink(String);

/// Why a text is none, to be read after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    /// Another scheme, or none.
    #[error("is no https URL")]
    NotHttps,
    /// A host that is none.
    #[error("has no host, or more before its path than a host and a port")]
    Host,
    /// White space, quotation marks and the like.
    #[error("has letters that no URL has")]
    Letters,
    /// Too long.
    #[error("is longer than {MAX_BYTES} bytes")]
    Long,
    /// It says already who pays.
    #[error("names who pays, which is added for each customer")]
    Named,
}

impl PaymentLink {
    /// Reads one.
    pub fn parse(text: &str) -> Result<Self, BadLink> {
        if text.len() > MAX_BYTES {
            return Err(BadLink::Long);
        }
        let rest = text.strip_prefix(SCHEME).ok_or(BadLink::NotHttps)?;
        let is_of_urls =
            |letter: u8| letter.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&letter);
        if !rest.bytes().all(is_of_urls) {
            return Err(BadLink::Letters);
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let origin = format!("{SCHEME}{host}");
        crate::domain::origin::Origin::parse(&origin).ok_or(BadLink::Host)?;
        let before_fragment = text.split('#').next().unwrap_or_default();
        let query = before_fragment
            .split_once('?')
            .map_or("", |(_, query)| query);
        let mut names = query.split('&').filter_map(|pair| pair.split('=').next());
        if names.any(|name| name == REFERENCE || name == EMAIL) {
            return Err(BadLink::Named);
        }
        Ok(Self(text.to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The page for one customer: what is paid there is told of this customer.
    pub fn of(&self, customer: CustomerId, email: &str) -> String {
        let (page, fragment) = match self.0.split_once('#') {
            Some((page, fragment)) => (page, format!("#{fragment}")),
            None => (self.0.as_str(), String::new()),
        };
        let joint = match page.split_once('?') {
            None => "?",
            Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
            Some(_) => "&",
        };
        let email = utf8_percent_encode(email, PLAIN);
        format!("{page}{joint}{REFERENCE}={customer}&{EMAIL}={email}{fragment}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_https_and_name_nobody() {
        for (text, expect) in [
            ("https://buy.stripe.com/a", Ok(())),
            ("https://pay.example:8443/a?b=c#d", Ok(())),
            ("https://pay.example?b=%20", Ok(())),
            ("http://buy.stripe.com/a", Err(BadLink::NotHttps)),
            ("javascript:alert(1)", Err(BadLink::NotHttps)),
            ("buy.stripe.com/a", Err(BadLink::NotHttps)),
            ("https://", Err(BadLink::Host)),
            ("https:///a", Err(BadLink::Host)),
            ("https://me@pay.example/a", Err(BadLink::Host)),
            ("https://pay.example:0/a", Err(BadLink::Host)),
            ("https://pay.example/a b", Err(BadLink::Letters)),
            ("https://pay.example/\"a", Err(BadLink::Letters)),
            ("https://pay.example/\u{e4}", Err(BadLink::Letters)),
            (
                "https://pay.example/a?client_reference_id=x",
                Err(BadLink::Named),
            ),
            (
                "https://pay.example/a?b=c&prefilled_email=x#d",
                Err(BadLink::Named),
            ),
        ] {
            assert_eq!(PaymentLink::parse(text).map(|_| ()), expect, "{text}");
        }
        let long = format!("https://pay.example/{}", "a".repeat(MAX_BYTES));
        assert_eq!(PaymentLink::parse(&long), Err(BadLink::Long));
    }

    #[test]
    fn who_pays_stands_in_the_query() {
        let customer = CustomerId::from_bytes([7; 16]);
        let told = format!("client_reference_id={customer}&prefilled_email=a%2Bb%26c%40d.example");
        for (link, expect) in [
            ("https://p.example/a", format!("https://p.example/a?{told}")),
            ("https://p.example", format!("https://p.example?{told}")),
            (
                "https://p.example/a?",
                format!("https://p.example/a?{told}"),
            ),
            (
                "https://p.example/a?b=c",
                format!("https://p.example/a?b=c&{told}"),
            ),
            (
                "https://p.example/a?b=c&#d?e",
                format!("https://p.example/a?b=c&{told}#d?e"),
            ),
        ] {
            let link = PaymentLink::parse(link).unwrap();
            assert_eq!(link.of(customer, "a+b&c@d.example"), expect);
        }
    }
}
