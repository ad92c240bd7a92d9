//! What the program counts about itself, for `/metrics`.
//!
//! Enters: counts from any room but `domain`, and values that `http` reads when it is asked. Leaves:
//! one text in the format of `OpenMetrics` 1.0. A leaf. Deliberately absent: anything that is sent
//! somewhere, anything per customer (their number has no bound), and locks on the way of a check.

mod answers;
mod process;
mod reading;
mod recent;

use std::time::{Duration, SystemTime};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

pub use answers::{Answers, RouteGroup};
pub use reading::{Distribution, Labels, Reading, Values};
pub use recent::Recent;

/// Labels of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct CheckLabels {
    /// `approved` or `denied`.
    pub result: &'static str,
    /// The reason code.
    pub reason: &'static str,
}

/// Labels of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct ChangeLabels {
    /// `<noun>.<verb>`.
    pub action: &'static str,
    /// `done` or `refused`.
    pub result: &'static str,
}

/// Labels of a message to the outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct MessageLabels {
    /// `email` or `webhook`.
    pub channel: &'static str,
}

/// All counters and histograms.
pub struct Metrics {
    registry: Registry,
    started_at: SystemTime,
    /// Answers by route and time.
    pub answers: Answers,
    /// Checks recorded, by result and reason.
    pub checks: Family<CheckLabels, Counter>,
    /// Changes recorded, by action and result.
    pub changes: Family<ChangeLabels, Counter>,
    /// Seconds from a check's arrival in the queue to its recorded answer.
    pub check_seconds: Histogram,
    /// Seconds that a commit with its flush takes.
    pub commit_seconds: Histogram,
    /// How long the last commits took.
    pub commits: Recent,
    /// Entries in one batch.
    pub batch_entries: Histogram,
    /// Checks decided again because the rules moved while they waited.
    pub redecided: Counter,
    /// Entries dropped: their caller was gone or they had waited too long.
    pub dropped: Counter,
    /// Entries turned away because the queue was full.
    pub overloaded: Counter,
    /// Calls turned away by a rate limit.
    pub rate_limited: Counter,
    /// Calls turned away because their credential did not admit them.
    pub not_admitted: Counter,
    /// Sign-ins and uses of setup links turned away because there were too many.
    pub logins_throttled: Counter,
    /// Messages to the outside that were taken, by channel.
    pub messages_sent: Family<MessageLabels, Counter>,
    /// Backups that could not be made.
    pub backup_failures: Counter,
    backup_last_success: Gauge,
    backup_last_size: Gauge,
    backup_interval: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let seconds = || Histogram::new(exponential_buckets(0.000_1, 2.0, 16));
        let mut this = Self {
            registry: Registry::with_prefix("portcullis"),
            started_at: SystemTime::now(),
            answers: Answers::default(),
            checks: Family::default(),
            changes: Family::default(),
            check_seconds: seconds(),
            commit_seconds: seconds(),
            commits: Recent::default(),
            batch_entries: Histogram::new(exponential_buckets(1.0, 2.0, 11)),
            redecided: Counter::default(),
            dropped: Counter::default(),
            overloaded: Counter::default(),
            rate_limited: Counter::default(),
            not_admitted: Counter::default(),
            logins_throttled: Counter::default(),
            messages_sent: Family::default(),
            backup_failures: Counter::default(),
            backup_last_success: Gauge::default(),
            backup_last_size: Gauge::default(),
            backup_interval: Gauge::default(),
        };
        this.register_families();
        let registry = &mut this.registry;
        registry.register(
            "check_seconds",
            "Seconds from a check's arrival in the ledger to its recorded answer",
            this.check_seconds.clone(),
        );
        registry.register(
            "commit_seconds",
            "Seconds that a commit with its flush takes",
            this.commit_seconds.clone(),
        );
        registry.register(
            "batch_entries",
            "Entries in one batch",
            this.batch_entries.clone(),
        );
        for (name, help, counter) in [
            (
                "redecided",
                "Checks decided again on newer rules",
                &this.redecided,
            ),
            (
                "dropped",
                "Entries whose caller was gone or that waited too long",
                &this.dropped,
            ),
            (
                "overloaded",
                "Entries turned away because the queue was full",
                &this.overloaded,
            ),
            (
                "rate_limited",
                "Calls turned away by a rate limit",
                &this.rate_limited,
            ),
            (
                "not_admitted",
                "Calls whose credential did not admit them",
                &this.not_admitted,
            ),
            (
                "logins_throttled",
                "Sign-ins and uses of setup links turned away because there were too many",
                &this.logins_throttled,
            ),
            (
                "backup_failures",
                "Backups that could not be made",
                &this.backup_failures,
            ),
        ] {
            registry.register(name, help, counter.clone());
        }
        registry.register(
            "backup_last_success_timestamp_seconds",
            "When the newest backup was made, in seconds since 1970; 0 when there is none",
            this.backup_last_success.clone(),
        );
        registry.register(
            "backup_last_size_bytes",
            "Size of the newest backup",
            this.backup_last_size.clone(),
        );
        registry.register(
            "backup_interval_seconds",
            "Seconds from one backup of the schedule to the next; 0 when there is no schedule",
            this.backup_interval.clone(),
        );
        this
    }
}

impl Metrics {
    /// What is counted by labels.
    fn register_families(&mut self) {
        let registry = &mut self.registry;
        registry.register("checks", "Checks recorded", self.checks.clone());
        registry.register(
            "changes",
            "Changes recorded, done or refused",
            self.changes.clone(),
        );
        registry.register(
            "messages_sent",
            "Letters that the relay took, and webhooks that the receiver took",
            self.messages_sent.clone(),
        );
    }

    /// Notes the newest backup: when it was made, in seconds since 1970, and its size.
    pub fn backup_succeeded(&self, at_seconds: i64, bytes: u64) {
        self.backup_last_success.set(at_seconds);
        self.backup_last_size
            .set(i64::try_from(bytes).unwrap_or(i64::MAX));
    }

    /// Notes what the schedule asks for; zero when there is none.
    pub fn backups_are_due_every(&self, every: Duration) {
        let seconds = i64::try_from(every.as_secs()).unwrap_or(i64::MAX);
        self.backup_interval.set(seconds);
    }

    /// Everything in the text format of `OpenMetrics` 1.0, with the readings given.
    pub fn render(&self, mut readings: Vec<Reading>) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        readings.extend(self.answers.readings());
        readings.extend(process::readings(self.started_at));
        let mut now = Registry::default();
        now.register_collector(Box::new(reading::Readings(readings)));
        let mut readings_text = String::new();
        encode(&mut readings_text, &now)?;
        // Each encoding ends with the end mark; the document has one.
        let end = "# EOF\n";
        Ok(format!(
            "{}{readings_text}",
            text.strip_suffix(end).unwrap_or(&text)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_and_readings_make_one_document() {
        let metrics = Metrics::default();
        let labels = CheckLabels {
            result: "approved",
            reason: "all_checks_passed",
        };
        metrics.checks.get_or_create(&labels).inc();
        let text = metrics
            .render(vec![
                Reading::gauge("portcullis_queue_entries", "waiting", 3.0),
                Reading {
                    name: "portcullis_kills",
                    help: "engaged",
                    values: Values::Gauge(vec![(vec![("level", "agent")], 2.0)]),
                },
            ])
            .unwrap();
        metrics.answers.count(RouteGroup::Check, 200, 300);
        let line = "portcullis_checks_total{result=\"approved\",reason=\"all_checks_passed\"} 1";
        assert!(text.contains(line), "{text}");
        assert!(text.contains("portcullis_queue_entries 3.0"), "{text}");
        assert!(
            text.contains("portcullis_kills{level=\"agent\"} 2.0"),
            "{text}"
        );
        assert!(text.contains("\nprocess_open_fds "), "{text}");
        let answered = "portcullis_http_responses_total{group=\"check\",class=\"2xx\"} 1";
        assert!(metrics.render(Vec::new()).unwrap().contains(answered));
        assert_eq!(text.matches("# EOF").count(), 1);
    }
}
