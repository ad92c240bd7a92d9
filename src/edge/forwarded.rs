//! The client behind a proxy that the operator trusts. From anybody else the headers are only words.
//!
//! `X-Forwarded-For` and `X-Forwarded-Proto` alone: a proxy that sets one header and passes on what
//! clients write into another would let them choose their address, so there is one, not two.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ipnet::IpNet;

use crate::http::wire::EdgeStats;

/// The proxies whose word counts.
#[derive(Debug)]
pub(super) struct Proxies {
    networks: Vec<IpNet>,
    /// Whether whoever comes over a Unix socket of the network is one.
    unix: bool,
    stats: Arc<EdgeStats>,
    was_said: AtomicBool,
}

/// What a trusted proxy says of a client.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Client {
    /// Its address; the port is 0 unless the proxy names one.
    pub(super) address: Option<SocketAddr>,
    /// Whether its connection is encrypted.
    pub(super) secure: bool,
}

impl Proxies {
    pub(super) fn new(networks: Vec<IpNet>, unix: bool, stats: Arc<EdgeStats>) -> Self {
        Self {
            networks,
            unix,
            stats,
            was_said: AtomicBool::new(false),
        }
    }

    /// Whether that peer is one of them; `None` stands for a Unix socket.
    pub(super) fn trust(&self, peer: Option<SocketAddr>) -> bool {
        peer.map_or(self.unix, |peer| self.has(peer.ip()))
    }

    fn has(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks
            .iter()
            .any(|network| network.contains(&address))
    }

    /// Whom a trusted peer speaks for: the last address in its list that is no trusted proxy's
    /// itself. What stands further left is what strangers wrote.
    pub(super) fn client(&self, peer: Option<SocketAddr>, headers: &[(String, String)]) -> Client {
        Client {
            address: self.address(peer, headers),
            secure: is_https(headers),
        }
    }

    fn address(
        &self,
        peer: Option<SocketAddr>,
        headers: &[(String, String)],
    ) -> Option<SocketAddr> {
        let mut nearest = peer;
        for hop in values(headers, "x-forwarded-for").rev() {
            let Some(address) = parse(hop) else {
                self.note(hop);
                return peer;
            };
            nearest = Some(address);
            if !self.has(address.ip()) {
                break;
            }
        }
        nearest
    }

    /// Counted each time, said once: the next request has the same proxy.
    fn note(&self, hop: &str) {
        self.stats
            .forwarded_unreadable_total
            .fetch_add(1, Ordering::Relaxed);
        if !self.was_said.swap(true, Ordering::Relaxed) {
            let shown: String = hop.chars().take(80).collect();
            tracing::warn!(
                entry = shown,
                "a trusted proxy sent an `X-Forwarded-For` that cannot be read; its own address \
                 counts as the client's (said once, counted in the metrics)"
            );
        }
    }
}

/// Every value of a header that may be a list, in the order of the lines.
fn values<'h>(
    headers: &'h [(String, String)],
    name: &'h str,
) -> impl DoubleEndedIterator<Item = &'h str> {
    headers
        .iter()
        .filter(move |(known, _)| known == name)
        .flat_map(|(_, value)| value.split(','))
        .map(str::trim)
}

/// `https` from every hop: one that was reached without encryption is one too many.
fn is_https(headers: &[(String, String)]) -> bool {
    let mut hops = values(headers, "x-forwarded-proto").peekable();
    hops.peek().is_some() && hops.all(|hop| hop.eq_ignore_ascii_case("https"))
}

/// An address, an IPv6 address in brackets, or either with a port.
fn parse(hop: &str) -> Option<SocketAddr> {
    let bare = hop
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(hop);
    let address = bare.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 0));
    let mut address = address.or_else(|_| hop.parse::<SocketAddr>()).ok()?;
    address.set_ip(address.ip().to_canonical());
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(unix: bool) -> Proxies {
        let networks = ["10.0.0.0/8", "192.0.2.7/32", "2001:db8::/32"];
        let networks = networks.map(|network| network.parse().unwrap());
        Proxies::new(networks.to_vec(), unix, Arc::default())
    }

    fn headers(lines: &[(&str, &str)]) -> Vec<(String, String)> {
        let lines = lines.iter();
        lines
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn only_exact_networks_are_trusted() {
        let proxies = proxies(false);
        for (peer, expect) in [
            ("10.1.2.3:1", true),
            ("[::ffff:10.1.2.3]:1", true),
            ("192.0.2.7:1", true),
            ("192.0.2.8:1", false),
            ("[2001:db8::1]:1", true),
            ("[2001:db9::1]:1", false),
            ("127.0.0.1:1", false),
        ] {
            assert_eq!(proxies.trust(Some(peer.parse().unwrap())), expect, "{peer}");
        }
        assert!(
            !proxies.trust(None),
            "a Unix socket is named or not trusted"
        );
        assert!(self::proxies(true).trust(None));
    }

    #[test]
    fn the_client_is_the_last_that_nobody_vouches_for() {
        let peer = "10.0.0.1:5";
        for (list, expect) in [
            (&[][..], peer),
            (&["198.51.100.1"], "198.51.100.1:0"),
            (&["198.51.100.1, 10.9.9.9"], "198.51.100.1:0"),
            (&["6.6.6.6, 198.51.100.1, 10.9.9.9"], "198.51.100.1:0"),
            (&["6.6.6.6", "198.51.100.1", "10.9.9.9"], "198.51.100.1:0"),
            (&["junk, 198.51.100.1"], "198.51.100.1:0"),
            (&["10.0.0.3, 10.0.0.2"], "10.0.0.3:0"),
            (&["198.51.100.1:4711"], "198.51.100.1:4711"),
            (&["[2001:db9::1]:4711"], "[2001:db9::1]:4711"),
            (&["2001:db9::1"], "[2001:db9::1]:0"),
            (&["[2001:db9::1]"], "[2001:db9::1]:0"),
            (&["::ffff:198.51.100.1"], "198.51.100.1:0"),
            (&["198.51.100.1, junk"], peer),
            (&["198.51.100.1, "], peer),
            (&["unknown"], peer),
            (&["gate.example"], peer),
            (&[""], peer),
        ] {
            let proxies = proxies(false);
            let lines: Vec<_> = list.iter().map(|list| ("x-forwarded-for", *list)).collect();
            let client = proxies.client(Some(peer.parse().unwrap()), &headers(&lines));
            assert_eq!(client.address, Some(expect.parse().unwrap()), "{list:?}");
            let noted = proxies
                .stats
                .forwarded_unreadable_total
                .load(Ordering::Relaxed);
            let is_junk = expect == peer && !list.is_empty();
            assert_eq!(noted, u64::from(is_junk), "{list:?}");
        }
    }

    #[test]
    fn every_hop_must_be_encrypted() {
        for (lines, expect) in [
            (&[][..], false),
            (&["https"], true),
            (&["HTTPS"], true),
            (&["http"], false),
            (&["https, http"], false),
            (&["https", "https"], true),
            (&["https", "http"], false),
            (&[""], false),
        ] {
            let lines: Vec<_> = lines.iter().map(|l| ("x-forwarded-proto", *l)).collect();
            assert_eq!(is_https(&headers(&lines)), expect, "{lines:?}");
        }
    }
}
