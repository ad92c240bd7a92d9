//! `/assets/…`: what the pages load.

use crate::app::Error;
use crate::http::answer::{Handled, Outcome};
use crate::http::bundle::bundle;
use crate::http::call::Call;
use crate::http::fixed::Keep;

/// `GET /assets/{path*}`: a file, by its path, or by the content hash of all files and its path.
/// Under the hash its address changes with it, so that it may be kept for good, and what it loads by
/// an address relative to its own is of the same build.
pub fn asset(call: &Call<'_>) -> Handled {
    let found = bundle().find(call.params.get("path"));
    let found = found.ok_or(Error::NotFound("file"))?;
    let keep = if found.is_immutable {
        Keep::ForGood
    } else {
        Keep::Ask
    };
    Ok(Outcome::Ready(found.file.answer(call.request, keep)))
}
