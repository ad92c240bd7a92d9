//! Links that show a customer a key once: made by operators, handed over or sent by letter.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::{find, note_agreed, unknown_tier};
use super::keys::{IssuedKey, NewKey, check_room};
use super::links::{opened_by, room, use_of, withdrawn};
use super::outbox::{Notice, queued};
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::customer::{Customer, Overrides};
use crate::domain::id::{CustomerId, KeyId, KeyLinkId, MessageId};
use crate::domain::key::ApiKey;
use crate::domain::key_link::KeyLink;
use crate::domain::mutation::Mutation;
use crate::domain::scope::Scopes;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{Email, Name};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, Lane, Moment};
use crate::live::{Live, NotAdmitted, Principal};

/// How long an invitation that nobody gave a time waits.
const INVITATION: Duration = Duration::from_hours(72);
/// The one thing that is said of a link that opens nothing, whatever the reason.
const OVER: Error = Error::NotFound(
    "link: it was used, withdrawn, or waited for too long; ask whoever sent it for another",
);

/// How a link reaches its customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The operator hands it over.
    Link,
    /// It is sent to the customer's address.
    Email,
}

impl Delivery {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Email => "email",
        }
    }
}

/// A link as it was asked for.
#[derive(Debug, Clone)]
pub struct NewKeyLink {
    /// The name of the key.
    pub name: Option<Name>,
    /// What the key may do.
    pub scopes: Option<Scopes>,
    /// How long the link waits to be used.
    pub lives: Duration,
    /// How it reaches the customer.
    pub delivery: Delivery,
}

/// A customer as an operator invites it.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its name.
    pub name: Name,
    /// Its address.
    pub email: Email,
    /// Its tier; the configured default otherwise.
    pub tier: Option<String>,
    /// What was agreed with it.
    pub overrides: Overrides,
    /// The link to its first key.
    pub link: NewKeyLink,
}

/// A link that was made. Its secret is there when the operator hands it over.
#[derive(Debug)]
pub struct OpenedKeyLink {
    /// The link.
    pub link: Arc<KeyLink>,
    /// The secret, shown now and never again.
    pub secret: Option<Secret>,
    /// The letter that it goes with.
    pub message_id: Option<MessageId>,
}

/// What a link leads to, told without using it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenKeyLink {
    /// Whose key it makes.
    pub customer_name: Name,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What a link was exchanged for.
#[derive(Debug)]
pub struct Redeemed {
    /// Whose key it is.
    pub customer_id: CustomerId,
    /// The customer's name.
    pub customer_name: Name,
    /// The key.
    pub key: IssuedKey,
}

impl App {
    /// Opens a link to a key of a customer.
    pub fn open_key_link(
        &self,
        caller: &Caller,
        id: CustomerId,
        new: NewKeyLink,
    ) -> Promise<OpenedKeyLink> {
        let draft = Draft {
            action: "key_link.create",
            customer_id: Some(id),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let state = find(live, id)?;
            let customer = state.customer();
            if !customer.is_active {
                let why = "the customer is deactivated, and no key of it would work";
                return Err(Error::Conflict(why.to_owned()));
            }
            let limit = "key_links_per_customer";
            let mut mutations = room(live.key_links(), id, limit, moment.now)?;
            let made = made(live, moment, principal, customer, new, false)?;
            mutations.extend(made.mutations);
            let object = made.opened.link.id;
            Ok(Accepted::done(made.opened, mutations, made.details).about(&object))
        })
    }

    /// Registers a customer without a key, and opens the link to its first one, in one step.
    pub fn invite(&self, caller: &Caller, invitation: Invitation) -> Promise<OpenedKeyLink> {
        let draft = Draft {
            action: "customer.invite",
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, principal| {
            let tiers = live.tiers();
            let wanted = invitation.tier.as_deref();
            let tier = tiers.find(wanted.unwrap_or(tiers.registration_default()));
            let tier = tier.ok_or_else(|| unknown_tier(live))?;
            if live.customer_by_email(&invitation.email).is_some() {
                return Err(Error::EmailTaken);
            }
            let id = CustomerId::fresh(moment.environment);
            let (name, email) = (invitation.name, invitation.email);
            let customer = Customer {
                overrides: invitation.overrides,
                ..Customer::new(id, name, email, Arc::clone(&tier.name), moment.now)
            };
            let made = made(live, moment, principal, &customer, invitation.link, true)?;
            let mut details = made.details;
            if let Some(details) = details.as_object_mut() {
                details.insert("email".to_owned(), json!(customer.email));
                details.insert("name".to_owned(), json!(customer.name));
                details.insert("tier".to_owned(), json!(&*customer.tier));
                details.insert("link".to_owned(), json!(made.opened.link.id));
            }
            note_agreed(&mut details, &customer);
            let mut mutations = vec![Mutation::SaveCustomer(Arc::new(customer))];
            mutations.extend(made.mutations);
            let accepted = Accepted::done(made.opened, mutations, details);
            Ok(accepted.of(id).about(&id))
        })
    }

    /// Withdraws a link that nobody used; a letter that waits with it is not sent any more.
    pub fn withdraw_key_link(
        &self,
        caller: &Caller,
        id: CustomerId,
        link: KeyLinkId,
    ) -> Promise<()> {
        let draft = Draft {
            action: "key_link.revoke",
            customer_id: Some(id),
            object: Some(link.to_string()),
            ..Draft::default()
        };
        self.change(caller, draft, move |live, moment, _| {
            find(live, id)?;
            let known = withdrawn(live.key_links(), id, link.to_bytes(), moment.now)?;
            let details = json!({"name": known.name});
            let mutations = vec![Mutation::CloseKeyLink(known)];
            Ok(Accepted::done((), mutations, details))
        })
    }

    /// What a link leads to. Mail programs open links before people do, so this uses nothing up.
    pub fn peek_key_link(
        &self,
        address: Option<IpAddr>,
        secret: Option<&Secret>,
    ) -> Result<OpenKeyLink, Error> {
        self.pass_door(address)?;
        let (live, now) = (self.live(), self.now());
        let link = usable(&live, secret, now)?;
        let customer = find(&live, link.customer_id)?.customer();
        if !customer.is_active {
            return Err(NotAdmitted::CustomerInactive.into());
        }
        Ok(OpenKeyLink {
            customer_name: customer.name.clone(),
            expires_at: link.expires_at,
        })
    }

    /// Exchanges a link for a key, once. Both outcomes are on record.
    pub fn redeem_key_link(
        &self,
        caller: &Caller,
        address: Option<IpAddr>,
        secret: Option<Secret>,
    ) -> Result<Promise<Redeemed>, Error> {
        self.pass_door(address)?;
        let (live, now) = (self.live(), self.now());
        let (links, id) = (live.key_links(), &caller.request_id);
        let meta = use_of(links, secret.as_ref(), now, "key_link.redeem", id);
        Ok(self.ledger.change(Lane::Normal, meta, move |live, moment| {
            // As it is now: another may have used it, or an operator withdrawn it.
            let link = usable(live, secret.as_ref(), moment.now)?;
            redeemed(live, moment, &link)
        }))
    }
}

/// An invitation of a customer that another change makes, such as a payment: the link to its first
/// key and the letter with it. Nothing where no letter can be sent: nobody would ever see the link, and
/// operators see a customer without a key. Belongs after the mutation that makes the customer.
pub(super) fn invitation(
    live: &Live,
    moment: &Moment<'_>,
    customer: &Customer,
    maker: Actor,
) -> Vec<Mutation> {
    if can_mail(live).is_err() {
        return Vec::new();
    }
    let link = KeyLink {
        id: KeyLinkId::fresh(moment.environment),
        customer_id: customer.id,
        name: Name::from_stored("first key"),
        scopes: Scopes::FIRST_KEY,
        digest: None,
        opened_by: maker,
        created_at: moment.now,
        expires_at: moment.now.plus(INVITATION),
    };
    let notice = Notice::Invitation {
        customer,
        link: &link,
    };
    let messages = queued(live, moment, notice);
    if messages.is_empty() {
        return Vec::new();
    }
    let mut mutations = vec![Mutation::SaveKeyLink(Arc::new(link))];
    mutations.extend(messages.into_iter().map(Mutation::SaveMessage));
    mutations
}

/// What making a link does.
struct Made {
    opened: OpenedKeyLink,
    mutations: Vec<Mutation>,
    details: serde_json::Value,
}

fn made(
    live: &Live,
    moment: &Moment<'_>,
    principal: &Principal,
    customer: &Customer,
    new: NewKeyLink,
    is_invitation: bool,
) -> Result<Made, Error> {
    let secret = match new.delivery {
        Delivery::Link => Some(Secret::fresh(SecretKind::KeyLink, moment.environment)),
        Delivery::Email => {
            can_mail(live)?;
            None
        }
    };
    let link = Arc::new(KeyLink {
        id: KeyLinkId::fresh(moment.environment),
        customer_id: customer.id,
        name: new.name.unwrap_or_else(|| Name::from_stored("first key")),
        scopes: new.scopes.unwrap_or(Scopes::FIRST_KEY),
        digest: secret.as_ref().map(Secret::digest),
        opened_by: principal.actor(),
        created_at: moment.now,
        expires_at: moment.now.plus(new.lives),
    });
    let mut mutations = vec![Mutation::SaveKeyLink(Arc::clone(&link))];
    let mut message_id = None;
    if new.delivery == Delivery::Email {
        let link = &link;
        let notice = if is_invitation {
            Notice::Invitation { customer, link }
        } else {
            Notice::KeyLink { customer, link }
        };
        let messages = queued(live, moment, notice);
        message_id = messages.first().map(|message| message.id);
        if message_id.is_none() {
            let why = "too many messages wait to be sent: look at the outbox first";
            return Err(Error::Conflict(why.to_owned()));
        }
        mutations.extend(messages.into_iter().map(Mutation::SaveMessage));
    }
    let details = json!({
        "delivery": new.delivery.word(), "expires_at": link.expires_at, "key_name": link.name,
        "message": message_id, "scopes": link.scopes,
    });
    let opened = OpenedKeyLink {
        link,
        secret,
        message_id,
    };
    Ok(Made {
        opened,
        mutations,
        details,
    })
}

/// Whether a link can be sent by letter.
fn can_mail(live: &Live) -> Result<(), Error> {
    let outbox = &live.settings().outbox;
    let missing = match (&outbox.mail, &outbox.public_url) {
        (Some(_), Some(_)) => return Ok(()),
        (None, _) => "no mail relay is configured: set `mail.relay` and `mail.from`",
        (Some(_), None) => {
            "nothing says where people reach this appliance: set `server.public_url`"
        }
    };
    let why = format!("{missing}, or ask for `delivery` `link` and hand it over yourself");
    Err(Error::MailNotConfigured(why))
}

/// The link that a secret opens now.
fn usable(live: &Live, secret: Option<&Secret>, now: Timestamp) -> Result<Arc<KeyLink>, Error> {
    opened_by(live.key_links(), secret, now)
        .cloned()
        .ok_or(OVER)
}

fn redeemed(
    live: &Live,
    moment: &Moment<'_>,
    link: &Arc<KeyLink>,
) -> Result<Accepted<Redeemed>, Error> {
    let state = find(live, link.customer_id)?;
    let customer = state.customer();
    if !customer.is_active {
        return Err(NotAdmitted::CustomerInactive.into());
    }
    check_room(live, state, &NewKey::default(), moment.now)?;
    let secret = Secret::fresh(SecretKind::ApiKey, moment.environment);
    let (id, actor) = (KeyId::fresh(moment.environment), Actor::KeyLink(link.id));
    let key = ApiKey {
        name: link.name.clone(),
        scopes: link.scopes,
        ..ApiKey::first(id, customer.id, &secret, actor, moment.now)
    };
    let details = json!({
        "api_key": key.id, "link_opened_by": link.opened_by.described(), "name": key.name,
        "prefix": key.prefix, "scopes": key.scopes,
    });
    let redeemed = Redeemed {
        customer_id: customer.id,
        customer_name: customer.name.clone(),
        key: IssuedKey { id: key.id, secret },
    };
    let mutations = vec![
        Mutation::CloseKeyLink(Arc::clone(link)),
        Mutation::SaveKey(Arc::new(key)),
    ];
    Ok(Accepted::done(redeemed, mutations, details))
}
