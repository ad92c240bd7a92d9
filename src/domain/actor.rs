//! Who acted: always the credential, never what a body says.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::{KeyId, KeyLinkId, OperatorId, PortalLinkId, SessionId, SetupLinkId};
use super::portal::PortalOrigin;
use super::text::{Name, Username};

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
    /// Whoever had a link into a customer's portal.
    PortalLink(PortalLinkId),
    /// Whoever had a link to a key.
    KeyLink(KeyLinkId),
    /// A customer, by a session in its portal.
    Portal {
        /// The session.
        session: SessionId,
        /// What it was opened with.
        origin: PortalOrigin,
        /// The person who holds that, where one was named.
        holder: Option<Name>,
    },
    /// Nobody known: a registration or a failed sign-in.
    Nobody,
    /// Stripe, by an event that it signed.
    Stripe,
    /// The appliance itself.
    System,
}

impl Actor {
    /// Whether it is this operator.
    pub fn is_operator(&self, operator: OperatorId) -> bool {
        matches!(self, Self::Operator(id, _) if *id == operator)
    }

    /// As it is written to records and answers.
    pub fn described(&self) -> ActorRecord {
        let mut via = None;
        let (kind, id, name) = match self {
            Self::Key(id) => ("api_key", Some(id.to_string()), None),
            Self::Operator(id, name) => ("operator", Some(id.to_string()), Some(name.to_string())),
            Self::Local => ("local", None, None),
            Self::SetupLink(id) => ("setup_link", Some(id.to_string()), None),
            Self::PortalLink(id) => ("portal_link", Some(id.to_string()), None),
            Self::KeyLink(id) => ("key_link", Some(id.to_string()), None),
            Self::Portal {
                session,
                origin,
                holder,
            } => {
                via = Some(origin.to_string());
                let name = holder.as_ref().map(ToString::to_string);
                ("portal", Some(session.to_string()), name)
            }
            Self::Nobody => ("nobody", None, None),
            Self::Stripe => ("stripe", None, None),
            Self::System => ("system", None, None),
        };
        ActorRecord {
            claim: None,
            id,
            kind: kind.to_owned(),
            name,
            via,
        }
    }

    /// One word for the store: `api_key:key_…`, `operator:op_…:name`, `local`,
    /// `setup_link:stl_…`, `portal_link:plk_…`, `key_link:kln_…`, `portal:ses_…:key_…:holder` (or `plk_…`, and without a holder),
    /// `nobody`, `stripe`, `system`.
    pub fn to_stored(&self) -> String {
        match self {
            Self::Key(id) => format!("api_key:{id}"),
            Self::Operator(id, name) => format!("operator:{id}:{name}"),
            Self::Local => "local".to_owned(),
            Self::SetupLink(id) => format!("setup_link:{id}"),
            Self::PortalLink(id) => format!("portal_link:{id}"),
            Self::KeyLink(id) => format!("key_link:{id}"),
            Self::Portal {
                session,
                origin,
                holder: Some(holder),
            } => format!("portal:{session}:{origin}:{holder}"),
            Self::Portal {
                session,
                origin,
                holder: None,
            } => format!("portal:{session}:{origin}"),
            Self::Nobody => "nobody".to_owned(),
            Self::Stripe => "stripe".to_owned(),
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
            (Some("portal_link"), Some(id), None) => {
                id.parse().map_or(Self::System, Self::PortalLink)
            }
            (Some("key_link"), Some(id), None) => id.parse().map_or(Self::System, Self::KeyLink),
            (Some("portal"), Some(session), Some(rest)) => {
                portal(session, rest).unwrap_or(Self::System)
            }
            (Some("nobody"), None, None) => Self::Nobody,
            (Some("stripe"), None, None) => Self::Stripe,
            (Some(_) | None, _, _) => Self::System,
        }
    }
}

/// A customer's session, from its identifier and what stands behind it.
fn portal(session: &str, rest: &str) -> Option<Actor> {
    let (origin, holder) = match rest.split_once(':') {
        Some((origin, holder)) => (origin, Some(Name::from_stored(holder))),
        None => (rest, None),
    };
    Some(Actor::Portal {
        session: session.parse().ok()?,
        origin: origin.parse().ok()?,
        holder,
    })
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(id) => write!(f, "{id}"),
            Self::Operator(_, name) => write!(f, "{name}"),
            Self::Local => f.write_str("the local owner"),
            Self::SetupLink(id) => write!(f, "{id}"),
            Self::PortalLink(id) => write!(f, "{id}"),
            Self::KeyLink(id) => write!(f, "{id}"),
            Self::Portal {
                holder: Some(holder),
                ..
            } => write!(f, "{holder}"),
            Self::Portal { session, .. } => write!(f, "{session}"),
            Self::Nobody => f.write_str("nobody"),
            Self::Stripe => f.write_str("Stripe"),
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
    /// `api_key`, `operator`, `local`, `setup_link`, `portal_link`, `key_link`, `portal`, `nobody`,
    /// `stripe` or `system`.
    pub kind: String,
    /// The operator's name, or that of the person who holds a session in the portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The key or the link that a session in the portal was opened with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
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
        let portal = |origin, holder| Actor::Portal {
            session: SessionId::from_bytes([3; 16]),
            origin,
            holder,
        };
        let by_key = portal(PortalOrigin::Key(KeyId::from_bytes([9; 16])), None);
        let by_link = portal(
            PortalOrigin::Link(PortalLinkId::from_bytes([4; 16])),
            Some(Name::parse("Ada: of the board").unwrap()),
        );
        for actor in [
            operator,
            key,
            link,
            by_key,
            by_link,
            Actor::PortalLink(PortalLinkId::from_bytes([4; 16])),
            Actor::Local,
            Actor::Nobody,
            Actor::Stripe,
            Actor::System,
        ] {
            assert_eq!(Actor::from_stored(&actor.to_stored()), actor);
        }
        for nonsense in ["api_key:nonsense", "portal:ses_1:key_1", "portal:x"] {
            assert_eq!(Actor::from_stored(nonsense), Actor::System);
        }
    }
}
