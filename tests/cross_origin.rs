//! Pages of other origins and the real program, over real sockets.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use nix::sys::signal::Signal;
use program::{Place, Running, SETTINGS_FILE};

/// The whole answer to what a browser sends, in lower case.
fn sent(server: &Running, request: &str) -> String {
    let mut socket = TcpStream::connect(&server.address).unwrap();
    socket.set_read_timeout(Some(program::PATIENCE)).unwrap();
    let request = request.replace('\n', "\r\n");
    socket.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer.to_ascii_lowercase()
}

fn preflight(server: &Running, origin: &str) -> String {
    let request = format!(
        "OPTIONS /api/agents/check HTTP/1.1\nHost: gate\nOrigin: {origin}\n\
         Access-Control-Request-Method: POST\nAccess-Control-Request-Headers: authorization\n\
         Connection: close\n\n"
    );
    sent(server, &request)
}

#[test]
fn origins_come_and_go_with_a_reload() {
    let place = Place::with_settings("[cors]\ncheck_origins = \"https://app.example\"\n");
    let server = place.serve();
    let asked = preflight(&server, "https://app.example");
    assert!(asked.starts_with("http/1.1 204 "), "{asked}");
    assert!(asked.contains("\r\naccess-control-allow-origin: https://app.example\r\n"));
    let is_framed = |name: &str| asked.contains(&format!("\r\n{name}:"));
    assert!(
        !is_framed("content-length") && !is_framed("transfer-encoding"),
        "{asked}"
    );
    assert!(asked.ends_with("\r\n\r\n"), "a 204 has no body: {asked}");

    // A body that is too large is refused by the edge, and the page may read that too.
    let large = "POST /api/agents/check HTTP/1.1\nHost: gate\nOrigin: https://app.example\n\
                 Content-Length: 99999999\nConnection: close\n\n";
    let refused = sent(&server, large);
    assert!(refused.starts_with("http/1.1 413 "), "{refused}");
    assert!(refused.contains("\r\naccess-control-allow-origin: https://app.example\r\n"));

    place.file(
        SETTINGS_FILE,
        "[cors]\ncheck_origins = [\"https://new.example\"]\n",
    );
    place.json(&["config", "reload"]).fine();
    let gone = preflight(&server, "https://app.example");
    assert!(gone.starts_with("http/1.1 405 "), "{gone}");
    assert!(!gone.contains("access-control-"), "{gone}");
    assert!(preflight(&server, "https://new.example").starts_with("http/1.1 204 "));
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}
