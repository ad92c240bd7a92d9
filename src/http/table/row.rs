//! What rows share: defaults, who may, parameters, and how an answer is documented.

use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::http::resources::service;
use crate::http::routes::{ANYONE, Doc, Method, Param, Route, Sharing, Target, either};
use crate::http::wire::Run;
use crate::live::Need;

const JSON: &str = "application/json";
/// The media type of a page.
pub const HTML: &str = "text/html";

/// Which customer is meant.
pub const CUSTOMER: Param = Param {
    name: "customer_id",
    about: "The customer; operators name it, a key's own is meant.",
};
/// The length of a page.
pub const LIMIT: Param = Param {
    name: "limit",
    about: "Items wanted, 1-100; 50 unless given.",
};
/// The length of an export.
pub const EXPORT_LIMIT: Param = Param {
    name: "limit",
    about: "Records wanted, 1-10000; 1000 unless given, and no more than make 16 MiB.",
};
/// Where a page goes on.
pub const CURSOR: Param = Param {
    name: "cursor",
    about: "What the page before gave.",
};

/// A row with what most rows have; the rest is set with struct update.
pub const ROW: Route = Route {
    method: Method::Get,
    path: "",
    need: ANYONE,
    is_charged: true,
    target: Target::Own,
    audit: None,
    stays_open: false,
    sharing: Sharing::ByNeed,
    run: Run::Inline,
    body: &[],
    file: None,
    query: &[],
    handler: service::health,
    doc: DOC,
};

/// What most answers have; the rest is set with struct update.
pub const DOC: Doc = Doc {
    tag: "",
    summary: "",
    status: 200,
    media: JSON,
    shape: None,
    example: "",
    query: "",
    request: "",
    command: "",
    refusals: &[],
};

/// Reads what belongs to a customer.
pub const READ: Need = either(&[Scope::Read], Roles::ANY);
/// Changes what belongs to a customer.
pub const MANAGE: Need = either(&[Scope::Manage], Roles::ADMIN);
/// Reads what only those who change it need; any operator may look.
pub const MANAGE_TO_READ: Need = either(&[Scope::Manage], Roles::ANY);
/// Approves and rejects.
pub const SETTLE: Need = either(&[Scope::Approve], Roles::APPROVER);
/// Sees what waits for approval.
pub const WAITING: Need = either(&[Scope::Manage, Scope::Approve], Roles::ANY);
/// Any key or session of a customer, and no operator.
pub const PORTAL: Need = either(
    &[Scope::Read, Scope::Manage, Scope::Approve, Scope::Check],
    Roles::NONE,
);
/// Any operator.
pub const OPERATOR: Need = either(&[], Roles::ANY);
/// Operators who change things.
pub const ADMIN: Need = either(&[], Roles::ADMIN);
/// Operators who rule over operators.
pub const OWNER: Need = either(&[], Roles::OWNER);

/// What the reference says about a route whose answer is JSON.
macro_rules! doc {
    ($tag:literal, $summary:literal, $shape:expr, $example:expr $(, $field:ident : $value:expr)*) => {
        $crate::http::routes::Doc {
            tag: $tag,
            summary: $summary,
            shape: Some($shape),
            example: $example,
            $($field: $value,)*
            ..$crate::http::table::row::DOC
        }
    };
}
