//! Setup links, and letting in an operator that is locked out.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::operators::{closed_sessions, find, own_id, owners_link_ended};
use super::{App, Error, FieldError, Password};
use crate::domain::actor::Actor;
use crate::domain::id::{OperatorId, SetupLinkId};
use crate::domain::mutation::Mutation;
use crate::domain::operator::{Operator, PasswordHash, Role, SetupLink, SetupPurpose};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::Username;
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta, Lane, Moment};
use crate::live::{Live, Principal};

/// How long a setup link lives.
const LINK_LIVES: Duration = Duration::from_mins(30);

/// A setup link whose secret is shown now and never again.
#[derive(Debug)]
pub struct OpenedLink {
    /// The link.
    pub link: Arc<SetupLink>,
    /// The name that it is for, where it is for one.
    pub username: Option<Username>,
    /// The role that whoever uses it has then.
    pub role: Role,
    /// The secret.
    pub secret: Secret,
}

/// What whoever has a setup link sends.
#[derive(Debug)]
pub struct SetupAnswer {
    /// The link's secret.
    pub secret: Secret,
    /// The name that is wanted; needed where the link is for nobody in particular.
    pub username: Option<Username>,
    /// The password.
    pub password: Password,
}

impl App {
    /// Opens a setup link; the one before it ends.
    pub fn open_setup_link(&self, caller: &Caller, purpose: SetupPurpose) -> Promise<OpenedLink> {
        let draft = Draft {
            action: "operator.setup_link",
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let (username, role) = subject(live, principal, &purpose)?;
            let secret = Secret::fresh(SecretKind::SetupLink, moment.environment);
            let link = Arc::new(SetupLink {
                id: SetupLinkId::fresh(moment.environment),
                digest: secret.digest(),
                purpose,
                opened_by: principal.actor(),
                created_at: moment.now,
                expires_at: moment.now.plus(LINK_LIVES),
            });
            let details = json!({
                "expires_at": link.expires_at, "purpose": purpose_word(&link.purpose),
                "role": role.word(), "username": username,
            });
            let object = link.id;
            let mutations = vec![Mutation::OpenSetupLink(Arc::clone(&link))];
            let opened = OpenedLink {
                link,
                username,
                role,
                secret,
            };
            Ok(Accepted::done(opened, mutations, details).about(&object))
        })
    }

    /// Uses a setup link, once: makes its operator, or gives one that is locked out a new password.
    /// Blocks while the password is hashed, which is not before the link was found good.
    pub fn use_setup_link(
        &self,
        address: Option<IpAddr>,
        answer: SetupAnswer,
        request_id: &str,
    ) -> Result<Promise<Arc<Operator>>, Error> {
        self.pass_door(address)?;
        let SetupAnswer {
            secret,
            username,
            password,
        } = answer;
        let digest = secret.digest();
        let known = self.live().setup_link(&digest, self.now()).cloned();
        let hash = match &known {
            Some(_) => self.hashed(Some(&password))?,
            None => None,
        };
        let action = match known.as_ref().map(|link| &link.purpose) {
            Some(SetupPurpose::Recover(_)) => "operator.recover",
            Some(SetupPurpose::Make { .. }) | None => "operator.create",
        };
        let meta = ChangeMeta {
            action,
            actor: known
                .as_ref()
                .map_or(Actor::Nobody, |link| Actor::SetupLink(link.id)),
            claim: None,
            customer_id: None,
            agent_id: None,
            object: username.as_ref().map(ToString::to_string),
            charged_to: None,
            request_id: request_id.to_owned(),
        };
        if let Some(SetupPurpose::Recover(id)) = known.map(|link| link.purpose.clone())
            && let Some(operator) = self.live().operator(id)
        {
            self.forgive(&operator.username);
        }
        Ok(self.ledger.change(Lane::Normal, meta, move |live, moment| {
            // As it is now: another may have used it, or a newer one replaced it. One that was over
            // when the password came was given no hash, and is over whatever the clock says since.
            let link = live.setup_link(&digest, moment.now);
            let link = link.filter(|_| hash.is_some());
            let link = link.ok_or(Error::SetupLinkOver)?;
            let mut accepted = match &link.purpose {
                SetupPurpose::Make {
                    username: fixed,
                    role,
                } => {
                    let username = named(fixed.as_ref(), username)?;
                    made(live, moment, username, *role, hash)?
                }
                SetupPurpose::Recover(id) => {
                    let known = find(live, *id)?;
                    if username.is_some_and(|username| username != known.username) {
                        return Err(not_for(&known.username));
                    }
                    recovered(live, known, moment.now, hash)
                }
            };
            let close = Mutation::CloseSetupLink(link.id);
            if !accepted.mutations.contains(&close) {
                accepted.mutations.push(close);
            }
            let maker = link.opened_by.described();
            Ok(accepted
                .telling("link_opened_by", maker)
                .telling("via", link.id))
        }))
    }

    /// Lets an operator in again: a new password, enabled, its sessions closed, its failed sign-ins
    /// forgotten, and when it is an owner, a setup link that is open ended. For the local owner, or an
    /// owner who is another. Blocks while the password is hashed.
    pub fn recover_operator(
        &self,
        caller: &Caller,
        id: OperatorId,
        password: &Password,
    ) -> Result<Promise<Arc<Operator>>, Error> {
        let draft = Draft {
            action: "operator.recover",
            object: Some(id.to_string()),
            ..Draft::default()
        };
        for_another(&caller.principal, id)?;
        if let Some(operator) = self.live().operator(id) {
            self.forgive(&operator.username);
        }
        let hash = self.hashed(Some(password))?;
        Ok(self.change(caller, draft, move |live, moment, principal| {
            for_another(principal, id)?;
            Ok(recovered(live, find(live, id)?, moment.now, hash))
        }))
    }
}

/// Who a link is for, if there may be one.
fn subject(
    live: &Live,
    principal: &Principal,
    purpose: &SetupPurpose,
) -> Result<(Option<Username>, Role), Error> {
    match purpose {
        SetupPurpose::Make { username, role } => {
            let taken = username
                .as_ref()
                .filter(|name| live.operator_by_name(name).is_some());
            match taken {
                Some(name) => Err(taken_already(name)),
                None => Ok((username.clone(), *role)),
            }
        }
        SetupPurpose::Recover(id) => {
            for_another(principal, *id)?;
            let known = find(live, *id)?;
            Ok((Some(known.username.clone()), known.role))
        }
    }
}

fn purpose_word(purpose: &SetupPurpose) -> &'static str {
    match purpose {
        SetupPurpose::Make { .. } => "make",
        SetupPurpose::Recover(_) => "recover",
    }
}

/// Whoever sets their own password gives the one they have, and not this way.
fn for_another(principal: &Principal, id: OperatorId) -> Result<(), Error> {
    if own_id(principal) == Some(id) {
        return Err(Error::OperatorNeeded(
            "this is for another owner, or for the command line on the appliance itself".to_owned(),
        ));
    }
    Ok(())
}

fn taken_already(name: &Username) -> Error {
    Error::Conflict(format!(
        "there is an operator `{name}` already; `portcullis operator recover` lets it in again"
    ))
}

fn not_for(name: &Username) -> Error {
    let why = format!("must be `{name}`, whom this link is for");
    Error::Invalid(vec![FieldError::new("username", why)])
}

/// The name of the operator that a link makes.
fn named(fixed: Option<&Username>, wanted: Option<Username>) -> Result<Username, Error> {
    match (fixed, wanted) {
        (Some(fixed), Some(wanted)) if *fixed != wanted => Err(not_for(fixed)),
        (Some(fixed), _) => Ok(fixed.clone()),
        (None, Some(wanted)) => Ok(wanted),
        (None, None) => {
            let error = FieldError::new("username", "is required: this link is for any name");
            Err(Error::Invalid(vec![error]))
        }
    }
}

fn made(
    live: &Live,
    moment: &Moment<'_>,
    username: Username,
    role: Role,
    password: Option<PasswordHash>,
) -> Result<Accepted<Arc<Operator>>, Error> {
    if live.operator_by_name(&username).is_some() {
        return Err(taken_already(&username));
    }
    let operator = Arc::new(Operator {
        id: OperatorId::fresh(moment.environment),
        username,
        role,
        password,
        is_disabled: false,
        created_at: moment.now,
        updated_at: moment.now,
    });
    let details = json!({"role": role.word(), "token": null, "username": operator.username});
    let object = operator.id;
    let mutations = vec![Mutation::SaveOperator(Arc::clone(&operator))];
    Ok(Accepted::done(operator, mutations, details).about(&object))
}

fn recovered(
    live: &Live,
    known: &Arc<Operator>,
    now: Timestamp,
    password: Option<PasswordHash>,
) -> Accepted<Arc<Operator>> {
    let operator = Arc::new(Operator {
        password,
        is_disabled: false,
        updated_at: now,
        ..Operator::clone(known)
    });
    let mut mutations = closed_sessions(live, known.id);
    let details = json!({
        "sessions_closed": mutations.len(), "username": known.username,
        "was_disabled": known.is_disabled,
    });
    mutations.extend(owners_link_ended(live, known));
    mutations.push(Mutation::SaveOperator(Arc::clone(&operator)));
    let object = operator.id;
    Accepted::done(operator, mutations, details).about(&object)
}
