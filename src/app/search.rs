//! One question over everything that the caller may see: what has that identifier, or that name?

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{App, Caller, Error};
use crate::domain::id::{ApprovalId, CustomerId, KeyId, OperatorId, PermissionId, time_of};
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::domain::text::AgentId;
use crate::domain::time::Timestamp;
use crate::ledger::{RecordName, StoreError};
use crate::live::{AgentState, CustomerState, KeyState, Live, Need};

/// What a search finds at most.
pub const FOUND_AT_MOST: usize = 20;
/// Names that are read for one search at most; identifiers are found among any number.
const NAMES_READ_AT_MOST: usize = 200_000;
/// What is gathered of each kind before the best are chosen.
const GATHERED_AT_MOST: usize = 100;

/// What is seen by whoever may see agents.
const AGENTS: Need = Need {
    anyone: false,
    scopes: &[Scope::Manage],
    roles: Roles::ANY,
};
/// What is seen by whoever may see requests for approval.
const APPROVALS: Need = Need {
    anyone: false,
    scopes: &[Scope::Manage, Scope::Approve],
    roles: Roles::ANY,
};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A customer.
    Customer,
    /// An operator.
    Operator,
    /// An agent.
    Agent,
    /// An API key.
    Key,
    /// A permission.
    Permission,
    /// A request for approval.
    Approval,
    /// A record of the log.
    Record,
}

impl Kind {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Operator => "operator",
            Self::Agent => "agent",
            Self::Key => "key",
            Self::Permission => "permission",
            Self::Approval => "approval",
            Self::Record => "record",
        }
    }
}

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    Part,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// A little more about it.
    pub detail: String,
    /// The customer that it belongs to, or is.
    pub customer_id: Option<CustomerId>,
}

impl App {
    /// Finds what has that identifier, or begins with it, and then what has that in its name.
    /// Blocks on the database where a record is asked for.
    pub fn search(
        &self,
        live: &Live,
        caller: &Caller,
        customer: Option<CustomerId>,
        text: &str,
        now: Timestamp,
    ) -> Result<Vec<Hit>, Error> {
        let may = |need: &Need| live.admit(&caller.credential, need, now).is_ok();
        let mut search = Search {
            live,
            customer,
            sees_operators: caller.is_operator() && customer.is_none(),
            sees_agents: may(&AGENTS),
            sees_approvals: may(&APPROVALS),
            now,
            found: Vec::new(),
        };
        search.by_identifier(text);
        self.records(&mut search, text)?;
        if search.found.len() < FOUND_AT_MOST {
            let more = search.by_name(text);
            search.found.extend(more);
        }
        let mut hits = search.found;
        let mut seen = HashSet::new();
        hits.retain(|hit| seen.insert((hit.kind, hit.id.clone(), hit.customer_id)));
        hits.truncate(FOUND_AT_MOST);
        Ok(hits)
    }

    /// What only the database knows: records, and approvals that are answered.
    fn records(&self, search: &mut Search<'_>, text: &str) -> Result<(), Error> {
        let reader = self.ledger.reader();
        let is_id = |kind: &str| {
            let digits = text.strip_prefix(kind);
            digits.is_some_and(|digits| time_of(digits).is_some())
        };
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        let name = if is_id("dec_") || is_id("rec_") {
            Some(RecordName::Id(text.to_owned()))
        } else {
            let number = is_number.then(|| text.parse().ok());
            number.flatten().map(RecordName::Number)
        };
        if let Some(name) = name {
            // One that is not found in time is not found; by its own route it says why.
            let found = match reader.record(search.customer, &name) {
                Err(StoreError::TooSlow) => None,
                found => found?,
            };
            if let Some(found) = found {
                let record = found.row.record;
                let about = record.resource.or(record.agent_id).unwrap_or_default();
                search.found.push(Hit {
                    kind: Kind::Record,
                    id: record.id,
                    title: joined(&[&record.action, &about]),
                    detail: format!("{} · {}", record.result, record.at),
                    customer_id: record.customer_id,
                });
            }
        }
        let approval = text.parse::<ApprovalId>().ok();
        let is_known = search.found.iter().any(|hit| hit.id == text);
        if let Some(id) = approval.filter(|_| search.sees_approvals && !is_known) {
            let owner = reader.customer_of_approval(id)?;
            let is_seen = |owner: &CustomerId| search.customer.is_none_or(|only| only == *owner);
            if let Some(owner) = owner.filter(is_seen) {
                search.found.push(Hit {
                    kind: Kind::Approval,
                    id: id.to_string(),
                    title: "a request for approval".to_owned(),
                    detail: "answered, used or over".to_owned(),
                    customer_id: Some(owner),
                });
            }
        }
        Ok(())
    }
}

struct Search<'a> {
    live: &'a Live,
    /// Only what is this customer's.
    customer: Option<CustomerId>,
    sees_operators: bool,
    sees_agents: bool,
    sees_approvals: bool,
    now: Timestamp,
    found: Vec<Hit>,
}

impl<'a> Search<'a> {
    /// The customers whose things are looked through.
    fn customers(&self) -> impl Iterator<Item = &'a Arc<CustomerState>> + use<'a> {
        let live = self.live;
        let one = self.customer.map(|id| live.customer(id));
        let all = self.customer.is_none().then(|| live.customers());
        one.flatten().into_iter().chain(all.into_iter().flatten())
    }

    /// What has the identifier, or begins with it. Each kind is in the order of its identifiers,
    /// so that this looks at what it finds, and once at each customer.
    fn by_identifier(&mut self, text: &str) {
        let room = FOUND_AT_MOST;
        if let Some((first, last)) = range(text, CustomerId::PREFIX, CustomerId::range_of) {
            let only = self.customer;
            let found = self.live.customers_from(first);
            let found = found.take_while(|state| state.customer().id <= last);
            let found = found.filter(|state| only.is_none_or(|only| only == state.customer().id));
            self.found
                .extend(found.take(room).map(|state| of_customer(state)));
        } else if let Some((first, last)) = range(text, KeyId::PREFIX, KeyId::range_of) {
            let now = self.now;
            let found = self.customers().flat_map(|state| {
                let keys = state.keys_from(first);
                keys.take_while(|key| key.key.id <= last)
            });
            let found = found.take(room).map(|key| of_key(key, now));
            self.found.extend(found);
        } else if let Some((first, last)) =
            range(text, PermissionId::PREFIX, PermissionId::range_of)
        {
            let found = self.customers().flat_map(|state| {
                let permissions = state.permissions_from(first);
                permissions.take_while(|permission| permission.id <= last)
            });
            let found = found.take(room).map(|permission| Hit {
                kind: Kind::Permission,
                id: permission.id.to_string(),
                title: joined(&[
                    permission.effect.word(),
                    permission.action.as_str(),
                    permission.resource.as_str(),
                ]),
                detail: permission.agent_id.to_string(),
                customer_id: Some(permission.customer_id),
            });
            self.found.extend(found);
        } else if let Some((first, last)) = range(text, ApprovalId::PREFIX, ApprovalId::range_of) {
            if !self.sees_approvals {
                return;
            }
            let now = self.now;
            let found = self.customers().flat_map(|state| {
                let approvals = state.approvals_from(first);
                approvals.take_while(|approval| approval.id <= last)
            });
            let found = found.take(room).map(|approval| {
                let status = if approval.is_expired(now) {
                    "expired"
                } else {
                    approval.status.word()
                };
                Hit {
                    kind: Kind::Approval,
                    id: approval.id.to_string(),
                    title: joined(&[approval.action.as_str(), approval.resource.as_str()]),
                    detail: format!("{} · {status}", approval.agent_id),
                    customer_id: Some(approval.customer_id),
                }
            });
            self.found.extend(found);
        } else if let Some((first, last)) = range(text, OperatorId::PREFIX, OperatorId::range_of) {
            let operators = self.live.operators().filter(|_| self.sees_operators);
            let found = operators.filter(|operator| (first..=last).contains(&operator.id));
            self.found
                .extend(found.take(room).map(|operator| of_operator(operator)));
        }
    }

    /// What has the text in its name, the best first; in capitals or not.
    fn by_name(&self, text: &str) -> Vec<Hit> {
        let wanted = text.to_lowercase();
        let mut gathered: Vec<(Fit, Hit)> = Vec::new();
        let mut counts: HashMap<Kind, usize> = HashMap::new();
        let mut reads = NAMES_READ_AT_MOST;
        let mut look = |names: [&str; 2], hit: &dyn Fn() -> Hit| {
            reads = reads.saturating_sub(1);
            let best = names.iter().filter_map(|name| fit(name, &wanted)).min();
            let Some(best) = best else {
                return reads > 0;
            };
            let hit = hit();
            let count = counts.entry(hit.kind).or_default();
            *count += 1;
            gathered.push((best, hit));
            reads > 0 && *count < GATHERED_AT_MOST
        };
        self.names_of_customers(&mut look);
        self.names_of_operators(&mut look);
        self.starts_of_agents(text, &mut look);
        self.names_of_agents(&mut look);
        self.names_of_keys(&mut look);
        gathered.sort_by(|(one, a), (other, b)| {
            (one, a.kind, &a.title, &a.id).cmp(&(other, b.kind, &b.title, &b.id))
        });
        gathered.into_iter().map(|(_, hit)| hit).collect()
    }

    // Each of these ends when there is enough of its kind, or when enough was read.

    fn names_of_customers(&self, look: Look<'_>) -> bool {
        self.customers().all(|state| {
            let customer = state.customer();
            let names = [customer.name.as_str(), customer.email.as_str()];
            look(names, &|| of_customer(state))
        })
    }

    fn names_of_operators(&self, look: Look<'_>) -> bool {
        let mut operators = self.live.operators().filter(|_| self.sees_operators);
        operators.all(|operator| look([operator.username.as_str(), ""], &|| of_operator(operator)))
    }

    /// Agents are in the order of their identifiers: those that begin with the text are found
    /// among any number.
    fn starts_of_agents(&self, text: &str, look: Look<'_>) -> bool {
        let first = AgentId::from_stored(text);
        let mut customers = self.customers().filter(|_| self.sees_agents);
        customers.all(|state| {
            let begins = |found: &&AgentState| found.agent.id.as_str().starts_with(text);
            let mut found = state.agents_from(&first).take_while(begins);
            found.all(|found| look([found.agent.id.as_str(), ""], &|| of_agent(found)))
        })
    }

    fn names_of_agents(&self, look: Look<'_>) -> bool {
        let mut customers = self.customers().filter(|_| self.sees_agents);
        customers.all(|state| {
            state.agents_after(None).all(|found| {
                let names = [found.agent.id.as_str(), found.agent.name.as_str()];
                look(names, &|| of_agent(found))
            })
        })
    }

    fn names_of_keys(&self, look: Look<'_>) -> bool {
        self.customers().all(|state| {
            state.keys().all(|found| {
                let shown = found.key.prefix.trim_end_matches('\u{2026}');
                look([found.key.name.as_str(), shown], &|| {
                    of_key(found, self.now)
                })
            })
        })
    }
}

/// Looks at the names of one thing, and says whether to go on.
type Look<'l> = &'l mut dyn FnMut([&str; 2], &dyn Fn() -> Hit) -> bool;

/// The range of identifiers of a kind that begin with the text, if it can be the start of one.
fn range<T>(
    text: &str,
    prefix: &str,
    range_of: impl FnOnce(&str) -> Option<(T, T)>,
) -> Option<(T, T)> {
    range_of(text.strip_prefix(prefix)?)
}

fn fit(name: &str, text: &str) -> Option<Fit> {
    let name = name.to_lowercase();
    if name == text {
        Some(Fit::Whole)
    } else if name.starts_with(text) {
        Some(Fit::Start)
    } else {
        name.contains(text).then_some(Fit::Part)
    }
}

fn of_customer(state: &CustomerState) -> Hit {
    let customer = state.customer();
    let status = if customer.is_active {
        ""
    } else {
        " · deactivated"
    };
    Hit {
        kind: Kind::Customer,
        id: customer.id.to_string(),
        title: customer.name.to_string(),
        detail: format!("{} · {}{status}", customer.email, customer.tier),
        customer_id: Some(customer.id),
    }
}

fn of_operator(operator: &crate::domain::operator::Operator) -> Hit {
    let status = if operator.is_disabled {
        " · disabled"
    } else {
        ""
    };
    Hit {
        kind: Kind::Operator,
        id: operator.id.to_string(),
        title: operator.username.to_string(),
        detail: format!("{}{status}", operator.role.word()),
        customer_id: None,
    }
}

fn of_agent(found: &AgentState) -> Hit {
    let agent = &found.agent;
    Hit {
        kind: Kind::Agent,
        id: agent.id.to_string(),
        title: agent.name.to_string(),
        detail: format!("{} · {}", agent.owner, agent.status.word()),
        customer_id: Some(agent.customer_id),
    }
}

fn of_key(found: &KeyState, now: Timestamp) -> Hit {
    let key = &found.key;
    let status = if key.is_active(now) { "" } else { " · over" };
    Hit {
        kind: Kind::Key,
        id: key.id.to_string(),
        title: key.name.to_string(),
        detail: format!("{}{status}", key.prefix),
        customer_id: Some(key.customer_id),
    }
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
