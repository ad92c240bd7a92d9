//! Checks, and the switches that stop them.

use super::row::{ADMIN, CURSOR, CUSTOMER, LIMIT, MANAGE, MANAGE_TO_READ, READ, ROW};
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::http::resources::{checks, kill_list, kills, many, one};
use crate::http::routes::{Doc, Method, Param, Route, Target, either};
use crate::http::wire::Run;

use Method::Post;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    // Checks
    Route {
        path: "/api/agents/check",
        ..CHECK
    },
    Route {
        path: "/api/agent/request",
        doc: Doc {
            summary: "The same check under its other path",
            ..CHECK.doc
        },
        ..CHECK
    },
    // Kill switches
    Route {
        method: Post,
        path: "/api/agent/kill",
        need: MANAGE,
        is_charged: false,
        target: Target::Query,
        audit: Some("agent.kill"),
        body: kills::AGENT,
        query: &[CUSTOMER],
        handler: kills::switch_agent,
        doc: doc!("Kill switches", "Engage or release the kill switch of an agent", one::<kills::AgentSwitchedBody>, r#"{"result":"disabled","message":"the kill switch of agent `billing-bot` is engaged: every check of it is denied from now on"}"#, refusals: &[403, 404, 429]),
        ..ROW
    },
    Route {
        path: "/api/agent/system-kill-switch",
        need: READ,
        handler: kills::show_system,
        doc: doc!(
            "Kill switches",
            "Whether the system kill switch is engaged",
            one::<kills::SwitchBody>,
            r#"{"status":"disabled","message":"the system kill switch is not engaged"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/agent/system-kill-switch",
        need: ADMIN,
        is_charged: false,
        audit: Some("system_kill_switch"),
        body: kills::SWITCH,
        handler: kills::switch_system,
        doc: doc!(
            "Kill switches",
            "Engage or release the system kill switch",
            one::<kills::SwitchBody>,
            r#"{"status":"enabled","message":"the system kill switch is engaged"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/kill-switch",
        need: READ,
        target: Target::Path,
        handler: kills::show_customer,
        doc: doc!(
            "Kill switches",
            "Whether a customer's kill switch is engaged",
            one::<kills::SwitchBody>,
            r#"{"status":"disabled","message":"the customer kill switch is not engaged"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/customers/{id}/kill-switch",
        need: MANAGE,
        is_charged: false,
        target: Target::Path,
        audit: Some("customer_kill_switch"),
        body: kills::SWITCH,
        handler: kills::switch_customer,
        doc: doc!("Kill switches", "Engage or release a customer's kill switch", one::<kills::SwitchBody>, r#"{"status":"enabled","message":"the customer kill switch is engaged"}"#, refusals: &[403, 429]),
        ..ROW
    },
    Route {
        path: "/api/kill-switches",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[CUSTOMER, LIMIT, CURSOR],
        handler: kill_list::list,
        doc: doc!(
            "Kill switches",
            "Those that are engaged: the system's, then customers', then agents'; `Link: rel=\"next\"` when there is more",
            many::<kill_list::EngagedBody<'_>>,
            r#"[{"level":"agent","customer_id":"cus_01k0000000000000000000000","customer_name":"Acme Retail","agent_id":"billing-bot","reason":"double refunds since 14:00","engaged_by":{"kind":"operator","id":"op_01k0000000000000000000000","name":"ada"},"authority":"operator","engaged_at":"2026-11-22T16:00:00.000000Z","may_release":true}]"#
        ),
        ..ROW
    },
    Route {
        path: "/api/kill-switches/effect",
        need: MANAGE_TO_READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "level",
                about: "`system`, `customer` or `agent`; needed.",
            },
            Param {
                name: "agent_id",
                about: "The agent, where the level is `agent`.",
            },
        ],
        handler: kill_list::show_effect,
        doc: doc!(
            "Kill switches",
            "What engaging a kill switch would stop and cancel now",
            one::<kill_list::EffectBody>,
            r#"{"agents":7,"approvals_open":2,"grants":1}"#, query: "level=agent&agent_id=billing-bot",
            refusals: &[403, 404]
        ),
        ..ROW
    },
];

/// A check; it has two paths.
const CHECK: Route = Route {
    method: Post,
    need: either(&[Scope::Check], Roles::NONE),
    body: checks::CHECK,
    handler: checks::check,
    doc: doc!(
        "Checks",
        "May this agent do this action on this resource, now?",
        one::<checks::AnswerBody<'_>>,
        r#"{"decision_id":"dec_01k0000000000000000000000","seq":4711,"result":"approved","reason":"all_checks_passed","message":"permission granted for read on orders/4711","decision_trace":[{"rule_checked":"kill_switch","rule_result":"passed","notes":"no kill switch is on"},{"rule_checked":"agent_status","rule_result":"passed","notes":"agent active"},{"rule_checked":"permission_rule","rule_result":"passed","notes":"allowed by perm_01k0000000000000000000000","permission_id":"perm_01k0000000000000000000000"}],"action_required":null,"retryable":false}"#,
        request: r#"{"agent_id":"billing-bot","action":"read","resource":"orders/4711","context":{"ticket":"T-1"}}"#,
        refusals: &[403]
    ),
    ..ROW
};
