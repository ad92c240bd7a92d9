//! Reading the configuration again while the server runs: what changes, what takes a restart, and
//! who is told. The use case is the application's; here is where the settings come from.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use nix::sys::signal::{SigSet, Signal};
use serde_json::{Map, Value};

use super::context::Context;
use super::error::CliError;
use super::manager::Manager;
use super::server::{backup_settings, live_settings};
use super::start::values;
use crate::app::environment::SystemEnvironment;
use crate::app::{
    App, ConfigurationSource, Error, FieldError, Proposal, Reloaded, Setting, SettingSource,
};
use crate::config::{
    self, Config, ConfigError, InForce, Loaded, Origin, Origins, differences_json,
    settings_in_force,
};
use crate::domain::environment::Environment as _;
use crate::domain::settings::Configuration;
use crate::ledger::ChangeError;
use crate::telemetry::LogHandle;
use crate::tls::Keeper;

/// A part that is ready to take a configuration over.
pub(super) struct Ready {
    /// What it has still to do, which cannot fail.
    pub(super) adopt: Box<dyn FnOnce() + Send>,
    /// Keys of files that hold something else than what it has in force.
    pub(super) files_changed: Vec<&'static str>,
}

impl Ready {
    fn to(adopt: impl FnOnce() + Send + 'static) -> Self {
        Self {
            adopt: Box::new(adopt),
            files_changed: Vec::new(),
        }
    }
}

/// A part of the process beside the ledger that takes over a new configuration in two steps:
/// whatever can fail, such as reading a file, is done before anything changes.
pub(super) trait Part: Send + Sync {
    /// Gets ready for it, and changes nothing yet.
    fn prepare(&self, config: &Config) -> Result<Ready, CliError>;
}

/// The log takes over its levels.
impl Part for LogHandle {
    fn prepare(&self, config: &Config) -> Result<Ready, CliError> {
        let (handle, log) = (self.clone(), config.log.clone());
        Ok(Ready::to(move || {
            if let Err(error) = handle.set_levels(log.level, &log.modules) {
                tracing::error!(%error, "the log keeps its levels");
            }
        }))
    }
}

/// Backups take over everything: the next one holds the configuration that is then in force.
pub(super) struct BackupPart(pub(super) std::sync::Weak<App>);

impl Part for BackupPart {
    fn prepare(&self, config: &Config) -> Result<Ready, CliError> {
        let (app, settings) = (self.0.clone(), backup_settings(config));
        Ok(Ready::to(move || {
            if let Some(app) = app.upgrade() {
                app.configure_backups(settings);
            }
        }))
    }
}

/// The ways out, whose files are read again also when no setting of them has changed.
pub(super) struct OutsidePart(pub(super) std::sync::Weak<App>);

impl Part for OutsidePart {
    fn prepare(&self, config: &Config) -> Result<Ready, CliError> {
        let next = config.open_outside();
        let next = next.map_err(|fault| CliError::Plain(fault.to_string()))?;
        let next = next.map(Arc::new);
        let app = self.0.clone();
        let before = app.upgrade().and_then(|app| app.outside());
        let changed = before.map(|before| before.files_changed(next.as_deref()));
        Ok(Ready {
            adopt: Box::new(move || {
                if let Some(app) = app.upgrade() {
                    app.configure_outside(next);
                }
            }),
            files_changed: changed.unwrap_or_default(),
        })
    }
}

/// The certificates, which are read again also when no setting of them has changed.
impl Part for Arc<Keeper> {
    fn prepare(&self, config: &Config) -> Result<Ready, CliError> {
        // Whether TLS is spoken at all takes a restart, so there are settings of it here.
        let Some(settings) = config.tls_settings() else {
            return Ok(Ready::to(|| {}));
        };
        let keeper = Self::clone(self);
        let prepared = Keeper::prepare(&keeper, settings)
            .map_err(|fault| CliError::Plain(fault.to_string()))?;
        let would = keeper.changes(&prepared);
        let files = [
            (would.certificate, "tls.certificate_file"),
            (would.client_ca, "tls.client_ca_file"),
        ];
        let changed = files.iter().filter(|(is_other, _)| *is_other);
        let files_changed = changed.map(|(_, key)| *key).collect();
        let adopt = Box::new(move || {
            let reloaded = keeper.adopt(prepared);
            if reloaded.is_change() {
                tracing::info!("TLS: {reloaded}");
            }
            for caution in keeper.cautions(SystemEnvironment::default().now()) {
                tracing::warn!("{caution}");
            }
        });
        Ok(Ready {
            adopt,
            files_changed,
        })
    }
}

/// The file and the environment of a server that runs.
pub(super) struct Source {
    pub(super) context: Context,
    /// The addresses that the command line gave instead of the configured ones.
    pub(super) listen: Vec<SocketAddr>,
    pub(super) parts: Vec<Box<dyn Part>>,
    pub(super) manager: Arc<Manager>,
    /// What the service manager shows while all is well.
    pub(super) status: String,
    /// What is in force, and where it came from.
    pub(super) in_force: Arc<Mutex<(Config, Origins)>>,
    /// The application, for what is in force in the ledger.
    pub(super) app: std::sync::Weak<App>,
}

impl ConfigurationSource for Source {
    fn propose(&self) -> Result<Proposal, Error> {
        self.manager.reloading();
        let Loaded {
            config: read,
            warnings,
            origins,
        } = self.read()?;
        let (before, origins_before) = lock(&self.in_force).clone();
        let next = before.with_live_of(&read);
        let origins = origins_before.with_live_of(&origins);
        let live = live_settings(&next).map_err(|error| invalid("configuration", &error))?;
        let prepared = self.parts.iter().map(|part| part.prepare(&next));
        let ready = prepared
            .collect::<Result<Vec<Ready>, CliError>>()
            .map_err(|error| invalid("configuration", &error))?;
        let mut files_changed = self.files_changed(&live);
        files_changed.extend(ready.iter().flat_map(|part| &part.files_changed));
        let internal = |error: CliError| Error::Internal(super::error::chain(&error));
        let (was, is) = (
            values(&before).map_err(internal)?,
            values(&next).map_err(internal)?,
        );
        let pending = values(&read).map_err(internal)?.since(&is);
        let reloaded = Reloaded {
            changes: match differences_json(&is.since(&was)) {
                Value::Object(changes) => changes,
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Array(_) => Map::new(),
            },
            files_changed,
            needs_restart: pending.into_iter().map(|pending| pending.key).collect(),
            warnings: warnings.iter().map(ToString::to_string).collect(),
        };
        let in_force = Arc::clone(&self.in_force);
        let adopt = move || {
            for part in ready {
                (part.adopt)();
            }
            *lock(&in_force) = (next, origins);
        };
        Ok(Proposal {
            configuration: Arc::new(Configuration {
                live: Arc::new(live),
                settings: is.to_json().into(),
            }),
            sha256: is.sha256(),
            reloaded,
            adopt: Box::new(adopt),
        })
    }

    fn settings(&self) -> Vec<Setting> {
        let (config, origins) = lock(&self.in_force).clone();
        let settings = settings_in_force(&config, &origins).into_iter();
        settings.map(setting).collect()
    }

    fn settled(&self, request_id: &str, outcome: Result<&Reloaded, &ChangeError<Error>>) {
        match outcome {
            Ok(reloaded) => {
                let changed: Vec<&String> = reloaded.changes.keys().collect();
                tracing::info!(request_id, ?changed, "the configuration was read again");
                for warning in &reloaded.warnings {
                    tracing::warn!(request_id, "{warning}");
                }
                for key in &reloaded.needs_restart {
                    tracing::warn!(request_id, "`{key}` has changed, which takes a restart");
                }
                self.manager.ready(&self.status);
            }
            Err(error) => {
                tracing::error!(request_id, "the configuration stays as it was: {error}");
                let status = format!("{}; the new configuration is refused: {error}", self.status);
                self.manager.ready(&status);
            }
        }
    }
}

impl Source {
    /// The configuration as it would be at a start with the same command line.
    fn read(&self) -> Result<Loaded, Error> {
        let loaded = regular(self.context.config_file()).and_then(|()| {
            let loaded = self.context.load()?;
            regular(loaded.config.metrics.token_file.as_deref())?;
            regular(loaded.config.stripe.webhook_secret_file.as_deref())?;
            regular(loaded.config.billing.policy_file.as_deref())?;
            regular(loaded.config.documents.help_file.as_deref())?;
            loaded.check_secrets()?;
            super::docs::check(&loaded)?;
            Ok(loaded)
        });
        let mut loaded = loaded.map_err(|error| invalid_file(&error))?;
        if !self.listen.is_empty() {
            loaded.config.server.listen.clone_from(&self.listen);
        }
        Ok(loaded)
    }

    fn files_changed(&self, next: &crate::domain::settings::LiveSettings) -> Vec<&'static str> {
        let Some(app) = self.app.upgrade() else {
            return Vec::new();
        };
        let live = app.live();
        let now = live.settings();
        let files = [
            (
                now.metrics_token != next.metrics_token,
                "metrics.token_file",
            ),
            (
                now.stripe.secrets != next.stripe.secrets,
                "stripe.webhook_secret_file",
            ),
            (
                now.documents.policy != next.documents.policy,
                "billing.policy_file",
            ),
            (
                now.documents.help != next.documents.help,
                "documents.help_file",
            ),
        ];
        let changed = files.into_iter().filter(|(is_other, _)| *is_other);
        changed.map(|(_, key)| key).collect()
    }
}

/// A setting as the application tells it.
fn setting(in_force: InForce) -> Setting {
    let (source, place) = match &in_force.origin {
        Origin::Default => (SettingSource::Default, None),
        Origin::File { .. } => (SettingSource::File, Some(in_force.origin.to_string())),
        Origin::Environment { variable } => (SettingSource::Environment, Some(variable.clone())),
        Origin::Option { name } => (SettingSource::Option, Some((*name).to_owned())),
    };
    Setting {
        key: in_force.key,
        value: in_force.value,
        default: in_force.default,
        source,
        place,
        is_live: in_force.is_live,
        unit: in_force.unit,
        about: in_force.about,
    }
}

/// Refuses what a server would wait for when it reads it, and all who ask for a reload with it: a
/// pipe has nothing more to say at the second time. What is missing shows when it is read.
fn regular(path: Option<&Path>) -> Result<(), CliError> {
    let found = path.and_then(|path| Some((path, std::fs::metadata(path).ok()?)));
    match found {
        Some((path, found)) if !found.is_file() => Err(CliError::Plain(format!(
            "`{}` is not a regular file, and cannot be read again; put one there",
            path.display()
        ))),
        Some(_) | None => Ok(()),
    }
}

/// Every mistake with its place.
fn invalid_file(error: &CliError) -> Error {
    let CliError::Config(ConfigError::Invalid(problems)) = error else {
        return invalid("configuration", error);
    };
    let fields = problems.iter().map(|problem| {
        let config::Problem {
            origin,
            key,
            text,
            remedy,
        } = problem;
        let field = key.as_deref().unwrap_or("configuration");
        FieldError::new(field, format!("{text} ({origin}); {remedy}"))
    });
    Error::Invalid(fields.collect())
}

fn invalid(field: &str, error: &CliError) -> Error {
    Error::Invalid(vec![FieldError::new(field, super::error::chain(error))])
}

type InForceGuard<'a> = std::sync::MutexGuard<'a, (Config, Origins)>;

fn lock(in_force: &Mutex<(Config, Origins)>) -> InForceGuard<'_> {
    in_force.lock().unwrap_or_else(PoisonError::into_inner)
}

/// SIGHUP, kept for one thread. It must be held back before the process has a second one.
pub(super) struct Hangups(SigSet);

impl Hangups {
    /// Holds the signal back from now on, for all threads that this one makes.
    pub(super) fn hold_back() -> Result<Self, CliError> {
        let mut signals = SigSet::empty();
        signals.add(Signal::SIGHUP);
        signals
            .thread_block()
            .map_err(|source| CliError::failed("cannot hold SIGHUP back", source))?;
        Ok(Self(signals))
    }

    /// Reads the configuration again at each signal, on a thread of its own that ends with the
    /// process.
    pub(super) fn reload(self, app: &Arc<App>) -> Result<(), CliError> {
        let app = Arc::downgrade(app);
        let work = move || {
            loop {
                match self.0.wait() {
                    Ok(_) => {
                        let Some(app) = app.upgrade() else { return };
                        // The source has told everybody how it ended.
                        app.reload_on_signal().ok();
                    }
                    Err(nix::errno::Errno::EINTR) => {}
                    Err(error) => {
                        tracing::error!(%error, "cannot wait for SIGHUP any more");
                        return;
                    }
                }
            }
        };
        std::thread::Builder::new()
            .name("reload".to_owned())
            .spawn(work)
            .map(drop)
            .map_err(|source| CliError::failed("cannot start a thread", source))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::app::backups::BackupSettings;

    /// Another value than the default for each live key, as the environment would have it.
    const OTHERS: &[(&str, &str)] = &[
        ("tls.min_version", "1.3"),
        ("tls.client_certificates", "optional"),
        ("tls.client_ca_file", "/others.pem"),
        (
            "tls.client_identities",
            "[{name = 'dns:a.example', operator = 'ada'}]",
        ),
        ("cors.public_origins", "*"),
        ("cors.check_origins", "https://a.example"),
        ("cors.customer_origins", "https://a.example"),
        ("quotes.is_open", "false"),
        ("quotes.per_address_per_minute", "7"),
        ("registration.mode", "closed"),
        ("registration.per_address_per_minute", "61"),
        ("billing.issuer", "Gate Ltd"),
        ("billing.payment_days", "14"),
        ("billing.note", "Pay to account 7."),
        ("subscriptions.self_service_max", "starter"),
        ("subscriptions.registration_default", "free"),
        (
            "subscriptions.tiers",
            "[{name = 'starter', title = 'S', max_agents = 1, max_requests_per_minute = 2, \
             max_api_keys = 3, support = 's'}, {name = 'pro', title = 'P', max_agents = 1, \
             max_requests_per_minute = 2, max_api_keys = 3, support = 's'}]",
        ),
        ("approvals.expire_after_minutes", "7"),
        ("approvals.max_open_per_customer", "7"),
        ("backup.directory", "/elsewhere"),
        ("backup.every_hours", "5"),
        ("backup.keep", "5"),
        (
            "backup.recipients",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        ),
        ("sessions.idle_minutes", "7"),
        ("sessions.absolute_hours", "7"),
        ("login.per_account_per_minute", "7"),
        ("login.per_address_per_minute", "7"),
        ("mail.relay", "127.0.0.1:26"),
        ("mail.security", "none"),
        ("mail.username", "another"),
        ("mail.password_file", "/other-password"),
        ("mail.from", "other@example.com"),
        ("mail.reply_to", "answers@example.com"),
        ("mail.ca_file", "/other.pem"),
        ("mail.templates_dir", "/texts"),
        ("notices.email_to", "ops@example.com"),
        ("notices.webhook_url", "https://other.example"),
        ("notices.webhook_secret_file", "/other-secret"),
        ("outbox.keep_days", "7"),
        ("log.level", "trace"),
        ("log.modules", "{ a = 'debug' }"),
        ("log.requests", "false"),
        ("metrics.token_file", ""),
        ("stripe.webhook_secret_file", ""),
        ("billing.policy_file", ""),
        ("documents.hidden", "SALES"),
        ("documents.help_file", ""),
        ("stripe.prices", "{ price_1 = 'pro' }"),
        (
            "stripe.payment_links",
            "{ pro = 'https://buy.stripe.com/a' }",
        ),
        ("stripe.ended_tier", "free"),
        ("stripe.find_by_email", "true"),
    ];

    /// The list of keys says what changes with a reload; here is shown that it does.
    #[test]
    fn every_live_key_reaches_what_it_changes() {
        let mut token = tempfile::NamedTempFile::new().unwrap();
        write!(token, "whsec_0123456789abcdef").unwrap();
        // Most of `[tls]` means something only where clients are asked for certificates.
        let always = [
            ("PORTCULLIS_TLS__CERTIFICATE_FILE", "/c.pem"),
            ("PORTCULLIS_TLS__KEY_FILE", "/k.pem"),
            ("PORTCULLIS_TLS__CLIENT_CA_FILE", "/a.pem"),
            ("PORTCULLIS_TLS__CLIENT_CERTIFICATES", "required"),
            ("PORTCULLIS_SERVER__PUBLIC_URL", "https://gate.example"),
            ("PORTCULLIS_MAIL__RELAY", "127.0.0.1:25"),
            ("PORTCULLIS_MAIL__FROM", "gate@example.com"),
            ("PORTCULLIS_MAIL__USERNAME", "gate"),
            ("PORTCULLIS_MAIL__PASSWORD_FILE", "/password"),
            ("PORTCULLIS_NOTICES__WEBHOOK_URL", "https://hooks.example"),
            ("PORTCULLIS_NOTICES__WEBHOOK_SECRET_FILE", "/secret"),
        ];
        let always = always.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let before = Config::load(None, always.clone().into_iter())
            .unwrap()
            .config;
        // What documents show of all settings is no effect of one.
        let live_of = |config: &Config| crate::domain::settings::LiveSettings {
            shown: Arc::default(),
            ..live_settings(config).unwrap()
        };
        let live_before = live_of(&before);
        for key in Config::live_keys() {
            let (_, other) = OTHERS
                .iter()
                .find(|(known, _)| *known == key)
                .unwrap_or_else(|| panic!("`{key}` is live: how does a reload take it over?"));
            let other = match key {
                "metrics.token_file"
                | "stripe.webhook_secret_file"
                | "billing.policy_file"
                | "documents.help_file" => token.path().to_str().unwrap(),
                _ => other,
            };
            let variable = format!("PORTCULLIS_{}", key.replace('.', "__").to_ascii_uppercase());
            let rest = always.iter().filter(|(name, _)| *name != variable).cloned();
            let variables = rest.chain([(variable.clone(), other.to_owned())]);
            let read = Config::load(None, variables).unwrap().config;
            let next = before.with_live_of(&read);
            assert_eq!(next, read, "{key}");
            match key {
                // The log's own levels are taken over by its handle.
                "log.level" => assert_ne!(next.log.level, before.log.level),
                "log.modules" => assert_ne!(next.log.modules, before.log.modules),
                // Backups are told everything anew (`BackupPart`).
                _ if key.starts_with("backup.") => {
                    let without_config = |config: &Config| BackupSettings {
                        config: Arc::from(""),
                        ..backup_settings(config)
                    };
                    assert_ne!(without_config(&next), without_config(&before), "{key}");
                }
                // The ways out are opened anew from all of it (`OutsidePart`); what everybody may
                // know of them is live besides.
                _ if key.starts_with("mail.") || key.starts_with("notices.") => {
                    let of = |config: &Config| (config.mail.clone(), config.notices.clone());
                    assert_ne!(of(&next), of(&before), "{key}");
                }
                // The certificates are taken over by their keeper.
                _ if key.starts_with("tls.") => {
                    assert_ne!(next.tls_settings(), before.tls_settings(), "{key}");
                }
                _ => {
                    let live = live_of(&next);
                    assert_ne!(live, live_before, "{key} changes nothing");
                }
            }
        }
    }

    #[test]
    fn what_takes_a_restart_is_not_taken_over() {
        let variables = [("PORTCULLIS_SERVER__DRAIN_SECONDS", "7")];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let read = Config::load(None, variables.into_iter()).unwrap().config;
        let next = Config::default().with_live_of(&read);
        assert_eq!(next, Config::default());
        let pending = values(&read).unwrap().since(&values(&next).unwrap());
        assert_eq!(pending.len(), 1);
        assert_eq!(pending[0].key, "server.drain_seconds");
    }
}
