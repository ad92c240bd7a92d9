//! Changes: validated in their turn, made whole or not at all, on record either way.

use std::sync::Arc;

use portcullis::domain::actor::Actor;
use portcullis::domain::check::Verdict;
use portcullis::domain::customer::Customer;
use portcullis::domain::id::KeyId;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::text::{AgentId, Email};
use portcullis::ledger::{Accepted, ChangeError, ChangeMeta, Health, Lane};
use serde_json::{Value, json};

use crate::Gate;
use crate::desk::{Changed, Desk, No, meta, request, settings};
use crate::fixtures::{agent, audited, customer, noon, raw};

/// Everything in the file but the log and the counters, as text.
fn contents(desk: &Desk) -> Vec<String> {
    let connection = raw(&desk.path);
    let tables = [
        "meta",
        "customers",
        "api_keys",
        "agents",
        "permissions",
        "kill_switches",
        "approvals",
        "operators",
        "operator_tokens",
        "operator_sessions",
        "portal_sessions",
        "portal_links",
    ];
    let mut rows = Vec::new();
    for table in tables {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = statement.column_count();
        let found = statement.query_map([], |row| {
            let values = (0..columns).map(|place| row.get::<_, rusqlite::types::Value>(place));
            values.collect::<rusqlite::Result<Vec<_>>>()
        });
        rows.extend(
            found
                .unwrap()
                .map(|row| format!("{table}: {:?}", row.unwrap())),
        );
    }
    rows
}

#[test]
fn a_refused_change_leaves_one_record_and_nothing_else() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let before = (contents(&desk), desk.ledger.live().load_full());
    let meta = ChangeMeta {
        actor: Actor::Key(KeyId::from_bytes([1; 16])),
        claim: Some("ada@example.com".to_owned()),
        agent_id: Some(AgentId::parse("bot").unwrap()),
        object: Some("perm_x".to_owned()),
        charged_to: Some(customer(1).id),
        ..meta("permission.delete", Some(customer(1).id))
    };
    let refused: Changed = desk
        .ledger
        .change(Lane::Normal, meta, |_, _| Err::<Accepted<()>, No>(No))
        .recv()
        .unwrap();
    assert!(
        matches!(refused, Err(ChangeError::Refused(No))),
        "{refused:?}"
    );

    let rows = audited(directory.path());
    assert_eq!(rows.len(), 2);
    let mut record = rows[1].json();
    let id = record["id"].take();
    assert!(id.as_str().unwrap().starts_with("rec_"), "{id}");
    let node = record["node"].take();
    assert_eq!(node.as_str().unwrap().len(), 8);
    assert_eq!(
        record,
        json!({
            "action": "permission.delete",
            "actor": {
                "claim": "ada@example.com",
                "id": KeyId::from_bytes([1; 16]),
                "kind": "api_key",
            },
            "agent_id": "bot",
            "at": "2026-11-22T12:00:00.000000Z",
            "customer_id": customer(1).id,
            "customer_seq": 1,
            "epoch": 1,
            "format": 1,
            "id": null,
            "kind": "change",
            "node": null,
            "reason": "conflict",
            "request_id": "req-change",
            "resource": "perm_x",
            "result": "refused",
            "seq": 2,
            "trace": [],
        })
    );
    assert_eq!(contents(&desk), before.0);
    assert!(Arc::ptr_eq(&before.1, &desk.ledger.live().load_full()));
    let day = noon(0).day();
    let usage = desk
        .ledger
        .reader()
        .usage(customer(1).id, day, day)
        .unwrap();
    assert_eq!(
        (usage[0].changes, usage[0].total()),
        (1, 1),
        "refused is charged"
    );
}

#[test]
fn an_accepted_change_says_what_it_did() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let one = customer(1);
    let helper = agent(&one, "helper");
    let changed = desk
        .ledger
        .change(
            Lane::Normal,
            meta("agent.create", None),
            move |live, moment| {
                assert!(live.customer(one.id).is_some());
                assert_eq!(moment.now, noon(0));
                let mutations = vec![Mutation::SaveAgent(helper)];
                let accepted = Accepted::done(7, mutations, json!({"owner": "Ada", "name": "Bot"}));
                Ok::<_, No>(accepted.about(&"helper").of(one.id))
            },
        )
        .recv()
        .unwrap()
        .unwrap();
    assert_eq!((changed.value, changed.seq), (7, 2));
    let record = audited(directory.path())[1].json();
    assert_eq!(record["details"], json!({"name": "Bot", "owner": "Ada"}));
    assert_eq!(record["resource"], "helper");
    assert_eq!(record["result"], "done");
    assert_eq!(record["customer_seq"], 1);
    assert_eq!(record["reason"], Value::Null);
    assert_eq!(record["actor"], json!({"kind": "local"}));
}

/// The second mutation takes an address that is taken: no rule of this test's change noticed.
fn half_right() -> Vec<Mutation> {
    let three = Customer {
        email: Email::parse("c2@example.com").unwrap(),
        ..Customer::clone(&customer(3))
    };
    vec![
        Mutation::SaveAgent(agent(&customer(1), "helper")),
        Mutation::SaveCustomer(Arc::new(three)),
    ]
}

#[test]
fn what_the_store_refuses_is_undone_alone_and_the_batch_stands() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let gate = Gate::hold(&desk);
    let ask = || {
        desk.ledger
            .check(desk.entry(1, request("bot", "read", "db")))
    };
    let save = |mutations| desk.submit(Lane::Normal, meta("test", None), mutations);
    let first = ask();
    let made = save(vec![Mutation::SaveAgent(agent(&customer(2), "other"))]);
    let broken = save(half_right());
    let last = ask();
    let also_made = save(vec![Mutation::SaveCustomer(customer(4))]);
    gate.open();

    assert_eq!(first.recv().unwrap().unwrap().seq, 1);
    assert_eq!(made.recv().unwrap().unwrap().seq, 4);
    let refused = broken.recv().unwrap();
    assert!(matches!(refused, Err(ChangeError::Internal)), "{refused:?}");
    let last = last.recv().unwrap().unwrap();
    assert_eq!((last.seq, last.decision.verdict), (2, Verdict::Approved));
    assert_eq!(also_made.recv().unwrap().unwrap().seq, 7);

    let record = audited(directory.path())[4].json();
    assert_eq!(
        (&record["result"], &record["reason"]),
        (&json!("refused"), &json!("internal"))
    );
    let live = desk.ledger.live().load_full();
    let has = |number, name: &str| {
        let id = AgentId::parse(name).unwrap();
        let state = live.customer(customer(number).id);
        state.is_some_and(|state| state.agent(&id).is_some())
    };
    assert!(has(2, "other") && !has(1, "helper"));
    assert!(live.customer(customer(3).id).is_none());
    assert!(live.customer(customer(4).id).is_some());
    assert_eq!(desk.ledger.health(), Health::Ready);

    // The file says the same, and the next start agrees.
    drop(desk);
    let desk = Desk::open(
        directory.path(),
        settings(),
        crate::desk::Fixed::at(noon(1)),
    );
    let read = desk.ledger.live().load_full();
    assert_eq!(read.sizes(), live.sizes());
    assert_eq!(desk.ask(1, "read").unwrap().seq, 3);
}

#[test]
fn a_change_that_panics_is_refused_and_the_writer_goes_on() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let before = contents(&desk);
    let panicked: Changed = desk
        .ledger
        .change(
            Lane::Normal,
            meta("rule.broken", Some(customer(1).id)),
            |_, _| -> Result<Accepted<()>, No> {
                panic!("a rule is broken, as this test wants it")
            },
        )
        .recv()
        .unwrap();
    assert!(
        matches!(panicked, Err(ChangeError::Internal)),
        "{panicked:?}"
    );
    assert_eq!(desk.ask(1, "read").unwrap().seq, 2);
    let rows = audited(directory.path());
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1].json()["reason"], "internal");
    assert_eq!(contents(&desk), before);
    assert!(desk.fatal.lock().unwrap().try_recv().is_err());
}

#[test]
fn a_change_about_a_customer_that_is_not_there_is_the_appliances() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let meta = meta("customer.change", Some(customer(9).id));
    desk.submit(Lane::Normal, meta, Vec::new())
        .recv()
        .unwrap()
        .unwrap();
    let record = audited(directory.path())[1].json();
    assert_eq!(record["customer_id"], Value::Null);
    assert_eq!(record["customer_seq"], Value::Null);
}

#[test]
fn a_customers_first_change_in_a_batch_can_be_followed_by_its_second() {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::furnished(directory.path(), settings());
    let gate = Gate::hold(&desk);
    let five = customer(5);
    let registered = desk.submit(
        Lane::Normal,
        meta("customer.register", Some(five.id)),
        vec![Mutation::SaveCustomer(Arc::clone(&five))],
    );
    let agent = Mutation::SaveAgent(agent(&five, "bot"));
    let made = desk.submit(
        Lane::Normal,
        meta("agent.create", Some(five.id)),
        vec![agent],
    );
    gate.open();
    registered.recv().unwrap().unwrap();
    made.recv().unwrap().unwrap();
    let rows = audited(directory.path());
    let numbers: Vec<_> = rows.iter().map(|row| row.customer_seq).collect();
    assert_eq!(numbers, [None, None, Some(1), Some(2)]);
}
