//! Whether letters and webhooks could be sent: the settings and the files behind them. Nothing is
//! sent, and no connection is opened.

use super::finding::{Finding, Severity};
use crate::config::Config;

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

#[cfg(test)]
mod tests {
    use super::*;

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
