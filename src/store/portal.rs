//! Customers' sessions in the portal and the links that open them, as rows.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::params;

use super::error::StoreError;
use super::load::{Sink, customer, optional_text, text, time};
use super::write::Writer;
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, KeyId, PortalLinkId, SessionId};
use crate::domain::mutation::Mutation;
use crate::domain::portal::{PortalBasis, PortalLink, PortalSession};
use crate::domain::scope::Scopes;
use crate::domain::secret::SecretDigest;
use crate::domain::text::Name;

impl Writer {
    pub(super) fn open_portal_session(
        &mut self,
        session: &PortalSession,
    ) -> Result<(), StoreError> {
        let customer = self.customer_number(session.customer_id)?;
        let (key, link, scopes, holder, sent_by) = match &session.basis {
            PortalBasis::Key(id) => (Some(id.to_bytes()), None, None, None, None),
            PortalBasis::Link {
                id,
                scopes,
                holder,
                sent_by,
            } => (
                None,
                Some(id.to_bytes()),
                Some(scopes.to_bits()),
                holder.as_ref().map(Name::as_str),
                Some(sent_by.to_stored()),
            ),
        };
        let mut insert = self.prepare(
            "INSERT INTO portal_sessions
               (id, customer_no, digest, key_id, link_id, scopes, holder, sent_by, created_at,
                expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        insert
            .execute(params![
                session.id.to_bytes().as_slice(),
                customer,
                session.digest.as_bytes().as_slice(),
                key,
                link,
                scopes,
                holder,
                sent_by,
                session.created_at.as_micros(),
                session.expires_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot open a customer's session"))?;
        Ok(())
    }

    pub(super) fn close_portal_session(
        &mut self,
        session: &PortalSession,
    ) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM portal_sessions WHERE id = ?1")?;
        delete
            .execute([session.id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot close a customer's session"))?;
        Ok(())
    }

    pub(super) fn open_portal_link(&mut self, link: &PortalLink) -> Result<(), StoreError> {
        let customer = self.customer_number(link.customer_id)?;
        let mut insert = self.prepare(
            "INSERT INTO portal_links
               (id, customer_no, digest, scopes, holder, opened_by, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        insert
            .execute(params![
                link.id.to_bytes().as_slice(),
                customer,
                link.digest.as_bytes().as_slice(),
                link.scopes.to_bits(),
                link.holder.as_ref().map(Name::as_str),
                link.opened_by.to_stored(),
                link.created_at.as_micros(),
                link.expires_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot open a link into a portal"))?;
        Ok(())
    }

    pub(super) fn close_portal_link(&mut self, link: &PortalLink) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM portal_links WHERE id = ?1")?;
        delete
            .execute([link.id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot close a link into a portal"))?;
        Ok(())
    }

    pub(super) fn load_portal(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        self.each(
            "SELECT id, customer_no, digest, key_id, link_id, scopes, holder, sent_by, created_at,
               expires_at
             FROM portal_sessions ORDER BY id",
            |row| {
                let basis = match row.get::<_, Option<[u8; 16]>>(3)? {
                    Some(key) => PortalBasis::Key(KeyId::from_bytes(key)),
                    None => PortalBasis::Link {
                        id: PortalLinkId::from_bytes(row.get(4)?),
                        scopes: Scopes::from_bits(row.get(5)?),
                        holder: optional_text(row, 6)?.map(Name::from_stored),
                        sent_by: Actor::from_stored(text(row, 7)?),
                    },
                };
                sink(Mutation::OpenPortalSession(Arc::new(PortalSession {
                    id: SessionId::from_bytes(row.get(0)?),
                    customer_id: customer(customers, row, 1)?,
                    basis,
                    digest: SecretDigest::from_bytes(row.get(2)?),
                    created_at: time(row, 8)?,
                    expires_at: time(row, 9)?,
                })));
                Ok(())
            },
        )?;
        self.each(
            "SELECT id, customer_no, digest, scopes, holder, opened_by, created_at, expires_at
             FROM portal_links ORDER BY id",
            |row| {
                sink(Mutation::OpenPortalLink(Arc::new(PortalLink {
                    id: PortalLinkId::from_bytes(row.get(0)?),
                    customer_id: customer(customers, row, 1)?,
                    digest: SecretDigest::from_bytes(row.get(2)?),
                    scopes: Scopes::from_bits(row.get(3)?),
                    holder: optional_text(row, 4)?.map(Name::from_stored),
                    opened_by: Actor::from_stored(text(row, 5)?),
                    created_at: time(row, 6)?,
                    expires_at: time(row, 7)?,
                })));
                Ok(())
            },
        )
    }
}
