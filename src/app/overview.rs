//! How things stand, at a glance: what waits for a person, and who comes near a limit.

use super::App;
use crate::domain::id::CustomerId;
use crate::domain::text::Name;
use crate::domain::time::Timestamp;
use crate::live::{CustomerState, Live};

/// Of what is allowed, in per cent: what counts as near.
const NEAR_PER_CENT: u64 = 80;
/// Those nearest to a limit that are named.
const NAMED_AT_MOST: usize = 20;

/// Requests for approval that wait for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many.
    pub open: usize,
    /// When the oldest was opened.
    pub oldest_created_at: Option<Timestamp>,
    /// When the next one expires.
    pub next_expires_at: Option<Timestamp>,
}

/// A customer that has used most of what it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearLimit {
    /// The customer.
    pub customer_id: CustomerId,
    /// Its name.
    pub name: Name,
    /// The limit's name.
    pub limit: &'static str,
    /// What there is.
    pub used: u64,
    /// What is allowed.
    pub allowed: u32,
}

/// What waits for a person on that state.
pub fn waiting(live: &Live, now: Timestamp) -> Waiting {
    let mut waiting = Waiting::default();
    let all = live.customers().flat_map(|customer| customer.approvals());
    for approval in all.filter(|approval| approval.is_open(now)) {
        waiting.open += 1;
        let first =
            |known: Option<Timestamp>, time| Some(known.map_or(time, |known| known.min(time)));
        waiting.oldest_created_at = first(waiting.oldest_created_at, approval.created_at);
        waiting.next_expires_at = first(waiting.next_expires_at, approval.expires_at);
    }
    waiting
}

impl App {
    /// Active customers that have used most of what they may, those farthest first.
    pub fn near_limits(&self, live: &Live, now: Timestamp) -> Vec<NearLimit> {
        let active = live.customers().filter(|state| state.customer().is_active);
        let mut near: Vec<NearLimit> = active
            .flat_map(|state| self.uses(live, state, now))
            .filter(|near| {
                near.used > 0 && near.used * 100 >= u64::from(near.allowed) * NEAR_PER_CENT
            })
            .collect();
        // The greater share first; nothing allowed is the greatest.
        near.sort_by(|one, other| {
            let share =
                (other.used * u64::from(one.allowed)).cmp(&(one.used * u64::from(other.allowed)));
            share.then(one.name.cmp(&other.name))
        });
        near.truncate(NAMED_AT_MOST);
        near
    }

    fn uses(&self, live: &Live, state: &CustomerState, now: Timestamp) -> [NearLimit; 3] {
        let customer = state.customer();
        let limits = live.limits_of(customer);
        let calls = self.limits.used(customer.id) as usize;
        [
            ("max_agents", state.agent_count(), limits.max_agents),
            ("max_api_keys", state.counted_keys(now), limits.max_api_keys),
            (
                "max_requests_per_minute",
                calls,
                limits.max_requests_per_minute,
            ),
        ]
        .map(|(limit, used, allowed)| NearLimit {
            customer_id: customer.id,
            name: customer.name.clone(),
            limit,
            used: used as u64,
            allowed,
        })
    }
}
