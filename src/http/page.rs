//! Lists: a page, and the cursor that leads to the next.

use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{self, Handled, Outcome};
use super::call::{Call, bad_parameter};
use crate::app::Error;

/// Items of a page when none are asked for.
const DEFAULT_LIMIT: usize = 50;
/// Items of a page at most.
const MAX_LIMIT: usize = 100;

/// Items of an export when none are asked for.
const DEFAULT_EXPORT: usize = 1000;
/// Items of an export at most.
const MAX_EXPORT: usize = 10_000;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub data: Vec<T>,
    /// Whether there are more.
    pub has_more: bool,
    /// What `?cursor=` takes for the next page.
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// A page whose list knows where the next one begins: after the item with that key.
    pub fn before(data: Vec<T>, last_key: Option<&str>) -> Self {
        Self {
            data,
            has_more: last_key.is_some(),
            next_cursor: last_key.map(encode),
        }
    }
}

impl<T: Serialize> Page<T> {
    /// The page of a list whose answer is a bare array: the way on is in the header `Link`.
    pub fn as_array(&self, call: &Call<'_>) -> Handled {
        let response = answer::json(&self.data)?;
        Ok(Outcome::Ready(match &self.next_cursor {
            Some(cursor) => {
                response.with_unique_header("Link", next_link_with(call, "cursor", cursor))
            }
            None => response,
        }))
    }
}

/// What is asked of a list.
#[derive(Debug, Clone)]
pub struct Paging {
    /// Items wanted.
    pub limit: usize,
    /// The key of the last item of the page before.
    pub after: Option<String>,
}

impl Paging {
    /// Reads `?limit=` and `?cursor=`.
    pub fn of(call: &Call<'_>) -> Result<Self, Error> {
        let limit = limit(call, DEFAULT_LIMIT, MAX_LIMIT)?;
        Ok(Self {
            limit,
            ..Self::cursor(call)?
        })
    }

    /// Reads `?cursor=` alone.
    pub fn cursor(call: &Call<'_>) -> Result<Self, Error> {
        let limit = DEFAULT_LIMIT;
        let after = match call.query("cursor") {
            None => None,
            Some(cursor) => Some(decode(&cursor).ok_or_else(bad_cursor)?),
        };
        Ok(Self { limit, after })
    }

    /// The key of the last item of the page before, as what it should be.
    pub fn after<T, E>(
        &self,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Error> {
        self.after
            .as_deref()
            .map(parse)
            .transpose()
            .map_err(|_| bad_cursor())
    }

    /// Makes a page of the items that follow; at least one more than `limit` is looked at.
    pub fn page<S, T>(
        &self,
        items: impl Iterator<Item = S>,
        key: impl Fn(&S) -> String,
        show: impl Fn(&S) -> T,
    ) -> Page<T> {
        let mut items: Vec<S> = items.take(self.limit + 1).collect();
        let has_more = items.len() > self.limit;
        items.truncate(self.limit);
        let next_cursor = items
            .last()
            .filter(|_| has_more)
            .map(|last| encode(&key(last)));
        Page {
            data: items.iter().map(show).collect(),
            has_more,
            next_cursor,
        }
    }
}

/// How many items an export is to have.
pub fn export_limit(call: &Call<'_>) -> Result<usize, Error> {
    limit(call, DEFAULT_EXPORT, MAX_EXPORT)
}

fn limit(call: &Call<'_>, default: usize, max: usize) -> Result<usize, Error> {
    let limit = match call.parameter("limit", str::parse::<usize>) {
        Ok(limit) => limit.unwrap_or(default),
        Err(_) => 0,
    };
    if (1..=max).contains(&limit) {
        Ok(limit)
    } else {
        let message = format!("must be a number from 1 to {max}");
        Err(bad_parameter("limit", message))
    }
}

fn bad_cursor() -> Error {
    bad_parameter("cursor", "is not one that a list gave")
}

/// The `Link` header that leads on from a page that is a bare array: the same question with the
/// cursor of the last item.
pub fn next_link(call: &Call<'_>, last_key: &str) -> String {
    next_link_with(call, "cursor", &encode(last_key))
}

/// The same question with another value of the parameter that leads on.
pub fn next_link_with(call: &Call<'_>, name: &str, value: &str) -> String {
    let url = call.request.raw_url();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let is_replaced = |pair: &&str| pair.split('=').next() == Some(name);
    let kept = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !is_replaced(pair));
    let mut pairs: Vec<String> = kept.map(ToOwned::to_owned).collect();
    pairs.push(format!("{name}={value}"));
    format!("<{path}?{}>; rel=\"next\"", pairs.join("&"))
}

/// A cursor is opaque to callers; hexadecimal survives every URL.
fn encode(key: &str) -> String {
    use std::fmt::Write as _;
    key.bytes()
        .fold(String::with_capacity(key.len() * 2), |mut hex, byte| {
            // Writing to a string cannot fail.
            write!(hex, "{byte:02x}").ok();
            hex
        })
}

fn decode(cursor: &str) -> Option<String> {
    let digits: Option<Vec<u8>> = cursor
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let bytes = digits?
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(high << 4 | low),
            _ => None,
        })
        .collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_round_trip_and_nonsense_is_refused() {
        for key in ["", "cus_0", "agent \u{e9}/x"] {
            assert_eq!(decode(&encode(key)).as_deref(), Some(key));
        }
        for bad in ["0", "zz", "ff", "0\u{e9}"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
