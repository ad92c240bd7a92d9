//! Customers and their API keys.

use super::row::{ADMIN, CURSOR, LIMIT, MANAGE, MANAGE_TO_READ, OPERATOR, READ, ROW};
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::http::resources::{MessageBody, customers, keys, many, one, paged, tier_preview, usage};
use crate::http::routes::{Method, Param, Route, Sharing, Target, either};
use crate::http::wire::Run;

use Method::{Delete, Patch, Post, Put};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    // Customers
    Route {
        method: Post,
        path: "/api/customers/register",
        is_charged: false,
        sharing: Sharing::Public,
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
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"max_checks_per_month":null,"price_usd_month":99,"overrides":{"max_agents":null,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":true,"deactivated_by":null,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
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
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"max_checks_per_month":null,"price_usd_month":99,"overrides":{"max_agents":null,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":true,"deactivated_by":null,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
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
            "All customers; as a file they are at `/api/exports/customers`",
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
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"free","max_agents":5,"max_requests_per_minute":10,"max_api_keys":1,"max_checks_per_month":10000,"price_usd_month":0,"overrides":{"max_agents":null,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":true,"deactivated_by":null,"time_zone":"UTC","features":[],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z","over_limit":[{"limit":"max_agents","allowed":5,"used":7}]}"#
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
        doc: doc!("Customers", "Change a customer", one::<customers::CustomerBody>, r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":80,"max_requests_per_minute":100,"max_api_keys":5,"max_checks_per_month":null,"price_usd_month":99,"overrides":{"max_agents":80,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":true,"deactivated_by":null,"time_zone":"Europe/Berlin","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#, refusals: &[409]),
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
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"max_checks_per_month":null,"price_usd_month":99,"overrides":{"max_agents":null,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":false,"deactivated_by":"operator","time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
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
            r#"{"id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","max_agents":50,"max_requests_per_minute":100,"max_api_keys":5,"max_checks_per_month":null,"price_usd_month":99,"overrides":{"max_agents":null,"max_requests_per_minute":null,"max_api_keys":null,"max_checks_per_month":null,"price_usd_month":null},"total_api_calls":1234,"agents":7,"is_active":true,"deactivated_by":null,"time_zone":"UTC","features":["approvals"],"created_at":"2026-11-22T16:00:00.000000Z","updated_at":"2026-11-22T16:00:00.000000Z"}"#
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
            r#"{"subscription_tier":"free","from":"starter","price_usd_month":0,"limits":{"max_agents":5,"max_requests_per_minute":10,"max_api_keys":1,"max_checks_per_month":10000},"over_limit":[{"limit":"max_agents","allowed":5,"used":7}],"features_gained":[],"features_lost":["approvals"],"is_self_service":true}"#, query: "subscription_tier=free"
        ),
        ..ROW
    },
    Route {
        path: "/api/tiers",
        is_charged: false,
        sharing: Sharing::Public,
        handler: customers::tiers,
        doc: doc!(
            "Customers",
            "The pricing table",
            many::<customers::TierBody>,
            r#"[{"name":"free","title":"Free","max_agents":5,"max_requests_per_minute":10,"max_api_keys":1,"max_checks_per_month":10000,"price_usd_month":0,"support":"Community","features":[],"feature_list":["Allow and deny permissions"]}]"#
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
        doc: doc!("API keys", "Issue an API key", one::<keys::IssuedBody>, r#"{"api_key":"sk-…","key_id":"key_01k0000000000000000000000","message":"keep the API key safe: it is shown this once and cannot be shown again"}"#, request: r#"{"name":"production","scopes":["check","read"],"expires_at":"2027-01-01T00:00:00Z"}"#, status: 201),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/api-keys",
        need: READ,
        target: Target::Path,
        query: &[
            Param {
                name: "agent_id",
                about: "Only keys that speak for this agent.",
            },
            Param {
                name: "active",
                about: "`true` or `false`: only those that work, or that are revoked or expired.",
            },
            LIMIT,
            CURSOR,
        ],
        handler: keys::list,
        doc: doc!(
            "API keys",
            "The customer's API keys, oldest first, without their secrets; `Link: rel=\"next\"` when there is more",
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
];
