//! Every setting as JSON by its key, and what differs between two configurations: for the audit
//! log, which names values from and to. No setting is a secret.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::Config;
use super::print::print_settings;

/// Every setting by its key. Tables that each have a name of their own are taken apart by it, so that
/// `subscriptions.tiers.pro.max_agents` is a key like the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values(Map<String, Value>);

/// One setting that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The key, for example `server.listen`.
    pub key: String,
    /// What it was; `null` where it was not there.
    pub from: Value,
    /// What it is; `null` where it is not there.
    pub to: Value,
}

impl Values {
    /// The settings of a configuration.
    pub fn of(config: &Config) -> Result<Self, toml::de::Error> {
        let sections: Map<String, Value> = toml::from_str(&print_settings(config))?;
        let mut values = Map::new();
        for (section, keys) in sections {
            for (key, value) in keys.as_object().into_iter().flatten() {
                insert(&mut values, format!("{section}.{key}"), value);
            }
        }
        Ok(Self(values))
    }

    /// Reads what [`Self::to_json`] wrote.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }

    /// As one JSON object on one line, its members in order.
    pub fn to_json(&self) -> String {
        // A map of JSON values is never refused.
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The SHA-256 of [`Self::to_json`], in hexadecimal.
    pub fn sha256(&self) -> String {
        let digest = Sha256::digest(self.to_json().as_bytes());
        digest.iter().fold(String::new(), |mut text, byte| {
            // Writing into a `String` cannot fail.
            write!(text, "{byte:02x}").ok();
            text
        })
    }

    /// What is otherwise here than it was, in the order of the keys.
    pub fn since(&self, before: &Self) -> Vec<Difference> {
        let mut keys: Vec<&String> = self.0.keys().chain(before.0.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        let value = |values: &Self, key: &str| values.0.get(key).cloned().unwrap_or_default();
        keys.into_iter()
            .map(|key| Difference {
                key: key.clone(),
                from: value(before, key),
                to: value(self, key),
            })
            .filter(|difference| difference.from != difference.to)
            .collect()
    }
}

fn insert(values: &mut Map<String, Value>, key: String, value: &Value) {
    let Some(tables) = named_tables(value) else {
        values.insert(key, value.clone());
        return;
    };
    for (name, fields) in tables {
        for (field, value) in fields.iter().filter(|(field, _)| *field != "name") {
            values.insert(format!("{key}.{name}.{field}"), value.clone());
        }
    }
}

/// The tables of an array by their names; `None` unless it has some and each has one of its own.
fn named_tables(value: &Value) -> Option<BTreeMap<&str, &Map<String, Value>>> {
    let tables = value.as_array()?;
    let named = tables.iter().map(|table| {
        let fields = table.as_object()?;
        Some((fields.get("name")?.as_str()?, fields))
    });
    let named: BTreeMap<_, _> = named.collect::<Option<_>>()?;
    (!named.is_empty() && named.len() == tables.len()).then_some(named)
}

/// Differences as an object: `{"KEY": {"from": …, "to": …}}`.
pub fn differences_json(differences: &[Difference]) -> Value {
    let members = differences.iter().map(|difference| {
        let Difference { key, from, to } = difference;
        (key.clone(), json!({"from": from, "to": to}))
    });
    Value::Object(members.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::fine;

    fn values(text: &str) -> Values {
        Values::of(&fine(text, &[]).config).unwrap()
    }

    #[test]
    fn differences_are_named_key_by_key() {
        let before = values("");
        let tiers = "[server]\nlisten = []\n[subscriptions]\nself_service_max = \"a\"\n\
                     registration_default = \"a\"\n[[subscriptions.tiers]]\nname = \"a\"\n\
                     title = \"A\"\nmax_agents = 1\nmax_requests_per_minute = 2\nmax_api_keys = 3\n\
                     support = \"s\"\n";
        let after = values(tiers);
        let differences = after.since(&before);
        let find = |key: &str| {
            let found = differences.iter().find(|difference| difference.key == key);
            found.map(|difference| (difference.from.clone(), difference.to.clone()))
        };
        assert_eq!(
            find("server.listen"),
            Some((json!("127.0.0.1:8080"), json!([])))
        );
        assert_eq!(
            find("subscriptions.tiers.a.max_agents"),
            Some((Value::Null, json!(1)))
        );
        assert_eq!(
            find("subscriptions.tiers.pro.max_agents"),
            Some((json!(500), Value::Null))
        );
        assert_eq!(find("server.drain_seconds"), None);
        assert_eq!(before.since(&before), []);
        let back = Values::from_json(&after.to_json()).unwrap();
        assert_eq!((&back, back.sha256()), (&after, after.sha256()));
        assert_ne!(before.sha256(), after.sha256());
    }

    /// Tables without names of their own are one value: none may stand for another.
    #[test]
    fn nameless_tables_stay_together() {
        let tables = |operators: [&str; 2]| {
            let rows = operators.iter().enumerate().map(|(place, operator)| {
                let digit = place.to_string();
                format!(
                    "[[tls.client_identities]]\nfingerprint = \"{}\"\noperator = \"{operator}\"\n",
                    digit.repeat(64)
                )
            });
            values(&format!(
                "[tls]\ncertificate_file = \"/c\"\nkey_file = \"/k\"\nclient_ca_file = \"/a\"\n\
                 client_certificates = \"optional\"\n{}",
                rows.collect::<String>()
            ))
        };
        for other in [["eve", "bob"], ["ada", "eve"]] {
            let differences = tables(other).since(&tables(["ada", "bob"]));
            let keys: Vec<&str> = differences.iter().map(|d| d.key.as_str()).collect();
            assert_eq!(keys, ["tls.client_identities"], "{other:?}");
        }
    }

    #[test]
    fn every_key_is_there() {
        let all = values("");
        for section in crate::config::keys::SECTIONS {
            for key in section.keys {
                let below = format!("{}.", key.path);
                let is_there = |known: &String| known == key.path || known.starts_with(&below);
                assert!(all.0.keys().any(is_there), "{}", key.path);
            }
        }
    }
}
