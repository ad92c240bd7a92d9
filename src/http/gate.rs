//! The gate: who calls, may they, is it charged, and whose customer is it about.

use std::sync::Arc;

use rouille::Request;

use super::Http;
use super::call::{Params, bad_parameter};
use super::resources;
use super::routes::{Method, Route, Target};
use super::wire::{Head, Lane};
use crate::app::{Allowance, Caller, Charged, Error};
use crate::domain::id::CustomerId;
use crate::domain::scope::Scope;
use crate::domain::secret::{Secret, SecretKind};
use crate::domain::time::Timestamp;
use crate::live::{Credential, CustomerState, Live, NotAdmitted, Principal};
use crate::tls::{ActsAs, PeerCertificate};

/// The session cookie. The prefix makes browsers refuse it without `Secure` and `Path=/`, and from
/// other hosts of the same site (RFC 6265bis, section 4.1.3.2).
pub const SESSION_COOKIE: &str = "__Host-portcullis";

/// What the gate found out about a call that may go on.
pub struct Admitted {
    /// Who calls.
    pub caller: Caller,
    /// Where the customer's bucket stands.
    pub allowance: Option<Allowance>,
    /// The customer whose call is charged.
    pub charged: Option<Arc<CustomerState>>,
}

/// A call that may not go on, with what its answer still says about the bucket.
pub struct Stopped {
    /// Why.
    pub error: Error,
    /// Where the customer's bucket stands.
    pub allowance: Option<Allowance>,
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self {
            error,
            allowance: None,
        }
    }
}

/// What a request proves, by its headers, the certificate of its connection and the road that it
/// came on. What is sent on purpose beats what a connection carries along: a header, then a cookie,
/// then the certificate.
pub fn credential<'a>(
    header: impl Fn(&str) -> Option<&'a str>,
    lane: Lane,
    certified: impl FnOnce() -> Option<Credential>,
) -> Credential {
    if let Some(value) = header("authorization") {
        return bearer(value);
    }
    let cookie = header("cookie").and_then(session_cookie);
    match (cookie, lane) {
        (Some(secret), _) => session(secret),
        (None, Lane::Control) => Credential::Local,
        (None, Lane::Network | Lane::Metrics | Lane::Redirect) => {
            certified().unwrap_or(Credential::Nobody)
        }
    }
}

/// A browser has one session, of an operator or of a customer; its secret says of which.
fn session(secret: &str) -> Credential {
    if let Some(secret) = Secret::parse(SecretKind::Session, secret) {
        return Credential::Session(secret.digest());
    }
    if let Some(secret) = Secret::parse(SecretKind::PortalSession, secret) {
        return Credential::PortalSession(secret.digest());
    }
    Credential::Unreadable
}

fn bearer(value: &str) -> Credential {
    let Some((scheme, token)) = value.split_once(' ') else {
        return Credential::Unreadable;
    };
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Credential::Unreadable;
    }
    let token = token.trim();
    if let Some(secret) = Secret::parse(SecretKind::ApiKey, token) {
        return Credential::Key(secret.digest());
    }
    if let Some(secret) = Secret::parse(SecretKind::OperatorToken, token) {
        return Credential::Token(secret.digest());
    }
    Credential::Unreadable
}

fn session_cookie(header: &str) -> Option<&str> {
    header.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == SESSION_COOKIE).then_some(value)
    })
}

impl Http {
    /// Admits a call, or says why not. Customers' calls are charged here.
    pub(super) fn admit(
        &self,
        route: &Route,
        head: &GateHead<'_>,
        live: &Live,
        now: Timestamp,
        request_id: String,
    ) -> Result<Admitted, Stopped> {
        let certified = || self.certified(head.certificate, now);
        let mut credential = credential(|name| head.header(name), head.lane, certified);
        let mut admitted = live.admit(&credential, &route.need, now);
        if let Some(session) = admitted.as_ref().ok().and_then(Principal::session) {
            let is_use = !route.stays_open && route.path != resources::session::PATH;
            if !self.app.touch_session(session, now, is_use) {
                admitted = Err(NotAdmitted::Invalid);
            } else if route.method != Method::Get && !self.is_own_origin(head) {
                return Err(Error::ForeignOrigin.into());
            }
        }
        // A browser sends its certificate along with whatever a page of somebody else asks for.
        let is_certified = matches!(
            credential,
            Credential::CertifiedKey(_) | Credential::CertifiedOperator(_)
        );
        if is_certified && route.method != Method::Get && !self.is_own_origin(head) {
            return Err(Error::ForeignOrigin.into());
        }
        // A cookie that is over says no more than none: whoever needs no credential goes on.
        // `/metrics` has a token of its own, which its handler knows.
        let is_cookie = head.header("authorization").is_none();
        if admitted.is_err() && route.need.anyone && (is_cookie || route.path == "/metrics") {
            credential = Credential::Nobody;
            admitted = Ok(Principal::Nobody);
        }
        let principal = admitted.map_err(|refused| {
            self.app.ledger().metrics().not_admitted.inc();
            Stopped {
                error: Error::NotAdmitted(refused),
                allowance: self.allowance_behind(&credential, live, now),
            }
        })?;
        let caller = Caller {
            credential,
            need: route.need,
            principal,
            charged_to: None,
            request_id,
        };
        self.charged(route, caller, live, now)
    }

    /// Charges a customer's call: by a key, and a check by whomever, to the customer's bucket. What
    /// else a session asks is a person at a page, throttled by itself.
    fn charged(
        &self,
        route: &Route,
        mut caller: Caller,
        live: &Live,
        now: Timestamp,
    ) -> Result<Admitted, Stopped> {
        let free = |caller, allowance| {
            Ok(Admitted {
                caller,
                allowance,
                charged: None,
            })
        };
        if let Some(key) = caller.principal.key() {
            self.app.note_key_use(key, now);
        }
        if let Principal::Portal { session, .. } = &caller.principal
            && !is_check(route)
        {
            if route.is_charged {
                self.app.pass_portal_call(session.id)?;
            }
            return free(caller, None);
        }
        let Some(customer) = caller.principal.own_state().map(Arc::clone) else {
            return free(caller, None);
        };
        let per_minute = live.limits_of(customer.customer()).max_requests_per_minute;
        let id = customer.customer().id;
        if !route.is_charged {
            let allowance = self.app.allowance(id, per_minute);
            return free(caller, Some(allowance));
        }
        match self.app.charge(id, per_minute) {
            Charged::Passed(allowance) => {
                caller.charged_to = Some(id);
                Ok(Admitted {
                    caller,
                    allowance: Some(allowance),
                    charged: Some(customer),
                })
            }
            Charged::Refused(allowance, retry_after_seconds) => Err(Stopped {
                error: Error::RateLimited {
                    retry_after_seconds,
                },
                allowance: Some(allowance),
            }),
        }
    }

    /// What a client's certificate proves; one that speaks for nobody proves less than none.
    pub(super) fn certified(
        &self,
        certificate: Option<&PeerCertificate>,
        now: Timestamp,
    ) -> Option<Credential> {
        let certificate = certificate?;
        let keeper = self.settings.tls.as_ref()?;
        Some(match keeper.identify(certificate, now) {
            Some(ActsAs::Key(id)) => Credential::CertifiedKey(id),
            Some(ActsAs::Operator(name)) => Credential::CertifiedOperator(name),
            None => Credential::Unreadable,
        })
    }

    /// Whether a caller that waits for a seat is one that has a reserved one: an operator, whose
    /// credential is looked at for that.
    pub(super) fn is_operator(&self, head: &Head, live: &Live, now: Timestamp) -> bool {
        // Checks are many, and what they carry is told from an operator's by its first letters.
        let is_key = |value: &str| value.contains(SecretKind::ApiKey.prefix());
        if head.header("authorization").is_some_and(is_key) {
            return false;
        }
        let certified = || self.certified(head.certificate.as_deref(), now);
        let credential = credential(|name| head.header(name), head.lane, certified);
        let is_operators = matches!(
            credential,
            Credential::Token(_)
                | Credential::Session(_)
                | Credential::CertifiedOperator(_)
                | Credential::Local
        );
        let need = super::routes::either(&[], crate::domain::operator::Roles::ANY);
        is_operators && live.admit(&credential, &need, now).is_ok()
    }

    /// Where the bucket stands of a customer whose key is good, but not for this.
    fn allowance_behind(
        &self,
        credential: &Credential,
        live: &Live,
        now: Timestamp,
    ) -> Option<Allowance> {
        let state = match credential {
            Credential::Key(digest) => live.key(digest),
            Credential::CertifiedKey(id) => live.key_by_id(*id),
            Credential::Nobody
            | Credential::Token(_)
            | Credential::Session(_)
            | Credential::PortalSession(_)
            | Credential::CertifiedOperator(_)
            | Credential::Local
            | Credential::Unreadable => None,
        };
        let state = state.filter(|state| state.key.is_active(now))?;
        let customer = live.customer(state.key.customer_id)?.customer();
        let per_minute = live.limits_of(customer).max_requests_per_minute;
        Some(self.app.allowance(customer.id, per_minute))
    }

    /// Whether a request that a browser sent with its cookie was sent by our own page.
    fn is_own_origin(&self, head: &GateHead<'_>) -> bool {
        let Some(origin) = head.header("origin") else {
            // Browsers name the origin of every request that changes something; what does not is
            // no browser, unless it says that it is one.
            return matches!(head.header("sec-fetch-site"), None | Some("same-origin"));
        };
        if let Some(public) = &self.settings.public_url {
            return origin.eq_ignore_ascii_case(public.trim_end_matches('/'));
        }
        let host = head.header("host").unwrap_or("");
        let scheme = if head.is_secure { "https" } else { "http" };
        origin.eq_ignore_ascii_case(&format!("{scheme}://{host}"))
    }

    /// Whether a session cookie would be safe on this connection: encrypted, or on this machine.
    pub(super) fn may_hold_session(&self, head: &GateHead<'_>) -> bool {
        let is_https_outside = self
            .settings
            .public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"));
        head.is_secure || is_https_outside || is_local_host(head.header("host").unwrap_or(""))
    }
}

/// Whether it asks for a decision.
fn is_check(route: &Route) -> bool {
    route.need.scopes == [Scope::Check]
}

/// `localhost` and loopback addresses, with or without a port.
fn is_local_host(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.split(':').next().unwrap_or(""),
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// What the gate looks at: a head, or the request that was made from one.
pub struct GateHead<'a> {
    /// The request.
    pub request: &'a Request,
    /// The road that it came on.
    pub lane: Lane,
    /// Whether its connection is encrypted.
    pub is_secure: bool,
    /// The certificate that the client showed.
    pub certificate: Option<&'a PeerCertificate>,
}

impl<'a> GateHead<'a> {
    /// The first value of a header.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.request.header(name)
    }
}

/// The customer that a call is about. Another customer's is as absent as one that never was.
pub fn target(
    route: &Route,
    params: &Params,
    request: &Request,
    principal: &Principal,
) -> Result<Option<CustomerId>, Error> {
    let own = principal.own_customer();
    let absent = || Error::NotFound("customer");
    let named = match route.target {
        Target::Own => return Ok(own),
        Target::Path => Some(
            params
                .get("id")
                .parse::<CustomerId>()
                .map_err(|_| absent())?,
        ),
        Target::Query | Target::QueryOrAll => {
            let text = super::query::parameter(request, "customer_id");
            match text.map(|text| text.parse::<CustomerId>()) {
                None => None,
                Some(Ok(id)) => Some(id),
                Some(Err(error)) => return Err(bad_parameter("customer_id", error.to_string())),
            }
        }
    };
    match (own, named) {
        (Some(own), Some(named)) if own != named => Err(absent()),
        (Some(own), _) => Ok(Some(own)),
        (None, Some(named)) => Ok(Some(named)),
        (None, None) if route.target == Target::QueryOrAll => Ok(None),
        (None, None) => Err(bad_parameter("customer_id", "is needed: name the customer")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_names_are_told_from_others() {
        for local in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:1",
            "[::1]:8080",
            "127.9.9.9",
        ] {
            assert!(is_local_host(local), "{local}");
        }
        for other in [
            "",
            "localhost.example.com",
            "10.0.0.1",
            "[2001:db8::1]",
            "127.0.0.1.nip.io",
        ] {
            assert!(!is_local_host(other), "{other}");
        }
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        assert_eq!(
            session_cookie("a=b; __Host-portcullis=se-x; c=d"),
            Some("se-x")
        );
        assert_eq!(session_cookie("x__Host-portcullis=se-x"), None);
        let header =
            |value: &'static str| move |name: &str| (name == "authorization").then_some(value);
        for bad in [
            "Basic abc",
            "Bearer",
            "Bearer sk-short",
            "sk-",
            "Bearer op-x",
        ] {
            assert_eq!(
                credential(header(bad), Lane::Control, || panic!("not looked at")),
                Credential::Unreadable,
                "{bad}"
            );
        }
        let none = |_: &str| None;
        let certified = || Some(Credential::Unreadable);
        assert_eq!(
            credential(none, Lane::Control, certified),
            Credential::Local
        );
        assert_eq!(credential(none, Lane::Network, || None), Credential::Nobody);
        assert_eq!(
            credential(none, Lane::Network, certified),
            Credential::Unreadable
        );
    }
}
