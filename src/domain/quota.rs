//! Monthly quotas of checks: how much is used up, and at which marks somebody is told.

use std::sync::Arc;

use super::id::CustomerId;
use super::month::Month;
use super::time::Timestamp;

/// Of a quota, in per cent: what is told, once in a month each.
pub const MARKS: [u8; 3] = [80, 95, 100];

/// A mark that a customer's month has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaNotice {
    /// The customer.
    pub customer_id: CustomerId,
    /// The month.
    pub month: Month,
    /// The mark, in per cent.
    pub percent: u8,
    /// When it was noted.
    pub at: Timestamp,
}

/// The marks that so many checks of a quota have reached.
pub fn reached(used: u64, quota: u64) -> impl Iterator<Item = u8> {
    let (used, quota) = (u128::from(used), u128::from(quota));
    MARKS
        .into_iter()
        .filter(move |mark| used * 100 >= quota * u128::from(*mark))
}

/// How much of a quota is used, in whole per cent rounded down; more than 100 where the quota was
/// lowered.
pub fn percent(used: u64, quota: u64) -> u64 {
    let percent = u128::from(used) * 100 / u128::from(quota.max(1));
    u64::try_from(percent).unwrap_or(u64::MAX)
}

/// The month's checks are used up: this one was neither decided nor recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the quota of {quota} checks in a month is used up until `{resets_at}`; {}",
    remedy(.more.as_deref())
)]
pub struct QuotaExceeded {
    /// The quota.
    pub quota: u64,
    /// When the next month begins.
    pub resets_at: Timestamp,
    /// True seconds until then, rounded up.
    pub retry_after_seconds: u64,
    /// A tier that has more.
    pub more: Option<Arc<str>>,
}

impl QuotaExceeded {
    /// What is said of a quota that is used up at that moment.
    pub fn at(now: Timestamp, quota: u64, more: Option<Arc<str>>) -> Self {
        let resets_at = now.month().ends_at();
        let wait = resets_at.since(now);
        Self {
            quota,
            resets_at,
            retry_after_seconds: wait.as_secs() + u64::from(wait.subsec_nanos() > 0),
            more,
        }
    }
}

fn remedy(more: Option<&str>) -> String {
    more.map_or_else(
        || "ask the operator of this appliance for more".to_owned(),
        |tier| format!("the tier `{tier}` has more"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_reached_and_not_before() {
        for (used, quota, marks) in [
            (0, 10_000, &[][..]),
            (7_999, 10_000, &[]),
            (8_000, 10_000, &[80]),
            (9_499, 10_000, &[80]),
            (9_500, 10_000, &[80, 95]),
            (9_999, 10_000, &[80, 95]),
            (10_000, 10_000, &[80, 95, 100]),
            (20_000, 10_000, &[80, 95, 100]),
            (0, 1, &[]),
            (1, 1, &[80, 95, 100]),
            (u64::MAX, u64::MAX, &[80, 95, 100]),
        ] {
            assert_eq!(reached(used, quota).collect::<Vec<_>>(), marks, "{used}");
        }
        assert_eq!(percent(9_999, 10_000), 99);
        assert_eq!(percent(15, 10), 150);
    }

    #[test]
    fn the_wait_is_true() {
        let now: Timestamp = "2026-12-31T23:59:57.500000Z".parse().unwrap();
        let over = QuotaExceeded::at(now, 5, Some("pro".into()));
        assert_eq!(over.retry_after_seconds, 3);
        assert_eq!(
            over.to_string(),
            "the quota of 5 checks in a month is used up until `2027-01-01T00:00:00.000000Z`; the \
             tier `pro` has more"
        );
    }
}
