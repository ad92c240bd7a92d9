//! What was decided, counted: questions, on connections that cannot write.

use std::time::{Duration, Instant};

use rusqlite::{Connection, Row};

use super::error::StoreError;
use super::read::Reader;
use crate::domain::id::CustomerId;

/// How long one question may hold a connection that others wait for.
const ANSWER_WITHIN: Duration = Duration::from_millis(500);
/// Steps of SQLite's machine between two looks at the clock; some tens of microseconds.
const OPERATIONS_BETWEEN_LOOKS: std::ffi::c_int = 10_000;
/// How many of the busiest are named.
const BUSIEST: i64 = 10;

/// The time that a question is about, in steps of equal length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The first minute, since 1970; of a customer's activity, the first of an hour.
    pub first_minute: i64,
    /// Minutes in a step; of a customer's activity, 60.
    pub minutes: i64,
    /// How many steps.
    pub count: i64,
}

impl Steps {
    fn last_minute(self) -> i64 {
        self.first_minute + self.minutes * self.count - 1
    }
}

/// How often it was decided so, in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityCell {
    /// The step, from 0.
    pub step: usize,
    /// The reason's word.
    pub reason: String,
    /// How often.
    pub count: u64,
}

/// One of the busiest agents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusyAgent {
    /// Whose it is.
    pub customer: CustomerId,
    /// The agent.
    pub agent_id: String,
    /// Checks about it.
    pub count: u64,
}

/// What was decided in a time.
#[derive(Debug, Clone, Default)]
pub struct ActivityRows {
    /// What there is, step by step; steps without any are left out.
    pub cells: Vec<ActivityCell>,
    /// The customers with the most checks in the hours that the time touches, the busiest first;
    /// asked of all customers only, and none where there are too many to be ranked in time.
    pub busiest_customers: Option<Vec<(CustomerId, u64)>>,
    /// The agents with the most checks on the days that the time touches, the busiest first; none
    /// where there are too many to be ranked in time.
    pub busiest_agents: Option<Vec<BusyAgent>>,
}

impl Reader {
    /// What was decided about a customer's agents, or about all, in a time. Of one moment: what is
    /// written meanwhile is in all of it or in none.
    pub fn activity(
        &self,
        customer: Option<CustomerId>,
        steps: Steps,
    ) -> Result<ActivityRows, StoreError> {
        let mut connection = self.connection()?;
        let until = Instant::now() + ANSWER_WITHIN;
        let is_late = move || Instant::now() > until;
        connection
            .progress_handler(OPERATIONS_BETWEEN_LOOKS, Some(is_late))
            .map_err(StoreError::sqlite("cannot watch a question"))?;
        let read = read(&mut connection, customer, steps);
        connection
            .progress_handler(0, None::<fn() -> bool>)
            .map_err(StoreError::sqlite("cannot end the watch over a question"))?;
        read.map_err(StoreError::sqlite("cannot read what was decided"))
    }
}

fn read(
    connection: &mut Connection,
    customer: Option<CustomerId>,
    steps: Steps,
) -> rusqlite::Result<ActivityRows> {
    let moment = connection.transaction()?;
    let hours = (
        steps.first_minute.div_euclid(60),
        steps.last_minute().div_euclid(60),
    );
    let days = (hours.0.div_euclid(24), hours.1.div_euclid(24));
    let mut rows = ActivityRows::default();
    let busiest = if let Some(id) = customer {
        rows.cells = cells_of(&moment, id, steps, hours)?;
        busiest_of(&moment, id, days)
    } else {
        rows.cells = cells(&moment, steps)?;
        rows.busiest_customers = in_time(busiest_customers(&moment, hours))?;
        busiest_agents(&moment, days)
    };
    rows.busiest_agents = in_time(busiest)?;
    Ok(rows)
}

/// What was found, if it was found before the time was over.
fn in_time<T>(found: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) => match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationInterrupted) => Ok(None),
            Some(_) | None => Err(error),
        },
    }
}

fn cells(connection: &Connection, steps: Steps) -> rusqlite::Result<Vec<ActivityCell>> {
    let mut statement = connection.prepare_cached(
        "SELECT (minute - ?1) / ?3, reason, sum(count) FROM activity_minutes
         WHERE minute BETWEEN ?1 AND ?2 GROUP BY 1, 2",
    )?;
    let asked = (steps.first_minute, steps.last_minute(), steps.minutes);
    let found = statement.query_map(asked, cell)?;
    found.collect()
}

fn cells_of(
    connection: &Connection,
    customer: CustomerId,
    steps: Steps,
    hours: (i64, i64),
) -> rusqlite::Result<Vec<ActivityCell>> {
    // Hour by hour: between two hours of one customer lie those of all others.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE hours (hour) AS
           (SELECT ?2 UNION ALL SELECT hour + 1 FROM hours WHERE hour < ?3)
         SELECT (h.hour - ?2) / ?4, reason, sum(count) FROM hours h CROSS JOIN activity_hours a
         WHERE a.hour = h.hour AND a.customer_no = (SELECT no FROM customers WHERE id = ?1)
         GROUP BY 1, 2",
    )?;
    let id = customer.to_bytes();
    let hours_per_step = (steps.minutes / 60).max(1);
    let found = statement.query_map((&id[..], hours.0, hours.1, hours_per_step), cell)?;
    found.collect()
}

fn cell(row: &Row<'_>) -> rusqlite::Result<ActivityCell> {
    let step = row.get::<_, i64>(0)?;
    Ok(ActivityCell {
        step: usize::try_from(step)
            .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, step))?,
        reason: row.get(1)?,
        count: row.get::<_, i64>(2)?.cast_unsigned(),
    })
}

fn busiest_customers(
    connection: &Connection,
    hours: (i64, i64),
) -> rusqlite::Result<Vec<(CustomerId, u64)>> {
    let mut statement = connection.prepare_cached(
        "SELECT c.id, b.count FROM
           (SELECT customer_no, sum(count) AS count FROM activity_hours
            WHERE hour BETWEEN ?1 AND ?2 GROUP BY customer_no ORDER BY 2 DESC, 1 LIMIT ?3) b
         JOIN customers c ON c.no = b.customer_no ORDER BY b.count DESC, c.no",
    )?;
    let found = statement.query_map((hours.0, hours.1, BUSIEST), |row| {
        let id = CustomerId::from_bytes(row.get(0)?);
        Ok((id, row.get::<_, i64>(1)?.cast_unsigned()))
    })?;
    found.collect()
}

fn busiest_agents(connection: &Connection, days: (i64, i64)) -> rusqlite::Result<Vec<BusyAgent>> {
    let mut statement = connection.prepare_cached(
        "SELECT c.id, b.agent_id, b.count FROM
           (SELECT customer_no, agent_id, sum(count) AS count FROM metered_daily
            WHERE day BETWEEN ?1 AND ?2 AND agent_id <> ''
            GROUP BY customer_no, agent_id ORDER BY 3 DESC, 1, 2 LIMIT ?3) b
         JOIN customers c ON c.no = b.customer_no ORDER BY b.count DESC, c.no, b.agent_id",
    )?;
    let found = statement.query_map((days.0, days.1, BUSIEST), |row| {
        Ok(BusyAgent {
            customer: CustomerId::from_bytes(row.get(0)?),
            agent_id: row.get(1)?,
            count: row.get::<_, i64>(2)?.cast_unsigned(),
        })
    })?;
    found.collect()
}

fn busiest_of(
    connection: &Connection,
    customer: CustomerId,
    days: (i64, i64),
) -> rusqlite::Result<Vec<BusyAgent>> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE days (day) AS
           (SELECT ?2 UNION ALL SELECT day + 1 FROM days WHERE day < ?3)
         SELECT m.agent_id, sum(m.count) FROM days d CROSS JOIN metered_daily m
         WHERE m.day = d.day AND m.agent_id <> ''
           AND m.customer_no = (SELECT no FROM customers WHERE id = ?1)
         GROUP BY m.agent_id ORDER BY 2 DESC, 1 LIMIT ?4",
    )?;
    let id = customer.to_bytes();
    let found = statement.query_map((&id[..], days.0, days.1, BUSIEST), |row| {
        Ok(BusyAgent {
            customer,
            agent_id: row.get(0)?,
            count: row.get::<_, i64>(1)?.cast_unsigned(),
        })
    })?;
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_ranked_in_time_is_left_out_and_the_rest_is_told() {
        let mut connection = Connection::open_in_memory().unwrap();
        let schema = include_str!("migrations/1-initial/up.sql");
        connection
            .execute_batch(&format!(
                "PRAGMA foreign_keys = OFF;
                 {schema};
                 INSERT INTO activity_minutes VALUES (600, 'all_checks_passed', 7);
                 WITH RECURSIVE n (no) AS (SELECT 1 UNION ALL SELECT no + 1 FROM n WHERE no < 2000)
                 INSERT INTO activity_hours SELECT 10, no, 'all_checks_passed', 1 FROM n;"
            ))
            .unwrap();
        let steps = Steps {
            first_minute: 600,
            minutes: 1,
            count: 60,
        };
        // Every statement that takes more steps than that is too long.
        connection.progress_handler(1000, Some(|| true)).unwrap();
        let rows = read(&mut connection, None, steps).unwrap();
        assert_eq!(rows.busiest_customers, None);
        assert_eq!(rows.busiest_agents, Some(Vec::new()));
        assert_eq!(rows.cells.len(), 1);
        assert_eq!((rows.cells[0].step, rows.cells[0].count), (0, 7));
    }
}
