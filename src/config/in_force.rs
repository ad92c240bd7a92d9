//! Every setting that is in force, with where it came from, for people who do not read the file.

use std::collections::BTreeMap;

use super::error::Origin;
use super::keys::SECTIONS;
use super::print::lines;
use super::section::{Key, Section};
use super::{Config, Origins};

/// One setting that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its name with the section, for example `server.drain_seconds`.
    pub key: &'static str,
    /// Its value as it would stand in a file.
    pub value: String,
    /// What it is when nobody sets it.
    pub default: String,
    /// Where the value came from.
    pub origin: Origin,
    /// Whether it changes with a reload; otherwise it takes a restart.
    pub is_live: bool,
    /// What its number counts.
    pub unit: Option<&'static str>,
    /// What it does.
    pub about: String,
}

/// Every setting, in the order of the file. None of them is a secret: secrets are kept in files,
/// and the settings are the paths of these.
pub fn settings_in_force(config: &Config, origins: &Origins) -> Vec<InForce> {
    let defaults = Config::default();
    let of_section = |section: &'static Section| {
        let one = |key: &Key| InForce {
            key: key.path,
            value: value(section, key, config),
            default: value(section, key, &defaults),
            origin: origins.of(key.path).clone(),
            is_live: key.is_live,
            unit: key.allowed.first().map(|allowed| allowed.unit),
            about: about(key),
        };
        section.keys.iter().map(one).collect::<Vec<_>>()
    };
    SECTIONS.iter().flat_map(of_section).collect()
}

/// Every setting by its key, with its value as it would stand in a file.
pub fn shown(config: &Config) -> BTreeMap<&'static str, String> {
    let of_section = |section: &'static Section| {
        let one = |key: &'static Key| (key.path, value(section, key, config));
        section.keys.iter().map(one)
    };
    SECTIONS.iter().flat_map(of_section).collect()
}

/// What follows `key = ` in a file; of a list of tables, the tables themselves.
fn value(section: &Section, key: &Key, config: &Config) -> String {
    let lines = lines(section, key, config).join("\n");
    let start = format!("{} = ", key.name);
    lines.strip_prefix(&start).unwrap_or(&lines).to_owned()
}

fn about(key: &Key) -> String {
    let lines: Vec<&str> = key.about.iter().map(|line| line.trim()).collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_told_as_it_would_stand_in_a_file() {
        let variable = (
            "PORTCULLIS_SERVER__DRAIN_SECONDS".to_owned(),
            "7".to_owned(),
        );
        let loaded = Config::load(None, [variable].into_iter()).unwrap();
        let settings = settings_in_force(&loaded.config, &loaded.origins);
        let of = |key: &str| settings.iter().find(|one| one.key == key).unwrap();
        let drain = of("server.drain_seconds");
        assert_eq!((&*drain.value, &*drain.default), ("7", "25"));
        assert_eq!((drain.unit, drain.is_live), (Some("seconds"), false));
        assert!(matches!(drain.origin, Origin::Environment { .. }));
        assert!(drain.about.starts_with("Seconds that open requests have"));
        assert_eq!(of("ledger.durability").value, "\"power\"");
        assert_eq!(of("metrics.token_file").value, "\"\"");
        assert!(
            of("subscriptions.tiers")
                .value
                .contains("[[subscriptions.tiers]]\nname = ")
        );
        let keys: Vec<&str> = loaded.origins.iter().map(|(key, _)| key).collect();
        let told: Vec<&str> = settings.iter().map(|one| one.key).collect();
        assert_eq!(told, keys);
    }
}
