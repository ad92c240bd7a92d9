//! Which version of an object somebody means to change: two people who edit the same thing do not
//! overwrite each other unseen.

use std::fmt;
use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Error;
use crate::domain::agent::Agent;
use crate::domain::customer::Customer;
use crate::domain::operator::Operator;
use crate::domain::quote::Quote;
use crate::domain::time::Timestamp;

/// Bytes of the digest that name a version; what is compared is public.
const SHOWN_BYTES: usize = 16;

/// The name of one version of an object: the same as long as nothing that can be edited changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version(String);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An object that is edited by people.
pub trait Versioned {
    /// Everything about it that can be edited, and no counters.
    fn edited(&self) -> Value;
    /// When it was last changed.
    fn updated_at(&self) -> Timestamp;

    /// The name of the version that it is in.
    fn version(&self) -> Version {
        let digest = Sha256::digest(self.edited().to_string().as_bytes());
        let shown = digest.iter().take(SHOWN_BYTES);
        Version(shown.fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            write!(hex, "{byte:02x}").ok();
            hex
        }))
    }
}

impl Versioned for Customer {
    fn edited(&self) -> Value {
        let Self {
            id,
            name,
            email,
            tier,
            overrides,
            time_zone,
            is_active,
            deactivated_by,
            created_at: _,
            updated_at: _,
        } = self;
        json!([
            id,
            name,
            email,
            &**tier,
            overrides,
            time_zone,
            is_active,
            deactivated_by
        ])
    }

    fn updated_at(&self) -> Timestamp {
        self.updated_at
    }
}

impl Versioned for Agent {
    fn edited(&self) -> Value {
        let Self {
            customer_id,
            id,
            name,
            owner,
            status,
            // Another one of the same name is not the one that was read.
            created_at,
            updated_at: _,
        } = self;
        json!([customer_id, id, name, owner, status.word(), created_at])
    }

    fn updated_at(&self) -> Timestamp {
        self.updated_at
    }
}

impl Versioned for Operator {
    fn edited(&self) -> Value {
        let Self {
            id,
            username,
            role,
            // A password is set by itself, and no part of what is edited together.
            password: _,
            is_disabled,
            created_at: _,
            updated_at: _,
        } = self;
        json!([id, username, role.word(), is_disabled])
    }

    fn updated_at(&self) -> Timestamp {
        self.updated_at
    }
}

impl Versioned for Quote {
    fn edited(&self) -> Value {
        // What was asked does not change; how far it has come, and what is noted, does.
        json!([self.id, self.state.word(), self.notes])
    }

    fn updated_at(&self) -> Timestamp {
        self.updated_at
    }
}

/// The versions that a change may be made on, as whoever asks for it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Expected {
    /// Whatever is there.
    #[default]
    Anything,
    /// One of these.
    OneOf(Vec<String>),
}

impl Expected {
    /// Refuses when the object is in another version; asked in the change's turn.
    pub(super) fn check(&self, object: &impl Versioned) -> Result<(), Error> {
        let is_expected = match self {
            Self::Anything => true,
            Self::OneOf(versions) => versions.contains(&object.version().0),
        };
        if is_expected {
            return Ok(());
        }
        Err(Error::EditConflict(object.updated_at()))
    }
}
