//! Routes are data: the table that requests are matched against, that the API reference is made
//! from, and that the tests walk.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use utoipa::openapi::{RefOr, Schema};

use super::answer::Handled;
use super::call::{Call, Params};
use super::fields::Field;
use super::wire::Run;
use crate::domain::operator::Roles;
use crate::domain::scope::Scope;
use crate::live::Need;

pub use super::table::ROUTES;

/// An HTTP method that some route takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Makes, asks, switches.
    Post,
    /// Replaces parts.
    Put,
    /// Replaces parts.
    Patch,
    /// Ends.
    Delete,
}

impl Method {
    /// As it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Reads a method; a `HEAD` is a `GET` whose body stays here.
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "GET" | "HEAD" => Self::Get,
            "POST" => Self::Post,
            "PUT" => Self::Put,
            "PATCH" => Self::Patch,
            "DELETE" => Self::Delete,
            _ => return None,
        })
    }
}

/// How a route finds the customer that a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// It is about none, or the key's own.
    Own,
    /// The path's `{id}` names it.
    Path,
    /// The key's own; an operator must name one with `?customer_id=`.
    Query,
    /// The key's own; an operator may name one with `?customer_id=`, and means all otherwise.
    QueryOrAll,
}

/// A query parameter.
#[derive(Debug, Clone, Copy)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
}

/// Whether pages of other origins may be let to a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Where customers' keys may call it, and nowhere else.
    ByNeed,
    /// As something that needs no credential.
    Public,
    /// Never: it is about the session in the browser's cookie.
    Never,
}

/// Makes the schema of an answer and adds the schemas that it refers to.
pub type Shape = fn(&mut Vec<(String, RefOr<Schema>)>) -> RefOr<Schema>;

/// What the API reference says about a route.
#[derive(Clone, Copy)]
pub struct Doc {
    /// The group that it stands in.
    pub tag: &'static str,
    /// What it does, in a few words.
    pub summary: &'static str,
    /// The status of its success.
    pub status: u16,
    /// The media type of its success.
    pub media: &'static str,
    /// The shape of its success.
    pub shape: Option<Shape>,
    /// An example of its success, as JSON; empty when the media type is not JSON.
    pub example: &'static str,
    /// What the query of an example must say, besides the customer; empty for nothing.
    pub query: &'static str,
    /// The body of an example, where the examples of its members do not go together, or the file is
    /// one, with `\n` for the end of a line; else empty.
    pub request: &'static str,
    /// The lines of an example before and with `curl`, where it takes more than the row's members to
    /// make a request that is accepted; else empty.
    pub command: &'static str,
    /// Statuses of refusals that do not follow from the rest of the row.
    pub refusals: &'static [u16],
}

/// One route.
#[derive(Clone, Copy)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path; `{name}` is a variable segment, and `{name*}` at its end all that are left.
    pub path: &'static str,
    /// Who may call it.
    pub need: Need,
    /// Whether a customer's call is charged to its rate limit and counted.
    pub is_charged: bool,
    /// The customer that a call is about.
    pub target: Target,
    /// `<noun>.<verb>` of the record that it leaves, when it changes something.
    pub audit: Option<&'static str>,
    /// Whether its answer stays open and tells what happens: it has no reserved seat, and a
    /// session is not used by it.
    pub stays_open: bool,
    /// Whether pages of other origins may be let to it.
    pub sharing: Sharing,
    /// Where it runs.
    pub run: Run,
    /// The members of its body.
    pub body: &'static [Field],
    /// The media type of its body, where that is a file and no JSON.
    pub file: Option<&'static str>,
    /// Its query parameters.
    pub query: &'static [Param],
    /// What it does.
    pub handler: fn(&Call<'_>) -> Handled,
    /// What the reference says.
    pub doc: Doc,
}

impl Route {
    /// Whether it is for that method.
    pub fn takes(&self, method: &str) -> bool {
        Method::read(method) == Some(self.method)
    }

    /// Whether it may hold a worker for long, and whoever calls it has only so many at once.
    pub fn waits_its_turn(&self) -> bool {
        self.run == Run::Worker && !self.need.anyone
    }

    /// The path as OpenAPI writes it, which has no sign for the rest of a path.
    pub fn documented_path(&self) -> Cow<'static, str> {
        match self.path.strip_suffix("*}") {
            Some(start) => Cow::Owned(format!("{start}}}")),
            None => Cow::Borrowed(self.path),
        }
    }
}

/// Anybody.
pub const ANYONE: Need = Need {
    anyone: true,
    scopes: &[],
    roles: Roles::ANY,
};

/// A customer key with the scope, or an operator with one of the roles.
pub const fn either(scopes: &'static [Scope], roles: Roles) -> Need {
    Need {
        anyone: false,
        scopes,
        roles,
    }
}

/// What the path and the method lead to.
pub enum Found {
    /// A route, with the values of its variable segments.
    Route(&'static Route, Params),
    /// The path is known, the method is not: those that are, for `Allow`.
    OtherMethods(String),
    /// Nothing.
    Nothing,
}

/// The routes without variable segments, by path: most requests are for one of them.
static FIXED: LazyLock<HashMap<&'static str, Vec<&'static Route>>> = LazyLock::new(|| {
    let mut fixed: HashMap<&'static str, Vec<&'static Route>> = HashMap::new();
    for route in ROUTES.iter().filter(|route| !route.path.contains('{')) {
        fixed.entry(route.path).or_default().push(route);
    }
    fixed
});

/// Finds the route of a request. Segments are split before they are decoded, so that an encoded
/// slash is part of a name and not of the path.
pub fn find(method: &str, path: &str) -> Found {
    let wanted = Method::read(method);
    let fixed = FIXED.get(path).map_or(&[][..], Vec::as_slice);
    if let Some(route) = fixed.iter().find(|route| Some(route.method) == wanted) {
        return Found::Route(route, Params::default());
    }
    let mut others: Vec<Method> = Vec::new();
    for route in ROUTES {
        let Some(params) = matched(route.path, path) else {
            continue;
        };
        if Some(route.method) == wanted {
            return Found::Route(route, params);
        }
        others.push(route.method);
    }
    if others.is_empty() {
        return Found::Nothing;
    }
    others.sort_unstable();
    others.dedup();
    let mut words: Vec<&str> = others.iter().map(|method| method.word()).collect();
    if others.contains(&Method::Get) {
        words.insert(1, "HEAD");
    }
    Found::OtherMethods(words.join(", "))
}

/// The routes of a path, whatever their methods.
pub fn at(path: &str) -> impl Iterator<Item = &'static Route> {
    ROUTES
        .iter()
        .filter(move |route| matched(route.path, path).is_some())
}

/// The values of the variable segments, if the path is one that the pattern describes.
fn matched(pattern: &'static str, path: &str) -> Option<Params> {
    if !pattern.contains('{') {
        return (pattern == path).then(Params::default);
    }
    let mut params = Vec::new();
    let mut segments = path.split('/');
    for expected in pattern.split('/') {
        let segment = segments.next()?;
        let name = expected
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) => match name.strip_suffix('*') {
                Some(name) => {
                    params.push((name, rest_of(segment, segments)?));
                    return Some(Params(params));
                }
                None => params.push((name, decoded(segment).filter(|value| !value.is_empty())?)),
            },
            None if expected == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(Params(params))
}

/// What is left of a path, which may be nothing. A slash that came encoded is none that parts
/// segments, and a name in the rest of a path has none: it leads nowhere.
fn rest_of<'a>(first: &'a str, others: impl Iterator<Item = &'a str>) -> Option<String> {
    let segments = std::iter::once(first).chain(others);
    let segments: Option<Vec<String>> = segments
        .map(|segment| decoded(segment).filter(|value| !value.contains('/')))
        .collect();
    Some(segments?.join("/"))
}

fn decoded(segment: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(segment).decode_utf8();
    decoded.ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_matched_segment_by_segment() {
        let Found::Route(route, params) = find("PUT", "/api/admin/agents/a%2Fb%20c") else {
            panic!("a route")
        };
        assert_eq!(
            (route.path, params.get("agent_id")),
            ("/api/admin/agents/{agent_id}", "a/b c")
        );
        assert!(
            matches!(find("GET", "/api/customers/me"), Found::Route(r, _) if r.path.ends_with("/me"))
        );
        for nothing in [
            "/api/admin/agents/",
            "/api/admin/agents/a/b",
            "/api/../api/tiers",
            "/api/tiers/",
            "/%ff",
        ] {
            assert!(matches!(find("GET", nothing), Found::Nothing), "{nothing}");
        }
        assert!(
            matches!(find("GET", "/api/admin/agents/%ff"), Found::Nothing),
            "not UTF-8"
        );
    }

    #[test]
    fn the_rest_of_a_path_keeps_its_slashes() {
        for (path, rest) in [
            ("/assets/page.css", Some("page.css")),
            ("/assets/app/a%20b/c.js", Some("app/a b/c.js")),
            ("/assets/", Some("")),
            ("/assets/a//b", Some("a//b")),
            ("/assets", None),
            ("/assets/a%2fb", None),
            ("/assets/a/%ff", None),
        ] {
            let found = matched("/assets/{path*}", path);
            let found = found.as_ref().map(|params| params.get("path"));
            assert_eq!(found, rest, "{path}");
        }
    }

    #[test]
    fn the_rest_of_a_path_is_the_last_that_a_path_has() {
        for route in ROUTES {
            let stars = route.path.matches('*').count();
            assert!(stars == 0 || (stars == 1 && route.path.ends_with("*}")));
        }
    }

    #[test]
    fn a_wrong_method_is_told_the_right_ones() {
        let Found::OtherMethods(allow) = find("PATCH", "/api/admin/agents/x") else {
            panic!("others")
        };
        assert_eq!(allow, "GET, HEAD, PUT, DELETE");
        assert!(
            matches!(find("BREW", "/api/tiers"), Found::OtherMethods(allow) if allow == "GET, HEAD")
        );
    }

    #[test]
    fn no_route_hides_another() {
        for (place, route) in ROUTES.iter().enumerate() {
            let path = route.path.replace(['{', '}'], "");
            let Found::Route(found, _) = find(route.method.word(), &path) else {
                panic!("{path}")
            };
            assert!(
                std::ptr::eq(found, &raw const ROUTES[place]),
                "{path} is hidden"
            );
        }
    }
}
