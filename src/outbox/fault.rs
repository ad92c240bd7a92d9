//! A file that the ways out cannot use.

/// What is wrong with it, to be told beside the key that names it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{key}` {text}; {remedy}")]
pub struct Fault {
    /// The key.
    pub key: &'static str,
    /// What is wrong, to be read after the key.
    pub text: String,
    /// What to do next.
    pub remedy: String,
}

impl Fault {
    pub(super) fn new(key: &'static str, text: String, remedy: &str) -> Self {
        Self {
            key,
            text,
            remedy: remedy.to_owned(),
        }
    }
}
