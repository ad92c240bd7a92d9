//! `/api/portal`: a customer's people sign in, and out.

use rouille::Response;

use super::MessageBody;
use super::operators::cookie;
use super::session::WhoBody;
use crate::app::portal::PortalSignedIn;
use crate::app::{App, Error, Promise};
use crate::domain::secret::{Secret, SecretKind};
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;
use crate::http::fields::{Field, Issue, Kind};

/// The most bytes of something that should be a secret.
const MAX_SECRET_BYTES: usize = 1024;

/// `POST /api/portal/login`.
pub const LOGIN: &[Field] = &[Field::needed(
    "api_key",
    Kind::Secret,
    "An API key with the scope `read`, `manage` or `approve`.",
    "\"sk-0000000000000000000000000000000000000000000000\"",
)];

/// The text cannot be a secret.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("must have at most {MAX_SECRET_BYTES} bytes")]
pub(super) struct TooLong;

impl Issue for TooLong {}

/// A secret of that kind; `None` when it has not the form of one, which is told like one that is
/// unknown.
pub(super) fn secret(kind: SecretKind) -> impl Fn(&str) -> Result<Option<Secret>, TooLong> {
    move |text| {
        if text.len() > MAX_SECRET_BYTES {
            return Err(TooLong);
        }
        Ok(Secret::parse(kind, text.trim()))
    }
}

/// `POST /api/portal/login`.
pub fn login(call: &Call<'_>) -> Handled {
    if !call.may_hold_session {
        return Err(Error::InsecureConnection);
    }
    let mut body = call.body(LOGIN)?;
    let Some(key) = body.text("api_key", secret(SecretKind::ApiKey)) else {
        return Err(body.error());
    };
    body.finish()?;
    let address = call.request_address();
    let promise = call
        .app
        .sign_in_with_key(call.caller, address, key.as_ref())?;
    Ok(signed_in(call, promise))
}

/// The session is in the cookie, and nowhere else.
pub(super) fn signed_in(call: &Call<'_>, promise: Promise<PortalSignedIn>) -> Outcome {
    let app: std::sync::Arc<App> = std::sync::Arc::clone(call.app);
    answer::after_change(promise, move |signed_in| {
        let cookie = cookie(signed_in.secret.reveal(), signed_in.lasts.as_secs());
        let who = WhoBody::new(&signed_in.principal, &app.live());
        Ok(answer::json(&who)?.with_additional_header("Set-Cookie", cookie))
    })
}

/// `POST /api/portal/logout`.
pub fn logout(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    let promise = call.app.leave_portal(call.caller);
    Ok(answer::after_change(promise, |()| {
        let response: Response = answer::json(&MessageBody {
            message: "signed out",
        })?;
        Ok(response.with_additional_header("Set-Cookie", cookie("", 0)))
    }))
}
