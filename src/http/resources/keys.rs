//! `/api/customers/{id}/api-keys`.

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use crate::app::Error;
use crate::app::keys::NewKey;
use crate::domain::id::KeyId;
use crate::domain::scope::{Scope, Scopes};
use crate::domain::text::{AgentId, Name};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::{Call, bad_parameter};
use crate::http::fields::{Field, Kind};
use crate::http::page::Paging;
use crate::live::KeyState;

const SCOPES: Kind = Kind::Words(&["check", "read", "manage", "approve"]);

/// `POST /api/customers/{id}/api-keys/generate`.
pub const GENERATE: &[Field] = &[
    Field::optional(
        "name",
        Kind::Text { min: 1, max: 255 },
        "A name for people; `?key_name=` does as well.",
        "\"production\"",
    ),
    Field::optional(
        "scopes",
        SCOPES,
        "What it may be used for; the asking key's scopes otherwise.",
        "[\"check\",\"read\"]",
    ),
    Field::optional(
        "agent_id",
        Kind::Text { min: 1, max: 255 },
        "Makes it an agent key: the scope `check`, as this agent and no other.",
        "\"billing-bot\"",
    ),
    Field::optional(
        "holder",
        Kind::Text { min: 1, max: 255 },
        "The person who holds it; needed for `approve`.",
        "\"Ada Lovelace\"",
    ),
    Field::optional(
        "expires_at",
        Kind::Time,
        "When it ends by itself.",
        "\"2027-01-01T00:00:00Z\"",
    ),
];

/// A new key.
#[derive(Serialize, ToSchema)]
#[schema(as = IssuedKey)]
pub struct IssuedBody {
    /// The key. It cannot be shown again.
    api_key: String,
    key_id: String,
    message: &'static str,
}

/// A key without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = ApiKey)]
pub struct KeyBody {
    id: String,
    name: String,
    /// The secret's first characters.
    prefix: String,
    scopes: Vec<&'static str>,
    /// The one agent it speaks for, when it is an agent key.
    agent_id: Option<String>,
    /// The person who holds it.
    holder: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    last_used: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// Neither revoked nor expired.
    is_active: bool,
}

impl KeyBody {
    fn new(state: &KeyState, now: Timestamp) -> Self {
        let key = &state.key;
        Self {
            id: key.id.to_string(),
            name: key.name.to_string(),
            prefix: key.prefix.clone(),
            scopes: key.scopes.iter().map(Scope::word).collect(),
            agent_id: key.agent_id.as_ref().map(ToString::to_string),
            holder: key.holder.as_ref().map(ToString::to_string),
            created_at: key.created_at,
            last_used: state.last_used_at(),
            expires_at: key.expires_at,
            is_active: key.is_active(now),
        }
    }
}

/// `POST /api/customers/{id}/api-keys/generate`.
pub fn generate(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let mut body = call.body(GENERATE)?;
    let name = body.text("name", Name::parse);
    let scopes = body.words("scopes", str::parse::<Scope>);
    let agent_id = body.text("agent_id", AgentId::parse);
    let holder = body.text("holder", Name::parse);
    let expires_at = body.time("expires_at");
    body.finish()?;
    let also_named = call.parameter("key_name", Name::parse)?;
    let name = match (name, also_named) {
        (Some(one), Some(other)) if one != other => {
            return Err(bad_parameter("key_name", "differs from `name` in the body"));
        }
        (Some(name), _) | (None, Some(name)) => Some(name),
        (None, None) => None,
    };
    let scopes = scopes.map(|scopes| scopes.into_iter().collect::<Scopes>());
    let wanted = NewKey {
        name,
        scopes,
        agent_id,
        holder,
        expires_at,
    };
    Ok(answer::after_change(
        call.app.issue_key(call.caller, id, wanted),
        |issued| {
            answer::json_with(
                201,
                &IssuedBody {
                    api_key: issued.secret.reveal().to_owned(),
                    key_id: issued.id.to_string(),
                    message: "keep the API key safe: it is shown this once and cannot be shown again",
                },
            )
        },
    ))
}

/// `GET /api/customers/{id}/api-keys`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(str::parse::<KeyId>)?;
    let agent = call.parameter("agent_id", AgentId::parse)?;
    let active = call.flag_parameter("active")?;
    let found = call.state()?.keys_after(after).filter(|state| {
        (agent.is_none() || state.key.agent_id == agent)
            && active.is_none_or(|active| state.key.is_active(call.now) == active)
    });
    let page = paging.page(
        found,
        |state| state.key.id.to_string(),
        |state| KeyBody::new(state, call.now),
    );
    page.as_array(call)
}

/// `DELETE /api/customers/{id}/api-keys/{key_id}`.
pub fn revoke(call: &Call<'_>) -> Handled {
    let id = call.customer_id()?;
    let key: KeyId = call
        .params
        .get("key_id")
        .parse()
        .map_err(|_| Error::NotFound("API key"))?;
    Ok(answer::after_change(
        call.app.revoke_key(call.caller, id, key),
        |()| {
            answer::json(&MessageBody {
                message: "API key revoked successfully",
            })
        },
    ))
}
