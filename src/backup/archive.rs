//! Writing a backup's file: members into tar, tar into age, all of it through a digest.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::error::{BackupError, file};
use super::manifest::{MANIFEST_MEMBER, Manifest, MemberDigest};
use crate::domain::time::Timestamp;
use crate::store::Stop;

/// What an encrypted file begins with (age-encryption.org/v1).
pub(super) const AGE_MAGIC: &[u8; 21] = b"age-encryption.org/v1";
/// Bytes that are moved at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// An age public key (X25519): whoever has its identity can read the backups.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(age::x25519::Recipient);

impl FromStr for Recipient {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Writes the archive to a new file and flushes it. The members come in the manifest's order, and
/// must have the sizes that it says.
pub(super) fn write(
    path: &Path,
    manifest: &Manifest,
    members: &mut [&mut dyn Read],
    recipients: &[Recipient],
    stop: &Stop,
) -> Result<MemberDigest, BackupError> {
    let failed = || file("cannot write", path);
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(failed())?;
    let digesting = Digesting::new(BufWriter::with_capacity(PIECE_BYTES, opened));
    let digesting = if recipients.is_empty() {
        tar(digesting, manifest, members, stop).map_err(failed())?
    } else {
        let each = recipients.iter().map(|to| &to.0 as &dyn age::Recipient);
        let sealed = age::Encryptor::with_recipients(each)?;
        let sealing = sealed.wrap_output(digesting).map_err(failed())?;
        let sealing = tar(sealing, manifest, members, stop).map_err(failed())?;
        sealing.finish().map_err(failed())?
    };
    let (buffered, digest) = digesting.end();
    buffered
        .into_inner()
        .map_err(io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all())
        .map_err(failed())?;
    Ok(digest)
}

fn tar<W: Write>(
    output: W,
    manifest: &Manifest,
    members: &mut [&mut dyn Read],
    stop: &Stop,
) -> io::Result<W> {
    let mut builder = tar::Builder::new(output);
    let mut text = serde_json::to_vec_pretty(manifest).map_err(io::Error::other)?;
    text.push(b'\n');
    let at = manifest.created_at;
    append(
        &mut builder,
        MANIFEST_MEMBER,
        text.len() as u64,
        at,
        &mut text.as_slice(),
    )?;
    for (member, input) in manifest.members.iter().zip(members) {
        let mut input = Watched { input, stop }.take(member.digest.bytes);
        append(
            &mut builder,
            &member.name,
            member.digest.bytes,
            at,
            &mut input,
        )?;
        if input.limit() != 0 {
            let text = format!("`{}` became shorter", member.name);
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, text));
        }
    }
    builder.into_inner()
}

fn append<W: Write>(
    builder: &mut tar::Builder<W>,
    name: &str,
    bytes: u64,
    at: Timestamp,
    input: &mut dyn Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o600);
    header.set_size(bytes);
    header.set_mtime(at.as_millis() / 1000);
    builder.append_data(&mut header, name, input)
}

/// A reader that ends in an error when it is asked to stop.
struct Watched<'a> {
    input: &'a mut dyn Read,
    stop: &'a Stop,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.stop.is_asked() {
            return Err(io::Error::other("it was stopped"));
        }
        self.input.read(buffer)
    }
}

/// Counts and digests what passes through, to a writer or from a reader.
pub(super) struct Digesting<I> {
    inner: I,
    bytes: u64,
    hasher: Sha256,
}

impl<I> Digesting<I> {
    pub(super) fn new(inner: I) -> Self {
        Self {
            inner,
            bytes: 0,
            hasher: Sha256::new(),
        }
    }

    pub(super) fn end(self) -> (I, MemberDigest) {
        let digest = self.hasher.finalize();
        let sha256 = digest
            .iter()
            .fold(String::with_capacity(64), |mut text, byte| {
                // Writing into a `String` cannot fail.
                fmt::Write::write_fmt(&mut text, format_args!("{byte:02x}")).ok();
                text
            });
        let digest = MemberDigest {
            bytes: self.bytes,
            sha256,
        };
        (self.inner, digest)
    }

    fn passed(&mut self, piece: &[u8]) {
        self.hasher.update(piece);
        self.bytes += piece.len() as u64;
    }
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(piece)?;
        self.passed(piece.get(..count).unwrap_or(piece));
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let piece = buffer.get(..count).unwrap_or(&[]);
        self.hasher.update(piece);
        self.bytes += piece.len() as u64;
        Ok(count)
    }
}

/// The size and digest of a file.
pub(super) fn digest_of(path: &Path, stop: &Stop) -> Result<MemberDigest, BackupError> {
    let mut opened = File::open(path).map_err(file("cannot open", path))?;
    let mut digesting = Digesting::new(Watched {
        input: &mut opened,
        stop,
    });
    copy(&mut digesting, &mut io::sink()).map_err(file("cannot read", path))?;
    Ok(digesting.end().1)
}

/// Moves everything, in larger pieces than `io::copy` takes.
pub(super) fn copy(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<u64> {
    let mut buffer = vec![0; PIECE_BYTES];
    let mut bytes = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(bytes),
            Ok(count) => {
                to.write_all(buffer.get(..count).unwrap_or(&[]))?;
                bytes += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
