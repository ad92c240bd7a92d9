//! Lists in and out: customers imported, what there is exported, prospects and the tiers that fit.

use super::row::{ADMIN, CURSOR, CUSTOMER, DOC, EXPORT_LIMIT, LIMIT, OPERATOR, READ, ROW};
use crate::http::resources::{MessageBody, imports, lists, one, paged, prospects};
use crate::http::routes::{Doc, Method, Param, Route, Target};
use crate::http::wire::Run;

use Method::{Delete, Post, Put};

/// The media type of a table.
const CSV: &str = "text/csv";

const FORMAT: Param = Param {
    name: "format",
    about: "`csv` or `ndjson`; `csv` unless given.",
};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    Route {
        path: "/api/imports/template",
        need: OPERATOR,
        query: &[Param {
            name: "kind",
            about: "`customers` or `prospects`; `customers` unless given.",
        }],
        handler: imports::template,
        doc: file("The columns of a list, as a file to fill in"),
        ..ROW
    },
    Route {
        path: "/api/imports",
        need: ADMIN,
        query: &[LIMIT, CURSOR],
        handler: imports::list,
        doc: doc!(
            "Lists",
            "The imports that are open or were lately, newest first, and whose they are",
            paged::<imports::ListedBody>,
            r#"{"data":[{"import_id":"imp_01k0000000000000000000000","opened_by":{"kind":"operator","id":"op_01k0000000000000000000000","name":"ada"},"is_own":true,"state":"checked","rows":3,"good":2,"bad":1,"done":0,"keys":"file","keys_available":false,"opened_at":"2026-11-22T16:00:00.000000Z","expires_at":"2026-11-22T17:00:00.000000Z"}],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/imports",
        need: ADMIN,
        body: imports::OPEN,
        handler: imports::open,
        doc: doc!(
            "Lists",
            "Open an import; it belongs to who opened it, and lasts an hour",
            one::<imports::OpenedBody>,
            r#"{"import_id":"imp_01k0000000000000000000000","part_bytes":524288,"max_rows":100000,"expires_at":"2026-11-22T17:00:00.000000Z"}"#,
            status: 201,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        method: Put,
        path: "/api/imports/{import_id}/parts/{number}",
        need: ADMIN,
        file: Some(CSV),
        run: Run::Worker,
        handler: imports::receive,
        doc: doc!(
            "Lists",
            "Send a part of the file, the first one as 0; sending one again is fine",
            one::<imports::ReceivedBody>,
            r#"{"parts":1,"bytes":524288}"#,
            request: r"name,email,subscription_tier\nHooli,ops@hooli.example,pro\n",
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/imports/{import_id}/check",
        need: ADMIN,
        run: Run::Worker,
        handler: imports::check,
        doc: doc!(
            "Lists",
            "Read the file that was sent, and say what would happen; nothing does",
            one::<imports::ImportBody>,
            r#"{"import_id":"imp_01k0000000000000000000000","state":"checked","rows":3,"good":2,"bad":1,"done":0,"keys":"file","columns":["name","email","subscription_tier"],"tiers":{"starter":2},"errors":[{"line":4,"field":"email","message":"is the address in line 2 already"}],"keys_available":false,"expires_at":"2026-11-22T17:00:00.000000Z"}"#,
            refusals: &[409, 422]
        ),
        ..ROW
    },
    Route {
        path: "/api/imports/{import_id}",
        need: ADMIN,
        handler: imports::show,
        doc: doc!(
            "Lists",
            "How far an import has come",
            one::<imports::ImportBody>,
            r#"{"import_id":"imp_01k0000000000000000000000","state":"applying","rows":3,"good":2,"bad":1,"done":1,"keys":"file","columns":["name","email","subscription_tier"],"tiers":{"starter":2},"errors":[],"keys_available":false,"expires_at":"2026-11-22T17:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/imports/{import_id}/rows",
        need: ADMIN,
        run: Run::Worker,
        query: &[
            Param {
                name: "only",
                about: "Only rows that are `bad`, or `good`.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: imports::rows,
        doc: doc!(
            "Lists",
            "The rows of a file that was checked, and what would become of each",
            paged::<imports::RowBody>,
            r#"{"data":[{"line":2,"name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","outcome":"create","errors":[]}],"has_more":false,"next_cursor":null}"#,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/imports/{import_id}/apply",
        need: ADMIN,
        audit: Some("customer.import"),
        run: Run::Worker,
        body: imports::APPLY,
        handler: imports::apply,
        doc: doc!(
            "Lists",
            "Make the customers of a file that was checked: all in one change, or none",
            one::<imports::AppliedBody>,
            r#"{"imported":2,"skipped":1,"keys_available":true}"#,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        path: "/api/imports/{import_id}/keys",
        need: ADMIN,
        handler: imports::keys,
        doc: file("The first keys of the customers that were made; once, and within ten minutes"),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/imports/{import_id}",
        need: ADMIN,
        handler: imports::delete,
        doc: doc!(
            "Lists",
            "Forget an import, with all that it holds",
            one::<MessageBody>,
            r#"{"message":"the import is forgotten, with all that it held"}"#,
            refusals: &[409]
        ),
        ..ROW
    },
    Route {
        path: "/api/exports/customers",
        need: OPERATOR,
        run: Run::Worker,
        query: &[FORMAT, EXPORT_LIMIT, CURSOR],
        handler: lists::customers,
        doc: file("All customers as a file; `Link: rel=\"next\"` when there is more"),
        ..ROW
    },
    Route {
        path: "/api/exports/agents",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[FORMAT, CUSTOMER, EXPORT_LIMIT, CURSOR],
        handler: lists::agents,
        doc: file("Agents as a file; `Link: rel=\"next\"` when there is more"),
        ..ROW
    },
    Route {
        path: "/api/exports/permissions",
        need: READ,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[FORMAT, CUSTOMER, EXPORT_LIMIT, CURSOR],
        handler: lists::permissions,
        doc: file("Permissions as a file; `Link: rel=\"next\"` when there is more"),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/prospects/recommend",
        need: OPERATOR,
        file: Some(CSV),
        run: Run::Worker,
        handler: prospects::recommend,
        doc: doc!(
            "Lists",
            "The tier that fits each prospect of a list; nothing is kept",
            one::<prospects::ProspectsBody>,
            r#"{"rows":[{"line":2,"company":"Acme Retail","contact":"Ada Lovelace","email":"ada@acme.example","agents_today":12,"checks_per_month":200000,"peak_checks_per_minute":60,"needs_approvals":true,"next_step":"demo on Tuesday","recommended_tier":"starter","price_usd_month":99,"reason":"the cheapest tier with room for 12 agents, 200,000 checks a month, 60 checks a minute and approvals by people"}],"errors":[]}"#,
            request: r"company,contact,email,agents_today,checks_per_month\nAcme,Ada,ada@acme.example,12,200000\n"
        ),
        ..ROW
    },
];

/// What the reference says about a route whose answer is a table.
const fn file(summary: &'static str) -> Doc {
    Doc {
        tag: "Lists",
        summary,
        media: CSV,
        ..DOC
    }
}
