//! `[tls]`, put together: what fits, what deserves a word, and the files behind it.

use std::net::SocketAddr;

use super::error::{ConfigError, Problem};
use super::together::{Misfit, Warning};
use super::{Config, Loaded, PublicUrl};
use crate::domain::time::Timestamp;
use crate::tls::{ClientCertificates, ClientSettings, Fault, Keeper, Settings};

const CERTIFICATE: &str = "tls.certificate_file";
const KEY: &str = "tls.key_file";
const CLIENTS: &str = "tls.client_certificates";
const CLIENT_CA: &str = "tls.client_ca_file";
const IDENTITIES: &str = "tls.client_identities";
const REDIRECT: &str = "tls.redirect_listen";
const METRICS: &str = "metrics.tls";

impl Config {
    /// What TLS is spoken with; `None` when it is not.
    pub fn tls_settings(&self) -> Option<Settings> {
        let tls = &self.tls;
        let (certificate, key) = (tls.certificate_file.as_ref(), tls.key_file.as_ref());
        let is_required = match tls.client_certificates {
            ClientCertificates::Off => None,
            ClientCertificates::Optional => Some(false),
            ClientCertificates::Required => Some(true),
        };
        let client = is_required.zip(tls.client_ca_file.as_ref());
        Some(Settings {
            certificate_file: certificate?.clone(),
            key_file: key?.to_path_buf(),
            min_version: tls.min_version,
            client: client.map(|(is_required, ca_file)| ClientSettings {
                ca_file: ca_file.clone(),
                is_required,
                identities: tls.client_identities.0.clone(),
            }),
        })
    }
}

impl Loaded {
    /// Reads the files of `[tls]`, and adds what they deserve to the warnings. Only whoever serves,
    /// or asks whether it would work, may be able to read the key.
    pub fn open_tls(&mut self, now: Timestamp) -> Result<Option<Keeper>, ConfigError> {
        let Some(settings) = self.config.tls_settings() else {
            return Ok(None);
        };
        let keeper = Keeper::open(settings, now).map_err(|fault| {
            let problem = self.problem_of(fault);
            ConfigError::Invalid(vec![problem])
        })?;
        let cautions = keeper.cautions(now).into_iter().map(|caution| Warning {
            key: caution.part.setting().to_owned(),
            text: caution.text,
        });
        self.warnings.extend(cautions);
        Ok(Some(keeper))
    }

    /// What is wrong with a file, in the place where the file is named.
    pub fn problem_of(&self, fault: Fault) -> Problem {
        let key = fault.part.setting();
        Problem {
            origin: self.origins.of(key).clone(),
            key: Some(key.to_owned()),
            text: fault.text,
            remedy: fault.remedy,
        }
    }
}

/// What of it is fine alone and wrong together.
pub(super) fn misfits(config: &Config) -> Vec<Misfit> {
    let tls = &config.tls;
    let mut misfits = Vec::new();
    let mut add = |key, other, text: String, remedy: &str| {
        misfits.push(Misfit {
            key,
            other,
            text,
            remedy: remedy.to_owned(),
        });
    };
    let is_on = match (&tls.certificate_file, &tls.key_file) {
        (Some(_), Some(_)) => true,
        (None, None) => false,
        (Some(_), None) => {
            let text = "is not set, but `tls.certificate_file` is".to_owned();
            add(KEY, CERTIFICATE, text, "set both, or neither");
            return misfits;
        }
        (None, Some(_)) => {
            let text = "is not set, but `tls.key_file` is".to_owned();
            add(CERTIFICATE, KEY, text, "set both, or neither");
            return misfits;
        }
    };
    let is_asked = tls.client_certificates != ClientCertificates::Off;
    for (is_set, key) in [
        (is_asked, CLIENTS),
        (tls.client_ca_file.is_some(), CLIENT_CA),
        (!tls.redirect_listen.is_empty(), REDIRECT),
        (config.metrics.tls, METRICS),
    ] {
        if is_set && !is_on {
            let text = "is set, but the server speaks no TLS".to_owned();
            let remedy = "set `tls.certificate_file` and `tls.key_file`, or take it out";
            add(key, key, text, remedy);
        }
    }
    if is_asked && is_on && tls.client_ca_file.is_none() {
        let text = format!(
            "is `{}`, but nothing says which certificates to take",
            tls.client_certificates.word()
        );
        let remedy = "set `tls.client_ca_file` to the authorities of your clients";
        add(CLIENTS, CLIENT_CA, text, remedy);
    }
    if !is_asked && !tls.client_identities.0.is_empty() {
        let text = "is set, but clients are not asked for certificates".to_owned();
        let remedy = "set `tls.client_certificates` to \"optional\" or \"required\"";
        add(IDENTITIES, CLIENTS, text, remedy);
    }
    if config.metrics.tls && config.metrics.listen.is_none() {
        let text = "is set, but `metrics.listen` is not".to_owned();
        add(
            METRICS,
            METRICS,
            text,
            "set `metrics.listen` too, or take it out",
        );
    }
    let taken = |address: &&SocketAddr| {
        let others = config.server.listen.iter().chain(&config.metrics.listen);
        address.port() != 0 && others.into_iter().any(|other| other == *address)
    };
    if let Some(address) = tls.redirect_listen.iter().find(taken) {
        let text = format!("has `{address}`, where something else listens");
        add(
            REDIRECT,
            REDIRECT,
            text,
            "give it a port of its own, such as 80",
        );
    }
    let public_url = config.server.public_url.as_ref();
    if let Some(url) = public_url.filter(|url| is_on && !url.is_https()) {
        let text = format!("is `{url}`, but the server speaks TLS");
        let remedy = "write it with https://, or take `tls.certificate_file` out";
        add("server.public_url", CERTIFICATE, text, remedy);
    }
    misfits
}

/// What works but deserves a word.
pub(super) fn warnings(config: &Config) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |key: &str, text: String| {
        warnings.push(Warning {
            key: key.to_owned(),
            text,
        });
    };
    let (server, metrics) = (&config.server, &config.metrics);
    let is_on = config.tls.certificate_file.is_some();
    let is_https_outside = server.public_url.as_ref().is_some_and(PublicUrl::is_https);
    let has_proxy = !server.trusted_proxies.is_empty();
    let open = |address: &&SocketAddr| !address.ip().to_canonical().is_loopback();
    if let Some(address) = server.listen.iter().find(open)
        && !(is_on || is_https_outside || has_proxy)
    {
        warn(
            "server.listen",
            format!(
                "has `{address}`, which other machines reach without encryption: keys and \
                 passwords can be read on the way; set `tls.certificate_file` and `tls.key_file`, \
                 or put a TLS proxy before it, name it in `server.trusted_proxies` and set an \
                 https `server.public_url`"
            ),
        );
    }
    if is_https_outside && !is_on && !has_proxy {
        warn(
            "server.trusted_proxies",
            "is empty, but `server.public_url` says that a proxy speaks https before this server: \
             every client has the proxy's address, and all together have the limits of one; name \
             the proxy's network, such as \"127.0.0.1/32\""
                .to_owned(),
        );
    }
    if server.trusted_proxies.unix && server.unix_socket.is_none() {
        warn(
            "server.trusted_proxies",
            "has `unix`, but `server.unix_socket` is not set: it counts for sockets only that the \
             service manager hands over"
                .to_owned(),
        );
    }
    if is_on
        && !metrics.tls
        && let Some(address) = metrics.listen.as_ref().filter(open)
    {
        warn(
            "metrics.listen",
            format!(
                "is `{address}`, which other machines reach without encryption; set `metrics.tls` \
                 to `true`"
            ),
        );
    }
    let is_asked = config.tls.client_certificates != ClientCertificates::Off;
    if config.tls.client_ca_file.is_some() && !is_asked {
        warn(
            CLIENT_CA,
            "is not used: `tls.client_certificates` is `off`".to_owned(),
        );
    }
    warnings
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::config::tests::{fine, refused};

    const ON: &str = "[tls]\ncertificate_file = \"/c\"\nkey_file = \"/k\"\n";

    #[test]
    fn halves_are_refused() {
        let mut page = String::new();
        for text in [
            "[tls]\ncertificate_file = \"/c\"\n",
            "[tls]\nkey_file = \"/k\"\n",
            "[tls]\nclient_certificates = \"optional\"\nclient_ca_file = \"/a\"\n\
             redirect_listen = \"127.0.0.1:80\"\n[metrics]\nlisten = \"127.0.0.1:9\"\ntls = true\n",
            &format!("{ON}client_certificates = \"required\"\n"),
            &format!("{ON}[[tls.client_identities]]\nname = \"dns:a\"\noperator = \"ada\"\n"),
            &format!("{ON}[metrics]\ntls = true\n"),
            &format!("{ON}redirect_listen = [\"127.0.0.1:80\", \"127.0.0.1:8080\"]\n"),
            &format!("{ON}[server]\npublic_url = \"http://gate.example\"\n"),
            &format!("{ON}min_version = \"1.1\"\nhsts_seconds = -1\n"),
        ] {
            writeln!(page, "{}", refused(text, &[])).unwrap();
        }
        insta::assert_snapshot!(page, @r#"
        portcullis.toml:2:1: `tls.key_file` is not set, but `tls.certificate_file` is; set both, or neither
        portcullis.toml:2:1: `tls.certificate_file` is not set, but `tls.key_file` is; set both, or neither
        portcullis.toml:2:1: `tls.client_certificates` is set, but the server speaks no TLS; set `tls.certificate_file` and `tls.key_file`, or take it out
        portcullis.toml:3:1: `tls.client_ca_file` is set, but the server speaks no TLS; set `tls.certificate_file` and `tls.key_file`, or take it out
        portcullis.toml:4:1: `tls.redirect_listen` is set, but the server speaks no TLS; set `tls.certificate_file` and `tls.key_file`, or take it out
        portcullis.toml:7:1: `metrics.tls` is set, but the server speaks no TLS; set `tls.certificate_file` and `tls.key_file`, or take it out
        portcullis.toml:4:1: `tls.client_certificates` is `required`, but nothing says which certificates to take; set `tls.client_ca_file` to the authorities of your clients
        portcullis.toml:4:7: `tls.client_identities` is set, but clients are not asked for certificates; set `tls.client_certificates` to "optional" or "required"
        portcullis.toml:5:1: `metrics.tls` is set, but `metrics.listen` is not; set `metrics.listen` too, or take it out
        portcullis.toml:4:1: `tls.redirect_listen` has `127.0.0.1:8080`, where something else listens; give it a port of its own, such as 80
        portcullis.toml:5:1: `server.public_url` is `http://gate.example`, but the server speaks TLS; write it with https://, or take `tls.certificate_file` out
        portcullis.toml:4:15: `tls.min_version` is `1.1`; give one of `1.2`, `1.3` (did you mean `1.2`?)
        portcullis.toml:5:16: `tls.hsts_seconds` is `-1`; give a whole number of seconds from 0 to 63072000
        "#);
    }

    #[test]
    fn what_is_unwise_is_said() {
        let mut page = String::new();
        for text in [
            "[server]\nlisten = \"0.0.0.0:8080\"\n",
            "[server]\npublic_url = \"https://gate.example\"\n",
            "[server]\ntrusted_proxies = \"unix\"\n",
            &format!("{ON}client_ca_file = \"/a\"\n"),
            &format!("{ON}[metrics]\nlisten = \"0.0.0.0:9\"\n"),
        ] {
            for warning in fine(text, &[]).warnings {
                writeln!(page, "{warning}").unwrap();
            }
        }
        insta::assert_snapshot!(page, @r#"
        `server.listen` has `0.0.0.0:8080`, which other machines reach without encryption: keys and passwords can be read on the way; set `tls.certificate_file` and `tls.key_file`, or put a TLS proxy before it, name it in `server.trusted_proxies` and set an https `server.public_url`
        `server.trusted_proxies` is empty, but `server.public_url` says that a proxy speaks https before this server: every client has the proxy's address, and all together have the limits of one; name the proxy's network, such as "127.0.0.1/32"
        `server.trusted_proxies` has `unix`, but `server.unix_socket` is not set: it counts for sockets only that the service manager hands over
        `tls.client_ca_file` is not used: `tls.client_certificates` is `off`
        `metrics.listen` is `0.0.0.0:9`, which other machines reach without encryption; set `metrics.tls` to `true`
        `metrics.listen` is `0.0.0.0:9`, which other machines read without a token; set `metrics.token_file`
        "#);
    }

    #[test]
    fn what_is_encrypted_or_behind_a_proxy_is_fine() {
        for text in [
            &format!("{ON}[server]\nlisten = \"0.0.0.0:443\"\npublic_url = \"https://a\"\n"),
            &format!("{ON}[metrics]\nlisten = \"127.0.0.1:9\"\n"),
            "[server]\nlisten = \"0.0.0.0:80\"\ntrusted_proxies = \"10.0.0.7/32\"\n",
        ] {
            assert_eq!(fine(text, &[]).warnings, [], "{text}");
        }
    }
}
