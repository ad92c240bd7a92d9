//! `GET /api/search`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::CustomerId;
use crate::http::answer::{self, Handled};
use crate::http::call::{Call, bad_parameter};

/// Characters that a search takes.
const CHARS: std::ops::RangeInclusive<usize> = 2..=100;

/// Something that was found.
#[derive(Serialize, ToSchema)]
#[schema(as = Found)]
pub struct FoundBody {
    /// `customer`, `operator`, `agent`, `key`, `permission`, `approval` or `record`.
    kind: &'static str,
    /// Its identifier; of an agent, the customer's own name for it.
    id: String,
    /// What people call it.
    title: String,
    /// A little more about it.
    detail: String,
    /// The customer that it belongs to, or is.
    #[schema(value_type = Option<String>)]
    customer_id: Option<CustomerId>,
}

/// `GET /api/search`.
pub fn search(call: &Call<'_>) -> Handled {
    if call.customer.is_some() {
        call.state()?;
    }
    let text = call.query("q").unwrap_or_default();
    let text = text.trim();
    if !CHARS.contains(&text.chars().count()) || text.chars().any(char::is_control) {
        let message = format!("must have {} to {} characters", CHARS.start(), CHARS.end());
        return Err(bad_parameter("q", message));
    }
    let hits = call
        .app
        .search(call.live, call.caller, call.customer, text, call.now)?;
    let found = hits.into_iter().map(|hit| FoundBody {
        kind: hit.kind.word(),
        id: hit.id,
        title: hit.title,
        detail: hit.detail,
        customer_id: hit.customer_id,
    });
    answer::ready(&found.collect::<Vec<FoundBody>>())
}
