//! `/health`, `/ready`, `/metrics`.

use std::sync::atomic::Ordering;

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::operator::Role;
use crate::domain::secret::SecretDigest;
use crate::http::Http;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::ledger::Health;
use crate::live::{NotAdmitted, Principal};

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

/// Whether a request would be served now.
#[derive(Serialize, ToSchema)]
#[schema(as = Ready)]
pub struct ReadyBody {
    /// `ready` or `not_ready`.
    status: &'static str,
    /// Why it is not ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// Why nothing should be sent here now; nothing when it is ready: it has written once since it was
/// started, can write, and is not about to stop.
pub fn not_ready(http: &Http) -> Option<&'static str> {
    if http.edge.is_draining.load(Ordering::Relaxed) {
        return Some("the server is stopping");
    }
    let ledger = http.app.ledger();
    let why = unhealthy(ledger.health());
    why.or_else(|| (!ledger.has_written()).then_some("the server is starting"))
}

/// `GET /ready`: 503 when a decision could not be recorded, or the server is stopping.
pub fn ready(call: &Call<'_>) -> Handled {
    let reason = not_ready(call.http);
    let (http_status, status) = match reason {
        None => (200, "ready"),
        Some(_) => (503, "not_ready"),
    };
    answer::json_with(http_status, &ReadyBody { status, reason }).map(Outcome::Ready)
}

fn unhealthy(health: Health) -> Option<&'static str> {
    match health {
        Health::Ready => None,
        Health::DiskFull => Some("the disk is full"),
        Health::ClockWrong => Some("the clock cannot be right"),
        Health::Failed => Some("the ledger has stopped"),
    }
}

/// `GET /health`: 503 when the ledger cannot write.
pub fn health(call: &Call<'_>) -> Handled {
    let reason = unhealthy(call.app.health());
    let (http_status, status) = match reason {
        None => (200, "healthy"),
        Some(_) => (503, "unhealthy"),
    };
    answer::json_with(http_status, &HealthBody { status, reason }).map(Outcome::Ready)
}

/// `GET /metrics`: for operators, and for whoever has the metrics token.
pub fn metrics(call: &Call<'_>) -> Handled {
    let refused = match &call.caller.principal {
        Principal::Operator { .. } | Principal::Local => None,
        _ if has_metrics_token(call) => None,
        Principal::Key { .. } | Principal::Portal { .. } => Some(any_role()),
        Principal::Nobody if call.request.header("authorization").is_some() => {
            Some(NotAdmitted::Invalid)
        }
        Principal::Nobody => Some(NotAdmitted::Unauthenticated),
    };
    match refused {
        Some(refused) => Err(refused.into()),
        None => super::metrics::text(call.http).map(Outcome::Ready),
    }
}

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
