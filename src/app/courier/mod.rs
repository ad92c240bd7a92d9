//! The courier: takes what is due out of the live state, sends it, and writes down what became of
//! it. Each way out has a lane, a thread of its own (`lane`). A letter is marked as being sent, on the
//! disk, before its text is handed over: should the process die then, nobody knows whether it arrived,
//! and it is not sent again by itself.

mod lane;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwapOption;
use serde_json::json;

use super::links::in_force;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::{KeyLinkId, MessageId};
use crate::domain::key_link::KeyLink;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Channel, Message, MessageStatus, Template, Way};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane as Queue, Moment};
use crate::live::Live;
use crate::metrics::MessageLabels;
use crate::outbox::{Letter, Outcome, Outside, Stop};
use lane::Lane;

/// How long a stop waits for the attempts under way.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// The ways out that are configured, and a lane for each.
#[derive(Default)]
pub(super) struct Courier {
    outside: ArcSwapOption<Outside>,
    letters: Lane,
    webhooks: Lane,
    stop: Stop,
}

impl Courier {
    fn lane(&self, way: Way) -> &Lane {
        match way {
            Way::Letters => &self.letters,
            Way::Webhooks => &self.webhooks,
        }
    }

    /// Whether that way is configured, and nobody has said stop.
    fn is_open(&self, way: Way) -> bool {
        let outside = self.outside.load();
        let has_way = |outside: &Arc<Outside>| match way {
            Way::Letters => outside.has_relay(),
            Way::Webhooks => outside.has_webhook(),
        };
        outside.as_ref().is_some_and(has_way) && !self.stop.is_said()
    }
}

impl App {
    /// Takes over the ways out, and opens a lane for each that has none. Without any there is none.
    pub fn configure_outside(self: &Arc<Self>, outside: Option<Arc<Outside>>) {
        self.courier.outside.store(outside);
        for way in Way::ALL {
            // The count is there from the beginning, and not with the first message.
            let channel = way.channel();
            let sent = &self.ledger.metrics().messages_sent;
            drop(sent.get_or_create(&MessageLabels { channel }));
            lane::open(self, way);
        }
    }

    /// The ways out in force.
    pub fn outside(&self) -> Option<Arc<Outside>> {
        self.courier.outside.load_full()
    }

    /// Writes down what the last run left half done: letters whose receipt nobody heard. Called once,
    /// before anything is sent.
    pub fn settle_interrupted(&self) {
        let live = self.live();
        let broken = live
            .messages()
            .filter(|message| message.status == MessageStatus::Sending);
        let broken: Vec<MessageId> = broken.map(|message| message.id).collect();
        drop(live);
        for id in broken {
            let why = "the server ended while it was being sent".to_owned();
            self.settle_message(id, Outcome::Uncertain(why));
        }
    }

    /// Ends the lanes, and waits a little for the attempts under way.
    pub fn stop_courier(&self) {
        self.courier.stop.now();
        let threads = Way::ALL.map(|way| self.courier.lane(way).end());
        let until = Instant::now() + STOP_WITHIN;
        for thread in threads.into_iter().flatten() {
            while !thread.is_finished() && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(20));
            }
            if !thread.is_finished() {
                tracing::warn!(
                    "an attempt to send is still under way: a letter that was handed over will \
                     be listed as uncertain"
                );
            }
        }
    }

    /// One message's way, from what is due to what became of it. Blocks on the network.
    fn send(&self, outside: &Outside, message: &Message) -> Outcome {
        let stop = &self.courier.stop;
        match &message.channel {
            // For a link that nobody can use any more no connection is opened.
            Channel::Email { .. } if is_over(&self.live(), message, self.now()) => {
                Outcome::Withdrawn
            }
            Channel::Email { to } => {
                let mut make = || self.letter(outside, message.id);
                outside.send_letter(message.id, to, &mut make, stop)
            }
            Channel::Webhook => {
                let event = json!({
                    "type": message.template.event(),
                    "timestamp": message.created_at,
                    "data": message.facts,
                });
                let (id, now) = (message.id, self.now());
                outside.send_webhook(id, now, event.to_string().as_bytes(), stop)
            }
        }
    }

    /// Marks a letter as being sent, with a fresh secret for its link where it has one, and makes
    /// its text. Nothing when it is not to be sent any more, or cannot be marked now.
    fn letter(&self, outside: &Outside, id: MessageId) -> Option<Letter> {
        let promise =
            self.outbox_change("message.attempt", id, self.of(id), move |live, moment| {
                let message = live.message(id);
                let waits = |message: &&Arc<Message>| message.status == MessageStatus::Waiting;
                let message = message.filter(waits).ok_or(Error::NotFound("message"))?;
                let (link, secret) = match about_link(live, moment, message) {
                    About::Nothing => (None, None),
                    About::Link(link, secret) => (Some(link), Some(secret)),
                    About::Over => return Err(Error::NotFound("open link")),
                };
                let begun = Arc::new(message.begun());
                let details = json!({
                    "attempt": begun.attempts, "channel": begun.channel.word(),
                    "template": begun.template.word(),
                });
                let mut mutations = vec![Mutation::SaveMessage(Arc::clone(&begun))];
                mutations.extend(link.map(Mutation::SaveKeyLink));
                Ok(Accepted::done((begun, secret), mutations, details))
            });
        let (message, secret) = match promise.recv() {
            Ok(Ok(recorded)) => recorded.value,
            Ok(Err(_)) | Err(_) => return None,
        };
        let facts = self.facts(&message, secret.as_ref());
        outside.templates().letter(message.template, &facts)
    }

    /// What a text is made of: the message's own facts, and what is known only now.
    fn facts(&self, message: &Message, secret: Option<&Secret>) -> BTreeMap<String, String> {
        let live = self.live();
        let url = live.settings().outbox.public_url.as_deref();
        let url = url.unwrap_or_default();
        let mut facts = message.facts.clone();
        facts.insert("product_url".to_owned(), url.to_owned());
        if let Some(secret) = secret {
            let link = format!("{url}/welcome#{}", secret.reveal());
            facts.insert("link".to_owned(), link);
        }
        facts
    }

    /// Writes down what became of an attempt; whether it is written.
    fn settle_message(&self, id: MessageId, outcome: Outcome) -> bool {
        let promise = self.outbox_change("message.settle", id, self.of(id), move |live, moment| {
            let message = live.message(id).ok_or(Error::NotFound("message"))?;
            let settled = settled(live, message, outcome, moment.now);
            let details = json!({
                "attempts": settled.attempts, "channel": settled.channel.word(),
                "status": settled.status.word(), "template": settled.template.word(),
            });
            let mutations = vec![Mutation::SaveMessage(Arc::new(settled))];
            Ok(Accepted::done((), mutations, details))
        });
        // A message that is gone needs nothing any more.
        matches!(promise.recv(), Ok(Ok(_) | Err(ChangeError::Refused(_))))
    }

    fn of(&self, id: MessageId) -> Option<crate::domain::id::CustomerId> {
        self.live()
            .message(id)
            .and_then(|message| message.customer_id)
    }

    fn outbox_change<T: Send + 'static>(
        &self,
        action: &'static str,
        id: MessageId,
        customer_id: Option<crate::domain::id::CustomerId>,
        work: impl FnOnce(&Live, &Moment<'_>) -> Result<Accepted<T>, Error> + Send + 'static,
    ) -> super::Promise<T> {
        let meta = ChangeMeta {
            action,
            actor: Actor::System,
            claim: None,
            customer_id,
            agent_id: None,
            object: Some(id.to_string()),
            charged_to: None,
            request_id: self.fresh_request_id(),
        };
        self.ledger.change(Queue::Normal, meta, work)
    }
}

/// How a message stands after an attempt.
fn settled(live: &Live, message: &Message, outcome: Outcome, now: Timestamp) -> Message {
    let begun = match message.status {
        MessageStatus::Waiting => message.begun(),
        MessageStatus::Sending
        | MessageStatus::Sent
        | MessageStatus::Failed
        | MessageStatus::Uncertain
        | MessageStatus::Cancelled => message.clone(),
    };
    match outcome {
        Outcome::Sent(_) => begun.settled(MessageStatus::Sent, None, now),
        Outcome::Later(why) | Outcome::Shut(why) => begun.put_off(why, now),
        Outcome::Never(why) => begun.settled(MessageStatus::Failed, Some(why), now),
        Outcome::Uncertain(why) => begun.settled(MessageStatus::Uncertain, Some(why), now),
        Outcome::Withdrawn if is_over(live, message, now) => {
            let why = "the link in it was used, withdrawn, or is over".to_owned();
            message.settled(MessageStatus::Cancelled, Some(why), now)
        }
        Outcome::Withdrawn => begun.put_off("it could not be marked as being sent".to_owned(), now),
    }
}

/// What a message has to do with a link.
enum About {
    Nothing,
    Link(Arc<KeyLink>, Secret),
    Over,
}

fn has_link(message: &Message) -> bool {
    match message.template {
        Template::Invitation | Template::KeyLink => true,
        Template::QuotaNotice | Template::QuoteRequest | Template::Test => false,
    }
}

/// The link of a message, while it can be used.
fn link_of<'a>(live: &'a Live, message: &Message, now: Timestamp) -> Option<&'a Arc<KeyLink>> {
    let id: KeyLinkId = message.facts.get("link_id")?.parse().ok()?;
    in_force(live.key_links(), message.customer_id?, now).find(|link| link.id == id)
}

/// Whether it is about a link that cannot be used any more.
fn is_over(live: &Live, message: &Message, now: Timestamp) -> bool {
    has_link(message) && link_of(live, message, now).is_none()
}

fn about_link(live: &Live, moment: &Moment<'_>, message: &Message) -> About {
    if !has_link(message) {
        return About::Nothing;
    }
    let Some(link) = link_of(live, message, moment.now) else {
        return About::Over;
    };
    let secret = Secret::fresh(SecretKind::KeyLink, moment.environment);
    let link = KeyLink {
        digest: Some(secret.digest()),
        ..KeyLink::clone(link)
    };
    About::Link(Arc::new(link), secret)
}

/// The outcome in the program's own messages; addresses stay out of them, also those that a relay
/// names in its answer.
fn told(message: &Message, outcome: &Outcome) {
    let (id, channel, template) = (message.id, message.channel.word(), message.template.word());
    match outcome {
        Outcome::Sent(_) => tracing::info!(%id, channel, template, "a message was sent"),
        Outcome::Later(why) | Outcome::Shut(why) => {
            let why = without_addresses(why);
            tracing::warn!(%id, channel, template, why, "a message could not be sent");
        }
        Outcome::Never(why) => {
            let why = without_addresses(why);
            tracing::error!(%id, channel, template, why, "a message was refused for good");
        }
        Outcome::Uncertain(why) => {
            let why = without_addresses(why);
            tracing::error!(%id, channel, template, why, "nobody knows whether a message arrived");
        }
        Outcome::Withdrawn => tracing::info!(%id, channel, template, "a message was not sent"),
    }
}

/// The text with an ellipsis for each word that holds an address.
fn without_addresses(why: &str) -> String {
    let words = why.split(' ');
    let words = words.map(|word| if word.contains('@') { "\u{2026}" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_messages_name_no_address() {
        for (why, expected) in [
            (
                "the relay refuses the address with 550 5.1.1 <bob@acme.example>: no such user",
                "the relay refuses the address with 550 5.1.1 \u{2026} no such user",
            ),
            (
                "the relay refuses the address with 550 bob@acme.example",
                "the relay refuses the address with 550 \u{2026}",
            ),
            (
                "cannot connect to 127.0.0.1:25: Connection refused (os error 111)",
                "cannot connect to 127.0.0.1:25: Connection refused (os error 111)",
            ),
        ] {
            assert_eq!(without_addresses(why), expected);
        }
    }
}
