//! What is in force at one time: the server's certificate and key, the authorities of clients, and
//! what they say. Immutable; a renewal makes another.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::crypto::ring::{Ticketer, default_provider};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::ClientCertVerifier;
use rustls::version::{TLS12, TLS13};
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion};
use sha2::{Digest as _, Sha256};

use super::facts::Facts;
use super::fault::{Caution, Fault, Part};
use super::files::{certificates, private_key};
use super::identity::Identity;
use super::settings::{ClientSettings, MinVersion, Settings};
use crate::domain::time::Timestamp;

/// The one protocol that is spoken inside (RFC 7301); a client that offers others only is told.
const PROTOCOL: &[u8] = b"http/1.1";

/// What is in force at one time.
pub(super) struct Material {
    pub(super) server: Arc<ServerConfig>,
    /// The certificate and what leads to its authority.
    pub(super) chain: Vec<Facts>,
    /// What the certificate and its key were, to tell a renewal from the same files.
    pub(super) digest: [u8; 32],
    pub(super) client: Option<Client>,
}

/// What is asked of clients.
pub(super) struct Client {
    pub(super) trust: Arc<Trust>,
    pub(super) identities: Vec<Identity>,
}

/// The authorities that vouch for clients.
pub(super) struct Trust {
    verifier: Arc<dyn ClientCertVerifier>,
    pub(super) authorities: Vec<Facts>,
    digest: [u8; 32],
    is_required: bool,
}

impl Trust {
    /// Whether these authorities vouch for a chain now.
    pub(super) fn vouches_for(&self, chain: &[CertificateDer<'static>], now: Timestamp) -> bool {
        let Some((end, rest)) = chain.split_first() else {
            return false;
        };
        let now = UnixTime::since_unix_epoch(now.since(Timestamp::from_micros(0)));
        self.verifier.verify_client_cert(end, rest, now).is_ok()
    }
}

impl Material {
    /// Reads the files. Where `before` has the same authorities, they stay the same value, so that
    /// clients that they vouched for need not be looked at again.
    pub(super) fn load(settings: &Settings, before: Option<&Self>) -> Result<Self, Fault> {
        let provider = Arc::new(default_provider());
        let chain = certificates(Part::Certificate, &settings.certificate_file)?;
        let key = private_key(&settings.key_file)?;
        let digest = digest(chain.iter().map(|(der, _)| &**der), key.secret_der());
        let trusted_before = before.and_then(|material| material.client.as_ref());
        let client = settings
            .client
            .as_ref()
            .map(|client| Client::load(client, &provider, trusted_before))
            .transpose()?;
        let (ders, chain) = chain.into_iter().unzip();
        let server = server_config(settings, provider, ders, key, client.as_ref())?;
        Ok(Self {
            server: Arc::new(server),
            chain,
            digest,
            client,
        })
    }

    /// The server's own certificate.
    pub(super) fn certificate(&self) -> Option<&Facts> {
        self.chain.first()
    }

    /// What works, but not for ever or not for everybody.
    pub(super) fn cautions(&self, now: Timestamp) -> Vec<Caution> {
        let mut cautions = Vec::new();
        let authorities = self.client.iter().flat_map(|c| &c.trust.authorities);
        let own = self.chain.iter().map(|facts| (Part::Certificate, facts));
        for (part, facts) in own.chain(authorities.map(|facts| (Part::ClientCa, facts))) {
            if let Some(text) = about_time(facts, now) {
                cautions.push(Caution { part, text });
            }
        }
        if let Some(facts) = self.certificate()
            && facts.names.is_empty()
        {
            let text = "names no host (it has no subject alternative name), so that clients \
                        refuse it; have it issued again with the name that clients use";
            cautions.push(Caution {
                part: Part::Certificate,
                text: text.to_owned(),
            });
        }
        cautions
    }
}

/// What deserves a word about when a certificate is valid.
fn about_time(facts: &Facts, now: Timestamp) -> Option<String> {
    const SOON_DAYS: u64 = 30;
    let Facts {
        subject, not_after, ..
    } = facts;
    let days = facts.left(now).as_secs() / 86_400;
    if facts.is_over(now) {
        return Some(format!(
            "has EXPIRED: `{subject}` was valid until {not_after}, and clients refuse it; put a \
             new one in its place"
        ));
    }
    if facts.not_before > now {
        return Some(format!(
            "is not valid yet: `{subject}` is valid from {}; check the clock of this machine",
            facts.not_before
        ));
    }
    (days < SOON_DAYS).then(|| {
        format!("expires in {days} days: `{subject}` is valid until {not_after}; renew it")
    })
}

impl Client {
    fn load(
        settings: &ClientSettings,
        provider: &Arc<CryptoProvider>,
        before: Option<&Self>,
    ) -> Result<Self, Fault> {
        let part = Part::ClientCa;
        let found = certificates(part, &settings.ca_file)?;
        let digest = digest(found.iter().map(|(der, _)| &**der), &[]);
        let identities = settings.identities.clone();
        let same = before
            .map(|client| &client.trust)
            .filter(|trust| trust.digest == digest && trust.is_required == settings.is_required);
        if let Some(trust) = same {
            let trust = Arc::clone(trust);
            return Ok(Self { trust, identities });
        }
        let mut roots = RootCertStore::empty();
        let mut authorities = Vec::new();
        let shown = settings.ca_file.display();
        for (der, facts) in found {
            roots.add(der).map_err(|error| {
                let text = format!(
                    "is `{shown}`, whose `{}` is refused: {error}",
                    facts.subject
                );
                Fault::new(part, text, "give the certificates of the authorities")
            })?;
            authorities.push(facts);
        }
        let builder =
            WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider));
        let builder = if settings.is_required {
            builder
        } else {
            builder.allow_unauthenticated()
        };
        let verifier = builder.build().map_err(|error| {
            let text = format!("is `{shown}`, which cannot be used: {error}");
            Fault::new(part, text, "give the certificates of the authorities")
        })?;
        let trust = Arc::new(Trust {
            verifier,
            authorities,
            digest,
            is_required: settings.is_required,
        });
        Ok(Self { trust, identities })
    }
}

fn server_config(
    settings: &Settings,
    provider: Arc<CryptoProvider>,
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
    client: Option<&Client>,
) -> Result<ServerConfig, Fault> {
    const BOTH: &[&SupportedProtocolVersion] = &[&TLS13, &TLS12];
    const NEWEST: &[&SupportedProtocolVersion] = &[&TLS13];
    let versions = match settings.min_version {
        MinVersion::Tls12 => BOTH,
        MinVersion::Tls13 => NEWEST,
    };
    let broken = |error: rustls::Error| does_not_go(settings, &error);
    let builder = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .map_err(broken)?;
    let builder = match client {
        Some(client) => builder.with_client_cert_verifier(Arc::clone(&client.trust.verifier)),
        None => builder.with_no_client_auth(),
    };
    let mut server = builder.with_single_cert(chain, key).map_err(broken)?;
    server.alpn_protocols = vec![PROTOCOL.to_vec()];
    // Sessions are resumed by tickets that only this material can read: after a renewal, and after
    // other authorities are in force, every client is looked at anew.
    server.ticketer = Ticketer::new().map_err(broken)?;
    Ok(server)
}

/// A certificate and a key that rustls does not take together.
fn does_not_go(settings: &Settings, error: &rustls::Error) -> Fault {
    let (certificate, key) = (
        settings.certificate_file.display(),
        settings.key_file.display(),
    );
    if matches!(error, rustls::Error::InconsistentKeys(_)) {
        return Fault::new(
            Part::Key,
            format!("is `{key}`, which is not the key of the first certificate in `{certificate}`"),
            "give the two that were issued together, the server's own certificate first",
        );
    }
    Fault::new(
        Part::Key,
        format!("is `{key}`, which cannot be used with `{certificate}`: {error}"),
        "give an ECDSA (P-256, P-384), Ed25519 or RSA key (2048 bits or more) and its certificate",
    )
}

/// Of certificates and a key, each with its length, so that no two lists have the same.
fn digest<'d>(ders: impl Iterator<Item = &'d [u8]>, key: &'d [u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in ders.chain(std::iter::once(key)) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
