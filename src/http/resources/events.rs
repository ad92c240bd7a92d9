//! `GET /api/events`: what changes, while it changes, as server-sent events (the HTML standard,
//! section 9.2).
//!
//! A stream says that something moved, not what: whoever is told asks again, under the rights that
//! it then has. So it can put together what moved since it last spoke, and a slow reader costs no
//! memory. What moved is read off the state as of the last commit; nothing is queued for anybody.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rouille::Response;
use serde_json::json;

use crate::app::App;
use crate::domain::id::CustomerId;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::Call;
use crate::http::streams::Place;
use crate::http::wire::{Piece, Source};
use crate::live::{Credential, Marks, Need, Topic};

/// How often the caller is admitted again.
const ADMIT_EVERY: Duration = Duration::from_secs(1);
/// How long a stream is silent at most: what lies between us and the caller takes silence for an
/// end, and we learn of callers that are gone by speaking to them.
const SPEAK_EVERY: Duration = Duration::from_secs(15);
/// How long a stream lasts at most; then the caller opens another. What a caller proved by other
/// means than a secret, such as a certificate, is looked at again by that.
const LASTS: Duration = Duration::from_hours(1);
/// How long a caller that lost its stream waits before it asks for another, in milliseconds.
const RETRY_MS: u32 = 3000;

/// `GET /api/events`.
pub fn watch(call: &Call<'_>) -> Handled {
    if call.customer.is_some() {
        call.state()?;
    }
    let place = call.http.streams.take(&call.caller.principal)?;
    let now = call.app.environment().monotonic_nanos();
    let watch = Watch {
        app: Arc::clone(call.app),
        credential: call.caller.credential.clone(),
        need: call.caller.need,
        customer: call.customer,
        is_operator: call.caller.is_operator(),
        seen: None,
        opened_nanos: now,
        admitted_nanos: now,
        spoke_nanos: now,
        _place: place,
    };
    let head = Response::from_data("text/event-stream", Vec::new())
        // For proxies that collect an answer before they hand it on.
        .with_additional_header("X-Accel-Buffering", "no");
    Ok(Outcome::Stream(head, Box::new(watch)))
}

/// One stream. It keeps no part of the state, so that it holds no memory of what is over.
struct Watch {
    app: Arc<App>,
    credential: Credential,
    need: Need,
    customer: Option<CustomerId>,
    is_operator: bool,
    /// What was told last; nothing yet at the start.
    seen: Option<Marks>,
    opened_nanos: u64,
    admitted_nanos: u64,
    spoke_nanos: u64,
    _place: Place,
}

impl Watch {
    /// Where everything stands that the caller may see.
    fn marks(&self) -> Marks {
        let live = self.app.live();
        let (marks, head) = match self.customer {
            // A customer is never removed; of one that is not there, nothing would move.
            Some(id) => live.customer(id).map_or((Marks::default(), 0), |state| {
                let head = state.log_head().load(Ordering::Acquire);
                (live.marks(Some(state)), head)
            }),
            None => (live.marks(None), self.app.ledger().log_head()),
        };
        let marks = marks.with(Topic::Log, head);
        if self.is_operator && self.customer.is_none() {
            marks.with(Topic::Backups, self.app.backup_revision())
        } else {
            marks
        }
    }

    /// Whether the caller would be let in now.
    fn is_admitted(&self) -> bool {
        let now = self.app.now();
        let admitted = self.app.live().admit(&self.credential, &self.need, now);
        admitted.is_ok_and(|principal| {
            principal
                .session()
                .is_none_or(|session| self.app.touch_session(session, now, false))
        })
    }

    fn say(&mut self, now: u64, event: &str, data: &serde_json::Value) -> Vec<u8> {
        self.spoke_nanos = now;
        format!("event: {event}\ndata: {data}\n\n").into_bytes()
    }
}

impl Source for Watch {
    fn next(&mut self) -> Piece {
        let now = self.app.environment().monotonic_nanos();
        let passed =
            |since: u64, limit: Duration| Duration::from_nanos(now.saturating_sub(since)) >= limit;
        if passed(self.admitted_nanos, ADMIT_EVERY) {
            self.admitted_nanos = now;
            if !self.is_admitted() {
                return Piece::Last(self.say(now, "bye", &json!({"code": "session_over"})));
            }
            if passed(self.opened_nanos, LASTS) {
                return Piece::Last(self.say(now, "bye", &json!({"code": "again"})));
            }
        }
        let marks = self.marks();
        let seq = marks.of(Topic::Log);
        let Some(seen) = self.seen.replace(marks) else {
            let mut hello = format!("retry: {RETRY_MS}\n").into_bytes();
            let data = json!({"retry": RETRY_MS, "revision": seq});
            hello.extend(self.say(now, "hello", &data));
            return Piece::More(hello);
        };
        let topics = marks.moved_since(&seen);
        if !topics.is_empty() {
            let words: Vec<&str> = topics.into_iter().map(Topic::word).collect();
            let data = json!({"topics": words, "seq": seq, "at": self.app.now()});
            return Piece::More(self.say(now, "changed", &data));
        }
        if passed(self.spoke_nanos, SPEAK_EVERY) {
            self.spoke_nanos = now;
            return Piece::More(b":\n\n".to_vec());
        }
        Piece::Nothing
    }

    fn farewell(&mut self) -> Vec<u8> {
        self.say(0, "bye", &json!({"code": "draining"}))
    }
}
