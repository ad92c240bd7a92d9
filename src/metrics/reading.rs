//! Values that are read at the moment of asking, and how they are written.

use prometheus_client::collector::Collector;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;

/// Names with their values, such as `("level", "agent")`.
pub type Labels = Vec<(&'static str, &'static str)>;

/// A metric read at the moment of asking: its values, by their labels.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its whole name; that of a counter without `_total`.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// Its values.
    pub values: Values,
}

/// The values of a metric.
#[derive(Debug, Clone)]
pub enum Values {
    /// What goes up and down.
    Gauge(Vec<(Labels, f64)>),
    /// What only goes up.
    Counter(Vec<(Labels, f64)>),
    /// How often something took how long.
    Histogram(Vec<(Labels, Distribution)>),
}

/// How often something took how long.
#[derive(Debug, Clone, Default)]
pub struct Distribution {
    /// All of them together, in seconds.
    pub sum_seconds: f64,
    /// Upper bounds in seconds, each with the count of those up to it and above the one before.
    pub buckets: Vec<(f64, u64)>,
}

impl Reading {
    /// A value without labels that goes up and down.
    pub fn gauge(name: &'static str, help: &'static str, value: f64) -> Self {
        let values = Values::Gauge(vec![(Vec::new(), value)]);
        Self { name, help, values }
    }

    /// A value without labels that only goes up.
    pub fn counter(name: &'static str, help: &'static str, value: f64) -> Self {
        let values = Values::Counter(vec![(Vec::new(), value)]);
        Self { name, help, values }
    }

    fn kind(&self) -> MetricType {
        match &self.values {
            Values::Gauge(_) => MetricType::Gauge,
            Values::Counter(_) => MetricType::Counter,
            Values::Histogram(_) => MetricType::Histogram,
        }
    }

    fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        let mut metric = encoder.encode_descriptor(self.name, self.help, None, self.kind())?;
        match &self.values {
            Values::Gauge(values) => values.iter().try_for_each(|(labels, value)| {
                if labels.is_empty() {
                    metric.encode_gauge(value)
                } else {
                    metric.encode_family(labels)?.encode_gauge(value)
                }
            }),
            Values::Counter(values) => values.iter().try_for_each(|(labels, value)| {
                if labels.is_empty() {
                    metric.encode_counter::<Labels, f64, f64>(value, None)
                } else {
                    let mut metric = metric.encode_family(labels)?;
                    metric.encode_counter::<Labels, f64, f64>(value, None)
                }
            }),
            Values::Histogram(values) => values.iter().try_for_each(|(labels, spread)| {
                let count = spread.buckets.iter().map(|(_, count)| count).sum();
                let (sum, buckets) = (spread.sum_seconds, &spread.buckets);
                let mut metric = metric.encode_family(labels)?;
                metric.encode_histogram::<Labels>(sum, count, buckets, None)
            }),
        }
    }
}

/// All readings of one answer.
#[derive(Debug)]
pub(super) struct Readings(pub(super) Vec<Reading>);

impl Collector for Readings {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        self.0
            .iter()
            .try_for_each(|reading| reading.encode(&mut encoder))
    }
}
