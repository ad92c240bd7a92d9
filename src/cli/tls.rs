//! `portcullis tls`: a certificate to begin with, and a look at any.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{
    DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, chown,
};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};
use nix::unistd::geteuid;
use serde_json::{Value, json};

use super::context::Context;
use super::error::CliError;
use super::output::Outcome;
use crate::app::environment::SystemEnvironment;
use crate::domain::environment::Environment as _;
use crate::domain::time::Timestamp;
use crate::tls::{Facts, read_certificates, self_signed};

const DAY_SECONDS: u64 = 86_400;
const CERTIFICATE_FILE: &str = "certificate.pem";
const KEY_FILE: &str = "key.pem";
/// The certificate is public; the key is its owner's alone.
const CERTIFICATE_MODE: u32 = 0o644;
const KEY_MODE: u32 = 0o600;

#[derive(Debug, Subcommand)]
pub(super) enum TlsCommand {
    /// Make a certificate that nobody but itself vouches for, with its key
    SelfSigned(MakeSelfSigned),
    /// Say what a certificate is for and when it expires
    Show(Show),
}

#[derive(Debug, Args)]
pub(super) struct MakeSelfSigned {
    /// Directory that the two files are written to; made when it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Host name or address that clients use; may be repeated
    #[arg(long = "name", value_name = "NAME", required = true)]
    names: Vec<String>,
    /// Days until it expires
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u64).range(1..=825))]
    days: u64,
    /// Replace the files that are there
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// File with certificates in PEM; without it, the one that the configuration names
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl TlsCommand {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        let now = SystemEnvironment::default().now();
        match self {
            Self::SelfSigned(make) => make.run(context, now),
            Self::Show(show) => show.run(context, now),
        }
    }
}

impl MakeSelfSigned {
    fn run(self, context: &Context, now: Timestamp) -> Result<Outcome, CliError> {
        let (certificate, key) = (self.out.join(CERTIFICATE_FILE), self.out.join(KEY_FILE));
        for path in [&certificate, &key] {
            if !self.force && path.symlink_metadata().is_ok() {
                return Err(CliError::Plain(format!(
                    "`{}` exists; add `--force` to replace it, or name another directory",
                    path.display()
                )));
            }
        }
        let valid_for = Duration::from_secs(self.days * DAY_SECONDS);
        let made = self_signed(&self.names, valid_for, now)
            .map_err(|source| CliError::failed("cannot make a certificate", source))?;
        let owner = owner_of_data(context);
        let written = make_directory(&self.out)
            .and_then(|()| write(&key, made.key_pem.as_bytes(), KEY_MODE, owner))
            .and_then(|()| {
                let bytes = made.certificate_pem.as_bytes();
                write(&certificate, bytes, CERTIFICATE_MODE, None)
            });
        written.map_err(|source| {
            CliError::failed(format!("cannot write to `{}`", self.out.display()), source)
        })?;
        let mut document = described(&made.facts, now);
        if let Some(document) = document.as_object_mut() {
            document.insert("certificate_file".to_owned(), json!(certificate));
            document.insert("key_file".to_owned(), json!(key));
        }
        let text = made_text(&made.facts, &certificate, &key, self.days);
        Ok(Outcome::done(document, text))
    }
}

fn made_text(facts: &Facts, certificate: &Path, key: &Path, days: u64) -> String {
    let (certificate, key) = (certificate.display(), key.display());
    format!(
        "certificate  {certificate}\n\
         key          {key}\n\
         names        {}\n\
         fingerprint  {}\n\n\
         EXPIRES IN {days} DAYS, at {}. Nothing renews it: run this again with --force before \
         then; the server takes the new one by itself.\n\n\
         Nobody but itself vouches for it: give {certificate} to every client, as in\n  \
         curl --cacert {certificate} https://…\n\n\
         To serve it, write into the configuration\n  \
         [tls]\n  \
         certificate_file = \"{certificate}\"\n  \
         key_file = \"{key}\"\n",
        names(facts),
        facts.fingerprint,
        facts.not_after,
    )
}

/// Who the service is, when root makes the key for it: the owner of its data.
fn owner_of_data(context: &Context) -> Option<(u32, u32)> {
    if !geteuid().is_root() {
        return None;
    }
    let directory = context.load().ok()?.config.server.data_dir;
    let found = fs::metadata(directory).ok()?;
    (found.uid() != 0).then(|| (found.uid(), found.gid()))
}

/// Makes the directory when it is not there; what is in it has modes of its own.
fn make_directory(directory: &Path) -> io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    DirBuilder::new()
        .recursive(true)
        .mode(0o755)
        .create(directory)?;
    // This process's umask has taken away what others need to pass through.
    fs::set_permissions(directory, Permissions::from_mode(0o755))
}

/// Writes a file whole or not at all, with its mode and owner from its first moment in place.
fn write(path: &Path, bytes: &[u8], mode: u32, owner: Option<(u32, u32)>) -> io::Result<()> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = (|| {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(KEY_MODE)
            .open(&temporary)?;
        file.write_all(bytes)?;
        file.set_permissions(Permissions::from_mode(mode))?;
        file.sync_all()?;
        if let Some((user, group)) = owner {
            chown(&temporary, Some(user), Some(group))?;
        }
        fs::rename(&temporary, path)
    })();
    if written.is_err() {
        // Not there when it could not even be made.
        fs::remove_file(&temporary).ok();
    }
    written
}

impl Show {
    fn run(self, context: &Context, now: Timestamp) -> Result<Outcome, CliError> {
        let file = match self.file {
            Some(file) => file,
            None => context.load()?.config.tls.certificate_file.ok_or_else(|| {
                CliError::Usage(
                    "name a file: the configuration has no `tls.certificate_file`".to_owned(),
                )
            })?,
        };
        let found = read_certificates(&file).map_err(|fault| {
            CliError::Plain(format!("the file {}; {}", fault.text, fault.remedy))
        })?;
        let mut text = String::new();
        for facts in &found {
            if !text.is_empty() {
                text.push('\n');
            }
            // Writing into a `String` cannot fail.
            write!(text, "{}", shown(facts, now)).ok();
        }
        let certificates: Vec<Value> = found.iter().map(|facts| described(facts, now)).collect();
        let document = json!({"certificates": certificates, "file": file});
        Ok(Outcome::done(document, text))
    }
}

fn shown(facts: &Facts, now: Timestamp) -> String {
    let days = facts.left(now).as_secs() / DAY_SECONDS;
    let expiry = if facts.is_over(now) {
        "EXPIRED".to_owned()
    } else {
        format!("in {days} days")
    };
    let issuer = if facts.is_self_signed() {
        "itself"
    } else {
        &facts.issuer
    };
    format!(
        "subject      {}\n\
         names        {}\n\
         issued by    {issuer}\n\
         valid from   {}\n\
         expires      {} ({expiry})\n\
         fingerprint  {}\n",
        facts.subject,
        names(facts),
        facts.not_before,
        facts.not_after,
        facts.fingerprint,
    )
}

fn names(facts: &Facts) -> String {
    let names: Vec<String> = facts.names.iter().map(ToString::to_string).collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

fn described(facts: &Facts, now: Timestamp) -> Value {
    let names: Vec<String> = facts.names.iter().map(ToString::to_string).collect();
    json!({
        "days_left": facts.left(now).as_secs() / DAY_SECONDS,
        "expires_at": facts.not_after,
        "fingerprint": facts.fingerprint.to_string(),
        "is_expired": facts.is_over(now),
        "is_self_signed": facts.is_self_signed(),
        "issuer": facts.issuer,
        "names": names,
        "subject": facts.subject,
        "valid_from": facts.not_before,
    })
}
