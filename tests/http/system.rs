//! `GET /api/system/about`, `GET /api/system/configuration`.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::TestApp;

#[test]
fn about_says_what_runs_here() {
    let app = TestApp::with(|setup| {
        setup.http.public_url = Some("https://gate.example".to_owned());
    });
    let auditor = app.operator("ada", "auditor");
    let about = app.get("/api/system/about").bearer(&auditor.token).ok(200);
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(about["licence"], "Apache-2.0");
    assert_eq!(about["public_url"], "https://gate.example");
    assert_eq!(about["schema"], 1);
    assert_eq!(about["node"].as_str().unwrap().len(), 8);
    assert!(about["started_at"].as_str().unwrap() <= app.in_a(std::time::Duration::ZERO).as_str());
    assert!(!about["data_dir"].as_str().unwrap().is_empty());
}

#[test]
fn the_list_of_components_is_that_of_this_build() {
    let app = TestApp::new();
    let about = app.get("/api/system/about").local().ok(200);
    let listed: BTreeSet<(String, String)> = pairs(&about["components"]);
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .args(["--target", "x86_64-unknown-linux-gnu", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let mut expected: BTreeSet<(String, String)> = String::from_utf8(tree.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, rest)| {
            (
                name.to_owned(),
                first_word(rest).trim_start_matches('v').to_owned(),
            )
        })
        .filter(|(name, _)| name != "portcullis")
        .collect();
    assert!(expected.len() > 100, "{expected:?}");
    let vendored = include_str!("../../assets/vendor/README.md");
    for row in vendored
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("| `"))
    {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let folder = cells[4].trim_start_matches('`').split('/').next().unwrap();
        expected.insert((folder.to_owned(), cells[2].to_owned()));
    }
    let sqlite = about["sqlite"].as_str().unwrap();
    expected.insert(("sqlite".to_owned(), sqlite.to_owned()));
    // The allocator has the name of its crate and a version of its own.
    let is_allocator = |pair: &&(String, String)| pair.0 == "mimalloc" && !expected.contains(*pair);
    assert_eq!(listed.iter().filter(is_allocator).count(), 1);
    let listed: BTreeSet<_> = listed
        .iter()
        .filter(|pair| !is_allocator(pair))
        .cloned()
        .collect();
    let missing: Vec<_> = expected.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&expected).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "run `python3 packaging/lib/inventory.py --components`: missing {missing:?}, gone {gone:?}"
    );
    for component in about["components"].as_array().unwrap() {
        assert_ne!(component["licence"], "", "{component}");
    }
}

fn pairs(components: &Value) -> BTreeSet<(String, String)> {
    let word = |component: &Value, name: &str| component[name].as_str().unwrap().to_owned();
    let components = components.as_array().unwrap().iter();
    components
        .map(|component| (word(component, "name"), word(component, "version")))
        .collect()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or("")
}

#[test]
fn settings_are_told_to_operators_alone() {
    let app = TestApp::new();
    let auditor = app.operator("ada", "auditor");
    let told = app
        .get("/api/system/configuration")
        .bearer(&auditor.token)
        .ok(200);
    assert_eq!(
        told,
        json!([{
            "key": "server.drain_seconds", "value": "7", "source": "file",
            "where": "portcullis.toml:3", "default": "25", "is_live": false, "is_secret": false,
            "unit": "seconds", "about": "Seconds that open requests have.",
        }])
    );
    let acme = app.register("Acme");
    app.get("/api/system/configuration")
        .bearer(&acme.key)
        .refused(403, "operator_role");
}
