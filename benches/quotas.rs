//! What it costs to find out whose quota has reached a mark, among 100,000 customers.
//!
//! `cargo bench --bench quotas` prints the time that one look of the clerk takes (see
//! `App::note_quotas`): after one check, after a check of each of a thousand customers, and when as
//! many have reached a mark and it is told. Flushes are those of a killed process: the disk is not
//! measured here.

use std::sync::Arc;
use std::time::{Duration, Instant};

use portcullis::app::App;
use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::actor::Actor;
use portcullis::domain::check::CheckRequest;
use portcullis::domain::context::Context;
use portcullis::domain::customer::{Customer, Overrides};
use portcullis::domain::environment::Environment as _;
use portcullis::domain::id::{CustomerId, KeyId};
use portcullis::domain::key::ApiKey;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::scope::Scopes;
use portcullis::domain::secret::SecretDigest;
use portcullis::domain::text::{Action, AgentId, Email, Name, Resource};
use portcullis::domain::time::Timestamp;
use portcullis::ledger::{
    Accepted, ChangeMeta, CheckEntry, Coded, DataDir, Durability, Hooks, Lane, Ledger, Settings,
};
use portcullis::live::Credential;
use portcullis::metrics::Metrics;

type Failure = Box<dyn std::error::Error>;

const CUSTOMERS: u32 = 100_000;
/// Those that ask.
const BUSY: u32 = 1000;
const QUOTA: u64 = 110;
const ROUNDS: usize = 21;

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
    let ledger = Arc::new(Ledger::open(
        DataDir::take(place.path(), "bench")?,
        Settings {
            durability: Durability::Process,
            ..Settings::default()
        },
        Arc::default(),
        Arc::new(SystemEnvironment::default()),
        Arc::new(Metrics::default()),
        Hooks::default(),
    )?);
    furnish(&ledger)?;
    let app = App::new(Arc::clone(&ledger));
    println!("the first look of a process: {:.2?}", looked(&app));
    let after = |asked: u32| -> Result<Duration, Failure> {
        let mut took = Vec::new();
        for _ in 0..ROUNDS {
            ask(&ledger, asked, 1)?;
            took.push(looked(&app));
        }
        took.sort();
        Ok(took.get(ROUNDS / 2).copied().unwrap_or_default())
    };
    println!("after one check: {:.2?} (median of {ROUNDS})", after(1)?);
    let many = after(BUSY)?;
    println!("after checks of {BUSY} customers: {many:.2?} (median of {ROUNDS})");
    ask(&ledger, BUSY, 68)?;
    println!(
        "that tells a mark of {BUSY} customers: {:.2?}",
        looked(&app)
    );
    Ok(())
}

fn looked(app: &App) -> Duration {
    let begun = Instant::now();
    app.note_quotas();
    begun.elapsed()
}

/// So many checks of each of the first so many customers.
fn ask(ledger: &Ledger, customers: u32, times: u32) -> Result<(), Failure> {
    for _ in 0..times {
        let mut answers = Vec::new();
        for number in 0..customers {
            answers.push(ledger.check(entry(ledger, number)?));
        }
        for answer in answers {
            answer.recv()??;
        }
    }
    Ok(())
}

fn entry(ledger: &Ledger, number: u32) -> Result<CheckEntry, Failure> {
    let live = ledger.live().load();
    let customer = live.customer(id(number)).ok_or("no customer")?;
    let request = CheckRequest {
        agent_id: AgentId::parse("nobody")?,
        action: Action::parse("read")?,
        resource: Resource::parse("orders/4711")?,
        context: Context::default(),
    };
    let decision = live.decide(customer, &request, ledger.now());
    Ok(CheckEntry {
        credential: Credential::Key(digest(number)),
        customer_id: id(number),
        actor: Actor::Nobody,
        stamp: live.stamp(customer),
        valid_until: decision.valid_until,
        decision,
        request,
        request_id: format!("bench-{number}"),
    })
}

fn furnish(ledger: &Ledger) -> Result<(), Failure> {
    let at = SystemEnvironment::default().now();
    let mut mutations = Vec::new();
    for number in 0..CUSTOMERS {
        let customer = Customer::new(
            id(number),
            Name::parse(&format!("Customer {number}"))?,
            Email::parse(&format!("ops@customer-{number}.example"))?,
            "enterprise".into(),
            at,
        );
        mutations.push(Mutation::SaveCustomer(Arc::new(Customer {
            overrides: Overrides {
                max_checks_per_month: Some(QUOTA),
                ..Overrides::default()
            },
            ..customer
        })));
        if number < BUSY {
            mutations.push(Mutation::SaveKey(Arc::new(key(number, at)?)));
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

fn key(number: u32, at: Timestamp) -> Result<ApiKey, Failure> {
    Ok(ApiKey {
        id: KeyId::from_bytes(id(number).to_bytes()),
        customer_id: id(number),
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
    })
}

fn id(number: u32) -> CustomerId {
    CustomerId::from_bytes((u128::from(number) + 1).to_be_bytes())
}

fn digest(number: u32) -> SecretDigest {
    let mut bytes = [7; 32];
    for (byte, of_number) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *byte = of_number;
    }
    SecretDigest::from_bytes(bytes)
}
