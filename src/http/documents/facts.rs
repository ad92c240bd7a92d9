//! What documents are filled from: the settings that are in force.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::generated::Fault;
use super::own::{HELP, POLICY};
use crate::domain::settings::LiveSettings;
use crate::domain::tier::Tiers;

/// What is in force.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The tiers on offer.
    pub tiers: &'a Tiers,
    /// Every setting by its key, as it would stand in a file.
    pub settings: &'a BTreeMap<&'static str, String>,
    /// The policy of refunds and cancellation, as Markdown.
    pub policy: &'a str,
    /// Whom to ask for help, as Markdown.
    pub help: &'a str,
}

impl<'a> Facts<'a> {
    /// What is in force while the program runs.
    pub fn of(live: &'a LiveSettings) -> Self {
        Self {
            tiers: &live.tiers,
            settings: &live.shown,
            policy: live.documents.policy.as_deref().unwrap_or(POLICY.built_in),
            help: live.documents.help.as_deref().unwrap_or(HELP.built_in),
        }
    }

    /// A setting for people: a text without its quotation marks, a list with commas.
    pub(super) fn setting(&self, key: &str) -> Result<Cow<'a, str>, Fault> {
        let written = self.settings.get(key);
        let written = written.ok_or_else(|| Fault::Absent(key.to_owned()))?;
        Ok(match toml_value(written) {
            Some(value) => Cow::Owned(plain(&value)),
            None => Cow::Borrowed(written),
        })
    }
}

/// The value behind `key = `, which is TOML; tables are none.
fn toml_value(written: &str) -> Option<toml::Value> {
    let table: toml::Table = toml::from_str(&format!("value = {written}")).ok()?;
    table.get("value").cloned()
}

fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) if text.is_empty() => "none".to_owned(),
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) if items.is_empty() => "none".to_owned(),
        toml::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            items.join(", ")
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_)
        | toml::Value::Table(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_shown_to_people() {
        let settings = BTreeMap::from([
            ("a.number", "1440".to_owned()),
            ("a.text", "\"open\"".to_owned()),
            ("a.none", "\"\"".to_owned()),
            ("a.list", "[\"127.0.0.1:8080\", \"[::1]:8080\"]".to_owned()),
            ("a.empty", "[]".to_owned()),
            ("a.flag", "true".to_owned()),
        ]);
        let tiers = Tiers::built_in();
        let facts = Facts {
            tiers: &tiers,
            settings: &settings,
            policy: POLICY.built_in,
            help: HELP.built_in,
        };
        for (key, shown) in [
            ("a.number", "1440"),
            ("a.text", "open"),
            ("a.none", "none"),
            ("a.list", "127.0.0.1:8080, [::1]:8080"),
            ("a.empty", "none"),
            ("a.flag", "true"),
        ] {
            assert_eq!(facts.setting(key).unwrap(), shown, "{key}");
        }
        assert!(facts.setting("a.nothing").is_err());
    }
}
