//! `GET /api/logs/export`: the log as a file, for spreadsheets and for programs.

use rouille::Response;

use super::audit::{EXPORT_BYTES, LINES};
use super::logs::{RecordBody, filter};
use crate::app::Error;
use crate::domain::sheet::Sheet;
use crate::domain::tier::Feature;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::page::{Paging, export_limit, next_link};
use crate::http::sheet;
use crate::ledger::{LogFilter, LogRow};

/// The columns, in their order.
const COLUMNS: [&str; 17] = [
    "seq",
    "timestamp",
    "id",
    "customer_id",
    "agent_id",
    "action",
    "resource",
    "result",
    "reason",
    "request_id",
    "actor_kind",
    "actor_id",
    "actor_name",
    "actor_claim",
    "context",
    "details",
    "decision_trace",
];

#[derive(Clone, Copy)]
enum Format {
    Csv,
    Lines,
}

/// `GET /api/logs/export`.
pub fn export(call: &Call<'_>) -> Handled {
    let format = match call.query("format").as_deref() {
        None | Some("ndjson") => Format::Lines,
        Some("csv") => Format::Csv,
        Some(_) => return Err(bad_parameter("format", "must be `csv` or `ndjson`")),
    };
    let limit = export_limit(call)?;
    let before = Paging::cursor(call)?.after(str::parse::<u64>)?;
    let filter = LogFilter {
        before,
        limit: limit + 1,
        ..filter(call)?
    };
    must_have_the_feature(call)?;
    let page = call.app.log_within(&filter, EXPORT_BYTES)?;
    let has_more = page.is_cut || page.rows.len() > limit;
    let rows = page.rows.get(..limit).unwrap_or(&page.rows);
    let name = |ending: &str| format!("log-{}.{ending}", call.now.day());
    let response = match format {
        Format::Csv => sheet::file(as_csv(rows)?, &name("csv")),
        Format::Lines => Response::from_data(LINES, as_lines(rows)?)
            .with_content_disposition_attachment(&name("ndjson")),
    };
    let last = rows.last().filter(|_| has_more);
    Ok(Outcome::Ready(match last {
        Some(last) => response.with_unique_header("Link", next_link(call, &last.seq.to_string())),
        None => response,
    }))
}

/// A customer's tier must have it; operators export what they read.
fn must_have_the_feature(call: &Call<'_>) -> Result<(), Error> {
    if call.caller.is_operator() {
        return Ok(());
    }
    let tier = call.live.tier_of(call.state()?.customer());
    if tier.is_some_and(|tier| tier.has(Feature::AuditExport)) {
        return Ok(());
    }
    let with = call.live.tiers().with_feature(Feature::AuditExport);
    Err(Error::FeatureNotInTier {
        feature: Feature::AuditExport,
        tier: with.map(|tier| tier.name.to_string()),
    })
}

fn as_lines(rows: &[LogRow]) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut lines, &RecordBody::from(row))
            .map_err(|error| unwritten(&error))?;
        lines.push(b'\n');
    }
    Ok(lines)
}

fn unwritten(error: &serde_json::Error) -> Error {
    Error::Internal(format!("a record cannot be written: {error}"))
}

fn as_csv(rows: &[LogRow]) -> Result<Sheet, Error> {
    let mut table = Sheet::new(COLUMNS);
    for row in rows {
        let record = &row.record;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let json = |value: &Option<serde_json::Value>| {
            let written = value.as_ref().map(serde_json::to_string).transpose();
            written
                .map(Option::unwrap_or_default)
                .map_err(|error| unwritten(&error))
        };
        let trace = serde_json::to_string(&record.trace).map_err(|error| unwritten(&error))?;
        let cells: [String; COLUMNS.len()] = [
            row.seq.to_string(),
            record.at.to_string(),
            record.id.clone(),
            record
                .customer_id
                .map_or_else(String::new, |id| id.to_string()),
            text(&record.agent_id),
            record.action.clone(),
            text(&record.resource),
            record.result.clone(),
            text(&record.reason),
            record.request_id.clone(),
            record.actor.kind.clone(),
            text(&record.actor.id),
            text(&record.actor.name),
            text(&record.actor.claim),
            json(&record.context)?,
            json(&record.details)?,
            trace,
        ];
        table.row(cells);
    }
    Ok(table)
}
