//! Approvals.

use super::row::{CURSOR, CUSTOMER, LIMIT, ROW, SETTLE, WAITING};
use crate::http::resources::{approval_list, approvals, many, one, paged};
use crate::http::routes::{Method, Param, Route, Target};
use crate::http::wire::Run;

use Method::Post;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
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
];
