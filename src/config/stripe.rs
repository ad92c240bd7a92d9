//! `[stripe]`: the file of signing secrets, the pages where tiers are paid, and tiers that there must
//! be.

use std::collections::BTreeMap;
use std::path::Path;

use super::Config;
use super::error::{Refused, quoted};
use super::secret_file::{SecretFileError, read_secret_text};
use super::setting::{Allowed, Found, Setting, Shown, shown_table, toml_string};
use super::together::Misfit;
use crate::domain::stripe::{PaymentLink, WebhookSecret};

/// Secrets that may be in force at once; Stripe signs with two while one is changed.
const MAX_SECRETS: usize = 5;

/// The secrets in a file, one a line.
pub fn read_webhook_secrets(path: &Path) -> Result<Vec<WebhookSecret>, SecretFileError> {
    let text = read_secret_text(path)?;
    let mut secrets = Vec::new();
    for (place, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let secret = WebhookSecret::parse(line);
        secrets.push(secret.ok_or(SecretFileError::NotOfStripe(place + 1))?);
    }
    if secrets.is_empty() {
        return Err(SecretFileError::Empty);
    }
    if secrets.len() > MAX_SECRETS {
        return Err(SecretFileError::Many(MAX_SECRETS));
    }
    Ok(secrets)
}

/// The page of each tier where it is paid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaymentLinks(pub BTreeMap<String, PaymentLink>);

impl Setting for PaymentLinks {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str = "give a table, such as { starter = \"https://buy.stripe.com/example\" }";
        let Some(table) = found.value.get_ref().as_table() else {
            return Err(found.is_not(FORM));
        };
        let mut links = BTreeMap::new();
        for (tier, value) in table {
            let link = Found { value, raw: None };
            let step = format!(".{}", toml_string(tier.get_ref()));
            let read = read_link(&link).map_err(|refused| refused.below(&step))?;
            links.insert(tier.get_ref().to_string(), read);
        }
        Ok(Self(links))
    }

    fn show(&self) -> Shown {
        let pairs = self.0.iter();
        shown_table(pairs.map(|(tier, link)| (tier.as_str(), link.as_str())))
    }

    fn kind() -> &'static str {
        "table of tiers and https URLs"
    }
}

fn read_link(found: &Found<'_>) -> Result<PaymentLink, Refused> {
    const FORM: &str = "copy the link from Stripe, such as \"https://buy.stripe.com/example\"";
    let Some(text) = found.text().filter(|text| !text.is_empty()) else {
        return Err(found.is_not(FORM));
    };
    PaymentLink::parse(text)
        .map_err(|bad| found.refused(format!("is {}, which {bad}", quoted(text)), FORM))
}

/// Tiers that are named here and not on offer.
pub(super) fn misfits(config: &Config) -> impl Iterator<Item = Misfit> + '_ {
    const TIERS: &str = "subscriptions.tiers";
    let names = || {
        let tiers = config.subscriptions.tiers.0.iter();
        let names: Vec<String> = tiers.map(|tier| format!("`{}`", tier.name)).collect();
        format!("set it to one of {}", names.join(", "))
    };
    let is_unknown = |name: &str| {
        let mut tiers = config.subscriptions.tiers.0.iter();
        !tiers.any(|tier| &*tier.name == name)
    };
    let prices = config.stripe.prices.iter();
    let prices = prices
        .filter(move |(_, tier)| is_unknown(tier))
        .map(move |(price, tier)| Misfit {
            key: "stripe.prices",
            other: TIERS,
            text: format!("has `{tier}` for `{price}`, which is not a tier"),
            remedy: names(),
        });
    let links = config.stripe.payment_links.0.keys();
    let links = links
        .filter(move |tier| is_unknown(tier))
        .map(move |tier| Misfit {
            key: "stripe.payment_links",
            other: TIERS,
            text: format!("has a link for `{tier}`, which is not a tier"),
            remedy: names(),
        });
    let ended = config.stripe.ended_tier.as_ref();
    let ended = ended
        .filter(move |tier| is_unknown(tier))
        .map(move |tier| Misfit {
            key: "stripe.ended_tier",
            other: TIERS,
            text: format!("is `{tier}`, which is not a tier"),
            remedy: names(),
        });
    prices.chain(links).chain(ended)
}

#[cfg(test)]
mod tests {
    use crate::config::tests::{fine, refused};

    #[test]
    fn prices_mean_tiers_that_are_offered() {
        let text = "[stripe]\nended_tier = \"free\"\nfind_by_email = false\n\
                    prices = { \"price_1Pro\" = \"pro\", \"plink_1Pro\" = \"pro\" }\n";
        let loaded = fine(text, &[]);
        assert_eq!(loaded.config.stripe.prices["price_1Pro"], "pro");
        let printed = crate::config::print_effective(&loaded, true);
        assert_eq!(fine(&printed, &[]).config, loaded.config);
        let given = [("PORTCULLIS_STRIPE__PRICES", "{ price_1Pro = 'pro' }")];
        assert_eq!(fine("", &given).config.stripe.prices.len(), 1);
        insta::assert_snapshot!(refused(
            "[stripe]\nended_tier = \"gold\"\nprices = { \"price_1Gold\" = \"gold\" }\n", &[]
        ), @r#"
            portcullis.toml:2:1: `stripe.ended_tier` is `gold`, which is not a tier; set it to one of `free`, `starter`, `pro`, `enterprise`
            portcullis.toml:3:1: `stripe.prices` has `gold` for `price_1Gold`, which is not a tier; set it to one of `free`, `starter`, `pro`, `enterprise`
            "#);
        insta::assert_snapshot!(refused("[stripe]\nprices = { \"prod_1Pro\" = \"pro\" }\n", &[]), @r#"portcullis.toml:2:26: `stripe.prices."prod_1Pro"` is not the identifier of a price or a payment link; copy it from Stripe: `price_…` or `plink_…`"#);
        insta::assert_snapshot!(refused("[stripe]\nprices = { \"price_1Pro\" = 7 }\n", &[]), @r#"portcullis.toml:2:27: `stripe.prices."price_1Pro"` is `7`; give a text in quotes"#);
        insta::assert_snapshot!(refused("[stripe]\nprices = \"price_1Pro\"\n", &[]), @r#"portcullis.toml:2:10: `stripe.prices` is `price_1Pro`; give a table, such as { "price_1Example" = "starter" }"#);
    }

    #[test]
    fn payment_links_are_for_tiers_that_are_offered() {
        let text = "[stripe]\npayment_links = { starter = \"https://buy.stripe.com/a\", \
                    pro = \"https://pay.example:8443/b?x=1\" }\n";
        let loaded = fine(text, &[]);
        let links = &loaded.config.stripe.payment_links.0;
        assert_eq!(links["starter"].as_str(), "https://buy.stripe.com/a");
        let printed = crate::config::print_effective(&loaded, true);
        assert_eq!(fine(&printed, &[]).config, loaded.config);
        let bad = |value: &str| refused(&format!("[stripe]\npayment_links = {value}\n"), &[]);
        for (value, told) in [
            (
                "{ gold = \"https://buy.stripe.com/a\" }",
                "`stripe.payment_links` has a link for `gold`, which is not a tier; set it to one of",
            ),
            (
                "{ pro = \"http://buy.stripe.com/a\" }",
                "is `http://buy.stripe.com/a`, which is no https URL; copy the link from Stripe",
            ),
            (
                "{ pro = \"https://buy.stripe.com/a?client_reference_id=x\" }",
                "which names who pays, which is added for each customer",
            ),
            ("{ pro = \"\" }", "`stripe.payment_links.\"pro\"` is empty"),
            ("{ pro = 7 }", "`stripe.payment_links.\"pro\"` is `7`"),
            (
                "\"https://buy.stripe.com/a\"",
                "give a table, such as { starter =",
            ),
        ] {
            assert!(bad(value).contains(told), "{}", bad(value));
        }
    }

    #[test]
    fn secrets_stand_one_a_line() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("secrets");
        let read = |text: &str| {
            std::fs::write(&path, text).unwrap();
            super::read_webhook_secrets(&path)
                .map(|secrets| secrets.len())
                .map_err(|error| error.to_string())
        };
        let secret = "whsec_0123456789abcdef\n";
        assert_eq!(read(secret), Ok(1));
        assert_eq!(read(&format!("\n  {secret}\r\n{secret}")), Ok(2));
        assert_eq!(read(" \n"), Err("is empty".to_owned()));
        assert_eq!(
            read(&format!("{secret}sk_live_0123456789abcdef\n")),
            Err("has no `whsec_…` on line 2".to_owned())
        );
        assert_eq!(
            read(&secret.repeat(6)),
            Err("holds more than 5 secrets".to_owned())
        );
    }
}
