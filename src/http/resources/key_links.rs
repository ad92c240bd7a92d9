//! `/api/customers/{id}/key-links`, `POST /api/customers/invite`, and `/api/key-links/…`, where the
//! links lead.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use super::customers::tier_name;
use super::logs::ActorBody;
use super::overrides;
use super::portal::secret;
use crate::app::key_links::{Delivery, Invitation, NewKeyLink, OpenedKeyLink};
use crate::app::links::in_force;
use crate::app::{Error, FieldError};
use crate::domain::actor::ActorRecord;
use crate::domain::id::KeyLinkId;
use crate::domain::key_link::KeyLink;
use crate::domain::scope::Scope;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{Email, Name};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Body, Field, Kind};

/// How long a link waits to be used, unless it is said otherwise.
const MINUTES: u32 = 3 * 24 * 60;

const EXPIRES: Field = Field::optional(
    "expires_in_minutes",
    Kind::Number {
        min: 5,
        max: 43_200,
    },
    "How long the link waits to be used; 4320, three days, unless given.",
    "4320",
);
const DELIVERY: Field = Field::needed(
    "delivery",
    Kind::Word(&["link", "email"]),
    "`link` shows the link in the answer, once; `email` sends it to the customer's address.",
    "\"link\"",
);

/// `POST /api/customers/{id}/key-links`.
pub const CREATE: &[Field] = &[
    Field::optional(
        "name",
        Kind::Text { min: 1, max: 255 },
        "The name of the key that it makes; `first key` unless given.",
        "\"production\"",
    ),
    Field::optional(
        "scopes",
        Kind::Words(&["check", "read", "manage"]),
        "What the key may be used for; all three unless given.",
        "[\"check\",\"read\"]",
    ),
    EXPIRES,
    DELIVERY,
];

/// `POST /api/customers/invite`.
pub const INVITE: &[Field] = &[
    Field::needed(
        "name",
        Kind::Text { min: 1, max: 255 },
        "The customer's name.",
        "\"Acme Retail\"",
    ),
    Field::needed(
        "email",
        Kind::Text { min: 5, max: 255 },
        "Its e-mail address; unique, kept in lower case.",
        "\"ops@acme.example\"",
    ),
    Field::optional(
        "subscription_tier",
        Kind::Text { min: 1, max: 64 },
        "The tier; `starter` unless configured otherwise.",
        "\"starter\"",
    ),
    overrides::AGREED,
    EXPIRES,
    DELIVERY,
];

/// `POST /api/key-links/open`, `POST /api/key-links/redeem`.
pub const SECRET: &[Field] = &[Field::needed(
    "link",
    Kind::Secret,
    "What stands behind the `#` of the link.",
    "\"kl-0000000000000000000000000000000000000000000000\"",
)];

/// A link that was made. It cannot be shown again.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenedKeyLink)]
pub struct OpenedBody {
    link_id: String,
    /// The whole link, or its path where nothing says how people reach the appliance
    /// (`server.public_url`); `null` when it goes by letter.
    link: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// `link` or `email`.
    delivery: &'static str,
    /// The letter in the outbox.
    message_id: Option<String>,
}

/// A customer that was invited.
#[derive(Serialize, ToSchema)]
#[schema(as = Invited)]
pub struct InvitedBody {
    customer_id: String,
    #[serde(flatten)]
    link: OpenedBody,
}

/// A link that nobody used yet, without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = KeyLink)]
pub struct LinkBody {
    id: String,
    /// The name of the key that it makes.
    name: String,
    scopes: Vec<&'static str>,
    /// Who made it.
    #[schema(value_type = ActorBody)]
    opened_by: ActorRecord,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// What a link leads to.
#[derive(Serialize, ToSchema)]
#[schema(as = KeyLinkOpen)]
pub struct OpenBody {
    customer_name: String,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// Always `true`: what is not open is 404.
    is_open: bool,
}

/// A key, shown once.
#[derive(Serialize, ToSchema)]
#[schema(as = Redeemed)]
pub struct RedeemedBody {
    customer_id: String,
    customer_name: String,
    /// The key. It cannot be shown again.
    api_key: String,
    key_id: String,
    message: &'static str,
}

impl From<&KeyLink> for LinkBody {
    fn from(link: &KeyLink) -> Self {
        Self {
            id: link.id.to_string(),
            name: link.name.to_string(),
            scopes: link.scopes.iter().map(Scope::word).collect(),
            opened_by: link.opened_by.described(),
            created_at: link.created_at,
            expires_at: link.expires_at,
        }
    }
}

/// `POST /api/customers/{id}/key-links`.
pub fn create(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let mut body = call.body(CREATE)?;
    let name = body.text("name", Name::parse);
    let scopes = body.words("scopes", str::parse::<Scope>);
    let (lives, delivery) = (lives(&mut body), delivery(&mut body));
    let Some(delivery) = delivery else {
        return Err(body.error());
    };
    body.finish()?;
    if scopes.as_ref().is_some_and(Vec::is_empty) {
        let why = "must name at least one: a key without is of no use";
        return Err(Error::Invalid(vec![FieldError::new("scopes", why)]));
    }
    let new = NewKeyLink {
        name,
        scopes: scopes.map(|scopes| scopes.into_iter().collect()),
        lives,
        delivery,
    };
    let public_url = call.http.settings.public_url.clone();
    let promise = call.app.open_key_link(call.caller, id, new);
    Ok(answer::after_change(promise, move |opened| {
        answer::json_with(201, &opened_body(&opened, public_url.as_deref()))
    }))
}

/// `POST /api/customers/invite`.
pub fn invite(call: &Call<'_>) -> Handled {
    let mut body = call.body(INVITE)?;
    let name = body.text("name", Name::parse);
    let email = body.text("email", Email::parse);
    let tier = tier_name(call, &mut body);
    let overrides = overrides::agreed(&mut body);
    let (lives, delivery) = (lives(&mut body), delivery(&mut body));
    let (Some(name), Some(email), Some(delivery)) = (name, email, delivery) else {
        return Err(body.error());
    };
    body.finish()?;
    let link = NewKeyLink {
        name: None,
        scopes: None,
        lives,
        delivery,
    };
    let invitation = Invitation {
        name,
        email,
        tier,
        overrides,
        link,
    };
    let public_url = call.http.settings.public_url.clone();
    let promise = call.app.invite(call.caller, invitation);
    Ok(answer::after_change(promise, move |opened| {
        let body = InvitedBody {
            customer_id: opened.link.customer_id.to_string(),
            link: opened_body(&opened, public_url.as_deref()),
        };
        answer::json_with(201, &body)
    }))
}

/// `GET /api/customers/{id}/key-links`.
pub fn list(call: &Call<'_>) -> Handled {
    let id = call.state()?.customer().id;
    let links: Vec<LinkBody> = in_force(call.live.key_links(), id, call.now)
        .map(|link| LinkBody::from(link.as_ref()))
        .collect();
    answer::ready(&links)
}

/// `DELETE /api/customers/{id}/key-links/{link_id}`.
pub fn withdraw(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let link = call.params.get("link_id").parse::<KeyLinkId>();
    let link = link.map_err(|_| Error::NotFound("open link"))?;
    Ok(answer::after_change(
        call.app.withdraw_key_link(call.caller, id, link),
        |()| {
            answer::json(&MessageBody {
                message: "the link is withdrawn",
            })
        },
    ))
}

/// `POST /api/key-links/open`.
pub fn open(call: &Call<'_>) -> Handled {
    let link = given(call)?;
    let open = call
        .app
        .peek_key_link(call.request_address(), link.as_ref())?;
    answer::ready(&OpenBody {
        customer_name: open.customer_name.to_string(),
        expires_at: open.expires_at,
        is_open: true,
    })
}

/// `POST /api/key-links/redeem`.
pub fn redeem(call: &Call<'_>) -> Handled {
    let link = given(call)?;
    let address = call.request_address();
    let promise = call.app.redeem_key_link(call.caller, address, link)?;
    Ok(answer::after_change(promise, |redeemed| {
        let body = RedeemedBody {
            customer_id: redeemed.customer_id.to_string(),
            customer_name: redeemed.customer_name.to_string(),
            api_key: redeemed.key.secret.reveal().to_owned(),
            key_id: redeemed.key.id.to_string(),
            message: "keep the API key safe: it is shown this once and cannot be shown again",
        };
        answer::json_with(201, &body)
    }))
}

/// The secret; what has not the form of one opens nothing.
fn given(call: &Call<'_>) -> Result<Option<Secret>, Error> {
    let mut body = call.body(SECRET)?;
    let Some(link) = body.text("link", secret(SecretKind::KeyLink)) else {
        return Err(body.error());
    };
    body.finish()?;
    Ok(link)
}

fn lives(body: &mut Body) -> Duration {
    let minutes = body.number("expires_in_minutes").unwrap_or(MINUTES);
    Duration::from_mins(minutes.into())
}

fn delivery(body: &mut Body) -> Option<Delivery> {
    body.text("delivery", |word| {
        Ok::<_, std::convert::Infallible>(match word {
            "email" => Delivery::Email,
            _ => Delivery::Link,
        })
    })
}

fn opened_body(opened: &OpenedKeyLink, public_url: Option<&str>) -> OpenedBody {
    let origin = public_url.unwrap_or_default();
    let delivery = match &opened.secret {
        Some(_) => Delivery::Link,
        None => Delivery::Email,
    };
    let secret = opened.secret.as_ref();
    OpenedBody {
        link_id: opened.link.id.to_string(),
        link: secret.map(|secret| format!("{origin}/welcome#{}", secret.reveal())),
        expires_at: opened.link.expires_at,
        delivery: delivery.word(),
        message_id: opened.message_id.map(|id| id.to_string()),
    }
}
