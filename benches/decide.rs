//! What a check costs before it is written down: admitting, deciding, recording, chaining.
#![expect(clippy::unwrap_used, reason = "a benchmark fails loudly")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::Criterion;
use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::actor::{Actor, ActorRecord};
use portcullis::domain::agent::{Agent, AgentStatus};
use portcullis::domain::approval::{Approval, Binding};
use portcullis::domain::check::{CheckRequest, Decision, Reason};
use portcullis::domain::context::Context;
use portcullis::domain::customer::{Customer, Overrides};
use portcullis::domain::decide::{Approvals, Facts, decide};
use portcullis::domain::id::{CustomerId, DecisionId, KeyId, PermissionId};
use portcullis::domain::json;
use portcullis::domain::key::ApiKey;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::operator::Roles;
use portcullis::domain::pattern::Pattern;
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::record::{ChainHash, FORMAT, Record, RecordKind};
use portcullis::domain::scope::{Scope, Scopes};
use portcullis::domain::secret::{Secret, SecretKind};
use portcullis::domain::text::{Action, AgentId, Email, Name, Resource, ZoneName};
use portcullis::domain::time::Timestamp;
use portcullis::live::{Credential, Live, Need};
use serde_json::value::RawValue;

/// What the record of a decision without a context takes, roughly.
const RECORD_BYTES: usize = 700;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    admitting(&mut criterion);
    deciding(&mut criterion);
    recording(&mut criterion);
    criterion.final_summary();
}

/// From the text of a key to the customer and the key, among ten thousand others.
fn admitting(criterion: &mut Criterion) {
    let environment = SystemEnvironment::default();
    let mut live = Live::empty(Arc::default());
    let mut secrets = Vec::new();
    for number in 0..100 {
        let customer_id = CustomerId::fresh(&environment);
        live.apply(&Mutation::SaveCustomer(Arc::new(Customer {
            id: customer_id,
            name: Name::from_stored("Acme"),
            email: Email::from_stored(&format!("ops@{number}.example")),
            tier: "enterprise".into(),
            overrides: Overrides::default(),
            time_zone: ZoneName::from_stored("UTC"),
            is_active: true,
            deactivated_by: None,
            created_at: now(),
            updated_at: now(),
        })));
        for _ in 0..100 {
            let secret = Secret::fresh(SecretKind::ApiKey, &environment);
            live.apply(&Mutation::SaveKey(Arc::new(ApiKey {
                id: KeyId::fresh(&environment),
                customer_id,
                name: Name::from_stored("key"),
                prefix: secret.shown_prefix(),
                digest: secret.digest(),
                scopes: Scopes::FIRST_KEY,
                agent_id: None,
                holder: None,
                created_at: now(),
                created_by: Actor::Local,
                expires_at: None,
                revoked_at: None,
            })));
            secrets.push(secret.reveal().to_owned());
        }
    }
    let need = Need {
        anyone: false,
        scopes: &[Scope::Check],
        roles: Roles::NONE,
    };
    let mut texts = secrets.iter().cycle();
    criterion.bench_function("key lookup, 10,000 keys", |bencher| {
        bencher.iter(|| {
            let text = texts.next().unwrap();
            let secret = Secret::parse(SecretKind::ApiKey, black_box(text)).unwrap();
            live.admit(&Credential::Key(secret.digest()), &need, now())
                .is_ok()
        });
    });
}

fn deciding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decide");
    for count in [10, 1_000] {
        let case = Case::allowed_by_the_last_of(count);
        assert_eq!(case.decide().reason, Reason::AllChecksPassed);
        group.bench_function(format!("allowed by the last of {count}"), |bencher| {
            bencher.iter(|| black_box(&case).decide());
        });
    }
    let case = Case::asking();
    assert_eq!(case.decide().reason, Reason::ApprovalRequired);
    group.bench_function("needs a person, so the question is digested", |bencher| {
        bencher.iter(|| black_box(&case).decide());
    });
    group.finish();
}

fn recording(criterion: &mut Criterion) {
    let case = Case::allowed_by_the_last_of(10);
    let decision = case.decide();
    let actor = Actor::Key(KeyId::from_bytes([3; 16])).described();
    let id = DecisionId::from_bytes([4; 16]).to_string();
    let context: &RawValue = serde_json::from_str(case.request.context.as_str()).unwrap();
    let record = record(&case, &decision, &actor, &id, context);
    let mut group = criterion.benchmark_group("record");
    group.bench_function("serialise", |bencher| {
        bencher.iter(|| serde_json::to_vec(black_box(&record)).unwrap());
    });
    let bytes = [b'x'; RECORD_BYTES];
    group.bench_function(format!("chain {RECORD_BYTES} bytes"), |bencher| {
        bencher.iter(|| ChainHash::GENESIS.next(black_box(&bytes)));
    });
    group.bench_function("serialise and chain", |bencher| {
        bencher.iter(|| {
            let bytes = serde_json::to_vec(black_box(&record)).unwrap();
            ChainHash::GENESIS.next(&bytes)
        });
    });
    group.finish();
}

/// One question and its facts.
struct Case {
    agent: Agent,
    permissions: Vec<Arc<Permission>>,
    request: CheckRequest,
}

/// A customer without approvals.
struct Nothing;

impl Approvals for Nothing {
    fn standing(&self, _: &Binding) -> Option<&Arc<Approval>> {
        None
    }
}

impl Case {
    /// The others share action and most of the resource, so that they are refused late.
    fn allowed_by_the_last_of(count: usize) -> Self {
        let others = (1..count).map(|n| (Effect::Allow, format!("orders/2026/{n:06}/*")));
        let last = (Effect::Allow, "orders/2026/*/lines".to_owned());
        Self::with(others.chain([last]))
    }

    fn asking() -> Self {
        Self::with([(Effect::RequireApproval, "orders/*".to_owned())])
    }

    fn with(rules: impl IntoIterator<Item = (Effect, String)>) -> Self {
        let customer_id = CustomerId::from_bytes([7; 16]);
        let agent_id = AgentId::parse("invoice-bot").unwrap();
        let context = json::parse(br#"{"amount":129.5,"currency":"EUR","ticket":"OPS-4711"}"#);
        let permissions = (1u128..).zip(rules).map(|(number, (effect, resource))| {
            Arc::new(Permission {
                id: PermissionId::from_bytes(number.to_be_bytes()),
                customer_id,
                agent_id: agent_id.clone(),
                action: Pattern::action("read").unwrap(),
                resource: Pattern::resource(&resource).unwrap(),
                effect,
                condition: None,
                expires_at: None,
                created_at: Timestamp::default(),
            })
        });
        Self {
            permissions: permissions.collect(),
            agent: Agent {
                customer_id,
                id: agent_id.clone(),
                name: Name::parse("Invoices").unwrap(),
                owner: Name::parse("Ada").unwrap(),
                status: AgentStatus::Active,
                created_at: Timestamp::default(),
                updated_at: Timestamp::default(),
            },
            request: CheckRequest {
                agent_id,
                action: Action::parse("read").unwrap(),
                resource: Resource::parse("orders/2026/999999/lines").unwrap(),
                context: Context::new(context.unwrap().as_object().unwrap().clone()).unwrap(),
            },
        }
    }

    fn decide(&self) -> Decision {
        let facts = Facts {
            kills: [None; 3],
            agent: Some(&self.agent),
            permissions: &self.permissions,
            approvals: &Nothing,
        };
        decide(&facts, &self.request, now())
    }
}

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn record<'a>(
    case: &'a Case,
    decision: &'a Decision,
    actor: &'a ActorRecord,
    id: &'a str,
    context: &'a RawValue,
) -> Record<'a> {
    Record {
        action: case.request.action.as_str(),
        actor,
        agent_id: Some(case.request.agent_id.as_str()),
        at: now(),
        context: Some(context),
        customer_id: Some(case.agent.customer_id),
        customer_seq: Some(4_711),
        details: None,
        epoch: 1,
        format: FORMAT,
        id,
        kind: RecordKind::Decision,
        node: "appliance-1",
        reason: Some(decision.reason.word()),
        request_id: "0190a1b2c3d4",
        resource: Some(case.request.resource.as_str()),
        result: decision.verdict.word(),
        seq: 1_234_567,
        trace: &decision.trace,
    }
}
