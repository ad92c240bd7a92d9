//! Messages of which something can still become.

use std::ops::Bound;
use std::sync::Arc;

use imbl::OrdMap;

use super::{Live, Topic};
use crate::domain::id::MessageId;
use crate::domain::outbox::{Message, MessageStatus, Way};
use crate::domain::time::Timestamp;

/// Standing messages by identifier, and those that wait by their way and the time that they are due.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    standing: OrdMap<MessageId, Arc<Message>>,
    due: OrdMap<(Way, Timestamp, MessageId), Arc<Message>>,
    last_sent: Option<(Timestamp, MessageId)>,
}

impl Outbox {
    pub(super) fn save(&mut self, message: &Arc<Message>) {
        self.forget(message.id);
        let way = message.channel.way();
        if !message.status.is_standing() {
            if message.status == MessageStatus::Sent {
                let sent = message.settled_at.map(|at| (at, message.id));
                self.last_sent = self.last_sent.max(sent);
            }
            return;
        }
        self.standing.insert(message.id, Arc::clone(message));
        if let Some(at) = message.next_at {
            self.due.insert((way, at, message.id), Arc::clone(message));
        }
    }

    fn forget(&mut self, id: MessageId) {
        let known = self.standing.remove(&id);
        if let Some((known, at)) = known.and_then(|known| known.next_at.map(|at| (known, at))) {
            self.due.remove(&(known.channel.way(), at, id));
        }
    }
}

impl Live {
    pub(super) fn save_message(&mut self, message: &Arc<Message>) {
        self.outbox.save(message);
        self.note(Topic::Outbox);
    }

    pub(super) fn forget_messages(&mut self, ids: &[MessageId]) {
        for id in ids {
            self.outbox.forget(*id);
        }
        // They are deleted oldest first: with the last one that was sent, all are gone.
        let is_gone = |(_, id): &mut (Timestamp, MessageId)| ids.contains(id);
        self.outbox.last_sent.take_if(is_gone);
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

    /// The messages that wait to take that way, the one that is due first at the start.
    pub fn messages_due(&self, way: Way) -> impl Iterator<Item = &Arc<Message>> {
        let first = (
            way,
            Timestamp::from_micros(i64::MIN),
            MessageId::from_bytes([0; 16]),
        );
        let from = (Bound::Included(first), Bound::Unbounded);
        let due = self.outbox.due.range(from);
        due.take_while(move |((of, _, _), _)| *of == way)
            .map(|(_, message)| message)
    }

    /// When a message was last taken by its receiver, as long as that is kept.
    pub fn last_sent_at(&self) -> Option<Timestamp> {
        self.outbox.last_sent.map(|(at, _)| at)
    }
}
