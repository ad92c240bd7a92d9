//! `/api/outbox`: what is sent outside, and what became of it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::domain::id::MessageId;
use crate::domain::outbox::{Message, MessageStatus};
use crate::domain::text::Email;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Field, Kind};
use crate::http::page::{Page, Paging};
use crate::ledger::MessageFilter;

/// `POST /api/outbox/test`.
pub const TEST: &[Field] = &[Field::needed(
    "to",
    Kind::Text { min: 5, max: 255 },
    "The address that the letter goes to.",
    "\"ops@acme.example\"",
)];

/// A message to the outside.
#[derive(Serialize, ToSchema)]
#[schema(as = OutboundMessage)]
pub struct OutboundBody {
    id: String,
    /// `email` or `webhook`.
    channel: &'static str,
    /// What it says: the name of a template.
    template: &'static str,
    /// The address, of a letter.
    to: Option<String>,
    customer_id: Option<String>,
    /// `waiting`, `sending`, `sent`, `failed`, `uncertain` or `cancelled`.
    status: &'static str,
    /// Attempts that were begun.
    attempts: u32,
    #[schema(value_type = Option<String>, format = DateTime)]
    next_attempt_at: Option<Timestamp>,
    /// Why the last attempt did not end well.
    last_error: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    settled_at: Option<Timestamp>,
}

/// A message with what its text is made of.
#[derive(Serialize, ToSchema)]
#[schema(as = OutboundMessageDetail)]
pub struct DetailBody {
    #[serde(flatten)]
    message: OutboundBody,
    /// What its text is made of, without secrets; empty once nothing can become of it any more.
    #[schema(value_type = Object)]
    facts: BTreeMap<String, String>,
}

/// The ways out, and how many messages stand.
#[derive(Serialize, ToSchema)]
#[schema(as = OutboxStatus)]
pub struct StatusBody {
    mail: MailBody,
    webhook: WebhookBody,
    /// Messages that wait or are being sent.
    waiting: usize,
    /// Messages that were given up.
    failed: usize,
    /// Messages of which nobody knows whether they arrived.
    uncertain: usize,
    #[schema(value_type = Option<String>, format = DateTime)]
    last_sent_at: Option<Timestamp>,
}

/// The way of letters.
#[derive(Serialize, ToSchema)]
#[schema(as = OutboxMail)]
pub struct MailBody {
    is_configured: bool,
    /// `host:port`.
    relay: Option<String>,
    /// `starttls`, `tls` or `none`.
    security: Option<&'static str>,
    from: Option<String>,
    /// Why no letter is sent.
    reason: Option<&'static str>,
}

/// The way of webhooks.
#[derive(Serialize, ToSchema)]
#[schema(as = OutboxWebhook)]
pub struct WebhookBody {
    is_configured: bool,
    /// Scheme, host and port; the rest of the URL may be a secret.
    url: Option<String>,
}

impl From<&Message> for OutboundBody {
    fn from(message: &Message) -> Self {
        Self {
            id: message.id.to_string(),
            channel: message.channel.word(),
            template: message.template.word(),
            to: message.channel.to().map(ToString::to_string),
            customer_id: message.customer_id.map(|id| id.to_string()),
            status: message.status.word(),
            attempts: message.attempts,
            next_attempt_at: message.next_at,
            last_error: message.last_error.clone(),
            created_at: message.created_at,
            settled_at: message.settled_at,
        }
    }
}

/// `GET /api/outbox`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let filter = MessageFilter {
        status: call.parameter("status", status)?,
        customer: call.customer,
        before: paging.after(str::parse::<MessageId>)?,
        limit: paging.limit,
    };
    let page = call.app.messages(&filter)?;
    let data: Vec<OutboundBody> = page.found.iter().map(OutboundBody::from).collect();
    let last = page.last.map(|id| id.to_string());
    answer::ready(&Page::before(data, last.as_deref()))
}

/// `GET /api/outbox/{message_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let message = call.app.message(named(call)?)?;
    answer::ready(&DetailBody {
        message: OutboundBody::from(&message),
        facts: message.facts,
    })
}

/// `POST /api/outbox/{message_id}/retry`.
pub fn retry(call: &Call<'_>) -> Handled {
    let promise = call.app.retry_message(call.caller, named(call)?);
    Ok(answer::after_change(promise, |message| {
        answer::json(&OutboundBody::from(message.as_ref()))
    }))
}

/// `POST /api/outbox/{message_id}/cancel`.
pub fn cancel(call: &Call<'_>) -> Handled {
    let promise = call.app.cancel_message(call.caller, named(call)?);
    Ok(answer::after_change(promise, |message| {
        answer::json(&OutboundBody::from(message.as_ref()))
    }))
}

/// `POST /api/outbox/test`.
pub fn test(call: &Call<'_>) -> Handled {
    let mut body = call.body(TEST)?;
    let Some(to) = body.text("to", Email::parse) else {
        return Err(body.error());
    };
    body.finish()?;
    let promise = call.app.test_mail(call.caller, to);
    Ok(answer::after_change(promise, |message| {
        answer::json_with(201, &OutboundBody::from(message.as_ref()))
    }))
}

/// `GET /api/outbox/status`.
pub fn standing(call: &Call<'_>) -> Handled {
    let settings = &call.live.settings().outbox;
    let counts = call.app.outbox_counts();
    let mail = settings.mail.as_ref();
    answer::ready(&StatusBody {
        mail: MailBody {
            is_configured: mail.is_some(),
            relay: mail.map(|mail| mail.relay.clone()),
            security: mail.map(|mail| mail.security),
            from: mail.map(|mail| mail.from.clone()),
            reason: mail.is_none().then_some("no relay is configured"),
        },
        webhook: WebhookBody {
            is_configured: settings.webhook_url.is_some(),
            url: settings.webhook_url.clone(),
        },
        waiting: counts.waiting,
        failed: counts.failed,
        uncertain: counts.uncertain,
        last_sent_at: counts.last_sent_at,
    })
}

fn named(call: &Call<'_>) -> Result<MessageId, Error> {
    let id = call.params.get("message_id").parse();
    id.map_err(|_| Error::NotFound("message"))
}

fn status(word: &str) -> Result<MessageStatus, String> {
    word.parse().map_err(|_| {
        let words = MessageStatus::ALL.iter();
        let words: Vec<String> = words.map(|status| format!("`{}`", status.word())).collect();
        format!("must be one of {}", words.join(", "))
    })
}
