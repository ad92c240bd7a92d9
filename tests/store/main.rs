//! The store on a real file: what goes in comes out, what must not go in does not, and what was
//! altered is found.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod constraints;
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod log;
mod objects;
mod opening;
mod quotes;
mod tampering;

use std::path::Path;
use std::sync::Arc;

use portcullis::domain::actor::Actor;
use portcullis::domain::id::CustomerId;
use portcullis::domain::mutation::Mutation;
use portcullis::domain::record::{ChainHash, FORMAT, Record, RecordKind};
use portcullis::domain::time::Timestamp;
use portcullis::live::Live;
use portcullis::store::{DataDir, Durability, Loaded, NewRecord, StoreError, Writer};

/// An open store, and the log's end as the test knows it.
pub(crate) struct Store {
    pub(crate) writer: Writer,
    pub(crate) seq: u64,
    pub(crate) hash: ChainHash,
    _directory: DataDir,
}

/// What a test record says; the rest is the same in each.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub(crate) customer: Option<(CustomerId, u64)>,
    pub(crate) agent: Option<&'a str>,
    pub(crate) action: &'a str,
    pub(crate) resource: &'a str,
    pub(crate) result: &'a str,
    pub(crate) reason: &'a str,
    pub(crate) at: Timestamp,
}

impl Store {
    pub(crate) fn open(directory: &Path) -> Self {
        let directory = DataDir::take(directory, "test").unwrap();
        let writer = Writer::open(&directory, Durability::Process).unwrap();
        Self {
            writer,
            seq: 0,
            hash: ChainHash::GENESIS,
            _directory: directory,
        }
    }

    /// Reads everything back.
    pub(crate) fn load(&mut self) -> Result<(Live, Loaded), StoreError> {
        let mut live = Live::empty(Arc::default());
        let loaded = self.writer.load(&mut |mutation| live.apply(&mutation))?;
        live.set_counters(&loaded.calls, &loaded.last_used);
        self.seq = loaded.head.seq;
        self.hash = loaded.head.hash;
        Ok((live, loaded))
    }

    /// Applies mutations in a transaction of their own.
    pub(crate) fn save(&mut self, mutations: &[Mutation]) {
        self.writer.begin().unwrap();
        for mutation in mutations {
            self.writer.apply(mutation).unwrap();
        }
        self.writer.commit().unwrap();
    }

    /// Appends a record, chained to the one before; belongs inside a transaction.
    pub(crate) fn say(&mut self, said: Said<'_>) {
        let actor = Actor::Local.described();
        let seq = self.seq + 1;
        let record = Record {
            action: said.action,
            actor: &actor,
            agent_id: said.agent,
            at: said.at,
            context: None,
            customer_id: said.customer.map(|(id, _)| id),
            customer_seq: said.customer.map(|(_, number)| number),
            details: None,
            epoch: 1,
            format: FORMAT,
            id: "dec_test",
            kind: RecordKind::Decision,
            node: "test",
            reason: Some(said.reason),
            request_id: "req",
            resource: Some(said.resource),
            result: said.result,
            seq,
            trace: &[],
        };
        let record = serde_json::to_string(&record).unwrap();
        let hash = self.hash.next(record.as_bytes());
        let appended = self.writer.append(&NewRecord {
            seq,
            customer: said.customer,
            at: said.at,
            agent_id: said.agent,
            result: said.result,
            record: &record,
            hash,
        });
        appended.unwrap();
        (self.seq, self.hash) = (seq, hash);
    }
}
