//! What crosses between `edge` and `http`: plain values, no sockets, no async, no rouille.
//!
//! `edge` turns bytes into an [`Incoming`], asks the [`Service`] for an [`Answer`], and turns the
//! [`Reply`] back into bytes. Either side can be tested without the other.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::task::{Context, Poll};

use crate::tls::PeerCertificate;

/// The road a request came in on; it decides what an uncredentialled caller may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// A public listener: every caller must prove who it is.
    Network,
    /// The control socket in the data directory: whoever can open it is the local owner.
    Control,
    /// The metrics listener: serves `/metrics` and `/health`, nothing else.
    Metrics,
    /// A listener without encryption beside those that have it: sends everybody to `https`.
    Redirect,
}

/// The head of a request, before its body was read.
#[derive(Debug, Clone)]
pub struct Head {
    /// The method as sent, for example `POST`.
    pub method: String,
    /// Path and query as sent, for example `/api/logs?limit=5`; always starts with `/`.
    pub target: String,
    /// Header names in lower case with their values, in the order sent. Values that are not
    /// UTF-8 have been replaced by their lossy reading.
    pub headers: Vec<(String, String)>,
    /// The client's address: the peer's, or the one that a trusted proxy names; `None` on a Unix
    /// socket.
    pub peer: Option<SocketAddr>,
    /// The road it came in on.
    pub lane: Lane,
    /// Whether the client's connection is encrypted: by this process, or, as a trusted proxy says,
    /// by that.
    pub secure: bool,
    /// The certificate that the client showed in the handshake, when it did.
    pub certificate: Option<Arc<PeerCertificate>>,
}

impl Head {
    /// The first value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    /// The path without the query.
    pub fn path(&self) -> &str {
        self.target
            .split_once('?')
            .map_or(self.target.as_str(), |(path, _)| path)
    }
}

/// One complete, bounded request.
#[derive(Debug)]
pub struct Incoming {
    /// The head.
    pub head: Head,
    /// The whole body, at most the limit that [`Plan::max_body_bytes`] gave.
    pub body: Vec<u8>,
}

/// Where a request runs and what it may use, decided from its head alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Which thread may run it.
    pub run: Run,
    /// Whether it may use a reserved seat when the house is full (health, kills, operators).
    pub reserved_seat: bool,
    /// The largest body that will be read for it.
    pub max_body_bytes: usize,
    /// On whose account it takes a worker.
    pub party: Option<Party>,
}

/// On whose account a request takes a worker: nobody is given so many at once that others wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// A customer, whatever it came with.
    Customer([u8; 16]),
    /// An operator.
    Operator([u8; 16]),
    /// All those together whom the route does not admit: they are refused, and nobody pays for it.
    Stranger,
}

/// Which thread runs a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// It touches memory and the ledger's queue only, never a disk, a lock that is held long or
    /// a slow hash: it may run on the thread that read it (bodies of at most 64 KiB).
    Inline,
    /// It may read the database or hash a password: it runs on the bounded worker pool.
    Worker,
}

/// A finished response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// Headers without `Content-Length`, `Connection` and `Date`, which the edge adds.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
}

/// A response, or the promise of one that the ledger keeps when the batch is down.
pub enum Answer {
    /// It is here.
    Now(Reply),
    /// It comes later; nobody holds a thread for it meanwhile.
    Later(Box<dyn Pending>),
    /// Its head is here, without a body; the body is told piece by piece for as long as it has
    /// something to tell. Nobody holds a thread for it.
    Stream(Reply, Box<dyn Source>),
}

/// What a stream has to say now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Nothing.
    Nothing,
    /// This, and later perhaps more.
    More(Vec<u8>),
    /// This, and that is the end.
    Last(Vec<u8>),
}

/// A body that is told while things happen. Dropping it says that its caller is gone.
pub trait Source: Send {
    /// What there is to say now; asked several times a second while the caller takes what it was
    /// told, so it must be quick, must not block, and puts together what happened since.
    fn next(&mut self) -> Piece;
    /// The last words, when the edge ends the stream by itself; nothing is asked afterwards.
    fn farewell(&mut self) -> Vec<u8>;
}

/// A promised response. Dropping it tells the other side that its caller is gone.
pub trait Pending: Send {
    /// Ready with the reply, or registers the waker and is called again.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Reply>;
    /// Blocks this thread until the reply is there.
    fn wait(self: Box<Self>) -> Reply;
}

impl Answer {
    /// Blocks this thread until the reply is there. Of a stream it is the head with the first piece.
    pub fn wait(self) -> Reply {
        match self {
            Self::Now(reply) => reply,
            Self::Later(pending) => pending.wait(),
            Self::Stream(mut reply, mut source) => {
                match source.next() {
                    Piece::Nothing => {}
                    Piece::More(bytes) | Piece::Last(bytes) => reply.body = bytes,
                }
                reply
            }
        }
    }
}

/// What the edge itself refuses, before or without asking the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The bytes are not an HTTP request (400).
    MalformedRequest,
    /// The head or the body did not arrive in time (408).
    RequestTimeout,
    /// The body is larger than the route takes (413).
    BodyTooLarge {
        /// The limit that was passed.
        limit_bytes: usize,
    },
    /// The head is larger, or has more headers, than the listener takes (431).
    HeadTooLarge,
    /// No seat or no worker was free (503).
    Overloaded,
    /// As many requests of the same party wait for a worker as may (429).
    TooManyWaiting,
    /// An `Expect` header that is not `100-continue` (417).
    ExpectationFailed,
    /// Plain HTTP where TLS is spoken (400).
    HttpsNeeded,
    /// The handler panicked (500).
    Panicked,
}

/// The application as the edge sees it.
pub trait Service: Send + Sync + 'static {
    /// Decides from the head where the request runs. Must not block.
    fn plan(&self, head: &Head) -> Plan;
    /// Answers one request. May block when [`Plan::run`] said [`Run::Worker`].
    fn answer(&self, incoming: Incoming) -> Answer;
    /// The problem document for something the edge refuses itself; `head` is `None` when none
    /// could be read. Must not block.
    fn refuse(&self, refusal: Refusal, head: Option<&Head>) -> Reply;
}

/// What the edge counts, for `/metrics`.
#[derive(Debug, Default)]
pub struct EdgeStats {
    /// Connections open now.
    pub connections_open: AtomicU64,
    /// Connections accepted since the start.
    pub connections_total: AtomicU64,
    /// Connections turned away because the house was full.
    pub connections_refused_total: AtomicU64,
    /// Requests handed to the application since the start.
    pub requests_total: AtomicU64,
    /// Requests the edge refused itself (400, 408, 413, 431, 503).
    pub refusals_total: AtomicU64,
    /// Handlers that panicked.
    pub panics_total: AtomicU64,
    /// TLS handshakes that came to a connection.
    pub tls_handshakes_total: AtomicU64,
    /// TLS handshakes that failed: a version, a certificate, a deadline, or no TLS at all.
    pub tls_handshakes_failed_total: AtomicU64,
    /// Requests whose trusted proxy named no address that can be read.
    pub forwarded_unreadable_total: AtomicU64,
    /// Answers open now that tell what happens while it happens.
    pub streams_open: AtomicU64,
    /// Worker threads busy now.
    pub workers_busy: AtomicU64,
    /// Requests waiting for a worker now.
    pub workers_queued: AtomicU64,
    /// Whether the drain has begun.
    pub is_draining: AtomicBool,
}
