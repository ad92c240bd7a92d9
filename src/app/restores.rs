//! What a restored database becomes before anything is asked of it: a new epoch in which nothing is
//! decided until an owner has looked, and in which nothing that was withdrawn comes back unseen.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::Error;
use crate::domain::actor::Actor;
use crate::domain::agent::{Agent, AgentStatus};
use crate::domain::approval::{Approval, ApprovalStatus};
use crate::domain::customer::Customer;
use crate::domain::key::ApiKey;
use crate::domain::kill::{Authority, KillSwitch, KillTarget};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, OperatorToken};
use crate::domain::outbox::{Message, MessageStatus};
use crate::domain::permission::{Effect, Permission};
use crate::domain::record::RESTORE;
use crate::ledger::{Accepted, ChangeMeta, Lane, Ledger, Moment};
use crate::live::{CustomerState, Live};

/// The most objects of one kind that a record names.
const NAMED_AT_MOST: usize = 200;

/// What is restored, and what is lost by it, as the record names it.
#[derive(Debug, Clone)]
pub struct Gap {
    /// The backup: its file, when it was taken, the last record in it.
    pub backup: Value,
    /// The database that was put aside, with its last record as far as it is known; null when there
    /// was none.
    pub put_aside: Value,
    /// Why the kill switch is engaged, for those who see it.
    pub reason: String,
}

/// What the database that is put aside had withdrawn or stopped since the backup, and what else
/// changed in between. Lists are in words for people.
#[derive(Debug, Clone, Default)]
pub struct Since {
    /// What was withdrawn or stopped and stays so: by kind, one line each.
    pub carried: BTreeMap<&'static str, Vec<String>>,
    /// What changed otherwise and is lost, or is back: by kind, one line each.
    pub lost: BTreeMap<&'static str, Vec<String>>,
}

/// What sealing came to.
#[derive(Debug, Clone, Default)]
pub struct Sealed {
    /// Sessions that were ended.
    pub sessions_closed: usize,
    /// Requests and grants that were cancelled.
    pub approvals_cancelled: usize,
    /// What the database that is put aside knew.
    pub since: Since,
}

/// Seals a restored database: ends sessions, cancels requests and grants (a refusal stands), engages
/// the system's kill switch with an owner's authority, and carries over what `present` had
/// withdrawn. All of it is one record, the first of its epoch.
pub fn seal(
    ledger: &Ledger,
    gap: Gap,
    present: Option<Live>,
    request_id: String,
) -> Result<Sealed, Error> {
    let meta = ChangeMeta {
        action: RESTORE,
        actor: Actor::Local,
        claim: None,
        customer_id: None,
        agent_id: None,
        object: None,
        charged_to: None,
        request_id,
    };
    let promise = ledger.change(Lane::Urgent, meta, move |live, moment| {
        Ok::<_, Error>(sealed(live, moment, &gap, present.as_ref()))
    });
    let recorded = promise.recv().map_err(|_| Error::Unavailable)?;
    Ok(recorded.map_err(Error::from)?.value)
}

fn sealed(live: &Live, moment: &Moment<'_>, gap: &Gap, present: Option<&Live>) -> Accepted<Sealed> {
    let mut mutations: Vec<Mutation> = live
        .sessions()
        .map(|session| Mutation::CloseSession(Arc::clone(session)))
        .collect();
    mutations.extend(
        live.portal_sessions()
            .map(|session| Mutation::ClosePortalSession(Arc::clone(session))),
    );
    let sessions_closed = mutations.len();
    mutations.extend(
        live.portal_links()
            .all()
            .map(|link| Mutation::ClosePortalLink(Arc::clone(link))),
    );
    // What waited then may have been sent since; whoever restores decides.
    let on_the_way = |message: &&Arc<Message>| match message.status {
        MessageStatus::Waiting | MessageStatus::Sending => true,
        MessageStatus::Sent
        | MessageStatus::Failed
        | MessageStatus::Uncertain
        | MessageStatus::Cancelled => false,
    };
    mutations.extend(live.messages().filter(on_the_way).map(|message| {
        let why = "it waited in the backup that was restored, and may have been sent since";
        let why = Some(why.to_owned());
        let message = message.settled(MessageStatus::Uncertain, why, moment.now);
        Mutation::SaveMessage(Arc::new(message))
    }));
    mutations.extend(
        live.key_links()
            .all()
            .map(|link| Mutation::CloseKeyLink(Arc::clone(link))),
    );
    mutations.extend(
        live.open_setup_link()
            .map(|link| Mutation::CloseSetupLink(link.id)),
    );
    let can_admit = |status| matches!(status, ApprovalStatus::Pending | ApprovalStatus::Approved);
    let void = live.approvals_over(|approval| can_admit(approval.status));
    let approvals_cancelled = void.len();
    mutations.extend(void.iter().map(|approval| {
        Mutation::SaveApproval(Arc::new(Approval {
            status: ApprovalStatus::Cancelled,
            ..Approval::clone(approval)
        }))
    }));
    let mut since = Since::default();
    if let Some(present) = present {
        let mut carrying = Carrying {
            moment,
            mutations: Vec::new(),
            since: Since::default(),
        };
        carrying.compare(live, present);
        mutations.append(&mut carrying.mutations);
        since = carrying.since;
    }
    mutations.push(Mutation::Engage(Arc::new(KillSwitch {
        target: KillTarget::System,
        authority: Authority::Owner,
        engaged_by: Actor::Local,
        reason: Some(gap.reason.clone()),
        engaged_at: moment.now,
    })));
    let details = json!({
        "approvals_cancelled": approvals_cancelled, "backup": gap.backup,
        "carried_over": shortened(&since.carried), "put_aside": gap.put_aside,
        "sessions_closed": sessions_closed,
    });
    let sealed = Sealed {
        sessions_closed,
        approvals_cancelled,
        since,
    };
    Accepted::done(sealed, mutations, details)
}

fn shortened(carried: &BTreeMap<&'static str, Vec<String>>) -> Value {
    let kinds = carried.iter().map(|(kind, lines)| {
        let named: Vec<&String> = lines.iter().take(NAMED_AT_MOST).collect();
        (
            (*kind).to_owned(),
            json!({"count": lines.len(), "named": named}),
        )
    });
    Value::Object(kinds.collect())
}

/// Compares a restored state with the one that it replaces. Only what denies more is carried over:
/// whoever altered the other database gains nothing by it.
struct Carrying<'a> {
    moment: &'a Moment<'a>,
    mutations: Vec<Mutation>,
    since: Since,
}

impl Carrying<'_> {
    fn compare(&mut self, restored: &Live, present: &Live) {
        for later in present.customers() {
            if let Some(state) = restored.customer(later.customer().id) {
                self.customer(state, later);
            } else {
                let customer = later.customer();
                let line = format!("{} {}", customer.id, customer.email);
                self.lose("customers registered", line);
            }
        }
        for later in present.operators() {
            match restored.operator(later.id) {
                Some(operator) => self.operator(operator, later),
                None => self.lose("operators made", later.username.to_string()),
            }
            for later in present.tokens_of(later.id) {
                let known = restored.token_by_id(later.id);
                if let Some(token) = known.filter(|known| known.revoked_at.is_none())
                    && later.revoked_at.is_some()
                {
                    self.carry(
                        "operator tokens revoked",
                        format!("{} {}", later.id, later.prefix),
                    );
                    self.mutations
                        .push(Mutation::SaveToken(Arc::new(OperatorToken {
                            revoked_at: later.revoked_at,
                            ..OperatorToken::clone(token)
                        })));
                }
            }
        }
    }

    fn operator(&mut self, restored: &Operator, later: &Operator) {
        let name = &later.username;
        let mut operator = restored.clone();
        if later.is_disabled && !restored.is_disabled {
            self.carry("operators disabled", name.to_string());
            operator.is_disabled = true;
        }
        // The one before may be known to somebody: it does not come back, and neither does the new
        // one, which an altered database could have brought in.
        if later.password != restored.password && restored.password.is_some() {
            let line = format!("{name} (set a new one: `portcullis operator passwd {name}`)");
            self.carry("passwords changed, now void", line);
            operator.password = None;
        }
        let (was, is) = (later.role.word(), restored.role.word());
        match later.role.cmp(&restored.role) {
            Ordering::Equal => {}
            // The highest role comes first: this one may do less, and goes on to.
            Ordering::Greater => {
                self.carry("roles lowered", format!("{name}: `{was}`, not `{is}`"));
                operator.role = later.role;
            }
            Ordering::Less => {
                let line = format!("{name}: `{is}` again, was `{was}`");
                self.lose("roles raised", line);
            }
        }
        if operator != *restored {
            operator.updated_at = self.moment.now;
            self.mutations
                .push(Mutation::SaveOperator(Arc::new(operator)));
        }
    }

    fn customer(&mut self, restored: &CustomerState, later: &CustomerState) {
        let customer = restored.customer();
        if customer.is_active && !later.customer().is_active {
            self.carry(
                "customers deactivated",
                format!("{} {}", customer.id, customer.email),
            );
            self.mutations
                .push(Mutation::SaveCustomer(Arc::new(Customer {
                    is_active: false,
                    deactivated_by: later.customer().deactivated_by,
                    updated_at: self.moment.now,
                    ..Customer::clone(customer)
                })));
        }
        if customer.tier != later.customer().tier {
            let (was, is) = (&later.customer().tier, &customer.tier);
            let line = format!(
                "{} {}: `{is}` again, was `{was}`",
                customer.id, customer.email
            );
            self.lose("tiers changed", line);
        }
        self.keys(restored, later);
        self.agents(restored, later);
        self.permissions(restored, later);
        self.kills(restored, later);
    }

    fn keys(&mut self, restored: &CustomerState, later: &CustomerState) {
        let owner = restored.customer().id;
        for later in later.keys().map(|state| &state.key) {
            let line = format!("{} {} ({owner})", later.id, later.prefix);
            match restored.key(later.id).map(|state| &state.key) {
                None => self.lose("API keys issued", line),
                Some(key) if key.revoked_at.is_none() && later.revoked_at.is_some() => {
                    self.carry("API keys revoked", line);
                    self.mutations.push(Mutation::SaveKey(Arc::new(ApiKey {
                        revoked_at: later.revoked_at,
                        ..ApiKey::clone(key)
                    })));
                }
                Some(_) => {}
            }
        }
    }

    fn agents(&mut self, restored: &CustomerState, later: &CustomerState) {
        let owner = restored.customer().id;
        for state in later.agents_after(None) {
            if restored.agent(&state.agent.id).is_none() {
                self.lose("agents made", format!("{} ({owner})", state.agent.id));
            }
        }
        for state in restored.agents_after(None) {
            let agent = &state.agent;
            let line = format!("{} ({owner})", agent.id);
            let is_stopped = match later.agent(&agent.id) {
                None => {
                    self.carry("agents deleted, now disabled", line);
                    true
                }
                Some(later) if later.agent.status == AgentStatus::Disabled => {
                    if agent.status == AgentStatus::Active {
                        self.carry("agents disabled", line);
                    }
                    true
                }
                Some(_) => false,
            };
            if is_stopped && agent.status == AgentStatus::Active {
                self.mutations.push(Mutation::SaveAgent(Arc::new(Agent {
                    status: AgentStatus::Disabled,
                    updated_at: self.moment.now,
                    ..Agent::clone(agent)
                })));
            }
        }
    }

    fn permissions(&mut self, restored: &CustomerState, later: &CustomerState) {
        let owner = restored.customer().id;
        let line = |permission: &Permission| {
            let (action, resource) = (&permission.action, &permission.resource);
            let (effect, agent) = (permission.effect.word(), &permission.agent_id);
            format!(
                "{} {effect} {agent}: {action} on {resource} ({owner})",
                permission.id
            )
        };
        for permission in restored.permissions_after(None) {
            let is_gone = later.permission(permission.id).is_none();
            match permission.effect {
                _ if !is_gone => {}
                // An `allow` less denies more; any other rule less may allow more.
                Effect::Allow => {
                    self.carry("permissions withdrawn", line(permission));
                    let id = restored.customer().id;
                    self.mutations
                        .push(Mutation::DeletePermission(id, permission.id));
                }
                Effect::Deny | Effect::RequireApproval => {
                    self.lose("permissions withdrawn", line(permission));
                }
            }
        }
        for permission in later.permissions_after(None) {
            if restored.permission(permission.id).is_none() {
                self.lose("permissions added", line(permission));
            }
        }
    }

    fn kills(&mut self, restored: &CustomerState, later: &CustomerState) {
        let agents = later.agent_kills();
        let engaged = later.kill().into_iter().chain(agents);
        for kill in engaged {
            let (known, what) = match &kill.target {
                KillTarget::System => continue,
                KillTarget::Customer(id) => (restored.kill(), format!("customer {id}")),
                KillTarget::Agent(id, agent) => {
                    (restored.agent_kill(agent), format!("agent {agent} ({id})"))
                }
            };
            if known.is_none_or(|known| known.authority < kill.authority) {
                self.carry("kill switches engaged", what);
                self.mutations.push(Mutation::Engage(Arc::clone(kill)));
            }
        }
    }

    fn carry(&mut self, kind: &'static str, line: String) {
        self.since.carried.entry(kind).or_default().push(line);
    }

    fn lose(&mut self, kind: &'static str, line: String) {
        self.since.lost.entry(kind).or_default().push(line);
    }
}
