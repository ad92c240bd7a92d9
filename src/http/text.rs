//! Text in a page.

pub use crate::domain::text::grouped;

/// Text is text, also when it looks like markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
