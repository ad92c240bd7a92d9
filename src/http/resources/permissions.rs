//! `/api/admin/permissions`, `/api/permissions`.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use crate::app::Error;
use crate::app::permissions::NewPermission;
use crate::domain::id::PermissionId;
use crate::domain::pattern::Pattern;
use crate::domain::permission::{Effect, Permission};
use crate::domain::text::AgentId;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::{Call, bad_parameter};
use crate::http::fields::{Field, Issue, Kind};
use crate::http::page::Paging;
use crate::live::AgentState;

/// What a permission does.
pub const EFFECT: Field = Field::optional(
    "effect",
    Kind::Word(&["allow", "deny", "require_approval"]),
    "What it does where it matches: `allow` unless given.",
    "\"require_approval\"",
);

/// `POST /api/admin/permissions`.
pub const CREATE: &[Field] = &[
    Field::needed(
        "agent_id",
        Kind::Text { min: 1, max: 255 },
        "The agent it is about.",
        "\"billing-bot\"",
    ),
    Field::needed(
        "action",
        Kind::Text { min: 1, max: 100 },
        "The actions it is about; `*` matches any run of characters.",
        "\"refund\"",
    ),
    Field::needed(
        "resource",
        Kind::Text { min: 1, max: 255 },
        "The resources it is about; `*` matches any run of characters.",
        "\"orders/*\"",
    ),
    EFFECT,
    Field::optional(
        "condition",
        Kind::Text { min: 1, max: 8192 },
        "Not yet: a permission with a condition is refused, never stored without it.",
        "null",
    ),
    Field::optional(
        "expires_at",
        Kind::Time,
        "When it ends by itself.",
        "\"2027-01-01T00:00:00Z\"",
    ),
];

/// A permission.
#[derive(Serialize, ToSchema)]
#[schema(as = Permission)]
pub struct PermissionBody {
    id: String,
    agent_id: String,
    action: String,
    resource: String,
    effect: &'static str,
    /// Always `null` until conditions exist.
    condition: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl From<&Permission> for PermissionBody {
    fn from(permission: &Permission) -> Self {
        Self {
            id: permission.id.to_string(),
            agent_id: permission.agent_id.to_string(),
            action: permission.action.to_string(),
            resource: permission.resource.to_string(),
            effect: permission.effect.word(),
            condition: permission.condition.map(|condition| match condition {}),
            expires_at: permission.expires_at,
            created_at: permission.created_at,
        }
    }
}

/// Nothing can evaluate a condition yet.
struct NoConditionsYet;

impl std::fmt::Display for NoConditionsYet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("cannot be enforced by this version, so it is not stored: leave it out")
    }
}

impl Issue for NoConditionsYet {}

/// `POST /api/admin/permissions`.
pub fn create(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let mut body = call.body(CREATE)?;
    let agent_id = body.text("agent_id", AgentId::parse);
    let action = body.text("action", Pattern::action);
    let resource = body.text("resource", Pattern::resource);
    let effect = body.text("effect", str::parse::<Effect>);
    body.text("condition", |_| Err::<(), _>(NoConditionsYet));
    let expires_at = body.time("expires_at");
    let (Some(agent_id), Some(action), Some(resource)) = (agent_id, action, resource) else {
        return Err(body.error());
    };
    body.finish()?;
    let effect = effect.unwrap_or(Effect::Allow);
    let new = NewPermission {
        agent_id,
        action,
        resource,
        effect,
        expires_at,
    };
    Ok(answer::after_change(
        call.app.create_permission(call.caller, customer, new),
        |permission| answer::json_with(201, &PermissionBody::from(permission.as_ref())),
    ))
}

/// The agent that `?agent_id=` names, if it names one.
fn named<'a>(call: &'a Call<'_>) -> Result<Option<&'a AgentState>, Error> {
    let Some(id) = call.parameter("agent_id", AgentId::parse)? else {
        return Ok(None);
    };
    call.state()?
        .agent(&id)
        .map(Some)
        .ok_or(Error::NotFound("agent"))
}

/// `GET /api/admin/permissions`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(str::parse::<PermissionId>)?;
    let effect = call.parameter("effect", str::parse::<Effect>)?;
    let wanted = call.query("q").map(|text| text.to_lowercase());
    let fits = |permission: &&Arc<Permission>| {
        let holds = |q: &String| {
            [
                permission.agent_id.as_str(),
                permission.action.as_str(),
                permission.resource.as_str(),
            ]
            .iter()
            .any(|text| text.to_lowercase().contains(q))
                || permission.id.to_string() == *q
        };
        effect.is_none_or(|effect| effect == permission.effect) && wanted.as_ref().is_none_or(holds)
    };
    let key = |permission: &&Arc<Permission>| permission.id.to_string();
    let show = |permission: &&Arc<Permission>| PermissionBody::from(permission.as_ref());
    let page = if let Some(agent) = named(call)? {
        let mut own: Vec<_> = agent.permissions.iter().collect();
        own.sort_unstable_by_key(|permission| permission.id);
        let rest = own
            .into_iter()
            .filter(|p| after.is_none_or(|after| p.id > after));
        paging.page(rest.filter(fits), key, show)
    } else {
        let all = call.state()?.permissions_after(after);
        paging.page(all.filter(fits), key, show)
    };
    answer::ready(&page)
}

/// `GET /api/permissions`.
pub fn of_agent(call: &Call<'_>) -> Handled {
    let agent = named(call)?.ok_or_else(|| bad_parameter("agent_id", "is needed"))?;
    let mut own: Vec<_> = agent.permissions.iter().collect();
    own.sort_unstable_by_key(|permission| permission.id);
    let bodies: Vec<PermissionBody> = own
        .into_iter()
        .map(|permission| PermissionBody::from(permission.as_ref()))
        .collect();
    answer::ready(&bodies)
}

/// `DELETE /api/admin/permissions/{permission_id}`.
pub fn delete(call: &Call<'_>) -> Handled {
    let customer = call.customer_id()?;
    let id = call.params.get("permission_id");
    let id: PermissionId = id.parse().map_err(|_| Error::NotFound("permission"))?;
    Ok(answer::after_change(
        call.app.delete_permission(call.caller, customer, id),
        |()| {
            answer::json(&MessageBody {
                message: "permission deleted",
            })
        },
    ))
}
