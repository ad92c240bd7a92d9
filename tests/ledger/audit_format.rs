//! `docs/AUDIT_FORMAT.md` says what the program does.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use portcullis::domain::actor::Actor;
use portcullis::domain::check::CheckRequest;
use portcullis::domain::context::Context;
use portcullis::domain::id::OperatorId;
use portcullis::domain::json;
use portcullis::domain::text::Username;
use portcullis::ledger::{Accepted, ChangeMeta, Lane};

use crate::desk::{Desk, Fixed, No, furniture, meta, request, settings};
use crate::fixtures::{Row, audited, customer, noon};

const DOCUMENT: &str = include_str!("../../docs/AUDIT_FORMAT.md");

/// A registration by an operator, and a check with a context one and a half seconds later.
fn example() -> Vec<Row> {
    let directory = tempfile::tempdir().unwrap();
    let desk = Desk::open(directory.path(), settings(), Fixed::at(noon(0)));
    let one = customer(1);
    let operator = OperatorId::from_bytes([5; 16]);
    let meta = ChangeMeta {
        actor: Actor::Operator(operator, Username::parse("ada").unwrap()),
        claim: Some("Ada Lovelace".to_owned()),
        request_id: "req-1".to_owned(),
        ..meta("customer.register", None)
    };
    let registered = desk.ledger.change(Lane::Normal, meta, move |_, _| {
        let details = serde_json::json!({"email": one.email, "name": one.name});
        let accepted = Accepted::done((), furniture(), details);
        Ok::<_, No>(accepted.about(&one.id).of(one.id))
    });
    registered.recv().unwrap().unwrap();
    desk.clock.set(noon(1));
    let context = json::parse(br#"{"why":"caf\u00e9","amount":12.50}"#).unwrap();
    let serde_json::Value::Object(context) = context else {
        panic!("an object was written")
    };
    let question = CheckRequest {
        context: Context::new(context).unwrap(),
        ..request("bot", "read", "db/orders")
    };
    let mut entry = desk.entry(1, question);
    "req-2".clone_into(&mut entry.request_id);
    desk.ledger.check(entry).recv().unwrap().unwrap();
    audited(directory.path())
}

#[test]
fn the_worked_example_is_what_the_program_writes() {
    let mut expected = String::new();
    for row in example() {
        let hash: String = row.hash.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        });
        let (seq, record) = (row.seq, row.record);
        write!(
            expected,
            "Record {seq}:\n\n```json\n{record}\n```\n\nIts hash:\n\n```text\n{hash}\n```\n\n"
        )
        .unwrap();
    }
    let (_, rest) = DOCUMENT.split_once("<!-- example -->\n\n").unwrap();
    let (written, _) = rest.split_once("<!-- end of example -->").unwrap();
    assert_eq!(written, expected, "put this into the document:\n{expected}");
}

/// The first words of the document's table rows under a heading.
fn rows_under(heading: &str) -> BTreeSet<&'static str> {
    let (_, section) = DOCUMENT.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    section
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_member_and_column_is_described_and_no_other() {
    let rows = example();
    let records: Vec<_> = rows.iter().map(Row::json).collect();
    let members: BTreeSet<_> = records
        .iter()
        .flat_map(|record| record.as_object().unwrap().keys())
        .map(String::as_str)
        .collect();
    assert_eq!(rows_under("The record"), members);

    let directory = tempfile::tempdir().unwrap();
    let _desk = Desk::furnished(directory.path(), settings());
    let connection = crate::fixtures::raw(directory.path());
    let statement = connection.prepare("SELECT * FROM audit_records").unwrap();
    let columns: BTreeSet<_> = statement.column_names().into_iter().collect();
    assert_eq!(rows_under("The table"), columns);
}

#[test]
fn records_are_in_their_canonical_form() {
    for row in example() {
        let canonical = serde_json_canonicalizer::to_string(&row.json()).unwrap();
        assert_eq!(row.record, canonical);
    }
}
