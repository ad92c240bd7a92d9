//! What was decided, counted: the writer's part.
//!
//! The counts are a fold of the log: they are written together with the number of the last record
//! that is in them, so that a start knows exactly which records to fold in still.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{CachedStatement, ToSql};
use serde::Deserialize;

use super::error::StoreError;
use super::load::text;
use super::write::Writer;
use crate::domain::check::Reason;
use crate::domain::id::CustomerId;
use crate::domain::record::RecordKind;
use crate::domain::text::{Action, AgentId};
use crate::domain::time::Timestamp;

/// Under which name it is noted up to which record the log is counted.
const THROUGH: &str = "metered_through";

const MINUTES_PER_HOUR: i64 = 60;
const MINUTES_PER_DAY: i64 = 24 * MINUTES_PER_HOUR;
/// How long minutes are kept.
const KEEP_MINUTES: i64 = 8 * MINUTES_PER_DAY;
/// How long hours are kept.
const KEEP_HOURS: i64 = 35 * 24;
/// The most of either that one transaction forgets, so that a long pause is no long transaction.
const FORGET_MINUTES: i64 = 12 * MINUTES_PER_HOUR;
const FORGET_HOURS: i64 = 24;

/// What is counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MeterKey {
    /// When, in minutes since 1970.
    pub minute: i64,
    /// Whose agent asked.
    pub customer: CustomerId,
    /// The agent; none where there is no such agent.
    pub agent: Option<AgentId>,
    /// What it wanted to do.
    pub action: Action,
    /// Why it was answered so; the result follows from it.
    pub reason: Reason,
}

impl MeterKey {
    /// Where a decision counts.
    pub fn new(
        at: Timestamp,
        customer: CustomerId,
        agent: &AgentId,
        action: &Action,
        reason: Reason,
    ) -> Self {
        Self {
            minute: at.as_seconds().div_euclid(60),
            customer,
            // Whatever a caller makes up is no agent, and would be kept for ever.
            agent: (reason != Reason::AgentNotFound).then(|| agent.clone()),
            action: action.clone(),
            reason,
        }
    }
}

/// How often each.
pub type MeterCounts = HashMap<MeterKey, u64>;

/// What of a record is counted.
#[derive(Deserialize)]
struct Decided<'a> {
    #[serde(borrow)]
    action: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    agent_id: Option<std::borrow::Cow<'a, str>>,
    at: Timestamp,
    customer_id: Option<CustomerId>,
    kind: RecordKind,
    #[serde(borrow)]
    reason: Option<std::borrow::Cow<'a, str>>,
}

impl Decided<'_> {
    /// Where it counts; a change counts nowhere.
    fn key(&self) -> Option<Result<MeterKey, &'static str>> {
        if self.kind != RecordKind::Decision {
            return None;
        }
        let reason = self.reason.as_deref().and_then(Reason::from_word);
        let (Some(customer), Some(agent), Some(reason)) =
            (self.customer_id, self.agent_id.as_deref(), reason)
        else {
            return Some(Err(
                "a decision names a customer, an agent and a known reason",
            ));
        };
        let (agent, action) = (
            AgentId::from_stored(agent),
            Action::from_stored(&self.action),
        );
        Some(Ok(MeterKey::new(
            self.at, customer, &agent, &action, reason,
        )))
    }
}

impl Writer {
    /// Up to which record the log is counted.
    pub fn metered_through(&self) -> Result<u64, StoreError> {
        let noted = self.connection.query_row(
            "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM meta WHERE name = ?1",
            [THROUGH],
            |row| row.get::<_, i64>(0),
        );
        noted
            .map(i64::cast_unsigned)
            .map_err(StoreError::sqlite("cannot read how far the log is counted"))
    }

    /// Counts the records after that one, at most so many; gives the number of the last one.
    pub fn meter_log(
        &self,
        after: u64,
        at_most: u64,
        counts: &mut MeterCounts,
    ) -> Result<u64, StoreError> {
        let reading = StoreError::sqlite("cannot count the log");
        let mut last = after;
        let mut wrong = None;
        let mut run = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT seq, record FROM audit_records WHERE seq > ?1 ORDER BY seq LIMIT ?2",
            )?;
            let mut rows = statement.query([after.cast_signed(), at_most.cast_signed()])?;
            while let Some(row) = rows.next()? {
                let seq = row.get::<_, i64>(0)?.cast_unsigned();
                let decided = serde_json::from_str::<Decided<'_>>(text(row, 1)?);
                let key = decided.map(|decided| decided.key());
                match key {
                    Ok(None) => {}
                    Ok(Some(Ok(key))) => *counts.entry(key).or_default() += 1,
                    Ok(Some(Err(why))) => wrong = Some((seq, why.to_owned())),
                    Err(error) => wrong = Some((seq, error.to_string())),
                }
                last = seq;
            }
            Ok(())
        };
        run().map_err(reading)?;
        match wrong {
            Some((seq, why)) => Err(StoreError::Unreadable {
                what: "a record to count",
                why: format!("number {seq}: {why}"),
            }),
            None => Ok(last),
        }
    }

    /// Adds counts, and notes the last record that is in them; belongs inside a batch.
    pub fn meter(&mut self, counts: &MeterCounts, through: u64) -> Result<(), StoreError> {
        // In the order of the tables: neighbours lie on one page.
        let mut days: BTreeMap<(i64, i64, &str, &str, &str), u64> = BTreeMap::new();
        let mut hours: BTreeMap<(i64, i64, &str), u64> = BTreeMap::new();
        let mut minutes: BTreeMap<(i64, &str), u64> = BTreeMap::new();
        for (key, count) in counts {
            let customer = self.customer_number(key.customer)?;
            let agent = key.agent.as_ref().map_or("", AgentId::as_str);
            let (action, reason) = (key.action.as_str(), key.reason.word());
            let (day, hour) = (
                key.minute.div_euclid(MINUTES_PER_DAY),
                key.minute.div_euclid(MINUTES_PER_HOUR),
            );
            *days
                .entry((day, customer, agent, action, reason))
                .or_default() += count;
            *hours.entry((hour, customer, reason)).or_default() += count;
            *minutes.entry((key.minute, reason)).or_default() += count;
        }
        let mut upsert = self.prepare(
            "INSERT INTO metered_daily (day, customer_no, agent_id, action, reason, count)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET count = count + excluded.count",
        )?;
        for ((day, customer, agent, action, reason), count) in &days {
            add(&mut upsert, &[day, customer, agent, action, reason], *count)?;
        }
        drop(upsert);
        let mut upsert = self.prepare(
            "INSERT INTO activity_hours (hour, customer_no, reason, count) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET count = count + excluded.count",
        )?;
        for ((hour, customer, reason), count) in &hours {
            add(&mut upsert, &[hour, customer, reason], *count)?;
        }
        drop(upsert);
        let mut upsert = self.prepare(
            "INSERT INTO activity_minutes (minute, reason, count) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET count = count + excluded.count",
        )?;
        for ((minute, reason), count) in &minutes {
            add(&mut upsert, &[minute, reason], *count)?;
        }
        drop(upsert);
        self.set_meta(THROUGH, &through.to_string())
    }

    /// Forgets minutes and hours that are kept no longer; belongs inside a batch. What is counted by
    /// day stays.
    pub fn forget_activity(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let minute = now.as_seconds().div_euclid(60);
        let hour = minute.div_euclid(MINUTES_PER_HOUR);
        for (sql, before, at_most) in [
            (
                "DELETE FROM activity_minutes
                 WHERE minute < min(?1, (SELECT min(minute) FROM activity_minutes) + ?2)",
                minute - KEEP_MINUTES,
                FORGET_MINUTES,
            ),
            (
                "DELETE FROM activity_hours
                 WHERE hour < min(?1, (SELECT min(hour) FROM activity_hours) + ?2)",
                hour - KEEP_HOURS,
                FORGET_HOURS,
            ),
        ] {
            let mut delete = self.prepare(sql)?;
            delete
                .execute([before, at_most])
                .map_err(StoreError::sqlite("cannot forget old activity"))?;
        }
        Ok(())
    }
}

fn add(upsert: &mut CachedStatement<'_>, key: &[&dyn ToSql], count: u64) -> Result<(), StoreError> {
    let count = count.cast_signed();
    let mut values = key.to_vec();
    values.push(&count);
    upsert
        .execute(&values[..])
        .map_err(StoreError::sqlite("cannot count what was decided"))?;
    Ok(())
}
