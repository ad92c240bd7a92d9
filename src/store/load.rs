//! Reading the database back at the start, as the mutations that would make it.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::Row;

use super::error::StoreError;
use super::write::{CONFIGURATION, Writer};
use crate::domain::actor::Actor;
use crate::domain::agent::Agent;
use crate::domain::approval::{Approval, ApprovalStatus, Binding, Settlement};
use crate::domain::check::Step;
use crate::domain::context::Context;
use crate::domain::customer::{Customer, DeactivatedBy, Overrides};
use crate::domain::id::{
    ApprovalId, CustomerId, KeyId, OperatorId, PermissionId, SessionId, SetupLinkId, TokenId,
};
use crate::domain::key::ApiKey;
use crate::domain::kill::{Authority, KillSwitch, KillTarget};
use crate::domain::month::Month;
use crate::domain::mutation::Mutation;
use crate::domain::operator::{
    Operator, OperatorToken, PasswordHash, Session, SetupLink, SetupPurpose,
};
use crate::domain::pattern::Pattern;
use crate::domain::permission::Permission;
use crate::domain::record::{ChainHash, StoredRecord};
use crate::domain::scope::Scopes;
use crate::domain::secret::SecretDigest;
use crate::domain::text::{Action, AgentId, Email, Name, Resource, Username, ZoneName};
use crate::domain::time::Timestamp;

/// Records at the end of the log that are verified at every start.
const TAIL_VERIFIED: u64 = 1000;

/// The last record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its global number; 0 when there is none.
    pub seq: u64,
    /// Its link of the chain.
    pub hash: ChainHash,
    /// Its time.
    pub at: Timestamp,
}

/// What is read beside the mutations.
#[derive(Debug)]
pub struct Loaded {
    /// The last record.
    pub head: Head,
    /// Each customer's last own number.
    pub customer_heads: HashMap<CustomerId, u64>,
    /// Each customer's charged calls so far.
    pub calls: HashMap<CustomerId, u64>,
    /// Each customer's recorded checks in the month of the last record.
    pub month_checks: HashMap<CustomerId, u64>,
    /// When each key was last used.
    pub last_used: HashMap<KeyId, Timestamp>,
    /// The facts that were noted about the database itself.
    pub meta: HashMap<String, String>,
}

impl Loaded {
    /// Every setting, as JSON, that was in force when a server ran last.
    pub fn configuration(&self) -> Option<&str> {
        self.meta.get(CONFIGURATION).map(String::as_str)
    }
}

/// What is counted for each customer.
#[derive(Default)]
struct Counters {
    customer_heads: HashMap<CustomerId, u64>,
    calls: HashMap<CustomerId, u64>,
    month_checks: HashMap<CustomerId, u64>,
}

pub(super) type Sink<'a> = &'a mut dyn FnMut(Mutation);

impl Writer {
    /// Reads everything that the live state is made of, in an order in which each mutation finds
    /// what it refers to. Verifies the last records on the way.
    pub fn load(&mut self, sink: Sink<'_>) -> Result<Loaded, StoreError> {
        let customers = self.load_customers(sink)?;
        let last_used = self.load_keys(&customers, sink)?;
        self.load_agents_and_permissions(&customers, sink)?;
        self.load_kills(&customers, sink)?;
        self.load_approvals(&customers, sink)?;
        self.load_operators(sink)?;
        self.load_portal(&customers, sink)?;
        self.load_quotes(sink)?;
        self.load_stripe(&customers, sink)?;
        self.load_outbox(&customers, sink)?;
        self.load_quota_notices(&customers, sink)?;
        let head = self.verified_head(&customers)?;
        let Counters {
            customer_heads,
            calls,
            month_checks,
        } = self.load_counters(&customers, head.at.month())?;
        let meta = self.rows("SELECT name, value FROM meta", |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let meta = meta.into_iter().collect();
        Ok(Loaded {
            head,
            customer_heads,
            calls,
            month_checks,
            last_used,
            meta,
        })
    }

    fn load_customers(&mut self, sink: Sink<'_>) -> Result<HashMap<i64, CustomerId>, StoreError> {
        let customers = self.rows(
            "SELECT no, id, name, email, tier, max_agents, max_requests_per_minute, max_api_keys,
               time_zone, is_active, created_at, updated_at, max_checks_per_month,
               price_usd_month, deactivated_by FROM customers ORDER BY no",
            |row| {
                let customer = Customer {
                    id: CustomerId::from_bytes(row.get(1)?),
                    name: Name::from_stored(text(row, 2)?),
                    email: Email::from_stored(text(row, 3)?),
                    tier: text(row, 4)?.into(),
                    overrides: Overrides {
                        max_agents: row.get(5)?,
                        max_requests_per_minute: row.get(6)?,
                        max_api_keys: row.get(7)?,
                        max_checks_per_month: row
                            .get::<_, Option<i64>>(12)?
                            .map(i64::cast_unsigned),
                        price_usd_month: row.get(13)?,
                    },
                    time_zone: ZoneName::from_stored(text(row, 8)?),
                    is_active: row.get(9)?,
                    deactivated_by: optional_text(row, 14)?.map(DeactivatedBy::from_stored),
                    created_at: time(row, 10)?,
                    updated_at: time(row, 11)?,
                };
                Ok((row.get::<_, i64>(0)?, Arc::new(customer)))
            },
        )?;
        let mut ids = HashMap::with_capacity(customers.len());
        for (number, customer) in customers {
            ids.insert(number, customer.id);
            self.customer_numbers.insert(customer.id, number);
            sink(Mutation::SaveCustomer(customer));
        }
        Ok(ids)
    }

    fn load_keys(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<HashMap<KeyId, Timestamp>, StoreError> {
        let mut last_used = HashMap::new();
        self.each(
            "SELECT id, customer_no, name, prefix, digest, scopes, agent_id, holder, created_at,
               created_by, expires_at, revoked_at, last_used_at FROM api_keys ORDER BY id",
            |row| {
                let key = ApiKey {
                    id: KeyId::from_bytes(row.get(0)?),
                    customer_id: customer(customers, row, 1)?,
                    name: Name::from_stored(text(row, 2)?),
                    prefix: row.get(3)?,
                    digest: SecretDigest::from_bytes(row.get(4)?),
                    scopes: Scopes::from_bits(row.get(5)?),
                    agent_id: optional_text(row, 6)?.map(AgentId::from_stored),
                    holder: optional_text(row, 7)?.map(Name::from_stored),
                    created_at: time(row, 8)?,
                    created_by: Actor::from_stored(text(row, 9)?),
                    expires_at: optional_time(row, 10)?,
                    revoked_at: optional_time(row, 11)?,
                };
                if let Some(at) = optional_time(row, 12)? {
                    last_used.insert(key.id, at);
                }
                sink(Mutation::SaveKey(Arc::new(key)));
                Ok(())
            },
        )?;
        Ok(last_used)
    }

    fn load_agents_and_permissions(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        let mut agents: HashMap<i64, (CustomerId, AgentId)> = HashMap::new();
        self.each(
            "SELECT no, customer_no, id, name, owner, status, created_at, updated_at
             FROM agents ORDER BY no",
            |row| {
                let agent = Agent {
                    customer_id: customer(customers, row, 1)?,
                    id: AgentId::from_stored(text(row, 2)?),
                    name: Name::from_stored(text(row, 3)?),
                    owner: Name::from_stored(text(row, 4)?),
                    status: parsed(row, 5)?,
                    created_at: time(row, 6)?,
                    updated_at: time(row, 7)?,
                };
                agents.insert(row.get(0)?, (agent.customer_id, agent.id.clone()));
                sink(Mutation::SaveAgent(Arc::new(agent)));
                Ok(())
            },
        )?;
        self.each(
            "SELECT id, agent_no, action, resource, effect, expires_at, created_at
             FROM permissions ORDER BY id",
            |row| {
                let number: i64 = row.get(1)?;
                let Some((customer_id, agent_id)) = agents.get(&number) else {
                    return Err(rusqlite::Error::IntegralValueOutOfRange(1, number));
                };
                sink(Mutation::AddPermission(Arc::new(Permission {
                    id: PermissionId::from_bytes(row.get(0)?),
                    customer_id: *customer_id,
                    agent_id: agent_id.clone(),
                    action: Pattern::from_stored(text(row, 2)?),
                    resource: Pattern::from_stored(text(row, 3)?),
                    effect: parsed(row, 4)?,
                    condition: None,
                    expires_at: optional_time(row, 5)?,
                    created_at: time(row, 6)?,
                })));
                Ok(())
            },
        )
    }

    fn load_kills(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        self.each(
            "SELECT customer_no, agent_id, authority, engaged_by, reason, engaged_at
             FROM kill_switches",
            |row| {
                let owner = match row.get::<_, Option<i64>>(0)? {
                    Some(_) => Some(customer(customers, row, 0)?),
                    None => None,
                };
                let target = match (owner, optional_text(row, 1)?) {
                    (None, _) => KillTarget::System,
                    (Some(id), None) => KillTarget::Customer(id),
                    (Some(id), Some(agent)) => KillTarget::Agent(id, AgentId::from_stored(agent)),
                };
                sink(Mutation::Engage(Arc::new(KillSwitch {
                    target,
                    authority: Authority::from_word(text(row, 2)?),
                    engaged_by: Actor::from_stored(text(row, 3)?),
                    reason: row.get(4)?,
                    engaged_at: time(row, 5)?,
                })));
                Ok(())
            },
        )
    }

    fn load_approvals(
        &self,
        customers: &HashMap<i64, CustomerId>,
        sink: Sink<'_>,
    ) -> Result<(), StoreError> {
        // Ordered by id: of two about the same question the later one is the one that stands. What
        // had been over for two days when the last record was written is nobody's concern.
        self.each(
            "SELECT id, binding, agent_id, action, resource, context, trace, asked_by, status,
               created_at, expires_at, settled_at, settled_by, claim, notes, customer_no
             FROM approvals
             WHERE status IN ('pending', 'approved', 'rejected')
               AND expires_at > coalesce((SELECT at FROM audit_records ORDER BY seq DESC LIMIT 1), 0)
                 - 172800000000
             ORDER BY id",
            |row| {
                let approval = approval(row, customer(customers, row, 15)?)?;
                sink(Mutation::SaveApproval(Arc::new(approval)));
                Ok(())
            },
        )
    }

    fn load_operators(&self, sink: Sink<'_>) -> Result<(), StoreError> {
        self.each(
            "SELECT id, username, role, password, is_disabled, created_at, updated_at
             FROM operators ORDER BY id",
            |row| {
                sink(Mutation::SaveOperator(Arc::new(Operator {
                    id: OperatorId::from_bytes(row.get(0)?),
                    username: Username::from_stored(text(row, 1)?),
                    role: parsed(row, 2)?,
                    password: row.get::<_, Option<String>>(3)?.map(PasswordHash::from_phc),
                    is_disabled: row.get(4)?,
                    created_at: time(row, 5)?,
                    updated_at: time(row, 6)?,
                })));
                Ok(())
            },
        )?;
        self.each(
            "SELECT id, operator_id, name, prefix, digest, created_at, expires_at, revoked_at
             FROM operator_tokens ORDER BY id",
            |row| {
                sink(Mutation::SaveToken(Arc::new(OperatorToken {
                    id: TokenId::from_bytes(row.get(0)?),
                    operator_id: OperatorId::from_bytes(row.get(1)?),
                    name: Name::from_stored(text(row, 2)?),
                    prefix: row.get(3)?,
                    digest: SecretDigest::from_bytes(row.get(4)?),
                    created_at: time(row, 5)?,
                    expires_at: optional_time(row, 6)?,
                    revoked_at: optional_time(row, 7)?,
                })));
                Ok(())
            },
        )?;
        self.each(
            "SELECT id, operator_id, digest, created_at, expires_at FROM operator_sessions",
            |row| {
                sink(Mutation::OpenSession(Arc::new(Session {
                    id: SessionId::from_bytes(row.get(0)?),
                    operator_id: OperatorId::from_bytes(row.get(1)?),
                    digest: SecretDigest::from_bytes(row.get(2)?),
                    created_at: time(row, 3)?,
                    expires_at: time(row, 4)?,
                })));
                Ok(())
            },
        )?;
        self.load_setup_link(sink)
    }

    fn load_setup_link(&self, sink: Sink<'_>) -> Result<(), StoreError> {
        self.each(
            "SELECT id, digest, username, role, operator_id, opened_by, created_at, expires_at
             FROM setup_links",
            |row| {
                let purpose = match row.get::<_, Option<[u8; 16]>>(4)? {
                    Some(id) => SetupPurpose::Recover(OperatorId::from_bytes(id)),
                    None => SetupPurpose::Make {
                        username: optional_text(row, 2)?.map(Username::from_stored),
                        role: parsed(row, 3)?,
                    },
                };
                sink(Mutation::OpenSetupLink(Arc::new(SetupLink {
                    id: SetupLinkId::from_bytes(row.get(0)?),
                    digest: SecretDigest::from_bytes(row.get(1)?),
                    purpose,
                    opened_by: Actor::from_stored(text(row, 5)?),
                    created_at: time(row, 6)?,
                    expires_at: time(row, 7)?,
                })));
                Ok(())
            },
        )
    }

    fn load_counters(
        &self,
        customers: &HashMap<i64, CustomerId>,
        month: Month,
    ) -> Result<Counters, StoreError> {
        let mut counters = Counters::default();
        let sql = format!(
            "SELECT no,
               (SELECT max(customer_seq) FROM audit_records WHERE customer_no = no),
               (SELECT sum(approved + denied + changes + reads) FROM usage_daily
                WHERE customer_no = no),
               (SELECT sum(approved + denied) FROM usage_daily
                WHERE customer_no = no AND day BETWEEN {} AND {})
             FROM customers",
            month.first().number(),
            month.last().number()
        );
        self.each(&sql, |row| {
            let id = customer(customers, row, 0)?;
            counters.customer_heads.insert(id, count(row, 1)?);
            counters.calls.insert(id, count(row, 2)?);
            counters.month_checks.insert(id, count(row, 3)?);
            Ok(())
        })?;
        Ok(counters)
    }

    /// The last record, after the links at the end of the log have been recomputed and the columns
    /// compared with what was hashed.
    fn verified_head(&self, customers: &HashMap<i64, CustomerId>) -> Result<Head, StoreError> {
        let newest: Option<i64> = self
            .connection
            .query_row("SELECT max(seq) FROM audit_records", [], |row| row.get(0))
            .map_err(StoreError::sqlite("cannot read the end of the log"))?;
        let newest = newest.map_or(0, i64::cast_unsigned);
        let mut head = Head {
            seq: 0,
            hash: ChainHash::GENESIS,
            at: Timestamp::default(),
        };
        let mut broken = None;
        let from = newest.saturating_sub(TAIL_VERIFIED);
        let sql = format!(
            "SELECT seq, hash, at, record, customer_no, customer_seq, agent_id, result
             FROM audit_records WHERE seq >= {from} ORDER BY seq"
        );
        self.each(&sql, |row| {
            let seq = count(row, 0)?;
            let hash = ChainHash::from_bytes(row.get(1)?);
            // Nothing before the tail is read, so its first link is taken as it is; the tail of a
            // short log starts at the genesis.
            let starts_here = head.seq == 0 && seq == from && from > 1;
            let follows = seq == head.seq + 1 && hash == head.hash.next(text(row, 3)?.as_bytes());
            let is_right = (starts_here || follows) && repeats_its_record(row, customers)?;
            if !is_right && broken.is_none() {
                broken = Some(seq);
            }
            head = Head {
                seq,
                hash,
                at: time(row, 2)?,
            };
            Ok(())
        })?;
        match broken {
            Some(seq) => Err(StoreError::BrokenChain { seq }),
            None => Ok(head),
        }
    }

    pub(super) fn each(
        &self,
        sql: &str,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let reading = StoreError::sqlite("cannot read the database");
        let mut run = || {
            let mut statement = self.connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                take(row)?;
            }
            Ok(())
        };
        run().map_err(reading)
    }

    fn rows<T>(
        &self,
        sql: &str,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }
}

/// Whether the columns beside the record, by which lists are filtered, say what the record says.
pub(super) fn repeats_its_record(
    row: &Row<'_>,
    customers: &HashMap<i64, CustomerId>,
) -> rusqlite::Result<bool> {
    let Ok(record) = serde_json::from_str::<StoredRecord>(text(row, 3)?) else {
        return Ok(false);
    };
    let owner = match row.get::<_, Option<i64>>(4)? {
        Some(_) => Some(customer(customers, row, 4)?),
        None => None,
    };
    let number = row.get::<_, Option<i64>>(5)?.map(i64::cast_unsigned);
    Ok(record.seq == count(row, 0)?
        && record.at == time(row, 2)?
        && record.customer_id == owner
        && record.customer_seq == number
        && record.agent_id.as_deref() == optional_text(row, 6)?
        && record.result == text(row, 7)?)
}

/// An approval, from its columns in the order `id, binding, agent_id, action, resource, context,
/// trace, asked_by, status, created_at, expires_at, settled_at, settled_by, claim, notes`.
pub(super) fn approval(row: &Row<'_>, customer_id: CustomerId) -> rusqlite::Result<Approval> {
    let trace: Vec<Step> = serde_json::from_str(text(row, 6)?).map_err(|error| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(6, kind, error.into())
    })?;
    let settlement = match (optional_time(row, 11)?, optional_text(row, 12)?) {
        (Some(at), Some(by)) => Some(Settlement {
            by: Actor::from_stored(by),
            claim: row.get(13)?,
            notes: row.get(14)?,
            at,
        }),
        (Some(_) | None, _) => None,
    };
    Ok(Approval {
        id: ApprovalId::from_bytes(row.get(0)?),
        customer_id,
        binding: Binding::from_bytes(row.get(1)?),
        agent_id: AgentId::from_stored(text(row, 2)?),
        action: Action::from_stored(text(row, 3)?),
        resource: Resource::from_stored(text(row, 4)?),
        context: Context::from_stored(text(row, 5)?),
        trace: trace.into(),
        asked_by: Actor::from_stored(text(row, 7)?),
        status: ApprovalStatus::from_word(text(row, 8)?),
        created_at: time(row, 9)?,
        expires_at: time(row, 10)?,
        settlement,
    })
}

pub(super) fn text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

pub(super) fn optional_text<'a>(
    row: &'a Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

pub(super) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get(column).map(Timestamp::from_micros)
}

pub(super) fn optional_time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row
        .get::<_, Option<i64>>(column)?
        .map(Timestamp::from_micros))
}

fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(row
        .get::<_, Option<i64>>(column)?
        .map_or(0, i64::cast_unsigned))
}

pub(super) fn customer(
    customers: &HashMap<i64, CustomerId>,
    row: &Row<'_>,
    column: usize,
) -> rusqlite::Result<CustomerId> {
    let number: i64 = row.get(column)?;
    let known = customers.get(&number).copied();
    known.ok_or(rusqlite::Error::IntegralValueOutOfRange(column, number))
}

pub(super) fn parsed<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    text(row, column)?.parse().map_err(|error: T::Err| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(column, kind, error.into())
    })
}
