//! `/api/quotes`.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use super::customers::tier_name;
use crate::app::Error;
use crate::app::quotes::{NewQuote, QuotePatch, find_quote, recommended};
use crate::domain::id::QuoteId;
use crate::domain::quote::{BadQuoteState, Quote, QuoteState};
use crate::domain::text::{Email, Name, prose};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Field, Issue, Kind};
use crate::http::page::Paging;
use crate::live::Live;

/// Characters of what somebody writes.
const PROSE: usize = 2000;

/// `POST /api/quotes`.
pub const REQUEST: &[Field] = &[
    Field::needed(
        "company",
        Kind::Text { min: 1, max: 255 },
        "The company that asks.",
        "\"Acme Retail\"",
    ),
    Field::needed(
        "contact",
        Kind::Text { min: 1, max: 255 },
        "The person who asks.",
        "\"Ada Lovelace\"",
    ),
    Field::needed(
        "email",
        Kind::Text { min: 5, max: 255 },
        "Where to answer.",
        "\"ada@acme.example\"",
    ),
    Field::optional(
        "subscription_tier",
        Kind::Text { min: 1, max: 64 },
        "The tier that is asked about.",
        "\"enterprise\"",
    ),
    Field::optional(
        "agents",
        Kind::Number {
            min: 0,
            max: 10_000_000,
        },
        "Agents that run today.",
        "800",
    ),
    Field::optional(
        "checks_per_month",
        Kind::Number {
            min: 0,
            max: 1_000_000_000_000,
        },
        "Checks expected in a month.",
        "2000000",
    ),
    Field::optional(
        "message",
        Kind::Text { min: 0, max: PROSE },
        "What else there is to say.",
        "\"We run agents in three regions.\"",
    ),
];

/// `PATCH /api/quotes/{quote_id}`.
pub const PATCH: &[Field] = &[
    Field::optional(
        "state",
        Kind::Word(&["open", "answered", "won", "lost"]),
        "How far it has come.",
        "\"answered\"",
    ),
    Field::optional(
        "notes",
        Kind::Text { min: 0, max: PROSE },
        "Notes for operators; `null` for none.",
        "\"called back, wants a trial\"",
    ),
];

impl Issue for BadQuoteState {}

/// What a request gives.
#[derive(Serialize, ToSchema)]
#[schema(as = RequestedQuote)]
pub struct RequestedBody {
    #[schema(value_type = String)]
    quote_id: QuoteId,
    message: &'static str,
}

/// A request for a quote.
#[derive(Serialize, ToSchema)]
#[schema(as = Quote)]
pub struct QuoteBody {
    #[schema(value_type = String)]
    id: QuoteId,
    company: String,
    contact: String,
    email: String,
    /// The tier that they asked about.
    subscription_tier: Option<String>,
    /// Agents that they run today.
    agents: Option<u32>,
    /// Checks that they expect in a month.
    checks_per_month: Option<u64>,
    message: Option<String>,
    /// The cheapest tier, of those on offer now, that fits what they said; `null` when they gave no
    /// numbers.
    recommended_tier: Option<String>,
    /// `open`, `answered`, `won` or `lost`.
    state: &'static str,
    /// What operators noted.
    notes: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

impl QuoteBody {
    fn of(quote: &Quote, live: &Live) -> Self {
        Self {
            id: quote.id,
            company: quote.company.to_string(),
            contact: quote.contact.to_string(),
            email: quote.email.to_string(),
            subscription_tier: quote.tier.as_deref().map(str::to_owned),
            agents: quote.agents,
            checks_per_month: quote.checks_per_month,
            message: quote.message.clone(),
            recommended_tier: recommended(live, quote).map(|tier| tier.name.to_string()),
            state: quote.state.word(),
            notes: quote.notes.clone(),
            created_at: quote.created_at,
            updated_at: quote.updated_at,
        }
    }
}

/// `POST /api/quotes`.
pub fn request(call: &Call<'_>) -> Handled {
    let mut body = call.body(REQUEST)?;
    let company = body.text("company", Name::parse);
    let contact = body.text("contact", Name::parse);
    let email = body.text("email", Email::parse);
    let tier = tier_name(call, &mut body);
    let message = body.text("message", |text| prose(text, PROSE));
    let (Some(company), Some(contact), Some(email)) = (company, contact, email) else {
        return Err(body.error());
    };
    let new = NewQuote {
        company,
        contact,
        email,
        tier,
        agents: body.number("agents"),
        checks_per_month: body.large_number("checks_per_month"),
        message: message.filter(|text| !text.is_empty()),
    };
    body.finish()?;
    let address = call.request_address();
    let promise = call.app.request_quote(call.caller, address, new)?;
    Ok(answer::after_change(promise, |quote_id| {
        let body = RequestedBody {
            quote_id,
            message: "thank you: somebody will answer by e-mail",
        };
        answer::json_with(201, &body)
    }))
}

/// `GET /api/quotes`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let before = paging.after(str::parse::<QuoteId>)?;
    let state = call.parameter("state", str::parse::<QuoteState>)?;
    let found = call
        .live
        .quotes_before(before)
        .filter(|quote| state.is_none_or(|state| quote.state == state));
    let page = paging.page(
        found,
        |quote| quote.id.to_string(),
        |quote| QuoteBody::of(quote, call.live),
    );
    answer::ready(&page)
}

/// `GET /api/quotes/{quote_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let quote = find_quote(call.live, quote_id(call)?)?;
    answer::versioned(&QuoteBody::of(quote, call.live), quote.as_ref()).map(Outcome::Ready)
}

/// `PATCH /api/quotes/{quote_id}`.
pub fn patch(call: &Call<'_>) -> Handled {
    let id = quote_id(call)?;
    let mut body = call.body(PATCH)?;
    let state = body.text("state", str::parse::<QuoteState>);
    let notes = body.text("notes", |text| prose(text, PROSE));
    let notes = if body.is_null("notes") {
        Some(None)
    } else {
        notes.map(|text| Some(text).filter(|text| !text.is_empty()))
    };
    body.finish()?;
    let patch = QuotePatch { state, notes };
    let app = Arc::clone(call.app);
    let expected = call.expected()?;
    let promise = call.app.patch_quote(call.caller, id, patch, expected);
    Ok(answer::after_change(promise, move |id| {
        let live = app.live();
        let quote = find_quote(&live, id)?;
        answer::versioned(&QuoteBody::of(quote, &live), quote.as_ref())
    }))
}

/// `DELETE /api/quotes/{quote_id}`.
pub fn delete(call: &Call<'_>) -> Handled {
    let id = quote_id(call)?;
    let promise = call.app.delete_quote(call.caller, id);
    Ok(answer::after_change(promise, |()| {
        answer::json(&MessageBody {
            message: "the request for a quote is deleted",
        })
    }))
}

fn quote_id(call: &Call<'_>) -> Result<QuoteId, Error> {
    let id = call.params.get("quote_id").parse();
    id.map_err(|_| Error::NotFound("request for a quote"))
}
