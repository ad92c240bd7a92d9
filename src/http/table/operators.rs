//! Operators and their tokens.

use super::row::{CURSOR, LIMIT, OPERATOR, OWNER, ROW};
use crate::http::resources::{MessageBody, many, one, operators, paged, setup};
use crate::http::routes::{Method, Route};
use crate::http::wire::Run;

use Method::{Delete, Patch, Post};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
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
        doc: doc!("Operators", "Issue an operator token: for oneself, or by an owner", one::<operators::IssuedBody>, r#"{"token":"op-…","token_id":"tok_01k0000000000000000000000","expires_at":"2027-01-01T00:00:00.000000Z","message":"keep the token safe: it is shown this once and cannot be shown again"}"#, status: 201, refusals: &[409]),
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
];
