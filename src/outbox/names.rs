//! Host names, looked up in the process: `/etc/hosts` first, then the servers in `/etc/resolv.conf`.

use std::net::IpAddr;
use std::pin::pin;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{LookupIpStrategy, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use tokio::time::timeout;

use super::Stop;

/// How long one question may wait for its answer.
const QUESTION: Duration = Duration::from_secs(5);
/// How long all questions about one name may take, whatever servers there are.
const LOOK_UP: Duration = Duration::from_secs(20);
/// How often a look-up sees whether it is to be broken off.
const TICK: Duration = Duration::from_millis(200);
/// Addresses of one name that are tried.
const ADDRESSES: usize = 4;

/// The resolver of one way out. It is made anew for each look-up, so that a `/etc/resolv.conf` that
/// changed is obeyed; letters are few.
#[derive(Default)]
pub(super) struct Names {
    runtime: Mutex<Option<tokio::runtime::Runtime>>,
}

impl Names {
    /// The addresses of a host; of a literal address, itself.
    pub(super) fn addresses(&self, host: &str, stop: &Stop) -> Result<Vec<IpAddr>, String> {
        if let Ok(address) = host.parse() {
            return Ok(vec![address]);
        }
        let mut runtime = self
            .runtime
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if runtime.is_none() {
            let made = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            *runtime = Some(made.map_err(|error| format!("cannot look names up: {error}"))?);
        }
        let Some(runtime) = runtime.as_ref() else {
            return Err("cannot look names up".to_owned());
        };
        let resolver = resolver()?;
        // A full name needs no search list, and is not tried with one.
        let full = format!("{host}.");
        let asked = if host.contains('.') { &full } else { host };
        let mut look_up = pin!(resolver.lookup_ip(asked));
        let until = Instant::now() + LOOK_UP;
        // The timer of a wait is the runtime's, and is made in it.
        let _inside = runtime.enter();
        let found = loop {
            if let Ok(found) = runtime.block_on(timeout(TICK, look_up.as_mut())) {
                break found.map_err(|error| format!("cannot look `{host}` up: {error}"))?;
            }
            if stop.is_said() {
                return Err("broken off: the server stops".to_owned());
            }
            if Instant::now() >= until {
                let seconds = LOOK_UP.as_secs();
                return Err(format!("cannot look `{host}` up within {seconds} seconds"));
            }
        };
        let found: Vec<IpAddr> = found.iter().take(ADDRESSES).collect();
        if found.is_empty() {
            return Err(format!("`{host}` has no address"));
        }
        Ok(found)
    }
}

fn resolver() -> Result<TokioResolver, String> {
    let mut builder = TokioResolver::builder_tokio().unwrap_or_else(|_| {
        // Without a name server, what `/etc/hosts` says is what there is.
        let nobody = ResolverConfig::from_parts(None, Vec::new(), Vec::new());
        TokioResolver::builder_with_config(nobody, TokioRuntimeProvider::default())
    });
    let options = builder.options_mut();
    options.timeout = options.timeout.min(QUESTION);
    options.attempts = options.attempts.min(2);
    options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
    builder
        .build()
        .map_err(|error| format!("cannot look names up: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_the_hosts_file_need_nobody() {
        let names = Names::default();
        let one: IpAddr = "192.0.2.7".parse().unwrap();
        let stop = Stop::default();
        assert_eq!(names.addresses("192.0.2.7", &stop), Ok(vec![one]));
        let local = names.addresses("localhost", &stop).unwrap();
        assert!(local.iter().all(IpAddr::is_loopback), "{local:?}");
        assert!(!local.is_empty());
    }
}
