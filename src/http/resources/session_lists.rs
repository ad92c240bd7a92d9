//! Who is signed in: `/api/operators/{operator_id}/sessions`, `/api/customers/{id}/sessions`.

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use super::operators::named;
use crate::app::operators::self_or_owner;
use crate::app::portal::is_open;
use crate::app::{Error, Promise};
use crate::domain::id::SessionId;
use crate::domain::portal::{PortalBasis, PortalSession};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::Call;

/// A session.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionBody {
    id: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// `null` when it was not used since the appliance was started.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_used_at: Option<Timestamp>,
    /// When it ends, used or not.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// Whether it is the one that asks.
    is_current: bool,
}

/// A session in a customer's portal.
#[derive(Serialize, ToSchema)]
#[schema(as = PortalSession)]
pub struct PortalSessionBody {
    #[serde(flatten)]
    session: SessionBody,
    /// The key that it rests on.
    key_id: Option<String>,
    /// The link that it was opened with.
    link_id: Option<String>,
    /// The person who holds the key or was sent the link, where one was named.
    holder: Option<String>,
}

impl SessionBody {
    /// A session, unless it was idle for too long.
    fn new(
        call: &Call<'_>,
        (id, created_at): (SessionId, Timestamp),
        expires_at: Timestamp,
    ) -> Option<Self> {
        let is_awake = call.app.touch_session((id, created_at), call.now, false);
        is_awake.then(|| Self {
            id: id.to_string(),
            created_at,
            last_used_at: call.app.session_last_used(id),
            expires_at,
            is_current: call.caller.principal.session() == Some((id, created_at)),
        })
    }
}

impl PortalSessionBody {
    fn new(call: &Call<'_>, session: &PortalSession) -> Option<Self> {
        let opened = (session.id, session.created_at);
        let (key_id, link_id, holder) = match &session.basis {
            PortalBasis::Key(id) => {
                let holder = call
                    .live
                    .key_by_id(*id)
                    .and_then(|key| key.key.holder.clone());
                (Some(id.to_string()), None, holder)
            }
            PortalBasis::Link { id, holder, .. } => (None, Some(id.to_string()), holder.clone()),
        };
        Some(Self {
            session: SessionBody::new(call, opened, session.expires_at)?,
            key_id,
            link_id,
            holder: holder.map(|holder| holder.to_string()),
        })
    }
}

/// The session that the path names.
fn session(call: &Call<'_>) -> Result<SessionId, Error> {
    let id = call.params.get("session_id").parse();
    id.map_err(|_| Error::NotFound("session"))
}

fn ended(promise: Promise<()>) -> Outcome {
    answer::after_change(promise, |()| {
        answer::json(&MessageBody {
            message: "the session is ended",
        })
    })
}

/// `GET /api/operators/{operator_id}/sessions`.
pub fn of_operator(call: &Call<'_>) -> Handled {
    let id = named(call)?;
    self_or_owner(&call.caller.principal, id)?;
    call.live.operator(id).ok_or(Error::NotFound("operator"))?;
    let own = call
        .live
        .sessions()
        .filter(|session| session.operator_id == id);
    let mut open: Vec<_> = own
        .filter(|session| call.now < session.expires_at)
        .collect();
    open.sort_by_key(|session| session.id);
    let bodies: Vec<SessionBody> = open
        .into_iter()
        .filter_map(|one| SessionBody::new(call, (one.id, one.created_at), one.expires_at))
        .collect();
    answer::ready(&bodies)
}

/// `DELETE /api/operators/{operator_id}/sessions/{session_id}`.
pub fn end_of_operator(call: &Call<'_>) -> Handled {
    let promise = call
        .app
        .close_session(call.caller, named(call)?, session(call)?);
    Ok(ended(promise))
}

/// `GET /api/customers/{id}/sessions`.
pub fn of_customer(call: &Call<'_>) -> Handled {
    let id = call.state()?.customer().id;
    let open = call
        .live
        .portal_sessions_of(id)
        .filter(|session| is_open(call.live, session, call.now));
    let bodies: Vec<PortalSessionBody> = open
        .filter_map(|session| PortalSessionBody::new(call, session))
        .collect();
    answer::ready(&bodies)
}

/// `DELETE /api/customers/{id}/sessions/{session_id}`.
pub fn end_of_customer(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let promise = call
        .app
        .close_portal_session(call.caller, id, session(call)?);
    Ok(ended(promise))
}
