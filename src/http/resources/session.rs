//! `GET /api/session`: whom a browser's cookie stands for, and how to get one.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::operator::Role;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::live::{Live, Principal};

/// Whoever asks this only looks whether a session is there: it is not kept awake by it.
pub const PATH: &str = "/api/session";

/// Who calls.
#[derive(Serialize, ToSchema)]
#[schema(as = Who)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhoBody {
    /// An operator.
    Operator(OperatorBody),
    /// A customer.
    Customer(CustomerBody),
    /// Nobody known.
    Nobody(NobodyBody),
}

/// An operator who calls.
#[derive(Serialize, ToSchema)]
#[schema(as = WhoOperator)]
pub struct OperatorBody {
    /// `null` for the local owner.
    id: Option<String>,
    /// `null` for the local owner.
    username: Option<String>,
    /// `owner`, `admin`, `approver` or `auditor`.
    role: &'static str,
    /// `null` when it came without a session: with a token, say.
    session_id: Option<String>,
    /// When the session ends, used or not.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// How long a session lasts unused.
    idle_seconds: u64,
}

/// A customer who calls.
#[derive(Serialize, ToSchema)]
#[schema(as = WhoCustomer)]
pub struct CustomerBody {
    customer_id: String,
    /// The customer's name.
    name: String,
    /// What it may be served for: of `check`, `read`, `manage`, `approve`.
    scopes: Vec<&'static str>,
    /// The key that it came with, or that its session rests on; `null` when that rests on a link.
    key_id: Option<String>,
    /// The person who holds the key or was sent the link, where one was named.
    holder: Option<String>,
    /// `null` when it came without a session, with a key.
    session_id: Option<String>,
    /// When the session ends, used or not.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// How long a session lasts unused.
    idle_seconds: u64,
}

/// Nobody, and how somebody would get in.
#[derive(Serialize, ToSchema)]
#[schema(as = WhoNobody)]
pub struct NobodyBody {
    /// Whether a session would be safe on this connection: https, or http on this machine.
    may_sign_in: bool,
    /// Whether there is no operator yet.
    needs_setup: bool,
    /// `open` or `closed`: whether anybody may register a customer.
    registration: &'static str,
    /// The address that people reach the appliance under, where it is configured.
    public_url: Option<String>,
}

impl WhoBody {
    /// Who the principal is.
    pub fn new(principal: &Principal, live: &Live) -> Option<Self> {
        let idle_seconds = live.settings().session_idle.as_secs();
        let session_id = principal.session().map(|(id, _)| id.to_string());
        match principal {
            Principal::Operator { operator, session } => Some(Self::Operator(OperatorBody {
                id: Some(operator.id.to_string()),
                username: Some(operator.username.to_string()),
                role: operator.role.word(),
                session_id,
                expires_at: session.as_ref().map(|session| session.expires_at),
                idle_seconds,
            })),
            Principal::Local => Some(Self::Operator(OperatorBody {
                id: None,
                username: None,
                role: Role::Owner.word(),
                session_id,
                expires_at: None,
                idle_seconds,
            })),
            Principal::Key { customer, key } => Some(Self::Customer(CustomerBody {
                holder: key.key.holder.as_ref().map(ToString::to_string),
                session_id,
                expires_at: None,
                ..Self::customer(principal, customer.customer(), idle_seconds)
            })),
            Principal::Portal {
                customer, session, ..
            } => Some(Self::Customer(CustomerBody {
                holder: principal.actor().described().name,
                session_id,
                expires_at: Some(session.expires_at),
                ..Self::customer(principal, customer.customer(), idle_seconds)
            })),
            Principal::Nobody => None,
        }
    }

    fn customer(
        principal: &Principal,
        customer: &crate::domain::customer::Customer,
        idle_seconds: u64,
    ) -> CustomerBody {
        let scopes = principal.scopes().unwrap_or_default();
        CustomerBody {
            customer_id: customer.id.to_string(),
            name: customer.name.to_string(),
            scopes: scopes.iter().map(Scope::word).collect(),
            key_id: principal.key().map(|key| key.key.id.to_string()),
            holder: None,
            session_id: None,
            expires_at: None,
            idle_seconds,
        }
    }
}

/// `GET /api/session`.
pub fn show(call: &Call<'_>) -> Handled {
    let who = WhoBody::new(&call.caller.principal, call.live);
    answer::ready(&who.unwrap_or_else(|| {
        let is_open = call.live.settings().registration_is_open;
        WhoBody::Nobody(NobodyBody {
            may_sign_in: call.may_hold_session,
            needs_setup: call.live.operators().next().is_none(),
            registration: if is_open { "open" } else { "closed" },
            public_url: call.http.settings.public_url.clone(),
        })
    }))
}
