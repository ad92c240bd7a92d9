//! `/`, `/docs`, `/openapi.json`, `/assets/…`: pages, embedded in the program. Nothing here reads
//! a disk, also not in a build for development.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the table of routes wants every handler in one shape"
)]

use std::fmt::Write as _;
use std::sync::LazyLock;

use rouille::{Request, Response};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::app::Error;
use crate::domain::tier::Tier;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::Call;
use crate::http::openapi;

const FRONT: &str = include_str!("../../../assets/front.html");
const FRONT_OPEN: &str = include_str!("../../../assets/front-open.html");
const FRONT_CLOSED: &str = include_str!("../../../assets/front-closed.html");
const SETUP: &str = include_str!("../../../assets/setup.html");
const SETUP_FORM: &str = include_str!("../../../assets/setup-form.html");
const SETUP_INSECURE: &str = include_str!("../../../assets/setup-insecure.html");
const DOCS: &str = include_str!("../../../assets/docs.html");

/// The one exception to the rule that styles come from files of ours, for `/docs` alone: the viewer
/// there writes `style` elements and attributes of its own. Scripts stay what they are everywhere.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// Our own files.
#[derive(RustEmbed)]
#[folder = "assets/public/"]
struct Public;

/// Files of others, as they were released.
#[derive(RustEmbed)]
#[folder = "assets/vendor/"]
struct Vendor;

/// The files of others that are served, by the name they are served under.
const VENDORED: &[(&str, &str)] = &[
    (
        "openapi-explorer.min.js",
        "openapi-explorer/openapi-explorer.min.js",
    ),
    ("openapi-explorer.LICENSE.txt", "openapi-explorer/LICENSE"),
];

/// `GET /`: what this is, and the pricing table of the tiers in force.
pub fn front(call: &Call<'_>) -> Handled {
    let tiers = call.live.tiers();
    let rows: String = tiers.iter().map(|tier| row(tier)).collect();
    let (label, start) = if call.live.settings().registration_is_open {
        let default = tiers.find(tiers.registration_default());
        let default = default.map_or("", |tier| &*tier.title);
        let start = FRONT_OPEN
            .replace("<!-- origin -->", &escaped(&origin(call)))
            .replace("<!-- default-tier -->", &escaped(default));
        ("Register", start)
    } else {
        ("Get access", FRONT_CLOSED.to_owned())
    };
    // Escaped text has no `<`, so what the configuration says is never taken for a place.
    let page = FRONT
        .replace("<!-- version -->", env!("CARGO_PKG_VERSION"))
        .replace("<!-- start-label -->", label)
        .replace("<!-- start -->", &start)
        .replace("<!-- tiers -->", &rows);
    let etag = hex(&Sha256::digest(&page));
    Ok(ready(call, "text/html; charset=utf-8", page, &etag))
}

/// `GET /docs`: the API reference.
pub fn docs(call: &Call<'_>) -> Handled {
    static ETAG: LazyLock<String> = LazyLock::new(|| hex(&Sha256::digest(DOCS)));
    let response = answer(call.request, "text/html; charset=utf-8", DOCS, &ETAG)
        .with_unique_header("Content-Security-Policy", DOCS_POLICY);
    Ok(Outcome::Ready(response))
}

/// `GET /setup`: the form behind a setup link, where a password is safe on the way.
pub fn setup(call: &Call<'_>) -> Handled {
    let part = if call.may_hold_session {
        SETUP_FORM
    } else {
        SETUP_INSECURE
    };
    let page = SETUP
        .replace("<!-- version -->", env!("CARGO_PKG_VERSION"))
        .replace("<!-- part -->", part);
    let etag = hex(&Sha256::digest(&page));
    Ok(ready(call, "text/html; charset=utf-8", page, &etag))
}

/// `GET /openapi.json`.
pub fn openapi(call: &Call<'_>) -> Handled {
    static ETAG: LazyLock<String> = LazyLock::new(|| hex(&Sha256::digest(openapi::as_json())));
    let document = openapi::as_json();
    Ok(ready(call, "application/json", document, &ETAG))
}

/// `GET /assets/{name}`.
pub fn asset(call: &Call<'_>) -> Handled {
    let name = call.params.get("name");
    let file = match VENDORED.iter().find(|(known, _)| *known == name) {
        Some((_, path)) => Vendor::get(path),
        None => Public::get(name),
    };
    let file = file.ok_or(Error::NotFound("file"))?;
    let etag = hex(&file.metadata.sha256_hash());
    Ok(ready(call, media_of(name), file.data, &etag))
}

fn media_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn ready(call: &Call<'_>, media: &'static str, body: impl Into<Vec<u8>>, etag: &str) -> Outcome {
    Outcome::Ready(answer(call.request, media, body, etag))
}

/// A body with its validator; or only the validator for whoever has the body (RFC 9110, section
/// 13.1.2). Each use asks anew, so that an upgrade is seen at once.
fn answer(
    request: &Request,
    media: &'static str,
    body: impl Into<Vec<u8>>,
    etag: &str,
) -> Response {
    let etag = format!("\"{etag}\"");
    let known = request.header("If-None-Match").unwrap_or("");
    let is_known = known.split(',').any(|one| {
        let one = one.trim();
        one == "*" || one.strip_prefix("W/").unwrap_or(one) == etag
    });
    let response = if is_known {
        Response::from_data(media, Vec::new()).with_status_code(304)
    } else {
        Response::from_data(media, body)
    };
    response
        .with_unique_header("Cache-Control", "no-cache")
        .with_unique_header("ETag", etag)
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
            // Writing to a string cannot fail.
            write!(hex, "{byte:02x}").ok();
            hex
        })
}

/// Where the reader reaches this appliance: as the configuration says, or as the request does. A
/// `Host` that is none does not come into a command that people paste.
fn origin(call: &Call<'_>) -> String {
    if let Some(url) = &call.http.settings.public_url {
        return url.clone();
    }
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
    let host = call
        .request
        .header("Host")
        .filter(|host| !host.is_empty() && host.len() <= 255 && host.bytes().all(is_plain))
        .unwrap_or("localhost");
    let scheme = if call.request.is_secure() {
        "https"
    } else {
        "http"
    };
    format!("{scheme}://{host}")
}

fn row(tier: &Tier) -> String {
    let price = match tier.price_usd_month {
        Some(0) => "free of charge".to_owned(),
        Some(price) => format!("${} a month", grouped(price)),
        None => "on request".to_owned(),
    };
    let limits = tier.limits;
    let list = tier.feature_list.iter().fold(String::new(), |list, line| {
        list + "<li>" + &escaped(line) + "</li>"
    });
    let cell = |label: &str, class: &str, text: &str| {
        format!("<td role=\"cell\" data-label=\"{label}\"{class}>{text}</td>")
    };
    let figure = " class=\"figure\"";
    let cells = [
        cell("Price", figure, &price),
        cell("Agents", figure, &grouped(limits.max_agents)),
        cell(
            "Requests a minute",
            figure,
            &grouped(limits.max_requests_per_minute),
        ),
        cell("API keys", figure, &grouped(limits.max_api_keys)),
        cell("Support", "", &escaped(&tier.support)),
        cell("Included", "", &format!("<ul>{list}</ul>")),
    ];
    format!(
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>{}</tr>\n",
        escaped(&tier.title),
        cells.concat(),
    )
}

/// `10000` as `10,000`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Text from the configuration is text, also when it looks like markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (10_000, "10,000"),
            (4_294_967_295, "4,294,967,295"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn what_is_vendored_is_there() {
        for (_, path) in VENDORED {
            assert!(Vendor::get(path).is_some(), "{path}");
        }
    }
}
