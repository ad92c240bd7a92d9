//! The gate between the socket and the HTTP engine (hyper): no head passes unread.
//!
//! hyper answers what it cannot parse by itself, with an empty body and without telling anyone;
//! it closes silently when time runs out; it drops a repeated `Content-Length`, and takes a
//! length next to a transfer coding, before a service can see either. So the gate reads and
//! checks each head first ([`super::head`]), keeps it for the exchange, and tells hyper only
//! what it needs for its part of the work (body decoding, `100 Continue`, keep-alive, writing):
//! a short head of our own with the version, the framing and the connection option. A refused
//! request is replaced by a stand-in that is well-formed and has no body, whose answer is the
//! refusal. Thus a refusal takes the same road as every other answer: in its turn behind
//! pipelined requests, with a date and a length, under the write deadline.
//!
//! The gate follows the body's framing too, so it knows where the next head begins, and never
//! hands over a byte of it early.

use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, BytesMut};
use hyper::rt::ReadBufCursor;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::arrival::{Arrival, Desk};
use super::chunks::{ChunkScanner, Scan};
use super::head::{self, Checked, Framing, Origin, Parsed, Version};
use crate::http::wire::{Head, Refusal};

/// How much room is made for one read of heads, or of bodies.
const HEAD_READ_BYTES: usize = 4 * 1024;
const BODY_READ_BYTES: usize = 16 * 1024;

/// How long, and for how many bytes, a peer that was refused in the middle of sending may go on
/// before the socket is closed. To close at once would make the kernel send a reset, which can
/// destroy the refusal on its way.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 1024 * 1024;

/// What the gate expects next from the socket.
#[derive(Debug)]
enum Expecting {
    Head,
    /// So many bytes of a body.
    Body(u64),
    Chunks(ChunkScanner),
    /// Nothing: the connection ends with the refusal that is on its way.
    Nothing,
    /// Nothing, and the engine is to be told that the peer is gone.
    End,
}

/// The socket as hyper sees it.
#[derive(Debug)]
pub(super) struct Gate<S> {
    socket: S,
    desk: Arc<Desk>,
    origin: Origin,
    max_head_bytes: usize,
    max_headers: usize,
    expecting: Expecting,
    /// What came from the socket and was not used yet: at most a head and one read.
    inbox: BytesMut,
    /// How much of the inbox is known to hold no end of a head.
    searched_bytes: usize,
    /// The short head for the engine, and how much of it is handed over.
    relay: Vec<u8>,
    relayed_bytes: usize,
    /// The peer's end was seen while an answer was on its way.
    end_was_held_back: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Gate<S> {
    pub(super) fn new(
        socket: S,
        desk: Arc<Desk>,
        origin: Origin,
        max_head_bytes: usize,
        max_headers: usize,
    ) -> Self {
        Self {
            socket,
            desk,
            origin,
            max_head_bytes,
            max_headers,
            expecting: Expecting::Head,
            inbox: BytesMut::new(),
            searched_bytes: 0,
            relay: Vec::new(),
            relayed_bytes: 0,
            end_was_held_back: false,
        }
    }

    /// Refuses whoever is there without reading anything.
    pub(super) fn refuse(&mut self, refusal: Refusal, head: Option<Box<Head>>) {
        self.relay
            .extend_from_slice(b"GET / HTTP/1.1\r\nconnection: close\r\n\r\n");
        self.expecting = Expecting::Nothing;
        self.desk.put(Arrival::Refused(refusal, head));
    }

    /// Ends the connection: says that nothing more will come, and takes for a moment what the
    /// peer is still sending when it was refused.
    pub(super) async fn close(mut self) {
        // To say goodbye over TLS takes a write, and the peer may take no more.
        let said = tokio::time::timeout(LINGER, self.socket.shutdown()).await;
        if !matches!(said, Ok(Ok(()))) || !self.desk.is_closing_after_refusal() {
            return;
        }
        let socket = &mut self.socket;
        let mut sink = vec![0; BODY_READ_BYTES];
        let drain = async {
            let mut taken = 0_usize;
            while let Ok(count @ 1..) = socket.read(&mut sink).await {
                taken = taken.saturating_add(count);
                if taken > LINGER_BYTES {
                    break;
                }
            }
        };
        // Whether the peer stopped or the time is over, the connection ends here.
        tokio::time::timeout(LINGER, drain).await.ok();
    }

    /// Fills the relay with the next head; `false` when there will be none.
    fn poll_head(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        loop {
            self.skip_empty_lines();
            if self.inbox.len() > self.searched_bytes && self.take_head() {
                return Poll::Ready(Ok(true));
            }
            if self.desk.is_expired() {
                if self.inbox.is_empty() {
                    self.expecting = Expecting::End;
                    return Poll::Ready(Ok(false));
                }
                self.refuse(Refusal::RequestTimeout, None);
                return Poll::Ready(Ok(true));
            }
            let read = self.poll_fill(context, HEAD_READ_BYTES);
            if read.is_pending() {
                self.desk.set_partial_head(!self.inbox.is_empty());
            }
            if ready!(read)? == 0 {
                return self.poll_end(context);
            }
        }
    }

    /// The peer sends no more.
    fn poll_end(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        if !self.inbox.is_empty() {
            self.refuse(Refusal::MalformedRequest, None);
            return Poll::Ready(Ok(true));
        }
        // hyper asks for more while an answer is being made, to learn that the peer is gone,
        // and then drops the answer. A peer that sent its last request together with its end
        // deserves an answer that is there at once, so the end is told one poll later.
        if self.desk.is_answering() && !self.end_was_held_back {
            self.end_was_held_back = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.expecting = Expecting::End;
        Poll::Ready(Ok(false))
    }

    /// RFC 9112 section 2.2: empty lines before a request are not part of it.
    fn skip_empty_lines(&mut self) {
        if self.searched_bytes == 0 {
            let empty = self
                .inbox
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            self.inbox.advance(empty);
        }
    }

    /// Takes a head, or the refusal of one, off the inbox; `false` when more must come first.
    fn take_head(&mut self) -> bool {
        let is_first_look = self.searched_bytes == 0;
        let parsed = if is_first_look || self.may_hold_empty_line() {
            head::parse(&self.inbox, self.max_headers, &self.origin)
        } else {
            // What was partial stays partial until an empty line comes: without this a head
            // sent byte by byte would be parsed from its start for every byte.
            Parsed::Partial
        };
        match parsed {
            Parsed::Partial if self.inbox.len() < self.max_head_bytes => {
                self.searched_bytes = self.inbox.len();
                return false;
            }
            Parsed::Partial => self.refuse(Refusal::HeadTooLarge, None),
            Parsed::Whole(checked) if checked.length > self.max_head_bytes => {
                self.refuse(Refusal::HeadTooLarge, Some(Box::new(checked.head)));
            }
            Parsed::Whole(checked) => self.admit(*checked),
            Parsed::Refused(refusal, head) => self.refuse(refusal, head),
        }
        self.searched_bytes = 0;
        true
    }

    fn may_hold_empty_line(&self) -> bool {
        let from = self.searched_bytes.saturating_sub(3);
        let new = self.inbox.get(from..).unwrap_or_default();
        new.windows(2).any(|pair| pair == b"\n\n") || new.windows(3).any(|three| three == b"\n\r\n")
    }

    /// Lets a request through.
    fn admit(&mut self, checked: Checked) {
        self.inbox.advance(checked.length);
        let head = checked.head;
        let method = if head.method == "HEAD" {
            "HEAD"
        } else {
            "POST"
        };
        let (version, option, say_keep_alive) = match (checked.version, checked.keeps_alive) {
            (Version::Http11, true) => ("1.1", "", false),
            (Version::Http11, false) => ("1.1", "connection: close\r\n", false),
            (Version::Http10, true) => ("1.0", "connection: keep-alive\r\n", true),
            (Version::Http10, false) => ("1.0", "", false),
        };
        for part in [method, " / HTTP/", version, "\r\n", option] {
            self.relay.extend_from_slice(part.as_bytes());
        }
        let arrival = match checked.framing {
            Framing::Empty => whole(head, Vec::new(), say_keep_alive),
            Framing::Length(length) => {
                if let Some(body) = self.take_whole_body(length) {
                    whole(head, body, say_keep_alive)
                } else {
                    self.relay_line(&format!("content-length: {length}\r\n"));
                    self.relay_expectation(checked.expects_continue);
                    self.expecting = Expecting::Body(length);
                    streaming(head, Some(length), say_keep_alive)
                }
            }
            Framing::Chunked => {
                self.relay_line("transfer-encoding: chunked\r\n");
                self.relay_expectation(checked.expects_continue);
                self.expecting = Expecting::Chunks(ChunkScanner::new(self.max_head_bytes));
                streaming(head, None, say_keep_alive)
            }
        };
        self.relay_line("\r\n");
        self.desk.put(arrival);
    }

    /// A body that came along with its head travels with it, past the engine: the common case of
    /// a small question, and the cheapest.
    fn take_whole_body(&mut self, length: u64) -> Option<Vec<u8>> {
        let length = usize::try_from(length).ok()?;
        let body = self.inbox.get(..length)?.to_vec();
        self.inbox.advance(length);
        Some(body)
    }

    fn relay_line(&mut self, line: &str) {
        self.relay.extend_from_slice(line.as_bytes());
    }

    fn relay_expectation(&mut self, expects_continue: bool) {
        if expects_continue {
            self.relay_line("expect: 100-continue\r\n");
        }
    }

    /// Hands over what is left of the short head; `false` when nothing is.
    fn relay(&mut self, buffer: &mut ReadBufCursor<'_>) -> bool {
        let left = self.relay.get(self.relayed_bytes..).unwrap_or_default();
        if left.is_empty() {
            return false;
        }
        let count = left.len().min(buffer.remaining());
        buffer.put_slice(left.get(..count).unwrap_or_default());
        self.relayed_bytes = self.relayed_bytes.saturating_add(count);
        if self.relayed_bytes == self.relay.len() {
            self.relay.clear();
            self.relayed_bytes = 0;
        }
        true
    }

    /// Hands over the next piece of a body, and nothing when it breaks off.
    fn poll_body(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        if self.inbox.is_empty() && ready!(self.poll_fill(context, BODY_READ_BYTES))? == 0 {
            self.expecting = Expecting::End;
            return Poll::Ready(Ok(()));
        }
        let room = self.inbox.len().min(buffer.remaining());
        let piece = self.inbox.get(..room).unwrap_or_default();
        let count = match &mut self.expecting {
            Expecting::Body(left) => {
                let count = usize::try_from(*left).map_or(room, |left| left.min(room));
                *left = left.saturating_sub(count as u64);
                if *left == 0 {
                    self.expecting = Expecting::Head;
                }
                count
            }
            Expecting::Chunks(scanner) => match scanner.scan(piece) {
                Scan::More => room,
                Scan::End(end) => {
                    self.expecting = Expecting::Head;
                    end
                }
                Scan::Malformed => {
                    // To the engine the body breaks off here; the exchange refuses it.
                    self.expecting = Expecting::End;
                    0
                }
            },
            Expecting::Head | Expecting::Nothing | Expecting::End => 0,
        };
        buffer.put_slice(self.inbox.get(..count).unwrap_or_default());
        self.inbox.advance(count);
        Poll::Ready(Ok(()))
    }

    /// One read from the socket into the inbox; 0 when the peer sends no more.
    fn poll_fill(
        &mut self,
        context: &mut Context<'_>,
        room_bytes: usize,
    ) -> Poll<io::Result<usize>> {
        self.inbox.reserve(room_bytes);
        pin!(self.socket.read_buf(&mut self.inbox)).poll(context)
    }
}

fn whole(head: Head, body: Vec<u8>, say_keep_alive: bool) -> Arrival {
    Arrival::Whole {
        head,
        body,
        say_keep_alive,
    }
}

fn streaming(head: Head, declared_bytes: Option<u64>, say_keep_alive: bool) -> Arrival {
    Arrival::Streaming {
        head,
        declared_bytes,
        say_keep_alive,
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> hyper::rt::Read for Gate<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.relay(&mut buffer) {
            return Poll::Ready(Ok(()));
        }
        match this.expecting {
            Expecting::Head => {
                if ready!(this.poll_head(context))? {
                    this.relay(&mut buffer);
                }
                Poll::Ready(Ok(()))
            }
            Expecting::Body(_) | Expecting::Chunks(_) => this.poll_body(context, &mut buffer),
            // No waker: the refusal is answered in this very poll, and its writing has its own.
            Expecting::Nothing => Poll::Pending,
            Expecting::End => Poll::Ready(Ok(())),
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> hyper::rt::Write for Gate<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().socket).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().socket).poll_write_vectored(context, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().socket).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().socket).poll_shutdown(context)
    }
}
