//! Backups: make one now, and where they stand.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;

/// A backup that is being made.
#[derive(Serialize, ToSchema)]
#[schema(as = BackupStarted)]
pub struct StartedBody {
    /// Always `running`.
    status: &'static str,
    /// When it was begun; `last.started_at` of the list is this once it is over.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
}

/// A file in the backup directory.
#[derive(Serialize, ToSchema)]
#[schema(as = BackupFile)]
pub struct FileBody {
    file: String,
    bytes: u64,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    is_encrypted: bool,
    /// The number of the last audit record in it; not known of one that is encrypted.
    head_seq: Option<u64>,
}

/// How the last backup since the start of the server came out.
#[derive(Serialize, ToSchema)]
#[schema(as = LastBackup)]
pub struct LastBody {
    /// `done` or `failed`.
    result: &'static str,
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    finished_at: Timestamp,
    /// The file, when there is one.
    file: Option<String>,
    bytes: Option<u64>,
    /// SHA-256 of the file.
    sha256: Option<String>,
    /// The number of the last audit record in it.
    head_seq: Option<u64>,
    /// Why there is none.
    error: Option<String>,
}

/// Where backups stand.
#[derive(Serialize, ToSchema)]
#[schema(as = Backups)]
pub struct StatusBody {
    /// Where they go.
    directory: String,
    /// Hours between two that are made without being asked for; 0 when none are.
    every_hours: u64,
    /// How many are kept.
    keep: usize,
    /// Whether new ones are encrypted.
    is_encrypted: bool,
    /// When the one that is being made was begun.
    #[schema(value_type = Option<String>, format = DateTime)]
    running_since: Option<Timestamp>,
    /// The last one since the server was started.
    last: Option<LastBody>,
    /// When the next one is made by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_at: Option<Timestamp>,
    /// Why the directory cannot be read, when it cannot.
    directory_error: Option<String>,
    /// Those in the directory, newest first.
    data: Vec<FileBody>,
}

/// `POST /api/system/backups`.
pub fn start(call: &Call<'_>) -> Handled {
    let promise = call.app.begin_backup(call.caller)?;
    let (app, caller) = (std::sync::Arc::clone(call.app), call.caller.clone());
    Ok(answer::after_change(promise, move |slot| {
        let started_at = slot.started_at();
        app.make_backup(slot, &caller)?;
        let status = "running";
        answer::json_with(202, &StartedBody { status, started_at })
    }))
}

/// `GET /api/system/backups`.
pub fn show(call: &Call<'_>) -> Handled {
    let status = call.app.backup_status();
    let settings = &status.settings;
    let last = status.last.map(|last| {
        let made = last.outcome.as_ref().ok();
        LastBody {
            result: if made.is_some() { "done" } else { "failed" },
            started_at: last.started_at,
            finished_at: last.finished_at,
            file: made.map(|made| made.name.to_string()),
            bytes: made.map(|made| made.file.bytes),
            sha256: made.map(|made| made.file.sha256.clone()),
            head_seq: made.map(|made| made.manifest.head.seq),
            error: last.outcome.as_ref().err().map(ToString::to_string),
        }
    });
    let files = status.found.iter().map(|found| FileBody {
        file: found.name.to_string(),
        bytes: found.bytes,
        created_at: found.name.at(),
        is_encrypted: found.name.is_encrypted(),
        head_seq: found.head_seq,
    });
    answer::ready(&StatusBody {
        directory: status.directory.display().to_string(),
        every_hours: settings.every.map_or(0, |every| every.as_secs() / 3600),
        keep: settings.keep,
        is_encrypted: !settings.recipients.is_empty(),
        running_since: status.running_since,
        last,
        next_at: status.next_at,
        directory_error: status.directory_error.clone(),
        data: files.collect(),
    })
}
