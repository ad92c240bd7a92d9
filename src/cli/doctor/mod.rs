//! `portcullis doctor`: one look at everything that an appliance depends on, and what to do.
//!
//! With a server up it is asked over its control socket, and the files are looked at beside it;
//! with none, the directory is taken for as long as this runs. Nothing is mended here.

mod backup;
mod clock;
mod database;
mod disk;
mod files;
mod finding;
mod mail;
mod server;
mod system;

use std::path::Path;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::error::CliError;
use super::output::Outcome;
use super::owner::become_owner;
use super::socket::{ControlPath, ControlSocket};
use crate::app::environment::SystemEnvironment;
use crate::config::{Config, Loaded};
use crate::domain::environment::Environment as _;
use crate::domain::time::Timestamp;
use crate::ledger::{DATABASE_FILE, DataDir, LockError};
use crate::store::{Inspector, Origin};

pub(super) use clock::clock;
pub(super) use disk::{judge as judge_flush, measure as measure_flush, milliseconds};
pub(super) use finding::{Finding, Severity, lines, worst};

#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Look at every index of the database and at the whole log; takes a while, and without a
    /// server none can start meanwhile
    #[arg(long)]
    deep: bool,
}

impl Doctor {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let findings = self.findings(context)?;
        let worst = worst(&findings);
        let documents: Vec<_> = findings.iter().map(Finding::document).collect();
        let document = json!({
            "deep": self.deep, "findings": documents, "version": env!("CARGO_PKG_VERSION"),
            "worst": worst.word(),
        });
        let of = |severity| {
            findings
                .iter()
                .filter(|found| found.severity == severity)
                .count()
        };
        let last = match (of(Severity::Problem), of(Severity::Warning)) {
            (0, 0) => "all is well".to_owned(),
            (problems, warnings) => format!("problems: {problems}, warnings: {warnings}"),
        };
        Ok(Outcome::Print {
            document,
            text: format!("{}\n{last}", lines(&findings)),
            code: worst.exit_code(),
        })
    }

    fn findings(&self, context: &Context) -> Result<Vec<Finding>, CliError> {
        let mut findings = Vec::new();
        let config = match context.load() {
            Ok(loaded) => {
                become_owner(&loaded.config.server.data_dir)?;
                findings.extend(of_place(&loaded, context.config_file()));
                loaded.config
            }
            Err(error) => {
                let mut config = Config::default();
                if let Some(directory) = context.named_data_dir() {
                    directory.clone_into(&mut config.server.data_dir);
                }
                become_owner(&config.server.data_dir)?;
                let remedy = "mend the file; what follows is judged by the built-in settings";
                let found = error.to_string();
                findings.push(Finding::new(
                    "configuration",
                    Severity::Problem,
                    found,
                    remedy,
                ));
                let directory = &config.server.data_dir;
                findings.extend(files::data_directory(directory));
                findings.extend(files::room(directory));
                config
            }
        };
        let directory = &config.server.data_dir;
        let mut looked = Looked::default();
        if directory.is_dir() {
            findings.push(judge_flush(measure_flush(directory), directory));
            looked = self.look(directory);
            findings.append(&mut looked.findings);
        }
        let Looked {
            max_files,
            is_served,
            last_record_at,
            origin,
            told,
            ..
        } = looked;
        if directory.join(DATABASE_FILE).exists() {
            let known = backup::Known::of(&config, told, origin);
            findings.extend(known.examine(SystemEnvironment::default().now()));
        }
        findings.push(clock(last_record_at));
        findings.push(clock::synchronisation());
        findings.push(system::open_files(&config, max_files));
        findings.push(system::backlog());
        findings.push(mail::ways_out(&config));
        findings.extend(system::unit(is_served));
        Ok(findings)
    }

    /// The database and the server, whoever has the directory.
    fn look(&self, directory: &Path) -> Looked {
        let mut looked = Looked::default();
        let taken = match DataDir::take(directory, "doctor") {
            Ok(taken) => Some(taken),
            Err(LockError::Held { holder, .. }) => {
                looked.is_served = true;
                match ControlSocket::find(directory, &holder) {
                    Ok(Some(socket)) => {
                        let told = server::ask(socket, &holder);
                        looked.findings.extend(told.findings);
                        looked.max_files = told.max_files;
                        looked.told = told.backups;
                    }
                    Ok(None) => {
                        let found = format!("{holder} has the data and does not answer");
                        looked.findings.push(server::stuck(found));
                    }
                    Err(error) => looked.findings.push(server::stuck(error.to_string())),
                }
                None
            }
            Err(LockError::Store(error)) => {
                let remedy = "see whether the directory can be written to by its owner";
                let found = error.to_string();
                looked
                    .findings
                    .push(Finding::new("lock", Severity::Problem, found, remedy));
                return looked;
            }
        };
        if taken.is_some() {
            looked.findings.push(absent(directory));
        }
        if !directory.join(DATABASE_FILE).exists() {
            let found = format!("`{}` holds no database yet", directory.display());
            let remedy = "run `portcullis init`";
            looked
                .findings
                .push(Finding::new("database", Severity::Warning, found, remedy));
            return looked;
        }
        let opened = match &taken {
            Some(taken) => Inspector::alone(taken),
            None => Inspector::beside_a_server(directory),
        };
        let examined = database::examine(opened, self.deep);
        looked.findings.extend(examined.findings);
        looked.last_record_at = examined.last_record_at;
        looked.origin = examined.origin;
        looked
    }
}

/// What can be said of the configuration and the place of the data before anything runs there.
pub(super) fn of_place(loaded: &Loaded, file: Option<&Path>) -> Vec<Finding> {
    let directory = &loaded.config.server.data_dir;
    let mut findings = files::configuration(loaded, file);
    findings.extend(files::secret_files(loaded));
    findings.extend(files::own_texts(loaded));
    findings.extend(files::data_directory(directory));
    findings.extend(files::room(directory));
    findings
}

/// What came of looking at the data.
#[derive(Default)]
struct Looked {
    findings: Vec<Finding>,
    is_served: bool,
    max_files: Option<u64>,
    last_record_at: Option<Timestamp>,
    origin: Option<Origin>,
    /// What the server says of its backups.
    told: Option<Value>,
}

/// No server: one that was stopped took its socket along, one that was killed did not.
fn absent(directory: &Path) -> Finding {
    let start = "systemctl start portcullis, or `portcullis serve`";
    let is_left = ControlPath::of(directory).is_ok_and(|path| path.as_path().exists());
    if is_left {
        let found = "none runs, and the last one did not end by itself";
        let remedy = format!("{start}; the log says why it ended: journalctl -u portcullis");
        return Finding::new("server", Severity::Warning, found, remedy);
    }
    Finding::new("server", Severity::Note, "none runs", start)
}
