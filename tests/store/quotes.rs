//! Requests for a quote, as the store's tests make them.

use std::sync::Arc;

use portcullis::domain::id::QuoteId;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::quote::{Quote, QuoteState};
use portcullis::domain::text::{Email, Name};

use crate::fixtures::noon;

/// Two requests, of which one is answered and one is deleted.
pub(crate) fn quotes() -> Vec<Mutation> {
    let asked = Quote {
        id: QuoteId::from_bytes([1; 16]),
        company: Name::parse("Initech").unwrap(),
        contact: Name::parse("Bill").unwrap(),
        email: Email::parse("bill@initech.example").unwrap(),
        tier: None,
        agents: None,
        checks_per_month: None,
        message: None,
        state: QuoteState::Open,
        notes: None,
        created_at: noon(1),
        updated_at: noon(1),
    };
    let another = Quote {
        id: QuoteId::from_bytes([2; 16]),
        tier: Some("pro".into()),
        agents: Some(u32::MAX),
        checks_per_month: Some(1_000_000_000_000),
        message: Some("two\nlines".to_owned()),
        ..asked.clone()
    };
    let answered = Quote {
        state: QuoteState::Answered,
        notes: Some("called \u{2713}".to_owned()),
        updated_at: noon(2),
        ..another.clone()
    };
    vec![
        Mutation::SaveQuote(Arc::new(asked)),
        Mutation::SaveQuote(Arc::new(another)),
        Mutation::SaveQuote(Arc::new(answered)),
        Mutation::DeleteQuote(QuoteId::from_bytes([1; 16])),
    ]
}
