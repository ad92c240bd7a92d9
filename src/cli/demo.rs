//! `portcullis demo`: a real server, a believable customer, an operator who can sign in, and three
//! questions to paste.

use std::fmt::Write as _;
use std::fs::{DirBuilder, remove_dir_all};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::demo_data::{OPERATOR, QUESTIONS, Question, Seeded, renew_password, seed};
use super::error::CliError;
use super::output::{Outcome, note, print_document, print_text, shell_word};
use super::owner::become_owner;
use super::serve::{Listeners, Running, raise_descriptor_limit, take_to_serve};
use super::server::Encryption;
use super::terminal::must_not_be_journal;
use crate::app::environment::SystemEnvironment;
use crate::config::{Config, Loaded, Origin, Tls, process_environment};
use crate::domain::environment::Environment as _;
use crate::edge::EdgeError;
use crate::ledger::{self, DataDir};
use crate::telemetry::{LogHandle, LogLevel, init_logging};

/// Longer than the allocator keeps freed memory for the next use.
const HELD_BY_ALLOCATOR: Duration = Duration::from_millis(300);

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Address and port to listen on [default: 127.0.0.1:8080, or a free port if that is taken]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
}

impl Demo {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        must_not_be_journal("what opens a demo")?;
        let (mut config, scratch, log) = configured(context)?;
        if let Some(address) = self.listen {
            config.server.listen = vec![address];
        }
        raise_descriptor_limit();
        let directory = take_for_demo(&config)?;
        let opened = Listeners::open(&config, &directory, Vec::new(), None);
        let (listeners, control) = match opened {
            Err(CliError::Edge(EdgeError::BindAddress { address, source }))
                if self.listen.is_none() && source.kind() == io::ErrorKind::AddrInUse =>
            {
                note(&format!(
                    "`{address}` is taken; listening on a free port instead"
                ));
                config.server.listen = vec![SocketAddr::new(address.ip(), 0)];
                Listeners::open(&config, &directory, Vec::new(), None)?
            }
            other => other?,
        };
        let running = Running::open(&config, directory, Encryption::default(), &Arc::default())?;
        let seeded = seed(&*running.server.service)?;
        let url = url(&listeners.addresses());
        let json = context.json();
        let kept_in = context.named_data_dir().map(std::path::absolute);
        let kept_in = kept_in
            .transpose()
            .map_err(|source| CliError::failed("cannot tell where this directory is", source))?;
        let service = Arc::clone(&running.server.service);
        running.serve(listeners, &config, control, &log, move || {
            // Checks are answered by now: nobody waits for the hash of the password.
            let password = renew_password(&*service, &seeded, &SystemEnvironment::default())?;
            let printed = if json {
                print_document(&document(&url, &seeded, &password))
            } else {
                print_text(&page(&url, &seeded, &password, kept_in.as_deref()))
            };
            // The 19 MiB of the hash go back to the system when the thread that took them ends, but
            // not before the allocator has held them for a while.
            std::thread::sleep(HELD_BY_ALLOCATOR);
            printed
        })?;
        drop(scratch);
        Ok(Outcome::Printed)
    }
}

/// The built-in settings, unless a file is named; and where the data goes.
fn configured(context: &Context) -> Result<(Config, Option<Scratch>, LogHandle), CliError> {
    let Loaded {
        mut config,
        origins,
        ..
    } = Config::load(context.named_config_file(), process_environment())?;
    if *origins.of("log.level") == Origin::Default {
        // The terminal is for what to try, not for every request.
        config.log.level = LogLevel::Warn;
    }
    config.backup.every_hours = 0;
    // What it prints to try is for this machine, without a certificate that it would have to trust.
    config.tls = Tls::default();
    config.metrics.tls = false;
    let mut scratch = None;
    if let Some(directory) = context.named_data_dir() {
        directory.clone_into(&mut config.server.data_dir);
        become_owner(directory)?;
    } else {
        let made = Scratch::make()
            .map_err(|source| CliError::failed("cannot make a temporary directory", source))?;
        config.server.data_dir.clone_from(&made.0);
        scratch = Some(made);
    }
    let log = init_logging(config.log.format, config.log.level, &config.log.modules)
        .map_err(|source| CliError::failed("cannot set up the log", source))?;
    Ok((config, scratch, log))
}

/// Takes the directory where it is a demo's or nobody's. A real appliance would be left with an
/// operator and keys that a terminal has shown.
fn take_for_demo(config: &Config) -> Result<DataDir, CliError> {
    let directory = take_to_serve(config, "demo")?;
    let path = directory.path().display().to_string();
    match ledger::begin_demo(&directory) {
        Ok(true) => Ok(directory),
        Ok(false) => Err(CliError::Refused(format!(
            "`{path}` holds an appliance that no demo made, and a demo would change its operators, \
             customers and keys for good; name a new directory with `--data-dir`, or leave it out \
             for a temporary one"
        ))),
        Err(source) => {
            let doing = format!("cannot take `{path}` for a demo");
            Err(CliError::failed(doing, source))
        }
    }
}

/// A directory of this process alone, which goes with it.
struct Scratch(PathBuf);

impl Scratch {
    fn make() -> io::Result<Self> {
        let mut random = [0u8; 8];
        SystemEnvironment::default().fill(&mut random);
        let name = format!("portcullis-demo-{:016x}", u64::from_be_bytes(random));
        let path = std::env::temp_dir().join(name);
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = remove_dir_all(&self.0) {
            let path = self.0.display();
            note(&format!(
                "`{path}` could not be removed: {error}; remove it"
            ));
        }
    }
}

/// Where a browser on this machine finds the page.
fn url(addresses: &[SocketAddr]) -> String {
    let Some(address) = addresses.first() else {
        return String::new();
    };
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        IpAddr::V4(_) | IpAddr::V6(_) => address.ip(),
    };
    format!("http://{}", SocketAddr::new(ip, address.port()))
}

fn curl(url: &str, seeded: &Seeded, question: &Question) -> String {
    let authorization = format!("Authorization: Bearer {}", seeded.api_key.as_str());
    format!(
        "curl -s {} -H {} -H {} -d {}",
        shell_word(&format!("{url}/api/agents/check")),
        shell_word(&authorization),
        shell_word("Content-Type: application/json"),
        shell_word(&question.body().to_string())
    )
}

fn document(url: &str, seeded: &Seeded, password: &str) -> Value {
    let checks = QUESTIONS.iter().map(|question| {
        let curl = curl(url, seeded, question);
        json!({"answer": question.answer, "body": question.body(), "curl": curl})
    });
    json!({
        "api_key": seeded.api_key.as_str(),
        "checks": checks.collect::<Vec<_>>(),
        "customer_id": seeded.customer_id,
        "operator_password": password,
        "operator_token": seeded.operator_token.as_str(),
        "operator_username": OPERATOR,
        "url": format!("{url}/"),
    })
}

fn page(url: &str, seeded: &Seeded, password: &str, kept_in: Option<&Path>) -> String {
    let mut page = format!(
        "The demo runs.\n\n\
         front page    {url}/\n\
         console       {url}/console\n\
         \x20 username    {OPERATOR}\n\
         \x20 password    {password}\n\
         portal        {url}/portal\n\
         \x20 API key     {key}\n\
         \x20 customer    {} ({})\n\n\
         For the commands in the guides, paste this into another terminal:\n\n\
         export PORTCULLIS_URL={url}\n\
         export PORTCULLIS_API_KEY={key}\n\
         export PORTCULLIS_OPERATOR_TOKEN={}\n",
        seeded.customer,
        seeded.customer_id,
        seeded.operator_token.as_str(),
        key = seeded.api_key.as_str(),
    );
    // Writing into a `String` cannot fail.
    if let Some(directory) = kept_in {
        let directory = shell_word(&directory.display().to_string());
        writeln!(page, "export PORTCULLIS_SERVER__DATA_DIR={directory}").ok();
    }
    page.push_str("\nOr ask at once:\n");
    for question in &QUESTIONS {
        let (answer, why) = (question.answer, question.why);
        write!(
            page,
            "\n# {answer}: {why}\n{}\n",
            curl(url, seeded, question)
        )
        .ok();
    }
    page.push_str(if kept_in.is_none() {
        "\nCtrl-C ends it and removes its data."
    } else {
        "\nCtrl-C ends it; its data stays."
    });
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_can_go_there() {
        let of = |address: &str| url(&[address.parse().unwrap()]);
        assert_eq!(of("0.0.0.0:81"), "http://127.0.0.1:81");
        assert_eq!(of("[::]:81"), "http://[::1]:81");
        assert_eq!(of("10.0.0.9:81"), "http://10.0.0.9:81");
    }
}
