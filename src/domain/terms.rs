//! What applied when: the terms that customers had and the prices that tiers had, and what a month
//! costs by them.
//!
//! A day costs the price of the dearest terms that the customer had at any moment of that UTC day
//! while it was active; a day on which it was inactive throughout costs nothing. Terms hold from
//! their moment on and up to the next ones', so a change at midnight is the new day's alone.

use std::cmp::Ordering;
use std::sync::Arc;

use super::customer::Customer;
use super::month::Month;
use super::tier::Tier;
use super::time::{Day, Timestamp};

/// A customer's terms from a moment on, until there are newer ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerTerms {
    /// From when on.
    pub since: Timestamp,
    /// The name of its tier.
    pub tier: Arc<str>,
    /// The price agreed with it, in US dollars a month, instead of the tier's.
    pub price_usd_month: Option<u32>,
    /// The quota agreed with it, instead of the tier's.
    pub max_checks_per_month: Option<u64>,
    /// Whether its keys worked.
    pub is_active: bool,
}

impl CustomerTerms {
    /// The terms that a customer has as it now stands.
    pub fn of(customer: &Customer) -> Self {
        Self {
            since: customer.updated_at,
            tier: Arc::clone(&customer.tier),
            price_usd_month: customer.overrides.price_usd_month,
            max_checks_per_month: customer.overrides.max_checks_per_month,
            is_active: customer.is_active,
        }
    }
}

/// What a tier offered from a moment on, until it offered something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierTerms {
    /// From when on.
    pub since: Timestamp,
    /// Its name in the API.
    pub tier: Arc<str>,
    /// Its name for people.
    pub title: Arc<str>,
    /// Its price, in US dollars a month; none where each customer's is agreed.
    pub price_usd_month: Option<u32>,
    /// Its monthly quota of checks.
    pub max_checks_per_month: Option<u64>,
}

impl TierTerms {
    /// What a tier offers from that moment on.
    pub fn of(tier: &Tier, since: Timestamp) -> Self {
        Self {
            since,
            tier: Arc::clone(&tier.name),
            title: Arc::clone(&tier.title),
            price_usd_month: tier.price_usd_month,
            max_checks_per_month: tier.limits.max_checks_per_month,
        }
    }
}

/// What one day costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedDay {
    /// The UTC day.
    pub day: Day,
    /// The tier of the dearest terms.
    pub tier: Arc<str>,
    /// Its title then.
    pub title: Arc<str>,
    /// The price, in US dollars a month; none where there was none yet.
    pub price_usd_month: Option<u32>,
}

/// Days in a row with one tier and one price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The tier.
    pub tier: Arc<str>,
    /// Its title on the last of the days.
    pub title: Arc<str>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// How many days.
    pub days: u32,
    /// US dollars a month.
    pub price_usd_month: Option<u32>,
    /// What the days cost: the price's share of the month, rounded half up; none without a price.
    pub amount: Option<Cents>,
}

/// An amount of money, in US cents; written `46.20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cents(pub u64);

impl std::fmt::Display for Cents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.map(|cents| cents.0).sum())
    }
}

/// All the terms that a customer's prices follow from.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    customer: Vec<CustomerTerms>,
    tiers: Vec<TierTerms>,
}

impl Terms {
    /// The terms in the order in which they came into force. A clock that was set back may have
    /// noted one with an earlier time than the one before: it holds from then on.
    pub fn new(mut customer: Vec<CustomerTerms>, mut tiers: Vec<TierTerms>) -> Self {
        let mut latest = Timestamp::default();
        for terms in &mut customer {
            latest = latest.max(terms.since);
            terms.since = latest;
        }
        latest = Timestamp::default();
        for terms in &mut tiers {
            latest = latest.max(terms.since);
            terms.since = latest;
        }
        Self { customer, tiers }
    }

    /// The first moment that the customer had terms.
    pub fn begin(&self) -> Option<Timestamp> {
        self.customer.first().map(|terms| terms.since)
    }

    /// The quota that was in force just before a moment.
    pub fn quota_before(&self, moment: Timestamp) -> Option<u64> {
        let mut latest_first = self.customer.iter().rev();
        let own = latest_first
            .find(|terms| terms.since < moment)
            .or(self.customer.first())?;
        let of_tier = || self.tiers.iter().filter(|terms| terms.tier == own.tier);
        let tier = of_tier().rev().find(|terms| terms.since < moment);
        let tier = tier.or_else(|| of_tier().next());
        own.max_checks_per_month
            .or_else(|| tier.and_then(|tier| tier.max_checks_per_month))
    }

    /// The days of a month that cost something, up to and including one.
    pub fn days(&self, month: Month, until: Day) -> Vec<PricedDay> {
        let days = month.days().take_while(|day| *day <= until);
        days.filter_map(|day| self.day(day)).collect()
    }

    /// What a day costs; nothing where the customer was inactive throughout, or not there.
    pub fn day(&self, day: Day) -> Option<PricedDay> {
        let (from, to) = (day.starts_at(), day.next().starts_at());
        let customers = self.customer.iter().map(|terms| terms.since);
        let tiers = self.tiers.iter().map(|terms| terms.since);
        let within = |since: &Timestamp| from < *since && *since < to;
        let changes = customers.chain(tiers).filter(within);
        std::iter::once(from)
            .chain(changes)
            .filter_map(|moment| Some((moment, self.at(day, moment)?)))
            .max_by(|(when, one), (later, other)| dearer(one, other).then_with(|| when.cmp(later)))
            .map(|(_, priced)| priced)
    }

    /// What holds at a moment.
    fn at(&self, day: Day, moment: Timestamp) -> Option<PricedDay> {
        let in_force = |terms: &&CustomerTerms| terms.since <= moment;
        let own = self.customer.iter().rev().find(in_force)?;
        if !own.is_active {
            return None;
        }
        let of_tier = || self.tiers.iter().filter(|terms| terms.tier == own.tier);
        // What was first noted of a tier held before, too: a customer cannot be on one that is not
        // offered.
        let tier = of_tier()
            .rev()
            .find(|terms| terms.since <= moment)
            .or_else(|| of_tier().next());
        let title = tier.map_or(&own.tier, |tier| &tier.title);
        Some(PricedDay {
            day,
            tier: Arc::clone(&own.tier),
            title: Arc::clone(title),
            price_usd_month: own
                .price_usd_month
                .or_else(|| tier.and_then(|tier| tier.price_usd_month)),
        })
    }
}

/// A price that is still to be agreed counts as dearer than any that is known.
fn dearer(one: &PricedDay, other: &PricedDay) -> Ordering {
    let rank = |day: &PricedDay| day.price_usd_month.map_or((1, 0), |price| (0, price));
    rank(one).cmp(&rank(other))
}

/// The lines of a month's statement.
pub fn lines(month: Month, days: &[PricedDay]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for day in days {
        let goes_on = |line: &&mut Line| {
            line.to.next() == day.day
                && line.tier == day.tier
                && line.price_usd_month == day.price_usd_month
        };
        if let Some(line) = lines.last_mut().filter(goes_on) {
            line.to = day.day;
            line.days += 1;
            line.title = Arc::clone(&day.title);
        } else {
            lines.push(Line {
                tier: Arc::clone(&day.tier),
                title: Arc::clone(&day.title),
                from: day.day,
                to: day.day,
                days: 1,
                price_usd_month: day.price_usd_month,
                amount: None,
            });
        }
    }
    for line in &mut lines {
        let price = line.price_usd_month;
        line.amount = price.map(|price| share(price, line.days, month.day_count()));
    }
    lines
}

/// `price × days ÷ days of the month`, rounded half up to a cent.
fn share(price_usd: u32, days: u32, of_days: u32) -> Cents {
    let cents = u64::from(price_usd) * 100 * u64::from(days);
    let of_days = u64::from(of_days.max(1));
    Cents((cents * 2 + of_days) / (of_days * 2))
}

#[cfg(test)]
mod tests;
