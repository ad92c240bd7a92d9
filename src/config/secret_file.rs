//! Files that hold a secret, so that the configuration holds none: read in one way, and checked.

use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Deref;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::error::{ConfigError, Problem, Refused};
use super::keys::SECTIONS;
use super::setting::{Allowed, Found, Setting, Shown};
use super::together::Warning;
use super::{Config, Loaded};

/// The path of a file with a secret in text, such as a password; only absolute ones are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretFile(pub PathBuf);

/// The path of a private key in PEM; only absolute ones are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivateKeyFile(pub PathBuf);

/// More than any password, key or token is long.
pub const MAX_SECRET_BYTES: u64 = 4096;

/// Why a file gives no secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretFileError {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It is too large.
    #[error("holds more than {MAX_SECRET_BYTES} bytes, which no secret does")]
    TooLarge,
    /// There is nothing in it.
    #[error("is empty")]
    Empty,
    /// There is more than one line in it.
    #[error("holds more than one line")]
    Lines,
    /// A line is no signing secret of Stripe's.
    #[error("has no `whsec_…` on line {0}")]
    NotOfStripe(usize),
    /// There are too many.
    #[error("holds more than {0} secrets")]
    Many(usize),
}

/// The whole text of a small file, as it stands.
pub fn read_secret_text(path: &Path) -> Result<Zeroizing<String>, SecretFileError> {
    let mut text = Zeroizing::new(String::with_capacity(256));
    File::open(path)?
        .take(MAX_SECRET_BYTES + 1)
        .read_to_string(&mut text)?;
    if text.len() as u64 > MAX_SECRET_BYTES {
        return Err(SecretFileError::TooLarge);
    }
    Ok(text)
}

/// A secret of one line, without the white space around it, such as the line end of an editor.
pub fn read_secret(path: &Path) -> Result<Zeroizing<String>, SecretFileError> {
    let text = read_secret_text(path)?;
    match text.trim() {
        "" => Err(SecretFileError::Empty),
        line if line.contains(['\n', '\r']) => Err(SecretFileError::Lines),
        line => Ok(Zeroizing::new(line.to_owned())),
    }
}

/// The file that may hold several secrets.
const STRIPE: &str = "stripe.webhook_secret_file";

/// The files of secrets that a configuration names, by their keys.
fn named(config: &Config) -> impl Iterator<Item = (&'static str, &Path)> {
    let keys = SECTIONS.iter().flat_map(|section| section.keys);
    keys.filter_map(|key| Some((key.path, (key.secret_file)(config)?)))
}

impl Setting for SecretFile {
    const IS_HIDDEN: bool = true;

    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        read_hidden_path(found).map(Self)
    }

    fn show(&self) -> Shown {
        self.0.show()
    }

    fn kind() -> &'static str {
        PathBuf::kind()
    }

    fn secret_file(&self) -> Option<&Path> {
        Some(&self.0)
    }
}

/// What is in it is for `tls` to judge: it has many lines.
impl Setting for PrivateKeyFile {
    const IS_HIDDEN: bool = true;

    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        read_hidden_path(found).map(Self)
    }

    fn show(&self) -> Shown {
        self.0.show()
    }

    fn kind() -> &'static str {
        PathBuf::kind()
    }
}

/// What is no path may be the secret itself, put where its file belongs.
fn read_hidden_path(found: &Found<'_>) -> Result<PathBuf, Refused> {
    PathBuf::read(found, None).map_err(|_| {
        let remedy = "write the secret into a file and name that file";
        found.refused("is not an absolute path", remedy)
    })
}

impl Deref for SecretFile {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Deref for PrivateKeyFile {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Loaded {
    /// Reads every secret as a server does at its start, and tells what it could not use.
    pub fn check_secrets(&self) -> Result<(), ConfigError> {
        let problems: Vec<Problem> = named(&self.config)
            .filter_map(|(key, path)| {
                let error = match key {
                    STRIPE => super::stripe::read_webhook_secrets(path).err()?,
                    _ => read_secret(path).err()?,
                };
                Some(Problem {
                    origin: self.origins.of(key).clone(),
                    key: Some(key.to_owned()),
                    text: format!("is `{}`, which {error}", path.display()),
                    remedy: "write the secret there on one line, readable for the server's user, \
                             or take the key out"
                        .to_owned(),
                })
            })
            .collect();
        if problems.is_empty() {
            return Ok(());
        }
        Err(ConfigError::Invalid(problems))
    }
}

/// Secrets that every user of this machine can read or change.
pub(super) fn warnings(config: &Config) -> Vec<Warning> {
    let open = |path: &Path| {
        let meta = std::fs::metadata(path);
        meta.is_ok_and(|meta| meta.permissions().mode() & 0o007 != 0)
    };
    named(config)
        .filter(|(_, path)| open(path))
        .map(|(key, path)| Warning {
            key: key.to_owned(),
            text: format!(
                "is open to every user of this machine; run `chmod o= {}`",
                path.display()
            ),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::refused;

    /// A new key of a file is a secret's, or is named here.
    #[test]
    fn every_key_of_a_file_says_whether_it_is_a_secret() {
        let keys = SECTIONS.iter().flat_map(|section| section.keys);
        let plain: Vec<&str> = keys
            .filter(|key| key.name.ends_with("_file") && !key.is_hidden)
            .map(|key| key.path)
            .collect();
        let expect = [
            "tls.certificate_file",
            "tls.client_ca_file",
            "billing.policy_file",
            "documents.help_file",
            "mail.ca_file",
        ];
        assert_eq!(plain, expect);
    }

    #[test]
    fn what_may_be_a_secret_and_cannot_be_used_is_repeated_nowhere() {
        let mut count = 0;
        for section in SECTIONS {
            for key in section.keys.iter().filter(|key| key.is_hidden) {
                count += 1;
                for value in [
                    "'S3CRET'",
                    "'whsec_S3CRET'",
                    "'./S3CRET'",
                    "'-----BEGIN PRIVATE KEY----- S3CRET'",
                    "['S3CRET']",
                    "{ a = 'S3CRET' }",
                    "31415926",
                    "31415926.5",
                    "\"http:\\\\127.0.0.1:19451\\\\S3CRET\"",
                    "'https:hooks.example:S3CRET'",
                    "'hooks.example:443:S3CRET'",
                    "'https://hooks.example:443:S3CRET'",
                    "'https://me:S3CRET@hooks.example'",
                    "'ftp://hooks.example/S3CRET'",
                    "'ftp://hooks.example/S3CRET\u{2026}'",
                ] {
                    let text = format!("[{}]\n{} = {value}\n", section.name, key.name);
                    let told = refused(&text, &[]);
                    assert!(told.contains(&format!("`{}` is ", key.path)), "{told}");
                    assert_hidden(&told);
                    let variable = section.variable(key);
                    let told = refused("", &[(&variable, value)]);
                    assert!(told.contains(&format!("`{}` is ", key.path)), "{told}");
                    assert_hidden(&told);
                }
                assert_torn_hidden(section.name, key.name);
            }
        }
        assert_eq!(count, 6, "files of secrets, and the URL of webhooks");
    }

    /// The same where the file is no TOML at all.
    fn assert_torn_hidden(section: &str, key: &str) {
        for (torn, named) in [
            (format!("[{section}]\n{key} = S3CRET\n"), key),
            (format!("[{section}]\n{key} = 'S3CRET\n"), key),
            (format!("[{section}]\n\"{key}\" = 'S3CRET\n"), key),
            (
                format!("[{section}]\n{key} = \"http:\\127.0.0.1:19451\\S3CRET\"\n"),
                key,
            ),
            (format!("{section}.{key} = 'S3CRET\n"), key),
            (format!("{section} = {{ {key} = 'S3CRET }}\n"), section),
            (format!("[{section}]\n{key} = '''\nS3CRET"), "the line"),
            (format!("[{section}]\n{key}\n= S3CRET\n"), key),
            (format!("[{section}]\n{key} = [\nS3CRET\n]\n"), "the line"),
            (format!("[{section}] {key} = S3CRET\n"), "the line"),
        ] {
            let told = refused(&torn, &[]);
            let is_named = told.contains(&format!("{named}` cannot be read"))
                || told.contains(&format!("{named} cannot be read"));
            assert!(is_named, "{torn}: {told}");
            assert_hidden(&told);
        }
    }

    fn assert_hidden(told: &str) {
        assert!(!told.contains("S3CRET") && !told.contains("3141"), "{told}");
    }

    #[test]
    fn a_secret_is_one_line_without_what_stands_around_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("secret");
        let read = |text: &str| {
            std::fs::write(&path, text).unwrap();
            read_secret(&path)
                .map(|secret| secret.as_str().to_owned())
                .map_err(|error| error.to_string())
        };
        for (text, expect) in [
            ("abc", Ok("abc")),
            ("  a c \r\n", Ok("a c")),
            ("", Err("is empty")),
            (" \n\n", Err("is empty")),
            ("a\nb\n", Err("holds more than one line")),
            (
                &"x".repeat(4097),
                Err("holds more than 4096 bytes, which no secret does"),
            ),
        ] {
            let expect = expect.map(str::to_owned).map_err(str::to_owned);
            assert_eq!(read(text), expect, "{text:?}");
        }
        assert_eq!(read(&"x".repeat(4096)).unwrap().len(), 4096);
        std::fs::write(&path, b"\xff\xfe").unwrap();
        assert!(matches!(read_secret(&path), Err(SecretFileError::Read(_))));
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(read_secret(&path), Err(SecretFileError::Read(_))));
        let directory = directory.path();
        assert!(matches!(
            read_secret(directory),
            Err(SecretFileError::Read(_))
        ));
    }
}
