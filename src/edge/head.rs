//! One request head: from raw bytes to a [`Head`] and the way its body is framed, or a refusal.
//!
//! Stricter than the HTTP engine behind it on everything that two parsers could read in two ways
//! (RFC 9112 sections 3.2, 6.1, 6.3 and 11.2): one length or none, never together with a transfer
//! coding, one host, no byte in the target that is not printable ASCII.

use std::mem::MaybeUninit;
use std::net::SocketAddr;
use std::sync::Arc;

use super::config::MAX_HEADERS_CEILING;
use super::forwarded::{Client, Proxies};
use crate::http::wire::{Head, Lane, Refusal};
use crate::tls::PeerCertificate;

/// Where a connection comes from; the same for each of its requests.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) peer: Option<SocketAddr>,
    pub(super) lane: Lane,
    /// Whether this process encrypts it.
    pub(super) secure: bool,
    pub(super) certificate: Option<Arc<PeerCertificate>>,
    /// There when the peer is a trusted proxy: then each request has its own client.
    pub(super) proxies: Option<Arc<Proxies>>,
}

/// What the first bytes of the inbox are.
#[derive(Debug)]
pub(super) enum Parsed {
    /// The beginning of a head, as far as it goes.
    Partial,
    /// A whole head.
    Whole(Box<Checked>),
    /// Not a request that is served here; the head is there when it could be read.
    Refused(Refusal, Option<Box<Head>>),
}

/// A head that passed every check.
#[derive(Debug)]
pub(super) struct Checked {
    /// Its length in bytes, with the empty line.
    pub(super) length: usize,
    pub(super) head: Head,
    pub(super) framing: Framing,
    pub(super) version: Version,
    /// Whether the client wants to go on with this connection afterwards.
    pub(super) keeps_alive: bool,
    /// Whether it waits for `100 Continue` before it sends its body.
    pub(super) expects_continue: bool,
}

/// How the end of the body is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    Empty,
    Length(u64),
    Chunked,
}

/// The two versions that have this framing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    Http10,
    Http11,
}

/// Reads one head from the start of `bytes`.
pub(super) fn parse(bytes: &[u8], max_headers: usize, origin: &Origin) -> Parsed {
    let mut table = [const { MaybeUninit::<httparse::Header<'_>>::uninit() }; MAX_HEADERS_CEILING];
    let table = table.get_mut(..max_headers).unwrap_or_default();
    let mut request = httparse::Request::new(&mut []);
    match request.parse_with_uninit_headers(bytes, table) {
        Ok(httparse::Status::Complete(length)) => check(&request, length, origin),
        Ok(httparse::Status::Partial) => Parsed::Partial,
        Err(httparse::Error::TooManyHeaders) => Parsed::Refused(Refusal::HeadTooLarge, None),
        Err(_) => Parsed::Refused(Refusal::MalformedRequest, None),
    }
}

fn check(request: &httparse::Request<'_, '_>, length: usize, origin: &Origin) -> Parsed {
    let (Some(method), Some(raw_target), Some(minor)) =
        (request.method, request.path, request.version)
    else {
        return Parsed::Refused(Refusal::MalformedRequest, None);
    };
    let Some((target, authority)) = target(method, raw_target) else {
        return Parsed::Refused(Refusal::MalformedRequest, None);
    };
    let version = if minor == 0 {
        Version::Http10
    } else {
        Version::Http11
    };
    let mut facts = Facts::default();
    let mut headers = Vec::with_capacity(request.headers.len());
    for header in &*request.headers {
        let name = header.name.to_ascii_lowercase();
        facts.note(&name, header.value);
        let value = match authority {
            // RFC 9112 section 3.2.2: the authority of an absolute target replaces the host.
            Some(authority) if name == "host" => authority.to_owned(),
            Some(_) | None => String::from_utf8_lossy(header.value).into_owned(),
        };
        headers.push((name, value));
    }
    let client = match &origin.proxies {
        Some(proxies) => proxies.client(origin.peer, &headers),
        None => Client {
            address: origin.peer,
            secure: false,
        },
    };
    let head = Head {
        method: method.to_owned(),
        target,
        headers,
        peer: client.address,
        lane: origin.lane,
        secure: origin.secure || client.secure,
        certificate: origin.certificate.clone(),
    };
    match facts.verdict(version) {
        Err(refusal) => Parsed::Refused(refusal, Some(Box::new(head))),
        Ok(framing) => Parsed::Whole(Box::new(Checked {
            length,
            head,
            framing,
            version,
            keeps_alive: match version {
                Version::Http11 => !facts.close,
                Version::Http10 => facts.keep_alive && !facts.close,
            },
            // A 1.0 client cannot know the interim answer (RFC 9110 section 10.1.1).
            expects_continue: facts.expects == Expects::Continue && version == Version::Http11,
        })),
    }
}

/// The path and query that the application sees, and the authority of an absolute target.
fn target<'a>(method: &str, raw: &'a str) -> Option<(String, Option<&'a str>)> {
    let printable = raw.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    if !printable || raw.contains('#') || method == "CONNECT" {
        return None;
    }
    if raw.starts_with('/') {
        return Some((raw.to_owned(), None));
    }
    if raw == "*" {
        // The whole server, asked what it can do; nothing else can be asked of it.
        return (method == "OPTIONS").then(|| ("/".to_owned(), None));
    }
    let (scheme, rest) = raw.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    if authority.is_empty() {
        return None;
    }
    let target = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    };
    Some((target, Some(authority)))
}

/// What the headers say about the framing and the connection.
#[derive(Debug, Default)]
struct Facts {
    lengths: usize,
    length: Option<u64>,
    codings: usize,
    chunked: bool,
    hosts: usize,
    close: bool,
    keep_alive: bool,
    expects: Expects,
}

/// What `Expect` asks for.
#[derive(Debug, Default, PartialEq, Eq)]
enum Expects {
    #[default]
    Nothing,
    Continue,
    Other,
}

impl Facts {
    fn note(&mut self, name: &str, value: &[u8]) {
        match name {
            "content-length" => {
                self.lengths += 1;
                self.length = decimal(value);
            }
            "transfer-encoding" => {
                self.codings += 1;
                self.chunked = value.eq_ignore_ascii_case(b"chunked");
            }
            "host" => self.hosts += 1,
            "connection" => {
                for option in value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii) {
                    self.close |= option.eq_ignore_ascii_case(b"close");
                    self.keep_alive |= option.eq_ignore_ascii_case(b"keep-alive");
                }
            }
            "expect" => {
                let known = value.eq_ignore_ascii_case(b"100-continue");
                self.expects = match (known, &self.expects) {
                    (true, Expects::Nothing | Expects::Continue) => Expects::Continue,
                    (true, Expects::Other) | (false, _) => Expects::Other,
                };
            }
            _ => {}
        }
    }

    fn verdict(&self, version: Version) -> Result<Framing, Refusal> {
        let one_host = self.hosts == 1 || (self.hosts == 0 && version == Version::Http10);
        if !one_host {
            return Err(Refusal::MalformedRequest);
        }
        let framing = match (self.codings, self.lengths) {
            (0, 0) => Framing::Empty,
            (0, 1) => match self.length {
                Some(0) => Framing::Empty,
                Some(length) => Framing::Length(length),
                None => return Err(Refusal::MalformedRequest),
            },
            (1, 0) if self.chunked && version == Version::Http11 => Framing::Chunked,
            _ => return Err(Refusal::MalformedRequest),
        };
        if self.expects == Expects::Other && version == Version::Http11 {
            return Err(Refusal::ExpectationFailed);
        }
        Ok(framing)
    }
}

/// Digits and nothing else: no sign, no list, no space.
fn decimal(value: &[u8]) -> Option<u64> {
    if value.is_empty() {
        return None;
    }
    value.iter().try_fold(0_u64, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        // The HTTP engine keeps the two largest values for itself.
        sum.checked_mul(10)?
            .checked_add(u64::from(digit))
            .filter(|sum| *sum < u64::MAX - 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: Origin = Origin {
        peer: None,
        lane: Lane::Network,
        secure: false,
        certificate: None,
        proxies: None,
    };

    fn whole(head: &str) -> Checked {
        match parse(head.as_bytes(), 100, &ORIGIN) {
            Parsed::Whole(checked) => *checked,
            other @ (Parsed::Partial | Parsed::Refused(..)) => panic!("{head:?} gave {other:?}"),
        }
    }

    fn refused(head: &str) -> Refusal {
        match parse(head.as_bytes(), 100, &ORIGIN) {
            Parsed::Refused(refusal, _) => refusal,
            other @ (Parsed::Partial | Parsed::Whole(_)) => panic!("{head:?} gave {other:?}"),
        }
    }

    fn post(headers: &str) -> String {
        format!("POST / HTTP/1.1\r\nHost: a\r\n{headers}\r\n")
    }

    #[test]
    fn headers_keep_their_order_and_lose_their_case() {
        let checked = whole("GET /a?b=c HTTP/1.1\r\nB: 1\r\nHost: h\r\nA: 2\r\nb: 3\r\n\r\nrest");
        let names: Vec<_> = checked.head.headers.iter().map(|(n, _)| n).collect();
        assert_eq!(names, ["b", "host", "a", "b"]);
        assert_eq!(checked.head.target, "/a?b=c");
        assert_eq!(checked.framing, Framing::Empty);
        assert!(checked.keeps_alive);
    }

    #[test]
    fn framings_that_two_parsers_could_read_in_two_ways_are_malformed() {
        for headers in [
            "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
            "Content-Length: 1\r\nContent-Length: 2\r\n",
            "Content-Length: 1\r\nContent-Length: 1\r\n",
            "Content-Length: 1, 1\r\n",
            "Content-Length: +1\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 0x1\r\n",
            "Content-Length:\r\n",
            "Content-Length: 18446744073709551615\r\n",
            "Content-Length: 99999999999999999999999\r\n",
            "Content-Length : 1\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
            "Transfer-Encoding: \u{b}chunked\r\n",
            " folded: x\r\n",
            "Host: b\r\n",
        ] {
            assert_eq!(
                refused(&post(headers)),
                Refusal::MalformedRequest,
                "{headers:?}"
            );
        }
        let old = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert_eq!(refused(old), Refusal::MalformedRequest);
        let nobody = "GET / HTTP/1.1\r\n\r\n";
        assert_eq!(refused(nobody), Refusal::MalformedRequest);
    }

    #[test]
    fn one_length_or_one_coding_frames_the_body() {
        assert_eq!(
            whole(&post("Content-Length: 007\r\n")).framing,
            Framing::Length(7)
        );
        assert_eq!(
            whole(&post("Content-Length: 0\r\n")).framing,
            Framing::Empty
        );
        assert_eq!(
            whole(&post("Transfer-Encoding: CHUNKED\r\n")).framing,
            Framing::Chunked
        );
    }

    #[test]
    fn targets_become_paths_or_are_malformed() {
        let target = |method: &str, raw: &str| target(method, raw).map(|(target, _)| target);
        assert_eq!(target("GET", "/a%20b?c").as_deref(), Some("/a%20b?c"));
        assert_eq!(target("GET", "//a").as_deref(), Some("//a"));
        assert_eq!(target("GET", "http://h").as_deref(), Some("/"));
        assert_eq!(target("GET", "HTTPS://h/a?b").as_deref(), Some("/a?b"));
        assert_eq!(target("GET", "http://h?b").as_deref(), Some("/?b"));
        assert_eq!(target("OPTIONS", "*").as_deref(), Some("/"));
        for raw in [
            "*",
            "a",
            "h:80",
            "http://",
            "http:///a",
            "ftp://h/",
            "/a#b",
            "/\u{e9}",
            "",
        ] {
            assert_eq!(target("GET", raw), None, "{raw:?}");
        }
        assert_eq!(target("CONNECT", "h:80"), None);
    }

    #[test]
    fn an_absolute_target_names_the_host() {
        let checked = whole("GET http://real/x HTTP/1.1\r\nHost: other\r\n\r\n");
        assert_eq!(checked.head.header("host"), Some("real"));
    }

    #[test]
    fn expectations_other_than_one_fail() {
        assert!(whole(&post("Expect: 100-Continue\r\n")).expects_continue);
        assert_eq!(
            refused(&post("Expect: tea\r\n")),
            Refusal::ExpectationFailed
        );
    }

    #[test]
    fn connection_options_are_a_list() {
        assert!(!whole(&post("Connection: x, Close\r\n")).keeps_alive);
        let old = |headers: &str| whole(&format!("GET / HTTP/1.0\r\n{headers}\r\n")).keeps_alive;
        assert!(!old(""));
        assert!(old("Connection: keep-alive\r\n"));
    }

    #[test]
    fn a_head_is_partial_until_its_empty_line() {
        let head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        for end in 0..head.len() {
            let part = head.get(..end).unwrap_or_default();
            assert!(
                matches!(parse(part.as_bytes(), 100, &ORIGIN), Parsed::Partial),
                "{part:?}"
            );
        }
        assert_eq!(whole(head).length, head.len());
    }

    #[test]
    fn the_header_limit_is_exact() {
        let head = "GET / HTTP/1.1\r\nHost: a\r\nB: 1\r\n\r\n".as_bytes();
        assert!(matches!(parse(head, 2, &ORIGIN), Parsed::Whole(_)));
        assert!(matches!(
            parse(head, 1, &ORIGIN),
            Parsed::Refused(Refusal::HeadTooLarge, None)
        ));
    }
}
