//! The service manager: what it is told, in the protocol of `sd_notify(3)`.
//!
//! Only a datagram socket. Nothing here waits for long, because the ledger's writer is one of those
//! who speak: what the manager does not take at once is left out where the next one says it again.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::time::{ClockId, clock_gettime};

/// How much longer the manager waits for a start that gets on, from each time it is told so.
const EXTENSION: Duration = Duration::from_mins(2);
/// How often a start that gets on says so.
const EXTEND_EVERY: Duration = Duration::from_secs(5);
/// The least interval that the ledger keeps while it has nothing to do: it wakes once a second.
const LEAST_INTERVAL: Duration = Duration::from_secs(4);
/// How often what must arrive is tried, and how long between two tries.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(10);

/// The service manager, or nobody.
#[derive(Debug, Default)]
pub(super) struct Manager {
    socket: Option<(UnixDatagram, SocketAddr)>,
    /// How often it wants to hear of the ledger.
    watchdog: Option<Duration>,
    is_ready: AtomicBool,
    told_at: Mutex<Option<Instant>>,
}

impl Manager {
    /// Whoever started this process, as it says in the environment.
    pub(super) fn of_this_process() -> Arc<Self> {
        let variable = |name: &str| std::env::var_os(name);
        let socket = variable("NOTIFY_SOCKET").and_then(|path| match open(&path) {
            Ok(socket) => Some(socket),
            Err(error) => {
                tracing::warn!(%error, "cannot reach the service manager (`NOTIFY_SOCKET`)");
                None
            }
        });
        let number = |name: &str| variable(name)?.to_str()?.parse::<u64>().ok();
        let is_ours = variable("WATCHDOG_PID").is_none()
            || number("WATCHDOG_PID") == Some(u64::from(std::process::id()));
        let watchdog = number("WATCHDOG_USEC")
            .filter(|micros| is_ours && *micros > 0)
            .map(Duration::from_micros);
        if let Some(interval) = watchdog.filter(|interval| *interval < LEAST_INTERVAL) {
            tracing::warn!(
                ?interval,
                "the watchdog's interval is shorter than an idle ledger keeps; set `WatchdogSec=` \
                 to 4 s or more"
            );
        }
        Arc::new(Self {
            socket,
            watchdog,
            ..Self::default()
        })
    }

    /// The ledger has got on. While the program starts this makes the manager wait longer, later it
    /// is the watchdog's sign of life: at most every quarter of its interval.
    pub(super) fn ledger_progressed(&self) {
        let is_ready = self.is_ready.load(Ordering::Acquire);
        let every = if is_ready {
            match self.watchdog {
                Some(interval) => interval / 4,
                None => return,
            }
        } else {
            EXTEND_EVERY
        };
        let mut told_at = self.told_at.lock().unwrap_or_else(PoisonError::into_inner);
        if told_at.is_some_and(|at| at.elapsed() < every) {
            return;
        }
        let told = if is_ready {
            self.send("WATCHDOG=1")
        } else {
            self.send(&extension())
        };
        // What was not taken is said again the next time, which is soon.
        if told.is_ok() {
            *told_at = Some(Instant::now());
        }
    }

    /// The data is about to be opened, which may take its time.
    pub(super) fn opening(&self) {
        self.tell(&format!("STATUS=opening the data\n{}", extension()));
    }

    /// Requests are answered, and can be recorded.
    pub(super) fn ready(&self, status: &str) {
        self.is_ready.store(true, Ordering::Release);
        let process = std::process::id();
        self.tell(&format!("READY=1\nMAINPID={process}\n{}", line(status)));
    }

    /// The configuration is read again; [`Self::ready`] follows in any case.
    pub(super) fn reloading(&self) {
        // The manager tells by the time which of its requests this is the answer to.
        let since_boot = clock_gettime(ClockId::CLOCK_MONOTONIC)
            .map(Duration::from)
            .unwrap_or_default();
        self.tell(&format!(
            "RELOADING=1\nMONOTONIC_USEC={}\nSTATUS=reading the configuration again",
            since_boot.as_micros()
        ));
    }

    /// What goes on, for people.
    pub(super) fn status(&self, status: &str) {
        self.tell(&line(status));
    }

    /// The drain has begun.
    pub(super) fn stopping(&self) {
        self.tell("STOPPING=1\nSTATUS=answering what is in flight");
    }

    /// Says what must arrive; waits a little where the manager is busy.
    fn tell(&self, message: &str) {
        for _ in 0..TRIES {
            match self.send(message) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => sleep(PAUSE),
                Ok(()) => return,
                Err(error) => {
                    tracing::warn!(%error, "the service manager cannot be told");
                    return;
                }
            }
        }
        tracing::warn!("the service manager takes no message");
    }

    fn send(&self, message: &str) -> io::Result<()> {
        let Some((socket, address)) = &self.socket else {
            return Ok(());
        };
        socket
            .send_to_addr(message.as_bytes(), address)
            .map(|_bytes| ())
    }
}

fn open(path: &OsStr) -> io::Result<(UnixDatagram, SocketAddr)> {
    let address = match path.as_bytes().strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(path)?,
    };
    let socket = UnixDatagram::unbound()?;
    socket.set_nonblocking(true)?;
    Ok((socket, address))
}

fn extension() -> String {
    format!("EXTEND_TIMEOUT_USEC={}", EXTENSION.as_micros())
}

/// A status is one line.
fn line(status: &str) -> String {
    format!("STATUS={}", status.replace(char::is_control, " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manager(watchdog: Option<Duration>) -> (tempfile::TempDir, UnixDatagram, Manager) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("notify");
        let heard = UnixDatagram::bind(&path).unwrap();
        heard.set_nonblocking(true).unwrap();
        let manager = Manager {
            socket: Some(open(path.as_os_str()).unwrap()),
            watchdog,
            ..Manager::default()
        };
        (directory, heard, manager)
    }

    fn heard(socket: &UnixDatagram) -> Option<String> {
        let mut buffer = [0; 512];
        let length = socket.recv(&mut buffer).ok()?;
        Some(String::from_utf8_lossy(&buffer[..length]).into_owned())
    }

    #[test]
    fn a_start_that_gets_on_is_given_time_and_a_ledger_that_gets_on_feeds_the_watchdog() {
        let interval = Duration::from_millis(200);
        let (_directory, socket, manager) = manager(Some(interval));
        manager.ledger_progressed();
        manager.ledger_progressed();
        assert_eq!(
            heard(&socket).as_deref(),
            Some("EXTEND_TIMEOUT_USEC=120000000")
        );
        assert_eq!(heard(&socket), None, "not again at once");
        manager.ready("a\nREADY=0");
        let ready = heard(&socket).unwrap();
        assert!(ready.starts_with("READY=1\nMAINPID="), "{ready}");
        assert!(ready.ends_with("\nSTATUS=a READY=0"), "{ready}");
        let start = Instant::now();
        let mut signs = 0;
        while start.elapsed() < interval {
            manager.ledger_progressed();
            signs += usize::from(heard(&socket).is_some_and(|text| text == "WATCHDOG=1"));
        }
        assert!((1..=4).contains(&signs), "{signs}");
    }

    #[test]
    fn a_manager_that_reads_nothing_holds_nobody_up() {
        let (_directory, _socket, manager) = manager(Some(Duration::from_nanos(4)));
        manager.is_ready.store(true, Ordering::Release);
        let start = Instant::now();
        for _ in 0..100_000 {
            manager.ledger_progressed();
        }
        assert!(start.elapsed() < Duration::from_secs(20));
        let full = manager.send("x").unwrap_err();
        assert_eq!(full.kind(), ErrorKind::WouldBlock);
    }

    #[test]
    fn without_a_manager_nothing_is_said() {
        let manager = Manager::default();
        manager.ready("x");
        manager.ledger_progressed();
        manager.stopping();
    }
}
