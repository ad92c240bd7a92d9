//! What can be wrong with the files, and what deserves a word.

use std::fmt;

/// Which of the files it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The server's certificate.
    Certificate,
    /// Its private key.
    Key,
    /// The authorities of clients' certificates.
    ClientCa,
}

impl Part {
    /// The setting that names the file.
    pub fn setting(self) -> &'static str {
        match self {
            Self::Certificate => "tls.certificate_file",
            Self::Key => "tls.key_file",
            Self::ClientCa => "tls.client_ca_file",
        }
    }
}

/// Why the files cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` {text}; {remedy}", part.setting())]
pub struct Fault {
    /// Which of them.
    pub part: Part,
    /// What is wrong, to be read after the setting.
    pub text: String,
    /// What to do next.
    pub remedy: String,
}

impl Fault {
    pub(super) fn new(part: Part, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            part,
            text: text.into(),
            remedy: remedy.into(),
        }
    }
}

/// Something that works, but not for ever or not for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caution {
    /// Which of the files it is about.
    pub part: Part,
    /// What, to be read after the setting, and what to do.
    pub text: String,
}

impl fmt::Display for Caution {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` {}", self.part.setting(), self.text)
    }
}
