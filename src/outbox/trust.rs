//! Whom the ways out trust: the system's authorities, or those of a file.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

use super::{Fault, read_file};

/// More than any bundle of authorities is long.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// What encrypted connections are opened with. `key` names the file.
pub(super) fn client_config(
    key: &'static str,
    ca_file: Option<&Path>,
) -> Result<Arc<ClientConfig>, Fault> {
    let roots = match ca_file {
        Some(path) => of_file(key, path)?,
        None => of_system(key)?,
    };
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            let text = format!("cannot be put in force: {error}");
            Fault::new(key, text, "this is a defect of the program")
        })?;
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(Arc::new(config))
}

fn of_file(key: &'static str, path: &Path) -> Result<RootCertStore, Fault> {
    const REMEDY: &str = "give a file with certificates in PEM";
    let shown = path.display();
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&read_file(key, path, MAX_FILE_BYTES)?) {
        let added = certificate.ok().map(|certificate| roots.add(certificate));
        if !matches!(added, Some(Ok(()))) {
            let text = format!("is `{shown}`, which holds a certificate that cannot be used");
            return Err(Fault::new(key, text, REMEDY));
        }
    }
    if roots.is_empty() {
        let text = format!("is `{shown}`, which holds no certificate");
        return Err(Fault::new(key, text, REMEDY));
    }
    Ok(roots)
}

fn of_system(key: &'static str) -> Result<RootCertStore, Fault> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        let text = "is not set, and this system has no certificates of authorities".to_owned();
        let remedy = "install `ca-certificates`, or set it to a file of authorities in PEM";
        return Err(Fault::new(key, text, remedy));
    }
    Ok(roots)
}
