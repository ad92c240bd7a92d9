//! Counters beside the state: read back at the start, and added to as answers go out.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use super::Live;
use crate::domain::id::{CustomerId, KeyId};
use crate::domain::time::Timestamp;

impl Live {
    /// Sets the counters to what was read back at the start.
    pub fn set_counters(
        &mut self,
        calls: &HashMap<CustomerId, u64>,
        last_used: &HashMap<KeyId, Timestamp>,
    ) {
        for state in self.customers() {
            let count = calls.get(&state.customer().id).copied().unwrap_or(0);
            state.calls().store(count, Ordering::Relaxed);
            for key in state.keys() {
                if let Some(at) = last_used.get(&key.key.id) {
                    key.touch(*at);
                }
            }
        }
    }

    /// Sets the numbers of each customer's newest record to what was read back at the start.
    pub fn set_log_heads(&mut self, heads: &HashMap<CustomerId, u64>) {
        for (id, head) in heads {
            if let Some(state) = self.customer(*id) {
                state.log_head().store(*head, Ordering::Relaxed);
            }
        }
    }
}
