//! Files that hold a secret, so that the configuration holds none: read in one way, and checked.

use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use zeroize::Zeroizing;

use super::error::{ConfigError, Problem};
use super::together::Warning;
use super::{Config, Loaded};

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

/// The files of secrets that a configuration names, by their keys.
fn named(config: &Config) -> impl Iterator<Item = (&'static str, &Path)> {
    [
        ("mail.password_file", config.mail.password_file.as_deref()),
        (
            "notices.webhook_secret_file",
            config.notices.webhook_secret_file.as_deref(),
        ),
        ("metrics.token_file", config.metrics.token_file.as_deref()),
    ]
    .into_iter()
    .filter_map(|(key, path)| Some((key, path?)))
}

impl Loaded {
    /// Reads every secret as a server does at its start, and tells what it could not use.
    pub fn check_secrets(&self) -> Result<(), ConfigError> {
        let problems: Vec<Problem> = named(&self.config)
            .filter_map(|(key, path)| {
                let error = read_secret(path).err()?;
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
