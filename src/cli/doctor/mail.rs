//! Whether letters and webhooks could be sent, by the settings and the files behind them, and whether
//! any were not. Nothing is sent, and no connection is opened.

use std::collections::HashMap;

use super::finding::{Finding, Severity};
use crate::config::Config;
use crate::domain::outbox::MessageStatus;

/// The ways out, as a server would open them.
pub(super) fn ways_out(config: &Config) -> Finding {
    let name = "mail";
    match config.open_outside() {
        Ok(None) => Finding::ok(
            name,
            "neither a relay nor a webhook is configured: nothing is sent",
        ),
        Ok(Some(outside)) => {
            let settings = config.outbox_settings();
            let relay = settings.mail.map_or_else(
                || "no relay".to_owned(),
                |mail| format!("the relay {} ({})", mail.relay, mail.security),
            );
            let webhook = settings.webhook_url;
            let webhook = webhook.map_or_else(
                || "no webhook".to_owned(),
                |url| format!("the webhook {url}"),
            );
            let tried = if outside.has_relay() {
                "; `portcullis mail test --to ADDRESS` tries it"
            } else {
                ""
            };
            Finding::ok(name, format!("{relay}, {webhook}{tried}"))
        }
        Err(fault) => {
            let found = format!("`{}` {}", fault.key, fault.text);
            Finding::new(name, Severity::Problem, found, fault.remedy)
        }
    }
}

/// What became of messages, by how many of them stand so.
pub(super) fn messages(standing: &HashMap<MessageStatus, u32>) -> Finding {
    let name = "messages";
    let of = |status| standing.get(&status).copied().unwrap_or(0);
    let waiting = of(MessageStatus::Waiting) + of(MessageStatus::Sending);
    let (failed, uncertain) = (of(MessageStatus::Failed), of(MessageStatus::Uncertain));
    let found = format!("failed: {failed}, uncertain: {uncertain}, waiting: {waiting}");
    if failed + uncertain == 0 {
        return Finding::ok(name, found);
    }
    let remedy = "`portcullis mail list` has the reasons; see `Letters fail` in docs/OPERATIONS.md";
    Finding::new(name, Severity::Warning, found, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_nobody_got_are_a_warning() {
        let judged =
            |standing: &[(MessageStatus, u32)]| messages(&standing.iter().copied().collect());
        let waiting = judged(&[(MessageStatus::Waiting, 2), (MessageStatus::Sending, 1)]);
        assert_eq!(waiting.severity, Severity::Ok);
        assert_eq!(waiting.found, "failed: 0, uncertain: 0, waiting: 3");
        for status in [MessageStatus::Failed, MessageStatus::Uncertain] {
            assert_eq!(judged(&[(status, 1)]).severity, Severity::Warning);
        }
    }

    fn of(variables: &[(&str, &str)]) -> Finding {
        let variables = variables.iter();
        let variables = variables.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        ways_out(&Config::load(None, variables).unwrap().config)
    }

    #[test]
    fn what_is_configured_is_told_and_what_cannot_be_used_is_a_problem() {
        assert!(of(&[]).found.contains("nothing is sent"));
        let relay = [
            ("PORTCULLIS_SERVER__PUBLIC_URL", "https://gate.example"),
            ("PORTCULLIS_MAIL__RELAY", "127.0.0.1:25"),
            ("PORTCULLIS_MAIL__SECURITY", "none"),
            ("PORTCULLIS_MAIL__FROM", "gate@example.com"),
        ];
        let fine = of(&relay);
        assert_eq!(fine.severity, Severity::Ok);
        assert!(
            fine.found.contains("127.0.0.1:25 (none), no webhook"),
            "{}",
            fine.found
        );
        let texts = [
            &relay[..],
            &[("PORTCULLIS_MAIL__TEMPLATES_DIR", "/nowhere")],
        ]
        .concat();
        let bad = of(&texts);
        assert_eq!(bad.severity, Severity::Problem);
        assert!(
            bad.found.starts_with("`mail.templates_dir` is `/nowhere`"),
            "{}",
            bad.found
        );
    }
}
