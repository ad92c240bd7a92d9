//! Lists, logs and usage, on connections that cannot write.

use std::path::Path;

use portcullis::domain::id::CustomerId;
use portcullis::domain::mutation::Mutation;
use portcullis::store::{LogFilter, Reader, UsageDay, UsageDelta};
use rstest::rstest;

use crate::fixtures::{audited, customer, noon};
use crate::{Said, Store};

/// Records in the log: two customers' and the appliance's own in turn, two in each second.
const RECORDS: u8 = 60;

/// What a record of the log says, as far as filters go.
#[derive(Debug, Clone, Copy)]
struct Fact {
    seq: u64,
    customer: Option<(CustomerId, u64)>,
    agent: Option<&'static str>,
    action: &'static str,
    resource: &'static str,
    result: &'static str,
    reason: &'static str,
    second: i64,
}

fn facts() -> Vec<Fact> {
    let (one, two) = (customer(1).id, customer(2).id);
    let mut numbers = [0u64; 2];
    (0..RECORDS)
        .map(|place| {
            // Mixed by primes, so that no two properties move together.
            let owner = match place % 5 {
                0 | 3 => Some(0),
                1 | 4 => Some(1),
                _ => None,
            };
            let customer = owner.map(|owner: usize| {
                numbers[owner] += 1;
                ([one, two][owner], numbers[owner])
            });
            Fact {
                seq: u64::from(place) + 1,
                customer,
                agent: customer.and([Some("bot"), Some("helper"), None][usize::from(place % 3)]),
                action: ["read", "write", "delete"][usize::from(place / 2 % 3)],
                resource: ["db", "db/orders"][usize::from(place / 3 % 2)],
                result: ["approved", "denied"][usize::from(place / 7 % 2)],
                reason: ["all_checks_passed", "permission_denied"][usize::from(place / 11 % 2)],
                second: i64::from(place / 2),
            }
        })
        .collect()
}

fn write(directory: &Path) -> Vec<Fact> {
    let mut store = Store::open(directory);
    store.save(&[1, 2, 3].map(|number| Mutation::SaveCustomer(customer(number))));
    store.writer.begin().unwrap();
    let facts = facts();
    for fact in &facts {
        store.say(Said {
            customer: fact.customer,
            agent: fact.agent,
            action: fact.action,
            resource: fact.resource,
            result: fact.result,
            reason: fact.reason,
            at: noon(fact.second),
        });
    }
    store.writer.commit().unwrap();
    facts
}

/// What the filter means, written down slowly: the global numbers of the records it leaves.
fn wanted(facts: &[Fact], filter: &LogFilter) -> Vec<u64> {
    let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|w| w == found);
    let mut found: Vec<u64> = facts
        .iter()
        .filter(|fact| {
            let visible = match filter.customer {
                Some(id) => fact.customer.filter(|(owner, _)| *owner == id).map(|c| c.1),
                None => Some(fact.seq),
            };
            let Some(visible) = visible else { return false };
            filter.before.is_none_or(|before| visible < before)
                && filter.after.is_none_or(|after| visible > after)
                && filter
                    .start_time
                    .is_none_or(|start| noon(fact.second) >= start)
                && filter.end_time.is_none_or(|end| noon(fact.second) <= end)
                && (filter.agent_id.is_none() || filter.agent_id.as_deref() == fact.agent)
                && is(&filter.action, fact.action)
                && is(&filter.resource, fact.resource)
                && is(&filter.result, fact.result)
                && is(&filter.reason, fact.reason)
        })
        .map(|fact| fact.seq)
        .collect();
    if filter.after.is_none() {
        found.reverse();
    }
    found.truncate(filter.limit);
    found
}

fn owner(number: u8) -> CustomerId {
    customer(number).id
}

fn all() -> LogFilter {
    LogFilter {
        limit: 1000,
        ..LogFilter::default()
    }
}

fn word(text: &str) -> String {
    text.to_owned()
}

#[rstest]
#[case::nothing(LogFilter::default())]
#[case::everything(all())]
#[case::agent(LogFilter { agent_id: Some(word("bot")), ..all() })]
#[case::unknown_agent(LogFilter { agent_id: Some(word("nobody")), ..all() })]
#[case::result(LogFilter { result: Some(word("denied")), ..all() })]
#[case::action(LogFilter { action: Some(word("write")), ..all() })]
#[case::part_of_an_action(LogFilter { action: Some(word("wri")), ..all() })]
#[case::resource(LogFilter { resource: Some(word("db")), ..all() })]
#[case::quoted_resource(LogFilter { resource: Some(word("db' OR '1'='1")), ..all() })]
#[case::reason(LogFilter { reason: Some(word("permission_denied")), ..all() })]
#[case::from(LogFilter { start_time: Some(noon(10)), ..all() })]
#[case::until(LogFilter { end_time: Some(noon(10)), ..all() })]
#[case::one_second(LogFilter { start_time: Some(noon(7)), end_time: Some(noon(7)), ..all() })]
#[case::backwards(LogFilter { start_time: Some(noon(8)), end_time: Some(noon(7)), ..all() })]
#[case::all_of_the_time(LogFilter { start_time: Some(noon(0)), end_time: Some(noon(29)), ..all() })]
#[case::too_early(LogFilter { end_time: Some(noon(-1)), ..all() })]
#[case::too_late(LogFilter { start_time: Some(noon(30)), ..all() })]
#[case::wider_than_the_log(
    LogFilter { start_time: Some(noon(-9)), end_time: Some(noon(99)), ..all() }
)]
#[case::before(LogFilter { before: Some(13), ..all() })]
#[case::before_the_first(LogFilter { before: Some(1), ..all() })]
#[case::before_none(LogFilter { before: Some(0), ..all() })]
#[case::before_one_that_is_not_there(LogFilter { before: Some(1_000_000), ..all() })]
#[case::before_the_largest_number(LogFilter { before: Some(u64::MAX), ..all() })]
#[case::after(LogFilter { after: Some(13), ..all() })]
#[case::after_the_start(LogFilter { after: Some(0), limit: 4, ..all() })]
#[case::after_the_last(LogFilter { after: Some(60), ..all() })]
#[case::after_the_largest_number(LogFilter { after: Some(u64::MAX), ..all() })]
#[case::between(LogFilter { after: Some(5), before: Some(9), ..all() })]
#[case::after_and_later(LogFilter { after: Some(3), start_time: Some(noon(20)), ..all() })]
#[case::limit(LogFilter { limit: 3, ..all() })]
#[case::all_at_once(LogFilter {
    agent_id: Some(word("bot")),
    start_time: Some(noon(2)),
    end_time: Some(noon(28)),
    result: Some(word("approved")),
    action: Some(word("read")),
    resource: Some(word("db")),
    reason: Some(word("all_checks_passed")),
    before: Some(55),
    limit: 2,
    ..LogFilter::default()
})]
fn a_filter_leaves_what_it_says(
    #[case] filter: LogFilter,
    #[values(None, Some(owner(1)), Some(owner(2)), Some(owner(3)), Some(owner(99)))]
    customer: Option<CustomerId>,
) {
    let directory = tempfile::tempdir().unwrap();
    let facts = write(directory.path());
    let filter = LogFilter { customer, ..filter };
    let reader = Reader::open(directory.path()).unwrap();
    let rows = reader.log(&filter).unwrap();
    let found: Vec<u64> = rows.iter().map(|row| row.record.seq).collect();
    assert_eq!(found, wanted(&facts, &filter));
    for row in &rows {
        let visible = match customer {
            Some(_) => row.record.customer_seq,
            None => Some(row.record.seq),
        };
        assert_eq!(Some(row.seq), visible, "a customer sees its own numbers");
        assert_eq!(
            row.record.customer_id,
            facts[usize::try_from(row.record.seq).unwrap() - 1]
                .customer
                .map(|(id, _)| id)
        );
    }
}

#[test]
fn the_filters_above_tell_something_apart() {
    let facts = facts();
    let bots = wanted(
        &facts,
        &LogFilter {
            agent_id: Some(word("bot")),
            ..all()
        },
    );
    assert!((5..50).contains(&bots.len()));
    let ones = wanted(
        &facts,
        &LogFilter {
            customer: Some(owner(1)),
            ..all()
        },
    );
    assert_eq!(ones.len(), 24);
    let second = wanted(
        &facts,
        &LogFilter {
            start_time: Some(noon(7)),
            end_time: Some(noon(7)),
            ..all()
        },
    );
    assert_eq!(second, [16, 15], "both ends belong to the range");
}

#[rstest]
fn pages_hold_each_record_once_and_newest_first(
    #[values(None, Some(owner(1)), Some(owner(2)))] customer: Option<CustomerId>,
    #[values(None, Some(word("bot")))] agent_id: Option<String>,
    #[values(1, 7, 24, 60, 61)] limit: usize,
) {
    let directory = tempfile::tempdir().unwrap();
    let facts = write(directory.path());
    let reader = Reader::open(directory.path()).unwrap();
    let filter = LogFilter {
        customer,
        agent_id,
        ..all()
    };
    let mut found = Vec::new();
    let mut before = None;
    loop {
        let page = LogFilter {
            before,
            limit,
            ..filter.clone()
        };
        let rows = reader.log(&page).unwrap();
        found.extend(rows.iter().map(|row| row.record.seq));
        match rows.last() {
            Some(last) if rows.len() == limit => before = Some(last.seq),
            Some(_) | None => break,
        }
    }
    assert_eq!(found, wanted(&facts, &filter));
    assert!(!found.is_empty());
}

#[test]
fn usage_is_read_by_customer_and_day_with_both_ends() {
    let directory = tempfile::tempdir().unwrap();
    let (one, two) = (customer(1), customer(2));
    let mut store = Store::open(directory.path());
    store.save(&[one.clone(), two.clone()].map(Mutation::SaveCustomer));
    let day = |days: i64| noon(days * 86_400).day();
    store.writer.begin().unwrap();
    for (owner, days, approved) in [(&one, 0, 1), (&one, 1, 2), (&one, 3, 4), (&two, 1, 8)] {
        let calls = UsageDelta {
            approved,
            denied: 10,
            changes: 100,
            reads: 1000,
        };
        store.writer.count(owner.id, day(days), calls).unwrap();
    }
    store.writer.commit().unwrap();
    let reader = Reader::open(directory.path()).unwrap();
    let usage = |owner: CustomerId, from, to| {
        let days = reader.usage(owner, day(from), day(to)).unwrap();
        days.iter().map(|day| day.approved).collect::<Vec<_>>()
    };
    assert_eq!(usage(one.id, 0, 3), [1, 2, 4]);
    assert_eq!(usage(one.id, 0, 1), [1, 2]);
    assert_eq!(usage(one.id, 1, 1), [2]);
    assert_eq!(usage(one.id, 2, 2), [0u64; 0]);
    assert_eq!(usage(one.id, 3, 0), [0u64; 0]);
    assert_eq!(usage(two.id, 0, 9), [8]);
    assert_eq!(usage(customer(9).id, 0, 9), [0u64; 0]);
    let first = reader.usage(one.id, day(0), day(0)).unwrap();
    let expected = UsageDay {
        day: day(0),
        approved: 1,
        denied: 10,
        changes: 100,
        reads: 1000,
    };
    assert_eq!((first[0], first[0].total()), (expected, 1111));
}

#[test]
fn readers_see_what_is_committed_and_only_that() {
    let directory = tempfile::tempdir().unwrap();
    write(directory.path());
    let mut store = Store::open(directory.path());
    let reader = Reader::open(directory.path()).unwrap();
    let count = || reader.log(&all()).unwrap().len();
    store.load().unwrap();
    store.writer.begin().unwrap();
    store.say(Said {
        customer: None,
        agent: None,
        action: "read",
        resource: "db",
        result: "done",
        reason: "x",
        at: noon(40),
    });
    assert_eq!(count(), usize::from(RECORDS));
    store.writer.commit().unwrap();
    assert_eq!(count(), usize::from(RECORDS) + 1);
    let (pages, _) = reader.file_sizes().unwrap();
    assert!(pages > 0);
    drop(store);
    assert_eq!(audited(directory.path()).len(), usize::from(RECORDS) + 1);
}
