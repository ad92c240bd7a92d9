//! The journal's own protocol (systemd's "Native Journal Protocol"): one datagram a message, its
//! fields by name, so that `journalctl REQUEST_ID=…` finds all that was said about a request.

use std::fmt;
use std::io::{self, Write as _};
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::sys::stat::fstat;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

/// Where the journal listens.
const SOCKET: &str = "/run/systemd/journal/socket";
/// Another place for it; for tests.
const SOCKET_VARIABLE: &str = "PORTCULLIS_TEST_JOURNAL_SOCKET";
/// Bytes of one value; a datagram of a few of these is taken without special arrangements.
const MAX_VALUE_BYTES: usize = 32 * 1024;
/// How long a message waits for a journal that is busy, before it goes to stderr instead.
const PATIENCE: Duration = Duration::from_secs(1);
/// Names that the journal gives a meaning of its own.
const TAKEN: [&str; 6] = [
    "MESSAGE",
    "PRIORITY",
    "MESSAGE_ID",
    "SYSLOG_IDENTIFIER",
    "TARGET",
    "ERRNO",
];

/// Sends every event to the journal.
#[derive(Debug)]
pub(super) struct Journal {
    socket: UnixDatagram,
    path: PathBuf,
}

impl Journal {
    /// The journal of this machine, when it listens.
    pub(super) fn of_this_machine() -> io::Result<Self> {
        let path = std::env::var_os(SOCKET_VARIABLE).map_or_else(|| SOCKET.into(), PathBuf::from);
        Self::at(&path)
    }

    fn at(path: &Path) -> io::Result<Self> {
        let socket = UnixDatagram::unbound()?;
        socket.set_write_timeout(Some(PATIENCE))?;
        // Each message is sent to the path: a journal that was started anew is found again.
        UnixDatagram::unbound()?.connect(path)?;
        Ok(Self {
            socket,
            path: path.to_owned(),
        })
    }
}

/// Whether stderr leads to the journal, as the service manager says in `JOURNAL_STREAM` (device and
/// inode, see systemd.exec(5)); whoever sends it elsewhere afterwards means it.
pub(super) fn is_stderr() -> bool {
    let stream = std::env::var("JOURNAL_STREAM").unwrap_or_default();
    let Some((device, inode)) = stream.split_once(':') else {
        return false;
    };
    fstat(io::stderr()).is_ok_and(|stderr| {
        device.parse() == Ok(stderr.st_dev) && inode.parse() == Ok(stderr.st_ino)
    })
}

impl<S: Subscriber> Layer<S> for Journal {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let message = Message::of(event);
        if self.socket.send_to(&message.bytes, &self.path).is_err() {
            // Nothing is lost as long as anybody listens; when stderr is gone too, nobody does.
            writeln!(io::stderr(), "{}", message.text).ok();
        }
    }
}

/// A message on its way.
#[derive(Default)]
struct Message {
    /// What people read: the message with its fields.
    text: String,
    fields: String,
    bytes: Vec<u8>,
}

impl Message {
    fn of(event: &Event<'_>) -> Self {
        let mut message = Self::default();
        event.record(&mut message);
        message.text.push_str(&message.fields);
        let text = message.text.clone();
        message.add("MESSAGE", &text);
        message.add("PRIORITY", priority(*event.metadata().level()));
        message.add("SYSLOG_IDENTIFIER", "portcullis");
        message.add("TARGET", event.metadata().target());
        message
    }

    /// A field: `NAME=value`, or with the value's length where it has more than one line.
    fn add(&mut self, name: &str, value: &str) {
        let value = shortened(value);
        self.bytes.extend_from_slice(name.as_bytes());
        if value.contains('\n') {
            self.bytes.push(b'\n');
            let length = value.len() as u64;
            self.bytes.extend_from_slice(&length.to_le_bytes());
        } else {
            self.bytes.push(b'=');
        }
        self.bytes.extend_from_slice(value.as_bytes());
        self.bytes.push(b'\n');
    }

    fn field(&mut self, field: &Field, value: &str) {
        if field.name() == "message" {
            self.text.push_str(value);
            return;
        }
        let name = field_name(field.name());
        // Whatever the bridge from the `log` crate adds is in the other fields already.
        if field.name().starts_with("log.") {
            return;
        }
        self.add(&name, value);
        let plain = value.replace(char::is_control, "?");
        for part in [" ", field.name(), "=", &plain] {
            self.fields.push_str(part);
        }
    }
}

impl Visit for Message {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.field(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.field(field, &format!("{value:?}"));
    }
}

/// A name as the journal takes it: capitals, digits and underscores, the first a capital.
fn field_name(name: &str) -> String {
    let plain = |letter: char| match letter.to_ascii_uppercase() {
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '_',
    };
    let name: String = name.chars().map(plain).take(60).collect();
    let is_plain = name.starts_with(|first: char| first.is_ascii_uppercase());
    if is_plain && !TAKEN.contains(&name.as_str()) {
        name
    } else {
        format!("F_{name}")
    }
}

fn shortened(value: &str) -> &str {
    let mut end = value.len().min(MAX_VALUE_BYTES);
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    value.get(..end).unwrap_or_default()
}

/// The levels of syslog(3).
fn priority(level: Level) -> &'static str {
    match level {
        Level::ERROR => "3",
        Level::WARN => "4",
        Level::INFO => "6",
        Level::DEBUG | Level::TRACE => "7",
    }
}

#[cfg(test)]
mod tests {
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::*;

    #[test]
    fn names_are_what_the_journal_takes() {
        for (name, expect) in [
            ("request_id", "REQUEST_ID"),
            ("log.line", "LOG_LINE"),
            ("_secret", "F__SECRET"),
            ("1st", "F_1ST"),
            ("priority", "F_PRIORITY"),
            ("", "F_"),
        ] {
            assert_eq!(field_name(name), expect, "{name}");
        }
    }

    #[test]
    fn a_message_is_one_datagram_with_its_fields() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("socket");
        assert!(Journal::at(&path).is_err(), "nobody listens");
        let socket = UnixDatagram::bind(&path).unwrap();
        let journal = Journal::at(&path).unwrap();
        let subscriber = tracing_subscriber::registry().with(journal);
        tracing::subscriber::with_default(subscriber, || {
            tracing::warn!(target: "a::b", request_id = "r1", status = 503, "two\nlines");
            tracing::error!("{}", "é".repeat(MAX_VALUE_BYTES));
        });
        let mut buffer = vec![0; 300_000];
        let length = socket.recv(&mut buffer).unwrap();
        let long = "two\nlines request_id=r1 status=503";
        let mut expect = b"REQUEST_ID=r1\nSTATUS=503\nMESSAGE\n".to_vec();
        expect.extend_from_slice(&(long.len() as u64).to_le_bytes());
        expect.extend_from_slice(long.as_bytes());
        expect.extend_from_slice(b"\nPRIORITY=4\nSYSLOG_IDENTIFIER=portcullis\nTARGET=a::b\n");
        assert_eq!(
            String::from_utf8_lossy(&buffer[..length]),
            String::from_utf8_lossy(&expect)
        );
        let length = socket.recv(&mut buffer).unwrap();
        assert!(length < MAX_VALUE_BYTES + 200, "{length}");
        assert!(std::str::from_utf8(&buffer[..length]).is_ok());
    }
}
