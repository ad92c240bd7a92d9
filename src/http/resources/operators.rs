//! `/api/operators`: sign-in, operators, tokens.

use rouille::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use crate::app::operators::{NewOperator, OperatorPatch, self_or_owner};
use crate::app::{Error, Password};
use crate::domain::id::{OperatorId, TokenId};
use crate::domain::operator::{Operator, OperatorToken, Role};
use crate::domain::text::{Name, Username};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Field, Kind};
use crate::http::gate::SESSION_COOKIE;
use crate::live::{Credential, Principal};

pub(super) const ROLE: Kind = Kind::Word(&["owner", "admin", "approver", "auditor"]);
pub(super) const USERNAME: Kind = Kind::Text { min: 1, max: 64 };

/// `POST /api/operators/login`.
pub const LOGIN: &[Field] = &[
    Field::needed("username", USERNAME, "The name.", "\"ada\""),
    Field::needed(
        "password",
        Kind::Secret,
        "The password.",
        "\"correct horse battery staple\"",
    ),
];

/// `POST /api/operators`.
pub const CREATE: &[Field] = &[
    Field::needed(
        "username",
        USERNAME,
        "The name to sign in with: `a-z0-9._-`.",
        "\"ada\"",
    ),
    Field::needed("role", ROLE, "What it may do.", "\"admin\""),
    Field::optional(
        "password",
        Kind::Secret,
        "At least 12 characters; without one it can use tokens only.",
        "\"correct horse battery staple\"",
    ),
    Field::optional(
        "token",
        Kind::Flag,
        "Whether to issue a token at once.",
        "false",
    ),
];

/// `PATCH /api/operators/{operator_id}`.
pub const UPDATE: &[Field] = &[
    Field::optional("role", ROLE, "Another role.", "\"auditor\""),
    Field::optional(
        "is_disabled",
        Kind::Flag,
        "Whether nothing of it works.",
        "true",
    ),
];

/// `POST /api/operators/{operator_id}/password`.
pub const PASSWORD: &[Field] = &[
    Field::needed(
        "password",
        Kind::Secret,
        "The new password: at least 12 characters.",
        "\"a new and longer one\"",
    ),
    Field::optional(
        "current_password",
        Kind::Secret,
        "The password in force; needed for one's own.",
        "\"correct horse battery staple\"",
    ),
];

/// `POST /api/operators/{operator_id}/tokens`.
pub const TOKEN: &[Field] = &[
    Field::optional(
        "name",
        Kind::Text { min: 1, max: 255 },
        "A name for people.",
        "\"backup script\"",
    ),
    Field::optional(
        "expires_at",
        Kind::Time,
        "When it ends by itself.",
        "\"2027-01-01T00:00:00Z\"",
    ),
];

/// An operator.
#[derive(Serialize, ToSchema)]
#[schema(as = Operator)]
pub struct OperatorBody {
    id: String,
    username: String,
    /// `owner`, `admin`, `approver` or `auditor`.
    role: &'static str,
    /// Whether it can sign in with a password.
    has_password: bool,
    is_disabled: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// Who the credential belongs to.
#[derive(Serialize, ToSchema)]
#[schema(as = Me)]
pub struct MeBody {
    /// The operator; `null` for the local owner.
    operator: Option<OperatorBody>,
    role: &'static str,
    /// How it proved itself: `session`, `token`, `certificate` or `local`.
    via: &'static str,
    /// When the session ends, used or not.
    #[schema(value_type = Option<String>, format = DateTime)]
    session_expires_at: Option<Timestamp>,
}

/// A new operator.
#[derive(Serialize, ToSchema)]
#[schema(as = MadeOperator)]
pub struct MadeBody {
    #[serde(flatten)]
    operator: OperatorBody,
    /// The token, when one was asked for. It cannot be shown again.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_id: Option<String>,
}

/// A signed-in operator; the session is in the cookie.
#[derive(Serialize, ToSchema)]
#[schema(as = SignedIn)]
pub struct SignedInBody {
    operator: OperatorBody,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// A new token.
#[derive(Serialize, ToSchema)]
#[schema(as = IssuedToken)]
pub struct IssuedBody {
    /// The token. It cannot be shown again.
    token: String,
    token_id: String,
    /// When it ends by itself; never after the end of the token that asked for it.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    message: &'static str,
}

/// A token without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = OperatorToken)]
pub struct TokenBody {
    id: String,
    name: String,
    /// The secret's first characters.
    prefix: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// Neither revoked nor expired.
    is_active: bool,
}

impl From<&Operator> for OperatorBody {
    fn from(operator: &Operator) -> Self {
        Self {
            id: operator.id.to_string(),
            username: operator.username.to_string(),
            role: operator.role.word(),
            has_password: operator.password.is_some(),
            is_disabled: operator.is_disabled,
            created_at: operator.created_at,
            updated_at: operator.updated_at,
        }
    }
}

impl TokenBody {
    fn new(token: &OperatorToken, now: Timestamp) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name.to_string(),
            prefix: token.prefix.clone(),
            created_at: token.created_at,
            expires_at: token.expires_at,
            is_active: token.is_active(now),
        }
    }
}

/// The operator that the path names.
pub(super) fn named(call: &Call<'_>) -> Result<OperatorId, Error> {
    call.params
        .get("operator_id")
        .parse()
        .map_err(|_| Error::NotFound("operator"))
}

/// The cookie that holds a session, or clears it.
pub(super) fn cookie(value: &str, max_age_seconds: u64) -> String {
    format!(
        "{SESSION_COOKIE}={value}; Path=/; Max-Age={max_age_seconds}; Secure; HttpOnly; \
         SameSite=Strict"
    )
}

/// `POST /api/operators/login`.
pub fn login(call: &Call<'_>) -> Handled {
    if !call.may_hold_session {
        return Err(Error::InsecureConnection);
    }
    let mut body = call.body(LOGIN)?;
    let username = body.text("username", Username::parse);
    let password = body.text("password", Password::given);
    let (Some(username), Some(password)) = (username, password) else {
        return Err(body.error());
    };
    body.finish()?;
    let address = call.request_address();
    let promise = call
        .app
        .sign_in(call.caller, address, &username, &password)?;
    Ok(answer::after_change(promise, |signed_in| {
        let cookie = cookie(signed_in.secret.reveal(), signed_in.lasts.as_secs());
        let operator = OperatorBody::from(signed_in.operator.as_ref());
        let body = SignedInBody {
            operator,
            expires_at: signed_in.expires_at,
        };
        Ok(answer::json(&body)?.with_additional_header("Set-Cookie", cookie))
    }))
}

/// `POST /api/operators/logout`.
pub fn logout(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    Ok(answer::after_change(call.app.sign_out(call.caller), |()| {
        let response: Response = answer::json(&MessageBody {
            message: "signed out",
        })?;
        Ok(response.with_additional_header("Set-Cookie", cookie("", 0)))
    }))
}

/// `GET /api/operators/me`.
pub fn me(call: &Call<'_>) -> Handled {
    let role = call.caller.principal.role().map_or("", Role::word);
    let body = match &call.caller.principal {
        Principal::Operator { operator, session } => MeBody {
            operator: Some(OperatorBody::from(operator.as_ref())),
            role,
            via: if matches!(call.caller.credential, Credential::CertifiedOperator(_)) {
                "certificate"
            } else if session.is_some() {
                "session"
            } else {
                "token"
            },
            session_expires_at: session.as_ref().map(|session| session.expires_at),
        },
        Principal::Local | Principal::Key { .. } | Principal::Portal { .. } | Principal::Nobody => {
            MeBody {
                operator: None,
                role,
                via: "local",
                session_expires_at: None,
            }
        }
    };
    answer::ready(&body)
}

/// `GET /api/operators`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = crate::http::page::Paging::of(call)?;
    let after = paging.after(str::parse::<OperatorId>)?;
    let rest = call
        .live
        .operators()
        .filter(|o| after.is_none_or(|after| o.id > after));
    let page = paging.page(
        rest,
        |operator| operator.id.to_string(),
        |operator| OperatorBody::from(operator.as_ref()),
    );
    answer::ready(&page)
}

/// `POST /api/operators`.
pub fn create(call: &Call<'_>) -> Handled {
    let mut body = call.body(CREATE)?;
    let username = body.text("username", Username::parse);
    let role = body.text("role", str::parse::<Role>);
    let password = body.text("password", Password::chosen);
    let with_token = body.flag("token").unwrap_or(false);
    let (Some(username), Some(role)) = (username, role) else {
        return Err(body.error());
    };
    body.finish()?;
    let new = NewOperator {
        username,
        role,
        password,
        with_token,
    };
    Ok(answer::after_change(
        call.app.create_operator(call.caller, new)?,
        |made| {
            let token = made.token.as_ref();
            answer::json_with(
                201,
                &MadeBody {
                    operator: OperatorBody::from(made.operator.as_ref()),
                    token: token.map(|token| token.secret.reveal().to_owned()),
                    token_id: token.map(|token| token.id.to_string()),
                },
            )
        },
    ))
}

/// `GET /api/operators/{operator_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let operator = call
        .live
        .operator(named(call)?)
        .ok_or(Error::NotFound("operator"))?;
    answered(operator).map(Outcome::Ready)
}

/// An operator, with the name of its version.
fn answered(operator: &Operator) -> Result<Response, Error> {
    answer::versioned(&OperatorBody::from(operator), operator)
}

/// `PATCH /api/operators/{operator_id}`.
pub fn update(call: &Call<'_>) -> Handled {
    let mut body = call.body(UPDATE)?;
    let role = body.text("role", str::parse::<Role>);
    let is_disabled = body.flag("is_disabled");
    body.finish()?;
    let patch = OperatorPatch { role, is_disabled };
    Ok(answer::after_change(
        call.app
            .update_operator(call.caller, named(call)?, patch, call.expected()?),
        |operator| answered(&operator),
    ))
}

/// `POST /api/operators/{operator_id}/password`.
pub fn set_password(call: &Call<'_>) -> Handled {
    let mut body = call.body(PASSWORD)?;
    let new = body.text("password", Password::chosen);
    let current = body.text("current_password", Password::given);
    let Some(new) = new else {
        return Err(body.error());
    };
    body.finish()?;
    let promise = call
        .app
        .set_password(call.caller, named(call)?, current.as_ref(), &new)?;
    Ok(answer::after_change(promise, |()| {
        answer::json(&MessageBody {
            message: "password set; all sessions of the operator are closed",
        })
    }))
}

/// `GET /api/operators/{operator_id}/tokens`.
pub fn tokens(call: &Call<'_>) -> Handled {
    let id = named(call)?;
    self_or_owner(&call.caller.principal, id)?;
    call.live.operator(id).ok_or(Error::NotFound("operator"))?;
    let tokens = call.live.tokens_of(id);
    let bodies: Vec<TokenBody> = tokens
        .iter()
        .map(|token| TokenBody::new(token, call.now))
        .collect();
    answer::ready(&bodies)
}

/// `POST /api/operators/{operator_id}/tokens`.
pub fn issue_token(call: &Call<'_>) -> Handled {
    let id = named(call)?;
    let mut body = call.body(TOKEN)?;
    let name = body.text("name", Name::parse);
    let expires_at = body.time("expires_at");
    body.finish()?;
    Ok(answer::after_change(
        call.app.issue_token(call.caller, id, name, expires_at),
        |issued| {
            answer::json_with(
                201,
                &IssuedBody {
                    token: issued.secret.reveal().to_owned(),
                    token_id: issued.id.to_string(),
                    expires_at: issued.expires_at,
                    message: "keep the token safe: it is shown this once and cannot be shown again",
                },
            )
        },
    ))
}

/// `DELETE /api/operators/{operator_id}/tokens/{token_id}`.
pub fn revoke_token(call: &Call<'_>) -> Handled {
    let id = named(call)?;
    let token = call.params.get("token_id").parse::<TokenId>();
    let token = token.map_err(|_| Error::NotFound("operator token"))?;
    Ok(answer::after_change(
        call.app.revoke_token(call.caller, id, token),
        |()| {
            answer::json(&MessageBody {
                message: "operator token revoked",
            })
        },
    ))
}

/// `DELETE /api/operators/{operator_id}/sessions`.
pub fn close_sessions(call: &Call<'_>) -> Handled {
    Ok(answer::after_change(
        call.app.close_sessions(call.caller, named(call)?),
        |_| {
            answer::json(&MessageBody {
                message: "all sessions of the operator are closed",
            })
        },
    ))
}
