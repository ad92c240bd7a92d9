//! How many checks a customer's month has had, and whether it may have another one.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{CustomerState, Live};
use crate::domain::id::CustomerId;
use crate::domain::month::Month;
use crate::domain::quota::{QuotaExceeded, reached};
use crate::domain::time::Timestamp;

const COUNT_BITS: u32 = 48;
const COUNT_MASK: u64 = (1 << COUNT_BITS) - 1;

/// The recorded checks of one month: a counter, not state. The month stands in the same word as
/// the count, so that nobody reads the count of another month. Only the ledger's writer adds.
#[derive(Debug, Default)]
pub struct MonthChecks(AtomicU64);

impl MonthChecks {
    /// The checks of that month; those of a month without any are none.
    pub fn of(&self, month: Month) -> u64 {
        let word = self.0.load(Ordering::Acquire);
        if word >> COUNT_BITS == u64::from(month.number()) {
            word & COUNT_MASK
        } else {
            0
        }
    }

    /// Adds checks that are on the disk.
    pub(crate) fn add(&self, month: Month, checks: u64) {
        self.set(month, self.of(month).saturating_add(checks));
    }

    fn set(&self, month: Month, checks: u64) {
        let word = u64::from(month.number()) << COUNT_BITS | checks.min(COUNT_MASK);
        self.0.store(word, Ordering::Release);
    }
}

impl Live {
    /// Sets the checks of a month to what was read back at the start. It is the month of the last
    /// record: later ones have had none.
    pub fn set_month_checks(&mut self, month: Month, checks: &HashMap<CustomerId, u64>) {
        for (id, count) in checks {
            if let Some(state) = self.customer(*id) {
                state.month_checks().set(month, *count);
            }
        }
    }

    /// The marks that a customer has reached in its month, the lowest first, and that nobody has
    /// noted.
    pub fn marks_due<'s>(
        &self,
        state: &'s CustomerState,
        now: Timestamp,
    ) -> impl Iterator<Item = u8> + 's {
        let month = now.month();
        let used = Some(state.month_checks().of(month)).filter(|used| *used > 0);
        let quota = || self.limits_of(state.customer()).max_checks_per_month;
        let both = used.and_then(|used| Some((used, quota()?)));
        let reached = both
            .into_iter()
            .flat_map(|(used, quota)| reached(used, quota));
        reached.filter(move |mark| {
            let mut noted = state.quota_notices(month);
            !noted.any(|notice| notice.percent == *mark)
        })
    }

    /// Whether a customer may have another check recorded, beyond those on the disk and `waiting`
    /// ones that are on the way there.
    pub fn within_quota(
        &self,
        state: &CustomerState,
        waiting: u64,
        now: Timestamp,
    ) -> Result<(), QuotaExceeded> {
        let Some(quota) = self.limits_of(state.customer()).max_checks_per_month else {
            return Ok(());
        };
        let used = state.month_checks().of(now.month());
        if used.saturating_add(waiting) < quota {
            return Ok(());
        }
        // A quota that an operator set outlives a move to another tier.
        let is_own = state.customer().overrides.max_checks_per_month.is_some();
        let more = self.tiers().with_more_checks(quota).filter(|_| !is_own);
        let more = more.map(|tier| Arc::clone(&tier.name));
        Err(QuotaExceeded::at(now, quota, more))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_at_nothing_and_keeps_its_count() {
        let (november, december): (Month, Month) =
            ("2026-11".parse().unwrap(), "2026-12".parse().unwrap());
        let checks = MonthChecks::default();
        assert_eq!(checks.of(november), 0);
        checks.add(november, 7);
        checks.add(november, 1);
        assert_eq!((checks.of(november), checks.of(december)), (8, 0));
        checks.add(december, 2);
        assert_eq!((checks.of(november), checks.of(december)), (0, 2));
        checks.add("9998-12".parse().unwrap(), COUNT_MASK);
        checks.add("9998-12".parse().unwrap(), 1);
        assert_eq!(checks.of("9998-12".parse().unwrap()), COUNT_MASK);
    }
}
