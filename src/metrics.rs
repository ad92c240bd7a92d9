//! What the program counts about itself, for `/metrics`. A leaf: any room but `domain` may count,
//! only `http` reads.

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric as _};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

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

/// All counters and histograms.
pub struct Metrics {
    registry: Registry,
    /// Checks recorded, by result and reason.
    pub checks: Family<CheckLabels, Counter>,
    /// Changes recorded, by action and result.
    pub changes: Family<ChangeLabels, Counter>,
    /// Seconds from a check's arrival in the queue to its recorded answer.
    pub check_seconds: Histogram,
    /// Seconds that a commit with its flush takes.
    pub commit_seconds: Histogram,
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
    /// Backups that could not be made.
    pub backup_failures: Counter,
    backup_last_success: Gauge,
    backup_last_size: Gauge,
}

/// A value read at the moment of asking.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// The metric's name without the program's prefix.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// Its value.
    pub value: f64,
}

impl Default for Metrics {
    fn default() -> Self {
        let seconds = || Histogram::new(exponential_buckets(0.000_1, 2.0, 16));
        let mut this = Self {
            registry: Registry::with_prefix("portcullis"),
            checks: Family::default(),
            changes: Family::default(),
            check_seconds: seconds(),
            commit_seconds: seconds(),
            batch_entries: Histogram::new(exponential_buckets(1.0, 2.0, 11)),
            redecided: Counter::default(),
            dropped: Counter::default(),
            overloaded: Counter::default(),
            rate_limited: Counter::default(),
            not_admitted: Counter::default(),
            backup_failures: Counter::default(),
            backup_last_success: Gauge::default(),
            backup_last_size: Gauge::default(),
        };
        let registry = &mut this.registry;
        registry.register("checks", "Checks recorded", this.checks.clone());
        registry.register(
            "changes",
            "Changes recorded, done or refused",
            this.changes.clone(),
        );
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
        this
    }
}

impl Metrics {
    /// Notes the newest backup: when it was made, in seconds since 1970, and its size.
    pub fn backup_succeeded(&self, at_seconds: i64, bytes: u64) {
        self.backup_last_success.set(at_seconds);
        self.backup_last_size
            .set(i64::try_from(bytes).unwrap_or(i64::MAX));
    }

    /// Everything in the text format of `OpenMetrics` 1.0, with the readings given.
    pub fn render(&self, readings: Vec<Reading>) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        let mut now = Registry::with_prefix("portcullis");
        now.register_collector(Box::new(Readings(readings)));
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

#[derive(Debug)]
struct Readings(Vec<Reading>);

impl prometheus_client::collector::Collector for Readings {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        for reading in &self.0 {
            let gauge = ConstGauge::new(reading.value);
            let metric =
                encoder.encode_descriptor(reading.name, reading.help, None, gauge.metric_type())?;
            gauge.encode(metric)?;
        }
        Ok(())
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
            .render(vec![Reading {
                name: "queue_entries",
                help: "waiting",
                value: 3.0,
            }])
            .unwrap();
        let line = "portcullis_checks_total{result=\"approved\",reason=\"all_checks_passed\"} 1";
        assert!(text.contains(line), "{text}");
        assert!(text.contains("portcullis_queue_entries 3.0"), "{text}");
        assert_eq!(text.matches("# EOF").count(), 1);
    }
}
