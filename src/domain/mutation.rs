//! What a change does: a list of these is applied to memory and to the store alike, so that the
//! two cannot mean different things, and reading the store back is applying them again.

use std::sync::Arc;

use super::agent::Agent;
use super::approval::Approval;
use super::customer::Customer;
use super::id::{CustomerId, MessageId, PermissionId, QuoteId, SetupLinkId};
use super::key::ApiKey;
use super::key_link::KeyLink;
use super::kill::{KillSwitch, KillTarget};
use super::operator::{Operator, OperatorToken, Session, SetupLink};
use super::outbox::Message;
use super::permission::Permission;
use super::portal::{PortalLink, PortalSession};
use super::quota::QuotaNotice;
use super::quote::Quote;
use super::settings::Configuration;
use super::stripe::{SeenEvent, Subscription};
use super::text::AgentId;
use super::time::Timestamp;

/// One object as it stands from now on, or its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mutation {
    /// A customer is new or changed.
    SaveCustomer(Arc<Customer>),
    /// More is known of a subscription at Stripe.
    SaveSubscription(Arc<Subscription>),
    /// An event of Stripe's was taken; those of long ago are forgotten.
    NoteStripeEvent(Arc<SeenEvent>),
    /// An API key is new or changed.
    SaveKey(Arc<ApiKey>),
    /// A link to a key is in force, or has another secret.
    SaveKeyLink(Arc<KeyLink>),
    /// A link to a key was used, withdrawn, or is over.
    CloseKeyLink(Arc<KeyLink>),
    /// A message to the outside is new or stands otherwise.
    SaveMessage(Arc<Message>),
    /// Messages that were over long ago are gone.
    ForgetMessages(Arc<[MessageId]>),
    /// An agent is new or changed.
    SaveAgent(Arc<Agent>),
    /// An agent is gone, and its permissions with it.
    DeleteAgent(CustomerId, AgentId),
    /// A permission is new.
    AddPermission(Arc<Permission>),
    /// A permission is gone.
    DeletePermission(CustomerId, PermissionId),
    /// A kill switch is engaged, or engaged again with another authority.
    Engage(Arc<KillSwitch>),
    /// A kill switch is released.
    Release(KillTarget),
    /// An approval is new or stands otherwise.
    SaveApproval(Arc<Approval>),
    /// An operator is new or changed.
    SaveOperator(Arc<Operator>),
    /// An operator's token is new or changed.
    SaveToken(Arc<OperatorToken>),
    /// A session is open.
    OpenSession(Arc<Session>),
    /// A session is closed.
    CloseSession(Arc<Session>),
    /// A configuration comes into force at that moment. At the next start the file's counts, not this
    /// one.
    Configure(Arc<Configuration>, Timestamp),
    /// A customer's month has reached a mark of its quota.
    NoteQuota(QuotaNotice),
    /// A request for a quote is new or changed.
    SaveQuote(Arc<Quote>),
    /// A request for a quote is gone.
    DeleteQuote(QuoteId),
    /// A setup link is in force, and the one before it no more.
    OpenSetupLink(Arc<SetupLink>),
    /// A setup link was used.
    CloseSetupLink(SetupLinkId),
    /// A customer's session is open.
    OpenPortalSession(Arc<PortalSession>),
    /// A customer's session is closed.
    ClosePortalSession(Arc<PortalSession>),
    /// A link into a customer's portal is in force.
    OpenPortalLink(Arc<PortalLink>),
    /// A link into a customer's portal was used, withdrawn, or is over.
    ClosePortalLink(Arc<PortalLink>),
}
