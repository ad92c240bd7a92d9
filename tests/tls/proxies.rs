//! Whose word about a client counts: a trusted proxy's, and nobody else's.

use std::os::unix::net::UnixStream;

use crate::client::{Answer, ask, metric, plain, post};
use crate::program::{Place, Running, SETTINGS_FILE};

const LIMITS: &str = "[registration]\nper_address_per_minute = 1\n";

fn serve(server: &str) -> (Place, Running) {
    let place = Place::with_settings(&format!("[server]\n{server}\n{LIMITS}"));
    let running = place.serve();
    (place, running)
}

/// Registers over TCP, as whoever the header says; gives the status.
fn register(running: &Running, number: u32, headers: &str) -> u16 {
    let answer = plain(&running.address, registration(number, headers).as_bytes());
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

fn registration(number: u32, headers: &str) -> String {
    let body =
        format!(r#"{{"name":"N","email":"n{number}@a.example","subscription_tier":"starter"}}"#);
    post(
        "/api/customers/register",
        &format!("{headers}connection: close\r\n"),
        &body,
    )
}

#[test]
fn strangers_do_not_choose_their_address() {
    for trusted in ["", "trusted_proxies = [\"10.0.0.0/8\", \"unix\"]"] {
        let (_place, running) = serve(trusted);
        let forged = |address: &str| {
            format!(
                "x-forwarded-for: {address}\r\nforwarded: for={address}\r\nx-real-ip: {address}\r\n"
            )
        };
        assert_eq!(register(&running, 1, &forged("198.51.100.1")), 201);
        assert_eq!(
            register(&running, 2, &forged("198.51.100.2")),
            429,
            "{trusted}"
        );
        assert_eq!(
            register(&running, 3, ""),
            429,
            "the same address: {trusted}"
        );
    }
}

#[test]
fn a_trusted_proxy_names_the_client() {
    let (place, running) = serve("trusted_proxies = [\"127.0.0.0/8\", \"10.0.0.0/8\"]");
    let from = |list: &str| format!("x-forwarded-for: {list}\r\n");
    assert_eq!(register(&running, 1, &from("198.51.100.1")), 201);
    assert_eq!(register(&running, 2, &from("198.51.100.2")), 201, "another");
    assert_eq!(
        register(&running, 3, &from("198.51.100.1")),
        429,
        "the first"
    );
    // What a client writes itself stands left of what the proxies add.
    let spoofed = "198.51.100.77, 198.51.100.1, 10.0.0.2";
    assert_eq!(register(&running, 4, &from(spoofed)), 429);
    let two_lines = format!("{}{}", from("198.51.100.78"), from("198.51.100.1"));
    assert_eq!(register(&running, 5, &two_lines), 429);
    // Another header is not asked.
    let other = "forwarded: for=198.51.100.9\r\nx-real-ip: 198.51.100.9\r\n";
    assert_eq!(register(&running, 6, other), 201, "the proxy itself");
    assert_eq!(register(&running, 7, other), 429);
    assert_eq!(register(&running, 8, &from("junk")), 429, "the proxy too");
    assert_eq!(register(&running, 9, &from("198.51.100.3, unknown")), 429);
    let token = place.operator("ada", "owner");
    let bearer = format!("authorization: Bearer {token}\r\n\r\n");
    let (_, metrics) = running.ask("GET", "/metrics", &bearer).unwrap();
    let counted = metric(&metrics, "portcullis_forwarded_unreadable");
    assert_eq!(counted, Some(2.0), "{metrics}");
}

#[test]
fn the_unix_socket_is_trusted_when_it_is_named() {
    for (trusted, expect) in [("", 429), ("trusted_proxies = \"unix\"", 201)] {
        let place = Place::new();
        let socket = place.path().join("proxy.sock");
        let path = socket.display();
        let settings = format!("[server]\n{trusted}\nunix_socket = \"{path}\"\n{LIMITS}");
        place.file(SETTINGS_FILE, &settings);
        let _running = place.serve();
        let register = |number: u32, address: &str| -> Answer {
            let mut stream = UnixStream::connect(&socket).unwrap();
            let headers = format!("x-forwarded-for: {address}\r\n");
            ask(&mut stream, &registration(number, &headers)).unwrap()
        };
        assert_eq!(register(1, "198.51.100.1").status, 201);
        let other = register(2, "198.51.100.2");
        assert_eq!(other.status, expect, "{trusted}: {other:?}");
    }
}

/// A session needs https: by a trusted proxy's word, and by nobody else's.
#[test]
fn a_trusted_proxy_says_that_the_client_came_encrypted() {
    let body = r#"{"username":"ada","password":"an old and rusty portcullis"}"#;
    let codes = |trusted: &str| -> Vec<String> {
        let (_place, running) = serve(trusted);
        ["", "https", "http", "https, http"]
            .into_iter()
            .map(|proto| {
                let headers = format!("x-forwarded-proto: {proto}\r\nconnection: close\r\n");
                let request = post("/api/operators/login", &headers, body)
                    .replace("host: localhost", "host: gate.example");
                let answer = plain(&running.address, request.as_bytes());
                assert!(!answer.contains("strict-transport-security"), "{answer}");
                let (_, body) = answer.split_once("\r\n\r\n").unwrap();
                let problem: serde_json::Value = serde_json::from_str(body).unwrap();
                problem["code"].as_str().unwrap().to_owned()
            })
            .collect()
    };
    let (no, yes) = ("insecure_connection", "invalid_key");
    assert_eq!(
        codes("trusted_proxies = \"127.0.0.1/32\""),
        [no, yes, no, no]
    );
    assert_eq!(codes("trusted_proxies = \"10.0.0.1/32\""), [no, no, no, no]);
}
