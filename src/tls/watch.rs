//! Whether the files changed, and whether it is time to say that a certificate expires.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::facts::{Facts, Fingerprint};
use crate::domain::time::Timestamp;

/// What the system says about the files: enough to see that one was replaced, written to, or given
/// another mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look(Vec<Option<[i64; 7]>>);

impl Look {
    pub(super) fn at<'p>(paths: impl Iterator<Item = &'p Path>) -> Self {
        Self(paths.map(look_at).collect())
    }
}

fn look_at(path: &Path) -> Option<[i64; 7]> {
    let meta = std::fs::metadata(path).ok()?;
    Some([
        meta.dev().cast_signed(),
        meta.ino().cast_signed(),
        meta.size().cast_signed(),
        meta.mtime(),
        meta.mtime_nsec(),
        meta.ctime(),
        meta.ctime_nsec(),
    ])
}

/// What was seen of the files, look by look.
#[derive(Debug)]
pub(super) struct Watch {
    /// The files that were read last, whether or not they could be used.
    read: Look,
    /// Others that were there at the last look, perhaps not yet written to their end.
    arriving: Option<Look>,
    /// The certificate that was spoken of last, and how many days it had then.
    reminded: Option<(Fingerprint, u64)>,
}

impl Watch {
    pub(super) fn new(read: Look) -> Self {
        Self {
            read,
            arriving: None,
            reminded: None,
        }
    }

    /// Notes what is being read now.
    pub(super) fn reads(&mut self, look: Look) {
        self.read = look;
        self.arriving = None;
    }

    /// Whether the files are others than those that were read and stayed so since the last look:
    /// a certificate and its key are two files, and nobody replaces both at one time.
    pub(super) fn is_to_be_read(&mut self, look: &Look) -> bool {
        if self.read == *look {
            self.arriving = None;
            return false;
        }
        let stayed = self.arriving.as_ref() == Some(look);
        self.arriving = Some(look.clone());
        stayed
    }

    /// The days that a certificate has left, when that is to be said now: once for each of the
    /// steps that it passed, and every day when it is over.
    pub(super) fn reminds(&mut self, facts: &Facts, now: Timestamp) -> Option<Step> {
        let step = Step::of(facts, now)?;
        let said = (facts.fingerprint, step.number());
        if self.reminded == Some(said) {
            return None;
        }
        self.reminded = Some(said);
        Some(step)
    }
}

/// How far a certificate has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It has fewer days left than so many.
    Within(u64),
    /// It has been over for so many days.
    Over(u64),
}

impl Step {
    /// The days at which something is said, the last first.
    const DAYS: [u64; 4] = [1, 7, 14, 30];

    pub(super) fn of(facts: &Facts, now: Timestamp) -> Option<Self> {
        if facts.is_over(now) {
            return Some(Self::Over(now.since(facts.not_after).as_secs() / 86_400));
        }
        let days = facts.left(now).as_secs() / 86_400;
        Self::DAYS
            .into_iter()
            .find(|step| days < *step)
            .map(Self::Within)
    }

    fn number(self) -> u64 {
        match self {
            Self::Within(days) => days,
            Self::Over(days) => days.saturating_add(1000),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const DAY: Duration = Duration::from_hours(24);

    fn facts() -> Facts {
        Facts {
            subject: String::new(),
            issuer: String::new(),
            names: Vec::new(),
            not_before: Timestamp::from_micros(0),
            not_after: Timestamp::from_micros(0).plus(DAY * 100),
            fingerprint: Fingerprint::of(b"x"),
        }
    }

    #[test]
    fn each_step_is_said_once_and_the_end_every_day() {
        let facts = facts();
        let mut watch = Watch::new(Look(Vec::new()));
        let mut said = Vec::new();
        for hours in 0..(103 * 24) {
            let now = Timestamp::from_micros(0).plus(Duration::from_hours(hours) + DAY / 48);
            if let Some(step) = watch.reminds(&facts, now) {
                said.push((hours / 24, step));
            }
        }
        assert_eq!(
            said,
            [
                (70, Step::Within(30)),
                (86, Step::Within(14)),
                (93, Step::Within(7)),
                (99, Step::Within(1)),
                (100, Step::Over(0)),
                (101, Step::Over(1)),
                (102, Step::Over(2)),
            ]
        );
    }

    #[test]
    fn files_are_read_when_they_have_settled() {
        let look = |size: i64| Look(vec![Some([size; 7])]);
        let mut watch = Watch::new(look(1));
        assert!(!watch.is_to_be_read(&look(1)));
        assert!(!watch.is_to_be_read(&look(2)), "just seen");
        assert!(!watch.is_to_be_read(&look(3)), "still moving");
        assert!(watch.is_to_be_read(&look(3)));
        watch.reads(look(3));
        assert!(!watch.is_to_be_read(&look(3)), "also when it was bad");
        assert!(!watch.is_to_be_read(&look(4)));
        assert!(!watch.is_to_be_read(&look(3)), "taken back");
        assert!(!watch.is_to_be_read(&look(4)), "and seen anew");
        assert!(watch.is_to_be_read(&look(4)));
    }
}
