//! `GET /api/customers/{id}/statements`, `GET /api/customers/{id}/statements/{month}`,
//! `GET /api/statements`.

use serde::Serialize;
use utoipa::ToSchema;

use super::{statement_page, statement_sheet};
use crate::app::Error;
use crate::app::activity::Outcomes;
use crate::app::statements::{Of, Statement, StatementDay, StatementSummary, months_of};
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::month::Month;
use crate::domain::sheet::Sheet;
use crate::domain::terms::Line;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::documents::own;
use crate::http::page::{Page, Paging, export_limit, next_link};
use crate::http::sheet;

/// A month that has a statement.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementSummary)]
pub struct SummaryBody {
    /// The UTC month, `2026-11`.
    month: String,
    /// Its first day.
    from: String,
    /// Its last day, or today while it lasts.
    to: String,
    /// Whether it is over, so that the numbers stay.
    is_final: bool,
    /// Recorded checks.
    checks: u64,
    /// The sum of the lines that have a price, in US dollars.
    total_usd: String,
    /// Whether there are days for which no price was agreed.
    has_unpriced_days: bool,
}

/// A customer's statement of one month, in short.
#[derive(Serialize, ToSchema)]
#[schema(as = CustomerStatement)]
pub struct CustomerSummaryBody {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    name: String,
    email: String,
    /// The tier of the last line; the present one where nothing is billed.
    subscription_tier: String,
    /// The UTC month, `2026-11`.
    month: String,
    /// Recorded checks.
    checks: u64,
    /// The sum of the lines that have a price, in US dollars.
    total_usd: String,
    /// Whether there are days for which no price was agreed.
    has_unpriced_days: bool,
    /// Whether the customer is active now.
    is_active: bool,
    /// Whether the month is over, so that the numbers stay.
    is_final: bool,
}

/// Days in a row with one tier and one price.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementLine)]
pub struct LineBody {
    pub subscription_tier: String,
    /// The tier's name for people.
    pub title: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// How many days.
    pub days: u32,
    /// US dollars a month; `null` where none is agreed.
    pub price_usd_month: Option<u32>,
    /// The days' share of the price; `null` without a price.
    pub amount_usd: Option<String>,
}

/// What the month was used for.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementUsage)]
pub struct UsageBody {
    pub approved: u64,
    /// Denied, those apart that waited for a person.
    pub denied: u64,
    /// Denied because a person had to agree first.
    pub held: u64,
    /// All recorded checks.
    pub checks: u64,
    pub changes: u64,
    pub reads: u64,
}

/// One day.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementDay)]
pub struct DayBody {
    pub day: String,
    /// The tier that the day is billed by; `null` on a day that costs nothing because the customer
    /// was inactive.
    pub subscription_tier: Option<String>,
    pub price_usd_month: Option<u32>,
    pub approved: u64,
    pub denied: u64,
    pub held: u64,
    pub checks: u64,
}

/// The checks of one agent.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementAgent)]
pub struct AgentBody {
    /// `null` for agents that there were not, and for all beyond the ten thousand busiest.
    pub agent_id: Option<String>,
    /// Whether the row is all agents beyond the ten thousand busiest, together.
    pub is_rest: bool,
    pub approved: u64,
    pub denied: u64,
    pub held: u64,
    pub checks: u64,
}

/// The checks of one action.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementAction)]
pub struct ActionBody {
    /// `null` for all actions beyond the thousand most frequent.
    pub action: Option<String>,
    pub approved: u64,
    pub denied: u64,
    pub held: u64,
    pub checks: u64,
}

/// The month's quota.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementQuota)]
pub struct QuotaBody {
    /// In force at the end of the month, or now.
    pub max_checks_per_month: u64,
    pub used: u64,
    /// Whole per cent.
    pub percent: u64,
}

/// A customer's statement of one month.
#[derive(Serialize, ToSchema)]
#[schema(as = Statement)]
pub struct StatementBody<'a> {
    /// What names the statement: the customer's identifier and the month.
    pub number: String,
    #[schema(value_type = String)]
    pub customer_id: CustomerId,
    pub name: &'a str,
    pub email: &'a str,
    /// The UTC month, `2026-11`.
    pub month: String,
    pub from: String,
    /// The last day, or today while the month lasts.
    pub to: String,
    /// Whether the month is over, so that the numbers stay.
    pub is_final: bool,
    /// Who bills, line by line.
    pub issuer: &'a [String],
    pub payment_days: u64,
    pub note: &'a str,
    /// `USD`.
    pub currency: &'static str,
    pub lines: Vec<LineBody>,
    /// The sum of the lines that have an amount.
    pub total_usd: String,
    /// Whether there are lines without an amount.
    pub has_unpriced_days: bool,
    pub usage: UsageBody,
    /// All days of the month, or those up to today.
    pub days: Vec<DayBody>,
    /// The busiest first.
    pub agents: Vec<AgentBody>,
    /// The most frequent first.
    pub actions: Vec<ActionBody>,
    /// `null` when there is none.
    pub quota: Option<QuotaBody>,
}

impl From<&Line> for LineBody {
    fn from(line: &Line) -> Self {
        Self {
            subscription_tier: line.tier.to_string(),
            title: line.title.to_string(),
            from: line.from.to_string(),
            to: line.to.to_string(),
            days: line.days,
            price_usd_month: line.price_usd_month,
            amount_usd: line.amount.map(|amount| amount.to_string()),
        }
    }
}

impl From<&StatementDay> for DayBody {
    fn from(day: &StatementDay) -> Self {
        let Outcomes {
            approved,
            denied,
            held,
        } = day.outcomes;
        let priced = day.priced.as_ref();
        Self {
            day: day.day.to_string(),
            subscription_tier: priced.map(|priced| priced.tier.to_string()),
            price_usd_month: priced.and_then(|priced| priced.price_usd_month),
            approved,
            denied,
            held,
            checks: day.outcomes.checks(),
        }
    }
}

impl<'a> StatementBody<'a> {
    fn new(call: &'a Call<'_>, customer: &'a Customer, statement: Statement) -> Self {
        let billing = &call.live.settings().billing;
        let Outcomes {
            approved,
            denied,
            held,
        } = statement.outcomes;
        let checks = statement.outcomes.checks();
        let agents = statement.agents.into_iter().map(|(whose, of)| AgentBody {
            is_rest: whose == Of::Others,
            agent_id: name_of(whose),
            approved: of.approved,
            denied: of.denied,
            held: of.held,
            checks: of.checks(),
        });
        let actions = statement.actions.into_iter().map(|(what, of)| ActionBody {
            action: name_of(what),
            approved: of.approved,
            denied: of.denied,
            held: of.held,
            checks: of.checks(),
        });
        Self {
            number: format!("{}-{}", customer.id, statement.month),
            customer_id: customer.id,
            name: customer.name.as_str(),
            email: customer.email.as_str(),
            month: statement.month.to_string(),
            from: statement.from.to_string(),
            to: statement.to.to_string(),
            is_final: statement.is_final,
            issuer: &billing.issuer,
            payment_days: billing.payment_days,
            note: &billing.note,
            currency: "USD",
            lines: statement.lines.iter().map(LineBody::from).collect(),
            total_usd: statement.total.to_string(),
            has_unpriced_days: statement.has_unpriced_days,
            usage: UsageBody {
                approved,
                denied,
                held,
                checks,
                changes: statement.changes,
                reads: statement.reads,
            },
            days: statement.days.iter().map(DayBody::from).collect(),
            agents: agents.collect(),
            actions: actions.collect(),
            quota: statement.quota.map(|quota| QuotaBody {
                max_checks_per_month: quota,
                used: checks,
                percent: crate::domain::quota::percent(checks, quota),
            }),
        }
    }
}

fn name_of(of: Of) -> Option<String> {
    match of {
        Of::Named(name) => Some(name),
        Of::Others | Of::Nobody => None,
    }
}

impl From<&StatementSummary> for SummaryBody {
    fn from(summary: &StatementSummary) -> Self {
        Self {
            month: summary.month.to_string(),
            from: summary.from.to_string(),
            to: summary.to.to_string(),
            is_final: summary.is_final,
            checks: summary.checks,
            total_usd: summary.total.to_string(),
            has_unpriced_days: summary.has_unpriced_days,
        }
    }
}

impl CustomerSummaryBody {
    fn new(customer: &Customer, summary: &StatementSummary) -> Self {
        let tier = summary.tier.as_ref().unwrap_or(&customer.tier);
        Self {
            customer_id: customer.id,
            name: customer.name.to_string(),
            email: customer.email.to_string(),
            subscription_tier: tier.to_string(),
            month: summary.month.to_string(),
            checks: summary.checks,
            total_usd: summary.total.to_string(),
            has_unpriced_days: summary.has_unpriced_days,
            is_active: customer.is_active,
            is_final: summary.is_final,
        }
    }
}

/// `GET /api/customers/{id}/statements`.
pub fn list(call: &Call<'_>) -> Handled {
    let customer = call.state()?.customer();
    let paging = Paging::of(call)?;
    let before = paging.after(str::parse::<Month>)?;
    let months: Vec<Month> = months_of(customer, call.now)
        .filter(|month| before.is_none_or(|before| *month < before))
        .take(paging.limit + 1)
        .collect();
    let summaries = call.app.statement_summaries(customer, &months)?;
    let page = paging.page(
        summaries.iter(),
        |summary| summary.month.to_string(),
        |summary| SummaryBody::from(*summary),
    );
    answer::ready(&page)
}

#[derive(Clone, Copy)]
enum Format {
    Json,
    Csv,
    Html,
}

/// What `?format=` says, or else what `Accept` names first.
fn format(call: &Call<'_>) -> Result<Format, Error> {
    let of_word = |word: &str| match word {
        "json" | "application/json" => Some(Format::Json),
        "csv" | "text/csv" => Some(Format::Csv),
        "html" | "text/html" => Some(Format::Html),
        _ => None,
    };
    if let Some(word) = call.query("format") {
        let message = "must be `json`, `csv` or `html`";
        return of_word(&word).ok_or_else(|| bad_parameter("format", message));
    }
    let accepted = call.request.header("Accept").unwrap_or("");
    let mut ranges = accepted
        .split(',')
        .map(|range| range.split(';').next().unwrap_or("").trim());
    Ok(ranges.find_map(of_word).unwrap_or(Format::Json))
}

/// `GET /api/customers/{id}/statements/{month}`.
pub fn show(call: &Call<'_>) -> Handled {
    let customer = call.state()?.customer();
    let month: Month =
        call.params
            .get("month")
            .parse()
            .map_err(|error: crate::domain::month::BadMonth| {
                bad_parameter("month", error.to_string())
            })?;
    let format = format(call)?;
    let statement = call.app.statement(customer, month)?;
    let body = StatementBody::new(call, customer, statement);
    match format {
        Format::Json => answer::ready(&body),
        Format::Csv => {
            let name = format!("statement-{}.csv", body.number);
            Ok(Outcome::Ready(sheet::file(
                statement_sheet::sheet(&body),
                &name,
            )))
        }
        Format::Html => {
            let has_policy = call.live.settings().documents.shows(own::POLICY.name);
            Ok(Outcome::Ready(statement_page::page(&body, has_policy)))
        }
    }
}

/// `GET /api/statements`.
pub fn of_month(call: &Call<'_>) -> Handled {
    let month = call.parameter("month", str::parse::<Month>)?;
    let month = month.unwrap_or_else(|| call.now.month());
    if month > call.now.month() {
        return Err(bad_parameter("month", "must not be in the future"));
    }
    let is_sheet = sheet::is_wanted(call)?;
    let limit = if is_sheet {
        export_limit(call)?
    } else {
        Paging::of(call)?.limit
    };
    let after = Paging::cursor(call)?.after(str::parse::<CustomerId>)?;
    let found: Vec<_> = call
        .live
        .customers_after(after)
        .filter(|state| state.customer().created_at.month() <= month)
        .take(limit + 1)
        .collect();
    let shown = found.get(..limit).unwrap_or(&found);
    let customers = shown.iter().map(|state| state.customer().as_ref());
    let summaries = call.app.statements_of(customers, month)?;
    let rows: Vec<CustomerSummaryBody> = summaries
        .iter()
        .map(|(customer, summary)| CustomerSummaryBody::new(customer, summary))
        .collect();
    let last = rows.last().filter(|_| found.len() > limit);
    let last = last.map(|last| last.customer_id.to_string());
    if !is_sheet {
        return answer::ready(&Page::before(rows, last.as_deref()));
    }
    let response = sheet::file(summary_sheet(&rows), &format!("statements-{month}.csv"));
    Ok(Outcome::Ready(match last {
        Some(last) => response.with_unique_header("Link", next_link(call, &last)),
        None => response,
    }))
}

fn summary_sheet(rows: &[CustomerSummaryBody]) -> Sheet {
    let columns = [
        "customer_id",
        "name",
        "email",
        "subscription_tier",
        "month",
        "checks",
        "total_usd",
        "has_unpriced_days",
        "is_active",
        "is_final",
    ];
    let mut sheet = Sheet::new(columns);
    for row in rows {
        sheet.row([
            row.customer_id.to_string().as_str(),
            &row.name,
            &row.email,
            &row.subscription_tier,
            &row.month,
            &row.checks.to_string(),
            &row.total_usd,
            &row.has_unpriced_days.to_string(),
            &row.is_active.to_string(),
            &row.is_final.to_string(),
        ]);
    }
    sheet
}
