//! One customer's part of the live state.

use std::ops::Bound;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use imbl::{HashMap, OrdMap};

use super::quota::MonthChecks;
use super::topics::{Marks, Topic};

use crate::domain::agent::Agent;
use crate::domain::approval::{Approval, Binding};
use crate::domain::customer::Customer;
use crate::domain::decide::Approvals;
use crate::domain::id::{ApprovalId, KeyId, PermissionId};
use crate::domain::key::ApiKey;
use crate::domain::kill::KillSwitch;
use crate::domain::month::Month;
use crate::domain::permission::Permission;
use crate::domain::quota::QuotaNotice;
use crate::domain::text::AgentId;
use crate::domain::time::Timestamp;

/// An API key and when it was last used. The time is a counter, not state: it moves no revision.
pub struct KeyState {
    /// The key.
    pub key: Arc<ApiKey>,
    last_used: Arc<AtomicI64>,
}

impl KeyState {
    /// A key, with the counter of the key it replaces.
    pub fn new(key: Arc<ApiKey>, last_used: Option<Arc<AtomicI64>>) -> Self {
        Self {
            key,
            last_used: last_used.unwrap_or_default(),
        }
    }

    /// The counter itself, to hand on when the key changes.
    pub fn last_used(&self) -> Arc<AtomicI64> {
        Arc::clone(&self.last_used)
    }

    /// When it was last used, if ever.
    pub fn last_used_at(&self) -> Option<Timestamp> {
        let micros = self.last_used.load(Ordering::Relaxed);
        (micros > 0).then(|| Timestamp::from_micros(micros))
    }

    /// Notes a use; true when this is the first one noted in this second.
    pub fn touch(&self, now: Timestamp) -> bool {
        let before = self.last_used.swap(now.as_micros(), Ordering::Relaxed);
        Timestamp::from_micros(before).as_seconds() != now.as_seconds()
    }
}

/// An agent with what it may do.
#[derive(Clone)]
pub struct AgentState {
    /// The agent.
    pub agent: Arc<Agent>,
    /// All its permissions, in no order that matters.
    pub permissions: Arc<[Arc<Permission>]>,
}

/// Everything of one customer.
#[derive(Clone)]
pub struct CustomerState {
    customer: Arc<Customer>,
    revision: u64,
    marks: Marks,
    calls: Arc<AtomicU64>,
    month_checks: Arc<MonthChecks>,
    quota_notices: Vec<QuotaNotice>,
    log_head: Arc<AtomicU64>,
    keys: OrdMap<KeyId, Arc<KeyState>>,
    agents: OrdMap<AgentId, AgentState>,
    permissions: OrdMap<PermissionId, Arc<Permission>>,
    kill: Option<Arc<KillSwitch>>,
    agent_kills: OrdMap<AgentId, Arc<KillSwitch>>,
    approvals: OrdMap<ApprovalId, Arc<Approval>>,
    bindings: HashMap<Binding, ApprovalId>,
}

impl CustomerState {
    pub(super) fn new(customer: Arc<Customer>) -> Self {
        Self {
            customer,
            revision: 0,
            marks: Marks::default(),
            calls: Arc::default(),
            month_checks: Arc::default(),
            quota_notices: Vec::new(),
            log_head: Arc::default(),
            keys: OrdMap::new(),
            agents: OrdMap::new(),
            permissions: OrdMap::new(),
            kill: None,
            agent_kills: OrdMap::new(),
            approvals: OrdMap::new(),
            bindings: HashMap::new(),
        }
    }

    /// The customer itself.
    pub fn customer(&self) -> &Arc<Customer> {
        &self.customer
    }

    /// Moves with every change of what decisions about its agents depend on.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Charged calls since the customer registered. A counter, not state.
    pub fn calls(&self) -> &Arc<AtomicU64> {
        &self.calls
    }

    /// Recorded checks of the month. A counter, not state.
    pub fn month_checks(&self) -> &MonthChecks {
        &self.month_checks
    }

    /// The marks of its quota that a month has reached, the lowest first; only those of the newest
    /// month that has any are kept.
    pub fn quota_notices(&self, month: Month) -> impl Iterator<Item = &QuotaNotice> {
        let all = self.quota_notices.iter();
        all.filter(move |notice| notice.month == month)
    }

    /// What has moved of what is its own.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The customer's own number of its newest record. A counter, not state.
    pub fn log_head(&self) -> &Arc<AtomicU64> {
        &self.log_head
    }

    /// Its keys, oldest first, revoked ones included.
    pub fn keys(&self) -> impl Iterator<Item = &Arc<KeyState>> {
        self.keys.values()
    }

    /// Its keys behind that one, or all of them, oldest first, revoked ones included.
    pub fn keys_after(&self, after: Option<KeyId>) -> impl Iterator<Item = &Arc<KeyState>> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let range = self.keys.range((from, Bound::Unbounded));
        range.map(|(_, key)| key)
    }

    /// The key of that identifier.
    pub fn key(&self, id: KeyId) -> Option<&Arc<KeyState>> {
        self.keys.get(&id)
    }

    /// How many keys count against `max_api_keys` at that time.
    pub fn counted_keys(&self, now: Timestamp) -> usize {
        self.keys
            .values()
            .filter(|state| state.key.counts(now))
            .count()
    }

    /// How many keys of that agent are active at that time.
    pub fn active_agent_keys(&self, agent: &AgentId, now: Timestamp) -> usize {
        let of_agent = |key: &ApiKey| key.agent_id.as_ref() == Some(agent) && key.is_active(now);
        self.keys
            .values()
            .filter(|state| of_agent(&state.key))
            .count()
    }

    /// How many agents it has.
    pub fn agent_count(&self) -> usize {
        self.agents.len()
    }

    /// How many permissions it has.
    pub fn permission_count(&self) -> usize {
        self.permissions.len()
    }

    /// The agent of that name, with its permissions.
    pub fn agent(&self, id: &AgentId) -> Option<&AgentState> {
        self.agents.get(id)
    }

    /// Agents after that one, in the order of their names.
    pub fn agents_after<'a>(
        &'a self,
        after: Option<&AgentId>,
    ) -> impl Iterator<Item = &'a AgentState> {
        let from = match after {
            Some(id) => std::ops::Bound::Excluded(id.clone()),
            None => std::ops::Bound::Unbounded,
        };
        self.agents
            .range((from, std::ops::Bound::Unbounded))
            .map(|(_, state)| state)
    }

    /// Its keys from that identifier on, revoked ones included.
    pub fn keys_from(&self, first: KeyId) -> impl Iterator<Item = &Arc<KeyState>> {
        self.keys.range(first..).map(|(_, state)| state)
    }

    /// Its agents from that name on, in the order of their names.
    pub fn agents_from(&self, first: &AgentId) -> impl Iterator<Item = &AgentState> {
        self.agents.range(first.clone()..).map(|(_, state)| state)
    }

    /// Its permissions from that identifier on.
    pub fn permissions_from(&self, first: PermissionId) -> impl Iterator<Item = &Arc<Permission>> {
        self.permissions.range(first..).map(|(_, state)| state)
    }

    /// Its standing approvals from that identifier on.
    pub fn approvals_from(&self, first: ApprovalId) -> impl Iterator<Item = &Arc<Approval>> {
        self.approvals.range(first..).map(|(_, state)| state)
    }

    /// The permission of that identifier.
    pub fn permission(&self, id: PermissionId) -> Option<&Arc<Permission>> {
        self.permissions.get(&id)
    }

    /// Permissions after that one, oldest first.
    pub fn permissions_after(
        &self,
        after: Option<PermissionId>,
    ) -> impl Iterator<Item = &Arc<Permission>> {
        let from = match after {
            Some(id) => std::ops::Bound::Excluded(id),
            None => std::ops::Bound::Unbounded,
        };
        self.permissions
            .range((from, std::ops::Bound::Unbounded))
            .map(|(_, state)| state)
    }

    /// The customer's own kill switch, when it is engaged.
    pub fn kill(&self) -> Option<&Arc<KillSwitch>> {
        self.kill.as_ref()
    }

    /// The kill switch of an agent, whether the agent is there or not.
    pub fn agent_kill(&self, agent: &AgentId) -> Option<&Arc<KillSwitch>> {
        if self.agent_kills.is_empty() {
            None
        } else {
            self.agent_kills.get(agent)
        }
    }

    /// How many of its agents have a kill switch engaged, there or not.
    pub fn agent_kill_count(&self) -> usize {
        self.agent_kills.len()
    }

    /// The kill switches of its agents that are engaged.
    pub fn agent_kills(&self) -> impl Iterator<Item = &Arc<KillSwitch>> {
        self.agent_kills.values()
    }

    /// The approvals that stand, oldest first.
    pub fn approvals(&self) -> impl Iterator<Item = &Arc<Approval>> {
        self.approvals.values()
    }

    /// The standing approval of that identifier.
    pub fn approval(&self, id: ApprovalId) -> Option<&Arc<Approval>> {
        self.approvals.get(&id)
    }

    /// How many approvals stand, expired ones included.
    pub fn approval_count(&self) -> usize {
        self.approvals.len()
    }

    pub(super) fn bump(&mut self, topics: &[Topic]) {
        self.revision += 1;
        self.marks.note(topics);
    }

    pub(super) fn set_customer(&mut self, customer: Arc<Customer>) {
        self.customer = customer;
    }

    pub(super) fn note_quota(&mut self, notice: QuotaNotice) {
        self.quota_notices
            .retain(|known| known.month == notice.month);
        self.quota_notices.push(notice);
    }

    pub(super) fn save_key(&mut self, key: Arc<KeyState>) {
        self.keys.insert(key.key.id, key);
    }

    pub(super) fn save_agent(&mut self, agent: &Arc<Agent>) {
        if let Some(state) = self.agents.get_mut(&agent.id) {
            state.agent = Arc::clone(agent);
        } else {
            let state = AgentState {
                agent: Arc::clone(agent),
                permissions: Arc::new([]),
            };
            self.agents.insert(agent.id.clone(), state);
        }
    }

    pub(super) fn delete_agent(&mut self, agent: &AgentId) {
        if let Some(state) = self.agents.remove(agent) {
            for permission in state.permissions.iter() {
                self.permissions.remove(&permission.id);
            }
        }
    }

    pub(super) fn add_permission(&mut self, permission: &Arc<Permission>) {
        if let Some(state) = self.agents.get_mut(&permission.agent_id) {
            let added = std::iter::once(permission);
            state.permissions = state.permissions.iter().chain(added).cloned().collect();
            self.permissions
                .insert(permission.id, Arc::clone(permission));
        }
    }

    pub(super) fn delete_permission(&mut self, id: PermissionId) {
        let Some(permission) = self.permissions.remove(&id) else {
            return;
        };
        if let Some(state) = self.agents.get_mut(&permission.agent_id) {
            state.permissions = state
                .permissions
                .iter()
                .filter(|other| other.id != id)
                .cloned()
                .collect();
        }
    }

    pub(super) fn set_kill(&mut self, kill: Option<Arc<KillSwitch>>) {
        self.kill = kill;
    }

    pub(super) fn set_agent_kill(&mut self, agent: &AgentId, kill: Option<Arc<KillSwitch>>) {
        match kill {
            Some(kill) => self.agent_kills.insert(agent.clone(), kill),
            None => self.agent_kills.remove(agent),
        };
    }

    pub(super) fn forget_approval(&mut self, approval: &Approval) {
        self.approvals.remove(&approval.id);
        if self.bindings.get(&approval.binding) == Some(&approval.id) {
            self.bindings.remove(&approval.binding);
        }
    }

    /// Returns the approval that this one took the place of, if it did.
    pub(super) fn save_approval(&mut self, approval: &Arc<Approval>) -> Option<ApprovalId> {
        if !approval.status.is_standing() {
            self.forget_approval(approval);
            return None;
        }
        self.approvals.insert(approval.id, Arc::clone(approval));
        let before = self.bindings.insert(approval.binding, approval.id);
        let replaced = before.filter(|id| *id != approval.id);
        if let Some(id) = replaced {
            self.approvals.remove(&id);
        }
        replaced
    }
}

impl Approvals for CustomerState {
    fn standing(&self, binding: &Binding) -> Option<&Arc<Approval>> {
        self.bindings
            .get(binding)
            .and_then(|id| self.approvals.get(id))
    }
}
