//! Authorities and certificates, made on the spot.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SanType, date_time_ymd,
};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// When a certificate is valid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Valid {
    Now,
    Past,
}

/// A certificate with its key.
pub(crate) struct Made {
    pub(crate) certificate_pem: String,
    pub(crate) key_pem: String,
}

impl Made {
    pub(crate) fn der(&self) -> CertificateDer<'static> {
        CertificateDer::from_pem_slice(self.certificate_pem.as_bytes()).unwrap()
    }

    pub(crate) fn key(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::from_pem_slice(self.key_pem.as_bytes()).unwrap()
    }

    /// Writes the two beside each other, each in one step, as a careful renewal does.
    pub(crate) fn write(&self, directory: &Path) {
        put(&directory.join("key.pem"), &self.key_pem, 0o640);
        put(
            &directory.join("certificate.pem"),
            &self.certificate_pem,
            0o644,
        );
    }

    pub(crate) fn fingerprint(&self) -> String {
        portcullis::tls::Fingerprint::of(&self.der()).to_string()
    }
}

/// Replaces a file whole.
pub(crate) fn put(path: &Path, text: &str, mode: u32) {
    let beside = PathBuf::from(format!("{}.new", path.display()));
    std::fs::write(&beside, text).unwrap();
    std::fs::set_permissions(&beside, Permissions::from_mode(mode)).unwrap();
    std::fs::rename(beside, path).unwrap();
}

/// An authority that issues certificates.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub(crate) certificate_pem: String,
}

impl Authority {
    pub(crate) fn new(name: &str) -> Self {
        let mut params = params(name, Valid::Now);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().unwrap();
        let certificate_pem = params.self_signed(&key).unwrap().pem();
        Self {
            issuer: Issuer::new(params, key),
            certificate_pem,
        }
    }

    /// A certificate for a server on this machine, under the name `gate.example` too.
    pub(crate) fn server(&self, name: &str, valid: Valid) -> Made {
        let mut params = params(name, valid);
        params.subject_alt_names = vec![
            SanType::DnsName("gate.example".try_into().unwrap()),
            SanType::DnsName("localhost".try_into().unwrap()),
            SanType::IpAddress([127, 0, 0, 1].into()),
        ];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        self.issue(&params)
    }

    /// A certificate for a client with one URI as its name.
    pub(crate) fn client(&self, uri: &str, valid: Valid) -> Made {
        let mut params = params("client", valid);
        params.subject_alt_names = vec![SanType::URI(uri.try_into().unwrap())];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        self.issue(&params)
    }

    fn issue(&self, params: &CertificateParams) -> Made {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Made {
            certificate_pem: certificate.pem(),
            key_pem: key.serialize_pem(),
        }
    }
}

fn params(name: &str, valid: Valid) -> CertificateParams {
    const DAY: Duration = Duration::from_hours(24);
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap();
    let epoch = date_time_ymd(1970, 1, 1);
    let (from, to) = match valid {
        Valid::Now => (now.saturating_sub(DAY), now + DAY * 60),
        Valid::Past => (now.saturating_sub(DAY * 9), now.saturating_sub(DAY)),
    };
    params.not_before = epoch + from;
    params.not_after = epoch + to;
    params
}
