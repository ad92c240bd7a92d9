//! What all connections share, and the two ways to ask the application: each survives a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hyper::header::HeaderValue;
use hyper::server::conn::http1;

use super::forwarded::Proxies;
use super::seats::Seats;
use super::workers::Workers;
use super::{EdgeConfig, Stopper};
use crate::http::wire::{Answer, EdgeStats, Head, Incoming, Plan, Refusal, Reply, Service};

/// What all connections share.
pub(super) struct House {
    pub(super) application: Application,
    pub(super) config: EdgeConfig,
    pub(super) stopper: Stopper,
    pub(super) seats: Seats,
    pub(super) workers: Workers,
    pub(super) bodies: Arc<Budget>,
    pub(super) engine: http1::Builder,
    /// There when any peer is a trusted proxy.
    pub(super) proxies: Option<Arc<Proxies>>,
    /// What answers over TLS say about connections to come (RFC 6797).
    pub(super) transport_policy: Option<HeaderValue>,
}

impl House {
    pub(super) fn new(
        config: EdgeConfig,
        application: Application,
        workers: Workers,
        stopper: Stopper,
    ) -> Self {
        let mut engine = http1::Builder::new();
        engine
            // The clock has the deadlines, and answers where hyper would only close.
            .header_read_timeout(None)
            // Heads are a line or two of the gate's own; what is larger is body on its way.
            .max_buf_size(64 * 1024);
        let has_proxies = config.trusts_unix_peers || !config.trusted_proxies.is_empty();
        let proxies = has_proxies.then(|| {
            let networks = config.trusted_proxies.clone();
            let stats = Arc::clone(&application.stats);
            Arc::new(Proxies::new(networks, config.trusts_unix_peers, stats))
        });
        let hsts_seconds = config.hsts_seconds;
        let transport_policy = (hsts_seconds > 0)
            .then(|| HeaderValue::from_str(&format!("max-age={hsts_seconds}")).ok())
            .flatten();
        Self {
            proxies,
            transport_policy,
            seats: Seats::new(&config),
            bodies: Arc::new(Budget::new(config.max_buffered_body_bytes)),
            application,
            config,
            stopper,
            workers,
            engine,
        }
    }
}

/// The application behind the edge, with what is counted about it.
#[derive(Clone)]
pub(super) struct Application {
    pub(super) service: Arc<dyn Service>,
    pub(super) stats: Arc<EdgeStats>,
}

impl Application {
    /// Asks where a request runs; `None` when the application panicked.
    pub(super) fn plan(&self, head: &Head) -> Option<Plan> {
        self.survive(|| self.service.plan(head))
    }

    /// Hands a request over; `None` when the handler panicked.
    pub(super) fn answer(&self, incoming: Incoming) -> Option<Answer> {
        self.stats.requests_total.fetch_add(1, Ordering::Relaxed);
        self.survive(|| self.service.answer(incoming))
    }

    /// The problem document for a refusal.
    pub(super) fn refuse(&self, refusal: Refusal, head: Option<&Head>) -> Reply {
        if refusal != Refusal::Panicked {
            self.stats.refusals_total.fetch_add(1, Ordering::Relaxed);
        }
        self.survive(|| self.service.refuse(refusal, head))
            .unwrap_or_else(|| Reply {
                status: 500,
                headers: Vec::new(),
                body: Vec::new(),
            })
    }

    /// Runs a piece of the application; a panic in it is counted and ends there. The panic hook
    /// has logged it by then.
    pub(super) fn survive<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        // Nothing of the edge is changed inside the closure; what the application leaves behind
        // in its own state is guarded by its own locks.
        let outcome = catch_unwind(AssertUnwindSafe(work)).ok();
        if outcome.is_none() {
            self.stats.panics_total.fetch_add(1, Ordering::Relaxed);
        }
        outcome
    }
}

/// Memory that all requests share.
#[derive(Debug)]
pub(super) struct Budget {
    used_bytes: AtomicUsize,
    limit_bytes: usize,
}

/// What one request has taken of it; given back when dropped.
#[derive(Debug)]
pub(super) struct Share {
    budget: Arc<Budget>,
    bytes: usize,
}

impl Budget {
    pub(super) fn new(limit_bytes: usize) -> Self {
        Self {
            used_bytes: AtomicUsize::new(0),
            limit_bytes,
        }
    }

    /// An empty share.
    pub(super) fn share(self: &Arc<Self>) -> Share {
        Share {
            budget: Arc::clone(self),
            bytes: 0,
        }
    }
}

impl Share {
    /// Takes more; `false`, and nothing taken, when the budget does not have it.
    pub(super) fn grow(&mut self, bytes: usize) -> bool {
        let grown = self
            .budget
            .used_bytes
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |used| {
                used.checked_add(bytes)
                    .filter(|used| *used <= self.budget.limit_bytes)
            })
            .is_ok();
        if grown {
            self.bytes = self.bytes.saturating_add(bytes);
        }
        grown
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.budget
            .used_bytes
            .fetch_sub(self.bytes, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_shared_and_given_back() {
        let budget = Arc::new(Budget::new(10));
        let mut one = budget.share();
        let mut other = budget.share();
        assert!(one.grow(6));
        assert!(!other.grow(5));
        assert!(other.grow(4));
        drop(one);
        assert!(other.grow(6));
        assert!(!other.grow(1));
    }
}
