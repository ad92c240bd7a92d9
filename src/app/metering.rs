//! What was counted, to bill from.

use super::queries::MAX_USAGE_DAYS;
use super::{App, Error};
use crate::domain::time::Day;
use crate::ledger::{MeteredRow, MeteringFilter, StoreError};

impl App {
    /// What was counted by day, up to the last answer. Blocks on the database.
    pub fn metered(&self, filter: &MeteringFilter) -> Result<Vec<MeteredRow>, Error> {
        within_reach(filter.from, filter.to)?;
        self.settle_counts()?;
        match self.ledger.reader().metered(filter) {
            Err(StoreError::TooSlow) => Err(Error::BadParameter {
                name: "from".to_owned(),
                message: "must be later: there is too much to be searched for this in so many days"
                    .to_owned(),
            }),
            found => Ok(found?),
        }
    }

    /// What was decided and asked so far is counted in the store.
    pub(super) fn settle_counts(&self) -> Result<(), Error> {
        self.flush_usage();
        let settled = self.ledger.settle_meter();
        let is_settled = settled.is_none_or(|settled| settled.recv().unwrap_or(false));
        is_settled.then_some(()).ok_or(Error::Unavailable)
    }
}

fn within_reach(from: Day, to: Day) -> Result<(), Error> {
    if to < from || to.number() - from.number() > MAX_USAGE_DAYS {
        return Err(Error::BadParameter {
            name: "to".to_owned(),
            message: format!("must lie within {MAX_USAGE_DAYS} days after `from`"),
        });
    }
    Ok(())
}
