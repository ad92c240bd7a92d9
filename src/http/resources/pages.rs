//! `/`, `/pricing`, `/console`, `/portal`, `/setup`, `/docs`, `/openapi.json`: pages, embedded in the
//! program.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the table of routes wants every handler in one shape"
)]

use std::sync::{LazyLock, OnceLock};

use rouille::Response;

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
    let (tiers, documents) = (call.live.tiers(), &call.live.settings().documents);
    let start = if call.live.settings().registration_is_open {
        let default = tiers.find(tiers.registration_default());
        let default = default.map_or("", |tier| &*tier.title);
        with_documents(FRONT_OPEN, documents)
            .replace("<!-- origin -->", &escaped(&origin(call)))
            .replace("<!-- default-tier -->", &escaped(default))
            .replace("<!-- tier-options -->", &options(tiers))
    } else {
        with_documents(FRONT_CLOSED, documents)
    };
    let page = offered(FRONT, Place::Front, call).replace("<!-- start -->", &start);
    Ok(ready(call, &Fixed::html(page)))
}

/// `GET /pricing`: the pricing table of the tiers in force, what they save, and the form for a quote.
pub fn pricing(call: &Call<'_>) -> Handled {
    let quote = if call.live.settings().quotes_are_open {
        QUOTE_OPEN
    } else {
        QUOTE_CLOSED
    };
    let quote = with_documents(quote, &call.live.settings().documents);
    let page = offered(PRICING, Place::Pricing, call).replace("<!-- quote -->", &quote);
    Ok(ready(call, &Fixed::html(page)))
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
    framed(page, place, &call.live.settings().documents)
        .replace("<!-- start-label -->", label)
        .replace("<!-- tier-table -->", TIER_TABLE)
        .replace("<!-- tiers -->", &rows)
}

/// `GET /docs`: the API reference.
pub fn docs(call: &Call<'_>) -> Handled {
    static PAGE: Kept = Kept::new(|documents| framed(DOCS, Place::Reference, documents));
    let response = PAGE
        .answer(call)
        .with_unique_header("Content-Security-Policy", DOCS_POLICY);
    Ok(Outcome::Ready(response))
}

/// `GET /console` and every place below it, which the page itself reads.
pub fn console(call: &Call<'_>) -> Handled {
    static PAGE: Kept = Kept::new(|documents| app(CONSOLE, documents));
    Ok(Outcome::Ready(PAGE.answer(call)))
}

/// `GET /portal` and every place below it, which the page itself reads.
pub fn portal(call: &Call<'_>) -> Handled {
    static PAGE: Kept = Kept::new(|documents| app(PORTAL, documents));
    Ok(Outcome::Ready(PAGE.answer(call)))
}

/// `GET /welcome`: where a link to a key leads. The secret stays behind the `#`, in the browser.
pub fn welcome(call: &Call<'_>) -> Handled {
    static PAGE: Kept = Kept::new(|documents| framed(WELCOME, Place::Welcome, documents));
    Ok(Outcome::Ready(PAGE.answer(call)))
}

/// `GET /setup`: the form behind a setup link, where a password is safe on the way.
pub fn setup(call: &Call<'_>) -> Handled {
    static FORM: Kept = Kept::new(|documents| setup_with(SETUP_FORM, documents));
    static INSECURE: Kept = Kept::new(|documents| setup_with(SETUP_INSECURE, documents));
    let page = if call.may_hold_session {
        &FORM
    } else {
        &INSECURE
    };
    Ok(Outcome::Ready(page.answer(call)))
}

/// `GET /openapi.json`.
pub fn openapi(call: &Call<'_>) -> Handled {
    static DOCUMENT: LazyLock<Fixed> =
        LazyLock::new(|| Fixed::new("application/json", openapi::as_json()));
    Ok(ready(call, &DOCUMENT))
}

fn setup_with(part: &str, documents: &DocumentSettings) -> String {
    framed(SETUP, Place::Setup, documents).replace("<!-- part -->", part)
}

/// A page of the console or the portal, which makes itself and is told which documents there are not.
fn app(page: &str, documents: &DocumentSettings) -> String {
    // Names of documents, of which the configuration takes no others.
    let hidden = documents.hidden.join(" ");
    bundle().hashed(&page.replace("<!-- hidden-documents -->", &escaped(&hidden)))
}

/// A page that depends on nothing but the documents that are left out. It is kept for where none is,
/// and made anew elsewhere.
struct Kept {
    make: fn(&DocumentSettings) -> String,
    whole: OnceLock<Fixed>,
}

impl Kept {
    const fn new(make: fn(&DocumentSettings) -> String) -> Self {
        let whole = OnceLock::new();
        Self { make, whole }
    }

    fn answer(&self, call: &Call<'_>) -> Response {
        let documents = &call.live.settings().documents;
        if documents.hidden.is_empty() {
            let page = || Fixed::html((self.make)(documents));
            return self.whole.get_or_init(page).answer(call.request, Keep::Ask);
        }
        Fixed::html((self.make)(documents)).answer(call.request, Keep::Ask)
    }
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

/// A page in the frame that all of them have, with its files named under the content hash, and
/// without what leads to documents that are left out.
pub fn framed(page: &str, place: Place, documents: &DocumentSettings) -> String {
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
    bundle().hashed(&with_documents(&page, documents))
}

/// Keeps what stands between `<!-- with NAME -->` and `<!-- end -->` where the pages have the document
/// of that name, and takes it out where they do not.
fn with_documents(page: &str, documents: &DocumentSettings) -> String {
    let mut parts = page.split("<!-- with ");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->").unwrap_or((part, ""));
        let (inner, after) = rest.split_once("<!-- end -->").unwrap_or((rest, ""));
        if documents.shows(name) {
            kept.push_str(inner);
        }
        kept.push_str(after);
    }
    kept
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
