//! The real clock and the real randomness.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use rand::RngExt as _;

use crate::domain::environment::Environment;
use crate::domain::time::Timestamp;

/// The machine's clock and the operating system's randomness (through a generator that it seeds).
#[derive(Debug)]
pub struct SystemEnvironment {
    started: Instant,
}

impl Default for SystemEnvironment {
    fn default() -> Self {
        Self {
            started: Instant::now(),
        }
    }
}

impl Environment for SystemEnvironment {
    fn now(&self) -> Timestamp {
        // A clock before 1970 reads as 1970, which is not plausible: nothing is decided by it.
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    fn monotonic_nanos(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill(bytes);
    }
}
