//! Statements with the real binary: printed in each form, with a server and without, and what is asked
//! for wrongly.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

#[expect(dead_code, reason = "each test program uses its part of the helpers")]
mod program;

use nix::sys::signal::Signal;
use portcullis::app::environment::SystemEnvironment;
use portcullis::domain::environment::Environment as _;
use program::{Place, QUIET, SETTINGS_FILE, text};
use serde_json::json;

#[test]
fn a_month_is_printed_in_each_form_with_a_server_and_without() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let month = SystemEnvironment::default().now().month().to_string();
    for (name, tier) in [("=Acme", "pro"), ("Globex", "starter"), ("Initech", "free")] {
        let email = format!(
            "ops@{}.example",
            name.trim_start_matches('=').to_lowercase()
        );
        let register = ["customer", "register", "--name", name, "--email", &email];
        place
            .json(&[&register[..], &["--tier", tier]].concat())
            .fine();
    }
    let print = |options: &[&str]| {
        let printed = place.run(&[&["statement"], options].concat());
        assert_eq!(printed.code, 0, "{options:?}: {printed:?}");
        printed
    };
    let one = |format: &str| print(&["ops@acme.example", &month, "--format", format]);
    let looked = || {
        let plain = print(&["ops@acme.example", &month]);
        assert_eq!(plain.stderr, "");
        let is_said = ["=Acme", "total usd", "is final", "Pro", "USD A MONTH"];
        assert!(
            is_said.iter().all(|word| plain.stdout.contains(word)),
            "{}",
            plain.stdout
        );
        let document = place
            .json(&["statement", "ops@acme.example", &month])
            .fine();
        assert_eq!(document["lines"][0]["subscription_tier"], "pro");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&one("json").stdout).unwrap(),
            document
        );
        let sheet = one("csv");
        assert!(
            sheet.stdout.starts_with("number,customer_id,name,kind,"),
            "{}",
            sheet.stdout
        );
        assert!(sheet.stdout.contains(",'=Acme,line,"), "{}", sheet.stdout);
        assert!(sheet.stderr.contains("is not over"), "{}", sheet.stderr);
        let page = one("html").stdout;
        assert!(page.contains("<style>") && page.contains("@page"), "{page}");
        assert!(
            !page.contains("rel=\"stylesheet\""),
            "a file has no server: {page}"
        );
        assert!(page.contains(&text(&document, "number")), "{page}");
        let all = print(&["--all", &month]);
        assert!(all.stderr.contains("is not over"), "{}", all.stderr);
        assert!(
            all.stdout.starts_with("customer_id,name,email,"),
            "{}",
            all.stdout
        );
        assert_eq!(all.stdout.lines().count(), 4, "{}", all.stdout);
        assert!(
            all.stdout.contains(",'=Acme,ops@acme.example,pro,"),
            "{}",
            all.stdout
        );
        let all = place.json(&["statement", "--all", &month]).fine();
        assert_eq!(all["data"].as_array().unwrap().len(), 3, "{all}");
        assert_eq!(all["data"][0]["total_usd"], document["total_usd"]);
        assert_eq!(all["data"][0]["is_final"], json!(false));
    };
    looked();
    let server = place.serve();
    looked();
    assert_eq!(server.stop(Signal::SIGTERM), 0);
}

#[test]
fn what_cannot_be_printed_is_told() {
    let place = Place::with_settings(QUIET);
    place.operator("ada", "owner");
    let register = [
        "customer",
        "register",
        "--name",
        "Acme",
        "--email",
        "ops@acme.example",
    ];
    place.json(&register).fine();
    let nobody = "cus_01k00000000000000000000000";
    for (options, code, told) in [
        (
            &["ops@acme.example", "2026-13"][..],
            3,
            "is not a month like `2026-11`",
        ),
        (
            &["ops@acme.example", "november"],
            3,
            "is not a month like `2026-11`",
        ),
        (&["ops@acme.example", "2019-01"], 3, "statement"),
        (&["ops@acme.example", "9998-12"], 3, "statement"),
        (&[nobody, "2026-11"], 3, "customer"),
        (&["cus_zzz", "2026-11"], 3, "customer"),
        (
            &["nobody@acme.example", "2026-11"],
            3,
            "there is no customer with the address",
        ),
        (&["--all", "9998-12"], 3, "must not be in the future"),
        (&["--all", "2026"], 3, "is not a month like `2026-11`"),
        (
            &["--all", "2026-11", "--format", "html"],
            2,
            "a page for each customer",
        ),
        (
            &["--all", "2026-11", "--format", "csv", "--json"],
            2,
            "not both",
        ),
        (
            &["ops@acme.example", "2026-11", "--format", "html", "--json"],
            2,
            "not both",
        ),
        (
            &["ops@acme.example", "2026-11", "--format", "pdf"],
            2,
            "possible values: json, csv, html",
        ),
        (
            &["ops@acme.example", "2026-11", "--all", "2026-11"],
            2,
            "cannot be used with",
        ),
        (&["ops@acme.example"], 2, "<MONTH>"),
        (&[], 2, "<CUSTOMER>"),
    ] {
        let ran = place.run(&[&["statement"], options].concat());
        assert_eq!(ran.code, code, "{options:?}: {ran:?}");
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(said.contains(told), "{options:?}: {said}");
    }
}

const TIERS: &str = r#"
[subscriptions]
registration_default = "pro"
self_service_max = "pro"

[[subscriptions.tiers]]
name = "pro"
title = "Pro"
max_agents = 3
max_requests_per_minute = 100
max_api_keys = 5
support = "none"
"#;

#[test]
fn a_command_that_is_run_with_another_configuration_changes_no_price() {
    let place = Place::new();
    let priced = |price: u32| format!("{TIERS}price_usd_month = {price}\n");
    place.file(SETTINGS_FILE, &priced(100));
    place.operator("ada", "owner");
    let register = [
        "customer",
        "register",
        "--name",
        "Acme",
        "--email",
        "ops@acme.example",
    ];
    place.json(&register).fine();
    assert_eq!(place.serve().stop(Signal::SIGTERM), 0);
    let price = || {
        let month = SystemEnvironment::default().now().month().to_string();
        let statement = place
            .json(&["statement", "ops@acme.example", &month])
            .fine();
        statement["lines"][0]["price_usd_month"].clone()
    };
    assert_eq!(price(), 100);
    place.file(SETTINGS_FILE, &priced(900));
    assert_eq!(price(), 100, "nobody was ever served at that price");
    assert_eq!(place.serve().stop(Signal::SIGTERM), 0);
    assert_eq!(price(), 900, "the dearest of the day");
}
