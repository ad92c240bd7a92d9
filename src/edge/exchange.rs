//! One request and its answer: plan, body, handler, reply.
//!
//! hyper holds one exchange at a time for each connection and polls it in the connection's own
//! task. It is a plain state machine: an inline request whose body is there needs no task, no
//! timer and no allocation of its own.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use hyper::body::{Body, Incoming as EngineBody};
use hyper::header::STRICT_TRANSPORT_SECURITY;
use hyper::{Request, Response};
use tokio::sync::oneshot;

use super::arrival::{Arrival, Desk};
use super::body::{AnswerBody, Stream};
use super::house::{House, Share};
use super::reply::{Afterwards, bare_failure, response};
use super::seats::SeatKind;
use super::workers::Job;
use crate::http::wire::{Answer, Head, Incoming, Pending, Plan, Refusal, Reply, Run, Source};

/// The largest body that an io thread handles itself.
const MAX_INLINE_BODY_BYTES: usize = 64 * 1024;

/// One connection, as its exchanges see it.
pub(super) struct Visit {
    pub(super) house: Arc<House>,
    pub(super) desk: Arc<Desk>,
    pub(super) seat: SeatKind,
    /// Whether this process encrypts the connection.
    pub(super) is_encrypted_here: bool,
}

/// What hyper calls for each request of a connection.
pub(super) struct Clerk(pub(super) Arc<Visit>);

impl hyper::service::Service<Request<EngineBody>> for Clerk {
    type Response = Response<AnswerBody>;
    type Error = Infallible;
    type Future = Exchange;

    fn call(&self, request: Request<EngineBody>) -> Exchange {
        Exchange::begin(Arc::clone(&self.0), request.into_body())
    }
}

/// One request on its way to its answer.
pub(super) struct Exchange {
    visit: Arc<Visit>,
    state: State,
    afterwards: Afterwards,
    /// What a refusal needs to know of a head that the application has by now.
    outline: Option<Head>,
}

enum State {
    Ready(Reply),
    Reading(Box<BodyReading>),
    Queued(oneshot::Receiver<Option<Answer>>),
    Later(Box<dyn Pending>),
    /// The head of a stream, and what is told after it.
    Opening(Reply, Box<dyn Source>),
    Over,
}

impl Exchange {
    fn begin(visit: Arc<Visit>, body: EngineBody) -> Self {
        let mut exchange = Self {
            visit,
            state: State::Over,
            afterwards: Afterwards::AsUsual,
            outline: None,
        };
        exchange.state = match exchange.visit.desk.take() {
            Some(Arrival::Refused(refusal, head)) => {
                exchange.refuse_and_close(refusal, head.as_deref())
            }
            Some(Arrival::Whole {
                head,
                body,
                say_keep_alive,
            }) => {
                exchange.stay_open(say_keep_alive);
                exchange.start(head, |exchange, head, plan| {
                    if body.len() > plan.max_body_bytes {
                        return exchange.too_large(plan, &head);
                    }
                    exchange.hand_over(Incoming { head, body }, plan, None)
                })
            }
            Some(Arrival::Streaming {
                head,
                declared_bytes,
                say_keep_alive,
            }) => {
                exchange.stay_open(say_keep_alive);
                exchange.start(head, |exchange, head, plan| {
                    let limit = plan.max_body_bytes as u64;
                    if declared_bytes.is_some_and(|declared| declared > limit) {
                        return exchange.too_large(plan, &head);
                    }
                    exchange.visit.desk.set_reading_body(true);
                    let share = exchange.visit.house.bodies.share();
                    State::Reading(Box::new(BodyReading {
                        head,
                        plan,
                        body,
                        bytes: Vec::new(),
                        share,
                    }))
                })
            }
            // Cannot be: the gate puts an arrival down before it tells the engine of it.
            None => exchange.panicked(),
        };
        exchange
    }

    fn stay_open(&mut self, say_keep_alive: bool) {
        if say_keep_alive {
            self.afterwards = Afterwards::StaysOpen;
        }
    }

    /// Asks the application for its plan, and goes on with it if there is a seat for that.
    fn start(&mut self, head: Head, go_on: impl FnOnce(&mut Self, Head, Plan) -> State) -> State {
        let Some(plan) = self.visit.house.application.plan(&head) else {
            self.afterwards = Afterwards::Closes;
            return self.panicked();
        };
        if self.visit.seat != SeatKind::Regular {
            if !plan.reserved_seat {
                let stats = &self.visit.house.application.stats;
                stats
                    .connections_refused_total
                    .fetch_add(1, Ordering::Relaxed);
                return self.refuse_and_close(Refusal::Overloaded, Some(&head));
            }
            // One request, then the seat is free for the next.
            self.afterwards = Afterwards::Closes;
        }
        go_on(self, head, plan)
    }

    /// Gives the whole request to the thread that its plan names.
    fn hand_over(&mut self, incoming: Incoming, plan: Plan, share: Option<Share>) -> State {
        let house = &self.visit.house;
        self.outline = Some(outline(&incoming.head));
        if plan.run == Run::Inline && incoming.body.len() <= MAX_INLINE_BODY_BYTES {
            return match house.application.answer(incoming) {
                Some(answer) => self.answered(answer),
                None => self.panicked(),
            };
        }
        let (sender, receiver) = oneshot::channel();
        let job = Job {
            incoming,
            share,
            party: plan.party,
            answer: sender,
        };
        match house.workers.submit(job) {
            Ok(()) => State::Queued(receiver),
            // The body was read to its end, so the connection is in order and may go on.
            Err((refusal, job)) => {
                let application = &house.application;
                State::Ready(application.refuse(refusal, Some(&job.incoming.head)))
            }
        }
    }

    fn answered(&mut self, answer: Answer) -> State {
        match answer {
            Answer::Now(reply) => State::Ready(reply),
            Answer::Later(pending) => State::Later(pending),
            // A stream would keep a seat that is for one short request.
            Answer::Stream(..) if self.visit.seat != SeatKind::Regular => {
                let application = &self.visit.house.application;
                State::Ready(application.refuse(Refusal::Overloaded, self.outline.as_ref()))
            }
            Answer::Stream(reply, source) => State::Opening(reply, source),
        }
    }

    fn too_large(&mut self, plan: Plan, head: &Head) -> State {
        let limit_bytes = plan.max_body_bytes;
        self.refuse_and_close(Refusal::BodyTooLarge { limit_bytes }, Some(head))
    }

    /// Refuses a request whose bytes may still be arriving, so nothing can follow it.
    fn refuse_and_close(&mut self, refusal: Refusal, head: Option<&Head>) -> State {
        self.afterwards = Afterwards::Closes;
        self.visit.desk.close_after_refusal();
        State::Ready(self.visit.house.application.refuse(refusal, head))
    }

    fn panicked(&self) -> State {
        let application = &self.visit.house.application;
        State::Ready(application.refuse(Refusal::Panicked, self.outline.as_ref()))
    }

    /// One step; `Err` gives the state back when it must wait.
    fn step(&mut self, state: State, context: &mut Context<'_>) -> Result<State, State> {
        match state {
            State::Reading(mut reading) => {
                let Poll::Ready(read) = reading.poll(context, &self.visit.desk) else {
                    return Err(State::Reading(reading));
                };
                self.visit.desk.set_reading_body(false);
                let BodyReading {
                    head,
                    plan,
                    bytes,
                    share,
                    ..
                } = *reading;
                Ok(match read {
                    Ok(()) => {
                        let incoming = Incoming { head, body: bytes };
                        self.hand_over(incoming, plan, Some(share))
                    }
                    Err(refusal) => self.refuse_and_close(refusal, Some(&head)),
                })
            }
            State::Queued(mut receiver) => match Pin::new(&mut receiver).poll(context) {
                Poll::Pending => Err(State::Queued(receiver)),
                Poll::Ready(Ok(Some(answer))) => Ok(self.answered(answer)),
                Poll::Ready(Ok(None)) => Ok(self.panicked()),
                // The pool was closed over it: the drain is past its deadline.
                Poll::Ready(Err(_)) => Ok(self.refuse_and_close(Refusal::Overloaded, None)),
            },
            State::Later(mut pending) => {
                let application = &self.visit.house.application;
                match application.survive(|| pending.poll(context)) {
                    Some(Poll::Pending) => Err(State::Later(pending)),
                    Some(Poll::Ready(reply)) => Ok(State::Ready(reply)),
                    None => Ok(self.panicked()),
                }
            }
            State::Ready(_) | State::Opening(..) | State::Over => Ok(state),
        }
    }

    fn respond(&mut self, reply: Reply, stream: Option<Stream>) -> Response<AnswerBody> {
        // The engine learns of the drain after this poll; an answer made in it says so itself.
        if self.visit.house.stopper.is_stopping() {
            self.afterwards = Afterwards::Closes;
        }
        if stream.is_some() && self.afterwards == Afterwards::StaysOpen {
            // To HTTP/1.0 only the end of the connection is the end of a stream.
            self.afterwards = Afterwards::Closes;
        }
        let mut response = response(reply, self.afterwards)
            .map(|made| match stream {
                Some(stream) => made.map(|_| AnswerBody::Stream(Box::new(stream))),
                None => made.map(AnswerBody::Whole),
            })
            .or_else(|| {
                tracing::error!("the application made a reply that cannot be written");
                let application = &self.visit.house.application;
                let instead = application.refuse(Refusal::Panicked, self.outline.as_ref());
                response(instead, self.afterwards).map(|made| made.map(AnswerBody::Whole))
            })
            .unwrap_or_else(|| bare_failure().map(AnswerBody::Whole));
        if self.visit.is_encrypted_here
            && let Some(policy) = &self.visit.house.transport_policy
        {
            let headers = response.headers_mut();
            headers.insert(STRICT_TRANSPORT_SECURITY, policy.clone());
        }
        response
    }
}

impl Future for Exchange {
    type Output = Result<Response<AnswerBody>, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let mut state = std::mem::replace(&mut this.state, State::Over);
        loop {
            match state {
                State::Ready(reply) => {
                    this.visit.desk.answer_given();
                    return Poll::Ready(Ok(this.respond(reply, None)));
                }
                State::Opening(reply, source) => {
                    // The answer is given when the stream is dropped.
                    let stream = Stream::begin(source, Arc::clone(&this.visit));
                    return Poll::Ready(Ok(this.respond(reply, Some(stream))));
                }
                State::Over => return Poll::Ready(Ok(bare_failure().map(AnswerBody::Whole))),
                State::Reading(_) | State::Queued(_) | State::Later(_) => {}
            }
            match this.step(state, context) {
                Ok(next) => state = next,
                Err(waiting) => {
                    this.state = waiting;
                    return Poll::Pending;
                }
            }
        }
    }
}

/// The part of a head that a problem document is made from.
fn outline(head: &Head) -> Head {
    Head {
        method: head.method.clone(),
        target: head.target.clone(),
        headers: head
            .headers
            .iter()
            .filter(|(name, _)| name == "x-request-id")
            .cloned()
            .collect(),
        peer: head.peer,
        lane: head.lane,
        secure: head.secure,
        certificate: None,
    }
}

/// A body that was not there with its head.
struct BodyReading {
    head: Head,
    plan: Plan,
    body: EngineBody,
    bytes: Vec<u8>,
    share: Share,
}

impl BodyReading {
    fn poll(&mut self, context: &mut Context<'_>, desk: &Desk) -> Poll<Result<(), Refusal>> {
        let limit_bytes = self.plan.max_body_bytes;
        loop {
            let frame = match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Pending if desk.is_expired() => {
                    return Poll::Ready(Err(Refusal::RequestTimeout));
                }
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                // Not chunked as it must be, or broken off.
                Poll::Ready(Some(Err(_))) => return Poll::Ready(Err(Refusal::MalformedRequest)),
                Poll::Ready(Some(Ok(frame))) => frame,
            };
            // Trailers are read past.
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if self.bytes.len().saturating_add(data.len()) > limit_bytes {
                return Poll::Ready(Err(Refusal::BodyTooLarge { limit_bytes }));
            }
            if !self.share.grow(data.len()) {
                return Poll::Ready(Err(Refusal::Overloaded));
            }
            self.bytes.extend_from_slice(&data);
        }
    }
}
