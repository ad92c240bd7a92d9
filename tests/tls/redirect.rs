//! The listener that sends everybody to https, and nobody elsewhere.

use crate::client::{Site, plain};
use crate::program::text;

fn ask(address: &str, method: &str, target: &str, headers: &str) -> (u16, String, String) {
    let request = format!("{method} {target} HTTP/1.1\r\n{headers}connection: close\r\n\r\n");
    let answer = plain(address, request.as_bytes());
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    let location = answer
        .lines()
        .find_map(|line| line.strip_prefix("location: "))
        .unwrap_or("");
    (status, location.to_owned(), answer.clone())
}

#[test]
fn path_and_query_are_kept_and_hosts_are_the_certificates() {
    let site = Site::new();
    site.configure("redirect_listen = \"127.0.0.1:0\"\n", "");
    let (running, ready) = site.serve();
    let address = text(
        &serde_json::json!({"a": ready["redirect_addresses"][0]}),
        "a",
    );
    let port = running.address.rsplit(':').next().unwrap();
    let target = "/api/logs?limit=5&agent_id=%20a";
    for (host, expect) in [
        ("gate.example", "gate.example"),
        ("GATE.example:8080", "gate.example"),
        ("127.0.0.1:80", "127.0.0.1"),
    ] {
        let headers = format!("host: {host}\r\n");
        for method in ["GET", "POST", "DELETE", "HEAD"] {
            let (status, location, answer) = ask(&address, method, target, &headers);
            assert_eq!(status, 308, "{answer}");
            assert_eq!(location, format!("https://{expect}:{port}{target}"));
            assert!(!answer.contains("strict-transport-security"), "{answer}");
        }
    }
    for host in [
        "evil.example",
        "gate.example.evil.example",
        "gate.example@evil.example",
        "evil.example/gate.example",
        "gate.example:80@evil.example",
        "[::1]",
        "gate.example, evil.example",
        "",
    ] {
        let (status, location, answer) = ask(&address, "GET", "/", &format!("host: {host}\r\n"));
        assert_eq!((status, location.as_str()), (400, ""), "{host}: {answer}");
    }
    // An absolute target names the host, as everywhere.
    let absolute = ask(
        &address,
        "GET",
        "http://evil.example/x",
        "host: gate.example\r\n",
    );
    assert_eq!(absolute.0, 400, "{absolute:?}");
    let slashes = ask(
        &address,
        "GET",
        "//evil.example/x",
        "host: gate.example\r\n",
    );
    assert_eq!(
        slashes.1,
        format!("https://gate.example:{port}//evil.example/x")
    );
}

#[test]
fn the_public_url_wins_and_the_host_does_not_matter() {
    let site = Site::new();
    site.configure(
        "redirect_listen = \"127.0.0.1:0\"\n",
        "[server]\npublic_url = \"https://gate.example\"\n",
    );
    let (_running, ready) = site.serve();
    let address = ready["redirect_addresses"][0].as_str().unwrap();
    for host in ["evil.example", "gate.example:8080", "10.0.0.1"] {
        let (status, location, answer) = ask(address, "GET", "/a?b", &format!("host: {host}\r\n"));
        assert_eq!(status, 308, "{answer}");
        assert_eq!(location, "https://gate.example/a?b");
    }
}

/// A key that was sent in the clear is not sent on as if nothing had happened.
#[test]
fn credentials_in_the_clear_are_refused_loudly() {
    let site = Site::new();
    site.configure("redirect_listen = \"127.0.0.1:0\"\n", "");
    let (_running, ready) = site.serve();
    let address = ready["redirect_addresses"][0].as_str().unwrap();
    let headers = "host: gate.example\r\nauthorization: Bearer sk-secret\r\n";
    let (status, location, answer) = ask(address, "GET", "/api/logs", headers);
    assert_eq!((status, location.as_str()), (403, ""), "{answer}");
    assert!(answer.contains("revoke it"), "{answer}");
    assert!(!answer.contains("sk-secret"), "{answer}");
}
