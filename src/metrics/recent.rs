//! How long the last few took: exact where a histogram's buckets are coarse, and about now where a
//! histogram is about all since the start.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

/// How many are remembered.
const REMEMBERED: usize = 512;

/// The last times, in a ring: one writer, no lock.
#[derive(Debug)]
pub struct Recent {
    micros: [AtomicU32; REMEMBERED],
    count: AtomicU64,
}

impl Default for Recent {
    fn default() -> Self {
        Self {
            micros: [const { AtomicU32::new(0) }; REMEMBERED],
            count: AtomicU64::new(0),
        }
    }
}

impl Recent {
    /// Remembers one.
    pub fn observe(&self, took: Duration) {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let place = usize::try_from(count % REMEMBERED as u64).unwrap_or(0);
        if let Some(slot) = self.micros.get(place) {
            let micros = u32::try_from(took.as_micros()).unwrap_or(u32::MAX);
            slot.store(micros, Ordering::Relaxed);
        }
    }

    /// The times that so many per cent of the remembered ones did not exceed, in milliseconds;
    /// nothing while none is remembered.
    pub fn percentiles_ms<const N: usize>(&self, per_cent: [usize; N]) -> Option<[f64; N]> {
        let count = usize::try_from(self.count.load(Ordering::Relaxed)).unwrap_or(REMEMBERED);
        let slots = self.micros.iter().take(count);
        let mut micros: Vec<u32> = slots.map(|slot| slot.load(Ordering::Relaxed)).collect();
        micros.sort_unstable();
        let last = micros.len().checked_sub(1)?;
        let of =
            |share: usize| micros.get((micros.len() * share).div_ceil(100).clamp(1, last + 1) - 1);
        Some(per_cent.map(|share| f64::from(of(share).copied().unwrap_or(0)) / 1000.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_count_and_no_others() {
        let recent = Recent::default();
        assert_eq!(recent.percentiles_ms([50]), None);
        recent.observe(Duration::from_millis(7));
        assert_eq!(recent.percentiles_ms([50, 99]), Some([7.0, 7.0]));
        for _ in 0..3 {
            (1..=100).for_each(|ms| recent.observe(Duration::from_millis(ms)));
        }
        (0..REMEMBERED).for_each(|_| recent.observe(Duration::from_secs(9)));
        assert_eq!(recent.percentiles_ms([0, 100]), Some([9000.0, 9000.0]));
        (1..=100).for_each(|ms| recent.observe(Duration::from_millis(ms)));
        assert_eq!(recent.percentiles_ms([1, 50]), Some([6.0, 9000.0]));
        recent.observe(Duration::from_secs(u64::MAX));
        assert_eq!(
            recent.percentiles_ms([100]),
            Some([f64::from(u32::MAX) / 1000.0])
        );
    }

    #[test]
    fn shares_are_of_those_that_are_there() {
        let recent = Recent::default();
        (1..=100).for_each(|ms| recent.observe(Duration::from_millis(ms)));
        assert_eq!(recent.percentiles_ms([50, 99]), Some([50.0, 99.0]));
    }
}
