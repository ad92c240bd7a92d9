//! Reading the configuration again while the real server runs: by a signal, by the command, by the
//! route. All of it or nothing, in the log, and told to the service manager.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::os::unix::net::UnixDatagram;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use program::{Place, Running, SETTINGS_FILE, text};
use serde_json::{Value, json};

const TIERS: &str = r#"
[subscriptions]
self_service_max = "pro"
registration_default = "free"

[[subscriptions.tiers]]
name = "free"
title = "Free"
max_agents = 1
max_requests_per_minute = 10
max_api_keys = 1
price_usd_month = 0
support = "none"
"#;
const PRO: &str = r#"
[[subscriptions.tiers]]
name = "pro"
title = "Pro"
max_agents = 3
max_requests_per_minute = 4321
max_api_keys = 5
price_usd_month = 9
support = "none"
features = ["approvals"]
"#;

/// The newest record of a reload.
fn record(place: &Place) -> Value {
    let path = place.data_dir().join("portcullis.db");
    let connection = rusqlite::Connection::open(path).unwrap();
    let record: String = connection
        .query_row(
            "SELECT record FROM audit_records WHERE record LIKE '{\"action\":\"configuration.reload\"%'
             ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    serde_json::from_str(&record).unwrap()
}

fn tier_names(server: &Running) -> Vec<String> {
    let (_, tiers) = server.ask("GET", "/api/tiers", "").unwrap();
    let tiers: Vec<Value> = serde_json::from_str(&tiers).unwrap();
    tiers.iter().map(|tier| text(tier, "name")).collect()
}

fn listen(place: &Place) -> (UnixDatagram, String) {
    let path = place.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    (socket, path.to_str().unwrap().to_owned())
}

/// The messages up to the next one that says that all is ready.
fn until_ready(socket: &UnixDatagram) -> Vec<String> {
    let mut told = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        let length = socket.recv(&mut buffer).unwrap();
        told.push(String::from_utf8_lossy(&buffer[..length]).into_owned());
        if told.last().unwrap().starts_with("READY=1") {
            return told;
        }
    }
}

#[test]
fn a_signal_takes_over_tiers_and_names_what_takes_a_restart() {
    let place = Place::new();
    let (socket, path) = listen(&place);
    let server = place.serve_with(&[], &[("NOTIFY_SOCKET", &path)]);
    until_ready(&socket);
    let (id, _) = place.customer();
    assert_eq!(
        tier_names(&server),
        ["free", "starter", "pro", "enterprise"]
    );

    place.file(
        SETTINGS_FILE,
        &format!("[server]\ndrain_seconds = 7\n{TIERS}{PRO}"),
    );
    server.signal(Signal::SIGHUP);
    let told = until_ready(&socket);
    let reloading = &told[0];
    assert!(
        reloading.starts_with("RELOADING=1\nMONOTONIC_USEC="),
        "{told:?}"
    );
    assert!(told[1].contains("\nSTATUS=answering on "), "{told:?}");
    assert_eq!(tier_names(&server), ["free", "pro"]);
    let customer = place.json(&["customer", "show", &id]).fine();
    assert_eq!(customer["max_requests_per_minute"], 4321, "{customer}");

    let record = record(&place);
    assert_eq!(
        (&record["result"], &record["actor"]["kind"]),
        (&json!("done"), &json!("local"))
    );
    let details = &record["details"];
    assert_eq!(details["needs_restart"], json!(["server.drain_seconds"]));
    let changes = &details["changes"];
    assert_eq!(
        changes["subscriptions.tiers.pro.max_requests_per_minute"],
        json!({"from": 1000, "to": 4321})
    );
    assert_eq!(
        changes["subscriptions.tiers.starter.max_agents"],
        json!({"from": 50, "to": null})
    );
    assert_eq!(changes["server.drain_seconds"], Value::Null);
    assert_eq!(server.stop(Signal::SIGTERM), 0);

    // What a reload took over is not new at the next start; what waited for the restart is.
    let server = place.serve();
    let start = place.data_dir().join("portcullis.db");
    let connection = rusqlite::Connection::open(start).unwrap();
    let start: String = connection
        .query_row(
            "SELECT record FROM audit_records WHERE record LIKE '{\"action\":\"appliance.start\"%'
             ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let start: Value = serde_json::from_str(&start).unwrap();
    let changes = start["details"]["changes"].as_object().unwrap();
    assert_eq!(
        changes["server.drain_seconds"],
        json!({"from": 25, "to": 7})
    );
    assert!(
        !changes.keys().any(|key| key.contains("tiers")),
        "{changes:?}"
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_mistake_changes_nothing_and_is_told_with_its_place() {
    let place = Place::new();
    let (socket, path) = listen(&place);
    let server = place.serve_with(&[], &[("NOTIFY_SOCKET", &path)]);
    until_ready(&socket);
    // A good change beside the mistake is not made either.
    let settings = format!("{TIERS}{PRO}[login]\nper_account_per_minute = 0\n");
    place.file(SETTINGS_FILE, &settings);
    server.signal(Signal::SIGHUP);
    let told = until_ready(&socket).pop().unwrap();
    let line = settings.lines().count();
    let place_of_it = format!("{SETTINGS_FILE}:{line}");
    assert!(
        told.contains("the new configuration is refused")
            && told.contains(&place_of_it)
            && told.contains("login.per_account_per_minute"),
        "{told}"
    );
    assert_eq!(tier_names(&server).len(), 4);
    let record = record(&place);
    assert_eq!(
        (&record["result"], &record["reason"]),
        (&json!("refused"), &json!("validation_failed"))
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

/// It would be waited for, by this reload and by all after it.
#[test]
fn a_pipe_in_place_of_the_file_is_refused() {
    let place = Place::new();
    let (socket, path) = listen(&place);
    let server = place.serve_with(&[], &[("NOTIFY_SOCKET", &path)]);
    until_ready(&socket);
    let file = place.path().join(SETTINGS_FILE);
    let settings = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    nix::unistd::mkfifo(&file, nix::sys::stat::Mode::S_IRWXU).unwrap();
    server.signal(Signal::SIGHUP);
    let told = until_ready(&socket).pop().unwrap();
    assert!(told.contains("is not a regular file"), "{told}");
    std::fs::remove_file(&file).unwrap();
    place.file(SETTINGS_FILE, &settings);
    assert_eq!(record(&place)["result"], "refused");
    server.signal(Signal::SIGHUP);
    until_ready(&socket);
    assert_eq!(record(&place)["result"], "done");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_tier_with_a_customer_on_it_cannot_go() {
    let place = Place::new();
    let server = place.serve();
    let (id, _) = place.customer();
    let only_free = TIERS.replace("\"pro\"", "\"free\"");
    place.file(SETTINGS_FILE, &only_free);
    let refused = place.json(&["config", "reload"]);
    assert_eq!(refused.code, 3, "{refused:?}");
    let problem = refused.document();
    assert_eq!(problem["code"], "conflict");
    let detail = text(&problem, "detail");
    assert!(detail.contains(&id) && detail.contains("`pro`"), "{detail}");
    assert_eq!(tier_names(&server).len(), 4, "nothing has changed");
    assert_eq!(record(&place)["reason"], "conflict");

    place
        .json(&["customer", "upgrade", &id, "--tier", "free"])
        .fine();
    let done = place.json(&["config", "reload"]).fine();
    assert_eq!(
        done["changes"]["subscriptions.self_service_max"],
        json!({"from": "pro", "to": "free"})
    );
    assert_eq!(tier_names(&server), ["free"]);
    let again = place.json(&["config", "reload"]).fine();
    assert_eq!(again["changes"], json!({}));
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn another_metrics_token_in_the_same_file_is_taken_over_and_told_nowhere() {
    let place = Place::new();
    let token = place.file("token", "the-first-token\n");
    let settings = format!(
        "[metrics]\ntoken_file = \"{}\"\n[log]\nlevel = \"error\"\n",
        token.display()
    );
    place.file(SETTINGS_FILE, &settings);
    let server = place.serve();
    let status = |token: &str| {
        let bearer = format!("authorization: Bearer {token}\r\n\r\n");
        server.ask("GET", "/metrics", &bearer).unwrap().0
    };
    assert_eq!(
        (status("the-first-token"), status("the-second-token")),
        (200, 401)
    );
    place.file("token", "the-second-token");
    let done = place.json(&["config", "reload"]);
    assert_eq!(done.fine()["files_changed"], json!(["metrics.token_file"]));
    assert_eq!(
        (status("the-first-token"), status("the-second-token")),
        (401, 200)
    );
    let said = format!("{done:?}{}", record(&place));
    assert!(
        !said.contains("the-first") && !said.contains("the-second"),
        "{said}"
    );

    std::fs::remove_file(token).unwrap();
    let refused = place.json(&["config", "reload"]);
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.stdout.contains("metrics.token_file"), "{refused:?}");
    assert_eq!(status("the-second-token"), 200, "what was in force stays");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

/// A secret, put where its file belongs or into a URL that is mistyped, is not repeated by whoever
/// reads the file.
#[test]
fn a_secret_in_the_wrong_place_is_told_nowhere() {
    let place = Place::new();
    let journal = place.path().join("journal");
    let (socket, path) = listen(&place);
    let mut command = place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    command.env("NOTIFY_SOCKET", &path);
    command.stderr(std::fs::File::create(&journal).unwrap());
    let mut server = Running::start_as_it_is(command);
    let ready = server.document();
    server.address = ready["addresses"][0].as_str().unwrap().into();
    until_ready(&socket);
    let owner = place.operator("ada", "owner");
    let bearer = format!("authorization: Bearer {owner}\r\ncontent-length: 0\r\n\r\n");
    let wrong = [
        (
            "notices",
            "webhook_url",
            r#""http:\\127.0.0.1:19451\\S3CRET""#,
        ),
        (
            "notices",
            "webhook_url",
            r#""http:\127.0.0.1:19451\S3CRET""#,
        ),
        ("notices", "webhook_url", "'https:hooks.example:S3CRET'"),
        ("notices", "webhook_url", "'hooks.example:443:S3CRET'"),
        ("notices", "webhook_secret_file", "'whsec_S3CRET'"),
        ("stripe", "webhook_secret_file", "'whsec_S3CRET'"),
        ("mail", "password_file", "'S3CRETpass'"),
        ("mail", "password_file", "S3CRETpass"),
        ("metrics", "token_file", "'S3CRET'"),
        ("tls", "key_file", "'-----BEGIN PRIVATE KEY-----S3CRET'"),
    ];
    for (section, key, value) in wrong {
        place.file(SETTINGS_FILE, &format!("[{section}]\n{key} = {value}\n"));
        for args in [
            &["config", "check"][..],
            &["config", "print"],
            &["config", "reload"],
            &["doctor"],
        ] {
            for ran in [place.run(args), place.json(args)] {
                let said = format!("{}{}", ran.stdout, ran.stderr);
                assert_ne!(ran.code, 0, "{args:?} {value}: {said}");
                assert!(said.contains(key), "{args:?} {value}: {said}");
                assert!(!said.contains("S3CRET"), "{args:?} {value}: {said}");
            }
        }
        server.signal(Signal::SIGHUP);
        // The reloads of the commands above are told too, and first.
        let name = format!("is refused: `{section}.{key}`");
        let torn = format!("is refused: `{key}`");
        loop {
            let told = until_ready(&socket).concat();
            assert!(!told.contains("S3CRET"), "{told}");
            if told.contains(&name) || told.contains(&torn) {
                break;
            }
        }
        let answer = server.ask("POST", "/api/system/reload", &bearer);
        let (status, body) = answer.unwrap();
        assert_eq!(status, 422, "{body}");
        assert!(body.contains(key) && !body.contains("S3CRET"), "{body}");
        let record = record(&place).to_string();
        assert!(!record.contains("S3CRET"), "{record}");
    }
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    let journal = std::fs::read_to_string(journal).unwrap();
    let count = journal.matches("stays as it was").count();
    assert!(count >= wrong.len(), "{count}: {journal}");
    assert!(!journal.contains("S3CRET"), "{journal}");
}

#[test]
fn owners_alone_reload_over_the_network() {
    let place = Place::new();
    let server = place.serve();
    let (owner, admin) = (
        place.operator("ada", "owner"),
        place.operator("eve", "admin"),
    );
    let reload = |token: &str| {
        let bearer = format!("authorization: Bearer {token}\r\ncontent-length: 0\r\n\r\n");
        server.ask("POST", "/api/system/reload", &bearer).unwrap()
    };
    assert_eq!(reload(&admin).0, 403);
    place.file(SETTINGS_FILE, "[sessions]\nidle_minutes = 5\n");
    let (status, body) = reload(&owner);
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("sessions.idle_minutes"), "{body}");
    let record = record(&place);
    assert_eq!(record["actor"]["name"], "ada");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn without_a_server_there_is_nothing_to_reload() {
    let place = Place::new();
    assert_eq!(place.json(&["config", "reload"]).code, 1, "no data at all");
    place.json(&["init"]).fine();
    let refused = place.json(&["config", "reload"]);
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(
        refused.stdout.contains("a demo has settings of its own"),
        "{refused:?}"
    );
}

#[test]
fn log_levels_change_while_the_server_runs() {
    let place = Place::with_settings("[log]\nlevel = \"off\"\n");
    let log = std::fs::File::create(place.path().join("log")).unwrap();
    let mut command = place.program(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    command.stderr(log);
    let mut server = Running::start_as_it_is(command);
    let ready = server.document();
    ready["addresses"][0]
        .as_str()
        .unwrap()
        .clone_into(&mut server.address);
    server.ask("GET", "/api/tiers", "").unwrap();
    let logged = || std::fs::read_to_string(place.path().join("log")).unwrap();
    assert_eq!(logged(), "");
    place.file(SETTINGS_FILE, "[log]\nlevel = \"debug\"\n");
    server.signal(Signal::SIGHUP);
    let began = Instant::now();
    while !logged().contains("/api/tiers") {
        server.ask("GET", "/api/tiers", "").unwrap();
        assert!(began.elapsed() < Duration::from_secs(30), "{}", logged());
    }
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn the_settings_in_force_say_where_they_came_from_also_after_a_reload() {
    let place = Place::new();
    place.file(
        SETTINGS_FILE,
        "[server]\ndrain_seconds = 7\n[sessions]\nidle_minutes = 5\n",
    );
    let server = place.serve();
    let auditor = place.operator("ada", "auditor");
    let settings = || -> Value {
        let bearer = format!("authorization: Bearer {auditor}\r\n\r\n");
        let (status, body) = server
            .ask("GET", "/api/system/configuration", &bearer)
            .unwrap();
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    };
    let of = |settings: &Value, key: &str| -> (String, String, String) {
        let mut settings = settings.as_array().unwrap().iter();
        let found = settings.find(|setting| setting["key"] == key).unwrap();
        let place = found["where"].as_str().unwrap_or("-");
        let place = place.rsplit('/').next().unwrap();
        (
            text(found, "value"),
            text(found, "source"),
            place.to_owned(),
        )
    };
    let told = |value: &str, source: &str, place: &str| {
        (value.to_owned(), source.to_owned(), place.to_owned())
    };
    let before = settings();
    let line = |line: u8| format!("{SETTINGS_FILE}:{line}");
    assert_eq!(
        of(&before, "server.drain_seconds"),
        told("7", "file", &line(2))
    );
    assert_eq!(
        of(&before, "sessions.idle_minutes"),
        told("5", "file", &line(4))
    );
    assert_eq!(
        of(&before, "login.per_account_per_minute"),
        told("5", "default", "-")
    );
    assert_eq!(of(&before, "server.listen").1, "option");
    // What takes a restart stays as it was, with the line that it had; what is live is taken over,
    // also when it is no longer set.
    place.file(
        SETTINGS_FILE,
        "\n\n[server]\ndrain_seconds = 8\n[login]\nper_account_per_minute = 6\n",
    );
    place.json(&["config", "reload"]).fine();
    let after = settings();
    assert_eq!(
        of(&after, "server.drain_seconds"),
        told("7", "file", &line(2))
    );
    assert_eq!(
        of(&after, "sessions.idle_minutes"),
        told("30", "default", "-")
    );
    assert_eq!(
        of(&after, "login.per_account_per_minute"),
        told("6", "file", &line(6))
    );
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}
