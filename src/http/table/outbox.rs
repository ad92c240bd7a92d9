//! Links that show a key once, invitations, and what is sent outside.

use super::row::{ADMIN, CURSOR, LIMIT, OPERATOR, ROW};
use crate::http::resources::{MessageBody, key_links, many, one, outbox, paged};
use crate::http::routes::{Method, Param, Route, Sharing, Target};
use crate::http::wire::Run;

use Method::{Delete, Post};

const MESSAGE: &str = r#"{"id":"msg_01k0000000000000000000000","channel":"email","template":"invitation","to":"ops@acme.example","customer_id":"cus_01k0000000000000000000000","status":"waiting","attempts":0,"next_attempt_at":"2026-11-22T16:00:00.000000Z","last_error":null,"created_at":"2026-11-22T16:00:00.000000Z","settled_at":null}"#;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    // Key links
    Route {
        method: Post,
        path: "/api/customers/invite",
        need: ADMIN,
        audit: Some("customer.invite"),
        body: key_links::INVITE,
        handler: key_links::invite,
        doc: doc!("Key links", "Register a customer without a key, and make the link that shows it its first one, once", one::<key_links::InvitedBody>, r#"{"customer_id":"cus_01k0000000000000000000000","link_id":"kln_01k0000000000000000000000","link":"https://portcullis.example/welcome#kl-…","expires_at":"2026-11-25T16:00:00.000000Z","delivery":"link","message_id":null}"#, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/customers/{id}/key-links",
        need: ADMIN,
        target: Target::Path,
        audit: Some("key_link.create"),
        body: key_links::CREATE,
        handler: key_links::create,
        doc: doc!("Key links", "Make a link that shows the customer a key, once", one::<key_links::OpenedBody>, r#"{"link_id":"kln_01k0000000000000000000000","link":"https://portcullis.example/welcome#kl-…","expires_at":"2026-11-25T16:00:00.000000Z","delivery":"link","message_id":null}"#, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/key-links",
        need: OPERATOR,
        target: Target::Path,
        handler: key_links::list,
        doc: doc!(
            "Key links",
            "The links to a customer's keys that nobody used yet, without their secrets",
            many::<key_links::LinkBody>,
            r#"[{"id":"kln_01k0000000000000000000000","name":"first key","scopes":["check","read","manage"],"opened_by":{"kind":"operator","id":"op_01k0000000000000000000000","name":"ada"},"created_at":"2026-11-22T16:00:00.000000Z","expires_at":"2026-11-25T16:00:00.000000Z"}]"#
        ),
        ..ROW
    },
    Route {
        method: Delete,
        path: "/api/customers/{id}/key-links/{link_id}",
        need: ADMIN,
        target: Target::Path,
        audit: Some("key_link.revoke"),
        handler: key_links::withdraw,
        doc: doc!(
            "Key links",
            "Withdraw a link that nobody used yet; a letter that waits with it is not sent",
            one::<MessageBody>,
            r#"{"message":"the link is withdrawn"}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/key-links/open",
        is_charged: false,
        sharing: Sharing::Public,
        body: key_links::SECRET,
        handler: key_links::open,
        doc: doc!("Key links", "What a link leads to; this does not use it up", one::<key_links::OpenBody>, r#"{"customer_name":"Acme Retail","expires_at":"2026-11-25T16:00:00.000000Z","is_open":true}"#, refusals: &[403, 404, 429]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/key-links/redeem",
        is_charged: false,
        sharing: Sharing::Public,
        audit: Some("key_link.redeem"),
        body: key_links::SECRET,
        handler: key_links::redeem,
        doc: doc!("Key links", "Exchange a link for the key, once", one::<key_links::RedeemedBody>, r#"{"customer_id":"cus_01k0000000000000000000000","customer_name":"Acme Retail","api_key":"sk-…","key_id":"key_01k0000000000000000000000","message":"keep the API key safe: it is shown this once and cannot be shown again"}"#, status: 201, refusals: &[403, 404, 429]),
        ..ROW
    },
    // Outbox
    Route {
        path: "/api/outbox",
        need: OPERATOR,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[
            super::row::CUSTOMER,
            Param {
                name: "status",
                about: "`waiting`, `sending`, `sent`, `failed`, `uncertain` or `cancelled`.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: outbox::list,
        doc: doc!(
            "Outbox",
            "Messages to the outside, newest first",
            paged::<outbox::OutboundBody>,
            r#"{"data":[],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/outbox/status",
        need: OPERATOR,
        handler: outbox::standing,
        doc: doc!(
            "Outbox",
            "The ways out that are configured, and how many messages stand",
            one::<outbox::StatusBody>,
            r#"{"mail":{"is_configured":true,"relay":"relay.example:587","security":"starttls","from":"Portcullis <gate@portcullis.example>","reason":null},"webhook":{"is_configured":false,"url":null},"waiting":0,"failed":0,"uncertain":0,"last_sent_at":null}"#
        ),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/outbox/test",
        need: ADMIN,
        audit: Some("message.test"),
        body: outbox::TEST,
        handler: outbox::test,
        doc: doc!("Outbox", "Queue a letter that says nothing but that it was sent", one::<outbox::OutboundBody>, MESSAGE, status: 201, refusals: &[409]),
        ..ROW
    },
    Route {
        path: "/api/outbox/{message_id}",
        need: OPERATOR,
        run: Run::Worker,
        handler: outbox::show,
        doc: doc!("Outbox", "One message, with what its text is made of", one::<outbox::DetailBody>, r#"{"id":"msg_01k0000000000000000000000","channel":"email","template":"test","to":"ops@acme.example","customer_id":null,"status":"waiting","attempts":0,"next_attempt_at":"2026-11-22T16:00:00.000000Z","last_error":null,"created_at":"2026-11-22T16:00:00.000000Z","settled_at":null,"facts":{"sent_at":"2026-11-22T16:00:00.000000Z"}}"#, refusals: &[404]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/outbox/{message_id}/retry",
        need: ADMIN,
        audit: Some("message.retry"),
        handler: outbox::retry,
        doc: doc!("Outbox", "Try a message again: one that was given up or is uncertain, or one that waits, now", one::<outbox::OutboundBody>, MESSAGE, refusals: &[404, 409]),
        ..ROW
    },
    Route {
        method: Post,
        path: "/api/outbox/{message_id}/cancel",
        need: ADMIN,
        audit: Some("message.cancel"),
        handler: outbox::cancel,
        doc: doc!("Outbox", "Withdraw a message that is not on its way", one::<outbox::OutboundBody>, MESSAGE, refusals: &[404, 409]),
        ..ROW
    },
];
