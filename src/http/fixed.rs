//! Bodies that are the same for every reader: with a validator, so that they are not sent twice, and
//! compressed once for whoever takes them so.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use rouille::{Request, Response};
use sha2::{Digest as _, Sha256};

/// How long a reader may use what it has without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Each use asks anew, so that an upgrade is seen at once.
    Ask,
    /// For good: its address changes with it.
    ForGood,
}

/// One such body.
pub struct Fixed {
    media: &'static str,
    plain: Cow<'static, [u8]>,
    digest: String,
    /// Compressed, at the first use that takes it so; none where that does not make it smaller.
    gzip: OnceLock<Option<Vec<u8>>>,
}

impl Fixed {
    pub fn new(media: &'static str, plain: impl Into<Cow<'static, [u8]>>) -> Self {
        let plain = plain.into();
        Self {
            media,
            digest: hex(&Sha256::digest(&plain)),
            plain,
            gzip: OnceLock::new(),
        }
    }

    /// A page.
    pub fn html(page: String) -> Self {
        Self::new("text/html; charset=utf-8", page.into_bytes())
    }

    #[cfg(test)]
    pub fn media(&self) -> &'static str {
        self.media
    }

    pub fn plain(&self) -> &[u8] {
        &self.plain
    }

    /// The body in the form that the reader takes, or only its validator for whoever has it (RFC
    /// 9110, section 13.1.2). Each form has a validator of its own, since both are compared byte by
    /// byte.
    pub fn answer(&self, request: &Request, keep: Keep) -> Response {
        let takes_gzip = request.header("Accept-Encoding").is_some_and(accepts_gzip);
        let gzip = self.gzip().filter(|_| takes_gzip);
        let etag = match gzip {
            Some(_) => format!("\"{}-gzip\"", self.digest),
            None => format!("\"{}\"", self.digest),
        };
        let known = request.header("If-None-Match").unwrap_or("");
        let is_known = known.split(',').any(|one| {
            let one = one.trim();
            one == "*" || one.strip_prefix("W/").unwrap_or(one) == etag
        });
        let mut response = if is_known {
            Response::from_data(self.media, Vec::new()).with_status_code(304)
        } else {
            Response::from_data(self.media, gzip.unwrap_or(&self.plain))
        };
        if gzip.is_some() && !is_known {
            response = response.with_unique_header("Content-Encoding", "gzip");
        }
        if self.may_shrink() {
            response = response.with_unique_header("Vary", "Accept-Encoding");
        }
        let cache = match keep {
            Keep::Ask => "no-cache",
            Keep::ForGood => "public, max-age=31536000, immutable",
        };
        response
            .with_unique_header("Cache-Control", cache)
            .with_unique_header("ETag", etag)
    }

    /// Pictures and fonts are compressed in themselves.
    fn may_shrink(&self) -> bool {
        !matches!(self.media, "image/png" | "font/woff2")
    }

    fn gzip(&self) -> Option<&[u8]> {
        let packed = self.gzip.get_or_init(|| {
            let packed = self.may_shrink().then(|| gzipped(&self.plain))?;
            packed.filter(|packed| packed.len() < self.plain.len())
        });
        packed.as_deref()
    }
}

fn gzipped(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail; if it did, the body would be sent as it is.
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

/// Whether `Accept-Encoding` takes gzip: by name, or by `*` where gzip has no weight of its own (RFC
/// 9110, section 12.5.3).
fn accepts_gzip(accepted: &str) -> bool {
    let weight_of = |coding: &str| {
        accepted.split(',').find_map(|one| {
            let mut parts = one.split(';').map(str::trim);
            let is_it = parts.next()?.eq_ignore_ascii_case(coding);
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            is_it.then(|| weight.map_or(1.0, |weight| weight.parse::<f32>().unwrap_or(0.0)))
        })
    };
    let weight = weight_of("gzip").or_else(|| weight_of("*"));
    weight.is_some_and(|weight| weight > 0.0)
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
            // Writing to a string cannot fail.
            write!(hex, "{byte:02x}").ok();
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for (accepted, takes) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=1.0, GZIP;q=0.2", true),
            ("*", true),
            ("*;q=0.1, br", true),
            ("", false),
            ("br", false),
            ("gzip;q=0", false),
            ("gzip; q=0.000, *", false),
            ("gzip;q=nonsense", false),
            ("x-gzip-not", false),
        ] {
            assert_eq!(accepts_gzip(accepted), takes, "{accepted}");
        }
    }

    #[test]
    fn what_does_not_get_smaller_is_sent_as_it_is() {
        assert!(Fixed::new("text/plain", &b"a"[..]).gzip().is_none());
        assert!(Fixed::new("image/png", vec![0; 4096]).gzip().is_none());
        assert!(Fixed::new("text/plain", vec![0; 4096]).gzip().is_some());
    }
}
