//! The clock: whether it can be right, and whether anything keeps it so.

use std::path::Path;
use std::time::Duration;

use super::finding::{Finding, Severity};
use super::system::output_of;
use crate::app::environment::SystemEnvironment;
use crate::domain::environment::Environment as _;
use crate::domain::time::Timestamp;

/// A clock that lies further before the last record is not believed by the ledger either.
const BEHIND_AT_MOST: Duration = Duration::from_hours(1);
/// A last record further ahead than this was made by a clock that was wrong.
const AHEAD_NOTED: Duration = Duration::from_secs(5);

/// The clock against itself and the last record, when there is one.
pub(in crate::cli) fn clock(last_record_at: Option<Timestamp>) -> Finding {
    judge(SystemEnvironment::default().now(), last_record_at)
}

fn judge(now: Timestamp, last_record_at: Option<Timestamp>) -> Finding {
    let name = "clock";
    let set = "set the clock; nothing is decided until it is right, see `Clock wrong` in \
               docs/OPERATIONS.md";
    if !now.is_plausible() {
        let found = format!("it says {now}, which cannot be");
        return Finding::new(name, Severity::Problem, found, set);
    }
    let Some(last) = last_record_at else {
        return Finding::ok(name, format!("it says {now}"));
    };
    let behind = last.since(now);
    let found = format!("it says {now}, and the last record was made at {last}");
    if behind >= BEHIND_AT_MOST {
        return Finding::new(name, Severity::Problem, found, set);
    }
    if behind >= AHEAD_NOTED {
        let remedy = "records keep the time of the last one until the clock has caught up";
        return Finding::new(name, Severity::Warning, found, remedy);
    }
    Finding::ok(name, found)
}

/// Whether something keeps the clock right, as far as that can be told without privileges.
pub(super) fn synchronisation() -> Finding {
    let name = "clock_sync";
    if !Path::new("/run/systemd/system").exists() {
        let remedy = "see that something keeps the clock right, such as chrony";
        let found = "cannot be told: no systemd here";
        return Finding::new(name, Severity::Note, found, remedy);
    }
    let answer = output_of(
        "timedatectl",
        &["show", "--property=NTPSynchronized", "--value"],
    );
    match answer.as_deref().map(str::trim) {
        Some("yes") => Finding::ok(name, "the clock is synchronised"),
        Some("no") => Finding::new(
            name,
            Severity::Warning,
            "the clock is not synchronised",
            "permissions and approvals end by this clock: set up chrony or systemd-timesyncd",
        ),
        Some(_) | None => Finding::new(
            name,
            Severity::Note,
            "cannot be told: `timedatectl` gave no answer",
            "see that something keeps the clock right, such as chrony",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_held_against_the_last_record() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = time("2026-11-22T16:00:00Z");
        let judged = |now, last: Option<&str>| judge(now, last.map(time)).severity;
        assert_eq!(
            judged(time("2024-12-31T23:59:59Z"), None),
            Severity::Problem
        );
        assert_eq!(judged(now, None), Severity::Ok);
        assert_eq!(judged(now, Some("2026-11-22T15:59:00Z")), Severity::Ok);
        assert_eq!(judged(now, Some("2026-11-22T16:00:06Z")), Severity::Warning);
        assert_eq!(judged(now, Some("2026-11-22T17:00:00Z")), Severity::Problem);
    }
}
