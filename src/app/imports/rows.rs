//! The rows of a file: what each asks for, and what is wrong with it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use sha2::{Digest as _, Sha256};

use super::MAX_ROWS;
use crate::domain::customer::Overrides;
use crate::domain::sheet::{BadSheet, Column, Row, read};
use crate::domain::text::{BadText, Email, Name, ZoneName};
use crate::domain::tier::Tier;
use crate::live::Live;
use std::sync::Arc;

const fn column(name: &'static str, is_needed: bool) -> Column {
    Column { name, is_needed }
}

/// The columns that a file of customers may have.
pub const COLUMNS: &[Column] = &[
    column("name", true),
    column("email", true),
    column("subscription_tier", false),
    column("time_zone", false),
    column("max_agents", false),
    column("max_requests_per_minute", false),
    column("max_api_keys", false),
    column("max_checks_per_month", false),
    column("price_usd_month", false),
];

/// Characters of a bad cell that are shown again.
const SHOWN: usize = 255;

/// What is wrong with one cell of a row, or with the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The column; `row` for what is wrong with the whole row.
    pub field: &'static str,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// A customer that a row asks for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) name: Name,
    pub(super) email: Email,
    pub(super) tier: Option<Box<str>>,
    pub(super) time_zone: ZoneName,
    pub(super) overrides: Overrides,
}

/// What can be shown of a row that asks for nothing.
#[derive(Debug, Clone)]
struct Bad {
    name: String,
    email: String,
    tier: String,
    errors: Vec<RowError>,
}

/// One row.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// Its line in the file.
    pub line: u32,
    content: Result<Wanted, Box<Bad>>,
    /// The line above that has the same address.
    same_as: Option<u32>,
}

impl ImportRow {
    /// What it asks for, if it reads well.
    pub(super) fn wanted(&self) -> Option<&Wanted> {
        self.content.as_ref().ok()
    }

    /// Its name, address and tier, as they stand in the file where they are wrong.
    pub fn shown(&self) -> [&str; 3] {
        match &self.content {
            Ok(wanted) => [
                wanted.name.as_str(),
                wanted.email.as_str(),
                wanted.tier.as_deref().unwrap_or_default(),
            ],
            Err(bad) => [&bad.name, &bad.email, &bad.tier],
        }
    }

    /// The tier that it would get on that state.
    pub(super) fn tier<'a>(&self, live: &'a Live) -> Option<&'a Arc<Tier>> {
        let tiers = live.tiers();
        let name = self.wanted()?.tier.as_deref();
        tiers.find(name.unwrap_or(tiers.registration_default()))
    }

    /// Whether anything is wrong with it, on that state.
    pub fn is_bad(&self, live: &Live) -> bool {
        let is_taken = |wanted: &Wanted| live.customer_by_email(&wanted.email).is_some();
        self.same_as.is_some() || self.wanted().is_none_or(is_taken) || self.tier(live).is_none()
    }

    /// All that is wrong with it, on that state.
    pub fn errors(&self, live: &Live) -> Vec<RowError> {
        let mut errors = Vec::new();
        let wanted = match &self.content {
            Ok(wanted) => Some(wanted),
            Err(bad) => {
                errors.clone_from(&bad.errors);
                None
            }
        };
        let mut wrong = |field, message: String| errors.push(RowError { field, message });
        if let Some(line) = self.same_as {
            wrong("email", format!("is the address in line {line} already"));
        } else if wanted.is_some_and(|wanted| live.customer_by_email(&wanted.email).is_some()) {
            wrong("email", "belongs to a customer already".to_owned());
        }
        let [_, _, tier] = self.shown();
        if !tier.is_empty() && live.tiers().find(tier).is_none() {
            let names = live.tiers().names();
            wrong("subscription_tier", format!("must be one of {names}"));
        }
        errors
    }
}

/// A file that was read.
#[derive(Debug)]
pub struct ImportFile {
    /// The columns that it has.
    pub columns: Vec<&'static str>,
    /// Its rows, in their order.
    pub rows: Vec<ImportRow>,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

impl ImportFile {
    /// Reads a file of customers.
    pub fn read(bytes: &[u8]) -> Result<Self, BadSheet> {
        let mut rows = Vec::new();
        let mut first_with: HashMap<Email, u32> = HashMap::new();
        let utc = ZoneName::from_stored("UTC");
        let columns = read(bytes, COLUMNS, MAX_ROWS, |line, cells, uneven| {
            let content = match uneven {
                None => wanted(cells, &utc),
                Some(message) => Err(Box::new(Bad {
                    name: shown(cells, "name"),
                    email: shown(cells, "email"),
                    // A cell more or less before it, and it is none.
                    tier: String::new(),
                    errors: vec![RowError {
                        field: "row",
                        message,
                    }],
                })),
            };
            let email = content.as_ref().ok().map(|wanted| wanted.email.clone());
            let same_as = email.and_then(|email| {
                let first = *first_with.entry(email).or_insert(line);
                (first != line).then_some(first)
            });
            rows.push(ImportRow {
                line,
                content,
                same_as,
            });
        })?;
        let digest = Sha256::digest(bytes);
        let sha256 = digest.iter().fold(String::new(), |mut text, byte| {
            // Writing to a string cannot fail.
            write!(text, "{byte:02x}").ok();
            text
        });
        Ok(Self {
            columns,
            rows,
            sha256,
        })
    }
}

/// What a row asks for, or all that is wrong with its cells.
fn wanted(cells: &Row<'_>, utc: &ZoneName) -> Result<Wanted, Box<Bad>> {
    let mut errors = Vec::new();
    let name = needed(cells, "name", Name::parse, &mut errors);
    let email = needed(cells, "email", Email::parse, &mut errors);
    let time_zone = match cells.get("time_zone") {
        Some(text) => kept("time_zone", ZoneName::parse(text), &mut errors),
        None => Some(utc.clone()),
    };
    let mut number = |field, range| number(cells, field, range, &mut errors);
    let small = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
    let overrides = Overrides {
        max_agents: small(number("max_agents", 0..=10_000_000)),
        max_requests_per_minute: small(number("max_requests_per_minute", 1..=10_000_000)),
        max_api_keys: small(number("max_api_keys", 0..=10_000_000)),
        max_checks_per_month: number("max_checks_per_month", 1..=1_000_000_000_000),
        price_usd_month: small(number("price_usd_month", 0..=10_000_000)),
    };
    match (name, email, time_zone) {
        (Some(name), Some(email), Some(time_zone)) if errors.is_empty() => Ok(Wanted {
            name,
            email,
            tier: cells.get("subscription_tier").map(Box::from),
            time_zone,
            overrides,
        }),
        _ => Err(Box::new(Bad {
            name: shown(cells, "name"),
            email: shown(cells, "email"),
            tier: shown(cells, "subscription_tier"),
            errors,
        })),
    }
}

/// A cell of a row that is bad, as far as it is shown.
fn shown(cells: &Row<'_>, field: &str) -> String {
    let cell = cells.get(field).unwrap_or_default();
    cell.chars().take(SHOWN).collect()
}

fn needed<T>(
    cells: &Row<'_>,
    field: &'static str,
    parse: impl FnOnce(&str) -> Result<T, BadText>,
    errors: &mut Vec<RowError>,
) -> Option<T> {
    if let Some(text) = cells.get(field) {
        return kept(field, parse(text), errors);
    }
    let message = "is required".to_owned();
    errors.push(RowError { field, message });
    None
}

fn kept<T>(
    field: &'static str,
    parsed: Result<T, BadText>,
    errors: &mut Vec<RowError>,
) -> Option<T> {
    let wrong = |error: BadText| {
        let message = error.to_string();
        errors.push(RowError { field, message });
    };
    parsed.map_err(wrong).ok()
}

fn number(
    cells: &Row<'_>,
    field: &'static str,
    range: RangeInclusive<u64>,
    errors: &mut Vec<RowError>,
) -> Option<u64> {
    let text = cells.get(field)?;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| range.contains(number));
    if let Some(number) = number.filter(|_| is_plain) {
        return Some(number);
    }
    let (least, most) = range.into_inner();
    let message = format!("must be a whole number from {least} to {most}, in digits alone");
    errors.push(RowError { field, message });
    None
}
