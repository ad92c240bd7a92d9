//! Messages of which something can still become.

use std::sync::Arc;

use imbl::OrdMap;

use super::{Live, Topic};
use crate::domain::id::MessageId;
use crate::domain::outbox::Message;
use crate::domain::time::Timestamp;

/// Standing messages by identifier, and those that wait by the time that they are due.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    standing: OrdMap<MessageId, Arc<Message>>,
    due: OrdMap<(Timestamp, MessageId), Arc<Message>>,
    last_sent_at: Option<Timestamp>,
}

impl Outbox {
    pub(super) fn save(&mut self, message: &Arc<Message>) {
        let known = self.standing.remove(&message.id);
        if let Some(at) = known.and_then(|known| known.next_at) {
            self.due.remove(&(at, message.id));
        }
        if !message.status.is_standing() {
            if message.status == crate::domain::outbox::MessageStatus::Sent {
                self.last_sent_at = self.last_sent_at.max(message.settled_at);
            }
            return;
        }
        self.standing.insert(message.id, Arc::clone(message));
        if let Some(at) = message.next_at {
            self.due.insert((at, message.id), Arc::clone(message));
        }
    }
}

impl Live {
    pub(super) fn save_message(&mut self, message: &Arc<Message>) {
        self.outbox.save(message);
        self.note(Topic::Outbox);
    }

    /// The message, while something can still become of it.
    pub fn message(&self, id: MessageId) -> Option<&Arc<Message>> {
        self.outbox.standing.get(&id)
    }

    /// The messages of which something can still become, oldest first.
    pub fn messages(&self) -> impl Iterator<Item = &Arc<Message>> {
        self.outbox.standing.values()
    }

    /// How many these are.
    pub fn message_count(&self) -> usize {
        self.outbox.standing.len()
    }

    /// The messages that wait, the one that is due first at the start.
    pub fn messages_due(&self) -> impl Iterator<Item = &Arc<Message>> {
        self.outbox.due.values()
    }

    /// When a message was last taken by its receiver.
    pub fn last_sent_at(&self) -> Option<Timestamp> {
        self.outbox.last_sent_at
    }
}
