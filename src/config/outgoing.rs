//! `[mail]` and `[notices]`: how their values are read, what fits together, and the files behind
//! them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::error::{ConfigError, Problem, Refused, quoted};
use super::secret_file::read_secret;
use super::setting::{Allowed, Found, Setting, Shown, toml_string};
use super::together::Misfit;
use super::{Config, Loaded, Warning};
use crate::domain::outbox::{MailSettings, OutboxSettings};
use crate::domain::text::Email;
use crate::outbox::{
    Endpoint, Fault, Mailbox, Outside, RelaySettings, Settings, WebhookSettings, WebhookUrl,
    read_webhook_secret,
};

const RELAY: &str = "mail.relay";
const SECURITY: &str = "mail.security";
const FROM: &str = "mail.from";
const USERNAME: &str = "mail.username";
const PASSWORD_FILE: &str = "mail.password_file";
const EMAIL_TO: &str = "notices.email_to";
const WEBHOOK_URL: &str = "notices.webhook_url";
const WEBHOOK_SECRET: &str = "notices.webhook_secret_file";
const PUBLIC_URL: &str = "server.public_url";

macro_rules! parsed {
    ($($kind:ty, $what:literal, $form:literal;)+) => {$(
        impl Setting for $kind {
            fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
                let Some(text) = found.text() else {
                    return Err(found.is_not($form));
                };
                let refused = || {
                    let shown = format!(concat!("is {}, not ", $what), quoted(text));
                    found.refused(shown, $form)
                };
                Self::parse(text).ok_or_else(refused)
            }

            fn show(&self) -> Shown {
                Shown::Inline(toml_string(&self.to_string()))
            }

            fn kind() -> &'static str {
                $what
            }
        }
    )+};
}

parsed!(
    Endpoint, "a host and a port", "give both, such as \"relay.example:587\"";
    Mailbox, "an address for letters",
        "give one, such as \"gate@example.com\" or \"Portcullis <gate@example.com>\"";
);

/// Its path may be a secret: it is read, and never written.
impl Setting for WebhookUrl {
    const IS_HIDDEN: bool = true;

    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let text = found.text().unwrap_or_default();
        Self::parse(text).ok_or_else(|| {
            if text.ends_with('\u{2026}') {
                let what = "is a URL as it is printed, without its path";
                return found.refused(what, "give the whole URL");
            }
            // Nobody knows where the secret begins in what is no URL.
            let what = "is not a URL like `https://hooks.example/path`";
            found.refused(what, "give an http or https one, without a user")
        })
    }

    fn show(&self) -> Shown {
        Shown::Inline(toml_string(&self.to_string()))
    }

    fn kind() -> &'static str {
        "an http or https URL"
    }
}

/// Addresses: one text, or an array of several.
impl Setting for Vec<Email> {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        const FORM: &str = "give an address in quotes, such as \"ops@example.com\"";
        let one = |found: &Found<'_>| {
            let read = found.text().and_then(|text| Email::parse(text).ok());
            read.ok_or_else(|| found.is_not(FORM))
        };
        let Some(elements) = found.elements() else {
            return one(found).map(|email| vec![email]);
        };
        let mut emails = Self::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            let email = one(&element).map_err(|refused| refused.below(&step))?;
            if emails.contains(&email) {
                let again = element.refused(format!("is `{email}` once more"), "remove one");
                return Err(again.below(&step));
            }
            emails.push(email);
        }
        Ok(emails)
    }

    fn show(&self) -> Shown {
        let all = self.iter().map(|email| toml_string(email.as_str()));
        Shown::Inline(format!("[{}]", all.collect::<Vec<_>>().join(", ")))
    }

    fn kind() -> &'static str {
        "e-mail address, or an array of them"
    }
}

impl Config {
    /// What everybody may know of the ways out.
    pub fn outbox_settings(&self) -> OutboxSettings {
        let mail = self.mail.relay.as_ref().zip(self.mail.from.as_ref());
        let url = self.server.public_url.as_ref();
        OutboxSettings {
            mail: mail.map(|(relay, from)| MailSettings {
                relay: relay.to_string(),
                security: self.mail.security.word(),
                from: from.to_string(),
            }),
            webhook_url: self.notices.webhook_url.as_ref().map(WebhookUrl::origin),
            notices_to: self.notices.email_to.clone(),
            public_url: url.map(|url| Arc::from(url.as_str())),
            keep_for: Duration::from_hours(24 * self.outbox.keep_days),
        }
    }

    /// Reads the files behind the ways out, and gets them ready; `None` without any.
    ///
    /// # Errors
    /// [`Fault`] with the key whose file cannot be used.
    pub fn open_outside(&self) -> Result<Option<Outside>, Fault> {
        let (mail, notices) = (&self.mail, &self.notices);
        let relay = match (&mail.relay, &mail.from) {
            (Some(relay), Some(from)) => Some(RelaySettings {
                endpoint: relay.clone(),
                security: mail.security,
                credentials: match (&mail.username, &mail.password_file) {
                    (Some(name), Some(path)) => Some((name.clone(), secret(PASSWORD_FILE, path)?)),
                    (_, _) => None,
                },
                from: from.clone(),
                reply_to: mail.reply_to.clone(),
                ca_file: mail.ca_file.clone(),
            }),
            (_, _) => None,
        };
        let webhook = match (&notices.webhook_url, &notices.webhook_secret_file) {
            (Some(url), Some(path)) => {
                let text = secret(WEBHOOK_SECRET, path)?;
                let bytes = read_webhook_secret(&text).ok_or_else(|| Fault {
                    key: WEBHOOK_SECRET,
                    text: format!("is `{}`, which holds no such secret", path.display()),
                    remedy: "write `whsec_` and 24 to 64 random bytes in base64, as \
                             `echo whsec_$(openssl rand -base64 32)` prints"
                        .to_owned(),
                })?;
                Some(WebhookSettings {
                    url: url.clone(),
                    secret: bytes.into(),
                    ca_file: mail.ca_file.clone(),
                })
            }
            (_, _) => None,
        };
        Outside::open(Settings {
            mail: relay,
            webhook,
            templates_dir: mail.templates_dir.clone(),
            ..Settings::default()
        })
    }
}

fn secret(key: &'static str, path: &Path) -> Result<zeroize::Zeroizing<String>, Fault> {
    read_secret(path).map_err(|error| Fault {
        key,
        text: format!("is `{}`, which {error}", path.display()),
        remedy: "write the secret there on one line, readable for the server's user".to_owned(),
    })
}

impl Loaded {
    /// Reads the files behind the ways out, and tells what cannot be used in the place where it is
    /// named.
    pub fn open_outside(&self) -> Result<Option<Outside>, ConfigError> {
        self.config.open_outside().map_err(|fault| {
            ConfigError::Invalid(vec![Problem {
                origin: self.origins.of(fault.key).clone(),
                key: Some(fault.key.to_owned()),
                text: fault.text,
                remedy: fault.remedy,
            }])
        })
    }
}

/// What of it is fine alone and wrong together.
pub(super) fn misfits(config: &Config) -> Vec<Misfit> {
    let (mail, notices) = (&config.mail, &config.notices);
    let mut misfits = Vec::new();
    let mut add = |key, other, text: &str, remedy: &str| {
        misfits.push(Misfit {
            key,
            other,
            text: text.to_owned(),
            remedy: remedy.to_owned(),
        });
    };
    if let Some(relay) = &mail.relay {
        if mail.from.is_none() {
            let text = "is not set, but `mail.relay` is";
            add(
                FROM,
                RELAY,
                text,
                "set it to the address that letters are from",
            );
        }
        if config.server.public_url.is_none() {
            let text = "is not set, but `mail.relay` is: letters hold links";
            add(
                PUBLIC_URL,
                RELAY,
                text,
                "set it to the address under which people reach this",
            );
        }
        if mail.security == crate::outbox::Security::None && !relay.is_loopback() {
            let text = "is `none`, but the relay is another machine: links to keys could be read \
                        on the way";
            let remedy = "set it to \"starttls\" or \"tls\", or use a relay on this machine";
            add(SECURITY, RELAY, text, remedy);
        }
    } else {
        let needs_relay = [
            (mail.username.is_some(), USERNAME),
            (mail.password_file.is_some(), PASSWORD_FILE),
            (!notices.email_to.is_empty(), EMAIL_TO),
        ];
        for (_, key) in needs_relay.into_iter().filter(|(is_set, _)| *is_set) {
            let text = "is set, but `mail.relay` is not";
            add(key, key, text, "set `mail.relay`, or take it out");
        }
    }
    match (&mail.username, &mail.password_file) {
        (Some(_), None) => {
            let text = "is not set, but `mail.username` is";
            add(PASSWORD_FILE, USERNAME, text, "set both, or neither");
        }
        (None, Some(_)) => {
            let text = "is not set, but `mail.password_file` is";
            add(USERNAME, PASSWORD_FILE, text, "set both, or neither");
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    match (&notices.webhook_url, &notices.webhook_secret_file) {
        (Some(_), None) => {
            let text = "is not set, but `notices.webhook_url` is: webhooks are signed";
            add(WEBHOOK_SECRET, WEBHOOK_URL, text, "set both, or neither");
        }
        (None, Some(_)) => {
            let text = "is not set, but `notices.webhook_secret_file` is";
            add(WEBHOOK_URL, WEBHOOK_SECRET, text, "set both, or neither");
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    misfits
}

/// What of it works and deserves a word.
pub(super) fn warning(config: &Config) -> Option<Warning> {
    let url = config.notices.webhook_url.as_ref()?;
    let is_open = !url.is_https && !url.endpoint.is_loopback();
    is_open.then(|| Warning {
        key: WEBHOOK_URL.to_owned(),
        text: "is not encrypted: names and addresses of customers, and of people who ask for a \
               quote, can be read on the way; give an https URL"
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::Warning;
    use crate::config::tests::{fine, refused};

    #[test]
    fn values_have_their_forms() {
        insta::assert_snapshot!(
            refused(
                "[mail]\nrelay = \"relay.example\"\nsecurity = \"ssl\"\nfrom = \"gate\"\n\
                 [notices]\nemail_to = [\"ops@example.com\", \"x\"]\nwebhook_url = \"ftp://x\"\n",
                &[],
            ),
            @r#"
            portcullis.toml:2:9: `mail.relay` is `relay.example`, not a host and a port; give both, such as "relay.example:587"
            portcullis.toml:3:12: `mail.security` is `ssl`; give one of `starttls`, `tls`, `none`
            portcullis.toml:4:8: `mail.from` is `gate`, not an address for letters; give one, such as "gate@example.com" or "Portcullis <gate@example.com>"
            portcullis.toml:6:32: `notices.email_to[1]` is `x`; give an address in quotes, such as "ops@example.com"
            portcullis.toml:7:15: `notices.webhook_url` is not a URL like `https://hooks.example/path`; give an http or https one, without a user
            "#
        );
    }

    #[test]
    fn what_does_not_fit_together() {
        insta::assert_snapshot!(
            refused(
                "[mail]\nrelay = \"relay.example:25\"\nsecurity = \"none\"\nusername = \"a\"\n\
                 [notices]\nwebhook_url = \"https://hooks.example/\"\n",
                &[],
            ),
            @r#"
            portcullis.toml:2:1: `mail.from` is not set, but `mail.relay` is; set it to the address that letters are from
            portcullis.toml:2:1: `server.public_url` is not set, but `mail.relay` is: letters hold links; set it to the address under which people reach this
            portcullis.toml:3:1: `mail.security` is `none`, but the relay is another machine: links to keys could be read on the way; set it to "starttls" or "tls", or use a relay on this machine
            portcullis.toml:4:1: `mail.password_file` is not set, but `mail.username` is; set both, or neither
            portcullis.toml:6:1: `notices.webhook_secret_file` is not set, but `notices.webhook_url` is: webhooks are signed; set both, or neither
            "#
        );
        insta::assert_snapshot!(
            refused("[mail]\npassword_file = \"/p\"\n[notices]\nemail_to = \"ops@example.com\"\n\
                     webhook_secret_file = \"/s\"\n", &[]),
            @r#"
            portcullis.toml:2:1: `mail.password_file` is set, but `mail.relay` is not; set `mail.relay`, or take it out
            portcullis.toml:2:1: `mail.username` is not set, but `mail.password_file` is; set both, or neither
            portcullis.toml:4:1: `notices.email_to` is set, but `mail.relay` is not; set `mail.relay`, or take it out
            portcullis.toml:5:1: `notices.webhook_url` is not set, but `notices.webhook_secret_file` is; set both, or neither
            "#
        );
    }

    #[test]
    fn the_path_of_a_webhook_is_shown_nowhere() {
        let text = |url: &str| {
            format!("[notices]\nwebhook_url = \"{url}\"\nwebhook_secret_file = \"/s\"\n")
        };
        let loaded = fine(&text("https://hooks.example/T0/s3cret"), &[]);
        let printed = crate::config::print_effective(&loaded, true);
        assert!(
            printed.contains("webhook_url = \"https://hooks.example:443/\u{2026}\""),
            "{printed}"
        );
        let told = crate::config::settings_in_force(&loaded.config, &loaded.origins);
        let values = crate::config::Values::of(&loaded.config).unwrap().to_json();
        let shown = crate::config::shown(&loaded.config);
        let all = format!("{printed}{told:?}{values}{shown:?}{:?}", loaded.config);
        assert!(!all.contains("s3cret"), "{all}");
        // What was printed is not taken for the whole.
        insta::assert_snapshot!(refused(&printed, &[]), @"portcullis.toml:126:15: `notices.webhook_url` is a URL as it is printed, without its path; give the whole URL");
    }

    #[test]
    fn the_ways_out_are_told_without_secrets() {
        let directory = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = directory.path().join(name);
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let text = |password: &str, secret: &str| {
            format!(
                "[server]\npublic_url = \"https://gate.example\"\n\
                 [mail]\nrelay = \"127.0.0.1:25\"\nsecurity = \"none\"\nusername = \"a\"\n\
                 password_file = \"{password}\"\nfrom = \"Gate <gate@example.com>\"\n\
                 [notices]\nwebhook_url = \"http://hooks.example/token/x\"\n\
                 webhook_secret_file = \"{secret}\"\n"
            )
        };
        let password = file("password", "hunter2\n");
        let secret = file("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        let loaded = fine(&text(&password, &secret), &[]);
        let is_told = |warning: &Warning| warning.to_string().contains("can be read on the way");
        assert!(loaded.warnings.iter().any(is_told), "{:?}", loaded.warnings);
        for url in [
            "https://hooks.example/token/x",
            "http://127.0.0.1:9/token/x",
        ] {
            let text = text(&password, &secret).replace("http://hooks.example/token/x", url);
            let warnings = fine(&text, &[]).warnings;
            assert!(!warnings.iter().any(is_told), "{warnings:?}");
        }
        let settings = loaded.config.outbox_settings();
        assert_eq!(
            settings.webhook_url.as_deref(),
            Some("http://hooks.example:80")
        );
        let outside = loaded.open_outside().unwrap().unwrap();
        assert!(outside.has_relay() && outside.has_webhook());
        assert!(!format!("{outside:?}").contains("hunter2"), "{outside:?}");
        assert!(!format!("{outside:?}").contains("token"), "{outside:?}");
        let none = fine("", &[]).open_outside().unwrap();
        assert!(none.is_none());
        let bad = file("bad", "hello\n");
        let error = fine(&text(&password, &bad), &[])
            .open_outside()
            .unwrap_err();
        assert!(error.to_string().contains("no such secret"), "{error}");
        let gone = directory.path().join("gone").display().to_string();
        let error = fine(&text(&gone, &secret), &[]).open_outside().unwrap_err();
        assert!(error.to_string().contains("cannot be read"), "{error}");
    }
}
