//! Options for what is agreed with one customer: single limits and a price over its tier's.

use std::str::FromStr;

use clap::Args;
use serde_json::{Map, Value, json};

use super::members::insert;

#[derive(Debug, Args)]
pub(super) struct Terms {
    /// A limit of its own, or `tier` for the tier's
    #[arg(long, value_name = "LIMIT")]
    max_agents: Option<Limit>,
    /// A limit of its own, or `tier` for the tier's
    #[arg(long, value_name = "LIMIT")]
    max_requests_per_minute: Option<Limit>,
    /// A limit of its own, or `tier` for the tier's
    #[arg(long, value_name = "LIMIT")]
    max_api_keys: Option<Limit>,
    /// Checks a month of its own, or `tier` for the tier's
    #[arg(long, value_name = "LIMIT")]
    max_checks_per_month: Option<Limit>,
    /// An agreed price in US dollars a month, or `tier` for the tier's
    #[arg(long, value_name = "PRICE")]
    price_usd_month: Option<Limit>,
}

impl Terms {
    /// Adds the member `overrides` to a body where anything was given.
    pub(super) fn insert_into(self, body: &mut Map<String, Value>) {
        let mut overrides = Map::new();
        for (name, limit) in [
            ("max_agents", self.max_agents),
            ("max_requests_per_minute", self.max_requests_per_minute),
            ("max_api_keys", self.max_api_keys),
            ("max_checks_per_month", self.max_checks_per_month),
            ("price_usd_month", self.price_usd_month),
        ] {
            insert(&mut overrides, name, limit.map(|limit| json!(limit.0)));
        }
        if !overrides.is_empty() {
            body.insert("overrides".to_owned(), Value::Object(overrides));
        }
    }
}

/// A limit of the customer's own, or the tier's.
#[derive(Debug, Clone, Copy)]
struct Limit(Option<u64>);

impl FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "tier" {
            return Ok(Self(None));
        }
        let number = text.parse().map_err(|_| "give a number, or `tier`")?;
        Ok(Self(Some(number)))
    }
}
