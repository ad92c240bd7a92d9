//! The configuration in the ledger: with which settings the appliance starts, and which of them
//! change while it runs.

use std::sync::{Arc, PoisonError};

use serde_json::{Value, json};

use super::caller::{Caller, Draft, Promise};
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::mutation::Mutation;
use crate::domain::operator::Roles;
use crate::domain::settings::{Configuration, LiveSettings};
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane, RecordedChange};
use crate::live::{Credential, Live, Need, Principal};

/// What a reload came to.
#[derive(Debug, Clone, Default)]
pub struct Reloaded {
    /// What is otherwise now, by key: `{"KEY": {"from": …, "to": …}}`.
    pub changes: serde_json::Map<String, Value>,
    /// Keys of files that hold something else now, such as another secret, and of what is shown
    /// without its secret part.
    pub files_changed: Vec<&'static str>,
    /// Keys that differ from what is in force, and take a restart.
    pub needs_restart: Vec<String>,
    /// What works but deserves a word.
    pub warnings: Vec<String>,
}

/// A configuration that was read and found sound, and is not in force yet.
pub struct Proposal {
    /// What the ledger takes over.
    pub configuration: Arc<Configuration>,
    /// The SHA-256 of all its settings.
    pub sha256: String,
    /// What would change.
    pub reloaded: Reloaded,
    /// What else takes it over, such as the log's levels; nothing in it can fail any more. Called
    /// once the change is on the disk.
    pub adopt: Box<dyn FnOnce() + Send>,
}

/// One setting that is in force.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Its key, for example `server.drain_seconds`.
    pub key: &'static str,
    /// Its value as it would stand in a file.
    pub value: String,
    /// What it is when nobody sets it.
    pub default: String,
    /// What set it.
    pub source: SettingSource,
    /// Where: a file with its line, a variable, an option.
    pub place: Option<String>,
    /// Whether it changes with a reload; otherwise it takes a restart.
    pub is_live: bool,
    /// What its number counts.
    pub unit: Option<&'static str>,
    /// What it does.
    pub about: String,
}

/// What set a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingSource {
    /// Nobody: it is built in.
    Default,
    /// The configuration file.
    File,
    /// An environment variable.
    Environment,
    /// An option of the command line.
    Option,
}

impl SettingSource {
    /// Its word in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Option => "option",
        }
    }
}

/// Where the configuration is read from.
pub trait ConfigurationSource: Send + Sync {
    /// Reads all of it and finds every mistake; changes nothing.
    fn propose(&self) -> Result<Proposal, Error>;

    /// Every setting that is in force.
    fn settings(&self) -> Vec<Setting>;

    /// Hears how a reload ended that [`Self::propose`] began: in any case, and once.
    fn settled(&self, request_id: &str, outcome: Result<&Reloaded, &ChangeError<Error>>);
}

/// The outcome of a reload, as the ledger answers a change.
pub type ReloadOutcome = Result<RecordedChange<Reloaded>, ChangeError<Error>>;

const RELOAD: &str = "configuration.reload";

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
            .change::<(), Error, _>(Lane::Urgent, meta, move |_, moment| {
                let mutations = vec![Mutation::Configure(configuration, moment.now)];
                Ok(Accepted::done((), mutations, details))
            })
    }

    /// Says where the configuration is read from, once; without it nothing is reloaded.
    pub fn reload_from(&self, source: Box<dyn ConfigurationSource>) {
        // A second source would be a defect of the program; the first one stays.
        self.source.set(source).ok();
    }

    /// Reads the configuration again and takes over what changes without a restart: all of it, in
    /// one step of the ledger's order, or nothing. Blocks until the outcome is on the disk.
    pub fn reload(&self, caller: &Caller) -> ReloadOutcome {
        let draft = Draft {
            action: RELOAD,
            ..Draft::default()
        };
        let source = match self.configuration() {
            Ok(source) => source,
            Err(error) => return self.refused_reload(caller, draft, error),
        };
        // One at a time, so that each names the difference to the one before.
        let _turn = self
            .reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let outcome = match source.propose() {
            Ok(proposal) => self.adopt(caller, draft, proposal),
            Err(error) => self.refused_reload(caller, draft, error),
        };
        let told = outcome.as_ref().map(|recorded| &recorded.value);
        source.settled(&caller.request_id, told);
        outcome
    }

    /// The same for a signal: whoever may send one is the local owner.
    pub fn reload_on_signal(&self) -> ReloadOutcome {
        let caller = Caller {
            credential: Credential::Local,
            need: Need {
                anyone: false,
                scopes: &[],
                roles: Roles::OWNER,
            },
            principal: Principal::Local,
            charged_to: None,
            request_id: self.fresh_request_id(),
        };
        self.reload(&caller)
    }

    /// Every setting that is in force, and where it came from.
    pub fn settings(&self) -> Result<Vec<Setting>, Error> {
        Ok(self.configuration()?.settings())
    }

    fn configuration(&self) -> Result<&dyn ConfigurationSource, Error> {
        let why = "nothing here reads a configuration: `portcullis serve` does, a demo has settings of its own";
        let source = self.source.get().map(AsRef::as_ref);
        source.ok_or_else(|| Error::Conflict(why.to_owned()))
    }

    fn adopt(&self, caller: &Caller, draft: Draft, proposal: Proposal) -> ReloadOutcome {
        let Proposal {
            configuration,
            sha256,
            reloaded,
            adopt,
        } = proposal;
        let details = json!({
            "changes": reloaded.changes,
            "configuration_sha256": sha256,
            "needs_restart": reloaded.needs_restart,
            "files_changed": reloaded.files_changed,
        });
        let promise = self.change(caller, draft, move |live, moment, _| {
            every_customer_keeps_its_tier(live, &configuration.live)?;
            let mutations = vec![Mutation::Configure(configuration, moment.now)];
            Ok(Accepted::done(reloaded, mutations, details))
        });
        let outcome = answered(promise);
        if outcome.is_ok() {
            adopt();
        }
        outcome
    }

    fn refused_reload(&self, caller: &Caller, draft: Draft, error: Error) -> ReloadOutcome {
        let promise = self.change(caller, draft, move |_, _, _| Err(error));
        answered(promise)
    }
}

/// Waits for an outcome; a ledger that is gone cannot record.
fn answered(promise: Promise<Reloaded>) -> ReloadOutcome {
    promise.recv().unwrap_or(Err(ChangeError::Unavailable))
}

/// A tier that a customer is on cannot go.
fn every_customer_keeps_its_tier(live: &Live, next: &LiveSettings) -> Result<(), Error> {
    let mut stranded = live
        .customers()
        .map(|state| state.customer())
        .filter(|customer| next.tiers.find(&customer.tier).is_none());
    let Some(first) = stranded.next() else {
        return Ok(());
    };
    let others = match stranded.count() {
        0 => String::new(),
        count => format!(" ({count} more customers are on tiers that are gone)"),
    };
    Err(Error::Conflict(format!(
        "customer {} is on the tier `{}`, which the new configuration does not offer: offer it, \
         or move the customer first{others}",
        first.id, first.tier
    )))
}
