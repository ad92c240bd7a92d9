//! Agents and what they may do.

use super::row::{CURSOR, CUSTOMER, LIMIT, MANAGE, MANAGE_TO_READ, READ, ROW};
use crate::http::resources::{MessageBody, agents, drafts, many, one, paged, permissions};
use crate::http::routes::{Method, Param, Route, Target};
use crate::http::wire::Run;

use Method::{Delete, Post, Put};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    // Agents
    Route {
        method: Post,
        path: "/api/admin/agents",
        need: MANAGE,
        target: Target::Query,
        audit: Some("agent.create"),
        body: agents::CREATE,
        query: &[CUSTOMER],
        handler: agents::create,
        doc: doc!("Agents", "Make an agent", one::<agents::AgentBody>, r#"{"id":"billing-bot","name":"Billing bot","owner":"finance","status":"active","created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#, status: 201, refusals: &[403, 409]),
        ..ROW
    },
    Route {
        path: "/api/admin/agents",
        need: MANAGE_TO_READ,
        target: Target::Query,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "q",
                about: "Part of the identifier, name or owner.",
            },
            Param {
                name: "status",
                about: "`active`, `disabled`, or `killed`: its own kill switch is engaged.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: agents::list,
        doc: doc!(
            "Agents",
            "The customer's agents",
            paged::<agents::AgentOverviewBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/admin/agents/{agent_id}",
        need: MANAGE_TO_READ,
        target: Target::Query,
        query: &[CUSTOMER],
        handler: agents::show,
        doc: doc!(
            "Agents",
            "An agent",
            one::<agents::AgentOverviewBody>,
            r#"{"id":"billing-bot","name":"Billing bot","owner":"finance","status":"active","created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z","kill_switch":null,"permissions":3,"keys":1}"#
        ),
        ..ROW
    },
    Route {
        method: Put,
        path: "/api/admin/agents/{agent_id}",
        need: MANAGE,
        target: Target::Query,
        audit: Some("agent.update"),
        body: agents::UPDATE,
        query: &[CUSTOMER],
        handler: agents::update,
        doc: doc!(
            "Agents",
            "Change an agent",
            one::<agents::AgentBody>,
            r#"{"id":"billing-bot","name":"Billing bot","owner":"finance","status":"disabled","created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:05:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/admin/agents/{agent_id}",
        need: MANAGE,
        target: Target::Query,
        audit: Some("agent.delete"),
        query: &[CUSTOMER],
        handler: agents::delete,
        doc: doc!(
            "Agents",
            "Delete an agent with its permissions and keys; its log stays",
            one::<MessageBody>,
            r#"{"message":"agent deleted, its permissions and keys with it"}"#
        ),
        ..ROW
    },
    // Permissions
    Route {
        method: Post,
        path: "/api/admin/permissions",
        need: MANAGE,
        target: Target::Query,
        audit: Some("permission.create"),
        body: permissions::CREATE,
        query: &[CUSTOMER],
        handler: permissions::create,
        doc: doc!("Permissions", "Add a permission", one::<permissions::PermissionBody>, r#"{"id":"perm_01k0000000000000000000000","agent_id":"billing-bot","action":"refund","resource":"orders/*","effect":"require_approval","condition":null,"expires_at":null,"created_at":"2026-11-22T16:00:00.000000Z"}"#, status: 201, refusals: &[403, 404]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/admin/permissions/try",
        need: MANAGE_TO_READ,
        target: Target::Query,
        body: drafts::TRY,
        query: &[CUSTOMER],
        handler: drafts::try_draft,
        doc: doc!(
            "Permissions",
            "What a check would be answered with other permissions, and as things are; changes and records nothing",
            one::<drafts::TriedBody<'_>>,
            r#"{"decision_id":null,"seq":null,"result":"denied","reason":"permission_denied","message":"a permission denies refund on orders/4711","decision_trace":[{"rule_checked":"kill_switch","rule_result":"passed","notes":"no kill switch is on"},{"rule_checked":"agent_status","rule_result":"passed","notes":"agent active"},{"rule_checked":"permission_rule","rule_result":"failed","notes":"denied by draft-1","permission_id":"draft-1"}],"action_required":null,"retryable":false,"dry_run":true,"current":{"decision_id":null,"seq":null,"result":"approved","reason":"all_checks_passed","message":"permission granted for refund on orders/4711","decision_trace":[{"rule_checked":"kill_switch","rule_result":"passed","notes":"no kill switch is on"},{"rule_checked":"agent_status","rule_result":"passed","notes":"agent active"},{"rule_checked":"permission_rule","rule_result":"passed","notes":"allowed by perm_01k0000000000000000000000","permission_id":"perm_01k0000000000000000000000"}],"action_required":null,"retryable":false,"dry_run":true}}"#,
            refusals: &[403]
        ),
        ..ROW
    },
    Route {
        path: "/api/admin/permissions",
        need: MANAGE_TO_READ,
        target: Target::Query,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "agent_id",
                about: "Only this agent's.",
            },
            Param {
                name: "effect",
                about: "`allow`, `deny` or `require_approval`.",
            },
            Param {
                name: "q",
                about: "Part of the agent, action or resource, or the identifier.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: permissions::list,
        doc: doc!(
            "Permissions",
            "The customer's permissions",
            paged::<permissions::PermissionBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/admin/permissions/{permission_id}",
        need: MANAGE,
        target: Target::Query,
        audit: Some("permission.delete"),
        query: &[CUSTOMER],
        handler: permissions::delete,
        doc: doc!(
            "Permissions",
            "Withdraw a permission",
            one::<MessageBody>,
            r#"{"message":"permission deleted"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/permissions",
        need: READ,
        target: Target::Query,
        query: &[
            CUSTOMER,
            Param {
                name: "agent_id",
                about: "The agent; needed.",
            },
        ],
        handler: permissions::of_agent,
        doc: doc!("Permissions", "An agent's permissions, oldest first", many::<permissions::PermissionBody>, r#"[{"id":"perm_01k0000000000000000000000","agent_id":"billing-bot","action":"read","resource":"orders/*","effect":"allow","condition":null,"expires_at":null,"created_at":"2026-11-22T16:00:00.000000Z"}]"#, query: "agent_id=billing-bot", refusals: &[404]),
        ..ROW
    },
];
