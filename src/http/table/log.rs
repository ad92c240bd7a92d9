//! The log, and what follows it: events, search, the chain.

use super::row::{CURSOR, CUSTOMER, DOC, EXPORT_LIMIT, LIMIT, OPERATOR, READ, ROW};
use crate::http::resources::{audit, events, exports, logs, many, one, search};
use crate::http::routes::{Doc, Method, Param, Route, Target};
use crate::http::wire::Run;

use Method::Post;

const FORMAT: Param = Param {
    name: "format",
    about: "`ndjson`, unless given, or `csv`.",
};
const AFTER: Param = Param {
    name: "after",
    about: "Only records with a larger `seq`, oldest first: to follow the log.",
};

/// What narrows the log down, between the parameters of a route alone.
macro_rules! narrowed {
    ([$($before:expr),*], [$($after:expr),*]) => {
        &[
            $($before,)*
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
            $($after,)*
        ]
    };
}

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    Route {
        path: "/api/logs/export",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: narrowed![[FORMAT], [EXPORT_LIMIT, CURSOR]],
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
        query: narrowed![[], [AFTER, LIMIT, CURSOR]],
        handler: logs::list,
        doc: doc!(
            "Log",
            "Decisions and changes, newest first; `Link: rel=\"next\"` when there is more",
            many::<logs::RecordBody<'_>>,
            r#"[{"id":"dec_01k0000000000000000000000","seq":4711,"customer_id":"cus_01k0000000000000000000000","agent_id":"billing-bot","action":"refund","resource":"orders/4711","result":"approved","reason":"all_checks_passed","timestamp":"2026-11-22T16:00:00.000000Z","decision_trace":[],"request_id":"5f0c…","actor":{"kind":"api_key","id":"key_01k0000000000000000000000"}}]"#
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
            r#"{"id":"dec_01k0000000000000000000000","seq":4711,"customer_id":"cus_01k0000000000000000000000","agent_id":"billing-bot","action":"refund","resource":"orders/4711","result":"approved","reason":"all_checks_passed","timestamp":"2026-11-22T16:00:00.000000Z","decision_trace":[],"request_id":"5f0c…","actor":{"kind":"api_key","id":"key_01k0000000000000000000000"},"customer_name":"Acme Retail","hash":"e4b7ee092a8cd31816746dbc55f05527512415831c63e015db7f810703bbe713","previous_hash":"11ab8ed6609b51f302f581386f20f481afdf57eb595ff0045464d5133d5f4a54","global_seq":90210,"record":"{\"action\":\"refund\"}"}"#
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
            r#"[{"kind":"customer","id":"cus_01k0000000000000000000000","title":"Acme Retail","detail":"ops@acme.example · starter","customer_id":"cus_01k0000000000000000000000"}]"#, query: "q=refund"
        ),
        ..ROW
    },
];
