//! Applying a file: one change that makes every customer, each with its record.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};

use serde_json::{Value, json};

use super::conflict;
use super::rows::{ImportFile, Wanted};
use super::staging::Keys;
use crate::app::Error;
use crate::domain::actor::Actor;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, ImportId, KeyId};
use crate::domain::key::ApiKey;
use crate::domain::mutation::Mutation;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::text::{Email, Name};
use crate::ledger::{Moment, Part, Parts};
use crate::live::Live;

/// What becomes of rows that are wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// One of them, and nothing is applied.
    All,
    /// They are left out.
    SkipBad,
}

impl Mode {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::SkipBad => "skip_bad",
        }
    }
}

/// What an import came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// Customers that were made.
    pub imported: usize,
    /// Rows that were left out.
    pub skipped: usize,
    /// Whether the customers were given keys.
    pub has_keys: bool,
}

/// A customer that was made, with its first key.
#[derive(Debug)]
pub struct Issued {
    /// The customer.
    pub customer_id: CustomerId,
    /// Its name.
    pub name: Name,
    /// Its address.
    pub email: Email,
    /// The key.
    pub key_id: KeyId,
    /// The key's secret.
    pub secret: Secret,
}

/// The customers of a file, made one after another.
pub(super) struct Registering {
    pub(super) id: ImportId,
    pub(super) file: Arc<ImportFile>,
    pub(super) done: Arc<AtomicUsize>,
    pub(super) issued: Keys,
    mode: Mode,
    gives_keys: bool,
    plan: Option<Plan>,
}

/// What was found right in its turn.
struct Plan {
    /// The rows to make, and the tier of each, the last one first.
    rows: Vec<(usize, Arc<str>)>,
    actor: Actor,
}

impl Registering {
    pub(super) fn new(id: ImportId, file: Arc<ImportFile>, mode: Mode, gives_keys: bool) -> Self {
        Self {
            id,
            file,
            done: Arc::default(),
            issued: Keys::default(),
            mode,
            gives_keys,
            plan: None,
        }
    }

    /// Looks at every row once more, on the state as it is now.
    pub(super) fn plan(&mut self, live: &Live, actor: Actor) -> Result<Applied, Error> {
        let mut rows = Vec::with_capacity(self.file.rows.len());
        let mut first_bad = None;
        for (place, row) in self.file.rows.iter().enumerate() {
            match row.tier(live).filter(|_| !row.is_bad(live)) {
                Some(tier) => rows.push((place, Arc::clone(&tier.name))),
                None => first_bad = first_bad.or(Some(row)),
            }
        }
        let (all, good) = (self.file.rows.len(), rows.len());
        if let (Mode::All, Some(row)) = (self.mode, first_bad) {
            let errors = row.errors(live);
            let first = errors.first().map_or_else(String::new, |error| {
                format!(
                    "; the first is in line {}: `{}` {}",
                    row.line, error.field, error.message
                )
            });
            let why = format!("{} of {all} rows cannot be imported{first}", all - good);
            return Err(conflict(why));
        }
        if rows.is_empty() {
            return Err(conflict("there is no row to import"));
        }
        rows.reverse();
        self.plan = Some(Plan { rows, actor });
        Ok(Applied {
            imported: good,
            skipped: all - good,
            has_keys: self.gives_keys,
        })
    }

    /// What the import's own record says.
    pub(super) fn details(&self, applied: Applied) -> Value {
        json!({
            "file_sha256": self.file.sha256, "imported": applied.imported, "keys": self.gives_keys,
            "mode": self.mode.word(), "rows": self.file.rows.len(), "skipped": applied.skipped,
        })
    }

    fn part(&self, wanted: &Wanted, tier: Arc<str>, actor: Actor, moment: &Moment<'_>) -> Part {
        let id = CustomerId::fresh(moment.environment);
        let (name, email) = (wanted.name.clone(), wanted.email.clone());
        let customer = Customer {
            overrides: wanted.overrides,
            time_zone: wanted.time_zone.clone(),
            ..Customer::new(id, name, email, tier, moment.now)
        };
        let key = self.gives_keys.then(|| self.key(&customer, actor, moment));
        let details = json!({
            "api_key": key.as_ref().map(|key| key.id), "email": customer.email,
            "import": self.id, "name": customer.name, "overrides": customer.overrides,
            "tier": &*customer.tier, "time_zone": customer.time_zone,
        });
        let mut mutations = vec![Mutation::SaveCustomer(Arc::new(customer))];
        mutations.extend(key.map(|key| Mutation::SaveKey(Arc::new(key))));
        Part {
            action: "customer.register",
            customer_id: Some(id),
            object: id.to_string(),
            mutations,
            details,
        }
    }

    /// The customer's first key, whose secret is kept for the operator.
    fn key(&self, customer: &Customer, actor: Actor, moment: &Moment<'_>) -> ApiKey {
        let secret = Secret::fresh(SecretKind::ApiKey, moment.environment);
        let id = KeyId::fresh(moment.environment);
        let key = ApiKey::first(id, customer.id, &secret, actor, moment.now);
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        issued.push(Issued {
            customer_id: customer.id,
            name: customer.name.clone(),
            email: customer.email.clone(),
            key_id: key.id,
            secret,
        });
        key
    }
}

impl Parts for Registering {
    fn next(&mut self, moment: &Moment<'_>) -> Option<Part> {
        let plan = self.plan.as_mut()?;
        let actor = plan.actor.clone();
        let (place, tier) = plan.rows.pop()?;
        let file = Arc::clone(&self.file);
        let wanted = file.rows.get(place)?.wanted()?;
        let part = self.part(wanted, tier, actor, moment);
        self.done.fetch_add(1, Ordering::Relaxed);
        Some(part)
    }
}
