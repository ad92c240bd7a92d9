//! Where requests come in: addresses, Unix sockets, and sockets passed by the service manager.

use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use listenfd::ListenFd;
use socket2::SockRef;

use super::EdgeError;
use crate::http::wire::Lane;
use crate::tls::Keeper;

/// How many connections may wait in the kernel; it takes less where `net.core.somaxconn` is less.
const BACKLOG: i32 = 4096;

/// A bound socket and the lane that its requests travel in.
#[derive(Debug)]
pub enum Listener {
    /// A TCP socket.
    Tcp {
        /// The listening socket.
        socket: TcpListener,
        /// The lane of everything that comes in on it; never [`Lane::Control`].
        lane: Lane,
        /// What TLS is spoken with; `None` where it is not.
        tls: Option<Arc<Keeper>>,
    },
    /// A Unix socket.
    Unix {
        /// The listening socket.
        socket: UnixListener,
        /// The lane of everything that comes in on it.
        lane: Lane,
    },
}

impl Listener {
    /// Listens on an address (port 0: any free one). A listener never takes a host name: the
    /// static binary must not resolve names through the C library.
    ///
    /// # Errors
    /// [`EdgeError::ControlOverTcp`] for the control lane, [`EdgeError::BindAddress`] when the
    /// system refuses.
    pub fn bind(address: SocketAddr, lane: Lane) -> Result<Self, EdgeError> {
        if lane == Lane::Control {
            return Err(EdgeError::ControlOverTcp);
        }
        let failed = |source| EdgeError::BindAddress { address, source };
        let socket = TcpListener::bind(address).map_err(failed)?;
        // The standard library asks for a backlog of 128; a burst of connections beyond that
        // waits a second for its SYN to be sent again.
        SockRef::from(&socket).listen(BACKLOG).map_err(failed)?;
        Ok(Self::Tcp {
            socket,
            lane,
            tls: None,
        })
    }

    /// Listens on a Unix socket. A socket file that nobody answers on is replaced. The mode is
    /// 0600 on the control lane, 0660 on the others, from the first moment the path exists.
    ///
    /// # Errors
    /// [`EdgeError::PathInUse`], [`EdgeError::NotASocket`], or [`EdgeError::BindPath`] when the
    /// system refuses (also a path too long for a socket address, about 100 bytes).
    pub fn bind_unix(path: &Path, lane: Lane) -> Result<Self, EdgeError> {
        refuse_if_taken(path)?;
        let mode = if lane == Lane::Control { 0o600 } else { 0o660 };
        let socket = bind_with_mode(path, mode).map_err(|source| EdgeError::BindPath {
            path: path.to_owned(),
            source,
        })?;
        Ok(Self::Unix { socket, lane })
    }

    /// The sockets that systemd passed (`LISTEN_FDS`), in its order; none when it passed none.
    /// `FileDescriptorName=metrics`, `=redirect` and `=control` choose the lane, all others are network
    /// sockets, so that a wrong name never opens the control lane.
    ///
    /// # Errors
    /// [`EdgeError::PassedSocket`] for a descriptor that is neither a TCP nor a Unix listener,
    /// [`EdgeError::ControlOverTcp`] for a TCP socket named `control`.
    pub fn from_systemd() -> Result<Vec<Self>, EdgeError> {
        let names = std::env::var("LISTEN_FDNAMES").unwrap_or_default();
        let mut names = names.split(':');
        let mut passed = ListenFd::from_env();
        (0..passed.len())
            .map(|index| take_passed(&mut passed, index, lane_named(names.next())))
            .collect()
    }

    /// The same, speaking TLS and nothing else. A Unix socket stays plain: what it carries never
    /// leaves the machine.
    #[must_use]
    pub fn with_tls(self, keeper: &Arc<Keeper>) -> Self {
        match self {
            Self::Tcp { socket, lane, .. } => Self::Tcp {
                socket,
                lane,
                tls: Some(Arc::clone(keeper)),
            },
            Self::Unix { .. } => self,
        }
    }

    /// The lane of its requests.
    pub fn lane(&self) -> Lane {
        match self {
            Self::Tcp { lane, .. } | Self::Unix { lane, .. } => *lane,
        }
    }

    /// The address of a TCP listener, with the port that the system chose; `None` for Unix.
    pub fn address(&self) -> Option<SocketAddr> {
        match self {
            Self::Tcp { socket, .. } => socket.local_addr().ok(),
            Self::Unix { .. } => None,
        }
    }
}

fn lane_named(name: Option<&str>) -> Lane {
    match name {
        Some("control") => Lane::Control,
        Some("metrics") => Lane::Metrics,
        Some("redirect") => Lane::Redirect,
        Some(_) | None => Lane::Network,
    }
}

fn take_passed(passed: &mut ListenFd, index: usize, lane: Lane) -> Result<Listener, EdgeError> {
    // A descriptor is handed out once, so a look that finds the wrong kind must leave it there:
    // `listenfd` does, by checking the socket's family and type before it takes it.
    if let Ok(Some(socket)) = passed.take_tcp_listener(index) {
        if lane == Lane::Control {
            return Err(EdgeError::ControlOverTcp);
        }
        return Ok(Listener::Tcp {
            socket,
            lane,
            tls: None,
        });
    }
    match passed.take_unix_listener(index) {
        Ok(Some(socket)) => Ok(Listener::Unix { socket, lane }),
        Ok(None) => Err(EdgeError::PassedSocket {
            index,
            source: io::Error::from(io::ErrorKind::NotFound),
        }),
        Err(source) => Err(EdgeError::PassedSocket { index, source }),
    }
}

/// A path may be used when nothing is there, or a socket that nobody answers on.
fn refuse_if_taken(path: &Path) -> Result<(), EdgeError> {
    let path_buf = || path.to_owned();
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(EdgeError::BindPath {
            path: path_buf(),
            source,
        }),
        Ok(found) if !found.file_type().is_socket() => {
            Err(EdgeError::NotASocket { path: path_buf() })
        }
        Ok(_) => match UnixStream::connect(path) {
            Ok(_) => Err(EdgeError::PathInUse { path: path_buf() }),
            Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => Ok(()),
            Err(source) => Err(EdgeError::BindPath {
                path: path_buf(),
                source,
            }),
        },
    }
}

/// Binds inside a new directory that only we can enter, sets the mode there, and renames the
/// socket to its place, over a stale one. The process's umask is shared by all its threads, so
/// it is left alone; and at no moment can a stranger connect to a socket with a wider mode.
fn bind_with_mode(path: &Path, mode: u32) -> io::Result<UnixListener> {
    let directory = private_directory_beside(path)?;
    let inside = directory.join("s");
    let bound = UnixListener::bind(&inside).and_then(|socket| {
        fs::set_permissions(&inside, Permissions::from_mode(mode))?;
        fs::rename(&inside, path)?;
        Ok(socket)
    });
    if bound.is_err() {
        // Not there when the bind itself failed.
        fs::remove_file(&inside).ok();
    }
    // An empty directory with our process id in its name does no harm if it stays.
    fs::remove_dir(&directory).ok();
    bound
}

/// A new directory that nobody else can enter. Its name is short, because a socket address holds
/// about 100 bytes, and numbered, because a crash may have left one behind.
fn private_directory_beside(path: &Path) -> io::Result<PathBuf> {
    let parent = path.parent().unwrap_or(Path::new(""));
    let mut last_error = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..16 {
        let directory = parent.join(format!(".{}.{number}", std::process::id()));
        match DirBuilder::new().mode(0o700).create(&directory) {
            Ok(()) => return Ok(directory),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last_error = error,
            Err(error) => return Err(error),
        }
    }
    Err(last_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode_of(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_control_socket_is_for_its_owner_alone() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("control.sock");
        let listener = Listener::bind_unix(&path, Lane::Control).unwrap();
        assert_eq!(mode_of(&path), 0o600);
        assert_eq!(listener.lane(), Lane::Control);
        assert!(UnixStream::connect(&path).is_ok());
        let entries = fs::read_dir(directory.path()).unwrap().count();
        assert_eq!(entries, 1, "nothing but the socket is left behind");
    }

    #[test]
    fn a_stale_socket_is_replaced_and_a_living_one_is_not() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("control.sock");
        let first = Listener::bind_unix(&path, Lane::Control).unwrap();
        assert!(matches!(
            Listener::bind_unix(&path, Lane::Control),
            Err(EdgeError::PathInUse { .. })
        ));
        drop(first);
        assert!(path.exists(), "the file outlives its listener");
        assert!(Listener::bind_unix(&path, Lane::Control).is_ok());
    }

    #[test]
    fn a_file_that_is_no_socket_is_left_alone() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("control.sock");
        fs::write(&path, "mine").unwrap();
        assert!(matches!(
            Listener::bind_unix(&path, Lane::Control),
            Err(EdgeError::NotASocket { .. })
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn the_control_lane_never_goes_over_tcp() {
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        assert!(matches!(
            Listener::bind(loopback, Lane::Control),
            Err(EdgeError::ControlOverTcp)
        ));
    }

    #[test]
    fn only_the_exact_name_opens_a_lane() {
        assert_eq!(lane_named(Some("control")), Lane::Control);
        assert_eq!(lane_named(Some("metrics")), Lane::Metrics);
        assert_eq!(lane_named(Some("redirect")), Lane::Redirect);
        assert_eq!(lane_named(Some("Control")), Lane::Network);
        assert_eq!(lane_named(None), Lane::Network);
    }
}
