//! The courier: one thread that takes what is due out of the live state, sends it, and writes down
//! what became of it. A letter is marked as being sent, on the disk, before its text is handed over:
//! should the process die then, nobody knows whether it arrived, and it is not sent again by itself.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use arc_swap::ArcSwapOption;
use serde_json::json;

use super::links::in_force;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::{KeyLinkId, MessageId};
use crate::domain::key_link::KeyLink;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Channel, Message, MessageStatus, Template};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane, Moment};
use crate::live::Live;
use crate::outbox::{Letter, Outcome, Outside, Stop};

/// How often it looks for what is due.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long a way that does not open is left alone, so that a relay that is down does not keep
/// everything else waiting.
const REST: Duration = Duration::from_secs(30);
/// How long a stop waits for the attempt under way.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// The ways out that are configured, and the thread that takes them.
#[derive(Default)]
pub(super) struct Courier {
    outside: ArcSwapOption<Outside>,
    thread: Mutex<Option<JoinHandle<()>>>,
    stop: Stop,
    /// An operator wants something tried at once.
    is_nudged: AtomicBool,
}

impl App {
    /// Takes over the ways out, and starts the courier with the first. Without any there is none.
    pub fn configure_outside(self: &Arc<Self>, outside: Option<Arc<Outside>>) {
        let is_some = outside.is_some();
        self.courier.outside.store(outside);
        self.nudge_courier();
        let mut thread = self
            .courier
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let is_running = thread.as_ref().is_some_and(|thread| !thread.is_finished());
        if !is_some || is_running || self.courier.stop.is_said() {
            return;
        }
        let app = Arc::downgrade(self);
        let started = std::thread::Builder::new()
            .name("courier".to_owned())
            .spawn(move || deliver(&app));
        match started {
            Ok(handle) => *thread = Some(handle),
            Err(error) => tracing::error!(%error, "nothing is sent: cannot start a thread"),
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

    /// Lets the courier try at once also what it left alone for a while.
    pub(super) fn nudge_courier(&self) {
        self.courier.is_nudged.store(true, Ordering::SeqCst);
    }

    /// Ends the courier, and waits a little for the attempt under way.
    pub fn stop_courier(&self) {
        self.courier.stop.now();
        let mut thread = self
            .courier
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let Some(thread) = thread.take() else { return };
        thread.thread().unpark();
        let until = Instant::now() + STOP_WITHIN;
        while !thread.is_finished() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(20));
        }
        if !thread.is_finished() {
            tracing::warn!("a message is still being sent: it will be listed as uncertain");
        }
    }

    /// One message's way, from what is due to what became of it. Blocks on the network.
    fn send(&self, outside: &Outside, message: &Message) -> Outcome {
        let stop = &self.courier.stop;
        match &message.channel {
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
        self.ledger.change(Lane::Normal, meta, work)
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
        Outcome::Withdrawn if link_of(live, message, now).is_some() || !has_link(message) => {
            begun.put_off("it could not be marked as being sent".to_owned(), now)
        }
        Outcome::Withdrawn => {
            let why = "the link in it was used, withdrawn, or is over".to_owned();
            message.settled(MessageStatus::Cancelled, Some(why), now)
        }
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

/// The thread: ends with the application, with a stop, or when no way is configured any more.
fn deliver(app: &Weak<App>) {
    let mut rests: [Option<Instant>; 2] = [None, None];
    loop {
        let Some(app) = app.upgrade() else { return };
        let Some(outside) = app.outside() else { return };
        if app.courier.stop.is_said() {
            return;
        }
        if app.courier.is_nudged.swap(false, Ordering::SeqCst) {
            rests = [None, None];
        }
        let now = app.now();
        let due = app
            .live()
            .messages_due()
            .take_while(|message| message.next_at.is_some_and(|at| at <= now))
            .find(|message| may_go(&outside, message, &rests))
            .cloned();
        let Some(message) = due else {
            drop((app, outside));
            std::thread::park_timeout(LOOK_EVERY);
            continue;
        };
        let outcome = app.send(&outside, &message);
        told(&message, &outcome);
        if let Some(rest) = rests.get_mut(way(&message)) {
            let is_shut = matches!(outcome, Outcome::Shut(_));
            *rest = is_shut.then(|| Instant::now() + REST);
        }
        let is_broken_off = matches!(
            outcome,
            Outcome::Later(_) | Outcome::Shut(_) | Outcome::Withdrawn
        );
        if app.courier.stop.is_said() && is_broken_off {
            // Broken off, not failed: unless it was marked already, it waits as it did.
            let is_marked = |message: &Arc<Message>| message.status == MessageStatus::Sending;
            if !app.live().message(message.id).is_some_and(is_marked) {
                return;
            }
        }
        if !app.settle_message(message.id, outcome) {
            // The ledger takes nothing now; nothing is sent meanwhile.
            std::thread::park_timeout(REST);
        }
    }
}

fn way(message: &Message) -> usize {
    match message.channel {
        Channel::Email { .. } => 0,
        Channel::Webhook => 1,
    }
}

fn may_go(outside: &Outside, message: &Message, rests: &[Option<Instant>; 2]) -> bool {
    let is_open = match message.channel {
        Channel::Email { .. } => outside.has_relay(),
        Channel::Webhook => outside.has_webhook(),
    };
    let rest = rests.get(way(message)).copied().flatten();
    is_open && rest.is_none_or(|until| Instant::now() >= until)
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
