//! What a check costs the ledger's thread: processor time, which a busy machine hardly changes.
//!
//! `cargo bench --bench ledger` prints microseconds per check, for agents that ask the same few
//! things and for agents that ask something else every time. Flushes are those of a killed process:
//! the disk is not measured here.

use std::collections::VecDeque;
use std::sync::Arc;

use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::actor::Actor;
use portcullis::domain::agent::{Agent, AgentStatus};
use portcullis::domain::check::CheckRequest;
use portcullis::domain::context::Context;
use portcullis::domain::customer::{Customer, Overrides};
use portcullis::domain::id::{CustomerId, KeyId, PermissionId};
use portcullis::domain::key::ApiKey;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::pattern::Pattern;
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::scope::Scopes;
use portcullis::domain::secret::SecretDigest;
use portcullis::domain::text::{Action, AgentId, Email, Name, Resource, ZoneName};
use portcullis::domain::time::Timestamp;
use portcullis::ledger::{
    Accepted, ChangeMeta, CheckEntry, Coded, DataDir, Durability, Hooks, Lane, Ledger, Settings,
};
use portcullis::live::Credential;
use portcullis::metrics::Metrics;

type Failure = Box<dyn std::error::Error>;

const CUSTOMERS: u8 = 20;
const AGENTS: usize = 50;
const CHECKS: usize = 100_000;
const ROUNDS: usize = 5;
/// Checks that wait for the ledger at once.
const WINDOW: usize = 512;

#[derive(Debug, thiserror::Error)]
#[error("refused")]
struct No;

impl Coded for No {
    fn code(&self) -> &'static str {
        "conflict"
    }
}

fn main() -> Result<(), Failure> {
    let place = tempfile::tempdir()?;
    let ledger = Ledger::open(
        DataDir::take(place.path(), "bench")?,
        Settings {
            durability: Durability::Process,
            ..Settings::default()
        },
        Arc::default(),
        Arc::new(SystemEnvironment::default()),
        Arc::new(Metrics::default()),
        Hooks::default(),
    )?;
    furnish(&ledger)?;
    let same = |_: usize| "read".to_owned();
    let other = |turn: usize| format!("read-{turn}");
    ask(&ledger, CHECKS / 10, &same)?;
    for _ in 0..ROUNDS {
        let usual = ask(&ledger, CHECKS, &same)?;
        let worst = ask(&ledger, CHECKS, &other)?;
        println!("same questions: {usual:.2} us a check; always others: {worst:.2} us a check");
    }
    Ok(())
}

/// Microseconds of the ledger's thread for one check.
fn ask(ledger: &Ledger, checks: usize, action: &dyn Fn(usize) -> String) -> Result<f64, Failure> {
    let before = ledger_thread_nanos()?;
    let mut waiting = VecDeque::with_capacity(WINDOW);
    for turn in 0..checks {
        if waiting.len() == WINDOW
            && let Some(answer) = waiting.pop_front()
        {
            let answer: oneshot::Receiver<Result<_, _>> = answer;
            answer.recv()??;
        }
        waiting.push_back(ledger.check(entry(ledger, turn, &action(turn))?));
    }
    for answer in waiting {
        answer.recv()??;
    }
    let nanos = ledger_thread_nanos()? - before;
    #[expect(clippy::cast_precision_loss, reason = "a bench prints a few digits")]
    Ok(nanos as f64 / 1000.0 / checks as f64)
}

fn entry(ledger: &Ledger, turn: usize, action: &str) -> Result<CheckEntry, Failure> {
    let live = ledger.live().load();
    let number = u8::try_from(turn % usize::from(CUSTOMERS))?;
    let key = live.key(&digest(number)).ok_or("no key")?;
    let customer = live.customer(key.key.customer_id).ok_or("no customer")?;
    let request = CheckRequest {
        agent_id: AgentId::parse(&format!("agent-{}", turn / usize::from(CUSTOMERS) % AGENTS))?,
        action: Action::parse(action)?,
        resource: Resource::parse("orders/4711")?,
        context: Context::default(),
    };
    let decision = live.decide(customer, &request, ledger.now());
    Ok(CheckEntry {
        credential: Credential::Key(key.key.digest),
        customer_id: key.key.customer_id,
        actor: Actor::Key(key.key.id),
        stamp: live.stamp(customer),
        valid_until: decision.valid_until,
        decision,
        request,
        request_id: format!("bench-{turn}"),
    })
}

fn furnish(ledger: &Ledger) -> Result<(), Failure> {
    let mut mutations = Vec::new();
    let at = Timestamp::from_micros(1);
    for number in 0..CUSTOMERS {
        let id = CustomerId::from_bytes([number + 1; 16]);
        mutations.push(Mutation::SaveCustomer(Arc::new(Customer {
            id,
            name: Name::parse(&format!("Customer {number}"))?,
            email: Email::parse(&format!("ops@customer-{number}.example"))?,
            tier: "enterprise".into(),
            overrides: Overrides::default(),
            time_zone: ZoneName::parse("UTC")?,
            is_active: true,
            deactivated_by: None,
            created_at: at,
            updated_at: at,
        })));
        mutations.push(Mutation::SaveKey(Arc::new(ApiKey {
            id: KeyId::from_bytes([number + 1; 16]),
            customer_id: id,
            name: Name::parse("key")?,
            prefix: "sk-".to_owned(),
            digest: digest(number),
            scopes: Scopes::from_bits(1),
            agent_id: None,
            holder: None,
            created_at: at,
            created_by: Actor::Local,
            expires_at: None,
            revoked_at: None,
        })));
        for agent in 0..AGENTS {
            let agent_id = AgentId::parse(&format!("agent-{agent}"))?;
            mutations.push(Mutation::SaveAgent(Arc::new(Agent {
                customer_id: id,
                id: agent_id.clone(),
                name: Name::parse("agent")?,
                owner: Name::parse("ops")?,
                status: AgentStatus::Active,
                created_at: at,
                updated_at: at,
            })));
            let mut permission = [number + 1; 16];
            if let Some(last) = permission.last_mut() {
                *last = u8::try_from(agent)?;
            }
            mutations.push(Mutation::AddPermission(Arc::new(Permission {
                id: PermissionId::from_bytes(permission),
                customer_id: id,
                agent_id,
                action: Pattern::action("read*")?,
                resource: Pattern::resource("orders/*")?,
                effect: Effect::Allow,
                condition: None,
                expires_at: None,
                created_at: at,
            })));
        }
    }
    let meta = ChangeMeta {
        action: "bench.furnish",
        actor: Actor::Local,
        claim: None,
        customer_id: None,
        agent_id: None,
        object: None,
        charged_to: None,
        request_id: "bench".to_owned(),
    };
    let made = ledger.change(Lane::Normal, meta, move |_, _| {
        Ok::<_, No>(Accepted::done((), mutations, serde_json::Value::Null))
    });
    made.recv()??;
    Ok(())
}

fn digest(number: u8) -> SecretDigest {
    SecretDigest::from_bytes([number + 1; 32])
}

/// Processor time that the ledger's thread has used.
fn ledger_thread_nanos() -> Result<u64, Failure> {
    for task in std::fs::read_dir("/proc/self/task")? {
        let task = task?.path();
        if std::fs::read_to_string(task.join("comm"))?.trim() == "ledger" {
            let times = std::fs::read_to_string(task.join("schedstat"))?;
            return Ok(times.split(' ').next().ok_or("no time")?.parse()?);
        }
    }
    Err("there is no thread `ledger`".into())
}
