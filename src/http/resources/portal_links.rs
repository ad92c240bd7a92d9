//! `/api/customers/{id}/portal-links`, and `POST /api/portal/open`, where they lead.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use super::logs::ActorBody;
use super::portal::{secret, signed_in};
use crate::app::Error;
use crate::app::links::in_force;
use crate::app::portal_links::NewPortalLink;
use crate::domain::actor::ActorRecord;
use crate::domain::id::PortalLinkId;
use crate::domain::portal::PortalLink;
use crate::domain::scope::{Scope, Scopes};
use crate::domain::secret::SecretKind;
use crate::domain::text::Name;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Field, Kind};

/// How long a link waits to be used, unless it is said otherwise.
const HOURS: u32 = 24;

/// `POST /api/customers/{id}/portal-links`.
pub const CREATE: &[Field] = &[
    Field::optional(
        "scopes",
        Kind::Words(&["check", "read", "manage", "approve"]),
        "What the session may be used for; `read` and `manage` unless given.",
        "[\"read\",\"manage\"]",
    ),
    Field::optional(
        "holder",
        Kind::Text { min: 1, max: 255 },
        "The person whom it is sent to; needed for `approve`.",
        "\"Ada Lovelace\"",
    ),
    Field::optional(
        "expires_in_hours",
        Kind::Number { min: 1, max: 168 },
        "How long it waits to be used; 24 unless given.",
        "24",
    ),
];

/// `POST /api/portal/open`.
pub const OPEN: &[Field] = &[Field::needed(
    "token",
    Kind::Secret,
    "What stands behind the `#` of the link.",
    "\"plk-0000000000000000000000000000000000000000000000\"",
)];

/// A link into a customer's portal. It cannot be shown again.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenedPortalLink)]
pub struct OpenedBody {
    /// The secret; behind the `#` of `/portal#…` it never reaches a server's log.
    token: String,
    link_id: String,
    /// The whole link, where `server.public_url` says how people reach the appliance.
    url: Option<String>,
    scopes: Vec<&'static str>,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    message: &'static str,
}

/// A link that nobody used yet, without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = PortalLink)]
pub struct LinkBody {
    id: String,
    scopes: Vec<&'static str>,
    /// The person whom it was sent to.
    holder: Option<String>,
    /// Who made it.
    #[schema(value_type = ActorBody)]
    opened_by: ActorRecord,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

impl From<&PortalLink> for LinkBody {
    fn from(link: &PortalLink) -> Self {
        Self {
            id: link.id.to_string(),
            scopes: words(link.scopes),
            holder: link.holder.as_ref().map(ToString::to_string),
            opened_by: link.opened_by.described(),
            created_at: link.created_at,
            expires_at: link.expires_at,
        }
    }
}

fn words(scopes: Scopes) -> Vec<&'static str> {
    scopes.iter().map(Scope::word).collect()
}

/// `POST /api/customers/{id}/portal-links`.
pub fn create(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let mut body = call.body(CREATE)?;
    let scopes = body.words("scopes", str::parse::<Scope>);
    let holder = body.text("holder", Name::parse);
    let hours = body.number("expires_in_hours").unwrap_or(HOURS);
    body.finish()?;
    let scopes = scopes.unwrap_or_else(|| vec![Scope::Read, Scope::Manage]);
    let new = NewPortalLink {
        scopes: scopes.into_iter().collect(),
        holder,
        lives: Duration::from_hours(hours.into()),
    };
    let public_url = call.http.settings.public_url.clone();
    let promise = call.app.open_portal_link(call.caller, id, new)?;
    Ok(answer::after_change(promise, move |opened| {
        let token = opened.secret.reveal();
        let body = OpenedBody {
            token: token.to_owned(),
            link_id: opened.link.id.to_string(),
            url: public_url.map(|origin| format!("{origin}/portal#{token}")),
            scopes: words(opened.link.scopes),
            expires_at: opened.link.expires_at,
            message: "send it to the person it is for: it works once, and cannot be shown again",
        };
        answer::json_with(201, &body)
    }))
}

/// `GET /api/customers/{id}/portal-links`.
pub fn list(call: &Call<'_>) -> Handled {
    let id = call.state()?.customer().id;
    let links: Vec<LinkBody> = in_force(call.live.portal_links(), id, call.now)
        .map(|link| LinkBody::from(link.as_ref()))
        .collect();
    answer::ready(&links)
}

/// `DELETE /api/customers/{id}/portal-links/{link_id}`.
pub fn withdraw(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let link = call.params.get("link_id").parse::<PortalLinkId>();
    let link = link.map_err(|_| Error::NotFound("open link"))?;
    Ok(answer::after_change(
        call.app.withdraw_portal_link(call.caller, id, link),
        |()| {
            answer::json(&MessageBody {
                message: "the link is withdrawn",
            })
        },
    ))
}

/// `POST /api/portal/open`.
pub fn open(call: &Call<'_>) -> Handled {
    if !call.may_hold_session {
        return Err(Error::InsecureConnection);
    }
    let mut body = call.body(OPEN)?;
    let Some(link) = body.text("token", secret(SecretKind::PortalLink)) else {
        return Err(body.error());
    };
    body.finish()?;
    let address = call.request_address();
    let promise = call.app.sign_in_with_link(call.caller, address, link)?;
    Ok(signed_in(call, promise))
}
