//! What an operator decides about TLS.

use std::path::PathBuf;

use super::identity::Identity;

/// What is served, and what is asked of clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// PEM file with the server's certificate first, then those that lead to its authority.
    pub certificate_file: PathBuf,
    /// PEM file with the private key of the first certificate.
    pub key_file: PathBuf,
    /// The oldest version of TLS that is spoken.
    pub min_version: MinVersion,
    /// What is asked of clients; `None` when they are not asked for certificates.
    pub client: Option<ClientSettings>,
}

/// What is asked of clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientSettings {
    /// PEM file with the authorities whose certificates are taken.
    pub ca_file: PathBuf,
    /// Whether a client without one is turned away.
    pub is_required: bool,
    /// Whom certificates speak for.
    pub identities: Vec<Identity>,
}

/// The oldest version of TLS that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinVersion {
    /// TLS 1.2 and 1.3.
    Tls12,
    /// TLS 1.3 alone.
    Tls13,
}

impl MinVersion {
    /// Every version.
    pub const ALL: &'static [Self] = &[Self::Tls12, Self::Tls13];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tls12 => "1.2",
            Self::Tls13 => "1.3",
        }
    }
}

/// Whether clients are asked for certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientCertificates {
    /// They are not.
    Off,
    /// They are, and may do without.
    Optional,
    /// They are, and those without are turned away.
    Required,
}

impl ClientCertificates {
    /// Every choice.
    pub const ALL: &'static [Self] = &[Self::Off, Self::Optional, Self::Required];

    /// Its word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }
}
