//! Subscriptions at Stripe and the events that told of them, as rows.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::params;

use super::error::StoreError;
use super::load::{Sink, customer, text, time};
use super::write::Writer;
use crate::domain::id::CustomerId;
use crate::domain::mutation::Mutation;
use crate::domain::stripe::{Facts, SeenEvent, Subscription};

impl Writer {
    pub(super) fn save_subscription(
        &mut self,
        subscription: &Subscription,
    ) -> Result<(), StoreError> {
        let owner = subscription.customer_id;
        let customer = owner.map(|id| self.customer_number(id)).transpose()?;
        // Every member of it can be written.
        let facts = serde_json::to_string(&subscription.facts).unwrap_or_default();
        let mut upsert = self.prepare(
            "INSERT INTO stripe_subscriptions (id, customer_no, facts, updated_at)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
               customer_no = excluded.customer_no, facts = excluded.facts,
               updated_at = excluded.updated_at",
        )?;
        upsert
            .execute(params![
                &*subscription.id,
                customer,
                facts,
                subscription.updated_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot save a subscription"))?;
        Ok(())
    }

    pub(super) fn note_stripe_event(&mut self, event: &SeenEvent) -> Result<(), StoreError> {
        let mut insert = self.prepare(
            "INSERT INTO stripe_events (id, received_at) VALUES (?1, ?2)
             ON CONFLICT (id) DO UPDATE SET received_at = excluded.received_at",
        )?;
        insert
            .execute(params![&*event.id, event.received_at.as_micros()])
            .map_err(StoreError::sqlite("cannot note an event"))?;
        drop(insert);
        let mut delete = self.prepare("DELETE FROM stripe_events WHERE received_at < ?1")?;
        delete
            .execute([event.forgets_before().as_micros()])
            .map_err(StoreError::sqlite("cannot forget old events"))?;
        Ok(())
    }

    pub(super) fn load_stripe(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        self.each(
            "SELECT id, customer_no, facts, updated_at FROM stripe_subscriptions ORDER BY id",
            |row| {
                let facts: Facts = serde_json::from_str(text(row, 2)?).map_err(|error| {
                    let kind = rusqlite::types::Type::Text;
                    rusqlite::Error::FromSqlConversionFailure(2, kind, error.into())
                })?;
                let owner = row.get::<_, Option<i64>>(1)?;
                sink(Mutation::SaveSubscription(Arc::new(Subscription {
                    id: text(row, 0)?.into(),
                    customer_id: owner.map(|_| customer(customers, row, 1)).transpose()?,
                    facts,
                    updated_at: time(row, 3)?,
                })));
                Ok(())
            },
        )?;
        self.each(
            "SELECT id, received_at FROM stripe_events ORDER BY received_at, id",
            |row| {
                sink(Mutation::NoteStripeEvent(Arc::new(SeenEvent {
                    id: text(row, 0)?.into(),
                    received_at: time(row, 1)?,
                })));
                Ok(())
            },
        )
    }
}
