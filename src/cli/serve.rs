//! `portcullis serve`: the sockets before the application, the application over the ledger.

use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clap::Args;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde_json::json;

use super::client::{Taken, take};
use super::context::Context;
use super::error::CliError;
use super::manager::Manager;
use super::output::{Outcome, note, print_document};
use super::owner::become_owner;
use super::reload::{BackupPart, Hangups, OutsidePart, Part, Source};
use super::repeat::Repeat;
use super::request::Request;
use super::server::{Encryption, Server, edge_config};
use super::socket::{ControlPath, ControlSocket};
use super::start::Start;
use crate::app::App;
use crate::app::environment::SystemEnvironment;
use crate::config::{Config, Loaded};
use crate::domain::environment::Environment as _;
use crate::edge::{self, EdgeError, Listener, Stopper};
use crate::http::wire::Lane;
use crate::ledger::{DataDir, Hooks};
use crate::telemetry::{LogHandle, init_logging};
use crate::tls::Keeper;

/// How often the files of certificates are looked at; a change is taken up at the second look.
const TEND_EVERY: Duration = Duration::from_secs(5);
/// How often calls that left no record of their own are written.
const FLUSH_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked whether a backup is due, or a message is to be deleted.
const LOOK_EVERY: Duration = Duration::from_secs(30);

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port to listen on instead of the configured ones; may be repeated, port 0
    /// takes a free one
    #[arg(long, value_name = "ADDRESS")]
    listen: Vec<SocketAddr>,
}

impl Serve {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let mut loaded = context.load()?;
        loaded.check_secrets()?;
        super::docs::check(&loaded)?;
        let passed = if self.listen.is_empty() {
            Listener::from_systemd()?
        } else {
            loaded.config.server.listen.clone_from(&self.listen);
            loaded.origins.set_by_option("server.listen", "--listen");
            Vec::new()
        };
        become_owner(&loaded.config.server.data_dir)?;
        let hangups = Hangups::hold_back()?;
        let log = &loaded.config.log;
        let log = init_logging(log.format, log.level, &log.modules)
            .map_err(|source| CliError::failed("cannot set up the log", source))?;
        let keeper = loaded.open_tls(SystemEnvironment::default().now())?;
        let keeper = keeper.map(Arc::new);
        let outside = loaded.open_outside()?.map(Arc::new);
        let Loaded {
            config,
            warnings,
            origins,
        } = loaded;
        for warning in warnings {
            tracing::warn!("{warning}");
        }
        let manager = Manager::of_this_process();
        raise_descriptor_limit();
        let directory = take_to_serve(&config, "serve")?;
        let (listeners, control) = Listeners::open(&config, &directory, passed, keeper.as_ref())?;
        let addresses = listeners.addresses();
        let is_encrypted = keeper.is_some();
        let mut parts: Vec<Box<dyn Part>> = vec![Box::new(log.clone())];
        if let Some(keeper) = &keeper {
            parts.push(Box::new(Arc::clone(keeper)));
        }
        let encryption = Encryption {
            port: addresses.first().map(SocketAddr::port),
            keeper,
        };
        manager.opening();
        let running = Running::open(&config, directory, encryption, &manager)?;
        let start = Start::record(running.server.app(), &config)?;
        let app = Arc::clone(running.server.app());
        let status = format!("answering on {}", listed(&addresses));
        parts.push(Box::new(BackupPart(Arc::downgrade(&app))));
        parts.push(Box::new(OutsidePart(Arc::downgrade(&app))));
        app.reload_from(Box::new(Source {
            context: context.clone(),
            listen: self.listen,
            parts,
            manager: Arc::clone(&manager),
            status: status.clone(),
            in_force: Arc::new(Mutex::new((config.clone(), origins))),
            app: Arc::downgrade(&app),
        }));
        let document = context.json().then(|| {
            json!({
                "addresses": addresses,
                "data_dir": config.server.data_dir.display().to_string(),
                "metrics_address": listeners.metrics,
                "pid": std::process::id(),
                "redirect_addresses": listeners.addresses_of(Lane::Redirect),
                "tls": is_encrypted,
                "version": env!("CARGO_PKG_VERSION"),
            })
        });
        let data_dir = config.server.data_dir.clone();
        running.serve(listeners, &config, control, &log, move || {
            start.wait(&manager)?;
            // Nothing is sent before it is on record what the last run left half sent.
            app.settle_interrupted();
            app.configure_outside(outside);
            // From here on, so that nothing is reloaded before the start is on record.
            hangups.reload(&app)?;
            manager.ready(&status);
            let (data_dir, version) = (data_dir.display(), env!("CARGO_PKG_VERSION"));
            tracing::info!(?addresses, tls = is_encrypted, %data_dir, version, "ready");
            document.as_ref().map_or(Ok(()), print_document)
        })?;
        Ok(Outcome::Printed)
    }
}

/// The addresses for people.
fn listed(addresses: &[SocketAddr]) -> String {
    if addresses.is_empty() {
        return "Unix sockets alone".to_owned();
    }
    let texts: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
    texts.join(", ")
}

/// Takes the data directory for a server: a command that has it is waited for, a server is not.
pub(super) fn take_to_serve(config: &Config, purpose: &str) -> Result<DataDir, CliError> {
    match take(&config.server.data_dir, purpose)? {
        Taken::Ours(directory) => Ok(directory),
        Taken::Theirs { holder, .. } => Err(CliError::Busy(format!(
            "the data directory `{}` is in use by {holder}; one server at a time",
            config.server.data_dir.display()
        ))),
    }
}

/// Everything that is listened on.
pub(super) struct Listeners {
    all: Vec<Listener>,
    metrics: Option<SocketAddr>,
}

/// The control socket, whose file goes when the server does.
pub(super) struct ControlFile {
    path: ControlPath,
    /// Which file it is: the next server's must not be taken for ours.
    number: Option<u64>,
}

impl ControlFile {
    fn of(path: ControlPath) -> Self {
        let number = number_of(path.as_path());
        Self { path, number }
    }
}

impl Drop for ControlFile {
    fn drop(&mut self) {
        if number_of(self.path.as_path()) == self.number {
            // Not being there is what is wanted; anything else the next server replaces.
            std::fs::remove_file(self.path.as_path()).ok();
        }
    }
}

fn number_of(path: &Path) -> Option<u64> {
    std::fs::symlink_metadata(path)
        .ok()
        .map(|found| found.ino())
}

impl Listeners {
    /// Binds the sockets: those that the service manager passed, otherwise the configured ones;
    /// and the control socket in any case. With a keeper, the network is encrypted.
    pub(super) fn open(
        config: &Config,
        directory: &DataDir,
        passed: Vec<Listener>,
        keeper: Option<&Arc<Keeper>>,
    ) -> Result<(Self, ControlFile), CliError> {
        let server = &config.server;
        let mut all = Vec::new();
        if passed.iter().any(|given| given.lane() == Lane::Network) {
            tracing::info!("listening on the sockets that the service manager passed");
        } else {
            for address in &server.listen {
                all.push(Listener::bind(*address, Lane::Network)?);
            }
            if let Some(path) = &server.unix_socket {
                all.push(Listener::bind_unix(path, Lane::Network)?);
            }
        }
        all.extend(passed);
        for address in &config.tls.redirect_listen {
            all.push(Listener::bind(*address, Lane::Redirect)?);
        }
        let metrics = match config.metrics.listen {
            Some(address) => {
                let listener = Listener::bind(address, Lane::Metrics)?;
                let bound = listener.address();
                all.push(listener);
                bound
            }
            None => None,
        };
        let mut all = all
            .into_iter()
            .map(|listener| encrypted(listener, config, keeper))
            .collect::<Vec<_>>();
        let path = ControlPath::of(directory.path())
            .map_err(|source| CliError::failed("cannot open the data directory", source))?;
        all.push(Listener::bind_unix(path.as_path(), Lane::Control)?);
        Ok((Self { all, metrics }, ControlFile::of(path)))
    }

    /// The addresses of the network, with the ports that the system chose.
    pub(super) fn addresses(&self) -> Vec<SocketAddr> {
        self.addresses_of(Lane::Network)
    }

    fn addresses_of(&self, lane: Lane) -> Vec<SocketAddr> {
        let of_lane = self.all.iter().filter(|each| each.lane() == lane);
        of_lane.filter_map(Listener::address).collect()
    }
}

/// The listener as its lane is to be spoken on.
fn encrypted(listener: Listener, config: &Config, keeper: Option<&Arc<Keeper>>) -> Listener {
    let speaks_tls = match listener.lane() {
        Lane::Network => true,
        Lane::Metrics => config.metrics.tls,
        Lane::Control | Lane::Redirect => false,
    };
    match keeper.filter(|_| speaks_tls) {
        Some(keeper) => listener.with_tls(keeper),
        None => listener,
    }
}

/// A server that has its data, and waits for its sockets.
pub(super) struct Running {
    /// The application.
    pub(super) server: Server,
    keeper: Option<Arc<Keeper>>,
    stopper: Stopper,
    has_failed: Arc<AtomicBool>,
}

impl Running {
    /// Opens the data; should the ledger fail for good, the server stops.
    pub(super) fn open(
        config: &Config,
        directory: DataDir,
        encryption: Encryption,
        manager: &Arc<Manager>,
    ) -> Result<Self, CliError> {
        let told = Arc::clone(manager);
        let stopper = Stopper::telling(move || told.stopping());
        let has_failed = Arc::new(AtomicBool::new(false));
        let failed = {
            let (stopper, has_failed) = (stopper.clone(), Arc::clone(&has_failed));
            move || {
                has_failed.store(true, Ordering::SeqCst);
                stopper.stop();
            }
        };
        let told = Arc::clone(manager);
        let hooks = Hooks {
            failed: Box::new(failed),
            progressed: Arc::new(move || told.ledger_progressed()),
        };
        let keeper = encryption.keeper.clone();
        let server = Server::open(config, directory, encryption, hooks)?;
        Ok(Self {
            server,
            keeper,
            stopper,
            has_failed,
        })
    }

    /// Serves until a signal, or a ledger that fails; then answers what is in flight, and closes
    /// the ledger. `announce` runs when requests are answered and signals are obeyed.
    pub(super) fn serve(
        self,
        listeners: Listeners,
        config: &Config,
        control: ControlFile,
        log: &LogHandle,
        announce: impl FnOnce() -> Result<(), CliError> + Send + 'static,
    ) -> Result<(), CliError> {
        self.server.app().look_for_backups();
        let mut repeated = vec![
            write_counted(Arc::clone(self.server.app()), log.clone())?,
            keep_backups(Arc::clone(self.server.app()))?,
            note_quotas(Arc::clone(self.server.app()))?,
            forget_messages(Arc::clone(self.server.app()))?,
        ];
        if let Some(keeper) = &self.keeper {
            repeated.push(tend(Arc::clone(keeper))?);
        }
        announce_when_answered(&config.server.data_dir, announce)?;
        let service = Arc::clone(&self.server.service);
        let stats = Arc::clone(&self.server.stats);
        let ended = edge::serve(
            listeners.all,
            edge_config(config),
            service,
            stats,
            self.stopper.clone(),
        );
        if let Err(forced @ EdgeError::Forced { .. }) = ended {
            // At once means now: what was answered is on the disk, and nothing else is waited for.
            drop(control);
            log.finish();
            std::mem::forget((self, repeated));
            return Err(forced.into());
        }
        // First the backup that is being made is ended, and the proof of the log, or they would be
        // waited for.
        self.server.app().stop_backups();
        self.server.app().stop_proofs();
        self.server.app().stop_courier();
        repeated.into_iter().for_each(Repeat::stop);
        self.server.close();
        // Only now, with the lock still held: until here a command is told to wait.
        drop(control);
        log.finish();
        ended?;
        if self.has_failed.load(Ordering::SeqCst) {
            return Err(CliError::Plain(
                "the ledger could not write any more, so the server stopped; the log says why"
                    .to_owned(),
            ));
        }
        tracing::info!("stopped: everything that was answered is on the disk");
        Ok(())
    }
}

/// Asks on the control socket, as a command would, and announces the server once it answers.
fn announce_when_answered(
    directory: &Path,
    announce: impl FnOnce() -> Result<(), CliError> + Send + 'static,
) -> Result<(), CliError> {
    let socket = ControlSocket::find(directory, "this server")?;
    let work = move || {
        let asked = socket.map(|socket| socket.send(&Request::get("/health")));
        if let Err(error) = asked.transpose().and_then(|_| announce()) {
            tracing::error!(error = &error as &dyn std::error::Error, "cannot announce");
        }
    };
    let named = std::thread::Builder::new().name("announce".to_owned());
    named
        .spawn(work)
        .map(drop)
        .map_err(|source| CliError::failed("cannot start a thread", source))
}

/// Writes what was counted: calls which left no record of their own, and messages that the log left
/// out.
fn write_counted(app: Arc<App>, log: LogHandle) -> Result<Repeat, CliError> {
    Repeat::start("usage", FLUSH_EVERY, move || {
        app.flush_usage();
        log.write_repeated();
    })
}

/// Takes up certificates that were replaced, and says when they expire.
fn tend(keeper: Arc<Keeper>) -> Result<Repeat, CliError> {
    let clock = SystemEnvironment::default();
    Repeat::start("certificates", TEND_EVERY, move || keeper.tend(clock.now()))
}

/// Tells who comes near the end of a monthly quota.
fn note_quotas(app: Arc<App>) -> Result<Repeat, CliError> {
    Repeat::start("quotas", FLUSH_EVERY, move || app.note_quotas())
}

/// Deletes messages to the outside that were over long ago.
fn forget_messages(app: Arc<App>) -> Result<Repeat, CliError> {
    Repeat::start("outbox", LOOK_EVERY, move || app.forget_old_messages())
}

/// Makes a backup when the schedule asks for one.
fn keep_backups(app: Arc<App>) -> Result<Repeat, CliError> {
    Repeat::start("backups", LOOK_EVERY, move || app.make_backup_if_due())
}

/// As many descriptors as this process may have: each connection is one, and the usual soft limit
/// of 1,024 is for programs that call `select`.
pub(super) fn raise_descriptor_limit() {
    let raised = getrlimit(Resource::RLIMIT_NOFILE)
        .and_then(|(_, most)| setrlimit(Resource::RLIMIT_NOFILE, most, most));
    if let Err(error) = raised {
        note(&format!("cannot raise the limit of open files: {error}"));
    }
}
