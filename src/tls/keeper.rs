//! The one that keeps certificates in force: connections ask it for what is current, and whoever
//! renews tells it to look again.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use rustls::pki_types::CertificateDer;
use rustls::{ServerConfig, ServerConnection};

use super::facts::Facts;
use super::fault::{Caution, Fault, Part};
use super::identity::{self, ActsAs, PeerCertificate};
use super::material::{Client, Material};
use super::settings::Settings;
use super::watch::{Look, Step, Watch};
use crate::domain::time::Timestamp;

/// Keeps what TLS needs, and replaces it whole. Connections that are open go on with what they
/// began with.
pub struct Keeper {
    current: ArcSwap<Material>,
    /// Held while files are read, so that the last one told is the one in force.
    desk: Mutex<Desk>,
}

struct Desk {
    settings: Settings,
    watch: Watch,
}

/// Another value that is ready to come into force.
pub struct Prepared {
    settings: Settings,
    look: Look,
    material: Material,
}

/// What a reload changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reloaded {
    /// Another certificate, or another key.
    pub certificate: bool,
    /// Other authorities for clients' certificates.
    pub client_ca: bool,
    /// Other settings: versions, whom certificates speak for.
    pub settings: bool,
}

impl Reloaded {
    /// Whether anything is different.
    pub fn is_change(self) -> bool {
        self.certificate || self.client_ca || self.settings
    }
}

impl fmt::Display for Reloaded {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.certificate, "the certificate"),
            (self.client_ca, "the authorities of clients"),
            (self.settings, "the settings"),
        ];
        let parts = parts.iter().filter(|(changed, _)| *changed);
        let named: Vec<&str> = parts.map(|(_, name)| *name).collect();
        if named.is_empty() {
            return formatter.write_str("nothing changed");
        }
        write!(formatter, "{} changed", named.join(" and "))
    }
}

impl Keeper {
    /// Reads the files.
    ///
    /// # Errors
    /// [`Fault`] when they cannot be used. A certificate that has expired can: what it costs is
    /// said by [`Self::cautions`].
    pub fn open(settings: Settings, now: Timestamp) -> Result<Self, Fault> {
        let watch = Watch::new(look(&settings));
        let material = Material::load(&settings, None)?;
        let keeper = Self {
            current: ArcSwap::from_pointee(material),
            desk: Mutex::new(Desk { settings, watch }),
        };
        keeper.is_reminded(&mut keeper.desk(), now);
        Ok(keeper)
    }

    /// The cautions were said: what they say of the expiry is not said once more.
    fn is_reminded(&self, desk: &mut Desk, now: Timestamp) {
        if let Some(first) = first_to_expire(&self.current.load().chain) {
            desk.watch.reminds(first, now);
        }
    }

    /// Reads the files again. On an error what is in force stays in force.
    ///
    /// # Errors
    /// [`Fault`] says what is wrong with which file, and what to do.
    pub fn reload(&self) -> Result<Reloaded, Fault> {
        let mut desk = self.desk();
        let settings = desk.settings.clone();
        self.replace(&mut desk, settings)
    }

    /// Does everything of a change to other settings that can fail, and changes nothing yet.
    ///
    /// # Errors
    /// [`Fault`] as for [`Self::reload`].
    pub fn prepare(&self, settings: Settings) -> Result<Prepared, Fault> {
        // Looked at before it is read: what changes while it is read is seen by the next look.
        let look = look(&settings);
        let material = Material::load(&settings, Some(&self.current.load()))?;
        Ok(Prepared {
            settings,
            look,
            material,
        })
    }

    /// What it would change.
    pub fn changes(&self, prepared: &Prepared) -> Reloaded {
        self.compare(&self.desk(), prepared)
    }

    fn compare(&self, desk: &Desk, prepared: &Prepared) -> Reloaded {
        let (before, next) = (self.current.load(), &prepared.material);
        Reloaded {
            certificate: next.digest != before.digest,
            client_ca: !is_same_trust(next.client.as_ref(), before.client.as_ref()),
            settings: prepared.settings != desk.settings,
        }
    }

    /// Brings into force what was prepared.
    pub fn adopt(&self, prepared: Prepared) -> Reloaded {
        self.put(&mut self.desk(), prepared)
    }

    fn replace(&self, desk: &mut Desk, settings: Settings) -> Result<Reloaded, Fault> {
        desk.watch.reads(look(&settings));
        let prepared = self.prepare(settings)?;
        Ok(self.put(desk, prepared))
    }

    fn put(&self, desk: &mut Desk, prepared: Prepared) -> Reloaded {
        let reloaded = self.compare(desk, &prepared);
        desk.watch.reads(prepared.look);
        desk.settings = prepared.settings;
        if reloaded.is_change() {
            self.current.store(Arc::new(prepared.material));
        }
        reloaded
    }

    /// Looks at the files, and reads them again when they were replaced; says in the log what came
    /// of it, and when a certificate is about to expire. To be called every few seconds.
    pub fn tend(&self, now: Timestamp) {
        let mut desk = self.desk();
        let look = look(&desk.settings);
        if desk.watch.is_to_be_read(&look) {
            let settings = desk.settings.clone();
            match self.replace(&mut desk, settings) {
                Ok(reloaded) if reloaded.is_change() => {
                    tracing::info!("TLS files were replaced: {reloaded}");
                    for caution in self.cautions(now) {
                        tracing::warn!("{caution}");
                    }
                    self.is_reminded(&mut desk, now);
                }
                Ok(_) => tracing::debug!("TLS files were touched, and say the same"),
                Err(fault) => tracing::error!(
                    "TLS files were replaced and cannot be used, what was in force stays: {fault}"
                ),
            }
        }
        let current = self.current.load();
        let Some(first) = first_to_expire(&current.chain) else {
            return;
        };
        let (subject, not_after) = (&first.subject, first.not_after);
        match desk.watch.reminds(first, now) {
            Some(Step::Within(days)) => tracing::warn!(
                subject,
                %not_after,
                "the TLS certificate expires in less than {days} days; renew it"
            ),
            Some(Step::Over(_)) => tracing::error!(
                subject,
                %not_after,
                "the TLS certificate HAS EXPIRED, clients refuse it; put a new one in its place"
            ),
            None => {}
        }
    }

    /// What works, but not for ever or not for everybody.
    pub fn cautions(&self, now: Timestamp) -> Vec<Caution> {
        self.current.load().cautions(now)
    }

    /// The server's own certificate.
    pub fn certificate(&self) -> Option<Facts> {
        self.current.load().certificate().cloned()
    }

    /// When the first certificate expires of those that are served, or of the authorities.
    pub fn expires_at(&self, part: Part) -> Option<Timestamp> {
        let current = self.current.load();
        let facts = match part {
            Part::Certificate | Part::Key => first_to_expire(&current.chain),
            Part::ClientCa => first_to_expire(&current.client.as_ref()?.trust.authorities),
        };
        facts.map(|facts| facts.not_after)
    }

    /// Whether the certificate is for that host.
    pub fn covers(&self, host: &str) -> bool {
        let current = self.current.load();
        current.certificate().is_some_and(|own| own.covers(host))
    }

    /// What a connection that begins now goes by to its end.
    pub fn terms(&self) -> Terms {
        Terms(self.current.load_full())
    }

    /// Whom a client's certificate speaks for now: nobody when it has expired, when the authorities
    /// that are in force by now do not vouch for it, or when no line is of it.
    pub fn identify(&self, peer: &PeerCertificate, now: Timestamp) -> Option<ActsAs> {
        let current = self.current.load();
        let client = current.client.as_ref()?;
        let is_vouched_for = Arc::ptr_eq(&client.trust, &peer.vouched_by)
            || client.trust.vouches_for(&peer.chain, now);
        if peer.facts.is_over(now) || !is_vouched_for {
            return None;
        }
        identity::find(&client.identities, &peer.facts).cloned()
    }

    /// A panic under this lock leaves what is in force as it was.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one connection goes by, whatever is in force after it began.
pub struct Terms(Arc<Material>);

impl Terms {
    /// What it is encrypted with.
    pub fn server_config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.0.server)
    }

    /// The certificate that the client has shown in the handshake that these terms were for.
    pub fn certificate_of(&self, connection: &ServerConnection) -> Option<PeerCertificate> {
        let chain: Vec<CertificateDer<'static>> = connection.peer_certificates()?.to_vec();
        let facts = Facts::read(chain.first()?)?;
        Some(PeerCertificate {
            facts,
            chain,
            vouched_by: Arc::clone(&self.0.client.as_ref()?.trust),
        })
    }
}

/// Nothing of a key can be seen.
impl fmt::Debug for Keeper {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Keeper")
            .field("chain", &self.current.load().chain)
            .finish_non_exhaustive()
    }
}

fn is_same_trust(one: Option<&Client>, other: Option<&Client>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(&one.trust, &other.trust),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn first_to_expire(chain: &[Facts]) -> Option<&Facts> {
    chain.iter().min_by_key(|facts| facts.not_after)
}

fn look(settings: &Settings) -> Look {
    let ca_file = settings.client.as_ref().map(|client| &client.ca_file);
    let files = [&settings.certificate_file, &settings.key_file];
    Look::at(files.into_iter().chain(ca_file).map(PathBuf::as_path))
}
