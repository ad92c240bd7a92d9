//! The appliance itself: its configuration, read again, and a record that tries its ledger.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::app::Reloaded;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;

/// What a reload came to.
#[derive(Serialize, ToSchema)]
#[schema(as = Reloaded)]
pub struct ReloadedBody {
    /// What was done.
    message: &'static str,
    /// What is otherwise now, by key: `from` what it was, `to` what it is.
    #[schema(value_type = Object)]
    changes: Map<String, Value>,
    /// Keys of files that hold something else now, such as another secret, and of what is shown
    /// without its secret part.
    files_changed: Vec<&'static str>,
    /// Keys that have changed and take a restart.
    needs_restart: Vec<String>,
    /// What works but deserves a word.
    warnings: Vec<String>,
}

/// `POST /api/system/reload`: reads the configuration again.
pub fn reload(call: &Call<'_>) -> Handled {
    call.body(&[])?;
    // On a thread that may wait: files are read, and what must not be lost halfway is done here
    // also when the caller is gone.
    let outcome = call.app.reload(call.caller);
    let (sender, promise) = oneshot::channel();
    // The other end is right here.
    sender.send(outcome).ok();
    Ok(answer::after_change(promise, |reloaded: Reloaded| {
        answer::json(&ReloadedBody {
            message: "the configuration was read again",
            changes: reloaded.changes,
            files_changed: reloaded.files_changed,
            needs_restart: reloaded.needs_restart,
            warnings: reloaded.warnings,
        })
    }))
}

/// A record that was written to see whether one can be.
#[derive(Serialize, ToSchema)]
#[schema(as = Probed)]
pub struct ProbedBody {
    /// What was done.
    message: &'static str,
    /// The global number of the record.
    seq: u64,
}

/// `POST /api/system/probe`: one record, through the queue, the chain and the flush.
pub fn probe(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    let promise = call.app.probe(call.caller);
    Ok(answer::after(promise, |recorded| {
        answer::json(&ProbedBody {
            message: "a record is on the disk",
            seq: recorded.seq,
        })
    }))
}
