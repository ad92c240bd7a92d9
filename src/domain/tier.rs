//! Subscription tiers: what a customer may hold and use, and what it costs.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The numbers that a tier (or an override for one customer) sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// Agents that may exist at once.
    pub max_agents: u32,
    /// Charged calls per minute, all keys together.
    pub max_requests_per_minute: u32,
    /// Active API keys, agent keys apart.
    pub max_api_keys: u32,
    /// Recorded checks in a calendar month (UTC); `None` when there is no quota.
    pub max_checks_per_month: Option<u64>,
}

/// A capability that a tier must have before something can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Permissions with the effect `require_approval`.
    Approvals,
    /// Permissions with a condition.
    Conditions,
    /// Groups of agents.
    Groups,
    /// Exports of the audit log.
    AuditExport,
    /// Webhooks.
    Webhooks,
    /// Whole Cedar policies.
    Policies,
}

impl Feature {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approvals => "approvals",
            Self::Conditions => "conditions",
            Self::Groups => "groups",
            Self::AuditExport => "audit_export",
            Self::Webhooks => "webhooks",
            Self::Policies => "policies",
        }
    }

    /// Every one that something asks for, in the order in which tables name them.
    pub const ENFORCED: [Self; 2] = [Self::Approvals, Self::AuditExport];

    /// Its name for people; none while nothing asks for it. Those words are kept for later versions: a
    /// tier may name them, but nobody is shown them as something that the tier gives.
    pub fn title(self) -> Option<&'static str> {
        match self {
            Self::Approvals => Some("Human approvals"),
            Self::AuditExport => Some("Exports of the audit log"),
            Self::Conditions | Self::Groups | Self::Webhooks | Self::Policies => None,
        }
    }

    /// Whether anything asks for it yet.
    pub fn is_enforced(self) -> bool {
        self.title().is_some()
    }
}

/// One row of the pricing table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Its word in the API, for example `starter`.
    pub name: Arc<str>,
    /// Its name for people.
    pub title: Arc<str>,
    /// What a customer on it may hold and use.
    pub limits: Limits,
    /// US dollars a month; `None` when the price is agreed with an operator.
    pub price_usd_month: Option<u32>,
    /// The support that comes with it, for people.
    pub support: Arc<str>,
    /// What it unlocks, for the program.
    pub features: Vec<Feature>,
    /// What it offers, for people.
    pub feature_list: Vec<Arc<str>>,
}

impl Tier {
    /// Whether the tier unlocks the feature.
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    /// Whether its list for people has the words, in capitals or not.
    fn lists(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let mut list = self.feature_list.iter();
        list.any(|line| line.to_lowercase().contains(&words))
    }
}

/// The tiers on offer, cheapest first, those with a custom price last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiers {
    rows: Vec<Arc<Tier>>,
    self_service_max: Arc<str>,
    registration_default: Arc<str>,
}

/// Why a set of tiers cannot be offered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTiers {
    /// There is none.
    #[error("at least one tier is needed")]
    None,
    /// Two have the same name.
    #[error("tier `{0}` is there twice")]
    Twice(Arc<str>),
    /// A setting names a tier that is not there.
    #[error("`{setting}` names the tier `{name}`, which is not there")]
    Unknown {
        /// The setting.
        setting: &'static str,
        /// The name it has.
        name: Arc<str>,
    },
}

impl Tiers {
    /// Puts the tiers in order and checks the names that refer to them.
    pub fn new(
        mut tiers: Vec<Tier>,
        self_service_max: &str,
        registration_default: &str,
    ) -> Result<Self, BadTiers> {
        tiers.sort_by_key(|tier| tier.price_usd_month.map_or((1, 0), |price| (0, price)));
        name_what_opens(&mut tiers);
        let tiers: Vec<Arc<Tier>> = tiers.into_iter().map(Arc::new).collect();
        if tiers.is_empty() {
            return Err(BadTiers::None);
        }
        for (place, tier) in tiers.iter().enumerate() {
            if tiers
                .iter()
                .skip(place + 1)
                .any(|other| other.name == tier.name)
            {
                return Err(BadTiers::Twice(Arc::clone(&tier.name)));
            }
        }
        let this = Self {
            rows: tiers,
            self_service_max: self_service_max.into(),
            registration_default: registration_default.into(),
        };
        for (setting, name) in [
            ("subscriptions.self_service_max", &this.self_service_max),
            (
                "subscriptions.registration_default",
                &this.registration_default,
            ),
        ] {
            if this.find(name).is_none() {
                return Err(BadTiers::Unknown {
                    setting,
                    name: Arc::clone(name),
                });
            }
        }
        Ok(this)
    }

    /// The four built-in tiers.
    pub fn built_in() -> Self {
        let tier = |name: &str,
                    title: &str,
                    (agents, requests, keys, checks): (u32, u32, u32, Option<u64>),
                    price: Option<u32>,
                    support: &str,
                    features: &[Feature],
                    list: &[&str]| Tier {
            name: name.into(),
            title: title.into(),
            limits: Limits {
                max_agents: agents,
                max_requests_per_minute: requests,
                max_api_keys: keys,
                max_checks_per_month: checks,
            },
            price_usd_month: price,
            support: support.into(),
            features: features.to_vec(),
            feature_list: list.iter().map(|line| Arc::from(*line)).collect(),
        };
        let starter = [Feature::Approvals];
        let pro = [
            Feature::Approvals,
            Feature::Conditions,
            Feature::Groups,
            Feature::AuditExport,
            Feature::Webhooks,
        ];
        let enterprise = [
            Feature::Approvals,
            Feature::Conditions,
            Feature::Groups,
            Feature::AuditExport,
            Feature::Webhooks,
            Feature::Policies,
        ];
        Self {
            rows: vec![
                Arc::new(tier(
                    "free",
                    "Free",
                    (5, 10, 1, Some(10_000)),
                    Some(0),
                    "Community",
                    &[],
                    &[
                        "Allow and deny permissions",
                        "Kill switches",
                        "Tamper-evident audit log",
                    ],
                )),
                Arc::new(tier(
                    "starter",
                    "Starter",
                    (50, 100, 5, None),
                    Some(99),
                    "E-mail, two working days",
                    &starter,
                    &["Everything in Free", "Human approvals"],
                )),
                Arc::new(tier(
                    "pro",
                    "Pro",
                    (500, 1000, 20, None),
                    Some(499),
                    "E-mail, one working day",
                    &pro,
                    &["Everything in Starter", "Exports of the audit log"],
                )),
                Arc::new(tier(
                    "enterprise",
                    "Enterprise",
                    (5000, 10_000, 100, None),
                    None,
                    "Named contact",
                    &enterprise,
                    &["Everything in Pro", "Limits set per customer"],
                )),
            ],
            self_service_max: "pro".into(),
            registration_default: "starter".into(),
        }
    }

    /// In the order of the pricing table.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Tier>> {
        self.rows.iter()
    }

    /// The tier of that name.
    pub fn find(&self, name: &str) -> Option<&Arc<Tier>> {
        self.rows.iter().find(|tier| &*tier.name == name)
    }

    /// The tier that a registration gets when it names none.
    pub fn registration_default(&self) -> &str {
        &self.registration_default
    }

    /// Whether a customer may move itself onto the tier without an operator.
    pub fn is_self_service(&self, name: &str) -> bool {
        let place = |wanted: &str| self.rows.iter().position(|tier| &*tier.name == wanted);
        match (place(name), place(&self.self_service_max)) {
            (Some(wanted), Some(max)) => wanted <= max,
            (Some(_) | None, _) => false,
        }
    }

    /// The names, for a message.
    pub fn names(&self) -> String {
        let names: Vec<String> = self
            .rows
            .iter()
            .map(|tier| format!("`{}`", tier.name))
            .collect();
        names.join(", ")
    }

    /// The cheapest tier that has more of what `of` reads than `value`.
    pub fn with_more(&self, value: u32, of: fn(&Limits) -> u32) -> Option<&Arc<Tier>> {
        self.rows.iter().find(|tier| of(&tier.limits) > value)
    }

    /// The cheapest tier on which that many checks are not the end of a month.
    pub fn with_more_checks(&self, quota: u64) -> Option<&Arc<Tier>> {
        let has_more = |tier: &&Arc<Tier>| {
            let own = tier.limits.max_checks_per_month;
            own.is_none_or(|own| own > quota)
        };
        self.rows.iter().find(has_more)
    }

    /// The cheapest tier that has the feature.
    pub fn with_feature(&self, feature: Feature) -> Option<&Arc<Tier>> {
        self.rows.iter().find(|tier| tier.has(feature))
    }
}

/// Adds to each list for people the features that the tier opens and the list does not tell of: by
/// their names, or by the title of a tier above it that has them too ("Everything in Starter").
fn name_what_opens(tiers: &mut [Tier]) {
    for place in 0..tiers.len() {
        let (above, rest) = tiers.split_at_mut(place);
        let Some(tier) = rest.first_mut() else {
            continue;
        };
        for feature in Feature::ENFORCED {
            let Some(title) = feature.title().filter(|_| tier.has(feature)) else {
                continue;
            };
            let mut above = above.iter();
            let is_told = tier.lists(title)
                || above.any(|other| other.has(feature) && tier.lists(&other.title));
            if !is_told {
                tier.feature_list.push(title.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cheapest_first_custom_last() {
        let mut tiers: Vec<Tier> = Tiers::built_in()
            .iter()
            .map(|tier| Tier::clone(tier))
            .collect();
        tiers.reverse();
        let sorted = Tiers::new(tiers, "pro", "starter").unwrap();
        assert_eq!(sorted.names(), "`free`, `starter`, `pro`, `enterprise`");
        assert_eq!(sorted, Tiers::built_in());
    }

    #[test]
    fn refuses_what_does_not_hang_together() {
        let tiers: Vec<Tier> = Tiers::built_in()
            .iter()
            .map(|tier| Tier::clone(tier))
            .collect();
        let twice: Vec<Tier> = tiers.iter().chain(&tiers).cloned().collect();
        assert_eq!(
            Tiers::new(twice, "pro", "free"),
            Err(BadTiers::Twice("free".into()))
        );
        assert_eq!(Tiers::new(vec![], "pro", "free"), Err(BadTiers::None));
        assert!(Tiers::new(tiers, "gold", "free").is_err());
    }

    fn lists(tiers: &Tiers) -> Vec<Vec<&str>> {
        tiers
            .iter()
            .map(|tier| tier.feature_list.iter().map(|line| &**line).collect())
            .collect()
    }

    #[test]
    fn what_a_tier_opens_is_told_to_people() {
        let built_in = Tiers::built_in();
        let tiers: Vec<Tier> = built_in.iter().map(|tier| Tier::clone(tier)).collect();
        let again = Tiers::new(tiers.clone(), "pro", "starter").unwrap();
        assert_eq!(lists(&again), lists(&built_in), "nothing is missing there");
        let said = |features: [&[Feature]; 2], list: [&[&str]; 2]| {
            let mut pair = vec![tiers[1].clone(), tiers[2].clone()];
            for (place, tier) in pair.iter_mut().enumerate() {
                tier.features = features[place].to_vec();
                tier.feature_list = list[place].iter().map(|line| Arc::from(*line)).collect();
            }
            let tiers = Tiers::new(pair, "pro", "starter").unwrap();
            format!("{:?}", lists(&tiers))
        };
        let (asks, exports) = (
            [Feature::Approvals],
            [Feature::Approvals, Feature::AuditExport],
        );
        for (features, list, told) in [
            (
                [&asks[..], &exports[..]],
                [&["A desk"][..], &["All of Starter"][..]],
                r#"[["A desk", "Human approvals"], ["All of Starter", "Exports of the audit log"]]"#,
            ),
            // What another tier has is named only where that tier has it too.
            (
                [&[], &exports],
                [&[], &["Everything in Starter", "human approvals by a desk"]],
                r#"[[], ["Everything in Starter", "human approvals by a desk", "Exports of the audit log"]]"#,
            ),
            // What nothing asks for yet is not told.
            (
                [&[Feature::Groups], &[Feature::Policies]],
                [&[], &[]],
                "[[], []]",
            ),
        ] {
            assert_eq!(said(features, list), told);
        }
    }

    #[test]
    fn self_service_ends_where_it_says() {
        let tiers = Tiers::built_in();
        assert!(tiers.is_self_service("free") && tiers.is_self_service("pro"));
        assert!(!tiers.is_self_service("enterprise") && !tiers.is_self_service("gold"));
        assert_eq!(
            &*tiers
                .with_more(50, |limits| limits.max_agents)
                .unwrap()
                .name,
            "pro"
        );
        assert_eq!(
            &*tiers.with_feature(Feature::Policies).unwrap().name,
            "enterprise"
        );
    }
}
