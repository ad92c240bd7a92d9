//! The state that checks read: one immutable value, swapped whole.
//!
//! A [`Live`] is built on persistent maps: a change costs O(log n), shares the rest with the value
//! before, and a reader gets one consistent picture with one atomic load. Only the ledger
//! publishes. Deliberately absent: SQL, locks that a reader could wait for, anything derived that
//! could go stale.

mod admission;
mod counters;
mod customer;
mod links;
mod outbox;
mod portal;
mod quota;
mod quotes;
mod stripe;
mod topics;

use std::sync::Arc;

use arc_swap::ArcSwap;
use imbl::{HashMap, OrdMap};

pub use admission::{Credential, Need, NotAdmitted, Principal};
pub use customer::{AgentState, CustomerState, KeyState};
pub use links::Links;
pub use quota::MonthChecks;
pub use topics::{Marks, Topic};

use crate::domain::approval::Approval;
use crate::domain::check::{CheckRequest, Decision};
use crate::domain::customer::Customer;
use crate::domain::decide::{Facts, decide};
use crate::domain::id::{ApprovalId, CustomerId, KeyId, OperatorId, QuoteId, TokenId};
use crate::domain::key_link::KeyLink;
use crate::domain::kill::{KillSwitch, KillTarget};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, OperatorToken, Session, SetupLink};
use crate::domain::permission::Permission;
use crate::domain::portal::PortalLink;
use crate::domain::quote::Quote;
use crate::domain::secret::SecretDigest;
use crate::domain::settings::LiveSettings;
use crate::domain::text::{Email, Username};
use crate::domain::tier::{Limits, Tier, Tiers};
use crate::domain::time::Timestamp;

/// What a decision was made on; when it moved, the decision is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    system: u64,
    customer: u64,
}

/// Everything that decisions and refusals depend on, at one point of the ledger's order.
#[derive(Clone)]
pub struct Live {
    settings: Arc<LiveSettings>,
    system_kill: Option<Arc<KillSwitch>>,
    system_revision: u64,
    customers: OrdMap<CustomerId, Arc<CustomerState>>,
    keys: HashMap<SecretDigest, Arc<KeyState>>,
    key_owners: HashMap<KeyId, CustomerId>,
    emails: HashMap<Email, CustomerId>,
    approvals: HashMap<ApprovalId, CustomerId>,
    operators: OrdMap<OperatorId, Arc<Operator>>,
    usernames: HashMap<Username, OperatorId>,
    tokens: HashMap<SecretDigest, Arc<OperatorToken>>,
    sessions: HashMap<SecretDigest, Arc<Session>>,
    setup_link: Option<Arc<SetupLink>>,
    quotes: OrdMap<QuoteId, Arc<Quote>>,
    /// What has moved anywhere.
    marks: Marks,
    /// What has moved that belongs to no customer.
    system_marks: Marks,
    key_links: Links<KeyLink>,
    portal_links: Links<PortalLink>,
    portal: portal::Portal,
    stripe: stripe::Stripe,
    outbox: outbox::Outbox,
}

impl Live {
    /// Nothing yet, with the settings in force.
    pub fn empty(settings: Arc<LiveSettings>) -> Self {
        Self {
            settings,
            system_kill: None,
            system_revision: 0,
            customers: OrdMap::new(),
            keys: HashMap::new(),
            key_owners: HashMap::new(),
            emails: HashMap::new(),
            approvals: HashMap::new(),
            operators: OrdMap::new(),
            usernames: HashMap::new(),
            tokens: HashMap::new(),
            sessions: HashMap::new(),
            setup_link: None,
            quotes: OrdMap::new(),
            marks: Marks::default(),
            system_marks: Marks::default(),
            key_links: Links::default(),
            portal_links: Links::default(),
            portal: portal::Portal::default(),
            stripe: stripe::Stripe::default(),
            outbox: outbox::Outbox::default(),
        }
    }

    /// The settings in force.
    pub fn settings(&self) -> &Arc<LiveSettings> {
        &self.settings
    }

    /// The tiers on offer.
    pub fn tiers(&self) -> &Arc<Tiers> {
        &self.settings.tiers
    }

    /// The system's kill switch, when it is engaged.
    pub fn system_kill(&self) -> Option<&Arc<KillSwitch>> {
        self.system_kill.as_ref()
    }

    /// The customer of that identifier.
    pub fn customer(&self, id: CustomerId) -> Option<&Arc<CustomerState>> {
        self.customers.get(&id)
    }

    /// All customers, oldest first.
    pub fn customers(&self) -> impl DoubleEndedIterator<Item = &Arc<CustomerState>> {
        self.customers.values()
    }

    /// Customers after that one, oldest first.
    pub fn customers_after(
        &self,
        after: Option<CustomerId>,
    ) -> impl Iterator<Item = &Arc<CustomerState>> {
        let from = match after {
            Some(id) => std::ops::Bound::Excluded(id),
            None => std::ops::Bound::Unbounded,
        };
        self.customers
            .range((from, std::ops::Bound::Unbounded))
            .map(|(_, state)| state)
    }

    /// Customers from that one on, oldest first.
    pub fn customers_from(&self, first: CustomerId) -> impl Iterator<Item = &Arc<CustomerState>> {
        self.customers.range(first..).map(|(_, state)| state)
    }

    /// The customer with that address.
    pub fn customer_by_email(&self, email: &Email) -> Option<CustomerId> {
        self.emails.get(email).copied()
    }

    /// The customer that a standing approval belongs to.
    pub fn customer_of_approval(&self, id: ApprovalId) -> Option<&Arc<CustomerState>> {
        self.approvals
            .get(&id)
            .and_then(|customer| self.customer(*customer))
    }

    /// The key with that digest, active or not.
    pub fn key(&self, digest: &SecretDigest) -> Option<&Arc<KeyState>> {
        self.keys.get(digest)
    }

    /// The key of that identifier, active or not.
    pub fn key_by_id(&self, id: KeyId) -> Option<&Arc<KeyState>> {
        let owner = self.key_owners.get(&id)?;
        self.customer(*owner)?.key(id)
    }

    /// The operator of that identifier.
    pub fn operator(&self, id: OperatorId) -> Option<&Arc<Operator>> {
        self.operators.get(&id)
    }

    /// The operator of that name.
    pub fn operator_by_name(&self, name: &Username) -> Option<&Arc<Operator>> {
        self.usernames
            .get(name)
            .and_then(|id| self.operators.get(id))
    }

    /// All operators, oldest first.
    pub fn operators(&self) -> impl Iterator<Item = &Arc<Operator>> {
        self.operators.values()
    }

    /// The tokens of one operator, oldest first.
    pub fn tokens_of(&self, operator: OperatorId) -> Vec<Arc<OperatorToken>> {
        let mut tokens: Vec<Arc<OperatorToken>> = self
            .tokens
            .values()
            .filter(|token| token.operator_id == operator)
            .cloned()
            .collect();
        tokens.sort_by_key(|token| token.id);
        tokens
    }

    /// The token of that identifier.
    pub fn token_by_id(&self, id: TokenId) -> Option<&Arc<OperatorToken>> {
        self.tokens.values().find(|token| token.id == id)
    }

    /// The token with that digest, active or not.
    pub fn token(&self, digest: &SecretDigest) -> Option<&Arc<OperatorToken>> {
        self.tokens.get(digest)
    }

    /// The session with that digest, over or not.
    pub fn session(&self, digest: &SecretDigest) -> Option<&Arc<Session>> {
        self.sessions.get(digest)
    }

    /// All sessions, in no order.
    pub fn sessions(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.sessions.values()
    }

    /// The setup link that was opened last and not used, over or not.
    pub fn open_setup_link(&self) -> Option<&Arc<SetupLink>> {
        self.setup_link.as_ref()
    }

    /// The setup link in force, if its secret has that digest and it is not over.
    pub fn setup_link(&self, digest: &SecretDigest, now: Timestamp) -> Option<&Arc<SetupLink>> {
        let link = self.setup_link.as_ref()?;
        (link.digest == *digest && now < link.expires_at).then_some(link)
    }

    /// The tier that a customer is on. A database whose customers are on tiers that are not
    /// offered is refused at the start, so there always is one.
    pub fn tier_of(&self, customer: &Customer) -> Option<&Arc<Tier>> {
        self.tiers().find(&customer.tier)
    }

    /// The limits in force for a customer; zero of everything when its tier is not offered.
    pub fn limits_of(&self, customer: &Customer) -> Limits {
        let none = Limits {
            max_agents: 0,
            max_requests_per_minute: 0,
            max_api_keys: 0,
            max_checks_per_month: Some(0),
        };
        self.tier_of(customer)
            .map_or(none, |tier| customer.limits(tier))
    }

    /// What decisions about a customer's agents depend on, as a number to compare.
    pub fn stamp(&self, customer: &CustomerState) -> Stamp {
        Stamp {
            system: self.system_revision,
            customer: customer.revision(),
        }
    }

    /// What has moved for whoever sees everything, or for whoever sees that customer: what is its
    /// own, and what holds for everybody.
    pub fn marks(&self, customer: Option<&CustomerState>) -> Marks {
        let Some(customer) = customer else {
            return self.marks;
        };
        let own = customer.marks();
        let sum = |marks: Marks, topic| {
            let both = marks.of(topic).wrapping_add(self.system_marks.of(topic));
            marks.with(topic, both)
        };
        sum(sum(*own, Topic::Kills), Topic::Settings)
    }

    /// Decides one question about one of the customer's agents.
    pub fn decide(
        &self,
        customer: &CustomerState,
        request: &CheckRequest,
        now: Timestamp,
    ) -> Decision {
        let agent = customer.agent(&request.agent_id);
        let permissions = agent.map_or(&[][..], |state| &state.permissions);
        self.decide_with(customer, request, permissions, now)
    }

    /// Decides it as if the agent had these permissions and no others.
    pub fn decide_with(
        &self,
        customer: &CustomerState,
        request: &CheckRequest,
        permissions: &[Arc<Permission>],
        now: Timestamp,
    ) -> Decision {
        let agent = customer.agent(&request.agent_id);
        let facts = Facts {
            kills: [
                self.system_kill.as_deref(),
                customer.kill().map(Arc::as_ref),
                customer.agent_kill(&request.agent_id).map(Arc::as_ref),
            ],
            agent: agent.map(|state| state.agent.as_ref()),
            permissions,
            approvals: customer,
        };
        decide(&facts, request, now)
    }

    /// The standing approvals for which `is_over` holds.
    pub fn approvals_over(&self, is_over: impl Fn(&Approval) -> bool) -> Vec<Arc<Approval>> {
        let all = self
            .customers
            .values()
            .flat_map(|customer| customer.approvals());
        all.filter(|approval| is_over(approval)).cloned().collect()
    }

    /// Forgets approvals that no decision depends on any more.
    pub fn forget_approvals(&mut self, approvals: &[Arc<Approval>]) {
        for approval in approvals {
            self.approvals.remove(&approval.id);
            // It was over already, for everybody who looks at it.
            self.change(approval.customer_id, &[], |customer| {
                customer.forget_approval(approval);
            });
        }
    }

    /// Sizes for `/metrics`: customers, keys, agents, permissions, standing approvals.
    pub fn sizes(&self) -> [(&'static str, usize); 5] {
        let sum = |of: fn(&CustomerState) -> usize| self.customers.values().map(|c| of(c)).sum();
        [
            ("customers", self.customers.len()),
            ("api_keys", self.keys.len()),
            ("agents", sum(CustomerState::agent_count)),
            ("permissions", sum(CustomerState::permission_count)),
            ("approvals", self.approvals.len()),
        ]
    }

    /// Kill switches engaged, by level, for `/metrics`.
    pub fn kills_engaged(&self) -> [(&'static str, usize); 3] {
        let customers = || self.customers.values();
        let agents = customers().map(|customer| customer.agent_kill_count());
        [
            ("system", usize::from(self.system_kill.is_some())),
            (
                "customer",
                customers().filter(|c| c.kill().is_some()).count(),
            ),
            ("agent", agents.sum()),
        ]
    }

    /// Requests that a person can answer now, for `/metrics`.
    pub fn approvals_open(&self, now: Timestamp) -> usize {
        let customers = self.customers.values();
        let all = customers.flat_map(|customer| customer.approvals());
        all.filter(|approval| approval.is_open(now)).count()
    }

    /// Applies one mutation. What refers to a customer that is not there changes nothing: the
    /// store's foreign keys refuse it first.
    pub fn apply(&mut self, mutation: &Mutation) {
        match mutation {
            Mutation::SaveCustomer(customer) => self.save_customer(customer),
            Mutation::SaveSubscription(subscription) => self.save_subscription(subscription),
            Mutation::NoteStripeEvent(event) => self.stripe.note(event),
            Mutation::SaveKey(key) => {
                let last_used = self.keys.get(&key.digest).map(|known| known.last_used());
                let state = Arc::new(KeyState::new(Arc::clone(key), last_used));
                self.keys.insert(key.digest, Arc::clone(&state));
                self.key_owners.insert(key.id, key.customer_id);
                self.change(key.customer_id, &[Topic::Keys], |customer| {
                    customer.save_key(state);
                });
            }
            Mutation::SaveKeyLink(link) => self.save_key_link(link),
            Mutation::CloseKeyLink(link) => self.close_key_link(link),
            Mutation::SaveMessage(message) => self.save_message(message),
            Mutation::ForgetMessages(ids) => self.forget_messages(ids),
            Mutation::SaveAgent(agent) => {
                self.change(agent.customer_id, &[Topic::Agents], |customer| {
                    customer.save_agent(agent);
                });
            }
            Mutation::DeleteAgent(id, agent) => {
                let topics = [Topic::Agents, Topic::Permissions];
                self.change(*id, &topics, |customer| customer.delete_agent(agent));
            }
            Mutation::AddPermission(permission) => {
                self.change(permission.customer_id, &[Topic::Permissions], |customer| {
                    customer.add_permission(permission);
                });
            }
            Mutation::DeletePermission(id, permission) => {
                self.change(*id, &[Topic::Permissions], |customer| {
                    customer.delete_permission(*permission);
                });
            }
            Mutation::Engage(kill) => self.engage(kill),
            Mutation::Release(target) => self.release(target),
            Mutation::SaveApproval(approval) => self.save_approval(approval),
            Mutation::SaveOperator(operator) => {
                self.usernames
                    .insert(operator.username.clone(), operator.id);
                self.operators.insert(operator.id, Arc::clone(operator));
                self.note(Topic::Operators);
            }
            Mutation::SaveToken(token) => {
                self.tokens.insert(token.digest, Arc::clone(token));
                self.note(Topic::Operators);
            }
            Mutation::OpenSession(session) => {
                self.sessions.insert(session.digest, Arc::clone(session));
                self.note(Topic::Operators);
            }
            Mutation::CloseSession(session) => {
                self.sessions.remove(&session.digest);
                self.note(Topic::Operators);
            }
            Mutation::Configure(configuration, _) => {
                self.settings = Arc::clone(&configuration.live);
                // Whatever waits was decided on other settings.
                self.system_revision += 1;
                self.note(Topic::Settings);
            }
            Mutation::NoteQuota(notice) => {
                self.change(notice.customer_id, &[Topic::Customers], |customer| {
                    customer.note_quota(*notice);
                });
            }
            Mutation::SaveQuote(quote) => self.save_quote(quote),
            Mutation::DeleteQuote(id) => self.delete_quote(*id),
            Mutation::OpenSetupLink(link) => {
                self.setup_link = Some(Arc::clone(link));
                self.note(Topic::Operators);
            }
            Mutation::CloseSetupLink(id) => {
                self.setup_link.take_if(|link| link.id == *id);
                self.note(Topic::Operators);
            }
            Mutation::OpenPortalSession(session) => {
                self.portal.open_session(session);
                self.change(session.customer_id, &[Topic::Keys], |_| {});
            }
            Mutation::ClosePortalSession(session) => {
                self.portal.close_session(session);
                // A check that it asked for and that waits is admitted again.
                self.change(session.customer_id, &[Topic::Keys], |_| {});
            }
            Mutation::OpenPortalLink(link) => self.save_portal_link(link),
            Mutation::ClosePortalLink(link) => self.close_portal_link(link),
        }
    }

    /// Something moved that belongs to no customer.
    fn note(&mut self, topic: Topic) {
        self.marks.note(&[topic]);
        self.system_marks.note(&[topic]);
    }

    fn change(
        &mut self,
        id: CustomerId,
        topics: &[Topic],
        change: impl FnOnce(&mut CustomerState),
    ) {
        if let Some(state) = self.customers.get_mut(&id) {
            let state = Arc::make_mut(state);
            change(state);
            state.bump(topics);
            self.marks.note(topics);
        }
    }

    fn save_customer(&mut self, customer: &Arc<Customer>) {
        let known = self
            .customers
            .get(&customer.id)
            .map(|state| state.customer().email.clone());
        if let Some(email) = known {
            self.emails.remove(&email);
            self.change(customer.id, &[Topic::Customers], |state| {
                state.set_customer(Arc::clone(customer));
            });
        } else {
            let state = Arc::new(CustomerState::new(Arc::clone(customer)));
            self.customers.insert(customer.id, state);
            self.marks.note(&[Topic::Customers]);
        }
        self.emails.insert(customer.email.clone(), customer.id);
    }

    fn engage(&mut self, kill: &Arc<KillSwitch>) {
        match &kill.target {
            KillTarget::System => {
                self.system_kill = Some(Arc::clone(kill));
                self.system_revision += 1;
                self.note(Topic::Kills);
            }
            KillTarget::Customer(id) => {
                self.change(*id, &[Topic::Kills], |customer| {
                    customer.set_kill(Some(Arc::clone(kill)));
                });
            }
            KillTarget::Agent(id, agent) => {
                self.change(*id, &[Topic::Kills], |customer| {
                    customer.set_agent_kill(agent, Some(Arc::clone(kill)));
                });
            }
        }
    }

    fn release(&mut self, target: &KillTarget) {
        match target {
            KillTarget::System => {
                self.system_kill = None;
                self.system_revision += 1;
                self.note(Topic::Kills);
            }
            KillTarget::Customer(id) => {
                self.change(*id, &[Topic::Kills], |customer| customer.set_kill(None));
            }
            KillTarget::Agent(id, agent) => {
                self.change(*id, &[Topic::Kills], |customer| {
                    customer.set_agent_kill(agent, None);
                });
            }
        }
    }

    fn save_approval(&mut self, approval: &Arc<Approval>) {
        if approval.status.is_standing() {
            self.approvals.insert(approval.id, approval.customer_id);
        } else {
            self.approvals.remove(&approval.id);
        }
        let mut replaced = None;
        self.change(approval.customer_id, &[Topic::Approvals], |customer| {
            replaced = customer.save_approval(approval);
        });
        if let Some(id) = replaced {
            self.approvals.remove(&id);
        }
    }
}

/// Where the current [`Live`] is found.
pub struct Published(ArcSwap<Live>);

impl Published {
    /// Publishes a first value.
    pub fn new(live: Live) -> Self {
        Self(ArcSwap::from_pointee(live))
    }

    /// The current value; it stays consistent however long it is held.
    pub fn load(&self) -> arc_swap::Guard<Arc<Live>> {
        self.0.load()
    }

    /// The current value, to keep.
    pub fn load_full(&self) -> Arc<Live> {
        self.0.load_full()
    }

    /// Replaces the value; only the ledger's writer does.
    pub fn publish(&self, live: Arc<Live>) {
        self.0.store(live);
    }
}
