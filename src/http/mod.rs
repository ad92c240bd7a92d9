//! The HTTP application: routes as data, authentication, bodies, errors, one file per resource.
//!
//! Enters: plain requests from the edge. Leaves: rouille responses, turned back into plain ones.
//! Deliberately absent: sockets, async, rules about who may do what to which object (those are the
//! use cases'), and any handler that runs without its caller.

mod answer;
mod bundle;
mod call;
mod cors;
pub mod documents;
mod fields;
mod fixed;
mod gate;
pub mod openapi;
mod page;
mod party;
mod problem;
mod query;
mod redirect;
mod resources;
pub mod routes;
mod seal;
mod sheet;
mod streams;
mod table;
mod text;
pub mod wire;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use rouille::Request;

pub use call::Call;
pub use fields::{Field, Kind};
pub use gate::SESSION_COOKIE;
pub use problem::CODES;

use answer::{Handled, Outcome};
use cors::Shared;
use gate::{Admitted, GateHead, Stopped};
use routes::{Found, Route};
use seal::Seal;
use wire::{Answer, EdgeStats, Head, Incoming, Lane, Plan, Refusal, Reply, Run, Service};

use crate::app::{App, Caller, Draft, Error};
use crate::metrics::RouteGroup;
use crate::tls::Keeper;

/// What the configuration says about this room.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The origin that people reach the appliance under, without a slash at the end.
    pub public_url: Option<String>,
    /// The largest body, in bytes.
    pub max_body_bytes: usize,
    /// What TLS is spoken with, where it is.
    pub tls: Option<Arc<Keeper>>,
    /// The port that `https` is reached on, for those who are sent there.
    pub https_port: Option<u16>,
    /// Event streams that may be open at the same time.
    pub max_streams: usize,
}

/// Event streams that may be open at the same time, unless there are few seats.
pub const MAX_STREAMS: usize = 256;

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: None,
            max_body_bytes: 1 << 20,
            tls: None,
            https_port: None,
            max_streams: MAX_STREAMS,
        }
    }
}

/// The application over HTTP.
pub struct Http {
    app: Arc<App>,
    settings: Settings,
    edge: Arc<EdgeStats>,
    streams: Arc<streams::Streams>,
    library: documents::Library,
}

impl Http {
    /// Puts HTTP over the application; `edge` is what the edge counts, for `/metrics`.
    pub fn new(app: Arc<App>, settings: Settings, edge: Arc<EdgeStats>) -> Self {
        Self {
            streams: Arc::new(streams::Streams::new(settings.max_streams)),
            app,
            settings,
            edge,
            library: documents::Library::default(),
        }
    }

    /// The application beneath.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// What the edge counts.
    pub fn stats(&self) -> &Arc<EdgeStats> {
        &self.edge
    }

    fn request_id(&self, given: Option<&str>) -> String {
        let plausible = |text: &&str| {
            let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
            (1..=128).contains(&text.len()) && text.bytes().all(is_plain)
        };
        if let Some(given) = given.filter(plausible) {
            return given.to_owned();
        }
        self.app.fresh_request_id()
    }

    /// Answers on the listener that has nothing else to say.
    fn send_to_https(&self, head: &Head) -> Answer {
        let request_id = self.request_id(head.header("x-request-id"));
        let mut seal = Seal::new(self, &head.method, head.path(), head.peer, request_id);
        seal.is_page = true;
        Answer::Now(seal.close(Ok(redirect::answer(self, head)), false))
    }

    /// Runs a route behind the gate.
    fn run(
        &self,
        route: &'static Route,
        params: call::Params,
        head: &GateHead<'_>,
        seal: &mut Seal,
    ) -> Handled {
        let live = self.app.live();
        let now = self.app.now();
        let admitted = self.admit(route, head, &live, now, seal.request_id.clone());
        let Admitted {
            caller,
            allowance,
            charged,
        } = match admitted {
            Ok(admitted) => admitted,
            Err(Stopped { error, allowance }) => {
                seal.allowance = allowance;
                return Err(error);
            }
        };
        seal.allowance = allowance;
        seal.charged = charged;
        seal.now = now;
        let handled = acceptable(route, head)
            .and_then(|()| query::check(head.request, route))
            .and_then(|()| gate::target(route, &params, head.request, &caller.principal))
            .and_then(|customer| {
                let call = Call {
                    app: &self.app,
                    live: &live,
                    now,
                    caller: &caller,
                    customer,
                    params,
                    request: head.request,
                    http: self,
                    may_hold_session: self.may_hold_session(head),
                    lane: head.lane,
                };
                (route.handler)(&call)
            });
        match handled {
            Err(error) => self.on_record(route, &caller, error),
            answered @ Ok(_) => answered,
        }
    }

    /// What a known caller was refused leaves a record on routes that change something, also when
    /// it was refused before it came to the ledger. What could not be read at all does not.
    fn on_record(&self, route: &Route, caller: &Caller, error: Error) -> Handled {
        let is_refusal = matches!(
            error,
            Error::NotFound(_)
                | Error::OperatorNeeded(_)
                | Error::ScopesBeyond(_)
                | Error::Conflict(_)
                | Error::LimitReached { .. }
        );
        let is_known = !matches!(caller.principal, crate::live::Principal::Nobody);
        // A customer's refusals on routes that are not charged would fill the disk unhindered.
        let is_bounded = route.is_charged || caller.is_operator();
        match route.audit {
            Some(action) if is_refusal && is_known && is_bounded => {
                let customer_id = caller.principal.own_customer();
                let draft = Draft {
                    action,
                    customer_id,
                    ..Draft::default()
                };
                let promise = self.app.refuse(caller, draft, error);
                Ok(answer::after_change(promise, |()| Err(Error::Unavailable)))
            }
            Some(_) | None => Err(error),
        }
    }
}

/// Whether the caller takes what the route produces (RFC 9110, section 12.5.1, without weights).
fn acceptable(route: &Route, head: &GateHead<'_>) -> Result<(), Error> {
    let Some(accept) = head.header("accept").filter(|_| route.audit.is_none()) else {
        // What changes something is not refused for the form of its answer.
        return Ok(());
    };
    let media = route.doc.media;
    let family = media.split('/').next().unwrap_or("");
    let fits = |range: &str| {
        let essence = range.split(';').next().unwrap_or("").trim();
        essence == "*/*"
            || media == "*/*"
            || essence.eq_ignore_ascii_case(media)
            || essence
                .strip_suffix("/*")
                .is_some_and(|f| f.eq_ignore_ascii_case(family))
    };
    let also = resources::also_produces(route.path);
    let fits_also = |range: &str| also.iter().any(|other| range.trim().starts_with(other));
    if accept.trim().is_empty()
        || accept
            .split(',')
            .any(|range| fits(range) || fits_also(range))
    {
        Ok(())
    } else {
        Err(Error::NotAcceptable(format!("`{media}`")))
    }
}

impl Service for Http {
    fn plan(&self, head: &Head) -> Plan {
        let found = routes::find(&head.method, head.path());
        let (run, is_reserved, stays_open) = match &found {
            Found::Route(route, _) => {
                let is_kill = route.audit.is_some() && !route.is_charged && !route.need.anyone;
                let is_reserved = is_kill || is_for_machines(route);
                (route.run, is_reserved, route.stays_open)
            }
            Found::OtherMethods(_) | Found::Nothing => (Run::Inline, false, false),
        };
        // Who stays would keep a seat from those whom it is reserved for.
        let is_operator = || self.is_operator(head, &self.app.live(), self.app.now());
        let reserved_seat = !stays_open && (is_reserved || is_operator());
        Plan {
            run,
            reserved_seat,
            max_body_bytes: self.settings.max_body_bytes,
            party: match &found {
                Found::Route(route, _) if route.waits_its_turn() => self.party(route, head),
                Found::Route(..) | Found::OtherMethods(_) | Found::Nothing => None,
            },
        }
    }

    fn answer(&self, incoming: Incoming) -> Answer {
        let Incoming { head, body } = incoming;
        if head.lane == Lane::Redirect {
            return self.send_to_https(&head);
        }
        let Head {
            method,
            target,
            headers,
            peer,
            lane,
            secure,
            certificate,
        } = head;
        let nowhere = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);
        let from = peer.unwrap_or(nowhere);
        let request = if secure {
            Request::fake_https_from(from, method, target, headers, body)
        } else {
            Request::fake_http_from(from, method, target, headers, body)
        };
        let raw = request.raw_url();
        let path = raw.split_once('?').map_or(raw, |(path, _)| path);
        let request_id = self.request_id(request.header("x-request-id"));
        let mut seal = Seal::new(self, request.method(), path, peer, request_id);
        let gate = GateHead {
            request: &request,
            lane,
            is_secure: secure,
            certificate: certificate.as_deref(),
        };
        let found = routes::find(request.method(), path);
        let live = self.app.live();
        let cross_origin = &live.settings().cross_origin;
        seal.shared = Shared::of(cross_origin, &found, path, lane, request.header("origin"));
        if let Some(response) = cors::preflight(cross_origin, &gate, path) {
            return Answer::Now(seal.close(Ok(response), false));
        }
        let handled = match found {
            Found::Route(route, params) if lane != Lane::Metrics || is_for_metrics(route) => {
                seal.group = group_of(route);
                seal.is_page = seal.group == RouteGroup::Page;
                seal.is_change = route.audit.is_some();
                if lane == Lane::Metrics && route.path == "/metrics" {
                    resources::metrics::text(self).map(Outcome::Ready)
                } else {
                    self.run(route, params, &gate, &mut seal)
                }
            }
            Found::Route(_, _) | Found::Nothing => Err(Error::NotFound("page or route")),
            Found::OtherMethods(allowed) => Err(Error::MethodNotAllowed(allowed)),
        };
        match handled {
            Ok(Outcome::Ready(response)) => Answer::Now(seal.close(Ok(response), false)),
            Ok(Outcome::Stream(head, source)) => {
                let is_head = request.method() == "HEAD";
                let reply = seal.close(Ok(head), false);
                if is_head {
                    Answer::Now(reply)
                } else {
                    Answer::Stream(reply, source)
                }
            }
            Ok(Outcome::Later(kept)) => Answer::Later(Box::new(seal::Sealed::new(kept, seal))),
            Err(error) => Answer::Now(seal.close(Err(error), false)),
        }
    }

    fn refuse(&self, refusal: Refusal, head: Option<&Head>) -> Reply {
        let request_id = self.request_id(head.and_then(|head| head.header("x-request-id")));
        let path = head.map_or("/", Head::path);
        let method = head.map_or("-", |head| head.method.as_str());
        let peer = head.and_then(|head| head.peer);
        let response = problem::from_refusal(refusal, path, &request_id);
        let mut seal = Seal::new(self, method, path, peer, request_id);
        if let Some(head) = head {
            let (found, origin) = (routes::find(method, path), head.header("origin"));
            let live = self.app.live();
            let cross_origin = &live.settings().cross_origin;
            seal.shared = Shared::of(cross_origin, &found, path, head.lane, origin);
        }
        seal.close(Ok(response), false)
    }
}

/// What the metrics listener serves.
fn is_for_metrics(route: &Route) -> bool {
    group_of(route) == RouteGroup::Service
}

/// What load balancers and monitors ask, and must get while the house is full.
fn is_for_machines(route: &Route) -> bool {
    matches!(route.path, "/health" | "/ready")
}

fn group_of(route: &Route) -> RouteGroup {
    match route.path {
        "/api/agents/check" | "/api/agent/request" => RouteGroup::Check,
        "/health" | "/ready" | "/metrics" => RouteGroup::Service,
        path if path.starts_with("/api/operators") || path == "/api/setup" => RouteGroup::Operator,
        path if path.starts_with("/api/") => RouteGroup::Api,
        _ => RouteGroup::Page,
    }
}
