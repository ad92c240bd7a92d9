//! `GET /api/overview`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Error;
use crate::app::overview::{NearLimit, waiting};
use crate::domain::id::CustomerId;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::ledger::Health;

/// How the appliance stands.
#[derive(Serialize, ToSchema)]
#[schema(as = Overview)]
pub struct OverviewBody<'a> {
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
    approvals: ApprovalsBody,
    kill_switches: KillsBody,
    customers: CustomersBody<'a>,
    /// Agents of all customers.
    agents: usize,
    /// Permissions of all customers.
    permissions: usize,
    ledger: LedgerBody,
    backup: BackupBody,
    version: &'static str,
    /// When the server was started.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
}

/// Requests for approval that wait for a person.
#[derive(Serialize, ToSchema)]
#[schema(as = OverviewApprovals)]
pub struct ApprovalsBody {
    open: usize,
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest_created_at: Option<Timestamp>,
    /// When the next one expires unless somebody answers.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_expires_at: Option<Timestamp>,
}

/// Kill switches that are engaged.
#[derive(Serialize, ToSchema)]
#[schema(as = OverviewKillSwitches)]
pub struct KillsBody {
    /// Whether the system's is.
    system: bool,
    /// How many are, on all levels.
    count: usize,
}

/// Customers.
#[derive(Serialize, ToSchema)]
#[schema(as = OverviewCustomers)]
pub struct CustomersBody<'a> {
    total: usize,
    active: usize,
    /// Those that have used 80 % or more of a limit, the greatest share first; at most 20.
    near_limit: Vec<NearLimitBody<'a>>,
}

/// A customer near a limit.
#[derive(Serialize, ToSchema)]
#[schema(as = NearLimit)]
pub struct NearLimitBody<'a> {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    name: &'a str,
    /// `max_agents`, `max_api_keys` or `max_requests_per_minute`.
    limit: &'static str,
    used: u64,
    allowed: u32,
}

/// The ledger and its file.
#[derive(Serialize, ToSchema)]
#[schema(as = OverviewLedger)]
pub struct LedgerBody {
    /// `ready`, `disk_full`, `clock_wrong` or `failed`.
    health: &'static str,
    /// What half of the last commits did not exceed; nothing before the first.
    commit_p50_ms: Option<f64>,
    /// What 99 of 100 of the last commits did not exceed.
    commit_p99_ms: Option<f64>,
    /// Entries that wait.
    queue: usize,
    /// Records in the log.
    records: u64,
    database_bytes: u64,
    wal_bytes: u64,
    disk_free_bytes: u64,
}

/// Backups.
#[derive(Serialize, ToSchema)]
#[schema(as = OverviewBackup)]
pub struct BackupBody {
    /// When the newest one was made.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_done_at: Option<Timestamp>,
    /// When the last one failed, unless one was made since.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_failed_at: Option<Timestamp>,
    /// Hours between two that are made without being asked for; 0 when none are.
    every_hours: u64,
}

/// `GET /api/overview`.
pub fn show(call: &Call<'_>) -> Handled {
    let live = call.live;
    let waiting = waiting(live, call.now);
    let near = call.app.near_limits(live, call.now);
    let customers = live.customers();
    let kills = live.kills_engaged().map(|(_, count)| count);
    let sum = |of: fn(&crate::live::CustomerState) -> usize| live.customers().map(|c| of(c)).sum();
    answer::ready(&OverviewBody {
        now: call.now,
        approvals: ApprovalsBody {
            open: waiting.open,
            oldest_created_at: waiting.oldest_created_at,
            next_expires_at: waiting.next_expires_at,
        },
        kill_switches: KillsBody {
            system: live.system_kill().is_some(),
            count: kills.iter().sum(),
        },
        customers: CustomersBody {
            total: live.customers().count(),
            active: customers.filter(|state| state.customer().is_active).count(),
            near_limit: near.iter().map(shown).collect(),
        },
        agents: sum(crate::live::CustomerState::agent_count),
        permissions: sum(crate::live::CustomerState::permission_count),
        ledger: of_the_ledger(call)?,
        backup: of_backups(call),
        version: env!("CARGO_PKG_VERSION"),
        started_at: call.app.started_at(),
    })
}

fn shown(near: &NearLimit) -> NearLimitBody<'_> {
    NearLimitBody {
        customer_id: near.customer_id,
        name: near.name.as_str(),
        limit: near.limit,
        used: near.used,
        allowed: near.allowed,
    }
}

fn of_the_ledger(call: &Call<'_>) -> Result<LedgerBody, Error> {
    let ledger = call.app.ledger();
    let reader = ledger.reader();
    let (database_bytes, wal_bytes) = reader.file_sizes()?;
    let commits = ledger.metrics().commits.percentiles_ms([50, 99]);
    Ok(LedgerBody {
        health: match ledger.health() {
            Health::Ready => "ready",
            Health::DiskFull => "disk_full",
            Health::ClockWrong => "clock_wrong",
            Health::Failed => "failed",
        },
        commit_p50_ms: commits.map(|[half, _]| half),
        commit_p99_ms: commits.map(|[_, most]| most),
        queue: ledger.queue_depth(),
        records: reader.records()?,
        database_bytes,
        wal_bytes,
        disk_free_bytes: reader.room()?.free_bytes,
    })
}

fn of_backups(call: &Call<'_>) -> BackupBody {
    let summary = call.app.backup_summary();
    BackupBody {
        last_done_at: summary.last_done_at,
        last_failed_at: summary.last_failed_at,
        every_hours: summary.every.map_or(0, |every| every.as_secs() / 3600),
    }
}
