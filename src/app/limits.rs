//! Rate limits: one bucket per customer, and throttles for those who have no key yet.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use arc_swap::ArcSwap;
use governor::clock::Clock;
use governor::middleware::{NoOpMiddleware, StateInformationMiddleware};
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

use super::{App, Error};
use crate::domain::environment::Environment;
use crate::domain::id::{CustomerId, SessionId};
use crate::domain::text::Username;

/// The clock of the environment, as the limiter reads it.
#[derive(Clone)]
struct EnvironmentClock(Arc<dyn Environment>);

impl Clock for EnvironmentClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(self.0.monotonic_nanos())
    }
}

type Limiter = RateLimiter<NotKeyed, InMemoryState, EnvironmentClock, StateInformationMiddleware>;

/// Releases of kill switches, and switches that change nothing, that one customer's keys may have
/// recorded a minute: far more than any incident takes, and too few to fill a disk.
const SWITCHES_PER_MINUTE: u32 = 600;

/// Calls that one session in the portal may make a minute. They are people's, and not charged to
/// the customer; this is far more than a page asks for.
const PORTAL_CALLS_PER_MINUTE: u32 = 600;

/// One customer's bucket, refilled evenly over the minute.
struct Bucket {
    per_minute: u32,
    limiter: Limiter,
    remaining: AtomicU32,
    seen_at_nanos: AtomicU64,
}

/// Where a customer's bucket stands after a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Calls per minute.
    pub limit: u32,
    /// Calls that would pass now.
    pub remaining: u32,
    /// Seconds until the bucket is full again, rounded up.
    pub full_after_seconds: u64,
}

/// Whether a call passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charged {
    /// It did, and was charged.
    Passed(Allowance),
    /// It did not; the next passes after so many seconds, rounded up.
    Refused(Allowance, u64),
}

impl Charged {
    /// Where the bucket stands.
    pub fn allowance(self) -> Allowance {
        match self {
            Self::Passed(allowance) | Self::Refused(allowance, _) => allowance,
        }
    }
}

pub(super) struct Limits {
    clock: EnvironmentClock,
    /// The bucket in force last, before it those of limits that were in force earlier: whoever
    /// moves to another limit and back finds what is left of the first.
    buckets: RwLock<HashMap<CustomerId, Vec<Arc<Bucket>>>>,
    registrations: Throttle<IpAddr>,
    quotes: Throttle<IpAddr>,
    switches: Throttle<CustomerId>,
    portal_calls: Throttle<SessionId>,
    logins_by_address: Throttle<IpAddr>,
    logins_by_account: Throttle<(Username, u32)>,
    /// How often each account was forgiven its failed sign-ins: it starts a bucket of its own.
    forgiven: RwLock<HashMap<Username, u32>>,
}

impl Limits {
    /// Buckets remembered of one customer; there are hardly more tiers.
    const REMEMBERED: usize = 8;

    pub(super) fn new(environment: Arc<dyn Environment>) -> Self {
        let clock = EnvironmentClock(environment);
        Self {
            buckets: RwLock::default(),
            registrations: Throttle::new(&clock),
            quotes: Throttle::new(&clock),
            switches: Throttle::new(&clock),
            portal_calls: Throttle::new(&clock),
            logins_by_address: Throttle::new(&clock),
            logins_by_account: Throttle::new(&clock),
            forgiven: RwLock::default(),
            clock,
        }
    }

    fn bucket(&self, customer: CustomerId, per_minute: u32) -> Arc<Bucket> {
        let in_force = |buckets: &HashMap<CustomerId, Vec<Arc<Bucket>>>| {
            let last = buckets.get(&customer).and_then(|own| own.last());
            last.filter(|bucket| bucket.per_minute == per_minute)
                .cloned()
        };
        let found = in_force(&self.buckets.read().unwrap_or_else(PoisonError::into_inner));
        if let Some(bucket) = found {
            return bucket;
        }
        let mut buckets = self.buckets.write().unwrap_or_else(PoisonError::into_inner);
        let own = buckets.entry(customer).or_default();
        let known = own
            .iter()
            .position(|bucket| bucket.per_minute == per_minute);
        let bucket = if let Some(place) = known {
            own.remove(place)
        } else {
            let now = self.clock.0.monotonic_nanos();
            let used = own.last().map_or(0, |bucket| bucket.used(now));
            Arc::new(Bucket::new(per_minute, used, self.clock.clone()))
        };
        if own.len() >= Self::REMEMBERED {
            own.remove(0);
        }
        own.push(Arc::clone(&bucket));
        bucket
    }

    pub(super) fn charge(&self, customer: CustomerId, per_minute: u32) -> Charged {
        self.bucket(customer, per_minute).charge(&self.clock)
    }

    /// About how many calls are gone from the bucket that is in force, if there is one.
    pub(super) fn used(&self, customer: CustomerId) -> u32 {
        let buckets = self.buckets.read().unwrap_or_else(PoisonError::into_inner);
        let last = buckets.get(&customer).and_then(|own| own.last());
        last.map_or(0, |bucket| bucket.used(self.clock.0.monotonic_nanos()))
    }

    fn standing(&self, customer: CustomerId, per_minute: u32) -> Allowance {
        let bucket = self.bucket(customer, per_minute);
        let used = bucket.used(self.clock.0.monotonic_nanos());
        bucket.allowance(per_minute.saturating_sub(used))
    }
}

impl Bucket {
    /// A bucket from which `used` calls are gone already: another limit is no fresh start.
    fn new(per_minute: u32, used: u32, clock: EnvironmentClock) -> Self {
        let quota = NonZeroU32::new(per_minute)
            .map_or(Quota::per_minute(NonZeroU32::MIN), Quota::per_minute);
        let seen_at_nanos = AtomicU64::new(clock.0.monotonic_nanos());
        let limiter = RateLimiter::direct_with_clock(quota, clock)
            .with_middleware::<StateInformationMiddleware>();
        let used = used.min(per_minute);
        if let Some(cells) = NonZeroU32::new(used) {
            // At most the whole bucket, which a fresh one always has.
            drop(limiter.check_n(cells));
        }
        Self {
            per_minute,
            limiter,
            remaining: AtomicU32::new(per_minute - used),
            seen_at_nanos,
        }
    }

    /// About how many calls are gone from the bucket at that time.
    fn used(&self, now_nanos: u64) -> u32 {
        let gone = self
            .per_minute
            .saturating_sub(self.remaining.load(Ordering::Relaxed));
        let elapsed = now_nanos.saturating_sub(self.seen_at_nanos.load(Ordering::Relaxed));
        let minute = Duration::from_mins(1).as_nanos();
        let refilled = u128::from(elapsed) * u128::from(self.per_minute) / minute;
        gone.saturating_sub(u32::try_from(refilled).unwrap_or(u32::MAX))
    }

    fn charge(&self, clock: &EnvironmentClock) -> Charged {
        let now = clock.0.monotonic_nanos();
        if self.per_minute == 0 {
            return Charged::Refused(self.allowance(0), 60);
        }
        match self.limiter.check() {
            Ok(snapshot) => {
                let remaining = snapshot.remaining_burst_capacity();
                self.remaining.store(remaining, Ordering::Relaxed);
                self.seen_at_nanos.store(now, Ordering::Relaxed);
                Charged::Passed(self.allowance(remaining))
            }
            Err(refused) => {
                let wait = refused.wait_time_from(Nanos::new(now));
                Charged::Refused(self.allowance(0), seconds_up(wait).max(1))
            }
        }
    }

    fn allowance(&self, remaining: u32) -> Allowance {
        let limit = self.per_minute;
        let gone = u64::from(limit.saturating_sub(remaining));
        let full_after_seconds = (gone * 60).div_ceil(u64::from(limit.max(1)));
        Allowance {
            limit,
            remaining,
            full_after_seconds,
        }
    }
}

fn seconds_up(duration: Duration) -> u64 {
    duration.as_secs() + u64::from(duration.subsec_nanos() > 0)
}

/// A limit per minute for each of many keys. Where the limit is another one than last time, as it
/// can be after a reload, every key begins anew.
struct Throttle<K: Hash + Eq + Clone> {
    in_force: ArcSwap<Rate<K>>,
    clock: EnvironmentClock,
    asked: AtomicU32,
}

struct Rate<K: Hash + Eq + Clone> {
    per_minute: u32,
    limiter: RateLimiter<K, HashMapStateStore<K>, EnvironmentClock, NoOpMiddleware<Nanos>>,
}

impl<K: Hash + Eq + Clone> Rate<K> {
    fn new(per_minute: u32, clock: &EnvironmentClock) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self {
            per_minute,
            limiter: RateLimiter::new(quota, HashMapStateStore::default(), clock.clone()),
        }
    }
}

impl<K: Hash + Eq + Clone> Throttle<K> {
    /// Requests between two clean-ups of keys whose buckets are full again.
    const CLEAN_EVERY: u32 = 1024;

    fn new(clock: &EnvironmentClock) -> Self {
        Self {
            in_force: ArcSwap::from_pointee(Rate::new(1, clock)),
            clock: clock.clone(),
            asked: AtomicU32::new(0),
        }
    }

    fn pass(&self, key: &K, per_minute: u32) -> Result<(), Error> {
        let rate = self.rate(per_minute);
        if self.asked.fetch_add(1, Ordering::Relaxed) % Self::CLEAN_EVERY == Self::CLEAN_EVERY - 1 {
            rate.limiter.retain_recent();
            rate.limiter.shrink_to_fit();
        }
        rate.limiter.check_key(key).map_err(|refused| {
            let wait = refused.wait_time_from(self.clock.now());
            Error::RateLimited {
                retry_after_seconds: seconds_up(wait).max(1),
            }
        })
    }

    /// The buckets of that limit; of several that ask for another one at once, one makes them.
    fn rate(&self, per_minute: u32) -> Arc<Rate<K>> {
        loop {
            let found = self.in_force.load_full();
            if found.per_minute == per_minute {
                return found;
            }
            let fresh = Arc::new(Rate::new(per_minute, &self.clock));
            self.in_force.compare_and_swap(&found, fresh);
        }
    }
}

/// An address as it is throttled: an IPv6 customer commands a whole /64.
fn throttled(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 64 << 64).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

impl App {
    /// Takes one call from a customer's bucket.
    pub fn charge(&self, customer: CustomerId, per_minute: u32) -> Charged {
        let charged = self.limits.charge(customer, per_minute);
        if matches!(charged, Charged::Refused(_, _)) {
            self.ledger.metrics().rate_limited.inc();
        }
        charged
    }

    /// Where a customer's bucket stands; nothing is taken from it.
    pub fn allowance(&self, customer: CustomerId, per_minute: u32) -> Allowance {
        self.limits.standing(customer, per_minute)
    }

    /// Lets a customer's release of a kill switch, or one that changes nothing, pass or not.
    pub fn pass_switch(&self, customer: CustomerId) -> Result<(), Error> {
        self.limits.switches.pass(&customer, SWITCHES_PER_MINUTE)
    }

    /// Lets a call by a session in the portal pass, or not.
    pub fn pass_portal_call(&self, session: SessionId) -> Result<(), Error> {
        let throttle = &self.limits.portal_calls;
        throttle.pass(&session, PORTAL_CALLS_PER_MINUTE)
    }

    /// Lets a registration from that address pass, or not; a local one always passes.
    pub fn pass_registration(&self, address: Option<IpAddr>) -> Result<(), Error> {
        address.map_or(Ok(()), |address| {
            let per_minute = self.live().settings().registrations_per_minute;
            let throttle = &self.limits.registrations;
            throttle.pass(&throttled(address), per_minute)
        })
    }

    /// Lets a request for a quote from that address pass, or not; a local one always passes.
    pub fn pass_quote(&self, address: Option<IpAddr>) -> Result<(), Error> {
        address.map_or(Ok(()), |address| {
            let per_minute = self.live().settings().quotes_per_minute;
            self.limits.quotes.pass(&throttled(address), per_minute)
        })
    }

    /// Lets a sign-in pass, or not.
    pub fn pass_login(&self, address: Option<IpAddr>, account: &Username) -> Result<(), Error> {
        self.pass_door(address)?;
        let per_minute = self.live().settings().logins_per_account_per_minute;
        let forgiven = self.limits.forgiven.read();
        let forgiven = forgiven.unwrap_or_else(PoisonError::into_inner);
        let times = forgiven.get(account).copied().unwrap_or(0);
        let bucket = (account.clone(), times);
        let passed = self.limits.logins_by_account.pass(&bucket, per_minute);
        self.noted(passed)
    }

    /// Lets the use of a setup link, of a link into a portal, or of a key at a portal's door pass,
    /// or not: who guesses at one is guessing at the door.
    pub fn pass_door(&self, address: Option<IpAddr>) -> Result<(), Error> {
        let per_minute = self.live().settings().logins_per_address_per_minute;
        let passed = address.map_or(Ok(()), |address| {
            let throttle = &self.limits.logins_by_address;
            throttle.pass(&throttled(address), per_minute)
        });
        self.noted(passed)
    }

    fn noted(&self, passed: Result<(), Error>) -> Result<(), Error> {
        if passed.is_err() {
            self.ledger.metrics().logins_throttled.inc();
        }
        passed
    }

    /// Forgets the failed sign-ins to an account that was let in again.
    pub(super) fn forgive(&self, account: &Username) {
        let forgiven = self.limits.forgiven.write();
        let mut forgiven = forgiven.unwrap_or_else(PoisonError::into_inner);
        *forgiven.entry(account.clone()).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Timestamp;

    #[derive(Default)]
    struct Fixed(AtomicU64);

    impl Fixed {
        fn advance(&self, duration: Duration) {
            let nanos = u64::try_from(duration.as_nanos()).unwrap();
            self.0.fetch_add(nanos, Ordering::Relaxed);
        }
    }

    impl Environment for Fixed {
        fn now(&self) -> Timestamp {
            Timestamp::default()
        }
        fn monotonic_nanos(&self) -> u64 {
            self.0.load(Ordering::Relaxed)
        }
        fn fill(&self, _: &mut [u8]) {}
    }

    fn limits() -> (Arc<Fixed>, Limits) {
        let clock = Arc::new(Fixed::default());
        clock.advance(Duration::from_secs(1000));
        (Arc::clone(&clock), Limits::new(clock))
    }

    #[test]
    fn a_bucket_is_refilled_evenly_over_the_minute() {
        let (clock, limits) = limits();
        let customer = CustomerId::from_bytes([1; 16]);
        for left in (0..10).rev() {
            let expected = Allowance {
                limit: 10,
                remaining: left,
                full_after_seconds: u64::from(10 - left) * 6,
            };
            assert_eq!(limits.charge(customer, 10), Charged::Passed(expected));
        }
        let empty = Allowance {
            limit: 10,
            remaining: 0,
            full_after_seconds: 60,
        };
        assert_eq!(limits.charge(customer, 10), Charged::Refused(empty, 6));
        clock.advance(Duration::from_secs(5));
        assert_eq!(limits.charge(customer, 10), Charged::Refused(empty, 1));
        clock.advance(Duration::from_secs(1));
        assert!(matches!(limits.charge(customer, 10), Charged::Passed(_)));
        assert!(matches!(
            limits.charge(customer, 10),
            Charged::Refused(_, 6)
        ));
    }

    #[test]
    fn another_limit_is_no_fresh_start() {
        let (_, limits) = limits();
        let customer = CustomerId::from_bytes([1; 16]);
        for _ in 0..10 {
            limits.charge(customer, 10);
        }
        assert_eq!(limits.charge(customer, 100).allowance().remaining, 89);
        for _ in 0..89 {
            limits.charge(customer, 100);
        }
        assert!(matches!(
            limits.charge(customer, 10),
            Charged::Refused(_, _)
        ));
    }

    #[test]
    fn throttles_are_per_key() {
        let (_, limits) = limits();
        let one: IpAddr = "2001:db8::1".parse().unwrap();
        let same_network: IpAddr = "2001:db8::2".parse().unwrap();
        let pass = |address: IpAddr, per_minute| {
            let throttle = &limits.logins_by_address;
            throttle.pass(&throttled(address), per_minute).is_ok()
        };
        for _ in 0..20 {
            assert!(pass(one, 20));
        }
        assert!(!pass(same_network, 20));
        assert!(pass("10.0.0.1".parse().unwrap(), 20));
        assert!(pass(one, 21), "another limit is a fresh start");
        assert!(pass(same_network, 21));
    }
}
