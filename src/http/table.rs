//! The routes themselves, in the order of the API's chapters.

use super::resources::MessageBody;
use super::resources::{
    about, activity, agents, approval_list, approvals, assets, audit, backups, checks, customers,
    documents, drafts, events, exports, keys, kill_list, kills, logs, many, one, operators,
    overview, paged, pages, permissions, portal, portal_links, search, service, session,
    session_lists, setup, system, tier_preview, usage,
};
use super::routes::{ANYONE, Doc, Method, Param, Route, Target, either};
use super::wire::Run;
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::live::Need;

use Method::{Delete, Get, Patch, Post, Put};

const JSON: &str = "application/json";
const HTML: &str = "text/html";

const CUSTOMER: Param = Param {
    name: "customer_id",
    about: "The customer; operators name it, a key's own is meant.",
};
const LIMIT: Param = Param {
    name: "limit",
    about: "Items wanted, 1-100; 50 unless given.",
};
const EXPORT_LIMIT: Param = Param {
    name: "limit",
    about: "Records wanted, 1-10000; 1000 unless given, and no more than make 16 MiB.",
};
const CURSOR: Param = Param {
    name: "cursor",
    about: "What the page before gave.",
};

/// A row with what most rows have; the rest is set with struct update.
const ROW: Route = Route {
    method: Get,
    path: "",
    need: ANYONE,
    is_charged: true,
    target: Target::Own,
    audit: None,
    stays_open: false,
    run: Run::Inline,
    body: &[],
    query: &[],
    handler: service::health,
    doc: DOC,
};

const DOC: Doc = Doc {
    tag: "",
    summary: "",
    status: 200,
    media: JSON,
    shape: None,
    example: "",
    refusals: &[],
};

const READ: Need = either(&[Scope::Read], Roles::ANY);
const MANAGE: Need = either(&[Scope::Manage], Roles::ADMIN);
const MANAGE_TO_READ: Need = either(&[Scope::Manage], Roles::ANY);
const SETTLE: Need = either(&[Scope::Approve], Roles::APPROVER);
const WAITING: Need = either(&[Scope::Manage, Scope::Approve], Roles::ANY);
const PORTAL: Need = either(
    &[Scope::Read, Scope::Manage, Scope::Approve, Scope::Check],
    Roles::NONE,
);
const OPERATOR: Need = either(&[], Roles::ANY);
const ADMIN: Need = either(&[], Roles::ADMIN);
const OWNER: Need = either(&[], Roles::OWNER);

macro_rules! doc {
    ($tag:literal, $summary:literal, $shape:expr, $example:literal $(, $field:ident : $value:expr)*) => {
        Doc { tag: $tag, summary: $summary, shape: Some($shape), example: $example, $($field: $value,)* ..DOC }
    };
}

/// Every route that the appliance answers.
pub static ROUTES: &[Route] = &[
    // Customers
    Route {
        method: Post,
        path: "/api/customers/register",
        is_charged: false,
        audit: Some("customer.register"),
        body: customers::REGISTER,
        handler: customers::register,
        doc: doc!(
            "Customers",
            "Register a customer and get its first key",
            one::<customers::RegisteredBody>,
            r#"{"customer_id":"cus_01k0000000000000000000000","api_key":"sk-…","key_id":"key_01k0000000000000000000000","message":"keep the API key safe: it is shown this once and cannot be shown again"}"#,
            status: 201,
            refusals: &[403, 409, 429]
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/me",
        need: either(&[Scope::Read], Roles::NONE),
        handler: customers::show,
        doc: doc!(
            "Customers",
            "The key's customer",
            one::<customers::CustomerBody>,
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"total_api_calls":1234,"agents":7,"is_active":true,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}",
        need: READ,
        target: Target::Path,
        handler: customers::show,
        doc: doc!(
            "Customers",
            "A customer",
            one::<customers::CustomerBody>,
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"total_api_calls":1234,"agents":7,"is_active":true,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers",
        need: OPERATOR,
        query: &[
            Param {
                name: "q",
                about: "Part of the name or address, or the identifier.",
            },
            Param {
                name: "tier",
                about: "Only those on this tier.",
            },
            Param {
                name: "active",
                about: "`true` or `false`.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: customers::list,
        doc: doc!(
            "Customers",
            "All customers",
            paged::<customers::CustomerBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        method: Put,
        path: "/api/customers/{id}/upgrade",
        need: MANAGE,
        target: Target::Path,
        audit: Some("customer.upgrade"),
        body: customers::UPGRADE,
        query: &[Param {
            name: "new_tier",
            about: "The tier, instead of the body.",
        }],
        handler: customers::upgrade,
        doc: doc!(
            "Customers",
            "Move a customer to another tier, up or down",
            one::<customers::MovedBody>,
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"free","max_agents":5,"max_requests_per_minute":10,"max_api_keys":1,"total_api_calls":1234,"agents":7,"is_active":true,"time_zone":"UTC","features":[],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z","over_limit":[{"limit":"max_agents","allowed":5,"used":7}]}"#
        ),
        ..ROW
    },
    Route {
        method: Patch,
        path: "/api/customers/{id}",
        need: ADMIN,
        target: Target::Path,
        audit: Some("customer.update"),
        body: customers::PATCH,
        handler: customers::patch,
        doc: doc!("Customers", "Change a customer", one::<customers::CustomerBody>, r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":80,"max_requests_per_minute":100,"max_api_keys":5,"total_api_calls":1234,"agents":7,"is_active":true,"time_zone":"Europe/Berlin","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#, refusals: &[409]),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/customers/{id}",
        need: MANAGE,
        target: Target::Path,
        audit: Some("customer.deactivate"),
        handler: customers::deactivate,
        doc: doc!(
            "Customers",
            "Deactivate a customer: its keys and checks stop, nothing is deleted",
            one::<customers::CustomerBody>,
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"total_api_calls":1234,"agents":7,"is_active":false,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/customers/{id}/reactivate",
        need: ADMIN,
        target: Target::Path,
        audit: Some("customer.reactivate"),
        handler: customers::reactivate,
        doc: doc!(
            "Customers",
            "Reactivate a customer",
            one::<customers::CustomerBody>,
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"total_api_calls":1234,"agents":7,"is_active":true,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/usage",
        need: READ,
        target: Target::Path,
        run: Run::Worker,
        query: &[
            Param {
                name: "from",
                about: "The first UTC day; the month's first unless given.",
            },
            Param {
                name: "to",
                about: "The last UTC day; today unless given.",
            },
        ],
        handler: usage::show,
        doc: doc!(
            "Customers",
            "Calls per day and result, and this month's total; CSV on request",
            one::<usage::UsageBody>,
            r#"{"customer_id":"cus_01k0000000000000000000000","subscription_tier":"starter","from":"2026-11-01","to":"2026-11-22","days":[{"day":"2026-11-22","approved":120,"denied":3,"changes":9,"reads":14,"total":146}],"month":{"from":"2026-11-01","total":146,"max_requests_per_minute":100}}"#
        ),
        ..ROW
    },
    // Before a customer moves to another tier
    Route {
        path: "/api/customers/{id}/tier-preview",
        need: MANAGE_TO_READ,
        target: Target::Path,
        query: &[Param {
            name: "subscription_tier",
            about: "The tier to move to; needed.",
        }],
        handler: tier_preview::show,
        doc: doc!(
            "Customers",
            "What a move to another tier would do now",
            one::<tier_preview::PreviewBody>,
            r#"{"subscription_tier":"free","from":"starter","price_usd_month":0,"limits":{"max_agents":5,"max_requests_per_minute":10,"max_api_keys":1},"over_limit":[{"limit":"max_agents","allowed":5,"used":7}],"features_gained":[],"features_lost":["approvals"],"is_self_service":true}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/tiers",
        is_charged: false,
        handler: customers::tiers,
        doc: doc!(
            "Customers",
            "The pricing table",
            many::<customers::TierBody>,
            r#"[{"name":"free","title":"Free","max_agents":5,"max_requests_per_minute":10,"max_api_keys":1,"price_usd_month":0,"support":"Community","features":[],"feature_list":["Allow and deny permissions"]}]"#
        ),
        ..ROW
    },
    // API keys
    Route {
        method: Post,
        path: "/api/customers/{id}/api-keys/generate",
        need: MANAGE,
        target: Target::Path,
        audit: Some("api_key.create"),
        body: keys::GENERATE,
        query: &[Param {
            name: "key_name",
            about: "The name, instead of the body.",
        }],
        handler: keys::generate,
        doc: doc!("API keys", "Issue an API key", one::<keys::IssuedBody>, r#"{"api_key":"sk-…","key_id":"key_01k0000000000000000000000","message":"keep the API key safe: it is shown this once and cannot be shown again"}"#, status: 201),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/api-keys",
        need: READ,
        target: Target::Path,
        handler: keys::list,
        doc: doc!(
            "API keys",
            "The customer's API keys, without their secrets",
            many::<keys::KeyBody>,
            r#"[{"id":"key_01k0000000000000000000000","name":"first key","prefix":"sk-AbCd…","scopes":["check","read","manage"],"agent_id":null,"holder":null,"created_at":"2026-11-22T16:00:00.000000Z","last_used":null,"expires_at":null,"is_active":true}]"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/customers/{id}/api-keys/{key_id}",
        need: MANAGE,
        target: Target::Path,
        audit: Some("api_key.revoke"),
        handler: keys::revoke,
        doc: doc!(
            "API keys",
            "Revoke an API key",
            one::<MessageBody>,
            r#"{"message":"API key revoked successfully"}"#
        ),
        ..ROW
    },
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
        doc: doc!("Permissions", "An agent's permissions, oldest first", many::<permissions::PermissionBody>, r#"[{"id":"perm_01k0000000000000000000000","agent_id":"billing-bot","action":"read","resource":"orders/*","effect":"allow","condition":null,"expires_at":null,"created_at":"2026-11-22T16:00:00.000000Z"}]"#, refusals: &[404]),
        ..ROW
    },
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
            r#"{"agents":7,"approvals_open":2,"grants":1}"#,
            refusals: &[403, 404]
        ),
        ..ROW
    },
    // Approvals
    Route {
        path: "/api/agent/pending-approvals",
        need: WAITING,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[CUSTOMER, LIMIT, CURSOR],
        handler: approvals::pending,
        doc: doc!(
            "Approvals",
            "Requests that wait for a person, oldest first; `Link: rel=\"next\"` when there is more",
            many::<approvals::PendingBody<'_>>,
            r#"[{"request_id":"apr_01k0000000000000000000000","customer_id":"cus_01k0000000000000000000000","customer_name":"Acme Retail","agent_id":"billing-bot","action":"refund","resource":"orders/4711","context":{"amount_eur":120},"binding":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","reason":"approval_required","decision_trace":[],"action_required":"human_intervention","permission_id":"perm_01k0000000000000000000000","asked_by":{"kind":"api_key","id":"key_01k0000000000000000000000"},"created_at":"2026-11-22T16:00:00.000000Z","expires_at":"2026-11-23T16:00:00.000000Z"}]"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/agent/approve",
        need: SETTLE,
        audit: Some("approval.approve"),
        run: Run::Worker,
        body: approvals::SETTLE,
        handler: approvals::approve,
        doc: doc!("Approvals", "Approve a request: a grant for that question, once", one::<approvals::SettledBody<'_>>, r#"{"result":"approved","reason":"human_override","decision_trace":[],"action_required":null}"#, refusals: &[404, 409]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/agent/deny",
        need: SETTLE,
        audit: Some("approval.deny"),
        run: Run::Worker,
        body: approvals::SETTLE,
        handler: approvals::deny,
        doc: doc!("Approvals", "Refuse a request; it stands until the request expires", one::<approvals::SettledBody<'_>>, r#"{"result":"denied","reason":"human_override","decision_trace":[],"action_required":null}"#, refusals: &[404, 409]),
        ..ROW
    },
    Route {
        path: "/api/approvals",
        need: WAITING,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "status",
                about: "`pending`, `approved`, `used`, `rejected`, `cancelled` or `expired`.",
            },
            Param {
                name: "agent_id",
                about: "Only this agent's.",
            },
            Param {
                name: "action",
                about: "Only for this action.",
            },
            Param {
                name: "resource",
                about: "Only for this resource.",
            },
            Param {
                name: "binding",
                about: "Only about this very question.",
            },
            Param {
                name: "q",
                about: "Part of the agent, action or resource, or the identifier.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: approval_list::list,
        doc: doc!(
            "Approvals",
            "Every request for approval, newest first; a page may be short and still have more behind it",
            paged::<approval_list::ApprovalBody<'_>>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/approvals/{request_id}",
        need: WAITING,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[CUSTOMER],
        handler: approval_list::show,
        doc: doc!(
            "Approvals",
            "A request for approval, and what became of it",
            one::<approval_list::ApprovalBody<'_>>,
            r#"{"request_id":"apr_01k0000000000000000000000","customer_id":"cus_01k0000000000000000000000","customer_name":"Acme Retail","agent_id":"billing-bot","action":"refund","resource":"orders/4711","context":{"amount_eur":120},"binding":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","status":"used","reason":"approval_required","decision_trace":[],"permission_id":"perm_01k0000000000000000000000","asked_by":{"kind":"api_key","id":"key_01k0000000000000000000000"},"created_at":"2026-11-22T16:00:00.000000Z","expires_at":"2026-11-23T16:00:00.000000Z","settled_at":"2026-11-22T16:05:00.000000Z","settled_by":{"kind":"operator","id":"op_01k0000000000000000000000","name":"cleo"},"claim":null,"notes":"checked with the customer"}"#
        ),
        ..ROW
    },
    // Log
    Route {
        path: "/api/logs/export",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            Param {
                name: "format",
                about: "`ndjson`, unless given, or `csv`.",
            },
            CUSTOMER,
            Param {
                name: "agent_id",
                about: "Only records about this agent.",
            },
            Param {
                name: "start_time",
                about: "RFC 3339, inclusive.",
            },
            Param {
                name: "end_time",
                about: "RFC 3339, inclusive.",
            },
            Param {
                name: "result",
                about: "Only records with this result.",
            },
            Param {
                name: "action",
                about: "Only records with this action.",
            },
            Param {
                name: "resource",
                about: "Only records with this resource.",
            },
            Param {
                name: "reason",
                about: "Only records with this reason.",
            },
            Param {
                name: "request_id",
                about: "Only records that this request led to.",
            },
            Param {
                name: "actor",
                about: "Only records by this actor: identifier, operator's name, or kind.",
            },
            EXPORT_LIMIT,
            CURSOR,
        ],
        handler: exports::export,
        doc: Doc {
            tag: "Log",
            summary: "The log as a file, newest first; `Link: rel=\"next\"` when there is more",
            media: audit::LINES,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/api/logs",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "agent_id",
                about: "Only records about this agent.",
            },
            Param {
                name: "start_time",
                about: "RFC 3339, inclusive.",
            },
            Param {
                name: "end_time",
                about: "RFC 3339, inclusive.",
            },
            Param {
                name: "result",
                about: "Only records with this result.",
            },
            Param {
                name: "action",
                about: "Only records with this action.",
            },
            Param {
                name: "resource",
                about: "Only records with this resource.",
            },
            Param {
                name: "reason",
                about: "Only records with this reason.",
            },
            Param {
                name: "request_id",
                about: "Only records that this request led to.",
            },
            Param {
                name: "actor",
                about: "Only records by this actor: identifier, operator's name, or kind.",
            },
            Param {
                name: "after",
                about: "Only records with a larger `seq`, oldest first: to follow the log.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: logs::list,
        doc: doc!(
            "Log",
            "Decisions and changes, newest first; `Link: rel=\"next\"` when there is more",
            many::<logs::RecordBody<'_>>,
            r#"[{"id":"dec_01k0000000000000000000000","seq":4711,"agent_id":"billing-bot","action":"refund","resource":"orders/4711","result":"approved","reason":"all_checks_passed","timestamp":"2026-11-22T16:00:00.000000Z","decision_trace":[],"request_id":"5f0c…","actor":{"kind":"api_key","id":"key_01k0000000000000000000000"}}]"#
        ),
        ..ROW
    },
    Route {
        path: "/api/logs/{record_id}",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[CUSTOMER],
        handler: logs::show,
        doc: doc!(
            "Log",
            "One record, by its identifier or its `seq`; operators also see its place in the chain",
            one::<logs::WholeBody<'_>>,
            r#"{"id":"dec_01k0000000000000000000000","seq":4711,"agent_id":"billing-bot","action":"refund","resource":"orders/4711","result":"approved","reason":"all_checks_passed","timestamp":"2026-11-22T16:00:00.000000Z","decision_trace":[],"request_id":"5f0c…","actor":{"kind":"api_key","id":"key_01k0000000000000000000000"},"customer_id":"cus_01k0000000000000000000000","customer_name":"Acme Retail","hash":"e4b7ee092a8cd31816746dbc55f05527512415831c63e015db7f810703bbe713","previous_hash":"11ab8ed6609b51f302f581386f20f481afdf57eb595ff0045464d5133d5f4a54","global_seq":90210,"record":"{\"action\":\"refund\"}"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/system/audit",
        need: OPERATOR,
        run: Run::Worker,
        handler: audit::show,
        doc: doc!(
            "Log",
            "Where the audit log stands, and how its last verification came out",
            one::<audit::AuditBody>,
            r#"{"head":{"seq":90210,"hash":"e4b7ee092a8cd31816746dbc55f05527512415831c63e015db7f810703bbe713","at":"2026-11-22T16:00:00.000000Z"},"records":90210,"epoch":1,"node":"af5570f5","verified":{"at":"2026-11-22T15:00:00.000000Z","through_seq":90000,"result":"ok","message":"90000 records verify"},"running":null}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/system/audit/verify",
        need: OPERATOR,
        audit: Some("audit.verify"),
        handler: audit::verify,
        doc: doc!(
            "Log",
            "Verify the audit log from the first record to the last, beside everything else",
            one::<audit::StartedBody>,
            r#"{"status":"running","started_at":"2026-11-22T16:00:00.000000Z"}"#,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        path: "/api/system/audit/export",
        need: OPERATOR,
        run: Run::Worker,
        query: &[
            Param {
                name: "from_seq",
                about: "The first record wanted; 1 unless given.",
            },
            EXPORT_LIMIT,
        ],
        handler: audit::export,
        doc: Doc {
            tag: "Log",
            summary: "The audit log for those who verify it: a line for each record, `Link: rel=\"next\"`",
            media: audit::LINES,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/api/events",
        need: READ,
        target: Target::QueryOrAll,
        stays_open: true,
        query: &[CUSTOMER],
        handler: events::watch,
        doc: Doc {
            tag: "Log",
            summary: "What changes, while it changes: server-sent events `hello`, `changed`, `bye`",
            media: "text/event-stream",
            refusals: &[429],
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/api/search",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            CUSTOMER,
            Param {
                name: "q",
                about: "An identifier or the start of one, or a part of a name; 2-100 characters.",
            },
        ],
        handler: search::search,
        doc: doc!(
            "Log",
            "Whatever has that identifier or that name, the best 20; names are looked for among the first 200,000",
            many::<search::FoundBody>,
            r#"[{"kind":"customer","id":"cus_01k0000000000000000000000","title":"Acme Retail","detail":"ops@acme.example · starter","customer_id":"cus_01k0000000000000000000000"}]"#
        ),
        ..ROW
    },
    // Sessions
    Route {
        path: session::PATH,
        is_charged: false,
        handler: session::show,
        doc: doc!(
            "Sessions",
            "Whom the browser's cookie stands for; asking does not keep a session awake",
            one::<session::WhoBody>,
            r#"{"kind":"operator","id":"op_01k0000000000000000000000","username":"ada","role":"owner","session_id":"ses_01k0000000000000000000000","expires_at":"2026-11-23T04:00:00.000000Z","idle_seconds":1800}"#,
            refusals: &[401, 403]
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/portal/login",
        audit: Some("portal.login"),
        body: portal::LOGIN,
        handler: portal::login,
        doc: doc!("Sessions", "Sign a customer's person in with an API key: the session is in the cookie, and ends with the key", one::<session::WhoBody>, r#"{"kind":"customer","customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","scopes":["check","read","manage"],"key_id":"key_01k0000000000000000000000","holder":null,"session_id":"ses_01k0000000000000000000000","expires_at":"2026-11-23T04:00:00.000000Z","idle_seconds":1800}"#, refusals: &[401, 403, 429]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/portal/logout",
        need: PORTAL,
        audit: Some("portal.logout"),
        handler: portal::logout,
        doc: doc!(
            "Sessions",
            "Sign a customer's person out",
            one::<MessageBody>,
            r#"{"message":"signed out"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/portal/open",
        is_charged: false,
        audit: Some("portal.open"),
        body: portal_links::OPEN,
        handler: portal_links::open,
        doc: doc!("Sessions", "Sign a customer's person in with a link that an operator sent, once: the session is in the cookie", one::<session::WhoBody>, r#"{"kind":"customer","customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","scopes":["read","manage"],"key_id":null,"holder":"Ada Lovelace","session_id":"ses_01k0000000000000000000000","expires_at":"2026-11-23T04:00:00.000000Z","idle_seconds":1800}"#, refusals: &[403, 410, 429]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/customers/{id}/portal-links",
        need: ADMIN,
        target: Target::Path,
        audit: Some("customer.portal_link"),
        body: portal_links::CREATE,
        handler: portal_links::create,
        doc: doc!("Sessions", "Make a link with which a customer's person signs in, once", one::<portal_links::OpenedBody>, r#"{"token":"plk-…","link_id":"plk_01k0000000000000000000000","url":null,"scopes":["read","manage"],"expires_at":"2026-11-23T16:00:00.000000Z","message":"send it to the person it is for: it works once, and cannot be shown again"}"#, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/portal-links",
        need: OPERATOR,
        target: Target::Path,
        handler: portal_links::list,
        doc: doc!(
            "Sessions",
            "The links into a customer's portal that nobody used yet, without their secrets",
            many::<portal_links::LinkBody>,
            r#"[{"id":"plk_01k0000000000000000000000","scopes":["read","manage"],"holder":"Ada Lovelace","opened_by":{"kind":"operator","id":"op_01k0000000000000000000000","name":"ada"},"created_at":"2026-11-22T16:00:00.000000Z","expires_at":"2026-11-23T16:00:00.000000Z"}]"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/customers/{id}/portal-links/{link_id}",
        need: ADMIN,
        target: Target::Path,
        audit: Some("customer.portal_link_revoke"),
        handler: portal_links::withdraw,
        doc: doc!(
            "Sessions",
            "Withdraw a link that nobody used yet",
            one::<MessageBody>,
            r#"{"message":"the link is withdrawn"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/sessions",
        need: READ,
        target: Target::Path,
        handler: session_lists::of_customer,
        doc: doc!(
            "Sessions",
            "Who is signed in to a customer's portal",
            many::<session_lists::PortalSessionBody>,
            r#"[{"id":"ses_01k0000000000000000000000","created_at":"2026-11-22T16:00:00.000000Z","last_used_at":"2026-11-22T16:05:00.000000Z","expires_at":"2026-11-23T04:00:00.000000Z","is_current":true,"key_id":"key_01k0000000000000000000000","link_id":null,"holder":null}]"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/customers/{id}/sessions/{session_id}",
        need: MANAGE,
        target: Target::Path,
        audit: Some("portal_session.close"),
        handler: session_lists::end_of_customer,
        doc: doc!(
            "Sessions",
            "End one session in a customer's portal",
            one::<MessageBody>,
            r#"{"message":"the session is ended"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/operators/{operator_id}/sessions",
        need: OPERATOR,
        handler: session_lists::of_operator,
        doc: doc!(
            "Sessions",
            "Where an operator is signed in: oneself, or by an owner",
            many::<session_lists::SessionBody>,
            r#"[{"id":"ses_01k0000000000000000000000","created_at":"2026-11-22T16:00:00.000000Z","last_used_at":null,"expires_at":"2026-11-23T04:00:00.000000Z","is_current":false}]"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/operators/{operator_id}/sessions/{session_id}",
        need: OPERATOR,
        audit: Some("operator_session.close"),
        handler: session_lists::end_of_operator,
        doc: doc!(
            "Sessions",
            "End one session of an operator: one's own, or by an owner",
            one::<MessageBody>,
            r#"{"message":"the session is ended"}"#
        ),
        ..ROW
    },
    // Operators
    Route {
        method: Post,
        path: "/api/operators/login",
        audit: Some("operator.login"),
        run: Run::Worker,
        body: operators::LOGIN,
        handler: operators::login,
        doc: doc!("Operators", "Sign in: the session is in the cookie", one::<operators::SignedInBody>, r#"{"operator":{"id":"op_01k0000000000000000000000","username":"ada","role":"owner","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"},"expires_at":"2026-11-23T04:00:00.000000Z"}"#, refusals: &[401, 403, 429]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators/logout",
        need: OPERATOR,
        audit: Some("operator.logout"),
        handler: operators::logout,
        doc: doc!(
            "Operators",
            "Sign out",
            one::<MessageBody>,
            r#"{"message":"signed out"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/operators/me",
        need: OPERATOR,
        handler: operators::me,
        doc: doc!(
            "Operators",
            "Who the credential belongs to",
            one::<operators::MeBody>,
            r#"{"operator":null,"role":"owner","via":"local","session_expires_at":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/operators",
        need: OPERATOR,
        query: &[LIMIT, CURSOR],
        handler: operators::list,
        doc: doc!(
            "Operators",
            "All operators",
            paged::<operators::OperatorBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators",
        need: OWNER,
        audit: Some("operator.create"),
        run: Run::Worker,
        body: operators::CREATE,
        handler: operators::create,
        doc: doc!("Operators", "Make an operator", one::<operators::MadeBody>, r#"{"id":"op_01k0000000000000000000000","username":"ada","role":"admin","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        path: "/api/operators/{operator_id}",
        need: OPERATOR,
        handler: operators::show,
        doc: doc!(
            "Operators",
            "An operator",
            one::<operators::OperatorBody>,
            r#"{"id":"op_01k0000000000000000000000","username":"ada","role":"admin","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Patch,
        path: "/api/operators/{operator_id}",
        need: OWNER,
        audit: Some("operator.update"),
        body: operators::UPDATE,
        handler: operators::update,
        doc: doc!("Operators", "Change an operator's role, disable or enable it", one::<operators::OperatorBody>, r#"{"id":"op_01k0000000000000000000000","username":"ada","role":"auditor","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:05:00.000000Z"}"#, refusals: &[409]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators/{operator_id}/password",
        need: OPERATOR,
        audit: Some("operator.password"),
        run: Run::Worker,
        body: operators::PASSWORD,
        handler: operators::set_password,
        doc: doc!(
            "Operators",
            "Set a password: one's own, or by an owner",
            one::<MessageBody>,
            r#"{"message":"password set; all sessions of the operator are closed"}"#,
            refusals: &[429]
        ),
        ..ROW
    },
    Route {
        path: "/api/operators/{operator_id}/tokens",
        need: OPERATOR,
        handler: operators::tokens,
        doc: doc!(
            "Operators",
            "An operator's tokens, without their secrets: one's own, or by an owner",
            many::<operators::TokenBody>,
            r#"[{"id":"tok_01k0000000000000000000000","name":"backup script","prefix":"op-AbCd…","created_at":"2026-11-22T16:00:00.000000Z","expires_at":null,"is_active":true}]"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators/{operator_id}/tokens",
        need: OPERATOR,
        audit: Some("operator_token.create"),
        body: operators::TOKEN,
        handler: operators::issue_token,
        doc: doc!("Operators", "Issue an operator token: for oneself, or by an owner", one::<operators::IssuedBody>, r#"{"token":"op-…","token_id":"tok_01k0000000000000000000000","message":"keep the token safe: it is shown this once and cannot be shown again"}"#, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/operators/{operator_id}/tokens/{token_id}",
        need: OPERATOR,
        audit: Some("operator_token.revoke"),
        handler: operators::revoke_token,
        doc: doc!(
            "Operators",
            "Revoke an operator token: one's own, or by an owner",
            one::<MessageBody>,
            r#"{"message":"operator token revoked"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators/{operator_id}/recover",
        need: OWNER,
        audit: Some("operator.recover"),
        run: Run::Worker,
        body: setup::RECOVER,
        handler: setup::recover,
        doc: doc!(
            "Operators",
            "Let an operator in that is locked out: a new password, enabled, its sessions closed; by another owner",
            one::<operators::OperatorBody>,
            r#"{"id":"op_01k0000000000000000000000","username":"ada","role":"owner","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:05:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/operators/setup-link",
        need: OWNER,
        audit: Some("operator.setup_link"),
        body: setup::LINK,
        handler: setup::open_link,
        doc: doc!(
            "Operators",
            "Make a link that makes one operator, or lets one in again: once, within 30 minutes; the link before it ends",
            one::<setup::LinkBody>,
            r#"{"token":"set-…","link_id":"stl_01k0000000000000000000000","url":null,"username":"ada","role":"owner","expires_at":"2026-11-22T16:30:00.000000Z","message":"the link works once, for 30 minutes; it cannot be shown again"}"#,
            status: 201,
            refusals: &[404, 409]
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/setup",
        is_charged: false,
        audit: Some("operator.create"),
        run: Run::Worker,
        body: setup::USE,
        handler: setup::use_link,
        doc: doc!(
            "Operators",
            "Use a setup link",
            one::<operators::OperatorBody>,
            r#"{"id":"op_01k0000000000000000000000","username":"ada","role":"owner","has_password":true,"is_disabled":false,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#,
            status: 201,
            refusals: &[409, 410, 429]
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/operators/{operator_id}/sessions",
        need: OPERATOR,
        audit: Some("operator.sign_out"),
        handler: operators::close_sessions,
        doc: doc!(
            "Operators",
            "Close all sessions of an operator: one's own, or by an owner",
            one::<MessageBody>,
            r#"{"message":"all sessions of the operator are closed"}"#
        ),
        ..ROW
    },
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
            r#"{"span":"week","step_seconds":3600,"from":"2026-11-15T17:00:00.000000Z","to":"2026-11-22T16:00:00.000000Z","points":[{"at":"2026-11-22T16:00:00.000000Z","approved":120,"denied":3,"held":1}],"totals":{"approved":120,"denied":3,"held":1},"reasons":[{"reason":"all_checks_passed","count":120}],"busiest_customers":[{"customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","count":124}],"customers_since":"2026-11-15T17:00:00.000000Z","busiest_agents":[{"customer_id":"cus_01k0000000000000000000000","agent_id":"billing-bot","count":124}],"agents_since":"2026-11-15T00:00:00.000000Z"}"#
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
    // Service
    Route {
        path: "/",
        is_charged: false,
        handler: pages::front,
        doc: Doc {
            tag: "Service",
            summary: "What this is, and the pricing table",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/health",
        is_charged: false,
        handler: service::health,
        doc: doc!(
            "Service",
            "Whether the appliance can record",
            one::<service::HealthBody>,
            r#"{"status":"healthy"}"#
        ),
        ..ROW
    },
    Route {
        path: "/ready",
        is_charged: false,
        handler: service::ready,
        doc: doc!(
            "Service",
            "Whether a request would be served: it can record, has done so, and is not stopping",
            one::<service::ReadyBody>,
            r#"{"status":"ready"}"#
        ),
        ..ROW
    },
    Route {
        path: "/metrics",
        is_charged: false,
        run: Run::Worker,
        handler: service::metrics,
        doc: Doc {
            tag: "Service",
            summary: "Metrics in the OpenMetrics format: for operators and the metrics token",
            media: "application/openmetrics-text",
            refusals: &[401, 403],
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/openapi.json",
        is_charged: false,
        run: Run::Worker,
        handler: pages::openapi,
        doc: Doc {
            tag: "Service",
            summary: "This API as an OpenAPI 3.1 document",
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/docs",
        is_charged: false,
        handler: pages::docs,
        doc: Doc {
            tag: "Service",
            summary: "The API reference, to read and to try",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/docs/index",
        is_charged: false,
        run: Run::Worker,
        handler: documents::index,
        doc: Doc {
            tag: "Service",
            summary: "All documents, with a search",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/docs/search.json",
        is_charged: false,
        run: Run::Worker,
        handler: documents::search,
        doc: doc!(
            "Service",
            "The text of all documents by headings, for the search",
            many::<documents::Searched<'_>>,
            r#"[{"name":"BACKUP","title":"Backup, restore, upgrade","sections":[{"anchor":"restore","heading":"Restore","text":"A restore takes …"}]}]"#
        ),
        ..ROW
    },
    Route {
        path: "/docs/{name*}",
        is_charged: false,
        run: Run::Worker,
        handler: documents::show,
        doc: Doc {
            tag: "Service",
            summary: "A document",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/setup",
        is_charged: false,
        handler: pages::setup,
        doc: Doc {
            tag: "Service",
            summary: "Where a setup link leads: a name and a password for an operator",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/console",
        is_charged: false,
        handler: pages::console,
        doc: Doc {
            tag: "Service",
            summary: "The console, for operators",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/console/{place*}",
        is_charged: false,
        handler: pages::console,
        doc: Doc {
            tag: "Service",
            summary: "The console, for operators: any place within it",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/portal",
        is_charged: false,
        handler: pages::portal,
        doc: Doc {
            tag: "Service",
            summary: "The portal, for customers",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/portal/{place*}",
        is_charged: false,
        handler: pages::portal,
        doc: Doc {
            tag: "Service",
            summary: "The portal, for customers: any place within it",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/assets/{path*}",
        is_charged: false,
        run: Run::Worker,
        handler: assets::asset,
        doc: Doc {
            tag: "Service",
            summary: "Files of the pages; below the content hash of all of them they may be kept for good",
            media: "*/*",
            ..DOC
        },
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
        r#"{"decision_id":"dec_01k0000000000000000000000","seq":4711,"result":"approved","reason":"all_checks_passed","message":"permission granted for refund on orders/4711","decision_trace":[{"rule_checked":"kill_switch","rule_result":"passed","notes":"no kill switch is on"},{"rule_checked":"agent_status","rule_result":"passed","notes":"agent active"},{"rule_checked":"permission_rule","rule_result":"passed","notes":"allowed by perm_01k0000000000000000000000","permission_id":"perm_01k0000000000000000000000"}],"action_required":null,"retryable":false}"#,
        refusals: &[403]
    ),
    ..ROW
};
