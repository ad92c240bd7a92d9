//! How secrets come in: from a terminal, a file or stdin; never as an argument.

use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::error::CliError;
use super::output::note;
use crate::config::{self, MAX_SECRET_BYTES, SecretFileError};

/// The variable that holds an agent's API key.
pub(super) const API_KEY_VARIABLE: &str = "PORTCULLIS_API_KEY";

/// Where a password comes from.
#[derive(Debug, Args)]
pub(super) struct PasswordSource {
    /// Read the password from this file
    #[arg(long, value_name = "FILE", conflicts_with = "password_stdin")]
    password_file: Option<PathBuf>,
    /// Read the password from stdin
    #[arg(long)]
    password_stdin: bool,
}

impl PasswordSource {
    /// The password from where the command line says, or from a terminal if `may_prompt`.
    pub(super) fn read(&self, may_prompt: bool) -> Result<Option<Zeroizing<String>>, CliError> {
        if let Some(path) = &self.password_file {
            let text = read_file(path)?;
            return not_empty(&text, &format!("the password in `{}`", path.display())).map(Some);
        }
        if self.password_stdin {
            let text = read_all(io::stdin().lock(), "stdin", MAX_SECRET_BYTES)?;
            return not_empty(&text, "the password on stdin").map(Some);
        }
        if may_prompt && io::stdin().is_terminal() {
            return prompt_new_password().map(Some);
        }
        Ok(None)
    }
}

/// Asks at the terminal for a new password, twice.
pub(super) fn prompt_new_password() -> Result<Zeroizing<String>, CliError> {
    loop {
        let first = prompt("new password (at least 12 characters): ")?;
        if first == prompt("the same again: ")? {
            return Ok(first);
        }
        note("the two differ; once more");
    }
}

/// An API key: from the file, the environment, stdin, or a terminal.
pub(super) fn api_key(file: Option<&Path>) -> Result<Zeroizing<String>, CliError> {
    if let Some(path) = file {
        let text = read_file(path)?;
        return not_empty(&text, &format!("the API key in `{}`", path.display()));
    }
    if let Some(text) = std::env::var_os(API_KEY_VARIABLE) {
        let text = Zeroizing::new(text.to_string_lossy().into_owned());
        return not_empty(&text, &format!("the API key in `{API_KEY_VARIABLE}`"));
    }
    if io::stdin().is_terminal() {
        return not_empty(&prompt("API key: ")?, "the API key");
    }
    let text = read_all(io::stdin().lock(), "stdin", MAX_SECRET_BYTES)?;
    if text.trim().is_empty() {
        return Err(CliError::Usage(format!(
            "no API key: set `{API_KEY_VARIABLE}`, name a file with `--key-file`, or give the key \
             on stdin"
        )));
    }
    not_empty(&text, "the API key on stdin")
}

/// The whole text of a small file.
fn read_file(path: &Path) -> Result<Zeroizing<String>, CliError> {
    config::read_secret_text(path).map_err(|error| match error {
        SecretFileError::Read(source) => {
            CliError::failed(format!("cannot read `{}`", path.display()), source)
        }
        other @ (SecretFileError::TooLarge
        | SecretFileError::Empty
        | SecretFileError::Lines
        | SecretFileError::NotOfStripe(_)
        | SecretFileError::Many(_)) => CliError::Plain(format!("`{}` {other}", path.display())),
    })
}

fn read_all(from: impl Read, name: &str, max_bytes: u64) -> Result<Zeroizing<String>, CliError> {
    let failed = |source: io::Error| CliError::failed(format!("cannot read {name}"), source);
    let mut text = Zeroizing::new(String::with_capacity(256));
    from.take(max_bytes + 1)
        .read_to_string(&mut text)
        .map_err(failed)?;
    if text.len() as u64 > max_bytes {
        return Err(CliError::Plain(format!(
            "{name} holds more than {max_bytes} bytes, which no secret does"
        )));
    }
    Ok(text)
}

/// Without the line end that editors and `echo` add; what else is there belongs to the secret.
fn one_line(text: &str) -> Zeroizing<String> {
    let line = text.strip_suffix('\n').unwrap_or(text);
    Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned())
}

fn not_empty(text: &str, what: &str) -> Result<Zeroizing<String>, CliError> {
    let text = one_line(text);
    if text.is_empty() {
        return Err(CliError::Plain(format!("{what} is empty")));
    }
    Ok(text)
}

fn prompt(text: &str) -> Result<Zeroizing<String>, CliError> {
    rpassword::prompt_password(text)
        .map(Zeroizing::new)
        .map_err(|source| CliError::failed("cannot ask at the terminal", source))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        read_all(text.as_bytes(), "it", 10)
            .and_then(|text| not_empty(&text, "the password"))
            .map(|text| text.as_str().to_owned())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn one_line_end_is_not_part_of_a_secret() {
        assert_eq!(read("pass\n"), Ok("pass".to_owned()));
        assert_eq!(read("pass\r\n"), Ok("pass".to_owned()));
        assert_eq!(read(" pass \n\n"), Ok(" pass \n".to_owned()));
        assert_eq!(read("\n"), Err("the password is empty".to_owned()));
        assert_eq!(
            read("12345678901"),
            Err("it holds more than 10 bytes, which no secret does".to_owned())
        );
    }
}
