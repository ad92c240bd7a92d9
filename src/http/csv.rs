//! Tables as answers: CSV (RFC 4180) as a file to keep.

use rouille::Response;

use super::call::{Call, bad_parameter};
use crate::app::Error;
use crate::domain::sheet::Sheet;

/// The media type as it is answered.
const MEDIA: &str = "text/csv; charset=utf-8";

/// A table as a file of that name.
pub fn file(sheet: Sheet, name: &str) -> Response {
    Response::from_data(MEDIA, sheet.into_bytes()).with_content_disposition_attachment(name)
}

/// Whether the caller's `Accept` names CSV before JSON.
pub fn is_preferred(call: &Call<'_>) -> bool {
    call.request.header("Accept").is_some_and(|accept| {
        let mut wanted = accept
            .split(',')
            .map(|range| range.split(';').next().unwrap_or("").trim());
        wanted.find(|range| matches!(*range, "text/csv" | "application/json")) == Some("text/csv")
    })
}

/// Whether CSV is asked for: as `?format=` says, or else as `Accept` does.
pub fn is_wanted(call: &Call<'_>) -> Result<bool, Error> {
    match call.query("format").as_deref() {
        Some("csv") => Ok(true),
        Some("json") => Ok(false),
        Some(_) => Err(bad_parameter("format", "must be `json` or `csv`")),
        None => Ok(is_preferred(call)),
    }
}
