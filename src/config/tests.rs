//! The whole way: text and variables in, settings or messages out.

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::domain::tier::Tiers;
use crate::telemetry::{LogFormat, LogLevel};

/// Reads a file of that text, whose path then reads `portcullis.toml` in messages.
fn load(text: impl AsRef<[u8]>, variables: &[(&str, &str)]) -> Result<Loaded, String> {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("portcullis.toml");
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(Some(&path), variables).map_err(|error| {
        let directory = format!("{}/", directory.path().display());
        error.to_string().replace(&directory, "")
    })
}

pub(super) fn fine(text: &str, variables: &[(&str, &str)]) -> Loaded {
    load(text, variables).unwrap_or_else(|error| panic!("{error}"))
}

pub(super) fn refused(text: &str, variables: &[(&str, &str)]) -> String {
    match load(text, variables) {
        Ok(loaded) => panic!("taken: {:?}", loaded.config),
        Err(error) => error,
    }
}

#[test]
fn nothing_set_is_the_default_without_warnings() {
    let loaded = Config::load(None, std::iter::empty()).unwrap();
    assert_eq!(loaded.config, Config::default());
    assert_eq!(loaded.config.tiers, Tiers::built_in());
    assert_eq!(loaded.warnings, []);
    assert!(
        loaded
            .origins
            .iter()
            .all(|(_, origin)| *origin == Origin::Default)
    );
    assert_eq!(fine("", &[]).config, Config::default());
}

/// Takes the `#` off every line that is a key or a table, as an operator would.
fn uncommented(sample: &str) -> String {
    let is_setting = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase() || c == '[');
    let lines = sample.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if is_setting(rest) => rest,
        Some(_) => "",
        None => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_is_in_step_with_the_defaults() {
    let sample = sample_file();
    assert_eq!(fine(&sample, &[]).config, Config::default());
    let loaded = fine(&uncommented(&sample), &[]);
    assert_eq!(loaded.config, Config::default());
    // Every key really was there, and not its default by its absence.
    for (key, origin) in loaded.origins.iter() {
        assert!(matches!(origin, Origin::File { .. }), "{key} is missing");
    }
    assert!(
        sample.lines().all(|line| line.len() <= 160),
        "a line is too long"
    );
}

#[test]
fn every_key_says_what_it_does_and_numbers_say_their_unit() {
    for key in keys::SECTIONS.iter().flat_map(|section| section.keys) {
        assert!(!key.about.is_empty(), "{}", key.path);
        let setting::Shown::Inline(value) = (key.show)(&Config::default()) else {
            continue;
        };
        if let Ok(number) = value.parse::<u64>() {
            let allowed = key
                .allowed
                .first()
                .unwrap_or_else(|| panic!("{} has no range", key.path));
            assert!(
                (allowed.from..=allowed.to).contains(&number),
                "{}",
                key.path
            );
            assert!(!allowed.unit.is_empty(), "{}", key.path);
        }
    }
}

#[test]
fn every_number_is_held_to_its_range() {
    for key in keys::SECTIONS.iter().flat_map(|section| section.keys) {
        let Some(allowed) = key.allowed.first() else {
            continue;
        };
        let (section, name) = key.path.split_once('.').unwrap();
        let set = |value: &str| load(format!("[{section}]\n{name} = {value}\n"), &[]);
        for wrong in [
            (allowed.to + 1).to_string(),
            "-1".into(),
            "1.5".into(),
            "true".into(),
        ] {
            let error = set(&wrong).unwrap_err();
            assert!(
                error.contains(&format!("portcullis.toml:2:{}: ", name.len() + 4)),
                "{error}"
            );
            assert!(
                error.contains(&format!("from {} to {}", allowed.from, allowed.to)),
                "{error}"
            );
        }
        if let Some(below) = allowed.from.checked_sub(1) {
            assert!(
                set(&below.to_string()).is_err(),
                "{} takes {below}",
                key.path
            );
        }
        for edge in [allowed.from, allowed.to] {
            // A value at the edge may not fit its neighbours, but it is no number out of range.
            let error = set(&edge.to_string()).err().unwrap_or_default();
            assert!(!error.contains("whole number"), "{error}");
        }
    }
}

#[test]
fn every_key_can_be_set_in_the_environment_and_printed_back() {
    let loaded = fine(
        "[server]\nlisten = [\"127.0.0.1:1\", \"[::1]:2\"]\n\n[log]\nlevel = \"warn\"\n",
        &[
            ("PORTCULLIS_SERVER__UNIX_SOCKET", "/run/p.sock"),
            ("PORTCULLIS_SERVER__PUBLIC_URL", "https://A.example/"),
            ("PORTCULLIS_SERVER__DRAIN_SECONDS", "0x10"),
            ("PORTCULLIS_LOG__FORMAT", "json"),
            ("PORTCULLIS_LOG__REQUESTS", "false"),
            (
                "PORTCULLIS_LOG__MODULES",
                "{ \"portcullis::edge\" = \"debug\", hyper = \"off\" }",
            ),
            ("PORTCULLIS_METRICS__LISTEN", "\"127.0.0.1:9\""),
            ("PORTCULLIS_METRICS__TOKEN_FILE", "/run/2026"),
            ("PORTCULLIS_API_KEY", "sk-none"),
            ("PORTCULLIS_TEST_A__B", "1"),
            ("PATH", "/bin"),
            ("OTHER__VARIABLE", "1"),
        ],
    );
    let config = &loaded.config;
    assert_eq!(config.server.drain_seconds, 16);
    assert_eq!(config.log.format, LogFormat::Json);
    assert_eq!(config.log.modules["hyper"], LogLevel::Off);
    assert_eq!(
        config.metrics.token_file.as_deref(),
        Some(Path::new("/run/2026"))
    );
    assert_eq!(config.server.listen.len(), 2);

    for with_origin in [false, true] {
        let printed = print_effective(&loaded, with_origin);
        assert_eq!(fine(&printed, &[]).config, *config, "{printed}");
    }
    for section in keys::SECTIONS {
        for key in section.keys {
            if let setting::Shown::Inline(value) = (key.show)(config) {
                let again = fine("", &[(&section.variable(key), &value)]).config;
                assert_eq!((key.show)(&again), (key.show)(config), "{}", key.path);
            }
        }
    }
}

#[test]
fn the_environment_beats_the_file_and_can_unset() {
    let loaded = fine(
        "[server]\nunix_socket = \"/a\"\nidle_seconds = 5\nhead_seconds = 6",
        &[
            ("PORTCULLIS_SERVER__UNIX_SOCKET", ""),
            ("PORTCULLIS_SERVER__IDLE_SECONDS", "7"),
        ],
    );
    assert_eq!(loaded.config.server.unix_socket, None);
    assert_eq!(loaded.config.server.idle_seconds, 7);
    let origin = |key| loaded.origins.of(key).to_string();
    assert_eq!(
        origin("server.idle_seconds"),
        "environment PORTCULLIS_SERVER__IDLE_SECONDS"
    );
    assert!(origin("server.head_seconds").ends_with("portcullis.toml:4"));
    assert_eq!(origin("server.body_seconds"), "default");
}

#[test]
fn the_printed_settings_say_where_they_come_from() {
    let loaded = Config::load(
        None,
        [(
            "PORTCULLIS_LEDGER__BATCH_ENTRIES".to_owned(),
            "8".to_owned(),
        )]
        .into_iter(),
    )
    .unwrap();
    let printed = print_effective(&loaded, true);
    insta::assert_snapshot!(
        printed.split("\n\n").nth(2).unwrap(),
        @r#"
        [ledger]
        durability = "power"  # default
        queue_entries = 16384  # default
        queue_bytes = 67108864  # default
        queue_age_ms = 10000  # default
        batch_entries = 8  # environment PORTCULLIS_LEDGER__BATCH_ENTRIES
        "#
    );
    assert!(
        printed.contains("[[subscriptions.tiers]]  # default\nname = \"free\"\n"),
        "{printed}"
    );
}

#[test]
fn the_sample_reads_well() {
    insta::assert_snapshot!(
        sample_file().split("# Bytes").next().unwrap(),
        @r#"
        # Portcullis configuration.
        #
        # Every key stands here with its default. To change one, take the # off its line and edit it;
        # its section, such as [server], is there already. Unknown keys are errors, not ignored.
        # `portcullis config check` finds mistakes before a restart does. What changes with a reload is
        # taken over by `systemctl reload portcullis`; all else takes a restart.
        #
        # An environment variable beats this file: PORTCULLIS_SERVER__DRAIN_SECONDS=60 sets
        # `drain_seconds` of [server] (two underscores between section and key).

        # Where the server listens, where it keeps its data, and its limits and deadlines.
        [server]

        # Addresses and ports to listen on: one text, or an array of several.
        # Numbers only; host names are never looked up.
        #listen = "127.0.0.1:8080"

        # Path of a Unix socket to listen on too, for a proxy on the same machine; "" for none.
        #unix_socket = ""

        # Directory of the database and the control socket. It must be on a local disk.
        #data_dir = "/var/lib/portcullis"

        # Address under which people reach the appliance, for links and cookies, for example
        # `https://portcullis.example`; "" for none.
        #public_url = ""

        # Networks of proxies before this server whose `X-Forwarded-For` and `X-Forwarded-Proto`
        # are believed, for example `["10.0.0.7/32"]`; the word "unix" stands for whoever comes
        # over the Unix socket. Nobody else is ever believed.
        #trusted_proxies = []

        # Seconds that open requests have to finish when the server stops. Keep it below the
        # service manager's own limit (`TimeoutStopSec=` in the unit).
        # From 1 to 600 seconds.
        #drain_seconds = 25

        # Connections open at once; more are turned away with 503.
        # From 16 to 1000000 connections.
        #max_connections = 8192

        # Connections beyond the full house kept for health, kill switches and operators.
        # From 1 to 10000 connections.
        #reserved_seats = 64
        "#
    );
}

#[test]
fn every_mistake_is_named_with_its_line_and_remedy() {
    insta::assert_snapshot!(
        refused(
            r#"drain_seconds = 5
[server]
listen = "localhost:8080"
drain_second = 5
idle_seconds = 0
  "zz\n" = 1
mode = "open"
unix_socket = 5
public_url = "https://a.example/console"

[serve]
[nonsense]
[ledger]
durability = "pwoer"
queue_entries = "many"
[log]
level = "verbose"
requests = "yes"
modules = { "a b" = "info" }
[metrics]
listen = "10.0.0.1"
"#,
            &[
                ("PORTCULLIS_SERVER__DRAIN_SECOND", "1"),
                ("PORTCULLIS_NONSENSE__AT_ALL", "1"),
                ("PORTCULLIS_server__listen", "127.0.0.1:1"),
                ("PORTCULLIS_LOG__LEVEL", "loud\n"),
                ("PORTCULLIS_SERVER__LISTEN", "[\"127.0.0.1:1\", \"::1:2\", 3]"),
                ("PORTCULLIS_SERVER__DATA_DIR", ""),
            ],
        ),
        @r#"
        portcullis.toml:1:1: `drain_seconds` stands outside its section; write it below `[server]`
        portcullis.toml:3:10: `server.listen` is `localhost:8080`, a host name; write the address in numbers, host names are never looked up
        portcullis.toml:4:1: `server.drain_second` is not a key; did you mean `drain_seconds`?
        portcullis.toml:5:16: `server.idle_seconds` is `0`; give a whole number of seconds from 1 to 3600
        portcullis.toml:6:3: `server.zz\n` is not a key; the keys of `[server]` are listen, unix_socket, data_dir, public_url, trusted_proxies, drain_seconds, max_connections, reserved_seats, max_head_bytes, max_headers, max_body_bytes, head_seconds, body_seconds, idle_seconds, write_seconds, worker_threads, io_threads
        portcullis.toml:7:1: `server.mode` is not a key; write it below `[registration]`
        portcullis.toml:8:15: `server.unix_socket` is `5`; give a path in quotes
        portcullis.toml:9:14: `server.public_url` is `https://a.example/console`, not an origin; give scheme, host and at most a port, such as "https://portcullis.example"
        portcullis.toml:11:2: `serve` is not a section; did you mean `[server]`?
        portcullis.toml:12:2: `nonsense` is not a section; the sections are [server], [tls], [ledger], [registration], [quotes], [subscriptions], [stripe], [billing], [documents], [approvals], [mail], [notices], [outbox], [backup], [sessions], [login], [cors], [log], [metrics]
        portcullis.toml:14:14: `ledger.durability` is `pwoer`; give one of `power`, `process` (did you mean `power`?)
        portcullis.toml:15:17: `ledger.queue_entries` is `many`; give a whole number of entries from 16 to 1048576
        portcullis.toml:17:9: `log.level` is `verbose`; give one of `off`, `error`, `warn`, `info`, `debug`, `trace`
        portcullis.toml:18:12: `log.requests` is `yes`; write `true` or `false`, without quotes
        portcullis.toml:19:21: `log.modules."a b"` is not the path of a module; write it like `portcullis::edge`
        portcullis.toml:21:10: `metrics.listen` is `10.0.0.1` without a port; give an address and a port in quotes, such as "127.0.0.1:8080" or "[::1]:8080"
        PORTCULLIS_LOG__LEVEL: `log.level` is `loud\n`; give one of `off`, `error`, `warn`, `info`, `debug`, `trace`
        PORTCULLIS_NONSENSE__AT_ALL: is not a setting; remove it, or name it PORTCULLIS_SECTION__KEY after a key of the file
        PORTCULLIS_SERVER__DATA_DIR: `server.data_dir` is empty; give a path in quotes
        PORTCULLIS_SERVER__DRAIN_SECOND: is not a setting; did you mean `PORTCULLIS_SERVER__DRAIN_SECONDS`?
        PORTCULLIS_SERVER__LISTEN: `server.listen[1]` is `::1:2` without a port; give an address and a port in quotes, such as "127.0.0.1:8080" or "[::1]:8080"
        PORTCULLIS_server__listen: is not a setting; did you mean `PORTCULLIS_SERVER__LISTEN`?
        "#
    );
}

#[test]
fn mistakes_that_stand_alone() {
    let mut page = String::new();
    for text in [
        "[server]\nlisten = 127.0.0.1:8080\n",
        "[server]\nidle_seconds = 1\nidle_seconds = 2\n",
        "[server\n",
        "server = 5\n",
        "[[server]]\n",
        "[log]\nlisten = \"127.0.0.1:1\"\n",
        "[server]\nlisten = [\n  \"[::1]:1\",\n  \"[::1]:1\",\n]\n",
        "[log.modules]\n\"portcullis::edge\" = \"debgu\"\n",
    ] {
        writeln!(page, "{}", refused(text, &[])).unwrap();
    }
    insta::assert_snapshot!(page, @r#"
        portcullis.toml:2:15: `listen = 127.0.0.1:8080` cannot be read: invalid float, expected nothing; correct the line, texts stand in quotes
        portcullis.toml:3:1: `idle_seconds = 2` cannot be read: duplicate key; remove one of the two
        portcullis.toml:1:8: `[server` cannot be read: unclosed table, expected `]`; correct the line, texts stand in quotes
        portcullis.toml:1:1: `server` is a section, not a value; write `[server]` and its keys below it
        portcullis.toml:1:3: `server` is a section, not a value; write `[server]` and its keys below it
        portcullis.toml:2:1: `log.listen` is not a key; write it below `[server]` or `[metrics]`
        portcullis.toml:4:3: `server.listen[1]` is `[::1]:1` once more; remove one of the two
        portcullis.toml:2:22: `log.modules."portcullis::edge"` is `debgu`; give one of `off`, `error`, `warn`, `info`, `debug`, `trace` (did you mean `debug`?)
        "#);
}

#[test]
fn a_file_that_is_not_text() {
    let error = load(b"[server]\n# caf\xe9\n", &[]).unwrap_err();
    insta::assert_snapshot!(error, @"portcullis.toml:2:6: is not UTF-8; save the file as UTF-8");
    assert_eq!(
        fine("\u{feff}[server]\nidle_seconds = 9", &[])
            .config
            .server
            .idle_seconds,
        9
    );
}

#[test]
fn a_file_that_is_not_there() {
    let error = Config::load(Some(Path::new("absent.toml")), std::iter::empty()).unwrap_err();
    insta::assert_snapshot!(error, @"cannot read the configuration `absent.toml`; check that it is there and that this user may read it");
    assert!(std::error::Error::source(&error).is_some());
    assert!(error.problems().is_empty());
}

proptest::proptest! {
    /// Whatever stands in a file or a variable, it is taken or explained.
    #[test]
    fn nothing_makes_it_fall_over(
        text in "(\\[?\\[(server|log|subscriptions)(\\.tiers)?\\]?\\]\n)?(listen|level|tiers|x) ?= ?.{0,20}\\PC{0,20}",
        value in proptest::arbitrary::any::<String>(),
    ) {
        let mut reading = Reading::default();
        reading.file(&Arc::from(Path::new("portcullis.toml")), text.as_bytes());
        reading.file(&Arc::from(Path::new("portcullis.toml")), value.as_bytes());
        let keys = keys::SECTIONS.iter().flat_map(|section| section.keys.iter().map(|key| section.variable(key)));
        reading.environment(keys.map(|variable| (variable, value.clone())));
        for problem in reading.problems {
            let line = problem.to_string();
            proptest::prop_assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        }
    }
}

#[test]
fn a_path_means_the_same_wherever_the_program_is_started() {
    insta::assert_snapshot!(
        refused(
            "[server]\ndata_dir = \"data\"\n",
            &[
                ("PORTCULLIS_SERVER__UNIX_SOCKET", "./p.sock"),
                ("PORTCULLIS_METRICS__TOKEN_FILE", "2026"),
            ],
        ),
        @r#"
        portcullis.toml:2:12: `server.data_dir` is `data`, a relative path; write it from the root on, such as "/var/lib/portcullis"
        PORTCULLIS_METRICS__TOKEN_FILE: `metrics.token_file` is not an absolute path; write the secret into a file and name that file
        PORTCULLIS_SERVER__UNIX_SOCKET: `server.unix_socket` is `./p.sock`, a relative path; write it from the root on, such as "/var/lib/portcullis"
        "#
    );
}

#[test]
fn secrets_that_cannot_be_used_are_told_with_the_line_that_names_them() {
    let loaded = fine(
        "[metrics]\n\ntoken_file = \"/nowhere/token\"\n",
        &[("PORTCULLIS_SERVER__UNIX_SOCKET", "/run/p.sock")],
    );
    let text = loaded.check_secrets().unwrap_err().to_string();
    assert!(
        text.contains(
            "portcullis.toml:3:1: `metrics.token_file` is `/nowhere/token`, which cannot"
        ),
        "{text}"
    );
    assert!(fine("", &[]).check_secrets().is_ok());
}
