//! `/api/setup`: the first operator, and those who are locked out.

use serde::Serialize;
use utoipa::ToSchema;

use super::operators::{OperatorBody, ROLE, USERNAME, named};
use crate::app::setup::SetupAnswer;
use crate::app::{Error, FieldError, Password};
use crate::domain::id::OperatorId;
use crate::domain::operator::{Role, SetupPurpose};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::Username;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Field, Issue, Kind};

/// `POST /api/operators/setup-link`.
pub const LINK: &[Field] = &[
    Field::optional(
        "username",
        USERNAME,
        "The name that the link is for; without one, whoever uses it chooses.",
        "\"ada\"",
    ),
    Field::optional(
        "role",
        ROLE,
        "What the operator that it makes may do; `owner` unless given.",
        "\"owner\"",
    ),
    Field::optional(
        "operator_id",
        Kind::Text { min: 1, max: 64 },
        "An operator that is locked out and sets a new password with the link, instead of \
         `username` and `role`.",
        "null",
    ),
];

/// `POST /api/setup`.
pub const USE: &[Field] = &[
    Field::needed(
        "token",
        Kind::Secret,
        "What stands behind the `#` of the link.",
        "\"set-0000000000000000000000000000000000000000000000\"",
    ),
    Field::optional(
        "username",
        USERNAME,
        "The name to sign in with: `a-z0-9._-`; needed where the link is for no name.",
        "\"ada\"",
    ),
    Field::needed(
        "password",
        Kind::Secret,
        "At least 12 characters.",
        "\"correct horse battery staple\"",
    ),
];

/// `POST /api/operators/{operator_id}/recover`.
pub const RECOVER: &[Field] = &[Field::needed(
    "password",
    Kind::Secret,
    "The new password: at least 12 characters.",
    "\"correct horse battery staple\"",
)];

/// A setup link. It cannot be shown again.
#[derive(Serialize, ToSchema)]
#[schema(as = SetupLink)]
pub struct LinkBody {
    /// The secret; behind the `#` of `/setup#…` it never reaches a server's log.
    token: String,
    link_id: String,
    /// The whole link, where `server.public_url` says how people reach the appliance.
    url: Option<String>,
    /// The name that it is for; `null` where whoever uses it chooses.
    username: Option<String>,
    role: &'static str,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    message: &'static str,
}

/// The text is no setup link's secret.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("is not a whole setup token: copy it again, with all of its 50 characters")]
struct BadToken;

impl Issue for BadToken {}

fn token(text: &str) -> Result<Secret, BadToken> {
    Secret::parse(SecretKind::SetupLink, text.trim()).ok_or(BadToken)
}

/// `POST /api/operators/setup-link`.
pub fn open_link(call: &Call<'_>) -> Handled {
    let mut body = call.body(LINK)?;
    let username = body.text("username", Username::parse);
    let role = body.text("role", str::parse::<Role>);
    let operator = body.text("operator_id", str::parse::<OperatorId>);
    body.finish()?;
    let purpose = match operator {
        None => SetupPurpose::Make {
            username,
            role: role.unwrap_or(Role::Owner),
        },
        Some(id) if username.is_none() && role.is_none() => SetupPurpose::Recover(id),
        Some(_) => {
            let why = "stands alone: the operator has a name and a role";
            return Err(Error::Invalid(vec![FieldError::new("operator_id", why)]));
        }
    };
    let public_url = call.http.settings.public_url.clone();
    Ok(answer::after_change(
        call.app.open_setup_link(call.caller, purpose),
        move |opened| {
            let token = opened.secret.reveal();
            answer::json_with(
                201,
                &LinkBody {
                    token: token.to_owned(),
                    link_id: opened.link.id.to_string(),
                    url: public_url.map(|origin| format!("{origin}/setup#{token}")),
                    username: opened.username.as_ref().map(ToString::to_string),
                    role: opened.role.word(),
                    expires_at: opened.link.expires_at,
                    message: "the link works once, for 30 minutes; it cannot be shown again",
                },
            )
        },
    ))
}

/// `POST /api/setup`.
pub fn use_link(call: &Call<'_>) -> Handled {
    if !call.may_hold_session {
        return Err(Error::InsecureConnection);
    }
    let mut body = call.body(USE)?;
    let secret = body.text("token", token);
    let username = body.text("username", Username::parse);
    let password = body.text("password", Password::chosen);
    let (Some(secret), Some(password)) = (secret, password) else {
        return Err(body.error());
    };
    body.finish()?;
    let sent = SetupAnswer {
        secret,
        username,
        password,
    };
    let address = call.request_address();
    let promise = call
        .app
        .use_setup_link(address, sent, &call.caller.request_id)?;
    Ok(answer::after_change(promise, |operator| {
        answer::json_with(201, &OperatorBody::from(operator.as_ref()))
    }))
}

/// `POST /api/operators/{operator_id}/recover`.
pub fn recover(call: &Call<'_>) -> Handled {
    let mut body = call.body(RECOVER)?;
    let password = body.text("password", Password::chosen);
    let Some(password) = password else {
        return Err(body.error());
    };
    body.finish()?;
    let promise = call
        .app
        .recover_operator(call.caller, named(call)?, &password)?;
    Ok(answer::after_change(promise, |operator| {
        answer::json(&OperatorBody::from(operator.as_ref()))
    }))
}
