//! Time and randomness, as an argument.

use super::time::Timestamp;

/// Where the time and the random bytes come from, so that a test can fix both.
pub trait Environment: Send + Sync + 'static {
    /// The wall clock.
    fn now(&self) -> Timestamp;
    /// A clock that never runs backwards, in nanoseconds since some fixed start.
    fn monotonic_nanos(&self) -> u64;
    /// Fills the buffer with cryptographically secure random bytes.
    fn fill(&self, bytes: &mut [u8]);
}
