//! Messages to the outside and links to keys, as rows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::{OptionalExtension as _, Row, params};

use super::error::StoreError;
use super::load::{Sink, customer, optional_text, optional_time, parsed, text, time};
use super::read::Reader;
use super::write::Writer;
use crate::domain::actor::Actor;
use crate::domain::id::{CustomerId, KeyLinkId, MessageId};
use crate::domain::key_link::KeyLink;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Channel, Message, MessageStatus};
use crate::domain::scope::Scopes;
use crate::domain::secret::SecretDigest;
use crate::domain::text::{Email, Name};
use crate::domain::time::Timestamp;

/// A message's columns, in the order in which [`message`] reads them.
const MESSAGE_COLUMNS: &str = "id, channel, recipient, template, facts, status, \
    attempts, next_at, last_error, created_at, settled_at, queued_at";

impl Writer {
    pub(super) fn save_message(&mut self, message: &Message) -> Result<(), StoreError> {
        let customer = message.customer_id.map(|id| self.customer_number(id));
        let customer = customer.transpose()?;
        let facts =
            serde_json::to_string(&message.facts).map_err(|error| StoreError::Unreadable {
                what: "the facts of a message",
                why: error.to_string(),
            })?;
        let mut upsert = self.prepare(
            "INSERT INTO outbound_messages (id, channel, recipient, template, facts, status,
               attempts, next_at, last_error, created_at, settled_at, queued_at, customer_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (id) DO UPDATE SET
               facts = excluded.facts, status = excluded.status, attempts = excluded.attempts,
               next_at = excluded.next_at, last_error = excluded.last_error,
               settled_at = excluded.settled_at, queued_at = excluded.queued_at",
        )?;
        upsert
            .execute(params![
                message.id.to_bytes().as_slice(),
                message.channel.word(),
                message.channel.to().map(Email::as_str),
                message.template.word(),
                facts,
                message.status.word(),
                message.attempts,
                message.next_at.map(Timestamp::as_micros),
                message.last_error,
                message.created_at.as_micros(),
                message.settled_at.map(Timestamp::as_micros),
                message.queued_at.as_micros(),
                customer,
            ])
            .map_err(StoreError::sqlite("cannot save a message"))?;
        Ok(())
    }

    pub(super) fn forget_messages(&mut self, ids: &[MessageId]) -> Result<(), StoreError> {
        let mut delete = self.prepare(
            "DELETE FROM outbound_messages
             WHERE id = ?1 AND status IN ('sent', 'failed', 'cancelled')",
        )?;
        for id in ids {
            delete
                .execute([id.to_bytes().as_slice()])
                .map_err(StoreError::sqlite("cannot delete a message"))?;
        }
        Ok(())
    }

    pub(super) fn save_key_link(&mut self, link: &KeyLink) -> Result<(), StoreError> {
        let customer = self.customer_number(link.customer_id)?;
        let mut upsert = self.prepare(
            "INSERT INTO key_links
               (id, customer_no, name, scopes, digest, opened_by, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET digest = excluded.digest",
        )?;
        upsert
            .execute(params![
                link.id.to_bytes().as_slice(),
                customer,
                link.name.as_str(),
                link.scopes.to_bits(),
                link.digest
                    .as_ref()
                    .map(|digest| digest.as_bytes().to_vec()),
                link.opened_by.to_stored(),
                link.created_at.as_micros(),
                link.expires_at.as_micros(),
            ])
            .map_err(StoreError::sqlite("cannot save a link to a key"))?;
        Ok(())
    }

    pub(super) fn close_key_link(&mut self, link: &KeyLink) -> Result<(), StoreError> {
        let mut delete = self.prepare("DELETE FROM key_links WHERE id = ?1")?;
        delete
            .execute([link.id.to_bytes().as_slice()])
            .map_err(StoreError::sqlite("cannot close a link to a key"))?;
        Ok(())
    }

    pub(super) fn load_outbox(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        self.each(
            "SELECT id, customer_no, name, scopes, digest, opened_by, created_at, expires_at
             FROM key_links ORDER BY id",
            |row| {
                sink(Mutation::SaveKeyLink(Arc::new(KeyLink {
                    id: KeyLinkId::from_bytes(row.get(0)?),
                    customer_id: customer(customers, row, 1)?,
                    name: Name::from_stored(text(row, 2)?),
                    scopes: Scopes::from_bits(row.get(3)?),
                    digest: row
                        .get::<_, Option<[u8; 32]>>(4)?
                        .map(SecretDigest::from_bytes),
                    opened_by: Actor::from_stored(text(row, 5)?),
                    created_at: time(row, 6)?,
                    expires_at: time(row, 7)?,
                })));
                Ok(())
            },
        )?;
        // What is over is not kept in memory, but for the one that tells when anything was sent.
        let sql = format!(
            "SELECT {MESSAGE_COLUMNS}, customer_no FROM outbound_messages
             WHERE status NOT IN ('sent', 'cancelled')
                OR id = (SELECT id FROM outbound_messages WHERE status = 'sent'
                         ORDER BY settled_at DESC, id DESC LIMIT 1)
             ORDER BY id"
        );
        self.each(&sql, |row| {
            let owner = match row.get::<_, Option<i64>>(12)? {
                Some(_) => Some(customer(customers, row, 12)?),
                None => None,
            };
            sink(Mutation::SaveMessage(Arc::new(message(row, owner)?)));
            Ok(())
        })
    }
}

/// A message, from [`MESSAGE_COLUMNS`].
fn message(row: &Row<'_>, owner: Option<CustomerId>) -> rusqlite::Result<Message> {
    let channel = match optional_text(row, 2)? {
        Some(to) => Channel::Email {
            to: Email::from_stored(to),
        },
        None => Channel::Webhook,
    };
    let facts: BTreeMap<String, String> = serde_json::from_str(text(row, 4)?).map_err(|error| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(4, kind, error.into())
    })?;
    Ok(Message {
        id: MessageId::from_bytes(row.get(0)?),
        channel,
        template: parsed(row, 3)?,
        customer_id: owner,
        facts,
        status: parsed(row, 5)?,
        attempts: row.get(6)?,
        next_at: optional_time(row, 7)?,
        last_error: row.get(8)?,
        created_at: time(row, 9)?,
        settled_at: optional_time(row, 10)?,
        queued_at: time(row, 11)?,
    })
}

/// Which messages are wanted. Of those left, the newest come first.
#[derive(Debug, Clone, Default)]
pub struct MessageFilter {
    /// Only those that stand so.
    pub status: Option<MessageStatus>,
    /// Only those about this customer.
    pub customer: Option<CustomerId>,
    /// Only those queued before this one.
    pub before: Option<MessageId>,
    /// At most so many.
    pub limit: usize,
}

/// Some messages, and where to look for more.
#[derive(Debug, Clone, Default)]
pub struct MessagePage {
    /// Those found, newest first.
    pub found: Vec<Message>,
    /// The last one found, when there are more behind it.
    pub last: Option<MessageId>,
}

impl Reader {
    /// The newest messages that the filter leaves.
    pub fn messages(&self, filter: &MessageFilter) -> Result<MessagePage, StoreError> {
        let connection = self.connection()?;
        let read = || -> rusqlite::Result<MessagePage> {
            let sql = format!(
                "SELECT {MESSAGE_COLUMNS}, (SELECT c.id FROM customers c WHERE c.no = customer_no)
                 FROM outbound_messages
                 WHERE id < ?1 AND (?2 IS NULL OR status = ?2)
                   AND (?3 IS NULL OR customer_no = (SELECT no FROM customers WHERE id = ?3))
                 ORDER BY id DESC LIMIT ?4"
            );
            let before = filter.before.map_or([0xff; 16], MessageId::to_bytes);
            let customer = filter.customer.map(CustomerId::to_bytes);
            let one_more = i64::try_from(filter.limit.saturating_add(1)).unwrap_or(i64::MAX);
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params![
                before.as_slice(),
                filter.status.map(MessageStatus::word),
                customer.as_ref().map(<[u8; 16]>::as_slice),
                one_more,
            ])?;
            let mut page = MessagePage::default();
            while let Some(row) = rows.next()? {
                if page.found.len() == filter.limit {
                    page.last = page.found.last().map(|message| message.id);
                    break;
                }
                page.found.push(listed(row)?);
            }
            Ok(page)
        };
        read().map_err(StoreError::sqlite("cannot read messages"))
    }

    /// Messages that were over before that moment, the oldest first, at most so many.
    pub fn messages_over_before(
        &self,
        before: Timestamp,
        most: usize,
    ) -> Result<Vec<MessageId>, StoreError> {
        let connection = self.connection()?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let read = || {
            let mut statement = connection.prepare_cached(
                "SELECT id FROM outbound_messages
                 WHERE status IN ('sent', 'failed', 'cancelled') AND settled_at < ?1
                 ORDER BY settled_at, id LIMIT ?2",
            )?;
            let ids = statement.query_map(params![before.as_micros(), most], |row| {
                Ok(MessageId::from_bytes(row.get(0)?))
            })?;
            ids.collect::<rusqlite::Result<Vec<_>>>()
        };
        read().map_err(StoreError::sqlite("cannot read messages"))
    }

    /// The message of that identifier, whatever became of it.
    pub fn message(&self, id: MessageId) -> Result<Option<Message>, StoreError> {
        let connection = self.connection()?;
        let read = || {
            let sql = format!(
                "SELECT {MESSAGE_COLUMNS}, (SELECT c.id FROM customers c WHERE c.no = customer_no)
                 FROM outbound_messages WHERE id = ?1"
            );
            connection
                .prepare_cached(&sql)?
                .query_row([&id.to_bytes()[..]], listed)
                .optional()
        };
        read().map_err(StoreError::sqlite("cannot read a message"))
    }
}

/// A message with the identifier of its customer behind it.
fn listed(row: &Row<'_>) -> rusqlite::Result<Message> {
    let owner = row.get::<_, Option<[u8; 16]>>(12)?;
    message(row, owner.map(CustomerId::from_bytes))
}
