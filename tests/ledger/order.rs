//! One order of decisions and changes: what was decided before a change and is recorded after it
//! is decided again.

use std::sync::Arc;

use portcullis::domain::actor::Actor;
use portcullis::domain::check::{Reason, Verdict};
use portcullis::domain::customer::Customer;
use portcullis::domain::id::{PortalLinkId, SessionId};
use portcullis::domain::key::ApiKey;
use portcullis::domain::kill::KillTarget;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::operator::Roles;
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::portal::{PortalBasis, PortalSession};
use portcullis::domain::scope::Scopes;
use portcullis::domain::settings::{Configuration, LiveSettings};
use portcullis::domain::text::AgentId;
use portcullis::ledger::{CheckEntry, CheckRefused, Lane};
use portcullis::live::{Credential, Need, NotAdmitted, Published};
use rstest::rstest;

use crate::desk::{Desk, Fixed, meta, request, settings};
use crate::fixtures::{agent, audited, customer, digest, key, kill, noon, permission};
use crate::{Gate, counter};

fn revoked() -> Mutation {
    Mutation::SaveKey(Arc::new(ApiKey {
        revoked_at: Some(noon(0)),
        ..ApiKey::clone(&key(&customer(1), 1))
    }))
}

fn deactivated() -> Mutation {
    Mutation::SaveCustomer(Arc::new(Customer {
        is_active: false,
        deactivated_by: Some(portcullis::domain::customer::DeactivatedBy::Operator),
        ..Customer::clone(&customer(1))
    }))
}

fn ids() -> (portcullis::domain::id::CustomerId, AgentId) {
    (customer(1).id, AgentId::parse("bot").unwrap())
}

fn forbidden() -> Mutation {
    let bot = agent(&customer(1), "bot");
    Mutation::AddPermission(permission(&bot, 9, ("*", "*"), Effect::Deny))
}

#[rstest]
#[case::nothing(Vec::new(), Reason::AllChecksPassed)]
#[case::system_kill(
    vec![Mutation::Engage(kill(KillTarget::System))],
    Reason::SystemKillSwitchEnabled
)]
#[case::customer_kill(
    vec![Mutation::Engage(kill(KillTarget::Customer(ids().0)))],
    Reason::CustomerKillSwitchEnabled
)]
#[case::agent_kill(
    vec![Mutation::Engage(kill(KillTarget::Agent(ids().0, ids().1)))],
    Reason::AgentKillSwitchEnabled
)]
#[case::permission_deleted(
    vec![Mutation::DeletePermission(ids().0, permission(
        &agent(&customer(1), "bot"), 1, ("read", "*"), Effect::Allow).id)],
    Reason::PermissionRuleFailed
)]
#[case::permission_denied(vec![forbidden()], Reason::PermissionDenied)]
#[case::agent_deleted(
    vec![Mutation::DeleteAgent(ids().0, ids().1)],
    Reason::AgentNotFound
)]
fn a_check_is_decided_on_the_state_of_its_turn(
    #[case] change: Vec<Mutation>,
    #[case] reason: Reason,
    // In the batch of the change, or in a later one.
    #[values(true, false)] is_same_batch: bool,
) {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let entry = desk.entry(1, request("bot", "read", "db"));
    assert_eq!(entry.decision.reason, Reason::AllChecksPassed);
    let is_moved = !change.is_empty();

    let checked = if is_same_batch {
        let gate = Gate::hold(&desk);
        let changed = desk.submit(Lane::Normal, meta("rules.moved", None), change);
        let checked = desk.ledger.check(entry);
        gate.open();
        changed.recv().unwrap().unwrap();
        checked.recv().unwrap().unwrap()
    } else {
        desk.save("rules.moved", change).unwrap();
        desk.ledger.check(entry).recv().unwrap().unwrap()
    };
    assert_eq!(checked.decision.reason, reason);
    let record = audited(directory.path()).last().unwrap().json();
    assert_eq!(record["reason"], reason.word());
    assert_eq!(record["result"], checked.decision.verdict.word());
    assert_eq!(
        record["trace"],
        serde_json::to_value(&checked.decision.trace).unwrap(),
        "the trace is that of the evaluation that decided"
    );
    assert_eq!(counter(&desk, "redecided_total"), u64::from(is_moved));
}

#[rstest]
#[case::key_revoked(vec![revoked()], NotAdmitted::Invalid)]
#[case::customer_deactivated(vec![deactivated()], NotAdmitted::CustomerInactive)]
fn a_credential_withdrawn_while_it_waits_is_not_admitted(
    #[case] change: Vec<Mutation>,
    #[case] refused: NotAdmitted,
    #[values(true, false)] is_same_batch: bool,
) {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let entry = desk.entry(1, request("bot", "read", "db"));
    let gate = is_same_batch.then(|| Gate::hold(&desk));
    let changed = desk.submit(Lane::Normal, meta("key.revoked", None), change);
    if gate.is_none() {
        changed.recv().unwrap().unwrap();
    }
    let checked = desk.ledger.check(entry);
    let next = desk
        .ledger
        .check(desk.entry(2, request("bot", "read", "db")));
    if let Some(gate) = gate {
        gate.open();
    }
    let answer = checked.recv().unwrap().unwrap_err();
    assert_eq!(answer, CheckRefused::NotAdmitted(refused));
    assert_eq!(
        next.recv().unwrap().unwrap().decision.verdict,
        Verdict::Approved
    );

    let day = noon(0).day();
    let usage = |number| desk.ledger.reader().usage(customer(number).id, day, day);
    assert_eq!(
        usage(1).unwrap(),
        [],
        "what was not answered is not charged"
    );
    assert_eq!(usage(2).unwrap()[0].approved, 1);
    let rows = audited(directory.path());
    let decisions = rows.iter().filter(|row| row.json()["kind"] == "decision");
    assert_eq!(decisions.count(), 1, "no record of what was not admitted");
}

/// Somebody of customer 1 in its portal, by its first key or by a link.
fn visit(is_by_link: bool) -> Arc<PortalSession> {
    Arc::new(PortalSession {
        id: SessionId::from_bytes([1; 16]),
        customer_id: ids().0,
        basis: if is_by_link {
            PortalBasis::Link {
                id: PortalLinkId::from_bytes([1; 16]),
                scopes: Scopes::FIRST_KEY,
                holder: None,
                sent_by: Actor::Local,
            }
        } else {
            PortalBasis::Key(key(&customer(1), 1).id)
        },
        digest: digest(77),
        created_at: noon(0),
        expires_at: noon(600),
    })
}

#[rstest]
#[case::session_closed(vec![Mutation::ClosePortalSession(visit(false))], false)]
#[case::session_by_link_closed(vec![Mutation::ClosePortalSession(visit(true))], true)]
#[case::key_revoked(vec![revoked()], false)]
#[case::customer_deactivated(vec![deactivated()], true)]
fn a_session_that_ends_while_its_check_waits_is_not_admitted(
    #[case] change: Vec<Mutation>,
    #[case] is_by_link: bool,
    #[values(true, false)] is_same_batch: bool,
) {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let session = visit(is_by_link);
    let open = Mutation::OpenPortalSession(Arc::clone(&session));
    desk.save("portal.login", vec![open]).unwrap();
    let entry = || CheckEntry {
        credential: Credential::PortalSession(session.digest),
        actor: Actor::Portal {
            session: session.id,
            origin: session.basis.origin(),
            holder: None,
        },
        ..desk.entry(1, request("bot", "read", "db"))
    };
    let before = desk.ledger.check(entry()).recv().unwrap().unwrap();
    assert_eq!(before.decision.verdict, Verdict::Approved);
    let waiting = entry();
    let gate = is_same_batch.then(|| Gate::hold(&desk));
    let changed = desk.submit(Lane::Normal, meta("session.over", None), change);
    if gate.is_none() {
        changed.recv().unwrap().unwrap();
    }
    let checked = desk.ledger.check(waiting);
    if let Some(gate) = gate {
        gate.open();
    }
    let refused = checked.recv().unwrap().unwrap_err();
    assert!(matches!(refused, CheckRefused::NotAdmitted(_)), "{refused}");
    let rows = audited(directory.path());
    let decisions: Vec<_> = rows
        .iter()
        .map(crate::fixtures::Row::json)
        .filter(|record| record["kind"] == "decision")
        .collect();
    assert_eq!(decisions.len(), 1, "no record of what was not admitted");
    let via = session.basis.origin().to_string();
    assert_eq!(decisions[0]["actor"]["via"], via);
    // What the restart reads back is the session, if it was not closed.
    let clock = Arc::clone(&desk.clock);
    drop(desk);
    let desk = Desk::open(directory.path(), settings(), clock);
    let live = desk.ledger.live().load_full();
    let is_there = live.portal_session(&session.digest).is_some();
    let anybody = Need {
        anyone: true,
        scopes: &[],
        roles: Roles::NONE,
    };
    let credential = Credential::PortalSession(session.digest);
    assert!(
        live.admit(&credential, &anybody, noon(1)).is_err(),
        "{is_there}"
    );
}

#[test]
fn a_change_of_another_customer_moves_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let entry = desk.entry(2, request("bot", "read", "db"));
    desk.save("rules.moved", vec![forbidden()]).unwrap();
    let checked = desk.ledger.check(entry).recv().unwrap().unwrap();
    assert_eq!(checked.decision.reason, Reason::AllChecksPassed);
    assert_eq!(counter(&desk, "redecided_total"), 0);
}

#[test]
fn a_time_limit_that_passed_forces_the_decision_again() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let bot = agent(&customer(1), "bot");
    let ending = Permission {
        expires_at: Some(noon(60)),
        ..Permission::clone(&permission(&bot, 7, ("write", "*"), Effect::Allow))
    };
    desk.save(
        "permission.made",
        vec![Mutation::AddPermission(Arc::new(ending))],
    )
    .unwrap();
    let ask_at = |asked, reached| {
        desk.clock.set(noon(asked));
        let entry = desk.entry(1, request("bot", "write", "db"));
        desk.clock.set(noon(reached));
        let checked = desk.ledger.check(entry).recv().unwrap().unwrap();
        (checked.decision.reason, counter(&desk, "redecided_total"))
    };
    assert_eq!(ask_at(1, 59), (Reason::AllChecksPassed, 0));
    assert_eq!(
        ask_at(59, 60),
        (Reason::PermissionRuleFailed, 1),
        "the end itself is over"
    );
}

#[test]
fn a_key_that_expired_while_it_waited_is_not_admitted() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let ending = ApiKey {
        expires_at: Some(noon(60)),
        ..ApiKey::clone(&key(&customer(1), 3))
    };
    desk.save("key.made", vec![Mutation::SaveKey(Arc::new(ending))])
        .unwrap();
    let entry = desk.entry(3, request("bot", "read", "db"));
    desk.clock.set(noon(60));
    let refused = desk.ledger.check(entry).recv().unwrap().unwrap_err();
    assert_eq!(refused, CheckRefused::NotAdmitted(NotAdmitted::Invalid));
    assert_eq!(audited(directory.path()).len(), 2);
}

#[test]
fn an_urgent_kill_overtakes_the_checks_that_wait() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let gate = Gate::hold(&desk);
    let checks: Vec<_> = (0..3)
        .map(|_| {
            desk.ledger
                .check(desk.entry(1, request("bot", "read", "db")))
        })
        .collect();
    let killed = desk.submit(
        Lane::Urgent,
        meta("kill.engaged", None),
        vec![Mutation::Engage(kill(KillTarget::System))],
    );
    assert_eq!(desk.ledger.queue_depth(), 4);
    gate.open();
    for check in checks {
        let decision = check.recv().unwrap().unwrap().decision;
        assert_eq!(decision.reason, Reason::SystemKillSwitchEnabled);
    }
    assert_eq!(
        killed.recv().unwrap().unwrap().seq,
        3,
        "right after the gate"
    );
    assert_eq!(audited(directory.path()).len(), 6);
}

#[test]
fn what_was_answered_is_published_and_a_reader_keeps_its_picture() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let published: &Published = desk.ledger.live();
    let before = published.load_full();
    desk.save(
        "kill.engaged",
        vec![Mutation::Engage(kill(KillTarget::System))],
    )
    .unwrap();
    assert!(before.system_kill().is_none());
    assert!(published.load().system_kill().is_some());
}

/// Settings are part of what is decided on: whatever waits while others come into force is decided
/// again.
#[test]
fn what_waits_is_decided_again_when_the_settings_change() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let held = Gate::hold(&desk);
    let waiting = desk
        .ledger
        .check(desk.entry(1, request("bot", "read", "db")));
    let live = LiveSettings {
        registration_is_open: false,
        ..LiveSettings::default()
    };
    let configuration = Configuration {
        live: Arc::new(live.clone()),
        settings: "{\"registration.mode\":\"closed\"}".into(),
    };
    let configured = desk.submit(
        Lane::Urgent,
        meta("configuration.reload", None),
        vec![Mutation::Configure(Arc::new(configuration), noon(2))],
    );
    held.open();
    configured.recv().unwrap().unwrap();
    waiting.recv().unwrap().unwrap();
    assert_eq!(counter(&desk, "redecided_total"), 1);
    assert_eq!(**desk.ledger.live().load().settings(), live);
    drop(desk);
    // At the next start the file counts again; what was in force is known all the same.
    let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(1)));
    assert!(desk.ledger.live().load().settings().registration_is_open);
    assert_eq!(
        desk.ledger.configuration_before(),
        Some("{\"registration.mode\":\"closed\"}")
    );
}
