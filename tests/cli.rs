//! The command line as people and scripts meet it: the real binary, real sockets, real files.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::{Command, Stdio};

use nix::sys::signal::Signal;
use nix::unistd::{Gid, Uid, chown, geteuid};
use program::{Place, Running, text};

const OWNER: [&str; 7] = [
    "operator",
    "add",
    "--username",
    "ada",
    "--role",
    "owner",
    "--token",
];

#[test]
fn scripts_make_an_operator_with_the_server_down() {
    let place = Place::new();
    let made = place.json(&OWNER).fine();
    assert!(text(&made, "token").starts_with("op-"), "{made}");
    assert_eq!(
        (&made["username"], &made["role"]),
        (&"ada".into(), &"owner".into())
    );
    assert_eq!(made["has_password"], false);

    let server = place.serve();
    let bearer = format!("authorization: Bearer {}\r\n\r\n", text(&made, "token"));
    let (status, me) = server.ask("GET", "/api/operators/me", &bearer).unwrap();
    assert_eq!(status, 200, "{me}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn scripts_make_an_operator_with_the_server_up() {
    let place = Place::new();
    let server = place.serve();
    let made = place.json(&OWNER).fine();
    let bearer = format!("authorization: Bearer {}\r\n\r\n", text(&made, "token"));
    let (status, _) = server.ask("GET", "/api/operators/me", &bearer).unwrap();
    assert_eq!(status, 200);
    assert_eq!(place.json(&OWNER).code, 3, "the name is taken");

    // Disabled, nothing of it works; the last owner cannot be lost.
    assert_eq!(place.json(&["operator", "disable", "ada"]).code, 3);
    let second = [
        "operator",
        "add",
        "--username",
        "eve",
        "--role",
        "owner",
        "--token",
    ];
    place.json(&second).fine();
    assert_eq!(
        place.json(&["operator", "disable", "ada"]).fine()["is_disabled"],
        true
    );
    let (status, _) = server.ask("GET", "/api/operators/me", &bearer).unwrap();
    assert_eq!(status, 401);
    let role = place.json(&["operator", "role", "ada", "auditor"]).fine();
    assert_eq!(role["role"], "auditor");
    // Enabled again it needs a new token: the one that it had was revoked for good.
    place.json(&["operator", "enable", "ada"]).fine();
    let (status, _) = server.ask("GET", "/api/operators/me", &bearer).unwrap();
    assert_eq!(status, 401);
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn tokens_are_issued_listed_and_revoked() {
    let place = Place::new();
    place.json(&OWNER).fine();
    let issued = place
        .json(&["operator", "token", "add", "ada", "--name", "backup"])
        .fine();
    assert!(text(&issued, "token").starts_with("op-"));
    let listed = place.json(&["operator", "token", "list", "ada"]);
    assert!(listed.stdout.contains("backup"), "{listed:?}");
    assert!(
        !listed.stdout.contains(&text(&issued, "token")),
        "{listed:?}"
    );
    let id = text(&issued, "token_id");
    place
        .json(&["operator", "token", "revoke", "ada", &id])
        .fine();
}

#[test]
fn passwords_come_from_stdin_or_a_file_and_show_nowhere() {
    let place = Place::new();
    let add = ["operator", "add", "--username", "ada", "--role", "owner"];
    let made = place.feed(
        &[&add[..], &["--password-stdin", "--json"]].concat(),
        "long enough 1\n",
    );
    assert_eq!(made.fine()["has_password"], true);
    assert!(!format!("{made:?}").contains("long enough"), "{made:?}");

    let server = place.serve();
    let login = |password: &str| {
        let body = format!(r#"{{"username":"ada","password":"{password}"}}"#);
        server.post("/api/operators/login", &body).0
    };
    assert_eq!(login("long enough 1"), 200);
    let file = place.file("password", "another long one\n");
    let passwd = [
        "operator",
        "passwd",
        "ada",
        "--password-file",
        file.to_str().unwrap(),
    ];
    place.json(&passwd).fine();
    assert_eq!(login("long enough 1"), 401);
    assert_eq!(login("another long one"), 200);

    // Without a terminal nothing is asked, and nothing is guessed.
    assert_eq!(place.json(&["operator", "passwd", "ada"]).code, 2);
    let short = place.feed(
        &["operator", "passwd", "ada", "--password-stdin"],
        "short\n",
    );
    assert_eq!(short.code, 3, "{short:?}");
    assert!(short.stderr.contains("at least 12 characters"), "{short:?}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn init_says_what_to_do_next_and_may_be_repeated() {
    let place = Place::new();
    let first = place.json(&["init", "--non-interactive"]).fine();
    assert_eq!(
        (&first["created"], &first["has_owner"]),
        (&true.into(), &false.into())
    );
    assert!(first["flush_ms"].as_f64().unwrap() > 0.0, "{first}");
    let next = text(&first, "next");
    assert!(
        next.starts_with("portcullis operator add --username owner --role owner"),
        "{next}"
    );
    let mode = place.data_dir().metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);

    let again = place.run(&["init"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(
        again
            .stdout
            .contains("initialised already; nothing was changed"),
        "{again:?}"
    );
    assert!(again.stdout.contains(&next), "{again:?}");

    // The printed command works as it stands, and then there is nothing left to do.
    let mut words: Vec<&str> = next.split(' ').skip(1).collect();
    words.push("--token");
    place.json(&words).fine();
    let server = place.serve();
    let last = place.json(&["init"]).fine();
    assert_eq!(last["has_owner"], true);
    assert_eq!(last["is_served"], true);
    assert!(last["next"].is_null());
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_second_server_is_told_who_has_the_directory() {
    let place = Place::new();
    let server = place.serve();
    let second = place.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, 6, "{second:?}");
    let holder = format!("in use by process {} (serve)", server.pid());
    assert!(second.stderr.contains(&holder), "{second:?}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn a_holder_that_does_not_answer_is_named() {
    let place = Place::new();
    place.json(&["init"]).fine();
    let path = place.data_dir().join("portcullis.lock");
    let lock = File::options().write(true).open(&path).unwrap();
    lock.lock().unwrap();
    std::fs::write(&path, "process 77 (restore)\n").unwrap();
    let ran = place.json(&["operator", "list"]);
    assert_eq!(ran.code, 6, "{ran:?}");
    assert_eq!(ran.document()["exit_code"], 6);
    assert!(
        ran.stderr.contains("in use by process 77 (restore)"),
        "{ran:?}"
    );
}

#[test]
fn every_command_prints_one_document() {
    let place = Place::new();
    place.json(&OWNER).fine();
    let (id, key) = place.customer();
    let keys = place
        .json(&["key", "create", "--customer", &id, "--name", "ci"])
        .fine();
    let key_id = text(&keys, "key_id");
    let by_mail = "it@northgate.example";
    for args in [
        &["version"][..],
        &["docs"],
        &["docs", "operations"],
        &["init"],
        &["config", "check"],
        &["config", "print"],
        &["config", "print", "--origin"],
        &["config", "sample"],
        &["operator", "list"],
        &["operator", "sign-out", "ada"],
        &["customer", "list"],
        &[
            "customer", "list", "--search", "north", "--tier", "pro", "--active", "true",
        ],
        &["customer", "show", by_mail],
        &["customer", "upgrade", &id, "--tier", "enterprise"],
        &[
            "customer",
            "set",
            &id,
            "--name",
            "North",
            "--time-zone",
            "Europe/Berlin",
        ],
        &["customer", "set", &id, "--max-agents", "7"],
        &["customer", "set", &id, "--max-agents", "tier"],
        &["customer", "usage", &id],
        &["key", "list", "--customer", by_mail],
        &["key", "revoke", "--customer", &id, &key_id],
        &["agent", "list", "--customer", &id],
        &[
            "agent",
            "set",
            "--customer",
            &id,
            "bot",
            "--status",
            "disabled",
        ],
        &["permission", "list", "--customer", &id, "--agent", "bot"],
        &["kill", "status"],
        &["agent", "remove", "--customer", &id, "bot"],
        &["customer", "deactivate", &id],
        &["customer", "reactivate", &id],
    ] {
        let ran = place.json(args);
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        ran.document();
        assert!(!ran.stdout.contains(&key), "{args:?}: {ran:?}");
        if args.contains(&"remove") {
            continue;
        }
        let human = place.run(args);
        assert_eq!(human.code, 0, "{args:?}: {human:?}");
        assert!(!human.stdout.trim().is_empty(), "{args:?}");
    }
    // An error is a document too, and a line on stderr.
    let unknown = place.json(&["customer", "show", "cus_00000000000000000000000000"]);
    assert_eq!(unknown.code, 3, "{unknown:?}");
    assert_eq!(unknown.document()["code"], "not_found");
    assert!(unknown.stderr.starts_with("error: "), "{unknown:?}");
    assert_eq!(unknown.stderr.lines().count(), 1, "{unknown:?}");
}

#[test]
fn exit_codes_tell_what_happened() {
    let place = Place::new();
    assert_eq!(place.run(&["conquer"]).code, 2);
    let none = place.run(&["operator", "list"]);
    assert_eq!(none.code, 1, "{none:?}");
    assert!(none.stderr.contains("portcullis init"), "{none:?}");
    assert!(
        !place.data_dir().exists(),
        "a mistyped directory is not made"
    );
    place.json(&["init"]).fine();
    let register = [
        "customer",
        "register",
        "--name",
        "N",
        "--email",
        "a@b.example",
    ];
    place.json(&register).fine();
    let taken = place.json(&register);
    assert_eq!(
        (taken.code, &taken.document()["code"]),
        (3, &"email_taken".into())
    );
    let check = [
        "check",
        "--agent",
        "bot",
        "--action",
        "read",
        "--resource",
        "orders/1",
    ];
    assert_eq!(place.run(&check).code, 2, "no key");
    let bad = place.feed(&check, "sk-nonsense\n");
    assert_eq!(bad.code, 3, "{bad:?}");
    assert!(!bad.stderr.contains("sk-nonsense"), "{bad:?}");
    let help = place.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.stdout.contains("Exit codes:"), "{help:?}");
}

#[test]
fn a_check_answers_as_the_agent_would_hear_it() {
    for is_served in [false, true] {
        let place = Place::new();
        place.json(&["init"]).fine();
        let server = is_served.then(|| place.serve());
        let (_, key) = place.customer();
        let (code, approved) = place.check(&key, "read");
        assert_eq!((code, &approved["result"]), (0, &"approved".into()));
        let (code, denied) = place.check(&key, "delete");
        assert_eq!(
            (code, &denied["reason"]),
            (4, &"permission_rule_failed".into())
        );
        let (code, held) = place.check(&key, "refund");
        assert_eq!((code, &held["reason"]), (4, &"approval_required".into()));
        let (code, held) = place.check(&key, "refund");
        assert_eq!((code, &held["reason"]), (4, &"approval_pending".into()));

        let file = place.file("key", &format!("{key}\n"));
        let args = [
            "check",
            "--agent",
            "bot",
            "--action",
            "read",
            "--resource",
            "orders/9",
            "--context",
            r#"{"amount":3}"#,
            "--dry-run",
            "--key-file",
            file.to_str().unwrap(),
        ];
        let dry = place.run(&args);
        assert_eq!(dry.code, 0, "{dry:?}");
        assert!(
            dry.stdout.starts_with("approved (all_checks_passed)"),
            "{dry:?}"
        );
        if let Some(server) = server {
            assert_eq!(server.stop(Signal::SIGTERM), 0);
        }
    }
}

#[test]
fn kill_switches_stop_and_release() {
    let place = Place::new();
    place.json(&["init"]).fine();
    let server = place.serve();
    let (id, key) = place.customer();
    for (below, reason) in [
        (&[][..], "system_kill_switch_enabled"),
        (&["--customer", &id], "customer_kill_switch_enabled"),
        (
            &["--customer", &id, "--agent", "bot"],
            "agent_kill_switch_enabled",
        ),
    ] {
        let on = [&["kill", "on", "--reason", "drill"], below].concat();
        place.json(&on).fine();
        let (code, denied) = place.check(&key, "read");
        assert_eq!((code, &denied["reason"]), (4, &reason.into()));
        place.json(&[&["kill", "off"], below].concat()).fine();
        assert_eq!(place.check(&key, "read").0, 0, "{below:?}");
    }
    place.json(&["kill", "on"]).fine();
    assert_eq!(place.json(&["kill", "status"]).fine()["status"], "enabled");
    // It outlives the server, and works with none.
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert_eq!(place.check(&key, "read").0, 4);
    place.json(&["kill", "off"]).fine();
    assert_eq!(place.check(&key, "read").0, 0);
    assert_eq!(place.run(&["kill", "on", "--agent", "bot"]).code, 2);
}

#[test]
fn config_check_names_the_line() {
    let place = Place::new();
    let file = place.file("bad.toml", "[server]\ndrain_seconds = 0\nlisten_on = 1\n");
    let check = ["config", "check", "--config", file.to_str().unwrap()];
    let ran = place.json(&check);
    assert_eq!(ran.code, 1, "{ran:?}");
    let document = ran.document();
    assert_eq!(document["valid"], false);
    assert_eq!(document["problems"][0]["line"], 2);
    assert_eq!(document["problems"][0]["key"], "server.drain_seconds");
    assert_eq!(document["problems"][1]["line"], 3);
    assert!(ran.stderr.contains("bad.toml:2:1"), "{ran:?}");
    // A server does not start on it either.
    assert_eq!(
        place
            .run(&["serve", "--config", file.to_str().unwrap()])
            .code,
        1
    );

    let missing = place.run(&["config", "check", "--config", "nowhere.toml"]);
    assert_eq!(missing.code, 1);
    assert!(
        missing
            .stderr
            .contains("cannot read the configuration `nowhere.toml`")
    );
    let printed = place.run(&["config", "print", "--origin"]);
    assert!(
        printed.stdout.contains("# option --data-dir"),
        "{printed:?}"
    );
}

#[test]
fn a_server_drains_and_leaves_its_data() {
    let place = Place::new();
    let server = place.serve();
    let socket = place.data_dir().join("control.sock");
    assert_eq!(
        socket.metadata().unwrap().permissions().mode() & 0o777,
        0o600
    );
    let body = r#"{"name":"Acme","email":"ops@acme.example"}"#;
    let (status, answer) = server.post("/api/customers/register", body);
    assert_eq!(status, 201, "{answer}");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert!(!socket.exists(), "the control socket goes with the server");
    let listed = place.json(&["customer", "list"]).fine();
    assert_eq!(listed["data"][0]["email"], "ops@acme.example");
    let again = place.serve();
    assert_eq!(again.stop(Signal::SIGINT), 0);
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let place = Place::new();
    let server = place.serve();
    // A request that has begun, and whose body never comes, holds the drain.
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let head = "POST /api/customers/register HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n\
                content-type: application/json\r\ncontent-length: 9\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut begun = [0u8; 12];
    stream.read_exact(&mut begun).unwrap();
    assert_eq!(&begun, b"HTTP/1.1 100");
    server.signal(Signal::SIGTERM);
    server.wait_until_closed();
    assert_eq!(server.stop(Signal::SIGTERM), 143);
    // What it left is opened again as if nothing had been.
    place.json(&["customer", "list"]).fine();
}

#[test]
fn a_data_directory_may_lie_deep() {
    let place = Place::new();
    let deep = place.path().join("d".repeat(70)).join("e".repeat(70));
    let deep = deep.to_str().unwrap();
    let args = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--json",
        "--data-dir",
        deep,
    ];
    let mut server = Running::start(place.program(&args));
    server.document();
    let mut add = OWNER.to_vec();
    add.extend(["--data-dir", deep]);
    place.json(&add).fine();
    assert_eq!(server.stop(Signal::SIGTERM), 0);
    assert_eq!(
        place.json(&["operator", "list", "--data-dir", deep]).code,
        0
    );
}

#[test]
fn root_leaves_no_file_of_its_own() {
    if !geteuid().is_root() {
        eprintln!("SKIPPED: root_leaves_no_file_of_its_own needs root");
        return;
    }
    let place = Place::new();
    let open = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
    };
    open(place.path(), 0o711).unwrap();
    open(&place.path().join("settings.toml"), 0o644).unwrap();
    let data = place.data_dir();
    std::fs::create_dir(&data).unwrap();
    let (user, group) = (Uid::from_raw(54_321), Gid::from_raw(54_322));
    chown(&data, Some(user), Some(group)).unwrap();
    // A password file that only root can read is still read.
    let secret = place.file("password", "a long password\n");
    open(&secret, 0o600).unwrap();
    place.json(&["init"]).fine();
    let add = [
        "operator",
        "add",
        "--username",
        "ada",
        "--role",
        "owner",
        "--password-file",
    ];
    place
        .json(&[&add[..], &[secret.to_str().unwrap()]].concat())
        .fine();
    let server = place.serve();
    place.json(&["operator", "list"]).fine();
    let mut seen = 0;
    for entry in std::fs::read_dir(&data).unwrap() {
        let entry = entry.unwrap();
        let found = entry.metadata().unwrap();
        let owners = (found.uid(), found.gid());
        assert_eq!(owners, (54_321, 54_322), "{}", entry.path().display());
        assert_eq!(found.mode() & 0o077, 0, "{}", entry.path().display());
        seen += 1;
    }
    assert!(seen >= 3, "database, lock and control socket");
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn the_demo_can_be_pasted() {
    let place = Place::new();
    let mut demo = Running::start(place.program(&["demo", "--listen", "127.0.0.1:0", "--json"]));
    let shown = demo.document();
    let url = text(&shown, "url");
    demo.address = url
        .trim_start_matches("http://")
        .trim_end_matches('/')
        .to_owned();
    demo.wait_until_healthy();
    let bearer = format!(
        "authorization: Bearer {}\r\n\r\n",
        text(&shown, "operator_token")
    );
    let id = text(&shown, "customer_id");
    let of = |path: &str| {
        let (status, body) = demo.ask("GET", path, &bearer).unwrap();
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str::<serde_json::Value>(&body).unwrap()
    };
    let agents = of(&format!("/api/admin/agents?customer_id={id}"));
    assert_eq!(agents["data"].as_array().unwrap().len(), 4);
    let permissions = of(&format!("/api/admin/permissions?customer_id={id}"));
    assert_eq!(permissions["data"].as_array().unwrap().len(), 11);
    let pending = of(&format!("/api/agent/pending-approvals?customer_id={id}"));
    assert_eq!(pending.as_array().unwrap().len(), 1);
    assert_eq!(signed_in(&demo, &shown), 200);

    let has_curl = Command::new("curl")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok();
    for (place, expect) in [
        (0, "approved"),
        (1, "permission_denied"),
        (2, "approval_required"),
    ] {
        let check = &shown["checks"][place];
        if has_curl {
            let line = text(check, "curl");
            let ran = Command::new("sh").args(["-c", &line]).output().unwrap();
            let answer = String::from_utf8(ran.stdout).unwrap();
            assert!(
                answer.contains(&format!("\"{expect}\"")),
                "{line}\n{answer}"
            );
        } else {
            eprintln!("SKIPPED: there is no curl to paste `{expect}` into");
        }
    }
    assert_eq!(demo.stop(Signal::SIGINT), 0);
    let left: Vec<_> = std::fs::read_dir(place.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "only the test's own file: {left:?}");
}

/// What the console answers to the name and the password that a demo shows.
fn signed_in(demo: &Running, shown: &serde_json::Value) -> u16 {
    let credentials = serde_json::json!({
        "username": text(shown, "operator_username"),
        "password": text(shown, "operator_password"),
    })
    .to_string();
    demo.post("/api/operators/login", &credentials).0
}

/// What the operator's token and the customer's key that a demo shows are answered.
fn demo_answers(demo: &Running, shown: &serde_json::Value) -> [u16; 2] {
    let keys = format!("/api/customers/{}/api-keys", text(shown, "customer_id"));
    let asked = [
        ("operator_token", "/api/operators/me"),
        ("api_key", keys.as_str()),
    ];
    asked.map(|(secret, path)| {
        let bearer = format!("authorization: Bearer {}\r\n\r\n", text(shown, secret));
        demo.ask("GET", path, &bearer).unwrap().0
    })
}

#[test]
fn a_demo_changes_nothing_of_an_appliance_that_no_demo_made() {
    let place = Place::new();
    let data = place.data_dir();
    place.operator("demo", "owner");
    let file = data.join("portcullis.db");
    let before = std::fs::read(&file).unwrap();
    let demo = ["demo", "--data-dir", data.to_str().unwrap()];
    let ran = place.run(&demo);
    assert_eq!(ran.code, 3, "{ran:?}");
    for told in [
        "holds an appliance that no demo made",
        "name a new directory",
    ] {
        assert!(ran.stderr.contains(told), "{ran:?}");
    }
    let ran = place.json(&demo);
    assert_eq!(ran.document()["exit_code"], 3, "{ran:?}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_demo_whose_operator_is_disabled_leaves_everything_as_it_is() {
    let place = Place::new();
    let data = place.data_dir();
    std::fs::create_dir(&data).unwrap();
    let data = data.to_str().unwrap();
    let args = ["demo", "--listen", "127.0.0.1:0", "--data-dir", data];
    let mut demo = Running::start(place.program(&[&args[..], &["--json"]].concat()));
    let shown = demo.document();
    assert_eq!(demo.stop(Signal::SIGINT), 0);
    place.operator("ada", "owner");
    place.json(&["operator", "disable", "demo"]).fine();
    let ran = place.run(&args);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(
        ran.stderr.contains("portcullis operator enable demo"),
        "{ran:?}"
    );
    // The key that the first start showed is still the customer's.
    assert_eq!(place.check(&text(&shown, "api_key"), "read").0, 4);
}

#[test]
fn a_demo_on_its_own_directory_may_be_started_again() {
    let place = Place::new();
    let data = place.data_dir();
    let args = [
        "demo",
        "--listen",
        "127.0.0.1:0",
        "--data-dir",
        data.to_str().unwrap(),
    ];
    let mut customers = Vec::new();
    let mut before: Option<serde_json::Value> = None;
    for _ in 0..3 {
        let mut demo = Running::start(place.program(&[&args[..], &["--json"]].concat()));
        let shown = demo.document();
        customers.push(text(&shown, "customer_id"));
        demo.address = text(&shown, "url").replace("http://", "").replace('/', "");
        demo.wait_until_healthy();
        assert_eq!(
            place.check(&text(&shown, "api_key"), "read").0,
            4,
            "no agent `bot` here"
        );
        assert_eq!(signed_in(&demo, &shown), 200);
        assert_eq!(demo_answers(&demo, &shown), [200; 2]);
        if let Some(before) = before.replace(shown) {
            assert_eq!(signed_in(&demo, &before), 401, "of the demo before");
            assert_eq!(demo_answers(&demo, &before), [401; 2], "of the demo before");
        }
        assert_eq!(demo.stop(Signal::SIGINT), 0);
    }
    customers.dedup();
    assert_eq!(customers.len(), 1, "{customers:?}");

    let mut demo = Running::start(place.program(&args));
    let page = demo.lines_until("Ctrl-C");
    assert_eq!(
        page.lines()
            .filter(|line| line.starts_with("curl -s "))
            .count(),
        3,
        "{page}"
    );
    // All that somebody needs who knows nothing but this page.
    let exported = format!("export PORTCULLIS_SERVER__DATA_DIR={}", data.display());
    for line in [
        "front page ",
        "console ",
        "  username    demo",
        "  password ",
        "portal ",
        "  API key ",
        "export PORTCULLIS_URL=http://127.0.0.1:",
        "export PORTCULLIS_API_KEY=sk-",
        "export PORTCULLIS_OPERATOR_TOKEN=op-",
        &exported,
    ] {
        let is_there = page.lines().any(|shown| shown.starts_with(line));
        assert!(is_there, "{line}: {page}");
    }
    assert_eq!(demo.stop(Signal::SIGINT), 0);
}
