//! What was counted, to bill from.

use std::time::Duration;

use oneshot::RecvTimeoutError;

use super::queries::MAX_USAGE_DAYS;
use super::{App, Error};
use crate::domain::time::Day;
use crate::ledger::{MeteredRow, MeteringFilter, StoreError};

/// How long a question waits for the ledger to write down what it has counted. It does so with a batch,
/// in milliseconds, unless the disk hardly moves.
const COUNTED_WITHIN: Duration = Duration::from_secs(2);

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
        let is_settled = self.wait_for_counts()?;
        is_settled.then_some(()).ok_or(Error::Unavailable)
    }

    /// Waits until the decisions answered so far are counted in the store, and says whether they are.
    /// A question holds a thread meanwhile, so the ledger gets only so much time for it.
    pub(super) fn wait_for_counts(&self) -> Result<bool, Error> {
        let Some(settled) = self.ledger.settle_meter() else {
            return Ok(true);
        };
        match settled.recv_timeout(COUNTED_WITHIN) {
            Ok(is_settled) => Ok(is_settled),
            Err(RecvTimeoutError::Timeout) => Err(Error::Overloaded),
            Err(RecvTimeoutError::Disconnected) => Ok(false),
        }
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
