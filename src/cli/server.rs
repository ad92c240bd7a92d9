//! The application put together from a configuration and a data directory.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::error::CliError;
use crate::app::App;
use crate::app::backups::BackupSettings;
use crate::app::environment::SystemEnvironment;
use crate::backup;
use crate::config::{self, Config, RegistrationMode, read_secret};
use crate::domain::billing::Billing;
use crate::domain::origin::CrossOrigin;
use crate::domain::secret::SecretDigest;
use crate::domain::settings::{DocumentSettings, LiveSettings};
use crate::domain::stripe::StripeSettings;
use crate::edge::EdgeConfig;
use crate::http::wire::{EdgeStats, Service};
use crate::http::{self, Http};
use crate::ledger::{self, DataDir, Durability, Hooks, Ledger, OpenError, StoreError};
use crate::metrics::Metrics;
use crate::tls::Keeper;

/// Makes every flush that slow; for measuring how the server behaves on a slow disk.
const FLUSH_DELAY_VARIABLE: &str = "PORTCULLIS_TEST_FLUSH_DELAY_MS";

/// What TLS is spoken with, where it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Encryption {
    /// The certificates.
    pub(super) keeper: Option<Arc<Keeper>>,
    /// The port of the first address that speaks it.
    pub(super) port: Option<u16>,
}

/// The application, ready to answer.
pub(super) struct Server {
    app: Arc<App>,
    ledger: Arc<Ledger>,
    /// What answers requests.
    pub(super) service: Arc<dyn Service>,
    /// What the edge counts.
    pub(super) stats: Arc<EdgeStats>,
}

impl Server {
    /// Opens the ledger and puts the application over it.
    pub(super) fn open(
        config: &Config,
        directory: DataDir,
        encryption: Encryption,
        hooks: Hooks,
    ) -> Result<Self, CliError> {
        let settings = Arc::new(live_settings(config)?);
        let path = directory.path().to_owned();
        let ledger = Ledger::open(
            directory,
            ledger_settings(config)?,
            settings,
            Arc::new(SystemEnvironment::default()),
            Arc::new(Metrics::default()),
            hooks,
        )
        .map_err(|source| {
            let why = if has_room(&path) {
                ""
            } else {
                ", whose disk is full: make room on it"
            };
            let doing = format!("cannot open the data in `{}`{why}", path.display());
            match readable_backup(config, &source) {
                Some(hint) => CliError::Plain(format!("{doing}: {source}; {hint}")),
                None => CliError::failed(doing, source),
            }
        })?;
        let ledger = Arc::new(ledger);
        let app = Arc::new(App::new(Arc::clone(&ledger)));
        app.configure_backups(backup_settings(config));
        let stats = Arc::new(EdgeStats::default());
        let http = http::Settings {
            tls: encryption.keeper,
            https_port: encryption.port,
            ..http_settings(config)
        };
        let http = Http::new(Arc::clone(&app), http, Arc::clone(&stats));
        Ok(Self {
            app,
            ledger,
            service: Arc::new(http),
            stats,
        })
    }

    /// The use cases.
    pub(super) fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// Writes what was counted, works off what waits, and ends the ledger's thread.
    pub(super) fn close(&self) {
        self.app.stop_backups();
        self.app.stop_proofs();
        self.app.flush_usage();
        self.ledger.close();
    }
}

/// Whether there is room on the disk for what opening the data writes. SQLite calls the lack of it
/// an I/O error, which would send people looking for a broken disk.
fn has_room(path: &Path) -> bool {
    const NEEDED_BYTES: u64 = 256 * 1024;
    let found = nix::sys::statvfs::statvfs(path);
    found.map_or(true, |disk| {
        disk.blocks_available() * disk.fragment_size() >= NEEDED_BYTES
    })
}

/// Where the database is of a newer program: the newest backup that this one can restore.
fn readable_backup(config: &Config, error: &OpenError) -> Option<String> {
    let OpenError::Store(StoreError::Newer { known, .. }) = error else {
        return None;
    };
    let found = backup::list(&config.backup_directory()).ok()?;
    let readable = |found: &&backup::Found| found.schema_version.is_some_and(|of| of <= *known);
    let path = found.iter().find(readable)?.path.display().to_string();
    Some(format!(
        "the newest backup that this program can read is `{path}`"
    ))
}

/// What may change while the program runs.
pub(super) fn live_settings(config: &Config) -> Result<LiveSettings, CliError> {
    let (approvals, sessions, login) = (&config.approvals, &config.sessions, &config.login);
    let token_file = config.metrics.token_file.as_deref();
    Ok(LiveSettings {
        tiers: Arc::new(config.tiers.clone()),
        approvals_expire_after: Duration::from_secs(approvals.expire_after_minutes * 60),
        approvals_max_open: usize::try_from(approvals.max_open_per_customer).unwrap_or(usize::MAX),
        registration_is_open: config.registration.mode == RegistrationMode::Open,
        registrations_per_minute: config.registration.per_address_per_minute,
        quotes_are_open: config.quotes.is_open,
        quotes_per_minute: config.quotes.per_address_per_minute,
        session_idle: Duration::from_secs(sessions.idle_minutes * 60),
        session_absolute: Duration::from_secs(sessions.absolute_hours * 3600),
        logins_per_account_per_minute: login.per_account_per_minute,
        logins_per_address_per_minute: login.per_address_per_minute,
        outbox: Arc::new(config.outbox_settings()),
        metrics_token: token_file.map(metrics_token).transpose()?,
        billing: Arc::new(billing(config)),
        log_requests: config.log.requests,
        cross_origin: cross_origin(config),
        shown: Arc::new(config::shown(config)),
        documents: Arc::new(DocumentSettings {
            hidden: config.documents.hidden.0.clone(),
            policy: written("billing.policy_file", config.billing.policy_file.as_deref())?,
            help: written("documents.help_file", config.documents.help_file.as_deref())?,
        }),
        stripe: stripe_settings(config)?,
    })
}

/// What the operator wrote in place of a built-in document.
fn written(key: &str, path: Option<&Path>) -> Result<Option<Arc<str>>, CliError> {
    let read = path.map(|path| {
        config::read_text(path).map(Arc::from).map_err(|error| {
            let path = path.display();
            CliError::Plain(format!("`{key}` is `{path}`, which {error}"))
        })
    });
    read.transpose()
}

/// What Stripe tells, and what it means here.
fn stripe_settings(config: &Config) -> Result<StripeSettings, CliError> {
    let stripe = &config.stripe;
    let read = |path: &Path| {
        config::read_webhook_secrets(path).map_err(|error| {
            let path = path.display();
            CliError::Plain(format!(
                "`stripe.webhook_secret_file` is `{path}`, which {error}"
            ))
        })
    };
    let secrets = stripe
        .webhook_secret_file
        .as_deref()
        .map(read)
        .transpose()?;
    Ok(StripeSettings {
        secrets: secrets.unwrap_or_default(),
        prices: stripe.prices.clone(),
        ended_tier: stripe.ended_tier.clone(),
        find_by_email: stripe.find_by_email,
        payment_links: stripe.payment_links.0.clone(),
    })
}

/// What stands on statements besides the numbers.
fn billing(config: &Config) -> Billing {
    let billing = &config.billing;
    Billing {
        issuer: billing.issuer.0.clone(),
        payment_days: billing.payment_days,
        note: billing.note.clone().unwrap_or_default(),
    }
}

/// Pages of which other origins may call what.
fn cross_origin(config: &Config) -> CrossOrigin {
    CrossOrigin {
        public: config.cors.public_origins.0.clone(),
        checks: config.cors.check_origins.0.clone(),
        customers: config.cors.customer_origins.0.clone(),
    }
}

/// What backups are made by.
pub(super) fn backup_settings(config: &Config) -> BackupSettings {
    let backup = &config.backup;
    let every = Duration::from_secs(backup.every_hours * 3600);
    BackupSettings {
        directory: backup.directory.clone(),
        every: (!every.is_zero()).then_some(every),
        keep: backup.keep,
        recipients: backup.recipients.clone(),
        config: Arc::from(config::print_settings(config)),
    }
}

pub(super) fn ledger_settings(config: &Config) -> Result<ledger::Settings, CliError> {
    let ledger = &config.ledger;
    Ok(ledger::Settings {
        durability: match ledger.durability {
            config::Durability::Power => Durability::Power,
            config::Durability::Process => Durability::Process,
        },
        queue_entries: ledger.queue_entries,
        queue_bytes: ledger.queue_bytes,
        queue_age: Duration::from_millis(ledger.queue_age_ms),
        batch_entries: ledger.batch_entries,
        flush_delay: flush_delay()?,
        ..ledger::Settings::default()
    })
}

fn flush_delay() -> Result<Option<Duration>, CliError> {
    let Some(text) = std::env::var_os(FLUSH_DELAY_VARIABLE) else {
        return Ok(None);
    };
    let text = text.to_string_lossy();
    let delay_ms: u64 = text.parse().map_err(|source| {
        let doing = format!("`{FLUSH_DELAY_VARIABLE}` is `{text}`, not a number of milliseconds");
        CliError::failed(doing, source)
    })?;
    tracing::warn!(
        delay_ms,
        "every flush is slowed down by `{FLUSH_DELAY_VARIABLE}`: this is for tests only"
    );
    Ok(Some(Duration::from_millis(delay_ms)))
}

fn http_settings(config: &Config) -> http::Settings {
    let public_url = config.server.public_url.as_ref();
    http::Settings {
        public_url: public_url.map(|url| url.as_str().to_owned()),
        max_body_bytes: config.server.max_body_bytes,
        // Those who only watch leave most seats to those who ask.
        max_streams: http::MAX_STREAMS.min((config.server.max_connections / 4).max(1)),
        ..http::Settings::default()
    }
}

fn metrics_token(path: &Path) -> Result<SecretDigest, CliError> {
    let doing = || format!("cannot take the metrics token from `{}`", path.display());
    let token = read_secret(path).map_err(|source| CliError::failed(doing(), source))?;
    Ok(SecretDigest::of(&token))
}

/// The limits and deadlines of the sockets.
pub(super) fn edge_config(config: &Config) -> EdgeConfig {
    let server = &config.server;
    let default = EdgeConfig::default();
    EdgeConfig {
        max_connections: server.max_connections,
        reserved_seats: server.reserved_seats,
        max_head_bytes: server.max_head_bytes,
        max_headers: server.max_headers,
        head_deadline: Duration::from_secs(server.head_seconds),
        body_deadline: Duration::from_secs(server.body_seconds),
        idle_deadline: Duration::from_secs(server.idle_seconds),
        write_deadline: Duration::from_secs(server.write_seconds),
        drain_deadline: Duration::from_secs(server.drain_seconds),
        io_threads: match server.io_threads {
            0 => default.io_threads,
            threads => threads,
        },
        worker_threads: server.worker_threads,
        trusted_proxies: server.trusted_proxies.networks.clone(),
        trusts_unix_peers: server.trusted_proxies.unix,
        hsts_seconds: config.tls.hsts_seconds,
        ..default
    }
}
