//! Statements: what a customer's month costs and what it was used for, of one moment, from what is
//! on the disk. The price is that of each day as it was then.

use std::collections::HashMap;

use super::activity::Outcomes;
use super::{App, Error};
use crate::domain::check::{Outcome, Reason};
use crate::domain::customer::Customer;
use crate::domain::month::Month;
use crate::domain::terms::{Cents, Line, PricedDay, Terms, TierTerms, lines};
use crate::domain::time::{Day, Timestamp};
use crate::ledger::UsageDay;

/// Actions that a statement names; callers make their names up, so there may be any number.
pub const ACTIONS_NAMED: usize = 1000;
/// Agents that a statement names: some more than a tier has at a time, and in a month there may have been
/// any number.
pub const AGENTS_NAMED: usize = 10_000;

/// One day of a statement.
#[derive(Debug, Clone)]
pub struct StatementDay {
    /// The UTC day.
    pub day: Day,
    /// What it costs; nothing on a day without an active moment.
    pub priced: Option<PricedDay>,
    /// What was decided.
    pub outcomes: Outcomes,
}

/// A month as it is billed.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The month.
    pub month: Month,
    /// Its first day.
    pub from: Day,
    /// Its last day, or today while it lasts.
    pub to: Day,
    /// Whether it is over.
    pub is_final: bool,
    /// Days in a row with one price.
    pub lines: Vec<Line>,
    /// The sum of the lines that have an amount.
    pub total: Cents,
    /// Whether there are lines without an amount.
    pub has_unpriced_days: bool,
    /// What was decided.
    pub outcomes: Outcomes,
    /// Changes that were charged.
    pub changes: u64,
    /// Everything else that was charged.
    pub reads: u64,
    /// Day by day.
    pub days: Vec<StatementDay>,
    /// By agent, the busiest first, of which [`AGENTS_NAMED`] are named.
    pub agents: Vec<(Of, Outcomes)>,
    /// By action, the most frequent first, of which [`ACTIONS_NAMED`] are named.
    pub actions: Vec<(Of, Outcomes)>,
    /// The quota at its end, or now.
    pub quota: Option<u64>,
}

/// A month in a list.
#[derive(Debug, Clone)]
pub struct StatementSummary {
    /// The month.
    pub month: Month,
    /// Its first day.
    pub from: Day,
    /// Its last day, or today while it lasts.
    pub to: Day,
    /// Whether it is over.
    pub is_final: bool,
    /// Recorded checks.
    pub checks: u64,
    /// The tier of the last line.
    pub tier: Option<std::sync::Arc<str>>,
    /// The sum of the lines that have an amount.
    pub total: Cents,
    /// Whether there are lines without an amount.
    pub has_unpriced_days: bool,
}

/// The days of a month that are over or have begun.
#[derive(Clone, Copy)]
struct Span {
    month: Month,
    to: Day,
    is_final: bool,
}

impl Span {
    fn of(month: Month, now: Timestamp) -> Self {
        Self {
            month,
            to: month.last().min(now.day()),
            is_final: month < now.month(),
        }
    }
}

/// The months of which a customer has statements, the newest first.
pub fn months_of(customer: &Customer, now: Timestamp) -> impl Iterator<Item = Month> {
    let first = customer.created_at.month();
    let months = std::iter::successors(Some(now.month()), |month| Some(month.previous()));
    months.take_while(move |month| *month >= first)
}

/// What a row of a statement counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// What has this name.
    Named(String),
    /// All that is not named, together.
    Others,
    /// Agents that there were not.
    Nobody,
}

/// Counts by name.
#[derive(Default)]
struct ByName(HashMap<String, Outcomes>);

impl ByName {
    fn add(&mut self, name: &str, outcome: Outcome, count: u64) {
        // Most names come again and again.
        if let Some(outcomes) = self.0.get_mut(name) {
            outcomes.add(outcome, count);
        } else {
            let mut outcomes = Outcomes::default();
            outcomes.add(outcome, count);
            self.0.insert(name.to_owned(), outcomes);
        }
    }

    /// The busiest first, and at most so many by name: all others stand behind them, and what has no
    /// name at the end.
    fn ranked(mut self, named_at_most: usize) -> Vec<(Of, Outcomes)> {
        let nameless = self.0.remove("");
        let mut named: Vec<(String, Outcomes)> = self.0.into_iter().collect();
        named.sort_unstable_by(|(name, one), (other_name, other)| {
            let busier = other.checks().cmp(&one.checks());
            busier.then_with(|| name.cmp(other_name))
        });
        let others = named.split_off(named_at_most.min(named.len()));
        let has_others = !others.is_empty();
        let others = others.into_iter();
        let others = others.fold(Outcomes::default(), |sum, (_, one)| sum.with(one));
        let others = has_others.then_some((Of::Others, others));
        let named = named.into_iter().map(|(name, one)| (Of::Named(name), one));
        let nameless = nameless.map(|nameless| (Of::Nobody, nameless));
        named.chain(others).chain(nameless).collect()
    }
}

/// What was counted, gathered as it is read.
#[derive(Default)]
struct Gathered {
    days: HashMap<Day, Outcomes>,
    agents: ByName,
    actions: ByName,
    all: Outcomes,
}

impl Gathered {
    fn add(&mut self, row: crate::ledger::Metered<'_>) {
        // What a newer version knew denied, as far as this one can tell.
        let reason = Reason::from_word(row.reason);
        let outcome = reason.map_or(Outcome::Denied, Reason::outcome);
        // No agent has no name.
        self.agents
            .add(row.agent_id.unwrap_or_default(), outcome, row.count);
        self.actions.add(row.action, outcome, row.count);
        let day = self.days.entry(row.day);
        day.or_default().add(outcome, row.count);
        self.all.add(outcome, row.count);
    }
}

impl App {
    /// A customer's statement of a month. Blocks on the database.
    pub fn statement(&self, customer: &Customer, month: Month) -> Result<Statement, Error> {
        self.settle_counts()?;
        let now = self.now();
        if month > now.month() || month < customer.created_at.month() {
            return Err(Error::NotFound("statement"));
        }
        let span = Span::of(month, now);
        let mut gathered = Gathered::default();
        let days = (month.first(), span.to);
        let reader = self.ledger.reader();
        let account = reader.account(customer.id, days, |row| gathered.add(row))?;
        let priced = account.terms.days(month, span.to);
        let lines = lines(month, &priced);
        let mut priced: HashMap<Day, PricedDay> =
            priced.into_iter().map(|day| (day.day, day)).collect();
        let sum = |of: fn(&UsageDay) -> u64| account.usage.iter().map(of).sum();
        let end = month.ends_at().min(now);
        Ok(Statement {
            month,
            from: month.first(),
            to: span.to,
            is_final: span.is_final,
            total: total(&lines),
            has_unpriced_days: has_unpriced_days(&lines),
            lines,
            outcomes: gathered.all,
            changes: sum(|day| day.changes),
            reads: sum(|day| day.reads),
            days: month
                .days()
                .take_while(|day| *day <= span.to)
                .map(|day| StatementDay {
                    day,
                    priced: priced.remove(&day),
                    outcomes: gathered.days.get(&day).copied().unwrap_or_default(),
                })
                .collect(),
            agents: gathered.agents.ranked(AGENTS_NAMED),
            actions: gathered.actions.ranked(ACTIONS_NAMED),
            quota: account.terms.quota_before(end),
        })
    }

    /// What stands on a customer's statements of these months, in short. Blocks on the database.
    pub fn statement_summaries(
        &self,
        customer: &Customer,
        months: &[Month],
    ) -> Result<Vec<StatementSummary>, Error> {
        let offers = self.offers()?;
        self.summaries(customer, months, &offers)
    }

    /// What customers' statements of a month say, in short, with the customers. Blocks on the
    /// database.
    pub fn statements_of<'c>(
        &self,
        customers: impl Iterator<Item = &'c Customer>,
        month: Month,
    ) -> Result<Vec<(&'c Customer, StatementSummary)>, Error> {
        let offers = self.offers()?;
        let mut all = Vec::new();
        for customer in customers {
            let summaries = self.summaries(customer, &[month], &offers)?;
            all.extend(summaries.into_iter().map(|summary| (customer, summary)));
        }
        Ok(all)
    }

    fn offers(&self) -> Result<Vec<TierTerms>, Error> {
        Ok(self.ledger.reader().tier_terms()?)
    }

    fn summaries(
        &self,
        customer: &Customer,
        months: &[Month],
        offers: &[TierTerms],
    ) -> Result<Vec<StatementSummary>, Error> {
        let (reader, now) = (self.ledger.reader(), self.now());
        let terms = Terms::new(reader.customer_terms(customer.id)?, offers.to_vec());
        let summary = |month: &Month| {
            let span = Span::of(*month, now);
            let usage = reader.usage(customer.id, month.first(), span.to)?;
            let lines = lines(*month, &terms.days(*month, span.to));
            Ok(StatementSummary {
                month: span.month,
                from: month.first(),
                to: span.to,
                is_final: span.is_final,
                checks: usage.into_iter().map(UsageDay::checks).sum(),
                tier: lines.last().map(|line| std::sync::Arc::clone(&line.tier)),
                total: total(&lines),
                has_unpriced_days: has_unpriced_days(&lines),
            })
        };
        months.iter().map(summary).collect()
    }
}

fn total(lines: &[Line]) -> Cents {
    lines.iter().filter_map(|line| line.amount).sum()
}

fn has_unpriced_days(lines: &[Line]) -> bool {
    lines.iter().any(|line| line.amount.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_are_named_and_nothing_is_left_out() {
        let mut counted = ByName::default();
        for (name, count) in [("b", 3), ("a", 3), ("c", 9), ("", 5), ("d", 1)] {
            counted.add(name, Outcome::Approved, count - 1);
            counted.add(name, Outcome::Held, 1);
        }
        let checks = |named_at_most| -> Vec<(Of, u64)> {
            let counted = ByName(counted.0.clone());
            let ranked = counted.ranked(named_at_most).into_iter();
            ranked
                .map(|(of, outcomes)| (of, outcomes.checks()))
                .collect()
        };
        let named = |name: &str, checks| (Of::Named(name.to_owned()), checks);
        let all = [named("c", 9), named("a", 3), named("b", 3), named("d", 1)];
        let nobody = (Of::Nobody, 5);
        assert_eq!(checks(4)[..4], all);
        assert_eq!(checks(4).get(4), Some(&nobody));
        assert_eq!(checks(4).len(), 5);
        assert_eq!(
            checks(2),
            [named("c", 9), named("a", 3), (Of::Others, 4), nobody]
        );
        assert_eq!(ByName::default().ranked(2), []);
    }
}
