//! `POST /api/admin/permissions/try`.

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::{AnswerBody, StepBody, question};
use super::permissions::EFFECT;
use crate::app::drafts::{DraftPermission, PermissionDraft};
use crate::domain::check::{CheckRequest, Decision};
use crate::domain::id::PermissionId;
use crate::domain::pattern::Pattern;
use crate::domain::permission::Effect;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;
use crate::http::fields::{Body, Field, Kind};

/// Permissions that one draft adds, or withdraws, at most.
const DRAFT_MAX: usize = 100;

const PERMISSION: &[Field] = &[
    Field::needed(
        "action",
        Kind::Text { min: 1, max: 100 },
        "The actions it would be about; `*` matches any run of characters.",
        "\"refund\"",
    ),
    Field::needed(
        "resource",
        Kind::Text { min: 1, max: 255 },
        "The resources it would be about; `*` matches any run of characters.",
        "\"orders/*\"",
    ),
    EFFECT,
    Field::optional(
        "expires_at",
        Kind::Time,
        "When it would end by itself.",
        "\"2027-01-01T00:00:00Z\"",
    ),
];

/// `POST /api/admin/permissions/try`.
pub const TRY: &[Field] = &[
    Field::needed(
        "agent_id",
        Kind::Text { min: 1, max: 255 },
        "Who would act.",
        "\"billing-bot\"",
    ),
    Field::needed(
        "action",
        Kind::Text { min: 1, max: 100 },
        "What it would do.",
        "\"refund\"",
    ),
    Field::needed(
        "resource",
        Kind::Text { min: 1, max: 255 },
        "What it would do it to, in one spelling.",
        "\"orders/4711\"",
    ),
    Field::optional(
        "context",
        Kind::Object,
        "What it would say about the situation; at most 16 KiB, numbers within 2^53.",
        "{\"amount_eur\":120}",
    ),
    Field::optional(
        "add",
        Kind::Objects {
            of: PERMISSION,
            max: DRAFT_MAX,
        },
        "Permissions of this agent that are not there yet; at most 100.",
        "[{\"action\":\"refund\",\"resource\":\"orders/*\",\"effect\":\"deny\"}]",
    ),
    Field::optional(
        "remove",
        Kind::Texts { max: DRAFT_MAX },
        "The identifiers of permissions of this agent that would be withdrawn; at most 100.",
        "[]",
    ),
];

/// What a check would be answered.
#[derive(Serialize, ToSchema)]
#[schema(as = TriedPermissions)]
pub struct TriedBody<'a> {
    /// With the draft; its permissions are called `draft-1`, `draft-2` and so on.
    #[serde(flatten)]
    with_draft: AnswerBody<'a>,
    /// As things are now.
    current: AnswerBody<'a>,
}

/// `POST /api/admin/permissions/try`.
pub fn try_draft(call: &Call<'_>) -> Handled {
    let customer = call.state()?;
    let mut body = call.body(TRY)?;
    let request = question(&mut body);
    let add = body.each("add", PERMISSION, read);
    let remove = body.words("remove", str::parse::<PermissionId>);
    let Some(request) = request else {
        return Err(body.error());
    };
    body.finish()?;
    let draft = PermissionDraft {
        add,
        remove: remove.unwrap_or_default(),
    };
    let tried = call
        .app
        .try_permissions(call.live, customer, &request, &draft, call.now)?;
    answer::ready(&TriedBody {
        with_draft: named(&request, &tried.with_draft, &tried.stand_ins),
        current: AnswerBody::dry(&request, &tried.current),
    })
}

fn read(body: &mut Body) -> Option<DraftPermission> {
    let action = body.text("action", Pattern::action);
    let resource = body.text("resource", Pattern::resource);
    let effect = body.text("effect", str::parse::<Effect>);
    let expires_at = body.time("expires_at");
    Some(DraftPermission {
        action: action?,
        resource: resource?,
        effect: effect.unwrap_or(Effect::Allow),
        expires_at,
    })
}

/// The answer with names for the permissions that have no identifier yet.
fn named<'a>(
    request: &CheckRequest,
    decision: &'a Decision,
    stand_ins: &[PermissionId],
) -> AnswerBody<'a> {
    let answer = AnswerBody::dry(request, decision);
    let steps = decision.trace.iter().map(|step| {
        let place = stand_ins
            .iter()
            .position(|id| step.permission_id == Some(*id));
        match (place, step.permission_id) {
            (Some(place), Some(id)) => {
                let name = format!("draft-{}", place + 1);
                let notes = step.notes.replace(&id.to_string(), &name);
                StepBody::new(step, notes, Some(name))
            }
            (_, id) => StepBody::new(step, step.notes.to_string(), id.map(|id| id.to_string())),
        }
    });
    answer.with_trace(steps.collect())
}
