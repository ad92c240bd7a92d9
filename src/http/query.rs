//! Query parameters: in UTF-8, each at most once, and none that the route does not know.
//!
//! rouille's own reading is not used: it ends a value at the second `=`, silently takes the first
//! of two, and replaces bytes that are not UTF-8.

use percent_encoding::percent_decode_str;
use rouille::Request;

use super::call::bad_parameter;
use super::routes::Route;
use crate::app::Error;

/// Letters of a parameter's name that an answer repeats.
const SHOWN_CHARS: usize = 64;

/// Refuses a question in which a parameter cannot be read in one way only, or that has one which the
/// route does not know: a filter that is misspelt would answer with everything. Addresses outside
/// the API may have what mail programs and monitors add to them.
pub fn check(request: &Request, route: &Route) -> Result<(), Error> {
    if route.path.starts_with("/api/") {
        refuse_unknown(request, route)?;
    }
    for param in route.query {
        let mut values = values(request, param.name);
        if let Some(None) = values.next() {
            return Err(bad_parameter(param.name, "is not UTF-8"));
        }
        if values.next().is_some() {
            return Err(bad_parameter(param.name, "is there twice"));
        }
    }
    Ok(())
}

fn refuse_unknown(request: &Request, route: &Route) -> Result<(), Error> {
    let pairs = request.raw_query_string().split('&');
    let names = pairs.map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name));
    for raw in names.filter(|raw| !raw.is_empty()) {
        let name = decoded(raw);
        let is_known = |name: &str| route.query.iter().any(|param| param.name == name);
        if name.as_deref().is_some_and(is_known) {
            continue;
        }
        let shown = name.as_deref().unwrap_or(raw).chars().take(SHOWN_CHARS);
        let known: Vec<String> = route
            .query
            .iter()
            .map(|param| format!("`{}`", param.name))
            .collect();
        let what = if known.is_empty() {
            "is not known: this takes no parameters".to_owned()
        } else {
            format!("is not known: this takes {}", known.join(", "))
        };
        return Err(bad_parameter(&shown.collect::<String>(), what));
    }
    Ok(())
}

/// The value of a parameter; an empty one is none.
pub fn parameter(request: &Request, name: &str) -> Option<String> {
    values(request, name)
        .next()?
        .filter(|value| !value.is_empty())
}

/// All values of a parameter, `None` for one that is not UTF-8.
fn values<'a>(
    request: &'a Request,
    name: &'a str,
) -> impl Iterator<Item = Option<String>> + use<'a> {
    let pairs = request.raw_query_string().split('&');
    pairs.filter_map(move |pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(key).as_deref() == Some(name)).then(|| decoded(value))
    })
}

fn decoded(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::routes::{Param, ROUTES, Target};

    const KNOWN: &[Param] = &[Param {
        name: "q",
        about: "",
    }];

    fn read(path: &'static str, query: &str) -> Result<Option<String>, Error> {
        let request = Request::fake_http("GET", format!("/x?{query}"), vec![], vec![]);
        let route = Route {
            path,
            query: KNOWN,
            ..ROUTES[0]
        };
        check(&request, &route).map(|()| parameter(&request, "q"))
    }

    #[test]
    fn values_are_read_whole_and_once() {
        for (query, expected) in [
            ("", None),
            ("q=", None),
            ("q", None),
            ("&q=1&", Some("1")),
            ("q=a%3Db=c", Some("a=b=c")),
            ("%71=a+b%20c", Some("a b c")),
        ] {
            assert_eq!(
                read("/api/x", query),
                Ok(expected.map(str::to_owned)),
                "{query}"
            );
        }
        for bad in ["q=1&q=1", "q=1&%71=2", "q=%ff", "q&q"] {
            assert!(read("/api/x", bad).is_err(), "{bad}");
            assert!(read("/x", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_the_route_does_not_know_is_refused_by_its_name() {
        for (query, name) in [
            ("qq=1&x=q", "qq"),
            ("q=1&x", "x"),
            ("q=1&=2&x+y=", "x y"),
            ("Q=1", "Q"),
            ("%ff=1", "%ff"),
        ] {
            let Err(Error::BadParameter {
                name: told,
                message,
            }) = read("/api/x", query)
            else {
                panic!("{query}")
            };
            assert_eq!(told, name, "{query}");
            assert!(message.ends_with("this takes `q`"), "{message}");
            assert!(read("/x", query).is_ok(), "a page: {query}");
        }
        let long = "x".repeat(200);
        let Err(Error::BadParameter { name, .. }) = read("/api/x", &long) else {
            panic!("refused")
        };
        assert_eq!(name.len(), SHOWN_CHARS);
    }

    #[test]
    fn whoever_may_name_a_customer_is_told_how() {
        for route in ROUTES {
            let names = route.query.iter().any(|param| param.name == "customer_id");
            let by_query = matches!(route.target, Target::Query | Target::QueryOrAll);
            assert!(!by_query || names, "{}", route.path);
        }
    }
}
