//! The whole appliance: overview, backups, configuration.

use super::row::{ADMIN, CUSTOMER, OPERATOR, OWNER, READ, ROW};
use crate::http::resources::{about, activity, backups, many, one, overview, system};
use crate::http::routes::{Method, Param, Route, Target};
use crate::http::wire::Run;

use Method::Post;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    // Overview
    Route {
        path: "/api/overview",
        need: OPERATOR,
        run: Run::Worker,
        handler: overview::show,
        doc: doc!(
            "Overview",
            "How the appliance stands, at a glance",
            one::<overview::OverviewBody<'_>>,
            r#"{"now":"2026-11-22T16:00:00.000000Z","approvals":{"open":2,"oldest_created_at":"2026-11-22T15:00:00.000000Z","next_expires_at":"2026-11-23T15:00:00.000000Z"},"kill_switches":{"system":false,"count":1},"customers":{"total":12,"active":11,"near_limit":[{"customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","limit":"max_agents","used":48,"allowed":50}]},"agents":140,"permissions":612,"ledger":{"health":"ready","commit_p50_ms":0.9,"commit_p99_ms":4.2,"queue":0,"records":4711,"database_bytes":8388608,"wal_bytes":1048576,"disk_free_bytes":53687091200},"backup":{"last_done_at":"2026-11-22T03:00:00.000000Z","last_failed_at":null,"every_hours":24},"version":"1.0.0","started_at":"2026-11-20T08:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/activity",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "span",
                about: "`hour` (by the minute, not for one customer), `day` or `week`; needed.",
            },
        ],
        handler: activity::show,
        doc: doc!(
            "Overview",
            "What was decided lately, step by step, and by whom most was asked",
            one::<activity::ActivityBody<'_>>,
            r#"{"span":"week","step_seconds":3600,"from":"2026-11-15T17:00:00.000000Z","to":"2026-11-22T16:00:00.000000Z","points":[{"at":"2026-11-22T16:00:00.000000Z","approved":120,"denied":3,"held":1}],"totals":{"approved":120,"denied":3,"held":1},"reasons":[{"reason":"all_checks_passed","count":120}],"busiest_agents":[{"customer_id":"cus_01k0000000000000000000000","agent_id":"billing-bot","count":124}],"agents_since":"2026-11-15T00:00:00.000000Z"}"#, query: "span=day"
        ),
        ..ROW
    },
    // Backups
    Route {
        method: Post,
        path: "/api/system/backups",
        need: ADMIN,
        audit: Some("backup.start"),
        handler: backups::start,
        doc: doc!("Backups", "Make a backup now; `GET` says when it is done", one::<backups::StartedBody>, r#"{"status":"running","started_at":"2026-11-22T16:00:00.000000Z"}"#, status: 202, refusals: &[409]),
        ..ROW
    },
    Route {
        path: "/api/system/backups",
        need: ADMIN,
        run: Run::Worker,
        handler: backups::show,
        doc: doc!(
            "Backups",
            "Where backups stand, and the files that are there",
            one::<backups::StatusBody>,
            r#"{"directory":"/var/lib/portcullis/backups","every_hours":24,"keep":7,"is_encrypted":false,"running_since":null,"last":{"result":"done","started_at":"2026-11-22T16:00:00.000000Z","finished_at":"2026-11-22T16:00:02.000000Z","file":"portcullis-0a1b2c3d-20261122T160000Z.tar","bytes":1064960,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","head_seq":4711,"error":null},"next_at":"2026-11-23T16:00:00.000000Z","directory_error":null,"data":[{"file":"portcullis-0a1b2c3d-20261122T160000Z.tar","bytes":1064960,"created_at":"2026-11-22T16:00:00.000000Z","is_encrypted":false,"head_seq":4711}]}"#
        ),
        ..ROW
    },
    // System
    Route {
        method: Post,
        path: "/api/system/probe",
        need: ADMIN,
        audit: Some("ledger.probe"),
        handler: system::probe,
        doc: doc!(
            "System",
            "Write a record that changes nothing, to see that one can be written and how fast",
            one::<system::ProbedBody>,
            r#"{"message":"a record is on the disk","seq":4711}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/system/reload",
        need: OWNER,
        audit: Some("configuration.reload"),
        run: Run::Worker,
        handler: system::reload,
        doc: doc!(
            "System",
            "Read the configuration again, and take over what needs no restart",
            one::<system::ReloadedBody>,
            r#"{"message":"the configuration was read again","changes":{"login.per_account_per_minute":{"from":5,"to":7}},"files_changed":[],"needs_restart":["server.listen"],"warnings":[]}"#,
            refusals: &[409, 422]
        ),
        ..ROW
    },
    Route {
        path: "/api/system/configuration",
        need: OPERATOR,
        handler: about::configuration,
        doc: doc!(
            "System",
            "Every setting that is in force, and where it came from",
            many::<about::SettingBody>,
            r#"[{"key":"server.drain_seconds","value":"25","source":"file","where":"/etc/portcullis/portcullis.toml:31","default":"25","is_live":false,"is_secret":false,"unit":"seconds","about":"Seconds that open requests have to finish when the server stops."}]"#,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        path: "/api/system/about",
        need: OPERATOR,
        handler: about::about,
        doc: doc!(
            "System",
            "What runs here: versions, and the works of others in it with their licences",
            one::<about::AboutBody<'_>>,
            r#"{"name":"Portcullis","version":"0.1.0","schema":1,"sqlite":"3.53.2","node":"0a1b2c3d","data_dir":"/var/lib/portcullis","started_at":"2026-11-22T16:00:00.000000Z","public_url":"https://gate.example","licence":"Apache-2.0","components":[{"name":"hyper","version":"1.12.0","licence":"MIT"}]}"#
        ),
        ..ROW
    },
];
