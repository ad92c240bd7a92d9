//! `GET /api/customers/{id}/usage`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::sheet::Sheet;
use crate::domain::time::Day;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::sheet;
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
    if sheet::is_preferred(call) {
        let mut table = Sheet::new(["day", "approved", "denied", "changes", "reads", "total"]);
        for day in &usage.days {
            let counts = [
                day.approved,
                day.denied,
                day.changes,
                day.reads,
                day.total(),
            ];
            let counts = counts.iter().map(ToString::to_string);
            table.row(std::iter::once(day.day.to_string()).chain(counts));
        }
        return Ok(Outcome::Ready(sheet::file(table, "usage.csv")));
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
