//! Errors as problem documents (RFC 9457).

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::Refusal;
use crate::app::Error;
use crate::ledger::Coded as _;
use crate::live::NotAdmitted;

/// A problem document.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody<'a> {
    /// A URI that names the kind of problem.
    r#type: String,
    /// The kind of problem, for people.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What went wrong here, and what to do.
    detail: String,
    /// The path that was asked for.
    instance: &'a str,
    /// The kind of problem, for programs; stable.
    code: &'a str,
    /// The request's identifier, as in the logs.
    request_id: &'a str,
    /// What is wrong with each field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldBody<'a>>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldProblem)]
pub struct FieldBody<'a> {
    /// The field.
    field: &'a str,
    /// What is wrong with it.
    message: &'a str,
}

/// Every code that a problem can have, with its status and title.
pub const CODES: &[(&str, u16, &str)] = &[
    ("malformed_json", 400, "Body is not JSON"),
    ("bad_parameter", 400, "Parameter cannot be read"),
    ("invalid_signature", 400, "Signature not valid"),
    ("malformed_request", 400, "Request cannot be read"),
    ("https_needed", 400, "HTTPS needed"),
    ("unauthenticated", 401, "Credential needed"),
    ("invalid_key", 401, "Credential not valid"),
    ("insufficient_scope", 403, "Scope missing"),
    ("wrong_agent", 403, "Key speaks for another agent"),
    ("owner_mismatch", 403, "Owner does not match"),
    ("customer_inactive", 403, "Customer deactivated"),
    ("feature_not_in_tier", 403, "Feature not in tier"),
    ("limit_reached", 403, "Limit reached"),
    ("operator_role", 403, "Operator needed"),
    ("foreign_origin", 403, "Request from elsewhere"),
    ("insecure_connection", 403, "Connection not secure"),
    ("not_found", 404, "Not found"),
    ("method_not_allowed", 405, "Method not allowed"),
    ("not_acceptable", 406, "Not acceptable"),
    ("request_timeout", 408, "Request timed out"),
    ("email_taken", 409, "E-mail address taken"),
    ("agent_exists", 409, "Agent exists"),
    ("conflict", 409, "Conflict"),
    ("mail_not_configured", 409, "Mail not configured"),
    ("setup_link_over", 410, "Setup link not in force"),
    ("portal_link_over", 410, "Link not in force"),
    ("edit_conflict", 412, "Changed meanwhile"),
    ("body_too_large", 413, "Body too large"),
    ("unsupported_media_type", 415, "Media type not supported"),
    ("expectation_failed", 417, "Expectation failed"),
    ("validation_failed", 422, "Fields break rules"),
    ("not_canonical", 422, "Not canonical"),
    ("rate_limited", 429, "Too many requests"),
    ("quota_exceeded", 429, "Monthly quota used up"),
    ("too_many_quotes", 429, "Too many requests for a quote"),
    ("too_many_streams", 429, "Too many event streams"),
    ("head_too_large", 431, "Request head too large"),
    ("internal", 500, "Internal error"),
    ("ledger_unavailable", 503, "Ledger unavailable"),
    ("overloaded", 503, "Overloaded"),
];

/// The status of an error: a new error does not compile without one.
fn status_of(error: &Error) -> u16 {
    match error {
        Error::MalformedJson(_) | Error::BadParameter { .. } | Error::InvalidSignature(_) => 400,
        Error::NotAdmitted(NotAdmitted::Unauthenticated | NotAdmitted::Invalid)
        | Error::BadLogin => 401,
        Error::NotAdmitted(
            NotAdmitted::CustomerInactive
            | NotAdmitted::InsufficientScope(_)
            | NotAdmitted::KeyNeeded
            | NotAdmitted::OperatorRole(_),
        )
        | Error::WrongAgent { .. }
        | Error::ScopesBeyond(_)
        | Error::OwnRequest(_)
        | Error::OwnerMismatch(_)
        | Error::OperatorNeeded(_)
        | Error::ForeignOrigin
        | Error::InsecureConnection
        | Error::LimitReached { .. }
        | Error::FeatureNotInTier { .. } => 403,
        Error::NotFound(_) => 404,
        Error::MethodNotAllowed(_) => 405,
        Error::NotAcceptable(_) => 406,
        Error::EmailTaken
        | Error::AgentExists(_)
        | Error::MailNotConfigured(_)
        | Error::Conflict(_) => 409,
        Error::SetupLinkOver | Error::PortalLinkOver => 410,
        Error::EditConflict(_) => 412,
        Error::UnsupportedMediaType | Error::CsvNeeded => 415,
        Error::Invalid(_) => 422,
        Error::RateLimited { .. }
        | Error::QuotaExceeded(_)
        | Error::TooManyQuotes
        | Error::TooManyStreams => 429,
        Error::Internal(_) => 500,
        Error::Unavailable | Error::Overloaded | Error::StreamsTaken => 503,
    }
}

/// The answer to a use case's error. What a 5xx has to say is logged under the request's
/// identifier, once, here; its caller reads fixed text.
pub fn from_error(error: &Error, instance: &str, request_id: &str) -> Response {
    let status = status_of(error);
    let code = error.code();
    let detail = if let Error::Internal(why) = error {
        tracing::error!(request_id, why, "a request failed");
        "the appliance failed to answer; the log has more under this request id".to_owned()
    } else {
        error.to_string()
    };
    let errors = if let Error::Invalid(errors) = error {
        errors.as_slice()
    } else {
        &[]
    };
    let errors = errors
        .iter()
        .map(|error| FieldBody {
            field: &error.field,
            message: &error.message,
        })
        .collect();
    let response = document(status, code, detail, instance, request_id, errors);
    match header_of(error) {
        Some((name, value)) => response.with_unique_header(name, value),
        None => response,
    }
}

/// The header that tells programs what to do about an error.
fn header_of(error: &Error) -> Option<(&'static str, String)> {
    let challenge = "Bearer realm=\"portcullis\"";
    if let Error::MethodNotAllowed(allowed) = error {
        return Some(("Allow", allowed.clone()));
    }
    if let Error::RateLimited {
        retry_after_seconds,
    } = error
    {
        return Some(("Retry-After", retry_after_seconds.to_string()));
    }
    if let Error::QuotaExceeded(exceeded) = error {
        return Some(("Retry-After", exceeded.retry_after_seconds.to_string()));
    }
    match status_of(error) {
        401 if matches!(error, Error::NotAdmitted(NotAdmitted::Unauthenticated)) => {
            Some(("WWW-Authenticate", challenge.to_owned()))
        }
        401 => Some((
            "WWW-Authenticate",
            format!("{challenge}, error=\"invalid_token\""),
        )),
        // When a place is free nobody knows; another try this soon costs little.
        429 => Some(("Retry-After", "15".to_owned())),
        503 => Some(("Retry-After", "1".to_owned())),
        _ => None,
    }
}

/// The answer to what the edge refuses.
pub fn from_refusal(refusal: Refusal, instance: &str, request_id: &str) -> Response {
    let (code, detail) = match refusal {
        Refusal::MalformedRequest => (
            "malformed_request",
            "this is not an HTTP/1.1 request".to_owned(),
        ),
        Refusal::RequestTimeout => (
            "request_timeout",
            "the request did not arrive in time".to_owned(),
        ),
        Refusal::BodyTooLarge { limit_bytes } => (
            "body_too_large",
            format!("the body may have at most {limit_bytes} bytes"),
        ),
        Refusal::HeadTooLarge => (
            "head_too_large",
            "the request line and headers are too large or too many".to_owned(),
        ),
        Refusal::Overloaded => (
            "overloaded",
            "too many connections are open; try again in a moment".to_owned(),
        ),
        Refusal::TooManyWaiting => (
            "rate_limited",
            "too many requests of yours wait to be answered: ask for less at once".to_owned(),
        ),
        Refusal::ExpectationFailed => (
            "expectation_failed",
            "only `Expect: 100-continue` is understood".to_owned(),
        ),
        Refusal::HttpsNeeded => (
            "https_needed",
            "this port speaks TLS: use https://".to_owned(),
        ),
        Refusal::Panicked => {
            tracing::error!(request_id, "a handler panicked");
            let text = "the appliance failed to answer; the log has more under this request id";
            ("internal", text.to_owned())
        }
    };
    let status = CODES
        .iter()
        .find(|(known, _, _)| *known == code)
        .map_or(500, |row| row.1);
    let response = document(status, code, detail, instance, request_id, Vec::new());
    if matches!(refusal, Refusal::Overloaded | Refusal::TooManyWaiting) {
        response.with_unique_header("Retry-After", "1")
    } else {
        response
    }
}

fn document(
    status: u16,
    code: &str,
    detail: String,
    instance: &str,
    request_id: &str,
    errors: Vec<FieldBody<'_>>,
) -> Response {
    let title = CODES
        .iter()
        .find(|(known, _, _)| *known == code)
        .map_or("Error", |row| row.2);
    let body = ProblemBody {
        r#type: format!("https://portcullis.invalid/problems/{code}"),
        title,
        status,
        detail,
        instance,
        code,
        request_id,
        errors,
    };
    let text = serde_json::to_vec(&body).unwrap_or_default();
    Response::from_data("application/problem+json", text).with_status_code(status)
}
