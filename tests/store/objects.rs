//! Every mutation, read back: memory and file mean the same.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use portcullis::domain::actor::Actor;
use portcullis::domain::agent::{Agent, AgentStatus};
use portcullis::domain::approval::{Approval, ApprovalStatus, Binding, Settlement};
use portcullis::domain::check::{Rule, RuleResult, Step};
use portcullis::domain::context::Context;
use portcullis::domain::customer::{Customer, DeactivatedBy, Overrides};
use portcullis::domain::id::{
    ApprovalId, CustomerId, KeyId, KeyLinkId, MessageId, OperatorId, PermissionId, PortalLinkId,
    SessionId, SetupLinkId, TokenId,
};
use portcullis::domain::json;
use portcullis::domain::key::ApiKey;
use portcullis::domain::key_link::KeyLink;
use portcullis::domain::kill::{Authority, KillSwitch, KillTarget};
use portcullis::domain::mutation::Mutation;
use portcullis::domain::operator::{
    Operator, OperatorToken, PasswordHash, Role, Session, SetupLink, SetupPurpose,
};
use portcullis::domain::outbox::{Channel, Message, MessageStatus, Template};
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::portal::{PortalBasis, PortalLink, PortalSession};
use portcullis::domain::quota::QuotaNotice;
use portcullis::domain::quote::Quote;
use portcullis::domain::scope::{Scope, Scopes};
use portcullis::domain::stripe::{Facts, Known, SeenEvent, Stamp, State, Status, Subscription};
use portcullis::domain::text::{Action, AgentId, Email, Name, Resource, Username};
use portcullis::domain::time::Timestamp;
use portcullis::live::Live;
use portcullis::store::{StoreError, UsageDelta};

use crate::Store;
use crate::fixtures::{agent, customer, digest, key, kill, noon, permission};
use crate::quotes::quotes;

/// Everything that a live state tells through its getters.
#[derive(Debug, PartialEq)]
struct Picture {
    system_kill: Option<Arc<KillSwitch>>,
    customers: Vec<CustomerPicture>,
    operators: Vec<OperatorPicture>,
    sessions: Vec<Arc<Session>>,
    setup_link: Option<Arc<SetupLink>>,
    quotes: Vec<Arc<Quote>>,
    messages: Vec<(Arc<Message>, bool)>,
    subscriptions: Vec<(Arc<Subscription>, bool)>,
    events_seen: Vec<&'static str>,
    last_sent_at: Option<Timestamp>,
    sizes: Vec<(&'static str, usize)>,
}

#[derive(Debug, PartialEq)]
struct CustomerPicture {
    customer: Arc<Customer>,
    found_by_email: Option<CustomerId>,
    calls: u64,
    quota_notices: Vec<QuotaNotice>,
    keys: Vec<(Arc<ApiKey>, Option<Timestamp>, bool)>,
    agents: Vec<(Arc<Agent>, Vec<Arc<Permission>>)>,
    permissions: Vec<Arc<Permission>>,
    kill: Option<Arc<KillSwitch>>,
    agent_kills: Vec<Option<Arc<KillSwitch>>>,
    approvals: Vec<(Arc<Approval>, Option<ApprovalId>)>,
    portal_sessions: Vec<(Arc<PortalSession>, bool)>,
    portal_links: Vec<(Arc<PortalLink>, bool)>,
    key_links: Vec<(Arc<KeyLink>, bool)>,
}

#[derive(Debug, PartialEq)]
struct OperatorPicture {
    operator: Arc<Operator>,
    found_by_name: Option<OperatorId>,
    tokens: Vec<(Arc<OperatorToken>, bool)>,
}

/// Agents that a kill switch may name, there or not.
const AGENTS: [&str; 3] = ["bot", "helper", "ghost"];

fn picture(live: &Live) -> Picture {
    let customers = live.customers().map(|state| {
        let owner = state.customer();
        let keys = state.keys().map(|state| {
            let found = live.key(&state.key.digest);
            let is_found = found.is_some_and(|found| found.key == state.key);
            (Arc::clone(&state.key), state.last_used_at(), is_found)
        });
        let agents = state.agents_after(None).map(|state| {
            let mut permissions = state.permissions.to_vec();
            permissions.sort_by_key(|permission| permission.id);
            (Arc::clone(&state.agent), permissions)
        });
        let agent_kills = AGENTS.map(|name| {
            let name = AgentId::parse(name).unwrap();
            state.agent_kill(&name).cloned()
        });
        let approvals = state.approvals().map(|approval| {
            let bound =
                portcullis::domain::decide::Approvals::standing(state.as_ref(), &approval.binding);
            let holder = live.customer_of_approval(approval.id);
            assert_eq!(holder.unwrap().customer().id, owner.id);
            (Arc::clone(approval), bound.map(|bound| bound.id))
        });
        let portal_sessions = live.portal_sessions_of(owner.id).map(|session| {
            let is_found = live.portal_session(&session.digest) == Some(session);
            assert!(live.portal_sessions().any(|other| other == session));
            let over = |at| live.portal_sessions_over(at).any(|other| other == session);
            assert!(over(session.expires_at) && !over(session.created_at));
            (Arc::clone(session), is_found)
        });
        let portal_links = live.portal_links().of(owner.id).map(|link| {
            let is_found = live.portal_links().find(&link.digest) == Some(link);
            assert!(live.portal_links().all().any(|other| other == link));
            (Arc::clone(link), is_found)
        });
        let key_links = live.key_links().of(owner.id).map(|link| {
            let digest = link.digest.as_ref();
            let is_found = digest.and_then(|digest| live.key_links().find(digest)) == Some(link);
            assert!(live.key_links().all().any(|other| other == link));
            (Arc::clone(link), is_found)
        });
        CustomerPicture {
            key_links: key_links.collect(),
            portal_sessions: portal_sessions.collect(),
            portal_links: portal_links.collect(),
            customer: Arc::clone(owner),
            found_by_email: live.customer_by_email(&owner.email),
            calls: state.calls().load(Ordering::Relaxed),
            quota_notices: [noon(0), noon(86_400 * 20)]
                .iter()
                .flat_map(|at| state.quota_notices(at.month()).copied())
                .collect(),
            keys: keys.collect(),
            agents: agents.collect(),
            permissions: state.permissions_after(None).cloned().collect(),
            kill: state.kill().cloned(),
            agent_kills: agent_kills.to_vec(),
            approvals: approvals.collect(),
        }
    });
    let operators = live
        .operators()
        .map(|operator| operator_picture(live, operator));
    let messages = live.messages().map(|message| {
        assert_eq!(live.message(message.id), Some(message));
        let is_due = live
            .messages_due(message.channel.way())
            .any(|due| due == message);
        (Arc::clone(message), is_due)
    });
    let subscriptions = live.subscriptions().map(|subscription| {
        assert_eq!(live.subscription(&subscription.id), Some(subscription));
        let owner = subscription.customer_id;
        let mut theirs = owner.into_iter().flat_map(|id| live.subscriptions_of(id));
        let is_found = theirs.any(|other| other == subscription);
        (Arc::clone(subscription), is_found)
    });
    let mut sessions: Vec<_> = live.sessions().cloned().collect();
    sessions.sort_by_key(|session| session.id);
    Picture {
        quotes: live.quotes_before(None).cloned().collect(),
        system_kill: live.system_kill().cloned(),
        customers: customers.collect(),
        operators: operators.collect(),
        sessions,
        setup_link: live.open_setup_link().cloned(),
        messages: messages.collect(),
        subscriptions: subscriptions.collect(),
        events_seen: EVENTS
            .into_iter()
            .filter(|id| live.has_seen_event(id))
            .collect(),
        last_sent_at: live.last_sent_at(),
        sizes: live.sizes().to_vec(),
    }
}

fn operator_picture(live: &Live, operator: &Arc<Operator>) -> OperatorPicture {
    let tokens = live.tokens_of(operator.id).into_iter().map(|token| {
        let is_found = live.token(&token.digest) == Some(&token);
        (token, is_found)
    });
    OperatorPicture {
        operator: Arc::clone(operator),
        found_by_name: live.operator_by_name(&operator.username).map(|o| o.id),
        tokens: tokens.collect(),
    }
}

fn approval(owner: &Customer, number: u8, question: u8, status: ApprovalStatus) -> Mutation {
    let context = json::parse(br#"{"amount":12.5,"why":"\u00e9"}"#).unwrap();
    let serde_json::Value::Object(context) = context else {
        panic!("an object was written")
    };
    let settlement = matches!(
        status,
        ApprovalStatus::Approved | ApprovalStatus::Rejected | ApprovalStatus::Used
    );
    let operator = OperatorId::from_bytes([1; 16]);
    Mutation::SaveApproval(Arc::new(Approval {
        id: ApprovalId::from_bytes([number; 16]),
        customer_id: owner.id,
        binding: Binding::from_bytes([question; 32]),
        agent_id: AgentId::parse("bot").unwrap(),
        action: Action::parse("pay").unwrap(),
        resource: Resource::parse("bank/main").unwrap(),
        context: Context::new(context).unwrap(),
        trace: Arc::from([Step {
            permission_id: Some(PermissionId::from_bytes([4; 16])),
            ..Step::new(Rule::PermissionRule, RuleResult::Passed, "asks a person")
        }]),
        asked_by: Actor::Key(KeyId::from_bytes([2; 16])),
        status,
        created_at: noon(1),
        expires_at: noon(3601),
        settlement: settlement.then(|| Settlement {
            by: Actor::Operator(operator, Username::parse("ada").unwrap()),
            claim: Some("Ada L.".to_owned()),
            notes: Some("fine: \u{2713}".to_owned()),
            at: noon(2),
        }),
    }))
}

fn kind(mutation: &Mutation) -> &'static str {
    match mutation {
        Mutation::SaveCustomer(_) => "save customer",
        Mutation::SaveKey(_) => "save key",
        Mutation::SaveKeyLink(_) => "save key link",
        Mutation::CloseKeyLink(_) => "close key link",
        Mutation::SaveMessage(_) => "save message",
        Mutation::ForgetMessages(_) => "forget messages",
        Mutation::SaveSubscription(_) => "save subscription",
        Mutation::NoteStripeEvent(_) => "note stripe event",
        Mutation::SaveAgent(_) => "save agent",
        Mutation::DeleteAgent(..) => "delete agent",
        Mutation::AddPermission(_) => "add permission",
        Mutation::DeletePermission(..) => "delete permission",
        Mutation::Engage(_) => "engage",
        Mutation::Release(_) => "release",
        Mutation::SaveApproval(_) => "save approval",
        Mutation::SaveOperator(_) => "save operator",
        Mutation::SaveToken(_) => "save token",
        Mutation::OpenSession(_) => "open session",
        Mutation::CloseSession(_) => "close session",
        Mutation::Configure(..) => "configure",
        Mutation::NoteQuota(_) => "note quota",
        Mutation::SaveQuote(_) => "save quote",
        Mutation::DeleteQuote(_) => "delete quote",
        Mutation::OpenSetupLink(_) => "open setup link",
        Mutation::CloseSetupLink(_) => "close setup link",
        Mutation::OpenPortalSession(_) => "open portal session",
        Mutation::ClosePortalSession(_) => "close portal session",
        Mutation::OpenPortalLink(_) => "open portal link",
        Mutation::ClosePortalLink(_) => "close portal link",
    }
}

fn customers_and_keys() -> Vec<Mutation> {
    let one = customer(1);
    let moved = Customer {
        name: Name::parse("Other").unwrap(),
        email: Email::parse("other@example.com").unwrap(),
        tier: "pro".into(),
        overrides: Overrides {
            max_agents: Some(0),
            max_requests_per_minute: Some(7),
            max_api_keys: Some(u32::MAX),
            max_checks_per_month: Some(1_000_000_000_000),
            price_usd_month: Some(0),
        },
        is_active: false,
        deactivated_by: Some(portcullis::domain::customer::DeactivatedBy::Operator),
        updated_at: noon(9),
        ..Customer::clone(&one)
    };
    let first = key(&one, 1);
    let agent_key = ApiKey {
        scopes: Scopes::AGENT_KEY,
        agent_id: Some(AgentId::parse("bot").unwrap()),
        expires_at: Some(noon(500)),
        created_by: Actor::Key(first.id),
        ..ApiKey::clone(&key(&one, 2))
    };
    let approver = ApiKey {
        scopes: [Scope::Read, Scope::Approve].into_iter().collect(),
        holder: Some(Name::parse("Ada").unwrap()),
        created_by: Actor::Operator(
            OperatorId::from_bytes([1; 16]),
            Username::parse("ada").unwrap(),
        ),
        ..ApiKey::clone(&key(&one, 3))
    };
    let revoked = ApiKey {
        name: Name::parse("Old").unwrap(),
        expires_at: Some(noon(900)),
        revoked_at: Some(noon(10)),
        ..ApiKey::clone(&first)
    };
    vec![
        Mutation::SaveCustomer(Arc::clone(&one)),
        Mutation::SaveCustomer(customer(2)),
        Mutation::SaveKey(first),
        Mutation::SaveKey(Arc::new(agent_key)),
        Mutation::SaveKey(Arc::new(approver)),
        Mutation::SaveKey(Arc::new(revoked)),
        Mutation::SaveCustomer(Arc::new(moved)),
        // Its old address is free again.
        Mutation::SaveCustomer(Arc::new(Customer {
            email: one.email.clone(),
            ..Customer::clone(&customer(3))
        })),
    ]
}

fn agents_and_kills() -> Vec<Mutation> {
    let (one, two) = (customer(1), customer(2));
    let (bot, helper, theirs) = (
        agent(&one, "bot"),
        agent(&one, "helper"),
        agent(&two, "bot"),
    );
    let disabled = Agent {
        status: AgentStatus::Disabled,
        owner: Name::parse("Bob").unwrap(),
        updated_at: noon(8),
        ..Agent::clone(&bot)
    };
    let ending = Permission {
        expires_at: Some(noon(60)),
        ..Permission::clone(&permission(&bot, 2, ("*", "db/*"), Effect::Deny))
    };
    let of_customer = KillTarget::Customer(one.id);
    let of_ghost = KillTarget::Agent(one.id, AgentId::parse("ghost").unwrap());
    let quiet = KillSwitch {
        authority: Authority::Customer,
        engaged_by: Actor::Key(KeyId::from_bytes([1; 16])),
        reason: None,
        ..KillSwitch::clone(&kill(of_customer.clone()))
    };
    vec![
        Mutation::SaveAgent(Arc::clone(&bot)),
        Mutation::SaveAgent(Arc::clone(&helper)),
        Mutation::SaveAgent(Arc::clone(&theirs)),
        Mutation::AddPermission(permission(&bot, 3, ("read", "db/orders"), Effect::Allow)),
        Mutation::AddPermission(Arc::new(ending)),
        Mutation::AddPermission(permission(&bot, 1, ("pay", "*"), Effect::RequireApproval)),
        Mutation::AddPermission(permission(&theirs, 4, ("read", "*"), Effect::Allow)),
        Mutation::AddPermission(permission(&helper, 5, ("read", "*"), Effect::Allow)),
        Mutation::SaveAgent(Arc::new(disabled)),
        Mutation::DeletePermission(one.id, PermissionId::from_bytes([3; 16])),
        Mutation::Engage(kill(KillTarget::System)),
        Mutation::Engage(Arc::new(quiet)),
        Mutation::Engage(kill(of_customer.clone())),
        Mutation::Engage(kill(of_ghost.clone())),
        Mutation::Engage(kill(KillTarget::Agent(one.id, bot.id.clone()))),
        // The agent goes with its permissions, its kill switch stays.
        Mutation::DeleteAgent(one.id, bot.id.clone()),
        Mutation::SaveAgent(bot),
        Mutation::Release(of_ghost),
        Mutation::Release(of_customer),
        Mutation::Release(KillTarget::System),
    ]
}

fn approvals() -> Vec<Mutation> {
    let one = customer(1);
    vec![
        approval(&one, 1, 1, ApprovalStatus::Pending),
        approval(&one, 2, 2, ApprovalStatus::Pending),
        approval(&one, 3, 3, ApprovalStatus::Pending),
        approval(&one, 4, 4, ApprovalStatus::Pending),
        approval(&one, 1, 1, ApprovalStatus::Approved),
        approval(&one, 2, 2, ApprovalStatus::Rejected),
        approval(&one, 3, 3, ApprovalStatus::Cancelled),
        approval(&one, 1, 1, ApprovalStatus::Used),
        // The later one about the same question takes the place of the earlier.
        approval(&one, 5, 4, ApprovalStatus::Pending),
        approval(&customer(2), 6, 4, ApprovalStatus::Pending),
    ]
}

fn operators() -> Vec<Mutation> {
    let operator = Operator {
        id: OperatorId::from_bytes([1; 16]),
        username: Username::parse("ada").unwrap(),
        role: Role::Owner,
        password: Some(PasswordHash::from_phc("$argon2id$v=19$x".to_owned())),
        is_disabled: false,
        created_at: noon(0),
        updated_at: noon(0),
    };
    let demoted = Operator {
        role: Role::Auditor,
        password: None,
        is_disabled: true,
        updated_at: noon(4),
        ..operator.clone()
    };
    let token = OperatorToken {
        id: TokenId::from_bytes([1; 16]),
        operator_id: operator.id,
        name: Name::parse("Script").unwrap(),
        prefix: "op-AbCd\u{2026}".to_owned(),
        digest: digest(51),
        created_at: noon(0),
        expires_at: Some(noon(100)),
        revoked_at: None,
    };
    let revoked = OperatorToken {
        revoked_at: Some(noon(3)),
        ..token.clone()
    };
    let session = |number| {
        Arc::new(Session {
            id: SessionId::from_bytes([number; 16]),
            operator_id: operator.id,
            digest: digest(60 + number),
            created_at: noon(0),
            expires_at: noon(600),
        })
    };
    let link = |number, purpose| {
        Mutation::OpenSetupLink(Arc::new(SetupLink {
            id: SetupLinkId::from_bytes([number; 16]),
            digest: digest(70 + number),
            purpose,
            opened_by: Actor::Local,
            created_at: noon(0),
            expires_at: noon(1800),
        }))
    };
    let (username, role) = (None, Role::Owner);
    let any = SetupPurpose::Make { username, role };
    let (username, role) = (Username::parse("eve").ok(), Role::Auditor);
    let named = SetupPurpose::Make { username, role };
    vec![
        Mutation::SaveOperator(Arc::new(operator.clone())),
        Mutation::SaveToken(Arc::new(token)),
        Mutation::OpenSession(session(1)),
        Mutation::OpenSession(session(2)),
        Mutation::SaveToken(Arc::new(revoked)),
        Mutation::CloseSession(session(1)),
        link(1, SetupPurpose::Recover(operator.id)),
        link(2, any),
        link(3, named),
        Mutation::CloseSetupLink(SetupLinkId::from_bytes([3; 16])),
        Mutation::SaveOperator(Arc::new(demoted)),
    ]
}

fn portal() -> Vec<Mutation> {
    let (one, two) = (customer(1), customer(2));
    let holder = Name::parse("Ada: of the board").unwrap();
    let session = |number, owner: &Customer, basis| {
        Arc::new(PortalSession {
            id: SessionId::from_bytes([number; 16]),
            customer_id: owner.id,
            basis,
            digest: digest(80 + number),
            created_at: noon(0),
            expires_at: noon(600 + i64::from(number)),
        })
    };
    let link = |number, holder: Option<&Name>| {
        let scopes = [Scope::Read, Scope::Approve].into_iter();
        Arc::new(PortalLink {
            id: PortalLinkId::from_bytes([number; 16]),
            customer_id: one.id,
            scopes: match holder {
                Some(_) => scopes.collect(),
                None => scopes.take(1).collect(),
            },
            holder: holder.cloned(),
            digest: digest(90 + number),
            opened_by: Actor::Local,
            created_at: noon(0),
            expires_at: noon(3600),
        })
    };
    let by_key = session(1, &one, PortalBasis::Key(KeyId::from_bytes([1; 16])));
    let by_link = session(
        2,
        &two,
        PortalBasis::Link {
            id: PortalLinkId::from_bytes([9; 16]),
            scopes: [Scope::Manage, Scope::Approve].into_iter().collect(),
            holder: Some(holder.clone()),
            sent_by: Actor::Operator(
                OperatorId::from_bytes([8; 16]),
                Username::parse("ada").unwrap(),
            ),
        },
    );
    vec![
        Mutation::OpenPortalSession(Arc::clone(&by_key)),
        Mutation::OpenPortalSession(Arc::clone(&by_link)),
        Mutation::ClosePortalSession(by_key),
        Mutation::OpenPortalLink(link(1, Some(&holder))),
        Mutation::OpenPortalLink(link(2, None)),
        Mutation::ClosePortalLink(link(1, Some(&holder))),
        Mutation::ClosePortalSession(by_link),
    ]
}

/// Events of Stripe's; the first is forgotten with the last.
const EVENTS: [&str; 3] = ["evt_first", "evt_second", "evt_last"];

fn stripe() -> Vec<Mutation> {
    let one = customer(8);
    let said = |created: i64, what: State| Known {
        at: Stamp {
            created,
            stage: 1,
            event: "evt_first".into(),
        },
        what,
    };
    let save = |owner, state| {
        Mutation::SaveSubscription(Arc::new(Subscription {
            id: "sub_1".into(),
            customer_id: owner,
            facts: Facts {
                state,
                ..Facts::default()
            },
            updated_at: noon(5),
        }))
    };
    let state = State {
        status: Status::PastDue,
        prices: vec!["price_1".to_owned(), "price_\u{e9}".to_owned()],
        stripe_customer: Some("cus_stripe".to_owned()),
        reference: Some(one.id),
    };
    let note = |id: &str, day: i64| {
        Mutation::NoteStripeEvent(Arc::new(SeenEvent {
            id: id.into(),
            received_at: noon(day * 86_400),
        }))
    };
    let stopped = one.deactivated(DeactivatedBy::Billing);
    vec![
        Mutation::SaveCustomer(Arc::clone(&one)),
        save(None, None),
        save(None, Some(said(1, state.clone()))),
        save(Some(one.id), Some(said(2, state))),
        Mutation::SaveCustomer(Arc::new(stopped.clone())),
        Mutation::SaveCustomer(Arc::new(stopped.deactivated(DeactivatedBy::Customer))),
        Mutation::SaveCustomer(Arc::new(stopped.reactivated())),
        note(EVENTS[0], 0),
        note(EVENTS[1], 1),
        note(EVENTS[2], 91),
    ]
}

fn outbox() -> Vec<Mutation> {
    let one = customer(1);
    let link = |number, secret: Option<u8>| {
        Arc::new(KeyLink {
            id: KeyLinkId::from_bytes([number; 16]),
            customer_id: one.id,
            name: Name::parse("first key").unwrap(),
            scopes: Scopes::FIRST_KEY,
            digest: secret.map(digest),
            opened_by: Actor::Local,
            created_at: noon(0),
            expires_at: noon(3600),
        })
    };
    let message = |number, channel| {
        let facts = [("link_id".to_owned(), "kln_\u{e9}".to_owned())];
        let id = MessageId::from_bytes([number; 16]);
        Message::new(id, channel, Template::KeyLink, facts.into(), noon(0))
    };
    let to = Email::parse("ops@acme.example").unwrap();
    let letter = message(1, Channel::Email { to }).about(one.id);
    let hook = message(2, Channel::Webhook);
    let put_off = letter.begun().put_off("no route".to_owned(), noon(9));
    let refused = Message {
        id: MessageId::from_bytes([3; 16]),
        ..letter.begun()
    };
    let refused = refused.settled(MessageStatus::Failed, Some("550 no".to_owned()), noon(10));
    let gone = [refused.id, hook.id, MessageId::from_bytes([9; 16])];
    let messages = [
        letter.clone(),
        letter.begun(),
        put_off.clone(),
        hook.clone(),
        hook.begun(),
        hook.begun().settled(MessageStatus::Sent, None, noon(7)),
        put_off
            .begun()
            .settled(MessageStatus::Uncertain, Some("gone".to_owned()), noon(80)),
        put_off.again(noon(90)),
        put_off.settled(MessageStatus::Cancelled, None, noon(91)),
        refused,
    ];
    let mut steps = vec![
        Mutation::SaveKeyLink(link(1, None)),
        Mutation::SaveKeyLink(link(1, Some(101))),
        Mutation::SaveKeyLink(link(1, Some(102))),
        Mutation::SaveKeyLink(link(2, Some(103))),
        Mutation::CloseKeyLink(link(1, None)),
    ];
    steps.extend(messages.map(|message| Mutation::SaveMessage(Arc::new(message))));
    steps.push(Mutation::ForgetMessages(Arc::new(gone)));
    steps
}

/// Two marks of one month, then one of the next, with which those are let go.
fn quota_notices() -> Vec<Mutation> {
    let notice = |at: Timestamp, percent| {
        Mutation::NoteQuota(QuotaNotice {
            customer_id: customer(1).id,
            month: at.month(),
            percent,
            at,
        })
    };
    let next = noon(86_400 * 20);
    vec![
        notice(noon(5), 80),
        notice(noon(6), 95),
        notice(next, 80),
        notice(next, 100),
    ]
}

#[test]
fn after_every_mutation_the_file_means_what_memory_means() {
    let directory = tempfile::tempdir().unwrap();
    let steps = [
        customers_and_keys(),
        agents_and_kills(),
        approvals(),
        operators(),
        quotes(),
        portal(),
        outbox(),
        quota_notices(),
        stripe(),
    ]
    .concat();
    let mut memory = Live::empty(Arc::default());
    let mut seen = BTreeSet::new();
    for (place, step) in steps.iter().enumerate() {
        let mut store = Store::open(directory.path());
        let before = picture(&store.load().unwrap().0);
        store.save(std::slice::from_ref(step));
        drop(store);

        memory.apply(step);
        let (read, _) = Store::open(directory.path()).load().unwrap();
        assert_eq!(picture(&read), picture(&memory), "step {place}: {step:?}");
        assert_ne!(picture(&read), before, "step {place} did nothing: {step:?}");
        seen.insert(kind(step));
    }
    assert_eq!(seen.len(), 28, "{seen:?}");
}

#[test]
fn counters_and_uses_of_keys_are_read_back() {
    let directory = tempfile::tempdir().unwrap();
    let (one, two) = (customer(1), customer(2));
    let mut store = Store::open(directory.path());
    store.save(&[
        Mutation::SaveCustomer(Arc::clone(&one)),
        Mutation::SaveCustomer(Arc::clone(&two)),
        Mutation::SaveKey(key(&one, 1)),
        Mutation::SaveKey(key(&one, 2)),
    ]);
    let calls = |approved, denied, changes, reads| UsageDelta {
        approved,
        denied,
        changes,
        reads,
    };
    let (today, tomorrow) = (noon(0).day(), noon(86_400).day());
    let writer = &mut store.writer;
    writer.begin().unwrap();
    writer.count(one.id, today, calls(1, 2, 3, 4)).unwrap();
    writer.count(one.id, today, calls(10, 0, 0, 0)).unwrap();
    writer.count(one.id, tomorrow, calls(0, 0, 0, 5)).unwrap();
    writer
        .key_used(KeyId::from_bytes([1; 16]), noon(77))
        .unwrap();
    writer.set_meta("node", "first").unwrap();
    writer.set_meta("node", "second").unwrap();
    writer.commit().unwrap();
    drop(store);

    let (live, loaded) = Store::open(directory.path()).load().unwrap();
    assert_eq!((loaded.calls[&one.id], loaded.calls[&two.id]), (25, 0));
    let state = live.customer(one.id).unwrap();
    assert_eq!(state.calls().load(Ordering::Relaxed), 25);
    let used: Vec<_> = state.keys().map(|state| state.last_used_at()).collect();
    assert_eq!(used, [Some(noon(77)), None]);
    assert_eq!(loaded.meta["node"], "second");
    assert_eq!(loaded.head.seq, 0);

    // A key that is saved again keeps its use, in memory as in the file.
    let mut live = live;
    live.apply(&Mutation::SaveKey(key(&one, 1)));
    let state = live.customer(one.id).unwrap();
    assert_eq!(state.keys().next().unwrap().last_used_at(), Some(noon(77)));
}

#[test]
fn what_is_not_there_cannot_be_deleted_or_referred_to() {
    let directory = tempfile::tempdir().unwrap();
    let (one, stranger) = (customer(1), customer(9));
    let mut store = Store::open(directory.path());
    store.save(&[Mutation::SaveCustomer(Arc::clone(&one))]);
    let bot = agent(&one, "bot");
    let missing = [
        Mutation::DeleteAgent(one.id, bot.id.clone()),
        Mutation::DeletePermission(one.id, PermissionId::from_bytes([1; 16])),
        Mutation::AddPermission(permission(&bot, 1, ("read", "*"), Effect::Allow)),
        Mutation::Release(KillTarget::System),
        Mutation::Release(KillTarget::Customer(one.id)),
        Mutation::Release(KillTarget::Agent(one.id, bot.id.clone())),
        Mutation::SaveKey(key(&stranger, 1)),
        Mutation::SaveAgent(agent(&stranger, "bot")),
        Mutation::Engage(kill(KillTarget::Customer(stranger.id))),
        approval(&stranger, 1, 1, ApprovalStatus::Pending),
    ];
    store.writer.begin().unwrap();
    for mutation in &missing {
        let refused = store.writer.apply(mutation);
        assert!(
            matches!(refused, Err(StoreError::Missing(_))),
            "{mutation:?}: {refused:?}"
        );
    }
    store.writer.commit().unwrap();
}

#[test]
fn a_customer_that_was_rolled_back_is_nobody() {
    let directory = tempfile::tempdir().unwrap();
    let (one, two) = (customer(1), customer(2));
    let mut store = Store::open(directory.path());
    store.writer.begin().unwrap();
    let save = |customer| Mutation::SaveCustomer(customer);
    store.writer.apply(&save(Arc::clone(&one))).unwrap();
    store.writer.rollback().unwrap();

    // The next customer gets the number that the first one had for a moment.
    store.writer.begin().unwrap();
    store.writer.apply(&save(Arc::clone(&two))).unwrap();
    let refused = store.writer.apply(&Mutation::SaveAgent(agent(&one, "bot")));
    assert!(
        matches!(refused, Err(StoreError::Missing("customer"))),
        "{refused:?}"
    );

    // The same when only a part of the batch is given up.
    store.writer.savepoint().unwrap();
    store.writer.apply(&save(Arc::clone(&one))).unwrap();
    store.writer.rollback_to_savepoint().unwrap();
    let refused = store.writer.apply(&Mutation::SaveAgent(agent(&one, "bot")));
    assert!(
        matches!(refused, Err(StoreError::Missing("customer"))),
        "{refused:?}"
    );
    // Those from before the part are still known.
    store
        .writer
        .apply(&Mutation::SaveAgent(agent(&two, "bot")))
        .unwrap();
    store.writer.commit().unwrap();
}
