//! One file per resource: bodies in, use case, bodies out.

pub mod about;
pub mod activity;
pub mod agents;
pub mod approval_list;
pub mod approvals;
pub mod assets;
pub mod audit;
pub mod backups;
pub mod checks;
pub mod customers;
pub mod documents;
pub mod drafts;
pub mod events;
pub mod exports;
pub mod imports;
pub mod key_links;
pub mod keys;
pub mod kill_list;
pub mod kills;
pub mod lists;
pub mod logs;
pub mod metering;
pub mod metrics;
pub mod operators;
pub mod outbox;
pub mod overrides;
pub mod overview;
pub mod pages;
pub mod permissions;
pub mod portal;
pub mod portal_links;
pub mod prospects;
pub mod quota;
pub mod quotes;
pub mod search;
pub mod service;
pub mod session;
pub mod session_lists;
pub mod setup;
mod statement_page;
mod statement_sheet;
pub mod statements;
pub mod stripe;
pub mod system;
pub mod tier_preview;
pub mod usage;

use serde::Serialize;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A sentence about what was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Message)]
pub struct MessageBody {
    /// What was done.
    pub message: &'static str,
}

/// The shape of an answer that is one object.
pub fn one<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) -> RefOr<Schema> {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    utoipa::openapi::Ref::from_schema_name(T::name()).into()
}

/// The shape of an answer that is a bare array.
pub fn many<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) -> RefOr<Schema> {
    utoipa::openapi::ArrayBuilder::new()
        .items(one::<T>(schemas))
        .build()
        .into()
}

/// The shape of an answer that is a page of a list.
pub fn paged<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) -> RefOr<Schema> {
    use utoipa::openapi::{ObjectBuilder, Type};
    let text_or_null = utoipa::openapi::schema::SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new()
        .property("data", many::<T>(schemas))
        .property("has_more", bool::schema())
        .property(
            "next_cursor",
            ObjectBuilder::new().schema_type(text_or_null),
        )
        .required("data")
        .required("has_more")
        .required("next_cursor")
        .build()
        .into()
}

/// The other media types that a route can answer with.
pub fn also_produces(path: &str) -> &'static [&'static str] {
    match path {
        "/api/customers/{id}/statements/{month}" => &["text/csv", "text/html"],
        "/api/customers/{id}/metering"
        | "/api/customers/{id}/usage"
        | "/api/logs/export"
        | "/api/metering"
        | "/api/prospects/recommend"
        | "/api/statements" => &["text/csv"],
        _ if path.starts_with("/api/exports/") => &[audit::LINES],
        _ => &[],
    }
}
