//! Links into a customer's portal: an operator sends one to a person, who signs in with it once.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::find;
use super::links::{opened_by, room, use_of, withdrawn};
use super::portal::{PortalSignedIn, opened};
use super::sessions::left_behind;
use super::{App, Error, FieldError};
use crate::domain::id::{CustomerId, PortalLinkId};
use crate::domain::mutation::Mutation;
use crate::domain::portal::{PortalBasis, PortalLink};
use crate::domain::scope::{Scope, Scopes};
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::Name;
use crate::ledger::{Accepted, Lane};
use crate::live::NotAdmitted;

/// A link as it was asked for.
#[derive(Debug, Clone)]
pub struct NewPortalLink {
    /// What the session may be used for.
    pub scopes: Scopes,
    /// The person whom it is sent to.
    pub holder: Option<Name>,
    /// How long it waits to be used.
    pub lives: Duration,
}

/// A link whose secret is shown now and never again.
#[derive(Debug)]
pub struct OpenedPortalLink {
    /// The link.
    pub link: Arc<PortalLink>,
    /// The secret.
    pub secret: Secret,
}

impl App {
    /// Opens a link into a customer's portal.
    pub fn open_portal_link(
        &self,
        caller: &Caller,
        id: CustomerId,
        new: NewPortalLink,
    ) -> Result<Promise<OpenedPortalLink>, Error> {
        may_enter(&new)?;
        let draft = draft("customer.portal_link", id);
        Ok(self.change(caller, draft, move |live, moment, principal| {
            let state = find(live, id)?;
            if !state.customer().is_active {
                let why = "the customer is deactivated, and nobody enters its portal";
                return Err(Error::Conflict(why.to_owned()));
            }
            let limit = "portal_links_per_customer";
            let mut mutations = room(live.portal_links(), id, limit, moment.now)?;
            let secret = Secret::fresh(SecretKind::PortalLink, moment.environment);
            let link = Arc::new(PortalLink {
                id: PortalLinkId::fresh(moment.environment),
                customer_id: id,
                scopes: new.scopes,
                holder: new.holder,
                digest: secret.digest(),
                opened_by: principal.actor(),
                created_at: moment.now,
                expires_at: moment.now.plus(new.lives),
            });
            let details = json!({
                "expires_at": link.expires_at, "holder": link.holder, "scopes": link.scopes,
            });
            mutations.push(Mutation::OpenPortalLink(Arc::clone(&link)));
            let object = link.id;
            let opened = OpenedPortalLink { link, secret };
            Ok(Accepted::done(opened, mutations, details).about(&object))
        }))
    }

    /// Withdraws a link that nobody used.
    pub fn withdraw_portal_link(
        &self,
        caller: &Caller,
        id: CustomerId,
        link: PortalLinkId,
    ) -> Promise<()> {
        let draft = Draft {
            object: Some(link.to_string()),
            ..draft("customer.portal_link_revoke", id)
        };
        self.change(caller, draft, move |live, moment, _| {
            find(live, id)?;
            let known = withdrawn(live.portal_links(), id, link.to_bytes(), moment.now)?;
            let details = json!({"holder": known.holder});
            let mutations = vec![Mutation::ClosePortalLink(known)];
            Ok(Accepted::done((), mutations, details))
        })
    }

    /// Exchanges a link for a session, once. What has not the form of a link's secret is refused
    /// like one that is over; both outcomes are on record.
    pub fn sign_in_with_link(
        &self,
        caller: &Caller,
        address: Option<IpAddr>,
        secret: Option<Secret>,
    ) -> Result<Promise<PortalSignedIn>, Error> {
        self.pass_door(address)?;
        let (live, now) = (self.live(), self.now());
        let (links, id) = (live.portal_links(), &caller.request_id);
        let meta = use_of(links, secret.as_ref(), now, "portal.open", id);
        let before = caller.credential.clone();
        Ok(self.ledger.change(Lane::Normal, meta, move |live, moment| {
            // As it is now: another may have used it, or an operator withdrawn it.
            let link = opened_by(live.portal_links(), secret.as_ref(), moment.now);
            let link = link.ok_or(Error::PortalLinkOver)?;
            let customer = find(live, link.customer_id)?;
            if !customer.customer().is_active {
                return Err(NotAdmitted::CustomerInactive.into());
            }
            let basis = PortalBasis::Link {
                id: link.id,
                scopes: link.scopes,
                holder: link.holder.clone(),
                sent_by: link.opened_by.clone(),
            };
            let mut accepted = opened(live, moment, customer, basis, None)
                .telling("link_opened_by", link.opened_by.described());
            accepted.mutations.extend(left_behind(live, &before));
            let used = Mutation::ClosePortalLink(Arc::clone(link));
            accepted.mutations.push(used);
            Ok(accepted)
        }))
    }
}

fn draft(action: &'static str, id: CustomerId) -> Draft {
    Draft {
        action,
        customer_id: Some(id),
        ..Draft::default()
    }
}

/// Whether the link leads anywhere, and to a named person where it must.
fn may_enter(new: &NewPortalLink) -> Result<(), Error> {
    let mut wrong = Vec::new();
    let enters = [Scope::Read, Scope::Manage, Scope::Approve];
    if !enters.into_iter().any(|scope| new.scopes.has(scope)) {
        let why = "must have `read`, `manage` or `approve`: a portal is of no use without";
        wrong.push(FieldError::new("scopes", why));
    }
    if new.scopes.has(Scope::Approve) && new.holder.is_none() {
        let why = "must name the person who may approve";
        wrong.push(FieldError::new("holder", why));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(wrong))
    }
}
