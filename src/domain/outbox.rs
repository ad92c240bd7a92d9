//! What is to be sent outside: a message waits in the database until a relay or a receiver took it.
//!
//! A message says what happened in plain facts and never holds a secret: the secret of a link is
//! made at the moment of sending, so neither the database nor a backup ever has it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::id::{CustomerId, MessageId};
use super::text::Email;
use super::time::Timestamp;

/// Pauses between attempts; the last one is repeated until [`GIVE_UP_AFTER`].
const PAUSES: [Duration; 7] = [
    Duration::from_mins(1),
    Duration::from_mins(5),
    Duration::from_mins(15),
    Duration::from_hours(1),
    Duration::from_hours(3),
    Duration::from_hours(6),
    Duration::from_hours(12),
];
/// How long after it was queued, or asked for again, a message is tried.
pub const GIVE_UP_AFTER: Duration = Duration::from_hours(72);

/// A way out. Each has a sender of its own, so that one that hangs keeps nothing of the other waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The relay.
    Letters,
    /// The receiver of webhooks.
    Webhooks,
}

impl Way {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Letters, Self::Webhooks];

    /// The word for the channel of a message that takes it.
    pub fn channel(self) -> &'static str {
        match self {
            Self::Letters => "email",
            Self::Webhooks => "webhook",
        }
    }
}

/// The way that a message takes, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Channel {
    /// A letter through the configured relay.
    Email {
        /// Whom it is for.
        to: Email,
    },
    /// A request to the configured receiver.
    Webhook,
}

impl Channel {
    /// As it is written.
    pub fn word(&self) -> &'static str {
        self.way().channel()
    }

    /// The way that it takes.
    pub fn way(&self) -> Way {
        match self {
            Self::Email { .. } => Way::Letters,
            Self::Webhook => Way::Webhooks,
        }
    }

    /// Whom a letter is for.
    pub fn to(&self) -> Option<&Email> {
        match self {
            Self::Email { to } => Some(to),
            Self::Webhook => None,
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $wrong:literal { $($(#[$about:meta])* $case:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $case,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &[Self] = &[$(Self::$case),*];

            /// As it is written.
            pub fn word(self) -> &'static str {
                match self { $(Self::$case => $word,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let mut all = Self::ALL.iter().copied();
                all.find(|each| each.word() == text).ok_or(UnknownWord($wrong))
            }
        }
    };
}

/// The word names nothing of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not {0}")]
pub struct UnknownWord(&'static str);

words! {
    /// What a message says; each has a text that the operator can replace.
    Template, "a template of a message" {
        /// A new customer's link to its first key.
        Invitation = "invitation",
        /// A link to a key for a customer that is known.
        KeyLink = "key-link",
        /// A customer's month is used up to a mark.
        QuotaNotice = "quota-notice",
        /// Somebody asks for an offer.
        QuoteRequest = "quote-request",
        /// An operator tries the way.
        Test = "test",
    }
}

impl Template {
    /// The type of the event that a receiver of webhooks is told.
    pub fn event(self) -> &'static str {
        match self {
            Self::Invitation => "customer.invited",
            Self::KeyLink => "key_link.opened",
            Self::QuotaNotice => "quota.reached",
            Self::QuoteRequest => "quote.requested",
            Self::Test => "outbox.test",
        }
    }

    /// The names that its text may use, `{{name}}`.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Invitation | Self::KeyLink => &[
                "customer_name",
                "customer_id",
                "link",
                "expires_at",
                "product_url",
            ],
            Self::QuotaNotice => &[
                "customer_name",
                "customer_id",
                "month",
                "percent",
                "used",
                "quota",
                "product_url",
            ],
            Self::QuoteRequest => &[
                "quote_id",
                "company",
                "contact",
                "email",
                "subscription_tier",
                "recommended_tier",
                "message",
                "product_url",
            ],
            Self::Test => &["sent_at", "product_url"],
        }
    }
}

words! {
    /// What became of a message.
    MessageStatus, "a status of a message" {
        /// It is sent when its time comes.
        Waiting = "waiting",
        /// An attempt is under way.
        Sending = "sending",
        /// The relay or the receiver took it.
        Sent = "sent",
        /// It was refused for good, or tried for too long.
        Failed = "failed",
        /// Its text was handed over and no answer came: it may have arrived, so it is not sent
        /// again by itself.
        Uncertain = "uncertain",
        /// An operator withdrew it, or what it was about is over.
        Cancelled = "cancelled",
    }
}

impl MessageStatus {
    /// Whether it may be forgotten after a while: nobody has to look at it, or nobody did.
    pub fn is_over(self) -> bool {
        match self {
            Self::Sent | Self::Failed | Self::Cancelled => true,
            Self::Waiting | Self::Sending | Self::Uncertain => false,
        }
    }

    /// Whether anything can still become of it.
    pub fn is_standing(self) -> bool {
        match self {
            Self::Waiting | Self::Sending | Self::Failed | Self::Uncertain => true,
            Self::Sent | Self::Cancelled => false,
        }
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its identifier, which the receiver is told too.
    pub id: MessageId,
    /// The way that it takes.
    pub channel: Channel,
    /// What it says.
    pub template: Template,
    /// The customer that it is about.
    pub customer_id: Option<CustomerId>,
    /// What its text is made of, without secrets; empty once nothing can become of it any more.
    pub facts: BTreeMap<String, String>,
    /// What became of it.
    pub status: MessageStatus,
    /// Attempts that were begun.
    pub attempts: u32,
    /// When it is tried next; there while it waits.
    pub next_at: Option<Timestamp>,
    /// Why the last attempt did not end well.
    pub last_error: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was queued: when it was made, or when an operator last asked for it again.
    pub queued_at: Timestamp,
    /// When it was sent, given up, or withdrawn.
    pub settled_at: Option<Timestamp>,
}

impl Message {
    /// A message that waits to be sent now.
    pub fn new(
        id: MessageId,
        channel: Channel,
        template: Template,
        facts: BTreeMap<String, String>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            channel,
            template,
            customer_id: None,
            facts,
            status: MessageStatus::Waiting,
            attempts: 0,
            next_at: Some(now),
            last_error: None,
            created_at: now,
            queued_at: now,
            settled_at: None,
        }
    }

    /// It is about that customer.
    #[must_use]
    pub fn about(mut self, customer: CustomerId) -> Self {
        self.customer_id = Some(customer);
        self
    }

    /// An attempt begins.
    #[must_use]
    pub fn begun(&self) -> Self {
        Self {
            status: MessageStatus::Sending,
            attempts: self.attempts.saturating_add(1),
            next_at: None,
            settled_at: None,
            ..self.clone()
        }
    }

    /// The attempt failed in a way that may pass: it waits again, or is given up.
    #[must_use]
    pub fn put_off(&self, why: String, now: Timestamp) -> Self {
        let last = PAUSES.last().copied().unwrap_or(GIVE_UP_AFTER);
        let tried = usize::try_from(self.attempts.saturating_sub(1)).unwrap_or(usize::MAX);
        let next = now.plus(PAUSES.get(tried).copied().unwrap_or(last));
        if next > self.queued_at.plus(GIVE_UP_AFTER) {
            return self.settled(MessageStatus::Failed, Some(why), now);
        }
        Self {
            status: MessageStatus::Waiting,
            next_at: Some(next),
            last_error: Some(why),
            settled_at: None,
            ..self.clone()
        }
    }

    /// It stands like that from now on. What it was about is forgotten with what it could become.
    #[must_use]
    pub fn settled(&self, status: MessageStatus, why: Option<String>, now: Timestamp) -> Self {
        let facts = if status.is_standing() {
            self.facts.clone()
        } else {
            BTreeMap::new()
        };
        Self {
            status,
            facts,
            next_at: None,
            last_error: why,
            settled_at: Some(now),
            ..self.clone()
        }
    }

    /// It is tried again now, as if it had been queued now.
    #[must_use]
    pub fn again(&self, now: Timestamp) -> Self {
        Self {
            status: MessageStatus::Waiting,
            attempts: 0,
            next_at: Some(now),
            queued_at: now,
            settled_at: None,
            ..self.clone()
        }
    }
}

/// How long what is over is kept, where nobody has set it otherwise.
pub const KEPT_FOR: Duration = Duration::from_hours(90 * 24);

/// What may be sent outside, and where to: without either, nothing is ever queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxSettings {
    /// The relay for letters.
    pub mail: Option<MailSettings>,
    /// The receiver of webhooks.
    pub webhook_url: Option<String>,
    /// Operators who get notices by letter.
    pub notices_to: Vec<Email>,
    /// Where people reach the appliance.
    pub public_url: Option<Arc<str>>,
    /// How long a message is kept once it was sent, given up or cancelled.
    pub keep_for: Duration,
}

impl Default for OutboxSettings {
    fn default() -> Self {
        Self {
            mail: None,
            webhook_url: None,
            notices_to: Vec::new(),
            public_url: None,
            keep_for: KEPT_FOR,
        }
    }
}

/// How letters go, as far as everybody may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// `host:port`.
    pub relay: String,
    /// `starttls`, `tls` or `none`.
    pub security: &'static str,
    /// Who they are from.
    pub from: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message() -> Message {
        let to = Email::parse("ops@acme.example").unwrap();
        Message::new(
            MessageId::from_bytes([1; 16]),
            Channel::Email { to },
            Template::Test,
            BTreeMap::from([("a".to_owned(), "b".to_owned())]),
            Timestamp::from_micros(0),
        )
    }

    #[test]
    fn it_is_tried_for_three_days_and_given_up() {
        let mut now = Timestamp::from_micros(0);
        let mut standing = message();
        let mut pauses = Vec::new();
        while standing.status == MessageStatus::Waiting {
            let due = standing.next_at.unwrap();
            pauses.push((due.as_seconds() - now.as_seconds()) / 60);
            now = due;
            standing = standing.begun().put_off("no route".to_owned(), now);
        }
        let hours = |count: i64| count * 60;
        let expect = [0, 1, 5, 15, hours(1), hours(3), hours(6)];
        assert_eq!(pauses[..7], expect);
        assert!(pauses[7..].iter().all(|pause| *pause == hours(12)));
        assert_eq!(standing.status, MessageStatus::Failed);
        assert!(now.as_seconds() <= 72 * 3600, "{now:?}");
        assert_eq!(standing.facts.len(), 1, "it can be tried again");
        // Who asks for it days later gets as many attempts again.
        let later = now.plus(GIVE_UP_AFTER);
        let again = standing.again(later);
        assert_eq!((again.attempts, again.next_at), (0, Some(later)));
        let put_off = again.begun().put_off("451 not now".to_owned(), later);
        assert_eq!(put_off.status, MessageStatus::Waiting);
    }

    #[test]
    fn what_is_over_keeps_no_facts() {
        let sent = message()
            .begun()
            .settled(MessageStatus::Sent, None, Timestamp::default());
        assert_eq!((sent.facts.len(), sent.attempts), (0, 1));
        let lost = message()
            .begun()
            .settled(MessageStatus::Uncertain, None, Timestamp::default());
        assert_eq!(lost.facts.len(), 1);
    }

    #[test]
    fn words_round_trip() {
        for template in Template::ALL {
            assert_eq!(template.word().parse(), Ok(*template));
        }
        for status in MessageStatus::ALL {
            assert_eq!(status.word().parse(), Ok(*status));
        }
        assert!("gone".parse::<MessageStatus>().is_err());
    }
}
