//! `/`, `/pricing`, `/console`, `/portal`, `/setup`, `/docs`, `/openapi.json`: pages, embedded in the
//! program.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the table of routes wants every handler in one shape"
)]

use std::sync::LazyLock;

use crate::domain::settings::DocumentSettings;
use crate::domain::tier::{Tier, Tiers};
use crate::http::answer::{Handled, Outcome};
use crate::http::bundle::bundle;
use crate::http::call::Call;
use crate::http::fixed::{Fixed, Keep};
use crate::http::openapi;
use crate::http::text::{escaped, grouped};

const HEADER: &str = include_str!("../../../assets/header.html");
const FOOTER: &str = include_str!("../../../assets/footer.html");
const FRONT: &str = include_str!("../../../assets/front.html");
const FRONT_OPEN: &str = include_str!("../../../assets/front-open.html");
const FRONT_CLOSED: &str = include_str!("../../../assets/front-closed.html");
const PRICING: &str = include_str!("../../../assets/pricing.html");
const QUOTE_OPEN: &str = include_str!("../../../assets/quote-open.html");
const QUOTE_CLOSED: &str = include_str!("../../../assets/quote-closed.html");
const TIER_TABLE: &str = include_str!("../../../assets/tier-table.html");
const SETUP: &str = include_str!("../../../assets/setup.html");
const SETUP_FORM: &str = include_str!("../../../assets/setup-form.html");
const SETUP_INSECURE: &str = include_str!("../../../assets/setup-insecure.html");
const DOCS: &str = include_str!("../../../assets/docs.html");
const CONSOLE: &str = include_str!("../../../assets/console.html");
const PORTAL: &str = include_str!("../../../assets/portal.html");
const WELCOME: &str = include_str!("../../../assets/welcome.html");

/// The one exception to the rule that styles come from files of ours, for `/docs` alone: the viewer
/// there writes `style` elements and attributes of its own. Scripts stay what they are everywhere.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// `GET /`: what this is, and the pricing table of the tiers in force.
pub fn front(call: &Call<'_>) -> Handled {
    let tiers = call.live.tiers();
    let start = if call.live.settings().registration_is_open {
        let default = tiers.find(tiers.registration_default());
        let default = default.map_or("", |tier| &*tier.title);
        FRONT_OPEN
            .replace("<!-- origin -->", &escaped(&origin(call)))
            .replace("<!-- default-tier -->", &escaped(default))
            .replace("<!-- tier-options -->", &options(tiers))
    } else {
        FRONT_CLOSED.to_owned()
    };
    let page = offered(FRONT, Place::Front, call).replace("<!-- start -->", &start);
    Ok(linked(call, &page))
}

/// `GET /pricing`: the pricing table of the tiers in force, what they save, and the form for a quote.
pub fn pricing(call: &Call<'_>) -> Handled {
    let quote = if call.live.settings().quotes_are_open {
        QUOTE_OPEN
    } else {
        QUOTE_CLOSED
    };
    let page = offered(PRICING, Place::Pricing, call).replace("<!-- quote -->", quote);
    Ok(linked(call, &page))
}

/// A page with the pricing table and the way to a key. Escaped text has no `<`, so what the
/// configuration says is never taken for a place.
fn offered(page: &str, place: Place, call: &Call<'_>) -> String {
    let label = if call.live.settings().registration_is_open {
        "Get an API key"
    } else {
        "Get access"
    };
    let rows: String = call.live.tiers().iter().map(|tier| row(tier)).collect();
    framed(page, place)
        .replace("<!-- start-label -->", label)
        .replace("<!-- tier-table -->", TIER_TABLE)
        .replace("<!-- tiers -->", &rows)
}

/// `GET /docs`: the API reference.
pub fn docs(call: &Call<'_>) -> Handled {
    static PAGE: LazyLock<Fixed> = LazyLock::new(|| Fixed::html(framed(DOCS, Place::Reference)));
    let response = PAGE
        .answer(call.request, Keep::Ask)
        .with_unique_header("Content-Security-Policy", DOCS_POLICY);
    Ok(Outcome::Ready(response))
}

/// `GET /console` and every place below it, which the page itself reads.
pub fn console(call: &Call<'_>) -> Handled {
    static PAGE: LazyLock<Fixed> = LazyLock::new(|| Fixed::html(bundle().hashed(CONSOLE)));
    Ok(ready(call, &PAGE))
}

/// `GET /portal` and every place below it, which the page itself reads.
pub fn portal(call: &Call<'_>) -> Handled {
    static PAGE: LazyLock<Fixed> = LazyLock::new(|| Fixed::html(bundle().hashed(PORTAL)));
    Ok(ready(call, &PAGE))
}

/// `GET /welcome`: where a link to a key leads. The secret stays behind the `#`, in the browser.
pub fn welcome(call: &Call<'_>) -> Handled {
    Ok(linked(call, &framed(WELCOME, Place::Welcome)))
}

/// `GET /setup`: the form behind a setup link, where a password is safe on the way.
pub fn setup(call: &Call<'_>) -> Handled {
    static FORM: LazyLock<Fixed> = LazyLock::new(|| setup_with(SETUP_FORM));
    static INSECURE: LazyLock<Fixed> = LazyLock::new(|| setup_with(SETUP_INSECURE));
    let page = if call.may_hold_session {
        &FORM
    } else {
        &INSECURE
    };
    Ok(ready(call, page))
}

/// `GET /openapi.json`.
pub fn openapi(call: &Call<'_>) -> Handled {
    static DOCUMENT: LazyLock<Fixed> =
        LazyLock::new(|| Fixed::new("application/json", openapi::as_json()));
    Ok(ready(call, &DOCUMENT))
}

fn setup_with(part: &str) -> Fixed {
    let page = framed(SETUP, Place::Setup);
    Fixed::html(page.replace("<!-- part -->", part))
}

/// A page that strangers see, by where its link stands in the frame of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Front,
    /// `/pricing`
    Pricing,
    /// `/docs`
    Reference,
    /// `/docs/…`
    Documents,
    /// `/setup`
    Setup,
    /// `/welcome`
    Welcome,
}

/// A page in the frame that all of them have, with its files named under the content hash.
pub fn framed(page: &str, place: Place) -> String {
    let link = match place {
        Place::Front | Place::Setup | Place::Welcome => None,
        Place::Pricing => Some("href=\"/pricing\""),
        Place::Reference => Some("href=\"/docs\""),
        Place::Documents => Some("href=\"/docs/index\""),
    };
    let header = link.map_or(HEADER.to_owned(), |link| {
        HEADER.replace(link, &format!("{link} aria-current=\"page\""))
    });
    let page = page
        .replace("<!-- header -->", &header)
        .replace("<!-- footer -->", FOOTER)
        .replace("<!-- version -->", env!("CARGO_PKG_VERSION"));
    bundle().hashed(&page)
}

/// A page as it is shown, without the links to documents that are left out.
fn linked(call: &Call<'_>, page: &str) -> Outcome {
    let page = shown(page, &call.live.settings().documents);
    ready(call, &Fixed::html(page))
}

/// What stands between `<!-- if NAME -->` and `<!-- end -->` is shown where that document is.
fn shown(page: &str, documents: &DocumentSettings) -> String {
    let mut parts = page.split("<!-- if ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->").unwrap_or_default();
        let (link, after) = rest.split_once("<!-- end -->").unwrap_or((rest, ""));
        if documents.shows(name) {
            text += link;
        }
        text += after;
    }
    text
}

fn ready(call: &Call<'_>, page: &Fixed) -> Outcome {
    Outcome::Ready(page.answer(call.request, Keep::Ask))
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

/// The tiers that a registration may name.
fn options(tiers: &Tiers) -> String {
    let offered = tiers.iter().filter(|tier| tier.price_usd_month.is_some());
    offered.fold(String::new(), |mut options, tier| {
        let is_default = *tier.name == *tiers.registration_default();
        let mark = if is_default { " selected" } else { "" };
        let (name, title) = (escaped(&tier.name), escaped(&tier.title));
        let price = price(tier);
        options.extend([
            "<option value=\"",
            &name,
            "\"",
            mark,
            ">",
            &title,
            ", ",
            &price,
            "</option>\n",
        ]);
        options
    })
}

fn price(tier: &Tier) -> String {
    match tier.price_usd_month {
        Some(0) => "free of charge".to_owned(),
        Some(price) => format!("${} a month", grouped(price.into())),
        None => "on request".to_owned(),
    }
}

fn row(tier: &Tier) -> String {
    let limits = tier.limits;
    let list = tier.feature_list.iter().fold(String::new(), |list, line| {
        list + "<li>" + &escaped(line) + "</li>"
    });
    let cell = |label: &str, class: &str, text: &str| {
        format!("<td role=\"cell\" data-label=\"{label}\"{class}>{text}</td>")
    };
    let figure = " class=\"figure\"";
    let cells = [
        cell("Price", figure, &price(tier)),
        cell("Agents", figure, &grouped(limits.max_agents.into())),
        cell(
            "Requests a minute",
            figure,
            &grouped(limits.max_requests_per_minute.into()),
        ),
        cell("API keys", figure, &grouped(limits.max_api_keys.into())),
        cell(
            "Checks a month",
            figure,
            &quota(limits.max_checks_per_month),
        ),
        cell("Support", "", &escaped(&tier.support)),
        cell("Included", "", &format!("<ul>{list}</ul>")),
    ];
    format!(
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>{}</tr>\n",
        escaped(&tier.title),
        cells.concat(),
    )
}

fn quota(checks: Option<u64>) -> String {
    checks.map_or_else(|| "no quota".to_owned(), grouped)
}
