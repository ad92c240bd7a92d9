//! What `/metrics` says about the appliance beside its counters.

use std::sync::atomic::{AtomicU64, Ordering};

use rouille::Response;

use super::service::not_ready;
use crate::app::Error;
use crate::domain::outbox::Way;
use crate::http::Http;
use crate::ledger::Health;
use crate::metrics::{Reading, Values};
use crate::tls::Part;

/// The media type of `OpenMetrics`.
const MEDIA: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// When certificates expire.
const EXPIRIES: &[(&str, &str, Part)] = &[
    (
        "portcullis_tls_certificate_expiry_timestamp_seconds",
        "When the first certificate of the served chain expires, as a Unix time",
        Part::Certificate,
    ),
    (
        "portcullis_tls_client_ca_expiry_timestamp_seconds",
        "When the first authority for clients' certificates expires, as a Unix time",
        Part::ClientCa,
    ),
];

/// The metrics as text; the metrics listener needs no credential for it.
pub fn text(http: &Http) -> Result<Response, Error> {
    let mut readings = vec![Reading {
        name: "portcullis_build_info",
        help: "The version that runs",
        values: Values::Gauge(vec![(vec![("version", env!("CARGO_PKG_VERSION"))], 1.0)]),
    }];
    readings.extend(of_the_ledger(http));
    readings.extend(of_the_edge(http));
    readings.extend(of_certificates(http));
    readings.extend(of_the_state(http));
    readings.extend(of_the_outbox(http));
    readings.extend(of_the_files(http)?);
    let text = http.app.ledger().metrics().render(readings);
    let text =
        text.map_err(|error| Error::Internal(format!("metrics cannot be written: {error}")))?;
    Ok(Response::from_data(MEDIA, text))
}

fn of_the_ledger(http: &Http) -> Vec<Reading> {
    let ledger = http.app.ledger();
    let (entries, bytes) = ledger.queue_limits();
    [
        (
            "portcullis_up",
            "Whether the ledger can write",
            u64::from(ledger.health() == Health::Ready),
        ),
        (
            "portcullis_ready",
            "Whether `/ready` answers 200",
            u64::from(not_ready(http).is_none()),
        ),
        (
            "portcullis_queue_entries",
            "Entries that wait for the ledger",
            ledger.queue_depth() as u64,
        ),
        (
            "portcullis_queue_limit_entries",
            "Entries that may wait for the ledger",
            entries as u64,
        ),
        (
            "portcullis_queue_limit_bytes",
            "Bytes that entries may hold that wait for the ledger",
            bytes as u64,
        ),
    ]
    .map(|(name, help, value)| Reading::gauge(name, help, float(value)))
    .to_vec()
}

fn of_the_edge(http: &Http) -> Vec<Reading> {
    let edge = &http.edge;
    let load = |counter: &AtomicU64| float(counter.load(Ordering::Relaxed));
    let gauges = [
        (
            "portcullis_connections_open",
            "Connections open",
            &edge.connections_open,
        ),
        (
            "portcullis_streams_open",
            "Event streams open",
            &edge.streams_open,
        ),
        (
            "portcullis_workers_busy",
            "Worker threads busy",
            &edge.workers_busy,
        ),
        (
            "portcullis_workers_queued",
            "Requests that wait for a worker",
            &edge.workers_queued,
        ),
    ]
    .map(|(name, help, counter)| Reading::gauge(name, help, load(counter)));
    let counters = [
        (
            "portcullis_connections_accepted",
            "Connections accepted",
            &edge.connections_total,
        ),
        (
            "portcullis_connections_refused",
            "Connections refused because the house was full",
            &edge.connections_refused_total,
        ),
        (
            "portcullis_requests",
            "Requests handed to the application",
            &edge.requests_total,
        ),
        (
            "portcullis_refusals",
            "Requests that the edge refused",
            &edge.refusals_total,
        ),
        (
            "portcullis_tls_handshakes",
            "TLS handshakes that came to a connection",
            &edge.tls_handshakes_total,
        ),
        (
            "portcullis_tls_handshakes_failed",
            "TLS handshakes that failed",
            &edge.tls_handshakes_failed_total,
        ),
        (
            "portcullis_forwarded_unreadable",
            "Requests whose trusted proxy named no address that can be read",
            &edge.forwarded_unreadable_total,
        ),
        (
            "portcullis_panics",
            "Handlers that panicked",
            &edge.panics_total,
        ),
    ]
    .map(|(name, help, counter)| Reading::counter(name, help, load(counter)));
    gauges.into_iter().chain(counters).collect()
}

/// When certificates end, where TLS is spoken.
fn of_certificates(http: &Http) -> Vec<Reading> {
    let Some(tls) = &http.settings.tls else {
        return Vec::new();
    };
    let readings = EXPIRIES.iter().filter_map(|(name, help, part)| {
        let at = tls.expires_at(*part)?;
        let seconds = float(at.as_seconds().cast_unsigned());
        Some(Reading::gauge(name, help, seconds))
    });
    readings.collect()
}

fn of_the_state(http: &Http) -> Vec<Reading> {
    let live = http.app.live();
    let objects = live
        .sizes()
        .map(|(kind, count)| (vec![("kind", kind)], float(count as u64)));
    let kills = live
        .kills_engaged()
        .map(|(level, count)| (vec![("level", level)], float(count as u64)));
    let open = live.approvals_open(http.app.now());
    vec![
        Reading {
            name: "portcullis_objects",
            help: "Objects in memory; of approvals those that stand, answered or not",
            values: Values::Gauge(objects.to_vec()),
        },
        Reading {
            name: "portcullis_kill_switches_engaged",
            help: "Kill switches engaged",
            values: Values::Gauge(kills.to_vec()),
        },
        Reading::gauge(
            "portcullis_approvals_waiting",
            "Requests for approval that wait for a person",
            float(open as u64),
        ),
    ]
}

fn of_the_outbox(http: &Http) -> Vec<Reading> {
    let ways = Way::ALL.map(|way| (way.channel(), http.app.way_counts(way)));
    let standing = ways.iter().flat_map(|(channel, counts)| {
        [
            ("waiting", counts.waiting),
            ("failed", counts.failed),
            ("uncertain", counts.uncertain),
        ]
        .map(|(status, count)| {
            let labels = vec![("channel", *channel), ("status", status)];
            (labels, float(count as u64))
        })
    });
    let waits = ways.iter().map(|(channel, counts)| {
        let labels = vec![("channel", *channel)];
        (labels, counts.longest_wait.as_secs_f64())
    });
    vec![
        Reading {
            name: "portcullis_messages",
            help: "Messages to the outside of which something can still become; those that are \
                   being sent wait",
            values: Values::Gauge(standing.collect()),
        },
        Reading {
            name: "portcullis_messages_longest_wait_seconds",
            help: "How long the message has waited that waits longest; 0 when none does",
            values: Values::Gauge(waits.collect()),
        },
    ]
}

fn of_the_files(http: &Http) -> Result<Vec<Reading>, Error> {
    let reader = http.app.ledger().reader();
    let (database, log) = reader.file_sizes()?;
    let room = reader.room()?;
    let mut readings = vec![
        Reading::gauge(
            "portcullis_database_bytes",
            "Size of the database",
            float(database),
        ),
        Reading::gauge(
            "portcullis_wal_bytes",
            "Size of the write-ahead log",
            float(log),
        ),
        Reading::gauge(
            "portcullis_disk_free_bytes",
            "Bytes free on the file system of the data directory",
            float(room.free_bytes),
        ),
        Reading::gauge(
            "portcullis_disk_total_bytes",
            "Bytes of the file system of the data directory",
            float(room.total_bytes),
        ),
    ];
    readings.extend(room.free_inodes.map(|free| {
        let help = "Files that can still be made on the file system of the data directory";
        Reading::gauge("portcullis_disk_free_inodes", help, float(free))
    }));
    Ok(readings)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a metric is a float; counts and sizes stay far below 2^53"
)]
fn float(number: u64) -> f64 {
    number as f64
}
