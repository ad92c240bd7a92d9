//! The listener without encryption that sends everybody to `https`, and nobody anywhere else.

use std::net::Ipv6Addr;

use rouille::Response;

use super::Http;
use super::wire::Head;

/// The port that `https` has when it names none.
const HTTPS_PORT: u16 = 443;

/// Answers a request on that listener.
pub fn answer(http: &Http, head: &Head) -> Response {
    if head.header("authorization").is_some() {
        // To send it on would hide that everybody on the way could read it.
        return text(
            403,
            "the credential of this request was sent without encryption: revoke it, make a new \
             one, and use https\n",
        );
    }
    let Some(origin) = origin(http, head.header("host").unwrap_or("")) else {
        return text(
            400,
            "`Host` is not a name of this server; ask its operator for its https address\n",
        );
    };
    let location = format!("{origin}{}", head.target);
    text(308, &format!("moved to {location}\n")).with_unique_header("Location", location)
}

/// Where people reach the appliance over https: as the configuration says, or under the name that
/// they asked for, provided that the certificate has it. So nobody can be sent elsewhere.
fn origin(http: &Http, host: &str) -> Option<String> {
    let public_url = http.settings.public_url.as_ref();
    if let Some(url) = public_url.filter(|url| url.starts_with("https://")) {
        return Some(url.clone());
    }
    let name = name_of(host)?;
    if !http.settings.tls.as_ref()?.covers(name) {
        return None;
    }
    let name = if name.contains(':') {
        format!("[{name}]")
    } else {
        name.to_ascii_lowercase()
    };
    Some(match http.settings.https_port {
        None | Some(HTTPS_PORT) => format!("https://{name}"),
        Some(port) => format!("https://{name}:{port}"),
    })
}

/// The host of a `Host` header without its port, and without the brackets of an IPv6 address.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let (address, after) = rest.split_once(']')?;
            address.parse::<Ipv6Addr>().ok()?;
            (
                address,
                after.strip_prefix(':').or(after.is_empty().then_some("")),
            )
        }
        None => match host.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, Some("")),
        },
    };
    let is_port = port?.bytes().all(|b| b.is_ascii_digit());
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b".-_:".contains(&b);
    (is_port && !name.is_empty() && name.bytes().all(is_plain)).then_some(name)
}

fn text(status: u16, text: &str) -> Response {
    Response::text(text).with_status_code(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_or_refused() {
        for (host, expect) in [
            ("gate.example", Some("gate.example")),
            ("gate.example:8080", Some("gate.example")),
            ("10.0.0.7:80", Some("10.0.0.7")),
            ("[::1]", Some("::1")),
            ("[::1]:80", Some("::1")),
            ("", None),
            (":80", None),
            ("::1", None),
            ("[::1", None),
            ("[::1]x", None),
            ("[gate.example]", None),
            ("a b", None),
            ("gate.example@evil.example", None),
            ("gate.example/x", None),
            ("gate.example:80@evil.example", None),
            ("gate.example:80:90", None),
            ("gate.example\\evil", None),
            ("é.example", None),
        ] {
            assert_eq!(name_of(host), expect, "{host:?}");
        }
    }
}
