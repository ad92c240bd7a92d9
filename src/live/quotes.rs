//! Requests for a quote, newest last.

use std::ops::Bound;
use std::sync::Arc;

use super::{Live, Topic};
use crate::domain::id::QuoteId;
use crate::domain::quote::{Quote, QuoteState};

impl Live {
    /// The request of that identifier.
    pub fn quote(&self, id: QuoteId) -> Option<&Arc<Quote>> {
        self.quotes.get(&id)
    }

    /// Requests before that one, newest first.
    pub fn quotes_before(&self, before: Option<QuoteId>) -> impl Iterator<Item = &Arc<Quote>> {
        let end = before.map_or(Bound::Unbounded, Bound::Excluded);
        let range = self.quotes.range((Bound::Unbounded, end));
        range.rev().map(|(_, quote)| quote)
    }

    /// How many requests nobody has answered.
    pub fn quotes_open(&self) -> usize {
        let is_open = |quote: &&Arc<Quote>| quote.state == QuoteState::Open;
        self.quotes.values().filter(is_open).count()
    }

    pub(super) fn save_quote(&mut self, quote: &Arc<Quote>) {
        self.quotes.insert(quote.id, Arc::clone(quote));
        self.note(Topic::Quotes);
    }

    pub(super) fn delete_quote(&mut self, id: QuoteId) {
        self.quotes.remove(&id);
        self.note(Topic::Quotes);
    }
}
