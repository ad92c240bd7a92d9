//! Every limit of the edge, in one place.

use std::time::Duration;

use ipnet::IpNet;

/// The most header lines a request may have; more cannot be configured, because the parser's
/// table for them lives on the stack.
pub(super) const MAX_HEADERS_CEILING: usize = 100;

/// How often the edge takes, waits and gives up. `Default` is what the appliance ships with.
///
/// The largest body is not here: [`Plan::max_body_bytes`](crate::http::wire::Plan) says it for
/// each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeConfig {
    /// Connections served at the same time on the network lane (default 8192).
    pub max_connections: usize,
    /// Network connections beyond `max_connections` that are let in to say what they want; only a
    /// plan with `reserved_seat` is served there (default 64).
    pub reserved_seats: usize,
    /// Connections served at the same time on the control lane, and as many on the metrics lane;
    /// neither counts against `max_connections` (default 64).
    pub side_lane_seats: usize,
    /// How long a connection in a reserved seat has for its head, from accept (default 1 s).
    pub full_house_head_deadline: Duration,
    /// The largest request head, with the request line and the empty line (default 16 KiB).
    pub max_head_bytes: usize,
    /// The most header lines in a request (default 100, which is also the ceiling).
    pub max_headers: usize,
    /// Memory for request bodies that are still arriving or wait for a worker, all connections
    /// together; beyond it a request is refused as overloaded (default 256 MiB).
    pub max_buffered_body_bytes: usize,
    /// From the first byte of a head to its last, and for the first request of a connection from
    /// accept (default 10 s).
    pub head_deadline: Duration,
    /// From the end of the head to the end of the body (default 20 s).
    pub body_deadline: Duration,
    /// How long a connection may be silent between two requests (default 75 s).
    pub idle_deadline: Duration,
    /// How long a peer may take no byte of an answer (default 20 s).
    pub write_deadline: Duration,
    /// From the first stop signal until what is still in flight is cut off (default 25 s).
    pub drain_deadline: Duration,
    /// Threads that move bytes and run inline requests (default: the cores there are; at most 64).
    pub io_threads: usize,
    /// Threads that run requests which may block (default 16; at most 96).
    pub worker_threads: usize,
    /// Requests that may wait for a worker; beyond it they are refused as overloaded (default
    /// 1024).
    pub worker_queue: usize,
    /// Networks of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` count (default none).
    pub trusted_proxies: Vec<IpNet>,
    /// Whether whoever comes over a Unix socket of the network is such a proxy (default false).
    pub trusts_unix_peers: bool,
    /// For how many seconds answers over TLS ask browsers to use nothing else (default a year; 0
    /// does not ask).
    pub hsts_seconds: u64,
    /// Whether SIGTERM and SIGINT start the drain (default true; tests run several edges in one
    /// process and turn it off).
    pub handle_signals: bool,
}

impl Default for EdgeConfig {
    fn default() -> Self {
        Self {
            max_connections: 8192,
            reserved_seats: 64,
            side_lane_seats: 64,
            full_house_head_deadline: Duration::from_secs(1),
            max_head_bytes: 16 * 1024,
            max_headers: MAX_HEADERS_CEILING,
            max_buffered_body_bytes: 256 * 1024 * 1024,
            head_deadline: Duration::from_secs(10),
            body_deadline: Duration::from_secs(20),
            idle_deadline: Duration::from_secs(75),
            write_deadline: Duration::from_secs(20),
            drain_deadline: Duration::from_secs(25),
            io_threads: std::thread::available_parallelism().map_or(2, usize::from),
            worker_threads: 16,
            worker_queue: 1024,
            trusted_proxies: Vec::new(),
            trusts_unix_peers: false,
            hsts_seconds: 31_536_000,
            handle_signals: true,
        }
    }
}

impl EdgeConfig {
    /// The same with every value inside what the room can promise (fewer than 200 threads, a
    /// header table on the stack, and at least one of everything).
    pub(super) fn clamped(mut self) -> Self {
        self.max_connections = self.max_connections.max(1);
        self.side_lane_seats = self.side_lane_seats.max(1);
        self.max_head_bytes = self.max_head_bytes.clamp(256, 64 * 1024);
        self.max_headers = self.max_headers.clamp(1, MAX_HEADERS_CEILING);
        self.io_threads = self.io_threads.clamp(1, 64);
        self.worker_threads = self.worker_threads.clamp(1, 96);
        self.worker_queue = self.worker_queue.max(1);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_configuration_makes_more_threads_than_promised() {
        let config = EdgeConfig {
            io_threads: usize::MAX,
            worker_threads: usize::MAX,
            max_headers: usize::MAX,
            ..EdgeConfig::default()
        }
        .clamped();
        assert!(config.io_threads + config.worker_threads < 200);
        assert_eq!(config.max_headers, MAX_HEADERS_CEILING);
    }

    #[test]
    fn the_defaults_need_no_clamping() {
        let config = EdgeConfig {
            io_threads: 2,
            ..EdgeConfig::default()
        };
        assert_eq!(config.clone().clamped(), config);
    }
}
