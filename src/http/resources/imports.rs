//! `/api/imports`.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::MessageBody;
use super::logs::ActorBody;
use crate::app::imports::{COLUMNS, Import, ImportRow, MAX_ROWS, Mode, PART_BYTES, RowError};
use crate::app::{Error, prospects};
use crate::domain::actor::ActorRecord;
use crate::domain::id::ImportId;
use crate::domain::sheet::Sheet;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled, Outcome};
use crate::http::call::{Call, bad_parameter};
use crate::http::fields::{Field, Kind};
use crate::http::page::Paging;
use crate::http::sheet;

/// `POST /api/imports`.
pub const OPEN: &[Field] = &[
    Field::needed(
        "kind",
        Kind::Word(&["customers"]),
        "What is in the file.",
        "\"customers\"",
    ),
    Field::optional(
        "keys",
        Kind::Word(&["file", "none"]),
        "Whether each customer is given a first key, for a file that can be fetched once; `file` unless given.",
        "\"file\"",
    ),
];

/// `POST /api/imports/{import_id}/apply`.
pub const APPLY: &[Field] = &[Field::needed(
    "mode",
    Kind::Word(&["all", "skip_bad"]),
    "`all` applies nothing while a row is wrong; `skip_bad` leaves such rows out.",
    "\"all\"",
)];

/// An import that is open.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenedImport)]
pub struct OpenedBody {
    #[schema(value_type = String)]
    import_id: ImportId,
    /// The most bytes that a part may have.
    part_bytes: usize,
    /// The most rows that the file may have.
    max_rows: usize,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// What was received of a file.
#[derive(Serialize, ToSchema)]
#[schema(as = ReceivedParts)]
pub struct ReceivedBody {
    /// Parts so far.
    parts: usize,
    /// Bytes so far.
    bytes: usize,
}

/// What is wrong in a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RowError)]
pub struct RowErrorBody {
    /// The line of the file.
    line: u32,
    /// The column; `row` for what is wrong with the whole row.
    field: &'static str,
    /// What is wrong, and what would be right.
    message: String,
}

impl RowErrorBody {
    /// What is wrong in that line.
    pub fn new(line: u32, error: &RowError) -> Self {
        Self {
            line,
            field: error.field,
            message: error.message.clone(),
        }
    }
}

/// Where an import stands, and what it would do or has done.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub struct ImportBody {
    #[schema(value_type = String)]
    import_id: ImportId,
    /// `receiving`, `checked`, `applying`, `applied` or `failed`.
    state: &'static str,
    /// Rows of the file; 0 until it was checked.
    rows: usize,
    /// Rows that would make a customer.
    good: usize,
    /// Rows that would not.
    bad: usize,
    /// Customers made so far.
    done: usize,
    /// `file` when each customer is given a first key, `none` otherwise.
    keys: &'static str,
    /// The columns of the file.
    columns: Vec<&'static str>,
    /// Customers that it would make, by tier.
    tiers: BTreeMap<String, usize>,
    /// What is wrong first, at most 100.
    errors: Vec<RowErrorBody>,
    /// Whether there are keys to be fetched.
    keys_available: bool,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

impl ImportBody {
    fn of(import: &Import, now: Timestamp) -> Self {
        let summary = import.summary.as_ref();
        let count = |of: fn(&crate::app::imports::Summary) -> usize| summary.map_or(0, of);
        let tiers = summary.map(|summary| &summary.tiers).into_iter().flatten();
        let errors = summary.map(|summary| &summary.errors).into_iter().flatten();
        Self {
            import_id: import.id,
            state: import.state().word(),
            rows: count(|summary| summary.rows),
            good: count(|summary| summary.good),
            bad: count(|summary| summary.bad),
            done: import.done(),
            keys: keys_word(import),
            columns: summary.map_or_else(Vec::new, |summary| summary.columns.clone()),
            tiers: tiers
                .map(|(tier, number)| (tier.to_string(), *number))
                .collect(),
            errors: errors
                .map(|(line, error)| RowErrorBody::new(*line, error))
                .collect(),
            keys_available: import.has_keys(now),
            expires_at: import.expires_at,
        }
    }
}

/// An import on the list of them.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedImport)]
pub struct ListedBody {
    #[schema(value_type = String)]
    import_id: ImportId,
    /// Who opened it: nobody else can look into it, apply it or delete it.
    #[schema(value_type = ActorBody)]
    opened_by: ActorRecord,
    /// Whether that is who asks.
    is_own: bool,
    /// `receiving`, `checked`, `applying`, `applied` or `failed`.
    state: &'static str,
    /// Rows of the file; 0 until it was checked.
    rows: usize,
    /// Rows that would make a customer, when it was checked.
    good: usize,
    /// Rows that would not.
    bad: usize,
    /// Customers made so far.
    done: usize,
    /// `file` when each customer is given a first key, `none` otherwise.
    keys: &'static str,
    /// Whether there are keys to be fetched.
    keys_available: bool,
    #[schema(value_type = String, format = DateTime)]
    opened_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

impl ListedBody {
    fn of(import: &Import, call: &Call<'_>) -> Self {
        let summary = import.summary.as_ref();
        Self {
            import_id: import.id,
            opened_by: import.owner.described(),
            is_own: import.owner == call.caller.principal.actor(),
            state: import.state().word(),
            rows: summary.map_or(0, |summary| summary.rows),
            good: summary.map_or(0, |summary| summary.good),
            bad: summary.map_or(0, |summary| summary.bad),
            done: import.done(),
            keys: keys_word(import),
            keys_available: import.has_keys(call.now),
            opened_at: import.opened_at,
            expires_at: import.expires_at,
        }
    }
}

fn keys_word(import: &Import) -> &'static str {
    if import.gives_keys { "file" } else { "none" }
}

/// A row of the file.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub struct RowBody {
    /// The line of the file.
    line: u32,
    name: String,
    email: String,
    /// The tier that it names; the tier of a registration that names none otherwise.
    subscription_tier: String,
    /// `create`, or `error`.
    outcome: &'static str,
    errors: Vec<RowErrorBody>,
}

/// What an import came to.
#[derive(Serialize, ToSchema)]
#[schema(as = AppliedImport)]
pub struct AppliedBody {
    /// Customers that were made.
    imported: usize,
    /// Rows that were left out.
    skipped: usize,
    /// Whether there are keys to be fetched.
    keys_available: bool,
}

/// `GET /api/imports`.
pub fn list(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let before = paging.after(str::parse::<ImportId>)?;
    let known = call.app.imports();
    let found = known
        .iter()
        .filter(|import| before.is_none_or(|before| import.id < before));
    let page = paging.page(
        found,
        |import| import.id.to_string(),
        |import| ListedBody::of(import, call),
    );
    answer::ready(&page)
}

/// `POST /api/imports`.
pub fn open(call: &Call<'_>) -> Handled {
    let body = call.body(OPEN)?;
    let gives_keys = body.word("keys") != Some("none");
    body.finish()?;
    let import = call.app.open_import(call.caller, gives_keys)?;
    let opened = OpenedBody {
        import_id: import.id,
        part_bytes: PART_BYTES.min(call.http.settings.max_body_bytes),
        max_rows: MAX_ROWS,
        expires_at: import.expires_at,
    };
    answer::json_with(201, &opened).map(Outcome::Ready)
}

/// `PUT /api/imports/{import_id}/parts/{number}`.
pub fn receive(call: &Call<'_>) -> Handled {
    let part = call.csv_body()?;
    let id = import_id(call)?;
    let number = call.params.get("number").parse::<usize>();
    let number = number.map_err(|_| Error::NotFound("part: they are numbered from 0"))?;
    let received = call.app.receive_import(call.caller, id, number, &part)?;
    answer::ready(&ReceivedBody {
        parts: received.parts,
        bytes: received.bytes,
    })
}

/// `POST /api/imports/{import_id}/check`.
pub fn check(call: &Call<'_>) -> Handled {
    call.body(&[])?.finish()?;
    let import = call.app.check_import(call.caller, import_id(call)?)?;
    answer::ready(&ImportBody::of(&import, call.now))
}

/// `GET /api/imports/{import_id}`.
pub fn show(call: &Call<'_>) -> Handled {
    let import = call.app.import(call.caller, import_id(call)?)?;
    answer::ready(&ImportBody::of(&import, call.now))
}

/// `GET /api/imports/{import_id}/rows`.
pub fn rows(call: &Call<'_>) -> Handled {
    let paging = Paging::of(call)?;
    let after = paging.after(str::parse::<u32>)?;
    let only_bad = match call.query("only").as_deref() {
        None => None,
        Some("bad") => Some(true),
        Some("good") => Some(false),
        Some(_) => return Err(bad_parameter("only", "must be `bad` or `good`")),
    };
    let import = call.app.import(call.caller, import_id(call)?)?;
    let file = import
        .file()
        .ok_or_else(|| Error::Conflict("there are no rows to show: check the file".to_owned()))?;
    let live = call.live;
    let found = file
        .rows
        .iter()
        .filter(|row| after.is_none_or(|line| row.line > line))
        .filter(|row| only_bad.is_none_or(|bad| row.is_bad(live) == bad));
    let page = paging.page(found, |row| row.line.to_string(), |row| row_body(row, call));
    answer::ready(&page)
}

fn row_body(row: &ImportRow, call: &Call<'_>) -> RowBody {
    let errors = row.errors(call.live);
    let [name, email, tier] = row.shown();
    let tier = match tier {
        "" => call.live.tiers().registration_default(),
        named => named,
    };
    RowBody {
        line: row.line,
        name: name.to_owned(),
        email: email.to_owned(),
        subscription_tier: tier.to_owned(),
        outcome: if errors.is_empty() { "create" } else { "error" },
        errors: errors
            .iter()
            .map(|error| RowErrorBody::new(row.line, error))
            .collect(),
    }
}

/// `POST /api/imports/{import_id}/apply`.
pub fn apply(call: &Call<'_>) -> Handled {
    let body = call.body(APPLY)?;
    let mode = match body.word("mode") {
        Some("skip_bad") => Mode::SkipBad,
        Some(_) | None => Mode::All,
    };
    body.finish()?;
    let id = import_id(call)?;
    let outcome = call.app.apply_import(call.caller, id, mode)?;
    let answered = outcome.and_then(|applied| {
        answer::json(&AppliedBody {
            imported: applied.imported,
            skipped: applied.skipped,
            keys_available: applied.has_keys,
        })
    });
    Ok(answer::settled(answered))
}

/// `GET /api/imports/{import_id}/keys`. A look at the head alone takes nothing.
pub fn keys(call: &Call<'_>) -> Handled {
    let id = import_id(call)?;
    let mut table = Sheet::new(["customer_id", "name", "email", "key_id", "api_key"]);
    let is_look = call.request.method() == "HEAD";
    let has_keys = call.app.import(call.caller, id)?.has_keys(call.now);
    if !(is_look && has_keys) {
        for issued in call.app.take_import_keys(call.caller, id)? {
            table.row([
                &*issued.customer_id.to_string(),
                issued.name.as_str(),
                issued.email.as_str(),
                &*issued.key_id.to_string(),
                issued.secret.reveal(),
            ]);
        }
    }
    Ok(Outcome::Ready(sheet::file(table, "keys.csv")))
}

/// `DELETE /api/imports/{import_id}`.
pub fn delete(call: &Call<'_>) -> Handled {
    call.app.drop_import(call.caller, import_id(call)?)?;
    answer::ready(&MessageBody {
        message: "the import is forgotten, with all that it held",
    })
}

/// `GET /api/imports/template`.
pub fn template(call: &Call<'_>) -> Handled {
    let (columns, name) = match call.query("kind").as_deref() {
        None | Some("customers") => (COLUMNS, "customers.csv"),
        Some("prospects") => (prospects::COLUMNS, "prospects.csv"),
        Some(_) => return Err(bad_parameter("kind", "must be `customers` or `prospects`")),
    };
    let table = Sheet::new(columns.iter().map(|column| column.name));
    Ok(Outcome::Ready(sheet::file(table, name)))
}

fn import_id(call: &Call<'_>) -> Result<ImportId, Error> {
    let id = call.params.get("import_id").parse();
    id.map_err(|_| Error::NotFound("import"))
}
