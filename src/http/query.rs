//! Query parameters: in UTF-8, each at most once.
//!
//! rouille's own reading is not used: it ends a value at the second `=`, silently takes the first
//! of two, and replaces bytes that are not UTF-8.

use percent_encoding::percent_decode_str;
use rouille::Request;

use super::call::bad_parameter;
use super::routes::Param;
use crate::app::Error;

/// Refuses a question in which a parameter that the route knows cannot be read in one way only.
pub fn check(request: &Request, known: &[Param]) -> Result<(), Error> {
    for param in known {
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

    #[test]
    fn values_are_read_whole_and_once() {
        let ask = |query: &str| Request::fake_http("GET", format!("/x?{query}"), vec![], vec![]);
        let known = [Param {
            name: "q",
            about: "",
        }];
        let read = |query: &str| {
            let request = ask(query);
            check(&request, &known).map(|()| parameter(&request, "q"))
        };
        for (query, expected) in [
            ("", None),
            ("q=", None),
            ("q", None),
            ("qq=1&x=q", None),
            ("q=a%3Db=c", Some("a=b=c")),
            ("x=1&%71=a+b%20c", Some("a b c")),
            ("x=%ff&x=1&q=1", Some("1")),
        ] {
            assert_eq!(read(query), Ok(expected.map(str::to_owned)), "{query}");
        }
        for bad in ["q=1&q=1", "q=1&%71=2", "q=%ff", "q&q"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
