//! The relay for letters.

use std::sync::Arc;

use lettre::address::Address;
use rustls::ClientConfig;

use super::endpoint::Security;
use super::letter::{with_ascii_domain, written};
use super::line::{Context, Line};
use super::smtp::{Dialogue, Later};
use super::trust::client_config;
use super::{Fault, Make, Outcome, RelaySettings};
use crate::domain::id::MessageId;
use crate::domain::text::Email;

/// The relay, with whom it is trusted by.
pub(super) struct Relay {
    settings: RelaySettings,
    tls: Option<Arc<ClientConfig>>,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Relay({})", self.settings.endpoint)
    }
}

impl Relay {
    pub(super) fn open(settings: RelaySettings) -> Result<Self, Fault> {
        let tls = match settings.security {
            Security::StartTls | Security::Tls => {
                Some(client_config("mail.ca_file", settings.ca_file.as_deref())?)
            }
            Security::None => None,
        };
        Ok(Self { settings, tls })
    }

    /// Sends one letter on a connection of its own.
    pub(super) fn send(
        &self,
        context: &Context<'_>,
        id: MessageId,
        to: &Email,
        make: Make<'_>,
    ) -> Outcome {
        let Ok(to) = to.as_str().parse::<Address>() else {
            return Outcome::Never("no letter can be sent to that address".to_owned());
        };
        let to = with_ascii_domain(&to);
        let from = &self.settings.from;
        let mut dialogue = match self.greeted(context) {
            Ok(dialogue) => dialogue,
            Err(later) => return Outcome::Shut(later.0),
        };
        if let Err(outcome) = dialogue.address(&from.address(), &to) {
            dialogue.leave();
            return outcome;
        }
        let Some(letter) = make() else {
            dialogue.leave();
            return Outcome::Withdrawn;
        };
        let reply_to = self.settings.reply_to.as_ref();
        let letter = match written(id, from, reply_to, &to, &letter) {
            Ok(letter) => letter,
            Err(why) => return Outcome::Never(why),
        };
        let handed = dialogue
            .announce()
            .and_then(|()| dialogue.hand_over(&letter, context.timing.receipt));
        match handed {
            Ok(answer) => {
                dialogue.leave();
                Outcome::Sent(answer)
            }
            Err(outcome) => outcome,
        }
    }

    /// Connects, encrypts as it is configured, and proves who asks.
    fn greeted<'a>(&self, context: &'a Context<'a>) -> Result<Dialogue<'a>, Later> {
        let settings = &self.settings;
        let host = &settings.endpoint.host;
        let from = settings.from.address();
        let hello = from.domain();
        let answer = context.timing.answer;
        let line = Line::open(context, &settings.endpoint)?;
        let mut dialogue = match (settings.security, &self.tls) {
            (Security::StartTls, Some(tls)) => {
                Dialogue::begin(line, answer, hello)?.encrypted(host, tls)?
            }
            (Security::Tls, Some(tls)) => {
                Dialogue::begin(line.encrypted(host, tls)?, answer, hello)?
            }
            (Security::None, _) => Dialogue::begin(line, answer, hello)?,
            (Security::StartTls | Security::Tls, None) => {
                return Err(Later("there is nobody to trust".to_owned()));
            }
        };
        if let Some((name, password)) = &settings.credentials {
            dialogue.authenticate(name, password)?;
        }
        Ok(dialogue)
    }
}
