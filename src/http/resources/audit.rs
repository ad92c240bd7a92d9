//! The audit log as a chain: where it stands, proved now, and as the lines that others verify.

use serde::Serialize;
use utoipa::ToSchema;

use rouille::Response;

use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::page::{export_limit, next_link_with};

/// The media type of one JSON document on each line.
pub const LINES: &str = "application/x-ndjson";
/// The bytes of records that one export holds at most; the rest is behind its link.
pub const EXPORT_BYTES: usize = 16 << 20;

/// A record of the log and its link of the chain.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditHead)]
pub struct HeadBody {
    /// Its global number.
    seq: u64,
    /// Its link of the chain, hexadecimal.
    hash: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// How the last verification since the start of the server came out.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditVerified)]
pub struct VerifiedBody {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The last record that verifies.
    through_seq: u64,
    /// `ok`, `broken`, or `failed` when the log could not be read to its end.
    result: &'static str,
    /// What is wrong, or what verifies.
    message: String,
}

/// The verification that is under way.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditRunning)]
pub struct RunningBody {
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// Records verified so far.
    checked: u64,
    /// Records to verify; null in the first moment.
    total: Option<u64>,
}

/// Where the audit log stands.
#[derive(Serialize, ToSchema)]
#[schema(as = Audit)]
pub struct AuditBody {
    /// The last record: note its number and hash somewhere else, and later they prove that nothing
    /// was cut off.
    head: Option<HeadBody>,
    /// How many records there are.
    records: u64,
    /// How often the database has been restored, counted from 1.
    epoch: u64,
    /// The appliance.
    node: String,
    verified: Option<VerifiedBody>,
    running: Option<RunningBody>,
}

/// A verification that was begun.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditStarted)]
pub struct StartedBody {
    /// Always `running`.
    status: &'static str,
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
}

/// `GET /api/system/audit`.
pub fn show(call: &Call<'_>) -> Handled {
    let status = call.app.audit_status()?;
    answer::ready(&AuditBody {
        records: status.head.map_or(0, |head| head.seq),
        head: status.head.map(|head| HeadBody {
            seq: head.seq,
            hash: head.hash.to_string(),
            at: head.at,
        }),
        epoch: status.epoch,
        node: call.app.ledger().node().to_owned(),
        verified: status.verified.map(|last| VerifiedBody {
            at: last.at,
            through_seq: last.through_seq,
            result: last.result.word(),
            message: last.message,
        }),
        running: status.running.map(|running| RunningBody {
            started_at: running.started_at,
            checked: running.checked,
            total: running.total,
        }),
    })
}

/// `POST /api/system/audit/verify`.
pub fn verify(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    let promise = call.app.begin_proof(call.caller)?;
    let app = std::sync::Arc::clone(call.app);
    Ok(answer::after_change(promise, move |slot| {
        let started_at = slot.started_at();
        app.prove_log(slot)?;
        let status = "running";
        answer::json(&StartedBody { status, started_at })
    }))
}

/// `GET /api/system/audit/export`.
pub fn export(call: &Call<'_>) -> Handled {
    let limit = export_limit(call)?;
    let from = call.number_parameter("from_seq")?.unwrap_or(1);
    if from == 0 {
        return Err(bad_parameter("from_seq", "must be a number from 1 on"));
    }
    let records = call.app.chained_records(from, limit, EXPORT_BYTES)?;
    let mut lines = String::new();
    for record in &records {
        // The hash stands before the record, in the order of RFC 8785: the line is canonical too.
        lines.push_str("{\"hash\":\"");
        lines.push_str(&record.hash.to_string());
        lines.push_str("\",\"record\":");
        lines.push_str(&record.canonical);
        lines.push_str("}\n");
    }
    let last = records.last().map(|record| record.seq);
    let name = format!(
        "audit-{}-{from}-{}.ndjson",
        call.app.ledger().node(),
        last.unwrap_or(from)
    );
    let response = Response::from_data(LINES, lines).with_content_disposition_attachment(&name);
    let next = last.filter(|last| *last < call.app.ledger().log_head());
    Ok(Outcome::Ready(match next {
        Some(last) => {
            let next = next_link_with(call, "from_seq", &(last + 1).to_string());
            response.with_unique_header("Link", next)
        }
        None => response,
    }))
}
