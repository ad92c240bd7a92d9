//! What is queued to be sent outside, under the configuration in force.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, MessageId};
use crate::domain::key_link::KeyLink;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Channel, Message, Template};
use crate::domain::text::Email;
use crate::ledger::Moment;
use crate::live::Live;

/// Messages that may stand at once: beyond it, notices are left out, so that a relay that is down
/// and forms that anybody may fill in do not fill the disk.
pub const MAX_STANDING: usize = 10_000;

/// Something that people outside are to hear of. Customers are named as they will be once the
/// change is made, which may be the one that makes them.
#[derive(Debug, Clone, Copy)]
pub enum Notice<'a> {
    /// A customer's month is used up to a mark.
    QuotaReached {
        /// The customer.
        customer: &'a Customer,
        /// The mark, in percent.
        percent: u8,
        /// Checks so far.
        used: u64,
        /// Checks that the month has.
        quota: u64,
        /// The month, `YYYY-MM`.
        month: &'a str,
    },
    /// Somebody asks for an offer. What is not told is empty.
    QuoteRequested {
        /// The request's identifier.
        quote: &'a str,
        /// The company.
        company: &'a str,
        /// The person.
        contact: &'a str,
        /// Their address.
        email: &'a str,
        /// The tier that was asked for.
        subscription_tier: &'a str,
        /// The tier that fits the numbers.
        recommended_tier: &'a str,
        /// What they wrote.
        message: &'a str,
    },
    /// A new customer is sent the link to its first key.
    Invitation {
        /// The customer.
        customer: &'a Customer,
        /// The link.
        link: &'a KeyLink,
    },
    /// A customer is sent a link to a key.
    KeyLink {
        /// The customer.
        customer: &'a Customer,
        /// The link.
        link: &'a KeyLink,
    },
}

/// What is to be queued so that a notice reaches those whom it is for: nothing where neither a relay
/// nor a receiver of webhooks is configured. Belongs into the change that the notice is about, after
/// the mutations that make what it names.
pub fn messages_for(live: &Live, moment: &Moment<'_>, notice: Notice<'_>) -> Vec<Mutation> {
    let messages = queued(live, moment, notice);
    messages.into_iter().map(Mutation::SaveMessage).collect()
}

/// The same as messages.
pub(super) fn queued(live: &Live, moment: &Moment<'_>, notice: Notice<'_>) -> Vec<Arc<Message>> {
    let settings = &live.settings().outbox;
    let facts = facts(notice);
    let (template, customer) = about(notice);
    let operators = settings.notices_to.iter();
    let webhook = settings.webhook_url.iter().map(|_| Channel::Webhook);
    let mut channels: Vec<Channel> = Vec::new();
    match notice {
        Notice::QuotaReached { customer, .. } => {
            channels.push(email(&customer.email));
            channels.extend(operators.filter(|to| **to != customer.email).map(email));
        }
        Notice::QuoteRequested { .. } => channels.extend(operators.map(email)),
        Notice::Invitation { customer, .. } | Notice::KeyLink { customer, .. } => {
            channels.push(email(&customer.email));
        }
    }
    if settings.mail.is_none() {
        channels.clear();
    }
    match notice {
        Notice::QuotaReached { .. } | Notice::QuoteRequested { .. } => channels.extend(webhook),
        // The link is for the customer alone.
        Notice::Invitation { .. } | Notice::KeyLink { .. } => {}
    }
    let room = MAX_STANDING.saturating_sub(live.message_count());
    let fresh = |channel| {
        let id = MessageId::fresh(moment.environment);
        let message = Message::new(id, channel, template, facts.clone(), moment.now);
        Arc::new(match customer {
            Some(customer) => message.about(customer),
            None => message,
        })
    };
    channels.into_iter().take(room).map(fresh).collect()
}

fn email(to: &Email) -> Channel {
    Channel::Email { to: to.clone() }
}

fn about(notice: Notice<'_>) -> (Template, Option<CustomerId>) {
    match notice {
        Notice::QuotaReached { customer, .. } => (Template::QuotaNotice, Some(customer.id)),
        Notice::QuoteRequested { .. } => (Template::QuoteRequest, None),
        Notice::Invitation { customer, .. } => (Template::Invitation, Some(customer.id)),
        Notice::KeyLink { customer, .. } => (Template::KeyLink, Some(customer.id)),
    }
}

fn facts(notice: Notice<'_>) -> BTreeMap<String, String> {
    let told: Vec<(&str, String)> = match notice {
        Notice::QuotaReached {
            customer,
            percent,
            used,
            quota,
            month,
        } => vec![
            ("customer_id", customer.id.to_string()),
            ("customer_name", customer.name.to_string()),
            ("month", month.to_owned()),
            ("percent", percent.to_string()),
            ("quota", quota.to_string()),
            ("used", used.to_string()),
        ],
        Notice::QuoteRequested {
            quote,
            company,
            contact,
            email,
            subscription_tier,
            recommended_tier,
            message,
        } => vec![
            ("company", company.to_owned()),
            ("contact", contact.to_owned()),
            ("email", email.to_owned()),
            ("message", message.to_owned()),
            ("quote_id", quote.to_owned()),
            ("recommended_tier", recommended_tier.to_owned()),
            ("subscription_tier", subscription_tier.to_owned()),
        ],
        Notice::Invitation { customer, link } | Notice::KeyLink { customer, link } => vec![
            ("customer_id", customer.id.to_string()),
            ("customer_name", customer.name.to_string()),
            ("expires_at", link.expires_at.to_string()),
            ("link_id", link.id.to_string()),
        ],
    };
    let told = told.into_iter();
    told.map(|(name, value)| (name.to_owned(), value)).collect()
}
