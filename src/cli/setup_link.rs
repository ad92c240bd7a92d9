//! `portcullis operator setup-link`: a link that makes one operator, once, within half an hour.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use clap::Args;
use serde_json::{Map, Value};

use super::client::Client;
use super::context::{Context, Missing};
use super::error::CliError;
use super::members::{Members as _, insert};
use super::operator::RoleName;
use super::output::{Outcome, cell};
use super::request::Request;
use super::terminal::must_not_be_journal;
use crate::config::Config;

/// What the link is called where it must not be shown.
const WHAT: &str = "a setup link";

#[derive(Debug, Args)]
pub(super) struct SetupLink {
    /// The name to sign in with; without one, whoever uses the link chooses
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    /// What the operator may do
    #[arg(long, default_value = "owner")]
    role: RoleName,
}

impl SetupLink {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, CliError> {
        must_not_be_journal(WHAT)?;
        let config = context.load()?.config;
        let client = context.client_for("operator setup-link", Missing::Make)?;
        let mut wanted = Map::new();
        insert(&mut wanted, "username", self.username);
        insert(&mut wanted, "role", Some(self.role.word()));
        let (document, text) = open(&client, &config, wanted)?;
        Ok(Outcome::done(document, text))
    }
}

/// Opens a link; gives the document and what a person reads. The journal gets neither.
pub(super) fn open(
    client: &Client,
    config: &Config,
    wanted: Map<String, Value>,
) -> Result<(Value, String), CliError> {
    must_not_be_journal(WHAT)?;
    let request = Request::post("/api/operators/setup-link", Value::Object(wanted));
    let mut made = client.ask(&request)?;
    let token = made.text("token").unwrap_or_default();
    let url = match made.text("url") {
        Some(url) => url.to_owned(),
        None => format!("{}/setup#{token}", origin(config)),
    };
    if let Some(members) = made.as_object_mut() {
        members.insert("url".to_owned(), url.clone().into());
    }
    let text = text(&made, &url, client.is_served(), config);
    Ok((made, text))
}

fn text(made: &Value, url: &str, is_served: bool, config: &Config) -> String {
    let whom = match made.text("username") {
        Some(name) => format!("`{name}`"),
        None => "whoever opens it".to_owned(),
    };
    let mut lines = vec![
        format!("{url}\n"),
        format!(
            "open this link within 30 minutes, until {}; it works once, for {whom}, with the role \
             `{}`",
            cell(made.member("expires_at")),
            cell(made.member("role")),
        ),
    ];
    if !is_served {
        lines.push("no server runs yet: start it before you open the link".to_owned());
    }
    if config.server.public_url.is_none() {
        let port = address(config).port();
        lines.push(format!(
            "from another machine, first: ssh -L {port}:127.0.0.1:{port} THIS-MACHINE"
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Where a browser on this machine finds the appliance: a password goes over plain http on
/// loopback only.
pub(super) fn origin(config: &Config) -> String {
    if let Some(url) = &config.server.public_url {
        return url.as_str().trim_end_matches('/').to_owned();
    }
    let is_encrypted = config.tls_settings().is_some();
    let scheme = if is_encrypted { "https" } else { "http" };
    format!("{scheme}://{}", address(config))
}

fn address(config: &Config) -> SocketAddr {
    let listen = &config.server.listen;
    let loopback = listen.iter().find(|address| address.ip().is_loopback());
    let first = loopback.or_else(|| listen.first());
    let default = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
    let mut address = first.copied().unwrap_or(default);
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_leads_to_where_a_password_is_safe() {
        let origin_of = |listen: &[&str]| {
            let mut config = Config::default();
            config.server.listen = listen.iter().map(|text| text.parse().unwrap()).collect();
            origin(&config)
        };
        for (listen, expected) in [
            (&["127.0.0.1:8080"][..], "http://127.0.0.1:8080"),
            (&["0.0.0.0:9000"], "http://127.0.0.1:9000"),
            (&["[::]:9000"], "http://[::1]:9000"),
            (&["10.0.0.7:80", "127.0.0.1:81"], "http://127.0.0.1:81"),
            (&["10.0.0.7:80"], "http://10.0.0.7:80"),
            (&[], "http://127.0.0.1:8080"),
        ] {
            assert_eq!(origin_of(listen), expected, "{listen:?}");
        }
        let mut config = Config::default();
        config.tls.certificate_file = Some("/c".into());
        config.tls.key_file = Some(crate::config::PrivateKeyFile("/k".into()));
        assert_eq!(origin(&config), "https://127.0.0.1:8080");
    }
}
