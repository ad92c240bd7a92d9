//! `GET /api/customers/{id}/usage`.

use std::fmt::Write as _;

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::time::Day;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::ledger::UsageDay;

/// One day.
#[derive(Serialize, ToSchema)]
#[schema(as = UsageDay)]
pub struct DayBody {
    /// The UTC day, `2026-11-22`.
    day: String,
    approved: u64,
    denied: u64,
    changes: u64,
    reads: u64,
    total: u64,
}

/// This month so far.
#[derive(Serialize, ToSchema)]
#[schema(as = UsageMonth)]
pub struct MonthBody {
    /// The month's first UTC day.
    from: String,
    /// All charged calls.
    total: u64,
    /// What the tier, or the customer's own limit, allows per minute.
    max_requests_per_minute: u32,
}

/// A customer's usage.
#[derive(Serialize, ToSchema)]
#[schema(as = Usage)]
pub struct UsageBody {
    customer_id: String,
    subscription_tier: String,
    from: String,
    to: String,
    /// Days without calls are left out.
    days: Vec<DayBody>,
    month: MonthBody,
}

impl From<&UsageDay> for DayBody {
    fn from(day: &UsageDay) -> Self {
        Self {
            day: day.day.to_string(),
            approved: day.approved,
            denied: day.denied,
            changes: day.changes,
            reads: day.reads,
            total: day.total(),
        }
    }
}

/// `GET /api/customers/{id}/usage`.
pub fn show(call: &Call<'_>) -> Handled {
    let state = call.state()?;
    let today = call.now.day();
    let day = |name| call.parameter(name, |text| text.replace(' ', "+").parse::<Day>());
    let from = day("from")?;
    let to = day("to")?.unwrap_or_else(|| today.max(from.unwrap_or(today)));
    let from = from.unwrap_or_else(|| to.first_of_month());
    let customer = state.customer();
    let usage = call.app.usage(customer.id, from, to)?;
    if prefers_csv(call.request.header("Accept")) {
        let mut csv = "day,approved,denied,changes,reads,total\r\n".to_owned();
        for day in usage.days.iter().map(DayBody::from) {
            let DayBody {
                day,
                approved,
                denied,
                changes,
                reads,
                total,
            } = day;
            // Writing to a string cannot fail.
            write!(
                csv,
                "{day},{approved},{denied},{changes},{reads},{total}\r\n"
            )
            .ok();
        }
        let response = Response::from_data("text/csv; charset=utf-8", csv)
            .with_content_disposition_attachment("usage.csv");
        return Ok(Outcome::Ready(response));
    }
    answer::ready(&UsageBody {
        customer_id: customer.id.to_string(),
        subscription_tier: customer.tier.to_string(),
        from: from.to_string(),
        to: to.to_string(),
        days: usage.days.iter().map(DayBody::from).collect(),
        month: MonthBody {
            from: today.first_of_month().to_string(),
            total: usage.month_total,
            max_requests_per_minute: call.live.limits_of(customer).max_requests_per_minute,
        },
    })
}

/// Whether CSV is named before JSON.
fn prefers_csv(accept: Option<&str>) -> bool {
    accept.is_some_and(|accept| {
        let mut wanted = accept
            .split(',')
            .map(|range| range.split(';').next().unwrap_or("").trim());
        wanted.find(|range| matches!(*range, "text/csv" | "application/json")) == Some("text/csv")
    })
}
