//! `[[subscriptions.tiers]]`: the operator's own pricing table.

use std::sync::Arc;

use serde::Deserialize as _;
use serde::de::value::{Error as WordError, StrDeserializer};
use toml::de::DeTable;

use super::error::{Refused, nearest, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};
use crate::domain::tier::{Feature, Limits, Tier, Tiers};

const MAX_TIERS: usize = 32;
const MAX_LINES: usize = 50;
const MAX_NAME_CHARS: usize = 64;
const MAX_TEXT_CHARS: usize = 200;
const MAX_CHECKS: u64 = 1_000_000_000_000;

const FIELDS: &[&str] = &[
    "name",
    "title",
    "max_agents",
    "max_requests_per_minute",
    "max_api_keys",
    "max_checks_per_month",
    "price_usd_month",
    "support",
    "features",
    "feature_list",
];

/// The rows of the pricing table as they are written, before their names are checked against
/// the settings that refer to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierRows(pub(super) Vec<Tier>);

impl TierRows {
    /// The four built-in rows.
    pub(super) fn built_in() -> Self {
        let tiers = Tiers::built_in();
        Self(tiers.iter().map(|tier| Tier::clone(tier)).collect())
    }
}

impl Setting for TierRows {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let Some(elements) = found.elements() else {
            return Err(found.is_not("give one `[[subscriptions.tiers]]` table for each tier"));
        };
        let mut rows: Vec<Tier> = Vec::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            let row = read_row(&element).map_err(|refused| refused.below(&step))?;
            if rows.iter().any(|other| other.name == row.name) {
                let text = format!("is the tier `{}` once more", row.name);
                let refused = element.refused(text, "give each tier a name of its own");
                return Err(refused.below(&step));
            }
            rows.push(row);
        }
        if rows.is_empty() || rows.len() > MAX_TIERS {
            return Err(found.refused(
                format!("has {} tiers", rows.len()),
                format!(
                    "give 1 to {MAX_TIERS} tiers, or none of these lines for the built-in ones"
                ),
            ));
        }
        Ok(Self(rows))
    }

    fn show(&self) -> Shown {
        Shown::Tables(self.0.iter().map(show_row).collect())
    }

    fn kind() -> &'static str {
        "array of tables, one for each tier"
    }
}

/// One table, and the reading of its fields.
#[derive(Clone, Copy)]
struct Row<'r> {
    whole: Found<'r>,
    table: &'r DeTable<'r>,
}

impl<'r> Row<'r> {
    fn find(&self, field: &str) -> Option<Found<'r>> {
        let value = self.table.get(field)?;
        Some(Found { value, raw: None })
    }

    fn read<T>(
        &self,
        field: &str,
        read: impl FnOnce(&Found<'r>) -> Result<T, Refused>,
    ) -> Result<Option<T>, Refused> {
        self.find(field)
            .map(|found| read(&found).map_err(|refused| refused.below(&format!(".{field}"))))
            .transpose()
    }

    fn missing(&self, field: &str) -> Refused {
        self.whole.refused(
            format!("has no `{field}`"),
            format!("add `{field}` to this tier"),
        )
    }

    fn number(&self, field: &str, from: u64, to: u64, unit: &'static str) -> Result<u32, Refused> {
        let allowed = Allowed { from, to, unit };
        self.read(field, |found| u32::read(found, Some(&allowed)))?
            .ok_or_else(|| self.missing(field))
    }
}

fn read_row(found: &Found<'_>) -> Result<Tier, Refused> {
    let Some(table) = found.value.get_ref().as_table() else {
        return Err(found.is_not("give one `[[subscriptions.tiers]]` table for each tier"));
    };
    let row = Row {
        whole: *found,
        table,
    };
    if let Some((key, _)) = table
        .iter()
        .find(|(key, _)| !FIELDS.contains(&key.get_ref().as_ref()))
    {
        let name = key.get_ref();
        let remedy = nearest(name, FIELDS.iter().copied()).map_or_else(
            || format!("a tier has {}", FIELDS.join(", ")),
            |meant| format!("did you mean `{meant}`?"),
        );
        let mut refused = found.refused(format!("has the unknown field {}", quoted(name)), remedy);
        refused.span = key.span();
        return Err(refused);
    }
    let name = row
        .read("name", read_name)?
        .ok_or_else(|| row.missing("name"))?;
    Ok(Tier {
        title: row
            .read("title", read_text)?
            .unwrap_or_else(|| Arc::clone(&name)),
        limits: Limits {
            max_agents: row.number("max_agents", 1, 1_000_000, "agents")?,
            max_requests_per_minute: row.number(
                "max_requests_per_minute",
                1,
                10_000_000,
                "requests a minute",
            )?,
            max_api_keys: row.number("max_api_keys", 1, 100_000, "API keys")?,
            max_checks_per_month: row.read("max_checks_per_month", |found| {
                let allowed = Allowed {
                    from: 1,
                    to: MAX_CHECKS,
                    unit: "checks a month",
                };
                u64::read(found, Some(&allowed))
            })?,
        },
        price_usd_month: row.read("price_usd_month", |found| {
            let allowed = Allowed {
                from: 0,
                to: 10_000_000,
                unit: "US dollars a month",
            };
            u32::read(found, Some(&allowed))
        })?,
        support: row.read("support", read_text)?.unwrap_or_default(),
        features: row
            .read("features", |found| read_list(found, read_feature))?
            .unwrap_or_default(),
        feature_list: row
            .read("feature_list", |found| read_list(found, read_text))?
            .unwrap_or_default(),
        name,
    })
}

fn read_name(found: &Found<'_>) -> Result<Arc<str>, Refused> {
    let plain = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_-".contains(letter)
    };
    found
        .text()
        .filter(|name| (1..=MAX_NAME_CHARS).contains(&name.len()) && name.chars().all(plain))
        .map(Arc::from)
        .ok_or_else(|| {
            found.is_not(format!(
                "give 1 to {MAX_NAME_CHARS} of the letters a-z, digits, `_` and `-`"
            ))
        })
}

fn read_text(found: &Found<'_>) -> Result<Arc<str>, Refused> {
    found
        .text()
        .filter(|text| text.chars().count() <= MAX_TEXT_CHARS && !text.contains(char::is_control))
        .map(Arc::from)
        .ok_or_else(|| {
            found.is_not(format!(
                "give one line of at most {MAX_TEXT_CHARS} characters in quotes"
            ))
        })
}

/// The feature words are the domain's; its own reader knows them all.
fn read_feature(found: &Found<'_>) -> Result<Feature, Refused> {
    let word = found.text().unwrap_or_default();
    Feature::deserialize(StrDeserializer::<WordError>::new(word)).map_err(|error| {
        let text = error.to_string();
        let words = text
            .split_once("expected ")
            .map_or("known features", |(_, words)| words);
        found.is_not(format!("give {words}"))
    })
}

fn read_list<T: PartialEq>(
    found: &Found<'_>,
    read: impl Fn(&Found<'_>) -> Result<T, Refused>,
) -> Result<Vec<T>, Refused> {
    let remedy = format!("give an array of at most {MAX_LINES} texts");
    let Some(elements) = found.elements() else {
        return Err(found.is_not(remedy));
    };
    let mut list = Vec::new();
    for (place, element) in elements.enumerate() {
        let value = read(&element).map_err(|refused| refused.below(&format!("[{place}]")))?;
        if !list.contains(&value) {
            list.push(value);
        }
    }
    if list.len() > MAX_LINES {
        return Err(found.refused(format!("has {} texts", list.len()), remedy));
    }
    Ok(list)
}

fn show_row(tier: &Tier) -> Vec<String> {
    let list = |texts: Vec<&str>| {
        let written: Vec<String> = texts.into_iter().map(toml_string).collect();
        format!("[{}]", written.join(", "))
    };
    let mut lines = vec![
        format!("name = {}", toml_string(&tier.name)),
        format!("title = {}", toml_string(&tier.title)),
        format!("max_agents = {}", tier.limits.max_agents),
        format!(
            "max_requests_per_minute = {}",
            tier.limits.max_requests_per_minute
        ),
        format!("max_api_keys = {}", tier.limits.max_api_keys),
    ];
    if let Some(checks) = tier.limits.max_checks_per_month {
        lines.push(format!("max_checks_per_month = {checks}"));
    }
    if let Some(price) = tier.price_usd_month {
        lines.push(format!("price_usd_month = {price}"));
    }
    lines.push(format!("support = {}", toml_string(&tier.support)));
    let features = tier.features.iter().map(|feature| feature.word()).collect();
    lines.push(format!("features = {}", list(features)));
    let feature_list = tier.feature_list.iter().map(AsRef::as_ref).collect();
    lines.push(format!("feature_list = {}", list(feature_list)));
    lines
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::config::print_effective;
    use crate::config::tests::{fine, refused};

    const OWN_TIERS: &str = r#"
[subscriptions]
self_service_max = "team"
registration_default = "team"

[[subscriptions.tiers]]
name = "partner"
title = "Partner"
max_agents = 1000
max_requests_per_minute = 5000
max_api_keys = 30
max_checks_per_month = 2000000
support = "Desk 4"
features = ["approvals", "policies"]
feature_list = ["Everything", "\"Quoted\""]

[[subscriptions.tiers]]
name = "team"
max_agents = 10
max_requests_per_minute = 50
max_api_keys = 2
price_usd_month = 0
"#;

    #[test]
    fn own_tiers_replace_the_built_in_ones() {
        let loaded = fine(OWN_TIERS, &[]);
        assert_eq!(loaded.config.tiers.names(), "`team`, `partner`");
        assert_eq!(loaded.config.tiers.registration_default(), "team");
        let partner = loaded.config.tiers.find("partner").unwrap();
        assert_eq!(partner.price_usd_month, None);
        assert_eq!(partner.limits.max_checks_per_month, Some(2_000_000));
        assert_eq!(&*loaded.config.tiers.find("team").unwrap().title, "team");
        assert_eq!(
            fine(&print_effective(&loaded, true), &[]).config,
            loaded.config
        );

        let one = "[{ name = \"a\", max_agents = 1, max_requests_per_minute = 1, max_api_keys = 1, \
                   price_usd_month = 1 }]";
        let loaded = fine(
            OWN_TIERS,
            &[
                ("PORTCULLIS_SUBSCRIPTIONS__TIERS", one),
                ("PORTCULLIS_SUBSCRIPTIONS__SELF_SERVICE_MAX", "a"),
                ("PORTCULLIS_SUBSCRIPTIONS__REGISTRATION_DEFAULT", "a"),
            ],
        );
        assert_eq!(loaded.config.tiers.names(), "`a`");
    }

    #[test]
    fn own_tiers_must_make_sense() {
        let mut page = String::new();
        for (from, to) in [
            ("name = \"team\"", "name = \"Team!\""),
            ("name = \"team\"", "name = \"partner\""),
            ("max_agents = 10\n", ""),
            ("max_api_keys = 2", "max_api_keys = 0"),
            ("max_checks_per_month = 2000000", "max_checks_per_month = 0"),
            ("price_usd_month", "price_usd_moth"),
            ("\"policies\"", "\"policy\""),
            ("feature_list = [\"Everything\", ", "feature_list = [7, "),
            ("self_service_max = \"team\"\n", ""),
            (
                "registration_default = \"team\"",
                "registration_default = \"gold\"",
            ),
        ] {
            assert!(OWN_TIERS.contains(from));
            writeln!(page, "{}", refused(&OWN_TIERS.replacen(from, to, 1), &[])).unwrap();
        }
        insta::assert_snapshot!(page, @r#"
            portcullis.toml:18:8: `subscriptions.tiers[1].name` is `Team!`; give 1 to 64 of the letters a-z, digits, `_` and `-`
            portcullis.toml:17:1: `subscriptions.tiers[1]` is the tier `partner` once more; give each tier a name of its own
            portcullis.toml:17:1: `subscriptions.tiers[1]` has no `max_agents`; add `max_agents` to this tier
            portcullis.toml:21:16: `subscriptions.tiers[1].max_api_keys` is `0`; give a whole number of API keys from 1 to 100000
            portcullis.toml:12:24: `subscriptions.tiers[0].max_checks_per_month` is `0`; give a whole number of checks a month from 1 to 1000000000000
            portcullis.toml:22:1: `subscriptions.tiers[1]` has the unknown field `price_usd_moth`; did you mean `price_usd_month`?
            portcullis.toml:14:26: `subscriptions.tiers[0].features[1]` is `policy`; give one of `approvals`, `conditions`, `groups`, `audit_export`, `webhooks`, `policies`
            portcullis.toml:15:17: `subscriptions.tiers[0].feature_list[0]` is `7`; give one line of at most 200 characters in quotes
            portcullis.toml:5:17: `subscriptions.self_service_max` is `pro`, which is not a tier; set it to one of `partner`, `team`
            portcullis.toml:4:1: `subscriptions.registration_default` is `gold`, which is not a tier; set it to one of `partner`, `team`
            "#);
    }

    #[test]
    fn tiers_must_be_tables_and_some() {
        insta::assert_snapshot!(refused("[subscriptions]\ntiers = []\n", &[]), @"portcullis.toml:2:9: `subscriptions.tiers` has 0 tiers; give 1 to 32 tiers, or none of these lines for the built-in ones");
        insta::assert_snapshot!(refused("[subscriptions]\ntiers = [\"a\"]\n", &[]), @"portcullis.toml:2:10: `subscriptions.tiers[0]` is `a`; give one `[[subscriptions.tiers]]` table for each tier");
        insta::assert_snapshot!(refused("[subscriptions.tiers]\nname = \"a\"\n", &[]), @"portcullis.toml:1:1: `subscriptions.tiers` is a table; give one `[[subscriptions.tiers]]` table for each tier");
    }
}
