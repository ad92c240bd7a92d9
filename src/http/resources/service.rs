//! `/health`, `/metrics`.

use std::sync::atomic::{AtomicU64, Ordering};

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::domain::operator::Role;
use crate::domain::secret::SecretDigest;
use crate::http::Http;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::ledger::Health;
use crate::live::{NotAdmitted, Principal};
use crate::metrics::Reading;
use crate::tls::Part;

/// Whether the appliance can do its work.
#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
pub struct HealthBody {
    /// `healthy` or `unhealthy`.
    status: &'static str,
    /// Why it is not healthy.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// `GET /health`: 503 when the ledger cannot write.
pub fn health(call: &Call<'_>) -> Handled {
    let (http_status, status, reason) = match call.app.health() {
        Health::Ready => (200, "healthy", None),
        Health::DiskFull => (503, "unhealthy", Some("the disk is full")),
        Health::ClockWrong => (503, "unhealthy", Some("the clock cannot be right")),
        Health::Failed => (503, "unhealthy", Some("the ledger has stopped")),
    };
    answer::json_with(http_status, &HealthBody { status, reason }).map(Outcome::Ready)
}

/// `GET /metrics`: for operators, and for whoever has the metrics token.
pub fn metrics(call: &Call<'_>) -> Handled {
    let refused = match &call.caller.principal {
        Principal::Operator { .. } | Principal::Local => None,
        _ if has_metrics_token(call) => None,
        Principal::Key { .. } => Some(any_role()),
        Principal::Nobody if call.request.header("authorization").is_some() => {
            Some(NotAdmitted::Invalid)
        }
        Principal::Nobody => Some(NotAdmitted::Unauthenticated),
    };
    match refused {
        Some(refused) => Err(refused.into()),
        None => metrics_text(call.http).map(Outcome::Ready),
    }
}

/// When certificates expire.
const EXPIRIES: &[(&str, &str, Part)] = &[
    (
        "tls_certificate_expiry_timestamp_seconds",
        "When the first certificate of the served chain expires, as a Unix time",
        Part::Certificate,
    ),
    (
        "tls_client_ca_expiry_timestamp_seconds",
        "When the first authority for clients' certificates expires, as a Unix time",
        Part::ClientCa,
    ),
];

fn any_role() -> NotAdmitted {
    let words = Role::ALL.map(|role| format!("`{}`", role.word()));
    NotAdmitted::OperatorRole(words.join(", "))
}

/// Compared by digest, so that the time tells nothing about the token.
fn has_metrics_token(call: &Call<'_>) -> bool {
    let sent = call
        .request
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer "));
    match (&call.live.settings().metrics_token, sent) {
        (Some(known), Some(sent)) => *known == SecretDigest::of(sent.trim()),
        (Some(_) | None, _) => false,
    }
}

/// The metrics as text; the metrics listener needs no credential for it.
pub fn metrics_text(http: &Http) -> Result<Response, Error> {
    let ledger = http.app.ledger();
    let mut readings = Vec::new();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a gauge is a float; sizes stay far below 2^53"
    )]
    let mut read = |name, help, value: u64| {
        readings.push(Reading {
            name,
            help,
            value: value as f64,
        });
    };
    let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let edge = &http.edge;
    read(
        "up",
        "Whether the ledger can write",
        u64::from(ledger.health() == Health::Ready),
    );
    read(
        "queue_entries",
        "Entries that wait for the ledger",
        ledger.queue_depth() as u64,
    );
    read(
        "connections_open",
        "Connections open",
        load(&edge.connections_open),
    );
    read(
        "connections_accepted",
        "Connections accepted",
        load(&edge.connections_total),
    );
    read(
        "connections_refused",
        "Connections refused",
        load(&edge.connections_refused_total),
    );
    read(
        "requests",
        "Requests handed to the application",
        load(&edge.requests_total),
    );
    read(
        "refusals",
        "Requests that the edge refused",
        load(&edge.refusals_total),
    );
    read(
        "tls_handshakes",
        "TLS handshakes that came to a connection",
        load(&edge.tls_handshakes_total),
    );
    read(
        "tls_handshakes_failed",
        "TLS handshakes that failed",
        load(&edge.tls_handshakes_failed_total),
    );
    read(
        "forwarded_unreadable",
        "Requests whose trusted proxy named no address that can be read",
        load(&edge.forwarded_unreadable_total),
    );
    for (name, help, part) in EXPIRIES {
        if let Some(at) = http
            .settings
            .tls
            .as_ref()
            .and_then(|tls| tls.expires_at(*part))
        {
            read(name, help, at.as_seconds().cast_unsigned());
        }
    }
    read("panics", "Handlers that panicked", load(&edge.panics_total));
    read(
        "workers_busy",
        "Worker threads busy",
        load(&edge.workers_busy),
    );
    read(
        "workers_queued",
        "Requests that wait for a worker",
        load(&edge.workers_queued),
    );
    for (name, size) in http.app.live().sizes() {
        let help = "Objects in memory";
        read(name, help, size as u64);
    }
    let (database, log) = ledger.reader().file_sizes()?;
    read("database_bytes", "Size of the database", database);
    read("wal_bytes", "Size of the write-ahead log", log);
    let text = ledger
        .metrics()
        .render(readings)
        .map_err(|error| Error::Internal(format!("metrics cannot be written: {error}")))?;
    let media = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(Response::from_data(media, text))
}
