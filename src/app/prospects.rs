//! A seller's list of prospects: which tier fits each, by the numbers in the list. Nothing is kept.

use crate::domain::recommend::{Demand, Recommendation, recommend};
use crate::domain::sheet::{BadSheet, Column, Row, read};
use crate::domain::text::{Email, bounded};
use crate::domain::tier::Tiers;

use super::imports::RowError;

/// Rows of one list at most.
pub const MAX_ROWS: usize = 10_000;

const fn column(name: &'static str, is_needed: bool) -> Column {
    Column { name, is_needed }
}

/// The columns that a list of prospects may have.
pub const COLUMNS: &[Column] = &[
    column("company", true),
    column("contact", false),
    column("email", false),
    column("agents_today", false),
    column("checks_per_month", false),
    column("peak_checks_per_minute", false),
    column("needs_approvals", false),
    column("next_step", false),
];

/// The numbers that a cell may hold.
const MOST: u64 = 1_000_000_000_000;

/// One prospect.
#[derive(Debug)]
pub struct Prospect {
    /// Its line in the list.
    pub line: u32,
    /// Its cells as they stand there, in the order of [`COLUMNS`].
    pub cells: Vec<String>,
    /// What is wrong with them; without a recommendation then.
    pub errors: Vec<RowError>,
    /// What the cells say is needed.
    pub demand: Demand,
    /// The tier that fits.
    pub recommendation: Option<Recommendation>,
}

/// Reads a list and finds the tier for each row.
pub fn prospects(bytes: &[u8], tiers: &Tiers) -> Result<Vec<Prospect>, BadSheet> {
    let mut found = Vec::new();
    read(bytes, COLUMNS, MAX_ROWS, |line, row, uneven| {
        found.push(match uneven {
            None => prospect(line, row, tiers),
            Some(message) => Prospect {
                line,
                cells: cells(row),
                errors: vec![RowError {
                    field: "row",
                    message,
                }],
                demand: Demand::default(),
                recommendation: None,
            },
        });
    })?;
    Ok(found)
}

fn prospect(line: u32, row: &Row<'_>, tiers: &Tiers) -> Prospect {
    let mut errors = Vec::new();
    let mut wrong = |field, message: String| errors.push(RowError { field, message });
    for (field, most) in [("company", 255), ("contact", 255), ("next_step", 2000)] {
        match row.get(field).map(|text| bounded(text, 1, most)) {
            Some(Err(error)) => wrong(field, error.to_string()),
            None if field == "company" => wrong(field, "is required".to_owned()),
            Some(Ok(_)) | None => {}
        }
    }
    if let Some(Err(error)) = row.get("email").map(Email::parse) {
        wrong("email", error.to_string());
    }
    let mut number = |field| {
        let text = row.get(field)?;
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<u64>().ok().filter(|_| is_plain);
        let number = number.filter(|number| *number <= MOST);
        if number.is_none() {
            let message = format!("must be a whole number from 0 to {MOST}, in digits alone");
            wrong(field, message);
        }
        number
    };
    let (agents, checks_per_month) = (number("agents_today"), number("checks_per_month"));
    let peak_checks_per_minute = number("peak_checks_per_minute");
    let said = row.get("needs_approvals").map(str::to_ascii_lowercase);
    let needs_approvals = match said.as_deref() {
        Some("yes" | "true" | "1") => true,
        Some("no" | "false" | "0") | None => false,
        Some(_) => {
            wrong("needs_approvals", "must be `yes` or `no`".to_owned());
            false
        }
    };
    let demand = Demand {
        agents,
        checks_per_month,
        peak_checks_per_minute,
        needs_approvals,
    };
    Prospect {
        line,
        cells: cells(row),
        recommendation: errors.is_empty().then(|| recommend(tiers, &demand)),
        errors,
        demand,
    }
}

/// What stands in the row, so that the list comes back whole, with what is wrong in it.
fn cells(row: &Row<'_>) -> Vec<String> {
    let cell = |column: &Column| row.get(column.name).unwrap_or_default().to_owned();
    COLUMNS.iter().map(cell).collect()
}
