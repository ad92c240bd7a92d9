//! Everything that a use case can refuse, with a stable code.

use crate::domain::portal::PortalOrigin;
use crate::domain::quota::QuotaExceeded;
use crate::domain::text::AgentId;
use crate::domain::tier::Feature;
use crate::domain::time::Timestamp;
use crate::ledger::{ChangeError, CheckRefused, Coded, StoreError};
use crate::live::NotAdmitted;

/// What is wrong with one field of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field, with dots for members of members.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: String,
    /// Whether it breaks the rule of one spelling only.
    pub is_canonical_rule: bool,
}

impl FieldError {
    /// A field that breaks a rule.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
            is_canonical_rule: false,
        }
    }
}

/// Why a use case was refused. The text is for the caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The credential does not admit.
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    /// An agent key asked for another agent.
    #[error("the key speaks for agent `{bound}` only, not for `{asked}`")]
    WrongAgent {
        /// The agent that the key is bound to.
        bound: AgentId,
        /// The agent in the request.
        asked: AgentId,
    },
    /// A key asked for scopes that it may not give.
    #[error("{0}")]
    ScopesBeyond(String),
    /// A key, or whoever has a link, tried to answer their own request.
    #[error("the key or link {0} asked for this approval and cannot answer it")]
    OwnRequest(PortalOrigin),
    /// The owner in the body is not the agent's.
    #[error("`owner` is not the owner of agent `{0}`")]
    OwnerMismatch(AgentId),
    /// Only an operator may do this.
    #[error("{0}")]
    OperatorNeeded(String),
    /// A cookie came with a request from elsewhere.
    #[error("the request did not come from this appliance's own page")]
    ForeignOrigin,
    /// Sessions need an encrypted connection.
    #[error(
        "signing in needs https, or http on localhost: set `server.public_url`, or use a key or \
         token instead"
    )]
    InsecureConnection,
    /// No setup link in force has that secret.
    #[error(
        "this setup link is not in force: it was used, is older than 30 minutes, or a newer one \
         replaced it; `portcullis operator setup-link` makes another"
    )]
    SetupLinkOver,
    /// No link into a portal in force has that secret.
    #[error(
        "this link is not in force: it was used, withdrawn, or waited for too long; ask whoever \
         sent it for another"
    )]
    PortalLinkOver,
    /// What was to be changed is not what it was when it was read.
    #[error(
        "somebody else changed it meanwhile, at `{0}`: read it again, and make the change on that"
    )]
    EditConflict(Timestamp),
    /// A limit of the customer's tier is reached.
    #[error("{}", limit_text(.limit, *.value, .more.as_deref()))]
    LimitReached {
        /// The limit's name.
        limit: &'static str,
        /// Its value for this customer.
        value: u32,
        /// A tier that has more.
        more: Option<String>,
    },
    /// The customer's tier lacks a feature.
    #[error("{}", feature_text(*.feature, .tier.as_deref()))]
    FeatureNotInTier {
        /// The feature.
        feature: Feature,
        /// A tier that has it.
        tier: Option<String>,
    },
    /// There is no such thing, or it is another customer's.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The address belongs to another customer.
    #[error("a customer with this e-mail address is registered already")]
    EmailTaken,
    /// The customer has an agent of that name.
    #[error("there is an agent `{0}` already")]
    AgentExists(AgentId),
    /// What is asked for takes a way out that is not configured.
    #[error("{0}")]
    MailNotConfigured(String),
    /// It does not go with how things stand.
    #[error("{0}")]
    Conflict(String),
    /// The body is no JSON.
    #[error("the body is not JSON: {0}")]
    MalformedJson(String),
    /// A query parameter or path segment cannot be read.
    #[error("`{name}` {message}")]
    BadParameter {
        /// The parameter.
        name: String,
        /// What is wrong with it.
        message: String,
    },
    /// Fields break rules; all of them are named.
    #[error("{}", invalid_text(.0))]
    Invalid(Vec<FieldError>),
    /// A name or password is wrong; which one is not said.
    #[error("the name or the password is wrong")]
    BadLogin,
    /// The body is of a type that is not understood here.
    #[error("send `Content-Type: application/json`")]
    UnsupportedMediaType,
    /// The body is no table.
    #[error("send `Content-Type: text/csv`")]
    CsvNeeded,
    /// No type that the caller accepts can be produced.
    #[error("this answers {0}, which the `Accept` header excludes")]
    NotAcceptable(String),
    /// The route does not take the method.
    #[error("this takes {0}")]
    MethodNotAllowed(String),
    /// Too many calls; the next passes after so many seconds.
    #[error("too many requests: the next one passes in {retry_after_seconds} s")]
    RateLimited {
        /// True seconds, rounded up.
        retry_after_seconds: u64,
    },
    /// The customer's month is used up.
    #[error(transparent)]
    QuotaExceeded(#[from] QuotaExceeded),
    /// As many requests for a quote wait for an answer as may.
    #[error("too many requests for a quote wait for an answer; write to the operator instead")]
    TooManyQuotes,
    /// The caller has as many event streams open as it may.
    #[error("too many event streams are open: close one")]
    TooManyStreams,
    /// All places for event streams are taken.
    #[error("all event streams are taken: ask now and then instead")]
    StreamsTaken,
    /// The ledger cannot record.
    #[error("the ledger cannot record now; nothing was decided or changed")]
    Unavailable,
    /// Too much is waiting.
    #[error("too much is waiting to be recorded; try again in a moment")]
    Overloaded,
    /// A defect of the program; the text is for the log.
    #[error("{0}")]
    Internal(String),
}

/// An end that is asked for must lie ahead.
pub(super) fn must_be_ahead(expires_at: Option<Timestamp>, now: Timestamp) -> Result<(), Error> {
    if expires_at.is_some_and(|end| end <= now) {
        let error = FieldError::new("expires_at", "must be in the future");
        return Err(Error::Invalid(vec![error]));
    }
    Ok(())
}

fn limit_text(limit: &str, value: u32, more: Option<&str>) -> String {
    let remedy = more.map_or_else(
        || "ask the operator of this appliance for more".to_owned(),
        |tier| format!("the tier `{tier}` has more"),
    );
    format!("the limit `{limit}` of {value} is reached; {remedy}")
}

fn feature_text(feature: Feature, tier: Option<&str>) -> String {
    let remedy = tier.map_or_else(
        || "no tier on offer has it".to_owned(),
        |tier| format!("the tier `{tier}` has it"),
    );
    format!(
        "the customer's tier does not have `{}`; {remedy}",
        feature.word()
    )
}

fn invalid_text(errors: &[FieldError]) -> String {
    let parts: Vec<String> = errors
        .iter()
        .map(|error| format!("`{}` {}", error.field, error.message))
        .collect();
    parts.join("; ")
}

impl Coded for Error {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAdmitted(NotAdmitted::Unauthenticated) => "unauthenticated",
            Self::NotAdmitted(NotAdmitted::Invalid) | Self::BadLogin => "invalid_key",
            Self::NotAdmitted(NotAdmitted::CustomerInactive) => "customer_inactive",
            Self::NotAdmitted(NotAdmitted::InsufficientScope(_) | NotAdmitted::KeyNeeded)
            | Self::ScopesBeyond(_)
            | Self::OwnRequest(_) => "insufficient_scope",
            Self::NotAdmitted(NotAdmitted::OperatorRole(_)) | Self::OperatorNeeded(_) => {
                "operator_role"
            }
            Self::WrongAgent { .. } => "wrong_agent",
            Self::OwnerMismatch(_) => "owner_mismatch",
            Self::ForeignOrigin => "foreign_origin",
            Self::InsecureConnection => "insecure_connection",
            Self::SetupLinkOver => "setup_link_over",
            Self::PortalLinkOver => "portal_link_over",
            Self::EditConflict(_) => "edit_conflict",
            Self::LimitReached { .. } => "limit_reached",
            Self::FeatureNotInTier { .. } => "feature_not_in_tier",
            Self::NotFound(_) => "not_found",
            Self::EmailTaken => "email_taken",
            Self::AgentExists(_) => "agent_exists",
            Self::MailNotConfigured(_) => "mail_not_configured",
            Self::Conflict(_) => "conflict",
            Self::MalformedJson(_) => "malformed_json",
            Self::BadParameter { .. } => "bad_parameter",
            Self::Invalid(errors) => {
                if errors.iter().all(|error| error.is_canonical_rule) {
                    "not_canonical"
                } else {
                    "validation_failed"
                }
            }
            Self::UnsupportedMediaType | Self::CsvNeeded => "unsupported_media_type",
            Self::NotAcceptable(_) => "not_acceptable",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::RateLimited { .. } => "rate_limited",
            Self::QuotaExceeded(_) => "quota_exceeded",
            Self::TooManyQuotes => "too_many_quotes",
            Self::TooManyStreams => "too_many_streams",
            Self::Unavailable => "ledger_unavailable",
            Self::Overloaded | Self::StreamsTaken => "overloaded",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<ChangeError<Error>> for Error {
    fn from(error: ChangeError<Error>) -> Self {
        match error {
            ChangeError::Refused(refused) => refused,
            ChangeError::Overloaded => Self::Overloaded,
            ChangeError::Unavailable => Self::Unavailable,
            ChangeError::Internal => Self::Internal("a change could not be made".to_owned()),
        }
    }
}

impl From<CheckRefused> for Error {
    fn from(error: CheckRefused) -> Self {
        match error {
            CheckRefused::NotAdmitted(refused) => Self::NotAdmitted(refused),
            CheckRefused::QuotaExceeded(exceeded) => Self::QuotaExceeded(exceeded),
            CheckRefused::Overloaded => Self::Overloaded,
            CheckRefused::Unavailable => Self::Unavailable,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Pool(_) => Self::Overloaded,
            StoreError::TooSlow => Self::BadParameter {
                name: "start_time".to_owned(),
                message: "is needed here: the log is too long to be searched for this without a \
                          narrower time"
                    .to_owned(),
            },
            StoreError::Sqlite { .. }
            | StoreError::File { .. }
            | StoreError::SqliteTooOld { .. }
            | StoreError::NotOurs(_)
            | StoreError::Newer { .. }
            | StoreError::Migration(_)
            | StoreError::Setting { .. }
            | StoreError::NetworkFileSystem { .. }
            | StoreError::BrokenChain { .. }
            | StoreError::AlteredLog { .. }
            | StoreError::CutLog { .. }
            | StoreError::Damaged(..)
            | StoreError::NoRoom { .. }
            | StoreError::Stopped
            | StoreError::Unreadable { .. }
            | StoreError::Missing(_) => Self::Internal(error.to_string()),
        }
    }
}
