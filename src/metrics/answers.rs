//! Answers by the kind of route, their class and their time: two additions to numbers of their own,
//! because a check passes here.

use std::sync::atomic::{AtomicU64, Ordering};

use super::reading::{Distribution, Labels, Reading, Values};

/// The kind of route that answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteGroup {
    /// Checks.
    Check,
    /// Everything else under `/api/` that customers use.
    Api,
    /// Operators, sign-in, setup.
    Operator,
    /// Health, readiness and metrics.
    Service,
    /// Pages and their files.
    Page,
    /// What is no route, and what was refused before one was found.
    Other,
}

impl RouteGroup {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Check,
        Self::Api,
        Self::Operator,
        Self::Service,
        Self::Page,
        Self::Other,
    ];

    /// Its word as a label.
    pub fn word(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Api => "api",
            Self::Operator => "operator",
            Self::Service => "service",
            Self::Page => "page",
            Self::Other => "other",
        }
    }
}

/// The first digit of a status, from 1.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];
/// Upper bounds of the buckets, in microseconds; what is above falls into one more.
const BOUNDS_MICROS: [u64; 14] = [
    100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000,
    2_500_000, 10_000_000,
];

#[derive(Debug, Default)]
struct OfGroup {
    classes: [AtomicU64; CLASSES.len()],
    buckets: [AtomicU64; BOUNDS_MICROS.len() + 1],
    sum_micros: AtomicU64,
}

/// What was answered since the start.
#[derive(Debug, Default)]
pub struct Answers {
    groups: [OfGroup; RouteGroup::ALL.len()],
}

impl Answers {
    /// Counts an answer.
    pub fn count(&self, group: RouteGroup, status: u16, took_micros: u64) {
        let Some(own) = self.groups.get(group as usize) else {
            return;
        };
        let add = |counter: Option<&AtomicU64>, number| {
            if let Some(counter) = counter {
                counter.fetch_add(number, Ordering::Relaxed);
            }
        };
        add(
            own.classes.get(usize::from(status / 100).wrapping_sub(1)),
            1,
        );
        let bucket = BOUNDS_MICROS.partition_point(|bound| *bound < took_micros);
        add(own.buckets.get(bucket), 1);
        add(Some(&own.sum_micros), took_micros);
    }

    /// As they stand.
    pub fn readings(&self) -> [Reading; 2] {
        let groups = || RouteGroup::ALL.into_iter().zip(&self.groups);
        let counts = groups().flat_map(|(group, own)| {
            CLASSES.iter().zip(&own.classes).map(move |(class, count)| {
                let labels: Labels = vec![("group", group.word()), ("class", class)];
                (labels, float(count.load(Ordering::Relaxed)))
            })
        });
        let times = groups().map(|(group, own)| {
            let bounds = BOUNDS_MICROS.iter().map(|micros| float(*micros) / 1e6);
            let counts = own
                .buckets
                .iter()
                .map(|count| count.load(Ordering::Relaxed));
            let spread = Distribution {
                sum_seconds: float(own.sum_micros.load(Ordering::Relaxed)) / 1e6,
                buckets: bounds.chain([f64::INFINITY]).zip(counts).collect(),
            };
            (vec![("group", group.word())], spread)
        });
        [
            Reading {
                name: "portcullis_http_responses",
                help: "Answers by the kind of route and the class of their status",
                values: Values::Counter(counts.collect()),
            },
            Reading {
                name: "portcullis_http_response_seconds",
                help: "Seconds from a request's arrival in the application to its answer",
                values: Values::Histogram(times.collect()),
            },
        ]
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a metric is a float; counts stay far below 2^53"
)]
fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_fall_into_their_class_and_bucket() {
        let answers = Answers::default();
        answers.count(RouteGroup::Check, 200, 100);
        answers.count(RouteGroup::Check, 200, 101);
        answers.count(RouteGroup::Check, 503, 99_000_000);
        // What no status is counts nowhere, and nothing breaks.
        answers.count(RouteGroup::Other, 0, 1);
        answers.count(RouteGroup::Other, 999, 1);
        let own = &answers.groups[0];
        let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        assert_eq!(
            own.classes.iter().map(load).collect::<Vec<_>>(),
            [0, 2, 0, 0, 1]
        );
        assert_eq!((load(&own.buckets[0]), load(&own.buckets[1])), (1, 1));
        assert_eq!(load(&own.buckets[BOUNDS_MICROS.len()]), 1);
        assert_eq!(load(&own.sum_micros), 99_000_201);
        for (place, group) in RouteGroup::ALL.into_iter().enumerate() {
            assert_eq!(group as usize, place);
        }
    }
}
