//! The machine around the program: what the kernel and the service manager say.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::sys::resource::{Resource, getrlimit};

use super::finding::{Finding, Severity};
use crate::config::Config;

/// Descriptors beside those of connections: the database, the sockets, the log, and some air.
const OTHER_DESCRIPTORS: u64 = 64;
/// The queue of new connections below which bursts are turned away.
const BACKLOG_WANTED: u64 = 1024;
/// The unit that the packages install.
const UNIT: &str = "portcullis.service";
/// How long another program may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether each connection that the configuration allows can have its descriptor. `running` is the
/// limit of the server that runs; without one, it is what this process could raise its own to.
pub(super) fn open_files(config: &Config, running: Option<u64>) -> Finding {
    let server = &config.server;
    let needed = (server.max_connections + server.reserved_seats) as u64 + OTHER_DESCRIPTORS;
    let own = || getrlimit(Resource::RLIMIT_NOFILE).map_or(0, |(_, hard)| hard);
    judge_open_files(needed, running.unwrap_or_else(own), running.is_some())
}

fn judge_open_files(needed: u64, limit: u64, is_running: bool) -> Finding {
    let name = "open_files";
    let whose = if is_running {
        "the server"
    } else {
        "a server started here"
    };
    let found = format!("{whose} may open {limit} files, and {needed} may be needed");
    if limit < needed {
        let remedy = format!(
            "raise `LimitNOFILE=` in the unit to {needed}, or lower `server.max_connections`"
        );
        return Finding::new(name, Severity::Warning, found, remedy);
    }
    Finding::ok(name, found)
}

/// How many new connections the kernel keeps for us.
pub(super) fn backlog() -> Finding {
    let name = "backlog";
    let text = std::fs::read_to_string("/proc/sys/net/core/somaxconn").unwrap_or_default();
    match text.trim().parse::<u64>() {
        Ok(size) if size < BACKLOG_WANTED => Finding::new(
            name,
            Severity::Note,
            format!("the kernel keeps {size} new connections waiting"),
            "for bursts of connections: sysctl -w net.core.somaxconn=4096",
        ),
        Ok(size) => Finding::ok(
            name,
            format!("the kernel keeps {size} new connections waiting"),
        ),
        Err(_) => Finding::ok(name, "the kernel does not say"),
    }
}

/// The unit, where there is one and the data is the one that it serves.
pub(super) fn unit(is_served: bool) -> Option<Finding> {
    if !Path::new("/run/systemd/system").exists() {
        return None;
    }
    let is_enabled = output_of("systemctl", &["is-enabled", UNIT])?;
    if !["enabled", "disabled"].contains(&is_enabled.trim()) {
        return None;
    }
    let state = output_of("systemctl", &["is-active", UNIT])?;
    let found = format!("`{UNIT}` is {} and {}", is_enabled.trim(), state.trim());
    let name = "service";
    let start = format!("systemctl enable --now {UNIT}; journalctl -u {UNIT} says why it stopped");
    Some(match (is_enabled.trim(), state.trim()) {
        (_, "failed") => Finding::new(name, Severity::Problem, found, start),
        ("enabled", "active") => Finding::ok(name, found),
        ("enabled", _) if !is_served => Finding::new(name, Severity::Problem, found, start),
        ("disabled", _) => Finding::new(name, Severity::Note, found, start),
        (_, _) => Finding::ok(name, found),
    })
}

/// What a program prints within a few seconds, whatever its exit code; nothing when it is not there.
pub(super) fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let start = Instant::now();
    while child.try_wait().ok()?.is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().ok();
            child.wait().ok();
            return None;
        }
        sleep(Duration::from_millis(10));
    }
    let mut text = String::new();
    child.stdout.take()?.read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_connection_takes_a_descriptor() {
        assert_eq!(judge_open_files(100, 99, true).severity, Severity::Warning);
        assert_eq!(judge_open_files(100, 100, false).severity, Severity::Ok);
        assert!(open_files(&Config::default(), Some(128)).remedy.is_some());
    }

    #[test]
    fn another_program_is_asked_and_may_be_missing() {
        assert_eq!(output_of("echo", &["yes"]).as_deref(), Some("yes\n"));
        assert_eq!(output_of("no-such-program-here", &[]), None);
    }
}
