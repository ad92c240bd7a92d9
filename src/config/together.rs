//! Values that are fine alone and wrong together, and settings that work but deserve a word.

use std::fmt;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::Config;
use super::encryption;
use super::error::{Origin, Problem};
use super::keys::SECTIONS;
use super::kinds::{Durability, RegistrationMode};
use super::outgoing;
use super::read::Reading;
use crate::domain::tier::{BadTiers, Tier, Tiers};

/// Longest path of a Unix socket in bytes (`sun_path` in unix(7), without the final NUL).
const MAX_SOCKET_PATH_BYTES: usize = 107;

/// Something that works, but that an operator should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The key that it is about, or the name of an environment variable.
    pub key: String,
    /// What, to be read after the key, and what to do.
    pub text: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` {}", self.key, self.text)
    }
}

/// Two keys whose values are fine alone and wrong together.
pub(super) struct Misfit {
    /// The key to blame.
    pub(super) key: &'static str,
    /// The other one; where the first is at its default, the mistake is on this one's line.
    pub(super) other: &'static str,
    /// What is wrong, to be read after the key.
    pub(super) text: String,
    /// What to do next.
    pub(super) remedy: String,
}

/// Adds what does not fit together to the problems, and makes the pricing table.
pub(super) fn check(reading: &mut Reading) {
    let mut misfits = misfits(&reading.config);
    misfits.extend(encryption::misfits(&reading.config));
    misfits.extend(outgoing::misfits(&reading.config));
    misfits.extend(super::stripe::misfits(&reading.config));
    match make_tiers(&reading.config) {
        Ok(tiers) => reading.config.tiers = tiers,
        Err(misfit) => misfits.push(misfit),
    }
    for misfit in misfits {
        let set = |key: &str| reading.origins.get(key).cloned();
        reading.problems.push(Problem {
            origin: set(misfit.key)
                .or_else(|| set(misfit.other))
                .unwrap_or(Origin::Default),
            key: Some(misfit.key.to_owned()),
            text: misfit.text,
            remedy: misfit.remedy,
        });
    }
}

fn misfits(config: &Config) -> Vec<Misfit> {
    let (server, ledger, sessions) = (&config.server, &config.ledger, &config.sessions);
    let at_most = |key, value: usize, other, most: usize| {
        (value > most).then(|| Misfit {
            key,
            other,
            text: format!("is `{value}`, more than `{other}`, which is `{most}`"),
            remedy: "lower the first or raise the second".to_owned(),
        })
    };
    let idle_too_long = (sessions.idle_minutes > sessions.absolute_hours * 60).then(|| Misfit {
        key: "sessions.idle_minutes",
        other: "sessions.absolute_hours",
        text: format!(
            "is `{}`, longer than `sessions.absolute_hours`, which is `{}`",
            sessions.idle_minutes, sessions.absolute_hours
        ),
        remedy: "lower the first or raise the second".to_owned(),
    });
    let metrics = config.metrics.listen;
    let taken = metrics
        .filter(|address| address.port() != 0 && server.listen.contains(address))
        .map(|address| Misfit {
            key: "metrics.listen",
            other: "server.listen",
            text: format!("is `{address}`, which is in `server.listen` too"),
            remedy: "give it a port of its own".to_owned(),
        });
    let socket_bytes = server
        .unix_socket
        .as_ref()
        .map(|path| path.as_os_str().len());
    let socket_too_long = socket_bytes
        .filter(|bytes| *bytes > MAX_SOCKET_PATH_BYTES)
        .map(|bytes| Misfit {
            key: "server.unix_socket",
            other: "server.unix_socket",
            text: format!("is {bytes} bytes long"),
            remedy: format!("give a path of at most {MAX_SOCKET_PATH_BYTES} bytes"),
        });
    let found = [
        at_most(
            "server.reserved_seats",
            server.reserved_seats,
            "server.max_connections",
            server.max_connections,
        ),
        at_most(
            "server.max_body_bytes",
            server.max_body_bytes,
            "ledger.queue_bytes",
            ledger.queue_bytes,
        ),
        at_most(
            "ledger.batch_entries",
            ledger.batch_entries,
            "ledger.queue_entries",
            ledger.queue_entries,
        ),
        idle_too_long,
        taken,
        socket_too_long,
    ];
    found.into_iter().flatten().collect()
}

fn make_tiers(config: &Config) -> Result<Tiers, Misfit> {
    const TIERS: &str = "subscriptions.tiers";
    let subscriptions = &config.subscriptions;
    let rows: Vec<Tier> = subscriptions.tiers.0.clone();
    let names: Vec<String> = rows.iter().map(|tier| format!("`{}`", tier.name)).collect();
    Tiers::new(
        rows,
        &subscriptions.self_service_max,
        &subscriptions.registration_default,
    )
    .map_err(|bad| match bad {
        BadTiers::Unknown { setting, name } => Misfit {
            key: setting,
            other: TIERS,
            text: format!("is `{name}`, which is not a tier"),
            remedy: format!("set it to one of {}", names.join(", ")),
        },
        BadTiers::None | BadTiers::Twice(_) => Misfit {
            key: TIERS,
            other: TIERS,
            text: format!("cannot be offered: {bad}"),
            remedy: "correct the tiers".to_owned(),
        },
    })
}

/// What works but deserves a word. Looks at the files' modes, and at nothing in them.
pub(super) fn warnings(config: &Config, file: Option<&Path>) -> Vec<Warning> {
    let mut warnings = encryption::warnings(config);
    warnings.extend(outgoing::warning(config));
    let mut warn = |key: &str, text: String| {
        warnings.push(Warning {
            key: key.to_owned(),
            text,
        });
    };
    let server = &config.server;
    let open = |address: &&SocketAddr| !address.ip().to_canonical().is_loopback();
    if server.listen.is_empty() && server.unix_socket.is_none() {
        warn(
            "server.listen",
            "is empty: the server is reached only through sockets that the service manager \
             hands over"
                .to_owned(),
        );
    }
    if config.ledger.durability == Durability::Process {
        warn(
            "ledger.durability",
            "is `process`: a power cut can lose decisions that were answered; set it to `power` \
             where that matters"
                .to_owned(),
        );
    }
    let default = config.tiers.find(config.tiers.registration_default());
    if config.registration.mode == RegistrationMode::Open
        && default.is_some_and(|tier| tier.price_usd_month.is_none())
    {
        warn(
            "subscriptions.registration_default",
            "has a custom price, which only an operator gives: registrations that name no tier \
             are refused; set it to a tier with a price"
                .to_owned(),
        );
    }
    if let Some(address) = config.metrics.listen.as_ref().filter(open)
        && config.metrics.token_file.is_none()
    {
        warn(
            "metrics.listen",
            format!(
                "is `{address}`, which other machines read without a token; set \
                 `metrics.token_file`"
            ),
        );
    }
    if let Some(path) = file
        && let Ok(meta) = std::fs::metadata(path)
        && meta.permissions().mode() & 0o022 != 0
    {
        let text = "can be changed by others than its owner; run `chmod go-w` on it".to_owned();
        warn(&path.display().to_string(), text);
    }
    warnings.extend(super::secret_file::warnings(config));
    warnings
}

/// Variables that one more underscore would make a setting; they are ignored, and that is said.
pub(super) fn nearly_settings<'v>(names: impl Iterator<Item = &'v str>) -> Vec<Warning> {
    let known: Vec<String> = SECTIONS
        .iter()
        .flat_map(|section| section.keys.iter().map(|key| section.variable(key)))
        .collect();
    names
        .filter_map(|name| {
            let meant = known
                .iter()
                .find(|known| known.replacen("__", "_", 1) == name)?;
            Some(Warning {
                key: name.to_owned(),
                text: format!("is ignored; did you mean `{meant}`, with two underscores?"),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::os::unix::fs::PermissionsExt;

    use crate::config::Config;
    use crate::config::tests::{fine, refused};

    fn warnings(text: &str, variables: &[(&str, &str)]) -> String {
        let mut lines = String::new();
        for warning in fine(text, variables).warnings {
            writeln!(lines, "{warning}").unwrap();
        }
        lines
    }

    #[test]
    fn values_that_do_not_fit_together() {
        insta::assert_snapshot!(
            refused(
                "[server]\nlisten = [\"127.0.0.1:1\"]\nmax_connections = 16\n\
                 [sessions]\nidle_minutes = 90\nabsolute_hours = 1\n\
                 [ledger]\nqueue_entries = 100\n[metrics]\nlisten = \"127.0.0.1:1\"\n\
                 [subscriptions]\nself_service_max = \"gold\"\n",
                &[("PORTCULLIS_SERVER__UNIX_SOCKET", &format!("/{}", "s".repeat(107)))],
            ),
            @r#"
            portcullis.toml:3:1: `server.reserved_seats` is `64`, more than `server.max_connections`, which is `16`; lower the first or raise the second
            portcullis.toml:5:1: `sessions.idle_minutes` is `90`, longer than `sessions.absolute_hours`, which is `1`; lower the first or raise the second
            portcullis.toml:8:1: `ledger.batch_entries` is `1024`, more than `ledger.queue_entries`, which is `100`; lower the first or raise the second
            portcullis.toml:10:1: `metrics.listen` is `127.0.0.1:1`, which is in `server.listen` too; give it a port of its own
            portcullis.toml:12:1: `subscriptions.self_service_max` is `gold`, which is not a tier; set it to one of `free`, `starter`, `pro`, `enterprise`
            PORTCULLIS_SERVER__UNIX_SOCKET: `server.unix_socket` is 108 bytes long; give a path of at most 107 bytes
            "#
        );
    }

    #[test]
    fn warns_of_what_works_but_is_unwise() {
        insta::assert_snapshot!(
            warnings(
                "[server]\nlisten = \"0.0.0.0:8080\"\npublic_url = \"http://gate\"\n\
                 [ledger]\ndurability = \"process\"\n\
                 [metrics]\nlisten = \"[::]:9\"\n[subscriptions]\nregistration_default = \"enterprise\"",
                &[("PORTCULLIS_LOG_LEVEL", "debug")],
            ),
            @r#"
            `PORTCULLIS_LOG_LEVEL` is ignored; did you mean `PORTCULLIS_LOG__LEVEL`, with two underscores?
            `server.listen` has `0.0.0.0:8080`, which other machines reach without encryption: keys and passwords can be read on the way; set `tls.certificate_file` and `tls.key_file`, or put a TLS proxy before it, name it in `server.trusted_proxies` and set an https `server.public_url`
            `ledger.durability` is `process`: a power cut can lose decisions that were answered; set it to `power` where that matters
            `subscriptions.registration_default` has a custom price, which only an operator gives: registrations that name no tier are refused; set it to a tier with a price
            `metrics.listen` is `[::]:9`, which other machines read without a token; set `metrics.token_file`
            "#
        );
        insta::assert_snapshot!(warnings("[server]\nlisten = []", &[]), @"`server.listen` is empty: the server is reached only through sockets that the service manager hands over");
        for quiet in [
            "listen = \"[::ffff:127.0.0.1]:80\"",
            "listen = \"[::1]:80\"",
            "listen = \"0.0.0.0:80\"\npublic_url = \"https://gate\"\ntrusted_proxies = \"10.0.0.7/32\"",
            "listen = []\nunix_socket = \"/run/s\"",
        ] {
            assert_eq!(warnings(&format!("[server]\n{quiet}"), &[]), "");
        }
    }

    #[test]
    fn warns_of_files_that_others_read_or_change() {
        let directory = tempfile::tempdir().unwrap();
        let (file, token) = (
            directory.path().join("c.toml"),
            directory.path().join("token"),
        );
        std::fs::write(
            &file,
            format!("[metrics]\ntoken_file = \"{}\"\n", token.display()),
        )
        .unwrap();
        let warned = |file_mode: u32, token_mode: u32| -> Vec<String> {
            std::fs::set_permissions(&file, PermissionsExt::from_mode(file_mode)).unwrap();
            if token_mode != 0 {
                std::fs::write(&token, "x").unwrap();
                std::fs::set_permissions(&token, PermissionsExt::from_mode(token_mode)).unwrap();
            }
            let loaded = Config::load(Some(&file), std::iter::empty()).unwrap();
            loaded
                .warnings
                .into_iter()
                .map(|warning| warning.key)
                .collect()
        };
        assert_eq!(
            warned(0o640, 0),
            [""; 0],
            "whether it is there is for those who read it"
        );
        assert_eq!(warned(0o644, 0o640), [""; 0]);
        assert_eq!(warned(0o664, 0o640), [file.display().to_string()]);
        assert_eq!(warned(0o640, 0o644), ["metrics.token_file"]);
    }
}
