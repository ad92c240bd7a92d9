//! Sessions, of operators and of customers.

use super::row::{ADMIN, MANAGE, OPERATOR, PORTAL, READ, ROW};
use crate::http::resources::{
    MessageBody, many, one, portal, portal_links, session, session_lists,
};
use crate::http::routes::{Method, Route, Sharing, Target};

use Method::{Delete, Post};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
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
        sharing: Sharing::Never,
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
];
