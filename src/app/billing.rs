//! What Stripe tells, taken into the ledger: whose subscription it is, and what follows for them.

use std::sync::{Arc, PoisonError};

use serde_json::{Value, json};

use super::caller::Caller;
use super::key_links::invitation;
use super::portal::portal_closed;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::customer::{Customer, DeactivatedBy};
use crate::domain::id::CustomerId;
use crate::domain::mutation::Mutation;
use crate::domain::stripe::{
    BadEvent, Event, Facts, SeenEvent, Standing, StripeSettings, Subscription, Verdict, verdict,
    verify,
};
use crate::domain::text::{Email, Name};
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane, Moment};
use crate::live::Live;

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It said something new.
    Applied,
    /// It says nothing that matters here, or something that a newer one has said already.
    Ignored,
    /// It was taken before.
    Duplicate,
}

impl Told {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Ignored => "ignored",
            Self::Duplicate => "duplicate",
        }
    }
}

impl App {
    /// Reads an event, once a signature proves that Stripe sent it. Where nobody set a secret, nobody
    /// listens.
    pub fn stripe_event<'h>(
        &self,
        signatures: impl Iterator<Item = &'h str>,
        body: &[u8],
    ) -> Result<Event, Error> {
        let live = self.live();
        let secrets = &live.settings().stripe.secrets;
        if secrets.is_empty() {
            return Err(Error::NotFound("page or route"));
        }
        verify(signatures, body, secrets, self.now()).map_err(Error::InvalidSignature)?;
        Event::parse(body).map_err(|error| match error {
            BadEvent::NotJson(why) => Error::MalformedJson(why),
            BadEvent::NotAnEvent(why) => Error::Invalid(vec![super::FieldError::new("event", why)]),
        })
    }

    /// Takes an event into the ledger, once. Blocks until it is on the disk.
    pub fn tell(&self, caller: &Caller, event: Event) -> Result<Told, Error> {
        // One at a time: whether an event is there already must be known before it leaves a record.
        let _turn = self.telling.lock().unwrap_or_else(PoisonError::into_inner);
        let live = self.live();
        if live.has_seen_event(&event.stamp.event) {
            return Ok(Told::Duplicate);
        }
        let Some(subscription) = event.news.subscription() else {
            return Ok(Told::Ignored);
        };
        let known = live.subscription(subscription);
        let meta = ChangeMeta {
            action: "billing.event",
            actor: Actor::Stripe,
            claim: None,
            customer_id: known.and_then(|known| known.customer_id),
            agent_id: None,
            object: Some(event.stamp.event.to_string()),
            charged_to: None,
            request_id: caller.request_id.clone(),
        };
        let promise = self.ledger.change(Lane::Normal, meta, move |live, moment| {
            taken(live, moment, &event)
        });
        let outcome = promise.recv().unwrap_or(Err(ChangeError::Unavailable));
        outcome.map(|recorded| recorded.value).map_err(Error::from)
    }
}

/// What an event does, on the state as it is in its turn.
fn taken(live: &Live, moment: &Moment<'_>, event: &Event) -> Result<Accepted<Told>, Error> {
    let id = event
        .news
        .subscription()
        .ok_or(Error::NotFound("subscription"))?;
    let known = live.subscription(id);
    let before = known.map(|known| known.facts.clone()).unwrap_or_default();
    let mut facts = before.clone();
    let is_new = facts.learn(&event.stamp, &event.news);
    let seen = Mutation::NoteStripeEvent(Arc::new(SeenEvent {
        id: Arc::clone(&event.stamp.event),
        received_at: moment.now,
    }));
    let mut details = json!({
        "created": event.stamp.created, "outcome": if is_new { "applied" } else { "older" },
        "subscription": &**id, "type": event.kind,
    });
    if !is_new {
        let mut accepted = Accepted::done(Told::Ignored, vec![seen], details);
        accepted.customer_id = known.and_then(|known| known.customer_id);
        return Ok(accepted);
    }
    let settings = &live.settings().stripe;
    needs_a_price(&facts, settings, live)?;
    let owner = owner(live, &facts, known.and_then(|known| known.customer_id));
    let mut turn = Turn::new(live, moment, id, owner, facts);
    if let Some(price) = turn
        .facts
        .state
        .as_ref()
        .and_then(|state| state.what.prices.first())
    {
        insert(&mut details, "price", json!(price));
    }
    let owner = turn.settle();
    for (name, value) in turn.said {
        insert(&mut details, name, value);
    }
    let mut mutations = turn.mutations;
    mutations.push(seen);
    let mut accepted = Accepted::done(Told::Applied, mutations, details);
    accepted.customer_id = owner;
    Ok(accepted)
}

fn insert(details: &mut Value, name: &str, value: Value) {
    if let Some(members) = details.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

/// What is in force must have a price that means a tier. Stripe tells it again later, when the operator
/// may have said what it means.
fn needs_a_price(facts: &Facts, settings: &StripeSettings, live: &Live) -> Result<(), Error> {
    let is_live = facts.standing() == Standing::Live;
    if !is_live || facts.tier(settings, live.tiers()).is_some() {
        return Ok(());
    }
    let prices = facts
        .state
        .as_ref()
        .map(|state| state.what.prices.join("`, `"));
    let why = format!(
        "no tier is set for the price `{}`: add it to `stripe.prices` and reload; Stripe sends the \
         event again",
        prices.unwrap_or_default()
    );
    Err(Error::Conflict(why))
}

/// Whose subscription it is.
enum Owner {
    /// A customer's.
    Known(CustomerId),
    /// Somebody's who is to be made a customer.
    New(Email, Name),
    /// Nobody knows yet.
    Unknown,
}

/// Whoever was named on purpose; else whom it was found to be before; else whose Stripe's customer is;
/// else who has the address. An address counts only when the subscription itself is known, so that
/// what its metadata say is never too late.
fn owner(live: &Live, facts: &Facts, before: Option<CustomerId>) -> Owner {
    let named = facts.references().find(|id| live.customer(*id).is_some());
    if let Some(id) = named.or(before) {
        return Owner::Known(id);
    }
    let payer = facts.stripe_customer().into_iter();
    let of_same = payer.flat_map(|payer| live.subscriptions_paid_by(payer));
    if let Some(id) = of_same.filter_map(|other| other.customer_id).min() {
        return Owner::Known(id);
    }
    let payer = facts
        .payer()
        .filter(|_| facts.standing() != Standing::Pending);
    let email = payer.and_then(|payer| Email::parse(payer.email.as_deref()?).ok());
    let (Some(payer), Some(email)) = (payer, email) else {
        return Owner::Unknown;
    };
    match live.customer_by_email(&email) {
        Some(id) if live.settings().stripe.find_by_email => Owner::Known(id),
        Some(_) => Owner::Unknown,
        None => {
            let name = payer
                .name
                .as_deref()
                .and_then(|name| Name::parse(name).ok());
            let name = name.or_else(|| Name::parse(email.as_str()).ok());
            name.map_or(Owner::Unknown, |name| Owner::New(email, name))
        }
    }
}

/// What comes of one event.
struct Turn<'a> {
    live: &'a Live,
    moment: &'a Moment<'a>,
    id: &'a Arc<str>,
    owner: Owner,
    facts: Facts,
    mutations: Vec<Mutation>,
    said: Vec<(&'static str, Value)>,
}

impl<'a> Turn<'a> {
    fn new(
        live: &'a Live,
        moment: &'a Moment<'a>,
        id: &'a Arc<str>,
        owner: Owner,
        facts: Facts,
    ) -> Self {
        Self {
            live,
            moment,
            id,
            owner,
            facts,
            mutations: Vec::new(),
            said: Vec::new(),
        }
    }

    /// Saves what is known, and lets follow what follows.
    fn settle(&mut self) -> Option<CustomerId> {
        let before = self
            .live
            .subscription(self.id)
            .and_then(|known| known.customer_id);
        let owner = match std::mem::replace(&mut self.owner, Owner::Unknown) {
            Owner::Known(id) => Some(id),
            Owner::New(email, name) => self.register(email, name),
            Owner::Unknown => None,
        };
        self.save(self.id, owner, self.facts.clone());
        if let Some(owner) = owner {
            let mut theirs = vec![self.facts.clone()];
            theirs.extend(self.others(owner));
            theirs.extend(self.adopted(owner));
            self.follow(owner, &theirs);
        }
        if let Some(before) = before.filter(|before| owner != Some(*before)) {
            self.follow(before, &self.others(before));
        }
        owner
    }

    fn save(&mut self, id: &Arc<str>, customer_id: Option<CustomerId>, facts: Facts) {
        let saved = Subscription {
            id: Arc::clone(id),
            customer_id,
            facts,
            updated_at: self.moment.now,
        };
        self.mutations
            .push(Mutation::SaveSubscription(Arc::new(saved)));
    }

    /// What is known of the customer's other subscriptions.
    fn others(&self, owner: CustomerId) -> Vec<Facts> {
        let all = self.live.subscriptions_of(owner);
        let others = all.filter(|other| other.id != *self.id);
        others.map(|other| other.facts.clone()).collect()
    }

    /// What is known of those subscriptions of the same customer of Stripe's that nobody was known for:
    /// they are the customer's own from now on.
    fn adopted(&mut self, owner: CustomerId) -> Vec<Facts> {
        let live = self.live;
        let payer = self.facts.stripe_customer().map(str::to_owned);
        let of_same = payer
            .iter()
            .flat_map(|payer| live.subscriptions_paid_by(payer))
            .filter(|other| other.id != *self.id && other.customer_id.is_none());
        let found: Vec<Arc<Subscription>> = of_same.cloned().collect();
        for other in &found {
            self.save(&other.id, Some(owner), other.facts.clone());
        }
        found.iter().map(|other| other.facts.clone()).collect()
    }

    fn verdict(&self, subscriptions: &[Facts]) -> Option<Verdict> {
        let settings = &self.live.settings().stripe;
        verdict(subscriptions.iter(), settings, self.live.tiers())
    }

    /// Makes a customer, and sends it a link to its first key where letters are sent.
    fn register(&mut self, email: Email, name: Name) -> Option<CustomerId> {
        let verdict = self.verdict(std::slice::from_ref(&self.facts))?;
        let id = CustomerId::fresh(self.moment.environment);
        let customer = Customer::new(id, name, email, verdict.tier?, self.moment.now);
        let customer = if verdict.is_suspended {
            customer.deactivated(DeactivatedBy::Billing)
        } else {
            customer
        };
        self.said.push((
            "registered",
            json!({"email": customer.email, "name": customer.name, "tier": &*customer.tier}),
        ));
        self.mutations
            .push(Mutation::SaveCustomer(Arc::new(customer.clone())));
        let letter = invitation(self.live, self.moment, &customer, Actor::Stripe);
        self.mutations.extend(letter);
        Some(customer.id)
    }

    /// The customer is moved, suspended or let go on, as its subscriptions say. Whom somebody else
    /// stopped, nobody's payment lets go on.
    fn follow(&mut self, id: CustomerId, subscriptions: &[Facts]) {
        let (Some(verdict), Some(state)) = (self.verdict(subscriptions), self.live.customer(id))
        else {
            return;
        };
        let known = state.customer();
        let mut customer = Customer::clone(known);
        if let Some(tier) = verdict.tier {
            customer.tier = tier;
        }
        let by_billing = customer.deactivated_by == Some(DeactivatedBy::Billing);
        if verdict.is_suspended && customer.is_active {
            customer = customer.deactivated(DeactivatedBy::Billing);
            self.mutations.extend(portal_closed(self.live, id));
        } else if !verdict.is_suspended && by_billing {
            customer = customer.reactivated();
        }
        if customer == **known {
            return;
        }
        let is_of = |customer: &Customer| json!({"tier": &*customer.tier, "deactivated_by": customer.deactivated_by});
        self.said.push(("from", is_of(known)));
        self.said.push(("to", is_of(&customer)));
        customer.updated_at = self.moment.now;
        self.mutations
            .push(Mutation::SaveCustomer(Arc::new(customer)));
    }
}
