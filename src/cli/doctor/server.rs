//! The server that runs, asked over its control socket.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::disk::milliseconds;
use super::finding::{Finding, Severity};
use crate::app::environment::SystemEnvironment;
use crate::cli::members::Members as _;
use crate::cli::request::Request;
use crate::cli::socket::ControlSocket;
use crate::domain::environment::Environment as _;
use crate::domain::time::Timestamp;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// A record that takes longer keeps callers waiting.
const SLOW: Duration = Duration::from_millis(200);
/// A record that takes longer makes callers give up.
const TOO_SLOW: Duration = Duration::from_secs(2);

const SECONDS_A_DAY: i64 = 86_400;
/// Days before the end of a certificate at which it is time to renew it.
const DAYS_TO_ACT: i64 = 30;
/// The metrics that say when certificates end, and what each is about.
const CERTIFICATES: &[(&str, &str)] = &[
    (
        "portcullis_tls_certificate_expiry_timestamp_seconds",
        "the certificate of the server",
    ),
    (
        "portcullis_tls_client_ca_expiry_timestamp_seconds",
        "an authority for clients' certificates",
    ),
];

/// What a server said about itself.
pub(super) struct Told {
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// The files that it may open.
    pub(super) max_files: Option<u64>,
    /// Where its backups stand.
    pub(super) backups: Option<Value>,
}

/// Asks it everything; the first that it does not answer is the last that is asked.
pub(super) fn ask(socket: ControlSocket, holder: &str) -> Told {
    let socket = socket.with_patience(PATIENCE);
    let mut told = Told {
        findings: Vec::new(),
        max_files: None,
        backups: None,
    };
    let ready = match socket.send(&Request::get("/ready")) {
        Ok(answer) => answer,
        Err(error) => {
            let found = format!("{holder} does not answer: {error}");
            told.findings.push(stuck(found));
            return told;
        }
    };
    told.findings
        .push(Finding::ok("server", format!("{holder} answers")));
    let document = serde_json::from_slice::<Value>(&ready.body).unwrap_or_default();
    let is_ready = ready.status == 200;
    told.findings.push(match document.text("reason") {
        _ if is_ready => Finding::ok("ready", "decisions can be recorded"),
        reason => Finding::new(
            "ready",
            Severity::Problem,
            reason.unwrap_or("it is not ready").to_owned(),
            "the log says more: journalctl -u portcullis; see docs/OPERATIONS.md",
        ),
    });
    if is_ready {
        told.findings.push(latency(&socket));
    }
    match socket.send(&Request::get("/metrics")) {
        Ok(answer) => {
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            told.findings.extend(from_metrics(&text));
            let now = SystemEnvironment::default().now();
            told.findings.extend(certificates(&text, now));
            told.max_files = number(&text, "process_max_fds");
        }
        Err(error) => {
            let found = format!("{holder} gave no metrics: {error}");
            told.findings.push(stuck(found));
        }
    }
    let backups = socket.send(&Request::get("/api/system/backups"));
    let document = backups.and_then(crate::cli::request::Response::document);
    // Without it the directory is looked at all the same.
    told.backups = document.ok();
    told
}

/// A server that has the data and does not answer.
pub(super) fn stuck(found: String) -> Finding {
    let remedy = "systemctl restart portcullis; before that, keep what journalctl -u portcullis \
                  says";
    Finding::new("server", Severity::Problem, found, remedy)
}

/// How long a record takes, with its flush: it is written, and says that it was this.
fn latency(socket: &ControlSocket) -> Finding {
    let name = "ledger_latency";
    let start = Instant::now();
    let asked = socket.send(&Request::post("/api/system/probe", json!({})));
    let taken = start.elapsed();
    let remedy = "see `PortcullisCommitSlow` in docs/OPERATIONS.md";
    match asked.and_then(crate::cli::request::Response::document) {
        Ok(_) => {
            let found = format!("a record took {:.2} ms", milliseconds(taken));
            let severity = match taken {
                taken if taken >= TOO_SLOW => Severity::Problem,
                taken if taken >= SLOW => Severity::Warning,
                _ => return Finding::ok(name, found),
            };
            Finding::new(name, severity, found, remedy)
        }
        Err(error) => {
            let found = format!("nothing could be recorded: {error}");
            Finding::new(name, Severity::Problem, found, remedy)
        }
    }
}

fn from_metrics(text: &str) -> Vec<Finding> {
    let mut findings = vec![version(text)];
    let waiting = number(text, "portcullis_queue_entries");
    let limit = number(text, "portcullis_queue_limit_entries");
    if let (Some(waiting), Some(limit)) = (waiting, limit) {
        let found = format!("{waiting} of {limit} entries wait");
        findings.push(if waiting > limit / 2 {
            let remedy = "see `PortcullisQueueFilling` in docs/OPERATIONS.md";
            Finding::new("queue", Severity::Warning, found, remedy)
        } else {
            Finding::ok("queue", found)
        });
    }
    findings
}

/// When the certificates end that the server speaks with, where it speaks TLS.
fn certificates(text: &str, now: Timestamp) -> Vec<Finding> {
    let of = |(metric, what): &(&str, &str)| {
        let end = i64::try_from(number(text, metric)?).ok()?;
        let left = end.saturating_sub(now.as_seconds());
        let days = left / SECONDS_A_DAY;
        let severity = match left {
            ..=0 => Severity::Problem,
            _ if days < DAYS_TO_ACT => Severity::Warning,
            _ => {
                return Some(Finding::ok(
                    "tls",
                    format!("{what} is valid for {days} days"),
                ));
            }
        };
        let found = if left <= 0 {
            format!("{what} has expired, and clients refuse it")
        } else {
            format!("{what} expires in {days} days")
        };
        let remedy = "renew it: docs/TLS.md; the files are read again when they are replaced";
        Some(Finding::new("tls", severity, found, remedy))
    };
    CERTIFICATES.iter().filter_map(of).collect()
}

fn version(text: &str) -> Finding {
    let own = env!("CARGO_PKG_VERSION");
    let start = "portcullis_build_info{version=\"";
    let line = text.lines().find_map(|line| line.strip_prefix(start));
    match line.and_then(|rest| rest.split('"').next()) {
        Some(running) if running == own => Finding::ok("version", format!("{own} runs")),
        running => Finding::new(
            "version",
            Severity::Warning,
            format!(
                "{} runs, and {own} is installed",
                running.unwrap_or("another")
            ),
            "systemctl restart portcullis",
        ),
    }
}

/// A metric without labels, as a whole number.
fn number(text: &str, name: &str) -> Option<u64> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
    line.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_are_judged_by_what_is_left() {
        let now: Timestamp = "2026-11-22T16:00:00Z".parse().unwrap();
        let judged = |days: i64| {
            let end = now.as_seconds() + days * SECONDS_A_DAY;
            let text = format!("{} {end}.0\n", CERTIFICATES[0].0);
            certificates(&text, now).first().unwrap().severity
        };
        assert_eq!(judged(0), Severity::Problem);
        assert_eq!(judged(29), Severity::Warning);
        assert_eq!(judged(30), Severity::Ok);
        assert!(
            certificates("portcullis_up 1.0\n", now).is_empty(),
            "no TLS"
        );
    }

    #[test]
    fn metrics_are_read_back() {
        let own = env!("CARGO_PKG_VERSION");
        let text = format!(
            "portcullis_build_info{{version=\"{own}\"}} 1.0\nportcullis_queue_entries 9.0\n\
             portcullis_queue_limit_entries 16.0\nprocess_max_fds 1024.0\n"
        );
        assert_eq!(number(&text, "process_max_fds"), Some(1024));
        assert_eq!(number(&text, "process_max"), None);
        let severities = |text: &str| -> Vec<Severity> {
            from_metrics(text)
                .iter()
                .map(|found| found.severity)
                .collect()
        };
        assert_eq!(severities(&text), [Severity::Ok, Severity::Warning]);
        assert_eq!(
            severities(&text.replace(own, "0.0.9")),
            [Severity::Warning; 2]
        );
    }
}
