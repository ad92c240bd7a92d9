//! The configuration: `portcullis.toml` and the environment, read once, checked, and explained.
//!
//! Enters: a path and variables. Leaves: a [`Config`] in which every value is within its range,
//! where each value came from, and warnings; or every mistake with its place and its remedy.
//! `keys.rs` is the only list of keys. Deliberately absent: secrets (only paths of files that
//! hold them), looking up names, and how a setting that changes comes into force.

mod document;
mod documents;
mod encryption;
mod error;
mod identities;
mod in_force;
mod keys;
mod kinds;
mod lines;
mod manual;
mod networks;
mod origins;
mod outgoing;
mod print;
mod read;
mod secret_file;
mod section;
mod setting;
mod stripe;
#[cfg(test)]
mod tests;
mod tiers;
mod together;
mod values;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use document::document;
pub use documents::{DocumentNames, TextFileError, read_text};
pub use error::{ConfigError, Origin, Problem};
pub use identities::IdentityRows;
pub use in_force::{InForce, settings_in_force, shown};
pub use keys::{
    Approvals, Backup, Billing, Config, Cors, Documents, Ledger, Log, Login, Mail, Metrics,
    Notices, Registration, Server, Sessions, Stripe, Subscriptions, Tls,
};
pub use kinds::{Durability, PublicUrl, RegistrationMode};
pub use lines::Lines;
pub use manual::manual_page;
pub use networks::TrustedProxies;
pub use origins::{AnyOrigins, ExactOrigins};
pub use print::{print_effective, print_settings, sample_file};
pub use secret_file::{
    MAX_SECRET_BYTES, PrivateKeyFile, SecretFile, SecretFileError, read_secret, read_secret_text,
};
pub use stripe::{PaymentLinks, read_webhook_secrets};
pub use tiers::TierRows;
pub use together::Warning;
pub use values::{Difference, Values, differences_json};

use read::{PREFIX, Reading};

/// Where the packages put the file.
pub const DEFAULT_PATH: &str = "/etc/portcullis/portcullis.toml";

/// The largest file that is read; a pricing table of the largest size fits many times.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// A configuration with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The values.
    pub config: Config,
    /// What works but deserves a word.
    pub warnings: Vec<Warning>,
    /// Where each value came from.
    pub origins: Origins,
}

/// Where each value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins(BTreeMap<&'static str, Origin>);

impl Origins {
    /// Where the value of a key such as `server.listen` came from.
    pub fn of(&self, key: &str) -> &Origin {
        self.0.get(key).unwrap_or(&Origin::Default)
    }

    /// Notes that an option of the command line gave the value.
    pub fn set_by_option(&mut self, key: &'static str, name: &'static str) {
        self.0.insert(key, Origin::Option { name });
    }

    /// These with what a reload changes taken over from others.
    #[must_use]
    pub fn with_live_of(&self, read: &Self) -> Self {
        let mut origins = self.clone();
        for key in Config::live_keys() {
            match read.0.get(key) {
                Some(origin) => origins.0.insert(key, origin.clone()),
                None => origins.0.remove(key),
            };
        }
        origins
    }

    /// Every key with where its value came from, in the order of the sample file.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Origin)> {
        keys::SECTIONS
            .iter()
            .flat_map(|section| section.keys)
            .map(|key| (key.path, self.of(key.path)))
    }
}

impl Config {
    /// Where backups go.
    pub fn backup_directory(&self) -> PathBuf {
        let directory = self.backup.directory.clone();
        directory.unwrap_or_else(|| self.server.data_dir.join("backups"))
    }

    /// Reads the file, when there is one to read, then the environment, and checks everything.
    ///
    /// `environment` are all variables of the process (see [`process_environment`]); those that
    /// are not `PORTCULLIS_SECTION__KEY` are left alone.
    pub fn load(
        path: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Loaded, ConfigError> {
        let mut reading = Reading::default();
        if let Some(path) = path {
            let bytes = read_file(path).map_err(|source| ConfigError::Read {
                path: path.to_owned(),
                source,
            })?;
            reading.file(&Arc::from(path), &bytes);
        }
        let environment: Vec<(String, String)> = environment.collect();
        let names = environment.iter().map(|(name, _)| name.as_str());
        let mut warnings = together::nearly_settings(names);
        reading.environment(environment.into_iter());
        // What does not fit together is only looked at when each value is sound alone.
        if reading.problems.is_empty() {
            together::check(&mut reading);
        }
        if !reading.problems.is_empty() {
            reading.problems.sort_by_key(Problem::place);
            return Err(ConfigError::Invalid(reading.problems));
        }
        warnings.extend(together::warnings(&reading.config, path));
        Ok(Loaded {
            config: reading.config,
            warnings,
            origins: Origins(reading.origins),
        })
    }
}

impl Config {
    /// The keys that change with a reload, in the order of the file.
    pub fn live_keys() -> impl Iterator<Item = &'static str> {
        let keys = keys::SECTIONS.iter().flat_map(|section| section.keys);
        keys.filter(|key| key.is_live).map(|key| key.path)
    }

    /// This configuration with what a reload changes taken over from another one.
    #[must_use]
    pub fn with_live_of(&self, read: &Self) -> Self {
        let mut config = self.clone();
        let keys = keys::SECTIONS.iter().flat_map(|section| section.keys);
        for key in keys.filter(|key| key.is_live) {
            (key.copy)(&mut config, read);
        }
        // Made from `subscriptions`, all of which is live.
        config.tiers = read.tiers.clone();
        config
    }
}

/// The variables of this process. Bytes that are not UTF-8 become U+FFFD, which no setting takes
/// silently, where the standard library would panic.
pub fn process_environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| {
        (
            name.to_string_lossy().into_owned(),
            value.to_string_lossy().into_owned(),
        )
    })
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let text = format!("it is larger than {MAX_FILE_BYTES} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, text));
    }
    Ok(bytes)
}
