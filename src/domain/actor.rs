//! Who acted: always the credential, never what a body says.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::{KeyId, OperatorId, SetupLinkId};
use super::text::Username;

/// The credential behind an entry in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A customer's API key.
    Key(KeyId),
    /// An operator, by session or token.
    Operator(OperatorId, Username),
    /// Whoever can open the control socket or the data directory.
    Local,
    /// Whoever had a setup link.
    SetupLink(SetupLinkId),
    /// Nobody known: a registration or a failed sign-in.
    Nobody,
    /// The appliance itself.
    System,
}

impl Actor {
    /// As it is written to records and answers.
    pub fn described(&self) -> ActorRecord {
        let (kind, id, name) = match self {
            Self::Key(id) => ("api_key", Some(id.to_string()), None),
            Self::Operator(id, name) => ("operator", Some(id.to_string()), Some(name.to_string())),
            Self::Local => ("local", None, None),
            Self::SetupLink(id) => ("setup_link", Some(id.to_string()), None),
            Self::Nobody => ("nobody", None, None),
            Self::System => ("system", None, None),
        };
        ActorRecord {
            claim: None,
            id,
            kind: kind.to_owned(),
            name,
        }
    }

    /// One word for the store: `api_key:key_…`, `operator:op_…:name`, `local`,
    /// `setup_link:stl_…`, `nobody`, `system`.
    pub fn to_stored(&self) -> String {
        match self {
            Self::Key(id) => format!("api_key:{id}"),
            Self::Operator(id, name) => format!("operator:{id}:{name}"),
            Self::Local => "local".to_owned(),
            Self::SetupLink(id) => format!("setup_link:{id}"),
            Self::Nobody => "nobody".to_owned(),
            Self::System => "system".to_owned(),
        }
    }

    /// Reads what [`Self::to_stored`] wrote; what it cannot read is `System`.
    pub fn from_stored(text: &str) -> Self {
        let mut parts = text.splitn(3, ':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("api_key"), Some(id), None) => id.parse().map_or(Self::System, Self::Key),
            (Some("operator"), Some(id), Some(name)) => id.parse().map_or(Self::System, |id| {
                Self::Operator(id, Username::from_stored(name))
            }),
            (Some("local"), None, None) => Self::Local,
            (Some("setup_link"), Some(id), None) => {
                id.parse().map_or(Self::System, Self::SetupLink)
            }
            (Some("nobody"), None, None) => Self::Nobody,
            (Some(_) | None, _, _) => Self::System,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(id) => write!(f, "{id}"),
            Self::Operator(_, name) => write!(f, "{name}"),
            Self::Local => f.write_str("the local owner"),
            Self::SetupLink(id) => write!(f, "{id}"),
            Self::Nobody => f.write_str("nobody"),
            Self::System => f.write_str("the appliance"),
        }
    }
}

/// An actor in a record: members in the order of RFC 8785.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorRecord {
    /// What the body claimed about the person, beside the credential.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The credential's identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `api_key`, `operator`, `local`, `setup_link`, `nobody` or `system`.
    pub kind: String,
    /// The operator's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_word_round_trips() {
        let operator = Actor::Operator(
            OperatorId::from_bytes([7; 16]),
            Username::parse("ada.lovelace").unwrap(),
        );
        let key = Actor::Key(KeyId::from_bytes([9; 16]));
        let link = Actor::SetupLink(SetupLinkId::from_bytes([5; 16]));
        for actor in [
            operator,
            key,
            link,
            Actor::Local,
            Actor::Nobody,
            Actor::System,
        ] {
            assert_eq!(Actor::from_stored(&actor.to_stored()), actor);
        }
        assert_eq!(Actor::from_stored("api_key:nonsense"), Actor::System);
    }
}
