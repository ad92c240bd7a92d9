//! What operators do with messages to the outside: look at them, try one again, withdraw one, and
//! try the way.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::outbox::MAX_STANDING;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::MessageId;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Channel, Message, MessageStatus, Template, Way};
use crate::domain::text::Email;
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta, Lane, MessageFilter, MessagePage};

/// Messages that one change deletes, so that no check waits long behind it.
const FORGOTTEN_AT_ONCE: usize = 500;
/// Such changes at one look.
const FORGOTTEN_STEPS: usize = 20;

/// How a way out stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WayCounts {
    /// Messages that wait or are being sent.
    pub waiting: usize,
    /// Messages that were given up.
    pub failed: usize,
    /// Messages of which nobody knows whether they arrived.
    pub uncertain: usize,
    /// How long the one that waits longest has waited.
    pub longest_wait: Duration,
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Messages that wait or are being sent.
    pub waiting: usize,
    /// Messages that were given up.
    pub failed: usize,
    /// Messages of which nobody knows whether they arrived.
    pub uncertain: usize,
    /// When one was last taken.
    pub last_sent_at: Option<Timestamp>,
}

impl App {
    /// The newest messages that the filter leaves. Blocks on the database.
    pub fn messages(&self, filter: &MessageFilter) -> Result<MessagePage, Error> {
        Ok(self.ledger.reader().messages(filter)?)
    }

    /// One message, whatever became of it. Blocks on the database.
    pub fn message(&self, id: MessageId) -> Result<Message, Error> {
        let found = self.ledger.reader().message(id)?;
        found.ok_or(Error::NotFound("message"))
    }

    /// How many messages stand, by what became of them.
    pub fn outbox_counts(&self) -> OutboxCounts {
        let ways = Way::ALL.map(|way| self.way_counts(way));
        let of = |count: fn(&WayCounts) -> usize| ways.iter().map(count).sum();
        OutboxCounts {
            waiting: of(|way| way.waiting),
            failed: of(|way| way.failed),
            uncertain: of(|way| way.uncertain),
            last_sent_at: self.live().last_sent_at(),
        }
    }

    /// How many messages of a way stand, by what became of them.
    pub fn way_counts(&self, way: Way) -> WayCounts {
        let (live, now) = (self.live(), self.now());
        let mut counts = WayCounts::default();
        for message in live
            .messages()
            .filter(|message| message.channel.way() == way)
        {
            match message.status {
                MessageStatus::Waiting | MessageStatus::Sending => {
                    counts.waiting += 1;
                    let wait = now.since(message.queued_at);
                    counts.longest_wait = counts.longest_wait.max(wait);
                }
                MessageStatus::Failed => counts.failed += 1,
                MessageStatus::Uncertain => counts.uncertain += 1,
                MessageStatus::Sent | MessageStatus::Cancelled => {}
            }
        }
        counts
    }

    /// Tries a message again: one that was given up or is uncertain, or one that waits, now.
    pub fn retry_message(&self, caller: &Caller, id: MessageId) -> Promise<Arc<Message>> {
        self.change(
            caller,
            draft("message.retry", id),
            move |live, moment, _| {
                let message = live.message(id).ok_or(Error::NotFound("message"))?;
                if message.status == MessageStatus::Sending {
                    let why = "the message is being sent right now: look again in a minute";
                    return Err(Error::Conflict(why.to_owned()));
                }
                Ok(saved(message, message.again(moment.now)))
            },
        )
    }

    /// Withdraws a message that is not on its way.
    pub fn cancel_message(&self, caller: &Caller, id: MessageId) -> Promise<Arc<Message>> {
        self.change(
            caller,
            draft("message.cancel", id),
            move |live, moment, _| {
                let message = live.message(id).ok_or(Error::NotFound("message"))?;
                if message.status == MessageStatus::Sending {
                    let why =
                        "the message is being sent right now and cannot be withdrawn any more";
                    return Err(Error::Conflict(why.to_owned()));
                }
                let why = Some("withdrawn by an operator".to_owned());
                let cancelled = message.settled(MessageStatus::Cancelled, why, moment.now);
                Ok(saved(message, cancelled))
            },
        )
    }

    /// Queues a letter that says nothing but that it was sent.
    pub fn test_mail(&self, caller: &Caller, to: Email) -> Promise<Arc<Message>> {
        let draft = Draft {
            action: "message.test",
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, _| {
            if live.settings().outbox.mail.is_none() {
                let why = "no mail relay is configured: set `mail.relay` and `mail.from`";
                return Err(Error::MailNotConfigured(why.to_owned()));
            }
            if live.message_count() >= MAX_STANDING {
                let why = "too many messages wait to be sent: look at the outbox first";
                return Err(Error::Conflict(why.to_owned()));
            }
            let facts = [("sent_at".to_owned(), moment.now.to_string())];
            let id = MessageId::fresh(moment.environment);
            let channel = Channel::Email { to };
            let message = Message::new(id, channel, Template::Test, facts.into(), moment.now);
            let message = Arc::new(message);
            let mutations = vec![Mutation::SaveMessage(Arc::clone(&message))];
            Ok(Accepted::done(message, mutations, json!(null)).about(&id))
        })
    }
}

impl App {
    /// Deletes messages that were over longer ago than they are to be kept, step by step; called
    /// about twice a minute. Blocks until it is done or the ledger takes nothing.
    pub fn forget_old_messages(&self) {
        for _ in 0..FORGOTTEN_STEPS {
            let keep_for = self.live().settings().outbox.keep_for;
            // By whole days, so that there is a record of it once a day, and not at every look.
            let before = self.now().minus(keep_for).day().starts_at();
            let reader = self.ledger.reader();
            let found = match reader.messages_over_before(before, FORGOTTEN_AT_ONCE) {
                Ok(found) => found,
                Err(error) => {
                    let error = &error as &dyn std::error::Error;
                    tracing::warn!(error, "cannot look for old messages");
                    return;
                }
            };
            let is_last = found.len() < FORGOTTEN_AT_ONCE;
            if found.is_empty() || !self.forget(found, before) || is_last {
                return;
            }
        }
    }

    fn forget(&self, found: Vec<MessageId>, before: Timestamp) -> bool {
        let meta = ChangeMeta {
            action: "message.forget",
            actor: Actor::System,
            claim: None,
            customer_id: None,
            agent_id: None,
            object: None,
            charged_to: None,
            request_id: self.fresh_request_id(),
        };
        let forgotten = self.ledger.change(Lane::Normal, meta, move |live, _| {
            // One that had failed may have been asked for again meanwhile.
            let is_old = |message: &Arc<Message>| {
                message.status.is_over() && message.settled_at.is_some_and(|at| at < before)
            };
            let may_go = |id: &MessageId| live.message(*id).is_none_or(is_old);
            let ids: Arc<[MessageId]> = found.into_iter().filter(may_go).collect();
            let details = json!({"messages": ids.len(), "settled_before": before});
            Ok::<_, Error>(Accepted::done(
                (),
                vec![Mutation::ForgetMessages(ids)],
                details,
            ))
        });
        forgotten.recv().is_ok_and(|forgotten| forgotten.is_ok())
    }
}

fn draft(action: &'static str, id: MessageId) -> Draft {
    Draft {
        action,
        object: Some(id.to_string()),
        ..Draft::default()
    }
}

fn saved(before: &Message, after: Message) -> Accepted<Arc<Message>> {
    let after = Arc::new(after);
    let details = json!({
        "channel": after.channel.word(), "from": before.status.word(),
        "template": after.template.word(), "to": after.status.word(),
    });
    let mutations = vec![Mutation::SaveMessage(Arc::clone(&after))];
    Accepted::done(after, mutations, details)
}
