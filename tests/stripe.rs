//! Stripe and the real program: the secret in a file, events over a socket, a kill in between, and the
//! proof of what came of it.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use std::time::{SystemTime, UNIX_EPOCH};

use nix::sys::signal::Signal;
use program::{Place, Running, SETTINGS_FILE, text};
use serde_json::{Value, json};

const OLD: &str = "whsec_an_old_and_rusty_portcullis";
const NEW: &str = "whsec_correct_horse_battery_staple";
const CHECKOUT: &str = include_str!("fixtures/stripe/checkout.session.completed.json");
const CREATED: &str = include_str!("fixtures/stripe/customer.subscription.created.json");

/// Signed by openssl, as `docs/BILLING.md` does it.
fn signed(secret: &str, body: &str) -> String {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let mut openssl = std::process::Command::new("openssl")
        .args(["dgst", "-sha256", "-hmac", secret])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = openssl.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, format!("{now}.{body}").as_bytes()).unwrap();
    drop(input);
    let printed = openssl.wait_with_output().unwrap().stdout;
    let printed = String::from_utf8(printed).unwrap();
    let digest = printed.trim().rsplit(' ').next().unwrap();
    format!("t={now},v1={digest}")
}

fn tell(server: &Running, secret: &str, body: &str) -> (u16, Value) {
    let head_and_body = format!(
        "Content-Type: application/json\r\nStripe-Signature: {}\r\nContent-Length: {}\r\n\r\n{body}",
        signed(secret, body),
        body.len()
    );
    let (status, answer) = server
        .ask("POST", "/api/billing/stripe/webhook", &head_and_body)
        .unwrap();
    (status, serde_json::from_str(&answer).unwrap())
}

#[test]
fn what_stripe_told_outlives_a_kill_and_can_be_proved() {
    let place = Place::new();
    let secrets = place.file("stripe", OLD);
    let settings = |prices: &str| {
        format!(
            "[stripe]\nwebhook_secret_file = \"{}\"\nprices = {{ {prices} }}\n",
            secrets.display()
        )
    };
    place.file(SETTINGS_FILE, &settings("\"price_1PtcPro\" = \"pro\""));
    let server = place.serve();
    let (status, told) = tell(&server, OLD, CHECKOUT);
    assert_eq!(
        (status, &told["outcome"]),
        (200, &json!("applied")),
        "{told}"
    );
    let (status, told) = tell(&server, OLD, CREATED);
    assert_eq!((status, &told["code"]), (409, &json!("conflict")), "{told}");

    // The operator says what the price means, and changes the secret with both in force for a while.
    let both = "\"price_1PtcPro\" = \"pro\", \"price_1PtcStarter\" = \"starter\"";
    place.file(SETTINGS_FILE, &settings(both));
    place.file("stripe", &format!("{OLD}\n{NEW}\n"));
    let reloaded = place.json(&["config", "reload"]).fine();
    assert!(
        reloaded.to_string().contains("stripe.webhook_secret_file"),
        "{reloaded}"
    );
    let (status, told) = tell(&server, NEW, CREATED);
    assert_eq!(
        (status, &told["outcome"]),
        (200, &json!("applied")),
        "{told}"
    );
    server.kill_9();

    let server = place.serve();
    for secret in [OLD, NEW] {
        let (status, told) = tell(&server, secret, CREATED);
        assert_eq!(
            (status, &told["outcome"]),
            (200, &json!("duplicate")),
            "{told}"
        );
    }
    let (status, told) = tell(&server, "whsec_of_somebody_else", CREATED);
    assert_eq!(
        (status, &told["code"]),
        (400, &json!("invalid_signature")),
        "{told}"
    );
    let customers = place.json(&["customer", "list"]).fine();
    let customer = customers["data"]
        .as_array()
        .or(customers.as_array())
        .unwrap()[0]
        .clone();
    assert_eq!(text(&customer, "email"), "ops@acme.example");
    assert_eq!(text(&customer, "subscription_tier"), "starter");
    assert_eq!(server.stop(Signal::SIGTERM), 0);

    let proved = place.json(&["audit", "verify"]).fine();
    assert_eq!(proved["valid"], json!(true), "{proved}");
    let path = place.data_dir().join("portcullis.db");
    let connection = rusqlite::Connection::open(path).unwrap();
    let told: i64 = connection
        .query_row(
            "SELECT count(*) FROM audit_records WHERE record LIKE '%\"action\":\"billing.event\"%'
               AND record LIKE '%\"kind\":\"stripe\"%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(told, 3, "two that were applied and one that was refused");
}

#[test]
fn a_file_without_a_secret_is_told_before_the_start() {
    let place = Place::new();
    let secrets = place.file("stripe", "sk_live_not_what_signs");
    place.file(
        SETTINGS_FILE,
        &format!(
            "[stripe]\nwebhook_secret_file = \"{}\"\n",
            secrets.display()
        ),
    );
    let checked = place.run(&["config", "check"]);
    assert_ne!(checked.code, 0);
    let said = format!("{}{}", checked.stdout, checked.stderr);
    assert!(said.contains("has no `whsec_…` on line 1"), "{said}");
    assert!(!said.contains("sk_live"), "no secret is repeated: {said}");
}
