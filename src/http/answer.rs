//! Answers: a response, or the promise of one that the ledger keeps.

use std::future::IntoFuture as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use rouille::Response;
use serde::Serialize;

use super::wire::Source;
use crate::app::Error;
use crate::app::versions::Versioned;
use crate::ledger::RecordedChange;

/// What a handler gives back.
pub enum Outcome {
    /// A response.
    Ready(Response),
    /// The promise of one.
    Later(Box<dyn Kept>),
    /// The head of one, and what is told after it for as long as the caller listens.
    Stream(Response, Box<dyn Source>),
}

/// What a handler returns.
pub type Handled = Result<Outcome, Error>;

/// A promise that the ledger keeps.
pub trait Kept: Send {
    /// Ready with the outcome, or registers the waker.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Response, Error>>;
    /// Blocks until the outcome is there.
    fn wait(self: Box<Self>) -> Result<Response, Error>;
}

/// A JSON answer with status 200.
pub fn json(body: &impl Serialize) -> Result<Response, Error> {
    json_with(200, body)
}

/// A JSON answer with another status.
pub fn json_with(status: u16, body: &impl Serialize) -> Result<Response, Error> {
    let bytes = serde_json::to_vec(body)
        .map_err(|error| Error::Internal(format!("an answer cannot be written: {error}")))?;
    Ok(Response::from_data("application/json", bytes).with_status_code(status))
}

/// A JSON answer about an object, with the name of its version.
pub fn versioned(body: &impl Serialize, object: &impl Versioned) -> Result<Response, Error> {
    let version = format!("\"{}\"", object.version());
    Ok(json(body)?.with_additional_header("ETag", version))
}

/// A finished JSON answer with status 200.
pub fn ready(body: &impl Serialize) -> Handled {
    json(body).map(Outcome::Ready)
}

/// A change's answer: made from what it gave once its record is on the disk.
pub fn after_change<T, F>(promise: crate::app::Promise<T>, finish: F) -> Outcome
where
    T: Send + 'static,
    F: FnOnce(T) -> Result<Response, Error> + Send + 'static,
{
    after(promise, move |recorded: RecordedChange<T>| {
        finish(recorded.value)
    })
}

/// An answer made from what a promise gives.
pub fn after<T, E, F>(promise: oneshot::Receiver<Result<T, E>>, finish: F) -> Outcome
where
    T: Send + 'static,
    E: Into<Error> + Send + 'static,
    F: FnOnce(T) -> Result<Response, Error> + Send + 'static,
{
    Outcome::Later(Box::new(Promised {
        state: State::Untouched(promise),
        finish: Some(finish),
    }))
}

/// An answer that the ledger gave already, for a handler that waited for it: what it refused is on
/// record.
pub fn settled(outcome: Result<Response, Error>) -> Outcome {
    Outcome::Later(Box::new(Settled(Some(outcome))))
}

struct Settled(Option<Result<Response, Error>>);

impl Kept for Settled {
    fn poll(&mut self, _: &mut Context<'_>) -> Poll<Result<Response, Error>> {
        Poll::Ready(self.0.take().unwrap_or(Err(Error::Unavailable)))
    }

    fn wait(mut self: Box<Self>) -> Result<Response, Error> {
        self.0.take().unwrap_or(Err(Error::Unavailable))
    }
}

enum State<T> {
    Untouched(oneshot::Receiver<T>),
    Polled(<oneshot::Receiver<T> as std::future::IntoFuture>::IntoFuture),
    Taken,
}

struct Promised<T, E, F> {
    state: State<Result<T, E>>,
    finish: Option<F>,
}

impl<T, E, F> Promised<T, E, F>
where
    E: Into<Error>,
    F: FnOnce(T) -> Result<Response, Error>,
{
    /// The sender never goes away without a word while the ledger lives.
    fn finish(&mut self, got: Option<Result<T, E>>) -> Result<Response, Error> {
        let value = got.ok_or(Error::Unavailable)?.map_err(Into::into)?;
        let finish = self.finish.take().ok_or(Error::Unavailable)?;
        finish(value)
    }
}

impl<T, E, F> Kept for Promised<T, E, F>
where
    T: Send,
    E: Into<Error> + Send,
    F: FnOnce(T) -> Result<Response, Error> + Send,
{
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Response, Error>> {
        let mut receiver = match std::mem::replace(&mut self.state, State::Taken) {
            State::Untouched(receiver) => receiver.into_future(),
            State::Polled(receiver) => receiver,
            State::Taken => return Poll::Ready(Err(Error::Unavailable)),
        };
        let polled = std::future::Future::poll(Pin::new(&mut receiver), context);
        if polled.is_pending() {
            self.state = State::Polled(receiver);
        }
        let got = ready!(polled);
        Poll::Ready(self.finish(got.ok()))
    }

    fn wait(mut self: Box<Self>) -> Result<Response, Error> {
        let got = match std::mem::replace(&mut self.state, State::Taken) {
            State::Untouched(receiver) => receiver.recv().ok(),
            State::Polled(_) | State::Taken => None,
        };
        self.finish(got)
    }
}
