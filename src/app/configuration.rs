//! The configuration in the ledger: with which settings the appliance starts, and which of them
//! change while it runs.

use std::sync::Arc;

use serde_json::Value;

use super::caller::Promise;
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::mutation::Mutation;
use crate::domain::settings::Configuration;
use crate::ledger::{Accepted, ChangeMeta, Lane};

impl App {
    /// Records that the appliance starts with these settings. The record is the proof that it can
    /// record at all, so the service manager hears of the start only then.
    pub fn start(&self, configuration: Arc<Configuration>, details: Value) -> Promise<()> {
        let meta = ChangeMeta {
            action: "appliance.start",
            actor: Actor::System,
            claim: None,
            customer_id: None,
            agent_id: None,
            object: None,
            charged_to: None,
            request_id: self.fresh_request_id(),
        };
        self.ledger
            .change::<(), Error, _>(Lane::Urgent, meta, move |_, _| {
                let mutations = vec![Mutation::Configure(configuration)];
                Ok(Accepted::done((), mutations, details))
            })
    }
}
