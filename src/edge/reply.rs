//! From a [`Reply`] to the response that hyper writes.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{
    CONNECTION, CONTENT_LENGTH, DATE, HeaderName, HeaderValue, TRANSFER_ENCODING, UPGRADE,
};
use hyper::{Response, StatusCode};

use crate::http::wire::Reply;

/// What the answer says about the connection after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Afterwards {
    /// Nothing: what HTTP/1.1 implies, or what hyper says.
    AsUsual,
    /// That it stays open (HTTP/1.0 clients must be told).
    StaysOpen,
    /// That it ends.
    Closes,
}

/// Makes a response of a reply; `None` when a header or the status cannot be written.
///
/// Headers that would contradict the framing are left out: hyper sets the length and the date,
/// and the connection is the edge's own business.
pub(super) fn response(reply: Reply, afterwards: Afterwards) -> Option<Response<Full<Bytes>>> {
    let status = StatusCode::from_u16(reply.status)
        .ok()
        .filter(|status| !status.is_informational())?;
    let mut response = Response::new(Full::new(Bytes::from(reply.body)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    // One more for the date, which hyper adds.
    headers.reserve(reply.headers.len().saturating_add(1));
    for (name, value) in reply.headers {
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        if !is_the_edges_own(&name) {
            let value = HeaderValue::from_maybe_shared(Bytes::from(value)).ok()?;
            headers.append(name, value);
        }
    }
    let connection = match afterwards {
        Afterwards::AsUsual => return Some(response),
        Afterwards::StaysOpen => HeaderValue::from_static("keep-alive"),
        Afterwards::Closes => HeaderValue::from_static("close"),
    };
    headers.insert(CONNECTION, connection);
    Some(response)
}

fn is_the_edges_own(name: &HeaderName) -> bool {
    [CONTENT_LENGTH, CONNECTION, DATE, TRANSFER_ENCODING, UPGRADE].contains(name)
}

/// The last resort, when even the application's problem document cannot be written: an empty
/// 500 that ends the connection.
pub(super) fn bare_failure() -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, name: &str, value: &str) -> Reply {
        Reply {
            status,
            headers: vec![(name.to_owned(), value.to_owned())],
            body: b"{}".to_vec(),
        }
    }

    #[test]
    fn what_cannot_be_written_is_no_response() {
        for (status, name, value) in [
            (200, "X-A", "a\r\nX-B: b"),
            (200, "X-A", "a\u{0}"),
            (200, "X A", "a"),
            (200, "", "a"),
            (99, "X-A", "a"),
            (1000, "X-A", "a"),
            (101, "X-A", "a"),
        ] {
            let made = response(reply(status, name, value), Afterwards::AsUsual);
            assert!(made.is_none(), "{status} {name:?} {value:?}");
        }
    }

    #[test]
    fn the_framing_is_not_the_applications_to_set() {
        for name in ["Content-Length", "transfer-encoding", "Connection", "Date"] {
            let made = response(reply(200, name, "1"), Afterwards::AsUsual).unwrap();
            assert!(made.headers().is_empty(), "{name}");
        }
    }

    #[test]
    fn the_connection_option_follows_what_comes_afterwards() {
        let option = |afterwards| {
            let made = response(reply(200, "X-A", "a"), afterwards).unwrap();
            made.headers().get(CONNECTION).cloned()
        };
        assert_eq!(option(Afterwards::AsUsual), None);
        assert_eq!(option(Afterwards::StaysOpen).unwrap(), "keep-alive");
        assert_eq!(option(Afterwards::Closes).unwrap(), "close");
    }
}
