//! What was decided lately, step by step.

use super::{App, Error};
use crate::domain::check::{Outcome, Reason};
use crate::domain::id::CustomerId;
use crate::domain::time::Timestamp;
use crate::ledger::{BusyAgent, Steps};

/// How far back a question goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// An hour, by the minute; of all customers together only.
    Hour,
    /// A day, by the quarter of an hour; of one customer, by the hour.
    Day,
    /// A week, by the hour.
    Week,
}

impl Span {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
        }
    }
}

/// How many checks came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// Those that were approved.
    pub approved: u64,
    /// Those that were denied, the held ones apart.
    pub denied: u64,
    /// Those that wait for a person.
    pub held: u64,
}

impl Outcomes {
    /// All of them.
    pub fn checks(self) -> u64 {
        self.approved + self.denied + self.held
    }

    /// These and others.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            approved: self.approved + other.approved,
            denied: self.denied + other.denied,
            held: self.held + other.held,
        }
    }

    pub(super) fn add(&mut self, outcome: Outcome, count: u64) {
        match outcome {
            Outcome::Approved => self.approved += count,
            Outcome::Denied => self.denied += count,
            Outcome::Held => self.held += count,
        }
    }
}

/// What was decided lately.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Seconds in a step.
    pub step_seconds: u64,
    /// When the first step began; the last one is under way.
    pub from: Timestamp,
    /// Every step with its start.
    pub points: Vec<(Timestamp, Outcomes)>,
    /// All steps together.
    pub totals: Outcomes,
    /// The reasons, the most frequent first.
    pub reasons: Vec<(String, u64)>,
    /// The customers with the most checks since `customers_since`.
    pub busiest_customers: Vec<(CustomerId, u64)>,
    /// The start of the hour from which customers are ranked; nothing where there are too many to
    /// rank, or where one was asked about.
    pub customers_since: Option<Timestamp>,
    /// The agents with the most checks since `agents_since`.
    pub busiest_agents: Vec<BusyAgent>,
    /// The start of the day from which agents are ranked; nothing where there are too many to rank.
    pub agents_since: Option<Timestamp>,
}

impl App {
    /// What was decided lately about a customer's agents, or about all, up to the last answer.
    /// Blocks on the database.
    pub fn activity(
        &self,
        customer: Option<CustomerId>,
        span: Span,
        now: Timestamp,
    ) -> Result<Activity, Error> {
        let (minutes, count) = match (span, customer) {
            (Span::Hour, Some(_)) => {
                return Err(Error::BadParameter {
                    name: "span".to_owned(),
                    message: "must be `day` or `week` for one customer".to_owned(),
                });
            }
            (Span::Hour, None) => (1, 60),
            (Span::Day, None) => (15, 96),
            (Span::Day, Some(_)) => (60, 24),
            (Span::Week, _) => (60, 168),
        };
        let current = now.as_seconds().div_euclid(60 * minutes);
        let steps = Steps {
            first_minute: (current + 1 - count) * minutes,
            minutes,
            count,
        };
        // On a full disk it is what was counted before that, which is all that was answered.
        self.wait_for_counts()?;
        let rows = self.ledger.reader().activity(customer, steps)?;

        let at = |minute: i64| Timestamp::from_micros(minute.saturating_mul(60_000_000));
        let mut points: Vec<(Timestamp, Outcomes)> = (0..count)
            .map(|step| (at(steps.first_minute + step * minutes), Outcomes::default()))
            .collect();
        let mut totals = Outcomes::default();
        let mut reasons: Vec<(String, u64)> = Vec::new();
        for cell in rows.cells {
            // What a newer version knew denied, as far as this one can tell.
            let reason = Reason::from_word(&cell.reason);
            let outcome = reason.map_or(Outcome::Denied, Reason::outcome);
            totals.add(outcome, cell.count);
            if let Some((_, point)) = points.get_mut(cell.step) {
                point.add(outcome, cell.count);
            }
            match reasons.iter_mut().find(|(known, _)| *known == cell.reason) {
                Some((_, sum)) => *sum += cell.count,
                None => reasons.push((cell.reason, cell.count)),
            }
        }
        reasons.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let from = at(steps.first_minute);
        Ok(Activity {
            step_seconds: minutes.unsigned_abs() * 60,
            from,
            points,
            totals,
            reasons,
            customers_since: rows
                .busiest_customers
                .as_ref()
                .map(|_| at(steps.first_minute.div_euclid(60) * 60)),
            busiest_customers: rows.busiest_customers.unwrap_or_default(),
            agents_since: rows.busiest_agents.as_ref().map(|_| from.day().starts_at()),
            busiest_agents: rows.busiest_agents.unwrap_or_default(),
        })
    }
}
