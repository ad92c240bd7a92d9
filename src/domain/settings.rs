//! What the operator may set otherwise while the program runs.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::billing::Billing;
use super::origin::CrossOrigin;
use super::outbox::OutboxSettings;
use super::secret::SecretDigest;
use super::stripe::StripeSettings;
use super::tier::Tiers;

/// The settings that everything is decided on. They are part of the live state, so that a change
/// of them has its place in the one order, and nobody sees half of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveSettings {
    /// The tiers on offer.
    pub tiers: Arc<Tiers>,
    /// How long a request for approval, its grant and its rejection stand.
    pub approvals_expire_after: Duration,
    /// Requests, grants and rejections that may stand at once for one customer.
    pub approvals_max_open: usize,
    /// Whether anybody may register.
    pub registration_is_open: bool,
    /// Registrations from one address per minute.
    pub registrations_per_minute: u32,
    /// Whether anybody may ask for a quote.
    pub quotes_are_open: bool,
    /// Requests for a quote from one address per minute.
    pub quotes_per_minute: u32,
    /// How long a session lasts unused.
    pub session_idle: Duration,
    /// How long a session lasts at most.
    pub session_absolute: Duration,
    /// Sign-ins to one account per minute.
    pub logins_per_account_per_minute: u32,
    /// Sign-ins from one address per minute.
    pub logins_per_address_per_minute: u32,
    /// The digest of what `Authorization: Bearer` must carry for `/metrics`, besides an operator's
    /// credential.
    pub metrics_token: Option<SecretDigest>,
    /// What may be sent outside, and where to.
    pub outbox: Arc<OutboxSettings>,
    /// What stands on statements besides the numbers.
    pub billing: Arc<Billing>,
    /// Whether requests are logged.
    pub log_requests: bool,
    /// Pages of which other origins may call what.
    pub cross_origin: CrossOrigin,
    /// What documents are left out, and what the operator has written.
    pub documents: Arc<DocumentSettings>,
    /// What Stripe tells, and what it means here.
    pub stripe: StripeSettings,
    /// Every setting that is in force, by its key and as it would stand in a file: for documents,
    /// which show what is in force.
    pub shown: Arc<BTreeMap<&'static str, String>>,
}

/// What the operator sets about the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentSettings {
    /// The names of those that the pages leave out.
    pub hidden: Vec<String>,
    /// The policy of refunds and cancellation, as Markdown; without one the built-in template stands.
    pub policy: Option<Arc<str>>,
    /// Whom to ask for help, as Markdown; without one the built-in text stands.
    pub help: Option<Arc<str>>,
}

impl DocumentSettings {
    /// Whether the pages have the document of that name.
    pub fn shows(&self, name: &str) -> bool {
        !self.hidden.iter().any(|hidden| hidden == name)
    }
}

/// A configuration that comes into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// What is decided on from now on.
    pub live: Arc<LiveSettings>,
    /// Every setting as JSON, without secrets: the next start tells by it what is new.
    pub settings: Arc<str>,
}

impl Default for LiveSettings {
    fn default() -> Self {
        Self {
            tiers: Arc::new(Tiers::built_in()),
            approvals_expire_after: Duration::from_hours(24),
            approvals_max_open: 1_000,
            registration_is_open: true,
            registrations_per_minute: 60,
            quotes_are_open: true,
            quotes_per_minute: 5,
            session_idle: Duration::from_mins(30),
            session_absolute: Duration::from_hours(12),
            logins_per_account_per_minute: 5,
            logins_per_address_per_minute: 20,
            metrics_token: None,
            outbox: Arc::default(),
            billing: Arc::default(),
            log_requests: true,
            cross_origin: CrossOrigin::default(),
            documents: Arc::default(),
            stripe: StripeSettings::default(),
            shown: Arc::default(),
        }
    }
}

impl From<Tiers> for LiveSettings {
    /// The built-in settings with other tiers.
    fn from(tiers: Tiers) -> Self {
        Self {
            tiers: Arc::new(tiers),
            ..Self::default()
        }
    }
}
