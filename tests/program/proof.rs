//! The database read beside the program: nothing here uses a line of its code.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::text;

const MICROS_PER_DAY: i64 = 86_400_000_000;

/// The whole log, proved.
pub struct Log {
    pub records: Vec<Value>,
    /// The records by the request that led to them. No request leads to two.
    by_request: HashMap<String, usize>,
}

/// What is kept per customer and day: approved, denied, changes.
type Usage = BTreeMap<(String, i64), [i64; 3]>;

impl Log {
    /// Reads the log and proves that it is whole: each link is SHA-256 over the one before and the
    /// record, the numbers have no gap (all together, and for each customer), the columns say what
    /// the records say, time does not run backwards, and usage is what was recorded.
    pub fn prove(data_dir: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let database = Connection::open_with_flags(data_dir.join("portcullis.db"), flags).unwrap();
        let check: String = database
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(check, "ok");
        let records = chained_records(&database);
        prove_numbers(&records);
        assert_eq!(kept_usage(&database), counted_usage(&records));
        let mut by_request = HashMap::new();
        for (place, record) in records.iter().enumerate() {
            let request = text(record, "request_id");
            let before = by_request.insert(request.clone(), place);
            assert!(
                before.is_none() || !request.starts_with("once-"),
                "{request} was recorded twice"
            );
        }
        Self {
            records,
            by_request,
        }
    }

    /// The record of a request.
    pub fn of_request(&self, id: &str) -> Option<&Value> {
        self.by_request.get(id).map(|place| &self.records[*place])
    }

    /// The last number of a customer.
    pub fn last_of(&self, customer: &str) -> u64 {
        let own = self
            .records
            .iter()
            .rev()
            .find(|record| record["customer_id"] == customer);
        own.and_then(|record| record["customer_seq"].as_u64())
            .unwrap_or(0)
    }
}

fn chained_records(database: &Connection) -> Vec<Value> {
    let mut rows = database
        .prepare(
            "SELECT record, hash, seq, customer_seq, at, agent_id, result FROM audit_records
             ORDER BY seq",
        )
        .unwrap();
    let mut link = [0u8; 32];
    let mut at = i64::MIN;
    let mut records = Vec::new();
    let mut rows = rows.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let written: String = row.get(0).unwrap();
        link = Sha256::new()
            .chain_update(link)
            .chain_update(&written)
            .finalize()
            .into();
        let hash: Vec<u8> = row.get(1).unwrap();
        assert_eq!(hash, link, "not chained: {written}");
        let record: Value = serde_json::from_str(&written).unwrap();
        let columns: (Option<i64>, Option<i64>) = (row.get(2).unwrap(), row.get(3).unwrap());
        let members = (record["seq"].as_i64(), record["customer_seq"].as_i64());
        assert_eq!(columns, members, "{record}");
        let columns: (Option<String>, Option<String>) = (row.get(5).unwrap(), row.get(6).unwrap());
        let member = |name: &str| record[name].as_str().map(str::to_owned);
        assert_eq!(columns, (member("agent_id"), member("result")), "{record}");
        let moment: i64 = row.get(4).unwrap();
        assert!(moment >= at, "earlier than the one before: {record}");
        at = moment;
        records.push(record);
    }
    records
}

fn prove_numbers(records: &[Value]) {
    let mut customers: HashMap<&str, u64> = HashMap::new();
    for (place, record) in records.iter().enumerate() {
        let wanted = u64::try_from(place + 1).ok();
        assert_eq!(record["seq"].as_u64(), wanted, "{record}");
        let Some(customer) = record["customer_id"].as_str() else {
            continue;
        };
        let last = customers.entry(customer).or_default();
        *last += 1;
        assert_eq!(record["customer_seq"].as_u64(), Some(*last), "{record}");
    }
}

/// What the log says: decisions, and the changes that a customer's key asked for. Kills are free.
fn counted_usage(records: &[Value]) -> Usage {
    let mut usage = Usage::new();
    for record in records {
        let kind = match (
            text(record, "kind").as_str(),
            text(record, "result").as_str(),
        ) {
            ("decision", "approved") => 0,
            ("decision", "denied") => 1,
            _ => 2,
        };
        let is_kill = ["agent.kill", "agent.release"].contains(&&*text(record, "action"));
        let is_keys = text(&record["actor"], "kind") == "api_key";
        if kind == 2 && (is_kill || !is_keys) {
            continue;
        }
        let at = text(record, "at").parse::<jiff::Timestamp>().unwrap();
        let day = at.as_microsecond().div_euclid(MICROS_PER_DAY);
        usage.entry((text(record, "customer_id"), day)).or_default()[kind] += 1;
    }
    usage
}

fn kept_usage(database: &Connection) -> Usage {
    let mut ids = HashMap::new();
    let mut customers = database
        .prepare(
            "SELECT DISTINCT customer_no, json_extract(record, '$.customer_id')
             FROM audit_records WHERE customer_no IS NOT NULL",
        )
        .unwrap();
    let mut rows = customers.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let pair: (i64, String) = (row.get(0).unwrap(), row.get(1).unwrap());
        assert!(
            ids.insert(pair.0, pair.1).is_none(),
            "two names of one customer"
        );
    }
    let mut kept = database
        .prepare("SELECT customer_no, day, approved, denied, changes FROM usage_daily")
        .unwrap();
    let mut rows = kept.query([]).unwrap();
    let mut usage = Usage::new();
    while let Some(row) = rows.next().unwrap() {
        let no: i64 = row.get(0).unwrap();
        let counts = [2, 3, 4].map(|column| row.get(column).unwrap());
        // A day may hold reads alone, which leave no record.
        if counts != [0; 3] {
            usage.insert((ids[&no].clone(), row.get(1).unwrap()), counts);
        }
    }
    usage
}
