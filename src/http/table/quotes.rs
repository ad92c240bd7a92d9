//! Requests for a quote.

use super::row::{ADMIN, CURSOR, LIMIT, OPERATOR, ROW};
use crate::http::resources::{MessageBody, one, paged, quotes};
use crate::http::routes::{Method, Param, Route, Sharing};

use Method::{Delete, Patch, Post};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    Route {
        method: Post,
        path: "/api/quotes",
        is_charged: false,
        sharing: Sharing::Public,
        audit: Some("quote.request"),
        body: quotes::REQUEST,
        handler: quotes::request,
        doc: doc!(
            "Quotes",
            "Ask for a quote; nothing is sent outside",
            one::<quotes::RequestedBody>,
            r#"{"quote_id":"quo_01k0000000000000000000000","message":"thank you: somebody will answer by e-mail"}"#,
            status: 201,
            refusals: &[403, 429]
        ),
        ..ROW
    },
    Route {
        path: "/api/quotes",
        need: OPERATOR,
        query: &[
            Param {
                name: "state",
                about: "Only those that are `open`, `answered`, `won` or `lost`.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: quotes::list,
        doc: doc!(
            "Quotes",
            "Requests for a quote, newest first",
            paged::<quotes::QuoteBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/quotes/{quote_id}",
        need: OPERATOR,
        handler: quotes::show,
        doc: doc!(
            "Quotes",
            "A request for a quote",
            one::<quotes::QuoteBody>,
            r#"{"id":"quo_01k0000000000000000000000","company":"Acme Retail","contact":"Ada Lovelace","email":"ada@acme.example","subscription_tier":"enterprise","agents":800,"checks_per_month":2000000,"message":"We run agents in three regions.","recommended_tier":"enterprise","state":"open","notes":null,"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Patch,
        path: "/api/quotes/{quote_id}",
        need: ADMIN,
        audit: Some("quote.update"),
        body: quotes::PATCH,
        handler: quotes::patch,
        doc: doc!(
            "Quotes",
            "Say how far a request for a quote has come, and note something about it",
            one::<quotes::QuoteBody>,
            r#"{"id":"quo_01k0000000000000000000000","company":"Acme Retail","contact":"Ada Lovelace","email":"ada@acme.example","subscription_tier":"enterprise","agents":800,"checks_per_month":2000000,"message":"We run agents in three regions.","recommended_tier":"enterprise","state":"answered","notes":"called back, wants a trial","created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T17:00:00.000000Z"}"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/quotes/{quote_id}",
        need: ADMIN,
        audit: Some("quote.delete"),
        handler: quotes::delete,
        doc: doc!(
            "Quotes",
            "Delete a request for a quote, and all that is known of the people behind it",
            one::<MessageBody>,
            r#"{"message":"the request for a quote is deleted"}"#
        ),
        ..ROW
    },
];
