//! Audit records: the exact bytes that are chained, and the chain itself.
//!
//! `docs/AUDIT_FORMAT.md` describes both for those who verify without this program.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use super::actor::ActorRecord;
use super::check::Step;
use super::id::CustomerId;
use super::time::Timestamp;

/// The version of the record format.
pub const FORMAT: u32 = 1;

/// The action of the record with which an epoch begins: the database was restored from a backup.
pub const RESTORE: &str = "appliance.restore";

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The answer to a check.
    Decision,
    /// A change, done or refused.
    Change,
}

/// One record. The members stand in the order of RFC 8785, and none holds a number that its
/// canonical form would spell otherwise, so that serialising it *is* canonicalising it.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// The action asked for, or `<noun>.<verb>` of a change.
    pub action: &'a str,
    /// Who acted.
    pub actor: &'a ActorRecord,
    /// The agent it is about.
    pub agent_id: Option<&'a str>,
    /// When; never earlier than the record before.
    pub at: Timestamp,
    /// The context of a check, when it had one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<&'a RawValue>,
    /// The customer it is about.
    pub customer_id: Option<CustomerId>,
    /// The customer's own gapless number, from 1.
    pub customer_seq: Option<u64>,
    /// What a change did, without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<&'a serde_json::Value>,
    /// How often this database has been restored; 1 from the start.
    pub epoch: u64,
    /// The version of this format.
    pub format: u32,
    /// The decision's or the change's identifier.
    pub id: &'a str,
    /// A decision or a change.
    pub kind: RecordKind,
    /// The appliance that wrote it.
    pub node: &'a str,
    /// Why; a stable code.
    pub reason: Option<&'a str>,
    /// The request that led to it.
    pub request_id: &'a str,
    /// The resource asked for, or the object changed.
    pub resource: Option<&'a str>,
    /// `approved`, `denied`; `done`, `refused`; `enabled`, `disabled` for kill switches.
    pub result: &'a str,
    /// The global number, gapless from 1.
    pub seq: u64,
    /// The evaluation that decided; empty for a change.
    pub trace: &'a [Step],
}

/// A link of the chain: `SHA-256(previous link || canonical record)`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChainHash([u8; 32]);

impl ChainHash {
    /// What the first record is chained to: 32 zero bytes.
    pub const GENESIS: Self = Self([0; 32]);

    /// The link of the record that follows this one.
    #[must_use]
    pub fn next(self, canonical_record: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(canonical_record);
        Self(hasher.finalize().into())
    }

    /// The bytes that the store keeps.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// From the bytes that the store keeps.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a hash: write 64 hexadecimal digits")]
pub struct BadHash;

impl std::str::FromStr for ChainHash {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        let mut bytes = [0u8; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(BadHash);
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(place * 2..place * 2 + 2).ok_or(BadHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| BadHash)?;
        }
        Ok(Self(bytes))
    }
}

impl std::fmt::Display for ChainHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for ChainHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// A record as it is read back for lists and logs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StoredRecord {
    /// See [`Record::action`].
    pub action: String,
    /// See [`Record::actor`].
    pub actor: ActorRecord,
    /// See [`Record::agent_id`].
    pub agent_id: Option<String>,
    /// See [`Record::at`].
    pub at: Timestamp,
    /// See [`Record::context`].
    pub context: Option<serde_json::Value>,
    /// See [`Record::customer_id`].
    pub customer_id: Option<CustomerId>,
    /// See [`Record::customer_seq`].
    pub customer_seq: Option<u64>,
    /// See [`Record::details`].
    pub details: Option<serde_json::Value>,
    /// See [`Record::id`].
    pub id: String,
    /// See [`Record::kind`].
    pub kind: RecordKind,
    /// See [`Record::reason`].
    pub reason: Option<String>,
    /// See [`Record::request_id`].
    pub request_id: String,
    /// See [`Record::resource`].
    pub resource: Option<String>,
    /// See [`Record::result`].
    pub result: String,
    /// See [`Record::seq`].
    pub seq: u64,
    /// See [`Record::trace`].
    pub trace: Vec<Step>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::Actor;
    use crate::domain::check::{Rule, RuleResult};
    use crate::domain::id::{KeyId, PermissionId};

    #[test]
    fn serialising_is_canonicalising() {
        let actor = Actor::Key(KeyId::from_bytes([3; 16])).described();
        let context: &RawValue =
            serde_json::from_str(r#"{"amount":12.5,"x":"\u0007\"\\/é"}"#).unwrap();
        let details = serde_json::json!({"b": [1, true, null], "a": {"z": "ü\n", "k": 2}});
        let trace = [Step {
            permission_id: Some(PermissionId::from_bytes([1; 16])),
            ..Step::new(Rule::PermissionRule, RuleResult::Passed, "allowed")
        }];
        let record = Record {
            action: "read",
            actor: &actor,
            agent_id: Some("bot"),
            at: Timestamp::from_micros(1_795_363_200_000_005),
            context: Some(context),
            customer_id: Some(CustomerId::from_bytes([2; 16])),
            customer_seq: Some(7),
            details: Some(&details),
            epoch: 1,
            format: FORMAT,
            id: "dec_x",
            kind: RecordKind::Decision,
            node: "n1",
            reason: None,
            request_id: "r",
            resource: Some("db"),
            result: "approved",
            seq: 9,
            trace: &trace,
        };
        let written = serde_json::to_string(&record).unwrap();
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(
            written,
            serde_json_canonicalizer::to_string(&value).unwrap()
        );
        let read: StoredRecord = serde_json::from_str(&written).unwrap();
        assert_eq!(
            (read.seq, read.customer_seq, read.trace.len()),
            (9, Some(7), 1)
        );
    }

    #[test]
    fn the_chain_depends_on_every_byte_before() {
        let one = ChainHash::GENESIS.next(b"a");
        assert_eq!(
            one.to_string(),
            "41a0370c3d9f42773a59e8e01651911cf43b1e3f66944cbb690029debc4eb647"
        );
        assert_ne!(one.next(b"b"), ChainHash::GENESIS.next(b"b"));
        assert_ne!(one, ChainHash::GENESIS.next(b"b"));
    }
}
