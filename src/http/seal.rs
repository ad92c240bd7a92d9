//! What every answer gets before it leaves: its identifier, the headers that protect, the state of
//! the customer's bucket, a line in the log, and its place in the customer's count.

use std::borrow::Cow;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use rouille::Response;

use super::Http;
use super::answer::Kept;
use super::cors::Shared;
use super::problem;
use super::wire::{Pending, Reply};
use crate::app::{Allowance, App, Error};
use crate::domain::secret::SecretKind;
use crate::domain::time::Timestamp;
use crate::live::CustomerState;
use crate::metrics::RouteGroup;

/// What a page may load and do.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// What is known about a request until its answer leaves.
pub struct Seal {
    app: Arc<App>,
    method: String,
    path: String,
    client: Option<IpAddr>,
    log_requests: bool,
    started_nanos: u64,
    /// The request's identifier.
    pub request_id: String,
    /// Where the customer's bucket stands.
    pub allowance: Option<Allowance>,
    /// The customer whose call is charged.
    pub charged: Option<Arc<CustomerState>>,
    /// The time of admission.
    pub now: Timestamp,
    /// Whether it changes something: then what it was refused is on record, and counted there.
    pub is_change: bool,
    /// The kind of route, for `/metrics`.
    pub group: RouteGroup,
    /// Whether it answers a page rather than the API.
    pub is_page: bool,
    /// Pages of which other origins may read it.
    pub shared: Shared,
}

impl Seal {
    pub fn new(
        http: &Http,
        method: &str,
        path: &str,
        client: Option<SocketAddr>,
        request_id: String,
    ) -> Self {
        Self {
            app: Arc::clone(&http.app),
            method: method.to_owned(),
            path: path.to_owned(),
            client: client.map(|client| client.ip()),
            log_requests: http.app.live().settings().log_requests,
            started_nanos: http.app.environment().monotonic_nanos(),
            request_id,
            allowance: None,
            charged: None,
            now: Timestamp::default(),
            is_change: false,
            group: RouteGroup::Other,
            is_page: false,
            shared: Shared::default(),
        }
    }

    /// Makes the answer leave. `is_recorded` says whether the ledger has counted the call.
    pub fn close(self, outcome: Result<Response, Error>, is_recorded: bool) -> Reply {
        let response = match outcome {
            Ok(response) => response,
            Err(error) => problem::from_error(&error, &self.path, &self.request_id),
        };
        let status = response.status_code;
        if let Some(customer) = &self.charged
            && !is_recorded
            && status != 429
            && status < 500
        {
            self.app.count_read(customer, self.now);
        }
        self.count_and_log(status);
        let mut headers: Vec<(String, String)> = Vec::with_capacity(10);
        for (name, value) in response.headers {
            headers.push((name.into_owned(), value.into_owned()));
        }
        self.protect(&mut headers);
        if let Some(allowance) = self.allowance {
            self.limits(allowance, &mut headers);
        }
        self.shared.add_to(&mut headers);
        let body = read(response.data, &self.request_id);
        headers.push(("X-Request-Id".to_owned(), self.request_id));
        Reply {
            status,
            headers,
            body,
        }
    }

    fn protect(&self, headers: &mut Vec<(String, String)>) {
        let mut add = |name: &str, value: &str| {
            if !headers
                .iter()
                .any(|(known, _)| known.eq_ignore_ascii_case(name))
            {
                headers.push((name.to_owned(), value.to_owned()));
            }
        };
        add("X-Content-Type-Options", "nosniff");
        if self.is_page {
            add("X-Frame-Options", "DENY");
            add("Referrer-Policy", "no-referrer");
            add("Content-Security-Policy", PAGE_POLICY);
            add("Cache-Control", "no-cache");
        } else {
            add("Cache-Control", "no-store");
        }
    }

    /// draft-ietf-httpapi-ratelimit-headers-10, and the headers that were common before it.
    fn limits(&self, allowance: Allowance, headers: &mut Vec<(String, String)>) {
        let Allowance {
            limit,
            remaining,
            full_after_seconds,
        } = allowance;
        let reset = self.app.now().as_seconds() + full_after_seconds.cast_signed();
        headers.extend([
            (
                "RateLimit-Policy".to_owned(),
                format!("\"minute\";q={limit};w=60"),
            ),
            (
                "RateLimit".to_owned(),
                format!("\"minute\";r={remaining};t={full_after_seconds}"),
            ),
            ("X-RateLimit-Limit".to_owned(), limit.to_string()),
            ("X-RateLimit-Remaining".to_owned(), remaining.to_string()),
            ("X-RateLimit-Reset".to_owned(), reset.to_string()),
        ]);
    }

    /// Checks and reads are many and have a log of their own; what fails or changes is noted.
    fn count_and_log(&self, status: u16) {
        let elapsed_nanos = self
            .app
            .environment()
            .monotonic_nanos()
            .saturating_sub(self.started_nanos);
        let elapsed_us = elapsed_nanos / 1000;
        let answers = &self.app.ledger().metrics().answers;
        answers.count(self.group, status, elapsed_us);
        if !self.log_requests {
            return;
        }
        let Self {
            method, request_id, ..
        } = self;
        let path = &*without_secrets(&self.path);
        let client = self.client.map(tracing::field::display);
        match status {
            500.. => tracing::error!(
                method, path, status, elapsed_us, client, request_id, "answered"
            ),
            400.. => tracing::debug!(
                method, path, status, elapsed_us, client, request_id, "refused"
            ),
            _ if method == "GET"
                || method == "OPTIONS"
                || path.ends_with("/check")
                || path.ends_with("/request") =>
            {
                tracing::debug!(
                    method, path, status, elapsed_us, client, request_id, "answered"
                );
            }
            _ => tracing::info!(
                method, path, status, elapsed_us, client, request_id, "answered"
            ),
        }
    }
}

/// A path without what has the form of a secret, which somebody put in the wrong place.
fn without_secrets(path: &str) -> Cow<'_, str> {
    /// Half of a secret's random characters; no word after such a start is that long.
    const TELLING_CHARS: usize = 20;
    let is_secret = |segment: &str| {
        SecretKind::ALL.iter().any(|kind| {
            segment.split(kind.prefix()).skip(1).any(|rest| {
                let letters = rest.bytes().take_while(u8::is_ascii_alphanumeric);
                letters.count() >= TELLING_CHARS
            })
        })
    };
    if !path.split('/').any(is_secret) {
        return Cow::Borrowed(path);
    }
    let segments = path.split('/');
    let shown: Vec<&str> = segments
        .map(|segment| if is_secret(segment) { "…" } else { segment })
        .collect();
    Cow::Owned(shown.join("/"))
}

fn read(body: rouille::ResponseBody, request_id: &str) -> Vec<u8> {
    let (mut reader, size) = body.into_reader_and_size();
    let mut bytes = Vec::with_capacity(size.unwrap_or(0));
    match std::io::Read::read_to_end(&mut reader, &mut bytes) {
        Ok(_) => bytes,
        Err(error) => {
            // Bodies are made in memory; there is nothing to fail.
            tracing::error!(request_id, %error, "an answer cannot be read back");
            Vec::new()
        }
    }
}

/// A promise with its seal.
pub struct Sealed {
    kept: Option<Box<dyn Kept>>,
    seal: Option<Seal>,
}

impl Sealed {
    pub fn new(kept: Box<dyn Kept>, seal: Seal) -> Self {
        Self {
            kept: Some(kept),
            seal: Some(seal),
        }
    }

    fn close(seal: Option<Seal>, outcome: Result<Response, Error>) -> Reply {
        match seal {
            Some(seal) => {
                // The ledger counts what it records; a check whose credential was withdrawn while
                // it waited leaves no record.
                let is_recorded = seal.is_change || !matches!(outcome, Err(Error::NotAdmitted(_)));
                seal.close(outcome, is_recorded)
            }
            None => Reply {
                status: 500,
                headers: Vec::new(),
                body: Vec::new(),
            },
        }
    }
}

impl Pending for Sealed {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Reply> {
        let outcome = match &mut self.kept {
            Some(kept) => ready!(kept.poll(context)),
            None => Err(Error::Unavailable),
        };
        self.kept = None;
        Poll::Ready(Self::close(self.seal.take(), outcome))
    }

    fn wait(mut self: Box<Self>) -> Reply {
        let outcome = self.kept.take().map_or(Err(Error::Unavailable), Kept::wait);
        Self::close(self.seal.take(), outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_in_a_path_is_not_written() {
        let key = "sk-0123456789012345678901234567890123456789abcdef";
        for (path, shown) in [
            ("/api/agents/check", "/api/agents/check"),
            ("/api/admin/agents/op-7", "/api/admin/agents/op-7"),
            (
                "/the-asset-that-is-kept-in-the-vault",
                "/the-asset-that-is-kept-in-the-vault",
            ),
            (
                &format!("/api/customers/{key}/usage"),
                "/api/customers/…/usage",
            ),
            (&format!("/{key}x"), "/…"),
            (&format!("/a=%20{key}"), "/…"),
        ] {
            assert_eq!(without_secrets(path), shown);
        }
    }
}
