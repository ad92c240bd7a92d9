//! Requests for a quote: anybody leaves one, operators answer, note and delete them.

use std::net::IpAddr;
use std::sync::Arc;

use serde_json::json;

use super::caller::{Caller, Draft, Promise};
use super::customers::unknown_tier;
use super::outbox::{Notice, messages_for};
use super::versions::Expected;
use super::{App, Error};
use crate::domain::id::QuoteId;
use crate::domain::mutation::Mutation;
use crate::domain::outbox::{Message, MessageStatus, Template};
use crate::domain::quote::{Quote, QuoteState};
use crate::domain::recommend::recommend;
use crate::domain::text::{Email, Name};
use crate::domain::tier::Tier;
use crate::ledger::{Accepted, Moment};
use crate::live::Live;

/// Requests that may wait for an answer at once; strangers cannot fill the disk with more.
pub const MAX_OPEN: usize = 1000;

/// A request as it was made.
#[derive(Clone)]
pub struct NewQuote {
    /// The company that asks.
    pub company: Name,
    /// The person who asks.
    pub contact: Name,
    /// Where to answer.
    pub email: Email,
    /// The tier that they named.
    pub tier: Option<String>,
    /// Agents that they run.
    pub agents: Option<u32>,
    /// Checks that they expect in a month.
    pub checks_per_month: Option<u64>,
    /// What else they wrote.
    pub message: Option<String>,
}

/// What an operator changes about a request; what is `None` stays.
#[derive(Clone, Default)]
pub struct QuotePatch {
    /// Another state.
    pub state: Option<QuoteState>,
    /// Other notes, or `Some(None)` for none.
    pub notes: Option<Option<String>>,
}

fn may_ask(live: &Live, is_operator: bool) -> Result<(), Error> {
    if !live.settings().quotes_are_open && !is_operator {
        let why = "quotes are not asked for here; ask the operator of this appliance";
        return Err(Error::OperatorNeeded(why.to_owned()));
    }
    if live.quotes_open() >= MAX_OPEN {
        return Err(Error::TooManyQuotes);
    }
    Ok(())
}

/// The open request that says the same.
fn asked_before<'a>(live: &'a Live, new: &NewQuote) -> Option<&'a Arc<Quote>> {
    let open = live
        .quotes_before(None)
        .filter(|known| known.state == QuoteState::Open);
    open.take(MAX_OPEN).find(|known| {
        known.company == new.company
            && known.contact == new.contact
            && known.email == new.email
            && known.tier.as_deref() == new.tier.as_deref()
            && known.agents == new.agents
            && known.checks_per_month == new.checks_per_month
            && known.message == new.message
    })
}

impl App {
    /// Keeps a request for a quote. Its record holds neither names nor addresses. Whoever asks again
    /// because no answer came, in the same words and while the request is open, gets the one that
    /// is there.
    pub fn request_quote(
        &self,
        caller: &Caller,
        address: Option<IpAddr>,
        new: NewQuote,
    ) -> Result<Promise<QuoteId>, Error> {
        let is_operator = caller.is_administrator();
        // Asked before, so that strangers leave no records, and again in its turn.
        may_ask(&self.live(), is_operator)?;
        if !is_operator {
            self.pass_quote(address)?;
        }
        let draft = Draft {
            action: "quote.request",
            ..Draft::default()
        };
        Ok(self.change(caller, draft, move |live, moment, _| {
            if let Some(known) = asked_before(live, &new) {
                let details = json!({"tier": known.tier, "asked_before": true});
                return Ok(Accepted::done(known.id, Vec::new(), details).about(&known.id));
            }
            may_ask(live, is_operator)?;
            let tier = new.tier.as_deref().map(|name| {
                let tier = live.tiers().find(name).ok_or_else(|| unknown_tier(live))?;
                Ok::<_, Error>(Arc::clone(&tier.name))
            });
            let quote = Quote {
                id: QuoteId::fresh(moment.environment),
                company: new.company,
                contact: new.contact,
                email: new.email,
                tier: tier.transpose()?,
                agents: new.agents,
                checks_per_month: new.checks_per_month,
                message: new.message,
                state: QuoteState::Open,
                notes: None,
                created_at: moment.now,
                updated_at: moment.now,
            };
            let details = json!({"tier": quote.tier});
            let id = quote.id;
            let quote = Arc::new(quote);
            let mut mutations = vec![Mutation::SaveQuote(Arc::clone(&quote))];
            mutations.extend(notices(live, moment, &quote));
            Ok(Accepted::done(id, mutations, details).about(&id))
        }))
    }

    /// Changes how far a request has come, and what is noted about it.
    pub fn patch_quote(
        &self,
        caller: &Caller,
        id: QuoteId,
        patch: QuotePatch,
        expected: Expected,
    ) -> Promise<QuoteId> {
        let draft = draft("quote.update", id);
        self.change(caller, draft, move |live, moment, _| {
            let known = find_quote(live, id)?;
            expected.check(known.as_ref())?;
            let quote = Quote {
                state: patch.state.unwrap_or(known.state),
                notes: patch.notes.unwrap_or_else(|| known.notes.clone()),
                updated_at: moment.now,
                ..Quote::clone(known)
            };
            let details = json!({"from": known.state.word(), "to": quote.state.word()});
            let mutations = vec![Mutation::SaveQuote(Arc::new(quote))];
            Ok(Accepted::done(id, mutations, details))
        })
    }

    /// Deletes a request, and with it all that is known of the people behind it: messages to
    /// operators that still hold what was said are withdrawn.
    pub fn delete_quote(&self, caller: &Caller, id: QuoteId) -> Promise<()> {
        let draft = draft("quote.delete", id);
        self.change(caller, draft, move |live, moment, _| {
            let known = find_quote(live, id)?;
            let details = json!({"state": known.state.word()});
            let mut mutations = vec![Mutation::DeleteQuote(id)];
            mutations.extend(messages_about(live, id).map(|message| {
                let why = Some("the request that it tells of was deleted".to_owned());
                let withdrawn = message.settled(MessageStatus::Cancelled, why, moment.now);
                Mutation::SaveMessage(Arc::new(withdrawn))
            }));
            Ok(Accepted::done((), mutations, details))
        })
    }
}

/// Those messages about a request that still hold what was said. One that is being sent is among
/// them: what becomes of it is then told by nobody, but nothing of it is kept either.
fn messages_about(live: &Live, id: QuoteId) -> impl Iterator<Item = &Arc<Message>> {
    let id = id.to_string();
    let about = move |message: &&Arc<Message>| {
        message.template == Template::QuoteRequest && message.facts.get("quote_id") == Some(&id)
    };
    live.messages().filter(about)
}

/// What tells operators of it, where they want to be told.
fn notices(live: &Live, moment: &Moment<'_>, quote: &Quote) -> Vec<Mutation> {
    let recommended = recommended(live, quote);
    let notice = Notice::QuoteRequested {
        quote: &quote.id.to_string(),
        company: quote.company.as_str(),
        contact: quote.contact.as_str(),
        email: quote.email.as_str(),
        subscription_tier: quote.tier.as_deref().unwrap_or_default(),
        recommended_tier: recommended.as_ref().map_or("", |tier| &tier.name),
        message: quote.message.as_deref().unwrap_or_default(),
    };
    messages_for(live, moment, notice)
}

/// The cheapest tier, of those on offer now, that fits what they said; none when they gave no
/// numbers.
pub fn recommended(live: &Live, quote: &Quote) -> Option<Arc<Tier>> {
    let demand = quote.demand();
    let is_known = demand.says_anything();
    is_known.then(|| recommend(live.tiers(), &demand).tier)?
}

/// The request of that identifier.
pub fn find_quote(live: &Live, id: QuoteId) -> Result<&Arc<Quote>, Error> {
    live.quote(id).ok_or(Error::NotFound("request for a quote"))
}

fn draft(action: &'static str, id: QuoteId) -> Draft {
    Draft {
        action,
        object: Some(id.to_string()),
        ..Draft::default()
    }
}
