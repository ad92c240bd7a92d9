//! What stands outside the API: health, metrics, documents, pages.

use super::row::{DOC, HTML, ROW};
use crate::http::resources::{assets, documents, many, one, pages, service};
use crate::http::routes::{Doc, Route, Sharing};
use crate::http::wire::Run;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
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
        path: "/pricing",
        is_charged: false,
        handler: pages::pricing,
        doc: Doc {
            tag: "Service",
            summary: "The pricing table, what the tiers save, and the form for a quote",
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
        path: "/welcome",
        is_charged: false,
        handler: pages::welcome,
        doc: Doc {
            tag: "Service",
            summary: "Where a link to a key leads",
            media: HTML,
            ..DOC
        },
        ..ROW
    },
    Route {
        path: "/openapi.json",
        is_charged: false,
        sharing: Sharing::Public,
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
