//! The application inside this process, for as long as one command needs it.

use super::error::CliError;
use super::request::{Request, Response, next_page};
use super::server::{Encryption, Server};
use crate::config::Config;
use crate::http::wire::{Answer, Head, Incoming, Lane, Refusal, Service};
use crate::ledger::{DataDir, Hooks};

/// The application over a data directory that this process has taken. Dropping it writes what is
/// to be written and gives the directory back.
pub(super) struct Local {
    server: Server,
}

impl Local {
    pub(super) fn open(config: &Config, directory: DataDir) -> Result<Self, CliError> {
        // Nobody else is served here, so nobody else must be told: the answer says that it failed.
        let server = Server::open(config, directory, Encryption::default(), Hooks::default())?;
        Ok(Self { server })
    }

    /// Asks, and waits for the answer.
    pub(super) fn send(&self, request: &Request) -> Response {
        finished(start(&*self.server.service, request))
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        self.server.close();
    }
}

/// Asks as the control socket would; the answer may still be on its way to the disk.
pub(super) fn start(service: &dyn Service, request: &Request) -> Answer {
    let headers = request.headers().into_iter();
    let head = Head {
        method: request.method.to_owned(),
        target: request.target.clone(),
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.as_str().to_owned()))
            .collect(),
        peer: None,
        lane: Lane::Control,
        secure: false,
        certificate: None,
    };
    let body = request.body_bytes();
    let limit_bytes = service.plan(&head).max_body_bytes;
    if body.len() > limit_bytes {
        let refusal = Refusal::BodyTooLarge { limit_bytes };
        return Answer::Now(service.refuse(refusal, Some(&head)));
    }
    service.answer(Incoming { head, body })
}

/// Waits for an answer.
pub(super) fn finished(answer: Answer) -> Response {
    let reply = answer.wait();
    let mut headers = reply.headers.iter();
    let link = headers.find(|(name, _)| name.eq_ignore_ascii_case("link"));
    Response {
        status: reply.status,
        body: reply.body,
        next: link.and_then(|(_, value)| next_page(value)),
    }
}
