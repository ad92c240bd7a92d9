//! Where output goes that holds a secret: to a person or a script, never into the journal.

use std::io::{self, IsTerminal as _};
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::net::UnixStream;
use std::path::Path;

use super::error::CliError;

/// What the service manager sets where stdout or stderr is the journal (systemd.exec(5)).
const JOURNAL_VARIABLE: &str = "JOURNAL_STREAM";
/// Where the journal takes what services print.
const JOURNAL_SOCKET: &str = "/run/systemd/journal/stdout";

/// Refuses to go on where stdout is the journal: what is printed there stays for years, and is
/// forwarded. A terminal is what is meant; a pipe or a file is a script's own business.
pub(super) fn must_not_be_journal(what: &str) -> Result<(), CliError> {
    if stdout_is_journal() {
        return Err(CliError::Usage(format!(
            "{what} is shown on a terminal, or to a script through a pipe, and stdout is the \
             journal here: run this from a shell"
        )));
    }
    Ok(())
}

/// Whether a person is there to be asked.
pub(super) fn has_person() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

fn stdout_is_journal() -> bool {
    let Ok(stdout) = io::stdout().as_fd().try_clone_to_owned() else {
        return false;
    };
    let named = std::env::var(JOURNAL_VARIABLE).unwrap_or_default();
    is_stream(&stdout, &named) || is_connected_to(stdout, Path::new(JOURNAL_SOCKET))
}

/// Whether it is the stream of that device and inode number.
fn is_stream(descriptor: &OwnedFd, named: &str) -> bool {
    let Some((device, inode)) = named.split_once(':') else {
        return false;
    };
    let Ok(file) = descriptor.try_clone().map(std::fs::File::from) else {
        return false;
    };
    file.metadata().is_ok_and(|found| {
        device.parse() == Ok(found.dev()) && inode.trim().parse() == Ok(found.ino())
    })
}

/// Whether it is a socket whose other end has that path; what is no socket has no other end.
fn is_connected_to(descriptor: OwnedFd, path: &Path) -> bool {
    let peer = UnixStream::from(descriptor).peer_addr();
    peer.is_ok_and(|peer| peer.as_pathname() == Some(path))
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn a_stream_is_known_by_its_numbers() {
        let file = tempfile::tempfile().unwrap();
        let found = file.metadata().unwrap();
        let (device, inode) = (found.dev(), found.ino());
        let file = OwnedFd::from(file);
        assert!(is_stream(&file, &format!("{device}:{inode}")));
        for other in ["", "1", ":", &format!("{device}:{}", inode + 1), "a:b"] {
            assert!(!is_stream(&file, other), "{other}");
        }
        assert!(!is_connected_to(file, Path::new(JOURNAL_SOCKET)));
    }

    #[test]
    fn a_socket_is_known_by_its_other_end() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("stdout");
        let _listener = UnixListener::bind(&path).unwrap();
        let socket = || OwnedFd::from(UnixStream::connect(&path).unwrap());
        assert!(is_connected_to(socket(), &path));
        assert!(!is_connected_to(socket(), Path::new(JOURNAL_SOCKET)));
    }
}
