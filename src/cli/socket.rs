//! The control socket: HTTP/1.1 over a Unix socket in the data directory, one request a connection.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::fd::AsRawFd as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::error::CliError;
use super::request::{Request, Response, next_page};

/// The socket's name in the data directory.
const SOCKET_FILE: &str = "control.sock";
/// How long an answer may take. An entry waits at most a minute in the ledger's queue, and is
/// answered then in any case.
const ANSWER_DEADLINE: Duration = Duration::from_secs(75);
/// The largest answer that is read.
const MAX_ANSWER_BYTES: u64 = 64 * 1024 * 1024;
/// The most headers that an answer may have.
const MAX_HEADERS: usize = 64;
/// Longest path of a Unix socket in bytes (`sun_path` in unix(7), without the final NUL).
const MAX_PATH_BYTES: usize = 107;

/// The path of a data directory's control socket, short enough for a socket address: a long one is
/// reached through the open directory.
#[derive(Debug)]
pub(super) struct ControlPath {
    path: PathBuf,
    _directory: Option<File>,
}

impl ControlPath {
    pub(super) fn of(directory: &Path) -> io::Result<Self> {
        let path = directory.join(SOCKET_FILE);
        if path.as_os_str().as_bytes().len() <= MAX_PATH_BYTES {
            return Ok(Self {
                path,
                _directory: None,
            });
        }
        let directory = File::open(directory)?;
        let path = format!("/proc/self/fd/{}/{SOCKET_FILE}", directory.as_raw_fd());
        Ok(Self {
            path: PathBuf::from(path),
            _directory: Some(directory),
        })
    }

    pub(super) fn as_path(&self) -> &Path {
        &self.path
    }
}

/// The way to a server that runs.
#[derive(Debug)]
pub(super) struct ControlSocket {
    path: ControlPath,
    holder: String,
    patience: Duration,
}

impl ControlSocket {
    /// The server that has the directory, if it answers.
    pub(super) fn find(directory: &Path, holder: &str) -> Result<Option<Self>, CliError> {
        let doing = || format!("cannot reach the control socket of {holder}");
        let path =
            ControlPath::of(directory).map_err(|source| CliError::failed(doing(), source))?;
        match UnixStream::connect(path.as_path()) {
            Ok(_) => Ok(Some(Self {
                path,
                holder: holder.to_owned(),
                patience: ANSWER_DEADLINE,
            })),
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::NotFound | ErrorKind::ConnectionRefused
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(CliError::failed(doing(), error)),
        }
    }

    /// The same, with less patience.
    pub(super) fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Asks, and waits for the answer.
    pub(super) fn send(&self, request: &Request) -> Result<Response, CliError> {
        let deadline = Instant::now() + self.patience;
        let bytes = self.exchange(request, deadline).map_err(|error| {
            if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) {
                return CliError::Busy(format!(
                    "{} did not answer within {} s; the change may still be made: look before you \
                     ask again",
                    self.holder,
                    self.patience.as_secs()
                ));
            }
            CliError::failed(format!("cannot talk to {}", self.holder), error)
        })?;
        parse(&bytes).map_err(|what| {
            CliError::Plain(format!("{} gave no usable answer: {what}", self.holder))
        })
    }

    fn exchange(&self, request: &Request, deadline: Instant) -> io::Result<Vec<u8>> {
        let mut stream = UnixStream::connect(self.path.as_path())?;
        stream.set_write_timeout(Some(self.patience))?;
        stream.write_all(&message(request))?;
        let mut bytes = Vec::new();
        let mut buffer = [0u8; 16 * 1024];
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.into());
            }
            stream.set_read_timeout(Some(left))?;
            let count = match stream.read(&mut buffer) {
                Ok(0) => return Ok(bytes),
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            bytes.extend(buffer.iter().take(count));
            if bytes.len() as u64 > MAX_ANSWER_BYTES {
                let text = format!("the answer is larger than {MAX_ANSWER_BYTES} bytes");
                return Err(io::Error::new(ErrorKind::FileTooLarge, text));
            }
        }
    }
}

fn message(request: &Request) -> Zeroizing<Vec<u8>> {
    let mut message = Zeroizing::new(Vec::with_capacity(1024));
    let mut add = |text: &str| message.extend_from_slice(text.as_bytes());
    for part in [request.method, " ", &request.target, " HTTP/1.1\r\n"] {
        add(part);
    }
    for (name, value) in request.headers() {
        for part in [name, ": ", &value, "\r\n"] {
            add(part);
        }
    }
    let body = Zeroizing::new(request.body_bytes());
    add(&format!(
        "connection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    ));
    message.extend_from_slice(&body);
    message
}

/// Reads a whole answer.
fn parse(bytes: &[u8]) -> Result<Response, &'static str> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let start = match head.parse(bytes) {
        Ok(httparse::Status::Complete(start)) => start,
        Ok(httparse::Status::Partial) if bytes.is_empty() => {
            return Err("it closed the connection");
        }
        Ok(httparse::Status::Partial) => return Err("it broke off"),
        Err(_) => return Err("it is not HTTP"),
    };
    let status = head.code.ok_or("it has no status")?;
    let length = head
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("content-length"))
        .and_then(|header| std::str::from_utf8(header.value).ok()?.parse().ok())
        .ok_or("it has no length")?;
    let link = head
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("link"))
        .and_then(|header| std::str::from_utf8(header.value).ok());
    let next = link.and_then(next_page);
    let body = bytes
        .get(start..)
        .and_then(|rest| rest.get(..length))
        .ok_or("it broke off")?
        .to_vec();
    Ok(Response { status, body, next })
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixListener;

    use serde_json::json;

    use super::*;

    #[test]
    fn whole_answers_are_read_and_broken_ones_are_not() {
        let read = |text: &str| parse(text.as_bytes()).map(|answer| (answer.status, answer.body));
        assert_eq!(
            read("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"),
            Ok((201, b"{}".to_vec()))
        );
        for (text, why) in [
            ("", "it closed the connection"),
            ("HTTP/1.1 200", "it broke off"),
            (
                "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}",
                "it broke off",
            ),
            ("HTTP/1.1 200 OK\r\n\r\n{}", "it has no length"),
            ("220 mail\r\n\r\n", "it is not HTTP"),
        ] {
            assert_eq!(read(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_socket_deep_in_the_tree_is_reached() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("d".repeat(60)).join("e".repeat(60));
        std::fs::create_dir_all(&deep).unwrap();
        let path = ControlPath::of(&deep).unwrap();
        assert!(ControlSocket::find(&deep, "nobody").unwrap().is_none());
        let listener = UnixListener::bind(path.as_path()).unwrap();
        let answering = std::thread::spawn(move || {
            // The first connection is the look whether anybody answers.
            listener.accept().unwrap();
            let (mut stream, _) = listener.accept().unwrap();
            let mut buffer = [0u8; 4096];
            let count = stream.read(&mut buffer).unwrap();
            stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")
                .unwrap();
            String::from_utf8_lossy(&buffer[..count]).into_owned()
        });
        let socket = ControlSocket::find(&deep, "nobody").unwrap().unwrap();
        let request = Request::post("/x", json!({"a": 1}));
        let answer = socket
            .send(&request.with_secret(Zeroizing::new("sk-1".to_owned())))
            .unwrap();
        assert_eq!(answer.status, 200);
        let sent = answering.join().unwrap();
        assert!(
            sent.starts_with("POST /x HTTP/1.1\r\nhost: localhost\r\n"),
            "{sent}"
        );
        assert!(sent.contains("authorization: Bearer sk-1\r\n"), "{sent}");
        assert!(
            sent.ends_with("content-length: 7\r\n\r\n{\"a\":1}"),
            "{sent}"
        );
    }
}
