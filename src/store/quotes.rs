//! Requests for a quote, as rows.

use std::sync::Arc;

use rusqlite::params;

use super::error::StoreError;
use super::load::{Sink, optional_text, parsed, text, time};
use super::write::Writer;
use crate::domain::id::QuoteId;
use crate::domain::mutation::Mutation;
use crate::domain::quote::Quote;
use crate::domain::text::{Email, Name};

impl Writer {
    pub(super) fn save_quote(&mut self, quote: &Quote) -> Result<(), StoreError> {
        let mut upsert = self.prepare(
            "INSERT INTO quotes (id, company, contact, email, tier, agents, checks_per_month,
               message, state, notes, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (id) DO UPDATE SET
               state = excluded.state, notes = excluded.notes, updated_at = excluded.updated_at",
        )?;
        upsert
            .execute(params![
                quote.id.to_bytes().as_slice(),
                quote.company.as_str(),
                quote.contact.as_str(),
                quote.email.as_str(),
                quote.tier.as_deref(),
                quote.agents,
                quote.checks_per_month.map(u64::cast_signed),
                quote.message,
                quote.state.word(),
                quote.notes,
                quote.created_at.as_micros(),
                quote.updated_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot save a request for a quote"))?;
        Ok(())
    }

    pub(super) fn delete_quote(&mut self, id: QuoteId) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM quotes WHERE id = ?1")?;
        let gone = delete
            .execute([id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot delete a request for a quote"))?;
        if gone == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("request for a quote"))
        }
    }

    pub(super) fn load_quotes(&self, sink: Sink<'_>) -> Result<(), StoreError> {
        self.each(
            "SELECT id, company, contact, email, tier, agents, checks_per_month, message, state,
               notes, created_at, updated_at FROM quotes ORDER BY id",
            |row| {
                sink(Mutation::SaveQuote(Arc::new(Quote {
                    id: QuoteId::from_bytes(row.get(0)?),
                    company: Name::from_stored(text(row, 1)?),
                    contact: Name::from_stored(text(row, 2)?),
                    email: Email::from_stored(text(row, 3)?),
                    tier: optional_text(row, 4)?.map(Arc::from),
                    agents: row.get(5)?,
                    checks_per_month: row.get::<_, Option<i64>>(6)?.map(i64::cast_unsigned),
                    message: row.get(7)?,
                    state: parsed(row, 8)?,
                    notes: row.get(9)?,
                    created_at: time(row, 10)?,
                    updated_at: time(row, 11)?,
                })));
                Ok(())
            },
        )
    }
}
