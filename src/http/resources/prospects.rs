//! `/api/prospects/recommend`.

use serde::Serialize;
use utoipa::ToSchema;

use super::imports::RowErrorBody;
use crate::app::prospects::{COLUMNS, Prospect, prospects};
use crate::app::{Error, FieldError};
use crate::domain::sheet::Sheet;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::sheet;

/// Bytes of one list at most.
const MAX_BYTES: usize = 1 << 20;

/// A list of prospects, each with the tier that fits it.
#[derive(Serialize, ToSchema)]
#[schema(as = Prospects)]
pub struct ProspectsBody {
    rows: Vec<ProspectBody>,
    /// What is wrong, by line.
    errors: Vec<RowErrorBody>,
}

/// A prospect.
#[derive(Serialize, ToSchema)]
#[schema(as = Prospect)]
struct ProspectBody {
    /// The line of the list.
    line: u32,
    company: String,
    contact: String,
    email: String,
    agents_today: Option<u64>,
    checks_per_month: Option<u64>,
    peak_checks_per_minute: Option<u64>,
    needs_approvals: bool,
    next_step: String,
    /// The cheapest tier that fits; `null` where a cell is wrong, or no tier fits.
    recommended_tier: Option<String>,
    /// Its price, US dollars a month; `null` when it is agreed.
    price_usd_month: Option<u32>,
    /// Why, in words; `null` where a cell is wrong.
    reason: Option<String>,
}

impl From<&Prospect> for ProspectBody {
    fn from(prospect: &Prospect) -> Self {
        let cell = |name: &str| {
            let place = COLUMNS.iter().position(|column| column.name == name);
            let cell = place.and_then(|place| prospect.cells.get(place));
            cell.cloned().unwrap_or_default()
        };
        let recommendation = prospect.recommendation.as_ref();
        let tier = recommendation.and_then(|found| found.tier.as_ref());
        Self {
            line: prospect.line,
            company: cell("company"),
            contact: cell("contact"),
            email: cell("email"),
            agents_today: prospect.demand.agents,
            checks_per_month: prospect.demand.checks_per_month,
            peak_checks_per_minute: prospect.demand.peak_checks_per_minute,
            needs_approvals: prospect.demand.needs_approvals,
            next_step: cell("next_step"),
            recommended_tier: tier.map(|tier| tier.name.to_string()),
            price_usd_month: tier.and_then(|tier| tier.price_usd_month),
            reason: recommendation.map(|found| found.reason.clone()),
        }
    }
}

/// `POST /api/prospects/recommend`.
pub fn recommend(call: &Call<'_>) -> Handled {
    let bytes = call.csv_body()?;
    let invalid = |message: String| Error::Invalid(vec![FieldError::new("file", message)]);
    if bytes.len() > MAX_BYTES {
        return Err(invalid(format!(
            "must have at most {MAX_BYTES} bytes: split it"
        )));
    }
    let found = prospects(&bytes, call.live.tiers()).map_err(|bad| invalid(bad.to_string()))?;
    if sheet::is_preferred(call) {
        return Ok(Outcome::Ready(sheet::file(
            as_table(&found),
            "prospects.csv",
        )));
    }
    let errors = found.iter().flat_map(|prospect| {
        let body = |error| RowErrorBody::new(prospect.line, error);
        prospect.errors.iter().map(body)
    });
    answer::ready(&ProspectsBody {
        rows: found.iter().map(ProspectBody::from).collect(),
        errors: errors.collect(),
    })
}

/// The list as it was, with what was found in columns behind it.
fn as_table(found: &[Prospect]) -> Sheet {
    let more = ["recommended_tier", "price_usd_month", "reason", "errors"];
    let columns = COLUMNS.iter().map(|column| column.name).chain(more);
    let mut table = Sheet::new(columns);
    for prospect in found {
        let body = ProspectBody::from(prospect);
        let price = body.price_usd_month.map(|price| price.to_string());
        let errors: Vec<String> = prospect
            .errors
            .iter()
            .map(|error| {
                format!(
                    "line {}: `{}` {}",
                    prospect.line, error.field, error.message
                )
            })
            .collect();
        let more = [
            body.recommended_tier.unwrap_or_default(),
            price.unwrap_or_default(),
            body.reason.unwrap_or_default(),
            errors.join("; "),
        ];
        table.row(prospect.cells.iter().chain(&more));
    }
    table
}
