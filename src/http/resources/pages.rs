//! `/`, `/docs`, `/openapi.json`, `/assets/…`: pages, embedded in the program.

use rouille::Response;
use rust_embed::RustEmbed;

use crate::app::Error;
use crate::domain::tier::Tier;
use crate::http::answer::{Handled, Outcome};
use crate::http::call::Call;
use crate::http::openapi;

/// The files under `assets/`.
#[derive(RustEmbed)]
#[folder = "assets/"]
struct Assets;

/// `GET /`: what this is, and the pricing table of the tiers in force.
pub fn front(call: &Call<'_>) -> Handled {
    let page = template("front.html")?;
    let rows: String = call.live.tiers().iter().map(|tier| row(tier)).collect();
    let is_open = call.app.settings().registration_is_open;
    let sign_up = if is_open {
        "sign-up-open"
    } else {
        "sign-up-closed"
    };
    let page = page
        .replace("<!-- tiers -->", &rows)
        .replace("sign-up-state", sign_up);
    Ok(Outcome::Ready(Response::html(page)))
}

/// `GET /docs`: the API reference.
pub fn docs(_: &Call<'_>) -> Handled {
    Ok(Outcome::Ready(Response::html(template("docs.html")?)))
}

/// `GET /openapi.json`.
pub fn openapi(_: &Call<'_>) -> Handled {
    Ok(Outcome::Ready(Response::from_data(
        "application/json",
        openapi::as_json(),
    )))
}

/// `GET /assets/{name}`.
pub fn asset(call: &Call<'_>) -> Handled {
    let name = call.params.get("name");
    let file = Assets::get(&format!("public/{name}")).ok_or(Error::NotFound("file"))?;
    let extension = name.rsplit('.').next().unwrap_or("");
    let media = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    let etag = file
        .metadata
        .sha256_hash()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    let response = Response::from_data(media, file.data).with_etag(call.request, etag);
    Ok(Outcome::Ready(response))
}

fn template(name: &str) -> Result<String, Error> {
    let file = Assets::get(name).ok_or(Error::NotFound("page"))?;
    String::from_utf8(file.data.into_owned())
        .map_err(|_| Error::Internal(format!("the page `{name}` is not UTF-8")))
}

fn row(tier: &Tier) -> String {
    let price = match tier.price_usd_month {
        Some(0) => "free of charge".to_owned(),
        Some(price) => format!("${price} a month"),
        None => "on request".to_owned(),
    };
    let limits = tier.limits;
    let list: String = tier
        .feature_list
        .iter()
        .map(|line| format!("<li>{}</li>", escaped(line)))
        .collect();
    format!(
        "<tr><th scope=\"row\">{}</th><td class=\"figure\">{price}</td>\
         <td class=\"figure\">{}</td><td class=\"figure\">{}</td><td class=\"figure\">{}</td>\
         <td>{}</td><td><ul>{list}</ul></td></tr>\n",
        escaped(&tier.title),
        limits.max_agents,
        limits.max_requests_per_minute,
        limits.max_api_keys,
        escaped(&tier.support),
    )
}

/// Text from the configuration is text, also when it looks like markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
