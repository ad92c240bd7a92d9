//! `portcullis version`

use serde_json::json;

use super::output::Outcome;

pub(super) fn run() -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    Outcome::done(
        json!({"name": "portcullis", "version": version}),
        format!("portcullis {version}"),
    )
}
