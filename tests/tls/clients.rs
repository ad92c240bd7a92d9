//! Clients' certificates: who is let in, as whom, and what beats what.

use std::sync::Arc;

use rustls::version;
use serde_json::Value;

use crate::certificates::{Authority, Made, Valid, put};
use crate::client::{Answer, Site, TlsClient, ask, get, post};
use crate::program::{Running, text};

const CHECK: &str = r#"{"agent_id":"bot","action":"read","resource":"orders/1"}"#;

/// A site whose customer, operator and certificates know each other.
struct World {
    site: Site,
    customer_id: String,
    key: String,
    key_id: String,
    bot: Arc<Made>,
    ada: Arc<Made>,
}

impl World {
    /// `how` clients are asked for certificates.
    fn new(how: &str) -> Self {
        let site = Site::new();
        site.place.operator("ada", "auditor");
        let (customer_id, key) = site.place.customer();
        let keys = ["key", "list", "--customer", &customer_id];
        let keys = site.place.json(&keys).fine();
        let rows = keys
            .as_array()
            .cloned()
            .or(keys["data"].as_array().cloned());
        let key_id = text(&rows.unwrap()[0], "id");
        let bot = site.authority.client("spiffe://acme/bot", Valid::Now);
        let ada = site.authority.client("spiffe://acme/ada", Valid::Now);
        let world = Self {
            site,
            customer_id,
            key,
            key_id,
            bot: Arc::new(bot),
            ada: Arc::new(ada),
        };
        world.configure(how, &world.identities());
        world
    }

    /// The bot by its name, the operator by the very certificate.
    fn identities(&self) -> String {
        format!(
            "[[tls.client_identities]]\nname = \"uri:spiffe://acme/bot\"\napi_key = \"{}\"\n\
             [[tls.client_identities]]\nfingerprint = \"{}\"\noperator = \"ada\"\n",
            self.key_id,
            self.ada.fingerprint()
        )
    }

    fn configure(&self, how: &str, identities: &str) {
        let more = format!("{}{identities}", self.site.ask_clients(how));
        self.site.configure(&more, "");
    }

    fn bot(&self) -> TlsClient {
        self.site.client().with(&self.bot)
    }

    fn ada(&self) -> TlsClient {
        self.site.client().with(&self.ada)
    }
}

fn check(client: &TlsClient, running: &Running, headers: &str) -> Answer {
    let request = post("/api/agents/check", headers, CHECK);
    client.ask(&running.address, &request).unwrap()
}

fn me(client: &TlsClient, running: &Running, headers: &str) -> Answer {
    let request = get("/api/operators/me", headers);
    client.ask(&running.address, &request).unwrap()
}

#[test]
fn a_certificate_speaks_for_a_key_and_the_key_is_on_record() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    for version in [&version::TLS12, &version::TLS13] {
        let answer = check(&world.bot().only(version), &running, "");
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.json()["result"], "approved");
        assert!(answer.header("ratelimit").is_some(), "{answer:?}");
    }
    let logs = world.bot().get(&running.address, "/api/logs?action=read");
    let logs = logs.json();
    assert_eq!(logs.as_array().unwrap().len(), 2, "{logs}");
    let actor = logs[0]["actor"].to_string();
    assert!(actor.contains(&world.key_id), "{actor}");
}

#[test]
fn a_certificate_speaks_for_an_operator_with_its_role() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    let known = me(&world.ada(), &running, "");
    assert_eq!(known.status, 200, "{known:?}");
    let known: Value = known.json();
    assert_eq!(known["operator"]["username"], "ada");
    assert_eq!(known["role"], "auditor");
    assert_eq!(known["via"], "certificate");
    let add = post(
        "/api/operators",
        "",
        r#"{"username":"eve","role":"owner","password":"an old and rusty portcullis"}"#,
    );
    let refused = world.ada().ask(&running.address, &add).unwrap();
    assert_eq!(refused.status, 403, "{refused:?}");
    assert_eq!(refused.json()["code"], "operator_role");
    // A new role is in force for the next request of the same connection.
    let mut stream = world.ada().connect(&running.address).unwrap();
    assert_eq!(ask(&mut stream, &add).unwrap().status, 403);
    let promote = ["operator", "role", "ada", "owner"];
    world.site.place.json(&promote).fine();
    assert_eq!(ask(&mut stream, &add).unwrap().status, 201);
    let disable = ["operator", "disable", "ada"];
    world
        .site
        .place
        .json(&["operator", "role", "eve", "owner"])
        .fine();
    world.site.place.json(&disable).fine();
    let refused = ask(&mut stream, &get("/api/operators/me", "")).unwrap();
    assert_eq!(refused.status, 401, "{refused:?}");
}

/// A browser shows its certificate for whatever any page asks of it.
#[test]
fn another_origin_gets_nothing_done_with_a_certificate() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    let foreign = "origin: https://evil.example\r\n";
    let refused = check(&world.bot(), &running, foreign);
    assert_eq!(refused.status, 403, "{refused:?}");
    assert_eq!(refused.json()["code"], "foreign_origin");
    let across = check(&world.bot(), &running, "sec-fetch-site: cross-site\r\n");
    assert_eq!(across.status, 403, "{across:?}");
    let own = check(&world.bot(), &running, "origin: https://localhost\r\n");
    assert_eq!(own.status, 200, "{own:?}");
    // Whoever sends a key on purpose is no such page.
    let bearer = format!("authorization: Bearer {}\r\n{foreign}", world.key);
    assert_eq!(check(&world.bot(), &running, &bearer).status, 200);
}

#[test]
fn what_is_sent_on_purpose_beats_the_certificate() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    let bearer = format!("authorization: Bearer {}\r\n", world.key);
    assert_eq!(check(&world.ada(), &running, &bearer).status, 200);
    assert_eq!(check(&world.ada(), &running, "").status, 403, "an operator");
    let bad = "authorization: Bearer sk-nonsense\r\n";
    assert_eq!(check(&world.bot(), &running, bad).status, 401);
    let stale = "cookie: __Host-portcullis=se-nonsense\r\n";
    assert_eq!(me(&world.ada(), &running, stale).status, 401);
}

#[test]
fn a_certificate_is_as_good_as_its_key() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    let mut stream = world.bot().connect(&running.address).unwrap();
    let request = post("/api/agents/check", "", CHECK);
    assert_eq!(ask(&mut stream, &request).unwrap().status, 200);
    let revoke = [
        "key",
        "revoke",
        "--customer",
        &world.customer_id,
        &world.key_id,
    ];
    world.site.place.json(&revoke).fine();
    let refused = ask(&mut stream, &request).unwrap();
    assert_eq!(refused.status, 401, "{refused:?}");
    assert_eq!(refused.json()["code"], "invalid_key");
    assert_eq!(check(&world.bot(), &running, "").status, 401, "anew");
}

#[test]
fn optional_lets_others_in_as_nobody() {
    let world = World::new("optional");
    let (running, _) = world.site.serve();
    let none = world.site.client();
    assert_eq!(check(&none, &running, "").json()["code"], "unauthenticated");
    let unmapped = Arc::new(world.site.authority.client("spiffe://acme/eve", Valid::Now));
    let unmapped = world.site.client().with(&unmapped);
    let refused = check(&unmapped, &running, "");
    assert_eq!(refused.status, 401, "{refused:?}");
    assert_eq!(refused.json()["code"], "invalid_key");
    assert_eq!(unmapped.get(&running.address, "/health").status, 200);
    let bearer = format!("authorization: Bearer {}\r\n", world.key);
    assert_eq!(check(&unmapped, &running, &bearer).status, 200);
}

#[test]
fn certificates_that_nobody_vouches_for_end_the_handshake() {
    for how in ["optional", "required"] {
        let world = World::new(how);
        let (running, _) = world.site.serve();
        let elsewhere = Authority::new("Elsewhere");
        let authority = &world.site.authority;
        for (made, what) in [
            (
                elsewhere.client("spiffe://acme/bot", Valid::Now),
                "other authority",
            ),
            (
                authority.client("spiffe://acme/bot", Valid::Past),
                "expired",
            ),
            (authority.server("spiffe", Valid::Now), "of a server"),
        ] {
            let client = world.site.client().with(&Arc::new(made));
            for version in [&version::TLS12, &version::TLS13] {
                let client = client.clone().only(version);
                let asked = client.ask(&running.address, &get("/health", ""));
                assert!(asked.is_err(), "{how} {what}: {asked:?}");
            }
        }
        let none = world
            .site
            .client()
            .ask(&running.address, &get("/health", ""));
        assert_eq!(none.is_ok(), how == "optional", "{none:?}");
        assert_eq!(check(&world.bot(), &running, "").status, 200, "{how}");
    }
}

/// Sessions are resumed with the certificate of the first connection.
#[test]
fn a_resumed_session_is_still_of_its_certificate() {
    let world = World::new("required");
    let (running, _) = world.site.serve();
    for version in [&version::TLS12, &version::TLS13] {
        let config = world.bot().only(version).config();
        for kind in [rustls::HandshakeKind::Full, rustls::HandshakeKind::Resumed] {
            let mut stream = crate::client::connect_with(&config, &running.address).unwrap();
            let request = post("/api/agents/check", "", CHECK);
            assert_eq!(ask(&mut stream, &request).unwrap().status, 200);
            assert_eq!(stream.conn.handshake_kind(), Some(kind), "{version:?}");
        }
    }
}

#[test]
fn authorities_are_checked_at_the_start_and_counted() {
    let world = World::new("optional");
    put(&world.site.place.path().join("ca.pem"), "nothing", 0o644);
    let ran = world.site.place.run(&["config", "check"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("`tls.client_ca_file` is"), "{ran:?}");
    let pem = &world.site.authority.certificate_pem;
    put(&world.site.place.path().join("ca.pem"), pem, 0o644);
    world.site.place.json(&["operator", "enable", "ada"]);
    let (running, _) = world.site.serve();
    let metrics = world.ada().get(&running.address, "/metrics");
    let name = "portcullis_tls_client_ca_expiry_timestamp_seconds";
    let expiry = crate::client::metric(&metrics.body, name);
    assert!(expiry.is_some_and(|at| at > 1.0e9), "{metrics:?}");
}
