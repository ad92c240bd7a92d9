//! The receiver of webhooks: one signed request a message (the Standard Webhooks specification).

use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use rustls::ClientConfig;
use sha2::Sha256;

use super::line::{Broken, Context, Deadline, Line};
use super::trust::client_config;
use super::{Fault, Outcome, WebhookSettings};
use crate::domain::id::MessageId;
use crate::domain::time::Timestamp;

/// Bytes of the head of an answer; its body is not read.
const MAX_HEAD_BYTES: usize = 16_384;
/// Heads that may come before the answer, such as 100. Nothing else is sent meanwhile, so a receiver
/// must not go on for ever.
const MAX_INTERIM: usize = 8;

/// The receiver, with whom it is trusted by.
pub(super) struct Webhook {
    settings: WebhookSettings,
    tls: Option<Arc<ClientConfig>>,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The path may hold a token.
        write!(f, "Webhook({})", self.settings.url.endpoint)
    }
}

impl Webhook {
    pub(super) fn open(settings: WebhookSettings) -> Result<Self, Fault> {
        let ca_file = settings.ca_file.as_deref();
        let tls = settings
            .url
            .is_https
            .then(|| client_config("mail.ca_file", ca_file))
            .transpose()?;
        Ok(Self { settings, tls })
    }

    /// Sends one event; the same message has the same identifier each time.
    pub(super) fn send(
        &self,
        context: &Context<'_>,
        id: MessageId,
        now: Timestamp,
        body: &[u8],
    ) -> Outcome {
        match self.asked(context, id, now, body) {
            Ok(status @ 200..=299) => Outcome::Sent(format!("{status}")),
            // "Do not send any more", as the specification has it.
            Ok(410) => Outcome::Never("the receiver answers 410: it is gone".to_owned()),
            Ok(status) => Outcome::Later(format!("the receiver answers {status}")),
            Err(broken) => Outcome::Shut(broken.0),
        }
    }

    fn asked(
        &self,
        context: &Context<'_>,
        id: MessageId,
        now: Timestamp,
        body: &[u8],
    ) -> Result<u16, Broken> {
        let url = &self.settings.url;
        let mut line = Line::open(context, &url.endpoint)?;
        if let Some(tls) = &self.tls {
            line = line.encrypted(&url.endpoint.host, tls)?;
        }
        line.write(self.head(id, now, body)?.as_bytes())?;
        line.write(body)?;
        let deadline = Deadline::within(context.timing.answer);
        for _ in 0..=MAX_INTERIM {
            let head = line.up_to(b"\r\n\r\n", MAX_HEAD_BYTES, deadline)?;
            let status = status(&head)?;
            if !(100..=199).contains(&status) {
                return Ok(status);
            }
        }
        Err(Broken("what answers never comes to an answer".to_owned()))
    }

    fn head(&self, id: MessageId, now: Timestamp, body: &[u8]) -> Result<String, Broken> {
        let url = &self.settings.url;
        let signature = signature(&self.settings.secret, id, now, body)?;
        let host = if url.endpoint.host.contains(':') {
            format!("[{}]", url.endpoint.host)
        } else {
            url.endpoint.host.clone()
        };
        let port = match (url.is_https, url.endpoint.port) {
            (true, 443) | (false, 80) => String::new(),
            (_, port) => format!(":{port}"),
        };
        let mut head = format!("POST {} HTTP/1.1\r\n", url.path);
        let headers = [
            ("host", format!("{host}{port}")),
            ("content-type", "application/json".to_owned()),
            ("content-length", body.len().to_string()),
            (
                "user-agent",
                concat!("portcullis/", env!("CARGO_PKG_VERSION")).to_owned(),
            ),
            ("connection", "close".to_owned()),
            ("webhook-id", id.to_string()),
            ("webhook-timestamp", now.as_seconds().to_string()),
            ("webhook-signature", format!("v1,{signature}")),
        ];
        for (name, value) in headers {
            write!(head, "{name}: {value}\r\n").map_err(|error| Broken(error.to_string()))?;
        }
        head.push_str("\r\n");
        Ok(head)
    }
}

fn signature(secret: &[u8], id: MessageId, now: Timestamp, body: &[u8]) -> Result<String, Broken> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret)
        .map_err(|_| Broken("the secret cannot be used".to_owned()))?;
    mac.update(format!("{id}.{}.", now.as_seconds()).as_bytes());
    mac.update(body);
    Ok(STANDARD.encode(mac.finalize().into_bytes()))
}

fn status(head: &[u8]) -> Result<u16, Broken> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut response = httparse::Response::new(&mut headers);
    let parsed = response.parse(head);
    parsed
        .ok()
        .and(response.code)
        .ok_or_else(|| Broken("what answers does not speak HTTP".to_owned()))
}

/// Reads a secret of the specification's form: `whsec_` and 24 to 64 bytes in base64.
pub fn read_webhook_secret(text: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(text.strip_prefix("whsec_")?).ok()?;
    (24..=64).contains(&bytes.len()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_the_form_of_the_specification() {
        let good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assert_eq!(read_webhook_secret(good).map(|bytes| bytes.len()), Some(24));
        for bad in [
            "",
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_",
            "whsec_AAAA",
            "whsec_!",
        ] {
            assert_eq!(read_webhook_secret(bad), None, "{bad}");
        }
    }
}
