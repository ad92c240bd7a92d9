//! Statements: what a customer's month costs and what it was used for, of one moment, from what is
//! on the disk. The price is that of each day as it was then.

use std::collections::{BTreeMap, HashMap};

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
    /// By agent, the busiest first; without a name those that there were not.
    pub agents: Vec<(Option<String>, Outcomes)>,
    /// By action, the most frequent first; without a name all those beyond [`ACTIONS_NAMED`].
    pub actions: Vec<(Option<String>, Outcomes)>,
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

/// What was counted, gathered as it is read.
#[derive(Default)]
struct Gathered {
    days: HashMap<Day, Outcomes>,
    agents: BTreeMap<Option<String>, Outcomes>,
    actions: BTreeMap<Option<String>, Outcomes>,
    all: Outcomes,
}

impl Gathered {
    fn add(&mut self, row: crate::ledger::Metered<'_>) {
        // What a newer version knew denied, as far as this one can tell.
        let reason = Reason::from_word(row.reason);
        let outcome = reason.map_or(Outcome::Denied, Reason::outcome);
        let agent = self.agents.entry(row.agent_id.map(str::to_owned));
        agent.or_default().add(outcome, row.count);
        let action = self.actions.entry(Some(row.action.to_owned()));
        action.or_default().add(outcome, row.count);
        let day = self.days.entry(row.day);
        day.or_default().add(outcome, row.count);
        self.all.add(outcome, row.count);
    }
}

/// The busiest first, and at most so many by name: the others together stand at the end.
fn ranked(
    counted: BTreeMap<Option<String>, Outcomes>,
    named_at_most: usize,
) -> Vec<(Option<String>, Outcomes)> {
    let mut all: Vec<_> = counted.into_iter().collect();
    // What has no name comes last.
    all.sort_by_key(|(name, outcomes)| (name.is_none(), std::cmp::Reverse(outcomes.checks())));
    if all.len() > named_at_most {
        let rest = all.split_off(named_at_most).into_iter();
        let rest = rest.fold(Outcomes::default(), |sum, (_, one)| sum.with(one));
        all.push((None, rest));
    }
    all
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
            agents: ranked(gathered.agents, usize::MAX),
            actions: ranked(gathered.actions, ACTIONS_NAMED),
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
