//! `[documents]`, and the files with what the operator writes in place of built-in documents.

use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use nix::fcntl::OFlag;

use super::Loaded;
use super::error::{ConfigError, Problem, Refused, nearest, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};

const MAX_TEXT_BYTES: u64 = 65_536;
const HIDDEN: &str = "documents.hidden";

/// Names of documents; which there are is known elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentNames(pub Vec<String>);

impl Setting for DocumentNames {
    /// One text, or an array of several; the empty text is none.
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        if found.is_empty_text() {
            return Ok(Self::default());
        }
        let Some(elements) = found.elements() else {
            return String::read(found, None).map(|name| Self(vec![name]));
        };
        let mut names = Vec::new();
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            let name = String::read(&element, None).map_err(|refused| refused.below(&step))?;
            if names.contains(&name) {
                let again =
                    element.refused(format!("is {} once more", quoted(&name)), "remove one");
                return Err(again.below(&step));
            }
            names.push(name);
        }
        Ok(Self(names))
    }

    fn show(&self) -> Shown {
        let written: Vec<String> = self.0.iter().map(|name| toml_string(name)).collect();
        Shown::Inline(format!("[{}]", written.join(", ")))
    }

    fn kind() -> &'static str {
        "name of a document, or an array of them"
    }
}

/// Why a file gives no document, to be read after its name.
#[derive(Debug, thiserror::Error)]
pub enum TextFileError {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It is a pipe, a device or a directory.
    #[error("is not a regular file")]
    NotRegular,
    /// It is too large.
    #[error("holds more than {MAX_TEXT_BYTES} bytes")]
    TooLarge,
    /// It is not text.
    #[error("is not UTF-8")]
    NotUtf8,
    /// There is nothing in it.
    #[error("is empty")]
    Empty,
}

/// The Markdown that an operator wrote.
pub fn read_text(path: &Path) -> Result<String, TextFileError> {
    // A pipe would be waited for, at its opening already.
    let flags = OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
    let file = File::options()
        .read(true)
        .custom_flags(flags.bits())
        .open(path)?;
    if !file.metadata()?.is_file() {
        return Err(TextFileError::NotRegular);
    }
    let mut bytes = Vec::new();
    file.take(MAX_TEXT_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(TextFileError::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| TextFileError::NotUtf8)?;
    if text.trim().is_empty() {
        return Err(TextFileError::Empty);
    }
    Ok(text)
}

impl Loaded {
    /// The keys that name a file with a document of the operator's own, and those files.
    pub fn own_texts(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let config = &self.config;
        let files = [
            ("billing.policy_file", config.billing.policy_file.as_deref()),
            ("documents.help_file", config.documents.help_file.as_deref()),
        ];
        files
            .into_iter()
            .filter_map(|(key, path)| Some((key, path?)))
    }

    /// Tells which documents are named that there are not, and whether those that the operator wrote
    /// can be used.
    pub fn check_documents(&self, known: &[String]) -> Result<(), ConfigError> {
        let problem = |key: &str, text: String, remedy: String| Problem {
            origin: self.origins.of(key).clone(),
            key: Some(key.to_owned()),
            text,
            remedy,
        };
        let hidden = self.config.documents.hidden.0.iter();
        let unknown = hidden.filter(|name| !known.contains(name)).map(|name| {
            let remedy = match nearest(name, known.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "`portcullis docs` lists all of them".to_owned(),
            };
            let text = format!("has {}, which is not a document", quoted(name));
            problem(HIDDEN, text, remedy)
        });
        let unusable = self.own_texts().filter_map(|(key, path)| {
            let error = read_text(path).err()?;
            let text = format!("is `{}`, which {error}", path.display());
            let remedy = "write the text there as Markdown, readable for the server's user, or \
                          take the key out";
            Some(problem(key, text, remedy.to_owned()))
        });
        let problems: Vec<Problem> = unknown.chain(unusable).collect();
        if problems.is_empty() {
            return Ok(());
        }
        Err(ConfigError::Invalid(problems))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use crate::config::tests::{fine, refused};

    fn told(text: &str) -> String {
        let known = ["SALES", "DEMO_GUIDE"].map(str::to_owned);
        match fine(text, &[]).check_documents(&known) {
            Ok(()) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn documents_that_are_hidden_exist() {
        assert_eq!(
            told("[documents]\nhidden = [\"SALES\", \"DEMO_GUIDE\"]\n"),
            ""
        );
        assert_eq!(told("[documents]\nhidden = \"SALES\"\n"), "");
        let near = told("[documents]\nhidden = [\"SALE\"]\n");
        assert!(
            near.contains(
                "`documents.hidden` has `SALE`, which is not a document; did you mean `SALES`?"
            ),
            "{near}"
        );
        let far = told("[documents]\nhidden = [\"x\"]\n");
        assert!(far.contains("`portcullis docs` lists all of them"), "{far}");
        let twice = refused("[documents]\nhidden = [\"SALES\", \"SALES\"]\n", &[]);
        assert!(
            twice.contains("`documents.hidden[1]` is `SALES` once more"),
            "{twice}"
        );
    }

    #[rstest::rstest]
    #[case("billing", "policy_file")]
    #[case("documents", "help_file")]
    fn what_an_operator_wrote_is_text_of_some_size(#[case] section: &str, #[case] key: &str) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("policy.md");
        let with = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            told(&format!("[{section}]\n{key} = \"{}\"\n", path.display()))
        };
        assert_eq!(with(b"Ask us."), "");
        assert_eq!(with("a".repeat(65_536).as_bytes()), "");
        assert!(with("a".repeat(65_537).as_bytes()).contains("holds more than 65536 bytes"));
        assert!(with(b"a\xff").contains("is not UTF-8"));
        assert!(with(b" \n").contains("is empty"));
        std::fs::remove_file(&path).unwrap();
        let gone = told(&format!("[{section}]\n{key} = \"{}\"\n", path.display()));
        assert!(gone.contains(&format!("`{section}.{key}` is")), "{gone}");
        assert!(gone.contains("cannot be read"), "{gone}");
    }

    #[test]
    fn what_would_be_waited_for_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let pipe = directory.path().join("pipe");
        nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
        for path in [&pipe, directory.path(), Path::new("/dev/zero")] {
            for key in ["billing.policy_file", "documents.help_file"] {
                let (tell, telling) = std::sync::mpsc::channel();
                let text = format!("{key} = \"{}\"\n", path.display());
                std::thread::spawn(move || tell.send(told(&text)));
                let told = telling.recv_timeout(Duration::from_secs(20)).unwrap();
                let expected = format!("`{key}` is `{}`, which is not a regular", path.display());
                assert!(told.contains(&expected), "{told}");
            }
        }
    }
}
