//! The ways out: letters through the configured relay, webhooks to the configured receiver.
//!
//! Enters: a message, its text, and where it is to go. Leaves: what became of the attempt, and
//! nothing else; when anything is sent, and what is kept about it, is for the application to say.
//! Names are looked up in the process, because a static binary must not use the C library for it.
//! Deliberately absent: the ledger, retries, any address that the operator did not configure.

mod endpoint;
mod fault;
mod letter;
mod line;
mod names;
mod relay;
mod smtp;
mod templates;
mod trust;
mod webhook;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zeroize::Zeroizing;

pub use endpoint::{Endpoint, Security, WebhookUrl};
pub use fault::Fault;
pub use letter::{Letter, Mailbox};
pub use line::Timing;
pub use templates::{BadTemplate, TemplateText, Templates};

use names::Names;
use relay::Relay;
use webhook::Webhook;
pub use webhook::read_webhook_secret;

use crate::domain::id::MessageId;
use crate::domain::text::Email;
use crate::domain::time::Timestamp;

/// What became of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken; what was answered.
    Sent(String),
    /// It was not taken, and may be later.
    Later(String),
    /// The way is shut: nothing else would be taken now either.
    Shut(String),
    /// It was not taken, and never will be.
    Never(String),
    /// Its text was handed over, and no answer came.
    Uncertain(String),
    /// The one who makes its text took it back.
    Withdrawn,
}

/// Asks for a text to be made at the last moment; `None` takes the message back.
pub type Make<'a> = &'a mut dyn FnMut() -> Option<Letter>;

/// What the ways out are configured with.
#[derive(Clone, Default)]
pub struct Settings {
    /// The relay for letters.
    pub mail: Option<RelaySettings>,
    /// The receiver of webhooks.
    pub webhook: Option<WebhookSettings>,
    /// Where texts lie that replace the built-in ones.
    pub templates_dir: Option<PathBuf>,
    /// How long anything may take.
    pub timing: Timing,
}

/// How to reach a relay.
#[derive(Clone, PartialEq, Eq)]
pub struct RelaySettings {
    /// Where it is.
    pub endpoint: Endpoint,
    /// How the way is encrypted.
    pub security: Security,
    /// The name and the password, where it asks for them.
    pub credentials: Option<(String, Zeroizing<String>)>,
    /// Whom letters are from.
    pub from: Mailbox,
    /// Whom answers are to go to.
    pub reply_to: Option<Mailbox>,
    /// The authorities to trust instead of the system's.
    pub ca_file: Option<PathBuf>,
}

/// How to reach a receiver of webhooks.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSettings {
    /// Where it is.
    pub url: WebhookUrl,
    /// What requests are signed with.
    pub secret: Zeroizing<Vec<u8>>,
    /// The authorities to trust instead of the system's.
    pub ca_file: Option<PathBuf>,
}

/// The ways out, ready to be used; immutable, another configuration makes others.
pub struct Outside {
    settings: Settings,
    relay: Option<Relay>,
    webhook: Option<Webhook>,
    templates: Templates,
    /// One for each way: a look-up for one keeps none of the other waiting.
    relay_names: Names,
    webhook_names: Names,
}

/// Neither passwords nor the path of a URL, which may be one.
impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(&self.relay)
            .entries(&self.webhook)
            .finish()
    }
}

impl Outside {
    /// Reads the files and gets ready; opens no connection. `None` where neither way is configured.
    ///
    /// # Errors
    /// [`Fault`] with the key whose file cannot be used.
    pub fn open(settings: Settings) -> Result<Option<Self>, Fault> {
        // Wrong texts are told also where nothing is sent yet.
        let templates = Templates::load(settings.templates_dir.as_deref())?;
        if settings.mail.is_none() && settings.webhook.is_none() {
            return Ok(None);
        }
        let relay = settings.mail.clone().map(Relay::open).transpose()?;
        let webhook = settings.webhook.clone().map(Webhook::open).transpose()?;
        Ok(Some(Self {
            relay,
            webhook,
            templates,
            relay_names: Names::default(),
            webhook_names: Names::default(),
            settings,
        }))
    }

    /// The texts in force.
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// Whether letters can be sent.
    pub fn has_relay(&self) -> bool {
        self.relay.is_some()
    }

    /// Whether there is a receiver of webhooks.
    pub fn has_webhook(&self) -> bool {
        self.webhook.is_some()
    }

    /// Keys of files that hold something else than they did for these, and of what is not shown and
    /// is another.
    pub fn files_changed(&self, next: Option<&Self>) -> Vec<&'static str> {
        let Some(next) = next else { return Vec::new() };
        let mail = |outside: &Self| outside.settings.mail.as_ref()?.credentials.clone();
        let hook = |outside: &Self| Some(outside.settings.webhook.as_ref()?.secret.clone());
        let url = |outside: &Self| Some(outside.settings.webhook.as_ref()?.url.clone());
        let shown = |url: Option<WebhookUrl>| url.map(|url| url.to_string());
        let is_other_path = url(self) != url(next) && shown(url(self)) == shown(url(next));
        let changed = [
            (mail(self) != mail(next), "mail.password_file"),
            (is_other_path, "notices.webhook_url"),
            (hook(self) != hook(next), "notices.webhook_secret_file"),
            (self.templates != next.templates, "mail.templates_dir"),
        ];
        let changed = changed.into_iter().filter(|(is_other, _)| *is_other);
        changed.map(|(_, key)| key).collect()
    }

    /// Sends a letter. Its text is asked for once the relay takes the address, and only then.
    pub fn send_letter(&self, id: MessageId, to: &Email, make: Make<'_>, stop: &Stop) -> Outcome {
        let Some(relay) = &self.relay else {
            return Outcome::Later("no relay is configured".to_owned());
        };
        let line = line::Context {
            names: &self.relay_names,
            timing: self.settings.timing,
            stop,
        };
        relay.send(&line, id, to, make)
    }

    /// Tells the receiver of webhooks.
    pub fn send_webhook(&self, id: MessageId, now: Timestamp, body: &[u8], stop: &Stop) -> Outcome {
        let Some(webhook) = &self.webhook else {
            return Outcome::Later("no receiver of webhooks is configured".to_owned());
        };
        let line = line::Context {
            names: &self.webhook_names,
            timing: self.settings.timing,
            stop,
        };
        webhook.send(&line, id, now, body)
    }
}

/// Says that attempts are to be broken off where nothing is lost by it.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Breaks off.
    pub fn now(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was said.
    pub fn is_said(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A small text file, such as one of authorities or a text.
fn read_file(key: &'static str, path: &Path, most: u64) -> Result<Vec<u8>, Fault> {
    use std::io::Read as _;
    let unreadable = |error: std::io::Error| {
        let text = format!("is `{}`, which cannot be read: {error}", path.display());
        Fault::new(key, text, "give a file that the server's user can read")
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > most {
        let text = format!("is `{}`, which is larger than {most} bytes", path.display());
        return Err(Fault::new(key, text, "give a smaller file"));
    }
    Ok(bytes)
}
