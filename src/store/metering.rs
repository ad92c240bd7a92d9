//! What was counted by day, to bill from: questions, on connections that cannot write.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::load::text;
use super::read::{Reader, UsageDay, usage_of};
use super::terms::{customer_terms_of, tier_terms_of};
use crate::domain::id::CustomerId;
use crate::domain::terms::Terms;
use crate::domain::time::Day;

/// How often it was decided so, on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeteredRow {
    /// Where it counts.
    pub key: MeteredKey,
    /// How often.
    pub count: u64,
}

/// Where a decision counts; in this order rows are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeteredKey {
    /// The UTC day.
    pub day: Day,
    /// Whose agent asked.
    pub customer: CustomerId,
    /// The agent; empty where there was no such agent.
    pub agent_id: String,
    /// What it wanted to do.
    pub action: String,
    /// The reason's word.
    pub reason: String,
}

/// Which rows are wanted.
#[derive(Debug, Clone)]
pub struct MeteringFilter {
    /// Only this customer's.
    pub customer: Option<CustomerId>,
    /// Only this agent's.
    pub agent_id: Option<String>,
    /// Only this action.
    pub action: Option<String>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Only what comes after this one.
    pub after: Option<MeteredKey>,
    /// How many at most.
    pub limit: usize,
}

/// What was counted on one day.
#[derive(Debug, Clone, Copy)]
pub struct Metered<'r> {
    /// The UTC day.
    pub day: Day,
    /// The agent; none where there was no such agent.
    pub agent_id: Option<&'r str>,
    /// What it wanted to do.
    pub action: &'r str,
    /// The reason's word.
    pub reason: &'r str,
    /// How often.
    pub count: u64,
}

/// What a customer's bill is made from, besides what was counted.
#[derive(Debug)]
pub struct Account {
    /// Its terms, and what the tiers offered.
    pub terms: Terms,
    /// Its calls day by day.
    pub usage: Vec<UsageDay>,
}

impl Reader {
    /// What a customer's bill for some days is made from, all of one moment. What was counted is
    /// handed on row by row.
    pub fn account(
        &self,
        customer: CustomerId,
        (from, to): (Day, Day),
        mut take: impl FnMut(Metered<'_>),
    ) -> Result<Account, StoreError> {
        let mut connection = self.connection()?;
        let mut read = || {
            let moment = connection.transaction()?;
            let terms = Terms::new(
                customer_terms_of(&moment, customer)?,
                tier_terms_of(&moment)?,
            );
            let usage = usage_of(&moment, customer, from, to)?;
            let number = customer_number(&moment, customer)?;
            let mut statement = moment.prepare_cached(
                "SELECT agent_id, action, reason, count FROM metered_daily
                 WHERE day = ?1 AND customer_no = ?2",
            )?;
            for day in from.number()..=to.number() {
                let mut rows = statement.query(params![day, number])?;
                while let Some(row) = rows.next()? {
                    take(Metered {
                        day: Day::from_number(day),
                        agent_id: Some(text(row, 0)?).filter(|agent| !agent.is_empty()),
                        action: text(row, 1)?,
                        reason: text(row, 2)?,
                        count: row.get::<_, i64>(3)?.cast_unsigned(),
                    });
                }
            }
            Ok(Account { terms, usage })
        };
        read().map_err(StoreError::sqlite("cannot read what a bill is made from"))
    }

    /// What was counted, in the order of the keys.
    pub fn metered(&self, filter: &MeteringFilter) -> Result<Vec<MeteredRow>, StoreError> {
        self.watched(|connection| {
            let moment = connection.unchecked_transaction()?;
            match filter.customer {
                Some(customer) => of_one(&moment, customer, filter),
                None => of_all(&moment, filter),
            }
        })
    }
}

/// The customer's number in the file; one that nobody has where it is not there.
fn customer_number(connection: &Connection, customer: CustomerId) -> rusqlite::Result<i64> {
    let mut statement = connection
        .prepare_cached("SELECT coalesce((SELECT no FROM customers WHERE id = ?1), 0)")?;
    statement.query_row([&customer.to_bytes()[..]], |row| row.get(0))
}

/// Day by day: between two days of one customer lie those of all others.
fn of_one(
    connection: &Connection,
    customer: CustomerId,
    filter: &MeteringFilter,
) -> rusqlite::Result<Vec<MeteredRow>> {
    let number = customer_number(connection, customer)?;
    let mut statement = connection.prepare_cached(
        "SELECT agent_id, action, reason, count FROM metered_daily
         WHERE day = ?1 AND customer_no = ?2 AND (agent_id, action, reason) > (?3, ?4, ?5)
           AND (?6 IS NULL OR agent_id = ?6) AND (?7 IS NULL OR action = ?7)
         ORDER BY agent_id, action, reason LIMIT ?8",
    )?;
    let after = filter.after.as_ref();
    let first = after.map_or(filter.from, |after| after.day.max(filter.from));
    let mut found = Vec::new();
    for day in first.number()..=filter.to.number() {
        let left = filter.limit.saturating_sub(found.len());
        if left == 0 {
            break;
        }
        let after = after.filter(|after| after.day.number() == day);
        let (agent, action, reason) = after.map_or(("", "", ""), |after| {
            (&*after.agent_id, &*after.action, &*after.reason)
        });
        let mut rows = statement.query(params![
            day,
            number,
            agent,
            action,
            reason,
            filter.agent_id,
            filter.action,
            i64::try_from(left).unwrap_or(i64::MAX),
        ])?;
        while let Some(row) = rows.next()? {
            found.push(MeteredRow {
                key: MeteredKey {
                    day: Day::from_number(day),
                    customer,
                    agent_id: row.get(0)?,
                    action: row.get(1)?,
                    reason: row.get(2)?,
                },
                count: row.get::<_, i64>(3)?.cast_unsigned(),
            });
        }
    }
    Ok(found)
}

fn of_all(connection: &Connection, filter: &MeteringFilter) -> rusqlite::Result<Vec<MeteredRow>> {
    let mut statement = connection.prepare_cached(
        "SELECT m.day, c.id, m.agent_id, m.action, m.reason, m.count
         FROM metered_daily m CROSS JOIN customers c ON c.no = m.customer_no
         WHERE (m.day, m.customer_no, m.agent_id, m.action, m.reason) > (?1, ?2, ?3, ?4, ?5)
           AND m.day <= ?6
           AND (?7 IS NULL OR m.agent_id = ?7) AND (?8 IS NULL OR m.action = ?8)
         ORDER BY m.day, m.customer_no, m.agent_id, m.action, m.reason LIMIT ?9",
    )?;
    let after = filter.after.as_ref();
    let start = match after {
        Some(after) if after.day >= filter.from => (
            after.day.number(),
            customer_number(connection, after.customer)?,
            &*after.agent_id,
            &*after.action,
            &*after.reason,
        ),
        Some(_) | None => (filter.from.number(), 0, "", "", ""),
    };
    let rows = statement.query_map(
        params![
            start.0,
            start.1,
            start.2,
            start.3,
            start.4,
            filter.to.number(),
            filter.agent_id,
            filter.action,
            i64::try_from(filter.limit).unwrap_or(i64::MAX),
        ],
        |row| {
            Ok(MeteredRow {
                key: MeteredKey {
                    day: Day::from_number(row.get(0)?),
                    customer: CustomerId::from_bytes(row.get(1)?),
                    agent_id: row.get(2)?,
                    action: row.get(3)?,
                    reason: row.get(4)?,
                },
                count: row.get::<_, i64>(5)?.cast_unsigned(),
            })
        },
    )?;
    rows.collect()
}
