//! `server.trusted_proxies`: exact networks, and the word for the Unix socket.

use std::net::IpAddr;

use ipnet::IpNet;

use super::error::{Refused, quoted};
use super::setting::{Allowed, Found, Setting, Shown, toml_string};

/// The word for whoever comes over the Unix socket.
const UNIX: &str = "unix";
const MAX_NETWORKS: usize = 100;
const FORM: &str = "give networks such as \"10.0.0.0/24\" or \"10.0.0.7/32\", or the word \"unix\"";

/// The proxies whose word about a client's address counts; nobody's does who is not named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrustedProxies {
    /// Their networks.
    pub networks: Vec<IpNet>,
    /// Whether whoever comes over the Unix socket is one.
    pub unix: bool,
}

impl TrustedProxies {
    /// Whether nobody is trusted.
    pub fn is_empty(&self) -> bool {
        self.networks.is_empty() && !self.unix
    }

    fn add(&mut self, found: &Found<'_>) -> Result<(), Refused> {
        let text = found.text().ok_or_else(|| found.is_not(FORM))?;
        let again = || {
            let text = format!("is {} once more", quoted(text));
            found.refused(text, "remove one of the two")
        };
        if text == UNIX {
            return if std::mem::replace(&mut self.unix, true) {
                Err(again())
            } else {
                Ok(())
            };
        }
        let network = read_network(found, text)?;
        if self.networks.contains(&network) {
            return Err(again());
        }
        self.networks.push(network);
        Ok(())
    }
}

fn read_network(found: &Found<'_>, text: &str) -> Result<IpNet, Refused> {
    if let Ok(address) = text.parse::<IpAddr>() {
        let whole = IpNet::from(address);
        let remedy = format!("write {whole} if it is this one address");
        return Err(found.refused(format!("is {} without a length", quoted(text)), remedy));
    }
    let network: IpNet = text.parse().map_err(|_| found.is_not(FORM))?;
    if network.prefix_len() == 0 {
        let text = format!("is {}, which is everybody", quoted(text));
        return Err(found.refused(text, "name the networks of the proxies alone"));
    }
    if network.trunc() != network {
        let remedy = format!(
            "write {} for the network, or {} for the one address",
            network.trunc(),
            IpNet::from(network.addr())
        );
        let text = format!("is {}, an address inside a network", quoted(text));
        return Err(found.refused(text, remedy));
    }
    Ok(network)
}

impl Setting for TrustedProxies {
    fn read(found: &Found<'_>, _: Option<&Allowed>) -> Result<Self, Refused> {
        let mut proxies = Self::default();
        if found.is_empty_text() {
            return Ok(proxies);
        }
        let Some(elements) = found.elements() else {
            return proxies.add(found).map(|()| proxies);
        };
        for (place, element) in elements.enumerate() {
            let step = format!("[{place}]");
            proxies
                .add(&element)
                .map_err(|refused| refused.below(&step))?;
        }
        if proxies.networks.len() > MAX_NETWORKS {
            let text = format!("has {} networks", proxies.networks.len());
            return Err(found.refused(text, format!("give at most {MAX_NETWORKS}")));
        }
        Ok(proxies)
    }

    fn show(&self) -> Shown {
        let networks = self.networks.iter().map(ToString::to_string);
        let unix = self.unix.then(|| UNIX.to_owned());
        let written: Vec<String> = networks
            .chain(unix)
            .map(|entry| toml_string(&entry))
            .collect();
        Shown::Inline(format!("[{}]", written.join(", ")))
    }

    fn kind() -> &'static str {
        "network or the word `unix`, or an array of them"
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::config::print_effective;
    use crate::config::tests::{fine, refused};

    #[test]
    fn networks_are_exact() {
        let loaded = fine(
            "[server]\ntrusted_proxies = [\"10.0.0.0/24\", \"2001:db8::/32\", \"unix\"]\n",
            &[],
        );
        let proxies = &loaded.config.server.trusted_proxies;
        assert_eq!(proxies.networks.len(), 2);
        assert!(proxies.unix && !proxies.is_empty());
        let printed = print_effective(&loaded, true);
        assert_eq!(fine(&printed, &[]).config, loaded.config);
        let one = [("PORTCULLIS_SERVER__TRUSTED_PROXIES", "10.0.0.7/32")];
        assert_eq!(
            fine("", &one).config.server.trusted_proxies.networks.len(),
            1
        );
        let none = [("PORTCULLIS_SERVER__TRUSTED_PROXIES", "")];
        assert!(fine("", &none).config.server.trusted_proxies.is_empty());
    }

    #[test]
    fn what_is_no_exact_network_is_refused() {
        let mut page = String::new();
        for value in [
            "\"10.0.0.7\"",
            "\"10.0.0.7/24\"",
            "\"0.0.0.0/0\"",
            "[\"::/0\"]",
            "[\"10.0.0.0/33\"]",
            "[\"proxy.example\"]",
            "[\"10.0.0.0/24\", \"10.0.0.0/24\"]",
            "[\"unix\", \"unix\"]",
            "[7]",
            "true",
        ] {
            let text = format!("[server]\ntrusted_proxies = {value}\n");
            writeln!(page, "{}", refused(&text, &[])).unwrap();
        }
        insta::assert_snapshot!(page, @r#"
portcullis.toml:2:19: `server.trusted_proxies` is `10.0.0.7` without a length; write 10.0.0.7/32 if it is this one address
portcullis.toml:2:19: `server.trusted_proxies` is `10.0.0.7/24`, an address inside a network; write 10.0.0.0/24 for the network, or 10.0.0.7/32 for the one address
portcullis.toml:2:19: `server.trusted_proxies` is `0.0.0.0/0`, which is everybody; name the networks of the proxies alone
portcullis.toml:2:20: `server.trusted_proxies[0]` is `::/0`, which is everybody; name the networks of the proxies alone
portcullis.toml:2:20: `server.trusted_proxies[0]` is `10.0.0.0/33`; give networks such as "10.0.0.0/24" or "10.0.0.7/32", or the word "unix"
portcullis.toml:2:20: `server.trusted_proxies[0]` is `proxy.example`; give networks such as "10.0.0.0/24" or "10.0.0.7/32", or the word "unix"
portcullis.toml:2:35: `server.trusted_proxies[1]` is `10.0.0.0/24` once more; remove one of the two
portcullis.toml:2:28: `server.trusted_proxies[1]` is `unix` once more; remove one of the two
portcullis.toml:2:20: `server.trusted_proxies[0]` is `7`; give networks such as "10.0.0.0/24" or "10.0.0.7/32", or the word "unix"
portcullis.toml:2:19: `server.trusted_proxies` is `true`; give networks such as "10.0.0.0/24" or "10.0.0.7/32", or the word "unix"
"#);
    }
}
