//! The one road to the data: a request to the application, wherever it runs.
//!
//! A command takes the data directory's lock and answers itself; or a server has it, and answers
//! on its control socket; or neither works for a moment, and it tries again.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::error::CliError;
use super::local::Local;
use super::members::Members as _;
use super::request::{Request, Response, Target};
use super::socket::ControlSocket;
use crate::config::Config;
use crate::ledger::{DATABASE_FILE, DataDir, LockError};

/// How long a command waits for a data directory that is in use by something that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it waits between two tries.
const PAUSE: Duration = Duration::from_millis(40);
/// The most that a list gives at once.
const PAGE: &str = "100";

/// A way to the application.
pub(super) enum Client {
    /// A server runs; it answers on its control socket.
    Socket(ControlSocket),
    /// None runs; this process is the application for a moment.
    Local(Box<Local>),
}

/// Who has the data directory.
pub(super) enum Taken {
    /// This process, from now on.
    Ours(DataDir),
    /// A server that answers on its control socket.
    Theirs {
        /// The way to it.
        socket: ControlSocket,
        /// What it wrote about itself.
        holder: String,
    },
}

/// Takes the data directory, or finds the server that has it, or tries again for a while: a server
/// may just be starting or stopping, and another command takes it for a moment only.
pub(super) fn take(directory: &Path, purpose: &str) -> Result<Taken, CliError> {
    let start = Instant::now();
    loop {
        let holder = match DataDir::take(directory, purpose) {
            Ok(taken) => return Ok(Taken::Ours(taken)),
            Err(LockError::Held { holder, .. }) => holder,
            Err(LockError::Store(source)) => {
                let doing = format!("cannot use the data directory `{}`", directory.display());
                return Err(CliError::failed(doing, source));
            }
        };
        if let Some(socket) = ControlSocket::find(directory, &holder)? {
            return Ok(Taken::Theirs { socket, holder });
        }
        if start.elapsed() >= PATIENCE {
            return Err(CliError::Busy(format!(
                "the data directory `{}` is in use by {holder}, which does not answer on its \
                 control socket; wait for it, or end it",
                directory.display()
            )));
        }
        sleep(PAUSE);
    }
}

impl Client {
    /// Finds the way.
    pub(super) fn open(config: &Config, purpose: &str) -> Result<Self, CliError> {
        match take(&config.server.data_dir, purpose)? {
            Taken::Theirs { socket, .. } => Ok(Self::Socket(socket)),
            Taken::Ours(directory) => Local::open(config, directory)
                .map(Box::new)
                .map(Self::Local),
        }
    }

    /// Whether there is a database in that directory.
    pub(super) fn has_data(directory: &Path) -> Result<bool, CliError> {
        let database = directory.join(DATABASE_FILE);
        database.try_exists().map_err(|source| {
            CliError::failed(format!("cannot look for `{}`", database.display()), source)
        })
    }

    /// Whether a server answers, and not this process.
    pub(super) fn is_served(&self) -> bool {
        matches!(self, Self::Socket(_))
    }

    /// Asks; gives the document of a success.
    pub(super) fn ask(&self, request: &Request) -> Result<Value, CliError> {
        self.send(request)?.document()
    }

    /// Asks; gives the bytes of a success, and where the next page is.
    pub(super) fn fetch(&self, request: &Request) -> Result<(Vec<u8>, Option<String>), CliError> {
        self.send(request)?.bytes()
    }

    /// The same way, with more patience for what takes long.
    pub(super) fn patient(self, patience: Duration) -> Self {
        match self {
            Self::Socket(socket) => Self::Socket(socket.with_patience(patience)),
            Self::Local(local) => Self::Local(local),
        }
    }

    /// Everything on a list that comes in pages, and `{"data": […]}` of it.
    pub(super) fn list(&self, target: impl Fn() -> Target) -> Result<Listed, CliError> {
        let mut rows = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let page = target()
                .query("limit", PAGE)
                .query_if("cursor", cursor.as_deref());
            let mut page = self.ask(&Request::get(page))?;
            if let Some(found) = page.get_mut("data").and_then(Value::as_array_mut) {
                rows.append(found);
            }
            cursor = page.text("next_cursor").map(str::to_owned);
            if cursor.is_none() {
                return Ok(Listed(rows));
            }
        }
    }

    /// Everything on a list that is a bare array, page by page.
    pub(super) fn every(&self, target: Target) -> Result<Value, CliError> {
        let mut rows = Vec::new();
        let mut next = Some(String::from(target.query("limit", PAGE)));
        while let Some(target) = next {
            let mut page = self.send(&Request::get(target))?;
            next = page.next.take();
            if let Value::Array(mut found) = page.document()? {
                rows.append(&mut found);
            }
        }
        Ok(Value::Array(rows))
    }

    fn send(&self, request: &Request) -> Result<Response, CliError> {
        match self {
            Self::Socket(socket) => socket.send(request),
            Self::Local(local) => Ok(local.send(request)),
        }
    }
}

/// All rows of a list.
#[derive(Debug)]
pub(super) struct Listed(pub(super) Vec<Value>);

impl Listed {
    /// As the API would answer it, were pages without end.
    pub(super) fn document(&self) -> Value {
        json!({"data": self.0, "has_more": false, "next_cursor": null})
    }
}
