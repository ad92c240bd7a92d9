//! Reading back: usage and the log; and the one record that says nothing but that it was written.

use super::{App, Caller, Draft, Error, Promise};
use crate::domain::id::CustomerId;
use crate::domain::time::Day;
use crate::ledger::{
    Accepted, LogFilter, LogPage, LogRow, RecordName, StoreError, UsageDay, WholeRecord,
};

/// The most days that one question about usage may span: ten years.
pub const MAX_USAGE_DAYS: i64 = 3660;

/// A customer's usage.
#[derive(Debug)]
pub struct Usage {
    /// Day by day; days without calls are left out.
    pub days: Vec<UsageDay>,
    /// All calls of this month so far.
    pub month_total: u64,
}

impl App {
    /// Writes a record that changes nothing: whether one can be written, and how fast.
    pub fn probe(&self, caller: &Caller) -> Promise<()> {
        let draft = Draft {
            action: "ledger.probe",
            ..Draft::default()
        };
        self.change(caller, draft, |_, _, _| {
            Ok(Accepted::done((), Vec::new(), serde_json::Value::Null))
        })
    }

    /// A customer's calls day by day, and this month's total. Blocks on the database.
    pub fn usage(&self, customer: CustomerId, from: Day, to: Day) -> Result<Usage, Error> {
        if to < from || to.number() - from.number() > MAX_USAGE_DAYS {
            let message = format!("must lie within {MAX_USAGE_DAYS} days after `from`");
            return Err(Error::BadParameter {
                name: "to".to_owned(),
                message,
            });
        }
        // What was counted in the last second belongs to the answer.
        self.flush_usage();
        let reader = self.ledger.reader();
        let today = self.now().day();
        let month = reader.usage(customer, today.first_of_month(), today)?;
        let month_total = month.into_iter().map(UsageDay::total).sum();
        Ok(Usage {
            days: reader.usage(customer, from, to)?,
            month_total,
        })
    }

    /// The newest records that the filter leaves. Blocks on the database.
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<LogRow>, Error> {
        Ok(self.ledger.reader().log(filter)?)
    }

    /// The same, and no more than fit into so many bytes.
    pub fn log_within(&self, filter: &LogFilter, max_bytes: usize) -> Result<LogPage, Error> {
        Ok(self.ledger.reader().log_within(filter, max_bytes)?)
    }

    /// The record of that name: among the customer's, or among all. Blocks on the database.
    pub fn record(
        &self,
        customer: Option<CustomerId>,
        name: &RecordName,
    ) -> Result<WholeRecord, Error> {
        let found = self.ledger.reader().record(customer, name);
        if matches!(found, Err(StoreError::TooSlow)) {
            return Err(Error::BadParameter {
                name: "record_id".to_owned(),
                message: "could not be found in time: name the record by its number".to_owned(),
            });
        }
        found?.ok_or(Error::NotFound("record"))
    }
}
