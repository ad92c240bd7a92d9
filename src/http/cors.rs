//! Pages of other origins (the Fetch standard, section 3.2, "CORS protocol"): what browsers are told
//! about who may read an answer, and the question that they ask beforehand.
//!
//! Which part of the API a route is in follows from who may call it. Credentials that browsers send by
//! themselves are never let across: there is no `Access-Control-Allow-Credentials`, and a session's
//! requests must come from our own pages, whatever stands here.

use rouille::Response;

use super::gate::GateHead;
use super::routes::{Found, Route, Sharing, at};
use super::wire::Lane;
use crate::domain::origin::{CrossOrigin, Part};
use crate::domain::scope::Scope;

/// Headers of requests that pages may set, besides those that browsers let pass anyway.
const REQUEST_HEADERS: &str = "authorization, content-type, if-match, x-request-id";
/// Headers of answers that pages may read, besides those that browsers show anyway.
const ANSWER_HEADERS: &str = "X-Request-Id, RateLimit, RateLimit-Policy, Retry-After, ETag, Link";
/// Seconds for which browsers need not ask again: as long as a withdrawn origin may go on asking
/// questions whose answers it no longer gets to read.
const MAX_AGE_SECONDS: &str = "600";

impl Route {
    /// The part of the API that pages of other origins may be let to and that this route is in.
    /// Operators' routes, sessions and pages are in none.
    pub fn part(&self) -> Option<Part> {
        match (self.sharing, self.need.scopes) {
            (Sharing::Public, _) => Some(Part::Public),
            (Sharing::Never, _) | (Sharing::ByNeed, []) => None,
            (Sharing::ByNeed, [Scope::Check]) => Some(Part::Checks),
            (Sharing::ByNeed, _) => Some(Part::Customers),
        }
    }
}

/// What an answer tells browsers about pages of other origins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// Whether another origin would have got another answer.
    varies: bool,
    /// Whose pages may read it.
    with: Option<String>,
}

impl Shared {
    /// What holds for an answer on this path to a request from that origin.
    pub fn of(
        settings: &CrossOrigin,
        found: &Found,
        path: &str,
        lane: Lane,
        origin: Option<&str>,
    ) -> Self {
        if lane != Lane::Network {
            return Self::default();
        }
        let parts: Vec<Part> = match found {
            Found::Route(route, _) => route.part().into_iter().collect(),
            Found::OtherMethods(_) => at(path).filter_map(Route::part).collect(),
            Found::Nothing => Vec::new(),
        };
        let answer = |part: &Part| settings.of(*part).answer(origin?);
        Self {
            varies: parts.iter().any(|part| !settings.of(*part).is_none()),
            with: parts.iter().find_map(answer).map(str::to_owned),
        }
    }

    /// Adds what browsers look for.
    pub fn add_to(self, headers: &mut Vec<(String, String)>) {
        let is_vary = |name: &str| name.eq_ignore_ascii_case("vary");
        if self.varies {
            match headers.iter_mut().find(|(name, _)| is_vary(name)) {
                Some((_, value)) if value.contains("Origin") => {}
                Some((_, value)) => value.push_str(", Origin"),
                None => headers.push(("Vary".to_owned(), "Origin".to_owned())),
            }
        }
        if let Some(origin) = self.with {
            let allowed = [
                ("Access-Control-Allow-Origin", origin),
                ("Access-Control-Expose-Headers", ANSWER_HEADERS.to_owned()),
            ];
            headers.extend(allowed.map(|(name, value)| (name.to_owned(), value)));
        }
    }
}

/// The answer to what a browser asks before it lets a page of another origin send a request that is
/// more than a form could send: nothing unless such a page may send it.
pub fn preflight(settings: &CrossOrigin, head: &GateHead<'_>, path: &str) -> Option<Response> {
    if head.request.method() != "OPTIONS" || head.lane != Lane::Network {
        return None;
    }
    let origin = head.header("origin")?;
    let wanted = head.header("access-control-request-method")?;
    let mut rows = at(path);
    let part = rows.find(|route| route.takes(wanted))?.part()?;
    settings.of(part).answer(origin)?;
    let mut methods: Vec<&str> = at(path)
        .filter(|route| route.part() == Some(part))
        .map(|route| route.method.word())
        .collect();
    methods.dedup();
    let asked = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
    Some(
        Response::empty_204()
            .with_unique_header("Access-Control-Allow-Methods", methods.join(", "))
            .with_unique_header("Access-Control-Allow-Headers", REQUEST_HEADERS)
            .with_unique_header("Access-Control-Max-Age", MAX_AGE_SECONDS)
            .with_unique_header("Vary", asked),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::origin::{Origin, Origins};
    use crate::http::routes::{ROUTES, find};

    #[test]
    fn what_operators_alone_may_call_and_sessions_are_shared_with_nobody() {
        for route in ROUTES {
            let name = format!("{} {}", route.method.word(), route.path);
            if route.part().is_some() {
                let is_api = route.path.starts_with("/api/") || route.path == "/openapi.json";
                assert!(is_api, "{name} is a page or for machines");
                assert!(!route.path.contains("/operators"), "{name}");
                let is_sign_in = [
                    "/login",
                    "/logout",
                    "/portal/open",
                    "/setup",
                    "/api/session",
                ];
                assert!(
                    !is_sign_in.iter().any(|end| route.path.ends_with(end)),
                    "{name}"
                );
            }
            let is_customers = !route.need.anyone && !route.need.scopes.is_empty();
            assert!(
                !is_customers || route.part().is_some() || route.path == "/api/portal/logout",
                "{name} is a customer's"
            );
        }
    }

    #[test]
    fn an_answer_varies_where_another_origin_gets_another() {
        let app = "https://app.example";
        let settings = CrossOrigin {
            checks: Origins::These(vec![Origin::parse(app).unwrap()]),
            ..CrossOrigin::default()
        };
        let shared = |method: &str, path: &str, origin| {
            Shared::of(&settings, &find(method, path), path, Lane::Network, origin)
        };
        let check = shared("POST", "/api/agents/check", Some(app));
        assert_eq!(check.with.as_deref(), Some(app));
        assert!(check.varies);
        let other = shared("POST", "/api/agents/check", Some("https://b.example"));
        assert_eq!((other.with.clone(), other.varies), (None, true));
        assert!(shared("POST", "/api/agents/check", None).varies);
        for (method, path) in [
            ("GET", "/api/permissions"),
            ("GET", "/api/operators"),
            ("GET", "/nowhere"),
            ("GET", "/console"),
        ] {
            assert_eq!(shared(method, path, Some(app)), Shared::default(), "{path}");
        }
        let mut headers = vec![("vary".to_owned(), "Accept-Encoding".to_owned())];
        check.add_to(&mut headers);
        assert_eq!(headers[0].1, "Accept-Encoding, Origin");
    }
}
