//! The files: certificates and keys in PEM (RFC 7468), and who may read the key.

use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use zeroize::Zeroizing;

use super::facts::Facts;
use super::fault::{Fault, Part};

/// More than any chain or bundle of authorities is long.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// Modes that a private key's file must not have: beyond 0640, the group could change it or
/// others could read it.
const FORBIDDEN_KEY_MODE: u32 = 0o037;

/// What the certificates in a PEM file say, in the order of the file.
///
/// # Errors
/// [`Fault`] when it cannot be read or holds no certificate.
pub fn read_certificates(path: &Path) -> Result<Vec<Facts>, Fault> {
    certificates(Part::Certificate, path).map(|found| found.into_iter().map(|(_, f)| f).collect())
}

/// The certificates of a file with what they say.
pub(super) fn certificates(
    part: Part,
    path: &Path,
) -> Result<Vec<(CertificateDer<'static>, Facts)>, Fault> {
    const REMEDY: &str = "give a file with certificates in PEM, as `openssl x509` prints them";
    let bytes = read(part, path)?;
    let shown = path.display();
    let mut found = Vec::new();
    for certificate in CertificateDer::pem_slice_iter(&bytes) {
        let number = found.len() + 1;
        let broken = |why: &str| {
            let text = format!("is `{shown}`, whose certificate number {number} {why}");
            Fault::new(part, text, REMEDY)
        };
        let der = certificate.map_err(|_| broken("is not PEM"))?;
        let facts = Facts::read(&der).ok_or_else(|| broken("cannot be read"))?;
        found.push((der, facts));
    }
    if found.is_empty() {
        let text = format!("is `{shown}`, which holds no certificate");
        return Err(Fault::new(part, text, REMEDY));
    }
    Ok(found)
}

/// The private key, from a file that is nobody else's to read.
pub(super) fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, Fault> {
    let part = Part::Key;
    let shown = path.display();
    let bytes = read(part, path)?;
    let mode = std::fs::metadata(path).map_or(0, |meta| meta.permissions().mode());
    if mode & FORBIDDEN_KEY_MODE != 0 {
        let text = format!(
            "is `{shown}`, which has the mode {:04o}: others than its owner and group can read \
             it, or change it",
            mode & 0o7777
        );
        return Err(Fault::new(part, text, format!("run `chmod 0640 {shown}`")));
    }
    PrivateKeyDer::from_pem_slice(&bytes).map_err(|error| {
        let is_locked = String::from_utf8_lossy(&bytes).contains("ENCRYPTED");
        if is_locked {
            let text = format!("is `{shown}`, whose key needs a passphrase");
            let remedy = format!("take it off: `openssl pkey -in {shown} -out FILE`");
            return Fault::new(part, text, remedy);
        }
        let text = if matches!(error, pem::Error::NoItemsFound) {
            format!("is `{shown}`, which holds no private key")
        } else {
            format!("is `{shown}`, which is not PEM")
        };
        let remedy = "give a file with the private key in PEM";
        Fault::new(part, text, remedy)
    })
}

fn read(part: Part, path: &Path) -> Result<Zeroizing<Vec<u8>>, Fault> {
    read_bounded(path).map_err(|error| {
        let text = format!("is `{}`, which cannot be read: {error}", path.display());
        let remedy = "check that it is there and that the user of the service may read it";
        Fault::new(part, text, remedy)
    })
}

fn read_bounded(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    // A pipe would be waited for, and could be read only once.
    if !std::fs::metadata(path)?.is_file() {
        let text = "it is not a regular file";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
    }
    let mut bytes = Zeroizing::new(Vec::new());
    File::open(path)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let text = format!("it is larger than {MAX_FILE_BYTES} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, text));
    }
    Ok(bytes)
}
